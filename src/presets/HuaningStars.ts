/**
 * The stars of members' households of Huaning county, Yunnan (华宁县“党员户+星级”积分管理), of 2018.
 *
 * Known from a report: the base of 60, the bands, and that each branch sets its own items. The items themselves are not
 * known and are no part of the text, so the book is partial. Bands are printed in whole numbers.
 *
 * @since 0.1.0
 */
import * as CivilDate from "../foundation/CivilDate.js"
import type { Label } from "../foundation/Label.js"
import * as Builder from "../rules/Builder.js"
import type { Level, Note } from "../rules/Clause.js"
import type { Cite } from "../rules/Expression.js"
import type { Rulebook } from "../rules/Rulebook.js"
import * as Scoring from "../rules/Scoring.js"
import type { Span } from "../rules/Span.js"

// ---------------------------------------------------------------- constructors

const report = (art: string): Cite => ({ doc: "报道", art })

const BANDS: ReadonlyArray<readonly [id: string, en: string, on: Span]> = [
  ["五星", "five stars", { ge: "96" }],
  ["四星", "four stars", { ge: "90", le: "95" }],
  ["三星", "three stars", { ge: "80", le: "89" }],
  ["二星", "two stars", { ge: "70", le: "79" }],
  ["一星", "one star", { ge: "60", le: "69" }],
  ["不合格", "not qualified, no plaque", { lt: "60" }],
]

const levels = (): ReadonlyArray<Level> =>
  BANDS.map(([id, en, on]) => ({ id, label: { zh: id, en }, on, cite: report("星级") }))

const gap = (on: string, low: string, high: string): Note => ({
  on,
  kind: "defect",
  code: "lint.levelGap",
  text: {
    zh: `星级按整数分段；有半分时，${low}与${high}之间不属任何星级`,
    en: `stars are printed in whole numbers; with half points there is none between ${low} and ${high}`,
  },
})

const doubt = (on: string, text: Label): Note => ({ on, kind: "doubt", text })

const notes = (): ReadonlyArray<Note> => [
  gap("四星", "95", "96"),
  gap("三星", "89", "90"),
  gap("二星", "79", "80"),
  gap("一星", "69", "70"),
  doubt("支部自定项目", {
    zh: "各支部自定项目和分值，上下限、分值单位均未写；此处精确到0.5",
    en: "each branch sets items and points; neither limits nor the unit are stated; here half points",
  }),
]

const draft = (): Builder.Draft => ({
  id: "huaning-stars",
  version: "2018",
  title: { zh: "华宁县“党员户+星级”积分管理", en: "Stars of members' households, Huaning county" },
  completeness: "partial",
  sources,
  inForce: { from: CivilDate.parseUnsafe("2018-02-22") },
  total: Scoring.parts(
    [
      Scoring.base("60", { id: "基础分", label: { zh: "基础分", en: "base" }, cite: report("基础分") }),
      Scoring.lines({
        id: "自定加减分",
        label: { zh: "自定加减分", en: "points by the branch's own items" },
        cite: report("项目"),
        acts: [
          Scoring.inRange({
            id: "支部自定项目",
            kind: "支部自定项目",
            label: { zh: "支部自定项目", en: "an item set by the branch" },
            field: "value",
            values: Scoring.domain("分", null, null, "0.5"),
            by: "支部",
            cite: report("项目"),
          }),
        ],
      }),
    ],
    { id: "得分", label: { zh: "积分", en: "points" } },
  ),
  score: { quantum: "0.5", round: "exact" },
  levels: levels(),
  notes: notes(),
})

// ---------------------------------------------------------------- instances

const sources: Rulebook["sources"] = [
  {
    id: "报道",
    citation: {
      title: "华宁县“党员户+星级”积分管理",
      issuer: "华宁县",
      date: "2018-02-22",
      standing: "report",
      note: "据报道转述，原文未见；题名为概称，条款号未见，以事项名代；施行日期未载，以报道日期为起日；每季末公示，异议由组织调查、答复、存档",
    },
  },
]

/**
 * The rulebook: 60 for everybody, what the branch's own items give and take, one to five stars.
 *
 * **Details** An item is a fact 支部自定项目 with its points in the field `value`, decided by the branch with a reason.
 *
 * **Gotchas** 69.5, 79.5, 89.5 and 95.5 belong to no star. Points have no limit in what is known of the text.
 *
 * @category instances
 * @since 0.1.0
 */
export const rulebook: Rulebook = /* @__PURE__ */ Builder.bookUnsafe(/* @__PURE__ */ draft())
