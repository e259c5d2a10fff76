/**
 * Figures of the generator (2,000 ledgers): something in arrears in 83 %, something paid beyond in 68 %, a reduction at work in 24 %,
 * an extra for the centre in 31 %.
 */
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Dues from "../../src/organisation/Dues.js"
import type * as DuesLedger from "../../src/organisation/DuesLedger.js"
import * as DuesStatement from "../../src/organisation/DuesStatement.js"
import * as DuesRules from "../../src/presets/DuesRules.js"

const day = CivilDate.parseUnsafe
const MEMBERS = ["m1", "m2", "m3"]
const BRANCHES = ["b1", "b2"]
const MONTHS = ["2024-01", "2024-02", "2024-03", "2024-04", "2024-05"].map((text) =>
  Result.getOrThrow(Dues.month(text)),
)
const KEYS = MEMBERS.flatMap((member) => MONTHS.map((month) => ({ member, month })))
const through = MONTHS[3] as Dues.Month
const reading = { through, on: day("2024-04-30") }

const remit = (id: string, level: string, share: string, of: ReadonlyArray<"dues" | "extra">): Dues.DuesRule => ({
  ...{ id, strength: "must", from: day("2008-04-01"), cite: { title: "示例", standing: "report" } }, // made up
  says: { is: "remit", level, share, of },
})
const rules = [
  ...DuesRules.rules,
  remit("up-1", "county", "1/3", ["dues"]),
  remit("up-2", "city", "0.3", ["dues", "extra"]),
]

const ledger: fc.Arbitrary<DuesLedger.DuesLedger> = fc
  .subarray(KEYS, { minLength: 1 })
  .chain((keys) =>
    fc.record({
      assessments: fc.tuple(
        ...keys.map(({ member, month }) =>
          fc.record({
            member: fc.constant(member),
            month: fc.constant(month),
            branch: fc.constantFrom(...BRANCHES),
            stage: fc.constantFrom("probationary" as const, "full" as const),
            category: fc.constantFrom("wage", "retired", "student"),
            baseFen: fc.integer({ min: 0, max: 1_200_000 }).map(String),
          }),
        ),
      ),
      paid: fc.array(
        fc.record({
          key: fc.constantFrom(...keys),
          fen: fc.integer({ min: 1, max: 9000 }),
          on: fc.constantFrom(day("2024-02-10"), day("2024-04-30"), day("2024-05-01")),
        }),
        { maxLength: 10 },
      ),
      extras: fc.array(
        fc.record({
          member: fc.constantFrom(...MEMBERS),
          branch: fc.constantFrom(...BRANCHES, "b3"),
          fen: fc.constantFrom(1, 99_999, 100_000, 250_000),
          on: fc.constantFrom(day("2024-02-10"), day("2024-05-01")),
        }),
        { maxLength: 3 },
      ),
      reduced: fc.array(
        fc.record({
          member: fc.constantFrom(...MEMBERS),
          at: fc.nat(3),
          fen: fc.constantFrom(0, 50, 100_000),
          approved: fc.boolean(),
        }),
        { maxLength: 2 },
      ),
      sent: fc.array(
        fc.record({
          branch: fc.constantFrom(...BRANCHES),
          level: fc.constantFrom("county", "centre"),
          fen: fc.nat(3000),
        }),
        { maxLength: 3 },
      ),
    }),
  )
  .map(({ assessments, paid, extras, reduced, sent }) => ({
    format: 1,
    members: MEMBERS.map((id) => ({ id, admittedOn: day("2010-07-01") })),
    assessments,
    payments: [
      ...paid.map(({ key, fen, on }, index) => ({
        ...{ id: `p${index}`, member: key.member, fen, on },
        as: { is: "dues" as const, month: key.month },
      })),
      ...extras.map(({ member, branch, fen, on }, index) => ({
        ...{ id: `e${index}`, member, fen, on },
        as: { is: "extra" as const, branch },
      })),
    ],
    reductions: reduced
      .filter(({ member }, index) => reduced.findIndex((each) => each.member === member) === index)
      .map(({ member, at, fen, approved }, index) => ({
        ...{ id: `r${index}`, member, fen, from: MONTHS[at] as Dues.Month, to: MONTHS[at + 1] as Dues.Month },
        proposed: { by: "b1", kind: "branch", on: day("2023-12-01") },
        ...(approved ? { approved: { by: "c1", kind: "primaryCommittee", on: day("2023-12-02") } } : {}),
      })),
    remittances: sent.map((each, index) => ({ ...each, id: `s${index}`, on: day("2024-03-31") })),
  }))

const statement = (each: DuesLedger.DuesLedger) => Result.getOrThrow(DuesStatement.of(rules, each, reading))

// Line by line from the raw ledger, with nothing kept between one line and the next.
const slowly = (each: DuesLedger.DuesLedger, branch?: string) => {
  const sums = { owedFen: 0, collectedFen: 0, arrearsFen: 0, beyondFen: 0, aheadFen: 0, extraFen: 0, centralFen: 0 }
  for (const one of each.assessments) {
    if (branch !== undefined && one.branch !== branch) continue
    if (one.month > through) {
      for (const { member, on, as, fen } of each.payments) {
        const isFor = as.is === "dues" && member === one.member && as.month === one.month
        if (isFor && on <= reading.on) sums.aheadFen += fen
      }
      continue
    }
    const table = Result.getOrThrow(Dues.owed(rules, one, one.month)).fen
    const reduction = each.reductions.find(
      (other) =>
        other.approved !== undefined && other.member === one.member && other.from <= one.month && one.month <= other.to,
    )
    const owed = Math.min(table, reduction?.fen ?? table)
    const collected = each.payments
      .filter(
        ({ member, on, as }) => as.is === "dues" && member === one.member && as.month === one.month && on <= reading.on,
      )
      .reduce((sum, { fen }) => sum + fen, 0)
    sums.owedFen += owed
    sums.collectedFen += collected
    sums.arrearsFen += Math.max(0, owed - collected)
    sums.beyondFen += Math.max(0, collected - owed)
  }
  for (const { as, fen, on } of each.payments) {
    if (as.is !== "extra" || on > reading.on || (branch !== undefined && as.branch !== branch)) continue
    if (fen >= 100_000) sums.centralFen += fen
    else sums.extraFen += fen
  }
  return sums
}

const FIELDS = ["owedFen", "collectedFen", "arrearsFen", "beyondFen", "aheadFen", "extraFen", "centralFen"] as const
const picked = (sums: DuesStatement.Sums) => Object.fromEntries(FIELDS.map((field) => [field, sums[field]]))

describe("a statement", () => {
  it("has the sums of a slow walk over the ledger, of each branch and of all", () => {
    fc.assert(
      fc.property(ledger, (each) => {
        const { total, branches } = statement(each)
        expect(picked(total)).toEqual(slowly(each))
        for (const one of branches) expect(picked(one)).toEqual(slowly(each, one.branch))
      }),
      { numRuns: 1000 },
    )
  })

  it("adds up: owed less collected is arrears less what was paid beyond, in every line, member, branch and all", () => {
    fc.assert(
      fc.property(ledger, (each) => {
        const { lines, members, branches, total } = statement(each)
        for (const { owedFen, collectedFen, arrearsFen, beyondFen } of [...lines, ...members, ...branches, total]) {
          expect(owedFen - collectedFen).toBe(arrearsFen - beyondFen)
        }
        for (const field of FIELDS) {
          expect(branches.reduce((sum, one) => sum + one[field], 0)).toBe(total[field])
          expect(members.reduce((sum, one) => sum + one[field], 0)).toBe(total[field])
        }
      }),
      { numRuns: 1000 },
    )
  })

  it("sends up no more than was collected, and totals add up over the branches level by level", () => {
    fc.assert(
      fc.property(ledger, (each) => {
        const { branches, total } = statement(each)
        for (const { upward, collectedFen, aheadFen, extraFen, centralFen } of branches) {
          const due = upward.reduce((sum, { dueFen }) => sum + dueFen, 0)
          expect(due).toBeLessThanOrEqual(collectedFen + extraFen + centralFen)
          const ahead = upward.reduce((sum, one) => sum + one.aheadFen, due)
          expect(ahead).toBeLessThanOrEqual(collectedFen + aheadFen + extraFen + centralFen)
          for (const { dueFen, remittedFen, leftFen } of upward) expect(leftFen).toBe(dueFen - remittedFen)
        }
        for (const { level, dueFen, remittedFen } of total.upward) {
          const own = branches.flatMap(({ upward }) => upward.filter((one) => one.level === level))
          expect(own.reduce((sum, one) => sum + one.dueFen, 0)).toBe(dueFen)
          expect(own.reduce((sum, one) => sum + one.remittedFen, 0)).toBe(remittedFen)
        }
        const sent = each.remittances.reduce((sum, { fen }) => sum + fen, 0)
        expect(total.upward.reduce((sum, { remittedFen }) => sum + remittedFen, 0)).toBe(sent)
      }),
      { numRuns: 500 },
    )
  })

  it("has all that was paid by the day, and what is due and ahead is due once the months paid ahead are read", () => {
    let ahead = 0
    fc.assert(
      fc.property(ledger, (each) => {
        const { total, branches } = statement(each)
        const paid = each.payments.reduce((sum, { fen, on }) => (on <= reading.on ? sum + fen : sum), 0)
        expect(total.collectedFen + total.aheadFen + total.extraFen + total.centralFen).toBe(paid)
        const atLast = DuesStatement.of(rules, each, { ...reading, through: MONTHS[4] as Dues.Month })
        const later = Result.getOrThrow(atLast)
        for (const { branch, upward } of branches) {
          const other = later.branches.find((one) => one.branch === branch)?.upward ?? []
          const levels = new Set([...upward, ...other].map(({ level }) => level))
          for (const level of levels) {
            const [now, then] = [upward, other].map((each) => each.find((one) => one.level === level))
            expect((now?.dueFen ?? 0) + (now?.aheadFen ?? 0)).toBe(then?.dueFen ?? 0)
          }
        }
        if (total.aheadFen > 0) ahead++
      }),
      { numRuns: 500 },
    )
    expect(ahead).toBeGreaterThan(50)
  })

  it("does not depend on the order of the ledger", () => {
    fc.assert(
      fc.property(ledger, (each) => {
        const turned = {
          ...each,
          members: [...each.members].reverse(),
          assessments: [...each.assessments].reverse(),
          payments: [...each.payments].reverse(),
          reductions: [...each.reductions].reverse(),
          remittances: [...each.remittances].reverse(),
        }
        expect(statement(turned)).toEqual(statement(each))
      }),
      { numRuns: 300 },
    )
  })
})
