import * as Result from "effect/Result"
import fc from "fast-check"
import { expect, test } from "vitest"
import * as Exact from "../../src/foundation/Exact.js"
import * as Rounding from "../../src/foundation/Rounding.js"
import { exacts, halves } from "./exactArbitrary.js"

const MODES = ["halfUp", "halfEven", "up", "down", "floor", "ceiling"] as const
const modes = fc.constantFrom(...MODES)
const values = fc.oneof(halves, exacts)
const quanta = fc
  .tuple(fc.bigInt({ min: 1n, max: 30n }), fc.constantFrom(1n, 2n, 3n, 10n, 100n))
  .map(([n, d]) => Result.getOrThrow(Exact.fraction(n, d)))

/** The slow reference: the two neighbouring multiples, their distances, and the words that define each mode. */
const reference = (value: Exact.Exact, mode: Rounding.Mode, quantum: Exact.Exact): Exact.Exact => {
  const steps = Exact.divideUnsafe(value, quantum)
  const [n, d] = [Exact.numerator(steps), Exact.denominator(steps)]
  const rest = ((n % d) + d) % d
  const lower = (n - rest) / d
  const multiple = (count: bigint): Exact.Exact => Exact.multiply(Exact.ofBigInt(count), quantum)
  if (rest === 0n) return multiple(lower)
  const upper = lower + 1n
  const [inner, outer] = n > 0n ? [lower, upper] : [upper, lower]
  const nearer = 2n * rest < d ? lower : 2n * rest > d ? upper : undefined
  const picks = {
    floor: lower,
    ceiling: upper,
    down: inner,
    up: outer,
    halfUp: nearer ?? outer,
    halfEven: nearer ?? (lower % 2n === 0n ? lower : upper),
  }
  return multiple(picks[mode])
}

const law = (name: string, ...property: Parameters<typeof fc.assert>): void => test(name, () => fc.assert(...property))

law(
  "rounding agrees with the slow reference",
  fc.property(values, modes, quanta, (value, mode, quantum) => {
    expect(Rounding.round(value, mode, quantum)).toEqual(reference(value, mode, quantum))
  }),
  { numRuns: 3000 },
)

law(
  "halves agree with the slow reference in steps of one",
  fc.property(halves, modes, (value, mode) => {
    expect(Rounding.whole(value, mode)).toEqual(reference(value, mode, Exact.one))
  }),
  { numRuns: 2000 },
)

law(
  "a rounded number is on the lattice, less than a step away, and stays when rounded again",
  fc.property(values, modes, modes, quanta, (value, mode, again, quantum) => {
    const result = Rounding.round(value, mode, quantum)
    const distance = Exact.subtract(result, value)
    expect(Rounding.isMultiple(result, quantum)).toBe(true)
    expect(Exact.compare(Exact.max(distance, Exact.negate(distance)), quantum)).toBe(-1)
    expect(Rounding.round(result, again, quantum)).toEqual(result)
  }),
)

law(
  "a number on the lattice is left by every mode, one off it is moved by every mode",
  fc.property(values, modes, quanta, (value, mode, quantum) => {
    const stays = Exact.equals(Rounding.round(value, mode, quantum), value)
    expect(stays).toBe(Rounding.isMultiple(value, quantum))
  }),
)

law(
  "rounding keeps the order",
  fc.property(values, values, modes, quanta, (a, b, mode, quantum) => {
    fc.pre(Exact.compare(a, b) <= 0)
    expect(Exact.compare(Rounding.round(a, mode, quantum), Rounding.round(b, mode, quantum))).toBeLessThanOrEqual(0)
  }),
)

law(
  "halfUp, halfEven, up and down mirror at nought; floor mirrors ceiling",
  fc.property(values, modes, quanta, (value, mode, quantum) => {
    const mirror = mode === "floor" ? "ceiling" : mode === "ceiling" ? "floor" : mode
    const mirrored = Exact.negate(Rounding.round(Exact.negate(value), mirror, quantum))
    expect(Rounding.round(value, mode, quantum)).toEqual(mirrored)
  }),
)

law(
  "fixed places read back as the rounded number, with exactly so many places",
  fc.property(values, modes, fc.integer({ min: 0, max: 6 }), (value, mode, places) => {
    const text = Rounding.fixed(value, mode, places)
    const step = Exact.divideUnsafe(Exact.one, Exact.ofBigInt(10n ** BigInt(places)))
    expect(Exact.parseUnsafe(text)).toEqual(Rounding.round(value, mode, step))
    expect(text.split(".")[1]?.length ?? 0).toBe(places)
    expect(text).not.toMatch(/^-[0.]+$/)
  }),
  { numRuns: 1000 },
)
