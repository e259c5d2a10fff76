/**
 * The counters of 12345 hotlines and of digital city management (12345热线、数字城管统计口径): reported, accepted, filed, dispatched, disposed of,
 * checked, closed, each due, done and done in time; rework, return, buck-passing, shelving, void.
 *
 * From comments in the source of a platform of digital city management, a list of indicators of another, and monthly
 * bulletins of a hotline, in copies; none of them is a rule text, and what a platform counts may differ from what they say. Ours are the keys
 * of `OrderCounts.Counts`.
 *
 * @since 0.1.0
 */
import type { Citation } from "../foundation/Citation.js"
import type { Label } from "../foundation/Label.js"
import type { ForeignCounter, ForeignCounters } from "../orders/ForeignCounters.js"

// ---------------------------------------------------------------- constructors

const platform: Citation = { title: "数字城管平台流转统计字段注释", standing: "transcription" }
const list: Citation = { title: "案件与人员指标枚举", standing: "transcription" }
const hotline: Citation = {
  issuer: "连云港市12345政府公共服务平台",
  title: "12345热线月度通报",
  standing: "transcription",
}

type Rest = Pick<ForeignCounter, "also" | "ours" | "differs">

const counter = (cite: Citation, id: string, en: string, counts: Label, rest: Rest): ForeignCounter => ({
  id,
  label: { zh: id, en },
  counts,
  ...rest,
  cite,
})

const STAGE: Label = { zh: "本库不按环节的时限计数", en: "limits of single stages are not counted" }
const CASES: Label = { zh: "平台按件计，本库按次计", en: "there cases are counted, here how often it was done" }

// ---------------------------------------------------------------- instances

const reports: ReadonlyArray<ForeignCounter> = [
  /* @__PURE__ */ counter(
    platform,
    "上报",
    "reported",
    { zh: "监督员和公众上报的案件", en: "cases reported by patrols and the public" },
    { also: ["上报数"], ours: "received" },
  ),
  /* @__PURE__ */ counter(
    platform,
    "公众举报",
    "reported by the public",
    { zh: "公众举报的案件，即漏报数", en: "cases the public reported, which the patrols missed" },
    {
      ours: "deeds.request",
      differs: { zh: "本库的代为点单另计", en: "requests on behalf of another are counted apart" },
    },
  ),
  /* @__PURE__ */ counter(
    hotline,
    "上期结转",
    "carried in",
    { zh: "上期未办结转入本期的工单", en: "orders of earlier periods that had not ended" },
    { ours: "carriedIn" },
  ),
  /* @__PURE__ */ counter(
    platform,
    "受理",
    "accepted",
    { zh: "受理员批转值班长的案件", en: "cases that the desk passed on to the officer on duty" },
    {
      also: ["受理数"],
      ours: "received",
      differs: { zh: "本库的受理含后来不予受理的", en: "ours holds those that were refused afterwards" },
    },
  ),
  /* @__PURE__ */ counter(
    platform,
    "不予受理",
    "refused",
    { zh: "受理员不予受理的案件", en: "cases that the desk refused" },
    { ours: "outcomes.refused" },
  ),
  /* @__PURE__ */ counter(
    platform,
    "立案",
    "filed",
    { zh: "值班长立案的案件", en: "cases that the officer on duty filed" },
    { also: ["立案数"], differs: { zh: "工单没有立案环节", en: "orders are not filed" } },
  ),
  /* @__PURE__ */ counter(
    platform,
    "核实",
    "verified",
    { zh: "监督员反馈了核实结果的案件", en: "cases on which a patrol reported what it found" },
    { ours: "deeds.verify", differs: CASES },
  ),
]

const work: ReadonlyArray<ForeignCounter> = [
  /* @__PURE__ */ counter(
    platform,
    "应派遣",
    "due to be dispatched",
    { zh: "已派遣与未派遣的案件之和", en: "cases dispatched and not dispatched" },
    { differs: STAGE },
  ),
  /* @__PURE__ */ counter(
    platform,
    "派遣",
    "dispatched",
    { zh: "派遣员已派遣的案件", en: "cases dispatched" },
    { ours: "dispatches.made", differs: { zh: "平台按件计，本库按件次计", en: "there cases, here dispatches" } },
  ),
  /* @__PURE__ */ counter(
    platform,
    "按时派遣",
    "dispatched in time",
    { zh: "未超时的派遣", en: "dispatches in time" },
    { differs: STAGE },
  ),
  /* @__PURE__ */ counter(
    platform,
    "错误派遣",
    "wrongly dispatched",
    {
      zh: "派遣过两个以上专业部门的案件，结案时计",
      en: "cases dispatched to two or more departments, counted when closed",
    },
    {
      ours: "dispatches.disowned",
      differs: {
        zh: "本库计承办单位认定不属本单位而退回的派单，随时计",
        en: "ours are dispatches that the unit disowned, counted at once",
      },
    },
  ),
  /* @__PURE__ */ counter(
    platform,
    "应处置",
    "due to be disposed of",
    { zh: "专业部门应处置的案件", en: "cases that a department is due to dispose of" },
    { differs: STAGE },
  ),
  /* @__PURE__ */ counter(
    platform,
    "处置",
    "disposed of",
    { zh: "专业部门已处置的案件", en: "cases that a department has disposed of" },
    { ours: "deeds.report", differs: CASES },
  ),
  /* @__PURE__ */ counter(
    platform,
    "按时处置",
    "disposed of in time",
    { zh: "未超时的处置", en: "disposals in time" },
    { also: ["按期处置"], differs: STAGE },
  ),
  /* @__PURE__ */ counter(
    list,
    "核查",
    "checked",
    { zh: "监督员核查处置结果的案件", en: "cases whose result a patrol checked" },
    { ours: "deeds.accept", differs: { zh: "本库计验收通过的次数", en: "ours are acceptances" } },
  ),
]

const closings: ReadonlyArray<ForeignCounter> = [
  /* @__PURE__ */ counter(
    hotline,
    "应结案",
    "due to be closed",
    { zh: "本期到期应办结的工单", en: "orders due to be closed in the period" },
    { also: ["应办结"], ours: "due" },
  ),
  /* @__PURE__ */ counter(
    hotline,
    "结案",
    "closed",
    { zh: "已办结的工单", en: "orders closed" },
    {
      also: ["办结"],
      ours: "closed",
      differs: {
        zh: "本库只计应办结的一批；本期办结而不论何时受理的另计（closings）",
        en: "ours are those of the orders due; what was closed in the period whenever it came in is counted apart (closings)",
      },
    },
  ),
  /* @__PURE__ */ counter(
    hotline,
    "按期结案",
    "closed in time",
    { zh: "应办结的工单中按时办结的", en: "of the orders due those closed in time" },
    { also: ["按时结案", "按期办结", "按时办结"], ours: "closedInTime" },
  ),
  /* @__PURE__ */ counter(
    list,
    "超期结案",
    "closed late",
    { zh: "超过时限才结案的", en: "cases closed late" },
    { differs: { zh: "等于办结减按期办结，不另设", en: "what is closed less what is closed in time, not kept apart" } },
  ),
  /* @__PURE__ */ counter(
    list,
    "超期未结案",
    "overdue and open",
    { zh: "超过时限还未结案的", en: "cases past their limit and not closed" },
    { ours: "overdueOpen" },
  ),
  /* @__PURE__ */ counter(
    platform,
    "待结案",
    "not closed",
    { zh: "还未结案的案件", en: "cases not closed" },
    { also: ["未结案"], ours: "carriedOut" },
  ),
]

const mishaps: ReadonlyArray<ForeignCounter> = [
  /* @__PURE__ */ counter(
    platform,
    "返工",
    "rework",
    {
      zh: "经核查后两次以上派遣给同一专业部门的案件，结案时计",
      en: "cases dispatched to the same department again after a check, counted when closed",
    },
    {
      ours: "deeds.rework",
      differs: {
        zh: "本库计评价不满意后的返工次数，验收退回另计",
        en: "ours are reworks after a bad rating; sending back on acceptance is counted apart",
      },
    },
  ),
  /* @__PURE__ */ counter(
    list,
    "回退",
    "return",
    { zh: "退回上一环节", en: "sent back to the stage before" },
    {
      ours: "dispatches.givenBack",
      differs: { zh: "本库计退单，不属本单位的退回另计", en: "what was disowned is counted apart" },
    },
  ),
  /* @__PURE__ */ counter(
    platform,
    "推诿",
    "buck-passing",
    { zh: "认定为推诿的案件", en: "cases judged to be passed on without ground" },
    {
      differs: {
        zh: "推诿是对责任的认定，本库只记退单和不属本单位退回的事实",
        en: "it is a judgement of blame; ours are the facts of giving back and disowning",
      },
    },
  ),
  /* @__PURE__ */ counter(
    platform,
    "挂账",
    "shelved",
    { zh: "挂账的案件", en: "cases shelved" },
    { ours: "deeds.shelve", differs: CASES },
  ),
  /* @__PURE__ */ counter(
    platform,
    "延期",
    "extension",
    { zh: "办理时限延长", en: "a limit extended" },
    { ours: "deeds.extend", differs: CASES },
  ),
  /* @__PURE__ */ counter(
    platform,
    "作废",
    "void",
    { zh: "作废的案件", en: "cases declared void" },
    {
      ours: "outcomes.excluded",
      differs: {
        zh: "平台不写作废原因；本库的剔除、撤单、并单分别计",
        en: "the platform gives no reason; ours counts exclusion, withdrawal and merging apart",
      },
    },
  ),
  /* @__PURE__ */ counter(
    list,
    "回访",
    "re-visit",
    { zh: "回访的次数", en: "re-visits" },
    { also: ["回访数"], ours: "deeds.revisit" },
  ),
]

/**
 * The counters, with what each counts and which of ours counts the same.
 *
 * @category instances
 * @since 0.1.0
 */
export const counters: ForeignCounters = {
  format: 1,
  id: "12345、数字城管",
  version: "1",
  label: { zh: "12345热线、数字城管统计口径", en: "counters of 12345 hotlines and digital city management" },
  note: "延期一项见于流程而不见于统计字段；各地口径不一，以当地规定为准",
  counters: [...reports, ...work, ...closings, ...mishaps],
}
