/**
 * Ballots (民主测评票) counted: by subject, rater group and grade, with what is spoiled, blank or too few, and what the
 * count comes to.
 *
 * A ballot is input, not the result: the count becomes facts ({@link facts}), and the rulebook and the body that decides
 * make the result of them.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import type { Absence } from "../foundation/Absence.js"
import type { CivilDate } from "../foundation/CivilDate.js"
import type { Instant } from "../foundation/Coordinate.js"
import * as Exact from "../foundation/Exact.js"
import { type Fault, make as fault, getOrThrow } from "../foundation/Fault.js"
import * as Finding from "../foundation/Finding.js"
import type { Label } from "../foundation/Label.js"
import * as Quantity from "../foundation/Quantity.js"
import * as Rate from "../foundation/Rate.js"
import * as Rounding from "../foundation/Rounding.js"
import * as Unit from "../foundation/Unit.js"
import type { Fact } from "./Fact.js"
import * as Poll from "./Poll.js"
import * as Span from "./Span.js"
import { own } from "./World.js"

// ---------------------------------------------------------------- models

/**
 * Why a vote is spoiled (废票原因): several grades, a mark that is no grade, on oneself, a limit of the slip broken, or
 * another vote of the same slip.
 *
 * @category models
 * @since 0.1.0
 */
export type Spoiled = "several" | "unknownGrade" | "self" | "limit" | "slip"

/**
 * The votes on one subject, of one group or of all: `due` is `handedIn` and what was not handed in; `handedIn` is `valid`,
 * `abstained` and the spoiled together, `valid` all grades together.
 *
 * @category models
 * @since 0.1.0
 */
export interface Tally {
  readonly due: number
  readonly handedIn: number
  readonly valid: number
  readonly abstained: number
  readonly spoiled: Readonly<Record<Spoiled, number>>
  readonly grades: ReadonlyArray<{ readonly grade: string; readonly votes: number }>
}

/**
 * What a vote comes to for one subject. It `stands` where every quorum that concerns the subject is met. The score is absent where nothing is in the base (`notApplicable`) and where the
 * vote does not stand (`unknown`: it is to be held again); so is the band, and where no band fits there is none.
 *
 * @category models
 * @since 0.1.0
 */
export interface SubjectCount {
  readonly subject: string
  readonly stands: boolean
  readonly groups: ReadonlyArray<Tally & { readonly group: string; readonly score: Exact.Exact | Absence }>
  readonly all: Tally
  readonly score: Exact.Exact | Absence
  readonly band?: string
}

/**
 * A quorum that was asked for: of what group, of which subject where it is one of votes, how many there are and how many
 * there should be.
 *
 * @category models
 * @since 0.1.0
 */
export interface Asked {
  readonly quorum: "received" | "valid"
  readonly group?: string
  readonly subject?: string
  readonly found: number
  readonly needed: number
  readonly met: boolean
}

/**
 * A slip that breaks a limit: so many marks of its grades where so many are allowed or asked for, and what follows.
 *
 * @category models
 * @since 0.1.0
 */
export interface Breach {
  readonly slip: string
  readonly limit: string
  readonly sense: "most" | "least"
  readonly found: number
  readonly allowed: number
  readonly consequence: "spoiled" | "reported"
}

/**
 * The count of a vote: every subject in the order of its id, the quorums, and the slips that break a limit. The vote
 * `stands` where the quorum of slips is met.
 *
 * @category models
 * @since 0.1.0
 */
export interface Count {
  readonly poll: string
  readonly base: Poll.Scheme["base"]
  readonly stands: boolean
  readonly subjects: ReadonlyArray<SubjectCount>
  readonly quorums: ReadonlyArray<Asked>
  readonly breaches: ReadonlyArray<Breach>
}

/**
 * How a count is entered as facts: under which kind (one for all groups together, or one for each), on which day, and
 * under which fields what is no grade stands beside the grades, where the base holds it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Entry {
  readonly kind: string | Readonly<Record<string, string>>
  readonly on: CivilDate
  readonly recordedAt: Instant
  readonly fields?: {
    readonly abstained?: string
    readonly spoiled?: string
    readonly notHandedIn?: string
  }
}

/**
 * What a count finds: fewer slips or valid votes than asked for, a slip with more or fewer marks of some grades than
 * allowed.
 *
 * @category models
 * @since 0.1.0
 */
export type Code = "ballot.received" | "ballot.valid" | "ballot.limitMost" | "ballot.limitLeast"

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with how a count is to be entered: a rater group without a kind, or a field that stands for two
 * things.
 *
 * @category errors
 * @since 0.1.0
 */
export type BallotFault = Fault<"ballot.noKind" | "ballot.field">

// ---------------------------------------------------------------- getters

/**
 * The share of the votes that are for some grades (优秀率), out of the base of the vote: a rate with its denominator.
 *
 * @example
 * ```ts
 * import { Rate } from "dangjian/foundation"
 * import { Ballot } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const spoiled = { several: 1, unknownGrade: 0, self: 0, limit: 0, slip: 0 }
 * const grades = [{ grade: "优秀", votes: 14 }, { grade: "合格", votes: 6 }] // made up
 * const tally = { due: 25, handedIn: 23, valid: 20, abstained: 2, spoiled, grades }
 * assert.equal(Rate.percent(Ballot.share(tally, "valid", ["优秀"]), 1, "halfUp"), "70.0%")
 * assert.equal(Rate.percent(Ballot.share(tally, "due", ["优秀", "合格"]), 1, "halfUp"), "80.0%")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const share = (
  self: Tally,
  base: Poll.Scheme["base"],
  grades: ReadonlyArray<string>,
): Rate.Rate<"vote", "vote"> => {
  const votes = self.grades.reduce((sum, one) => (grades.includes(one.grade) ? sum + one.votes : sum), 0)
  const all = Quantity.countUnsafe(baseOf(self, base), Unit.known.vote)
  return Rate.shareUnsafe(Quantity.countUnsafe(votes, Unit.known.vote), all, BASES[base])
}

const BASES: Readonly<Record<Poll.Scheme["base"], Label>> = {
  valid: { zh: "有效票", en: "valid votes" },
  validAndAbstained: { zh: "有效票和弃权票", en: "valid votes and abstentions" },
  handedIn: { zh: "收回票", en: "votes handed in" },
  due: { zh: "应收票", en: "votes due" },
}

const baseOf = (self: Tally, base: Poll.Scheme["base"]): number =>
  base === "validAndAbstained" ? self.valid + self.abstained : self[base]

const spoiledOf = ({ handedIn, valid, abstained }: Tally): number => handedIn - valid - abstained

// ---------------------------------------------------------------- operations

/**
 * The count of a vote. Fails with everything that `Poll.check` finds.
 *
 * @example
 * ```ts
 * import { Ballot, type Poll } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * // 好×1、一般×0.8、差×0.6 over the votes: a district bureau's rule; the vote is made up
 * const scheme: Poll.Scheme = {
 *   id: "评议",
 *   title: { zh: "民主评议" },
 *   full: "100",
 *   grades: [
 *     { id: "好", label: { zh: "好" }, share: "1" },
 *     { id: "一般", label: { zh: "一般" }, share: "0.8" },
 *     { id: "差", label: { zh: "差" }, share: "0.6" },
 *   ],
 *   groups: [{ id: "党员", label: { zh: "党员" }, weight: "1" }],
 *   spoils: "vote",
 *   self: "allowed",
 *   base: "valid",
 *   emptyGroup: "apart",
 *   limits: [],
 *   bands: [],
 * }
 * const grades = [...Array(14).fill("好"), ...Array(5).fill("一般"), "差"]
 * const slips = grades.map((grade, index) => ({
 *   id: `${index + 1}号`,
 *   group: "党员",
 *   marks: [{ subject: "甲", grades: [grade] }],
 * }))
 * const due = [{ group: "党员", slips: 20 }]
 * const [counted] = Ballot.countUnsafe({ format: 1, id: "2023", scheme, subjects: ["甲"], due, slips }).subjects
 * assert.equal(counted?.score, 93)
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const count = (poll: Poll.Poll): Result.Result<Count, ReadonlyArray<Poll.PollFault>> => {
  const faults = Poll.check(poll)
  if (faults.length > 0) return Result.fail(faults)
  const { id, scheme, subjects } = poll
  const read = poll.slips.map((slip) => readSlip(slip, poll))
  const groups = [...poll.due].sort((a, b) => order(a.group, b.group))
  const handedIn = groups.map(({ group, slips: base }) => ({
    group,
    base,
    found: read.filter((one) => one.group === group).length,
  }))
  const received = askedOf("received", scheme.received, handedIn)
  const stands = received.every(({ met }) => met)
  const counted = [...subjects].sort().map((subject) => countOf(subject, read, poll, stands))
  return Result.succeed({
    poll: id,
    base: scheme.base,
    stands,
    subjects: counted.map(({ one }) => one),
    quorums: [...received, ...counted.flatMap(({ asked }) => asked)],
    breaches: read.flatMap(({ breaches }) => breaches).sort((a, b) => order(a.slip, b.slip) || order(a.limit, b.limit)),
  })
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * {@link count}, throwing a `FaultError`.
 *
 * @example
 * ```ts
 * import { Ballot, type Poll } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const scheme: Poll.Scheme = {
 *   id: "评议",
 *   title: { zh: "民主评议" }, // made up
 *   full: "100",
 *   grades: [{ id: "好", label: { zh: "好" }, share: "1" }],
 *   groups: [{ id: "党员", label: { zh: "党员" }, weight: "1" }],
 *   spoils: "vote",
 *   self: "allowed",
 *   base: "valid",
 *   emptyGroup: "apart",
 *   limits: [],
 *   bands: [],
 * }
 * const poll: Poll.Poll = { format: 1, id: "2023", scheme, subjects: ["甲"], due: [], slips: [] }
 * assert.throws(() => Ballot.countUnsafe(poll), /poll\.noDue/)
 * const held = { ...poll, due: [{ group: "党员", slips: 20 }] }
 * assert.equal(Ballot.countUnsafe(held).subjects[0]?.score, "notApplicable")
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const countUnsafe = (poll: Poll.Poll): Count => getOrThrow(count(poll))

type Vote = { readonly grade: string } | "abstained" | Spoiled

/** A slip as it counts: its vote on each subject it was handed out for, and the limits it breaks. */
interface ReadSlip {
  readonly group: string
  readonly votes: ReadonlyMap<string, Vote>
  readonly breaches: ReadonlyArray<Breach>
}

const readSlip = (slip: Poll.Slip, poll: Poll.Poll): ReadSlip => {
  const { scheme } = poll
  const { group, rater } = slip
  const bars = scheme.self !== "allowed"
  const marks = new Map(slip.marks.map(({ subject, grades }) => [subject, grades]))
  const asked = Poll.asked(poll, group).filter((subject) => !(bars && subject === rater))
  const votes = new Map(asked.map((subject) => [subject, voteOf(marks.get(subject) ?? [], scheme)]))
  if (bars && rater !== undefined && (marks.get(rater) ?? []).length > 0) votes.set(rater, "self")
  const isSpoiled = [...votes.values()].some((vote) => typeof vote === "string" && vote !== "abstained")
  if (isSpoiled && scheme.spoils === "slip") return { group, votes: spoiltBy("slip", votes), breaches: [] }
  const breaches = scheme.limits.flatMap((limit) => breachOf(slip.id, limit, [...votes.values()], asked.length))
  const isBarred = breaches.some(({ consequence }) => consequence === "spoiled")
  return { group, votes: isBarred ? spoiltBy("limit", votes) : votes, breaches }
}

const voteOf = (marked: ReadonlyArray<string>, { grades }: Poll.Scheme): Vote => {
  const [grade, ...others] = new Set(marked)
  if (grade === undefined) return "abstained"
  if (others.length > 0) return "several"
  return grades.some(({ id }) => id === grade) ? { grade } : "unknownGrade"
}

/** With the whole slip every vote on it is spoiled, blank ones too; a vote spoiled by itself keeps its own reason. */
const spoiltBy = (why: Spoiled, votes: ReadonlyMap<string, Vote>): ReadonlyMap<string, Vote> =>
  new Map([...votes].map(([subject, vote]) => [subject, typeof vote === "string" && vote !== "abstained" ? vote : why]))

const breachOf = (
  slip: string,
  limit: Poll.Limit,
  votes: ReadonlyArray<Vote>,
  asked: number,
): ReadonlyArray<Breach> => {
  if (votes.every((vote) => vote === "abstained")) return []
  const graded = votes.flatMap((vote) => (typeof vote === "object" ? [vote.grade] : []))
  const found = graded.filter((grade) => limit.grades.includes(grade)).length
  const { id, sense, of, consequence } = limit
  const base = "count" in of ? 0 : of.base === "asked" ? asked : graded.length
  const allowed = "count" in of ? of.count : Number(Exact.text(Rounding.whole(partOf(of.share, base), of.round)))
  const isKept = sense === "most" ? found <= allowed : found >= allowed
  return isKept ? [] : [{ slip, limit: id, sense, found, allowed, consequence }]
}

const partOf = (part: string, base: number): Exact.Exact =>
  Exact.multiply(Exact.parseUnsafe(part), Exact.integerUnsafe(base))

interface Ask {
  readonly group: string
  readonly base: number
  readonly found: number
}

const askedOf = (
  quorum: Asked["quorum"],
  asks: Poll.Quorum | undefined,
  groups: ReadonlyArray<Ask>,
  subject?: string,
): ReadonlyArray<Asked> => {
  if (asks === undefined) return []
  const sum = (of: (one: Ask) => number) => groups.reduce((total, one) => total + of(one), 0)
  const whole = { base: sum(({ base }) => base), found: sum(({ found }) => found) }
  const parts: ReadonlyArray<Omit<Ask, "group"> & { readonly group?: string }> = asks.per === "poll" ? [whole] : groups
  return parts.map(({ group, base, found }) => {
    const needed = neededOf(asks, base)
    const what = { ...(group === undefined ? {} : { group }), ...(subject === undefined ? {} : { subject }) }
    return { quorum, ...what, found, needed, met: found >= needed }
  })
}

/** The least whole number that a quorum is met by. */
const neededOf = ({ share: part, least = 0 }: Poll.Quorum, base: number): number => {
  if (part === undefined) return least
  const exact = partOf("ge" in part ? part.ge : part.gt, base)
  const reached = Number(Exact.text(Rounding.whole(exact, "ceiling")))
  const beyond = "gt" in part && Exact.isWhole(exact) ? reached + 1 : reached
  return Math.max(beyond, least)
}

const countOf = (subject: string, read: ReadonlyArray<ReadSlip>, poll: Poll.Poll, stands: boolean) => {
  const { scheme } = poll
  const voters = scheme.groups
    .filter(({ id }) => Poll.asked({ scheme, subjects: [subject] }, id).length > 0)
    .sort((a, b) => order(a.id, b.id))
  const tallies = voters.map(({ id: group, weight }) => ({ group, weight, tally: tallyOf(subject, group, read, poll) }))
  const asked = askedOf(
    "valid",
    scheme.valid,
    tallies.map(({ group, tally }) => ({ group, base: tally.handedIn, found: tally.valid })),
    subject,
  )
  const isSound = stands && asked.every(({ met }) => met)
  const all = together(
    tallies.map(({ tally }) => tally),
    scheme,
  )
  const parts = tallies.map(({ group, weight, tally }) => ({ group, weight, tally, score: scoreOf(tally, scheme) }))
  const band = isSound ? bandOf(all, scheme) : undefined
  const one: SubjectCount = {
    subject,
    stands: isSound,
    groups: parts.map(({ group, tally, score }) => ({ group, ...tally, score: isSound ? score : "unknown" })),
    all,
    score: isSound ? combined(parts, scheme.emptyGroup) : "unknown",
    ...(band === undefined ? {} : { band }),
  }
  return { one, asked }
}

const tallyOf = (subject: string, group: string, read: ReadonlyArray<ReadSlip>, { scheme, due }: Poll.Poll): Tally => {
  const slips = read.filter((one) => one.group === group)
  const votes = slips.flatMap(({ votes: of }) => of.get(subject) ?? [])
  const slipsDue = due.find((one) => one.group === group)?.slips ?? 0
  const of = (what: Vote) => votes.filter((vote) => vote === what).length
  const grades = scheme.grades.map(({ id: grade }) => ({
    grade,
    votes: votes.filter((vote) => typeof vote === "object" && vote.grade === grade).length,
  }))
  return {
    due: slipsDue - (slips.length - votes.length),
    handedIn: votes.length,
    valid: grades.reduce((sum, one) => sum + one.votes, 0),
    abstained: of("abstained"),
    spoiled: {
      several: of("several"),
      unknownGrade: of("unknownGrade"),
      self: of("self"),
      limit: of("limit"),
      slip: of("slip"),
    },
    grades,
  }
}

const together = (tallies: ReadonlyArray<Tally>, { grades }: Poll.Scheme): Tally => {
  const sum = (of: (tally: Tally) => number) => tallies.reduce((total, tally) => total + of(tally), 0)
  const spoiled = (why: Spoiled) => sum((tally) => tally.spoiled[why])
  return {
    due: sum(({ due }) => due),
    handedIn: sum(({ handedIn }) => handedIn),
    valid: sum(({ valid }) => valid),
    abstained: sum(({ abstained }) => abstained),
    spoiled: {
      several: spoiled("several"),
      unknownGrade: spoiled("unknownGrade"),
      self: spoiled("self"),
      limit: spoiled("limit"),
      slip: spoiled("slip"),
    },
    grades: grades.map(({ id: grade }, index) => ({ grade, votes: sum((tally) => tally.grades[index]?.votes ?? 0) })),
  }
}

const scoreOf = (tally: Tally, { full, grades, base }: Poll.Scheme): Exact.Exact | Absence => {
  const all = baseOf(tally, base)
  if (all === 0) return "notApplicable"
  const worth = Exact.sum(grades.map(({ share: part }, index) => partOf(part, tally.grades[index]?.votes ?? 0)))
  return Exact.multiply(Exact.parseUnsafe(full), Exact.divideUnsafe(worth, Exact.integerUnsafe(all)))
}

const combined = (
  parts: ReadonlyArray<{ readonly weight: string; readonly score: Exact.Exact | Absence }>,
  emptyGroup: Poll.Scheme["emptyGroup"],
): Exact.Exact | Absence => {
  const present = parts.flatMap(({ weight, score }) =>
    typeof score === "string" ? [] : [{ weight: Exact.parseUnsafe(weight), score }],
  )
  const whole = Exact.sum(present.map(({ weight }) => weight))
  if (Exact.sign(whole) === 0 || (emptyGroup === "apart" && present.length < parts.length)) return "notApplicable"
  return Exact.divideUnsafe(Exact.sum(present.map(({ weight, score }) => Exact.multiply(weight, score))), whole)
}

const bandOf = (all: Tally, { bands, base }: Poll.Scheme): string | undefined => {
  if (baseOf(all, base) === 0) return undefined
  const isIn = ({ grades, on }: Poll.Band["needs"][number]) => {
    const part = Rate.value(share(all, base, grades))
    return part !== undefined && Span.contains(on, part)
  }
  return bands.find(({ needs }) => needs.every(isIn))?.id
}

/**
 * The count as facts, one for each subject (and group, where each has a kind of its own), with a field for each grade:
 * what `Scoring.ballots` reads, so that the rulebook scores and the body decides. Where the vote does not stand the
 * fact says that nothing is known yet. Fails with all of `ballot.noKind` and `ballot.field`.
 *
 * **Details** The id of a fact names the poll, the kind, the group where each has a kind, and the subject, with `/` between
 * them; a `/` inside a name is written `~1`, a `~` is `~0`.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Ballot } from "dangjian/rules"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const spoiled = { several: 0, unknownGrade: 0, self: 0, limit: 0, slip: 0 }
 * const grades = [{ grade: "好", votes: 14 }, { grade: "差", votes: 1 }] // made up
 * const all = { due: 15, handedIn: 15, valid: 15, abstained: 0, spoiled, grades }
 * const counted = { subject: "甲", stands: true, groups: [], all, score: "notApplicable" as const }
 * const count = { poll: "2023", base: "valid" as const, stands: true, subjects: [counted], quorums: [], breaches: [] }
 * const on = CivilDate.parseUnsafe("2023-12-20")
 * const facts = Ballot.facts(count, { kind: "民主评议", on, recordedAt: Coordinate.instantUnsafe(0) })
 * assert.deepEqual(Result.getOrThrow(facts)[0]?.values, { 好: "14", 差: "1" })
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const facts = (self: Count, entry: Entry): Result.Result<ReadonlyArray<Fact>, ReadonlyArray<BallotFault>> => {
  const { kind } = entry
  const groups = [...new Set(self.subjects.flatMap((one) => one.groups.map(({ group }) => group)))].sort()
  const grades = new Set(self.subjects.flatMap(({ all }) => all.grades.map(({ grade }) => grade)))
  const faults = [
    ...(typeof kind === "string"
      ? []
      : groups
          .filter((group) => own(kind, group) === undefined)
          .map((group) => fault("ballot.noKind", { group }, ["kind", group]))),
    ...Object.entries(entry.fields ?? {})
      .filter(([, field], index, all) => grades.has(field) || all.findIndex(([, other]) => other === field) < index)
      .map(([name, field]) => fault("ballot.field", { field }, ["fields", name])),
  ]
  if (faults.length > 0) return Result.fail(faults)
  return Result.succeed(
    self.subjects.flatMap((one) =>
      typeof kind === "string"
        ? [factOf([self.poll, kind, one.subject], one, kind, one.all, entry)]
        : one.groups.map((tally) => {
            const named = own(kind, tally.group) ?? ""
            return factOf([self.poll, named, tally.group, one.subject], one, named, tally, entry)
          }),
    ),
  )
}

/** Names that hold `/` are written out, so that no two lists of names make one id. */
const idOf = (names: ReadonlyArray<string>): string =>
  names.map((name) => name.replaceAll("~", "~0").replaceAll("/", "~1")).join("/")

const factOf = (
  names: readonly [poll: string, ...rest: ReadonlyArray<string>],
  { subject, stands }: SubjectCount,
  kind: string,
  tally: Tally,
  entry: Entry,
): Fact => {
  const { on, recordedAt, fields = {} } = entry
  const head = { id: idOf(names), subject, kind, on, recordedAt, source: names[0] }
  if (!stands) return { ...head, absent: "unknown" }
  const { abstained, spoiled, notHandedIn } = fields
  const values = [
    ...tally.grades.map(({ grade, votes }) => [grade, votes] as const),
    ...(abstained === undefined ? [] : [[abstained, tally.abstained] as const]),
    ...(spoiled === undefined ? [] : [[spoiled, spoiledOf(tally)] as const]),
    ...(notHandedIn === undefined ? [] : [[notHandedIn, tally.due - tally.handedIn] as const]),
  ]
  return { ...head, values: Object.fromEntries(values.map(([field, votes]) => [field, String(votes)])) }
}

/**
 * What a count has to say for itself: quorums that are not met and slips that break a limit, in the order of
 * `Finding.sort`.
 *
 * @example
 * ```ts
 * import { Ballot } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const breach = { slip: "3号", limit: "优秀", sense: "most", found: 11, allowed: 10, consequence: "reported" } as const
 * const count = { poll: "2023", base: "valid", stands: true, subjects: [], quorums: [], breaches: [breach] } as const
 * assert.deepEqual(Ballot.findings(count).map(({ code }) => code), ["ballot.limitMost"])
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const findings = ({ quorums, breaches }: Count): ReadonlyArray<Finding.Finding<Code>> =>
  Finding.sort([
    ...quorums
      .filter(({ met }) => !met)
      .map(({ quorum, group = "", subject, found, needed }) => ({
        code: `ballot.${quorum}` as const,
        severity: "error" as const,
        strength: "must" as const,
        ...(subject === undefined ? {} : { subject }),
        params: { group, found, needed },
      })),
    ...breaches.map(({ slip, limit, sense, found, allowed }) => ({
      code: sense === "most" ? ("ballot.limitMost" as const) : ("ballot.limitLeast" as const),
      severity: "error" as const,
      strength: "must" as const,
      params: { slip, limit, found, allowed },
    })),
  ])
