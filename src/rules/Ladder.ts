/**
 * Ladders (阶梯): the values of a table along its argument, row by row, and which way they go.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import * as Coverage from "./Coverage.js"
import type { Rise } from "./Dependence.js"
import type { Piece } from "./Expression.js"
import * as Span from "./Span.js"

// ---------------------------------------------------------------- models

/**
 * A row on a run of arguments that it holds: the arguments at its two ends (`null`: it goes on without end) and the values
 * there. @internal
 */
export interface Tread {
  readonly row: number
  readonly slope: -1 | 0 | 1
  readonly from: Exact.Exact | null
  readonly to: Exact.Exact | null
  readonly low: Exact.Exact | null
  readonly high: Exact.Exact | null
}

// ---------------------------------------------------------------- getters

/** The value of a piece at a number. @internal */
export const valueAt = (piece: Piece, q: Exact.Exact): Exact.Exact => {
  const at = Exact.parseUnsafe(piece.at)
  if (piece.slope === undefined) return at
  const run = Exact.subtract(q, Exact.parseUnsafe(piece.from ?? "0"))
  return Exact.add(at, Exact.multiply(Exact.parseUnsafe(piece.slope), run))
}

/** @internal */
export const slopeOf = ({ slope }: Piece): -1 | 0 | 1 =>
  slope === undefined ? 0 : Exact.sign(Exact.parseUnsafe(slope))

// ---------------------------------------------------------------- operations

/** The rows along the reach of the argument; of several that hold a number, each. @internal */
export const treads = (pieces: ReadonlyArray<Piece>, reach: Coverage.Reach): ReadonlyArray<Tread> =>
  Coverage.runs(
    pieces.map(({ on }) => on),
    reach,
  ).flatMap(({ rows, span }) =>
    rows.flatMap((row): ReadonlyArray<Tread> => {
      const piece = pieces[row]
      if (piece === undefined) return []
      const [from, to] = endsOf(span, reach.step)
      const slope = slopeOf(piece)
      const value = (q: Exact.Exact | null) =>
        q === null ? (slope === 0 ? Exact.parseUnsafe(piece.at) : null) : valueAt(piece, q)
      return [{ row, slope, from, to, low: value(from), high: value(to) }]
    }),
  )

/** The ends of a span on a lattice; without a step, its own ends. */
const endsOf = (span: Span.Span, step: Exact.Exact | null): readonly [Exact.Exact | null, Exact.Exact | null] =>
  step === null || Exact.sign(step) === 0
    ? [Span.lower(span)?.at ?? null, Span.upper(span)?.at ?? null]
    : [Span.least(span, step) ?? null, Span.greatest(span, step) ?? null]

/** Which way the values go along the argument. @internal */
export const trend = (all: ReadonlyArray<Tread>): Rise => {
  const signs = new Set<number>()
  for (const [index, one] of all.entries()) {
    if (one.slope !== 0 && !isPoint(one)) signs.add(one.slope)
    const next = all[index + 1]
    if (next !== undefined && one.high !== null && next.low !== null) signs.add(Exact.compare(next.low, one.high))
  }
  signs.delete(0)
  return signs.size === 2 ? "both" : signs.has(1) ? "up" : signs.has(-1) ? "down" : "never"
}

const isPoint = ({ from, to }: Tread): boolean => from !== null && to !== null && Exact.equals(from, to)
