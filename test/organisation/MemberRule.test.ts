import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as MemberRule from "../../src/organisation/MemberRule.js"
import { rules } from "../../src/presets/MemberRules.js"
import { later } from "./memberModel.js"

const day = CivilDate.parseUnsafe

describe("lengths of time", () => {
  test("months and years end on the day of the same number, counted the slow way", () => {
    const days = fc.integer({ min: 15_000, max: 30_000 }).map(CivilDate.ofDayNumberUnsafe)
    fc.assert(
      fc.property(days, fc.nat(80), (from, amount) => {
        expect(MemberRule.after(from, { amount, unit: "month" })).toBe(later(from, amount))
        expect(MemberRule.after(from, { amount, unit: "year" })).toBe(later(from, 12 * amount))
        const plain = new Date(Date.parse(from) + amount * 86_400_000).toISOString().slice(0, 10)
        expect(MemberRule.after(from, { amount, unit: "day" })).toBe(plain)
      }),
    )
  })

  test("past the end of the calendar they end on its last day", () => {
    expect(MemberRule.after(day("9999-06-01"), { amount: 1, unit: "year" })).toBe("9999-12-31")
  })
})

describe("bounds", () => {
  const rule = (is: "atLeast" | "atMost", over?: boolean) =>
    ({
      ...rules[0]!,
      says: { is, period: "away", length: { amount: 6, unit: "month" }, ...(over === undefined ? {} : { over }) },
    }) as MemberRule.Saying<"atLeast" | "atMost">
  const broken = (one: MemberRule.Saying<"atLeast" | "atMost">) =>
    ["2024-06-30", "2024-07-01", "2024-07-02"].map(
      (on) => MemberRule.measured(one, day("2024-01-01"), day(on), "x") !== undefined,
    )

  test("at least and at most include the day itself, and over leaves it out", () => {
    expect(broken(rule("atLeast"))).toEqual([true, false, false])
    expect(broken(rule("atLeast", true))).toEqual([true, true, false])
    expect(broken(rule("atMost"))).toEqual([false, false, true])
    expect(broken(rule("atMost", true))).toEqual([false, true, true])
  })

  test("without a rule or a beginning nothing is broken", () => {
    expect(MemberRule.measured(undefined, day("2024-01-01"), day("2030-01-01"), "x")).toBeUndefined()
    expect(MemberRule.measured(rule("atMost"), undefined, day("2030-01-01"), "x")).toBeUndefined()
  })
})

describe("judging", () => {
  const base = rules[0]!
  const judged = (
    rule: Partial<MemberRule.MemberRule>,
    approvals: ReadonlyArray<{ id: string; code: string }> = [],
  ) => {
    const { refused, found } = MemberRule.judge([{ rule: { ...base, ...rule }, code: "x", params: {} }], approvals)
    return [refused.length, found.map(({ severity, coveredBy }) => coveredBy ?? severity)]
  }

  test("a rule is refused or found as it says, and one that permits is never broken", () => {
    expect(judged({ breach: "refused" })).toEqual([1, []])
    expect(judged({ breach: "found" })).toEqual([0, ["error"]])
    expect(judged({ breach: "found", strength: "should" })).toEqual([0, ["warning"]])
    expect(judged({ breach: "refused", strength: "may" })).toEqual([0, []])
  })

  test("an approval covers only where the rule provides for one", () => {
    const approvals = [{ id: "a1", code: "x" }]
    expect(judged({ breach: "refused" }, approvals)).toEqual([1, []])
    expect(judged({ breach: "refused", approvedBy: "县委" }, approvals)).toEqual([0, ["a1"]])
    expect(judged({ breach: "refused", approvedBy: "县委" }, [{ id: "a1", code: "y" }])).toEqual([1, []])
  })
})

describe("a table of rules", () => {
  test("an id twice, and two rules of one matter at one time", () => {
    const [first, ...rest] = rules
    expect(MemberRule.check([...rules, first!]).map(({ code }) => code)).toEqual(["memberRule.twice"])
    const other = { ...first!, id: "other", from: day("2024-01-01") }
    expect(MemberRule.check([first!, ...rest, other]).map(({ code, path }) => [code, path[0]])).toEqual([
      ["memberRule.twoOfOne", rules.length],
    ])
    expect(MemberRule.check([{ ...first!, to: day("2024-01-01") }, other])).toEqual([])
  })
})
