/**
 * Administrative units (单位): villages, communities, enterprises, organs, schools: what Party organisations are set up in.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as Document from "../foundation/Document.js"
import { type Fault, make as fault, under } from "../foundation/Fault.js"

// ---------------------------------------------------------------- models

/**
 * A unit: an opaque id, its kind (村, 社区, 机关, 学校, 非公有制企业, 社会组织: an open set), its sector (领域, by which rules set
 * their thresholds), its name, the unit it lies in, whether it is operating (实际运营: shell, dormant and twice registered
 * firms are not), its code where it has one, and counts a text asks for (staff 从业人员, households 户).
 *
 * @category models
 * @since 0.1.0
 */
export interface AdministrativeUnit {
  readonly id: string
  readonly kind: string
  readonly sector: string
  readonly name: string
  readonly within?: string
  readonly operating: boolean
  readonly code?: string
  readonly staff?: number
  readonly households?: number
}

/**
 * A list of units (单位名册) as one stored document.
 *
 * @category models
 * @since 0.1.0
 */
export interface UnitList {
  readonly format: 1
  readonly units: ReadonlyArray<AdministrativeUnit>
}

// ---------------------------------------------------------------- errors

/**
 * What a list is refused with: an id that stands twice, a count below nought.
 *
 * @category errors
 * @since 0.1.0
 */
export type AdministrativeUnitFault = Fault<"administrativeUnit.idTwice" | "administrativeUnit.count">

// ---------------------------------------------------------------- schemas

const text = Schema.NonEmptyString
const count = /* @__PURE__ */ Schema.Int.check(
  /* @__PURE__ */ Schema.makeFilter((value: number) => value >= 0 || "administrativeUnit.count"),
)

/**
 * The schema of {@link AdministrativeUnit}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const AdministrativeUnit: Schema.Codec<AdministrativeUnit> = /* @__PURE__ */ Schema.Struct({
  id: text,
  kind: text,
  sector: text,
  name: text,
  within: /* @__PURE__ */ Schema.optionalKey(text),
  operating: Schema.Boolean,
  code: /* @__PURE__ */ Schema.optionalKey(text),
  staff: /* @__PURE__ */ Schema.optionalKey(count),
  households: /* @__PURE__ */ Schema.optionalKey(count),
})

/**
 * A list of units as a stored document.
 *
 * @category schemas
 * @since 0.1.0
 */
export const document: Document.Document<UnitList> = /* @__PURE__ */ Document.make<UnitList>({
  name: "UnitList",
  format: 1,
  schema: () => Schema.Struct({ format: Schema.Literal(1), units: Schema.Array(AdministrativeUnit) }),
  check: ({ units }) => check(units).map((found) => under(["units"], found)),
})

// ---------------------------------------------------------------- decisions

/**
 * All ids that stand twice, each at its place. What is wrong with the places of units is for their tree to say.
 *
 * @example
 * ```ts
 * import { AdministrativeUnit } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const village = { id: "v1", kind: "村", sector: "village", name: "示例村", operating: true } // made up
 * assert.deepEqual(AdministrativeUnit.check([village, village]).map(({ code, path }) => [code, ...path]), [
 *   ["administrativeUnit.idTwice", 1, "id"],
 * ])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const check = (units: ReadonlyArray<AdministrativeUnit>): ReadonlyArray<AdministrativeUnitFault> => {
  const seen = new Set<string>()
  return units.flatMap(({ id }, index) => {
    const again = seen.has(id)
    seen.add(id)
    return again ? [fault("administrativeUnit.idTwice", { id }, [index, "id"])] : []
  })
}
