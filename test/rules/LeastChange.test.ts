/** Least changes: told cases. Facts are made up; the texts are named. */
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as Period from "../../src/foundation/Period.js"
import * as CityNotice2023 from "../../src/presets/CityNotice2023.js"
import * as WendengVillage from "../../src/presets/WendengVillage.js"
import * as XiqingStars from "../../src/presets/XiqingStars.js"
import * as ChangeTexts from "../../src/rules/ChangeTexts.js"
import type { Fact } from "../../src/rules/Fact.js"
import * as Interpreter from "../../src/rules/Interpreter.js"
import * as LeastChange from "../../src/rules/LeastChange.js"
import type { Rulebook } from "../../src/rules/Rulebook.js"
import * as Scoring from "../../src/rules/Scoring.js"
import * as Veto from "../../src/rules/Veto.js"
import { fact, instant, short, stand, subject } from "./rating.js"
import { book, cite, level, line, points } from "./sample.js"

const given = (
  rules: Rulebook,
  facts: ReadonlyArray<Fact>,
  more: Partial<Interpreter.Input> & { readonly day?: string } = {},
): Interpreter.Input => {
  const { day = "2023-09-30", ...rest } = more
  return {
    book: rules,
    period: Period.yearUnsafe(2023),
    at: Coordinate.of(CivilDate.parseUnsafe(day), instant(1)),
    subjects: [subject("甲")],
    facts,
    ...rest,
  }
}

const asked = (
  input: Interpreter.Input,
  target: LeastChange.Target,
  possible: ReadonlyArray<LeastChange.Possible>,
  options: LeastChange.Options = {},
  who = "甲",
) => {
  const outcome = Interpreter.evaluate(input).outcomes.find((one) => one.subject === who)
  if (outcome === undefined) throw new Error(`no outcome of ${who}`)
  return LeastChange.find(input, outcome, target, possible, options)
}

const found = (...question: Parameters<typeof asked>) => Result.getOrThrow(asked(...question))

const can = (
  id: string,
  on: string,
  more: Partial<LeastChange.Possible> & { readonly kind?: string; readonly value?: string; readonly act?: string } = {},
): LeastChange.Possible => {
  const { kind = id, value, act, ...rest } = more
  return {
    fact: {
      id,
      kind,
      on: CivilDate.parseUnsafe(on),
      ...(value === undefined ? {} : { values: { value }, decidedBy: "支部委员会", reason: "会议记录" }),
      ...(act === undefined ? {} : { act }),
    },
    times: 1,
    ...rest,
  }
}

const plansOf = (result: LeastChange.LeastChange) =>
  result.is === "plans"
    ? result.plans.map(({ steps, score, level: is }) => [
        steps.map((step) => `${step.fact}×${step.times}`).join("+"),
        short(score),
        stand({ level: is } as Parameters<typeof stand>[0]),
      ])
    : result.is

const reasons = (result: LeastChange.LeastChange) => (result.is === "unreachable" ? result.reasons : result.is)

describe("T1, stars of branches of Xiqing (津西党组发〔2016〕25号)", () => {
  const rules = XiqingStars.rulebook
  const scored = (id: string, value: string) => fact(id, "考评总分", "2023-06-01", { value })

  test("from four stars to five: a fresh assessment of 95, with the place of the quota really there", () => {
    const subjects = Array.from({ length: 10 }, (_, index) => subject(`支部${index}`))
    const facts = subjects.slice(1).map(({ id }) => scored(id, "90"))
    const input = given(rules, facts, { subjects })
    const possible = ["86", "95", "97"].map((value) => can(`考评${value}`, "2023-11-01", { kind: "考评总分", value }))
    const result = found(input, { level: "五星" }, possible, {}, "支部0")
    expect(plansOf(result)).toEqual([
      ["考评95×1", "95", "五星"],
      ["考评97×1", "97", "五星"],
    ])
    expect(result.is === "plans" && result.all).toBe(true)
  })

  test("a quota full: another branch with a higher score holds the only place", () => {
    const subjects = Array.from({ length: 10 }, (_, index) => subject(`支部${index}`))
    const facts = [...subjects.slice(2).map(({ id }) => scored(id, "90")), scored("支部1", "99")]
    const input = given(rules, facts, { subjects })
    const possible = [can("考评", "2023-11-01", { kind: "考评总分", value: "97" })]
    const result = found(input, { level: "五星" }, possible, {}, "支部0")
    expect(reasons(result)).toEqual([
      { is: "quota", quota: "五星名额", cite: { doc: "通知", art: "名额" } },
      { is: "open", because: ["考评总分"] }, // nobody has assessed it yet
    ])
    expect(ChangeTexts.sentences(rules, possible, result, "zh")).toEqual([
      "达不到：名额已由他人占满：五星名额（名额）。",
      "达不到：尚有未知：考评总分。",
      "以上均假定其他参评对象的事实不变。",
    ])
    expect(
      plansOf(
        found(input, { level: "四星" }, [can("考评", "2023-11-01", { kind: "考评总分", value: "94" })], {}, "支部0"),
      ),
    ).toEqual([["考评×1", "94", "四星"]])
  })
})

describe("R1 of the notes on peers, T2 (2023年度基层党支部评星定级通知)", () => {
  test("from four stars to five by the appraisal", () => {
    const rules = CityNotice2023.rulebook
    const subjects = Array.from({ length: 4 }, (_, index) => subject(`支部${index}`))
    const facts = subjects.flatMap(({ id }, index) => [
      fact(id, "基础分", "2023-06-01", { value: index === 0 ? "90" : "80" }),
      ...(index === 0 ? [] : [fact(id, "评议分", "2023-06-01", { value: "80" })]),
    ])
    const closures = [{ kind: "扣分", through: CivilDate.ofUnsafe(2023, 12, 31), recordedAt: instant(0) }]
    const input = given(rules, facts, { subjects, closures })
    const possible = ["85", "90", "100"].map((value) => can(`评议${value}`, "2023-12-01", { kind: "评议分", value }))
    expect(plansOf(found(input, { level: "五星" }, possible, {}, "支部0"))).toEqual([
      ["评议100×1", "93", "五星"],
      ["评议90×1", "90", "五星"],
    ])
  })
})

describe("the village ledger of Wendeng", () => {
  const rules = WendengVillage.rulebook
  const member = subject("甲", { 身份: ["党员"], 类别: ["党员"] })
  const at1010 = [fact("甲", "P-058", "2023-03-05")]

  test("a member at 1010 comes to three stars (above 1020) within volunteering and the one-act rule", () => {
    const input = given(rules, at1010, { subjects: [member] })
    const some = (
      id: string,
      kind: string,
      values: Readonly<Record<string, string>>,
      times: number,
    ): LeastChange.Possible => ({
      fact: { id, kind, on: CivilDate.ofUnsafe(2023, 11, 1), values },
      times,
    })
    const blood = can("献血", "2023-11-05", { kind: "P-058", by: CivilDate.ofUnsafe(2023, 12, 20) })
    const possible = [
      blood,
      some("捐款十元", "捐款", { 金额: "10" }, 1),
      some("志愿三小时", "志愿服务", { 时长: "3" }, 9),
    ]
    const result = found(input, { level: "三星" }, possible)
    expect(result.base).toEqual({ score: { is: "known", q: "1010" }, level: { is: "level", level: "二星" } })
    // a gift of ten yuan gives 0.1; four hours of volunteering give a point, and twenty-seven no more (P-033)
    expect(plansOf(result)).toEqual([
      ["捐款十元×1+献血×1", "1020.1", "三星"],
      ["志愿三小时×2+献血×1", "1021", "三星"],
    ])
    expect(plansOf(found(input, { level: "四星" }, possible))).toBe("unreachable")
    const same = can("献血", "2023-11-05", { kind: "P-058", times: 3, act: "同一次" })
    expect(plansOf(found(input, { level: "三星" }, [same]))).toBe("unreachable")
    expect(ChangeTexts.sentences(rules, possible, result, "zh")).toEqual([
      "方案1：捐款，分段累计1次（按2023年11月1日计，P-053…P-057）；无偿献血，按次1次（不迟于2023年12月20日，P-058）；得分1020.1，等次三星。",
      "方案2：志愿服务2次（按2023年11月1日计，P-033）；无偿献血，按次1次（不迟于2023年12月20日，P-058）；得分1021，等次三星。",
      "以上均假定其他参评对象的事实不变。",
    ])
  })

  test("a member under a veto stays at no star, and the veto is named with its article", () => {
    const facts = [...at1010, fact("甲", "直判四", "2023-05-01")]
    const input = given(rules, facts, { subjects: [member] })
    const possible = [can("献血", "2023-11-05", { kind: "P-058", times: 5 })]
    const result = found(input, { level: "三星" }, possible)
    expect(reasons(result)).toMatchObject([
      { is: "effect", effect: "直判四", does: "zero", cite: { art: "29（四）" } },
      { is: "short", asked: "1020.1", most: "0" },
    ])
    expect(ChangeTexts.sentences(rules, possible, result, "zh")[0]).toBe(
      "达不到：“无故对抗阻挠中心工作”成立，得分计为零分（第二十九条（四））。",
    )
    expect(ChangeTexts.sentences(rules, possible, result, "en")[0]).toContain("the score is nought (article 29(四))")
  })

  test("thirty things that can still happen on a hundred and fifty lines, within about a second", () => {
    const acts = WendengVillage.acts("village").acts.filter(
      ({ worth }) => worth.op === "const" && !worth.q.startsWith("-"),
    )
    const possible = acts
      .slice(0, 30)
      .map(({ id, kind }, index) =>
        can(id, `2023-11-${String(1 + (index % 28)).padStart(2, "0")}`, { kind, times: 1 + (index % 2) }),
      )
    const input = given(rules, at1010, { subjects: [member] })
    const result = found(input, { level: "三星" }, possible)
    expect(result.is).toBe("plans")
  })
})

describe("reasons", () => {
  const bands = [level("优秀", { ge: "9" }), level("合格", { ge: "3", lt: "9" }), level("不合格", { lt: "3" })]
  const acts = Scoring.lines({
    acts: [line("服务", "2"), line("好事", "3")],
    caps: [Scoring.atMost("服务封顶", ["服务"], "year", "4", cite("6"))],
  })

  test("caps are exhausted: what comes at most, what is due, and which cap", () => {
    const result = found(given(book(acts, { levels: bands }), []), { level: "优秀" }, [
      can("服务", "2023-10-01", { times: 9 }),
      can("好事", "2023-10-01"),
    ])
    expect(reasons(result)).toEqual([
      { is: "short", asked: "9", most: "7", caps: [{ cap: "服务封顶", cite: cite("6") }] },
    ])
    const rules = book(acts, { levels: bands })
    expect(ChangeTexts.sentences(rules, [], result, "zh")[0]).toBe("达不到：得分至多7，须达到9，封顶所限：第六条。")
    expect(ChangeTexts.sentences(rules, [], result, "en")[0]).toBe(
      "Cannot be reached: the score comes to 7 at most, and 9 is due; capped by article 6.",
    )
  })

  test("a cap by the month: the same deed in two months is worth twice as much as twice in one", () => {
    const monthly = Scoring.lines({
      acts: [line("服务", "2")],
      caps: [Scoring.atMost("月封顶", ["服务"], "month", "2", cite("6"))],
    })
    const input = given(book(monthly, { levels: bands }), [])
    const once = can("十月", "2023-10-05", { kind: "服务", times: 2 })
    expect(plansOf(found(input, { level: "合格" }, [once]))).toBe("unreachable")
    expect(plansOf(found(input, { level: "合格" }, [once, can("十一月", "2023-11-05", { kind: "服务" })]))).toEqual([
      ["十一月×1+十月×1", "4", "合格"],
    ])
  })

  test("what can happen until a last day is laid on as many months as the cap by the month asks for", () => {
    const monthly = Scoring.lines({
      acts: [line("服务", "1")],
      caps: [Scoring.atMost("月封顶", ["服务"], "month", "1", cite("6"))],
    })
    const rules = book(monthly, { levels: [level("上", { ge: "2" }), level("下", { lt: "2" })] })
    const until = [can("服务", "2023-10-01", { times: 3, by: CivilDate.ofUnsafe(2023, 12, 31) })]
    const result = found(given(rules, []), { level: "上" }, until)
    expect(ChangeTexts.sentences(rules, until, result, "zh")).toEqual([
      "方案1：服务事项1次（按2023年10月1日计，不迟于2023年12月31日，服务）；服务事项1次（按2023年11月1日计，不迟于2023年12月31日，服务）；得分2，等次上。",
      "以上均假定其他参评对象的事实不变。",
    ])
    expect([result.is === "plans" && result.least, result.is === "plans" && result.all]).toEqual([true, true])
    // October is taken already, so that one more in November is enough
    const taken = given(rules, [fact("甲", "服务", "2023-10-20")])
    expect(plansOf(found(taken, { level: "上" }, until))).toEqual([["服务×1", "2", "上"]])
    expect(reasons(found(given(rules, []), { score: "4" }, until))).toEqual([
      { is: "short", asked: "4", most: "3", caps: [] },
    ])
    const twice = [can("服务", "2023-10-01", { times: 2, by: CivilDate.ofUnsafe(2023, 12, 31) })]
    expect(reasons(found(given(rules, []), { score: "3" }, twice))).toEqual([
      { is: "short", asked: "3", most: "2", caps: [] },
    ])
  })

  test("where a day could matter that was not tried, nothing is said not to be reachable", () => {
    const domain = points("9")
    const latest = {
      op: "fact" as const,
      kind: "评议",
      take: "latest" as const,
      domain,
      closedBy: "periodEnd" as const,
    }
    const rules = book(Scoring.parts([latest, Scoring.only({ kind: "附加", domain })]))
    const input = given(rules, [
      fact("甲", "评议", "2023-11-10", { value: "5" }),
      fact("甲", "附加", "2023-01-01", { value: "0" }),
    ])
    const by = CivilDate.ofUnsafe(2023, 12, 31)
    const some = [can("再评", "2023-10-01", { kind: "评议", value: "7", by })]
    expect(plansOf(found(input, { score: "7" }, some))).toEqual([["再评×1", "7", "none"]])
    expect(found(input, { score: "8" }, some).is).toBe("undecided")
    expect(found(input, { score: "8" }, [can("再评", "2023-12-01", { kind: "评议", value: "7" })]).is).toBe(
      "unreachable",
    )
  })

  test("a record whose id another subject's has already is nobody's but the one's recorded first", () => {
    const rules = book(acts, { levels: bands })
    const first = fact("乙", "好事", "2023-03-01", { id: "同号" })
    const second = { ...fact("甲", "好事", "2023-03-01", { id: "同号" }), recordedAt: instant(1) }
    const input = given(rules, [second, first], { subjects: [subject("甲"), subject("乙")] })
    const outcome = Interpreter.evaluate(input).outcomes.find((one) => one.subject === "甲")
    const result = found(input, { level: "合格" }, [can("服务", "2023-10-01", { times: 2 })])
    expect(result.base).toEqual({ score: outcome?.scores?.rounded, level: outcome?.level })
    expect(plansOf(result)).toEqual([["服务×2", "4", "合格"]])
  })

  test("the climb limit, a ceiling, a further condition and facts not known, all that hold", () => {
    const when = Scoring.happened("党课")
    const further = [
      { ...level("优秀", { ge: "9" }), and: when },
      level("合格", { ge: "3", lt: "9" }),
      level("不合格", { lt: "3" }),
    ]
    const grounds = { id: "违规", label: { zh: "违规" }, when: Scoring.happened("违规"), cite: cite("10") }
    const rules = book(acts, {
      levels: further,
      effects: [Veto.holdAt(grounds, "合格")],
      climb: { steps: 1, cite: cite("11") },
    })
    const results = [
      {
        book: "样例",
        subject: "甲",
        period: Period.yearUnsafe(2022),
        values: {},
        level: "不合格",
        recordedAt: instant(0),
      },
    ]
    const closures = ["党课", "违规"].map((kind) => ({
      kind,
      through: CivilDate.ofUnsafe(2023, 12, 31),
      recordedAt: instant(0),
    }))
    const input = given(rules, [fact("甲", "违规", "2023-02-01")], { results, closures })
    expect(reasons(found(input, { level: "优秀" }, [can("好事", "2023-10-01", { times: 3 })]))).toEqual([
      { is: "effect", effect: "违规", does: { atMost: "合格" }, cite: cite("10") },
      { is: "climb", last: "不合格", steps: 1, cite: cite("11") },
      { is: "condition", level: "优秀", cite: cite("20") },
    ])
  })

  test("past its last day, after the assessment, and read by nothing", () => {
    const input = given(book(acts, { levels: bands }), [])
    const result = found(input, { level: "合格" }, [
      can("好事", "2023-08-01", { by: CivilDate.ofUnsafe(2023, 8, 31) }),
      can("服务", "2024-02-01", { times: 3 }),
      can("无关", "2023-10-01"),
    ])
    expect(reasons(result)).toEqual([
      { is: "short", asked: "3", most: "0", caps: [] },
      { is: "unread", facts: ["无关"] },
      { is: "late", fact: "好事", on: "2023-09-30", why: "deadline", last: "2023-08-31" },
      { is: "late", fact: "服务", on: "2024-02-01", why: "assessed", last: "2023-12-31" },
    ])
  })

  test("what is not known leaves it open, and what is already there is said so", () => {
    const rules = book(Scoring.parts([acts, Scoring.only({ kind: "测评", domain: points("9") })]), { levels: bands })
    const result = found(given(rules, []), { level: "优秀" }, [can("好事", "2023-10-01")])
    expect(reasons(result)).toEqual([{ is: "open", because: ["测评"] }])
    expect(found(given(rules, []), { score: "0" }, []).is).toBe("already")
  })

  test("who is not graded", () => {
    const classes = [
      {
        id: "新",
        label: { zh: "新建" },
        when: { test: "all" as const, of: [] },
        standing: "unrated" as const,
        cite: cite("3"),
      },
    ]
    const input = given(book(acts, { levels: bands, classes }), [])
    expect(reasons(found(input, { level: "合格" }, [can("好事", "2023-10-01")]))).toEqual([
      { is: "standing", standing: "unrated" },
    ])
  })
})

describe("plans", () => {
  const acts = Scoring.lines({ acts: [line("大", "6"), line("中", "3"), line("小", "1")] })
  const rules = book(acts, { levels: [level("上", { ge: "6" }), level("下", { lt: "6" })] })
  const possible = [
    can("小", "2023-10-01", { times: 6, cost: "0.5" }),
    can("中", "2023-10-01", { times: 2, cost: "1" }),
    can("大", "2023-10-01", { cost: "2.5" }),
  ]

  test("the cheapest first, at one price the smaller one; as many as are asked for", () => {
    expect(plansOf(found(given(rules, []), { level: "上" }, possible, { plans: 9 }))).toEqual([
      ["中×2", "6", "上"],
      ["大×1", "6", "上"],
      ["中×1+小×3", "6", "上"],
      ["小×6", "6", "上"],
    ])
    expect(plansOf(found(given(rules, []), { score: "6" }, possible, { plans: 1 }))).toEqual([["中×2", "6", "上"]])
  })

  test("a budget too small gives a plan that is not known to be the least, or says that nothing was decided", () => {
    const small = found(
      given(rules, []),
      { level: "上" },
      [can("小", "2023-10-01", { times: 9 }), can("中", "2023-10-01", { times: 3 })],
      { budget: 3 },
    )
    expect([small.is, small.is === "plans" && small.least]).toEqual(["plans", false])
    expect(ChangeTexts.sentences(rules, possible, small, "zh")).toContain(
      "未能逐一试算：方案中的事项缺一不可，但可能还有更省的方案。",
    )
    const falling = Scoring.lines({ acts: [line("大", "6"), line("负", "-9")] })
    const trap = book(falling, { levels: [level("上", { ge: "6" }), level("下", { lt: "6" })] })
    const input = given(trap, [])
    const both = [can("大", "2023-10-01"), can("负", "2023-10-01")]
    expect(found(input, { level: "上" }, both, { budget: 1 }).is).toBe("undecided")
    expect(plansOf(found(input, { level: "上" }, both))).toEqual([["大×1", "6", "上"]])
  })

  test("in words, with what, how many, by when and the article", () => {
    const by = {
      ...possible[1],
      by: CivilDate.ofUnsafe(2023, 11, 30),
      label: { zh: "中等好事", en: "middling deed" },
    } as LeastChange.Possible
    const result = found(given(rules, []), { level: "上" }, [by])
    expect(ChangeTexts.sentences(rules, [by], result, "zh")).toEqual([
      "方案1：中等好事2次（不迟于2023年11月30日，中）；得分6，等次上。",
      "以上均假定其他参评对象的事实不变。",
    ])
    expect(ChangeTexts.sentences(rules, [by], result, "en")).toEqual([
      "Plan 1: middling deed 2 × (by 2023-11-30, 中); score 6, level 上.",
      "All this takes the facts of everybody else as they are.",
    ])
  })
})

describe("questions that cannot be asked", () => {
  test("all faults at once, with their places", () => {
    const rules = book(Scoring.base("1"))
    const input = given(rules, [fact("甲", "好事", "2023-01-01")])
    const outcome = { book: "他书", subject: "乙", period: Period.yearUnsafe(2022), at: input.at }
    const result = LeastChange.find(input, outcome, { level: "六星" }, [
      can("甲事", "2023-10-01", { times: 0 }),
      can("甲事", "2023-10-01", { cost: "-1" }),
    ])
    expect(Result.isFailure(result) && result.failure.map(({ code, path }) => [code, path])).toEqual([
      ["leastChange.otherBook", []],
      ["leastChange.otherPeriod", []],
      ["leastChange.noSubject", []],
      ["leastChange.noLevel", []],
      ["leastChange.badTimes", [0, "times"]],
      ["leastChange.badCost", [1, "cost"]],
      ["leastChange.duplicateId", [1, "fact", "id"]],
    ])
    expect(() => LeastChange.findUnsafe(input, outcome, { score: "x" }, [])).toThrow()
  })
})
