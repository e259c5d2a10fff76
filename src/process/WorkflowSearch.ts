/**
 * All that can become of a matter (状态搜索): the situations that a workflow can bring it into, as far as anything tells them
 * apart that the workflow asks for, and the moves between them.
 *
 * Counts are kept up to the largest number that a guard asks for, fields as far as guards tell values apart. Facts that
 * are told may be so or not, and there is always somebody else who holds a role. Who acts is not followed: whoever must act
 * is taken to be there once they acted or were named.
 *
 * @internal
 */
import * as Guard from "./Guard.js"
import type { Field, Value, Workflow } from "./Workflow.js"
import {
  counted,
  type Edge,
  type Given,
  noted,
  type Plan,
  type PlannedMove,
  planOf,
  type Registered,
  reading,
} from "./WorkflowPlan.js"

// ---------------------------------------------------------------- models

/** A situation, and how it was first reached: by which move from which other one. */
export interface Situation extends Registered {
  readonly stage: string | undefined
  readonly back: string | undefined
  readonly taken: ReadonlyArray<string>
  readonly by: string | undefined
  readonly before: Situation | undefined
}

/**
 * A step from one situation to another. It is `sure` unless the one who must act may be barred by what they did before.
 */
export interface Leap {
  readonly from: Situation
  readonly move: string
  readonly to: Situation
  readonly enters: boolean
  readonly sure: boolean
}

/** What was found; `whole` unless there were more situations than are looked at. */
export interface Search {
  readonly plan: Plan
  readonly situations: ReadonlyArray<Situation>
  readonly leaps: ReadonlyArray<Leap>
  readonly whole: boolean
}

// ---------------------------------------------------------------- constructors

const MOST = 20_000

/** The situations that a workflow can bring a matter into, those reached by fewer moves first. */
export const searchOf = (workflow: Workflow): Search => {
  const plan = planOf(workflow)
  const bounds = boundsOf(plan)
  const start: Situation = {
    ...plan.start,
    stage: undefined,
    back: undefined,
    taken: [],
    by: undefined,
    before: undefined,
  }
  const known = new Map([[keyOf(start), start]])
  const leaps: Array<Leap> = []
  for (const from of known.values()) {
    for (const edge of plan.edges.get(from.stage)?.values() ?? []) {
      const { only, apart, id } = edge.planned.move
      for (const found of followers(plan, bounds, from, edge)) {
        const key = keyOf(found)
        const to = known.get(key) ?? found
        known.set(key, to)
        leaps.push({ from, move: id, to, enters: edge.enters, sure: only === undefined || apart === undefined })
      }
    }
    if (known.size > MOST) return { plan, situations: [...known.values()], leaps, whole: false }
  }
  return { plan, situations: [...known.values()], leaps, whole: true }
}

const keyOf = ({ back, latest, stage, taken, tally }: Situation): string =>
  JSON.stringify([stage ?? null, back ?? null, tally, latest.map((value) => value ?? null), taken])

interface Bounds {
  readonly most: ReadonlyArray<number>
  readonly values: ReadonlyMap<string, ReadonlyArray<Value>>
  readonly asked: ReadonlySet<string>
}

/** How far counts go until nothing asks any more, and which values of each field are told apart. */
const boundsOf = ({ placeOf, start, whoPlace, workflow }: Plan): Bounds => {
  const most = start.tally.map(() => 0)
  const named = new Map<string, Set<string>>([...whoPlace.keys()].map((field) => [field, new Set()]))
  for (const [leaf, place] of placeOf) {
    if ("count" in leaf) most[place] = Math.max(most[place] ?? 0, leaf.least ?? 0, (leaf.most ?? -1) + 1)
    if ("has" in leaf) named.set(leaf.has, named.get(leaf.has) ?? new Set())
    if ("field" in leaf) named.set(leaf.field, new Set([...(named.get(leaf.field) ?? []), ...leaf.in]))
  }
  const read = workflow.fields.filter(({ id }) => named.has(id))
  return {
    most,
    values: new Map(read.map((field) => [field.id, valuesOf(field, named.get(field.id) ?? new Set())])),
    asked: new Set(workflow.moves.flatMap(({ only = [] }) => only)),
  }
}

/** One value for each of those that guards name, and one for all the rest. */
const valuesOf = ({ choices = [], of }: Field, named: ReadonlySet<string>): ReadonlyArray<Value> => {
  if (of !== "choice") return [of === "count" ? 0 : "1"]
  const rest = choices.find(({ id }) => !named.has(id))
  return [...choices.filter(({ id }) => named.has(id)).map(({ id }) => id), ...(rest === undefined ? [] : [rest.id])]
}

// ---------------------------------------------------------------- operations

/** The situations that an edge can lead to from one: none where it cannot be taken. */
const followers = (
  plan: Plan,
  bounds: Bounds,
  from: Situation,
  { hold, planned, to }: Edge,
): ReadonlyArray<Situation> => {
  const { move } = planned
  const stage = to ?? from.back
  if (stage === undefined || move.by.length === 0 || !isThere(plan, from, planned)) return []
  const back = hold === "begins" ? from.stage : hold === "lasts" ? from.back : undefined
  const taken =
    bounds.asked.has(move.id) && !from.taken.includes(move.id) ? [...from.taken, move.id].sort() : from.taken
  return fillings(bounds, planned)
    .filter((given) => mayHold(plan, planned, from, given))
    .map((given) => ({
      stage,
      back,
      taken,
      by: move.id,
      before: from,
      tally: planned.counts === undefined ? from.tally : capped(counted(from.tally, planned.counts), bounds.most),
      latest: planned.notes === undefined ? from.latest : noted(from.latest, planned.notes, given),
    }))
}

const capped = (tally: ReadonlyArray<number>, most: ReadonlyArray<number>): ReadonlyArray<number> =>
  tally.map((times, place) => Math.min(times, most[place] ?? 0))

/** Every way to fill the fields of a move that any guard reads, or that say who may act. */
const fillings = ({ values }: Bounds, { fields, move }: PlannedMove): ReadonlyArray<Given> =>
  [...fields.keys()].reduce<ReadonlyArray<Given>>(
    (all, field) => {
      const told = values.get(field)
      if (told === undefined) return all
      return all.flatMap((given) => [
        ...(move.needs.includes(field) ? [] : [given]),
        ...told.map((value) => ({ ...given, [field]: value })),
      ])
    },
    [{}],
  )

// ---------------------------------------------------------------- decisions

/** Whether there is anybody among those of whom one must take the move. */
export const isThere = ({ whoPlace }: Plan, { latest, taken }: Situation, { move }: PlannedMove): boolean =>
  move.only === undefined ||
  move.only.some((name) => {
    if (move.apart?.includes(name)) return false
    const field = whoPlace.get(name)
    return field === undefined ? taken.includes(name) : latest[field.place] !== undefined
  })

const MANY = 10

const mayHold = (plan: Plan, planned: PlannedMove, from: Situation, given: Given): boolean => {
  const { when } = planned.move
  if (when === undefined) return true
  const names = [...new Set(Guard.leaves(when).flatMap(({ leaf }) => ("told" in leaf ? [leaf.told] : [])))]
  const holds = (tell: (name: string) => boolean | undefined) =>
    Guard.holds(when, reading(plan, planned, from, given, tell))
  if (names.length > MANY) return holds(() => undefined) !== false
  for (let told = 0; told < 2 ** names.length; told++) {
    if (holds((name) => ((told >> names.indexOf(name)) & 1) === 1) === true) return true
  }
  return false
}

/** The moves that lead to a situation, the first one first. */
export const wayTo = (situation: Situation): ReadonlyArray<string> => {
  const moves: Array<string> = []
  for (let at: Situation | undefined = situation; at?.by !== undefined; at = at.before) moves.push(at.by)
  return moves.reverse()
}

/** The situations from which some of others can be reached by sure steps. */
export const leadingTo = ({ leaps }: Search, goals: Iterable<Situation>): ReadonlySet<Situation> => {
  const into = new Map<Situation, Array<Situation>>()
  for (const { from, sure, to } of leaps) {
    if (!sure) continue
    const known = into.get(to)
    if (known === undefined) into.set(to, [from])
    else known.push(from)
  }
  const found = new Set(goals)
  for (const situation of found) for (const from of into.get(situation) ?? []) found.add(from)
  return found
}
