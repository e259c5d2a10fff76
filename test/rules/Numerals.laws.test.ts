/**
 * Laws of reading numbers back. All books, subjects and facts are made up.
 *
 * Of 140 texts in which a number was put in the place of another, all were found out; of 1,116 scores in whose place another
 * number of the book was put, all.
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
            if (state === "known" && number?.q !== undefined) expect(says(sentences[index] ?? "", number.q)).toBe(true)
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

test("any other number of the book in the place of the score is found out", () => {
  let tried = 0
  const numbers = (part: unknown): ReadonlyArray<string> =>
    typeof part === "string"
      ? /^-?\d+(?:\.\d+)?$/.test(part)
        ? [part]
        : []
      : typeof part === "object" && part !== null
        ? Object.values(part).flatMap(numbers)
        : []
  fc.assert(
    fc.property(inputs({ settled: true }), ({ book, ...input }) => {
      for (const outcome of Interpreter.evaluate({ book, ...input }).outcomes) {
        const score = outcome.scores?.rounded
        if (score?.is !== "known") continue
        for (const language of ["zh", "en"] as const) {
          const lead = language === "zh" ? "得分" : "Score "
          const last = Explanation.sentences(book, outcome, language).at(-1) ?? ""
          const said = Explanation.valueText(score, language)
          expect(last.startsWith(lead + said)).toBe(true)
          for (const other of new Set(numbers(book))) {
            if (other === score.q) continue
            const edited = lead + other + last.slice((lead + said).length)
            expect([edited, Numerals.unsupported(book, outcome, edited).map(({ text }) => text)]).toEqual([
              edited,
              [other],
            ])
            tried++
          }
        }
      }
    }),
    { numRuns: 40, seed: 20231231 },
  )
  expect(tried).toBeGreaterThan(500)
})

test("nothing is thrown on any text, and every numeral stands where it says", () => {
  const piece = fc.oneof(
    fc.string({ unit: "binary", maxLength: 6 }),
    fc.constantFrom(
      "得分",
      "Score ",
      "第",
      "名",
      "place ",
      " of ",
      "共",
      "约",
      "about ",
      "分之",
      "至",
      "分",
      "点",
      "负",
      "-",
    ),
    fc.stringMatching(/^[\d.,/]{1,30}$/),
    fc.stringMatching(/^[零一二九十百千万亿点]{1,12}$/),
    fc.constantFrom("１０６０", "①", "٣", "P-058", "7f3a", "0".repeat(500), "1/0", "0.".padEnd(420, "3")),
  )
  const texts = fc.array(piece, { maxLength: 14 }).map((parts) => parts.join(""))
  const [input] = fc.sample(inputs({ settled: true }), { numRuns: 1, seed: 20231231 })
  if (input === undefined) throw new Error("no input")
  const [outcome] = Interpreter.evaluate(input).outcomes
  if (outcome === undefined) throw new Error("no outcome")
  let [numbers, unread] = [0, 0]
  fc.assert(
    fc.property(texts, (text) => {
      for (const { text: shown, at, q } of [
        ...Numerals.read(text),
        ...Numerals.unsupported(input.book, outcome, text),
      ]) {
        expect(text.slice(at, at + shown.length)).toBe(shown)
        if (q === undefined) unread++
        else expect(Exact.text(Exact.parseUnsafe(q))).toBe(q)
        numbers++
      }
    }),
    { numRuns: 1500 },
  )
  expect([numbers > 3000, unread > 300]).toEqual([true, true])
})

// in time that grows with its square, a text of this length would run into the limit of the test
test("a long text is read in time that grows with it, whatever it is made of", () => {
  for (const unit of [
    "一",
    "1",
    "1.",
    "1,",
    "a",
    "a1",
    "1a",
    "得分为",
    "第",
    "一点",
    "place 1 (",
    "约",
    "九百",
    "1-",
    "一分之",
    " ",
  ]) {
    const text = unit.repeat(100_000)
    expect(Numerals.read(text).length).toBeLessThanOrEqual(text.length)
  }
})
