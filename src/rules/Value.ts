/**
 * Values (值) while a rulebook is evaluated: a number, an interval for what is not yet known, an absence, or a conflict.
 *
 * @since 0.1.0
 */
import type { Absence } from "../foundation/Absence.js"
import * as Exact from "../foundation/Exact.js"
import type { Fault } from "../foundation/Fault.js"
import * as Rounding from "../foundation/Rounding.js"

// ---------------------------------------------------------------- models

/** @internal */
export interface Known {
  readonly is: "known"
  readonly q: Exact.Exact
}

/**
 * An interval, closed where it has an end, and the facts not yet known that make it one. What is possible inside are the
 * multiples of `step`; where it is not all of them and they are few, `points` has them in order. @internal
 */
export interface Between {
  readonly is: "between"
  readonly from: Exact.Exact | null
  readonly to: Exact.Exact | null
  readonly because: ReadonlyArray<string>
  readonly step?: Exact.Exact
  readonly points?: ReadonlyArray<Exact.Exact>
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

/**
 * An interval, drawn in to the multiples of a step where it has one; one point is a number where nothing is left unknown
 * about it. @internal
 */
export const between = (
  from: Exact.Exact | null,
  to: Exact.Exact | null,
  because: ReadonlyArray<string>,
  step?: Exact.Exact,
): Numeric => {
  const [first, last] = step === undefined ? [from, to] : [drawn(from, "ceiling", step), drawn(to, "floor", step)]
  const isHollow = first !== null && last !== null && Exact.compare(first, last) > 0
  if (isHollow) return between(from, to, because)
  if (first !== null && last !== null && Exact.equals(first, last)) return known(first)
  const why = [...new Set(because)].sort()
  return { is: "between", from: first, to: last, because: why, ...(step === undefined ? {} : { step }) }
}

const drawn = (end: Bound, mode: "ceiling" | "floor", step: Exact.Exact): Bound =>
  end === null || Rounding.isMultiple(end, step) ? end : Rounding.round(end, mode, step)

/** One of some numbers, at least one of them. @internal */
export const oneOf = (all: ReadonlyArray<Exact.Exact>, because: ReadonlyArray<string>): Numeric => {
  const points = [...all]
    .sort(Exact.compare)
    .filter((q, index, sorted) => index === 0 || !Exact.equals(q, sorted[index - 1] ?? q))
  const step = points.reduce<Exact.Exact>(common, Exact.zero)
  const [first = Exact.zero, last = first] = [points[0], points.at(-1)]
  const value = between(first, last, because, Exact.sign(step) === 0 ? undefined : step)
  return value.is === "known" || countOf(value) === points.length ? value : { ...value, points }
}

// ---------------------------------------------------------------- getters

/** @internal */
export const low = (value: Numeric): Exact.Exact | null => (value.is === "known" ? value.q : value.from)

/** @internal */
export const high = (value: Numeric): Exact.Exact | null => (value.is === "known" ? value.q : value.to)

/** @internal */
export const because = (value: Numeric): ReadonlyArray<string> => (value.is === "known" ? [] : value.because)

/** How many possible values are still told one by one, and how many pairs of them are looked at. */
const [MOST_POINTS, MOST_PAIRS] = [1024, 4096]

/** How many multiples of its step an interval holds; infinitely many where it is open or has no step. */
const countOf = ({ from, to, step }: Between): number => {
  if (from === null || to === null || step === undefined) return Number.POSITIVE_INFINITY
  const runs = Exact.divideUnsafe(Exact.subtract(to, from), step)
  return Exact.compare(runs, Exact.integerUnsafe(MOST_PAIRS)) > 0
    ? Number.POSITIVE_INFINITY
    : Number(Exact.numerator(runs)) + 1
}

/** All possible values, in order; nothing where they are too many. @internal */
export const pointsOf = (value: Numeric): ReadonlyArray<Exact.Exact> | undefined => {
  if (value.is === "known") return [value.q]
  const { from, step, points } = value
  const count = points?.length ?? countOf(value)
  if (count > MOST_POINTS) return undefined
  if (points !== undefined || from === null || step === undefined) return points
  return Array.from({ length: count }, (_, index) => Exact.add(from, Exact.multiply(Exact.integerUnsafe(index), step)))
}

/** What all possible values are multiples of: nought for nought alone, nothing where there is no such number. */
const stepOf = (value: Numeric): Exact.Exact | undefined => (value.is === "known" ? sizeOf(value.q) : value.step)

const sizeOf = (q: Exact.Exact): Exact.Exact => (Exact.sign(q) < 0 ? Exact.negate(q) : q)

/** The greatest number that two numbers are multiples of. */
const common = (a: Exact.Exact, b: Exact.Exact): Exact.Exact => {
  if (Exact.sign(a) === 0 || Exact.sign(b) === 0) return sizeOf(Exact.add(a, b))
  if (Rounding.isMultiple(a, sizeOf(b))) return sizeOf(b)
  let [high, low] = [
    Exact.numerator(sizeOf(a)) * Exact.denominator(b),
    Exact.numerator(sizeOf(b)) * Exact.denominator(a),
  ]
  while (low !== 0n) [high, low] = [low, high % low]
  return Exact.divideUnsafe(Exact.ofBigInt(high), Exact.ofBigInt(Exact.denominator(a) * Exact.denominator(b)))
}

/** The lattice that both values lie on. */
const sharedStep = (a: Numeric, b: Numeric): Exact.Exact | undefined => {
  const [one, other] = [stepOf(a), stepOf(b)]
  if (one === undefined || other === undefined) return undefined
  const step = common(one, other)
  return Exact.sign(step) === 0 ? undefined : step
}

/** Whether every multiple of a step between its ends is possible. */
const isFull = (value: Numeric, step: Exact.Exact): boolean =>
  value.is === "known" ? Rounding.isMultiple(value.q, step) : fillsOut(value, step)

const fillsOut = (value: Between, step: Exact.Exact): boolean =>
  value.points === undefined && value.step !== undefined && Exact.equals(value.step, step)

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

/**
 * What two values come to: every pair where they are few, else the interval at hand, on the lattice of both. Where both
 * hold all multiples of it, so does what they come to, and no pair needs to be looked at.
 */
const paired = (
  a: Numeric,
  b: Numeric,
  f: (a: Exact.Exact, b: Exact.Exact) => Exact.Exact,
  [from, to]: readonly [Bound, Bound],
): Numeric => {
  const step = sharedStep(a, b)
  const why = [...because(a), ...because(b)]
  const isWhole = step !== undefined && isFull(a, step) && isFull(b, step)
  return (isWhole ? undefined : everyPair(a, b, f, why)) ?? between(from, to, why, step)
}

const everyPair = (
  a: Numeric,
  b: Numeric,
  f: (a: Exact.Exact, b: Exact.Exact) => Exact.Exact,
  why: ReadonlyArray<string>,
): Numeric | undefined => {
  const [left, right] = [pointsOf(a), pointsOf(b)]
  if (left === undefined || right === undefined || left.length * right.length > MOST_PAIRS) return undefined
  return oneOf(
    left.flatMap((x) => right.map((y) => f(x, y))),
    why,
  )
}

/** @internal */
export const add = (a: Numeric, b: Numeric): Numeric =>
  a.is === "known" && b.is === "known"
    ? known(Exact.add(a.q, b.q))
    : paired(a, b, Exact.add, [both(low(a), low(b), Exact.add), both(high(a), high(b), Exact.add)])

/** @internal */
export const scale = (factor: Exact.Exact, value: Numeric): Numeric => {
  if (value.is === "known") return known(Exact.multiply(factor, value.q))
  if (Exact.sign(factor) === 0) return zero
  const times = (bound: Bound) => (bound === null ? null : Exact.multiply(factor, bound))
  const [from, to] = Exact.sign(factor) > 0 ? [value.from, value.to] : [value.to, value.from]
  const step = value.step === undefined ? undefined : Exact.multiply(sizeOf(factor), value.step)
  const scaled = between(times(from), times(to), value.because, step)
  if (value.points === undefined || scaled.is === "known") return scaled
  const points = value.points.map((q) => Exact.multiply(factor, q))
  return { ...scaled, points: Exact.sign(factor) > 0 ? points : points.reverse() }
}

/** A function that never falls, over a number or interval; what it gives are multiples of a step. @internal */
export const rising = (value: Numeric, f: (q: Exact.Exact) => Exact.Exact, step: Exact.Exact): Numeric => {
  if (value.is === "known") return known(f(value.q))
  const points = pointsOf(value)
  if (points !== undefined) return oneOf(points.map(f), value.because)
  const [from, to] = [value.from, value.to].map((end) => (end === null ? null : f(end)))
  return between(from ?? null, to ?? null, value.because, step)
}

/** @internal */
export const least = (a: Numeric, b: Numeric): Numeric =>
  a.is === "known" && b.is === "known"
    ? known(Exact.min(a.q, b.q))
    : paired(a, b, Exact.min, [both(low(a), low(b), Exact.min), leastBound(high(a), high(b))])

const leastBound = (a: Bound, b: Bound): Bound => (a === null ? b : b === null ? a : Exact.min(a, b))

/** @internal */
export const greatest = (a: Numeric, b: Numeric): Numeric =>
  scale(minusOne, least(scale(minusOne, a), scale(minusOne, b)))

const minusOne = /* @__PURE__ */ Exact.negate(Exact.one)

/** One of them: every value of each where they are few, else the smallest interval that holds all of them. @internal */
export const hull = (values: ReadonlyArray<Numeric>): Numeric => {
  const [first = zero] = values
  if (values.every((value) => value.is === "known" && first.is === "known" && Exact.equals(value.q, first.q))) {
    return first
  }
  const why = values.flatMap(because)
  const all = values.map(pointsOf)
  const points = all.flatMap((one) => one ?? [])
  if (all.every((one) => one !== undefined) && points.length <= MOST_PAIRS) return oneOf(points, why)
  return values.reduce((a, b) =>
    between(both(low(a), low(b), Exact.min), both(high(a), high(b), Exact.max), why, sharedStep(a, b)),
  )
}

/** The same interval with further kinds of fact that make it one. @internal */
export const blame = (value: Numeric, why: ReadonlyArray<string>): Numeric =>
  value.is === "known" ? value : { ...value, because: [...new Set([...value.because, ...why])].sort() }

/** An interval by its ends alone, as it is written down and told of others. @internal */
export const ends = (value: Value): Value =>
  value.is === "between" ? between(value.from, value.to, value.because) : value

/** What of it lies between two bounds; all of it where none does. @internal */
export const inside = (value: Between, min: Exact.Exact | null, max: Exact.Exact | null): Numeric => {
  const isInside = (q: Exact.Exact) =>
    (min === null || Exact.compare(q, min) >= 0) && (max === null || Exact.compare(q, max) <= 0)
  if (value.points !== undefined) {
    const points = value.points.filter(isInside)
    return points.length === 0 ? value : oneOf(points, value.because)
  }
  const from = value.from === null ? min : min === null ? value.from : Exact.max(value.from, min)
  const to = leastBound(value.to, max)
  const isEmpty = from !== null && to !== null && Exact.compare(from, to) > 0
  return isEmpty ? value : between(from, to, value.because, value.step)
}

/** What of it is a multiple of a step; nothing where it is known that none is. @internal */
export const multiples = (value: Between, step: Exact.Exact): Numeric | undefined => {
  const points = value.points?.filter((q) => Rounding.isMultiple(q, step))
  if (points !== undefined) return points.length === 0 ? undefined : oneOf(points, value.because)
  const fine = value.step
  const both = fine === undefined ? step : Exact.divideUnsafe(Exact.multiply(fine, step), common(fine, step))
  const [from, to] = [drawn(value.from, "ceiling", both), drawn(value.to, "floor", both)]
  return from !== null && to !== null && Exact.compare(from, to) > 0
    ? undefined
    : between(from, to, value.because, both)
}

/** The product of two intervals, for a parameter and an expression. @internal */
export const multiply = (a: Numeric, b: Numeric): Numeric => {
  if (a.is === "known") return scale(a.q, b)
  if (b.is === "known") return scale(b.q, a)
  const why = [...a.because, ...b.because]
  const step = a.step === undefined || b.step === undefined ? undefined : Exact.multiply(a.step, b.step)
  return everyPair(a, b, Exact.multiply, why) ?? spanned(endsOf(a), endsOf(b), product, why, step)
}

/**
 * The quotient over the denominators that are not nought; nothing where all are. The caller knows what nought gives.
 * @internal
 */
export const divide = (num: Numeric, den: Numeric): Numeric | undefined => {
  if (num.is === "known" && den.is === "known") {
    return Exact.sign(den.q) === 0 ? undefined : known(Exact.divideUnsafe(num.q, den.q))
  }
  const why = [...because(num), ...because(den)]
  const points = pointsOf(den)?.filter((q) => Exact.sign(q) !== 0)
  if (points?.length === 0) return undefined
  const told = points === undefined ? undefined : everyPair(num, oneOf(points, []), Exact.divideUnsafe, why)
  if (told !== undefined) return told
  const parts = halves(den).map((half) => spanned(endsOf(num), half.map(inverse), product, why))
  return parts.length === 0 ? undefined : hull(parts)
}

/** Whether a value may be nought. @internal */
export const mayBeZero = (value: Numeric): boolean => {
  const [from, to] = [low(value), high(value)]
  if ((from !== null && Exact.sign(from) > 0) || (to !== null && Exact.sign(to) < 0)) return false
  return value.is === "known" || value.points === undefined || value.points.some((q) => Exact.sign(q) === 0)
}

/** The ends of what is below nought and of what is above it; without a lattice both may come as near as one likes. */
const halves = (value: Numeric): ReadonlyArray<ReadonlyArray<End | "-0" | "+0">> => {
  const [from, to] = [low(value), high(value)]
  const step = stepOf(value)
  const below = to === null || Exact.sign(to) >= 0 ? (step === undefined ? "-0" : Exact.negate(step)) : to
  const above = from === null || Exact.sign(from) <= 0 ? (step === undefined ? "+0" : step) : from
  return [
    ...(from === null || Exact.sign(from) < 0 ? [[from ?? "-∞", below] as const] : []),
    ...(to === null || Exact.sign(to) > 0 ? [[above, to ?? "∞"] as const] : []),
  ]
}

const inverse = (end: End | "-0" | "+0"): End => {
  if (end === "-0") return "-∞"
  if (end === "+0") return "∞"
  return typeof end === "string" ? Exact.zero : Exact.divideUnsafe(Exact.one, end)
}

/** An end of an interval, infinity said outright. */
type End = Exact.Exact | "-∞" | "∞"

const endsOf = (value: Numeric): ReadonlyArray<End> => [low(value) ?? "-∞", high(value) ?? "∞"]

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
  step?: Exact.Exact,
): Numeric => {
  const corners = a.flatMap((x) => b.map((y) => f(x, y)))
  const finite = corners.filter((corner): corner is Exact.Exact => typeof corner !== "string")
  const [from, to] = [
    corners.includes("-∞") || finite.length === 0 ? null : finite.reduce(Exact.min),
    corners.includes("∞") || finite.length === 0 ? null : finite.reduce(Exact.max),
  ]
  return between(from, to, why, step)
}
