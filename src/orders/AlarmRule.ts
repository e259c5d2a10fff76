/**
 * Rules of alarms (异常预警规则): what in the year's orders looks as if somebody dressed up the figures, from what number on, as
 * data. An alarm says where to look, and never that somebody did wrong.
 *
 * **Details**
 *
 * No public text gives thresholds for these; a place sets its own, tries them on years that it knows, and says in `note`
 * where they come from. Every threshold is a whole number or an exact share.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import { Citation } from "../foundation/Citation.js"
import { CivilDate, compare as compareDays } from "../foundation/CivilDate.js"
import * as Document from "../foundation/Document.js"
import * as Exact from "../foundation/Exact.js"
import { type Fault, make as fault } from "../foundation/Fault.js"
import { Strength } from "../foundation/Finding.js"
import { Label } from "../foundation/Label.js"
import { Per } from "../foundation/Period.js"
import type { Turn } from "../process/Decider.js"
import { Id } from "../process/Guard.js"
import type { Journal } from "../process/Journal.js"
import type { OrderScheme } from "./OrderScheme.js"
import { Deed } from "./OrderTerm.js"
import type { State, Taken } from "./ServiceOrder.js"

// ---------------------------------------------------------------- models

/**
 * What every rule tells besides its thresholds.
 *
 * @category models
 * @since 0.1.0
 */
export interface Stated {
  readonly id: string
  readonly label: Label
  readonly strength: Strength
  readonly cite?: Citation
  readonly note?: string
}

/**
 * Done or closed within minutes (秒办结): less than so many minutes lie between two events, by the instants at which they were
 * recorded, or less than a share of a limit of the scheme.
 *
 * **Details**
 *
 * To the `report`, the first one of a dispatch, it counts from the request, the dispatch or the taking on; to the `close`,
 * which is any end at which something was done, from the request. Only what was recorded on the day on which it took effect
 * counts: of paper records the instants tell when they were typed. Of a limit its plain length counts: a working day as a day of the clock, a working hour as an
 * hour.
 *
 * @category models
 * @since 0.1.0
 */
export interface InstantRule extends Stated {
  readonly kind: "instant"
  readonly from: "request" | "dispatch" | "takeOn"
  readonly to: "report" | "close"
  readonly minutes?: number
  readonly share?: string
  readonly limit?: string
}

/**
 * By what somebody is known again: the opaque id of the person, the mark of the means of contact (联系方式标识), the mark of the
 * device.
 *
 * @category models
 * @since 0.1.0
 */
export type Mark = "person" | "contact" | "device"

/**
 * A doer rates own work through another's account (代评): the rating bears a mark of somebody who worked under the order.
 *
 * @category models
 * @since 0.1.0
 */
export interface OwnRatingRule extends Stated {
  readonly kind: "ownRating"
  readonly marks: ReadonlyArray<Mark>
}

/**
 * A relative of a doer rates (亲属评单). `relations` are those that count, by the names of the caller's table; without it all do.
 *
 * @category models
 * @since 0.1.0
 */
export interface RelativeRatingRule extends Stated {
  readonly kind: "relativeRating"
  readonly relations?: ReadonlyArray<string>
}

/**
 * The same words again and again (套话): one text of a result in at least so many orders or dispatches of a doer or a branch, within so
 * many days, the first and the last counted.
 *
 * **Details** Texts are compared without spaces, punctuation, signs and digits. What is then shorter than `letters` is left
 * out: everybody writes 已办.
 *
 * @category models
 * @since 0.1.0
 */
export interface TemplateRule extends Stated {
  readonly kind: "template"
  readonly by: "doer" | "branch"
  readonly counts: "order" | "dispatch"
  readonly least: number
  readonly days: number
  readonly letters: number
}

/**
 * To which body something is counted, by the field that names it.
 *
 * @category models
 * @since 0.1.0
 */
export type BodyField = "village" | "grid" | "branch" | "unit"

/**
 * A burst at the end of a period (突击办结): of the dispatches that a body reported in a month, quarter, half or year, or of the
 * orders closed in it, more than the share `beyond` fall into its last days, and at least so many.
 *
 * @category models
 * @since 0.1.0
 */
export interface BurstRule extends Stated {
  readonly kind: "burst"
  readonly deed: "report" | "close"
  readonly body: BodyField
  readonly per: Per
  readonly lastDays: number
  readonly beyond: string
  readonly least: number
}

/**
 * Ratings that nobody gave (默认好评): of all ratings of a body the share `from` or more is one and the same grade, given less than
 * so many minutes after the publication (after the acceptance, where it is rated before it is published), and at least so
 * many are. Answers that a re-visit brought count as well, here and for all rules of ratings but that of one account.
 *
 * @category models
 * @since 0.1.0
 */
export interface DefaultRatingRule extends Stated {
  readonly kind: "defaultRating"
  readonly body: BodyField
  readonly minutes: number
  readonly from: string
  readonly least: number
}

/**
 * Ratings in bulk (批量评单): at least so many orders of a body are rated within so many seconds; within none is at the same
 * instant. The alarm counts the most that lie in one such span.
 *
 * @category models
 * @since 0.1.0
 */
export interface BulkRatingRule extends Stated {
  readonly kind: "bulkRating"
  readonly body: BodyField
  readonly seconds: number
  readonly least: number
}

/**
 * One account rates for many (一号多评): ratings that bear one mark are for at least so many requesters, within so many days, the first and
 * the last counted. Only those who asked rate by an account. Whoever is not named counts by the contact of the order, and all
 * without one count as one. The alarm concerns the person where the mark is one, else the first order by its id.
 *
 * @category models
 * @since 0.1.0
 */
export interface OneAccountRule extends Stated {
  readonly kind: "oneAccount"
  readonly marks: ReadonlyArray<Mark>
  readonly least: number
  readonly days: number
}

/**
 * Days that cannot be (不可能的日期), as the year 3020: an event that took effect or was recorded before `earliest` or after
 * `latest`, or that took effect more than `ahead` days after the day on which it was recorded, by clocks so many minutes ahead
 * of UTC.
 *
 * @category models
 * @since 0.1.0
 */
export interface DateRule extends Stated {
  readonly kind: "dates"
  readonly offsetMinutes: number
  readonly earliest?: CivilDate
  readonly latest?: CivilDate
  readonly ahead?: number
}

/**
 * What must not come before what: any of `later` before the earliest of `first`, of the same dispatch where both are done with
 * one, of the same order otherwise. After a rework it is looked at anew; and nothing that was done while an order was merged
 * (并单) is held against what came after it was separated, nor the other way round.
 *
 * @category models
 * @since 0.1.0
 */
export interface Sequence {
  readonly first: ReadonlyArray<Deed>
  readonly later: ReadonlyArray<Deed>
}

/**
 * Time that runs backwards (时间倒置): an event lies before another that has to come first, by day and then by instant. A replay
 * puts such events aside without a word.
 *
 * @category models
 * @since 0.1.0
 */
export interface BackwardsRule extends Stated {
  readonly kind: "backwards"
  readonly sequences: ReadonlyArray<Sequence>
}

/**
 * Passing on (推诿): an order is given back, disowned or re-assigned at least so many times between the same two bodies, or
 * within one.
 *
 * **Details** Giving back passes it to the body that dispatched, disowning to the body that it is said to belong to; of a
 * re-assignment it is passed between the body that had it and the one that takes it away. A body to which something is said to
 * belong counts only where it is known from elsewhere: what is written there may be anything.
 *
 * @category models
 * @since 0.1.0
 */
export interface PassingRule extends Stated {
  readonly kind: "passing"
  readonly least: number
}

/**
 * An order that comes back (反复诉求): the same requester, told by the person or a contact, asks for the same category at the same place within so many
 * days after an order was closed.
 *
 * @category models
 * @since 0.1.0
 */
export interface ComesBackRule extends Stated {
  readonly kind: "comesBack"
  readonly days: number
}

/**
 * A rule that raises alarms: one of a closed set of kinds.
 *
 * @category models
 * @since 0.1.0
 */
export type AlarmRule =
  | InstantRule
  | OwnRatingRule
  | RelativeRatingRule
  | TemplateRule
  | BurstRule
  | DefaultRatingRule
  | BulkRatingRule
  | OneAccountRule
  | DateRule
  | BackwardsRule
  | PassingRule
  | ComesBackRule

/**
 * The kind of a rule.
 *
 * @category models
 * @since 0.1.0
 */
export type AlarmKind = AlarmRule["kind"]

/**
 * The rules of a place as a stored document.
 *
 * @category models
 * @since 0.1.0
 */
export interface AlarmRules {
  readonly format: 1
  readonly id: string
  readonly version: string
  readonly label: Label
  readonly cite?: Citation
  readonly note?: string
  readonly rules: ReadonlyArray<AlarmRule>
}

/**
 * That two people are related (亲属关系), by their opaque ids, and how, in a word of the caller.
 *
 * @category models
 * @since 0.1.0
 */
export interface Relation {
  readonly one: string
  readonly other: string
  readonly relation: string
}

/**
 * What the rules read: orders as they stand, each once, and what the caller knows of people.
 *
 * **Details**
 *
 * `journal` is what is being imported, before it is replayed; without it days and sequences are looked up in what the states
 * were made of, the events put aside included. `contacts` tells the mark of the contact of people by their ids, and
 * `devices` the mark of the device by the ids of the events. Marks are opaque, and no alarm repeats one. `offsetMinutes` are
 * the minutes by which the clocks of the place are ahead of UTC; without it nothing counts as quick that lies on two days.
 *
 * **Gotchas** Marks are compared letter by letter. So those of the tables and those in the fields `contact` are to be made by
 * one and the same function of the caller, which leaves out spaces, signs and dialling codes first.
 *
 * @category models
 * @since 0.1.0
 */
export interface Evidence {
  readonly scheme: OrderScheme
  readonly states: ReadonlyArray<State>
  readonly journal?: Journal<Turn<Taken, Taken>>
  readonly contacts?: Readonly<Record<string, string>>
  readonly devices?: Readonly<Record<string, string>>
  readonly relations?: ReadonlyArray<Relation>
  readonly offsetMinutes?: number
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with rules: an id twice; a rule that bounds nothing (neither minutes nor a share of a limit, a share
 * without its limit or the other way round, no mark, no relation, no sequence or one without a first or a later deed or with
 * one that is both, no day); a closing that is not counted from the request; a
 * share at which everything or nothing is an alarm; last days that are the whole period; days the wrong way round; and,
 * held against a scheme, a limit that it has not (`noLimit`).
 *
 * @category errors
 * @since 0.1.0
 */
export type AlarmRuleFault = Fault<
  | "alarmRule.idTwice"
  | "alarmRule.noBound"
  | "alarmRule.span"
  | "alarmRule.share"
  | "alarmRule.lastDays"
  | "alarmRule.days"
  | "alarmRule.noLimit"
>

// ---------------------------------------------------------------- schemas

const text = /* @__PURE__ */ Schema.optionalKey(Schema.NonEmptyString)
const cited = /* @__PURE__ */ Schema.optionalKey(Citation)
const named = <K extends AlarmKind>(kind: K): Schema.Literal<K> => Schema.Literal(kind)
const least = /* @__PURE__ */ Schema.Int.check(/* @__PURE__ */ Schema.isBetween({ minimum: 2, maximum: 1_000_000 }))
const some = /* @__PURE__ */ Schema.Int.check(/* @__PURE__ */ Schema.isBetween({ minimum: 1, maximum: 1_000_000 }))
const none = /* @__PURE__ */ Schema.Int.check(/* @__PURE__ */ Schema.isBetween({ minimum: 0, maximum: 1_000_000 }))
const offset = /* @__PURE__ */ Schema.Int.check(/* @__PURE__ */ Schema.isBetween({ minimum: -1080, maximum: 1080 }))
const day = /* @__PURE__ */ Schema.optionalKey(CivilDate)
const body = /* @__PURE__ */ Schema.Literals(["village", "grid", "branch", "unit"])
const marks = /* @__PURE__ */ Schema.Array(/* @__PURE__ */ Schema.Literals(["person", "contact", "device"]))
const share = Exact.Text
const deeds = /* @__PURE__ */ Schema.Array(Deed)

const Instant: Schema.Codec<InstantRule> = /* @__PURE__ */ Schema.Struct({
  kind: /* @__PURE__ */ named("instant"),
  id: Id,
  label: Label,
  strength: Strength,
  cite: cited,
  note: text,
  from: /* @__PURE__ */ Schema.Literals(["request", "dispatch", "takeOn"]),
  to: /* @__PURE__ */ Schema.Literals(["report", "close"]),
  minutes: /* @__PURE__ */ Schema.optionalKey(some),
  share: /* @__PURE__ */ Schema.optionalKey(share),
  limit: /* @__PURE__ */ Schema.optionalKey(Id),
})

const OwnRating: Schema.Codec<OwnRatingRule> = /* @__PURE__ */ Schema.Struct({
  kind: /* @__PURE__ */ named("ownRating"),
  id: Id,
  label: Label,
  strength: Strength,
  cite: cited,
  note: text,
  marks,
})

const RelativeRating: Schema.Codec<RelativeRatingRule> = /* @__PURE__ */ Schema.Struct({
  kind: /* @__PURE__ */ named("relativeRating"),
  id: Id,
  label: Label,
  strength: Strength,
  cite: cited,
  note: text,
  relations: /* @__PURE__ */ Schema.optionalKey(/* @__PURE__ */ Schema.Array(Id)),
})

const Template: Schema.Codec<TemplateRule> = /* @__PURE__ */ Schema.Struct({
  kind: /* @__PURE__ */ named("template"),
  id: Id,
  label: Label,
  strength: Strength,
  cite: cited,
  note: text,
  by: /* @__PURE__ */ Schema.Literals(["doer", "branch"]),
  counts: /* @__PURE__ */ Schema.Literals(["order", "dispatch"]),
  least,
  days: some,
  letters: some,
})

const Burst: Schema.Codec<BurstRule> = /* @__PURE__ */ Schema.Struct({
  kind: /* @__PURE__ */ named("burst"),
  id: Id,
  label: Label,
  strength: Strength,
  cite: cited,
  note: text,
  deed: /* @__PURE__ */ Schema.Literals(["report", "close"]),
  body,
  per: Per,
  lastDays: some,
  beyond: share,
  least: some,
})

const DefaultRating: Schema.Codec<DefaultRatingRule> = /* @__PURE__ */ Schema.Struct({
  kind: /* @__PURE__ */ named("defaultRating"),
  id: Id,
  label: Label,
  strength: Strength,
  cite: cited,
  note: text,
  body,
  minutes: some,
  from: share,
  least,
})

const BulkRating: Schema.Codec<BulkRatingRule> = /* @__PURE__ */ Schema.Struct({
  kind: /* @__PURE__ */ named("bulkRating"),
  id: Id,
  label: Label,
  strength: Strength,
  cite: cited,
  note: text,
  body,
  seconds: none,
  least,
})

const OneAccount: Schema.Codec<OneAccountRule> = /* @__PURE__ */ Schema.Struct({
  kind: /* @__PURE__ */ named("oneAccount"),
  id: Id,
  label: Label,
  strength: Strength,
  cite: cited,
  note: text,
  marks,
  least,
  days: some,
})

const Dates: Schema.Codec<DateRule> = /* @__PURE__ */ Schema.Struct({
  kind: /* @__PURE__ */ named("dates"),
  id: Id,
  label: Label,
  strength: Strength,
  cite: cited,
  note: text,
  offsetMinutes: offset,
  earliest: day,
  latest: day,
  ahead: /* @__PURE__ */ Schema.optionalKey(none),
})

const Sequence: Schema.Codec<Sequence> = /* @__PURE__ */ Schema.Struct({
  first: deeds,
  later: deeds,
})

const Backwards: Schema.Codec<BackwardsRule> = /* @__PURE__ */ Schema.Struct({
  kind: /* @__PURE__ */ named("backwards"),
  id: Id,
  label: Label,
  strength: Strength,
  cite: cited,
  note: text,
  sequences: /* @__PURE__ */ Schema.Array(Sequence),
})

const Passing: Schema.Codec<PassingRule> = /* @__PURE__ */ Schema.Struct({
  kind: /* @__PURE__ */ named("passing"),
  id: Id,
  label: Label,
  strength: Strength,
  cite: cited,
  note: text,
  least: some,
})

const ComesBack: Schema.Codec<ComesBackRule> = /* @__PURE__ */ Schema.Struct({
  kind: /* @__PURE__ */ named("comesBack"),
  id: Id,
  label: Label,
  strength: Strength,
  cite: cited,
  note: text,
  days: none,
})

/**
 * The schema of {@link AlarmRule}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const AlarmRule: Schema.Codec<AlarmRule> = /* @__PURE__ */ Schema.Union([
  Instant,
  OwnRating,
  RelativeRating,
  Template,
  Burst,
  DefaultRating,
  BulkRating,
  OneAccount,
  Dates,
  Backwards,
  Passing,
  ComesBack,
])

/**
 * The schema of {@link AlarmRules}; {@link document} reads them from unknown input and checks them as a whole.
 *
 * @category schemas
 * @since 0.1.0
 */
export const AlarmRules: Schema.Codec<AlarmRules> = /* @__PURE__ */ Schema.Struct({
  format: /* @__PURE__ */ Schema.Literal(1),
  id: Id,
  version: Id,
  label: Label,
  cite: cited,
  note: text,
  rules: /* @__PURE__ */ Schema.Array(AlarmRule),
})

/**
 * The rules as a stored document: decode, encode, is, standard, jsonSchema.
 *
 * @category schemas
 * @since 0.1.0
 */
export const document: Document.Document<AlarmRules> = /* @__PURE__ */ Document.make<AlarmRules>({
  name: "AlarmRules",
  format: 1,
  schema: () => AlarmRules,
  check: (rules) => check(rules),
})

// ---------------------------------------------------------------- decisions

/**
 * Everything that is wrong with rules, all at once, each with its place; none for sound ones.
 *
 * @example
 * ```ts
 * import { AlarmRule } from "dangjian/orders"
 * import assert from "node:assert/strict"
 *
 * const rules: AlarmRule.AlarmRules = {
 *   format: 1,
 *   id: "预警", // made up
 *   version: "1",
 *   label: { zh: "预警" },
 *   rules: [{ kind: "instant", id: "秒办结", label: { zh: "秒办结" }, strength: "should", from: "dispatch", to: "close" }],
 * }
 * assert.deepEqual(AlarmRule.check(rules).map(({ code, path }) => [code, ...path]), [
 *   ["alarmRule.noBound", "rules", 0],
 *   ["alarmRule.span", "rules", 0, "from"],
 * ])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const check = ({ rules }: AlarmRules): ReadonlyArray<AlarmRuleFault> => {
  const seen = new Set<string>()
  return rules.flatMap((rule, index) => {
    const { id } = rule
    const twice = seen.has(id) ? [fault("alarmRule.idTwice", { id }, ["rules", index, "id"])] : []
    seen.add(id)
    return [...twice, ...ruleFaults(rule, ["rules", index])]
  })
}

const ruleFaults = (rule: AlarmRule, path: Fault["path"]): ReadonlyArray<AlarmRuleFault> => {
  const { id } = rule
  const noBound = (bounds: boolean): ReadonlyArray<AlarmRuleFault> =>
    bounds ? [] : [fault("alarmRule.noBound", { id }, path)]
  switch (rule.kind) {
    case "instant":
      return [...noBound(isBounded(rule)), ...spanFaults(rule, path), ...shareFaults(rule, "share", rule.share, path)]
    case "ownRating":
    case "oneAccount":
      return noBound(rule.marks.length > 0)
    case "relativeRating":
      return noBound(rule.relations?.length !== 0)
    case "burst":
      return [...lastDayFaults(rule, path), ...shareFaults(rule, "beyond", rule.beyond, path)]
    case "defaultRating":
      return shareFaults(rule, "from", rule.from, path)
    case "dates": {
      const { ahead, earliest, latest } = rule
      const isTurned = earliest !== undefined && latest !== undefined && compareDays(earliest, latest) > 0
      return [
        ...noBound(ahead !== undefined || earliest !== undefined || latest !== undefined),
        ...(isTurned ? [fault("alarmRule.days", { id, earliest, latest }, [...path, "latest"])] : []),
      ]
    }
    case "backwards":
      return noBound(rule.sequences.length > 0 && rule.sequences.every(canTurn))
    default:
      return []
  }
}

const canTurn = ({ first, later }: Sequence): boolean =>
  first.length > 0 && later.length > 0 && !later.some((deed) => first.includes(deed))

const isBounded = ({ limit, minutes, share: part }: InstantRule): boolean =>
  (limit === undefined) === (part === undefined) && (minutes !== undefined || part !== undefined)

const spanFaults = ({ from, id, to }: InstantRule, path: Fault["path"]): ReadonlyArray<AlarmRuleFault> =>
  to === "close" && from !== "request" ? [fault("alarmRule.span", { id, from, to }, [...path, "from"])] : []

/** A share beyond which nothing lies, or from which on everything does. */
const shareFaults = (
  { id }: AlarmRule,
  field: "share" | "beyond" | "from",
  part: string | undefined,
  path: Fault["path"],
): ReadonlyArray<AlarmRuleFault> => {
  if (part === undefined) return []
  const value = Exact.parseUnsafe(part)
  const [low, high] = [Exact.sign(value), Exact.compare(value, Exact.one)]
  const isFit = field === "beyond" ? low >= 0 && high < 0 : low > 0 && high <= 0
  return isFit ? [] : [fault("alarmRule.share", { id, share: part }, [...path, field])]
}

/** The fewest days of a month, a quarter, a half and a year. */
const FEWEST: Readonly<Record<Per, number>> = { month: 28, quarter: 90, half: 181, year: 365 }

const lastDayFaults = ({ id, lastDays, per }: BurstRule, path: Fault["path"]): ReadonlyArray<AlarmRuleFault> =>
  lastDays < FEWEST[per] ? [] : [fault("alarmRule.lastDays", { id, days: lastDays, per }, [...path, "lastDays"])]

/**
 * What rules ask of a scheme that it has not: limits by which they measure. Where a scheme does not do what a rule looks at, as one
 * without ratings, there is nothing to see, which is no fault.
 *
 * @example
 * ```ts
 * import { AlarmRule } from "dangjian/orders"
 * import { FiveOrders, OrderAlarms } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * assert.deepEqual(AlarmRule.unfit(OrderAlarms.rules, FiveOrders.scheme), [])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const unfit = ({ rules }: AlarmRules, { dispatch, order }: OrderScheme): ReadonlyArray<AlarmRuleFault> => {
  const known = new Set([...order.limits, ...dispatch.limits].map(({ id }) => id))
  return rules.flatMap((rule, index) =>
    rule.kind === "instant" && rule.limit !== undefined && !known.has(rule.limit)
      ? [fault("alarmRule.noLimit", { id: rule.id, limit: rule.limit }, ["rules", index, "limit"])]
      : [],
  )
}

// ---------------------------------------------------------------- instances

/**
 * The names of the kinds.
 *
 * @category instances
 * @since 0.1.0
 */
export const kinds: Readonly<Record<AlarmKind, Label>> = {
  instant: { zh: "秒办结", en: "done within minutes" },
  ownRating: { zh: "代评", en: "doer rates own work" },
  relativeRating: { zh: "亲属评单", en: "relative of a doer rates" },
  template: { zh: "套话", en: "same words again" },
  burst: { zh: "突击办结", en: "burst at the end of a period" },
  defaultRating: { zh: "默认好评", en: "ratings by default" },
  bulkRating: { zh: "批量评单", en: "ratings in bulk" },
  oneAccount: { zh: "一号多评", en: "one account rates for many" },
  dates: { zh: "不可能的日期", en: "impossible day" },
  backwards: { zh: "时间倒置", en: "time runs backwards" },
  passing: { zh: "推诿", en: "passed on" },
  comesBack: { zh: "反复诉求", en: "comes back" },
}

/**
 * The names of the marks.
 *
 * @category instances
 * @since 0.1.0
 */
export const markNames: Readonly<Record<Mark, Label>> = {
  person: { zh: "本人", en: "person" },
  contact: { zh: "联系方式", en: "contact" },
  device: { zh: "设备", en: "device" },
}
