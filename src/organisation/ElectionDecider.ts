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
  MOST_SEATS,
} from "./Election.js"
import * as ElectionRule from "./ElectionRule.js"
import * as Franchise from "./Franchise.js"
import * as Tally from "./Tally.js"
import * as VoteRule from "./VoteRule.js"

// ---------------------------------------------------------------- constructors

/**
 * The decider of an election under a scheme.
 *
 * **Details**
 *
 * `of` says of which body the election is and who its superior is, as the tree of organisations has it. Without it a call
 * is taken at its word, and nobody is designated before there was one, since nothing says whose superior designates.
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
  of?: Pick<Call, "body" | "superior">,
): Decider<Election, ElectionCommand, ElectionEvent, ElectionFault> => ({
  initial: { is: "none" },
  decide: (state, command) => decide({ ...scheme, of }, state, command),
  evolve,
})

// ---------------------------------------------------------------- decisions

type Answer = Result.Result<ReadonlyArray<ElectionEvent>, ReadonlyArray<ElectionFault>>

type Asked<Is extends ElectionCommand["is"]> = Extract<ElectionCommand, { readonly is: Is }>

const answer = (faults: ReadonlyArray<ElectionFault>, event: ElectionEvent): Answer =>
  faults.length > 0 ? Result.fail(faults) : Result.succeed([event])

interface Scheme extends ElectionRule.Scheme {
  readonly of: Pick<Call, "body" | "superior"> | undefined
}

const decide = (scheme: Scheme, state: Election, command: Command<ElectionCommand>): Answer => {
  const { content, actor } = command
  switch (content.is) {
    case "call":
      return state.is === "none" ? call(scheme, content, actor.body) : notNow(state, content)
    case "nominate":
      return mayNominate(state) ? nominate(scheme, state, content, actor.body) : notNow(state, content)
    case "withdraw":
      return "left" in state ? withdraw(scheme, state, content, actor.body) : notNow(state, content)
    case "approveCandidates":
      return state.is === "nominated"
        ? answer(bySuperior(state.call, actor.body), { is: "candidatesApproved" })
        : notNow(state, content)
    case "hold":
      return state.is === "ready" || state.is === "tied" || state.is === "short"
        ? hold(scheme, state, content, actor.body)
        : notNow(state, content)
    case "leaveEmpty":
      return state.is === "short" || (state.is === "tied" && state.persists)
        ? leaveEmpty(scheme, state, content, actor.body)
        : notNow(state, content)
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

type Nominating = Extract<Election, { readonly is: "called" | "nominated" | "ready" | "tied" | "short" }>

/** For the first round until a ballot was held, and then for seats that a count, or a tie voted on again, left open. */
const mayNominate = (state: Election): state is Nominating =>
  state.is === "called" ||
  state.is === "nominated" ||
  (state.is === "ready" && state.ballots === 0) ||
  (state.is === "tied" && state.persists) ||
  state.is === "short"

const notNow = (state: Election, { is }: ElectionCommand): Answer =>
  Result.fail([fault("election.notNow", { command: is, state: state.is })])

const byBody = ({ body }: Pick<Call, "body">, actor: string | undefined): ReadonlyArray<ElectionFault> =>
  actor === body ? [] : [fault("election.notBody", { body, actor: actor ?? "-" })]

const bySuperior = ({ superior }: Pick<Call, "superior">, actor: string | undefined): ReadonlyArray<ElectionFault> =>
  actor === superior ? [] : [fault("election.notSuperior", { superior, actor: actor ?? "-" })]

const notOwn = ({ body, superior }: Pick<Call, "body" | "superior">): ReadonlyArray<ElectionFault> =>
  body === superior ? [fault("election.ownSuperior", { body }, ["superior"])] : []

const ofOther = (
  asked: Pick<Call, "body" | "superior">,
  of: Pick<Call, "body" | "superior"> | undefined,
): ReadonlyArray<ElectionFault> => {
  if (of === undefined) return []
  const { body, superior } = of
  return [
    ...(asked.superior === superior
      ? []
      : [fault("election.notSuperior", { superior, actor: asked.superior }, ["superior"])]),
    ...(asked.body === body ? [] : [fault("election.notBody", { body, actor: asked.body }, ["body"])]),
  ]
}

const noSeats = (seats: number): ReadonlyArray<ElectionFault> =>
  Number.isSafeInteger(seats) && seats >= 1 && seats <= MOST_SEATS
    ? []
    : [fault("election.seats", { seats: String(seats) }, ["seats"])]

const call = (
  { byElection: rule, rule: { assembly }, of }: Scheme,
  { is: _, ...asked }: Asked<"call">,
  actor?: string,
): Answer => {
  const { seats, byElection, among } = asked
  const faults = [...byBody(asked, actor), ...notOwn(asked), ...ofOther(asked, of), ...noSeats(seats)]
  if (assembly === "committeePlenary" && (among === undefined || among.length === 0)) {
    faults.push(fault("election.noCommittee", {}, ["among"]))
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
  { rule, franchise }: Scheme,
  state: Nominating,
  { candidates, roll, barred = [] }: Asked<"nominate">,
  actor?: string,
): Answer => {
  const electorate = Franchise.electorate(franchise, [], roll, [])
  const further = "left" in state ? state.meeting !== undefined : false
  const elected = "left" in state ? state.elected : []
  const ids = [...(further && "left" in state ? state.barred : []), ...barred.map(({ person }) => person)]
  const seats = "left" in state ? state.left : state.call.seats
  return answer(
    [
      ...byBody(state.call, actor),
      ...(Result.isFailure(electorate) ? electorate.failure : []),
      ...standing(state.call, franchise, roll, candidates, ids, elected),
      ...howMany(rule, seats, candidates.length, further),
    ],
    { is: "nominated", candidates: [...candidates].sort(), barred: [...new Set(ids)].sort() },
  )
}

/** In a further round no text asks for more candidates than seats; as many as seats stay as many as seats. */
const howMany = (
  rule: ElectionRule.ElectionRule,
  seats: number,
  found: number,
  further: boolean,
): ReadonlyArray<ElectionFault> => {
  if (rule.surplus === undefined) {
    return found === seats ? [] : [fault("election.notEqualNumber", { seats, found }, ["candidates"])]
  }
  const needed = further ? 1 : ElectionRule.candidatesNeeded(rule, seats)
  return found < needed ? [fault("election.tooFewCandidates", { seats, needed, found }, ["candidates"])] : []
}

const withdraw = ({ rule }: Scheme, state: Voting, { candidates }: Asked<"withdraw">, actor?: string): Answer => {
  const standing = new Set(state.candidates)
  const gone = new Set<string>()
  const faults: Array<ElectionFault> = [...byBody(state.call, actor)]
  if (candidates.length === 0) faults.push(fault("election.noCandidates", {}, ["candidates"]))
  for (const [index, { person }] of candidates.entries()) {
    const at = ["candidates", index]
    if (gone.has(person)) faults.push(fault("election.candidateTwice", { person }, at))
    gone.add(person)
    if (!standing.has(person)) faults.push(fault("election.notCandidate", { person }, at))
  }
  const rest = state.candidates.length - gone.size
  const enough =
    state.is === "short" ||
    (state.is === "tied"
      ? rest > state.left
      : howMany(rule, state.left, rest, state.meeting !== undefined).length === 0)
  return answer(faults, {
    is: "withdrawn",
    candidates: candidates.toSorted((a, b) => (a.person < b.person ? -1 : 1)),
    enough,
  })
}

const eligibleOf = (
  { among }: Call,
  franchise: Franchise.FranchiseRule,
  roll: ReadonlyArray<Franchise.Voter>,
): ReadonlySet<string> => {
  const committee = among === undefined ? undefined : new Set(among)
  return new Set(
    roll
      .filter(
        (voter) => Franchise.hasVote(franchise, voter) && (committee === undefined || committee.has(voter.person)),
      )
      .map(({ person }) => person),
  )
}

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
  const [kept, before] = [new Set(barred), new Set(elected)]
  const seen = new Set<string>()
  return candidates.flatMap((person, index) => {
    const again = seen.has(person)
    seen.add(person)
    const at: Fault["path"] = ["candidates", index]
    return [
      ...(again ? [fault("election.candidateTwice", { person }, at)] : []),
      ...(eligible.has(person) ? [] : [fault("election.notEligible", { person }, at)]),
      ...(kept.has(person) ? [fault("election.barred", { person }, at)] : []),
      ...(before.has(person) ? [fault("election.electedBefore", { person }, at)] : []),
    ]
  })
}

type Voting = Extract<Election, { readonly left: number }>

const hold = (scheme: Scheme, state: Voting, content: Asked<"hold">, actor?: string): Answer => {
  const { rule, vote, franchise } = scheme
  const electorate = Franchise.electorate(franchise, scheme.exclusions, content.roll, content.exclusions)
  if (Result.isFailure(electorate)) return Result.fail([...byBody(state.call, actor), ...electorate.failure])
  const [candidates, wrong] = candidatesOf(scheme, state, content)
  const { elected, left: seats } = state
  const committee = rule.assembly === "committeePlenary" ? new Set(state.call.among) : undefined
  const { due } = electorate.success
  const voting = new Set(committee === undefined ? due : due.filter((person) => committee.has(person)))
  const present = content.present.filter((person) => voting.has(person)).length
  const out = new Set([...elected, ...state.barred])
  const eligible = [...eligibleOf(state.call, franchise, content.roll)].filter((person) => !out.has(person))
  const { tally } = content
  const ballot = { candidates, seats, eligible, writeIns: rule.writeIns && state.is !== "tied" }
  const faults: Array<ElectionFault> = [
    ...byBody(state.call, actor),
    ...wrong,
    ...standing(state.call, franchise, content.roll, candidates, state.barred, elected),
    ...attendance(electorate.success, content),
    ...Tally.check(ballot, tally).map((found) => under(["tally"], found)),
    ...quorumFaults(vote, present, voting.size),
  ]
  if (tally.issued > present) {
    faults.push(fault("election.issuedOverPresent", { issued: tally.issued, present }, ["tally", "issued"]))
  }
  if (faults.length > 0) return Result.fail(faults)
  const majority = state.is !== "tied" || rule.revote === "majority"
  const counting = { least: vote.majority, due: voting.size, present, seats, majority }
  return Result.mapBoth(Tally.outcome(tally, counting), {
    onFailure: (found) => [found],
    onSuccess: (outcome): ReadonlyArray<ElectionEvent> =>
      outcome.is === "void"
        ? [{ is: "ballotVoid", issued: tally.issued, returned: tally.returned }]
        : [{ ...outcome, is: "counted", due: voting.size, present, tally }],
  })
}

const quorumFaults = (
  { quorum: asked }: VoteRule.VoteRule,
  present: number,
  due: number,
): ReadonlyArray<ElectionFault> => {
  const quorum = VoteRule.compare({ ...asked, of: "due" }, present, due)
  if (Result.isFailure(quorum)) return [quorum.failure]
  const { holds, left, needed, right } = quorum.success
  return holds ? [] : [fault("election.notQuorate", { present, due, left, right, needed }, ["present"])]
}

/** For a further ballot it is said who of those approved stands; whom the superior has not seen is nominated first. */
const candidatesOf = (
  { rule }: Scheme,
  state: Voting,
  { candidates }: Asked<"hold">,
): readonly [candidates: ReadonlyArray<string>, faults: ReadonlyArray<ElectionFault>] => {
  if (state.is !== "short") {
    return [state.candidates, candidates === undefined ? [] : [fault("election.candidatesGiven", {}, ["candidates"])]]
  }
  if (candidates === undefined || candidates.length === 0) {
    return [[], [fault("election.noCandidates", {}, ["candidates"])]]
  }
  const approved = new Set([...state.candidates, ...state.elected])
  const unseen = candidates.flatMap((person, index) =>
    approved.has(person) ? [] : [fault("election.notApproved", { person }, ["candidates", index])],
  )
  return [candidates, [...unseen, ...howMany(rule, state.left, candidates.length, true)]]
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
  { rule, empty }: Scheme,
  { call: asked, elected, left, meeting }: Extract<Election, { readonly is: "tied" | "short" }>,
  { count }: Asked<"leaveEmpty">,
  actor?: string,
): Answer => {
  const faults: Array<ElectionFault> = [...byBody(asked, actor)]
  const filled = VoteRule.compare(
    { of: "due", op: "ge", share: rule.empty?.filled ?? "0" },
    elected.length,
    asked.seats,
  )
  if (Result.isFailure(filled)) faults.push(filled.failure)
  else if (empty === undefined || elected.length === 0 || !filled.success.holds) {
    faults.push(fault("election.mayNotLeaveEmpty", { elected: elected.length, seats: asked.seats }))
  }
  if (count.due !== meeting.due || count.present !== meeting.present) {
    const { due, present } = count
    faults.push(
      fault("election.otherMeeting", { due, present, meetingDue: meeting.due, meetingPresent: meeting.present }, [
        "count",
      ]),
    )
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

const confirm = ({ rule }: Scheme, asked: Call, content: Asked<"confirm">, actor?: string): Answer => {
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
  { rule, franchise, of }: Scheme,
  state: Election,
  { is: _, seats, roll, ...asked }: Asked<"designate">,
  actor?: string,
): Answer => {
  const { persons } = asked
  const { body, superior } = ("call" in state ? state.call : of) ?? asked
  const faults = [
    ...("call" in state || of !== undefined ? [] : [fault("election.superiorUnknown", { body })]),
    ...bySuperior({ superior }, actor),
    ...notOwn({ body, superior }),
    ...ofOther(asked, { body, superior }),
    ...noSeats(seats),
    ...namedTwice(persons),
    ...mayHold(franchise, roll, persons),
  ]
  if ("call" in state && seats !== state.call.seats) {
    faults.push(fault("election.seats", { seats: String(seats) }, ["seats"]))
  }
  if (persons.length === 0) faults.push(fault("election.noCandidates", {}, ["persons"]))
  if (persons.length > seats) {
    faults.push(fault("election.overSeats", { seats, found: persons.length }, ["persons"]))
  }
  if (!rule.designable) faults.push(fault("election.notDesignable", { office: rule.office }))
  return answer(faults, { is: "designated", ...asked })
}

const mayHold = (
  franchise: Franchise.FranchiseRule,
  roll: ReadonlyArray<Franchise.Voter>,
  persons: ReadonlyArray<string>,
): ReadonlyArray<ElectionFault> => {
  const able = new Set(roll.filter((voter) => Franchise.hasVote(franchise, voter)).map(({ person }) => person))
  return persons.flatMap((person, index) =>
    able.has(person) ? [] : [fault("election.notEligible", { person }, ["persons", index])],
  )
}
