/**
 * The range of tables (分段表的取值范围): what a function by pieces can come to over the range of its argument.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import * as Coverage from "./Coverage.js"
import { after } from "./Dependence.js"
import type { Curve, Piece } from "./Expression.js"
import type { Found } from "./Found.js"
import * as Ladder from "./Ladder.js"
import * as Range from "./Range.js"
import * as Span from "./Span.js"

// ---------------------------------------------------------------- operations

/** What a curve comes to over what its argument does. @internal */
export const of = (e: Curve, found: Found): Found => {
  if (found.range === undefined) return found
  const { range } = found
  const spans = e.pieces.map(({ on }) => on)
  const runs = Coverage.runs(spans, range)
  const isGap = runs.some(({ rows }) => rows.length === 0)
  const isOverlap = runs.some(({ rows }) => rows.length > 1 && !isOneValue(rows.flatMap((row) => e.pieces[row] ?? [])))
  const along = Ladder.treads(e.pieces, range)
  const pieces = e.pieces.flatMap((piece) => pieceOver(piece, range))
  return {
    ...found,
    range: Range.hull(pieces),
    conflicts: new Set([...found.conflicts, ...(isGap ? ["rules.gap"] : []), ...(isOverlap ? ["rules.overlap"] : [])]),
    rises: after(Ladder.trend(along), found.rises),
  }
}

const isOneValue = (pieces: ReadonlyArray<Piece>): boolean =>
  pieces.every(({ at, slope, from }) => {
    const [first] = pieces
    return at === first?.at && slope === first.slope && from === first.from
  })

/** What a piece gives over what lies on its span, its ends taken as if they belonged to it. */
const pieceOver = (piece: Piece, range: Range.Range): ReadonlyArray<Range.Range> => {
  const [first] = Coverage.runs([piece.on], { ...range, step: null }).filter(({ rows }) => rows.length > 0)
  if (first === undefined) return []
  const isMet = Coverage.runs([piece.on], range).some(({ rows }) => rows.length > 0) && range.fills
  if (piece.slope === undefined) {
    const at = Range.point(Exact.parseUnsafe(piece.at))
    return [isMet || isWithin(range, piece.on) ? at : Range.unsure(at)]
  }
  const ends = [Span.lower(first.span)?.at, Span.upper(first.span)?.at]
  const slope = Exact.parseUnsafe(piece.slope)
  const values = ends.map((q) => (q === undefined ? null : Ladder.valueAt(piece, q)))
  const [min = null, max = null] = Exact.sign(slope) < 0 ? [...values].reverse() : values
  const reached = ends.map((q) => q !== undefined && isAttained(range, q) && Span.contains(piece.on, q))
  const [low = false, high = false] = Exact.sign(slope) < 0 ? [...reached].reverse() : reached
  const start = Ladder.valueAt(piece, Exact.zero)
  const off = values.flatMap((q) => (q === null ? [] : [Range.size(q)]))
  const step =
    range.step === null ? null : Range.common([Exact.multiply(Range.size(slope), range.step), Range.size(start)])
  return [
    {
      min,
      max,
      step: step === null ? null : Range.common([step, ...off]),
      reached: { min: low, max: high },
      fills: false,
    },
  ]
}

const isAttained = (range: Range.Range, q: Exact.Exact): boolean =>
  (range.fills && Range.holds(range, q)) ||
  (range.reached.min && range.min !== null && Exact.equals(q, range.min)) ||
  (range.reached.max && range.max !== null && Exact.equals(q, range.max))

/** Whether an attained end of the range lies on the span. */
const isWithin = ({ min, max, reached }: Range.Range, span: Span.Span): boolean =>
  (reached.min && min !== null && Span.contains(span, min)) || (reached.max && max !== null && Span.contains(span, max))
