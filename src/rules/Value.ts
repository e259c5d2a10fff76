/**
 * Values (值) while a rulebook is evaluated: a number, an interval for what is not yet known, an absence, or a conflict.
 *
 * @since 0.1.0
 */
import type { Absence } from "../foundation/Absence.js"
import * as Exact from "../foundation/Exact.js"
import type { Fault } from "../foundation/Fault.js"

// ---------------------------------------------------------------- models

/** @internal */
export interface Known {
  readonly is: "known"
  readonly q: Exact.Exact
}

/** An interval, closed where it has an end, and the facts not yet known that make it one. @internal */
export interface Between {
  readonly is: "between"
  readonly from: Exact.Exact | null
  readonly to: Exact.Exact | null
  readonly because: ReadonlyArray<string>
}

/** @internal */
export interface Absent {
  readonly is: "absent"
  readonly why: Absence
}

/** Clauses that do not fit one another: a result, not an exception. @internal */
export interface Conflict {
  readonly is: "conflict"
  readonly code: string
  readonly params: Fault["params"]
}

/** @internal */
export type Numeric = Known | Between

/** @internal */
export type Value = Numeric | Absent | Conflict

// ---------------------------------------------------------------- constructors

/** @internal */
export const known = (q: Exact.Exact): Known => ({ is: "known", q })

/** @internal */
export const zero: Known = { is: "known", q: Exact.zero }

/** @internal */
export const absent = (why: Absence): Absent => ({ is: "absent", why })

/** @internal */
export const conflict = (code: string, params: Fault["params"] = {}): Conflict => ({ is: "conflict", code, params })

/** An interval; one point is a number where nothing is left unknown about it. @internal */
export const between = (from: Exact.Exact | null, to: Exact.Exact | null, because: ReadonlyArray<string>): Numeric =>
  from !== null && to !== null && Exact.equals(from, to)
    ? known(from)
    : { is: "between", from, to, because: [...new Set(because)].sort() }

// ---------------------------------------------------------------- getters

/** @internal */
export const low = (value: Numeric): Exact.Exact | null => (value.is === "known" ? value.q : value.from)

/** @internal */
export const high = (value: Numeric): Exact.Exact | null => (value.is === "known" ? value.q : value.to)

/** @internal */
export const because = (value: Numeric): ReadonlyArray<string> => (value.is === "known" ? [] : value.because)

/** @internal */
export const isNumeric = (value: Value): value is Numeric => value.is === "known" || value.is === "between"

/**
 * The first part that is no number (a conflict before an absence), so that it stands for the whole. @internal
 */
export const obstacle = (values: ReadonlyArray<Value>): Absent | Conflict | undefined =>
  values.find((value): value is Conflict => value.is === "conflict") ??
  values.find((value): value is Absent => value.is === "absent")

/** @internal */
export const numbers = (values: ReadonlyArray<Value>): ReadonlyArray<Numeric> => values.filter(isNumeric)

// ---------------------------------------------------------------- operations

type Bound = Exact.Exact | null

const both = (a: Bound, b: Bound, f: (a: Exact.Exact, b: Exact.Exact) => Exact.Exact): Bound =>
  a === null || b === null ? null : f(a, b)

/** @internal */
export const add = (a: Numeric, b: Numeric): Numeric =>
  a.is === "known" && b.is === "known"
    ? known(Exact.add(a.q, b.q))
    : between(both(low(a), low(b), Exact.add), both(high(a), high(b), Exact.add), [...because(a), ...because(b)])

/** @internal */
export const scale = (factor: Exact.Exact, value: Numeric): Numeric => {
  if (value.is === "known") return known(Exact.multiply(factor, value.q))
  if (Exact.sign(factor) === 0) return zero
  const [from, to] = Exact.sign(factor) > 0 ? [value.from, value.to] : [value.to, value.from]
  const times = (bound: Bound) => (bound === null ? null : Exact.multiply(factor, bound))
  return between(times(from), times(to), value.because)
}

/** A function that never falls, over a number or interval. @internal */
export const rising = (value: Numeric, f: (q: Exact.Exact) => Exact.Exact): Numeric =>
  value.is === "known"
    ? known(f(value.q))
    : between(value.from === null ? null : f(value.from), value.to === null ? null : f(value.to), value.because)

/** @internal */
export const least = (a: Numeric, b: Numeric): Numeric =>
  a.is === "known" && b.is === "known"
    ? known(Exact.min(a.q, b.q))
    : between(both(low(a), low(b), Exact.min), leastBound(high(a), high(b)), [...because(a), ...because(b)])

const leastBound = (a: Bound, b: Bound): Bound => (a === null ? b : b === null ? a : Exact.min(a, b))

/** @internal */
export const greatest = (a: Numeric, b: Numeric): Numeric =>
  scale(minusOne, least(scale(minusOne, a), scale(minusOne, b)))

const minusOne = /* @__PURE__ */ Exact.negate(Exact.one)

/** The smallest interval that holds all of them. @internal */
export const hull = (values: ReadonlyArray<Numeric>): Numeric =>
  values.reduce((a, b) =>
    a.is === "known" && b.is === "known" && Exact.equals(a.q, b.q)
      ? a
      : between(both(low(a), low(b), Exact.min), both(high(a), high(b), Exact.max), [...because(a), ...because(b)]),
  )

/** The same interval with further kinds of fact that make it one. @internal */
export const blame = (value: Numeric, why: ReadonlyArray<string>): Numeric =>
  value.is === "known" ? value : between(value.from, value.to, [...value.because, ...why])

/** The product of two intervals, for a parameter and an expression. @internal */
export const multiply = (a: Numeric, b: Numeric): Numeric => {
  if (a.is === "known") return scale(a.q, b)
  if (b.is === "known") return scale(b.q, a)
  return spanned(ends(a), ends(b), product, [...a.because, ...b.because])
}

/** The quotient; the caller has dealt with an empty denominator. @internal */
export const divide = (num: Numeric, den: Numeric): Numeric => {
  if (num.is === "known" && den.is === "known") return known(Exact.divideUnsafe(num.q, den.q))
  const why = [...because(num), ...because(den)]
  const [from, to] = [low(den), high(den)]
  const clearOfZero = (from !== null && Exact.sign(from) > 0) || (to !== null && Exact.sign(to) < 0)
  if (!clearOfZero) return between(null, null, why)
  const inverse = (end: End): End => (typeof end === "string" ? Exact.zero : Exact.divideUnsafe(Exact.one, end))
  return spanned(ends(num), ends(den).map(inverse), product, why)
}

/** An end of an interval, infinity said outright. */
type End = Exact.Exact | "-∞" | "∞"

const ends = (value: Numeric): ReadonlyArray<End> => [low(value) ?? "-∞", high(value) ?? "∞"]

const signOf = (end: End): -1 | 0 | 1 => (end === "∞" ? 1 : end === "-∞" ? -1 : Exact.sign(end))

/** Nought times anything is nought, also at an open end: the interval holds no infinite number. */
const product = (a: End, b: End): End => {
  if (typeof a !== "string" && typeof b !== "string") return Exact.multiply(a, b)
  const sign = signOf(a) * signOf(b)
  return sign === 0 ? Exact.zero : sign > 0 ? "∞" : "-∞"
}

const spanned = (
  a: ReadonlyArray<End>,
  b: ReadonlyArray<End>,
  f: (a: End, b: End) => End,
  why: ReadonlyArray<string>,
): Numeric => {
  const corners = a.flatMap((x) => b.map((y) => f(x, y)))
  const finite = corners.filter((corner): corner is Exact.Exact => typeof corner !== "string")
  const [from, to] = [
    corners.includes("-∞") || finite.length === 0 ? null : finite.reduce(Exact.min),
    corners.includes("∞") || finite.length === 0 ? null : finite.reduce(Exact.max),
  ]
  return between(from, to, why)
}
