import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as OrderRow from "../../src/orders/OrderRow.js"
import * as OrderScheme from "../../src/orders/OrderScheme.js"
import * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import * as FiveOrders from "../../src/presets/FiveOrders.js"
import type { Actor } from "../../src/process/Actor.js"
import type { Value } from "../../src/process/Workflow.js"
import { timing, walks } from "./walks.js"

const scheme = OrderScheme.timed(FiveOrders.scheme, timing)
const { evolve, initial } = ServiceOrder.decider(scheme, () => true)
const DAY = 86_400_000

type Told = readonly [
  on: string,
  move: string,
  actor: Actor,
  fields?: Readonly<Record<string, Value>>,
  dispatch?: string,
]

/** An order of told steps, all made up; each is recorded at noon of its day. */
const orderOf = (...told: ReadonlyArray<Told>): ServiceOrder.State =>
  told
    .map(([date, move, actor, fields = {}, dispatch], index) => {
      const on = CivilDate.parseUnsafe(date)
      const recordedAt = Coordinate.instantUnsafe(CivilDate.dayNumber(on) * DAY + 43_200_000 + index)
      const payload = { order: "o1", ...(dispatch === undefined ? {} : { dispatch }), move, fields }
      return { id: `e${String(index).padStart(2, "0")}`, on, recordedAt, actor, payload }
    })
    .reduce((state, entry) => evolve(state, entry), initial)

const at = (date: string) => {
  const on = CivilDate.parseUnsafe(date)
  return { on, recordedAt: Coordinate.instantUnsafe((CivilDate.dayNumber(on) + 1) * DAY) }
}
const rowAt = (state: ServiceOrder.State, date: string) =>
  Result.getOrThrow(OrderRow.of(scheme, state, { offsetMinutes: 480 }, at(date)))!

const resident = { post: "resident", person: "r1" }
const grid = { post: "grid", person: "g1" }
const branch = { post: "branch", person: "b1" }
const one = { post: "member", person: "m1" }
const two = { post: "member", person: "m2" }
const committee = { post: "committee", person: "c1" }

const asked: Told = [
  "2024-03-01",
  "request",
  resident,
  { what: "修灯", kind: "mediation", village: "v1", grid: "v1/g1", branch: "v1/b1" },
]
const done: ReadonlyArray<Told> = [
  asked,
  ["2024-03-02", "claim", grid],
  ["2024-03-03", "dispatch", branch, { doer: "m1" }, "d1"],
  ["2024-03-04", "giveBack", one, { reason: "外出" }, "d1"],
  ["2024-03-05", "dispatch", branch, { doer: "m2", unit: "u2" }, "d2"],
  ["2024-03-06", "takeOn", two, {}, "d2"],
  ["2024-03-07", "serve", two, { persons: 3 }, "d2"],
  ["2024-03-08", "serve", two, { persons: 2 }, "d2"],
  ["2024-03-09", "report", two, { evidence: "p1" }, "d2"],
  ["2024-03-10", "accept", branch, {}, "d2"],
  ["2024-03-11", "publish", two],
  ["2024-03-12", "rate", resident, { rating: "unsatisfied", solved: "solved" }],
]

describe("a row", () => {
  it("tells the days, counts and dispatches of an order", () => {
    const row = rowAt(orderOf(...done), "2024-03-31")
    expect(row).toMatchObject({
      order: "o1",
      unit: "incident",
      kind: "mediation",
      village: "v1",
      requestedOn: "2024-03-01",
      requestedBy: "request",
      firstResponseOn: "2024-03-02",
      stage: "rated",
      deadline: "2024-03-17",
      isLate: false,
      closedInTime: true,
      rating: "unsatisfied",
      solved: "solved",
      ratedBy: "requester",
      counts: { dispatches: 2, services: 2, persons: 5, returns: 1, reworks: 0 },
    })
    expect(row.outcome).toBeUndefined()
    expect(row.dispatches).toMatchObject([
      {
        dispatch: "d1",
        number: 1,
        doer: "m1",
        dispatchedOn: "2024-03-03",
        endedOn: "2024-03-04",
        outcome: "givenBack",
        isReturned: true,
      },
      {
        dispatch: "d2",
        number: 2,
        doer: "m2",
        unit: "u2",
        takenOn: "2024-03-06",
        reportedOn: "2024-03-09",
        acceptedOn: "2024-03-10",
        outcome: "accepted",
      },
    ])
  })

  it("counts what was done in the order and the dispatch at once only once", () => {
    const row = rowAt(orderOf(...done), "2024-03-31")
    expect(row.events.map(({ deed }) => deed)).toEqual(["request", "claim", "publish", "rate"])
    expect(row.dispatches.map(({ events }) => events.length)).toEqual([2, 6])
  })

  it("has the clock that rework starts again as a further one, and tells the last", () => {
    const again = orderOf(...done, ["2024-03-13", "rework", branch])
    const row = rowAt(again, "2024-03-31")
    expect(row.due.map(({ endedOn, startedOn }) => [startedOn, endedOn])).toEqual([
      ["2024-03-02", "2024-03-11"],
      ["2024-03-13", undefined],
    ])
    expect([row.deadline, row.isLate, row.closedInTime]).toEqual(["2024-03-28", true, undefined])
    expect([row.attempt, row.rating]).toEqual([2, "unsatisfied"])
  })

  it("counts an extension of the order, of a dispatch, and of both at once, once each", () => {
    const [extend] = timing.extensions.order
    const days = { id: "days", label: { zh: "延期天数" }, of: "count", sensitivity: "open" } as const
    const own = {
      id: "prolong",
      label: { zh: "延期" },
      from: ["dispatched"],
      to: { way: "stay" },
      by: ["branch"],
      needs: ["days"],
    } as const
    const scheme2: OrderScheme.OrderScheme = {
      ...scheme,
      order: { ...scheme.order, moves: [...scheme.order.moves, { ...extend!, id: "both" }] },
      dispatch: {
        ...scheme.dispatch,
        fields: [...scheme.dispatch.fields, days],
        moves: [...scheme.dispatch.moves, own, { ...own, id: "both" }],
      },
      deeds: { ...scheme.deeds, prolong: "extend", both: "extend" },
    }
    const { evolve, initial } = ServiceOrder.decider(scheme2, () => true)
    const told: ReadonlyArray<readonly [string, string?]> = [
      ["request"],
      ["claim"],
      ["dispatch", "d1"],
      ["extend"],
      ["prolong", "d1"],
      ["both", "d1"],
    ]
    const state = told
      .map(([move, dispatch], index) => {
        const payload = { order: "o1", ...(dispatch === undefined ? {} : { dispatch }), move, fields: { days: 1 } }
        return { id: `e${index}`, ...at("2024-03-01"), actor: grid, payload }
      })
      .reduce((before, entry) => evolve(before, entry), initial)
    const row = Result.getOrThrow(OrderRow.of(scheme2, state, { offsetMinutes: 480 }, at("2024-03-31")))!
    expect(row.events.map(({ deed }) => deed)).toEqual(["request", "claim", "extend"])
    expect(row.dispatches[0]!.events.map(({ deed }) => deed)).toEqual(["dispatch", "extend", "extend"])
    expect(row.counts.extensions).toBe(3)
  })

  it("has the day of a deadline in hours from the clocks of the place", () => {
    const row = rowAt(orderOf(...done), "2024-03-31")
    expect(
      row.clocks.filter(({ limit }) => limit === "接单").map(({ deadlineOn, isLate }) => [deadlineOn, isLate]),
    ).toEqual([
      ["2024-03-05", false],
      ["2024-03-07", false],
    ])
  })

  it("is there though another limit than the due one cannot be read, and tells which", () => {
    const untold = Result.getOrThrow(OrderRow.of(scheme, orderOf(...done), {}, at("2024-03-31")))!
    expect(untold.unread).toEqual([
      { limit: "接单", code: "limit.noOffset" },
      { limit: "接单", code: "limit.noOffset" },
    ])
    expect(untold.clocks.map(({ limit }) => limit)).toEqual(["办结", "响应"])
    const working = timing.order.map((each) => ({ ...each, unit: "workingDay" as const }))
    const due = OrderScheme.timed(FiveOrders.scheme, { ...timing, order: working })
    const failed = OrderRow.of(due, orderOf(...done), { offsetMinutes: 480 }, at("2024-03-31"))
    expect(Result.isFailure(failed) && failed.failure.map(({ code, path }) => [code, ...path])).toEqual([
      ["limit.noCalendar", "order", "办结", 0],
    ])
  })

  it("takes a closing without any answer for no answer, and never for a good one", () => {
    const silent = orderOf(...done.slice(0, -1), ["2024-04-01", "lapse", grid])
    const row = rowAt(silent, "2024-04-30")
    expect(row.answers).toEqual([
      { on: "2024-04-01", attempt: 1, by: "lapse", rating: "unanswered", solved: "unanswered" },
    ])
    expect([row.outcome, row.rating, row.solved, row.ratedBy]).toEqual([
      "unanswered",
      "unanswered",
      "unanswered",
      "lapse",
    ])
    const asking: Told = ["2024-03-15", "revisitUnanswered", committee, { rating: "unanswered" }]
    const tried = rowAt(orderOf(...done.slice(0, -1), asking, ["2024-04-01", "lapse", grid]), "2024-04-30")
    expect(tried.answers.map(({ by }) => by)).toEqual(["revisit"])
  })

  it("tells on whose behalf nothing, but that it was", () => {
    const of = (move: string, actor: Actor, fields = {}) =>
      rowAt(orderOf(["2024-03-01", move, actor, { what: "修灯", ...fields }]), "2024-03-31")
    const flags = ({ isAnonymous, isOnBehalf, isPatrol }: OrderRow.OrderRow) => [isAnonymous, isOnBehalf, isPatrol]
    expect(flags(of("request", resident))).toEqual([false, false, false])
    expect(flags(of("requestFor", grid, { actedFor: "r9" }))).toEqual([false, true, false])
    expect(flags(of("requestUnnamed", { post: "unnamed" }))).toEqual([true, false, false])
    expect(flags(of("patrol", grid))).toEqual([false, false, true])
  })

  it("ends the dispatches that are left open when the order ends, without an outcome", () => {
    const row = rowAt(orderOf(...done.slice(0, 3), ["2024-03-20", "withdraw", resident]), "2024-03-31")
    expect([row.outcome, row.endedOn]).toEqual(["withdrawn", "2024-03-20"])
    expect([row.dispatches[0]?.endedOn, row.dispatches[0]?.outcome]).toEqual(["2024-03-20", undefined])
  })

  it("names whoever answered the whistle as in charge, and whoever took on what named nobody", () => {
    const responder = { post: "responder", person: "w1" }
    const called = orderOf(
      asked,
      ["2024-03-02", "claim", grid],
      ["2024-03-03", "whistle", branch, { call: "修灯" }],
      ["2024-03-04", "answerCall", responder, {}, "d1"],
    )
    expect(rowAt(called, "2024-03-31").dispatches[0]).toMatchObject({ doer: "w1", dispatchedBy: "answerCall" })
  })

  it("is none before the request, and a fault where the state knows of more than the moment", () => {
    expect(OrderRow.of(scheme, initial, {}, at("2024-03-31"))).toEqual(Result.succeed(undefined))
    const early = OrderRow.of(scheme, orderOf(...done), { offsetMinutes: 480 }, at("2024-03-05"))
    expect(Result.isFailure(early) && early.failure).toEqual([
      { code: "orderRow.later", path: [], params: { order: "o1", on: "2024-03-12" } },
    ])
  })

  it("holds nothing of what is protected: two orders that differ only there have one row", () => {
    const words = (mark: string): ReadonlyArray<Told> =>
      done.map(([on, move, actor, fields, dispatch], index): Told => {
        const more: Readonly<Record<string, Value>> =
          index === 0 ? { what: `诉求${mark}`, place: `地址${mark}`, contact: `电话${mark}` } : {}
        const opinion: Readonly<Record<string, Value>> =
          move === "rate" ? { opinion: `意见${mark}` } : move === "serve" ? { result: `办理${mark}` } : {}
        const who = actor === resident ? { post: "resident", person: `r${mark}` } : actor
        const filled = { ...fields, ...more, ...opinion }
        return dispatch === undefined ? [on, move, who, filled] : [on, move, who, filled, dispatch]
      })
    const [a, b] = [rowAt(orderOf(...words("甲")), "2024-03-31"), rowAt(orderOf(...words("乙")), "2024-03-31")]
    expect(a.rating).toBe("unsatisfied")
    expect(a).toEqual(b)
    expect(JSON.stringify(a)).not.toMatch(/甲|诉求|地址|电话|意见|办理/)
  })

  it("counts in a row what the steps of the order hold, each entry once", () => {
    for (const { on, recordedAt, state } of walks(scheme, 21, { orders: 60, tries: 300 })) {
      const row = Result.getOrThrow(OrderRow.of(scheme, state, { offsetMinutes: 480 }, { on, recordedAt }))!
      const entries = new Map(ServiceOrder.steps(scheme, state).map(({ deed, entry }) => [entry.id, deed]))
      const times = (deed: string) => [...entries.values()].filter((each) => each === deed).length
      expect(row.counts).toMatchObject({
        dispatches: times("dispatch"),
        services: times("serve"),
        returns: times("giveBack"),
        disowned: times("disown"),
        reassigned: times("reassign"),
        reworks: times("rework"),
        sentBack: times("sendBack"),
        holds: times("hold"),
        extensions: times("extend"),
        complaints: times("complain"),
        whistles: times("whistle"),
        revisits: times("revisit"),
        merged: times("merge"),
      })
      expect(row.dispatches.length).toBe(row.counts.dispatches)
    }
  })
})
