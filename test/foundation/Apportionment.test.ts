import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"
import * as Apportionment from "../../src/foundation/Apportionment.js"
import * as Exact from "../../src/foundation/Exact.js"
import type { Fault } from "../../src/foundation/Fault.js"
import * as Quantity from "../../src/foundation/Quantity.js"
import * as Unit from "../../src/foundation/Unit.js"

const of = Exact.parseUnsafe
const claims = (weights: Readonly<Record<string, string>>): ReadonlyArray<Apportionment.Claim> =>
  Object.entries(weights).map(([key, weight]) => ({ key, weight: of(weight) }))
const amounts = (self: Apportionment.Apportionment): Readonly<Record<string, string>> =>
  Object.fromEntries(self.parts.map(({ key, amount }) => [key, amount]))
const codesOf = (result: Result.Result<unknown, ReadonlyArray<Fault>>): ReadonlyArray<string> =>
  Result.isFailure(result) ? result.failure.map(({ code, path }) => `${code} ${path.join(".")}`.trim()) : []

describe("percentages of the bands 2/9/9/3 of 23 villages (C21)", () => {
  const bands = claims({ one: "2", two: "9", three: "9", four: "3" })
  const divide = (method: Apportionment.Method) =>
    Apportionment.apportionUnsafe(of("100"), bands, of("0.1"), method, ["one", "two", "three", "four"])
  test("each rounded they miss 100 by a tenth, which is stated", () => {
    expect(amounts(divide("eachRounded"))).toEqual({ one: "8.7", two: "39.1", three: "39.1", four: "13" })
    expect(divide("eachRounded").leftover).toBe("0.1")
  })
  test("by the largest remainder they make 100, the tenth going to the three villages, whose remainder is next", () => {
    const divided = divide("largestRemainder")
    expect(amounts(divided)).toEqual({ one: "8.7", two: "39.1", three: "39.1", four: "13.1" })
    expect(divided.leftover).toBe("0")
    expect(divided.tied).toBe(undefined)
  })
})

describe("largest remainder (data made up)", () => {
  test("seats 10 among 1.5, 1.5 and 7", () => {
    const divided = Apportionment.apportionUnsafe(
      of("10"),
      claims({ b: "1.5", a: "1.5", c: "7" }),
      Exact.one,
      "largestRemainder",
    )
    expect(amounts(divided)).toEqual({ a: "2", b: "1", c: "7" })
    expect(divided.tied).toEqual(["a", "b"])
    expect(divided.parts.map(({ key }) => key)).toEqual(["a", "b", "c"])
  })
  test("a declared order settles the tie otherwise, and orders the parts", () => {
    const divided = Apportionment.apportionUnsafe(
      of("10"),
      claims({ a: "1.5", b: "1.5", c: "7" }),
      Exact.one,
      "largestRemainder",
      ["b", "z", "b", "a"],
    )
    expect(divided.parts).toEqual([
      { key: "b", amount: "2" },
      { key: "a", amount: "1" },
      { key: "c", amount: "7" },
    ])
  })
  test("equal remainders that are all served are no tie", () => {
    const divided = Apportionment.apportionUnsafe(
      of("4"),
      claims({ a: "1.75", b: "1.75", c: "0.5" }),
      Exact.one,
      "largestRemainder",
    )
    expect(amounts(divided)).toEqual({ a: "2", b: "2", c: "0" })
    expect("tied" in divided).toBe(false)
  })
  test("a total that is no multiple of the quantum leaves the rest", () => {
    const divided = Apportionment.apportionUnsafe(
      of("100.005"),
      claims({ a: "1", b: "2" }),
      of("0.01"),
      "largestRemainder",
    )
    expect(amounts(divided)).toEqual({ a: "33.33", b: "66.67" })
    expect(divided.leftover).toBe("0.005")
  })
  test("a total of nought gives each nought", () => {
    const divided = Apportionment.apportionUnsafe(of("0"), claims({ a: "1", b: "2" }), Exact.one, "largestRemainder")
    expect(amounts(divided)).toEqual({ a: "0", b: "0" })
  })
  test("the Alabama paradox of this method: with a seat more, the smallest loses one", () => {
    const states = claims({ a: "6", b: "6", c: "2" })
    const seats = (total: string) =>
      amounts(Apportionment.apportionUnsafe(of(total), states, Exact.one, "largestRemainder"))
    expect(seats("10")).toEqual({ a: "4", b: "4", c: "2" })
    expect(seats("11")).toEqual({ a: "5", b: "5", c: "1" })
  })
})

describe("each by itself (data made up)", () => {
  const thirds = claims({ a: "1", b: "1", c: "1" })
  test("rounded down, what is left stays in the fund", () => {
    const divided = Apportionment.apportionUnsafe(of("712"), thirds, of("0.01"), "eachDown")
    expect(amounts(divided)).toEqual({ a: "237.33", b: "237.33", c: "237.33" })
    expect(divided.leftover).toBe("0.01")
  })
  test("rounded half up, more may be given than there is, and the leftover says so", () => {
    const divided = Apportionment.apportionUnsafe(of("5"), thirds, Exact.one, "eachRounded")
    expect(amounts(divided)).toEqual({ a: "2", b: "2", c: "2" })
    expect(divided.leftover).toBe("-1")
  })
})

test("all faults come at once", () => {
  const bad = [...claims({ a: "-1", b: "0" }), ...claims({ a: "0" })]
  expect(codesOf(Apportionment.apportion(of("-1"), bad, Exact.zero, "eachDown"))).toEqual([
    "apportionment.quantum",
    "apportionment.negative total",
    "apportionment.negative claims.0.weight",
    "apportionment.duplicateKey claims.2.key",
    "apportionment.noWeight claims",
  ])
  expect(codesOf(Apportionment.apportion(of("1"), [], Exact.one, "eachDown"))).toEqual([
    "apportionment.noWeight claims",
  ])
  expect(() => Apportionment.apportionUnsafe(of("1"), [], Exact.one, "eachDown")).toThrow(/noWeight/)
})

describe("the document form", () => {
  const divided = Apportionment.apportionUnsafe(of("10"), claims({ a: "1", b: "2" }), Exact.one, "eachRounded")
  const accepts = Schema.is(Apportionment.Apportionment)
  test("takes what the constructor makes", () => expect(accepts(divided)).toBe(true))
  test("refuses parts that do not sum, a key twice and another method", () => {
    expect(accepts({ ...divided, leftover: "1" })).toBe(false)
    expect(
      accepts({
        ...divided,
        parts: [
          { key: "a", amount: "3" },
          { key: "a", amount: "7" },
        ],
      }),
    ).toBe(false)
    expect(accepts({ ...divided, method: "byHand" })).toBe(false)
  })
})

describe("reconciliation", () => {
  const unit = Unit.makeUnsafe("tenThousand", { zh: "万" })
  const wan = (amount: string) => Quantity.of(of(amount), unit)
  test.each([
    ["organisations 2023 (organisation 34)", ["29.8", "32.5", "455.4"], "517.6", "0.1", false, true],
    ["organisations 2024 (organisation 34)", ["30.6", "33.0", "461.4"], "525.0", "0", true, true],
    ["age bands 2023, their sum (organisation 36)", ["9918.6"], "9918.5", "0.1", false, true],
    ["age bands 2024, their sum (organisation 36)", ["10027.0"], "10027.1", "-0.1", false, true],
    ["beyond the tolerance (data made up)", ["1.2"], "1.0", "0.2", false, false],
  ] as const)("%s", (_name, parts, total, difference, exact, within) => {
    const result = Result.getOrThrow(Apportionment.reconcile(parts.map(wan), wan(total), of("0.1")))
    expect(result.difference).toEqual(wan(difference))
    expect([result.exact, result.within]).toEqual([exact, within])
  })
  test("the 14 five-star and 3 four-star villages are the 17 rated of 25 (C21)", () => {
    const village = (count: number) => Quantity.countUnsafe(count, Unit.known.village)
    const rated = Apportionment.reconcile([village(14), village(3)], village(17), Exact.zero)
    expect(Result.getOrThrow(rated).exact).toBe(true)
    expect(Result.getOrThrow(Apportionment.reconcile([village(14), village(3)], village(25), Exact.zero)).within).toBe(
      false,
    )
  })
  test("other units, open amounts and a tolerance below nought are refused at once", () => {
    const parts: ReadonlyArray<Quantity.Quantity> = [
      Quantity.countUnsafe(6, Unit.known.case),
      Quantity.atLeast(wan("1")),
    ]
    expect(codesOf(Apportionment.reconcile<string>(parts, Quantity.atLeast(wan("7")), of("-1")))).toEqual([
      "apportionment.unitMismatch parts.0",
      "apportionment.atLeast parts.1",
      "apportionment.atLeast total",
      "apportionment.negative tolerance",
    ])
  })
})
