/**
 * Lineage (沿革): what passed from which body to which, both ways, so that points, orders, files and debts find whoever answers
 * for them now.
 *
 * @since 0.1.0
 */
import * as HashMap from "effect/HashMap"
import type * as CivilDate from "../foundation/CivilDate.js"
import * as OrganisationBodies from "./OrganisationBodies.js"

// ---------------------------------------------------------------- models

/**
 * The passages (承继) between bodies in the order in which they happened, every body under the id that it goes by, together
 * with the bodies themselves.
 *
 * @category models
 * @since 0.1.0
 */
export interface Lineage {
  readonly bodies: OrganisationBodies.OrganisationBodies
  readonly passages: ReadonlyArray<OrganisationBodies.Passage>
  readonly after: ReadonlyMap<string, ReadonlyArray<OrganisationBodies.Passage>>
  readonly before: ReadonlyMap<string, ReadonlyArray<OrganisationBodies.Passage>>
}

/**
 * From when to when something passes on: what was there at the end of the day `since`, or ever without one, up to the end
 * of the day `on`.
 *
 * @category models
 * @since 0.1.0
 */
export interface Stretch {
  readonly since?: CivilDate.CivilDate
  readonly on: CivilDate.CivilDate
}

/**
 * How something is passed on (承继办法): how two holdings become one, and how one is divided where there are several heirs,
 * which is asked with the passage and the ids of all who take part, the old body included where it lives on.
 *
 * @category models
 * @since 0.1.0
 */
export interface Inheritance<A> {
  readonly join: (one: A, other: A) => A
  readonly divide: (
    holding: A,
    heirs: ReadonlyArray<string>,
    passage: OrganisationBodies.Passage,
  ) => ReadonlyArray<{ readonly to: string; readonly part: A }>
}

// ---------------------------------------------------------------- constructors

/**
 * The lineage of all bodies.
 *
 * @example
 * ```ts
 * import { Lineage, OrganisationBodies } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * assert.deepEqual(Lineage.of(OrganisationBodies.none()).passages, [])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const of = (bodies: OrganisationBodies.OrganisationBodies): Lineage => {
  const resolved = (id: string): string => OrganisationBodies.resolve(bodies, id)
  const passages = [...HashMap.values(bodies.passages)]
    .flat()
    .map((passage) => {
      const from = resolved(passage.from)
      return { ...passage, from, to: [...new Set(passage.to.map(resolved))].filter((id) => id !== from).sort() }
    })
    .filter(({ to }) => to.length > 0)
    .sort((a, b) => a.place - b.place)
  const after = new Map<string, Array<OrganisationBodies.Passage>>()
  const before = new Map<string, Array<OrganisationBodies.Passage>>()
  for (const passage of passages) {
    listed(after, passage.from).push(passage)
    for (const id of passage.to) listed(before, id).push(passage)
  }
  return { bodies, passages, after, before }
}

const listed = <A>(lists: Map<string, Array<A>>, id: string): Array<A> => {
  const list = lists.get(id) ?? []
  lists.set(id, list)
  return list
}

// ---------------------------------------------------------------- getters

/**
 * What passed from a body directly (后继): the passages with the bodies it went to, the day and the entry, by any id the body
 * ever had.
 *
 * @example
 * ```ts
 * import { Lineage, OrganisationBodies } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * assert.deepEqual(Lineage.successors(Lineage.of(OrganisationBodies.none()), "branch-1"), [])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const successors = (self: Lineage, id: string): ReadonlyArray<OrganisationBodies.Passage> =>
  self.after.get(OrganisationBodies.resolve(self.bodies, id)) ?? []

/**
 * What passed to a body directly (前身): the passages with the bodies it came from, by any id the body ever had.
 *
 * @example
 * ```ts
 * import { Lineage, OrganisationBodies } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * assert.deepEqual(Lineage.ancestors(Lineage.of(OrganisationBodies.none()), "branch-1"), [])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const ancestors = (self: Lineage, id: string): ReadonlyArray<OrganisationBodies.Passage> =>
  self.before.get(OrganisationBodies.resolve(self.bodies, id)) ?? []

/**
 * The bodies that stand on a day and have something of what a body had: itself where it stands, and whoever it came to, in
 * order. None where it ended without a successor, and nobody later took over.
 *
 * **Details**
 *
 * Things pass on in the order in which it happened: what came to a body after it was split went to no part of it.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Lineage, OrganisationBodies, type OrganisationChange } from "dangjian/organisation"
 * import { PartialDate } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * // 示例：西村党支部并入东村党支部
 * const body = { kind: "branch", units: [], capabilities: [], established: PartialDate.parseUnsafe("1958") }
 * const event = (day: string, payload: OrganisationChange.Happening) => ({
 *   id: day,
 *   on: CivilDate.parseUnsafe(day),
 *   recordedAt: Coordinate.instantUnsafe(0),
 *   actor: { post: "组织委员" },
 *   payload,
 * })
 * const bodies = [
 *   event("2020-01-01", { happened: "established", organisation: { ...body, id: "east", name: "东村党支部" } }),
 *   event("2020-01-02", { happened: "established", organisation: { ...body, id: "west", name: "西村党支部" } }),
 *   event("2024-05-01", { happened: "ended", id: "west", reason: "merged", successors: ["east"] }),
 * ].reduce(OrganisationBodies.evolve, OrganisationBodies.none())
 * const lineage = Lineage.of(bodies)
 * assert.deepEqual(Lineage.heirs(lineage, "west", { on: CivilDate.parseUnsafe("2024-04-30") }), ["west"])
 * assert.deepEqual(Lineage.heirs(lineage, "west", { on: CivilDate.parseUnsafe("2024-05-01") }), ["east"])
 * assert.deepEqual(Lineage.origins(lineage, "east", { on: CivilDate.parseUnsafe("2024-05-01") }), ["east", "west"])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const heirs = (self: Lineage, id: string, stretch: Stretch): ReadonlyArray<string> => {
  const holders = new Set([OrganisationBodies.resolve(self.bodies, id)])
  for (const passage of within(self, stretch)) {
    if (!holders.has(passage.from)) continue
    if (!passage.stays) holders.delete(passage.from)
    for (const heir of passage.to) holders.add(heir)
  }
  return [...holders].filter((holder) => stands(self, holder, stretch.on)).sort()
}

/**
 * The bodies that something of what a body has on a day came from, itself among them, in order: those that have it among
 * their {@link heirs}. None where it does not stand on that day.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Lineage, OrganisationBodies } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const lineage = Lineage.of(OrganisationBodies.none())
 * assert.deepEqual(Lineage.origins(lineage, "branch-1", { on: CivilDate.parseUnsafe("2024-05-01") }), [])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const origins = (self: Lineage, id: string, stretch: Stretch): ReadonlyArray<string> => {
  const body = OrganisationBodies.resolve(self.bodies, id)
  if (!stands(self, body, stretch.on)) return []
  const sources = new Set([body])
  for (const passage of within(self, stretch).toReversed()) {
    if (passage.to.some((heir) => sources.has(heir))) sources.add(passage.from)
  }
  return [...sources].sort()
}

const within = ({ passages }: Lineage, { since, on }: Stretch): ReadonlyArray<OrganisationBodies.Passage> =>
  passages.filter((passage) => passage.on <= on && (since === undefined || passage.on > since))

const stands = ({ bodies }: Lineage, id: string, on: CivilDate.CivilDate): boolean => {
  const body = OrganisationBodies.find(bodies, id)
  return body !== undefined && body.from <= on && (body.is === "standing" || on < body.on)
}

// ---------------------------------------------------------------- operations

/**
 * What bodies held, carried along to whoever has it on a day (承继): holdings by id before, holdings by id after, in the
 * order of the ids. What a body held that ended without a successor stays under its id, in sight.
 *
 * **Details**
 *
 * Where there is one heir and the old body has ended, all goes to it. Elsewhere `divide` says who gets what; if its parts
 * make up the whole, totals before equal totals after.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, PartialDate } from "dangjian/foundation"
 * import { Lineage, OrganisationBodies, type OrganisationChange } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * // 示例：一支部分设为二，积分尽数归第一个
 * const body = { kind: "branch", units: [], capabilities: [], established: PartialDate.parseUnsafe("1958") }
 * const event = (day: string, id: string, payload: OrganisationChange.Happening) => ({
 *   id,
 *   on: CivilDate.parseUnsafe(day),
 *   recordedAt: Coordinate.instantUnsafe(0),
 *   actor: { post: "组织委员" },
 *   payload,
 * })
 * const bodies = [
 *   event("2020-01-01", "e1", { happened: "established", organisation: { ...body, id: "old", name: "示例党支部" } }),
 *   event("2024-05-01", "e2", { happened: "established", organisation: { ...body, id: "one", name: "第一党支部" } }),
 *   event("2024-05-01", "e3", { happened: "established", organisation: { ...body, id: "two", name: "第二党支部" } }),
 *   event("2024-05-01", "e4", { happened: "ended", id: "old", reason: "split", successors: ["one", "two"] }),
 * ].reduce(OrganisationBodies.evolve, OrganisationBodies.none())
 * const points = Lineage.carry(Lineage.of(bodies), new Map([["old", 60]]), { on: CivilDate.parseUnsafe("2024-05-01") }, {
 *   join: (one, other) => one + other,
 *   divide: (holding, [first]) => [{ to: first!, part: holding }],
 * })
 * assert.deepEqual([...points], [["one", 60]])
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const carry = <A>(
  self: Lineage,
  holdings: ReadonlyMap<string, A>,
  stretch: Stretch,
  { divide, join }: Inheritance<A>,
): ReadonlyMap<string, A> => {
  const held = new Map<string, A>()
  const give = (id: string, part: A): void => {
    const before = held.get(id)
    held.set(id, before === undefined ? part : join(before, part))
  }
  const sorted = [...holdings].sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [id, holding] of sorted) give(OrganisationBodies.resolve(self.bodies, id), holding)
  for (const passage of within(self, stretch)) {
    const holding = held.get(passage.from)
    if (holding === undefined) continue
    held.delete(passage.from)
    const heirs = passage.stays ? [passage.from, ...passage.to] : passage.to
    if (heirs.length === 1) give(heirs[0]!, holding)
    else for (const { to, part } of divide(holding, heirs, passage)) give(to, part)
  }
  return new Map([...held].sort(([a], [b]) => (a < b ? -1 : 1)))
}
