/**
 * Members (党员) as the roll of a day shows them: three questions that are never one, how far membership has come, which
 * rights rest, and where the member is.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as Audience from "../foundation/Audience.js"
import type { Citation } from "../foundation/Citation.js"
import * as CivilDate from "../foundation/CivilDate.js"
import { type Fault, make as fault } from "../foundation/Fault.js"
import type { Label } from "../foundation/Label.js"
import type { AllMembers, FullMembers, HeadCount } from "./HeadCount.js"

// ---------------------------------------------------------------- models

/**
 * How far somebody has come: applicant (入党申请人), activist (入党积极分子), candidate (发展对象), probationary member (预备党员),
 * full member (正式党员), or left.
 *
 * @category models
 * @since 0.1.0
 */
export type Stage = "applicant" | "activist" | "candidate" | "probationary" | "full" | "left"

/**
 * Which rights rest: none; probation within the Party (留党察看); rights suspended by the organisation (留置、逮捕); membership
 * suspended (停止党籍).
 *
 * @category models
 * @since 0.1.0
 */
export type Restriction = "none" | "disciplinaryProbation" | "suspendedByOrganisation" | "membershipSuspended"

/**
 * Where a member belongs on a day: in exactly one branch, or visibly on the way from one to another, in which case the
 * sending branch stays responsible.
 *
 * @category models
 * @since 0.1.0
 */
export type Affiliation =
  | { readonly in: "branch"; readonly branch: string; readonly group?: string }
  | { readonly in: "transit"; readonly from: string; readonly to: string; readonly transfer: string }

/**
 * A member on a day: probationary or full, where, with which rights, whether mobile (流动党员, still of the home branch),
 * the day of admission (the day of the branch meeting) and of full membership.
 *
 * @category models
 * @since 0.1.0
 */
export interface Member {
  readonly person: string
  readonly stage: "probationary" | "full"
  readonly affiliation: Affiliation
  readonly restriction: Restriction
  readonly mobile: boolean
  readonly admittedOn: CivilDate.CivilDate
  readonly fullFrom?: CivilDate.CivilDate
}

/**
 * What a member may do and counts for on a day: vote (表决权), elect (选举权), stand (被选举权); owe dues, where the text says
 * so; count among the full members that thresholds go by, and among all members.
 *
 * @category models
 * @since 0.1.0
 */
export interface Rights {
  readonly vote: boolean
  readonly elect: boolean
  readonly stand: boolean
  readonly dues: boolean | "notSaid"
  readonly countsAsFull: boolean
  readonly counts: boolean
}

/**
 * One row of the table of rights: the stage, the restriction, what follows, where it is written and what of it is
 * inferred.
 *
 * @category models
 * @since 0.1.0
 */
export interface RightsRow {
  readonly stage: Member["stage"]
  readonly restriction: Restriction
  readonly rights: Rights
  readonly cite: Citation
  readonly note?: string
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with rows of a roll: a person who stands twice, or in two branches; a full member without the day of
 * full membership, and a probationary one with it; full membership before admission; a day after the day of the roll.
 *
 * @category errors
 * @since 0.1.0
 */
export type MemberFault = Fault<
  | "member.twice"
  | "member.twoBranches"
  | "member.noFullDay"
  | "member.fullDayTooSoon"
  | "member.fullBeforeAdmission"
  | "member.later"
>

// ---------------------------------------------------------------- schemas

const staffSee = /* @__PURE__ */ Audience.visibleTo("staff", "requester")
const personal = /* @__PURE__ */ Audience.sensitive("personal")
const guarded = /* @__PURE__ */ Audience.sensitive("protected")

/**
 * The schema of {@link Stage}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Stage: Schema.Codec<Stage> = /* @__PURE__ */ Schema.Literals([
  "applicant",
  "activist",
  "candidate",
  "probationary",
  "full",
  "left",
])

/**
 * The schema of {@link Restriction}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Restriction: Schema.Codec<Restriction> = /* @__PURE__ */ Schema.Literals([
  "none",
  "disciplinaryProbation",
  "suspendedByOrganisation",
  "membershipSuspended",
])

const text = /* @__PURE__ */ staffSee(/* @__PURE__ */ personal(Schema.NonEmptyString))
const day = /* @__PURE__ */ staffSee(/* @__PURE__ */ personal(CivilDate.CivilDate))
const inBranch = /* @__PURE__ */ staffSee(/* @__PURE__ */ Schema.Literal("branch"))
const inTransit = /* @__PURE__ */ staffSee(/* @__PURE__ */ Schema.Literal("transit"))
const optionalText = /* @__PURE__ */ Schema.optionalKey(text)
const optionalDay = /* @__PURE__ */ Schema.optionalKey(day)

/**
 * The schema of {@link Affiliation}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Affiliation: Schema.Codec<Affiliation> = /* @__PURE__ */ Schema.Union([
  /* @__PURE__ */ Schema.Struct({ in: inBranch, branch: text, group: optionalText }),
  /* @__PURE__ */ Schema.Struct({ in: inTransit, from: text, to: text, transfer: text }),
])

const stageField = /* @__PURE__ */ staffSee(
  /* @__PURE__ */ personal(/* @__PURE__ */ Schema.Literals(["probationary", "full"])),
)
const affiliationField = /* @__PURE__ */ staffSee(/* @__PURE__ */ personal(Affiliation))
const restrictionField = /* @__PURE__ */ staffSee(/* @__PURE__ */ guarded(Restriction))
const mobileField = /* @__PURE__ */ staffSee(/* @__PURE__ */ personal(Schema.Boolean))

/**
 * The schema of {@link Member}. By its annotations staff and the member concerned see a row, and nobody else anything of
 * it; the restriction is protected, so that no wider view can ever show it.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Member: Schema.Codec<Member> = /* @__PURE__ */ Schema.Struct({
  person: text,
  stage: stageField,
  affiliation: affiliationField,
  restriction: restrictionField,
  mobile: mobileField,
  admittedOn: day,
  fullFrom: optionalDay,
})

// ---------------------------------------------------------------- getters

/**
 * What a member may do and counts for. Whoever is in transit votes where they come from: until the receipt the sending
 * branch is responsible.
 *
 * @example
 * ```ts
 * import { Member } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Member.rights({ stage: "probationary", restriction: "none" }).elect, false)
 * const watched = Member.rights({ stage: "full", restriction: "disciplinaryProbation" })
 * assert.deepEqual([watched.elect, watched.dues, watched.countsAsFull], [false, true, true])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const rights = ({ stage, restriction }: Pick<Member, "stage" | "restriction">): Rights =>
  rightsTable.find((row) => row.stage === stage && row.restriction === restriction)!.rights

/**
 * The branch that is responsible for a member: the branch they are in, or, on the way, the one that sent them.
 *
 * @example
 * ```ts
 * import { Member } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const affiliation = { in: "transit", from: "branch-1", to: "branch-2", transfer: "letter-7" } as const
 * assert.equal(Member.responsible({ affiliation }), "branch-1")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const responsible = ({ affiliation }: Pick<Member, "affiliation">): string =>
  affiliation.in === "branch" ? affiliation.branch : affiliation.from

/**
 * Both head-counts of some members. Members whose membership is suspended (停止党籍) count in neither.
 *
 * @example
 * ```ts
 * import { Member } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const count = Member.headCount([
 *   { stage: "full", restriction: "disciplinaryProbation" },
 *   { stage: "probationary", restriction: "none" },
 *   { stage: "full", restriction: "membershipSuspended" },
 * ])
 * assert.deepEqual(count, { full: 1, all: 2 })
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const headCount = (members: Iterable<Pick<Member, "stage" | "restriction">>): HeadCount => {
  let [full, all] = [0, 0]
  for (const member of members) {
    const { counts, countsAsFull } = rights(member)
    if (counts) all++
    if (countsAsFull) full++
  }
  return { full: full as FullMembers, all: all as AllMembers }
}

/**
 * From which day Party standing (党龄) runs: that of full membership. `undefined` for a probationary member, who has none.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Member } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Member.standingFrom({ stage: "full", fullFrom: CivilDate.parseUnsafe("2025-03-15") }), "2025-03-15")
 * assert.equal(Member.standingFrom({ stage: "probationary" }), undefined)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const standingFrom = ({
  stage,
  fullFrom,
}: Pick<Member, "stage" | "fullFrom">): CivilDate.CivilDate | undefined => (stage === "full" ? fullFrom : undefined)

// ---------------------------------------------------------------- decisions

/**
 * Everything that is wrong with rows of a roll on a day, all at once, each with its place. Of several rows of one person
 * every one after the first is named; where it also names another responsible branch, as a member in two branches.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Member } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const day = CivilDate.parseUnsafe
 * const row: Member.Member = {
 *   person: "p1", // made up
 *   stage: "full",
 *   affiliation: { in: "branch", branch: "branch-1" },
 *   restriction: "none",
 *   mobile: false,
 *   admittedOn: day("2019-07-01"),
 *   fullFrom: day("2020-07-01"),
 * }
 * const other: Member.Member = { ...row, affiliation: { in: "branch", branch: "branch-2" } }
 * assert.deepEqual(
 *   Member.check([row, other], day("2024-06-30")).map(({ code, path }) => [code, ...path]),
 *   [["member.twoBranches", 1, "affiliation"]],
 * )
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const check = (rows: ReadonlyArray<Member>, on: CivilDate.CivilDate): ReadonlyArray<MemberFault> => {
  const first = new Map<string, string>()
  return rows.flatMap((row, index) => {
    const before = first.get(row.person)
    if (before === undefined) first.set(row.person, responsible(row))
    return [...ofRow(row, on, index), ...(before === undefined ? [] : [again(row, before, index)])]
  })
}

const again = (row: Member, before: string, index: number): MemberFault =>
  before === responsible(row)
    ? fault("member.twice", { person: row.person }, [index, "person"])
    : fault("member.twoBranches", { person: row.person, one: before, other: responsible(row) }, [index, "affiliation"])

const ofRow = (row: Member, on: CivilDate.CivilDate, index: number): ReadonlyArray<MemberFault> => {
  const { person, stage, admittedOn, fullFrom } = row
  const faults: Array<MemberFault> = []
  if (stage === "full" && fullFrom === undefined)
    faults.push(fault("member.noFullDay", { person }, [index, "fullFrom"]))
  if (stage === "probationary" && fullFrom !== undefined) {
    faults.push(fault("member.fullDayTooSoon", { person, on: fullFrom }, [index, "fullFrom"]))
  }
  if (fullFrom !== undefined && fullFrom < admittedOn) {
    faults.push(fault("member.fullBeforeAdmission", { person, admittedOn, fullFrom }, [index, "fullFrom"]))
  }
  if (admittedOn > on) faults.push(fault("member.later", { person, day: admittedOn, on }, [index, "admittedOn"]))
  if (fullFrom !== undefined && fullFrom > on) {
    faults.push(fault("member.later", { person, day: fullFrom, on }, [index, "fullFrom"]))
  }
  return faults
}

// ---------------------------------------------------------------- instances

const ELECTIONS = {
  issuer: "中共中央",
  title: "中国共产党基层组织选举工作条例",
  date: "2020-07-13" as CivilDate.CivilDate,
  article: 5,
  standing: "transcription",
} as const
const CONSTITUTION = { title: "中国共产党章程", article: 7, standing: "transcription" } as const
const EDUCATION = {
  issuer: "中共中央",
  title: "中国共产党党员教育管理工作条例",
  article: 24,
  standing: "transcription",
} as const

const ALL: Rights = { vote: true, elect: true, stand: true, dues: true, countsAsFull: true, counts: true }
const NO_VOTE: Rights = { ...ALL, vote: false, elect: false, stand: false }
const PROBATIONARY: Rights = { ...NO_VOTE, countsAsFull: false }
const SUSPENDED: Rights = { ...PROBATIONARY, dues: "notSaid", counts: false }

/**
 * What follows from each stage under each restriction. The texts say who may not vote, elect and stand; whether a
 * restricted member still counts as a full member is inferred from their wording, which each such row notes.
 *
 * @category instances
 * @since 0.1.0
 */
export const rightsTable: ReadonlyArray<RightsRow> = [
  { stage: "full", restriction: "none", rights: ALL, cite: ELECTIONS },
  {
    stage: "full",
    restriction: "disciplinaryProbation",
    rights: NO_VOTE,
    cite: ELECTIONS,
    note: "Counts as a full member by the wording, since the member stays one: inferred.",
  },
  {
    stage: "full",
    restriction: "suspendedByOrganisation",
    rights: { ...NO_VOTE, dues: "notSaid" },
    cite: ELECTIONS,
    note: "Counts as a full member: inferred.",
  },
  {
    stage: "full",
    restriction: "membershipSuspended",
    rights: SUSPENDED,
    cite: EDUCATION,
    note: "Counts neither as a full member nor among all members: inferred.",
  },
  { stage: "probationary", restriction: "none", rights: PROBATIONARY, cite: CONSTITUTION },
  {
    stage: "probationary",
    restriction: "disciplinaryProbation",
    rights: PROBATIONARY,
    cite: CONSTITUTION,
    note: "Probation within the Party is for full members; the row only completes the table.",
  },
  {
    stage: "probationary",
    restriction: "suspendedByOrganisation",
    rights: { ...PROBATIONARY, dues: "notSaid" },
    cite: ELECTIONS,
    note: "The text speaks of members; that it means probationary ones too is inferred.",
  },
  {
    stage: "probationary",
    restriction: "membershipSuspended",
    rights: SUSPENDED,
    cite: EDUCATION,
    note: "The text speaks of members; that it means probationary ones too, and that they no longer count, is inferred.",
  },
]

/**
 * The names of the stages.
 *
 * @category instances
 * @since 0.1.0
 */
export const stages: Readonly<Record<Stage, Label>> = {
  applicant: { zh: "入党申请人", en: "applicant for Party membership" },
  activist: { zh: "入党积极分子", en: "activist" },
  candidate: { zh: "发展对象", en: "candidate for admission" },
  probationary: { zh: "预备党员", en: "probationary member" },
  full: { zh: "正式党员", en: "full member" },
  left: { zh: "已出党", en: "left" },
}

/**
 * The names of the restrictions.
 *
 * @category instances
 * @since 0.1.0
 */
export const restrictions: Readonly<Record<Restriction, Label>> = {
  none: { zh: "无", en: "none" },
  disciplinaryProbation: { zh: "留党察看", en: "probation within the Party" },
  suspendedByOrganisation: { zh: "中止党员权利", en: "rights suspended by the organisation" },
  membershipSuspended: { zh: "停止党籍", en: "membership suspended" },
}
