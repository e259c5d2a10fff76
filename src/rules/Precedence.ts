/**
 * Precedence (先后): things sorted by their keys into classes of equals, and the place that each method gives a class.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import type { Ties } from "./Expression.js"

// ---------------------------------------------------------------- models

/** One key: a number, the lot of a draw, or nothing, which counts behind all else. @internal */
export type Key = Exact.Exact | string | null

/** What is sorted: its keys one after the other, as many for each. The id settles the order in which equals are listed. @internal */
export interface Keyed<A> {
  readonly id: string
  readonly of: A
  readonly keys: ReadonlyArray<Key>
}

/** Which end of each key is best; a lot is best low. @internal */
export type Ends = ReadonlyArray<"high" | "low">

// ---------------------------------------------------------------- operations

/** The classes of equals, best first; `ends` says of each key which end is best, `low` where it says nothing. @internal */
export const classes = <A>(all: ReadonlyArray<Keyed<A>>, ends: Ends): ReadonlyArray<ReadonlyArray<Keyed<A>>> => {
  const width = all[0]?.keys.length ?? 0
  const columns = Array.from({ length: width }, (_, index) => column(all, index, ends[index] === "high" ? -1 : 1))
  const compare = (a: number, b: number): number => {
    for (const key of columns) {
      const order = key(a, b)
      if (order !== 0) return order
    }
    return 0
  }
  const sorted = Array.from(all, (_, index) => index).sort((a, b) => compare(a, b) || byId(all[a], all[b]))
  const found: Array<Array<Keyed<A>>> = []
  let first: number | undefined
  for (const index of sorted) {
    const one = all[index]
    if (one === undefined) continue
    if (first !== undefined && compare(first, index) === 0) found.at(-1)?.push(one)
    else {
      found.push([one])
      first = index
    }
  }
  return found
}

const byId = (a: { readonly id: string } | undefined, b: { readonly id: string } | undefined): number => {
  const [left, right] = [a?.id ?? "", b?.id ?? ""]
  return left < right ? -1 : left > right ? 1 : 0
}

type Compare = (a: number, b: number) => number

/** How a key orders two of all: by machine numbers where every value is one of a common scale, else exactly. */
const column = (all: ReadonlyArray<Keyed<unknown>>, index: number, turn: 1 | -1): Compare => {
  const keys = all.map((one) => one.keys[index] ?? null)
  const numbers = scaled(keys)
  if (numbers !== undefined) {
    return (a, b) => {
      const [left, right] = [numbers[a] ?? 0, numbers[b] ?? 0]
      return left < right ? -turn : left > right ? turn : 0
    }
  }
  return (a, b) => compareKeys(keys[a] ?? null, keys[b] ?? null, turn)
}

/** Two keys of one column, less being better: what is absent stands last at either end. @internal */
export const compareKeys = (a: Key, b: Key, turn: 1 | -1): number => {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  if (typeof a === "string" || typeof b === "string") return a === b ? 0 : String(a) < String(b) ? -1 : 1
  return turn * Exact.compare(a, b)
}

/** The keys as whole machine numbers on their common denominator, where none is too large for it. */
const scaled = (keys: ReadonlyArray<Key>): ReadonlyArray<number> | undefined => {
  let scale = 1n
  for (const key of keys) {
    if (key === null || typeof key === "string") return undefined
    if (typeof key === "number") continue
    scale *= key.d / common(scale, key.d)
    if (scale > LARGEST) return undefined
  }
  if (scale === 1n && keys.every((key) => typeof key === "number")) return keys as ReadonlyArray<number>
  const found: Array<number> = []
  for (const key of keys) {
    if (key === null || typeof key === "string") return undefined
    const whole = Exact.numerator(key) * (scale / Exact.denominator(key))
    if (whole > LARGEST || whole < -LARGEST) return undefined
    found.push(Number(whole))
  }
  return found
}

const LARGEST = 9007199254740991n

const common = (a: bigint, b: bigint): bigint => {
  let [left, right] = [a, b]
  while (right !== 0n) [left, right] = [right, left % right]
  return left
}

/**
 * The place of one of a class: so many stand before the class, which is of this size and the so-manieth class; `at` is
 * the one's position within it. @internal
 */
export const placeOf = (
  method: Ties["method"],
  {
    before,
    size,
    index,
    at,
  }: { readonly before: number; readonly size: number; readonly index: number; readonly at: number },
): Exact.Exact => {
  switch (method) {
    case "min":
      return Exact.integerUnsafe(before + 1)
    case "max":
      return Exact.integerUnsafe(before + size)
    case "dense":
      return Exact.integerUnsafe(index + 1)
    case "ordinal":
      return Exact.integerUnsafe(before + at + 1)
    case "average":
      return Exact.divideUnsafe(Exact.integerUnsafe(2 * before + size + 1), Exact.integerUnsafe(2))
  }
}
