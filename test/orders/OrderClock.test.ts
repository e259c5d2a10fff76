import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as OrderClock from "../../src/orders/OrderClock.js"
import * as OrderScheme from "../../src/orders/OrderScheme.js"
import type { State, Tells } from "../../src/orders/ServiceOrder.js"
import type { Ladder } from "../../src/process/Escalation.js"
import type * as Limit from "../../src/process/Limit.js"
import { accepting, basis, decider, type Line, mark, refused, scheme, timing, told } from "./orderClocks.js"

// 2023-01-02 is a Monday; 23 to 27 January are off, Sunday the 29th is worked (made up).
const WHAT = { what: "路灯不亮" }
const asked: ReadonlyArray<Line> = [
  ["2023-01-02", "request", WHAT],
  ["2023-01-02", "claim"],
]
const sent: ReadonlyArray<Line> = [...asked, ["2023-01-02", "dispatch", { doer: "p4" }, "d1"]]
const taken: ReadonlyArray<Line> = [...sent, ["2023-01-03", "takeOn", {}, "d1"]]
const done: ReadonlyArray<Line> = [
  ...taken,
  ["2023-01-04", "report", { evidence: "ref" }, "d1"],
  ["2023-01-04", "accept", {}, "d1"],
]
const readings = (state: State, on: string, minutes?: number) =>
  Result.getOrThrow(OrderClock.read(scheme, state, basis, mark(on, minutes)))
const row = (state: State, on: string, limit: string, dispatch?: string) =>
  readings(state, on)
    .filter((each) => each.limit === limit && each.dispatch === dispatch)
    .map(({ reading, run }) => [run.started.on, run.ended?.on, reading.deadline, reading.state])

describe("a limit of the order", () => {
  test("runs from the request, in working days", () => {
    expect(row(told(...asked), "2023-01-09", "办结")).toEqual([["2023-01-02", undefined, "2023-01-09", "running"]])
    expect(row(told(...asked), "2023-01-10", "办结")).toEqual([["2023-01-02", undefined, "2023-01-09", "late"]])
  })

  test("is not started again by a return, a further dispatch or rework (incentives §5.2)", () => {
    const again = told(
      ...sent,
      ["2023-01-03", "giveBack", { reason: "人手不足" }, "d1"],
      ["2023-01-04", "dispatch", { doer: "p5" }, "d2"],
    )
    expect(row(again, "2023-01-10", "办结")).toEqual([["2023-01-02", undefined, "2023-01-09", "late"]])
    expect(row(again, "2023-01-05", "承办", "d1")).toEqual([["2023-01-02", "2023-01-03", "2023-01-05", "met"]])
    expect(row(again, "2023-01-05", "承办", "d2")).toEqual([["2023-01-04", undefined, "2023-01-09", "running"]])
    expect(OrderClock.age(scheme, again, mark("2023-01-10"))).toBe(8)
  })

  test("is stopped by the stage that it names and by nothing that happens to a dispatch", () => {
    const held = told(...taken, ["2023-01-03", "hold", { reason: "等材料" }, "d1"])
    expect(row(held, "2023-01-10", "办结")).toEqual([["2023-01-02", undefined, "2023-01-09", "late"]])
    expect(row(held, "2023-01-10", "承办", "d1")).toEqual([["2023-01-02", undefined, undefined, "held"]])
    const shelved = told(...taken, ["2023-01-03", "shelve", { reason: "待立项" }], ["2023-01-05", "unshelve"])
    expect(row(shelved, "2023-01-05", "办结")).toEqual([["2023-01-02", undefined, "2023-01-11", "running"]])
  })

  test("late stays late once it has ended, and in time stays in time", () => {
    const withdrawn = told(...asked, ["2023-01-11", "withdraw"])
    const early = told(...asked, ["2023-01-05", "withdraw"])
    for (const on of ["2023-01-11", "2023-06-01"]) {
      expect(row(withdrawn, on, "办结")).toEqual([["2023-01-02", "2023-01-11", "2023-01-09", "late"]])
      expect(row(early, on, "办结")).toEqual([["2023-01-02", "2023-01-05", "2023-01-09", "met"]])
    }
    // Asked about a day before the end, nobody knew of it yet.
    expect(row(withdrawn, "2023-01-09", "办结")[0]?.[3]).toBe("running")
  })

  test("in hours goes by the instants of recording", () => {
    const state = told(["2023-01-02", "request", WHAT])
    const hours = (on: string, minutes: number) =>
      readings(state, on, minutes).find(({ limit }) => limit === "响应")?.reading.state
    expect([hours("2023-01-03", 540), hours("2023-01-03", 541)]).toEqual(["running", "late"])
  })
})

describe("a limit of the order that names an acceptance", () => {
  const two: ReadonlyArray<Line> = [
    ...taken,
    ["2023-01-03", "dispatch", { doer: "p4" }, "d2"],
    ["2023-01-03", "takeOn", {}, "d2"],
  ]
  const open: ReadonlyArray<Line> = [
    ...taken,
    ["2023-01-03", "dispatch", { doer: "p4" }, "d2"],
    ["2023-01-04", "report", { evidence: "ref" }, "d1"],
    ["2023-01-04", "accept", {}, "d1"],
  ]
  const first: ReadonlyArray<Line> = [
    ...two,
    ["2023-01-04", "report", { evidence: "ref" }, "d1"],
    ["2023-01-04", "accept", {}, "d1"],
  ]
  const closing = (state: State, on: string) =>
    Result.getOrThrow(OrderClock.read(accepting, state, basis, mark(on)))
      .filter(({ limit }) => limit === "办结")
      .map(({ reading, run }) => [run.started.on, run.ended?.on, run.by, reading.state])
  const due = (state: State, on: string) =>
    Result.getOrThrow(OrderClock.due(accepting, state, basis, mark(on)))?.reading.state

  test("ends with the last of several, and not with the first", () => {
    expect(closing(told(...first), "2023-01-05")).toEqual([["2023-01-02", undefined, undefined, "running"]])
    const both = told(...first, ["2023-01-06", "report", { evidence: "ref" }, "d2"], ["2023-01-06", "accept", {}, "d2"])
    expect(closing(both, "2023-06-01")).toEqual([["2023-01-02", "2023-01-06", "accept", "met"]])
    // Of an earlier day it says what was so then.
    expect(closing(both, "2023-01-05")).toEqual([["2023-01-02", undefined, undefined, "running"]])
  })

  test.each([
    ["giveBack", { reason: "人手不足" }],
    ["disown", { reason: "不归我管", belongsTo: "供电所" }],
    ["reassign", { reason: "换人" }],
  ])("ends with what was open and then left, once something is accepted: %s", (move, fields) => {
    const state = told(...open, ["2023-01-06", move, fields, "d2"])
    expect(closing(state, "2023-06-01")).toEqual([["2023-01-02", "2023-01-06", "accept", "met"]])
    const nothing = told(...sent, ["2023-01-06", move, fields, "d1"])
    expect(closing(nothing, "2023-01-06")).toEqual([["2023-01-02", undefined, undefined, "running"]])
    expect(due(nothing, "2023-01-10")).toBe("late")
  })

  test("is open again with a further dispatch, as if it had never ended", () => {
    const again = told(...done, ["2023-01-06", "dispatch", { doer: "p5" }, "d2"])
    expect(closing(again, "2023-01-05")).toEqual([["2023-01-02", "2023-01-04", "accept", "met"]])
    expect(closing(again, "2023-01-06")).toEqual([["2023-01-02", undefined, undefined, "running"]])
    expect(closing(again, "2023-01-10")).toEqual([["2023-01-02", undefined, undefined, "late"]])
    const left = decider.evolve(again, {
      ...mark("2023-01-09", 600),
      id: "z",
      actor: { post: "member", person: "p5" },
      payload: { order: "o1", dispatch: "d2", move: "giveBack", fields: { reason: "忙" } },
    })
    expect(closing(left, "2023-01-10")).toEqual([["2023-01-02", "2023-01-09", "accept", "met"]])
  })

  test("does not begin anew where the order is handed down after an acceptance", () => {
    const down = told(
      ...done,
      ["2023-01-04", "lift", { reason: "需上级" }],
      ["2023-01-05", "handDown", { reason: "自行办理" }],
    )
    expect(closing(down, "2023-06-01")).toEqual([["2023-01-02", "2023-01-04", "accept", "met"]])
  })

  test("runs a further time for rework, and is not late because nobody rates", () => {
    const published: ReadonlyArray<Line> = [...done, ["2023-01-04", "publish"]]
    expect([due(told(...published), "2023-01-10"), due(told(...published), "2024-12-01")]).toEqual(["met", "met"])
    const rework = told(...published, ["2023-01-05", "rate", { rating: "unsatisfied" }], ["2023-02-06", "rework"])
    expect(closing(rework, "2023-02-14")).toEqual([
      ["2023-01-02", "2023-01-04", "accept", "met"],
      ["2023-02-06", undefined, undefined, "late"],
    ])
  })

  test("is late where nobody dispatches", () => {
    expect([due(told(...asked), "2023-01-09"), due(told(...asked), "2023-01-10")]).toEqual(["running", "late"])
  })

  test("is not extended once all is accepted, and is when it is open again", () => {
    const tells = OrderClock.tells(accepting, basis)
    const ask = (order: State) => {
      const question = { ...mark("2023-01-06"), actor: { post: "branch" }, move: "extend", fields: { days: 1 } }
      return tells("未超时限", question, { order, fields: {} })
    }
    expect([ask(told(...first)), ask(told(...done))]).toEqual([true, false])
    expect(ask(told(...done, ["2023-01-05", "dispatch", { doer: "p5" }, "d2"]))).toBe(true)
  })

  test("goes up a ladder no further than to the acceptance", () => {
    const rung = { id: "提级", at: { kind: "expiry" }, to: { body: "镇党委" }, does: { zh: "提级" } } as const
    const ladder: Ladder = { format: 1, id: "督办", rungs: [rung] }
    const reached = (state: State) =>
      Result.getOrThrow(OrderClock.escalation(accepting, state, ladder, basis, mark("2023-01-20"))).map(
        ({ isReached }) => isReached,
      )
    expect([reached(told(...first)), reached(told(...done))]).toEqual([[true], [false]])
  })
})

describe("a limit of a dispatch", () => {
  test("stands still while the order is shelved, for then nobody can go on with it", () => {
    const shelved = told(...taken, ["2023-01-03", "shelve", { reason: "待立项" }])
    expect(row(shelved, "2023-01-20", "承办", "d1")).toEqual([["2023-01-02", undefined, undefined, "held"]])
    const resumed = told(...taken, ["2023-01-03", "shelve", { reason: "待立项" }], ["2023-01-05", "unshelve"])
    expect(row(resumed, "2023-01-09", "承办", "d1")).toEqual([["2023-01-02", undefined, "2023-01-09", "running"]])
  })

  test("ends with the order, where the dispatch was left open", () => {
    const state = told(...taken, ["2023-01-03", "hold", { reason: "等材料" }, "d1"], ["2023-01-04", "withdraw"])
    expect(row(state, "2023-03-01", "承办", "d1")).toEqual([["2023-01-02", "2023-01-04", "2023-01-06", "met"]])
    expect(readings(state, "2023-03-01").every(({ reading }) => reading.isOver)).toBe(true)
  })

  // incentives C28: 山东2020年，派单当日不计，两个工作日内退回，五个工作日办结，可延期十个工作日。
  test("Shandong: sent on a Monday, back on Wednesday, closed next Monday, two weeks more at the most", () => {
    const starts = "dispatch"
    const unit = { unit: "workingDay", countsFirstDay: false, starts, holds: [] } as const
    const shandong = OrderScheme.timed(scheme, {
      ...timing,
      order: [{ ...unit, id: "办结", amount: 5, ends: ["publish"], extension: { most: 10 } }],
      dispatch: [{ ...unit, id: "退回", amount: 2, ends: ["takeOn", "giveBack", "disown"] }],
      extensions: { ...timing.extensions, dispatch: [] },
    })
    const deadlines = (monday: string, ...more: ReadonlyArray<Line>) => {
      const state = told(
        [monday, "request", WHAT],
        [monday, "claim"],
        [monday, "dispatch", { doer: "p4" }, "d1"],
        ...more,
      )
      const read = Result.getOrThrow(OrderClock.read(shandong, state, basis, mark(monday)))
      return read.map(({ limit, reading }) => [limit, reading.deadline])
    }
    expect(deadlines("2023-01-09")).toEqual([
      ["办结", "2023-01-16"],
      ["退回", "2023-01-11"],
    ])
    expect(deadlines("2023-02-06", ["2023-02-06", "extend", { days: 10 }])[0]).toEqual(["办结", "2023-02-27"])
    // The week off and the Sunday worked shift all three.
    expect(deadlines("2023-01-20")).toEqual([
      ["办结", "2023-02-02"],
      ["退回", "2023-01-30"],
    ])
    expect(deadlines("2023-01-20", ["2023-01-20", "extend", { days: 10 }])[0]).toEqual(["办结", "2023-02-16"])
  })
})

describe("what is due", () => {
  test("is the limit that the scheme names, in its last run", () => {
    const due = (state: State, on: string) => Result.getOrThrow(OrderClock.due(scheme, state, basis, mark(on)))
    expect(due(told(...asked), "2023-01-03")?.reading.deadline).toBe("2023-01-09")
    expect(due(told(...asked), "2023-01-01")).toBeUndefined()
    expect(due(decider.initial, "2023-01-03")).toBeUndefined()
    const { due: _, ...none } = scheme
    expect(Result.getOrThrow(OrderClock.due(none, told(...asked), basis, mark("2023-01-03")))).toBeUndefined()
  })

  test("stays late where its clock was started again and that run is in time", () => {
    const anew = (accepted: string): ReadonlyArray<Line> => [
      ...taken,
      ["2023-01-04", "report", { evidence: "ref" }, "d1"],
      [accepted, "accept", {}, "d1"],
      [accepted, "publish"],
      [accepted, "rate", { rating: "unsatisfied" }],
      ["2023-01-12", "rework"],
    ]
    const due = (state: State) => Result.getOrThrow(OrderClock.due(accepting, state, basis, mark("2023-01-13")))
    expect(
      [told(...anew("2023-01-10")), told(...anew("2023-01-09"))].map((state) => due(state)?.reading),
    ).toMatchObject([
      { deadline: "2023-01-09", state: "late", isOver: true },
      { deadline: "2023-01-19", state: "running", isOver: false },
    ])
  })

  test("goes up a ladder as it runs out", () => {
    const ladder: Ladder = {
      format: 1,
      id: "督办",
      rungs: [
        {
          id: "提级",
          at: { kind: "after", amount: 2, unit: "workingDay" },
          to: { body: "镇党委" },
          does: { zh: "提级" },
        },
        { id: "催办", at: { kind: "share", share: "0.8" }, to: { post: "网格长" }, does: { zh: "催办" } },
      ],
    }
    const rungs = (state: State, on: string) =>
      Result.getOrThrow(OrderClock.escalation(scheme, state, ladder, basis, mark(on))).map(
        ({ at, isReached, rung }) => [rung.id, at, isReached],
      )
    expect(rungs(told(...asked), "2023-01-09")).toEqual([
      ["催办", "2023-01-06", true],
      ["提级", "2023-01-11", false],
    ])
    expect(rungs(told(...asked), "2023-01-11")[1]).toEqual(["提级", "2023-01-11", true])
    expect(rungs(decider.initial, "2023-01-11")).toEqual([])
  })
})

describe("what cannot be read", () => {
  test("is told all at once, each with its place", () => {
    const state = told(
      ...sent,
      ["2023-01-03", "giveBack", { reason: "忙" }, "d1"],
      ["2023-01-03", "dispatch", { doer: "p5" }, "d2"],
    )
    const read = OrderClock.read(scheme, state, {}, mark("2023-01-05"))
    expect(Result.isFailure(read) && read.failure.map(({ code, path }) => [code, ...path])).toEqual([
      ["limit.noCalendar", "order", "办结", 0],
      ["limit.noCalendar", "dispatches", "d1", "承办", 0],
      ["limit.noCalendar", "dispatches", "d1", "退回", 0],
      ["limit.noCalendar", "dispatches", "d2", "承办", 0],
      ["limit.noCalendar", "dispatches", "d2", "退回", 0],
    ])
    const due = OrderClock.due(scheme, state, {}, mark("2023-01-05"))
    expect(Result.isFailure(due) && due.failure.map(({ path }) => path)).toEqual([["order", "办结", 0]])
    const up = OrderClock.escalation(scheme, state, { format: 1, id: "x", rungs: [] }, {}, mark("2023-01-05"))
    expect(Result.isFailure(up) && up.failure.map(({ path }) => path)).toEqual([["order", "办结", 0]])
  })

  // Put together from two journals: the claim was recorded before the request that it follows.
  const recorded = (...lines: ReadonlyArray<readonly [on: string, minutes: number, move: string]>): State =>
    lines.reduce(
      (state, [on, minutes, move], index) =>
        decider.evolve(state, {
          ...mark(on, minutes),
          id: `e${index}`,
          actor: { post: "grid", person: "p2" },
          payload: { order: "o1", move, fields: move === "merge" ? { root: "o2" } : {} },
        }),
      decider.initial,
    )

  test("hides nothing else: one limit whose end was recorded before its start", () => {
    const state = recorded(["2023-01-02", 600, "request"], ["2023-01-03", -2000, "claim"])
    const read = OrderClock.read(scheme, state, basis, mark("2023-01-10"))
    const place = ["limit.endedBefore", "order", "响应", 0, "ended"]
    expect(Result.isFailure(read) && read.failure.map(({ code, path }) => [code, ...path])).toEqual([place])
    const { faults, readings } = OrderClock.readable(scheme, state, basis, mark("2023-01-10"))
    expect(faults.map(({ code, path }) => [code, ...path])).toEqual([place])
    expect(readings.map(({ limit, reading }) => [limit, reading.state])).toEqual([["办结", "late"]])
    const due = OrderClock.due(scheme, state, basis, mark("2023-01-10"))
    expect(Result.isSuccess(due) && due.success?.reading.state).toBe("late")
  })

  test("nor one run of the limit that is due another that was late", () => {
    const hours = OrderScheme.timed(scheme, {
      ...timing,
      order: timing.order.slice(2),
      due: "响应",
      extensions: { order: [], dispatch: [] },
    })
    const again = (claimed: string) =>
      recorded(
        ["2023-01-02", 600, "request"],
        [claimed, 601, "claim"],
        ["2023-01-05", 600, "merge"],
        ["2023-01-06", 600, "separate"],
        ["2023-01-07", -2000, "claim"],
      )
    const due = (state: State) => OrderClock.due(hours, state, basis, mark("2023-01-10"))
    const kept = due(again("2023-01-02"))
    expect(Result.isFailure(kept) && kept.failure.map(({ code, path }) => [code, ...path])).toEqual([
      ["limit.endedBefore", "order", "响应", 1, "ended"],
    ])
    const missed = due(again("2023-01-04"))
    expect(Result.isSuccess(missed) && missed.success?.reading.state).toBe("late")
  })

  test("tells nothing, and the move is refused as untold", () => {
    const question = { ...mark("2023-01-03"), actor: { post: "branch" }, move: "extend", fields: {} }
    const order = told(...asked)
    expect(OrderClock.tells(scheme, {})("未超时限", question, { order, fields: {} })).toBeUndefined()
  })
})

describe("an extension", () => {
  test("is taken up to the last day and no longer", () => {
    expect(refused(told(...asked), ["2023-01-09", "extend", { days: 3 }])).toEqual([])
    expect(refused(told(...asked), ["2023-01-10", "extend", { days: 3 }])).toEqual(["proceeding.guard"])
    const longer = told(...asked, ["2023-01-09", "extend", { days: 3 }])
    expect(row(longer, "2023-01-10", "办结")).toEqual([["2023-01-02", undefined, "2023-01-12", "running"]])
  })

  test("is taken as far as the text allows in all and as often, in each run, and then changes the day", () => {
    const codes = ["proceeding.guard", "serviceOrder.overExtended"]
    expect(refused(told(...asked), ["2023-01-09", "extend", { days: 10 }])).toEqual([])
    expect(refused(told(...asked), ["2023-01-09", "extend", { days: 11 }])).toEqual(codes)
    const longer = told(...asked, ["2023-01-09", "extend", { days: 3 }])
    expect(refused(longer, ["2023-01-09", "extend", { days: 1 }])).toEqual(codes)
    const twice = told(...taken, ["2023-01-03", "extendWork", { days: 4 }, "d1"])
    expect(refused(twice, ["2023-01-04", "extendWork", { days: 1 }, "d1"])).toEqual([])
    expect(refused(twice, ["2023-01-04", "extendWork", { days: 2 }, "d1"])).toEqual(codes)
    const tells = OrderClock.tells(scheme, basis)
    const offered = (order: State) =>
      tells(
        "未超时限",
        { ...mark("2023-01-09"), actor: { post: "branch" }, move: "extend", fields: undefined },
        { order, fields: {} },
      )
    expect([offered(told(...asked)), offered(longer)]).toEqual([true, false])
  })

  test("that nobody could take and stands in the journal all the same takes nothing from what is allowed", () => {
    // Eleven days are left out of the clock, and ten may still be given.
    const state = decider.evolve(told(...asked), {
      ...mark("2023-01-03", 600),
      id: "x",
      actor: { post: "branch", person: "p3" },
      payload: { order: "o1", move: "extend", fields: { days: 11 } },
    })
    expect(row(state, "2023-01-03", "办结")).toEqual([["2023-01-02", undefined, "2023-01-09", "running"]])
    const question = { ...mark("2023-01-04"), actor: { post: "branch" }, move: "extend", fields: { days: 10 } }
    expect(OrderClock.tells(scheme, basis)("未超时限", question, { order: state, fields: {} })).toBe(true)
  })

  test("of a dispatch goes by the clock of that dispatch", () => {
    expect(refused(told(...taken), ["2023-01-05", "extendWork", { days: 2 }, "d1"])).toEqual([])
    expect(refused(told(...taken), ["2023-01-06", "extendWork", { days: 2 }, "d1"])).toEqual(["proceeding.guard"])
    const held = told(...taken, ["2023-01-04", "hold", { reason: "等" }, "d1"], ["2023-01-06", "resume", {}, "d1"])
    expect(refused(held, ["2023-01-09", "extendWork", { days: 2 }, "d1"])).toEqual([])
    expect(refused(held, ["2023-01-10", "extendWork", { days: 2 }, "d1"])).toEqual(["proceeding.guard"])
  })

  test("is none of a limit that has not started or has ended, nor of a move that extends nothing", () => {
    const tells = OrderClock.tells(scheme, basis)
    const question = (move: string) => ({ ...mark("2023-01-05"), actor: { post: "branch" }, move, fields: {} })
    const ask = (order: State, move: string) => tells("未超时限", question(move), { order, fields: {} })
    expect(ask(decider.initial, "extend")).toBe(false)
    expect(ask(told(...done, ["2023-01-04", "publish"]), "extend")).toBe(false)
    expect(ask(told(...asked), "claim")).toBeUndefined()
    expect(tells("主单已办结", question("extend"), { order: decider.initial, fields: {} })).toBeUndefined()
  })

  test("that stands in both workflows has to be in time in both", () => {
    const both: OrderScheme.Timing = {
      ...timing,
      extensions: {
        order: timing.extensions.order,
        dispatch: timing.extensions.dispatch.map((move) => ({ ...move, id: "extend" })),
      },
    }
    const joint = OrderScheme.timed(scheme, both)
    const order = told(...taken)
    const tells = OrderClock.tells(joint, basis)
    const ask = (on: string) => {
      const question = { ...mark(on), actor: { post: "branch" }, move: "extend", fields: {} }
      const [dispatch] = [...order.dispatches].map(([, each]) => each)
      return tells("未超时限", question, { order, dispatch: dispatch!, fields: {} })
    }
    expect([ask("2023-01-05"), ask("2023-01-06")]).toEqual([true, false])
  })
})

describe("the rating period", () => {
  const published: ReadonlyArray<Line> = [...done, ["2023-01-04", "publish"]]

  test("is over on the day after its last", () => {
    expect(refused(told(...published), ["2023-01-14", "lapse"])).toEqual(["proceeding.guard"])
    expect(refused(told(...published), ["2023-01-15", "lapse"])).toEqual([])
  })

  test("is stopped by the rating, begins with each publication, and is never that of an earlier attempt", () => {
    const tellsWith = (rating: Limit.Limit) => {
      const other = OrderScheme.timed(scheme, { ...timing, order: [...timing.order.slice(0, 1), rating] })
      const tells = OrderClock.tells(other, basis, "评价")
      return (order: State, on: string) =>
        tells("评价期满", { ...mark(on), actor: { post: "grid" }, move: "lapse", fields: {} }, { order, fields: {} })
    }
    const [, sound] = timing.order
    const rework: ReadonlyArray<Line> = [
      ...published,
      ["2023-01-05", "rate", { rating: "unsatisfied" }],
      ["2023-01-06", "rework"],
      ["2023-01-06", "dispatch", { doer: "p4" }, "d2"],
      ["2023-01-06", "takeOn", {}, "d2"],
      ["2023-01-13", "report", { evidence: "ref" }, "d2"],
      ["2023-01-13", "accept", {}, "d2"],
      ["2023-01-13", "publish"],
    ]
    const [rated, again] = [told(...rework.slice(0, 8)), told(...rework)]
    expect(tellsWith(sound!)(rated, "2023-03-01")).toBe(false)
    expect([tellsWith(sound!)(again, "2023-01-23"), tellsWith(sound!)(again, "2023-01-24")]).toEqual([false, true])
    // A limit that forgets what ends it would have run out before the second result was published.
    expect(tellsWith({ ...sound!, ends: [] })(again, "2023-01-20")).toBe(false)
  })

  test("is not known where the scheme has none", () => {
    const question = { ...mark("2023-03-01"), actor: { post: "grid" }, move: "lapse", fields: {} }
    const place = { order: told(...published), fields: {} }
    expect(OrderClock.tells(scheme, basis)("评价期满", question, place)).toBeUndefined()
    expect(OrderClock.tells(scheme, basis, "没有")("评价期满", question, place)).toBeUndefined()
    expect(OrderClock.tells(scheme, basis, "办结")("评价期满", question, { ...place, order: decider.initial })).toBe(
      false,
    )
  })
})

describe("several tell together", () => {
  const says =
    (answer: boolean | undefined): Tells =>
    () =>
      answer
  const question = { ...mark("2023-01-03"), actor: { post: "x" }, move: "x", fields: {} }
  const ask = (...answers: ReadonlyArray<boolean | undefined>) =>
    OrderClock.either(...answers.map(says))("x", question, { order: decider.initial, fields: {} })

  test("whoever knows is heard, and nobody where they contradict each other", () => {
    expect([ask(), ask(undefined), ask(undefined, true), ask(false, undefined), ask(true, true)]).toEqual([
      undefined,
      undefined,
      true,
      false,
      true,
    ])
    expect([ask(true, false), ask(false, true)]).toEqual([undefined, undefined])
  })
})

test("the age of an order that has ended is that of its end, and before the request there is none", () => {
  const state = told(...asked, ["2023-01-11", "withdraw"])
  expect(
    ["2023-01-01", "2023-01-02", "2023-01-10", "2023-01-11", "2024-01-01"].map((on) =>
      OrderClock.age(scheme, state, mark(on)),
    ),
  ).toEqual([undefined, 0, 8, 9, 9])
})
