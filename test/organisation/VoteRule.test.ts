/** Rules of voting over the national tables: cases 12 to 15 and 31, and what is wrong with a count. */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"
import * as VoteRule from "../../src/organisation/VoteRule.js"
import { votes } from "../../src/presets/PrimaryVotes.js"
import cases from "./cases/votes.json" with { type: "json" }

const rule = (id: string): VoteRule.VoteRule => votes.find((each) => each.id === id)!

interface Told extends VoteRule.VoteCount {
  readonly fault?: string
  readonly quorate?: boolean
  readonly carried?: boolean
  readonly left?: string
  readonly right?: string
}

describe.each(cases)("case $case: $says", (told) => {
  const counts: ReadonlyArray<Told> = told.counts
  test.each(counts)("%j", ({ fault, quorate, carried, left, right, ...count }) => {
    const decision = VoteRule.decide(rule(told.rule), count)
    if (fault !== undefined) {
      expect(Result.isFailure(decision) && decision.failure.map(({ code }) => code)).toEqual([fault])
      return
    }
    expect(Result.getOrThrow(decision)).toMatchObject({ rule: told.rule, quorate, carried })
    if (left !== undefined) expect(Result.getOrThrow(decision).quorum).toMatchObject({ left, right })
  })
})

test("written opinions of absent members count towards the majority and not towards the quorum", () => {
  const count = {
    due: 20,
    present: 11,
    ayes: 9,
    noes: 2,
    abstentions: 0,
    written: { ayes: 2, noes: 0, abstentions: 0 },
  }
  const admit = rule("membershipDecision")
  expect(Result.getOrThrow(VoteRule.decide(admit, count))).toMatchObject({ carried: true, majority: { count: 11 } })
  const fewer = { ...count, present: 10, noes: 1, written: { ayes: 10, noes: 0, abstentions: 0 } }
  expect(Result.getOrThrow(VoteRule.decide(admit, fewer))).toMatchObject({ quorate: false, carried: false })
  const plain = VoteRule.decide(rule("branchResolution"), count)
  expect(Result.isFailure(plain) && plain.failure.map(({ code }) => code)).toEqual(["voteRule.writtenNotCounted"])
})

test("counted against those due an election needs more than against those present", () => {
  const count = { due: 20, present: 16, ayes: 10, noes: 6, abstentions: 0, form: "secret" } as const
  expect(Result.getOrThrow(VoteRule.decide(rule("election"), count)).carried).toBe(true)
  expect(Result.getOrThrow(VoteRule.decide(rule("electionByDue"), count))).toMatchObject({
    carried: false,
    majority: { of: "due", left: "20", right: "20", needed: 11 },
  })
})

test("everything wrong with a count comes at once", () => {
  const count = {
    due: 0,
    present: 3,
    ayes: 2,
    noes: 1.5,
    abstentions: 4,
    written: { ayes: 1, noes: 0, abstentions: -1 },
    candidates: 2,
    form: "open",
  } as const
  expect(
    VoteRule.check({ written: false, secret: true, single: true }, count).map(({ code, path }) => [code, path]),
  ).toEqual([
    ["voteRule.notCount", ["noes"]],
    ["voteRule.notCount", ["written", "abstentions"]],
    ["voteRule.nobodyDue", ["due"]],
    ["voteRule.presentOverDue", ["present"]],
    ["voteRule.votesOverPresent", ["ayes"]],
    ["voteRule.several", ["candidates"]],
    ["voteRule.notSecret", ["form"]],
  ])
  const written = {
    due: 5,
    present: 4,
    ayes: 0,
    noes: 0,
    abstentions: 0,
    written: { ayes: 2, noes: 0, abstentions: 0 },
  }
  expect(VoteRule.check({ written: true, secret: false, single: false }, written).map(({ code }) => code)).toEqual([
    "voteRule.writtenOverAbsent",
  ])
})

test.each([
  ["1.5", "voteRule.share"],
  ["-0.5", "voteRule.share"],
  ["0.50", "exact.notCanonical"],
])("the share %s is refused", (share, code) => {
  const result = Schema.decodeUnknownResult(VoteRule.Least)({ of: "due", share, op: "ge" })
  expect(Result.isFailure(result) && String(result.failure)).toContain(code)
})

test("a share that is none, and a count that is none, are told and not thrown", () => {
  const compare = (share: string, count = 1, base = 2) => {
    const result = VoteRule.compare({ of: "due", share, op: "gt" }, count, base)
    return Result.isFailure(result) ? result.failure.code : result.success.holds
  }
  expect(["half", "-0.5", "1.5", "1/0"].map((share) => compare(share))).toEqual(Array(4).fill("voteRule.share"))
  expect([compare("0.5", 0.5), compare("0.5", 1, -1), compare("0.5", Number.NaN)]).toEqual(
    Array(3).fill("voteRule.notCount"),
  )
  expect([compare("0.5", 1, 2), compare("0.5", 2, 2)]).toEqual([false, true])
  const bad = {
    ...rule("branchResolution"),
    quorum: { share: "half", op: "ge" },
    majority: { of: "due", share: "most", op: "gt" },
  } as const
  expect(VoteRule.decide(bad, { due: 20, present: 12, ayes: 11, noes: 0, abstentions: 0 })).toMatchObject({
    failure: [
      { code: "voteRule.share", params: { text: "half" } },
      { code: "voteRule.share", params: { text: "most" } },
    ],
  })
})

test("where no text speaks of the form of the vote none is refused", () => {
  for (const id of ["membershipDecision", "branchResolution"]) expect(rule(id)).not.toHaveProperty("secret")
  const count = { due: 20, present: 12, ayes: 11, noes: 0, abstentions: 0, candidates: 1 }
  for (const form of ["open", "secret"] as const) {
    expect(VoteRule.check(rule("membershipDecision"), { ...count, form })).toEqual([])
  }
  expect(VoteRule.check(rule("election"), { ...count, form: "open" })).toMatchObject([{ code: "voteRule.notSecret" }])
})
