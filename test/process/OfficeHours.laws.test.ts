/**
 * How often the interesting region is reached. Of 10,000 samples of `asked`: some time is open 49 %, none 32 %, the run
 * leaves the calendar 17 %, a day without a timetable 2 %. Of 400 lengths more than 100 are reached within the calendar.
 */
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as OfficeHours from "../../src/process/OfficeHours.js"
import { calendars, codesOf, dayAt, minuteAt, officeHours, SPAN } from "./clocks.js"
import { isOpenMinute } from "./slowHours.js"

// Ten days somewhere in the calendar, now and then over its edge.
const runs = fc
  .record({ from: fc.integer({ min: -600, max: SPAN * 1440 - 1 }), length: fc.nat(10 * 1440) })
  .map(({ from, length }) => ({ from, to: from + length }))

const asked = fc.record({ hours: officeHours, calendar: calendars, run: runs })

describe("time in office hours", () => {
  it("is what counting minute by minute gives, and unknown where a minute of it is", () => {
    fc.assert(
      fc.property(asked, ({ hours, calendar, run }) => {
        let sum = 0
        let known = true
        for (let minute = run.from; minute < run.to; minute++) {
          const open = isOpenMinute(hours, calendar, minute)
          if (open === undefined) known = false
          if (open === true) sum += 60_000
        }
        const fast = OfficeHours.between(hours, calendar, minuteAt(run.from), minuteAt(run.to))
        if (known) expect(Result.getOrThrow(fast)).toBe(sum)
        else expect(codesOf(fast)[0]).toMatch(/unknownDay$/)
      }),
      { numRuns: 200 },
    )
  })

  it("is the sum of the open times, which are in order and do not touch what is closed", () => {
    fc.assert(
      fc.property(asked, ({ hours, calendar, run }) => {
        const [from, to] = [minuteAt(run.from), minuteAt(run.to)]
        const times = OfficeHours.openTimes(hours, calendar, from, to)
        const open = OfficeHours.between(hours, calendar, from, to)
        expect(codesOf(times)).toEqual(codesOf(open))
        if (Result.isFailure(times)) return
        expect(times.success.reduce((sum, { milliseconds }) => sum + milliseconds, 0)).toBe(Result.getOrThrow(open))
        for (const [place, time] of times.success.entries()) {
          expect(time.to - time.from).toBe(time.milliseconds)
          expect(time.from).toBeGreaterThanOrEqual(times.success[place - 1]?.to ?? from)
          expect(time.to).toBeLessThanOrEqual(to)
          const minute = (time.from - minuteAt(0)) / 60_000
          expect(isOpenMinute(hours, calendar, minute)).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  it("comes to what was asked at the instant found, and not a millisecond before", () => {
    let found = 0
    fc.assert(
      fc.property(asked, fc.integer({ min: 1, max: 60 * 3_600_000 }), ({ hours, calendar, run }, length) => {
        const from = minuteAt(run.from)
        const end = OfficeHours.after(hours, calendar, from, length)
        if (Result.isFailure(end)) {
          expect(codesOf(end)[0]).toMatch(/unknownDay$/)
          // Unknown is not said too soon: to the end of what is known there is less than was asked.
          const whole = OfficeHours.between(hours, calendar, from, minuteAt(SPAN * 1440 - hours.offsetMinutes))
          if (Result.isSuccess(whole)) expect(whole.success).toBeLessThan(length)
          return
        }
        found++
        const between = (to: number) => Result.getOrThrow(OfficeHours.between(hours, calendar, from, to as typeof from))
        expect(between(end.success)).toBe(length)
        expect(between(end.success - 1)).toBe(length - 1)
        expect(Result.getOrThrow(OfficeHours.isOpen(hours, calendar, (end.success - 1) as typeof from))).toBe(true)
      }),
      { numRuns: 400 },
    )
    expect(found).toBeGreaterThan(100)
  })

  it("is asked of the days in the span only: a longer calendar gives the same", () => {
    fc.assert(
      fc.property(asked, ({ hours, calendar, run }) => {
        const longer = { ...calendar, to: dayAt(SPAN + 60) }
        const [from, to] = [minuteAt(run.from), minuteAt(run.to)]
        const open = OfficeHours.between(hours, calendar, from, to)
        if (Result.isSuccess(open)) expect(OfficeHours.between(hours, longer, from, to)).toEqual(open)
      }),
      { numRuns: 200 },
    )
  })
})
