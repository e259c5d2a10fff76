import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import fc from "fast-check"
import { expect, test } from "vitest"
import * as Exact from "../../src/foundation/Exact.js"
import * as Score from "../../src/foundation/Score.js"
import { exacts } from "./exactArbitrary.js"

const quanta = fc.constantFrom("1", "0.5", "0.1", "0.01", "1/3", "20")
const counts = fc.oneof(
  fc.integer({ min: -2000, max: 2000 }),
  fc.integer({ min: 0, max: 5 }).map((near) => Number.MAX_SAFE_INTEGER - near),
  fc.integer({ min: 0, max: 5 }).map((near) => near - Number.MAX_SAFE_INTEGER),
)
const scores = fc.record({ quantum: quanta, count: counts })

test("a score is read from its own value and quantum, and its schema takes it", () =>
  fc.assert(
    fc.property(scores, (score) => {
      expect(Score.ofUnsafe(Score.value(score), Exact.parseUnsafe(score.quantum))).toEqual(score)
      expect(Schema.is(Score.Score)(score)).toBe(true)
      expect(Score.text(score)).toBe(Exact.text(Score.value(score)))
    }),
  ))

test("a value becomes a score exactly when some safe count of steps is that value", () =>
  fc.assert(
    fc.property(exacts, quanta, (value, quantum) => {
      const steps = Exact.divideUnsafe(value, Exact.parseUnsafe(quantum))
      const [n, d] = [Exact.numerator(steps), Exact.denominator(steps)]
      const reachable = d === 1n && n < 2n ** 53n && n > -(2n ** 53n)
      expect(Result.isSuccess(Score.of(value, Exact.parseUnsafe(quantum)))).toBe(reachable)
    }),
  ))

test("a sum of scores is the score of the sum, or refused for its quantum or size", () =>
  fc.assert(
    fc.property(scores, scores, (a, b) => {
      const sum = Score.add(a, b)
      const fits = Math.abs(a.count + b.count) <= Number.MAX_SAFE_INTEGER
      expect(Result.isSuccess(sum)).toBe(a.quantum === b.quantum && fits)
      expect(sum).toEqual(a.quantum === b.quantum ? Score.add(b, a) : sum)
      if (Result.isSuccess(sum)) {
        expect(Score.value(sum.success)).toEqual(Exact.add(Score.value(a), Score.value(b)))
      } else {
        expect(sum.failure.code).toBe(a.quantum === b.quantum ? "score.count" : "score.quantumMismatch")
      }
    }),
  ))

test("scores compare as their values do", () =>
  fc.assert(
    fc.property(scores, scores, (a, b) => {
      expect(Score.compare(a, b)).toBe(Exact.compare(Score.value(a), Score.value(b)))
      expect(Score.compare(a, b) + Score.compare(b, a)).toBe(0)
    }),
  ))
