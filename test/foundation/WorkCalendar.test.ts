import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import { FaultError, sentence } from "../../src/foundation/Fault.js"
import { texts } from "../../src/foundation/FoundationTexts.js"
import * as WorkCalendar from "../../src/foundation/WorkCalendar.js"

const on = CivilDate.parseUnsafe
const code = (result: Result.Result<unknown, { readonly code: string }>): string =>
  Result.isFailure(result) ? result.failure.code : "none"

const run = (from: string, to: string, working: boolean, name: string): ReadonlyArray<WorkCalendar.Exception> =>
  Array.from({ length: CivilDate.daysBetween(on(from), on(to)) + 1 }, (_, index) => ({
    on: CivilDate.addDaysUnsafe(on(from), index),
    working,
    name,
  }))

// 国务院办公厅关于2020年部分节假日安排的通知, 国办发明电〔2019〕16号.
const spring = [
  ...run("2020-01-24", "2020-01-30", false, "春节"),
  ...run("2020-01-19", "2020-01-19", true, "春节调休"),
  ...run("2020-02-01", "2020-02-01", true, "春节调休"),
]
const rest = [
  ...run("2020-01-01", "2020-01-01", false, "元旦"),
  ...run("2020-04-04", "2020-04-06", false, "清明节"),
  ...run("2020-05-01", "2020-05-05", false, "劳动节"),
  ...run("2020-04-26", "2020-04-26", true, "劳动节调休"),
  ...run("2020-05-09", "2020-05-09", true, "劳动节调休"),
  ...run("2020-06-25", "2020-06-27", false, "端午节"),
  ...run("2020-06-28", "2020-06-28", true, "端午节调休"),
  ...run("2020-10-01", "2020-10-08", false, "国庆节、中秋节"),
  ...run("2020-09-27", "2020-09-27", true, "国庆节调休"),
  ...run("2020-10-10", "2020-10-10", true, "国庆节调休"),
]
const year = (days: ReadonlyArray<WorkCalendar.Exception>): WorkCalendar.WorkCalendar => ({
  from: on("2020-01-01"),
  to: on("2021-01-01"),
  weekend: [6, 7],
  days,
})
const announced = year([...spring, ...rest])
// 国务院办公厅关于延长2020年春节假期的通知, 国办发明电〔2020〕1号: the holiday goes on until 2 February, work begins on the 3rd.
const extended = year([
  ...rest,
  ...run("2020-01-19", "2020-01-19", true, "春节调休"),
  ...run("2020-01-24", "2020-02-02", false, "春节"),
])
const bareWeek = year([])

describe("the limits of 山东 2020 (domain notes C28), the day of dispatch not counted", () => {
  it.each([
    ["an ordinary Monday", announced, "2020-03-02", "2020-03-04", "2020-03-09", "2020-03-23"],
    ["the Monday before National Day", announced, "2020-09-28", "2020-09-30", "2020-10-12", "2020-10-26"],
    ["the eve of National Day", announced, "2020-09-30", "2020-10-10", "2020-10-14", "2020-10-28"],
    ["the eve of National Day by the bare week", bareWeek, "2020-09-30", "2020-10-02", "2020-10-07", "2020-10-21"],
    ["the Friday before a make-up Sunday", announced, "2020-09-25", "2020-09-28", "2020-10-09", "2020-10-22"],
    [
      "the Monday before Spring Festival as announced",
      announced,
      "2020-01-20",
      "2020-01-22",
      "2020-02-01",
      "2020-02-14",
    ],
    ["the same Monday once the holiday was extended", extended, "2020-01-20", "2020-01-22", "2020-02-04", "2020-02-18"],
  ])("%s", (_, calendar, dispatched, notOurs, closing, extension) => {
    const limit = (start: string, days: number) =>
      Result.getOrThrow(WorkCalendar.addWorkingDays(calendar, on(start), days, false))
    expect(limit(dispatched, 2)).toBe(notOurs)
    expect(limit(dispatched, 5)).toBe(closing)
    expect(limit(closing, 10)).toBe(extension)
    expect(limit(dispatched, 15)).toBe(extension)
  })

  it("where the first day counts, as in 广州 2018, the limit ends a working day earlier", () => {
    expect(WorkCalendar.addWorkingDaysUnsafe(announced, on("2020-03-02"), 5, true)).toBe("2020-03-06")
    expect(WorkCalendar.addWorkingDaysUnsafe(announced, on("2020-03-02"), 1, true)).toBe("2020-03-02")
    expect(WorkCalendar.addWorkingDaysUnsafe(announced, on("2020-10-03"), 1, true)).toBe("2020-10-09")
  })
})

describe("the year 2020", () => {
  it("has 251 working days, 366 less 104 days of weekend and 11 holidays", () => {
    expect(WorkCalendar.workingDaysBetweenUnsafe(announced, announced.from, announced.to)).toBe(251)
    expect(WorkCalendar.workingDaysBetweenUnsafe(bareWeek, bareWeek.from, bareWeek.to)).toBe(262)
  })

  it("tells holidays and make-up days from ordinary ones", () => {
    const days = ["2020-01-18", "2020-01-19", "2020-01-24", "2020-02-01", "2020-02-03", "2020-10-08", "2020-12-31"]
    expect(days.map((day) => WorkCalendar.isWorkingDayUnsafe(announced, on(day)))).toEqual([
      false,
      true,
      false,
      true,
      true,
      false,
      true,
    ])
  })

  it("leads over a holiday to the next working day", () => {
    expect(WorkCalendar.nextWorkingDayUnsafe(announced, on("2020-09-30"))).toBe("2020-10-09")
    expect(WorkCalendar.nextWorkingDayUnsafe(announced, on("2020-10-09"))).toBe("2020-10-10")
    expect(WorkCalendar.nextWorkingDayUnsafe(announced, on("2020-10-10"))).toBe("2020-10-12")
    expect(WorkCalendar.sameOrNextWorkingDayUnsafe(announced, on("2020-10-10"))).toBe("2020-10-10")
    expect(WorkCalendar.sameOrNextWorkingDayUnsafe(announced, on("2020-10-01"))).toBe("2020-10-09")
  })

  it("puts off a limit in calendar days that ends on a holiday", () => {
    const last = WorkCalendar.addCalendarDaysUnsafe(on("2020-09-28"), 5, false)
    expect(last).toBe("2020-10-03")
    expect(WorkCalendar.sameOrNextWorkingDayUnsafe(announced, last)).toBe("2020-10-09")
  })
})

describe("days that the calendar does not know", () => {
  it("are refused, never answered from the bare week", () => {
    const { isWorkingDay, nextWorkingDay, sameOrNextWorkingDay, addWorkingDays, workingDaysBetween } = WorkCalendar
    for (const result of [
      isWorkingDay(announced, on("2019-12-31")),
      isWorkingDay(announced, on("2021-01-01")),
      nextWorkingDay(announced, on("2020-12-31")),
      nextWorkingDay(announced, on("2019-12-30")),
      nextWorkingDay(announced, on("2021-06-01")),
      nextWorkingDay(announced, on("9999-12-31")),
      sameOrNextWorkingDay(announced, on("2019-12-31")),
      addWorkingDays(announced, on("2020-12-28"), 4, false),
      addWorkingDays(announced, on("2020-12-28"), Number.MAX_SAFE_INTEGER, false),
      workingDaysBetween(announced, on("2019-12-31"), on("2020-01-02")),
      workingDaysBetween(announced, on("2020-01-02"), on("2021-01-02")),
    ]) {
      expect(code(result)).toBe("workCalendar.unknownDay")
    }
  })

  it("are named with what is known", () => {
    expect(WorkCalendar.nextWorkingDay(announced, on("2020-12-31"))).toEqual(
      Result.fail({
        code: "workCalendar.unknownDay",
        path: [],
        params: { date: "2021-01-01", from: "2020-01-01", to: "2021-01-01" },
      }),
    )
    const asked = WorkCalendar.nextWorkingDay(announced, on("2021-06-01"))
    expect(Result.isFailure(asked) && asked.failure.params.date).toBe("2021-06-01")
  })

  it("are only those that are asked: a first day that does not count may lie before", () => {
    expect(WorkCalendar.nextWorkingDayUnsafe(announced, on("2019-12-31"))).toBe("2020-01-02")
    expect(WorkCalendar.addWorkingDaysUnsafe(announced, on("2020-12-28"), 3, false)).toBe("2020-12-31")
  })

  it("include all days after a calendar that is one long holiday", () => {
    const idle = { ...bareWeek, weekend: [1, 2, 3, 4, 5, 6, 7] as const }
    expect(code(WorkCalendar.nextWorkingDay(idle, on("2020-05-01")))).toBe("workCalendar.unknownDay")
    expect(WorkCalendar.workingDaysBetweenUnsafe(idle, idle.from, idle.to)).toBe(0)
  })
})

describe("limits that are none", () => {
  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])("%d days", (days) => {
    expect(code(WorkCalendar.addWorkingDays(announced, on("2020-03-02"), days, false))).toBe("workCalendar.notCount")
    expect(code(WorkCalendar.addCalendarDays(on("2020-03-02"), days, true))).toBe("workCalendar.notCount")
  })

  it("run out of the calendar", () => {
    expect(code(WorkCalendar.addCalendarDays(on("9999-12-31"), 1, false))).toBe("civilDate.outOfRange")
    expect(WorkCalendar.addCalendarDaysUnsafe(on("9999-12-31"), 1, true)).toBe("9999-12-31")
  })
})

describe("calendars that are wrong", () => {
  const wrong: WorkCalendar.WorkCalendar = {
    from: on("2020-01-01"),
    to: on("2020-02-01"),
    weekend: [6, 7, 6],
    days: [
      { on: on("2020-01-24"), working: false },
      { on: on("2020-01-24"), working: true },
      { on: on("2020-01-25"), working: false },
      { on: on("2020-01-25"), working: false },
      { on: on("2020-02-01"), working: true },
    ],
  }
  const found = [
    ["workCalendar.weekdayTwice", ["weekend", 2]],
    ["workCalendar.contradiction", ["days", 1, "on"]],
    ["workCalendar.dayTwice", ["days", 3, "on"]],
    ["workCalendar.dayOutside", ["days", 4, "on"]],
  ]

  it("are told all that is wrong, each at its place", () => {
    expect(WorkCalendar.check(wrong).map(({ code, path }) => [code, path])).toEqual(found)
    expect(WorkCalendar.check(announced)).toEqual([])
  })

  it("a contradiction is one wherever the odd entry stands", () => {
    const codes = (...working: ReadonlyArray<boolean>) =>
      WorkCalendar.check(year(working.map((working) => ({ on: on("2020-03-02"), working })))).map(({ code }) => code)
    const twice = ["workCalendar.contradiction", "workCalendar.contradiction"]
    expect([codes(true, false, false), codes(false, true, false), codes(false, false, true)]).toEqual([
      twice,
      twice,
      twice,
    ])
    expect(codes(true, true, true)).toEqual(["workCalendar.dayTwice", "workCalendar.dayTwice"])
  })

  it("are refused by the schema", () => {
    const decoded = Schema.decodeUnknownResult(WorkCalendar.WorkCalendar)(wrong, { errors: "all" })
    const message = Result.isFailure(decoded) ? decoded.failure.message : ""
    for (const [code] of found) expect(message).toContain(code)
    expect(message).toContain('["days"][1]["on"]')
    expect(Schema.decodeUnknownSync(WorkCalendar.WorkCalendar)(announced)).toEqual(announced)
    expect(Schema.is(WorkCalendar.WorkCalendar)({ ...announced, weekend: [0] })).toBe(false)
    expect(Schema.is(WorkCalendar.WorkCalendar)({ ...announced, to: announced.from })).toBe(false)
  })

  it("answer no question", () => {
    const day = on("2020-01-02")
    expect(code(WorkCalendar.isWorkingDay(wrong, day))).toBe("workCalendar.weekdayTwice")
    expect(code(WorkCalendar.nextWorkingDay(wrong, day))).toBe("workCalendar.weekdayTwice")
    expect(code(WorkCalendar.workingDaysBetween(wrong, day, day))).toBe("workCalendar.weekdayTwice")
    expect(code(WorkCalendar.isWorkingDay({ ...bareWeek, to: bareWeek.from }, day))).toBe("workCalendar.emptySpan")
    expect(() => WorkCalendar.isWorkingDayUnsafe(wrong, day)).toThrow(FaultError)
  })
})

describe("the index", () => {
  it("follows a calendar whose parts were exchanged after it was asked", () => {
    const days: Array<WorkCalendar.Exception> = []
    const mutable = { ...year(days) }
    const ask = () => WorkCalendar.isWorkingDayUnsafe(mutable, on("2020-10-01"))
    expect(ask()).toBe(true)
    days.push({ on: on("2020-10-01"), working: false })
    expect(ask()).toBe(false)
    mutable.days = []
    expect(ask()).toBe(true)
    mutable.weekend = [4]
    expect(ask()).toBe(false)
    mutable.to = on("2020-10-01")
    expect(ask).toThrow("workCalendar.unknownDay")
    mutable.to = on("2020-10-03")
    mutable.from = on("2020-10-02")
    expect(WorkCalendar.workingDaysBetweenUnsafe(mutable, mutable.from, mutable.to)).toBe(1)
    expect(WorkCalendar.nextWorkingDayUnsafe(mutable, on("2020-10-01"))).toBe("2020-10-02")
  })

  it("answers over eight thousand years without walking through them", () => {
    const long = { ...bareWeek, from: on("1000-01-06"), to: on("9999-01-01") }
    let checked = 0
    for (let weeks = 400_000; weeks < 402_000; weeks++) {
      const end = WorkCalendar.addWorkingDaysUnsafe(long, long.from, weeks * 5, false)
      expect(CivilDate.daysBetween(long.from, end)).toBe(weeks * 7)
      checked++
    }
    expect(checked).toBe(2000)
  })
})

describe("the sentences", () => {
  it("of all faults are filled in, in both languages", () => {
    const results: ReadonlyArray<Result.Result<unknown, WorkCalendar.WorkCalendarFault>> = [
      ...["weekdayTwice", "contradiction", "dayTwice", "dayOutside", "emptySpan"].map((kind) => {
        const day = { on: on("2020-03-02"), working: false }
        const parts = {
          weekdayTwice: { weekend: [7, 7] as const },
          contradiction: { days: [day, { ...day, working: true }] },
          dayTwice: { days: [day, day] },
          dayOutside: { days: [{ ...day, on: on("2021-03-02") }] },
          emptySpan: { to: bareWeek.from },
        }[kind]
        return WorkCalendar.isWorkingDay({ ...bareWeek, ...parts }, day.on)
      }),
      WorkCalendar.isWorkingDay(announced, on("2021-03-02")),
      WorkCalendar.addWorkingDays(announced, on("2020-03-02"), 0, false),
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
