/**
 * Establishment (组织设置) on a day: which units must have an organisation and have none (应建尽建), which organisations no longer
 * qualify (应调整), are over their size, or have a leadership the texts do not provide for. Whose term has ended (应换届) is for
 * `Tenure` to say.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type * as CivilDate from "../foundation/CivilDate.js"
import { type Fault, make as fault } from "../foundation/Fault.js"
import * as Finding from "../foundation/Finding.js"
import type { HeadCount } from "./HeadCount.js"
import * as Leadership from "./Leadership.js"
import * as Provision from "./Provision.js"
import * as Threshold from "./Threshold.js"

// ---------------------------------------------------------------- models

/**
 * Bodies of which kinds (all where they are absent) are adjusted or dissolved (调整或撤销) once they no longer qualify. How
 * grave it is that a body does not qualify is for the rule that forms its kind to say.
 *
 * @category models
 * @since 0.1.0
 */
export interface UpkeepRule extends Provision.Provision {
  readonly kinds?: ReadonlyArray<string>
}

/**
 * Bodies of which kinds are an organisation of the unit that they are set up in (单位的党组织), so that the unit is built.
 *
 * @category models
 * @since 0.1.0
 */
export interface OwnRule extends Provision.Provision {
  readonly kinds: ReadonlyArray<string>
}

/**
 * The tables that an establishment is held against.
 *
 * @category models
 * @since 0.1.0
 */
export interface Tables {
  readonly thresholds: ReadonlyArray<Threshold.ThresholdRule>
  readonly leadership: ReadonlyArray<Leadership.LeadershipRule>
  readonly upkeep: ReadonlyArray<UpkeepRule>
  readonly own: ReadonlyArray<OwnRule>
}

/**
 * An organisation as it stands on the day: its leadership, the units it is set up in (several for a joint branch), how
 * many months its project lasts, and the approvals its setting up had.
 *
 * @category models
 * @since 0.1.0
 */
export interface Body extends Leadership.Leadership {
  readonly units: ReadonlyArray<string>
  readonly months?: number
  readonly approvals?: ReadonlyArray<Threshold.SetUpApproval>
}

/**
 * A unit with the members who work or live in it, wherever they are organised.
 *
 * @category models
 * @since 0.1.0
 */
export interface Unit {
  readonly id: string
  readonly sector: string
  readonly head: HeadCount
}

/**
 * Everything that is looked at, as of the day, and the approvals in force that may cover a deviation.
 *
 * @category models
 * @since 0.1.0
 */
export interface Establishment {
  readonly on: CivilDate.CivilDate
  readonly units: ReadonlyArray<Unit>
  readonly bodies: ReadonlyArray<Body>
  readonly approvals: Finding.Approvals
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with what is looked at: an id that stands twice, a body in a unit that is not there, a body that is
 * in no unit, a committee or a duration of months that is no count.
 *
 * @category errors
 * @since 0.1.0
 */
export type EstablishmentFault = Fault<
  "establishment.idTwice" | "establishment.noSuchUnit" | "establishment.noUnit" | "establishment.count"
>

/**
 * What is found: a unit that must have an organisation and has none (应建未建), one that must have its own and is in a joint
 * one, a body that no longer qualifies, one that only an approval would permit, a term that has ended; and what
 * thresholds and leadership find.
 *
 * @category errors
 * @since 0.1.0
 */
export type EstablishmentCode =
  | "establishment.notBuilt"
  | "establishment.notOwn"
  | "establishment.notQualified"
  | "establishment.notApproved"
  | Threshold.ThresholdCode
  | Leadership.LeadershipCode

// ---------------------------------------------------------------- schemas

/**
 * The schema of {@link UpkeepRule}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const UpkeepRule: Schema.Codec<UpkeepRule> = /* @__PURE__ */ Provision.Provision.mapFields((fields) => ({
  ...fields,
  kinds: Schema.optionalKey(Schema.Array(Schema.NonEmptyString)),
}))

/**
 * The schema of {@link OwnRule}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const OwnRule: Schema.Codec<OwnRule> = /* @__PURE__ */ Provision.Provision.mapFields((fields) => ({
  ...fields,
  kinds: Schema.Array(Schema.NonEmptyString),
}))

// ---------------------------------------------------------------- decisions

type Found = Finding.Finding<EstablishmentCode> | undefined

/**
 * Everything that the tables find about an establishment, open errors first; each finding has its subject, the numbers,
 * the provision with its strength, and the approval that covers it. Fails with all faults of the input.
 *
 * **Details**
 *
 * A unit is built (已建) where a body is set up in it of a kind that the rules take for an organisation of units. A joint body
 * is judged by its units: one that must have its own organisation is found as `establishment.notOwn`; the body itself by its
 * limits. What the texts only permit, such as joining a neighbouring village, makes no finding. A body that none of the
 * rules forms any longer is found with the strongest of them; where all of them only permit, that is a reminder (提醒) and no
 * error, since no text says that it must go. An approval that is wanting is always an error.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Establishment, HeadCount } from "dangjian/organisation"
 * import { PrimaryThresholds } from "dangjian/presets"
 * import assert from "node:assert/strict"
 * import * as Result from "effect/Result"
 *
 * const of = (full: number, probationary: number) => HeadCount.ofUnsafe({ full, probationary })
 * const state = {
 *   on: CivilDate.parseUnsafe("2024-06-30"),
 *   units: [
 *     { id: "u1", sector: "twoNew", head: of(3, 0) }, // made up
 *     { id: "u2", sector: "twoNew", head: of(2, 4) },
 *   ],
 *   bodies: [],
 *   approvals: [],
 * }
 * const found = Result.getOrThrow(Establishment.findings(PrimaryThresholds.tables, state))
 * assert.deepEqual(found.map(({ code, subject, params }) => [code, subject, params.kind]), [
 *   ["establishment.notBuilt", "u1", "branch"],
 *   ["establishment.notBuilt", "u2", "jointBranch"],
 * ])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const findings = (
  tables: Tables,
  state: Establishment,
): Result.Result<ReadonlyArray<Finding.Finding<EstablishmentCode>>, ReadonlyArray<EstablishmentFault>> => {
  const faults = check(state)
  if (faults.length > 0) return Result.fail(faults)
  const prepared = { ...state, approvals: Finding.covering(state.approvals) }
  const all: ReadonlyArray<Found> = [
    ...ofUnits(tables, prepared),
    ...state.bodies.flatMap((body) => ofBody(tables, body, prepared)),
  ]
  return Result.succeed(Finding.sort(all.filter((finding) => finding !== undefined)))
}

const check = ({ units, bodies }: Establishment): ReadonlyArray<EstablishmentFault> => {
  const known = new Set(units.map(({ id }) => id))
  const twice = (list: ReadonlyArray<{ readonly id: string }>, name: string) => {
    const seen = new Set<string>()
    return list.flatMap(({ id }, index) => {
      const again = seen.has(id)
      seen.add(id)
      return again ? [fault("establishment.idTwice", { id }, [name, index, "id"])] : []
    })
  }
  return [
    ...twice(units, "units"),
    ...twice(bodies, "bodies"),
    ...bodies.flatMap(counts),
    ...bodies.flatMap((body, index): ReadonlyArray<EstablishmentFault> => {
      const path = ["bodies", index, "units"]
      if (body.units.length === 0) return [fault("establishment.noUnit", { id: body.id }, path)]
      return body.units.flatMap((unit, at) =>
        known.has(unit) ? [] : [fault("establishment.noSuchUnit", { id: body.id, unit }, [...path, at])],
      )
    }),
  ]
}

const counts = (body: Body, index: number): ReadonlyArray<EstablishmentFault> =>
  (["committee", "months"] as const).flatMap((of) => {
    const { id, [of]: value = 0 } = body
    if (Number.isSafeInteger(value) && value >= 0) return []
    return [fault("establishment.count", { id, of, value: String(value) }, ["bodies", index, of])]
  })

const ofUnits = (tables: Tables, state: Establishment): ReadonlyArray<Found> => {
  const { on, units, bodies, approvals } = state
  const kinds = new Set(Provision.inForce(tables.own, on).flatMap((rule) => rule.kinds))
  const covering = new Map<string, Array<Body>>()
  for (const body of bodies) {
    if (!kinds.has(body.kind)) continue
    for (const unit of new Set(body.units)) {
      const others = covering.get(unit)
      if (others === undefined) covering.set(unit, [body])
      else others.push(body)
    }
  }
  return units.flatMap(({ id, sector, head }) => {
    const own = covering.get(id) ?? []
    if (own.some((body) => new Set(body.units).size === 1)) return []
    const permitted = Threshold.permittedKinds(tables.thresholds, { sector, head, on })
    if (own.some(({ kind }) => permitted.some((each) => each.kind === kind))) return []
    const code = own.length === 0 ? "establishment.notBuilt" : "establishment.notOwn"
    return permitted
      .filter(Threshold.isSettled)
      .map(({ kind, because }) =>
        Provision.deviation<EstablishmentCode>(
          because,
          { code, subject: id, params: { kind, full: head.full, all: head.all } },
          approvals,
        ),
      )
  })
}

const ofBody = (tables: Tables, body: Body, { on, approvals }: Establishment): ReadonlyArray<Found> => {
  const { id, kind, sector, head, months } = body
  const units = new Set(body.units).size
  const question = { sector, head, on, subject: id, units, ...(months === undefined ? {} : { months }) }
  const isKept = units === 1 && Provision.inForce(tables.upkeep, on).some(({ kinds = [kind] }) => kinds.includes(kind))
  return [
    ...Threshold.exceeded(tables.thresholds, kind, question, approvals),
    ...Leadership.findings(tables.leadership, body, on, approvals),
    ...(isKept ? [standing(tables, body, question, approvals)] : []),
  ]
}

/**
 * Whether some rule forms the kind with the body's numbers, and whether only an approval is wanting, which is found with
 * the provision that asks for it.
 */
const standing = (
  { thresholds }: Tables,
  { id, kind, approvals = [] }: Body,
  question: Threshold.Question,
  covering: Finding.Approvals,
): Found => {
  const settings = [...new Set(thresholds.map(({ setting }) => setting))]
  const forms = settings.flatMap((setting) =>
    Threshold.speaking(thresholds, { ...question, setting }, "forms").filter((rule) => rule.kind === kind),
  )
  const { head, on } = question
  const fitting = forms.filter(({ needs }) => needs.every((need) => Threshold.holds(need, question) !== false))
  const [strongest] = forms.toSorted((a, b) => ORDER[a.strength] - ORDER[b.strength])
  if (strongest === undefined) return undefined
  const [first] = fitting
  if (first === undefined) {
    const params = { kind, full: head.full, all: head.all }
    const rule = strongest.strength === "may" ? ({ ...strongest, strength: "should" } as const) : strongest
    return Provision.deviation(rule, { code: "establishment.notQualified", subject: id, params }, covering)
  }
  const isLawful = fitting.some(
    (rule) => rule.approvedBy === undefined || Threshold.approvalOf(rule, approvals, on) !== undefined,
  )
  if (isLawful) return undefined
  const by = [...new Set(fitting.map(({ approvedBy = "" }) => approvedBy))].sort().join("、")
  const found = { code: "establishment.notApproved", subject: id, params: { kind, all: head.all, by } } as const
  return Provision.deviation({ ...first, strength: "must" }, found, covering)
}

const ORDER = { must: 0, should: 1, may: 2 } as const
