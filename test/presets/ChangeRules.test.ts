import { describe, expect, it } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Provision from "../../src/organisation/Provision.js"
import { rules } from "../../src/presets/ChangeRules.js"

// What the rules find is told in test/organisation/ChangeProcedure.test.ts.
describe("the rules of procedure", () => {
  it("have ids of their own and cite a text each", () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
    for (const { cite } of rules) expect(cite.standing).toBe("transcription")
  })

  it("hold from the days of their texts on", () => {
    const inForce = (on: string) => Provision.inForce(rules, CivilDate.parseUnsafe(on)).length
    expect(["2018-10-27", "2018-10-28", "2018-12-28"].map(inForce)).toEqual([0, rules.length - 1, rules.length])
  })

  it("generally give a month, which is a warning, and ask for all else", () => {
    expect(rules.filter(({ strength }) => strength === "should").map(({ id }) => id)).toEqual(["change-decision"])
  })
})
