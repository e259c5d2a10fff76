/** Assessments of organisations and village cadres: A3 and A10 of incentives §4.1, each as far as it is known. */
import type { Expression, Ties } from "../../../src/rules/Expression.js"
import * as Scoring from "../../../src/rules/Scoring.js"
import * as Veto from "../../../src/rules/Veto.js"
import { cite, doubt, entry, grounds, level, line, partial, percent, points, times } from "./drafting.js"

const shared: Ties = { keys: [], last: "share", method: "min" }
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
