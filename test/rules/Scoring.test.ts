import { describe, expect, test } from "vitest"
import type { Expression } from "../../src/rules/Expression.js"
import * as Scoring from "../../src/rules/Scoring.js"
import { type Case, fact, node, one, several, short, subject } from "./rating.js"
import { book, cite, line, points, score } from "./sample.js"

/** The value that a tree comes to for the first subject; all data is made up. */
const value = (e: Expression, given: Case = {}): string =>
  short(one(book(e, { score: { quantum: "0.0001", round: "halfUp" } }), given).scores?.total)

const of = (value: string): Case => ({ facts: [fact("甲", "得分", "2023-05-01", { value })] })

describe("leaves", () => {
  const hours = { kind: "志愿服务", field: "时长", domain: Scoring.domain("小时", "0", null, "0.5") }
  const served = ["2023-02-01", "2023-03-01"].map((on, index) =>
    fact("甲", "志愿服务", on, { values: { 时长: index === 0 ? "1.5" : "2" } }),
  )
  test("only, latest, count and total over the same two facts", () => {
    expect(value(Scoring.only(hours), { facts: served })).toBe("rules.severalFacts")
    expect(value(Scoring.latest(hours), { facts: served })).toBe("2")
    expect(value(Scoring.count({ ...hours, domain: points(null) }), { facts: served })).toBe("2")
    expect(value(Scoring.total(hours), { facts: served })).toBe("3.5")
  })
  test("a total reads the field `value` unless told otherwise", () => {
    const { field: _, ...bare } = hours
    expect(Scoring.total(bare)).toMatchObject({ take: "sum", field: "value", closedBy: "register" })
    expect(Scoring.total(hours)).toMatchObject({ field: "时长" })
  })
  test("what people decide needs its decider and reason", () => {
    const review = Scoring.decided({ kind: "民主评议", domain: points("10") }, "支部大会")
    const told = fact("甲", "民主评议", "2023-12-01", { value: "8" })
    const { decidedBy: _, reason: __, ...bare } = told
    expect(value(review, { facts: [told] })).toBe("8")
    expect(value(review, { facts: [bare] })).toBe("rules.undecided")
  })
  test("a parameter of the subject, a frozen result, a reference", () => {
    const full = Scoring.parameter("满分", points("120"))
    expect(value(full, { subjects: [subject("甲", {}, { 满分: "110" })] })).toBe("110")
    expect(value(full)).toBe("0–120")
    const branch = Scoring.imported("支部", "score", "same", points())
    expect(value(branch)).toBe("absent new")
    expect(value(Scoring.parts([Scoring.base("7", { id: "底" }), Scoring.reference("底")]))).toBe("14")
  })
})

describe("lines", () => {
  test("perUnit counts full units of its size only", () => {
    const gift = (amount: string) =>
      value(
        Scoring.lines({
          acts: [
            Scoring.perUnit({
              id: "捐款",
              kind: "捐款",
              label: { zh: "捐款" },
              value: "0.1",
              field: "金额",
              values: Scoring.domain("元", "0", null, "1"),
              size: "10",
              cite: cite("1"),
            }),
          ],
        }),
        { facts: [fact("甲", "捐款", "2023-05-01", { values: { 金额: amount } })] },
      )
    expect([gift("9"), gift("10"), gift("99")]).toEqual(["0", "0.1", "0.9"])
  })
  test("without a size the lattice of the field is the unit", () => {
    const worth = Scoring.perUnit({
      ...line("a", "1"),
      value: "2",
      field: "时长",
      values: Scoring.domain("小时", "0", null, "0.5"),
    }).worth
    const facts = [fact("甲", "a", "2023-05-01", { values: { 时长: "1.5" } })]
    expect(value(Scoring.lines({ acts: [{ ...line("a", "1"), worth }] }), { facts })).toBe("6")
  })
  test("inRange takes what was decided, within the range only", () => {
    const act = Scoring.inRange({
      ...line("好事", "0"),
      field: "value",
      values: Scoring.domain("分", "5", "10", "1"),
      by: "支委会",
    })
    const given = (q: string) =>
      value(Scoring.lines({ acts: [act] }), { facts: [fact("甲", "好事", "2023-05-01", { value: q })] })
    expect([given("7"), given("11"), given("7.5")]).toEqual(["7", "rules.outOfDomain", "rules.offLattice"])
  })
  test("a ladder of gravity takes the rung of the tag", () => {
    const acts = Scoring.severityLadder("违纪", "处分", [
      { id: "警告", label: { zh: "警告" }, is: "警告", value: "-5", cite: cite("12") },
      { id: "记过", label: { zh: "记过" }, is: "记过", value: "-10", cite: cite("12") },
    ])
    const facts = [fact("甲", "违纪", "2023-05-01", { tags: { 处分: "记过" } })]
    expect(value(Scoring.lines({ acts }), { facts })).toBe("-10")
    expect(value(Scoring.lines({ acts }), { facts: [fact("甲", "违纪", "2023-05-01")] })).toBe("0")
  })
})

describe("accounts", () => {
  const absent = line("缺席", "-3")
  const late = line("迟到", "-1")
  test("deductFromFull loses at most all of it, and each line at most its own limit", () => {
    const account = Scoring.deductFromFull({ id: "会议", full: "10", each: "6", acts: [absent, late], cite: cite("3") })
    const times = (count: number) => several(count, "甲", "缺席", "2023-03")
    expect(value(account)).toBe("10")
    expect(value(account, { facts: times(1) })).toBe("7")
    expect(value(account, { facts: times(3) })).toBe("4")
    expect(value(account, { facts: [...times(3), ...several(9, "甲", "迟到", "2023-04")] })).toBe("0")
  })
  test("earnFromZero earns at most its limit, where there is one", () => {
    const acts = [line("稿件", "2")]
    const facts = several(4, "甲", "稿件", "2023-03")
    expect(value(Scoring.earnFromZero({ id: "宣传", most: "5", acts, cite: cite("6") }), { facts })).toBe("5")
    expect(value(Scoring.earnFromZero({ id: "宣传", acts, cite: cite("6") }), { facts })).toBe("8")
  })
  test("a monthly limit takes from each month apart", () => {
    const cap = Scoring.atMost("月限", ["稿件"], "month", "3", cite("6"))
    const facts = [...several(2, "甲", "稿件", "2023-03"), ...several(2, "甲", "稿件", "2023-04")]
    expect(value(Scoring.lines({ acts: [line("稿件", "2")], caps: [cap] }), { facts })).toBe("6")
  })
})

describe("tables of one measure", () => {
  test("a step table at its bounds, and a gap between its rows", () => {
    const table = Scoring.stepTable(score, [
      { on: { ge: "90" }, gives: "10" },
      { on: { ge: "80", lt: "90" }, gives: "6" },
      { on: { lt: "79" }, gives: "0" },
    ])
    expect(["90", "89", "80", "79", "78"].map((q) => value(table, of(q)))).toEqual(["10", "6", "6", "rules.gap", "0"])
  })
  test("milestones: only the highest reached counts, below the first there is nothing", () => {
    const marks = Scoring.milestones(score, [
      { at: "4", gives: "5" },
      { at: "8", gives: "10" },
    ])
    expect(["3", "4", "7", "8", "99"].map((q) => value(marks, of(q)))).toEqual(["0", "5", "5", "10", "10"])
    expect(Scoring.milestones(score, [])).toMatchObject({ pieces: [] })
  })
  test("gifts by marginal bands: 1001 to 5000 yuan, a point for each full 400 (Wendeng P-054)", () => {
    const yuan = Scoring.only({ kind: "得分", domain: Scoring.domain("元", "0", null, "1") })
    const terms = { from: "1000", start: "1001", end: "5000", size: "400", value: "1" } as const
    const band = Scoring.tier(yuan, { ...terms, beyond: "full" })
    const given = ["0", "1000", "1399", "1400", "5000", "5001"]
    expect(given.map((q) => value(band, of(q)))).toEqual(["0", "0", "0", "1", "10", "10"])
    expect(value(Scoring.tier(yuan, { ...terms, beyond: "none" }), of("5001"))).toBe("0")
    expect(value(Scoring.tier(yuan, { ...terms, end: null, beyond: "full" }), of("9000"))).toBe("20")
  })
  test("a target: full marks from it on, less below it, never under the floor", () => {
    const target = Scoring.target(score, { full: "10", at: "90", lossPerUnit: "0.5", floor: "2" })
    expect(["100", "90", "89", "75", "0"].map((q) => value(target, of(q)))).toEqual(["10", "10", "9.5", "2.5", "2"])
  })
  test("all or nothing", () => {
    const all = Scoring.allOrNothing(score, "5", "100")
    expect(["100", "99"].map((q) => value(all, of(q)))).toEqual(["5", "0"])
  })
  test("within: at most and at least", () => {
    expect(["0", "7", "100"].map((q) => value(Scoring.within(score, "5", "20"), of(q)))).toEqual(["5", "7", "20"])
  })
  test("rounding at its stage", () => {
    const third = Scoring.weighted([{ w: "1/3", e: score }])
    expect(value(Scoring.rounded(third, "halfUp", "0.1"), of("5"))).toBe("1.7")
    expect(value(Scoring.rounded(third, "floor", "0.1"), of("5"))).toBe("1.6")
  })
})

describe("among peers", () => {
  const people = ["甲", "乙", "丙"].map((id) => subject(id, { 镇: ["一镇"] }))
  const facts = ["40", "80", "80"].map((q, index) => fact(people[index]?.id ?? "", "得分", "2023-05-01", { value: q }))
  const share = { keys: [], last: "share", method: "min" } as const
  const all = (e: Expression) =>
    people.map(({ id }) =>
      short(
        one(book(e, { score: { quantum: "0.01", round: "halfUp" } }), { subjects: people, facts }, id).scores?.total,
      ),
    )
  test("in proportion to the best", () => {
    expect(all(Scoring.shareOfBest(score, "10", "镇"))).toEqual(["5", "10", "10"])
  })
  test("a measure with an id is referred to, so that its id stands once", () => {
    const named = Scoring.only({ kind: "得分", domain: points() }, { id: "收入" })
    expect(all(Scoring.shareOfBest(named, "10", null))).toEqual(["5", "10", "10"])
  })
  test("places, points by place, and less by place", () => {
    const rank = Scoring.place(score, "镇", "high", share)
    expect(all(rank)).toEqual(["3", "1", "1"])
    expect(all(Scoring.rankList(rank, ["10", "8"], "5"))).toEqual(["5", "10", "10"])
    expect(all(Scoring.rankList(rank, ["10", "8"], undefined))).toEqual(["rules.gap", "10", "10"])
    expect(all(Scoring.rankDecrement(rank, { full: "10", loss: "3", floor: "5" }))).toEqual(["5", "10", "10"])
  })
})

describe("parts together", () => {
  test("ballots: shares of the grades over the valid votes; without a valid vote there is no score", () => {
    const grades = [
      { field: "好", share: "1" },
      { field: "较好", share: "0.8" },
      { field: "差", share: "0" },
    ]
    const count = (good: string, fair: string, poor: string): Case => ({
      facts: [fact("甲", "测评", "2023-12-01", { values: { 好: good, 较好: fair, 差: poor } })],
    })
    expect(value(Scoring.ballots("测评", grades, "20"), count("6", "5", "1"))).toBe("50/3")
    expect(value(Scoring.ballots("测评", grades, "20"), count("0", "0", "0"))).toBe("absent notApplicable")
  })
  test("weights scale up where a part is absent and the text says so", () => {
    const other = Scoring.only({ kind: "测评", domain: points() })
    const parts = [
      { w: "0.6", e: score },
      { w: "0.4", e: other },
    ]
    const facts = [
      fact("甲", "得分", "2023-05-01", { value: "90" }),
      fact("甲", "测评", "2023-05-01", { absent: "notApplicable" }),
    ]
    expect(value(Scoring.weighted(parts, { absent: { notApplicable: "reweight" } }), { facts })).toBe("90")
    expect(value(Scoring.weighted(parts), { facts })).toBe("absent notApplicable")
  })
  test("a score of every quarter, added up or averaged", () => {
    const quarterly = (fold: "sum" | "mean") =>
      Scoring.subPeriods("quarter", Scoring.lines({ acts: [line("稿件", "2")] }), fold)
    const facts = [...several(3, "甲", "稿件", "2023-02"), ...several(1, "甲", "稿件", "2023-12")]
    expect(value(quarterly("sum"), { facts })).toBe("8")
    expect(value(quarterly("mean"), { facts })).toBe("2")
  })
  test("carried over: a share of the frozen score, and the value given for who is new", () => {
    const carried = Scoring.carriedOver("样例", "0.1", points(null, "0.1"), "10")
    expect(value(carried)).toBe("10")
    const results = [
      {
        book: "样例",
        subject: "甲",
        period: { from: "2022-01-01", to: "2023-01-01" },
        values: { score: "87" },
        recordedAt: 0,
      },
    ] as unknown as NonNullable<Case["results"]>
    expect(value(carried, { results })).toBe("8.7")
  })
})

describe("conditions", () => {
  const when = (test: Parameters<typeof Scoring.on>[0] | ReturnType<typeof Scoring.is>, given: Case) =>
    value(
      {
        op: "case",
        rows: [{ when: "test" in test ? test : Scoring.on(test, { ge: "60" }), gives: Scoring.base("1") }],
        otherwise: Scoring.base("0"),
      },
      given,
    )
  test("a label, a value on a span, so many facts", () => {
    expect(when(Scoring.is("身份", "党员", "预备党员"), { subjects: [subject("甲", { 身份: ["预备党员"] })] })).toBe(
      "1",
    )
    expect(when(Scoring.is("身份", "党员"), {})).toBe("0")
    expect([when(score, of("60")), when(score, of("59"))]).toEqual(["1", "0"])
    const twice = Scoring.happened("谈话", 2)
    expect(when(twice, { facts: several(2, "甲", "谈话", "2023-03") })).toBe("1")
    expect(when(twice, { facts: several(1, "甲", "谈话", "2023-03") })).toBe("0")
    expect(when(twice, { facts: several(1, "甲", "谈话", "2023-03"), open: ["谈话"] })).toBe("0–1")
  })
  test("happened counts only what fits its own condition", () => {
    const grave = Scoring.happened("谈话", 1, Scoring.tagged("轻重", "重"))
    const talk = (tag: string) => ({ facts: [fact("甲", "谈话", "2023-03-01", { tags: { 轻重: tag } })] })
    expect([when(grave, talk("重")), when(grave, talk("轻"))]).toEqual(["1", "0"])
  })
})

test("a named node keeps its name, label, clause and full mark", () => {
  const named = { id: "会议", label: { zh: "三会一课" }, cite: cite("3"), full: "20" }
  const account = Scoring.earnFromZero({ ...named, cite: cite("3"), acts: [line("到会", "1")] })
  expect(account).toMatchObject({ ...named, form: "earnFromZero" })
  expect(node(one(book(account), { facts: several(3, "甲", "到会", "2023-03") }), "会议")).toBe("3")
})
