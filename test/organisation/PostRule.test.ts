/** The rules of posts over the presets. All persons and bodies are made up. */
import { describe, expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import type * as Post from "../../src/organisation/Post.js"
import * as PostRoll from "../../src/organisation/PostRoll.js"
import * as PostRule from "../../src/organisation/PostRule.js"
import { kinds, rules } from "../../src/presets/PostRules.js"

const day = CivilDate.parseUnsafe
const ON = day("2024-06-30")

const appointments = (...rows: ReadonlyArray<readonly [post: string, person: string, from: string, until?: string]>) =>
  rows.map(
    ([post, person, from, until], index): Post.Appointment => ({
      id: `a${index}`,
      post,
      person,
      from: day(from),
      manner: "dispatched",
      ...(until === undefined ? {} : { until: day(until) }),
    }),
  )

const view = (
  posts: ReadonlyArray<readonly [id: string, kind: string, body: string]>,
  held: ReadonlyArray<Post.Appointment>,
  others: Partial<PostRule.PostView> = {},
): PostRule.PostView => ({
  roll: PostRoll.at({ kinds, posts: posts.map(([id, kind, body]) => ({ id, kind, body })), appointments: held }, ON),
  appointments: held,
  bodies: [],
  members: [],
  ...others,
})

const found = (each: PostRule.PostView, table = rules): ReadonlyArray<readonly [string, string | undefined, string]> =>
  PostRule.findings(table, each).map(({ code, subject, severity }) => [code, subject, severity])

describe("a first secretary", () => {
  const posts = [
    ["p1", "firstSecretary", "b1"],
    ["p2", "committeeMember", "b1"],
    ["p3", "villageDirector", "v1"],
    ["p4", "gridChief", "g1"],
  ] as const

  test("takes no seat of the two committees, and may be a grid chief", () => {
    expect(found(view(posts, appointments(["p1", "m1", "2023-01-01"], ["p4", "m1", "2023-01-01"])))).toEqual([])
    expect(found(view(posts, appointments(["p1", "m1", "2023-01-01"], ["p3", "m1", "2023-01-01"])))).toEqual([
      ["postRule.apart", "m1", "error"],
    ])
  })

  test("does not stand for one, but may for a post that is none", () => {
    const { roll } = view(posts, appointments(["p1", "m1", "2023-01-01"], ["p2", "m2", "2023-01-01"]))
    expect(PostRule.barred(rules, roll, ["committeeMember"])).toEqual([
      { person: "m1", rule: "first-secretary-no-election" },
    ])
    expect(PostRule.barred(rules, roll, ["gridChief"])).toEqual([])
    expect(PostRule.barred([], roll, ["committeeMember"])).toEqual([])
  })

  test.each([
    ["2025-01-01", []],
    ["2024-12-31", [["postRule.shortTerm", "m1", "warning"]]],
    [undefined, []],
  ])("sent in January 2023 until %s", (until, wanted) => {
    const rows =
      until === undefined ? (["p1", "m1", "2023-01-01"] as const) : (["p1", "m1", "2023-01-01", until] as const)
    expect(found(view(posts, appointments(rows)))).toEqual(wanted)
  })

  test("an end that came sooner than planned counts, one that has not come does not", () => {
    const [row] = appointments(["p1", "m1", "2023-01-01", "2025-01-01"])
    expect(found(view(posts, [{ ...row!, to: day("2024-06-01") }]))).toEqual([["postRule.shortTerm", "m1", "warning"]])
    expect(found(view(posts, [{ ...row!, to: day("2024-07-01") }]))).toEqual([])
  })
})

test("a first secretary who died or was removed is not found short, one who was transferred is", () => {
  const posts = [["p1", "firstSecretary", "b1"]] as const
  const [row] = appointments(["p1", "m1", "2023-01-01"])
  const ended = (reason: Post.EndReason) => found(view(posts, [{ ...row!, to: day("2024-06-01"), ended: reason }]))
  expect([ended("died"), ended("removed")]).toEqual([[], []])
  expect(ended("transferred")).toEqual([["postRule.shortTerm", "m1", "warning"]])
})

test("the leader of a Party group is a full member", () => {
  const posts = [["p1", "groupLeader", "g1"]] as const
  const held = appointments(["p1", "m1", "2023-01-01"])
  const as = (stage: string) => found(view(posts, held, { members: [{ person: "m1", stage }] }))
  expect(as("full")).toEqual([])
  expect(as("probationary")).toEqual([["postRule.stage", "m1", "error"]])
})

test("a dispatched discipline secretary is of villages with a committee", () => {
  const posts = [["p1", "dispatchedDisciplineSecretary", "b1"]] as const
  const bodies = (kind: string) => ({ bodies: [{ id: "b1", kind }] })
  expect(found(view(posts, [], bodies("primaryCommittee")))).toEqual([])
  expect(found(view(posts, [], bodies("branch")))).toEqual([["postRule.wrongBody", "b1", "error"]])
  expect(found(view(posts, []))).toEqual([["postRule.wrongBody", "b1", "error"]])
})

test("each village has one Party clerk, whom another village may share", () => {
  const posts = ["v1", "v2", "v3"].map((body, index) => [`p${index}`, "partyClerk", body] as const)
  const bodies = ["v1", "v2", "v3", "v4"].map((id) => ({ id, kind: id === "v4" ? "enterprise" : "village" }))
  const held = appointments(["p0", "m1", "2023-01-01"], ["p1", "m1", "2023-01-01"], ["p1", "m2", "2023-01-01"])
  expect(found(view(posts, held, { bodies }))).toEqual(
    [
      ["postRule.tooMany", "v2", "warning"],
      ["postRule.tooFew", "v3", "warning"],
    ].toSorted(([a], [b]) => (a! < b! ? -1 : 1)),
  )
})

test("an instructor is a full member, with three firms at most", () => {
  const posts = ["u1", "u2", "u3", "u4"].map((body, index) => [`p${index}`, "instructor", body] as const)
  const held = appointments(
    ["p0", "m1", "2023-01-01"],
    ["p1", "m1", "2023-01-01"],
    ["p2", "m1", "2023-01-01"],
    ["p0", "m2", "2023-01-01"],
  )
  const members = [
    { person: "m1", stage: "full" },
    { person: "m2", stage: "probationary" },
  ]
  expect(found(view(posts, held, { members }))).toEqual([["postRule.stage", "m2", "error"]])
  const more = [...held, ...appointments(["p3", "m1", "2023-01-01"]).map((each) => ({ ...each, id: "b" }))]
  expect(found(view(posts, more, { members }))).toEqual([
    ["postRule.stage", "m2", "error"],
    ["postRule.load", "m1", "warning"],
  ])
})

test("committee members answer for villages many to many without a finding", () => {
  const posts = ["v1", "v2"].map((body, index) => [`p${index}`, "liaisonMember", body] as const)
  const held = appointments(["p0", "m1", "2023-01-01"], ["p0", "m2", "2023-01-01"], ["p1", "m1", "2023-01-01"])
  expect(found(view(posts, held))).toEqual([])
  expect(
    PostRoll.check(
      { kinds, posts: posts.map(([id, kind, body]) => ({ id, kind, body })), appointments: held },
      new Set(["m1", "m2"]),
    ),
  ).toEqual([])
})

test("a rule without named others means every seat of the two committees", () => {
  const bare = rules
    .filter(({ says }) => says.is === "apart")
    .map((rule) => ({ ...rule, says: { is: "apart", kind: "firstSecretary" } as const }))
  const posts = [
    ["p1", "firstSecretary", "b1"],
    ["p2", "villageCommitteeMember", "v1"],
    ["p3", "villageClerk", "v1"],
  ] as const
  const held = appointments(["p1", "m1", "2023-01-01"], ["p2", "m1", "2023-01-01"], ["p3", "m1", "2023-01-01"])
  expect(PostRule.findings(bare, view(posts, held)).map(({ params }) => params.otherKind)).toEqual([
    "villageCommitteeMember",
  ])
})

test("an approval covers what the rule provides one for, and nothing else", () => {
  const posts = [["p1", "dispatchedDisciplineSecretary", "b1"]] as const
  const approval = { id: "ap1", code: "postRule.wrongBody", subject: "b1" }
  const covered = (table: ReadonlyArray<PostRule.PostRule>) =>
    PostRule.findings(table, view(posts, []), [approval]).map(({ coveredBy }) => coveredBy)
  expect(covered(rules)).toEqual([undefined])
  expect(covered(rules.map((rule) => ({ ...rule, approvedBy: "county" })))).toEqual(["ap1"])
})
