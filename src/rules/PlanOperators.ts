/**
 * The operators of a plan (列运算): sums, extremes, products, quotients, curves, tables and rounding, each one loop over a
 * column; numbers off the scale are worked out one by one, exactly.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import * as Rounding from "../foundation/Rounding.js"
import { curveOver } from "./Pieces.js"
import {
  BETWEEN,
  type Bounds,
  boundsOf,
  type Column,
  common,
  type Draft,
  denominator,
  denominatorOfProduct,
  done,
  draft,
  exactAt,
  KNOWN,
  LARGEST,
  LAZY,
  merged,
  put,
  putValue,
  quotient,
  REWEIGHT,
  SIDE,
  scaled,
  tagOf,
  valueAt,
} from "./PlanColumn.js"
import type { Of, Piece } from "./PlanTree.js"
import * as Span from "./Span.js"
import * as Value from "./Value.js"

// ---------------------------------------------------------------- models

/** @internal */
export interface Weighted {
  readonly w: Exact.Exact
  readonly column: Column
}

// ---------------------------------------------------------------- getters

/** Columns at one denominator: what to multiply each with; nothing where machine numbers do not hold that. @internal */
export const aligned = (
  columns: ReadonlyArray<Column>,
): { readonly d: number; readonly by: ReadonlyArray<number> } | undefined => {
  const d = columns.reduce((d, column) => common(d, column.d), 1)
  if (d > LARGEST) return undefined
  const by = columns.map((column) => d / column.d)
  return columns.every(({ max }, index) => max * by[index]! <= LARGEST) ? { d, by } : undefined
}

// ---------------------------------------------------------------- operations

/** What the tags of all parts come to; an interval among them is left to the interpreter. */
const tagsOf = (made: Draft, parts: ReadonlyArray<Column>): boolean => {
  let isPlain = true
  const { tag } = made
  for (const part of parts) {
    if (part.isPlain) continue
    isPlain = false
    for (let i = 0; i < tag.length; i++) if (part.tag[i] !== KNOWN) tag[i] = merged(tag[i]!, part.tag[i]!)
  }
  return isPlain
}

/** Works out the cells that hold numbers off the scale or intervals, and clears those that hold none. */
const finished = (
  made: Draft,
  isAllExact: boolean,
  exact: (i: number) => Exact.Exact | undefined,
  open: (i: number) => Value.Value | undefined,
): void => {
  const { tag, x } = made
  for (let i = 0; i < tag.length; i++) {
    const of = tag[i]!
    if (of === SIDE || (isAllExact && of === KNOWN)) {
      const q = exact(i)
      if (q === undefined) tag[i] = LAZY
      else put(made, i, q)
    } else if (of === BETWEEN) putValue(made, i, open(i))
    if (tag[i] !== KNOWN) x[i] = 0
  }
}

const nothing = (): undefined => undefined

/** What parts come to where some are intervals; nothing where one of them is not known here. */
const openOf = (
  parts: ReadonlyArray<Column>,
  i: number,
  f: (a: Value.Numeric, b: Value.Numeric) => Value.Numeric,
): Value.Value | undefined => {
  const values = parts.flatMap((part) => valueAt(part, i) ?? [])
  return values.length === parts.length ? values.reduce(f) : undefined
}

/** A weighted sum; parts that are left out hand their weight to the others. @internal */
export const sum = (n: number, parts: ReadonlyArray<Weighted>, open: Open): Column => {
  const d = parts.reduce((d, { w, column }) => common(d, denominatorOfProduct(w, column.d)), 1)
  const by = parts.map(({ w, column }) =>
    d > LARGEST ? Number.NaN : scaled(Exact.divideUnsafe(w, Exact.integerUnsafe(column.d)), d),
  )
  const max = parts.reduce((max, { column }, index) => max + Math.abs(by[index]!) * column.max, 0)
  const fits = max <= LARGEST
  const made = draft(n, fits ? d : 1)
  const { x } = made
  const isPlain = tagsOf(
    made,
    parts.map(({ column }) => column),
  )
  if (fits) {
    for (const [index, { column }] of parts.entries()) {
      const [k, of] = [by[index]!, column.x]
      if (k === 1) for (let i = 0; i < n; i++) x[i]! += of[i]!
      else for (let i = 0; i < n; i++) x[i]! += k * of[i]!
    }
  }
  if (isPlain && fits) return done(made, max)
  const whole = Exact.sum(parts.map(({ w }) => w))
  const none = tagOf("notApplicable")
  const left: Array<number> = []
  finished(
    made,
    !fits,
    (i) => {
      const q = exactSum(parts, i, whole, fits ? quotient(x[i]!, d) : undefined)
      if (q === undefined) left.push(i)
      return q ?? Exact.zero
    },
    (i) => openSum(parts, i, open),
  )
  for (const i of left) [made.tag[i], made.x[i]] = [none, 0]
  return done(made)
}

/** What parts with intervals among them come to; those left out are not among them. @internal */
export type Open = (parts: ReadonlyArray<Summand>, all: number, whole: Exact.Exact) => Value.Value

interface Summand {
  readonly w: Exact.Exact
  readonly value: Value.Numeric
}

const openSum = (parts: ReadonlyArray<Weighted>, i: number, open: Open): Value.Value | undefined => {
  const present = parts.filter(({ column }) => column.tag[i] !== REWEIGHT)
  const values = present.flatMap(({ w, column }): ReadonlyArray<Summand> => {
    const value = valueAt(column, i)
    return value === undefined ? [] : [{ w, value }]
  })
  if (values.length < present.length) return undefined
  return open(values, parts.length, Exact.sum(parts.map(({ w }) => w)))
}

/** Each part times its weight, and what the weights left are to all of them. @internal */
export const weighted: Open = (parts, all, whole) => {
  const left = Exact.sum(parts.map(({ w }) => w))
  if (parts.length < all && Exact.sign(left) === 0) return Value.absent("notApplicable")
  const factor = parts.length === all ? Exact.one : Exact.divideUnsafe(whole, left)
  return parts.reduce<Value.Numeric>(
    (total, { w, value }) => Value.add(total, Value.scale(Exact.multiply(w, factor), value)),
    Value.zero,
  )
}

/** The spans added up, then for the mean divided, and scaled up to all of them for a sum. @internal */
export const spans =
  (isMean: boolean): Open =>
  (parts, all) => {
    const total = parts.map(({ value }) => value).reduce(Value.add, Value.zero)
    const count = Exact.integerUnsafe(parts.length)
    if (isMean) return Value.scale(Exact.divideUnsafe(Exact.one, count), total)
    return parts.length === all ? total : Value.scale(Exact.divideUnsafe(Exact.integerUnsafe(all), count), total)
  }

/** The sum in one cell: what is on the scale, if it is known already, and the rest; nothing where no weight is left. */
const exactSum = (
  parts: ReadonlyArray<Weighted>,
  i: number,
  whole: Exact.Exact,
  onScale: Exact.Exact | undefined,
): Exact.Exact | undefined => {
  let [total, left, isLess] = [onScale ?? Exact.zero, whole, false]
  for (const { w, column } of parts) {
    const tag = column.tag[i]
    if (tag === REWEIGHT) [left, isLess] = [Exact.subtract(left, w), true]
    else if (tag === SIDE || onScale === undefined) total = Exact.add(total, Exact.multiply(w, exactAt(column, i)))
  }
  if (!isLess) return total
  return Exact.sign(left) === 0 ? undefined : Exact.multiply(total, Exact.divideUnsafe(whole, left))
}

/** The least or the greatest part. @internal */
export const extreme = (n: number, parts: ReadonlyArray<Column>, isMost: boolean): Column => {
  const scale = aligned(parts)
  const made = draft(n, scale?.d ?? 1)
  const isPlain = tagsOf(made, parts)
  const { x } = made
  if (scale !== undefined) {
    for (const [index, part] of parts.entries()) {
      const [k, of] = [scale.by[index]!, part.x]
      if (index === 0) for (let i = 0; i < n; i++) x[i] = k * of[i]!
      else if (isMost) for (let i = 0; i < n; i++) x[i] = Math.max(x[i]!, k * of[i]!)
      else for (let i = 0; i < n; i++) x[i] = Math.min(x[i]!, k * of[i]!)
    }
  }
  if (isPlain && scale !== undefined) return done(made)
  finished(
    made,
    scale === undefined,
    (i) => parts.map((part) => exactAt(part, i)).reduce(isMost ? Exact.max : Exact.min),
    (i) => openOf(parts, i, isMost ? Value.greatest : Value.least),
  )
  return done(made)
}

/** The product of a parameter and an expression. @internal */
export const times = (n: number, by: Column, of: Column): Column => {
  const [d, max] = [by.d * of.d, by.max * of.max]
  const fits = d <= LARGEST && max <= LARGEST
  const made = draft(n, fits ? d : 1)
  const isPlain = tagsOf(made, [by, of])
  if (fits) for (let i = 0; i < n; i++) made.x[i] = by.x[i]! * of.x[i]!
  if (isPlain && fits) return done(made, max)
  finished(
    made,
    !fits,
    (i) => Exact.multiply(exactAt(by, i), exactAt(of, i)),
    (i) => openOf([by, of], i, Value.multiply),
  )
  return done(made)
}

/** The quotient, with what stands in for it on an empty denominator. @internal */
export const ratio = (
  n: number,
  num: Column,
  den: Column,
  empty: { readonly tag: number; readonly q: Exact.Exact },
): Column => {
  const made = draft(n, 1)
  tagsOf(made, [num, den])
  const none: Array<number> = []
  finished(
    made,
    true,
    (i) => {
      const below = exactAt(den, i)
      if (Exact.sign(below) !== 0) return Exact.divideUnsafe(exactAt(num, i), below)
      if (empty.tag !== KNOWN) none.push(i)
      return empty.q
    },
    nothing,
  )
  for (const i of none) {
    made.tag[i] = empty.tag
    made.x[i] = 0
  }
  return done(made)
}

/** A function by pieces. Where no piece or several of different values hold a number, the interpreter says what that is. @internal */
export const curve = (n: number, of: Column, { pieces, e }: Of<"curve">): Column => {
  const d = pieces.reduce(
    (d, { at, slope }) => common(common(d, denominator(at)), denominatorOfProduct(slope, of.d)),
    1,
  )
  const own = Exact.integerUnsafe(of.d)
  const at = pieces.map((piece) => scaled(piece.at, d))
  const slope = pieces.map((piece) => (d > LARGEST ? Number.NaN : scaled(Exact.divideUnsafe(piece.slope, own), d)))
  const max = pieces.reduce(
    (max, _, index) => Math.max(max, Math.abs(at[index]!) + Math.abs(slope[index]!) * of.max),
    0,
  )
  const fits = pieces.every((_, index) => Math.abs(at[index]!) + Math.abs(slope[index]!) * of.max <= LARGEST)
  const made = draft(n, fits ? d : 1)
  const isPlain = tagsOf(made, [of])
  const find = finder(pieces.map(({ on }) => boundsOf(on, of.d)))
  const exact = (i: number): Exact.Exact | undefined => pieceAt(pieces, exactAt(of, i))
  const open = (i: number): Value.Value | undefined => {
    const value = valueAt(of, i)
    return value?.is === "between" && e.op === "curve" ? curveOver(e, value) : undefined
  }
  if (!fits) {
    finished(made, true, exact, open)
    return done(made)
  }
  const { x, tag } = made
  for (let i = 0; i < n; i++) {
    if (tag[i] !== KNOWN) continue
    const value = of.x[i]!
    const piece = find(value)
    if (piece >= 0) x[i] = at[piece]! + slope[piece]! * value
    else tag[i] = piece === SEVERAL ? SIDE : LAZY
  }
  finished(made, false, exact, open)
  return done(made, isPlain ? max : undefined)
}

/** Several pieces hold the number: they may agree. */
const SEVERAL = -2

/** Which piece holds a number: −1 for none. */
const finder = (all: ReadonlyArray<Bounds>): ((x: number) => number) => {
  const sorted = all.map((_, index) => index).filter((index) => all[index]!.first <= all[index]!.last)
  sorted.sort((a, b) => all[a]!.first - all[b]!.first)
  const [first, last] = [sorted.map((index) => all[index]!.first), sorted.map((index) => all[index]!.last)]
  const isApart = first.every((from, at) => at === 0 || last[at - 1]! < from)
  if (!isApart) {
    return (x) => {
      let found = -1
      for (const index of sorted) {
        if (x < all[index]!.first || x > all[index]!.last) continue
        if (found !== -1) return SEVERAL
        found = index
      }
      return found
    }
  }
  return (x) => {
    let [low, high] = [0, sorted.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (first[middle]! <= x) low = middle
      else high = middle - 1
    }
    return low <= high && x >= first[low]! && x <= last[low]! ? sorted[low]! : -1
  }
}

const pieceAt = (pieces: ReadonlyArray<Piece>, q: Exact.Exact): Exact.Exact | undefined => {
  const fits = pieces.filter(({ on }) => Span.contains(on, q))
  const all = fits.map(({ at, slope }) => Exact.add(at, Exact.multiply(slope, q)))
  return all.every((one) => Exact.equals(one, all[0]!)) ? all[0] : undefined
}

/** Rounding to a step. @internal */
export const round = (n: number, of: Column, mode: Rounding.Mode, step: Exact.Exact): Column => {
  const [above, below] = [denominator(step), Number(Exact.numerator(step)) * of.d]
  const fits =
    Exact.sign(step) > 0 &&
    below <= LARGEST / 2 &&
    of.max * above <= LARGEST &&
    of.max / of.d + below <= LARGEST / above
  const made = draft(n, fits ? above : 1)
  tagsOf(made, [of])
  const per = Number(Exact.numerator(step))
  if (fits) for (let i = 0; i < n; i++) made.x[i] = wholeOf(of.x[i]! * above, below, mode) * per
  if (of.isPlain && fits) return done(made)
  const to = (q: Exact.Exact): Exact.Exact => Rounding.round(q, mode, step)
  finished(
    made,
    !fits,
    (i) => to(exactAt(of, i)),
    (i) => {
      const value = valueAt(of, i)
      return value === undefined ? undefined : Value.rising(value, to, step)
    },
  )
  return done(made)
}

/** The whole number next to a quotient; the remainder of machine numbers is exact, their quotient is not. @internal */
export const wholeOf = (above: number, below: number, mode: Rounding.Mode): number => {
  let rest = above % below
  if (rest === 0) return above / below
  let whole = (above - rest) / below
  if (rest < 0) {
    rest += below
    whole -= 1
  }
  const twice = 2 * rest
  switch (mode) {
    case "floor":
      return whole
    case "ceiling":
      return whole + 1
    case "down":
      return above < 0 ? whole + 1 : whole
    case "up":
      return above > 0 ? whole + 1 : whole
    case "halfUp":
      return twice > below || (twice === below && above > 0) ? whole + 1 : whole
    case "halfEven":
      return twice > below || (twice === below && whole % 2 !== 0) ? whole + 1 : whole
  }
}
