/**
 * Terms (待定式): an expression over unknown numbers on lattices, with what it can still come to while they are narrowed.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import * as Rounding from "../foundation/Rounding.js"
import type { Piece } from "./Expression.js"
import * as Ladder from "./Ladder.js"
import * as Range from "./Range.js"
import * as Span from "./Span.js"

// ---------------------------------------------------------------- models

/** A term; `at` is the index of an unknown. @internal */
export type Term =
  | { readonly is: "number"; readonly q: Exact.Exact }
  | { readonly is: "unknown"; readonly at: number }
  | { readonly is: "sum"; readonly of: ReadonlyArray<{ readonly w: Exact.Exact; readonly e: Term }> }
  | { readonly is: "min" | "max"; readonly of: ReadonlyArray<Term> }
  | { readonly is: "times"; readonly a: Term; readonly b: Term }
  | { readonly is: "ratio"; readonly num: Term; readonly den: Term; readonly empty: Exact.Exact | undefined }
  | { readonly is: "curve"; readonly of: Term; readonly pieces: ReadonlyArray<Piece> }
  | { readonly is: "round"; readonly e: Term; readonly mode: Rounding.Mode; readonly step: Exact.Exact }

type Bound = Exact.Exact | null

/** From `min` to `max`, the ends included, and the numbers `base` plus multiples of `step` (nought: `base` alone). @internal */
export interface Reach {
  readonly min: Bound
  readonly max: Bound
  readonly base: Exact.Exact
  readonly step: Bound
}

/** What an unknown can still be: multiples of its step between two ends. @internal */
export interface Slot {
  readonly min: Bound
  readonly max: Bound
  readonly step: Exact.Exact
}

// ---------------------------------------------------------------- getters

const add = (a: Bound, b: Bound): Bound => (a === null || b === null ? null : Exact.add(a, b))
const minus = (a: Bound, b: Bound): Bound => (a === null || b === null ? null : Exact.subtract(a, b))
const least = (a: Bound, b: Bound): Bound => (a === null || b === null ? null : Exact.min(a, b))
const greatest = (a: Bound, b: Bound): Bound => (a === null || b === null ? null : Exact.max(a, b))
/** The narrower of two lower ends, of two upper ends. */
const later = (a: Bound, b: Bound): Bound => (a === null ? b : b === null ? a : Exact.max(a, b))
const sooner = (a: Bound, b: Bound): Bound => (a === null ? b : b === null ? a : Exact.min(a, b))

const point = (q: Exact.Exact): Reach => ({ min: q, max: q, base: q, step: Exact.zero })

/** Whether it is one number. @internal */
export const isPoint = ({ min, max }: { readonly min: Bound; readonly max: Bound }): boolean =>
  min !== null && max !== null && Exact.equals(min, max)

/** @internal */
export const isEmpty = ({ min, max }: { readonly min: Bound; readonly max: Bound }): boolean =>
  min !== null && max !== null && Exact.compare(min, max) > 0

/** What a term can still come to; nothing where it is no number at all. @internal */
export const reach = (term: Term, slots: ReadonlyArray<Slot>): Reach | undefined => {
  switch (term.is) {
    case "number":
      return point(term.q)
    case "unknown": {
      const slot = slots[term.at]
      if (slot === undefined || isEmpty(slot)) return undefined
      return slot.min !== null && isPoint(slot) ? point(slot.min) : { ...slot, base: Exact.zero }
    }
    case "sum":
      return sumReach(term.of, slots)
    case "min":
    case "max": {
      const parts = every(term.of, slots)
      return parts?.reduce((a, b) => (term.is === "min" ? lesser(a, b) : negated(lesser(negated(a), negated(b)))))
    }
    case "times":
      return product(reach(term.a, slots), reach(term.b, slots))
    case "ratio":
      return quotient(reach(term.num, slots), reach(term.den, slots), term.empty)
    case "curve": {
      const of = reach(term.of, slots)
      return of === undefined ? undefined : curveReach(term.pieces, of)
    }
    case "round": {
      const e = reach(term.e, slots)
      if (e === undefined) return undefined
      const to = (q: Bound): Bound => (q === null ? null : Rounding.round(q, term.mode, term.step))
      const [min, max] = [to(e.min), to(e.max)]
      return min !== null && isPoint({ min, max }) ? point(min) : { min, max, base: Exact.zero, step: term.step }
    }
  }
}

const every = (terms: ReadonlyArray<Term>, slots: ReadonlyArray<Slot>): ReadonlyArray<Reach> | undefined => {
  const found: Array<Reach> = []
  for (const term of terms) {
    const one = reach(term, slots)
    if (one === undefined) return undefined
    found.push(one)
  }
  return found
}

const sumReach = (of: Extract<Term, { is: "sum" }>["of"], slots: ReadonlyArray<Slot>): Reach | undefined => {
  let all: Reach = point(Exact.zero)
  for (const { w, e } of of) {
    const part = reach(e, slots)
    if (part === undefined) return undefined
    const scaled = times(w, part)
    all = {
      min: add(all.min, scaled.min),
      max: add(all.max, scaled.max),
      base: Exact.add(all.base, scaled.base),
      step: Range.common([all.step, scaled.step]),
    }
  }
  return all
}

const times = (w: Exact.Exact, { min, max, base, step }: Reach): Reach => {
  if (Exact.sign(w) === 0) return point(Exact.zero)
  const by = (q: Bound): Bound => (q === null ? null : Exact.multiply(w, q))
  const [low, high] = Exact.sign(w) > 0 ? [by(min), by(max)] : [by(max), by(min)]
  return {
    min: low,
    max: high,
    base: Exact.multiply(w, base),
    step: step === null ? null : Range.size(Exact.multiply(w, step)),
  }
}

const minusOne = /* @__PURE__ */ Exact.negate(Exact.one)

const negated = (one: Reach): Reach => times(minusOne, one)

const lesser = (a: Reach, b: Reach): Reach => ({ ...hull(a, b), max: sooner(a.max, b.max) })

const hull = (a: Reach, b: Reach): Reach => ({
  min: least(a.min, b.min),
  max: greatest(a.max, b.max),
  base: a.base,
  step: Range.common([a.step, b.step, Exact.subtract(a.base, b.base)]),
})

const asRange = ({ min, max, base, step }: Reach): Range.Range => ({
  min,
  max,
  step: Range.common([step, Range.size(base)]),
  reached: { min: false, max: false },
  fills: false,
})

const ofRange = ({ min, max, step }: Range.Range): Reach =>
  min !== null && isPoint({ min, max }) ? point(min) : { min, max, base: Exact.zero, step }

const product = (a: Reach | undefined, b: Reach | undefined): Reach | undefined => {
  if (a === undefined || b === undefined) return undefined
  if (a.min !== null && isPoint(a)) return times(a.min, b)
  if (b.min !== null && isPoint(b)) return times(b.min, a)
  return ofRange(Range.multiply(asRange(a), asRange(b)))
}

const quotient = (
  num: Reach | undefined,
  den: Reach | undefined,
  empty: Exact.Exact | undefined,
): Reach | undefined => {
  if (num === undefined || den === undefined) return undefined
  const isZero = den.min !== null && isPoint(den) && Exact.sign(den.min) === 0
  const instead = empty === undefined ? undefined : point(empty)
  if (isZero) return instead
  const value = ofRange(Range.divide(asRange(num), asRange(den)))
  return instead === undefined || !mayBeZero(den) ? value : hull(value, instead)
}

const mayBeZero = ({ min, max }: Reach): boolean =>
  (min === null || Exact.sign(min) <= 0) && (max === null || Exact.sign(max) >= 0)

const curveReach = (pieces: ReadonlyArray<Piece>, of: Reach): Reach | undefined => {
  if (of.min !== null && isPoint(of)) {
    const q = of.min
    const values = pieces.filter(({ on }) => Span.contains(on, q)).map((piece) => Ladder.valueAt(piece, q))
    const [first] = values
    return first === undefined || values.some((value) => !Exact.equals(value, first)) ? undefined : point(first)
  }
  const parts = pieces.flatMap((piece) => {
    const [from, to] = clipped(piece, of)
    if (isEmpty({ min: from, max: to })) return []
    if (piece.slope === undefined) return [point(Exact.parseUnsafe(piece.at))]
    const ends = [from, to].map((q) => (q === null ? null : Ladder.valueAt(piece, q)))
    const [min = null, max = null] = Ladder.slopeOf(piece) < 0 ? [...ends].reverse() : ends
    const slope = Range.size(Exact.parseUnsafe(piece.slope))
    const step = of.step === null ? null : Exact.multiply(slope, of.step)
    return [{ min, max, base: Ladder.valueAt(piece, of.base), step }]
  })
  return parts.length === 0 ? undefined : parts.reduce(hull)
}

const clipped = (
  { on }: Piece,
  { min, max }: { readonly min: Bound; readonly max: Bound },
): readonly [Bound, Bound] => [later(min, Span.lower(on)?.at ?? null), sooner(max, Span.upper(on)?.at ?? null)]

// ---------------------------------------------------------------- operations

/** Narrows the slots to those in which a term can still lie between two ends; whether there may be any. @internal */
export const narrow = (term: Term, min: Bound, max: Bound, slots: Array<Slot>): boolean => {
  const now = reach(term, slots)
  if (now === undefined) return false
  const [low, high] = onLattice(now, later(min, now.min), sooner(max, now.max))
  if (isEmpty({ min: low, max: high })) return false
  switch (term.is) {
    case "number":
      return true
    case "unknown": {
      const slot = slots[term.at]
      if (slot === undefined) return false
      const next = { ...slot, min: later(slot.min, low), max: sooner(slot.max, high) }
      slots[term.at] = next
      return !isEmpty(next)
    }
    case "sum":
      return narrowSum(term, low, high, slots)
    case "min":
    case "max":
      return narrowExtreme(term, low, high, slots)
    case "times":
      return narrowTimes(term, low, high, slots)
    case "ratio": {
      const den = reach(term.den, slots)
      if (den?.min == null || !isPoint(den) || Exact.sign(den.min) <= 0) return true
      const by = den.min
      const end = (q: Bound): Bound => (q === null ? null : Exact.multiply(q, by))
      return narrow(term.num, end(low), end(high), slots)
    }
    case "curve":
      return narrowCurve(term, low, high, slots)
    case "round":
      return narrow(term.e, minus(low, term.step), add(high, term.step), slots)
  }
}

/** Ends moved in to the nearest numbers of the lattice. */
const onLattice = ({ base, step }: Reach, min: Bound, max: Bound): readonly [Bound, Bound] => {
  if (step === null) return [min, max]
  if (Exact.sign(step) === 0) {
    const isWithin = (min === null || Exact.compare(base, min) >= 0) && (max === null || Exact.compare(base, max) <= 0)
    return isWithin ? [base, base] : [Exact.one, Exact.zero]
  }
  const to = (q: Bound, mode: Rounding.Mode): Bound =>
    q === null ? null : Exact.add(base, Rounding.round(Exact.subtract(q, base), mode, step))
  return [to(min, "ceiling"), to(max, "floor")]
}

const narrowSum = ({ of }: Extract<Term, { is: "sum" }>, low: Bound, high: Bound, slots: Array<Slot>): boolean => {
  const parts = of.flatMap(({ w, e }) => {
    const part = Exact.sign(w) === 0 ? undefined : reach(e, slots)
    return part === undefined ? [] : [{ w, e, scaled: times(w, part) }]
  })
  const [fewest, most] = [whole(parts.map(({ scaled }) => scaled.min)), whole(parts.map(({ scaled }) => scaled.max))]
  return parts.every(({ w, e, scaled }) => {
    const [from, to] = [minus(low, most(scaled.max)), minus(high, fewest(scaled.min))]
    const by = (q: Bound): Bound => (q === null ? null : Exact.divideUnsafe(q, w))
    return Exact.sign(w) > 0 ? narrow(e, by(from), by(to), slots) : narrow(e, by(to), by(from), slots)
  })
}

/** What all ends but one come to. */
const whole = (ends: ReadonlyArray<Bound>): ((but: Bound) => Bound) => {
  const open = ends.filter((end) => end === null).length
  const sum = Exact.sum(ends.flatMap((end) => end ?? []))
  return (but) => (open > (but === null ? 1 : 0) ? null : but === null ? sum : Exact.subtract(sum, but))
}

const narrowExtreme = (
  { is, of }: Extract<Term, { is: "min" | "max" }>,
  low: Bound,
  high: Bound,
  slots: Array<Slot>,
): boolean => {
  const isMin = is === "min"
  /** Which parts can give the extreme itself. */
  const able = of.filter((part) => {
    const one = reach(part, slots)
    return one !== undefined && !isEmpty({ min: later(one.min, low), max: sooner(one.max, high) })
  })
  if (able.length === 0) return false
  return of.every((part) => {
    const isOnly = able.length === 1 && able[0] === part
    return isMin ? narrow(part, low, isOnly ? high : null, slots) : narrow(part, isOnly ? low : null, high, slots)
  })
}

const narrowTimes = (
  { a, b }: Extract<Term, { is: "times" }>,
  low: Bound,
  high: Bound,
  slots: Array<Slot>,
): boolean => {
  const [x, y] = [reach(a, slots), reach(b, slots)]
  const [factor, other] =
    x !== undefined && isPoint(x) ? [x.min, b] : y !== undefined && isPoint(y) ? [y.min, a] : [null, b]
  if (factor === null || Exact.sign(factor) === 0) return true
  const by = (q: Bound): Bound => (q === null ? null : Exact.divideUnsafe(q, factor))
  return Exact.sign(factor) > 0 ? narrow(other, by(low), by(high), slots) : narrow(other, by(high), by(low), slots)
}

const narrowCurve = (
  { of, pieces }: Extract<Term, { is: "curve" }>,
  low: Bound,
  high: Bound,
  slots: Array<Slot>,
): boolean => {
  const now = reach(of, slots)
  if (now === undefined) return false
  const parts = pieces.flatMap((piece): ReadonlyArray<readonly [Bound, Bound]> => {
    const ends = clipped(piece, now)
    const isFlat = piece.slope === undefined || Ladder.slopeOf(piece) === 0
    const at = Exact.parseUnsafe(piece.at)
    if (isFlat) return isEmpty({ min: later(low, at), max: sooner(high, at) }) ? [] : [ends]
    const slope = Exact.parseUnsafe(piece.slope ?? "1")
    const start = Ladder.valueAt(piece, Exact.zero)
    const back = (q: Bound): Bound => (q === null ? null : Exact.divideUnsafe(Exact.subtract(q, start), slope))
    const [from, to] = Exact.sign(slope) > 0 ? [back(low), back(high)] : [back(high), back(low)]
    return [[later(ends[0], from), sooner(ends[1], to)]]
  })
  const possible = parts.filter(([min, max]) => !isEmpty({ min, max }))
  if (possible.length === 0) return false
  return narrow(of, possible.map(([min]) => min).reduce(least), possible.map(([, max]) => max).reduce(greatest), slots)
}
