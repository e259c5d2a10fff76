import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"
import * as Exact from "../../src/foundation/Exact.js"
import * as Rounding from "../../src/foundation/Rounding.js"

const of = Exact.parseUnsafe
const rounded = (value: string, mode: Rounding.Mode, quantum: string): string =>
  Exact.text(Rounding.round(of(value), mode, of(quantum)))

describe("half away from nought (vectors of Catala, tests/arithmetic/good/rounding)", () => {
  test.each([
    ["0.015", "0.01", "0.02"],
    ["-0.015", "0.01", "-0.02"],
    ["0.005", "0.01", "0.01"],
    ["-0.005", "0.01", "-0.01"],
    ["0.011", "0.01", "0.01"],
    ["-0.011", "0.01", "-0.01"],
    ["0.001", "0.01", "0"],
    ["-0.001", "0.01", "0"],
    ["1.5", "1", "2"],
    ["-0.5", "1", "-1"],
  ])("%s in steps of %s is %s", (value, quantum, expected) => {
    expect(rounded(value, "halfUp", quantum)).toBe(expected)
  })
})

describe("the six modes on either side of nought (data made up)", () => {
  const values = ["-2.5", "-1.5", "-1.1", "-0.9", "0", "0.9", "1.1", "1.5", "2.5"]
  test.each([
    ["halfUp", ["-3", "-2", "-1", "-1", "0", "1", "1", "2", "3"]],
    ["halfEven", ["-2", "-2", "-1", "-1", "0", "1", "1", "2", "2"]],
    ["up", ["-3", "-2", "-2", "-1", "0", "1", "2", "2", "3"]],
    ["down", ["-2", "-1", "-1", "0", "0", "0", "1", "1", "2"]],
    ["floor", ["-3", "-2", "-2", "-1", "0", "0", "1", "1", "2"]],
    ["ceiling", ["-2", "-1", "-1", "0", "0", "1", "2", "2", "3"]],
  ] as const)("%s", (mode, expected) => {
    expect(values.map((value) => rounded(value, mode, "1"))).toEqual(expected)
  })
})

test("a quantum need not be a power of ten (data made up)", () => {
  expect(rounded("7.3", "halfUp", "0.25")).toBe("7.25")
  expect(rounded("7.375", "halfUp", "0.25")).toBe("7.5")
  expect(rounded("0.5", "halfEven", "1/3")).toBe("2/3")
})

test("a quantum of nought or less leaves the number", () => {
  expect(rounded("7.3", "halfUp", "0")).toBe("7.3")
  expect(rounded("7.3", "halfUp", "-1")).toBe("7.3")
  expect(Rounding.isMultiple(of("7"), of("0"))).toBe(false)
  expect(Rounding.isMultiple(of("7"), of("-1"))).toBe(false)
})

test("binary floating point would round 1.005 down; here it goes up", () => {
  expect(rounded("1.005", "halfUp", "0.01")).toBe("1.01")
  expect(Rounding.fixed(of("1.005"), "halfUp", 2)).toBe("1.01")
})

describe("fixed places", () => {
  test.each([
    ["82.7965", 2, "82.80"],
    ["0", 0, "0"],
    ["0", 2, "0.00"],
    ["-0.001", 2, "0.00"],
    ["-0.005", 2, "-0.01"],
    ["0.05", 1, "0.1"],
    ["99.95", 1, "100.0"],
    ["12345678901234567890.5", 0, "12345678901234567891"],
    ["1/3", 5, "0.33333"],
  ])("%s with %i places is %s", (value, places, expected) => {
    expect(Rounding.fixed(of(value), "halfUp", places)).toBe(expected)
  })
  test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 401])("%s places count as none", (places) => {
    expect(Rounding.fixed(of("2.5"), "halfUp", places)).toBe("3")
  })
})

test("the schema knows the six modes and no other", () => {
  const accepts = Schema.is(Rounding.Mode)
  expect(["halfUp", "halfEven", "up", "down", "floor", "ceiling"].every(accepts)).toBe(true)
  expect(["round", "ceil", "", null].some((mode) => accepts(mode))).toBe(false)
})
