/** Terms of office over the national rules: cases 10 and 11, and what stands around them. */
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Finding from "../../src/foundation/Finding.js"
import * as Tenure from "../../src/organisation/Tenure.js"
import { rules } from "../../src/presets/PrimaryTerms.js"
import cases from "./cases/terms.json" with { type: "json" }

const day = CivilDate.parseUnsafe
const body = ([kind = "branch", sector = "village"]: ReadonlyArray<string>): Tenure.Body => ({ id: "b1", kind, sector })
const village: Tenure.Tenure = { body: body(["branch", "village"]), electedOn: day("2023-04-01") }
const shift = (until: string, sense: "early" | "late" = "late", approvedOn = "2022-01-01"): Tenure.Shift => ({
  id: "s1",
  sense,
  until: day(until),
  approvedOn: day(approvedOn),
  by: "town",
})

const found = (tenure: Tenure.Tenure, on: string): ReadonlyArray<string> =>
  Result.getOrThrow(Tenure.findings(rules, tenure, day(on))).map(
    ({ code, severity, coveredBy }) => `${code} ${coveredBy ?? severity}`,
  )

test("case 10: the length goes by kind and sector", () => {
  const { input, expected } = cases[0]!
  const ends = input.bodies?.map((each) =>
    Result.getOrThrow(
      Tenure.standing(rules, { body: body(each), electedOn: day(input.electedOn) }, day(input.electedOn)),
    ),
  )
  expect(ends?.map(({ endsOn }) => endsOn)).toEqual(expected.endsOn)
})

test("case 11: the reminder, and how far an approval may reach", () => {
  const { input, expected } = cases[1]!
  const tenure = { body: body(input.body ?? []), electedOn: day(input.electedOn) }
  const standing = Result.getOrThrow(Tenure.standing(rules, tenure, day("2023-04-02")))
  expect(standing.reminderOn).toBe(expected.reminderOn)
  const tooLong = input.extensions?.map((until) =>
    found({ ...tenure, remindedOn: day("2027-10-01"), shifts: [shift(until)] }, "2028-05-01").includes(
      "tenure.shiftTooLong warning",
    ),
  )
  expect(tooLong).toEqual(expected.tooLong)
})

describe("which rule", () => {
  const lengthOf = (kind: string, sector: string, on = "2023-04-01") =>
    Result.mapBoth(Tenure.lengthOf(rules, { id: "b1", kind, sector }, day(on)), {
      onSuccess: ({ says }) => says.years,
      onFailure: ({ code }) => code,
    })
  const answer = (kind: string, sector: string, on?: string) => {
    const result = lengthOf(kind, sector, on)
    return Result.isSuccess(result) ? result.success : result.failure
  }

  test.each([
    ["primaryCommittee", "village", 5],
    ["primaryCommittee", "enterprise", 5],
    ["townshipCommittee", "town", 5],
    ["generalBranch", "community", 5],
    ["generalBranch", "organ", 3],
    ["branch", "organ", 3],
    ["jointBranch", "village", 5],
    ["projectBranch", "village", 3],
    ["workingCommittee", "town", "tenure.none"],
    ["temporaryBranch", "enterprise", "tenure.none"],
    ["partyGroup", "village", "tenure.noRule"],
  ])("%s in %s: %s", (kind, sector, wanted) => expect(answer(kind, sector)).toBe(wanted))

  test("before the opinion there is none", () => expect(answer("branch", "organ", "2017-12-31")).toBe("tenure.noRule"))

  test("two that say different things are told", () => {
    const other: Tenure.TenureRule = { ...rules[1]!, id: "local", says: { is: "length", years: 4 } }
    const result = Tenure.lengthOf([...rules, other], { id: "b1", kind: "branch", sector: "organ" }, day("2023-04-01"))
    expect(Result.isFailure(result) && result.failure).toMatchObject({
      code: "tenure.severalRules",
      params: { rules: "local term-branch" },
    })
  })
})

describe("what is found about a term that ends on 2028-04-01", () => {
  const reminded = { ...village, remindedOn: day("2027-10-01") }
  const next = (on: string, ...shifts: ReadonlyArray<Tenure.Shift>) => ({
    ...reminded,
    shifts,
    nextElectedOn: day(on),
  })

  test.each<[string, Tenure.Tenure, string, ReadonlyArray<string>]>([
    ["nothing before the reminder", village, "2027-09-30", []],
    ["it is due on the day of the reminder", village, "2027-10-01", ["tenure.due warning"]],
    ["no reminder the day after", village, "2027-10-02", ["tenure.due warning", "tenure.notReminded warning"]],
    ["reminded in time", reminded, "2028-04-01", ["tenure.due warning"]],
    [
      "reminded late",
      { ...village, remindedOn: day("2027-10-02") },
      "2028-01-01",
      ["tenure.due warning", "tenure.remindedLate warning"],
    ],
    [
      "a reminder that comes later is not known yet",
      { ...village, remindedOn: day("2028-02-01") },
      "2028-01-01",
      ["tenure.due warning", "tenure.notReminded warning"],
    ],
    ["overdue the day after the end", reminded, "2028-04-02", ["tenure.overdue error"]],
    ["extended", { ...reminded, shifts: [shift("2029-04-01")] }, "2029-04-01", ["tenure.overdue s1"]],
    ["past the extension", { ...reminded, shifts: [shift("2029-04-01")] }, "2029-04-02", ["tenure.overdue error"]],
    [
      "approved only later",
      { ...reminded, shifts: [shift("2029-04-01", "late", "2028-06-01")] },
      "2028-05-31",
      ["tenure.overdue error"],
    ],
    ["elected on the last day", next("2028-04-01"), "2028-04-01", []],
    ["elected in the last months", next("2027-10-01"), "2028-05-01", []],
    ["elected before them", next("2027-09-30"), "2028-05-01", ["tenure.early warning"]],
    [
      "elected early with approval",
      next("2027-09-30", shift("2027-09-30", "early")),
      "2028-05-01",
      ["tenure.early s1"],
    ],
    [
      "elected earlier than approved",
      next("2027-09-29", shift("2027-09-30", "early")),
      "2028-05-01",
      ["tenure.early warning"],
    ],
    [
      "approved more than a year early",
      next("2027-03-31", shift("2027-03-31", "early")),
      "2028-05-01",
      ["tenure.shiftTooLong warning", "tenure.early s1"],
    ],
    ["elected late", next("2028-04-02"), "2028-05-01", ["tenure.late error"]],
    ["elected late with approval", next("2028-09-01", shift("2028-10-01")), "2028-10-01", ["tenure.late s1"]],
    ["the next election is not known yet", next("2028-09-01"), "2028-08-31", ["tenure.overdue error"]],
  ])("%s", (_, tenure, on, wanted) => expect(found(tenure, on)).toEqual(wanted))

  test("the verdict is clear when all is covered", () => {
    const findings = Result.getOrThrow(
      Tenure.findings(rules, { ...reminded, shifts: [shift("2029-04-01")] }, day("2028-06-01")),
    )
    expect(Finding.verdict(findings)).toBe("clear")
  })
})

describe("a by-election", () => {
  const until = (on: string, tenure = village) => {
    const result = Tenure.servesUntil(rules, tenure, day(on))
    return Result.isSuccess(result) ? result.success : result.failure.code
  }
  test("fills the seat to the end of the term", () => {
    expect(until("2023-04-01")).toBe("2028-04-01")
    expect(until("2028-04-01")).toBe("2028-04-01")
  })
  test("or of its extension", () =>
    expect(until("2028-06-01", { ...village, shifts: [shift("2029-01-01")] })).toBe("2029-01-01"))
  test("and is none before, after, or once the next body is elected", () => {
    expect(until("2023-03-31")).toBe("tenure.outsideTerm")
    expect(until("2028-04-02")).toBe("tenure.outsideTerm")
    expect(until("2028-03-02", { ...village, nextElectedOn: day("2028-03-01") })).toBe("tenure.outsideTerm")
  })
})

test("what was entered wrongly is told with its place", () => {
  const tenure = { ...village, nextElectedOn: day("2023-03-31"), shifts: [shift("2029-01-01"), shift("2029-02-01")] }
  expect(Tenure.check(rules, tenure).map(({ code, path }) => [code, path])).toEqual([
    ["tenure.nextBefore", ["nextElectedOn"]],
    ["tenure.shiftTwice", ["shifts", 1, "id"]],
  ])
  expect(Tenure.check(rules, { ...village, nextElectedOn: day("2023-04-02") })).toEqual([])
})

test("a reminder before the election, and an approval that makes nothing late or early, are told", () => {
  const shift = (sense: "late" | "early", until: string) =>
    ({ id: `${sense} ${until}`, sense, until: day(until), approvedOn: day("2027-12-01"), by: "t1" }) as const
  const codes = (remindedOn: string, ...shifts: ReadonlyArray<Tenure.Shift>) =>
    Tenure.check(rules, { ...village, remindedOn: day(remindedOn), shifts }).map(({ code, path }) => [code, ...path])
  expect(codes("2023-03-31", shift("late", "2028-04-01"), shift("early", "2028-04-01"))).toEqual([
    ["tenure.remindedBefore", "remindedOn"],
    ["tenure.shiftNone", "shifts", 0, "until"],
    ["tenure.shiftNone", "shifts", 1, "until"],
  ])
  expect(codes("2027-10-01", shift("late", "2028-04-02"), shift("early", "2028-03-31"))).toEqual([])
  expect(Tenure.check([], { ...village, shifts: [shift("late", "2020-01-01")] })).toEqual([])
})
