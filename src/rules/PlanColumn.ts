/**
 * Columns (列): the values that many subjects have of one node, side by side as whole machine numbers.
 *
 * A cell is a number `x` that stands for `x / d`, with one denominator `d` for the column and every `x` a safe integer, so
 * that sums and comparisons of machine numbers are exact. What does not fit stands beside the column: a number off that
 * scale as an exact one, an absence as its kind, and all that is unusual (an interval, a conflict) is left to the
 * interpreter, which is asked once, where the value is needed.
 *
 * @since 0.1.0
 */
import type { Absence } from "../foundation/Absence.js"
import * as Exact from "../foundation/Exact.js"
import * as Span from "./Span.js"
import * as Value from "./Value.js"

// ---------------------------------------------------------------- models

/** @internal */
export interface Column {
  readonly d: number
  /** No cell is larger in size. */
  readonly max: number
  /** What each cell is; {@link KNOWN} and its like. */
  readonly tag: Uint8Array
  readonly x: Float64Array
  /** Numbers off the scale, and intervals as far as they are known here, by cell. */
  readonly side: ReadonlyMap<number, Value.Numeric>
  /** The interval of all cells that are one and have none beside the column. */
  readonly unknown?: Value.Numeric | undefined
  /** Whether every cell is a number on the scale. */
  readonly isPlain: boolean
}

/** A column while it is filled. @internal */
export interface Draft {
  readonly d: number
  readonly tag: Uint8Array
  readonly x: Float64Array
  readonly side: Map<number, Value.Numeric>
  readonly unknown?: Value.Numeric | undefined
}

/** A span as the first and last whole number on it at some denominator. @internal */
export interface Bounds {
  readonly first: number
  readonly last: number
}

/** A number on the scale. @internal */
export const KNOWN = 0
/** A number beside the scale. @internal */
export const SIDE = 1
/** An absence: this and the three tags behind it, in the order of the vocabulary. @internal */
export const ABSENT = 2
/** An interval: the one beside the column, where there is one, else the interpreter knows which. @internal */
export const BETWEEN = 6
/** A number, an interval or a conflict; the interpreter knows. @internal */
export const LAZY = 7
/** A part whose weight the others take over. @internal */
export const REWEIGHT = 8

/** The absences in the order of their tags. @internal */
export const ABSENCES: ReadonlyArray<Absence> = ["unknown", "notApplicable", "exempt", "new"]

/** The largest whole number that machine numbers hold together with all below it. @internal */
export const LARGEST = Number.MAX_SAFE_INTEGER

// ---------------------------------------------------------------- constructors

/** A column of noughts to fill. @internal */
export const draft = (n: number, d: number, unknown?: Value.Numeric): Draft => ({
  d,
  tag: new Uint8Array(n),
  x: new Float64Array(n),
  side: new Map(),
  unknown,
})

const NOTHING: ReadonlyMap<number, Value.Numeric> = /* @__PURE__ */ new Map()

/** A filled column; `max` where it is known, else it is looked up. @internal */
export const done = ({ d, tag, x, side, unknown }: Draft, max?: number): Column => {
  const isPlain = side.size === 0 && isAll(tag, KNOWN)
  return { d, tag, x, side: side.size === 0 ? NOTHING : side, isPlain, max: max ?? largest(x), unknown }
}

/** A column whose cells are all numbers on the scale. @internal */
export const plain = (x: Float64Array, d: number, max?: number): Column => ({
  d,
  tag: new Uint8Array(x.length),
  x,
  side: NOTHING,
  isPlain: true,
  max: max ?? largest(x),
})

/** The same number everywhere. @internal */
export const constant = (n: number, q: Exact.Exact): Column => {
  const d = denominator(q)
  const x = scaled(q, d)
  const made = draft(n, Number.isNaN(x) ? 1 : d)
  if (!Number.isNaN(x)) return plain(made.x.fill(x), d, Math.abs(x))
  for (let i = 0; i < n; i++) put(made, i, q)
  return done(made, 0)
}

/** The same tag everywhere. @internal */
export const tagged = (n: number, tag: number): Column => {
  const made = draft(n, 1)
  made.tag.fill(tag)
  return done(made, 0)
}

// ---------------------------------------------------------------- guards

const isAll = (tags: Uint8Array, tag: number): boolean => {
  for (let i = 0; i < tags.length; i++) if (tags[i] !== tag) return false
  return true
}

/** @internal */
export const isAbsent = (tag: number): boolean => tag >= ABSENT && tag < BETWEEN

// ---------------------------------------------------------------- getters

const largest = (x: Float64Array): number => {
  let max = 0
  for (let i = 0; i < x.length; i++) {
    const size = Math.abs(x[i]!)
    if (size > max) max = size
  }
  return max
}

/** @internal */
export const tagOf = (why: Absence): number => ABSENT + ABSENCES.indexOf(why)

/** @internal */
export const whyOf = (tag: number): Absence => ABSENCES[tag - ABSENT] ?? "unknown"

/** The number in a cell. @internal */
export const exactAt = ({ d, tag, x, side }: Column, i: number): Exact.Exact => {
  if (tag[i] !== SIDE) return quotient(x[i]!, d)
  const beside = side.get(i)
  return beside?.is === "known" ? beside.q : Exact.zero
}

/** The number or the interval in a cell; nothing where only the interpreter knows. @internal */
export const valueAt = (column: Column, i: number): Value.Numeric | undefined =>
  column.tag[i]! <= SIDE
    ? Value.known(exactAt(column, i))
    : column.tag[i] === BETWEEN
      ? (column.side.get(i) ?? column.unknown)
      : undefined

/** One safe integer by another. @internal */
export const quotient = (x: number, d: number): Exact.Exact => {
  const whole = Exact.integerUnsafe(x)
  return d === 1 ? whole : Exact.divideUnsafe(whole, Exact.integerUnsafe(d))
}

/** A number at a denominator; not a number where it is not whole there, or too large. @internal */
export const scaled = (q: Exact.Exact, d: number): number => {
  if (d > LARGEST) return Number.NaN
  const x = Exact.multiply(q, Exact.integerUnsafe(d))
  return typeof x === "number" ? x : Number.NaN
}

/** The denominator of a number, infinite where it is too large. @internal */
export const denominator = (q: Exact.Exact): number => {
  if (typeof q === "number") return 1
  return q.d > BigInt(LARGEST) ? Number.POSITIVE_INFINITY : Number(q.d)
}

const divisor = (a: number, b: number): number => {
  let [x, y] = [a, b]
  while (y !== 0) [x, y] = [y, x % y]
  return x
}

/** The least denominator that both come to, infinite where it is too large. @internal */
export const common = (a: number, b: number): number => {
  if (a === b || b === 1) return a
  if (a === 1) return b
  if (a > LARGEST || b > LARGEST) return Number.POSITIVE_INFINITY
  const found = (a / divisor(a, b)) * b
  return found > LARGEST ? Number.POSITIVE_INFINITY : found
}

/** The denominator of a number times what has the other one. @internal */
export const denominatorOfProduct = (q: Exact.Exact, d: number): number => {
  if (d > LARGEST) return Number.POSITIVE_INFINITY
  return denominator(Exact.divideUnsafe(q, Exact.integerUnsafe(d)))
}

/** A span at a denominator: what is whole there is on the span if it is neither before the first nor behind the last. @internal */
export const boundsOf = (span: Span.Span, d: number): Bounds => {
  const [low, high] = [Span.lower(span), Span.upper(span)]
  return {
    first: low === undefined ? Number.NEGATIVE_INFINITY : edge(low, d, 1),
    last: high === undefined ? Number.POSITIVE_INFINITY : edge(high, d, -1),
  }
}

const edge = ({ at, closed }: Span.End, d: number, turn: 1 | -1): number => {
  const scale = BigInt(d)
  const [n, below] = [Exact.numerator(at) * scale, Exact.denominator(at)]
  const floor = n >= 0n ? n / below : (n - below + 1n) / below
  const isWhole = floor * below === n
  const found = isWhole ? floor + (closed ? 0n : BigInt(turn)) : floor + (turn === 1 ? 1n : 0n)
  return Number(found)
}

/** What two parts are together: all that is unusual before an absence, the first absence before numbers. @internal */
export const merged = (tag: number, other: number): number => {
  if (other === KNOWN) return tag
  if (tag === LAZY || other === LAZY) return LAZY
  if (isAbsent(tag)) return tag
  if (isAbsent(other)) return other
  return tag === BETWEEN || other === BETWEEN ? BETWEEN : SIDE
}

// ---------------------------------------------------------------- operations

/** Puts a number into a cell, on the scale where it fits. @internal */
export const put = (column: Draft, i: number, q: Exact.Exact): void => {
  const x = scaled(q, column.d)
  if (Number.isNaN(x)) {
    column.tag[i] = SIDE
    column.x[i] = 0
    column.side.set(i, Value.known(q))
  } else {
    column.tag[i] = KNOWN
    column.x[i] = x
  }
}

/** Puts a value into a cell; what is no number, or nothing, is left to the interpreter. @internal */
export const putValue = (column: Draft, i: number, value: Value.Value | undefined): void => {
  column.x[i] = 0
  if (value?.is === "known") put(column, i, value.q)
  else if (value?.is === "between") {
    column.tag[i] = BETWEEN
    column.side.set(i, value)
  } else column.tag[i] = value === undefined || value.is === "conflict" ? LAZY : tagOf(value.why)
}

/** The cells at some places, in their order. @internal */
export const gathered = (column: Column, at: Int32Array): Column => {
  const made = draft(at.length, column.d, column.unknown)
  for (let i = 0; i < at.length; i++) {
    const from = at[i]!
    const tag = column.tag[from]!
    made.tag[i] = tag
    made.x[i] = column.x[from]!
    const beside = tag === SIDE || tag === BETWEEN ? column.side.get(from) : undefined
    if (beside !== undefined) made.side.set(i, beside)
  }
  return done(made, column.max)
}
