/**
 * P2, the district credit rules of Wendeng for persons (incentives §2.1 P2, §2.2), the lines that are known in full.
 *
 * What does not fit: the text suspends every bonus while a breach runs, so cumulated hours have to be lines as well
 * (each register entry states the running total and shares its deed, so that only the highest milestone counts).
 * What is missing: the full list of about 200 lines and the pledge of repair.
 */
import type { Act, When } from "../../../src/rules/Expression.js"
import * as Scoring from "../../../src/rules/Scoring.js"
import * as Veto from "../../../src/rules/Veto.js"
import { cite, doubt, grounds, level, line, partial } from "./drafting.js"

const requested = (span: Parameters<typeof Scoring.on>[1]): When => Scoring.on({ op: "requested" }, span)

const bonusFrom = (months: number, ...bodies: ReadonlyArray<string>) => ({
  when: { test: "all" as const, of: [requested({ gt: "0" }), Scoring.tagged("授予机关", ...bodies)] },
  months,
  cite: cite("有效期"),
})

/** Article on discipline: each rung its own line; the same class again within validity counts double. */
const discipline: ReadonlyArray<Act> = Scoring.severityLadder(
  "纪律处分",
  "种类",
  (
    [
      ["批评教育", "-3"],
      ["书面检查", "-5"],
      ["通报批评", "-10"],
      ["诫勉", "-30"],
      ["警告", "-50"],
      ["严重警告", "-70"],
      ["撤职", "-100"],
      ["留党察看", "-150"],
    ] as const
  ).map(([is, value]) => ({
    id: is,
    is,
    value,
    label: { zh: is },
    cite: cite("纪律处分"),
    repeat: { class: "纪律处分", times: "2" },
  })),
)

const hours: Act = {
  id: "志愿服务",
  kind: "志愿服务累计",
  label: { zh: "志愿服务累计时长" },
  cite: cite("志愿服务"),
  worth: Scoring.milestones({ op: "field", field: "小时", domain: Scoring.domain("小时", "0", null, "0.5") }, [
    { at: "10", gives: "2" },
    { at: "20", gives: "5" },
    { at: "50", gives: "10" },
    { at: "80", gives: "15" },
    { at: "100", gives: "20" },
    { at: "150", gives: "25" },
    { at: "200", gives: "30" },
    { at: "250", gives: "40" },
    { at: "300", gives: "50" },
  ]),
}

const invested: Act = {
  id: "投资",
  kind: "投资",
  label: { zh: "投资额（万元）" },
  cite: cite("投资"),
  worth: Scoring.stepTable({ op: "field", field: "万元", domain: Scoring.domain("万元", "0", null, "1") }, [
    { on: { lt: "100" }, gives: "0" },
    { on: { ge: "100", lt: "200" }, gives: "10" },
    { on: { ge: "200", lt: "500" }, gives: "20" },
    { on: { ge: "500" }, gives: "50" },
  ]),
}

const directly = (grade: string, months: number) =>
  Veto.holdAt(
    {
      ...grounds(`直接判${grade}`, Scoring.happened("直接判级", 1, Scoring.tagged("等级", grade))),
      lasts: { months },
    },
    grade,
  )

const villageGrade = (star: string): When => ({ test: "level", book: "文登村级", at: "previous", in: [star] })

export const wendengDistrict = partial({
  id: "P2",
  title: "文登区信用积分（个人，区级）",
  since: "2020-01-01",
  citation: { issuer: "威海市文登区", date: "2020-01-01", standing: "transcription" },
  classes: [
    {
      ...grounds("不予评价", Scoring.is("身份", "学生", "外迁", "被调查未结", "死亡")),
      standing: "exempt",
    },
    {
      ...grounds("参评", { test: "not", of: Scoring.is("身份", "学生", "外迁", "被调查未结", "死亡") }),
      standing: "rated",
    },
  ],
  total: Scoring.parts([
    Scoring.base("1000", { id: "基础分" }),
    Scoring.lines({
      id: "加减分",
      acts: [
        ...discipline,
        hours,
        invested,
        line("因事请假未补课", "-5"),
        line("述廉满意率不足85%", "-5"),
        line("五星级党支部书记", "5"),
        line("一星级党支部书记", "-5"),
      ],
      sameAct: "largestRequested",
      validity: [
        { when: requested({ ge: "-40", lt: "0" }), months: 12, cite: cite("有效期") },
        { when: requested({ lt: "-40" }), months: 24, cite: cite("有效期") },
        bonusFrom(12, "县", "市级部门"),
        bonusFrom(24, "市", "省级部门"),
        bonusFrom(36, "省"),
        bonusFrom(60, "国家"),
      ],
      suspensions: [{ id: "失信未整改", kinds: ["直接判级"], cite: cite("直接判级") }],
    }),
    {
      op: "case",
      id: "村级年度等级",
      rows: [
        { when: villageGrade("五星"), gives: { op: "const", q: "15" } },
        { when: villageGrade("四星"), gives: { op: "const", q: "10" } },
        { when: villageGrade("三星"), gives: { op: "const", q: "2" } },
      ],
      otherwise: { op: "const", q: "0" },
    },
  ]),
  score: { quantum: "0.1", round: "exact" },
  effects: [directly("B", 24), directly("C", 36), directly("D", 60)],
  levels: [
    level("AAA", { ge: "1050" }),
    level("AA", { ge: "1030", le: "1049" }),
    level("A", { ge: "960", le: "1029" }),
    level("B", { ge: "850", le: "959" }),
    level("C", { ge: "600", le: "849" }),
    level("D", { le: "599" }),
  ],
  notes: [
    doubt("AA", "分值精确到0.1，等级却按整数分段：1029.5不属任何等级。"),
    doubt("诫勉", "翻倍后的分值是否改变有效期，原文未说。"),
  ],
})
