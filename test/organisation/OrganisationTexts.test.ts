import { describe, expect, test } from "vitest"
import * as Fault from "../../src/foundation/Fault.js"
import * as Member from "../../src/organisation/Member.js"
import * as MemberRecord from "../../src/organisation/MemberRecord.js"
import * as MemberRule from "../../src/organisation/MemberRule.js"
import { texts, withKinds } from "../../src/organisation/OrganisationTexts.js"
import { kinds } from "../../src/presets/PrimaryKinds.js"

const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()

describe("every code has a sentence in both languages", () => {
  test.each(Object.entries(texts))("%s", (code, { zh, en }) => {
    expect(code).toMatch(/^[a-z]\w*\.[a-z]\w*$/)
    expect(zh).toMatch(/\p{Script=Han}/u)
    expect(en).not.toMatch(/\p{Script=Han}/u)
    expect(placeholders(zh)).toEqual(placeholders(en))
    expect(`${zh}${en}`).not.toMatch(/[。.]$/)
  })
})

describe("names in place of ids", () => {
  const say = (code: string, params: Fault.Fault["params"], language: "zh" | "en" = "zh") =>
    Fault.sentence(withKinds(kinds), Fault.make(code, params), language)

  test("reasons have theirs, and kinds those of the place", () => {
    const devolved = { reason: "devolved", id: "g1", kind: "partyGroup" }
    expect(say("organisationChange.successorKind", devolved)).toBe("以“移交”为由撤销，“g1”（党小组）不能承继")
    expect(Fault.sentence(texts, Fault.make("organisationChange.reason", { reason: "tooFewMembers" }), "en")).toBe(
      'no ending for the reason "too few members" is laid down',
    )
    const notBuilt = { kind: "branch", full: 3, all: 4 }
    expect(say("establishment.notBuilt", notBuilt)).toBe("正式党员3名、党员4名，应建“党支部”而未建")
  })

  test("what is above a kind is a kind, and else an id; a kind that nobody named stays as it is", () => {
    const place = { id: "b1", kind: "sect", parent: "branch" }
    expect(say("organisationChange.place", place)).toBe("“b1”（sect）不得设在“党支部”类党组织之下")
    expect(say("partyTree.orphan", { id: "b1", parent: "branch" })).not.toContain("党支部")
  })
})

describe("stages, steps and other closed sets stand by their names", () => {
  const say = (code: keyof typeof texts, params: Fault.Fault["params"]) =>
    (["zh", "en"] as const).map((language) => Fault.say(texts, Fault.make(code, params), language))

  test("a step that has no place at a stage", () => {
    expect(say("memberLife.stage", { stage: "full", step: "confirm" })).toEqual([
      "当前阶段“正式党员”不能办理“预备党员转正”",
      'the step "full membership" has no place at the stage "full member"',
    ])
    const steps = [...Object.keys(MemberRecord.steps), ...Object.keys(MemberRule.matterNames)]
    for (const stage of ["none", ...Object.keys(Member.stages)]) {
      for (const step of steps) expect(say("memberLife.stage", { stage, step })[0]).not.toMatch(/[A-Za-z]/)
    }
  })

  test.each([
    ["memberLife.pending", { matter: "strikeOff", on: "2024-03-01" }],
    ["memberLife.mayNotResolve", { body: "支部", matter: "admit", capability: "admit" }],
    ["memberLife.mayNotApprove", { body: "党委", matter: "admit", capability: "approveProbationary" }],
    ["memberLife.metAlready", { affair: "一号", met: "disposal" }],
    ["memberLife.penaltyStage", { stage: "probationary" }],
    ["memberLife.adviceStage", { stage: "probationary" }],
    ["memberLife.noRule", { says: "probation" }],
    ["memberLife.date", { field: "filedOn", day: "2024-03-01" }],
    ["transfer.mayNotSend", { body: "支部", capability: "transferNationwide" }],
    ["roll.noMembership", { person: "甲", event: "rightsSuspended" }],
    ["roll.noTransfer", { person: "甲", transfer: "一号", event: "received" }],
    ["dues.noRule", { is: "round", category: "学生" }],
    ["duesLedger.notSaid", { month: "2024-03", restriction: "membershipSuspended" }],
  ] as const)("%s", (code, params) => expect(say(code, params)[0]).not.toMatch(/[A-Za-z]/))
})
