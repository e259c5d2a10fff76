import { describe, expect, test } from "vitest"
import { texts } from "../../src/organisation/OrganisationTexts.js"

const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()

describe("every code has a sentence in both languages", () => {
  test.each(Object.entries(texts))("%s", (code, { zh, en }) => {
    expect(code).toMatch(/^[a-z]\w*\.[a-z]\w*$/)
    expect(zh).toMatch(/\p{Script=Han}/u)
    expect(en).not.toMatch(/\p{Script=Han}/u)
    expect(placeholders(zh)).toEqual(placeholders(en))
    expect(`${zh}${en}`).not.toMatch(/[。.]$/)
  })
})
