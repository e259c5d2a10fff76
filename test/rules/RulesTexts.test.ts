import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as Document from "../../src/foundation/Document.js"
import { type Fault, make as fault, sentence } from "../../src/foundation/Fault.js"
import * as Period from "../../src/foundation/Period.js"
import * as Builder from "../../src/rules/Builder.js"
import type { Quota } from "../../src/rules/Clause.js"
import type { Act, Cap, Expression } from "../../src/rules/Expression.js"
import * as Fact from "../../src/rules/Fact.js"
import * as GroupTable from "../../src/rules/GroupTable.js"
import type { Outcome } from "../../src/rules/Outcome.js"
import * as Rulebook from "../../src/rules/Rulebook.js"
import { forms, texts } from "../../src/rules/RulesTexts.js"
import * as Scoring from "../../src/rules/Scoring.js"
import * as Span from "../../src/rules/Span.js"
import { type Case, fact, instant, one, several, subject } from "./rating.js"
import { book, cite, draft, level, levels, line, points, score } from "./sample.js"

// Everything here is made up to raise one code after the other.

const sound = book(score, { levels })
const broken = (change: Partial<Rulebook.Rulebook>): ReadonlyArray<Fault> => Rulebook.check({ ...sound, ...change })
const refused = (result: Result.Result<unknown, ReadonlyArray<Fault>>) =>
  Result.isFailure(result) ? result.failure : []
const lines = (acts: ReadonlyArray<Act>, caps: ReadonlyArray<Cap> = []) => Scoring.lines({ id: "记分", acts, caps })
const cap = (id: string, of: ReadonlyArray<string>, more: Partial<Cap>): Cap => ({
  id,
  of,
  per: "period",
  on: "bonus",
  cite: cite("9"),
  ...more,
})
const quota = (more: Partial<Quota>): Quota => ({
  id: "名额",
  levels: ["优秀"],
  sense: "most",
  of: { seats: 1 },
  group: null,
  cite: cite("21"),
  ...more,
})
const day = CivilDate.parseUnsafe
const two = [line("甲", "1"), line("乙", "1")]

const ofBooks: ReadonlyArray<Fault> = [
  ...broken({ levels: [...levels, ...levels.slice(0, 1)], total: Scoring.reference("无") }),
  ...broken({ total: Scoring.parts([Scoring.reference("甲")], { id: "甲" }) }),
  ...broken({ total: { op: "requested" } }),
  ...broken({
    classes: [{ id: "c", label: { zh: "类" }, when: Scoring.tagged("t", "x"), standing: "rated", cite: cite("1") }],
  }),
  ...broken({ score: { quantum: "0", round: "exact" } }),
  ...broken({ total: Scoring.parameter("p", Scoring.domain("分", "2", "1", "1")) }),
  ...broken({ total: lines(two, [cap("a", ["甲"], {}), cap("b", ["甲"], { max: "-1" })]) }),
  ...broken({
    total: lines(
      [...two, line("丙", "1")],
      [cap("a", ["甲", "乙"], { max: "1" }), cap("b", ["乙", "丙"], { max: "1" })],
    ),
  }),
  ...broken({ total: lines(two, [cap("a", ["甲"], { on: "net", max: "1" }), cap("b", ["甲", "乙"], { max: "1" })]) }),
  ...broken({ total: { op: "fact", kind: "k", take: "sum", domain: points(), closedBy: "register" } }),
  ...broken({
    quotas: [
      quota({ levels: ["合格"] }),
      quota({ id: "b", levels: ["优秀", "优秀"] }),
      quota({ id: "c", of: { share: "2", round: "up" } }),
    ],
  }),
  ...broken({ inForce: { from: day("2023-01-01"), to: day("2023-01-01") } }),
  ...broken({
    classes: [
      { id: "类", label: { zh: "类" }, when: Scoring.on(score, { ge: "1" }), standing: "rated", cite: cite("9") },
    ],
  }),
  ...broken({
    total: Scoring.subPeriods("month", lines([line("甲", "1")], [cap("a", ["甲"], { per: "year", max: "1" })]), "sum"),
  }),
  ...broken({
    total: Scoring.parts(
      Array.from({ length: 66 }, (_, index) =>
        Scoring.parts([index === 0 ? score : Scoring.reference(`n${index - 1}`)], { id: `n${index}` }),
      ),
    ),
  }),
  ...refused(Builder.book({ ...draft(score), id: "a\u0000b" })),
  ...broken({
    effects: [
      {
        id: "扣",
        label: { zh: "扣" },
        when: { test: "all", of: [] },
        does: { deduct: "-1" },
        lasts: "period",
        cite: cite("9"),
      },
    ],
  }),
  ...refused(
    Builder.fill(
      book(lines([]), { slots: [{ id: "自设", into: "记分", sign: "bonus", items: 1, each: "1", cite: cite("8") }] }),
      "自设",
      [line("甲", "2"), line("乙", "1")],
    ),
  ),
  ...refused(
    Builder.book(draft(score, { levels: [level("a", { gt: "1", ge: "1" }), level("b", { gt: "1", lt: "1" })] })),
  ),
  ...refused(Document.make({ name: "Span", schema: () => Span.Span }).decode({ ge: "2", le: "1" })),
  ...Fact.check([], [fact("甲", "k", "2023-02-01", { until: "2023-01-01" })]).filter(({ code }) =>
    code.startsWith("fact."),
  ),
]

/** Every conflict that stands anywhere in an outcome. */
const conflicts = (e: Expression, given: Case = {}, more: Partial<Builder.Draft> = {}): ReadonlyArray<Fault> => {
  const outcome: Outcome = one({ ...sound, levels: [], ...more, total: e } as Rulebook.Rulebook, given)
  const values = [...outcome.nodes.map(({ value }) => value), ...Object.values(outcome.scores ?? {}), outcome.level]
  return values.flatMap((value) => (value.is === "conflict" ? [fault(value.code, value.params)] : []))
}

const told = (value: string): Case => ({ facts: [fact("甲", "得分", "2023-05-01", { value })] })
const row = (gives: string) => ({ when: Scoring.on(score, { ge: "0" }), gives: Scoring.base(gives) })
const twice = { months: 12, when: Scoring.on({ op: "requested" }, { ge: "0" }), cite: cite("9") }
const { reason: _, ...unreasoned } = fact("甲", "得分", "2023-05-01", { value: "1" })
const meeting = { keys: [], last: "meeting", method: "min" } as const
const long = `1${"0".repeat(300)}`

const renamed = {
  book: sound.id,
  subject: "甲",
  period: Period.yearUnsafe(2022),
  values: {},
  level: "旧",
  recordedAt: instant(0),
}

const ofOutcomes: ReadonlyArray<Fault> = [
  ...conflicts(Scoring.stepTable(score, [{ on: { ge: "90" }, gives: "1" }]), told("80")),
  ...conflicts(
    Scoring.stepTable(score, [
      { on: { ge: "90" }, gives: "1" },
      { on: { le: "90" }, gives: "0" },
    ]),
    told("90"),
  ),
  ...conflicts({ op: "case", rows: [], otherwise: null }),
  ...conflicts({ op: "case", rows: [row("1"), row("2")], otherwise: null }, told("1")),
  ...conflicts(score, told("80"), { levels: [level("a", { ge: "90" })] }),
  ...conflicts(score, told("95"), { levels: [level("a", { ge: "90" }), level("b", { ge: "80" })] }),
  ...conflicts(
    Scoring.base("5"),
    { results: [renamed] },
    {
      levels: [level("a", { ge: "0" })],
      climb: { steps: 1, cite: cite("9") },
    },
  ),
  ...conflicts(Scoring.base("0.5")),
  ...conflicts(score, told("0.5")),
  ...conflicts(score, told("101")),
  ...conflicts(score, { facts: ["1", "2"].map((value) => fact("甲", "得分", "2023-05-01", { value })) }),
  ...conflicts(Scoring.decided({ kind: "得分", domain: points() }, "支委会"), { facts: [unreasoned] }),
  ...conflicts(Scoring.place(score, null, "high", meeting), {
    subjects: [subject("甲"), subject("乙")],
    facts: ["甲", "乙"].map((id) => fact(id, "得分", "2023-05-01", { value: "1" })),
  }),
  ...conflicts(Scoring.lines({ acts: [line("甲", "1")], validity: [twice, twice] }), {
    facts: several(1, "甲", "甲", "2023-05"),
  }),
  ...conflicts({ op: "requested" }),
  ...conflicts(Scoring.reference("无")),
  ...conflicts(Scoring.weighted([{ w: long, e: Scoring.base(long) }])),
]

/** A table of the group that holds nothing of a peer whose value is needed. */
const ofTables = ((): ReadonlyArray<Fault> => {
  const period = Period.yearUnsafe(2023)
  const at = Coordinate.of(Period.lastDay(period), instant(1))
  const all = {
    book: { ...sound, levels: [], total: Scoring.place(score, null, "high", { ...meeting, last: "share" }) },
    period,
    at,
    subjects: [subject("甲"), subject("乙")],
    facts: [fact("甲", "得分", "2023-05-01", { value: "1" })],
  }
  const table = GroupTable.of(all)
  const emptied = { ...table, rows: table.rows.map((one) => ({ ...one, values: [] })) }
  const total = GroupTable.outcome(emptied, all, "甲")?.outcome.scores?.total
  return total?.is === "conflict" ? [fault(total.code, total.params)] : []
})()

const raised = [...ofBooks, ...ofOutcomes, ...ofTables]

const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()

describe("every code has a sentence in both languages", () => {
  test.each(Object.entries(texts))("%s", (code, { zh, en }) => {
    expect(code).toMatch(/^(span|rulebook|fact|rules)\.[a-z]\w*$/)
    expect(zh).toMatch(/\p{Script=Han}/u)
    expect(en).not.toMatch(/\p{Script=Han}/u)
    expect(placeholders(zh)).toEqual(placeholders(en))
    expect(`${zh}${en}`).not.toMatch(/[。.]$/)
  })
})

describe("what is raised supplies what its sentence needs", () => {
  test.each(raised.map((one) => [one.code, one] as const))("%s", (code, one) => {
    expect(Object.keys(texts)).toContain(code)
    for (const language of ["zh", "en"] as const) expect(sentence(texts, one, language)).not.toMatch(/\{\w+\}/)
  })
  test("every code was raised", () => {
    const codes = new Set(raised.map(({ code }) => code))
    expect(Object.keys(texts).filter((code) => !codes.has(code))).toEqual([])
  })
})

describe("the names of the kinds of scoring", () => {
  const named = { id: "a", full: "1", cite: cite("1"), acts: [] }
  const kinds: ReadonlyArray<Expression> = [
    Scoring.base("1"),
    Scoring.decided({ kind: "k", domain: points() }, "b"),
    Scoring.imported("b", "score", "same", points()),
    Scoring.fixed(Object.assign(line("a", "1"), { value: "1" })).worth,
    Scoring.perUnit({ ...line("a", "1"), value: "1", field: "f", values: points() }).worth,
    Scoring.inRange({ ...line("a", "1"), field: "f", values: points(), by: "b" }).worth,
    Scoring.deductFromFull(named),
    Scoring.earnFromZero(named),
    Scoring.lines(named),
    Scoring.stepTable(score, []),
    Scoring.milestones(score, []),
    Scoring.tier(score, { from: "0", start: "0", end: null, size: "1", value: "1", beyond: "none" }),
    Scoring.target(score, { full: "1", at: "1", lossPerUnit: "1", floor: "0" }),
    Scoring.allOrNothing(score, "1", "1"),
    Scoring.shareOfBest(score, "1", null),
    Scoring.rankList(score, [], "1"),
    Scoring.rankDecrement(score, { full: "1", loss: "1", floor: "0" }),
    Scoring.ballots("k", [], "1"),
    Scoring.parts([]),
    Scoring.weighted([]),
    Scoring.subPeriods("month", score, "sum"),
    Scoring.carriedOver("b", "1", points(), "1"),
    Scoring.within(score, "0", "1"),
  ]
  test.each(kinds.map((e) => [e.form ?? "", e] as const))("%s", (form, e) => {
    expect(forms[form]?.zh).toMatch(/\p{Script=Han}/u)
    expect(forms[form]?.en).toMatch(/^[a-z ]+$/)
    expect(forms[e.op]?.en).toMatch(/^[a-z ]+$/)
  })
  test("every form is named, and every name is one of a form or an operator", () => {
    const operators = [
      "const",
      "fact",
      "param",
      "result",
      "field",
      "badges",
      "requested",
      "ref",
      "sum",
      "min",
      "max",
      "times",
      "ratio",
    ]
    const known = [
      ...kinds.map(({ form }) => form ?? ""),
      "fullMark",
      ...operators,
      "curve",
      "acts",
      "over",
      "peers",
      "case",
      "round",
    ]
    expect(Object.keys(forms).sort()).toEqual([...new Set(known)].sort())
  })
})
