import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import * as OfficeHours from "../../src/process/OfficeHours.js"
import { at, cite, codesOf, hours2020, on, year2020 } from "./clocks.js"

const minutes = (from: string, to: string) =>
  Result.getOrThrow(OfficeHours.between(hours2020, year2020, at(from), at(to))) / 60_000

describe("an office open 09:00–12:00 and 13:30–17:30 (made up) in 2020", () => {
  it("is open from the first minute of a stretch up to, but without, the last", () => {
    const open = (text: string) => Result.getOrThrow(OfficeHours.isOpen(hours2020, year2020, at(text)))
    expect([open("2020-03-02T08:59:59.999"), open("2020-03-02T09:00")]).toEqual([false, true])
    expect([open("2020-03-02T11:59:59.999"), open("2020-03-02T12:00")]).toEqual([true, false])
  })

  it.each([
    ["a day", "2020-03-02T00:00", "2020-03-03T00:00", 420],
    ["over noon", "2020-03-02T11:50", "2020-03-02T13:40", 20],
    ["a weekend", "2020-03-07T00:00", "2020-03-09T00:00", 0],
    ["a make-up Sunday", "2020-09-27T00:00", "2020-09-28T00:00", 420],
    ["National Day, eight days", "2020-10-01T00:00", "2020-10-09T00:00", 0],
    ["no time at all", "2020-03-02T10:00", "2020-03-02T10:00", 0],
    ["the whole year of 251 working days", "2020-01-01T00:00", "2021-01-01T00:00", 251 * 420],
  ])("%s", (_, from, to, open) => {
    expect(minutes(from, to)).toBe(open)
  })

  it("ends a length of time with the close of business, not with the next opening", () => {
    const ends = (from: string, length: number) =>
      Result.getOrThrow(OfficeHours.after(hours2020, year2020, at(from), length * 60_000))
    expect(ends("2020-03-06T13:30", 240)).toBe(at("2020-03-06T17:30"))
    expect(ends("2020-03-06T13:30", 241)).toBe(at("2020-03-09T09:01"))
    expect(ends("2020-09-30T17:30", 1)).toBe(at("2020-10-09T09:01"))
  })

  it("refuses days that it does not know, and never guesses", () => {
    const between = (from: string, to: string) => OfficeHours.between(hours2020, year2020, at(from), at(to))
    expect(codesOf(between("2020-12-31T09:00", "2021-01-01T00:00:00.001"))).toEqual(["workCalendar.unknownDay"])
    expect(codesOf(between("2019-12-31T23:59", "2020-01-02T00:00"))).toEqual(["workCalendar.unknownDay"])
    expect(codesOf(OfficeHours.after(hours2020, year2020, at("2020-12-31T09:00"), 8 * 3_600_000))).toEqual([
      "workCalendar.unknownDay",
    ])
    const late = { ...hours2020, timetables: [{ ...hours2020.timetables[0]!, from: on("2020-03-03") }] }
    expect(codesOf(OfficeHours.between(late, year2020, at("2020-03-02T09:00"), at("2020-03-03T10:00")))).toEqual([
      "officeHours.unknownDay",
    ])
  })

  it("lists nothing where no time has passed, on a day that it does not know either", () => {
    const nowhere = at("2021-03-01T10:00")
    expect(OfficeHours.openTimes(hours2020, year2020, nowhere, nowhere)).toEqual(Result.succeed([]))
  })

  it("refuses what is no length, and an end before the beginning", () => {
    const ends = (length: number) => OfficeHours.after(hours2020, year2020, at("2020-03-02T09:00"), length)
    expect([0, -1, 0.5, Number.NaN].flatMap((length) => codesOf(ends(length)))).toEqual(
      Array.from({ length: 4 }, () => "officeHours.notLength"),
    )
    expect(codesOf(OfficeHours.between(hours2020, year2020, at("2020-03-02T10:00"), at("2020-03-02T09:00")))).toEqual([
      "officeHours.backwards",
    ])
  })
})

describe("timetables that change", () => {
  const summer: OfficeHours.OfficeHours = {
    format: 1,
    offsetMinutes: 480,
    timetables: [
      { from: on("2020-01-01"), to: on("2020-06-01"), value: { daily: [{ from: 540, to: 720 }], weekdays: [] }, cite },
      {
        from: on("2020-06-01"),
        value: {
          daily: [{ from: 510, to: 720 }],
          weekdays: [{ weekday: 5, stretches: [] }],
        },
        cite,
      },
    ],
  }

  it("hold from their days on, and a weekday can have hours of its own, or none", () => {
    const open = (from: string, to: string) =>
      Result.getOrThrow(OfficeHours.between(summer, year2020, at(from), at(to))) / 60_000
    expect(open("2020-05-29T00:00", "2020-05-30T00:00")).toBe(180)
    expect(open("2020-06-01T00:00", "2020-06-02T00:00")).toBe(210)
    expect(open("2020-06-05T00:00", "2020-06-06T00:00")).toBe(0)
  })
})

describe("the document", () => {
  it("reads what it writes", () => {
    const written = Result.getOrThrow(OfficeHours.document.encode(hours2020))
    expect(OfficeHours.document.decode(JSON.parse(JSON.stringify(written)))).toEqual(Result.succeed(hours2020))
  })

  it("refuses everything that is wrong at once", () => {
    const bad = {
      format: 1,
      offsetMinutes: 2000,
      timetables: [
        {
          from: "2020-01-01",
          value: {
            daily: [
              { from: 720, to: 540 },
              { from: 500, to: 600 },
            ],
            weekdays: [
              { weekday: 1, stretches: [] },
              { weekday: 1, stretches: [{ from: 60, to: 60 }] },
            ],
          },
          cite,
        },
      ],
    }
    const decoded = OfficeHours.document.decode(bad)
    expect(codesOf(decoded).toSorted()).toEqual([
      "officeHours.emptyStretch",
      "officeHours.emptyStretch",
      "officeHours.offset",
      "officeHours.unordered",
      "officeHours.weekdayTwice",
    ])
    expect(codesOf(OfficeHours.document.decode({ ...bad, format: 2 }))).toEqual(["document.format"])
    expect(
      codesOf(OfficeHours.document.decode({ ...hours2020, timetables: [{ from: "2020-01-01", value: {}, cite }] })),
    ).toEqual(["document.missing", "document.missing"])
  })
})
