import * as Result from "effect/Result"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Document from "../../src/foundation/Document.js"
import * as Unit from "../../src/foundation/Unit.js"

const document = Document.make<Unit.Unit>({ name: "Unit", schema: () => Unit.Unit })

/** Ids as they come and as they should be: words, near misses with a sign at an end, anything at all. */
const ids = fc.oneof(
  fc.stringMatching(/^[a-z][A-Za-z0-9]{0,12}$/),
  fc.stringMatching(/^[A-Za-z0-9 _-]{0,6}$/),
  fc.constantFrom(...Object.values(Unit.known).map(({ id }) => id)),
  fc.string(),
)
const labels = fc.record({ zh: fc.stringMatching(/^[\u4e00-\u9fff]{1,4}$/) }, { requiredKeys: ["zh"] })

describe("laws of units", () => {
  test("a unit can be made of an id exactly where the id is one", () =>
    fc.assert(
      fc.property(ids, labels, (id, label) => {
        expect(Result.isSuccess(Unit.make(id, label))).toBe(Unit.isId(id))
      }),
    ))

  test("every unit that can be made comes back from its document, and its own label goes before the table", () =>
    fc.assert(
      fc.property(ids, labels, (id, label) => {
        const made = Unit.make(id, label)
        if (Result.isFailure(made)) return
        const back = Result.getOrThrow(document.decode(JSON.parse(JSON.stringify(made.success))))
        expect(back).toEqual(made.success)
        expect(Unit.text(id, "zh", [made.success])).toBe(label.zh)
      }),
    ))

  test("the well-known units have ids of their own, and every one is known by it", () => {
    const all = Object.values(Unit.known)
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    for (const { id, label } of all) expect([Unit.isKnown(id), Unit.text(id, "zh")]).toEqual([true, label.zh])
  })
})
