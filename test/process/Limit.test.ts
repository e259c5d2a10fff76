/**
 * Told cases of limits: the domain notes' C28 (山东 2020), §5.2 (蚌埠, 广州 2018), the hours and days of Beijing's hotline
 * standard and the fifteen working days of the 好差评 rules (peers §3e). The moments of each are made up.
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Exact from "../../src/foundation/Exact.js"
import { sentence } from "../../src/foundation/Fault.js"
import * as WorkCalendar from "../../src/foundation/WorkCalendar.js"
import * as Limit from "../../src/process/Limit.js"
import { texts } from "../../src/process/ProcessTexts.js"
import { at, cite, codesOf, hours2020, limit, on, year2020 } from "./clocks.js"

const basis: Limit.Basis = { calendar: year2020, hours: hours2020 }
const course = (started: Limit.Moment, now: Limit.Moment, fields: Partial<Limit.Course> = {}): Limit.Course => ({
  started,
  holds: [],
  now,
  ...fields,
})
const read = (self: Limit.Limit, of: Limit.Course, by: Limit.Basis = basis) =>
  Result.getOrThrow(Limit.read(self, of, by))
const deadline = (self: Limit.Limit, started: Limit.Moment, fields: Partial<Limit.Course> = {}) =>
  read(self, course(started, started, fields)).deadline

const closing = limit({ amount: 5, unit: "workingDay", extension: { most: 10 } })
const notOurs = limit({ id: "退回", amount: 2, unit: "workingDay" })

describe("the limits of 山东 2020 (C28), the day of dispatch not counted", () => {
  it.each([
    ["an ordinary Monday", "2020-03-02", "2020-03-04", "2020-03-09", "2020-03-23"],
    ["the Monday before National Day", "2020-09-28", "2020-09-30", "2020-10-12", "2020-10-26"],
    ["the eve of National Day", "2020-09-30", "2020-10-10", "2020-10-14", "2020-10-28"],
    ["the Friday before a make-up Sunday", "2020-09-25", "2020-09-28", "2020-10-09", "2020-10-22"],
    ["a Saturday, which does not count", "2020-03-07", "2020-03-10", "2020-03-13", "2020-03-27"],
  ])("%s", (_, started, back, end, extended) => {
    expect(deadline(notOurs, on(started))).toBe(back)
    expect(deadline(closing, on(started))).toBe(end)
    expect(deadline(closing, on(started), { extensions: [{ at: on(started), by: 10 }] })).toBe(extended)
  })

  it("is green to four fifths, amber to the whole, red beyond, each end included", () => {
    const lights = ["2020-03-02", "2020-03-05", "2020-03-06", "2020-03-07", "2020-03-09", "2020-03-10"].map((now) => {
      const { light, share, state, remaining } = read(closing, course(on("2020-03-02"), on(now)))
      return [now, Exact.text(share), light, state, remaining]
    })
    expect(lights).toEqual([
      ["2020-03-02", "0", "green", "running", 5],
      ["2020-03-05", "0.6", "green", "running", 2],
      ["2020-03-06", "0.8", "green", "running", 1],
      ["2020-03-07", "0.8", "green", "running", 1],
      ["2020-03-09", "1", "amber", "running", 0],
      ["2020-03-10", "1.2", "red", "late", 0],
    ])
  })

  it("is late on the Saturday after a last Friday, overdue by nothing, and by one on Monday", () => {
    const late = (now: string) => read(closing, course(on("2020-02-28"), on(now)))
    expect(late("2020-03-06")).toMatchObject({ state: "running", light: "amber", overdue: 0 })
    expect(late("2020-03-07")).toMatchObject({ state: "late", light: "red", overdue: 0, remaining: 0 })
    expect(late("2020-03-09")).toMatchObject({ state: "late", overdue: 1 })
  })

  it("may be extended before it runs out, on its last day too, by no more than ten days in all", () => {
    const asked = (...extensions: ReadonlyArray<{ readonly at: Limit.Moment; readonly by: number }>) =>
      Limit.read(closing, course(on("2020-03-02"), on("2020-03-20"), { extensions }), basis)
    expect(Result.getOrThrow(asked({ at: on("2020-03-09"), by: 4 })).deadline).toBe("2020-03-13")
    expect(Result.getOrThrow(asked({ at: on("2020-03-13"), by: 6 }, { at: on("2020-03-09"), by: 4 })).deadline).toBe(
      "2020-03-23",
    )
  })

  it("leaves out what may not extend it and goes on counting, with the reason of each", () => {
    const asked = (now: string, ...extensions: ReadonlyArray<{ readonly at: Limit.Moment; readonly by: number }>) => {
      const read = Limit.read(closing, course(on("2020-03-02"), on(now), { extensions }), basis)
      const { deadline, leftOut = [], state } = Result.getOrThrow(read)
      return [deadline, state, ...leftOut.map(({ code, path }) => `${code} ${path.join(".")}`)]
    }
    const plain = ["2020-03-09", "late"]
    expect(asked("2020-03-20", { at: on("2020-03-10"), by: 4 })).toEqual([
      ...plain,
      "limit.extendedLate extensions.0.at",
    ])
    expect(asked("2020-03-20", { at: on("2020-03-03"), by: 11 })).toEqual([
      ...plain,
      "limit.extendedTooFar extensions.0.by",
    ])
    expect(asked("2020-03-20", { at: on("2020-03-03"), by: 0 })).toEqual([...plain, "limit.notAmount extensions.0.by"])
    expect(asked("2020-03-20", { at: on("2020-03-03"), by: 4 }, { at: on("2020-03-04"), by: 7 })).toEqual([
      "2020-03-13",
      "late",
      "limit.extendedTooFar extensions.1.by",
    ])
    expect(asked("2020-03-20", { at: on("2020-03-03"), by: 10 }, { at: on("2020-03-04"), by: 1 })).toEqual([
      "2020-03-23",
      "running",
      "limit.notExtensible extensions.1.by",
    ])
    // What somebody will do later does not count yet.
    expect(asked("2020-03-05", { at: on("2020-03-06"), by: 4 })).toEqual([
      "2020-03-09",
      "running",
      "limit.extendedLater extensions.0.at",
    ])
    expect(asked("2020-03-06", { at: on("2020-03-06"), by: 4 })).toEqual(["2020-03-13", "running"])
  })
})

describe("other published limits", () => {
  it("蚌埠: twenty minutes by telephone, to the millisecond", () => {
    const feedback = limit({ amount: 20, unit: "clockMinute" })
    const stands = (now: string) => read(feedback, course(at("2020-03-02T08:00"), at(now)))
    expect(stands("2020-03-02T08:16")).toMatchObject({ light: "green", remaining: 240_000 })
    expect(stands("2020-03-02T08:16:00.001")).toMatchObject({ light: "amber" })
    expect(stands("2020-03-02T08:20")).toMatchObject({ light: "amber", state: "running", remaining: 0 })
    expect(stands("2020-03-02T08:20:00.001")).toMatchObject({ light: "red", state: "late", overdue: 1 })
  })

  it("蚌埠: signed for within one working day, over National Day on the ninth of October", () => {
    const sign = limit({ amount: 1, unit: "workingDay" })
    expect(deadline(sign, on("2020-09-30"))).toBe("2020-10-09")
    expect(deadline(sign, at("2020-09-30T23:59:59.999"))).toBe("2020-10-09")
    expect(deadline(sign, at("2020-10-01T00:00"))).toBe("2020-10-09")
  })

  it.each([
    ["one hour", 1, "clockHour", at("2020-03-06T16:30"), at("2020-03-06T17:30")],
    ["two hours", 2, "clockHour", at("2020-03-06T23:00"), at("2020-03-07T01:00")],
    ["24 hours", 24, "clockHour", at("2020-03-06T16:30"), at("2020-03-07T16:30")],
    ["seven days", 7, "calendarDay", on("2020-03-06"), on("2020-03-13")],
    ["fifteen days", 15, "calendarDay", on("2020-03-06"), on("2020-03-21")],
  ] as const)("北京: %s", (_, amount, unit, started, end) => {
    expect(deadline(limit({ amount, unit }), started)).toBe(end)
  })

  it("好差评: a bad rating put right within fifteen working days", () => {
    const rectified = limit({ amount: 15, unit: "workingDay" })
    expect(deadline(rectified, on("2020-03-02"))).toBe("2020-03-23")
    expect(deadline(rectified, on("2020-04-20"))).toBe("2020-05-12")
  })

  it("广州 2018: the first day counts, where it is a working day", () => {
    const inclusive = limit({ amount: 5, unit: "workingDay", countsFirstDay: true })
    expect(deadline(inclusive, on("2020-03-02"))).toBe("2020-03-06")
    expect(deadline(inclusive, on("2020-03-07"))).toBe("2020-03-13")
    expect(read(inclusive, course(on("2020-03-02"), on("2020-03-02"))).elapsed).toBe(1)
  })
})

describe("hours in which the office is open", () => {
  const four = limit({ amount: 4, unit: "workingHour" })

  it("end with the close of business", () => {
    expect(deadline(four, at("2020-03-06T13:30"))).toBe(at("2020-03-06T17:30"))
    expect(deadline(four, at("2020-03-06T15:30"))).toBe(at("2020-03-09T11:00"))
    expect(deadline(four, at("2020-03-07T15:30"))).toBe(at("2020-03-09T14:30"))
    const evening = read(four, course(at("2020-03-06T13:30"), at("2020-03-06T20:00")))
    expect(evening).toMatchObject({ state: "late", light: "red", overdue: 0 })
  })

  it("are listed stretch by stretch, without the hold", () => {
    const held = course(at("2020-03-06T15:30"), at("2020-03-09T14:00"), {
      holds: [{ from: at("2020-03-06T16:00"), to: at("2020-03-09T10:00") }],
    })
    const counted = Result.getOrThrow(Limit.counted(four, held, basis))
    expect(counted.map((each) => each.kind === "stretch" && [each.from, each.milliseconds / 60_000])).toEqual([
      [at("2020-03-06T15:30"), 30],
      [at("2020-03-09T10:00"), 120],
      [at("2020-03-09T13:30"), 30],
    ])
    expect(read(four, held)).toMatchObject({ elapsed: 180 * 60_000, deadline: at("2020-03-09T15:00") })
  })
})

describe("months", () => {
  const months = (amount: number, countsFirstDay: boolean) => limit({ amount, unit: "month", countsFirstDay })

  it.each([
    ["the day with the same number", 1, false, "2020-01-15", "2020-02-15"],
    ["the last day of a shorter month", 1, false, "2020-01-31", "2020-02-29"],
    ["six months", 6, false, "2020-03-31", "2020-09-30"],
    ["the day before, where the first day counts", 1, true, "2020-03-01", "2020-03-31"],
    ["the last day all the same, where the month is too short", 1, true, "2020-01-31", "2020-02-29"],
    ["the day before the last, where it is just long enough", 1, true, "2020-01-29", "2020-02-28"],
  ])("%s", (_, amount, counts, started, end) => {
    expect(deadline(months(amount, counts), on(started))).toBe(end)
  })

  it("come to as many days as they have, and are put off by a hold", () => {
    const reading = read(months(1, false), course(on("2020-02-01"), on("2020-02-11")))
    expect([reading.total, reading.elapsed]).toEqual([29, 10])
    const held = { holds: [{ from: on("2020-02-10"), to: on("2020-02-20") }] }
    expect(deadline(months(1, false), on("2020-02-01"), { ...held, now: on("2020-02-10") })).toBe("2020-03-11")
    // Before it begins nothing is known of it.
    expect(deadline(months(1, false), on("2020-02-01"), { ...held, now: on("2020-02-09") })).toBe("2020-03-01")
  })
})

describe("a last day that is no working day", () => {
  const days = (endsOnWorkingDay: boolean) => limit({ amount: 3, unit: "calendarDay", endsOnWorkingDay })

  it("stands where the text does not say otherwise", () => {
    expect(deadline(days(false), on("2020-03-04"))).toBe("2020-03-07")
  })

  it("is put off to the next one where it does, and the light with it", () => {
    expect(deadline(days(true), on("2020-03-04"))).toBe("2020-03-09")
    expect(deadline(days(true), on("2020-09-28"))).toBe("2020-10-09")
    const monday = read(days(true), course(on("2020-03-04"), on("2020-03-09")))
    expect(monday).toMatchObject({ state: "running", light: "amber", total: 5, remaining: 0 })
  })
})

describe("holds", () => {
  const five = limit({ amount: 5, unit: "workingDay" })
  const held = (from: string, to?: string, now = "2020-03-20") =>
    read(
      five,
      course(on("2020-03-02"), on(now), {
        holds: [to === undefined ? { from: on(from) } : { from: on(from), to: on(to) }],
      }),
    )

  it("of a day move the last day by as many working days as lie between them", () => {
    expect(held("2020-03-04", "2020-03-06").deadline).toBe("2020-03-11")
    expect(held("2020-03-06", "2020-03-09").deadline).toBe("2020-03-10")
    expect(held("2020-03-07", "2020-03-09").deadline).toBe("2020-03-09")
  })

  it("that end on the day they began put off nothing", () => {
    expect(held("2020-03-04", "2020-03-04").deadline).toBe("2020-03-09")
  })

  it("on the last day still save the limit, and leave a day for its end", () => {
    expect(held("2020-03-09", "2020-03-16")).toMatchObject({ deadline: "2020-03-16", state: "late" })
    expect(held("2020-03-09", "2020-03-16", "2020-03-13")).toMatchObject({ state: "held", remaining: 1 })
  })

  it("without an end leave no deadline, and what was late before stays late", () => {
    expect(held("2020-03-04")).toMatchObject({ state: "held", elapsed: 1, light: "green" })
    expect(held("2020-03-04").deadline).toBeUndefined()
    expect(held("2020-03-11")).toMatchObject({ state: "late", deadline: "2020-03-09", overdue: 1 })
  })

  it("do not count before the start", () => {
    expect(held("2020-02-01", "2020-03-02").deadline).toBe("2020-03-09")
  })
})

describe("a matter that ended", () => {
  it("is read as it ended, whenever it is asked", () => {
    const five = limit({ amount: 5, unit: "workingDay" })
    const ended = (end: string, now: string) => read(five, course(on("2020-03-02"), on(now), { ended: on(end) }))
    expect(ended("2020-03-09", "2020-12-01")).toMatchObject({ state: "met", isOver: true, light: "amber", elapsed: 5 })
    expect(ended("2020-03-10", "2020-12-01")).toMatchObject({ state: "late", isOver: true, overdue: 1 })
    expect(ended("2020-03-09", "2020-03-05")).toMatchObject({ state: "running", isOver: false, elapsed: 3 })
  })
})

describe("what is refused", () => {
  it("a working-day limit without a calendar, hours without office hours or an instant, a day without an offset", () => {
    const days = limit({ amount: 1, unit: "workingDay" })
    const hours = limit({ amount: 1, unit: "workingHour" })
    const ask = (self: Limit.Limit, started: Limit.Moment, by: Limit.Basis) =>
      codesOf(Limit.read(self, course(started, started), by))
    expect(ask(days, on("2020-03-02"), {})).toEqual(["limit.noCalendar"])
    expect(ask(hours, at("2020-03-02T09:00"), {})).toEqual(["limit.noCalendar", "limit.noHours"])
    expect(ask(hours, on("2020-03-02"), basis)).toEqual(["limit.needsInstant", "limit.needsInstant"])
    expect(ask(days, at("2020-03-02T09:00"), { calendar: year2020 })).toEqual(["limit.noOffset", "limit.noOffset"])
  })

  it("a day that the calendar does not know: never a guess", () => {
    const days = limit({ amount: 5, unit: "workingDay" })
    expect(codesOf(Limit.read(days, course(on("2020-12-28"), on("2020-12-28")), basis))).toEqual([
      "workCalendar.unknownDay",
    ])
  })

  it("of a matter that ended before the calendar does, the last day, and nothing else", () => {
    const days = limit({ amount: 5, unit: "workingDay" })
    const ended = course(on("2020-12-25"), on("2020-12-31"), { ended: on("2020-12-28") })
    const { deadlineUnknown, ...reading } = Result.getOrThrow(Limit.read(days, ended, basis))
    expect(reading).toMatchObject({ state: "met", light: "green", isOver: true, elapsed: 1, total: 5, remaining: 4 })
    expect(reading.deadline).toBeUndefined()
    expect(deadlineUnknown?.map(({ code }) => code)).toEqual(["workCalendar.unknownDay"])
    expect(codesOf(Limit.read(days, { ...ended, now: on("2020-12-27") }, basis))).toEqual(["workCalendar.unknownDay"])
  })

  it("everything wrong with a course at once, each with its place", () => {
    const bad = course(on("2020-03-10"), on("2020-03-20"), {
      ended: on("2020-03-09"),
      holds: [{ from: on("2020-03-12"), to: on("2020-03-11") }],
    })
    const found = Limit.read(limit({ amount: 5, unit: "workingDay" }), bad, {})
    expect(Result.isFailure(found) && found.failure.map(({ code, path }) => [code, ...path])).toEqual([
      ["limit.endedBefore", "ended"],
      ["limit.holdBackwards", "holds", 0, "to"],
      ["limit.noCalendar"],
    ])
  })

  it("past the last day that there is, without throwing", () => {
    const days = limit({ amount: 10_000_000, unit: "calendarDay" })
    expect(codesOf(Limit.read(days, course(on("2020-03-02"), on("2020-03-02")), {}))).toEqual(["civilDate.outOfRange"])
    const months = limit({ amount: 10_000_000, unit: "month" })
    expect(codesOf(Limit.read(months, course(on("2020-03-02"), on("2020-03-02")), {}))).toEqual([
      "civilDate.outOfRange",
    ])
  })

  it("extensions that are no whole amount, and of a limit that allows none", () => {
    expect([0, -1, 1.5, Number.NaN].flatMap((by) => codesOf(Limit.extended(closing, by)))).toEqual(
      Array.from({ length: 4 }, () => "limit.notAmount"),
    )
    expect(codesOf(Limit.extended(notOurs, 1))).toEqual(["limit.notExtensible"])
    const once = limit({ amount: 5, unit: "workingDay", extension: { most: 10, times: 1 } })
    expect(Result.getOrThrow(Limit.extended(once, 2)).extension).toBeUndefined()
    const twice = limit({ amount: 5, unit: "workingDay", extension: { most: 10, times: 2 } })
    expect(Result.getOrThrow(Limit.extended(twice, 2)).extension).toEqual({ most: 8, times: 1 })
  })
})

describe("lights", () => {
  it("of a text of its own stand where it sets them", () => {
    const lights = { green: "0.5", amber: "0.75" }
    const light = (now: string) => read(closing, course(on("2020-03-02"), on(now)), { ...basis, lights }).light
    expect([light("2020-03-04"), light("2020-03-05"), light("2020-03-06"), light("2020-03-09")]).toEqual([
      "green",
      "amber",
      "red",
      "red",
    ])
  })

  it("are exact texts in order", () => {
    const isLights = Schema.is(Limit.Lights)
    expect(isLights(Limit.standardLights)).toBe(true)
    expect(isLights({ green: "0.8", amber: "0.75" })).toBe(false)
    expect(isLights({ green: 0.8, amber: "1" })).toBe(false)
  })
})

describe("long spans", () => {
  it("cost no more than short ones, by index: thirty years of working days, a thousand times", () => {
    const calendar: WorkCalendar.WorkCalendar = {
      from: on("2000-01-01"),
      to: on("2040-01-01"),
      weekend: [6, 7],
      days: [],
    }
    const long = limit({ amount: 7500, unit: "workingDay" })
    for (let index = 0; index < 1000; index++) {
      const start = CivilDate.addDaysUnsafe(on("2001-01-01"), index)
      const { deadline, state } = read(long, course(start, on("2039-01-01")), { calendar })
      expect([deadline, state]).toEqual([WorkCalendar.addWorkingDaysUnsafe(calendar, start, 7500, false), "late"])
    }
  })
})

describe("the table", () => {
  const table: Limit.Table = {
    format: 1,
    id: "示例时限表",
    versions: [
      { from: on("2020-01-01"), to: on("2020-07-01"), value: [closing], cite },
      { from: on("2020-07-01"), value: [{ ...closing, amount: 3, cite: { ...cite, article: 4 } }, notOurs], cite },
    ],
  }

  it("is a document that reads what it writes", () => {
    const written = Result.getOrThrow(Limit.document.encode(table))
    expect(Limit.document.decode(JSON.parse(JSON.stringify(written)))).toEqual(Result.succeed(table))
  })

  it("gives the limit of a day with its source", () => {
    expect(Limit.find(table, "办结", on("2020-06-30"))).toMatchObject({ amount: 5, cite })
    expect(Limit.find(table, "办结", on("2020-07-01"))).toMatchObject({ amount: 3, cite: { article: 4 } })
    expect(Limit.find(table, "退回", on("2020-06-30"))).toBeUndefined()
  })

  it("refuses bad limits at once, each in words", () => {
    const bad = { ...closing, amount: 0, unit: "week" }
    const decoded = Limit.document.decode({ ...table, versions: [{ from: "2020-01-01", value: [bad], cite }] })
    expect(codesOf(decoded)).toEqual(["document.value", "document.noVariant"])
    const twice = Limit.document.decode({
      ...table,
      versions: [{ from: "2020-01-01", value: [closing, closing], cite }],
    })
    expect(Result.isFailure(twice) && twice.failure.map((found) => sentence(texts, found, "zh"))).toEqual([
      "时限“办结”列了两次",
    ])
  })
})
