/** Told cases for each operator and each stage of the verdict. All books, subjects and facts are made up. */
import { describe, expect, test } from "vitest"
import * as Period from "../../src/foundation/Period.js"
import type { Quota } from "../../src/rules/Clause.js"
import type { AbsentPolicy, Acts, Expression, Ties, When } from "../../src/rules/Expression.js"
import type { Fact, FrozenResult } from "../../src/rules/Fact.js"
import * as Scoring from "../../src/rules/Scoring.js"
import * as Veto from "../../src/rules/Veto.js"
import { type Case, fact, instant, node, one, rate, score, several, short, stand, subject } from "./rating.js"
import { cite, grounds, level, line, partial, points, times } from "./schemes/drafting.js"

const ten = points("0", "10")
const leaf = (kind: string, domain = ten): Expression => Scoring.only({ kind, domain })
const constant = (q: string): Expression => ({ op: "const", q })
const share: Ties = { keys: [], last: "share", method: "min" }

type Draft = Omit<Parameters<typeof partial>[0], "id" | "title" | "since" | "citation" | "total">

const book = (total: Expression, more: Draft = {}) =>
  partial({
    id: "试",
    title: "试用办法",
    since: "2020-01-01",
    citation: { standing: "report" },
    total,
    score: { quantum: "0.0001", round: "halfUp" },
    ...more,
  })

/** The total of one subject, in short, unrounded. */
const total = (e: Expression, given: Case = {}): string => short(one(book(e), given).scores?.total)

const value = (kind: string, q: string, id = "甲", on = "2023-06-01", more: Parameters<typeof fact>[3] = {}): Fact =>
  fact(id, kind, on, { value: q, ...more })

const absent = (kind: string, why: NonNullable<Fact["absent"]>, id = "甲", on = "2023-06-01"): Fact =>
  fact(id, kind, on, { absent: why })

const frozen = (year: number, more: Partial<FrozenResult> = {}): FrozenResult => ({
  book: "试",
  subject: "甲",
  period: Period.yearUnsafe(year),
  values: {},
  recordedAt: instant(0),
  ...more,
})

describe("leaves", () => {
  const unbounded = points("0", null)

  test("without a fact the only and the latest value are their domain, and say what is missing", () => {
    expect(total(leaf("甲项"))).toBe("0–10")
    expect(total(Scoring.latest({ kind: "甲项", domain: points("0", null) }))).toBe("0–∞")
    expect(one(book(leaf("甲项")), {}).scores?.total).toEqual({ is: "between", from: "0", to: "10", because: ["甲项"] })
  })

  test("two different only values are a conflict, twice the same is not; the latest counts by day", () => {
    const twice = (second: string) => [value("甲项", "5"), value("甲项", second, "甲", "2023-07-01")]
    expect(total(leaf("甲项"), { facts: twice("6") })).toBe("rules.severalFacts")
    expect(total(leaf("甲项"), { facts: twice("5") })).toBe("5")
    expect(total(Scoring.latest({ kind: "甲项", domain: ten }), { facts: twice("6").reverse() })).toBe("6")
  })

  test("a value off its bounds or lattice is a conflict", () => {
    expect(total(leaf("甲项"), { facts: [value("甲项", "11")] })).toBe("rules.outOfDomain")
    expect(total(leaf("甲项"), { facts: [value("甲项", "2.5")] })).toBe("rules.offLattice")
    expect(total(leaf("甲项", points("0.5", "10")), { facts: [value("甲项", "2")] })).toBe("2")
    expect(total(leaf("甲项", points("0.5", "10")), { facts: [value("甲项", "2.5")] })).toBe("rules.offLattice")
    expect(total(leaf("甲项", points(null, "10")), { facts: [value("甲项", "-700")] })).toBe("-700")
    expect(total(leaf("甲项", points(null, "10")), { facts: [] })).toBe("−∞–10")
  })

  test("facts outside the window do not count, a continuing one counts while it runs", () => {
    const count = Scoring.count({ kind: "甲项", domain: times })
    const at = (on: string, until?: string) =>
      total(count, { facts: [fact("甲", "甲项", on, until === undefined ? {} : { until })] })
    expect(["2022-12-31", "2023-01-01", "2023-12-31", "2024-01-01"].map((on) => at(on))).toEqual(["0", "1", "1", "0"])
    expect([at("2022-06-01", "2023-01-01"), at("2022-06-01", "2023-01-02"), at("2022-06-01", "open")]).toEqual([
      "0",
      "1",
      "1",
    ])
  })

  test("a count is open to above until its register is closed through the window's last day", () => {
    const facts = several(2, "甲", "甲项", "2023-02")
    expect(total(Scoring.count({ kind: "甲项", domain: times }), { facts })).toBe("2")
    expect(total(Scoring.count({ kind: "甲项", domain: times }), { facts, open: ["甲项"] })).toBe("2–∞")
    expect(total(Scoring.count({ kind: "甲项", domain: ten }), { facts, open: ["甲项"] })).toBe("2–10")
    const ended = Scoring.count({ kind: "甲项", domain: times, closedBy: "periodEnd" })
    expect(total(ended, { facts, open: ["甲项"] })).toBe("2")
    expect(total(ended, { facts, open: ["甲项"], day: "2023-12-30" })).toBe("2–∞")
  })

  test("more facts than a count's bound are a conflict, closed or not", () => {
    const facts = several(3, "甲", "甲项", "2023-02")
    const count = Scoring.count({ kind: "甲项", domain: points("0", "2") })
    expect([total(count, { facts }), total(count, { facts, open: ["甲项"] })]).toEqual([
      "rules.outOfDomain",
      "rules.outOfDomain",
    ])
  })

  test("a sum adds a field; parts may fall below nought only where the sum may", () => {
    const sum = (min: string) => Scoring.total({ kind: "甲项", domain: points(min, null, "0.5") })
    const facts = [value("甲项", "1.5"), value("甲项", "-4", "甲", "2023-07-01")]
    expect(total(sum("-10"), { facts })).toBe("-2.5")
    expect(total(sum("0"), { facts })).toBe("rules.outOfDomain")
    expect(total(sum("0"), { facts: [...facts, value("甲项", "5", "甲", "2023-08-01")] })).toBe("rules.outOfDomain")
    expect(total(sum("-10"), { facts: [value("甲项", "-0.3")] })).toBe("rules.offLattice")
    expect(total(sum("-10"), { facts, open: ["甲项"] })).toBe("-10–∞")
    expect(total(sum("0"), { facts: [fact("甲", "甲项", "2023-06-01")] })).toBe("0–∞")
  })

  test("a domain open to below: sums fall without a bound, an imported result or a parameter may be anything", () => {
    const open = points(null, null, "0.5")
    const sum = Scoring.total({ kind: "甲项", domain: open })
    const facts = [value("甲项", "1.5"), value("甲项", "-4000", "甲", "2023-07-01")]
    expect(total(sum, { facts })).toBe("-3998.5")
    expect(total(sum, { facts, open: ["甲项"] })).toBe("−∞–∞")
    expect(total(sum, { facts: [fact("甲", "甲项", "2023-06-01")] })).toBe("−∞–∞")
    expect(total(sum, { facts: [value("甲项", "-0.3")] })).toBe("rules.offLattice")
    const bounded = Scoring.total({ kind: "甲项", domain: points(null, "0", "0.5") })
    expect(total(bounded, { facts: facts.slice(1), open: ["甲项"] })).toBe("−∞–0")
    expect(total(bounded, { facts: facts.slice(0, 1) })).toBe("rules.outOfDomain")
    const parameter = Scoring.parameter("甲项", points(null, "10"))
    expect(total(parameter)).toBe("−∞–10")
    expect(total(parameter, { subjects: [subject("甲", {}, { 甲项: "-900" })] })).toBe("-900")
    const carried = Scoring.imported("试", "score", "previous", points(null, "10", "0.5"))
    const at = (q: string) => total(carried, { results: [frozen(2022, { values: { score: q } })] })
    expect([at("-900.5"), at("10.5"), at("-0.25")]).toEqual(["-900.5", "rules.outOfDomain", "rules.offLattice"])
  })

  test("the lattice is the multiples of the step, wherever the least value lies", () => {
    const at = (min: string, q: string) => total(leaf("甲项", points(min, "10", "3")), { facts: [value("甲项", q)] })
    expect([at("1", "3"), at("1", "4"), at("1", "1"), at("-4", "-3")]).toEqual([
      "3",
      "rules.offLattice",
      "rules.offLattice",
      "-3",
    ])
  })

  test("an absence stands for the whole leaf", () => {
    expect(total(leaf("甲项"), { facts: [absent("甲项", "exempt")] })).toBe("absent exempt")
    expect(total(Scoring.count({ kind: "甲项", domain: times }), { facts: [absent("甲项", "notApplicable")] })).toBe(
      "absent notApplicable",
    )
  })

  test("a decided value needs its decider and its reason", () => {
    const decided = Scoring.decided({ kind: "甲项", domain: ten }, "党委")
    const { reason: _, ...bare } = value("甲项", "5")
    expect([total(decided, { facts: [value("甲项", "5")] }), total(decided, { facts: [bare] })]).toEqual([
      "5",
      "rules.undecided",
    ])
  })

  test("what is narrowed by a field not yet known keeps both possibilities", () => {
    const where: When = Scoring.on({ op: "field", field: "等次", domain: ten }, { ge: "5" })
    const facts = [value("甲项", "3", "甲", "2023-05-01", { values: { 等次: "6" } }), value("甲项", "7")]
    expect(total(Scoring.latest({ kind: "甲项", domain: ten, where }), { facts })).toBe("3–7")
    expect(total(Scoring.only({ kind: "甲项", domain: ten, where }), { facts: facts.slice(1) })).toBe("0–10")
    expect(total(Scoring.count({ kind: "甲项", domain: times, where }), { facts })).toBe("1–2")
    expect(total(Scoring.count({ kind: "甲项", domain: times, where: Scoring.tagged("级别", "县") }), { facts })).toBe(
      "0",
    )
  })

  test("parameters and frozen results", () => {
    const base = Scoring.parameter("基数", unbounded)
    expect(total(base, { subjects: [subject("甲", {}, { 基数: "60" })] })).toBe("60")
    expect(total(base)).toBe("0–∞")
    const last = Scoring.imported("试", "score", "previous", unbounded)
    expect(total(last)).toBe("absent new")
    const results = [frozen(2021, { values: { score: "1" } }), frozen(2022, { values: { score: "2" } }), frozen(2023)]
    expect(total(last, { results })).toBe("2")
    expect(total(Scoring.imported("试", "score", "same", unbounded), { results })).toBe("0–∞")
  })

  test("of two frozen results of one period the one recorded last counts, once it is known", () => {
    const last = Scoring.imported("试", "score", "previous", unbounded)
    const results = [
      frozen(2022, { values: { score: "2" }, recordedAt: instant(5) }),
      frozen(2022, { values: { score: "1" }, recordedAt: instant(3) }),
    ]
    expect([total(last, { results, knownAt: 5 }), total(last, { results, knownAt: 4 })]).toEqual(["2", "1"])
    expect(total(last, { results: results.reverse(), knownAt: 5 })).toBe("2")
  })
})

describe("conditions in three values", () => {
  const yes = Scoring.is("类型", "村")
  const no = Scoring.is("类型", "社区")
  const open = Scoring.on(leaf("未知项"), { ge: "5" })
  const decide = (when: When): string =>
    total(
      { op: "case", rows: [{ when, gives: constant("1") }], otherwise: constant("0") },
      {
        subjects: [subject("甲", { 类型: ["村"] })],
      },
    )
  const all = (...of: ReadonlyArray<When>) => decide({ test: "all", of })
  const any = (...of: ReadonlyArray<When>) => decide({ test: "any", of })

  test("all, any and not", () => {
    expect([all(yes, yes), all(yes, open), all(no, open), all()]).toEqual(["1", "0–1", "0", "1"])
    expect([any(yes, open), any(no, open), any(no, no), any()]).toEqual(["1", "0–1", "0", "0"])
    expect([yes, open, no].map((of) => decide({ test: "not", of }))).toEqual(["0", "0–1", "1"])
  })

  test("at least so many of several", () => {
    const two = (...of: ReadonlyArray<When>) => decide({ test: "atLeast", n: 2, of })
    expect([two(yes, yes, no), two(yes, open, no), two(no, open, no), two(open, open, yes)]).toEqual([
      "1",
      "0–1",
      "0",
      "0–1",
    ])
  })

  test("an interval on a span: inside, apart, across, and touching an open end", () => {
    const on = (span: Parameters<typeof Scoring.on>[1]) => decide(Scoring.on(leaf("未知项"), span))
    expect([on({ ge: "0" }), on({ gt: "0" }), on({ gt: "10" }), on({ ge: "10" }), on({ lt: "0" }), on({})]).toEqual([
      "1",
      "0–1",
      "0",
      "0–1",
      "0",
      "1",
    ])
  })

  test("what is left open names the facts that leave it open", () => {
    const e: Expression = { op: "case", rows: [{ when: open, gives: constant("1") }], otherwise: constant("0") }
    expect(one(book(e), {}).scores?.total).toMatchObject({ because: ["未知项"] })
  })

  test("a level of the period before", () => {
    const e: Expression = {
      op: "case",
      rows: [{ when: { test: "level", book: "试", at: "previous", in: ["五星"] }, gives: constant("1") }],
      otherwise: constant("0"),
    }
    expect(total(e, { results: [frozen(2022, { level: "五星" })] })).toBe("1")
    expect(total(e, { results: [frozen(2022, { level: "四星" }), frozen(2021, { level: "五星" })] })).toBe("0")
  })
})

describe("sums and what stands in for the absent", () => {
  const weighted = (absent: AbsentPolicy) =>
    Scoring.weighted(
      [
        { w: "0.5", e: leaf("甲项") },
        { w: "0.3", e: leaf("乙项") },
        { w: "0.2", e: leaf("丙项") },
      ],
      { absent },
    )
  const facts = [value("甲项", "8"), value("乙项", "6"), absent("丙项", "notApplicable")]

  test("without a policy the absence is the whole's", () => {
    expect(total(weighted({}), { facts })).toBe("absent notApplicable")
    expect(total(weighted({ exempt: "reweight" }), { facts })).toBe("absent notApplicable")
  })

  test("reweight scales the other weights up; of nothing there is nothing", () => {
    expect(total(weighted({ notApplicable: "reweight" }), { facts })).toBe("7.25")
    const none = ["甲项", "乙项", "丙项"].map((kind) => absent(kind, "notApplicable"))
    expect(total(weighted({ notApplicable: "reweight" }), { facts: none })).toBe("absent notApplicable")
  })

  test("a value, and listing apart", () => {
    expect(total(weighted({ notApplicable: { value: "5" } }), { facts })).toBe("6.8")
    expect(total(weighted({ notApplicable: "apart" }), { facts })).toBe("absent notApplicable")
  })

  test("the mean of the peers of the group, the subject itself left out", () => {
    const policy = weighted({ notApplicable: { peersMean: "类别" } })
    const town = (id: string) => subject(id, { 类别: ["镇"] })
    const others = ["4", "9"].map((q, index) => value("丙项", q, ["乙", "丙"][index]))
    const subjects = [town("甲"), town("乙"), town("丙"), subject("丁", { 类别: ["街道"] })]
    const far = value("丙项", "1", "丁")
    expect(short(one(book(policy), { subjects, facts: [...facts, ...others, far] }, "甲").scores?.total)).toBe("7.1")
    expect(short(one(book(policy), { subjects: [town("甲")], facts }, "甲").scores?.total)).toBe("absent notApplicable")
  })

  test("the unknown stays an interval unless the policy names it", () => {
    const known = facts.slice(0, 2)
    expect(total(weighted({}), { facts: known })).toBe("5.8–7.8")
    expect(total(weighted({ unknown: "interval" }), { facts: known })).toBe("5.8–7.8")
    expect(total(weighted({ unknown: "reweight" }), { facts: known })).toBe("7.25")
    expect(total(weighted({ unknown: "apart" }), { facts: known })).toBe("absent unknown")
  })

  test("negative weights turn an interval round", () => {
    const e: Expression = { op: "sum", of: [{ w: "-2", e: leaf("甲项") }], weights: "free" }
    expect(total(e)).toBe("-20–0")
  })
})

describe("other operators", () => {
  test("min, max, times and round over numbers and intervals", () => {
    const of = [leaf("甲项"), constant("6")]
    expect([total({ op: "min", of }), total({ op: "max", of })]).toEqual(["0–6", "6–10"])
    const by = Scoring.parameter("系数", points("0", "3"))
    const subjects = [subject("甲", {}, { 系数: "2" })]
    expect(total({ op: "times", by, e: leaf("甲项") }, { subjects, facts: [value("甲项", "4")] })).toBe("8")
    expect([
      total({ op: "times", by, e: leaf("甲项") }, { subjects }),
      total({ op: "times", by, e: leaf("甲项") }),
    ]).toEqual(["0–20", "0–30"])
    const third: Expression = { op: "ratio", num: constant("2"), den: constant("3"), empty: "unknown" }
    expect(total(Scoring.rounded(third, "halfUp", "0.01"))).toBe("0.67")
    expect(total(third)).toBe("2/3")
  })

  test("a ratio on an empty denominator is what the text says, never silently a number", () => {
    const of = (empty: Extract<Expression, { op: "ratio" }>["empty"]): Expression => ({
      op: "ratio",
      num: leaf("甲项"),
      den: leaf("乙项"),
      empty,
    })
    const facts = [value("甲项", "0"), value("乙项", "0")]
    expect([total(of("notApplicable"), { facts }), total(of({ value: "1" }), { facts })]).toEqual([
      "absent notApplicable",
      "1",
    ])
    expect(total(of("notApplicable"), { facts: [value("甲项", "4"), value("乙项", "8")] })).toBe("0.5")
    expect(total(of("notApplicable"), { facts: facts.slice(0, 1) })).toBe("−∞–∞")
    const from2 = { ...of("unknown"), den: leaf("乙项", points("2", "8")) } as Expression
    expect(total(from2, { facts: [value("甲项", "8")] })).toBe("1–4")
  })

  test("a curve: a gap and an overlap are conflicts, two pieces of one value are none", () => {
    const curve = (...pieces: Extract<Expression, { op: "curve" }>["pieces"]): Expression => ({
      op: "curve",
      of: leaf("甲项"),
      pieces,
    })
    const steps = curve(
      { on: { lt: "5" }, at: "1" },
      { on: { gt: "5", le: "8" }, at: "2" },
      { on: { ge: "8" }, at: "3" },
    )
    const at = (e: Expression, q: string) => total(e, { facts: [value("甲项", q)] })
    expect(["4", "5", "6", "8", "9"].map((q) => at(steps, q))).toEqual(["1", "rules.gap", "2", "rules.overlap", "3"])
    expect(at(curve({ on: { le: "5" }, at: "1" }, { on: { ge: "5" }, at: "1" }), "5")).toBe("1")
    expect(total(steps)).toBe("1–3")
    expect(one(book(steps), {}).scores?.total).toMatchObject({ because: ["甲项"] })
    const slope = curve({ on: { ge: "0" }, at: "10", slope: "-0.5", from: "2" })
    expect([at(slope, "4"), total(slope)]).toEqual(["9", "6–11"])
  })

  test("a case: two rows of different values are a conflict, even while a third is open", () => {
    const rows = (...all: ReadonlyArray<readonly [When, string]>): Expression => ({
      op: "case",
      rows: all.map(([when, q]) => ({ when, gives: constant(q) })),
      otherwise: null,
    })
    const always: When = { test: "all", of: [] }
    const open = Scoring.on(leaf("未知项"), { ge: "5" })
    expect(total(rows([always, "1"], [always, "1"]))).toBe("1")
    expect(total(rows([always, "1"], [always, "2"]))).toBe("rules.severalRows")
    expect(total(rows([always, "1"], [always, "2"], [open, "3"]))).toBe("rules.severalRows")
    expect(total(rows([always, "1"], [open, "3"]))).toBe("1–3")
    expect(total(rows([{ test: "any", of: [] }, "1"]))).toBe("rules.noRow")
  })

  test("a value over the months: those to come are intervals, those without are dealt with by the policy", () => {
    const monthly = (fold: "sum" | "mean", policy: AbsentPolicy = {}) =>
      Scoring.subPeriods("month", leaf("月分"), fold, policy)
    const facts = Period.split(Period.yearUnsafe(2023), "month").map(({ from }) => value("月分", "6", "甲", from))
    expect([total(monthly("sum"), { facts }), total(monthly("mean"), { facts })]).toEqual(["72", "6"])
    const begun = { facts: facts.slice(0, 6), day: "2023-06-30" }
    expect([total(monthly("sum"), begun), total(monthly("mean"), begun)]).toEqual(["36–96", "3–8"])
    expect(total(monthly("mean", { unknown: "reweight" }), begun)).toBe("6")
    const away = [...facts.slice(0, 11), absent("月分", "exempt", "甲", "2023-12-01")]
    expect(total(monthly("sum"), { facts: away })).toBe("absent exempt")
    expect(total(monthly("sum", { exempt: "reweight" }), { facts: away })).toBe("72")
    expect(total(monthly("sum", { exempt: { value: "0" } }), { facts: away })).toBe("66")
  })

  test("what runs is not read in months that have not come", () => {
    const facts = [value("月分", "5", "甲", "2023-02-10", { until: "open" })]
    const monthly = Scoring.subPeriods("month", leaf("月分"), "sum")
    expect(total(monthly, { facts, day: "2023-04-30" })).toBe("15–105")
    expect(total(monthly, { facts })).toBe("55–65")
  })
})

describe("acts", () => {
  const lines = (
    more: Partial<Acts>,
    acts: Acts["acts"] = [line("好事", "1"), line("大好事", "3"), line("坏事", "-2")],
  ) => ({ ...Scoring.lines({ acts, id: "明细" }), ...more }) as Acts
  const cap = (id: string, of: ReadonlyArray<string>, per: Acts["caps"][number]["per"], max: string) =>
    Scoring.atMost(id, of, per, max, cite(id))

  test("lines add up; a fact that is not there yet, is absent or void gives none", () => {
    const facts = [fact("甲", "好事", "2023-03-01"), fact("甲", "坏事", "2023-03-02"), fact("甲", "好事", "2023-12-31")]
    expect(total(lines({}), { facts })).toBe("0")
    expect(total(lines({}), { facts, day: "2023-12-30" })).toBe("-1")
    expect(total(lines({}), { facts: [...facts, absent("好事", "exempt")] })).toBe("0")
  })

  test("a defect in a fact of another year does not stop this year's account", () => {
    const decided = [
      Scoring.inRange({
        id: "评",
        kind: "评",
        label: { zh: "评" },
        field: "value",
        values: ten,
        by: "党委",
        cite: cite("评"),
      }),
    ]
    const { decidedBy: _, ...undecided } = value("评", "5", "甲", "2022-05-01")
    expect(total(lines({}, decided), { facts: [undecided, value("评", "4")] })).toBe("4")
    expect(total(lines({}, decided), { facts: [undecided], period: "2022" })).toBe("rules.undecided")
  })

  test("the narrower span is capped before the wider, whichever stands first", () => {
    const facts = [...several(3, "甲", "好事", "2023-01"), ...several(1, "甲", "好事", "2023-02")]
    const caps = [cap("年", ["好事"], "year", "3"), cap("月", ["好事"], "month", "1")]
    expect(total(lines({ caps }), { facts })).toBe("2")
    expect(total(lines({ caps: [...caps].reverse() }), { facts })).toBe("2")
  })

  test("a cap of a year inside one of a month is refused: with it a further good deed could lower the sum", () => {
    const caps = [cap("内", ["好事"], "year", "3"), cap("外", ["好事", "大好事"], "month", "1")]
    expect(() => book(lines({ caps }))).toThrow("rulebook.crossingCaps")
    expect(() =>
      book(lines({ caps: [cap("内", ["好事"], "month", "3"), cap("外", ["好事", "大好事"], "year", "1")] })),
    ).not.toThrow()
  })

  test("an inner cap takes first, the outer from what is left; cuts are on the lines", () => {
    const facts = [...several(3, "甲", "好事", "2023-01"), fact("甲", "大好事", "2023-02-01")]
    const caps = [cap("内", ["好事"], "period", "2"), cap("外", ["好事", "大好事"], "period", "4")]
    const outcome = one(book(lines({ caps })), { facts })
    expect(score(outcome)).toBe("4")
    expect(outcome.lines.map(({ granted, cuts }) => [short(granted), ...cuts.map(({ id }) => id)])).toEqual([
      ["1"],
      ["1"],
      ["0", "内"],
      ["2", "外"],
    ])
  })

  test("caps on the net: a month's adjustment is seen by the year's", () => {
    const facts = [
      ...several(5, "甲", "大好事", "2023-01"),
      ...several(4, "甲", "大好事", "2023-02"),
      fact("甲", "坏事", "2023-02-20"),
    ]
    const net = (id: string, per: "month" | "year", max: string) => ({
      id,
      of: ["大好事", "坏事"],
      per,
      on: "net" as const,
      max,
      cite: cite(id),
    })
    const outcome = one(book(lines({ caps: [net("月净", "month", "8"), net("年净", "year", "15")] })), { facts })
    expect(score(outcome)).toBe("15")
    expect(outcome.adjustments.map(({ cap: id, bucket, by }) => [id, bucket, short(by)])).toEqual([
      ["年净", "2023", "-1"],
      ["月净", "2023-01", "-7"],
      ["月净", "2023-02", "-2"],
    ])
  })

  test("of the lines of one sign about one deed only the largest counts, where the text says so", () => {
    const facts = [
      fact("甲", "好事", "2023-03-01", { act: "救火" }),
      fact("甲", "大好事", "2023-03-01", { act: "救火" }),
      fact("甲", "坏事", "2023-03-01", { act: "救火" }),
    ]
    expect(total(lines({ sameAct: "largestRequested" }), { facts })).toBe("1")
    expect(total(lines({}), { facts })).toBe("2")
  })

  test("a value not yet known is an interval through caps, and no line's interval is upside down", () => {
    const acts = [
      Scoring.inRange({
        id: "评",
        kind: "评",
        label: { zh: "评" },
        field: "value",
        values: ten,
        by: "党委",
        cite: cite("评"),
      }),
      line("好事", "3"),
    ]
    const facts = [fact("甲", "评", "2023-03-01"), fact("甲", "好事", "2023-04-01")]
    const outcome = one(book(lines({ caps: [cap("总", ["评", "好事"], "period", "5")] }, acts)), { facts })
    expect(score(outcome)).toBe("3–5")
    expect(outcome.lines.map(({ granted }) => short(granted))).toEqual(["0–5", "0–3"])
  })

  test("a value without an upper bound leaves its line open to above", () => {
    const acts = [
      Scoring.inRange({
        id: "评",
        kind: "评",
        label: { zh: "评" },
        field: "value",
        values: points("2", null),
        by: "党委",
        cite: cite("评"),
      }),
    ]
    const outcome = one(book(lines({}, acts)), { facts: [fact("甲", "评", "2023-03-01")] })
    expect([score(outcome), ...outcome.lines.map(({ granted }) => short(granted))]).toEqual(["2–∞", "2–∞"])
  })

  test("two rows of the validity table that both fit are a conflict", () => {
    const always: When = { test: "all", of: [] }
    const row = (months: number) => ({ when: always, months, cite: cite("有效期") })
    const facts = [fact("甲", "好事", "2022-03-01")]
    expect(total(lines({ validity: [row(24)] }), { facts })).toBe("1")
    expect(total(lines({ validity: [row(12), row(24)] }), { facts })).toBe("rules.twoValidities")
  })

  describe("facts that the book does not ask for", () => {
    const unread = (e: Expression, facts: ReadonlyArray<Fact>, more: Draft = {}, given: Case = {}) =>
      one(book(e, more), { ...given, facts }).unread
    const measured = { op: "field" as const, field: "满意率", domain: points("0", "100") }
    const below = Scoring.on(measured, { lt: "85" })
    const told = (q: string) => [fact("甲", "述廉", "2023-03-01", { id: "述", values: { 满意率: q } })]
    const party: Case = { subjects: [subject("甲", { 身份: ["党员"] })] }

    test("a kind that no line and no leaf names", () => {
      const facts = [fact("甲", "好事", "2023-03-01", { id: "a" }), fact("甲", "无人问", "2023-03-02", { id: "b" })]
      expect(unread(lines({}), facts)).toEqual(["b"])
      expect(unread(lines({}), [...facts, fact("甲", "也没人问", "2023-01-02", { id: "A" })])).toEqual(["A", "b"])
    })

    test("a line for somebody else, whatever else it asks", () => {
      const student = Scoring.is("身份", "学生")
      const at = (when: When) => unread(lines({}, [line("述廉", "-5", { when })]), told("60"), {}, party)
      expect(at(student)).toEqual(["述"])
      expect(at({ test: "all", of: [student, below] })).toEqual(["述"])
      expect(at({ test: "not", of: Scoring.is("身份", "党员") })).toEqual(["述"])
      expect(at({ test: "not", of: { test: "any", of: [Scoring.is("身份", "党员"), below] } })).toEqual(["述"])
      expect(at({ test: "atLeast", n: 2, of: [student, Scoring.is("身份", "退休"), below] })).toEqual(["述"])
      expect(at({ test: "atLeast", n: 2, of: [student, Scoring.is("身份", "党员"), below] })).toEqual([])
      const own = line("述廉之二", "-1", { kind: "述廉" })
      expect(unread(lines({}, [line("述廉", "-5", { when: student }), own]), told("60"), {}, party)).toEqual([])
    })

    test("a tag that no line of the kind names", () => {
      const rungs = [line("警告", "-5", { kind: "处分", when: Scoring.tagged("种类", "警告") })]
      const at = (tag: string) => [fact("甲", "处分", "2023-03-01", { id: "处", tags: { 种类: tag } })]
      expect([unread(lines({}, rungs), at("警告")), unread(lines({}, rungs), at("记过"))]).toEqual([[], ["处"]])
    })

    test("a measure that earns nothing has been asked for, on either side of its bound", () => {
      const asked = lines({}, [line("述廉", "-5", { when: below })])
      expect(["84", "85", "100"].map((q) => [total(asked, { facts: told(q) }), unread(asked, told(q))])).toEqual([
        ["-5", []],
        ["0", []],
        ["0", []],
      ])
      const unlessGood = lines({}, [
        line("述廉", "-5", { when: { test: "not", of: Scoring.on(measured, { ge: "85" }) } }),
      ])
      expect(unread(unlessGood, told("90"))).toEqual([])
      const worthNothing = Scoring.stepTable(measured, [
        { on: { lt: "85" }, gives: "-5" },
        { on: { ge: "85" }, gives: "0" },
      ])
      expect(unread(lines({}, [{ ...line("述廉", "0"), worth: worthNothing }]), told("90"))).toEqual([])
    })

    test("a kind that a suspension, a leaf of any clause, or the terms of a line name", () => {
      const suspensions = [{ id: "未整改", kinds: ["失信"], cite: cite("失信") }]
      const broken = [fact("甲", "失信", "2023-03-01", { id: "失", until: "open" })]
      expect([unread(lines({ suspensions }), broken), unread(lines({}), broken)]).toEqual([[], ["失"]])
      expect(unread(leaf("失信"), broken)).toEqual([])
      const happened = grounds("失信", Scoring.happened("失信"))
      expect(unread(lines({}), broken, { effects: [Veto.zero(happened)] })).toEqual([])
      expect(unread(lines({}), broken, { badges: [{ ...happened, needs: [] }] })).toEqual([])
      expect(unread(lines({}, [line("好事", "1", { when: happened.when })]), broken)).toEqual([])
    })

    test("only facts of the period, as far as they are there", () => {
      const at = (on: string, day?: string) =>
        unread(lines({}), [fact("甲", "无人问", on, { id: "b" })], {}, day === undefined ? {} : { day })
      expect([at("2022-12-31"), at("2023-01-01"), at("2023-12-31"), at("2023-12-31", "2023-12-30")]).toEqual([
        [],
        ["b"],
        ["b"],
        [],
      ])
    })
  })
})

describe("peers", () => {
  const four = ["甲", "乙", "丙", "丁"]
  const made = (values: ReadonlyArray<string | undefined>): Case => ({
    subjects: four.map((id) => subject(id, { 类别: [id === "丁" ? "街道" : "镇"] })),
    facts: values.flatMap((q, index) => (q === undefined ? [] : [value("分", q, four[index])])),
  })
  const hundreds = points("0", "400")
  const peers = (
    fold: "mean" | "best" | "rank",
    more: Partial<Extract<Expression, { op: "peers" }>> = {},
  ): Expression => ({
    op: "peers",
    e: leaf("分", hundreds),
    fold,
    group: null,
    best: "low",
    ties: share,
    ...more,
  })
  const all = (e: Expression, given: Case) =>
    rate(book(e), given).outcomes.map(({ subject: id, scores }) => [id, short(scores?.total)])
  const of = (e: Expression, given: Case) => {
    const found = new Map(all(e, given).map(([id = "", text = ""]) => [id, text]))
    return four.map((id) => found.get(id))
  }

  test("scipy's [100, 200, 300, 200] by each method", () => {
    const ranks = (method: Ties["method"]) =>
      of(peers("rank", { ties: { ...share, method } }), made(["100", "200", "300", "200"]))
    expect(ranks("average")).toEqual(["1", "2.5", "4", "2.5"])
    expect(ranks("min")).toEqual(["1", "2", "4", "2"])
    expect(ranks("max")).toEqual(["1", "3", "4", "3"])
    expect(ranks("dense")).toEqual(["1", "2", "3", "2"])
  })

  test("mean and best, in the group of a label", () => {
    const given = made(["100", "200", "300", "50"])
    expect(of(peers("mean"), given)).toEqual(Array(4).fill("162.5"))
    expect(of(peers("mean", { group: "类别" }), given)).toEqual(["200", "200", "200", "50"])
    expect(of(peers("best", { group: "类别" }), given)).toEqual(["100", "100", "100", "50"])
    expect(of(peers("rank", { group: "类别", best: "high" }), given)).toEqual(["3", "2", "1", "1"])
  })

  test("an unknown value leaves places between what is certain", () => {
    expect(of(peers("rank"), made(["0", "200", "300", undefined]))).toEqual(["1–2", "2–3", "3–4", "1–4"])
  })

  test("tie keys one after the other, then a meeting", () => {
    const keyed: Ties = { keys: [{ e: leaf("次项", hundreds), best: "high" }], last: "meeting", method: "min" }
    const given = made(["100", "100", "100", "50"])
    const facts = [...(given.facts ?? []), ...["1", "3", "3", "0"].map((q, index) => value("次项", q, four[index]))]
    expect(of(peers("rank", { ties: keyed, best: "high" }), { ...given, facts })).toEqual([
      "3",
      "rules.tieOpen",
      "rules.tieOpen",
      "4",
    ])
  })

  test("a draw from a published seed places everybody, the same way in any order; without the seed the tie is open", () => {
    const drawn = peers("rank", { ties: { keys: [], last: { draw: "抽签" }, method: "min" } })
    const given = made(["100", "100", "100", "100"])
    expect(of(drawn, given)).toEqual(Array(4).fill("rules.tieOpen"))
    const first = of(drawn, { ...given, seeds: { 抽签: "公布种子" } })
    expect([...first].sort()).toEqual(["1", "2", "3", "4"])
    const reversed = { subjects: [...(given.subjects ?? [])].reverse(), facts: [...(given.facts ?? [])].reverse() }
    expect(of(drawn, { ...reversed, seeds: { 抽签: "公布种子" } })).toEqual(first)
    const seeds = ["一", "二", "三", "四", "五", "六"].map((seed) =>
      of(drawn, { ...given, seeds: { 抽签: seed } }).join(),
    )
    expect(new Set(seeds).size).toBeGreaterThan(1)
  })

  test("who is exempt is nobody's peer, who is unrated still is", () => {
    const when = Scoring.is("类别", "街道")
    const classes = (standing: "exempt" | "unrated") => ({
      classes: [
        { ...grounds("街道", when), standing },
        { ...grounds("镇", { test: "not", of: when } as const), standing: "rated" as const },
      ],
    })
    const mean = (standing: "exempt" | "unrated") =>
      score(one(book(peers("mean"), classes(standing)), made(["100", "200", "300", "0"]), "甲"))
    expect([mean("exempt"), mean("unrated")]).toEqual(["200", "150"])
  })
})

describe("score effects and levels", () => {
  const levels = [level("优", { ge: "8" }), level("良", { ge: "5", lt: "8" }), level("差", { lt: "5" })]
  const happens = (kind: string) => grounds(kind, Scoring.happened(kind))
  const graded = (more: Draft, facts: ReadonlyArray<Fact>, given: Case = {}) =>
    one(book(leaf("分"), { levels, ...more }), { ...given, facts: [value("分", "9"), ...facts] })

  test("nought, deductions that add up, and nought above them", () => {
    const effects = [Veto.zero(happens("清零")), Veto.deduct(happens("扣一"), "1"), Veto.deduct(happens("扣三"), "3")]
    const at = (...kinds: ReadonlyArray<string>) =>
      score(
        graded(
          { effects },
          kinds.map((kind) => fact("甲", kind, "2023-05-01")),
        ),
      )
    expect([at(), at("扣一"), at("扣一", "扣三"), at("清零", "扣一")]).toEqual(["9", "8", "5", "0"])
    const open = graded({ effects }, [], { open: ["清零", "扣一"] })
    expect([score(open), stand(open), open.effects.map(({ state }) => state)]).toEqual([
      "0–9",
      "优|差",
      ["possible", "possible"],
    ])
  })

  test("nought stands even where there is no score", () => {
    const effects = [Veto.zero(happens("清零"))]
    const facts = [absent("分", "notApplicable"), fact("甲", "清零", "2023-05-01")]
    const outcome = one(book(leaf("分"), { levels, effects }), { facts })
    expect([score(outcome), stand(outcome)]).toEqual(["0", "差"])
    expect(stand(one(book(leaf("分"), { levels, effects }), { facts: facts.slice(0, 1) }))).toBe("none")
  })

  test("a repair takes the effect's place once it holds", () => {
    const repair = { when: Scoring.happened("承诺整改"), does: { deduct: "2" } as const, cite: cite("修复") }
    const effects = [Veto.zero({ ...happens("清零"), repair })]
    const struck = [fact("甲", "清零", "2023-05-01")]
    const mended = [...struck, fact("甲", "承诺整改", "2023-08-01")]
    expect([score(graded({ effects }, struck)), score(graded({ effects }, mended))]).toEqual(["0", "7"])
    expect(graded({ effects }, mended).effects).toEqual([{ effect: "清零", state: "repaired", from: ["良"] }])
    expect(score(graded({ effects }, struck, { open: ["承诺整改"] }))).toBe("0–7")
    expect(graded({ effects }, mended.slice(1)).effects).toEqual([])
  })

  test("ceilings only lower, and name the level before them", () => {
    const effects = [Veto.barTop(happens("否优"), levels), Veto.lowest(happens("末等"), levels)]
    const at = (...kinds: ReadonlyArray<string>) =>
      graded(
        { effects },
        kinds.map((kind) => fact("甲", kind, "2023-05-01")),
      )
    expect([stand(at()), stand(at("否优")), stand(at("否优", "末等"))]).toEqual(["优", "良", "差"])
    expect(at("否优", "末等").effects.map(({ from }) => from)).toEqual([["优"], ["良"]])
    expect(
      stand(
        one(book(leaf("分"), { levels, effects }), { facts: [value("分", "4"), fact("甲", "否优", "2023-05-01")] }),
      ),
    ).toBe("差")
  })

  test("an effect of so many months looks back past the period", () => {
    const effects = [Veto.holdAt({ ...happens("否优"), lasts: { months: 18 } }, "良")]
    const at = (on: string) => stand(graded({ effects }, [fact("甲", "否优", on)]))
    expect([at("2022-07-01"), at("2022-06-30")]).toEqual(["良", "优"])
    const yearly = [Veto.holdAt(happens("否优"), "良")]
    expect(stand(graded({ effects: yearly }, [fact("甲", "否优", "2022-12-31")]))).toBe("优")
  })

  test("the score is rounded once, after its effects and before the levels; exact means that nothing is rounded", () => {
    const e: Expression = { op: "sum", of: [{ w: "0.95", e: leaf("分") }], weights: "free" }
    const at = (round: "halfUp" | "down" | "exact") =>
      one(book(e, { levels, score: { quantum: "0.1", round } }), { facts: [value("分", "9")] })
    expect(at("halfUp").scores).toMatchObject({ total: { q: "8.55" }, rounded: { q: "8.6" } })
    expect([score(at("down")), score(at("exact")), stand(at("exact"))]).toEqual([
      "8.5",
      "rules.unrounded",
      "rules.unrounded",
    ])
  })

  test("unknown scores leave several levels, gaps and overlaps are conflicts, a further condition narrows", () => {
    expect(stand(one(book(leaf("分"), { levels }), {}))).toBe("优|良|差")
    const torn = [
      level("优", { ge: "8" }, Scoring.happened("创新")),
      level("良", { ge: "5", le: "8" }),
      level("差", { lt: "5" }),
    ]
    const at = (q: string, facts: ReadonlyArray<Fact> = []) =>
      stand(one(book(leaf("分"), { levels: torn }), { facts: [value("分", q), ...facts] }))
    const innovation = fact("甲", "创新", "2023-04-01")
    expect([at("9"), at("9", [innovation]), at("8"), at("8", [innovation])]).toEqual([
      "rules.levelGap",
      "优",
      "良",
      "rules.levelOverlap",
    ])
  })

  test("a level that no score reaches: not while the score is open, nor where no other level is", () => {
    const best = level("标兵", null)
    const worst = level("后进", null)
    const within = [best, ...levels.slice(0, 2), worst]
    const at = (given: Case, more: Draft = {}) => stand(one(book(leaf("分"), { levels: within, ...more }), given))
    expect([at({}), at({ facts: [value("分", "10")] }), at({ facts: [value("分", "6")] })]).toEqual([
      "优|良",
      "优",
      "良",
    ])
    expect(at({ facts: [value("分", "4")] })).toBe("rules.levelGap")
    expect(at({ facts: [value("分", "9")] }, { levels: [best, worst] })).toBe("rules.levelGap")
  })

  test("a level that no score reaches: by an effect, an award, or both in their order, and open while they are", () => {
    const within = [level("标兵", null), ...levels, level("后进", null)]
    const effects = [Veto.lowest(happens("出事"), within)]
    const awards = [{ ...happens("表彰"), atLeast: "标兵", overQuota: false }]
    const at = (kinds: ReadonlyArray<string>, open: ReadonlyArray<string> = []) =>
      stand(
        graded(
          { levels: within, effects, awards },
          kinds.map((kind) => fact("甲", kind, "2023-05-01")),
          { open },
        ),
      )
    expect([at([]), at(["出事"]), at(["表彰"]), at(["出事", "表彰"])]).toEqual(["优", "后进", "标兵", "标兵"])
    expect([at([], ["出事"]), at([], ["表彰"]), at(["出事"], ["表彰"])]).toEqual(["优|后进", "标兵|优", "标兵|后进"])
    const lowest = one(book(leaf("分"), { levels: within, effects }), { facts: [fact("甲", "出事", "2023-05-01")] })
    expect([stand(lowest), lowest.effects[0]?.from]).toEqual(["后进", ["优", "良", "差"]])
  })

  test("classes: exempt has no score, unrated no level, none or two of different standing are unclassed", () => {
    const classes = [
      { ...grounds("免评", Scoring.is("类", "免")), standing: "exempt" as const },
      { ...grounds("新建", Scoring.is("类", "新")), standing: "unrated" as const },
      { ...grounds("一般", Scoring.is("类", "一般")), standing: "rated" as const },
    ]
    const at = (...labels: ReadonlyArray<string>) => {
      const outcome = graded({ classes }, [], { subjects: [subject("甲", { 类: labels })] })
      return [outcome.standing, outcome.scores === undefined ? "none" : score(outcome), stand(outcome)]
    }
    expect(at("免")).toEqual(["exempt", "none", "none"])
    expect(at("新")).toEqual(["unrated", "9", "none"])
    expect(at("一般")).toEqual(["rated", "9", "优"])
    expect([at()[0], at("新", "一般")[0], at("免", "一般")[0]]).toEqual(["unclassed", "unclassed", "exempt"])
  })

  test("badges wait for those they need", () => {
    const badge = (id: string, needs: ReadonlyArray<string> = []) => ({
      ...grounds(id, Scoring.on(leaf(id), { ge: "8" })),
      needs,
    })
    const badges = [badge("先"), badge("后", ["先"]), badge("末", ["后"])]
    const held = (...values: ReadonlyArray<string | undefined>) =>
      graded(
        { badges },
        values.flatMap((q, index) => (q === undefined ? [] : [value(badges[index]?.id ?? "", q)])),
      ).badges.map((each) => each.held)
    expect(held("8", "9", "7")).toEqual(["yes", "yes", "no"])
    expect(held("7", "9", "9")).toEqual(["no", "no", "no"])
    expect(held(undefined, "9", "7")).toEqual(["unknown", "unknown", "no"])
  })

  describe("how many badges are held", () => {
    const badge = (id: string, needs: ReadonlyArray<string> = []) => ({
      ...grounds(id, Scoring.on(leaf(id), { ge: "8" })),
      needs,
    })
    const count = Scoring.badgeCount({ id: "星数" })
    const three = [badge("先"), badge("后", ["先"]), badge("末")]
    const counted = (values: ReadonlyArray<string | undefined>, badges = three, e: Expression = count) =>
      one(book(e, { badges }), {
        facts: values.flatMap((q, index) => (q === undefined ? [] : [value(badges[index]?.id ?? "", q)])),
      })

    test("each once it is earned and those it needs are held; a book without badges counts none", () => {
      const of = (...values: ReadonlyArray<string>) => score(counted(values))
      expect([of("8", "8", "8"), of("8", "8", "7"), of("7", "9", "9"), of("7", "9", "7")]).toEqual(["3", "2", "1", "0"])
      expect(score(counted([], []))).toBe("0")
    })

    test("what is not yet known is between, and says which facts are missing", () => {
      const open = counted(["8", undefined, undefined])
      expect(open.scores?.total).toEqual({ is: "between", from: "1", to: "3", because: ["后", "末"].sort() })
      expect(open.nodes.find(({ id }) => id === "星数")?.value).toEqual(open.scores?.total)
      expect(score(counted(["8", "8", undefined]))).toBe("2–3")
      expect(score(counted([undefined, "9", "7"])), "the second hangs on the first").toBe("0–2")
      expect(score(counted(["7", undefined, "7"])), "without the first the second is lost, known or not").toBe("0")
      expect(counted([undefined, "9", "7"]).scores?.total).toMatchObject({ because: ["先"] })
    })

    test("a condition that is in conflict leaves its badge open; one on what is absent is not met", () => {
      expect(score(counted(["8", "8", "11"]))).toBe("2–3")
      const facts = [value("先", "8"), value("后", "8"), absent("末", "notApplicable")]
      expect(score(one(book(count, { badges: three }), { facts }))).toBe("2")
    })

    test("levels, effects and peers may ask for it", () => {
      const stars = [level("三星", { ge: "3" }), level("二星", { ge: "2", lt: "3" }), level("星下", { lt: "2" })]
      const few = grounds("不足两星", Scoring.on(Scoring.badgeCount(), { lt: "2" }))
      const at = (...values: ReadonlyArray<string | undefined>) =>
        stand(
          one(book(count, { badges: three, levels: stars }), {
            facts: values.flatMap((q, index) => (q === undefined ? [] : [value(three[index]?.id ?? "", q)])),
          }),
        )
      expect([at("8", "8", "8"), at("8", "8", "1"), at("1", "8", "8"), at("8", "8")]).toEqual([
        "三星",
        "二星",
        "星下",
        "三星|二星",
      ])
      const vetoed = (last: string) =>
        score(
          one(book({ op: "const", q: "9" }, { badges: three, effects: [Veto.zero(few)] }), {
            facts: [value("先", "8"), value("后", last), value("末", "1")],
          }),
        )
      expect([vetoed("8"), vetoed("1")]).toEqual(["9", "0"])
      const { outcomes } = rate(book(Scoring.place(count, null, "high", share), { badges: three.slice(0, 1) }), {
        subjects: ["甲", "乙"].map((id) => subject(id)),
        facts: [value("先", "7", "甲"), value("先", "8", "乙")],
      })
      expect(outcomes.map((outcome) => [outcome.subject, score(outcome)])).toEqual([
        ["乙", "1"],
        ["甲", "2"],
      ])
    })

    test("inside a span of the period the badges of that span count", () => {
      const yearly = Scoring.subPeriods("half", Scoring.badgeCount(), "sum")
      const facts = [value("先", "8", "甲", "2023-03-01"), value("先", "8", "甲", "2023-09-01")]
      expect(score(one(book(yearly, { badges: [badge("先")] }), { facts }))).toBe("2")
      expect(score(one(book(yearly, { badges: [badge("先")] }), { facts: facts.slice(0, 1) }))).toBe("1–2")
    })
  })

  test("the climb limit counts from the last frozen level, downward there is none, and an award is not held back", () => {
    const climb = { climb: { steps: 1, cite: cite("晋级") } }
    const was = (id: string): Case => ({ results: [frozen(2022, { level: id })] })
    expect([
      stand(graded(climb, [])),
      stand(graded(climb, [], was("差"))),
      stand(graded(climb, [], was("良"))),
    ]).toEqual(["优", "良", "优"])
    expect(stand(one(book(leaf("分"), { levels, ...climb }), { ...was("优"), facts: [value("分", "1")] }))).toBe("差")
    const awards = [{ ...grounds("表彰", Scoring.happened("表彰")), atLeast: "优", overQuota: false }]
    const praised = [fact("甲", "表彰", "2023-03-01")]
    expect(stand(graded({ ...climb, awards }, praised, was("差")))).toBe("优")
    expect(stand(graded({ ...climb, awards }, [], { ...was("差"), open: ["表彰"] }))).toBe("优|良")
  })

  test("a direct award raises after the level effects have lowered", () => {
    const effects = [Veto.lowest(happens("末等"), levels)]
    const awards = [{ ...grounds("表彰", Scoring.happened("表彰")), atLeast: "良", overQuota: false }]
    const outcome = graded({ effects, awards }, [fact("甲", "末等", "2023-03-01"), fact("甲", "表彰", "2023-03-02")])
    expect(stand(outcome)).toBe("良")
    expect(outcome.stages.map(({ stage }) => stage)).toEqual(["score", "effect", "award"])
  })
})

describe("quotas and rankings", () => {
  const levels = [level("优", { ge: "8" }), level("良", { ge: "5", lt: "8" }), level("差", { lt: "5" })]
  const quota = (more: Partial<Quota>): Quota => ({
    id: "名额",
    levels: ["优"],
    sense: "most",
    of: { seats: 1 },
    group: null,
    cite: cite("名额"),
    ...more,
  })
  const ids = ["甲", "乙", "丙", "丁"]
  const made = (values: ReadonlyArray<string | undefined>, labels: ReadonlyArray<string> = []): Case => ({
    subjects: ids.map((id, index) => subject(id, { 片区: [labels[index] ?? "东"] })),
    facts: values.flatMap((q, index) => (q === undefined ? [] : [value("分", q, ids[index])])),
  })
  const run = (quotas: ReadonlyArray<Quota>, given: Case, more: Draft = {}) => {
    const { outcomes, quotas: reports } = rate(book(leaf("分"), { levels, quotas, ...more }), given)
    return { stand: ids.map((id) => stand(outcomes.find((outcome) => outcome.subject === id)!)), reports, outcomes }
  }

  test("at most: several classes of equals behind the cut all fall, and fall on through the next quota", () => {
    expect(run([quota({})], made(["10", "9", "8", "8"])).stand).toEqual(["优", "良", "良", "良"])
    const both = [quota({}), quota({ id: "良名额", levels: ["良"] })]
    expect(run(both, made(["10", "9", "8", "8"])).stand).toEqual(["优", "良", "差", "差"])
    expect(run(both, made(["10", "9", "8", "8"])).reports.map(({ held, met }) => [held, met])).toEqual([
      [1, "yes"],
      [1, "yes"],
    ])
  })

  test("a share of the group, rounded as stated, in each group apart", () => {
    const half = (round: "floor" | "ceiling", group: string | null) => quota({ of: { share: "0.5", round }, group })
    const given = made(["10", "9", "8", "8"], ["东", "东", "东", "西"])
    expect(run([half("floor", "片区")], given).stand).toEqual(["优", "良", "良", "良"])
    expect(run([half("ceiling", "片区")], given).stand).toEqual(["优", "优", "良", "优"])
    expect(run([half("floor", null)], given).stand).toEqual(["优", "优", "良", "良"])
    expect(
      run([half("ceiling", "片区")], given).reports.map(({ group, size, places }) => [group, size, places]),
    ).toEqual([
      ["东", 3, 2],
      ["西", 1, 1],
    ])
  })

  test("ties at the cut: keys, then shared, the meeting, or the draw", () => {
    const tied = made(["9", "9", "9", "4"])
    const ties = (last: Ties["last"], keys: Ties["keys"] = []) => ({ ties: { keys, last, method: "min" as const } })
    expect(run([quota({})], tied, ties("share")).stand).toEqual(["良", "良", "良", "差"])
    expect(run([quota({})], tied, ties("meeting")).stand).toEqual(["优|良", "优|良", "优|良", "差"])
    const keyed = {
      ...tied,
      facts: [...(tied.facts ?? []), ...["1", "2", "2"].map((q, index) => value("次项", q, ids[index]))],
    }
    const keys = [{ e: leaf("次项"), best: "high" as const }]
    expect(run([quota({ of: { seats: 2 } })], keyed, ties("meeting", keys)).stand).toEqual(["良", "优", "优", "差"])
    const drawn = run([quota({})], { ...tied, seeds: { 签: "种子" } }, ties({ draw: "签" })).stand
    expect([...drawn].sort()).toEqual(["优", "差", "良", "良"].sort())
    expect(run([quota({})], tied, ties({ draw: "签" })).stand).toEqual(["优|良", "优|良", "优|良", "差"])
  })

  test("while a score is unknown who might be cut keeps both levels, and the report says so", () => {
    const { stand: found, reports } = run([quota({})], made(["9", undefined, "4", "4"]))
    expect(found).toEqual(["优|良", "优|良|差", "差", "差"])
    expect(reports[0]).toMatchObject({ met: "unknown" })
    expect(run([quota({ of: { seats: 2 } })], made(["9", undefined, "4", "4"])).stand[0]).toBe("优")
  })

  test("at least and about are reported, never filled", () => {
    const least = quota({ levels: ["良", "差"], sense: "least", of: { seats: 2 } })
    const about = (slack: string) => quota({ sense: "about", of: { share: "0.6", round: "halfUp" }, slack })
    const given = made(["10", "9", "8", "4"])
    expect(run([least], given).stand).toEqual(["优", "优", "优", "差"])
    expect(run([least], given).reports[0]).toMatchObject({ held: 1, places: 2, met: "no" })
    expect(run([about("0.5")], given).reports[0]).toMatchObject({ held: 3, met: "no" })
    expect(run([about("0.6")], given).reports[0]).toMatchObject({ held: 3, met: "yes" })
  })

  test("no more than is reported when exceeded, on one level or several, and moves nobody", () => {
    const ceiling = (more: Partial<Quota> = {}) =>
      quota({ sense: "noMore", of: { share: "1/3", round: "floor" }, ...more })
    const [over, met] = [run([ceiling()], made(["10", "9", "8", "4"])), run([ceiling()], made(["10", "6", "6", "4"]))]
    expect(over.stand).toEqual(["优", "优", "优", "差"])
    expect(over.outcomes.flatMap(({ stages }) => stages.filter(({ stage }) => stage === "quota"))).toEqual([])
    const group = { members: ["丁", "丙", "乙", "甲"], unsure: [], size: 4, across: [] }
    expect([over.reports, met.reports]).toEqual([
      [{ quota: "名额", group: "", ...group, places: 1, reached: 3, held: 3, possible: 3, met: "no" }],
      [{ quota: "名额", group: "", ...group, places: 1, reached: 1, held: 1, possible: 1, met: "yes" }],
    ])
    const both = run([ceiling({ levels: ["优", "良"], of: { seats: 2 } })], made(["10", "6", "6", "4"]))
    expect(both).toMatchObject({ stand: ["优", "良", "良", "差"], reports: [{ held: 3, places: 2, met: "no" }] })
    const last = run([ceiling({ levels: ["差"], of: { seats: 1 } })], made(["1", "2", "8", "9"]))
    expect(last).toMatchObject({ stand: ["差", "差", "优", "优"], reports: [{ held: 2, met: "no" }] })
    const apart = run(
      [ceiling({ group: "片区", of: { seats: 1 } })],
      made(["9", "9", "9", "1"], ["东", "东", "西", "西"]),
    )
    expect(apart.reports.map(({ group, held, met: fits }) => [group, held, fits])).toEqual([
      ["东", 2, "no"],
      ["西", 1, "yes"],
    ])
  })

  test("no more than, while grades are open: unknown only if they matter", () => {
    const ceiling = (seats: number) => quota({ sense: "noMore", of: { seats } })
    const at = (seats: number) => run([ceiling(seats)], made(["10", undefined, "9", "4"])).reports[0]
    expect([at(1), at(2), at(3)].map((report) => [report?.held, report?.met])).toEqual([
      [2, "no"],
      [2, "unknown"],
      [2, "yes"],
    ])
  })

  test("a direct award beside the quota does not count to a ceiling that is only reported, known or not", () => {
    const awards = (overQuota: boolean) => ({
      awards: [{ ...grounds("表彰", Scoring.happened("表彰")), atLeast: "优", overQuota }],
    })
    const given = made(["10", "1", "4", "4"])
    const praised = { ...given, facts: [...(given.facts ?? []), fact("丁", "表彰", "2023-03-01")] }
    const ceiling = [quota({ sense: "noMore" })]
    const [beside, inside] = [run(ceiling, praised, awards(true)), run(ceiling, praised, awards(false))]
    expect([beside.stand, inside.stand]).toEqual(Array(2).fill(["优", "差", "差", "优"]))
    expect([beside, inside].map(({ reports: [report] }) => [report?.held, report?.met])).toEqual([
      [1, "yes"],
      [2, "no"],
    ])
    const two = made(["10", "9", "4", "4"])
    expect(run(ceiling, { ...two, open: ["表彰"] }, awards(true)).reports[0]).toMatchObject({ met: "unknown" })
    expect(run(ceiling, two, awards(true)).reports[0]).toMatchObject({ held: 2, met: "no" })
  })

  test("about, while grades are open: a target between what is certain and what is possible may be met", () => {
    const about = quota({ sense: "about", of: { share: "0.5", round: "halfUp" } })
    expect(run([about], made([undefined, undefined, undefined, undefined])).reports[0]?.met).toBe("unknown")
    expect(run([about], made(["9", "9", "1", "1"])).reports[0]?.met).toBe("yes")
    expect(run([about], made(["9", "9", "9", undefined])).reports[0]?.met).toBe("no")
    expect(run([{ ...about, slack: "2" }], made(["9", undefined, undefined, undefined])).reports[0]?.met).toBe("yes")
  })

  test("while it is not known who is of the group, neither its size nor its holders are certain", () => {
    const among = Scoring.on(leaf("党龄"), { ge: "5" })
    const at = (sense: Quota["sense"], share: string, ...known: ReadonlyArray<Fact>) => {
      const given = made(["9", "1", "1", "1"])
      const quotas = [quota({ sense, among, levels: ["优"], of: { share, round: "floor" } })]
      const facts = [...(given.facts ?? []), value("党龄", "6", "甲"), value("党龄", "6", "乙"), ...known]
      return run(quotas, { ...given, facts }).reports[0]?.met
    }
    const out = [value("党龄", "4", "丙"), value("党龄", "4", "丁")]
    const within = [value("党龄", "6", "丙"), value("党龄", "6", "丁")]
    expect([at("noMore", "0.25"), at("noMore", "0.25", ...out), at("noMore", "0.25", ...within)]).toEqual([
      "unknown",
      "no",
      "yes",
    ])
    expect([at("least", "0.5"), at("least", "0.5", ...out), at("least", "0.5", ...within)]).toEqual([
      "unknown",
      "yes",
      "no",
    ])
    expect(at("noMore", "0.5")).toBe("yes")
  })

  test("a quota among some leaves the others out of its size and its cut", () => {
    const among = quota({ among: Scoring.is("片区", "西"), of: { share: "0.5", round: "floor" } })
    expect(run([among], made(["10", "9", "8", "9"], ["东", "东", "西", "西"])).stand).toEqual(["优", "优", "良", "优"])
  })

  test("who was not graded takes no place of a quota", () => {
    const classes = [
      { ...grounds("新建", Scoring.is("片区", "新")), standing: "unrated" as const },
      { ...grounds("原有", { test: "not", of: Scoring.is("片区", "新") } as const), standing: "rated" as const },
    ]
    expect(run([quota({})], made(["10", "9", "4", "4"], ["新"]), { classes }).stand).toEqual(["none", "优", "差", "差"])
  })

  test("a direct award beside the quota takes no place, inside it takes one", () => {
    const awards = (overQuota: boolean) => ({
      awards: [{ ...grounds("表彰", Scoring.happened("表彰")), atLeast: "优", overQuota }],
    })
    const given = made(["10", "9", "4", "4"])
    const facts = [...(given.facts ?? []), fact("丁", "表彰", "2023-03-01")]
    expect(run([quota({})], { ...given, facts }, awards(true))).toMatchObject({
      stand: ["优", "良", "差", "优"],
      reports: [{ held: 1, met: "yes" }],
    })
    expect(run([quota({})], { ...given, facts }, awards(false)).stand).toEqual(["优", "良", "差", "良"])
  })

  test("a ranking within groups: places, how many share, and of how many", () => {
    const rankings = [{ ...grounds("排名", { test: "all", of: [] }), group: "片区", ties: share }].map(
      ({ when: _, ...rest }) => rest,
    )
    const { outcomes } = run([], made(["9", "9", "4", "7"], ["东", "东", "东", "西"]), { rankings })
    const found = ids.map((id) => outcomes.find((outcome) => outcome.subject === id)?.places[0])
    expect(found.map((place) => [place?.group, short(place?.place), place?.of, place?.tied])).toEqual([
      ["东", "1", 3, 2],
      ["东", "1", 3, 2],
      ["东", "3", 3, 1],
      ["西", "1", 1, 1],
    ])
  })
})

describe("what was known when", () => {
  const recorded = (id: string, q: string, at: number, more: Partial<Fact> = {}): Fact => ({
    ...value("分", q),
    id,
    recordedAt: instant(at),
    ...more,
  })
  const at = (knownAt: number, facts: ReadonlyArray<Fact>) => total(leaf("分"), { knownAt, facts })

  test("a correction takes the place of what it supersedes from the instant it is recorded", () => {
    const facts = [recorded("a", "5", 10), recorded("b", "7", 20, { supersedes: "a" })]
    expect([at(9, facts), at(10, facts), at(19, facts), at(20, facts)]).toEqual(["0–10", "5", "5", "7"])
  })

  test("a void record takes away what it supersedes, and its own withdrawal gives nothing back unless it says so", () => {
    const facts = [recorded("a", "5", 10), recorded("b", "5", 20, { supersedes: "a", void: true })]
    expect([at(19, facts), at(20, facts)]).toEqual(["5", "0–10"])
    expect(at(30, [...facts, recorded("c", "6", 30, { supersedes: "b" })])).toBe("6")
  })

  test("of records with one id the earliest counts, in any order", () => {
    const facts = [recorded("a", "1", 10), recorded("a", "9", 9)]
    expect([at(30, facts), at(30, [...facts].reverse())]).toEqual(["9", "9"])
  })

  test("facts after the day do not exist yet", () => {
    expect(total(leaf("分"), { day: "2023-05-31", facts: [value("分", "5")] })).toBe("0–10")
  })

  test("facts fall under the version in force on their day where the text says so", () => {
    const counted = (factsUnder: "factDate" | "periodEnd") => {
      const counts = partial({
        id: "新",
        title: "新办法",
        since: "2023-06-15",
        citation: { standing: "report" },
        total: Scoring.count({ kind: "事", domain: times }),
        factsUnder,
      })
      return score(one(counts, { facts: [...several(2, "甲", "事", "2023-03"), ...several(1, "甲", "事", "2023-07")] }))
    }
    expect([counted("factDate"), counted("periodEnd")]).toEqual(["1", "3"])
  })
})

test("the order of subjects and facts changes nothing", () => {
  const e = Scoring.parts([
    leaf("分"),
    Scoring.place(leaf("分"), null, "high", share, { id: "名次" }),
    Scoring.lines({ acts: [line("好事", "1")], caps: [Scoring.atMost("月", ["好事"], "month", "1", cite("月"))] }),
  ])
  const subjects = ["甲", "乙", "丙"].map((id) => subject(id))
  const facts = subjects.flatMap(({ id }, index) => [
    value("分", String(5 + (index % 2)), id),
    ...several(3, id, "好事", "2023-03"),
  ])
  const straight = rate(book(e), { subjects, facts })
  expect(rate(book(e), { subjects: [...subjects].reverse(), facts: [...facts].reverse() })).toEqual(straight)
  expect(straight.outcomes.map((outcome) => [outcome.subject, node(outcome, "名次")])).toEqual([
    ["丙", "2"],
    ["乙", "1"],
    ["甲", "2"],
  ])
})
