/** The texts of peers §6.2 as they are printed, defects and all: R1, R2, R3, R4, R6, R7, R8. */
import { CityNotice2023 } from "../../../src/presets/index.js"
import * as Builder from "../../../src/rules/Builder.js"
import type { When } from "../../../src/rules/Expression.js"
import * as Scoring from "../../../src/rules/Scoring.js"
import * as Veto from "../../../src/rules/Veto.js"
import { cite, defect, doubt, entry, grounds, level, partial, percent, points, ranged, unstated } from "./drafting.js"

const transcription = { standing: "transcription" as const }
const most = (star: string, share: string) => ({
  id: `${star}名额`,
  levels: [star],
  sense: "most" as const,
  of: { share, round: "floor" as const },
  group: null,
  cite: cite("名额"),
})

/** R1, the notice of 2023: no stage of rounding, no tie rule, gaps between whole-number bands; the text of the preset. */
export const notice2023 = Builder.bookUnsafe({ ...CityNotice2023.rulebook, id: "R1" })

/** R2, the bureau's plan: both ends of each band are printed as included, and ninety without a project has no row. */
export const fiveStars = partial({
  id: "R2",
  title: "分局“五星创评”方案",
  since: "2018-07-01",
  citation: transcription,
  total: entry("考评总分", points("0", "110")),
  levels: [
    level("五星", { ge: "90" }, Scoring.happened("创新项目")),
    level("四星", { ge: "80", le: "90" }),
    level("三星", { ge: "70", le: "80" }),
    level("二星以下", { lt: "70" }),
  ],
  quotas: (
    [
      ["五星", "0.1"],
      ["四星", "0.3"],
      ["三星", "0.4"],
      ["二星以下", "0.2"],
    ] as const
  ).map(([star, share]) => ({ ...most(star, share), id: `${star}约占`, sense: "about" as const, slack: "1" })),
})

/** R3, a how-to on democratic appraisal: bands that share their ends, and nothing below sixty. */
export const appraisal = partial({
  id: "R3",
  title: "民主评议党员怎么评",
  since: "2018-01-01",
  citation: transcription,
  total: entry("评议得分", points("0", "100")),
  levels: [
    level("优秀", { ge: "85" }),
    level("合格", { ge: "75", le: "85" }),
    level("基本合格", { ge: "65", le: "75" }),
    level("不合格", { ge: "60", le: "65" }),
  ],
})

/** R4, a scoring guide for grid workers: only its coverage item is known. */
export const gridWorkers = partial({
  id: "R4",
  title: "网格员积分评分指南",
  since: "2022-01-01",
  citation: transcription,
  total: Scoring.stepTable(
    entry("走访覆盖率", percent("0.5")),
    [
      { on: { ge: "95" }, gives: "10" },
      { on: { ge: "90", le: "94" }, gives: "8" },
      { on: { ge: "85", le: "89" }, gives: "6" },
      { on: { lt: "85" }, gives: "0" },
    ],
    { id: "覆盖率得分" },
  ),
})

/**
 * R6 (also T5), a group's star scheme: qualitative, so the score is the grade that the appraisal decided. Whether a direct
 * award takes a place of the quota the text does not say: both readings are kept, and as printed, which says neither.
 */
export const starManagement = (overQuota?: boolean) =>
  partial({
    id: "R6",
    title: "党支部星级化管理实施方案",
    since: "2018-01-01",
    citation: transcription,
    total: Scoring.decided({ kind: "评定档次", domain: Scoring.domain("档", "0", "5", "1") }, "党委"),
    levels: [
      level("五星", { ge: "5" }),
      level("四星", { ge: "4", lt: "5" }),
      level("三星", { ge: "3", lt: "4" }),
      level("不定星", { lt: "3" }),
    ],
    awards: ["区级以上荣誉", "公认创新"].map((kind) => ({
      ...grounds(kind, Scoring.happened(kind)),
      atLeast: "五星",
      ...(overQuota === undefined ? {} : { overQuota }),
    })),
    ties: { keys: [], last: "meeting", method: "min" },
    quotas: [most("五星", "0.1"), most("四星", "0.4"), most("三星", "0.3")],
    notes: [doubt("五星名额", "直接晋级与名额孰先，原文未说。")],
  })

/**
 * R7 嵊州浦口 2015: one star a year upward, a skip on a ground, new bodies rate themselves without a star, vetoes. The skip
 * lifts the climb limit to whatever the score says; an award names one level, so there is one award a level.
 */
const scoredAt = (star: string): When => Scoring.on(Scoring.reference("评定星数"), { ge: star })

export const pukou = partial({
  id: "R7",
  title: "浦口街道2015年度星级评定",
  since: "2015-01-01",
  citation: { issuer: "嵊州市浦口街道", date: "2015", standing: "report" },
  classes: [
    { ...grounds("新建", Scoring.is("建立", "新建")), standing: "unrated" },
    { ...grounds("原有", { test: "not", of: Scoring.is("建立", "新建") }), standing: "rated" },
  ],
  total: Scoring.decided({ kind: "评定星数", domain: Scoring.domain("星", "1", "5", "1") }, "街道党工委", {
    id: "评定星数",
  }),
  effects: [Veto.holdAt(grounds("否决情形", Scoring.happened("否决情形")), "1星")],
  levels: ["5", "4", "3", "2", "1"].map((stars) => level(`${stars}星`, { ge: stars, le: stars })),
  awards: ["5", "4", "3"].map((stars) => ({
    ...grounds(`破格${stars}星`, { test: "all", of: [Scoring.happened("破格事由"), scoredAt(stars)] }),
    atLeast: `${stars}星`,
    overQuota: false,
  })),
  climb: { steps: 1, cite: cite("逐级晋升") },
})

/** R8 (also T10): rated bodies start from 100 and may go past it without a limit. */
export const openEnded = partial({
  id: "R8",
  title: "星级标准化党支部积分制",
  since: "2017-01-01",
  citation: transcription,
  total: Scoring.parts([Scoring.base("100"), Scoring.lines({ acts: [ranged("增减积分", unstated, "党委")] })]),
  notes: [defect("增减积分", "加分没有上限。")],
})
