/**
 * Where bodies and members go when a body ends or becomes another (去向), and what a plan of a change is made of.
 *
 * @internal
 */
import type { CivilDate } from "../foundation/CivilDate.js"
import { make as fault } from "../foundation/Fault.js"
import { children, find, type OrganisationBodies, resolve } from "./OrganisationBodies.js"
import type { Happening, Law, OrganisationChangeFault, Placement } from "./OrganisationChange.js"
import type { OrganisationKind } from "./OrganisationKind.js"

// ---------------------------------------------------------------- models

/** @internal */
export type Path = ReadonlyArray<string | number>

/**
 * A body whose place must be lawful afterwards; without `kind` only its superior must stand.
 *
 * @internal
 */
export interface Place {
  readonly id: string
  readonly kind?: string
  readonly supervisedBy?: string
  readonly path: Path
}

/**
 * `leave` are the bodies whose members have to go elsewhere; of those in `may` they can, and stay if nothing is said.
 *
 * @internal
 */
export interface Plan {
  readonly events: ReadonlyArray<Happening>
  readonly faults: ReadonlyArray<OrganisationChangeFault>
  readonly places?: ReadonlyArray<Place>
  readonly rekinded?: ReadonlyArray<string>
  readonly ended?: ReadonlyArray<string>
  readonly successors?: ReadonlyArray<{ readonly id: string; readonly path: Path }>
  readonly leave?: ReadonlyArray<string>
  readonly may?: ReadonlyArray<string>
  readonly members?: Placement
}

/**
 * The law as it is looked up.
 *
 * @internal
 */
export interface Ground {
  readonly law: Law
  readonly kinds: ReadonlyMap<string, OrganisationKind>
  readonly state: OrganisationBodies
  readonly on: CivilDate
}

// ---------------------------------------------------------------- decisions

/** That a body stands under another from now on, or at the top. @internal */
export const under = (id: string, supervisedBy: string | undefined): Happening =>
  supervisedBy === undefined ? { happened: "reparented", id } : { happened: "reparented", id, supervisedBy }

/**
 * The bodies below those that end or change, each put under what the placement says, else under the heir.
 *
 * @internal
 */
export const moved = (
  { state }: Ground,
  ids: ReadonlyArray<string>,
  placement: Placement | undefined,
  heir: string | undefined,
): Plan => {
  const faults: Array<OrganisationChangeFault> = []
  const exceptions = new Map<string, { readonly to: string; readonly index: number }>()
  for (const [index, { id, to }] of (placement?.except ?? []).entries()) {
    const own = resolve(state, id)
    if (exceptions.has(own))
      faults.push(fault("organisationChange.idTwice", { id }, ["children", "except", index, "id"]))
    else exceptions.set(own, { to: resolve(state, to), index })
  }
  const ending = new Set(ids)
  const others = placement?.to === undefined ? heir : resolve(state, placement.to)
  const places: Array<Place> = []
  for (const child of ids.flatMap((id) => children(state, id))) {
    const exception = exceptions.get(child)
    exceptions.delete(child)
    const to = exception?.to ?? others
    const { organisation } = find(state, child)!
    if (ending.has(child) || to === undefined || to === organisation.supervisedBy) continue
    const path = exception === undefined ? ["children"] : ["children", "except", exception.index, "to"]
    places.push({ id: child, kind: organisation.kind, supervisedBy: to, path })
  }
  for (const [id, { index }] of exceptions) {
    faults.push(fault("organisationChange.notBelow", { id }, ["children", "except", index, "id"]))
  }
  return { events: places.map(({ id, supervisedBy }) => under(id, supervisedBy)), faults, places }
}

/**
 * A placement with every body under its own id, and the persons that it names twice.
 *
 * @internal
 */
export const destinations = (state: OrganisationBodies, placement: Placement | undefined) => {
  const faults: Array<OrganisationChangeFault> = []
  if (placement === undefined) return { placement, faults }
  const seen = new Set<string>()
  const except = (placement.except ?? []).map(({ id, to }, index) => {
    if (seen.has(id)) faults.push(fault("organisationChange.idTwice", { id }, ["members", "except", index, "id"]))
    seen.add(id)
    return { id, to: resolve(state, to) }
  })
  const to = placement.to === undefined ? {} : { to: resolve(state, placement.to) }
  return { placement: except.length === 0 ? to : { ...to, except }, faults }
}

/** That members went, where any did. @internal */
export const placed = (from: ReadonlyArray<string>, members: Placement | undefined): ReadonlyArray<Happening> =>
  from.length === 0 || members === undefined || (members.to === undefined && members.except === undefined)
    ? []
    : [{ happened: "placed", from, members }]
