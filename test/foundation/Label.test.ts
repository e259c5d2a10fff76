import { describe, expect, test } from "vitest"
import * as Document from "../../src/foundation/Document.js"
import * as Label from "../../src/foundation/Label.js"

// Told cases; the names are terms of the field.

describe("text", () => {
  test("gives the language asked for", () => {
    const branch = { zh: "党支部", en: "Party branch" }
    expect(Label.text(branch, "zh")).toBe("党支部")
    expect(Label.text(branch, "en")).toBe("Party branch")
  })

  test("lets the Chinese stand in where there is no English", () =>
    expect(Label.text({ zh: "联四邻" }, "en")).toBe("联四邻"))
})

describe("the schema", () => {
  const document = Document.make<Label.Label>({ name: "Label", schema: () => Label.Label })

  test("takes a label with and without English", () => {
    expect(document.is({ zh: "党支部", en: "Party branch" })).toBe(true)
    expect(document.is({ zh: "党支部" })).toBe(true)
  })

  test.each([
    ["no Chinese", { en: "Party branch" }],
    ["empty Chinese", { zh: "" }],
    ["empty English", { zh: "党支部", en: "" }],
    ["another language", { zh: "党支部", fr: "cellule" }],
    ["a plain text", "党支部"],
  ])("refuses %s", (_, input) => expect(document.is(input)).toBe(false))
})
