import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import { FaultError, sentence } from "../../src/foundation/Fault.js"
import { texts } from "../../src/foundation/FoundationTexts.js"
import * as Period from "../../src/foundation/Period.js"

const on = CivilDate.parseUnsafe
const code = (result: Result.Result<unknown, { readonly code: string }>): string =>
  Result.isFailure(result) ? result.failure.code : "none"

describe("calendar periods", () => {
  it.each([
    ["2023", "2023-01-01", "2024-01-01", 365],
    ["2024", "2024-01-01", "2025-01-01", 366],
    ["2023-H1", "2023-01-01", "2023-07-01", 181],
    ["2023-H2", "2023-07-01", "2024-01-01", 184],
    ["2023-Q1", "2023-01-01", "2023-04-01", 90],
    ["2023-Q4", "2023-10-01", "2024-01-01", 92],
    ["2024-02", "2024-02-01", "2024-03-01", 29],
    ["2023-12", "2023-12-01", "2024-01-01", 31],
    ["0001", "0001-01-01", "0002-01-01", 365],
    ["9999-11", "9999-11-01", "9999-12-01", 30],
  ])("%s runs from %s up to %s, %d days", (text, from, to, days) => {
    const period = Result.getOrThrow(Period.parse(text))
    expect(period).toEqual({ from, to })
    expect(Period.days(period)).toBe(days)
    expect(Period.text(period)).toBe(text)
  })

  it.each([
    [() => Period.year(0), "period.impossible"],
    [() => Period.year(10000), "period.impossible"],
    [() => Period.year(2023.5), "period.impossible"],
    [() => Period.year(Number.NaN), "period.impossible"],
    [() => Period.year(9999), "period.outOfRange"],
    [() => Period.half(2023, 0), "period.impossible"],
    [() => Period.half(2023, 3), "period.impossible"],
    [() => Period.half(9999, 2), "period.outOfRange"],
    [() => Period.quarter(2023, 5), "period.impossible"],
    [() => Period.quarter(2023, 1.5), "period.impossible"],
    [() => Period.quarter(9999, 4), "period.outOfRange"],
    [() => Period.month(2023, 13), "period.impossible"],
    [() => Period.month(2023, 0), "period.impossible"],
    [() => Period.month(9999, 12), "period.outOfRange"],
    [() => Period.containing(on("9999-12-31"), "month"), "period.outOfRange"],
  ])("refuses %s with %s", (make, expected) => {
    expect(code(make())).toBe(expected)
  })

  it("reaches up to 9999-12-30, the last day that a day follows", () => {
    expect(Period.lastDay(Period.parseUnsafe("9999-12-01/9999-12-30"))).toBe("9999-12-30")
    expect(code(Period.parse("9999-12-01/9999-12-31"))).toBe("period.outOfRange")
    expect(Period.text(Period.halfUnsafe(9999, 1))).toBe("9999-H1")
  })

  it("throws the fault from the twins", () => {
    for (const make of [
      () => Period.yearUnsafe(0),
      () => Period.halfUnsafe(2023, 3),
      () => Period.quarterUnsafe(2023, 5),
      () => Period.monthUnsafe(2023, 13),
      () => Period.ofUnsafe(on("2023-01-01"), on("2023-01-01")),
      () => Period.containingUnsafe(on("9999-12-31"), "year"),
      () => Period.parseUnsafe("2023-H3"),
    ]) {
      expect(make).toThrow(FaultError)
    }
  })
})

describe("text", () => {
  it.each([
    ["2023-05-04", "2023-07-01", "2023-05-04/2023-06-30"],
    ["2023-05-04", "2023-05-05", "2023-05-04/2023-05-04"],
    ["2023-01-01", "2025-01-01", "2023-01-01/2024-12-31"],
    ["2023-02-01", "2023-05-01", "2023-02-01/2023-04-30"],
    ["2023-04-01", "2023-10-01", "2023-04-01/2023-09-30"],
    ["2023-04-01", "2023-07-01", "2023-Q2"],
  ])("%s up to %s is written %s", (from, to, text) => {
    expect(Period.text(Period.ofUnsafe(on(from), on(to)))).toBe(text)
    expect(Period.parseUnsafe(text)).toEqual({ from, to })
  })

  it.each([
    "",
    "23",
    "2023-5",
    "2023-h1",
    "2023Q1",
    "2023-Q",
    "2023-Q10",
    "2023-01-01",
    "2023-01-01/",
    "2023/2024",
    "2023 ",
  ])("refuses the shape of %j", (text) => {
    expect(code(Period.parse(text))).toBe("period.malformed")
  })

  it.each([
    ["0000", "period.impossible"],
    ["2023-13", "period.impossible"],
    ["2023-00", "period.impossible"],
    ["2023-Q0", "period.impossible"],
    ["2023-H3", "period.impossible"],
    ["2023-02-29/2023-03-01", "civilDate.impossible"],
    ["2023-02-01/2023-02-29", "civilDate.impossible"],
    ["2023-02-02/2023-02-01", "period.empty"],
  ])("refuses %s with %s", (text, expected) => {
    expect(code(Period.parse(text))).toBe(expected)
  })
})

describe("the schema", () => {
  it("takes a period and keeps it as it is", () => {
    const period = { from: "2023-01-01", to: "2023-01-02" }
    expect(Schema.decodeUnknownSync(Period.Period)(period)).toEqual(period)
  })

  it.each(["2023-01-01", "2022-12-31"])("refuses one that ends on %s before it has a day, at its end", (to) => {
    const decoded = Schema.decodeUnknownResult(Period.Period)({ from: "2023-01-01", to })
    expect(Result.isFailure(decoded) && decoded.failure.message).toMatch(/period\.empty\s+at \["to"\]/)
  })

  it("knows the four sizes", () => {
    expect(["month", "quarter", "half", "year", "week"].map(Schema.is(Period.Per))).toEqual([
      true,
      true,
      true,
      true,
      false,
    ])
  })
})

describe("two periods", () => {
  it("that touch share no day", () => {
    const [a, b] = [Period.yearUnsafe(2022), Period.yearUnsafe(2023)]
    expect(Period.overlaps(a, b)).toBe(false)
    expect(Period.intersection(a, b)).toBeUndefined()
    expect([Period.contains(a, b.from), Period.contains(b, b.from)]).toEqual([false, true])
  })

  it("are equal where both ends are", () => {
    expect(Period.equals(Period.yearUnsafe(2023), Period.parseUnsafe("2023-01-01/2023-12-31"))).toBe(true)
    expect(Period.equals(Period.yearUnsafe(2023), Period.halfUnsafe(2023, 1))).toBe(false)
    expect(Period.equals(Period.yearUnsafe(2023), Period.halfUnsafe(2023, 2))).toBe(false)
  })
})

describe("splitting", () => {
  it("clips the first and the last piece (a made-up term of office)", () => {
    const term = Period.parseUnsafe("2021-11-15/2023-02-03")
    expect(Period.split(term, "year").map(Period.text)).toEqual([
      "2021-11-15/2021-12-31",
      "2022",
      "2023-01-01/2023-02-03",
    ])
    expect(Period.split(term, "half").map(Period.text)).toEqual([
      "2021-11-15/2021-12-31",
      "2022-H1",
      "2022-H2",
      "2023-01-01/2023-02-03",
    ])
    expect(Period.split(term, "quarter")).toHaveLength(6)
    expect(Period.split(term, "month")).toHaveLength(16)
  })

  it("works in the last month of the calendar", () => {
    const end = Period.parseUnsafe("9999-11-20/9999-12-30")
    expect(Period.split(end, "month").map(Period.text)).toEqual(["9999-11-20/9999-11-30", "9999-12-01/9999-12-30"])
    expect(Period.split(end, "year")).toEqual([end])
  })
})

describe("the sentences", () => {
  it("of all faults are filled in, in both languages", () => {
    const results: ReadonlyArray<Result.Result<unknown, Period.PeriodFault | CivilDate.CivilDateFault>> = [
      Period.of(on("2023-01-01"), on("2023-01-01")),
      Period.parse("Q2"),
      Period.quarter(2023, 5),
      Period.year(9999),
    ]
    const codes = new Set<string>()
    for (const result of results) {
      if (Result.isSuccess(result)) throw new Error("a fault was expected")
      codes.add(result.failure.code)
      for (const language of ["zh", "en"] as const) {
        const said = sentence(texts, result.failure, language)
        expect(said).not.toMatch(/[{}]/)
        for (const value of Object.values(result.failure.params)) expect(said).toContain(String(value))
      }
    }
    expect(codes.size).toBe(results.length)
  })
})
