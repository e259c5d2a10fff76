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

import * as Schema from "effect/Schema"
import * as Audience from "../foundation/Audience.js"
import * as CivilDate from "../foundation/CivilDate.js"
import type * as Document from "../foundation/Document.js"
import { make as fault } from "../foundation/Fault.js"
import * as Finding from "../foundation/Finding.js"
import * as Decider from "../process/Decider.js"
import * as Journal from "../process/Journal.js"
import type { Member, Restriction, Stage } from "./Member.js"
import * as MemberAdmission from "./MemberAdmission.js"
import * as MemberDeparture from "./MemberDeparture.js"
import * as MemberEvolution from "./MemberEvolution.js"
import * as MemberGuards from "./MemberGuards.js"
import * as MemberRecord from "./MemberRecord.js"
import * as MemberRule from "./MemberRule.js"
import * as Provision from "./Provision.js"

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
 * becomes or is no longer mobile. `again` is an admission of somebody who is a member already, `stray` an event that needs
 * a membership where there is none: neither comes of a decided journal, both can come of one that was put together.
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
  | { readonly is: "again"; readonly branch: string }
  | { readonly is: "stray"; readonly event: MemberRecord.Happening["is"] }
)

/**
 * What has become possible for a person on a day (可以办理), without being asked for: from which day on, and by which rule.
 *
 * @category models
 * @since 0.1.0
 */
export interface Possible {
  readonly step: "suspendMembership" | "strikeOff"
  readonly from: CivilDate.CivilDate
  readonly rule: MemberRule.MemberRule
}

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

// ---------------------------------------------------------------- schemas

const contentField = /* @__PURE__ */ Audience.visibleTo("staff", "requester")(MemberRecord.Content)
const eventsField = /* @__PURE__ */ Audience.visibleTo(
  "staff",
  "requester",
)(/* @__PURE__ */ Schema.Array(MemberRecord.Happened))
const versionField = /* @__PURE__ */ Audience.visibleTo(
  "staff",
  "requester",
)(/* @__PURE__ */ Schema.optionalKey(Decider.Version))

/**
 * The schema of {@link Turn}: what a journal of a person's life is read with.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Turn: Schema.Codec<Turn> = /* @__PURE__ */ Schema.Struct({
  content: contentField,
  events: eventsField,
  version: versionField,
})

/**
 * The journal of a person's life as a stored document: decode, encode, is, standard, jsonSchema.
 *
 * @category schemas
 * @since 0.1.0
 */
export const document: Document.Document<Journal.Stored<Turn>> = /* @__PURE__ */ Journal.document("MemberLife", Turn)

// ---------------------------------------------------------------- constructors

/**
 * The decider of a person's life under a table of rules. Each command is decided by the rules in force on its own day.
 * Where the person is given, findings beside a step name the person, and approvals for that person cover.
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
export const decider = (rules: ReadonlyArray<MemberRule.MemberRule>, person?: string): MemberDecider => ({
  initial: MemberEvolution.nobody,
  decide: (life, { on, content }) => {
    const hasDied = life.ended.at(-1)?.exit === "died"
    const against = [
      life.last !== undefined && on < life.last ? fault("memberLife.outOfOrder", { on, last: life.last }) : undefined,
      MemberGuards.stageFault(life, nameOf(content.step), hasDied ? [] : stagesOf(content.step)),
    ].filter((one) => one !== undefined)
    if (against.length > 0) return MemberGuards.refused(...against)
    return decide({ rules, life, on, approvals: content.approvals ?? [], person }, content.step)
  },
  evolve: (life, { on, payload }) => ({ ...MemberEvolution.evolve(life, on, payload.event), last: on }),
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

/** A resolution goes by the name of its matter. */
const nameOf = (step: MemberRecord.Step): string => (step.is === "resolve" ? step.matter.is : step.is)

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
  const waits = pending !== undefined && !isSame(pending.matter, matter)
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

const isSame = (one: MemberRecord.Matter, other: MemberRecord.Matter): boolean => about(one) === about(other)

const about = (matter: MemberRecord.Matter): string => {
  switch (matter.is) {
    case "penalty":
      return `penalty ${matter.affair}`
    case "strikeOff":
      return `strikeOff ${matter.ground.why} ${matter.ground.why === "disposal" ? matter.ground.affair : ""}`
    default:
      return matter.is
  }
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
      const against = [...breaches, ...MemberDeparture.strikingOff(at, matter)]
      return MemberGuards.decided(at, { is: "left", exit }, against, [MemberDeparture.strikingOffFault(at, matter)])
    }
    case "penalty":
      return MemberDeparture.approvePenalty(at, matter, [...breaches, ...MemberDeparture.penalty(at, matter)])
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
  let life = MemberEvolution.nobody
  for (const entry of entries) {
    for (const { event } of entry.payload.events) {
      const next = MemberEvolution.evolve(life, entry.on, event)
      for (const change of between(life, next, entry.on, event)) found.push({ from: change.from, entry, change })
      life = next
    }
  }
  return found.every((each, place) => place === 0 || found[place - 1]!.from <= each.from)
    ? found
    : found.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
}

/** What may happen to somebody who is no member. */
const BEFOREHAND: ReadonlyArray<MemberRecord.Happening["is"]> = [
  "registered",
  "applied",
  "cultivated",
  "selected",
  "discontinued",
  "resolved",
  "rejected",
  "admitted",
  "left",
]

const between = (
  before: MemberRecord.Life,
  after: MemberRecord.Life,
  on: CivilDate.CivilDate,
  event: MemberRecord.Happening,
): ReadonlyArray<Change> => {
  const [was, is] = [belongs(before), belongs(after)]
  if (!was && !BEFOREHAND.includes(event.is)) return [{ is: "stray", from: on, event: event.is }]
  if (was && (event.is === "registered" || event.is === "admitted")) {
    return [{ is: "again", from: on, branch: after.branch ?? "" }]
  }
  if (was && !is) return [{ is: "ends", from: on, exit: after.ended.at(-1)?.exit ?? "resigned" }]
  if (!is) return []
  const { admittedOn = on, branch = "", fullFrom } = after
  const from = event.is === "registered" ? on : admittedOn
  const found: Array<Change> = []
  if (!was) found.push({ is: "begins", from, admittedOn, branch })
  if (fullFrom !== undefined && before.fullFrom === undefined) {
    found.push({ is: "full", from: CivilDate.max(from, fullFrom), fullFrom })
  }
  if (restriction(before) !== restriction(after)) {
    found.push({ is: "restriction", from: on, restriction: restriction(after) })
  }
  const mobile = after.away !== undefined
  if (mobile !== (before.away !== undefined)) found.push({ is: "mobile", from: on, mobile })
  return found
}

const belongs = (life: MemberRecord.Life): boolean =>
  MemberGuards.isMember(life) && life.admittedOn !== undefined && life.branch !== undefined

/**
 * What has become possible for a person on a day: to suspend the membership of somebody who has been lost for as long as
 * the rule says, and to strike off somebody still lost so long after that. Nothing asks that it be done, and a search
 * is for the step itself to show.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { MemberLife } from "dangjian/organisation"
 * import { MemberRules } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const day = CivilDate.parseUnsafe
 * const nobody = MemberLife.decider(MemberRules.rules).initial
 * const life = { ...nobody, stage: "full", lost: { lastContact: day("2024-01-01"), on: day("2024-03-01") } } as const // made up
 * const possible = (on: string) => MemberLife.possible(MemberRules.rules, life, day(on)).map(({ step, from }) => [step, from])
 * assert.deepEqual(possible("2024-06-30"), [])
 * assert.deepEqual(possible("2024-07-01"), [["suspendMembership", "2024-07-01"]])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const possible = (
  rules: ReadonlyArray<MemberRule.MemberRule>,
  life: MemberRecord.Life,
  on: CivilDate.CivilDate,
): ReadonlyArray<Possible> => {
  const { lost, suspended } = life
  if (!MemberGuards.isMember(life)) return []
  if (suspended === undefined) {
    return onceOver("suspendMembership", MemberRule.period(rules, "lostContact", on), lost?.lastContact, on)
  }
  const since = suspended.cause === "lostContact" ? suspended.on : undefined
  return onceOver("strikeOff", MemberRule.period(rules, "strikeOff", on), since, on)
}

const onceOver = (
  step: Possible["step"],
  rule: MemberRule.Saying<"atLeast" | "atMost"> | undefined,
  since: CivilDate.CivilDate | undefined,
  on: CivilDate.CivilDate,
): ReadonlyArray<Possible> => {
  if (rule === undefined || since === undefined || MemberRule.measured(rule, since, on, "tooSoon") !== undefined)
    return []
  const bound = MemberRule.after(since, rule.says.length)
  return [{ step, from: rule.says.over === true ? CivilDate.addDaysUnsafe(bound, 1) : bound, rule }]
}

// ---------------------------------------------------------------- decisions

/**
 * What is found about a person on a day, ordered: what is overdue (an approval, a decision on probation or on rights, a
 * correction, a contact with a member abroad), who is so long abroad that membership is generally suspended, and who
 * stays mobile where a transfer is due. What a text only permits is no finding: see {@link possible}. Under an approval
 * that its rule provides for a finding is covered.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { MemberLife, type MemberRecord } from "dangjian/organisation"
 * import { MemberRules } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const day = CivilDate.parseUnsafe
 * const life: MemberRecord.Life = {
 *   ...MemberLife.decider(MemberRules.rules).initial, // made up
 *   stage: "probationary",
 *   probationUntil: day("2025-03-15"),
 * }
 * const [finding] = MemberLife.findings(MemberRules.rules, "p1", life, day("2025-03-16"))
 * assert.deepEqual([finding?.code, finding?.subject], ["memberLife.probationOver", "p1"])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const findings = (
  rules: ReadonlyArray<MemberRule.MemberRule>,
  person: string,
  life: MemberRecord.Life,
  on: CivilDate.CivilDate,
  approvals: ReadonlyArray<Finding.Approval> = [],
): ReadonlyArray<Finding.Finding<MemberRecord.DayCode>> =>
  Finding.sort(
    [...ofDecisions(rules, life, on), ...ofAbsence(rules, life, on)].flatMap((breach) => {
      if (breach === undefined) return []
      const { rule, code, params } = breach
      return Provision.deviation(rule, { code, subject: person, params }, approvals) ?? []
    }),
  )

type DayBreach = MemberRule.Breach<MemberRecord.DayCode> | undefined

const overdue = (
  rules: ReadonlyArray<MemberRule.MemberRule>,
  name: MemberRule.PeriodName,
  from: CivilDate.CivilDate | undefined,
  on: CivilDate.CivilDate,
  code: MemberRecord.DayCode,
): DayBreach => MemberRule.measured(MemberRule.period(rules, name, on), from, on, code)

const ofDecisions = (
  rules: ReadonlyArray<MemberRule.MemberRule>,
  life: MemberRecord.Life,
  on: CivilDate.CivilDate,
): ReadonlyArray<DayBreach> => {
  const { stage, pending, probationUntil, correction } = life
  const [probation] = MemberRule.saying(rules, "probation", on)
  const waits = stage === "probationary" && pending === undefined && probationUntil !== undefined
  const term = MemberDeparture.runningProbation(life)?.until
  const ladder = MemberRule.saying(rules, "penalty", on).find(({ says }) => says.penalty === "disciplinaryProbation")
  const mending = MemberRule.period(rules, "correction", on)
  return [
    pending?.matter.is === "admit"
      ? overdue(rules, "approval", pending.on, on, "memberLife.approvalOverdue")
      : undefined,
    past(waits ? probationUntil : undefined, on, probation, "memberLife.probationOver"),
    past(term, on, ladder, "memberLife.disciplineOver"),
    past(correction?.until, on, mending, "memberLife.correctionOver"),
  ]
}

const past = (
  until: CivilDate.CivilDate | undefined,
  on: CivilDate.CivilDate,
  rule: MemberRule.MemberRule | undefined,
  code: MemberRecord.DayCode,
): DayBreach =>
  until === undefined || rule === undefined || on <= until ? undefined : { rule, code, params: { until } }

const ofAbsence = (
  rules: ReadonlyArray<MemberRule.MemberRule>,
  { away, suspended }: MemberRecord.Life,
  on: CivilDate.CivilDate,
): ReadonlyArray<DayBreach> => {
  switch (away?.cause) {
    case undefined:
      return []
    case "work":
      return away.fixedPlace ? [overdue(rules, "away", away.since, on, "memberLife.shouldTransfer")] : []
    case "graduated":
      return [overdue(rules, "graduate", away.since, on, "memberLife.filesTooLong")]
    case "studyAbroad":
      return suspended !== undefined
        ? []
        : [
            overdue(rules, "contact", away.contact, on, "memberLife.contactDue"),
            abroadTooLong(MemberRule.period(rules, "abroad", on), away.since, on),
          ]
  }
}

/** The period turned about: found once it has passed. */
const abroadTooLong = (
  rule: MemberRule.Saying<"atLeast" | "atMost"> | undefined,
  from: CivilDate.CivilDate,
  on: CivilDate.CivilDate,
): DayBreach => {
  const code = "memberLife.abroadTooLong"
  if (rule === undefined || MemberRule.measured(rule, from, on, code) !== undefined) return undefined
  return { rule, code, params: { from, on, bound: MemberRule.after(from, rule.says.length) } }
}
