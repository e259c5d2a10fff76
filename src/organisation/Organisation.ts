/**
 * Party organisations (党组织) as they stand on a day.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as Document from "../foundation/Document.js"
import { type Fault, make as fault, under } from "../foundation/Fault.js"
import * as PartialDate from "../foundation/PartialDate.js"
import { Capability } from "./OrganisationKind.js"

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

/**
 * A list of organisations (党组织名册) as one stored document.
 *
 * @category models
 * @since 0.1.0
 */
export interface OrganisationList {
  readonly format: 1
  readonly organisations: ReadonlyArray<Organisation>
}

// ---------------------------------------------------------------- errors

/**
 * What a list is refused with: an id, a unit of one organisation or a capability that stands twice. What is wrong with
 * the places of organisations is for their tree to say.
 *
 * @category errors
 * @since 0.1.0
 */
export type OrganisationFault = Fault<
  "organisation.idTwice" | "organisation.unitTwice" | "organisation.capabilityTwice"
>

// ---------------------------------------------------------------- schemas

const text = Schema.NonEmptyString

/**
 * The schema of {@link Organisation}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Organisation: Schema.Codec<Organisation> = /* @__PURE__ */ Schema.Struct({
  id: text,
  kind: text,
  name: text,
  supervisedBy: /* @__PURE__ */ Schema.optionalKey(text),
  units: /* @__PURE__ */ Schema.Array(text),
  capabilities: /* @__PURE__ */ Schema.Array(Capability),
  established: PartialDate.PartialDate,
  code: /* @__PURE__ */ Schema.optionalKey(text),
})

/**
 * A list of organisations as a stored document.
 *
 * @category schemas
 * @since 0.1.0
 */
export const document: Document.Document<OrganisationList> = /* @__PURE__ */ Document.make<OrganisationList>({
  name: "OrganisationList",
  format: 1,
  schema: () => Schema.Struct({ format: Schema.Literal(1), organisations: Schema.Array(Organisation) }),
  check: ({ organisations }) => check(organisations).map((found) => under(["organisations"], found)),
})

// ---------------------------------------------------------------- decisions

/**
 * All that is wrong with organisations without looking at their places, each at its place.
 *
 * @example
 * ```ts
 * import { PartialDate } from "dangjian/foundation"
 * import { Organisation } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const branch = { // made up
 *   id: "b1",
 *   kind: "branch",
 *   name: "示例村党支部",
 *   units: ["v1", "v1"],
 *   capabilities: [],
 *   established: PartialDate.parseUnsafe("1958"),
 * }
 * assert.deepEqual(Organisation.check([branch, branch]).map(({ code, path }) => [code, ...path]), [
 *   ["organisation.unitTwice", 0, "units", 1],
 *   ["organisation.idTwice", 1, "id"],
 *   ["organisation.unitTwice", 1, "units", 1],
 * ])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const check = (organisations: ReadonlyArray<Organisation>): ReadonlyArray<OrganisationFault> => {
  const seen = new Set<string>()
  const faults: Array<OrganisationFault> = []
  for (const [index, { id, units, capabilities }] of organisations.entries()) {
    if (seen.has(id)) faults.push(fault("organisation.idTwice", { id }, [index, "id"]))
    seen.add(id)
    faults.push(...twice(id, units, "organisation.unitTwice", [index, "units"]))
    faults.push(...twice(id, capabilities, "organisation.capabilityTwice", [index, "capabilities"]))
  }
  return faults
}

const twice = (
  id: string,
  list: ReadonlyArray<string>,
  code: OrganisationFault["code"],
  path: Fault["path"],
): ReadonlyArray<OrganisationFault> => {
  if (list.length < 2) return []
  const seen = new Set<string>()
  return list.flatMap((value, place) => {
    const again = seen.has(value)
    seen.add(value)
    return again ? [fault(code, { id, value }, [...path, place])] : []
  })
}
