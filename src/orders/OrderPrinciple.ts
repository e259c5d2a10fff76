/**
 * What no locality can set aside (底线规则): who never judges a work, what has to be there before it is spoken of, and what
 * an end has to be true to. Held for every scheme and repeated in none.
 *
 * @internal
 */
import * as HashMap from "effect/HashMap"
import { type Fault, make as fault } from "../foundation/Fault.js"
import type { Actor } from "../process/Actor.js"
import { type Hands, hands } from "../process/Separation.js"
import type { Value } from "../process/Workflow.js"
import { marksLike, marksOf, markUntold } from "../process/WorkflowPlan.js"
import { type OrderScheme, ratingOf } from "./OrderScheme.js"
import type { Deed, Rating } from "./OrderTerm.js"

// ---------------------------------------------------------------- models

/** Who did the work of an order, and the marks by which it is looked up, each with the least dispatch it stands for. */
export interface Work {
  readonly doers: HashMap.HashMap<string, Doing>
  readonly marks: HashMap.HashMap<string, string>
}

/** A doer under a dispatch, the unit in charge, and the person in charge whom the dispatch names. */
export interface Doing {
  readonly dispatch: string
  readonly actor: Actor
  readonly unit?: string
  readonly named?: string
}

/** How far an order has come, as far as it bears on what may be said of a result. */
export interface Progress extends Work {
  readonly open: number
  readonly accepted: number
  readonly hadResult: boolean
  readonly joined: boolean
}

// ---------------------------------------------------------------- errors

export type PrincipleFault = Fault<
  | "serviceOrder.ownWork"
  | "serviceOrder.unnamed"
  | "serviceOrder.noResult"
  | "serviceOrder.dispatchOpen"
  | "serviceOrder.rating"
  | "serviceOrder.joined"
  | "serviceOrder.resultStands"
>

// ---------------------------------------------------------------- operations

/** The work after somebody did something under a dispatch that holds these fields. */
export const remembered = (
  { doers, marks }: Work,
  actor: Actor,
  { fields: { doer: named, unit }, id }: { readonly id: string; readonly fields: Readonly<Record<string, Value>> },
): Work => {
  const key = JSON.stringify([id, actor.person ?? null, actor.post, actor.body ?? null, unit ?? null, named ?? null])
  if (HashMap.has(doers, key)) return { doers, marks }
  const doing: Doing = {
    dispatch: id,
    actor,
    ...(unit === undefined ? {} : { unit: String(unit) }),
    ...(named === undefined ? {} : { named: String(named) }),
  }
  return {
    doers: HashMap.set(doers, key, doing),
    marks: HashMap.mutate(marks, (known) => {
      for (const mark of [...marksIn(ALL, doing), ...marksIn(scopeOf(id), doing)]) {
        const first = HashMap.has(known, mark) ? HashMap.getUnsafe(known, mark) : id
        HashMap.set(known, mark, first < id ? first : id)
      }
    }),
  }
}

/** Whose work is looked up: that of the whole order, or of one dispatch. */
const ALL = "order"
const scopeOf = (dispatch: string): string => `dispatch ${dispatch}`

const marksIn = (scope: string, { actor, named, unit }: Doing): ReadonlyArray<string> => [
  ...marksOf(scope, actor),
  ...(unit === undefined ? [] : [unitMark(scope, unit)]),
  ...(named === undefined ? [] : marksLike(scope, { post: "", person: named })),
]

const unitMark = (scope: string, unit: string): string => JSON.stringify(["unit", scope, unit])

/** How an order is rated after a move. A re-visit that found nobody in takes back no answer that was given. */
export const rated = (
  scheme: OrderScheme,
  deed: Deed | undefined,
  given: Readonly<Record<string, Value>>,
  before: Rating | undefined,
): Rating | undefined => {
  if (!RATES.includes(deed) || !Object.hasOwn(given, "rating")) return before
  const level = ratingOf(scheme, String(given.rating))
  return level === undefined || (level === "unanswered" && before !== undefined) ? before : level
}

// ---------------------------------------------------------------- decisions

/** Whether an actor is one who did a work, is of the unit in charge of it, or is the person in charge. */
export const handOf = ({ actor: doer, named, unit }: Doing, actor: Actor): Hands => {
  const isOfUnit = unit !== undefined && unit === actor.body
  const isNamed = named !== undefined && named === actor.person
  return isOfUnit || isNamed ? "one" : hands(doer, actor)
}

/**
 * What a move would set aside that no locality can: `level` is how the order is rated after it. Of a dispatch whoever
 * did its work does not judge it, of the order whoever did any.
 */
export const breaches = (
  { deed, ends }: { readonly deed: Deed | undefined; readonly ends: string | undefined },
  order: Progress,
  actor: Actor,
  dispatch: string | undefined,
  level: Rating | undefined,
): ReadonlyArray<PrincipleFault> =>
  deed === undefined
    ? []
    : [
        ...(JUDGES.includes(deed) ? judging(deed, order, actor, dispatch) : []),
        ...(deed === "rate" && actor.person === undefined ? [fault("serviceOrder.unnamed", { deed })] : []),
        ...(UNDOES.includes(deed) && order.hadResult ? [fault("serviceOrder.resultStands", { deed })] : []),
        ...(OF_RESULT.includes(deed) ? early(deed, order) : []),
        ...(ends === undefined ? [] : untrue(deed, ends, order, level)),
      ]

const judging = (
  deed: Deed,
  { marks }: Work,
  actor: Actor,
  dispatch: string | undefined,
): ReadonlyArray<PrincipleFault> => {
  const scope = dispatch !== undefined && OF_ONE.includes(deed) ? scopeOf(dispatch) : ALL
  const own = [...marksLike(scope, actor), ...(actor.body === undefined ? [] : [unitMark(scope, actor.body)])]
  const mark = own.find((each) => HashMap.has(marks, each))
  if (mark !== undefined) return [fault("serviceOrder.ownWork", { deed, dispatch: HashMap.getUnsafe(marks, mark) })]
  return HashMap.has(marks, markUntold(scope, actor)) ? [fault("serviceOrder.unnamed", { deed })] : []
}

/** Of an order that is merged the result is its root's: it is rated and closed by that, and has nothing to show. */
const early = (deed: Deed, { accepted, joined, open }: Progress): ReadonlyArray<PrincipleFault> => {
  if (joined && deed !== "publish") return []
  if (open > 0) return [fault("serviceOrder.dispatchOpen", { open })]
  return accepted === 0 ? [fault("serviceOrder.noResult", { deed })] : []
}

const untrue = (
  deed: Deed,
  ends: string,
  { joined }: Progress,
  level: Rating | undefined,
): ReadonlyArray<PrincipleFault> => [
  ...((deed === "close" || RATES.includes(deed)) && (ends === "merged") !== joined
    ? [fault("serviceOrder.joined", { outcome: ends })]
    : []),
  ...(SAYS.get(ends)?.includes(level) === false
    ? [fault("serviceOrder.rating", { outcome: ends, rating: level ?? "unanswered" })]
    : []),
]

// ---------------------------------------------------------------- instances

/** What makes a doer of whoever does it. */
export const DOES: ReadonlyArray<Deed | undefined> = ["takeOn", "serve", "report"]

/** What is a judgement of work, and is never done by whoever did the work. */
export const JUDGES: ReadonlyArray<Deed | undefined> = [
  "accept",
  "sendBack",
  "supervise",
  "rate",
  "revisit",
  "close",
  "exclude",
  "answer",
  "abandon",
  "refer",
  "refuse",
  "merge",
  "extend",
]

/** What judges the work of one dispatch and not of the order. */
export const OF_ONE: ReadonlyArray<Deed | undefined> = ["accept", "sendBack", "extend"]

/** What says that nothing was done, and is not said once a result was accepted in any attempt. */
export const UNDOES: ReadonlyArray<Deed | undefined> = ["refer", "refuse", "merge", "abandon"]

/** What speaks of a result that has to be there. */
export const OF_RESULT: ReadonlyArray<Deed | undefined> = ["publish", "rate", "revisit", "close"]

/** What gives a rating. */
export const RATES: ReadonlyArray<Deed | undefined> = ["rate", "revisit"]

/** What ratings an end stands for: no answer is never taken for a good one, nor a bad one for none. */
export const SAYS: ReadonlyMap<string, ReadonlyArray<Rating | undefined>> = /* @__PURE__ */ new Map([
  ["satisfied", ["satisfied", "basically"]],
  ["unsatisfied", ["unsatisfied"]],
  ["unanswered", ["unanswered", undefined]],
])
