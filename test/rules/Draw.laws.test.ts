/**
 * Laws of the draw. Seeds and participants are made up.
 *
 * Uniformity is shown on 4,800 fixed seeds and four participants: each of the 24 orders is due 200 times and comes 168
 * to 220 times. The squared deviations over 200 (χ², 23 degrees of freedom, mean 23) come to 21.97; the bound is 60.
 */
import fc from "fast-check"
import { expect, test } from "vitest"
import * as Draw from "../../src/rules/Draw.js"

const texts = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 8 })
  .filter((text) => !/[\ud800-\udfff]/u.test(text))
const subjects = fc.uniqueArray(texts, { minLength: 1, maxLength: 12 })
const seeds = texts.map((text) => `公开种子第十二期之${text}，共十六字以上`)

test("the order of the participants changes nothing, and nobody is lost", () => {
  fc.assert(
    fc.property(
      seeds,
      subjects.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      (seed, [all, shuffled]) => {
        const drawn = Draw.orderUnsafe(seed, all)
        expect(Draw.orderUnsafe(seed, shuffled)).toEqual(drawn)
        expect([...drawn].sort()).toEqual([...all].sort())
      },
    ),
    { numRuns: 300 },
  )
})

test("one participant more, or one less, does not reorder the others", () => {
  fc.assert(
    fc.property(seeds, subjects, fc.nat(), (seed, all, nth) => {
      const gone = all[nth % all.length] ?? ""
      const rest = all.filter((id) => id !== gone)
      expect(Draw.orderUnsafe(seed, all).filter((id) => id !== gone)).toEqual(Draw.orderUnsafe(seed, rest))
    }),
    { numRuns: 300 },
  )
})

test("a draw verifies exactly as it was drawn: of any other order the first place that differs is named", () => {
  fc.assert(
    fc.property(
      seeds,
      subjects.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      (seed, [all, order]) => {
        const drawn = Draw.orderUnsafe(seed, all)
        const published = { commitment: Draw.commitUnsafe(seed), seed, subjects: all }
        expect(Draw.verify({ ...published, order: drawn })).toEqual([])
        const first = order.findIndex((id, index) => drawn[index] !== id)
        expect(Draw.verify({ ...published, order }).map(({ code, path }) => [code, path])).toEqual(
          first < 0 ? [] : [["draw.misplaced", ["order", first]]],
        )
      },
    ),
    { numRuns: 300 },
  )
})

test("another seed than the one committed to is always refused", () => {
  fc.assert(
    fc.property(seeds, seeds, subjects, (seed, other, all) => {
      fc.pre(seed !== other)
      const published = { commitment: Draw.commitUnsafe(seed), seed: other, subjects: all }
      const codes = Draw.verify({ ...published, order: Draw.orderUnsafe(other, all) }).map(({ code }) => code)
      expect(codes).toEqual(["draw.seedMismatch"])
    }),
    { numRuns: 200 },
  )
})

test("over many seeds each order of four comes as often as the others", () => {
  const due = 200
  const counts = new Map<string, number>()
  for (let index = 0; index < 24 * due; index++) {
    const order = Draw.orderUnsafe(`第${index}期`, ["甲", "乙", "丙", "丁"]).join("")
    counts.set(order, (counts.get(order) ?? 0) + 1)
  }
  expect(counts.size).toBe(24)
  const squares = [...counts.values()].reduce((sum, count) => sum + (count - due) ** 2, 0)
  expect(squares).toBeLessThan(60 * due)
  for (const count of counts.values()) expect(Math.abs(count - due)).toBeLessThan(80)
})
