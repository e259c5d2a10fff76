/**
 * Scheduling (时间安排): on which of the days that a thing can happen on it has to be tried, so that no other day could bring
 * another result.
 *
 * @since 0.1.0
 */
import * as CivilDate from "../foundation/CivilDate.js"
import * as Period from "../foundation/Period.js"
import { restsOn } from "./Attempt.js"
import type { Acts } from "./Expression.js"
import type { Fact } from "./Fact.js"
import type { Input } from "./Interpreter.js"
import { type Located, nodesOf, nodesOfBook, nodesOfWhen } from "./Structure.js"

// ---------------------------------------------------------------- models

/** The days of a thing, the first of them first. `isWhole`: every other day is as good as one of them. @internal */
export interface Schedule {
  readonly days: ReadonlyArray<CivilDate.CivilDate>
  readonly isWhole: boolean
}

/** What happens to one subject, and what else can. @internal */
export interface Company {
  readonly facts: ReadonlyArray<Fact>
  readonly possible: ReadonlyArray<{ readonly id: string; readonly kind: string; readonly last: CivilDate.CivilDate }>
}

type Happening = Pick<Fact, "id" | "kind" | "until">

// ---------------------------------------------------------------- getters

/**
 * The last day on which a thing can happen and still be counted: its own, that of the assessment, or the version's last day
 * in force. @internal
 */
export const lastOf = ({ book, at }: Input, by: CivilDate.CivilDate): CivilDate.CivilDate => {
  const { to } = book.inForce
  const last = CivilDate.min(by, at.validAt)
  return book.factsUnder === "factDate" && to !== undefined
    ? CivilDate.min(last, CivilDate.addDaysUnsafe(to, -1))
    : last
}

// ---------------------------------------------------------------- decisions

/**
 * The days on which a thing has to be tried that can happen from a first day to a last. Days of one calendar span are as
 * good as one another to caps and scores by the span, and those of one month to terms of months, since a period ends with a
 * month. Whatever compares days one by one makes every day another: then the last day is tried as well, and it stays open
 * whether one between would do better. @internal
 */
export const of = (
  input: Input,
  thing: Happening,
  first: CivilDate.CivilDate,
  last: CivilDate.CivilDate,
  company: Company,
): Schedule => {
  const { book, period } = input
  const from = book.factsUnder === "factDate" ? CivilDate.max(first, book.inForce.from) : first
  if (from >= last) return { days: [first], isWhole: true }
  const nodes = nodesOfBook(book)
  const window = { from, to: CivilDate.addDaysUnsafe(last, 1) }
  const isWhole = !isByDay(input, nodes, thing, from, company)
  const days = new Set([
    from,
    ...spansOf(input, nodes, thing.kind).flatMap((per) => Period.split(window, per).map((span) => span.from)),
    ...(period.from > from && period.from <= last ? [period.from] : []),
    ...(period.to > from && period.to <= last ? [period.to] : []),
    ...(isWhole ? [] : [last]),
  ])
  return { days: [...days].sort(CivilDate.compare), isWhole }
}

const actsOf = (nodes: ReadonlyArray<Located>): ReadonlyArray<Acts> =>
  nodes.flatMap(({ e }) => (e.op === "acts" ? [e] : []))

/** The calendar spans within which it does not matter on which day a fact of the kind happens. */
const spansOf = (
  { book }: Input,
  nodes: ReadonlyArray<Located>,
  kind: string,
): ReadonlyArray<Exclude<Acts["caps"][number]["per"], "line" | "period">> => {
  const lines = actsOf(nodes).filter(({ acts }) => acts.some((act) => act.kind === kind))
  const caps = lines.flatMap(({ acts, caps }) => {
    const own = new Set(acts.flatMap((act) => (act.kind === kind ? [act.id] : [])))
    return caps.flatMap(({ of: ids, per }) =>
      per !== "line" && per !== "period" && ids.some((id) => own.has(id)) ? [per] : [],
    )
  })
  const overs = nodes.flatMap(({ e }) => (e.op === "over" && restsOn(book, nodesOf(e.e, []), kind) ? [e.each] : []))
  const isTermed =
    lines.some(({ validity }) => validity.length > 0) ||
    book.effects.some(({ lasts, when }) => lasts !== "period" && restsOn(book, nodesOfWhen(when, []), kind))
  return [...new Set([...caps, ...overs, ...(isTermed ? (["month"] as const) : [])])]
}

/** Whether one day in a month may be better than another. */
const isByDay = (
  { book, period }: Input,
  nodes: ReadonlyArray<Located>,
  { id, kind, until }: Happening,
  from: CivilDate.CivilDate,
  { facts, possible }: Company,
): boolean => {
  const others = possible.filter((one) => one.id !== id)
  const known = new Set([...facts, ...others].map((one) => one.kind))
  const isLater =
    facts.some((fact) => fact.kind === kind && fact.on >= from) ||
    others.some((one) => one.kind === kind && one.last >= from)
  const isMidMonth = CivilDate.day(period.to) !== 1
  const isLine = actsOf(nodes).some(({ acts, validity, suspensions }) => {
    const own = acts.filter((act) => act.kind === kind)
    if (suspensions.some(({ kinds }) => kinds.includes(kind))) return true
    if (own.length === 0) return false
    const isHeld = suspensions.some(({ kinds }) => kinds.some((one) => known.has(one)))
    return isHeld || own.some(({ repeat }) => repeat !== undefined) || (validity.length > 0 && isMidMonth)
  })
  const isEffect = book.effects.some(({ when, repair, lasts }) => {
    const reads = restsOn(book, nodesOfWhen(when, []), kind)
    if (repair !== undefined && (reads || restsOn(book, nodesOfWhen(repair.when, []), kind))) return true
    return reads && lasts !== "period" && isMidMonth
  })
  const isLatest = nodes.some(({ e }) => e.op === "fact" && e.kind === kind && e.take === "latest" && isLater)
  return until !== undefined || isLine || isEffect || isLatest
}
