/** Teams over the presets: the groups of four, and one cadre, one member and several worthies. All persons are made up. */
import { describe, expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import type { Person } from "../../src/organisation/Person.js"
import * as PostRoll from "../../src/organisation/PostRoll.js"
import * as Team from "../../src/organisation/Team.js"
import { kinds, teams } from "../../src/presets/PostRules.js"

const day = CivilDate.parseUnsafe
const POSTS = [
  ["secretary", "town"],
  ["deputySecretary", "town"],
  ["organisationMember", "town"],
  ["setUpClerk", "town"],
  ["secretary", "b1"],
  ["firstSecretary", "b1"],
  ["villageClerk", "v1"],
  ["liaisonMember", "v1"],
] as const
const posts = POSTS.map(([kind, body]) => ({ id: `${kind} ${body}`, kind, body }))
const appointments = posts.map(({ id }) => ({
  id,
  post: id,
  person: id,
  from: day("2023-01-01"),
  manner: "appointed" as const,
}))
const roll = PostRoll.at({ kinds, posts, appointments }, day("2024-06-30"))

const persons: ReadonlyArray<Person> = [
  { id: "w1", name: "甲", kinds: ["worthy"] },
  { id: "w2", name: "乙", kinds: ["resident", "worthy"] },
  { id: "m1", name: "丙", kinds: ["member"] },
  { id: "r1", name: "丁", kinds: ["resident"] },
]

const team = (plan: string, bodies: ReadonlyArray<string>, ...members: ReadonlyArray<readonly [string, string]>) => ({
  id: "t1",
  plan,
  bodies,
  members: members.map(([role, person]) => ({ role, person, from: day("2023-01-01") })),
})
const found = (each: Team.Team) =>
  Team.findings(teams, [each], roll, persons).map(({ code, params }) => [code, params.role ?? params.person])

describe("a group of four", () => {
  const town = [
    ["secretary", "secretary town"],
    ["deputySecretary", "deputySecretary town"],
    ["organisationMember", "organisationMember town"],
    ["setUpClerk", "setUpClerk town"],
  ] as const
  const village = [
    ["liaisonMember", "liaisonMember v1"],
    ["secretary", "secretary b1"],
    ["firstSecretary", "firstSecretary b1"],
    ["villageClerk", "villageClerk v1"],
  ] as const

  test("of a town and of a village", () => {
    expect(found(team("townFour", ["town"], ...town))).toEqual([])
    expect(found(team("villageFour", ["b1", "v1"], ...village))).toEqual([])
  })

  test("lacks each role that nobody has", () =>
    expect(found(team("townFour", ["town"], ...town.slice(0, 2)))).toEqual([
      ["team.tooFew", "organisationMember"],
      ["team.tooFew", "setUpClerk"],
    ]))

  test("has nobody from elsewhere, and one of each", () => {
    expect(found(team("villageFour", ["b1", "v1"], ["secretary", "secretary town"], ...village))).toEqual([
      ["team.notOfRole", "secretary"],
      ["team.tooMany", "secretary"],
    ])
    expect(found(team("villageFour", ["b1"], ...village)).map(([code]) => code)).toEqual([
      "team.notOfRole",
      "team.notOfRole",
    ])
  })

  test("has nobody in two roles", () =>
    expect(
      found(team("townFour", ["town"], ...town.slice(0, 3), ["setUpClerk", "secretary town"])).map(([code]) => code),
    ).toEqual(["team.notOfRole", "team.twoRoles"]))
})

describe("one cadre, one member and several worthies", () => {
  const squad = (...members: ReadonlyArray<readonly [string, string]>) =>
    found(team("serviceSquad", ["b1", "v1"], ["cadre", "secretary b1"], ["member", "m1"], ...members))

  test("one worthy or more", () => {
    expect(squad(["worthy", "w1"])).toEqual([])
    expect(squad(["worthy", "w1"], ["worthy", "w2"], ["worthy", "w1"])).toEqual([])
    expect(squad()).toEqual([["team.tooFew", "worthy"]])
  })
  test("a resident is no worthy", () => expect(squad(["worthy", "r1"])).toEqual([["team.notOfRole", "worthy"]]))
  test("a first secretary is no cadre of the two committees", () =>
    expect(
      found(team("serviceSquad", ["b1"], ["cadre", "firstSecretary b1"], ["member", "m1"], ["worthy", "w1"])),
    ).toEqual([["team.notOfRole", "cadre"]]))
})

test("a working team has a first secretary and at least one other", () => {
  const first = ["firstSecretary", "firstSecretary b1"] as const
  expect(found(team("workingTeam", ["b1"], first, ["member", "m1"]))).toEqual([])
  expect(found(team("workingTeam", ["b1"], first))).toEqual([["team.tooFew", "member"]])
  expect(found(team("workingTeam", ["b1"], ["member", "m1"], ["member", "r1"]))).toEqual([
    ["team.tooFew", "firstSecretary"],
  ])
})

test("what was entered wrongly is told all at once", () => {
  const wrong = [team("townFour", ["town"], ["king", "w1"], ["secretary", "x"]), team("sixFold", [])]
  expect(Team.check(teams, wrong, new Set(persons.map(({ id }) => id))).map(({ code, path }) => [code, path])).toEqual([
    ["team.unknownRole", [0, "members", 0, "role"]],
    ["team.unknownPerson", [0, "members", 1, "person"]],
    ["team.twice", [1, "id"]],
    ["team.unknownPlan", [1, "plan"]],
  ])
})

test("a plan that is not yet in force finds nothing", () => {
  const early = PostRoll.at({ kinds, posts, appointments }, day("2020-12-31"))
  expect(Team.findings(teams, [team("townFour", ["town"])], early, persons)).toEqual([])
})

test("a team is asked as it was on a day", () => {
  const first = team("townFour", ["town"], ["secretary", "secretary town"], ["setUpClerk", "setUpClerk town"])
  const [secretary, clerk] = first.members
  const changing = {
    ...first,
    members: [
      { ...secretary!, to: day("2024-06-30") },
      { ...clerk!, from: day("2024-06-30") },
    ],
  }
  const on = (date: string) => Team.membersOn(changing, day(date)).map(({ role }) => role)
  expect([on("2022-12-31"), on("2024-06-29"), on("2024-06-30")]).toEqual([[], ["secretary"], ["setUpClerk"]])
  expect(found(changing).map(([, role]) => role)).toEqual(["deputySecretary", "organisationMember", "secretary"])
  const handed = {
    ...first,
    members: [
      { ...secretary!, to: day("2024-01-01") },
      { ...secretary!, role: "setUpClerk", from: day("2024-01-01") },
    ],
  }
  expect(found(handed).map(([code]) => code)).not.toContain("team.twoRoles")
})

test("memberships that end before they begin and one role twice at a time are told", () => {
  const known = new Set(["w1"])
  const codes = (...members: ReadonlyArray<Team.TeamMember>) =>
    Team.check(teams, [{ id: "t1", plan: "serviceSquad", bodies: [], members }], known).map(({ code, path }) => [
      code,
      ...path,
    ])
  const worthy = { person: "w1", role: "worthy", from: day("2023-01-01") }
  expect(codes({ ...worthy, to: day("2023-01-01") })).toEqual([["team.endsBefore", 0, "members", 0, "to"]])
  expect(codes(worthy, { ...worthy, from: day("2024-01-01") })).toEqual([["team.memberTwice", 0, "members", 1]])
  expect(codes({ ...worthy, to: day("2024-01-01") }, { ...worthy, from: day("2024-01-01") })).toEqual([])
})
