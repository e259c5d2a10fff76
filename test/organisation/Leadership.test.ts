import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Document from "../../src/foundation/Document.js"
import * as HeadCount from "../../src/organisation/HeadCount.js"
import * as Leadership from "../../src/organisation/Leadership.js"
import * as PrimaryThresholds from "../../src/presets/PrimaryThresholds.js"
import cases from "./cases/thresholds.json" with { type: "json" }

const day = CivilDate.parseUnsafe
const on = day("2024-06-30")
const rules = PrimaryThresholds.leadership
const head = (full: number, probationary = 0) => HeadCount.ofUnsafe({ full, probationary })

const MINIMUM = ["secretary", "organisationMember", "publicityMember", "disciplineMember"]
const holders = (deputies: number): ReadonlyArray<Leadership.Holder> => [
  ...MINIMUM.map((post, index) => ({ post, person: `m${index}`, fullFrom: day("2010-07-01") })),
  ...Array.from({ length: deputies }, (_, index) => ({ post: "deputySecretary", person: `d${index}` })),
]
const branch = (full: number, more: Partial<Leadership.Leadership> = {}): Leadership.Leadership => ({
  ...{ id: "b1", kind: "branch", sector: "village", head: head(full), holders: holders(0) },
  ...more,
})
const found = (body: Leadership.Leadership) =>
  Leadership.findings(rules, body, on).map(({ severity, code }) => `${severity} ${code}`)

interface Told {
  readonly case: number
  readonly says: string
  readonly full: number
  readonly committee?: number
  readonly deputies: number
  readonly found: ReadonlyArray<string>
}

describe("told cases", () => {
  const told: ReadonlyArray<Told> = cases.leadership
  test.each(told.map((each) => [`${each.case}: ${each.says}`, each] as const))("%s", (_, each) => {
    const seats = each.committee === undefined ? {} : { committee: each.committee }
    expect(found(branch(each.full, { ...seats, holders: holders(each.deputies) }))).toEqual(each.found)
  })

  test.each(cases.meetings.map((each) => [`${each.case}: ${each.says}`, each] as const))("%s", (_, each) => {
    const shape = Leadership.has(rules, { ...branch(each.full), groups: each.groups }, on)
    const owed = Leadership.meetings(PrimaryThresholds.meetings, shape, on).map(({ meeting }) => meeting)
    expect(owed.includes("committeeMeeting")).toBe(each.committeeMeeting)
    expect(owed.includes("groupMeeting")).toBe(each.groupMeeting)
    expect(owed).toEqual(expect.arrayContaining(["membersMeeting", "partyLecture", "themedPartyDay"]))
  })
})

test("probationary members do not bring a committee: six full and four probationary have none", () => {
  expect(found(branch(6, { head: head(6, 4) }))).toEqual([])
})

test("each post of the minimum is missed by name, and one person may hold several", () => {
  const all = Leadership.findings(rules, branch(7, { committee: 3, holders: [] }), on)
  expect(all.filter(({ code }) => code === "leadership.tooFewHolders").map(({ params }) => params.post)).toEqual([
    "secretary",
    "disciplineMember",
    "organisationMember",
    "publicityMember",
  ])
  const one = MINIMUM.map((post) => ({ post, person: "m1" }))
  expect(found(branch(7, { committee: 3, holders: one }))).toEqual([])
})

test("one person named twice for a post is one holder", () => {
  const twice = [...holders(1), { post: "deputySecretary", person: "d0" }]
  expect(found(branch(7, { committee: 3, holders: twice }))).toEqual([])
})

test("rows that do not agree about one holder say the same in whatever order they come", () => {
  const rows: ReadonlyArray<Leadership.Holder> = [
    { post: "secretary", person: "m1", fullFrom: day("2010-07-01") },
    { post: "secretary", person: "m1", fullFrom: day("2024-01-01") },
  ]
  const expected = ["warning leadership.standing"]
  expect(found(branch(5, { holders: rows }))).toEqual(expected)
  expect(found(branch(5, { holders: rows.toReversed() }))).toEqual(expected)
  const leaders: ReadonlyArray<Leadership.Holder> = [
    { post: "groupLeader", person: "m1", stage: "full" },
    { post: "groupLeader", person: "m1", stage: "probationary" },
  ]
  for (const holders of [leaders, leaders.toReversed()]) {
    expect(found(branch(3, { kind: "partyGroup", holders }))).toEqual(["error leadership.stage"])
  }
})

test("a committee of half a person is of no lawful size, and nothing throws", () => {
  expect(found(branch(7, { committee: 3.5 }))).toContain("error leadership.size")
})

test("the standing of a secretary is weak data: a warning below a year, nothing from the day it is full", () => {
  const since = (fullFrom: string) =>
    found(branch(5, { holders: [{ post: "secretary", person: "m1", fullFrom: day(fullFrom) }] }))
  expect(since("2023-07-01")).toEqual(["warning leadership.standing"])
  expect(since("2023-06-30")).toEqual([])
  expect(found(branch(5, { holders: [{ post: "secretary", person: "m1" }] }))).toEqual([])
})

test("the texts' sizes for townships, general branches and committees are warnings", () => {
  const of = (kind: string, committee: number) =>
    found(branch(60, { kind, committee, holders: [...holders(2)] })).filter((each) => each.endsWith("size"))
  expect([6, 7, 9, 10].map((seats) => of("townshipCommittee", seats).length)).toEqual([1, 0, 0, 1])
  expect([4, 5, 9, 10].map((seats) => of("generalBranch", seats).length)).toEqual([1, 0, 0, 1])
  expect([4, 5, 9, 10].map((seats) => of("primaryCommittee", seats).length)).toEqual([1, 0, 0, 1])
})

test("an approval covers a committee of another size where the rule provides for one", () => {
  const body = branch(300, { kind: "primaryCommittee", committee: 15, holders: holders(1) })
  const approval = { id: "a1", code: "leadership.size", subject: "b1" }
  const [size] = Leadership.findings(rules, body, on, [approval]).filter(({ code }) => code === "leadership.size")
  expect(size).toMatchObject({ severity: "warning", coveredBy: "a1", params: { members: 15, on: "[5, 9]" } })
})

test("where rules are silent a body has the committee it has", () => {
  const body = { ...branch(20, { kind: "temporaryBranch" }), groups: 0 }
  expect(Leadership.has(rules, body, on).committee).toBe(false)
  expect(Leadership.has(rules, { ...body, committee: 3 }, on).committee).toBe(true)
  expect(Leadership.has([], { ...branch(20), committee: 3, groups: 0 }, on).committee).toBe(true)
})

test("a demand with an open lower end tells too few from too many", () => {
  const rule = (span: { gt?: string; lt?: string }): Leadership.LeadershipRule => ({
    ...{ id: "r", strength: "must", from: on, kinds: ["branch"], needs: [] },
    ...{ cite: { title: "示例", standing: "transcription" }, says: { is: "post", post: "deputySecretary", on: span } },
  })
  const code = (span: { gt?: string; lt?: string }, deputies: number) =>
    Leadership.findings([rule(span)], branch(5, { holders: holders(deputies) }), on).map((each) => each.code)
  expect(code({ gt: "1", lt: "3" }, 1)).toEqual(["leadership.tooFewHolders"])
  expect(code({ gt: "1", lt: "3" }, 2)).toEqual([])
  expect(code({ gt: "1", lt: "3" }, 3)).toEqual(["leadership.tooManyHolders"])
})

test("the tables are data: they survive their schemas, ids stand once, weak rows say so", () => {
  const { leadership, meetings } = PrimaryThresholds
  const rows = Document.make({ name: "Rules", schema: () => Schema.Array(Leadership.LeadershipRule) })
  const owed = Document.make({ name: "Meetings", schema: () => Schema.Array(Leadership.MeetingRule) })
  expect(Result.getOrThrow(rows.decode(JSON.parse(JSON.stringify(leadership))))).toEqual(leadership)
  expect(Result.getOrThrow(owed.decode(JSON.parse(JSON.stringify(meetings))))).toEqual(meetings)
  expect(new Set(leadership.map(({ id }) => id)).size).toBe(leadership.length)
  for (const { id, cite, note } of leadership) if (cite.standing === "report") expect(note, id).toBeDefined()
})
