/**
 * Places in a plan (列中排名): who stands before whom, by sorting whole numbers; while values are not known, how many are
 * certainly before and behind, by counting in sorted ends.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Exact from "../foundation/Exact.js"
import * as Draw from "./Draw.js"
import { BETWEEN, type Column, exactAt, isAbsent, KNOWN, LARGEST, SIDE } from "./PlanColumn.js"
import type { TieRule } from "./PlanTree.js"
import * as Precedence from "./Precedence.js"
import * as Value from "./Value.js"
import { own } from "./World.js"

// ---------------------------------------------------------------- models

/** One key of all entrants, turned so that less is better: both ends of an interval, and no key as infinity. @internal */
export interface Key {
  readonly low: Float64Array
  readonly high: Float64Array
  readonly why: ReadonlyArray<string>
}

/** How equals are settled: by the lots of a seed, where there is one. @internal */
export interface Settling {
  readonly ids: ReadonlyArray<string>
  readonly seed: string | undefined
  readonly ties: TieRule
}

/** @internal */
export interface Place {
  readonly value: Value.Numeric
  readonly tied: number
  readonly open: boolean
}

// ---------------------------------------------------------------- constructors

/** An end that is open to above: before those who have no key. */
const ENDLESS = 1e300

/** The key that a column gives to some subjects; `resolve` asks the interpreter what an unusual cell is. @internal */
export const keyOf = (
  column: Column,
  rows: Int32Array,
  best: "high" | "low",
  resolve: (row: number) => Value.Value,
): Key => {
  const turn = best === "high" ? -1 : 1
  const low = new Float64Array(rows.length)
  let isOdd = false
  for (let i = 0; i < rows.length; i++) {
    const tag = column.tag[rows[i]!]!
    if (tag === KNOWN) low[i] = turn * column.x[rows[i]!]!
    else if (isAbsent(tag)) low[i] = Number.POSITIVE_INFINITY
    else isOdd = true
  }
  if (!isOdd) return { low, high: low, why: [] }
  const values = Array.from(rows, (row): Value.Value => {
    const tag = column.tag[row]!
    if (tag <= SIDE) return Value.known(exactAt(column, row))
    return tag >= BETWEEN ? resolve(row) : Value.absent("unknown")
  })
  return exactKey(values, turn)
}

/** Exact numbers by their order among one another. */
const exactKey = (values: ReadonlyArray<Value.Value>, turn: 1 | -1): Key => {
  const ends = values.flatMap((value) =>
    Value.isNumeric(value) ? [Value.low(value) ?? [], Value.high(value) ?? []] : [],
  )
  const sorted = ends.flat().sort(Exact.compare)
  const places = new Map<string, number>()
  for (const q of sorted) if (!places.has(Exact.text(q))) places.set(Exact.text(q), places.size)
  const at = (q: Exact.Exact | null): number | undefined =>
    q === null ? undefined : (places.get(Exact.text(q)) ?? 0) * turn
  const [low, high] = [new Float64Array(values.length), new Float64Array(values.length)]
  for (const [i, value] of values.entries()) {
    if (!Value.isNumeric(value)) [low[i], high[i]] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
    else {
      const [from, to] = [at(Value.low(value)), at(Value.high(value))]
      low[i] = (turn === 1 ? from : to) ?? Number.NEGATIVE_INFINITY
      high[i] = (turn === 1 ? to : from) ?? ENDLESS
    }
  }
  return { low, high, why: [...new Set(values.flatMap((value) => (value.is === "between" ? value.because : [])))] }
}

/** The seed of a draw, where one is published. @internal */
export const seedOf = ({ last }: TieRule, seeds: Readonly<Record<string, string>>): string | undefined =>
  typeof last === "object" ? own(seeds, last.draw) : undefined

// ---------------------------------------------------------------- guards

const isOpen = ({ low, high }: Key): boolean => {
  if (low === high) return false
  for (let i = 0; i < low.length; i++) if (low[i] !== high[i]) return true
  return false
}

/** Whether equals that are left have yet to be settled by people. @internal */
export const leavesOpen = ({ ties, seed, ids }: Settling, i: number): boolean =>
  ties.last === "meeting" || (typeof ties.last === "object" && lot(seed, ids[i]!) === "")

const lot = (seed: string | undefined, id: string): string =>
  seed === undefined ? "" : Result.getOrElse(Draw.lot(seed, id), () => "")

// ---------------------------------------------------------------- operations

/** Entrants by a key of whole numbers, those of equal keys by their own order. */
const sorted = (all: Int32Array, key: Float64Array): Int32Array => {
  const n = all.length
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const i of all) {
    const x = key[i]!
    if (x < least) least = x
    if (x > most) most = x
  }
  if (!((most - least + 1) * n <= LARGEST)) {
    return all.slice().sort((a, b) => (key[a]! < key[b]! ? -1 : key[a]! > key[b]! ? 1 : a - b))
  }
  const packed = new Float64Array(n)
  for (let at = 0; at < n; at++) packed[at] = (key[all[at]!]! - least) * n + at
  packed.sort()
  const found = new Int32Array(n)
  for (let at = 0; at < n; at++) found[at] = all[packed[at]! % n]!
  return found
}

/** Runs of equal keys, in order. */
const runs = (all: Int32Array, key: Float64Array): ReadonlyArray<Int32Array> => {
  const order = sorted(all, key)
  const found: Array<Int32Array> = []
  let start = 0
  for (let at = 1; at <= order.length; at++) {
    if (at < order.length && key[order[at]!] === key[order[start]!]) continue
    found.push(order.subarray(start, at))
    start = at
  }
  return found
}

/** The lots of some entrants as numbers in their order. */
const lots = (all: Int32Array, { seed, ids }: Settling, n: number): Float64Array => {
  const drawn = Array.from(all, (i) => lot(seed, ids[i]!))
  const order = new Map([...new Set(drawn)].sort().map((text, index) => [text, index]))
  const key = new Float64Array(n)
  for (const [at, i] of all.entries()) key[i] = order.get(drawn[at]!) ?? 0
  return key
}

/** The classes of equals, best first; nothing where a key is not yet known. @internal */
export const classes = (
  n: number,
  keys: ReadonlyArray<Key>,
  settling: Settling,
): ReadonlyArray<Int32Array> | undefined => {
  if (keys.some(isOpen)) return undefined
  const found: Array<Int32Array> = []
  const split = (all: Int32Array, at: number): void => {
    const key = keys[at]
    if (all.length === 1 || (key === undefined && (at > keys.length || settling.seed === undefined))) {
      found.push(all)
      return
    }
    for (const run of runs(all, key?.low ?? lots(all, settling, n))) split(run, at + 1)
  }
  if (n > 0) split(everyone(n), 0)
  return found
}

const everyone = (n: number): Int32Array => Int32Array.from({ length: n }, (_, i) => i)

/** The place of every entrant. @internal */
export const places = (n: number, keys: ReadonlyArray<Key>, settling: Settling): ReadonlyArray<Place> => {
  const groups = classes(n, keys, settling)
  if (groups === undefined) return possible(n, keys, settling)
  const { method } = settling.ties
  const found: Array<Place> = new Array(n)
  let before = 0
  for (const [index, group] of groups.entries()) {
    const size = group.length
    for (const [at, i] of group.entries()) {
      const value = Value.known(Precedence.placeOf(method, { before, size, index, at }))
      found[i] = { value, tied: size, open: size > 1 && (method === "ordinal" || leavesOpen(settling, i)) }
    }
    before += size
  }
  return found
}

/** While values are unknown: behind all who are certainly better, at worst behind all who may be as good. */
const possible = (n: number, keys: ReadonlyArray<Key>, settling: Settling): ReadonlyArray<Place> => {
  const [ahead, behind] = [new Int32Array(n), new Int32Array(n)]
  const count = (all: Int32Array, at: number): void => {
    if (all.length < 2 || at > keys.length || (at === keys.length && settling.seed === undefined)) return
    const drawn = at === keys.length ? lots(all, settling, n) : undefined
    const [low, high] = [drawn ?? keys[at]!.low, drawn ?? keys[at]!.high]
    const [lows, highs] = [
      Float64Array.from(all, (i) => low[i]!).sort(),
      Float64Array.from(all, (i) => high[i]!).sort(),
    ]
    for (const i of all) {
      ahead[i]! += below(highs, low[i]!)
      behind[i]! += all.length - upTo(lows, high[i]!)
    }
    for (const run of runs(
      all.filter((i) => low[i] === high[i]),
      low,
    ))
      count(run, at + 1)
  }
  count(everyone(n), 0)
  const why = [...new Set(keys.flatMap((key) => key.why))]
  return Array.from(ahead, (before, i) => {
    const first = settling.ties.method === "dense" ? Math.min(before, 1) : before
    const value = Value.between(Exact.integerUnsafe(first + 1), Exact.integerUnsafe(n - behind[i]!), why)
    return { value, tied: 1, open: false }
  })
}

/** How many of a sorted list are less than a number. */
const below = (list: Float64Array, x: number): number => {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle]! < x) low = middle + 1
    else high = middle
  }
  return low
}

/** How many of a sorted list are no more than a number. */
const upTo = (list: Float64Array, x: number): number => {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle]! <= x) low = middle + 1
    else high = middle
  }
  return low
}
