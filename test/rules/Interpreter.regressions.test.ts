/** The smallest cases of what the laws of evaluation once refuted. All data are made up. */
import { describe, expect, test } from "vitest"
import * as Period from "../../src/foundation/Period.js"
import type { Act, Acts, Cap, Expression, FactLeaf, When } from "../../src/rules/Expression.js"
import * as Rulebook from "../../src/rules/Rulebook.js"
import { fact, rate, subject } from "./rating.js"
import { simpleBook, UNITS } from "./rulebookArbitrary.js"

const cite = { doc: "text", art: "1" }
const label = { zh: "虚构" }

const asked: Expression = { op: "field", field: "value", domain: UNITS }
const only: FactLeaf = { op: "fact", kind: "测评", take: "only", field: "value", domain: UNITS, closedBy: "periodEnd" }

const act = (id: string, worth: Expression, more: Partial<Act> = {}): Act => ({
  id,
  kind: "好事",
  label,
  cite,
  worth,
  ...more,
})

const acts = (list: ReadonlyArray<Act>, more: Partial<Acts> = {}): Acts => ({
  op: "acts",
  acts: list,
  caps: [],
  sameAct: "sum",
  validity: [],
  suspensions: [],
  ...more,
})

const score = (total: Expression, given: Parameters<typeof rate>[1]) =>
  rate(simpleBook(total), given).outcomes[0]?.scores?.total

const between = (from: string | undefined, to: string | undefined) =>
  expect.objectContaining({
    is: "between",
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  })

const known = (q: string) => ({ is: "known", q })

const unknownIs = (e: Expression, ge: string): When => ({ test: "value", e, on: { ge } })

describe("names that every object answers to", () => {
  test("a label, parameter, field or seed that is called constructor is one that nobody has", () => {
    const when: When = { test: "is", label: "constructor", in: ["x"] }
    const param: Expression = { op: "param", name: "toString", domain: UNITS }
    const book = simpleBook({ op: "case", rows: [{ when, gives: param }], otherwise: param })
    const ties = { keys: [], last: { draw: "valueOf" }, method: "min" } as const
    const { outcomes } = rate(
      { ...book, rankings: [{ id: "排名", label, group: "constructor", ties, cite }] },
      { subjects: [subject("甲"), subject("乙")] },
    )
    expect(outcomes.map(({ scores }) => scores?.total)).toEqual([between("0", "10"), between("0", "10")])
  })
})

describe("the only fact", () => {
  test("beside one that says a value, one that says none leaves the value open instead of contradicting it", () => {
    const facts = [fact("甲", "测评", "2023-03-01"), fact("甲", "测评", "2023-03-02", { value: "7" })]
    expect(score(only, { facts })).toEqual(between("0", "10"))
    const both = [fact("甲", "测评", "2023-03-01", { value: "6" }), fact("甲", "测评", "2023-03-02", { value: "7" })]
    expect(score(only, { facts: both })).toMatchObject({ is: "conflict", code: "rules.severalFacts" })
  })
})

describe("one act under several lines, not all known", () => {
  const cap: Cap = { id: "限", of: ["甲条"], per: "period", on: "bonus", max: "2", cite }
  const node = acts([act("甲条", asked), act("乙条", { op: "const", q: "5" })], {
    sameAct: "largestRequested",
    caps: [cap],
  })

  test("the line that asks for most may be the one that a cap cuts: the interval holds both", () => {
    expect(score(node, { facts: [fact("甲", "好事", "2023-03-01", { value: "3" })] })).toEqual(known("5"))
    expect(score(node, { facts: [fact("甲", "好事", "2023-03-01", { value: "8" })] })).toEqual(known("2"))
    const [open] = rate(simpleBook(node), { facts: [fact("甲", "好事", "2023-03-01")] }).outcomes
    expect(open?.scores?.total).toEqual(between("2", "5"))
    expect(open?.lines.map(({ granted }) => granted)).toEqual([between("0", "10"), between("0", "5")])
  })

  test("where the lines fare alike the interval is exact", () => {
    const alike = { ...node, caps: [{ ...cap, of: ["甲条", "乙条"], max: "7" }] }
    expect(score(alike, { facts: [fact("甲", "好事", "2023-03-01")] })).toEqual(between("5", "7"))
  })

  test("beside a line without bound no line is certain to count", () => {
    const unbounded: Expression = { ...asked, domain: { ...UNITS, max: null } } as Expression
    const free = acts([act("甲条", unbounded), act("乙条", { op: "const", q: "5" })], { sameAct: "largestRequested" })
    const [open] = rate(simpleBook(free), { facts: [fact("甲", "好事", "2023-03-01")] }).outcomes
    expect(open?.lines[1]?.granted).toEqual(between("0", "5"))
  })
})

describe("two unknown lines under one cap", () => {
  test("the later may give all that it asks for, if the earlier gives nothing", () => {
    const cap: Cap = { id: "限", of: ["甲条"], per: "period", on: "bonus", max: "10", cite }
    const facts = [fact("甲", "好事", "2023-03-01"), fact("甲", "好事", "2023-03-02")]
    const [open] = rate(simpleBook(acts([act("甲条", asked)], { caps: [cap] })), { facts }).outcomes
    expect(open?.scores?.total).toEqual(between("0", "10"))
    expect(open?.lines.map(({ granted }) => granted)).toEqual([between("0", "10"), between("0", "10")])
  })
})

describe("what hangs on an earlier line that may not be there", () => {
  test("a repetition is possible, not certain", () => {
    const when = unknownIs({ op: "param", name: "基数", domain: UNITS }, "5")
    const repeat = { class: "违规", times: "2" }
    const node = acts([
      act("首次", { op: "const", q: "-1" }, { kind: "旧事", when, repeat }),
      act("再次", { op: "const", q: "-3" }, { repeat }),
    ])
    const facts = [fact("甲", "旧事", "2023-03-01"), fact("甲", "好事", "2023-04-01")]
    expect(score(node, { facts })).toEqual(between("-7", "-3"))
    expect(score(node, { facts, subjects: [subject("甲", {}, { 基数: "4" })] })).toEqual(known("-3"))
    expect(score(node, { facts, subjects: [subject("甲", {}, { 基数: "5" })] })).toEqual(known("-7"))
  })

  test("a line whose validity is not known may count or not, in the rated period as well", () => {
    const when = unknownIs({ op: "param", name: "基数", domain: UNITS }, "5")
    const node = acts([act("条", { op: "const", q: "4" })], { validity: [{ when, months: 1, cite }] })
    const facts = [fact("甲", "好事", "2023-03-01")]
    expect(score(node, { facts })).toEqual(between("0", "4"))
    expect(score(node, { facts, subjects: [subject("甲", {}, { 基数: "4" })] })).toEqual(known("4"))
    expect(score(node, { facts, subjects: [subject("甲", {}, { 基数: "5" })] })).toEqual(known("0"))
  })
})

describe("caps over the same lines", () => {
  test("a net cap in a narrower span than the gross one crosses it: one more bonus could lower the sum", () => {
    const gross: Cap = { id: "年", of: ["条"], per: "year", on: "bonus", max: "5", cite }
    const net: Cap = { id: "月", of: ["条"], per: "month", on: "net", max: "2", cite }
    const codes = (caps: ReadonlyArray<Cap>) =>
      Rulebook.check(simpleBook(acts([act("条", asked)], { caps }))).map(({ code }) => code)
    expect(codes([gross, net])).toEqual(["rulebook.crossingCaps"])
    expect(codes([net, gross])).toEqual(["rulebook.crossingCaps"])
    expect(codes([{ ...net, per: "year" }, gross])).toEqual([])
    expect(codes([gross, { ...net, per: "period" }])).toEqual([])
  })
})

describe("levels that are still open", () => {
  const level = (id: string, on: { readonly ge?: string; readonly lt?: string }) => ({ id, label, on, cite })
  const levels = [level("一等", { ge: "9" }), level("二等", { ge: "6", lt: "9" }), level("三等", { lt: "6" })]
  const param = (name: string): Expression => ({ op: "param", name, domain: UNITS })

  test("of two direct awards not yet known the lesser alone may lift the climb limit", () => {
    const book = {
      ...simpleBook({ op: "const", q: "9" }),
      levels: [...levels.slice(0, 2), level("三等", { ge: "3", lt: "6" }), level("四等", { lt: "3" })],
      climb: { steps: 1, cite },
      awards: [
        { id: "甲奖", label, when: unknownIs(param("甲奖"), "5"), atLeast: "一等", overQuota: false, cite },
        { id: "乙奖", label, when: unknownIs(param("乙奖"), "5"), atLeast: "二等", overQuota: false, cite },
      ],
    }
    const results = [
      {
        book: "self",
        subject: "甲",
        period: Period.parseUnsafe("2022"),
        values: {},
        level: "四等",
        recordedAt: fact("甲", "无", "2023-01-01").recordedAt,
      },
    ]
    const of = (parameters: Record<string, string>) =>
      rate(book, { subjects: [subject("甲", {}, parameters)], results }).outcomes[0]?.level
    expect(of({ 甲奖: "0", 乙奖: "5" })).toEqual({ is: "level", level: "二等" })
    expect(of({})).toEqual({ is: "among", levels: ["一等", "二等", "三等"] })
  })

  test("while it is not known who is of the group, a quota decides nothing", () => {
    const book = {
      ...simpleBook(param("得分")),
      levels,
      quotas: [
        {
          id: "名额",
          levels: ["一等"] as [string],
          sense: "most" as const,
          of: { share: "0.5", round: "floor" as const },
          among: unknownIs(param("党龄"), "5"),
          group: null,
          cite,
        },
      ],
    }
    const of = (党龄: Record<string, string>) =>
      rate(book, {
        subjects: [subject("甲", {}, { 得分: "9", 党龄: "5" }), subject("乙", {}, { 得分: "0", ...党龄 })],
      }).outcomes[1]?.level
    expect(of({})).toEqual({ is: "among", levels: ["一等", "二等"] })
    expect(of({ 党龄: "5" })).toEqual({ is: "level", level: "一等" })
    expect(of({ 党龄: "4" })).toEqual({ is: "level", level: "二等" })
  })

  test("a tie key that is not yet known leaves the place open", () => {
    const ties = { keys: [{ e: only, best: "high" as const }], last: "share" as const, method: "min" as const }
    const book = { ...simpleBook({ op: "const", q: "9" }), rankings: [{ id: "排名", label, group: null, ties, cite }] }
    const places = (facts: Parameters<typeof rate>[1]["facts"]) =>
      rate(book, { subjects: [subject("甲"), subject("乙")], facts: facts ?? [] }).outcomes.map(
        ({ places: [place] }) => place?.place,
      )
    const told = fact("甲", "测评", "2023-03-01", { value: "4" })
    expect(places([told])).toEqual([between("1", "2"), between("1", "2")])
    expect(places([told, fact("乙", "测评", "2023-03-01", { value: "5" })])).toEqual([known("1"), known("2")])
  })
})

describe("who is rated", () => {
  test("is found with everybody in view, once: those who are not evaluated do not change the others' class", () => {
    const best: Expression = {
      op: "peers",
      e: { op: "param", name: "得分", domain: UNITS },
      fold: "rank",
      group: null,
      best: "high",
      ties: { keys: [], last: "share", method: "min" },
    }
    const first: When = { test: "value", e: best, on: { le: "1" } }
    const book = {
      ...simpleBook(best),
      classes: [
        { id: "免评", label, when: first, standing: "exempt" as const, cite },
        { id: "参评", label, when: { test: "not", of: first } as When, standing: "rated" as const, cite },
      ],
    }
    const subjects = ["3", "2", "1"].map((得分, index) => subject(`s${index}`, {}, { 得分 }))
    const { outcomes } = rate(book, { subjects })
    expect(outcomes.map(({ standing }) => standing)).toEqual(["exempt", "rated", "rated"])
    expect(outcomes.map(({ scores }) => scores?.total)).toEqual([undefined, known("1"), known("2")])
  })
})

describe("numbers too long to write down", () => {
  test("a product past the digits of a document is a conflict, never an unreadable outcome", () => {
    const long: Expression = { op: "const", q: "9".repeat(400) }
    const total: Expression = { op: "times", by: { op: "param", name: "基数", domain: UNITS }, e: long }
    const given = { subjects: [subject("甲", {}, { 基数: "10" })] }
    expect(score(total, given)).toEqual({ is: "conflict", code: "rules.tooLong", params: {} })
    expect(score(total, { subjects: [subject("甲")] })).toEqual({ is: "between", from: "0", because: ["基数"] })
  })
})

describe("a suspension", () => {
  test("does not come from a fact which says that nothing of the kind can be told", () => {
    const node = acts([act("条", { op: "const", q: "4" })], { suspensions: [{ id: "停", kinds: ["违纪"], cite }] })
    const good = fact("甲", "好事", "2023-03-01")
    const running = fact("甲", "违纪", "2023-02-01", { until: "open" })
    expect(score(node, { facts: [good, running] })).toEqual(known("0"))
    expect(score(node, { facts: [good, { ...running, absent: "exempt" }] })).toEqual(known("4"))
  })
})
