import { describe, expect, test } from "vitest"
import * as Document from "../../src/foundation/Document.js"
import * as Unit from "../../src/foundation/Unit.js"
import * as OrderKind from "../../src/orders/OrderKind.js"
import { schemes } from "./orderArbitrary.js"

const Kinds = Document.make({ name: "OrderKind", schema: () => OrderKind.OrderKind })
const plain = { id: "errand", label: { zh: "代办" }, unit: "case" }

describe("a kind of orders", () => {
  test.each([
    ["plain", plain],
    [
      "served at a level, with its source and a note",
      { ...plain, level: "town", cite: { title: "示例办法", standing: "transcription" }, note: "示例" },
    ],
  ])("can be %s", (_, kind) => expect(Kinds.decode(kind)).toMatchObject({ success: kind }))

  test.each([
    ["without a unit", { id: "errand", label: { zh: "代办" } }, ["document.missing", "unit"]],
    ["with a blank id", { ...plain, id: "" }, ["document.value", "id"]],
    ["with a control character in its level", { ...plain, level: "a\u0000" }, ["guard.badId", "level"]],
    ["with something else", { ...plain, colour: "red" }, ["document.unexpected", "colour"]],
  ])("%s is refused", (_, kind, [code, key]) => {
    expect(Kinds.decode(kind)).toMatchObject({ failure: [{ code, path: [key] }] })
  })

  test("that is shipped is counted in a unit that is known", () => {
    const units = schemes.flatMap(({ kinds }) => kinds.map(({ unit }) => unit))
    expect([...new Set(units)].sort()).toEqual(["case", "entry", "incident"])
    expect(units.filter((unit) => !Unit.isKnown(unit))).toEqual([])
  })
})
