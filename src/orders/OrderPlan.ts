/**
 * A scheme made ready for running (工单办法索引): what each move is in the two workflows, looked up and not searched.
 *
 * @internal
 */
import * as Result from "effect/Result"
import type { Fault } from "../foundation/Fault.js"
import type { Command, Decider } from "../process/Decider.js"
import * as Guard from "../process/Guard.js"
import type { Entry } from "../process/Journal.js"
import * as Proceeding from "../process/Proceeding.js"
import { type Move, moveOf, type Value, type Workflow } from "../process/Workflow.js"
import { JUDGES, OF_ONE, OF_RESULT } from "./OrderPrinciple.js"
import { deedOf, type OrderScheme } from "./OrderScheme.js"
import type { Deed } from "./OrderTerm.js"

// ---------------------------------------------------------------- models

/**
 * A move in the workflow of the order, in that of the dispatch, or in both, with the fields that each asks for. It is
 * `bound` to the order as a whole where what it does or asks is not of one dispatch alone: then nothing may be told
 * afterwards that lies before it, nor may it lie before anything told. `ends` is the outcome to which it brings the
 * order.
 */
export interface PlannedMove {
  readonly deed: Deed | undefined
  readonly own: Part | undefined
  readonly part: Part | undefined
  readonly bound: boolean
  readonly ends: string | undefined
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
  readonly taken: ReadonlySet<string>
  readonly dispatchEnds: ReadonlyMap<string, string | undefined>
}

/** A limit that a move extends by what a field says: by how much it was already, may be in all, and may still be. */
export interface Extensible {
  readonly limit: string
  readonly field: string
  readonly before: number
  readonly most: number
  readonly left: number
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
  const [own, parts] = [byId(scheme.order), byId(scheme.dispatch)]
  const ids = new Set([...own.keys(), ...parts.keys()])
  const ends = endsOf(scheme.order)
  return {
    scheme,
    order: carrierOf(scheme.order),
    dispatch: carrierOf(scheme.dispatch),
    moves: new Map([...ids].map((id) => [id, plannedOf(scheme, ends, id, own.get(id), parts.get(id))])),
    inHand: new Set(scheme.inHand),
    ends,
    taken: takenIn(scheme),
    dispatchEnds: endsOf(scheme.dispatch),
  }
}

const plannedOf = (
  scheme: OrderScheme,
  ends: OrderPlan["ends"],
  id: string,
  own: Move | undefined,
  part: Move | undefined,
): PlannedMove => {
  const deed = deedOf(scheme, id)
  const asks = [own, part].some((move) => move?.when !== undefined && namesFacts(move.when))
  const ofAll = OF_RESULT.includes(deed) || (JUDGES.includes(deed) && !OF_ONE.includes(deed))
  const turns = own !== undefined && (part === undefined || leaves(scheme, own))
  return {
    deed,
    own: own && partOf(own),
    part: part && partOf(part),
    bound: asks || ofAll || turns,
    ends: typeof own?.to === "string" ? ends.get(own.to) : undefined,
  }
}

const namesFacts = (guard: Guard.Guard): boolean =>
  Guard.leaves(guard).some(
    ({ leaf }) => "told" in leaf && (leaf.told === FACTS.settled || leaf.told === FACTS.accepted),
  )

/** Whether a move can lead out of the stages in which dispatches go their way, or begins another attempt. */
const leaves = ({ inHand, order: { attempts } }: OrderScheme, { id, to }: Move): boolean =>
  attempts.includes(id) || (typeof to === "string" ? !inHand.includes(to) : to.way === "back")

/** The stages in which a dispatch is in somebody's hands. */
const takenIn = (scheme: OrderScheme): ReadonlySet<string> =>
  new Set(
    scheme.dispatch.moves.flatMap(({ id, to }) =>
      deedOf(scheme, id) === "takeOn" && typeof to === "string" ? [to] : [],
    ),
  )

const carrierOf = (workflow: Workflow): Carrier => {
  const { evolve, initial } = Proceeding.decider(workflow, () => false)
  return { evolve, initial }
}

const byId = ({ moves }: Workflow): ReadonlyMap<string, Move> => new Map(moves.map((move) => [move.id, move]))

const partOf = ({ from, needs, takes = [] }: Move): Part => ({
  opens: from === undefined,
  fields: new Set([...needs, ...takes]),
})

const endsOf = ({ stages }: Workflow): ReadonlyMap<string, string | undefined> =>
  new Map(stages.flatMap(({ id, kind, outcome }) => (kind === "end" ? [[id, outcome] as const] : [])))

// ---------------------------------------------------------------- guards

/** How far an order was told. */
interface Told {
  readonly course: Proceeding.State
  readonly latest: Entry<Proceeding.Taken> | undefined
  readonly whole: Entry<Proceeding.Taken> | undefined
}

/** Whether the dispatches of an order go their way where it stands. */
export const isInHand = ({ inHand }: OrderPlan, { course: { stage } }: Pick<Told, "course">): boolean =>
  stage !== undefined && inHand.has(stage)

/** Whether a move is one of the order as a whole where it stands, or goes beside the moves of other dispatches. */
export const isOfWhole = (plan: OrderPlan, { bound, own }: PlannedMove, order: Pick<Told, "course">): boolean =>
  bound || (own !== undefined && !isInHand(plan, order))

// ---------------------------------------------------------------- getters

/** The step before which a move would be late, besides those of its own way. */
export const barOf = (plan: OrderPlan, planned: PlannedMove, order: Told): Told["latest"] =>
  isOfWhole(plan, planned, order) ? order.latest : order.whole

// ---------------------------------------------------------------- operations

type Given = Readonly<Record<string, Value>>

/** Of the fields given those that a workflow asks for with the move. */
export const askedFor = (given: Given, { fields }: Part): Given => {
  for (const id of Object.keys(given))
    if (!fields.has(id)) return Object.fromEntries(Object.entries(given).filter(([each]) => fields.has(each)))
  return given
}

/** Of the fields given with a joint move those that a side asks for, and with the order those that neither does. */
const oursOf = (given: Given, part: Part, other: Part, side: "order" | "dispatch"): Given =>
  Object.fromEntries(
    Object.entries(given).filter(([id]) => part.fields.has(id) || (side === "order" && !other.fields.has(id))),
  )

/** What fields hold after some were given anew. A blank text takes nothing back. */
export const filled = (before: Given, given: Given): Given => {
  const fresh = Object.entries(given).filter(([, value]) => typeof value === "number" || value.trim() !== "")
  return fresh.length === 0 ? before : { ...before, ...Object.fromEntries(fresh) }
}

/** A proceeding one event further, or why the event changes nothing in it. */
export const stepped = (
  { evolve: carried }: Carrier,
  course: Proceeding.State,
  entry: Entry<Proceeding.Taken>,
  fields: Given,
): Proceeding.State | "older" | "notFrom" => {
  const isAll = fields === entry.payload.fields
  const next = carried(course, isAll ? entry : { ...entry, payload: { ...entry.payload, fields } })
  return next.aside === undefined || next.aside === course.aside ? next : next.aside.why
}

/** Who holds a role, asked at a place. */
export const holdsAt =
  <P>(holds: (role: string, asked: Proceeding.Asked, place: P) => boolean, place: P): Proceeding.Holds =>
  (role, asked) =>
    holds(role, asked, place)

/** Which facts are so, asked at a place: some an order answers itself. */
export const tellsAt =
  <P extends { readonly order: Counted }>(
    tells: (fact: string, question: Proceeding.Question, place: P) => boolean | undefined,
    place: P,
  ): Proceeding.Tells =>
  (fact, question) =>
    answered(fact, place.order) ?? tells(fact, question, place)

interface Counted {
  readonly accepted: number
  readonly open: number
}

const answered = (fact: string, { accepted, open }: Counted): boolean | undefined => {
  if (fact === FACTS.settled) return open === 0
  if (fact === FACTS.accepted) return open === 0 && accepted > 0
  return undefined
}

/** Why a workflow refuses a move, given the fields that are for it. */
export const refused = (
  { scheme }: OrderPlan,
  side: "order" | "dispatch",
  { own, part }: PlannedMove,
  course: Proceeding.State,
  command: Command<Proceeding.Taken>,
  holds: Proceeding.Holds,
  tells: Proceeding.Tells,
): ReadonlyArray<Proceeding.ProceedingFault> => {
  const { fields, move } = command.content
  const [ours, theirs] = side === "order" ? [own, part] : [part, own]
  const split = ours === undefined || theirs === undefined ? fields : oursOf(fields, ours, theirs, side)
  const content = { move, fields: split }
  const decided = Proceeding.decider(scheme[side], holds, tells).decide(course, { ...command, content })
  return Result.isSuccess(decided) ? [] : decided.failure
}

/** How far a move may still extend the limits that it extends, of the order and of the dispatch. */
export const extended = (
  { scheme }: OrderPlan,
  { deed, own, part }: PlannedMove,
  course: Proceeding.State,
  other: Proceeding.State | undefined,
  move: string,
): ReadonlyArray<Extensible> =>
  deed !== "extend"
    ? []
    : [
        ...(own === undefined ? [] : extensible(scheme.order, course, move)),
        ...(part === undefined || other === undefined ? [] : extensible(scheme.dispatch, other, move)),
      ]

/** By the text of the limit, in all and in how many times. */
const extensible = (workflow: Workflow, course: Proceeding.State, move: string): ReadonlyArray<Extensible> => {
  const extension = moveOf(workflow, move)?.extends
  const limit = workflow.limits.find(({ id }) => id === extension?.limit)
  if (extension === undefined || limit === undefined) return []
  const made = Proceeding.clock(workflow, limit, course).at(-1)?.extensions ?? []
  const before = made.reduce((sum, { by }) => sum + by, 0)
  const { most = 0, times = Number.POSITIVE_INFINITY } = limit.extension ?? {}
  const left = made.length < times ? most - before : 0
  return [{ limit: limit.id, field: extension.by, before, most, left }]
}

/** A move that is possible on both sides. */
export const both = (own: Proceeding.Possible, part: Proceeding.Possible): Proceeding.Possible => {
  const shared = part.by.filter((role) => own.by.includes(role))
  const needs = [...new Set([...own.needs, ...part.needs])]
  return {
    move: part.move,
    to: part.to,
    by: shared.length > 0 ? shared : [...new Set([...own.by, ...part.by])],
    needs,
    takes: [...new Set([...own.takes, ...part.takes])].filter((field) => !needs.includes(field)),
    certain: part.certain && own.certain,
    awaits: [...new Set([...own.awaits, ...part.awaits])],
  }
}

/** What both workflows say, once where they say the same. */
export const distinct = <F extends Fault>(found: ReadonlyArray<F>): ReadonlyArray<F> => {
  if (found.length < 2) return found
  const seen = new Set<string>()
  return found.filter(({ code, params, path }) => {
    const key = JSON.stringify([code, path, params])
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
}

// ---------------------------------------------------------------- instances

/** The facts that an order answers itself. */
export const FACTS = { settled: "派单均已了结", accepted: "结果已验收" } as const
