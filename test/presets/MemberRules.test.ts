import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as DevelopmentFile from "../../src/organisation/DevelopmentFile.js"
import * as MemberRule from "../../src/organisation/MemberRule.js"
import * as Transfer from "../../src/organisation/Transfer.js"
import { proofs, rules, steps, transfers } from "../../src/presets/MemberRules.js"

describe("the national rules of membership", () => {
  test("are rows of their types, each id once and one matter once", () => {
    expect(rules.filter((rule) => !Schema.is(MemberRule.MemberRule)(rule))).toEqual([])
    expect(steps.filter((rule) => !Schema.is(DevelopmentFile.StepRule)(rule))).toEqual([])
    expect(transfers.filter((rule) => !Schema.is(Transfer.TransferRule)(rule))).toEqual([])
    expect(MemberRule.check(rules)).toEqual([])
    const ids = [...rules, ...steps, ...transfers].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test("every penalty has its row, and every step of a file is known to those after it", () => {
    const on = CivilDate.parseUnsafe("2024-06-30")
    expect(new Set(MemberRule.saying(rules, "penalty", on).map(({ says }) => says.penalty))).toEqual(
      new Set(Object.keys(MemberRule.penalties)),
    )
    const names = steps.map(({ step }) => step)
    for (const { after, each } of steps) {
      expect(names).toEqual(expect.arrayContaining([...after, ...(each === undefined ? [] : [each.until])]))
    }
    expect(names).toEqual(expect.arrayContaining(Object.values(proofs)))
  })

  test("weak rows say so", () => {
    for (const id of ["abroad"]) expect(rules.find((rule) => rule.id === id)?.strength).toBe("should")
    for (const id of ["correction", "readmission", "standing", "cultivation", "penalty-full"]) {
      expect(rules.find((rule) => rule.id === id)?.note).toBeTruthy()
    }
    const letter = transfers.find(({ id }) => id === "letter")
    expect([letter?.cite.standing, letter?.cite.note, letter?.note].map(Boolean)).toEqual([true, true, true])
    expect(letter?.cite.standing).toBe("report")
    expect(transfers.some(({ says }) => says.is === "reminder")).toBe(false)
  })
})
