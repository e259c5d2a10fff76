/** Told cases of what the yearly table is filled in from. All are made up. */
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as PartialDate from "../../src/foundation/PartialDate.js"
import * as CensusSource from "../../src/organisation/CensusSource.js"
import type { Organisation } from "../../src/organisation/Organisation.js"
import * as PostRoll from "../../src/organisation/PostRoll.js"
import { layout, offices } from "../../src/presets/CensusLayout.js"
import { kinds } from "../../src/presets/PostRules.js"

const day = CivilDate.parseUnsafe
const ON = day("2023-12-31")

const branch = (id: string): Organisation => ({
  id,
  kind: "branch",
  name: "某支部",
  units: [],
  capabilities: [],
  established: PartialDate.parseUnsafe("2001"),
})
const posts = [
  { id: "p1", kind: "secretary", body: "b1" },
  { id: "p2", kind: "organisationMember", body: "b1" },
  { id: "p3", kind: "committeeMember", body: "b2" },
  { id: "p4", kind: "villageDirector", body: "v1" },
]
const holds = (post: string, person: string, manner: "elected" | "acting" = "elected") => ({
  id: `${post} ${person}`,
  post,
  person,
  from: day("2021-03-01"),
  manner,
})
const source = (...appointments: ReadonlyArray<ReturnType<typeof holds>>): CensusSource.Source => ({
  persons: [{ id: "m1", name: "甲", sex: "female", education: "college", born: PartialDate.parseUnsafe("1990-05") }],
  roll: {
    format: 1,
    on: ON,
    members: [
      {
        person: "m1",
        stage: "full",
        affiliation: { in: "transit", from: "b1", to: "b2", transfer: "t1" },
        restriction: "none",
        mobile: true,
        admittedOn: day("2015-05-01"),
        fullFrom: day("2016-05-01"),
      },
      {
        person: "m2",
        stage: "full",
        affiliation: { in: "branch", branch: "b1" },
        restriction: "membershipSuspended",
        mobile: false,
        admittedOn: day("2015-05-01"),
        fullFrom: day("2016-05-01"),
      },
    ],
  },
  posts: PostRoll.at({ kinds, posts, appointments }, ON),
  organisations: [branch("b1"), branch("b2")],
  coverage: {
    format: 1,
    on: ON,
    base: { id: "all", label: { zh: "全部单位" }, unit: "firm" },
    rows: [{ unit: "u1", class: "noMembers", must: false, group: false, means: [] }],
    outside: [],
  },
})

describe("what is derived", () => {
  test("a member on the way is of the branch that is responsible, one whose membership is suspended is not counted", () =>
    expect(CensusSource.derive(source(), offices).things.members).toEqual([
      {
        id: "m1",
        body: "b1",
        fields: { sex: "female", education: "college", stage: "full", restriction: "none", mobile: "yes" },
        since: { born: "1990-05", admitted: "2015-05-01", standing: "2016-05-01" },
      },
    ]))

  test("a person on two committees is a member of both, one with two posts in one of them counts once", () => {
    const { things } = CensusSource.derive(source(holds("p1", "m1"), holds("p2", "m1"), holds("p3", "m1")), offices)
    expect(things.committeeMembers.map(({ body }) => body)).toEqual(["b1", "b2"])
    expect(things.secretaries).toHaveLength(1)
  })

  test("who both holds and acts is counted as holding, and nobody acts for a seat on the committee", () => {
    const both = source(holds("p1", "m1"), holds("p1", "m1", "acting"), holds("p3", "m9", "acting"))
    const { things } = CensusSource.derive(both, offices)
    expect([things.secretaries.length, things.actingSecretaries.length, things.committeeMembers.length]).toEqual([
      1, 0, 1,
    ])
  })

  test("a director of a village committee is no committee member of the Party, and a body that is not given is told", () => {
    const given = source(holds("p4", "m1"))
    expect(CensusSource.derive(given, offices).things.committeeMembers).toEqual([])
    const lost = { ...given, organisations: [branch("b2")] }
    expect(CensusSource.fill(layout, lost, offices)).toMatchObject({
      failure: [{ code: "census.bodyOutside", params: { id: "m1", body: "b1" } }],
    })
  })

  test("a means of work that no unit has is no, not unknown", () =>
    expect(CensusSource.derive(source(), offices).things.units).toMatchObject([
      { body: "u1", fields: { organised: "none", class: "noMembers", group: "no", "means.instructor": "no" } },
    ]))
})

describe("a layout is filled in", () => {
  const without = (id: string) => layout.filter((section) => section.id !== id)

  test("of sections that it does not ask for nothing is said", () => {
    const filled = CensusSource.fill(without("units"), source(), offices)
    expect(Result.getOrThrow(filled).sections.map(({ section }) => section)).not.toContain("units")
  })

  test("but who acts is not lost for want of a section", () => {
    const acting = source(holds("p1", "m1", "acting"))
    expect(CensusSource.fill(without("actingSecretaries"), acting, offices)).toMatchObject({
      failure: [{ code: "census.noSection", params: { section: "actingSecretaries" } }],
    })
    const counted = CensusSource.fill(without("actingSecretaries"), acting, { ...offices, acting: "counted" })
    expect(Result.isSuccess(counted)).toBe(true)
  })
})
