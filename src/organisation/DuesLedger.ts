/**
 * The ledger of dues (党费台账): what was assessed, reduced, paid and remitted, in whole fen. What follows from it on a day is its
 * statement.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as CivilDate from "../foundation/CivilDate.js"
import * as Document from "../foundation/Document.js"
import * as Exact from "../foundation/Exact.js"
import { type Fault, make as fault } from "../foundation/Fault.js"
import * as Finding from "../foundation/Finding.js"
import * as Dues from "./Dues.js"
import * as Member from "./Member.js"
import * as Provision from "./Provision.js"

// ---------------------------------------------------------------- models

/**
 * What a member is assessed at for a month (核定): by which branch, in which category and stage, under which restriction of
 * rights, and on which base.
 *
 * @category models
 * @since 0.1.0
 */
export interface Assessment extends Dues.Payer {
  readonly member: string
  readonly branch: string
  readonly month: Dues.Month
}

/**
 * Who proposed or approved something: the organisation, its kind, and the day.
 *
 * @category models
 * @since 0.1.0
 */
export interface Act {
  readonly by: string
  readonly kind: string
  readonly on: CivilDate.CivilDate
}

/**
 * A reduction for hardship (少交或免交): for the months from one to another, both included, the member owes at most so many
 * fen, nought being a waiver. It holds once it is approved.
 *
 * @category models
 * @since 0.1.0
 */
export interface Reduction {
  readonly id: string
  readonly member: string
  readonly from: Dues.Month
  readonly to: Dues.Month
  readonly fen: number
  readonly proposed: Act
  readonly approved?: Act
}

/**
 * A payment (交纳): dues for one month, or a voluntary extra that a branch received (自愿多交).
 *
 * @category models
 * @since 0.1.0
 */
export interface Payment {
  readonly id: string
  readonly member: string
  readonly on: CivilDate.CivilDate
  readonly fen: number
  readonly as: { readonly is: "dues"; readonly month: Dues.Month } | { readonly is: "extra"; readonly branch: string }
}

/**
 * What a branch sent up to a level (上缴).
 *
 * @category models
 * @since 0.1.0
 */
export interface Remittance {
  readonly id: string
  readonly branch: string
  readonly level: string
  readonly on: CivilDate.CivilDate
  readonly fen: number
}

/**
 * The ledger as one stored document.
 *
 * @category models
 * @since 0.1.0
 */
export interface DuesLedger {
  readonly format: 1
  readonly members: ReadonlyArray<{ readonly id: string; readonly admittedOn: CivilDate.CivilDate }>
  readonly assessments: ReadonlyArray<Assessment>
  readonly reductions: ReadonlyArray<Reduction>
  readonly payments: ReadonlyArray<Payment>
  readonly remittances: ReadonlyArray<Remittance>
}

/**
 * Up to which month and as of which day a ledger is read: payments, approvals and remittances of later days do not count.
 *
 * @category models
 * @since 0.1.0
 */
export interface Reading {
  readonly through: Dues.Month
  readonly on: CivilDate.CivilDate
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with a ledger: an id or a member's month that stands twice, somebody who is not in it, a payment for a
 * month without an assessment, a reduction that ends before it begins, two approved reductions for one month.
 *
 * @category errors
 * @since 0.1.0
 */
export type DuesLedgerFault = Fault<
  | "duesLedger.idTwice"
  | "duesLedger.assessedTwice"
  | "duesLedger.noSuchMember"
  | "duesLedger.notAssessed"
  | "duesLedger.emptySpan"
  | "duesLedger.reducedTwice"
>

/**
 * What is found in a ledger that is in order: dues assessed before they begin; a month for which nothing is assessed, since
 * no text says whether a member so restricted owes dues; a reduction that no body with the power has approved or that no
 * branch proposed.
 *
 * @category errors
 * @since 0.1.0
 */
export type DuesLedgerCode =
  | "duesLedger.beforeStart"
  | "duesLedger.notSaid"
  | "duesLedger.reductionNotApproved"
  | "duesLedger.reductionNotProposed"

// ---------------------------------------------------------------- schemas

const text = Schema.NonEmptyString

/**
 * The ledger as a stored document: decode, encode, is, standard, jsonSchema.
 *
 * @category schemas
 * @since 0.1.0
 */
export const document: Document.Document<DuesLedger> = /* @__PURE__ */ Document.make<DuesLedger>({
  name: "DuesLedger",
  format: 1,
  schema: () => {
    const day = CivilDate.CivilDate
    const act = Schema.Struct({ by: text, kind: text, on: day })
    const stage = Schema.Literals(["applicant", "activist", "candidate", "probationary", "full", "left"])
    return Schema.Struct({
      format: Schema.Literal(1),
      members: Schema.Array(Schema.Struct({ id: text, admittedOn: day })),
      assessments: Schema.Array(
        Schema.Struct({
          member: text,
          branch: text,
          month: Dues.Month,
          stage,
          restriction: Schema.optionalKey(Member.Restriction),
          category: text,
          baseFen: Schema.optionalKey(Exact.Text),
        }),
      ),
      reductions: Schema.Array(
        Schema.Struct({
          id: text,
          member: text,
          from: Dues.Month,
          to: Dues.Month,
          fen: Dues.Fen,
          proposed: act,
          approved: Schema.optionalKey(act),
        }),
      ),
      payments: Schema.Array(
        Schema.Struct({
          id: text,
          member: text,
          on: day,
          fen: Dues.Fen,
          as: Schema.Union([
            Schema.Struct({ is: Schema.Literal("dues"), month: Dues.Month }),
            Schema.Struct({ is: Schema.Literal("extra"), branch: text }),
          ]),
        }),
      ),
      remittances: Schema.Array(Schema.Struct({ id: text, branch: text, level: text, on: day, fen: Dues.Fen })),
    })
  },
  check: (ledger) => check(ledger),
})

// ---------------------------------------------------------------- guards

/**
 * Whether a reduction holds as of a day: a body of a kind that may has approved it by then, after a body of a kind that
 * may had proposed it.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Dues, DuesLedger } from "dangjian/organisation"
 * import { DuesRules } from "dangjian/presets"
 * import assert from "node:assert/strict"
 * import * as Result from "effect/Result"
 *
 * const day = CivilDate.parseUnsafe
 * const month = Result.getOrThrow(Dues.month("2024-02"))
 * const proposed = { by: "b1", kind: "branch", on: day("2024-01-10") } // made up
 * const approved = { by: "c1", kind: "primaryCommittee", on: day("2024-01-20") }
 * const reduction = { id: "r1", member: "m1", from: month, to: month, fen: 0, proposed }
 * const on = day("2024-02-01")
 * assert.equal(DuesLedger.isApproved(DuesRules.rules, { ...reduction, approved }, on), true)
 * assert.equal(DuesLedger.isApproved(DuesRules.rules, reduction, on), false)
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const isApproved = (
  rules: ReadonlyArray<Dues.DuesRule>,
  { from, approved, proposed }: Reduction,
  on: CivilDate.CivilDate,
): boolean =>
  approved !== undefined &&
  approved.on <= on &&
  proposed.on <= approved.on &&
  Dues.saying(rules, "reduction", from).some(
    ({ says }) => says.approve.includes(approved.kind) && says.propose.includes(proposed.kind),
  )

// ---------------------------------------------------------------- decisions

/**
 * Everything that is wrong with a ledger in itself, all at once, each with its place.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { DuesLedger } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const member = { id: "m1", admittedOn: CivilDate.parseUnsafe("2010-07-01") } // made up
 * const faults = DuesLedger.check({
 *   format: 1,
 *   members: [member, member],
 *   assessments: [],
 *   reductions: [],
 *   payments: [],
 *   remittances: [],
 * })
 * assert.deepEqual(faults.map(({ code }) => code), ["duesLedger.idTwice"])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const check = (ledger: DuesLedger): ReadonlyArray<DuesLedgerFault> => {
  const known = new Set(ledger.members.map(({ id }) => id))
  const assessed = new Set(ledger.assessments.map(keyOf))
  const lists = ["members", "reductions", "payments", "remittances"] as const
  const strangers = ["assessments", "reductions", "payments"] as const
  return [
    ...lists.flatMap((list) =>
      repeated(
        ledger[list].map(({ id }) => id),
        "duesLedger.idTwice",
        list,
      ),
    ),
    ...repeated(ledger.assessments.map(keyOf), "duesLedger.assessedTwice", "assessments"),
    ...strangers.flatMap((list) =>
      ledger[list].flatMap(({ member }, index) =>
        known.has(member) ? [] : [fault("duesLedger.noSuchMember", { id: member }, [list, index, "member"])],
      ),
    ),
    ...ledger.payments.flatMap(({ id, member, as }, index) =>
      as.is === "extra" || assessed.has(keyOf({ member, month: as.month }))
        ? []
        : [fault("duesLedger.notAssessed", { id, month: as.month }, ["payments", index, "as"])],
    ),
    ...ledger.reductions.flatMap(({ id, from, to }, index) =>
      from <= to ? [] : [fault("duesLedger.emptySpan", { id, from, to }, ["reductions", index, "to"])],
    ),
    ...overlapping(ledger),
  ]
}

const keyOf = ({ member, month }: { readonly member: string; readonly month: Dues.Month }): string =>
  `${month} ${member}`

/** Approved reductions of one member that share a month, the later of each two. */
const overlapping = ({ reductions }: DuesLedger): ReadonlyArray<DuesLedgerFault> => {
  const before = new Map<string, Array<Reduction>>()
  return reductions.flatMap((reduction, index) => {
    const { id, member, from, to, approved } = reduction
    if (approved === undefined) return []
    const others = before.get(member) ?? []
    before.set(member, others)
    const other = others.find((each) => each.from <= to && from <= each.to)
    others.push(reduction)
    return other === undefined ? [] : [fault("duesLedger.reducedTwice", { id, other: other.id }, ["reductions", index])]
  })
}

const repeated = (
  ids: ReadonlyArray<string>,
  code: DuesLedgerFault["code"],
  list: string,
): ReadonlyArray<DuesLedgerFault> => {
  const seen = new Set<string>()
  return ids.flatMap((id, index) => {
    const again = seen.has(id)
    seen.add(id)
    return again ? [fault(code, { id }, [list, index])] : []
  })
}

type Found = Finding.Finding<DuesLedgerCode> | undefined

/**
 * What the rules find in a ledger on a day, open errors first: dues assessed for a month before they begin, months whose
 * dues no text speaks of, and reductions without the approval or the proposal that they need. The subject is the member.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Dues, DuesLedger } from "dangjian/organisation"
 * import { DuesRules } from "dangjian/presets"
 * import assert from "node:assert/strict"
 * import * as Result from "effect/Result"
 *
 * const day = CivilDate.parseUnsafe
 * const month = Result.getOrThrow(Dues.month("2024-02"))
 * const ledger: DuesLedger.DuesLedger = {
 *   format: 1,
 *   members: [{ id: "m1", admittedOn: day("2024-03-15") }], // made up
 *   assessments: [{ member: "m1", branch: "b1", month, stage: "probationary", category: "student" }],
 *   reductions: [],
 *   payments: [],
 *   remittances: [],
 * }
 * const found = DuesLedger.findings(DuesRules.rules, ledger, { through: month, on: day("2024-03-31") })
 * assert.deepEqual(found.map(({ code }) => code), ["duesLedger.beforeStart"])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const findings = (
  rules: ReadonlyArray<Dues.DuesRule>,
  ledger: DuesLedger,
  { through, on }: Reading,
): ReadonlyArray<Finding.Finding<DuesLedgerCode>> => {
  const admitted = new Map(ledger.members.map(({ id, admittedOn }) => [id, admittedOn]))
  const all: ReadonlyArray<Found> = [
    ...ledger.assessments
      .filter(({ month }) => month <= through)
      .flatMap((assessment) => beforeStart(rules, assessment, admitted.get(assessment.member))),
    ...ledger.assessments.filter(({ month }) => month <= through).map((assessment) => notSaid(rules, assessment)),
    ...ledger.reductions.flatMap((reduction) => ofReduction(rules, reduction, on)),
  ]
  return Finding.sort(all.filter((finding) => finding !== undefined))
}

const beforeStart = (
  rules: ReadonlyArray<Dues.DuesRule>,
  { member, month }: Assessment,
  admittedOn: CivilDate.CivilDate | undefined,
): ReadonlyArray<Found> => {
  if (admittedOn === undefined) return []
  const first = Dues.firstMonth(rules, admittedOn)
  if (Result.isFailure(first) || month >= first.success) return []
  return Dues.saying(rules, "start", month).map((rule) =>
    Provision.deviation(rule, { code: "duesLedger.beforeStart", subject: member, params: { month, admittedOn } }),
  )
}

/** A warning whatever the strength of any rule, since none speaks. */
const notSaid = (rules: ReadonlyArray<Dues.DuesRule>, assessment: Assessment): Found => {
  const { member, month } = assessment
  const owed = Dues.owed(rules, assessment, month)
  if (Result.isFailure(owed) || owed.success.notSaid === undefined) return undefined
  const params = { month, restriction: owed.success.notSaid }
  return Finding.of("should", { code: "duesLedger.notSaid", subject: member, params })
}

const ofReduction = (
  rules: ReadonlyArray<Dues.DuesRule>,
  { id, member, from, proposed, approved }: Reduction,
  on: CivilDate.CivilDate,
): ReadonlyArray<Found> =>
  Dues.saying(rules, "reduction", from).flatMap((rule) => {
    const found = (code: DuesLedgerCode) =>
      Provision.deviation(rule, { code, subject: member, params: { reduction: id, from } })
    const isProposed = rule.says.propose.includes(proposed.kind)
    const inOrder = approved !== undefined && approved.on <= on && proposed.on <= approved.on
    return [
      ...(isProposed ? [] : [found("duesLedger.reductionNotProposed")]),
      ...(inOrder && rule.says.approve.includes(approved.kind) ? [] : [found("duesLedger.reductionNotApproved")]),
    ]
  })
