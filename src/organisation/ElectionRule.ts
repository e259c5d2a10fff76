/**
 * Rules of elections (选举规则): who elects to which office, by which rule of voting, with how many candidates, whether the
 * result is approved (批准) or filed (备案), and what a by-election or a delegates' congress takes.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type * as CivilDate from "../foundation/CivilDate.js"
import * as Exact from "../foundation/Exact.js"
import { type Fault, make as fault } from "../foundation/Fault.js"
import * as Finding from "../foundation/Finding.js"
import type { Label } from "../foundation/Label.js"
import * as Rounding from "../foundation/Rounding.js"
import type { ExclusionRule, FranchiseRule } from "./Franchise.js"
import * as Provision from "./Provision.js"
import { Share, type VoteRule } from "./VoteRule.js"

// ---------------------------------------------------------------- models

/**
 * Who elects: the members' meeting (党员大会), the delegates' congress (党员代表大会), or the plenary of the committee
 * (委员会全体会议).
 *
 * @category models
 * @since 0.1.0
 */
export type Assembly = "membersMeeting" | "congress" | "committeePlenary"

/**
 * How one office is elected.
 *
 * **Details**
 *
 * `vote` is the id of the rule of voting. `surplus` is the share of the seats by which candidates exceed them at least
 * (差额), rounded up; without it there are as many candidates as seats (等额). `revote` says what elects in a further vote
 * among those who tied: the most votes alone, since each of them had the majority before, or the majority again.
 * `empty` is the rule of voting by which those present may leave seats empty, and the share of the seats that must be
 * filled for it, where a text puts a number to 接近应选名额. `writeIns` says whether a voter who opposes a candidate may write
 * in another. `designable` says whether the superior may designate holders.
 *
 * @category models
 * @since 0.1.0
 */
export interface ElectionRule extends Provision.Provision {
  readonly office: string
  readonly assembly: Assembly
  readonly vote: string
  readonly surplus?: string
  readonly confirmation: "file" | "approve"
  readonly revote: "mostVotes" | "majority"
  readonly empty?: { readonly vote: string; readonly filled?: string }
  readonly writeIns: boolean
  readonly designable: boolean
}

/**
 * What a by-election (届中补选) takes: a cause, and whether the superior must have agreed beforehand.
 *
 * @category models
 * @since 0.1.0
 */
export interface ByElectionRule extends Provision.Provision {
  readonly causes: ReadonlyArray<string>
  readonly consent: boolean
}

/**
 * What a delegates' congress takes: so many members at least, unless they live far apart; or so many delegates. A rule of
 * some sectors goes before those of all, where both speak of members or both of delegates.
 *
 * @category models
 * @since 0.1.0
 */
export interface CongressRule extends Provision.Provision {
  readonly sectors?: ReadonlyArray<string>
  readonly says:
    | { readonly is: "members"; readonly least: number }
    | { readonly is: "delegates"; readonly least?: number; readonly most?: number }
}

/**
 * All tables that elections are held by.
 *
 * @category models
 * @since 0.1.0
 */
export interface Tables {
  readonly votes: ReadonlyArray<VoteRule>
  readonly elections: ReadonlyArray<ElectionRule>
  readonly franchise: ReadonlyArray<FranchiseRule>
  readonly exclusions: ReadonlyArray<ExclusionRule>
  readonly byElections: ReadonlyArray<ByElectionRule>
}

/**
 * What one election goes by: the rules of its office in force on its day.
 *
 * @category models
 * @since 0.1.0
 */
export interface Scheme {
  readonly rule: ElectionRule
  readonly vote: VoteRule
  readonly empty?: VoteRule
  readonly franchise: FranchiseRule
  readonly exclusions: ReadonlyArray<ExclusionRule>
  readonly byElection?: ByElectionRule
}

/**
 * A congress as it is planned: of which body, in which sector, where that is known, how many members the body has, whether they live far apart, how many
 * delegates, and which approval of the superior stands for holding it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Congress {
  readonly body: string
  readonly sector?: string
  readonly members: number
  readonly dispersed: boolean
  readonly delegates: number
  readonly approval?: string
}

// ---------------------------------------------------------------- errors

/**
 * What keeps the rules of an election from being put together: none, or several, for the office and assembly or for the
 * franchise on the day; several for by-elections; and a rule of voting that is not in force.
 *
 * @category errors
 * @since 0.1.0
 */
export type ElectionRuleFault = Fault<"electionRule.none" | "electionRule.several" | "electionRule.unknownVote">

/**
 * What can be found about a congress: too few members for one, no approval of the superior, too few or too many delegates.
 *
 * @category errors
 * @since 0.1.0
 */
export type ElectionRuleCode =
  | "electionRule.congressMembers"
  | "electionRule.congressUnapproved"
  | "electionRule.delegatesFew"
  | "electionRule.delegatesMany"

// ---------------------------------------------------------------- schemas

const text = Schema.NonEmptyString
const texts = /* @__PURE__ */ Schema.Array(text)
const whole = /* @__PURE__ */ Schema.Int.check(/* @__PURE__ */ Schema.isBetween({ minimum: 0, maximum: 10_000_000 }))
const someWhole = /* @__PURE__ */ Schema.optionalKey(whole)
const someShare = /* @__PURE__ */ Schema.optionalKey(Share)

const assembly = /* @__PURE__ */ Schema.Literals(["membersMeeting", "congress", "committeePlenary"])
const confirmation = /* @__PURE__ */ Schema.Literals(["file", "approve"])
const revote = /* @__PURE__ */ Schema.Literals(["mostVotes", "majority"])
const empty = /* @__PURE__ */ Schema.optionalKey(/* @__PURE__ */ Schema.Struct({ vote: text, filled: someShare }))

/**
 * The schema of {@link ElectionRule}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const ElectionRule: Schema.Codec<ElectionRule> = /* @__PURE__ */ Provision.Provision.mapFields((fields) => ({
  ...fields,
  office: text,
  assembly,
  vote: text,
  surplus: someShare,
  confirmation,
  revote,
  empty,
  writeIns: Schema.Boolean,
  designable: Schema.Boolean,
}))

/**
 * The schema of {@link ByElectionRule}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const ByElectionRule: Schema.Codec<ByElectionRule> = /* @__PURE__ */ Provision.Provision.mapFields((fields) => ({
  ...fields,
  causes: texts,
  consent: Schema.Boolean,
}))

/**
 * The schema of {@link CongressRule}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const CongressRule: Schema.Codec<CongressRule> = /* @__PURE__ */ Provision.Provision.mapFields((fields) => ({
  ...fields,
  sectors: Schema.optionalKey(texts),
  says: Schema.Union([
    Schema.Struct({ is: Schema.Literal("members"), least: whole }),
    Schema.Struct({ is: Schema.Literal("delegates"), least: someWhole, most: someWhole }),
  ]),
}))

// ---------------------------------------------------------------- constructors

/**
 * The rules that an election of an office by an assembly goes by on a day. Fails where the tables have none or several.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { ElectionRule } from "dangjian/organisation"
 * import { PrimaryVotes } from "dangjian/presets"
 * import assert from "node:assert/strict"
 * import * as Result from "effect/Result"
 *
 * const on = CivilDate.parseUnsafe("2024-03-01")
 * const scheme = Result.getOrThrow(ElectionRule.scheme(PrimaryVotes.tables, "committeeMember", "membersMeeting", on))
 * assert.equal(scheme.rule.confirmation, "file")
 * assert.equal(scheme.vote.majority.of, "present")
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const scheme = (
  tables: Tables,
  office: string,
  assembly: Assembly,
  on: CivilDate.CivilDate,
): Result.Result<Scheme, ElectionRuleFault> =>
  Result.gen(function* () {
    const rules = Provision.inForce(tables.elections, on)
    const rule = yield* only(
      rules.filter((each) => each.office === office && each.assembly === assembly),
      `${office} ${assembly}`,
    )
    const franchise = yield* only(Provision.inForce(tables.franchise, on), "franchise")
    const vote = yield* named(tables.votes, rule.vote, on)
    const emptying = rule.empty === undefined ? undefined : yield* named(tables.votes, rule.empty.vote, on)
    const byElections = Provision.inForce(tables.byElections, on)
    const byElection = byElections.length === 0 ? undefined : yield* only(byElections, "byElection")
    return {
      rule,
      vote,
      ...(emptying === undefined ? {} : { empty: emptying }),
      franchise,
      exclusions: Provision.inForce(tables.exclusions, on),
      ...(byElection === undefined ? {} : { byElection }),
    }
  })

const only = <R extends Provision.Provision>(
  rules: ReadonlyArray<R>,
  what: string,
): Result.Result<R, ElectionRuleFault> => {
  const [first] = rules
  if (first === undefined) return Result.fail(fault("electionRule.none", { what }))
  return rules.length > 1
    ? Result.fail(fault("electionRule.several", { what, rules: rules.map(({ id }) => id).join(" ") }))
    : Result.succeed(first)
}

const named = (
  votes: ReadonlyArray<VoteRule>,
  id: string,
  on: CivilDate.CivilDate,
): Result.Result<VoteRule, ElectionRuleFault> => {
  const found = Provision.inForce(votes, on).find((vote) => vote.id === id)
  return found === undefined ? Result.fail(fault("electionRule.unknownVote", { vote: id })) : Result.succeed(found)
}

// ---------------------------------------------------------------- getters

/**
 * How many candidates there have to be for so many seats: at least so many where candidates exceed seats, exactly as many
 * as seats where they do not.
 *
 * @example
 * ```ts
 * import { ElectionRule } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * assert.deepEqual([3, 5, 6].map((seats) => ElectionRule.candidatesNeeded({ surplus: "0.2" }, seats)), [4, 6, 8])
 * assert.equal(ElectionRule.candidatesNeeded({}, 1), 1)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const candidatesNeeded = ({ surplus }: Pick<ElectionRule, "surplus">, seats: number): number => {
  if (surplus === undefined) return seats
  const more = Exact.multiply(Exact.integerUnsafe(seats), Exact.parseUnsafe(surplus))
  return seats + Number(Exact.text(Rounding.whole(more, "ceiling")))
}

// ---------------------------------------------------------------- decisions

/**
 * What the rules in force on a day find about a planned congress, open errors first. An approval is asked for whenever a
 * congress stands for the meeting of members.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { ElectionRule } from "dangjian/organisation"
 * import { PrimaryVotes } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const on = CivilDate.parseUnsafe("2024-03-01")
 * const planned = { body: "b1", members: 499, dispersed: false, delegates: 301, approval: "no. 7" } // made up
 * const found = ElectionRule.congressFindings(PrimaryVotes.congress, planned, on)
 * assert.deepEqual(found.map(({ code }) => code).sort(), [
 *   "electionRule.congressMembers",
 *   "electionRule.delegatesMany",
 *   "electionRule.delegatesMany",
 * ])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const congressFindings = (
  rules: ReadonlyArray<CongressRule>,
  { body, sector, members, dispersed, delegates, approval }: Congress,
  on: CivilDate.CivilDate,
): ReadonlyArray<Finding.Finding<ElectionRuleCode>> =>
  Finding.sort(
    ofSector(Provision.inForce(rules, on), sector)
      .flatMap((rule) => {
        const find = (code: ElectionRuleCode, params: Finding.Finding["params"]) =>
          Provision.deviation(rule, { code, subject: body, params })
        const { says } = rule
        if (says.is === "members") {
          return [
            ...(members < says.least && !dispersed
              ? [find("electionRule.congressMembers", { members, least: says.least })]
              : []),
            ...(approval === undefined ? [find("electionRule.congressUnapproved", { members })] : []),
          ]
        }
        const { least = 0, most = delegates } = says
        return [
          ...(delegates < least ? [find("electionRule.delegatesFew", { delegates, least })] : []),
          ...(delegates > most ? [find("electionRule.delegatesMany", { delegates, most })] : []),
        ]
      })
      .filter((finding) => finding !== undefined),
  )

const ofSector = (rules: ReadonlyArray<CongressRule>, sector: string | undefined): ReadonlyArray<CongressRule> => {
  const own = rules.filter(({ sectors }) => sector !== undefined && sectors?.includes(sector) === true)
  const spoken = new Set(own.map(({ says }) => says.is))
  return [...own, ...rules.filter(({ sectors, says }) => sectors === undefined && !spoken.has(says.is))]
}

// ---------------------------------------------------------------- instances

/**
 * Who elects, in words (选举的会议).
 *
 * @category instances
 * @since 0.1.0
 */
export const assemblies: Readonly<Record<Assembly, Label>> = {
  membersMeeting: { zh: "党员大会", en: "members' meeting" },
  congress: { zh: "党员代表大会", en: "delegates' congress" },
  committeePlenary: { zh: "委员会全体会议", en: "plenary of the committee" },
}

/**
 * What becomes of a result, in words (选举结果的报批方式).
 *
 * @category instances
 * @since 0.1.0
 */
export const confirmations: Readonly<Record<ElectionRule["confirmation"], Label>> = {
  file: { zh: "备案", en: "taking on file" },
  approve: { zh: "批准", en: "approval" },
}
