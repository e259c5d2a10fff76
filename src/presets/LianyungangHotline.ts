/**
 * The monthly assessment of bodies by the 12345 hotline of Lianyungang, Jiangsu (连云港市12345热线月度考核).
 *
 * Known from monthly bulletins: which rates are scored, and the scores. The formulas of two of the four items, on-time
 * closing and satisfaction, are reconstructed from published scores and are in no rule text; how sign-in and quality are
 * marked is not known, so that both are left out and the book is partial.
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

const report = (art: string): Cite => ({ doc: "通报", art })

const orders = (kind: string, en: string, art: string): Expression =>
  Scoring.total({ kind, domain: Scoring.domain("件", "0", null, "1") }, { label: { zh: kind, en }, cite: report(art) })

/** A rate in per cent as the bulletins print it: two places, half up. Without a denominator there is none. */
const rate = (id: string, en: string, num: Expression, den: Expression, art: string): Expression => ({
  op: "round",
  e: {
    op: "sum",
    of: [{ w: "100", e: { op: "ratio", num, den, empty: "notApplicable" } }],
    weights: "free",
    absent: { notApplicable: "apart" },
  },
  mode: "halfUp",
  step: "0.01",
  id,
  label: { zh: `${id}（%）`, en },
  cite: report(art),
})

const onTime = (): Expression =>
  Scoring.target(
    rate(
      "按时办结率",
      "rate closed in time (%)",
      orders("按时办结", "closed in time", "按时办结"),
      orders("应办结", "due to be closed", "按时办结"),
      "按时办结",
    ),
    { full: "25", at: "100", lossPerUnit: "1", floor: "0" },
    { id: "按时办结分", label: { zh: "按时办结", en: "closing in time" }, cite: report("按时办结") },
  )

const satisfaction = (): Expression => ({
  op: "round",
  e: Scoring.target(
    rate(
      "满意率",
      "rate satisfied (%)",
      orders("满意", "satisfied", "满意率"),
      orders("有效回访", "answered re-visits", "满意率"),
      "满意率",
    ),
    { full: "25", at: "95", lossPerUnit: "0.5", floor: "12.5" },
  ),
  mode: "halfUp",
  step: "0.01",
  id: "满意率分",
  label: { zh: "群众满意", en: "satisfaction" },
  full: "25",
  cite: report("满意率"),
})

const notes = (): ReadonlyArray<Note> => [
  {
    on: "按时办结分",
    kind: "remark",
    text: {
      zh: "计分式由公布的得分推得，不见于规定文本：100%得满分25，每低一个百分点减1，最低0",
      en: "the formula is reconstructed from published scores, not from a rule text: 25 at 100 %, 1 less a point, not below 0",
    },
  },
  {
    on: "满意率分",
    kind: "remark",
    text: {
      zh: "计分式由公布的得分推得，不见于规定文本：达到目标得满分25，每低一个百分点减0.5，最低12.5；目标95为2022年初的数",
      en: "the formula is reconstructed from published scores, not from a rule text: 25 at the target, 0.5 less a point, not below 12.5; the target of 95 is that of early 2022",
    },
  },
  {
    on: "得分",
    kind: "remark",
    text: {
      zh: "及时签收、办理质量两项怎样计分未见，未列入；四项满分100（区、部门）或150（县），此处只适用于满分100的单位",
      en: "how timely sign-in and quality are marked is not known, and both are left out; all four come to 100 (districts, departments) or 150 (counties), and this book is for those of 100",
    },
  },
  {
    on: "得分",
    kind: "remark",
    text: {
      zh: "当月无应办工单或无有效回访的单位另列",
      en: "a body without orders due or answered re-visits is listed apart",
    },
  },
]

const draft = (): Builder.Draft => ({
  id: "lianyungang-hotline",
  version: "2022",
  title: {
    zh: "连云港市12345热线月度考核：按时办结与满意率",
    en: "Monthly assessment by the 12345 hotline, Lianyungang: closing in time and satisfaction",
  },
  completeness: "partial",
  sources,
  inForce: { from: CivilDate.parseUnsafe("2022-01-01") },
  total: Scoring.parts([onTime(), satisfaction()], {
    id: "得分",
    label: { zh: "已知两项得分", en: "score of the two known items" },
    absent: { notApplicable: "apart" },
  }),
  score: { quantum: "0.01", round: "exact" },
  notes: notes(),
})

// ---------------------------------------------------------------- instances

const sources: Rulebook["sources"] = [
  {
    id: "通报",
    citation: {
      title: "连云港市12345热线月度通报",
      issuer: "连云港市",
      date: "2022-02",
      standing: "report",
      note: "计分式由历月通报公布的得分推得，规定原文未见；条款号未见，以事项名代；起日为目标值可考的年初",
    },
  },
]

/**
 * The rulebook of a month for bodies marked out of 100: closing in time up to 25, satisfaction from 12.5 to 25.
 *
 * **Details** Orders are summed over facts 按时办结, 应办结, 满意 and 有效回访, each with its number in `value`. A body without
 * orders due has no score and is listed apart.
 *
 * @category instances
 * @since 0.1.0
 */
export const rulebook: Rulebook = /* @__PURE__ */ Builder.bookUnsafe(/* @__PURE__ */ draft())
