import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Rate from "../../src/foundation/Rate.js"
import * as DevelopmentPlan from "../../src/organisation/DevelopmentPlan.js"

// Everything here is made up; groups like the two are named in the report of an organisation department.
const plan: DevelopmentPlan.DevelopmentPlan = {
  format: 1,
  id: "plan-2024",
  body: "township",
  year: 2024,
  branches: [
    { branch: "b2", planned: 0 },
    { branch: "b1", planned: 4 },
  ],
  groups: [
    { id: "leaders", label: { zh: "有文化的青年致富带头人" } },
    { id: "farmers", label: { zh: "优秀青年农民" } },
  ],
}
const admitted = (person: string, on: string, branch = "b1", groups: ReadonlyArray<string> = []) => ({
  person,
  branch,
  on: CivilDate.parseUnsafe(on),
  groups,
})
const list = [
  admitted("p1", "2024-01-01", "b1", ["leaders", "farmers"]),
  admitted("p2", "2024-12-31", "b2", ["farmers"]),
  admitted("p3", "2024-06-01", "b9"),
  admitted("p1", "2024-02-01"),
  admitted("p4", "2025-01-01"),
  admitted("p5", "2023-12-31"),
]

describe("a plan", () => {
  test("counts the admissions of its year, each person once, branch by branch", () => {
    const { rate, branches, outside } = DevelopmentPlan.progress(plan, list)
    expect([rate.numerator.amount, rate.denominator.amount]).toEqual(["3", "4"])
    expect(branches.map(({ branch, rate: one }) => [branch, one.numerator.amount, one.denominator.amount])).toEqual([
      ["b1", "1", "4"],
      ["b2", "1", "0"],
    ])
    expect(outside.map(({ person }) => person)).toEqual(["p3"])
    expect(DevelopmentPlan.progress(plan, list.toReversed())).toEqual(DevelopmentPlan.progress(plan, list))
  })

  test("counts whoever is entered for two branches on one day in the same one, whatever the order", () => {
    const twice = [admitted("p1", "2024-01-01", "b2"), admitted("p1", "2024-01-01", "b1", ["leaders"])]
    for (const each of [twice, twice.toReversed()]) {
      expect(DevelopmentPlan.progress(plan, each).branches.map(({ rate }) => rate.numerator.amount)).toEqual(["1", "0"])
      expect(DevelopmentPlan.shares(plan, each)[0]?.share.numerator.amount).toBe("1")
    }
  })

  test("reports each preferred group as a share of those admitted, with its denominator", () => {
    const shares = DevelopmentPlan.shares(plan, list)
    expect(shares.map(({ group, share }) => [group.id, share.numerator.amount, share.denominator.amount])).toEqual([
      ["leaders", "1", "3"],
      ["farmers", "2", "3"],
    ])
    expect(Rate.percent(shares[0]!.share, 1, "halfUp")).toBe("33.3%")
    expect(shares[0]!.share.of.zh).toContain("接收预备党员")
  })

  test("of a year without admissions has shares of nothing, and no percentage", () => {
    const [share] = DevelopmentPlan.shares(plan, [])
    expect(share?.share.denominator.amount).toBe("0")
    expect(Rate.percent(share!.share, 1, "halfUp")).toBeUndefined()
  })

  test("names what stands twice and a year that is none, and goes through JSON and back", () => {
    const bad = {
      ...plan,
      year: 0,
      branches: [...plan.branches, plan.branches[0]!],
      groups: [plan.groups[0]!, plan.groups[0]!],
    }
    expect(DevelopmentPlan.check(bad).map(({ code, path }) => [code, ...path])).toEqual([
      ["developmentPlan.year", "year"],
      ["developmentPlan.twice", "branches", 2, "branch"],
      ["developmentPlan.twice", "groups", 1, "id"],
    ])
    expect(Result.getOrThrow(DevelopmentPlan.document.decode(JSON.parse(JSON.stringify(plan))))).toEqual(plan)
  })
})
