/**
 * The star plan of the Dalu bureau (大路分局“五星创评”方案), as it is printed.
 *
 * Known from a transcription: the eight indicators' total of 110, the five rows with both ends of each band as printed,
 * the innovation project that five stars need, and the guide shares. The indicators' own marks are not known, so the book
 * is partial. The rows overlap at their ends and leave ninety without a project in none: nothing is repaired here.
 *
 * @since 0.1.0
 */
import * as CivilDate from "../foundation/CivilDate.js"
import type { Label } from "../foundation/Label.js"
import * as Builder from "../rules/Builder.js"
import type { Level, Note, Quota } from "../rules/Clause.js"
import type { Cite } from "../rules/Expression.js"
import type { Rulebook } from "../rules/Rulebook.js"
import * as Scoring from "../rules/Scoring.js"
import type { Span } from "../rules/Span.js"

// ---------------------------------------------------------------- constructors

const printed = (art: string): Cite => ({ doc: "方案", art })

const BANDS: ReadonlyArray<readonly [id: string, en: string, on: Span]> = [
  ["五星", "five stars", { ge: "90" }],
  ["四星", "four stars", { ge: "80", le: "90" }],
  ["三星", "three stars", { ge: "70", le: "80" }],
  ["二星", "two stars", { ge: "60", le: "70" }],
  ["一星", "one star", { lt: "60" }],
]

const levels = (): ReadonlyArray<Level> =>
  BANDS.map(([id, en, on]) => ({
    id,
    label: { zh: id, en },
    on,
    ...(id === "五星" ? { and: Scoring.happened("创新项目") } : {}),
    cite: printed("星级"),
  }))

const SHARES: ReadonlyArray<readonly [id: string, levels: readonly [string, ...Array<string>], share: string]> = [
  ["五星约占", ["五星"], "0.1"],
  ["四星约占", ["四星"], "0.3"],
  ["三星约占", ["三星"], "0.4"],
  ["二星以下约占", ["二星", "一星"], "0.2"],
]

const quotas = (): ReadonlyArray<Quota> =>
  SHARES.map(([id, of, share]) => ({
    id,
    levels: of,
    sense: "about",
    of: { share, round: "halfUp" },
    group: null,
    cite: printed("比例"),
  }))

const defect = (on: string, code: string, text: Label): Note => ({ on, kind: "defect", code, text })

const shared = (on: string, end: string): Note =>
  defect(on, "lint.levelOverlap", {
    zh: `相邻两档都印有${end}，${end}同属两档`,
    en: `${end} is printed in two neighbouring rows and belongs to both`,
  })

const notes = (): ReadonlyArray<Note> => [
  defect("五星", "lint.levelGap", {
    zh: "90以上而无创新项目的，不属任何一档",
    en: "above 90 without an innovation project no row fits",
  }),
  shared("四星", "90"),
  shared("三星", "80"),
  shared("二星", "70"),
  {
    on: "五星约占",
    kind: "doubt",
    text: {
      zh: "“左右”容许多少、比例不为整数时怎样取舍均未写；此处四舍五入，不另容许，只报告",
      en: "how much “about” allows and how shares are rounded is not said; here half up, nothing allowed besides, reported only",
    },
  },
  {
    on: "考评总分",
    kind: "remark",
    text: {
      zh: "八项指标合计110分，各项分值未见；按整数记为此处所设",
      en: "eight indicators of 110 points in all, their marks not known; whole numbers are an assumption made here",
    },
  },
]

const draft = (): Builder.Draft => ({
  id: "dalu-stars",
  version: "1",
  title: { zh: "大路分局“五星创评”方案", en: "Star plan of the Dalu bureau" },
  completeness: "partial",
  sources,
  inForce: { from: CivilDate.parseUnsafe("2018-07-01") },
  total: Scoring.only(
    { kind: "考评总分", domain: Scoring.domain("分", "0", "110", "1") },
    {
      id: "考评总分",
      label: { zh: "八项指标考评总分", en: "score of the eight indicators" },
      full: "110",
      cite: printed("考评"),
    },
  ),
  levels: levels(),
  quotas: quotas(),
  notes: notes(),
})

// ---------------------------------------------------------------- instances

const sources: Rulebook["sources"] = [
  {
    id: "方案",
    citation: {
      title: "大路分局“五星创评”方案",
      standing: "transcription",
      note: "抄本未载所在城市和文号，题名为概称；条款号未见，以事项名代；年份未载，2018年7月1日的起日为占位；7月1日至10日自评，7月31日前工委考评，市级审定",
    },
  },
]

/**
 * The rulebook as printed: one score out of 110, five stars from 90 with an innovation project, about a tenth, three and
 * four tenths for five, four and three stars, a fifth for the rest.
 *
 * **Details** The score is a fact 考评总分, the project a fact 创新项目.
 *
 * **Gotchas** 70 and 80 belong to two rows, and so does 90 with a project; 92 without one belongs to none.
 *
 * @category instances
 * @since 0.1.0
 */
export const rulebook: Rulebook = /* @__PURE__ */ Builder.bookUnsafe(/* @__PURE__ */ draft())
