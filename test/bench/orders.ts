/**
 * What the replay of a year's service orders costs, beside a loop written by hand for the five orders alone. The year is
 * made up, the same each time; what both come to is compared.
 */
import type { Doer } from "../../src/orders/ServiceOrder.js"
import * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import * as FiveOrders from "../../src/presets/FiveOrders.js"
import type { Actor } from "../../src/process/Actor.js"
import * as Decider from "../../src/process/Decider.js"
import type { Entry } from "../../src/process/Journal.js"
import type { Value } from "../../src/process/Workflow.js"
import { yearOfOrders } from "../orders/year.js"

type Event = Entry<ServiceOrder.Taken>

/** The events of each order, as they were accepted. */
export const events = (orders: number): ReadonlyArray<ReadonlyArray<Event>> =>
  yearOfOrders(7, { orders, villages: 5 }).journals.map((journal) =>
    journal.flatMap(({ payload, ...entry }) => payload.events.map((event) => ({ ...entry, payload: event }))),
  )

// ---------------------------------------------------------------- by hand

interface Part {
  stage: string
  attempt: number
  readonly fields: Record<string, Value>
  readonly steps: Array<Event>
  readonly counts: Record<string, number>
  readonly takers: Record<string, Actor>
}

interface Slip extends Part {
  readonly id: string
  readonly number: number
  readonly of: number
}

export interface Order extends Part {
  id: string | undefined
  back: string | undefined
  rating: Value | undefined
  open: number
  accepted: number
  joined: boolean
  latest: Event | undefined
  whole: Event | undefined
  readonly slips: Map<string, Slip>
  readonly doers: Map<string, Doer>
  readonly aside: Array<Event>
}

const part = (stage: string): Part => ({ stage, attempt: 1, fields: {}, steps: [], counts: {}, takers: {} })

const WHILE = ["requested", "claimed", "inHand", "shelved", "lifted", "published", "rated", "joined"]

const FROM: Readonly<Record<string, readonly [ReadonlyArray<string>, string]>> = {
  request: [[""], "requested"],
  requestFor: [[""], "requested"],
  requestUnnamed: [[""], "requested"],
  patrol: [[""], "requested"],
  verify: [["requested"], "-"],
  claim: [["requested"], "claimed"],
  direct: [["claimed", "inHand"], "-"],
  merge: [["requested", "claimed"], "joined"],
  separate: [["joined"], "requested"],
  settle: [["joined"], "merged"],
  refuse: [["requested"], "refused"],
  refer: [["requested", "claimed", "lifted"], "notOurs"],
  dispatch: [["claimed", "inHand"], "inHand"],
  rule: [["claimed", "inHand", "lifted"], "inHand"],
  answerCall: [["claimed", "inHand"], "inHand"],
  whistle: [["claimed", "inHand"], "-"],
  giveBack: [["inHand"], "-"],
  disown: [["inHand"], "-"],
  report: [["inHand"], "-"],
  accept: [["inHand"], "-"],
  lift: [["claimed", "inHand"], "lifted"],
  handDown: [["lifted"], "claimed"],
  shelve: [["inHand"], "shelved"],
  unshelve: [["shelved"], "<"],
  abandon: [["inHand", "lifted"], "notFeasible"],
  publish: [["inHand"], "published"],
  rate: [["published"], "rated"],
  revisit: [["published"], "rated"],
  revisitUnanswered: [["published"], "-"],
  rework: [["rated"], "claimed"],
  close: [["rated"], "satisfied"],
  closeUnsatisfied: [["rated"], "unsatisfied"],
  lapse: [["published"], "unanswered"],
  closeUnrated: [["published"], "done"],
  rateJoined: [["joined"], "-"],
  complain: [WHILE, "-"],
  answer: [WHILE, "-"],
  withdraw: [["requested", "claimed", "inHand", "lifted", "shelved", "joined"], "withdrawn"],
  exclude: [["requested", "claimed", "inHand", "published", "rated"], "excluded"],
}

const SLIP_FROM: Readonly<Record<string, readonly [ReadonlyArray<string>, string]>> = {
  dispatch: [[""], "dispatched"],
  rule: [[""], "ruled"],
  answerCall: [[""], "taken"],
  takeOn: [["dispatched", "ruled"], "taken"],
  giveBack: [["dispatched", "taken"], "givenBack"],
  disown: [["dispatched"], "disowned"],
  reassign: [["dispatched", "ruled", "taken", "held"], "reassigned"],
  hold: [["taken"], "held"],
  resume: [["held"], "taken"],
  serve: [["taken"], "-"],
  report: [["taken"], "reported"],
  accept: [["reported"], "accepted"],
  sendBack: [["reported"], "taken"],
}

const OF_SLIP = new Set(["doer", "unit", "reason", "belongsTo", "persons", "evidence", "result"])
const OVER = new Set(["accepted", "givenBack", "disowned", "reassigned"])
const COUNTED = new Set(["giveBack", "disown", "lift", "whistle", "rework", "complain", "rule"])
const DOES = new Set(["takeOn", "serve", "report", "answerCall"])
const RECALLED = new Set(["request", "report", "accept", "answerCall"])

const isLate = (event: Event, than: Event | undefined): boolean => {
  if (than === undefined) return false
  if (event.on !== than.on) return event.on < than.on
  return event.recordedAt === than.recordedAt ? event.id <= than.id : event.recordedAt < than.recordedAt
}

const noted = (to: Part, event: Event, fills: (field: string) => boolean): void => {
  const { fields, move } = event.payload
  to.steps.push(event)
  if (COUNTED.has(move)) to.counts[move] = (to.counts[move] ?? 0) + 1
  if (RECALLED.has(move)) to.takers[move] = event.actor
  for (const field of Object.keys(fields)) {
    const value = fields[field]!
    if (fills(field) && (typeof value === "number" || value.trim() !== "")) to.fields[field] = value
  }
}

const step = (order: Order, event: Event): void => {
  const { dispatch: id, fields, move, order: of } = event.payload
  const [own, other] = [FROM[move], SLIP_FROM[move]]
  const slip = id === undefined ? undefined : order.slips.get(id)
  const keeps = own !== undefined && (own[1] === "-" || own[1] === "inHand")
  const isWhole =
    move === "publish" || (own !== undefined && !(other !== undefined && keeps && order.stage === "inHand"))
  const from = slip?.stage ?? ""
  if (
    (order.id !== undefined && order.id !== of) ||
    (id === undefined) !== (other === undefined) ||
    isLate(event, isWhole ? order.latest : order.whole) ||
    (own !== undefined && (!own[0].includes(order.stage) || isLate(event, order.steps.at(-1)))) ||
    (own === undefined && order.stage !== "inHand") ||
    (other !== undefined && (!other[0].includes(from) || isLate(event, slip?.steps.at(-1))))
  ) {
    order.aside.push(event)
    return
  }
  order.id ??= of
  if (own !== undefined) {
    if (move === "rework") {
      order.attempt++
      order.accepted = 0
    }
    if (move === "merge") order.joined = true
    if (move === "separate") order.joined = false
    if (move === "answer") order.counts.complain = 0
    if (move === "publish" || move === "rework" || move === "separate") order.rating = undefined
    if (fields.rating !== undefined) order.rating = fields.rating
    noted(order, event, (field) => other === undefined || !OF_SLIP.has(field))
    const before = order.stage
    if (own[1] === "<") order.stage = order.back ?? ""
    else if (own[1] !== "-") order.stage = own[1]
    order.back = order.stage === "shelved" ? (before === "shelved" ? order.back : before) : undefined
    if (isWhole) order.whole = event
  }
  if (order.latest === undefined || isLate(order.latest, event)) order.latest = event
  if (other === undefined || id === undefined) return
  let at = slip
  if (at === undefined) {
    at = { ...part(""), id, number: order.slips.size + 1, of: order.attempt }
    order.slips.set(id, at)
    order.open++
  }
  noted(at, event, (field) => OF_SLIP.has(field))
  if (other[1] !== "-") at.stage = other[1]
  if (move === "sendBack") at.attempt++
  if (OVER.has(at.stage)) order.open--
  if (move === "accept" && at.of === order.attempt) order.accepted++
  if (!DOES.has(move)) return
  const { actor } = event
  const { doer, unit } = at.fields
  const key = `${id}|${actor.person ?? ""}|${actor.post}|${actor.body ?? ""}|${unit ?? ""}|${doer ?? ""}`
  if (order.doers.has(key)) return
  order.doers.set(key, {
    dispatch: id,
    actor,
    ...(unit === undefined ? {} : { unit: String(unit) }),
    ...(doer === undefined ? {} : { named: String(doer) }),
  })
}

/** The five orders as a straight program over the same events: objects that are changed in place, no workflow. */
export const byHand = (all: ReadonlyArray<ReadonlyArray<Event>>): ReadonlyArray<Order> =>
  all.map((journal) => {
    const order: Order = {
      ...part(""),
      id: undefined,
      back: undefined,
      rating: undefined,
      open: 0,
      accepted: 0,
      joined: false,
      latest: undefined,
      whole: undefined,
      slips: new Map(),
      doers: new Map(),
      aside: [],
    }
    for (const event of journal) step(order, event)
    return order
  })

const decider = ServiceOrder.decider(FiveOrders.scheme, () => false)

/** The same by the scheme. */
export const byScheme = (all: ReadonlyArray<ReadonlyArray<Event>>): ReadonlyArray<ServiceOrder.State> =>
  all.map((journal) => Decider.fold(decider, journal))

// ---------------------------------------------------------------- compared

export const ofOrders = (orders: ReadonlyArray<Order>): string =>
  JSON.stringify(
    orders.map((order) => [
      order.id,
      order.stage,
      order.attempt,
      order.open,
      order.accepted,
      order.joined,
      order.doers.size,
      order.aside.length,
      order.fields.village,
      [...order.slips.values()].map(({ attempt, id, number, of, stage }) => [id, number, of, stage, attempt]),
    ]),
  )

export const ofStates = (states: ReadonlyArray<ServiceOrder.State>): string =>
  JSON.stringify(
    states.map((state) => [
      state.id,
      state.course.stage,
      state.course.attempt,
      state.open,
      state.accepted,
      state.joined,
      [...state.doers].length,
      ServiceOrder.asides(state).length,
      state.fields.village,
      ServiceOrder.dispatches(state).map(({ attempt: of, course: { attempt, stage }, id, number }) => [
        id,
        number,
        of,
        stage,
        attempt,
      ]),
    ]),
  )
