/**
 * Obstacles (障碍): whether a result is at a target, may still be, or what stands in between.
 *
 * @since 0.1.0
 */
import type { CivilDate } from "../foundation/CivilDate.js"
import * as Exact from "../foundation/Exact.js"
import type { Does, Level } from "./Clause.js"
import { decide } from "./Condition.js"
import { read } from "./Evaluation.js"
import type { Cite } from "./Expression.js"
import type * as Outcome from "./Outcome.js"
import type { Rulebook } from "./Rulebook.js"
import * as Span from "./Span.js"
import { nodesOfBook } from "./Structure.js"
import * as Value from "./Value.js"
import type { Candidate } from "./Verdict.js"
import { frozen } from "./World.js"

// ---------------------------------------------------------------- models

/** @internal */
export type Target = { readonly level: string } | { readonly score: string }

/**
 * Why a target cannot be reached: the subject is not graded (`standing`); an effect in force sets the score to nought, takes
 * off or holds the level (`effect`); the climb limit; a quota whose places others hold; a score that comes to `most` at most
 * where `asked` is due, with the caps that are exhausted (`short`); a further condition of the level; a level that only an
 * award gives (`award`); nothing that is possible is read by the book (`unread`); a thing that comes too late, past its own
 * last day, the day of the assessment or the version's time in force (`late`); facts not known that leave it open (`open`);
 * or none of these alone: no combination does (`combination`). @internal
 */
export type Reason =
  | { readonly is: "standing"; readonly standing: Outcome.Outcome["standing"] }
  | { readonly is: "effect"; readonly effect: string; readonly does: Does; readonly cite: Cite }
  | { readonly is: "climb"; readonly last: string; readonly steps: number; readonly cite: Cite }
  | { readonly is: "quota"; readonly quota: string; readonly cite: Cite }
  | {
      readonly is: "short"
      readonly asked: string
      readonly most: string
      readonly caps: ReadonlyArray<{ readonly cap: string; readonly cite: Cite }>
    }
  | { readonly is: "condition"; readonly level: string; readonly cite: Cite }
  | { readonly is: "award"; readonly level: string; readonly cite: Cite }
  | { readonly is: "unread"; readonly facts: ReadonlyArray<string> }
  | {
      readonly is: "late"
      readonly fact: string
      readonly on: CivilDate
      readonly why: "deadline" | "assessed" | "force"
      readonly last: CivilDate
    }
  | { readonly is: "open"; readonly because: ReadonlyArray<string> }
  | { readonly is: "combination" }

/** What trials have shown: all that is possible at once, the highest score met, and what stood in the way. @internal */
export interface Shown {
  /** With everything possible left open, where that bounds it, else with everything possible happening. */
  readonly whole: Candidate
  readonly isBounded: boolean
  readonly highest: Exact.Exact | null
  /** What the score comes to at most, where leaving everything open would count a thing once for each of its days. */
  readonly most?: Exact.Exact
  readonly quotas: ReadonlySet<string>
  readonly caps: ReadonlySet<string>
  readonly open: ReadonlySet<string>
}

// ---------------------------------------------------------------- guards

const indexOf = (book: Rulebook, level: string): number => book.levels.findIndex(({ id }) => id === level)

/** Whether a result is at the target for certain. @internal */
export const isReached = (book: Rulebook, target: Target, { score, levels }: Candidate): boolean => {
  if ("score" in target) {
    const low = Value.isNumeric(score) ? Value.low(score) : null
    return low !== null && Exact.compare(low, Exact.parseUnsafe(target.score)) >= 0
  }
  const wanted = indexOf(book, target.level)
  return levels.is === "possible" && levels.at.length > 0 && levels.at.every((at) => at <= wanted)
}

/** Whether a result may be at the target; what is in conflict or absent is not ruled out. @internal */
export const mayBeReached = (book: Rulebook, target: Target, { score, levels }: Candidate): boolean => {
  if ("score" in target) {
    if (!Value.isNumeric(score)) return true
    const high = Value.high(score)
    return high === null || Exact.compare(high, Exact.parseUnsafe(target.score)) >= 0
  }
  const wanted = indexOf(book, target.level)
  return levels.is !== "possible" || levels.at.some((at) => at <= wanted)
}

/** Whether nought is at the target, which an effect can make of a score that is none. @internal */
export const isNoughtEnough = (book: Rulebook, target: Target): boolean =>
  "score" in target
    ? Exact.sign(Exact.parseUnsafe(target.score)) <= 0
    : book.levels
        .slice(0, indexOf(book, target.level) + 1)
        .some(({ on }) => on !== null && Span.contains(on, Exact.zero))

/**
 * The quotas that leave no place at the target even with the highest score possible, whichever level at the target is
 * reached by itself; none where a place may be there. @internal
 */
export const fullQuotas = (
  book: Rulebook,
  target: Target,
  alone: Candidate,
  settled: (one: Candidate) => Candidate,
): ReadonlyArray<string> => {
  const { score, levels } = alone
  if ("score" in target || levels.is !== "possible" || !Value.isNumeric(score) || alone.maybeOverQuota) return []
  const high = Value.high(score)
  if (high === null) return []
  const wanted = indexOf(book, target.level)
  const tries = levels.at
    .filter((at) => at <= wanted)
    .map((at) => settled({ ...alone, score: Value.known(high), levels: { is: "possible", at: [at] }, stages: [] }))
  if (tries.some((one) => mayBeReached(book, target, one))) return []
  return tries.flatMap(({ stages }) =>
    stages.flatMap(({ stage, by }) => (stage === "quota" && by !== undefined ? [by] : [])),
  )
}

// ---------------------------------------------------------------- decisions

/** Every reason that holds. @internal */
export const reasons = (book: Rulebook, target: Target, shown: Shown): ReadonlyArray<Reason> => {
  const { whole } = shown
  const short = shortfall(book, target, shown)
  if ("score" in target) {
    return [...effects(book, target, whole, short.length > 0), ...short, ...openness(shown)]
  }
  if (whole.standing !== "rated") return [{ is: "standing", standing: whole.standing }]
  const wanted = indexOf(book, target.level)
  const better = book.levels.slice(0, wanted + 1)
  return [
    ...effects(book, target, whole, short.length > 0),
    ...climb(book, wanted, whole),
    ...book.quotas.flatMap(({ id, cite }) => (shown.quotas.has(id) ? [{ is: "quota" as const, quota: id, cite }] : [])),
    ...short,
    ...better.flatMap((level, index) => conditions(level, index, whole)),
    ...awardAlone(better),
    ...openness(shown),
  ]
}

const effects = (book: Rulebook, target: Target, whole: Candidate, isShort: boolean): ReadonlyArray<Reason> => {
  const held = new Set(whole.effects.flatMap(({ effect, state }) => (state === "possible" ? [] : [effect])))
  return book.effects.flatMap(({ id, does: first, repair, cite: own }) => {
    const state = whole.effects.find(({ effect }) => effect === id)?.state
    if (!held.has(id)) return []
    const does = state === "repaired" ? (repair?.does ?? "nothing") : first
    const cite = state === "repaired" ? (repair?.cite ?? own) : own
    if (does === "nothing") return []
    const hinders = typeof does === "object" && "atMost" in does ? holdsDown(book, target, does.atMost) : isShort
    return hinders ? [{ is: "effect" as const, effect: id, does, cite }] : []
  })
}

const holdsDown = (book: Rulebook, target: Target, most: string): boolean =>
  "level" in target && indexOf(book, most) > indexOf(book, target.level)

const climb = (book: Rulebook, wanted: number, { scope }: Candidate): ReadonlyArray<Reason> => {
  const last = frozen(scope, book.id, "previous")?.level
  if (book.climb === null || last === undefined) return []
  const at = indexOf(book, last)
  const { steps, cite } = book.climb
  return at < 0 || at - steps > wanted ? [{ is: "climb", last, steps, cite }] : []
}

/** The score that a target asks for at least; nothing where no score is too low for it. */
const askedOf = (book: Rulebook, target: Target): Exact.Exact | undefined => {
  if ("score" in target) return Exact.parseUnsafe(target.score)
  const quantum = Exact.parseUnsafe(book.score.quantum)
  const spans = book.levels.slice(0, indexOf(book, target.level) + 1).flatMap(({ on }) => (on === null ? [] : [on]))
  const starts = spans.map((span) => Span.least(span, quantum))
  if (starts.length === 0 || starts.includes(undefined)) return undefined
  return starts.flatMap((start) => start ?? []).reduce(Exact.min)
}

const shortfall = (book: Rulebook, target: Target, shown: Shown): ReadonlyArray<Reason> => {
  const asked = askedOf(book, target)
  const { score } = shown.whole
  const bound = shown.isBounded && Value.isNumeric(score) ? Value.high(score) : shown.highest
  const most = shown.most ?? bound ?? shown.highest
  if (asked === undefined || most === null || Exact.compare(most, asked) >= 0) return []
  if (shown.isBounded && bound === null && shown.most === undefined) return []
  return [{ is: "short", asked: Exact.text(asked), most: Exact.text(most), caps: capsOf(book, shown.caps) }]
}

const capsOf = (
  book: Rulebook,
  ids: ReadonlySet<string>,
): ReadonlyArray<{ readonly cap: string; readonly cite: Cite }> =>
  nodesOfBook(book).flatMap(({ e }) =>
    e.op === "acts" ? e.caps.flatMap(({ id, cite }) => (ids.has(id) ? [{ cap: id, cite }] : [])) : [],
  )

const conditions = (
  { id, on, and, cite }: Level,
  index: number,
  { scope, score }: Candidate,
): ReadonlyArray<Reason> => {
  if (and === undefined || on === null || !Value.isNumeric(score)) return []
  return decide(and, scope, ["levels", index, "and"], read) === "no" ? [{ is: "condition", level: id, cite }] : []
}

const awardAlone = (better: ReadonlyArray<Level>): ReadonlyArray<Reason> => {
  const last = better.at(-1)
  return last !== undefined && better.every(({ on }) => on === null)
    ? [{ is: "award", level: last.id, cite: last.cite }]
    : []
}

const openness = ({ open }: Shown): ReadonlyArray<Reason> =>
  open.size === 0 ? [] : [{ is: "open", because: [...open].sort() }]
