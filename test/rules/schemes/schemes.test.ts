/** Told cases on published schemes; C-numbers are those of the domain notes, subjects and facts are made up. */
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as Period from "../../../src/foundation/Period.js"
import type { Fact, FrozenResult, Subject } from "../../../src/rules/Fact.js"
import * as Rulebook from "../../../src/rules/Rulebook.js"
import { type Case, fact, instant, node, one, rate, score, several, stand, subject } from "../rating.js"
import * as assessments from "./assessments.js"
import * as members from "./memberPoints.js"
import * as printed from "./printed.js"
import * as stars from "./stars.js"

const books: ReadonlyArray<Rulebook.Rulebook> = [
  ...Object.values(members),
  stars.qinghai,
  stars.countyBadges,
  stars.henanBadges,
  stars.chunhua,
  assessments.staffing,
  assessments.villageCadres,
  printed.notice2023,
  printed.fiveStars,
  printed.appraisal,
  printed.gridWorkers,
  printed.starManagement(true),
  printed.starManagement(false),
  printed.starManagement(),
  printed.pukou,
  printed.openEnded,
]

test("every scheme that the notes list and that is no preset has its book", () => {
  const ids = new Set(books.map(({ id }) => id))
  const listed = "P3季 P3年 民主评议 P7 P9 P10 P13 T8 W31 W29 W42 A3 A10 R1 R2 R3 R4 R6 R7 R8"
  expect(listed.split(" ").filter((id) => !ids.has(id))).toEqual([])
})

describe.each(books.map((book) => [book.id, book] as const))("%s", (_, book) => {
  test("has no structural fault and is honest about being a part", () => {
    expect(Rulebook.check(book)).toEqual([])
    expect(book.completeness).toBe("partial")
  })

  test("survives a round trip through JSON", () => {
    const stored = Result.getOrThrow(Rulebook.document.encode(book))
    expect(Result.getOrThrow(Rulebook.document.decode(JSON.parse(JSON.stringify(stored))))).toEqual(book)
  })
})

const given = (kind: string, value: string, id = "甲", on = "2023-06-01"): Fact => fact(id, kind, on, { value })
const standsAt = (book: Rulebook.Rulebook, kind: string, value: string, more: ReadonlyArray<Fact> = []): string =>
  stand(one(book, { facts: [given(kind, value), ...more] }))

const frozen = (book: string, year: number, more: Partial<FrozenResult> = {}): FrozenResult => ({
  book,
  subject: "甲",
  period: Period.yearUnsafe(year),
  values: {},
  recordedAt: instant(0),
  ...more,
})

describe("members' points", () => {
  const formal = [subject("甲", { 身份: ["正式党员"] })]
  const trial = [subject("甲", { 身份: ["预备党员"] })]

  test("C8 东阳: 55 is moved, sixty itself is not; 84 cancels a probation, 85 keeps it", () => {
    const quarter = (facts: ReadonlyArray<Fact>) =>
      one(members.dongyangQuarter, { subjects: formal, period: "2023-Q2", facts })
    const torn = quarter([
      fact("甲", "违章建筑逾期不拆", "2023-05-01"),
      given("其余扣分条款", "-5", "甲", "2023-05-02"),
    ])
    expect([score(torn), stand(torn)]).toEqual(["55", "转入整顿帮扶支部"])
    expect(stand(quarter([fact("甲", "违章建筑逾期不拆", "2023-05-01")]))).toBe("合格")
    const year = (off: string) =>
      stand(one(members.dongyangYear, { subjects: trial, facts: [given("其余扣分条款", off)] }))
    expect([year("-16"), year("-15"), year("-5000")]).toEqual(["取消或延长", "合格", "取消或延长"])
    expect(stand(one(members.dongyangYear, { subjects: formal }))).toBe("none")
  })

  test("东阳: deductions without a stated limit leave the score open to below until they are decided", () => {
    const undecided = fact("甲", "其余扣分条款", "2023-05-02")
    const outcome = one(members.dongyangQuarter, { subjects: formal, period: "2023-Q2", facts: [undecided] })
    expect([score(outcome), stand(outcome)]).toEqual(["−∞–100", "合格|转入整顿帮扶支部"])
  })

  test("东阳: a decided value outside its range, or without a decider, is a conflict", () => {
    const at = (more: Fact) =>
      score(one(members.dongyangQuarter, { subjects: formal, period: "2023-Q2", facts: [more] }))
    const key = given("重点工作中起关键作用", "7", "甲", "2023-05-01")
    const { decidedBy: _, ...undecided } = key
    expect([at(key), at({ ...key, values: { value: "11" } }), at(undecided)]).toEqual([
      "107",
      "rules.outOfDomain",
      "rules.undecided",
    ])
  })

  test("democratic review, organisation case 29: of 20 members at most 6, of 21 seven, of two none", () => {
    const review = (members: number, excellent: number, branch = "一支部", exempt = 0) => {
      const ids = Array.from({ length: members }, (_, index) => `${branch}党员${index}`)
      return {
        subjects: ids.map((id) => subject(id, { 支部: [branch] })),
        facts: ids.map((id, index) =>
          index >= members - exempt
            ? fact(id, "评定等次", "2023-12-20", { absent: "exempt" })
            : given("评定等次", index < excellent ? "4" : "3", id, "2023-12-20"),
        ),
      }
    }
    const of = (reviews: Case) => {
      const { quotas, outcomes } = rate(members.democraticReview, reviews)
      const excellent = outcomes.filter((outcome) => stand(outcome) === "优秀").length
      return [...quotas.map(({ size, places, held, met }) => [size, places, held, met].join(" ")), excellent]
    }
    expect(of(review(20, 6))).toEqual(["20 6 6 yes", 6])
    expect(of(review(20, 7))).toEqual(["20 6 7 no", 7])
    expect([of(review(21, 7)), of(review(21, 8))]).toEqual([
      ["21 7 7 yes", 7],
      ["21 7 8 no", 8],
    ])
    expect([of(review(2, 0)), of(review(2, 1))]).toEqual([
      ["2 0 0 yes", 0],
      ["2 0 1 no", 1],
    ])
    const [full, short] = [review(3, 2), review(6, 1, "二支部", 4)]
    expect(
      of({ subjects: [...full.subjects, ...short.subjects], facts: [...full.facts, ...short.facts] }),
      "each branch by itself; who is not graded still counts among its members",
    ).toEqual(["3 1 2 no", "6 2 1 yes", 3])
  })

  test("P9: a fifth of last year's points is this year's base, twenty for who is new, never below nought", () => {
    const facts = [given("任务分", "65")]
    const carried = (points: string) => [frozen("P9", 2022, { values: { score: points } })]
    const at = (more: Case) => {
      const outcome = one(members.bureau, more)
      return [node(outcome, "基础分"), score(outcome)]
    }
    expect(at({ facts })).toEqual(["20", "85"])
    expect(at({ facts, results: carried("92.5") })).toEqual(["18.5", "83.5"])
    expect(at({ facts: [...facts, given("基础分扣分", "-20")], results: carried("92.5") })).toEqual(["0", "65"])
    const rewarded = ["6", "6"].map((value, index) => given("奖励事项", value, "甲", `2023-07-0${index + 1}`))
    const praised = given("县以上表彰加分", "5")
    expect(at({ facts: [...facts, ...rewarded, praised] })).toEqual(["20", "100"])
  })

  test("C12: an item loses at most its ten points", () => {
    const facts = [
      ...several(3, "甲", "会议迟到", "2023-02"),
      ...several(2, "甲", "会议缺席", "2023-03"),
      ...several(3, "甲", "违纪", "2023-04"),
    ]
    const outcome = one(members.ruralBase, { facts })
    expect([node(outcome, "履行义务"), node(outcome, "遵纪守法"), score(outcome)]).toEqual(["6.5", "0", "6.5"])
  })

  test("C13 永州: 85 on time, 84 and 70 extended, 69 cancelled, 84.5 in the gap", () => {
    const at = (q: string) => stand(one(members.yongzhou, { subjects: trial, facts: [given("年度积分", q)] }))
    expect(["85", "84", "70", "69", "84.5"].map(at)).toEqual([
      "按期转正",
      "延长预备期",
      "延长预备期",
      "取消资格",
      "rules.levelGap",
    ])
  })

  test("C14: 14, 5 and 1 votes are 18.6 of twenty, 92.6 with a daily 74; without a vote there is no score", () => {
    const votes = (好: string, 一般: string, 差: string) =>
      fact("甲", "民主评议", "2023-12-20", { values: { 好, 一般, 差 } })
    const outcome = one(members.districtBureau, { facts: [given("日常分", "74"), votes("14", "5", "1")] })
    expect([node(outcome, "评议分"), score(outcome)]).toEqual(["18.6", "92.6"])
    expect(score(one(members.districtBureau, { facts: [given("日常分", "74"), votes("0", "0", "0")] }))).toBe(
      "absent notApplicable",
    )
  })
})

describe("stars of organisations", () => {
  test("C27 淳化: 72 with 40 % dissatisfied passes, 88 with 53 % fails, and so does 69", () => {
    const at = (marks: string, dissatisfied: string) =>
      standsAt(stars.chunhua, "验收得分", marks, [given("不满意率", dissatisfied)])
    expect([at("72", "40"), at("88", "53"), at("69", "0"), at("70", "50")]).toEqual([
      "合格",
      "不合格",
      "不合格",
      "合格",
    ])
  })

  test("T8: a reverse situation is the bottom, whatever the score", () => {
    const facts = [given("共性标准", "60"), given("领域标准", "40")]
    expect(stand(one(stars.qinghai, { facts }))).toBe("非后进")
    const reversed = one(stars.qinghai, { facts: [...facts, fact("甲", "反向情形", "2023-05-01")] })
    expect([score(reversed), stand(reversed)]).toEqual(["100", "后进"])
    const bottom = [given("共性标准", "0"), given("领域标准", "0")]
    expect(stand(one(stars.qinghai, { facts: bottom })), "nobody scores so little as to be 后进").toBe("非后进")
    expect(stand(one(stars.qinghai, {})), "while nothing is known the score still says no more").toBe("非后进")
    expect(stand(one(stars.qinghai, { facts, open: ["反向情形"] }))).toBe("非后进|后进")
  })

  test("C19: 85, 79, 80, 92 and 60 on five named stars earn three", () => {
    const marks = ["85", "79", "80", "92", "60"]
    const outcome = one(stars.countyBadges, {
      facts: stars.countyBadges.badges.map(({ cite }, index) => given(cite.art, marks[index] ?? "")),
    })
    expect(outcome.badges.map(({ held }) => held)).toEqual(["yes", "no", "yes", "yes", "no"])
    expect([score(outcome), stand(outcome)]).toEqual(["3", "3星"])
    const marked = one(stars.countyBadges, {
      facts: stars.countyBadges.badges.slice(0, 3).map(({ cite }, index) => given(cite.art, marks[index] ?? "")),
    })
    expect([score(marked), stand(marked)], "two stars are not yet marked").toEqual(["2–4", "4星|3星|2星"])
  })

  test("[W29]: without the first star no other is held, and none counts", () => {
    const held = (first: string) => {
      const outcome = one(stars.henanBadges, {
        facts: stars.henanBadges.badges.map(({ cite }, index) => given(cite.art, index === 0 ? first : "90")),
      })
      return [outcome.badges.filter((badge) => badge.held === "yes").length, score(outcome), stand(outcome)]
    }
    expect([held("80"), held("79")]).toEqual([
      [5, "5", "5星"],
      [0, "0", "不足2星"],
    ])
    const unmarked = one(stars.henanBadges, {
      facts: stars.henanBadges.badges.slice(1, 4).map(({ cite }) => given(cite.art, "90")),
    })
    expect([score(unmarked), stand(unmarked)]).toEqual(["0–5", "5星|4星|不足2星"])
  })

  test("C20: 2, 11, 25 and 56 of 98 hold five to two stars, so four hold fewer", () => {
    const counts = [5, 4, 3, 2, 1].flatMap((badges, index) =>
      Array<number>([2, 11, 25, 56, 4][index] ?? 0).fill(badges),
    )
    const names = stars.henanBadges.badges.map(({ cite }) => cite.art)
    const { outcomes } = rate(stars.henanBadges, {
      period: "2022",
      subjects: counts.map((_, index) => subject(`组织${index}`)),
      facts: counts.flatMap((badges, index) =>
        names.map((name, star) => given(name, star < badges ? "85" : "70", `组织${index}`, "2022-12-01")),
      ),
    })
    const tally = new Map<string, number>()
    for (const outcome of outcomes) tally.set(stand(outcome), (tally.get(stand(outcome)) ?? 0) + 1)
    expect(Object.fromEntries(tally)).toEqual({ "5星": 2, "4星": 11, "3星": 25, "2星": 56, 不足2星: 4 })
  })
})

describe("A3 编制考核", () => {
  const ids = ["甲", "乙", "丙", "丁", "戊"]
  const subjects = ids.map((id): Subject => subject(id, { 类别: ["区县"] }, { 满分: "10" }))
  const measure = (kind: string, values: ReadonlyArray<string>) =>
    ids.map((id, index) => given(kind, values[index] ?? "", id))
  const facts = [
    ...measure("排名指标", ["95", "90", "90", "80", "70"]),
    ...measure("按比例指标", ["12", "8", "4", "0", "6"]),
    ...measure("反向指标", ["0", "3", "1", "5", "3"]),
    ...measure("完成率", ["100", "98", "90", "100", "100"]),
    ...measure("平均年龄", ["40", "42", "44", "46", "48"]),
    ...measure("查实项得分", ["10", "10", "10", "10", "10"]),
    ...several(12, "甲", "加分事项", "2023-04"),
    ...several(3, "甲", "减分事项", "2023-05"),
    ...several(21, "乙", "减分事项", "2023-05"),
    ...several(2, "丙", "发现问题", "2023-06"),
    ...several(1, "丁", "发现问题", "2023-06"),
    ...["4", "3", "2", "4"].map((value, index) => given("新进人员项", value, ids[index])),
    fact("戊", "新进人员项", "2023-06-01", { absent: "notApplicable" }),
  ]
  const { outcomes } = rate(assessments.staffing, { subjects, facts })
  const of = (id: string) => ids.map((name) => node(outcomes.find(({ subject: found }) => found === name)!, id))

  test("a list of points by place, the shared place for equals", () => {
    expect(of("名次分")).toEqual(["60", "57", "57", "51", "48"])
  })

  test("the best gets the full mark, others in proportion", () => {
    expect(of("按比例分")).toEqual(["6", "4", "2", "0", "3"])
  })

  test("the reverse rank falls by a tenth a place", () => {
    expect(of("反向名次分")).toEqual(["2", "1.8", "1.9", "1.6", "1.8"])
  })

  test("the target's slope, and half a point a year above the mean age", () => {
    expect(of("目标分")).toEqual(["10", "9.8", "9", "10", "10"])
    expect(of("年龄分")).toEqual(["10", "10", "10", "9", "8"])
  })

  test("small bonuses up to half a point, small deductions up to two", () => {
    expect(of("加减分")).toEqual(["0.2", "-2", "0", "0", "0"])
  })

  test("two findings take the item, one does not", () => {
    expect(of("查实项")).toEqual(["10", "10", "0", "10", "10"])
  })

  test("a body without new staff gets the mean of its peers for that item", () => {
    expect(of("新进人员项")).toEqual(["4", "3", "2", "4", "absent notApplicable"])
    const last = outcomes.find(({ subject: found }) => found === "戊")!
    expect(score(last)).toBe("84.05")
  })

  test("the score bars nobody from being excellent, however much an item takes", () => {
    const low = rate(assessments.staffing, {
      subjects: ids.map((id): Subject => subject(id, { 类别: ["区县"] }, { 满分: "0" })),
      facts: facts.map((each) =>
        each.kind === "完成率" ? { ...each, values: { value: each.subject === "甲" ? "100" : "0" } } : each,
      ),
    })
    expect(low.outcomes.map(({ stages }) => stages[0]?.to)).toEqual(ids.map(() => ({ is: "level", level: "可评优" })))
  })

  test("the bottom three of the own category may not be excellent", () => {
    expect(ids.map((id) => stand(outcomes.find((outcome) => outcome.subject === id)!))).toEqual([
      "可评优",
      "可评优",
      "不得评优",
      "不得评优",
      "不得评优",
    ])
  })
})

test("A10: petitions take 2, 4 and 10; a listed one bars honours", () => {
  const facts = [
    given("工作实绩", "90"),
    given("民主测评", "80"),
    fact("甲", "个访", "2023-02-01"),
    fact("甲", "群体访", "2023-03-01"),
  ]
  const plain = one(assessments.villageCadres, { facts })
  expect([score(plain), stand(plain)]).toEqual(["75", "可评先"])
  const many = [...facts, ...several(28, "甲", "群体访", "2023-05"), ...several(28, "甲", "群体访", "2023-06")]
  const low = one(assessments.villageCadres, { facts: [...many, ...several(28, "甲", "群体访", "2023-07")] })
  expect([score(low), stand(low)], "only the listed petition bars").toEqual(["-765", "可评先"])
  expect(stand(one(assessments.villageCadres, { facts: [...facts, fact("甲", "交办信访", "2023-04-01")] }))).toBe(
    "不得评先",
  )
})

describe("texts of peers §6.2 as printed", () => {
  test("R1: base 88 and appraisal 92 are 89.2, which no band holds", () => {
    const outcome = one(printed.notice2023, { facts: [given("基础分", "88"), given("评议分", "92")] })
    expect([score(outcome), stand(outcome)]).toEqual(["89.2", "rules.levelGap"])
    const lower = one(printed.notice2023, { facts: [given("基础分", "95"), given("扣分", "5"), given("评议分", "90")] })
    expect([score(lower), lower.stages[0]?.to]).toEqual(["90", { is: "level", level: "五星" }])
    expect(stand(lower)).toBe("四星") // three tenths of a single branch are no place
  })

  test("R2: 80 belongs to two bands, and so does 90 with a project", () => {
    expect(standsAt(printed.fiveStars, "考评总分", "80")).toBe("rules.levelOverlap")
    expect(standsAt(printed.fiveStars, "考评总分", "90", [fact("甲", "创新项目", "2023-05-01")])).toBe(
      "rules.levelOverlap",
    )
    expect(standsAt(printed.fiveStars, "考评总分", "90")).toBe("四星")
  })

  test("R3: 85, 75 and 65 belong to two bands, 59 to none", () => {
    const at = (value: string) => standsAt(printed.appraisal, "评议得分", value)
    expect(["85", "75", "65"].map(at)).toEqual(Array(3).fill("rules.levelOverlap"))
    expect([at("59"), at("60"), at("86")]).toEqual(["rules.levelGap", "不合格", "优秀"])
  })

  test("R4: 94.5 % has no mark", () => {
    const at = (value: string) => score(one(printed.gridWorkers, { facts: [given("走访覆盖率", value)] }))
    expect(["95", "94.5", "94", "89.5", "85", "84.5"].map(at)).toEqual(["10", "rules.gap", "8", "rules.gap", "6", "0"])
  })

  test("R6: a direct award over the quota stands beside the full share; inside it the meeting has to choose", () => {
    const ids = Array.from({ length: 10 }, (_, index) => `支部${index}`)
    const made: Case = {
      subjects: ids.map((id) => subject(id)),
      facts: [
        ...ids.map((id, index) => given("评定档次", index === 0 ? "5" : "3", id)),
        fact("支部9", "区级以上荣誉", "2023-05-01"),
      ],
    }
    const over = rate(printed.starManagement(true), made)
    expect([over.outcomes[0]!, over.outcomes[9]!].map(stand)).toEqual(["五星", "五星"])
    expect(over.quotas[0]).toMatchObject({ places: 1, held: 1, met: "yes" })
    const inside = rate(printed.starManagement(false), made)
    expect([inside.outcomes[0]!, inside.outcomes[9]!].map(stand)).toEqual(["五星", "四星"])
    expect(inside.quotas[2]).toMatchObject({ places: 3, met: "unknown" })
  })

  test("R7: one star a year upward, any number downward, a skip on a ground, no star for the new, the veto last", () => {
    const now = (scored: string, more: Case = {}) =>
      stand(
        one(printed.pukou, {
          period: "2016",
          ...more,
          facts: [given("评定星数", scored, "甲", "2016-11-01"), ...(more.facts ?? [])],
        }),
      )
    const was = (level: string) => ({ results: [frozen("R7", 2015, { level })] })
    expect([now("5"), now("5", was("2星")), now("1", was("5星"))]).toEqual(["5星", "3星", "1星"])
    const ground = [fact("甲", "破格事由", "2016-06-01")]
    expect([now("5", { ...was("2星"), facts: ground }), now("4", { ...was("2星"), facts: ground })]).toEqual([
      "5星",
      "4星",
    ])
    expect(now("5", { subjects: [subject("甲", { 建立: ["新建"] })] })).toBe("none")
    expect(now("5", { ...was("5星"), facts: [fact("甲", "否决情形", "2016-06-01")] })).toBe("1星")
  })

  test("R8: a hundred and then without a limit", () => {
    const at = (...facts: ReadonlyArray<Fact>) => score(one(printed.openEnded, { facts }))
    expect([at(given("增减积分", "250")), at(given("增减积分", "-2500.5"))]).toEqual(["350", "rules.unrounded"])
    expect(at(given("增减积分", "-2500"))).toBe("-2400")
    expect(at(given("增减积分", "0.3"))).toBe("rules.offLattice")
    expect(at(fact("甲", "增减积分", "2023-06-01"))).toBe("−∞–∞")
  })
})
