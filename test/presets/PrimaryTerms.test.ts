/** The national rules of terms as data. */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { expect, test } from "vitest"
import * as Tenure from "../../src/organisation/Tenure.js"
import { rules } from "../../src/presets/PrimaryTerms.js"

test("each row can be stored and read back, under an id of its own", () => {
  for (const row of rules) expect(Result.getOrThrow(Schema.decodeUnknownResult(Tenure.TenureRule)(row))).toEqual(row)
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
})

test("an early or late election has the approval of the superior to stand on", () => {
  const shifts = rules.filter(({ says }) => says.is === "shift")
  expect(shifts).toHaveLength(2)
  for (const { approvedBy, strength } of shifts) expect([approvedBy, strength]).toEqual(["superior", "should"])
})
