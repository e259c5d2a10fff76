import { describe, expect, test } from "vitest"
import * as Fault from "../../src/foundation/Fault.js"
import { texts } from "../../src/orders/OrdersTexts.js"
import { deeds } from "../../src/orders/OrderTerm.js"

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

describe("a refusal", () => {
  test("names what was done by its name and not by its id", () => {
    const own = Fault.make("serviceOrder.ownWork", { deed: "accept", dispatch: "d1" })
    expect(Fault.sentence(texts, own, "zh")).toBe("承办人不得对自己办理的派单“d1”作“验收”")
    expect(Fault.sentence(texts, own, "en")).toBe(
      'whoever did the work of the dispatch "d1" cannot do this: acceptance',
    )
  })

  test("has a name for every deed in both languages", () => {
    for (const deed of Object.keys(deeds)) {
      const early = Fault.make("serviceOrder.noResult", { deed })
      expect(Fault.sentence(texts, early, "zh")).not.toContain(`“${deed}”`)
      expect(Fault.sentence(texts, early, "zh")).toMatch(/不能“\p{Script=Han}+”$/u)
    }
  })
})
