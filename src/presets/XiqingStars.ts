/**
 * The stars of branches of Xiqing district, Tianjin (西青区党支部评星定级), of 2016.
 *
 * Known from a transcription: the bands, and the shares at the top and the bottom. The hundred points are set apart by
 * domain in tables that are not known, so that the score is one value here and the book is partial.
 *
 * @since 0.1.0
 */
import * as CivilDate from "../foundation/CivilDate.js"
import * as Builder from "../rules/Builder.js"
import type { Level, Note, Quota } from "../rules/Clause.js"
import type { Cite } from "../rules/Expression.js"
import type { Rulebook } from "../rules/Rulebook.js"
import * as Scoring from "../rules/Scoring.js"
import type { Span } from "../rules/Span.js"

// ---------------------------------------------------------------- constructors

const printed = (art: string): Cite => ({ doc: "通知", art })

const BANDS: ReadonlyArray<readonly [id: string, zh: string, en: string, on: Span]> = [
  ["五星", "五星（五好党支部）", "five stars (a branch good in five ways)", { ge: "95" }],
  ["四星", "四星", "four stars", { ge: "85", le: "94" }],
  ["三星", "三星", "three stars", { ge: "75", le: "84" }],
  ["二星", "二星", "two stars", { ge: "65", le: "74" }],
  ["一星", "一星", "one star", { ge: "60", le: "64" }],
  ["后进", "不定星（相对后进）", "no star (relatively backward)", { lt: "60" }],
]

const levels = (): ReadonlyArray<Level> =>
  BANDS.map(([id, zh, en, on]) => ({ id, label: { zh, en }, on, cite: printed("星级") }))

const quotas = (): ReadonlyArray<Quota> => {
  const village = Scoring.is("类型", "村")
  const community = Scoring.is("类型", "社区")
  return [
    {
      id: "五星名额",
      levels: ["五星"],
      sense: "most",
      of: { share: "0.1", round: "floor" },
      group: null,
      cite: printed("名额"),
    },
    {
      id: "后进社区",
      levels: ["后进"],
      sense: "least",
      of: { share: "0.1", round: "ceiling" },
      among: community,
      group: null,
      cite: printed("名额"),
    },
    {
      id: "后进其他",
      levels: ["后进"],
      sense: "least",
      of: { share: "0.05", round: "ceiling" },
      among: { test: "not", of: { test: "any", of: [community, village] } },
      group: null,
      cite: printed("名额"),
    },
  ]
}

const gap = (on: string, low: string, high: string): Note => ({
  on,
  kind: "defect",
  code: "lint.levelGap",
  text: {
    zh: `星级按整数分段，${low}与${high}之间不属任何星级`,
    en: `stars are printed in whole numbers: between ${low} and ${high} there is none`,
  },
})

const notes = (): ReadonlyArray<Note> => [
  gap("四星", "94", "95"),
  gap("三星", "84", "85"),
  gap("二星", "74", "75"),
  gap("一星", "64", "65"),
  {
    on: "考评总分",
    kind: "remark",
    text: {
      zh: "满分100，按领域分列的评分表未见；精确到0.1为此处所设",
      en: "out of 100; the tables by domain are not known; steps of 0.1 are an assumption made here",
    },
  },
  {
    on: "五星名额",
    kind: "doubt",
    text: {
      zh: "同分如何取舍、比例不为整数时怎样取舍均未写；此处同分并列，名额舍去零头",
      en: "neither ties nor the rounding of shares are said; here equals share the place, and places are rounded down",
    },
  },
  {
    on: "后进其他",
    kind: "remark",
    text: {
      zh: "村的后进比例结合换届另定，未列入",
      en: "the share of villages at the bottom is fixed apart with the election, and left out",
    },
  },
]

const draft = (): Builder.Draft => ({
  id: "xiqing-stars",
  version: "2016",
  title: { zh: "西青区党支部评星定级", en: "Stars of branches, Xiqing district" },
  completeness: "partial",
  sources,
  inForce: { from: CivilDate.parseUnsafe("2016-01-01") },
  total: Scoring.only(
    { kind: "考评总分", domain: Scoring.domain("分", "0", "100", "0.1") },
    { id: "考评总分", label: { zh: "考评总分", en: "score of the assessment" }, full: "100", cite: printed("考评") },
  ),
  score: { quantum: "0.1", round: "exact" },
  levels: levels(),
  quotas: quotas(),
  notes: notes(),
})

// ---------------------------------------------------------------- instances

const sources: Rulebook["sources"] = [
  {
    id: "通知",
    citation: {
      title: "西青区党支部评星定级通知",
      issuer: "西青区",
      number: "津西党组发〔2016〕25号",
      date: "2016",
      standing: "transcription",
      note: "抄本，题名为概称；条款号未见，以事项名代；施行日期未载，以文号年份为起日；自查、群众测评、组织考评后报区备案",
    },
  },
]

/**
 * The rulebook: one score out of 100, five stars to none, at most a tenth with five stars, at least a tenth of communities
 * and a twentieth of the others at the bottom.
 *
 * **Details** Subjects carry the label 类型 (村, 社区, or another kind of organisation); the score is a fact 考评总分.
 *
 * **Gotchas** The bands have gaps, 94.5 is in one. Ties are not settled by the text: put the decided rule into `ties`.
 *
 * @category instances
 * @since 0.1.0
 */
export const rulebook: Rulebook = /* @__PURE__ */ Builder.bookUnsafe(/* @__PURE__ */ draft())
