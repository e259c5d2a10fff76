import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as Fault from "../../src/foundation/Fault.js"
import * as OrderRoles from "../../src/orders/OrderRoles.js"
import type { OrderScheme } from "../../src/orders/OrderScheme.js"
import { texts } from "../../src/orders/OrdersTexts.js"
import * as FiveOrders from "../../src/presets/FiveOrders.js"
import * as LinyouOrders from "../../src/presets/LinyouOrders.js"
import type { Actor } from "../../src/process/Actor.js"
import { type Ask, actors, at, day, decider, refused, roles, told, world } from "./orderTown.js"

const { committee, former, member1, member4, neighbour, resident, responder, reviewer } = actors
const { secretary1, secretary2, secretary4, worker1, worker2 } = actors
const scheme: OrderScheme = FiveOrders.scheme
const WHAT = { what: "路灯不亮" }

const asked = (branch = "b1", on = "2023-04-03"): ReadonlyArray<Ask> => [
  { on, by: resident, move: "request", fields: { ...WHAT, grid: "g1", branch } },
  { on, by: worker1, move: "claim" },
]
const sent = (doer: string): ReadonlyArray<Ask> => [
  ...asked(),
  { on: "2023-04-04", by: secretary1, move: "dispatch", fields: { doer }, dispatch: "d1" },
]
const done: ReadonlyArray<Ask> = [
  ...sent("m1"),
  { on: "2023-04-05", by: member1, move: "takeOn", dispatch: "d1" },
  { on: "2023-04-06", by: member1, move: "report", fields: { evidence: "ref" }, dispatch: "d1" },
  { on: "2023-04-06", by: secretary1, move: "accept", dispatch: "d1" },
  { on: "2023-04-06", by: member1, move: "publish" },
]

describe("the grid", () => {
  const requested = told(asked().slice(0, 1))
  const claim = (by: Actor): ReadonlyArray<string> => refused(requested, { on: "2023-04-03", by, move: "claim" })

  test("is the worker and the chief of the cell that the order has; the chief by way of the post", () => {
    expect([claim(worker1), claim({ post: "chief", body: "g1", person: "s1" })]).toEqual([[], []])
    expect(claim(worker2)).toEqual(["proceeding.role"])
    expect(claim({ ...worker2, body: "g1" })).toEqual(["proceeding.role"])
    expect(claim({ ...worker1, post: "chief" })).toEqual(["proceeding.role"])
    expect(claim({ post: "worker", body: "g1" })).toEqual(["proceeding.role"])
  })

  test("says for which cell it found something on patrol", () => {
    const patrol = (by: Actor, fields = {}): ReadonlyArray<string> =>
      refused(decider.initial, { on: "2023-04-03", by, move: "patrol", fields: { ...WHAT, ...fields } })
    expect(patrol(worker1, { grid: "g1" })).toEqual([])
    expect(patrol(worker1, { grid: "g2" })).toEqual(["proceeding.role"])
    expect(patrol(worker1)).toEqual(["proceeding.role"])
    expect(patrol({ ...worker1, body: "g9" }, { grid: "g9" })).toEqual([
      "orderRoles.dissolved actor body",
      "orderRoles.dissolved fields grid",
      "proceeding.role",
    ])
  })
})

describe("a secretary", () => {
  test("acts for the branch of the order, under any id that it ever had and in the name of the post itself", () => {
    const dispatch = (by: Actor): ReadonlyArray<string> =>
      refused(told(asked()), { on: "2023-04-04", by, move: "dispatch", fields: { doer: "m1" }, dispatch: "d1" })
    expect([secretary1, { ...secretary1, body: "old1" }, { ...secretary1, post: "sb1" }].map(dispatch)).toEqual([
      [],
      [],
      [],
    ])
    expect(dispatch(secretary2)).toEqual(["proceeding.role"])
    expect(dispatch({ ...secretary2, body: "b1" })).toEqual(["proceeding.role"])
    expect(dispatch({ ...secretary1, post: "sb2" })).toEqual(["proceeding.role"])
  })

  test("whose post ended yesterday is refused, and whose end was recorded only tomorrow is accepted as known then", () => {
    const state = told(asked("b2", "2023-04-03"))
    const dispatch = (recorded: string): ReadonlyArray<string> =>
      refused(state, {
        on: "2023-06-01",
        recorded,
        by: secretary2,
        move: "dispatch",
        fields: { doer: "m2" },
        dispatch: "d1",
      })
    expect(dispatch("2023-06-01")).toEqual([])
    expect(dispatch("2023-06-02")).toEqual(["proceeding.role"])
    const rule = (on: string, by: Actor): ReadonlyArray<string> =>
      refused(told(asked()), { on, by, move: "direct", fields: { branch: "b1" } })
    expect([rule("2023-04-04", committee), rule("2023-04-04", former)]).toEqual([[], ["proceeding.role"]])
  })

  test("a reviewer is one of a body above the branch", () => {
    const exclude = (by: Actor): ReadonlyArray<string> =>
      refused(told(asked()), { on: "2023-04-04", by, move: "exclude", fields: { reason: "重复" } })
    expect(exclude(reviewer)).toEqual([])
    expect(exclude({ ...reviewer, body: "b1" })).toEqual(["proceeding.role"])
    expect(exclude(committee)).toEqual(["proceeding.role"])
  })
})

describe("who does it", () => {
  const takeOn = (doer: string, by: Actor, on = "2023-04-05"): ReadonlyArray<string> =>
    refused(told(sent(doer)), { on, by, move: "takeOn", dispatch: "d1" })

  test("is the member to whom it went, as a member", () => {
    expect(takeOn("m1", member1)).toEqual([])
    expect(takeOn("m1", { ...member1, body: "b1" })).toEqual([])
    expect(takeOn("m1", { ...member1, body: "b2" })).toEqual(["proceeding.role"])
    expect(takeOn("m1", { ...member1, post: "secretary" })).toEqual(["proceeding.role"])
    expect(takeOn("m1", { post: "党员" })).toContain("proceeding.role")
  })

  test("is a responder who is no member, while they stand on the list", () => {
    expect(takeOn("r1", responder)).toEqual([])
    expect(takeOn("r1", { ...responder, post: "党员" })).toEqual(["proceeding.role"])
    expect(takeOn("r1", responder, "2023-09-01")).toEqual(["proceeding.role"])
  })

  test("answers the whistle and is no member", () => {
    const whistled: ReadonlyArray<Ask> = [
      ...asked(),
      { on: "2023-04-04", by: secretary1, move: "whistle", fields: { call: "缺车" } },
    ]
    const answer = (by: Actor): ReadonlyArray<string> =>
      refused(told(whistled), { on: "2023-04-04", by, move: "answerCall", dispatch: "d1" })
    expect([answer(responder), answer({ ...responder, person: "p2" })]).toEqual([[], ["proceeding.role"]])
  })

  test("is not somebody who is neither, and no member of a branch that has been dissolved", () => {
    const dispatch = (doer: string, on = "2023-04-04"): ReadonlyArray<string> =>
      refused(told(asked()), { on, by: secretary1, move: "dispatch", fields: { doer }, dispatch: "d1" })
    expect([dispatch("m2"), dispatch("m3"), dispatch("m4"), dispatch("r1")]).toEqual([[], [], [], []])
    expect(dispatch("p2")).toEqual(["orderRoles.notMember fields doer"])
    expect(dispatch("nobody")).toEqual(["orderRoles.noSuchPerson fields doer"])
    expect(dispatch("m4", "2023-06-01")).toEqual(["orderRoles.dissolved fields doer"])
    expect(dispatch("r1", "2023-09-01")).toEqual(["orderRoles.notMember fields doer"])
    // The members of a branch that was merged are members of the other.
    expect(dispatch("m3", "2023-06-01")).toEqual([])
    const own = told(sent("m4"))
    expect(refused(own, { on: "2023-05-31", by: member4, move: "takeOn", dispatch: "d1" })).toEqual([])
    expect(refused(own, { on: "2023-06-01", by: member4, move: "takeOn", dispatch: "d1" })).toEqual(["proceeding.role"])
  })
})

describe("a dispatch to a branch that was dissolved", () => {
  test("is refused though the workflow does not ask, and accepted to the branch that took its place", () => {
    const state = told(asked("b3"))
    const dispatch: Ask = { on: "2023-06-01", by: committee, move: "direct", fields: { branch: "b3" } }
    expect(refused(state, dispatch)).toEqual(["orderRoles.dissolved fields branch"])
    expect(refused(state, { ...dispatch, fields: { branch: "b2" } })).toEqual([])
    expect(refused(state, { ...dispatch, on: "2023-05-31" })).toEqual([])
    const rest: Ask = { on: "2023-06-01", by: secretary2, move: "dispatch", fields: { doer: "m3" }, dispatch: "d1" }
    // s2 is still known as secretary on that day: the end was recorded on the next.
    const directed = told([
      ...asked("b3"),
      { on: "2023-06-01", by: committee, move: "direct", fields: { branch: "b2" } },
    ])
    expect(refused(directed, rest)).toEqual([])
  })

  test("is refused where the branch is that of the order and not named anew, whoever sends it", () => {
    const lifted: ReadonlyArray<Ask> = [
      ...asked("b4"),
      { on: "2023-04-04", by: secretary4, move: "lift", fields: { reason: "超出能力" } },
    ]
    const rule = (on: string): ReadonlyArray<string> =>
      refused(told(lifted), { on, by: committee, move: "rule", fields: { doer: "m1" }, dispatch: "d1" })
    expect([rule("2023-05-31"), rule("2023-06-01")]).toEqual([[], ["orderRoles.dissolved fields branch"]])
    const dispatch: Ask = { on: "2023-06-01", by: secretary4, move: "dispatch", fields: { doer: "m1" }, dispatch: "d1" }
    expect(refused(told(asked("b4")), dispatch)).toEqual([
      "orderRoles.dissolved actor body",
      "orderRoles.dissolved fields branch",
      "proceeding.role",
    ])
  })

  test("is known by a fact that guards may name", () => {
    const tells = OrderRoles.tells(world)
    const ask = (fields: Record<string, string> | undefined, on = "2023-06-01", known = {}) =>
      tells(
        "承办单位存续",
        { on: day(on), recordedAt: at(on), actor: committee, move: "dispatch", fields },
        { order: decider.initial, fields: known },
      )
    expect([ask({ branch: "b2" }), ask({ branch: "b3" }), ask({ branch: "b3" }, "2023-05-31")]).toEqual([
      true,
      false,
      true,
    ])
    expect([ask({ unit: "u1" }), ask({ unit: "u1", branch: "b4" }), ask({ branch: "nowhere" })]).toEqual([
      true,
      false,
      false,
    ])
    expect([ask({ doer: "m3" }), ask({ doer: "m4" }), ask({ doer: "r1" })]).toEqual([true, false, undefined])
    expect([ask({}, "2023-06-01", { branch: "b3" }), ask({ branch: "b2" }, "2023-06-01", { branch: "b3" })]).toEqual([
      false,
      true,
    ])
    expect([ask({}), ask(undefined), ask({ branch: " " })]).toEqual([undefined, undefined, undefined])
    const question = { on: day("2023-06-01"), recordedAt: at("2023-06-01"), actor: committee, move: "x", fields: {} }
    expect(tells("评价期满", question, { order: decider.initial, fields: { branch: "b1" } })).toBeUndefined()
  })

  test("is refused by a guard that names the fact, too, beside what others tell", () => {
    const guarded: OrderScheme = {
      ...scheme,
      order: {
        ...scheme.order,
        moves: scheme.order.moves.map((move) =>
          move.id === "direct" ? { ...move, when: { all: [{ told: "承办单位存续" }, { told: "已研究" }] } } : move,
        ),
      },
    }
    const by = (answer: boolean | undefined) =>
      OrderRoles.decider(guarded, roles, world, (fact) => (fact === "已研究" ? answer : undefined)) as typeof decider
    const direct: Ask = { on: "2023-06-01", by: committee, move: "direct", fields: { branch: "b3" } }
    expect(refused(told(asked()), direct, by(true))).toEqual(["orderRoles.dissolved fields branch", "proceeding.guard"])
    expect(refused(told(asked()), { ...direct, fields: { branch: "b2" } }, by(true))).toEqual([])
    expect(refused(told(asked()), { ...direct, fields: { branch: "b2" } }, by(undefined))).toEqual([
      "proceeding.untold",
    ])
  })
})

describe("residents", () => {
  test("rate their own order and no other", () => {
    const rate = (by: Actor): ReadonlyArray<string> =>
      refused(told(done), { on: "2023-04-07", by, move: "rate", fields: { rating: "satisfied" } })
    expect(rate(resident)).toEqual([])
    expect(rate(neighbour)).toEqual(["proceeding.only"])
    expect(rate({ post: "群众" })).toContain("proceeding.role")
    // Whoever did the work is a resident, too, and may not rate for all that.
    expect(rate({ post: "群众", person: "m1" })).toContain("serviceOrder.ownWork")
  })

  test("give no name and act for nobody where they are unnamed", () => {
    const ask = (by: Actor): ReadonlyArray<string> =>
      refused(decider.initial, { on: "2023-04-03", by, move: "requestUnnamed", fields: WHAT })
    expect(ask({ post: "匿名群众" })).toEqual([])
    expect(ask({ post: "匿名群众", person: "p1" })).toEqual(["proceeding.role"])
    expect(ask({ post: "匿名群众", body: "v1" })).toEqual(["proceeding.role"])
  })

  test("whom nobody knows are refused, and so is whoever they ask for", () => {
    expect(
      refused(decider.initial, { on: "2023-04-03", by: { post: "群众", person: "x" }, move: "request", fields: WHAT }),
    ).toEqual(["orderRoles.noSuchPerson actor person", "proceeding.role"])
    const fields = { ...WHAT, actedFor: "x", grid: "g1" }
    expect(refused(decider.initial, { on: "2023-04-03", by: worker1, move: "requestFor", fields })).toEqual([
      "orderRoles.noSuchPerson fields actedFor",
    ])
  })

  test("name bodies that there are, all faults at once", () => {
    const fields = { ...WHAT, branch: "b9", grid: "g9", village: "v9" }
    expect(
      refused(decider.initial, { on: "2023-04-03", by: { ...resident, body: "nowhere" }, move: "request", fields }),
    ).toEqual([
      "orderRoles.dissolved fields grid",
      "orderRoles.noSuchBody actor body",
      "orderRoles.noSuchBody fields branch",
      "orderRoles.noSuchBody fields village",
      "proceeding.role",
    ])
  })
})

describe("a unit", () => {
  const role: OrderRoles.OrderRoles = {
    format: 1,
    id: "x",
    roles: [
      { role: "unit", by: [{ is: "body", posts: ["责任单位"], at: { field: "unit" } }] },
      { role: "clerk", by: [{ is: "post", posts: ["secretary"], at: { body: "town" }, unnamed: true }] },
      { role: "below", by: [{ is: "member", posts: ["党员"], at: { body: "town", reach: "below" } }] },
      { role: "anywhere", by: [{ is: "post", posts: ["secretary"] }] },
      { role: "liaison", by: [{ is: "post", posts: ["liaison"], at: { field: "unit" } }] },
      { role: "nobody", by: [] },
    ],
  }
  const holds = OrderRoles.holds(role, world)
  const ask = (name: string, actor: Actor, fields = {}, on = "2023-04-03") =>
    holds(name, { actor, on: day(on), recordedAt: at(on) }, { order: decider.initial, fields })

  test("acts itself, by whomever", () => {
    const by = { post: "责任单位", body: "u1" }
    expect([ask("unit", by, { unit: "u1" }), ask("unit", { ...by, person: "p1" }, { unit: "u1" })]).toEqual([
      true,
      true,
    ])
    expect([
      ask("unit", by, { unit: "firm" }),
      ask("unit", by),
      ask("unit", { post: "责任单位" }, { unit: "u1" }),
    ]).toEqual([false, false, false])
    const firm = { post: "责任单位", body: "firm" }
    expect([ask("unit", firm, { unit: "firm" }), ask("unit", firm, { unit: "firm" }, "2023-07-01")]).toEqual([
      true,
      false,
    ])
  })

  test("a post is held by an unnamed actor only where the rule says so, and somebody has it", () => {
    const town = { post: "secretary", body: "town" }
    expect([ask("clerk", town), ask("anywhere", town), ask("clerk", town, {}, "2020-12-31")]).toEqual([
      true,
      false,
      false,
    ])
    expect(ask("clerk", { ...town, person: "s1" })).toBe(false)
  })

  test("other places: below a body, anywhere, at a unit; and a role of nobody", () => {
    expect([ask("below", member1), ask("below", member4, {}, "2023-06-01")]).toEqual([true, false])
    expect([ask("anywhere", secretary1), ask("anywhere", { ...secretary1, body: "b2" })]).toEqual([true, false])
    expect(ask("liaison", { post: "liaison", body: "u1", person: "c1" }, { unit: "u1" })).toBe(true)
    expect([ask("nobody", secretary1), ask("unknown", secretary1)]).toEqual([false, false])
  })
})

test("a unit in charge may name anybody of its own as the doer", () => {
  const doer = (rules: ReadonlyArray<OrderRoles.RoleRule>): ReadonlyArray<string> => {
    const by: OrderRoles.OrderRoles = { ...roles, roles: [...roles.roles, { role: "unit", by: rules }] }
    const { decide } = OrderRoles.decider(LinyouOrders.scheme, by, world)
    const move = LinyouOrders.scheme.dispatch.moves.find(({ from }) => from === undefined)!.id
    const content = { order: "o1", dispatch: "d1", move, fields: { unit: "u1", doer: "p2" } }
    const command = { id: "c", on: day("2023-04-03"), recordedAt: at("2023-04-03"), actor: secretary1, content }
    const decided = decide(decider.initial, command)
    return Result.isFailure(decided) ? decided.failure.map(({ code }) => code) : []
  }
  expect(doer([{ is: "body", posts: ["责任单位"], at: { field: "unit" } }])).not.toContain("orderRoles.notMember")
  expect(doer([{ is: "resident", posts: ["群众"] }])).not.toContain("orderRoles.notMember")
  expect(doer([{ is: "unnamed", posts: ["群众"] }])).toContain("orderRoles.notMember")
  expect(doer([{ is: "post", posts: ["secretary"] }])).toContain("orderRoles.notMember")
})

describe("the document", () => {
  test("is read and written", () => {
    expect(Result.getOrThrow(OrderRoles.document.decode(roles))).toEqual(roles)
    expect(OrderRoles.document.is({ ...roles, format: 2 })).toBe(false)
    const bad = { ...roles, roles: [{ role: "grid", by: [{ is: "post", posts: [] }] }] }
    expect(OrderRoles.document.is(bad)).toBe(false)
  })

  test("is refused with everything that is wrong", () => {
    const person = { person: "r1", from: day("2023-01-02"), to: day("2023-01-02") }
    const bad: OrderRoles.OrderRoles = {
      format: 1,
      id: "x",
      roles: [
        { role: "grid", by: [{ is: "listed", posts: ["x"], persons: [person] }] },
        { role: "grid", by: [{ is: "member", posts: ["x"], at: { field: "what" } }] },
        { role: "king", by: [{ is: "body", posts: ["x"], at: { field: "unit" } }] },
      ],
    }
    const codes = (faults: ReadonlyArray<Fault.Fault>) =>
      faults.map(({ code, path }) => [code.slice(11), ...path].join(" "))
    expect(codes(OrderRoles.check(bad))).toEqual(["emptySpan roles 0 by 0 persons 0 to", "roleTwice roles 1 role"])
    const refusedDocument = OrderRoles.document.decode(bad)
    expect(Result.isFailure(refusedDocument) && codes(refusedDocument.failure)).toEqual(codes(OrderRoles.check(bad)))
    expect(codes(OrderRoles.check(bad, scheme)).slice(2)).toEqual([
      "notBody roles 1 by 0 at field",
      "noSuchRole roles 2 role",
      ...["branch", "committee", "member", "resident", "responder", "reviewer", "unnamed"].map(() => "noHolder roles"),
    ])
    expect(OrderRoles.check(roles, scheme)).toEqual([])
    for (const fault of OrderRoles.check(bad, scheme)) {
      for (const language of ["zh", "en"] as const) expect(Fault.say(texts, fault, language)).not.toContain("{")
    }
  })
})
