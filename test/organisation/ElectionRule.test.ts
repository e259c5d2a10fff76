/** The rules of elections over the national tables: case 16, by-elections and congresses. */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as ElectionRule from "../../src/organisation/ElectionRule.js"
import { congress, tables } from "../../src/presets/PrimaryVotes.js"
import cases from "./cases/elections.json" with { type: "json" }

const ON = CivilDate.parseUnsafe("2024-03-01")

describe(`case 16: ${cases.candidates.says}`, () => {
  const { rule } = Result.getOrThrow(ElectionRule.scheme(tables, "committeeMember", "membersMeeting", ON))
  test.each(cases.candidates.rows)("%i seats", (seats, wanted) =>
    expect(ElectionRule.candidatesNeeded(rule, seats!)).toBe(wanted),
  )
  test("the least number exceeds the seats by a fifth, and one less does not", () => {
    for (let seats = 1; seats <= 300; seats++) {
      const needed = ElectionRule.candidatesNeeded(rule, seats)
      expect((needed - seats) * 5).toBeGreaterThanOrEqual(seats)
      expect((needed - 1 - seats) * 5).toBeLessThan(seats)
    }
  })
})

describe("the scheme of an office", () => {
  const scheme = (office: string, assembly: ElectionRule.Assembly, on = ON, of = tables) => {
    const result = ElectionRule.scheme(of, office, assembly, on)
    return Result.isSuccess(result) ? result.success : result.failure.code
  }

  test.each([
    ["committeeMember", "membersMeeting", "file", "0.2"],
    ["committeeMember", "congress", "file", "0.2"],
    ["secretary", "committeePlenary", "approve", undefined],
    ["deputySecretary", "membersMeeting", "approve", undefined],
    ["delegate", "membersMeeting", "file", "0.2"],
  ] as const)("%s by %s: to %s", (office, assembly, confirmation, surplus) => {
    const { rule } = Result.getOrThrow(ElectionRule.scheme(tables, office, assembly, ON))
    expect([rule.confirmation, rule.surplus]).toEqual([confirmation, surplus])
  })

  test("is none where no rule is in force, and where two are", () => {
    expect(scheme("secretary", "congress")).toBe("electionRule.none")
    expect(scheme("committeeMember", "membersMeeting", CivilDate.parseUnsafe("2020-07-12"))).toBe("electionRule.none")
    const elections = [...tables.elections, { ...tables.elections[0]!, id: "local" }]
    expect(scheme("committeeMember", "membersMeeting", ON, { ...tables, elections })).toBe("electionRule.several")
    expect(scheme("secretary", "committeePlenary", ON, { ...tables, votes: [] })).toBe("electionRule.unknownVote")
  })

  test("is none where two rules of by-elections are in force, since either would be a guess", () => {
    const byElections = [...tables.byElections, { ...tables.byElections[0]!, id: "local", causes: ["resigned"] }]
    expect(scheme("committeeMember", "membersMeeting", ON, { ...tables, byElections })).toBe("electionRule.several")
    expect(scheme("committeeMember", "membersMeeting", ON, { ...tables, byElections: [] })).not.toHaveProperty(
      "byElection",
    )
  })

  test("carries the vote by which seats may be left empty only where there is one", () => {
    expect(scheme("committeeMember", "membersMeeting")).toHaveProperty("empty.id", "leaveEmpty")
    expect(scheme("secretary", "membersMeeting")).not.toHaveProperty("empty")
  })
})

describe("a delegates' congress", () => {
  const found = (members: number, delegates: number, more: Partial<ElectionRule.Congress> = {}) =>
    ElectionRule.congressFindings(
      congress,
      { body: "b1", members, delegates, dispersed: false, approval: "批复7号", ...more },
      ON,
    ).map(({ code, severity }) => `${code} ${severity}`)

  test.each<[string, ReadonlyArray<string>, ReadonlyArray<string>]>([
    ["500 members and 100 delegates", found(500, 100), []],
    ["499 members", found(499, 100), ["electionRule.congressMembers error"]],
    ["499 members far apart", found(499, 100, { dispersed: true }), []],
    ["200 delegates", found(500, 200), []],
    ["201 delegates", found(500, 201), ["electionRule.delegatesMany warning"]],
    ["99 delegates", found(500, 99), ["electionRule.delegatesFew warning"]],
    ["300 delegates", found(500, 300), ["electionRule.delegatesMany warning"]],
    ["301 delegates", found(500, 301), ["electionRule.delegatesMany error", "electionRule.delegatesMany warning"]],
  ])("%s", (_, codes, wanted) => expect(codes).toEqual(wanted))

  test("of a village goes by the rule for villages, which names the township, and of other bodies by the general one", () => {
    const of = (sector?: string) =>
      ElectionRule.congressFindings(
        congress,
        { body: "b1", members: 499, delegates: 150, dispersed: false, ...(sector === undefined ? {} : { sector }) },
        ON,
      )
        .filter(({ code }) => code !== "electionRule.delegatesFew")
        .map(({ code, cite }) => [code, cite?.title])
    const both = (title: string) => [
      ["electionRule.congressMembers", title],
      ["electionRule.congressUnapproved", title],
    ]
    expect(of("village")).toEqual(both("中国共产党农村基层组织工作条例"))
    expect(of("organ")).toEqual(both("中国共产党基层组织选举工作条例"))
    expect(of()).toEqual(both("中国共产党基层组织选举工作条例"))
  })

  test("without the approval of the superior", () => {
    const planned = { body: "b1", members: 600, delegates: 150, dispersed: false }
    expect(ElectionRule.congressFindings(congress, planned, ON).map(({ code }) => code)).toEqual([
      "electionRule.congressUnapproved",
    ])
  })
})

test("a share below nought, above one or none is refused where rules are stored", () => {
  const [first] = tables.elections
  const decode = Schema.decodeUnknownResult(ElectionRule.ElectionRule)
  for (const share of ["-0.2", "1.5", "half"]) {
    expect(Result.isFailure(decode({ ...first, surplus: share }))).toBe(true)
    expect(Result.isFailure(decode({ ...first, empty: { vote: "leaveEmpty", filled: share } }))).toBe(true)
  }
  expect(Result.isSuccess(decode({ ...first, empty: { vote: "leaveEmpty", filled: "0.8" } }))).toBe(true)
})
