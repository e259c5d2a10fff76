import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import type * as Finding from "../../src/foundation/Finding.js"
import * as Provision from "../../src/organisation/Provision.js"
import * as GridRules from "../../src/presets/GridRules.js"
import * as MemberRules from "../../src/presets/MemberRules.js"
import * as PostRules from "../../src/presets/PostRules.js"
import * as PrimaryKinds from "../../src/presets/PrimaryKinds.js"
import * as PrimaryTerms from "../../src/presets/PrimaryTerms.js"
import * as PrimaryThresholds from "../../src/presets/PrimaryThresholds.js"
import * as PrimaryVotes from "../../src/presets/PrimaryVotes.js"

// Made-up rules throughout.

const day = CivilDate.parseUnsafe
const cite = { title: "示例条例", article: 4, standing: "transcription" } as const
const rule = (id: string, over: Partial<Provision.Provision> = {}): Provision.Provision => ({
  ...{ id, strength: "should", from: day("2018-10-28"), cite },
  ...over,
})

describe("which rules are in force", () => {
  const old = rule("size-1", { to: day("2024-01-01") })
  const next = rule("size-2", { from: day("2024-01-01") })
  const ids = (on: string) => Provision.inForce([next, old], day(on)).map(({ id }) => id)

  test("from the first day on, up to but without the last, so that one text follows another without a gap", () => {
    expect(ids("2018-10-27")).toEqual([])
    expect(ids("2018-10-28")).toEqual(["size-1"])
    expect(ids("2023-12-31")).toEqual(["size-1"])
    expect(ids("2024-01-01")).toEqual(["size-2"])
  })

  test("the table itself is left as it is", () => {
    const table = [next, old]
    Provision.inForce(table, day("2023-01-01"))
    expect(table).toEqual([next, old])
  })
})

describe("what a deviation comes to", () => {
  const found = { code: "demo.size", subject: "b1", params: { members: 51 } } as const
  const approval: Finding.Approval = { id: "approval-7", code: "demo.size", subject: "b1" }
  const severity = (strength: Provision.Provision["strength"]) =>
    Provision.deviation(rule("r", { strength }), found)?.severity

  test("应当 makes an error, 一般 a warning, 可以 nothing", () => {
    expect(["must", "should", "may"].map((each) => severity(each as Provision.Provision["strength"]))).toEqual([
      "error",
      "warning",
      undefined,
    ])
  })

  test("it cites where the rule is written", () => {
    expect(Provision.deviation(rule("r"), found)).toEqual({ ...found, severity: "warning", strength: "should", cite })
  })

  test("an approval covers it only where the text provides for approval, and only this code and subject", () => {
    const covered = (over: Partial<Provision.Provision>, given: ReadonlyArray<Finding.Approval>) =>
      Provision.deviation(rule("r", over), found, given)?.coveredBy
    const approvedBy = "townshipCommittee"
    expect(covered({ approvedBy }, [approval])).toBe("approval-7")
    expect(covered({}, [approval])).toBeUndefined()
    expect(covered({ approvedBy }, [{ ...approval, subject: "b2" }])).toBeUndefined()
    expect(covered({ approvedBy }, [{ ...approval, code: "demo.other" }])).toBeUndefined()
  })
})

test("a rule can be stored and read back, and what is no rule is refused", () => {
  const read = Schema.decodeUnknownResult(Provision.Provision)
  const full = rule("r", { to: day("2030-01-01"), approvedBy: "countyCommittee", note: "示例" })
  expect(Result.getOrThrow(read(full))).toEqual(full)
  for (const wrong of [
    { ...full, id: "" },
    { ...full, from: "2024-02-30" },
    { ...full, strength: "perhaps" },
    { ...full, cite: { title: "示例条例" } },
  ]) {
    expect(Result.isFailure(read(wrong))).toBe(true)
  }
})

test("whoever approves by the rules of the presets is a kind of organisation, has a name, or is told in words", () => {
  const tables: ReadonlyArray<ReadonlyArray<Provision.Provision>> = [
    ...[PrimaryKinds.edges, PrimaryKinds.capabilities, PrimaryTerms.rules, PostRules.rules],
    ...[PrimaryThresholds.rules, PrimaryThresholds.leadership, PrimaryThresholds.upkeep, PrimaryThresholds.meetings],
    ...[MemberRules.rules, MemberRules.transfers, GridRules.ninghai, GridRules.setting],
    ...[PrimaryVotes.votes, PrimaryVotes.elections],
  ]
  const all = tables.flat().flatMap(({ approvedBy }) => approvedBy ?? [])
  const approvers = new Set(all.filter((by) => !/\p{Script=Han}/u.test(by)))
  const kinds = PrimaryKinds.kinds.map(({ id }) => id)
  expect([...approvers]).toContain("superior")
  expect([...approvers].filter((id) => !kinds.includes(id)).sort()).toEqual(Object.keys(Provision.approvers).sort())
})
