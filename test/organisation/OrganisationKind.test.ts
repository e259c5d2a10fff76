/** Capabilities over the preset, by cases 23 and 43; the bodies are made up. */
import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as OrganisationKind from "../../src/organisation/OrganisationKind.js"
import * as PrimaryKinds from "../../src/presets/PrimaryKinds.js"
import cases from "./cases/capabilities.json" with { type: "json" }

const on = CivilDate.parseUnsafe("2024-06-30")
const rules = PrimaryKinds.capabilities
const [temporary, approval] = cases
const isCapability = Schema.is(OrganisationKind.Capability)
const capability = (text: string): OrganisationKind.Capability => {
  if (!isCapability(text)) throw new Error(text)
  return text
}
const ALL = Object.keys(OrganisationKind.capabilityLabels).map(capability)

const bearer = (
  kind: string,
  capabilities: ReadonlyArray<OrganisationKind.Capability>,
  sector?: string,
): OrganisationKind.Bearer => ({ id: "o1", kind, capabilities, ...(sector === undefined ? {} : { sector }) })

describe("case 43: a temporary branch", () => {
  test.each((temporary?.does ?? []).map(([name = "", severity = ""]) => [name, severity] as const))(
    "%s is an %s, given or not",
    (name, severity) => {
      for (const given of [[], [capability(name)]]) {
        const found = OrganisationKind.exercise(rules, bearer("temporaryBranch", given), capability(name), on)
        expect(found.map((one) => [one.code, one.severity])).toEqual([["organisationKind.notOfKind", severity]])
      }
      const given = bearer("temporaryBranch", [capability(name)])
      expect(OrganisationKind.may(rules, given, capability(name), on)).toBe(severity === "warning")
      expect(OrganisationKind.findings(rules, given, on).map((one) => one.severity)).toEqual([severity])
    },
  )

  test("what no rule speaks of (study, educating activists) is no capability, and nothing is found without one", () => {
    expect(OrganisationKind.findings(rules, bearer("temporaryBranch", []), on)).toEqual([])
  })

  test("before the rules were in force nothing was denied", () => {
    const given = bearer("temporaryBranch", ALL)
    expect(OrganisationKind.findings(rules, given, CivilDate.parseUnsafe("2014-05-27"))).toEqual([])
    const since2014 = OrganisationKind.findings(rules, given, CivilDate.parseUnsafe("2014-05-28"))
    expect(since2014.map(({ params }) => params.capability)).toEqual(["admit", "approveProbationary"])
  })
})

describe("case 23: who approves probationary members, being given it", () => {
  test.each((approval?.approvers ?? []).map(([kind, sector, may]) => [String(kind), String(sector), may] as const))(
    "%s in %s: %s",
    (kind, sector, may) => {
      const given = bearer(kind, ["approveProbationary"], sector)
      expect(OrganisationKind.may(rules, given, "approveProbationary", on)).toBe(may)
      expect(OrganisationKind.may(rules, bearer(kind, [], sector), "approveProbationary", on)).toBe(false)
    },
  )

  test("a capability belongs to the organisation: of two alike one may and the other may not", () => {
    const codes = (given: ReadonlyArray<OrganisationKind.Capability>) =>
      OrganisationKind.exercise(rules, bearer("townshipCommittee", given), "approveProbationary", on).map(
        ({ code }) => code,
      )
    expect(codes(["approveProbationary"])).toEqual([])
    expect(codes([])).toEqual(["organisationKind.exercisedWithout"])
  })

  test("a rule that names sectors does not speak of a body whose sector nobody knows", () => {
    expect(
      OrganisationKind.may(rules, bearer("primaryCommittee", ["approveProbationary"]), "approveProbationary", on),
    ).toBe(true)
  })
})

describe("rules of a place", () => {
  const rule: OrganisationKind.CapabilityRule = {
    id: "r1",
    strength: "must",
    from: CivilDate.parseUnsafe("2020-01-01"),
    cite: { title: "示例办法", standing: "transcription" }, // made up
    kinds: ["branch"],
    capability: "collectDues",
    says: "has",
  }

  test("what a body must have and has not is found, and only under must or should", () => {
    const codes = (strength: OrganisationKind.CapabilityRule["strength"]) =>
      OrganisationKind.findings([{ ...rule, strength }], bearer("branch", []), on).map(({ code, severity }) => [
        code,
        severity,
      ])
    expect(codes("must")).toEqual([["organisationKind.notGiven", "error"]])
    expect(codes("should")).toEqual([["organisationKind.notGiven", "warning"]])
    expect(codes("may")).toEqual([])
    expect(OrganisationKind.findings([rule], bearer("branch", ["collectDues"]), on)).toEqual([])
  })

  test("an approval that the rule provides for lifts what it denies", () => {
    const denied: OrganisationKind.CapabilityRule = { ...rule, says: "hasNot", approvedBy: "县委" }
    const given = bearer("branch", ["collectDues"])
    const approvals = [{ id: "a1", code: "organisationKind.notOfKind", subject: "o1" }]
    expect(OrganisationKind.may([denied], given, "collectDues", on)).toBe(false)
    expect(OrganisationKind.may([denied], given, "collectDues", on, approvals)).toBe(true)
  })
})
