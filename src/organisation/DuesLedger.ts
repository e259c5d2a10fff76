/**
 * The ledger of dues (党费台账): what was assessed, reduced, paid and remitted, and what follows on a day: owed, collected, in
 * arrears, and due upward, for each member, each branch and all, in whole fen.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as CivilDate from "../foundation/CivilDate.js"
import * as Document from "../foundation/Document.js"
import * as Exact from "../foundation/Exact.js"
import { type Fault, make as fault, under } from "../foundation/Fault.js"
import * as Finding from "../foundation/Finding.js"
import * as Span from "../rules/Span.js"
import * as Dues from "./Dues.js"
import * as Provision from "./Provision.js"

// ---------------------------------------------------------------- models

/**
 * What a member is assessed at for a month (核定): by which branch, in which category and stage, and on which base.
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
 * One month of one member: what the table gives, what is owed after a reduction, what was collected, and what is left:
 * arrears (欠交), or what was paid beyond (多交).
 *
 * @category models
 * @since 0.1.0
 */
export interface Line {
  readonly member: string
  readonly branch: string
  readonly month: Dues.Month
  readonly rule: string
  readonly tableFen: number
  readonly reduction?: string
  readonly owedFen: number
  readonly collectedFen: number
  readonly arrearsFen: number
  readonly beyondFen: number
}

/**
 * Amounts that add up: owed less collected is arrears less what was paid beyond. Extras stand apart; those that go to the
 * centre (大额党费) stand apart from the rest.
 *
 * @category models
 * @since 0.1.0
 */
export interface Sums {
  readonly owedFen: number
  readonly collectedFen: number
  readonly arrearsFen: number
  readonly beyondFen: number
  readonly extraFen: number
  readonly centralFen: number
}

/**
 * A member: the sums, the months in arrears, and the longest run of months one after another for which something is owed
 * and nothing was paid.
 *
 * @category models
 * @since 0.1.0
 */
export interface MemberSums extends Sums {
  readonly member: string
  readonly arrears: ReadonlyArray<Dues.Month>
  readonly unpaidRun: number
}

/**
 * What is due to a level, what was sent, and what is left to send; below nought where too much was sent.
 *
 * @category models
 * @since 0.1.0
 */
export interface Upward {
  readonly level: string
  readonly dueFen: number
  readonly remittedFen: number
  readonly leftFen: number
}

/**
 * A branch: the sums of its months and extras, and what is due upward.
 *
 * @category models
 * @since 0.1.0
 */
export interface BranchSums extends Sums {
  readonly branch: string
  readonly upward: ReadonlyArray<Upward>
}

/**
 * A ledger on a day, for the months through one: every line, every member, every branch, and all of them.
 *
 * @category models
 * @since 0.1.0
 */
export interface Statement {
  readonly lines: ReadonlyArray<Line>
  readonly members: ReadonlyArray<MemberSums>
  readonly branches: ReadonlyArray<BranchSums>
  readonly total: Sums & { readonly upward: ReadonlyArray<Upward> }
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
 * month without an assessment, two reductions for one month, shares that come to more than the whole, sums past what whole numbers hold.
 *
 * @category errors
 * @since 0.1.0
 */
export type DuesLedgerFault = Fault<
  | "duesLedger.idTwice"
  | "duesLedger.assessedTwice"
  | "duesLedger.noSuchMember"
  | "duesLedger.notAssessed"
  | "duesLedger.reducedTwice"
  | "duesLedger.shares"
  | "duesLedger.tooLarge"
>

/**
 * What is found in a ledger that is in order: dues assessed before they begin, a reduction that no body with the power has approved or that no branch proposed.
 *
 * @category errors
 * @since 0.1.0
 */
export type DuesLedgerCode =
  | "duesLedger.beforeStart"
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

// ---------------------------------------------------------------- operations

type Faults = ReadonlyArray<DuesLedgerFault | Dues.DuesFault>

/**
 * The statement of a ledger. Fails with all faults: those of the ledger, and of every assessment whose dues cannot be
 * told, each with its place.
 *
 * **Details**
 *
 * A payment counts for the branch that assessed the month. What goes up to a level is worked out branch by branch and
 * settled by the rule of rounding so that the parts never come to more than the whole; totals add up the branches.
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
 * const month = (value: string) => Result.getOrThrow(Dues.month(value))
 * const assessed = { member: "m1", branch: "b1", stage: "full", category: "wage", baseFen: "400000" } as const // made up
 * const ledger: DuesLedger.DuesLedger = {
 *   format: 1,
 *   members: [{ id: "m1", admittedOn: day("2010-07-01") }],
 *   assessments: [{ ...assessed, month: month("2024-01") }, { ...assessed, month: month("2024-02") }],
 *   reductions: [],
 *   payments: [{ id: "p1", member: "m1", on: day("2024-01-20"), fen: 4000, as: { is: "dues", month: month("2024-01") } }],
 *   remittances: [],
 * }
 * const reading = { through: month("2024-02"), on: day("2024-02-29") }
 * const { total, members } = Result.getOrThrow(DuesLedger.statement(DuesRules.rules, ledger, reading))
 * assert.deepEqual([total.owedFen, total.collectedFen, total.arrearsFen], [8000, 4000, 4000])
 * assert.deepEqual(members[0]?.arrears, ["2024-02"])
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const statement = (
  rules: ReadonlyArray<Dues.DuesRule>,
  ledger: DuesLedger,
  reading: Reading,
): Result.Result<Statement, Faults> => {
  const faults = [...check(ledger), ...shares(rules, reading)]
  if (faults.length > 0) return Result.fail(faults)
  const lines = linesOf(rules, ledger, reading)
  if (Result.isFailure(lines)) return Result.fail(lines.failure)
  const extras = extrasOf(rules, ledger, reading)
  const [byMember, extrasByMember] = [grouped(lines.success, "member"), grouped(extras, "member")]
  const members = ledger.members.map(({ id }) => ofMember(id, byMember.get(id) ?? [], extrasByMember.get(id) ?? []))
  const [byBranch, extrasByBranch] = [grouped(lines.success, "branch"), grouped(extras, "branch")]
  const sent = grouped(
    ledger.remittances.filter(({ on }) => on <= reading.on),
    "branch",
  )
  const names = new Set([...byBranch.keys(), ...extrasByBranch.keys(), ...sent.keys()])
  const branches = [...names].sort().map((branch): BranchSums => {
    const own = extrasByBranch.get(branch) ?? []
    const of = sumsOf(byBranch.get(branch) ?? [], own)
    return { branch, ...of, upward: upwardOf(rules, reading, of, own, sent.get(branch) ?? []) }
  })
  const total = { ...added(branches), upward: addedUp(branches.flatMap(({ upward }) => upward)) }
  return Number.isSafeInteger(total.owedFen + total.collectedFen + total.extraFen + total.centralFen)
    ? Result.succeed({ lines: lines.success, members: members.sort(by("member")), branches, total })
    : Result.fail([fault("duesLedger.tooLarge", {})])
}

const by =
  <Key extends string>(key: Key) =>
  (a: Readonly<Record<Key, string>>, b: Readonly<Record<Key, string>>): number =>
    a[key] < b[key] ? -1 : a[key] > b[key] ? 1 : 0

const keyOf = ({ member, month }: { readonly member: string; readonly month: Dues.Month }): string =>
  `${month} ${member}`

const grouped = <Key extends string, A extends Readonly<Record<Key, string>>>(
  all: ReadonlyArray<A>,
  key: Key,
): ReadonlyMap<string, ReadonlyArray<A>> => {
  const made = new Map<string, Array<A>>()
  for (const each of all) {
    const others = made.get(each[key])
    if (others === undefined) made.set(each[key], [each])
    else others.push(each)
  }
  return made
}

const linesOf = (
  rules: ReadonlyArray<Dues.DuesRule>,
  ledger: DuesLedger,
  { through, on }: Reading,
): Result.Result<ReadonlyArray<Line>, Faults> => {
  const paid = new Map<string, number>()
  for (const { member, on: paidOn, fen, as } of ledger.payments) {
    if (as.is !== "dues" || paidOn > on) continue
    const key = keyOf({ member, month: as.month })
    paid.set(key, (paid.get(key) ?? 0) + fen)
  }
  const reductions = grouped(
    ledger.reductions.filter((reduction) => isApproved(rules, reduction, on)),
    "member",
  )
  const faults: Array<DuesLedgerFault | Dues.DuesFault> = []
  const lines = ledger.assessments.flatMap((assessment, index): ReadonlyArray<Line> => {
    const { member, branch, month } = assessment
    if (month > through) return []
    const owed = Dues.owed(rules, assessment, month)
    if (Result.isFailure(owed)) {
      faults.push(...owed.failure.map((each) => under(["assessments", index], each)))
      return []
    }
    const { fen, rule } = owed.success
    const reduction = reductions.get(member)?.find(({ from, to }) => from <= month && month <= to)
    const owedFen = reduction === undefined || fen < reduction.fen ? fen : reduction.fen
    const collectedFen = paid.get(keyOf(assessment)) ?? 0
    const left = owedFen - collectedFen
    return [
      {
        ...{ member, branch, month, rule, tableFen: fen },
        ...(reduction === undefined ? {} : { reduction: reduction.id }),
        ...{ owedFen, collectedFen, arrearsFen: left > 0 ? left : 0, beyondFen: left < 0 ? -left : 0 },
      },
    ]
  })
  return faults.length > 0
    ? Result.fail(faults)
    : Result.succeed(lines.sort((a, b) => by("member")(a, b) || by("month")(a, b)))
}

const isApproved = (
  rules: ReadonlyArray<Dues.DuesRule>,
  { from, approved, proposed }: Reduction,
  on: CivilDate.CivilDate,
) =>
  approved !== undefined &&
  approved.on <= on &&
  proposed.on <= approved.on &&
  Dues.saying(rules, "reduction", from).some(
    ({ says }) => says.approve.includes(approved.kind) && says.propose.includes(proposed.kind),
  )

interface Extra {
  readonly member: string
  readonly branch: string
  readonly fen: number
  readonly level?: string
}

const extrasOf = (
  rules: ReadonlyArray<Dues.DuesRule>,
  { payments }: DuesLedger,
  { on }: Reading,
): ReadonlyArray<Extra> =>
  payments.flatMap(({ member, fen, as, on: paidOn }): ReadonlyArray<Extra> => {
    if (as.is !== "extra" || paidOn > on) return []
    const yuan = Dues.yuanOf(Exact.integerUnsafe(fen))
    const [central] = Dues.saying(rules, "central", Dues.monthOf(paidOn)).filter(({ says }) =>
      Span.contains(says.on, yuan),
    )
    return [{ member, branch: as.branch, fen, ...(central === undefined ? {} : { level: central.says.level }) }]
  })

const sumsOf = (lines: ReadonlyArray<Line>, extras: ReadonlyArray<Extra>): Sums => {
  const sum = (amounts: ReadonlyArray<number>): number => amounts.reduce((total, fen) => total + fen, 0)
  return {
    owedFen: sum(lines.map(({ owedFen }) => owedFen)),
    collectedFen: sum(lines.map(({ collectedFen }) => collectedFen)),
    arrearsFen: sum(lines.map(({ arrearsFen }) => arrearsFen)),
    beyondFen: sum(lines.map(({ beyondFen }) => beyondFen)),
    extraFen: sum(extras.map(({ fen, level }) => (level === undefined ? fen : 0))),
    centralFen: sum(extras.map(({ fen, level }) => (level === undefined ? 0 : fen))),
  }
}

const NOTHING: Sums = { owedFen: 0, collectedFen: 0, arrearsFen: 0, beyondFen: 0, extraFen: 0, centralFen: 0 }

const added = (all: ReadonlyArray<Sums>): Sums =>
  all.reduce<Sums>(
    (total, each) => ({
      owedFen: total.owedFen + each.owedFen,
      collectedFen: total.collectedFen + each.collectedFen,
      arrearsFen: total.arrearsFen + each.arrearsFen,
      beyondFen: total.beyondFen + each.beyondFen,
      extraFen: total.extraFen + each.extraFen,
      centralFen: total.centralFen + each.centralFen,
    }),
    NOTHING,
  )

const ofMember = (member: string, lines: ReadonlyArray<Line>, extras: ReadonlyArray<Extra>): MemberSums => ({
  member,
  ...sumsOf(lines, extras),
  arrears: lines.filter(({ arrearsFen }) => arrearsFen > 0).map(({ month }) => month),
  unpaidRun: unpaidRun(lines),
})

/** Months count that were assessed; one that was not, and one for which nothing is owed, ends a run. */
const unpaidRun = (lines: ReadonlyArray<Line>): number => {
  let [longest, run] = [0, 0]
  let next: Dues.Month | undefined
  for (const { month, owedFen, collectedFen } of lines) {
    const unpaid = owedFen > 0 && collectedFen === 0
    run = unpaid ? (month === next ? run + 1 : 1) : 0
    longest = run > longest ? run : longest
    const following = Dues.later(month, 1)
    next = Result.isSuccess(following) ? following.success : undefined
  }
  return longest
}

/** Shares are settled one upon the other, so that their parts never come to more than the whole. */
const upwardOf = (
  rules: ReadonlyArray<Dues.DuesRule>,
  { through }: Reading,
  { collectedFen, extraFen }: Sums,
  extras: ReadonlyArray<Extra>,
  sent: ReadonlyArray<Remittance>,
): ReadonlyArray<Upward> => {
  const due = new Map<string, number>()
  const put = (level: string, fen: number): void => {
    due.set(level, (due.get(level) ?? 0) + fen)
  }
  const [rounding] = Dues.saying(rules, "round", through)
  let [exact, settled]: [Exact.Exact, number] = [Exact.zero, 0]
  for (const { says } of Dues.saying(rules, "remit", through)) {
    const base = (says.of.includes("dues") ? collectedFen : 0) + (says.of.includes("extra") ? extraFen : 0)
    exact = Exact.add(exact, Exact.multiply(Exact.integerUnsafe(base), Exact.parseUnsafe(says.share)))
    const upTo = Dues.wholeFen(exact, rounding?.says ?? FLOOR) ?? settled
    put(says.level, upTo - settled)
    settled = upTo
  }
  for (const { level, fen } of extras) if (level !== undefined) put(level, fen)
  for (const { level } of sent) put(level, 0)
  return [...due]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([level, dueFen]) => {
      const remittedFen = sent.reduce((total, each) => (each.level === level ? total + each.fen : total), 0)
      return { level, dueFen, remittedFen, leftFen: dueFen - remittedFen }
    })
}

const FLOOR = { is: "round", mode: "floor", fen: 1 } as const

const addedUp = (all: ReadonlyArray<Upward>): ReadonlyArray<Upward> => {
  const made = new Map<string, Upward>()
  for (const each of all) {
    const other = made.get(each.level)
    made.set(each.level, {
      level: each.level,
      dueFen: each.dueFen + (other?.dueFen ?? 0),
      remittedFen: each.remittedFen + (other?.remittedFen ?? 0),
      leftFen: each.leftFen + (other?.leftFen ?? 0),
    })
  }
  return [...made.values()].sort(by("level"))
}

const shares = (rules: ReadonlyArray<Dues.DuesRule>, { through }: Reading): ReadonlyArray<DuesLedgerFault> =>
  (["dues", "extra"] as const).flatMap((of) => {
    const total = Exact.sum(
      Dues.saying(rules, "remit", through)
        .filter(({ says }) => says.of.includes(of))
        .map(({ says }) => Exact.parseUnsafe(says.share)),
    )
    return Exact.compare(total, Exact.one) > 0 ? [fault("duesLedger.shares", { of, total: Exact.text(total) })] : []
  })

const check = (ledger: DuesLedger): ReadonlyArray<DuesLedgerFault> => {
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
    ...overlapping(ledger),
  ]
}

/** Approved reductions of one member that share a month, the later of each two. */
const overlapping = ({ reductions }: DuesLedger): ReadonlyArray<DuesLedgerFault> => {
  const placed = reductions.map((reduction, index) => ({ ...reduction, index }))
  const approved = grouped(
    placed.filter((each) => each.approved !== undefined),
    "member",
  )
  return [...approved.values()].flatMap((own) =>
    own.flatMap(({ id, from, to, index }, at) => {
      const other = own.slice(0, at).find((each) => each.from <= to && from <= each.to)
      return other === undefined
        ? []
        : [fault("duesLedger.reducedTwice", { id, other: other.id }, ["reductions", index])]
    }),
  )
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

// ---------------------------------------------------------------- decisions

type Found = Finding.Finding<DuesLedgerCode> | undefined

/**
 * What the rules find in a ledger on a day, open errors first: dues assessed for a month before they begin, and
 * reductions without the approval or the proposal that they need. The subject is the member.
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
