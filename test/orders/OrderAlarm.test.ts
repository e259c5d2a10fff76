/**
 * Every rule at its exact boundary, over made-up orders. Source of the kinds: peers.md §4 no. 13 and §3e (instant completion,
 * negative durations, the year 3020), issue 5 no. 6.
 */
import { describe, expect, it } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as Finding from "../../src/foundation/Finding.js"
import type { AlarmRule, BackwardsRule } from "../../src/orders/AlarmRule.js"
import * as OrderAlarm from "../../src/orders/OrderAlarm.js"
import { texts } from "../../src/orders/OrdersTexts.js"
import type { State } from "../../src/orders/ServiceOrder.js"
import * as LinglingOrders from "../../src/presets/LinglingOrders.js"
import { rules } from "../../src/presets/OrderAlarms.js"
import type { Limit } from "../../src/process/Limit.js"
import { folded, journalOf, orderOf, type Plan, raised, scheme, stated, tableOf } from "./alarmOrders.js"
import { yearOfOrders } from "./year.js"

const day = CivilDate.parseUnsafe
const DAY = 86_400_000
const many = (count: number, of: (index: number) => State): ReadonlyArray<State> =>
  Array.from({ length: count }, (_, index) => of(index))
const dayAfter = (from: string, days: number): string => CivilDate.addDaysUnsafe(day(from), days)

describe("done within minutes (秒办结)", () => {
  const rule = { ...stated, kind: "instant", from: "dispatch", to: "report", minutes: 10 } as const
  const reported = (day: number, time: string): State =>
    orderOf("o", {
      change: { takeOn: { day: 2, time: "10:00:00" }, report: { day, time } },
    })

  it("is less than the minutes and not the minutes themselves", () => {
    expect(raised(rule, [reported(2, "10:09:59.999")])).toEqual([["o", ["o.dispatch", "o.report"]]])
    expect(raised(rule, [reported(2, "10:10:00")])).toEqual([])
  })

  it("may count from the taking on or from the request", () => {
    const late = { change: { takeOn: { day: 3, time: "10:00:00" }, report: { day: 3, time: "10:05:00" } } }
    expect(raised({ ...rule, from: "takeOn" }, [orderOf("o", late)])).toEqual([["o", ["o.takeOn", "o.report"]]])
    expect(raised(rule, [orderOf("o", late)])).toEqual([])
    expect(raised({ ...rule, from: "request", minutes: 4 * 24 * 60 }, [orderOf("o")])).toEqual([])
    expect(raised({ ...rule, from: "request", minutes: 4 * 24 * 60 + 1 }, [orderOf("o")])).toHaveLength(1)
  })

  it("counts the closing from the request, whatever the grade, and no withdrawal", () => {
    const closing = { ...rule, from: "request", to: "close", minutes: 8 * 24 * 60 + 1 } as const
    expect(raised(closing, [orderOf("o")])).toEqual([["o", ["o.request", "o.close"]]])
    expect(raised({ ...closing, minutes: 8 * 24 * 60 }, [orderOf("o")])).toEqual([])
    const without = ["claim", "dispatch", "takeOn", "report", "accept", "publish", "rate", "close"]
    const withdrawn = orderOf("o", { without, more: [{ id: "w", day: 0, time: "10:01:00", move: "withdraw" }] })
    expect(withdrawn.course.stage).toBe("withdrawn")
    expect(raised(closing, [withdrawn])).toEqual([])
  })

  it("takes the first report of a dispatch, and each dispatch on its own", () => {
    const at = { day: 2, actor: { post: "member", person: "doer-2" }, dispatch: "o/2" }
    const evidence = { evidence: "photo" }
    const more = [
      { id: "d2", day: 2, time: "09:00:00", move: "dispatch", dispatch: "o/2", fields: { doer: "doer-2" } },
      { ...at, id: "t2", time: "09:01:00", move: "takeOn" },
      { ...at, id: "r2", time: "09:02:00", move: "report", fields: evidence },
      { id: "s2", day: 2, time: "09:03:00", move: "sendBack", dispatch: "o/2", fields: { reason: "未完" } },
      { ...at, id: "r3", time: "09:04:00", move: "report", fields: evidence },
    ]
    expect(raised(rule, [orderOf("o", { more })])).toEqual([["o", ["d2", "r2"]]])
  })

  it("says nothing where the report was recorded before the dispatch was", () => {
    const journal = journalOf("o").map((entry) =>
      entry.id === "o.dispatch"
        ? { ...entry, recordedAt: Coordinate.instantUnsafe(entry.recordedAt + 5 * DAY) }
        : entry,
    )
    const state = folded(journal)
    expect(state.course.stage).toBe("satisfied")
    expect(raised(rule, [state])).toEqual([])
  })

  describe("by a share of a limit", () => {
    const limited = (amount: number, unit: Limit["unit"], side: "order" | "dispatch") => {
      const limit: Limit = {
        id: "限",
        amount,
        unit,
        countsFirstDay: false,
        starts: "dispatch",
        ends: ["report"],
        holds: [],
      }
      return { scheme: { ...scheme, [side]: { ...scheme[side], limits: [limit] } } }
    }
    const shared = { ...stated, kind: "instant", from: "dispatch", to: "report", share: "0.01", limit: "限" } as const

    it.each<readonly [number, Limit["unit"], "order" | "dispatch", string, string]>([
      // One hundredth of five days is 72 minutes.
      [5, "workingDay", "dispatch", "11:11:59", "11:12:00"],
      [5, "calendarDay", "order", "11:11:59", "11:12:00"],
      [100, "workingHour", "dispatch", "10:59:59", "11:00:00"],
      [100, "clockHour", "dispatch", "10:59:59", "11:00:00"],
      [100, "clockMinute", "dispatch", "10:00:59", "10:01:00"],
      // The month after the dispatch on 8 March has 31 days, of which one hundredth is 7 hours 26 minutes 24 seconds.
      [1, "month", "order", "17:26:23", "17:26:24"],
    ])("%i %s of the %s", (amount, unit, side, before, at) => {
      expect(raised(shared, [reported(2, before)], limited(amount, unit, side))).toHaveLength(1)
      expect(raised(shared, [reported(2, at)], limited(amount, unit, side))).toEqual([])
    })

    it("passes over a limit that the scheme has not", () => {
      expect(raised(shared, [reported(2, "10:00:01")])).toEqual([])
    })
  })
})

describe("a doer rates own work (代评)", () => {
  const rule = { ...stated, kind: "ownRating", marks: ["contact", "device"] } as const
  const cited = [["o", ["o.dispatch", "o.takeOn", "o.report", "o.rate"]]]

  it("is told by the contact of people", () => {
    const contacts = { "asker of o": "c1", "doer-1": "c1", "secretary-1": "c2" }
    expect(raised(rule, [orderOf("o")], { contacts })).toEqual(cited)
    expect(raised(rule, [orderOf("o")], { contacts: { ...contacts, "doer-1": "c2" } })).toEqual([])
    expect(raised({ ...rule, marks: ["device"] }, [orderOf("o")], { contacts })).toEqual([])
  })

  it("is told by the contact given with the order, whether or not that of the person is known", () => {
    const state = orderOf("o", { contact: "c1" })
    expect(raised(rule, [state], { contacts: { "doer-1": "c1" } })).toEqual(cited)
    expect(raised(rule, [state], { contacts: { "doer-1": "c1", "asker of o": "c9" } })).toEqual(cited)
    expect(raised(rule, [state], { contacts: { "doer-1": "c2", "asker of o": "c9" } })).toEqual([])
  })

  it("is told by the contact given with the rating before all others, where the locality asks for it", () => {
    const moves = scheme.order.moves.map((move) =>
      move.id === "rate" ? { ...move, takes: [...(move.takes ?? []), "contact"] } : move,
    )
    const asking = { ...scheme, order: { ...scheme.order, moves } }
    const fields = { rating: "satisfied", contact: "c1" }
    const state = folded(journalOf("o", { change: { rate: { fields } } }), asking)
    const contacts = { "asker of o": "c9", "doer-1": "c1" }
    expect(raised(rule, [state], { contacts, scheme: asking })).toEqual(cited)
  })

  it("is told by the device, and cites what was done with it", () => {
    const devices = { "o.rate": "d1", "o.report": "d1", "o.takeOn": "d2" }
    expect(raised(rule, [orderOf("o")], { devices })).toEqual([["o", ["o.report", "o.rate"]]])
    expect(raised({ ...rule, marks: ["contact"] }, [orderOf("o")], { devices })).toEqual([])
  })

  it("is told by the person where an import holds what no decider lets pass", () => {
    const state = orderOf("o", { asker: "doer-1" })
    expect(raised({ ...rule, marks: ["person"] }, [state])).toEqual(cited)
    expect(raised(rule, [state])).toEqual([])
  })

  it("says nothing of the doer of another order, nor of whoever accepted", () => {
    const states = [orderOf("o"), orderOf("p", { doer: "doer-2" })]
    expect(raised(rule, states, { contacts: { "asker of o": "c1", "doer-2": "c1" } })).toEqual([])
    expect(raised(rule, states, { contacts: { "asker of o": "c1", "secretary-1": "c1" } })).toEqual([])
  })

  it("reads no mark from what every object has", () => {
    expect(raised(rule, [orderOf("o", { asker: "constructor", doer: "constructor" })], { contacts: {} })).toEqual([])
  })
})

describe("a relative rates (亲属评单)", () => {
  const rule = { ...stated, kind: "relativeRating" } as const
  const relations = [{ one: "doer-1", other: "asker of o", relation: "spouse" }]

  it("is told by the table, whichever way round", () => {
    const cited = [["o", ["o.dispatch", "o.takeOn", "o.report", "o.rate"]]]
    expect(raised(rule, [orderOf("o")], { relations })).toEqual(cited)
    expect(
      raised(rule, [orderOf("o")], { relations: [{ one: "asker of o", other: "doer-1", relation: "x" }] }),
    ).toEqual(cited)
    expect(raised(rule, [orderOf("o"), orderOf("p", { doer: "doer-2" })], { relations })).toEqual(cited)
    expect(raised(rule, [orderOf("o", { doer: "doer-2" })], { relations })).toEqual([])
  })

  it("names the first of several relations", () => {
    const both = [...relations, { one: "asker of o", other: "doer-1", relation: "cousin" }]
    for (const relations of [both, both.toReversed()]) {
      const [alarm] = OrderAlarm.alarms(tableOf(rule), { scheme, states: [orderOf("o")], relations })
      expect(alarm?.params).toEqual({ relation: "cousin" })
    }
  })

  it("looks at the relations that count only", () => {
    expect(raised({ ...rule, relations: ["spouse"] }, [orderOf("o")], { relations })).toHaveLength(1)
    expect(raised({ ...rule, relations: ["cousin"] }, [orderOf("o")], { relations })).toEqual([])
  })
})

describe("the same words (套话)", () => {
  const rule = { ...stated, kind: "template", by: "doer", counts: "order", least: 3, days: 90, letters: 6 } as const
  const texts = ["已上门2次，换好灯泡！", "已上门 10 次、换好灯泡", "（已上门）换好灯泡次"]
  const at = (index: number, from: string, plan: Plan = {}): State =>
    orderOf(`o${index}`, { from, result: "已上门换好灯泡", ...plan })
  const spread = (...days: ReadonlyArray<number>): ReadonlyArray<State> =>
    days.map((days, index) => at(index, dayAfter("2023-01-02", days)))
  const cited = ["o0.report", "o1.report", "o2.report"]

  it("is the number of orders and not one less", () => {
    expect(raised(rule, spread(0, 10, 20))).toEqual([["doer-1", cited]])
    expect(raised(rule, spread(0, 10))).toEqual([])
  })

  it("is within the days, the first and the last counted", () => {
    expect(raised(rule, spread(0, 45, 89))).toEqual([["doer-1", cited]])
    expect(raised(rule, spread(0, 45, 90))).toEqual([])
  })

  it("tells crowds that lie apart on their own", () => {
    expect(raised(rule, spread(0, 1, 2, 200, 201, 202)).map(([, entries]) => entries)).toEqual([
      cited,
      ["o3.report", "o4.report", "o5.report"],
    ])
  })

  it("compares without spaces, punctuation and digits", () => {
    expect(OrderAlarm.bare(texts[0]!)).toBe(OrderAlarm.bare(texts[1]!))
    expect(OrderAlarm.bare("Ａ灯， 3+\u200b￥\n")).toBe("a灯")
    const same = texts.slice(0, 2).map((result, index) => at(index, "2023-01-02", { result }))
    expect(raised({ ...rule, least: 2 }, same)).toHaveLength(1)
    const other = [same[0]!, at(1, "2023-01-02", { result: texts[2]! })]
    expect(raised({ ...rule, least: 2 }, other)).toEqual([])
  })

  it("leaves out what is shorter than the letters", () => {
    expect(raised({ ...rule, letters: 7 }, spread(0, 1, 2))).toHaveLength(1)
    expect(raised({ ...rule, letters: 8 }, spread(0, 1, 2))).toEqual([])
    const blank = many(3, (index) => at(index, "2023-01-02", { result: " 1。" }))
    expect(raised({ ...rule, letters: 1 }, blank)).toEqual([])
  })

  it("is of one doer, or of one branch", () => {
    const doers = many(3, (index) => at(index, "2023-01-02", { doer: `doer-${index}` }))
    expect(raised(rule, doers)).toEqual([])
    expect(raised({ ...rule, by: "branch" }, doers)).toEqual([["branch-1", cited]])
    const branches = many(3, (index) => at(index, "2023-01-02", { branch: `branch-${index}` }))
    expect(raised({ ...rule, by: "branch" }, branches)).toEqual([])
  })

  it("counts orders, or dispatches", () => {
    const actor = { post: "member", person: "doer-1" }
    const more = [2, 3].flatMap((number) => {
      const at = { day: 2, time: `0${number}:00:00`, dispatch: `o/${number}`, actor }
      return [
        {
          ...at,
          id: `d${number}`,
          actor: { post: "branch", person: "s" },
          move: "dispatch",
          fields: { doer: "doer-1" },
        },
        { ...at, id: `t${number}`, time: `0${number}:10:00`, move: "takeOn" },
        {
          ...at,
          id: `s${number}`,
          time: `0${number}:20:00`,
          move: "serve",
          fields: { persons: 1, result: "已上门换好灯泡" },
        },
        {
          ...at,
          id: `u${number}`,
          time: `0${number}:30:00`,
          move: "serve",
          fields: { persons: 1, result: "已上门换好灯泡" },
        },
      ]
    })
    const state = orderOf("o", { result: "已上门换好灯泡", more })
    expect(raised(rule, [state])).toEqual([])
    const cited = ["s2", "u2", "s3", "u3", "o.report"]
    expect(raised({ ...rule, counts: "dispatch" }, [state])).toEqual([["doer-1", cited]])
    expect(raised({ ...rule, counts: "dispatch", least: 4 }, [state])).toEqual([])
  })
})

describe("a burst at the end of a period (突击办结)", () => {
  const rule = {
    ...stated,
    kind: "burst",
    deed: "report",
    body: "branch",
    per: "month",
    lastDays: 3,
    beyond: "0.5",
    least: 4,
  } as const
  // Reported four days after the request.
  const reportedOn = (...days: ReadonlyArray<string>): ReadonlyArray<State> =>
    days.map((on, index) => orderOf(`o${index}`, { from: dayAfter(on, -4) }))
  const late = ["2023-03-29", "2023-03-30", "2023-03-31", "2023-03-31"]
  const cited = ["o0.report", "o1.report", "o2.report", "o3.report"]

  it("is beyond the share and not at it", () => {
    expect(raised(rule, reportedOn(...late, "2023-03-01", "2023-03-28", "2023-03-15"))).toEqual([["branch-1", cited]])
    expect(raised(rule, reportedOn(...late, "2023-03-01", "2023-03-28", "2023-03-15", "2023-03-16"))).toEqual([])
  })

  it("is so many at least", () => {
    expect(raised(rule, reportedOn(...late))).toEqual([["branch-1", cited]])
    expect(raised(rule, reportedOn(...late.slice(1)))).toEqual([])
  })

  it("is in the last days only", () => {
    expect(raised(rule, reportedOn("2023-03-28", ...late.slice(1)))).toEqual([])
    expect(raised({ ...rule, lastDays: 4 }, reportedOn("2023-03-28", ...late.slice(1)))).toHaveLength(1)
  })

  it("is of a month, a quarter, a half or a year", () => {
    const june = ["2023-06-28", "2023-06-29", "2023-06-30", "2023-06-30", "2023-04-03", "2023-05-03", "2023-05-04"]
    const before = ["2023-01-05", "2023-02-03"]
    expect(raised({ ...rule, per: "quarter" }, reportedOn(...june, ...before))).toHaveLength(1)
    expect(raised({ ...rule, per: "half" }, reportedOn(...june, ...before))).toEqual([])
    expect(raised({ ...rule, per: "half" }, reportedOn(...june))).toHaveLength(1)
    expect(raised({ ...rule, per: "year" }, reportedOn(...june))).toEqual([])
    const december = june.slice(0, 4).map((on) => on.replace("-06-", "-12-"))
    expect(raised({ ...rule, per: "year", lastDays: 4 }, reportedOn(...december))).toHaveLength(1)
  })

  it("is of one body, told by the field", () => {
    const plans = late.map((on, index) => ({ from: dayAfter(on, -4), branch: `branch-${index % 2}`, village: "v" }))
    const states = plans.map((plan, index) => orderOf(`o${index}`, plan))
    expect(raised(rule, states)).toEqual([])
    expect(raised({ ...rule, body: "village" }, states)).toEqual([["v", cited]])
    expect(raised({ ...rule, body: "unit" }, states)).toEqual([])
  })

  it("counts a dispatch once, by its last report, and closings by the end of the order", () => {
    const again = {
      change: { report: { day: 3, time: "11:00:00" } },
      more: [
        { id: "back", day: 3, time: "12:00:00", move: "sendBack", dispatch: "o/1", fields: { reason: "未完" } },
        {
          id: "again",
          day: 4,
          time: "10:00:00",
          move: "report",
          dispatch: "o/1",
          actor: { post: "member", person: "doer-1" },
          fields: { evidence: "photo" },
        },
      ],
    }
    const state = orderOf("o", { from: "2023-03-26", ...again })
    expect(raised({ ...rule, least: 1 }, [state])).toEqual([["branch-1", ["again"]]])
    expect(raised({ ...rule, least: 2 }, [state])).toEqual([])
    const closing = { ...rule, deed: "close", least: 1 } as const
    expect(raised(closing, [orderOf("o", { from: "2023-03-23" })])).toEqual([["branch-1", ["o.close"]]])
    expect(raised(closing, [orderOf("o", { from: "2023-03-20" })])).toEqual([])
    expect(raised(closing, [orderOf("o", { from: "2023-03-23", without: ["close"] })])).toEqual([])
  })
})

describe("the body that an order is counted to", () => {
  const named = (id: string, dispatch: string, day: number, unit: string) => ({
    id: `${id}.${dispatch}`,
    day,
    time: "09:00:00",
    move: "dispatch",
    dispatch: `${id}/${dispatch}`,
    actor: { post: "branch", person: "secretary-1", body: "branch-1" },
    fields: { doer: "doer-1", unit },
  })
  /** Dispatched to one unit, taken away from it, and done by another one. */
  const of = (id: string): State =>
    orderOf(id, {
      change: { dispatch: { fields: { doer: "doer-1", unit: "unit-b" } } },
      more: [
        named(id, "0", 2, "unit-a"),
        {
          id: `${id}.back`,
          day: 2,
          time: "09:30:00",
          move: "reassign",
          dispatch: `${id}/0`,
          fields: { reason: "改派" },
        },
      ],
    })

  it("is that of the dispatch whose result was accepted", () => {
    const rule = { ...stated, kind: "bulkRating", body: "unit", seconds: 0, least: 2 } as const
    expect(raised(rule, [of("o"), of("p")])).toEqual([["unit-b", ["o.rate", "p.rate"]]])
  })

  it("of a report is that of its dispatch", () => {
    const rule = { ...stated, kind: "burst", deed: "report", body: "unit", per: "month", lastDays: 27 } as const
    expect(raised({ ...rule, beyond: "0", least: 1 }, [of("o")])).toEqual([["unit-b", ["o.report"]]])
  })
})

describe("the body of an attempt", () => {
  const doer = { post: "member", person: "doer-2" }
  const at = (day: number, move: string, more: object = {}) => ({
    id: `${move}2`,
    day,
    time: "10:00:00",
    move,
    ...more,
  })
  /** Done by one unit, rated badly, and done anew by another. */
  const state = orderOf("o", {
    without: ["close"],
    change: {
      dispatch: { fields: { doer: "doer-1", unit: "unit-a" } },
      rate: { fields: { rating: "unsatisfied" } },
    },
    more: [
      at(8, "rework"),
      at(9, "dispatch", { dispatch: "o/2", fields: { doer: "doer-2", unit: "unit-b" } }),
      at(10, "takeOn", { dispatch: "o/2", actor: doer }),
      at(11, "report", { dispatch: "o/2", actor: doer, fields: { evidence: "photo" } }),
      at(12, "accept", { dispatch: "o/2" }),
      at(13, "publish"),
      at(14, "rate", { actor: { post: "resident", person: "asker of o" }, fields: { rating: "satisfied" } }),
      at(15, "close", { actor: { post: "grid", person: "grid-1" } }),
    ],
  })

  it("is that of the attempt that was rated, or in which the order was closed", () => {
    expect(state.course.stage).toBe("satisfied")
    const lax = { ...stated, kind: "defaultRating", body: "unit", minutes: 10_000, from: "1", least: 1 } as const
    expect(raised(lax, [state])).toEqual([
      ["unit-a", ["o.publish", "o.rate"]],
      ["unit-b", ["publish2", "rate2"]],
    ])
    const closing = { ...stated, kind: "burst", deed: "close", body: "unit", per: "month", lastDays: 27 } as const
    expect(raised({ ...closing, beyond: "0", least: 1 }, [state])).toEqual([["unit-b", ["close2"]]])
  })
})

describe("ratings by default (默认好评)", () => {
  const rule = { ...stated, kind: "defaultRating", body: "branch", minutes: 10, from: "0.8", least: 4 } as const
  const rated = (index: number, time: string, rating = "satisfied"): State =>
    orderOf(`o${index}`, { change: { rate: { day: 6, time, fields: { rating } } } })
  const quick = many(4, (index) => rated(index, "10:09:59"))
  const cited = [0, 1, 2, 3].flatMap((index) => [`o${index}.publish`, `o${index}.rate`])

  it("is from the share on", () => {
    expect(raised(rule, [...quick, rated(4, "11:00:00")]).map(([subject]) => subject)).toEqual(["branch-1"])
    expect(raised(rule, [...quick, rated(4, "11:00:00"), rated(5, "11:00:00")])).toEqual([])
  })

  it("is so many at least, and cites each publication and rating", () => {
    const [found] = raised(rule, quick)
    expect(found?.[0]).toBe("branch-1")
    expect([...(found?.[1] ?? [])].sort()).toEqual(cited)
    expect(raised(rule, quick.slice(1))).toEqual([])
  })

  it("is less than the minutes", () => {
    expect(raised(rule, [...quick.slice(1), rated(0, "10:10:00")])).toEqual([])
  })

  it("is one grade", () => {
    expect(raised(rule, [...quick.slice(1), rated(0, "10:01:00", "basically")])).toEqual([])
    expect(
      raised(
        rule,
        many(4, (index) => rated(index, "10:01:00", "unsatisfied")),
      ),
    ).toHaveLength(1)
  })

  it("says nothing of a rating that was recorded before the publication was", () => {
    const states = many(4, (index) =>
      folded(
        journalOf(`o${index}`).map((entry) =>
          entry.payload.content.move === "publish"
            ? { ...entry, recordedAt: Coordinate.instantUnsafe(entry.recordedAt + 2 * DAY) }
            : entry,
        ),
      ),
    )
    expect(states.map(({ course }) => course.stage)).toEqual(many(4, () => orderOf("o")).map(() => "satisfied"))
    expect(raised(rule, states)).toEqual([])
  })

  it("counts from the acceptance where it is rated before it is published (零陵)", () => {
    const year = yearOfOrders(1, { orders: 40, villages: 1, scheme: LinglingOrders.scheme })
    const lax = { ...rule, least: 2, from: "0.01", minutes: 1_000_000 }
    const [, cited = []] = raised(lax, year.states, { scheme: year.scheme })[0] ?? []
    const moves = new Set(
      year.entries.filter(({ id }) => cited.includes(id)).map(({ payload }) => payload.content.move),
    )
    expect([...moves].sort()).toEqual(["accept", "rate"])
  })

  it("says nothing of answers that were not given", () => {
    const silent = many(4, (index) =>
      orderOf(`o${index}`, { change: { rate: { day: 6, time: "10:01:00", fields: { rating: "unanswered" } } } }),
    )
    expect(raised(rule, silent)).toEqual([])
  })
})

describe("ratings in bulk (批量评单)", () => {
  const rule = { ...stated, kind: "bulkRating", body: "village", seconds: 60, least: 3 } as const
  const rated = (...times: ReadonlyArray<string>): ReadonlyArray<State> =>
    times.map((time, index) => orderOf(`o${index}`, { change: { rate: { day: 7, time } } }))
  const cited = ["o0.rate", "o1.rate", "o2.rate"]

  it("is so many within so many seconds", () => {
    expect(raised(rule, rated("10:00:00", "10:00:30", "10:01:00"))).toEqual([["village-1", cited]])
    expect(raised(rule, rated("10:00:00", "10:00:30", "10:01:00.001"))).toEqual([])
    expect(raised(rule, rated("10:00:00", "10:01:00"))).toEqual([])
  })

  it("counts the most within one such span, and cites all that follow closely", () => {
    const states = rated("10:00:00", "10:00:30", "10:01:00", "10:01:30", "10:02:00")
    const [alarm] = OrderAlarm.alarms(tableOf(rule), { scheme, states })
    expect(alarm?.params).toEqual({ count: 3, seconds: 60 })
    expect(alarm?.entries).toHaveLength(5)
  })

  it("is at the same instant where the rule gives no second", () => {
    expect(raised({ ...rule, seconds: 0 }, rated("10:00:00", "10:00:00", "10:00:00"))).toEqual([["village-1", cited]])
    expect(raised({ ...rule, seconds: 0 }, rated("10:00:00", "10:00:00", "10:00:00.001"))).toEqual([])
  })

  it("is of one body", () => {
    const change = { rate: { day: 7, time: "10:00:00" } }
    const states = many(3, (index) => orderOf(`o${index}`, { change, village: `village-${index}` }))
    expect(raised(rule, states)).toEqual([])
    expect(raised({ ...rule, body: "branch" }, states)).toEqual([["branch-1", cited]])
  })
})

describe("one account for many (一号多评)", () => {
  const rule = { ...stated, kind: "oneAccount", marks: ["contact", "device", "person"], least: 3, days: 30 } as const
  const asked = (...days: ReadonlyArray<number>): ReadonlyArray<State> =>
    days.map((days, index) => orderOf(`o${index}`, { from: dayAfter("2023-03-06", days) }))
  const contacts = { "asker of o0": "c1", "asker of o1": "c1", "asker of o2": "c1" }
  const cited = [["o0", ["o0.rate", "o1.rate", "o2.rate"]]]

  it("is so many requesters by one contact, within the days", () => {
    expect(raised(rule, asked(0, 1, 29), { contacts })).toEqual(cited)
    expect(raised(rule, asked(0, 1, 30), { contacts })).toEqual([])
    expect(raised(rule, asked(0, 1), { contacts })).toEqual([])
    expect(raised(rule, asked(0, 1, 2), { contacts: { ...contacts, "asker of o2": "c2" } })).toEqual([])
  })

  it("is told by the device, and once where the contact shows the same", () => {
    const devices = { "o0.rate": "d", "o1.rate": "d", "o2.rate": "d" }
    expect(raised(rule, asked(0, 1, 2), { devices })).toEqual(cited)
    expect(raised(rule, asked(0, 1, 2), { devices, contacts })).toEqual(cited)
    const [alarm] = OrderAlarm.alarms(tableOf(rule), { scheme, states: asked(0, 1, 2), devices, contacts })
    expect(alarm?.params).toEqual({ mark: "contact", count: 3 })
    expect(raised({ ...rule, marks: ["person"] }, asked(0, 1, 2), { devices, contacts })).toEqual([])
  })

  it("counts those for whom was asked, not whoever asked for them", () => {
    const states = many(3, (index) =>
      orderOf(`o${index}`, {
        without: ["request"],
        change: { rate: { actor: { post: "resident", person: "agent" } } },
        more: [
          {
            id: `o${index}.for`,
            day: 0,
            time: "10:00:00",
            move: "requestFor",
            actor: { post: "grid", person: "agent" },
            fields: { what: "修路灯", actedFor: `old-${index}` },
          },
        ],
      }),
    )
    expect(raised(rule, states)).toEqual([["agent", ["o0.rate", "o1.rate", "o2.rate"]]])
  })

  it("counts whoever is not named by the contact of the order, and all others as one", () => {
    const unnamed = (index: number, plan: Plan = {}): State =>
      orderOf(`o${index}`, {
        ...plan,
        without: ["request"],
        change: { rate: { actor: { post: "resident", person: "agent" } } },
        more: [
          {
            id: `o${index}.request`,
            day: 0,
            time: "10:00:00",
            move: "requestUnnamed",
            actor: { post: "unnamed" },
            fields: { what: "修路灯", ...(plan.contact === undefined ? {} : { contact: plan.contact }) },
          },
        ],
      })
    expect(unnamed(0).course.stage).toBe("satisfied")
    const rule = { ...stated, kind: "oneAccount", marks: ["person"], least: 3, days: 30 } as const
    expect(
      raised(
        rule,
        many(5, (index) => unnamed(index)),
      ),
    ).toEqual([])
    const told = many(3, (index) => unnamed(index, { contact: `c${Math.max(1, index)}` }))
    expect(raised(rule, told)).toEqual([])
    expect(raised(rule, [...told, unnamed(3)])).toHaveLength(1)
  })

  it("says nothing of one who asks often", () => {
    const states = many(3, (index) => orderOf(`o${index}`, { asker: "resident-1" }))
    expect(raised(rule, states)).toEqual([])
    const others = many(3, (index) =>
      orderOf(`o${index}`, { change: { rate: { actor: { post: "resident", person: "agent" } } } }),
    )
    expect(raised(rule, others)).toEqual([["agent", ["o0.rate", "o1.rate", "o2.rate"]]])
  })
})

describe("days that cannot be (不可能的日期)", () => {
  const rule = {
    ...stated,
    kind: "dates",
    offsetMinutes: 480,
    earliest: day("2023-03-06"),
    latest: day("2023-03-14"),
    ahead: 0,
  } as const
  const journal = journalOf("o")

  it("are those outside the days of the rule, before and after", () => {
    expect(raised(rule, [], { journal })).toEqual([])
    expect(raised({ ...rule, earliest: day("2023-03-07") }, [], { journal })).toEqual([["o", ["o.request"]]])
    expect(raised({ ...rule, latest: day("2023-03-13") }, [], { journal })).toEqual([["o", ["o.close"]]])
  })

  it("are found in a journal that is not replayed yet: the year 3020", () => {
    const wrong = journal.map((entry) => (entry.id === "o.report" ? { ...entry, on: day("3020-03-10") } : entry))
    expect(raised(rule, [], { journal: wrong })).toEqual([["o", ["o.report"]]])
    const { earliest: _, latest: __, ...ahead } = rule
    expect(raised(ahead, [], { journal: wrong })).toEqual([["o", ["o.report"]]])
  })

  it("are days of recording as well", () => {
    const { ahead: _, ...bounds } = rule
    const recorded = (text: string) =>
      journal.map((entry) =>
        entry.id === "o.rate" ? { ...entry, recordedAt: Coordinate.instantUnsafe(Date.parse(text)) } : entry,
      )
    expect(raised(bounds, [], { journal: recorded("2031-03-13T10:00:00+08:00") })).toEqual([["o", ["o.rate"]]])
    expect(raised(bounds, [], { journal: recorded("1970-01-02T10:00:00+08:00") })).toEqual([["o", ["o.rate"]]])
    expect(raised(bounds, [], { journal: recorded("+012000-01-02T10:00:00+08:00") })).toEqual([["o", ["o.rate"]]])
  })

  it("are those that lie so far past the day of recording, by the clocks of the place", () => {
    const { earliest: _, latest: __, ...ahead } = rule
    const shifted = (days: number) =>
      journal.map((entry) =>
        entry.id === "o.close" ? { ...entry, on: CivilDate.addDaysUnsafe(entry.on, days) } : entry,
      )
    expect(raised(ahead, [], { journal: shifted(1) })).toEqual([["o", ["o.close"]]])
    expect(raised({ ...ahead, ahead: 1 }, [], { journal: shifted(1) })).toEqual([])
    expect(raised({ ...ahead, ahead: 1 }, [], { journal: shifted(2) })).toHaveLength(1)
    const early = journalOf("o", { change: { request: { time: "00:00:00" } } })
    expect(raised(ahead, [], { journal: early })).toEqual([])
    expect(raised({ ...ahead, offsetMinutes: 479 }, [], { journal: early })).toEqual([["o", ["o.request"]]])
  })

  it("are found in states too, and among events that were put aside", () => {
    const more = [{ id: "stray", day: 400, time: "10:00:00", move: "rate", fields: { rating: "satisfied" } }]
    expect(raised(rule, [orderOf("o", { more })])).toEqual([["o", ["stray"]]])
  })
})

describe("time that runs backwards (时间倒置)", () => {
  const rule: AlarmRule = {
    ...stated,
    kind: "backwards",
    sequences: [
      { first: ["request"], later: ["rate", "close"] },
      { first: ["dispatch"], later: ["report"] },
      { first: ["takeOn"], later: ["report"] },
    ],
  }
  const rated = (day: number, time: string) => journalOf("o", { change: { rate: { day, time } } })

  it("is a rating before the request, and not one at it", () => {
    expect(raised(rule, [], { journal: rated(-1, "10:00:00") })).toEqual([["o", ["o.rate", "o.request"]]])
    expect(raised(rule, [], { journal: rated(0, "09:59:59.999") })).toEqual([["o", ["o.rate", "o.request"]]])
    expect(raised(rule, [], { journal: rated(0, "10:00:00") })).toEqual([])
  })

  it("is a report before the taking on or the dispatch of the same dispatch, told once", () => {
    const early = (day: number) => journalOf("o", { change: { report: { day } } })
    expect(raised(rule, [], { journal: early(2) })).toEqual([["o", ["o.report", "o.takeOn"]]])
    expect(raised(rule, [], { journal: early(1) })).toEqual([["o", ["o.report", "o.dispatch", "o.takeOn"]]])
    const other = [{ id: "d0", day: 4, time: "12:00:00", move: "dispatch", dispatch: "o/2", fields: { doer: "x" } }]
    expect(raised(rule, [], { journal: journalOf("o", { more: other }) })).toEqual([])
  })

  it("is asked of each dispatch on its own, and of the first of several", () => {
    const at = { time: "12:00:00", dispatch: "o/2", actor: { post: "member", person: "doer-2" } }
    const second = (reported: number) => [
      { ...at, id: "d2", day: 4, move: "dispatch", actor: { post: "branch", person: "s" }, fields: { doer: "doer-2" } },
      { ...at, id: "t2", day: 6, move: "takeOn" },
      { ...at, id: "r2", day: reported, move: "report", fields: { evidence: "photo" } },
    ]
    expect(raised(rule, [], { journal: journalOf("o", { more: second(5) }) })).toEqual([["o", ["r2", "t2"]]])
    const rated: AlarmRule = { ...rule, sequences: [{ first: ["report"], later: ["rate"] }] }
    expect(raised(rated, [], { journal: journalOf("o", { more: second(9) }) })).toEqual([])
    const early = second(3).filter(({ id }) => id !== "t2")
    const state = orderOf("o", { without: ["publish", "rate", "close"], more: early })
    expect(raised(rule, [state])).toEqual([["o", ["r2", "d2"]]])
  })

  it("is found in a state as among what was put aside", () => {
    const state = folded(rated(-1, "10:00:00"))
    expect(state.aside).toBeDefined()
    expect(raised(rule, [state])).toEqual([["o", ["o.rate", "o.request"]]])
  })
})

describe("time that runs backwards and merged orders", () => {
  const [rule] = rules.rules.filter((one): one is BackwardsRule => one.kind === "backwards")
  const grid = { post: "grid", person: "grid-1", body: "grid-1" }
  const resident = { post: "resident", person: "asker of o" }
  const merged = (...more: NonNullable<Plan["more"]>): Plan => ({
    change: { claim: { day: 1, time: "15:00:00" } },
    more: [
      { id: "m", day: 0, time: "11:00:00", move: "merge", actor: grid, fields: { root: "r" } },
      { id: "j", day: 0, time: "12:00:00", move: "rateJoined", actor: resident, fields: { rating: "satisfied" } },
      { id: "s", day: 0, time: "13:00:00", move: "separate", actor: grid, fields: { reason: "另一件事" } },
      ...more,
    ],
  })

  it("lets an order be rated with its root, taken out again and then done", () => {
    const state = orderOf("o", merged())
    expect(state.course.stage).toBe("satisfied")
    expect(state.aside).toBeUndefined()
    expect(raised(rule!, [state])).toEqual([])
    expect(raised(rule!, [], { journal: journalOf("o", merged()) })).toEqual([])
  })

  it("tells a rating before the report after it was taken out all the same, and one before the request", () => {
    const early = { id: "e", day: 3, time: "12:00:00", move: "rate", actor: resident, fields: { rating: "satisfied" } }
    expect(raised(rule!, [], { journal: journalOf("o", merged(early)) })).toEqual([["o", ["e", "o.report"]]])
    const first = { ...early, day: -1 }
    expect(raised(rule!, [], { journal: journalOf("o", merged(first)) })).toEqual([["o", ["e", "o.request"]]])
  })

  it("is looked at anew after a rework", () => {
    const again = [
      { id: "w", day: 9, time: "10:00:00", move: "rework" },
      { id: "x", day: 11, time: "10:00:00", move: "report", dispatch: "o/2" },
    ]
    const rated = (day: number) => ({ id: "y", day, time: "12:00:00", move: "rate", actor: resident })
    const journal = (day: number) => journalOf("o", { without: ["close"], more: [...again, rated(day)] })
    const sequence: AlarmRule = { ...rule!, sequences: [{ first: ["report"], later: ["rate"] }] }
    expect(raised(sequence, [], { journal: journal(12) })).toEqual([])
    expect(raised(sequence, [], { journal: journal(10) })).toEqual([["o", ["y", "x"]]])
  })
})

describe("what was typed from paper later", () => {
  const rule = { ...stated, kind: "instant", from: "dispatch", to: "report", minutes: 10 } as const
  /** Recorded so many minutes after ten in the morning of a day, one after the other. */
  const typed = (recorded: string, minutes: number, days: readonly [number, number, number]): State =>
    folded(
      journalOf("o", {
        change: {
          dispatch: { day: days[0] },
          takeOn: { day: days[1], time: "10:01:00" },
          report: { day: days[2], time: "10:02:00" },
        },
        without: ["accept", "publish", "rate", "close"],
      }).map((entry, line) => ({
        ...entry,
        recordedAt: Coordinate.instantUnsafe(Date.parse(`${recorded}T10:00:00+08:00`) + line * minutes * 60_000),
      })),
    )

  it("is not quick, since the days lie apart or the instants are of another day", () => {
    for (const more of [{}, { offsetMinutes: 480 }]) {
      expect(raised(rule, [typed("2023-03-09", 1, [2, 3, 4])], more)).toEqual([])
      expect(raised(rule, [typed("2023-03-09", 1, [2, 3, 3])], more)).toEqual([])
      expect(raised(rule, [typed("2023-05-01", 1, [2, 2, 2])], more)).toEqual([])
    }
    expect(raised(rule, [typed("2023-03-09", 1, [2, 2, 2])], { offsetMinutes: 480 })).toEqual([])
    expect(raised(rule, [typed("2023-03-08", 1, [2, 2, 2])], { offsetMinutes: 480 })).toHaveLength(1)
    expect(raised(rule, [typed("2023-03-08", 1, [2, 2, 2])])).toHaveLength(1)
  })

  it("is quick over midnight where the clocks are known, and else may be paper", () => {
    const state = orderOf("o", {
      change: {
        dispatch: { time: "23:58:00" },
        takeOn: { day: 2, time: "23:59:00" },
        report: { day: 3, time: "00:01:00" },
      },
    })
    expect(raised(rule, [state], { offsetMinutes: 480 })).toEqual([["o", ["o.dispatch", "o.report"]]])
    expect(raised(rule, [state])).toEqual([])
  })

  it("is no bulk of ratings", () => {
    const bulk = { ...stated, kind: "bulkRating", body: "village", seconds: 60, least: 3 } as const
    const states = many(3, (index) =>
      folded(
        journalOf(`o${index}`).map((entry, line) => ({
          ...entry,
          recordedAt: Coordinate.instantUnsafe(Date.parse("2023-05-01T10:00:00+08:00") + line * 1000 + index),
        })),
      ),
    )
    expect(raised(bulk, states)).toEqual([])
    expect(raised(bulk, states, { offsetMinutes: 480 })).toEqual([])
  })
})

describe("ratings by telephone", () => {
  const office = { post: "branch", person: "caller", body: "branch-1" }
  const called = (id: string, time: string, rating = "satisfied"): State =>
    orderOf(id, {
      without: ["rate", "close"],
      contact: "c1",
      more: [{ id: `${id}.call`, day: 7, time, move: "revisit", actor: office, fields: { rating } }],
    })

  it("are seen by the person and the device of whoever called, never by the contact", () => {
    const rule = { ...stated, kind: "ownRating", marks: ["person", "contact", "device"] } as const
    const state = called("o", "10:00:00")
    expect(raised(rule, [state], { contacts: { "doer-1": "c1", caller: "c1" } })).toEqual([])
    const devices = { "o.call": "d", "o.report": "d" }
    expect(raised(rule, [state], { devices })).toEqual([["o", ["o.report", "o.call"]]])
    const relations = [{ one: "caller", other: "doer-1", relation: "spouse" }]
    const cited = [["o", ["o.dispatch", "o.takeOn", "o.report", "o.call"]]]
    expect(raised({ ...stated, kind: "relativeRating" }, [state], { relations })).toEqual(cited)
  })

  it("are seen in bulk and at once, but not as one account, nor where nobody answered", () => {
    const bulk = { ...stated, kind: "bulkRating", body: "village", seconds: 60, least: 2 } as const
    const both = [called("o", "10:00:00"), called("p", "10:01:00")]
    expect(raised(bulk, both)).toEqual([["village-1", ["o.call", "p.call"]]])
    expect(raised(bulk, [called("o", "10:00:00"), called("p", "10:01:00", "unanswered")])).toEqual([])
    const account = { ...stated, kind: "oneAccount", marks: ["person", "contact"], least: 2, days: 9 } as const
    expect(raised(account, both)).toEqual([])
    const lax = { ...stated, kind: "defaultRating", body: "branch", minutes: 2880, from: "1", least: 2 } as const
    expect(raised(lax, both)).toHaveLength(1)
  })
})

describe("who did the work", () => {
  const rule = { ...stated, kind: "ownRating", marks: ["person", "contact"] } as const
  const clerk = { post: "member", person: "clerk", body: "branch-1" }
  /** Named in the dispatch, while a clerk enters everything. */
  const entered = (without: ReadonlyArray<string> = []): State =>
    orderOf("o", {
      asker: "named",
      doer: "named",
      without,
      change: { takeOn: { actor: clerk }, report: { actor: clerk } },
    })

  it("is whom the dispatch names, whoever entered it", () => {
    expect(raised(rule, [entered()])).toEqual([["o", ["o.dispatch", "o.rate"]]])
    const relations = [{ one: "named", other: "asker of o", relation: "spouse" }]
    const state = orderOf("o", { doer: "named", change: { takeOn: { actor: clerk }, report: { actor: clerk } } })
    expect(raised({ ...stated, kind: "relativeRating" }, [state], { relations })).toEqual([
      ["o", ["o.dispatch", "o.rate"]],
    ])
  })

  it("is nobody whom a dispatch names that was given back before anybody worked", () => {
    const more = [
      { id: "d0", day: 2, time: "08:00:00", move: "dispatch", dispatch: "o/0", fields: { doer: "asker of o" } },
      { id: "b0", day: 2, time: "09:00:00", move: "giveBack", dispatch: "o/0", fields: { reason: "忙" } },
    ]
    expect(raised(rule, [orderOf("o", { more })])).toEqual([])
  })
})

describe("passed on (推诿)", () => {
  const rule = { ...stated, kind: "passing", least: 3 } as const
  type Way = { readonly move: "giveBack" | "disown" | "reassign"; readonly by: string; readonly to?: string }
  const passed = (...ways: ReadonlyArray<Way>): State =>
    orderOf("o", {
      more: ways.flatMap(({ by, move, to }, index) => {
        const dispatch = `o/x${index}`
        const reason = { reason: "不归我管" }
        return [
          {
            id: `d${index}`,
            day: 2,
            time: `0${index}:00:00`,
            move: "dispatch",
            dispatch,
            actor: { post: "branch", person: "s", body: "branch-1" },
            fields: { doer: "x", ...(move === "reassign" ? { unit: by } : {}) },
          },
          {
            id: `p${index}`,
            day: 2,
            time: `0${index}:30:00`,
            move,
            dispatch,
            actor: { post: "member", person: "x", body: move === "reassign" ? "branch-1" : by },
            fields: { ...reason, ...(to === undefined ? {} : { belongsTo: to }) },
          },
        ]
      }),
    })
  const back = { move: "giveBack", by: "branch-2" } as const

  it("is so often between the same two, whichever way", () => {
    const taken = { move: "reassign", by: "branch-2" } as const
    const owned = { move: "disown", by: "branch-2", to: "branch-1" } as const
    expect(raised(rule, [passed(back, taken, owned)])).toEqual([["o", ["p0", "p1", "p2"]]])
    expect(raised(rule, [passed(back, taken)])).toEqual([])
    expect(raised(rule, [passed(back, taken, { ...owned, to: "bureau" })])).toEqual([])
    expect(raised({ ...rule, least: 1 }, [passed({ ...owned, to: "张三家东边那个单位" })])).toEqual([])
    expect(raised({ ...rule, least: 1 }, [passed({ ...owned, to: " branch-1 " })])).toEqual([["o", ["p0"]]])
  })

  it("is to and fro where each says it is the other's", () => {
    const [one, other] = [
      { move: "disown", by: "bureau-a", to: "bureau-b" },
      { move: "disown", by: "bureau-b", to: "bureau-a" },
    ] as const
    expect(raised(rule, [passed(one, other, one)])).toEqual([["o", ["p0", "p1", "p2"]]])
  })

  it("is between who took it on and who takes it away, where no unit is named", () => {
    const at = { day: 2, dispatch: "o/2" }
    const more = [
      {
        ...at,
        id: "d2",
        time: "01:00:00",
        move: "dispatch",
        actor: { post: "branch", person: "s", body: "branch-1" },
        fields: { doer: "x" },
      },
      { ...at, id: "t2", time: "02:00:00", move: "takeOn", actor: { post: "member", person: "x", body: "branch-2" } },
      { ...at, id: "p2", time: "03:00:00", move: "reassign", fields: { reason: "另派" } },
    ]
    const states = [orderOf("o", { more })]
    const [alarm] = OrderAlarm.alarms(tableOf({ ...rule, least: 1 }), { scheme, states })
    expect(alarm?.params).toEqual({ from: "branch-1", to: "branch-2", count: 1 })
  })

  it("is within one body as well, and not across orders", () => {
    const within = { move: "giveBack", by: "branch-1" } as const
    expect(raised(rule, [passed(within, within, within)])).toEqual([["o", ["p0", "p1", "p2"]]])
    expect(raised({ ...rule, least: 1 }, [orderOf("o")])).toEqual([])
  })
})

describe("what comes back (反复诉求)", () => {
  const rule = { ...stated, kind: "comesBack", days: 30 } as const
  const asked = { contact: "c1", place: "1 号", category: "housing" }
  // The first is requested on 6 March and closed on 14 March.
  const first = orderOf("o", asked)
  const second = (days: number, plan: Plan = {}): State =>
    orderOf("p", { ...asked, from: dayAfter("2023-03-14", days), ...plan })
  const cited = [["p", ["o.close", "p.request"]]]

  it("is within the days after the closing", () => {
    expect(raised(rule, [first, second(30)])).toEqual(cited)
    expect(raised(rule, [first, second(31)])).toEqual([])
    expect(raised(rule, [first, second(1)])).toEqual(cited)
    expect(raised(rule, [first, second(-1)])).toEqual([])
  })

  it("is from the closing on, to the instant", () => {
    expect(raised(rule, [first, second(0, { change: { request: { time: "10:00:01" } } })])).toEqual(cited)
    expect(raised(rule, [first, second(0, { change: { request: { time: "09:59:59" } } })])).toEqual([])
  })

  it.each<readonly [string, Plan]>([
    ["another contact of another person", { contact: "c2" }],
    ["another category", { category: "facilities" }],
    ["another place", { place: "11 号" }],
  ])("is not with %s", (_, plan) => {
    expect(raised(rule, [first, second(3, plan)])).toEqual([])
  })

  it("knows the requester by the table where the order gives no contact", () => {
    const plan = { place: "1 号", category: "housing" }
    const states = [orderOf("o", plan), orderOf("p", { ...plan, from: "2023-03-20" })]
    expect(raised(rule, states)).toEqual([])
    expect(raised(rule, states, { contacts: { "asker of o": "c", "asker of p": "c" } })).toEqual(cited)
  })

  it("knows the requester by the person, whatever contact was given, and tells it once", () => {
    const [one, other] = [
      { ...asked, asker: "resident-1" },
      { ...asked, asker: "resident-1", contact: "c2" },
    ]
    expect(raised(rule, [orderOf("o", one), second(3, other)])).toEqual(cited)
    expect(raised(rule, [orderOf("o", one), second(3, one)])).toEqual(cited)
    const nearer = orderOf("n", { ...other, from: "2023-03-07" })
    expect(raised(rule, [orderOf("o", one), nearer, second(3, one)])).toEqual([["p", ["n.close", "p.request"]]])
  })

  it("says nothing of what was withdrawn, and cites the latest closing", () => {
    const without = ["claim", "dispatch", "takeOn", "report", "accept", "publish", "rate", "close"]
    const withdrawn = orderOf("o", {
      ...asked,
      without,
      more: [{ id: "w", day: 1, time: "10:00:00", move: "withdraw" }],
    })
    expect(raised(rule, [withdrawn, second(3)])).toEqual([])
    const third = orderOf("q", { ...asked, from: "2023-04-03" })
    expect(raised(rule, [first, second(1), third])).toEqual([...cited, ["q", ["p.close", "q.request"]]])
  })
})

describe("an alarm", () => {
  const rule = { ...stated, kind: "passing", id: "推诿", least: 1 } as const

  it("of an order that is given twice is raised once, by the state that has come further", () => {
    const more = [{ id: "back", day: 2, time: "11:00:00", move: "giveBack", dispatch: "o/1", fields: { reason: "忙" } }]
    const [before, after] = [
      orderOf("o", { without: ["takeOn", "report"] }),
      orderOf("o", { more, without: ["takeOn"] }),
    ]
    expect(raised(rule, [before])).toEqual([])
    expect(raised(rule, [before, after])).toEqual([["o", ["back"]]])
    expect(raised(rule, [after, before])).toEqual([["o", ["back"]]])
    expect(raised(rule, [after, after])).toEqual([["o", ["back"]]])
  })

  it("reads as a finding, with its strength and provision", () => {
    const cite = { title: "示例办法", standing: "transcription" } as const
    const alarm: OrderAlarm.Alarm = {
      rule: "r",
      code: "orderAlarm.burst",
      strength: "should",
      subject: "甲支部",
      entries: ["e1", "e2"],
      params: { period: "2023-03", days: 3, deed: "report", late: 8, all: 10 },
      cite,
    }
    const said = OrderAlarm.findings([alarm, { ...alarm, strength: "may" }, { ...alarm, strength: "must" }]).map(
      (found) => Finding.say(texts, found, "zh"),
    )
    expect(said).toEqual([
      "不符合：甲支部：2023-03最后3天集中报告办结8件，全期共10件（《示例办法》）",
      "提醒：甲支部：2023-03最后3天集中报告办结8件，全期共10件（《示例办法》）",
    ])
  })

  it("is not raised over nothing", () => {
    expect(OrderAlarm.alarms(tableOf(), { scheme, states: [orderOf("o")] })).toEqual([])
    expect(OrderAlarm.alarms(tableOf(rule), { scheme, states: [] })).toEqual([])
  })
})
