/**
 * How one order and its dispatches are counted over a period (工单逐件计数).
 *
 * @internal
 */
import * as Result from "effect/Result"
import type { CivilDate } from "../foundation/CivilDate.js"
import { contentText } from "../foundation/ContentText.js"
import * as Exact from "../foundation/Exact.js"
import * as Period from "../foundation/Period.js"
import { byText } from "../foundation/TextOrder.js"
import type { Mark } from "../process/Proceeding.js"
import { type Counts, type Definition, none } from "./OrderCounts.js"
import {
  type AnswerRow,
  asksSolved,
  type ClockRow,
  type DispatchRow,
  type EventRow,
  firstOf,
  latest,
  type OrderRow,
} from "./OrderRow.js"
import type { OrderScheme } from "./OrderScheme.js"

// ---------------------------------------------------------------- models

/** Counts while they are made. */
export type Tally = {
  -readonly [K in keyof Counts]: Counts[K] extends number ? number : Record<keyof Counts[K], number>
}

/**
 * A period as it is counted over: from its first day up to `to`; of cohorts what came up to `last`. `silence`: an answer
 * that does not tell whether the matter is solved counts as none to that question.
 */
export interface Frame {
  readonly from: CivilDate
  readonly to: CivilDate
  readonly last: CivilDate
  readonly silence: boolean
  readonly definition: Definition
}

/** A clock, or an order that has none, as far as it makes the order due. */
interface Run {
  readonly startedOn: CivilDate
  readonly endedOn?: CivilDate
  readonly deadline?: ClockRow["deadline"]
  readonly deadlineOn?: CivilDate
  readonly isLate: boolean
}

// ---------------------------------------------------------------- constructors

/** The frame of a period at a moment. */
export const frameOf = (scheme: OrderScheme, period: Period.Period, now: Mark, definition: Definition): Frame => ({
  from: period.from,
  to: period.to,
  last: definition.until === "moment" ? now.on : Period.lastDay(period),
  silence: definition.answers.unanswered === "counted" && asksSolved(scheme),
  definition,
})

/** Counts of nothing, to be counted into. */
export const blank = (): Tally => ({
  ...none,
  outcomes: { ...none.outcomes },
  dispatches: { ...none.dispatches },
  ratings: { ...none.ratings },
  solutions: { ...none.solutions },
  deeds: { ...none.deeds },
})

// ---------------------------------------------------------------- guards

/** Whether a day lies in the period. */
export const isIn = ({ from, to }: Pick<Frame, "from" | "to">, on: CivilDate | undefined): boolean =>
  on !== undefined && from <= on && on < to

/** Whether an order is left after the exclusions, as it stood on the last day that counts. */
export const isKept = (row: OrderRow, { definition: { exclusions, until }, last }: Frame): boolean => {
  const { endedOn, outcome } = row
  if (outcome !== undefined && endedOn !== undefined && (until === "moment" || endedOn <= last))
    return !exclusions.includes(outcome)
  const isJoined = until === "moment" ? row.isJoined : wasJoined(row.events, last)
  return !(isJoined && exclusions.includes("merged"))
}

const wasJoined = (events: ReadonlyArray<EventRow>, last: CivilDate): boolean =>
  events.findLast(({ deed, on }) => on <= last && (deed === "merge" || deed === "separate"))?.deed === "merge"

/** Whether a clock that is late had run out by the end of a day: a last day in days is itself no day too late. */
export const isOver = ({ deadline, deadlineOn, isLate }: Omit<Run, "startedOn">, last: CivilDate): boolean =>
  isLate && deadlineOn !== undefined && (typeof deadline === "number" ? deadlineOn <= last : deadlineOn < last)

// ---------------------------------------------------------------- getters

/** What a definition says, whatever it is called and in whatever order it says it. */
export const sayingOf = ({ cite: _, label: __, note: ___, ...said }: Definition): string => {
  const { answers, credit, disposals, exclusions, response } = said
  const exact = Exact.parse(credit)
  return contentText({
    ...said,
    exclusions: setOf(exclusions),
    response: { ...response, deeds: setOf(response.deeds) },
    answers: { ...answers, from: setOf(answers.from) },
    disposals: { ...disposals, outcomes: setOf(disposals.outcomes) },
    credit: Result.isSuccess(exact) ? Exact.text(exact.success) : credit,
  })
}

const setOf = (names: ReadonlyArray<string>): ReadonlyArray<string> => [...new Set(names)].sort(byText)

// ---------------------------------------------------------------- operations

/** Counts an order without its dispatches. */
export const tallyOrder = (sum: Tally, row: OrderRow, frame: Frame): void => {
  if (row.requestedOn >= frame.to) return
  tallyFlow(sum, row, frame)
  const isDue = tallyDue(sum, row, frame)
  if (row.requestedOn >= frame.from) tallyResponse(sum, row, frame)
  tallyAnswers(sum, row.answers, isDue, frame)
  tallyEvents(sum, row.events, frame)
}

/** Counts a dispatch. */
export const tallyDispatch = (sum: Tally, dispatch: DispatchRow, frame: Frame): void => {
  const { dispatchedOn, endedOn, events, outcome } = dispatch
  tallyEvents(sum, events, frame)
  if (!isIn(frame, dispatchedOn)) return
  sum.dispatches.made++
  sum.dispatches[endedOn === undefined || endedOn > frame.last ? "open" : (outcome ?? "dropped")]++
}

const tallyFlow = (sum: Tally, row: OrderRow, frame: Frame): void => {
  const { due, endedOn, outcome, requestedOn } = row
  const { from, to } = frame
  if (requestedOn >= from) sum.received++
  else if (endedOn === undefined || endedOn >= from) sum.carriedIn++
  if (endedOn === undefined || endedOn >= to) {
    sum.carriedOut++
    if (isUndated(row, frame)) sum.undated++
  }
  const endsIn = isIn(frame, endedOn)
  if (endsIn) {
    sum.ended++
    if (outcome !== undefined) sum.outcomes[outcome]++
  }
  if (due.length === 0 ? endsIn : due.some((run) => isIn(frame, run.endedOn))) sum.closings++
}

/** Whether the last clock that has started is still running, without a deadline, or none has. */
const isUndated = ({ due }: OrderRow, { to }: Frame): boolean => {
  const run = due.findLast(({ startedOn }) => startedOn < to)
  return run === undefined || ((run.endedOn === undefined || run.endedOn >= to) && run.deadlineOn === undefined)
}

/** Whether the order is due in the period; then it is counted whether it was closed, and in time. */
const tallyDue = (sum: Tally, row: OrderRow, frame: Frame): boolean => {
  let isDue = false
  let isClosed = true
  let wasLate = false
  let isOverdue = false
  for (const run of runsOf(row, frame)) {
    if (!makesDue(run, row, frame)) continue
    isDue = true
    wasLate ||= run.isLate
    if (run.endedOn !== undefined && run.endedOn <= frame.last) continue
    isClosed = false
    isOverdue ||= isOver(run, frame.last)
  }
  if (!isDue) return false
  sum.due++
  if (isClosed) {
    const isDisposed = wasDisposed(row, frame)
    sum.closed++
    if (isDisposed) sum.disposed++
    if (!wasLate) sum.closedInTime++
    if (!wasLate && isDisposed) sum.disposedInTime++
  }
  if (isOverdue) sum.overdueOpen++
  return true
}

const wasDisposed = ({ endedOn, outcome }: OrderRow, { definition: { disposals }, last }: Frame): boolean =>
  outcome !== undefined && endedOn !== undefined && endedOn <= last && disposals.outcomes.includes(outcome)

/** An order whose clock has not started by then is itself what is due. */
const runsOf = (row: OrderRow, { to }: Frame): ReadonlyArray<Run> =>
  row.due.some(({ startedOn }) => startedOn < to)
    ? row.due
    : [{ startedOn: row.requestedOn, isLate: false, ...(row.endedOn === undefined ? {} : { endedOn: row.endedOn }) }]

const makesDue = (
  { deadlineOn, endedOn, startedOn }: Run,
  { requestedOn }: OrderRow,
  { definition, from, to }: Frame,
): boolean => {
  const isOpenBefore = endedOn === undefined || endedOn >= from
  switch (definition.cohort) {
    case "deadline":
      return deadlineOn !== undefined && from <= deadlineOn && deadlineOn < to
    case "deadlineOrOverdue":
      return deadlineOn !== undefined && deadlineOn < to && (from <= deadlineOn || isOpenBefore)
    case "received":
      return from <= requestedOn && startedOn < to
    case "load":
      return startedOn < to && isOpenBefore
  }
}

const tallyResponse = (sum: Tally, row: OrderRow, { definition: { response }, last }: Frame): void => {
  const clock =
    response.limit === undefined
      ? undefined
      : row.clocks.find(({ limit, startedOn }) => limit === response.limit && startedOn <= last)
  if (response.limit !== undefined && clock === undefined) return
  sum.toRespond++
  const first = firstOf(row.events, row.dispatches, response.deeds)
  if (first === undefined || first > last) return
  sum.responded++
  if (clock === undefined || (clock.endedOn !== undefined && clock.endedOn <= last && !clock.isLate))
    sum.respondedInTime++
}

const tallyAnswers = (sum: Tally, all: ReadonlyArray<AnswerRow>, isDue: boolean, frame: Frame): void => {
  const { from, of, take } = frame.definition.answers
  if (all.length === 0 || (of === "due" && !isDue)) return
  const told = all.filter(({ by, on }) => from.includes(by) && (of === "due" ? on <= frame.last : isIn(frame, on)))
  for (const { rating, solved = frame.silence ? "unanswered" : undefined } of take === "every"
    ? told
    : [latest(told)]) {
    if (rating === undefined) continue
    sum.ratings[rating]++
    if (solved !== undefined) sum.solutions[solved]++
  }
}

/** Events stand in the order of their days: where the first and the last lie in the period, so do all. */
const tallyEvents = (sum: Tally, events: ReadonlyArray<EventRow>, frame: Frame): void => {
  const [first, last] = [events[0]?.on, events[events.length - 1]?.on]
  if (first === undefined || last === undefined || first >= frame.to || last < frame.from) return
  const isWhole = frame.from <= first && last < frame.to
  for (const { deed, on, persons } of events) {
    if (!isWhole && !isIn(frame, on)) continue
    sum.deeds[deed]++
    if (persons !== undefined) sum.persons += persons
  }
}
