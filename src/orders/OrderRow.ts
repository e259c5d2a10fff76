/**
 * One row of the ledger of orders (工单台账一行): an order as it stood at a moment, as flat plain data, with its dispatches
 * as rows of their own. Statistics are counted from rows, and a row is read from events.
 *
 * **Details**
 *
 * A row holds days, counts, ids of bodies and choices, and who was in charge. It holds no words, no address, no
 * contact, and not who asked or for whom. Its category can be protected in a scheme all the same: a row is for the
 * office, and what is published is made from it by other means.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as CivilDate from "../foundation/CivilDate.js"
import * as Coordinate from "../foundation/Coordinate.js"
import { type Fault, make as fault, under } from "../foundation/Fault.js"
import type * as Limit from "../process/Limit.js"
import * as Proceeding from "../process/Proceeding.js"
import type { Value } from "../process/Workflow.js"
import * as OrderClock from "./OrderClock.js"
import { deedOf, isJoint, type OrderScheme, ratingOf } from "./OrderScheme.js"
import * as OrderTerm from "./OrderTerm.js"
import * as ServiceOrder from "./ServiceOrder.js"

// ---------------------------------------------------------------- models

/**
 * An order as a row. `version` is that of the scheme; `unit` the unit in which orders of its kind are counted, 件 where
 * it has none.
 *
 * **Details**
 *
 * `isAnonymous`: whoever opened it is not named. `isOnBehalf`: it was asked for another. `isPatrol`: it was found on patrol.
 * `isJoined`: it is merged into another and still waits for that.
 *
 * `due` are the runs of the limit by which the scheme's orders are due; `deadline`, `isLate` and `closedInTime` are of
 * the last of them: closed means that the clock of the due limit stopped; the day on which the order ended is `endedOn`.
 * `unread` are the clocks of other limits that could not be read, which are in no `clocks`.
 * `firstResponseOn` is the first day on which one of {@link responses} was done. `rating`, `solved`
 * and `ratedOn` are what was answered last to the present attempt, or to the last one that was asked about; `ratedBy`
 * who told the rating.
 *
 * @category models
 * @since 0.1.0
 */
export interface OrderRow {
  readonly order: string
  readonly scheme: string
  readonly version: string
  readonly readAt: Proceeding.Mark
  readonly unit: string
  readonly kind?: string
  readonly category?: string
  readonly village?: string
  readonly grid?: string
  readonly branch?: string
  readonly requestedOn: CivilDate.CivilDate
  readonly requestedBy: string
  readonly isAnonymous: boolean
  readonly isOnBehalf: boolean
  readonly isPatrol: boolean
  readonly isJoined: boolean
  readonly stage: string
  readonly attempt: number
  readonly outcome?: OrderTerm.OrderOutcome
  readonly endedOn?: CivilDate.CivilDate
  readonly deadline?: Limit.Moment
  readonly isLate?: boolean
  readonly closedInTime?: boolean
  readonly firstResponseOn?: CivilDate.CivilDate
  readonly rating?: OrderTerm.Rating
  readonly solved?: Solution
  readonly ratedOn?: CivilDate.CivilDate
  readonly ratedBy?: AnswerRow["by"]
  readonly counts: RowCounts
  readonly events: ReadonlyArray<EventRow>
  readonly answers: ReadonlyArray<AnswerRow>
  readonly due: ReadonlyArray<ClockRow>
  readonly clocks: ReadonlyArray<ClockRow>
  readonly unread: ReadonlyArray<Unread>
  readonly dispatches: ReadonlyArray<DispatchRow>
}

/**
 * A dispatch as a row (一件次). `doer` is who is in charge: the person named by the dispatch, else whoever answered the
 * whistle, else the first who took it on, rendered a service or reported under it. `persons` are person-times (人次).
 * `branch` is the dispatch's own, else the order's. Where it ended and has no outcome its order ended over it.
 *
 * @category models
 * @since 0.1.0
 */
export interface DispatchRow {
  readonly dispatch: string
  readonly number: number
  readonly attempt: number
  readonly branch?: string
  readonly unit?: string
  readonly doer?: string
  readonly dispatchedOn: CivilDate.CivilDate
  readonly dispatchedBy: string
  readonly takenOn?: CivilDate.CivilDate
  readonly reportedOn?: CivilDate.CivilDate
  readonly acceptedOn?: CivilDate.CivilDate
  readonly endedOn?: CivilDate.CivilDate
  readonly outcome?: OrderTerm.DispatchOutcome
  readonly belongsTo?: string
  readonly isReturned: boolean
  readonly services: number
  readonly persons: number
  readonly events: ReadonlyArray<EventRow>
}

/**
 * Something that was done, and the day; of a service the persons served. What was done with the order and a dispatch at
 * once stands in one place: where its deed belongs. The events of a row stand in the order of their days.
 *
 * @category models
 * @since 0.1.0
 */
export interface EventRow {
  readonly deed: OrderTerm.Deed
  readonly on: CivilDate.CivilDate
  readonly persons?: number
}

/**
 * One run of the clock of a limit. `deadlineOn` is the day of the deadline; there is none while a hold without an end
 * keeps it off.
 *
 * @category models
 * @since 0.1.0
 */
export interface ClockRow {
  readonly limit: string
  readonly dispatch?: string
  readonly startedOn: CivilDate.CivilDate
  readonly endedOn?: CivilDate.CivilDate
  readonly deadline?: Limit.Moment
  readonly deadlineOn?: CivilDate.CivilDate
  readonly isLate: boolean
}

/**
 * A clock that could not be read, and why: the code of the fault.
 *
 * @category models
 * @since 0.1.0
 */
export interface Unread {
  readonly limit: string
  readonly code: Limit.AskedFault["code"]
}

/**
 * What was answered to the question how satisfied somebody is, and whether the matter is solved: two questions, each
 * with an answer of its own. `by` is who told: whoever asked or was acted for (`requester`), or a body that asked them
 * (`revisit`); `lapse` where the order was closed because nobody had told anything in its last attempt. Silence is no
 * answer to either question: a lapse tells `unanswered` to the second too, wherever the scheme asks it.
 *
 * @category models
 * @since 0.1.0
 */
export interface AnswerRow {
  readonly on: CivilDate.CivilDate
  readonly attempt: number
  readonly by: "requester" | "revisit" | "lapse"
  readonly rating: OrderTerm.Rating
  readonly solved?: Solution
}

/**
 * Whether the matter is solved in the eyes of whoever asked.
 *
 * @category models
 * @since 0.1.0
 */
export type Solution = keyof typeof OrderTerm.solutions

/**
 * How often things were done with an order and its dispatches, up to the moment. `returns` are those given back,
 * `merged` how often it was merged into another.
 *
 * @category models
 * @since 0.1.0
 */
export interface RowCounts {
  readonly dispatches: number
  readonly services: number
  readonly persons: number
  readonly returns: number
  readonly disowned: number
  readonly reassigned: number
  readonly reworks: number
  readonly sentBack: number
  readonly holds: number
  readonly extensions: number
  readonly complaints: number
  readonly whistles: number
  readonly revisits: number
  readonly merged: number
}

// ---------------------------------------------------------------- errors

/**
 * Why there is no row: the state knows of something later than the moment, or the limit by which orders are due cannot
 * be read.
 *
 * @category errors
 * @since 0.1.0
 */
export type OrderRowFault = Fault<"orderRow.later"> | Limit.AskedFault

// ---------------------------------------------------------------- constructors

/**
 * The row of an order at a moment; `undefined` where there is no order yet. The state is that of the moment
 * (`Decider.asOf`): fails with `orderRow.later` where it knows of more, and with what the limit of the order by which it
 * is due cannot be read for. Another limit that cannot be read is told in `unread`, and hides nothing else.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { OrderRow, ServiceOrder } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * // Made up: an order on behalf of a resident, claimed by the grid on the next day.
 * const { evolve, initial } = ServiceOrder.decider(FiveOrders.scheme, () => true)
 * const recordedAt = Coordinate.instantUnsafe(1709251200000)
 * const entry = (id: string, day: string, move: string, fields: ServiceOrder.Taken["fields"]) =>
 *   ({ id, on: CivilDate.parseUnsafe(day), recordedAt, actor: { post: "grid", person: "p1" }, payload: { order: "o1", move, fields } })
 * const asked = evolve(initial, entry("e1", "2024-03-01", "requestFor", { what: "修路灯", actedFor: "p2", grid: "g1" }))
 * const claimed = evolve(asked, entry("e2", "2024-03-02", "claim", {}))
 *
 * const now = { on: CivilDate.parseUnsafe("2024-03-31"), recordedAt }
 * const row = Result.getOrThrow(OrderRow.of(FiveOrders.scheme, claimed, {}, now))
 * assert.deepEqual([row?.grid, row?.requestedOn, row?.firstResponseOn], ["g1", "2024-03-01", "2024-03-02"])
 * assert.equal(row?.isOnBehalf, true)
 * assert.equal(JSON.stringify(row).includes("p2"), false)
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const of = (
  scheme: OrderScheme,
  state: ServiceOrder.State,
  basis: Limit.Basis,
  now: Proceeding.Mark,
): Result.Result<OrderRow | undefined, ReadonlyArray<OrderRowFault>> => {
  const { began } = state.course
  if (state.id === undefined || began === undefined) return Result.succeed(undefined)
  const steps = Proceeding.history(state.course)
  const dispatches = ServiceOrder.dispatches(state)
  const later = [state.course, ...dispatches.map(({ course }) => course)].flatMap(({ last }) =>
    last !== undefined && (last.entry.on > now.on || last.entry.recordedAt > now.recordedAt) ? [last.entry.on] : [],
  )
  if (later.length > 0) return Result.fail([fault("orderRow.later", { order: state.id, on: later.sort().at(-1)! })])
  const { clocks, faults } = clocksOf(OrderClock.readable(scheme, state, basis, now), basis)
  const due = faults.filter(({ path: [side, limit] }) => side === "order" && limit === scheme.due)
  if (due.length > 0) return Result.fail(due)
  const unread = faults.map(({ code, path }) => ({ limit: String(path[path[0] === "order" ? 1 : 2]), code }))
  const rows = dispatches.map((each) => dispatchRow(scheme, state, each))
  return Result.succeed(rowOf(scheme, { state, steps, rows, clocks, unread, began, now }))
}

/** After its end nothing more is done with an order, so that its last step is the end. */
const endOf = (scheme: OrderScheme, state: ServiceOrder.State): CivilDate.CivilDate | undefined =>
  ServiceOrder.outcome(scheme, state) === undefined ? undefined : state.course.last?.entry.on

interface Known {
  readonly state: ServiceOrder.State
  readonly steps: ReadonlyArray<Proceeding.Step>
  readonly rows: ReadonlyArray<DispatchRow>
  readonly clocks: ReadonlyArray<ClockRow>
  readonly unread: ReadonlyArray<Unread>
  readonly began: NonNullable<Proceeding.State["began"]>
  readonly now: Proceeding.Mark
}

const rowOf = (scheme: OrderScheme, known: Known): OrderRow => {
  const { began, clocks, now, rows, state, steps, unread } = known
  const outcome = ServiceOrder.outcome(scheme, state)
  const endedOn = endOf(scheme, state)
  const events = eventsOf(scheme, steps, "order")
  const answers = answersOf(scheme, state, steps, outcome)
  const due = clocks.filter(({ dispatch, limit }) => dispatch === undefined && limit === scheme.due)
  const move = began.payload.move
  const deed = deedOf(scheme, move)
  return {
    order: state.id!,
    scheme: scheme.id,
    version: scheme.version,
    readAt: { on: now.on, recordedAt: now.recordedAt },
    unit: scheme.kinds.find(({ id }) => id === state.fields.kind)?.unit ?? "case",
    ...texts(state.fields, ["kind", "category", "village", "grid", "branch"]),
    requestedOn: began.on,
    requestedBy: move,
    isAnonymous: began.actor.person === undefined,
    isOnBehalf: deed === "requestFor",
    isPatrol: deed === "find",
    isJoined: state.joined && outcome === undefined,
    stage: state.course.stage ?? "",
    attempt: state.course.attempt,
    ...(outcome === undefined ? {} : { outcome }),
    ...(endedOn === undefined ? {} : { endedOn }),
    ...dueOf(due.at(-1)),
    ...responseOf(events, rows),
    ...latest(answers),
    counts: countsOf(events, rows),
    events,
    answers,
    due,
    clocks,
    unread,
    dispatches: rows,
  }
}

type Fields = Readonly<Record<string, Value>>

const texts = <const Id extends string>(fields: Fields, ids: ReadonlyArray<Id>): { readonly [I in Id]?: string } => {
  const told: { [I in Id]?: string } = {}
  for (const id of ids) if (fields[id] !== undefined) told[id] = String(fields[id])
  return told
}

const dueOf = (last: ClockRow | undefined): Pick<OrderRow, "deadline" | "isLate" | "closedInTime"> => {
  if (last === undefined) return {}
  return {
    ...(last.deadline === undefined ? {} : { deadline: last.deadline }),
    isLate: last.isLate,
    ...(last.endedOn === undefined ? {} : { closedInTime: !last.isLate }),
  }
}

const responseOf = (
  events: ReadonlyArray<EventRow>,
  rows: ReadonlyArray<DispatchRow>,
): Pick<OrderRow, "firstResponseOn"> => {
  const firstResponseOn = firstOf(events, rows, responses)
  return firstResponseOn === undefined ? {} : { firstResponseOn }
}

/** Deeds of a dispatch are told by its own steps, all others by those of the order; an extension by either, once. */
const eventsOf = (
  scheme: OrderScheme,
  steps: ReadonlyArray<Proceeding.Step>,
  side: "order" | "dispatch",
): ReadonlyArray<EventRow> =>
  steps.flatMap(({ entry: { on, payload } }) => {
    const deed = deedOf(scheme, payload.move)
    if (deed === undefined || sideOf(scheme, payload.move, deed, side) !== side) return []
    return [deed === "serve" ? { deed, on, persons: Number(payload.fields.persons ?? 0) } : { deed, on }]
  })

const sideOf = (
  scheme: OrderScheme,
  move: string,
  deed: OrderTerm.Deed,
  side: "order" | "dispatch",
): "order" | "dispatch" => {
  if (deed === "extend") return isJoint(scheme, move) ? "dispatch" : side
  return OrderTerm.dispatchDeeds.includes(deed) ? "dispatch" : "order"
}

const countsOf = (own: ReadonlyArray<EventRow>, rows: ReadonlyArray<DispatchRow>): RowCounts => {
  const times = new Map<OrderTerm.Deed, number>()
  for (const { deed } of [own, ...rows.map(({ events }) => events)].flat()) times.set(deed, (times.get(deed) ?? 0) + 1)
  const count = (deed: OrderTerm.Deed): number => times.get(deed) ?? 0
  return {
    dispatches: rows.length,
    services: count("serve"),
    persons: rows.reduce((sum, { persons }) => sum + persons, 0),
    returns: count("giveBack"),
    disowned: count("disown"),
    reassigned: count("reassign"),
    reworks: count("rework"),
    sentBack: count("sendBack"),
    holds: count("hold"),
    extensions: count("extend"),
    complaints: count("complain"),
    whistles: count("whistle"),
    revisits: count("revisit"),
    merged: count("merge"),
  }
}

const dispatchRow = (scheme: OrderScheme, state: ServiceOrder.State, dispatch: ServiceOrder.Dispatch): DispatchRow => {
  const { attempt, course, fields, id, number } = dispatch
  const steps = Proceeding.history(course)
  const events = eventsOf(scheme, steps, "dispatch")
  const outcome = ServiceOrder.dispatchOutcome(scheme, dispatch)
  const last = steps.at(-1)!.entry.on
  const over = endOf(scheme, state)
  const endedOn = outcome !== undefined ? last : over === undefined ? undefined : CivilDate.max(over, last)
  const doer = doerOf(scheme, fields, steps)
  const on = (deed: OrderTerm.Deed): CivilDate.CivilDate | undefined => events.find((each) => each.deed === deed)?.on
  const served = events.filter(({ deed }) => deed === "serve")
  return {
    dispatch: id,
    number,
    attempt,
    ...texts({ ...state.fields, ...fields }, ["branch"]),
    ...texts(fields, ["unit", "belongsTo"]),
    ...(doer === undefined ? {} : { doer }),
    dispatchedOn: steps[0]!.entry.on,
    dispatchedBy: steps[0]!.entry.payload.move,
    ...days({ takenOn: on("takeOn"), reportedOn: on("report"), acceptedOn: on("accept"), endedOn }),
    ...(outcome === undefined ? {} : { outcome }),
    isReturned: outcome === "givenBack" || outcome === "disowned",
    services: served.length,
    persons: served.reduce((sum, { persons = 0 }) => sum + persons, 0),
    events,
  }
}

const days = <K extends string>(
  on: Readonly<Record<K, CivilDate.CivilDate | undefined>>,
): { readonly [I in K]?: CivilDate.CivilDate } => {
  const told: { [I in K]?: CivilDate.CivilDate } = {}
  for (const key in on) if (on[key] !== undefined) told[key] = on[key]
  return told
}

const DOES: ReadonlyArray<OrderTerm.Deed | undefined> = ["takeOn", "serve", "report"]

const doerOf = (scheme: OrderScheme, fields: Fields, steps: ReadonlyArray<Proceeding.Step>): string | undefined => {
  if (fields.doer !== undefined) return String(fields.doer)
  const opening = steps[0]!.entry
  const reports = scheme.dispatch.moves.filter(({ id }) => deedOf(scheme, id) === "report")
  const isDoers = reports.some(({ only }) => only?.includes(opening.payload.move) === true)
  if (isDoers && opening.actor.person !== undefined) return opening.actor.person
  return steps.find(
    ({ entry: { actor, payload } }) => actor.person !== undefined && DOES.includes(deedOf(scheme, payload.move)),
  )?.entry.actor.person
}

interface Clocks {
  readonly clocks: ReadonlyArray<ClockRow>
  readonly faults: ReadonlyArray<Limit.AskedFault>
}

const clocksOf = ({ faults: unread, readings }: OrderClock.Readable, basis: Limit.Basis): Clocks => {
  const clocks: Array<ClockRow> = []
  const faults = [...unread]
  for (const { dispatch, limit, reading, run } of readings) {
    const deadlineOn = reading.deadline === undefined ? undefined : dayOf(limit, reading.deadline, basis)
    if (deadlineOn !== undefined && Result.isFailure(deadlineOn)) {
      const path = dispatch === undefined ? ["order", limit] : ["dispatches", dispatch, limit]
      faults.push(under(path, deadlineOn.failure))
      continue
    }
    clocks.push({
      limit,
      ...(dispatch === undefined ? {} : { dispatch }),
      startedOn: run.started.on,
      ...(run.ended === undefined ? {} : { endedOn: run.ended.on }),
      ...(reading.deadline === undefined ? {} : { deadline: reading.deadline }),
      ...(deadlineOn === undefined ? {} : { deadlineOn: deadlineOn.success }),
      isLate: reading.state === "late",
    })
  }
  return { clocks, faults }
}

const dayOf = (
  limit: string,
  moment: Limit.Moment,
  { hours, offsetMinutes = hours?.offsetMinutes }: Limit.Basis,
): Result.Result<CivilDate.CivilDate, Limit.AskedFault> => {
  if (typeof moment === "string") return Result.succeed(moment)
  if (offsetMinutes === undefined) return Result.fail(fault("limit.noOffset", { limit }))
  return Coordinate.dayOf(moment, offsetMinutes)
}

const answersOf = (
  scheme: OrderScheme,
  { course }: ServiceOrder.State,
  steps: ReadonlyArray<Proceeding.Step>,
  outcome: OrderTerm.OrderOutcome | undefined,
): ReadonlyArray<AnswerRow> => {
  const told = steps.flatMap(({ attempt, entry: { on, payload } }): ReadonlyArray<AnswerRow> => {
    const deed = deedOf(scheme, payload.move)
    const rating = ratingOf(scheme, String(payload.fields.rating ?? ""))
    if ((deed !== "rate" && deed !== "revisit") || rating === undefined) return []
    const solved = solutionOf(payload.fields.solved)
    const by = deed === "rate" ? "requester" : "revisit"
    return [{ on, attempt, by, rating, ...(solved === undefined ? {} : { solved }) }]
  })
  const { attempt, last } = course
  if (outcome !== "unanswered" || last === undefined || told.some((answer) => answer.attempt === attempt)) return told
  const solved = asksSolved(scheme) ? ({ solved: "unanswered" } as const) : {}
  return [...told, { on: last.entry.on, attempt, by: "lapse", rating: "unanswered", ...solved }]
}

const solutionOf = (value: Value | undefined): Solution | undefined =>
  value === "solved" || value === "unsolved" || value === "unanswered" ? value : undefined

// ---------------------------------------------------------------- guards

/**
 * Whether a scheme asks if the matter is solved: one of its ratings or re-visits takes that answer.
 *
 * @example
 * ```ts
 * import { OrderRow } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * assert.equal(OrderRow.asksSolved(FiveOrders.scheme), true)
 * assert.equal(OrderRow.asksSolved({ ...FiveOrders.scheme, deeds: {} }), false)
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const asksSolved = (scheme: OrderScheme): boolean =>
  scheme.order.moves.some(
    ({ id, needs, takes = [] }) => ASKS.includes(deedOf(scheme, id)) && [...needs, ...takes].includes("solved"),
  )

const ASKS: ReadonlyArray<OrderTerm.Deed | undefined> = ["rate", "revisit"]

// ---------------------------------------------------------------- getters

/**
 * The first day on which one of some deeds was done with an order or a dispatch of it, whose events stand in the order
 * of their days.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { OrderRow } from "dangjian/orders"
 * import assert from "node:assert/strict"
 *
 * const on = CivilDate.parseUnsafe
 * const events = [{ deed: "request", on: on("2024-03-01") }, { deed: "claim", on: on("2024-03-04") }] as const // made up
 * assert.equal(OrderRow.firstOf(events, [], OrderRow.responses), "2024-03-04")
 * assert.equal(OrderRow.firstOf(events, [], ["refuse"]), undefined)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const firstOf = (
  events: OrderRow["events"],
  dispatches: ReadonlyArray<Pick<DispatchRow, "events">>,
  deeds: ReadonlyArray<OrderTerm.Deed>,
): CivilDate.CivilDate | undefined => {
  let first = firstIn(events, deeds)
  for (const dispatch of dispatches) {
    const on = firstIn(dispatch.events, deeds)
    if (on !== undefined && (first === undefined || on < first)) first = on
  }
  return first
}

const firstIn = (
  events: ReadonlyArray<EventRow>,
  deeds: ReadonlyArray<OrderTerm.Deed>,
): CivilDate.CivilDate | undefined => {
  for (const { deed, on } of events) if (deeds.includes(deed)) return on
  return undefined
}

/**
 * What some answers come to: those to the latest attempt that was asked about count, and of them what was told last, to
 * each of the two questions on its own; an answer that tells nothing takes no earlier one back.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { OrderRow } from "dangjian/orders"
 * import assert from "node:assert/strict"
 *
 * const on = CivilDate.parseUnsafe
 * const first = { on: on("2024-03-01"), attempt: 1, by: "requester", rating: "unsatisfied", solved: "unsolved" } as const // made up
 * const second = { on: on("2024-04-01"), attempt: 2, by: "requester", rating: "satisfied" } as const
 * const silent = { on: on("2024-04-09"), attempt: 2, by: "revisit", rating: "unanswered" } as const
 * assert.deepEqual(OrderRow.latest([first, second, silent]), { rating: "satisfied", ratedOn: "2024-04-01", ratedBy: "requester" })
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const latest = (
  answers: ReadonlyArray<AnswerRow>,
): Pick<OrderRow, "rating" | "solved" | "ratedOn" | "ratedBy"> => {
  let attempt = 0
  for (const answer of answers) attempt = Math.max(attempt, answer.attempt)
  let told: AnswerRow | undefined
  let solved: Solution | undefined
  for (const answer of answers) {
    if (answer.attempt !== attempt) continue
    if (told === undefined || answer.rating !== "unanswered" || told.rating === "unanswered") told = answer
    if (answer.solved !== undefined && (solved === undefined || answer.solved !== "unanswered")) solved = answer.solved
  }
  if (told === undefined) return {}
  const { by: ratedBy, on: ratedOn, rating } = told
  return { rating, ...(solved === undefined ? {} : { solved }), ratedOn, ratedBy }
}

// ---------------------------------------------------------------- instances

/**
 * What answers a request for the first time (首次响应), where a definition names nothing else: it is verified, claimed,
 * directed, whistled for, lifted, dispatched, merged, refused, referred, excluded or given up.
 *
 * @category instances
 * @since 0.1.0
 */
export const responses: ReadonlyArray<OrderTerm.Deed> = [
  "verify",
  "claim",
  "direct",
  "whistle",
  "lift",
  "dispatch",
  "merge",
  "refuse",
  "refer",
  "exclude",
  "abandon",
]
