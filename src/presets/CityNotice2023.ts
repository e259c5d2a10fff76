/**
 * A city's notice of 2023 on the stars of branches (2023年度基层党支部评星定级通知).
 *
 * Known from a transcription that names no city: how basic marks, deductions and appraisal are put together, the bands and
 * the share of five stars. The lines of the basic marks are not known, so the book is partial.
 *
 * @since 0.1.0
 */
import * as CivilDate from "../foundation/CivilDate.js"
import * as Builder from "../rules/Builder.js"
import type { Level, Note } from "../rules/Clause.js"
import type { Cite, Domain, Expression } from "../rules/Expression.js"
import type { Rulebook } from "../rules/Rulebook.js"
import * as Scoring from "../rules/Scoring.js"
import type { Span } from "../rules/Span.js"

// ---------------------------------------------------------------- constructors

const printed = (art: string): Cite => ({ doc: "通知", art })

const marks: Domain = { unit: "分", min: "0", max: "100", step: "1" }

const composite = (): Expression =>
  Scoring.weighted(
    [
      {
        w: "0.7",
        e: {
          op: "sum",
          of: [
            {
              w: "1",
              e: Scoring.only(
                { kind: "基础分", domain: marks },
                { id: "基础分", label: { zh: "基础分", en: "basic marks" }, cite: printed("计分") },
              ),
            },
            {
              w: "-1",
              e: Scoring.total(
                { kind: "扣分", domain: marks },
                { id: "扣分", label: { zh: "扣分", en: "deductions" }, cite: printed("计分") },
              ),
            },
          ],
          weights: "free",
          id: "扣后基础分",
          label: { zh: "基础分减扣分", en: "basic marks less deductions" },
          cite: printed("计分"),
        },
      },
      {
        w: "0.3",
        e: Scoring.only(
          { kind: "评议分", domain: marks },
          { id: "评议分", label: { zh: "评议分", en: "marks of the appraisal" }, cite: printed("计分") },
        ),
      },
    ],
    { id: "综合得分", label: { zh: "综合得分", en: "composite score" }, cite: printed("计分") },
  )

const BANDS: ReadonlyArray<readonly [id: string, en: string, on: Span]> = [
  ["五星", "five stars", { ge: "90" }],
  ["四星", "four stars", { ge: "80", le: "89" }],
  ["三星", "three stars", { ge: "70", le: "79" }],
  ["二星", "two stars", { ge: "60", le: "69" }],
  ["一星", "one star", { lt: "60" }],
]

const levels = (): ReadonlyArray<Level> =>
  BANDS.map(([id, en, on]) => ({ id, label: { zh: id, en }, on, cite: printed("星级") }))

const gap = (on: string, low: string, high: string): Note => ({
  on,
  kind: "defect",
  code: "lint.levelGap",
  text: {
    zh: `按七三比例合成的得分有小数，星级却按整数分段：${low}与${high}之间不属任何星级`,
    en: `seven and three tenths make decimals, but stars are printed in whole numbers: between ${low} and ${high} there is none`,
  },
})

const notes = (): ReadonlyArray<Note> => [
  gap("四星", "89", "90"),
  gap("三星", "79", "80"),
  gap("二星", "69", "70"),
  {
    on: "基础分",
    kind: "remark",
    text: {
      zh: "基础分的评分细则未见；各项满分100、按整数记为此处所设",
      en: "the lines of the basic marks are not known; that marks are whole numbers out of 100 is an assumption made here",
    },
  },
  {
    on: "综合得分",
    kind: "doubt",
    text: { zh: "是否取舍、在哪一步取舍未写；此处不取舍", en: "whether and where to round is not said; here nowhere" },
  },
  {
    on: "五星名额",
    kind: "doubt",
    text: {
      zh: "同分如何取舍、比例不为整数时怎样取舍均未写；此处同分并列，名额舍去零头",
      en: "neither ties nor the rounding of the share are said; here equals share the place, and places are rounded down",
    },
  },
]

const draft = (): Builder.Draft => ({
  id: "city-notice-2023",
  version: "2023",
  title: { zh: "某市2023年度基层党支部评星定级", en: "Stars of branches for 2023, a city not named" },
  completeness: "partial",
  sources,
  inForce: { from: CivilDate.parseUnsafe("2023-01-01") },
  total: composite(),
  score: { quantum: "0.1", round: "exact" },
  levels: levels(),
  quotas: [
    {
      id: "五星名额",
      levels: ["五星"],
      sense: "most",
      of: { share: "0.3", round: "floor" },
      group: null,
      cite: printed("名额"),
    },
  ],
  notes: notes(),
})

// ---------------------------------------------------------------- instances

const sources: Rulebook["sources"] = [
  {
    id: "通知",
    citation: {
      title: "2023年度基层党支部评星定级通知",
      date: "2023",
      standing: "transcription",
      note: "抄本未载城市和文号；条款号未见，以事项名代；以年度首日为起日；12月31日前自评，主管党委考评公示，市级复核公示",
    },
  },
]

/**
 * The rulebook: basic marks less deductions at seven tenths, appraisal at three; five stars from 90, at most three tenths
 * of all branches.
 *
 * **Details** 基础分 and 评议分 are facts with one value each, 扣分 as many as there are.
 *
 * **Gotchas** A base of 88 and an appraisal of 92 come to 89.2, which no band holds.
 *
 * @category instances
 * @since 0.1.0
 */
export const rulebook: Rulebook = /* @__PURE__ */ Builder.bookUnsafe(/* @__PURE__ */ draft())
