/**
 * What a change comes to (变更方案) if it is lawful: its events, what is wrong with the request itself, and what must be looked
 * at once the events have happened.
 *
 * @internal
 */
import * as HashMap from "effect/HashMap"
import { make as fault } from "../foundation/Fault.js"
import * as PartialDate from "../foundation/PartialDate.js"
import * as Span from "../rules/Span.js"
import { destinations, type Ground, moved, type Path, type Place, type Plan, placed, under } from "./ChangeMoves.js"
import type { Organisation } from "./Organisation.js"
import { children, find, type OrganisationBodies, resolve } from "./OrganisationBodies.js"
import type { Change, Happening, OrganisationChangeFault, Placement, Reason } from "./OrganisationChange.js"

// ---------------------------------------------------------------- models

type Of<C extends Change["change"]> = Extract<Change, { readonly change: C }>

// ---------------------------------------------------------------- decisions

/**
 * The plan of a change.
 *
 * @internal
 */
export const plan = (ground: Ground, change: Change): Plan => {
  switch (change.change) {
    case "establish":
      return establish(ground, [{ organisation: change.organisation, path: ["organisation"] }])
    case "rename":
    case "serve":
    case "grant":
    case "withdraw":
    case "recode":
      return revise(ground, change)
    case "reparent":
      return reparent(ground, change)
    case "rekind":
      return rekind(ground, change)
    case "merge":
      return merge(ground, change)
    case "split":
      return split(ground, change)
    case "dissolve":
      return dissolve(ground, change)
    case "alias":
      return alias(ground, change)
  }
}

interface Draft {
  readonly organisation: Organisation
  readonly path: Path
}

const establish = ({ state, on }: Ground, drafts: ReadonlyArray<Draft>): Plan => {
  const faults: Array<OrganisationChangeFault> = []
  const seen = new Set<string>()
  for (const { organisation, path } of drafts) {
    const { id, units, capabilities, established } = organisation
    if (seen.has(id)) faults.push(fault("organisationChange.idTwice", { id }, [...path, "id"]))
    seen.add(id)
    if (HashMap.has(state.bodies, id)) faults.push(fault("organisationChange.idTaken", { id }, [...path, "id"]))
    faults.push(...unitFaults(units, [...path, "units"]))
    faults.push(
      ...again(capabilities).map((place) =>
        fault("organisationChange.capabilityTwice", { capability: capabilities[place]! }, [
          ...path,
          "capabilities",
          place,
        ]),
      ),
    )
    if (PartialDate.certainlyBefore(on, established)) {
      faults.push(fault("organisationChange.notYet", { id, established, on }, [...path, "established"]))
    }
  }
  const bodies = drafts.map(({ organisation }) => placedUnder(state, organisation))
  return {
    events: bodies.map((organisation) => ({ happened: "established", organisation })),
    faults,
    places: bodies.map((organisation, index) => {
      const path = drafts[index]!.path
      return placeOf(organisation, path)
    }),
  }
}

const placeOf = ({ id, kind, supervisedBy }: Organisation, path: Path): Place =>
  supervisedBy === undefined ? { id, kind, path } : { id, kind, supervisedBy, path }

const placedUnder = (state: OrganisationBodies, organisation: Organisation): Organisation => {
  const { supervisedBy } = organisation
  if (supervisedBy === undefined) return organisation
  const parent = resolve(state, supervisedBy)
  return parent === supervisedBy ? organisation : { ...organisation, supervisedBy: parent }
}

const unitFaults = (units: ReadonlyArray<string>, path: Path): ReadonlyArray<OrganisationChangeFault> =>
  again(units).map((place) => fault("organisationChange.unitTwice", { unit: units[place]! }, [...path, place]))

/** The places at which a list says again what it has said. */
const again = (list: ReadonlyArray<string>): ReadonlyArray<number> => {
  const seen = new Set<string>()
  return list.flatMap((value, place) => {
    const isNew = !seen.has(value)
    seen.add(value)
    return isNew ? [] : [place]
  })
}

/** A body that stands, or why it is none. */
const standing = (state: OrganisationBodies, id: string, path: Path): Organisation | OrganisationChangeFault => {
  const body = find(state, id)
  if (body === undefined) return fault("organisationChange.unknown", { id }, path)
  if (body.is === "ended") return fault("organisationChange.ended", { id, on: body.on, reason: body.reason }, path)
  return body.organisation
}

const isFault = (found: Organisation | OrganisationChangeFault): found is OrganisationChangeFault =>
  "code" in found && "params" in found

const revise = ({ state }: Ground, change: Of<"rename" | "serve" | "grant" | "withdraw" | "recode">): Plan => {
  const found = standing(state, change.id, ["id"])
  const units = change.change === "serve" ? unitFaults(change.units, ["units"]) : []
  if (isFault(found)) return { events: [], faults: [found, ...units] }
  return { events: revisions(found, change), faults: units }
}

const revisions = (
  { id, name, units, capabilities, code }: Organisation,
  change: Of<"rename" | "serve" | "grant" | "withdraw" | "recode">,
): ReadonlyArray<Happening> => {
  switch (change.change) {
    case "rename":
      return change.name === name ? [] : [{ happened: "renamed", id, name: change.name }]
    case "serve":
      return sameList(change.units, units) ? [] : [{ happened: "served", id, units: change.units }]
    case "recode": {
      if (change.code === code) return []
      return [change.code === undefined ? { happened: "recoded", id } : { happened: "recoded", id, code: change.code }]
    }
    case "grant":
    case "withdraw": {
      const after =
        change.change === "grant"
          ? [...new Set([...capabilities, ...change.capabilities])].sort()
          : capabilities.filter((capability) => !change.capabilities.includes(capability))
      const same = new Set(after).size === new Set(capabilities).size
      return same ? [] : [{ happened: "empowered", id, capabilities: after }]
    }
  }
}

const sameList = (a: ReadonlyArray<string>, b: ReadonlyArray<string>): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index])

const reparent = ({ state }: Ground, { id, supervisedBy }: Of<"reparent">): Plan => {
  const found = standing(state, id, ["id"])
  const parent = supervisedBy === undefined ? undefined : resolve(state, supervisedBy)
  if (isFault(found)) {
    const places = parent === undefined ? [] : [{ id, supervisedBy: parent, path: [] }]
    return { events: [], faults: [found], places }
  }
  if (found.supervisedBy === parent) return { events: [], faults: [] }
  const { supervisedBy: _, ...rest } = found
  return {
    events: [under(found.id, parent)],
    faults: [],
    places: [placeOf(parent === undefined ? rest : { ...rest, supervisedBy: parent }, [])],
  }
}

const rekind = (ground: Ground, change: Of<"rekind">): Plan => {
  const { kinds, state } = ground
  const found = standing(state, change.id, ["id"])
  const below = establish(
    ground,
    (change.below ?? []).map((organisation, index) => ({ organisation, path: ["below", index] })),
  )
  if (isFault(found)) return { ...below, events: [], faults: [found, ...below.faults] }
  const { id, kind, name } = found
  const moves = moved(ground, [id], change.children, undefined)
  const members = destinations(state, change.members)
  const leaves = kinds.get(kind)?.holdsMembers === true && kinds.get(change.kind)?.holdsMembers === false
  const leave = leaves ? [id] : []
  const own = kind === change.kind ? [] : [placeOf({ ...found, kind: change.kind }, [])]
  return {
    events: [
      ...(kind === change.kind ? [] : [{ happened: "rekinded", id, kind: change.kind } as const]),
      ...(change.name === undefined || change.name === name
        ? []
        : [{ happened: "renamed", id, name: change.name } as const]),
      ...below.events,
      ...moves.events,
      ...placed(leave, members.placement),
    ],
    faults: [...below.faults, ...moves.faults, ...members.faults],
    places: [...own, ...(below.places ?? []), ...(moves.places ?? [])],
    rekinded: kind === change.kind ? [] : [id],
    leave,
    ...(members.placement === undefined ? {} : { members: members.placement }),
  }
}

const alias = ({ kinds, state }: Ground, { id, of }: Of<"alias">): Plan => {
  const body = HashMap.has(state.bodies, id) ? HashMap.getUnsafe(state.bodies, id) : undefined
  const target = resolve(state, of)
  const named = find(state, of)
  if (body?.is === "alias") {
    const same = resolve(state, id) === target
    if (same) return { events: [], faults: [] }
    return { events: [], faults: [fault("organisationChange.aliasTwice", { id, of: resolve(state, id) }, ["id"])] }
  }
  if (target === id) return { events: [], faults: [fault("organisationChange.aliasRing", { id, of }, ["of"])] }
  const faults: Array<OrganisationChangeFault> = []
  if (body?.is === "ended") {
    faults.push(fault("organisationChange.ended", { id, on: body.on, reason: body.reason }, ["id"]))
  }
  if (named === undefined) faults.push(fault("organisationChange.unknown", { id: of }, ["of"]))
  if (named?.is === "ended" && body?.is === "standing") {
    faults.push(fault("organisationChange.ended", { id: of, on: named.on, reason: named.reason }, ["of"]))
  }
  if (body?.is === "standing" && named?.is === "standing" && kinds.get(body.organisation.kind)?.holdsMembers === true) {
    const { kind } = named.organisation
    if (kinds.get(kind)?.holdsMembers === false) {
      faults.push(fault("organisationChange.holdsNone", { id: target, kind }, ["of"]))
    }
  }
  if (faults.length > 0) return { events: [], faults }
  const places = children(state, id).map((child): Place => {
    const { kind } = find(state, child)!.organisation
    return { id: child, kind, supervisedBy: target, path: ["of"] }
  })
  return { events: [{ happened: "aliased", id, of: target }], faults: [], places }
}

const merge = (ground: Ground, change: Of<"merge">): Plan => {
  const { state } = ground
  const isNew = typeof change.into !== "string"
  const made =
    typeof change.into === "string" ? undefined : establish(ground, [{ organisation: change.into, path: ["into"] }])
  const into = typeof change.into === "string" ? resolve(state, change.into) : change.into.id
  const sources = gathered(state, change.ids, isNew ? [] : [into])
  const survivor = typeof change.into === "string" ? standing(state, change.into, ["into"]) : change.into
  const faults: Array<OrganisationChangeFault> = [...sources.faults, ...(made?.faults ?? [])]
  if (isFault(survivor)) faults.push(survivor)
  else faults.push(...successorFaults(ground, "merged", [{ kind: survivor.kind, path: ["into"], id: into }], ["into"]))
  const bodies = new Set(change.ids.map((id) => resolve(state, id))).size + (isNew ? 0 : 1)
  if (bodies < LEAST_TO_MERGE) faults.push(fault("organisationChange.alone", { bodies }, ["ids"]))
  const first = { events: made?.events ?? [], faults, places: made?.places ?? [] }
  return ending(ground, first, sources.ids, { reason: "merged", successors: [into] }, change, into)
}

/** What one body goes through alone is no merger. */
const LEAST_TO_MERGE = 2

const split = (ground: Ground, change: Of<"split">): Plan => {
  const { state } = ground
  const found = standing(state, change.id, ["id"])
  const made = establish(
    ground,
    change.into.map((organisation, index) => ({ organisation, path: ["into", index] })),
  )
  const id = resolve(state, change.id)
  const successors = [
    ...(change.keeps && !isFault(found) ? [{ id, kind: found.kind, path: ["id"] }] : []),
    ...change.into.map((body, index) => ({ id: body.id, kind: body.kind, path: ["into", index] })),
  ]
  const faults = [
    ...(isFault(found) ? [found] : successorFaults(ground, "split", successors, ["into"])),
    ...made.faults,
  ]
  const first = { events: made.events, faults, places: made.places ?? [] }
  const into = change.into.map((body) => body.id)
  if (isFault(found)) return first
  if (!change.keeps) return ending(ground, first, [id], { reason: "split", successors: into }, change, undefined)
  return dividing(ground, first, found, into, change)
}

const dividing = (
  { kinds, state, ...ground }: Ground,
  first: Plan,
  { id, kind }: Organisation,
  into: ReadonlyArray<string>,
  change: Of<"split">,
): Plan => {
  const moves = moved({ kinds, state, ...ground }, [id], change.children, undefined)
  const members = destinations(state, change.members === undefined ? undefined : { to: id, ...change.members })
  const may = kinds.get(kind)?.holdsMembers === true ? [id] : []
  return {
    ...first,
    events: [...first.events, ...moves.events, ...placed(may, members.placement), { happened: "divided", id, into }],
    faults: [...first.faults, ...moves.faults, ...members.faults],
    places: [...(first.places ?? []), ...(moves.places ?? [])],
    may,
    ...(members.placement === undefined ? {} : { members: members.placement }),
  }
}

const dissolve = (ground: Ground, change: Of<"dissolve">): Plan => {
  const { state } = ground
  const found = standing(state, change.id, ["id"])
  const faults: Array<OrganisationChangeFault> = []
  const known = change.successors.map((id, index) => ({ id: resolve(state, id), path: ["successors", index] }))
  const seen = new Set<string>()
  for (const { id, path } of known) {
    if (seen.has(id)) faults.push(fault("organisationChange.idTwice", { id }, path))
    seen.add(id)
  }
  const kindsOf = known.map(({ id, path }) => ({ id, kind: find(state, id)?.organisation.kind, path }))
  faults.push(...successorFaults(ground, change.reason, kindsOf, ["successors"]))
  const successors = known.map(({ id }) => id)
  if (isFault(found)) return { events: [], faults: [found, ...faults], successors: known }
  const first = { events: [], faults, successors: known }
  return ending(ground, first, [found.id], { reason: change.reason, successors }, change, undefined)
}

/** The bodies that a merger takes in, each once and none of those that live on. */
const gathered = (state: OrganisationBodies, ids: ReadonlyArray<string>, others: ReadonlyArray<string>) => {
  const faults: Array<OrganisationChangeFault> = []
  const seen = new Set(others)
  const sources: Array<string> = []
  for (const [index, id] of ids.entries()) {
    const found = standing(state, id, ["ids", index])
    const own = resolve(state, id)
    if (seen.has(own)) faults.push(fault("organisationChange.idTwice", { id }, ["ids", index]))
    else if (isFault(found)) faults.push(found)
    else sources.push(own)
    seen.add(own)
  }
  return { ids: sources, faults }
}

const ending = (
  ground: Ground,
  first: Plan,
  ids: ReadonlyArray<string>,
  end: { readonly reason: Reason; readonly successors: ReadonlyArray<string> },
  change: { readonly members?: Placement; readonly children?: Placement },
  heir: string | undefined,
): Plan => {
  if (ids.length === 0) return first
  const { kinds, state } = ground
  const moves = moved(ground, ids, change.children, heir)
  const members = destinations(state, change.members)
  const leave = ids.filter((id) => kinds.get(find(state, id)!.organisation.kind)?.holdsMembers === true)
  return {
    ...first,
    events: [
      ...first.events,
      ...moves.events,
      ...placed(leave, members.placement),
      ...ids.map((id) => ({ happened: "ended", id, ...end }) as const),
    ],
    faults: [...first.faults, ...moves.faults, ...members.faults],
    places: [...(first.places ?? []), ...(moves.places ?? [])],
    ended: ids,
    leave,
    ...(members.placement === undefined ? {} : { members: members.placement }),
  }
}

const successorFaults = (
  { law }: Ground,
  reason: Reason,
  successors: ReadonlyArray<{ readonly id: string; readonly kind: string | undefined; readonly path: Path }>,
  path: Path,
): ReadonlyArray<OrganisationChangeFault> => {
  const ending = law.endings.find((row) => row.reason === reason)
  if (ending === undefined) return [fault("organisationChange.reason", { reason }, path)]
  const { least, most, kinds } = ending
  const given = successors.length
  const isOff = given < least || (most !== undefined && given > most)
  const on = Span.text(most === undefined ? { ge: String(least) } : { ge: String(least), le: String(most) })
  return [
    ...(isOff ? [fault("organisationChange.successors", { reason, given, on }, path)] : []),
    ...successors.flatMap(({ id, kind, path: at }) =>
      kinds === undefined || kind === undefined || kinds.includes(kind)
        ? []
        : [fault("organisationChange.successorKind", { reason, id, kind }, at)],
    ),
  ]
}
