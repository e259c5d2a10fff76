import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as PartialDate from "../../src/foundation/PartialDate.js"

// Fourteen months around a leap February, so that two dates meet, nest, touch and part about equally often.
const days = Array.from({ length: 430 }, (_, index) =>
  CivilDate.addDaysUnsafe(CivilDate.parseUnsafe("1959-12-01"), index),
)
const near = fc.oneof(
  fc.constantFrom("1959", "1960", "1961"),
  fc.constantFrom("1959-12", "1960-01", "1960-02", "1960-12", "1961-01"),
  fc.constantFrom("1959-12-31", "1960-01-01", "1960-02-28", "1960-02-29", "1960-03-01", "1960-12-31"),
  fc.constantFrom(...days),
)
const dates = near.map(PartialDate.parseUnsafe)
const pairs = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(dates, dates) },
  { weight: 1, arbitrary: dates.map((date): [PartialDate.PartialDate, PartialDate.PartialDate] => [date, date]) },
)

// All days that a date may be, found by reading the text of each day of three years and more.
const world = Array.from({ length: 1200 }, (_, index) =>
  CivilDate.addDaysUnsafe(CivilDate.parseUnsafe("1958-12-01"), index),
)
const meant = new Map<string, ReadonlyArray<CivilDate.CivilDate>>()
const allOf = (date: PartialDate.PartialDate): ReadonlyArray<CivilDate.CivilDate> => {
  const parts = date.split("-")
  const found = meant.get(date) ?? world.filter((day) => parts.every((part, index) => day.split("-")[index] === part))
  meant.set(date, found)
  return found
}

describe("partial dates", () => {
  it("compare as all the days compare that they may be", () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const [lefts, rights] = [allOf(a), allOf(b)]
        const every = (test: (left: string, right: string) => boolean) =>
          lefts.every((left) => rights.every((right) => test(left, right)))
        const expected = every((left, right) => left < right)
          ? "before"
          : every((left, right) => left > right)
            ? "after"
            : every((left, right) => left === right)
              ? "same"
              : "uncertain"
        expect(PartialDate.compare(a, b)).toBe(expected)
        expect(PartialDate.certainlyBefore(a, b)).toBe(expected === "before")
        expect(PartialDate.possiblyBefore(a, b)).toBe(!every((left, right) => left >= right))
        seen.add(expected)
      }),
      { numRuns: 600 },
    )
    expect([...seen].sort()).toEqual(["after", "before", "same", "uncertain"])
  })

  it("cover exactly the days from the earliest to the latest", () => {
    fc.assert(
      fc.property(dates, fc.constantFrom(...world), (date, day) => {
        expect(PartialDate.covers(date, day)).toBe(allOf(date).includes(day))
        expect(PartialDate.earliest(date)).toBe(allOf(date)[0])
        expect(PartialDate.latest(date)).toBe(allOf(date).at(-1))
      }),
    )
  })

  it("of days are civil dates and compare as they do", () => {
    fc.assert(
      fc.property(fc.constantFrom(...days), fc.constantFrom(...days), (a, b) => {
        const words = { "-1": "before", "0": "same", "1": "after" } as const
        expect(PartialDate.compare(a, b)).toBe(words[`${CivilDate.compare(a, b)}`])
      }),
    )
  })
})
