/**
 * Separation of duties (职责分离、不相容职务分离): which duties one person may not have in one matter, or hold at once at all. Each
 * rule is a dated, cited value with a strength.
 *
 * Whether two acts are of one hand is told by the persons where both are named. Where neither is, the same post counts as
 * one hand unless both name a body and not the same. Where one is named and the other not, nobody can tell: that is found
 * too, under a code of its own, until the other is named. So nobody escapes by leaving out a name or a body.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import { Citation } from "../foundation/Citation.js"
import * as CivilDate from "../foundation/CivilDate.js"
import * as Document from "../foundation/Document.js"
import { type Fault, make as fault } from "../foundation/Fault.js"
import * as Finding from "../foundation/Finding.js"
import { Label } from "../foundation/Label.js"
import { Actor } from "./Actor.js"

// ---------------------------------------------------------------- models

/**
 * A rule: whoever has the duty `duty` may not have any of `against`, in the same matter (`matter`), or at the same time
 * (`held`). A duty that stands against itself has to be done by two hands (双人).
 *
 * **Details**
 *
 * Of deeds the rule counts that is in force on the day of the later one. `approvedBy` names whose approval makes a
 * deviation lawful, where the text provides for any.
 *
 * @category models
 * @since 0.1.0
 */
export interface Rule {
  readonly id: string
  readonly label?: Label
  readonly within: "matter" | "held"
  readonly duty: string
  readonly against: ReadonlyArray<string>
  readonly strength: Finding.Strength
  readonly from: CivilDate.CivilDate
  readonly to?: CivilDate.CivilDate
  readonly cite: Citation
  readonly approvedBy?: string
  readonly note?: string
}

/**
 * The rules of separation as a stored document.
 *
 * @category models
 * @since 0.1.0
 */
export interface Rules {
  readonly format: 1
  readonly rules: ReadonlyArray<Rule>
}

/**
 * What somebody did in a matter (办理行为): an id, the matter, the duty that was exercised, who, and when.
 *
 * @category models
 * @since 0.1.0
 */
export interface Deed {
  readonly id: string
  readonly matter: string
  readonly duty: string
  readonly actor: Actor
  readonly on: CivilDate.CivilDate
}

/**
 * A duty that somebody holds (任职): from a day on, and up to, but without, another.
 *
 * @category models
 * @since 0.1.0
 */
export interface Tenure {
  readonly id: string
  readonly duty: string
  readonly actor: Actor
  readonly from: CivilDate.CivilDate
  readonly to?: CivilDate.CivilDate
}

/**
 * An approval of a deviation, and whose it is: it covers what the rules find whose `approvedBy` is that one, and no other.
 *
 * @category models
 * @since 0.1.0
 */
export interface RuleApproval extends Finding.Approval {
  readonly by: string
}

/**
 * Of which hands two acts are (同一人与否): of one, of two, or of such as cannot be told apart, where only one of them was named.
 *
 * @category models
 * @since 0.1.0
 */
export type Hands = "one" | "two" | "untold"

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with rules: an id twice, a rule against nothing, a span that ends before it begins.
 *
 * @category errors
 * @since 0.1.0
 */
export type SeparationFault = Fault<"separation.idTwice" | "separation.againstNothing" | "separation.emptySpan">

/**
 * What is found: one hand with two duties in one matter, or two duties held by one hand; or two duties of which one is a
 * named person's and the other an unnamed one's, who has to be named.
 *
 * @category errors
 * @since 0.1.0
 */
export type SeparationCode = "separation.sameHand" | "separation.heldTogether" | "separation.unnamed"

// ---------------------------------------------------------------- schemas

const Id = Schema.NonEmptyString

/**
 * The schema of {@link Rule}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Rule: Schema.Codec<Rule> = /* @__PURE__ */ Schema.Struct({
  id: Id,
  label: /* @__PURE__ */ Schema.optionalKey(Label),
  within: /* @__PURE__ */ Schema.Literals(["matter", "held"]),
  duty: Id,
  against: /* @__PURE__ */ Schema.Array(Id),
  strength: Finding.Strength,
  from: CivilDate.CivilDate,
  to: /* @__PURE__ */ Schema.optionalKey(CivilDate.CivilDate),
  cite: Citation,
  approvedBy: /* @__PURE__ */ Schema.optionalKey(Id),
  note: /* @__PURE__ */ Schema.optionalKey(Id),
})

/**
 * The schema of {@link Rules}; {@link document} checks them as a whole.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Rules: Schema.Codec<Rules> = /* @__PURE__ */ Schema.Struct({
  format: /* @__PURE__ */ Schema.Literal(1),
  rules: /* @__PURE__ */ Schema.Array(Rule),
})

/**
 * The schema of {@link Deed}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Deed: Schema.Codec<Deed> = /* @__PURE__ */ Schema.Struct({
  id: Id,
  matter: Id,
  duty: Id,
  actor: Actor,
  on: CivilDate.CivilDate,
})

/**
 * The schema of {@link Tenure}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Tenure: Schema.Codec<Tenure> = /* @__PURE__ */ Schema.Struct({
  id: Id,
  duty: Id,
  actor: Actor,
  from: CivilDate.CivilDate,
  to: /* @__PURE__ */ Schema.optionalKey(CivilDate.CivilDate),
})

/**
 * The rules as a stored document: decode, encode, is, standard, jsonSchema.
 *
 * @category schemas
 * @since 0.1.0
 */
export const document: Document.Document<Rules> = /* @__PURE__ */ Document.make<Rules>({
  name: "SeparationRules",
  format: 1,
  schema: () => Rules,
  check: (rules) => check(rules),
})

// ---------------------------------------------------------------- guards

/**
 * Whether two acts are for certain of one hand, see {@link hands}.
 *
 * @example
 * ```ts
 * import { Separation } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * const clerk = { post: "会计", body: "甲村" }
 * assert.equal(Separation.isSameHand({ ...clerk, person: "p1" }, { post: "出纳", body: "甲村", person: "p1" }), true)
 * assert.equal(Separation.isSameHand({ ...clerk, person: "p1" }, clerk), false)
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const isSameHand = (a: Actor, b: Actor): boolean => hands(a, b) === "one"

// ---------------------------------------------------------------- getters

/**
 * Of which hands two acts are, as separation has it: of one person, where both are named; of one post, where neither is, and
 * a body that is not told may be any; and not to be told where only one is named.
 *
 * @example
 * ```ts
 * import { Separation } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * const clerk = { post: "会计", body: "甲村" }
 * assert.equal(Separation.hands({ ...clerk, person: "p1" }, { post: "出纳", body: "甲村", person: "p1" }), "one")
 * assert.equal(Separation.hands({ ...clerk, person: "p1" }, { ...clerk, person: "p2" }), "two")
 * assert.equal(Separation.hands({ ...clerk, person: "p1" }, { post: "出纳", body: "甲村" }), "untold")
 * assert.equal(Separation.hands(clerk, { post: "会计" }), "one")
 * assert.equal(Separation.hands(clerk, { post: "会计", body: "乙村" }), "two")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const hands = (a: Actor, b: Actor): Hands => {
  if (a.person !== undefined && b.person !== undefined) return a.person === b.person ? "one" : "two"
  if (a.person !== undefined || b.person !== undefined) return "untold"
  const isOther = a.body !== undefined && b.body !== undefined && a.body !== b.body
  return a.post === b.post && !isOther ? "one" : "two"
}

/**
 * All that is wrong with rules, each with its place; nothing where they can be used.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Separation } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * const cite = { title: "示例制度", standing: "transcription" } as const // made up
 * const rule: Separation.Rule = {
 *   id: "申请与审批", within: "matter", duty: "申请", against: [], strength: "must", from: CivilDate.parseUnsafe("2020-01-01"), cite,
 * }
 * const faults = Separation.check({ format: 1, rules: [rule] })
 * assert.deepEqual(faults.map(({ code, path }) => [code, path]), [["separation.againstNothing", ["rules", 0, "against"]]])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const check = ({ rules }: Rules): ReadonlyArray<SeparationFault> =>
  rules.flatMap(({ id, against, from, to }, place) => [
    ...(rules.findIndex((one) => one.id === id) < place
      ? [fault("separation.idTwice", { id }, ["rules", place, "id"])]
      : []),
    ...(against.length === 0 ? [fault("separation.againstNothing", { id }, ["rules", place, "against"])] : []),
    ...(to !== undefined && to <= from
      ? [fault("separation.emptySpan", { id, from, to }, ["rules", place, "to"])]
      : []),
  ])

// ---------------------------------------------------------------- decisions

/**
 * What the rules find in what was done: every deed that one hand may not have done after another one, with the first of
 * those others. Deeds of one day stand in the order of their ids; the order in which they are given does not matter.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Separation } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * const day = CivilDate.parseUnsafe
 * const cite = { title: "示例制度", standing: "transcription" } as const // made up
 * const rules: ReadonlyArray<Separation.Rule> = [
 *   { id: "申请与审批", within: "matter", duty: "申请", against: ["审批"], strength: "must", from: day("2020-01-01"), cite },
 * ]
 * const actor = { post: "村书记", body: "甲村" }
 * const deeds = [
 *   { id: "d1", matter: "m1", duty: "申请", actor, on: day("2020-03-02") },
 *   { id: "d2", matter: "m1", duty: "审批", actor, on: day("2020-03-03") },
 *   { id: "d3", matter: "m2", duty: "审批", actor, on: day("2020-03-03") },
 * ]
 * const findings = Separation.findings(rules, deeds)
 * assert.deepEqual(findings.map(({ subject, params }) => [subject, params.first, params.second]), [["m1", "d1", "d2"]])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const findings = (
  rules: ReadonlyArray<Rule>,
  deeds: ReadonlyArray<Deed>,
  approvals: ReadonlyArray<RuleApproval> = [],
): ReadonlyArray<Finding.Finding<SeparationCode>> => {
  const before = new Map<string, Done>()
  const found: Array<Finding.Finding<SeparationCode>> = []
  const seen = new Set<string>()
  for (const deed of [...deeds].sort(byDay)) {
    // A deed that stands twice, as after two lists were put together, is one deed.
    if (seen.has(deed.id)) continue
    seen.add(deed.id)
    const done: Done = before.get(deed.matter) ?? new Map()
    before.set(deed.matter, done)
    for (const rule of rules) found.push(...againstEarlier(rule, deed, done, approvals))
    remember(done, deed)
  }
  return Finding.sort(found)
}

const byDay = (a: Deed, b: Deed): number => CivilDate.compare(a.on, b.on) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

// Of each duty the first deed of each hand, by the marks that a hand leaves.
type Done = Map<string, Map<string, Deed>>

// The marks of a hand: of the person, and that one was named; or of the post, with and without regard to the body.
const marksOf = ({ person, post, body }: Actor): ReadonlyArray<string> =>
  person === undefined
    ? ["unnamed", `place ${JSON.stringify([post, body ?? null])}`, `post ${post}`]
    : ["named", `person ${person}`]

const marksLike = ({ person, post, body }: Actor): ReadonlyArray<string> => {
  if (person !== undefined) return [`person ${person}`]
  if (body === undefined) return [`post ${post}`]
  return [`place ${JSON.stringify([post, body])}`, `place ${JSON.stringify([post, null])}`]
}

const marksUntold = ({ person }: Actor): ReadonlyArray<string> => [person === undefined ? "named" : "unnamed"]

const remember = (done: Done, deed: Deed): void => {
  const ofDuty = done.get(deed.duty) ?? new Map<string, Deed>()
  done.set(deed.duty, ofDuty)
  for (const mark of marksOf(deed.actor)) if (!ofDuty.has(mark)) ofDuty.set(mark, deed)
}

const earliest = (rule: Rule, deed: Deed, done: Done, marks: ReadonlyArray<string>): Deed | undefined =>
  opposites(rule, deed.duty)
    .flatMap((duty) => marks.flatMap((mark) => done.get(duty)?.get(mark) ?? []))
    .sort(byDay)[0]

const opposites = ({ duty, against }: Rule, of: string): ReadonlyArray<string> => {
  if (duty === of) return against
  return against.includes(of) ? [duty] : []
}

const isInForce = ({ from, to }: Pick<Rule, "from" | "to">, on: CivilDate.CivilDate): boolean =>
  from <= on && (to === undefined || on < to)

const againstEarlier = (
  rule: Rule,
  second: Deed,
  done: Done,
  approvals: ReadonlyArray<RuleApproval>,
): ReadonlyArray<Finding.Finding<SeparationCode>> => {
  if (rule.within !== "matter" || !isInForce(rule, second.on)) return []
  const same = earliest(rule, second, done, marksLike(second.actor))
  const first = same ?? earliest(rule, second, done, marksUntold(second.actor))
  if (first === undefined) return []
  const params = { rule: rule.id, first: first.id, second: second.id, duty: first.duty, other: second.duty }
  const code = same === undefined ? "separation.unnamed" : "separation.sameHand"
  return deviation(rule, { code, subject: second.matter, params }, approvals)
}

const deviation = (
  { approvedBy, cite, strength }: Rule,
  found: Finding.Deviation<SeparationCode>,
  approvals: ReadonlyArray<RuleApproval>,
): ReadonlyArray<Finding.Finding<SeparationCode>> => {
  const finding = Finding.of(strength, { ...found, cite })
  if (finding === undefined) return []
  return [
    approvedBy === undefined
      ? finding
      : Finding.cover(
          finding,
          approvals.filter(({ by }) => by === approvedBy),
        ),
  ]
}

/**
 * What the rules would find if somebody did a duty in a matter on a day, after what was done: nothing where they may. One
 * finding for each rule that stands against it.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Separation } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * const day = CivilDate.parseUnsafe
 * const cite = { title: "示例制度", standing: "transcription" } as const // made up
 * const rules: ReadonlyArray<Separation.Rule> = [
 *   { id: "申请与审批", within: "matter", duty: "申请", against: ["审批"], strength: "must", from: day("2020-01-01"), cite },
 * ]
 * const [secretary, committee] = [{ post: "村书记", body: "甲村" }, { post: "书记", body: "镇党委" }]
 * const deeds = [{ id: "d1", matter: "m1", duty: "申请", actor: secretary, on: day("2020-03-02") }]
 * const asked = { id: "d2", matter: "m1", duty: "审批", on: day("2020-03-03") }
 * assert.equal(Separation.mayAct(rules, deeds, { ...asked, actor: secretary }).length, 1)
 * assert.equal(Separation.mayAct(rules, deeds, { ...asked, actor: committee }).length, 0)
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const mayAct = (
  rules: ReadonlyArray<Rule>,
  deeds: ReadonlyArray<Deed>,
  deed: Deed,
  approvals: ReadonlyArray<RuleApproval> = [],
): ReadonlyArray<Finding.Finding<SeparationCode>> => {
  const done: Done = new Map()
  for (const each of [...deeds].sort(byDay)) {
    if (each.matter === deed.matter && each.id !== deed.id) remember(done, each)
  }
  return Finding.sort(rules.flatMap((rule) => againstEarlier(rule, deed, done, approvals)))
}

/**
 * What the rules find in who holds what on a day: every two duties in one hand that a rule keeps apart, by the ids of
 * the tenures. The order in which they are given does not matter.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Separation } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * const day = CivilDate.parseUnsafe
 * const cite = { title: "中华人民共和国会计法", standing: "transcription" } as const
 * const rules: ReadonlyArray<Separation.Rule> = [
 *   { id: "出纳", within: "held", duty: "出纳", against: ["稽核", "会计档案保管"], strength: "must", from: day("2000-07-01"), cite },
 * ]
 * const tenure = (id: string, duty: string) => ({ id, duty, actor: { post: duty, person: "p1" }, from: day("2020-01-01") })
 * const tenures = [tenure("t1", "出纳"), tenure("t2", "稽核")] // made up
 * assert.deepEqual(
 *   Separation.heldTogether(rules, tenures, day("2020-03-02")).map(({ params }) => [params.first, params.second]),
 *   [["t1", "t2"]],
 * )
 * assert.equal(Separation.heldTogether(rules, tenures, day("2019-12-31")).length, 0)
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const heldTogether = (
  rules: ReadonlyArray<Rule>,
  tenures: ReadonlyArray<Tenure>,
  on: CivilDate.CivilDate,
  approvals: ReadonlyArray<RuleApproval> = [],
): ReadonlyArray<Finding.Finding<SeparationCode>> => {
  const byDuty = new Map<string, Map<string, Array<Tenure>>>()
  const held = tenures.filter((tenure) => isInForce(tenure, on))
  for (const tenure of held) {
    const ofDuty = byDuty.get(tenure.duty) ?? new Map<string, Array<Tenure>>()
    byDuty.set(tenure.duty, ofDuty)
    for (const mark of marksOf(tenure.actor)) {
      const same = ofDuty.get(mark) ?? []
      ofDuty.set(mark, same)
      same.push(tenure)
    }
  }
  const like = (rule: Rule, one: Tenure, marks: ReadonlyArray<string>): ReadonlyArray<Tenure> =>
    [...new Set(opposites(rule, one.duty))]
      .flatMap((duty) => marks.flatMap((mark) => byDuty.get(duty)?.get(mark) ?? []))
      .filter(({ id }) => one.id < id)
  const found = rules
    .filter((rule) => rule.within === "held" && isInForce(rule, on))
    .flatMap((rule) =>
      held.flatMap((one) => [
        ...like(rule, one, marksLike(one.actor)).flatMap((two) =>
          together("separation.heldTogether", rule, one, two, approvals),
        ),
        ...like(rule, one, marksUntold(one.actor)).flatMap((two) =>
          together("separation.unnamed", rule, one, two, approvals),
        ),
      ]),
    )
  return Finding.sort(found)
}

const together = (
  code: SeparationCode,
  rule: Rule,
  one: Tenure,
  two: Tenure,
  approvals: ReadonlyArray<RuleApproval>,
): ReadonlyArray<Finding.Finding<SeparationCode>> => {
  const params = { rule: rule.id, first: one.id, second: two.id, duty: one.duty, other: two.duty }
  return deviation(rule, { code, subject: one.id, params }, approvals)
}

// ---------------------------------------------------------------- instances

/**
 * What a rule keeps apart.
 *
 * @category instances
 * @since 0.1.0
 */
export const scopes: Readonly<Record<Rule["within"], Label>> = {
  matter: { zh: "同一事项中不得由一人办理", en: "not by one hand in one matter" },
  held: { zh: "不得由一人兼任", en: "not held by one hand at once" },
}
