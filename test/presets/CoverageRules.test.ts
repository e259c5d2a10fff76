import { expect, test } from "vitest"
import * as CoverageRules from "../../src/presets/CoverageRules.js"

test("each kind has one class and each means one name", () => {
  const kinds = CoverageRules.classes.map(({ kind }) => kind)
  expect(new Set(kinds).size).toBe(kinds.length)
  expect(CoverageRules.means.map(({ label }) => label.zh)).toEqual(["党建指导员", "联络员", "工会", "共青团"])
})

test("the bases say in words what their denominators are, and that their beginning is not from the source", () => {
  for (const { label, note } of [CoverageRules.operating, CoverageRules.threeHaves]) {
    expect(label.zh).toMatch(/单位/)
    expect(note).toBeDefined()
  }
})
