import * as fc from "fast-check"
import { expect, test } from "vitest"
import * as Exact from "../../src/foundation/Exact.js"
import * as Explanation from "../../src/rules/Explanation.js"

/** Numbers with small, decimal and awkward denominators; halves of a hundredth among them. */
const exact = fc
  .tuple(
    fc.bigInt({ min: -1_000_000n, max: 1_000_000n }),
    fc.oneof(
      fc.bigInt({ min: 1n, max: 400n }),
      fc.constantFrom(3n, 7n, 16n, 32n, 200n, 600n, 10_000n, 100_000n, 1_000_000n),
    ),
  )
  .map(([n, d]) => Exact.divideUnsafe(Exact.ofBigInt(n), Exact.ofBigInt(d)))

const shownOf = (value: Exact.Exact) => {
  const q = Exact.text(value)
  const [zh, en] = (["zh", "en"] as const).map((language) => Explanation.valueText({ is: "known", q }, language))
  return { q, zh: zh ?? "", en: en ?? "" }
}

const numberIn = (text: string): Exact.Exact => Exact.parseUnsafe(text.replace(/^(?:约|about )/, ""))

const halfHundredth = Exact.parseUnsafe("0.005")

test("the number shown differs from the exact one by at most half a hundredth", () =>
  fc.assert(
    fc.property(exact, (value) => {
      const { zh, en } = shownOf(value)
      for (const text of [zh, en]) {
        const gap = Exact.subtract(numberIn(text), value)
        expect(Exact.compare(Exact.max(gap, Exact.negate(gap)), halfHundredth)).not.toBe(1)
      }
    }),
  ))

test("a number is said to be about so much exactly when it has more than four decimal places", () =>
  fc.assert(
    fc.property(exact, (value) => {
      const { q, zh, en } = shownOf(value)
      const isShort = Exact.isWhole(Exact.multiply(value, Exact.integerUnsafe(10_000)))
      expect([zh.startsWith("约"), en.startsWith("about ")]).toEqual([!isShort, !isShort])
      if (isShort) expect([zh, en]).toEqual([q, q])
      else expect(zh).toMatch(/^约-?\d+\.\d\d$/)
    }),
  ))

test("a greater number is never shown as a lesser one where both are about so much", () =>
  fc.assert(
    fc.property(exact, exact, (a, b) => {
      const [first, second] = [shownOf(a).zh, shownOf(b).zh]
      fc.pre(first.startsWith("约") && second.startsWith("约"))
      const order = Exact.compare(numberIn(first), numberIn(second))
      expect(order === 0 || order === Exact.compare(a, b)).toBe(true)
    }),
  ))
