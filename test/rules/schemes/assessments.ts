/** Assessments of organisations and village cadres: A1–A4, A10 of incentives §4.1, each as far as it is known. */
import type { Expression, Ties } from "../../../src/rules/Expression.js"
import * as Scoring from "../../../src/rules/Scoring.js"
import * as Veto from "../../../src/rules/Veto.js"
import {
  cite,
  doubt,
  entry,
  grounds,
  level,
  line,
  partial,
  percent,
  points,
  ranged,
  times,
  unstated,
} from "./drafting.js"

const shared: Ties = { keys: [], last: "share", method: "min" }
const transcript = (issuer: string, number?: string) => ({
  issuer,
  standing: "transcription" as const,
  ...(number === undefined ? {} : { number }),
})

/**
 * The month of A1 西宋集 (start-full reading of the daily work). The text's daily items are not known by name or number:
 * three stand for them, as a limit per item needs a line an item.
 */
export const xisongjiMonth: Expression = Scoring.parts(
  [
    entry("重点工作", points("0", "40")),
    Scoring.deductFromFull({
      id: "日常工作",
      full: "60",
      each: "20",
      acts: ["第一项", "第二项", "第三项"].map((item) =>
        ranged(`日常${item}`, points("-60", "0"), "镇党委", {
          kind: "日常扣分",
          when: Scoring.tagged("项目", item),
        }),
      ),
      cite: cite("日常工作"),
    }),
    Scoring.earnFromZero({
      id: "阶段性工作",
      acts: [ranged("阶段加分", points("0", null), "镇党委")],
      most: "10",
      cite: cite("阶段性工作"),
    }),
    Scoring.earnFromZero({
      id: "交办工作",
      acts: [ranged("交办加分", points("0", null), "镇党委")],
      most: "10",
      cite: cite("交办工作"),
    }),
  ],
  { id: "月考核" },
)

/** A1, the year: seats and floors together. Equal scores on the last seat are not settled by the text. */
export const xisongji = partial({
  id: "A1",
  title: "西宋集镇村级工作考核办法",
  since: "2017-01-01",
  citation: transcript("西宋集镇", "宋委发〔2017〕4号"),
  total: Scoring.parts([
    Scoring.weighted([
      { w: "0.4", e: entry("年终考核", points("0", "100")) },
      { w: "0.6", e: Scoring.subPeriods("month", xisongjiMonth, "mean") },
    ]),
    Scoring.lines({ id: "奖惩", acts: [ranged("加减分", unstated, "镇党委")] }),
  ]),
  score: { quantum: "0.01", round: "halfUp" },
  levels: [
    level("一等奖", { ge: "90" }),
    level("二等奖", { ge: "80", lt: "90" }),
    level("三等奖", { ge: "70", lt: "80" }),
    level("合格", { ge: "60", lt: "70" }),
    level("不合格", { lt: "60" }),
  ],
  ties: { keys: [], last: "meeting", method: "min" },
  quotas: [
    { id: "一等奖席位", levels: ["一等奖"], sense: "most", of: { seats: 2 }, group: null, cite: cite("奖项") },
    { id: "二等奖席位", levels: ["二等奖"], sense: "most", of: { seats: 4 }, group: null, cite: cite("奖项") },
    { id: "三等奖席位", levels: ["三等奖"], sense: "most", of: { seats: 6 }, group: null, cite: cite("奖项") },
  ],
})

/** A1, the month as a book of its own, as it is scored and paid by the 15th. */
export const xisongjiMonthly = partial({
  id: "A1月",
  title: "西宋集镇村级工作考核办法（月度）",
  since: "2017-01-01",
  citation: transcript("西宋集镇", "宋委发〔2017〕4号"),
  total: xisongjiMonth,
})

/** A1, the money of a month: score rate times the post's base (800, 600, 400 yuan); a score over 100 is not dealt with. */
export const xisongjiPay = partial({
  id: "A1酬",
  title: "西宋集镇村干部绩效报酬",
  since: "2017-01-01",
  citation: transcript("西宋集镇", "宋委发〔2017〕4号"),
  total: {
    op: "times",
    by: Scoring.parameter("基数", Scoring.domain("元", "0", null, "1")),
    e: {
      op: "sum",
      of: [{ w: "0.01", e: Scoring.imported("A1月", "score", "same", points("0", "120")) }],
      weights: "free",
    },
  },
  score: { quantum: "0.01", round: "halfUp" },
})

/** A2 温州 2013, two of its items: rank points averaged over the months, and an item that is all or nothing. */
export const wenzhou = partial({
  id: "A2",
  title: "温州市考绩法",
  since: "2013-04-27",
  citation: { issuer: "温州市", date: "2013-04-27", standing: "report" },
  total: Scoring.parts([
    Scoring.subPeriods(
      "month",
      Scoring.rankDecrement(
        Scoring.place(Scoring.only({ kind: "月度实绩", domain: points("0", null) }), null, "high", shared),
        { full: "30", loss: "1.5", floor: "0" },
      ),
      "mean",
      {},
      { id: "月度排名分" },
    ),
    Scoring.allOrNothing(entry("完成率", percent("1")), "4", "100", { id: "全有或全无" }),
  ]),
  score: { quantum: "0.01", round: "halfUp" },
  notes: [doubt("月度排名分", "名次很低时是否扣到负数，原文未说；这里不低于零。")],
})

const full = Scoring.parameter("满分", points("0", "100", "0.1"))
/** Two findings of inspection take the whole item. */
const inspected: Expression = {
  op: "case",
  id: "查实项",
  rows: [{ when: Scoring.happened("发现问题", 2), gives: { op: "const", q: "0" } }],
  otherwise: entry("查实项得分", points("0", "10", "0.1")),
}

/**
 * A3, a city's evaluation of staffing work (data of a system, city unnamed). The items' own names are not in the notes, so
 * they are named by how they score. Full marks of the sloped items are not there, so they are parameters; the bands are not
 * there either, so the levels only say who may be excellent.
 */
export const staffing = partial({
  id: "A3",
  title: "某市机构编制工作考核",
  since: "2020-01-01",
  citation: { standing: "transcription", note: "系统样例数据，城市不详" },
  total: Scoring.parts(
    [
      Scoring.rankList(
        Scoring.place(entry("排名指标", points("0", "100", "0.1")), "类别", "high", shared),
        ["60", "57", "54", "51", "48"],
        undefined,
        { id: "名次分" },
      ),
      Scoring.shareOfBest(entry("按比例指标", times), "6", "类别", { id: "按比例分" }),
      Scoring.rankDecrement(
        Scoring.place(entry("反向指标", Scoring.domain("人", "0", null, "1")), "类别", "low", shared),
        { full: "2", loss: "0.1", floor: "0" },
        { id: "反向名次分" },
      ),
      Scoring.parts(
        [
          full,
          Scoring.target(entry("完成率", percent("1")), { full: "0", at: "100", lossPerUnit: "0.1", floor: "-100" }),
        ],
        {
          id: "目标分",
        },
      ),
      Scoring.parts(
        [
          full,
          {
            op: "curve",
            of: {
              op: "sum",
              of: [
                { w: "1", e: entry("平均年龄", Scoring.domain("岁", "18", "60", "0.1")) },
                {
                  w: "-1",
                  e: {
                    op: "peers",
                    e: Scoring.reference("平均年龄"),
                    fold: "mean",
                    group: "类别",
                    best: "low",
                    ties: shared,
                  },
                },
              ],
              weights: "free",
            },
            pieces: [
              { on: { le: "0" }, at: "0" },
              { on: { gt: "0" }, at: "0", slope: "-0.5", from: "0" },
            ],
          },
        ],
        { id: "年龄分" },
      ),
      Scoring.lines({
        id: "加减分",
        acts: [line("加分事项", "0.05"), line("减分事项", "-0.1")],
        caps: [
          Scoring.atMost("加分事项最多", ["加分事项"], "period", "0.5", cite("加分")),
          { id: "减分事项最多", of: ["减分事项"], per: "period", on: "malus", min: "-2", cite: cite("减分") },
        ],
      }),
      inspected,
      entry("新进人员项", points("0", "10", "0.1")),
    ],
    { id: "总分", absent: { notApplicable: { peersMean: "类别" } } },
  ),
  score: { quantum: "0.01", round: "halfUp" },
  effects: [
    Veto.holdAt(
      grounds("本类后三名", Scoring.on(Scoring.place(Scoring.reference("总分"), "类别", "low", shared), { le: "3" })),
      "不得评优",
    ),
  ],
  levels: [level("可评优", {}), level("不得评优", null)],
})

/** A rate in per cent as the bulletins print it: two places, half up. */
const rate = (num: string, den: string, id: string): Expression => ({
  op: "round",
  e: {
    op: "sum",
    of: [
      {
        w: "100",
        e: {
          op: "ratio",
          num: Scoring.total({ kind: num, domain: Scoring.domain("件", "0", null, "1") }),
          den: Scoring.total({ kind: den, domain: Scoring.domain("件", "0", null, "1") }),
          empty: "notApplicable",
        },
      },
    ],
    weights: "free",
  },
  mode: "halfUp",
  step: "0.01",
  id,
})

/**
 * A4 连云港 12345, the month, for bodies marked out of 100 (formula reconstructed from published scores). How sign-in and
 * quality are marked is not known. A body without orders is listed apart: its score is absent.
 */
export const hotline = partial({
  id: "A4",
  title: "连云港市12345热线月度考核",
  since: "2017-04-01",
  citation: { issuer: "连云港市", standing: "report", note: "计分式由公布分数推得" },
  total: Scoring.parts([
    Scoring.rounded(
      Scoring.target(
        rate("按时办结", "应办结", "按时率"),
        { full: "25", at: "100", lossPerUnit: "1", floor: "0" },
        { id: "按时分" },
      ),
      "halfUp",
      "0.01",
    ),
    Scoring.rounded(
      Scoring.target(rate("满意", "有效回访", "满意率"), { full: "25", at: "95", lossPerUnit: "0.5", floor: "12.5" }),
      "halfUp",
      "0.01",
    ),
    entry("签收分", points("0", "25", "0.01")),
    entry("质量分", points("0", "25", "0.01")),
  ]),
  score: { quantum: "0.01", round: "exact" },
})

/** A10, a county's rule on village cadres. A listed petition bars honours: the levels say who may be honoured. */
export const villageCadres = partial({
  id: "A10",
  title: "某县村干部考核办法",
  since: "2016-01-01",
  citation: { standing: "transcription", note: "抄本隐去县名" },
  total: Scoring.parts([
    Scoring.weighted([
      { w: "0.7", e: entry("工作实绩", points("0", "100")) },
      { w: "0.3", e: entry("民主测评", points("0", "100")) },
    ]),
    Scoring.lines({ acts: [line("个访", "-2"), line("集体访", "-4"), line("群体访", "-10")] }),
  ]),
  score: { quantum: "0.1", round: "exact" },
  effects: [Veto.holdAt(grounds("交办信访", Scoring.happened("交办信访")), "不得评先")],
  levels: [level("可评先", {}), level("不得评先", null)],
  notes: [doubt("个访", "一次上访同时算个访和集体访时如何扣，原文未说。")],
})
