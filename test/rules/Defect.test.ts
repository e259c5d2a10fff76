/** What a linter says is plain data: findings with a place, evidence and a repair, of codes that all have a sentence. */
import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"
import { Finding } from "../../src/foundation/Finding.js"
import type { Code, Defect } from "../../src/rules/Defect.js"
import * as Lint from "../../src/rules/Lint.js"
import { texts } from "../../src/rules/LintTexts.js"
import { type Example, examples } from "./lint/examples.js"

const all = (Object.entries(examples) as ReadonlyArray<readonly [Code, Example]>).flatMap(
  ([code, { book, books, options }]): ReadonlyArray<readonly [Code, Defect]> =>
    (books === undefined ? Lint.lint(book, options) : Lint.imports(books)).defects
      .filter((defect) => defect.code === code)
      .map((defect) => [code, defect]),
)

describe.each(all)("%s", (_, defect) => {
  const { at, evidence, repair, ...finding } = defect
  test("is a finding", () => expect(Schema.is(Finding)(finding)).toBe(true))
  test("is plain data, evidence and repair included", () => {
    expect(JSON.parse(JSON.stringify(defect))).toEqual(
      JSON.parse(JSON.stringify({ ...finding, at, evidence, ...(repair === undefined ? {} : { repair }) })),
    )
    expect(structuredClone(defect)).toEqual(defect)
  })
  test("names the places of its evidence as pointers", () => {
    if (evidence.is === "place")
      for (const place of evidence.at) expect(place).toMatch(/^(\.|[a-z]\w*(\.\w+|\[\d+\])*)$/i)
  })
})

test("every code has its sentence, and there is no other", () => {
  expect([...new Set(all.map(([code]) => code)), "lint.noPatch"].sort()).toEqual(Object.keys(texts).sort())
})
