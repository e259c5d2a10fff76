/**
 * A workflow made ready for running (流程索引): what each move does in each stage, looked up and not searched, and what the
 * guards count and note kept in numbered places.
 *
 * @internal
 */
import * as Result from "effect/Result"
import * as CivilDate from "../foundation/CivilDate.js"
import type { Recorded } from "../foundation/Coordinate.js"
import * as Exact from "../foundation/Exact.js"
import type { Actor } from "./Actor.js"
import * as Guard from "./Guard.js"
import type { Field, Move, Value, Workflow } from "./Workflow.js"

// ---------------------------------------------------------------- models

/**
 * A move and what it leaves behind in the registers. `undefined` where it leaves nothing, so that nothing is copied. All who
 * take it are kept where another move keeps apart from it (`barring`), and who took it last where that one alone may take
 * another (`recalled`).
 */
export interface PlannedMove {
  readonly move: Move
  readonly fields: ReadonlyMap<string, Field>
  readonly counts: ReadonlyArray<{ readonly place: number; readonly adds: boolean }> | undefined
  readonly notes: ReadonlyArray<{ readonly place: number; readonly field: string | undefined }> | undefined
  readonly barring: boolean
  readonly recalled: boolean
  readonly renews: boolean
  readonly bars: boolean
}

/**
 * What a move does in a stage. `to` is `undefined` where it goes back from a hold. It `leads` where it does not stay, and
 * `enters` where besides it does not come back. `hold` tells what becomes of the memory
 * of the stage that a hold came from: `begins` where the matter is put on hold, `lasts` where it stays so, else it `ends`.
 */
export interface Edge {
  readonly planned: PlannedMove
  readonly to: string | undefined
  readonly leads: boolean
  readonly enters: boolean
  readonly hold: "begins" | "lasts" | "ends"
}

/** The workflow by its moves and by its stages. The edges of `undefined` open a matter. */
export interface Plan {
  readonly workflow: Workflow
  readonly moves: ReadonlyMap<string, PlannedMove>
  readonly edges: ReadonlyMap<string | undefined, ReadonlyMap<string, Edge>>
  readonly ends: ReadonlySet<string>
  readonly start: Registered
  readonly placeOf: ReadonlyMap<Guard.Leaf, number>
  readonly whoPlace: ReadonlyMap<string, { readonly place: number; readonly of: "person" | "post" | "body" }>
}

/** What the guards read of a matter: the counts and notes in their places. */
export interface Registered {
  readonly tally: ReadonlyArray<number>
  readonly latest: ReadonlyArray<Value | undefined>
}

/** The fields filled with a move. */
export type Given = Readonly<Record<string, Value>>

// ---------------------------------------------------------------- constructors

/** The plan of a workflow. Made once for each document and kept as long as it is. */
export const planOf = (workflow: Workflow): Plan => {
  const known = PLANS.get(workflow)
  if (known !== undefined) return known
  const plan = planned(workflow)
  PLANS.set(workflow, plan)
  return plan
}

const PLANS = /* @__PURE__ */ new WeakMap<Workflow, Plan>()

const planned = (workflow: Workflow): Plan => {
  const registers = registersOf(workflow)
  const moves = new Map(workflow.moves.map((move) => [move.id, plannedOf(workflow, registers, move)]))
  const ends = new Set(workflow.stages.filter(({ kind }) => kind === "end").map(({ id }) => id))
  return {
    workflow,
    moves,
    edges: edgesOf(workflow, moves),
    ends,
    start: { tally: registers.tally.map(() => 0), latest: registers.latest.map(() => undefined) },
    placeOf: registers.placeOf,
    whoPlace: registers.whoPlace,
  }
}

interface Register {
  readonly names: ReadonlySet<string>
  readonly since: ReadonlySet<string>
}

interface Registers {
  readonly tally: Array<Register>
  readonly latest: Array<Register>
  readonly byKey: Map<string, number>
  readonly placeOf: Map<Guard.Leaf, number>
  readonly whoPlace: Map<string, { readonly place: number; readonly of: "person" | "post" | "body" }>
  readonly barring: ReadonlySet<string>
  readonly recalled: ReadonlySet<string>
}

/** What two leaves that read the same have in common, whatever they ask of it. */
const keyOf = (leaf: Exclude<Guard.Leaf, Guard.Told>): string => {
  const since = [...(leaf.since ?? [])].sort()
  if ("count" in leaf) return JSON.stringify(["count", [...leaf.count].sort(), since])
  return JSON.stringify(["field", "has" in leaf ? leaf.has : leaf.field, since])
}

const registersOf = (workflow: Workflow): Registers => {
  const registers: Registers = {
    tally: [],
    latest: [],
    byKey: new Map(),
    placeOf: new Map(),
    whoPlace: new Map(),
    barring: new Set(workflow.moves.flatMap(({ apart = [] }) => apart)),
    recalled: new Set(workflow.moves.flatMap(({ only = [] }) => only)),
  }
  const placed = (leaf: Exclude<Guard.Leaf, Guard.Told>): number => {
    const key = keyOf(leaf)
    const file = "count" in leaf ? registers.tally : registers.latest
    const place = registers.byKey.get(key) ?? file.length
    const names = "count" in leaf ? leaf.count : ["has" in leaf ? leaf.has : leaf.field]
    if (place === file.length) file.push({ names: new Set(names), since: new Set(leaf.since) })
    registers.byKey.set(key, place)
    registers.placeOf.set(leaf, place)
    return place
  }
  for (const { when } of workflow.moves) if (when !== undefined) eachLeaf(when, placed)
  for (const { id, of } of workflow.fields) {
    if (
      (of === "person" || of === "post" || of === "body") &&
      (registers.barring.has(id) || registers.recalled.has(id))
    )
      registers.whoPlace.set(id, { place: placed({ has: id }), of })
  }
  return registers
}

const eachLeaf = (guard: Guard.Guard, visit: (leaf: Exclude<Guard.Leaf, Guard.Told>) => void): void => {
  if ("all" in guard) for (const part of guard.all) eachLeaf(part, visit)
  else if ("any" in guard) for (const part of guard.any) eachLeaf(part, visit)
  else if ("not" in guard) eachLeaf(guard.not, visit)
  else if (!("told" in guard)) visit(guard)
}

const plannedOf = (workflow: Workflow, registers: Registers, move: Move): PlannedMove => {
  const allowed = new Set([...move.needs, ...(move.takes ?? [])])
  const counts = registers.tally.flatMap(({ names, since }, place) => {
    if (since.has(move.id)) return [{ place, adds: false }]
    return names.has(move.id) ? [{ place, adds: true }] : []
  })
  const notes = registers.latest.flatMap(({ names, since }, place): PlannedMove["notes"] & {} => {
    if (since.has(move.id)) return [{ place, field: undefined }]
    const field = [...names].find((name) => allowed.has(name))
    return field === undefined ? [] : [{ place, field }]
  })
  return {
    move,
    fields: new Map(workflow.fields.filter(({ id }) => allowed.has(id)).map((field) => [field.id, field])),
    counts: counts.length === 0 ? undefined : counts,
    notes: notes.length === 0 ? undefined : notes,
    barring: registers.barring.has(move.id),
    recalled: registers.recalled.has(move.id),
    renews: workflow.attempts.includes(move.id),
    bars: move.apart !== undefined || move.only !== undefined,
  }
}

const edgesOf = ({ stages, moves }: Workflow, planned: ReadonlyMap<string, PlannedMove>): Plan["edges"] => {
  const kinds = new Map(stages.map(({ id, kind }) => [id, kind]))
  const edges = new Map<string | undefined, Map<string, Edge>>()
  for (const { from = [undefined], id, to } of moves) {
    for (const stage of from) {
      const of = edges.get(stage) ?? new Map<string, Edge>()
      edges.set(stage, of)
      const kind = stage === undefined ? undefined : kinds.get(stage)
      const target = typeof to === "string" ? to : to.way === "stay" ? stage : undefined
      if (kind === "end" || (target === undefined && kind !== "held")) continue
      const held = target !== undefined && kinds.get(target) === "held"
      const hold = !held ? "ends" : kind === "held" ? "lasts" : "begins"
      const enters = typeof to === "string"
      of.set(id, { planned: planned.get(id)!, to: target, leads: enters || to.way === "back", enters, hold })
    }
  }
  return edges
}

// ---------------------------------------------------------------- guards

/** What a record of fields holds of one, its own fields only. */
export const valueIn = (given: Given, field: string): Value | undefined =>
  Object.hasOwn(given, field) ? given[field] : undefined

/** Whether a value fills a field: a blank text does not. */
export const isFilled = (value: Value | undefined): boolean =>
  value !== undefined && (typeof value === "number" || value.trim() !== "")

/** Whether a value is of the kind of its field. */
export const isOf = (field: Field, value: Value): boolean => {
  if (field.of === "count") return typeof value === "number" && Number.isSafeInteger(value) && value >= 0
  if (typeof value !== "string") return false
  switch (field.of) {
    case "day":
      return CivilDate.is(value)
    case "exact":
      return isExact(value)
    case "choice":
      return (field.choices ?? []).some(({ id }) => id === value)
    default:
      return value.trim() !== ""
  }
}

/** Of the fields given those that are asked for and hold a value of their kind. */
export const fitting = ({ fields: asked }: PlannedMove, given: Given): Given =>
  Object.fromEntries(
    Object.entries(given).filter(([id, value]) => {
      const field = asked.get(id)
      return field !== undefined && isFilled(value) && isOf(field, value)
    }),
  )

const isExact = (text: string): boolean => {
  const parsed = Exact.parse(text)
  return Result.isSuccess(parsed) && Exact.text(parsed.success) === text
}

/**
 * Whether an act is for certain of the hand of an earlier one: of the same person. Where the earlier act named nobody, the
 * post speaks for itself (单位接单), whoever acts in it, but only a post of a body: a mere capacity (群众) is of nobody, and
 * what was asked for without a name is not taken back by a stranger.
 */
export const isSurely = (earlier: Actor, later: Actor): boolean => {
  if (earlier.person !== undefined) return earlier.person === later.person
  return earlier.body !== undefined && earlier.post === later.post && earlier.body === later.body
}

/**
 * The marks that an act leaves of its hand: of the person, and that one was named; or of the post, with its body and without
 * regard to it, and that nobody was named.
 */
export const marksOf = (move: string, { body, person, post }: Actor): ReadonlyArray<string> =>
  person === undefined
    ? [markOf(move, "unnamed"), markOf(move, "place", [post, body ?? null]), markOf(move, "post", post)]
    : [markOf(move, "named"), markOf(move, "person", person)]

/** The marks of all acts that `Separation.hands` takes for acts of this hand. */
export const marksLike = (move: string, { body, person, post }: Actor): ReadonlyArray<string> => {
  if (person !== undefined) return [markOf(move, "person", person)]
  return body === undefined
    ? [markOf(move, "post", post)]
    : [markOf(move, "place", [post, body]), markOf(move, "place", [post, null])]
}

/** The mark of all acts of which nobody can tell whether they are of this hand: the unnamed of a person, and the named of a post. */
export const markUntold = (move: string, { person }: Actor): string =>
  markOf(move, person === undefined ? "named" : "unnamed")

const markOf = (move: string, kind: "unnamed" | "named" | "person" | "place" | "post", of: unknown = null): string =>
  JSON.stringify([kind, move, of])

/** Whether a day and instant lie before others. */
export const isBefore = (a: Omit<Recorded, "id">, b: Omit<Recorded, "id">): boolean =>
  a.on < b.on || (a.on === b.on && a.recordedAt < b.recordedAt)

/** Whether a record lies before another or is the same, by the order of journals. */
export const isNotAfter = (a: Recorded, b: Recorded): boolean => {
  if (a.on !== b.on) return a.on < b.on
  return a.recordedAt === b.recordedAt ? a.id <= b.id : a.recordedAt < b.recordedAt
}

// ---------------------------------------------------------------- getters

/** The links of a chain, the first one first. */
export const inOrder = <L extends { readonly before: L | undefined }>(newest: L | undefined): ReadonlyArray<L> => {
  const links: Array<L> = []
  for (let link = newest; link !== undefined; link = link.before) links.push(link)
  return links.reverse()
}

// ---------------------------------------------------------------- operations

/** The counts after a move. */
export const counted = (tally: ReadonlyArray<number>, changes: PlannedMove["counts"] & {}): ReadonlyArray<number> => {
  const next = tally.slice()
  for (const { adds, place } of changes) next[place] = adds ? next[place]! + 1 : 0
  return next
}

/** The notes after a move and the fields filled with it. */
export const noted = (
  latest: Registered["latest"],
  changes: PlannedMove["notes"] & {},
  given: Given,
): Registered["latest"] => {
  const next = latest.slice()
  for (const { field, place } of changes) {
    if (field === undefined) next[place] = undefined
    else if (isFilled(valueIn(given, field))) next[place] = given[field]
  }
  return next
}

// ---------------------------------------------------------------- decisions

/**
 * What the leaves of a guard come to: a field holds what is given with the move, else what was given last. `given` is
 * `undefined` while nobody knows what will be given.
 */
export const reading =
  (
    { placeOf }: Plan,
    planned: PlannedMove,
    { latest, tally }: Registered,
    given: Given | undefined,
    tell: (name: string) => boolean | undefined,
  ) =>
  (leaf: Guard.Leaf): boolean | undefined => {
    if ("told" in leaf) return tell(leaf.told)
    const place = placeOf.get(leaf) ?? -1
    if ("count" in leaf) return Guard.counts(leaf, tally[place] ?? 0)
    const field = "has" in leaf ? leaf.has : leaf.field
    const before = latest[place]
    if (given !== undefined || !planned.fields.has(field)) {
      const now = given === undefined ? undefined : valueIn(given, field)
      const value = isFilled(now) ? now : before
      return "has" in leaf ? value !== undefined : typeof value === "string" && leaf.in.includes(value)
    }
    if ("has" in leaf) return before !== undefined || planned.move.needs.includes(field) ? true : undefined
    return undefined
  }

/** The facts of a guard that nobody told, each once. */
export const untold = (guard: Guard.Guard, tell: (name: string) => boolean | undefined): ReadonlyArray<string> => {
  const names = Guard.leaves(guard).flatMap(({ leaf }) => ("told" in leaf ? [leaf.told] : []))
  return [...new Set(names)].filter((name) => tell(name) === undefined)
}
