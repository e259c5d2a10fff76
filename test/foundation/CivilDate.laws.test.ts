import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"

const FIRST = -719162
const LAST = 2932896

const dayNumbers = fc.oneof(
  fc.integer({ min: FIRST, max: LAST }),
  fc.integer({ min: FIRST, max: FIRST + 800 }),
  fc.integer({ min: LAST - 800, max: LAST }),
  fc.integer({ min: 10957, max: 23000 }),
)
const ends = fc
  .record({
    year: fc.integer({ min: 1, max: 9999 }),
    month: fc.constantFrom(1, 2, 3, 12),
    back: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ year, month, back }) => CivilDate.ofUnsafe(year, month, CivilDate.daysInMonth(year, month) - back))
const dates = fc.oneof(dayNumbers.map(CivilDate.ofDayNumberUnsafe), ends)

const utc = (year: number, month: number, day: number): number => {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getTime() / 86_400_000
}

describe("civil dates", () => {
  it("number, name and weekday agree on every day from 0001-01-01 to 9999-12-31, counted one by one", () => {
    let number = FIRST
    let weekday = 1
    let wrong = 0
    for (let year = 1; year <= 9999; year++) {
      const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
      const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      for (let month = 1; month <= 12; month++) {
        for (let day = 1; day <= lengths[month - 1]!; day++) {
          const date = CivilDate.ofDayNumberUnsafe(number)
          const same = CivilDate.year(date) === year && CivilDate.month(date) === month && CivilDate.day(date) === day
          if (!same || CivilDate.dayNumber(date) !== number || CivilDate.weekday(date) !== weekday) wrong++
          number++
          weekday = (weekday % 7) + 1
        }
      }
    }
    expect([wrong, number]).toEqual([0, LAST + 1])
  })

  it("are those that the platform's own calendar has", () => {
    const parts = fc.record({
      year: fc.integer({ min: 0, max: 10000 }),
      month: fc.integer({ min: 0, max: 13 }),
      day: fc.oneof(fc.integer({ min: 27, max: 32 }), fc.integer({ min: 0, max: 32 })),
    })
    fc.assert(
      fc.property(parts, ({ year, month, day }) => {
        const date = new Date(0)
        date.setUTCFullYear(year, month - 1, day)
        const real = year >= 1 && year <= 9999 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
        const made = CivilDate.of(year, month, day)
        const text = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`
        expect(Result.isSuccess(made)).toBe(real)
        expect(CivilDate.is(text)).toBe(real)
        if (Result.isSuccess(made)) {
          expect(made.success).toBe(text)
          expect(CivilDate.dayNumber(made.success)).toBe(utc(year, month, day))
        }
      }),
      { numRuns: 2000 },
    )
  })

  it("sort as texts the way they sort as days", () => {
    fc.assert(
      fc.property(dates, dates, (a, b) => {
        expect(CivilDate.compare(a, b)).toBe(Math.sign(CivilDate.dayNumber(a) - CivilDate.dayNumber(b)))
      }),
    )
  })

  it("adding the days between two dates leads from one to the other", () => {
    fc.assert(
      fc.property(dates, dates, (a, b) => {
        expect(CivilDate.addDaysUnsafe(a, CivilDate.daysBetween(a, b))).toBe(b)
        expect(CivilDate.daysBetween(a, b) + CivilDate.daysBetween(b, a)).toBe(0)
      }),
    )
  })

  it("adding days refuses exactly where the calendar ends", () => {
    fc.assert(
      fc.property(dayNumbers, fc.integer({ min: -1000, max: 1000 }), (number, days) => {
        const moved = CivilDate.addDays(CivilDate.ofDayNumberUnsafe(number), days)
        expect(Result.isSuccess(moved)).toBe(number + days >= FIRST && number + days <= LAST)
      }),
    )
  })

  it("adding months keeps the day, or takes the last one of a shorter month", () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -60, max: 60 }), (date, months) => {
        let [year, month] = [CivilDate.year(date), CivilDate.month(date)]
        for (let left = Math.abs(months); left > 0; left--) {
          month += Math.sign(months)
          if (month === 13) [year, month] = [year + 1, 1]
          if (month === 0) [year, month] = [year - 1, 12]
        }
        const moved = CivilDate.addMonths(date, months)
        expect(Result.isSuccess(moved)).toBe(year >= 1 && year <= 9999)
        if (Result.isFailure(moved)) return
        const day = [CivilDate.day(date), 30, 29, 28].find(
          (day) => day <= CivilDate.day(date) && Result.isSuccess(CivilDate.of(year, month, day)),
        )!
        expect(moved.success).toBe(CivilDate.ofUnsafe(year, month, day))
      }),
    )
  })

  it("a year is twelve months", () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -12000, max: 12000 }), (date, years) => {
        const [byYears, byMonths] = [CivilDate.addYears(date, years), CivilDate.addMonths(date, years * 12)]
        expect(Result.isSuccess(byYears)).toBe(Result.isSuccess(byMonths))
        if (Result.isSuccess(byYears)) expect(byYears.success).toBe(Result.getOrThrow(byMonths))
      }),
    )
  })

  it("serials and dates from 1900 on are one to one, and follow each other day by day but for the missing 60", () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: 1, max: 2958465 }), fc.integer({ min: 1, max: 100 })), (serial) => {
        const date = CivilDate.ofSerial(serial)
        expect(Result.isFailure(date)).toBe(serial === 60)
        if (Result.isFailure(date)) return
        expect(CivilDate.serialUnsafe(date.success)).toBe(serial)
        const days = CivilDate.daysBetween(CivilDate.parseUnsafe("1900-01-01"), date.success)
        expect(days).toBe(serial < 60 ? serial - 1 : serial - 2)
      }),
    )
  })
})
