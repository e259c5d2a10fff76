/**
 * Coverage (覆盖): which rows of a table hold which numbers of a lattice, as runs of neighbouring numbers that the same
 * rows hold.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import * as Rounding from "../foundation/Rounding.js"
import * as Span from "./Span.js"

// ---------------------------------------------------------------- models

/** The numbers that are looked at: from `min` to `max`, the multiples of `step` (`null`: any number). @internal */
export interface Reach {
  readonly min: Exact.Exact | null
  readonly max: Exact.Exact | null
  readonly step: Exact.Exact | null
}

/** Neighbouring numbers that the same rows hold, by their indices; `first` is the least of them, or one of them. @internal */
export interface Run {
  readonly span: Span.Span
  readonly rows: ReadonlyArray<number>
  readonly first: Exact.Exact
}

interface Piece {
  readonly low: Span.End | undefined
  readonly high: Span.End | undefined
  readonly rows: ReadonlyArray<number>
  readonly first: Exact.Exact | undefined
}

// ---------------------------------------------------------------- operations

/** The reach in runs, from the least number up. @internal */
export const runs = (rows: ReadonlyArray<Span.Span>, reach: Reach): ReadonlyArray<Run> => {
  const found: Array<Run> = []
  let last: Piece | undefined
  for (const piece of pieces(rows, reach)) {
    const { first } = piece
    if (first === undefined) continue
    const before = found.at(-1)
    if (before !== undefined && last !== undefined && isSame(before.rows, piece.rows)) {
      last = { ...piece, low: last.low }
      found[found.length - 1] = { ...before, span: spanOf(last) }
    } else {
      last = piece
      found.push({ span: spanOf(piece), rows: piece.rows, first })
    }
  }
  return found
}

/** Runs that no row holds. @internal */
export const gaps = (rows: ReadonlyArray<Span.Span>, reach: Reach): ReadonlyArray<Run> =>
  runs(rows, reach).filter((run) => run.rows.length === 0)

/** Runs that several rows hold. @internal */
export const overlaps = (rows: ReadonlyArray<Span.Span>, reach: Reach): ReadonlyArray<Run> =>
  runs(rows, reach).filter((run) => run.rows.length > 1)

const isSame = (a: ReadonlyArray<number>, b: ReadonlyArray<number>): boolean =>
  a.length === b.length && a.every((row, index) => row === b[index])

const spanOf = ({ low, high }: Piece): Span.Span => ({
  ...(low === undefined ? {} : { [low.closed ? "ge" : "gt"]: Exact.text(low.at) }),
  ...(high === undefined ? {} : { [high.closed ? "le" : "lt"]: Exact.text(high.at) }),
})

/** A place where a row begins or ends: just before (0) or just after (1) a number. */
interface Edge {
  readonly at: Exact.Exact
  readonly side: 0 | 1
  readonly row: number
  readonly opens: boolean
}

/** The pieces between neighbouring edges, the ends of the reach among them. */
const pieces = (rows: ReadonlyArray<Span.Span>, reach: Reach): ReadonlyArray<Piece> => {
  const active = new Set<number>()
  const edges: Array<Edge> = []
  for (const [row, span] of rows.entries()) {
    if (Span.isEmpty(span)) continue
    const [low, high] = [Span.lower(span), Span.upper(span)]
    if (low === undefined) active.add(row)
    else edges.push({ at: low.at, side: low.closed ? 0 : 1, row, opens: true })
    if (high !== undefined) edges.push({ at: high.at, side: high.closed ? 1 : 0, row, opens: false })
  }
  edges.sort((a, b) => Exact.compare(a.at, b.at) || a.side - b.side)
  const made: Array<Piece> = []
  let low: Span.End | undefined
  const push = (high: Span.End | undefined): void => {
    const piece = clipped(low, high, reach)
    if (piece !== undefined) made.push({ ...piece, rows: [...active].sort((a, b) => a - b) })
  }
  for (const edge of edges) {
    if (low === undefined || Exact.compare(low.at, edge.at) !== 0 || low.closed === (edge.side === 1)) {
      push({ at: edge.at, closed: edge.side === 1 })
    }
    low = { at: edge.at, closed: edge.side === 0 }
    if (edge.opens) active.add(edge.row)
    else active.delete(edge.row)
  }
  push(undefined)
  return made
}

const clipped = (
  low: Span.End | undefined,
  high: Span.End | undefined,
  { min, max, step }: Reach,
): Omit<Piece, "rows"> | undefined => {
  const from = min === null || (low !== undefined && Exact.compare(low.at, min) >= 0) ? low : { at: min, closed: true }
  const to = max === null || (high !== undefined && Exact.compare(high.at, max) <= 0) ? high : { at: max, closed: true }
  if (from !== undefined && to !== undefined) {
    const order = Exact.compare(from.at, to.at)
    if (order > 0 || (order === 0 && !(from.closed && to.closed))) return undefined
  }
  return { low: from, high: to, first: firstOf(from, to, step) }
}

/** The least number of the lattice between two ends, or one of them where there is no least. */
const firstOf = (
  low: Span.End | undefined,
  high: Span.End | undefined,
  step: Exact.Exact | null,
): Exact.Exact | undefined => {
  if (step === null) return between(low, high)
  if (Exact.sign(step) === 0) return holds(low, high, Exact.zero) ? Exact.zero : undefined
  if (low !== undefined) {
    const first = Rounding.round(low.at, "ceiling", step)
    const next = !low.closed && Exact.equals(first, low.at) ? Exact.add(first, step) : first
    return holds(low, high, next) ? next : undefined
  }
  if (high === undefined) return Exact.zero
  const last = Rounding.round(high.at, "floor", step)
  return !high.closed && Exact.equals(last, high.at) ? Exact.subtract(last, step) : last
}

const between = (low: Span.End | undefined, high: Span.End | undefined): Exact.Exact => {
  if (low === undefined)
    return high === undefined ? Exact.zero : high.closed ? high.at : Exact.subtract(high.at, Exact.one)
  if (low.closed) return low.at
  if (high === undefined) return Exact.add(low.at, Exact.one)
  return high.closed ? high.at : Exact.divideUnsafe(Exact.add(low.at, high.at), Exact.integerUnsafe(2))
}

const holds = (low: Span.End | undefined, high: Span.End | undefined, q: Exact.Exact): boolean => {
  const isAbove = low === undefined || Exact.compare(q, low.at) > 0 || (low.closed && Exact.equals(q, low.at))
  return isAbove && (high === undefined || Exact.compare(q, high.at) < 0 || (high.closed && Exact.equals(q, high.at)))
}
