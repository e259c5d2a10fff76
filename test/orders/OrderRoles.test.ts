import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as Fault from "../../src/foundation/Fault.js"
import * as OrderRoles from "../../src/orders/OrderRoles.js"
import type { OrderScheme } from "../../src/orders/OrderScheme.js"
import { texts } from "../../src/orders/OrdersTexts.js"
import * as OrderWorld from "../../src/orders/OrderWorld.js"
import * as FiveOrders from "../../src/presets/FiveOrders.js"
import * as LinyouOrders from "../../src/presets/LinyouOrders.js"
import type { Actor } from "../../src/process/Actor.js"
import { type Ask, actors, at, books, day, decider, grid, refused, roles, told, world } from "./orderTown.js"

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

  test("is refused by the branch itself, and one by its superior is not", () => {
    const lifted: ReadonlyArray<Ask> = [
      ...asked("b4"),
      { on: "2023-04-04", by: secretary4, move: "lift", fields: { reason: "超出能力" } },
    ]
    const rule = (on: string): ReadonlyArray<string> =>
      refused(told(lifted), { on, by: committee, move: "rule", fields: { doer: "m1" }, dispatch: "d1" })
    expect([rule("2023-05-31"), rule("2023-06-01")]).toEqual([[], []])
    expect(
      refused(told(lifted), {
        on: "2023-06-01",
        by: committee,
        move: "rule",
        fields: { doer: "m4" },
        dispatch: "d1",
      }),
    ).toEqual(["orderRoles.dissolved fields doer"])
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
    // What is named anew has to stand itself; what was named before reads as what it became.
    const known = { branch: "b3" }
    expect([
      ask({}, "2023-06-01", known),
      ask({ branch: "b3" }, "2023-06-01", known),
      ask({ branch: "b2" }, "2023-06-01", known),
      ask({}, "2023-06-01", { branch: "b4" }),
    ]).toEqual([true, false, true, false])
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

describe("what was the branch's", () => {
  const send = (branch: string, by: Actor, on: string, doer: string, from = roles): ReadonlyArray<string> => {
    const orders = OrderRoles.decider(FiveOrders.scheme, from, world)
    return refused(told(asked(branch), orders), { on, by, move: "dispatch", fields: { doer }, dispatch: "d1" }, orders)
  }
  const of2: Actor = { post: "secretary", body: "b2", person: "s3" }
  const own = (superior?: boolean): OrderRoles.OrderRoles => {
    const at = { field: "branch", ...(superior === undefined ? {} : { superior }) }
    return {
      ...roles,
      roles: roles.roles.map((each): OrderRoles.OrderRoles["roles"][number] => {
        if (each.role === "branch") return { role: "branch", by: [{ is: "post", posts: ["secretary"], at }] }
        return each.role === "member" ? { role: "member", by: [{ is: "member", posts: ["党员"], at }] } : each
      }),
    }
  }

  test("is that of the branch into which it was merged, from that day on", () => {
    expect(send("b3", of2, "2023-06-02", "m3")).toEqual([])
    expect(send("b3", of2, "2023-06-02", "m2")).toEqual([])
    expect(send("b3", secretary2, "2023-05-31", "m3")).toEqual(["proceeding.role"])
    expect(send("b3", secretary2, "2023-06-01", "m3")).toEqual([])
    expect(send("b3", secretary1, "2023-06-02", "m3")).toEqual(["proceeding.role"])
    // There is a successor: the town has no say.
    expect(send("b3", committee, "2023-06-02", "m3")).toEqual(["proceeding.role"])
  })

  test("is that of the body above it where nothing came after it, unless the rule says otherwise", () => {
    expect(send("b4", committee, "2023-05-31", "m1")).toEqual(["proceeding.role"])
    expect(send("b4", committee, "2023-06-01", "m1")).toEqual([])
    expect(send("b4", secretary1, "2023-06-01", "m1")).toEqual(["proceeding.role"])
    expect(send("b4", committee, "2023-06-01", "m1", own())).toEqual([])
    expect(send("b4", committee, "2023-06-01", "m1", own(false))).toEqual([
      "orderRoles.notMember fields doer",
      "proceeding.role",
    ])
    expect(send("b3", of2, "2023-06-02", "m3", own(false))).toEqual([])
  })

  test("goes to its own members only, where the rule for members names the branch", () => {
    expect(send("b1", secretary1, "2023-04-04", "m2")).toEqual([])
    expect(send("b1", secretary1, "2023-04-04", "m2", own())).toEqual(["orderRoles.notMember fields doer"])
    expect(send("b1", secretary1, "2023-04-04", "m1", own())).toEqual([])
    expect(send("b3", of2, "2023-06-02", "m3", own())).toEqual([])
    expect(send("b3", of2, "2023-06-02", "m1", own())).toEqual(["orderRoles.notMember fields doer"])
  })

  test("of a cell that was done away with goes to the cell above it", () => {
    const chief = {
      id: "d9",
      role: "worker",
      by: { person: "w2" },
      at: { cell: "v1" },
      from: day("2020-01-01"),
    } as const
    const other = OrderWorld.of({ ...books, grid: { ...grid, duties: [...grid.duties, chief] } })
    const holds = OrderRoles.holds(roles, other)
    const claims = (cell: string) =>
      holds(
        "grid",
        { actor: { post: "worker", body: "v1", person: "w2" }, on: day("2023-04-03"), recordedAt: at("2023-04-03") },
        { order: decider.initial, fields: { grid: cell } },
      )
    expect([claims("g9"), claims("g1")]).toEqual([true, false])
  })
})

describe("the day of an act", () => {
  const claim = (on: string, recorded: string, by = decider): ReadonlyArray<string> =>
    refused(told(asked().slice(0, 1)), { on, recorded, by: worker1, move: "claim" }, by)

  test("is not after the day of its recording", () => {
    expect([claim("2023-04-04", "2023-04-04"), claim("2023-04-04", "2024-04-04")]).toEqual([[], []])
    expect([claim("2023-04-05", "2023-04-04"), claim("2033-04-04", "2023-04-04")]).toEqual([
      ["orderRoles.future on"],
      ["orderRoles.future on"],
    ])
  })

  test("is told by the offset of the place", () => {
    // Nine in the morning in China is the evening before in Hawaii.
    const west = OrderRoles.decider(FiveOrders.scheme, { ...roles, offsetMinutes: -600 }, world)
    expect(claim("2023-04-04", "2023-04-04", west)).toEqual(["orderRoles.future on"])
    expect(claim("2023-04-03", "2023-04-04", west)).toEqual([])
  })

  test("is not longer ago than the place lets it be", () => {
    const within = OrderRoles.decider(FiveOrders.scheme, { ...roles, backdating: 3 }, world)
    expect([claim("2023-04-04", "2023-04-07", within), claim("2023-04-04", "2023-04-08", within)]).toEqual([
      [],
      ["orderRoles.backdated on"],
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
    offsetMinutes: 480,
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
      offsetMinutes: 480,
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
