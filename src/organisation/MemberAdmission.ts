/**
 * The way into the Party: application, cultivation, selection, admission, full membership.
 *
 * @internal
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import type * as CivilDate from "../foundation/CivilDate.js"
import { make as fault } from "../foundation/Fault.js"
import * as MemberGuards from "./MemberGuards.js"
import type * as MemberRecord from "./MemberRecord.js"
import * as MemberRule from "./MemberRule.js"

// ---------------------------------------------------------------- models

type Case = MemberGuards.Case
type Decision = MemberGuards.Decision
type Breach = MemberGuards.Breach
type StepOf<Is extends MemberRecord.Step["is"]> = Extract<MemberRecord.Step, { readonly is: Is }>
type MatterOf<Is extends MemberRecord.Matter["is"]> = Extract<MemberRecord.Matter, { readonly is: Is }>

// ---------------------------------------------------------------- getters

/** The end of a probation that begins on a day; none where no rule gives its length. */
export const probationEnd = ({ rules }: Case, from: CivilDate.CivilDate): CivilDate.CivilDate | undefined => {
  const [rule] = MemberRule.saying(rules, "probation", from)
  return rule === undefined ? undefined : MemberRule.after(from, rule.says.length)
}

// ---------------------------------------------------------------- decisions

export const register = (at: Case, step: StepOf<"register">): Decision => {
  const { admittedOn, fullFrom, born } = step
  const young = MemberGuards.age(at, born, admittedOn)
  const end = fullFrom === undefined ? probationEnd(at, admittedOn) : undefined
  return MemberGuards.decided(
    at,
    { is: "registered", asked: step, ...(end === undefined ? {} : { probationUntil: end }) },
    young.breaches,
    [
      MemberGuards.dateFault("admittedOn", admittedOn, undefined, at.on),
      MemberGuards.dateFault("fullFrom", fullFrom, admittedOn, at.on),
      fullFrom === undefined && end === undefined ? noProbation : undefined,
    ],
    young.noted,
  )
}

const noProbation: MemberRecord.LifeFault = { code: "memberLife.noRule", path: [], params: { says: "probation" } }

export const apply = (at: Case, { branch, born }: StepOf<"apply">): Decision => {
  const young = MemberGuards.age(at, born, at.on)
  const applied: MemberRecord.Happening = { is: "applied", branch, ...(born === undefined ? {} : { born }) }
  return MemberGuards.decided(at, applied, young.breaches, [], young.noted)
}

export const cultivate = (at: Case, { mentors }: StepOf<"cultivate">): Decision =>
  MemberGuards.decided(at, { is: "cultivated" }, [
    people(at, "mentors", mentors),
    ...notFull(at, "fullMentors", mentors),
  ])

const people = (
  { rules, on }: Case,
  as: "mentors" | "sponsors",
  patrons: ReadonlyArray<MemberRecord.Patron>,
): Breach | undefined => {
  const rule = MemberRule.saying(rules, "people", on).find(({ says }) => says.as === as)
  if (rule === undefined) return undefined
  const count = new Set(patrons.map(({ person }) => person)).size
  const { least, most } = rule.says
  return MemberGuards.unless(count >= least && count <= most, rule, `memberLife.${as}`, { count, least, most })
}

const notFull = (
  at: Case,
  need: "fullMentors" | "fullSponsors",
  patrons: ReadonlyArray<MemberRecord.Patron>,
): ReadonlyArray<Breach | undefined> =>
  patrons.map(({ person, stage, restriction }) =>
    MemberGuards.needed(at, need, stage === "full" && restriction === "none", "memberLife.patronNotFull", { person }),
  )

export const select = (at: Case): Decision =>
  MemberGuards.decided(at, { is: "selected" }, [
    MemberGuards.within(at, "cultivation", at.life.activistFrom, at.on, "memberLife.cultivation"),
  ])

export const discontinue = (at: Case): Decision => MemberGuards.decided(at, { is: "discontinued" })

/** What stands against an admission, beyond what stands against any resolution. */
export const admission = (at: Case, matter: MatterOf<"admit">): ReadonlyArray<Breach | undefined> => {
  const { sponsors, vetted, training, preReviewedOn, leavesUnitOn } = matter
  const [trained] = MemberRule.saying(at.rules, "training", at.on)
  const { days = 0, hours = 0 } = training
  const enough = trained === undefined || days >= trained.says.days || hours >= trained.says.hours
  const unit = leavesUnitOn === undefined ? undefined : at.on
  return [
    people(at, "sponsors", sponsors),
    ...notFull(at, "fullSponsors", sponsors),
    MemberGuards.unless(enough, trained, "memberLife.training", { days, hours }),
    MemberGuards.needed(at, "vetting", vetted, "memberLife.notVetted"),
    MemberGuards.needed(at, "preReview", preReviewedOn !== undefined, "memberLife.notPreReviewed"),
    MemberGuards.within(at, "vote", preReviewedOn, at.on, "memberLife.lateVote"),
    MemberGuards.within(at, "unit", unit, leavesUnitOn ?? at.on, "memberLife.leavesUnit"),
    MemberGuards.within(at, "readmission", expelledOn(at.life), at.on, "memberLife.readmission"),
  ]
}

const expelledOn = ({ ended }: MemberRecord.Life): CivilDate.CivilDate | undefined =>
  ended.findLast(({ exit }) => exit === "expelled")?.on

/** Full membership before the end of probation. */
export const confirmation = (at: Case): ReadonlyArray<Breach | undefined> => {
  const { probationUntil } = at.life
  const [rule] = MemberRule.saying(at.rules, "probation", at.on)
  const over = probationUntil === undefined || at.on >= probationUntil
  return [MemberGuards.unless(over, rule, "memberLife.probation", { until: probationUntil ?? "" })]
}

export const extension = (at: Case, { months }: MatterOf<"extend">): ReadonlyArray<Breach | undefined> => {
  const [rule] = MemberRule.saying(at.rules, "extension", at.on)
  if (rule === undefined) return []
  const { least, most, times } = rule.says
  const from = at.life.probationUntil ?? at.on
  const until = MemberRule.after(from, { amount: months, unit: "month" })
  const fits = until >= MemberRule.after(from, least) && until <= MemberRule.after(from, most)
  return [
    MemberGuards.unless(fits, rule, "memberLife.extensionLength", { months }),
    MemberGuards.unless(at.life.extensions < times, rule, "memberLife.extendedAlready", { times }),
  ]
}

/** The approval of an admission: from the branch vote on everything has its time. */
export const approveAdmission = (
  at: Case,
  { on: votedOn }: MemberRecord.Pending,
  { branch }: MatterOf<"admit">,
  { reportedOn }: StepOf<"approve">,
  breaches: ReadonlyArray<Breach | undefined>,
): Decision => {
  const probationUntil = probationEnd(at, votedOn)
  if (probationUntil === undefined) return Result.fail([noProbation])
  const lapsed = MemberGuards.within(at, "approvalAtMost", votedOn, at.on, "memberLife.lapsed")
  const late = MemberGuards.within(at, "approval", votedOn, at.on, "memberLife.lateApproval")
  const reported = reportedOn ?? votedOn
  const redo = MemberGuards.within(at, "redo", votedOn, reported, "memberLife.redo")
  const lateReport = MemberGuards.within(at, "report", votedOn, reported, "memberLife.lateReport")
  return MemberGuards.decided(
    at,
    { is: "admitted", branch, admittedOn: votedOn, probationUntil },
    [...breaches, lapsed ?? late, redo ?? lateReport],
    [MemberGuards.dateFault("reportedOn", reportedOn, votedOn, at.on)],
  )
}

/** Full membership; where the meeting came after the end of probation a rule says from which of both days it runs. */
export const approveConfirmation = (
  at: Case,
  { on: votedOn }: MemberRecord.Pending,
  breaches: ReadonlyArray<Breach | undefined>,
): Decision => {
  const [rule] = MemberRule.saying(at.rules, "standing", at.on)
  const fullFrom = rule?.says.from === "probationEnd" ? (at.life.probationUntil ?? votedOn) : votedOn
  return MemberGuards.decided(at, { is: "confirmed", fullFrom }, breaches)
}

export const approveExtension = (
  at: Case,
  { months }: MatterOf<"extend">,
  breaches: ReadonlyArray<Breach | undefined>,
): Decision => {
  const from = at.life.probationUntil
  if (from === undefined) return MemberGuards.refused(fault("memberLife.noRule", { says: "probation" }))
  const until = MemberRule.after(from, { amount: months, unit: "month" })
  return MemberGuards.decided(at, { is: "extended", until }, breaches)
}
