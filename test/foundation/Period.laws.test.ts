import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Period from "../../src/foundation/Period.js"

const starts = fc.oneof(
  fc.integer({ min: -719162, max: -718000 }),
  fc.integer({ min: 19000, max: 20500 }),
  fc.integer({ min: 2931500, max: 2932000 }),
)
const aligned = fc
  .record({
    year: fc.integer({ min: 2019, max: 2025 }),
    month: fc.integer({ min: 1, max: 12 }),
    months: fc.constantFrom(1, 2, 3, 6, 9, 12, 24),
  })
  .map(({ year, month, months }) => {
    const from = CivilDate.ofUnsafe(year, month, 1)
    return Period.ofUnsafe(from, CivilDate.addMonthsUnsafe(from, months))
  })
const loose = fc
  .record({ start: starts, days: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 800 })) })
  .map(({ start, days }) =>
    Period.ofUnsafe(CivilDate.ofDayNumberUnsafe(start), CivilDate.ofDayNumberUnsafe(start + days)),
  )
const periods = fc.oneof(aligned, loose)
const close = fc
  .record({ start: fc.integer({ min: 0, max: 12 }), days: fc.integer({ min: 1, max: 8 }) })
  .map(({ start, days }) =>
    Period.ofUnsafe(CivilDate.ofDayNumberUnsafe(start), CivilDate.ofDayNumberUnsafe(start + days)),
  )
const sizes = fc.constantFrom<Period.Per>("month", "quarter", "half", "year")

const daysOf = ({ from, to }: Period.Period): ReadonlyArray<CivilDate.CivilDate> => {
  const days: Array<CivilDate.CivilDate> = []
  for (let day = from; day < to; day = CivilDate.addDaysUnsafe(day, 1)) days.push(day)
  return days
}

describe("periods", () => {
  it("are read back from their text", () => {
    fc.assert(
      fc.property(periods, (period) => {
        expect(Period.parseUnsafe(Period.text(period))).toEqual(period)
      }),
    )
  })

  it("contain exactly the days counted from the first to the last", () => {
    fc.assert(
      fc.property(close, fc.integer({ min: -2, max: 24 }).map(CivilDate.ofDayNumberUnsafe), (period, day) => {
        const days = daysOf(period)
        expect(Period.contains(period, day)).toBe(days.includes(day))
        expect(Period.days(period)).toBe(days.length)
        expect(Period.lastDay(period)).toBe(days.at(-1))
      }),
    )
  })

  it("overlap and intersect in exactly the days that both contain", () => {
    const seen = new Set<boolean>()
    fc.assert(
      fc.property(close, close, (a, b) => {
        const shared = daysOf(a).filter((day) => daysOf(b).includes(day))
        const intersection = Period.intersection(a, b)
        expect(Period.overlaps(a, b)).toBe(shared.length > 0)
        expect(intersection === undefined ? [] : daysOf(intersection)).toEqual(shared)
        seen.add(shared.length > 0)
      }),
    )
    expect(seen.size).toBe(2)
  })

  it("are tiled by their pieces, a new piece beginning exactly where the key of the day changes", () => {
    fc.assert(
      fc.property(periods, sizes, (period, per) => {
        const slow: Array<{ from: CivilDate.CivilDate; key: string }> = []
        for (const day of daysOf(period)) {
          const key = Period.key(day, per)
          if (slow.at(-1)?.key !== key) slow.push({ from: day, key })
        }
        const ends = [...slow.slice(1).map(({ from }) => from), period.to]
        expect(Period.split(period, per)).toEqual(slow.map(({ from }, index) => ({ from, to: ends[index] })))
      }),
      { numRuns: 150 },
    )
  })

  it("named by a key contain the day, and every day in them has that key", () => {
    const months = { month: 1, quarter: 3, half: 6, year: 12 }
    fc.assert(
      fc.property(fc.oneof(starts, fc.integer({ min: 2932531, max: 2932896 })), sizes, (number, per) => {
        const day = CivilDate.ofDayNumberUnsafe(number)
        const read = Period.parse(Period.key(day, per))
        expect(read).toEqual(Period.containing(day, per))
        if (Result.isFailure(read)) {
          expect(read.failure.code).toBe("period.outOfRange")
          expect(CivilDate.month(day)).toBeGreaterThan(12 - months[per])
          return
        }
        expect(Period.contains(read.success, day)).toBe(true)
        expect(CivilDate.addMonthsUnsafe(read.success.from, months[per])).toBe(read.success.to)
        expect(Period.key(read.success.from, per)).toBe(Period.key(day, per))
        expect(Period.key(Period.lastDay(read.success), per)).toBe(Period.key(day, per))
        expect(Period.text(read.success)).toBe(Period.key(day, per))
      }),
    )
  })
})
