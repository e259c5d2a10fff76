/**
 * What can befall a member: lost contact and suspension, organisational disposal, penalties, and the ways out.
 *
 * @internal
 * @since 0.1.0
 */
import * as CivilDate from "../foundation/CivilDate.js"
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

/** Consecutive months of one default, from the first day of the first up to, but without, the day after the last. */
export interface Run {
  readonly kind: MemberRecord.Default["kind"]
  readonly months: number
  readonly from: CivilDate.CivilDate
  readonly to: CivilDate.CivilDate
}

// ---------------------------------------------------------------- getters

/**
 * The longest run of consecutive months of one kind of default that were over on a day; of equal ones the earliest, in
 * the order dues, life, work.
 */
export const longestRun = (defaults: ReadonlyArray<MemberRecord.Default>, on: CivilDate.CivilDate): Run | undefined => {
  let longest: Run | undefined
  for (const kind of ["dues", "life", "work"] as const) {
    const months = new Set(defaults.filter((each) => each.kind === kind && each.month < on.slice(0, 7)).map(number))
    for (const first of [...months].sort((a, b) => a - b)) {
      if (months.has(first - 1)) continue
      let length = 1
      while (months.has(first + length)) length++
      if (length > (longest?.months ?? 0))
        longest = { kind, months: length, from: dayOne(first), to: dayOne(first + length) }
    }
  }
  return longest
}

const number = ({ month }: MemberRecord.Default): number =>
  Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1

const dayOne = (month: number): CivilDate.CivilDate => CivilDate.ofUnsafe(Math.floor(month / 12), (month % 12) + 1, 1)

/** Whether an imposed penalty is probation within the Party that runs: the rights were not restored since. */
export const runs = ({ penalty, restoredOn }: MemberRecord.Imposed): boolean =>
  penalty === "disciplinaryProbation" && restoredOn === undefined

/** The probation within the Party that runs, of however many impositions: when it ends, and of how many years they are. */
export const runningProbation = ({
  penalties,
}: Pick<MemberRecord.Life, "penalties">):
  | { readonly until?: CivilDate.CivilDate; readonly years: number }
  | undefined => {
  const running = penalties.filter(runs)
  if (running.length === 0) return undefined
  const until = running
    .flatMap((each) => each.until ?? [])
    .sort()
    .at(-1)
  const years = running.reduce((sum, each) => sum + (each.years ?? 0), 0)
  return until === undefined ? { years } : { until, years }
}

// ---------------------------------------------------------------- decisions

export const withdraw = (at: Case, { filedOn }: StepOf<"withdraw">): Decision => {
  const exit = at.life.advised === undefined ? "resigned" : "advisedToWithdraw"
  return MemberGuards.decided(
    at,
    { is: "left", exit, ...(filedOn === undefined ? {} : { filedOn }) },
    [MemberGuards.needed(at, "filing", filedOn !== undefined, "memberLife.notFiled")],
    [MemberGuards.dateFault("filedOn", filedOn, at.on, undefined)],
  )
}

export const reportLost = (at: Case, { lastContact }: StepOf<"reportLost">): Decision =>
  at.life.lost !== undefined
    ? MemberGuards.refused(fault("memberLife.lostAlready"))
    : MemberGuards.decided(
        at,
        { is: "lostReported", lastContact },
        [],
        [MemberGuards.dateFault("lastContact", lastContact, undefined, at.on)],
      )

/** Whoever is found while membership is suspended is not just found: membership has to be restored. */
export const reportFound = (at: Case): Decision => {
  if (at.life.lost === undefined) return MemberGuards.refused(fault("memberLife.notLost"))
  if (at.life.suspended !== undefined) return MemberGuards.refused(fault("memberLife.suspendedAlready"))
  return MemberGuards.decided(at, { is: "foundAgain" })
}

export const suspendMembership = (at: Case, step: StepOf<"suspendMembership">): Decision => {
  const { lost, suspended } = at.life
  if (suspended !== undefined) return MemberGuards.refused(fault("memberLife.suspendedAlready"))
  const event: MemberRecord.Happening = { is: "membershipSuspended", cause: step.cause }
  switch (step.cause) {
    case "settledAbroad":
      return MemberGuards.decided(at, event)
    case "studyAbroad":
      return step.since === undefined
        ? MemberGuards.refused(fault("memberLife.date", { field: "since", day: "" }))
        : MemberGuards.decided(
            at,
            event,
            [MemberGuards.within(at, "abroad", step.since, at.on, "memberLife.abroadTooShort")],
            [MemberGuards.dateFault("since", step.since, undefined, at.on)],
          )
    case "lostContact":
      return lost === undefined
        ? MemberGuards.refused(fault("memberLife.notLost"))
        : MemberGuards.decided(at, event, [
            MemberGuards.within(at, "lostContact", lost.lastContact, at.on, "memberLife.lostTooShort"),
            MemberGuards.needed(at, "search", step.searched === true, "memberLife.notSearched"),
          ])
  }
}

export const restoreMembership = (at: Case): Decision =>
  at.life.suspended === undefined
    ? MemberGuards.refused(fault("memberLife.notSuspended"))
    : MemberGuards.decided(at, { is: "membershipRestored" })

export const suspendRights = (at: Case, { cause }: StepOf<"suspendRights">): Decision =>
  at.life.rightsSuspended === undefined
    ? MemberGuards.decided(at, { is: "rightsSuspended", cause })
    : MemberGuards.refused(fault("memberLife.rightsRestAlready"))

export const restoreRights = (at: Case, { after }: StepOf<"restoreRights">): Decision => {
  const running = runningProbation(at.life)
  const rests = after === "suspension" ? at.life.rightsSuspended !== undefined : running !== undefined
  if (!rests) return MemberGuards.refused(fault("memberLife.rightsDoNotRest"))
  const early = after === "disciplinaryProbation" && running?.until !== undefined && at.on < running.until
  return early
    ? MemberGuards.refused(fault("memberLife.probationRuns", { until: running.until! }))
    : MemberGuards.decided(at, { is: "rightsRestored", after })
}

export const demandCorrection = (at: Case, { affair, until }: StepOf<"demandCorrection">): Decision =>
  at.life.correction !== undefined
    ? MemberGuards.refused(fault("memberLife.correctionRuns", { until: at.life.correction.until }))
    : MemberGuards.decided(
        at,
        { is: "correctionDemanded", affair, until },
        [
          MemberGuards.within(at, "correction", at.on, until, "memberLife.correctionTooLong"),
          MemberGuards.metAlready(at, affair, "disposal"),
        ],
        [MemberGuards.dateFault("until", until, at.on, undefined)],
      )

/** Whoever has mended is no longer advised to withdraw either. */
export const closeCorrection = (at: Case): Decision =>
  at.life.correction === undefined && at.life.advised === undefined
    ? MemberGuards.refused(fault("memberLife.noCorrection"))
    : MemberGuards.decided(at, { is: "correctionClosed" })

/** Advice to withdraw (劝退): the second disposal, after a correction of the same matter that has run out. */
export const advise = (at: Case, { affair }: StepOf<"advise">): Decision => {
  const { advised, correction, stage } = at.life
  if (advised !== undefined) return MemberGuards.refused(fault("memberLife.advisedAlready"))
  const ranOut = correction?.affair === affair && correction.until <= at.on
  return MemberGuards.decided(at, { is: "advised", affair }, [
    stageRule(at, "advice", stage, "memberLife.adviceStage"),
    MemberGuards.needed(at, "order", ranOut, "memberLife.outOfTurn", { affair }),
    MemberGuards.metAlready(at, affair, "disposal"),
  ])
}

const stageRule = (
  { rules, on }: Case,
  step: "penalty" | "advice",
  stage: MemberRecord.Life["stage"],
  code: "memberLife.adviceStage" | "memberLife.penaltyStage",
): Breach | undefined => {
  const rule = MemberRule.saying(rules, "stages", on).find(({ says }) => says.step === step)
  const kept = rule === undefined || rule.says.stages.some((each) => each === stage)
  return MemberGuards.unless(kept, rule, code, { stage })
}

/**
 * What stands against striking off, at the vote and at the approval, since what it rests on may have gone in between: the
 * months of default, the time since the suspension, the order of disposals.
 */
export const strikingOff = (at: Case, { ground }: MatterOf<"strikeOff">): ReadonlyArray<Breach | undefined> => {
  switch (ground.why) {
    case "default": {
      const rule = MemberRule.period(at.rules, "default", at.on)
      const run = longestRun(ground.defaults, at.on)
      const enough = rule === undefined || isEnough(run, rule.says.length)
      return [MemberGuards.unless(enough, rule, "memberLife.noDefault", { months: run?.months ?? 0 })]
    }
    case "lostContact":
      return [MemberGuards.within(at, "strikeOff", at.life.suspended?.on, at.on, "memberLife.strikeOffTooSoon")]
    case "disposal": {
      const inTurn = at.life.advised?.affair === ground.affair
      return [
        MemberGuards.needed(at, "order", inTurn, "memberLife.outOfTurn", { affair: ground.affair }),
        MemberGuards.metAlready(at, ground.affair, "disposal"),
      ]
    }
  }
}

const isEnough = (run: Run | undefined, length: MemberRule.Length): boolean =>
  run !== undefined && run.to >= MemberRule.after(run.from, length)

/** Striking off for lost contact needs membership suspended for just that. */
export const strikingOffFault = (at: Case, { ground }: MatterOf<"strikeOff">): MemberRecord.LifeFault | undefined =>
  ground.why === "lostContact" && at.life.suspended?.cause !== "lostContact"
    ? fault("memberLife.notSuspended")
    : undefined

/** What stands against a penalty, at the vote and at the approval. */
export const penalty = (at: Case, matter: MatterOf<"penalty">): ReadonlyArray<Breach | undefined> => {
  const rule = rung(at, matter)
  return [
    stageRule(at, "penalty", at.life.stage, "memberLife.penaltyStage"),
    MemberGuards.metAlready(at, matter.affair, "penalty"),
    MemberGuards.unless(termFits(at, matter, rule), rule, "memberLife.penaltyYears", { years: matter.years ?? 0 }),
  ]
}

const rung = ({ rules, on }: Case, { penalty: name }: MatterOf<"penalty">): MemberRule.Saying<"penalty"> | undefined =>
  MemberRule.saying(rules, "penalty", on).find(({ says }) => says.penalty === name)

const termFits = (
  { life }: Case,
  { years }: MatterOf<"penalty">,
  rule: MemberRule.Saying<"penalty"> | undefined,
): boolean => {
  if (rule === undefined) return true
  if (rule.says.years === undefined) return years === undefined
  const before = runningProbation(life)?.years ?? 0
  return years !== undefined && rule.says.years.includes(years) && before + years <= (rule.says.yearsInAll ?? Infinity)
}

/**
 * The penalty once approved. Probation that is imposed again before its term has ended runs on from that end, and after
 * it from the day it is imposed again.
 */
export const approvePenalty = (
  at: Case,
  { penalty: name, affair, years }: MatterOf<"penalty">,
  breaches: ReadonlyArray<Breach | undefined>,
): Decision => {
  if (name === "expelled") return MemberGuards.decided(at, { is: "left", exit: "expelled", affair }, breaches)
  if (years === undefined) return MemberGuards.decided(at, { is: "penalised", penalty: name, affair }, breaches)
  const running = name === "disciplinaryProbation" ? runningProbation(at.life) : undefined
  const from = running?.until === undefined ? at.on : CivilDate.max(running.until, at.on)
  const until = MemberRule.after(from, { amount: years, unit: "year" })
  return MemberGuards.decided(at, { is: "penalised", penalty: name, affair, until, years }, breaches)
}

export const registerMobile = (at: Case, step: StepOf<"registerMobile">): Decision => {
  if (at.life.away !== undefined) return MemberGuards.refused(fault("memberLife.awayAlready"))
  const { since, until, fixedPlace, cause } = step
  const away = { since, ...(until === undefined ? {} : { until }), fixedPlace, cause, contact: at.on }
  return MemberGuards.decided(
    at,
    { is: "mobileRegistered", away },
    [MemberGuards.within(at, "mobile", since, until ?? at.on, "memberLife.mobileTooShort")],
    [
      MemberGuards.dateFault("since", since, undefined, at.on),
      MemberGuards.dateFault("until", until, since, undefined),
    ],
  )
}

export const whileAway = (at: Case, event: { readonly is: "contacted" | "mobileEnded" }): Decision =>
  at.life.away === undefined ? MemberGuards.refused(fault("memberLife.notAway")) : MemberGuards.decided(at, event)
