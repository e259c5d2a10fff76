/**
 * The assessment by merit of Wenzhou, Zhejiang (温州市考绩法), of 2013: two of its kinds of item.
 *
 * Known from a report: points by place that lose a twentieth of the base a place, averaged over the months, and items that
 * are all or nothing. The items' names and the other parts are not known, so the book is partial.
 *
 * @since 0.1.0
 */
import * as CivilDate from "../foundation/CivilDate.js"
import * as Builder from "../rules/Builder.js"
import type { Note } from "../rules/Clause.js"
import type { Cite, Expression } from "../rules/Expression.js"
import type { Rulebook } from "../rules/Rulebook.js"
import * as Scoring from "../rules/Scoring.js"

// ---------------------------------------------------------------- constructors

const report = (art: string): Cite => ({ doc: "报道", art })

/** Each place lower loses a twentieth of the base of 30; the text names no floor. */
const byPlace = (): Expression => ({
  op: "curve",
  of: Scoring.place(
    Scoring.only(
      { kind: "月度指标", domain: Scoring.domain("分", "0", null, "1") },
      {
        id: "月度指标",
        label: { zh: "月度排名的指标", en: "what the months are ranked by" },
        cite: report("月度排名"),
      },
    ),
    null,
    "high",
    { keys: [], last: "share", method: "min" },
    { id: "月度名次", label: { zh: "月度名次", en: "place of the month" }, cite: report("月度排名") },
  ),
  pieces: [{ on: { ge: "1" }, at: "30", slope: "-1.5", from: "1" }],
  form: "rankDecrement",
  full: "30",
  id: "名次分",
  label: { zh: "名次分，每低一名减基分的5%", en: "points by place, a twentieth of the base less each place" },
  cite: report("月度排名"),
})

const notes = (): ReadonlyArray<Note> => [
  {
    on: "名次分",
    kind: "doubt",
    code: "lint.rankBelowNought",
    text: {
      zh: "每低一名减1.5分而无下限：第二十二名起得分为负",
      en: "1.5 less each place without a floor: from the twenty-second place on the points are below nought",
    },
  },
  {
    on: "月度名次",
    kind: "doubt",
    text: { zh: "同分如何定名次未写；此处并列取靠前名次", en: "ties are not said; here equals share the better place" },
  },
  {
    on: "名次分",
    kind: "remark",
    text: {
      zh: "有的项目每低一名减固定0.5分，其基分未见，未列入；按季排名的项目取四季平均，名目未见，未列入",
      en: "some items lose a flat 0.5 a place, their base not known; items ranked by quarter are averaged over four; both are left out",
    },
  },
  {
    on: "月均名次分",
    kind: "remark",
    text: {
      zh: "年度算到11月，12月计入下年：评定期间取上年12月1日至当年11月30日",
      en: "the year runs to November, and December counts next year: rate from 1 December to 30 November",
    },
  },
  {
    on: "月均名次分",
    kind: "doubt",
    text: {
      zh: "平均数怎样取舍未写；此处不取舍，不足0.001的得分会被指出",
      en: "how the mean is rounded is not said; here it is not, and a score finer than 0.001 is reported",
    },
  },
  {
    on: "完成率得分",
    kind: "remark",
    text: {
      zh: "全有或全无的项目名目未见，此处列一项",
      en: "the names of all-or-nothing items are not known; one stands here",
    },
  },
]

const draft = (): Builder.Draft => ({
  id: "wenzhou-merit",
  version: "2013",
  title: { zh: "温州市考绩法", en: "Assessment by merit, Wenzhou" },
  completeness: "partial",
  sources,
  inForce: { from: CivilDate.parseUnsafe("2012-12-01") },
  total: Scoring.parts(
    [
      Scoring.subPeriods(
        "month",
        byPlace(),
        "mean",
        {},
        {
          id: "月均名次分",
          label: { zh: "各月名次分的平均", en: "mean of the months' points by place" },
          cite: report("月度排名"),
        },
      ),
      Scoring.allOrNothing(
        Scoring.only(
          { kind: "完成率", domain: Scoring.domain("%", "0", "100", "0.01") },
          { id: "完成率", label: { zh: "完成率", en: "rate of completion" }, cite: report("完成率") },
        ),
        "4",
        "100",
        {
          id: "完成率得分",
          label: { zh: "完成率100%得4分，否则不得分", en: "4 points at 100 %, else none" },
          cite: report("完成率"),
        },
      ),
    ],
    { id: "得分", label: { zh: "考绩得分", en: "score" } },
  ),
  score: { quantum: "0.001", round: "exact" },
  notes: notes(),
})

// ---------------------------------------------------------------- instances

const sources: Rulebook["sources"] = [
  {
    id: "报道",
    citation: {
      title: "温州市考绩法",
      issuer: "温州市",
      date: "2013-04-27",
      standing: "report",
      note: "据报道转述，原文未见；题名为概称，条款号未见，以事项名代；起日为2013年度首日",
    },
  },
]

/**
 * The rulebook: the months' points by place, 30 for the first and 1.5 less each place, averaged; and 4 points for a rate of
 * completion of a hundred per cent.
 *
 * **Details** 月度指标 is a fact with one value a month, 完成率 one of the rated period, in per cent to two places.
 *
 * **Gotchas** Without a floor the twenty-second place and those behind it lose points, which the linter warns of.
 *
 * @category instances
 * @since 0.1.0
 */
export const rulebook: Rulebook = /* @__PURE__ */ Builder.bookUnsafe(/* @__PURE__ */ draft())
