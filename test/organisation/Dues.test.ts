import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Document from "../../src/foundation/Document.js"
import * as Dues from "../../src/organisation/Dues.js"
import * as DuesRules from "../../src/presets/DuesRules.js"
import cases from "./cases/dues.json" with { type: "json" }

const { rules } = DuesRules
const month = (text: string) => Result.getOrThrow(Dues.month(text))
const march = month("2024-03")
const codes = (result: Result.Result<unknown, ReadonlyArray<{ readonly code: string; readonly params: unknown }>>) =>
  Result.isFailure(result) ? result.failure.map(({ code }) => code) : []

interface Told {
  readonly case: number
  readonly category: string
  readonly baseFen?: string
  readonly fen: number
}

describe("told cases", () => {
  const told: ReadonlyArray<Told> = cases.owed
  test.each(told)("$case: $category $baseFen → $fen", ({ category, baseFen, fen }) => {
    const payer = { stage: "full", category, ...(baseFen === undefined ? {} : { baseFen }) } as const
    expect(Result.getOrThrow(Dues.owed(rules, payer, march)).fen).toBe(fen)
  })
})

test("the row that gave the amount, the exact amount and the rounding stand with it", () => {
  const owed = Result.getOrThrow(Dues.owed(rules, { stage: "full", category: "wage", baseFen: "300001" }, march))
  expect(owed).toEqual({ month: "2024-03", fen: 3000, exactFen: "3000.01", rule: "rate-2", rounding: "round" })
})

test("applicants, activists, candidates and those who left owe nothing, whatever they earn; probationary members do", () => {
  const owed = (stage: Dues.Payer["stage"]) =>
    Result.getOrThrow(Dues.owed(rules, { stage, category: "wage", baseFen: "400000" }, march)).fen
  expect((["applicant", "activist", "candidate", "left"] as const).map(owed)).toEqual([0, 0, 0, 0])
  expect((["probationary", "full"] as const).map(owed)).toEqual([4000, 4000])
})

test("of members whose membership or rights are suspended nothing is assessed, and that no text says so is noted", () => {
  const owed = (stage: Dues.Payer["stage"], restriction: NonNullable<Dues.Payer["restriction"]>) => {
    const told = Dues.owed(rules, { stage, restriction, category: "wage", baseFen: "400000" }, march)
    const { fen, notSaid, rule } = Result.getOrThrow(told)
    return [fen, notSaid, rule]
  }
  expect(owed("full", "none")).toEqual([4000, undefined, "rate-2"])
  expect(owed("full", "disciplinaryProbation")).toEqual([4000, undefined, "rate-2"])
  for (const restriction of ["membershipSuspended", "suspendedByOrganisation"] as const) {
    expect(owed("full", restriction)).toEqual([0, restriction, "start"])
    expect(owed("probationary", restriction)).toEqual([0, restriction, "start"])
  }
  expect(owed("left", "membershipSuspended")).toEqual([0, undefined, "start"])
})

test("the tariff of farmers is the province's, within the range", () => {
  const province = (fen: number): Dues.DuesRule => ({
    ...{ id: "farmer-province", strength: "must", from: CivilDate.parseUnsafe("2008-04-01"), categories: ["farmer"] },
    ...{ cite: { title: "某省党费收缴办法", standing: "report" }, says: { is: "fixed", fen } }, // made up
  })
  const owed = (more: ReadonlyArray<Dues.DuesRule>) =>
    Dues.owed([...rules, ...more], { stage: "full", category: "farmer" }, march)
  expect(codes(owed([]))).toEqual(["dues.notSet"])
  expect([20, 100].map((fen) => Result.getOrThrow(owed([province(fen)])).fen)).toEqual([20, 100])
  expect([19, 101].map((fen) => codes(owed([province(fen)])))).toEqual([["dues.outOfRange"], ["dues.outOfRange"]])
})

describe("the base", () => {
  test("a new wage counts from the month in which it is first paid", () => {
    const wages = [
      { month: month("2024-03"), fen: 520_000 },
      { month: month("2023-07"), fen: 480_000 },
    ]
    const base = (at: string) => Dues.baseOf(rules, "wage", wages, month(at))
    expect(["2023-07", "2024-02", "2024-03", "2025-01"].map((at) => Result.getOrThrow(base(at)))).toEqual([
      "480000",
      "480000",
      "520000",
      "520000",
    ])
    expect(codes(base("2023-06"))).toEqual(["dues.incomeMissing"])
    expect(codes(Dues.baseOf(rules, "wage", [...wages, ...wages], march))).toEqual(["dues.incomeTwice"])
  })

  test("on an annual salary it is what was paid in the month", () => {
    const paid = [
      { month: march, fen: 300_000 },
      { month: march, fen: 900_000 },
    ]
    expect(Result.getOrThrow(Dues.baseOf(rules, "annualSalary", paid, march))).toBe("1200000")
    expect(codes(Dues.baseOf(rules, "annualSalary", paid, month("2024-04")))).toEqual(["dues.incomeMissing"])
  })

  test("of irregular earners it is the monthly average of the quarter before, and may be no whole fen", () => {
    const earned = ["2023-10", "2023-11", "2023-12"].map((at, index) => ({
      month: month(at),
      fen: 300_000 + index * index,
    }))
    for (const at of ["2024-01", "2024-02", "2024-03"]) {
      expect(Result.getOrThrow(Dues.baseOf(rules, "irregular", earned, month(at)))).toBe("900005/3")
    }
    const owed = Dues.owed(rules, { stage: "full", category: "irregular", baseFen: "900005/3" }, march)
    expect(Result.getOrThrow(owed)).toMatchObject({ fen: 3000, rule: "rate-2", exactFen: "180001/60" })
    expect(codes(Dues.baseOf(rules, "irregular", earned, month("2024-04")))).toEqual([
      "dues.incomeMissing",
      "dues.incomeMissing",
      "dues.incomeMissing",
    ])
  })
})

test("what cannot be told is told so, all at once", () => {
  const ask = (payer: Partial<Dues.Payer>, table = rules, at = march) =>
    codes(Dues.owed(table, { stage: "full", category: "wage", ...payer }, at))
  expect(ask({})).toEqual(["dues.noBase"])
  expect(ask({ baseFen: "-1" })).toEqual(["dues.base"])
  expect(ask({ baseFen: "much" })).toEqual(["dues.base"])
  expect(ask({ category: "poet", baseFen: "1" })).toEqual(["dues.noRule"])
  expect(ask({ baseFen: "9".repeat(30) })).toEqual(["dues.tooLarge"])
  expect(ask({ baseFen: "1" }, rules, month("2008-03"))).toEqual(["dues.noRule"])
  const crippled = rules.filter(({ id }) => id !== "round" && id !== "rate-1")
  expect(ask({ baseFen: "1" }, crippled)).toEqual(["dues.noRule", "dues.noRule"])
  const doubled = [...rules, ...rules.filter(({ id }) => id === "rate-1").map((rule) => ({ ...rule, id: "again" }))]
  expect(ask({ baseFen: "1" }, doubled)).toEqual(["dues.severalRules"])
})

test("dues begin with the month of admission, or the next where a table says so", () => {
  const admittedOn = CivilDate.parseUnsafe("2024-12-31")
  expect(Result.getOrThrow(Dues.firstMonth(rules, admittedOn))).toBe("2024-12")
  const next = rules.map((rule) =>
    rule.says.is === "start" ? { ...rule, says: { ...rule.says, month: "next" as const } } : rule,
  )
  expect(Result.getOrThrow(Dues.firstMonth(next, admittedOn))).toBe("2025-01")
})

test("months are months", () => {
  for (const text of ["2024-3", "2024-13", "2024-00", "2024-03-01", "2024", ""]) {
    expect(Result.isFailure(Dues.month(text)), text).toBe(true)
  }
  expect(Result.getOrThrow(Dues.later(month("2024-12"), 1))).toBe("2025-01")
  expect(Result.isFailure(Dues.later(month("9999-12"), 1))).toBe(true)
})

test("the table is data: it survives its schema, ids stand once, and the rounding says whose it is", () => {
  const document = Document.make({ name: "Rules", schema: () => Schema.Array(Dues.DuesRule) })
  expect(Result.getOrThrow(document.decode(JSON.parse(JSON.stringify(rules))))).toEqual(rules)
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
  expect(rules.find(({ id }) => id === "round")?.note).toMatch(/本册所定/)
})
