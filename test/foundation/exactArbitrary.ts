import * as Result from "effect/Result"
import fc from "fast-check"
import * as Exact from "../../src/foundation/Exact.js"

const EDGE = 2n ** 53n

/** Integers that crowd around nought, ±2^53 and the square root of 2^53, where the number path meets the big one. */
export const integers: fc.Arbitrary<bigint> = fc.oneof(
  fc.bigInt({ min: -20n, max: 20n }),
  fc.bigInt({ min: -4n, max: 4n }).map((near) => EDGE + near),
  fc.bigInt({ min: -4n, max: 4n }).map((near) => near - EDGE),
  fc.bigInt({ min: 94906260n, max: 94906270n }).chain((root) => fc.constantFrom(root, -root)),
  fc.bigInt({ min: -(2n ** 80n), max: 2n ** 80n }),
)

/** Denominators that make decimals that end, decimals that do not, and whole numbers. */
export const denominators: fc.Arbitrary<bigint> = fc.oneof(
  fc.constantFrom(1n, 2n, 5n, 10n, 100n, 1000n, 3n, 7n, 23n),
  fc.bigInt({ min: 1n, max: 2n ** 55n }),
)

/** A number beside the fraction, not in lowest terms, that it was made from. */
export interface Pair {
  readonly exact: Exact.Exact
  readonly n: bigint
  readonly d: bigint
}

export const pairs: fc.Arbitrary<Pair> = fc
  .tuple(integers, denominators)
  .map(([n, d]) => ({ exact: Result.getOrThrow(Exact.fraction(n, d)), n, d }))

export const exacts: fc.Arbitrary<Exact.Exact> = pairs.map(({ exact }) => exact)

/** Numbers that sit on, or a hair beside, a half of a step. */
export const halves: fc.Arbitrary<Exact.Exact> = fc
  .tuple(fc.bigInt({ min: -50n, max: 50n }), fc.constantFrom(-1n, 0n, 1n), fc.constantFrom(100n, 1000n))
  .map(([halfSteps, hair, scale]) => Result.getOrThrow(Exact.fraction(halfSteps * scale + hair, 2n * scale)))
