/**
 * Leadership (班子设置): whether a body has a committee, how many sit on it, which posts it must fill, and which meetings
 * follow from that. Where the lines run is dated, cited data.
 *
 * @since 0.1.0
 */

import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as CivilDate from "../foundation/CivilDate.js"
import * as Exact from "../foundation/Exact.js"
import * as Finding from "../foundation/Finding.js"
import * as Label from "../foundation/Label.js"
import * as Span from "../rules/Span.js"
import type { HeadCount } from "./HeadCount.js"
import * as Provision from "./Provision.js"
import * as Threshold from "./Threshold.js"

// ---------------------------------------------------------------- models

/**
 * What a rule of leadership says.
 *
 * **Details**
 *
 * `committee`: the body has a committee (支部委员会), or has none. `size`: so many sit on the committee, where there is one.
 * `post`: so many persons hold a post of the kind. `stage`: who holds it is a full member. `standing`: who holds it has been
 * a full member for so many years (党龄).
 *
 * @category models
 * @since 0.1.0
 */
export type LeadershipDemand =
  | { readonly is: "committee"; readonly has: boolean }
  | { readonly is: "size"; readonly on: Span.Span }
  | { readonly is: "post"; readonly post: string; readonly on: Span.Span }
  | { readonly is: "stage"; readonly post: string }
  | { readonly is: "standing"; readonly post: string; readonly years: number }

/**
 * A rule of leadership: of bodies of which kinds, in which sectors (all where they are absent), with which head-counts.
 * All rules that speak of a body hold side by side.
 *
 * @category models
 * @since 0.1.0
 */
export interface LeadershipRule extends Provision.Provision {
  readonly kinds: ReadonlyArray<string>
  readonly sectors?: ReadonlyArray<string>
  readonly needs: ReadonlyArray<Threshold.Need>
  readonly says: LeadershipDemand
}

/**
 * Somebody who holds a post of a kind (书记, 副书记, 组织委员) in a body, with the stage of membership and the day of full
 * membership where they are known. One person may hold several.
 *
 * @category models
 * @since 0.1.0
 */
export interface Holder {
  readonly post: string
  readonly person: string
  readonly stage?: "probationary" | "full"
  readonly fullFrom?: CivilDate.CivilDate
}

/**
 * The leadership of a body on a day: how many sit on its committee, absent where it has none, and who holds which post.
 *
 * @category models
 * @since 0.1.0
 */
export interface Leadership {
  readonly id: string
  readonly kind: string
  readonly sector: string
  readonly head: HeadCount
  readonly committee?: number
  readonly holders: ReadonlyArray<Holder>
}

/**
 * The shape that duties follow from: whether the body has a committee, and into how many groups (党小组) it is divided.
 *
 * @category models
 * @since 0.1.0
 */
export interface Shape {
  readonly committee: boolean
  readonly groups: number
}

/**
 * A meeting (会议) or activity that a body owes by its shape: always, only with a committee, or only where it is divided
 * into groups.
 *
 * @category models
 * @since 0.1.0
 */
export interface MeetingRule extends Provision.Provision {
  readonly meeting: string
  readonly label: Label.Label
  readonly takes: "always" | "committee" | "groups"
}

// ---------------------------------------------------------------- errors

/**
 * What rules of leadership find: no committee where one shall be, a committee where none is due, another number on it
 * than the text gives, too few or too many holders of a post, a holder who is no full member or has been one for too
 * short a time.
 *
 * @category errors
 * @since 0.1.0
 */
export type LeadershipCode =
  | "leadership.committeeMissing"
  | "leadership.committeeNotDue"
  | "leadership.size"
  | "leadership.tooFewHolders"
  | "leadership.tooManyHolders"
  | "leadership.stage"
  | "leadership.standing"

// ---------------------------------------------------------------- schemas

const text = Schema.NonEmptyString
const texts = /* @__PURE__ */ Schema.Array(text)
const years = /* @__PURE__ */ Schema.Int.check(/* @__PURE__ */ Schema.isBetween({ minimum: 0, maximum: 100 }))

/**
 * The schema of {@link LeadershipDemand}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const LeadershipDemand: Schema.Codec<LeadershipDemand> = /* @__PURE__ */ Schema.Union([
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ Schema.Literal("committee"), has: Schema.Boolean }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ Schema.Literal("size"), on: Span.Span }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ Schema.Literal("post"), post: text, on: Span.Span }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ Schema.Literal("stage"), post: text }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ Schema.Literal("standing"), post: text, years }),
])

/**
 * The schema of {@link LeadershipRule}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const LeadershipRule: Schema.Codec<LeadershipRule> = /* @__PURE__ */ Provision.Provision.mapFields((fields) => ({
  ...fields,
  kinds: texts,
  sectors: Schema.optionalKey(texts),
  needs: Schema.Array(Threshold.Need),
  says: LeadershipDemand,
}))

/**
 * The schema of {@link MeetingRule}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const MeetingRule: Schema.Codec<MeetingRule> = /* @__PURE__ */ Provision.Provision.mapFields((fields) => ({
  ...fields,
  meeting: text,
  label: Label.Label,
  takes: Schema.Literals(["always", "committee", "groups"]),
}))

// ---------------------------------------------------------------- getters

type Of = Pick<Leadership, "kind" | "sector" | "head">

/**
 * The rules of a table that speak of a body on a day, in the order of their ids.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { HeadCount, Leadership } from "dangjian/organisation"
 * import { PrimaryThresholds } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const on = CivilDate.parseUnsafe("2024-06-30")
 * const head = HeadCount.ofUnsafe({ full: 7, probationary: 0 })
 * const spoken = Leadership.speaking(PrimaryThresholds.leadership, { kind: "branch", sector: "organ", head }, on)
 * const sizes = spoken.flatMap(({ strength, says }) => (says.is === "size" ? [[strength, says.on]] : []))
 * assert.deepEqual(sizes, [["must", { ge: "3" }], ["should", { le: "7" }], ["may", { ge: "3", le: "5" }]])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const speaking = (
  rules: ReadonlyArray<LeadershipRule>,
  { kind, sector, head }: Of,
  on: CivilDate.CivilDate,
): ReadonlyArray<LeadershipRule> =>
  Provision.inForce(rules, on).filter(
    ({ kinds, sectors, needs }) =>
      kinds.includes(kind) &&
      (sectors === undefined || sectors.includes(sector)) &&
      needs.every((need) => Threshold.holds(need, { head }) === true),
  )

/**
 * The shape of a body: it has a committee where the rules say that it shall have one, none where they say that it has
 * none, and, where they are silent or do not agree, whichever it has. A branch of five full members thus never owes a
 * committee meeting, and one of seven that has not elected its committee does.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { HeadCount, Leadership } from "dangjian/organisation"
 * import { PrimaryThresholds } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const on = CivilDate.parseUnsafe("2024-06-30")
 * const shape = (full: number) =>
 *   Leadership.has(
 *     PrimaryThresholds.leadership,
 *     { kind: "branch", sector: "village", head: HeadCount.ofUnsafe({ full, probationary: 0 }), groups: 0 },
 *     on,
 *   )
 * assert.deepEqual([6, 7].map((full) => shape(full).committee), [false, true])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const has = (
  rules: ReadonlyArray<LeadershipRule>,
  body: Of & { readonly committee?: number; readonly groups: number },
  on: CivilDate.CivilDate,
): Shape => {
  const said = new Set(speaking(rules, body, on).flatMap(({ says }) => (says.is === "committee" ? [says.has] : [])))
  const committee = said.size === 1 ? said.has(true) : body.committee !== undefined
  return { committee, groups: body.groups }
}

/**
 * The meetings that a body of a shape owes on a day, in the order of the rules' ids: what does not apply is not owed and
 * counts in no denominator.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Leadership } from "dangjian/organisation"
 * import { PrimaryThresholds } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const on = CivilDate.parseUnsafe("2024-06-30")
 * const owed = (shape: Leadership.Shape) =>
 *   Leadership.meetings(PrimaryThresholds.meetings, shape, on).map(({ meeting }) => meeting)
 * assert.equal(owed({ committee: false, groups: 0 }).includes("committeeMeeting"), false)
 * assert.equal(owed({ committee: true, groups: 3 }).includes("groupMeeting"), true)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const meetings = (
  rules: ReadonlyArray<MeetingRule>,
  { committee, groups }: Shape,
  on: CivilDate.CivilDate,
): ReadonlyArray<MeetingRule> =>
  Provision.inForce(rules, on).filter(
    ({ takes }) => takes === "always" || (takes === "committee" ? committee : groups > 0),
  )

// ---------------------------------------------------------------- decisions

type Found = Omit<Finding.Deviation<LeadershipCode>, "cite" | "subject">

/**
 * What the rules find about the leadership of a body on a day, open errors first. Posts are counted by persons.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { HeadCount, Leadership } from "dangjian/organisation"
 * import { PrimaryThresholds } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const body = {
 *   id: "b1", // made up
 *   kind: "branch",
 *   sector: "village",
 *   head: HeadCount.ofUnsafe({ full: 6, probationary: 1 }),
 *   holders: [
 *     { post: "secretary", person: "m1" },
 *     { post: "deputySecretary", person: "m2" },
 *     { post: "deputySecretary", person: "m3" },
 *   ],
 * }
 * const found = Leadership.findings(PrimaryThresholds.leadership, body, CivilDate.parseUnsafe("2024-06-30"))
 * assert.deepEqual(found.map(({ code, params }) => [code, params.post]), [
 *   ["leadership.tooManyHolders", "deputySecretary"],
 * ])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const findings = (
  rules: ReadonlyArray<LeadershipRule>,
  body: Leadership,
  on: CivilDate.CivilDate,
  approvals: Finding.Approvals = [],
): ReadonlyArray<Finding.Finding<LeadershipCode>> =>
  Finding.sort(
    speaking(rules, body, on)
      .flatMap((rule) =>
        found(rule.says, body, on).map((each) => Provision.deviation(rule, { ...each, subject: body.id }, approvals)),
      )
      .filter((finding) => finding !== undefined),
  )

const found = (says: LeadershipDemand, body: Leadership, on: CivilDate.CivilDate): ReadonlyArray<Found> => {
  const { committee, head, holders } = body
  switch (says.is) {
    case "committee": {
      if (says.has === (committee !== undefined)) return []
      return says.has
        ? [{ code: "leadership.committeeMissing", params: { full: head.full } }]
        : [{ code: "leadership.committeeNotDue", params: { full: head.full, members: committee ?? 0 } }]
    }
    case "size":
      return committee === undefined || within(says.on, committee)
        ? []
        : [{ code: "leadership.size", params: { members: committee, on: Span.text(says.on) } }]
    case "post":
      return ofPost(says, holders)
    case "stage":
      return held(says.post, holders)
        .filter(({ stage }) => stage === "probationary")
        .map(({ person }) => ({ code: "leadership.stage", params: { post: says.post, person } }))
    case "standing":
      return held(says.post, holders)
        .filter(({ fullFrom }) => fullFrom !== undefined && isShort(fullFrom, says.years, on))
        .map(({ person, fullFrom = on }) => ({
          code: "leadership.standing",
          params: { post: says.post, person, years: says.years, fullFrom },
        }))
  }
}

const within = (on: Span.Span, count: number): boolean =>
  Number.isSafeInteger(count) && Span.contains(on, Exact.integerUnsafe(count))

/** One holder of a person, however often the person stands: probationary and full the later where rows do not agree. */
const held = (post: string, holders: ReadonlyArray<Holder>): ReadonlyArray<Holder> => {
  const byPerson = new Map<string, Holder>()
  for (const holder of holders) {
    const other = byPerson.get(holder.person)
    if (holder.post === post) byPerson.set(holder.person, other === undefined ? holder : later(holder, other))
  }
  return [...byPerson.values()]
}

const later = (one: Holder, other: Holder): Holder => {
  const stages = [one.stage, other.stage].filter((stage) => stage !== undefined)
  const days = [one.fullFrom, other.fullFrom].filter((day) => day !== undefined).sort()
  const [stage, fullFrom] = [stages.includes("probationary") ? "probationary" : stages[0], days.at(-1)]
  const { post, person } = one
  return { post, person, ...(stage === undefined ? {} : { stage }), ...(fullFrom === undefined ? {} : { fullFrom }) }
}

const isShort = (fullFrom: CivilDate.CivilDate, years: number, on: CivilDate.CivilDate): boolean => {
  const reached = CivilDate.addYears(fullFrom, years)
  return Result.isFailure(reached) || on < reached.success
}

const ofPost = (
  { post, on }: Extract<LeadershipDemand, { is: "post" }>,
  all: ReadonlyArray<Holder>,
): ReadonlyArray<Found> => {
  const holders = held(post, all).length
  if (within(on, holders)) return []
  const low = Span.lower(on)
  const few =
    low !== undefined && !within(low.closed ? { ge: Exact.text(low.at) } : { gt: Exact.text(low.at) }, holders)
  const code = few ? "leadership.tooFewHolders" : "leadership.tooManyHolders"
  return [{ code, params: { post, holders, on: Span.text(on) } }]
}
