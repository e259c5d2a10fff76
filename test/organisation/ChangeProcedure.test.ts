import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import * as ChangeProcedure from "../../src/organisation/ChangeProcedure.js"
import type { Change } from "../../src/organisation/OrganisationChange.js"
import * as OrganisationLife from "../../src/organisation/OrganisationLife.js"
import * as OrganisationRegister from "../../src/organisation/OrganisationRegister.js"
import { rules } from "../../src/presets/ChangeRules.js"
import { at, law as base, day, journalOf, kinds, organisation } from "./smallTown.js"

// The made-up township under the names that the national rules use.
const named = (kind: string) => ({ township: "townshipCommittee", committee: "primaryCommittee" })[kind] ?? kind
const law = {
  ...base,
  kinds: [...kinds.map((kind) => ({ ...kind, id: named(kind.id) })), { ...kinds[0]!, id: "countyCommittee" }],
  edges: [
    ...base.edges.map(({ parent, child, ...rule }) => ({
      ...rule,
      parent: parent === undefined ? "countyCommittee" : named(parent),
      child: named(child),
    })),
    { ...base.edges[0]!, id: "county", child: "countyCommittee" },
  ],
}
const decider = OrganisationLife.decider(law)
const since = { established: day("2010-01-01") }
const born = { established: day("2024-03-01") }
const village = { id: "u", kind: "村", sector: "village", name: "某村", operating: true }

const registerOf = (...changes: ReadonlyArray<readonly [string, Change]>) =>
  OrganisationRegister.of(
    law,
    journalOf(
      [
        [
          "2020-01-01",
          { change: "establish", organisation: organisation("county", "countyCommittee", undefined, since) },
        ],
        [
          "2020-01-01",
          { change: "establish", organisation: organisation("town", "townshipCommittee", "county", since) },
        ],
        ["2020-01-01", { change: "establish", organisation: organisation("firm", "primaryCommittee", "town", since) }],
        ["2020-01-01", { change: "establish", organisation: organisation("old", "branch", "town", since) }],
        ...changes,
      ],
      decider,
    ),
    at(1000),
  )

const branch = organisation("b", "branch", "town", born)
const establish = (approvedBy?: string, more = {}): readonly [string, Change] => [
  "2024-03-01",
  { change: "establish", organisation: { ...branch, ...more }, ...(approvedBy === undefined ? {} : { approvedBy }) },
]
const step = (id: string, on: string, what: ChangeProcedure.Step["step"], to?: string): ChangeProcedure.Step => ({
  id,
  on: day(on),
  recordedAt: at(500),
  about: "e004",
  step: what,
  ...(to === undefined ? {} : { with: to }),
})
const well = [
  step("s1", "2024-02-01", "applied"),
  step("s2", "2024-03-05", "elected"),
  step("s3", "2024-03-20", "filed", "county"),
]
const codes = (
  change: readonly [string, Change],
  steps: ReadonlyArray<ChangeProcedure.Step>,
  on = "2024-12-31",
  more: Partial<ChangeProcedure.Papers> = {},
) =>
  ChangeProcedure.findings(registerOf(change), day(on), { rules, steps, ...more }).map(
    ({ code, severity, subject }) => `${code.slice("changeProcedure.".length)} ${severity} ${subject}`,
  )

describe("setting up a branch by the national rules", () => {
  it("finds nothing where the township decided within a month, the members elected, and the county has it on file", () => {
    expect(codes(establish("town"), well)).toEqual([])
  })

  it("warns of a decision later than a month after the application, and not on its last day", () => {
    const applied = (on: string) => [step("s1", on, "applied"), ...well.slice(1)]
    expect(codes(establish("town"), applied("2024-01-31"))).toEqual(["late warning b"])
    expect(codes(establish("town"), applied("2024-02-01"))).toEqual([])
  })

  it("asks for no application, since a superior may decide by itself", () => {
    expect(codes(establish("town"), well.slice(1))).toEqual([])
  })

  it("finds what is missing, as long as it is missing", () => {
    expect(codes(establish(), [])).toEqual(["noApprover error b", "notElected error b", "notFiled error b"])
    expect(codes(establish("town"), well, "2024-03-04")).toEqual(["notElected error b", "notFiled error b"])
    expect(codes(establish("town"), well, "2024-03-05")).toEqual(["notFiled error b"])
  })

  it("finds elections before the decision, filing elsewhere, and approvers that may not decide", () => {
    const early = [step("s2", "2024-02-29", "elected"), step("s3", "2024-03-20", "filed", "town")]
    expect(codes(establish("town"), early)).toEqual(["electedBefore error b", "filedElsewhere error b"])
    expect(codes(establish("town"), [early[0]!, ...well.slice(2), step("s4", "2024-03-05", "elected")])).toEqual([])
    expect(codes(establish("old"), [...well.slice(0, 2), step("s3", "2024-03-20", "filed", "town")])).toEqual([
      "approver error b",
    ])
  })

  it("lets a unit's committee decide, but not in a village", () => {
    const filed = [...well.slice(0, 2), step("s3", "2024-03-20", "filed", "town")]
    expect(codes(establish("firm", { units: ["u"] }), filed)).toEqual([])
    expect(codes(establish("firm", { units: ["u"] }), filed, "2024-12-31", { units: [village] })).toEqual([
      "approver error b",
    ])
  })

  it("lets no village committee merge or split branches of its village either", () => {
    const here = { ...since, units: ["u"] }
    const [one, two] = [organisation("one", "branch", "firm", here), organisation("two", "branch", "firm", here)]
    const three = organisation("three", "branch", "firm", { ...born, units: ["u"] })
    const register = registerOf(
      ["2020-01-01", { change: "establish", organisation: one }],
      ["2020-01-01", { change: "establish", organisation: two }],
      ["2024-03-01", { change: "merge", ids: ["one"], into: "two", members: { to: "two" }, approvedBy: "firm" }],
      ["2024-03-02", { change: "split", id: "two", keeps: true, into: [three], approvedBy: "firm" }],
    )
    const found = (units: ChangeProcedure.Papers["units"]) =>
      ChangeProcedure.findings(register, day("2024-12-31"), { rules, steps: [], ...(units ? { units } : {}) })
        .filter(({ code }) => code === "changeProcedure.approver")
        .map(({ subject, params }) => [subject, params.by])
    expect(found(undefined)).toEqual([])
    expect(found([village])).toEqual([
      ["two", "firm"],
      ["two", "firm"],
    ])
  })

  it("asks of branches that come with a general branch what it asks of any that is set up", () => {
    const upgrade = (approvedBy?: string, born_ = born): readonly [string, Change] => [
      "2024-03-01",
      {
        change: "rekind",
        id: "old",
        kind: "generalBranch",
        below: [organisation("n1", "branch", "old", born_), organisation("n2", "branch", "old", born_)],
        members: { to: "n1" },
        ...(approvedBy === undefined ? {} : { approvedBy }),
      },
    ]
    expect(codes(upgrade("town"), well)).toEqual([])
    expect(codes(upgrade(), well)).toEqual(["noApprover error n1", "noApprover error n2"])
    expect(codes(upgrade("old"), well.slice(0, 2))).toEqual([
      ...["approver error n1", "approver error n2"],
      ...["notFiled error n1", "notFiled error n2"],
    ])
    expect(codes(upgrade(undefined, since), [])).toEqual([])
  })

  it("asks nothing of bodies that were set up before they came into the register", () => {
    expect(codes(["2024-03-01", { change: "rename", id: "old", name: "示例" }], [])).toEqual([])
  })
})

describe("closing a branch by the national rules", () => {
  it("is decided by whoever may set one up, and filed", () => {
    const dissolve = (approvedBy: string): readonly [string, Change] => [
      "2024-03-01",
      { change: "dissolve", id: "old", reason: "tooFewMembers", successors: [], members: {}, approvedBy },
    ]
    expect(codes(dissolve("town"), [])).toEqual(["notFiled error old"])
    expect(codes(dissolve("town"), [step("s3", "2024-03-20", "filed", "county")])).toEqual([])
    expect(codes(dissolve("old"), [step("s3", "2024-03-20", "filed", "town")])).toEqual(["approver error old"])
  })
})

describe("the papers", () => {
  it("count as known at the instant of the register", () => {
    const late = well.map((each) => ({ ...each, recordedAt: at(1001) }))
    expect(codes(establish("town"), late)).toEqual(["notElected error b", "notFiled error b"])
  })

  it("are about changes that stand, but for applications that nobody has decided", () => {
    const astray = [
      { ...step("s8", "2024-03-20", "filed", "county"), about: "e999" },
      { ...step("s9", "2024-03-20", "applied"), about: "e999" },
    ]
    expect(codes(establish("town"), [...well, ...astray])).toEqual(["about error s8"])
  })

  it("and the rules are stored as the schemas say", () => {
    expect(Schema.is(Schema.Array(ChangeProcedure.ProcedureRule))(rules)).toBe(true)
    expect(Schema.is(Schema.Array(ChangeProcedure.Step))(well)).toBe(true)
    expect(Schema.is(ChangeProcedure.ProcedureRule)({ ...rules[0], says: { is: "decision", months: -1 } })).toBe(false)
  })
})
