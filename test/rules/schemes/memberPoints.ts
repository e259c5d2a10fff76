/** Members' points: P3, P7, P9, P10, P13 of incentives §2.1, and the yearly democratic review, as far as known. */
import type { When } from "../../../src/rules/Expression.js"
import * as Scoring from "../../../src/rules/Scoring.js"
import { cite, defect, doubt, entry, grounds, level, line, partial, points, ranged } from "./drafting.js"

const members = Scoring.is("身份", "正式党员")
const onTrial = Scoring.is("身份", "预备党员", "入党申请人")

/** A class that is rated. */
const rated = (id: string, when: When) => ({ ...grounds(id, when), standing: "rated" as const })

const dongyangTotal = Scoring.parts([
  Scoring.base("100"),
  Scoring.lines({
    acts: [
      line("违章建筑逾期不拆", "-40"),
      ranged("其余扣分条款", points(null, "0"), "支部"),
      ranged("重点工作中起关键作用", points("5", "10"), "支部"),
    ],
  }),
])

const dongyang = {
  since: "2014-06-05",
  citation: { issuer: "东阳市", date: "2014-06", standing: "report" as const },
  total: dongyangTotal,
}

/**
 * P3 东阳 2014, the quarter. Missing: 12 of 13 deduction clauses (one decided line stands for them) and 5 of 6 bonus
 * clauses by name. The consequence
 * (membership moved to the township's branch) is a level here; the library moves nobody.
 */
export const dongyangQuarter = partial({
  ...dongyang,
  id: "P3季",
  title: "东阳农村党员积分管理（季度）",
  classes: [rated("正式党员", members)],
  levels: [level("合格", { ge: "60" }), level("转入整顿帮扶支部", { lt: "60" })],
  notes: [doubt("转入整顿帮扶支部", "“60分以下”是否含60，原文未说；这里不含。")],
})

/** P3, the year: probationary members and applicants. What happens to an applicant (dropped or extended) is decided. */
export const dongyangYear = partial({
  ...dongyang,
  id: "P3年",
  title: "东阳农村党员积分管理（预备期年度）",
  classes: [rated("预备党员和申请人", onTrial)],
  levels: [level("合格", { ge: "85" }), level("取消或延长", { lt: "85" })],
})

/** The four grades of a review, whose number people decide. */
const reviewed = [
  level("优秀", { ge: "4", le: "4" }),
  level("合格", { ge: "3", le: "3" }),
  level("基本合格", { ge: "2", le: "2" }),
  level("不合格", { ge: "1", le: "1" }),
]

/**
 * The yearly democratic review (organisation §Evaluation grades, [S8]): 优秀 generally at most a third of all members of
 * the branch. “Generally” is no cut: it is reported. Probationary members take part and are not graded, but the text counts
 * all members, so they stay in the book and their grade is recorded as exempt.
 */
export const democraticReview = partial({
  id: "民主评议",
  title: "民主评议党员",
  since: "2018-01-01",
  citation: { standing: "report" },
  total: Scoring.decided({ kind: "评定等次", domain: Scoring.domain("等", "1", "4", "1") }, "支部党员大会"),
  levels: reviewed,
  quotas: [
    {
      id: "优秀一般不超过三分之一",
      levels: ["优秀"],
      sense: "noMore",
      of: { share: "1/3", round: "floor" },
      group: "支部",
      cite: cite("等次"),
    },
  ],
  notes: [doubt("优秀一般不超过三分之一", "“一般”容许多少例外、由谁批准，原文未说；这里只报告。")],
})

/** P9, a county bureau (name blanked). Missing: the lines of base and reward, how a task is marked, the year. */
export const bureau = partial({
  id: "P9",
  title: "某县局党员积分管理",
  since: "2018-01-01",
  citation: { standing: "transcription", note: "抄本隐去单位和年份" },
  total: Scoring.parts([
    Scoring.within(
      Scoring.parts([
        Scoring.carriedOver("P9", "0.2", points("0", null, "0.01"), "20", { id: "结转" }),
        Scoring.lines({ acts: [ranged("基础分扣分", points("-20", "0", "0.5"), "支部")] }),
      ]),
      "0",
      "20",
      { id: "基础分" },
    ),
    entry("任务分", points("0", "70")),
    Scoring.earnFromZero({
      id: "奖励分",
      acts: [ranged("奖励事项", points("0", "10", "0.5"), "支部")],
      most: "10",
      cite: cite("奖励分"),
    }),
    Scoring.earnFromZero({
      id: "县以上表彰",
      acts: [ranged("县以上表彰加分", points("0", null, "0.5"), "党委")],
      cite: cite("县以上表彰"),
    }),
  ]),
  score: { quantum: "0.01", round: "halfUp" },
  notes: [
    doubt("基础分", "结转超过20分时是否封顶，原文未说；这里封顶。"),
    doubt("结转", "取舍未说；这里四舍五入到0.01。"),
  ],
})

/** P10, a rural base-and-incentive rule. Missing: the other base items and all five incentive items. */
export const ruralBase = partial({
  id: "P10",
  title: "农村党员“基础+激励”积分办法",
  since: "2015-01-01",
  citation: { standing: "transcription", note: "抄本隐去地名和年份" },
  total: Scoring.parts([
    Scoring.deductFromFull({
      id: "履行义务",
      full: "10",
      acts: [line("会议迟到", "-0.5"), line("会议缺席", "-1"), line("缺席义务劳动", "-2")],
      cite: cite("履行义务"),
    }),
    Scoring.deductFromFull({
      id: "遵纪守法",
      full: "10",
      acts: [line("违纪", "-5"), line("参与邪教", "-10")],
      cite: cite("遵纪守法"),
    }),
  ]),
  score: { quantum: "0.5", round: "exact" },
})

/**
 * P13, a district bureau (name blanked). The veto on key work is printed without its effect, so it is a note and no
 * effect. Missing: the lines of the daily 80.
 */
export const districtBureau = partial({
  id: "P13",
  title: "某区局党员积分管理",
  since: "2016-01-01",
  citation: { standing: "transcription", note: "抄本隐去单位和年份" },
  classes: [
    { ...grounds("经批准免评", Scoring.is("免评", "已批准")), standing: "exempt" },
    rated("参评", { test: "not", of: Scoring.is("免评", "已批准") }),
  ],
  total: Scoring.parts([
    entry("日常分", points("0", "80")),
    Scoring.ballots(
      "民主评议",
      [
        { field: "好", share: "1" },
        { field: "一般", share: "0.8" },
        { field: "差", share: "0.6" },
      ],
      "20",
      { id: "评议分" },
    ),
    Scoring.lines({ acts: [line("市级刊用", "2"), line("区级刊用", "1")] }),
  ]),
  score: { quantum: "0.01", round: "halfUp" },
  notes: [doubt("评议分", "“关键工作一票否决”否决什么，原文未说。")],
})

/** P7 永州林业局 2018, a probationary member's year: printed in whole numbers. How the points come about is not known. */
export const yongzhou = partial({
  id: "P7",
  title: "永州市林业局党员积分管理",
  since: "2018-06-10",
  citation: { issuer: "永州市林业局", date: "2018-06-10", standing: "report" },
  classes: [rated("预备党员", Scoring.is("身份", "预备党员"))],
  total: entry("年度积分", points("0", "100", "0.5")),
  score: { quantum: "0.5", round: "exact" },
  levels: [
    level("按期转正", { ge: "85" }),
    level("延长预备期", { ge: "70", le: "84" }),
    level("取消资格", { lt: "70" }),
  ],
  notes: [defect("延长预备期", "84.5不属任何一档。")],
})
