/** A made-up town with three branches and two grids, its books, who holds which role in it, and commands sent to it. */
import * as Result from "effect/Result"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as OrderRoles from "../../src/orders/OrderRoles.js"
import * as OrderWorld from "../../src/orders/OrderWorld.js"
import type * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import * as Grid from "../../src/organisation/Grid.js"
import type * as Post from "../../src/organisation/Post.js"
import type * as Roll from "../../src/organisation/Roll.js"
import * as FiveOrders from "../../src/presets/FiveOrders.js"
import type { Actor } from "../../src/process/Actor.js"
import type { Command, Decider } from "../../src/process/Decider.js"
import { establish, journalOf, law } from "../organisation/smallTown.js"

export const day = CivilDate.parseUnsafe

/** Nine in the morning of a day in China. */
export const at = (on: string): Coordinate.Instant =>
  Coordinate.instantUnsafe((CivilDate.dayNumber(day(on)) * 24 + 1) * 3_600_000)

const OPEN = at("2020-01-01")

/**
 * `b3` is merged into `b2` on 1 June 2023, and `b4` dissolved without a successor; that its members go to `b1` has not been
 * entered in the roll.
 */
export const organisations = {
  law,
  journal: journalOf([
    ["2020-01-01", establish("town", "township"), OPEN],
    ["2020-01-01", establish("b1", "branch", "town"), OPEN],
    ["2020-01-01", establish("b2", "branch", "town"), OPEN],
    ["2020-01-01", establish("b3", "branch", "town"), OPEN],
    ["2020-01-01", establish("b4", "branch", "town"), OPEN],
    ["2020-01-01", { change: "alias", id: "old1", of: "b1" }, OPEN],
    ["2023-06-01", { change: "merge", ids: ["b3"], into: "b2", members: { to: "b2" } }, at("2023-06-01")],
    [
      "2023-06-01",
      { change: "dissolve", id: "b4", reason: "unitGone", successors: [], members: { to: "b1" } },
      at("2023-06-01"),
    ],
  ]),
}

const from = day("2020-01-01")
const cell = { name: "示例", use: "comprehensive", organisations: [], covers: [], from } as const
export const grid: Grid.Grid = {
  ...Grid.empty,
  cells: [
    { ...cell, id: "v1", kind: "村" },
    { ...cell, id: "g1", kind: "组", within: "v1" },
    { ...cell, id: "g2", kind: "组", within: "v1" },
    { ...cell, id: "g9", kind: "组", within: "v1", to: day("2023-01-01") },
  ],
  duties: [
    { id: "d1", role: "worker", by: { person: "w1" }, at: { cell: "g1" }, from },
    { id: "d2", role: "worker", by: { person: "w2" }, at: { cell: "g2" }, from },
    { id: "d3", role: "chief", by: { post: "sb1" }, at: { cell: "g1" }, from },
    { id: "d4", role: "liaison", by: { person: "c1" }, at: { unit: "u1" }, from },
  ],
}

const appointed = (id: string, on: string, post: string, person: string, recorded = on): Post.PostRecord => ({
  id,
  on: day(on),
  recordedAt: at(recorded),
  payload: { is: "appointed", appointment: `of ${id}`, post, person, manner: "elected" },
})

const ended = (id: string, on: string, of: string, recorded = on): Post.PostRecord => ({
  id,
  on: day(on),
  recordedAt: at(recorded),
  payload: { is: "ended", appointment: `of ${of}`, reason: "retired" },
})

/** The secretary of `b3` is that of `b2` from 2 June. The post of `s2` ended on 31 May and that is recorded on 2 June; that of `c0` ended on 1 March, recorded at once. */
export const posts: Post.PostBook = {
  format: 1,
  kinds: [
    { id: "secretary", label: { zh: "书记" }, of: "party", seats: 1, leading: "first", committee: true },
    { id: "reviewer", label: { zh: "复核人" }, of: "party", committee: false },
  ],
  posts: [
    { id: "sb1", kind: "secretary", body: "old1" },
    { id: "sb2", kind: "secretary", body: "b2" },
    { id: "sb3", kind: "secretary", body: "b3" },
    { id: "sb4", kind: "secretary", body: "b4" },
    { id: "st", kind: "secretary", body: "town" },
    { id: "rt", kind: "reviewer", body: "town" },
  ],
  records: [
    appointed("r1", "2021-01-01", "sb1", "s1"),
    appointed("r2", "2021-01-01", "sb2", "s2"),
    ended("r3", "2023-05-31", "r2", "2023-06-02"),
    appointed("r4", "2021-01-01", "st", "c0"),
    ended("r5", "2023-03-01", "r4"),
    appointed("r6", "2023-03-01", "st", "c1"),
    appointed("r7", "2021-01-01", "rt", "v1"),
    appointed("r8", "2021-01-01", "sb4", "s4"),
    appointed("r9", "2021-01-01", "sb3", "s3"),
    appointed("r10", "2023-06-02", "sb2", "s3"),
  ],
}

export const book = (person: string, branch: string, on = "2021-01-01", recorded = on): Roll.Book => {
  const asked = { is: "register", branch, admittedOn: day("2019-07-01"), fullFrom: day("2020-07-01") } as const
  const event = { event: { is: "registered", asked } } as const
  return {
    person,
    life: [
      {
        id: `of ${person}`,
        on: day(on),
        recordedAt: at(recorded),
        actor: { post: "组织委员" },
        payload: { content: { step: asked }, events: [event] },
      },
    ],
    transfers: [],
  }
}

export const roll: Roll.Sources = {
  books: [book("m1", "b1"), book("m2", "b2"), book("m3", "b3"), book("m4", "b4")],
  successions: [{ id: "s1", on: day("2023-06-01"), recordedAt: at("2023-06-01"), from: "b3", to: "b2", ends: true }],
}

const PERSONS = ["p1", "p2", "w1", "w2", "s1", "s2", "s3", "s4", "c0", "c1", "v1", "m1", "m2", "m3", "m4", "r1"]

export const books: OrderWorld.Books = {
  organisations,
  grid,
  posts,
  roll,
  units: [{ id: "u1", kind: "站所", sector: "机关", name: "示例站所", operating: true }],
  others: [{ id: "firm", from: day("2023-01-01"), to: day("2023-07-01") }],
  persons: new Set(PERSONS),
}

export const world = OrderWorld.of(books)

export const roles: OrderRoles.OrderRoles = {
  format: 1,
  id: "示例镇",
  offsetMinutes: 480,
  roles: [
    { role: "resident", by: [{ is: "resident", posts: ["群众"] }] },
    { role: "unnamed", by: [{ is: "unnamed", posts: ["匿名群众"] }] },
    { role: "grid", by: [{ is: "post", posts: ["worker", "chief"], at: { field: "grid" } }] },
    { role: "branch", by: [{ is: "post", posts: ["secretary"], at: { field: "branch" } }] },
    { role: "member", by: [{ is: "member", posts: ["党员"] }] },
    {
      role: "responder",
      by: [
        {
          is: "listed",
          posts: ["乡贤"],
          persons: [{ person: "r1", from: day("2023-03-01"), to: day("2023-09-01") }],
        },
      ],
    },
    { role: "committee", by: [{ is: "post", posts: ["secretary"], at: { body: "town" } }] },
    { role: "reviewer", by: [{ is: "post", posts: ["reviewer"], at: { field: "branch", reach: "above" } }] },
  ],
}

export const decider = OrderRoles.decider(FiveOrders.scheme, roles, world)

export const actors = {
  resident: { post: "群众", person: "p1" },
  neighbour: { post: "群众", person: "p2" },
  worker1: { post: "worker", body: "g1", person: "w1" },
  worker2: { post: "worker", body: "g2", person: "w2" },
  secretary1: { post: "secretary", body: "b1", person: "s1" },
  secretary2: { post: "secretary", body: "b2", person: "s2" },
  secretary3: { post: "secretary", body: "b3", person: "s3" },
  secretary4: { post: "secretary", body: "b4", person: "s4" },
  committee: { post: "secretary", body: "town", person: "c1" },
  former: { post: "secretary", body: "town", person: "c0" },
  reviewer: { post: "reviewer", body: "town", person: "v1" },
  member1: { post: "党员", person: "m1" },
  member2: { post: "党员", person: "m2" },
  member3: { post: "党员", person: "m3" },
  member4: { post: "党员", person: "m4" },
  responder: { post: "乡贤", person: "r1" },
} as const satisfies Readonly<Record<string, Actor>>

/** A day, recorded on it or on another, who, the move, the fields and the dispatch. */
export interface Ask {
  readonly on: string
  readonly recorded?: string
  readonly by: Actor
  readonly move: string
  readonly fields?: ServiceOrder.Taken["fields"]
  readonly dispatch?: string
}

const commandOf = (
  { by, dispatch, fields = {}, move, on, recorded = on }: Ask,
  index: number,
): Command<ServiceOrder.Taken> => ({
  id: `c${100 + index}`,
  on: day(on),
  recordedAt: Coordinate.instantUnsafe(at(recorded) + index),
  actor: by,
  content: { order: "o1", ...(dispatch === undefined ? {} : { dispatch }), move, fields },
})

type Orders = Decider<ServiceOrder.State, ServiceOrder.Taken, ServiceOrder.Taken>

/** The order after commands that are all accepted. */
export const told = (asks: ReadonlyArray<Ask>, by: Orders = decider): ServiceOrder.State =>
  asks.reduce((state, ask, index) => {
    const { content, ...envelope } = commandOf(ask, index)
    const decided = by.decide(state, { content, ...envelope })
    if (Result.isFailure(decided)) throw new Error(`${ask.move}: ${JSON.stringify(decided.failure)}`)
    return by.evolve(state, { ...envelope, payload: content })
  }, by.initial)

/** Why a command is refused, each code with its path. */
export const refused = (state: ServiceOrder.State, ask: Ask, by: Orders = decider): ReadonlyArray<string> => {
  const decided = by.decide(state, commandOf(ask, 99))
  if (Result.isSuccess(decided)) return []
  return decided.failure.map(({ code, path }) => [code, ...path].join(" ")).sort()
}

/** The order after one more command, or nothing where that is refused. */
export const answered = (
  by: Orders,
  state: ServiceOrder.State,
  ask: Ask,
  index: number,
): ServiceOrder.State | undefined => {
  const { content, ...envelope } = commandOf(ask, index)
  const decided = by.decide(state, { content, ...envelope })
  return Result.isFailure(decided) ? undefined : by.evolve(state, { ...envelope, payload: content })
}
