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
  test("R1 of the notes on peers (T2, printed bands): what is missing of three parts, in both languages", () => {
    const facts = [fact("甲", "基础分", "2023-12-01", { value: "88" })]
    const closures = [{ kind: "扣分", through: CivilDate.ofUnsafe(2023, 12, 31), recordedAt: instant(0) }]
    const input = given(CityNotice2023.rulebook, facts, { closures })
    const found = Narrowing.of(input, "甲")
    if (found === undefined) throw new Error("nobody")
    expect(named(found)).toEqual(["fact 评议分"])
    expect(Narrowing.text(CityNotice2023.rulebook, found, "zh")).toBe(
      "最能缩小范围的是“评议分”：知道后，得分和等次即可确定。",
    )
    expect(Narrowing.text(CityNotice2023.rulebook, found, "en")).toBe(
      'What narrows most is "marks of the appraisal": once it is known, the score and the level are settled.',
    )
  })

  test("where nothing is open", () => {
    const rules = book(Scoring.base("60"))
    const found = Narrowing.of(given(rules, []), "甲")
    if (found === undefined) throw new Error("nobody")
    expect(Narrowing.text(rules, found, "zh")).toBe("得分与等次均无待定之处。")
    expect(Narrowing.text(rules, found, "en")).toBe("Nothing about the score or the level is open.")
  })
})
