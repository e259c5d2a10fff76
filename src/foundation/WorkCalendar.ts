/**
 * Work calendars (工作日历): which days are working days (工作日), given as data: the days of the weekend, and the dated
 * exceptions of the yearly notice on holidays (节假日) and make-up working days (调休上班).
 *
 * A calendar knows a stated run of days, as a rule the years whose notices are out. Asked about any other day it refuses;
 * it never falls back on the bare week, which would move limits by days without anyone noticing.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as CivilDate from "./CivilDate.js"
import { type Fault, make as fault, getOrThrow } from "./Fault.js"
import type { Period } from "./Period.js"

// ---------------------------------------------------------------- models

/**
 * A day on which the week does not decide: a holiday, or a working day that makes up for one.
 *
 * @category models
 * @since 0.1.0
 */
export interface Exception {
  readonly on: CivilDate.CivilDate
  readonly working: boolean
  readonly name?: string
}

/**
 * Which days are working days, known from `from` up to, but without, `to`.
 *
 * **Gotchas**
 *
 * A calendar is a value: it is indexed when it is first asked, so it must not be changed in place afterwards.
 *
 * @category models
 * @since 0.1.0
 */
export interface WorkCalendar extends Period {
  readonly weekend: ReadonlyArray<CivilDate.Weekday>
  readonly days: ReadonlyArray<Exception>
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with a calendar (no day in its span, a weekday or an exception listed twice, two exceptions that
 * contradict each other, an exception outside the span) or with a question (a day that the calendar does not know, a
 * limit that is not a whole number of at least one day).
 *
 * @category errors
 * @since 0.1.0
 */
export type WorkCalendarFault = Fault<
  | "workCalendar.emptySpan"
  | "workCalendar.weekdayTwice"
  | "workCalendar.dayTwice"
  | "workCalendar.contradiction"
  | "workCalendar.dayOutside"
  | "workCalendar.unknownDay"
  | "workCalendar.notCount"
>

// ---------------------------------------------------------------- schemas

/**
 * The schema of {@link Exception}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Exception: Schema.Codec<Exception> = /* @__PURE__ */ Schema.Struct({
  on: CivilDate.CivilDate,
  working: Schema.Boolean,
  name: /* @__PURE__ */ Schema.optionalKey(Schema.NonEmptyString),
})

const Fields = /* @__PURE__ */ Schema.Struct({
  from: CivilDate.CivilDate,
  to: CivilDate.CivilDate,
  weekend: /* @__PURE__ */ Schema.Array(CivilDate.Weekday),
  days: /* @__PURE__ */ Schema.Array(Exception),
})

/**
 * A calendar as it stands in a document; all that {@link check} finds is refused, each at its place.
 *
 * @category schemas
 * @since 0.1.0
 */
export const WorkCalendar: Schema.Codec<WorkCalendar> = /* @__PURE__ */ Fields.check(
  /* @__PURE__ */ Schema.makeFilter((value: WorkCalendar) =>
    check(value).map(({ path, code }) => ({ path, issue: code })),
  ),
)

// ---------------------------------------------------------------- guards

/**
 * Whether a day is a working day. Fails with `workCalendar.unknownDay` outside the span of the calendar, and with the
 * first fault of a calendar that is itself wrong.
 *
 * @example
 * ```ts
 * import { CivilDate, WorkCalendar } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const on = CivilDate.parseUnsafe
 * const calendar: WorkCalendar.WorkCalendar = {
 *   from: on("2020-09-01"),
 *   to: on("2020-10-01"),
 *   weekend: [6, 7],
 *   days: [{ on: on("2020-09-27"), working: true, name: "国庆节调休" }],
 * }
 * assert.equal(Result.getOrThrow(WorkCalendar.isWorkingDay(calendar, on("2020-09-27"))), true)
 * assert.equal(Result.getOrThrow(WorkCalendar.isWorkingDay(calendar, on("2020-09-26"))), false)
 * assert.equal(Result.isFailure(WorkCalendar.isWorkingDay(calendar, on("2020-10-01"))), true)
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const isWorkingDay = (
  self: WorkCalendar,
  date: CivilDate.CivilDate,
): Result.Result<boolean, WorkCalendarFault> => {
  const indexed = index(self)
  if (Result.isFailure(indexed)) return Result.fail(indexed.failure)
  if (date < self.from || date >= self.to) return Result.fail(unknownDay(self, date))
  return Result.succeed(isWorking(indexed.success, CivilDate.dayNumber(date)))
}

/**
 * {@link isWorkingDay}, throwing a `FaultError`.
 *
 * @example
 * ```ts
 * import { CivilDate, WorkCalendar } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const on = CivilDate.parseUnsafe
 * const week: WorkCalendar.WorkCalendar = { from: on("2023-05-08"), to: on("2023-05-15"), weekend: [6, 7], days: [] }
 * assert.equal(WorkCalendar.isWorkingDayUnsafe(week, on("2023-05-12")), true)
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const isWorkingDayUnsafe = (self: WorkCalendar, date: CivilDate.CivilDate): boolean =>
  getOrThrow(isWorkingDay(self, date))

const unknownDay = (self: WorkCalendar, date: CivilDate.CivilDate): WorkCalendarFault =>
  fault("workCalendar.unknownDay", { date, from: self.from, to: self.to })

// ---------------------------------------------------------------- getters

/**
 * All that is wrong with a calendar, each with its place; nothing where it can be used.
 *
 * **Details**
 *
 * An exception that says what the week says anyway is right: notices list the Saturdays and Sundays of a holiday.
 *
 * @example
 * ```ts
 * import { CivilDate, WorkCalendar } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const on = CivilDate.parseUnsafe
 * const faults = WorkCalendar.check({
 *   from: on("2020-01-01"),
 *   to: on("2021-01-01"),
 *   weekend: [6, 7],
 *   days: [
 *     { on: on("2020-02-01"), working: true },
 *     { on: on("2020-02-01"), working: false },
 *   ],
 * })
 * assert.deepEqual(
 *   faults.map(({ code, path }) => [code, path]),
 *   [["workCalendar.contradiction", ["days", 1, "on"]]],
 * )
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const check = (self: WorkCalendar): ReadonlyArray<WorkCalendarFault> => {
  const faults: Array<WorkCalendarFault> = []
  if (self.to <= self.from) faults.push(fault("workCalendar.emptySpan", { value: self.to }, ["to"]))
  const weekdays = new Set<number>()
  for (const [place, weekday] of self.weekend.entries()) {
    if (weekdays.has(weekday)) faults.push(fault("workCalendar.weekdayTwice", { value: weekday }, ["weekend", place]))
    weekdays.add(weekday)
  }
  const kinds = new Map<string, Set<boolean>>()
  for (const { on, working } of self.days) kinds.set(on, (kinds.get(on) ?? new Set()).add(working))
  const seen = new Set<string>()
  for (const [place, { on }] of self.days.entries()) {
    const path = ["days", place, "on"]
    const repeated = kinds.get(on)?.size === 2 ? "workCalendar.contradiction" : "workCalendar.dayTwice"
    if (seen.has(on)) faults.push(fault(repeated, { value: on }, path))
    seen.add(on)
    if (on < self.from || on >= self.to) faults.push(fault("workCalendar.dayOutside", { value: on }, path))
  }
  return faults
}

// The calendar as arithmetic: working days of the bare week by count, and the days that depart from it, in order.
interface Index {
  readonly first: number
  readonly end: number
  readonly perWeek: number
  readonly within: ReadonlyArray<number>
  readonly departures: ReadonlyArray<number>
  readonly gains: ReadonlyArray<number>
}

interface Remembered extends WorkCalendar {
  readonly size: number
  readonly result: Result.Result<Index, WorkCalendarFault>
}

const memory = /* @__PURE__ */ new WeakMap<WorkCalendar, Remembered>()

const index = (self: WorkCalendar): Result.Result<Index, WorkCalendarFault> => {
  const { from, to, weekend, days } = self
  const known = memory.get(self)
  if (
    known !== undefined &&
    known.from === from &&
    known.to === to &&
    known.weekend === weekend &&
    known.days === days &&
    known.size === days.length
  ) {
    return known.result
  }
  const [first] = check(self)
  const result = first === undefined ? Result.succeed(built(self)) : Result.fail(first)
  memory.set(self, { from, to, weekend, days, size: days.length, result })
  return result
}

const built = (self: WorkCalendar): Index => {
  const [first, end] = [CivilDate.dayNumber(self.from), CivilDate.dayNumber(self.to)]
  const within = [0]
  for (let offset = 0; offset < 7; offset++) {
    const weekday = (((CivilDate.weekday(self.from) - 1 + offset) % 7) + 1) as CivilDate.Weekday
    within.push(within[offset]! + (self.weekend.includes(weekday) ? 0 : 1))
  }
  const departing = self.days
    .filter(({ on, working }) => working === self.weekend.includes(CivilDate.weekday(on)))
    .map(({ on, working }) => ({ number: CivilDate.dayNumber(on), gain: working ? 1 : -1 }))
    .sort((a, b) => a.number - b.number)
  const gains = [0]
  for (const { gain } of departing) gains.push(gains[gains.length - 1]! + gain)
  return { first, end, perWeek: within[7]!, within, departures: departing.map(({ number }) => number), gains }
}

// How many departures lie before a day.
const departuresBefore = ({ departures }: Index, number: number): number => {
  let [low, high] = [0, departures.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (departures[middle]! < number) low = middle + 1
    else high = middle
  }
  return low
}

// How many working days lie from the first day of the calendar up to, but without, a day.
const count = (self: Index, number: number): number => {
  const offset = number - self.first
  const weeks = Math.floor(offset / 7)
  return weeks * self.perWeek + self.within[offset - weeks * 7]! + self.gains[departuresBefore(self, number)]!
}

const isWorking = (self: Index, number: number): boolean => count(self, number + 1) > count(self, number)

// The day of the n-th working day of the calendar, counted from 1; undefined where it has fewer.
const select = (self: Index, nth: number): number | undefined => {
  if (nth > count(self, self.end)) return undefined
  let [low, high] = [self.first, self.end - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (count(self, middle + 1) >= nth) high = middle
    else low = middle + 1
  }
  return low
}

// ---------------------------------------------------------------- operations

/**
 * The first working day after a day. Fails with `workCalendar.unknownDay` where the calendar does not reach that far.
 *
 * @example
 * ```ts
 * import { CivilDate, WorkCalendar } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const on = CivilDate.parseUnsafe
 * const may: WorkCalendar.WorkCalendar = { from: on("2023-05-01"), to: on("2023-06-01"), weekend: [6, 7], days: [] }
 * assert.equal(Result.getOrThrow(WorkCalendar.nextWorkingDay(may, on("2023-05-12"))), "2023-05-15")
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const nextWorkingDay = (
  self: WorkCalendar,
  date: CivilDate.CivilDate,
): Result.Result<CivilDate.CivilDate, WorkCalendarFault> => addWorkingDays(self, date, 1, false)

/**
 * {@link nextWorkingDay}, throwing a `FaultError`.
 *
 * @example
 * ```ts
 * import { CivilDate, WorkCalendar } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const on = CivilDate.parseUnsafe
 * const may: WorkCalendar.WorkCalendar = { from: on("2023-05-01"), to: on("2023-06-01"), weekend: [6, 7], days: [] }
 * assert.equal(WorkCalendar.nextWorkingDayUnsafe(may, on("2023-05-10")), "2023-05-11")
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const nextWorkingDayUnsafe = (self: WorkCalendar, date: CivilDate.CivilDate): CivilDate.CivilDate =>
  getOrThrow(nextWorkingDay(self, date))

/**
 * The day itself where it is a working day, else the first working day after it: how a limit in calendar days that ends
 * on a holiday is put off (顺延). Fails with `workCalendar.unknownDay`.
 *
 * @example
 * ```ts
 * import { CivilDate, WorkCalendar } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const on = CivilDate.parseUnsafe
 * const may: WorkCalendar.WorkCalendar = { from: on("2023-05-01"), to: on("2023-06-01"), weekend: [6, 7], days: [] }
 * assert.equal(Result.getOrThrow(WorkCalendar.sameOrNextWorkingDay(may, on("2023-05-12"))), "2023-05-12")
 * assert.equal(Result.getOrThrow(WorkCalendar.sameOrNextWorkingDay(may, on("2023-05-13"))), "2023-05-15")
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const sameOrNextWorkingDay = (
  self: WorkCalendar,
  date: CivilDate.CivilDate,
): Result.Result<CivilDate.CivilDate, WorkCalendarFault> => addWorkingDays(self, date, 1, true)

/**
 * {@link sameOrNextWorkingDay}, throwing a `FaultError`.
 *
 * @example
 * ```ts
 * import { CivilDate, WorkCalendar } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const on = CivilDate.parseUnsafe
 * const may: WorkCalendar.WorkCalendar = { from: on("2023-05-01"), to: on("2023-06-01"), weekend: [6, 7], days: [] }
 * assert.equal(WorkCalendar.sameOrNextWorkingDayUnsafe(may, on("2023-05-14")), "2023-05-15")
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const sameOrNextWorkingDayUnsafe = (self: WorkCalendar, date: CivilDate.CivilDate): CivilDate.CivilDate =>
  getOrThrow(sameOrNextWorkingDay(self, date))

/**
 * The last day of a limit of so many working days (工作日). Whether the first day counts is a field of the rule that sets
 * the limit: most do not count the day of dispatch, some write that `日` is a working day and count it.
 *
 * **Details**
 *
 * A first day that is no working day is never counted, whichever the rule. Only the days from the first one counted to
 * the answer are asked of the calendar, so that a longer calendar never gives another answer.
 *
 * Fails with `workCalendar.notCount` where the count is not a whole number of at least 1, with `workCalendar.unknownDay`
 * where a day is asked that the calendar does not know, and with the first fault of a calendar that is itself wrong.
 *
 * @example
 * ```ts
 * import { CivilDate, WorkCalendar } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const on = CivilDate.parseUnsafe
 * const may: WorkCalendar.WorkCalendar = { from: on("2023-05-01"), to: on("2023-06-01"), weekend: [6, 7], days: [] }
 * const monday = on("2023-05-08")
 * assert.equal(Result.getOrThrow(WorkCalendar.addWorkingDays(may, monday, 5, false)), "2023-05-15")
 * assert.equal(Result.getOrThrow(WorkCalendar.addWorkingDays(may, monday, 5, true)), "2023-05-12")
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const addWorkingDays = (
  self: WorkCalendar,
  start: CivilDate.CivilDate,
  days: number,
  firstDayCounts: boolean,
): Result.Result<CivilDate.CivilDate, WorkCalendarFault> => {
  const indexed = index(self)
  if (Result.isFailure(indexed)) return Result.fail(indexed.failure)
  if (!isCount(days)) return Result.fail(fault("workCalendar.notCount", { days }))
  const first = CivilDate.dayNumber(start) + (firstDayCounts ? 0 : 1)
  if (first < indexed.success.first) return Result.fail(unknownDay(self, CivilDate.ofDayNumberUnsafe(first)))
  if (first > indexed.success.end) return Result.fail(unknownDay(self, start))
  const last = select(indexed.success, count(indexed.success, first) + days)
  return last === undefined ? Result.fail(unknownDay(self, self.to)) : Result.succeed(CivilDate.ofDayNumberUnsafe(last))
}

const isCount = (days: number): boolean => Number.isSafeInteger(days) && days >= 1

/**
 * {@link addWorkingDays}, throwing a `FaultError`.
 *
 * @example
 * ```ts
 * import { CivilDate, WorkCalendar } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const on = CivilDate.parseUnsafe
 * const may: WorkCalendar.WorkCalendar = { from: on("2023-05-01"), to: on("2023-06-01"), weekend: [6, 7], days: [] }
 * assert.equal(WorkCalendar.addWorkingDaysUnsafe(may, on("2023-05-08"), 2, false), "2023-05-10")
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const addWorkingDaysUnsafe = (
  self: WorkCalendar,
  start: CivilDate.CivilDate,
  days: number,
  firstDayCounts: boolean,
): CivilDate.CivilDate => getOrThrow(addWorkingDays(self, start, days, firstDayCounts))

/**
 * The last day of a limit of so many calendar days (自然日); no calendar is needed. A rule that puts off a last day on a
 * holiday goes on with {@link sameOrNextWorkingDay}. Fails with `workCalendar.notCount`, or with `civilDate.outOfRange`
 * past 9999-12-31.
 *
 * @example
 * ```ts
 * import { CivilDate, WorkCalendar } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const posted = CivilDate.parseUnsafe("2023-05-08")
 * assert.equal(Result.getOrThrow(WorkCalendar.addCalendarDays(posted, 7, false)), "2023-05-15")
 * assert.equal(Result.getOrThrow(WorkCalendar.addCalendarDays(posted, 7, true)), "2023-05-14")
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const addCalendarDays = (
  start: CivilDate.CivilDate,
  days: number,
  firstDayCounts: boolean,
): Result.Result<CivilDate.CivilDate, WorkCalendarFault | CivilDate.CivilDateFault> =>
  isCount(days)
    ? CivilDate.addDays(start, firstDayCounts ? days - 1 : days)
    : Result.fail(fault("workCalendar.notCount", { days }))

/**
 * {@link addCalendarDays}, throwing a `FaultError`.
 *
 * @example
 * ```ts
 * import { CivilDate, WorkCalendar } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const posted = CivilDate.parseUnsafe("2023-05-08")
 * assert.equal(WorkCalendar.addCalendarDaysUnsafe(posted, 5, false), "2023-05-13")
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const addCalendarDaysUnsafe = (
  start: CivilDate.CivilDate,
  days: number,
  firstDayCounts: boolean,
): CivilDate.CivilDate => getOrThrow(addCalendarDays(start, days, firstDayCounts))

/**
 * How many working days there are from a day up to, but without, another; negative where the second is earlier. Fails
 * with `workCalendar.unknownDay` where either end lies outside the calendar; the day after its last may end the run.
 *
 * @example
 * ```ts
 * import { CivilDate, WorkCalendar } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const on = CivilDate.parseUnsafe
 * const may: WorkCalendar.WorkCalendar = { from: on("2023-05-01"), to: on("2023-06-01"), weekend: [6, 7], days: [] }
 * assert.equal(Result.getOrThrow(WorkCalendar.workingDaysBetween(may, may.from, may.to)), 23)
 * assert.equal(Result.getOrThrow(WorkCalendar.workingDaysBetween(may, on("2023-05-15"), on("2023-05-12"))), -1)
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const workingDaysBetween = (
  self: WorkCalendar,
  from: CivilDate.CivilDate,
  to: CivilDate.CivilDate,
): Result.Result<number, WorkCalendarFault> => {
  const indexed = index(self)
  if (Result.isFailure(indexed)) return Result.fail(indexed.failure)
  for (const date of [from, to]) {
    if (date < self.from || date > self.to) return Result.fail(unknownDay(self, date))
  }
  const { success } = indexed
  return Result.succeed(count(success, CivilDate.dayNumber(to)) - count(success, CivilDate.dayNumber(from)))
}

/**
 * {@link workingDaysBetween}, throwing a `FaultError`.
 *
 * @example
 * ```ts
 * import { CivilDate, WorkCalendar } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const on = CivilDate.parseUnsafe
 * const may: WorkCalendar.WorkCalendar = { from: on("2023-05-01"), to: on("2023-06-01"), weekend: [6, 7], days: [] }
 * assert.equal(WorkCalendar.workingDaysBetweenUnsafe(may, on("2023-05-08"), on("2023-05-15")), 5)
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const workingDaysBetweenUnsafe = (
  self: WorkCalendar,
  from: CivilDate.CivilDate,
  to: CivilDate.CivilDate,
): number => getOrThrow(workingDaysBetween(self, from, to))
