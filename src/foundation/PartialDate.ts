/**
 * Partial dates (不完整日期): what a paper archive knows of a day, which is often no more than the year or the month.
 *
 * Nothing is filled in: a partial date stands for every day it may be, and a comparison says what holds for all of
 * them. As in Popolo, the text is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as CivilDate from "./CivilDate.js"
import { type Fault, make as fault, getOrThrow } from "./Fault.js"

// ---------------------------------------------------------------- models

declare const brand: unique symbol

/**
 * A year, a month or a day that exists, as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. Every civil date is a partial date.
 *
 * @category models
 * @since 0.1.0
 */
export type PartialDate = CivilDate.CivilDate | (string & { readonly [brand]: "PartialDate" })

/**
 * How much is known: the year alone, year and month, or the day.
 *
 * @category models
 * @since 0.1.0
 */
export type Precision = "year" | "month" | "day"

/**
 * What can be said of two partial dates: `before` and `after` hold whichever days they are, `same` only where both are
 * one known day, and all else is `uncertain`.
 *
 * @category models
 * @since 0.1.0
 */
export type Comparison = "before" | "after" | "same" | "uncertain"

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with a partial date: another shape, or a month or day that no calendar has.
 *
 * @category errors
 * @since 0.1.0
 */
export type PartialDateFault = Fault<"partialDate.malformed" | "partialDate.impossible">

// ---------------------------------------------------------------- schemas

/**
 * A partial date as it stands in a document. Refuses with `partialDate.malformed` or `partialDate.impossible`.
 *
 * @category schemas
 * @since 0.1.0
 */
export const PartialDate: Schema.Codec<PartialDate> = /* @__PURE__ */ Schema.String.check(
  /* @__PURE__ */ Schema.makeFilter((value: string) => textFault(value) ?? true),
) as Schema.Codec<PartialDate>

const FORM = /^\d{4}(-\d{2}(-\d{2})?)?$/

const textFault = (value: string): PartialDateFault["code"] | undefined => {
  if (!FORM.test(value)) return "partialDate.malformed"
  return CivilDate.is(filled(value)) ? undefined : "partialDate.impossible"
}

// ---------------------------------------------------------------- constructors

/**
 * Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. Fails with `partialDate.malformed` or `partialDate.impossible`.
 *
 * @example
 * ```ts
 * import { PartialDate } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Result.getOrThrow(PartialDate.parse("1958-07")), "1958-07")
 * assert.equal(Result.isFailure(PartialDate.parse("1958-13")), true)
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const parse = (text: string): Result.Result<PartialDate, PartialDateFault> => {
  const code = textFault(text)
  return code === undefined
    ? Result.succeed(text as PartialDate)
    : Result.fail(fault(code, { text: text.slice(0, 80) }))
}

/**
 * {@link parse}, throwing a `FaultError`: for dates written in code.
 *
 * @example
 * ```ts
 * import { PartialDate } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(PartialDate.parseUnsafe("1958"), "1958")
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const parseUnsafe = (text: string): PartialDate => getOrThrow(parse(text))

// ---------------------------------------------------------------- guards

/**
 * Whether a value is a partial date.
 *
 * @example
 * ```ts
 * import { PartialDate } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(PartialDate.is("1958"), true)
 * assert.equal(PartialDate.is("1958-02-30"), false)
 * assert.equal(PartialDate.is(1958), false)
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const is = (value: unknown): value is PartialDate => typeof value === "string" && textFault(value) === undefined

/**
 * Whether a partial date may be the given day.
 *
 * @example
 * ```ts
 * import { CivilDate, PartialDate } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const joined = PartialDate.parseUnsafe("1958-07")
 * assert.equal(PartialDate.covers(joined, CivilDate.parseUnsafe("1958-07-31")), true)
 * assert.equal(PartialDate.covers(joined, CivilDate.parseUnsafe("1958-08-01")), false)
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const covers = (self: PartialDate, date: CivilDate.CivilDate): boolean => date.startsWith(self)

/**
 * Whether the first is before the second whichever days they are.
 *
 * @example
 * ```ts
 * import { PartialDate } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const [year, month] = [PartialDate.parseUnsafe("1957"), PartialDate.parseUnsafe("1958-07")]
 * assert.equal(PartialDate.certainlyBefore(year, month), true)
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const certainlyBefore = (a: PartialDate, b: PartialDate): boolean => latest(a) < earliest(b)

/**
 * Whether there are days that both may be with the first before the second.
 *
 * @example
 * ```ts
 * import { PartialDate } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const [year, month] = [PartialDate.parseUnsafe("1958"), PartialDate.parseUnsafe("1958-07")]
 * assert.equal(PartialDate.possiblyBefore(year, month), true)
 * assert.equal(PartialDate.possiblyBefore(PartialDate.parseUnsafe("1959"), month), false)
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const possiblyBefore = (a: PartialDate, b: PartialDate): boolean => earliest(a) < latest(b)

// ---------------------------------------------------------------- getters

/**
 * How much of the date is known.
 *
 * @example
 * ```ts
 * import { PartialDate } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(PartialDate.precision(PartialDate.parseUnsafe("1958-07")), "month")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const precision = (self: PartialDate): Precision =>
  self.length === 4 ? "year" : self.length === 7 ? "month" : "day"

/**
 * The first day it may be.
 *
 * @example
 * ```ts
 * import { PartialDate } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(PartialDate.earliest(PartialDate.parseUnsafe("1958")), "1958-01-01")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const earliest = (self: PartialDate): CivilDate.CivilDate => filled(self) as CivilDate.CivilDate

const filled = (text: string): string => text + "0000-01-01".slice(text.length)

/**
 * The last day it may be.
 *
 * @example
 * ```ts
 * import { PartialDate } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(PartialDate.latest(PartialDate.parseUnsafe("1960-02")), "1960-02-29")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const latest = (self: PartialDate): CivilDate.CivilDate => {
  if (self.length === 10) return self as CivilDate.CivilDate
  if (self.length === 4) return `${self}-12-31` as CivilDate.CivilDate
  const first = earliest(self)
  return `${self}-${CivilDate.daysInMonth(CivilDate.year(first), CivilDate.month(first))}` as CivilDate.CivilDate
}

// ---------------------------------------------------------------- operations

/**
 * What can be said of the order of two partial dates.
 *
 * **Gotchas**
 *
 * `same` says that both are one known day. Two equal years are `uncertain`: nobody knows whether the days are the same.
 *
 * @example
 * ```ts
 * import { PartialDate } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const date = PartialDate.parseUnsafe
 * assert.equal(PartialDate.compare(date("1957"), date("1958-07")), "before")
 * assert.equal(PartialDate.compare(date("1958"), date("1958-07")), "uncertain")
 * assert.equal(PartialDate.compare(date("1958"), date("1958")), "uncertain")
 * assert.equal(PartialDate.compare(date("1958-07-01"), date("1958-07-01")), "same")
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const compare = (a: PartialDate, b: PartialDate): Comparison => {
  if (certainlyBefore(a, b)) return "before"
  if (certainlyBefore(b, a)) return "after"
  return a === b && precision(a) === "day" ? "same" : "uncertain"
}
