/**
 * The clocks of orders (工单时限): how every limit of an order and of each of its dispatches stands, when the order is
 * due, how old it is in all, and whom an overdue one goes up to. Nothing of it is stored: it is read from what
 * happened, at any moment.
 *
 * **Details**
 *
 * Whether a limit starts with the dispatch or with its taking on is said by the limit, for a unit that returns what
 * it never took on would otherwise hold up everything unseen. Each dispatch has clocks of its own, from its own
 * beginning; those of the order run on through returns, further dispatches and rework, as long as no event that the
 * limit names stops them.
 *
 * A limit of the order that names an acceptance (验收) ends when the work is done, and not with the first of several
 * results: at the step after which no dispatch is open and a result of the present attempt is accepted. That may be the
 * last acceptance, or after one the return, disowning or re-assignment of what else was open. So the time that a
 * resident takes to rate, or a department to survey, is counted against nobody who works. Where a further dispatch is
 * opened in the same attempt the order is open again, and the same run goes on as if it had not ended; only rework
 * begins a further one, where it comes again to what starts the limit.
 *
 * While an order is not in hand (挂账) its dispatches rest, and their clocks with them. The hold of a dispatch stops no
 * clock of the order; under a text by which it does, the order is held by the same move. The end of an order stops all
 * clocks, those of dispatches left open included.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as CivilDate from "../foundation/CivilDate.js"
import { under } from "../foundation/Fault.js"
import { byText } from "../foundation/TextOrder.js"
import * as Escalation from "../process/Escalation.js"
import * as Limit from "../process/Limit.js"
import * as Proceeding from "../process/Proceeding.js"
import * as Workflow from "../process/Workflow.js"
import { planOf } from "./OrderPlan.js"
import { deedOf, type OrderScheme } from "./OrderScheme.js"
import { type Dispatch, dispatches, type Place, type State, steps, type Tells } from "./ServiceOrder.js"

// ---------------------------------------------------------------- models

/**
 * One run of a limit's clock and how it stands: which limit, of which dispatch where it is one of a dispatch, from
 * when to when with what stopped it, and the reading. A run that the acceptance of all results stopped is `by` the
 * acceptance that the limit names, also where the last open dispatch was returned.
 *
 * @category models
 * @since 0.1.0
 */
export interface OrderReading {
  readonly limit: string
  readonly dispatch?: string
  readonly run: Proceeding.Run
  readonly reading: Limit.Reading
}

/**
 * The readings that could be given, and why the others could not.
 *
 * @category models
 * @since 0.1.0
 */
export interface Readable {
  readonly readings: ReadonlyArray<OrderReading>
  readonly faults: ReadonlyArray<Limit.AskedFault>
}

// ---------------------------------------------------------------- constructors

/**
 * What several tell together: what those who know say, where they say one thing. Where they contradict each other
 * nobody knows.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { OrderClock, ServiceOrder } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const root: ServiceOrder.Tells = (fact) => (fact === "主单已办结" ? true : undefined)
 * const told = OrderClock.either(root, OrderClock.tells(FiveOrders.scheme, {}))
 * const { initial } = ServiceOrder.decider(FiveOrders.scheme, () => true)
 * const at = { on: CivilDate.parseUnsafe("2023-03-01"), recordedAt: Coordinate.instantUnsafe(0) }
 * const question = { ...at, actor: { post: "网格员" }, move: "settle", fields: {} }
 * assert.equal(told("主单已办结", question, { order: initial, fields: {} }), true)
 * assert.equal(told("评价期满", question, { order: initial, fields: {} }), undefined)
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const either =
  (...tells: ReadonlyArray<Tells>): Tells =>
  (fact, question, place) => {
    const told = new Set(tells.flatMap((tell) => tell(fact, question, place) ?? []))
    return told.size === 1 ? told.has(true) : undefined
  }

/**
 * What the clocks tell of {@link facts}, at the day and instant that are asked about; of all else nothing.
 *
 * **Details**
 *
 * That a limit has not run out is told of a move that extends one: its clock runs, its last day or instant has not
 * passed, and its text allows that much more; while nobody says how much, that it allows any. Where the move extends
 * one of the order and one of the dispatch, both have to. What the text allows, in all and so many times, it allows in
 * each run of the clock: the extensions of the run are counted, as `Limit.read` counts them, without those that it
 * leaves out. So what is extended with this fact is never left out of a reading.
 *
 * That the rating period is over is told of the limit of the order that `rating` names: its clock was started by the present publication, nothing has stopped it, and its end has passed. A
 * limit that cannot be read, as for want of a calendar, tells nothing.
 *
 * **Gotchas** A rating period that was started before the order was done anew is none for the present attempt. Let
 * the limit name the rating and the rework among what ends it, so that the next publication starts it again.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { OrderClock, OrderScheme, ServiceOrder } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import type { Limit, Workflow } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * // 示例：自点单起五日，可延期一次，最多十日
 * const closing: Limit.Limit = {
 *   id: "办结", amount: 5, unit: "calendarDay", countsFirstDay: false, starts: "request", ends: ["publish"], holds: [],
 *   extension: { most: 10, times: 1 },
 * }
 * const extend: Workflow.Move = {
 *   id: "extend", label: { zh: "延期" }, from: ["requested"], to: { way: "stay" }, by: ["branch"], needs: ["days"],
 *   extends: { limit: "办结", by: "days" }, when: { told: "未超时限" },
 * }
 * const extensions = { order: [extend], dispatch: [] }
 * const scheme = OrderScheme.timed(FiveOrders.scheme, { order: [closing], dispatch: [], extensions, due: "办结" })
 * const { evolve, initial } = ServiceOrder.decider(scheme, () => true)
 * const recordedAt = Coordinate.instantUnsafe(0)
 * const payload = { order: "o1", move: "request", fields: { what: "路灯不亮" } }
 * const entry = { id: "e1", on: CivilDate.parseUnsafe("2023-03-01"), recordedAt, actor: { post: "群众", person: "p1" } }
 * const order = evolve(initial, { ...entry, payload })
 *
 * const tells = OrderClock.tells(scheme, {})
 * const inTime = (on: string) => {
 *   const question = { on: CivilDate.parseUnsafe(on), recordedAt, actor: { post: "书记" }, move: "extend", fields: {} }
 *   return tells("未超时限", question, { order, fields: {} })
 * }
 * assert.deepEqual([inTime("2023-03-06"), inTime("2023-03-07")], [true, false])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const tells =
  (scheme: OrderScheme, basis: Limit.Basis, rating?: string): Tells =>
  (fact, question, place) => {
    const { on, recordedAt } = question
    if (fact === facts.inTime) return isInTime(scheme, basis, question, place)
    if (fact === facts.ratingOver) return isRatingOver(scheme, basis, rating, place.order, { on, recordedAt })
    return undefined
  }

const isInTime = (
  scheme: OrderScheme,
  basis: Limit.Basis,
  { fields, move, on, recordedAt }: Proceeding.Question,
  { dispatch, order }: Place,
): boolean | undefined => {
  const now = { on, recordedAt }
  const ofDispatches = (limit: Limit.Limit) =>
    dispatch === undefined ? [] : ofDispatch(scheme, aboveOf(scheme, order), dispatch, limit, now)
  const extended = [
    ...extendedBy(scheme.order, move).map((each) => ({ ...each, runs: ofOrder(scheme, order, each.limit, now) })),
    ...(dispatch === undefined ? [] : extendedBy(scheme.dispatch, move)).map((each) => ({
      ...each,
      runs: ofDispatches(each.limit),
    })),
  ]
  if (extended.length === 0) return undefined
  const answers = extended.map(({ by, runs }) => {
    const clocked = runs.at(-1)
    if (clocked === undefined) return false
    const found = readingOf(clocked, basis, now)
    if (Result.isFailure(found)) return undefined
    const { reading } = found.success
    return !reading.isOver && reading.state !== "late" && allows(clocked, reading, fields?.[by])
  })
  if (answers.includes(false)) return false
  return answers.includes(undefined) ? undefined : true
}

const extendedBy = (
  workflow: Workflow.Workflow,
  move: string,
): ReadonlyArray<{ readonly limit: Limit.Limit; readonly by: string }> => {
  const extension = Workflow.moveOf(workflow, move)?.extends
  if (extension === undefined) return []
  return workflow.limits.filter(({ id }) => id === extension.limit).map((limit) => ({ limit, by: extension.by }))
}

/** Whether the text of a limit allows one more extension of its run, after those that the reading counts. */
const allows = ({ limit, run }: Clocked, { leftOut = [] }: Limit.Reading, by: Workflow.Value | undefined): boolean => {
  const without = new Set(leftOut.map(({ path }) => path[1]))
  const counted = run.extensions.filter((_, place) => !without.has(place)).map((extension) => extension.by)
  const asked = typeof by === "number" ? by : 1
  let longer: ReturnType<typeof Limit.extended> = Result.succeed(limit)
  for (const each of [...counted, asked]) longer = Result.flatMap(longer, (self) => Limit.extended(self, each))
  return Result.isSuccess(longer)
}

const isRatingOver = (
  scheme: OrderScheme,
  basis: Limit.Basis,
  rating: string | undefined,
  order: State,
  now: Proceeding.Mark,
): boolean | undefined => {
  const limit = scheme.order.limits.find(({ id }) => id === rating)
  if (limit === undefined) return undefined
  const clocked = ofOrder(scheme, order, limit, now).at(-1)
  if (clocked === undefined || isBefore(clocked.run.started, beganAttempt(order))) return false
  const found = readingOf(clocked, basis, now)
  if (Result.isFailure(found)) return undefined
  return !found.success.reading.isOver && found.success.reading.state === "late"
}

/** The step that opened the present attempt. */
const beganAttempt = ({ course: { last } }: State): Proceeding.Mark | undefined => {
  let link = last
  while (link !== undefined && !link.renews) link = link.before
  return link?.entry
}

// ---------------------------------------------------------------- getters

/**
 * How every limit of an order and of its dispatches stands, in every run of its clock that had begun: those of the
 * order first, then dispatch by dispatch, each by the ids of the limits. Limits in days and months go by the days on
 * which things took effect, those in hours and minutes by the instants of recording.
 *
 * **Details**
 *
 * Everything that cannot be read is told at once: of a limit of the order under `order`, of one of a dispatch under
 * `dispatches` and its id, then the limit and the number of the run from nought. What can be read all the same
 * {@link readable} gives.
 *
 * A limit of the order that names an acceptance among its ends runs until no dispatch is open and a result of the
 * present attempt is accepted, as far as is known at the moment that is asked about: what was dispatched again later
 * opens the run again from then on, and not for the days before.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { OrderClock, OrderScheme, ServiceOrder } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import type { Limit } from "dangjian/process"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const closing: Limit.Limit = { // 示例
 *   id: "办结", amount: 5, unit: "calendarDay", countsFirstDay: false, starts: "request", ends: ["publish"], holds: [],
 * }
 * const timing = { order: [closing], dispatch: [], extensions: { order: [], dispatch: [] }, due: "办结" }
 * const scheme = OrderScheme.timed(FiveOrders.scheme, timing)
 * const { evolve, initial } = ServiceOrder.decider(scheme, () => true)
 * const at = { on: CivilDate.parseUnsafe("2023-03-01"), recordedAt: Coordinate.instantUnsafe(0) }
 * const payload = { order: "o1", move: "request", fields: { what: "路灯不亮" } }
 * const state = evolve(initial, { ...at, id: "e1", actor: { post: "群众", person: "p1" }, payload })
 * const now = { ...at, on: CivilDate.parseUnsafe("2023-03-07") }
 * const readings = Result.getOrThrow(OrderClock.read(scheme, state, {}, now))
 * assert.deepEqual(
 *   readings.map(({ limit, reading }) => [limit, reading.deadline, reading.state]),
 *   [["办结", "2023-03-06", "late"]],
 * )
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const read = (
  scheme: OrderScheme,
  state: State,
  basis: Limit.Basis,
  now: Proceeding.Mark,
): Asked<ReadonlyArray<OrderReading>> => {
  const { faults, readings } = readable(scheme, state, basis, now)
  return faults.length > 0 ? Result.fail(faults) : Result.succeed(readings)
}

/**
 * What {@link read} gives, as far as it can be given, and all the faults of the rest. One limit that cannot be read
 * hides no other: a limit in hours whose end was recorded before its start (`limit.endedBefore`), as where journals are
 * put together, has a fault, and whatever else is late is late.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { OrderClock, OrderScheme, ServiceOrder } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import type { Limit } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * const days: Limit.Limit = { // 示例
 *   id: "办结", amount: 5, unit: "calendarDay", countsFirstDay: false, starts: "request", ends: ["publish"], holds: [],
 * }
 * const working: Limit.Limit = { ...days, id: "受理", unit: "workingDay", ends: ["claim"] }
 * const timing = { order: [days, working], dispatch: [], extensions: { order: [], dispatch: [] }, due: "办结" }
 * const scheme = OrderScheme.timed(FiveOrders.scheme, timing)
 * const { evolve, initial } = ServiceOrder.decider(scheme, () => true)
 * const at = { on: CivilDate.parseUnsafe("2023-03-01"), recordedAt: Coordinate.instantUnsafe(0) }
 * const payload = { order: "o1", move: "request", fields: { what: "路灯不亮" } }
 * const state = evolve(initial, { ...at, id: "e1", actor: { post: "群众", person: "p1" }, payload })
 * const { faults, readings } = OrderClock.readable(scheme, state, {}, at)
 * assert.deepEqual(readings.map(({ limit }) => limit), ["办结"])
 * assert.deepEqual(faults.map(({ code, path }) => [code, ...path]), [["limit.noCalendar", "order", "受理", 0]])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const readable = (scheme: OrderScheme, state: State, basis: Limit.Basis, now: Proceeding.Mark): Readable =>
  readableOf(clocksOf(scheme, state, now), basis, now)

const readableOf = (clocks: ReadonlyArray<Clocked>, basis: Limit.Basis, now: Proceeding.Mark): Readable => {
  const readings: Array<OrderReading> = []
  const faults: Array<Limit.AskedFault> = []
  for (const clocked of clocks) {
    const found = readingOf(clocked, basis, now)
    if (Result.isSuccess(found)) readings.push(found.success)
    else faults.push(...found.failure)
  }
  return { readings, faults }
}

/**
 * How the limit stands by which the order is due (应办结); nothing where the scheme names no such limit or its clock has
 * not started. Where the clock was started again, as by rework after the publication, the first run tells that was
 * not kept, for what was late stays late; where all were kept, the last. Only the runs of this limit are read, and a
 * late one is told though another cannot be read.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { OrderClock, ServiceOrder } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const { initial } = ServiceOrder.decider(FiveOrders.scheme, () => true)
 * const now = { on: CivilDate.parseUnsafe("2023-03-07"), recordedAt: Coordinate.instantUnsafe(0) }
 * // The talk that the five orders are taken from sets no limit.
 * assert.equal(Result.getOrThrow(OrderClock.due(FiveOrders.scheme, initial, {}, now)), undefined)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const due = (
  scheme: OrderScheme,
  state: State,
  basis: Limit.Basis,
  now: Proceeding.Mark,
): Asked<OrderReading | undefined> => {
  const { faults, readings } = readableOf(dueOf(scheme, state, now), basis, now)
  const late = readings.find(({ reading }) => reading.state === "late")
  return late === undefined && faults.length > 0 ? Result.fail(faults) : Result.succeed(late ?? readings.at(-1))
}

/**
 * Whom the order goes up to, and when, as the limit by which it is due runs down and out (督办、提级): every rung of a
 * ladder, see
 * `Escalation.due`, by the last run of its clock; none where nothing is due.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { OrderClock, OrderScheme, ServiceOrder } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import type { Escalation, Limit } from "dangjian/process"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const closing: Limit.Limit = { // 示例
 *   id: "办结", amount: 5, unit: "calendarDay", countsFirstDay: false, starts: "request", ends: ["publish"], holds: [],
 * }
 * const timing = { order: [closing], dispatch: [], extensions: { order: [], dispatch: [] }, due: "办结" }
 * const scheme = OrderScheme.timed(FiveOrders.scheme, timing)
 * const ladder: Escalation.Ladder = { // 示例
 *   format: 1,
 *   id: "督办",
 *   rungs: [{ id: "提级", at: { kind: "expiry" }, to: { body: "镇党委" }, does: { zh: "提级办理" } }],
 * }
 * const { evolve, initial } = ServiceOrder.decider(scheme, () => true)
 * const at = { on: CivilDate.parseUnsafe("2023-03-01"), recordedAt: Coordinate.instantUnsafe(0) }
 * const payload = { order: "o1", move: "request", fields: { what: "路灯不亮" } }
 * const state = evolve(initial, { ...at, id: "e1", actor: { post: "群众", person: "p1" }, payload })
 * const now = { ...at, on: CivilDate.parseUnsafe("2023-03-07") }
 * const [rung] = Result.getOrThrow(OrderClock.escalation(scheme, state, ladder, {}, now))
 * assert.deepEqual([rung?.rung.id, rung?.at, rung?.isReached], ["提级", "2023-03-07", true])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const escalation = (
  scheme: OrderScheme,
  state: State,
  ladder: Escalation.Ladder,
  basis: Limit.Basis,
  now: Proceeding.Mark,
): Asked<ReadonlyArray<Escalation.DueRung>> => {
  const clocked = dueOf(scheme, state, now).at(-1)
  if (clocked === undefined) return Result.succeed([])
  const { limit, path, run } = clocked
  return placed(path, Escalation.due(ladder, limit, Proceeding.course(limit, run, now), basis))
}

/**
 * How old an order is in all (总时长): the calendar days from the day of the request to the day that is asked about, or
 * to the day on which it ended. No return, further dispatch or rework begins it anew. `undefined` before the request.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { OrderClock, ServiceOrder } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const { evolve, initial } = ServiceOrder.decider(FiveOrders.scheme, () => true)
 * const at = { on: CivilDate.parseUnsafe("2023-03-01"), recordedAt: Coordinate.instantUnsafe(0) }
 * const payload = { order: "o1", move: "request", fields: { what: "路灯不亮" } } // 示例
 * const state = evolve(initial, { ...at, id: "e1", actor: { post: "群众", person: "p1" }, payload })
 * assert.equal(OrderClock.age(FiveOrders.scheme, state, { ...at, on: CivilDate.parseUnsafe("2023-04-01") }), 31)
 * assert.equal(OrderClock.age(FiveOrders.scheme, initial, at), undefined)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const age = (scheme: OrderScheme, state: State, now: Pick<Proceeding.Mark, "on">): number | undefined => {
  const { began } = state.course
  if (began === undefined || now.on < began.on) return undefined
  const end = endOf(scheme, state)?.mark.on
  return CivilDate.daysBetween(began.on, end !== undefined && end <= now.on ? end : now.on)
}

type Asked<A> = Result.Result<A, ReadonlyArray<Limit.AskedFault>>

interface Clocked {
  readonly limit: Limit.Limit
  readonly dispatch?: string
  readonly run: Proceeding.Run
  readonly path: ReadonlyArray<string | number>
}

const readingOf = ({ dispatch, limit, path, run }: Clocked, basis: Limit.Basis, now: Proceeding.Mark) =>
  Result.map(
    placed(path, Limit.read(limit, Proceeding.course(limit, run, now), basis)),
    (reading): OrderReading => ({ limit: limit.id, ...(dispatch === undefined ? {} : { dispatch }), run, reading }),
  )

const placed = <A>(path: Clocked["path"], asked: Asked<A>): Asked<A> =>
  Result.mapError(asked, (faults) => faults.map((found) => under(path, found)))

const dueOf = (scheme: OrderScheme, state: State, now: Proceeding.Mark): ReadonlyArray<Clocked> => {
  const limit = scheme.order.limits.find(({ id }) => id === scheme.due)
  return limit === undefined ? [] : ofOrder(scheme, state, limit, now)
}

const clocksOf = (scheme: OrderScheme, state: State, now: Proceeding.Mark): ReadonlyArray<Clocked> => {
  const [own, parts] = [byId(scheme.order.limits), byId(scheme.dispatch.limits)]
  const above = aboveOf(scheme, state)
  return [
    ...own.flatMap((limit) => ofOrder(scheme, state, limit, now)),
    ...dispatches(state).flatMap((dispatch) =>
      parts.flatMap((limit) => ofDispatch(scheme, above, dispatch, limit, now)),
    ),
  ]
}

const byId = (limits: ReadonlyArray<Limit.Limit>): ReadonlyArray<Limit.Limit> =>
  limits.toSorted((a, b) => byText(a.id, b.id))

/** The runs of a limit of the order that had begun at a moment. */
const ofOrder = (scheme: OrderScheme, state: State, limit: Limit.Limit, now: Proceeding.Mark): ReadonlyArray<Clocked> =>
  runsOf(scheme, state, limit, now).flatMap((run, index) =>
    hasBegun(limit, run.started, now) ? [{ limit, run, path: ["order", limit.id, index] }] : [],
  )

/** The runs of a limit of the order. Where it names an acceptance, that of all results takes its place. */
const runsOf = (
  scheme: OrderScheme,
  state: State,
  limit: Limit.Limit,
  now: Proceeding.Mark,
): ReadonlyArray<Proceeding.Run> => {
  const accept = limit.ends.find((name) => deedOf(scheme, name) === "accept")
  if (accept === undefined) return Proceeding.clock(scheme.order, limit, state.course)
  const ends = [...limit.ends.filter((name) => deedOf(scheme, name) !== "accept"), ALL.id]
  const workflow = { ...scheme.order, moves: [...scheme.order.moves, ALL] }
  const clock = (course: Course) => Proceeding.clock(workflow, { ...limit, ends }, course)
  const known = (mark: Proceeding.Mark) => hasBegun(limit, mark, now)
  return clock(untilDone(scheme, state, known, clock)).map((run) => (run.by === ALL.id ? { ...run, by: accept } : run))
}

/** That all results are accepted, as a step of its own: no id is empty. */
const ALL: Workflow.Move = { id: "", label: { zh: "结果均已验收" }, to: { way: "stay" }, by: [], needs: [] }

type Course = Pick<Proceeding.State, "last">

/**
 * The known steps of an order, with one more where a run was stopped by the acceptance of all results and no dispatch
 * was opened after it in the same attempt. What else followed in that attempt is left out: it starts no further run.
 */
const untilDone = (
  scheme: OrderScheme,
  state: State,
  known: (mark: Proceeding.Mark) => boolean,
  clock: (course: Course) => ReadonlyArray<Proceeding.Run>,
): Course => {
  const { dispatchEnds } = planOf(scheme)
  const attempts = new Map(Proceeding.history(state.course).map(({ attempt, entry }) => [entry.id, attempt]))
  const made = new Map(dispatches(state).map(({ attempt, id }) => [id, attempt]))
  let [attempt, accepted, open] = [0, 0, 0]
  let last: Course["last"]
  let done: Course["last"]
  for (const { deed, dispatch, entry, from, to } of steps(scheme, state)) {
    if (!known(entry)) continue
    if (dispatch === undefined) {
      const renews = attempts.get(entry.id) !== attempt
      last = { entry, to, renews, before: renews ? (done ?? last) : last }
      if (renews) [attempt, accepted, done] = [attempts.get(entry.id) ?? 0, 0, undefined]
      continue
    }
    const [opens, ends] = [from === undefined, dispatchEnds.has(to)]
    const was = isDone({ accepted, open })
    open += (opens ? 1 : 0) - (ends ? 1 : 0)
    if (ends && deed === "accept" && made.get(dispatch) === attempt) accepted++
    if (!isDone({ accepted, open })) done = undefined
    else if (!was && last !== undefined && isRunning(clock({ last })))
      done = { entry: { ...entry, payload: { move: ALL.id, fields: {} } }, to: last.to, renews: false, before: last }
  }
  return { last: done ?? last }
}

const isDone = ({ accepted, open }: Pick<State, "accepted" | "open">): boolean => open === 0 && accepted > 0

const isRunning = (runs: ReadonlyArray<Proceeding.Run>): boolean => {
  const run = runs.at(-1)
  return run !== undefined && run.ended === undefined
}

/** The same of a dispatch, which rests while its order is not in hand, and ends with it at the latest. */
const ofDispatch = (
  { dispatch }: OrderScheme,
  { end, rests }: Above,
  { course, id }: Dispatch,
  limit: Limit.Limit,
  now: Proceeding.Mark,
): ReadonlyArray<Clocked> =>
  Proceeding.clock(dispatch, limit, course).flatMap((own, index) => {
    if (!hasBegun(limit, own.started, now)) return []
    const run = rested(own.ended === undefined && end !== undefined ? stopped(own, end) : own, rests)
    return [{ limit, dispatch: id, run, path: ["dispatches", id, limit.id, index] }]
  })

/** What of an order its dispatches go by: the times in which it was not in hand, and its end. */
interface Above {
  readonly rests: ReadonlyArray<Hold>
  readonly end: End | undefined
}

const aboveOf = (scheme: OrderScheme, state: State): Above => ({
  rests: restsOf(scheme, state),
  end: endOf(scheme, state),
})

/** In days by the day, in hours by the instant. */
const hasBegun = ({ unit }: Limit.Limit, { on, recordedAt }: Proceeding.Mark, now: Proceeding.Mark): boolean =>
  Limit.measureOf(unit) === "day" ? on <= now.on : recordedAt <= now.recordedAt

interface End {
  readonly stage: string
  readonly mark: Proceeding.Mark
}

const endOf = (scheme: OrderScheme, { course: { last, stage } }: State): End | undefined =>
  last === undefined || stage === undefined || !planOf(scheme).ends.has(stage)
    ? undefined
    : { stage, mark: markOf(last.entry) }

const markOf = ({ on, recordedAt }: Proceeding.Mark): Proceeding.Mark => ({ on, recordedAt })

/** A run that the end of the order stops, and any hold with it. */
const stopped = (run: Proceeding.Run, { mark, stage }: End): Proceeding.Run => ({
  ...run,
  ended: mark,
  by: stage,
  holds: run.holds.map(({ from, to = mark }) => ({ from, to })),
})

type Hold = Proceeding.Run["holds"][number]

/** The times in which an order that had begun and not ended was not in hand. */
const restsOf = (scheme: OrderScheme, { course }: State): ReadonlyArray<Hold> => {
  const { ends, inHand } = planOf(scheme)
  const rests: Array<Hold> = []
  let from: Proceeding.Mark | undefined
  for (const { entry, to } of Proceeding.history(course)) {
    const goesOn = inHand.has(to)
    if (from !== undefined && (goesOn || ends.has(to))) {
      rests.push({ from, to: markOf(entry) })
      from = undefined
    } else if (from === undefined && !goesOn && !ends.has(to)) from = markOf(entry)
  }
  return from === undefined ? rests : [...rests, { from }]
}

const rested = (run: Proceeding.Run, rests: ReadonlyArray<Hold>): Proceeding.Run => {
  const own = rests.filter(
    ({ from, to }) =>
      (to === undefined || isBefore(run.started, to)) && (run.ended === undefined || isBefore(from, run.ended)),
  )
  if (own.length === 0) return run
  const holds = [...run.holds, ...own].sort((a, b) =>
    isBefore(a.from, b.from) ? -1 : isBefore(b.from, a.from) ? 1 : 0,
  )
  return { ...run, holds }
}

const isBefore = (a: Proceeding.Mark, b: Proceeding.Mark | undefined): boolean =>
  b !== undefined && (a.on === b.on ? a.recordedAt < b.recordedAt : a.on < b.on)

// ---------------------------------------------------------------- instances

/**
 * The facts about time that guards may name: that the limit which the move extends has not run out and may be extended,
 * and that the time for a rating has run out.
 *
 * @category instances
 * @since 0.1.0
 */
export const facts = { inTime: "未超时限", ratingOver: "评价期满" } as const
