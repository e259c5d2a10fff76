/** What narrows most: told cases. Books and facts are made up unless a source is named. */
import { describe, expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as Period from "../../src/foundation/Period.js"
import * as CityNotice2023 from "../../src/presets/CityNotice2023.js"
import type { Expression } from "../../src/rules/Expression.js"
import type { Fact, Subject } from "../../src/rules/Fact.js"
import type { Input } from "../../src/rules/Interpreter.js"
import * as Narrowing from "../../src/rules/Narrowing.js"
import type { Rulebook } from "../../src/rules/Rulebook.js"
import * as Scoring from "../../src/rules/Scoring.js"
import * as Veto from "../../src/rules/Veto.js"
import { fact, instant, short, subject } from "./rating.js"
import { book, cite, level, line, points } from "./sample.js"

const given = (rules: Rulebook, facts: ReadonlyArray<Fact>, more: Partial<Input> = {}): Input => ({
  book: rules,
  period: Period.yearUnsafe(2023),
  at: Coordinate.of(CivilDate.ofUnsafe(2023, 12, 31), instant(1)),
  subjects: [subject("甲")],
  facts,
  ...more,
})

const named = (found: Narrowing.Narrowing | undefined) => found?.things.map(({ thing }) => `${thing.is} ${thing.name}`)

const shown = ({ score, level: is }: Narrowing.Left) =>
  `${short(score)} ${is.is === "level" ? is.level : is.is === "among" ? is.levels.join("|") : is.is}`

const entry = (kind: string, max = "100"): Expression => Scoring.only({ kind, domain: points(max) })

const bands = [level("优秀", { ge: "90" }), level("合格", { ge: "60", lt: "90" }), level("不合格", { lt: "60" })]

describe("which thing stands first", () => {
  test("the one that leaves the fewest levels at worst, before one that leaves the narrower score", () => {
    const rules = book(Scoring.parts([entry("测评"), entry("附加", "1")]), { levels: bands })
    const found = Narrowing.of(given(rules, []), "甲")
    expect(found?.now && shown(found.now)).toBe("0–101 优秀|合格|不合格")
    expect(found?.things.map((told) => [told.thing.name, shown(told.atWorst), shown(told.atBest), told.tried])).toEqual(
      [
        ["测评", "59–60 合格|不合格", "0–1 不合格", "every"],
        ["附加", "0–100 优秀|合格|不合格", "0–100 优秀|合格|不合格", "every"],
      ],
    )
  })

  test("a fact that decides a veto may narrow more than one that moves the score", () => {
    const happened = Scoring.happened("责任事故")
    const effects = [Veto.holdAt({ id: "否决", label: { zh: "责任事故" }, when: happened, cite: cite("10") }, "不合格")]
    const rules = book(Scoring.parts([Scoring.base("90"), entry("附加", "5")]), { levels: bands, effects })
    const found = Narrowing.of(given(rules, []), "甲")
    expect(found?.things.map((told) => [told.thing.name, shown(told.atWorst)])).toEqual([
      ["责任事故", "90–95 优秀"],
      ["附加", "90 优秀|不合格"],
    ])
  })

  test("an open end is wider than any number, two are wider than one, and equals come by name", () => {
    const wide = (kind: string, min: string | null, max: string | null) =>
      Scoring.only({ kind, domain: { ...points(), min, max } })
    const rules = book(
      Scoring.parts([wide("丙", null, null), wide("乙", "0", null), wide("甲", "0", "9"), wide("丁", "0", "9")]),
    )
    const found = Narrowing.of(given(rules, []), "甲")
    expect(found?.things.map((told) => [told.thing.name, short(told.atWorst.score)])).toEqual([
      ["丙", "-1000–∞"],
      ["丁", "−∞–∞"],
      ["乙", "−∞–∞"],
      ["甲", "−∞–∞"],
    ])
  })
})

describe("what a result rests on", () => {
  test("facts, parameters, values of frozen results, and values that recorded facts leave out", () => {
    const rules = book(
      Scoring.parts([
        { op: "times", by: { op: "param", name: "系数", domain: points("2") }, e: entry("测评", "10") },
        { op: "result", book: "他书", node: "score", at: "same", domain: points("5") },
        Scoring.lines({
          acts: [{ ...line("好事", "1"), worth: { op: "field", field: "分值", domain: points("3") } }],
        }),
      ]),
    )
    const results = [
      { book: "他书", subject: "甲", period: Period.yearUnsafe(2023), values: {}, recordedAt: instant(0) },
    ]
    const found = Narrowing.of(given(rules, [fact("甲", "好事", "2023-03-01")], { results }), "甲")
    expect(new Set(named(found))).toEqual(
      new Set(["parameter 系数", "fact 测评", "result 他书.score", "field 好事.分值"]),
    )
    expect(found?.now && shown(found.now)).toBe("0–28 none")
  })

  test("what cannot change the score or the level is not named", () => {
    const rules = book(Scoring.within(Scoring.parts([Scoring.base("100"), entry("附加", "5")]), "0", "100"))
    expect(named(Narrowing.of(given(rules, []), "甲"))).toEqual([])
  })

  test("nothing where all is known, and nobody where there is no such subject or it is exempt", () => {
    const rules = book(entry("测评"), { levels: bands })
    const told = given(rules, [fact("甲", "测评", "2023-05-01", { value: "77" })])
    expect(Narrowing.of(told, "甲")).toEqual({
      subject: "甲",
      now: { score: { is: "known", q: "77" }, level: { is: "level", level: "合格" } },
      things: [],
      waits: [],
    })
    expect(Narrowing.of(told, "乙")).toBeUndefined()
    const classes = [
      { id: "新建", label: { zh: "新建" }, when: Scoring.is("类", "新"), standing: "exempt" as const, cite: cite("3") },
    ]
    const exempt: Subject = subject("甲", { 类: ["新"] })
    expect(Narrowing.of(given(book(entry("测评"), { classes }), [], { subjects: [exempt] }), "甲")).toBeUndefined()
  })

  test("a kind read month by month stands for several values", () => {
    const rules = book({ op: "over", each: "quarter", e: entry("季评", "3"), fold: "sum", absent: {} })
    const found = Narrowing.of(given(rules, [fact("甲", "季评", "2023-02-01", { value: "3" })]), "甲")
    expect(found?.things).toEqual([
      {
        thing: { name: "季评", is: "fact" },
        atWorst: { score: { is: "known", q: "3" }, level: { is: "none" } },
        atBest: { score: { is: "known", q: "3" }, level: { is: "none" } },
        tried: "some",
      },
    ])
  })
})

describe("among others", () => {
  const rules = book(entry("测评"), {
    levels: bands,
    quotas: [
      {
        id: "名额",
        levels: ["优秀"],
        sense: "most",
        of: { seats: 1 },
        group: null,
        cite: cite("名额"),
      },
    ],
  })
  const subjects = ["甲", "乙"].map((id) => subject(id))

  test("a place that another holds is not there, whatever is told", () => {
    const facts = [fact("乙", "测评", "2023-05-01", { value: "100" })]
    const found = Narrowing.of(given(rules, facts, { subjects }), "甲")
    expect(found?.things.map(({ atWorst, atBest }) => [shown(atWorst), shown(atBest)])).toEqual([
      ["0 不合格", "0 不合格"],
    ])
  })
})

describe("in words", () => {
  test("R1 of the notes on peers (T2, printed bands, with a gap below 70): what is missing of three parts", () => {
    const facts = [fact("甲", "基础分", "2023-12-01", { value: "88" })]
    const closures = [{ kind: "扣分", through: CivilDate.ofUnsafe(2023, 12, 31), recordedAt: instant(0) }]
    const input = given(CityNotice2023.rulebook, facts, { closures })
    const found = Narrowing.of(input, "甲")
    if (found === undefined) throw new Error("nobody")
    expect(named(found)).toEqual(["fact 评议分"])
    expect(Narrowing.text(CityNotice2023.rulebook, found, "zh")).toBe(
      "最能缩小范围的是“评议分”：知道后，最不利时仍余：得分69.1，等次未定（得分69.1不属于任何等次）；最有利时即可确定。",
    )
    expect(Narrowing.text(CityNotice2023.rulebook, found, "en")).toBe(
      'What narrows most is "marks of the appraisal": once it is known, this is left at worst: score 69.1, level open (the score 69.1 belongs to no level); at best nothing is.',
    )
  })

  const said = (input: Input, who = "甲") => {
    const found = Narrowing.of(input, who)
    if (found === undefined) throw new Error("nobody")
    return [Narrowing.text(input.book, found, "zh"), Narrowing.text(input.book, found, "en")]
  }
  const marked = (id: string, value: string) => fact(id, "测评", "2023-05-01", { value })
  const one = {
    id: "名额",
    levels: ["优秀"],
    sense: "most" as const,
    of: { seats: 1 },
    group: null,
    cite: cite("名额"),
  }
  const subjects = ["甲", "乙"].map((id) => subject(id))

  test("one seat, and another whose score is not known", () => {
    const rules = book(entry("测评"), { levels: bands, quotas: [one] })
    expect(said(given(rules, [marked("甲", "95")], { subjects }))).toEqual([
      "得分95，等次优秀或合格（待定）：名额“名额”尚待他人（乙）的结果。",
      'Score 95, level 优秀 or 合格 (open): the places of "名额" wait for the results of 乙.',
    ])
  })

  test("a tie at the cut that waits for a meeting, or for the seed of a draw", () => {
    const tied = [marked("甲", "95"), marked("乙", "95")]
    const ties = (last: Rulebook["ties"]["last"]) => ({ keys: [], last, method: "min" as const })
    const meeting = book(entry("测评"), { levels: bands, quotas: [one], ties: ties("meeting") })
    expect(said(given(meeting, tied, { subjects }))).toEqual([
      "得分95，等次优秀或合格（待定）：与乙并列在名额“名额”的线上，待研究决定。",
      'Score 95, level 优秀 or 合格 (open): equal with 乙 at the cut of "名额", a meeting has to decide.',
    ])
    const draw = book(entry("测评"), { levels: bands, quotas: [one], ties: ties({ draw: "摇号" }) })
    expect(said(given(draw, tied, { subjects }))[0]).toBe(
      "得分95，等次优秀或合格（待定）：与乙并列在名额“名额”的线上，待抽签，种子尚未公布。",
    )
    expect(said(given(draw, tied, { subjects, seeds: { 摇号: "2023年12月31日公布的种子" } }))[0]).toBe(
      "得分与等次均无待定之处。",
    )
  })

  test("a tie key not known: the subject's own, another's, and an award of which the text does not say if it takes a place", () => {
    const ties = { keys: [{ e: entry("加试"), best: "high" as const }], last: "share" as const, method: "min" as const }
    const rules = book(entry("测评"), { levels: bands, quotas: [one], ties })
    const tied = [marked("甲", "95"), marked("乙", "95")]
    const told = (id: string) => fact(id, "加试", "2023-05-01", { value: "50" })
    expect(said(given(rules, [...tied, told("乙")], { subjects }))[0]).toBe(
      "最能缩小范围的是“加试”：知道后，得分和等次即可确定。",
    )
    expect(said(given(rules, [...tied, told("甲")], { subjects }))[0]).toBe(
      "得分95，等次优秀或合格（待定）：名额“名额”尚待他人（乙）的结果。",
    )
    const award = {
      id: "直晋",
      label: { zh: "直接晋级" },
      when: Scoring.is("功", "有"),
      atLeast: "优秀",
      cite: cite("8"),
    }
    const silent = book(entry("测评"), { levels: bands, quotas: [one], awards: [award] })
    const rivals = [subject("甲"), subject("乙", { 功: ["有"] })]
    expect(said(given(silent, [marked("甲", "95"), marked("乙", "97")], { subjects: rivals }))[0]).toBe(
      "得分95，等次优秀或合格（待定）：办法未写明“直接晋级”是否占用名额“名额”。",
    )
  })

  test("a conflict behind the level or the score, by its sentence", () => {
    const gap = [level("优秀", { ge: "95" }), level("合格", { lt: "90" })]
    const rules = book(entry("测评"), { levels: gap })
    expect(said(given(rules, [marked("甲", "91")]))).toEqual([
      "得分91，等次未定（得分91不属于任何等次）。",
      "Score 91, level open (the score 91 belongs to no level).",
    ])
    expect(said(given(rules, [marked("甲", "101")]))[0]).toBe("得分未定（“测评”的值101超出范围）。")
  })

  test("points by place: what another's record leaves open is said to be another's", () => {
    const place: Expression = {
      op: "peers",
      e: entry("指标"),
      fold: "rank",
      group: null,
      best: "high",
      ties: { keys: [], last: "share", method: "min" },
    }
    const total: Expression = {
      op: "sum",
      of: [
        { w: "1", e: Scoring.base("10") },
        { w: "-0.5", e: place },
      ],
      weights: "free",
    }
    const rules = book(total, { score: { quantum: "0.5", round: "exact" } })
    const input = given(rules, [fact("甲", "指标", "2023-05-01", { value: "50" })], { subjects })
    expect(Narrowing.of(input, "甲")?.things.map(({ thing }) => thing)).toEqual([
      { name: "指标", is: "fact", of: "peers" },
    ])
    expect(said(input)).toEqual([
      "得分9至9.5：尚待同组他人的“指标”。",
      'Score 9 to 9.5: "指标" of others in the group to come.',
    ])
    expect(Narrowing.of(input, "乙")?.things.map(({ thing }) => thing)).toEqual([{ name: "指标", is: "fact" }])
    expect(said(input, "乙")[0]).toBe("最能缩小范围的是“指标”：知道后，得分和等次即可确定。")
  })

  test("a kind whose fields have several labels by its own name, and a parameter apart from a kind of the same name", () => {
    const field = (name: string, zh: string): Expression => ({
      op: "fact",
      kind: "测评",
      take: "only",
      field: name,
      domain: points("9"),
      closedBy: "register",
      label: { zh },
    })
    const votes = book(Scoring.parts([field("好", "好评票"), field("差", "差评票")]))
    expect(said(given(votes, []))[0]).toBe("最能缩小范围的是“测评”：知道后，得分和等次即可确定。")
    const labelled = book(field("好", "好评票"))
    expect(said(given(labelled, []))[0]).toBe("最能缩小范围的是“好评票”：知道后，得分和等次即可确定。")
    const both = book(Scoring.parts([{ op: "param", name: "测评", domain: points("20") }, entry("测评", "5")]))
    const found = Narrowing.of(given(both, []), "甲")
    expect(found?.things.map(({ thing, atWorst }) => [thing, short(atWorst.score)])).toEqual([
      [{ name: "测评", is: "parameter" }, "0–5"],
      [{ name: "测评", is: "fact" }, "0–20"],
    ])
    expect(said(given(both, []))[0]).toBe("最能缩小范围的是参数“测评”：知道后，最不利时仍余：得分0至5。")
  })

  test("where nothing is open", () => {
    const rules = book(Scoring.base("60"))
    const found = Narrowing.of(given(rules, []), "甲")
    if (found === undefined) throw new Error("nobody")
    expect(Narrowing.text(rules, found, "zh")).toBe("得分与等次均无待定之处。")
    expect(Narrowing.text(rules, found, "en")).toBe("Nothing about the score or the level is open.")
  })
})
