/**
 * Peers in a plan (列中同组): sums, means, bests and places within groups, worked out once for all of a group.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import {
  ABSENT,
  BETWEEN,
  type Column,
  type Draft,
  done,
  draft,
  exactAt,
  isAbsent,
  KNOWN,
  LARGEST,
  LAZY,
  put,
  quotient,
  SIDE,
  tagOf,
} from "./PlanColumn.js"
import { counted } from "./PlanGround.js"
import type { Of } from "./PlanTree.js"

// ---------------------------------------------------------------- models

/** The groups of subjects, and who of them counts as a peer. @internal */
export interface Groups {
  readonly of: Int32Array
  readonly count: number
  readonly isPeer: Uint8Array
}

/** What a group's numbers come to. */
interface Total {
  readonly sum: Exact.Exact
  readonly count: number
  /** Of how many the interpreter alone knows what they are. */
  readonly odd: number
}

// ---------------------------------------------------------------- getters

/** The peers of every group, in the order of subjects. @internal */
export const members = ({ of, count, isPeer }: Groups): ReadonlyArray<Int32Array> => {
  const sorted = counted(of, count)
  const groups: Array<Int32Array> = []
  let start = 0
  for (let group = 0; group < count; group++) {
    let end = start
    while (end < sorted.length && of[sorted[end]!] === group) end++
    groups.push(sorted.subarray(start, end).filter((row) => isPeer[row] === 1))
    start = end
  }
  return groups
}

// ---------------------------------------------------------------- operations

const totals = (column: Column, { of, count, isPeer }: Groups): ReadonlyArray<Total> => {
  const [sums, counts, odd] = [new Float64Array(count), new Int32Array(count), new Int32Array(count)]
  const side = new Map<number, Exact.Exact>()
  const fits = column.max * of.length <= LARGEST
  for (let i = 0; i < of.length; i++) {
    if (isPeer[i] !== 1) continue
    const [group, tag] = [of[i]!, column.tag[i]!]
    if (tag === KNOWN && fits) sums[group]! += column.x[i]!
    else if (tag <= SIDE) side.set(group, Exact.add(side.get(group) ?? Exact.zero, exactAt(column, i)))
    if (tag <= SIDE) counts[group]! += 1
    else if (!isAbsent(tag)) odd[group]! += 1
  }
  return Array.from(sums, (x, group) => ({
    sum: Exact.add(quotient(x, column.d), side.get(group) ?? Exact.zero),
    count: counts[group]!,
    odd: odd[group]!,
  }))
}

/** The mean of the other peers, for a cell that is itself no number; what it cannot tell is left to the interpreter. @internal */
export const othersMean = (column: Column, groups: Groups): ((made: Draft, i: number) => void) => {
  const all = totals(column, groups).map(({ sum, count, odd }) => ({
    mean: count === 0 ? undefined : Exact.divideUnsafe(sum, Exact.integerUnsafe(count)),
    odd,
  }))
  return (made, i) => {
    const { mean, odd } = all[groups.of[i]!]!
    const isOdd = groups.isPeer[i] === 1 && !isAbsent(column.tag[i]!)
    made.x[i] = 0
    if (odd > (isOdd ? 1 : 0)) made.tag[i] = LAZY
    else if (mean === undefined) made.tag[i] = tagOf("notApplicable")
    else put(made, i, mean)
  }
}

/** What the peers of each group have together; the same for all of a group. @internal */
export const folded = (column: Column, groups: Groups, { fold, best }: Of<"peers">): Column => {
  const all =
    fold === "best" ? bests(column, groups, best) : totals(column, groups).map((total) => wholeOf(total, fold))
  const made = draft(groups.of.length, column.d)
  for (let i = 0; i < groups.of.length; i++) {
    const value = all[groups.of[i]!]!
    if (typeof value === "object" && "tag" in value) made.tag[i] = value.tag
    else put(made, i, value)
  }
  return done(made)
}

type Whole = Exact.Exact | { readonly tag: number }

const NONE: Whole = { tag: ABSENT + 1 }

const wholeOf = ({ sum, count, odd }: Total, fold: "mean" | "count" | "sum" | "rank" | "best"): Whole => {
  if (odd > 0) return { tag: LAZY }
  if (fold === "count") return Exact.integerUnsafe(count)
  if (fold === "sum") return sum
  return count === 0 ? NONE : Exact.divideUnsafe(sum, Exact.integerUnsafe(count))
}

const bests = (column: Column, groups: Groups, best: "high" | "low"): ReadonlyArray<Whole> => {
  const better = best === "high" ? Exact.max : Exact.min
  return members(groups).map((rows) => {
    let [found, x]: [Exact.Exact | undefined, number | undefined] = [undefined, undefined]
    for (const row of rows) {
      const tag = column.tag[row]!
      if (tag >= BETWEEN) return { tag: LAZY }
      if (tag === KNOWN) {
        const own = column.x[row]!
        if (x === undefined || (best === "high" ? own > x : own < x)) x = own
      } else if (tag === SIDE) {
        const own = exactAt(column, row)
        found = found === undefined ? own : better(found, own)
      }
    }
    const onScale = x === undefined ? undefined : quotient(x, column.d)
    return found === undefined || onScale === undefined ? (found ?? onScale ?? NONE) : better(found, onScale)
  })
}
