/**
 * The register of Party organisations (党组织名册): which stood on a day, as known on a day, and what became of each.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import type * as CivilDate from "../foundation/CivilDate.js"
import type * as Coordinate from "../foundation/Coordinate.js"
import { make as fault, under } from "../foundation/Fault.js"
import type { Actor } from "../process/Actor.js"
import * as Decider from "../process/Decider.js"
import type * as Journal from "../process/Journal.js"
import type { Organisation } from "./Organisation.js"
import * as OrganisationBodies from "./OrganisationBodies.js"
import type { Change, Happening, Law, OrganisationChangeFault, Turn } from "./OrganisationChange.js"
import * as OrganisationLife from "./OrganisationLife.js"
import * as PartyTree from "./PartyTree.js"

// ---------------------------------------------------------------- models

/**
 * Everything that is known at an instant, decided anew in its order: the changes that stand, and those that do not, with the
 * reasons.
 *
 * @category models
 * @since 0.1.0
 */
export interface OrganisationRegister {
  readonly knownAt: Coordinate.Instant
  readonly turns: Journal.Journal<Turn>
  readonly refused: ReadonlyArray<Decider.Refused<Change, Happening, OrganisationChangeFault>>
}

/**
 * How a body was from a day up to but without another (沿革), and by which entries it became so; without `organisation` it had
 * ended.
 *
 * @category models
 * @since 0.1.0
 */
export interface Version {
  readonly from: CivilDate.CivilDate
  readonly to?: CivilDate.CivilDate
  readonly organisation?: Organisation
  readonly entries: ReadonlyArray<string>
}

/**
 * A body that is not the same in two views: how it stands in the one and in the other, where it stands at all.
 *
 * @category models
 * @since 0.1.0
 */
export interface Difference {
  readonly id: string
  readonly before?: Organisation
  readonly after?: Organisation
}

/**
 * What an opening list (建账) is recorded as: from which day on it holds, when and by whom it was recorded, and what its
 * entries' ids begin with.
 *
 * @category models
 * @since 0.1.0
 */
export interface Opening {
  readonly id: string
  readonly on: CivilDate.CivilDate
  readonly recordedAt: Coordinate.Instant
  readonly actor: Actor
}

// ---------------------------------------------------------------- constructors

/**
 * The register as known at an instant. What was recorded later is not in it, so that the answer of an earlier instant can be
 * given again for ever; corrections by then are.
 *
 * @example
 * ```ts
 * import { Coordinate } from "dangjian/foundation"
 * import { OrganisationChange, OrganisationRegister } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const law = { kinds: [], edges: [], endings: OrganisationChange.endings }
 * assert.deepEqual(OrganisationRegister.of(law, [], Coordinate.instantUnsafe(0)).turns, [])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const of = (law: Law, journal: Journal.Journal<Turn>, knownAt: Coordinate.Instant): OrganisationRegister => {
  const known = journal.filter(({ recordedAt }) => recordedAt <= knownAt)
  const { journal: turns, refused } = Decider.settle(OrganisationLife.decider(law), known)
  return { knownAt, turns, refused }
}

/**
 * The entries that set up a list of organisations that exist already (建账), superiors before those below them, whatever
 * the order of the list. Of a body of which the archive knows only the year the organisation keeps the year; the entry
 * holds from the day of the list.
 *
 * **Details**
 *
 * All that is wrong comes at once, each with the index of its row, rows in a ring, rows below one and rows with an id that
 * stood before included. What is below a row that is refused is not refused for that.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, PartialDate } from "dangjian/foundation"
 * import { OrganisationBodies, OrganisationChange, OrganisationRegister } from "dangjian/organisation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * // 示例：下级写在上级之前的名册
 * const [cite, from] = [{ title: "示例办法", standing: "transcription" } as const, CivilDate.parseUnsafe("2018-01-01")]
 * const kind = { nature: "primary", leaders: "elected" } as const
 * const law = {
 *   kinds: [
 *     { ...kind, id: "committee", label: { zh: "党委" }, holdsMembers: false },
 *     { ...kind, id: "branch", label: { zh: "党支部" }, holdsMembers: true },
 *   ],
 *   edges: [
 *     { id: "e1", strength: "must", from, cite, child: "committee" } as const,
 *     { id: "e2", strength: "must", from, cite, parent: "committee", child: "branch" } as const,
 *   ],
 *   endings: OrganisationChange.endings,
 * }
 * const body = { units: [], capabilities: [], established: PartialDate.parseUnsafe("1958") }
 * const list = [
 *   { ...body, id: "b1", kind: "branch", name: "东村党支部", supervisedBy: "town" },
 *   { ...body, id: "town", kind: "committee", name: "示例镇党委" },
 * ]
 * const recordedAt = Coordinate.instantUnsafe(1)
 * const entry = { id: "list-2023", on: CivilDate.parseUnsafe("2023-01-01"), recordedAt, actor: { post: "组织委员" } }
 * const journal = Result.getOrThrow(OrganisationRegister.opening(law, list, entry))
 * const register = OrganisationRegister.of(law, journal, recordedAt)
 * const bodies = OrganisationRegister.on(register, CivilDate.parseUnsafe("2023-06-30"))
 * assert.deepEqual(OrganisationBodies.standing(bodies).map(({ id }) => id), ["b1", "town"])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const opening = (
  law: Law,
  organisations: ReadonlyArray<Organisation>,
  { id: list, ...envelope }: Opening,
): Result.Result<Journal.Journal<Turn>, ReadonlyArray<OrganisationChangeFault>> => {
  const life = OrganisationLife.decider(law)
  const { rows, faults, others } = ranked(organisations)
  const failed = new Set<string>()
  const entries: Array<Journal.Entry<Turn>> = []
  let state = life.initial
  for (const { depth, index, organisation } of rows) {
    const { id, supervisedBy } = organisation
    const content: Change = { change: "establish", organisation }
    const entry = `${list}/${String(depth).padStart(DIGITS, "0")}/${id}`
    const decided = life.decide(state, { ...envelope, id: entry, content })
    const isBelow = supervisedBy !== undefined && failed.has(supervisedBy)
    if (Result.isFailure(decided)) {
      failed.add(id)
      const own = decided.failure.filter(({ code }) => !isBelow || code !== "organisationChange.unknown")
      faults.push(...own.map((each) => under([index], { ...each, path: each.path.slice(1) })))
      continue
    }
    const events = decided.success
    entries.push({ ...envelope, id: entry, payload: { content, events } })
    for (const payload of events) state = life.evolve(state, { ...envelope, id: entry, payload })
  }
  for (const index of others) {
    const content: Change = { change: "establish", organisation: organisations[index]! }
    const decided = life.decide(life.initial, { ...envelope, id: list, content })
    const own = Result.isFailure(decided) ? decided.failure.filter(({ code }) => OWN.has(code)) : []
    faults.push(...own.map((each) => under([index], { ...each, path: each.path.slice(1) })))
  }
  return faults.length > 0 ? Result.fail(faults.sort(byRow)) : Result.succeed(entries.sort(byText))
}

/** What is wrong with a row wherever it stands. */
const OWN: ReadonlySet<OrganisationChangeFault["code"]> = /* @__PURE__ */ new Set([
  "organisationChange.kind",
  "organisationChange.unitTwice",
  "organisationChange.capabilityTwice",
  "organisationChange.notYet",
])

/** Ids sort as texts, so that depths are written out to as many digits as the deepest tree can need. */
const DIGITS = 7

const byRow = (a: OrganisationChangeFault, b: OrganisationChangeFault): number => Number(a.path[0]) - Number(b.path[0])

const byText = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1)

interface Row {
  readonly depth: number
  readonly index: number
  readonly organisation: Organisation
}

/** The rows by depth, those that have no depth, and what is wrong with the list as a list: ids that come twice, and rings. */
const ranked = (organisations: ReadonlyArray<Organisation>) => {
  const faults: Array<OrganisationChangeFault> = []
  const rowOf = new Map<string, number>()
  const again: Array<number> = []
  for (const [index, { id }] of organisations.entries()) {
    if (rowOf.has(id)) {
      faults.push(fault("organisationChange.idTwice", { id }, [index, "id"]))
      again.push(index)
    } else rowOf.set(id, index)
  }
  const below = new Map<number, Array<number>>()
  const level: Array<number> = []
  for (const index of rowOf.values()) {
    const { supervisedBy } = organisations[index]!
    const above = supervisedBy === undefined ? undefined : rowOf.get(supervisedBy)
    if (above === undefined) level.push(index)
    else if (below.has(above)) below.get(above)!.push(index)
    else below.set(above, [index])
  }
  const rows: Array<Row> = []
  const left = new Set(rowOf.values())
  for (let depth = 0, next = level; next.length > 0; depth++) {
    const deeper: Array<number> = []
    for (const index of next) {
      left.delete(index)
      rows.push({ depth, index, organisation: organisations[index]! })
      for (const child of below.get(index) ?? []) deeper.push(child)
    }
    next = deeper
  }
  for (const index of inRings(left, (row) => rowOf.get(organisations[row]!.supervisedBy ?? ""))) {
    const { id, supervisedBy } = organisations[index]!
    faults.push(fault("organisationChange.cycle", { id, supervisedBy: supervisedBy ?? "" }, [index, "supervisedBy"]))
  }
  return { rows, faults, others: [...left, ...again] }
}

/** Of rows that no root is above, those in a ring, and not those that only stand below one. */
const inRings = (rows: ReadonlySet<number>, above: (row: number) => number | undefined): ReadonlySet<number> => {
  const found = new Set<number>()
  const seenIn = new Map<number, number>()
  for (const start of rows) {
    let row: number | undefined = start
    while (row !== undefined && !seenIn.has(row)) {
      seenIn.set(row, start)
      row = above(row)
    }
    if (row === undefined || seenIn.get(row) !== start) continue
    for (; row !== undefined && !found.has(row); row = above(row)) found.add(row)
  }
  return found
}

// ---------------------------------------------------------------- getters

/**
 * The bodies as they were at the end of a day.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { OrganisationBodies, OrganisationChange, OrganisationRegister } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const law = { kinds: [], edges: [], endings: OrganisationChange.endings }
 * const register = OrganisationRegister.of(law, [], Coordinate.instantUnsafe(0))
 * const bodies = OrganisationRegister.on(register, CivilDate.parseUnsafe("2024-01-01"))
 * assert.deepEqual(OrganisationBodies.standing(bodies), [])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const on = (self: OrganisationRegister, day: CivilDate.CivilDate): OrganisationBodies.OrganisationBodies =>
  OrganisationBodies.replay(self.turns.filter((turn) => turn.on <= day))

/**
 * The tree of a day, held against rules: those that the changes were decided by, or others that came later.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { OrganisationChange, OrganisationRegister } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const law = { kinds: [], edges: [], endings: OrganisationChange.endings }
 * const register = OrganisationRegister.of(law, [], Coordinate.instantUnsafe(0))
 * const { faults, findings } = OrganisationRegister.tree(register, CivilDate.parseUnsafe("2024-01-01"), law)
 * assert.deepEqual([faults, findings], [[], []])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const tree = (self: OrganisationRegister, day: CivilDate.CivilDate, rules: PartyTree.Rules): PartyTree.Built =>
  PartyTree.of(OrganisationBodies.standing(on(self, day)), day, rules)

/**
 * The bodies at a coordinate: as they were on its day, with the knowledge of its instant.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { OrganisationBodies, OrganisationChange, OrganisationRegister } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const law = { kinds: [], edges: [], endings: OrganisationChange.endings }
 * const at = Coordinate.of(CivilDate.parseUnsafe("2024-01-01"), Coordinate.instantUnsafe(0))
 * assert.deepEqual(OrganisationBodies.counts(OrganisationRegister.asOf(law, [], at)), [])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const asOf = (
  law: Law,
  journal: Journal.Journal<Turn>,
  { knownAt, validAt }: Coordinate.Coordinate,
): OrganisationBodies.OrganisationBodies => on(of(law, journal, knownAt), validAt)

/**
 * The versions of one body in order, by any id it ever had: each day on which something about it changed opens one.
 *
 * @example
 * ```ts
 * import { Coordinate } from "dangjian/foundation"
 * import { OrganisationChange, OrganisationRegister } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const law = { kinds: [], edges: [], endings: OrganisationChange.endings }
 * const register = OrganisationRegister.of(law, [], Coordinate.instantUnsafe(0))
 * assert.deepEqual(OrganisationRegister.history(register, "branch-1"), [])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const history = (self: OrganisationRegister, id: string): ReadonlyArray<Version> => {
  const own = OrganisationBodies.resolve(OrganisationBodies.replay(self.turns), id)
  const versions: Array<Version> = []
  let bodies = OrganisationBodies.none()
  for (const turn of self.turns) {
    const before = OrganisationBodies.find(bodies, own)
    bodies = turn.payload.events.reduce(
      (state, payload) => OrganisationBodies.evolve(state, { ...turn, payload }),
      bodies,
    )
    const body = OrganisationBodies.find(bodies, own)
    if (body === undefined || body === before) continue
    const last = versions.at(-1)
    const version = body.is === "standing" ? { from: turn.on, organisation: body.organisation } : { from: turn.on }
    if (last?.from === turn.on) versions.splice(-1, 1, { ...version, entries: [...last.entries, turn.id] })
    else {
      if (last !== undefined) versions.splice(-1, 1, { ...last, to: turn.on })
      versions.push({ ...version, entries: [turn.id] })
    }
  }
  return versions
}

/**
 * The bodies that are not the same in two views, in the order of their ids: new, gone, or otherwise than before.
 *
 * @example
 * ```ts
 * import { OrganisationBodies, OrganisationRegister } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * assert.deepEqual(OrganisationRegister.difference(OrganisationBodies.none(), OrganisationBodies.none()), [])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const difference = (
  one: OrganisationBodies.OrganisationBodies,
  other: OrganisationBodies.OrganisationBodies,
): ReadonlyArray<Difference> => {
  const byId = new Map<string, { before?: Organisation; after?: Organisation }>()
  for (const before of OrganisationBodies.standing(one)) byId.set(before.id, { before })
  for (const after of OrganisationBodies.standing(other)) byId.set(after.id, { ...byId.get(after.id), after })
  return [...byId]
    .filter(([, { before, after }]) => before === undefined || after === undefined || !isSame(before, after))
    .map(([id, views]) => ({ id, ...views }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

const isSame = (a: Organisation, b: Organisation): boolean =>
  a === b ||
  (a.kind === b.kind &&
    a.name === b.name &&
    a.supervisedBy === b.supervisedBy &&
    a.code === b.code &&
    a.established === b.established &&
    sameList(a.units, b.units) &&
    sameList(a.capabilities, b.capabilities))

const sameList = (a: ReadonlyArray<string>, b: ReadonlyArray<string>): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index])

/**
 * What lies between two coordinates, told apart: what was corrected (更正), which is how the first day looks with the later
 * knowledge against how it looked with the earlier; and what changed (变化) from the one day to the other, with the later
 * knowledge.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { OrganisationChange, OrganisationRegister } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const law = { kinds: [], edges: [], endings: OrganisationChange.endings }
 * const at = Coordinate.of(CivilDate.parseUnsafe("2024-01-01"), Coordinate.instantUnsafe(0))
 * assert.deepEqual(OrganisationRegister.between(law, [], at, at), { corrected: [], changed: [] })
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const between = (
  law: Law,
  journal: Journal.Journal<Turn>,
  from: Coordinate.Coordinate,
  to: Coordinate.Coordinate,
): { readonly corrected: ReadonlyArray<Difference>; readonly changed: ReadonlyArray<Difference> } => {
  const later = of(law, journal, to.knownAt)
  const first = on(later, from.validAt)
  return {
    corrected: difference(asOf(law, journal, from), first),
    changed: difference(first, on(later, to.validAt)),
  }
}
