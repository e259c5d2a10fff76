import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import type { Code } from "../../src/rules/Defect.js"
import { texts } from "../../src/rules/LintTexts.js"
import { examples } from "../rules/lint/examples.js"
import { FOLDER, lintPages, page } from "./lint.js"
import { ROOT } from "./tree.js"

describe("the pages of the linter", () => {
  test("stand as the script writes them, and no others do", () => {
    const pages = lintPages()
    expect(readdirSync(join(ROOT, FOLDER)).sort()).toEqual([...pages.keys()].sort())
    for (const [name, text] of pages)
      expect([name, readFileSync(join(ROOT, FOLDER, name), "utf8")]).toEqual([name, text])
  })
  test("there is one for each code that has a sentence and is found in a text", () => {
    const codes = Object.keys(texts).filter((code) => code !== "lint.noPatch")
    expect(Object.keys(examples).sort()).toEqual(codes.sort())
    expect(
      lintPages()
        .get("README.md")
        ?.match(/^\| \[`lint\./gm),
    ).toHaveLength(codes.length)
  })
  test("each shows its printed text, the finding in both languages, the evidence and the clause after the repair", () => {
    for (const [code, example] of Object.entries(examples)) {
      const text = page(code as Code)
      for (const part of [code, example.printed, example.after, example.means, example.matters])
        expect(text).toContain(part)
      expect(text).toMatch(/^- (不符合|提醒)：.*\n- (error|warning): /m)
      expect(text).not.toMatch(/undefined|\[object/)
    }
  })
})
