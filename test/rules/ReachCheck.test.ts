/** Items that no fact can meet and facts that nothing reads; made-up texts. */
import { describe, expect, test } from "vitest"
import type { Act, Expression, When } from "../../src/rules/Expression.js"
import * as Lint from "../../src/rules/Lint.js"
import type { Rulebook } from "../../src/rules/Rulebook.js"
import * as Scoring from "../../src/rules/Scoring.js"
import * as Veto from "../../src/rules/Veto.js"
import { book, cite, level, line, score } from "./sample.js"

const unmet = (self: Rulebook, options: Lint.Options = {}) =>
  Lint.lint(self, options)
    .defects.filter(({ code }) => code === "lint.lineUnmet")
    .map(({ params, at }) => [params.where, params.why, at.join(".")])

const answer = (self: Rulebook, ...at: ReadonlyArray<string | number>) =>
  Lint.lint(self).answers.find((one) => one.code === "lint.lineUnmet" && one.at.join(".") === at.join("."))?.answer

const account = (...acts: ReadonlyArray<Act>) => book(Scoring.lines({ id: "记分", acts }))
const amount: Expression = { op: "field", field: "金额", domain: Scoring.domain("元", "0", "1000", "1") }
const under = (when: When): Act => line("条", "1", { when })
const all = (...of: ReadonlyArray<When>): When => ({ test: "all", of })
const not = (of: When): When => ({ test: "not", of })

describe("lines that no fact can meet", () => {
  test.each<readonly [string, When, string]>([
    ["an empty list of values", Scoring.is("身份"), "身份∈{}"],
    ["a span without a whole number", Scoring.on(amount, { gt: "10.2", lt: "10.9" }), "金额∈(10.2, 10.9)"],
    ["a span beyond what is registered", Scoring.on(amount, { gt: "1000" }), "金额∈(1000, ∞)"],
    [
      "spans that exclude each other",
      all(Scoring.on(amount, { ge: "10" }), Scoring.on(amount, { lt: "10" })),
      "金额∈[10, ∞) ∧ 金额∈(−∞, 10)",
    ],
    [
      "two values of one tag at once",
      all(Scoring.tagged("级别", "县"), Scoring.tagged("级别", "市")),
      "级别∈{县} ∧ 级别∈{市}",
    ],
    [
      "a label that is asked for and ruled out",
      all(Scoring.is("职务", "书记"), not(Scoring.is("职务", "书记", "主任"))),
      "职务∈{书记} ∧ ¬(职务∈{书记、主任})",
    ],
    [
      "more of some than there are",
      { test: "atLeast", n: 3, of: [Scoring.is("a", "x"), Scoring.is("b", "y")] },
      "≥3(a∈{x}；b∈{y})",
    ],
  ])("%s", (_, when, why) => {
    const self = account(under(when), line("别", "1"))
    expect(unmet(self)).toEqual([["条", why, "total.acts.0"]])
    expect(answer(self, "total", "acts", 0)).toBe("refuted")
    expect(answer(self, "total", "acts", 1)).toBe("proven")
  })
  test.each<readonly [string, When]>([
    ["two labels of one name, for somebody who has both", all(Scoring.is("职务", "书记"), Scoring.is("职务", "主任"))],
    ["a span with one point", Scoring.on(amount, { gt: "9", lt: "11" })],
    ["a tag that is not another", all(not(Scoring.tagged("级别", "县")), Scoring.tagged("级别", "县", "市"))],
  ])("is not %s", (_, when) => {
    expect(unmet(account(under(when)))).toEqual([])
    expect(answer(account(under(when)), "total", "acts", 0)).toBe("proven")
  })
  test("a line for a class that is exempt", () => {
    const classes = (standing: "exempt" | "unrated") => [
      { id: "学生", label: { zh: "学生" }, when: Scoring.is("身份", "学生"), standing, cite: cite("2") },
      {
        id: "党员",
        label: { zh: "党员" },
        when: not(Scoring.is("身份", "学生")),
        standing: "rated" as const,
        cite: cite("2"),
      },
    ]
    const self = Scoring.lines({ id: "记分", acts: [under(Scoring.is("身份", "学生"))] })
    expect(unmet(book(self, { classes: classes("exempt") }))).toEqual([["条", "身份∈{学生}", "total.acts.0"]])
    expect(unmet(book(self, { classes: classes("unrated") }))).toEqual([])
  })
  test("a line whose kind no register records, where the kinds are given", () => {
    const self = account(line("献血", "1"), line("志愿", "2"))
    expect(unmet(self, { kinds: ["献血"] })).toEqual([["志愿", "志愿", "total.acts.1"]])
    expect(unmet(self)).toEqual([])
  })
})

describe("clauses that can never apply", () => {
  const never = all(
    Scoring.on(Scoring.reference("得分"), { ge: "90" }),
    Scoring.on(Scoring.reference("得分"), { lt: "80" }),
  )
  const total = { ...score, id: "得分" } as Expression
  const levels = [level("甲", { ge: "90" }), level("乙", { lt: "90" })]
  const grounds = (id: string, when: When) => ({ id, label: { zh: id }, when, cite: cite("7") })
  test("effects, awards, badges, rows and terms, each at its place", () => {
    const self = book(total, {
      levels,
      effects: [Veto.holdAt(grounds("否", never), "乙")],
      awards: [{ ...grounds("奖", never), atLeast: "甲" }],
      badges: [{ ...grounds("星", never), needs: [] }],
    })
    expect(unmet(self).map(([where, , at]) => [where, at])).toEqual([
      ["否", "effects.0"],
      ["奖", "awards.0"],
      ["星", "badges.0"],
    ])
  })
  test("a score that is asked to be higher than it can come to", () => {
    const high = Scoring.on(Scoring.parts([score, Scoring.base("10")], { id: "合计" }), { ge: "111" })
    const self = book(Scoring.base("1"), { levels, awards: [{ ...grounds("奖", high), atLeast: "甲" }] })
    expect(unmet(self).map(([where]) => where)).toEqual(["奖"])
  })
  test("a term for sizes that no line has", () => {
    const validity = [
      { when: Scoring.on({ op: "requested" }, { ge: "40" }), months: 24, cite: cite("8") },
      { when: Scoring.on({ op: "requested" }, { lt: "40" }), months: 12, cite: cite("8") },
    ]
    const self = book(Scoring.lines({ id: "记分", acts: [line("献血", "10"), line("志愿", "5")], validity }))
    expect(unmet(self)).toEqual([["24", "requested∈[40, ∞)", "total.validity.0"]])
  })
  test("a row of a table", () => {
    const self = book({
      op: "case",
      rows: [
        { when: all(Scoring.is("身份", "党员"), not(Scoring.is("身份", "党员"))), gives: { op: "const", q: "1" } },
      ],
      otherwise: { op: "const", q: "0" },
    })
    expect(unmet(self).map(([, , at]) => at)).toEqual(["total.rows.0"])
  })
  test("what is put together of several numbers is undecided unless it is tried and holds", () => {
    const both = Scoring.on(Scoring.parts([score, { ...score, kind: "别" } as Expression]), { ge: "150" })
    const self = book(total, { levels, awards: [{ ...grounds("奖", both), atLeast: "甲" }] })
    expect(unmet(self)).toEqual([])
    expect(answer(self, "awards", 0)).toBe("undecided")
  })
})

describe("facts that nothing reads", () => {
  const unread = (self: Rulebook, options: Lint.Options) =>
    Lint.lint(self, options)
      .defects.filter(({ code }) => code === "lint.factUnread")
      .map((defect) => {
        expect(defect.evidence.is === "place" || Lint.shows(self, defect)).toBe(true)
        return [defect.params.what, defect.evidence.is]
      })
  const self = book(
    Scoring.parts([
      { ...score, id: "得分" } as Expression,
      Scoring.lines({
        acts: [
          line("拾金", "1", { when: Scoring.on(amount, { ge: "10" }) }),
          line("荣誉", "1", { when: Scoring.tagged("级别", "县") }),
        ],
        suspensions: [{ id: "停", kinds: ["处分"], cite: cite("9") }],
      }),
    ]),
  )
  test("kinds: what no leaf, line or suspension names, each with a fact that stays unread", () => {
    expect(unread(self, { kinds: ["得分", "拾金", "荣誉", "处分", "走访", "constructor"] })).toEqual([
      ["constructor", "witness"],
      ["走访", "witness"],
    ])
    expect(unread(self, {})).toEqual([])
    expect(unread(self, { kinds: ["得分", "拾金", "荣誉", "处分"] })).toEqual([])
  })
  test("fields and tags of kinds that are read", () => {
    expect(
      unread(self, { fields: { 得分: ["value", "备注"], 拾金: ["金额", "地点"], 荣誉: ["级别"], 走访: ["户数"] } }),
    ).toEqual([
      ["得分.备注", "place"],
      ["拾金.地点", "place"],
    ])
  })
  test("what only the terms of validity ask for is read", () => {
    const terms = book(
      Scoring.lines({
        acts: [line("荣誉", "1")],
        validity: [{ when: Scoring.tagged("授予", "国家"), months: 60, cite: cite("8") }],
      }),
    )
    expect(unread(terms, { fields: { 荣誉: ["授予", "文号"] } })).toEqual([["荣誉.文号", "place"]])
  })
})
