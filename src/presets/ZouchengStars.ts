/**
 * The stars of branches of Zoucheng, Shandong (邹城市党支部评星定级).
 *
 * Known from a report: the bands, and that satisfaction below sixty per cent holds a branch at two stars. Six dimensions
 * make the composite, of which the satisfaction of the masses is three tenths; how they are marked is not known, so that
 * the composite is one value here and the book is partial.
 *
 * @since 0.1.0
 */
import * as CivilDate from "../foundation/CivilDate.js"
import * as Builder from "../rules/Builder.js"
import type { Level, Note } from "../rules/Clause.js"
import type { Cite, Domain } from "../rules/Expression.js"
import type { Rulebook } from "../rules/Rulebook.js"
import * as Scoring from "../rules/Scoring.js"
import type { Span } from "../rules/Span.js"
import * as Veto from "../rules/Veto.js"

// ---------------------------------------------------------------- constructors

const report = (art: string): Cite => ({ doc: "报道", art })

const BANDS: ReadonlyArray<readonly [id: string, en: string, on: Span]> = [
  ["五星", "five stars", { ge: "90" }],
  ["四星", "four stars", { ge: "80", le: "89" }],
  ["三星", "three stars", { ge: "70", le: "79" }],
  ["二星", "two stars", { ge: "60", le: "69" }],
  ["一星", "one star", { lt: "60" }],
]

const levels = (): ReadonlyArray<Level> =>
  BANDS.map(([id, en, on]) => ({ id, label: { zh: id, en }, on, cite: report("星级") }))

const satisfied: Domain = { unit: "%", min: "0", max: "100", step: "0.01" }

const notes = (): ReadonlyArray<Note> => [
  {
    on: "综合得分",
    kind: "remark",
    text: {
      zh: "六个维度的评分表未见；其中群众满意度占总分的30%，怎样折算不详",
      en: "the tables of the six dimensions are not known; the satisfaction of the masses is 30 % of the whole, how it is converted is not",
    },
  },
  {
    on: "综合得分",
    kind: "doubt",
    text: {
      zh: "按整数计分时分段无空档；若得分有小数，89与90、79与80、69与70之间不属任何星级",
      en: "in whole numbers the bands leave no gap; with decimals nothing holds what is between 89 and 90, 79 and 80, 69 and 70",
    },
  },
  {
    on: "五星",
    kind: "remark",
    text: {
      zh: "五星不超过支部数30%一项未能确认，未列入",
      en: "that at most 30 % of branches have five stars could not be confirmed and is left out",
    },
  },
]

const draft = (): Builder.Draft => ({
  id: "zoucheng-stars",
  version: "1",
  title: { zh: "邹城市党支部评星定级", en: "Stars of branches, Zoucheng" },
  completeness: "partial",
  sources,
  inForce: { from: CivilDate.parseUnsafe("2019-01-01") },
  total: Scoring.only(
    { kind: "综合得分", domain: Scoring.domain("分", "0", "100", "1") },
    { id: "综合得分", label: { zh: "综合得分", en: "composite score" }, full: "100", cite: report("考核") },
  ),
  effects: [
    Veto.holdAt(
      {
        id: "满意率不足60%",
        label: { zh: "群众满意率不足60%", en: "satisfaction of the masses below 60 %" },
        when: Scoring.on(
          Scoring.only(
            { kind: "群众满意率", domain: satisfied },
            { id: "群众满意率", label: { zh: "群众满意率", en: "satisfaction of the masses" }, cite: report("满意率") },
          ),
          { lt: "60" },
        ),
        cite: report("满意率"),
      },
      "二星",
    ),
  ],
  levels: levels(),
  notes: notes(),
})

// ---------------------------------------------------------------- instances

const sources: Rulebook["sources"] = [
  {
    id: "报道",
    citation: {
      title: "邹城市党支部评星定级",
      issuer: "邹城市",
      standing: "report",
      note: "据报道转述，原文未见；题名为概称，条款号未见，以事项名代；年份未载，2019年1月1日的起日为占位；自评荐星、考核评星、复核定星、公示命名亮星",
    },
  },
]

/**
 * The rulebook: one composite out of 100, five stars to one, at most two where fewer than sixty in a hundred are satisfied.
 *
 * **Details** 综合得分 and 群众满意率 (in per cent, to two places) are facts with one value each.
 *
 * @category instances
 * @since 0.1.0
 */
export const rulebook: Rulebook = /* @__PURE__ */ Builder.bookUnsafe(/* @__PURE__ */ draft())
