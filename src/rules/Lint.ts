/**
 * The linter (条文检查): reads a rule text as a whole and says where it leaves something open, contradicts itself or can
 * never apply, each with the evidence that shows it and a proposed repair where there is one.
 *
 * Every check answers for every place whether the text is sound there: proven, refuted by a defect, or undecided. What is
 * refuted by a witness the interpreter shows; what is proven holds for all facts on their lattices. Undecided means that
 * neither was found, and is said.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as CivilDate from "../foundation/CivilDate.js"
import { type Fault, make as fault, pointer } from "../foundation/Fault.js"
import * as Period from "../foundation/Period.js"
import * as AmountCheck from "./AmountCheck.js"
import * as BandCheck from "./BandCheck.js"
import * as ClauseCheck from "./ClauseCheck.js"
import * as CurveCheck from "./CurveCheck.js"
import type * as Defect from "./Defect.js"
import type { Expression } from "./Expression.js"
import * as Extent from "./Extent.js"
import * as ImportCheck from "./ImportCheck.js"
import * as LadderCheck from "./LadderCheck.js"
import * as LineCheck from "./LineCheck.js"
import * as QuotaCheck from "./QuotaCheck.js"
import * as ReachCheck from "./ReachCheck.js"
import * as RiseCheck from "./RiseCheck.js"
import * as RoundingCheck from "./RoundingCheck.js"
import * as RowCheck from "./RowCheck.js"
import * as Rulebook from "./Rulebook.js"
import * as Trial from "./Trial.js"
import { ground } from "./Unknowns.js"
import * as VetoCheck from "./VetoCheck.js"

// ---------------------------------------------------------------- models

/**
 * What a register records, where the linter is to say which facts no item reads: the kinds of fact, and by kind the names
 * of values and tags. `period` is the period that the book is to be used over, a calendar year unless said.
 *
 * @category models
 * @since 0.1.0
 */
export interface Options {
  readonly kinds?: ReadonlyArray<string>
  readonly fields?: Readonly<Record<string, ReadonlyArray<string>>>
  readonly period?: Period.Period
}

/**
 * What the linter says of a book: the defects, errors first; an answer of every check for every place; and the faults of
 * structure of a draft that `Rulebook.check` refuses, of which only caps that cross are looked into.
 *
 * @category models
 * @since 0.1.0
 */
export interface Report {
  readonly defects: ReadonlyArray<Defect.Defect>
  readonly answers: ReadonlyArray<Defect.Answer>
  readonly faults: ReadonlyArray<Rulebook.RulebookFault>
}

// ---------------------------------------------------------------- errors

/**
 * What {@link repair} refuses with besides the faults of the mended document: a defect that no machine can mend.
 *
 * @category errors
 * @since 0.1.0
 */
export type LintFault = Fault<"lint.noPatch">

// ---------------------------------------------------------------- getters

/**
 * Whether a book is sound as far as levels go: no fault, no error, and nothing undecided among the checks that a defined
 * level rests on ({@link guarantees}).
 *
 * **Details**
 *
 * The promise is for the period that the book was looked at over, a calendar year unless `period` says another: a sum over
 * months comes to less in a quarter. Over such a period no evaluation of somebody who is of a class gives a gap, an overlap, a table without a row or with two,
 * two terms of validity or an unrounded score, whatever the facts on their lattices. What facts themselves bring about
 * stays possible: numbers off their lattice (`rules.offLattice`) or out of their range (`rules.outOfDomain`), decisions
 * that are not told (`rules.undecided`), several values where one is due (`rules.severalFacts`), equals that a meeting has
 * yet to settle (`rules.tieOpen`), a last level that the book does not have (`rules.noSuchLevel`) and numbers too long
 * to be written down (`rules.tooLong`).
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Builder, Lint, Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * // made up: two bands that meet at ninety
 * const cite = { doc: "text", art: "1" }
 * const book = Builder.bookUnsafe({
 *   id: "stars",
 *   version: "1",
 *   title: { zh: "评星办法" },
 *   inForce: { from: CivilDate.parseUnsafe("2023-01-01") },
 *   sources: [{ id: "text", citation: { title: "评星办法", standing: "transcription" } }],
 *   total: Scoring.only({ kind: "得分", domain: Scoring.domain("分", "0", "100", "1") }),
 *   levels: [
 *     { id: "五星", label: { zh: "五星" }, on: { ge: "90" }, cite },
 *     { id: "四星", label: { zh: "四星" }, on: { lt: "90" }, cite },
 *   ],
 * })
 * assert.equal(Lint.isClean(Lint.lint(book)), true)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const isClean = ({ defects, answers, faults }: Report): boolean =>
  faults.length === 0 &&
  defects.every(({ severity, evidence }) => severity !== "error" && !showsHole(evidence)) &&
  answers.every(({ code, answer }) => answer !== "undecided" || !guarantees.includes(code))

/** Whether a witness shows a conflict that the text brings about and no fact. */
const showsHole = (evidence: Defect.Evidence): boolean =>
  evidence.is === "witness" && "conflict" in evidence.shows && HOLES.includes(evidence.shows.conflict)

const HOLES: ReadonlyArray<string> = [
  "rules.levelGap",
  "rules.levelOverlap",
  "rules.gap",
  "rules.overlap",
  "rules.noRow",
  "rules.severalRows",
  "rules.twoValidities",
  "rules.unrounded",
]

// ---------------------------------------------------------------- operations

/**
 * A book with the proposed repair of a defect made, checked as a whole. Refuses with `lint.noPatch` where the repair has to
 * be decided by whoever issues the text, and with the faults of the mended document where it does not hold together.
 *
 * @example
 * ```ts
 * import { Lint } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const book = WendengVillage.rulebook
 * const isFound = (one: Lint.Report) => one.defects.some(({ params }) => params.where === "P-118、P-138")
 * const twice = Lint.lint(book).defects.find(({ params }) => params.where === "P-118、P-138")!
 * const mended = Result.getOrThrow(Lint.repair(book, twice))
 * assert.deepEqual([isFound(Lint.lint(book)), isFound(Lint.lint(mended))], [true, false])
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const repair = (
  book: Rulebook.Rulebook,
  { repair: proposed, code, at }: Defect.Defect,
): Result.Result<Rulebook.Rulebook, ReadonlyArray<Fault>> =>
  proposed?.patch === undefined
    ? Result.fail([fault<LintFault["code"]>("lint.noPatch", { code }, at)])
    : Rulebook.document.decode(Trial.patched(book, proposed.patch))

// ---------------------------------------------------------------- decisions

/**
 * What is wrong with a rule text, by every check. The order of lists whose order means nothing changes no finding, only
 * the places where it stands; nothing is thrown for any book that decodes.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Builder, Lint, Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * // "80–89 four stars, 90 and above five": made up after many printed texts
 * const cite = { doc: "text", art: "1" }
 * const book = Builder.bookUnsafe({
 *   id: "stars",
 *   version: "1",
 *   title: { zh: "评星办法" },
 *   inForce: { from: CivilDate.parseUnsafe("2023-01-01") },
 *   sources: [{ id: "text", citation: { title: "评星办法", standing: "transcription" } }],
 *   score: { quantum: "0.5", round: "exact" },
 *   total: Scoring.only({ kind: "得分", domain: Scoring.domain("分", "0", "100", "0.5") }),
 *   levels: [
 *     { id: "五星", label: { zh: "五星" }, on: { ge: "90" }, cite },
 *     { id: "四星", label: { zh: "四星" }, on: { le: "89" }, cite },
 *   ],
 * })
 * const gap = Lint.lint(book).defects.find(({ code }) => code === "lint.levelGap")!
 * assert.equal(gap.params.witness, "89.5")
 * assert.equal(Lint.shows(book, gap), true)
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const lint = (book: Rulebook.Rulebook, options: Options = {}): Report => {
  const faults = Rulebook.check(book)
  const caps = ClauseCheck.checkCaps(book, faults)
  if (faults.some(({ code }) => !BEARABLE.includes(code))) return report([caps], faults)
  const extents = Extent.of(book, givenOf(book, options))
  const paths = new Map<Expression, string>()
  const context = Trial.context(book, (e) => {
    const extent = extents.get(paths.get(e) ?? "")
    return extent === undefined || !extent.numeric ? undefined : { low: extent.min, high: extent.max }
  })
  for (const { e, path } of context.nodes) paths.set(e, pointer(path))
  const numbers = ground(book, context, extents)
  const checks = [
    BandCheck.check(numbers),
    CurveCheck.check(numbers),
    AmountCheck.check(numbers),
    LadderCheck.check(numbers),
    RiseCheck.check(numbers),
    RoundingCheck.check(numbers),
    QuotaCheck.check(numbers),
    LineCheck.check(book, context),
    RowCheck.check(numbers),
    ReachCheck.check(book, context, options),
    VetoCheck.check(book, context),
    ClauseCheck.check(book, context),
    ImportCheck.checkOwn(book, context),
  ]
  return report([caps, ...checks, unanswered(book, context, checks)], faults)
}

/** What no check answered of the places that a defined level rests on is undecided. */
const unanswered = (
  book: Rulebook.Rulebook,
  { nodes }: Trial.Context,
  checks: ReadonlyArray<Defect.Checked>,
): Defect.Checked => {
  const levels: ReadonlyArray<Defect.Code> = ["lint.levelGap", "lint.levelOverlap"]
  const asked = [
    ...(book.levels.length === 0 ? [] : levels.map((code) => ({ code, at: ["levels"] }))),
    ...nodes.flatMap(({ e, path }) => codesOf(e).map((code) => ({ code, at: path }))),
  ]
  const told = new Set(
    checks.flatMap(({ answers }) =>
      answers.map(({ code, at }) => JSON.stringify([code, pointer(at[0] === "levels" ? ["levels"] : at)])),
    ),
  )
  return {
    answers: asked
      .filter(({ code, at }) => !told.has(JSON.stringify([code, pointer(at)])))
      .map(({ code, at }) => Trial.answer(code, at, "undecided")),
    defects: [],
  }
}

const codesOf = (e: Expression): ReadonlyArray<Defect.Code> => {
  if (e.op === "curve") return ["lint.curveGap", "lint.curveOverlap"]
  if (e.op === "case") return ["lint.caseGap", "lint.caseOverlap"]
  return e.op === "acts" && e.validity.length > 1 ? ["lint.validityOverlap"] : []
}

/** Faults of a draft that leave the other checks something to look at. */
const BEARABLE: ReadonlyArray<string> = [
  "rulebook.crossingCaps",
  "rulebook.emptyCap",
  "rulebook.badCap",
  "rulebook.netInsideGross",
  "rulebook.quotaOnLastLevel",
  "rulebook.quotaOnSeveral",
  "rulebook.badQuota",
  "rulebook.badDeduct",
  "rulebook.forceEnds",
]

/** A book is looked at over the year in which it comes into force unless a period is named, for any number of people and facts. */
const givenOf = ({ inForce }: Rulebook.Rulebook, { period }: Options): Extent.Given => ({
  period: period ?? Period.yearUnsafe(CivilDate.year(inForce.from)),
  population: null,
  facts: null,
})

const report = (checks: ReadonlyArray<Defect.Checked>, faults: ReadonlyArray<Rulebook.RulebookFault>): Report => {
  const placed = new Map(
    checks.flatMap(({ defects }) => defects.map((defect) => [keyOf(defect, pointer(defect.at)), defect])),
  )
  const answers = checks
    .flatMap((check) => check.answers)
    .map((answer) => [JSON.stringify([answer.code, pointer(answer.at)]), answer] as const)
    .sort(([a, left], [b, right]) => order(a, b) || RANK.indexOf(left.answer) - RANK.indexOf(right.answer))
  const defects = [...placed].sort(([a], [b]) => order(a, b)).map(([, defect]) => defect)
  return { defects, answers: [...new Map(answers).values()], faults }
}

/** Errors first, then by code, what it is about, the rest of it, and at last its place. */
const keyOf = ({ severity, code, subject, params }: Defect.Defect, at: string): string =>
  JSON.stringify([severity, code, subject ?? "", params.where ?? "", entries(params), at])

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const entries = (params: Defect.Defect["params"]) => Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1))

/** Of several answers for one place the gravest stands; it comes last. */
const RANK: ReadonlyArray<Defect.Answer["answer"]> = ["proven", "undecided", "refuted"]

/**
 * What is wrong between the books of a set: results of one period that wait for one another, books that are not in the set,
 * nodes and levels that the other book does not have. History, the result of the period before, is no circle.
 *
 * @example
 * ```ts
 * import { Lint, Scoring } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const village = WendengVillage.rulebook
 * const other = Scoring.imported("县级办法", "score", "same", Scoring.domain("分", "0", "100", "1"))
 * const report = Lint.imports([{ ...village, total: other }])
 * assert.deepEqual(report.defects.map(({ code, params }) => [code, params.book]), [["lint.importMissing", "县级办法"]])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const imports = (books: ReadonlyArray<Rulebook.Rulebook>): Report => report([ImportCheck.check(books)], [])

/**
 * Whether the interpreter shows a defect on its witness. A defect whose evidence is a bound or a place has nothing to
 * be run, and is not shown.
 *
 * @example
 * ```ts
 * import { Lint } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const { defects } = Lint.lint(WendengVillage.rulebook)
 * const witnessed = defects.filter(({ evidence }) => evidence.is === "witness")
 * assert.equal(witnessed.every((defect) => Lint.shows(WendengVillage.rulebook, defect)), true)
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const shows = (book: Rulebook.Rulebook, { evidence }: Defect.Defect): boolean =>
  evidence.is === "witness" && Trial.shows(book, evidence)

// ---------------------------------------------------------------- instances

/**
 * The checks that a defined level rests on.
 *
 * @category instances
 * @since 0.1.0
 */
export const guarantees: ReadonlyArray<Defect.Code> = [
  "lint.levelGap",
  "lint.levelOverlap",
  "lint.curveGap",
  "lint.curveOverlap",
  "lint.caseGap",
  "lint.caseOverlap",
  "lint.validityOverlap",
  "lint.roundingUnsaid",
]
