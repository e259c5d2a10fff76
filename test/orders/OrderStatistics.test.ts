import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import { sentence } from "../../src/foundation/Fault.js"
import * as Period from "../../src/foundation/Period.js"
import * as Quantity from "../../src/foundation/Quantity.js"
import * as Rate from "../../src/foundation/Rate.js"
import * as Unit from "../../src/foundation/Unit.js"
import * as OrderCounts from "../../src/orders/OrderCounts.js"
import type { ClockRow, DispatchRow, OrderRow } from "../../src/orders/OrderRow.js"
import * as OrderStatistics from "../../src/orders/OrderStatistics.js"
import { texts } from "../../src/orders/OrdersTexts.js"
import * as FiveOrders from "../../src/presets/FiveOrders.js"

const day = CivilDate.parseUnsafe
const scheme = { ...FiveOrders.scheme, due: "办结" }
const now = { on: day("2024-08-31"), recordedAt: Coordinate.instantUnsafe(1725148800000) }
const june = Period.parseUnsafe("2024-06")

const counts: OrderRow["counts"] = {
  dispatches: 0,
  services: 0,
  persons: 0,
  returns: 0,
  disowned: 0,
  reassigned: 0,
  reworks: 0,
  sentBack: 0,
  holds: 0,
  extensions: 0,
  complaints: 0,
  whistles: 0,
  revisits: 0,
  merged: 0,
}

/** A row that is made up: received on the first of June, and nothing else happened. */
const row = (order: string, more: { readonly [K in keyof OrderRow]?: OrderRow[K] } = {}): OrderRow => ({
  order,
  scheme: scheme.id,
  version: scheme.version,
  readAt: now,
  unit: "case",
  requestedOn: day("2024-06-01"),
  requestedBy: "request",
  isAnonymous: false,
  isOnBehalf: false,
  isPatrol: false,
  isJoined: false,
  stage: "inHand",
  attempt: 1,
  counts,
  events: [],
  answers: [],
  due: [],
  clocks: [],
  unread: [],
  dispatches: [],
  ...more,
})

const clock = (deadline: string, endedOn?: string): ClockRow => ({
  limit: "办结",
  startedOn: day("2024-06-01"),
  deadline: day(deadline),
  deadlineOn: day(deadline),
  ...(endedOn === undefined ? {} : { endedOn: day(endedOn) }),
  isLate: (endedOn ?? now.on) > deadline,
})
const due = (...clocks: ReadonlyArray<ClockRow>) => ({ due: clocks, clocks })

const asked = (
  more: { readonly [K in keyof OrderStatistics.Asked]?: OrderStatistics.Asked[K] } = {},
): OrderStatistics.Asked => ({
  period: june,
  now,
  by: "whole",
  definition: OrderCounts.plain,
  ...more,
})
const whole = (rows: ReadonlyArray<OrderRow>, definition = OrderCounts.plain): OrderCounts.Counts =>
  Result.getOrThrow(OrderStatistics.of(scheme, rows, asked({ definition }))).cells[0]!.all
const codes = (result: Result.Result<unknown, ReadonlyArray<{ readonly code: string }>>) =>
  Result.isFailure(result) ? result.failure.map(({ code }) => code) : []
const times = <A>(count: number, of: (index: number) => A): ReadonlyArray<A> =>
  Array.from({ length: count }, (_, index) => of(index))

describe("published figures", () => {
  it("连云港市12345热线2019年6月通报: of 29,186 due 25,783 closed, 24,165 in time, is 88.34 % and 82.80 % (C26)", () => {
    const rows = [
      ...times(24_165, (index) => row(`t${index}`, due(clock("2024-06-20", "2024-06-20")))),
      ...times(25_783 - 24_165, (index) => row(`l${index}`, due(clock("2024-06-20", "2024-06-21")))),
      ...times(29_186 - 25_783, (index) => row(`o${index}`, due(clock("2024-06-20")))),
      ...times(500, (index) => row(`j${index}`, due(clock("2024-07-02", "2024-06-30")))),
    ]
    const all = whole(rows)
    expect([all.due, all.closed, all.closedInTime, all.overdueOpen]).toEqual([29_186, 25_783, 24_165, 3_403])
    const { closing, onTime } = OrderCounts.ratesUnsafe(all, OrderCounts.plain, Unit.known.case)
    expect([Rate.percent(closing, 2, "halfUp"), Rate.percent(onTime, 2, "halfUp")]).toEqual(["88.34%", "82.80%"])
    expect([all.received, all.closings]).toEqual([29_686, 26_283])
  })

  it("the same, 2020-09: 78,589 received and 4,629 carried in are 83,218 to be handled", () => {
    const rows = [
      ...times(4_629, (index) => row(`c${index}`, { requestedOn: day("2024-05-20") })),
      ...times(78_589, (index) => row(`r${index}`)),
      ...times(300, (index) =>
        row(`e${index}`, { requestedOn: day("2024-05-20"), endedOn: day("2024-05-31"), outcome: "done" }),
      ),
    ]
    const all = whole(rows, { ...OrderCounts.plain, cohort: "load" })
    expect([all.received, all.carriedIn, all.received + all.carriedIn, all.due]).toEqual([
      78_589, 4_629, 83_218, 83_218,
    ])
  })

  it("北京2019年: solved 53.09 % and then 74.36 %, satisfied 64.61 % and then 85.39 %, are answers to two questions", () => {
    // Only the rates are published; the numbers of answers are made up so as to give them.
    const of = (solved: number, satisfied: number) => {
      const counts = {
        ...OrderCounts.none,
        solutions: { solved, unsolved: 10_000 - solved, unanswered: 123 },
        ratings: { satisfied, basically: 0, unsatisfied: 10_000 - satisfied, unanswered: 321 },
      }
      const { satisfaction, solving } = OrderCounts.ratesUnsafe(counts, OrderCounts.plain, Unit.known.case)
      return [Rate.percent(solving, 2, "halfUp"), Rate.percent(satisfaction, 2, "halfUp")]
    }
    expect([of(5309, 6461), of(7436, 8539), of(5309, 8539)]).toEqual([
      ["53.09%", "64.61%"],
      ["74.36%", "85.39%"],
      ["53.09%", "85.39%"],
    ])
  })

  it("a town's year 2023: 6 requests 件, 15 dispatches 件次 and 178 services 人次 are three totals (C30)", () => {
    const dispatch = (number: number, persons: number): DispatchRow => ({
      dispatch: `d${number}`,
      number,
      attempt: 1,
      dispatchedOn: day("2024-06-02"),
      dispatchedBy: "dispatch",
      isReturned: false,
      services: 1,
      persons,
      events: [
        { deed: "dispatch", on: day("2024-06-02") },
        { deed: "serve", on: day("2024-06-03"), persons },
      ],
    })
    const rows = times(6, (index) =>
      row(`o${index}`, {
        dispatches: times(index < 3 ? 3 : 2, (number) => dispatch(number, index === 0 && number === 0 ? 10 : 12)),
      }),
    )
    const all = whole(rows)
    const totals = OrderCounts.totals(all, Unit.known.case)
    expect(
      [totals.received, totals.dispatches, totals.services, totals.persons].map((each) => Quantity.text(each, "zh")),
    ).toEqual(["6件", "15件次", "15次", "178人次"])
    expect(codes(Result.mapError(Quantity.add<string>(totals.received, totals.persons), (found) => [found]))).toEqual([
      "quantity.unitMismatch",
    ])
  })
})

describe("cohorts", () => {
  const early = row("早", { requestedOn: day("2024-05-01"), ...due(clock("2024-05-20")) })
  const late = row("迟", { requestedOn: day("2024-05-01"), ...due(clock("2024-05-20", "2024-06-05")) })
  const gone = row("前", { requestedOn: day("2024-05-01"), ...due(clock("2024-05-20", "2024-05-31")) })
  const now6 = row("本", due(clock("2024-06-30", "2024-07-01")))
  const next = row("后", due(clock("2024-07-10", "2024-06-10")))
  const never = row("无")
  const rows = [early, late, gone, now6, next, never]
  const of = (cohort: OrderCounts.Cohort, until: "periodEnd" | "moment" = "moment") => {
    const { closed, closedInTime, due: all, overdueOpen } = whole(rows, { ...OrderCounts.plain, cohort, until })
    return [all, closed, closedInTime, overdueOpen]
  }

  it("are what the definition says, and a later closing counts only where it says so", () => {
    expect(of("deadline")).toEqual([1, 1, 0, 0])
    expect(of("deadline", "periodEnd")).toEqual([1, 0, 0, 0])
    expect(of("deadlineOrOverdue")).toEqual([3, 2, 0, 1])
    expect(of("received")).toEqual([3, 2, 1, 0])
    expect(of("load")).toEqual([5, 3, 1, 1])
    expect(of("load", "periodEnd")).toEqual([5, 2, 1, 1])
  })

  it("an order with a clock in each of two months is due in both, and once in each", () => {
    const again = row(
      "再",
      due(clock("2024-06-10", "2024-06-09"), { ...clock("2024-07-10", "2024-07-12"), startedOn: day("2024-06-20") }),
    )
    const of = (period: string) =>
      Result.getOrThrow(OrderStatistics.of(scheme, [again], asked({ period: Period.parseUnsafe(period) }))).cells[0]!
        .all
    expect([of("2024-06").due, of("2024-06").closedInTime, of("2024-07").due, of("2024-07").closedInTime]).toEqual([
      1, 1, 1, 0,
    ])
    expect([of("2024").due, of("2024").closed, of("2024").closedInTime]).toEqual([1, 1, 0])
  })
})

describe("both figures", () => {
  it("stand side by side, and what has no orders due is listed apart, never 0 % and never 100 %", () => {
    const definition: OrderCounts.Definition = { ...OrderCounts.plain, exclusions: ["excluded", "withdrawn", "merged"] }
    const out = { outcome: "excluded", endedOn: day("2024-06-25") } as const
    const rows = [
      row("a", { grid: "g1", ...due(clock("2024-06-20", "2024-06-20")) }),
      row("b", { grid: "g1", ...out, ...due(clock("2024-06-20", "2024-06-25")) }),
      row("c", { grid: "g2", ...out, ...due(clock("2024-06-20", "2024-06-25")) }),
      row("d", { grid: "g3", isJoined: true, ...due(clock("2024-06-20")) }),
      row("e", { grid: "g4" }),
      row("f", { ...due(clock("2024-06-20")) }),
    ]
    const statistics = Result.getOrThrow(OrderStatistics.of(scheme, rows, asked({ by: "grid", definition })))
    const g1 = statistics.cells.find(({ id }) => id === "g1")!
    const closing = (figure: OrderCounts.Figure) =>
      OrderCounts.ratesUnsafe(g1[figure], definition, Unit.known.case, figure).onTime
    expect([Rate.percent(closing("all"), 0, "halfUp"), Rate.percent(closing("kept"), 0, "halfUp")]).toEqual([
      "50%",
      "100%",
    ])
    expect([closing("all").of.zh, closing("kept").of.zh]).toEqual(["本期到期应办结", "本期到期应办结（剔除后）"])
    const roster = ["g1", "g4", "g5", "g5"]
    const kept = OrderStatistics.listed(statistics, "kept", roster)
    expect(kept.due.map(({ id }) => id)).toEqual([undefined, "g1"])
    expect(kept.noneDue).toEqual([
      { id: "g2", unit: "case" },
      { id: "g3", unit: "case" },
      { id: "g4", unit: "case" },
      { id: "g5" },
    ])
    expect(OrderStatistics.listed(statistics, "all", roster).noneDue.map(({ id }) => id)).toEqual(["g4", "g5"])
  })
})

describe("answers", () => {
  const answer = (
    on: string,
    attempt: number,
    by: "requester" | "revisit" | "lapse",
    rating: "satisfied" | "basically" | "unsatisfied" | "unanswered",
    solved?: "solved" | "unsolved" | "unanswered",
  ) => ({ on: day(on), attempt, by, rating, ...(solved === undefined ? {} : { solved }) }) as const
  const rows = [
    row("a", {
      answers: [
        answer("2024-06-03", 1, "requester", "unsatisfied", "unsolved"),
        answer("2024-06-20", 2, "requester", "satisfied", "solved"),
      ],
    }),
    row("b", {
      answers: [
        answer("2024-06-03", 1, "requester", "basically", "unsolved"),
        answer("2024-06-09", 1, "revisit", "unanswered"),
      ],
    }),
    row("c", { answers: [answer("2024-06-09", 1, "revisit", "unanswered", "unanswered")] }),
    row("d", { answers: [answer("2024-07-01", 1, "requester", "satisfied")] }),
  ]
  const of = (answers: Partial<OrderCounts.Definition["answers"]>, credit = "0") => {
    const definition = { ...OrderCounts.plain, credit, answers: { ...OrderCounts.plain.answers, ...answers } }
    const { satisfaction, solving } = OrderCounts.ratesUnsafe(whole(rows, definition), definition, Unit.known.case)
    const { amount, unit } = satisfaction.denominator
    return [
      `${satisfaction.numerator.amount}/${amount} ${unit}`,
      `${solving.numerator.amount}/${solving.denominator.amount}`,
    ]
  }

  it("count the last of each order, or every one, with or without credit; a silent one is never good", () => {
    expect(of({})).toEqual(["1/2 case", "1/2"])
    expect(of({}, "0.5")).toEqual(["1.5/2 case", "1/2"])
    expect(of({}, "1")).toEqual(["2/2 case", "1/2"])
    expect(of({ unanswered: "counted" })).toEqual(["1/3 case", "1/3"])
    expect(of({ take: "every" })).toEqual(["1/3 time", "1/3"])
    expect(of({ take: "every", unanswered: "counted" })).toEqual(["1/5 time", "1/5"])
    expect(of({ from: ["revisit"] })).toEqual(["0/0 case", "0/0"])
    expect(of({ from: ["revisit"], unanswered: "counted" })).toEqual(["0/2 case", "0/2"])
  })

  it("of the orders due count whenever they came, and only of those", () => {
    const dated = [row("x", { ...due(clock("2024-06-20")), answers: rows[3]!.answers }), rows[0]!]
    const definition = { ...OrderCounts.plain, answers: { ...OrderCounts.plain.answers, of: "due" as const } }
    expect(whole(dated, definition).ratings).toEqual({ ...OrderCounts.none.ratings, satisfied: 1 })
    expect(whole(dated, { ...definition, until: "periodEnd" }).ratings).toEqual(OrderCounts.none.ratings)
  })
})

describe("by the end of the period", () => {
  const definition: OrderCounts.Definition = {
    ...OrderCounts.plain,
    until: "periodEnd",
    exclusions: ["refused", "merged"],
  }
  const kept = (each: OrderRow, until: "periodEnd" | "moment") =>
    Result.getOrThrow(OrderStatistics.of(scheme, [each], asked({ definition: { ...definition, until } }))).cells[0]!
      .kept.received
  const both = (each: OrderRow) => [kept(each, "periodEnd"), kept(each, "moment")]

  it("only what had ended or was merged by then is left out", () => {
    const merged = (on: string) => ({ deed: "merge", on: day(on) }) as const
    expect(both(row("a", { outcome: "refused", endedOn: day("2024-07-05") }))).toEqual([1, 0])
    expect(both(row("b", { outcome: "refused", endedOn: day("2024-06-30") }))).toEqual([0, 0])
    expect(both(row("c", { isJoined: true, events: [merged("2024-07-02")] }))).toEqual([1, 0])
    const since = { deed: "separate", on: day("2024-07-02") } as const
    expect(both(row("d", { events: [merged("2024-06-20"), since] }))).toEqual([0, 1])
  })

  it("an open order is undated while its clock has not started or is held off, and disposed of where it is refused", () => {
    const held: ClockRow = { limit: "办结", startedOn: day("2024-06-02"), isLate: false }
    const rows = [
      row("a"),
      row("b", due(held)),
      row("c", due(clock("2024-07-10"))),
      row("d", due(clock("2024-06-20", "2024-06-19"))),
    ]
    expect([whole(rows).carriedOut, whole(rows).undated]).toEqual([4, 2])
    const refused = row("e", {
      outcome: "refused",
      endedOn: day("2024-06-19"),
      ...due(clock("2024-06-20", "2024-06-19")),
    })
    const { closed, disposed, disposedInTime } = whole([refused, ...rows])
    expect([closed, disposed, disposedInTime]).toEqual([2, 1, 1])
  })
})

describe("groupings", () => {
  it("put each unit of counting into cells of its own: 件, 起 and 条 do not add up", () => {
    const rows = [
      row("a"),
      row("b", { kind: "mediation", unit: "incident" }),
      row("c", { kind: "opinion", unit: "entry" }),
      row("d"),
    ]
    const cells = Result.getOrThrow(OrderStatistics.of(scheme, rows, asked())).cells
    expect(cells.map(({ all, unit }) => [unit, all.received])).toEqual([
      ["case", 2],
      ["entry", 1],
      ["incident", 1],
    ])
  })

  it("by person put a dispatch where its own is, and the order where its last is", () => {
    const dispatch = (dispatch: string, number: number, doer: string): DispatchRow => ({
      dispatch,
      number,
      attempt: 1,
      doer,
      dispatchedOn: day("2024-06-02"),
      dispatchedBy: "dispatch",
      isReturned: false,
      services: 0,
      persons: 0,
      events: [{ deed: "dispatch", on: day("2024-06-02") }],
    })
    const rows = [row("a", { dispatches: [dispatch("d1", 1, "m1"), dispatch("d2", 2, "m2")] })]
    const { cells } = Result.getOrThrow(OrderStatistics.of(scheme, rows, asked({ by: "doer" })))
    expect(cells.map(({ all, id }) => [id, all.received, all.dispatches.made])).toEqual([
      ["m1", 0, 1],
      ["m2", 1, 1],
    ])
  })
})

describe("bad input", () => {
  const part = (rows: ReadonlyArray<OrderRow>, bodies: ReadonlyArray<string>, more = {}): OrderStatistics.Partial =>
    Result.getOrThrow(OrderStatistics.partial(scheme, rows, { ...asked(more), by: "village" }, "village", bodies))

  it("is told all at once: an order twice, of another scheme, version or moment, a credit that is none, a limit that is not there", () => {
    const rows = [
      row("a"),
      row("a"),
      row("a"),
      row("b", { scheme: "x" }),
      row("c", { version: "9" }),
      row("d", { readAt: { ...now, on: day("2024-08-30") } }),
    ]
    const definition = { ...OrderCounts.plain, credit: "1.01", response: { deeds: [], limit: "没有" } }
    const result = OrderStatistics.of(scheme, rows, asked({ definition }))
    expect(codes(result)).toEqual([
      "orderCounts.credit",
      "orderStatistics.noSuchLimit",
      "orderStatistics.otherScheme",
      "orderStatistics.otherScheme",
      "orderStatistics.otherMoment",
      "orderStatistics.orderTwice",
    ])
    expect(OrderStatistics.series(scheme, rows, asked({ definition }), "month")).toEqual(result)
    expect(OrderStatistics.stages(scheme, rows, asked({ definition }))).toEqual(result)
    expect(Result.isFailure(result) && result.failure.at(-1)?.params).toEqual({ order: "a" })
  })

  it("orders due by a deadline under a scheme without one, and a limit that could not be read", () => {
    const cohort = (each: OrderCounts.Cohort) =>
      codes(OrderStatistics.of(FiveOrders.scheme, [], asked({ definition: { ...OrderCounts.plain, cohort: each } })))
    expect([cohort("deadline"), cohort("deadlineOrOverdue")]).toEqual([
      ["orderStatistics.noDue"],
      ["orderStatistics.noDue"],
    ])
    expect([cohort("received"), cohort("load")]).toEqual([[], []])
    const unread = [row("a", { unread: [{ limit: "接单", code: "limit.noOffset" }] })]
    expect(codes(OrderStatistics.of(scheme, unread, asked()))).toEqual([])
    expect(codes(OrderStatistics.stages(scheme, unread, asked()))).toEqual(["orderStatistics.unread"])
  })

  it("parts are checked before they are merged, and told by their places", () => {
    const good = part([], ["v1"])
    const [cell] = part([row("a", { village: "v2" })], ["v2"]).cells
    const bad = { ...part([], ["v2"]), cells: [{ ...cell!, all: { ...cell!.all, persons: 5 } }] }
    const merged = OrderStatistics.merge(good, bad)
    expect(Result.isFailure(merged) && merged.failure.map(({ code, path }) => [code, path.join(".")])).toEqual([
      ["orderCounts.unserved", "1.cells.0.all.persons"],
    ])
  })

  it("definitions that say the same are alike, whatever they are called and in whatever order", () => {
    const said = { ...OrderCounts.plain, exclusions: ["merged", "excluded"], credit: "0.5" } as const
    const same = {
      ...said,
      label: { zh: "另名" },
      note: "虚构",
      exclusions: ["excluded", "merged", "merged"],
      credit: "1/2",
    } as const
    const [a, b] = [part([], ["v1"], { definition: said }), part([], ["v2"], { definition: same })]
    expect(Result.isSuccess(OrderStatistics.merge(a, b))).toBe(true)
    expect(OrderStatistics.merge(a, b)).toEqual(OrderStatistics.merge(b, a))
    const other = part([], ["v2"], { definition: { ...same, exclusions: ["merged"] } })
    expect(codes(OrderStatistics.merge(a, other))).toEqual(["orderStatistics.unlike"])
  })

  it("a dispatch to a branch that the part does not cover has its cell there, without any order", () => {
    const dispatch: DispatchRow = {
      dispatch: "d1",
      number: 1,
      attempt: 1,
      branch: "b2",
      dispatchedOn: day("2024-06-02"),
      dispatchedBy: "dispatch",
      isReturned: false,
      services: 0,
      persons: 0,
      events: [{ deed: "dispatch", on: day("2024-06-02") }],
    }
    const of = (rows: ReadonlyArray<OrderRow>, bodies: ReadonlyArray<string>) =>
      Result.getOrThrow(OrderStatistics.partial(scheme, rows, { ...asked(), by: "branch" }, "branch", bodies))
    const rows = [row("a", { branch: "b1", dispatches: [dispatch] }), row("b", { branch: "b2" })]
    const [one, two] = [of(rows.slice(0, 1), ["b1"]), of(rows.slice(1), ["b2"])]
    expect(one.cells.map(({ all, id }) => [id, all.received, all.dispatches.made])).toEqual([
      ["b1", 1, 0],
      ["b2", 0, 1],
    ])
    expect(OrderStatistics.check(one)).toEqual([])
    expect(Result.getOrThrow(OrderStatistics.merge(one, two))).toEqual(of(rows, ["b1", "b2"]))
    const stolen = { ...one, bodies: ["b2"] }
    expect(OrderStatistics.check(stolen).map(({ code, path }) => [code, path.join(".")])).toEqual([
      ["orderStatistics.otherBody", "cells.0.id"],
    ])
  })

  it("an order of a body that is not covered, or of none", () => {
    const rows = [row("a", { village: "v1" }), row("b", { village: "v2" }), row("c")]
    const result = OrderStatistics.partial(scheme, rows, { ...asked(), by: "kind" }, "village", ["v1"])
    expect(Result.isFailure(result) && result.failure.map(({ params }) => [params.order, params.body])).toEqual([
      ["b", "v2"],
      ["c", ""],
    ])
  })

  it("parts that overlap or were asked otherwise do not merge, and the bodies are named", () => {
    const one = part([row("a", { village: "v1" })], ["v1", "v2"])
    const overlap = OrderStatistics.merge(one, part([], ["v3"]), part([], ["v2", "v3"]))
    expect(Result.isFailure(overlap) && overlap.failure.map(({ params }) => params.body)).toEqual(["v2", "v3"])
    const others: ReadonlyArray<readonly [string, OrderStatistics.Partial]> = [
      ["scheme", { ...part([], ["v3"]), version: "2" }],
      ["period", part([], ["v3"], { period: Period.parseUnsafe("2024-07") })],
      ["moment", part([], ["v3"], { now: { ...now, on: day("2024-08-30") } })],
      ["grouping", { ...part([], ["v3"]), by: "kind" }],
      ["level", { ...part([], ["v3"]), level: "grid" }],
      ["definition", part([], ["v3"], { definition: { ...OrderCounts.plain, version: "2" } })],
    ]
    for (const [what, other] of others) {
      const merged = OrderStatistics.merge(one, other)
      expect(Result.isFailure(merged) && merged.failure).toEqual([
        { code: "orderStatistics.unlike", path: [], params: { what, bodies: "v1、v2", others: "v3" } },
      ])
    }
    const merged = OrderStatistics.merge(one, others[1]![1])
    expect(Result.isFailure(merged) && sentence(texts, merged.failure[0]!, "zh")).toContain(
      "两份统计的期间不同，不能相加：v1、v2；v3",
    )
  })

  it("a document that cannot be is refused with the places", () => {
    const good = part([row("a", { village: "v1", ...due(clock("2024-06-20")) })], ["v1"])
    expect(OrderStatistics.document.is(good)).toBe(true)
    const [cell] = good.cells
    const bad = (more: object) => {
      const result = OrderStatistics.document.decode({ ...good, ...more })
      return Result.isFailure(result) ? result.failure.map(({ code, path }) => [code, path.join(".")]) : []
    }
    expect(bad({ bodies: ["v1", "v1"] })).toEqual([["orderStatistics.bodyTwice", "bodies.1"]])
    expect(bad({ cells: [cell, cell] })).toEqual([["orderStatistics.cellTwice", "cells.1"]])
    expect(bad({ bodies: ["v2"] })).toEqual([["orderStatistics.otherBody", "cells.0.id"]])
    expect(bad({ cells: [{ ...cell, all: { ...cell!.all, closed: 2, overdueOpen: 0 } }] })).toEqual([
      ["orderCounts.cohort", "cells.0.all.closed"],
    ])
    expect(bad({ cells: [{ ...cell, all: { ...cell!.all, received: 2 } }] })).toEqual([
      ["orderCounts.balance", "cells.0.all.carriedOut"],
    ])
    expect(
      bad({ cells: [{ ...cell, kept: { ...cell!.kept, persons: 9, deeds: { ...cell!.kept.deeds, serve: 1 } } }] }),
    ).toEqual([
      ["orderStatistics.kept", "cells.0.kept.deeds.serve"],
      ["orderStatistics.kept", "cells.0.kept.persons"],
    ])
    expect(bad({ by: "doer" })).toEqual([["document.noVariant", "by"]])
    expect(bad({ definition: { ...OrderCounts.plain, credit: "2" } })).toEqual([
      ["orderCounts.credit", "definition.credit"],
    ])
    expect(bad({ format: 2 })[0]?.[0]).toBe("document.format")
  })
})
