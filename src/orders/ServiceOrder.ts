/**
 * Service orders (工单、五单): one request with all its dispatches, from the request to its one end, as a decider over a
 * scheme.
 *
 * **Details**
 *
 * An order is made of its own way and of the way of each dispatch; a move that stands in both is taken in both or in
 * neither. Events are harmless in any order: what comes twice, late, or does not lead from where the order stands is
 * put aside, kept, and changes nothing else.
 *
 * What is late is told like this. A step of the order as a whole comes after all that was told of it and of its
 * dispatches; what is told afterwards comes after it. Between two such steps the dispatches go side by side: a service
 * under one may be told after the report of another, though it was rendered before, as long as it comes after the last
 * step of its own dispatch. So a journal says the same in its own order as in that in which it was written.
 *
 * What no locality can set aside is held here: whoever did the work cannot rate it, accept it, close it or judge it in
 * any other way; nothing is published, rated or closed as done before a result of the present attempt was accepted; no
 * order ends as satisfied whose last rating does not say so, no answer being none; an order that was merged ends with
 * its root and no other order does; a dispatch rests while its order does not go on.
 *
 * @since 0.1.0
 */
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Coordinate from "../foundation/Coordinate.js"
import { type Fault, make as fault } from "../foundation/Fault.js"
import type { Actor } from "../process/Actor.js"
import type { Command, Decider } from "../process/Decider.js"
import * as Guard from "../process/Guard.js"
import type { Entry } from "../process/Journal.js"
import * as Proceeding from "../process/Proceeding.js"
import type { Value } from "../process/Workflow.js"
import type { OrderPlan, PlannedMove } from "./OrderPlan.js"
import * as Plan from "./OrderPlan.js"
import { breaches, DOES, RATES, rated, remembered, SAYS } from "./OrderPrinciple.js"
import type { OrderScheme } from "./OrderScheme.js"
import type { Deed, DispatchOutcome, OrderOutcome, Rating } from "./OrderTerm.js"

// ---------------------------------------------------------------- models

/**
 * What is asked for and what then happened: of which order, of which dispatch where it is a move of one, the move, and
 * the fields filled with it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Taken extends Proceeding.Taken {
  readonly order: string
  readonly dispatch?: string
}

/**
 * A dispatch of an order (一件次): its id, its number from 1, the attempt of the order in which it was made, how far it
 * has come, and what its fields hold.
 *
 * @category models
 * @since 0.1.0
 */
export interface Dispatch {
  readonly id: string
  readonly number: number
  readonly attempt: number
  readonly course: Proceeding.State
  readonly fields: Readonly<Record<string, Value>>
}

/**
 * Somebody who did something under a dispatch (承办人): took it on, rendered a service or reported it done. `unit` is the
 * body in charge, where the dispatch names one: then nobody of that body judges the work. `named` is the person in
 * charge whom the dispatch names: it is their work too, whoever of the unit entered it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Doer {
  readonly dispatch: string
  readonly actor: Actor
  readonly unit?: string
  readonly named?: string
}

/**
 * An event that changed nothing: it was late, did not lead from where the order stood, named a dispatch that is not
 * there, came while the dispatches rested, or belonged to another order.
 *
 * @category models
 * @since 0.1.0
 */
export interface Aside {
  readonly entry: Entry<Taken>
  readonly why: "older" | "notFrom" | "noDispatch" | "resting" | "otherOrder"
  readonly before: Aside | undefined
}

/**
 * An order as it stands (工单状态). `course` is its own way, `fields` what its fields hold. `open` counts the dispatches
 * that have not ended, `accepted` those of the present attempt whose result was accepted. `doers` are all who did
 * something, each once. `joined` tells whether it is merged into another one, `rated` how it was rated in the present
 * attempt; that a re-visit found nobody in takes no answer back. `latest` is the latest step told of the order or of a
 * dispatch, `whole` the last of the order as a whole; what lies before them is late. `marks` are those by which it is
 * looked up who did the work.
 *
 * **Gotchas** A state is no document: what is stored are the events, and a state is made of them anew.
 *
 * @category models
 * @since 0.1.0
 */
export interface State {
  readonly id: string | undefined
  readonly course: Proceeding.State
  readonly fields: Readonly<Record<string, Value>>
  readonly dispatches: HashMap.HashMap<string, Dispatch>
  readonly open: number
  readonly accepted: number
  readonly hadResult: boolean
  readonly doers: HashMap.HashMap<string, Doer>
  readonly marks: HashMap.HashMap<string, string>
  readonly joined: boolean
  readonly rated: Rating | undefined
  readonly latest: Entry<Taken> | undefined
  readonly whole: Entry<Taken> | undefined
  readonly aside: Aside | undefined
}

/**
 * Where a question is asked: in which order and, of a move of a dispatch, in which one. `fields` is what they hold,
 * those of the dispatch before those of the order; while an order is being opened it is what is being filled in. A
 * dispatch that is being opened holds nothing yet, so that nobody comes to a role in the order by what they fill in.
 *
 * @category models
 * @since 0.1.0
 */
export interface Place {
  readonly order: State
  readonly dispatch?: Dispatch
  readonly fields: Readonly<Record<string, Value>>
}

/**
 * Whether an actor holds a role for an order or dispatch, by post and place on the day and as far as it was recorded.
 *
 * @category models
 * @since 0.1.0
 */
export type Holds = (role: string, asked: Proceeding.Asked, place: Place) => boolean

/**
 * Whether a fact is so that guards name, besides those that the order itself answers ({@link facts}); `undefined` is
 * not known.
 *
 * @category models
 * @since 0.1.0
 */
export type Tells = (fact: string, question: Proceeding.Question, place: Place) => boolean | undefined

/**
 * One step of an order or of a dispatch of it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Step {
  readonly entry: Entry<Proceeding.Taken>
  readonly dispatch?: string
  readonly deed: Deed | undefined
  readonly from: string | undefined
  readonly to: string
}

/**
 * What an actor may do next, with the dispatch in which they may, where it is a move of one that is there already.
 *
 * @category models
 * @since 0.1.0
 */
export interface Possible extends Proceeding.Possible {
  readonly dispatch?: string
}

// ---------------------------------------------------------------- errors

/**
 * Why a command is refused, besides what either workflow refuses it for.
 *
 * **Details**
 *
 * It names another order than the one it is sent to, or opens an order or dispatch under an id that cannot be stored;
 * it is a move of a dispatch and names none, one that is not there, or to open one that is; it is a move of the order
 * as a whole and names a dispatch; the order is in a stage in which dispatches rest; the actor did work that is to be
 * judged, or is named where the doer is not, or the other way round; something was accepted and cannot be undone by
 * saying that it is not ours, not feasible or another order (`resultStands`); an order is merged into itself
 * (`ownRoot`); a limit is extended beyond its text; nothing was accepted in the present attempt, or a dispatch is still
 * open; the end is another than the rating says (`rating`), or than it is where an order is merged or is not
 * (`joined`). What is late is refused with `proceeding.older`, also where it is so by the steps of other dispatches.
 *
 * @category errors
 * @since 0.1.0
 */
export type ServiceOrderFault =
  | Proceeding.ProceedingFault
  | Fault<
      | "serviceOrder.resultStands"
      | "serviceOrder.otherOrder"
      | "serviceOrder.ownRoot"
      | "serviceOrder.overExtended"
      | "serviceOrder.badId"
      | "serviceOrder.needsDispatch"
      | "serviceOrder.noDispatch"
      | "serviceOrder.dispatchTwice"
      | "serviceOrder.ofOrder"
      | "serviceOrder.resting"
      | "serviceOrder.ownWork"
      | "serviceOrder.unnamed"
      | "serviceOrder.noResult"
      | "serviceOrder.dispatchOpen"
      | "serviceOrder.rating"
      | "serviceOrder.joined"
    >

// ---------------------------------------------------------------- schemas

/**
 * The schema of {@link Taken}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Taken: Schema.Codec<Taken> = /* @__PURE__ */ Schema.Struct({
  order: Guard.Id,
  dispatch: /* @__PURE__ */ Schema.optionalKey(Guard.Id),
  move: Guard.Id,
  fields: /* @__PURE__ */ Schema.Record(Schema.String, /* @__PURE__ */ Schema.Union([Schema.String, Schema.Int])),
})

// ---------------------------------------------------------------- constructors

/**
 * The decider of a scheme. Who holds which role is told by whoever runs it, and so are the facts that guards name and
 * the order does not answer itself.
 *
 * **Gotchas** Steps of one day and instant are told apart by the text order of their ids, in which `step-10` comes before
 * `step-9` and is refused after it: let instants grow, or pad the numbers. Guards that ask for time (延期, 逾期未评) need
 * `OrderClock.tells`; without it they are not known to hold.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { ServiceOrder } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import { Decider } from "dangjian/process"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const orders = ServiceOrder.decider(FiveOrders.scheme, (role, { actor }) => actor.post === role)
 * const at = { on: CivilDate.parseUnsafe("2024-03-01"), recordedAt: Coordinate.instantUnsafe(1709251200000) }
 * const resident = { post: "resident", person: "p1" } // made up
 * const request = { order: "o1", move: "request", fields: { what: "路灯不亮" } }
 * const rate = { order: "o1", move: "rate", fields: { rating: "satisfied" } }
 * const asked = Decider.handle(orders, Decider.start(orders), { ...at, id: "e1", actor: resident, content: request })
 * const { stream } = Result.getOrThrow(asked)
 * const rated = Decider.handle(orders, stream, { ...at, id: "e2", actor: resident, content: rate })
 * assert.deepEqual(
 *   Result.getOrThrow(Result.flip(rated)).map(({ code }) => code),
 *   ["proceeding.notFrom", "serviceOrder.noResult"],
 * )
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const decider = (
  scheme: OrderScheme,
  holds: Holds,
  tells: Tells = () => undefined,
): Decider<State, Taken, Taken, ServiceOrderFault> => {
  const plan = Plan.planOf(scheme)
  return {
    initial: initialOf(plan),
    decide: (state, command) => {
      const found = refusals(plan, holds, tells, state, command)
      return found.length === 0 ? Result.succeed([command.content]) : Result.fail(found)
    },
    evolve: (state, entry) => evolve(plan, state, entry),
  }
}

const initialOf = ({ order }: OrderPlan): State => ({
  id: undefined,
  course: order.initial,
  fields: {},
  dispatches: HashMap.empty(),
  open: 0,
  accepted: 0,
  hadResult: false,
  doers: HashMap.empty(),
  marks: HashMap.empty(),
  joined: false,
  rated: undefined,
  latest: undefined,
  whole: undefined,
  aside: undefined,
})

// ---------------------------------------------------------------- getters

/**
 * The dispatches of an order, the first one first.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { ServiceOrder } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const { evolve, initial } = ServiceOrder.decider(FiveOrders.scheme, (role, { actor }) => actor.post === role)
 * const at = { on: CivilDate.parseUnsafe("2024-03-01"), recordedAt: Coordinate.instantUnsafe(1709251200000) }
 * const told = [ // made up
 *   { move: "request", fields: { what: "路灯不亮" } },
 *   { move: "claim", fields: {} },
 *   { move: "dispatch", dispatch: "d1", fields: { doer: "p4" } },
 * ]
 * const order = told.reduce(
 *   (state, step, index) =>
 *     evolve(state, { ...at, id: `e${index}`, actor: { post: "grid" }, payload: { order: "o1", ...step } }),
 *   initial,
 * )
 * assert.deepEqual(
 *   ServiceOrder.dispatches(order).map(({ id, number, fields }) => [id, number, fields]),
 *   [["d1", 1, { doer: "p4" }]],
 * )
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const dispatches = (self: State): ReadonlyArray<Dispatch> =>
  [...HashMap.values(self.dispatches)].sort((a, b) => a.number - b.number)

/**
 * The typed outcome of an order that has ended; `undefined` while it goes on.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { ServiceOrder } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const { evolve, initial } = ServiceOrder.decider(FiveOrders.scheme, (role, { actor }) => actor.post === role)
 * const at = { on: CivilDate.parseUnsafe("2024-03-01"), recordedAt: Coordinate.instantUnsafe(1709251200000) }
 * const told = [ // made up
 *   { move: "request", fields: { what: "路灯不亮" } },
 *   { move: "claim", fields: {} },
 *   { move: "withdraw", fields: {} },
 * ]
 * const order = told.reduce(
 *   (state, step, index) =>
 *     evolve(state, { ...at, id: `e${index}`, actor: { post: "grid" }, payload: { order: "o1", ...step } }),
 *   initial,
 * )
 * assert.equal(ServiceOrder.outcome(FiveOrders.scheme, order), "withdrawn")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const outcome = (scheme: OrderScheme, self: State): OrderOutcome | undefined =>
  Plan.planOf(scheme).ends.get(self.course.stage ?? "") as OrderOutcome | undefined

/**
 * The typed outcome of a dispatch that has ended. A dispatch that was open when its order was withdrawn or ended
 * without a result has none: it rests for good.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { ServiceOrder } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const { evolve, initial } = ServiceOrder.decider(FiveOrders.scheme, (role, { actor }) => actor.post === role)
 * const at = { on: CivilDate.parseUnsafe("2024-03-01"), recordedAt: Coordinate.instantUnsafe(1709251200000) }
 * const told = [ // made up
 *   { move: "request", fields: { what: "路灯不亮" } },
 *   { move: "claim", fields: {} },
 *   { move: "dispatch", dispatch: "d1", fields: { doer: "p4" } },
 *   { move: "disown", dispatch: "d1", fields: { reason: "路灯归供电所管", belongsTo: "供电所" } },
 * ]
 * const order = told.reduce(
 *   (state, step, index) =>
 *     evolve(state, { ...at, id: `e${index}`, actor: { post: "grid" }, payload: { order: "o1", ...step } }),
 *   initial,
 * )
 * const [dispatch] = ServiceOrder.dispatches(order)
 * assert.equal(ServiceOrder.dispatchOutcome(FiveOrders.scheme, dispatch!), "disowned")
 * assert.equal(dispatch?.fields.belongsTo, "供电所")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const dispatchOutcome = (scheme: OrderScheme, { course }: Dispatch): DispatchOutcome | undefined =>
  Plan.planOf(scheme).dispatchEnds.get(course.stage ?? "") as DispatchOutcome | undefined

/**
 * Every step of an order and of its dispatches, in the order of their days, instants and ids. A move that was taken in
 * both at once makes one step of the order and one of the dispatch, the order first.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { ServiceOrder } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const { evolve, initial } = ServiceOrder.decider(FiveOrders.scheme, (role, { actor }) => actor.post === role)
 * const at = { on: CivilDate.parseUnsafe("2024-03-01"), recordedAt: Coordinate.instantUnsafe(1709251200000) }
 * const told = [ // made up
 *   { move: "request", fields: { what: "路灯不亮" } },
 *   { move: "claim", fields: {} },
 *   { move: "dispatch", dispatch: "d1", fields: { doer: "p4" } },
 * ]
 * const order = told.reduce(
 *   (state, step, index) =>
 *     evolve(state, { ...at, id: `e${index}`, actor: { post: "grid" }, payload: { order: "o1", ...step } }),
 *   initial,
 * )
 * assert.deepEqual(
 *   ServiceOrder.steps(FiveOrders.scheme, order).map((step) => [step.entry.id, step.dispatch, step.deed, step.to]),
 *   [
 *     ["e0", undefined, "request", "requested"],
 *     ["e1", undefined, "claim", "claimed"],
 *     ["e2", undefined, "dispatch", "inHand"],
 *     ["e2", "d1", "dispatch", "dispatched"],
 *   ],
 * )
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const steps = (scheme: OrderScheme, self: State): ReadonlyArray<Step> => {
  const { moves } = Plan.planOf(scheme)
  const of = (course: Proceeding.State, dispatch?: string): ReadonlyArray<Step> =>
    Proceeding.history(course).map(({ entry, from, to }) => ({
      entry,
      ...(dispatch === undefined ? {} : { dispatch }),
      deed: moves.get(entry.payload.move)?.deed,
      from,
      to,
    }))
  return [...of(self.course), ...dispatches(self).flatMap(({ course, id }) => of(course, id))].sort((a, b) =>
    Coordinate.order(a.entry, b.entry),
  )
}

/**
 * The events that changed nothing, in the order they came.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { ServiceOrder } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const { evolve, initial } = ServiceOrder.decider(FiveOrders.scheme, (role, { actor }) => actor.post === role)
 * const at = { on: CivilDate.parseUnsafe("2024-03-01"), recordedAt: Coordinate.instantUnsafe(1709251200000) }
 * const told = [ // made up
 *   { move: "request", fields: { what: "路灯不亮" } },
 *   { move: "claim", fields: {} },
 * ]
 * const order = told.reduce(
 *   (state, step, index) =>
 *     evolve(state, { ...at, id: `e${index}`, actor: { post: "grid" }, payload: { order: "o1", ...step } }),
 *   initial,
 * )
 * const again = evolve(order, order.latest!)
 * assert.equal(again.course, order.course)
 * assert.deepEqual(
 *   ServiceOrder.asides(again).map(({ entry, why }) => [entry.id, why]),
 *   [["e1", "older"]],
 * )
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const asides = (self: State): ReadonlyArray<Aside> => {
  const found: Array<Aside> = []
  for (let aside = self.aside; aside !== undefined; aside = aside.before) found.push(aside)
  return found.reverse()
}

// ---------------------------------------------------------------- operations

const evolve = (plan: OrderPlan, state: State, entry: Entry<Taken>): State => {
  const { dispatch: id, fields, move, order } = entry.payload
  const planned = plan.moves.get(move)
  if (state.id !== undefined && order !== state.id) return putAside(state, entry, "otherOrder")
  if (planned === undefined || (id === undefined) !== (planned.part === undefined))
    return putAside(state, entry, "notFrom")
  const isWhole = Plan.isOfWhole(plan, planned, state)
  const bar = isWhole ? state.latest : state.whole
  if (bar !== undefined && Coordinate.order(entry, bar) <= 0) return putAside(state, entry, "older")
  const ours = planned.own === undefined ? NOTHING : Plan.askedFor(fields, planned.own)
  const own = planned.own === undefined ? state.course : Plan.stepped(plan.order, state.course, entry, ours)
  if (typeof own === "string") return putAside(state, entry, own)
  if (planned.part === undefined || id === undefined) return ordered(plan, state, entry, planned, own, ours, isWhole)
  if (planned.own === undefined && !Plan.isInHand(plan, state)) return putAside(state, entry, "resting")
  const known = dispatchOf(state, id)
  if ((known === undefined) !== planned.part.opens) return putAside(state, entry, known ? "notFrom" : "noDispatch")
  const before = known ?? opened(plan, state, own, id)
  const theirs = Plan.askedFor(fields, planned.part)
  const course = Plan.stepped(plan.dispatch, before.course, entry, theirs)
  if (typeof course === "string") return putAside(state, entry, course)
  const dispatch = { ...before, course, fields: Plan.filled(before.fields, theirs) }
  const next = planned.own === undefined ? state : ordered(plan, state, entry, planned, own, ours, isWhole)
  return dispatched(plan, next, entry, planned, dispatch, isWhole)
}

const NOTHING: Taken["fields"] = {}

const dispatchOf = ({ dispatches: all }: State, id: string): Dispatch | undefined =>
  HashMap.has(all, id) ? HashMap.getUnsafe(all, id) : undefined

const putAside = (state: State, entry: Entry<Taken>, why: Aside["why"]): State => ({
  ...state,
  aside: { entry, why, before: state.aside },
})

const opened = ({ dispatch }: OrderPlan, state: State, own: Proceeding.State, id: string): Dispatch => ({
  id,
  number: HashMap.size(state.dispatches) + 1,
  attempt: own.attempt,
  course: dispatch.initial,
  fields: NOTHING,
})

const ordered = (
  { scheme }: OrderPlan,
  state: State,
  entry: Entry<Taken>,
  { deed }: PlannedMove,
  course: Proceeding.State,
  ours: Taken["fields"],
  isWhole: boolean,
): State => {
  const isSame = course.attempt === state.course.attempt && deed !== "merge" && deed !== "separate"
  return {
    id: state.id ?? entry.payload.order,
    course,
    fields: Plan.filled(state.fields, ours),
    dispatches: state.dispatches,
    open: state.open,
    accepted: course.attempt === state.course.attempt ? state.accepted : 0,
    hadResult: state.hadResult,
    doers: state.doers,
    marks: state.marks,
    joined: deed === "merge" || (state.joined && deed !== "separate"),
    rated: rated(scheme, deed, ours, isSame ? state.rated : undefined),
    latest: later(state.latest, entry),
    whole: isWhole ? entry : state.whole,
    aside: state.aside,
  }
}

const later = (a: Entry<Taken> | undefined, b: Entry<Taken>): Entry<Taken> =>
  a === undefined || Coordinate.order(a, b) <= 0 ? b : a

const dispatched = (
  { dispatchEnds, taken }: OrderPlan,
  state: State,
  entry: Entry<Taken>,
  { deed, own, part }: PlannedMove,
  dispatch: Dispatch,
  isWhole: boolean,
): State => {
  const ended = dispatchEnds.has(dispatch.course.stage ?? "")
  const isAccepted = ended && deed === "accept" && dispatch.attempt === state.course.attempt
  const does = DOES.includes(deed) || (part?.opens === true && taken.has(dispatch.course.stage ?? ""))
  const work = does ? remembered(state, entry.actor, dispatch) : state
  return {
    id: state.id,
    course: state.course,
    fields: state.fields,
    dispatches: HashMap.set(state.dispatches, dispatch.id, dispatch),
    open: state.open + (part?.opens === true ? 1 : 0) - (ended ? 1 : 0),
    accepted: state.accepted + (isAccepted ? 1 : 0),
    hadResult: state.hadResult || (ended && deed === "accept"),
    doers: work.doers,
    marks: work.marks,
    joined: state.joined,
    rated: state.rated,
    latest: own === undefined ? later(state.latest, entry) : state.latest,
    whole: isWhole ? entry : state.whole,
    aside: state.aside,
  }
}

// ---------------------------------------------------------------- decisions

type Found = Array<ServiceOrderFault>

const refusals = (
  plan: OrderPlan,
  holds: Holds,
  tells: Tells,
  state: State,
  command: Command<Taken>,
): ReadonlyArray<ServiceOrderFault> => {
  const found: Found = []
  const { actor, content } = command
  const planned = plan.moves.get(content.move)
  if (state.id !== undefined && content.order !== state.id)
    found.push(fault("serviceOrder.otherOrder", { order: content.order, expected: state.id }, ["order"]))
  if (state.id === undefined && !Guard.isId(content.order))
    found.push(fault("serviceOrder.badId", { id: content.order }, ["order"]))
  if (planned === undefined) return [...found, fault("proceeding.noSuchMove", { move: content.move }, ["move"])]
  const dispatch = refusePlace(plan, planned, state, content, found)
  const place = placeOf(state, dispatch, content)
  const ask = (side: "order" | "dispatch", course: Proceeding.State) =>
    Plan.refused(plan, side, planned, course, command, Plan.holdsAt(holds, place), Plan.tellsAt(tells, place))
  const own = planned.own === undefined ? [] : ask("order", state.course)
  const leads = !own.some(({ code }) => MISPLACED.includes(code))
  found.push(
    ...own,
    ...(planned.part !== undefined && dispatch !== undefined && leads ? ask("dispatch", dispatch.course) : []),
  )
  refuseLate(plan, planned, state, command, found)
  if (planned.deed === "merge" && content.fields.root === content.order)
    found.push(fault("serviceOrder.ownRoot", { order: content.order }, ["fields", "root"]))
  for (const { field, left, ...told } of Plan.extended(plan, planned, state.course, dispatch?.course, content.move)) {
    const by = content.fields[field]
    if (typeof by === "number" && (by <= 0 || by > left))
      found.push(fault("serviceOrder.overExtended", { ...told, by }, ["fields", field]))
  }
  const level = rated(plan.scheme, planned.deed, content.fields, state.rated)
  found.push(...breaches(planned, state, actor, content.dispatch, level))
  return Plan.distinct(found)
}

/** The dispatch that a command is about: one that is there, or the one that it opens. */
const refusePlace = (
  plan: OrderPlan,
  { own, part }: PlannedMove,
  state: State,
  { dispatch: id, move, order }: Taken,
  found: Found,
): Dispatch | undefined => {
  if (part === undefined) {
    if (id !== undefined) found.push(fault("serviceOrder.ofOrder", { move, dispatch: id }, ["dispatch"]))
    return undefined
  }
  if (own === undefined && !Plan.isInHand(plan, state))
    found.push(fault("serviceOrder.resting", { move, order, stage: state.course.stage ?? "" }))
  if (id === undefined) {
    found.push(fault("serviceOrder.needsDispatch", { move }, ["dispatch"]))
    return undefined
  }
  const known = dispatchOf(state, id)
  if (part.opens && known !== undefined) found.push(fault("serviceOrder.dispatchTwice", { dispatch: id }, ["dispatch"]))
  if (!part.opens && known === undefined) found.push(fault("serviceOrder.noDispatch", { dispatch: id }, ["dispatch"]))
  if (part.opens && !Guard.isId(id)) found.push(fault("serviceOrder.badId", { id }, ["dispatch"]))
  return part.opens ? opened(plan, state, state.course, id) : known
}

/** An order that is being opened has no fields yet: then those that are being filled in say where it is. */
const placeOf = (order: State, dispatch: Dispatch | undefined, { fields }: Taken): Place => {
  if (order.id === undefined) return { order, fields }
  if (dispatch === undefined) return { order, fields: order.fields }
  return { order, dispatch, fields: { ...order.fields, ...dispatch.fields } }
}

const MISPLACED: ReadonlyArray<string> = ["proceeding.notBegun", "proceeding.ended", "proceeding.notFrom"]

/** What is late by the steps of the order and of all its dispatches; by its own steps either workflow tells it. */
const refuseLate = (
  plan: OrderPlan,
  planned: PlannedMove,
  state: State,
  command: Command<Taken>,
  found: Found,
): void => {
  const bar = Plan.barOf(plan, planned, state)
  if (bar === undefined || Coordinate.order(command, bar) > 0) return
  if (found.some(({ code }) => code === "proceeding.older" || code === "proceeding.before")) return
  found.push(fault("proceeding.older", { on: command.on, last: bar.on, step: bar.id }))
}

/**
 * What an actor may do next with an order and its dispatches, for a screen: the moves that would not be refused for
 * their stage, time or actor, and whose guard can still hold. Prepared once for a scheme, then asked of any number of
 * orders.
 *
 * **Gotchas** Before an order is opened nobody knows what will be filled in, so that who may open one is asked of a
 * place without fields.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { ServiceOrder } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const { evolve, initial } = ServiceOrder.decider(FiveOrders.scheme, (role, { actor }) => actor.post === role)
 * const at = { on: CivilDate.parseUnsafe("2024-03-01"), recordedAt: Coordinate.instantUnsafe(1709251200000) }
 * const told = [ // made up
 *   { move: "request", fields: { what: "路灯不亮" } },
 *   { move: "claim", fields: {} },
 *   { move: "dispatch", dispatch: "d1", fields: { doer: "p4" } },
 * ]
 * const order = told.reduce(
 *   (state, step, index) =>
 *     evolve(state, { ...at, id: `e${index}`, actor: { post: "grid" }, payload: { order: "o1", ...step } }),
 *   initial,
 * )
 * const possible = ServiceOrder.possible(FiveOrders.scheme, (role, { actor }) => actor.post === role)
 * const named = possible(order, { ...at, actor: { post: "member", person: "p4" } })
 * assert.deepEqual(
 *   named.map(({ move, dispatch, needs }) => [move, dispatch, needs]),
 *   [
 *     ["takeOn", "d1", []],
 *     ["giveBack", "d1", ["reason"]],
 *     ["disown", "d1", ["reason", "belongsTo"]],
 *   ],
 * )
 * assert.deepEqual(possible(order, { ...at, actor: { post: "member", person: "p5" } }), [])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const possible = (
  scheme: OrderScheme,
  holds: Holds,
  tells: Tells = () => undefined,
): ((state: State, asked: Proceeding.Asked) => ReadonlyArray<Possible>) => {
  const plan = Plan.planOf(scheme)
  const among = (side: "order" | "dispatch", course: Proceeding.State, place: Place, question: Proceeding.Asked) =>
    Proceeding.possible(scheme[side], Plan.holdsAt(holds, place), Plan.tellsAt(tells, place))(course, question)
  return (state, question) => {
    const within = (dispatch: Dispatch): ReadonlyArray<Proceeding.Possible> => {
      if (plan.dispatchEnds.has(dispatch.course.stage ?? "")) return []
      const place = { order: state, dispatch, fields: { ...state.fields, ...dispatch.fields } }
      const parts = among("dispatch", dispatch.course, place, question)
      const isJoint = parts.some(({ move }) => plan.moves.get(move)?.own !== undefined)
      const own = isJoint ? among("order", state.course, place, question) : []
      return parts.flatMap((part) => joined(plan, state, own, part))
    }
    const own = among("order", state.course, { order: state, fields: state.fields }, question)
    const all: ReadonlyArray<Possible> = [
      ...own.filter(({ move }) => plan.moves.get(move)?.part === undefined),
      ...within(opened(plan, state, state.course, "")),
      ...dispatches(state).flatMap((each) => within(each).map((found) => ({ ...found, dispatch: each.id }))),
    ]
    return all.flatMap((each) => allowed(plan, state, question, each))
  }
}

/** A move that both workflows leave open, where nothing that is held for any scheme stands against it. */
const allowed = (
  plan: OrderPlan,
  state: State,
  { actor, on, recordedAt }: Proceeding.Asked,
  each: Possible,
): ReadonlyArray<Possible> => {
  const planned = plan.moves.get(each.move)!
  const bar = Plan.barOf(plan, planned, state)
  if (bar !== undefined && (on < bar.on || (on === bar.on && recordedAt < bar.recordedAt))) return []
  const found = breaches(planned, state, actor, each.dispatch, state.rated)
  // How it will be rated is not known before it is.
  const rates = RATES.includes(planned.deed) && planned.own?.fields.has("rating") === true
  if (found.some(({ code }) => !rates || code !== "serviceOrder.rating")) return []
  const dispatch = each.dispatch === undefined ? undefined : dispatchOf(state, each.dispatch)
  if (Plan.extended(plan, planned, state.course, dispatch?.course, each.move).some(({ left }) => left <= 0)) return []
  return [rates && SAYS.has(planned.ends ?? "") ? { ...each, certain: false } : each]
}

/** A move that a dispatch leaves open, where the order does too. */
const joined = (
  plan: OrderPlan,
  state: State,
  own: ReadonlyArray<Proceeding.Possible>,
  part: Proceeding.Possible,
): ReadonlyArray<Proceeding.Possible> => {
  if (plan.moves.get(part.move)?.own === undefined) return Plan.isInHand(plan, state) ? [part] : []
  const other = own.find(({ move }) => move === part.move)
  if (other === undefined) return []
  return [Plan.both(other, part)]
}

// ---------------------------------------------------------------- instances

/**
 * The facts that an order answers itself where guards name them: that none of its dispatches is open, and that none is
 * and the result of one of the present attempt was accepted.
 *
 * @category instances
 * @since 0.1.0
 */
export const facts: { readonly settled: "派单均已了结"; readonly accepted: "结果已验收" } = Plan.FACTS
