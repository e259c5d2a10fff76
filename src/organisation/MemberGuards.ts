/**
 * What the deciding of all steps in the life of a member has in common: who asks under which rules, and how breaches and
 * impossibilities become a decision.
 *
 * @internal
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import type * as CivilDate from "../foundation/CivilDate.js"
import { make as fault } from "../foundation/Fault.js"
import * as Finding from "../foundation/Finding.js"
import type * as PartialDate from "../foundation/PartialDate.js"
import type { Stage } from "./Member.js"
import type * as MemberRecord from "./MemberRecord.js"
import * as MemberRule from "./MemberRule.js"
import * as Person from "./Person.js"

// ---------------------------------------------------------------- models

/** What a step is decided from; `person` is whose life it is, where the decider knows. */
export interface Case {
  readonly rules: ReadonlyArray<MemberRule.MemberRule>
  readonly life: MemberRecord.Life
  readonly on: CivilDate.CivilDate
  readonly approvals: ReadonlyArray<Finding.Approval>
  readonly person: string | undefined
}

export type Breach = MemberRule.Breach<MemberRecord.RuleCode>

export type Decision = Result.Result<ReadonlyArray<MemberRecord.Happened>, ReadonlyArray<MemberRecord.LifeFault>>

// ---------------------------------------------------------------- constructors

export const refused = (...faults: ReadonlyArray<MemberRecord.LifeFault>): Decision => Result.fail(faults)

/** The event, unless a fault or a refusing breach stands against it; all of them are told. */
export const decided = (
  { approvals, person }: Pick<Case, "approvals" | "person">,
  event: MemberRecord.Happening,
  breaches: ReadonlyArray<Breach | undefined> = [],
  faults: ReadonlyArray<MemberRecord.LifeFault | undefined> = [],
  noted: ReadonlyArray<Finding.Finding> = [],
): Decision => {
  const judged = MemberRule.judge(breaches, approvals, person)
  const against = [...faults.filter((one) => one !== undefined), ...judged.refused]
  if (against.length > 0) return Result.fail(against)
  const beside = person === undefined ? noted : noted.map((each) => ({ ...each, subject: person }))
  const findings = Finding.sort([...judged.found, ...beside])
  return Result.succeed([findings.length === 0 ? { event } : { event, findings }])
}

// ---------------------------------------------------------------- guards

export const isMember = ({ stage }: Pick<MemberRecord.Life, "stage">): boolean =>
  stage === "probationary" || stage === "full"

// ---------------------------------------------------------------- decisions

export const stageFault = (
  { stage }: MemberRecord.Life,
  step: string,
  allowed: ReadonlyArray<Stage | "none">,
): MemberRecord.LifeFault | undefined =>
  allowed.includes(stage) ? undefined : fault("memberLife.stage", { stage, step })

/** A date that would have to lie within two others. */
export const dateFault = (
  field: string,
  day: CivilDate.CivilDate | undefined,
  from: CivilDate.CivilDate | undefined,
  to: CivilDate.CivilDate | undefined,
): MemberRecord.LifeFault | undefined => {
  if (day === undefined) return undefined
  const fits = (from === undefined || from <= day) && (to === undefined || day <= to)
  return fits ? undefined : fault("memberLife.date", { field, day })
}

export const unless = (
  kept: boolean,
  rule: MemberRule.MemberRule | undefined,
  code: MemberRecord.RuleCode,
  params: Breach["params"] = {},
): Breach | undefined => (kept || rule === undefined ? undefined : { rule, code, params })

export const within = (
  { rules, on }: Case,
  name: MemberRule.PeriodName,
  from: CivilDate.CivilDate | undefined,
  to: CivilDate.CivilDate,
  code: MemberRecord.RuleCode,
): Breach | undefined => MemberRule.measured(MemberRule.period(rules, name, on), from, to, code)

export const needed = (
  { rules, on }: Case,
  need: MemberRule.Need,
  kept: boolean,
  code: MemberRecord.RuleCode,
  params: Breach["params"] = {},
): Breach | undefined => unless(kept, MemberRule.needing(rules, need, on), code, params)

/** A body without the competence that a matter asks of it. */
export const competence = (
  { rules, on }: Case,
  is: "resolves" | "approves",
  matter: MemberRule.MatterName,
  body: MemberRecord.Body,
): Breach | undefined => {
  const rule = MemberRule.saying(rules, is, on).find(({ says }) => says.matters.includes(matter))
  const kept = rule === undefined || body.capabilities.includes(rule.says.capability)
  const code = is === "resolves" ? "memberLife.mayNotResolve" : "memberLife.mayNotApprove"
  return unless(kept, rule, code, { body: body.id, matter, capability: rule?.says.capability ?? "" })
}

/** Too young on a day: a breach where it is certain, a warning where the date of birth leaves it open. */
export const age = (
  { rules }: Case,
  born: PartialDate.PartialDate | undefined,
  on: CivilDate.CivilDate,
): { readonly breaches: ReadonlyArray<Breach>; readonly noted: ReadonlyArray<Finding.Finding> } => {
  const [rule] = MemberRule.saying(rules, "minimumAge", on)
  if (rule === undefined) return { breaches: [], noted: [] }
  const { years } = rule.says
  switch (Person.isOfAge(born === undefined ? {} : { born }, years, on)) {
    case "yes":
      return { breaches: [], noted: [] }
    case "no":
      return { breaches: [{ rule, code: "memberLife.underAge", params: { years, on } }], noted: [] }
    case "uncertain": {
      const open = { code: "memberLife.ageUncertain", params: { years, on }, cite: rule.cite }
      return { breaches: [], noted: [Finding.of("should", open)!] }
    }
  }
}

/** One matter is not met both by a penalty and by a disposal. */
export const metAlready = (at: Case, affair: string, by: "penalty" | "disposal"): Breach | undefined => {
  const other = at.life.affairs.find((each) => each.affair === affair && each.met !== by)
  return needed(at, "onlyOnce", other === undefined, "memberLife.metAlready", { affair, met: other?.met ?? "" })
}
