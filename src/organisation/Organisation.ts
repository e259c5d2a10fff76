/**
 * Party organisations (党组织) as they stand on a day.
 *
 * @since 0.1.0
 */
import type * as PartialDate from "../foundation/PartialDate.js"
import type { Capability } from "./OrganisationKind.js"

// ---------------------------------------------------------------- models

/**
 * A Party organisation: an opaque id, its kind, its name, the organisation that supervises it (隶属关系; none for the root of
 * the modelled tree), the administrative units it is set up in (所在单位; several for a joint branch 联合党支部), what it may
 * do, the day or year it was set up, and the official code where it has one. The supervising organisation and the unit
 * may disagree: the office of a county department in a township is supervised by the township committee.
 *
 * @category models
 * @since 0.1.0
 */
export interface Organisation {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly supervisedBy?: string
  readonly units: ReadonlyArray<string>
  readonly capabilities: ReadonlyArray<Capability>
  readonly established: PartialDate.PartialDate
  readonly code?: string
}
