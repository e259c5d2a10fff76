/**
 * The search for witnesses (举证检索): facts about one made-up person on which numbers lie where they are wanted, found by
 * narrowing what each number can still be and trying what is left, within a stated number of steps.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import * as Rounding from "../foundation/Rounding.js"
import { type Box, type Boxes, boxesAgainst, boxesOf, meet } from "./Box.js"
import type * as Defect from "./Defect.js"
import type { Act, Expression } from "./Expression.js"
import type { Fact } from "./Fact.js"
import type { Outcome } from "./Outcome.js"
import * as Range from "./Range.js"
import type { Rulebook } from "./Rulebook.js"
import * as Span from "./Span.js"
import { isStaged, staged } from "./Staging.js"
import * as Term from "./Term.js"
import * as Trial from "./Trial.js"
import { type Ground, type Picks, sheet, term, type Unknown, ways } from "./Unknowns.js"

// ---------------------------------------------------------------- models

/** A number that is wanted on a span: the rounded score, or an expression of the book. @internal */
export interface Want {
  readonly of: "score" | Expression
  readonly on: Span.Span
}

/** Numbers wanted together under any of these conditions, and what the interpreter has to show. @internal */
export interface Question {
  readonly wants: ReadonlyArray<Want>
  readonly boxes: Boxes
  readonly shows: Shows
  /** The book that it is shown on, where that is another. */
  readonly on?: Rulebook
}

/** What has to be shown, or what is, read off the outcome. @internal */
export type Shows = Defect.Shows | ((outcome: Outcome) => Defect.Shows | undefined)

/** @internal */
export type Answer =
  | { readonly is: "found"; readonly witness: Defect.Witness }
  | { readonly is: "impossible" }
  | { readonly is: "undecided" }

/** What is left of a budget: narrowings, and evaluations. @internal */
export interface Purse {
  steps: number
  trials: number
}

/** What score effects leave of the total: nothing holds, or one does; `none`: the score is not asked for. */
interface Stage {
  readonly boxes: Boxes
  readonly less: ReadonlyArray<Exact.Exact> | "zero" | "none"
}

interface Aim {
  readonly term: Term.Term
  readonly on: Span.Span
}

/** How many narrowings and how many evaluations a search may take. @internal */
export const BUDGET: Purse = { steps: 600, trials: 16 }

// ---------------------------------------------------------------- operations

/** Facts that show what is asked for, or that there are none. @internal */
export const seek = (from: Ground, { wants, boxes, shows, on }: Question, purse: Purse = { ...BUDGET }): Answer => {
  const { all, isWhole } = ways([from.book.total, ...wants.flatMap(({ of }) => (of === "score" ? [] : [of]))], from)
  const free: Stage = { boxes: boxesOf(undefined, from.context.reading), less: "none" }
  const stages = wants.some(({ of }) => of === "score") ? scoreWays(from) : [free]
  let isSure = isWhole
  for (const stage of stages) {
    for (const way of all) {
      const possible = [from.context.scored, stage.boxes, way.boxes, boxes].reduce(meet)
      if (possible === undefined) isSure = false
      for (const box of possible ?? []) {
        const found = seekIn(from, { box, wants, picks: way.picks, less: stage.less }, { shows, on }, purse)
        if (found.is === "found") return found
        if (found.is === "undecided") isSure = false
      }
    }
  }
  return isSure ? { is: "impossible" } : { is: "undecided" }
}

/** The same for what a line reads of its fact: a fact of its kind, by itself. @internal */
export const inLine = (from: Ground, act: Act, { wants, boxes, shows, on }: Question): Answer => {
  const purse = { ...BUDGET }
  const possible = [from.context.scored, boxesOf(act.when, from.context.reading), boxes].reduce(meet)
  let isSure = possible !== undefined
  for (const box of possible ?? []) {
    const found = lineIn(from, act, box, wants, { shows, on }, purse)
    if (found.is === "found") return found
    if (found.is === "undecided") isSure = false
  }
  return isSure ? { is: "impossible" } : { is: "undecided" }
}

/** The facts by which an expression alone comes to a number. @internal */
export const factsFor = (
  from: Ground,
  e: Expression,
  q: Exact.Exact,
  purse: Purse,
): ReadonlyArray<Fact> | undefined => {
  const into = sheet()
  const made = term(e, from, new Map(), into)
  if (made === undefined) return undefined
  const on = { ge: Exact.text(q), le: Exact.text(q) }
  const empty = boxesOf(undefined, from.context.reading)?.[0]
  const found = descend(from, [{ term: made, on }], into.unknowns, purse, (values) =>
    empty === undefined ? undefined : staged(from, empty, into.unknowns, values, () => undefined)?.facts,
  )
  return typeof found === "string" ? undefined : found
}

const scoreEffects = ({ book }: Ground) => book.effects.filter(({ does }) => does === "zero" || "deduct" in does)

/** More score effects than this are not looked at one by one. */
const MOST_EFFECTS = 3

const scoreWays = (from: Ground): ReadonlyArray<Stage> => {
  const { reading } = from.context
  const effects = scoreEffects(from)
  const none = effects.map(({ when }) => boxesAgainst(when, reading)).reduce(meet, boxesOf(undefined, reading))
  const single = effects.slice(0, MOST_EFFECTS).map(({ when, does }, index): Stage => {
    const others = effects.filter((_, at) => at !== index).map((other) => boxesAgainst(other.when, reading))
    const boxes = others.reduce(meet, boxesOf(when, reading))
    return { boxes, less: typeof does === "object" && "deduct" in does ? [Exact.parseUnsafe(does.deduct)] : "zero" }
  })
  return [{ boxes: none, less: [] }, ...single]
}

/** One way that things may lie: conditions, rows of tables, what effects take. */
interface Case {
  readonly box: Box
  readonly wants: ReadonlyArray<Want>
  readonly picks: Picks
  readonly less: Stage["less"]
}

const seekIn = (from: Ground, { box, wants, picks, less }: Case, shows: Shown, purse: Purse): Answer => {
  const into = sheet()
  const aims: Array<Aim> = []
  for (const { of, on } of [...wants, ...furtherIn(box)]) {
    const made =
      of === "score" ? scoreTerm(from, term(from.book.total, from, picks, into), less) : term(of, from, picks, into)
    if (made === undefined) return { is: "undecided" }
    aims.push({ term: made, on })
  }
  const isMore = into.isPartial || (less !== "none" && scoreEffects(from).length > 0)
  const found = descend(from, aims, into.unknowns, purse, (values) => {
    const sample = staged(from, box, into.unknowns, values, (e, q) => factsFor(from, e, q, purse))
    return sample === undefined ? undefined : tried(from, Trial.inputOf(from.book, from.context, sample), shows, purse)
  })
  if (typeof found !== "string") return { is: "found", witness: found }
  return found === "none" && !isMore ? { is: "impossible" } : { is: "undecided" }
}

const lineIn = (from: Ground, act: Act, box: Box, wants: ReadonlyArray<Want>, shows: Shown, purse: Purse): Answer => {
  const into = sheet()
  const all = [...wants, ...furtherIn(box)]
  const aims = all.flatMap(({ of, on }): ReadonlyArray<Aim> => {
    const made = of === "score" ? undefined : term(of, from, new Map(), into)
    return made === undefined ? [] : [{ term: made, on }]
  })
  if (aims.length < all.length || into.unknowns.some(({ e }) => e.op !== "field")) return { is: "undecided" }
  const found = descend(from, aims, into.unknowns, purse, (values) => {
    const sample = Trial.sampleOf(from.book, { ...box, numbers: new Map() }, from.context)
    if (sample === undefined) return undefined
    const own = into.unknowns.map(({ e }, index) => [
      e.op === "field" ? e.field : "",
      Exact.text(values[index] ?? Exact.zero),
    ])
    const fact = Trial.factOf(from.book, act.kind, { tags: sample.fact.tags, values: Object.fromEntries(own) })
    return tried(from, Trial.inputOf(from.book, from.context, sample, [fact]), shows, purse)
  })
  if (typeof found !== "string") return { is: "found", witness: found }
  return found === "none" && !into.isPartial ? { is: "impossible" } : { is: "undecided" }
}

interface Shown {
  readonly shows: Shows
  readonly on: Rulebook | undefined
}

/** The witness, if the interpreter shows on it what it should. */
const tried = (
  { book }: Ground,
  input: Defect.Witness["input"],
  { shows, on }: Shown,
  purse: Purse,
): Defect.Witness | undefined => {
  purse.trials -= 1
  const base = { is: "witness" as const, input, subject: Trial.SUBJECT, ...(on === undefined ? {} : { book: on }) }
  if (typeof shows === "object") {
    const witness: Defect.Witness = { ...base, shows }
    return Trial.shows(book, witness) ? witness : undefined
  }
  const { outcome } = Trial.outcomeOf(book, { ...base, shows: { lines: [] } })
  const shown = outcome === undefined ? undefined : shows(outcome)
  return shown === undefined ? undefined : { ...base, shows: shown }
}

/** What a box says of numbers, as further wants. */
const furtherIn = ({ numbers }: Box): ReadonlyArray<Want> =>
  [...numbers.values()].flatMap((one) => (one.is === "absent" ? [] : [{ of: one.e, on: spanOf(one.low, one.high) }]))

const spanOf = (low: Span.End | undefined, high: Span.End | undefined): Span.Span => ({
  ...(low === undefined ? {} : { [low.closed ? "ge" : "gt"]: Exact.text(low.at) }),
  ...(high === undefined ? {} : { [high.closed ? "le" : "lt"]: Exact.text(high.at) }),
})

const scoreTerm = ({ book }: Ground, total: Term.Term | undefined, less: Stage["less"]): Term.Term | undefined => {
  if (total === undefined) return undefined
  const number = (q: Exact.Exact): Term.Term => ({ is: "number", q })
  const { round, quantum } = book.score
  const rounded = (e: Term.Term): Term.Term =>
    round === "exact" ? e : { is: "round", e, mode: round, step: Exact.parseUnsafe(quantum) }
  if (less === "zero") return rounded({ is: "min", of: [number(Exact.zero), total] })
  if (less === "none" || less.length === 0) return rounded(total)
  const taken = less.map((q) => ({ w: Exact.one, e: number(Exact.negate(q)) }))
  return rounded({ is: "sum", of: [{ w: Exact.one, e: total }, ...taken] })
}

/**
 * Depth first: narrow, choose a number, and try it before what lies beside it. `none`: nothing is left; `given up`: the
 * budget is spent, or something was left that no facts were found for.
 */
const descend = <A extends object>(
  from: Ground,
  aims: ReadonlyArray<Aim>,
  unknowns: ReadonlyArray<Unknown>,
  purse: Purse,
  show: (values: ReadonlyArray<Exact.Exact>) => A | undefined,
): A | "none" | "given up" => {
  const stack: Array<ReadonlyArray<Term.Slot>> = [unknowns.map(({ slot }) => slot)]
  const share = shareOf(aims[0], unknowns)
  let isGivenUp = false
  for (let slots = stack.pop(); slots !== undefined; slots = stack.pop()) {
    if (purse.steps <= 0 || purse.trials <= 0) return "given up"
    purse.steps -= 1 + Math.floor(unknowns.length / PER_STEP)
    const narrowed = [...slots]
    if (!settle(aims, narrowed)) continue
    const at = choose(narrowed, unknowns)
    if (at === undefined) {
      if (!aims.every((aim) => isMet(aim, narrowed))) continue
      const shown = show(narrowed.map(({ min }) => min ?? Exact.zero))
      if (shown !== undefined) return shown
      isGivenUp = true
      continue
    }
    const q = preferred(unknowns[at], narrowed[at], share)
    const isUseful = unknowns[at] !== undefined && isStaged(from, unknowns[at], q)
    if (!isUseful) isGivenUp = true
    stack.push(...branches(narrowed, at, q, isUseful), ...leap(aims, unknowns, narrowed))
  }
  return isGivenUp ? "given up" : "none"
}

/** So many unknowns cost a step more to narrow. */
const PER_STEP = 50

/** With more unknowns open than this, most of them are chosen together first. */
const MANY = 8

/** Most of the open unknowns chosen at once, as far along what is left of their ways as the aim is along its. */
const leap = (
  aims: ReadonlyArray<Aim>,
  unknowns: ReadonlyArray<Unknown>,
  slots: ReadonlyArray<Term.Slot>,
): ReadonlyArray<ReadonlyArray<Term.Slot>> => {
  const open = slots.flatMap((slot, index) => (Term.isPoint(slot) || unknowns[index]?.e.op === "acts" ? [] : [index]))
  if (open.length <= MANY) return []
  const left = unknowns.map((unknown, index) => ({ ...unknown, slot: slots[index] ?? unknown.slot }))
  const share = shareOf(aims[0], left)
  const chosen = new Set(open.slice(0, Math.ceil((open.length * 7) / 8)))
  return [
    slots.map((slot, index) => {
      if (!chosen.has(index)) return slot
      const q = preferred(left[index], slot, share)
      return { ...slot, min: q, max: q }
    }),
  ]
}

/** Narrows for every aim until nothing changes any more. */
const settle = (aims: ReadonlyArray<Aim>, slots: Array<Term.Slot>): boolean => {
  for (let round = 0; round < 4; round++) {
    const before = [...slots]
    for (const { term: aimed, on } of aims) {
      const [min, max] = endsOf(aimed, on, slots)
      if (!Term.narrow(aimed, min, max, slots)) return false
    }
    if (slots.every((slot, index) => slot === before[index] || isSame(slot, before[index]))) return true
  }
  return true
}

const isSame = (a: Term.Slot, b: Term.Slot | undefined): boolean =>
  b !== undefined && isEqual(a.min, b.min) && isEqual(a.max, b.max)

const isEqual = (a: Exact.Exact | null, b: Exact.Exact | null): boolean =>
  a === null || b === null ? a === b : Exact.equals(a, b)

/** The ends of a span on the lattice of a term, so that open ends are left out. */
const endsOf = (aimed: Term.Term, on: Span.Span, slots: ReadonlyArray<Term.Slot>) => {
  const now = Term.reach(aimed, slots)
  const step = now?.step ?? null
  const beside = (end: Span.End | undefined, sign: 1 | -1): Exact.Exact | null => {
    if (end === undefined) return null
    if (end.closed || now === undefined || step === null || Exact.sign(step) === 0) return end.at
    if (!Range.isOn(Exact.subtract(end.at, now.base), step)) return end.at
    return Exact.add(end.at, sign > 0 ? step : Exact.negate(step))
  }
  return [beside(Span.lower(on), 1), beside(Span.upper(on), -1)] as const
}

const isMet = ({ term: aimed, on }: Aim, slots: ReadonlyArray<Term.Slot>): boolean => {
  const now = Term.reach(aimed, slots)
  return now?.min != null && Term.isPoint(now) && Span.contains(on, now.min)
}

/** The next unknown that is not settled: what rests first, so that it rests. */
const choose = (slots: ReadonlyArray<Term.Slot>, unknowns: ReadonlyArray<Unknown>): number | undefined => {
  let first: number | undefined
  for (const [index, slot] of slots.entries()) {
    if (Term.isPoint(slot)) continue
    if (unknowns[index]?.rests === true) return index
    first ??= index
  }
  return first
}

/** A number to try first: nought for what rests, else as far along its own way as the aim is along its. */
const preferred = (
  unknown: Unknown | undefined,
  slot: Term.Slot | undefined,
  share: Exact.Exact | undefined,
): Exact.Exact => {
  if (unknown === undefined || slot === undefined) return Exact.zero
  const { min, max, step } = slot
  const within = (q: Exact.Exact): Exact.Exact => {
    const raised = min === null ? q : Exact.max(q, Rounding.round(min, "ceiling", step))
    return max === null ? raised : Exact.min(raised, Rounding.round(max, "floor", step))
  }
  const { slot: whole, rests } = unknown
  if (rests || share === undefined || whole.min === null || whole.max === null) return within(Exact.zero)
  const along = Exact.add(whole.min, Exact.multiply(share, Exact.subtract(whole.max, whole.min)))
  return within(Rounding.round(along, "halfUp", step))
}

/** How far along its way the first aim lies, while nothing is chosen. */
const shareOf = (aim: Aim | undefined, unknowns: ReadonlyArray<Unknown>): Exact.Exact | undefined => {
  if (aim === undefined) return undefined
  const way = Term.reach(
    aim.term,
    unknowns.map(({ slot, rests }) => (rests ? atRest(slot) : slot)),
  )
  const goal = goalOf(aim.on)
  if (way?.min == null || way.max === null || goal === undefined || Term.isPoint(way)) return undefined
  const share = Exact.divideUnsafe(Exact.subtract(goal, way.min), Exact.subtract(way.max, way.min))
  return Exact.max(Exact.zero, Exact.min(Exact.one, share))
}

/** The middle between two ends that do not belong, else the lower end, else the upper. */
const goalOf = (on: Span.Span): Exact.Exact | undefined => {
  const [low, high] = [Span.lower(on), Span.upper(on)]
  if (low === undefined || high === undefined || low.closed || high.closed) return (low ?? high)?.at
  return Exact.divideUnsafe(Exact.add(low.at, high.at), Exact.integerUnsafe(2))
}

const atRest = (slot: Term.Slot): Term.Slot => {
  const low = slot.min === null ? Exact.zero : Exact.max(slot.min, Exact.zero)
  const rest = slot.max === null ? low : Exact.min(low, slot.max)
  return { ...slot, min: rest, max: rest }
}

/** The number itself last, so that it is taken first, if it is any use; before it what lies above, and below. */
const branches = (
  slots: ReadonlyArray<Term.Slot>,
  at: number,
  q: Exact.Exact,
  isUseful: boolean,
): ReadonlyArray<ReadonlyArray<Term.Slot>> => {
  const slot = slots[at]
  if (slot === undefined) return []
  const put = (next: Partial<Term.Slot>) => slots.map((one, index) => (index === at ? { ...one, ...next } : one))
  const above = put({ min: Exact.add(q, slot.step) })
  const below = put({ max: Exact.subtract(q, slot.step) })
  const all = [below, above, ...(isUseful ? [put({ min: q, max: q })] : [])]
  return all.filter((one) => one[at] !== undefined && !Term.isEmpty(one[at]))
}
