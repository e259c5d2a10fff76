/**
 * Bodies (党组织台账): what has become of every id that was ever given to a Party organisation, after the events of a journal.
 *
 * Nothing is ever taken out: a body that has ended keeps its last name and place, and an id that turned out to be another
 * name for a body leads to it.
 *
 * @since 0.1.0
 */
import * as HashMap from "effect/HashMap"
import { type CivilDate, min } from "../foundation/CivilDate.js"
import type * as Journal from "../process/Journal.js"
import type { Organisation } from "./Organisation.js"
import type { Happening, Reason, Turn } from "./OrganisationChange.js"

// ---------------------------------------------------------------- models

/**
 * What an id stands for: a body that stands (存续) since the day of the entry that established it, under whichever of its ids
 * that was first; one that has ended (已撤销) and was last like that; or another id (归并). `entry` is the id of the entry
 * that made it so.
 *
 * @category models
 * @since 0.1.0
 */
export type Body =
  | {
      readonly is: "standing"
      readonly organisation: Organisation
      readonly from: CivilDate
      readonly entry: string
    }
  | {
      readonly is: "ended"
      readonly organisation: Organisation
      readonly from: CivilDate
      readonly on: CivilDate
      readonly reason: Reason
      readonly successors: ReadonlyArray<string>
      readonly entry: string
    }
  | { readonly is: "alias"; readonly of: string; readonly entry: string }

/**
 * What passed from a body to others (承继): on which day, by which entry, why, and whether the body lives on. `place` counts
 * events, so that of two passages of one day the earlier is known.
 *
 * @category models
 * @since 0.1.0
 */
export interface Passage {
  readonly from: string
  readonly to: ReadonlyArray<string>
  readonly on: CivilDate
  readonly entry: string
  readonly reason: Reason
  readonly stays: boolean
  readonly place: number
}

/**
 * All bodies by id, the standing bodies directly below each, what passed from each, and the number of events so far. One
 * more event costs the same however many bodies there are.
 *
 * @category models
 * @since 0.1.0
 */
export interface OrganisationBodies {
  readonly bodies: HashMap.HashMap<string, Body>
  readonly below: HashMap.HashMap<string, HashMap.HashMap<string, true>>
  readonly passages: HashMap.HashMap<string, ReadonlyArray<Passage>>
  readonly events: number
}

// ---------------------------------------------------------------- constructors

/**
 * No bodies.
 *
 * @example
 * ```ts
 * import { OrganisationBodies } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * assert.deepEqual(OrganisationBodies.standing(OrganisationBodies.none()), [])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const none = (): OrganisationBodies => ({
  bodies: HashMap.empty(),
  below: HashMap.empty(),
  passages: HashMap.empty(),
  events: 0,
})

// ---------------------------------------------------------------- getters

const read = <A>(map: HashMap.HashMap<string, A>, id: string): A | undefined =>
  HashMap.has(map, id) ? HashMap.getUnsafe(map, id) : undefined

/**
 * The id that a body goes by, from any id it ever had: an alias leads to it, through any number of others; every other id
 * is its own. What an id once leads to is one body for ever.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { OrganisationBodies } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const event = {
 *   id: "e1",
 *   on: CivilDate.parseUnsafe("2024-01-01"),
 *   recordedAt: Coordinate.instantUnsafe(0),
 *   actor: { post: "组织委员" },
 *   payload: { happened: "aliased", id: "old-7", of: "branch-1" }, // 示例
 * } as const
 * const bodies = OrganisationBodies.evolve(OrganisationBodies.none(), event)
 * assert.equal(OrganisationBodies.resolve(bodies, "old-7"), "branch-1")
 * assert.equal(OrganisationBodies.resolve(bodies, "branch-1"), "branch-1")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const resolve = (self: OrganisationBodies, id: string): string => {
  for (let current = id; ; ) {
    const body = read(self.bodies, current)
    if (body?.is !== "alias") return current
    current = body.of
  }
}

/**
 * What a body is, by any id it ever had; `undefined` where there never was one.
 *
 * @example
 * ```ts
 * import { OrganisationBodies } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(OrganisationBodies.find(OrganisationBodies.none(), "branch-1"), undefined)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const find = (self: OrganisationBodies, id: string): Exclude<Body, { is: "alias" }> | undefined => {
  const body = read(self.bodies, resolve(self, id))
  return body?.is === "alias" ? undefined : body
}

/**
 * The organisations that stand, in the order of their ids.
 *
 * @example
 * ```ts
 * import { OrganisationBodies } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * assert.deepEqual(OrganisationBodies.standing(OrganisationBodies.none()), [])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const standing = (self: OrganisationBodies): ReadonlyArray<Organisation> =>
  HashMap.toValues(self.bodies)
    .flatMap((body) => (body.is === "standing" ? [body.organisation] : []))
    .sort((a, b) => (a.id < b.id ? -1 : 1))

/**
 * The ids of the standing bodies directly below one, in order.
 *
 * @example
 * ```ts
 * import { OrganisationBodies } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * assert.deepEqual(OrganisationBodies.children(OrganisationBodies.none(), "town"), [])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const children = (self: OrganisationBodies, id: string): ReadonlyArray<string> => {
  const below = read(self.below, id)
  return below === undefined ? [] : [...HashMap.keys(below)].sort()
}

/**
 * How many organisations of each kind stand, in the order of the kinds.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, PartialDate } from "dangjian/foundation"
 * import { OrganisationBodies } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const established = PartialDate.parseUnsafe("1958")
 * const organisation = { id: "b1", kind: "branch", name: "示例村党支部", units: [], capabilities: [], established }
 * const bodies = OrganisationBodies.evolve(OrganisationBodies.none(), {
 *   id: "e1",
 *   on: CivilDate.parseUnsafe("2024-01-01"),
 *   recordedAt: Coordinate.instantUnsafe(0),
 *   actor: { post: "组织委员" },
 *   payload: { happened: "established", organisation },
 * })
 * assert.deepEqual(OrganisationBodies.counts(bodies), [{ kind: "branch", bodies: 1 }])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const counts = (self: OrganisationBodies): ReadonlyArray<{ readonly kind: string; readonly bodies: number }> => {
  const byKind = new Map<string, number>()
  for (const body of HashMap.values(self.bodies)) {
    if (body.is !== "standing") continue
    const { kind } = body.organisation
    byKind.set(kind, (byKind.get(kind) ?? 0) + 1)
  }
  return [...byKind].map(([kind, bodies]) => ({ kind, bodies })).sort((a, b) => (a.kind < b.kind ? -1 : 1))
}

// ---------------------------------------------------------------- operations

/**
 * The bodies after one more event. Nothing is judged here: an event about a body that does not stand, an id that is given
 * twice and an alias that would close a ring leave everything as it was.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, PartialDate } from "dangjian/foundation"
 * import { OrganisationBodies } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const established = PartialDate.parseUnsafe("1958")
 * const organisation = { id: "b1", kind: "branch", name: "示例村党支部", units: [], capabilities: [], established }
 * const bodies = OrganisationBodies.evolve(OrganisationBodies.none(), {
 *   id: "e1",
 *   on: CivilDate.parseUnsafe("2024-01-01"),
 *   recordedAt: Coordinate.instantUnsafe(0),
 *   actor: { post: "组织委员" },
 *   payload: { happened: "established", organisation },
 * })
 * assert.deepEqual(OrganisationBodies.standing(bodies), [organisation])
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const evolve = (self: OrganisationBodies, event: Journal.Entry<Happening>): OrganisationBodies => {
  const { payload } = event
  const counted = { ...self, events: self.events + 1 }
  switch (payload.happened) {
    case "established":
      return established(counted, payload.organisation, event)
    case "renamed":
      return revised(counted, payload.id, (body) => ({ ...body, name: payload.name }), event.id)
    case "reparented":
      return reparented(counted, payload.id, payload.supervisedBy, event.id)
    case "rekinded":
      return revised(counted, payload.id, (body) => ({ ...body, kind: payload.kind }), event.id)
    case "served":
      return revised(counted, payload.id, (body) => ({ ...body, units: payload.units }), event.id)
    case "empowered":
      return revised(counted, payload.id, (body) => ({ ...body, capabilities: payload.capabilities }), event.id)
    case "recoded":
      return revised(counted, payload.id, (body) => recoded(body, payload.code), event.id)
    case "placed":
      return counted
    case "divided":
      return divided(counted, event, payload.id, payload.into)
    case "ended":
      return ended(counted, event, payload)
    case "aliased":
      return aliased(counted, payload.id, payload.of, event.id)
  }
}

const established = (
  self: OrganisationBodies,
  organisation: Organisation,
  { id: entry, on: from }: Journal.Entry<Happening>,
): OrganisationBodies => {
  const { id, supervisedBy } = organisation
  if (HashMap.has(self.bodies, id)) return self
  const parent = supervisedBy === undefined ? undefined : resolve(self, supervisedBy)
  const body = parent === supervisedBy ? organisation : { ...organisation, supervisedBy: parent! }
  const bodies = HashMap.set(self.bodies, id, { is: "standing", organisation: body, from, entry } as const)
  return { ...self, bodies, below: added(self.below, parent, id) }
}

const revised = (
  self: OrganisationBodies,
  id: string,
  revise: (organisation: Organisation) => Organisation,
  entry: string,
): OrganisationBodies => {
  const body = find(self, id)
  if (body?.is !== "standing") return self
  const organisation = revise(body.organisation)
  return { ...self, bodies: HashMap.set(self.bodies, organisation.id, { ...body, organisation, entry }) }
}

const recoded = ({ code: _, ...rest }: Organisation, code: string | undefined): Organisation =>
  code === undefined ? rest : { ...rest, code }

const reparented = (
  self: OrganisationBodies,
  id: string,
  to: string | undefined,
  entry: string,
): OrganisationBodies => {
  const body = find(self, id)
  if (body?.is !== "standing") return self
  const { supervisedBy: before, ...rest } = body.organisation
  const after = to === undefined ? undefined : resolve(self, to)
  const organisation = after === undefined ? rest : { ...rest, supervisedBy: after }
  const below = added(removed(self.below, before, rest.id), after, rest.id)
  return { ...self, below, bodies: HashMap.set(self.bodies, rest.id, { ...body, organisation, entry }) }
}

const divided = (
  self: OrganisationBodies,
  { id: entry, on }: Journal.Entry<Happening>,
  id: string,
  to: ReadonlyArray<string>,
): OrganisationBodies => {
  const from = resolve(self, id)
  if (read(self.bodies, from)?.is !== "standing") return self
  return passed(self, { from, to, on, entry, reason: "split", stays: true, place: self.events })
}

const ended = (
  self: OrganisationBodies,
  { id: entry, on }: Journal.Entry<Happening>,
  { id, reason, successors }: Extract<Happening, { readonly happened: "ended" }>,
): OrganisationBodies => {
  const body = find(self, id)
  if (body?.is !== "standing") return self
  const { organisation, from } = body
  const end = { is: "ended", organisation, from, on, reason, successors, entry } as const
  const after = {
    ...self,
    bodies: HashMap.set(self.bodies, organisation.id, end),
    below: removed(self.below, organisation.supervisedBy, organisation.id),
  }
  if (successors.length === 0) return after
  const passage = { from: organisation.id, to: successors, on, entry, reason, stays: false, place: self.events }
  return passed(after, passage)
}

const aliased = (self: OrganisationBodies, id: string, of: string, entry: string): OrganisationBodies => {
  const target = resolve(self, of)
  const body = read(self.bodies, id)
  if (target === id || body?.is === "alias" || body?.is === "ended") return self
  const alias = { is: "alias", of: target, entry } as const
  if (body === undefined) return { ...self, bodies: HashMap.set(self.bodies, id, alias) }
  const moved = children(self, id).reduce((state, child) => reparented(state, child, target, entry), self)
  // A body below its own duplicate has just been put under itself: it was read anew for that.
  const last = find(moved, id)?.organisation ?? body.organisation
  const named = find(moved, target)
  const known = HashMap.set(moved.bodies, id, alias)
  const after = {
    ...moved,
    bodies: named === undefined ? known : HashMap.set(known, target, { ...named, from: min(named.from, body.from) }),
    below: removed(moved.below, last.supervisedBy, id),
  }
  const inherited = (read(moved.passages, id) ?? []).map((passage) => ({ ...passage, from: target }))
  return inherited.reduce(passed, { ...after, passages: HashMap.remove(after.passages, id) })
}

const passed = (self: OrganisationBodies, passage: Passage): OrganisationBodies => {
  const before = read(self.passages, passage.from) ?? []
  return { ...self, passages: HashMap.set(self.passages, passage.from, [...before, passage]) }
}

type Below = OrganisationBodies["below"]

const added = (below: Below, parent: string | undefined, child: string): Below =>
  parent === undefined
    ? below
    : HashMap.set(below, parent, HashMap.set(read(below, parent) ?? HashMap.empty(), child, true as const))

const removed = (below: Below, parent: string | undefined, child: string): Below => {
  const siblings = parent === undefined ? undefined : read(below, parent)
  if (parent === undefined || siblings === undefined) return below
  const left = HashMap.remove(siblings, child)
  return HashMap.isEmpty(left) ? HashMap.remove(below, parent) : HashMap.set(below, parent, left)
}

/**
 * The bodies after all events of a journal, in its order: the same as one by one, and faster for a long one.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { OrganisationBodies } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const alias = {
 *   id: "e1",
 *   on: CivilDate.parseUnsafe("2024-01-01"),
 *   recordedAt: Coordinate.instantUnsafe(0),
 *   actor: { post: "组织委员" },
 *   payload: {
 *     content: { change: "alias", id: "old-7", of: "b1" }, // 示例
 *     events: [{ happened: "aliased", id: "old-7", of: "b1" }],
 *   },
 * } as const
 * assert.equal(OrganisationBodies.resolve(OrganisationBodies.replay([alias]), "old-7"), "b1")
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const replay = (
  entries: Iterable<Journal.Entry<Turn>>,
  from: OrganisationBodies = none(),
): OrganisationBodies => {
  let state: OrganisationBodies = {
    ...from,
    bodies: HashMap.beginMutation(from.bodies),
    below: HashMap.beginMutation(from.below),
    passages: HashMap.beginMutation(from.passages),
  }
  for (const { payload, ...envelope } of entries) {
    for (const event of payload.events) state = evolve(state, { ...envelope, payload: event })
  }
  return {
    ...state,
    bodies: HashMap.endMutation(state.bodies),
    below: HashMap.endMutation(state.below),
    passages: HashMap.endMutation(state.passages),
  }
}
