/**
 * The check of rounding (取舍检查): quotients that nothing rounds, scores off their quantum, and levels that hang on
 * whether the total is rounded, or its parts first.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import { pointer } from "../foundation/Fault.js"
import type { Mode } from "../foundation/Rounding.js"
import { boxesOf } from "./Box.js"
import * as Coverage from "./Coverage.js"
import type * as Defect from "./Defect.js"
import type { Expression, Sum, When } from "./Expression.js"
import type { Outcome } from "./Outcome.js"
import * as Range from "./Range.js"
import type { Rulebook } from "./Rulebook.js"
import * as Span from "./Span.js"
import { nodesOfWhen, whensOf } from "./Structure.js"
import * as Trial from "./Trial.js"
import { type Ground, scoreRange } from "./Unknowns.js"
import { BUDGET, type Purse, seek, type Want } from "./WitnessSearch.js"
import type { Path } from "./World.js"

// ---------------------------------------------------------------- decisions

/** @internal */
export const check = (from: Ground): Defect.Checked => {
  const all = [quotients(from), stage(from)]
  return { answers: all.flatMap(({ answers }) => answers), defects: all.flatMap(({ defects }) => defects) }
}

/** Whether something is read exactly: by the score without rounding, or where a threshold decides. */
interface Reading {
  readonly isRounded: boolean
  readonly isThreshold: boolean
}

interface Met extends Reading {
  readonly e: Expression
  readonly path: Path
}

const quotients = (from: Ground): Defect.Checked => {
  const found = new Map<string, { readonly met: Met; readonly isBad: boolean }>()
  for (const met of readings(from)) {
    if (!isQuotient(met.e)) continue
    const key = pointer(met.path)
    const isBad = !met.isRounded && (met.isThreshold || isExactScore(from)) && isOff(from, met)
    if (found.get(key)?.isBad !== true) found.set(key, { met, isBad })
  }
  const code = "lint.ratioUnrounded"
  const all = [...found.values()]
  return {
    answers: all.map(({ met, isBad }) => Trial.answer(code, met.path, isBad ? "refuted" : "proven")),
    defects: all.flatMap(({ met: { e, path }, isBad }) =>
      isBad
        ? [
            Trial.defect(from.book, "should", {
              code,
              at: path,
              params: { where: e.label?.zh ?? e.id ?? pointer(path) },
              cite: e.cite ?? from.book.score.cite,
              evidence: Trial.places(path),
              repair: {
                text: {
                  zh: "写明比值保留几位、怎样取舍",
                  en: "say to how many places the quotient is rounded, and how",
                },
                patch: [
                  {
                    path,
                    value: { op: "round", e, mode: "halfUp", step: from.book.score.quantum } satisfies Expression,
                  },
                ],
              },
            }),
          ]
        : [],
    ),
  }
}

const isExactScore = ({ book }: Ground): boolean => book.score.round === "exact"

/** A quotient, or a mean of several numbers. */
const isQuotient = (e: Expression): boolean =>
  e.op === "ratio" || ((e.op === "over" || e.op === "peers") && e.fold === "mean")

/** Whether it can lie between the steps that scores have. */
const isOff = ({ extents, book }: Ground, { path }: Met): boolean => {
  const extent = extents.get(pointer(path))
  if (extent === undefined || !extent.numeric) return false
  return extent.step === null || !Range.isOn(extent.step, Exact.parseUnsafe(book.score.quantum))
}

/** Every node that the score or a condition reads, and how; what several read is met by each. */
const readings = (from: Ground): ReadonlyArray<Met> => {
  const found: Array<Met> = []
  const seen = new Set<string>()
  const paths = new Map(from.context.nodes.map(({ e, path }) => [e, path]))
  const read = (e: Expression, path: Path, how: Reading): void => {
    const key = JSON.stringify([path, how])
    if (seen.has(key)) return
    seen.add(key)
    found.push({ e, path, ...how })
    for (const [part, keys, next] of below(e, how)) read(part, [...path, ...keys], next)
    if (e.op === "case") for (const [index, { when }] of e.rows.entries()) ask(when, [...path, "rows", index, "when"])
    const node = e.op === "ref" ? from.context.reading.node(e.to) : undefined
    const to = node === undefined ? undefined : paths.get(node)
    if (node !== undefined && to !== undefined) read(node, to, how)
  }
  const ask = (when: When, path: Path): void => {
    for (const { e, path: at } of nodesOfWhen(when, path)) {
      if (isTested(when, at, path)) read(e, at, { isRounded: false, isThreshold: true })
    }
  }
  read(from.book.total, ["total"], { isRounded: false, isThreshold: false })
  for (const { when, path } of whensOf(from.book)) ask(when, path)
  return found
}

/** Whether a node of a condition is what is held against a span, and no part of it. */
const isTested = (when: When, at: Path, path: Path): boolean => {
  const rest = at.slice(path.length)
  let part: When | undefined = when
  for (const key of rest) {
    if (part === undefined) return false
    if (key === "e") return rest.at(-1) === "e" && part.test === "value" && rest.indexOf("e") === rest.length - 1
    if (key !== "of") part = typeof key === "number" && "of" in part && Array.isArray(part.of) ? part.of[key] : part
    else if (part.test === "not") part = part.of
  }
  return false
}

type Below = ReadonlyArray<readonly [Expression, Path, Reading]>

const below = (e: Expression, how: Reading): Below => {
  const rounded = { ...how, isRounded: true }
  const threshold = { isRounded: false, isThreshold: true }
  switch (e.op) {
    case "sum":
      return e.of.map((part, index) => [part.e, ["of", index, "e"], how])
    case "min":
    case "max":
      return e.of.map((part, index) => [part, ["of", index], how])
    case "times":
      return [[e.e, ["e"], how]]
    case "ratio":
      return [
        [e.num, ["num"], how],
        [e.den, ["den"], how],
      ]
    case "round":
      return [[e.e, ["e"], rounded]]
    case "curve":
      return [[e.of, ["of"], threshold]]
    case "over":
      return [[e.e, ["e"], how]]
    case "peers":
      return [[e.e, ["e"], e.fold === "rank" || e.fold === "count" ? rounded : how]]
    case "case":
      return [
        ...e.rows.map((row, index) => [row.gives, ["rows", index, "gives"], how] as const),
        ...(e.otherwise === null ? [] : [[e.otherwise, ["otherwise"], how] as const]),
      ]
    default:
      return []
  }
}

/** A way to round that the text leaves possible, and what it gives. */
interface Variant {
  readonly book: Rulebook
  readonly total: Expression
}

const stage = (from: Ground): Defect.Checked => {
  const code = "lint.roundingUnsaid"
  const at: Path = ["score", "round"]
  const { score } = from.book
  const answer = (given: Defect.Answer["answer"]): Defect.Checked => ({
    answers: [Trial.answer(code, at, given)],
    defects: [],
  })
  const range = scoreRange(from)
  if (range === undefined || (score.round !== "exact" && score.cite !== undefined)) return answer("proven")
  const step = stepOf(from.book)
  const found =
    score.round === "exact" ? (offQuantum(from, range) ?? hanging(from, range, step)) : staged(from, range, step)
  if (found === "none" || found === "undecided") return answer(found === "none" ? "proven" : "undecided")
  return { answers: [Trial.answer(code, at, "refuted")], defects: [unsaid(from, found, step)] }
}

/** What shows that rounding matters: facts, and the levels with and without. */
interface Shown {
  readonly witness: Defect.Witness
  readonly params: Readonly<Record<string, string>>
}

type Found = Shown | "none" | "undecided"

/** The step of the ends of levels: what their scores are written in. */
const stepOf = ({ levels, score }: Rulebook): Exact.Exact => {
  const ends = levels.flatMap(({ on }) =>
    on === null ? [] : [Span.lower(on)?.at ?? [], Span.upper(on)?.at ?? []].flat(),
  )
  const step = Range.common(ends)
  return score.round !== "exact" || step === null || Exact.sign(step) === 0
    ? Exact.parseUnsafe(score.quantum)
    : whole(step)
}

/** Bands by tens are written in whole numbers. */
const whole = (step: Exact.Exact): Exact.Exact => (Exact.isWhole(step) ? Exact.one : step)

/** A score between the steps that scores have is no score before it is rounded. */
const offQuantum = (from: Ground, range: Range.Range): Found | undefined => {
  const quantum = Exact.parseUnsafe(from.book.score.quantum)
  if (range.step !== null && Range.isOn(range.step, quantum)) return undefined
  const boxes = boxesOf(undefined, from.context.reading)
  const purse = { ...BUDGET }
  for (const low of middles(range, quantum)) {
    const on = { gt: Exact.text(low), lt: Exact.text(Exact.add(low, quantum)) }
    const found = seek(from, { wants: [{ of: "score", on }], boxes, shows: { conflict: "rules.unrounded" } }, purse)
    if (found.is === "found")
      return {
        witness: found.witness,
        params: { witness: scoreOf(from, found.witness), step: from.book.score.quantum },
      }
  }
  return "undecided"
}

/** Some steps from the middle of what can be reached. */
const middles = ({ min, max }: Range.Range, quantum: Exact.Exact): ReadonlyArray<Exact.Exact> => {
  const half = Exact.divideUnsafe(Exact.one, Exact.integerUnsafe(2))
  const middle = min === null || max === null ? (min ?? max ?? Exact.zero) : Exact.multiply(half, Exact.add(min, max))
  const start = Range.floor(middle, quantum)
  return [0, 1, -1, 2, -2, 3].map((n) => Exact.add(start, Exact.multiply(quantum, Exact.integerUnsafe(n))))
}

const scoreOf = (from: Ground, witness: Defect.Witness): string => {
  const { book: _, ...own } = witness
  const value = Trial.outcomeOf(from.book, own).outcome?.scores?.effective
  return value?.is === "known" ? value.q : "?"
}

/** The book with the total rounded to a step, or with its weighted parts rounded first. */
const variants = (
  book: Rulebook,
  step: Exact.Exact,
): { readonly total: Rulebook; readonly parts: Variant | undefined } => {
  const mode: Mode = book.score.round === "exact" ? "halfUp" : book.score.round
  const score = { quantum: Exact.text(step), round: mode }
  const { total } = book
  const parts =
    total.op === "sum" && total.absent === undefined && total.of.length > 1 ? partly(total, mode, step) : undefined
  return {
    total: { ...book, score },
    parts: parts === undefined ? undefined : { book: { ...book, score, total: parts }, total: parts },
  }
}

const partly = (total: Sum, mode: Mode, step: Exact.Exact): Sum => ({
  ...total,
  weights: "free",
  of: total.of.map(({ w, e }) => ({
    w: "1",
    e: { op: "round", e: { op: "sum", of: [{ w, e }], weights: "free" }, mode, step: Exact.text(step) },
  })),
})

/** The lower ends of levels, where a little more is worth a level. */
const thresholds = ({ levels }: Rulebook): ReadonlyArray<Exact.Exact> =>
  levels.flatMap(({ on }) => (on === null ? [] : [Span.lower(on)?.at ?? []].flat())).sort((a, b) => Exact.compare(b, a))

/**
 * Without a word on rounding: parts rounded first give another level than the total rounded, or rounding does at all. Of
 * points that are only added up nobody rounds a score that a level holds.
 */
const hanging = (from: Ground, range: Range.Range, step: Exact.Exact): Found => {
  if (range.step !== null && Range.isOn(range.step, step)) return "none"
  const isComputed = from.context.nodes.some(
    ({ e, path, inside }) => path[0] === "total" && inside === "book" && isComputing(e),
  )
  const first = isComputed ? staged(from, range, step) : "none"
  const spans = from.book.levels.flatMap(({ on }) => (on === null ? [] : [on]))
  if (typeof first === "object") return first
  if (!isComputed && Coverage.gaps(spans, range).length === 0) return "none"
  const { total } = variants(from.book, step)
  const purse = { ...BUDGET }
  for (const end of thresholds(from.book)) {
    const half = Exact.divideUnsafe(step, Exact.integerUnsafe(2))
    const on = { ge: Exact.text(Exact.subtract(end, half)), lt: Exact.text(end) }
    const found = shownOn(from, [{ of: "score", on }], total, [total], purse)
    if (found !== undefined) return found
  }
  return thresholds(from.book).length === 0 ? "none" : "undecided"
}

/** What makes numbers finer than those it is made of. */
const isComputing = (e: Expression): boolean =>
  isQuotient(e) || (e.op === "sum" && e.of.some(({ w }) => !Exact.isWhole(Exact.parseUnsafe(w))))

/** Rounding the total, and rounding its weighted parts first, give different levels. */
const staged = (from: Ground, range: Range.Range, step: Exact.Exact): Found => {
  const { total, parts } = variants(from.book, step)
  if (parts === undefined || from.book.levels.length === 0) return "none"
  if (range.step !== null && from.book.score.round !== "exact" && Range.isOn(range.step, step) && !isSplit(from, step))
    return "none"
  const half = Exact.divideUnsafe(step, Exact.integerUnsafe(2))
  const purse = { ...BUDGET }
  for (const end of thresholds(from.book)) {
    const below = Exact.text(from.book.score.round === "exact" ? Exact.subtract(end, half) : end)
    const wants: ReadonlyArray<Want> = [
      {
        of: "score",
        on: { lt: below, ge: Exact.text(Exact.subtract(end, Exact.multiply(step, Exact.integerUnsafe(2)))) },
      },
      { of: parts.total, on: { ge: Exact.text(end) } },
    ]
    const found = shownOn(from, wants, parts.book, [total, parts.book], purse)
    if (found !== undefined) return found
  }
  return "undecided"
}

/** Whether a weighted part of the total can lie between the steps. */
const isSplit = ({ book, extents }: Ground, step: Exact.Exact): boolean =>
  book.total.op === "sum" &&
  book.total.of.some(({ w }, index) => {
    const part = extents.get(pointer(["total", "of", index, "e"]))?.step
    return part == null || !Range.isOn(Exact.multiply(Exact.parseUnsafe(w), part), step)
  })

/** Facts on which the book and other readings of it come to different levels. */
const shownOn = (
  from: Ground,
  wants: ReadonlyArray<Want>,
  on: Rulebook,
  others: ReadonlyArray<Rulebook>,
  purse: Purse,
): Shown | undefined => {
  const levelOn = (outcome: Outcome): Defect.Shows | undefined =>
    outcome.level.is === "level" ? { level: outcome.level.level } : undefined
  const plain = (book: Rulebook): Rulebook => ({ ...book, quotas: [] })
  const found = seek(
    from,
    { wants, boxes: boxesOf(undefined, from.context.reading), shows: levelOn, on: plain(on) },
    purse,
  )
  if (found.is !== "found") return undefined
  const levels = [from.book, ...others].map((book) => levelOf(plain(book), found.witness))
  if (new Set(levels).size < 2) return undefined
  const [exact, total, parts] = levels
  return {
    witness: found.witness,
    params: {
      witness: scoreOf(from, found.witness),
      exact: exact ?? "",
      total: total ?? "",
      ...(parts === undefined ? {} : { parts }),
    },
  }
}

const levelOf = (book: Rulebook, witness: Defect.Witness): string => {
  const level = Trial.outcomeOf(book, { ...witness, book }).outcome?.level
  return level?.is === "level" ? level.level : level?.is === "conflict" ? level.code : "–"
}

const unsaid = (from: Ground, { witness, params }: Shown, step: Exact.Exact): Defect.Defect => {
  const [source] = from.book.sources
  const { score } = from.book
  const mode = score.round === "exact" ? "halfUp" : score.round
  const places = Exact.text(score.round === "exact" ? step : Exact.parseUnsafe(score.quantum))
  const cite = source === undefined ? {} : { cite: { doc: source.id, art: "取舍" } }
  return Trial.defect(from.book, "should", {
    code: "lint.roundingUnsaid",
    at: ["score", "round"],
    params: { ...params, mode: score.round },
    cite: score.cite ?? from.book.levels[0]?.cite,
    evidence: witness,
    repair: {
      text: {
        zh: `写明在哪一步取舍、怎样取舍，如总分四舍五入到${places}`,
        en: `say at which stage and how the score is rounded, such as the total half up to ${places}`,
      },
      patch: [{ path: ["score"], value: { quantum: places, round: mode, ...cite } }],
    },
  })
}
