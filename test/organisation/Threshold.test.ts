import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Document from "../../src/foundation/Document.js"
import * as HeadCount from "../../src/organisation/HeadCount.js"
import * as Threshold from "../../src/organisation/Threshold.js"
import * as PrimaryThresholds from "../../src/presets/PrimaryThresholds.js"
import cases from "./cases/thresholds.json" with { type: "json" }

const day = CivilDate.parseUnsafe
const on = day("2024-06-30")
const { rules } = PrimaryThresholds
const head = (full: number, probationary = 0) => HeadCount.ofUnsafe({ full, probationary })

interface Told {
  readonly case: number
  readonly says: string
  readonly sector: string
  readonly setting?: string
  readonly months?: number
  readonly full: number
  readonly probationary: number
  readonly settled: ReadonlyArray<ReadonlyArray<string>>
  readonly open: ReadonlyArray<ReadonlyArray<string | null>>
  readonly warnings: ReadonlyArray<ReadonlyArray<string>>
}

describe("told cases", () => {
  const told: ReadonlyArray<Told> = cases.kinds
  test.each(told.map((each) => [`${each.case}: ${each.says}`, each] as const))("%s", (_, each) => {
    const { sector, setting, months, full, probationary } = each
    const kinds = Threshold.permittedKinds(rules, {
      ...{ sector, on, head: head(full, probationary) },
      ...(setting === undefined ? {} : { setting }),
      ...(months === undefined ? {} : { months }),
    })
    const settled = kinds.filter(Threshold.isSettled)
    // That an organ may set up a general branch with fewer members is open beside what the case names.
    const open = kinds.filter((kind) => !Threshold.isSettled(kind))
    expect(settled.map(({ kind, duty }) => [kind, duty])).toEqual(each.settled)
    expect(open.map(({ kind, ground, needsApproval }) => [kind, ground ?? null, needsApproval ?? null])).toEqual(
      each.open,
    )
    expect(kinds.flatMap(({ kind, warnings }) => warnings.map(({ code, severity }) => [kind, code, severity]))).toEqual(
      each.warnings,
    )
  })

  test.each(cases.joint.map((each) => [`${each.case}: ${each.says}`, each] as const))(
    "%s",
    (_, { units, warnings }) => {
      const question = { sector: "community", on, head: head(9), units }
      const found = Threshold.exceeded(rules, "jointBranch", question)
      expect(found.map(({ severity }) => severity)).toEqual(warnings)
    },
  )
})

test("an approval opens what it names, given by whom the text names and in time", () => {
  const ask = (approval: Partial<Threshold.SetUpApproval>) =>
    Threshold.permittedKinds(rules, {
      ...{ sector: "village", on, head: head(120) },
      approvals: [{ id: "a1", kind: "primaryCommittee", by: "countyCommittee", on, ...approval }],
    }).find(({ kind }) => kind === "primaryCommittee")
  expect(ask({})).toMatchObject({ approved: "a1" })
  expect(Threshold.isSettled(ask({}) as Threshold.Permitted)).toBe(true)
  expect(ask({ by: "townshipCommittee" })).toMatchObject({ needsApproval: "countyCommittee", ground: "workNeeds" })
  expect(ask({ kind: "generalBranch" })).toMatchObject({ needsApproval: "countyCommittee" })
  expect(ask({ on: day("2024-07-01") })).toMatchObject({ needsApproval: "countyCommittee" })
})

test("a stated ground settles what needs nothing else", () => {
  const kinds = Threshold.permittedKinds(rules, { sector: "village", on, head: head(30), grounds: ["workNeeds"] })
  expect(kinds.filter(Threshold.isSettled).map(({ kind }) => kind)).toEqual(["branch", "generalBranch"])
})

test("temporary and mobile-member branches are asked for by their own setting", () => {
  const ask = (setting: string, grounds: ReadonlyArray<string>) =>
    Threshold.permittedKinds(rules, { sector: "twoNew", on, head: head(2), setting, grounds })
  expect(ask("task", ["affiliationStays"])).toMatchObject([{ kind: "temporaryBranch", needsApproval: "superior" }])
  expect(ask("mobile", [])).toMatchObject([{ kind: "mobileMemberBranch", ground: "mobileMembersGathered" }])
  expect(ask("mobile", ["mobileMembersGathered"]).every(Threshold.isSettled)).toBe(true)
  expect(ask("unit", ["mobileMembersGathered"]).map(({ kind }) => kind)).not.toContain("mobileMemberBranch")
})

test("a branch of twenty is generally divided into groups, one of nineteen may be", () => {
  const duty = (full: number) =>
    Threshold.permittedKinds(rules, { sector: "organ", on, head: head(full), setting: "branch" }).map(
      (each) => each.duty,
    )
  expect([2, 3, 19, 20].map(duty)).toEqual([[], ["may"], ["may"], ["should"]])
})

test("what nobody told lacks too, without a number", () => {
  const question = { sector: "community", on, head: head(3), setting: "project" }
  expect(Threshold.lacking(rules, question)).toEqual([
    { of: "months", on: { ge: "6" }, kind: "projectBranch", rule: "project-forms" },
  ])
  expect(Threshold.lacking(rules, { ...question, months: 5 })).toMatchObject([{ of: "months", value: 5 }])
  expect(Threshold.lacking(rules, { ...question, months: 6 })).toEqual([])
})

test("a duration that is no whole number of months holds nothing, and nothing throws", () => {
  const question = { sector: "community", on, head: head(3), setting: "project", months: 6.5 }
  expect(Threshold.permittedKinds(rules, question)).toEqual([])
  expect(Threshold.lacking(rules, question)).toMatchObject([{ of: "months", value: 6.5 }])
})

test("before the rules are in force nothing is permitted, and nothing lacks", () => {
  const early = { sector: "village", on: day("2018-10-27"), head: head(51) }
  expect(Threshold.permittedKinds(rules, early)).toEqual([])
  expect(Threshold.lacking(rules, early)).toEqual([])
  const between = Threshold.permittedKinds(rules, { ...early, on: day("2018-12-01") })
  expect(between.map(({ kind }) => kind)).toEqual(["branch"])
})

test("an approval covers a size where the rule provides for one", () => {
  const [size] = rules.filter(({ id }) => id === "branch-size")
  const question = { sector: "community", on, head: head(60), subject: "b1" }
  const approval = { id: "a1", code: "threshold.all", subject: "b1" }
  const found = (approvedBy?: string) =>
    Threshold.exceeded(
      [{ ...(size as Threshold.ThresholdRule), ...(approvedBy === undefined ? {} : { approvedBy }) }],
      "branch",
      question,
      [approval],
    )
  expect(found()[0]?.coveredBy).toBeUndefined()
  expect(found("superior")[0]?.coveredBy).toBe("a1")
})

test("the table is data: it survives its schema, and ids stand once", () => {
  const document = Document.make({ name: "Rules", schema: () => Schema.Array(Threshold.ThresholdRule) })
  expect(Result.getOrThrow(document.decode(JSON.parse(JSON.stringify(rules))))).toEqual(rules)
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
  const wrong = document.decode([{ ...rules[0], needs: [{ of: "staff", on: {} }] }])
  expect(Result.isFailure(wrong)).toBe(true)
})

test("rules that rest on weak sources say so", () => {
  for (const { id, cite, note } of rules) {
    if (cite.standing === "report") expect(note, id).toBeDefined()
  }
})
