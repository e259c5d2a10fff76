/**
 * What may be done next with an order by anybody (可行办理), for whoever asks on behalf of nobody in particular: an update from outside
 * says what is to be done and not who does it.
 *
 * @internal
 */
import * as HashMap from "effect/HashMap"
import type * as Proceeding from "../process/Proceeding.js"
import { moveOf, type Workflow } from "../process/Workflow.js"
import type { OrderScheme } from "./OrderScheme.js"
import * as ServiceOrder from "./ServiceOrder.js"

// ---------------------------------------------------------------- models

/** A move, with the dispatch where it is one of a dispatch that is there already. */
export interface OpenMove {
  readonly move: string
  readonly dispatch?: string
}

// ---------------------------------------------------------------- constructors

/** A scheme in which nobody is kept from a move for what they did before. Made once for each document. */
const openToAll = (scheme: OrderScheme): OrderScheme => {
  const known = OPEN_TO_ALL.get(scheme)
  if (known !== undefined) return known
  const opened = { ...scheme, order: unbarred(scheme.order), dispatch: unbarred(scheme.dispatch) }
  OPEN_TO_ALL.set(scheme, opened)
  return opened
}

const OPEN_TO_ALL = /* @__PURE__ */ new WeakMap<OrderScheme, OrderScheme>()

const unbarred = (workflow: Workflow): Workflow => ({
  ...workflow,
  moves: workflow.moves.map(({ apart: _apart, only: _only, ...move }) => move),
})

// ---------------------------------------------------------------- getters

/** What may be done next from where an order stands, where there is anybody who may: who it is, is not asked. */
export const openMoves = (scheme: OrderScheme, order: ServiceOrder.State): ReadonlyArray<OpenMove> => {
  const { course, fields, latest } = order
  if (latest === undefined) return []
  const anybodys = { ...order, doers: HashMap.empty<string, never>(), marks: HashMap.empty<string, never>() }
  const asked = { actor: { post: "", person: "" }, on: latest.on, recordedAt: latest.recordedAt }
  const parts = new Map(ServiceOrder.dispatches(order).map((dispatch) => [dispatch.id, dispatch]))
  return ServiceOrder.possible(openToAll(scheme), () => true)(anybodys, asked).flatMap(({ dispatch, move }) => {
    const part = dispatch === undefined ? undefined : parts.get(dispatch)
    if (!isLeft(scheme.order, move, course, fields)) return []
    if (part !== undefined && !isLeft(scheme.dispatch, move, part.course, part.fields)) return []
    return [dispatch === undefined ? { move } : { move, dispatch }]
  })
}

/** Whether there is anybody for a move that is left to whoever did something before or is named: not of what nobody was named for. */
const isLeft = (
  workflow: Workflow,
  move: string,
  { takers }: Proceeding.State,
  held: ServiceOrder.State["fields"],
): boolean =>
  moveOf(workflow, move)?.only?.some((name) => {
    if (workflow.fields.some(({ id }) => id === name)) return held[name] !== undefined
    const taker = HashMap.has(takers, name) ? HashMap.getUnsafe(takers, name) : undefined
    return taker?.person !== undefined || taker?.body !== undefined
  }) !== false
