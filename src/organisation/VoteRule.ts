/**
 * Rules of voting (表决规则): how many must be present, how many ayes carry, and of which number each is a share. Resolutions
 * count against those due (应到), elections against those present (实到): the base is part of the rule.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Exact from "../foundation/Exact.js"
import { type Fault, make as fault } from "../foundation/Fault.js"
import * as Label from "../foundation/Label.js"
import * as Provision from "./Provision.js"

// ---------------------------------------------------------------- models

/**
 * What a share is a share of: those due (应到会), those present with a vote (实到会), or the valid votes (有效票), abstentions
 * included.
 *
 * @category models
 * @since 0.1.0
 */
export type Base = "due" | "present" | "valid"

/**
 * A share that has to be reached (`ge`, 不少于) or exceeded (`gt`, 超过), as an exact text.
 *
 * @category models
 * @since 0.1.0
 */
export interface Mark {
  readonly share: string
  readonly op: "ge" | "gt"
}

/**
 * A share of a base that has to be reached or exceeded.
 *
 * @category models
 * @since 0.1.0
 */
export interface Least extends Mark {
  readonly of: Base
}

/**
 * A named rule of voting: for which acts it is; the quorum, a share of those due;
 * the majority; whether written opinions that absent members
 * gave beforehand count as votes; whether the vote is by secret ballot, where the text says so or not; whether one candidate is voted on at a time.
 *
 * @category models
 * @since 0.1.0
 */
export interface VoteRule extends Provision.Provision {
  readonly label: Label.Label
  readonly acts: ReadonlyArray<string>
  readonly quorum: Mark
  readonly majority: Least
  readonly written: boolean
  readonly secret?: boolean
  readonly single: boolean
}

/**
 * Votes by what they say.
 *
 * @category models
 * @since 0.1.0
 */
export interface Voices {
  readonly ayes: number
  readonly noes: number
  readonly abstentions: number
}

/**
 * A vote as it was counted: due, present with a vote, the votes of those present, written opinions of absent ones, on how
 * many candidates at once and in which form, where that is recorded.
 *
 * @category models
 * @since 0.1.0
 */
export interface VoteCount extends Voices {
  readonly due: number
  readonly present: number
  readonly written?: Voices
  readonly candidates?: number
  readonly form?: "secret" | "open"
}

/**
 * A share held against its base without a division: `left` is the count times the denominator of the share, `right` the
 * base times its numerator, both as texts. `needed` is the least count that would do.
 *
 * @category models
 * @since 0.1.0
 */
export interface Inequality {
  readonly of: Base
  readonly count: number
  readonly base: number
  readonly op: "ge" | "gt"
  readonly left: string
  readonly right: string
  readonly needed: number
  readonly holds: boolean
}

/**
 * What a vote came to under a rule.
 *
 * @category models
 * @since 0.1.0
 */
export interface Decision {
  readonly rule: string
  readonly quorum: Inequality
  readonly majority: Inequality
  readonly quorate: boolean
  readonly carried: boolean
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with a count: a number that is none, nobody due, more present than due, more votes than present, more
 * written opinions than absent, written opinions where none count, several candidates in one vote, an open vote where a
 * secret ballot is asked for; and with a rule: a share that is none.
 *
 * @category errors
 * @since 0.1.0
 */
export type VoteRuleFault = Fault<
  | "voteRule.notCount"
  | "voteRule.nobodyDue"
  | "voteRule.presentOverDue"
  | "voteRule.votesOverPresent"
  | "voteRule.writtenOverAbsent"
  | "voteRule.writtenNotCounted"
  | "voteRule.several"
  | "voteRule.notSecret"
  | "voteRule.share"
>

/**
 * The code that the schema of {@link Least} refuses with: a share that does not lie between nought and one.
 *
 * @category errors
 * @since 0.1.0
 */
export type VoteRuleCode = "voteRule.share"

// ---------------------------------------------------------------- schemas

const whole = /* @__PURE__ */ Schema.Int.check(/* @__PURE__ */ Schema.isBetween({ minimum: 0, maximum: 10_000_000 }))

/**
 * The schema of a share: an exact text between nought and one.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Share: Schema.Codec<string> = /* @__PURE__ */ Exact.Text.check(
  /* @__PURE__ */ Schema.makeFilter((text: string) => isShare(text) || "voteRule.share"),
)

const isShare = (text: string): boolean => {
  const share = Exact.parse(text)
  return Result.isFailure(share) || (Exact.sign(share.success) >= 0 && Exact.compare(share.success, Exact.one) <= 0)
}

const op = /* @__PURE__ */ Schema.Literals(["ge", "gt"])

/**
 * The schema of {@link Mark}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Mark: Schema.Codec<Mark> = /* @__PURE__ */ Schema.Struct({ share: Share, op })

/**
 * The schema of {@link Least}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Least: Schema.Codec<Least> = /* @__PURE__ */ Schema.Struct({
  of: /* @__PURE__ */ Schema.Literals(["due", "present", "valid"]),
  share: Share,
  op,
})

/**
 * The schema of {@link VoteRule}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const VoteRule: Schema.Codec<VoteRule> = /* @__PURE__ */ Provision.Provision.mapFields((fields) => ({
  ...fields,
  label: Label.Label,
  acts: Schema.Array(Schema.NonEmptyString),
  quorum: Mark,
  majority: Least,
  written: Schema.Boolean,
  secret: Schema.optionalKey(Schema.Boolean),
  single: Schema.Boolean,
}))

/**
 * The schema of {@link VoteCount}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const VoteCount: Schema.Codec<VoteCount> = /* @__PURE__ */ Schema.Struct({
  due: whole,
  present: whole,
  ayes: whole,
  noes: whole,
  abstentions: whole,
  written: /* @__PURE__ */ Schema.optionalKey(
    /* @__PURE__ */ Schema.Struct({ ayes: whole, noes: whole, abstentions: whole }),
  ),
  candidates: /* @__PURE__ */ Schema.optionalKey(whole),
  form: /* @__PURE__ */ Schema.optionalKey(/* @__PURE__ */ Schema.Literals(["secret", "open"])),
})

// ---------------------------------------------------------------- getters

/**
 * A count held against a share of a base, exactly. Of a base of nought no count is enough. Fails where the share is none
 * or the count or the base is no count.
 *
 * @example
 * ```ts
 * import { VoteRule } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 * import * as Result from "effect/Result"
 *
 * const quorum = VoteRule.compare({ of: "due", share: "0.8", op: "ge" }, 19, 23)
 * const { holds, left, needed, right } = Result.getOrThrow(quorum)
 * assert.deepEqual([left, right, holds, needed], ["95", "92", true, 19])
 * assert.equal(Result.getOrThrow(VoteRule.compare({ of: "due", share: "0.5", op: "gt" }, 10, 20)).holds, false)
 * assert.equal(Result.isFailure(VoteRule.compare({ of: "due", share: "half", op: "gt" }, 10, 20)), true)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const compare = (least: Least, count: number, base: number): Result.Result<Inequality, VoteRuleFault> => {
  for (const value of [count, base]) {
    if (!isCount(value)) return Result.fail(fault("voteRule.notCount", { value: String(value) }))
  }
  const parsed = Exact.parse(least.share)
  if (Result.isFailure(parsed) || !isShare(least.share)) {
    return Result.fail(fault("voteRule.share", { text: least.share }))
  }
  const share = parsed.success
  const [top, bottom] = [Exact.numerator(share), Exact.denominator(share)]
  const [left, right] = [BigInt(count) * bottom, BigInt(base) * top]
  const holds = base > 0 && (least.op === "ge" ? left >= right : left > right)
  const needed = least.op === "ge" ? (right + bottom - 1n) / bottom : right / bottom + 1n
  return Result.succeed({
    of: least.of,
    count,
    base,
    op: least.op,
    left: `${left}`,
    right: `${right}`,
    needed: Number(needed),
    holds,
  })
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0

// ---------------------------------------------------------------- decisions

/**
 * What a vote comes to: whether enough were there, and whether it carried, each with its inequality. A vote without a
 * quorum carries nothing. Fails with everything that is wrong with the count.
 *
 * **Details**
 *
 * Written opinions count as votes where the rule says so, and then stand in the base of those present and of the valid
 * votes too; nobody is present by writing, so they never help the quorum.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { VoteRule } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 * import * as Result from "effect/Result"
 *
 * const rule: VoteRule.VoteRule = {
 *   id: "resolution",
 *   strength: "must",
 *   from: CivilDate.parseUnsafe("2018-10-28"),
 *   cite: { title: "示例条例", article: 11, standing: "transcription" }, // made up
 *   label: { zh: "一般决议" },
 *   acts: ["resolution"],
 *   quorum: { share: "0.5", op: "ge" },
 *   majority: { of: "due", share: "0.5", op: "gt" },
 *   written: false,
 *   secret: false,
 *   single: false,
 * }
 * const count = { due: 20, present: 12, ayes: 10, noes: 2, abstentions: 0 }
 * assert.equal(Result.getOrThrow(VoteRule.decide(rule, count)).carried, false)
 * assert.equal(Result.getOrThrow(VoteRule.decide(rule, { ...count, ayes: 11, noes: 1 })).carried, true)
 * assert.equal(Result.isFailure(VoteRule.decide(rule, { ...count, ayes: 13 })), true)
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const decide = (rule: VoteRule, count: VoteCount): Result.Result<Decision, ReadonlyArray<VoteRuleFault>> => {
  const faults = check(rule, count)
  if (faults.length > 0) return Result.fail(faults)
  const { due, present } = count
  const writing = count.written === undefined ? 0 : voices(count.written)
  const bases: Readonly<Record<Base, number>> = { due, present: present + writing, valid: voices(count) + writing }
  const quorum = compare({ ...rule.quorum, of: "due" }, present, due)
  const majority = compare(rule.majority, count.ayes + (count.written?.ayes ?? 0), bases[rule.majority.of])
  if (Result.isFailure(quorum) || Result.isFailure(majority)) {
    return Result.fail([quorum, majority].flatMap((each) => (Result.isFailure(each) ? [each.failure] : [])))
  }
  return Result.succeed({
    rule: rule.id,
    quorum: quorum.success,
    majority: majority.success,
    quorate: quorum.success.holds,
    carried: quorum.success.holds && majority.success.holds,
  })
}

const voices = ({ ayes, noes, abstentions }: Voices): number => ayes + noes + abstentions

/**
 * Everything that is wrong with a count under a rule, all at once, each with its place.
 *
 * @example
 * ```ts
 * import { VoteRule } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const asks = { written: false, secret: true, single: true }
 * const count = { due: 20, present: 21, ayes: -1, noes: 0, abstentions: 0 }
 * assert.deepEqual(
 *   VoteRule.check(asks, count).map(({ code, path }) => [code, path]),
 *   [
 *     ["voteRule.notCount", ["ayes"]],
 *     ["voteRule.presentOverDue", ["present"]],
 *   ],
 * )
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const check = (
  rule: Pick<VoteRule, "written" | "secret" | "single">,
  count: VoteCount,
): ReadonlyArray<VoteRuleFault> => {
  const { due, present, written } = count
  const faults: Array<VoteRuleFault> = notCounts(count)
  if (due === 0) faults.push(fault("voteRule.nobodyDue", {}, ["due"]))
  if (present > due) faults.push(fault("voteRule.presentOverDue", { present, due }, ["present"]))
  const votes = voices(count)
  if (votes > present) faults.push(fault("voteRule.votesOverPresent", { votes, present }, ["ayes"]))
  if (written !== undefined) {
    const [opinions, absent] = [voices(written), due - present]
    if (!rule.written && opinions > 0) faults.push(fault("voteRule.writtenNotCounted", { opinions }, ["written"]))
    if (present <= due && opinions > absent) {
      faults.push(fault("voteRule.writtenOverAbsent", { opinions, absent }, ["written"]))
    }
  }
  if (rule.single && count.candidates !== undefined && count.candidates > 1) {
    faults.push(fault("voteRule.several", { candidates: count.candidates }, ["candidates"]))
  }
  if (rule.secret === true && count.form === "open") faults.push(fault("voteRule.notSecret", {}, ["form"]))
  return faults
}

const VOICES = ["ayes", "noes", "abstentions"] as const

const notCounts = (count: VoteCount): Array<VoteRuleFault> => {
  const bad = (value: number | undefined, path: Fault["path"]): Array<VoteRuleFault> =>
    value === undefined || isCount(value) ? [] : [fault("voteRule.notCount", { value: String(value) }, path)]
  return [
    ...bad(count.due, ["due"]),
    ...bad(count.present, ["present"]),
    ...VOICES.flatMap((key) => bad(count[key], [key])),
    ...VOICES.flatMap((key) => bad(count.written?.[key], ["written", key])),
    ...bad(count.candidates, ["candidates"]),
  ]
}

// ---------------------------------------------------------------- instances

/**
 * The names of the bases.
 *
 * @category instances
 * @since 0.1.0
 */
export const bases: Readonly<Record<Base, Label.Label>> = {
  due: { zh: "应到会人数", en: "those due" },
  present: { zh: "实到会人数", en: "those present" },
  valid: { zh: "有效票数", en: "the valid votes" },
}
