/** The year's orders: who may act in them, by when they are due, and what became of them. */
import { CivilDate, Coordinate, Period } from "dangjian/foundation"
import { OrderBooks } from "dangjian/interop"
import { OrderClock, OrderRelease, OrderRoles, OrderRow, OrderScheme, OrderWorld, ServiceOrder } from "dangjian/orders"
import type { Post } from "dangjian/organisation"
import { FiveOrders, PostRules } from "dangjian/presets"
import type { Journal, Limit } from "dangjian/process"
import * as Result from "effect/Result"
import type { Checked } from "./faults.js"
import { on, recorded } from "./roll.js"
import { TOP, type Town } from "./scene.js"

const OFFSET = 8 * 60

export const basis: Limit.Basis = { offsetMinutes: OFFSET }

/** The year as it was known on the tenth of January. */
export const now = { on, recordedAt: recorded(CivilDate.parseUnsafe("2024-01-10")) }

// ---------------------------------------------------------------- limits

// No text of this township tells a limit: these two are made up.

const closing: Limit.Limit = {
  id: "办结",
  label: { zh: "首办", en: "first attempt" },
  amount: 20,
  unit: "calendarDay",
  countsFirstDay: false,
  starts: "requested",
  ends: ["accept"],
  holds: ["shelved"],
  note: "虚构",
}

const again: Limit.Limit = {
  ...closing,
  id: "返工办结",
  label: { zh: "返工", en: "rework" },
  amount: 15,
  starts: "rework",
}

const rating: Limit.Limit = {
  id: "评价",
  label: { zh: "晒单起15日内评价", en: "rated within 15 days of the publication" },
  amount: 15,
  unit: "calendarDay",
  countsFirstDay: false,
  starts: "published",
  ends: ["rate", "revisit", "rework"],
  holds: [],
  note: "虚构",
}

/** The limits by which work is to be done. */
export const working: ReadonlyArray<Limit.Limit> = [closing, again]

export const scheme = OrderScheme.timed(FiveOrders.scheme, {
  order: [closing, again, rating],
  dispatch: [],
  extensions: { order: [], dispatch: [] },
  due: closing.id,
})

// ---------------------------------------------------------------- made-up registers

/** The register of public numbers: a number is given when an order is first published, and never to another. */
export const numbers: ReadonlyMap<string, string> = new Map([
  ["单01", "2023-001"],
  ["单02", "2023-002"],
  ["单03", "2023-003"],
  ["单04", "2023-004"],
  ["单05", "2023-005"],
  ["单06", "2023-006"],
])

/** A branch that was dissolved within the year, so that the list of its last day does not have it. */
export const dissolved = {
  id: "B56",
  label: { zh: "样例镇抗旱临时党支部", en: "temporary drought branch" },
  to: CivilDate.parseUnsafe("2023-04-01"),
}

// ---------------------------------------------------------------- who may act

const SECRETARIES = ["secretary", "deputySecretary"]
const COMMITTEE = [...SECRETARIES, "organisationMember", "publicityMember", "disciplineMember", "committeeMember"]

/**
 * Made up but for the five stages: a committee acts through those who sit on it, a branch through its own; a member acts
 * in orders of their own branch, and where it is the body in charge.
 */
export const roles: OrderRoles.OrderRoles = {
  format: 1,
  id: "样例镇",
  offsetMinutes: OFFSET,
  roles: [
    { role: "resident", by: [{ is: "resident", posts: ["resident"] }] },
    { role: "unnamed", by: [{ is: "unnamed", posts: ["unnamed"] }] },
    { role: "grid", by: [{ is: "post", posts: ["chief"], at: { field: "grid" } }] },
    { role: "branch", by: [{ is: "post", posts: COMMITTEE, at: { field: "branch" } }] },
    {
      role: "member",
      by: [
        { is: "member", posts: ["member"], at: { field: "branch" } },
        { is: "member", posts: ["member"], at: { field: "unit" } },
      ],
    },
    {
      role: "responder",
      by: [
        { is: "listed", posts: ["responder"], persons: [{ person: "X01", from: CivilDate.parseUnsafe("2023-01-01") }] },
      ],
    },
    { role: "committee", by: [{ is: "post", posts: COMMITTEE, at: { body: TOP } }] },
    { role: "reviewer", by: [{ is: "post", posts: ["disciplineMember"], at: { body: TOP } }] },
  ],
}

/** The posts and capacities by the words of the books. */
const posts = [
  { id: "resident", label: { zh: "群众", en: "resident" } },
  { id: "unnamed", label: { zh: "匿名群众", en: "unnamed resident" } },
  { id: "member", label: { zh: "党员", en: "member" } },
  { id: "responder", label: { zh: "乡贤", en: "worthy" } },
  { id: "chief", label: { zh: "网格长", en: "grid chief" } },
  ...PostRules.kinds,
]

const postRecords = ({ appointments }: Town): ReadonlyArray<Post.PostRecord> =>
  appointments.flatMap(
    ({ from, id, manner, person, post, to }): ReadonlyArray<Post.PostRecord> => [
      { id, on: from, recordedAt: recorded(from), payload: { is: "appointed", appointment: id, post, person, manner } },
      ...(to === undefined
        ? []
        : [
            {
              id: `${id}/免`,
              on: to,
              recordedAt: recorded(to),
              payload: { is: "ended", appointment: id, reason: "termEnded" },
            } as const,
          ]),
    ],
  )

const worldOf = (town: Town): OrderWorld.World =>
  OrderWorld.of({
    units: town.units,
    grid: town.grid,
    posts: { format: 1, kinds: PostRules.kinds, posts: town.offices, records: postRecords(town) },
    roll: town.sources,
    others: [...town.organisations.map(({ id }) => ({ id })), { id: dissolved.id, to: dissolved.to }],
  })

const tells = OrderClock.tells(scheme, basis, rating.id)

/** What decides the orders: the township as it was; without one all that does not ask who acts. */
export const deciderOf = (town: Town | undefined) =>
  town === undefined
    ? ServiceOrder.decider(scheme, () => true, tells)
    : OrderRoles.decider(scheme, roles, worldOf(town), tells)

// ---------------------------------------------------------------- the orders

/** The books of orders, decided; or everything wrong with them. */
export const readOrders = (
  sources: ReadonlyArray<OrderBooks.Source>,
  town: Town | undefined,
): Checked<OrderBooks.OrderBooks> =>
  OrderBooks.read(sources, {
    scheme,
    decider: deciderOf(town),
    posts,
    roles,
    days: Period.parseUnsafe("2022-01-01/2024-01-10"),
    offsetMinutes: OFFSET,
  })

/** The day, as it was known in the evening. */
export const eveningOf = (day: CivilDate.CivilDate): Coordinate.Coordinate =>
  Coordinate.of(day, Coordinate.instantUnsafe(recorded(day) + (24 * 60 - OFFSET) * 60_000 - 1))

// ---------------------------------------------------------------- releases

const RELEASER = { post: "organisationMember", body: TOP, person: "M1121" }

/** What was released of two orders, in words written for it: made up. */
const releases = (): Journal.Journal<OrderRelease.Content> => {
  const day = CivilDate.parseUnsafe("2023-04-26")
  const entry = { on: day, recordedAt: recorded(day), actor: RELEASER }
  return [
    {
      ...entry,
      id: "公开01",
      payload: { kind: "release", order: "单02", to: "public", request: "村道照明损坏", result: "照明已修复" },
    },
    {
      ...entry,
      id: "公开02",
      payload: { kind: "release", order: "单02", to: "villagers", result: "照明已修复，由村党支部三名党员轮流巡看" },
    },
  ]
}

/** What is released of the orders, by who sits on the committee of the township; or why it is not. */
export const releasedOf = ({ log }: OrderBooks.OrderBooks, town: Town): Checked<OrderRelease.Reading["released"]> => {
  const orders: OrderRelease.Orders = (id) => {
    const state = log.orders.get(id)?.stream.state
    return state === undefined ? undefined : { scheme, state }
  }
  const known = releases().filter(({ payload }) => log.orders.has(payload.order))
  const ground = { orders, holds: OrderRoles.holds(roles, worldOf(town)), role: "committee" }
  const { faults, released } = OrderRelease.asOf(ground, known, Coordinate.of(now.on, now.recordedAt))
  return faults.length > 0 ? Result.fail(faults) : Result.succeed(released)
}

/** A row of figures for each order. */
export const rowsOf = ({ log }: OrderBooks.OrderBooks): Checked<ReadonlyArray<OrderRow.OrderRow>> => {
  const rows = [...log.orders.values()].map(({ stream }) => OrderRow.of(scheme, stream.state, basis, now))
  const faults = rows.flatMap((row) => (Result.isFailure(row) ? row.failure : []))
  if (faults.length > 0) return Result.fail(faults)
  return Result.succeed(rows.flatMap((row) => (Result.isSuccess(row) ? (row.success ?? []) : [])))
}
