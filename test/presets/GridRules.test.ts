import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { expect, test } from "vitest"
import * as GridRule from "../../src/organisation/GridRule.js"
import * as GridRules from "../../src/presets/GridRules.js"

test.each(Object.entries(GridRules))(
  "%s: every rule is of the schema and says where it is from and what is weak",
  (_, rules) => {
    for (const rule of rules) {
      const decoded = Schema.decodeUnknownResult(GridRule.GridRule, { onExcessProperty: "error" })(rule)
      expect(Result.isSuccess(decoded)).toBe(true)
      expect(rule.note).toBeDefined()
      expect(rule.cite.standing).not.toBe("official")
    }
  },
)

test("no id stands twice in all tables together", () => {
  const ids = Object.values(GridRules).flatMap((rules) => rules.map(({ id }) => id))
  expect(new Set(ids).size).toBe(ids.length)
})
