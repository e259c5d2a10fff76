/**
 * The repair of spans (分段修补): which end of which row to move so that a gap closes or an overlap parts.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import * as Span from "./Span.js"

// ---------------------------------------------------------------- models

/** A row as it would be. @internal */
export interface Grown {
  readonly row: number
  readonly on: Span.Span
}

// ---------------------------------------------------------------- constructors

/** The span between two ends. @internal */
export const between = (low: Span.End | undefined, high: Span.End | undefined): Span.Span => ({
  ...(low === undefined ? {} : { [low.closed ? "ge" : "gt"]: Exact.text(low.at) }),
  ...(high === undefined ? {} : { [high.closed ? "le" : "lt"]: Exact.text(high.at) }),
})

// ---------------------------------------------------------------- getters

/** The rows that end nearest below a span and begin nearest above it. @internal */
export const neighbours = (
  rows: ReadonlyArray<Span.Span>,
  span: Span.Span,
): { readonly below: number | undefined; readonly above: number | undefined } => {
  const [low, high] = [Span.lower(span), Span.upper(span)]
  let below: number | undefined
  let above: number | undefined
  for (const [index, row] of rows.entries()) {
    const [from, to] = [Span.lower(row), Span.upper(row)]
    if (to !== undefined && low !== undefined && Exact.compare(to.at, low.at) <= 0) {
      const best = below === undefined ? undefined : Span.upper(rows[below] ?? {})
      if (best === undefined || Exact.compare(to.at, best.at) > 0) below = index
    }
    if (from !== undefined && high !== undefined && Exact.compare(from.at, high.at) >= 0) {
      const best = above === undefined ? undefined : Span.lower(rows[above] ?? {})
      if (best === undefined || Exact.compare(from.at, best.at) < 0) above = index
    }
  }
  return { below, above }
}

// ---------------------------------------------------------------- operations

/** The row that closes a gap: the lower one goes up to where the next begins; outside all rows the outermost opens. @internal */
export const closed = (
  rows: ReadonlyArray<Span.Span>,
  gap: Span.Span,
  below: number | undefined,
  above: number | undefined,
): Grown | undefined => {
  const [lower, upper] = [below, above].map((row) => (row === undefined ? undefined : rows[row]))
  if (below !== undefined && lower !== undefined) {
    const next = upper === undefined ? undefined : Span.lower(upper)
    return { row: below, on: between(Span.lower(lower), next === undefined ? undefined : opposite(next)) }
  }
  if (above === undefined || upper === undefined || Span.isEmpty(gap)) return undefined
  return { row: above, on: between(undefined, Span.upper(upper)) }
}

/** The end of what lies on the other side of an end. @internal */
export const opposite = ({ at, closed: isClosed }: Span.End): Span.End => ({ at, closed: !isClosed })

/** One of two rows cut off where the other begins: the lower one gives way. @internal */
export const parted = (
  first: Span.Span,
  second: Span.Span,
): { readonly of: "first" | "second"; readonly on: Span.Span } | undefined => {
  const [a, b] = [Span.lower(first), Span.lower(second)]
  if (a === undefined && b === undefined) return undefined
  const order = a === undefined ? -1 : b === undefined ? 1 : Exact.compare(a.at, b.at)
  const [of, low, cut] = order > 0 ? (["second", b, a] as const) : (["first", a, b] as const)
  if (cut === undefined) return undefined
  const on = between(low, opposite(cut))
  return order === 0 || Span.isEmpty(on) ? undefined : { of, on }
}
