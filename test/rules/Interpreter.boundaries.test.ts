/** Told cases at the edges of days, spans and groups, where two readings of a rule part. All data are made up. */
import { describe, expect, test } from "vitest"
import * as Period from "../../src/foundation/Period.js"
import type { Expression, Ties } from "../../src/rules/Expression.js"
import type { Fact, FrozenResult } from "../../src/rules/Fact.js"
import * as Rulebook from "../../src/rules/Rulebook.js"
import * as Scoring from "../../src/rules/Scoring.js"
import * as Veto from "../../src/rules/Veto.js"
import { type Case, fact, instant, one, rate, score, short, stand, subject } from "./rating.js"
import { cite, grounds, level, line, partial, points } from "./schemes/drafting.js"

type Draft = Omit<Parameters<typeof partial>[0], "id" | "title" | "since" | "citation" | "total">

const book = (total: Expression, more: Draft = {}) =>
  partial({
    id: "试",
    title: "试用办法",
    since: "2010-01-01",
    citation: { standing: "report" },
    total,
    score: { quantum: "0.0001", round: "halfUp" },
    ...more,
  })

const leaf = (kind: string): Expression => Scoring.only({ kind, domain: points("0", "100") })
const value = (kind: string, q: string, id = "甲", on = "2023-06-01"): Fact => fact(id, kind, on, { value: q })
const total = (e: Expression, given: Case = {}): string => short(one(book(e), given).scores?.total)
const share: Ties = { keys: [], last: "share", method: "min" }

describe("a repair follows what it repairs", () => {
  const refusal = Veto.zero({
    ...grounds("拒改", Scoring.happened("拒改")),
    repair: { when: Scoring.happened("改正承诺"), does: { deduct: "60" }, cite: cite("33") },
  })
  const self = book(Scoring.base("1000"), { effects: [refusal] })
  const at = (...days: ReadonlyArray<readonly [string, string]>) =>
    score(one(self, { facts: days.map(([kind, on]) => fact("甲", kind, on)) }))

  test("a promise before the refusal repairs nothing, on its day or after it does", () => {
    expect(at(["改正承诺", "2023-01-01"], ["拒改", "2023-05-01"])).toBe("0")
    expect(at(["拒改", "2023-05-01"], ["改正承诺", "2023-05-01"])).toBe("940")
    expect(at(["拒改", "2023-05-01"], ["改正承诺", "2023-06-01"])).toBe("940")
  })

  test("while what it rests on is not known, a repair is not certain", () => {
    const low = Veto.zero({
      ...grounds("不合格", Scoring.on(leaf("测评"), { lt: "60" })),
      repair: { when: Scoring.happened("整改"), does: "nothing", cite: cite("33") },
    })
    const graded = book(Scoring.base("1000"), { effects: [low] })
    const facts = [fact("甲", "整改", "2023-05-01")]
    expect(score(one(graded, { facts }))).toBe("0–1000")
    expect(score(one(graded, { facts: [...facts, value("测评", "50", "甲", "2023-06-01")] }))).toBe("0")
    expect(score(one(graded, { facts: [...facts, value("测评", "50", "甲", "2023-04-01")] }))).toBe("1000")
  })

  test("a second refusal after the promise stands", () =>
    expect(at(["拒改", "2023-05-01"], ["改正承诺", "2023-06-01"], ["拒改", "2023-08-01"])).toBe("0"))
})

describe("what counts for so many months", () => {
  const lines = Scoring.lines({
    acts: [line("违规", "-5")],
    validity: [{ when: { test: "all", of: [] }, months: 1, cite: cite("6") }],
  })
  const effect = Veto.deduct({ ...grounds("违规", Scoring.happened("违规")), lasts: { months: 1 } }, "5")
  const both = (on: string, day: string, until?: string) => {
    const facts = [fact("甲", "违规", on, until === undefined ? {} : { until })]
    return [total(lines, { facts, day }), score(one(book(Scoring.base("0"), { effects: [effect] }), { facts, day }))]
  }

  test.each([
    ["2023-02-28", "2023-03-27", "-5"],
    ["2023-02-28", "2023-03-28", "0"],
    ["2023-01-31", "2023-02-27", "-5"],
    ["2023-01-31", "2023-02-28", "0"],
  ])("lines and effects agree: %s on %s", (on, day, q) => expect(both(on, day)).toEqual([q, q]))

  test("a continuing fact counts from the day it ends, for both", () => {
    expect(both("2022-01-01", "2023-03-30", "2023-02-28")).toEqual(["0", "0"])
    expect(both("2022-01-01", "2023-03-27", "2023-02-28")).toEqual(["-5", "-5"])
  })

  test("an entry long expired does not spoil the account, a living one does", () => {
    const ranged = Scoring.lines({
      acts: [
        Scoring.inRange({
          id: "扣",
          kind: "扣",
          label: { zh: "扣" },
          field: "value",
          values: points("-10", "0"),
          by: "支委会",
          cite: cite("1"),
        }),
      ],
      validity: [{ when: { test: "all", of: [] }, months: 12, cite: cite("6") }],
    })
    expect(total(ranged, { facts: [value("扣", "-99", "甲", "2010-05-01")] })).toBe("0")
    expect(total(ranged, { facts: [value("扣", "-99", "甲", "2023-05-01")] })).toBe("rules.outOfDomain")
  })
})

describe("by month", () => {
  const monthly = (e: Expression, fold: "sum" | "mean" = "sum") => Scoring.subPeriods("month", e, fold)

  test("a month still to come is all that its caps allow, not full marks", () => {
    const sheet = Scoring.deductFromFull({ id: "日常", full: "60", acts: [line("缺席", "-5")], cite: cite("1") })
    const facts = ["2023-01-10", "2023-02-10"].map((on) => fact("甲", "缺席", on))
    expect(total(monthly(sheet, "mean"), { facts, day: "2023-02-28" })).toBe("55/6–355/6")
    expect(total(monthly(sheet, "mean"), { facts })).toBe("355/6")
  })

  test("a bonus held back in January counts again once the breach has ended", () => {
    const account = Scoring.lines({
      acts: [line("好事", "5")],
      suspensions: [{ id: "停", kinds: ["违规"], cite: cite("4") }],
    })
    const facts = [fact("甲", "好事", "2023-01-20"), fact("甲", "违规", "2023-01-10", { until: "2023-02-10" })]
    expect([total(account, { facts }), total(monthly(account), { facts })]).toEqual(["5", "5"])
    expect([total(account, { facts, day: "2023-02-09" })]).toEqual(["0"])
  })

  test("a repetition in February is one of January", () => {
    const account = Scoring.lines({ acts: [line("违规", "-5", { repeat: { class: "违规", times: "2" } })] })
    const facts = ["2023-01-20", "2023-02-20"].map((on) => fact("甲", "违规", on))
    expect([total(account, { facts }), total(monthly(account), { facts })]).toEqual(["-15", "-15"])
  })

  test("a cap of the year inside months is refused", () => {
    const yearly = Scoring.lines({
      acts: [line("好事", "5")],
      caps: [Scoring.atMost("限", ["好事"], "year", "6", cite("2"))],
    })
    expect(
      Rulebook.check({ ...book(Scoring.base("0")), total: monthly(yearly) }).map(({ code, path }) => [code, path]),
    ).toEqual([["rulebook.capBeyondSpan", ["total", "e", "caps", 0, "per"]]])
  })

  test("a continuing fact counts in every month it touches", () => {
    const facts = [fact("甲", "违规", "2023-01-05", { until: "2023-04-01" })]
    const account = Scoring.lines({ acts: [line("违规", "-5")] })
    expect([total(account, { facts }), total(monthly(account), { facts })]).toEqual(["-5", "-15"])
  })
})

describe("the result before", () => {
  const frozen = (period: string, q: string, more: Partial<FrozenResult> = {}): FrozenResult => ({
    book: "试",
    subject: "甲",
    period: Period.parseUnsafe(period),
    values: { score: q },
    recordedAt: instant(0),
    ...more,
  })
  const last = Scoring.imported("试", "score", "previous", points("0", "100"))

  test("is the one of the same length, whichever was recorded last", () => {
    for (const recordedAt of [instant(0), instant(1)]) {
      expect(total(last, { results: [frozen("2022", "60"), frozen("2022-12", "90", { recordedAt })] })).toBe("60")
    }
    expect(total(last, { results: [frozen("2022-12", "90")] })).toBe("90")
  })

  test("is the same inside an effect that looks back for two years", () => {
    const effect = Veto.deduct(
      { ...grounds("差", { test: "level", book: "试", at: "previous", in: ["差"] }), lasts: { months: 24 } },
      "20",
    )
    const results = (a: string, b: string) => [frozen("2021", "1", { level: a }), frozen("2022", "1", { level: b })]
    const self = book(Scoring.base("50"), { effects: [effect] })
    expect(score(one(self, { results: results("差", "优") }))).toBe("50")
    expect(score(one(self, { results: results("优", "差") }))).toBe("30")
  })

  test("a last level that the book does not have is a conflict, not a free climb", () => {
    const self = book(leaf("分"), {
      levels: [level("优", { ge: "90" }), level("良", { lt: "90" })],
      climb: { steps: 1, cite: cite("7") },
    })
    expect(stand(one(self, { facts: [value("分", "95")], results: [frozen("2022", "1", { level: "旧优" })] }))).toBe(
      "rules.noSuchLevel",
    )
  })
})

describe("nought", () => {
  test("a zeroing never lifts a score below it", () => {
    const self = book(Scoring.lines({ acts: [line("违规", "-20")] }), {
      effects: [Veto.zero(grounds("清零", Scoring.happened("清零")))],
    })
    expect(score(one(self, { facts: [fact("甲", "违规", "2023-05-01"), fact("甲", "清零", "2023-05-01")] }))).toBe(
      "-20",
    )
  })

  test("what another effect may take counts, where it is not known to, only as possible", () => {
    const effects = [
      Veto.zero({
        ...grounds("拒改", Scoring.happened("拒改")),
        repair: { when: Scoring.on(leaf("整改"), { ge: "60" }), does: { deduct: "1" }, cite: cite("33") },
      }),
      Veto.zero(grounds("清零", Scoring.happened("清零"))),
    ]
    const self = book(Scoring.base("0"), { effects })
    const facts = [fact("甲", "拒改", "2023-05-01"), fact("甲", "清零", "2023-05-01")]
    expect(score(one(self, { facts }))).toBe("-1–0")
    expect(score(one(self, { facts: [...facts, value("整改", "10")] }))).toBe("0")
    expect(score(one(self, { facts: [...facts, value("整改", "70")] }))).toBe("-1")
  })
})

describe("who is compared with whom", () => {
  const classes = [{ ...grounds("党员", Scoring.is("身份", "党员")), standing: "rated" as const }]
  const people = [subject("甲", { 身份: ["党员"] }), subject("乙"), subject("丙")]
  const facts = [value("分", "10"), value("分", "20", "乙"), value("分", "30", "丙")]
  const of = (fold: "count" | "sum" | "mean" | "best") =>
    ({ op: "peers", e: leaf("分"), fold, group: null, best: "high", ties: share }) as const

  test("those of no class are nobody's peers", () => {
    const self = book(Scoring.place(leaf("分"), null, "high", share), { classes })
    expect(short(one(self, { subjects: people, facts }, "甲").scores?.total)).toBe("1")
    expect(short(one(self, { subjects: people, facts }, "乙").scores?.total)).toBe("absent notApplicable")
  })

  test("peers have a number and a sum", () => {
    const given = { subjects: people, facts }
    expect(["count", "sum", "mean", "best"].map((fold) => total(of(fold as "count"), given))).toEqual([
      "3",
      "60",
      "20",
      "30",
    ])
    const missing = {
      subjects: people,
      facts: [...facts.slice(0, 2), fact("丙", "分", "2023-06-01", { absent: "exempt" })],
    }
    expect(["count", "sum"].map((fold) => total(of(fold as "count"), missing))).toEqual(["2", "30"])
  })

  test("the mean of all others stands in where no label groups them", () => {
    const e = Scoring.parts([leaf("分")], { absent: { exempt: { peersMean: null } } })
    const given = { subjects: people, facts: [fact("甲", "分", "2023-06-01", { absent: "exempt" }), ...facts.slice(1)] }
    expect(short(one(book(e), given, "甲").scores?.total)).toBe("25")
  })

  test("a group is a set of values: said twice it is the same, joined it is another", () => {
    const self = book(leaf("分"), {
      rankings: [{ id: "排", label: { zh: "排" }, group: "片", ties: share, cite: cite("2") }],
    })
    const labelled = [["丙"], ["丙", "丙"], ["甲", "乙"], ["甲、乙"]].map((all, index) =>
      subject(`${index}`, { 片: all }),
    )
    const { outcomes } = rate(self, { subjects: labelled, facts: labelled.map(({ id }) => value("分", "1", id)) })
    expect(outcomes.map(({ places }) => places.map(({ group, of: size }) => [group, size]))).toEqual([
      [["丙", 2]],
      [["丙", 2]],
      [["乙、甲", 1]],
      [["甲、乙", 1]],
    ])
  })

  test("by ordinal places equals are numbered one after the other and left for people to order", () => {
    const ordinal: Ties = { ...share, method: "ordinal" }
    const self = book(leaf("分"), {
      rankings: [{ id: "排", label: { zh: "排" }, group: null, ties: ordinal, cite: cite("2") }],
    })
    const all = ["甲", "乙", "丙", "丁"].map((id) => subject(id))
    const given = {
      subjects: all,
      facts: [
        ["甲", "1"],
        ["乙", "2"],
        ["丙", "3"],
        ["丁", "2"],
      ].map(([id, q]) => value("分", q ?? "", id)),
    }
    const places = rate(self, given).outcomes.map(({ subject: id, places: [place] }) => [
      id,
      short(place?.place),
      place?.open,
    ])
    expect(places.sort((a, b) => Number(a[1]) - Number(b[1]))).toEqual([
      ["丙", "1", false],
      ["丁", "2", true],
      ["乙", "3", true],
      ["甲", "4", false],
    ])
  })
})

describe("absences and intervals", () => {
  test("an absence that the leaf does not ask about changes nothing", () => {
    const asked = Scoring.only({ kind: "分", domain: points("0", "100"), where: Scoring.tagged("轮", "一") })
    const first = fact("甲", "分", "2023-06-01", { value: "80", tags: { 轮: "一" } })
    const second = fact("甲", "分", "2023-07-01", { absent: "notApplicable", tags: { 轮: "二" } })
    expect(total(asked, { facts: [first, second] })).toBe("80")
  })

  test("what a register calls unknown is the whole domain", () =>
    expect(total(leaf("分"), { facts: [fact("甲", "分", "2023-06-01", { absent: "unknown" })] })).toBe("0–100"))

  test("products and quotients of open intervals keep the ends that they have", () => {
    const p = (min: string | null, max: string | null) => Scoring.parameter("p", points(min, max))
    const q = (min: string | null, max: string | null) => Scoring.only({ kind: "q", domain: points(min, max) })
    const times = (a: ReturnType<typeof p>, e: Expression) => total({ op: "times", by: a, e })
    expect(times(p("1", "2"), q("0", null))).toBe("0–∞")
    expect(times(p("-2", "-1"), q("0", null))).toBe("−∞–0")
    expect(times(p("-2", "3"), q("1", null))).toBe("−∞–∞")
    const over = (den: Expression) => total({ op: "ratio", num: Scoring.base("6"), den, empty: "notApplicable" })
    expect(over(q("1", null))).toBe("0–6")
    expect(over(q("2", "3"))).toBe("2–3")
    expect(over(q("0", "3"))).toBe("−∞–∞")
  })
})

describe("nothing disappears without a word", () => {
  test("facts about nobody who is rated are named, if they are known and in effect", () => {
    const strangers = [
      fact("无", "分", "2023-05-01", { id: "b" }),
      fact("无", "例会", "2023-04-01", { id: "a" }),
      fact("无", "分", "2024-01-01", { id: "later" }),
      fact("无", "分", "2023-05-01", { id: "unknown", recordedAt: instant(9) }),
    ]
    expect(rate(book(leaf("分")), { facts: [value("分", "1"), ...strangers] }).unread).toEqual(["a", "b"])
  })
})

describe("names", () => {
  test("a control character in an id is refused where it stands", () => {
    const self = book(Scoring.base("1"))
    const bad = { ...self, total: { ...Scoring.base("1"), id: "a\u0000b" } }
    const decoded = Rulebook.document.decode(JSON.parse(JSON.stringify(bad)))
    expect("failure" in decoded && decoded.failure.map(({ code, path }) => [code, path])).toEqual([
      ["rulebook.badId", ["total", "id"]],
    ])
  })
})

describe("what a leaf rests on", () => {
  test("stands beside its value: the facts meant, not those left out by tag, day or knowledge", () => {
    const counted = Scoring.count(
      { kind: "会议", domain: points("0", null), where: Scoring.tagged("类", "党课") },
      { id: "次数" },
    )
    const at = (id: string, on: string, tag: string, recordedAt = 0) =>
      fact("甲", "会议", on, { id, tags: { 类: tag }, recordedAt: instant(recordedAt) })
    const facts = [
      at("a", "2023-03-01", "党课"),
      at("b", "2023-04-01", "例会"),
      at("c", "2022-04-01", "党课"),
      at("d", "2023-05-01", "党课"),
      at("e", "2023-06-01", "党课", 9),
    ]
    const found = one(book(counted), { facts }).nodes.find(({ id }) => id === "次数")
    expect([short(found?.value), found?.facts]).toEqual(["2", ["a", "d"]])
  })
})
