/**
 * Records of members (党员信息): what can be asked about a person on the way into the Party, in it and out of it, what
 * happens then, and how the person stands after it.
 *
 * The journal of one person holds commands with these contents and the events they came to; `MemberLife` decides. What the
 * commands carry besides (the competences of the approving body, the stage of a sponsor) is what was known when they
 * were given, so that a decision can be repeated years later.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as Audience from "../foundation/Audience.js"
import * as Citation from "../foundation/Citation.js"
import * as CivilDate from "../foundation/CivilDate.js"
import type { Fault } from "../foundation/Fault.js"
import type * as Finding from "../foundation/Finding.js"
import type { Label } from "../foundation/Label.js"
import * as PartialDate from "../foundation/PartialDate.js"
import type { Stage } from "./Member.js"
import * as Member from "./Member.js"
import * as MemberRule from "./MemberRule.js"
import type { Capability } from "./OrganisationKind.js"

// ---------------------------------------------------------------- models

/**
 * A body that acts in a matter, with what it may do on that day.
 *
 * @category models
 * @since 0.1.0
 */
export interface Body {
  readonly id: string
  readonly capabilities: ReadonlyArray<Capability>
}

/**
 * A mentor (培养联系人) or sponsor (入党介绍人), with stage and restriction on that day.
 *
 * @category models
 * @since 0.1.0
 */
export interface Patron {
  readonly person: string
  readonly stage: Stage
  readonly restriction: Member.Restriction
}

/**
 * A month of default (自行脱党事由): no part in the life of the organisation (`life`), no dues (`dues`), no assigned work
 * (`work`), without good reason, in the month `YYYY-MM`.
 *
 * @category models
 * @since 0.1.0
 */
export interface Default {
  readonly kind: "life" | "dues" | "work"
  readonly month: PartialDate.PartialDate
}

/**
 * Why somebody is struck off (除名): six months of default (自行脱党), two years after membership was suspended with the member
 * still lost (同), or as the last organisational disposal (组织处置).
 *
 * @category models
 * @since 0.1.0
 */
export type Ground =
  | { readonly why: "default"; readonly defaults: ReadonlyArray<Default> }
  | { readonly why: "lostContact" }
  | { readonly why: "disposal"; readonly affair: string }

/**
 * What a branch meeting decides about a person. `affair` is the opaque id of the matter that a penalty or disposal is for,
 * since no matter is met with both. `leavesUnitOn` is the day the candidate is known to leave the unit.
 *
 * @category models
 * @since 0.1.0
 */
export type Matter =
  | {
      readonly is: "admit"
      readonly branch: string
      readonly sponsors: ReadonlyArray<Patron>
      readonly vetted: boolean
      readonly training: { readonly days?: number; readonly hours?: number }
      readonly preReviewedOn?: CivilDate.CivilDate
      readonly leavesUnitOn?: CivilDate.CivilDate
    }
  | { readonly is: "confirm" }
  | { readonly is: "extend"; readonly months: number }
  | { readonly is: "cancel" }
  | { readonly is: "strikeOff"; readonly ground: Ground }
  | {
      readonly is: "penalty"
      readonly penalty: MemberRule.Penalty
      readonly affair: string
      readonly years?: number
    }

/**
 * Why membership is suspended (停止党籍): lost contact, settled abroad, or study abroad from which the member has not
 * returned.
 *
 * @category models
 * @since 0.1.0
 */
export type SuspensionCause = "lostContact" | "settledAbroad" | "studyAbroad"

/**
 * Why a member is away and yet not transferred (流动党员): work, graduation with the files left at the university, study
 * abroad.
 *
 * @category models
 * @since 0.1.0
 */
export type AwayCause = "work" | "graduated" | "studyAbroad"

/**
 * What can be asked about a person. The day of a command is the day of the act: of the decision, the meeting, the approval.
 *
 * **Details**
 *
 * `register` opens the record of somebody who is a member already, and counts from its own day on: where the member was
 * before is not known to it. The candidate is selected (`select`) on the day the
 * committee's decision is filed with the approving committee. `resolve` is the branch meeting, `approve` and `reject` the
 * superior. `withdraw` is the meeting on a resignation (退党). `discontinue` ends a way that has not led to membership.
 *
 * @category models
 * @since 0.1.0
 */
export type Step =
  | {
      readonly is: "register"
      readonly branch: string
      readonly admittedOn: CivilDate.CivilDate
      readonly fullFrom?: CivilDate.CivilDate
      readonly born?: PartialDate.PartialDate
    }
  | { readonly is: "apply"; readonly branch: string; readonly born?: PartialDate.PartialDate }
  | { readonly is: "cultivate"; readonly mentors: ReadonlyArray<Patron> }
  | { readonly is: "select" }
  | { readonly is: "discontinue" }
  | { readonly is: "resolve"; readonly by: Body; readonly carried: boolean; readonly matter: Matter }
  | {
      readonly is: "approve"
      readonly by: Body
      readonly reportedOn?: CivilDate.CivilDate
    }
  | { readonly is: "reject"; readonly by: Body }
  | { readonly is: "withdraw"; readonly filedOn?: CivilDate.CivilDate }
  | { readonly is: "reportLost"; readonly lastContact: CivilDate.CivilDate }
  | { readonly is: "reportFound" }
  | {
      readonly is: "suspendMembership"
      readonly cause: SuspensionCause
      readonly searched?: boolean
      readonly since?: CivilDate.CivilDate
    }
  | { readonly is: "restoreMembership" }
  | { readonly is: "suspendRights"; readonly cause: "detained" | "arrested" }
  | { readonly is: "restoreRights"; readonly after: "suspension" | "disciplinaryProbation" }
  | { readonly is: "demandCorrection"; readonly affair: string; readonly until: CivilDate.CivilDate }
  | { readonly is: "closeCorrection" }
  | { readonly is: "advise"; readonly affair: string }
  | {
      readonly is: "registerMobile"
      readonly since: CivilDate.CivilDate
      readonly until?: CivilDate.CivilDate
      readonly fixedPlace: boolean
      readonly cause: AwayCause
    }
  | { readonly is: "contact" }
  | { readonly is: "endMobile" }
  | { readonly is: "die" }

/**
 * What is asked, and the approvals under which it is.
 *
 * @category models
 * @since 0.1.0
 */
export interface Content {
  readonly step: Step
  readonly approvals?: ReadonlyArray<Finding.Approval>
}

/**
 * How somebody left (出党方式). Striking off (除名) and expulsion (开除) are apart, and so is everything else.
 *
 * @category models
 * @since 0.1.0
 */
export type Exit =
  | "resigned"
  | "deemedWithdrawal"
  | "advisedToWithdraw"
  | "struckOff"
  | "expelled"
  | "probationCancelled"
  | "died"

/**
 * What happened.
 *
 * @category models
 * @since 0.1.0
 */
export type Happening =
  | {
      readonly is: "registered"
      readonly asked: Extract<Step, { readonly is: "register" }>
      readonly probationUntil?: CivilDate.CivilDate
    }
  | { readonly is: "applied"; readonly branch: string; readonly born?: PartialDate.PartialDate }
  | { readonly is: "cultivated" }
  | { readonly is: "selected" }
  | { readonly is: "discontinued" }
  | { readonly is: "resolved"; readonly matter: Matter; readonly by: string }
  | { readonly is: "rejected" }
  | {
      readonly is: "admitted"
      readonly branch: string
      readonly admittedOn: CivilDate.CivilDate
      readonly probationUntil: CivilDate.CivilDate
    }
  | { readonly is: "confirmed"; readonly fullFrom: CivilDate.CivilDate }
  | { readonly is: "extended"; readonly until: CivilDate.CivilDate }
  | {
      readonly is: "penalised"
      readonly penalty: MemberRule.Penalty
      readonly affair: string
      readonly until?: CivilDate.CivilDate
      readonly years?: number
    }
  | { readonly is: "left"; readonly exit: Exit; readonly filedOn?: CivilDate.CivilDate; readonly affair?: string }
  | { readonly is: "lostReported"; readonly lastContact: CivilDate.CivilDate }
  | { readonly is: "foundAgain" }
  | { readonly is: "membershipSuspended"; readonly cause: SuspensionCause }
  | { readonly is: "membershipRestored" }
  | { readonly is: "rightsSuspended"; readonly cause: "detained" | "arrested" }
  | { readonly is: "rightsRestored"; readonly after: "suspension" | "disciplinaryProbation" }
  | { readonly is: "correctionDemanded"; readonly affair: string; readonly until: CivilDate.CivilDate }
  | { readonly is: "correctionClosed" }
  | { readonly is: "advised"; readonly affair: string }
  | { readonly is: "mobileRegistered"; readonly away: Away }
  | { readonly is: "contacted" }
  | { readonly is: "mobileEnded" }

/**
 * What happened, and what was found beside it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Happened {
  readonly event: Happening
  readonly findings?: ReadonlyArray<Finding.Finding>
}

/**
 * A resolution that waits for its approval (待审批): on which day of which body, and what.
 *
 * @category models
 * @since 0.1.0
 */
export interface Pending {
  readonly on: CivilDate.CivilDate
  readonly by: string
  readonly matter: Matter
}

/**
 * Where a mobile member is: since when, until when where that is known, whether at one fixed place, and why. `contact` is
 * the day of the last contact.
 *
 * @category models
 * @since 0.1.0
 */
export interface Away {
  readonly since: CivilDate.CivilDate
  readonly until?: CivilDate.CivilDate
  readonly fixedPlace: boolean
  readonly cause: AwayCause
  readonly contact: CivilDate.CivilDate
}

/**
 * A penalty that was imposed. Of probation within the Party: for how many years, when the term ends, together with that of
 * an earlier imposition that still ran, and when the rights were restored.
 *
 * @category models
 * @since 0.1.0
 */
export interface Imposed {
  readonly penalty: MemberRule.Penalty
  readonly on: CivilDate.CivilDate
  readonly affair: string
  readonly until?: CivilDate.CivilDate
  readonly years?: number
  readonly restoredOn?: CivilDate.CivilDate
}

/**
 * A membership that ended: how, when, and the days it ran from. A resignation carries the day of its filing.
 *
 * @category models
 * @since 0.1.0
 */
export interface Ended {
  readonly exit: Exit
  readonly on: CivilDate.CivilDate
  readonly admittedOn?: CivilDate.CivilDate
  readonly fullFrom?: CivilDate.CivilDate
  readonly filedOn?: CivilDate.CivilDate
}

/**
 * How a person stands. The three questions are three: `stage`; what rests (`discipline`, `rightsSuspended`, `suspended`);
 * where (`branch` is where the person applied, was registered or admitted, which transfers change later; `away`).
 *
 * **Details**
 *
 * `last` is the day of the last event. `affairs` are matters that were met already, and how.
 *
 * @category models
 * @since 0.1.0
 */
export interface Life {
  readonly stage: Stage | "none"
  readonly last?: CivilDate.CivilDate
  readonly born?: PartialDate.PartialDate
  readonly branch?: string
  readonly activistFrom?: CivilDate.CivilDate
  readonly admittedOn?: CivilDate.CivilDate
  readonly probationUntil?: CivilDate.CivilDate
  readonly extensions: number
  readonly fullFrom?: CivilDate.CivilDate
  readonly pending?: Pending
  readonly lost?: { readonly lastContact: CivilDate.CivilDate; readonly on: CivilDate.CivilDate }
  readonly suspended?: { readonly cause: SuspensionCause; readonly on: CivilDate.CivilDate }
  readonly rightsSuspended?: { readonly cause: "detained" | "arrested"; readonly on: CivilDate.CivilDate }
  readonly correction?: {
    readonly affair: string
    readonly on: CivilDate.CivilDate
    readonly until: CivilDate.CivilDate
  }
  readonly advised?: { readonly affair: string; readonly on: CivilDate.CivilDate }
  readonly penalties: ReadonlyArray<Imposed>
  readonly affairs: ReadonlyArray<{ readonly affair: string; readonly met: "penalty" | "disposal" }>
  readonly away?: Away
  readonly ended: ReadonlyArray<Ended>
}

// ---------------------------------------------------------------- errors

/**
 * What stands against a step, whatever the rules: it has no place at the stage that the person is at; it is dated before
 * what happened already; a date in it cannot be; another resolution waits, or none does; the body that approves is the
 * one that resolved; a rule without which no date can be computed is missing; what would begin has begun, or what would
 * end has not.
 *
 * @category errors
 * @since 0.1.0
 */
export type StateCode =
  | "memberLife.stage"
  | "memberLife.outOfOrder"
  | "memberLife.date"
  | "memberLife.pending"
  | "memberLife.nothingPending"
  | "memberLife.ownApproval"
  | "memberLife.noRule"
  | "memberLife.lostAlready"
  | "memberLife.notLost"
  | "memberLife.suspendedAlready"
  | "memberLife.notSuspended"
  | "memberLife.rightsRestAlready"
  | "memberLife.rightsDoNotRest"
  | "memberLife.correctionRuns"
  | "memberLife.noCorrection"
  | "memberLife.advisedAlready"
  | "memberLife.awayAlready"
  | "memberLife.notAway"
  | "memberLife.probationRuns"
  | "memberLife.notMonth"

/**
 * What rules have against a step, refused or found as they say.
 *
 * @category errors
 * @since 0.1.0
 */
export type RuleCode =
  | "memberLife.underAge"
  | "memberLife.ageUncertain"
  | "memberLife.mentors"
  | "memberLife.sponsors"
  | "memberLife.patronNotFull"
  | "memberLife.cultivation"
  | "memberLife.training"
  | "memberLife.notVetted"
  | "memberLife.notPreReviewed"
  | "memberLife.lateVote"
  | "memberLife.leavesUnit"
  | "memberLife.readmission"
  | "memberLife.notCarried"
  | "memberLife.mayNotResolve"
  | "memberLife.mayNotApprove"
  | "memberLife.lateReport"
  | "memberLife.redo"
  | "memberLife.lateApproval"
  | "memberLife.lapsed"
  | "memberLife.probation"
  | "memberLife.extensionLength"
  | "memberLife.extendedAlready"
  | "memberLife.notFiled"
  | "memberLife.noDefault"
  | "memberLife.lostTooShort"
  | "memberLife.notSearched"
  | "memberLife.abroadTooShort"
  | "memberLife.strikeOffTooSoon"
  | "memberLife.outOfTurn"
  | "memberLife.metAlready"
  | "memberLife.adviceStage"
  | "memberLife.penaltyStage"
  | "memberLife.penaltyYears"
  | "memberLife.correctionTooLong"
  | "memberLife.mobileTooShort"

/**
 * What is found about a person on a day, without any step: an approval or a decision on probation that is overdue, rights
 * that could be restored, a correction that has run out, a member away at a fixed place who should have been transferred,
 * files left at the university for too long, a contact with a member abroad that is due, and a member so long abroad for
 * study that membership is generally suspended.
 *
 * @category errors
 * @since 0.1.0
 */
export type DayCode =
  | "memberLife.approvalOverdue"
  | "memberLife.probationOver"
  | "memberLife.disciplineOver"
  | "memberLife.correctionOver"
  | "memberLife.shouldTransfer"
  | "memberLife.filesTooLong"
  | "memberLife.contactDue"
  | "memberLife.abroadTooLong"

/**
 * Why a step is refused. What the state or a rule has against it is told all at once.
 *
 * @category errors
 * @since 0.1.0
 */
export type LifeFault = Fault<StateCode | RuleCode>

// ---------------------------------------------------------------- schemas

const staffSee = /* @__PURE__ */ Audience.visibleTo("staff", "requester")
const staffOnly = /* @__PURE__ */ Audience.visibleTo("staff")
const personal = /* @__PURE__ */ Audience.sensitive("personal")
const internal = /* @__PURE__ */ Audience.sensitive("internal")
const guarded = /* @__PURE__ */ Audience.sensitive("protected")

const id = /* @__PURE__ */ staffSee(/* @__PURE__ */ personal(Schema.NonEmptyString))
const day = /* @__PURE__ */ staffSee(/* @__PURE__ */ personal(CivilDate.CivilDate))
const bornField = /* @__PURE__ */ staffSee(/* @__PURE__ */ guarded(PartialDate.PartialDate))
const flag = /* @__PURE__ */ staffSee(/* @__PURE__ */ internal(Schema.Boolean))
const whole = /* @__PURE__ */ staffSee(
  /* @__PURE__ */ internal(
    /* @__PURE__ */ Schema.Int.check(/* @__PURE__ */ Schema.isBetween({ minimum: 0, maximum: 100_000 })),
  ),
)
const secretDay = /* @__PURE__ */ staffSee(/* @__PURE__ */ guarded(CivilDate.CivilDate))
const secretId = /* @__PURE__ */ staffSee(/* @__PURE__ */ guarded(Schema.NonEmptyString))
const secretYears = /* @__PURE__ */ staffSee(
  /* @__PURE__ */ guarded(
    /* @__PURE__ */ Schema.Int.check(/* @__PURE__ */ Schema.isBetween({ minimum: 0, maximum: 100 })),
  ),
)
const optionalDay = /* @__PURE__ */ Schema.optionalKey(day)
const optionalBorn = /* @__PURE__ */ Schema.optionalKey(bornField)
const optionalWhole = /* @__PURE__ */ Schema.optionalKey(whole)
const optionalFlag = /* @__PURE__ */ Schema.optionalKey(flag)
const optionalSecretDay = /* @__PURE__ */ Schema.optionalKey(secretDay)
const optionalSecretId = /* @__PURE__ */ Schema.optionalKey(secretId)
const optionalSecretYears = /* @__PURE__ */ Schema.optionalKey(secretYears)

const tag = <const Name extends string>(name: Name) => staffSee(internal(Schema.Literal(name)))

const cause = /* @__PURE__ */ staffSee(
  /* @__PURE__ */ guarded(/* @__PURE__ */ Schema.Literals(["lostContact", "settledAbroad", "studyAbroad"])),
)
const detention = /* @__PURE__ */ staffSee(
  /* @__PURE__ */ guarded(/* @__PURE__ */ Schema.Literals(["detained", "arrested"])),
)
const restored = /* @__PURE__ */ staffSee(
  /* @__PURE__ */ guarded(/* @__PURE__ */ Schema.Literals(["suspension", "disciplinaryProbation"])),
)
const awayCause = /* @__PURE__ */ staffSee(
  /* @__PURE__ */ personal(/* @__PURE__ */ Schema.Literals(["work", "graduated", "studyAbroad"])),
)
const penaltyField = /* @__PURE__ */ staffSee(/* @__PURE__ */ guarded(MemberRule.Penalty))
const exitField = /* @__PURE__ */ staffSee(
  /* @__PURE__ */ guarded(
    /* @__PURE__ */ Schema.Literals([
      "resigned",
      "deemedWithdrawal",
      "advisedToWithdraw",
      "struckOff",
      "expelled",
      "probationCancelled",
      "died",
    ]),
  ),
)
const capabilitiesField = /* @__PURE__ */ staffOnly(
  /* @__PURE__ */ internal(/* @__PURE__ */ Schema.Array(MemberRule.CapabilityName)),
)

/**
 * The schema of {@link Body}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Body: Schema.Codec<Body> = /* @__PURE__ */ Schema.Struct({ id, capabilities: capabilitiesField })

const patronStage = /* @__PURE__ */ staffOnly(/* @__PURE__ */ internal(Member.Stage))
const patronRestriction = /* @__PURE__ */ staffOnly(/* @__PURE__ */ guarded(Member.Restriction))

/**
 * The schema of {@link Patron}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Patron: Schema.Codec<Patron> = /* @__PURE__ */ Schema.Struct({
  person: id,
  stage: patronStage,
  restriction: patronRestriction,
})

const body = /* @__PURE__ */ staffSee(/* @__PURE__ */ internal(Body))
const patrons = /* @__PURE__ */ staffSee(/* @__PURE__ */ internal(/* @__PURE__ */ Schema.Array(Patron)))

const defaultKind = /* @__PURE__ */ staffSee(
  /* @__PURE__ */ guarded(/* @__PURE__ */ Schema.Literals(["life", "dues", "work"])),
)
const monthField = /* @__PURE__ */ staffSee(
  /* @__PURE__ */ guarded(
    /* @__PURE__ */ PartialDate.PartialDate.check(
      /* @__PURE__ */ Schema.makeFilter((text: string) => text.length === 7 || "memberLife.notMonth"),
    ),
  ),
)

/**
 * The schema of {@link Default}. A date that is no month is refused with `memberLife.notMonth`.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Default: Schema.Codec<Default> = /* @__PURE__ */ Schema.Struct({ kind: defaultKind, month: monthField })

const defaultsField = /* @__PURE__ */ staffSee(/* @__PURE__ */ guarded(/* @__PURE__ */ Schema.Array(Default)))
const why = <const Name extends string>(name: Name) => staffSee(guarded(Schema.Literal(name)))

/**
 * The schema of {@link Ground}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Ground: Schema.Codec<Ground> = /* @__PURE__ */ Schema.Union([
  /* @__PURE__ */ Schema.Struct({ why: /* @__PURE__ */ why("default"), defaults: defaultsField }),
  /* @__PURE__ */ Schema.Struct({ why: /* @__PURE__ */ why("lostContact") }),
  /* @__PURE__ */ Schema.Struct({ why: /* @__PURE__ */ why("disposal"), affair: secretId }),
])

const groundField = /* @__PURE__ */ staffSee(/* @__PURE__ */ guarded(Ground))
const trainingField = /* @__PURE__ */ staffSee(
  /* @__PURE__ */ internal(/* @__PURE__ */ Schema.Struct({ days: optionalWhole, hours: optionalWhole })),
)

/**
 * The schema of {@link Matter}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Matter: Schema.Codec<Matter> = /* @__PURE__ */ Schema.Union([
  /* @__PURE__ */ Schema.Struct({
    is: /* @__PURE__ */ tag("admit"),
    branch: id,
    sponsors: patrons,
    vetted: flag,
    training: trainingField,
    preReviewedOn: optionalDay,
    leavesUnitOn: optionalDay,
  }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("confirm") }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("extend"), months: whole }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("cancel") }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("strikeOff"), ground: groundField }),
  /* @__PURE__ */ Schema.Struct({
    is: /* @__PURE__ */ tag("penalty"),
    penalty: penaltyField,
    affair: secretId,
    years: optionalSecretYears,
  }),
])

const matter = /* @__PURE__ */ staffSee(/* @__PURE__ */ guarded(Matter))
const registerFields = {
  is: /* @__PURE__ */ tag("register"),
  branch: id,
  admittedOn: day,
  fullFrom: optionalDay,
  born: optionalBorn,
}
const Register = /* @__PURE__ */ Schema.Struct(registerFields)

/**
 * The schema of {@link Step}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Step: Schema.Codec<Step> = /* @__PURE__ */ Schema.Union([
  Register,
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("apply"), branch: id, born: optionalBorn }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("cultivate"), mentors: patrons }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("select") }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("discontinue") }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("resolve"), by: body, carried: flag, matter }),
  /* @__PURE__ */ Schema.Struct({
    is: /* @__PURE__ */ tag("approve"),
    by: body,
    reportedOn: optionalDay,
  }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("reject"), by: body }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("withdraw"), filedOn: optionalDay }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("reportLost"), lastContact: secretDay }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("reportFound") }),
  /* @__PURE__ */ Schema.Struct({
    is: /* @__PURE__ */ tag("suspendMembership"),
    cause,
    searched: optionalFlag,
    since: optionalSecretDay,
  }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("restoreMembership") }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("suspendRights"), cause: detention }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("restoreRights"), after: restored }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("demandCorrection"), affair: secretId, until: secretDay }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("closeCorrection") }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("advise"), affair: secretId }),
  /* @__PURE__ */ Schema.Struct({
    is: /* @__PURE__ */ tag("registerMobile"),
    since: day,
    until: optionalDay,
    fixedPlace: flag,
    cause: awayCause,
  }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("contact") }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("endMobile") }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("die") }),
])

const forStaff = /* @__PURE__ */ staffOnly(/* @__PURE__ */ internal(Schema.NonEmptyString))
const optionalForStaff = /* @__PURE__ */ Schema.optionalKey(forStaff)
const severityField = /* @__PURE__ */ staffOnly(
  /* @__PURE__ */ internal(/* @__PURE__ */ Schema.Literals(["error", "warning"])),
)
const strengthField = /* @__PURE__ */ staffOnly(
  /* @__PURE__ */ internal(/* @__PURE__ */ Schema.Literals(["must", "should"])),
)
const paramValue = /* @__PURE__ */ staffOnly(
  /* @__PURE__ */ internal(/* @__PURE__ */ Schema.Union([Schema.String, Schema.Int])),
)
const paramsField = /* @__PURE__ */ staffOnly(
  /* @__PURE__ */ internal(/* @__PURE__ */ Schema.Record(Schema.String, paramValue)),
)
const citeField = /* @__PURE__ */ staffOnly(/* @__PURE__ */ internal(Citation.Citation))

/**
 * The schema of a finding beside a step, each of its fields for staff alone.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Noted: Schema.Codec<Finding.Finding> = /* @__PURE__ */ Schema.Struct({
  code: forStaff,
  severity: severityField,
  strength: strengthField,
  subject: optionalForStaff,
  params: paramsField,
  cite: /* @__PURE__ */ Schema.optionalKey(citeField),
  coveredBy: optionalForStaff,
})

/**
 * The schema of an approval under which a step is asked, each of its fields for staff alone.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Approval: Schema.Codec<Finding.Approval> = /* @__PURE__ */ Schema.Struct({
  id: forStaff,
  code: forStaff,
  subject: optionalForStaff,
})

const stepField = /* @__PURE__ */ staffSee(/* @__PURE__ */ internal(Step))
const approvalsField = /* @__PURE__ */ Schema.optionalKey(
  /* @__PURE__ */ staffOnly(/* @__PURE__ */ internal(/* @__PURE__ */ Schema.Array(Approval))),
)

/**
 * The schema of {@link Content}. By its annotations staff and the person concerned see what was asked; the reasons of
 * restrictions, penalties and lost contact are protected, approvals and findings for staff alone, and nobody else sees
 * anything.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Content: Schema.Codec<Content> = /* @__PURE__ */ Schema.Struct({
  step: stepField,
  approvals: approvalsField,
})

const awayFields = {
  since: day,
  until: optionalDay,
  fixedPlace: flag,
  cause: awayCause,
  contact: day,
}
const awayField = /* @__PURE__ */ staffSee(/* @__PURE__ */ personal(/* @__PURE__ */ Schema.Struct(awayFields)))
const registerField = /* @__PURE__ */ staffSee(/* @__PURE__ */ internal(Register))

/**
 * The schema of {@link Happening}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Happening: Schema.Codec<Happening> = /* @__PURE__ */ Schema.Union([
  /* @__PURE__ */ Schema.Struct({
    is: /* @__PURE__ */ tag("registered"),
    asked: registerField,
    probationUntil: optionalDay,
  }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("applied"), branch: id, born: optionalBorn }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("cultivated") }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("selected") }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("discontinued") }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("resolved"), matter, by: id }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("rejected") }),
  /* @__PURE__ */ Schema.Struct({
    is: /* @__PURE__ */ tag("admitted"),
    branch: id,
    admittedOn: day,
    probationUntil: day,
  }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("confirmed"), fullFrom: day }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("extended"), until: day }),
  /* @__PURE__ */ Schema.Struct({
    is: /* @__PURE__ */ tag("penalised"),
    penalty: penaltyField,
    affair: secretId,
    until: optionalSecretDay,
    years: optionalSecretYears,
  }),
  /* @__PURE__ */ Schema.Struct({
    is: /* @__PURE__ */ tag("left"),
    exit: exitField,
    filedOn: optionalDay,
    affair: optionalSecretId,
  }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("lostReported"), lastContact: secretDay }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("foundAgain") }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("membershipSuspended"), cause }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("membershipRestored") }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("rightsSuspended"), cause: detention }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("rightsRestored"), after: restored }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("correctionDemanded"), affair: secretId, until: secretDay }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("correctionClosed") }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("advised"), affair: secretId }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("mobileRegistered"), away: awayField }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("contacted") }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ tag("mobileEnded") }),
])

const eventField = /* @__PURE__ */ staffSee(/* @__PURE__ */ internal(Happening))
const findingsField = /* @__PURE__ */ Schema.optionalKey(
  /* @__PURE__ */ staffOnly(/* @__PURE__ */ internal(/* @__PURE__ */ Schema.Array(Noted))),
)

/**
 * The schema of {@link Happened}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Happened: Schema.Codec<Happened> = /* @__PURE__ */ Schema.Struct({
  event: eventField,
  findings: findingsField,
})

// ---------------------------------------------------------------- instances

/**
 * The names of the ways out.
 *
 * @category instances
 * @since 0.1.0
 */
export const exits: Readonly<Record<Exit, Label>> = {
  resigned: { zh: "退党除名", en: "resigned" },
  deemedWithdrawal: { zh: "自行脱党除名", en: "struck off as having given up membership" },
  advisedToWithdraw: { zh: "劝退", en: "withdrew on advice" },
  struckOff: { zh: "除名", en: "struck off" },
  expelled: { zh: "开除党籍", en: "expelled" },
  probationCancelled: { zh: "取消预备党员资格", en: "probation cancelled" },
  died: { zh: "死亡", en: "died" },
}

/**
 * The names of the reasons for which membership is suspended.
 *
 * @category instances
 * @since 0.1.0
 */
export const suspensionCauses: Readonly<Record<SuspensionCause, Label>> = {
  lostContact: { zh: "失去联系", en: "contact lost" },
  settledAbroad: { zh: "出国（境）定居", en: "settled abroad" },
  studyAbroad: { zh: "出国（境）学习研究逾期未归", en: "not returned from study abroad" },
}

/**
 * The names of the steps.
 *
 * @category instances
 * @since 0.1.0
 */
export const steps: Readonly<Record<Step["is"], Label>> = {
  register: { zh: "登记在册党员", en: "registration" },
  apply: { zh: "递交入党申请书", en: "application" },
  cultivate: { zh: "确定为入党积极分子", en: "decision on an activist" },
  select: { zh: "确定为发展对象", en: "decision on a candidate" },
  discontinue: { zh: "终止发展", en: "end of the way in" },
  resolve: { zh: "支部大会讨论", en: "branch meeting" },
  approve: { zh: "审批", en: "approval" },
  reject: { zh: "不予批准", en: "rejection" },
  withdraw: { zh: "退党", en: "resignation" },
  reportLost: { zh: "登记失去联系", en: "report of lost contact" },
  reportFound: { zh: "恢复联系", en: "report of contact regained" },
  suspendMembership: { zh: "停止党籍", en: "suspension of membership" },
  restoreMembership: { zh: "恢复党籍", en: "restoration of membership" },
  suspendRights: { zh: "中止党员权利", en: "suspension of rights" },
  restoreRights: { zh: "恢复党员权利", en: "restoration of rights" },
  demandCorrection: { zh: "限期改正", en: "correction within a term" },
  closeCorrection: { zh: "结束限期改正", en: "end of a correction" },
  advise: { zh: "劝其退党", en: "advice to withdraw" },
  registerMobile: { zh: "登记流动党员", en: "registration as mobile" },
  contact: { zh: "联系外出党员", en: "contact with a member away" },
  endMobile: { zh: "注销流动党员登记", en: "end of being mobile" },
  die: { zh: "登记死亡", en: "report of death" },
}

/**
 * The names of what happens.
 *
 * @category instances
 * @since 0.1.0
 */
export const happenings: Readonly<Record<Happening["is"], Label>> = {
  registered: { zh: "登记在册", en: "registered" },
  applied: { zh: "申请入党", en: "applied" },
  cultivated: { zh: "确定为入党积极分子", en: "became an activist" },
  selected: { zh: "确定为发展对象", en: "became a candidate" },
  discontinued: { zh: "终止发展", en: "discontinued" },
  resolved: { zh: "支部大会通过", en: "carried by the branch meeting" },
  rejected: { zh: "未获批准", en: "rejected" },
  admitted: { zh: "接收为预备党员", en: "admitted" },
  confirmed: { zh: "转为正式党员", en: "became a full member" },
  extended: { zh: "延长预备期", en: "probation extended" },
  penalised: { zh: "受党纪处分", en: "penalised" },
  left: { zh: "出党", en: "left" },
  lostReported: { zh: "失去联系", en: "contact lost" },
  foundAgain: { zh: "恢复联系", en: "contact regained" },
  membershipSuspended: { zh: "停止党籍", en: "membership suspended" },
  membershipRestored: { zh: "恢复党籍", en: "membership restored" },
  rightsSuspended: { zh: "中止党员权利", en: "rights suspended" },
  rightsRestored: { zh: "恢复党员权利", en: "rights restored" },
  correctionDemanded: { zh: "限期改正", en: "correction demanded" },
  correctionClosed: { zh: "限期改正结束", en: "correction ended" },
  advised: { zh: "劝其退党", en: "advised to withdraw" },
  mobileRegistered: { zh: "登记为流动党员", en: "registered as mobile" },
  contacted: { zh: "联系外出党员", en: "contacted" },
  mobileEnded: { zh: "注销流动党员登记", en: "no longer mobile" },
}
