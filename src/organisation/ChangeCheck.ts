/**
 * What is wrong with the bodies once a change has happened (变更核查): places, rings, orphans, and members without a branch.
 *
 * @internal
 */
import * as HashMap from "effect/HashMap"
import type * as CivilDate from "../foundation/CivilDate.js"
import { make as fault } from "../foundation/Fault.js"
import type { Ground, Path, Place, Plan } from "./ChangeMoves.js"
import { children, find, type OrganisationBodies } from "./OrganisationBodies.js"
import type { OrganisationChangeFault } from "./OrganisationChange.js"
import type { Edge } from "./OrganisationKind.js"

// ---------------------------------------------------------------- models

/**
 * The lawful places by the kind of the body that takes them.
 *
 * @internal
 */
export type Edges = ReadonlyMap<string, ReadonlyArray<Edge>>

type Faults = ReadonlyArray<OrganisationChangeFault>

// ---------------------------------------------------------------- decisions

/**
 * All that is wrong after the events of a plan.
 *
 * @internal
 */
export const check = (ground: Ground, edges: Edges, plan: Plan, after: OrganisationBodies): Faults => [
  ...(plan.places ?? []).flatMap((place) => placeFaults(ground, edges, place, after)),
  ...(plan.rekinded ?? []).flatMap((id) => childFaults(ground, edges, id, plan, after)),
  ...(plan.ended ?? []).flatMap((id) =>
    children(after, id).map((child) => fault("organisationChange.orphan", { id, child }, ["children"])),
  ),
  ...(plan.successors ?? []).flatMap(({ id, path }) => standingFaults(after, id, path)),
  ...memberFaults(ground, plan, after),
]

const standingFaults = (after: OrganisationBodies, id: string, path: Path): Faults => {
  const body = find(after, id)
  if (body === undefined) return [fault("organisationChange.unknown", { id }, path)]
  if (body.is === "standing") return []
  return [fault("organisationChange.ended", { id, on: body.on, reason: body.reason }, path)]
}

const placeFaults = ({ kinds, on }: Ground, edges: Edges, place: Place, after: OrganisationBodies): Faults => {
  const { id, kind, supervisedBy, path } = place
  const known = kind === undefined || kinds.has(kind)
  const ofKind = known ? [] : [fault("organisationChange.kind", { id, kind }, [...path, "kind"])]
  if (supervisedBy === undefined) {
    if (kind === undefined || !known || isLawful(edges, kind, undefined, on)) return ofKind
    return [fault("organisationChange.root", { id, kind }, [...path, "supervisedBy"])]
  }
  const at = path[0] === "of" || path[0] === "children" ? path : [...path, "supervisedBy"]
  const ofParent = standingFaults(after, supervisedBy, at)
  if (ofParent.length > 0) return [...ofKind, ...ofParent]
  if (isRing(after, id, supervisedBy)) {
    return [...ofKind, fault("organisationChange.cycle", { id, supervisedBy }, at)]
  }
  const parent = find(after, supervisedBy)!.organisation.kind
  if (kind === undefined || !known || isLawful(edges, kind, parent, on)) return ofKind
  return [fault("organisationChange.place", { id, kind, parent }, at)]
}

const isLawful = (edges: Edges, child: string, parent: string | undefined, on: CivilDate.CivilDate): boolean =>
  (edges.get(child) ?? []).some(
    (edge) => edge.parent === parent && edge.from <= on && (edge.to === undefined || on < edge.to),
  )

/** A body without bodies below it closes no ring, so that most changes cost no walk. */
const isRing = (after: OrganisationBodies, id: string, supervisedBy: string): boolean => {
  if (!HashMap.has(after.below, id)) return false
  const seen = new Set<string>()
  for (let above: string | undefined = supervisedBy; above !== undefined && !seen.has(above); ) {
    if (above === id) return true
    seen.add(above)
    above = find(after, above)?.organisation.supervisedBy
  }
  return false
}

/** The bodies below one that became another kind, save those that were looked at for themselves. */
const childFaults = (
  { kinds, on }: Ground,
  edges: Edges,
  id: string,
  { places = [] }: Plan,
  after: OrganisationBodies,
): Faults => {
  const looked = new Set(places.map((place) => place.id))
  const parent = find(after, id)!.organisation.kind
  if (!kinds.has(parent)) return []
  return children(after, id).flatMap((child) => {
    const { kind } = find(after, child)!.organisation
    if (looked.has(child) || isLawful(edges, kind, parent, on)) return []
    return [fault("organisationChange.place", { id: child, kind, parent }, ["kind"])]
  })
}

const memberFaults = (ground: Ground, plan: Plan, after: OrganisationBodies): Faults => {
  const { leave = [], may = [], members } = plan
  const from = [...leave, ...may]
  if (members === undefined) return forgotten(ground, leave)
  if (from.length === 0) return [fault("organisationChange.noneToPlace", {}, ["members"])]
  const rows = [
    ...(members.to === undefined ? [] : [{ id: members.to, path: ["members", "to"] }]),
    ...(members.except ?? []).map(({ to }, index) => ({ id: to, path: ["members", "except", index, "to"] })),
  ]
  return [...rows.flatMap(({ id, path }) => holderFaults(ground, id, path, after)), ...rollFaults(ground, from, plan)]
}

const forgotten = ({ law, on }: Ground, leave: ReadonlyArray<string>): Faults =>
  leave
    .filter((id) => law.personsIn === undefined || law.personsIn(id, on).length > 0)
    .map((id) => fault("organisationChange.members", { id }, ["members"]))

const holderFaults = ({ kinds }: Ground, id: string, path: Path, after: OrganisationBodies): Faults => {
  const faults = standingFaults(after, id, path)
  if (faults.length > 0) return faults
  const { kind } = find(after, id)!.organisation
  return kinds.get(kind)?.holdsMembers === false ? [fault("organisationChange.holdsNone", { id, kind }, path)] : []
}

const rollFaults = ({ law, on }: Ground, from: ReadonlyArray<string>, { members }: Plan): Faults => {
  if (law.personsIn === undefined || members === undefined) return []
  const persons = new Set(from.flatMap((id) => law.personsIn!(id, on)))
  const named = members.except ?? []
  const strangers = named.flatMap(({ id }, index) =>
    persons.has(id) ? [] : [fault("organisationChange.notThere", { id }, ["members", "except", index, "id"])],
  )
  for (const { id } of named) persons.delete(id)
  if (members.to !== undefined || persons.size === 0) return strangers
  return [...strangers, fault("organisationChange.membersLeft", { members: persons.size }, ["members"])]
}
