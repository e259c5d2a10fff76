import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import fc from "fast-check"
import { expect, test } from "vitest"
import * as Exact from "../../src/foundation/Exact.js"
import * as Span from "../../src/rules/Span.js"

const law = (name: string, ...property: Parameters<typeof fc.assert>): void => test(name, () => fc.assert(...property))

/** Sixths from −2 to 2: ends meet, cross and lie between the steps of coarse lattices. */
const sixths = fc.integer({ min: -12, max: 12 })
const exact = (n: number): Exact.Exact => Exact.divideUnsafe(Exact.integerUnsafe(n), Exact.integerUnsafe(6))
const text = (n: number): string => Exact.text(exact(n))

interface Ends {
  readonly low: number | undefined
  readonly lowClosed: boolean
  readonly high: number | undefined
  readonly highClosed: boolean
}

const ends: fc.Arbitrary<Ends> = fc.record({
  low: fc.option(sixths, { nil: undefined, freq: 6 }),
  lowClosed: fc.boolean(),
  high: fc.option(sixths, { nil: undefined, freq: 6 }),
  highClosed: fc.boolean(),
})

const spanOf = ({ low, lowClosed, high, highClosed }: Ends): Span.Span => ({
  ...(low === undefined ? {} : lowClosed ? { ge: text(low) } : { gt: text(low) }),
  ...(high === undefined ? {} : highClosed ? { le: text(high) } : { lt: text(high) }),
})

/** The slow reference, in whole sixths. */
const inside = ({ low, lowClosed, high, highClosed }: Ends, n: number): boolean =>
  (low === undefined || n > low || (lowClosed && n === low)) &&
  (high === undefined || n < high || (highClosed && n === high))

law(
  "a number is within exactly when whole sixths say so",
  fc.property(ends, sixths, (made, n) => {
    expect(Span.contains(spanOf(made), exact(n))).toBe(inside(made, n))
  }),
  { numRuns: 1000 },
)

law(
  "a span is empty exactly when no twelfth from below to above its ends is within",
  fc.property(ends, (made) => {
    const twelfths = Array.from({ length: 61 }, (_, index) =>
      Exact.divideUnsafe(Exact.integerUnsafe(index - 30), Exact.integerUnsafe(12)),
    )
    expect(Span.isEmpty(spanOf(made))).toBe(!twelfths.some((q) => Span.contains(spanOf(made), q)))
  }),
  { numRuns: 500 },
)

law(
  "the schema takes a span of one end a side exactly when it is not empty",
  fc.property(ends, (made) => {
    const decoded = Schema.decodeUnknownResult(Span.Span)(spanOf(made))
    expect(Result.isSuccess(decoded)).toBe(!Span.isEmpty(spanOf(made)))
  }),
)

law(
  "the least of a lattice is the first of its numbers that a search from far below finds above the lower end",
  fc.property(sixths, fc.boolean(), fc.integer({ min: 1, max: 9 }), (low, closed, step) => {
    const span = spanOf({ low, lowClosed: closed, high: undefined, highClosed: false })
    const steps = Array.from({ length: 60 }, (_, index) => (index - 30) * step)
    const first = steps.find((n) => (closed ? n >= low : n > low))
    expect(first).toBeDefined()
    expect(Span.least(span, exact(step))).toEqual(exact(first ?? 0))
  }),
  { numRuns: 500 },
)

law(
  "the greatest mirrors the least",
  fc.property(sixths, fc.boolean(), fc.integer({ min: 1, max: 9 }), (high, closed, step) => {
    const span = closed ? { le: text(high) } : { lt: text(high) }
    const mirror = closed ? { ge: text(-high) } : { gt: text(-high) }
    const [greatest, least] = [Span.greatest(span, exact(step)), Span.least(mirror, exact(step))]
    expect(greatest).toEqual(least === undefined ? undefined : Exact.negate(least))
  }),
  { numRuns: 500 },
)

law(
  "spans that share an end, open on one side and closed on the other, split the numbers between them",
  fc.property(sixths, sixths, fc.boolean(), (cut, n, closed) => {
    const [below, above]: readonly [Span.Span, Span.Span] = closed
      ? [{ le: text(cut) }, { gt: text(cut) }]
      : [{ lt: text(cut) }, { ge: text(cut) }]
    expect([Span.contains(below, exact(n)), Span.contains(above, exact(n))].filter(Boolean)).toHaveLength(1)
  }),
)
