import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import { FaultError, sentence } from "../../src/foundation/Fault.js"
import { texts } from "../../src/foundation/FoundationTexts.js"

const on = CivilDate.parseUnsafe

const code = (result: Result.Result<unknown, { readonly code: string }>): string =>
  Result.isFailure(result) ? result.failure.code : "none"

describe("reading a date", () => {
  it.each(["0001-01-01", "1600-02-29", "1921-07-23", "2000-02-29", "2024-02-29", "9999-12-31"])("takes %s", (text) => {
    expect(Result.getOrThrow(CivilDate.parse(text))).toBe(text)
    expect(CivilDate.is(text)).toBe(true)
    expect(Schema.decodeUnknownSync(CivilDate.CivilDate)(text)).toBe(text)
  })

  it.each([
    "",
    "2023",
    "2023-07",
    "2023-7-1",
    "20230701",
    "2023/07/01",
    "2023-07-01T00:00",
    " 2023-07-01",
    "2023-07-01\n",
    "-2023-07-01",
    "12023-07-01",
    "２０２３-07-01",
    "2023年7月1日",
  ])("refuses the shape of %j", (text) => {
    expect(code(CivilDate.parse(text))).toBe("civilDate.malformed")
    expect(CivilDate.is(text)).toBe(false)
  })

  it.each([
    "0000-01-01",
    "2023-00-10",
    "2023-13-01",
    "2023-01-00",
    "2023-01-32",
    "2023-04-31",
    "2023-02-29",
    "1900-02-29",
  ])("refuses the day %s, which no calendar has", (text) => {
    expect(code(CivilDate.parse(text))).toBe("civilDate.impossible")
    expect(CivilDate.is(text)).toBe(false)
  })

  it("says in the schema which fault it is", () => {
    const decode = Schema.decodeUnknownResult(CivilDate.CivilDate)
    const message = (input: unknown) => {
      const decoded = decode(input)
      return Result.isFailure(decoded) ? decoded.failure.message : ""
    }
    expect(message("2023-7-1")).toContain("civilDate.malformed")
    expect(message("2023-02-29")).toContain("civilDate.impossible")
    expect(message(20230701)).not.toBe("")
  })

  it("keeps no more than eighty characters of a text that is no date", () => {
    const parsed = CivilDate.parse("9".repeat(100_000))
    expect(Result.isFailure(parsed) && parsed.failure.params).toEqual({ text: "9".repeat(80) })
  })

  it("throws the fault from the twin", () => {
    expect(() => CivilDate.parseUnsafe("2023-02-29")).toThrow(FaultError)
    expect(() => CivilDate.ofUnsafe(2023, 2, 29)).toThrow(FaultError)
    expect(() => CivilDate.ofDayNumberUnsafe(0.5)).toThrow(FaultError)
    expect(() => CivilDate.ofSerialUnsafe(60)).toThrow(FaultError)
    expect(() => CivilDate.serialUnsafe(on("1899-12-31"))).toThrow(FaultError)
    expect(() => CivilDate.addDaysUnsafe(on("9999-12-31"), 1)).toThrow(FaultError)
    expect(() => CivilDate.addMonthsUnsafe(on("9999-12-31"), 1)).toThrow(FaultError)
    expect(() => CivilDate.addYearsUnsafe(on("9999-12-31"), 1)).toThrow(FaultError)
  })
})

describe("a date from its parts", () => {
  it.each([
    [0, 1, 1],
    [10000, 1, 1],
    [2023, 0, 1],
    [2023, 13, 1],
    [2023, 2, 29],
    [2023.5, 1, 1],
    [2023, 1.5, 1],
    [2023, 1, 1.5],
    [Number.NaN, 1, 1],
    [2023, 1, Number.POSITIVE_INFINITY],
  ])("refuses %d, %d, %d", (year, month, day) => {
    expect(code(CivilDate.of(year, month, day))).toBe("civilDate.impossible")
  })

  it("knows the lengths of the months and the leap years of the Gregorian reform", () => {
    const lengths = (year: number) => Array.from({ length: 12 }, (_, index) => CivilDate.daysInMonth(year, index + 1))
    expect(lengths(2023)).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
    expect(lengths(2024)).toEqual([31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
    expect([1, 4, 100, 400, 1700, 1900, 2000, 2100].filter(CivilDate.isLeapYear)).toEqual([4, 400, 2000])
    expect([0, 13, 1.5, Number.NaN].map((month) => CivilDate.daysInMonth(2023, month))).toEqual([0, 0, 0, 0])
  })

  it("refuses day numbers that are no whole number or no day", () => {
    expect(CivilDate.ofDayNumberUnsafe(-719162)).toBe("0001-01-01")
    expect(CivilDate.ofDayNumberUnsafe(2932896)).toBe("9999-12-31")
    expect(code(CivilDate.ofDayNumber(-719163))).toBe("civilDate.outOfRange")
    expect(code(CivilDate.ofDayNumber(2932897))).toBe("civilDate.outOfRange")
    expect(code(CivilDate.ofDayNumber(1.5))).toBe("civilDate.notWhole")
    expect(code(CivilDate.ofDayNumber(Number.NaN))).toBe("civilDate.notWhole")
  })
})

describe("weekdays that are known from elsewhere", () => {
  it.each([
    ["1949-10-01", 6],
    ["1970-01-01", 4],
    ["2000-01-01", 6],
    ["2020-09-28", 1],
    ["2023-10-01", 7],
    ["0001-01-01", 1],
    ["9999-12-31", 5],
  ])("%s is weekday %d", (text, weekday) => {
    expect(CivilDate.weekday(on(text))).toBe(weekday)
  })
})

describe("stepping", () => {
  it.each([
    ["2023-01-31", 1, "2023-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2023-01-31", 2, "2023-03-31"],
    ["2023-05-31", -3, "2023-02-28"],
    ["2023-01-15", -1, "2022-12-15"],
    ["2023-12-31", 12, "2024-12-31"],
    ["0001-02-01", -1, "0001-01-01"],
    ["9999-11-30", 1, "9999-12-30"],
  ])("%s and %d months is %s", (start, months, end) => {
    expect(Result.getOrThrow(CivilDate.addMonths(on(start), months))).toBe(end)
  })

  it.each([
    ["2024-02-29", 1, "2025-02-28"],
    ["2024-02-29", 4, "2028-02-29"],
    ["2024-02-29", -124, "1900-02-28"],
    ["2023-06-30", 3, "2026-06-30"],
  ])("%s and %d years is %s", (start, years, end) => {
    expect(Result.getOrThrow(CivilDate.addYears(on(start), years))).toBe(end)
  })

  it("refuses to leave the years 0001 to 9999, and says where from and how far", () => {
    expect(CivilDate.addDays(on("9999-12-31"), 1)).toEqual(
      Result.fail({ code: "civilDate.outOfRange", path: [], params: { date: "9999-12-31", by: "P1D" } }),
    )
    expect(CivilDate.addMonths(on("0001-01-31"), -1)).toEqual(
      Result.fail({ code: "civilDate.outOfRange", path: [], params: { date: "0001-01-31", by: "-P1M" } }),
    )
    expect(CivilDate.addYears(on("2023-01-01"), 7977)).toEqual(
      Result.fail({ code: "civilDate.outOfRange", path: [], params: { date: "2023-01-01", by: "P7977Y" } }),
    )
    expect(code(CivilDate.addYears(on("2023-01-01"), Number.MAX_SAFE_INTEGER))).toBe("civilDate.outOfRange")
    expect(code(CivilDate.addDays(on("2023-01-01"), Number.MIN_SAFE_INTEGER))).toBe("civilDate.outOfRange")
  })

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])("refuses a step of %d", (amount) => {
    for (const add of [CivilDate.addDays, CivilDate.addMonths, CivilDate.addYears]) {
      expect(code(add(on("2023-01-01"), amount))).toBe("civilDate.notWhole")
    }
  })
})

describe("spreadsheet serials (ISO/IEC 29500-1, 18.17.4.1)", () => {
  it.each([
    [1, "1900-01-01"],
    [31, "1900-01-31"],
    [59, "1900-02-28"],
    [61, "1900-03-01"],
    [367, "1901-01-01"],
    [25569, "1970-01-01"],
    [45000, "2023-03-15"],
    [2958465, "9999-12-31"],
  ])("%d is %s", (serial, text) => {
    expect(Result.getOrThrow(CivilDate.ofSerial(serial))).toBe(text)
    expect(Result.getOrThrow(CivilDate.serial(on(text)))).toBe(serial)
  })

  it.each([60, 0, -1, 45000.5, 2958466, Number.NaN, Number.POSITIVE_INFINITY])("%d is no day", (serial) => {
    expect(code(CivilDate.ofSerial(serial))).toBe("civilDate.noSuchSerial")
  })

  it("has no serial before 1900", () => {
    expect(code(CivilDate.serial(on("1899-12-31")))).toBe("civilDate.noSerial")
    expect(code(CivilDate.serial(on("0001-01-01")))).toBe("civilDate.noSerial")
  })
})

describe("comparing", () => {
  it("orders and picks", () => {
    const [a, b] = [on("2023-09-30"), on("2023-10-01")]
    expect([CivilDate.compare(a, b), CivilDate.compare(b, a), CivilDate.compare(a, a)]).toEqual([-1, 1, 0])
    expect([CivilDate.min(a, b), CivilDate.min(b, a), CivilDate.max(a, b), CivilDate.max(b, a)]).toEqual([a, a, b, b])
    expect(CivilDate.daysBetween(b, a)).toBe(-1)
  })
})

describe("the sentences", () => {
  it("of all faults are filled in, in both languages", () => {
    const results: ReadonlyArray<Result.Result<unknown, CivilDate.CivilDateFault>> = [
      CivilDate.parse("1 May"),
      CivilDate.parse("2023-02-29"),
      CivilDate.addDays(on("9999-12-31"), 1),
      CivilDate.addDays(on("2023-01-01"), 0.5),
      CivilDate.ofSerial(60),
      CivilDate.serial(on("1899-12-31")),
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
