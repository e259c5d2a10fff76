/**
 * Trials (试算): what sets of attainable facts bring, each set tried once, within a budget.
 *
 * @since 0.1.0
 */
import type { CivilDate } from "../foundation/CivilDate.js"
import * as Exact from "../foundation/Exact.js"
import * as Attempt from "./Attempt.js"
import type { Fact } from "./Fact.js"
import { evaluate, type Input } from "./Interpreter.js"
import * as Obstacles from "./Obstacles.js"
import type { Rulebook } from "./Rulebook.js"
import { type Counts, fullOf, type Item } from "./Search.js"
import * as Value from "./Value.js"
import type { Candidate } from "./Verdict.js"

// ---------------------------------------------------------------- models

/**
 * A thing that can happen in time: the fact it would be, without whom it is about, and on which day; where days differ, the
 * same thing stands once for each. @internal
 */
export interface Option extends Item {
  readonly on: CivilDate
  readonly by?: CivilDate
  readonly fact: Omit<Fact, "subject" | "recordedAt" | "supersedes" | "void">
}

/** @internal */
export interface Trials {
  /** The result with so many of each; nothing for one who is exempt. */
  readonly exact: (counts: Counts) => Candidate | undefined
  readonly reaches: (counts: Counts) => boolean
  readonly mayReach: (counts: Counts, others: Counts) => boolean
  readonly goesOn: () => boolean
  readonly made: () => number
  /** Allows so many trials more. */
  readonly extend: (more: number) => void
  readonly shown: () => Obstacles.Shown | undefined
  readonly reads: (option: Option) => boolean
}

// ---------------------------------------------------------------- constructors

/** The facts that a thing would be, as many times as it can happen. */
const unitsOf = ({ fact, on, times }: Option, subject: string, input: Input, taken: Set<string>): ReadonlyArray<Fact> =>
  Array.from({ length: times }, (_, index) => {
    let id = index === 0 ? fact.id : `${fact.id}#${index + 1}`
    while (taken.has(id)) id += "'"
    taken.add(id)
    return { ...fact, id, subject, on, recordedAt: input.at.knownAt }
  })

/**
 * What trials met on the way: the highest score, how high what was ruled out could come (`null`: as high as one likes), the
 * quotas that were full, and what was not known.
 */
interface Met {
  highest: Exact.Exact | null
  ruledOut: ReadonlyArray<Exact.Exact | null>
  readonly quotas: Set<string>
  readonly open: Set<string>
}

const note = (met: Met, book: Rulebook, target: Obstacles.Target, { alone, settled }: Attempt.Attempted): void => {
  const high = Value.isNumeric(alone.score) ? Value.high(alone.score) : null
  if (high !== null) met.highest = met.highest === null ? high : Exact.max(met.highest, high)
  if (Obstacles.isReached(book, target, settled)) return
  if (Obstacles.mayBeReached(book, target, alone) && alone.levels.is === "possible" && alone !== settled) {
    for (const { stage, by } of settled.stages) if (stage === "quota" && by !== undefined) met.quotas.add(by)
  }
  if (Value.isNumeric(alone.score) && Obstacles.mayBeReached(book, target, settled)) {
    for (const name of Value.because(alone.score)) met.open.add(name)
  }
}

/** Whether nothing that may happen reaches the target, for want of points or places; how high it comes is noted. */
const isRuledOut = (
  met: Met,
  book: Rulebook,
  target: Obstacles.Target,
  { alone, settled }: Attempt.Attempted,
  attempt: Attempt.Attempt,
): boolean => {
  const isOpen = Obstacles.mayBeReached(book, target, settled)
  const full = isOpen ? Obstacles.fullQuotas(book, target, alone, attempt.settled) : []
  for (const quota of full) met.quotas.add(quota)
  if (isOpen && full.length === 0) return false
  met.ruledOut = [...met.ruledOut, Value.isNumeric(alone.score) ? Value.high(alone.score) : null]
  return true
}

/** The ids of so many of each, behind so many of it. */
const chosenOf = (units: ReadonlyArray<ReadonlyArray<Fact>>, from: Counts, counts: Counts): ReadonlySet<string> =>
  new Set(units.flatMap((all, at) => all.slice(from[at] ?? 0, (from[at] ?? 0) + (counts[at] ?? 0)).map(({ id }) => id)))

/** Whether an effect may make nought of what is no number, and nought is enough: then nothing is ruled out. */
const mayBeNought = (book: Rulebook, target: Obstacles.Target): boolean =>
  book.effects.some((one) => one.does === "zero" || one.repair?.does === "zero") &&
  Obstacles.isNoughtEnough(book, target)

/** @internal */
export const make = (
  input: Input,
  subject: string,
  target: Obstacles.Target,
  options: ReadonlyArray<Option>,
  budget: number,
): Trials => {
  const { book } = input
  const taken = new Set(input.facts.map(({ id }) => id))
  const units = options.map((option) => unitsOf(option, subject, input, taken))
  const attempt = Attempt.make(input, subject, units.flat())
  const ledger = { made: 0, budget }
  const memo = new Map<string, Attempt.Attempted | undefined>()
  const met: Met = { highest: null, ruledOut: [], quotas: new Set(), open: new Set() }
  const chosen = (from: Counts, counts: Counts) => chosenOf(units, from, counts)
  const none = options.map(() => 0)
  const tried = (counts: Counts): Attempt.Attempted | undefined => {
    const key = counts.join()
    if (memo.has(key)) return memo.get(key)
    ledger.made++
    const found = attempt.of(chosen(none, counts), new Set())
    memo.set(key, found)
    if (found !== undefined) note(met, book, target, found)
    return found
  }
  const isUnruled = !attempt.isBounded || mayBeNought(book, target)
  const mayReach = (counts: Counts, others: Counts): boolean => {
    if (others.every((count) => count === 0)) return false
    if (isUnruled) return true
    ledger.made++
    const found = attempt.of(chosen(none, counts), chosen(counts, others))
    return found !== undefined && !isRuledOut(met, book, target, found, attempt)
  }
  const all = options.map(({ times }) => times)
  const shown = (): Obstacles.Shown | undefined => {
    const whole = attempt.isBounded ? attempt.of(new Set(), chosen(none, all)) : tried(fullOf(options))
    if (whole === undefined) return undefined
    return {
      ...met,
      whole: whole.alone,
      isBounded: attempt.isBounded,
      ...limitsOf(input, subject, options, units, met),
    }
  }
  return {
    exact: (counts) => tried(counts)?.settled,
    reaches: (counts) => {
      const found = tried(counts)
      return found !== undefined && Obstacles.isReached(book, target, found.settled)
    },
    mayReach,
    goesOn: () => ledger.made < ledger.budget,
    made: () => ledger.made,
    extend: (more) => {
      ledger.budget = ledger.made + more
    },
    shown,
    reads: ({ fact }) => attempt.reads(fact.kind),
  }
}

/** The caps that take from what is possible, and what the score comes to at most where a thing stands for several days. */
const limitsOf = (
  input: Input,
  subject: string,
  options: ReadonlyArray<Option>,
  units: ReadonlyArray<ReadonlyArray<Fact>>,
  met: Met,
): Pick<Obstacles.Shown, "caps" | "most"> => {
  const full = fullOf(options)
  const caps = capsOf(
    input,
    subject,
    units.flatMap((day, at) => day.slice(0, full[at])),
  )
  const most = new Set(options.map(({ id }) => id)).size < options.length ? mostOf(met) : null
  return { caps, ...(most === null ? {} : { most }) }
}

/** What no set goes beyond once each was tried or ruled out; nothing where that is not bounded. */
const mostOf = ({ highest, ruledOut }: Met): Exact.Exact | null =>
  ruledOut.reduce<Exact.Exact | null>(
    (most, high) => (most === null || high === null ? null : Exact.max(most, high)),
    highest,
  )

/** The caps that take from what can still happen, where all of it does. */
const capsOf = (input: Input, subject: string, units: ReadonlyArray<Fact>): ReadonlySet<string> => {
  const own = input.facts.filter((fact) => fact.subject === subject)
  const subjects = input.subjects.filter(({ id }) => id === subject)
  const [outcome] = evaluate({ ...input, subjects, facts: [...own, ...units] }).outcomes
  const ids = new Set(units.map(({ id }) => id))
  const lines = outcome?.lines.filter(({ fact }) => ids.has(fact)) ?? []
  return new Set([
    ...lines.flatMap(({ cuts }) => cuts.flatMap(({ by, id }) => (by === "cap" ? [id] : []))),
    ...(outcome?.adjustments.flatMap(({ cap, by }) => (by.is === "known" && by.q.startsWith("-") ? [cap] : [])) ?? []),
  ])
}
