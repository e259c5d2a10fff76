import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as WorkCalendar from "../../src/foundation/WorkCalendar.js"

const weekdays: ReadonlyArray<CivilDate.Weekday> = [1, 2, 3, 4, 5, 6, 7]
const weekends = fc.oneof(
  { weight: 4, arbitrary: fc.constant<ReadonlyArray<CivilDate.Weekday>>([6, 7]) },
  { weight: 1, arbitrary: fc.constant<ReadonlyArray<CivilDate.Weekday>>([7]) },
  { weight: 2, arbitrary: fc.shuffledSubarray([...weekdays]) },
)

// Up to ten weeks, on average every third day an exception: holidays and make-up days meet, touch and fill the span.
const calendars = fc
  .record({ first: fc.integer({ min: 18000, max: 18400 }), length: fc.integer({ min: 1, max: 70 }), weekend: weekends })
  .chain(({ first, length, weekend }) =>
    fc
      .uniqueArray(fc.record({ offset: fc.integer({ min: 0, max: length - 1 }), working: fc.boolean() }), {
        selector: ({ offset }) => offset,
        maxLength: Math.ceil(length / 2),
      })
      .map((days) => ({
        from: CivilDate.ofDayNumberUnsafe(first),
        to: CivilDate.ofDayNumberUnsafe(first + length),
        weekend,
        days: days.map(({ offset, working }) => ({ on: CivilDate.ofDayNumberUnsafe(first + offset), working })),
      })),
  )

const offsets = fc.integer({ min: -3, max: 74 })
const plus = (calendar: WorkCalendar.WorkCalendar, offset: number) => CivilDate.addDaysUnsafe(calendar.from, offset)

const slowIsWorking = (calendar: WorkCalendar.WorkCalendar, day: CivilDate.CivilDate): boolean | "unknown" => {
  if (day < calendar.from || day >= calendar.to) return "unknown"
  const exception = calendar.days.find(({ on }) => on === day)
  return exception === undefined ? !calendar.weekend.includes(CivilDate.weekday(day)) : exception.working
}

const slowAdd = (
  calendar: WorkCalendar.WorkCalendar,
  start: CivilDate.CivilDate,
  days: number,
  firstDayCounts: boolean,
): string => {
  let left = days
  for (let day = firstDayCounts ? start : CivilDate.addDaysUnsafe(start, 1); ; day = CivilDate.addDaysUnsafe(day, 1)) {
    const working = slowIsWorking(calendar, day)
    if (working === "unknown") return "workCalendar.unknownDay"
    if (working) left--
    if (left === 0) return day
  }
}

const said = (result: Result.Result<unknown, { readonly code: string }>): unknown =>
  Result.isFailure(result) ? result.failure.code : result.success

describe("a work calendar", () => {
  it("says of each day what the exception says, else the week, else nothing", () => {
    const seen = new Set<unknown>()
    fc.assert(
      fc.property(calendars, offsets, (calendar, offset) => {
        const day = plus(calendar, offset)
        const expected = slowIsWorking(calendar, day)
        expect(said(WorkCalendar.isWorkingDay(calendar, day))).toBe(
          expected === "unknown" ? "workCalendar.unknownDay" : expected,
        )
        seen.add(expected)
      }),
      { numRuns: 500 },
    )
    expect(seen.size).toBe(3)
  })

  it("ends a limit where counting day by day ends it", () => {
    let [ended, unknown] = [0, 0]
    fc.assert(
      fc.property(
        calendars,
        offsets,
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
        (calendar, offset, days, counts) => {
          const start = plus(calendar, offset)
          const expected = slowAdd(calendar, start, days, counts)
          expect(said(WorkCalendar.addWorkingDays(calendar, start, days, counts))).toBe(expected)
          if (expected === "workCalendar.unknownDay") unknown++
          else ended++
        },
      ),
      { numRuns: 1500 },
    )
    expect(Math.min(ended, unknown)).toBeGreaterThan(100)
  })

  it("counts the working days between two days as one by one", () => {
    let counted = 0
    fc.assert(
      fc.property(calendars, offsets, offsets, (calendar, a, b) => {
        const [from, to] = [plus(calendar, a), plus(calendar, b)]
        const known = [from, to].every((day) => calendar.from <= day && day <= calendar.to)
        let expected = 0
        for (let day = CivilDate.min(from, to); day < CivilDate.max(from, to); day = CivilDate.addDaysUnsafe(day, 1)) {
          if (slowIsWorking(calendar, day) === true) expected += from < to ? 1 : -1
        }
        expect(said(WorkCalendar.workingDaysBetween(calendar, from, to))).toBe(
          known ? expected : "workCalendar.unknownDay",
        )
        if (known && expected !== 0) counted++
      }),
      { numRuns: 800 },
    )
    expect(counted).toBeGreaterThan(50)
  })

  it("the next working day is the first one found by looking, with or without the day itself", () => {
    fc.assert(
      fc.property(calendars, offsets, (calendar, offset) => {
        const day = plus(calendar, offset)
        expect(said(WorkCalendar.nextWorkingDay(calendar, day))).toBe(slowAdd(calendar, day, 1, false))
        expect(said(WorkCalendar.sameOrNextWorkingDay(calendar, day))).toBe(slowAdd(calendar, day, 1, true))
      }),
      { numRuns: 500 },
    )
  })

  it("that knows less gives the same answer or none", () => {
    let [same, none] = [0, 0]
    const cuts = fc.record({ front: fc.integer({ min: 0, max: 20 }), back: fc.integer({ min: 0, max: 20 }) })
    fc.assert(
      fc.property(
        calendars,
        cuts,
        offsets,
        fc.integer({ min: 1, max: 10 }),
        fc.boolean(),
        (calendar, cut, offset, days, counts) => {
          const [from, to] = [plus(calendar, cut.front), CivilDate.addDaysUnsafe(calendar.to, -cut.back)]
          fc.pre(from < to)
          const inside = calendar.days.filter(({ on }) => from <= on && on < to)
          const start = plus(calendar, offset)
          const whole = said(WorkCalendar.addWorkingDays(calendar, start, days, counts))
          const less = said(WorkCalendar.addWorkingDays({ ...calendar, from, to, days: inside }, start, days, counts))
          if (less === "workCalendar.unknownDay") none++
          else {
            expect(less).toBe(whole)
            same++
          }
        },
      ),
      { numRuns: 800 },
    )
    expect(Math.min(same, none)).toBeGreaterThan(50)
  })

  it("gives the same answers whatever the order of its exceptions and weekdays", () => {
    const shuffled = calendars.chain((calendar) =>
      fc.record({
        calendar: fc.constant(calendar),
        days: fc.shuffledSubarray(calendar.days, { minLength: calendar.days.length }),
        weekend: fc.shuffledSubarray([...calendar.weekend], { minLength: calendar.weekend.length }),
      }),
    )
    fc.assert(
      fc.property(shuffled, offsets, fc.integer({ min: 1, max: 10 }), ({ calendar, days, weekend }, offset, count) => {
        const start = plus(calendar, offset)
        expect(WorkCalendar.addWorkingDays({ ...calendar, days, weekend }, start, count, false)).toEqual(
          WorkCalendar.addWorkingDays(calendar, start, count, false),
        )
      }),
    )
  })

  it("with an exception listed again is refused whatever is asked", () => {
    fc.assert(
      fc.property(calendars, fc.nat(), fc.boolean(), offsets, (calendar, place, working, offset) => {
        fc.pre(calendar.days.length > 0)
        const { on, working: before } = calendar.days[place % calendar.days.length]!
        const twice = { ...calendar, days: [...calendar.days, { on, working }] }
        const expected = working === before ? "workCalendar.dayTwice" : "workCalendar.contradiction"
        expect(WorkCalendar.check(twice).map(({ code }) => code)).toEqual([expected])
        expect(said(WorkCalendar.isWorkingDay(twice, plus(calendar, offset)))).toBe(expected)
        expect(said(WorkCalendar.addWorkingDays(twice, plus(calendar, offset), 1, true))).toBe(expected)
      }),
    )
  })

  it("calendar days are counted on, with the first day or without", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30000 }), fc.integer({ min: 1, max: 400 }), (number, days) => {
        const start = CivilDate.ofDayNumberUnsafe(number)
        const last = WorkCalendar.addCalendarDaysUnsafe(start, days, false)
        expect(CivilDate.daysBetween(start, last)).toBe(days)
        expect(CivilDate.addDaysUnsafe(WorkCalendar.addCalendarDaysUnsafe(start, days, true), 1)).toBe(last)
      }),
    )
  })
})
