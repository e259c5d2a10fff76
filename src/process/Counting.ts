/**
 * Counting along a line that stands still at times (计时): how much of a scale lies between two points without the holds,
 * and where so much of it has been reached. Points are whole numbers, days or milliseconds.
 *
 * @internal
 */
import * as Result from "effect/Result"
import * as CivilDate from "../foundation/CivilDate.js"
import * as Coordinate from "../foundation/Coordinate.js"
import type { Fault } from "../foundation/Fault.js"
import * as WorkCalendar from "../foundation/WorkCalendar.js"
import * as OfficeHours from "./OfficeHours.js"

// ---------------------------------------------------------------- models

/** From a point up to, but without, another; without an end where it is still on. @internal */
export interface Interval {
  readonly from: number
  readonly to: number | undefined
}

/** From a point up to, but without, another. @internal */
export interface Run {
  readonly from: number
  readonly to: number
}

type Counted<A> = Result.Result<A, CountingFault>

/**
 * What is counted between two points, the first point before which so much has been counted, both by index, so that a
 * long run costs no more than a short one; and the single days or stretches that are counted.
 *
 * @internal
 */
export interface Scale {
  readonly between: (from: number, to: number) => Counted<number>
  readonly after: (from: number, count: number) => Counted<number>
  readonly runs: (from: number, to: number) => Counted<ReadonlyArray<Run>>
}

// ---------------------------------------------------------------- errors

/** What a calendar or office hours refuse. @internal */
export type CountingFault = Fault<
  | OfficeHours.OfficeHoursFault["code"]
  | WorkCalendar.WorkCalendarFault["code"]
  | CivilDate.CivilDateFault["code"]
  | Coordinate.CoordinateFault["code"]
>

// ---------------------------------------------------------------- constructors

/** Intervals in order, those that meet as one, and the empty ones left out. @internal */
export const merged = (intervals: ReadonlyArray<Interval>): ReadonlyArray<Interval> => {
  const found: Array<Interval> = []
  for (const interval of [...intervals].sort((a, b) => a.from - b.from)) {
    const last = found.at(-1)
    if (isEmpty(interval)) continue
    if (last === undefined || (last.to !== undefined && last.to < interval.from)) found.push(interval)
    else found[found.length - 1] = { from: last.from, to: later(last.to, interval.to) }
  }
  return found
}

const isEmpty = ({ from, to }: Interval): boolean => to !== undefined && to <= from

const later = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? undefined : Math.max(a, b)

/** Working days by the numbers of days. @internal */
export const workingDays = (calendar: WorkCalendar.WorkCalendar): Scale => {
  const between: Scale["between"] = (from, to) =>
    Result.flatMap(CivilDate.ofDayNumber(from), (start) =>
      Result.flatMap(CivilDate.ofDayNumber(to), (end) => WorkCalendar.workingDaysBetween(calendar, start, end)),
    )
  const isWorking = ({ from }: Run) => WorkCalendar.isWorkingDayUnsafe(calendar, CivilDate.ofDayNumberUnsafe(from))
  return {
    between,
    after: (from, count) =>
      Result.flatMap(CivilDate.ofDayNumber(from), (start) =>
        Result.map(WorkCalendar.addWorkingDays(calendar, start, count, true), (last) => CivilDate.dayNumber(last) + 1),
      ),
    runs: (from, to) => Result.map(between(from, to), () => daysOf(from, to).filter(isWorking)),
  }
}

/** Milliseconds in which the office is open. @internal */
export const workingHours = (hours: OfficeHours.OfficeHours, calendar: WorkCalendar.WorkCalendar): Scale => {
  const at = Coordinate.instantUnsafe
  return {
    between: (from, to) => OfficeHours.between(hours, calendar, at(from), at(to)),
    after: (from, count) => OfficeHours.after(hours, calendar, at(from), count),
    runs: (from, to) => OfficeHours.openTimes(hours, calendar, at(from), at(to)),
  }
}

const daysOf = (from: number, to: number): ReadonlyArray<Run> =>
  Array.from({ length: to - from }, (_, index) => ({ from: from + index, to: from + index + 1 }))

// ---------------------------------------------------------------- getters

/** What is counted between two points without the merged holds, one by one. @internal */
export const listed = (
  scale: Scale,
  holds: ReadonlyArray<Interval>,
  from: number,
  to: number,
): Counted<ReadonlyArray<Run>> => {
  const found: Array<Run> = []
  for (const segment of segments(holds, from, to)) {
    const runs = scale.runs(segment.from, segment.to)
    if (Result.isFailure(runs)) return runs
    for (const run of runs.success) found.push(run)
  }
  return Result.succeed(found)
}

/** Whether a merged hold is on at a point. @internal */
export const isHeld = (holds: ReadonlyArray<Interval>, at: number): boolean => holdAt(holds, at) !== undefined

/** The merged hold that is on at a point. @internal */
export const holdAt = (holds: ReadonlyArray<Interval>, at: number): Interval | undefined =>
  holds.find(({ from, to }) => from <= at && (to === undefined || at < to))

/** What lies between two points without the merged holds, in order. @internal */
export const segments = (holds: ReadonlyArray<Interval>, from: number, to: number): ReadonlyArray<Run> => {
  const found: Array<Run> = []
  let start = from
  for (const hold of holds) {
    if (hold.from >= to) break
    if (start < hold.from) found.push({ from: start, to: hold.from })
    start = hold.to === undefined ? to : Math.max(start, hold.to)
  }
  if (start < to) found.push({ from: start, to })
  return found
}

/** How much is counted between two points without the merged holds. @internal */
export const counted = (scale: Scale, holds: ReadonlyArray<Interval>, from: number, to: number): Counted<number> => {
  let sum = 0
  for (const segment of segments(holds, from, to)) {
    const part = scale.between(segment.from, segment.to)
    if (Result.isFailure(part)) return part
    sum += part.success
  }
  return Result.succeed(sum)
}

/**
 * The first point before which so much has been counted without the merged holds; none where a hold without an end
 * comes before it.
 *
 * @internal
 */
export const reached = (
  scale: Scale,
  holds: ReadonlyArray<Interval>,
  from: number,
  count: number,
): Counted<number | undefined> => {
  let [start, left] = [from, count]
  for (const hold of holds) {
    // Only what is needed is asked of the scale, which may know no more than that.
    const unheld = scale.after(start, left)
    if (Result.isSuccess(unheld) && unheld.success <= hold.from) return unheld
    if (start < hold.from) {
      const part = scale.between(start, hold.from)
      if (Result.isFailure(part)) return part
      left -= part.success
    }
    if (hold.to === undefined) return Result.succeed(undefined)
    start = Math.max(start, hold.to)
  }
  return scale.after(start, left)
}

// ---------------------------------------------------------------- instances

const between: Scale["between"] = (from, to) => Result.succeed(to - from)

/** Days by their numbers. @internal */
export const calendarDays: Scale = {
  between,
  after: (from, count) => Result.map(CivilDate.ofDayNumber(from + count - 1), (last) => CivilDate.dayNumber(last) + 1),
  runs: (from, to) => Result.succeed(daysOf(from, to)),
}

/** Milliseconds as they pass. @internal */
export const clockTime: Scale = {
  between,
  after: (from, count) => Coordinate.instant(from + count),
  runs: (from, to) => Result.succeed([{ from, to }]),
}
