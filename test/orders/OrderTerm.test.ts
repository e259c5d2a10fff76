import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"
import * as OrderTerm from "../../src/orders/OrderTerm.js"

const WORDS = [
  ["deeds", OrderTerm.Deed, OrderTerm.deeds],
  ["outcomes", OrderTerm.OrderOutcome, OrderTerm.outcomes],
  ["outcomes of dispatches", OrderTerm.DispatchOutcome, OrderTerm.dispatchOutcomes],
  ["ratings", OrderTerm.Rating, OrderTerm.ratings],
] as const

describe("the words of orders", () => {
  test.each(WORDS)("%s are closed, and each has a name in both languages that no other has", (_, schema, labels) => {
    const is = Schema.is(schema as Schema.Codec<string>)
    for (const word of Object.keys(labels)) expect([word, is(word)]).toEqual([word, true])
    for (const word of ["", "toString", "__proto__", "办结"]) expect([word, is(word)]).toEqual([word, false])
    const names = Object.values<{ readonly zh: string; readonly en?: string }>(labels)
    for (const { en, zh } of names) {
      expect(zh).toMatch(/\p{Script=Han}/u)
      expect(en).toMatch(/^[a-z ,-]+$/)
    }
    expect(new Set(names.map(({ zh }) => zh)).size).toBe(names.length)
    expect(new Set(names.map(({ en }) => en)).size).toBe(names.length)
  })

  test("what tells who, where, in need of what is protected, and no text of a resident is open", () => {
    const fields = Object.entries<OrderTerm.StandardField>(OrderTerm.fields)
    const at = (sensitivity: string) =>
      fields
        .filter(([, field]) => field.sensitivity === sensitivity)
        .map(([id]) => id)
        .sort()
    expect(at("protected")).toEqual(["actedFor", "complaint", "contact", "opinion", "place", "result", "what"])
    expect(at("personal")).toEqual(["doer"])
    expect(fields.filter(([, { of, sensitivity }]) => of === "text" && sensitivity === "open")).toEqual([])
  })

  test("whether a matter is solved can be left unanswered, as a rating can", () => {
    expect(Object.keys(OrderTerm.solutions)).toEqual(["solved", "unsolved", "unanswered"])
  })
})
