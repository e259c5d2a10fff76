/**
 * Tallies (计票): the papers of one ballot as they were marked, what they come to for each name, and who is elected by it.
 *
 * A paper is secret, so what goes on record is the tally. More papers returned than issued make the whole ballot void.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { type Fault, make as fault } from "../foundation/Fault.js"
import type { Label } from "../foundation/Label.js"
import { byText } from "../foundation/TextOrder.js"
import * as VoteRule from "./VoteRule.js"

// ---------------------------------------------------------------- models

/**
 * One paper (选票): what is marked of the candidates, no mark being an abstention; and who is written in instead of which
 * candidate.
 *
 * @category models
 * @since 0.1.0
 */
export interface Paper {
  readonly id: string
  readonly marks: ReadonlyArray<{ readonly person: string; readonly mark: "for" | "against" | "abstain" }>
  readonly writeIns?: ReadonlyArray<{ readonly person: string; readonly insteadOf: string }>
}

/**
 * What one name got on the valid papers. Of somebody written in only the ayes are known.
 *
 * @category models
 * @since 0.1.0
 */
export interface Votes extends VoteRule.Voices {
  readonly person: string
  readonly writtenIn: boolean
}

/**
 * One ballot as it goes on record: papers issued, returned and valid, and the votes by name.
 *
 * @category models
 * @since 0.1.0
 */
export interface Tally {
  readonly issued: number
  readonly returned: number
  readonly valid: number
  readonly votes: ReadonlyArray<Votes>
}

/**
 * Why a paper is void: more names than seats, one candidate marked in two ways, one written in twice or instead of two; or
 * why a name written in does not count: its voter did not oppose the candidate, or the person may not be elected.
 *
 * @category models
 * @since 0.1.0
 */
export type Spoiled = "tooManyNames" | "markedTwice" | "writtenInTwice" | "notOpposed" | "notEligible" | "noWriteIns"

/**
 * A count of papers: the tally, and which papers or names on them did not count and why.
 *
 * @category models
 * @since 0.1.0
 */
export interface Count {
  readonly tally: Tally
  readonly spoiled: ReadonlyArray<{ readonly paper: string; readonly because: Spoiled; readonly whole: boolean }>
}

/**
 * What a ballot is about: the candidates, the seats, who may be elected, and whether others may be written in.
 *
 * @category models
 * @since 0.1.0
 */
export interface Ballot {
  readonly candidates: ReadonlyArray<string>
  readonly seats: number
  readonly eligible: ReadonlyArray<string>
  readonly writeIns: boolean
}

/**
 * What a tally comes to: nothing, since the ballot is void; or who is elected, in the order of their votes, who tied at
 * the cut, and how many seats are left.
 *
 * @category models
 * @since 0.1.0
 */
export type Outcome =
  | { readonly is: "void" }
  | {
      readonly is: "counted"
      readonly elected: ReadonlyArray<string>
      readonly tied: ReadonlyArray<string>
      readonly left: number
    }

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with papers and tallies: a paper twice, a mark on somebody who is no candidate; a number that is
 * none, more valid papers than returned, votes of a name that do not come to the valid papers, a candidate without
 * votes, a name twice, somebody written in where nobody may be or who may not be elected, more names written in than
 * candidates were opposed, more ayes than valid papers have names.
 *
 * @category errors
 * @since 0.1.0
 */
export type TallyFault = Fault<
  | "tally.paperTwice"
  | "tally.noCandidate"
  | "tally.notCount"
  | "tally.validOverReturned"
  | "tally.votes"
  | "tally.missing"
  | "tally.twice"
  | "tally.writtenIn"
  | "tally.notEligible"
  | "tally.writtenOverNoes"
  | "tally.tooManyNames"
>

// ---------------------------------------------------------------- schemas

const text = Schema.NonEmptyString
const whole = /* @__PURE__ */ Schema.Int.check(/* @__PURE__ */ Schema.isBetween({ minimum: 0, maximum: 10_000_000 }))

/**
 * The schema of {@link Paper}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Paper: Schema.Codec<Paper> = /* @__PURE__ */ Schema.Struct({
  id: text,
  marks: /* @__PURE__ */ Schema.Array(
    /* @__PURE__ */ Schema.Struct({
      person: text,
      mark: /* @__PURE__ */ Schema.Literals(["for", "against", "abstain"]),
    }),
  ),
  writeIns: /* @__PURE__ */ Schema.optionalKey(
    /* @__PURE__ */ Schema.Array(/* @__PURE__ */ Schema.Struct({ person: text, insteadOf: text })),
  ),
})

/**
 * The schema of {@link Tally}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Tally: Schema.Codec<Tally> = /* @__PURE__ */ Schema.Struct({
  issued: whole,
  returned: whole,
  valid: whole,
  votes: /* @__PURE__ */ Schema.Array(
    /* @__PURE__ */ Schema.Struct({
      person: text,
      writtenIn: Schema.Boolean,
      ayes: whole,
      noes: whole,
      abstentions: whole,
    }),
  ),
})

// ---------------------------------------------------------------- constructors

/**
 * The tally of papers, whatever order they come in. Fails with what is wrong with them as they were entered; what is
 * wrong with how they were filled in is part of the count.
 *
 * **Details**
 *
 * A paper with more names than seats is void, those written in counted; so is one that marks a candidate in two ways or
 * writes somebody in twice. Whoever opposes a candidate may write in another instead; whoever abstains may not, and such
 * a name does not count, no more than that of somebody who may not be elected. The rest of the paper then stands.
 *
 * @example
 * ```ts
 * import { Tally } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 * import * as Result from "effect/Result"
 *
 * const ballot = { candidates: ["a", "b"], seats: 1, eligible: ["a", "b", "c"], writeIns: true }
 * const mark = (person: string, mark: "for" | "against") => ({ person, mark })
 * const { tally, spoiled } = Result.getOrThrow(
 *   Tally.count(ballot, 3, [
 *     { id: "1", marks: [mark("a", "for"), mark("b", "for")] },
 *     { id: "2", marks: [mark("a", "for")] },
 *     { id: "3", marks: [mark("a", "against")], writeIns: [{ person: "c", insteadOf: "a" }] },
 *   ]),
 * )
 * assert.deepEqual(spoiled, [{ paper: "1", because: "tooManyNames", whole: true }])
 * assert.deepEqual(tally.votes.map(({ person, ayes }) => [person, ayes]), [["a", 1], ["b", 0], ["c", 1]])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const count = (
  ballot: Ballot,
  issued: number,
  papers: ReadonlyArray<Paper>,
): Result.Result<Count, ReadonlyArray<TallyFault>> => {
  const faults = paperFaults(ballot, papers)
  if (faults.length > 0) return Result.fail(faults)
  const names = {
    candidates: new Set(ballot.candidates),
    eligible: new Set(ballot.eligible),
    writeIns: ballot.writeIns,
  }
  const read = [...papers]
    .sort((a, b) => byText(a.id, b.id))
    .map((paper) => ({ paper, ...reading(names, ballot.seats, paper) }))
  const valid = read.filter(({ whole: spoiled }) => spoiled === undefined)
  const votes = new Map<string, { ayes: number; noes: number; abstentions: number; writtenIn: boolean }>()
  for (const person of ballot.candidates) votes.set(person, { ayes: 0, noes: 0, abstentions: 0, writtenIn: false })
  for (const { paper, names } of valid) {
    for (const person of ballot.candidates) {
      const mark = paper.marks.find((each) => each.person === person)?.mark ?? "abstain"
      votes.get(person)![mark === "for" ? "ayes" : mark === "against" ? "noes" : "abstentions"]++
    }
    for (const person of names) {
      const own = votes.get(person) ?? { ayes: 0, noes: 0, abstentions: 0, writtenIn: true }
      votes.set(person, { ...own, ayes: own.ayes + 1 })
    }
  }
  return Result.succeed({
    tally: {
      issued,
      returned: papers.length,
      valid: valid.length,
      votes: [...votes].map(([person, own]) => ({ person, ...own })).sort((a, b) => byText(a.person, b.person)),
    },
    spoiled: read.flatMap(({ paper, whole: spoiled, parts }) => [
      ...(spoiled === undefined ? [] : [{ paper: paper.id, because: spoiled, whole: true }]),
      ...(spoiled === undefined ? parts.map((because) => ({ paper: paper.id, because, whole: false })) : []),
    ]),
  })
}

const paperFaults = ({ candidates }: Ballot, papers: ReadonlyArray<Paper>): ReadonlyArray<TallyFault> => {
  const seen = new Set<string>()
  const standing = new Set(candidates)
  const stranger = (person: string, path: Fault["path"]): ReadonlyArray<TallyFault> =>
    standing.has(person) ? [] : [fault("tally.noCandidate", { person }, path)]
  return papers.flatMap(({ id, marks, writeIns = [] }, index) => {
    const again = seen.has(id)
    seen.add(id)
    return [
      ...(again ? [fault("tally.paperTwice", { id }, [index, "id"])] : []),
      ...marks.flatMap(({ person }, place) => stranger(person, [index, "marks", place, "person"])),
      ...writeIns.flatMap(({ insteadOf }, place) => stranger(insteadOf, [index, "writeIns", place, "insteadOf"])),
    ]
  })
}

interface Reading {
  readonly whole: Spoiled | undefined
  readonly parts: ReadonlyArray<Spoiled>
  readonly names: ReadonlyArray<string>
}

const reading = ({ candidates, eligible, writeIns: allowed }: Names, seats: number, paper: Paper): Reading => {
  const { marks, writeIns = [] } = paper
  const parts: Array<Spoiled> = []
  const names: Array<string> = []
  for (const { person, insteadOf } of writeIns) {
    const opposed = marks.some((each) => each.person === insteadOf && each.mark === "against")
    if (!allowed) parts.push("noWriteIns")
    else if (!opposed) parts.push("notOpposed")
    else if (candidates.has(person) || !eligible.has(person)) parts.push("notEligible")
    else names.push(person)
  }
  const ayes = marks.filter(({ mark }) => mark === "for").length
  const written = writeIns.map(({ person }) => person)
  const instead = writeIns.map(({ insteadOf }) => insteadOf)
  const marked = marks.map(({ person }) => person)
  const whole = twice(marked)
    ? "markedTwice"
    : twice(written) || twice(instead)
      ? "writtenInTwice"
      : ayes + writeIns.length > seats
        ? "tooManyNames"
        : undefined
  return { whole, parts, names }
}

const twice = (names: ReadonlyArray<string>): boolean => new Set(names).size < names.length

// ---------------------------------------------------------------- guards

/**
 * Whether the ballot is void: more papers came back than were issued.
 *
 * @example
 * ```ts
 * import { Tally } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Tally.isVoid({ issued: 20, returned: 21 }), true)
 * assert.equal(Tally.isVoid({ issued: 20, returned: 19 }), false)
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const isVoid = ({ issued, returned }: Pick<Tally, "issued" | "returned">): boolean => returned > issued

// ---------------------------------------------------------------- decisions

/**
 * Everything that is wrong with a tally of a ballot, all at once. Of a void one only the numbers of papers are looked at.
 *
 * @example
 * ```ts
 * import { Tally } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const ballot = { candidates: ["a"], seats: 1, eligible: ["a"], writeIns: false }
 * const votes = [{ person: "a", writtenIn: false, ayes: 9, noes: 0, abstentions: 0 }]
 * const faults = Tally.check(ballot, { issued: 10, returned: 10, valid: 10, votes })
 * assert.deepEqual(faults.map(({ code }) => code), ["tally.votes"])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const check = (ballot: Ballot, tally: Tally): ReadonlyArray<TallyFault> => {
  const faults = (["issued", "returned", "valid"] as const).flatMap((key) => notCount(tally[key], [key]))
  if (faults.length > 0 || isVoid(tally)) return faults
  const { returned, valid, votes } = tally
  if (valid > returned) faults.push(fault("tally.validOverReturned", { valid, returned }, ["valid"]))
  const seen = new Set<string>()
  const names = { candidates: new Set(ballot.candidates), eligible: new Set(ballot.eligible) }
  for (const [index, own] of votes.entries()) {
    const path = ["votes", index]
    if (seen.has(own.person)) faults.push(fault("tally.twice", { person: own.person }, path))
    seen.add(own.person)
    faults.push(...votesFaults({ ...names, writeIns: ballot.writeIns }, tally, own, path))
  }
  for (const person of ballot.candidates) {
    if (!seen.has(person)) faults.push(fault("tally.missing", { person }, ["votes"]))
  }
  const written = votes.reduce((sum, own) => sum + (own.writtenIn ? own.ayes : 0), 0)
  const noes = votes.reduce((sum, own) => sum + own.noes, 0)
  if (written > noes) faults.push(fault("tally.writtenOverNoes", { written, noes }, ["votes"]))
  const ayes = votes.reduce((sum, own) => sum + own.ayes, 0)
  if (ayes > valid * ballot.seats) {
    faults.push(fault("tally.tooManyNames", { ayes, valid, seats: ballot.seats }, ["votes"]))
  }
  return faults
}

const notCount = (value: number, path: Fault["path"]): Array<TallyFault> =>
  Number.isSafeInteger(value) && value >= 0 ? [] : [fault("tally.notCount", { value: String(value) }, path)]

interface Names {
  readonly candidates: ReadonlySet<string>
  readonly eligible: ReadonlySet<string>
  readonly writeIns: boolean
}

const votesFaults = (
  { candidates, eligible, writeIns }: Names,
  { valid }: Tally,
  { person, writtenIn, ayes, noes, abstentions }: Votes,
  path: Fault["path"],
): ReadonlyArray<TallyFault> => {
  const numbers = [ayes, noes, abstentions].flatMap((value) => notCount(value, path))
  if (numbers.length > 0) return numbers
  const sum = ayes + noes + abstentions
  if (!writtenIn) {
    if (!candidates.has(person)) return [fault("tally.noCandidate", { person }, path)]
    return sum === valid ? [] : [fault("tally.votes", { person, sum, valid }, path)]
  }
  if (!writeIns || candidates.has(person)) return [fault("tally.writtenIn", { person }, path)]
  return [
    ...(eligible.has(person) ? [] : [fault("tally.notEligible", { person }, path)]),
    ...(ayes <= valid && sum === ayes ? [] : [fault("tally.votes", { person, sum, valid }, path)]),
  ]
}

/**
 * Who is elected by a tally that {@link check} finds nothing wrong with. Elected is who has the majority; where these are
 * more than the seats, who has the most votes. Equal votes at the cut elect none of those who have them: they tie, for
 * the seats that are left. With `majority: false` the most votes elect, for a further vote among those who tied. Fails
 * where the share asked for is none.
 *
 * @example
 * ```ts
 * import { Tally } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 * import * as Result from "effect/Result"
 *
 * const majority = { of: "present", share: "0.5", op: "gt" } as const
 * const votes = [["a", 15], ["b", 12], ["c", 12], ["d", 8]].map(([person, ayes]) => ({
 *   person: String(person),
 *   writtenIn: false,
 *   ayes: Number(ayes),
 *   noes: 16 - Number(ayes),
 *   abstentions: 0,
 * }))
 * const tally = { issued: 16, returned: 16, valid: 16, votes }
 * const outcome = Tally.outcome(tally, { least: majority, due: 20, present: 16, seats: 2, majority: true })
 * assert.deepEqual(Result.getOrThrow(outcome), { is: "counted", elected: ["a"], tied: ["b", "c"], left: 1 })
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const outcome = (
  tally: Tally,
  asked: {
    readonly least: VoteRule.Least
    readonly due: number
    readonly present: number
    readonly seats: number
    readonly majority: boolean
  },
): Result.Result<Outcome, VoteRule.VoteRuleFault> => {
  if (isVoid(tally)) return Result.succeed({ is: "void" })
  const { due, present, seats } = asked
  const base = { due, present, valid: tally.valid }[asked.least.of]
  const winners: Array<Votes> = []
  for (const own of tally.votes) {
    const enough = VoteRule.compare(asked.least, own.ayes, base)
    if (Result.isFailure(enough)) return Result.fail(enough.failure)
    if (!asked.majority || enough.success.holds) winners.push(own)
  }
  return Result.succeed(cutAt(winners, seats))
}

const cutAt = (unsorted: ReadonlyArray<Votes>, seats: number): Outcome => {
  const winners = unsorted.toSorted((a, b) => b.ayes - a.ayes || byText(a.person, b.person))
  const cut = winners[seats - 1]?.ayes
  const beyond = winners[seats]?.ayes
  if (cut === undefined || cut !== beyond) {
    const elected = winners.slice(0, seats).map(({ person }) => person)
    return { is: "counted", elected, tied: [], left: seats - elected.length }
  }
  const elected = winners.filter(({ ayes }) => ayes > cut).map(({ person }) => person)
  const tied = winners.filter(({ ayes }) => ayes === cut).map(({ person }) => person)
  return { is: "counted", elected, tied, left: seats - elected.length }
}

// ---------------------------------------------------------------- instances

/**
 * Why papers are void or names on them do not count, in words (废票和无效另选的原因).
 *
 * @category instances
 * @since 0.1.0
 */
export const reasons: Readonly<Record<Spoiled, Label>> = {
  tooManyNames: { zh: "所选人数多于应选名额", en: "more names than seats" },
  markedTwice: { zh: "一名候选人有两种记号", en: "a candidate marked in two ways" },
  writtenInTwice: { zh: "另选人重复", en: "a name written in twice, or two for one candidate" },
  notOpposed: { zh: "未投反对票而另选他人", en: "a name written in without opposing the candidate" },
  notEligible: {
    zh: "另选人没有被选举权或已是候选人",
    en: "a name written in that may not be elected or is a candidate",
  },
  noWriteIns: { zh: "不得另选他人", en: "nobody may be written in" },
}
