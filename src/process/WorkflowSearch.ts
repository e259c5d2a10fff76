/**
 * All that can become of a matter (状态搜索): the situations that a workflow can bring it into, as far as anything tells them
 * apart that the workflow asks for, and the moves between them.
 *
 * Counts are kept up to the largest number that a guard asks for, fields as far as guards tell values apart. Facts that
 * are told may be so or not, and there is always somebody else who holds a role. Who acts is not followed: whoever must act
 * is taken to be there once they acted or were named: that acts whose taker must act again name a person, or the post of a
 * body, is left to whoever enters them.
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

/** What was found; `whole` unless there were more situations, or more ways on from them, than are looked at. */
export interface Search {
  readonly plan: Plan
  readonly situations: ReadonlyArray<Situation>
  readonly leaps: ReadonlyArray<Leap>
  readonly whole: boolean
}

// ---------------------------------------------------------------- constructors

const MOST = 20_000

/** How often a guard is asked, or a field filled in one way, before the search is given up. */
const EFFORT = 500_000

interface Effort {
  left: number
}

/** The situations that a workflow can bring a matter into, those reached by fewer moves first. */
export const searchOf = (workflow: Workflow): Search => {
  const plan = planOf(workflow)
  const bounds = boundsOf(plan)
  const effort: Effort = { left: EFFORT }
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
      const reached = new Set<Situation>()
      for (const found of followers(plan, bounds, from, edge, effort)) {
        const key = keyOf(found)
        const to = known.get(key) ?? found
        known.set(key, to)
        reached.add(to)
      }
      const sure = only === undefined || apart === undefined
      for (const to of reached) leaps.push({ from, move: id, to, enters: edge.enters, sure })
    }
    if (known.size > MOST || effort.left < 0) return { plan, situations: [...known.values()], leaps, whole: false }
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
  effort: Effort,
): ReadonlyArray<Situation> => {
  const { move } = planned
  const stage = to ?? from.back
  if (stage === undefined || move.by.length === 0 || !isThere(plan, from, planned)) return []
  const back = hold === "begins" ? from.stage : hold === "lasts" ? from.back : undefined
  const taken =
    bounds.asked.has(move.id) && !from.taken.includes(move.id) ? [...from.taken, move.id].sort() : from.taken
  return fillings(bounds, planned, effort)
    .filter((given) => mayHold(plan, planned, from, given, effort))
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

/** Every way to fill the fields of a move that any guard reads, or that say who may act; none where that takes too long. */
const fillings = ({ values }: Bounds, { fields, move }: PlannedMove, effort: Effort): ReadonlyArray<Given> => {
  const ways = [...fields.keys()].flatMap((field) => {
    const told = values.get(field)
    return told === undefined ? [] : [{ field, told, isOptional: !move.needs.includes(field) }]
  })
  effort.left -= ways.reduce((many, { isOptional, told }) => many * (told.length + (isOptional ? 1 : 0)), 1)
  if (effort.left < 0) return []
  return ways.reduce<ReadonlyArray<Given>>(
    (all, { field, isOptional, told }) =>
      all.flatMap((given) => [...(isOptional ? [given] : []), ...told.map((value) => ({ ...given, [field]: value }))]),
    [{}],
  )
}

// ---------------------------------------------------------------- decisions

/** Whether there is anybody among those of whom one must take the move. */
export const isThere = ({ whoPlace }: Plan, { latest, taken }: Situation, { move }: PlannedMove): boolean =>
  move.only === undefined ||
  move.only.some((name) => {
    if (move.apart?.includes(name)) return false
    const field = whoPlace.get(name)
    return field === undefined ? taken.includes(name) : latest[field.place] !== undefined
  })

/** Whether a guard can hold, whatever facts are told: one is taken to be so, then not so, where the rest does not decide. */
const mayHold = (plan: Plan, planned: PlannedMove, from: Situation, given: Given, effort: Effort): boolean => {
  const { when } = planned.move
  if (when === undefined) return true
  const told = new Map<string, boolean>()
  const search = (): boolean => {
    if (--effort.left < 0) return false
    let open: string | undefined
    const tell = (name: string): boolean | undefined => {
      const known = told.get(name)
      if (known === undefined) open ??= name
      return known
    }
    const answer = Guard.holds(when, reading(plan, planned, from, given, tell))
    const fact = open
    if (answer !== undefined || fact === undefined) return answer === true
    const found = [true, false].some((way) => {
      told.set(fact, way)
      return search()
    })
    told.delete(fact)
    return found
  }
  return search()
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
