/**
 * Exact numbers (精确数): every score, weight and share is a rational number; no binary floating point decides anything.
 *
 * A safe integer is held as itself, which keeps whole-number books at machine speed; everything else is a fraction of
 * two big integers in lowest terms. As text a number is a decimal where one terminates (`0.1`) and `n/d` otherwise.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { type Fault, make as fault, getOrThrow } from "./Fault.js"

// ---------------------------------------------------------------- models

declare const brand: unique symbol

/**
 * A safe integer that stands for itself.
 *
 * @category models
 * @since 0.1.0
 */
export type Integer = number & { readonly [brand]: "Exact" }

/**
 * A fraction in lowest terms; `d` is positive. Integers that are safe are never held this way.
 *
 * @category models
 * @since 0.1.0
 */
export interface Ratio {
  readonly n: bigint
  readonly d: bigint
}

/**
 * An exact rational number. Each number has exactly one form, so two forms differ when the numbers do.
 *
 * @category models
 * @since 0.1.0
 */
export type Exact = Integer | Ratio

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with a number: no number at all, not in canonical form, not a safe integer, or a division by zero.
 *
 * @category errors
 * @since 0.1.0
 */
export type ExactFault = Fault<
  "exact.malformed" | "exact.notCanonical" | "exact.notSafeInteger" | "exact.divisionByZero"
>

// ---------------------------------------------------------------- schemas

/**
 * An exact number as it stands in a document: its canonical text. `0.50`, `2/4` and `-0` are refused with
 * `exact.notCanonical`, so that one number is written in one way; anything else that is no number with `exact.malformed`.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Text: Schema.Codec<string> = /* @__PURE__ */ Schema.String.check(
  /* @__PURE__ */ Schema.makeFilter((value: string) => textFault(value) ?? true),
)

const textFault = (value: string): ExactFault["code"] | undefined => {
  const parsed = parse(value)
  if (Result.isFailure(parsed)) return parsed.failure.code
  return text(parsed.success) === value ? undefined : "exact.notCanonical"
}

// ---------------------------------------------------------------- constructors

const ratio = (n: bigint, d: bigint): Exact => {
  if (d < 0n) return ratio(-n, -d)
  const divisor = greatestCommonDivisor(n < 0n ? -n : n, d)
  return held(n / divisor, d / divisor)
}

const held = (n: bigint, d: bigint): Exact =>
  d === 1n && n >= -MAX_SAFE && n <= MAX_SAFE ? (Number(n) as Integer) : { n, d }

const MAX_SAFE = 9007199254740991n

const greatestCommonDivisor = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

/**
 * Nought.
 *
 * @category constructors
 * @since 0.1.0
 */
export const zero = 0 as Integer

/**
 * One.
 *
 * @category constructors
 * @since 0.1.0
 */
export const one = 1 as Integer

/**
 * A whole number as an exact one. Fails with `exact.notSafeInteger` on fractions, infinities and integers past 2^53 − 1.
 *
 * @example
 * ```ts
 * import { Exact } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Exact.text(Result.getOrThrow(Exact.integer(60))), "60")
 * assert.equal(Result.isFailure(Exact.integer(0.1)), true)
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const integer = (value: number): Result.Result<Exact, ExactFault> =>
  Number.isSafeInteger(value)
    ? Result.succeed((value + 0 === 0 ? 0 : value) as Integer)
    : Result.fail(fault("exact.notSafeInteger", { value: String(value) }))

/**
 * {@link integer}, throwing a `FaultError`.
 *
 * @example
 * ```ts
 * import { Exact } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Exact.text(Exact.integerUnsafe(7)), "7")
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const integerUnsafe = (value: number): Exact => getOrThrow(integer(value))

/**
 * The quotient of two big integers. Fails with `exact.divisionByZero`.
 *
 * @example
 * ```ts
 * import { Exact } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Exact.text(Result.getOrThrow(Exact.fraction(2n, 6n))), "1/3")
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const fraction = (numerator: bigint, denominator: bigint): Result.Result<Exact, ExactFault> =>
  denominator === 0n ? Result.fail(fault("exact.divisionByZero")) : Result.succeed(ratio(numerator, denominator))

/**
 * A big integer as an exact number.
 *
 * @example
 * ```ts
 * import { Exact } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Exact.text(Exact.ofBigInt(2n ** 60n)), "1152921504606846976")
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const ofBigInt = (value: bigint): Exact => held(value, 1n)

const FORM = /^(-?)(\d{1,400})(?:\.(\d{1,400})|\/(\d{1,400}))?$/

/**
 * Reads a decimal (`-0.5`) or a fraction (`1/3`). No exponent, no sign but a leading minus, no spaces, at most 400
 * digits a part. Fails with `exact.malformed` or `exact.divisionByZero`.
 *
 * @example
 * ```ts
 * import { Exact } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Exact.text(Result.getOrThrow(Exact.parse("0.50"))), "0.5")
 * assert.equal(Exact.text(Result.getOrThrow(Exact.parse("6/4"))), "1.5")
 * assert.equal(Result.isFailure(Exact.parse("1e3")), true)
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const parse = (text: string): Result.Result<Exact, ExactFault> => {
  const parts = FORM.exec(text)
  if (parts === null) return Result.fail(fault("exact.malformed", { text: text.slice(0, 80) }))
  const [, sign, whole = "0", decimals, below] = parts
  if (decimals === undefined && below === undefined && whole.length < 16) {
    return Result.succeed((Number(whole) === 0 ? 0 : sign === "-" ? -Number(whole) : Number(whole)) as Integer)
  }
  const numerator = BigInt(whole + (decimals ?? ""))
  const denominator = below === undefined ? 10n ** BigInt(decimals?.length ?? 0) : BigInt(below)
  return fraction(sign === "-" ? -numerator : numerator, denominator)
}

/**
 * {@link parse}, throwing a `FaultError`: for numbers written in code.
 *
 * @example
 * ```ts
 * import { Exact } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Exact.equals(Exact.parseUnsafe("0.1"), Exact.parseUnsafe("1/10")), true)
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const parseUnsafe = (text: string): Exact => getOrThrow(parse(text))

// ---------------------------------------------------------------- guards

/**
 * Whether a value is an exact number in its one form.
 *
 * @example
 * ```ts
 * import { Exact } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Exact.is(3), true)
 * assert.equal(Exact.is(0.5), false)
 * assert.equal(Exact.is({ n: 1n, d: 2n }), true)
 * assert.equal(Exact.is({ n: 2n, d: 4n }), false)
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const is = (value: unknown): value is Exact => {
  if (typeof value === "number") return Number.isSafeInteger(value) && !Object.is(value, -0)
  if (typeof value !== "object" || value === null) return false
  const { n, d } = value as Partial<Ratio>
  if (typeof n !== "bigint" || typeof d !== "bigint" || d <= 0n) return false
  const canonical = ratio(n, d)
  return typeof canonical !== "number" && canonical.n === n && canonical.d === d
}

/**
 * Whether a number is whole.
 *
 * @example
 * ```ts
 * import { Exact } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Exact.isWhole(Exact.parseUnsafe("3")), true)
 * assert.equal(Exact.isWhole(Exact.parseUnsafe("0.3")), false)
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const isWhole = (self: Exact): boolean => typeof self === "number" || self.d === 1n

// ---------------------------------------------------------------- getters

const top = (self: Exact): bigint => (typeof self === "number" ? BigInt(self) : self.n)
const bottom = (self: Exact): bigint => (typeof self === "number" ? 1n : self.d)

/**
 * The numerator in lowest terms; it carries the sign.
 *
 * @example
 * ```ts
 * import { Exact } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Exact.numerator(Exact.parseUnsafe("-0.75")), -3n)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const numerator = (self: Exact): bigint => top(self)

/**
 * The denominator in lowest terms; always positive.
 *
 * @example
 * ```ts
 * import { Exact } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Exact.denominator(Exact.parseUnsafe("-0.75")), 4n)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const denominator = (self: Exact): bigint => bottom(self)

/**
 * The canonical text: a decimal without trailing noughts where one terminates, else `n/d`.
 *
 * @example
 * ```ts
 * import { Exact } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Exact.text(Exact.parseUnsafe("1020.10")), "1020.1")
 * assert.equal(Exact.text(Exact.parseUnsafe("-2/6")), "-1/3")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const text = (self: Exact): string => {
  if (typeof self === "number") return String(self)
  const { n, d } = self
  if (d === 1n) return String(n)
  const places = decimalPlaces(d)
  if (places === undefined) return `${n}/${d}`
  const scaled = (n < 0n ? -n : n) * (10n ** BigInt(places) / d)
  const digits = String(scaled).padStart(places + 1, "0")
  return `${n < 0n ? "-" : ""}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

const decimalPlaces = (d: bigint): number | undefined => {
  let [rest, twos, fives] = [d, 0, 0]
  for (; rest % 2n === 0n; rest /= 2n) twos++
  for (; rest % 5n === 0n; rest /= 5n) fives++
  return rest === 1n ? Math.max(twos, fives) : undefined
}

/**
 * −1, 0 or 1.
 *
 * @example
 * ```ts
 * import { Exact } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Exact.sign(Exact.parseUnsafe("-0.1")), -1)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const sign = (self: Exact): -1 | 0 | 1 => {
  const value = typeof self === "number" ? self : self.n
  return value < 0 ? -1 : value > 0 ? 1 : 0
}

// ---------------------------------------------------------------- operations

/**
 * Sum of two numbers.
 *
 * @example
 * ```ts
 * import { Exact } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Exact.text(Exact.add(Exact.parseUnsafe("0.1"), Exact.parseUnsafe("0.2"))), "0.3")
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const add = (a: Exact, b: Exact): Exact => {
  if (typeof a === "number" && typeof b === "number") {
    const fast = a + b
    if (Number.isSafeInteger(fast)) return fast as Integer
  }
  const [p, q] = [bottom(a), bottom(b)]
  return p === q ? ratio(top(a) + top(b), p) : ratio(top(a) * q + top(b) * p, p * q)
}

/**
 * The number with its sign turned.
 *
 * @example
 * ```ts
 * import { Exact } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Exact.text(Exact.negate(Exact.parseUnsafe("0.5"))), "-0.5")
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const negate = (self: Exact): Exact =>
  typeof self === "number" ? ((self === 0 ? 0 : -self) as Integer) : held(-self.n, self.d)

/**
 * First less second.
 *
 * @example
 * ```ts
 * import { Exact } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Exact.text(Exact.subtract(Exact.integerUnsafe(1000), Exact.parseUnsafe("0.1"))), "999.9")
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const subtract = (a: Exact, b: Exact): Exact => add(a, negate(b))

/**
 * Product of two numbers.
 *
 * @example
 * ```ts
 * import { Exact } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Exact.text(Exact.multiply(Exact.parseUnsafe("1/3"), Exact.integerUnsafe(6))), "2")
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const multiply = (a: Exact, b: Exact): Exact => {
  if (typeof a === "number" && typeof b === "number") {
    const fast = a * b
    if (Number.isSafeInteger(fast)) return (fast === 0 ? 0 : fast) as Integer
  }
  return ratio(top(a) * top(b), bottom(a) * bottom(b))
}

/**
 * First by second. Fails with `exact.divisionByZero`.
 *
 * @example
 * ```ts
 * import { Exact } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const share = Exact.divide(Exact.integerUnsafe(21), Exact.integerUnsafe(23))
 * assert.equal(Exact.text(Result.getOrThrow(share)), "21/23")
 * assert.equal(Result.isFailure(Exact.divide(Exact.one, Exact.zero)), true)
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const divide = (a: Exact, b: Exact): Result.Result<Exact, ExactFault> =>
  fraction(top(a) * bottom(b), bottom(a) * top(b))

/**
 * {@link divide}, throwing a `FaultError`.
 *
 * @example
 * ```ts
 * import { Exact } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Exact.text(Exact.divideUnsafe(Exact.one, Exact.integerUnsafe(8))), "0.125")
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const divideUnsafe = (a: Exact, b: Exact): Exact => getOrThrow(divide(a, b))

/**
 * −1, 0 or 1 as the first is less than, equal to or greater than the second: an ordering for `sort`.
 *
 * @example
 * ```ts
 * import { Exact } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Exact.compare(Exact.parseUnsafe("1/3"), Exact.parseUnsafe("0.33")), 1)
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const compare = (a: Exact, b: Exact): -1 | 0 | 1 => {
  if (typeof a === "number" && typeof b === "number") return a < b ? -1 : a > b ? 1 : 0
  const [left, right] = [top(a) * bottom(b), top(b) * bottom(a)]
  return left < right ? -1 : left > right ? 1 : 0
}

/**
 * Whether two numbers are the same.
 *
 * @example
 * ```ts
 * import { Exact } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Exact.equals(Exact.parseUnsafe("0.5"), Exact.parseUnsafe("1/2")), true)
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const equals = (a: Exact, b: Exact): boolean => compare(a, b) === 0

/**
 * The lesser of two numbers.
 *
 * @example
 * ```ts
 * import { Exact } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Exact.text(Exact.min(Exact.integerUnsafe(3), Exact.integerUnsafe(5))), "3")
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const min = (a: Exact, b: Exact): Exact => (compare(b, a) < 0 ? b : a)

/**
 * The greater of two numbers.
 *
 * @example
 * ```ts
 * import { Exact } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Exact.text(Exact.max(Exact.integerUnsafe(3), Exact.integerUnsafe(5))), "5")
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const max = (a: Exact, b: Exact): Exact => (compare(b, a) > 0 ? b : a)

/**
 * The sum of many numbers; of none it is nought.
 *
 * @example
 * ```ts
 * import { Exact } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Exact.text(Exact.sum(["0.1", "0.2", "0.7"].map(Exact.parseUnsafe))), "1")
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const sum = (values: Iterable<Exact>): Exact => {
  let total: Exact = zero
  for (const value of values) total = add(total, value)
  return total
}
