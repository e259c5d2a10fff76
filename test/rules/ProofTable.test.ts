/** The proof table of a small made-up book with every clause of a rulebook, told in full in both languages. */
import { describe, expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import { WendengVillage } from "../../src/presets/index.js"
import * as Builder from "../../src/rules/Builder.js"
import * as ProofTable from "../../src/rules/ProofTable.js"
import type { Rulebook } from "../../src/rules/Rulebook.js"
import * as Scoring from "../../src/rules/Scoring.js"
import * as Veto from "../../src/rules/Veto.js"
import { simpleBook } from "./rulebookArbitrary.js"

const cite = (art: string) => ({ doc: "办法", art })
const label = (zh: string, en: string) => ({ zh, en })

const lines = Scoring.lines({
  id: "加减分",
  label: label("加减分", "bonuses and deductions"),
  cite: cite("5"),
  sameAct: "largestRequested",
  acts: [
    Scoring.fixed({
      id: "献血",
      kind: "献血",
      label: label("无偿献血|每次", "blood | each time"),
      value: "10",
      cite: cite("6（一）"),
    }),
    Scoring.perUnit({
      id: "捐款",
      kind: "捐款",
      label: label("捐款，每满100元", "gifts, each full 100 yuan"),
      value: "1",
      field: "金额",
      values: Scoring.domain("元", "0", null, "1"),
      size: "100",
      cite: cite("6（二）"),
    }),
    Scoring.inRange({
      id: "好事",
      kind: "好事",
      label: label("好人好事", "a good deed"),
      when: Scoring.is("身份", "党员", "群众"),
      field: "value",
      values: Scoring.domain("分", "5", "10", "1"),
      by: "支部委员会",
      cite: cite("6（三）"),
    }),
    {
      ...Scoring.fixed({
        id: "缺席",
        kind: "会议",
        label: label("无故缺席", "absent without reason"),
        when: Scoring.tagged("情形", "缺席"),
        value: "-2",
        cite: cite("7"),
      }),
      repeat: { class: "缺席", times: "2" },
    },
  ],
  caps: [Scoring.atMost("善行封顶", ["献血", "捐款"], "year", "20", cite("6"))],
  validity: [{ when: Scoring.on({ op: "requested" }, { lt: "0" }), months: 12, cite: cite("8") }],
  suspensions: [{ id: "整改期", kinds: ["处分"], cite: cite("9") }],
})

const reported = Scoring.stepTable(
  Scoring.only({ kind: "到会率", domain: Scoring.domain("%", "0", "100", "0.1") }),
  [
    { on: { ge: "95" }, gives: "20", label: label("优", "good"), cite: cite("10") },
    { on: { ge: "80", lt: "95" }, gives: "10", cite: cite("10") },
    { on: { lt: "80" }, gives: "0", cite: cite("10") },
  ],
  { id: "到会", label: label("到会得分", "attendance"), full: "20" },
)

const book = Builder.bookUnsafe({
  id: "demo",
  version: "2023",
  title: label("积分办法（虚构）", "Points (made up)"),
  completeness: "partial",
  sources: [
    {
      id: "办法",
      citation: {
        title: "积分办法",
        issuer: "某镇",
        number: "某发〔2023〕1号",
        standing: "transcription",
        note: "虚构\n两行",
      },
    },
    { id: "细则", citation: { title: "积分细则", standing: "official" } },
  ],
  inForce: { from: CivilDate.parseUnsafe("2023-01-01"), to: CivilDate.parseUnsafe("2026-01-01") },
  classes: [
    {
      id: "参评",
      label: label("参评", "rated"),
      when: { test: "not", of: Scoring.is("状态", "迁出") },
      standing: "rated",
      cite: cite("2"),
    },
  ],
  total: Scoring.weighted(
    [
      { w: "0.7", e: lines },
      { w: "0.3", e: reported },
    ],
    { id: "总分", label: label("总分", "total"), cite: cite("3") },
  ),
  score: { quantum: "0.1", round: "halfUp", cite: { doc: "细则", art: "4" } },
  effects: [
    {
      ...Veto.zero({ id: "违纪", label: label("违纪", "breach"), when: Scoring.happened("违纪", 2), cite: cite("11") }),
      repair: { when: Scoring.happened("改正"), does: { deduct: "6.5" }, cite: cite("12") },
    },
  ],
  levels: [
    { id: "优秀", label: label("优秀", "excellent"), on: { ge: "14" }, cite: cite("13") },
    { id: "合格", label: label("合格", "qualified"), on: { gt: "0", le: "13.5" }, cite: cite("13") },
    { id: "不合格", label: label("不合格", "not qualified"), on: { le: "0" }, cite: cite("13") },
  ],
  badges: [
    {
      id: "先锋",
      label: label("先锋星", "pioneer"),
      when: Scoring.on(Scoring.reference("到会"), { ge: "20" }),
      needs: [],
      cite: cite("14"),
    },
  ],
  awards: [
    {
      id: "表彰",
      label: label("县级表彰", "county honour"),
      when: Scoring.happened("表彰"),
      atLeast: "优秀",
      cite: cite("15"),
    },
  ],
  climb: { steps: 1, cite: cite("16") },
  quotas: [
    {
      id: "优秀名额",
      levels: ["优秀"],
      sense: "most",
      of: { share: "1/3", round: "floor" },
      group: "支部",
      cite: cite("17"),
    },
    {
      id: "不合格比例",
      levels: ["不合格"],
      sense: "least",
      of: { share: "0.05", round: "ceiling" },
      slack: "1",
      group: null,
      cite: cite("17"),
    },
  ],
  ties: { keys: [{ e: Scoring.reference("到会"), best: "high" }], last: "meeting", method: "min", cite: cite("18") },
  rankings: [
    {
      id: "排名",
      label: label("支部内排名", "place in the branch"),
      group: "支部",
      ties: { keys: [], last: "share", method: "dense" },
      cite: cite("19"),
    },
  ],
  slots: [{ id: "自设", into: "加减分", sign: "malus", items: 5, each: "2", cite: cite("20") }],
  notes: [
    {
      on: "合格",
      kind: "defect",
      code: "lint.levelGap",
      text: label("13.5与14之间不属任何等次", "nothing between 13.5 and 14"),
    },
    { on: "好事", kind: "doubt", with: "献血", text: label("献血算不算好事", "whether blood is a good deed") },
    { on: "第二十一条", kind: "remark", text: label("解释权", "who interprets") },
  ],
})

test("the whole book in Chinese", () => {
  expect(ProofTable.markdown(book, "zh")).toBe(CHINESE)
})

test("the whole book in English", () => {
  expect(ProofTable.markdown(book, "en")).toBe(ENGLISH)
})

/** The rows of the score of a book that is one expression. */
const scored = (total: Rulebook["total"], language: "zh" | "en" = "zh"): ReadonlyArray<string> =>
  (ProofTable.markdown(simpleBook(total), language).split(/^## /m)[2] ?? "")
    .split("\n")
    .filter((line) => line.startsWith("| ☐"))

const rate = Scoring.only({ kind: "满意率", domain: Scoring.domain("%", "0", "100", "1") })

describe("how a score is put into words", () => {
  test("a target's slope and its floor", () => {
    const target = Scoring.target(rate, { full: "25", at: "95", lossPerUnit: "0.5", floor: "12.5" })
    const { full: _, ...anonymous } = target
    expect(scored(anonymous)).toEqual([
      "| ☐ | 总分 | 按“满意率”（0至100%，以1为单位）：[95, ∞)得25，(−∞, 95)得25＋0.5×（“满意率”－95），不低于12.5 |",
    ])
  })

  test("a marginal band, by the amount that makes a point", () => {
    const band = Scoring.tier(Scoring.only({ kind: "捐款", domain: Scoring.domain("元", "0", null, "1") }), {
      ...{ from: "1000", start: "1001", end: "5000", size: "400", value: "1", beyond: "full" },
    })
    expect(scored(band)).toEqual([
      "| ☐ | 总分 | [1001, 5000]的部分，每满400计1（按“捐款”（0元以上，以1为单位）：(−∞, 1001)得0，[1001, 5000]得0.0025×（“捐款”－1000），(5000, ∞)得10；舍去小数） |",
    ])
  })

  test("a place among peers, the mean of peers for who has nothing to show, and a quotient", () => {
    const place = Scoring.place(rate, "类别", "high", { keys: [], last: "share", method: "average" })
    expect(scored(place, "en")).toEqual([
      "| ☐ | total | the place of the same “类别” by “满意率” (0 to 100 %, in steps of 1) (high first) (equals share the place, the mean of their places) |",
    ])
    const sum = Scoring.parts([rate], { absent: { notApplicable: { peersMean: "类别" }, new: { value: "3" } } })
    expect(scored(sum)).toEqual([
      "| ☐ | 总分 | “满意率”（0至100%，以1为单位）（不适用时取同一“类别”其他人的平均，新建时计3） |",
    ])
    expect(scored({ op: "ratio", num: rate, den: { op: "const", q: "-4" }, empty: { value: "0" } })[0]).toContain(
      "÷〔-4〕（分母为零时计0）",
    )
  })

  test("cases without a row for the rest say so", () => {
    const cases = { op: "case", rows: [{ when: Scoring.is("身份", "党员"), gives: rate }], otherwise: null } as const
    expect(scored(cases)[0]).toContain("身份为党员的，“满意率”（0至100%，以1为单位）；其他未写")
    expect(scored({ op: "case", rows: [], otherwise: null })).toEqual(["| ☐ | 总分 | 其他未写 |"])
  })

  test("conditions of several parts keep their brackets", () => {
    const [p, q] = [Scoring.is("身份", "党员"), Scoring.happened("表彰")]
    const both = {
      test: "all",
      of: [
        { test: "any", of: [p, q] },
        { test: "not", of: p },
      ],
    } as const
    const case_ = (when: typeof both | { test: "atLeast"; n: number; of: ReadonlyArray<typeof p> }) =>
      scored({ op: "case", rows: [{ when, gives: { op: "const", q: "1" } }], otherwise: { op: "const", q: "0" } })[0]
    expect(case_(both)).toContain("〔身份为党员，或有“表彰”〕，且非〔身份为党员〕的，1；其他，0")
    expect(case_({ test: "atLeast", n: 2, of: [p, q, p] })).toContain(
      "以下至少2项：〔身份为党员；有“表彰”；身份为党员〕",
    )
  })
})

test("cells hold what would break them", () => {
  const text = ProofTable.markdown({ ...book, title: { zh: "甲|乙*_`<b>&\r\n丙 [链](接)" } }, "zh")
  expect(text.split("\n")[0]).toBe("# 甲\\|乙\\*\\_\\`\\<b>\\&<br>丙 [链]\\(接)")
})

test("the rules of Wendeng: a line, a shared limit, a band of gifts, a defect", () => {
  const rows = ProofTable.markdown(WendengVillage.rulebook, "zh").split("\n")
  const row = (art: string) => rows.find((line) => line.startsWith(`| ☐ | ${art} |`))
  expect(row("P-044")).toContain("| +1 | 每月加分不超过1（与P-045合计） |")
  expect(row("P-018")).toContain("且“投资额”（万元）为100（含）至200（不含） | +10 |")
  expect(row("P-054")).toContain("[1001, 5000]的部分，每满400计1")
  expect(row("P-011")).toContain("缺陷（")
  expect(rows.filter((line) => line.startsWith("| ☐")).length).toBeGreaterThan(150)
})

const CHINESE = `# 积分办法（虚构）

- 编号：demo
- 版本：2023
- 施行：自2023-01-01至2026-01-01（不含）
- 完整性：部分（只含已知条款）
- 期内文本有变时：适用期末的文本
- 格式：1，语义1

## 出处

| 代号 | 出处 | 性质 | 说明 |
| --- | --- | --- | --- |
| 办法 | 某镇《积分办法》（某发〔2023〕1号） | 抄本 | 虚构<br>两行 |
| 细则 | 《积分细则》 | 正式文本 |  |

## 参评类别

| 核 | 条款 | 内容 | 条件 | 怎样对待 |
| --- | --- | --- | --- | --- |
| ☐ | 第二条 | 参评 | 非〔状态为迁出〕 | 计分并评等次 |

## 计分

| 核 | 条款 | 内容 | 怎样计 | 权重 | 满分 |
| --- | --- | --- | --- | --- | --- |
| ☐ | 第三条 | 总分 | 0.7×“加减分”＋0.3×“到会得分”（权重应合计为一） |  |  |
| ☐ | 第五条 | · 加减分 | 见表1；一事只计分值最大的一条 | 0.7 |  |
| ☐ |  | · 到会得分〔到会〕 | 见表2 | 0.3 | 20 |

### 表1　加减分

| 核 | 条款 | 内容 | 条件 | 分值 | 封顶保底 | 重复与有效期 | 由谁定 | 备注 |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
| ☐ | 第六条（一） | 无偿献血\\|每次〔献血〕 |  | +10 | 每年加分不超过20（与捐款合计） |  |  |  |
| ☐ | 第六条（二） | 捐款，每满100元〔捐款〕 |  | “金额”每满100元计1（即×0.01，舍去小数） | 每年加分不超过20（与献血合计） |  |  |  |
| ☐ | 第六条（三） | 好人好事〔好事〕 | 身份为党员或群众 | 所记数值（5至10分，以1为单位） |  |  | 支部委员会 | 存疑（与献血）：献血算不算好事 |
| ☐ | 第七条 | 无故缺席〔缺席〕（事实“会议”） | 标记“情形”为缺席 | -2 |  | 同类“缺席”在有效期内再次发生，按2倍计 |  |  |

### 表1　加减分：封顶与保底

| 核 | 条款 | 内容 | 封顶保底 |
| --- | --- | --- | --- |
| ☐ | 第六条 | 献血、捐款〔善行封顶〕 | 每年加分不超过20 |

### 表1　加减分：有效期与暂缓

| 核 | 条款 | 内容 | 条件 | 分值 | 重复与有效期 |
| --- | --- | --- | --- | --- | --- |
| ☐ | 第八条 | 有效期 | 该条应计分不足0 |  | 12个月 |
| ☐ | 第九条 | 暂缓加分〔整改期〕 | “处分”持续期间 | 其后的加分只记不计 |  |

### 表1　加减分：登记的数值

| 核 | 内容 | 分值 |
| --- | --- | --- |
| ☐ | “捐款”的“金额” | 0元以上，以1为单位 |

### 表2　到会得分：按“到会率”（0至100%，以0.1为单位）

| 核 | 条款 | 内容 | 条件 | 分值 |
| --- | --- | --- | --- | --- |
| ☐ | 第十条 | 优 | [95, ∞)　95以上（含95） | 20 |
| ☐ | 第十条 |  | [80, 95)　80（含）至95（不含） | 10 |
| ☐ | 第十条 |  | (−∞, 80)　不足80 | 0 |

## 得分取舍

| 核 | 条款 | 内容 | 取舍 |
| --- | --- | --- | --- |
| ☐ | 细则 第四条 | 得分 | 四舍五入到0.1 |

## 否决及处理情形

| 核 | 条款 | 内容 | 条件 | 处理 | 重复与有效期 |
| --- | --- | --- | --- | --- | --- |
| ☐ | 第十一条 | 违纪 | “违纪”达到2次 | 得分计为零 | 本期 |
| ☐ | 第十二条 | · 修复 | 有“改正” | 扣6.5 |  |

## 等次

| 核 | 条款 | 内容 | 得分 | 备注 |
| --- | --- | --- | --- | --- |
| ☐ | 第十三条 | 优秀 | [14, ∞)　14以上（含14） |  |
| ☐ | 第十三条 | 合格 | (0, 13.5]　超过0至13.5（含） | 缺陷（lint.levelGap）：13.5与14之间不属任何等次 |
| ☐ | 第十三条 | 不合格 | (−∞, 0]　0以下（含0） |  |

## 单项星

| 核 | 条款 | 内容 | 条件 |
| --- | --- | --- | --- |
| ☐ | 第十四条 | 先锋星〔先锋〕 | “到会得分”为20以上（含20） |

## 直接晋级

| 核 | 条款 | 内容 | 条件 | 晋至 |
| --- | --- | --- | --- | --- |
| ☐ | 第十五条 | 县级表彰〔表彰〕 | 有“表彰” | 至少优秀，占不占名额未写 |

## 晋级幅度

| 核 | 条款 | 内容 | 幅度 |
| --- | --- | --- | --- |
| ☐ | 第十六条 | 比上期等次 | 最多升1级，降不限 |

## 名额与比例

| 核 | 条款 | 内容 | 名额 |
| --- | --- | --- | --- |
| ☐ | 第十七条 | 优秀名额 | 优秀：最多同一“支部”的1/3，舍去零头 |
| ☐ | 第十七条 | 不合格比例 | 不合格：不少于全体的0.05（5%），零头进一，容许出入1（只报告） |

## 名额上同分的处理

| 核 | 条款 | 内容 | 处理 |
| --- | --- | --- | --- |
| ☐ | 第十八条 | 同分 | 同分先看“到会得分”（高者在前）；仍同由会议决定，取靠前名次 |

## 排名

| 核 | 条款 | 内容 | 排法 |
| --- | --- | --- | --- |
| ☐ | 第十九条 | 支部内排名〔排名〕 | 同一“支部”中按得分排；同分并列，名次不跳号 |

## 自设条目

| 核 | 条款 | 内容 | 限度 |
| --- | --- | --- | --- |
| ☐ | 第二十条 | 自设 | “加减分”内扣分条目最多5条，每条最多扣2 |

## 其他说明

| 核 | 内容 | 备注 |
| --- | --- | --- |
| ☐ | 第二十一条 | 说明：解释权 |

`

const ENGLISH = `# Points (made up)

- id: demo
- version: 2023
- in force: from 2023-01-01 to 2026-01-01, excluded
- completeness: partial (the known clauses only)
- when the text changes within a period: facts fall under the text at its end
- format: 1, semantics 1

## Sources

| as | source | standing | note |
| --- | --- | --- | --- |
| 办法 | 某镇, 《积分办法》 (某发〔2023〕1号) | transcription | 虚构<br>两行 |
| 细则 | 《积分细则》 | official text |  |

## Classes

| ok | clause | item | condition | treated as |
| --- | --- | --- | --- | --- |
| ☐ | article 2 | rated [参评] | not (状态 is 迁出) | scored and graded |

## Score

| ok | clause | item | how it is counted | weight | full mark |
| --- | --- | --- | --- | --- | --- |
| ☐ | article 3 | total [总分] | 0.7 × “bonuses and deductions” + 0.3 × “attendance” (weights meant to come to one) |  |  |
| ☐ | article 5 | · bonuses and deductions [加减分] | see table 1; of the lines that fit one act, the largest counts | 0.7 |  |
| ☐ |  | · attendance [到会] | see table 2 | 0.3 | 20 |

### Table 1. bonuses and deductions

| ok | clause | item | condition | points | caps and floors | repetition and term | decided by | remarks |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
| ☐ | article 6(一) | blood \\| each time [献血] |  | +10 | bonuses per year at most 20 (with 捐款) |  |  |  |
| ☐ | article 6(二) | gifts, each full 100 yuan [捐款] |  | 1 for each full 100 元 of “金额” (that is × 0.01, rounded down) | bonuses per year at most 20 (with 献血) |  |  |  |
| ☐ | article 6(三) | a good deed [好事] | 身份 is 党员 or 群众 | the entered value (5 to 10 分, in steps of 1) |  |  | 支部委员会 | doubt (with 献血): whether blood is a good deed |
| ☐ | article 7 | absent without reason [缺席] (facts “会议”) | the tag “情形” is 缺席 | -2 |  | counted 2 times when the class “缺席” recurs within its term |  |  |

### Table 1. bonuses and deductions: caps and floors

| ok | clause | item | caps and floors |
| --- | --- | --- | --- |
| ☐ | article 6 | 献血, 捐款 [善行封顶] | bonuses per year at most 20 |

### Table 1. bonuses and deductions: terms and suspension

| ok | clause | item | condition | points | repetition and term |
| --- | --- | --- | --- | --- | --- |
| ☐ | article 8 | term | what the line asks for is below 0 |  | 12 months |
| ☐ | article 9 | bonuses held back [整改期] | while “处分” lasts | bonuses dated since are recorded and give nothing |  |

### Table 1. bonuses and deductions: entered values

| ok | item | points |
| --- | --- | --- |
| ☐ | “金额” of “捐款” | 0 元 or more, in steps of 1 |

### Table 2. attendance: by “到会率” (0 to 100 %, in steps of 0.1)

| ok | clause | item | condition | points |
| --- | --- | --- | --- | --- |
| ☐ | article 10 | good | [95, ∞), 95 and above | 20 |
| ☐ | article 10 |  | [80, 95), from 80 to below 95 | 10 |
| ☐ | article 10 |  | (−∞, 80), below 80 | 0 |

## Rounding of the score

| ok | clause | item | rounding |
| --- | --- | --- | --- |
| ☐ | 细则 article 4 | score | rounded half up to 0.1 |

## Effects

| ok | clause | item | condition | what it does | repetition and term |
| --- | --- | --- | --- | --- | --- |
| ☐ | article 11 | breach [违纪] | “违纪” 2 times or more | the score is nought | the period |
| ☐ | article 12 | · repair | there is “改正” | 6.5 taken off |  |

## Levels

| ok | clause | item | score | remarks |
| --- | --- | --- | --- | --- |
| ☐ | article 13 | excellent [优秀] | [14, ∞), 14 and above |  |
| ☐ | article 13 | qualified [合格] | (0, 13.5], above 0 to 13.5 included | defect (lint.levelGap): nothing between 13.5 and 14 |
| ☐ | article 13 | not qualified [不合格] | (−∞, 0], 0 and below |  |

## Badges

| ok | clause | item | condition |
| --- | --- | --- | --- |
| ☐ | article 14 | pioneer [先锋] | “attendance” is 20 and above |

## Direct awards

| ok | clause | item | condition | level |
| --- | --- | --- | --- | --- |
| ☐ | article 15 | county honour [表彰] | there is “表彰” | excellent at least, whether it takes a place is not said |

## Climb limit

| ok | clause | item | limit |
| --- | --- | --- | --- |
| ☐ | article 16 | above the last level | at most 1 up, down without limit |

## Quotas

| ok | clause | item | size |
| --- | --- | --- | --- |
| ☐ | article 17 | 优秀名额 | excellent: at most 1/3 of the same “支部”, rounded down |
| ☐ | article 17 | 不合格比例 | not qualified: no fewer than 0.05 (5 %) of all, rounded up, 1 more or fewer allowed (reported only) |

## Ties at the quotas

| ok | clause | item | rule |
| --- | --- | --- | --- |
| ☐ | article 18 | ties | equals by “attendance” (high first); then a meeting decides, the first of their places |

## Rankings

| ok | clause | item | how |
| --- | --- | --- | --- |
| ☐ | article 19 | place in the branch [排名] | by score of the same “支部”; equals share the place, the next place without a gap |

## Lines made locally

| ok | clause | item | limits |
| --- | --- | --- | --- |
| ☐ | article 20 | 自设 | at most 5 deductions of at most 2 each in “加减分” |

## Other notes

| ok | item | remarks |
| --- | --- | --- |
| ☐ | 第二十一条 | remark: who interprets |

`
