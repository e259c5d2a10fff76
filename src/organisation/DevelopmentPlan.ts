/**
 * Development plans (发展党员计划): how many members a committee means to admit in a year, branch by branch, how many it did
 * admit, and how many of those belong to groups that it prefers.
 *
 * A preference (优先发展致富青年带头人、优秀青年农民) is reported as a share of those admitted, with the share's denominator. It is
 * no score: nobody is ranked by it, and no branch gains or loses anything here.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as CivilDate from "../foundation/CivilDate.js"
import * as Document from "../foundation/Document.js"
import { type Fault, make as fault } from "../foundation/Fault.js"
import { Label } from "../foundation/Label.js"
import * as Quantity from "../foundation/Quantity.js"
import * as Rate from "../foundation/Rate.js"
import * as Unit from "../foundation/Unit.js"

// ---------------------------------------------------------------- models

/**
 * A group that a plan prefers, by an opaque id.
 *
 * @category models
 * @since 0.1.0
 */
export interface NamedGroup {
  readonly id: string
  readonly label: Label
}

/**
 * The plan of a committee for a year: the number planned for each branch, and the groups preferred.
 *
 * @category models
 * @since 0.1.0
 */
export interface DevelopmentPlan {
  readonly format: 1
  readonly id: string
  readonly body: string
  readonly year: number
  readonly branches: ReadonlyArray<{ readonly branch: string; readonly planned: number }>
  readonly groups: ReadonlyArray<NamedGroup>
}

/**
 * Somebody admitted: in which branch, on which day, and to which groups the person belongs.
 *
 * @category models
 * @since 0.1.0
 */
export interface Admission {
  readonly person: string
  readonly branch: string
  readonly on: CivilDate.CivilDate
  readonly groups: ReadonlyArray<string>
}

/**
 * How far a plan was carried out: planned and admitted, in each branch of the plan and in all. `outside` are admissions of
 * the year in branches that the plan does not name.
 *
 * @category models
 * @since 0.1.0
 */
export interface Progress {
  readonly rate: Rate.Rate<"person", "person">
  readonly branches: ReadonlyArray<{ readonly branch: string; readonly rate: Rate.Rate<"person", "person"> }>
  readonly outside: ReadonlyArray<Admission>
}

/**
 * The share of one preferred group among all who were admitted.
 *
 * @category models
 * @since 0.1.0
 */
export interface GroupShare {
  readonly group: NamedGroup
  readonly share: Rate.Rate<"person", "person">
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with a plan: a branch or a group that stands twice, a year that is none.
 *
 * @category errors
 * @since 0.1.0
 */
export type DevelopmentPlanFault = Fault<"developmentPlan.twice" | "developmentPlan.year">

// ---------------------------------------------------------------- schemas

/**
 * The plan as a stored document: decode, encode, is, standard, jsonSchema.
 *
 * @category schemas
 * @since 0.1.0
 */
export const document: Document.Document<DevelopmentPlan> = /* @__PURE__ */ Document.make<DevelopmentPlan>({
  name: "DevelopmentPlan",
  format: 1,
  schema: () => {
    const planned = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 10_000_000 }))
    return Schema.Struct({
      format: Schema.Literal(1),
      id: Schema.NonEmptyString,
      body: Schema.NonEmptyString,
      year: Schema.Int,
      branches: Schema.Array(Schema.Struct({ branch: Schema.NonEmptyString, planned })),
      groups: Schema.Array(Schema.Struct({ id: Schema.NonEmptyString, label: Label })),
    })
  },
  check: (plan) => check(plan),
})

// ---------------------------------------------------------------- getters

const counted = (count: number): Quantity.Quantity<"person"> => Quantity.countUnsafe(count, Unit.known.person)

const ofYear = ({ year }: DevelopmentPlan, admissions: ReadonlyArray<Admission>): ReadonlyArray<Admission> => {
  const persons = new Set<string>()
  return admissions
    .filter(({ on }) => CivilDate.year(on) === year)
    .map((each) => ({ each, key: JSON.stringify([each.on, each.person, each.branch, each.groups.toSorted()]) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ each }) => each)
    .filter(({ person }) => {
      const isFirst = !persons.has(person)
      persons.add(person)
      return isFirst
    })
}

/**
 * How far a plan was carried out by the admissions of its year, each person once. Whether more may be admitted than
 * planned is not for this to say: the rate can exceed one.
 *
 * @example
 * ```ts
 * import { CivilDate, Rate } from "dangjian/foundation"
 * import { DevelopmentPlan } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const plan: DevelopmentPlan.DevelopmentPlan = {
 *   format: 1,
 *   id: "plan-2024", // made up
 *   body: "township",
 *   year: 2024,
 *   branches: [{ branch: "branch-1", planned: 4 }],
 *   groups: [],
 * }
 * const on = CivilDate.parseUnsafe("2024-06-20")
 * const { rate } = DevelopmentPlan.progress(plan, [{ person: "p1", branch: "branch-1", on, groups: [] }])
 * assert.equal(Rate.percent(rate, 1, "halfUp"), "25.0%")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const progress = (plan: DevelopmentPlan, admissions: ReadonlyArray<Admission>): Progress => {
  const actual = ofYear(plan, admissions)
  const named = new Set(plan.branches.map(({ branch }) => branch))
  const per = new Map<string, number>()
  for (const { branch } of actual) per.set(branch, (per.get(branch) ?? 0) + 1)
  const planned = plan.branches.reduce((sum, each) => sum + each.planned, 0)
  return {
    rate: Rate.ratioUnsafe(counted(actual.length), counted(planned), PLANNED),
    branches: plan.branches
      .toSorted((a, b) => (a.branch < b.branch ? -1 : a.branch > b.branch ? 1 : 0))
      .map((each) => ({
        branch: each.branch,
        rate: Rate.ratioUnsafe(counted(per.get(each.branch) ?? 0), counted(each.planned), PLANNED),
      })),
    outside: actual.filter(({ branch }) => !named.has(branch)),
  }
}

const PLANNED: Label = { zh: "年度计划发展人数", en: "members planned for the year" }
const ADMITTED: Label = { zh: "年度实际接收预备党员数", en: "probationary members admitted in the year" }

/**
 * The share of each preferred group among all who were admitted in the year of a plan. One person may belong to several
 * groups, so that the shares need not add up to anything.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { DevelopmentPlan } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const group = { id: "leaders", label: { zh: "有文化的致富青年带头人" } }
 * const plan: DevelopmentPlan.DevelopmentPlan = {
 *   format: 1,
 *   id: "plan-2024", // made up
 *   body: "township",
 *   year: 2024,
 *   branches: [],
 *   groups: [group],
 * }
 * const on = CivilDate.parseUnsafe("2024-06-20")
 * const admitted = ["p1", "p2"].map((person) => ({ person, branch: "b1", on, groups: person === "p1" ? ["leaders"] : [] }))
 * const [share] = DevelopmentPlan.shares(plan, admitted)
 * assert.deepEqual([share?.share.numerator.amount, share?.share.denominator.amount], ["1", "2"])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const shares = (plan: DevelopmentPlan, admissions: ReadonlyArray<Admission>): ReadonlyArray<GroupShare> => {
  const actual = ofYear(plan, admissions)
  return plan.groups.map((group) => {
    const part = actual.filter(({ groups }) => groups.includes(group.id)).length
    return { group, share: Rate.shareUnsafe(counted(part), counted(actual.length), ADMITTED) }
  })
}

// ---------------------------------------------------------------- decisions

/**
 * Everything that is wrong with a plan, all at once, each with its place.
 *
 * @example
 * ```ts
 * import { DevelopmentPlan } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const branches = [{ branch: "b1", planned: 2 }, { branch: "b1", planned: 3 }] // made up
 * const plan = { format: 1, id: "plan-2024", body: "township", year: 2024, branches, groups: [] } as const
 * assert.deepEqual(DevelopmentPlan.check(plan).map(({ path }) => path), [["branches", 1, "branch"]])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const check = ({ year, branches, groups }: DevelopmentPlan): ReadonlyArray<DevelopmentPlanFault> => [
  ...(year >= 1 && year <= 9999 ? [] : [fault("developmentPlan.year", { year }, ["year"])]),
  ...twice(
    branches.map(({ branch }) => branch),
    "branches",
    "branch",
  ),
  ...twice(
    groups.map(({ id }) => id),
    "groups",
    "id",
  ),
]

const twice = (ids: ReadonlyArray<string>, list: string, key: string): ReadonlyArray<DevelopmentPlanFault> => {
  const seen = new Set<string>()
  return ids.flatMap((id, index) => {
    const again = seen.has(id)
    seen.add(id)
    return again ? [fault("developmentPlan.twice", { id }, [list, index, key])] : []
  })
}
