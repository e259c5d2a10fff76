/**
 * Pieces (分段函数): the value of a curve at a number, and over everything that is possible while the number is not known.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import { on } from "./Condition.js"
import type { Curve, Piece } from "./Expression.js"
import * as Span from "./Span.js"
import * as Value from "./Value.js"

// ---------------------------------------------------------------- operations

/** The value at a number: of the piece that holds it. @internal */
export const curveAt = (e: Curve, of: Exact.Exact): Value.Value => {
  const fits = e.pieces.filter(({ on: span }) => Span.contains(span, of)).map((piece) => pieceAt(piece, of))
  const [first] = fits
  if (first === undefined) return Value.conflict("rules.gap", { value: Exact.text(of) })
  return fits.every((q) => Exact.equals(q, first))
    ? Value.known(first)
    : Value.conflict("rules.overlap", { value: Exact.text(of), results: fits.map(Exact.text).join(" / ") })
}

/** Point by point where they are few, else piece by piece; what falls into a gap gives no number. @internal */
export const curveOver = (e: Curve, of: Value.Between): Value.Value => {
  const possible = e.pieces.filter(({ on: span }) => on(of, span) !== "no").map((piece) => pieceOver(piece, of))
  if (possible.length === 0) return Value.conflict("rules.gap", { value: "?" })
  const points = Value.pointsOf(of)?.flatMap((q) =>
    e.pieces.filter(({ on: span }) => Span.contains(span, q)).map((piece) => pieceAt(piece, q)),
  )
  return points === undefined || points.length === 0
    ? Value.blame(Value.hull(possible), of.because)
    : Value.oneOf(points, of.because)
}

/** The value of a piece at a number on its span. @internal */
export const pieceAt = (piece: Piece, q: Exact.Exact): Exact.Exact => {
  const at = Exact.parseUnsafe(piece.at)
  if (piece.slope === undefined) return at
  const run = Exact.subtract(q, Exact.parseUnsafe(piece.from ?? "0"))
  return Exact.add(at, Exact.multiply(Exact.parseUnsafe(piece.slope), run))
}

const pieceOver = (piece: Piece, of: Value.Between): Value.Numeric => {
  const [low, high] =
    of.step === undefined
      ? [Span.lower(piece.on)?.at, Span.upper(piece.on)?.at]
      : [Span.least(piece.on, of.step), Span.greatest(piece.on, of.step)]
  const from = of.from === null ? low : low === undefined ? of.from : Exact.max(of.from, low)
  const to = of.to === null ? high : high === undefined ? of.to : Exact.min(of.to, high)
  if (piece.slope === undefined) return Value.known(Exact.parseUnsafe(piece.at))
  const ends = [from, to].map((q) => (q === undefined ? null : q))
  const [a = null, b = null] = ends
  const line = Value.scale(Exact.parseUnsafe(piece.slope), Value.between(a, b, of.because, of.step))
  const shift = Exact.subtract(
    Exact.parseUnsafe(piece.at),
    Exact.multiply(Exact.parseUnsafe(piece.slope), Exact.parseUnsafe(piece.from ?? "0")),
  )
  return Value.add(line, Value.known(shift))
}
