import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as Fault from "../../src/foundation/Fault.js"
import type { Code } from "../../src/rules/Defect.js"
import * as Lint from "../../src/rules/Lint.js"
import { texts } from "../../src/rules/LintTexts.js"
import { type Example, examples } from "./lint/examples.js"

const all = Object.entries(examples) as ReadonlyArray<readonly [Code, Example]>

const found = (code: Code, { book, books, options }: Pick<Example, "book" | "books" | "options">) =>
  (books === undefined ? Lint.lint(book, options) : Lint.imports(books)).defects.filter((one) => one.code === code)

const names = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name))].sort()

describe("every code has a sentence in both languages", () => {
  test.each(Object.entries(texts))("%s", (code, { zh, en }) => {
    expect(code).toMatch(/^lint\.[a-z]\w*$/)
    expect(zh).toMatch(/\p{Script=Han}/u)
    expect(en).not.toMatch(/\p{Script=Han}/u)
    expect(names(zh)).toEqual(names(en))
    expect(`${zh}${en}`).not.toMatch(/[。.]$/)
  })
})

describe("the example of each code", () => {
  test.each(all)("%s is found once, with all that its sentence names, and shown where it can be", (code, example) => {
    const defects = found(code, example)
    expect(defects).toHaveLength(1)
    for (const defect of defects) {
      for (const language of ["zh", "en"] as const) {
        const said = Fault.sentence(texts, Fault.make(code, defect.params), language)
        expect(said).not.toMatch(/\{[a-z]+\}/)
      }
      if (defect.at.length > 0 && example.books === undefined) expect(defect.cite).toBeDefined()
      expect(defect.repair?.text.en).toBeDefined()
      if (defect.evidence.is === "witness") expect(Lint.shows(example.book, defect)).toBe(true)
    }
  })

  test.each(all)("%s is gone once it is repaired", (code, example) => {
    const [defect] = found(code, example)
    if (defect === undefined) throw new Error("nothing found")
    if (defect.repair?.patch !== undefined) {
      const book = Result.getOrThrow(Lint.repair(example.book, defect))
      expect(found(code, { ...example, book })).toEqual([])
    } else {
      const { mended, mendedBooks } = example
      expect(mended ?? mendedBooks).toBeDefined()
      expect(
        found(code, { ...example, ...(mended && { book: mended }), ...(mendedBooks && { books: mendedBooks }) }),
      ).toEqual([])
    }
  })
})
