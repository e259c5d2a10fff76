/**
 * What an election allows (选举程序): the decider of one election under the rules of its office, from the call to the
 * confirmation.
 *
 * What the rules ask for comes in as a scheme (`ElectionRule.scheme`).
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import { type Fault, make as fault, under } from "../foundation/Fault.js"
import type { Command, Decider } from "../process/Decider.js"
import {
  type Call,
  type Election,
  type ElectionCommand,
  type ElectionEvent,
  type ElectionFault,
  evolve,
  isOpen,
} from "./Election.js"
import * as ElectionRule from "./ElectionRule.js"
import * as Franchise from "./Franchise.js"
import * as Tally from "./Tally.js"
import * as VoteRule from "./VoteRule.js"

// ---------------------------------------------------------------- constructors

/**
 * The decider of an election under a scheme.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { ElectionDecider, ElectionRule } from "dangjian/organisation"
 * import { PrimaryVotes } from "dangjian/presets"
 * import assert from "node:assert/strict"
 * import * as Result from "effect/Result"
 *
 * const on = CivilDate.parseUnsafe("2024-03-01")
 * const scheme = Result.getOrThrow(ElectionRule.scheme(PrimaryVotes.tables, "secretary", "membersMeeting", on))
 * const decider = ElectionDecider.decider(scheme)
 * const call = (body: string) =>
 *   decider.decide(decider.initial, {
 *     id: "c1",
 *     on,
 *     recordedAt: Coordinate.instantUnsafe(1709251200000),
 *     actor: { post: "secretary", body },
 *     content: { is: "call", body: "b1", superior: "t1", seats: 1 },
 *   })
 * assert.equal(Result.isSuccess(call("b1")), true)
 * const refused = call("b2")
 * assert.equal(Result.isFailure(refused) && refused.failure[0]?.code, "election.notBody")
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const decider = (
  scheme: ElectionRule.Scheme,
): Decider<Election, ElectionCommand, ElectionEvent, ElectionFault> => ({
  initial: { is: "none" },
  decide: (state, command) => decide(scheme, state, command),
  evolve,
})

// ---------------------------------------------------------------- decisions

type Answer = Result.Result<ReadonlyArray<ElectionEvent>, ReadonlyArray<ElectionFault>>

type Asked<Is extends ElectionCommand["is"]> = Extract<ElectionCommand, { readonly is: Is }>

const answer = (faults: ReadonlyArray<ElectionFault>, event: ElectionEvent): Answer =>
  faults.length > 0 ? Result.fail(faults) : Result.succeed([event])

const decide = (scheme: ElectionRule.Scheme, state: Election, command: Command<ElectionCommand>): Answer => {
  const { content, actor } = command
  switch (content.is) {
    case "call":
      return state.is === "none" ? call(scheme, content, actor.body) : notNow(state, content)
    case "nominate":
      return state.is === "called" || state.is === "nominated" || (state.is === "ready" && state.ballots === 0)
        ? nominate(scheme, state.call, content, actor.body)
        : notNow(state, content)
    case "approveCandidates":
      return state.is === "nominated"
        ? answer(bySuperior(state.call, actor.body), { is: "candidatesApproved" })
        : notNow(state, content)
    case "hold":
      return state.is === "ready" || state.is === "tied" || state.is === "short"
        ? hold(scheme, state, content, actor.body)
        : notNow(state, content)
    case "leaveEmpty":
      return state.is === "short" ? leaveEmpty(scheme, state, content, actor.body) : notNow(state, content)
    case "confirm":
      return state.is === "decided" ? confirm(scheme, state.call, content, actor.body) : notNow(state, content)
    case "annul":
      return isOpen(state) && state.is !== "none"
        ? answer(bySuperior(state.call, actor.body), { is: "annulled", reason: content.reason })
        : notNow(state, content)
    case "designate":
      return isOpen(state) || state.is === "void"
        ? designate(scheme, state, content, actor.body)
        : notNow(state, content)
  }
}

const notNow = (state: Election, { is }: ElectionCommand): Answer =>
  Result.fail([fault("election.notNow", { command: is, state: state.is })])

const byBody = ({ body }: Pick<Call, "body">, actor: string | undefined): ReadonlyArray<ElectionFault> =>
  actor === body ? [] : [fault("election.notBody", { body, actor: actor ?? "-" })]

const bySuperior = ({ superior }: Pick<Call, "superior">, actor: string | undefined): ReadonlyArray<ElectionFault> =>
  actor === superior ? [] : [fault("election.notSuperior", { superior, actor: actor ?? "-" })]

const notOwn = ({ body, superior }: Pick<Call, "body" | "superior">): ReadonlyArray<ElectionFault> =>
  body === superior ? [fault("election.ownSuperior", { body }, ["superior"])] : []

const call = (
  { byElection: rule }: ElectionRule.Scheme,
  { is: _, ...asked }: Asked<"call">,
  actor?: string,
): Answer => {
  const { seats, byElection } = asked
  const faults = [...byBody(asked, actor), ...notOwn(asked)]
  if (!Number.isSafeInteger(seats) || seats < 1) {
    faults.push(fault("election.seats", { seats: String(seats) }, ["seats"]))
  }
  if (byElection !== undefined && rule?.causes.includes(byElection.cause) !== true) {
    faults.push(fault("election.cause", { cause: byElection.cause }, ["byElection", "cause"]))
  }
  if (byElection !== undefined && rule?.consent === true && byElection.consent === undefined) {
    faults.push(fault("election.consent", {}, ["byElection", "consent"]))
  }
  return answer(faults, { is: "called", call: asked })
}

const nominate = (
  { rule, franchise }: ElectionRule.Scheme,
  asked: Call,
  { candidates, roll, barred = [] }: Asked<"nominate">,
  actor?: string,
): Answer => {
  const electorate = Franchise.electorate(franchise, [], roll, [])
  const ids = barred.map(({ person }) => person)
  const needed = ElectionRule.candidatesNeeded(rule, asked.seats)
  const found = candidates.length
  const faults = [
    ...byBody(asked, actor),
    ...(Result.isFailure(electorate) ? electorate.failure : []),
    ...standing(asked, franchise, roll, candidates, ids, []),
  ]
  if (rule.surplus === undefined && found !== needed) {
    faults.push(fault("election.notEqualNumber", { seats: asked.seats, found }, ["candidates"]))
  } else if (found < needed) {
    faults.push(fault("election.tooFewCandidates", { seats: asked.seats, needed, found }, ["candidates"]))
  }
  return answer(faults, { is: "nominated", candidates: [...candidates].sort(), barred: [...new Set(ids)].sort() })
}

const eligibleOf = (
  { among }: Call,
  franchise: Franchise.FranchiseRule,
  roll: ReadonlyArray<Franchise.Voter>,
): ReadonlySet<string> =>
  new Set(
    roll
      .filter((voter) => Franchise.hasVote(franchise, voter) && (among === undefined || among.includes(voter.person)))
      .map(({ person }) => person),
  )

/** Why candidates may not stand, each at its place. */
const standing = (
  asked: Call,
  franchise: Franchise.FranchiseRule,
  roll: ReadonlyArray<Franchise.Voter>,
  candidates: ReadonlyArray<string>,
  barred: ReadonlyArray<string>,
  elected: ReadonlyArray<string>,
): ReadonlyArray<ElectionFault> => {
  const eligible = eligibleOf(asked, franchise, roll)
  const seen = new Set<string>()
  return candidates.flatMap((person, index) => {
    const again = seen.has(person)
    seen.add(person)
    const at: Fault["path"] = ["candidates", index]
    return [
      ...(again ? [fault("election.candidateTwice", { person }, at)] : []),
      ...(eligible.has(person) ? [] : [fault("election.notEligible", { person }, at)]),
      ...(barred.includes(person) ? [fault("election.barred", { person }, at)] : []),
      ...(elected.includes(person) ? [fault("election.electedBefore", { person }, at)] : []),
    ]
  })
}

type Voting = Extract<Election, { readonly is: "nominated" | "ready" | "tied" | "short" }>

const hold = (scheme: ElectionRule.Scheme, state: Voting, content: Asked<"hold">, actor?: string): Answer => {
  const { rule, vote, franchise } = scheme
  const electorate = Franchise.electorate(franchise, scheme.exclusions, content.roll, content.exclusions)
  if (Result.isFailure(electorate)) return Result.fail([...byBody(state.call, actor), ...electorate.failure])
  const [candidates, wrong] = candidatesOf(state, content)
  const elected = "elected" in state ? state.elected : []
  const seats = "left" in state ? state.left : state.call.seats
  const { among } = state.call
  const inPlenary = rule.assembly === "committeePlenary" && among !== undefined
  const { due } = electorate.success
  const voting = new Set(inPlenary ? due.filter((person) => among.includes(person)) : due)
  const present = content.present.filter((person) => voting.has(person)).length
  const quorum = VoteRule.compare({ ...vote.quorum, of: "due" }, present, voting.size)
  const eligible = [...eligibleOf(state.call, franchise, content.roll)].filter(
    (person) => !elected.includes(person) && !state.barred.includes(person),
  )
  const { tally } = content
  const ballot = { candidates, seats, eligible, writeIns: rule.writeIns && state.is !== "tied" }
  const faults: Array<ElectionFault> = [
    ...byBody(state.call, actor),
    ...wrong,
    ...standing(state.call, franchise, content.roll, candidates, state.barred, elected),
    ...attendance(electorate.success, content),
    ...Tally.check(ballot, tally).map((found) => under(["tally"], found)),
  ]
  if (!quorum.holds) {
    const { left, needed, right } = quorum
    faults.push(fault("election.notQuorate", { present, due: voting.size, left, right, needed }, ["present"]))
  }
  if (tally.issued > present) {
    faults.push(fault("election.issuedOverPresent", { issued: tally.issued, present }, ["tally", "issued"]))
  }
  if (faults.length > 0) return Result.fail(faults)
  const majority = state.is !== "tied" || rule.revote === "majority"
  const outcome = Tally.outcome(tally, { least: vote.majority, due: voting.size, present, seats, majority })
  if (outcome.is === "void") {
    return Result.succeed([{ is: "ballotVoid", issued: tally.issued, returned: tally.returned }])
  }
  return Result.succeed([{ ...outcome, is: "counted", due: voting.size, present, tally }])
}

/** Candidates are named anew only for a further ballot, since nobody is left who was approved for it. */
const candidatesOf = (
  state: Voting,
  { candidates }: Asked<"hold">,
): readonly [candidates: ReadonlyArray<string>, faults: ReadonlyArray<ElectionFault>] => {
  if (state.is !== "short") {
    return [state.candidates, candidates === undefined ? [] : [fault("election.candidatesGiven", {}, ["candidates"])]]
  }
  return candidates === undefined || candidates.length === 0
    ? [[], [fault("election.noCandidates", {}, ["candidates"])]]
    : [candidates, []]
}

/** Those without a vote may come (列席) and are not counted. */
const attendance = (
  { due, excluded, withoutVote }: Franchise.Electorate,
  { present }: Asked<"hold">,
): ReadonlyArray<ElectionFault> => {
  const known = new Set([...due, ...withoutVote.map(({ person }) => person)])
  const out = new Set(excluded.map(({ person }) => person))
  const seen = new Set<string>()
  return present.flatMap((person, index) => {
    const again = seen.has(person)
    seen.add(person)
    const at: Fault["path"] = ["present", index]
    return [
      ...(again ? [fault("election.presentTwice", { person }, at)] : []),
      ...(out.has(person) ? [fault("election.presentExcluded", { person }, at)] : []),
      ...(known.has(person) || out.has(person) ? [] : [fault("election.presentUnknown", { person }, at)]),
    ]
  })
}

const leaveEmpty = (
  { rule, empty }: ElectionRule.Scheme,
  { call: asked, elected, left }: Extract<Election, { readonly is: "tied" | "short" }>,
  { count }: Asked<"leaveEmpty">,
  actor?: string,
): Answer => {
  const faults = [...byBody(asked, actor)]
  const filled = VoteRule.compare(
    { of: "due", op: "ge", share: rule.empty?.filled ?? "0" },
    elected.length,
    asked.seats,
  )
  if (empty === undefined || elected.length === 0 || !filled.holds) {
    faults.push(fault("election.mayNotLeaveEmpty", { elected: elected.length, seats: asked.seats }))
  }
  const decision = empty === undefined ? undefined : VoteRule.decide(empty, count)
  if (decision !== undefined && Result.isFailure(decision)) {
    faults.push(...decision.failure.map((found) => under(["count"], found)))
  } else if (decision?.success.carried === false) {
    const { quorum, majority } = decision.success
    const params = { present: quorum.count, due: quorum.base, ayes: majority.count, needed: majority.needed }
    faults.push(fault("election.notCarried", { ...params, left }, ["count"]))
  }
  return answer(faults, { is: "leftEmpty", count })
}

const confirm = ({ rule }: ElectionRule.Scheme, asked: Call, content: Asked<"confirm">, actor?: string): Answer => {
  const faults = [...bySuperior(asked, actor)]
  if (content.as !== rule.confirmation) {
    faults.push(fault("election.wrongConfirmation", { as: content.as, needed: rule.confirmation }, ["as"]))
  }
  return answer(faults, { is: "confirmed", as: content.as })
}

const namedTwice = (persons: ReadonlyArray<string>): ReadonlyArray<ElectionFault> =>
  persons.flatMap((person, index) =>
    persons.indexOf(person) < index ? [fault("election.candidateTwice", { person }, ["persons", index])] : [],
  )

const designate = (
  { rule }: ElectionRule.Scheme,
  state: Election,
  { is: _, ...asked }: Asked<"designate">,
  actor?: string,
): Answer => {
  const { body, superior } = "call" in state ? state.call : asked
  const faults = [...bySuperior({ superior }, actor), ...notOwn({ body, superior }), ...namedTwice(asked.persons)]
  if (asked.superior !== superior) faults.push(fault("election.notSuperior", { superior, actor: asked.superior }))
  if (asked.body !== body) faults.push(fault("election.notBody", { body, actor: asked.body }, ["body"]))
  if (asked.persons.length === 0) faults.push(fault("election.noCandidates", {}, ["persons"]))
  if (!rule.designable) faults.push(fault("election.notDesignable", { office: rule.office }))
  return answer(faults, { is: "designated", ...asked })
}
