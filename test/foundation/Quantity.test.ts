import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"
import * as Exact from "../../src/foundation/Exact.js"
import * as Quantity from "../../src/foundation/Quantity.js"
import * as Unit from "../../src/foundation/Unit.js"

const { case: matter, caseTime, personTime, item } = Unit.known
const items = (count: number) => Quantity.countUnsafe(count, item)

describe("6 件, 15 件次 and 178 人次 are three totals (case C30)", () => {
  const totals: ReadonlyArray<Quantity.Quantity> = [
    Quantity.countUnsafe(6, matter),
    Quantity.countUnsafe(15, caseTime),
    Quantity.countUnsafe(178, personTime),
  ]
  test("no two of them add up, nor compare", () => {
    for (const [i, a] of totals.entries()) {
      for (const b of totals.slice(i + 1)) {
        const sum = Quantity.add(a, b)
        expect(Result.isFailure(sum) && sum.failure).toEqual({
          code: "quantity.unitMismatch",
          path: [],
          params: { first: a.unit, second: b.unit },
        })
        expect(Result.isFailure(Quantity.compare(a, b))).toBe(true)
        expect(() => Quantity.addUnsafe(a, b)).toThrow(/quantity\.unitMismatch/)
      }
    }
  })
  test("a sum of all names every quantity of another unit", () => {
    const sum = Quantity.sum(totals, caseTime as Unit.Unit)
    expect(Result.isFailure(sum) && sum.failure.map(({ path }) => path)).toEqual([[0], [2]])
  })
  test("they read as the source writes them", () => {
    expect(totals.map((total) => Quantity.text(total, "zh"))).toEqual(["6件", "15件次", "178人次"])
  })
})

describe("at least (余; data made up)", () => {
  const open = Quantity.atLeast(items(20))
  test("20余项 is read and written", () => {
    expect(open).toEqual({ amount: "20", unit: "item", atLeast: true })
    expect(Quantity.text(open, "zh")).toBe("20余项")
    expect(Quantity.text(open, "en")).toBe("at least 20 items")
  })
  test("a sum with one open term is open, with none it is not", () => {
    expect(Quantity.addUnsafe(open, items(6))).toEqual({ amount: "26", unit: "item", atLeast: true })
    expect(Quantity.addUnsafe(items(6), open)).toEqual({ amount: "26", unit: "item", atLeast: true })
    expect(Quantity.addUnsafe(items(6), items(1))).toEqual({ amount: "7", unit: "item" })
    expect(Result.getOrThrow(Quantity.sum([items(1), open, items(2)], item))).toEqual({
      amount: "23",
      unit: "item",
      atLeast: true,
    })
  })
  test.each([
    [open, items(19), "greater"],
    [open, items(20), "uncertain"],
    [open, items(21), "uncertain"],
    [items(19), open, "less"],
    [items(20), open, "uncertain"],
    [items(21), open, "uncertain"],
    [open, open, "uncertain"],
    [items(20), items(20), "equal"],
    [items(19), items(20), "less"],
    [items(21), items(20), "greater"],
  ])("%j against %j is %s", (a, b, expected) => {
    expect(Result.getOrThrow(Quantity.compare(a, b))).toBe(expected)
  })
})

test("a count is a whole number from nought", () => {
  expect(Result.getOrThrow(Quantity.count(0, item))).toEqual({ amount: "0", unit: "item" })
  for (const amount of [-1, 0.5, Number.NaN, 2 ** 53]) {
    const made = Quantity.count(amount, item)
    expect(Result.isFailure(made) && made.failure.code).toBe("quantity.count")
  }
})

test("an amount may be a fraction, and sums stay exact", () => {
  const third = Quantity.of(Exact.parseUnsafe("1/3"), Unit.known.yuan)
  expect(Quantity.addUnsafe(Quantity.addUnsafe(third, third), third)).toEqual({ amount: "1", unit: "yuan" })
})

test("the schemas take what they say", () => {
  const any = Schema.is(Quantity.Quantity)
  const onlyItems = Schema.is(Quantity.schema(item))
  expect(any({ amount: "178", unit: "personTime" })).toBe(true)
  expect(any({ amount: "20", unit: "item", atLeast: true })).toBe(true)
  expect(onlyItems({ amount: "20", unit: "item", atLeast: true })).toBe(true)
  expect(onlyItems({ amount: "178", unit: "personTime" })).toBe(false)
  for (const value of [
    { amount: 178, unit: "personTime" },
    { amount: "1.0", unit: "item" },
    { amount: "1", unit: "" },
    { amount: "1", unit: "item", atLeast: false },
    { amount: "1" },
  ]) {
    expect(any(value)).toBe(false)
    expect(onlyItems(value)).toBe(false)
  }
})
