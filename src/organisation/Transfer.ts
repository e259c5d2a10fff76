/**
 * Transfers (组织关系转接): how a member goes from one branch to another, with two sides, a letter, its term and its receipt.
 *
 * **Details**
 *
 * From the letter (介绍信) to the receipt (回执) the member is in transit and visible as such; the sending branch stays
 * responsible. Exactly three things end that: the receipt, after which the member belongs to the receiving branch, and
 * refusal, withdrawal or the expiry of the letter, after which the member is where they were. A letter does not expire
 * by itself in the records: past its last day it is found, the sending side records the expiry, and a receipt that comes
 * later still is late or refused, as the rule says. The decider is for one member, so that a second open transfer has no
 * place. To be mobile (流动) is no transfer and stands in the member's life.
 *
 * @since 0.1.0
 */

import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Audience from "../foundation/Audience.js"
import * as CivilDate from "../foundation/CivilDate.js"
import type * as Document from "../foundation/Document.js"
import { type Fault, make as fault } from "../foundation/Fault.js"
import * as Finding from "../foundation/Finding.js"
import type { Label } from "../foundation/Label.js"
import * as Decider from "../process/Decider.js"
import * as Journal from "../process/Journal.js"
import * as Member from "./Member.js"
import * as MemberRecord from "./MemberRecord.js"
import * as MemberRule from "./MemberRule.js"
import type { Capability } from "./OrganisationKind.js"
import * as Provision from "./Provision.js"

// ---------------------------------------------------------------- models

/**
 * What a rule of transfers says: for how long a letter is good (`validity`), how many days before its end that is told
 * (`reminder`, which no national text gives), and by which capability a committee may send beyond its county by itself (`beyond`).
 *
 * @category models
 * @since 0.1.0
 */
export type TransferDemand =
  | { readonly is: "validity"; readonly length: MemberRule.Length }
  | { readonly is: "reminder"; readonly length: MemberRule.Length }
  | { readonly is: "beyond"; readonly capability: Capability }

/**
 * A rule of transfers.
 *
 * @category models
 * @since 0.1.0
 */
export interface TransferRule extends Provision.Provision {
  readonly breach: "refused" | "found"
  readonly says: TransferDemand
}

/**
 * How far a transfer is: proposed, the letter issued and the member in transit, received, or ended otherwise.
 *
 * @category models
 * @since 0.1.0
 */
export type Phase = "none" | "proposed" | "issued" | "received" | "refused" | "expired" | "withdrawn"

/**
 * What can be asked. `row` is the member's row of the roll on the day, by which the sending branch is known. `beyond` is
 * a transfer out of the county, `days` a term of the letter other than the rule's, no longer than that. `at` is the
 * receiving branch as it stands on the day: whether it holds members, and whether it was dissolved. A letter to a
 * branch that was dissolved meanwhile is redirected to another.
 *
 * @category models
 * @since 0.1.0
 */
export type TransferStep =
  | { readonly is: "propose"; readonly transfer: string; readonly row: Standing; readonly to: string }
  | {
      readonly is: "issue"
      readonly transfer: string
      readonly row: Standing
      readonly to: string
      readonly by: MemberRecord.Body
      readonly beyond: boolean
      readonly days?: number
    }
  | { readonly is: "redirect"; readonly to: string }
  | { readonly is: "receive"; readonly at: Receiver; readonly group?: string }
  | { readonly is: "refuse"; readonly branch: string; readonly reason: string }
  | { readonly is: "expire" }
  | { readonly is: "withdraw" }

/**
 * What the roll says of the member on the day of the step.
 *
 * @category models
 * @since 0.1.0
 */
export type Standing = Pick<Member.Member, "person" | "affiliation">

/**
 * The receiving branch on the day of the receipt.
 *
 * @category models
 * @since 0.1.0
 */
export interface Receiver {
  readonly branch: string
  readonly holdsMembers: boolean
  readonly dissolvedOn?: CivilDate.CivilDate
}

/**
 * What is asked, and the approvals under which it is.
 *
 * @category models
 * @since 0.1.0
 */
export interface TransferContent {
  readonly step: TransferStep
  readonly approvals?: ReadonlyArray<Finding.Approval>
}

/**
 * What happened in a transfer, each with the transfer it belongs to.
 *
 * @category models
 * @since 0.1.0
 */
export type TransferHappening =
  | { readonly is: "proposed"; readonly transfer: string; readonly from: string; readonly to: string }
  | {
      readonly is: "issued"
      readonly transfer: string
      readonly from: string
      readonly to: string
      readonly validUntil?: CivilDate.CivilDate
    }
  | { readonly is: "redirected"; readonly transfer: string; readonly to: string }
  | { readonly is: "received"; readonly transfer: string; readonly branch: string; readonly group?: string }
  | { readonly is: "refused" | "expired" | "withdrawn"; readonly transfer: string }

/**
 * What happened, and what was found beside it.
 *
 * @category models
 * @since 0.1.0
 */
export interface TransferHappened {
  readonly event: TransferHappening
  readonly findings?: ReadonlyArray<Finding.Finding>
}

/**
 * The transfers of a member as they stand: the one that is open or was last, its phase, and the ids used so far. Where
 * the letter gives a term, `validUntil` is its last day.
 *
 * @category models
 * @since 0.1.0
 */
export interface Transfer {
  readonly phase: Phase
  readonly transfer?: string
  readonly from?: string
  readonly to?: string
  readonly issuedOn?: CivilDate.CivilDate
  readonly validUntil?: CivilDate.CivilDate
  readonly last?: CivilDate.CivilDate
  readonly used: ReadonlyArray<string>
}

/**
 * The decider of one member's transfers.
 *
 * @category models
 * @since 0.1.0
 */
export type TransferDecider = Decider.Decider<Transfer, TransferContent, TransferHappened, TransferFault>

/**
 * What an accepted command leaves in the journal of a member's transfers.
 *
 * @category models
 * @since 0.1.0
 */
export type Turn = Decider.Turn<TransferContent, TransferHappened>

// ---------------------------------------------------------------- errors

/**
 * Why a step is refused: a transfer is open already or none is; the letter is not issued yet, or is; the id was used; the
 * member is in transit by the roll; both branches are one; the receipt comes from another branch, from one that was
 * dissolved or that holds no members; the letter has not run out or has; the committee may not send so far; the term
 * is longer than the rule gives; the step is dated before the last.
 *
 * @category errors
 * @since 0.1.0
 */
export type TransferFault = Fault<
  | "transfer.open"
  | "transfer.notOpen"
  | "transfer.notIssued"
  | "transfer.idUsed"
  | "transfer.otherProposal"
  | "transfer.inTransit"
  | "transfer.sameBranch"
  | "transfer.otherBranch"
  | "transfer.dissolved"
  | "transfer.holdsNoMembers"
  | "transfer.stillGood"
  | "transfer.outOfOrder"
  | TransferCode
>

/**
 * What rules find: a letter past its term, a term longer than it may be, a committee that may not send beyond the county,
 * and of the days a letter that will run out soon.
 *
 * @category errors
 * @since 0.1.0
 */
export type TransferCode =
  | "transfer.letterPast"
  | "transfer.termTooLong"
  | "transfer.mayNotSend"
  | "transfer.letterEnds"

// ---------------------------------------------------------------- schemas

const staffSee = /* @__PURE__ */ Audience.visibleTo("staff", "requester")
const staffOnly = /* @__PURE__ */ Audience.visibleTo("staff")
const personal = /* @__PURE__ */ Audience.sensitive("personal")
const internal = /* @__PURE__ */ Audience.sensitive("internal")
const guarded = /* @__PURE__ */ Audience.sensitive("protected")

const text = /* @__PURE__ */ staffSee(/* @__PURE__ */ personal(Schema.NonEmptyString))
const reason = /* @__PURE__ */ staffSee(/* @__PURE__ */ guarded(Schema.NonEmptyString))
const day = /* @__PURE__ */ staffSee(/* @__PURE__ */ personal(CivilDate.CivilDate))
const flag = /* @__PURE__ */ staffSee(/* @__PURE__ */ personal(Schema.Boolean))
const whole = /* @__PURE__ */ staffSee(
  /* @__PURE__ */ personal(
    /* @__PURE__ */ Schema.Int.check(/* @__PURE__ */ Schema.isBetween({ minimum: 1, maximum: 100_000 })),
  ),
)
const optionalText = /* @__PURE__ */ Schema.optionalKey(text)
const optionalDay = /* @__PURE__ */ Schema.optionalKey(day)
const optionalWhole = /* @__PURE__ */ Schema.optionalKey(whole)
const tag = <const Name extends string>(name: Name) => staffSee(personal(Schema.Literal(name)))

/**
 * The schema of {@link TransferRule}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const TransferRule: Schema.Codec<TransferRule> = /* @__PURE__ */ Provision.Provision.mapFields((fields) => ({
  ...fields,
  breach: Schema.Literals(["refused", "found"]),
  says: Schema.Union([
    Schema.Struct({ is: Schema.Literal("validity"), length: MemberRule.Length }),
    Schema.Struct({ is: Schema.Literal("reminder"), length: MemberRule.Length }),
    Schema.Struct({ is: Schema.Literal("beyond"), capability: MemberRule.CapabilityName }),
  ]),
}))

const affiliation = /* @__PURE__ */ staffSee(/* @__PURE__ */ personal(Member.Affiliation))
const row = /* @__PURE__ */ staffSee(
  /* @__PURE__ */ personal(/* @__PURE__ */ Schema.Struct({ person: text, affiliation })),
)
const body = /* @__PURE__ */ staffSee(/* @__PURE__ */ internal(MemberRecord.Body))
const receiver = /* @__PURE__ */ staffSee(
  /* @__PURE__ */ personal(
    /* @__PURE__ */ Schema.Struct({ branch: text, holdsMembers: flag, dissolvedOn: optionalDay }),
  ),
)

/**
 * The schema of {@link TransferStep}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const TransferStep: Schema.Codec<TransferStep> = /* @__PURE__ */ Schema.Union([
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("propose"), transfer: text, row, to: text }),
  /* @__PURE__ */ Schema.Struct({
    is: /* @__PURE__ */ tag("issue"),
    transfer: text,
    row,
    to: text,
    by: body,
    beyond: flag,
    days: optionalWhole,
  }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("redirect"), to: text }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("receive"), at: receiver, group: optionalText }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("refuse"), branch: text, reason }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("expire") }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("withdraw") }),
])

const stepField = /* @__PURE__ */ staffSee(/* @__PURE__ */ personal(TransferStep))
const approvalsField = /* @__PURE__ */ Schema.optionalKey(
  /* @__PURE__ */ staffOnly(/* @__PURE__ */ internal(/* @__PURE__ */ Schema.Array(MemberRecord.Approval))),
)

/**
 * The schema of {@link TransferContent}. Staff and the member concerned see it, nobody else; a reason for refusal is
 * protected, approvals are for staff alone.
 *
 * @category schemas
 * @since 0.1.0
 */
export const TransferContent: Schema.Codec<TransferContent> = /* @__PURE__ */ Schema.Struct({
  step: stepField,
  approvals: approvalsField,
})

const happening = /* @__PURE__ */ staffSee(
  /* @__PURE__ */ personal(
    /* @__PURE__ */ Schema.Union([
      /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("proposed"), transfer: text, from: text, to: text }),
      /* @__PURE__ */ Schema.Struct({
        is: /* @__PURE__ */ tag("issued"),
        transfer: text,
        from: text,
        to: text,
        validUntil: optionalDay,
      }),
      /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("redirected"), transfer: text, to: text }),
      /* @__PURE__ */ Schema.Struct({
        is: /* @__PURE__ */ tag("received"),
        transfer: text,
        branch: text,
        group: optionalText,
      }),
      /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("refused"), transfer: text }),
      /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("expired"), transfer: text }),
      /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("withdrawn"), transfer: text }),
    ]),
  ),
)
const findingsField = /* @__PURE__ */ Schema.optionalKey(
  /* @__PURE__ */ staffOnly(/* @__PURE__ */ internal(/* @__PURE__ */ Schema.Array(MemberRecord.Noted))),
)

/**
 * The schema of {@link TransferHappened}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const TransferHappened: Schema.Codec<TransferHappened> = /* @__PURE__ */ Schema.Struct({
  event: happening,
  findings: findingsField,
})

const contentField = /* @__PURE__ */ staffSee(TransferContent)
const eventsField = /* @__PURE__ */ staffSee(/* @__PURE__ */ Schema.Array(TransferHappened))
const versionField = /* @__PURE__ */ staffSee(/* @__PURE__ */ Schema.optionalKey(Decider.Version))

/**
 * The schema of {@link Turn}: what a journal of a member's transfers is read with.
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
 * The journal of a member's transfers as a stored document: decode, encode, is, standard, jsonSchema.
 *
 * @category schemas
 * @since 0.1.0
 */
export const document: Document.Document<Journal.Stored<Turn>> = /* @__PURE__ */ Journal.document("Transfers", Turn)

// ---------------------------------------------------------------- constructors

/**
 * The decider of a member's transfers under a table of rules. Where the person is given, findings beside a step name the
 * person, and approvals for that person cover.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Transfer } from "dangjian/organisation"
 * import { MemberRules } from "dangjian/presets"
 * import { Decider } from "dangjian/process"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const decider = Transfer.decider(MemberRules.transfers)
 * const command = (on: string, step: Transfer.TransferStep): Decider.Command<Transfer.TransferContent> => ({
 *   id: on, // made up
 *   on: CivilDate.parseUnsafe(on),
 *   recordedAt: Coordinate.instantUnsafe(0),
 *   actor: { post: "组织委员" },
 *   content: { step },
 * })
 * const row = { person: "p1", affiliation: { in: "branch", branch: "branch-1" } } as const
 * const by = { id: "township", capabilities: [] }
 * const letter = command("2024-03-01", { is: "issue", transfer: "t1", row, to: "branch-2", by, beyond: false })
 * const { stream } = Result.getOrThrow(Decider.handle(decider, Decider.start(decider), letter))
 * assert.deepEqual([stream.state.phase, stream.state.validUntil], ["issued", "2024-05-30"])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const decider = (rules: ReadonlyArray<TransferRule>, person?: string): TransferDecider => ({
  initial: { phase: "none", used: [] },
  decide: (state, { on, content }) =>
    state.last !== undefined && on < state.last
      ? refused(fault("transfer.outOfOrder", { on, last: state.last }))
      : decide({ rules, state, on, approvals: content.approvals ?? [], person }, content.step),
  evolve: (state, { on, payload }) => evolve(state, on, payload.event),
})

type Decision = Result.Result<ReadonlyArray<TransferHappened>, ReadonlyArray<TransferFault>>

interface Case {
  readonly rules: ReadonlyArray<TransferRule>
  readonly state: Transfer
  readonly on: CivilDate.CivilDate
  readonly approvals: ReadonlyArray<Finding.Approval>
  readonly person: string | undefined
}

type Breach = MemberRule.Breach<TransferCode>

const refused = (...faults: ReadonlyArray<TransferFault>): Decision => Result.fail(faults)

const decided = (
  { approvals, person }: Case,
  event: TransferHappening,
  breaches: ReadonlyArray<Breach | undefined> = [],
  faults: ReadonlyArray<TransferFault | undefined> = [],
): Decision => {
  const judged = MemberRule.judge(breaches, approvals, person)
  const against = [...faults.filter((one) => one !== undefined), ...judged.refused]
  if (against.length > 0) return Result.fail(against)
  const { found } = judged
  return Result.succeed([found.length === 0 ? { event } : { event, findings: Finding.sort(found) }])
}

const ruleOf = <Is extends TransferDemand["is"]>(
  rules: ReadonlyArray<TransferRule>,
  is: Is,
  on: CivilDate.CivilDate,
): (TransferRule & { readonly says: Extract<TransferDemand, { readonly is: Is }> }) | undefined =>
  Provision.inForce(
    rules.filter(
      (rule): rule is TransferRule & { readonly says: Extract<TransferDemand, { readonly is: Is }> } =>
        rule.says.is === is,
    ),
    on,
  )[0]

type StepOf<Is extends TransferStep["is"]> = Extract<TransferStep, { readonly is: Is }>

const decide = (at: Case, step: TransferStep): Decision => {
  switch (step.is) {
    case "propose":
      return propose(at, step)
    case "issue":
      return issue(at, step)
    case "withdraw":
      return at.state.phase === "proposed" || at.state.phase === "issued"
        ? decided(at, { is: "withdrawn", transfer: at.state.transfer! })
        : refused(fault("transfer.notOpen"))
    case "refuse":
      return refuse(at, step)
    case "redirect":
      return redirect(at, step)
    case "receive":
      return receive(at, step)
    case "expire":
      return expire(at)
  }
}

/** What stands against a new transfer: another that is open, an id that was used, a member who is on the way. */
const opening = ({ state }: Case, { transfer, row, to }: StepOf<"propose" | "issue">): ReadonlyArray<TransferFault> => {
  const faults: Array<TransferFault> = []
  if (state.used.includes(transfer)) faults.push(fault("transfer.idUsed", { transfer }))
  if (row.affiliation.in === "transit") {
    faults.push(fault("transfer.inTransit", { person: row.person, transfer: row.affiliation.transfer }))
  }
  if (Member.responsible(row) === to) faults.push(fault("transfer.sameBranch", { branch: to }))
  return faults
}

const propose = (at: Case, step: StepOf<"propose">): Decision => {
  const { phase, transfer } = at.state
  if (phase === "proposed" || phase === "issued") return refused(fault("transfer.open", { transfer: transfer! }))
  const from = Member.responsible(step.row)
  return decided(at, { is: "proposed", transfer: step.transfer, from, to: step.to }, [], opening(at, step))
}

/** A letter is issued on a proposal, to the branch that was proposed, or without one. */
const issue = (at: Case, step: StepOf<"issue">): Decision => {
  const { phase, transfer, to } = at.state
  if (phase === "issued") return refused(fault("transfer.open", { transfer: transfer! }))
  const proposed = phase === "proposed"
  const other = proposed && (transfer !== step.transfer || to !== step.to)
  const against = opening(at, step).filter(({ code }) => !(proposed && code === "transfer.idUsed"))
  const from = Member.responsible(step.row)
  const validity = ruleOf(at.rules, "validity", at.on)
  const most = validity === undefined ? undefined : MemberRule.after(at.on, validity.says.length)
  const asked = step.days === undefined ? undefined : MemberRule.after(at.on, { amount: step.days, unit: "day" })
  const validUntil = asked ?? most
  return decided(
    at,
    {
      is: "issued",
      transfer: step.transfer,
      from,
      to: step.to,
      ...(validUntil === undefined ? {} : { validUntil }),
    },
    [tooLong(validity, asked, most), sends(at, step)],
    [...against, other ? fault("transfer.otherProposal", { transfer: transfer!, to: to! }) : undefined],
  )
}

const tooLong = (
  rule: TransferRule | undefined,
  asked: CivilDate.CivilDate | undefined,
  most: CivilDate.CivilDate | undefined,
): Breach | undefined =>
  rule === undefined || asked === undefined || most === undefined || asked <= most
    ? undefined
    : { rule, code: "transfer.termTooLong", params: { until: asked, bound: most } }

const sends = ({ rules, on }: Case, { by, beyond }: StepOf<"issue">): Breach | undefined => {
  const rule = ruleOf(rules, "beyond", on)
  if (!beyond || rule === undefined || by.capabilities.includes(rule.says.capability)) return undefined
  return { rule, code: "transfer.mayNotSend", params: { body: by.id, capability: rule.says.capability } }
}

const issued = ({ phase }: Transfer): TransferFault | undefined => {
  if (phase === "issued") return undefined
  return phase === "proposed" ? fault("transfer.notIssued") : fault("transfer.notOpen")
}

const refuse = (at: Case, { branch }: StepOf<"refuse">): Decision => {
  const { phase, transfer, to } = at.state
  if (phase !== "proposed" && phase !== "issued") return refused(fault("transfer.notOpen"))
  const other = branch === to ? undefined : fault("transfer.otherBranch", { branch, to: to! })
  return decided(at, { is: "refused", transfer: transfer! }, [], [other])
}

const redirect = (at: Case, { to }: StepOf<"redirect">): Decision => {
  const not = issued(at.state)
  if (not !== undefined) return refused(not)
  const { transfer, from } = at.state
  const same = to === from ? fault("transfer.sameBranch", { branch: to }) : undefined
  return decided(at, { is: "redirected", transfer: transfer!, to }, [], [same])
}

const receive = (at: Case, { at: receiver, group }: StepOf<"receive">): Decision => {
  const not = issued(at.state)
  if (not !== undefined) return refused(not)
  const { transfer, to, validUntil } = at.state
  const { branch, holdsMembers, dissolvedOn } = receiver
  const validity = ruleOf(at.rules, "validity", at.on)
  const past = validUntil !== undefined && at.on > validUntil && validity !== undefined
  return decided(
    at,
    { is: "received", transfer: transfer!, branch, ...(group === undefined ? {} : { group }) },
    [past ? { rule: validity, code: "transfer.letterPast", params: { until: validUntil } } : undefined],
    [
      branch === to ? undefined : fault("transfer.otherBranch", { branch, to: to! }),
      holdsMembers ? undefined : fault("transfer.holdsNoMembers", { branch }),
      dissolvedOn !== undefined && dissolvedOn <= at.on
        ? fault("transfer.dissolved", { branch, on: dissolvedOn })
        : undefined,
    ],
  )
}

const expire = (at: Case): Decision => {
  const not = issued(at.state)
  if (not !== undefined) return refused(not)
  const { transfer, validUntil } = at.state
  return validUntil !== undefined && at.on > validUntil
    ? decided(at, { is: "expired", transfer: transfer! })
    : refused(fault("transfer.stillGood", { until: validUntil ?? "" }))
}

// ---------------------------------------------------------------- guards

/**
 * Whether a member is in transit: the letter is issued and nothing has ended the transfer, whatever day it is.
 *
 * @example
 * ```ts
 * import { Transfer } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Transfer.isInTransit({ phase: "issued" }), true)
 * assert.equal(Transfer.isInTransit({ phase: "proposed" }), false)
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const isInTransit = ({ phase }: Pick<Transfer, "phase">): boolean => phase === "issued"

// ---------------------------------------------------------------- operations

const evolve = (state: Transfer, on: CivilDate.CivilDate, event: TransferHappening): Transfer => {
  const { used } = state
  switch (event.is) {
    case "proposed": {
      const { transfer, from, to } = event
      return { phase: "proposed", transfer, from, to, last: on, used: [...used, transfer] }
    }
    case "issued": {
      const { transfer, from, to, validUntil } = event
      const letter = validUntil === undefined ? {} : { validUntil }
      const known = used.includes(transfer) ? used : [...used, transfer]
      return { phase: "issued", transfer, from, to, issuedOn: on, ...letter, last: on, used: known }
    }
    case "redirected":
      return { ...state, to: event.to, last: on }
    case "received":
    case "refused":
    case "expired":
    case "withdrawn":
      return { ...state, phase: event.is, last: on }
  }
}

// ---------------------------------------------------------------- decisions

/**
 * What is found about the transfers of a member on a day: a letter past its last day with the transfer still open, or,
 * where a rule says how long before that it is told, one that will run out soon.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Transfer } from "dangjian/organisation"
 * import { MemberRules } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const day = CivilDate.parseUnsafe
 * const open: Transfer.Transfer = { phase: "issued", transfer: "t1", validUntil: day("2024-05-30"), used: ["t1"] } // made up
 * const reminder: Transfer.TransferRule = {
 *   id: "reminder", // a committee's own
 *   strength: "should",
 *   breach: "found",
 *   from: day("2024-01-01"),
 *   cite: { title: "某镇党委组织关系转接办法", standing: "report" },
 *   says: { is: "reminder", length: { amount: 10, unit: "day" } },
 * }
 * const rules = [...MemberRules.transfers, reminder]
 * const codes = (on: string) => Transfer.findings(rules, "p1", open, day(on)).map(({ code }) => code)
 * assert.deepEqual([codes("2024-05-31"), codes("2024-05-25"), codes("2024-05-01")], [
 *   ["transfer.letterPast"],
 *   ["transfer.letterEnds"],
 *   [],
 * ])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const findings = (
  rules: ReadonlyArray<TransferRule>,
  person: string,
  { phase, transfer = "", validUntil }: Transfer,
  on: CivilDate.CivilDate,
): ReadonlyArray<Finding.Finding<TransferCode>> => {
  if (phase !== "issued" || validUntil === undefined) return []
  const told = { subject: person, params: { until: validUntil, transfer } }
  const validity = ruleOf(rules, "validity", on)
  if (on > validUntil) {
    return validity === undefined ? [] : asList(Provision.deviation(validity, { code: "transfer.letterPast", ...told }))
  }
  const reminder = ruleOf(rules, "reminder", on)
  if (reminder === undefined || MemberRule.after(on, reminder.says.length) < validUntil) return []
  return asList(Provision.deviation(reminder, { code: "transfer.letterEnds", ...told }))
}

const asList = <A>(found: A | undefined): ReadonlyArray<A> => (found === undefined ? [] : [found])

// ---------------------------------------------------------------- instances

/**
 * The names of the phases.
 *
 * @category instances
 * @since 0.1.0
 */
export const phases: Readonly<Record<Phase, Label>> = {
  none: { zh: "无", en: "none" },
  proposed: { zh: "已提出", en: "proposed" },
  issued: { zh: "转接途中", en: "in transit" },
  received: { zh: "已接收", en: "received" },
  refused: { zh: "被退回", en: "refused" },
  expired: { zh: "介绍信过期", en: "letter expired" },
  withdrawn: { zh: "已撤回", en: "withdrawn" },
}

/**
 * The names of what happens in a transfer.
 *
 * @category instances
 * @since 0.1.0
 */
export const happenings: Readonly<Record<TransferHappening["is"], Label>> = {
  proposed: { zh: "提出转接", en: "proposed" },
  issued: { zh: "开出介绍信", en: "letter issued" },
  redirected: { zh: "改转", en: "redirected" },
  received: { zh: "接收", en: "received" },
  refused: { zh: "退回", en: "refused" },
  expired: { zh: "介绍信过期", en: "letter expired" },
  withdrawn: { zh: "撤回", en: "withdrawn" },
}
