import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import { FaultError, sentence } from "../../src/foundation/Fault.js"
import { texts } from "../../src/foundation/FoundationTexts.js"
import * as PartialDate from "../../src/foundation/PartialDate.js"

const date = PartialDate.parseUnsafe

const code = (text: string): string => {
  const parsed = PartialDate.parse(text)
  return Result.isFailure(parsed) ? parsed.failure.code : "none"
}

describe("reading a partial date (the three shapes of Popolo)", () => {
  it.each([
    ["1958", "year", "1958-01-01", "1958-12-31"],
    ["1958-07", "month", "1958-07-01", "1958-07-31"],
    ["1960-02", "month", "1960-02-01", "1960-02-29"],
    ["1900-02", "month", "1900-02-01", "1900-02-28"],
    ["1958-07-01", "day", "1958-07-01", "1958-07-01"],
    ["0001", "year", "0001-01-01", "0001-12-31"],
    ["9999", "year", "9999-01-01", "9999-12-31"],
  ])("%s is a %s from %s to %s", (text, precision, earliest, latest) => {
    expect(PartialDate.precision(date(text))).toBe(precision)
    expect(PartialDate.earliest(date(text))).toBe(earliest)
    expect(PartialDate.latest(date(text))).toBe(latest)
    expect(Schema.decodeUnknownSync(PartialDate.PartialDate)(text)).toBe(text)
  })

  it.each(["", "58", "19580", "1958-", "1958-7", "1958-07-", "1958-07-1", "195807", "1958-07-01\n", "1958年"])(
    "refuses the shape of %j",
    (text) => {
      expect(code(text)).toBe("partialDate.malformed")
    },
  )

  it.each(["0000", "0000-05", "1958-00", "1958-13", "1958-02-29", "1958-06-31"])(
    "refuses %s, which no calendar has",
    (text) => {
      expect(code(text)).toBe("partialDate.impossible")
      expect(PartialDate.is(text)).toBe(false)
      expect(() => date(text)).toThrow(FaultError)
    },
  )

  it("takes every civil date as it is", () => {
    const day: PartialDate.PartialDate = CivilDate.parseUnsafe("1958-07-01")
    expect(PartialDate.is(day)).toBe(true)
  })

  it("says in the schema which fault it is", () => {
    for (const [text, expected] of [
      ["1958-7", "partialDate.malformed"],
      ["1958-13", "partialDate.impossible"],
    ] as const) {
      const decoded = Schema.decodeUnknownResult(PartialDate.PartialDate)(text)
      expect(Result.isFailure(decoded) && decoded.failure.message).toContain(expected)
    }
  })
})

describe("comparing (made-up years of joining)", () => {
  it.each([
    ["1957", "1958", "before"],
    ["1958", "1957", "after"],
    ["1958", "1958", "uncertain"],
    ["1958", "1958-07", "uncertain"],
    ["1958-06", "1958-07", "before"],
    ["1958-07", "1958-07-31", "uncertain"],
    ["1958-06-30", "1958-07", "before"],
    ["1958-07-01", "1958-07-01", "same"],
    ["1958-07-01", "1958-07-02", "before"],
    ["1958", "1958-01-01", "uncertain"],
  ])("%s to %s is %s", (a, b, expected) => {
    expect(PartialDate.compare(date(a), date(b))).toBe(expected)
  })

  it("the first day a year may be is possibly, not certainly, before the rest of it", () => {
    expect(PartialDate.possiblyBefore(date("1958"), date("1958-01-01"))).toBe(false)
    expect(PartialDate.possiblyBefore(date("1958"), date("1958-01-02"))).toBe(true)
    expect(PartialDate.certainlyBefore(date("1958"), date("1958-12-31"))).toBe(false)
    expect(PartialDate.certainlyBefore(date("1958"), date("1959-01-01"))).toBe(true)
  })
})

describe("the sentences", () => {
  it("of all faults are filled in, in both languages", () => {
    const results: ReadonlyArray<Result.Result<unknown, PartialDate.PartialDateFault>> = [
      PartialDate.parse("58"),
      PartialDate.parse("1958-13"),
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
