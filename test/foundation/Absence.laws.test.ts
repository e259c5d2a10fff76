import * as Result from "effect/Result"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Absence from "../../src/foundation/Absence.js"
import * as Document from "../../src/foundation/Document.js"

const document = Document.make<Absence.Absence>({ name: "Absence", schema: () => Absence.Absence })
const kinds = Object.keys(Absence.labels)

describe("laws of absence", () => {
  test("there are four kinds, and nothing else is one: no number, no empty text, no name of the prototype", () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.constantFrom(...kinds),
          fc.constantFrom("toString", "constructor", "", 0, null, false),
          fc.anything(),
        ),
        (value) => {
          const isOne = typeof value === "string" && kinds.includes(value)
          expect(Absence.is(value)).toBe(isOne)
          expect(document.is(value)).toBe(isOne)
        },
      ),
    ))

  test("each comes back from its document and has words of its own in both languages", () => {
    for (const language of ["zh", "en"] as const) {
      const words = kinds.map((kind) => Absence.text(Result.getOrThrow(document.decode(kind)), language))
      expect(new Set(words).size).toBe(kinds.length)
    }
  })
})
