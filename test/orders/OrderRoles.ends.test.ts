/**
 * What becomes of an order whose branch is no more: from wherever it was, with the persons of the town and by the real
 * decider, the order still ends as satisfied.
 */
import { describe, expect, test } from "vitest"
import * as OrderRoles from "../../src/orders/OrderRoles.js"
import type { OrderScheme } from "../../src/orders/OrderScheme.js"
import * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import * as FiveOrders from "../../src/presets/FiveOrders.js"
import type { Actor } from "../../src/process/Actor.js"
import { moveOf, type Value } from "../../src/process/Workflow.js"
import { waysOn } from "./orderClocks.js"
import { type Ask, actors, answered, roles, told, world } from "./orderTown.js"

const { committee, member1, member2, member3, member4, resident, responder, reviewer } = actors
const { secretary1, secretary2, secretary3, secretary4, worker1 } = actors

/** Without the move that names another branch: the branch's successor or its superior has to do. */
const scheme: OrderScheme = {
  ...FiveOrders.scheme,
  order: { ...FiveOrders.scheme.order, moves: FiveOrders.scheme.order.moves.filter(({ id }) => id !== "direct") },
}

/** As the town has it, and with members who do only what is of their own branch. */
const strict: OrderRoles.OrderRoles = {
  ...roles,
  roles: roles.roles.map((each): OrderRoles.OrderRoles["roles"][number] =>
    each.role === "member"
      ? { role: "member", by: [{ is: "member", posts: ["党员"], at: { field: "branch" } }] }
      : each,
  ),
}

const BEFORE = "2023-05-30"
const AFTER = "2023-06-02"

/** The two ways in which a branch is no more from 1 June on: merged into `b2`, and dissolved with nothing after it. */
const branches = {
  merged: { branch: "b3", secretary: secretary3, member: member3 },
  dissolved: { branch: "b4", secretary: secretary4, member: member4 },
} as const

type Branch = (typeof branches)[keyof typeof branches]

/** How an order comes to each stage while the branch stands. */
const pathsOf = ({ branch, member, secretary }: Branch): Readonly<Record<string, ReadonlyArray<Ask>>> => {
  const by = (actor: Actor, move: string, fields: Ask["fields"] = {}, dispatch?: string): Ask => ({
    on: BEFORE,
    by: actor,
    move,
    fields,
    ...(dispatch === undefined ? {} : { dispatch }),
  })
  const requested = [by(resident, "request", { what: "路灯不亮", grid: "g1", branch })]
  const claimed = [...requested, by(worker1, "claim")]
  const dispatched = [...claimed, by(secretary, "dispatch", { doer: String(member.person) }, "d1")]
  const taken = [...dispatched, by(member, "takeOn", {}, "d1")]
  const reported = [...taken, by(member, "report", { evidence: "示例" }, "d1")]
  const accepted = [...reported, by(secretary, "accept", {}, "d1")]
  const published = [...accepted, by(member, "publish")]
  const lifted = [...claimed, by(secretary, "lift", { reason: "示例" })]
  return {
    requested,
    claimed,
    whistled: [...claimed, by(secretary, "whistle", { call: "示例" })],
    dispatched,
    taken,
    held: [...taken, by(member, "hold", { reason: "示例" }, "d1")],
    reported,
    accepted,
    givenBack: [...dispatched, by(member, "giveBack", { reason: "示例" }, "d1")],
    shelved: [...taken, by(secretary, "shelve", { reason: "示例" })],
    lifted,
    ruled: [...lifted, by(committee, "rule", { doer: String(member.person) }, "d1")],
    published,
    rated: [...published, by(resident, "rate", { rating: "satisfied" })],
    complained: [...published, by(resident, "rate", { rating: "unsatisfied" })],
    joined: [...claimed, by(worker1, "merge", { root: "o9" })],
  }
}

const PEOPLE: ReadonlyArray<Actor> = [
  resident,
  worker1,
  secretary1,
  secretary2,
  { post: "secretary", body: "b2", person: "s3" },
  secretary3,
  secretary4,
  committee,
  reviewer,
  member1,
  member2,
  member3,
  member4,
  responder,
]

const FILL: Readonly<Record<string, ReadonlyArray<Value>>> = {
  doer: ["m1", "m2", "m3", "m4"],
  rating: ["satisfied"],
  persons: [1],
  belongsTo: ["town"],
}

const waysThere = (state: ServiceOrder.State, fresh: string) => {
  const ways = new Map(waysOn(state, true, fresh).map((way) => [JSON.stringify(way), way]))
  return [...ways.values()]
    .filter(({ move }) => MOVES.includes(move))
    .sort((a, b) => MOVES.indexOf(a.move) - MOVES.indexOf(b.move))
}

/** What leads on to a good end, the last first. */
const LEADING = ["close", "rate", "publish", "accept", "report", "resume", "takeOn", "reassign", "dispatch"]
const MOVES = [...LEADING, "rule", "handDown", "unshelve", "rework", "claim", "separate"]

const asksOf = (state: ServiceOrder.State, step: number): ReadonlyArray<Ask> =>
  waysThere(state, `n${step}`).flatMap((way) => {
    const needs = [scheme.order, scheme.dispatch].flatMap((workflow) => moveOf(workflow, way.move)?.needs ?? [])
    const rows = needs.reduce<ReadonlyArray<Readonly<Record<string, Value>>>>(
      (all, id) => all.flatMap((row) => (FILL[id] ?? ["示例"]).map((value) => ({ ...row, [id]: value }))),
      [{}],
    )
    return PEOPLE.flatMap((by) => rows.map((fields) => ({ on: AFTER, by, ...way, fields })))
  })

const keyOf = (state: ServiceOrder.State): string =>
  JSON.stringify([
    state.course.stage,
    state.rated,
    state.joined,
    state.accepted,
    ServiceOrder.dispatches(state).map(({ course, fields }) => [course.stage, fields.doer]),
  ])

/** Whether a good end can be reached, by trying what anybody could do, with two dispatches more at most. */
const endsWell = (path: ReadonlyArray<Ask>, by: OrderRoles.OrderRoles): boolean => {
  const orders = OrderRoles.decider(scheme, by, world)
  const seen = new Set<string>()
  const from = (state: ServiceOrder.State, step: number): boolean =>
    asksOf(state, step).some((ask) => {
      const after = answered(orders, state, ask, 200 + step)
      if (after === undefined) return false
      if (ServiceOrder.outcome(scheme, after) !== undefined) return ServiceOrder.outcome(scheme, after) === "satisfied"
      if (ServiceOrder.dispatches(after).length > 2 || seen.has(keyOf(after))) return false
      seen.add(keyOf(after))
      return from(after, step + 1)
    })
  return from(told(path, orders), 0)
}

describe.each(Object.entries(branches))("an order whose branch is %s", (_, branch) => {
  const paths = pathsOf(branch)
  test.each(Object.keys(paths))("while it is %s ends well, and needs nobody to name another branch", (stage) => {
    for (const by of [roles, strict]) expect(endsWell(paths[stage]!, by)).toBe(true)
  })

  test("is one at every stage of the scheme that is not an end", () => {
    const stages = scheme.order.stages.filter(({ outcome }) => outcome === undefined).map(({ id }) => id)
    const orders = OrderRoles.decider(scheme, roles, world)
    const states = Object.values(paths).map((path) => told(path, orders))
    expect([...new Set(states.map(({ course }) => course.stage))].sort()).toEqual(stages.sort())
    const parts = scheme.dispatch.stages.filter(({ outcome }) => outcome === undefined).map(({ id }) => id)
    const reached = states.flatMap((state) => ServiceOrder.dispatches(state).map(({ course }) => course.stage))
    for (const id of parts) expect(reached).toContain(id)
  })
})

test("nothing else would do: without successor and superior an order of a dissolved branch is stuck where it was claimed", () => {
  const alone: OrderRoles.OrderRoles = {
    ...roles,
    roles: roles.roles.map((each): OrderRoles.OrderRoles["roles"][number] =>
      each.role === "branch"
        ? { role: "branch", by: [{ is: "post", posts: ["secretary"], at: { field: "branch", superior: false } }] }
        : each,
    ),
  }
  expect(endsWell(pathsOf(branches.dissolved).claimed!, alone)).toBe(false)
  expect(endsWell(pathsOf(branches.merged).claimed!, alone)).toBe(true)
})
