/**
 * Told cases of separation. The one rule with a source is the cashier's of 《中华人民共和国会计法》 (出纳人员不得兼任稽核、会计档案保管和
 * 收入、支出、费用、债权债务账目的登记工作); all others, and all deeds, are made up.
 */
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import * as Finding from "../../src/foundation/Finding.js"
import { texts } from "../../src/process/ProcessTexts.js"
import * as Separation from "../../src/process/Separation.js"
import { cite, codesOf, on } from "./clocks.js"

const law = { title: "中华人民共和国会计法", standing: "transcription" } as const
const cashier: Separation.Rule = {
  id: "出纳",
  within: "held",
  duty: "出纳",
  against: ["稽核", "会计档案保管", "账目登记"],
  strength: "must",
  from: on("2000-07-01"),
  cite: law,
}
const asking: Separation.Rule = {
  id: "申请与审批",
  within: "matter",
  duty: "申请",
  against: ["审批", "验收"],
  strength: "must",
  from: on("2020-01-01"),
  to: on("2021-01-01"),
  cite,
  approvedBy: "镇党委",
}
const two: Separation.Rule = { ...asking, id: "双人核查", duty: "核查", against: ["核查"], strength: "should" }
const { approvedBy: _, ...strict } = asking

const deed = (id: string, duty: string, person?: string, day = "2020-03-02", matter = "m1"): Separation.Deed => ({
  id,
  matter,
  duty,
  actor: { post: "村书记", body: "甲村", ...(person === undefined ? {} : { person }) },
  on: on(day),
})
const pairs = (findings: ReadonlyArray<Finding.Finding>) =>
  findings.map(({ params, subject, severity }) => [subject, params.rule, params.first, params.second, severity])

describe("deeds in a matter", () => {
  it("of one hand are found with both deeds named, whichever came first", () => {
    const asked = deed("d1", "申请", "p1")
    expect(pairs(Separation.findings([asking], [asked, deed("d2", "审批", "p1", "2020-03-03")]))).toEqual([
      ["m1", "申请与审批", "d1", "d2", "error"],
    ])
    expect(pairs(Separation.findings([asking], [asked, deed("d2", "审批", "p1", "2020-03-01")]))).toEqual([
      ["m1", "申请与审批", "d2", "d1", "error"],
    ])
  })

  it("of two persons in one post are of two hands, of an unnamed and a named one of nobody can tell which", () => {
    const asked = deed("d1", "申请", "p1")
    const codes = (...deeds: ReadonlyArray<Separation.Deed>) =>
      Separation.findings([asking], deeds).map(({ code }) => code)
    expect(codes(asked, deed("d2", "审批", "p2"))).toEqual([])
    expect(codes(asked, deed("d2", "审批"))).toEqual(["separation.unnamed"])
    expect(codes(deed("d1", "申请"), deed("d2", "审批", "p1"))).toEqual(["separation.unnamed"])
    // Another post does not help: whoever holds it may be p1.
    const other = { ...deed("d2", "审批"), actor: { post: "会计", body: "乙村" } }
    expect(codes(asked, other)).toEqual(["separation.unnamed"])
    expect(codes(deed("d1", "申请"), deed("d2", "审批"))).toEqual(["separation.sameHand"])
    expect(codes(deed("d1", "申请"), other)).toEqual([])
  })

  it("nobody escapes by leaving out the body, nor by being named where he was not before", () => {
    const bare = { ...deed("d2", "审批"), actor: { post: "村书记" } }
    const codes = (...deeds: ReadonlyArray<Separation.Deed>) =>
      Separation.findings([asking], deeds).map(({ code, params }) => [code, params.first])
    expect(codes(deed("d1", "申请"), bare)).toEqual([["separation.sameHand", "d1"]])
    expect(codes({ ...bare, id: "d1", duty: "申请" }, deed("d2", "审批"))).toEqual([["separation.sameHand", "d1"]])
    // Who is certain goes before who is not.
    expect(codes(deed("d0", "申请"), deed("d1", "申请", "p1"), deed("d2", "审批", "p1"))).toEqual([
      ["separation.sameHand", "d1"],
    ])
  })

  it("of another matter, of other duties, or out of the rule's time are nothing", () => {
    const asked = deed("d1", "申请", "p1")
    expect(Separation.findings([asking], [asked, deed("d2", "审批", "p1", "2020-03-03", "m2")])).toEqual([])
    expect(Separation.findings([asking], [deed("d2", "审批", "p1"), deed("d3", "验收", "p1")])).toEqual([])
    expect(Separation.findings([asking], [asked, deed("d2", "审批", "p1", "2021-01-01")])).toEqual([])
  })

  it("of one duty that takes two hands are found where there is one", () => {
    expect(pairs(Separation.findings([two], [deed("d1", "核查", "p1"), deed("d2", "核查", "p1")]))).toEqual([
      ["m1", "双人核查", "d1", "d2", "warning"],
    ])
    expect(Separation.findings([two], [deed("d1", "核查", "p1"), deed("d2", "核查", "p2")])).toEqual([])
  })

  it("that stand twice are one deed, not held against itself and not found twice", () => {
    const once = [deed("d1", "核查", "p1")]
    expect(Separation.findings([two], [...once, ...once])).toEqual([])
    const both = [deed("d1", "申请", "p1"), deed("d2", "审批", "p1", "2020-03-03")]
    expect(Separation.findings([asking], [...both, ...both])).toEqual(Separation.findings([asking], both))
  })

  it("are covered by an approval only where the rule provides for one", () => {
    const deeds = [deed("d1", "申请", "p1"), deed("d2", "审批", "p1")]
    const approvals = [{ id: "a1", code: "separation.sameHand", subject: "m1", by: "镇党委" }]
    expect(Separation.findings([asking], deeds, approvals)[0]?.coveredBy).toBe("a1")
    expect(Separation.findings([strict], deeds, approvals)[0]?.coveredBy).toBeUndefined()
  })

  it("are covered by an approval of whom the rule names, and of nobody else", () => {
    const county: Separation.Rule = { ...asking, id: "申请与验收", against: ["验收"], approvedBy: "县委" }
    const deeds = [deed("d1", "申请", "p1"), deed("d2", "审批", "p1"), deed("d3", "验收", "p1")]
    const approvals = [{ id: "a1", code: "separation.sameHand", subject: "m1", by: "镇党委" }]
    const rules = [{ ...asking, against: ["审批"] }, county]
    expect(
      Separation.findings(rules, deeds, approvals).map(({ params, coveredBy }) => [params.rule, coveredBy]),
    ).toEqual([
      ["申请与验收", undefined],
      ["申请与审批", "a1"],
    ])
  })

  it("are told in words", () => {
    const [finding] = Separation.findings([strict], [deed("d1", "申请", "p1"), deed("d2", "审批", "p1")])
    expect(Finding.say(texts, finding!, "zh")).toBe(
      "不符合：m1：“d1”（申请）和“d2”（审批）出自一人之手，规则“申请与审批”不允许（《示例办法》）",
    )
  })
})

describe("who may act", () => {
  it("nobody who did what the duty stands against; a deed of the same id is not held against itself", () => {
    const done = [deed("d1", "申请", "p1"), deed("d2", "审批", "p1", "2020-03-02", "m2")]
    expect(pairs(Separation.mayAct([asking], done, deed("d3", "验收", "p1", "2020-03-05")))).toEqual([
      ["m1", "申请与审批", "d1", "d3", "error"],
    ])
    expect(Separation.mayAct([asking], done, deed("d3", "验收", "p2", "2020-03-05"))).toEqual([])
    expect(Separation.mayAct([two], [deed("d1", "核查", "p1")], deed("d1", "核查", "p1"))).toEqual([])
  })
})

describe("duties held at once", () => {
  const tenure = (id: string, duty: string, person: string, from: string, to?: string): Separation.Tenure => ({
    id,
    duty,
    actor: { post: duty, body: "甲村", person },
    from: on(from),
    ...(to === undefined ? {} : { to: on(to) }),
  })

  it("by a cashier who also audits, on the days on which both are held", () => {
    const held = [tenure("t2", "出纳", "p1", "2020-01-01", "2020-06-01"), tenure("t1", "稽核", "p1", "2020-03-01")]
    const found = (day: string) => pairs(Separation.heldTogether([cashier], held, on(day)))
    expect(found("2020-02-29")).toEqual([])
    expect(found("2020-03-01")).toEqual([["t1", "出纳", "t1", "t2", "error"]])
    expect(found("2020-06-01")).toEqual([])
  })

  it("not to be told of a named and an unnamed one", () => {
    const { actor, ...rest } = tenure("t2", "稽核", "p2", "2020-01-01")
    const unnamed = { ...rest, actor: { post: actor.post, body: "乙村" } }
    const found = Separation.heldTogether(
      [cashier],
      [tenure("t1", "出纳", "p1", "2020-01-01"), unnamed],
      on("2020-03-01"),
    )
    expect(found.map(({ code, subject }) => [code, subject])).toEqual([["separation.unnamed", "t1"]])
  })

  it("not by two persons, and not of duties that the rule leaves alone", () => {
    const held = [tenure("t1", "出纳", "p1", "2020-01-01"), tenure("t2", "稽核", "p2", "2020-01-01")]
    expect(
      Separation.heldTogether([cashier], [...held, tenure("t3", "会计", "p1", "2020-01-01")], on("2020-03-01")),
    ).toEqual([])
    expect(Separation.findings([cashier], [deed("d1", "出纳", "p1"), deed("d2", "稽核", "p1")])).toEqual([])
  })
})

describe("the document", () => {
  it("reads what it writes", () => {
    const rules: Separation.Rules = { format: 1, rules: [cashier, asking, two] }
    const written = Result.getOrThrow(Separation.document.encode(rules))
    expect(Separation.document.decode(JSON.parse(JSON.stringify(written)))).toEqual(Result.succeed(rules))
  })

  it("refuses what is wrong at once", () => {
    const bad = { ...asking, against: [], to: "2020-01-01" }
    expect(codesOf(Separation.document.decode({ format: 1, rules: [asking, bad] }))).toEqual([
      "separation.idTwice",
      "separation.againstNothing",
      "separation.emptySpan",
    ])
    expect(codesOf(Separation.document.decode({ format: 1, rules: [{ ...asking, within: "week" }] }))).toEqual([
      "document.noVariant",
    ])
  })
})
