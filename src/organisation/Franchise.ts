/**
 * Who has a vote (表决权、选举权), and who is counted as due (应到会): members of the stages and without the restrictions that
 * a rule names, less those whom the superior and the meeting agreed to leave out.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { type Fault, make as fault } from "../foundation/Fault.js"
import * as Label from "../foundation/Label.js"
import { byText } from "../foundation/TextOrder.js"
import * as Provision from "./Provision.js"

// ---------------------------------------------------------------- models

/**
 * A row of the roll as far as votes go. A `Member` is one.
 *
 * @category models
 * @since 0.1.0
 */
export interface Voter {
  readonly person: string
  readonly stage: string
  readonly restriction: string
}

/**
 * Who has a vote and may be elected: those of these stages whose rights rest in none but these ways.
 *
 * @category models
 * @since 0.1.0
 */
export interface FranchiseRule extends Provision.Provision {
  readonly stages: ReadonlyArray<string>
  readonly restrictions: ReadonlyArray<string>
}

/**
 * A category of absent members who may be left out of those due, and what that takes: that the superior agrees (上级同意)
 * and that the meeting adopts it (党员大会通过).
 *
 * @category models
 * @since 0.1.0
 */
export interface ExclusionRule extends Provision.Provision {
  readonly category: string
  readonly label: Label.Label
  readonly superior: boolean
  readonly meeting: boolean
}

/**
 * That a member is to be left out, why, and the records by which the superior agreed and the meeting adopted it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Exclusion {
  readonly person: string
  readonly category: string
  readonly agreed?: string
  readonly adopted?: string
}

/**
 * Who is due, by person; who has no vote and why; who is left out; and who was to be left out and counts as due all the
 * same, because the superior has not agreed or the meeting has not adopted it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Electorate {
  readonly due: ReadonlyArray<string>
  readonly withoutVote: ReadonlyArray<{ readonly person: string; readonly because: "stage" | "restriction" }>
  readonly excluded: ReadonlyArray<{ readonly person: string; readonly category: string }>
  readonly kept: ReadonlyArray<{
    readonly person: string
    readonly category: string
    readonly lacks: ReadonlyArray<"superior" | "meeting">
  }>
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong: a member twice on the roll, somebody left out who is not on it, who is left out twice, or by a
 * category that no rule names.
 *
 * @category errors
 * @since 0.1.0
 */
export type FranchiseFault = Fault<
  "franchise.twice" | "franchise.unknownPerson" | "franchise.excludedTwice" | "franchise.unknownCategory"
>

// ---------------------------------------------------------------- schemas

const text = Schema.NonEmptyString
const texts = /* @__PURE__ */ Schema.Array(text)
const someText = /* @__PURE__ */ Schema.optionalKey(text)

/**
 * The schema of {@link Voter}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Voter: Schema.Codec<Voter> = /* @__PURE__ */ Schema.Struct({
  person: text,
  stage: text,
  restriction: text,
})

/**
 * The schema of {@link Exclusion}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Exclusion: Schema.Codec<Exclusion> = /* @__PURE__ */ Schema.Struct({
  person: text,
  category: text,
  agreed: someText,
  adopted: someText,
})

/**
 * The schema of {@link FranchiseRule}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const FranchiseRule: Schema.Codec<FranchiseRule> = /* @__PURE__ */ Provision.Provision.mapFields((fields) => ({
  ...fields,
  stages: texts,
  restrictions: texts,
}))

/**
 * The schema of {@link ExclusionRule}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const ExclusionRule: Schema.Codec<ExclusionRule> = /* @__PURE__ */ Provision.Provision.mapFields((fields) => ({
  ...fields,
  category: text,
  label: Label.Label,
  superior: Schema.Boolean,
  meeting: Schema.Boolean,
}))

// ---------------------------------------------------------------- guards

/**
 * Whether somebody has a vote and may be elected.
 *
 * @example
 * ```ts
 * import { Franchise } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const rule = { stages: ["full"], restrictions: ["none"] }
 * assert.equal(Franchise.hasVote(rule, { stage: "full", restriction: "none" }), true)
 * assert.equal(Franchise.hasVote(rule, { stage: "probationary", restriction: "none" }), false)
 * assert.equal(Franchise.hasVote(rule, { stage: "full", restriction: "disciplinaryProbation" }), false)
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const hasVote = (
  { stages, restrictions }: Pick<FranchiseRule, "stages" | "restrictions">,
  { stage, restriction }: Pick<Voter, "stage" | "restriction">,
): boolean => stages.includes(stage) && restrictions.includes(restriction)

// ---------------------------------------------------------------- decisions

/**
 * Who is due of a roll. Leaving out somebody without a vote changes nothing. Fails with everything that is wrong, each
 * with its place: `["roll", 3]`, `["exclusions", 0, "category"]`.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Franchise } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 * import * as Result from "effect/Result"
 *
 * const cite = { title: "示例条例", article: 5, standing: "transcription" } as const // made up
 * const head = { strength: "must", from: CivilDate.parseUnsafe("2020-07-13"), cite } as const
 * const rule = { ...head, id: "vote", stages: ["full"], restrictions: ["none"] }
 * const ill = { ...head, id: "ill", category: "bedridden", label: { zh: "长期卧病" }, superior: true, meeting: true }
 * const roll = ["m1", "m2"].map((person) => ({ person, stage: "full", restriction: "none" }))
 * const due = (exclusion: Franchise.Exclusion) =>
 *   Result.getOrThrow(Franchise.electorate(rule, [ill], roll, [exclusion])).due
 * assert.deepEqual(due({ person: "m2", category: "bedridden", agreed: "no. 7", adopted: "meeting of 5 May" }), ["m1"])
 * assert.deepEqual(due({ person: "m2", category: "bedridden", adopted: "meeting of 5 May" }), ["m1", "m2"])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const electorate = (
  rule: FranchiseRule,
  categories: ReadonlyArray<ExclusionRule>,
  roll: ReadonlyArray<Voter>,
  exclusions: ReadonlyArray<Exclusion>,
): Result.Result<Electorate, ReadonlyArray<FranchiseFault>> => {
  const faults = check(categories, roll, exclusions)
  if (faults.length > 0) return Result.fail(faults)
  const rows = [...roll].sort((a, b) => byText(a.person, b.person))
  const voting = rows.filter((voter) => hasVote(rule, voter)).map(({ person }) => person)
  const withVote = new Set(voting)
  const asked = exclusions
    .filter(({ person }) => withVote.has(person))
    .map((exclusion) => ({ ...exclusion, lacks: lacking(categories, exclusion) }))
    .sort((a, b) => byText(a.person, b.person))
  const excluded = asked.filter(({ lacks }) => lacks.length === 0)
  const out = new Set(excluded.map(({ person }) => person))
  return Result.succeed({
    due: voting.filter((person) => !out.has(person)),
    withoutVote: rows
      .filter((voter) => !hasVote(rule, voter))
      .map(({ person, stage }) => ({ person, because: rule.stages.includes(stage) ? "restriction" : "stage" })),
    excluded: excluded.map(({ person, category }) => ({ person, category })),
    kept: asked
      .filter(({ lacks }) => lacks.length > 0)
      .map(({ person, category, lacks }) => ({ person, category, lacks })),
  })
}

const lacking = (
  categories: ReadonlyArray<ExclusionRule>,
  { category, agreed, adopted }: Exclusion,
): ReadonlyArray<"superior" | "meeting"> => {
  const rule = categories.find((each) => each.category === category)
  return [
    ...(rule?.superior === true && agreed === undefined ? (["superior"] as const) : []),
    ...(rule?.meeting === true && adopted === undefined ? (["meeting"] as const) : []),
  ]
}

const check = (
  categories: ReadonlyArray<ExclusionRule>,
  roll: ReadonlyArray<Voter>,
  exclusions: ReadonlyArray<Exclusion>,
): ReadonlyArray<FranchiseFault> => {
  const known = new Set<string>()
  const left = new Set<string>()
  return [
    ...roll.flatMap(({ person }, index) => {
      const again = known.has(person)
      known.add(person)
      return again ? [fault("franchise.twice", { person }, ["roll", index])] : []
    }),
    ...exclusions.flatMap(({ person, category }, index) => {
      const again = left.has(person)
      left.add(person)
      const at = (key: string): Fault["path"] => ["exclusions", index, key]
      return [
        ...(known.has(person) ? [] : [fault("franchise.unknownPerson", { person }, at("person"))]),
        ...(again ? [fault("franchise.excludedTwice", { person }, at("person"))] : []),
        ...(categories.some((each) => each.category === category)
          ? []
          : [fault("franchise.unknownCategory", { category }, at("category"))]),
      ]
    }),
  ]
}
