/** Told cases of service orders. All orders, people and figures are made up; cases by number are those of the domain notes. */
import * as Result from "effect/Result"
import { describe, expect, it, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as OrderScheme from "../../src/orders/OrderScheme.js"
import * as OrderTerm from "../../src/orders/OrderTerm.js"
import * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import * as FiveOrders from "../../src/presets/FiveOrders.js"
import type { Actor } from "../../src/process/Actor.js"
import * as Decider from "../../src/process/Decider.js"
import type { Entry } from "../../src/process/Journal.js"
import type { Limit } from "../../src/process/Limit.js"
import * as Proceeding from "../../src/process/Proceeding.js"
import type { Value } from "../../src/process/Workflow.js"
import { byPost, NOON, shownOf } from "./orderArbitrary.js"
import { blank, enter, enters, shown } from "./orderModel.js"

type Stream = Decider.Stream<ServiceOrder.State, ServiceOrder.Taken>
type Fields = Readonly<Record<string, Value>>
/** Who, what, of which dispatch, with what; and on which day of March, if not the first. */
type Step = readonly [actor: Actor, move: string, fields?: Fields, dispatch?: string | undefined, day?: number]

const who = (post: string, person: string): Actor => ({ post, person })
const resident = who("resident", "r1")
const grid = who("grid", "g1")
const branch = who("branch", "b1")
const member = who("member", "m1")
const committee = who("committee", "c1")
const reviewer = who("reviewer", "v1")
/** A worthy from home, no member. */
const worthy = who("responder", "x1")

const { scheme } = FiveOrders
const FACTS = new Set<string>()
const tells: ServiceOrder.Tells = (fact) => FACTS.has(fact)
const decider = ServiceOrder.decider(scheme, byPost, tells)

const commandOf = ([actor, move, fields = {}, dispatch, day = 1]: Step, number: number) => ({
  id: `e${String(number).padStart(5, "0")}`,
  on: CivilDate.addDaysUnsafe(CivilDate.parseUnsafe("2024-03-01"), day - 1),
  recordedAt: Coordinate.instantUnsafe(NOON + number * 1000),
  actor,
  content: { order: "o1", move, fields, ...(dispatch === undefined ? {} : { dispatch }) },
})

const during = <A>(facts: ReadonlyArray<string>, run: () => A): A => {
  for (const fact of facts) FACTS.add(fact)
  try {
    return run()
  } finally {
    FACTS.clear()
  }
}

const on = (stream: Stream, ...steps: ReadonlyArray<Step>): Stream =>
  steps.reduce(
    (known, step) => Result.getOrThrow(Decider.handle(decider, known, commandOf(step, known.version))).stream,
    stream,
  )
const having = (...steps: ReadonlyArray<Step>): Stream => on(Decider.start(decider), ...steps)
const codes = (stream: Stream, step: Step): ReadonlyArray<string> => {
  const handled = Decider.handle(decider, stream, commandOf(step, stream.version))
  return Result.isFailure(handled) ? handled.failure.map(({ code }) => code) : []
}
const stageOf = ({ state }: Stream) => state.course.stage
const dispatchAt = ({ state }: Stream, index: number) => ServiceOrder.dispatches(state)[index]!

const asked: Step = [resident, "request", { what: "路灯不亮", village: "甲村" }]
const claimed: Step = [grid, "claim"]
const given = (id: string, doer = "m1"): Step => [branch, "dispatch", { doer }, id]
const taken = (id: string, actor = member): Step => [actor, "takeOn", {}, id]
const reported = (id: string, actor = member): Step => [actor, "report", { evidence: "photo-1" }, id]
const accepted = (id: string): Step => [branch, "accept", {}, id]
const inHand = [asked, claimed, given("d1")]
const done = [...inHand, taken("d1"), reported("d1"), accepted("d1")]
const published: ReadonlyArray<Step> = [...done, [member, "publish"]]
const rated = (rating: string): Step => [resident, "rate", { rating }]

describe("case C30", () => {
  it("refuses a rating before any result", () => {
    expect(codes(having(asked), rated("satisfied"))).toEqual(["proceeding.notFrom", "serviceOrder.noResult"])
    expect(codes(having(...inHand, taken("d1")), rated("satisfied"))).toEqual([
      "proceeding.notFrom",
      "serviceOrder.dispatchOpen",
    ])
    expect(codes(having(...done), rated("satisfied"))).toEqual(["proceeding.notFrom"])
    expect(codes(having(...published), rated("satisfied"))).toEqual([])
  })

  it("records who took an order on, though no stage of the order is called 接单", () => {
    expect(scheme.order.stages.some(({ label }) => label.zh.includes("接"))).toBe(false)
    const steps = ServiceOrder.steps(scheme, having(...done).state)
    const takenOn = steps.filter(({ deed }) => deed === "takeOn")
    expect(takenOn.map(({ dispatch, entry, from, to }) => [dispatch, entry.actor, from, to])).toEqual([
      ["d1", member, "dispatched", "taken"],
    ])
  })

  it("counts requests, dispatches and services apart: 2 requests, 3 dispatches, 5 services of 9 person-times", () => {
    const serve = (id: string, persons: number, actor = member): Step => [actor, "serve", { persons }, id]
    const second = who("member", "m2")
    const orders = [
      having(
        ...inHand,
        given("d2", "m2"),
        taken("d1"),
        serve("d1", 1),
        serve("d1", 2),
        taken("d2", second),
        serve("d2", 3, second),
      ),
      having(...inHand, taken("d1"), serve("d1", 2), serve("d1", 1)),
    ]
    const steps = orders.flatMap(({ state }) => ServiceOrder.steps(scheme, state))
    const times = (deed: OrderTerm.Deed, isOfOrder: boolean) =>
      steps.filter((step) => step.deed === deed && (step.dispatch === undefined) === isOfOrder).length
    const persons = steps.map(({ deed, entry }) => (deed === "serve" ? Number(entry.payload.fields.persons) : 0))
    expect([times("request", true), times("dispatch", false), times("serve", false)]).toEqual([2, 3, 5])
    expect(persons.reduce((sum, each) => sum + each, 0)).toBe(9)
  })
})

describe("a request", () => {
  const onBehalf: Step = [grid, "requestFor", { what: "代缴医保", actedFor: "r1" }]
  it("on behalf of somebody is rated by that person and not by whoever entered it", () => {
    const steps: ReadonlyArray<Step> = [onBehalf, ...published.slice(1)]
    expect(codes(having(...steps), [who("resident", "g1"), "rate", { rating: "satisfied" }])).toEqual([
      "proceeding.only",
    ])
    expect(stageOf(on(having(...steps), rated("satisfied")))).toBe("rated")
  })

  it("that is unnamed, or found on patrol, is rated by nobody: there is nobody to ask, and it closes as done", () => {
    for (const opening of [
      [{ post: "unnamed" }, "requestUnnamed", { what: "井盖破损" }],
      [grid, "patrol", { what: "井盖破损" }],
    ] satisfies ReadonlyArray<Step>) {
      const stream = having(opening, ...published.slice(1))
      expect(codes(stream, rated("satisfied"))).toEqual(["proceeding.only"])
      expect(codes(stream, [{ post: "resident" }, "rate", { rating: "satisfied" }])).toContain("proceeding.only")
      expect(codes(stream, [committee, "revisit", { rating: "satisfied" }])).toEqual(["proceeding.guard"])
      expect(ServiceOrder.outcome(scheme, on(stream, [grid, "closeUnrated"]).state)).toBe("done")
    }
    expect(codes(having(...published), [grid, "closeUnrated"])).toEqual(["proceeding.guard"])
  })

  it("is verified, claimed and classified by the grid", () => {
    const stream = having(asked, [grid, "verify", { kind: "errand", category: "facilities" }], claimed)
    expect(stream.state.fields).toMatchObject({ kind: "errand", category: "facilities", village: "甲村" })
    expect(codes(having(asked), [member, "verify"])).toEqual(["proceeding.role"])
  })

  it("is withdrawn by whoever asked, refused on legal ground, referred to a named body, or excluded by a reviewer", () => {
    const ends: ReadonlyArray<readonly [Step, string]> = [
      [[resident, "withdraw"], "withdrawn"],
      [[grid, "refuse", { reason: "已进入诉讼" }], "refused"],
      [[grid, "refer", { reason: "属供电公司", belongsTo: "供电所" }], "notOurs"],
      [[reviewer, "exclude", { reason: "要求为本人破例" }], "excluded"],
    ]
    for (const [step, outcome] of ends)
      expect(ServiceOrder.outcome(scheme, on(having(asked), step).state)).toBe(outcome)
    expect(codes(having(asked), [who("resident", "r2"), "withdraw"])).toEqual(["proceeding.only"])
    expect(codes(having(asked), [grid, "refer", { reason: "不归我们管" }])).toEqual(["proceeding.needs"])
    expect(codes(having(asked), [grid, "exclude", { reason: "不合理" }])).toEqual(["proceeding.role"])
  })
})

describe("a dispatch", () => {
  it("is one of several, each on its own way, and the order waits for all", () => {
    const stream = having(...inHand, given("d2", "m2"), taken("d1"), reported("d1"), accepted("d1"))
    expect([stream.state.open, stream.state.accepted]).toEqual([1, 1])
    expect(codes(stream, [member, "publish"])).toEqual(["proceeding.guard", "serviceOrder.dispatchOpen"])
    const second = who("member", "m2")
    const both = on(stream, taken("d2", second), reported("d2", second), accepted("d2"))
    expect([both.state.open, both.state.accepted]).toEqual([0, 2])
    expect(stageOf(on(both, [member, "publish"]))).toBe("published")
  })

  it("is disowned by naming the body it belongs to", () => {
    expect(codes(having(...inHand), [member, "disown", { reason: "不是我村路灯" }, "d1"])).toEqual(["proceeding.needs"])
    const stream = on(having(...inHand), [member, "disown", { reason: "不是我村路灯", belongsTo: "供电所" }, "d1"])
    expect(ServiceOrder.dispatchOutcome(scheme, dispatchAt(stream, 0))).toBe("disowned")
    expect(dispatchAt(stream, 0).fields.belongsTo).toBe("供电所")
  })

  it("is held with a reason and resumed, and nothing is done on hold", () => {
    const held = on(having(...inHand, taken("d1")), [member, "hold", { reason: "等配件" }, "d1"])
    expect(codes(held, [member, "serve", { persons: 1 }, "d1"])).toEqual(["proceeding.notFrom"])
    expect(dispatchAt(on(held, [member, "resume", {}, "d1"]), 0).course.stage).toBe("taken")
  })

  it("is given back with a reason, and re-assigned by the branch", () => {
    expect(codes(having(...inHand), [member, "giveBack", { reason: " " }, "d1"])).toEqual(["proceeding.needs"])
    const back = on(having(...inHand), [member, "giveBack", { reason: "在外地" }, "d1"])
    expect(ServiceOrder.dispatchOutcome(scheme, dispatchAt(back, 0))).toBe("givenBack")
    const other = on(having(...inHand), [branch, "reassign", { reason: "换人" }, "d1"], given("d2", "m2"))
    expect(ServiceOrder.dispatches(other.state).map((each) => ServiceOrder.dispatchOutcome(scheme, each))).toEqual([
      "reassigned",
      undefined,
    ])
  })

  it("comes from the committee alone once two were returned, and is returned no more", () => {
    const twice = having(...inHand, [member, "giveBack", { reason: "在外地" }, "d1"], given("d2"), [
      member,
      "disown",
      { reason: "不归我", belongsTo: "供电所" },
      "d2",
    ])
    expect(codes(twice, given("d3"))).toEqual(["proceeding.guard"])
    const ruled = on(twice, [committee, "rule", { doer: "m1" }, "d3"])
    expect(codes(ruled, [member, "giveBack", { reason: "还是不行" }, "d3"])).toContain("proceeding.guard")
    expect(dispatchAt(on(ruled, taken("d3")), 2).course.stage).toBe("taken")
    // Before that the committee does not decide who does it.
    expect(codes(having(...inHand), [committee, "rule", { doer: "m1" }, "d2"])).toEqual(["proceeding.guard"])
  })

  it("is answered to a whistle by somebody who is no member, in the direction of the committee", () => {
    const called = having(asked, claimed, [committee, "direct", { branch: "甲支部" }])
    expect(codes(called, [worthy, "answerCall", {}, "d1"])).toEqual(["proceeding.guard"])
    const whistled = on(called, [branch, "whistle", { call: "需要电工" }], [worthy, "answerCall", {}, "d1"])
    expect(codes(whistled, reported("d1"))).toEqual(["proceeding.only"])
    const stream = on(whistled, reported("d1", worthy), accepted("d1"), [worthy, "publish"])
    expect(stageOf(stream)).toBe("published")
    expect([...stream.state.doers].map(([, { actor }]) => actor)).toEqual([worthy])
  })

  it("is reported, sent back with a reason as another attempt of its own, reported again and accepted", () => {
    const stream = having(
      ...inHand,
      taken("d1"),
      reported("d1"),
      [branch, "sendBack", { reason: "灯杆未扶正" }, "d1"],
      reported("d1"),
      accepted("d1"),
    )
    expect([dispatchAt(stream, 0).course.attempt, stream.state.course.attempt]).toEqual([2, 1])
    expect(codes(having(...inHand, taken("d1")), accepted("d1"))).toEqual(["proceeding.notFrom"])
  })

  it("rests while its order is shelved or lifted, and ends with nobody where the order is withdrawn", () => {
    const shelved = on(having(...inHand), [branch, "shelve", { reason: "等资金" }])
    expect(codes(shelved, taken("d1"))).toEqual(["serviceOrder.resting"])
    expect(stageOf(on(shelved, [branch, "unshelve"], taken("d1")))).toBe("inHand")
    const gone = on(having(...inHand), [resident, "withdraw"])
    expect(codes(gone, taken("d1"))).toEqual(["serviceOrder.resting"])
    expect(codes(gone, accepted("d1"))).toEqual(["proceeding.ended"])
    expect(ServiceOrder.dispatchOutcome(scheme, dispatchAt(gone, 0))).toBe(undefined)
  })
})

describe("an order", () => {
  it("is lifted to the superior level once no dispatch is open, and handed down or given up as not feasible there", () => {
    expect(codes(having(...inHand), [branch, "lift", { reason: "超出能力" }])).toEqual(["proceeding.guard"])
    const lifted = having(asked, claimed, [branch, "lift", { reason: "超出能力" }])
    expect(stageOf(on(lifted, [committee, "handDown", { reason: "可以办" }], given("d1")))).toBe("inHand")
    const up = on(lifted, [committee, "abandon", { reason: "无规划许可" }])
    expect(ServiceOrder.outcome(scheme, up.state)).toBe("notFeasible")
    expect(stageOf(on(lifted, [committee, "rule", { doer: "m1" }, "d1"]))).toBe("inHand")
  })

  it("is published by a member or the branch, rated by whoever asked, and closed by the grid as satisfied", () => {
    expect(codes(having(...done), [grid, "publish"])).toEqual(["proceeding.role"])
    expect(codes(having(...done), [branch, "publish"])).toEqual([])
    const stream = on(
      having(...published),
      [resident, "rate", { rating: "basically", solved: "unsolved" }],
      [grid, "close"],
    )
    expect(ServiceOrder.outcome(scheme, stream.state)).toBe("satisfied")
    expect([stream.state.rated, stream.state.fields.solved]).toEqual(["basically", "unsolved"])
    expect(codes(stream, [resident, "complain", { complaint: "又坏了" }])).toEqual(["proceeding.ended"])
  })

  it("is re-visited by the committee; who was not reached may still be", () => {
    const silent = on(having(...published), [committee, "revisitUnanswered", { rating: "unanswered" }])
    expect([stageOf(silent), silent.state.rated]).toEqual(["published", "unanswered"])
    expect(codes(having(...published), [committee, "revisitUnanswered", { rating: "satisfied" }])).toEqual([
      "proceeding.guard",
    ])
    expect(on(silent, [committee, "revisit", { rating: "satisfied" }]).state.rated).toBe("satisfied")
  })

  it("that nobody rates lapses as not rated, and never as satisfied", () => {
    expect(codes(having(...published), [grid, "lapse"])).toEqual(["proceeding.guard"])
    expect(codes(having(...published), [grid, "close"])).toEqual(["proceeding.notFrom", "serviceOrder.rating"])
    const stream = during(["评价期满"], () => on(having(...published), [grid, "lapse"]))
    expect(ServiceOrder.outcome(scheme, stream.state)).toBe("unanswered")
  })

  it("that is rated unsatisfied is done again as a second attempt under the same order, with a result of its own", () => {
    const again = on(having(...published), rated("unsatisfied"), [branch, "rework"])
    expect([again.state.course.attempt, again.state.accepted, again.state.rated]).toEqual([2, 0, undefined])
    const going = on(again, given("d2"))
    expect(dispatchAt(going, 1).attempt).toBe(2)
    expect(codes(going, [member, "publish"])).toContain("serviceOrder.dispatchOpen")
    const given2 = on(going, [member, "giveBack", { reason: "在外地" }, "d2"])
    expect(codes(given2, [member, "publish"])).toContain("serviceOrder.noResult")
    const twice = on(going, taken("d2"), reported("d2"), accepted("d2"), [member, "publish"], rated("unsatisfied"))
    expect(codes(twice, [branch, "rework"])).toEqual(["proceeding.guard"])
    expect(codes(twice, [grid, "close"])).toEqual(["proceeding.guard", "serviceOrder.rating"])
    const stream = on(twice, [committee, "closeUnsatisfied"])
    expect(ServiceOrder.outcome(scheme, stream.state)).toBe("unsatisfied")
    expect(stream.state.id).toBe("o1")
  })

  it("is not closed while a complaint waits for its answer, which no doer gives", () => {
    const stream = on(having(...published), rated("satisfied"), [resident, "complain", { complaint: "灯杆歪" }])
    expect(codes(stream, [grid, "close"])).toEqual(["proceeding.guard"])
    expect(codes(stream, [who("committee", "m1"), "answer", { reason: "已扶正" }])).toEqual(["serviceOrder.ownWork"])
    const answered = on(stream, [committee, "answer", { reason: "已扶正" }], [grid, "close"])
    expect(ServiceOrder.outcome(scheme, answered.state)).toBe("satisfied")
  })

  it("that is merged waits for its root, is rated by itself and ends with it, or is separated and goes its own way", () => {
    const merged = having(asked, [grid, "merge", { root: "o0" }])
    expect([merged.state.joined, merged.state.fields.root]).toEqual([true, "o0"])
    expect(codes(merged, [grid, "settle"])).toEqual(["proceeding.guard"])
    expect(codes(merged, [grid, "close"])).toEqual(["proceeding.notFrom", "serviceOrder.joined", "serviceOrder.rating"])
    const settled = during(["主单已办结"], () =>
      on(merged, [resident, "rateJoined", { rating: "unsatisfied" }], [grid, "settle"]),
    )
    expect([ServiceOrder.outcome(scheme, settled.state), settled.state.rated]).toEqual(["merged", "unsatisfied"])
    const alone = on(merged, [grid, "separate", { reason: "不是同一盏灯" }])
    expect([alone.state.joined, stageOf(alone)]).toEqual([false, "requested"])
    const rest = during(["主单已办结"], () => on(merged, [resident, "rateJoined", { rating: "unsatisfied" }]))
    expect(on(rest, [grid, "separate", { reason: "不是同一盏灯" }]).state.rated).toBe(undefined)
  })
})

describe("whoever did the work", () => {
  const barred: ReadonlyArray<readonly [string, ReadonlyArray<Step>, Step]> = [
    ["accepts it", [...inHand, taken("d1"), reported("d1")], [who("branch", "m1"), "accept", {}, "d1"]],
    [
      "sends it back",
      [...inHand, taken("d1"), reported("d1")],
      [who("branch", "m1"), "sendBack", { reason: "x" }, "d1"],
    ],
    ["re-visits", published, [who("committee", "m1"), "revisit", { rating: "satisfied" }]],
    ["closes", [...published, rated("satisfied")], [who("grid", "m1"), "close"]],
    ["excludes", published, [who("reviewer", "m1"), "exclude", { reason: "x" }]],
    [
      "gives up",
      [...inHand, taken("d1"), [branch, "reassign", { reason: "x" }, "d1"]],
      [who("committee", "m1"), "abandon", { reason: "x" }],
    ],
  ]
  test.each(barred)("never %s", (_, steps, step) => {
    expect(codes(having(...steps), step)).toEqual(["serviceOrder.ownWork"])
  })

  it("never rates, though they asked for it", () => {
    const own: Step = [who("resident", "m1"), "request", { what: "路灯不亮" }]
    const stream = having(own, ...published.slice(1))
    expect(codes(stream, [who("resident", "m1"), "rate", { rating: "satisfied" }])).toEqual(["serviceOrder.ownWork"])
  })

  it("judges the dispatch of another, but not the order with it", () => {
    const second = who("member", "m2")
    const stream = having(...inHand, given("d2", "m2"), taken("d1"), taken("d2", second), reported("d2", second))
    expect(codes(stream, [who("branch", "m1"), "accept", {}, "d2"])).toEqual([])
    expect(codes(stream, [who("reviewer", "m1"), "exclude", { reason: "x" }])).toEqual(["serviceOrder.ownWork"])
  })

  it("counts as the unit in charge with everybody of its body, and as the person whom the dispatch names", () => {
    // Where the unit acts through its post the dispatch alone says whose work it is.
    const own = OrderScheme.check(scheme)
    expect(own).toEqual([])
    const free = {
      ...scheme,
      dispatch: { ...scheme.dispatch, moves: scheme.dispatch.moves.map(({ only: _, ...move }) => move) },
    }
    const loose = ServiceOrder.decider(free, byPost, tells)
    const unit: Actor = { post: "member", body: "u1" }
    const steps: ReadonlyArray<Step> = [
      asked,
      claimed,
      [branch, "dispatch", { doer: "p9", unit: "u1" }, "d1"],
      taken("d1", unit),
      reported("d1", unit),
    ]
    const { state } = steps.reduce(
      (known, step) => Result.getOrThrow(Decider.handle(loose, known, commandOf(step, known.version))).stream,
      Decider.start(loose),
    )
    const answer = (actor: Actor) => {
      const decided = loose.decide(state, commandOf([actor, "accept", {}, "d1"], 9))
      return Result.isFailure(decided) ? decided.failure.map(({ code }) => code) : []
    }
    expect(answer({ post: "branch", body: "u1" })).toEqual(["serviceOrder.ownWork"])
    expect(answer({ post: "branch", body: "u1", person: "p1" })).toEqual(["serviceOrder.ownWork"])
    expect(answer(who("branch", "p9"))).toEqual(["serviceOrder.ownWork"])
    // Nobody was named who entered it: whether this is another cannot be told.
    expect(answer(who("branch", "p1"))).toEqual(["serviceOrder.unnamed"])
    expect(answer({ post: "branch", body: "u2" })).toEqual([])
  })

  it("has to be told apart from whoever judges", () => {
    const stream = having(...inHand, taken("d1"), reported("d1"))
    expect(codes(stream, [{ post: "branch", body: "u2" }, "accept", {}, "d1"])).toEqual(["serviceOrder.unnamed"])
  })
})

describe("what was accepted", () => {
  const again = [...published, rated("unsatisfied"), [branch, "rework"] as const]
  it("is not made undone by saying that it is not ours, not feasible or another order", () => {
    const stream = having(...again)
    expect(codes(stream, [grid, "refer", { reason: "x", belongsTo: "供电所" }])).toEqual(["serviceOrder.resultStands"])
    expect(codes(stream, [grid, "merge", { root: "o0" }])).toEqual(["serviceOrder.resultStands"])
    const up = on(stream, [branch, "lift", { reason: "x" }])
    expect(codes(up, [committee, "abandon", { reason: "x" }])).toEqual(["serviceOrder.resultStands"])
    expect(stageOf(on(up, [committee, "rule", { doer: "m1" }, "d2"]))).toBe("inHand")
  })

  it("was nothing where all was given back", () => {
    const back = having(
      ...inHand,
      taken("d1"),
      [member, "giveBack", { reason: "x" }, "d1"],
      [branch, "lift", { reason: "x" }],
    )
    expect(codes(back, [committee, "abandon", { reason: "x" }])).toEqual([])
    expect(codes(back, [who("grid", "m1"), "refer", { reason: "x", belongsTo: "供电所" }])).toEqual([
      "serviceOrder.ownWork",
    ])
  })
})

describe("a limit", () => {
  const limit: Limit = {
    id: "办结", // made up: ten days, twice five more and no more
    amount: 10,
    unit: "calendarDay",
    countsFirstDay: false,
    starts: "requested",
    ends: [],
    holds: [],
    extension: { most: 8, times: 2 },
  }
  const extend = {
    id: "延期",
    label: { zh: "延期" },
    from: ["inHand"],
    to: { way: "stay" },
    by: ["branch"],
    needs: ["days"],
    extends: { limit: "办结", by: "days" },
  } as const
  const whole = OrderScheme.timed(scheme, {
    order: [limit],
    dispatch: [],
    extensions: { order: [extend], dispatch: [] },
    due: "办结",
  })
  const timed = ServiceOrder.decider(whole, byPost, tells)
  const possible = ServiceOrder.possible(whole, byPost, tells)
  const lived = (...steps: ReadonlyArray<Step>) =>
    steps.reduce(
      (known, step) => Result.getOrThrow(Decider.handle(timed, known, commandOf(step, known.version))).stream,
      Decider.start(timed),
    )
  const tried = ({ state, version }: Stream, days: Value) => {
    const decided = timed.decide(state, commandOf([branch, "延期", { days }], version))
    return Result.isFailure(decided) ? decided.failure.map(({ code, params }) => [code, params]) : []
  }
  const offers = ({ state, version }: Stream): boolean =>
    possible(state, commandOf([branch, "延期"], version)).some(({ move }) => move === "延期")
  const over = (by: number, before: number) => [["serviceOrder.overExtended", { limit: "办结", by, before, most: 8 }]]

  it("is extended as its text allows, in all and in how many times, and by something", () => {
    const once = lived(...inHand, [branch, "延期", { days: 3 }])
    expect([tried(once, 5), tried(once, 6), tried(once, 0)]).toEqual([[], over(6, 3), over(0, 3)])
    expect(tried(once, "三")).toMatchObject([["proceeding.value", {}]])
    const twice = lived(...inHand, [branch, "延期", { days: 3 }], [branch, "延期", { days: 1 }])
    expect([tried(twice, 1), offers(once), offers(twice)]).toEqual([over(1, 4), true, false])
    const [run] = Proceeding.clock(whole.order, limit, twice.state.course)
    expect(run?.extensions.map(({ by }) => by)).toEqual([3, 1])
  })

  it("is extended by nobody who does the work", () => {
    const { state, version } = lived(...inHand, taken("d1"))
    const decided = timed.decide(state, commandOf([who("branch", "m1"), "延期", { days: 1 }], version))
    expect(Result.isFailure(decided) && decided.failure.map(({ code }) => code)).toEqual(["serviceOrder.ownWork"])
  })
})

describe("a command", () => {
  it("merges no order into itself", () => {
    expect(codes(having(asked), [grid, "merge", { root: "o1" }])).toEqual(["serviceOrder.ownRoot"])
  })

  it("is refused for its ids: another order, no dispatch, one that is not there or is already, one of the order as a whole", () => {
    const stream = having(...inHand)
    const ask = (content: Partial<ServiceOrder.Taken>, step: Step) => {
      const command = commandOf(step, 9)
      const decided = decider.decide(stream.state, { ...command, content: { ...command.content, ...content } })
      return Result.isFailure(decided) ? decided.failure.map(({ code, path }) => [code, path]) : []
    }
    expect(ask({ order: "o2" }, taken("d1"))).toEqual([["serviceOrder.otherOrder", ["order"]]])
    expect(ask({}, [member, "takeOn"])).toEqual([["serviceOrder.needsDispatch", ["dispatch"]]])
    expect(ask({}, taken("d7"))).toEqual([["serviceOrder.noDispatch", ["dispatch"]]])
    expect(ask({}, taken("__proto__"))).toEqual([["serviceOrder.noDispatch", ["dispatch"]]])
    expect(ask({}, given("d1"))).toEqual([["serviceOrder.dispatchTwice", ["dispatch"]]])
    expect(ask({}, [branch, "whistle", { call: "x" }, "d1"])).toEqual([["serviceOrder.ofOrder", ["dispatch"]]])
    expect(ask({}, [branch, "toString"])).toEqual([["proceeding.noSuchMove", ["move"]]])
    expect(ask({}, given(""))).toEqual([["serviceOrder.badId", ["dispatch"]]])
    expect(ask({}, given("d\u0000"))).toEqual([["serviceOrder.badId", ["dispatch"]]])
    const first = decider.decide(decider.initial, {
      ...commandOf(asked, 0),
      content: { order: "", move: "request", fields: { what: "一" } },
    })
    expect(Result.isFailure(first) && first.failure).toMatchObject([{ code: "serviceOrder.badId", path: ["order"] }])
  })

  it("takes ids and fields that are names of the language's own for what they are", () => {
    const stream = having(asked, claimed, given("__proto__"), given("toString"))
    expect(ServiceOrder.dispatches(stream.state).map(({ id }) => id)).toEqual(["__proto__", "toString"])
    const fields: Fields = JSON.parse('{ "doer": "m1", "__proto__": "x" }')
    expect(codes(stream, [branch, "dispatch", fields, "d1"])).toEqual(["proceeding.notAsked"])
    const evolved = decider.evolve(stream.state, {
      ...commandOf(asked, 9),
      payload: { order: "o1", move: "dispatch", dispatch: "d1", fields },
    })
    expect(Object.keys(ServiceOrder.dispatches(evolved)[2]!.fields)).toEqual(["doer"])
  })

  it("gives each side of a joint move its fields, and tells once what neither asks for", () => {
    const refused = decider.decide(
      having(...inHand, taken("d1")).state,
      commandOf([member, "report", { evidence: "photo-1", stray: "x" }, "d1"], 9),
    )
    expect(Result.isFailure(refused) && refused.failure).toEqual([
      { code: "proceeding.notAsked", path: ["fields", "stray"], params: { move: "report", field: "stray" } },
    ])
    const { state } = having(...inHand, taken("d1"), reported("d1"))
    expect(Proceeding.fields(state.course)).not.toHaveProperty("evidence")
    expect(ServiceOrder.dispatches(state)[0]!.fields).toMatchObject({ doer: "m1", evidence: "photo-1" })
  })

  it("of a dispatch may be told after one of another, but not before a step of the order as a whole", () => {
    const second = who("member", "m2")
    const stream = having(
      asked,
      claimed,
      given("d1"),
      given("d2", "m2"),
      [second, "takeOn", {}, "d2", 5],
      [second, "report", { evidence: "photo-2" }, "d2", 6],
    )
    // The second reported on the 6th; that the first took on on the 3rd is told later and harms nothing.
    expect(codes(stream, [member, "takeOn", {}, "d1", 3])).toEqual([])
    const shelved = on(
      stream,
      [branch, "shelve", { reason: "等资金" }, undefined, 8],
      [branch, "unshelve", {}, undefined, 20],
    )
    // While the order was shelved nobody took anything on, and before that it would not have been lawful to say so now.
    expect(codes(shelved, [member, "takeOn", {}, "d1", 15])).toEqual(["proceeding.older"])
    expect(codes(shelved, [member, "takeOn", {}, "d1", 3])).toEqual(["proceeding.older"])
    // And the order is not lifted before what was done under it.
    const free = on(stream, [branch, "reassign", { reason: "x" }, "d1", 9], [branch, "accept", {}, "d2", 7])
    expect(codes(free, [branch, "lift", { reason: "x" }, undefined, 8])).toEqual(["proceeding.older"])
    expect(codes(free, [branch, "lift", { reason: "x" }, undefined, 10])).toEqual([])
  })
})

describe("possible", () => {
  const possible = ServiceOrder.possible(scheme, byPost, tells)
  const at = { on: CivilDate.parseUnsafe("2024-03-09"), recordedAt: Coordinate.instantUnsafe(NOON + 1e8) }
  const offered = (stream: Stream, actor: Actor) =>
    possible(stream.state, { ...at, actor }).map(({ certain, dispatch, move }) => [move, dispatch, certain])

  it("offers an order its way in, its moves by role, and each dispatch its own", () => {
    expect(offered(Decider.start(decider), resident)).toEqual([["request", undefined, true]])
    expect(offered(having(...inHand, given("d2", "m2")), member)).toEqual([
      ["takeOn", "d1", true],
      ["giveBack", "d1", true],
      ["disown", "d1", true],
    ])
    expect(offered(having(...published), resident)).toEqual([
      ["rate", undefined, false],
      ["complain", undefined, true],
    ])
  })

  it("offers nobody to judge own work, nothing that is late, and nothing once the order has ended", () => {
    const stream = having(...inHand, taken("d1"), reported("d1"))
    expect(offered(stream, who("branch", "m1")).map(([move]) => move)).not.toContain("accept")
    expect(offered(stream, branch).map(([move]) => move)).toContain("accept")
    const early = { ...at, on: CivilDate.parseUnsafe("2024-02-01") }
    expect(possible(stream.state, { ...early, actor: branch })).toEqual([])
    expect(offered(on(stream, [resident, "withdraw"]), branch)).toEqual([])
  })

  it("asks about a role on both sides of a joint move at the same place", () => {
    const unitOnly: ServiceOrder.Holds = (role, { actor }, { fields }) =>
      role === "member" ? actor.body !== undefined && actor.body === fields.unit : actor.post === role
    const state = having(asked, claimed, [branch, "dispatch", { doer: "m1", unit: "u1" }, "d1"]).state
    const actor = { post: "member", person: "m1", body: "u1" }
    const found = ServiceOrder.possible(scheme, unitOnly)(state, { ...at, actor }).map(({ move }) => move)
    expect(found).toEqual(["takeOn", "giveBack", "disown"])
    const { decide } = ServiceOrder.decider(scheme, unitOnly)
    const command = { ...commandOf([actor, "giveBack", { reason: "x" }, "d1", 9], 99), ...at }
    expect(Result.isSuccess(decide(state, command))).toBe(true)
  })
})

describe("whatever a scheme says", () => {
  const order = (moves: Readonly<Record<string, object>>): OrderScheme.OrderScheme => ({
    ...scheme,
    order: { ...scheme.order, moves: scheme.order.moves.map((move) => ({ ...move, ...moves[move.id] })) },
  })
  const tried = (any: OrderScheme.OrderScheme, steps: ReadonlyArray<Step>, step: Step) => {
    const other = ServiceOrder.decider(any, byPost, () => true)
    const { state } = steps.reduce(
      (known, each) => Result.getOrThrow(Decider.handle(other, known, commandOf(each, known.version))).stream,
      Decider.start(other),
    )
    const decided = other.decide(state, commandOf(step, steps.length))
    return Result.isFailure(decided) ? decided.failure.map(({ code }) => code) : []
  }

  it("no answer closes as satisfied, and a bad one not as none", () => {
    const lax = order({ lapse: { to: "satisfied", when: undefined }, close: { when: undefined } })
    expect(OrderScheme.check(lax)).toEqual([])
    expect(tried(lax, published, [grid, "lapse"])).toEqual(["serviceOrder.rating"])
    expect(tried(lax, [...published, rated("unsatisfied")], [grid, "close"])).toEqual(["serviceOrder.rating"])
    const hush = order({ lapse: { from: ["published", "rated"] } })
    expect(tried(hush, [...published, rated("unsatisfied")], [grid, "lapse"])).toEqual(["serviceOrder.rating"])
    expect(tried(hush, published, [grid, "lapse"])).toEqual([])
    // A rating that ends the order itself ends it as it says.
    const short = order({ rate: { to: "satisfied" } })
    expect(tried(short, published, rated("unsatisfied"))).toEqual(["serviceOrder.rating"])
    expect(tried(short, published, rated("basically"))).toEqual([])
  })

  it("what is merged ends with its root, and what is not does not", () => {
    const lax = order({ close: { from: ["rated", "joined"], when: undefined }, settle: { from: ["joined", "rated"] } })
    const merged: ReadonlyArray<Step> = [
      asked,
      [grid, "merge", { root: "o0" }],
      [resident, "rateJoined", { rating: "satisfied" }],
    ]
    expect(tried(lax, merged, [grid, "close"])).toEqual(["serviceOrder.joined"])
    expect(tried(lax, merged, [grid, "settle"])).toEqual([])
    expect(tried(lax, [...published, rated("satisfied")], [grid, "settle"])).toEqual(["serviceOrder.joined"])
    const show = order({ publish: { from: ["inHand", "joined"], only: undefined, when: undefined } })
    expect(tried(show, merged, [member, "publish"])).toEqual(["serviceOrder.noResult"])
  })

  it("a report counts as no acceptance, though it ends the dispatch as accepted", () => {
    const self = {
      ...scheme,
      dispatch: {
        ...scheme.dispatch,
        moves: scheme.dispatch.moves.map((move) => (move.id === "report" ? { ...move, to: "accepted" } : move)),
      },
    }
    expect(OrderScheme.check(self).map(({ code }) => code)).toEqual(["orderScheme.endsBy"])
    expect(tried(self, [...inHand, taken("d1"), reported("d1")], [member, "publish"])).toEqual([
      "proceeding.guard",
      "serviceOrder.noResult",
    ])
  })

  it("a judgement of the order that also names a dispatch is one of the whole order", () => {
    // A locality that closes order and dispatch in one move: whoever did another dispatch does not close it.
    const joint = {
      ...scheme,
      dispatch: {
        ...scheme.dispatch,
        roles: [...scheme.dispatch.roles, { id: "grid", label: { zh: "网格员" } }],
        moves: [
          ...scheme.dispatch.moves,
          {
            id: "close",
            label: { zh: "办结" },
            from: ["reported"],
            to: { way: "stay" } as const,
            by: ["grid"],
            needs: [],
          },
        ],
      },
    }
    const second = who("member", "m2")
    const steps = [...inHand, given("d2", "m2"), taken("d1"), taken("d2", second), reported("d2", second)]
    expect(tried(joint, steps, [who("grid", "m1"), "close", {}, "d2"])).toContain("serviceOrder.ownWork")
  })
})

describe("many events on one order", () => {
  it("ten thousand services come to what the clerk's sheet shows", () => {
    const steps: Array<Step> = [...inHand, taken("d1")]
    for (let count = 0; count < 10_000; count++) steps.push([member, "serve", { persons: 1 }, "d1"])
    steps.push(reported("d1"), accepted("d1"), [member, "publish"])
    const entries = steps.map((step, number): Entry<ServiceOrder.Taken> => {
      const { content, ...command } = commandOf(step, number)
      return { ...command, payload: content }
    })
    const state = entries.reduce(decider.evolve, decider.initial)
    expect([state.aside, shownOf(state).at]).toEqual([undefined, "published"])
    expect(ServiceOrder.steps(scheme, state)).toHaveLength(10_000 + 10)
    expect(Proceeding.history(dispatchAt({ state } as Stream, 0).course)).toHaveLength(10_004)
    expect([...state.doers]).toHaveLength(1)
    const sheet = blank()
    for (const [number, step] of steps.entries()) enter(sheet, commandOf(step, number))
    const { steps: _, ...board } = shown(sheet)
    expect(shownOf(state)).toEqual(board)
    // Decided one by one it is the same.
    const stream = having(...steps)
    expect(shownOf(stream.state)).toEqual(shownOf(state))
  })

  it("two thousand dispatches, each done, come to what the clerk's sheet shows of the first hundred", () => {
    const each = (count: number): ReadonlyArray<Step> => [
      asked,
      claimed,
      ...Array.from({ length: count }, (_, index) => index).flatMap((index): ReadonlyArray<Step> => {
        const [id, doer] = [`d${index}`, who("member", `m${index}`)]
        return [given(id, `m${index}`), taken(id, doer), reported(id, doer), accepted(id)]
      }),
    ]
    const stream = having(...each(2000))
    expect([stream.state.open, stream.state.accepted, ServiceOrder.dispatches(stream.state).length]).toEqual([
      0, 2000, 2000,
    ])
    expect(ServiceOrder.dispatches(stream.state).map(({ number }) => number)).toEqual(
      Array.from({ length: 2000 }, (_, index) => index + 1),
    )
    expect(codes(stream, [who("reviewer", "m1999"), "exclude", { reason: "x" }])).toEqual(["serviceOrder.ownWork"])
    const sheet = blank()
    for (const [number, step] of each(100).entries()) {
      const command = commandOf(step, number)
      expect(enters(sheet, command, false)).toBe(true)
      enter(sheet, command)
    }
    const { steps: _, ...board } = shown(sheet)
    expect(shownOf(having(...each(100)).state)).toEqual(board)
  })
})

test("every deed that the scheme knows stands in a told case, or is another locality's", () => {
  const known = new Set(Object.values(scheme.deeds))
  const elsewhere = Object.keys(OrderTerm.deeds).filter((deed) => !known.has(deed as OrderTerm.Deed))
  expect(elsewhere).toEqual(["supervise", "extend"])
})
