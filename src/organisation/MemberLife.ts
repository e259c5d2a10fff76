/**
 * The life of a member (党员发展与管理): from the application to full membership, what can befall a member, and every way
 * out, each apart, decided for one person by dated rules.
 *
 * **Details**
 *
 * A step is refused where it is impossible (no such step at the stage, nothing to approve, dates that contradict one
 * another) or where a rule makes something a condition: of age, a year of cultivation, two sponsors, a competent
 * committee, the end of probation, an extension within its bounds. A step that was taken too late is accepted, and the
 * lateness stands beside it as a finding, since what happened has to be on record; the rule itself says which of both
 * it asks for. Of the approval of an admission: within the general time nothing is found; beyond it a recorded special
 * reason is needed; beyond the longest time the meeting has to vote again. Membership runs from the day of that meeting,
 * Party standing from full membership.
 *
 * @since 0.1.0
 */

import type * as CivilDate from "../foundation/CivilDate.js"
import { make as fault } from "../foundation/Fault.js"
import * as Finding from "../foundation/Finding.js"
import type * as Decider from "../process/Decider.js"
import type * as Journal from "../process/Journal.js"
import type { Member, Restriction, Stage } from "./Member.js"
import * as MemberAdmission from "./MemberAdmission.js"
import * as MemberDeparture from "./MemberDeparture.js"
import * as MemberGuards from "./MemberGuards.js"
import type * as MemberRecord from "./MemberRecord.js"
import * as MemberRule from "./MemberRule.js"

// ---------------------------------------------------------------- models

/**
 * The decider of one person's life.
 *
 * @category models
 * @since 0.1.0
 */
export type MemberDecider = Decider.Decider<
  MemberRecord.Life,
  MemberRecord.Content,
  MemberRecord.Happened,
  MemberRecord.LifeFault
>

/**
 * What an accepted command leaves in the journal of a person.
 *
 * @category models
 * @since 0.1.0
 */
export type Turn = Decider.Turn<MemberRecord.Content, MemberRecord.Happened>

/**
 * What changes in a membership, from a day on: it begins in a branch, becomes full or ends; other rights rest; the member
 * becomes or is no longer mobile. `admittedOn` and `fullFrom` are those that hold from then on.
 *
 * @category models
 * @since 0.1.0
 */
export type Change = { readonly from: CivilDate.CivilDate } & (
  | { readonly is: "begins"; readonly branch: string; readonly admittedOn: CivilDate.CivilDate }
  | { readonly is: "full"; readonly fullFrom: CivilDate.CivilDate }
  | { readonly is: "ends"; readonly exit: MemberRecord.Exit }
  | { readonly is: "restriction"; readonly restriction: Restriction }
  | { readonly is: "mobile"; readonly mobile: boolean }
)

/**
 * Until when a penalty keeps somebody from promotion (影响期), and from when on, where the rights have to be restored first.
 *
 * @category models
 * @since 0.1.0
 */
export interface Bar {
  readonly penalty: MemberRule.Penalty
  readonly affair: string
  readonly until: CivilDate.CivilDate | "notRestored"
}

// ---------------------------------------------------------------- constructors

const nobody: MemberRecord.Life = { stage: "none", extensions: 0, penalties: [], affairs: [], ended: [] }

/**
 * The decider of a person's life under a table of rules. Each command is decided by the rules in force on its own day.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { MemberLife, type MemberRecord } from "dangjian/organisation"
 * import { MemberRules } from "dangjian/presets"
 * import { Decider } from "dangjian/process"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const decider = MemberLife.decider(MemberRules.rules)
 * const command = (on: string, step: MemberRecord.Step): Decider.Command<MemberRecord.Content> => ({
 *   id: on, // made up
 *   on: CivilDate.parseUnsafe(on),
 *   recordedAt: Coordinate.instantUnsafe(0),
 *   actor: { post: "组织委员" },
 *   content: { step },
 * })
 * const admitted = CivilDate.parseUnsafe("2024-03-15")
 * const opened = command("2024-04-01", { is: "register", branch: "branch-1", admittedOn: admitted })
 * const { stream } = Result.getOrThrow(Decider.handle(decider, Decider.start(decider), opened))
 * assert.deepEqual([stream.state.stage, stream.state.probationUntil], ["probationary", "2025-03-15"])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const decider = (rules: ReadonlyArray<MemberRule.MemberRule>): MemberDecider => ({
  initial: nobody,
  decide: (life, { on, content }) => {
    const against = [
      life.last !== undefined && on < life.last ? fault("memberLife.outOfOrder", { on, last: life.last }) : undefined,
      MemberGuards.stageFault(life, content.step.is, stagesOf(content.step)),
    ].filter((one) => one !== undefined)
    const hasDied = life.ended.some(({ exit }) => exit === "died")
    if (against.length > 0) return MemberGuards.refused(...against)
    if (hasDied) return MemberGuards.refused(fault("memberLife.stage", { stage: "died", step: content.step.is }))
    return decide({ rules, life, on, approvals: content.approvals ?? [] }, content.step)
  },
  evolve: (life, { on, payload }) => ({ ...evolve(life, on, payload.event), last: on }),
})

const MEMBERS = ["probationary", "full"] as const
const BEFORE = ["applicant", "activist", "candidate"] as const

const STAGES = {
  register: ["none"],
  apply: ["none", "left"],
  cultivate: ["applicant"],
  select: ["activist"],
  discontinue: BEFORE,
  approve: ["candidate", ...MEMBERS],
  reject: ["candidate", ...MEMBERS],
  withdraw: MEMBERS,
  reportLost: MEMBERS,
  reportFound: MEMBERS,
  suspendMembership: MEMBERS,
  restoreMembership: MEMBERS,
  suspendRights: MEMBERS,
  restoreRights: MEMBERS,
  demandCorrection: MEMBERS,
  closeCorrection: MEMBERS,
  advise: MEMBERS,
  registerMobile: MEMBERS,
  contact: MEMBERS,
  endMobile: MEMBERS,
  die: [...BEFORE, ...MEMBERS],
} as const

const OF_MATTER = {
  admit: ["candidate"],
  confirm: ["probationary"],
  extend: ["probationary"],
  cancel: ["probationary"],
  strikeOff: MEMBERS,
  penalty: MEMBERS,
} as const

const stagesOf = (step: MemberRecord.Step): ReadonlyArray<Stage | "none"> =>
  step.is === "resolve" ? OF_MATTER[step.matter.is] : STAGES[step.is]

const decide = (at: MemberGuards.Case, step: MemberRecord.Step): MemberGuards.Decision => {
  switch (step.is) {
    case "register":
      return MemberAdmission.register(at, step)
    case "apply":
      return MemberAdmission.apply(at, step)
    case "cultivate":
      return MemberAdmission.cultivate(at, step)
    case "select":
      return MemberAdmission.select(at)
    case "discontinue":
      return MemberAdmission.discontinue(at)
    case "resolve":
      return resolve(at, step)
    case "approve":
      return approve(at, step)
    case "reject":
      return reject(at, step)
    case "withdraw":
      return MemberDeparture.withdraw(at, step)
    case "reportLost":
      return MemberDeparture.reportLost(at, step)
    case "reportFound":
      return MemberDeparture.reportFound(at)
    case "suspendMembership":
      return MemberDeparture.suspendMembership(at, step)
    case "restoreMembership":
      return MemberDeparture.restoreMembership(at)
    case "suspendRights":
      return MemberDeparture.suspendRights(at, step)
    case "restoreRights":
      return MemberDeparture.restoreRights(at, step)
    case "demandCorrection":
      return MemberDeparture.demandCorrection(at, step)
    case "closeCorrection":
      return MemberDeparture.closeCorrection(at)
    case "advise":
      return MemberDeparture.advise(at, step)
    case "registerMobile":
      return MemberDeparture.registerMobile(at, step)
    case "contact":
      return MemberDeparture.whileAway(at, { is: "contacted" })
    case "endMobile":
      return MemberDeparture.whileAway(at, { is: "mobileEnded" })
    case "die":
      return MemberGuards.decided(at, { is: "left", exit: "died" })
  }
}

type StepOf<Is extends MemberRecord.Step["is"]> = Extract<MemberRecord.Step, { readonly is: Is }>

/** Another vote on the same matter takes the place of the one that waits (重新讨论); another matter has to wait. */
const resolve = (at: MemberGuards.Case, { by, carried, matter }: StepOf<"resolve">): MemberGuards.Decision => {
  const { pending } = at.life
  const waits = pending !== undefined && pending.matter.is !== matter.is
  return MemberGuards.decided(
    at,
    { is: "resolved", matter, by: by.id },
    [
      MemberGuards.needed(at, "carried", carried, "memberLife.notCarried"),
      MemberGuards.competence(at, "resolves", matter.is, by),
      ...againstMatter(at, matter),
    ],
    [
      waits ? fault("memberLife.pending", { matter: pending.matter.is, on: pending.on }) : undefined,
      matter.is === "strikeOff" ? MemberDeparture.strikingOffFault(at, matter) : undefined,
    ],
  )
}

const againstMatter = (
  at: MemberGuards.Case,
  matter: MemberRecord.Matter,
): ReadonlyArray<MemberGuards.Breach | undefined> => {
  switch (matter.is) {
    case "admit":
      return MemberAdmission.admission(at, matter)
    case "confirm":
      return MemberAdmission.confirmation(at)
    case "extend":
      return MemberAdmission.extension(at, matter)
    case "cancel":
      return []
    case "strikeOff":
      return MemberDeparture.strikingOff(at, matter)
    case "penalty":
      return MemberDeparture.penalty(at, matter)
  }
}

const approve = (at: MemberGuards.Case, step: StepOf<"approve">): MemberGuards.Decision => {
  const { pending } = at.life
  if (pending === undefined) return MemberGuards.refused(fault("memberLife.nothingPending"))
  if (pending.by === step.by.id) return MemberGuards.refused(fault("memberLife.ownApproval", { body: pending.by }))
  const { matter } = pending
  const breaches = [MemberGuards.competence(at, "approves", matter.is, step.by)]
  switch (matter.is) {
    case "admit":
      return MemberAdmission.approveAdmission(at, pending, matter, step, breaches)
    case "confirm":
      return MemberAdmission.approveConfirmation(at, pending, breaches)
    case "extend":
      return MemberAdmission.approveExtension(at, matter, breaches)
    case "cancel":
      return MemberGuards.decided(at, { is: "left", exit: "probationCancelled" }, breaches)
    case "strikeOff": {
      const exit = matter.ground.why === "disposal" ? "struckOff" : "deemedWithdrawal"
      return MemberGuards.decided(at, { is: "left", exit }, breaches)
    }
    case "penalty":
      return MemberDeparture.approvePenalty(at, matter, breaches)
  }
}

const reject = (at: MemberGuards.Case, { by }: StepOf<"reject">): MemberGuards.Decision => {
  const { pending } = at.life
  if (pending === undefined) return MemberGuards.refused(fault("memberLife.nothingPending"))
  return pending.by === by.id
    ? MemberGuards.refused(fault("memberLife.ownApproval", { body: pending.by }))
    : MemberGuards.decided(at, { is: "rejected" })
}

// ---------------------------------------------------------------- getters

/**
 * Which rights of a person rest. Where several things rest at once the heaviest is named: suspended membership before
 * rights suspended by the organisation, these before probation within the Party.
 *
 * @example
 * ```ts
 * import { MemberLife } from "dangjian/organisation"
 * import { MemberRules } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * assert.equal(MemberLife.restriction(MemberLife.decider(MemberRules.rules).initial), "none")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const restriction = (life: MemberRecord.Life): Restriction => {
  if (life.suspended !== undefined) return "membershipSuspended"
  if (life.rightsSuspended !== undefined) return "suspendedByOrganisation"
  return MemberDeparture.runningProbation(life) === undefined ? "none" : "disciplinaryProbation"
}

/**
 * Whether months of default make somebody count as having given up membership (自行脱党): the longest run of consecutive
 * months of one and the same kind, over on the day. Months of different kinds do not add up.
 *
 * @example
 * ```ts
 * import { CivilDate, PartialDate } from "dangjian/foundation"
 * import { MemberLife } from "dangjian/organisation"
 * import { MemberRules } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const months = ["01", "02", "03", "04", "05", "06"].map((month) => PartialDate.parseUnsafe(`2024-${month}`))
 * const defaults = months.map((month) => ({ kind: "dues", month }) as const)
 * const on = CivilDate.parseUnsafe("2024-07-10")
 * assert.equal(MemberLife.deemedWithdrawal(MemberRules.rules, defaults, on).triggers, true)
 * assert.equal(MemberLife.deemedWithdrawal(MemberRules.rules, defaults.slice(1), on).triggers, false)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const deemedWithdrawal = (
  rules: ReadonlyArray<MemberRule.MemberRule>,
  defaults: ReadonlyArray<MemberRecord.Default>,
  on: CivilDate.CivilDate,
): { readonly triggers: boolean; readonly kind?: MemberRecord.Default["kind"]; readonly months: number } => {
  const run = MemberDeparture.longestRun(defaults, on)
  const rule = MemberRule.period(rules, "default", on)
  if (run === undefined) return { triggers: false, months: 0 }
  const triggers = rule !== undefined && run.to >= MemberRule.after(run.from, rule.says.length)
  return { triggers, kind: run.kind, months: run.months }
}

/**
 * Until when penalties keep somebody from promotion, by the rules in force when each was imposed. Probation within the
 * Party bars until the rights are restored, and for the time the rule gives after that.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { MemberLife } from "dangjian/organisation"
 * import { MemberRules } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const on = CivilDate.parseUnsafe("2024-03-15")
 * const penalties = [{ penalty: "seriousWarning", on, affair: "affair-1" }] as const // made up
 * assert.equal(MemberLife.bars(MemberRules.rules, { penalties })[0]?.until, "2025-09-15")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const bars = (
  rules: ReadonlyArray<MemberRule.MemberRule>,
  { penalties }: Pick<MemberRecord.Life, "penalties">,
): ReadonlyArray<Bar> =>
  penalties.flatMap(({ penalty, on, affair, restoredOn }) => {
    const rule = MemberRule.saying(rules, "penalty", on).find(({ says }) => says.penalty === penalty)
    if (rule === undefined) return []
    const { noPromotion, afterwards } = rule.says
    if (noPromotion !== undefined) return [{ penalty, affair, until: MemberRule.after(on, noPromotion) }]
    if (afterwards === undefined) return []
    const until = restoredOn === undefined ? "notRestored" : MemberRule.after(restoredOn, afterwards)
    return [{ penalty, affair, until }]
  })

/**
 * The row of the roll that a life makes, apart from where the member is; `undefined` for whoever is no member.
 *
 * @example
 * ```ts
 * import { MemberLife } from "dangjian/organisation"
 * import { MemberRules } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * assert.equal(MemberLife.row(MemberLife.decider(MemberRules.rules).initial), undefined)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const row = (life: MemberRecord.Life): Omit<Member, "person" | "affiliation"> | undefined => {
  const { stage, admittedOn, fullFrom, away } = life
  if ((stage !== "probationary" && stage !== "full") || admittedOn === undefined) return undefined
  const full = fullFrom === undefined ? {} : { fullFrom }
  return { stage, restriction: restriction(life), mobile: away !== undefined, admittedOn, ...full }
}

/**
 * Every change in the memberships of a person, in the order of the days from which each holds. An admission holds from
 * the day of the branch meeting although it was approved later, full membership from the day the rule gives.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { MemberLife } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const day = CivilDate.parseUnsafe
 * const entry = {
 *   id: "a1", // made up
 *   on: day("2024-04-10"),
 *   recordedAt: Coordinate.instantUnsafe(0),
 *   actor: { post: "组织委员" },
 *   payload: {
 *     content: { step: { is: "approve", by: { id: "township", capabilities: ["approveProbationary"] } } },
 *     events: [
 *       {
 *         event: {
 *           is: "admitted",
 *           branch: "branch-1",
 *           admittedOn: day("2024-03-15"),
 *           probationUntil: day("2025-03-15"),
 *         },
 *       },
 *     ],
 *   },
 * } as const
 * assert.deepEqual(MemberLife.changes([entry]).map(({ from, change }) => [from, change.is]), [["2024-03-15", "begins"]])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const changes = (
  entries: Iterable<Journal.Entry<Turn>>,
): ReadonlyArray<{
  readonly from: CivilDate.CivilDate
  readonly entry: Journal.Entry<Turn>
  readonly change: Change
}> => {
  const found: Array<{ from: CivilDate.CivilDate; entry: Journal.Entry<Turn>; change: Change }> = []
  let life = nobody
  for (const entry of entries) {
    for (const { event } of entry.payload.events) {
      const next = evolve(life, entry.on, event)
      for (const change of between(life, next, entry.on)) found.push({ from: change.from, entry, change })
      life = next
    }
  }
  return found.every((each, place) => place === 0 || found[place - 1]!.from <= each.from)
    ? found
    : found.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
}

const between = (
  before: MemberRecord.Life,
  after: MemberRecord.Life,
  on: CivilDate.CivilDate,
): ReadonlyArray<Change> => {
  const found: Array<Change> = []
  const { admittedOn, branch, fullFrom } = after
  const [was, is] = [MemberGuards.isMember(before), MemberGuards.isMember(after)]
  if (!was && is) found.push({ is: "begins", from: admittedOn!, admittedOn: admittedOn!, branch: branch! })
  if (is && fullFrom !== undefined && before.fullFrom === undefined) {
    found.push({ is: "full", from: fullFrom, fullFrom })
  }
  if (was && !is) return [{ is: "ends", from: on, exit: after.ended.at(-1)!.exit }]
  if (restriction(before) !== restriction(after)) {
    found.push({ is: "restriction", from: on, restriction: restriction(after) })
  }
  const mobile = after.away !== undefined
  if (mobile !== (before.away !== undefined)) found.push({ is: "mobile", from: on, mobile })
  return found
}

// ---------------------------------------------------------------- operations

const evolve = (life: MemberRecord.Life, on: CivilDate.CivilDate, event: MemberRecord.Happening): MemberRecord.Life => {
  switch (event.is) {
    case "registered":
      return registered(life, event)
    case "applied":
      return {
        ...fresh(life),
        stage: "applicant",
        branch: event.branch,
        ...(event.born === undefined ? {} : { born: event.born }),
      }
    case "cultivated":
      return { ...life, stage: "activist", activistFrom: on }
    case "selected":
      return { ...life, stage: "candidate" }
    case "discontinued":
      return { ...fresh(life), stage: life.ended.length === 0 ? "none" : "left" }
    case "resolved":
      return { ...life, pending: { on, by: event.by, matter: event.matter } }
    case "rejected":
      return without(life, "pending")
    case "admitted": {
      const { branch, admittedOn, probationUntil } = event
      return { ...without(life, "pending"), stage: "probationary", branch, admittedOn, probationUntil }
    }
    case "confirmed":
      return { ...without(life, "pending"), stage: "full", fullFrom: event.fullFrom }
    case "extended":
      return { ...without(life, "pending"), probationUntil: event.until, extensions: life.extensions + 1 }
    case "penalised":
      return penalised(life, on, event)
    case "left":
      return left(life, on, event)
    default:
      return befallen(life, on, event)
  }
}

type Of<Is extends MemberRecord.Happening["is"]> = Extract<MemberRecord.Happening, { readonly is: Is }>

const befallen = (
  life: MemberRecord.Life,
  on: CivilDate.CivilDate,
  event: Exclude<
    MemberRecord.Happening,
    Of<
      | "registered"
      | "applied"
      | "cultivated"
      | "selected"
      | "discontinued"
      | "resolved"
      | "rejected"
      | "admitted"
      | "confirmed"
      | "extended"
      | "penalised"
      | "left"
    >
  >,
): MemberRecord.Life => {
  switch (event.is) {
    case "lostReported":
      return { ...life, lost: { lastContact: event.lastContact, on } }
    case "foundAgain":
      return without(life, "lost")
    case "membershipSuspended":
      return { ...life, suspended: { cause: event.cause, on } }
    case "membershipRestored":
      return without(without(life, "suspended"), "lost")
    case "rightsSuspended":
      return { ...life, rightsSuspended: { cause: event.cause, on } }
    case "rightsRestored":
      return event.after === "suspension" ? without(life, "rightsSuspended") : afterProbation(life, on)
    case "correctionDemanded":
      return met({ ...life, correction: { affair: event.affair, on, until: event.until } }, event.affair, "disposal")
    case "correctionClosed":
      return without(life, "correction")
    case "advised":
      return met({ ...life, advised: { affair: event.affair, on } }, event.affair, "disposal")
    case "mobileRegistered":
      return { ...life, away: event.away }
    case "contacted":
      return life.away === undefined ? life : { ...life, away: { ...life.away, contact: on } }
    case "mobileEnded":
      return without(life, "away")
  }
}

type Passing = "pending" | "lost" | "suspended" | "rightsSuspended" | "correction" | "advised" | "away"

const without = <Key extends Passing>(life: MemberRecord.Life, key: Key): MemberRecord.Life => {
  const { [key]: _, ...rest } = life
  return rest
}

/** Whoever begins anew keeps what ended, the matters that were met, and the date of birth. */
const fresh = ({ born, ended, affairs, penalties }: MemberRecord.Life): MemberRecord.Life => ({
  ...nobody,
  ended,
  affairs,
  penalties,
  ...(born === undefined ? {} : { born }),
})

const registered = (life: MemberRecord.Life, { asked }: Of<"registered">): MemberRecord.Life => {
  const { branch, admittedOn, fullFrom, born } = asked
  const known = { ...life, branch, admittedOn, ...(born === undefined ? {} : { born }) }
  return fullFrom === undefined ? { ...known, stage: "probationary" } : { ...known, stage: "full", fullFrom }
}

const penalised = (life: MemberRecord.Life, on: CivilDate.CivilDate, event: Of<"penalised">): MemberRecord.Life => {
  const { penalty, affair, until, years } = event
  const running = penalty === "disciplinaryProbation" ? MemberDeparture.runningProbation(life) : undefined
  const term = { ...(until === undefined ? {} : { until }), ...(years === undefined ? {} : { years }) }
  const imposed = running === undefined ? { penalty, affair, on, ...term } : { ...running, ...term }
  const others = life.penalties.filter((each) => each !== running)
  return met({ ...without(life, "pending"), penalties: [...others, imposed] }, affair, "penalty")
}

const afterProbation = (life: MemberRecord.Life, on: CivilDate.CivilDate): MemberRecord.Life => {
  const running = MemberDeparture.runningProbation(life)
  const penalties = life.penalties.map((each) => (each === running ? { ...each, restoredOn: on } : each))
  return { ...life, penalties }
}

const met = (life: MemberRecord.Life, affair: string, by: "penalty" | "disposal"): MemberRecord.Life =>
  life.affairs.some((each) => each.affair === affair && each.met === by)
    ? life
    : { ...life, affairs: [...life.affairs, { affair, met: by }] }

const left = (life: MemberRecord.Life, on: CivilDate.CivilDate, event: Of<"left">): MemberRecord.Life => {
  const { exit, filedOn, affair } = event
  const { admittedOn, fullFrom } = life
  const ended: MemberRecord.Ended = {
    exit,
    on,
    ...(admittedOn === undefined ? {} : { admittedOn }),
    ...(fullFrom === undefined ? {} : { fullFrom }),
    ...(filedOn === undefined ? {} : { filedOn }),
  }
  const gone: MemberRecord.Life = { ...fresh(life), stage: "left", ended: [...life.ended, ended] }
  return affair === undefined ? gone : met(gone, affair, "penalty")
}
