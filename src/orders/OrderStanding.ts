/**
 * Where an order stands (办理位置) in words that every locality and every foreign system can be told in: how far it has come,
 * or how it ended.
 *
 * It is read off what was done and not off the names of stages, so that orders of any scheme compare. An order of several
 * dispatches is in hand while they differ; it is only as far as they all are.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import type { Label } from "../foundation/Label.js"
import * as Proceeding from "../process/Proceeding.js"
import { moveOf, stageOf } from "../process/Workflow.js"
import { deedOf, movesOf, type OrderScheme, ratingOf } from "./OrderScheme.js"
import type { Deed, OrderOutcome } from "./OrderTerm.js"
import { outcomes } from "./OrderTerm.js"
import * as ServiceOrder from "./ServiceOrder.js"

// ---------------------------------------------------------------- models

/**
 * How far an order has come that has not ended: requested; claimed by the grid; dispatched and not taken on; in hand; on
 * hold or shelved (挂起、挂账); returned, or due for rework, and waiting to be dispatched anew; lifted to the superior level;
 * reported done and not accepted; accepted, and neither published nor rated; published; rated, and whoever asked is content; disputed: rated
 * unsatisfied, or said not to be solved; joined to another order and waiting for its end.
 *
 * @category models
 * @since 0.1.0
 */
export type OpenStanding =
  | "requested"
  | "claimed"
  | "dispatched"
  | "inHand"
  | "held"
  | "returned"
  | "lifted"
  | "reported"
  | "accepted"
  | "published"
  | "rated"
  | "disputed"
  | "joined"

/**
 * Where an order stands: how far it has come, or its one outcome.
 *
 * @category models
 * @since 0.1.0
 */
export type Standing = OpenStanding | OrderOutcome

// ---------------------------------------------------------------- schemas

/** Every standing, with its name: what is one is told here and nowhere else. */
const NAMES: Readonly<Record<Standing, Label>> = {
  requested: { zh: "已点单", en: "requested" },
  claimed: { zh: "已领单", en: "claimed" },
  dispatched: { zh: "已派单待接", en: "dispatched" },
  inHand: { zh: "办理中", en: "in hand" },
  held: { zh: "挂起", en: "on hold" },
  returned: { zh: "待重新派单", en: "to be dispatched anew" },
  lifted: { zh: "已提级", en: "lifted" },
  reported: { zh: "已报告待验收", en: "reported" },
  accepted: { zh: "已验收", en: "accepted" },
  published: { zh: "已晒单", en: "published" },
  rated: { zh: "已评单", en: "rated" },
  disputed: { zh: "评价不满意或称未解决", en: "disputed" },
  joined: { zh: "并单待结", en: "joined to another order" },
  satisfied: outcomes.satisfied,
  unsatisfied: outcomes.unsatisfied,
  unanswered: outcomes.unanswered,
  done: outcomes.done,
  notFeasible: outcomes.notFeasible,
  notOurs: outcomes.notOurs,
  refused: outcomes.refused,
  withdrawn: outcomes.withdrawn,
  merged: outcomes.merged,
  excluded: outcomes.excluded,
}

const all = (): ReadonlyArray<Standing> =>
  Object.keys(NAMES).filter((text): text is Standing => Object.hasOwn(NAMES, text))

/**
 * The schema of {@link Standing}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Standing: Schema.Literals<ReadonlyArray<Standing>> = /* @__PURE__ */ Schema.Literals(/* @__PURE__ */ all())

// ---------------------------------------------------------------- guards

/**
 * Whether an order that stands so has ended.
 *
 * @example
 * ```ts
 * import { OrderStanding } from "dangjian/orders"
 * import assert from "node:assert/strict"
 *
 * assert.deepEqual([OrderStanding.isEnd("published"), OrderStanding.isEnd("satisfied")], [false, true])
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const isEnd = (self: Standing): self is OrderOutcome => Object.hasOwn(outcomes, self)

// ---------------------------------------------------------------- getters

/**
 * Where an order stands; nowhere before it was requested.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { OrderStanding, ServiceOrder } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const { evolve, initial } = ServiceOrder.decider(FiveOrders.scheme, () => true)
 * const entry = (id: string, move: string, fields: Readonly<Record<string, string>>) => ({
 *   id,
 *   on: CivilDate.parseUnsafe("2024-03-01"), // made up
 *   recordedAt: Coordinate.instantUnsafe(1709251200000),
 *   actor: { post: "resident", person: "p1" },
 *   payload: { order: "o1", move, fields },
 * })
 * const requested = evolve(initial, entry("e1", "request", { what: "路灯不亮" }))
 * const claimed = evolve(requested, entry("e2", "claim", {}))
 * const standings = [initial, requested, claimed].map((state) => OrderStanding.of(FiveOrders.scheme, state))
 * assert.deepEqual(standings, [undefined, "requested", "claimed"])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const of = (scheme: OrderScheme, self: ServiceOrder.State): Standing | undefined => {
  const { stage } = self.course
  if (stage === undefined) return undefined
  const ended = ServiceOrder.outcome(scheme, self)
  if (ended !== undefined) return ended
  if (self.joined) return "joined"
  if (stageOf(scheme.order, stage)?.kind === "held") return "held"
  let reached: Reached = "requested"
  for (const { entry } of Proceeding.history(self.course)) {
    const { fields, move } = entry.payload
    reached = after(scheme, reached, deedOf(scheme, move), fields)
  }
  return reached === "atWork" ? atWork(scheme, self) : reached
}

type Reached = Exclude<OpenStanding, "dispatched" | "inHand" | "held" | "reported" | "accepted"> | "atWork"

const AFTER: Readonly<Partial<Record<Deed, Reached>>> = {
  separate: "requested",
  claim: "claimed",
  handDown: "claimed",
  rework: "returned",
  lift: "lifted",
  dispatch: "atWork",
}

const after = (
  scheme: OrderScheme,
  reached: Reached,
  deed: Deed | undefined,
  { rating, solved }: Proceeding.Taken["fields"],
): Reached => {
  if (deed === undefined) return reached
  if (deed === "publish") return reached === "rated" || reached === "disputed" ? reached : "published"
  if (deed !== "rate" && deed !== "revisit") return AFTER[deed] ?? reached
  const grade = ratingOf(scheme, String(rating))
  if (grade === undefined || grade === "unanswered") return solved === "unsolved" ? "disputed" : reached
  return grade === "unsatisfied" || solved === "unsolved" ? "disputed" : "rated"
}

/** What its open dispatches have come to. */
const atWork = (scheme: OrderScheme, self: ServiceOrder.State): OpenStanding => {
  const open = ServiceOrder.dispatches(self).filter(
    (dispatch) => ServiceOrder.dispatchOutcome(scheme, dispatch) === undefined,
  )
  if (open.length === 0) return self.accepted > 0 ? "accepted" : "returned"
  const reached = new Set(open.map((dispatch) => ofDispatch(scheme, dispatch)))
  const [only] = reached
  if (reached.size > 1 || only === undefined) return "inHand"
  return self.accepted > 0 && only === "dispatched" ? "inHand" : only
}

const AT_DISPATCH: Readonly<Partial<Record<Deed, OpenStanding>>> = {
  dispatch: "dispatched",
  takeOn: "inHand",
  sendBack: "inHand",
  resume: "inHand",
  report: "reported",
}

const ofDispatch = (scheme: OrderScheme, { course }: ServiceOrder.Dispatch): OpenStanding => {
  if (stageOf(scheme.dispatch, course.stage ?? "")?.kind === "held") return "held"
  let reached: OpenStanding = "dispatched"
  for (const { entry, to } of Proceeding.history(course)) {
    const deed = deedOf(scheme, entry.payload.move)
    const next = deed === undefined ? undefined : AT_DISPATCH[deed]
    reached = next === "dispatched" && isTaken(scheme, to) ? "inHand" : (next ?? reached)
  }
  return reached
}

/** Whether a stage is where a dispatch is once it is taken on: whoever answers a whistle (报到) takes it on at once. */
const isTaken = (scheme: OrderScheme, stage: string): boolean =>
  movesOf(scheme, "takeOn").some((move) => moveOf(scheme.dispatch, move)?.to === stage)

// ---------------------------------------------------------------- instances

/**
 * The names of where orders stand.
 *
 * @category instances
 * @since 0.1.0
 */
export const standings: Readonly<Record<Standing, Label>> = NAMES
