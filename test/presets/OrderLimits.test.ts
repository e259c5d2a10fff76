/**
 * Published time limits in the schemes they are meant for, and C28 through a real order: 山东省政务服务热线管理办法（2020）的5个
 * 工作日、延期10个工作日、2个工作日内退回. The calendar is that of the national notice for 2020 (国办发明电〔2019〕16号): 1 to 8 October
 * off, 27 September and 10 October worked; the week of March without any of that. Told ways of no day are of 2024.
 */
import * as Result from "effect/Result"
import { describe, expect, expectTypeOf, it } from "vitest"
import * as Citation from "../../src/foundation/Citation.js"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as Document from "../../src/foundation/Document.js"
import type { WorkCalendar } from "../../src/foundation/WorkCalendar.js"
import * as OrderClock from "../../src/orders/OrderClock.js"
import * as OrderScheme from "../../src/orders/OrderScheme.js"
import * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import * as FiveOrders from "../../src/presets/FiveOrders.js"
import * as OrderLimits from "../../src/presets/OrderLimits.js"
import * as Limit from "../../src/process/Limit.js"
import * as Proceeding from "../../src/process/Proceeding.js"
import * as WorkflowLint from "../../src/process/WorkflowLint.js"
import { byPost, SCHEMES, type ScriptStep, stepsOf, walk } from "../orders/scripts.js"

const day = CivilDate.parseUnsafe

const calendar: WorkCalendar = {
  from: day("2020-01-01"),
  to: day("2025-01-01"),
  weekend: [6, 7],
  days: [
    ...["01", "02", "05", "06", "07", "08"].map((date) => ({ on: day(`2020-10-${date}`), working: false })),
    { on: day("2020-09-27"), working: true },
    { on: day("2020-10-10"), working: true },
  ],
}

const TIMINGS = {
  shandong2020: OrderLimits.shandong2020,
  bengbuPhone: OrderLimits.bengbuPhone,
  bengbuOnline: OrderLimits.bengbuOnline,
  guanglingSimple: OrderLimits.guanglingSimple,
  guanglingComplex: OrderLimits.guanglingComplex,
  beijingEmergency: OrderLimits.beijingEmergency,
  beijingUtilities: OrderLimits.beijingUtilities,
  beijingGeneral: OrderLimits.beijingGeneral,
  beijingComplex: OrderLimits.beijingComplex,
} as const

const put = (scheme: OrderScheme.OrderScheme, published: OrderLimits.Published) =>
  OrderScheme.timed(scheme, OrderLimits.fitted(scheme, published))

/** A day for every step, the last one for all that follow. */
const on = (text: string, ...days: ReadonlyArray<string>): ReadonlyArray<ScriptStep> =>
  stepsOf(text).map((step, index) => ({ ...step, on: days[Math.min(index, days.length - 1)]! }))

const at = (text: string): Proceeding.Mark => ({ on: day(text), recordedAt: Coordinate.instantUnsafe(1709999999999) })

const last = ({ refused, states }: ReturnType<typeof walk>): ServiceOrder.State => {
  expect(refused).toBeUndefined()
  return states[states.length - 1]!
}

const readings = (
  workflow: OrderScheme.OrderScheme["order"],
  id: string,
  course: Proceeding.State,
  now: string,
): ReadonlyArray<Limit.Reading> => {
  const limit = workflow.limits.find((each) => each.id === id)!
  return Proceeding.clock(workflow, limit, course).map((run) =>
    Result.getOrThrow(Limit.read(limit, Proceeding.course(limit, run, at(now)), { calendar })),
  )
}

/** The runs of the limit `closing` of the order, as the clocks of orders read them. */
const clock = (scheme: OrderScheme.OrderScheme, state: ServiceOrder.State, now: string) =>
  Result.getOrThrow(OrderClock.read(scheme, state, { calendar }, at(now))).filter(
    ({ dispatch, limit }) => dispatch === undefined && limit === "closing",
  )

describe.each(SCHEMES)("limits in the scheme $name", ({ scheme, scripts }) => {
  it.each(Object.entries(TIMINGS))("fit, once they are fitted, and every limit has an end: %s", (_, published) => {
    const timed = put(scheme, published)
    expect(OrderScheme.check(timed)).toEqual([])
    expect([...WorkflowLint.lint(timed.order), ...WorkflowLint.lint(timed.dispatch)]).toEqual([])
    expect(timed.due).toBe("closing")
    const endless = [...timed.order.limits, ...timed.dispatch.limits].filter(({ ends }) => ends.length === 0)
    expect(endless).toEqual([])
  })

  it("of Daishan fit where an order can be lifted, and are told not to elsewhere", () => {
    const found = OrderScheme.check(put(scheme, OrderLimits.daishan2011)).map(({ code, params, path }) => [
      code,
      path,
      params.id,
    ])
    const lacks = [
      ["workflow.noSuchId", ["order", "limits", 0, "starts"], "lifted"],
      ["workflow.noSuchId", ["order", "limits", 0, "ends", 0], "handDown"],
    ]
    expect(found).toEqual(scheme === FiveOrders.scheme ? [] : lacks)
  })

  it("are told not to fit a scheme that lacks what they name", () => {
    const renamed = scheme.dispatch.moves.map((move) => (move.id === "takeOn" ? { ...move, id: "accepting" } : move))
    const deeds = Object.entries(scheme.deeds).map(([id, deed]) => [id === "takeOn" ? "accepting" : id, deed] as const)
    const other = { ...scheme, dispatch: { ...scheme.dispatch, moves: renamed }, deeds: Object.fromEntries(deeds) }
    expect(OrderScheme.check(other)).toEqual([])
    const found = OrderScheme.check(put(other, OrderLimits.bengbuPhone))
    expect(found.map(({ code, params }) => [code, params.id])).toEqual([["workflow.noSuchId", "takeOn"]])
  })

  it("end with the acceptance of the last result, in every good way, and leave the time of whoever rates alone", () => {
    const timed = put(scheme, OrderLimits.shandong2020)
    expect(OrderLimits.results(scheme)).toEqual(["accept"])
    const good = Object.values(scripts)
      .map((text) => last(walk(timed, text)))
      .filter((state) => ["satisfied", "done"].includes(ServiceOrder.outcome(timed, state) ?? ""))
    expect(good.length).toBeGreaterThan(2)
    for (const state of good) {
      const runs = clock(timed, state, "2024-03-01")
      expect(runs.length).toBeGreaterThan(0)
      expect(runs.map(({ run }) => run.by)).toEqual(runs.map(() => "accept"))
    }
  })

  it("run in every order that was received and in no other, once an attempt, whatever is returned or merged", () => {
    const timed = put(scheme, OrderLimits.shandong2020)
    const receipt = OrderLimits.received(scheme)
    for (const text of Object.values(scripts)) {
      const { course } = last(walk(timed, text))
      const isReceived = Proceeding.history(course).some(({ to }) => to === receipt)
      const runs = Proceeding.clock(timed.order, timed.order.limits[0]!, course)
      expect([text, runs.length]).toEqual([text, isReceived ? course.attempt : 0])
    }
  })

  const begun = scheme === FiveOrders.scheme ? "request claim" : "request"
  const due = (text: string, days: ReadonlyArray<string>, now: string) => {
    const timed = put(scheme, OrderLimits.shandong2020)
    return clock(timed, last(walk(timed, on(text, ...days))), now).map(({ reading }) => reading)
  }

  it.each(Object.entries(TIMINGS))("make an order overdue that nobody dispatches: %s", (_, timing) => {
    const timed = put(scheme, timing)
    const state = last(walk(timed, on(begun, "2020-03-02")))
    const basis = { calendar, offsetMinutes: 480 }
    const late = { on: day("2020-04-02"), recordedAt: Coordinate.instantUnsafe(1709251200000 + 31 * 86_400_000) }
    expect(Result.getOrThrow(OrderClock.due(timed, state, basis, late))?.reading.state).toBe("late")
  })

  it("count from the receipt and not from the dispatch: dispatched on the third day, there are two left", () => {
    const late = due(`${begun} dispatch@d1`, [...begun.split(" ").map(() => "2020-03-02"), "2020-03-05"], "2020-03-05")
    expect(late.map(({ deadline, elapsed }) => [deadline, elapsed])).toEqual([["2020-03-09", 3]])
  })

  it("stand still while the order is merged into another, and go on when it is taken out again", () => {
    const days = [...begun.split(" ").map(() => "2020-03-02"), "2020-03-03", "2020-03-05"]
    const found = due(`${begun} merge separate`, days, "2020-03-05")
    expect(found.map(({ deadline }) => deadline)).toEqual(["2020-03-11"])
  })
})

describe("what is done anew", () => {
  const ways: Readonly<Record<string, string>> = {
    FiveOrders: "request claim dispatch@d1 takeOn@d1 report@d1 accept@d1 publish rate=unsatisfied rework",
    LinglingOrders: "request dispatch@d1 takeOn@d1 report@d1 accept@d1 rate=unsatisfied rework",
    GaopingOrders: "request dispatch@d1 takeOn@d1 report@d1 accept@d1 supervise publish rate=unsatisfied rework",
    LinyouOrders: "request dispatch@d1 takeOn@d1 report@d1 accept@d1 revisit=unsatisfied rework",
  }

  it.each(Object.entries(ways))("is received anew, and due anew, though nobody dispatches it: %s", (name, text) => {
    const { scheme } = SCHEMES.find((each) => each.name === name)!
    const timed = put(scheme, OrderLimits.shandong2020)
    const steps = stepsOf(text).map((step, index, all) => ({
      ...step,
      on: index < all.length - 2 ? "2020-03-02" : "2020-04-01",
    }))
    const state = last(walk(timed, steps))
    expect(clock(timed, state, "2020-04-09").map(({ reading }) => [reading.state, reading.deadline])).toEqual([
      ["met", "2020-03-09"],
      ["late", "2020-04-08"],
    ])
  })
})

describe("a text as it was published", () => {
  it("is nothing that a scheme can be timed by: it has no end before it is fitted", () => {
    expectTypeOf<OrderLimits.Published>().not.toExtend<OrderScheme.Timing>()
    for (const published of Object.values(TIMINGS)) {
      expect(Object.keys(published)).toEqual(["text"])
      expect(published.text.order.find(({ id }) => id === "closing")?.ends).toEqual([])
    }
  })
})

describe("an order that nobody claims, in the five orders", () => {
  const { scheme } = FiveOrders
  const timing = OrderLimits.fitted(scheme, OrderLimits.shandong2020)
  const early = { ...timing, order: timing.order.map((limit) => ({ ...limit, starts: "requested" })) }
  const [timed, fromRequest] = [OrderScheme.timed(scheme, timing), OrderScheme.timed(scheme, early)]
  const deadlines = (each: OrderScheme.OrderScheme, text: string, ...days: ReadonlyArray<string>) =>
    clock(each, last(walk(each, on(text, ...days))), "2020-04-09").map(({ reading }) => [
      reading.state,
      reading.deadline,
    ])

  it("has no deadline, and an age; where the clock begins at the request it has one", () => {
    const state = last(walk(timed, on("request", "2020-03-02")))
    expect(clock(timed, state, "2020-04-09")).toEqual([])
    expect(OrderClock.age(timed, state, at("2020-04-09"))).toBe(38)
    expect(OrderScheme.check(fromRequest)).toEqual([])
    expect(deadlines(fromRequest, "request", "2020-03-02")).toEqual([["late", "2020-03-09"]])
    expect(deadlines(fromRequest, "request claim", "2020-03-02", "2020-03-06")).toEqual([["late", "2020-03-09"]])
  })

  it("where the clock begins at the request, what is done anew begins no further run", () => {
    const text = "request claim dispatch@d1 takeOn@d1 report@d1 accept@d1 publish rate=unsatisfied rework"
    expect(deadlines(fromRequest, text, "2020-03-02")).toEqual([["met", "2020-03-09"]])
    expect(deadlines(timed, text, "2020-03-02").map(([state]) => state)).toEqual(["met", "late"])
  })
})

describe("the limits of Shandong", () => {
  const scheme = put(FiveOrders.scheme, OrderLimits.shandong2020)
  const dispatched = (start: string) => last(walk(scheme, on("request claim dispatch@d1", start)))
  const due = (state: ServiceOrder.State, now: string) => readings(scheme.order, "closing", state.course, now)[0]!
  const toReturn = (state: ServiceOrder.State, now: string) =>
    readings(scheme.dispatch, "notOurs", ServiceOrder.dispatches(state)[0]!.course, now)[0]!
  const inTime: ServiceOrder.Tells = OrderClock.tells(scheme, { calendar, offsetMinutes: 480 })
  const extended = (days: number, ...dates: ReadonlyArray<string>) =>
    walk(
      scheme,
      on("request claim dispatch@d1 takeOn@d1 extend", ...dates).map((step) =>
        step.move === "extend" ? { ...step, fields: { days } } : step,
      ),
      byPost,
      inTime,
    )

  it("give a dispatch of Monday until Wednesday to be returned, the order until next Monday (C28)", () => {
    const state = dispatched("2020-03-02")
    expect(CivilDate.weekday(day("2020-03-02"))).toBe(1)
    expect(toReturn(state, "2020-03-02").deadline).toBe("2020-03-04")
    expect(due(state, "2020-03-02").deadline).toBe("2020-03-09")
    expect([toReturn(state, "2020-03-04").state, toReturn(state, "2020-03-05").state]).toEqual(["running", "late"])
    expect([due(state, "2020-03-09").state, due(state, "2020-03-10").state]).toEqual(["running", "late"])
  })

  it("give two further weeks by a full extension (C28)", () => {
    const state = last(extended(10, "2020-03-02"))
    expect(due(state, "2020-03-02").deadline).toBe("2020-03-23")
  })

  it("are shifted all three by holidays and days worked for them (C28)", () => {
    const before = last(extended(10, "2020-09-29"))
    expect(toReturn(before, "2020-09-29").deadline).toBe("2020-10-09")
    expect(due(dispatched("2020-09-29"), "2020-09-29").deadline).toBe("2020-10-13")
    expect(due(before, "2020-09-29").deadline).toBe("2020-10-27")
    // 国庆前的星期日上班
    expect(due(dispatched("2020-09-25"), "2020-09-25").deadline).toBe("2020-10-09")
    expect(toReturn(dispatched("2020-09-25"), "2020-09-25").deadline).toBe("2020-09-28")
  })

  it("count the day of the dispatch where a rule says so: the field is the rule's", () => {
    const counting = (limit: Limit.Limit) => ({ ...limit, countsFirstDay: true })
    const { text } = OrderLimits.shandong2020
    const counted = { ...text, order: text.order.map(counting), dispatch: text.dispatch.map(counting) }
    const timed = put(FiveOrders.scheme, { text: counted })
    const state = last(walk(timed, on("request claim dispatch@d1", "2020-03-02")))
    expect(readings(timed.order, "closing", state.course, "2020-03-02")[0]?.deadline).toBe("2020-03-06")
    const { course } = ServiceOrder.dispatches(state)[0]!
    expect(readings(timed.dispatch, "notOurs", course, "2020-03-02")[0]?.deadline).toBe("2020-03-03")
  })

  it("start at the claim and not at the taking on, and are not started again by a return", () => {
    const returned = on(
      "request claim dispatch@d1 disown@d1 dispatch@d2 takeOn@d2",
      "2020-02-28",
      "2020-03-02",
      "2020-03-03",
      "2020-03-04",
      "2020-03-05",
      "2020-03-06",
    )
    const state = last(walk(scheme, returned))
    const found = readings(scheme.order, "closing", state.course, "2020-03-06")
    expect(found.map(({ deadline, elapsed }) => [deadline, elapsed])).toEqual([["2020-03-09", 4]])
    const second = ServiceOrder.dispatches(state)[1]!
    expect(readings(scheme.dispatch, "notOurs", second.course, "2020-03-06")[0]).toMatchObject({
      deadline: "2020-03-09",
      state: "met",
    })
  })

  it("extend only before the limit has run out, and by no more than the text allows in all", () => {
    expect(extended(10, "2020-03-02", "2020-03-02", "2020-03-02", "2020-03-02", "2020-03-09").refused).toBeUndefined()
    expect(extended(10, "2020-03-02", "2020-03-02", "2020-03-02", "2020-03-02", "2020-03-10").refused).toMatchObject({
      move: "extend",
      codes: ["proceeding.guard"],
    })
    const tooFar = extended(11, "2020-03-02").refused
    expect([tooFar?.move, tooFar?.codes.includes("serviceOrder.overExtended")]).toEqual(["extend", true])
    expect(walk(scheme, "request claim dispatch@d1 extend/member").refused?.codes).toEqual(["proceeding.role"])
    expect(walk(scheme, "request claim dispatch@d1 extend", byPost, () => undefined).refused?.codes).toContain(
      "proceeding.untold",
    )
  })

  it("end when the last dispatch is done, and not with the first result", () => {
    const two = on(
      "request claim dispatch@d1 dispatch@d2 takeOn@d1 takeOn@d2 report@d1 accept@d1 report@d2 accept@d2 publish",
      ...Array.from({ length: 8 }, () => "2020-03-02"),
      "2020-03-10",
    )
    const [run] = clock(scheme, last(walk(scheme, two)), "2020-03-20")
    expect([run?.run.by, run?.run.ended?.on, run?.reading.state]).toEqual(["accept", "2020-03-10", "late"])
    const [open] = clock(scheme, last(walk(scheme, two.slice(0, 8))), "2020-03-09")
    expect([open?.run.ended, open?.reading.state]).toEqual([undefined, "running"])
  })

  it("extend as often as a text allows, where it says how often", () => {
    const { text } = OrderLimits.shandong2020
    const once = { ...text, order: text.order.map((limit) => ({ ...limit, extension: { most: 10, times: 1 } })) }
    const timed = put(FiveOrders.scheme, { text: once })
    expect(walk(timed, "request claim dispatch@d1 extend").refused).toBeUndefined()
    expect(walk(timed, "request claim dispatch@d1 extend extend").refused?.codes).toContain("proceeding.guard")
    expect(walk(scheme, "request claim dispatch@d1 extend extend").refused).toBeUndefined()
  })

  it("are late by what the clocks of the order say, too", () => {
    const state = dispatched("2020-03-02")
    const found = Result.getOrThrow(OrderClock.read(scheme, state, { calendar }, at("2020-03-10")))
    expect(found.map(({ dispatch, limit, reading }) => [limit, dispatch, reading.state, reading.deadline])).toEqual([
      ["closing", undefined, "late", "2020-03-09"],
      ["notOurs", "d1", "late", "2020-03-04"],
    ])
  })

  it("light up green to four days, amber on the fifth, red after", () => {
    const state = dispatched("2020-03-02")
    const light = (now: string) => due(state, now).light
    expect([light("2020-03-06"), light("2020-03-09"), light("2020-03-10")]).toEqual(["green", "amber", "red"])
  })
})

describe("the other limits", () => {
  const closing = (published: OrderLimits.Published, id = "closing") => {
    const timed = put(FiveOrders.scheme, published)
    const state = last(walk(timed, on("request claim dispatch@d1", "2020-03-02")))
    return readings(timed.order, id, state.course, "2020-03-02")[0]
  }

  it("of Bengbu: signed within one working day, done within five by telephone, three otherwise", () => {
    const timed = put(FiveOrders.scheme, OrderLimits.bengbuPhone)
    const state = last(walk(timed, on("request claim dispatch@d1", "2020-03-06")))
    const [dispatch] = ServiceOrder.dispatches(state)
    expect(readings(timed.dispatch, "signing", dispatch!.course, "2020-03-06")[0]?.deadline).toBe("2020-03-09")
    expect([closing(OrderLimits.bengbuPhone)?.deadline, closing(OrderLimits.bengbuOnline)?.deadline]).toEqual([
      "2020-03-09",
      "2020-03-05",
    ])
  })

  it("of Guangling: the day itself, or ten working days", () => {
    expect([closing(OrderLimits.guanglingSimple)?.deadline, closing(OrderLimits.guanglingComplex)?.deadline]).toEqual([
      "2020-03-02",
      "2020-03-16",
    ])
  })

  it("of Daishan: a promise seven days after the lifting at the latest", () => {
    const timed = put(FiveOrders.scheme, OrderLimits.daishan2011)
    const lifted = last(walk(timed, on("request claim lift", "2020-03-02")))
    expect(readings(timed.order, "promise", lifted.course, "2020-03-02").map(({ deadline }) => deadline)).toEqual([
      "2020-03-09",
    ])
    const down = last(
      walk(timed, on("request claim lift handDown", "2020-03-02", "2020-03-02", "2020-03-02", "2020-03-09")),
    )
    expect(readings(timed.order, "promise", down.course, "2020-03-20").map(({ state }) => state)).toEqual(["met"])
    expect(timed.due).toBeUndefined()
  })

  it("of Beijing: by class, from the request to the dispatch and from the dispatch to the answer", () => {
    const amounts = ({ text }: OrderLimits.Published) => text.order.map(({ amount, id, unit }) => [id, amount, unit])
    expect(amounts(OrderLimits.beijingEmergency)).toEqual([
      ["dispatching", 1, "clockHour"],
      ["closing", 2, "clockHour"],
    ])
    expect(amounts(OrderLimits.beijingUtilities)).toEqual([
      ["dispatching", 2, "clockHour"],
      ["closing", 24, "clockHour"],
    ])
    expect(amounts(OrderLimits.beijingGeneral)).toEqual([
      ["dispatching", 24, "clockHour"],
      ["closing", 7, "calendarDay"],
    ])
    expect(amounts(OrderLimits.beijingComplex)).toEqual([["closing", 15, "calendarDay"]])
    expect([closing(OrderLimits.beijingGeneral)?.deadline, closing(OrderLimits.beijingComplex)?.deadline]).toEqual([
      "2020-03-09",
      "2020-03-17",
    ])
    const dispatching = closing(OrderLimits.beijingEmergency, "dispatching")
    expect([dispatching?.state, dispatching?.total]).toEqual(["met", 3_600_000])
  })

  it("are cited, noted, and say where each clock starts", () => {
    const citation = Document.make<Citation.Citation>({ name: "Citation", schema: () => Citation.Citation })
    for (const { text } of [...Object.values(TIMINGS), OrderLimits.daishan2011])
      for (const limit of [...text.order, ...text.dispatch]) {
        expect(Result.isSuccess(citation.decode(limit.cite))).toBe(true)
        expect(limit.cite?.standing).toBe("report")
        expect(limit.note).toMatch(/自(收到工单|派单|提级|受理（点单）)起算/)
        expect(limit.starts).not.toBe("takeOn")
        expect(limit.starts).not.toBe("taken")
      }
  })
})
