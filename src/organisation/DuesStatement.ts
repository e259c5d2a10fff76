/**
 * The statement of dues (党费收缴情况): what a ledger comes to on a day: owed, collected, in arrears, and due upward, for each member,
 * each branch and all, in whole fen.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Exact from "../foundation/Exact.js"
import { type Fault, make as fault, under } from "../foundation/Fault.js"
import * as Span from "../rules/Span.js"
import * as Dues from "./Dues.js"
import * as DuesLedger from "./DuesLedger.js"
import type { Restriction } from "./Member.js"

// ---------------------------------------------------------------- models

/**
 * One month of one member: what the table gives, or the restriction under which no text says that anything is owed; what is
 * owed after a reduction, what was collected, and what is left: arrears (欠交), or what was paid beyond (多交).
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
  readonly notSaid?: Restriction
  readonly reduction?: string
  readonly owedFen: number
  readonly collectedFen: number
  readonly arrearsFen: number
  readonly beyondFen: number
}

/**
 * Amounts that add up: owed less collected is arrears less what was paid beyond. What was paid ahead (预交), for months after
 * the last that is read, stands apart until its month comes. Extras stand apart; those that go to the centre (大额党费) stand
 * apart from the rest. Collected, ahead and extras of both kinds together are all that was paid by the day.
 *
 * @category models
 * @since 0.1.0
 */
export interface Sums {
  readonly owedFen: number
  readonly collectedFen: number
  readonly arrearsFen: number
  readonly beyondFen: number
  readonly aheadFen: number
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
 * What is due to a level, what will be of that which was paid ahead, what was sent, and what is left to send, below nought
 * where more was sent than is due. Due and ahead together are what is due once the months that were paid ahead are read.
 *
 * @category models
 * @since 0.1.0
 */
export interface Upward {
  readonly level: string
  readonly dueFen: number
  readonly aheadFen: number
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
export interface DuesStatement {
  readonly lines: ReadonlyArray<Line>
  readonly members: ReadonlyArray<MemberSums>
  readonly branches: ReadonlyArray<BranchSums>
  readonly total: Sums & { readonly upward: ReadonlyArray<Upward> }
}

// ---------------------------------------------------------------- errors

/**
 * What keeps a ledger from being summed up, besides what is wrong with it or with its assessments: shares that come to
 * more than the whole, sums past what whole numbers hold.
 *
 * @category errors
 * @since 0.1.0
 */
export type DuesStatementFault = Fault<"duesStatement.shares" | "duesStatement.tooLarge">

// ---------------------------------------------------------------- operations

type Faults = ReadonlyArray<DuesStatementFault | DuesLedger.DuesLedgerFault | Dues.DuesFault>

/**
 * The statement of a ledger. Fails with all faults: those of the ledger, and of every assessment whose dues cannot be
 * told, each with its place.
 *
 * **Details**
 *
 * A payment counts for the branch that assessed the month. What goes up to a level is worked out branch by branch and
 * settled by the rule of rounding so that the parts never come to more than the whole; totals add up the branches. The
 * share is that of the month which the dues are for, and of extras of the month in which they were paid, so that a new
 * share leaves earlier months as they were. Dues for a month after the last that is read are shown as paid ahead, and so is
 * their part that goes up: a branch that remits at once what it collects has sent no more than due and ahead come to.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Dues, type DuesLedger, DuesStatement } from "dangjian/organisation"
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
 * const { total, members } = Result.getOrThrow(DuesStatement.of(DuesRules.rules, ledger, reading))
 * assert.deepEqual([total.owedFen, total.collectedFen, total.arrearsFen], [8000, 4000, 4000])
 * assert.deepEqual(members[0]?.arrears, ["2024-02"])
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const of = (
  rules: ReadonlyArray<Dues.DuesRule>,
  ledger: DuesLedger.DuesLedger,
  reading: DuesLedger.Reading,
): Result.Result<DuesStatement, Faults> => {
  const faults = [...DuesLedger.check(ledger), ...shares(rules, ledger, reading)]
  if (faults.length > 0) return Result.fail(faults)
  const lines = linesOf(rules, ledger, reading)
  if (Result.isFailure(lines)) return Result.fail(lines.failure)
  const extras = extrasOf(rules, ledger, reading)
  const ahead = aheadOf(ledger, reading)
  const all = sumsOf(lines.success, extras, ahead)
  const sentFen = ledger.remittances.reduce((sum, { fen }) => sum + fen, 0)
  if (!Number.isSafeInteger(all.owedFen + all.collectedFen + all.aheadFen + all.extraFen + all.centralFen + sentFen)) {
    return Result.fail([fault("duesStatement.tooLarge")])
  }
  const ofMembers = [grouped(lines.success, "member"), grouped(extras, "member"), grouped(ahead, "member")] as const
  const members = ledger.members.map(({ id }) => ofMember(id, ...heldBy(ofMembers, id)))
  const ofBranches = [grouped(lines.success, "branch"), grouped(extras, "branch"), grouped(ahead, "branch")] as const
  const sent = grouped(
    ledger.remittances.filter(({ on }) => on <= reading.on),
    "branch",
  )
  const names = new Set([...ofBranches.flatMap((each) => [...each.keys()]), ...sent.keys()])
  const branches = [...names].sort().map((branch): BranchSums => {
    const own = heldBy(ofBranches, branch)
    return { branch, ...sumsOf(...own), upward: upwardOf(rules, reading, own, sent.get(branch) ?? []) }
  })
  const total = { ...added(branches), upward: addedUp(branches.flatMap(({ upward }) => upward)) }
  return Result.succeed({ lines: lines.success, members: members.sort(by("member")), branches, total })
}

/** The lines, extras and payments ahead of one member or branch. */
type Held = readonly [ReadonlyArray<Line>, ReadonlyArray<Extra>, ReadonlyArray<Ahead>]

type Groups<A> = ReadonlyMap<string, ReadonlyArray<A>>

const heldBy = ([lines, extras, ahead]: readonly [Groups<Line>, Groups<Extra>, Groups<Ahead>], id: string): Held => [
  lines.get(id) ?? [],
  extras.get(id) ?? [],
  ahead.get(id) ?? [],
]

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
  ledger: DuesLedger.DuesLedger,
  { through, on }: DuesLedger.Reading,
): Result.Result<ReadonlyArray<Line>, Faults> => {
  const paid = new Map<string, number>()
  for (const { member, on: paidOn, fen, as } of ledger.payments) {
    if (as.is !== "dues" || paidOn > on) continue
    const key = keyOf({ member, month: as.month })
    paid.set(key, (paid.get(key) ?? 0) + fen)
  }
  const reductions = grouped(
    ledger.reductions.filter((reduction) => DuesLedger.isApproved(rules, reduction, on)),
    "member",
  )
  const faults: Array<Dues.DuesFault> = []
  const lines = ledger.assessments.flatMap((assessment, index): ReadonlyArray<Line> => {
    const { member, branch, month } = assessment
    if (month > through) return []
    const owed = Dues.owed(rules, assessment, month)
    if (Result.isFailure(owed)) {
      faults.push(...owed.failure.map((each) => under(["assessments", index], each)))
      return []
    }
    const { fen, rule, notSaid } = owed.success
    const reduction = reductions.get(member)?.find(({ from, to }) => from <= month && month <= to)
    const owedFen = reduction === undefined || fen < reduction.fen ? fen : reduction.fen
    const collectedFen = paid.get(keyOf(assessment)) ?? 0
    const left = owedFen - collectedFen
    return [
      {
        ...{ member, branch, month, rule, tableFen: fen },
        ...(notSaid === undefined ? {} : { notSaid }),
        ...(reduction === undefined ? {} : { reduction: reduction.id }),
        ...{ owedFen, collectedFen, arrearsFen: left > 0 ? left : 0, beyondFen: left < 0 ? -left : 0 },
      },
    ]
  })
  return faults.length > 0
    ? Result.fail(faults)
    : Result.succeed(lines.sort((a, b) => by("member")(a, b) || by("month")(a, b)))
}

interface Extra {
  readonly member: string
  readonly branch: string
  readonly month: Dues.Month
  readonly fen: number
  readonly level?: string
}

const extrasOf = (
  rules: ReadonlyArray<Dues.DuesRule>,
  { payments }: DuesLedger.DuesLedger,
  { on }: DuesLedger.Reading,
): ReadonlyArray<Extra> =>
  payments.flatMap(({ member, fen, as, on: paidOn }): ReadonlyArray<Extra> => {
    if (as.is !== "extra" || paidOn > on) return []
    const yuan = Dues.yuanOf(Exact.integerUnsafe(fen))
    const month = Dues.monthOf(paidOn)
    const [central] = Dues.saying(rules, "central", month).filter(({ says }) => Span.contains(says.on, yuan))
    return [{ member, branch: as.branch, month, fen, ...(central === undefined ? {} : { level: central.says.level }) }]
  })

interface Ahead {
  readonly member: string
  readonly branch: string
  readonly month: Dues.Month
  readonly fen: number
}

/** What was paid by the day for months after the last that is read, with the branch that assessed them. */
const aheadOf = (
  { assessments, payments }: DuesLedger.DuesLedger,
  { through, on }: DuesLedger.Reading,
): ReadonlyArray<Ahead> => {
  const later = new Map(assessments.filter(({ month }) => month > through).map((each) => [keyOf(each), each.branch]))
  return payments.flatMap(({ member, fen, as, on: paidOn }) => {
    if (as.is !== "dues" || paidOn > on) return []
    const branch = later.get(keyOf({ member, month: as.month }))
    return branch === undefined ? [] : [{ member, branch, month: as.month, fen }]
  })
}

const sumsOf = (lines: ReadonlyArray<Line>, extras: ReadonlyArray<Extra>, ahead: ReadonlyArray<Ahead>): Sums => {
  const sum = (amounts: ReadonlyArray<number>): number => amounts.reduce((total, fen) => total + fen, 0)
  return {
    owedFen: sum(lines.map(({ owedFen }) => owedFen)),
    collectedFen: sum(lines.map(({ collectedFen }) => collectedFen)),
    arrearsFen: sum(lines.map(({ arrearsFen }) => arrearsFen)),
    beyondFen: sum(lines.map(({ beyondFen }) => beyondFen)),
    aheadFen: sum(ahead.map(({ fen }) => fen)),
    extraFen: sum(extras.map(({ fen, level }) => (level === undefined ? fen : 0))),
    centralFen: sum(extras.map(({ fen, level }) => (level === undefined ? 0 : fen))),
  }
}

const NOTHING: Sums = {
  owedFen: 0,
  collectedFen: 0,
  arrearsFen: 0,
  beyondFen: 0,
  aheadFen: 0,
  extraFen: 0,
  centralFen: 0,
}

const added = (all: ReadonlyArray<Sums>): Sums =>
  all.reduce<Sums>(
    (total, each) => ({
      owedFen: total.owedFen + each.owedFen,
      collectedFen: total.collectedFen + each.collectedFen,
      arrearsFen: total.arrearsFen + each.arrearsFen,
      beyondFen: total.beyondFen + each.beyondFen,
      aheadFen: total.aheadFen + each.aheadFen,
      extraFen: total.extraFen + each.extraFen,
      centralFen: total.centralFen + each.centralFen,
    }),
    NOTHING,
  )

const ofMember = (member: string, ...[lines, extras, ahead]: Held): MemberSums => ({
  member,
  ...sumsOf(lines, extras, ahead),
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

const upwardOf = (
  rules: ReadonlyArray<Dues.DuesRule>,
  { through }: DuesLedger.Reading,
  [lines, extras, ahead]: Held,
  sent: ReadonlyArray<DuesLedger.Remittance>,
): ReadonlyArray<Upward> => {
  const collected = lines.map(({ month, collectedFen }) => ({ month, fen: collectedFen }))
  const due = dueOf(rules, through, collected, extras)
  const atLast = ahead.length === 0 ? due : dueOf(rules, through, [...collected, ...ahead], extras)
  const levels = new Set([...due.keys(), ...atLast.keys(), ...sent.map(({ level }) => level)])
  return [...levels].sort().map((level) => {
    const dueFen = due.get(level) ?? 0
    const aheadFen = (atLast.get(level) ?? 0) - dueFen
    const remittedFen = sent.reduce((total, each) => (each.level === level ? total + each.fen : total), 0)
    return { level, dueFen, aheadFen, remittedFen, leftFen: dueFen - remittedFen }
  })
}

interface Taken {
  readonly month: Dues.Month
  readonly fen: number
}

/**
 * What is due to each level of dues and extras. Shares are settled one upon the other, so that their parts never come to
 * more than the whole.
 */
const dueOf = (
  rules: ReadonlyArray<Dues.DuesRule>,
  through: Dues.Month,
  collected: ReadonlyArray<Taken>,
  extras: ReadonlyArray<Extra>,
): ReadonlyMap<string, number> => {
  const due = new Map<string, number>()
  const put = (level: string, fen: number): void => {
    due.set(level, (due.get(level) ?? 0) + fen)
  }
  const [rounding] = Dues.saying(rules, "round", through)
  const all = sumFen(collected) + sumFen(extras.filter(({ level }) => level === undefined))
  let [exact, settled]: [Exact.Exact, number] = [Exact.zero, 0]
  for (const { rule, part } of partsOf(rules, collected, extras)) {
    exact = Exact.add(exact, part)
    const upTo = Math.min(Dues.wholeFen(exact, rounding?.says ?? FLOOR) ?? settled, all)
    put(rule.says.level, upTo - settled)
    settled = upTo
  }
  for (const { level, fen } of extras) if (level !== undefined) put(level, fen)
  return due
}

const sumFen = (taken: ReadonlyArray<Taken>): number => taken.reduce((sum, { fen }) => sum + fen, 0)

interface Part {
  readonly rule: Dues.Saying<"remit">
  readonly part: Exact.Exact
}

/** What each rule takes of the months in which it is in force, exactly, in the order of the ids. */
const partsOf = (
  rules: ReadonlyArray<Dues.DuesRule>,
  collected: ReadonlyArray<Taken>,
  extras: ReadonlyArray<Extra>,
): ReadonlyArray<Part> => {
  const kept = extras.filter(({ level }) => level === undefined)
  const [byMonth, extrasByMonth] = [grouped(collected, "month"), grouped(kept, "month")]
  const parts = new Map<Dues.Saying<"remit">, Exact.Exact>()
  for (const month of monthsOf([...byMonth.keys(), ...extrasByMonth.keys()])) {
    const [dues, extra] = [sumFen(byMonth.get(month) ?? []), sumFen(extrasByMonth.get(month) ?? [])]
    for (const rule of Dues.saying(rules, "remit", month)) {
      const { of, share } = rule.says
      const base = (of.includes("dues") ? dues : 0) + (of.includes("extra") ? extra : 0)
      const part = Exact.multiply(Exact.integerUnsafe(base), Exact.parseUnsafe(share))
      parts.set(rule, Exact.add(parts.get(rule) ?? Exact.zero, part))
    }
  }
  return [...parts].map(([rule, part]) => ({ rule, part })).sort((a, b) => by("id")(a.rule, b.rule))
}

const monthsOf = (months: ReadonlyArray<string>): ReadonlyArray<Dues.Month> =>
  [...new Set(months)].filter(Dues.isMonth).sort()

const FLOOR = { is: "round", mode: "floor", fen: 1 } as const

const addedUp = (all: ReadonlyArray<Upward>): ReadonlyArray<Upward> => {
  const made = new Map<string, Upward>()
  for (const each of all) {
    const other = made.get(each.level)
    made.set(each.level, {
      level: each.level,
      dueFen: each.dueFen + (other?.dueFen ?? 0),
      aheadFen: each.aheadFen + (other?.aheadFen ?? 0),
      remittedFen: each.remittedFen + (other?.remittedFen ?? 0),
      leftFen: each.leftFen + (other?.leftFen ?? 0),
    })
  }
  return [...made.values()].sort(by("level"))
}

/** Shares of more than the whole in any month that the ledger is read for, each sum once. */
const shares = (
  rules: ReadonlyArray<Dues.DuesRule>,
  { assessments, payments }: DuesLedger.DuesLedger,
  { through, on }: DuesLedger.Reading,
): ReadonlyArray<DuesStatementFault> => {
  const paid = payments.flatMap(({ on: paidOn, as }) => {
    if (paidOn > on) return []
    return as.is === "dues" ? [Dues.monthOf(paidOn), as.month] : [Dues.monthOf(paidOn)]
  })
  const months = monthsOf([
    through,
    ...assessments.map(({ month }) => month).filter((each) => each <= through),
    ...paid,
  ])
  return (["dues", "extra"] as const).flatMap((of) => {
    const totals = months.map((month) => Exact.text(shared(rules, month, of)))
    return [...new Set(totals)]
      .filter((total) => Exact.compare(Exact.parseUnsafe(total), Exact.one) > 0)
      .map((total) => fault("duesStatement.shares", { of, total }))
  })
}

const shared = (rules: ReadonlyArray<Dues.DuesRule>, month: Dues.Month, of: "dues" | "extra"): Exact.Exact =>
  Exact.sum(
    Dues.saying(rules, "remit", month)
      .filter(({ says }) => says.of.includes(of))
      .map(({ says }) => Exact.parseUnsafe(says.share)),
  )
