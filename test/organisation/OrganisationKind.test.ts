import { describe, expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as PartialDate from "../../src/foundation/PartialDate.js"
import type { Organisation } from "../../src/organisation/Organisation.js"
import * as OrganisationKind from "../../src/organisation/OrganisationKind.js"
import * as PartyTree from "../../src/organisation/PartyTree.js"
import * as PrimaryKinds from "../../src/presets/PrimaryKinds.js"
import cases from "./cases/kinds.json" with { type: "json" }

const day = CivilDate.parseUnsafe
const on = day("2024-06-30")

interface Told {
  readonly case: number
  readonly says: string
  readonly kind: string
  readonly sector?: string
  readonly does: string
  readonly expected: string
}

describe("told cases: what bodies of a kind may do", () => {
  const told: ReadonlyArray<Told> = cases.capabilities
  test.each(told.map((each) => [`${each.case}: ${each.says}`, each] as const))("%s", (_, each) => {
    const does = each.does as OrganisationKind.Capability
    const body: OrganisationKind.Bearer = {
      ...{ id: "o1", kind: each.kind, capabilities: [does] },
      ...(each.sector === undefined ? {} : { sector: each.sector }),
    }
    const severities = OrganisationKind.exercise(PrimaryKinds.capabilities, body, does, on).map((one) => one.severity)
    expect(severities).toEqual({ rejected: ["error"], warning: ["warning"], allowed: [] }[each.expected])
    expect(OrganisationKind.may(PrimaryKinds.capabilities, body, does, on)).toBe(each.expected !== "rejected")
    const found = OrganisationKind.findings(PrimaryKinds.capabilities, body, on)
    expect(found.filter(({ code }) => code === "organisationKind.notOfKind")).toHaveLength(severities.length)
  })
})

describe("told cases: where a body may stand", () => {
  test.each(cases.places.map((each) => [`${each.case}: ${each.says}`, each] as const))("%s", (_, each) => {
    const body = (id: string, kind: string, supervisedBy?: string): Organisation => ({
      ...{ id, kind, name: id, units: [], capabilities: [], established: PartialDate.parseUnsafe("2019") },
      ...(supervisedBy === undefined ? {} : { supervisedBy }),
    })
    const rows = [body("p", each.parent), body("c", each.child, "p")]
    const { findings } = PartyTree.of(rows, on, PrimaryKinds)
    expect(findings.some(({ subject, code }) => subject === "c" && code === "partyTree.unlawfulPlace")).toBe(
      !each.lawful,
    )
  })
})

describe("capabilities belong to the body", () => {
  const body = (capabilities: ReadonlyArray<OrganisationKind.Capability>): OrganisationKind.Bearer => ({
    ...{ id: "o1", kind: "primaryCommittee", sector: "enterprise", capabilities },
  })

  test("of two committees of a kind one may do what the other was not given", () => {
    const may = (given: ReadonlyArray<OrganisationKind.Capability>) =>
      OrganisationKind.may(PrimaryKinds.capabilities, body(given), "approveProbationary", on)
    expect([may(["approveProbationary"]), may([])]).toEqual([true, false])
  })

  test("what it was not given and does all the same is an error, with the kind and the capability", () => {
    expect(OrganisationKind.exercise(PrimaryKinds.capabilities, body([]), "transferNationwide", on)).toEqual([
      {
        code: "organisationKind.exercisedWithout",
        severity: "error",
        strength: "must",
        subject: "o1",
        params: { kind: "primaryCommittee", capability: "transferNationwide" },
      },
    ])
  })

  test("a rule for sectors does not speak of a body whose sector nobody knows", () => {
    const { sector: _, ...unknown } = body(["approveProbationary"])
    expect(OrganisationKind.may(PrimaryKinds.capabilities, unknown, "approveProbationary", on)).toBe(true)
  })
})

describe("rules, made up", () => {
  const rule: OrganisationKind.CapabilityRule = {
    ...{ id: "r1", strength: "must", from: day("2020-01-01"), kinds: ["branch"], capability: "collectDues" },
    ...{ cite: { title: "示例条例", article: 7, standing: "transcription" }, says: "has" },
  }
  const branch: OrganisationKind.Bearer = { id: "b1", kind: "branch", capabilities: [] }

  test("what bodies of a kind must have and one has not is found, with the article", () => {
    expect(OrganisationKind.findings([rule], branch, on)).toMatchObject([
      { code: "organisationKind.notGiven", severity: "error", subject: "b1", cite: { article: 7 } },
    ])
    expect(OrganisationKind.findings([rule], { ...branch, capabilities: ["collectDues"] }, on)).toEqual([])
    expect(OrganisationKind.findings([rule], { ...branch, kind: "partyGroup" }, on)).toEqual([])
  })

  test("before it is in force a rule says nothing", () => {
    expect(OrganisationKind.findings([rule], branch, day("2019-12-31"))).toEqual([])
  })

  test("an approval opens what the text leaves to approval, and nothing else", () => {
    const denied: OrganisationKind.CapabilityRule = { ...rule, says: "hasNot", approvedBy: "countyCommittee" }
    const given: OrganisationKind.Bearer = { ...branch, capabilities: ["collectDues"] }
    const approvals = [{ id: "a1", code: "organisationKind.notOfKind", subject: "b1" }]
    const may = (rules: ReadonlyArray<OrganisationKind.CapabilityRule>, approved: typeof approvals) =>
      OrganisationKind.may(rules, given, "collectDues", on, approved)
    expect(may([denied], [])).toBe(false)
    expect(may([denied], approvals)).toBe(true)
    const { approvedBy: _, ...final } = denied
    expect(may([final], approvals)).toBe(false)
  })
})

test("every capability, nature and way to a post has a name in both languages", () => {
  const tables = [OrganisationKind.capabilityLabels, OrganisationKind.natureLabels, OrganisationKind.leadersLabels]
  for (const label of tables.flatMap((table) => Object.values(table))) {
    expect(label.zh).toMatch(/\p{Script=Han}/u)
    expect(label.en).toMatch(/^[a-z ]+$/)
  }
})
