/**
 * Narrowing (缩小范围): what a result that is still open rests on, and which of it, once known, would leave least open.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import type { Language } from "../foundation/Label.js"
import * as Rounding from "../foundation/Rounding.js"
import type { Expression } from "./Expression.js"
import type { Input } from "./Interpreter.js"
import * as Judging from "./Judging.js"
import type * as Outcome from "./Outcome.js"
import { quotas } from "./Population.js"
import type { Rulebook } from "./Rulebook.js"
import { nodesOfBook } from "./Structure.js"
import * as Value from "./Value.js"
import { among, type Candidate, judge, stored } from "./Verdict.js"
import * as Wording from "./Wording.js"
import type { Path, Scope, Supposed, Trace } from "./World.js"

// ---------------------------------------------------------------- models

/**
 * What is left of a result: the rounded score and the level, as far as they are known.
 *
 * @category models
 * @since 0.1.0
 */
export interface Left {
  readonly score: Outcome.Value
  readonly level: Outcome.Standing
}

/**
 * Something not yet known that a result rests on, by the name it has among the reasons of an interval (`because`): a kind
 * of fact, a parameter of the subject, a value of a frozen result (`book.node`), a value that recorded facts leave out
 * (`kind.field`).
 *
 * @category models
 * @since 0.1.0
 */
export interface Thing {
  readonly name: string
  readonly is: "fact" | "parameter" | "result" | "field"
}

/**
 * What would be left if a thing were known, at worst and at best: where most stays open and where least does, whether the
 * score is high or low. `tried` says whether every value it can have was tried,
 * or the ends of its domain and some values between them.
 *
 * @category models
 * @since 0.1.0
 */
export interface Told {
  readonly thing: Thing
  readonly atWorst: Left
  readonly atBest: Left
  readonly tried: "every" | "some"
}

/**
 * What is left of a subject's result now, and what would be left if one more thing were known: the thing that narrows
 * most stands first.
 *
 * @category models
 * @since 0.1.0
 */
export interface Narrowing {
  readonly subject: string
  readonly now: Left
  readonly things: ReadonlyArray<Told>
}

// ---------------------------------------------------------------- getters

/**
 * Which thing would narrow a result most, in a sentence; that nothing is open, where nothing is.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, Period } from "dangjian/foundation"
 * import { Builder, Narrowing, Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * // made up: two parts of fifty points, of which the second is not known
 * const book = Builder.bookUnsafe({
 *   id: "样例",
 *   version: "1",
 *   title: { zh: "样例办法" },
 *   inForce: { from: CivilDate.parseUnsafe("2023-01-01") },
 *   sources: [{ id: "办法", citation: { title: "样例办法", standing: "transcription" } }],
 *   total: Scoring.only({ kind: "测评", domain: Scoring.domain("分", "0", "50", "1") }),
 * })
 * const found = Narrowing.of(
 *   {
 *     book,
 *     period: Period.yearUnsafe(2023),
 *     at: Coordinate.of(CivilDate.parseUnsafe("2023-12-31"), Coordinate.instantUnsafe(0)),
 *     subjects: [{ id: "甲", labels: {} }],
 *     facts: [],
 *   },
 *   "甲",
 * )
 * assert.ok(found)
 * assert.equal(
 *   Narrowing.text(book, found, "zh"),
 *   "最能缩小范围的是“测评”：知道后，得分和等次即可确定。",
 * )
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const text = (book: Rulebook, self: Narrowing, language: Language): string => {
  const [first] = self.things
  const zh = language === "zh"
  if (first === undefined) return zh ? "得分与等次均无待定之处。" : "Nothing about the score or the level is open."
  const name = nameOf(book, first.thing, language)
  const [worst, best] = [first.atWorst, first.atBest].map((left) =>
    isSettled(left) ? undefined : leftText(book, left, language),
  )
  const lead = zh ? `最能缩小范围的是“${name}”：知道后，` : `What narrows most is "${name}": once it is known, `
  if (worst === undefined) return lead + (zh ? "得分和等次即可确定。" : "the score and the level are settled.")
  const atWorst = zh ? `最不利时仍余：${worst}` : `this is left at worst: ${worst}`
  if (worst === best) return `${lead}${atWorst}${zh ? "。" : "."}`
  if (best === undefined) return `${lead}${atWorst}${zh ? "；最有利时即可确定。" : "; at best nothing is."}`
  return `${lead}${atWorst}${zh ? `；最有利时仍余：${best}。` : `; at best: ${best}.`}`
}

const isSettled = ({ score, level }: Left): boolean => score.is !== "between" && level.is !== "among"

const leftText = (book: Rulebook, { score, level }: Left, language: Language): string => {
  const head = language === "zh" ? "得分" : "score "
  const points = `${head}${Wording.headText(score, language)}`
  if (book.levels.length === 0) return points
  return language === "zh"
    ? `${points}，等次${Wording.levelText(book, level, language)}`
    : `${points}, level ${Wording.levelText(book, level, language)}`
}

const nameOf = (book: Rulebook, { name, is }: Thing, language: Language): string => {
  const nodes = nodesOfBook(book).map(({ e }) => e)
  const leaf = nodes.find((e) =>
    is === "parameter" ? e.op === "param" && e.name === name : e.op === "fact" && e.kind === name,
  )
  if (leaf?.label === undefined) return name
  return Wording.nameIn([{ id: name, label: leaf.label }], name, language)
}

// ---------------------------------------------------------------- decisions

/**
 * What one subject's result rests on that is not yet known, and what would be left of the score and of the possible
 * levels if each of it were known; nothing where there is no such subject or it is exempt.
 *
 * **Details**
 *
 * Each thing is told alone and the result found again by the interpreter, at the ends of its domain and at values between
 * them (all of them where they are at most 101), while everybody else stays as they are. First comes what leaves the fewest
 * levels at worst, then the narrowest score (an open end is wider than any number), then what leaves least at best. A name may stand for several values,
 * such as those of twelve months: they are told alike, and `tried` is `some`.
 *
 * **Gotchas** Lines of a span that has not begun are not told: they stay open, whatever their kinds are said to bring.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, Period } from "dangjian/foundation"
 * import { Builder, Narrowing, Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * // made up: the appraisal decides between the levels, the extra point hardly does
 * const cite = { doc: "办法", art: "1" }
 * const book = Builder.bookUnsafe({
 *   id: "样例",
 *   version: "1",
 *   title: { zh: "样例办法" },
 *   inForce: { from: CivilDate.parseUnsafe("2023-01-01") },
 *   sources: [{ id: "办法", citation: { title: "样例办法", standing: "transcription" } }],
 *   total: Scoring.parts([
 *     Scoring.only({ kind: "测评", domain: Scoring.domain("分", "0", "100", "1") }),
 *     Scoring.only({ kind: "附加", domain: Scoring.domain("分", "0", "1", "1") }),
 *   ]),
 *   levels: [
 *     { id: "合格", label: { zh: "合格" }, on: { ge: "60" }, cite },
 *     { id: "不合格", label: { zh: "不合格" }, on: { lt: "60" }, cite },
 *   ],
 * })
 * const found = Narrowing.of(
 *   {
 *     book,
 *     period: Period.yearUnsafe(2023),
 *     at: Coordinate.of(CivilDate.parseUnsafe("2023-12-31"), Coordinate.instantUnsafe(0)),
 *     subjects: [{ id: "甲", labels: {} }],
 *     facts: [],
 *   },
 *   "甲",
 * )
 * assert.deepEqual(found?.things.map(({ thing }) => thing.name), ["测评", "附加"])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const of = (input: Input, subject: string): Narrowing | undefined => {
  const judging = Judging.open(input)
  const called = judging.called.find((one) => one.subject.id === subject)
  if (called === undefined || called.found.standing === "exempt") return undefined
  const others = othersOf(judging, subject)
  const judged = (supposed?: Supposed, trace?: Trace): Candidate => {
    const world = among(judging.world, judging.world.subjects)
    const scope: Scope = {
      world: supposed === undefined ? world : { ...world, supposed },
      subject: called.subject,
      window: input.period,
      ...(trace === undefined ? {} : { trace }),
    }
    const one = judge(input.book, scope, called.found)
    if (one.standing !== "rated" || others.length === 0) return one
    return quotas(input.book, [...others, one].sort(bySubject)).find((all) => all.subject.id === subject) ?? one
  }
  const open = new Set<string>()
  const now = judged(undefined, noting(open))
  const left = leftOf(input.book, now)
  const things = [...open].sort().flatMap((name) => {
    const told = toldOf(input, subject, thingOf(input.book, name), judged)
    const isRead = Value.isNumeric(now.score) && Value.because(now.score).includes(name)
    const isIdle = byOpenness(told.atWorst, left) === 0 && byOpenness(told.atBest, left) === 0
    return isRead || !isIdle ? [told] : []
  })
  return { subject, now: left, things: things.sort(byTold) }
}

const bySubject = (a: Candidate, b: Candidate): number => (a.subject.id < b.subject.id ? -1 : 1)

/** Everybody else, where quotas make their levels matter. */
const othersOf = (judging: Judging.Judging, subject: string): ReadonlyArray<Candidate> => {
  if (!judging.given.book.quotas.some(({ sense }) => sense === "most")) return []
  const rest = judging.called.filter((one) => one.subject.id !== subject && one.found.standing === "rated")
  return rest.flatMap((one) => Judging.judged(judging, one).candidate ?? [])
}

/** Writes down the reasons of everything that is open. */
const noting = (open: Set<string>): Trace => ({
  facts: () => {},
  lines: () => {},
  value: (_: Path, __: Scope, ___: Expression, value: Value.Value) => {
    if (value.is === "between") for (const name of value.because) open.add(name)
  },
})

const leftOf = (book: Rulebook, { score, levels }: Candidate): Left => ({
  score: stored(score),
  level: Judging.standing(book, levels),
})

const thingOf = (book: Rulebook, name: string): Thing => {
  const nodes = nodesOfBook(book).map(({ e }) => e)
  if (nodes.some((e) => e.op === "param" && e.name === name)) return { name, is: "parameter" }
  if (nodes.some((e) => e.op === "result" && `${e.book}.${e.node}` === name)) return { name, is: "result" }
  const isKind = nodes.some(
    (e) => (e.op === "fact" && e.kind === name) || (e.op === "acts" && e.acts.some(({ kind }) => kind === name)),
  )
  return { name, is: isKind ? "fact" : "field" }
}

/** What is left when a thing is told each of the values tried. */
const toldOf = ({ book }: Input, subject: string, thing: Thing, judged: (supposed: Supposed) => Candidate): Told => {
  const seen = new Map<string, Choice>()
  const value =
    (index: number): Supposed["value"] =>
    (e, scope, open) => {
      if (!isLeaf(e) || open.because.length !== 1 || open.because[0] !== thing.name) return undefined
      const choice = choiceOf(open)
      seen.set(readingOf(e, scope, choice), choice)
      return choice.values[Math.min(index, choice.values.length - 1)]
    }
  const lefts = [judged({ subject, value: value(0) })]
  const longest = () => Math.max(1, ...[...seen.values()].map(({ values }) => values.length))
  for (let index = 1; index < longest(); index++) lefts.push(judged({ subject, value: value(index) }))
  const sorted = lefts.map((one) => leftOf(book, one)).sort(byOpenness)
  const best = sorted[0] ?? NOTHING
  const worst = sorted.find((one) => byOpenness(one, sorted.at(-1) ?? one) === 0) ?? best
  const [only, ...more] = seen.values()
  return { thing, atWorst: worst, atBest: best, tried: more.length === 0 && only?.isWhole === true ? "every" : "some" }
}

/** The values that are tried for something unknown; `isWhole` where they are all that it can be. */
interface Choice {
  readonly values: ReadonlyArray<Exact.Exact>
  readonly isWhole: boolean
}

/** How many values are tried one by one, and how many where they are more. */
const [MOST_TRIED, SOME_TRIED] = [101, 41]

const choiceOf = (open: Value.Between): Choice => {
  const points = Value.pointsOf(open)
  if (points !== undefined && points.length <= MOST_TRIED) return { values: points, isWhole: true }
  const step = open.step ?? Exact.one
  const { from, to } = open
  if (from !== null && to !== null) return { values: spread(from, to, step), isWhole: false }
  const ahead = RUNS.map((run) => Exact.multiply(Exact.integerUnsafe(run), step))
  if (from !== null) return { values: ahead.map((run) => Exact.add(from, run)), isWhole: false }
  if (to !== null) return { values: ahead.map((run) => Exact.subtract(to, run)), isWhole: false }
  return { values: [...ahead.map(Exact.negate).reverse(), ...ahead.slice(1)], isWhole: false }
}

/** How many steps from an end values are tried where there is no other end. */
const RUNS = [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]

/** Both ends, their neighbours, and values of the lattice at equal distances between them. */
const spread = (from: Exact.Exact, to: Exact.Exact, step: Exact.Exact): ReadonlyArray<Exact.Exact> => {
  const parts = SOME_TRIED - 3
  const run = Exact.divideUnsafe(Exact.subtract(to, from), Exact.integerUnsafe(parts))
  const between = Array.from({ length: parts - 1 }, (_, index) =>
    Rounding.round(Exact.add(from, Exact.multiply(run, Exact.integerUnsafe(index + 1))), "floor", step),
  )
  const all = [from, Exact.add(from, step), ...between, Exact.subtract(to, step), to]
  return [...new Map(all.sort(Exact.compare).map((q) => [Exact.text(q), q])).values()]
}

const isLeaf = (e: Expression): boolean => e.op === "fact" || e.op === "param" || e.op === "result" || e.op === "field"

/** What is read where: two readings that differ are two values that a thing stands for. */
const readingOf = (e: Expression, { fact, window, view }: Scope, { values }: Choice): string => {
  const what = e.op === "fact" ? [e.take, e.field ?? "value", e.where ?? null] : []
  return JSON.stringify([e.op, ...what, window, view ?? null, fact?.id ?? null, values.map(Exact.text)])
}

const NOTHING: Left = { score: { is: "absent", why: "unknown" }, level: { is: "none" } }

/** How wide a score still is: how many of its ends are open, then how far apart they are. */
const widthOf = (score: Outcome.Value): readonly [open: number, width: Exact.Exact] => {
  if (score.is !== "between") return [0, Exact.zero]
  const { from, to } = score
  if (from === undefined || to === undefined) return [from === to ? 2 : 1, Exact.zero]
  return [0, Exact.subtract(Exact.parseUnsafe(to), Exact.parseUnsafe(from))]
}

/** Fewer levels first, then the narrower score. */
const byOpenness = (a: Left, b: Left): number => {
  const levels = ({ level }: Left) => (level.is === "among" ? level.levels.length : 1)
  const [[open, width], [otherOpen, otherWidth]] = [widthOf(a.score), widthOf(b.score)]
  return levels(a) - levels(b) || open - otherOpen || Exact.compare(width, otherWidth)
}

const byTold = (a: Told, b: Told): number =>
  byOpenness(a.atWorst, b.atWorst) || byOpenness(a.atBest, b.atBest) || (a.thing.name < b.thing.name ? -1 : 1)
