/**
 * One person shouldering both posts (一肩挑): whether the secretary of a village organisation is also its director. Both
 * posts are come by in elections of their own, so it is observed and never appointed.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as CivilDate from "../foundation/CivilDate.js"
import * as Finding from "../foundation/Finding.js"
import * as Quantity from "../foundation/Quantity.js"
import * as Rate from "../foundation/Rate.js"
import { byText } from "../foundation/TextOrder.js"
import { known } from "../foundation/Unit.js"
import { holdersOf, type PostRoll } from "./PostRoll.js"
import * as Provision from "./Provision.js"

// ---------------------------------------------------------------- models

/**
 * A village by its Party organisation and the unit whose director (村民委员会主任) is meant; both are bodies of posts.
 *
 * @category models
 * @since 0.1.0
 */
export interface Village {
  readonly organisation: string
  readonly unit: string
}

/**
 * The kinds of the two posts.
 *
 * @category models
 * @since 0.1.0
 */
export interface Pair {
  readonly secretary: string
  readonly head: string
}

/**
 * What is seen in a village: one person holds both (`dual`), two persons do (`apart`), or a post is not held by anybody
 * but one who acts (`vacant`). `elected` says whether both were come by in elections.
 *
 * @category models
 * @since 0.1.0
 */
export interface Observation extends Village {
  readonly state: "dual" | "apart" | "vacant"
  readonly person?: string
  readonly elected: boolean
}

/**
 * What is seen in all villages, and the share of those with both posts in one hand among all that were asked about,
 * vacant ones included; of a unit named twice the organisation with the least id is asked; `elected` is the share with both come by in elections.
 *
 * @category models
 * @since 0.1.0
 */
export interface DualRole {
  readonly villages: ReadonlyArray<Observation>
  readonly dual: Rate.Rate
  readonly elected: Rate.Rate
}

/**
 * A rule that one person should hold both posts, each by its own lawful procedure (通过法定程序).
 *
 * @category models
 * @since 0.1.0
 */
export interface DualRoleRule extends Provision.Provision {
  readonly pair: Pair
}

/**
 * A share of villages with both posts in one hand, in whole percent, as a plan or a report gives it for a whole country or place: reached on
 * a day, or aimed at by then. It says nothing about any one village.
 *
 * @category models
 * @since 0.1.0
 */
export interface Indicator extends Provision.Provision {
  readonly by: CivilDate.CivilDate
  readonly is: "reached" | "target"
  readonly percent: number
}

// ---------------------------------------------------------------- errors

/**
 * What can be found: a village whose two posts are held by two persons.
 *
 * @category errors
 * @since 0.1.0
 */
export type DualRoleCode = "dualRole.apart"

// ---------------------------------------------------------------- schemas

const pair = /* @__PURE__ */ Schema.Struct({ secretary: Schema.NonEmptyString, head: Schema.NonEmptyString })

/**
 * The schema of {@link DualRoleRule}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const DualRoleRule: Schema.Codec<DualRoleRule> = /* @__PURE__ */ Provision.Provision.mapFields((fields) => ({
  ...fields,
  pair,
}))

/**
 * The schema of {@link Indicator}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Indicator: Schema.Codec<Indicator> = /* @__PURE__ */ Provision.Provision.mapFields((fields) => ({
  ...fields,
  by: CivilDate.CivilDate,
  is: Schema.Literals(["reached", "target"]),
  percent: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 100 })),
}))

// ---------------------------------------------------------------- getters

const regular = (roll: PostRoll, body: string, kind: string) =>
  holdersOf(roll, body, kind).filter(({ manner }) => manner !== "acting")

/**
 * What is seen on the day of the roll, by unit. A village that is named twice counts once.
 *
 * @example
 * ```ts
 * import { CivilDate, Rate } from "dangjian/foundation"
 * import { DualRole, PostRoll } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const from = CivilDate.parseUnsafe("2021-03-01")
 * const posts = [
 *   { id: "p1", kind: "secretary", body: "b1" },
 *   { id: "p2", kind: "villageDirector", body: "v1" },
 * ]
 * const appointments = posts.map(({ id }) => ({ id, post: id, person: "m1", from, manner: "elected" as const }))
 * const roll = PostRoll.at({ kinds: [], posts, appointments }, from)
 * const villages = [{ organisation: "b1", unit: "v1" }, { organisation: "b2", unit: "v2" }]
 * const seen = DualRole.observe(roll, villages, { secretary: "secretary", head: "villageDirector" })
 * assert.deepEqual(seen.villages.map(({ state }) => state), ["dual", "vacant"])
 * assert.equal(Rate.percent(seen.dual, 0, "halfUp"), "50%")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const observe = (roll: PostRoll, villages: ReadonlyArray<Village>, pair: Pair): DualRole => {
  const rows = distinct(villages).map((village) => observed(roll, village, pair))
  const both = rows.filter(({ state }) => state === "dual")
  const share = (some: ReadonlyArray<Observation>): Rate.Rate =>
    Rate.shareUnsafe(
      Quantity.countUnsafe(some.length, known.village),
      Quantity.countUnsafe(rows.length, known.village),
      { zh: "所问的村", en: "the villages asked about" },
    )
  return { villages: rows, dual: share(both), elected: share(both.filter(({ elected }) => elected)) }
}

const distinct = (villages: ReadonlyArray<Village>): ReadonlyArray<Village> =>
  [...villages]
    .sort((a, b) => byText(a.unit, b.unit) || byText(a.organisation, b.organisation))
    .filter(({ unit }, index, sorted) => unit !== sorted[index - 1]?.unit)

const observed = (roll: PostRoll, village: Village, { secretary, head }: Pair): Observation => {
  const secretaries = regular(roll, village.organisation, secretary)
  const heads = regular(roll, village.unit, head)
  if (secretaries.length === 0 || heads.length === 0) return { ...village, state: "vacant", elected: false }
  const both = secretaries.find(({ person }) => heads.some((other) => other.person === person))
  if (both === undefined) return { ...village, state: "apart", elected: false }
  const mine = [both, ...heads.filter(({ person }) => person === both.person)]
  return { ...village, state: "dual", person: both.person, elected: mine.every(({ manner }) => manner === "elected") }
}

// ---------------------------------------------------------------- decisions

/**
 * What the rules in force on the day of the roll find: villages whose two posts are held by two persons. A vacant post is
 * no deviation. The subject is the unit.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { DualRole, PostRoll } from "dangjian/organisation"
 * import { PostRules } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const from = CivilDate.parseUnsafe("2021-03-01")
 * const posts = [
 *   { id: "p1", kind: "secretary", body: "b1" },
 *   { id: "p2", kind: "villageDirector", body: "v1" },
 * ]
 * const appointments = posts.map(({ id }) => ({ id, post: id, person: id, from, manner: "elected" as const })) // made up
 * const roll = PostRoll.at({ kinds: [], posts, appointments }, from)
 * const found = DualRole.findings(PostRules.dualRole, roll, [{ organisation: "b1", unit: "v1" }])
 * assert.deepEqual(found.map(({ code, subject }) => [code, subject]), [["dualRole.apart", "v1"]])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const findings = (
  rules: ReadonlyArray<DualRoleRule>,
  roll: PostRoll,
  villages: ReadonlyArray<Village>,
): ReadonlyArray<Finding.Finding<DualRoleCode>> =>
  Finding.sort(
    Provision.inForce(rules, roll.on).flatMap((rule) =>
      observe(roll, villages, rule.pair)
        .villages.filter(({ state }) => state === "apart")
        .flatMap(({ organisation, unit }) => {
          const params = { organisation, unit }
          const found = Provision.deviation(rule, { code: "dualRole.apart", subject: unit, params })
          return found === undefined ? [] : [found]
        }),
    ),
  )
