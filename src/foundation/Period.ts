/**
 * Periods (期间): a run of days, half-open: from its first day up to, but without, the day that follows its last.
 *
 * Half-open periods meet without gap or overlap: where one ends the next begins. Years, halves (半年), quarters (季度) and
 * months are the periods that work is planned and assessed by.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as CivilDate from "./CivilDate.js"
import { type Fault, make as fault, getOrThrow } from "./Fault.js"

// ---------------------------------------------------------------- models

/**
 * The days from `from` up to, but without, `to`. There is at least one.
 *
 * @category models
 * @since 0.1.0
 */
export interface Period {
  readonly from: CivilDate.CivilDate
  readonly to: CivilDate.CivilDate
}

/**
 * A size of calendar period: month (月), quarter (季度), half (半年), year (年).
 *
 * @category models
 * @since 0.1.0
 */
export type Per = "month" | "quarter" | "half" | "year"

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with a period: no day in it, a text of no period, a month, quarter, half or year that no calendar
 * has, or an end past 9999-12-31, the last date that can stand as `to`.
 *
 * @category errors
 * @since 0.1.0
 */
export type PeriodFault = Fault<"period.empty" | "period.malformed" | "period.impossible" | "period.outOfRange">

// ---------------------------------------------------------------- schemas

const Fields = /* @__PURE__ */ Schema.Struct({ from: CivilDate.CivilDate, to: CivilDate.CivilDate })

/**
 * A period as it stands in a document. Where `to` is not after `from` it is refused with `period.empty` at `to`.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Period: Schema.Codec<Period> = /* @__PURE__ */ Fields.check(
  /* @__PURE__ */ Schema.makeFilter(
    ({ from, to }: Period) => from < to || { path: ["to"], issue: "period.empty" satisfies PeriodFault["code"] },
  ),
)

/**
 * The schema of {@link Per}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Per: Schema.Codec<Per> = /* @__PURE__ */ Schema.Literals(["month", "quarter", "half", "year"])

// ---------------------------------------------------------------- constructors

/**
 * The period from a day up to, but without, another. Fails with `period.empty` where the second is not later.
 *
 * @example
 * ```ts
 * import { CivilDate, Period } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const [from, to] = [CivilDate.parseUnsafe("2023-05-01"), CivilDate.parseUnsafe("2023-05-08")]
 * assert.deepEqual(Result.getOrThrow(Period.of(from, to)), { from: "2023-05-01", to: "2023-05-08" })
 * assert.equal(Result.isFailure(Period.of(from, from)), true)
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const of = (from: CivilDate.CivilDate, to: CivilDate.CivilDate): Result.Result<Period, PeriodFault> =>
  from < to ? Result.succeed({ from, to }) : Result.fail(fault("period.empty", { value: to }))

/**
 * {@link of}, throwing a `FaultError`.
 *
 * @example
 * ```ts
 * import { CivilDate, Period } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const week = Period.ofUnsafe(CivilDate.parseUnsafe("2023-05-01"), CivilDate.parseUnsafe("2023-05-08"))
 * assert.equal(Period.days(week), 7)
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const ofUnsafe = (from: CivilDate.CivilDate, to: CivilDate.CivilDate): Period => getOrThrow(of(from, to))

const MONTHS = { month: 1, quarter: 3, half: 6, year: 12 } as const

// A month of the calendar by its index: twelve times the year, and January is nought.
const monthStart = (index: number): CivilDate.CivilDate | undefined =>
  Result.getOrUndefined(CivilDate.of(Math.floor(index / 12), (index % 12) + 1, 1))

const piece = (year: number, number: number, per: Per): Result.Result<Period, PeriodFault> => {
  const size = MONTHS[per]
  const first = year * 12 + (number - 1) * size
  const whole = Number.isInteger(year) && Number.isInteger(number) && number >= 1 && number * size <= 12
  const from = whole ? monthStart(first) : undefined
  if (from === undefined) return Result.fail(fault("period.impossible", { text: named(year, number, per) }))
  const to = monthStart(first + size)
  return to === undefined
    ? Result.fail(fault("period.outOfRange", { text: named(year, number, per) }))
    : Result.succeed({ from, to })
}

const named = (year: number, number: number, per: Per): string => {
  const leading = String(year).padStart(4, "0")
  if (per === "year") return leading
  return `${leading}-${per === "month" ? String(number).padStart(2, "0") : `${per === "half" ? "H" : "Q"}${number}`}`
}

/**
 * A calendar year (年度). Fails with `period.impossible`, and with `period.outOfRange` for 9999.
 *
 * @example
 * ```ts
 * import { Period } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * assert.deepEqual(Result.getOrThrow(Period.year(2023)), { from: "2023-01-01", to: "2024-01-01" })
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const year = (year: number): Result.Result<Period, PeriodFault> => piece(year, 1, "year")

/**
 * {@link year}, throwing a `FaultError`.
 *
 * @example
 * ```ts
 * import { Period } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Period.days(Period.yearUnsafe(2024)), 366)
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const yearUnsafe = (value: number): Period => getOrThrow(year(value))

/**
 * The first (上半年) or second half (下半年) of a year. Fails with `period.impossible`, and with `period.outOfRange` for the
 * last of 9999.
 *
 * @example
 * ```ts
 * import { Period } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * assert.deepEqual(Result.getOrThrow(Period.half(2023, 2)), { from: "2023-07-01", to: "2024-01-01" })
 * assert.equal(Result.isFailure(Period.half(2023, 3)), true)
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const half = (year: number, number: number): Result.Result<Period, PeriodFault> => piece(year, number, "half")

/**
 * {@link half}, throwing a `FaultError`.
 *
 * @example
 * ```ts
 * import { Period } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Period.lastDay(Period.halfUnsafe(2023, 1)), "2023-06-30")
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const halfUnsafe = (year: number, number: number): Period => getOrThrow(half(year, number))

/**
 * A quarter (季度), 1 to 4, of a year. Fails with `period.impossible`, and with `period.outOfRange` for the last of 9999.
 *
 * @example
 * ```ts
 * import { Period } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * assert.deepEqual(Result.getOrThrow(Period.quarter(2023, 2)), { from: "2023-04-01", to: "2023-07-01" })
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const quarter = (year: number, number: number): Result.Result<Period, PeriodFault> =>
  piece(year, number, "quarter")

/**
 * {@link quarter}, throwing a `FaultError`.
 *
 * @example
 * ```ts
 * import { Period } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Period.lastDay(Period.quarterUnsafe(2023, 4)), "2023-12-31")
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const quarterUnsafe = (year: number, number: number): Period => getOrThrow(quarter(year, number))

/**
 * A month (月), 1 to 12, of a year. Fails with `period.impossible`, and with `period.outOfRange` for the last of 9999.
 *
 * @example
 * ```ts
 * import { Period } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * assert.deepEqual(Result.getOrThrow(Period.month(2023, 12)), { from: "2023-12-01", to: "2024-01-01" })
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const month = (year: number, number: number): Result.Result<Period, PeriodFault> => piece(year, number, "month")

/**
 * {@link month}, throwing a `FaultError`.
 *
 * @example
 * ```ts
 * import { Period } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Period.days(Period.monthUnsafe(2024, 2)), 29)
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const monthUnsafe = (year: number, number: number): Period => getOrThrow(month(year, number))

/**
 * The calendar month, quarter, half or year that a day falls in. Fails with `period.outOfRange` where its end lies past
 * 9999-12-31.
 *
 * @example
 * ```ts
 * import { CivilDate, Period } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const quarter = Period.containing(CivilDate.parseUnsafe("2023-05-04"), "quarter")
 * assert.deepEqual(Result.getOrThrow(quarter), { from: "2023-04-01", to: "2023-07-01" })
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const containing = (date: CivilDate.CivilDate, per: Per): Result.Result<Period, PeriodFault> =>
  piece(CivilDate.year(date), ordinal(date, per), per)

/**
 * {@link containing}, throwing a `FaultError`.
 *
 * @example
 * ```ts
 * import { CivilDate, Period } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const half = Period.containingUnsafe(CivilDate.parseUnsafe("2023-07-01"), "half")
 * assert.equal(Period.text(half), "2023-H2")
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const containingUnsafe = (date: CivilDate.CivilDate, per: Per): Period => getOrThrow(containing(date, per))

const ordinal = (date: CivilDate.CivilDate, per: Per): number =>
  Math.floor((CivilDate.month(date) - 1) / MONTHS[per]) + 1

const CALENDAR_FORM = /^(\d{4})(?:-(?:(\d{2})|H(\d)|Q(\d)))?$/
const SPAN_FORM = /^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})$/

/**
 * Reads what `Period.text` writes: `2023`, `2023-H1`, `2023-Q2`, `2023-05`, or first and last day `2023-05-04/2023-06-30`,
 * both included. Fails with a fault of the period or of one of its dates.
 *
 * @example
 * ```ts
 * import { Period } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * assert.deepEqual(Result.getOrThrow(Period.parse("2023-Q2")), { from: "2023-04-01", to: "2023-07-01" })
 * const spring = Result.getOrThrow(Period.parse("2023-05-04/2023-06-30"))
 * assert.deepEqual(spring, { from: "2023-05-04", to: "2023-07-01" })
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const parse = (text: string): Result.Result<Period, PeriodFault | CivilDate.CivilDateFault> => {
  const calendar = CALENDAR_FORM.exec(text)
  if (calendar !== null) {
    const [, year, month, half, quarter] = calendar
    const per = month !== undefined ? "month" : half !== undefined ? "half" : quarter !== undefined ? "quarter" : "year"
    return piece(Number(year), Number(month ?? half ?? quarter ?? 1), per)
  }
  const span = SPAN_FORM.exec(text)
  if (span === null) return Result.fail(fault("period.malformed", { text: text.slice(0, 80) }))
  const [from, last] = [CivilDate.parse(span[1]!), CivilDate.parse(span[2]!)]
  if (Result.isFailure(from)) return Result.fail(from.failure)
  if (Result.isFailure(last)) return Result.fail(last.failure)
  if (last.success < from.success) return Result.fail(fault("period.empty", { value: last.success }))
  const to = CivilDate.addDays(last.success, 1)
  return Result.isFailure(to) ? Result.fail(fault("period.outOfRange", { text })) : of(from.success, to.success)
}

/**
 * {@link parse}, throwing a `FaultError`: for periods written in code.
 *
 * @example
 * ```ts
 * import { Period } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.deepEqual(Period.parseUnsafe("2023"), { from: "2023-01-01", to: "2024-01-01" })
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const parseUnsafe = (text: string): Period => getOrThrow(parse(text))

// ---------------------------------------------------------------- guards

/**
 * Whether a day lies in a period.
 *
 * @example
 * ```ts
 * import { CivilDate, Period } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const year = Period.yearUnsafe(2023)
 * assert.equal(Period.contains(year, CivilDate.parseUnsafe("2023-12-31")), true)
 * assert.equal(Period.contains(year, CivilDate.parseUnsafe("2024-01-01")), false)
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const contains = (self: Period, date: CivilDate.CivilDate): boolean => self.from <= date && date < self.to

/**
 * Whether two periods share a day.
 *
 * @example
 * ```ts
 * import { Period } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Period.overlaps(Period.yearUnsafe(2023), Period.quarterUnsafe(2023, 4)), true)
 * assert.equal(Period.overlaps(Period.yearUnsafe(2023), Period.yearUnsafe(2024)), false)
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const overlaps = (a: Period, b: Period): boolean => a.from < b.to && b.from < a.to

/**
 * Whether two periods have the same days.
 *
 * @example
 * ```ts
 * import { Period } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Period.equals(Period.yearUnsafe(2023), Period.parseUnsafe("2023-01-01/2023-12-31")), true)
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const equals = (a: Period, b: Period): boolean => a.from === b.from && a.to === b.to

// ---------------------------------------------------------------- getters

/**
 * How many days a period has.
 *
 * @example
 * ```ts
 * import { Period } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Period.days(Period.yearUnsafe(2023)), 365)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const days = (self: Period): number => CivilDate.daysBetween(self.from, self.to)

/**
 * The last day that belongs to a period, the day before `to`.
 *
 * @example
 * ```ts
 * import { Period } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Period.lastDay(Period.monthUnsafe(2024, 2)), "2024-02-29")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const lastDay = (self: Period): CivilDate.CivilDate => CivilDate.addDaysUnsafe(self.to, -1)

/**
 * The name of the calendar period that a day falls in: `2023-05`, `2023-Q2`, `2023-H1` or `2023`. {@link parse} reads it.
 *
 * @example
 * ```ts
 * import { CivilDate, Period } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const date = CivilDate.parseUnsafe("2023-05-04")
 * const keys = (["month", "quarter", "half", "year"] as const).map((per) => Period.key(date, per))
 * assert.deepEqual(keys, ["2023-05", "2023-Q2", "2023-H1", "2023"])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const key = (date: CivilDate.CivilDate, per: Per): string => named(CivilDate.year(date), ordinal(date, per), per)

const SIZES = ["year", "half", "quarter", "month"] as const

/**
 * A period as text: `2023`, `2023-H1`, `2023-Q2` or `2023-05` where it is exactly that, else its first and its last day,
 * both included, as `2023-05-04/2023-06-30`.
 *
 * **Gotchas**
 *
 * The day after the stroke belongs to the period. It is the last day, as people write it, not `to`.
 *
 * @example
 * ```ts
 * import { CivilDate, Period } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Period.text(Period.quarterUnsafe(2023, 2)), "2023-Q2")
 * const spring = Period.ofUnsafe(CivilDate.parseUnsafe("2023-05-04"), CivilDate.parseUnsafe("2023-07-01"))
 * assert.equal(Period.text(spring), "2023-05-04/2023-06-30")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const text = (self: Period): string => {
  for (const per of SIZES) {
    const calendar = containing(self.from, per)
    if (Result.isSuccess(calendar) && equals(calendar.success, self)) {
      return key(self.from, per)
    }
  }
  return `${self.from}/${lastDay(self)}`
}

// ---------------------------------------------------------------- operations

/**
 * The days that two periods share; `undefined` where there are none.
 *
 * @example
 * ```ts
 * import { Period } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const term = Period.parseUnsafe("2023-05-04/2024-03-31")
 * assert.deepEqual(Period.intersection(term, Period.yearUnsafe(2024)), { from: "2024-01-01", to: "2024-04-01" })
 * assert.equal(Period.intersection(term, Period.yearUnsafe(2025)), undefined)
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const intersection = (a: Period, b: Period): Period | undefined =>
  overlaps(a, b) ? { from: CivilDate.max(a.from, b.from), to: CivilDate.min(a.to, b.to) } : undefined

/**
 * The calendar months, quarters, halves or years of a period in order; the first and the last are clipped to it, so that
 * the pieces tile it without gap or overlap.
 *
 * @example
 * ```ts
 * import { Period } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const pieces = Period.split(Period.parseUnsafe("2023-05-04/2023-10-31"), "quarter")
 * assert.deepEqual(pieces.map(Period.text), ["2023-05-04/2023-06-30", "2023-Q3", "2023-10"])
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const split = (self: Period, per: Per): ReadonlyArray<Period> => {
  const size = MONTHS[per]
  const pieces: Array<Period> = []
  let next = (CivilDate.year(self.from) * 12) / size + ordinal(self.from, per)
  for (let from = self.from; from < self.to; next++) {
    const to = CivilDate.min(monthStart(next * size) ?? self.to, self.to)
    pieces.push({ from, to })
    from = to
  }
  return pieces
}
