import fc from "fast-check"
import { expect, test } from "vitest"
import * as Citation from "../../src/foundation/Citation.js"

const DIGITS = "零一二三四五六七八九"
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** The slow reference: reads a numeral back, character by character. */
const read = (numeral: string): number => {
  let [total, digit] = [0, 0]
  for (const character of numeral) {
    const place = PLACES[character]
    if (place === undefined) digit = DIGITS.indexOf(character)
    else {
      total += (digit === 0 ? 1 : digit) * place
      digit = 0
    }
  }
  return total + digit
}

test("every article number is read back from its numeral, and no two share one", () => {
  const numerals = Array.from({ length: 9999 }, (_, index) => Citation.articleText(index + 1).slice(1, -1))
  numerals.forEach((numeral, index) => {
    expect(read(numeral)).toBe(index + 1)
    expect(numeral).not.toMatch(/零零|零$|^零|^一十|零[十百千]/)
  })
  expect(new Set(numerals).size).toBe(9999)
})

test("a numeral names nought exactly where a place inside the number is empty", () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), (article) => {
      const inner = String(article).replace(/0+$/, "").includes("0")
      expect(Citation.articleText(article).includes("零")).toBe(inner)
    }),
  ))
