import { describe, expect, test } from "vitest"
import { texts } from "../../src/interop/Sentence.js"
import { faultsPage } from "./faults.js"
import { readTree } from "./tree.js"

describe("the page of codes", () => {
  test("stands as the script writes it", () => expect(readTree().get("docs/faults.md")).toBe(faultsPage(texts)))

  test("shows every code once, with both sentences", () => {
    const page = faultsPage(texts)
    for (const [code, { zh, en }] of Object.entries(texts)) {
      expect(page.split(`| \`${code}\` |`)).toHaveLength(2)
      expect(page).toContain(zh.replaceAll("|", "\\|"))
      expect(page).toContain(en.replaceAll("|", "\\|"))
    }
  })

  test("an added code makes the committed page stale", () => {
    expect(faultsPage({ ...texts, "demo.new": { zh: "新", en: "new" } })).not.toBe(faultsPage(texts))
  })
})

describe("the sentences of a code", () => {
  test.each(Object.entries(texts))("%s names the same parameters in both languages", (_, { zh, en }) => {
    const names = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()
    expect(names(zh)).toEqual(names(en))
  })
})
