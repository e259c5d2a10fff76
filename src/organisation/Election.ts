/**
 * Elections (选举): one election of one body, from the call to the result that the superior approves or takes on file, or to
 * its being void.
 *
 * What is asked for, what happens and how it stands afterwards are here; what is allowed stands in `ElectionDecider`. Who
 * is on the roll and who came is said on the day of the ballot. Ballots go on record as tallies, so that nobody's vote
 * does.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import type { Fault } from "../foundation/Fault.js"
import type { Label } from "../foundation/Label.js"
import type { Entry } from "../process/Journal.js"
import * as Franchise from "./Franchise.js"
import type { Barred } from "./PostRule.js"
import * as Tally from "./Tally.js"
import * as VoteRule from "./VoteRule.js"

// ---------------------------------------------------------------- models

/**
 * What is to be elected: of which body, under which superior, how many seats; for a by-election (补选) its cause and the
 * consent of the superior; and, where a committee elects its secretary, the members of the committee, who alone elect
 * and may be elected.
 *
 * @category models
 * @since 0.1.0
 */
export interface Call {
  readonly body: string
  readonly superior: string
  readonly seats: number
  readonly byElection?: { readonly cause: string; readonly consent?: string }
  readonly among?: ReadonlyArray<string>
}

/**
 * Why a candidate stands no more: death, refusal, rights that were lost or rest, membership that ended or went elsewhere.
 *
 * @category models
 * @since 0.1.0
 */
export type Withdrawal = "died" | "declined" | "rightsLost" | "left"

/**
 * A candidate who stands no more, and why.
 *
 * @category models
 * @since 0.1.0
 */
export interface Withdrawn {
  readonly person: string
  readonly reason: Withdrawal
}

/**
 * What somebody asks for.
 *
 * **Details**
 *
 * `call` by the body; `nominate` with the roll of the day and whom other rules keep from standing, also anew for seats
 * that stayed empty; `withdraw` by the body, of candidates who do not stand any more, with the reason;
 * `approveCandidates` by the superior; `hold` with the roll, who is to be left out of those due, who came, and the tally,
 * in a further ballot for seats that stayed empty also which of those approved stand; `leaveEmpty` with the vote of the
 * same meeting on it; `confirm` by the superior, who approves the result or takes it on file; `annul` and `designate` by
 * the superior, the latter with the roll of those who may be designated.
 *
 * @category models
 * @since 0.1.0
 */
export type ElectionCommand =
  | ({ readonly is: "call" } & Call)
  | {
      readonly is: "nominate"
      readonly candidates: ReadonlyArray<string>
      readonly roll: ReadonlyArray<Franchise.Voter>
      readonly barred?: ReadonlyArray<Barred>
    }
  | { readonly is: "withdraw"; readonly candidates: ReadonlyArray<Withdrawn> }
  | { readonly is: "approveCandidates" }
  | {
      readonly is: "hold"
      readonly roll: ReadonlyArray<Franchise.Voter>
      readonly exclusions: ReadonlyArray<Franchise.Exclusion>
      readonly present: ReadonlyArray<string>
      readonly tally: Tally.Tally
      readonly candidates?: ReadonlyArray<string>
    }
  | { readonly is: "leaveEmpty"; readonly count: VoteRule.VoteCount }
  | { readonly is: "confirm"; readonly as: "file" | "approve" }
  | { readonly is: "annul"; readonly reason: string }
  | {
      readonly is: "designate"
      readonly body: string
      readonly superior: string
      readonly seats: number
      readonly roll: ReadonlyArray<Franchise.Voter>
      readonly persons: ReadonlyArray<string>
      readonly reason: string
    }

/**
 * What a ballot came to.
 *
 * @category models
 * @since 0.1.0
 */
export interface Held {
  readonly due: number
  readonly present: number
  readonly tally: Tally.Tally
  readonly elected: ReadonlyArray<string>
  readonly tied: ReadonlyArray<string>
  readonly left: number
}

/**
 * What happened. Of a withdrawal it is kept whether enough candidates were left to go on with.
 *
 * @category models
 * @since 0.1.0
 */
export type ElectionEvent =
  | { readonly is: "called"; readonly call: Call }
  | {
      readonly is: "nominated"
      readonly candidates: ReadonlyArray<string>
      readonly barred: ReadonlyArray<string>
    }
  | { readonly is: "withdrawn"; readonly candidates: ReadonlyArray<Withdrawn>; readonly enough: boolean }
  | { readonly is: "candidatesApproved" }
  | { readonly is: "ballotVoid"; readonly issued: number; readonly returned: number }
  | ({ readonly is: "counted" } & Held)
  | { readonly is: "leftEmpty"; readonly count: VoteRule.VoteCount }
  | { readonly is: "confirmed"; readonly as: "file" | "approve" }
  | { readonly is: "annulled"; readonly reason: string }
  | {
      readonly is: "designated"
      readonly body: string
      readonly superior: string
      readonly persons: ReadonlyArray<string>
      readonly reason: string
    }

/**
 * One round of an election: who stands and who is kept from standing, who was elected before and how many seats are left
 * to fill, how many ballots were held, void ones too, and how many were due and present when votes were last counted.
 *
 * @category models
 * @since 0.1.0
 */
export interface Round {
  readonly call: Call
  readonly candidates: ReadonlyArray<string>
  readonly barred: ReadonlyArray<string>
  readonly elected: ReadonlyArray<string>
  readonly left: number
  readonly ballots: number
  readonly meeting?: Pick<Held, "due" | "present">
}

/**
 * A round whose votes were counted.
 *
 * @category models
 * @since 0.1.0
 */
export interface CountedRound extends Round {
  readonly meeting: Pick<Held, "due" | "present">
}

/**
 * Where an election stands.
 *
 * **Details**
 *
 * `ready`: the candidates are approved and a ballot may be held, the first, a further one or, after a void one, again.
 * `tied`: those who tied are voted on again for the seats that are left; where the votes were equal once more the tie
 * `persists`. `short`: too few have the majority; the candidates are those of the approved ones who were not elected.
 * `decided`: there is a result, which the superior has not seen.
 *
 * @category models
 * @since 0.1.0
 */
export type Election =
  | { readonly is: "none" }
  | { readonly is: "called"; readonly call: Call; readonly ballots: number }
  | ({ readonly is: "nominated" | "ready" } & Round)
  | ({ readonly is: "tied"; readonly persists: boolean } & CountedRound)
  | ({ readonly is: "short" } & CountedRound)
  | {
      readonly is: "decided" | "filed" | "approved"
      readonly call: Call
      readonly elected: ReadonlyArray<string>
      readonly empty: number
      readonly ballots: number
    }
  | { readonly is: "designated"; readonly body: string; readonly persons: ReadonlyArray<string> }
  | { readonly is: "void"; readonly call: Call; readonly reason: string }

// ---------------------------------------------------------------- errors

/**
 * Why a command is refused: not at this stage; not by the body, or not by the superior; a body that names itself as its
 * superior, or one whose superior is not known; no number of seats; a plenary without its committee; a by-election
 * without a cause, or without the consent of the superior; a candidate named twice, without the right to be elected,
 * barred by another rule, elected before, not approved, or not one of those who may be; somebody withdrawn who is no
 * candidate; too few candidates, or not as many as seats; candidates given where they stand already, or missing; somebody
 * present twice, unknown, or left out of those due; no quorum; more papers than voters; seats that may not be left empty,
 * or by the vote of another meeting; a confirmation in the wrong form; an office that nobody is designated to, or more
 * designated than seats. What is wrong
 * with the roll, the tally and the vote is refused with the codes of `Franchise`, `Tally` and `VoteRule`.
 *
 * @category errors
 * @since 0.1.0
 */
export type ElectionFault =
  | Fault<
      | "election.notNow"
      | "election.notBody"
      | "election.notSuperior"
      | "election.ownSuperior"
      | "election.superiorUnknown"
      | "election.seats"
      | "election.noCommittee"
      | "election.cause"
      | "election.consent"
      | "election.candidateTwice"
      | "election.notEligible"
      | "election.barred"
      | "election.electedBefore"
      | "election.notApproved"
      | "election.notCandidate"
      | "election.tooFewCandidates"
      | "election.notEqualNumber"
      | "election.candidatesGiven"
      | "election.noCandidates"
      | "election.presentTwice"
      | "election.presentUnknown"
      | "election.presentExcluded"
      | "election.notQuorate"
      | "election.issuedOverPresent"
      | "election.mayNotLeaveEmpty"
      | "election.otherMeeting"
      | "election.notCarried"
      | "election.wrongConfirmation"
      | "election.notDesignable"
      | "election.overSeats"
    >
  | Franchise.FranchiseFault
  | Tally.TallyFault
  | VoteRule.VoteRuleFault

// ---------------------------------------------------------------- schemas

const text = Schema.NonEmptyString
const texts = /* @__PURE__ */ Schema.Array(text)
const someText = /* @__PURE__ */ Schema.optionalKey(text)
const whole = /* @__PURE__ */ Schema.Int.check(/* @__PURE__ */ Schema.isBetween({ minimum: 0, maximum: 10_000_000 }))

/**
 * The most seats that one election can be asked for. No rule says so: it only tells a slip of the pen.
 *
 * @category schemas
 * @since 0.1.0
 */
export const MOST_SEATS = 1_000

const seatCount = /* @__PURE__ */ Schema.Int.check(
  /* @__PURE__ */ Schema.isBetween({ minimum: 1, maximum: MOST_SEATS }),
)

const someByElection = /* @__PURE__ */ Schema.optionalKey(
  /* @__PURE__ */ Schema.Struct({ cause: text, consent: someText }),
)

/**
 * The schema of {@link Call}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Call: Schema.Codec<Call> = /* @__PURE__ */ Schema.Struct({
  body: text,
  superior: text,
  seats: seatCount,
  byElection: someByElection,
  among: /* @__PURE__ */ Schema.optionalKey(texts),
})

const candidatesOf = /* @__PURE__ */ Schema.optionalKey(texts)
const voters = /* @__PURE__ */ Schema.Array(Franchise.Voter)
const exclusions = /* @__PURE__ */ Schema.Array(Franchise.Exclusion)
const barredOf = /* @__PURE__ */ Schema.optionalKey(
  /* @__PURE__ */ Schema.Array(/* @__PURE__ */ Schema.Struct({ person: text, rule: text })),
)
const confirmation = /* @__PURE__ */ Schema.Literals(["file", "approve"])

const withdrawals = /* @__PURE__ */ Schema.Array(
  /* @__PURE__ */ Schema.Struct({
    person: text,
    reason: /* @__PURE__ */ Schema.Literals(["died", "declined", "rightsLost", "left"]),
  }),
)

/**
 * The schema of {@link ElectionCommand}: a journal keeps what was asked beside what it came to.
 *
 * @category schemas
 * @since 0.1.0
 */
export const ElectionCommand: Schema.Codec<ElectionCommand> = /* @__PURE__ */ Schema.Union([
  /* @__PURE__ */ Schema.Struct({
    is: /* @__PURE__ */ Schema.Literal("call"),
    body: text,
    superior: text,
    seats: seatCount,
    byElection: someByElection,
    among: candidatesOf,
  }),
  /* @__PURE__ */ Schema.Struct({
    is: /* @__PURE__ */ Schema.Literal("nominate"),
    candidates: texts,
    roll: voters,
    barred: barredOf,
  }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ Schema.Literal("withdraw"), candidates: withdrawals }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ Schema.Literal("approveCandidates") }),
  /* @__PURE__ */ Schema.Struct({
    is: /* @__PURE__ */ Schema.Literal("hold"),
    roll: voters,
    exclusions,
    present: texts,
    tally: Tally.Tally,
    candidates: candidatesOf,
  }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ Schema.Literal("leaveEmpty"), count: VoteRule.VoteCount }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ Schema.Literal("confirm"), as: confirmation }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ Schema.Literal("annul"), reason: text }),
  /* @__PURE__ */ Schema.Struct({
    is: /* @__PURE__ */ Schema.Literal("designate"),
    body: text,
    superior: text,
    seats: seatCount,
    roll: voters,
    persons: texts,
    reason: text,
  }),
])

/**
 * The schema of {@link ElectionEvent}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const ElectionEvent: Schema.Codec<ElectionEvent> = /* @__PURE__ */ Schema.Union([
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ Schema.Literal("called"), call: Call }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ Schema.Literal("nominated"), candidates: texts, barred: texts }),
  /* @__PURE__ */ Schema.Struct({
    is: /* @__PURE__ */ Schema.Literal("withdrawn"),
    candidates: withdrawals,
    enough: Schema.Boolean,
  }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ Schema.Literal("candidatesApproved") }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ Schema.Literal("ballotVoid"), issued: whole, returned: whole }),
  /* @__PURE__ */ Schema.Struct({
    is: /* @__PURE__ */ Schema.Literal("counted"),
    due: whole,
    present: whole,
    tally: Tally.Tally,
    elected: texts,
    tied: texts,
    left: whole,
  }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ Schema.Literal("leftEmpty"), count: VoteRule.VoteCount }),
  /* @__PURE__ */ Schema.Struct({
    is: /* @__PURE__ */ Schema.Literal("confirmed"),
    as: confirmation,
  }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ Schema.Literal("annulled"), reason: text }),
  /* @__PURE__ */ Schema.Struct({
    is: /* @__PURE__ */ Schema.Literal("designated"),
    body: text,
    superior: text,
    persons: texts,
    reason: text,
  }),
])

// ---------------------------------------------------------------- guards

/**
 * Whether an election has not come to its end: it was not confirmed, not annulled, and nobody was designated instead.
 *
 * @example
 * ```ts
 * import { Election } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Election.isOpen({ is: "none" }), true)
 * assert.equal(Election.isOpen({ is: "designated", body: "b1", persons: ["m1"] }), false)
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const isOpen = (
  self: Election,
): self is Exclude<Election, { readonly is: "filed" | "approved" | "designated" | "void" }> =>
  self.is !== "filed" && self.is !== "approved" && self.is !== "designated" && self.is !== "void"

// ---------------------------------------------------------------- operations

/**
 * How an election stands after an event. An event that fits nothing leaves it as it is.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Election } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const entry = {
 *   id: "e1",
 *   on: CivilDate.parseUnsafe("2024-03-01"),
 *   recordedAt: Coordinate.instantUnsafe(1709251200000),
 *   actor: { post: "secretary", body: "b1" },
 *   payload: { is: "called", call: { body: "b1", superior: "t1", seats: 3 } },
 * } as const
 * assert.equal(Election.evolve({ is: "none" }, entry).is, "called")
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const evolve = (state: Election, { payload }: Entry<ElectionEvent>): Election => {
  switch (payload.is) {
    case "called":
      return state.is === "none" ? { is: "called", call: payload.call, ballots: 0 } : state
    case "annulled":
      return isOpen(state) && state.is !== "none" ? { is: "void", call: state.call, reason: payload.reason } : state
    case "designated":
      return isOpen(state) || state.is === "void"
        ? { is: "designated", body: payload.body, persons: payload.persons }
        : state
    case "nominated":
      return state.is === "called" || "left" in state ? nominated(state, payload) : state
    case "withdrawn":
      return "left" in state ? withdrawn(state, payload) : state
    case "candidatesApproved":
      return state.is === "nominated" ? { ...state, is: "ready" } : state
    case "ballotVoid":
      return "left" in state ? { ...state, ballots: state.ballots + 1 } : state
    case "counted":
      return "left" in state ? counted(state, payload) : state
    case "leftEmpty":
      return state.is === "short" || state.is === "tied"
        ? decided(state.call, state.elected, state.left, state.ballots)
        : state
    case "confirmed":
      return state.is === "decided" ? { ...state, is: payload.as === "file" ? "filed" : "approved" } : state
  }
}

const decided = (asked: Call, elected: ReadonlyArray<string>, empty: number, ballots: number): Election => ({
  is: "decided",
  call: asked,
  elected,
  empty,
  ballots,
})

type Voting = Extract<Election, { readonly left: number }>

type Event<Is extends ElectionEvent["is"]> = Extract<ElectionEvent, { readonly is: Is }>

const nominated = (
  state: Voting | Extract<Election, { readonly is: "called" }>,
  { candidates, barred }: Event<"nominated">,
): Election => {
  if (state.is === "called") {
    const { call: asked, ballots } = state
    return { is: "nominated", call: asked, candidates, barred, elected: [], left: asked.seats, ballots }
  }
  return { ...roundOf(state), is: "nominated", candidates, barred }
}

/** What all rounds have, without what only a tie has. */
const roundOf = ({ call: asked, candidates, barred, elected, left, ballots, meeting }: Voting): Round => ({
  call: asked,
  candidates,
  barred,
  elected,
  left,
  ballots,
  ...(meeting === undefined ? {} : { meeting }),
})

/** Too few are left: before the first count all begins anew, later those elected stay so; the unapproved fall away. */
const withdrawn = (state: Voting, { candidates: out, enough }: Event<"withdrawn">): Election => {
  const gone = new Set(out.map(({ person }) => person))
  const candidates = state.candidates.filter((person) => !gone.has(person))
  if (enough) return { ...state, candidates }
  const { call: asked, ballots, meeting } = state
  if (meeting === undefined) return { is: "called", call: asked, ballots }
  return { ...roundOf(state), is: "short", candidates: state.is === "nominated" ? [] : candidates, meeting }
}

const counted = (state: Voting, held: Held): Election => {
  const elected = [...state.elected, ...held.elected]
  const ballots = state.ballots + 1
  if (held.left === 0) return decided(state.call, elected, 0, ballots)
  const { call: asked, barred } = state
  const { due, present, left, tied } = held
  const round = { call: asked, barred, elected, left, ballots, meeting: { due, present } }
  return tied.length > 0
    ? { ...round, is: "tied", candidates: tied, persists: state.is === "tied" && held.elected.length === 0 }
    : { ...round, is: "short", candidates: state.candidates.filter((person) => !elected.includes(person)) }
}

// ---------------------------------------------------------------- instances

/**
 * Where an election stands, in words (选举进度).
 *
 * @category instances
 * @since 0.1.0
 */
export const states: Readonly<Record<Election["is"], Label>> = {
  none: { zh: "尚未提出", en: "not called" },
  called: { zh: "已提出", en: "called" },
  nominated: { zh: "候选人待批", en: "candidates before the superior" },
  ready: { zh: "候选人已批", en: "candidates approved" },
  tied: { zh: "票数相等", en: "tied" },
  short: { zh: "当选人数不足", en: "seats not filled" },
  decided: { zh: "已有结果", en: "decided" },
  filed: { zh: "已备案", en: "filed" },
  approved: { zh: "已批准", en: "approved" },
  designated: { zh: "上级已指定", en: "designated by the superior" },
  void: { zh: "选举无效", en: "void" },
}

/**
 * What is asked of an election, in words (选举事项).
 *
 * @category instances
 * @since 0.1.0
 */
export const commands: Readonly<Record<ElectionCommand["is"], Label>> = {
  call: { zh: "提出选举", en: "call the election" },
  nominate: { zh: "提名候选人", en: "nominate candidates" },
  withdraw: { zh: "候选人退出", en: "withdraw candidates" },
  approveCandidates: { zh: "批准候选人", en: "approve the candidates" },
  hold: { zh: "投票选举", en: "hold a ballot" },
  leaveEmpty: { zh: "空缺名额", en: "leave seats empty" },
  confirm: { zh: "确认结果", en: "confirm the result" },
  annul: { zh: "宣布无效", en: "annul the election" },
  designate: { zh: "指定", en: "designate" },
}

/**
 * Why candidates stand no more, in words (候选人退出的原因).
 *
 * @category instances
 * @since 0.1.0
 */
export const withdrawalReasons: Readonly<Record<Withdrawal, Label>> = {
  died: { zh: "去世", en: "died" },
  declined: { zh: "本人不愿接受提名", en: "declines to stand" },
  rightsLost: { zh: "失去被选举权", en: "may not be elected any more" },
  left: { zh: "组织关系转出或出党", en: "is not a member here any more" },
}
