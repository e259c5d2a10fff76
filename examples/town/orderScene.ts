/** The year's orders: who may act in them, by when they are due, and what became of them. */
import { CivilDate, Coordinate, Period } from "dangjian/foundation"
import { OrderBooks } from "dangjian/interop"
import { OrderClock, OrderRoles, OrderRow, OrderScheme, OrderWorld, ServiceOrder } from "dangjian/orders"
import type { Post } from "dangjian/organisation"
import { FiveOrders, PostRules } from "dangjian/presets"
import type { Limit } from "dangjian/process"
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
  label: { zh: "开始办理起20日内晒单", en: "published within 20 days in hand" },
  amount: 20,
  unit: "calendarDay",
  countsFirstDay: false,
  starts: "inHand",
  ends: ["publish"],
  holds: ["shelved"],
  note: "虚构",
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

export const scheme = OrderScheme.timed(FiveOrders.scheme, {
  order: [closing, rating],
  dispatch: [],
  extensions: { order: [], dispatch: [] },
  due: closing.id,
})

// ---------------------------------------------------------------- who may act

const SECRETARIES = ["secretary", "deputySecretary"]
const COMMITTEE = [...SECRETARIES, "organisationMember", "publicityMember", "disciplineMember", "committeeMember"]

/** Made up but for the five stages: a committee acts through those who sit on it, a branch through its own. */
export const roles: OrderRoles.OrderRoles = {
  format: 1,
  id: "样例镇",
  roles: [
    { role: "resident", by: [{ is: "resident", posts: ["resident"] }] },
    { role: "unnamed", by: [{ is: "unnamed", posts: ["unnamed"] }] },
    { role: "grid", by: [{ is: "post", posts: ["chief"], at: { field: "grid" } }] },
    { role: "branch", by: [{ is: "post", posts: COMMITTEE, at: { field: "branch" } }] },
    { role: "member", by: [{ is: "member", posts: ["member"] }] },
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
    others: town.organisations.map(({ id }) => ({ id })),
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
    days: Period.parseUnsafe("2022-01-01/2024-01-10"),
    offsetMinutes: OFFSET,
  })

/** The day, as it was known in the evening. */
export const eveningOf = (day: CivilDate.CivilDate): Coordinate.Coordinate =>
  Coordinate.of(day, Coordinate.instantUnsafe(recorded(day) + (24 * 60 - OFFSET) * 60_000 - 1))

/** A row of figures for each order. */
export const rowsOf = ({ log }: OrderBooks.OrderBooks): Checked<ReadonlyArray<OrderRow.OrderRow>> => {
  const rows = [...log.orders.values()].map(({ stream }) => OrderRow.of(scheme, stream.state, basis, now))
  const faults = rows.flatMap((row) => (Result.isFailure(row) ? row.failure : []))
  if (faults.length > 0) return Result.fail(faults)
  return Result.succeed(rows.flatMap((row) => (Result.isSuccess(row) ? (row.success ?? []) : [])))
}
