/**
 * Alarms over orders (异常预警): where the events of a year look as if figures were dressed up, each citing the events that it
 * rests on, so that whoever looks into it finds them.
 *
 * **Details**
 *
 * Every rule is one pass over the orders. What an alarm tells never holds a contact, an address or the words of anybody; it does name
 * bodies and, by their opaque ids, people, and is for those who look into it. The order of the input changes nothing.
 *
 * @since 0.1.0
 */
import type { Citation } from "../foundation/Citation.js"
import * as Finding from "../foundation/Finding.js"
import { byText } from "../foundation/TextOrder.js"
import { type Facts, factsOf, type Happened, happenedOf, type Raised } from "./AlarmFacts.js"
import type { AlarmKind, AlarmRule, AlarmRules, Evidence } from "./AlarmRule.js"
import { impossible, turned } from "./DateAlarms.js"
import { bulkRatings, defaultRatings, oneAccounts, ownRatings, relativeRatings } from "./RatingAlarms.js"
import { bare as bareText, bursts, comebacks, instants, passings, templates } from "./WorkAlarms.js"

// ---------------------------------------------------------------- models

/**
 * What an alarm is about, by the kind of its rule.
 *
 * @category models
 * @since 0.1.0
 */
export type AlarmCode = `orderAlarm.${AlarmKind}`

/**
 * An alarm: the rule that raised it and how strongly that speaks; the order, body or person that it concerns; the ids of
 * the events that it rests on, in the order in which they took effect; and the values of its sentence.
 *
 * @category models
 * @since 0.1.0
 */
export interface Alarm {
  readonly rule: string
  readonly code: AlarmCode
  readonly strength: Finding.Strength
  readonly subject: string
  readonly entries: ReadonlyArray<string>
  readonly params: Readonly<Record<string, string | number>>
  readonly cite?: Citation
}

// ---------------------------------------------------------------- getters

/**
 * A text as rules compare it with others (套话比对): without spaces, punctuation, signs and digits, wide letters as narrow
 * ones and capitals as small ones. Numbers written in characters (三) stay.
 *
 * @example
 * ```ts
 * import { OrderAlarm } from "dangjian/orders"
 * import assert from "node:assert/strict"
 *
 * assert.equal(OrderAlarm.bare("已上门 2 次，修好了！"), OrderAlarm.bare("已上门３次, 修好了。"))
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const bare = (text: string): string => bareText(text)

/**
 * Alarms as findings, those of rules that may be left aside (可以) left out. The ids of the events stand in `events`.
 *
 * @example
 * ```ts
 * import { OrderAlarm, OrdersTexts } from "dangjian/orders"
 * import { Finding } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const alarm: OrderAlarm.Alarm = {
 *   rule: "推诿", // made up
 *   code: "orderAlarm.passing",
 *   strength: "should",
 *   subject: "工单1",
 *   entries: ["e3", "e5", "e8"],
 *   params: { from: "甲支部", to: "乙支部", count: 3 },
 * }
 * const [finding] = OrderAlarm.findings([alarm])
 * assert.equal(Finding.say(OrdersTexts.texts, finding!, "zh"), "提醒：工单1：在“甲支部”与“乙支部”之间退回、改派3次")
 * assert.equal(finding?.params.events, "e3、e5、e8")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const findings = (alarms: ReadonlyArray<Alarm>): ReadonlyArray<Finding.Finding<AlarmCode>> =>
  Finding.sort(
    alarms.flatMap(({ cite, code, entries, params, rule, strength, subject }) => {
      const deviation = { code, subject, params: { ...params, rule, events: entries.join("、") } }
      const finding = Finding.of(strength, cite === undefined ? deviation : { ...deviation, cite })
      return finding === undefined ? [] : [finding]
    }),
  )

// ---------------------------------------------------------------- decisions

/**
 * Every alarm that rules raise over orders, in the order of the rules' ids, of what they concern, and of their events.
 *
 * **Details**
 *
 * A rule sees what it is given: a body's ratings are those of the orders in `states`, so give the orders of the period that
 * is looked at. Events that a correction replaced are to be left out of `journal` first (`Journal.known`). A rule that
 * measures by a limit which the scheme has not passes over it, see `AlarmRule.unfit`.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { OrderAlarm, ServiceOrder } from "dangjian/orders"
 * import { FiveOrders, OrderAlarms } from "dangjian/presets"
 * import { Decider } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * const { scheme } = FiveOrders
 * const decider = ServiceOrder.decider(scheme, (role, { actor }) => actor.post === role)
 * const steps = [ // made up: reported done two minutes after it was dispatched
 *   ["resident", 0, { order: "工单1", move: "request", fields: { what: "修路灯" } }],
 *   ["grid", 1, { order: "工单1", move: "claim", fields: {} }],
 *   ["branch", 2, { order: "工单1", dispatch: "派单1", move: "dispatch", fields: { doer: "member" } }],
 *   ["member", 3, { order: "工单1", dispatch: "派单1", move: "takeOn", fields: {} }],
 *   ["member", 4, { order: "工单1", dispatch: "派单1", move: "report", fields: { evidence: "照片1" } }],
 * ] as const
 * const state = Decider.fold(
 *   decider,
 *   steps.map(([post, minute, payload], index) => ({
 *     id: `e${index + 1}`,
 *     on: CivilDate.parseUnsafe("2023-03-06"),
 *     recordedAt: Coordinate.instantUnsafe(1678068000000 + minute * 60000),
 *     actor: { post, person: post },
 *     payload,
 *   })),
 * )
 * const [alarm] = OrderAlarm.alarms(OrderAlarms.rules, { scheme, states: [state] })
 * assert.deepEqual([alarm?.code, alarm?.subject, alarm?.entries], ["orderAlarm.instant", "工单1", ["e3", "e5"]])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const alarms = ({ rules }: AlarmRules, evidence: Evidence): ReadonlyArray<Alarm> => {
  const facts = factsOf(evidence)
  const happened = rules.some(({ kind }) => kind === "dates" || kind === "backwards")
    ? happenedOf(evidence, facts.cases)
    : []
  return rules
    .flatMap((rule) => raisedBy(rule, facts, happened).map((raised) => alarmOf(rule, raised)))
    .map((alarm) => ({
      alarm,
      key: [alarm.rule, alarm.subject, JSON.stringify([alarm.entries, alarm.params])] as const,
    }))
    .sort(({ key: a }, { key: b }) => byText(a[0], b[0]) || byText(a[1], b[1]) || byText(a[2], b[2]))
    .map(({ alarm }) => alarm)
}

const alarmOf = ({ cite, id, kind, strength }: AlarmRule, { entries, params, subject }: Raised): Alarm => ({
  rule: id,
  code: `orderAlarm.${kind}`,
  strength,
  subject,
  entries,
  params,
  ...(cite === undefined ? {} : { cite }),
})

const raisedBy = (
  rule: AlarmRule,
  facts: Facts,
  happened: ReadonlyArray<ReadonlyArray<Happened>>,
): ReadonlyArray<Raised> => {
  switch (rule.kind) {
    case "instant":
      return instants(rule, facts)
    case "ownRating":
      return ownRatings(rule, facts)
    case "relativeRating":
      return relativeRatings(rule, facts)
    case "template":
      return templates(rule, facts)
    case "burst":
      return bursts(rule, facts)
    case "defaultRating":
      return defaultRatings(rule, facts)
    case "bulkRating":
      return bulkRatings(rule, facts)
    case "oneAccount":
      return oneAccounts(rule, facts)
    case "dates":
      return impossible(rule, happened)
    case "backwards":
      return turned(rule, happened)
    case "passing":
      return passings(rule, facts)
    case "comesBack":
      return comebacks(rule, facts)
  }
}
