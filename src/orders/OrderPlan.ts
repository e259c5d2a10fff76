/**
 * A scheme made ready for running (工单办法索引): what each move is in the two workflows, looked up and not searched.
 *
 * @internal
 */
import type { Decider } from "../process/Decider.js"
import * as Proceeding from "../process/Proceeding.js"
import type { Move, Workflow } from "../process/Workflow.js"
import { deedOf, type OrderScheme } from "./OrderScheme.js"
import type { Deed } from "./OrderTerm.js"

// ---------------------------------------------------------------- models

/** A move in the workflow of the order, in that of the dispatch, or in both, with the fields that each asks for. */
export interface PlannedMove {
  readonly deed: Deed | undefined
  readonly own: Part | undefined
  readonly part: Part | undefined
}

/** A move in one workflow. */
export interface Part {
  readonly opens: boolean
  readonly fields: ReadonlySet<string>
}

/** What carries a matter through a workflow. */
export type Carrier = Pick<Decider<Proceeding.State, Proceeding.Taken, Proceeding.Taken, never>, "initial" | "evolve">

/** The scheme by its moves, what carries an order and a dispatch on, and how their stages end. */
export interface OrderPlan {
  readonly scheme: OrderScheme
  readonly order: Carrier
  readonly dispatch: Carrier
  readonly moves: ReadonlyMap<string, PlannedMove>
  readonly inHand: ReadonlySet<string>
  readonly ends: ReadonlyMap<string, string | undefined>
  readonly dispatchEnds: ReadonlyMap<string, string | undefined>
}

// ---------------------------------------------------------------- constructors

/** The plan of a scheme. Made once for each document and kept as long as it is. */
export const planOf = (scheme: OrderScheme): OrderPlan => {
  const known = PLANS.get(scheme)
  if (known !== undefined) return known
  const plan = planned(scheme)
  PLANS.set(scheme, plan)
  return plan
}

const PLANS = /* @__PURE__ */ new WeakMap<OrderScheme, OrderPlan>()

const planned = (scheme: OrderScheme): OrderPlan => {
  const [own, parts] = [partsOf(scheme.order), partsOf(scheme.dispatch)]
  const ids = new Set([...own.keys(), ...parts.keys()])
  return {
    scheme,
    order: carrierOf(scheme.order),
    dispatch: carrierOf(scheme.dispatch),
    moves: new Map([...ids].map((id) => [id, { deed: deedOf(scheme, id), own: own.get(id), part: parts.get(id) }])),
    inHand: new Set(scheme.inHand),
    ends: endsOf(scheme.order),
    dispatchEnds: endsOf(scheme.dispatch),
  }
}

const carrierOf = (workflow: Workflow): Carrier => {
  const { evolve, initial } = Proceeding.decider(workflow, () => false)
  return { evolve, initial }
}

const partsOf = ({ moves }: Workflow): ReadonlyMap<string, Part> =>
  new Map(moves.map((move) => [move.id, { opens: move.from === undefined, fields: fieldsOf(move) }]))

const fieldsOf = ({ needs, takes = [] }: Move): ReadonlySet<string> => new Set([...needs, ...takes])

const endsOf = ({ stages }: Workflow): ReadonlyMap<string, string | undefined> =>
  new Map(stages.flatMap(({ id, kind, outcome }) => (kind === "end" ? [[id, outcome] as const] : [])))
