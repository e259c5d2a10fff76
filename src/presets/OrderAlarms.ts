/**
 * Rules of alarms to begin with (异常预警起始规则): every kind once or more, with thresholds that are made up.
 *
 * No public text was found that says from what number on an order looks suspicious. The one figure that stands on an
 * observation is the ten minutes: of 321,423 requests to remove graffiti in one city 145,157 were closed within ten minutes of
 * being opened. A place tries these on years that it knows, and replaces them.
 *
 * @since 0.1.0
 */
import type { Citation } from "../foundation/Citation.js"
import * as CivilDate from "../foundation/CivilDate.js"
import type { AlarmRules } from "../orders/AlarmRule.js"
import type { Deed } from "../orders/OrderTerm.js"

// ---------------------------------------------------------------- instances

const note = "起始值，无文件依据，由使用单位按本地往年数据试算后替换"

const tenMinutes: Citation = {
  issuer: "hackforla",
  title: "311-data",
  number: "issue 507",
  standing: "report",
  note: "洛杉矶清除涂鸦诉求321423件，其中145157件在十分钟内关闭；未见规定以十分钟为限",
}

const OPENINGS: ReadonlyArray<Deed> = ["request", "requestFor", "find"]

/** What never comes before the request, the dispatch, the taking on, the report. */
const OF_DISPATCH: ReadonlyArray<Deed> = ["takeOn", "serve", "report", "accept", "giveBack", "disown", "reassign"]
const AFTER_REQUEST: ReadonlyArray<Deed> = [
  ...OF_DISPATCH,
  "claim",
  "dispatch",
  "publish",
  "rate",
  "revisit",
  "rework",
  "complain",
  "withdraw",
  "close",
]

/**
 * The rules, under ids of their own. Those on impossible days and on time that runs backwards are certain (应当查明); all others say
 * that somebody should look (一般应核查).
 *
 * @category instances
 * @since 0.1.0
 */
export const rules: AlarmRules = {
  format: 1,
  id: "工单异常预警",
  version: "1",
  label: { zh: "工单异常预警（起始规则）", en: "Alarms over service orders, to begin with" },
  note,
  rules: [
    {
      kind: "instant",
      id: "派单后秒报",
      label: { zh: "派单后十分钟内报告办结", en: "reported done within ten minutes of the dispatch" },
      strength: "should",
      cite: tenMinutes,
      note,
      from: "dispatch",
      to: "report",
      minutes: 10,
    },
    {
      kind: "instant",
      id: "点单后秒结",
      label: { zh: "点单后半小时内办结归档", en: "closed within half an hour of the request" },
      strength: "should",
      note,
      from: "request",
      to: "close",
      minutes: 30,
    },
    {
      kind: "ownRating",
      id: "代评",
      label: { zh: "承办人借他人账号评价自己办的单", en: "doer rates through another's account" },
      strength: "should",
      note,
      marks: ["person", "contact", "device"],
    },
    {
      kind: "relativeRating",
      id: "亲属评单",
      label: { zh: "承办人亲属评价", en: "relative of a doer rates" },
      strength: "should",
      note,
    },
    {
      kind: "template",
      id: "承办人套话",
      label: { zh: "同一承办人办理情况雷同", en: "one doer's results in the same words" },
      strength: "should",
      note,
      by: "doer",
      counts: "order",
      least: 3,
      days: 90,
      letters: 8,
    },
    {
      kind: "template",
      id: "支部套话",
      label: { zh: "同一支部办理情况雷同", en: "one branch's results in the same words" },
      strength: "should",
      note,
      by: "branch",
      counts: "order",
      least: 5,
      days: 90,
      letters: 8,
    },
    {
      kind: "burst",
      id: "月末突击报结",
      label: { zh: "月末三天集中报告办结", en: "reports crowded into the last three days of a month" },
      strength: "should",
      note,
      deed: "report",
      body: "branch",
      per: "month",
      lastDays: 3,
      beyond: "0.5",
      least: 10,
    },
    {
      kind: "burst",
      id: "年末突击归档",
      label: { zh: "年末十天集中办结归档", en: "closings crowded into the last ten days of a year" },
      strength: "should",
      note,
      deed: "close",
      body: "village",
      per: "year",
      lastDays: 10,
      beyond: "0.25",
      least: 20,
    },
    {
      kind: "defaultRating",
      id: "默认好评",
      label: { zh: "晒单后几分钟内全是同一评价", en: "one grade only, minutes after publication" },
      strength: "should",
      note,
      body: "branch",
      minutes: 10,
      from: "0.8",
      least: 10,
    },
    {
      kind: "bulkRating",
      id: "批量评单",
      label: { zh: "一分钟内批量评价", en: "ratings in bulk within a minute" },
      strength: "should",
      note,
      body: "village",
      seconds: 60,
      least: 5,
    },
    {
      kind: "oneAccount",
      id: "一号多评",
      label: { zh: "同一账号为多名群众评单", en: "one account rates for many" },
      strength: "should",
      note,
      marks: ["person", "contact", "device"],
      least: 3,
      days: 365,
    },
    {
      kind: "dates",
      id: "不可能的日期",
      label: { zh: "日期早于1949年10月1日、晚于2099年或晚于登记之日", en: "days that cannot be" },
      strength: "must",
      note,
      offsetMinutes: 480,
      earliest: /* @__PURE__ */ CivilDate.parseUnsafe("1949-10-01"),
      latest: /* @__PURE__ */ CivilDate.parseUnsafe("2099-12-31"),
      ahead: 0,
    },
    {
      kind: "backwards",
      id: "时间倒置",
      label: { zh: "办理先于点单、派单、接单或报告", en: "time runs backwards" },
      strength: "must",
      sequences: [
        { first: OPENINGS, later: AFTER_REQUEST },
        { first: ["dispatch"], later: OF_DISPATCH },
        { first: ["takeOn"], later: ["serve", "report", "accept"] },
        { first: ["report"], later: ["accept", "publish", "rate"] },
      ],
    },
    {
      kind: "passing",
      id: "推诿",
      label: { zh: "同两个单位之间退回、改派三次以上", en: "passed on three times between the same bodies" },
      strength: "should",
      note,
      least: 3,
    },
    {
      kind: "comesBack",
      id: "反复诉求",
      label: {
        zh: "办结后三十天内同一群众就同一事项再次点单",
        en: "the same asked again within thirty days of closing",
      },
      strength: "should",
      note,
      days: 30,
    },
  ],
}
