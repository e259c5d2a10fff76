/**
 * Civil dates (公历日期): a day of the calendar that people sign, stamp and post by, without clock and without offset.
 *
 * A date is its ISO text `YYYY-MM-DD`, years 0001 to 9999 of the proleptic Gregorian calendar, so that texts sort as
 * days do and a document needs no conversion. Today is never known here: the caller says which day it is.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { type Fault, make as fault, getOrThrow } from "./Fault.js"

// ---------------------------------------------------------------- models

declare const brand: unique symbol

/**
 * A day that exists, as `YYYY-MM-DD`.
 *
 * @category models
 * @since 0.1.0
 */
export type CivilDate = string & { readonly [brand]: "CivilDate" }

/**
 * A day of the week (星期) by its ISO number: 1 is Monday (星期一), 7 is Sunday (星期日).
 *
 * @category models
 * @since 0.1.0
 */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with a date: not written as `YYYY-MM-DD`, a day that no calendar has, a step past the years 0001 to
 * 9999, a step that is no whole number, a serial of no day, or a day without a serial.
 *
 * @category errors
 * @since 0.1.0
 */
export type CivilDateFault = Fault<
  | "civilDate.malformed"
  | "civilDate.impossible"
  | "civilDate.outOfRange"
  | "civilDate.notWhole"
  | "civilDate.noSuchSerial"
  | "civilDate.noSerial"
>

// ---------------------------------------------------------------- schemas

/**
 * A date as it stands in a document. A text of another shape is refused with `civilDate.malformed`, a day such as
 * 2023-02-29 with `civilDate.impossible`.
 *
 * @category schemas
 * @since 0.1.0
 */
export const CivilDate: Schema.Codec<CivilDate> = /* @__PURE__ */ Schema.String.check(
  /* @__PURE__ */ Schema.makeFilter((value: string) => textFault(value) ?? true),
) as Schema.Codec<CivilDate>

/**
 * The schema of {@link Weekday}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Weekday: Schema.Codec<Weekday> = /* @__PURE__ */ Schema.Literals([1, 2, 3, 4, 5, 6, 7])

const FORM = /^\d{4}-\d{2}-\d{2}$/

const textFault = (value: string): "civilDate.malformed" | "civilDate.impossible" | undefined => {
  if (!FORM.test(value)) return "civilDate.malformed"
  return exists(digits(value, 0, 4), digits(value, 5, 7), digits(value, 8, 10)) ? undefined : "civilDate.impossible"
}

const exists = (year: number, month: number, day: number): boolean =>
  Number.isInteger(year) &&
  year >= 1 &&
  year <= 9999 &&
  Number.isInteger(day) &&
  day >= 1 &&
  day <= daysInMonth(year, month)

const digits = (text: string, start: number, end: number): number => {
  let value = 0
  for (let index = start; index < end; index++) value = value * 10 + text.charCodeAt(index) - 48
  return value
}

// ---------------------------------------------------------------- constructors

const written = (year: number, month: number, day: number): CivilDate =>
  `${String(year).padStart(4, "0")}-${month < 10 ? "0" : ""}${month}-${day < 10 ? "0" : ""}${day}` as CivilDate

/**
 * Reads `YYYY-MM-DD`. Fails with `civilDate.malformed` or `civilDate.impossible`.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Result.getOrThrow(CivilDate.parse("2024-02-29")), "2024-02-29")
 * assert.equal(Result.isFailure(CivilDate.parse("2023-02-29")), true)
 * assert.equal(Result.isFailure(CivilDate.parse("2023-7-1")), true)
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const parse = (text: string): Result.Result<CivilDate, CivilDateFault> => {
  const code = textFault(text)
  return code === undefined ? Result.succeed(text as CivilDate) : Result.fail(fault(code, { text: text.slice(0, 80) }))
}

/**
 * {@link parse}, throwing a `FaultError`: for dates written in code.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(CivilDate.parseUnsafe("1921-07-23"), "1921-07-23")
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const parseUnsafe = (text: string): CivilDate => getOrThrow(parse(text))

/**
 * A date from its year, month (1 to 12) and day. Fails with `civilDate.impossible` where there is no such day.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Result.getOrThrow(CivilDate.of(2023, 7, 1)), "2023-07-01")
 * assert.equal(Result.isFailure(CivilDate.of(2023, 6, 31)), true)
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const of = (year: number, month: number, day: number): Result.Result<CivilDate, CivilDateFault> =>
  exists(year, month, day)
    ? Result.succeed(written(year, month, day))
    : Result.fail(fault("civilDate.impossible", { text: `${year}-${month}-${day}` }))

/**
 * {@link of}, throwing a `FaultError`.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(CivilDate.ofUnsafe(1949, 10, 1), "1949-10-01")
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const ofUnsafe = (year: number, month: number, day: number): CivilDate => getOrThrow(of(year, month, day))

const FIRST_DAY_NUMBER = -719162
const LAST_DAY_NUMBER = 2932896

/**
 * The date that many days after 1970-01-01. Fails with `civilDate.notWhole` or `civilDate.outOfRange`.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Result.getOrThrow(CivilDate.ofDayNumber(19431)), "2023-03-15")
 * assert.equal(Result.getOrThrow(CivilDate.ofDayNumber(-1)), "1969-12-31")
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const ofDayNumber = (number: number): Result.Result<CivilDate, CivilDateFault> => {
  if (!Number.isSafeInteger(number)) return Result.fail(fault("civilDate.notWhole", { value: number }))
  if (number < FIRST_DAY_NUMBER || number > LAST_DAY_NUMBER) return Result.fail(beyond("1970-01-01", number, "D"))
  return Result.succeed(numbered(number))
}

/**
 * {@link ofDayNumber}, throwing a `FaultError`.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(CivilDate.ofDayNumberUnsafe(0), "1970-01-01")
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const ofDayNumberUnsafe = (number: number): CivilDate => getOrThrow(ofDayNumber(number))

const beyond = (date: string, amount: number, unit: "D" | "M" | "Y"): CivilDateFault =>
  fault("civilDate.outOfRange", { date, by: amount < 0 ? `-P${-amount}${unit}` : `P${amount}${unit}` })

const DAYS_OF_400_YEARS = 146097
const DAYS_FROM_0000_03_01 = 719468

// Years run from March here, so that the leap day is the last of its year and the lengths of months follow one line.
const numbered = (number: number): CivilDate => {
  const shifted = number + DAYS_FROM_0000_03_01
  const era = Math.floor(shifted / DAYS_OF_400_YEARS)
  const dayOfEra = shifted - era * DAYS_OF_400_YEARS
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36524) + Math.floor(dayOfEra / 146096)
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  return written(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
}

const SERIAL_BEFORE_GAP = -25568
const SERIAL_AFTER_GAP = -25569
const LAST_SERIAL = LAST_DAY_NUMBER - SERIAL_AFTER_GAP

/**
 * The date of a spreadsheet serial in the 1900 system (表格日期序号): 1 is 1900-01-01, 61 is 1900-03-01. Fails with
 * `civilDate.noSuchSerial` on 60 (1900-02-29, a day that only spreadsheets have), on anything below 1 or past
 * 9999-12-31, and on a serial with a fraction, which is a time of day.
 *
 * **Gotchas**
 *
 * A workbook in the 1904 system counts from another day; add 1462 to its serials first.
 *
 * Source: ISO/IEC 29500-1, section 18.17.4.1, date bases.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Result.getOrThrow(CivilDate.ofSerial(45000)), "2023-03-15")
 * assert.equal(Result.isFailure(CivilDate.ofSerial(60)), true)
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const ofSerial = (serial: number): Result.Result<CivilDate, CivilDateFault> =>
  !Number.isInteger(serial) || serial < 1 || serial === 60 || serial > LAST_SERIAL
    ? Result.fail(fault("civilDate.noSuchSerial", { serial }))
    : Result.succeed(numbered(serial + (serial < 60 ? SERIAL_BEFORE_GAP : SERIAL_AFTER_GAP)))

/**
 * {@link ofSerial}, throwing a `FaultError`.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(CivilDate.ofSerialUnsafe(1), "1900-01-01")
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const ofSerialUnsafe = (serial: number): CivilDate => getOrThrow(ofSerial(serial))

// ---------------------------------------------------------------- guards

/**
 * Whether a value is a date: a text `YYYY-MM-DD` of a day that exists.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(CivilDate.is("2023-12-31"), true)
 * assert.equal(CivilDate.is("2023-12-32"), false)
 * assert.equal(CivilDate.is(20231231), false)
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const is = (value: unknown): value is CivilDate => typeof value === "string" && textFault(value) === undefined

/**
 * Whether a year has a 29th of February (闰年).
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.deepEqual([1900, 2000, 2023, 2024].map(CivilDate.isLeapYear), [false, true, false, true])
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

// ---------------------------------------------------------------- getters

/**
 * The year, 1 to 9999.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(CivilDate.year(CivilDate.parseUnsafe("2023-07-01")), 2023)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const year = (self: CivilDate): number => digits(self, 0, 4)

/**
 * The month, 1 to 12.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(CivilDate.month(CivilDate.parseUnsafe("2023-07-01")), 7)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const month = (self: CivilDate): number => digits(self, 5, 7)

/**
 * The day of the month, 1 to 31.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(CivilDate.day(CivilDate.parseUnsafe("2023-07-01")), 1)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const day = (self: CivilDate): number => digits(self, 8, 10)

/**
 * The day of the week (星期), 1 for Monday to 7 for Sunday.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(CivilDate.weekday(CivilDate.parseUnsafe("2023-07-01")), 6)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const weekday = (self: CivilDate): Weekday => (((((dayNumber(self) + 3) % 7) + 7) % 7) + 1) as Weekday

/**
 * Days since 1970-01-01; days before it are negative.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(CivilDate.dayNumber(CivilDate.parseUnsafe("2023-03-15")), 19431)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const dayNumber = (self: CivilDate): number => {
  const monthOfDate = month(self)
  const fromMarch = monthOfDate > 2 ? monthOfDate - 3 : monthOfDate + 9
  const yearFromMarch = monthOfDate > 2 ? year(self) : year(self) - 1
  const era = Math.floor(yearFromMarch / 400)
  const yearOfEra = yearFromMarch - era * 400
  const dayOfYear = Math.floor((153 * fromMarch + 2) / 5) + day(self) - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * DAYS_OF_400_YEARS + dayOfEra - DAYS_FROM_0000_03_01
}

/**
 * The spreadsheet serial of a date in the 1900 system, the inverse of {@link ofSerial}. Fails with `civilDate.noSerial`
 * before 1900.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Result.getOrThrow(CivilDate.serial(CivilDate.parseUnsafe("1900-03-01"))), 61)
 * assert.equal(Result.isFailure(CivilDate.serial(CivilDate.parseUnsafe("1899-12-31"))), true)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const serial = (self: CivilDate): Result.Result<number, CivilDateFault> => {
  const number = dayNumber(self)
  if (number <= SERIAL_BEFORE_GAP) return Result.fail(fault("civilDate.noSerial", { date: self }))
  return Result.succeed(self < "1900-03-01" ? number - SERIAL_BEFORE_GAP : number - SERIAL_AFTER_GAP)
}

/**
 * {@link serial}, throwing a `FaultError`.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(CivilDate.serialUnsafe(CivilDate.parseUnsafe("2023-03-15")), 45000)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const serialUnsafe = (self: CivilDate): number => getOrThrow(serial(self))

/**
 * How many days a month of a year has; none where there is no such month.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(CivilDate.daysInMonth(2024, 2), 29)
 * assert.equal(CivilDate.daysInMonth(2024, 13), 0)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const daysInMonth = (year: number, month: number): number => {
  if (!Number.isInteger(month) || month < 1 || month > 12) return 0
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

// ---------------------------------------------------------------- operations

/**
 * The date so many days later, earlier where the number is negative. Fails with `civilDate.notWhole` or
 * `civilDate.outOfRange`.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Result.getOrThrow(CivilDate.addDays(CivilDate.parseUnsafe("2024-02-28"), 2)), "2024-03-01")
 * assert.equal(Result.isFailure(CivilDate.addDays(CivilDate.parseUnsafe("9999-12-31"), 1)), true)
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const addDays = (self: CivilDate, days: number): Result.Result<CivilDate, CivilDateFault> => {
  if (!Number.isSafeInteger(days)) return Result.fail(fault("civilDate.notWhole", { value: days }))
  const number = dayNumber(self) + days
  if (number < FIRST_DAY_NUMBER || number > LAST_DAY_NUMBER) return Result.fail(beyond(self, days, "D"))
  return Result.succeed(numbered(number))
}

/**
 * {@link addDays}, throwing a `FaultError`.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(CivilDate.addDaysUnsafe(CivilDate.parseUnsafe("2023-01-01"), -1), "2022-12-31")
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const addDaysUnsafe = (self: CivilDate, days: number): CivilDate => getOrThrow(addDays(self, days))

/**
 * The same day so many months later; where that month is too short, its last day. Fails with `civilDate.notWhole` or
 * `civilDate.outOfRange`.
 *
 * **Gotchas**
 *
 * Because of the short months a sum of steps is not one step: a month after 01-31 and a month after that is 03-28, two
 * months after 01-31 is 03-31. Count a row of due days from its first day.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const start = CivilDate.parseUnsafe("2023-01-31")
 * assert.equal(Result.getOrThrow(CivilDate.addMonths(start, 1)), "2023-02-28")
 * assert.equal(Result.getOrThrow(CivilDate.addMonths(start, -2)), "2022-11-30")
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const addMonths = (self: CivilDate, months: number): Result.Result<CivilDate, CivilDateFault> =>
  moved(self, months, 1, "M")

const moved = (
  self: CivilDate,
  amount: number,
  size: 1 | 12,
  unit: "M" | "Y",
): Result.Result<CivilDate, CivilDateFault> => {
  if (!Number.isSafeInteger(amount)) return Result.fail(fault("civilDate.notWhole", { value: amount }))
  const index = year(self) * 12 + month(self) - 1 + amount * size
  const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
  if (toYear < 1 || toYear > 9999) return Result.fail(beyond(self, amount, unit))
  return Result.succeed(written(toYear, toMonth, Math.min(day(self), daysInMonth(toYear, toMonth))))
}

/**
 * {@link addMonths}, throwing a `FaultError`.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(CivilDate.addMonthsUnsafe(CivilDate.parseUnsafe("2023-12-15"), 1), "2024-01-15")
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const addMonthsUnsafe = (self: CivilDate, months: number): CivilDate => getOrThrow(addMonths(self, months))

/**
 * The same day so many years later; the 29th of February becomes the 28th in a common year. Fails with
 * `civilDate.notWhole` or `civilDate.outOfRange`.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Result.getOrThrow(CivilDate.addYears(CivilDate.parseUnsafe("2024-02-29"), 1)), "2025-02-28")
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const addYears = (self: CivilDate, years: number): Result.Result<CivilDate, CivilDateFault> =>
  moved(self, years, 12, "Y")

/**
 * {@link addYears}, throwing a `FaultError`.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(CivilDate.addYearsUnsafe(CivilDate.parseUnsafe("2022-06-30"), 1), "2023-06-30")
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const addYearsUnsafe = (self: CivilDate, years: number): CivilDate => getOrThrow(addYears(self, years))

/**
 * Days from the first date to the second; negative where the second is earlier.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const [from, to] = [CivilDate.parseUnsafe("2023-12-31"), CivilDate.parseUnsafe("2024-03-01")]
 * assert.equal(CivilDate.daysBetween(from, to), 61)
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const daysBetween = (from: CivilDate, to: CivilDate): number => dayNumber(to) - dayNumber(from)

/**
 * −1, 0 or 1 as the first date is before, the same as or after the second: an ordering for `sort`.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const dates = ["2023-10-01", "2023-05-01"].map(CivilDate.parseUnsafe)
 * assert.deepEqual(dates.toSorted(CivilDate.compare), ["2023-05-01", "2023-10-01"])
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const compare = (a: CivilDate, b: CivilDate): -1 | 0 | 1 => (a < b ? -1 : a > b ? 1 : 0)

/**
 * The earlier of two dates.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const [a, b] = [CivilDate.parseUnsafe("2023-05-01"), CivilDate.parseUnsafe("2023-10-01")]
 * assert.equal(CivilDate.min(a, b), "2023-05-01")
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const min = (a: CivilDate, b: CivilDate): CivilDate => (b < a ? b : a)

/**
 * The later of two dates.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const [a, b] = [CivilDate.parseUnsafe("2023-05-01"), CivilDate.parseUnsafe("2023-10-01")]
 * assert.equal(CivilDate.max(a, b), "2023-10-01")
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const max = (a: CivilDate, b: CivilDate): CivilDate => (b > a ? b : a)
