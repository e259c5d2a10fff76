/**
 * Least change (达标方案): the smallest sets of attainable facts that bring one subject to a level or a score, or the reasons
 * why none does. Everybody else's facts stay as they are.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as CivilDate from "../foundation/CivilDate.js"
import * as Exact from "../foundation/Exact.js"
import { type Fault, make as fault, getOrThrow } from "../foundation/Fault.js"
import type { Label } from "../foundation/Label.js"
import * as Period from "../foundation/Period.js"
import * as Attempt from "./Attempt.js"
import type { Fact } from "./Fact.js"
import type { Input } from "./Interpreter.js"
import * as Judging from "./Judging.js"
import * as Obstacles from "./Obstacles.js"
import type * as Outcome from "./Outcome.js"
import * as Scheduling from "./Scheduling.js"
import * as Search from "./Search.js"
import * as Trials from "./Trials.js"
import * as Value from "./Value.js"
import { type Candidate, stored } from "./Verdict.js"

// ---------------------------------------------------------------- models

/**
 * What is to be reached: a level or a better one, or a rounded score or a higher one.
 *
 * @category models
 * @since 0.1.0
 */
export type Target = Obstacles.Target

/**
 * Something that can still happen: the fact it would be (its id names it), how many times, the last day (`by`), what one
 * costs or how hard it is to come by (1 unless said), and what it is called. With a last day it can happen on any day from
 * `on` to `by`, each time on another if that is better; without one it happens on its day.
 *
 * @category models
 * @since 0.1.0
 */
export interface Possible {
  readonly fact: Omit<Fact, "subject" | "recordedAt" | "supersedes" | "void">
  readonly times: number
  readonly by?: CivilDate.CivilDate
  readonly cost?: string
  readonly label?: Label
}

/**
 * How many plans are wanted (three), how many evaluations may be spent (2,000), and the day from which things can happen
 * (that of the outcome).
 *
 * @category models
 * @since 0.1.0
 */
export interface Options {
  readonly plans?: number
  readonly budget?: number
  readonly from?: CivilDate.CivilDate
}

/**
 * One step of a plan: which attainable fact, how many times, on which day it is reckoned, and by when it can happen. What
 * has to happen in several months to count stands in several steps.
 *
 * @category models
 * @since 0.1.0
 */
export interface Step {
  readonly fact: string
  readonly times: number
  readonly on: CivilDate.CivilDate
  readonly by?: CivilDate.CivilDate
}

/**
 * A set of steps none of which can be left out, what it costs, and the score and level it brings.
 *
 * @category models
 * @since 0.1.0
 */
export interface Plan {
  readonly steps: ReadonlyArray<Step>
  readonly cost: string
  readonly score: Outcome.Value
  readonly level: Outcome.Standing
}

/**
 * Why a target cannot be reached; all that hold are named. The subject is not graded (`standing`); an effect in force sets
 * the score to nought, takes off or holds the level (`effect`); the climb limit; a quota whose places others hold; a score
 * that comes to `most` where `asked` is due, with the caps that take from what is possible (`short`); a further condition of
 * the level; a level that only an award gives (`award`); nothing that is possible is read by the book (`unread`); a thing that
 * comes too late: past its own last day, the day of the assessment or the version's time in force (`late`); facts not known
 * that leave it open (`open`); or none of these alone, and yet no combination does (`combination`).
 *
 * @category models
 * @since 0.1.0
 */
export type Reason = Obstacles.Reason

/**
 * What was found. `all`: there are no other least plans; `least`: none before the last of these was missed. `undecided`: the
 * budget was spent before a plan was found or every one ruled out, or a day that was not tried might do. `base` is what the result is without any of it on the
 * day of the assessment, and `evaluations` how many were made.
 *
 * @category models
 * @since 0.1.0
 */
export type LeastChange = {
  readonly subject: string
  readonly target: Target
  readonly base: { readonly score: Outcome.Value; readonly level: Outcome.Standing }
  readonly on: CivilDate.CivilDate
  readonly peers: "fixed"
  readonly evaluations: number
} & (
  | { readonly is: "already" }
  | { readonly is: "plans"; readonly plans: ReadonlyArray<Plan>; readonly all: boolean; readonly least: boolean }
  | { readonly is: "unreachable"; readonly reasons: ReadonlyArray<Reason> }
  | { readonly is: "undecided" }
)

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with a question: an outcome of another book or period, a subject or level that is not there, a number
 * of times that is none from 1 to 1,000, a cost below nought or no number, or two things under one id.
 *
 * @category errors
 * @since 0.1.0
 */
export type LeastChangeFault = Fault<
  | "leastChange.otherBook"
  | "leastChange.otherPeriod"
  | "leastChange.noSubject"
  | "leastChange.noLevel"
  | "leastChange.badScore"
  | "leastChange.badTimes"
  | "leastChange.badCost"
  | "leastChange.duplicateId"
  | "leastChange.takenId"
>

// ---------------------------------------------------------------- decisions

/**
 * The least sets of attainable facts that bring the subject of an outcome to a target, by cost, then size, then name; or why
 * none does.
 *
 * **Details**
 *
 * Each trial is evaluated by the interpreter as on the last day of the period (or the input's day, if that is later) with
 * everybody else's facts as they are, so that caps, deadlines, effects, the climb limit and quotas all hold. A thing happens
 * on its day, or the first day from which things can still happen; where that is after its last day it cannot. Where it has
 * a last day, a day of every calendar span between the two is tried that caps, scores by the span and terms tell apart. A
 * set is least if no part of it reaches the target. Sets are ruled out without a trial only where evaluating what may happen as
 * not known shows that none of them can reach it.
 *
 * Where the budget is spent, a set from which nothing can be left out is still looked for among all that is possible; it is
 * then not known to be the least (`least: false`). `unreachable` is said only where every set was tried or ruled out, on
 * every day that can matter: where the book compares days one by one (the latest of several facts, repetitions, what repairs
 * an effect), not every day is tried, and what is not found is `undecided`.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, Period } from "dangjian/foundation"
 * import { Interpreter, LeastChange } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const input = {
 *   book: WendengVillage.rulebook,
 *   period: Period.yearUnsafe(2023),
 *   at: Coordinate.of(CivilDate.parseUnsafe("2023-09-30"), Coordinate.instantUnsafe(0)),
 *   subjects: [{ id: "m1", labels: { 身份: ["党员"] } }], // made up
 *   facts: [],
 * }
 * const [outcome] = Interpreter.evaluate(input).outcomes
 * const blood = { id: "献血", kind: "P-058", on: CivilDate.parseUnsafe("2023-11-01") }
 * const found = Result.getOrThrow(
 *   LeastChange.find(input, outcome!, { level: "三星" }, [{ fact: blood, times: 4 }]),
 * )
 * assert.equal(found.is, "plans")
 * assert.deepEqual(found.is === "plans" ? found.plans[0]?.steps.map(({ fact, times }) => [fact, times]) : [], [["献血", 3]])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const find = (
  input: Input,
  outcome: Pick<Outcome.Outcome, "book" | "subject" | "period" | "at">,
  target: Target,
  stillPossible: ReadonlyArray<Possible>,
  options: Options = {},
): Result.Result<LeastChange, ReadonlyArray<LeastChangeFault>> => {
  const faults = check(input, outcome, target, stillPossible)
  if (faults.length > 0) return Result.fail(faults)
  return Result.succeed(solve(input, outcome, target, stillPossible, options))
}

/**
 * {@link find}, throwing a `FaultError` on a question that cannot be asked.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, Period } from "dangjian/foundation"
 * import { Interpreter, LeastChange } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const input = {
 *   book: WendengVillage.rulebook,
 *   period: Period.yearUnsafe(2023),
 *   at: Coordinate.of(CivilDate.parseUnsafe("2023-12-31"), Coordinate.instantUnsafe(0)),
 *   subjects: [{ id: "m1", labels: { 身份: ["党员"] } }], // made up
 *   facts: [],
 * }
 * const [outcome] = Interpreter.evaluate(input).outcomes
 * assert.equal(LeastChange.findUnsafe(input, outcome!, { level: "二星" }, []).is, "already")
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const findUnsafe = (
  input: Input,
  outcome: Pick<Outcome.Outcome, "book" | "subject" | "period" | "at">,
  target: Target,
  stillPossible: ReadonlyArray<Possible>,
  options: Options = {},
): LeastChange => getOrThrow(find(input, outcome, target, stillPossible, options))

const check = (
  { book, period, subjects, facts }: Input,
  outcome: Pick<Outcome.Outcome, "book" | "subject" | "period">,
  target: Target,
  stillPossible: ReadonlyArray<Possible>,
): ReadonlyArray<LeastChangeFault> => {
  const { subject } = outcome
  const taken = new Set(facts.map(({ id }) => id))
  const seen = new Set<string>()
  return [
    ...(outcome.book === book.id ? [] : [fault("leastChange.otherBook", { book: outcome.book, asked: book.id })]),
    ...(Period.equals(outcome.period, period)
      ? []
      : [fault("leastChange.otherPeriod", { period: Period.text(outcome.period), asked: Period.text(period) })]),
    ...(subjects.some(({ id }) => id === subject) ? [] : [fault("leastChange.noSubject", { subject })]),
    ...("level" in target && !book.levels.some(({ id }) => id === target.level)
      ? [fault("leastChange.noLevel", { level: target.level })]
      : []),
    ...("score" in target && Result.isFailure(Exact.parse(target.score))
      ? [fault("leastChange.badScore", { score: target.score })]
      : []),
    ...stillPossible.flatMap(({ fact, times, cost = "1" }, index) => {
      const { id } = fact
      const price = Exact.parse(cost)
      const isTwice = seen.has(id)
      seen.add(id)
      return [
        ...(Number.isInteger(times) && times >= 1 && times <= MOST_TIMES
          ? []
          : [fault("leastChange.badTimes", { id, times: String(times) }, [index, "times"])]),
        ...(Result.isSuccess(price) && Exact.sign(price.success) >= 0
          ? []
          : [fault("leastChange.badCost", { id, cost }, [index, "cost"])]),
        ...(isTwice ? [fault("leastChange.duplicateId", { id }, [index, "fact", "id"])] : []),
        ...(taken.has(id) ? [fault("leastChange.takenId", { id }, [index, "fact", "id"])] : []),
      ]
    }),
  ]
}

/** How many times a thing may be possible at most. */
const MOST_TIMES = 1000

type Asked = Pick<Outcome.Outcome, "subject" | "at">

const solve = (
  given: Input,
  outcome: Asked,
  target: Target,
  stillPossible: ReadonlyArray<Possible>,
  { plans = 3, budget = 2000, from = outcome.at.validAt }: Options,
): LeastChange => {
  const input = { ...given, facts: Judging.sole(given.facts), at: Attempt.assessed(given) }
  const late = stillPossible.flatMap((one) => lateness(input, one, from)).sort((a, b) => (a.fact < b.fact ? -1 : 1))
  const missed = new Set(late.map(({ fact }) => fact))
  const inTime = stillPossible.filter((one) => !missed.has(one.fact.id))
  const { options, isWhole } = optionsOf(input, outcome.subject, inTime, from)
  const trials = Trials.make(input, outcome.subject, target, options, budget)
  const found = answer(input, target, { options, trials, isWhole }, Math.max(1, plans), late)
  const base = trials.exact(options.map(() => 0))
  return {
    subject: outcome.subject,
    target,
    base: base === undefined ? NOTHING : shownOf(input, base),
    on: input.at.validAt,
    peers: "fixed",
    evaluations: trials.made(),
    ...found,
  }
}

const byId = (a: Trials.Option, b: Trials.Option): number => (a.id === b.id ? order(a.on, b.on) : order(a.id, b.id))

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const NOTHING: LeastChange["base"] = { score: { is: "absent", why: "exempt" }, level: { is: "none" } }

const shownOf = ({ book }: Input, { score, levels }: Candidate): LeastChange["base"] => ({
  score: stored(score),
  level: Judging.standing(book, levels),
})

/** What is tried; `isWhole` where no other day could do better. */
interface Tried {
  readonly options: ReadonlyArray<Trials.Option>
  readonly trials: Trials.Trials
  readonly isWhole: boolean
}

/** Each thing on each day that it has to be tried on. */
const optionsOf = (
  input: Input,
  subject: string,
  possible: ReadonlyArray<Possible>,
  from: CivilDate.CivilDate,
): Pick<Tried, "options" | "isWhole"> => {
  const spans = possible.map((one) => {
    const first = CivilDate.max(one.fact.on, from)
    return { one, first, last: one.by === undefined ? first : Scheduling.lastOf(input, one.by) }
  })
  const company: Scheduling.Company = {
    facts: input.facts.filter((fact) => fact.subject === subject),
    possible: spans.map(({ one, last }) => ({ id: one.fact.id, kind: one.fact.kind, last })),
  }
  const scheduled = spans.map(({ one, first, last }) => {
    const { days, isWhole } = Scheduling.of(input, one.fact, first, last, company)
    return { isWhole, options: days.map((on) => optionOf(one, on)) }
  })
  return {
    options: scheduled.flatMap(({ options }) => options).sort(byId),
    isWhole: scheduled.every(({ isWhole }) => isWhole),
  }
}

const optionOf = ({ fact, times, by, cost = "1" }: Possible, on: CivilDate.CivilDate): Trials.Option => ({
  id: fact.id,
  times,
  cost: Exact.parseUnsafe(cost),
  on,
  fact,
  ...(by === undefined ? {} : { by }),
})

/** Why a thing cannot happen in time. */
const lateness = (
  { book, at }: Input,
  { fact, by }: Possible,
  from: CivilDate.CivilDate,
): ReadonlyArray<Extract<Reason, { is: "late" }>> => {
  const on = CivilDate.max(fact.on, from)
  const late = (why: "deadline" | "assessed" | "force", last: CivilDate.CivilDate) => [
    { is: "late" as const, fact: fact.id, on, why, last },
  ]
  if (by !== undefined && on > by) return late("deadline", by)
  if (on > at.validAt) return late("assessed", at.validAt)
  const { to } = book.inForce
  if (book.factsUnder === "factDate" && to !== undefined && on >= to)
    return late("force", CivilDate.addDaysUnsafe(to, -1))
  return []
}

type Answer =
  | { readonly is: "already" }
  | { readonly is: "plans"; readonly plans: ReadonlyArray<Plan>; readonly all: boolean; readonly least: boolean }
  | { readonly is: "unreachable"; readonly reasons: ReadonlyArray<Reason> }
  | { readonly is: "undecided" }

const answer = (
  input: Input,
  target: Target,
  { options, trials, isWhole }: Tried,
  plans: number,
  late: ReadonlyArray<Reason>,
): Answer => {
  const none = options.map(() => 0)
  const base = trials.exact(none)
  if (base === undefined) return { is: "unreachable", reasons: [{ is: "standing", standing: "exempt" }, ...late] }
  if (trials.reaches(none)) return { is: "already" }
  const read = options.flatMap((option, index) => (trials.reads(option) ? [index] : []))
  const order = byGain(read, options, trials)
  const items = order.flatMap((index) => options[index] ?? [])
  const spread = (counts: Search.Counts): Search.Counts => {
    const all = [...none]
    for (const [at, index] of order.entries()) all[index] = counts[at] ?? 0
    return all
  }
  const goal: Search.Goal = {
    reaches: (counts) => trials.reaches(spread(counts)),
    mayReach: (counts, others) => trials.mayReach(spread(counts), spread(others)),
    goesOn: trials.goesOn,
  }
  const planned = (sets: ReadonlyArray<Search.Counts>) =>
    sets.flatMap((counts) => planOf(input, options, trials, spread(counts)))
  const found = Search.least(items, goal, plans)
  if (found.sets.length > 0) {
    return { is: "plans", plans: planned(found.sets), all: found.isAll && isWhole, least: isWhole }
  }
  if (!found.isOut) {
    const isSure = isWhole || read.length === 0 || isUngraded(target, base)
    return isSure
      ? { is: "unreachable", reasons: reasonsOf(input, target, options, trials, late) }
      : { is: "undecided" }
  }
  const full = Search.fullOf(items)
  trials.extend(4 * Search.sizeOf(full) + 1)
  const some = goal.reaches(full) ? Search.lessened(items, full, goal) : undefined
  return some === undefined ? { is: "undecided" } : { is: "plans", plans: planned([some]), all: false, least: false }
}

/** Whether no day makes a level of it. */
const isUngraded = (target: Target, { standing }: Candidate): boolean => "level" in target && standing !== "rated"

/** What brings most by itself first: what is left behind it can then be ruled out soonest. */
const byGain = (
  indices: ReadonlyArray<number>,
  options: ReadonlyArray<Trials.Option>,
  trials: Trials.Trials,
): ReadonlyArray<number> => {
  const gains = new Map(
    indices.map((index) => {
      const score = trials.exact(options.map((_, at) => (at === index ? 1 : 0)))?.score
      return [index, score !== undefined && Value.isNumeric(score) ? Value.low(score) : null] as const
    }),
  )
  return [...indices].sort((a, b) => {
    const [left, right] = [gains.get(a) ?? null, gains.get(b) ?? null]
    if (left === null || right === null) return left === right ? a - b : left === null ? 1 : -1
    return Exact.compare(right, left) || a - b
  })
}

const planOf = (
  input: Input,
  options: ReadonlyArray<Trials.Option>,
  trials: Trials.Trials,
  counts: Search.Counts,
): ReadonlyArray<Plan> => {
  const reached = trials.exact(counts)
  if (reached === undefined) return []
  const steps = options.flatMap(({ id, on, by }, index): ReadonlyArray<Step> => {
    const times = counts[index] ?? 0
    return times === 0 ? [] : [{ fact: id, times, on, ...(by === undefined ? {} : { by }) }]
  })
  return [{ steps, cost: Exact.text(Search.costOf(options, counts)), ...shownOf(input, reached) }]
}

const reasonsOf = (
  { book }: Input,
  target: Target,
  options: ReadonlyArray<Trials.Option>,
  trials: Trials.Trials,
  late: ReadonlyArray<Reason>,
): ReadonlyArray<Reason> => {
  const shown = trials.shown()
  const isUnread = options.length > 0 && options.every((option) => !trials.reads(option))
  const found: ReadonlyArray<Reason> = [
    ...(shown === undefined ? [] : Obstacles.reasons(book, target, shown)),
    ...(isUnread ? [{ is: "unread" as const, facts: [...new Set(options.map(({ id }) => id))] }] : []),
    ...late,
  ]
  return found.length > 0 ? found : [{ is: "combination" }]
}
