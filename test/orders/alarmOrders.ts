/**
 * Orders for the tests of alarms, made up: one that goes its plain way in a week, with what a test changes about it. They are
 * folded and not decided, as an import is, so that they may hold what no decider lets pass.
 */
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import type { AlarmRule, AlarmRules, Evidence } from "../../src/orders/AlarmRule.js"
import * as OrderAlarm from "../../src/orders/OrderAlarm.js"
import type { OrderScheme } from "../../src/orders/OrderScheme.js"
import * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import * as FiveOrders from "../../src/presets/FiveOrders.js"
import type { Actor } from "../../src/process/Actor.js"
import * as Decider from "../../src/process/Decider.js"
import type { Entry } from "../../src/process/Journal.js"
import type { Turned } from "./year.js"

export type Fields = Readonly<Record<string, string | number>>

/** A step: days after the first day, time of the day, move, actor, dispatch, fields. */
export interface Told {
  readonly id: string
  readonly day: number
  readonly time: string
  readonly move: string
  readonly actor: Actor
  readonly dispatch?: string
  readonly fields: Fields
}

export interface Plan {
  /** The day of the request, 2023-03-06 where none is told. */
  readonly from?: string
  readonly asker?: string
  readonly doer?: string
  readonly village?: string
  readonly branch?: string
  readonly contact?: string
  readonly category?: string
  readonly place?: string
  readonly result?: string
  /** What is otherwise about a step, by its move. */
  readonly change?: Readonly<Record<string, Partial<Omit<Told, "move">>>>
  readonly without?: ReadonlyArray<string>
  readonly more?: ReadonlyArray<Omit<Told, "actor" | "fields"> & Partial<Told>>
}

export const scheme: OrderScheme = FiveOrders.scheme
const { evolve, initial } = ServiceOrder.decider(scheme, () => true)

const entryOf = (order: string, from: string, told: Told): Entry<ServiceOrder.Taken> => {
  const { actor, day, dispatch, fields, id, move, time } = told
  const on = CivilDate.addDaysUnsafe(CivilDate.parseUnsafe(from), day)
  const recordedAt = Coordinate.instantUnsafe(Date.parse(`${on}T${time}+08:00`))
  return {
    id,
    on,
    recordedAt,
    actor,
    payload: { order, ...(dispatch === undefined ? {} : { dispatch }), move, fields },
  }
}

const byPost = (post: string, person: string, body?: string): Actor =>
  body === undefined ? { post, person } : { post, person, body }

/** The steps of an order that is requested on a Monday and closed on the Sunday after; ids are `<order>.<move>`. */
export const stepsOf = (id: string, plan: Plan): ReadonlyArray<Told> => {
  const { asker = `asker of ${id}`, branch = "branch-1", doer = "doer-1", village = "village-1" } = plan
  const { category = "other", contact, place = `place of ${id}`, result } = plan
  const [resident, member] = [byPost("resident", asker), byPost("member", doer, branch)]
  const [grid, secretary] = [byPost("grid", "grid-1", "grid-1"), byPost("branch", "secretary-1", branch)]
  const intake = { what: "修路灯", village, branch, category, place, ...(contact === undefined ? {} : { contact }) }
  const worked = result === undefined ? {} : { result }
  const row = (day: number, move: string, actor: Actor, fields: Fields = {}, dispatch?: string): Told => ({
    id: `${id}.${move}`,
    day,
    time: "10:00:00",
    move,
    actor,
    fields,
    ...(dispatch === undefined ? {} : { dispatch }),
  })
  const dispatch = `${id}/1`
  const rows = [
    row(0, "request", resident, intake),
    row(1, "claim", grid),
    row(2, "dispatch", secretary, { doer }, dispatch),
    row(3, "takeOn", member, {}, dispatch),
    row(4, "report", member, { evidence: "photo", ...worked }, dispatch),
    row(5, "accept", secretary, {}, dispatch),
    row(6, "publish", secretary),
    row(7, "rate", resident, { rating: "satisfied" }),
    row(8, "close", grid),
  ]
  const kept = rows.filter(({ move }) => plan.without?.includes(move) !== true)
  const changed = kept.map((told) => ({ ...told, ...plan.change?.[told.move] }))
  const more = (plan.more ?? []).map((told) => ({ actor: secretary, fields: {}, ...told }))
  return [...changed, ...more]
}

export const entriesOf = (id: string, plan: Plan = {}): ReadonlyArray<Entry<ServiceOrder.Taken>> =>
  stepsOf(id, plan)
    .map((told) => entryOf(id, plan.from ?? "2023-03-06", told))
    .sort(Coordinate.order)

/** The order as it stands after these steps. */
export const orderOf = (id: string, plan: Plan = {}): ServiceOrder.State =>
  Decider.fold({ initial, evolve, decide: () => never() }, entriesOf(id, plan))

const never = (): never => {
  throw new Error("nothing is decided here")
}

/** The steps as a journal that is being imported. */
export const journalOf = (id: string, plan: Plan = {}): ReadonlyArray<Turned> =>
  entriesOf(id, plan).map((entry) => ({ ...entry, payload: { content: entry.payload, events: [entry.payload] } }))

/** The state after a journal, as far as its events lead. */
export const folded = (journal: ReadonlyArray<Turned>, of: OrderScheme = scheme): ServiceOrder.State => {
  const decider = ServiceOrder.decider(of, () => true)
  const events = journal.flatMap((entry) => entry.payload.events.map((payload) => ({ ...entry, payload })))
  return Decider.fold(decider, events)
}

export const tableOf = (...rules: ReadonlyArray<AlarmRule>): AlarmRules => ({
  format: 1,
  id: "示例",
  version: "1",
  label: { zh: "示例" },
  rules,
})

/** The alarms of one rule: whom they concern and what they cite. */
export const raised = (
  rule: AlarmRule,
  states: ReadonlyArray<ServiceOrder.State>,
  more: Partial<Evidence> = {},
): ReadonlyArray<readonly [string, ReadonlyArray<string>]> =>
  OrderAlarm.alarms(tableOf(rule), { scheme, states, ...more }).map(({ entries, subject }) => [subject, entries])

export const stated = { id: "rule", label: { zh: "规则" }, strength: "should" } as const
