import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Document from "../../src/foundation/Document.js"
import * as Finding from "../../src/foundation/Finding.js"
import * as Establishment from "../../src/organisation/Establishment.js"
import * as HeadCount from "../../src/organisation/HeadCount.js"
import * as OrganisationTexts from "../../src/organisation/OrganisationTexts.js"
import * as PrimaryThresholds from "../../src/presets/PrimaryThresholds.js"
import cases from "./cases/thresholds.json" with { type: "json" }

const day = CivilDate.parseUnsafe
const on = day("2024-06-30")
const { tables } = PrimaryThresholds
const head = (full: number, probationary = 0) => HeadCount.ofUnsafe({ full, probationary })

const unit = (id: string, full: number, probationary = 0, sector = "community"): Establishment.Unit => ({
  ...{ id, sector, head: head(full, probationary) },
})
const body = (id: string, kind: string, units: ReadonlyArray<string>, more: Partial<Establishment.Body> = {}) => ({
  ...{ id, kind, sector: "community", units, head: head(4) },
  ...{ holders: [{ post: "secretary", person: "m1" }] },
  ...more,
})
const state = (
  units: ReadonlyArray<Establishment.Unit>,
  bodies: ReadonlyArray<Establishment.Body>,
  approvals: ReadonlyArray<Finding.Approval> = [],
): Establishment.Establishment => ({ on, units, bodies, approvals })
const all = (input: Establishment.Establishment) => Result.getOrThrow(Establishment.findings(tables, input))
const short = (input: Establishment.Establishment) =>
  all(input).map(({ code, subject, params }) =>
    [code, subject, params.kind].filter((part) => part !== undefined).join(" "),
  )

describe("应建尽建", () => {
  test("a unit of three full members without any organisation; joint branch indicated below (cases 1, 2)", () => {
    expect(short(state([unit("u1", 3), unit("u2", 2, 4), unit("u3", 0)], []))).toEqual([
      "establishment.notBuilt u1 branch",
      "establishment.notBuilt u2 jointBranch",
    ])
  })

  test("a village below three may join another: no finding", () => {
    expect(short(state([unit("u1", 2, 0, "village")], []))).toEqual([])
  })

  test("a unit in a joint branch that has grown to three must have its own", () => {
    const joint = body("b1", "jointBranch", ["u1", "u2"])
    expect(short(state([unit("u1", 2), unit("u2", 2)], [joint]))).toEqual([])
    expect(short(state([unit("u1", 2), unit("u2", 3)], [joint]))).toEqual(["establishment.notOwn u2 branch"])
  })

  test("a Party group is no organisation of a unit", () => {
    const group = body("g1", "partyGroup", ["u1"], { head: head(3), holders: [] })
    expect(short(state([unit("u1", 3)], [group]))).toEqual(["establishment.notBuilt u1 branch"])
  })

  test.each(["leadingMembersGroup", "temporaryBranch", "mobileMemberBranch", "workingCommittee"])(
    "an organ of five full members with only a %s has no organisation of its own",
    (kind) => {
      const only = body("b1", kind, ["u1"], { sector: "organ", head: head(5) })
      const found = all(state([unit("u1", 5, 0, "organ")], [only])).filter(({ subject }) => subject === "u1")
      expect(found.map(({ code, params, cite }) => [code, params.kind, cite?.article])).toEqual([
        ["establishment.notBuilt", "branch", 7],
      ])
      const beside = body("b2", "branch", ["u1"], { sector: "organ", head: head(5) })
      const built = all(state([unit("u1", 5, 0, "organ")], [only, beside])).filter(({ subject }) => subject === "u1")
      expect(built).toEqual([])
    },
  )

  test("which kinds count is data with days: before the text nothing counts", () => {
    const none = { ...tables, own: [] }
    const input = state([unit("u1", 3)], [body("b1", "branch", ["u1"])])
    const codes = Result.getOrThrow(Establishment.findings(none, input)).map(({ code, subject }) => [code, subject])
    expect(codes).toContainEqual(["establishment.notBuilt", "u1"])
    expect(short(input)).toEqual([])
  })

  test("the finding has numbers, provision, strength, and reads in words", () => {
    const [found] = all(state([unit("u1", 3, 1)], []))
    expect(found).toMatchObject({ severity: "error", strength: "must", params: { full: 3, all: 4, kind: "branch" } })
    expect(Finding.say(OrganisationTexts.texts, found as Finding.Finding, "zh")).toBe(
      "不符合：u1：正式党员3名、党员4名，应建“branch”而未建（《中国共产党支部工作条例（试行）》（2018年）第四条）",
    )
  })
})

describe("应调整", () => {
  test("an own branch of two full members no longer qualifies", () => {
    const small = body("b1", "branch", ["u1"], { head: head(2, 5) })
    expect(short(state([unit("u1", 2, 5)], [small]))).toEqual(["establishment.notQualified b1 branch"])
  })

  test("a general branch of an organ past one hundred, or below fifty without approval", () => {
    const general = (full: number, approvals: Establishment.Body["approvals"] = []) => {
      const more = { sector: "organ", head: head(full), committee: 5, approvals }
      return short(state([unit("u1", full, 0, "organ")], [body("b1", "generalBranch", ["u1"], more)]))
    }
    const approval = { id: "a1", kind: "generalBranch", by: "superior", on }
    expect(general(101)).toEqual(["establishment.notQualified b1 generalBranch"])
    expect(general(100)).toEqual([])
    expect(general(49)).toEqual(["establishment.notApproved b1 generalBranch"])
    expect(general(49, [approval])).toEqual([])
    expect(general(49, [{ ...approval, by: "countyCommittee" }])).toEqual([
      "establishment.notApproved b1 generalBranch",
    ])
  })

  test("what a rule only permits makes no error of a body that it does not form, and the rule is cited, not branches'", () => {
    const general = { sector: "organ", head: head(101), committee: 5 }
    expect(all(state([unit("u1", 101, 0, "organ")], [body("b1", "generalBranch", ["u1"], general)]))).toMatchObject([
      {
        code: "establishment.notQualified",
        severity: "warning",
        cite: { title: "中国共产党党和国家机关基层组织工作条例", article: 6 },
      },
    ])
    const branch = body("b1", "branch", ["u1"], { head: head(2) })
    expect(all(state([unit("u1", 2)], [branch]))).toMatchObject([
      {
        code: "establishment.notQualified",
        severity: "error",
        cite: { title: "中国共产党支部工作条例（试行）", article: 4 },
      },
    ])
    const group = body("g1", "partyGroup", ["u1"], {
      head: head(2),
      holders: [{ post: "groupLeader", person: "m1", stage: "full" }],
    })
    const [found] = all(state([unit("u1", 9)], [body("b2", "branch", ["u1"]), group]))
    expect(found).toMatchObject({ subject: "g1", severity: "warning", cite: { title: "党小组设置问答" } })
  })

  test("a village committee needs one hundred members and the county's approval", () => {
    const committee = (full: number, approvals: Establishment.Body["approvals"] = []) => {
      const deputy = [{ post: "deputySecretary", person: "m2" }]
      const more = { sector: "village", head: head(full), committee: 5, holders: deputy, approvals }
      return short(state([unit("u1", full, 0, "village")], [body("b1", "primaryCommittee", ["u1"], more)]))
    }
    expect(committee(99)).toEqual(["establishment.notQualified b1 primaryCommittee"])
    expect(committee(100)).toEqual(["establishment.notApproved b1 primaryCommittee"])
    expect(committee(100, [{ id: "a1", kind: "primaryCommittee", by: "countyCommittee", on }])).toEqual([])
  })

  test("a missing approval cites the text that asks for it, not the one on adjusting branches", () => {
    const more = { sector: "village", head: head(100), committee: 5 }
    const input = state([unit("u1", 100, 0, "village")], [body("b1", "primaryCommittee", ["u1"], more)])
    const found = all(input).find(({ code }) => code === "establishment.notApproved")
    expect(found).toMatchObject({
      severity: "error",
      params: { by: "countyCommittee" },
      cite: { title: "中国共产党农村基层组织工作条例" },
    })
  })

  test("a project branch of five months, and one whose months nobody told", () => {
    const project = (months?: number) =>
      short(state([unit("u1", 3)], [body("b1", "projectBranch", ["u1"], months === undefined ? {} : { months })]))
    expect(project(5)).toEqual(["establishment.notQualified b1 projectBranch"])
    expect(project(6)).toEqual([])
    expect(project()).toEqual([])
  })

  test.each(cases.groups.map((each) => [`${each.case}: ${each.says}`, each] as const))("%s", (_, each) => {
    const group = body("g1", "partyGroup", ["u1"], {
      head: head(each.full, each.probationary),
      holders: [{ post: "groupLeader", person: "m1", stage: each.leader === "full" ? "full" : "probationary" }],
    })
    const found = all(state([unit("u1", 9)], [body("b1", "branch", ["u1"]), group]))
    expect(found.filter(({ subject }) => subject === "g1").map(({ code }) => code)).toEqual(each.found)
  })
})

test("over-size, too many units and a missing committee stand beside one another, errors first", () => {
  const units = ["u1", "u2", "u3", "u4", "u5", "u6"].map((id) => unit(id, 2, 8))
  const joint = body(
    "b1",
    "jointBranch",
    units.map(({ id }) => id),
    { head: head(12, 48), holders: [] },
  )
  expect(all(state(units, [joint])).map(({ severity, code, params }) => [severity, code, params.post ?? ""])).toEqual([
    ["error", "leadership.committeeMissing", ""],
    ["error", "leadership.tooFewHolders", "secretary"],
    ["error", "leadership.tooFewHolders", "disciplineMember"],
    ["error", "leadership.tooFewHolders", "organisationMember"],
    ["error", "leadership.tooFewHolders", "publicityMember"],
    ["warning", "threshold.all", ""],
    ["warning", "threshold.units", ""],
  ])
})

test("all that is wrong with the input is told at once, with places", () => {
  const input = state([unit("u1", 3), unit("u1", 3)], [body("b1", "branch", ["u9"]), body("b1", "branch", [])])
  const result = Establishment.findings(tables, input)
  expect(Result.isFailure(result) && result.failure.map(({ code, path }) => [code, path])).toEqual([
    ["establishment.idTwice", ["units", 1, "id"]],
    ["establishment.idTwice", ["bodies", 1, "id"]],
    ["establishment.noSuchUnit", ["bodies", 0, "units", 0]],
    ["establishment.noUnit", ["bodies", 1, "units"]],
  ])
})

test("a committee or a duration that is no count is told, and nothing throws", () => {
  const bodies = [body("b1", "projectBranch", ["u1"], { months: 5.5, committee: -1 })]
  const result = Establishment.findings(tables, state([unit("u1", 3)], bodies))
  expect(Result.isFailure(result) && result.failure.map(({ code, path }) => [code, path])).toEqual([
    ["establishment.count", ["bodies", 0, "committee"]],
    ["establishment.count", ["bodies", 0, "months"]],
  ])
})

test("a hundred thousand units are looked at in one go", () => {
  const units = Array.from({ length: 100_000 }, (_, index) => unit(`u${index}`, index % 4))
  const found = all(state(units, []))
  expect(found.length).toBe(75_000)
})

test("a branch of a new organisation of fifty-one goes against the regulations, whatever a city reports besides", () => {
  const more = { sector: "twoNew", head: head(6, 45) }
  const found = all(state([unit("u1", 6, 45, "twoNew")], [body("b1", "branch", ["u1"], more)]))
  const sizes = found.filter(({ code }) => code === "threshold.all")
  expect(sizes.map(({ cite, severity }) => [cite?.title, cite?.article, severity]).sort()).toEqual([
    ["两新组织党组织设置办法", undefined, "warning"],
    ["中国共产党支部工作条例（试行）", 4, "warning"],
  ])
})

test("a hundred thousand findings are held against a hundred thousand approvals in linear time", () => {
  const units = Array.from({ length: 100_000 }, (_, index) => unit(`u${index}`, 4))
  const bodies = units.map(({ id }, index) => body(`b${index}`, "temporaryBranch", [id]))
  const approvals = bodies
    .map(({ id }) => ({ id: `a-${id}`, code: "establishment.notApproved", subject: id }))
    .reverse()
  const found = all(state(units, bodies, approvals))
  expect(found.filter(({ subject, coveredBy }) => coveredBy === `a-${subject}`)).toHaveLength(100_000)
})

test("the tables of upkeep and of own organisations survive their schemas", () => {
  const document = Document.make({ name: "Rules", schema: () => Schema.Array(Establishment.UpkeepRule) })
  const { own, upkeep } = PrimaryThresholds
  expect(Result.getOrThrow(document.decode(JSON.parse(JSON.stringify(upkeep))))).toEqual(upkeep)
  const others = Document.make({ name: "Rules", schema: () => Schema.Array(Establishment.OwnRule) })
  expect(Result.getOrThrow(others.decode(JSON.parse(JSON.stringify(own))))).toEqual(own)
})
