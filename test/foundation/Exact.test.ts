import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"
import * as Exact from "../../src/foundation/Exact.js"
import { FaultError } from "../../src/foundation/Fault.js"

const codeOf = (result: Result.Result<unknown, { readonly code: string }>): string =>
  Result.isFailure(result) ? result.failure.code : "no fault"

describe("reading (data made up)", () => {
  test.each([
    ["0", "0"],
    ["-0", "0"],
    ["007", "7"],
    ["0.50", "0.5"],
    ["-2/6", "-1/3"],
    ["6/4", "1.5"],
    ["1000/1", "1000"],
    ["9007199254740991", "9007199254740991"],
    ["9007199254740992", "9007199254740992"],
    ["-9007199254740993", "-9007199254740993"],
    ["0.0000000001", "0.0000000001"],
    ["1/1024", "0.0009765625"],
  ])("%s is %s", (given, canonical) => {
    expect(Exact.text(Exact.parseUnsafe(given))).toBe(canonical)
  })

  test.each(["", "-", ".", "1.", ".5", "+1", "1e3", " 1", "1 ", "1,5", "1/2/3", "1/-2", "1.5/2", "٣", "NaN", "--1"])(
    "“%s” is no number",
    (given) => {
      expect(codeOf(Exact.parse(given))).toBe("exact.malformed")
    },
  )

  test("a denominator of nought is a division by nought, not a wrong form", () => {
    expect(codeOf(Exact.parse("1/0"))).toBe("exact.divisionByZero")
    expect(codeOf(Exact.divide(Exact.one, Exact.zero))).toBe("exact.divisionByZero")
    expect(codeOf(Exact.fraction(0n, 0n))).toBe("exact.divisionByZero")
  })

  test("400 digits a part are read, 401 are not", () => {
    expect(Result.isSuccess(Exact.parse("9".repeat(400)))).toBe(true)
    expect(codeOf(Exact.parse("9".repeat(401)))).toBe("exact.malformed")
    expect(codeOf(Exact.parse(`0.${"1".repeat(401)}`))).toBe("exact.malformed")
  })

  test("only safe integers become numbers", () => {
    expect(Exact.integerUnsafe(Number.MAX_SAFE_INTEGER)).toBe(Number.MAX_SAFE_INTEGER)
    expect(Object.is(Exact.integerUnsafe(-0), 0)).toBe(true)
    for (const value of [Number.MAX_SAFE_INTEGER + 1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(codeOf(Exact.integer(value))).toBe("exact.notSafeInteger")
      expect(() => Exact.integerUnsafe(value)).toThrow(FaultError)
    }
  })
})

describe("the edge of safe integers", () => {
  const edge = Exact.integerUnsafe(Number.MAX_SAFE_INTEGER)
  test("a sum past the edge is held big, and comes back as a number", () => {
    const past = Exact.add(edge, Exact.one)
    expect(past).toEqual({ n: 9007199254740992n, d: 1n })
    expect(Exact.subtract(past, Exact.one)).toBe(Number.MAX_SAFE_INTEGER)
    expect(Exact.add(Exact.negate(past), Exact.one)).toBe(-Number.MAX_SAFE_INTEGER)
  })
  test("a product that binary floating point would round is exact", () => {
    const product = Exact.multiply(Exact.integerUnsafe(94906267), Exact.integerUnsafe(94906267))
    expect(Exact.text(product)).toBe("9007199515875289")
  })
  test("no form of nought is negative", () => {
    expect(Object.is(Exact.multiply(Exact.integerUnsafe(-5), Exact.zero), 0)).toBe(true)
    expect(Object.is(Exact.negate(Exact.zero), 0)).toBe(true)
  })
})

describe("the document form", () => {
  const accepts = (value: unknown): boolean => Schema.is(Exact.Text)(value)
  test.each(["0", "-0.5", "1/3", "1020.1", "9007199254740993"])("%s is canonical", (text) => {
    expect(accepts(text)).toBe(true)
  })
  test.each(["0.50", "2/4", "-0", "1/2", "01", "3/1", "1/0", "x", 5, null])("%s is refused", (value) => {
    expect(accepts(value)).toBe(false)
  })
  test("the fault tells a second spelling from no number", () => {
    const message = (value: string): string => {
      const decoded = Schema.decodeUnknownResult(Exact.Text)(value)
      return Result.isFailure(decoded) ? String(decoded.failure.message) : ""
    }
    expect(message("0.50")).toContain("exact.notCanonical")
    expect(message("half")).toContain("exact.malformed")
  })
})

test("is knows the one form", () => {
  expect([0, 5, -5, { n: 1n, d: 2n }, { n: 2n ** 60n, d: 1n }].every(Exact.is)).toBe(true)
  const others = [
    -0,
    0.5,
    Number.NaN,
    { n: 5n, d: 1n },
    { n: 2n, d: 4n },
    { n: 1n, d: -2n },
    { n: 1n, d: 0n },
    "1",
    null,
  ]
  expect(others.some(Exact.is)).toBe(false)
})

test("0.1 + 0.2 is 0.3, and seventeen tenths sum to 1.7 (data made up)", () => {
  expect(Exact.text(Exact.add(Exact.parseUnsafe("0.1"), Exact.parseUnsafe("0.2")))).toBe("0.3")
  expect(Exact.text(Exact.sum(Array.from({ length: 17 }, () => Exact.parseUnsafe("0.1"))))).toBe("1.7")
  expect(Exact.text(Exact.sum([]))).toBe("0")
})
