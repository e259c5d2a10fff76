/**
 * The compiled plan (编译评价): a rulebook read once that rates many subjects fast, equal to the interpreter.
 *
 * Every node is worked out for all subjects at once, in whole machine numbers on a common denominator, so that nothing is
 * rounded. What is unusual about a subject (an interval, a conflict, a line that is not certain) is left to the
 * interpreter for that subject alone. A rating holds columns, not outcomes; an outcome with every node and line is made
 * when it is asked for.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import type { Subject } from "./Fact.js"
import type * as Interpreter from "./Interpreter.js"
import * as Judging from "./Judging.js"
import type * as Outcome from "./Outcome.js"
import * as PlanBook from "./PlanBook.js"
import { YES } from "./PlanChoice.js"
import { type Column, exactAt, isAbsent, SIDE, whyOf } from "./PlanColumn.js"
import type * as PlanPopulation from "./PlanPopulation.js"
import { proven } from "./PlanProof.js"
import * as PlanRating from "./PlanRating.js"
import { CONFLICT, NONE, SEVERAL, type Verdict } from "./PlanVerdict.js"
import type { Rulebook } from "./Rulebook.js"
import * as Value from "./Value.js"
import { stored } from "./Verdict.js"

// ---------------------------------------------------------------- models

/**
 * A rulebook compiled. It holds nothing of a period or of subjects, so that one plan serves many ratings.
 *
 * @category models
 * @since 0.1.0
 */
export interface Plan {
  readonly book: Rulebook
  /** @internal */
  readonly compiled: PlanBook.CompiledBook
}

/**
 * What a plan is applied to: the interpreter's input without the book.
 *
 * @category models
 * @since 0.1.0
 */
export type Input = Omit<Interpreter.Input, "book">

/**
 * The ratings of all subjects, in columns. It keeps the input by reference, for outcomes that are asked for later; the
 * input must not be changed as long.
 *
 * @category models
 * @since 0.1.0
 */
export interface Ratings {
  readonly plan: Plan
  readonly input: Input
  /** How the quotas stand. */
  readonly quotas: ReadonlyArray<Outcome.QuotaReport>
  /** The facts known at the coordinate that are about nobody among the subjects. */
  readonly unread: ReadonlyArray<string>
  /** @internal */
  readonly subjects: ReadonlyArray<Subject>
  /** Where each subject stands in the columns, less than nought for who is exempt. @internal */
  readonly rows: Int32Array
  /** @internal */
  readonly classes: PlanRating.Classes
  /** @internal */
  readonly verdict: Verdict
  /** @internal */
  readonly falls: ReadonlyMap<number, ReadonlyArray<PlanPopulation.Fall>>
  /** @internal */
  readonly rankings: ReadonlyArray<PlanPopulation.Ranked>
  /** The interpreter's world, made when it is first needed. @internal */
  readonly judging: () => Judging.Judging
}

// ---------------------------------------------------------------- constructors

/**
 * Compiles a rulebook that {@link Rulebook.check} finds nothing wrong with.
 *
 * @example
 * ```ts
 * import { Plan } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const plan = Plan.compile(WendengVillage.rulebook)
 * assert.equal(plan.book.id, WendengVillage.rulebook.id)
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const compile = (book: Rulebook): Plan => ({ book, compiled: PlanBook.compiled(book) })

/**
 * Rates all subjects. The order of subjects and facts does not matter.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, Period } from "dangjian/foundation"
 * import { Plan } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const recordedAt = Coordinate.instantUnsafe(0)
 * const ratings = Plan.rate(Plan.compile(WendengVillage.rulebook), {
 *   period: Period.yearUnsafe(2023),
 *   at: Coordinate.of(CivilDate.parseUnsafe("2023-12-31"), recordedAt),
 *   subjects: [{ id: "m1", labels: { 身份: ["党员"] } }], // made up
 *   facts: [{ id: "f1", subject: "m1", kind: "P-058", on: CivilDate.parseUnsafe("2023-03-05"), recordedAt }],
 * })
 * assert.deepEqual(Plan.score(ratings, "m1")?.rounded, { is: "known", q: "1010" })
 * assert.deepEqual(Plan.level(ratings, "m1"), { is: "level", level: "二星" })
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const rate = (plan: Plan, input: Input): Ratings => {
  const { columns, limits, quotas, rankings, strangers } = PlanRating.rated(plan.compiled, {
    ...input,
    book: plan.book,
  })
  const { subjects, rows, classes, verdict, judging } = columns
  const { falls } = limits
  return { plan, input, subjects, rows, classes, verdict, falls, quotas, rankings, unread: strangers, judging }
}

// ---------------------------------------------------------------- getters

/**
 * Who was left to the interpreter, because something about their result is open or contradictory, or an effect of theirs
 * may be repaired.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, Period } from "dangjian/foundation"
 * import { Plan } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const rate = (day: string) =>
 *   Plan.rate(Plan.compile(WendengVillage.rulebook), {
 *     period: Period.yearUnsafe(2023),
 *     at: Coordinate.of(CivilDate.parseUnsafe(day), Coordinate.instantUnsafe(0)),
 *     subjects: [{ id: "m1", labels: { 身份: ["党员"] } }], // made up
 *     facts: [],
 *   })
 * assert.deepEqual(Plan.unusual(rate("2023-12-31")), [])
 * assert.deepEqual(Plan.unusual(rate("2023-06-30")), ["m1"]) // hours of volunteering may still be added
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const unusual = ({ subjects, rows, verdict: { odd } }: Ratings): ReadonlyArray<string> =>
  subjects.flatMap(({ id }, index) => (odd.has(rows[index]!) ? [id] : []))

const indexOf = ({ subjects }: Ratings, id: string): number => {
  let [low, high] = [0, subjects.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (subjects[middle]!.id < id) low = middle + 1
    else high = middle
  }
  return subjects[low]?.id === id ? low : -1
}

/** Where a subject stands in the columns; nothing for who is exempt or unknown. */
const rowOf = (ratings: Ratings, id: string): number | undefined => {
  const row = ratings.rows[indexOf(ratings, id)]
  return row === undefined || row < 0 ? undefined : row
}

/**
 * The ids of all subjects, in order.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, Period } from "dangjian/foundation"
 * import { Plan } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const at = Coordinate.of(CivilDate.parseUnsafe("2023-12-31"), Coordinate.instantUnsafe(0))
 * const subjects = [{ id: "m1", labels: { 身份: ["党员"], 类别: ["党员"] } }] // made up
 * const input = { period: Period.yearUnsafe(2023), at, subjects, facts: [] }
 * const ratings = Plan.rate(Plan.compile(WendengVillage.rulebook), input)
 * assert.deepEqual(Plan.ids(ratings), ["m1"])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const ids = ({ subjects }: Ratings): ReadonlyArray<string> => subjects.map(({ id }) => id)

/**
 * The classes that a subject is of and what they mean for it; nothing for somebody unknown.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, Period } from "dangjian/foundation"
 * import { Plan } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const at = Coordinate.of(CivilDate.parseUnsafe("2023-12-31"), Coordinate.instantUnsafe(0))
 * const subjects = [{ id: "m1", labels: { 身份: ["党员"], 类别: ["党员"] } }] // made up
 * const input = { period: Period.yearUnsafe(2023), at, subjects, facts: [] }
 * const ratings = Plan.rate(Plan.compile(WendengVillage.rulebook), input)
 * assert.deepEqual(Plan.standing(ratings, "m1"), { classes: ["党员"], standing: "rated" })
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const standing = (ratings: Ratings, id: string): Pick<Outcome.Outcome, "classes" | "standing"> | undefined => {
  const { of, found } = ratings.classes
  return found[of[indexOf(ratings, id)] ?? -1]
}

/**
 * The total, the total after score effects and the rounded score of a subject; nothing for who is exempt or unknown.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, Period } from "dangjian/foundation"
 * import { Plan } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const at = Coordinate.of(CivilDate.parseUnsafe("2023-12-31"), Coordinate.instantUnsafe(0))
 * const subjects = [{ id: "m1", labels: { 身份: ["党员"], 类别: ["党员"] } }] // made up
 * const input = { period: Period.yearUnsafe(2023), at, subjects, facts: [] }
 * const ratings = Plan.rate(Plan.compile(WendengVillage.rulebook), input)
 * assert.deepEqual(Plan.score(ratings, "m1")?.total, { is: "known", q: "1000" })
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const score = (ratings: Ratings, id: string): Outcome.Outcome["scores"] => {
  const row = rowOf(ratings, id)
  if (row === undefined) return undefined
  const { odd, total, effective, score: rounded } = ratings.verdict
  const one = odd.get(row)
  return one === undefined
    ? { total: storedAt(total, row), effective: storedAt(effective, row), rounded: storedAt(rounded, row) }
    : { total: stored(one.total), effective: stored(one.effective), rounded: stored(one.score) }
}

const storedAt = (column: Column, row: number): Outcome.Value => {
  const tag = column.tag[row]!
  if (tag > SIDE) return isAbsent(tag) ? { is: "absent", why: whyOf(tag) } : stored(Value.zero)
  return stored(Value.known(exactAt(column, row)))
}

/**
 * The level (等次) of a subject after quotas; nothing for somebody unknown.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, Period } from "dangjian/foundation"
 * import { Plan } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const at = Coordinate.of(CivilDate.parseUnsafe("2023-12-31"), Coordinate.instantUnsafe(0))
 * const subjects = [{ id: "m1", labels: { 身份: ["党员"], 类别: ["党员"] } }] // made up
 * const input = { period: Period.yearUnsafe(2023), at, subjects, facts: [] }
 * const ratings = Plan.rate(Plan.compile(WendengVillage.rulebook), input)
 * assert.deepEqual(Plan.level(ratings, "m1"), { is: "level", level: "二星" })
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const level = (ratings: Ratings, id: string): Outcome.Standing | undefined => {
  const row = rowOf(ratings, id)
  if (row === undefined) return indexOf(ratings, id) < 0 ? undefined : { is: "none" }
  const { level: levels, several, odd } = ratings.verdict
  const at = levels[row]!
  if (at === NONE) return { is: "none" }
  if (at === CONFLICT) {
    const found = odd.get(row)?.levels
    return found?.is === "conflict" ? found : { is: "none" }
  }
  return Judging.standing(ratings.plan.book, { is: "possible", at: at === SEVERAL ? (several.get(row) ?? []) : [at] })
}

/**
 * The effects (否决情形) that hold for a subject, are repaired or may hold, and the levels before each.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, Period } from "dangjian/foundation"
 * import { Plan } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const at = Coordinate.of(CivilDate.parseUnsafe("2023-12-31"), Coordinate.instantUnsafe(0))
 * const subjects = [{ id: "m1", labels: { 身份: ["党员"], 类别: ["党员"] } }] // made up
 * const input = { period: Period.yearUnsafe(2023), at, subjects, facts: [] }
 * const ratings = Plan.rate(Plan.compile(WendengVillage.rulebook), input)
 * assert.deepEqual(Plan.effects(ratings, "m1"), [])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const effects = (ratings: Ratings, id: string): Outcome.Outcome["effects"] => {
  const row = rowOf(ratings, id)
  if (row === undefined) return []
  const { verdict: found, plan } = ratings
  const one = found.odd.get(row)
  if (one !== undefined) return one.effects
  let at = found.first[row]!
  return plan.book.effects.flatMap(({ id: effect }, index): Outcome.Outcome["effects"] => {
    if (found.effects[index]?.[row] !== YES) return []
    const from = at < 0 ? {} : { from: [plan.book.levels[at]?.id ?? ""] }
    const { does } = plan.compiled.effects[index]!
    if (at >= 0 && does !== "zero" && "atMost" in does) at = Math.max(at, does.atMost)
    return [{ effect, state: "holds", ...from }]
  })
}

/**
 * The badges (单项星) of the book, and whether a subject holds them.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, Period } from "dangjian/foundation"
 * import { Plan } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const at = Coordinate.of(CivilDate.parseUnsafe("2023-12-31"), Coordinate.instantUnsafe(0))
 * const subjects = [{ id: "m1", labels: { 身份: ["党员"], 类别: ["党员"] } }] // made up
 * const input = { period: Period.yearUnsafe(2023), at, subjects, facts: [] }
 * const ratings = Plan.rate(Plan.compile(WendengVillage.rulebook), input)
 * assert.deepEqual(Plan.badges(ratings, "m1"), [])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const badges = (ratings: Ratings, id: string): Outcome.Outcome["badges"] => {
  const row = rowOf(ratings, id)
  if (row === undefined) return []
  const { odd, badges: held } = ratings.verdict
  return (
    odd.get(row)?.badges ??
    ratings.plan.book.badges.map(({ id: badge }, index) => ({ badge, held: held[index]?.[row] === YES ? "yes" : "no" }))
  )
}

/**
 * The places (名次) of a subject in the rankings of the book.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, Period } from "dangjian/foundation"
 * import { Plan } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const at = Coordinate.of(CivilDate.parseUnsafe("2023-12-31"), Coordinate.instantUnsafe(0))
 * const subjects = [{ id: "m1", labels: { 身份: ["党员"], 类别: ["党员"] } }] // made up
 * const input = { period: Period.yearUnsafe(2023), at, subjects, facts: [] }
 * const ratings = Plan.rate(Plan.compile(WendengVillage.rulebook), input)
 * assert.deepEqual(Plan.places(ratings, "m1").map(({ place, of }) => [place, of]), [[{ is: "known", q: "1" }, 1]])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const places = (ratings: Ratings, id: string): Outcome.Outcome["places"] => {
  const row = rowOf(ratings, id)
  if (row === undefined) return []
  return ratings.rankings.flatMap((ranked, index): Outcome.Outcome["places"] => {
    const of = ranked.of[row]!
    if (of === 0) return []
    const place =
      ranked.between.get(row) ?? Value.known(Exact.divideUnsafe(Exact.integerUnsafe(ranked.twice[row]!), TWO))
    return [
      {
        ranking: ratings.plan.book.rankings[index]?.id ?? "",
        group: ranked.names[ranked.groups[row]!] ?? "",
        place: stored(place),
        of,
        tied: ranked.tied[row]!,
        open: ranked.open[row] === 1,
      },
    ]
  })
}

const TWO = /* @__PURE__ */ Exact.integerUnsafe(2)

/**
 * The outcome of one subject with every node, line and stage, as the interpreter gives it; nothing for somebody unknown.
 *
 * **Details**
 *
 * The subject is read again by the interpreter; what it takes from its peers is found once for all outcomes that are asked for.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, Period } from "dangjian/foundation"
 * import { Interpreter, Plan } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const at = Coordinate.of(CivilDate.parseUnsafe("2023-12-31"), Coordinate.instantUnsafe(0))
 * const subjects = [{ id: "m1", labels: { 身份: ["党员"], 类别: ["党员"] } }] // made up
 * const input = { period: Period.yearUnsafe(2023), at, subjects, facts: [] }
 * const ratings = Plan.rate(Plan.compile(WendengVillage.rulebook), input)
 * const { outcomes } = Interpreter.evaluate({ book: WendengVillage.rulebook, ...input })
 * assert.deepEqual(Plan.outcome(ratings, "m1"), outcomes[0])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const outcome = (ratings: Ratings, id: string): Outcome.Outcome | undefined => {
  const index = indexOf(ratings, id)
  const subject = ratings.subjects[index]
  return subject === undefined ? undefined : expanded(ratings, subject, ratings.rows[index]!)
}

const expanded = (ratings: Ratings, subject: Subject, row: number): Outcome.Outcome => {
  const judging = ratings.judging()
  const called = Judging.call(judging.given, judging.everybody, subject)
  const judged = Judging.judged(judging, called)
  const { candidate } = judged
  const falls = row < 0 ? undefined : ratings.falls.get(row)
  const final = candidate === undefined || falls === undefined ? candidate : fallen(candidate, falls)
  return Judging.outcomeOf(judging, judged, {
    candidates: final === undefined ? new Map() : new Map([[subject.id, final]]),
    places: new Map([[subject.id, places(ratings, subject.id)]]),
  })
}

const fallen = <A extends NonNullable<Judging.Judged["candidate"]>>(
  one: A,
  falls: ReadonlyArray<PlanPopulation.Fall>,
): A => {
  const stages = falls.map(({ by, to }) => ({ stage: "quota" as const, by, to: { is: "possible" as const, at: to } }))
  return { ...one, levels: stages.at(-1)?.to ?? one.levels, stages: [...one.stages, ...stages] }
}

/**
 * The outcomes of all subjects, by id.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, Period } from "dangjian/foundation"
 * import { Plan } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const at = Coordinate.of(CivilDate.parseUnsafe("2023-12-31"), Coordinate.instantUnsafe(0))
 * const subjects = [{ id: "m1", labels: { 身份: ["党员"], 类别: ["党员"] } }] // made up
 * const input = { period: Period.yearUnsafe(2023), at, subjects, facts: [] }
 * const ratings = Plan.rate(Plan.compile(WendengVillage.rulebook), input)
 * assert.deepEqual(Plan.outcomes(ratings).map(({ subject }) => subject), ["m1"])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const outcomes = (ratings: Ratings): ReadonlyArray<Outcome.Outcome> =>
  ratings.subjects.map((subject, index) => expanded(ratings, subject, ratings.rows[index]!))

// ---------------------------------------------------------------- decisions

/**
 * Whether the declared domains prove that machine numbers hold every number of the book, whatever the facts say. Where
 * they do not, because an amount has no bound or a share is not rounded, the plan is as exact, and slower where a number
 * does not fit.
 *
 * @example
 * ```ts
 * import { Plan } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * // A gift of money has no bound.
 * assert.equal(Plan.isNumberOnly(Plan.compile(WendengVillage.rulebook)), false)
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const isNumberOnly = ({ compiled }: Plan): boolean => proven(compiled)
