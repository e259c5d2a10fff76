import * as Result from "effect/Result"
import { expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Dues from "../../src/organisation/Dues.js"
import * as DuesLedger from "../../src/organisation/DuesLedger.js"
import * as DuesRules from "../../src/presets/DuesRules.js"

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

test("dues assessed before the month of admission are found", () => {
  const members = [{ id: "m1", admittedOn: day("2024-03-15") }]
  const found = DuesLedger.findings(
    rules,
    ledger({ members, assessments: [assess("2024-02"), assess("2024-03")] }),
    reading,
  )
  expect(found).toMatchObject([{ code: "duesLedger.beforeStart", subject: "m1", params: { month: "2024-02" } }])
})

test("a month under suspension is found, with a warning, and kept in the stored ledger", () => {
  const suspended = assess("2024-03", { restriction: "membershipSuspended" })
  const given = ledger({ assessments: [assess("2024-02"), suspended] })
  expect(DuesLedger.findings(rules, given, reading)).toMatchObject([
    { code: "duesLedger.notSaid", severity: "warning", subject: "m1", params: { month: "2024-03" } },
  ])
  expect(Result.getOrThrow(DuesLedger.document.decode(JSON.parse(JSON.stringify(given))))).toEqual(given)
})

test("all that is wrong is told at once: a member twice, and a payment for a month that nobody assessed", () => {
  const members = [1, 2].map(() => ({ id: "m1", admittedOn: day("2010-07-01") }))
  const wrong = ledger({ members, payments: [pay("p1", "2024-05", 1)] })
  expect(DuesLedger.check(wrong).map(({ code, path }) => [code, path])).toEqual([
    ["duesLedger.idTwice", ["members", 1]],
    ["duesLedger.notAssessed", ["payments", 0, "as"]],
  ])
})

test("a reduction that ends before it begins is told", () => {
  const proposed = { by: "b1", kind: "branch", on: day("2024-01-10") }
  const reduction = { id: "r1", member: "m1", from: month("2024-05"), to: month("2024-05"), fen: 0, proposed }
  const check = (to: string) => DuesLedger.check(ledger({ reductions: [{ ...reduction, to: month(to) }] }))
  expect(check("2024-05")).toEqual([])
  expect(check("2024-04").map(({ code, path }) => [code, path])).toEqual([
    ["duesLedger.emptySpan", ["reductions", 0, "to"]],
  ])
})

test("a stored ledger is read back; amounts below nought and fractions are refused", () => {
  const stored = ledger({ assessments: [assess("2024-01")], payments: [pay("p1", "2024-01", 4000), extra("p2", 1)] })
  expect(Result.getOrThrow(DuesLedger.document.decode(JSON.parse(JSON.stringify(stored))))).toEqual(stored)
  for (const fen of [-1, 0.5]) {
    expect(DuesLedger.document.is({ ...stored, payments: [{ ...pay("p1", "2024-01", 4000), fen }] })).toBe(false)
  }
})
