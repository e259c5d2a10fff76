/**
 * Service orders (工单、五单): one request with all its dispatches, from the request to its one end, as a decider over a scheme.
 *
 * **Details**
 *
 * An order is made of its own way and of the way of each dispatch; a move that stands in both is taken in both or in
 * neither. Events are harmless in any order: what comes twice, late, or does not lead from where the order stands is put
 * aside, kept, and changes nothing else.
 *
 * What no locality can set aside is held here: whoever did the work cannot rate it, accept it, close it or judge it in
 * any other way; nothing is published, rated or closed as done before a result of the present attempt was accepted; a dispatch
 * rests while its order does not go on.
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
import { hands } from "../process/Separation.js"
import type { Value } from "../process/Workflow.js"
import { type Carrier, type OrderPlan, type Part, type PlannedMove, planOf } from "./OrderPlan.js"
import type { OrderScheme } from "./OrderScheme.js"
import type { Deed, DispatchOutcome, OrderOutcome } from "./OrderTerm.js"

// ---------------------------------------------------------------- models

/**
 * What is asked for and what then happened: of which order, of which dispatch where it is a move of one, the move, and the
 * fields filled with it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Taken extends Proceeding.Taken {
  readonly order: string
  readonly dispatch?: string
}

/**
 * A dispatch of an order (一件次): its id, its number from 1, the attempt of the order in which it was made, how far it has
 * come, and what its fields hold.
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
 * Somebody who did something under a dispatch (承办人): took it on, rendered a service or reported it done. `unit` is the body
 * in charge, where the dispatch names one: then nobody of that body judges the work.
 *
 * @category models
 * @since 0.1.0
 */
export interface Doer {
  readonly dispatch: string
  readonly actor: Actor
  readonly unit?: string
}

/**
 * An event that changed nothing: it lay before the last step, did not lead from where the order stood, named a dispatch that
 * is not there, came while the dispatches rested, or belonged to another order.
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
 * An order as it stands (工单状态). `course` is its own way, `fields` what its fields hold. `open` counts the dispatches that
 * have not ended, `accepted` those of the present attempt whose result was accepted. `doers` are all who did something,
 * each once. `joined` tells whether it is merged into another one.
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
  readonly doers: HashMap.HashMap<string, Doer>
  readonly joined: boolean
  readonly aside: Aside | undefined
}

/**
 * Where a question is asked: in which order and, of a move of a dispatch, in which one. `fields` is what they hold, those of
 * the dispatch before those of the order; of a matter that is only being opened it is what is being filled in.
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
 * Whether a fact is so that guards name, besides those that the order itself answers ({@link facts}); `undefined` is not known.
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
 * Why a command is refused, besides what either workflow refuses it for: it names another order than the one it is sent to;
 * it is a move of a dispatch and names none, one that is not there, or to open one that is; it is a move of the order as a whole and
 * names a dispatch; the order is in a stage in which dispatches rest; the actor did work that is to be judged, or is named where the doer
 * is not, or the other way round; nothing was accepted in the present attempt, or a dispatch is still open.
 *
 * @category errors
 * @since 0.1.0
 */
export type ServiceOrderFault =
  | Proceeding.ProceedingFault
  | Fault<
      | "serviceOrder.otherOrder"
      | "serviceOrder.needsDispatch"
      | "serviceOrder.noDispatch"
      | "serviceOrder.dispatchTwice"
      | "serviceOrder.ofOrder"
      | "serviceOrder.resting"
      | "serviceOrder.ownWork"
      | "serviceOrder.unnamed"
      | "serviceOrder.noResult"
      | "serviceOrder.dispatchOpen"
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
 * The decider of a scheme.
 *
 * @category constructors
 * @since 0.1.0
 */
export const decider = (
  scheme: OrderScheme,
  holds: Holds,
  tells: Tells = () => undefined,
): Decider<State, Taken, Taken, ServiceOrderFault> => {
  const plan = planOf(scheme)
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
  doers: HashMap.empty(),
  joined: false,
  aside: undefined,
})

// ---------------------------------------------------------------- getters

/**
 * The dispatches of an order, the first one first.
 *
 * @category getters
 * @since 0.1.0
 */
export const dispatches = (self: State): ReadonlyArray<Dispatch> =>
  [...HashMap.values(self.dispatches)].sort((a, b) => a.number - b.number)

/**
 * The typed outcome of an order that has ended; `undefined` while it goes on.
 *
 * @category getters
 * @since 0.1.0
 */
export const outcome = (scheme: OrderScheme, self: State): OrderOutcome | undefined =>
  planOf(scheme).ends.get(self.course.stage ?? "") as OrderOutcome | undefined

/**
 * The typed outcome of a dispatch that has ended.
 *
 * @category getters
 * @since 0.1.0
 */
export const dispatchOutcome = (scheme: OrderScheme, { course }: Dispatch): DispatchOutcome | undefined =>
  planOf(scheme).dispatchEnds.get(course.stage ?? "") as DispatchOutcome | undefined

/**
 * Every step of an order and of its dispatches, in the order of their days, instants and ids. A move that was taken in both at once makes one step of
 * the order and one of the dispatch, the order first.
 *
 * @category getters
 * @since 0.1.0
 */
export const steps = (scheme: OrderScheme, self: State): ReadonlyArray<Step> => {
  const { moves } = planOf(scheme)
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
  const { dispatch: id, move, order } = entry.payload
  const planned = plan.moves.get(move)
  if (state.id !== undefined && order !== state.id) return putAside(state, entry, "otherOrder")
  if (planned === undefined || (id === undefined) !== (planned.part === undefined))
    return putAside(state, entry, "notFrom")
  const own = planned.own === undefined ? state.course : stepped(plan.order, state.course, entry, planned.own)
  if (typeof own === "string") return putAside(state, entry, own)
  if (planned.part === undefined || id === undefined) return ordered(state, entry, planned, own)
  if (planned.own === undefined && !plan.inHand.has(state.course.stage ?? "")) return putAside(state, entry, "resting")
  const known = HashMap.has(state.dispatches, id) ? HashMap.getUnsafe(state.dispatches, id) : undefined
  if ((known === undefined) !== planned.part.opens) return putAside(state, entry, known ? "notFrom" : "noDispatch")
  const before = known ?? opened(plan, state, own, id)
  const course = stepped(plan.dispatch, before.course, entry, planned.part)
  if (typeof course === "string") return putAside(state, entry, course)
  const dispatch = { ...before, course, fields: filled(before.fields, entry, planned.part) }
  return dispatched(plan, ordered(state, entry, planned, own), entry, planned, dispatch)
}

const putAside = (state: State, entry: Entry<Taken>, why: Aside["why"]): State => ({
  ...state,
  aside: { entry, why, before: state.aside },
})

/** A proceeding one event further, or why the event changes nothing in it. */
const stepped = (
  { evolve: carried }: Carrier,
  course: Proceeding.State,
  entry: Entry<Taken>,
  part: Part,
): Proceeding.State | "older" | "notFrom" => {
  const payload = { move: entry.payload.move, fields: asked(entry.payload.fields, part) }
  const next = carried(course, { ...entry, payload })
  return next.aside === undefined || next.aside === course.aside ? next : next.aside.why
}

/** Of the fields given those that a workflow asks for with the move. */
const asked = (given: Taken["fields"], { fields }: Part): Taken["fields"] =>
  Object.fromEntries(Object.entries(given).filter(([id]) => fields.has(id)))

const filled = (before: State["fields"], { payload }: Entry<Taken>, part: Part): State["fields"] => {
  const fresh = Object.entries(asked(payload.fields, part)).filter(([, value]) => `${value}`.trim() !== "")
  return fresh.length === 0 ? before : { ...before, ...Object.fromEntries(fresh) }
}

const opened = ({ dispatch }: OrderPlan, state: State, own: Proceeding.State, id: string): Dispatch => ({
  id,
  number: HashMap.size(state.dispatches) + 1,
  attempt: own.attempt,
  course: dispatch.initial,
  fields: {},
})

const ordered = (state: State, entry: Entry<Taken>, { deed, own }: PlannedMove, course: Proceeding.State): State => ({
  ...state,
  id: state.id ?? entry.payload.order,
  course,
  fields: own === undefined ? state.fields : filled(state.fields, entry, own),
  accepted: course.attempt === state.course.attempt ? state.accepted : 0,
  joined: deed === "merge" || (state.joined && deed !== "separate"),
})

const DOES: ReadonlyArray<Deed | undefined> = ["takeOn", "serve", "report"]

const dispatched = (
  { dispatchEnds }: OrderPlan,
  state: State,
  { actor }: Entry<Taken>,
  { deed, part }: PlannedMove,
  dispatch: Dispatch,
): State => {
  const ended = dispatchEnds.has(dispatch.course.stage ?? "")
  const accepted = ended && dispatchEnds.get(dispatch.course.stage ?? "") === ("accepted" satisfies DispatchOutcome)
  const isOfAttempt = dispatch.attempt === state.course.attempt
  return {
    ...state,
    dispatches: HashMap.set(state.dispatches, dispatch.id, dispatch),
    open: state.open + (part?.opens === true ? 1 : 0) - (ended ? 1 : 0),
    accepted: state.accepted + (accepted && isOfAttempt ? 1 : 0),
    doers: DOES.includes(deed) ? remembered(state.doers, actor, dispatch) : state.doers,
  }
}

const remembered = (doers: State["doers"], actor: Actor, { fields: { unit }, id }: Dispatch): State["doers"] => {
  const key = JSON.stringify([id, actor.person ?? null, actor.post, actor.body ?? null, unit ?? null])
  if (HashMap.has(doers, key)) return doers
  return HashMap.set(doers, key, { dispatch: id, actor, ...(unit === undefined ? {} : { unit: String(unit) }) })
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
  if (planned === undefined) return [...found, fault("proceeding.noSuchMove", { move: content.move }, ["move"])]
  const dispatch = refusePlace(plan, planned, state, content, found)
  const sides = { plan, holds, tells, place: placeOf(state, dispatch, content), command }
  const leads = planned.own !== undefined ? refuseIn(sides, "order", planned.own, state.course, found) : true
  if (planned.part !== undefined && dispatch !== undefined && leads)
    refuseIn(sides, "dispatch", planned.part, dispatch.course, found)
  refuseJudging(planned.deed, state, actor, content.dispatch, found)
  refuseEarly(planned.deed, state, found)
  return distinct(found)
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
  const { stage } = state.course
  if (own === undefined && !plan.inHand.has(stage ?? ""))
    found.push(fault("serviceOrder.resting", { move, order, stage: stage ?? "" }))
  if (id === undefined) {
    found.push(fault("serviceOrder.needsDispatch", { move }, ["dispatch"]))
    return undefined
  }
  const known = HashMap.has(state.dispatches, id) ? HashMap.getUnsafe(state.dispatches, id) : undefined
  if (part.opens && known !== undefined) found.push(fault("serviceOrder.dispatchTwice", { dispatch: id }, ["dispatch"]))
  if (!part.opens && known === undefined) found.push(fault("serviceOrder.noDispatch", { dispatch: id }, ["dispatch"]))
  return part.opens ? opened(plan, state, state.course, id) : known
}

/** What is being opened has no fields yet: then those that are being filled in say where it is. */
const placeOf = (order: State, dispatch: Dispatch | undefined, { fields }: Taken): Place => {
  if (order.id === undefined) return { order, fields }
  if (dispatch === undefined) return { order, fields: order.fields }
  return { order, dispatch, fields: { ...order.fields, ...dispatch.fields } }
}

interface Asking {
  readonly plan: OrderPlan
  readonly holds: Holds
  readonly tells: Tells
  readonly place: Place
  readonly command: Command<Taken>
}

/** Whether the move leads from the stage, and with it every other reason against it. */
const refuseIn = (
  { plan, holds, tells, place, command }: Asking,
  side: "order" | "dispatch",
  part: Part,
  course: Proceeding.State,
  found: Found,
): boolean => {
  const { decide } = Proceeding.decider(plan.scheme[side], holdsAt(holds, place), tellsAt(tells, place))
  const { move, fields } = command.content
  const other = plan.moves.get(move)?.[side === "order" ? "part" : "own"]
  const ours = other === undefined ? fields : oursOf(fields, part, other, side)
  const decided = decide(course, { ...command, content: { move, fields: ours } })
  if (Result.isSuccess(decided)) return true
  found.push(...decided.failure)
  return !decided.failure.some(({ code }) => MISPLACED.includes(code))
}

const MISPLACED: ReadonlyArray<string> = ["proceeding.notBegun", "proceeding.ended", "proceeding.notFrom"]

/** Of the fields given with a joint move those that a side asks for, and with the order those that neither does. */
const oursOf = (given: Taken["fields"], part: Part, other: Part, side: "order" | "dispatch"): Taken["fields"] =>
  Object.fromEntries(
    Object.entries(given).filter(([id]) => part.fields.has(id) || (side === "order" && !other.fields.has(id))),
  )

const holdsAt =
  (holds: Holds, place: Place): Proceeding.Holds =>
  (role, question) =>
    holds(role, question, place)

const tellsAt =
  (tells: Tells, place: Place): Proceeding.Tells =>
  (fact, question) =>
    answer(fact, place.order) ?? tells(fact, question, place)

const answer = (fact: string, { accepted, open }: State): boolean | undefined => {
  if (fact === facts.settled) return open === 0
  if (fact === facts.accepted) return open === 0 && accepted > 0
  return undefined
}

/** What is a judgement of work, and is never done by whoever did the work. */
const JUDGES: ReadonlyArray<Deed | undefined> = [
  "accept",
  "sendBack",
  "rate",
  "revisit",
  "close",
  "exclude",
  "answer",
  "abandon",
]

const refuseJudging = (
  deed: Deed | undefined,
  { doers }: State,
  actor: Actor,
  dispatch: string | undefined,
  found: Found,
): void => {
  if (!JUDGES.includes(deed)) return
  let untold = false
  for (const doer of HashMap.values(doers)) {
    if (dispatch !== undefined && doer.dispatch !== dispatch) continue
    const same = doer.unit !== undefined && doer.unit === actor.body ? "one" : hands(doer.actor, actor)
    if (same === "one") {
      found.push(fault("serviceOrder.ownWork", { deed: deed ?? "", dispatch: doer.dispatch }))
      return
    }
    untold ||= same === "untold"
  }
  if (untold) found.push(fault("serviceOrder.unnamed", { deed: deed ?? "" }))
}

/** What speaks of a result that has to be there. */
const OF_RESULT: ReadonlyArray<Deed | undefined> = ["publish", "rate", "revisit", "close"]

const refuseEarly = (deed: Deed | undefined, { accepted, joined, open }: State, found: Found): void => {
  if (!OF_RESULT.includes(deed) || joined) return
  if (open > 0) found.push(fault("serviceOrder.dispatchOpen", { open }))
  else if (accepted === 0) found.push(fault("serviceOrder.noResult", { deed: deed ?? "" }))
}

/** What both workflows refuse for the same reason is told once. */
const distinct = (found: Found): ReadonlyArray<ServiceOrderFault> => {
  if (found.length < 2) return found
  const seen = new Set<string>()
  return found.filter(({ code, params, path }) => {
    const key = JSON.stringify([code, path, params])
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
}

/**
 * What an actor may do next with an order and its dispatches, for a screen: the moves that would not be refused for their
 * stage, time or actor, and whose guard can still hold. Prepared once for a scheme, then asked of any number of orders.
 *
 * @category decisions
 * @since 0.1.0
 */
export const possible = (
  scheme: OrderScheme,
  holds: Holds,
  tells: Tells = () => undefined,
): ((state: State, asked: Proceeding.Asked) => ReadonlyArray<Possible>) => {
  const plan = planOf(scheme)
  const among = (side: "order" | "dispatch", course: Proceeding.State, place: Place, question: Proceeding.Asked) =>
    Proceeding.possible(scheme[side], holdsAt(holds, place), tellsAt(tells, place))(course, question)
  return (state, question) => {
    const may = ({ dispatch, move }: Possible): boolean => {
      const found: Found = []
      const deed = plan.moves.get(move)?.deed
      refuseJudging(deed, state, question.actor, dispatch, found)
      refuseEarly(deed, state, found)
      return found.length === 0
    }
    const own = among("order", state.course, { order: state, fields: state.fields }, question)
    const within = (dispatch: Dispatch): ReadonlyArray<Proceeding.Possible> => {
      const place = { order: state, dispatch, fields: { ...state.fields, ...dispatch.fields } }
      return among("dispatch", dispatch.course, place, question).flatMap((part) => joined(plan, state, own, part))
    }
    const fresh = plan.dispatch.initial
    const opening: Dispatch = { id: "", number: 0, attempt: state.course.attempt, course: fresh, fields: {} }
    const all: ReadonlyArray<Possible> = [
      ...own.filter(({ move }) => plan.moves.get(move)?.part === undefined),
      ...within(opening),
      ...dispatches(state).flatMap((each) => within(each).map((found) => ({ ...found, dispatch: each.id }))),
    ]
    return all.filter(may)
  }
}

/** A move that a dispatch leaves open, where the order does too. */
const joined = (
  plan: OrderPlan,
  state: State,
  own: ReadonlyArray<Proceeding.Possible>,
  part: Proceeding.Possible,
): ReadonlyArray<Proceeding.Possible> => {
  const planned = plan.moves.get(part.move)
  if (planned?.own === undefined) return plan.inHand.has(state.course.stage ?? "") ? [part] : []
  const other = own.find(({ move }) => move === part.move)
  if (other === undefined) return []
  return [
    {
      move: part.move,
      to: part.to,
      by: part.by.filter((role) => other.by.includes(role)),
      needs: [...new Set([...other.needs, ...part.needs])],
      takes: [...new Set([...other.takes, ...part.takes])],
      certain: part.certain && other.certain,
      awaits: [...new Set([...other.awaits, ...part.awaits])],
    },
  ]
}

// ---------------------------------------------------------------- instances

/**
 * The facts that an order answers itself where guards name them: that none of its dispatches is open, and that none is and
 * the result of one of the present attempt was accepted.
 *
 * @category instances
 * @since 0.1.0
 */
export const facts = { settled: "派单均已了结", accepted: "结果已验收" } as const
