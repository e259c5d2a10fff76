/**
 * Thresholds (设置条件): which kinds of organisation a unit may, should or must have by its head-counts. Which count, which
 * ends belong, in which sector, whether an approval or a stated need goes with it: all of it is dated, cited data.
 *
 * The answer is a set, never one kind: an organ with a hundred members fits the general branch and the primary committee
 * alike, and a branch above its usual size may lawfully stay a branch.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as CivilDate from "../foundation/CivilDate.js"
import * as Exact from "../foundation/Exact.js"
import * as Finding from "../foundation/Finding.js"
import * as Span from "../rules/Span.js"
import type { HeadCount } from "./HeadCount.js"
import * as Provision from "./Provision.js"

// ---------------------------------------------------------------- models

/**
 * What is measured: full members (正式党员), all members (党员, probationary ones included), units covered (覆盖单位), months
 * that something lasts.
 *
 * @category models
 * @since 0.1.0
 */
export type Measure = "full" | "all" | "units" | "months"

/**
 * A condition: one measure within a span, whose ends are said outright.
 *
 * @category models
 * @since 0.1.0
 */
export interface Need {
  readonly of: Measure
  readonly on: Span.Span
}

/**
 * A rule of thresholds for one kind of organisation.
 *
 * **Details**
 *
 * `forms`: where all needs hold, the kind may (可以), should (一般) or must (应当) be set up, as the strength says. `limits`: a
 * body of the kind keeps within the needs. `setting` is what the numbers are of: a `unit`, a `project`, a body formed for
 * a `task`, `mobile` members gathered in one place, or a `branch` that is divided. `sectors` are the fields (领域) it speaks of;
 * all where they are absent, and then only where no rule of the same kind from a text as good names the sector. `ground` is what has to be the
 * case besides the numbers (工作需要). Limits hold whatever the setting. `approvedBy` of a rule that `forms` says whose approval the setting up needs.
 *
 * @category models
 * @since 0.1.0
 */
export interface ThresholdRule extends Provision.Provision {
  readonly kind: string
  readonly says: "forms" | "limits"
  readonly setting: string
  readonly sectors?: ReadonlyArray<string>
  readonly needs: ReadonlyArray<Need>
  readonly ground?: string
}

/**
 * An approval to set up a body of a kind: by whom, in the words of the rule, and from which day on.
 *
 * @category models
 * @since 0.1.0
 */
export interface SetUpApproval {
  readonly id: string
  readonly kind: string
  readonly by: string
  readonly on: CivilDate.CivilDate
}

/**
 * What is asked: the sector, both head-counts, the day; what the counts are of, where it is no unit; units covered and
 * months where they matter; the grounds that hold and the approvals there are.
 *
 * @category models
 * @since 0.1.0
 */
export interface Question {
  readonly sector: string
  readonly head: HeadCount
  readonly on: CivilDate.CivilDate
  readonly setting?: string
  readonly subject?: string
  readonly units?: number
  readonly months?: number
  readonly grounds?: ReadonlyArray<string>
  readonly approvals?: ReadonlyArray<SetUpApproval>
}

/**
 * A kind that is permitted, by which rule, how strongly, and what is still open: a `ground` that nobody has stated, an
 * approval that is needed. `approved` is the id of the approval where there is one. `warnings` say which limits of the
 * kind the counts exceed.
 *
 * @category models
 * @since 0.1.0
 */
export interface Permitted {
  readonly kind: string
  readonly because: ThresholdRule
  readonly duty: Finding.Strength
  readonly ground?: string
  readonly needsApproval?: string
  readonly approved?: string
  readonly warnings: ReadonlyArray<Finding.Finding<ThresholdCode>>
}

/**
 * Why a rule does not permit its kind: one need that does not hold, with the number there is, which is absent where
 * nobody told it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Lack extends Need {
  readonly kind: string
  readonly rule: string
  readonly value?: number
}

// ---------------------------------------------------------------- errors

/**
 * What limits find: too many or too few full members, members, units covered or months.
 *
 * @category errors
 * @since 0.1.0
 */
export type ThresholdCode = `threshold.${Measure}`

// ---------------------------------------------------------------- schemas

const text = Schema.NonEmptyString
const texts = /* @__PURE__ */ Schema.Array(text)

/**
 * The schema of {@link Measure}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Measure: Schema.Codec<Measure> = /* @__PURE__ */ Schema.Literals(["full", "all", "units", "months"])

/**
 * The schema of {@link Need}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Need: Schema.Codec<Need> = /* @__PURE__ */ Schema.Struct({ of: Measure, on: Span.Span })

/**
 * The schema of {@link ThresholdRule}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const ThresholdRule: Schema.Codec<ThresholdRule> = /* @__PURE__ */ Provision.Provision.mapFields((fields) => ({
  ...fields,
  kind: text,
  says: Schema.Literals(["forms", "limits"]),
  setting: text,
  sectors: Schema.optionalKey(texts),
  needs: Schema.Array(Need),
  ground: Schema.optionalKey(text),
}))

/**
 * The schema of {@link SetUpApproval}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const SetUpApproval: Schema.Codec<SetUpApproval> = /* @__PURE__ */ Schema.Struct({
  id: text,
  kind: text,
  by: text,
  on: CivilDate.CivilDate,
})

// ---------------------------------------------------------------- guards

/**
 * Whether nothing is open about a permitted kind: no ground to be stated, no approval to be given.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { HeadCount, Threshold } from "dangjian/organisation"
 * import { PrimaryThresholds } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const head = HeadCount.ofUnsafe({ full: 100, probationary: 0 })
 * const on = CivilDate.parseUnsafe("2024-06-30")
 * const kinds = Threshold.permittedKinds(PrimaryThresholds.rules, { sector: "village", head, on })
 * assert.deepEqual(kinds.filter(Threshold.isSettled).map(({ kind }) => kind), ["branch", "generalBranch"])
 * assert.deepEqual(kinds.filter((each) => !Threshold.isSettled(each)).map(({ needsApproval }) => needsApproval), [
 *   "countyCommittee",
 * ])
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const isSettled = ({ ground, needsApproval }: Permitted): boolean =>
  ground === undefined && needsApproval === undefined

/**
 * Whether a measure holds a need; `undefined` where nobody told the measure, or what was told is no whole number.
 *
 * @example
 * ```ts
 * import { HeadCount, Threshold } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const head = HeadCount.ofUnsafe({ full: 2, probationary: 4 })
 * assert.equal(Threshold.holds({ of: "full", on: { ge: "3" } }, { head }), false)
 * assert.equal(Threshold.holds({ of: "all", on: { ge: "3" } }, { head }), true)
 * assert.equal(Threshold.holds({ of: "months", on: { ge: "6" } }, { head }), undefined)
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const holds = ({ of, on }: Need, measured: Measured): boolean | undefined => {
  const value = valueOf(of, measured)
  return Number.isSafeInteger(value) ? Span.contains(on, Exact.integerUnsafe(value ?? 0)) : undefined
}

type Measured = Pick<Question, "head" | "units" | "months">

const valueOf = (of: Measure, { head, units, months }: Measured): number | undefined => {
  switch (of) {
    case "full":
      return head.full
    case "all":
      return head.all
    case "units":
      return units
    case "months":
      return months
  }
}

// ---------------------------------------------------------------- getters

/**
 * The rules of a table that speak of a sector and a setting on a day: one that names the sector goes before those for all
 * sectors that say the same sort of thing of the same kind, unless it is known from a weaker text: what is only reported of
 * one place takes no text of law away, and both speak.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Threshold } from "dangjian/organisation"
 * import { PrimaryThresholds } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const on = CivilDate.parseUnsafe("2024-06-30")
 * const joint = (sector: string) =>
 *   Threshold.speaking(PrimaryThresholds.rules, { sector, on }, "forms")
 *     .filter(({ kind }) => kind === "jointBranch")
 *     .map(({ strength }) => strength)
 * assert.deepEqual([joint("community"), joint("village")], [["must"], ["may"]])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const speaking = (
  rules: ReadonlyArray<ThresholdRule>,
  { sector, on, setting = "unit" }: Pick<Question, "sector" | "on" | "setting">,
  says: ThresholdRule["says"],
): ReadonlyArray<ThresholdRule> => {
  const all = Provision.inForce(rules, on).filter(
    (rule) =>
      rule.says === says &&
      (says === "limits" || rule.setting === setting) &&
      (rule.sectors === undefined || rule.sectors.includes(sector)),
  )
  const special = new Map<string, number>()
  for (const rule of all) {
    if (rule.sectors === undefined) continue
    const key = topic(rule)
    special.set(key, Math.max(weight(rule), special.get(key) ?? 0))
  }
  return all.filter((rule) => rule.sectors !== undefined || weight(rule) > (special.get(topic(rule)) ?? -1))
}

/** How good a text a rule is known from: the better, the more. */
const weight = ({ cite }: ThresholdRule): number => WEIGHTS[cite.standing]

const WEIGHTS = { report: 0, transcription: 1, official: 2 } as const

/** What a rule is about; limits of two measures are two topics. */
const topic = ({ kind, says, needs }: ThresholdRule): string =>
  JSON.stringify([kind, ...(says === "limits" ? needs.map(({ of }) => of).sort() : [])])

/**
 * What keeps rules from permitting their kinds, in the order of the rules' ids: the needs that do not hold.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { HeadCount, Threshold } from "dangjian/organisation"
 * import { PrimaryThresholds } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const head = HeadCount.ofUnsafe({ full: 2, probationary: 4 })
 * const on = CivilDate.parseUnsafe("2024-06-30")
 * const [lack] = Threshold.lacking(PrimaryThresholds.rules, { sector: "community", head, on })
 * assert.deepEqual([lack?.kind, lack?.of, lack?.value, lack?.on], ["branch", "full", 2, { ge: "3" }])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const lacking = (rules: ReadonlyArray<ThresholdRule>, question: Question): ReadonlyArray<Lack> =>
  speaking(rules, question, "forms").flatMap(({ id, kind, needs }) =>
    needs
      .filter((need) => holds(need, question) !== true)
      .map((need) => {
        const value = valueOf(need.of, question)
        return { ...need, kind, rule: id, ...(value === undefined ? {} : { value }) }
      }),
  )

/**
 * The approval that a rule asks for, where somebody gave it by a day: its id, of several the least.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Threshold } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const on = CivilDate.parseUnsafe("2024-06-30")
 * const given = { id: "a7", kind: "primaryCommittee", by: "countyCommittee", on }
 * const rule = { kind: "primaryCommittee", approvedBy: "countyCommittee" }
 * assert.equal(Threshold.approvalOf(rule, [given], on), "a7")
 * assert.equal(Threshold.approvalOf(rule, [{ ...given, by: "townshipCommittee" }], on), undefined)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const approvalOf = (
  { kind, approvedBy }: Pick<ThresholdRule, "kind" | "approvedBy">,
  approvals: ReadonlyArray<SetUpApproval>,
  on: CivilDate.CivilDate,
): string | undefined =>
  approvals
    .filter((approval) => approval.kind === kind && approval.by === approvedBy && approval.on <= on)
    .map(({ id }) => id)
    .sort()[0]

// ---------------------------------------------------------------- decisions

/**
 * The kinds of organisation that the rules permit, as a set in the order of their ids. A kind that several rules permit
 * stands by the one that leaves least open and speaks most strongly.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { HeadCount, Threshold } from "dangjian/organisation"
 * import { PrimaryThresholds } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const head = HeadCount.ofUnsafe({ full: 49, probationary: 2 })
 * const on = CivilDate.parseUnsafe("2024-06-30")
 * const [branch, generalBranch] = Threshold.permittedKinds(PrimaryThresholds.rules, { sector: "village", head, on })
 * assert.deepEqual([branch?.kind, branch?.duty, branch?.warnings[0]?.params.value], ["branch", "must", 51])
 * assert.deepEqual([generalBranch?.kind, generalBranch?.duty], ["generalBranch", "may"])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const permittedKinds = (rules: ReadonlyArray<ThresholdRule>, question: Question): ReadonlyArray<Permitted> => {
  const best = new Map<string, Permitted>()
  for (const rule of speaking(rules, question, "forms")) {
    if (!rule.needs.every((need) => holds(need, question) === true)) continue
    const permitted = { ...opened(rule, question), warnings: exceeded(rules, rule.kind, question) }
    const other = best.get(rule.kind)
    if (other === undefined || rank(permitted) < rank(other)) best.set(rule.kind, permitted)
  }
  return [...best.values()].sort((a, b) => (a.kind < b.kind ? -1 : 1))
}

const opened = (rule: ThresholdRule, { on, grounds = [], approvals = [] }: Question): Omit<Permitted, "warnings"> => {
  const { kind, strength, ground, approvedBy } = rule
  const approved = approvalOf(rule, approvals, on)
  const unstated = ground !== undefined && approved === undefined && !grounds.includes(ground)
  return {
    kind,
    because: rule,
    duty: strength,
    ...(unstated ? { ground } : {}),
    ...(approvedBy === undefined ? {} : approved === undefined ? { needsApproval: approvedBy } : { approved }),
  }
}

const ORDER = { must: 0, should: 1, may: 2 } as const

const rank = ({ ground, needsApproval, duty }: Omit<Permitted, "warnings">): number =>
  10 * (Number(ground !== undefined) + Number(needsApproval !== undefined)) + ORDER[duty]

/**
 * What the limits of a kind find about a body's numbers, open errors first. Numbers that nobody told are not judged.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { HeadCount, Threshold } from "dangjian/organisation"
 * import { PrimaryThresholds } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const body = { sector: "firm", head: HeadCount.ofUnsafe({ full: 9, probationary: 0 }), units: 6 }
 * const on = CivilDate.parseUnsafe("2024-06-30")
 * const [found] = Threshold.exceeded(PrimaryThresholds.rules, "jointBranch", { ...body, on })
 * assert.deepEqual([found?.code, found?.severity], ["threshold.units", "warning"])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const exceeded = (
  rules: ReadonlyArray<ThresholdRule>,
  kind: string,
  question: Question,
  approvals: Finding.Approvals = [],
): ReadonlyArray<Finding.Finding<ThresholdCode>> =>
  Finding.sort(
    speaking(rules, question, "limits")
      .filter((rule) => rule.kind === kind)
      .flatMap((rule) =>
        rule.needs
          .filter((need) => holds(need, question) === false)
          .map(({ of, on }) =>
            Provision.deviation<ThresholdCode>(
              rule,
              {
                code: `threshold.${of}`,
                params: { kind, value: valueOf(of, question) ?? 0, on: Span.text(on) },
                ...(question.subject === undefined ? {} : { subject: question.subject }),
              },
              approvals,
            ),
          ),
      )
      .filter((finding) => finding !== undefined),
  )
