/**
 * Spans of numbers (分数段) with their ends said outright: the words 以上, 以下, 不足 never decide, the fields do.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as Exact from "../foundation/Exact.js"
import * as Rounding from "../foundation/Rounding.js"

// ---------------------------------------------------------------- models

/**
 * The numbers above `gt` or from `ge`, and below `lt` or up to `le`; an end that is absent is open to infinity. Ends are
 * exact numbers as canonical text.
 *
 * @category models
 * @since 0.1.0
 */
export interface Span {
  readonly gt?: string
  readonly ge?: string
  readonly lt?: string
  readonly le?: string
}

// ---------------------------------------------------------------- schemas

/**
 * The schema of {@link Span}: at most one lower and one upper end (`span.twoEnds`), and some number within
 * (`span.empty`).
 *
 * @category schemas
 * @since 0.1.0
 */
export const Span: Schema.Codec<Span> = /* @__PURE__ */ Schema.Struct({
  gt: /* @__PURE__ */ Schema.optionalKey(Exact.Text),
  ge: /* @__PURE__ */ Schema.optionalKey(Exact.Text),
  lt: /* @__PURE__ */ Schema.optionalKey(Exact.Text),
  le: /* @__PURE__ */ Schema.optionalKey(Exact.Text),
}).check(
  /* @__PURE__ */ Schema.makeFilter((span: Span) => {
    if ((span.gt !== undefined && span.ge !== undefined) || (span.lt !== undefined && span.le !== undefined)) {
      return "span.twoEnds"
    }
    return isEmpty(span) ? "span.empty" : true
  }),
)

// ---------------------------------------------------------------- guards

/**
 * Whether no number at all is within.
 *
 * @example
 * ```ts
 * import { Span } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Span.isEmpty({ gt: "80", lt: "80.1" }), false)
 * assert.equal(Span.isEmpty({ gt: "80", le: "80" }), true)
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const isEmpty = (self: Span): boolean => {
  const [low, high] = [lower(self), upper(self)]
  if (low === undefined || high === undefined) return false
  const order = Exact.compare(low.at, high.at)
  return order > 0 || (order === 0 && !(low.closed && high.closed))
}

/**
 * Whether a number is within.
 *
 * @example
 * ```ts
 * import { Exact } from "dangjian/foundation"
 * import { Span } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const twoStars = { gt: "990", le: "1020" } // 二星 of the Wendeng rules, article 26
 * assert.equal(Span.contains(twoStars, Exact.parseUnsafe("990")), false)
 * assert.equal(Span.contains(twoStars, Exact.parseUnsafe("990.1")), true)
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const contains = (self: Span, value: Exact.Exact): boolean => {
  const [low, high] = [lower(self), upper(self)]
  if (low !== undefined) {
    const order = Exact.compare(value, low.at)
    if (order < 0 || (order === 0 && !low.closed)) return false
  }
  if (high === undefined) return true
  const order = Exact.compare(value, high.at)
  return order < 0 || (order === 0 && high.closed)
}

// ---------------------------------------------------------------- getters

/**
 * An end of a span: where it is and whether the number itself belongs.
 *
 * @category models
 * @since 0.1.0
 */
export interface End {
  readonly at: Exact.Exact
  readonly closed: boolean
}

/**
 * The lower end, or nothing where the span is open to below.
 *
 * @example
 * ```ts
 * import { Span } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * assert.deepEqual(Span.lower({ ge: "60" }), { at: 60, closed: true })
 * assert.equal(Span.lower({ lt: "60" }), undefined)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const lower = (self: Span): End | undefined =>
  self.ge !== undefined
    ? { at: Exact.parseUnsafe(self.ge), closed: true }
    : self.gt !== undefined
      ? { at: Exact.parseUnsafe(self.gt), closed: false }
      : undefined

/**
 * The upper end, or nothing where the span is open to above.
 *
 * @example
 * ```ts
 * import { Span } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * assert.deepEqual(Span.upper({ ge: "60", lt: "70" }), { at: 70, closed: false })
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const upper = (self: Span): End | undefined =>
  self.le !== undefined
    ? { at: Exact.parseUnsafe(self.le), closed: true }
    : self.lt !== undefined
      ? { at: Exact.parseUnsafe(self.lt), closed: false }
      : undefined

/**
 * The span in the notation of intervals: `(990, 1020]`.
 *
 * @example
 * ```ts
 * import { Span } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Span.text({ gt: "990", le: "1020" }), "(990, 1020]")
 * assert.equal(Span.text({ gt: "1060" }), "(1060, ∞)")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const text = (self: Span): string => {
  const low = self.ge !== undefined ? `[${self.ge}` : self.gt !== undefined ? `(${self.gt}` : "(−∞"
  const high = self.le !== undefined ? `${self.le}]` : self.lt !== undefined ? `${self.lt})` : "∞)"
  return `${low}, ${high}`
}

// ---------------------------------------------------------------- operations

/**
 * The least number of the lattice of a step that is within, where the span has a lower end; it may lie past the upper
 * end, and then none is within.
 *
 * @example
 * ```ts
 * import { Exact } from "dangjian/foundation"
 * import { Span } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const least = Span.least({ gt: "990", le: "1020" }, Exact.parseUnsafe("0.1"))
 * assert.equal(least === undefined ? "" : Exact.text(least), "990.1")
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const least = (self: Span, step: Exact.Exact): Exact.Exact | undefined => {
  const low = lower(self)
  if (low === undefined) return undefined
  const first = Rounding.round(low.at, "ceiling", step)
  return !low.closed && Exact.equals(first, low.at) ? Exact.add(first, step) : first
}

/**
 * The greatest number of the lattice of a step that is within, where the span has an upper end.
 *
 * @example
 * ```ts
 * import { Exact } from "dangjian/foundation"
 * import { Span } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const greatest = Span.greatest({ lt: "90" }, Exact.parseUnsafe("0.5"))
 * assert.equal(greatest === undefined ? "" : Exact.text(greatest), "89.5")
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const greatest = (self: Span, step: Exact.Exact): Exact.Exact | undefined => {
  const high = upper(self)
  if (high === undefined) return undefined
  const last = Rounding.round(high.at, "floor", step)
  return !high.closed && Exact.equals(last, high.at) ? Exact.subtract(last, step) : last
}
