/**
 * Ranges (取值范围): what a number can come to, with the lattice it lies on and whether the ends are attained.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import * as Rounding from "../foundation/Rounding.js"

// ---------------------------------------------------------------- models

/**
 * A range: closed where it has an end. Every number in it is a whole multiple of `step` (`null`: no such step is known;
 * nought: the number is nought). `fills`: every multiple of the step from end to end is attained. @internal
 */
export interface Range {
  readonly min: Exact.Exact | null
  readonly max: Exact.Exact | null
  readonly step: Exact.Exact | null
  readonly reached: { readonly min: boolean; readonly max: boolean }
  readonly fills: boolean
}

type Bound = Exact.Exact | null

// ---------------------------------------------------------------- constructors

/** @internal */
export const point = (q: Exact.Exact): Range => ({
  min: q,
  max: q,
  step: size(q),
  reached: { min: true, max: true },
  fills: true,
})

/** @internal */
export const zero: Range = {
  min: Exact.zero,
  max: Exact.zero,
  step: Exact.zero,
  reached: { min: true, max: true },
  fills: true,
}

/** The multiples of a step between two bounds; a bound off the lattice is kept and not attained. @internal */
export const lattice = (min: Bound, max: Bound, step: Exact.Exact): Range => {
  const on = (q: Bound): boolean => q !== null && Rounding.isMultiple(q, step)
  const off = [min, max].flatMap((q) => (q === null || on(q) ? [] : [size(q)]))
  return {
    min,
    max,
    step: common([step, ...off]),
    reached: { min: on(min), max: on(max) },
    fills: off.length === 0,
  }
}

// ---------------------------------------------------------------- getters

/** The number without its sign. @internal */
export const size = (q: Exact.Exact): Exact.Exact => (Exact.sign(q) < 0 ? Exact.negate(q) : q)

/** The greatest number of which both are whole multiples; nought is a multiple of all. @internal */
export const gcd = (a: Exact.Exact, b: Exact.Exact): Exact.Exact => {
  if (Exact.sign(a) === 0) return size(b)
  if (Exact.sign(b) === 0) return size(a)
  const [d, e] = [Exact.denominator(a), Exact.denominator(b)]
  let [x, y] = [Exact.numerator(size(a)) * e, Exact.numerator(size(b)) * d]
  while (y !== 0n) [x, y] = [y, x % y]
  return Exact.divideUnsafe(Exact.ofBigInt(x), Exact.ofBigInt(d * e))
}

/** The least positive number that is a whole multiple of both. @internal */
export const lcm = (a: Exact.Exact, b: Exact.Exact): Exact.Exact =>
  Exact.divideUnsafe(Exact.multiply(size(a), size(b)), gcd(a, b))

/** The step that numbers on all of these steps have in common; none where one has none. @internal */
export const common = (steps: Iterable<Exact.Exact | null>): Exact.Exact | null => {
  let found: Exact.Exact = Exact.zero
  for (const step of steps) {
    if (step === null) return null
    found = gcd(found, step)
  }
  return found
}

/** Whether a number lies in the range and on its step. @internal */
export const holds = (range: Range, q: Exact.Exact): boolean =>
  (range.min === null || Exact.compare(q, range.min) >= 0) &&
  (range.max === null || Exact.compare(q, range.max) <= 0) &&
  isOn(q, range.step)

/** @internal */
export const isOn = (q: Exact.Exact, step: Exact.Exact | null): boolean =>
  step === null || Exact.sign(q) === 0 || Rounding.isMultiple(q, step)

// ---------------------------------------------------------------- operations

/** The greatest multiple of a step that is no greater. @internal */
export const floor = (q: Exact.Exact, step: Exact.Exact): Exact.Exact => Rounding.round(q, "floor", step)

const both = (a: Bound, b: Bound, f: (a: Exact.Exact, b: Exact.Exact) => Exact.Exact): Bound =>
  a === null || b === null ? null : f(a, b)

/** The same range where it is not known what is attained. @internal */
export const unsure = (range: Range): Range => ({ ...range, reached: { min: false, max: false }, fills: false })

/** The sum of two that do not depend on one another. @internal */
export const add = (a: Range, b: Range): Range => ({
  min: both(a.min, b.min, Exact.add),
  max: both(a.max, b.max, Exact.add),
  step: common([a.step, b.step]),
  reached: { min: a.reached.min && b.reached.min, max: a.reached.max && b.reached.max },
  fills: a.fills && b.fills && (isFine(a, b) || isFine(b, a)),
})

/** Whether sums with the first leave no multiple out: its step divides the other's, and it is as long as that step. */
const isFine = (a: Range, b: Range): boolean => {
  if (a.step === null || b.step === null) return false
  if (Exact.sign(b.step) === 0 || isPoint(b)) return Exact.equals(common([a.step, b.step]) ?? Exact.zero, a.step)
  if (Exact.sign(a.step) === 0 || !Rounding.isMultiple(b.step, a.step)) return false
  const length = both(a.max, a.min, Exact.subtract)
  return length === null || Exact.compare(Exact.add(length, a.step), b.step) >= 0
}

/** Whether it is one number. @internal */
export const isPoint = ({ min, max }: Range): boolean => min !== null && max !== null && Exact.equals(min, max)

/** @internal */
export const scale = (factor: Exact.Exact, range: Range): Range => {
  if (Exact.sign(factor) === 0) return zero
  const times = (q: Bound): Bound => (q === null ? null : Exact.multiply(factor, q))
  const ends = Exact.sign(factor) > 0 ? [range.min, range.max] : [range.max, range.min]
  const { reached } = range
  return {
    min: times(ends[0] ?? null),
    max: times(ends[1] ?? null),
    step: range.step === null ? null : Exact.multiply(size(factor), range.step),
    reached: Exact.sign(factor) > 0 ? reached : { min: reached.max, max: reached.min },
    fills: range.fills,
  }
}

/** The least range that holds all of them, each of them possible. @internal */
export const hull = (all: ReadonlyArray<Range>): Range | undefined =>
  all.length === 0
    ? undefined
    : all.reduce((a, b) => {
        const [low, high] = [least(a.min, b.min), greatest(a.max, b.max)]
        return {
          min: low,
          max: high,
          step: common([a.step, b.step]),
          reached: {
            min: [a, b].some((one) => one.reached.min && isSame(one.min, low)),
            max: [a, b].some((one) => one.reached.max && isSame(one.max, high)),
          },
          fills: false,
        }
      })

const isSame = (a: Bound, b: Bound): boolean => a !== null && b !== null && Exact.equals(a, b)
const least = (a: Bound, b: Bound): Bound => both(a, b, Exact.min)
const greatest = (a: Bound, b: Bound): Bound => both(a, b, Exact.max)

/** The least of two that do not depend on one another. @internal */
export const lesser = (a: Range, b: Range): Range => {
  const max = a.max === null ? b.max : b.max === null ? a.max : Exact.min(a.max, b.max)
  const hulled = hull([a, b]) ?? a
  const isFree = (one: Range, other: Range) =>
    one.reached.max && isSame(one.max, max) && (other.reached.max || (other.max === null && other.fills))
  return { ...hulled, max, reached: { min: hulled.reached.min, max: isFree(a, b) || isFree(b, a) } }
}

/** @internal */
export const greater = (a: Range, b: Range): Range => scale(minusOne, lesser(scale(minusOne, a), scale(minusOne, b)))

const minusOne = /* @__PURE__ */ Exact.negate(Exact.one)

type End = Exact.Exact | "-∞" | "∞"

const ends = (range: Range): ReadonlyArray<readonly [End, boolean]> => [
  [range.min ?? "-∞", range.reached.min],
  [range.max ?? "∞", range.reached.max],
]

const signOf = (end: End): -1 | 0 | 1 => (end === "∞" ? 1 : end === "-∞" ? -1 : Exact.sign(end))

const product = (a: End, b: End): End => {
  if (typeof a !== "string" && typeof b !== "string") return Exact.multiply(a, b)
  const sign = signOf(a) * signOf(b)
  return sign === 0 ? Exact.zero : sign > 0 ? "∞" : "-∞"
}

/** The product of two that do not depend on one another. @internal */
export const multiply = (a: Range, b: Range): Range =>
  cornered(ends(a), ends(b), a.step === null || b.step === null ? null : Exact.multiply(a.step, b.step))

const cornered = (
  a: ReadonlyArray<readonly [End, boolean]>,
  b: ReadonlyArray<readonly [End, boolean]>,
  step: Exact.Exact | null,
): Range => {
  const corners = a.flatMap(([x, isX]) => b.map(([y, isY]) => [product(x, y), isX && isY] as const))
  const finite = corners.flatMap(([q]) => (typeof q === "string" ? [] : [q]))
  const has = (end: End) => corners.some(([q]) => q === end)
  const min = has("-∞") || finite.length === 0 ? null : finite.reduce(Exact.min)
  const max = has("∞") || finite.length === 0 ? null : finite.reduce(Exact.max)
  const isReached = (end: Bound) =>
    end !== null && corners.some(([q, reached]) => reached && typeof q !== "string" && Exact.equals(q, end))
  return { min, max, step, reached: { min: isReached(min), max: isReached(max) }, fills: false }
}

/**
 * The quotient of two that do not depend on one another, where the denominator is not nought. What is not negative and on
 * a step is at least a step when it is not nought. @internal
 */
export const divide = (num: Range, den: Range): Range => {
  const from = clearOfZero(den, 1) ?? clearOfZero(den, -1)
  if (from === undefined) {
    return { min: null, max: null, step: null, reached: { min: false, max: false }, fills: false }
  }
  const inverse = from.map(([end, reached]) => [invert(end), reached] as const)
  const step =
    isPoint(den) && den.min !== null && num.step !== null ? Exact.divideUnsafe(num.step, size(den.min)) : null
  return cornered(ends(num), inverse, step)
}

const invert = (end: End): End => (typeof end === "string" ? Exact.zero : Exact.divideUnsafe(Exact.one, end))

/** The ends of what has one sign, without nought; nothing where both signs are possible. */
const clearOfZero = (range: Range, sign: 1 | -1): ReadonlyArray<readonly [End, boolean]> | undefined => {
  const turned = sign > 0 ? range : scale(minusOne, range)
  if (turned.min === null || Exact.sign(turned.min) < 0) return undefined
  const isZero = Exact.sign(turned.min) === 0
  if (isZero && (turned.step === null || Exact.sign(turned.step) === 0)) return undefined
  const low: readonly [End, boolean] =
    isZero && turned.step !== null ? [turned.step, turned.fills] : [turned.min, turned.reached.min]
  const high: readonly [End, boolean] = [turned.max ?? "∞", turned.reached.max]
  const back = ([end, reached]: readonly [End, boolean]): readonly [End, boolean] => [
    sign > 0 ? end : end === "∞" ? "-∞" : typeof end === "string" ? end : Exact.negate(end),
    reached,
  ]
  return [back(low), back(high)]
}

/** @internal */
export const round = (range: Range, mode: Rounding.Mode, step: Exact.Exact): Range => {
  if (range.step !== null && isOn(range.step, step)) return range
  const to = (q: Bound): Bound => (q === null ? null : Rounding.round(q, mode, step))
  const isFiner = range.step !== null && Rounding.isMultiple(step, range.step)
  return { ...range, min: to(range.min), max: to(range.max), step, fills: range.fills && isFiner }
}
