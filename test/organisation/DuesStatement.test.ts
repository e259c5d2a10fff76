import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Dues from "../../src/organisation/Dues.js"
import * as DuesLedger from "../../src/organisation/DuesLedger.js"
import * as DuesStatement from "../../src/organisation/DuesStatement.js"
import * as DuesRules from "../../src/presets/DuesRules.js"
import cases from "./cases/dues.json" with { type: "json" }

const day = CivilDate.parseUnsafe
const month = (text: string) => Result.getOrThrow(Dues.month(text))
const { rules } = DuesRules
const reading = { through: month("2024-12"), on: day("2024-12-31") }

const assess = (at: string, more: Partial<DuesLedger.Assessment> = {}): DuesLedger.Assessment => ({
  ...{ member: "m1", branch: "b1", month: month(at), stage: "full", category: "wage", baseFen: "400000" },
  ...more,
})
const pay = (id: string, at: string, fen: number, on = `${at}-20`): DuesLedger.Payment => ({
  ...{ id, member: "m1", on: day(on), fen },
  as: { is: "dues", month: month(at) },
})
const extra = (id: string, fen: number): DuesLedger.Payment => ({
  ...{ id, member: "m1", on: day("2024-07-01"), fen },
  as: { is: "extra", branch: "b1" },
})
const ledger = (more: Partial<DuesLedger.DuesLedger>): DuesLedger.DuesLedger => ({
  ...{ format: 1, members: [{ id: "m1", admittedOn: day("2010-07-01") }], assessments: [], reductions: [] },
  ...{ payments: [], remittances: [] },
  ...more,
})
const state = (more: Partial<DuesLedger.DuesLedger>, table = rules, at = reading) =>
  Result.getOrThrow(DuesStatement.of(table, ledger(more), at))
const codes = (result: Result.Result<unknown, ReadonlyArray<{ readonly code: string; readonly path: unknown }>>) =>
  Result.isFailure(result) ? result.failure.map(({ code, path }) => [code, path]) : []

describe("told cases", () => {
  test.each(cases.runs)("$case: $says", ({ paid, run }) => {
    const months = paid.map((_, index) => `2024-${String(index + 1).padStart(2, "0")}`)
    const payments = months.flatMap((at, index) => (paid[index] === true ? [pay(`p${index}`, at, 4000)] : []))
    const { members } = state({ assessments: months.map((at) => assess(at)), payments })
    expect(members[0]).toMatchObject({ unpaidRun: run, arrears: months.filter((_, index) => paid[index] !== true) })
  })
})

test("a month that nobody assessed, and one for which nothing is owed, ends a run of unpaid months", () => {
  const run = (assessments: ReadonlyArray<DuesLedger.Assessment>) => state({ assessments }).members[0]?.unpaidRun
  expect(run(["2024-01", "2024-02", "2024-03"].map((at) => assess(at)))).toBe(3)
  expect(run(["2024-01", "2024-02", "2024-04"].map((at) => assess(at)))).toBe(2)
  expect(run([assess("2024-01"), assess("2024-02", { baseFen: "0" }), assess("2024-03")])).toBe(1)
})

test("a month that was partly paid is in arrears and no month without payment", () => {
  const { members, lines } = state({ assessments: [assess("2024-01")], payments: [pay("p1", "2024-01", 3999)] })
  expect(members[0]).toMatchObject({ arrearsFen: 1, arrears: ["2024-01"], unpaidRun: 0 })
  expect(lines[0]).toMatchObject({ owedFen: 4000, collectedFen: 3999, rule: "rate-2" })
})

test("what was paid beyond the dues stands apart and settles no other month", () => {
  const { total } = state({
    assessments: [assess("2024-01"), assess("2024-02")],
    payments: [pay("p1", "2024-01", 5000)],
  })
  expect(total).toMatchObject({ owedFen: 8000, collectedFen: 5000, arrearsFen: 4000, beyondFen: 1000 })
})

test("payments made later do not count on the day, and settle the month once they are made", () => {
  const more = { assessments: [assess("2024-01")], payments: [pay("p1", "2024-01", 4000, "2024-06-01")] }
  const arrears = (on: string) => state(more, rules, { through: month("2024-12"), on: day(on) }).total.arrearsFen
  expect([arrears("2024-05-31"), arrears("2024-06-01")]).toEqual([4000, 0])
})

test("what is paid in December for January stands in December's statement as paid ahead, and in January's as collected", () => {
  const more = {
    assessments: [assess("2024-12"), assess("2025-01")],
    payments: [pay("p1", "2024-12", 4000), pay("p2", "2025-01", 4000, "2024-12-20")],
  }
  const december = state(more)
  const sums = { owedFen: 4000, collectedFen: 4000, arrearsFen: 0, beyondFen: 0, aheadFen: 4000 }
  for (const each of [december.total, december.members[0], december.branches[0]]) expect(each).toMatchObject(sums)
  const january = state(more, rules, { through: month("2025-01"), on: day("2025-01-31") })
  expect(january.total).toMatchObject({ owedFen: 8000, collectedFen: 8000, arrearsFen: 0, aheadFen: 0 })
  const before = state(more, rules, { ...reading, on: day("2024-12-19") })
  expect(before.total).toMatchObject({ collectedFen: 0, aheadFen: 0 })
})

test("a month under suspension is in the lines with nothing owed, and ends a run of unpaid months", () => {
  const restriction = "membershipSuspended"
  const { lines, members } = state({
    assessments: [assess("2024-01"), assess("2024-02", { restriction }), assess("2024-03")],
  })
  expect(lines[1]).toMatchObject({ owedFen: 0, arrearsFen: 0, notSaid: restriction })
  expect(members[0]).toMatchObject({ unpaidRun: 1, arrears: ["2024-01", "2024-03"] })
})

test("months after the one read do not count", () => {
  const more = { assessments: [assess("2024-01"), assess("2024-02")] }
  expect(state(more, rules, { through: month("2024-01"), on: reading.on }).total.owedFen).toBe(4000)
})

describe("a reduction for hardship", () => {
  const act = (kind: string, on: string) => ({ by: "x", kind, on: day(on) })
  const reduction = (more: Partial<DuesLedger.Reduction> = {}): DuesLedger.Reduction => ({
    ...{ id: "r1", member: "m1", from: month("2024-02"), to: month("2024-03"), fen: 100 },
    ...{ proposed: act("branch", "2024-01-10"), approved: act("primaryCommittee", "2024-01-20") },
    ...more,
  })
  const assessments = ["2024-01", "2024-02", "2024-03", "2024-04"].map((at) => assess(at))
  const owed = (each: DuesLedger.Reduction) =>
    state({ assessments, reductions: [each] }).lines.map((line) => line.owedFen)
  const found = (each: DuesLedger.Reduction) =>
    DuesLedger.findings(rules, ledger({ assessments, reductions: [each] }), reading).map(({ code }) => code)

  test("holds for its months once the committee has approved what the branch proposed", () => {
    expect(owed(reduction())).toEqual([4000, 100, 100, 4000])
    expect(found(reduction())).toEqual([])
    expect(owed(reduction({ fen: 0 }))).toEqual([4000, 0, 0, 4000])
  })

  test("never raises what is owed", () => {
    expect(owed(reduction({ fen: 9999 }))).toEqual([4000, 4000, 4000, 4000])
  })

  test.each([
    ["approved by a branch", { approved: act("branch", "2024-01-20") }, ["duesLedger.reductionNotApproved"]],
    [
      "approved after the day",
      { approved: act("primaryCommittee", "2025-01-01") },
      ["duesLedger.reductionNotApproved"],
    ],
    [
      "approved before it was proposed",
      { approved: act("primaryCommittee", "2024-01-09") },
      ["duesLedger.reductionNotApproved"],
    ],
    ["proposed by a group", { proposed: act("partyGroup", "2024-01-10") }, ["duesLedger.reductionNotProposed"]],
  ] as const)("%s has no effect and is found", (_, more, expected) => {
    expect(owed(reduction(more))).toEqual([4000, 4000, 4000, 4000])
    expect(found(reduction(more))).toEqual(expected)
  })

  test("without an approval has no effect, and may be proposed again", () => {
    const { approved: _, ...open } = reduction()
    expect(owed(open)).toEqual([4000, 4000, 4000, 4000])
    const again = [open, { ...reduction(), id: "r2" }]
    expect(state({ assessments, reductions: again }).lines.map((line) => line.reduction)).toEqual([
      undefined,
      "r2",
      "r2",
      undefined,
    ])
  })
})

test("an extra below 1000 yuan stays, one of 1000 goes to the centre whole", () => {
  const { total, branches } = state({ payments: [extra("p1", 99_999), extra("p2", 100_000)] })
  expect(total).toMatchObject({ extraFen: 99_999, centralFen: 100_000 })
  expect(branches[0]?.upward).toEqual([
    { level: "centre", dueFen: 100_000, aheadFen: 0, remittedFen: 0, leftFen: 100_000 },
  ])
})

describe("remitted upward, with shares that are made up", () => {
  const share = (id: string, level: string, of: string): Dues.DuesRule => ({
    ...{ id, strength: "must", from: day("2008-04-01"), cite: { title: "某市党费管理办法", standing: "report" } },
    says: { is: "remit", level, share: of, of: ["dues"] },
  })
  const table = [...rules, share("up-1", "county", "0.5"), share("up-2", "city", "0.5")]
  const remit = (id: string, fen: number, on = "2024-03-01"): DuesLedger.Remittance => ({
    ...{ id, branch: "b1", level: "county", on: day(on), fen },
  })

  test("parts settled by rounding never come to more than the whole", () => {
    const { branches } = state({ assessments: [assess("2024-01")], payments: [pay("p1", "2024-01", 1)] }, table)
    expect(branches[0]?.upward.map(({ level, dueFen }) => [level, dueFen])).toEqual([
      ["city", 0],
      ["county", 1],
    ])
  })

  test("what was sent lessens what is left, and remittances of later days do not count", () => {
    const more = {
      assessments: [assess("2024-01")],
      payments: [pay("p1", "2024-01", 4000)],
      remittances: [remit("x1", 1500), remit("x2", 300, "2025-01-01")],
    }
    expect(state(more, table).total.upward).toEqual([
      { level: "city", dueFen: 2000, aheadFen: 0, remittedFen: 0, leftFen: 2000 },
      { level: "county", dueFen: 2000, aheadFen: 0, remittedFen: 1500, leftFen: 500 },
    ])
  })

  test("a branch that remits at once what was paid ahead has sent what is due and what is ahead, and no more", () => {
    const more = {
      assessments: [assess("2024-12"), assess("2025-01")],
      payments: [pay("p1", "2024-12", 4000), pay("p2", "2025-01", 4000, "2024-12-20")],
      remittances: [remit("x1", 4000, "2024-12-31")],
    }
    const county = { level: "county", remittedFen: 4000 }
    expect(state(more, table).total.upward[1]).toEqual({ ...county, dueFen: 2000, aheadFen: 2000, leftFen: -2000 })
    const later = { through: month("2025-01"), on: day("2025-01-31") }
    expect(state(more, table, later).total.upward[1]).toEqual({ ...county, dueFen: 4000, aheadFen: 0, leftFen: 0 })
  })

  test("a new share leaves the months before it as they were", () => {
    const old = { ...share("up-1", "county", "0.5"), to: day("2024-02-01") }
    const changed = [...rules, old, { ...share("up-3", "county", "0.8"), from: day("2024-02-01") }]
    const given = ledger({
      assessments: [assess("2024-01"), assess("2024-02")],
      payments: [pay("p1", "2024-01", 4000), pay("p2", "2024-02", 1000)],
    })
    const due = (through: string) => {
      const read = DuesStatement.of(changed, given, { ...reading, through: month(through) })
      return Result.getOrThrow(read).total.upward.map(({ dueFen }) => dueFen)
    }
    expect([due("2024-01"), due("2024-02")]).toEqual([[2000], [2800]])
  })

  test("rounding to ten fen sends up no more than there is", () => {
    const tens = table.map((rule) =>
      rule.says.is === "round" ? { ...rule, says: { ...rule.says, mode: "up" as const, fen: 10 } } : rule,
    )
    const { branches } = state({ assessments: [assess("2024-01")], payments: [pay("p1", "2024-01", 15)] }, tens)
    expect(branches[0]?.upward.map(({ level, dueFen }) => [level, dueFen])).toEqual([
      ["city", 5],
      ["county", 10],
    ])
  })

  test("shares of more than the whole in a month before the last are refused", () => {
    const once = { ...share("up-3", "centre", "0.01"), to: day("2024-02-01") }
    const given = ledger({ assessments: [assess("2024-01")] })
    expect(codes(DuesStatement.of([...table, once], given, reading))).toEqual([["duesStatement.shares", []]])
    expect(Result.isSuccess(DuesStatement.of([...table, once], ledger({}), reading))).toBe(true)
  })

  test("shares of more than the whole are refused", () => {
    const result = DuesStatement.of([...table, share("up-3", "centre", "0.01")], ledger({}), reading)
    expect(codes(result)).toEqual([["duesStatement.shares", []]])
  })
})

test("a member who changes the branch owes each branch the months it assessed", () => {
  const { branches, members } = state({
    assessments: [assess("2024-01"), assess("2024-02", { branch: "b2" })],
    payments: [pay("p1", "2024-02", 4000)],
  })
  expect(branches.map(({ branch, owedFen, arrearsFen }) => [branch, owedFen, arrearsFen])).toEqual([
    ["b1", 4000, 4000],
    ["b2", 4000, 0],
  ])
  expect(members).toMatchObject([{ owedFen: 8000, arrearsFen: 4000 }])
})

test("all that is wrong with a ledger is told at once, with places", () => {
  const wrong = ledger({
    members: [
      { id: "m1", admittedOn: day("2010-07-01") },
      { id: "m1", admittedOn: day("2010-07-01") },
    ],
    assessments: [assess("2024-01"), assess("2024-01"), assess("2024-01", { member: "m9" })],
    payments: [pay("p1", "2024-05", 1), pay("p1", "2024-01", 1)],
  })
  const expected = [
    ["duesLedger.idTwice", ["members", 1]],
    ["duesLedger.idTwice", ["payments", 1]],
    ["duesLedger.assessedTwice", ["assessments", 1]],
    ["duesLedger.noSuchMember", ["assessments", 2, "member"]],
    ["duesLedger.notAssessed", ["payments", 0, "as"]],
  ]
  expect(codes(DuesStatement.of(rules, wrong, reading))).toEqual(expected)
  expect(codes(DuesLedger.document.decode(wrong))).toEqual(expected)
})

test("approved reductions that share a month are refused, and every assessment that cannot be told is placed", () => {
  const acts = {
    proposed: { by: "b1", kind: "branch", on: day("2024-01-01") },
    approved: { by: "c1", kind: "primaryCommittee", on: day("2024-01-02") },
  }
  const of = (id: string, from: string, to: string) => ({
    id,
    member: "m1",
    from: month(from),
    to: month(to),
    fen: 0,
    ...acts,
  })
  const twice = ledger({ reductions: [of("r1", "2024-01", "2024-03"), of("r2", "2024-03", "2024-04")] })
  expect(codes(DuesStatement.of(rules, twice, reading))).toEqual([["duesLedger.reducedTwice", ["reductions", 1]]])
  const { baseFen: _, ...without } = assess("2024-01")
  const untold = ledger({ assessments: [without, assess("2024-02", { category: "farmer" })] })
  expect(codes(DuesStatement.of(rules, untold, reading))).toEqual([
    ["dues.noBase", ["assessments", 0]],
    ["dues.notSet", ["assessments", 1]],
  ])
})

test("sums past whole numbers are refused, not wrong", () => {
  const payments = [extra("p1", Number.MAX_SAFE_INTEGER), extra("p2", Number.MAX_SAFE_INTEGER)]
  expect(codes(DuesStatement.of(rules, ledger({ payments }), reading))).toEqual([["duesStatement.tooLarge", []]])
})
