import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import * as Escalation from "../../src/process/Escalation.js"
import type * as Limit from "../../src/process/Limit.js"
import { at, codesOf, hours2020, limit, on, year2020 } from "./clocks.js"

const basis: Limit.Basis = { calendar: year2020, hours: hours2020 }
const rung = (id: string, when: Escalation.RungTime): Escalation.Rung => ({
  id,
  at: when,
  to: { post: "网格长" },
  does: { zh: id },
})

// Made up, as all ladders here: a reminder, the last day, the day after it, and two rungs further up.
const ladder: Escalation.Ladder = {
  format: 1,
  id: "督办",
  rungs: [
    rung("提级", { kind: "after", amount: 1, unit: "month" }),
    rung("督办", { kind: "after", amount: 2, unit: "workingDay" }),
    rung("超期", { kind: "expiry" }),
    rung("到期", { kind: "share", share: "1" }),
    rung("提醒", { kind: "share", share: "0.8" }),
  ],
}
const five = limit({ amount: 5, unit: "workingDay" })
const due = (course: Limit.Course, of: Limit.Limit = five, by: Escalation.Ladder = ladder) =>
  Result.getOrThrow(Escalation.due(by, of, course, basis)).map(({ rung: { id }, at: when, isReached }) => [
    id,
    when,
    isReached,
  ])

describe("a ladder over five working days", () => {
  it("has its rungs on their days, in their order, and tells which have been reached", () => {
    expect(due({ started: on("2020-03-02"), holds: [], now: on("2020-03-10") })).toEqual([
      ["提醒", "2020-03-06", true],
      ["到期", "2020-03-09", true],
      ["超期", "2020-03-10", true],
      ["督办", "2020-03-11", false],
      ["提级", "2020-04-09", false],
    ])
  })

  it("goes no further up while the matter is on hold, nor once it ended", () => {
    const held = { from: on("2020-03-05"), to: on("2020-03-12") }
    expect(due({ started: on("2020-03-02"), holds: [held], now: on("2020-03-11") }).slice(0, 2)).toEqual([
      ["提醒", "2020-03-13", false],
      ["到期", "2020-03-16", false],
    ])
    const late = { from: on("2020-03-10"), to: on("2020-03-17") }
    expect(due({ started: on("2020-03-02"), holds: [late], now: on("2020-03-10") })[3]).toEqual([
      "督办",
      "2020-03-18",
      false,
    ])
    expect(due({ started: on("2020-03-02"), ended: on("2020-03-09"), holds: [], now: on("2020-05-01") })).toEqual([
      ["提醒", "2020-03-06", true],
      ["到期", "2020-03-09", true],
      ["提级", undefined, false],
      ["督办", undefined, false],
      ["超期", undefined, false],
    ])
    const endedLate = due({ started: on("2020-03-02"), ended: on("2020-03-11"), holds: [], now: on("2020-05-01") })
    expect(endedLate.slice(2)).toEqual([
      ["超期", "2020-03-10", true],
      ["督办", "2020-03-11", true],
      ["提级", undefined, false],
    ])
  })

  it("asked for a moment before the end knows nothing of the end, even where that comes in time", () => {
    const asked = { started: on("2020-03-02"), holds: [], now: on("2020-03-03") }
    expect(due({ ...asked, ended: on("2020-03-04") })).toEqual(due(asked))
    expect(due({ ...asked, ended: on("2020-03-12") })).toEqual(due(asked))
  })

  it("has no moments beyond a hold without an end", () => {
    expect(due({ started: on("2020-03-02"), holds: [{ from: on("2020-03-05") }], now: on("2020-03-20") })).toEqual(
      ["到期", "提级", "提醒", "督办", "超期"].map((id) => [id, undefined, false]),
    )
  })
})

describe("units that differ", () => {
  const hours: Escalation.Ladder = {
    format: 1,
    id: "示例",
    rungs: [
      rung("两小时", { kind: "after", amount: 2, unit: "clockHour" }),
      rung("两工时", { kind: "after", amount: 2, unit: "workingHour" }),
      rung("一工日", { kind: "after", amount: 1, unit: "workingDay" }),
      rung("超期", { kind: "expiry" }),
    ],
  }

  it("hours after a limit in days begin when its last day is over", () => {
    expect(due({ started: at("2020-03-02T10:00"), holds: [], now: at("2020-03-10T09:00") }, five, hours)).toEqual([
      ["一工日", "2020-03-10", true],
      ["超期", "2020-03-10", true],
      ["两小时", at("2020-03-10T02:00"), true],
      ["两工时", at("2020-03-10T11:00"), false],
    ])
  })

  it("days after a limit in hours begin with the next day", () => {
    const one = limit({ amount: 1, unit: "clockHour" })
    expect(due({ started: at("2020-03-06T16:00"), holds: [], now: at("2020-03-06T17:00") }, one, hours)).toEqual([
      ["超期", at("2020-03-06T17:00:00.001"), false],
      ["两小时", at("2020-03-06T19:00"), false],
      ["一工日", "2020-03-09", false],
      ["两工时", at("2020-03-09T10:30"), false],
    ])
  })

  it("hours after days need instants and an offset", () => {
    const ask = (now: Limit.Moment, by: Limit.Basis) =>
      codesOf(
        Escalation.due(
          { ...hours, rungs: hours.rungs.slice(0, 1) },
          five,
          { started: on("2020-03-02"), holds: [], now },
          by,
        ),
      )
    expect(ask(on("2020-03-10"), { calendar: year2020 })).toEqual(["limit.noOffset"])
    expect(ask(on("2020-03-10"), { calendar: year2020, offsetMinutes: 480 })).toEqual(["limit.needsInstant"])
  })
})

describe("the document", () => {
  it("reads what it writes", () => {
    const written = Result.getOrThrow(Escalation.document.encode(ladder))
    expect(Escalation.document.decode(JSON.parse(JSON.stringify(written)))).toEqual(Result.succeed(ladder))
  })

  it("refuses what is wrong at once", () => {
    const rungs = [rung("a", { kind: "share", share: "0" }), rung("a", { kind: "expiry" })]
    expect(codesOf(Escalation.document.decode({ ...ladder, rungs }))).toEqual([
      "escalation.share",
      "escalation.idTwice",
    ])
    const bad = [
      { ...rung("a", { kind: "expiry" }), to: {} },
      { ...rung("b", { kind: "expiry" }), at: { kind: "soon" } },
    ]
    expect(codesOf(Escalation.document.decode({ ...ladder, rungs: bad })).length).toBe(2)
  })
})
