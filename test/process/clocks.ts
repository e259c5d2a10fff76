/** Calendars, office hours and courses for the tests of limits. */
import * as Result from "effect/Result"
import * as fc from "fast-check"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import type * as WorkCalendar from "../../src/foundation/WorkCalendar.js"
import type * as Limit from "../../src/process/Limit.js"
import type * as OfficeHours from "../../src/process/OfficeHours.js"

export const on = CivilDate.parseUnsafe
export const at = (text: string): Coordinate.Instant => Coordinate.instantUnsafe(Date.parse(`${text}+08:00`))
export const codesOf = (result: Result.Result<unknown, unknown>): ReadonlyArray<string> => {
  if (Result.isSuccess(result)) return []
  const failure = result.failure as { readonly code: string } | ReadonlyArray<{ readonly code: string }>
  return ("code" in failure ? [failure] : failure).map(({ code }) => code)
}
export const cite = { title: "示例办法", standing: "transcription" } as const

const run = (from: string, to: string, working: boolean): ReadonlyArray<WorkCalendar.Exception> =>
  Array.from({ length: CivilDate.daysBetween(on(from), on(to)) + 1 }, (_, index) => ({
    on: CivilDate.addDaysUnsafe(on(from), index),
    working,
  }))

// 国务院办公厅关于2020年部分节假日安排的通知, 国办发明电〔2019〕16号, as announced.
export const year2020: WorkCalendar.WorkCalendar = {
  from: on("2020-01-01"),
  to: on("2021-01-01"),
  weekend: [6, 7],
  days: [
    ...run("2020-01-01", "2020-01-01", false),
    ...run("2020-01-24", "2020-01-30", false),
    ...run("2020-01-19", "2020-01-19", true),
    ...run("2020-02-01", "2020-02-01", true),
    ...run("2020-04-04", "2020-04-06", false),
    ...run("2020-05-01", "2020-05-05", false),
    ...run("2020-04-26", "2020-04-26", true),
    ...run("2020-05-09", "2020-05-09", true),
    ...run("2020-06-25", "2020-06-27", false),
    ...run("2020-06-28", "2020-06-28", true),
    ...run("2020-10-01", "2020-10-08", false),
    ...run("2020-09-27", "2020-09-27", true),
    ...run("2020-10-10", "2020-10-10", true),
  ],
}

/** 09:00–12:00 and 13:30–17:30, made up: seven hours a day. */
export const hours2020: OfficeHours.OfficeHours = {
  format: 1,
  offsetMinutes: 480,
  timetables: [
    {
      from: on("2020-01-01"),
      value: {
        daily: [
          { from: 540, to: 720 },
          { from: 810, to: 1050 },
        ],
        weekdays: [],
      },
      cite,
    },
  ],
}

export const limit = (fields: Pick<Limit.Limit, "amount" | "unit"> & Partial<Limit.Limit>): Limit.Limit => ({
  id: "办结",
  countsFirstDay: false,
  starts: "派单",
  ends: ["办结"],
  holds: ["挂起"],
  ...fields,
})

// ---------------------------------------------------------------- arbitraries

const FIRST = CivilDate.dayNumber(on("2020-01-01"))
export const SPAN = 120
export const DAY = 86_400_000

export const dayAt = (offset: number): CivilDate.CivilDate => CivilDate.ofDayNumberUnsafe(FIRST + offset)
export const minuteAt = (minutes: number): Coordinate.Instant =>
  Coordinate.instantUnsafe(FIRST * DAY + minutes * 60_000)

/** A calendar of 120 days with one or two days off a week and up to fifteen days that depart from it. */
export const calendars: fc.Arbitrary<WorkCalendar.WorkCalendar> = fc
  .record({
    weekend: fc.constantFrom<ReadonlyArray<CivilDate.Weekday>>([6, 7], [7], []),
    days: fc.uniqueArray(fc.record({ offset: fc.nat(SPAN - 1), working: fc.boolean() }), {
      selector: ({ offset }) => offset,
      maxLength: 15,
    }),
  })
  .map(({ weekend, days }) => ({
    from: dayAt(0),
    to: dayAt(SPAN),
    weekend,
    days: days.map(({ offset, working }) => ({ on: dayAt(offset), working })),
  }))

const stretches: fc.Arbitrary<ReadonlyArray<OfficeHours.Stretch>> = fc
  .uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 0, maxLength: 4 })
  .map((bounds) => {
    const sorted = bounds.toSorted((a, b) => a - b)
    const pairs = [sorted.slice(0, 2), sorted.slice(2, 4)].filter(({ length }) => length === 2)
    return pairs.map(([from, to]) => ({ from: from!, to: to! }))
  })

const timetables: fc.Arbitrary<OfficeHours.Timetable> = fc.record({
  daily: stretches,
  weekdays: fc.uniqueArray(fc.record({ weekday: fc.constantFrom<CivilDate.Weekday>(1, 2, 3, 4, 5, 6, 7), stretches }), {
    selector: ({ weekday }) => weekday,
    maxLength: 2,
  }),
})

/** Hours at some offset, with a second timetable from some day on, now and then after days without any. */
export const officeHours: fc.Arbitrary<OfficeHours.OfficeHours> = fc
  .record({
    offsetMinutes: fc.constantFrom(480, 0, -300, 345),
    first: timetables,
    second: timetables,
    change: fc.integer({ min: 1, max: SPAN - 1 }),
    gap: fc.constantFrom(0, 0, 0, 2),
  })
  .map(({ offsetMinutes, first, second, change, gap }) => ({
    format: 1,
    offsetMinutes,
    timetables: [
      { from: dayAt(0), to: dayAt(change), value: first, cite },
      { from: dayAt(change + gap), value: second, cite },
    ],
  }))
