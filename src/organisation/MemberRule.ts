/**
 * Rules of membership (党员管理规定): every age, period, number and competence that the life of a member goes by, each a dated
 * and cited row.
 *
 * A row says how strongly its text speaks, and besides what a breach comes to. Where a text makes something a condition,
 * the step is refused (`refused`); where it orders somebody to act in time and the act came late, what happened is
 * recorded and the lateness found (`found`). An approval that the row provides for makes both a covered finding.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as CivilDate from "../foundation/CivilDate.js"
import { type Fault, make as fault } from "../foundation/Fault.js"
import * as Finding from "../foundation/Finding.js"
import type { Label } from "../foundation/Label.js"
import type { Stage } from "./Member.js"
import type { Capability } from "./OrganisationKind.js"
import * as Provision from "./Provision.js"

// ---------------------------------------------------------------- models

/**
 * How long: so many days, months or years. Months and years end on the day with the same number (对日), or on the last of
 * a shorter month; that convention is ours, since no source says whether the last day is that day or the one before.
 *
 * @category models
 * @since 0.1.0
 */
export interface Length {
  readonly amount: number
  readonly unit: "day" | "month" | "year"
}

/**
 * The periods that rules measure.
 *
 * **Details**
 *
 * At least: `cultivation` from activist to candidate; `unit` from the branch vote to the day the candidate leaves the unit;
 * `lostContact` from the last contact, `abroad` from departure, to the suspension of membership; `strikeOff` from that
 * suspension to striking off; `default` the months of one default; `readmission` from expulsion to another admission;
 * `mobile` the time away of a mobile member. At most: `vote` from pre-review to the branch vote; `report` and `redo` from
 * the vote to its report to the committee; `approval` and `approvalAtMost` from the vote to the approval; `correction` the
 * time set for mending; `away` at a fixed place without transfer; `graduate` the files of a graduate at the university;
 * `contact` between two contacts with a member abroad.
 *
 * @category models
 * @since 0.1.0
 */
export type PeriodName =
  | "cultivation"
  | "unit"
  | "lostContact"
  | "abroad"
  | "strikeOff"
  | "default"
  | "readmission"
  | "mobile"
  | "vote"
  | "report"
  | "redo"
  | "approval"
  | "approvalAtMost"
  | "correction"
  | "away"
  | "graduate"
  | "contact"

/**
 * What must be so for a step, told with the step: vetted (政治审查), reviewed beforehand by the approving committee (预审),
 * carried by the branch meeting, sponsors and mentors full members who have their rights, a resignation filed with the
 * superior (备案), a search for a lost member, the order of organisational disposals, and one matter met only once.
 *
 * @category models
 * @since 0.1.0
 */
export type Need =
  | "vetting"
  | "preReview"
  | "carried"
  | "fullSponsors"
  | "fullMentors"
  | "filing"
  | "search"
  | "order"
  | "onlyOnce"

/**
 * What a branch meeting decides and a superior approves about a person: admission, full membership, extension or
 * cancellation of probation, striking off, a penalty.
 *
 * @category models
 * @since 0.1.0
 */
export type MatterName = "admit" | "confirm" | "extend" | "cancel" | "strikeOff" | "penalty"

/**
 * The disciplinary ladder (党纪处分): warning 警告, serious warning 严重警告, removal from Party posts 撤销党内职务, probation
 * within the Party 留党察看, expulsion 开除党籍.
 *
 * @category models
 * @since 0.1.0
 */
export type Penalty = "warning" | "seriousWarning" | "removedFromPost" | "disciplinaryProbation" | "expelled"

/**
 * What a rule of membership says.
 *
 * **Details**
 *
 * `minimumAge` in completed years. `atLeast` and `atMost` bound a period; `over` leaves the bound itself out (超过). `people`
 * bounds the number of mentors (培养联系人) or sponsors (入党介绍人). `training` asks for days or class-hours, either of which
 * will do. `needs` names what must be so. `probation` is the length of probation (预备期), `extension` how often and how far
 * it may be extended, `standing` from which day Party standing runs where the meeting came after the end of probation.
 * `resolves` and `approves` name the competence of the body that decides and of the one that approves. `stages` keeps a
 * step to members of some stages. `penalty` is a rung of the ladder: for how long it bars promotion, for which terms it
 * may be imposed and up to which sum, and for how long it bars promotion after the rights were restored.
 *
 * @category models
 * @since 0.1.0
 */
export type MemberDemand =
  | { readonly is: "minimumAge"; readonly years: number }
  | { readonly is: "atLeast" | "atMost"; readonly period: PeriodName; readonly length: Length; readonly over?: boolean }
  | { readonly is: "people"; readonly as: "mentors" | "sponsors"; readonly least: number; readonly most: number }
  | { readonly is: "training"; readonly days: number; readonly hours: number }
  | { readonly is: "needs"; readonly need: Need }
  | { readonly is: "probation"; readonly length: Length }
  | { readonly is: "extension"; readonly times: number; readonly least: Length; readonly most: Length }
  | { readonly is: "standing"; readonly from: "probationEnd" | "meeting" }
  | {
      readonly is: "resolves" | "approves"
      readonly matters: ReadonlyArray<MatterName>
      readonly capability: Capability
    }
  | {
      readonly is: "stages"
      readonly step: "penalty" | "advice"
      readonly stages: ReadonlyArray<Stage>
    }
  | {
      readonly is: "penalty"
      readonly penalty: Penalty
      readonly noPromotion?: Length
      readonly years?: ReadonlyArray<number>
      readonly yearsInAll?: number
      readonly afterwards?: Length
    }

/**
 * A rule of membership: the provision, what it says, and what a breach of it comes to.
 *
 * @category models
 * @since 0.1.0
 */
export interface MemberRule extends Provision.Provision {
  readonly breach: "refused" | "found"
  readonly says: MemberDemand
}

/**
 * The rule that says something of one kind.
 *
 * @category models
 * @since 0.1.0
 */
export type Saying<Is extends MemberDemand["is"]> = MemberRule & {
  readonly says: Extract<MemberDemand, { readonly is: Is }>
}

/**
 * A breach before it is judged: the rule, which says what a breach of it comes to, and the code and values of what is
 * told of it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Breach<Code extends string> {
  readonly rule: Provision.Provision & Pick<MemberRule, "breach">
  readonly code: Code
  readonly params: Fault["params"]
}

/**
 * What breaches come to: those for which a step is refused, and those that are found beside it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Judged<Code extends string> {
  readonly refused: ReadonlyArray<Fault<Code>>
  readonly found: ReadonlyArray<Finding.Finding<Code>>
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with a table of rules: an id that stands twice, and two rules in force on one day that say different
 * things of one matter.
 *
 * @category errors
 * @since 0.1.0
 */
export type MemberRuleFault = Fault<"memberRule.twice" | "memberRule.twoOfOne">

// ---------------------------------------------------------------- schemas

const whole = /* @__PURE__ */ Schema.Int.check(/* @__PURE__ */ Schema.isBetween({ minimum: 0, maximum: 100_000 }))
const wholes = /* @__PURE__ */ Schema.Array(whole)
const optionalWhole = /* @__PURE__ */ Schema.optionalKey(whole)

/**
 * The schema of {@link Length}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Length: Schema.Codec<Length> = /* @__PURE__ */ Schema.Struct({
  amount: whole,
  unit: /* @__PURE__ */ Schema.Literals(["day", "month", "year"]),
})

const optionalLength = /* @__PURE__ */ Schema.optionalKey(Length)

/**
 * The schema of {@link MatterName}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const MatterName: Schema.Codec<MatterName> = /* @__PURE__ */ Schema.Literals([
  "admit",
  "confirm",
  "extend",
  "cancel",
  "strikeOff",
  "penalty",
])

/**
 * The schema of {@link Penalty}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Penalty: Schema.Codec<Penalty> = /* @__PURE__ */ Schema.Literals([
  "warning",
  "seriousWarning",
  "removedFromPost",
  "disciplinaryProbation",
  "expelled",
])

const PeriodName: Schema.Codec<PeriodName> = /* @__PURE__ */ Schema.Literals([
  "cultivation",
  "unit",
  "lostContact",
  "abroad",
  "strikeOff",
  "default",
  "readmission",
  "mobile",
  "vote",
  "report",
  "redo",
  "approval",
  "approvalAtMost",
  "correction",
  "away",
  "graduate",
  "contact",
])

const Need: Schema.Codec<Need> = /* @__PURE__ */ Schema.Literals([
  "vetting",
  "preReview",
  "carried",
  "fullSponsors",
  "fullMentors",
  "filing",
  "search",
  "order",
  "onlyOnce",
])

/**
 * The schema of a capability of an organisation (权限).
 *
 * @category schemas
 * @since 0.1.0
 */
export const CapabilityName: Schema.Codec<Capability> = /* @__PURE__ */ Schema.Literals([
  "admit",
  "approveProbationary",
  "discipline",
  "disposeOfMembers",
  "collectDues",
  "electDelegates",
  "holdTermElections",
  "holdFiles",
  "transferNationwide",
])

const stageNames = /* @__PURE__ */ Schema.Array(
  /* @__PURE__ */ Schema.Literals(["applicant", "activist", "candidate", "probationary", "full", "left"]),
)

/**
 * The schema of {@link MemberDemand}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const MemberDemand: Schema.Codec<MemberDemand> = /* @__PURE__ */ Schema.Union([
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ Schema.Literal("minimumAge"), years: whole }),
  /* @__PURE__ */ Schema.Struct({
    is: /* @__PURE__ */ Schema.Literals(["atLeast", "atMost"]),
    period: PeriodName,
    length: Length,
    over: /* @__PURE__ */ Schema.optionalKey(Schema.Boolean),
  }),
  /* @__PURE__ */ Schema.Struct({
    is: /* @__PURE__ */ Schema.Literal("people"),
    as: /* @__PURE__ */ Schema.Literals(["mentors", "sponsors"]),
    least: whole,
    most: whole,
  }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ Schema.Literal("training"), days: whole, hours: whole }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ Schema.Literal("needs"), need: Need }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ Schema.Literal("probation"), length: Length }),
  /* @__PURE__ */ Schema.Struct({
    is: /* @__PURE__ */ Schema.Literal("extension"),
    times: whole,
    least: Length,
    most: Length,
  }),
  /* @__PURE__ */ Schema.Struct({
    is: /* @__PURE__ */ Schema.Literal("standing"),
    from: /* @__PURE__ */ Schema.Literals(["probationEnd", "meeting"]),
  }),
  /* @__PURE__ */ Schema.Struct({
    is: /* @__PURE__ */ Schema.Literals(["resolves", "approves"]),
    matters: /* @__PURE__ */ Schema.Array(MatterName),
    capability: CapabilityName,
  }),
  /* @__PURE__ */ Schema.Struct({
    is: /* @__PURE__ */ Schema.Literal("stages"),
    step: /* @__PURE__ */ Schema.Literals(["penalty", "advice"]),
    stages: stageNames,
  }),
  /* @__PURE__ */ Schema.Struct({
    is: /* @__PURE__ */ Schema.Literal("penalty"),
    penalty: Penalty,
    noPromotion: optionalLength,
    years: /* @__PURE__ */ Schema.optionalKey(wholes),
    yearsInAll: optionalWhole,
    afterwards: optionalLength,
  }),
])

/**
 * The schema of {@link MemberRule}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const MemberRule: Schema.Codec<MemberRule> = /* @__PURE__ */ Provision.Provision.mapFields((fields) => ({
  ...fields,
  breach: Schema.Literals(["refused", "found"]),
  says: MemberDemand,
}))

// ---------------------------------------------------------------- getters

/**
 * The day so long after another, by the convention of {@link Length}; a day past the calendar's last, 9999-12-31, is that day.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { MemberRule } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const day = CivilDate.parseUnsafe
 * assert.equal(MemberRule.after(day("2024-03-15"), { amount: 1, unit: "year" }), "2025-03-15")
 * assert.equal(MemberRule.after(day("2024-02-29"), { amount: 1, unit: "year" }), "2025-02-28")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const after = (from: CivilDate.CivilDate, { amount, unit }: Length): CivilDate.CivilDate => {
  const add = unit === "day" ? CivilDate.addDays : unit === "month" ? CivilDate.addMonths : CivilDate.addYears
  return Result.getOrElse(add(from, amount), () => "9999-12-31" as CivilDate.CivilDate)
}

/**
 * The rules in force on a day that say something of one kind, in the order of their ids.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { MemberRule } from "dangjian/organisation"
 * import { MemberRules } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const [age] = MemberRule.saying(MemberRules.rules, "minimumAge", CivilDate.parseUnsafe("2024-06-30"))
 * assert.equal(age?.says.years, 18)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const saying = <Is extends MemberDemand["is"]>(
  rules: ReadonlyArray<MemberRule>,
  is: Is,
  on: CivilDate.CivilDate,
): ReadonlyArray<Saying<Is>> => Provision.inForce(rules.filter(speaks(is)), on)

const speaks =
  <Is extends MemberDemand["is"]>(is: Is) =>
  (rule: MemberRule): rule is Saying<Is> =>
    rule.says.is === is

/**
 * The rule in force on a day that bounds a period.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { MemberRule } from "dangjian/organisation"
 * import { MemberRules } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const cultivation = MemberRule.period(MemberRules.rules, "cultivation", CivilDate.parseUnsafe("2024-06-30"))
 * assert.deepEqual(cultivation?.says.length, { amount: 1, unit: "year" })
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const period = (
  rules: ReadonlyArray<MemberRule>,
  name: PeriodName,
  on: CivilDate.CivilDate,
): Saying<"atLeast" | "atMost"> | undefined =>
  Provision.inForce(
    rules.filter(
      (rule): rule is Saying<"atLeast" | "atMost"> =>
        (rule.says.is === "atLeast" || rule.says.is === "atMost") && rule.says.period === name,
    ),
    on,
  )[0]

/**
 * The rule in force on a day that needs something to be so.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { MemberRule } from "dangjian/organisation"
 * import { MemberRules } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * assert.equal(MemberRule.needing(MemberRules.rules, "vetting", CivilDate.parseUnsafe("2024-06-30"))?.strength, "must")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const needing = (
  rules: ReadonlyArray<MemberRule>,
  need: Need,
  on: CivilDate.CivilDate,
): Saying<"needs"> | undefined => saying(rules, "needs", on).find(({ says }) => says.need === need)

// ---------------------------------------------------------------- decisions

/**
 * The breach of a bound on the period from one day to another, under a code; `undefined` where the rule is kept or there
 * is none. Its parameters are both days and the first day, or the last, that would do.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { MemberRule } from "dangjian/organisation"
 * import { MemberRules } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const day = CivilDate.parseUnsafe
 * const rule = MemberRule.period(MemberRules.rules, "cultivation", day("2025-05-09"))
 * const breach = MemberRule.measured(rule, day("2024-05-10"), day("2025-05-09"), "demo.tooSoon")
 * assert.deepEqual(breach?.params, { from: "2024-05-10", on: "2025-05-09", bound: "2025-05-10" })
 * assert.equal(MemberRule.measured(rule, day("2024-05-10"), day("2025-05-10"), "demo.tooSoon"), undefined)
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const measured = <const Code extends string>(
  rule: Saying<"atLeast" | "atMost"> | undefined,
  from: CivilDate.CivilDate | undefined,
  on: CivilDate.CivilDate,
  code: Code,
): Breach<Code> | undefined => {
  if (rule === undefined || from === undefined) return undefined
  const { is, length, over } = rule.says
  const bound = after(from, length)
  const kept = is === "atLeast" ? (over === true ? on > bound : on >= bound) : over === true ? on < bound : on <= bound
  return kept ? undefined : { rule, code, params: { from, on, bound } }
}

/**
 * What breaches come to by their rules and under approvals: a rule that only permits is never broken, an approval that the
 * rule provides for covers, and what is left is refused or found as the rule says. Where it is known of which person they
 * are, findings name the person, and cover is given by approvals for that person and by those for nobody in particular.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { MemberRule } from "dangjian/organisation"
 * import { MemberRules } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const [age] = MemberRule.saying(MemberRules.rules, "minimumAge", CivilDate.parseUnsafe("2024-06-30"))
 * const { refused, found } = MemberRule.judge([{ rule: age!, code: "demo.underAge", params: { years: 17 } }])
 * assert.deepEqual([refused.map(({ code }) => code), found], [["demo.underAge"], []])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const judge = <Code extends string>(
  breaches: ReadonlyArray<Breach<Code> | undefined>,
  approvals: ReadonlyArray<Finding.Approval> = [],
  person?: string,
): Judged<Code> => {
  const subject = person === undefined ? {} : { subject: person }
  const own = approvals.map((each) => ({ ...subject, ...each }))
  const refused: Array<Fault<Code>> = []
  const found: Array<Finding.Finding<Code>> = []
  for (const breach of breaches) {
    if (breach === undefined) continue
    const { rule, code, params } = breach
    const finding = Provision.deviation(rule, { code, ...subject, params }, own)
    if (finding === undefined) continue
    if (rule.breach === "refused" && Finding.isOpen(finding)) refused.push(fault(code, params))
    else found.push(finding)
  }
  return { refused, found }
}

/**
 * What is wrong with a table of rules, all at once: ids that stand twice, and rules of one matter that are in force at
 * the same time.
 *
 * @example
 * ```ts
 * import { MemberRule } from "dangjian/organisation"
 * import { MemberRules } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * assert.deepEqual(MemberRule.check(MemberRules.rules), [])
 * assert.equal(MemberRule.check([...MemberRules.rules, MemberRules.rules[0]!])[0]?.code, "memberRule.twice")
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const check = (rules: ReadonlyArray<MemberRule>): ReadonlyArray<MemberRuleFault> => {
  const seen = new Set<string>()
  const faults: Array<MemberRuleFault> = []
  for (const [index, rule] of rules.entries()) {
    if (seen.has(rule.id)) faults.push(fault("memberRule.twice", { id: rule.id }, [index, "id"]))
    seen.add(rule.id)
    const other = rules
      .slice(0, index)
      .find(
        (before) =>
          before.id !== rule.id && matters(before).some((each) => matters(rule).includes(each)) && meet(before, rule),
      )
    if (other !== undefined) {
      faults.push(fault("memberRule.twoOfOne", { id: rule.id, other: other.id }, [index, "says"]))
    }
  }
  return faults
}

const meet = (a: MemberRule, b: MemberRule): boolean =>
  (a.to === undefined || b.from < a.to) && (b.to === undefined || a.from < b.to)

const matters = ({ says }: MemberRule): ReadonlyArray<string> => {
  switch (says.is) {
    case "atLeast":
    case "atMost":
      return [`period ${says.period}`]
    case "people":
      return [`people ${says.as}`]
    case "needs":
      return [`needs ${says.need}`]
    case "resolves":
    case "approves":
      return says.matters.map((matter) => `${says.is} ${matter}`)
    case "stages":
      return [`stages ${says.step}`]
    case "penalty":
      return [`penalty ${says.penalty}`]
    default:
      return [says.is]
  }
}

// ---------------------------------------------------------------- instances

/**
 * The names of the penalties, lightest first.
 *
 * @category instances
 * @since 0.1.0
 */
export const penalties: Readonly<Record<Penalty, Label>> = {
  warning: { zh: "警告", en: "warning" },
  seriousWarning: { zh: "严重警告", en: "serious warning" },
  removedFromPost: { zh: "撤销党内职务", en: "removal from Party posts" },
  disciplinaryProbation: { zh: "留党察看", en: "probation within the Party" },
  expelled: { zh: "开除党籍", en: "expulsion from the Party" },
}

/**
 * The names of what a branch meeting decides about a person.
 *
 * @category instances
 * @since 0.1.0
 */
export const matterNames: Readonly<Record<MatterName, Label>> = {
  admit: { zh: "接收预备党员", en: "admission as a probationary member" },
  confirm: { zh: "预备党员转正", en: "full membership" },
  extend: { zh: "延长预备期", en: "extension of probation" },
  cancel: { zh: "取消预备党员资格", en: "cancellation of probation" },
  strikeOff: { zh: "除名", en: "striking off" },
  penalty: { zh: "党纪处分", en: "disciplinary penalty" },
}
