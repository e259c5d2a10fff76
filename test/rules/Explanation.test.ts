import { describe, expect, test } from "vitest"
import * as Explanation from "../../src/rules/Explanation.js"
import type { Expression } from "../../src/rules/Expression.js"
import type { Outcome } from "../../src/rules/Outcome.js"
import type { Rulebook } from "../../src/rules/Rulebook.js"
import * as Scoring from "../../src/rules/Scoring.js"
import * as Veto from "../../src/rules/Veto.js"
import { type Case, fact, one, several, subject } from "./rating.js"
import { book, cite, levels, line, points, score } from "./sample.js"

// All rules and facts here are made up.

const told = (self: Rulebook, given: Case, id?: string) => {
  const outcome = one(self, given, id)
  return { outcome, zh: Explanation.sentences(self, outcome, "zh"), en: Explanation.sentences(self, outcome, "en") }
}

const lines = (more: Partial<Parameters<typeof Scoring.lines>[0]>) =>
  book(Scoring.lines({ id: "记分", acts: [], ...more }))

const of = (value: string, ...more: ReadonlyArray<ReturnType<typeof fact>>): Case => ({
  facts: [fact("甲", "得分", "2023-05-01", { value }), ...more],
})

describe("values and levels in words", () => {
  test.each<[Parameters<typeof Explanation.valueText>[0], string, string]>([
    [{ is: "known", q: "1/3" }, "约0.33", "about 0.33"],
    [{ is: "known", q: "-217/200000" }, "约0.00", "about 0.00"],
    [{ is: "known", q: "0.0625" }, "0.0625", "0.0625"],
    [{ is: "known", q: "0.03125" }, "约0.03", "about 0.03"],
    [
      { is: "between", from: "10/3", to: "25/3", because: ["测评"] },
      "约3.33至约8.33（待定：测评）",
      "about 3.33 to about 8.33 (open: 测评)",
    ],
    [
      { is: "between", from: "3", to: "5", because: ["测评", "党课"] },
      "3至5（待定：测评、党课）",
      "3 to 5 (open: 测评, 党课)",
    ],
    [{ is: "between", from: "3", because: [] }, "至少3", "at least 3"],
    [{ is: "between", to: "5", because: [] }, "至多5", "at most 5"],
    [{ is: "between", because: [] }, "暂不能计分", "not yet scored"],
    [{ is: "between", because: ["民主测评"] }, "暂不能计分（尚缺：民主测评）", "not yet scored (missing: 民主测评)"],
    [{ is: "absent", why: "exempt" }, "豁免", "exempt"],
    [
      { is: "conflict", code: "rules.gap", params: { value: "89.5" } },
      "89.5不在任何一档",
      "89.5 is on no row of the table",
    ],
    [
      { is: "conflict", code: "rules.gap", params: { value: "271/30" } },
      "约9.03不在任何一档",
      "about 9.03 is on no row of the table",
    ],
  ])("%j", (value, zh, en) => {
    expect([Explanation.valueText(value, "zh"), Explanation.valueText(value, "en")]).toEqual([zh, en])
  })
  test("levels", () => {
    const self = book(score, { levels })
    const text = (level: Outcome["level"]) =>
      (["zh", "en"] as const).map((language) => Explanation.levelText(self, level, language))
    expect(text({ is: "level", level: "优秀" })).toEqual(["优秀", "excellent"])
    expect(text({ is: "among", levels: ["优秀", "良好"] })).toEqual(["优秀或良好（待定）", "excellent or good (open)"])
    expect(text({ is: "none" })).toEqual(["不评等次", "not graded"])
    expect(text({ is: "conflict", code: "rules.levelGap", params: { value: "9" } })[1]).toBe(
      "the score 9 belongs to no level",
    )
  })
  test("a level is named by the levels, whatever else bears its id", () => {
    const classes = [
      { id: "优秀", label: { zh: "优秀类" }, when: Scoring.is("类", "一"), standing: "rated", cite: cite("2") },
    ] as const
    expect(Explanation.levelText(book(score, { levels, classes }), { is: "level", level: "优秀" }, "zh")).toBe("优秀")
  })
  test("clauses: the article in the first source, all of it in another", () => {
    const self = book(score, {
      sources: [
        { id: "办法", citation: { title: "样例办法", standing: "transcription" } },
        { id: "细则", citation: { title: "样例细则", standing: "transcription" } },
      ],
    })
    expect(Explanation.clauseText(self, cite("23"), "zh")).toBe("第二十三条")
    expect(Explanation.clauseText(self, cite("23"), "en")).toBe("article 23")
    expect(Explanation.clauseText(self, cite("P-058"), "zh")).toBe("P-058")
    expect(Explanation.clauseText(self, { doc: "细则", art: "5" }, "zh")).toBe("《样例细则》第五条")
  })
})

describe("lines", () => {
  const acts = [line("献血", "10", { cite: cite("6") }), line("缺席", "-3", { cite: cite("7") })]
  test("a line as it was counted", () => {
    const { zh, en } = told(lines({ acts }), { facts: [fact("甲", "献血", "2023-03-05")] })
    expect(zh).toEqual(["2023年3月5日，献血事项，计+10分（第六条）。", "得分10，不评等次。"])
    expect(en).toEqual(["2023-03-05: item 献血 gets +10 (article 6).", "Score 10; not graded."])
  })
  test("what a cap took from a bonus and from a deduction", () => {
    const caps = [
      Scoring.atMost("加限", ["献血"], "year", "15", cite("8")),
      { id: "扣限", of: ["缺席"], per: "period", on: "malus", min: "-4", cite: cite("9") } as const,
    ]
    const facts = [...several(2, "甲", "献血", "2023-03"), ...several(2, "甲", "缺席", "2023-04")]
    const { zh, en } = told(lines({ acts, caps }), { facts })
    expect(zh).toEqual([
      "2023年3月1日，献血事项，计+10分（第六条）。",
      "2023年3月2日，献血事项，应计+10分，超出加分上限，少计5分（第八条），实计+5分（第六条）。",
      "2023年4月1日，缺席事项，计-3分（第七条）。",
      "2023年4月2日，缺席事项，应计-3分，超出扣分上限，少扣2分（第九条），实计-1分（第七条）。",
      "得分11，不评等次。",
    ])
    expect(en[1]).toBe("2023-03-02: item 献血 asks +10, 5 past the limit (article 8), gets +5 (article 6).")
    expect(en[3]).toBe("2023-04-02: item 缺席 asks -3, 2 past the limit not taken (article 9), gets -1 (article 7).")
  })
  test("the same act under two lines counts once", () => {
    const self = lines({ acts: [line("示范", "5"), line("先进", "10")], sameAct: "largestRequested" })
    const facts = [fact("甲", "示范", "2023-03-01", { act: "d" }), fact("甲", "先进", "2023-03-02", { act: "d" })]
    const { zh, en } = told(self, { facts })
    expect(zh[0]).toBe("2023年3月1日，示范事项，应计+5分，与先进为同一事，不重复计，实计0分（示范）。")
    expect(en[0]).toBe("2023-03-01: item 示范 asks +5, the same act counts under 先进, gets 0 (示范).")
  })
  test("held back while a breach runs", () => {
    const suspensions = [{ id: "停", kinds: ["处分"], cite: cite("11") }]
    const facts = [fact("甲", "处分", "2023-02-01", { until: "open" }), fact("甲", "献血", "2023-03-05")]
    const { zh, en } = told(lines({ acts, suspensions }), { facts })
    expect(zh[0]).toBe("2023年3月5日，献血事项，应计+10分，暂缓计入10分（第十一条），实计0分（第六条）。")
    expect(en[0]).toBe("2023-03-05: item 献血 asks +10, 10 held back (article 11), gets 0 (article 6).")
  })
  test("a repetition counts a multiple", () => {
    const self = lines({ acts: [line("违约", "-2", { repeat: { class: "违约", times: "1.5" } })] })
    const { zh, en } = told(self, { facts: several(2, "甲", "违约", "2023-03") })
    expect(zh[1]).toBe("2023年3月2日，违约事项，计-3分（有效期内再次发生，按1.5倍计）（违约）。")
    expect(en[1]).toBe("2023-03-02: item 违约 gets -3 (counted 1.5 times as a repetition) (违约).")
  })
  test("a clause that the line shares with what took from it is named once", () => {
    const one = cite("6")
    const self = lines({
      acts: [line("献血", "10", { cite: one })],
      caps: [
        Scoring.atMost("月限", ["献血"], "month", "15", one),
        Scoring.atMost("年限", ["献血"], "year", "12", cite("8")),
      ],
    })
    const { zh, en } = told(self, { facts: several(2, "甲", "献血", "2023-03") })
    expect(zh[1]).toBe(
      "2023年3月2日，献血事项，应计+10分，超出加分上限，少计5分；超出加分上限，少计3分（第八条），实计+2分（第六条）。",
    )
    expect(en[1]).toBe(
      "2023-03-02: item 献血 asks +10, 5 past the limit; 3 past the limit (article 8), gets +2 (article 6).",
    )
  })
  test("lines of a labelled account that starts from nought bear its label", () => {
    const account = Scoring.earnFromZero({
      id: "加分",
      label: { zh: "加分项", en: "Extra points" },
      acts,
      cite: cite("5"),
    })
    const { zh, en } = told(book(Scoring.parts([account])), { facts: [fact("甲", "献血", "2023-03-05")] })
    expect(zh[0]).toBe("2023年3月5日，加分项：献血事项，计+10分（第六条）。")
    expect(en[0]).toBe("2023-03-05: Extra points: item 献血 gets +10 (article 6).")
  })
  test("a cap and a floor on the net, by the month where it is one", () => {
    const net = (per: "month" | "period", more: { readonly min?: string; readonly max?: string }) => [
      { id: "净", of: ["献血", "缺席"], per, on: "net", cite: cite("9"), ...more } as const,
    ]
    const capped = told(lines({ acts, caps: net("month", { max: "12" }) }), {
      facts: several(2, "甲", "献血", "2023-03"),
    })
    expect(capped.zh.slice(2)).toEqual(["合计封顶，计-8分（2023-03）（第九条）。", "得分12，不评等次。"])
    expect(capped.en[2]).toBe("Limit on the whole gets -8 (2023-03) (article 9).")
    const floored = told(lines({ acts, caps: net("period", { min: "-5" }) }), {
      facts: several(3, "甲", "缺席", "2023-03"),
    })
    expect(floored.zh.slice(3)).toEqual(["合计保底，计+4分（第九条）。", "得分-5，不评等次。"])
  })
  test("a line not yet decided is an interval, and a conflict says so instead of points", () => {
    const act = Scoring.inRange({
      ...line("好事", "0"),
      field: "value",
      values: Scoring.domain("分", "5", "10", "1"),
      by: "支委会",
    })
    const open = told(lines({ acts: [act] }), { facts: [fact("甲", "好事", "2023-03-01")] })
    expect(open.zh).toEqual([
      "2023年3月1日，好事事项，计5至10分（待定：好事）（好事）。",
      "得分5至10（待定），不评等次。",
    ])
    expect(open.en[0]).toBe("2023-03-01: item 好事 gets 5 to 10 (open: 好事) (好事).")
    const { reason: _, ...bare } = fact("甲", "好事", "2023-03-01", { value: "7", id: "f" })
    const refused = told(lines({ acts: [act] }), { facts: [bare] })
    expect(refused.zh).toEqual(["得分未定：事实f须由支委会决定并说明理由，不评等次。"])
    expect(refused.en).toEqual(["Score open: the fact f needs a decision by 支委会, with its reason; not graded."])
  })
})

describe("parts", () => {
  test("the parts of a sum with their weights; a reached milestone is cited by itself", () => {
    const marks = Scoring.milestones(
      score,
      [
        { at: "4", gives: "5", label: { zh: "满4小时" }, cite: cite("P-1") },
        { at: "8", gives: "10", label: { zh: "满8小时" }, cite: cite("P-2") },
      ],
      { label: { zh: "志愿服务" } },
    )
    const self = book(
      Scoring.parts([
        Scoring.base("100", { cite: cite("23") }),
        { op: "sum", of: [{ w: "2", e: marks }], weights: "free" },
      ]),
    )
    expect(told(self, of("8")).zh).toEqual([
      "基础分，计100分（第二十三条）。",
      "满8小时 × 2，计+20分（P-2）。",
      "得分120，不评等次。",
    ])
  })
  test("a score that is read as it is bears no sign; beside a base it is an addition", () => {
    const alone = told(book(score), of("86"))
    expect([alone.zh[0], alone.en[0]]).toEqual(["得分，计86分。", "得分 gets 86."])
    expect(told(book(Scoring.parts([score])), of("86")).zh[0]).toBe("得分，计86分。")
    expect(told(book(Scoring.weighted([{ w: "0.5", e: score }])), of("86")).zh[0]).toBe("得分 × 0.5，计43分。")
    const acts = Scoring.lines({ acts: [line("献血", "10")] })
    const both = told(book(Scoring.parts([score, acts])), of("86", fact("甲", "献血", "2023-03-05")))
    expect(both.zh.slice(0, 2)).toEqual(["得分，计86分。", "2023年3月5日，献血事项，计+10分（献血）。"])
    const based = told(book(Scoring.parts([Scoring.base("100"), score])), of("86"))
    expect(based.zh.slice(0, 2)).toEqual(["基础分，计100分。", "得分，计+86分。"])
    const [row] = Explanation.statement(book(score), alone.outcome, "zh").rows
    expect([row?.requested, row?.granted]).toEqual(["86", "86"])
  })
  test("a part that is absent gives no points, and the whole is told without a score", () => {
    const facts = [fact("甲", "得分", "2023-05-01", { absent: "notApplicable" })]
    const { zh, en } = told(book(Scoring.parts([score])), { facts })
    expect(zh).toEqual(["得分：不适用，不计分。", "不计得分（不适用），不评等次。"])
    expect(en).toEqual(["得分: not applicable, no points.", "No score (not applicable); not graded."])
  })
  test.each<[string, (acts: Expression) => Expression, string]>([
    ["within limits", (e) => Scoring.within(e, "0", "8"), "封顶保底，计+8分。"],
    ["by the quarter", (e) => Scoring.subPeriods("quarter", e, "sum"), "分期合成，计+20分。"],
    ["rounded", (e) => Scoring.rounded(e, "down", "10"), "取舍后的得分，计+20分。"],
    ["by weight", (e) => Scoring.weighted([{ w: "0.5", e }]), "加减分 × 0.5，计+10分。"],
  ])("lines that are read %s follow their part", (_, around, first) => {
    const acts = Scoring.lines({ acts: [line("献血", "10", { cite: cite("6") })] })
    const { zh } = told(book(around(acts)), { facts: several(2, "甲", "献血", "2023-03") })
    expect(zh.slice(0, 3)).toEqual([
      first,
      "其中，2023年3月1日，献血事项，计+10分（第六条）。",
      "其中，2023年3月2日，献血事项，计+10分（第六条）。",
    ])
  })
  test("lines that are read of oneself and of the best are told once", () => {
    const acts = Scoring.lines({ id: "记分", acts: [line("献血", "10")] })
    const { en } = told(book(Scoring.shareOfBest(acts, "20", null)), { facts: [fact("甲", "献血", "2023-03-05")] })
    expect(en).toEqual([
      "Share of the best gets +20.",
      "Of which, 2023-03-05: item 献血 gets +10 (献血).",
      "Score 20; not graded.",
    ])
  })
  test("a full mark bears the label and the clause of its account, and stands alone where there is none", () => {
    const account = (label?: { readonly zh: string; readonly en: string }) =>
      Scoring.deductFromFull({
        id: "表现",
        full: "60",
        acts: [line("缺席", "-3")],
        cite: cite("3"),
        ...(label === undefined ? {} : { label }),
      })
    const named = told(book(Scoring.parts([account({ zh: "日常表现", en: "Everyday conduct" })])), {})
    expect(named.zh).toEqual(["日常表现：满分60分（第三条）。", "得分60，不评等次。"])
    expect(named.en[0]).toBe("Everyday conduct: full mark 60 (article 3).")
    expect(told(book(account({ zh: "日常表现", en: "Everyday conduct" })), {}).zh[0]).toBe(
      "日常表现：满分60分（第三条）。",
    )
    expect(told(book(Scoring.parts([account()])), {}).zh[0]).toBe("满分60分（第三条）。")
    expect(told(book(Scoring.parts([account()])), {}).en[0]).toBe("Full mark 60 (article 3).")
  })
  test("what is not a line of a labelled account bears its label", () => {
    const part = Scoring.parts(
      [Scoring.base("100", { cite: cite("4") }), Scoring.lines({ acts: [line("缺席", "-3")] })],
      {
        label: { zh: "日常表现" },
      },
    )
    const { zh } = told(book(Scoring.parts([part])), { facts: [fact("甲", "缺席", "2023-03-01")] })
    expect(zh.slice(0, 2)).toEqual([
      "日常表现：基础分，计100分（第四条）。",
      "2023年3月1日，缺席事项，计-3分（缺席）。",
    ])
  })
  test("a mark that was not reached is not told as reached", () => {
    const label = { zh: "志愿服务累计满4小时", en: "volunteering reaches 4 hours" }
    const marks = Scoring.milestones(score, [{ at: "4", gives: "5", label }], { label, cite: cite("P-1") })
    const self = book(Scoring.parts([marks]))
    expect(told(self, of("3")).zh[0]).toBe("志愿服务累计满4小时（未达计分标准），计0分（P-1）。")
    expect(told(self, of("3")).en[0]).toBe("Volunteering reaches 4 hours (mark not reached) gets 0 (P-1).")
    expect(told(self, of("4")).zh[0]).toBe("志愿服务累计满4小时，计+5分（P-1）。")
    const all = book(Scoring.parts([Scoring.allOrNothing(score, "10", "90", { label: { zh: "参会率达到90%" } })]))
    expect(told(all, of("89")).zh[0]).toBe("参会率达到90%（未达计分标准），计0分。")
    expect(told(all, of("90")).zh[0]).toBe("参会率达到90%，计+10分。")
  })
  test("what everybody starts with asks for what it gets", () => {
    const self = book(Scoring.parts([Scoring.base("100")]))
    const [row] = Explanation.statement(self, one(self, {}), "zh").rows
    expect([row?.requested, row?.granted]).toEqual(["100", "100"])
  })
  test("a part of which nothing is known cannot be scored yet, and what is missing is said once", () => {
    const poll = Scoring.only({ kind: "民主测评", domain: Scoring.domain("分", null, null, "1") })
    const { outcome, zh, en } = told(book(Scoring.parts([poll]), { levels }), { open: ["民主测评"] })
    expect(zh).toEqual(["民主测评：暂不能计分（尚缺：民主测评）。", "暂不能计分，等次：优秀或良好或合格（待定）。"])
    expect(en).toEqual([
      "民主测评: not yet scored (missing: 民主测评).",
      "Not yet scored; level: excellent or good or pass (open).",
    ])
    expect(Explanation.statement(book(Scoring.parts([poll]), { levels }), outcome, "zh").score).toBe(
      "暂不能计分（尚缺：民主测评）",
    )
  })
  test("no fraction is shown to people, wherever a number stands", () => {
    const self = book(
      Scoring.parts([
        Scoring.weighted([
          { w: "1/3", e: Scoring.base("100") },
          {
            w: "2/3",
            e: Scoring.lines({ id: "记分", acts: [line("违约", "-2", { repeat: { class: "违约", times: "4/3" } })] }),
          },
        ]),
        Scoring.lines({
          id: "另记",
          acts: [line("献血", "10/3"), line("缺席", "-10/3")],
          caps: [
            Scoring.atMost("加限", ["献血"], "year", "11/3", cite("8")),
            { id: "扣限", of: ["缺席"], per: "period", on: "malus", min: "-11/3", cite: cite("9") },
          ],
        }),
      ]),
      {
        levels,
        effects: [
          Veto.deduct({ id: "否决", label: { zh: "事故" }, when: Scoring.happened("事故"), cite: cite("10") }, "7/3"),
        ],
      },
    )
    const facts = ["违约", "献血", "缺席"].flatMap((kind) => several(2, "甲", kind, "2023-03"))
    const { outcome, zh, en } = told(self, { facts: [...facts, fact("甲", "事故", "2023-09-01")] })
    const { rows } = Explanation.statement(self, outcome, "zh")
    const shown = [
      ...zh,
      ...en,
      ...rows.flatMap(({ what, requested, granted, remark }) => [what, requested, granted, remark]),
    ]
    expect(JSON.stringify(outcome)).toMatch(/\d\/\d/)
    expect(shown.filter((text) => /\d\/\d/.test(text))).toEqual([])
    expect(zh).toContain(
      "2023年3月2日，献血事项，应计约+3.33分，超出加分上限，少计3分（第八条），实计约+0.33分（献血）。",
    )
    expect(zh).toContain(
      "2023年3月2日，缺席事项，应计约-3.33分，超出扣分上限，少扣3分（第九条），实计约-0.33分（缺席）。",
    )
    expect(zh).toContain("事故：成立，扣约2.33分（第十条）。")
    expect(zh.join("")).toContain("按约1.33倍计")
    expect(zh.join("")).toContain("× 约0.33")
  })
  test("an account with a label of its own still shows its lines", () => {
    const account = Scoring.deductFromFull({
      id: "会议",
      label: { zh: "三会一课" },
      full: "10",
      acts: [line("缺席", "-3")],
      cite: cite("3"),
    })
    const { zh } = told(book(Scoring.parts([account])), { facts: [fact("甲", "缺席", "2023-03-01")] })
    expect(zh).toEqual([
      "三会一课：满分10分（第三条）。",
      "2023年3月1日，缺席事项，计-3分（缺席）。",
      "得分7，不评等次。",
    ])
  })
})

describe("who is not rated or not graded", () => {
  const classed = (id: string, standing: "rated" | "unrated" | "exempt", value: string) => ({
    id,
    label: { zh: id },
    when: Scoring.is("类", value),
    standing,
    cite: cite("28"),
  })
  const self = book(score, {
    levels,
    classes: [classed("在职", "rated", "一"), classed("新建", "unrated", "二"), classed("流动", "exempt", "三")],
  })
  const as = (...values: ReadonlyArray<string>) =>
    told(self, { ...of("95"), subjects: [subject("甲", { 类: values })] })
  test("exempt: one sentence, no rows", () => {
    const { outcome, zh, en } = as("三")
    expect(zh).toEqual(["本期不参评（依据第二十八条）。"])
    expect(en).toEqual(["Not rated this period (article 28)."])
    expect(Explanation.statement(self, outcome, "zh")).toMatchObject({ rows: [], score: "", level: "不参评" })
    expect(Explanation.statement(self, outcome, "en").level).toBe("not rated")
  })
  test("the ground is the class that exempts, none beside it", () => {
    expect(as("一", "三").zh).toEqual(["本期不参评（依据第二十八条）。"])
    const members = { ...classed("党员", "rated", "一"), cite: cite("2") }
    const both = book(score, { levels, classes: [members, classed("流动", "exempt", "三")] })
    const { zh, en } = told(both, { ...of("95"), subjects: [subject("甲", { 类: ["一", "三"] })] })
    expect(zh).toEqual(["本期不参评（依据第二十八条）。"])
    expect(en).toEqual(["Not rated this period (article 28)."])
  })
  test("unrated, of no class, and of classes that are treated differently", () => {
    expect(as("二").zh.slice(1)).toEqual(["只计分，不评等次：新建（第二十八条）。", "得分95，不评等次。"])
    expect(as().zh[1]).toBe("不属于任何参评类别，不评等次。")
    expect(as().en[1]).toBe("Of no class of the text; not graded.")
    expect(as("一", "二").zh[1]).toBe("兼属处理不同的类别：在职、新建（第二十八条），不评等次。")
  })
})

describe("the verdict", () => {
  const grounds: Veto.Grounds = {
    id: "否决",
    label: { zh: "责任事故", en: "Accident" },
    when: Scoring.happened("事故"),
    cite: cite("10"),
  }
  const accident = fact("甲", "事故", "2023-06-01")
  test("an effect on the level that holds", () => {
    const { zh, en } = told(book(score, { levels, effects: [Veto.holdAt(grounds, "良好")] }), of("95", accident))
    expect(zh.slice(1)).toEqual(["责任事故：成立，等次由优秀改为良好（第十条）。", "得分95，等次：良好。"])
    expect(en.slice(1)).toEqual([
      "Accident: holds, level from excellent to good (article 10).",
      "Score 95; level: good.",
    ])
  })
  test("an effect that may hold and the level it leaves open are one sentence", () => {
    const self = book(score, { levels, effects: [Veto.holdAt(grounds, "合格")] })
    const { zh, en } = told(self, { ...of("95"), open: ["事故"] })
    expect(zh.slice(1, -1)).toEqual([
      "责任事故：是否成立待定（尚缺：事故）；成立则等次最高为合格，等次可能由优秀降为合格（第十条）。",
    ])
    expect(en.slice(1, -1)).toEqual([
      "Accident: may hold (missing: 事故); then pass at most, the level may fall from excellent to pass (article 10).",
    ])
    expect(told(self, of("60", accident)).zh.slice(1)).toEqual([
      "责任事故：成立，等次最高为合格（第十条）。",
      "得分60，等次：合格。",
    ])
  })
  test("what leaves an effect open is named: a conflict, a missing fact, and not what is settled", () => {
    const rate = Scoring.only({ kind: "满意率", domain: Scoring.domain("%", "0", "100", "0.01") })
    const other = Scoring.only({ kind: "参评率", domain: Scoring.domain("%", "0", "100", "0.01") })
    const when = { test: "all" as const, of: [Scoring.on(rate, { lt: "60" }), Scoring.on(other, { ge: "0" })] }
    const self = book(score, { levels, effects: [Veto.holdAt({ ...grounds, when }, "合格")] })
    const rated = (value: string, id: string) => fact("甲", "满意率", "2023-06-01", { value, id })
    const twice = told(
      self,
      of("95", rated("58", "a"), rated("61", "b"), fact("甲", "参评率", "2023-06-01", { value: "90" })),
    )
    expect(twice.zh[1]).toBe(
      "责任事故：是否成立待定（“满意率”应只有一个值，现有2个且不同）；成立则等次最高为合格，等次可能由优秀降为合格（第十条）。",
    )
    expect(twice.en[1]).toBe(
      'Accident: may hold ("满意率" should have one value and has 2 that differ); then pass at most, the level may fall from excellent to pass (article 10).',
    )
    const open = told(self, { ...of("95"), open: ["满意率", "参评率"] })
    expect(open.zh[1]).toBe(
      "责任事故：是否成立待定（尚缺：满意率）；成立则等次最高为合格，等次可能由优秀降为合格（第十条）。",
    )
    // 80 to 95 is good or excellent before the effect
    const wide = told(self, { open: ["满意率", "参评率", "得分"] })
    expect(wide.zh[1]).toContain("是否成立待定（尚缺：满意率）；成立则等次最高为合格")
  })
  test("effects on the score: repaired to less, lifted, and possible", () => {
    const repair = (does: "nothing" | { readonly deduct: string }) => ({
      when: Scoring.happened("改正"),
      does,
      cite: cite("33"),
    })
    const mended = of("95", accident, fact("甲", "改正", "2023-07-01"))
    const zeroed = (more: object) => book(score, { levels, effects: [{ ...Veto.zero(grounds), ...more }] })
    expect(told(zeroed({ repair: repair({ deduct: "60" }) }), mended).zh.slice(1)).toEqual([
      "责任事故：已改正，扣60分（第三十三条）。",
      "得分35，等次：合格。",
    ])
    expect(told(zeroed({ repair: repair("nothing") }), mended).en[1]).toBe(
      "Accident: is repaired, no longer applied (article 33).",
    )
    expect(told(zeroed({}), { ...of("95"), open: ["事故"] }).zh.slice(1)).toEqual([
      "责任事故：是否成立待定（尚缺：事故）；成立则得分计为零分（第十条）。",
      "得分0至95，等次：优秀或合格（待定）。",
    ])
  })
  test("a direct award, and the climb limit with its clause", () => {
    const award = {
      id: "直升",
      label: { zh: "记功" },
      when: Scoring.happened("记功"),
      atLeast: "优秀",
      overQuota: true,
      cite: cite("18"),
    }
    const awarded = told(book(score, { levels, awards: [award] }), of("60", fact("甲", "记功", "2023-06-01")))
    expect(awarded.zh[1]).toBe("记功：由合格改为优秀（第十八条）。")
    const results = [
      {
        book: "样例",
        subject: "甲",
        period: { from: "2022-01-01", to: "2023-01-01" },
        values: {},
        level: "合格",
        recordedAt: 0,
      },
    ] as unknown as NonNullable<Case["results"]>
    const climbed = told(book(score, { levels, climb: { steps: 1, cite: cite("19") } }), { ...of("95"), results })
    expect(climbed.zh[1]).toBe("晋级幅度所限：由优秀改为良好（第十九条）。")
    expect(climbed.en[1]).toBe("Climb limit: from excellent to good (article 19).")
  })
  test("a quota, and the place in a ranking that is shared", () => {
    const self = book(score, {
      levels,
      quotas: [{ id: "名额", levels: ["优秀"], sense: "most", of: { seats: 1 }, group: null, cite: cite("21") }],
      rankings: [
        {
          id: "排名",
          label: { zh: "镇内排名", en: "Town ranking" },
          group: "镇",
          ties: { keys: [], last: "meeting", method: "min" },
          cite: cite("22"),
        },
      ],
    })
    const subjects = ["甲", "乙", "丙"].map((id) => subject(id, { 镇: ["一镇"] }))
    const facts = ["95", "92", "92"].map((value, index) =>
      fact(subjects[index]?.id ?? "", "得分", "2023-05-01", { value }),
    )
    expect(told(self, { subjects, facts }, "乙").zh.slice(1)).toEqual([
      "名额所限：由优秀改为良好（第二十一条）。",
      "镇内排名（一镇）：第2名，共3名，2名并列，先后待定（第二十二条）。",
      "得分92，等次：良好。",
    ])
    expect(told(self, { subjects, facts }, "丙").en[2]).toBe(
      "Town ranking (一镇): place 2 of 3, shared by 2, still to be settled (article 22).",
    )
    expect(told(self, { subjects, facts }, "甲").zh[1]).toBe("镇内排名（一镇）：第1名，共3名（第二十二条）。")
  })
  test("badges that are held and that are open", () => {
    const badge = (id: string, kind: string) => ({
      id,
      label: { zh: id },
      when: Scoring.happened(kind),
      needs: [],
      cite: cite("30"),
    })
    const self = book(score, { badges: [badge("奉献星", "献血"), badge("守法星", "守法"), badge("学习星", "党课")] })
    const { zh, en } = told(self, { ...of("95", fact("甲", "献血", "2023-03-01")), open: ["党课"] })
    expect(zh.slice(1, 3)).toEqual(["获评：奉献星。", "是否获评待定：学习星。"])
    expect(en.slice(1, 3)).toEqual(["Badges: 奉献星.", "Badges still open: 学习星."])
  })
  test("a score that no level holds, and one that is off the quantum", () => {
    const gap = book(score, { levels: [...levels.slice(0, 1), ...levels.slice(2)] })
    expect(told(gap, of("80")).zh.at(-1)).toBe("得分80，等次未定：得分80不属于任何等次。")
    const off = book(Scoring.weighted([{ w: "0.5", e: score }]), { levels })
    expect(told(off, of("81")).zh.at(-1)).toBe("得分未定：得分40.5不是1的整数倍，办法未规定如何取舍，等次未定。")
  })
})

test("every number in a sentence is a number of the outcome or of the text", () => {
  const acts = [
    line("献血", "10", { cite: cite("6") }),
    line("违约", "-2.5", { cite: cite("7"), repeat: { class: "违约", times: "3" } }),
  ]
  const self = book(
    Scoring.parts([
      Scoring.base("80", { cite: cite("23") }),
      Scoring.lines({ id: "记分", acts, caps: [Scoring.atMost("月限", ["献血"], "month", "14", cite("8"))] }),
      Scoring.subPeriods("half", Scoring.only({ kind: "测评", domain: points("20", "0.1") }), "mean"),
    ]),
    {
      levels,
      score: { quantum: "0.1", round: "halfUp" },
      effects: [
        Veto.deduct({ id: "否决", label: { zh: "事故" }, when: Scoring.happened("事故"), cite: cite("10") }, "7"),
      ],
    },
  )
  const facts = [
    ...several(2, "甲", "献血", "2023-03"),
    ...several(2, "甲", "违约", "2023-05"),
    fact("甲", "测评", "2023-02-01", { value: "17.3" }),
    fact("甲", "事故", "2023-09-01"),
  ]
  const { outcome, zh, en } = told(self, { facts })
  const numbers = (text: string) => text.match(/\d+(?:[./]\d+)?/g) ?? []
  const known = new Set(
    [...numbers(JSON.stringify(outcome)), ...numbers(JSON.stringify(self))].flatMap((q) => [
      q,
      q.replace(/^0(?=\d)/, ""),
    ]),
  )
  const days = (text: string) => text.replace(/\d+年\d+月\d+日|\d{4}-\d{2}-\d{2}/g, "")
  const shown = [...zh, ...en].flatMap((sentence) => numbers(days(sentence)))
  expect(shown.length).toBeGreaterThan(20)
  expect(shown.filter((q) => !known.has(q))).toEqual([])
})

test("the statement keeps rows, verdict, score and level apart", () => {
  const self = book(Scoring.lines({ acts: [line("献血", "10", { cite: cite("6") })] }), { levels })
  const outcome = one(self, { facts: [fact("甲", "献血", "2023-03-05")] })
  expect(Explanation.statement(self, outcome, "en")).toEqual({
    title: "Sample rules",
    period: "2023",
    rows: [
      {
        on: "2023-03-05",
        clause: "article 6",
        what: "item 献血",
        requested: "+10",
        granted: "+10",
        state: "known",
        remark: "",
        detail: false,
      },
    ],
    verdict: [],
    score: "10",
    level: "pass",
  })
})
