/**
 * Rules of posts (任职规定): which posts exclude each other, how long a dispatch lasts at least, where a post may be, how many
 * a body has, and who may hold it. Each is data with its source; what deviates is found on a day.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as CivilDate from "../foundation/CivilDate.js"
import * as Finding from "../foundation/Finding.js"
import { byText } from "../foundation/TextOrder.js"
import { type Appointment, EndReason, type PostKind } from "./Post.js"
import type { Holding, PostRoll } from "./PostRoll.js"
import * as Provision from "./Provision.js"

// ---------------------------------------------------------------- models

/**
 * What a rule of posts says.
 *
 * **Details**
 *
 * `apart`: whoever holds a post of the kind holds none of the others (without `others`: no seat of the two committees).
 * `notCandidate`: whoever holds one does not stand for the others. `leastTerm`: it is held for so many months at least,
 * unless it ended for one of the reasons excepted.
 * `onlyIn`: there are such posts only in bodies of these kinds. `perBody`: every body of these kinds has from `least` to
 * `most` holders. `stage`: who holds it is a member of that stage. `load`: one person holds it in at most so many bodies.
 *
 * @category models
 * @since 0.1.0
 */
export type PostDemand =
  | { readonly is: "apart"; readonly kind: string; readonly others?: ReadonlyArray<string> }
  | { readonly is: "notCandidate"; readonly kind: string; readonly others?: ReadonlyArray<string> }
  | {
      readonly is: "leastTerm"
      readonly kind: string
      readonly months: number
      readonly except?: ReadonlyArray<EndReason>
    }
  | { readonly is: "onlyIn"; readonly kind: string; readonly bodies: ReadonlyArray<string> }
  | {
      readonly is: "perBody"
      readonly kind: string
      readonly bodies: ReadonlyArray<string>
      readonly least: number
      readonly most?: number
    }
  | { readonly is: "stage"; readonly kind: string; readonly stage: "probationary" | "full" }
  | { readonly is: "load"; readonly kind: string; readonly most: number }

/**
 * A rule of posts: the provision and what it says.
 *
 * @category models
 * @since 0.1.0
 */
export interface PostRule extends Provision.Provision {
  readonly says: PostDemand
}

/**
 * What rules of posts are held against: the roll of the day, the appointments it was made from, the bodies there are with
 * their kinds (of organisation, unit or grid), and how far the membership of each person has come.
 *
 * @category models
 * @since 0.1.0
 */
export interface PostView {
  readonly roll: PostRoll
  readonly appointments: ReadonlyArray<Appointment>
  readonly bodies: ReadonlyArray<{ readonly id: string; readonly kind: string }>
  readonly members: ReadonlyArray<{ readonly person: string; readonly stage: string }>
}

/**
 * Someone whom a rule keeps from standing for a post.
 *
 * @category models
 * @since 0.1.0
 */
export interface Barred {
  readonly person: string
  readonly rule: string
}

// ---------------------------------------------------------------- errors

/**
 * What rules of posts find: posts that exclude each other in one hand, a dispatch planned or ended too soon, a post where
 * there is none of its kind, too few or too many holders in a body, a holder who is no member of the stage, one person
 * in too many bodies.
 *
 * @category errors
 * @since 0.1.0
 */
export type PostRuleCode =
  | "postRule.apart"
  | "postRule.shortTerm"
  | "postRule.wrongBody"
  | "postRule.tooFew"
  | "postRule.tooMany"
  | "postRule.stage"
  | "postRule.load"

// ---------------------------------------------------------------- schemas

const text = Schema.NonEmptyString
const texts = /* @__PURE__ */ Schema.Array(text)
const someOthers = /* @__PURE__ */ Schema.optionalKey(texts)
const someReasons = /* @__PURE__ */ Schema.optionalKey(/* @__PURE__ */ Schema.Array(EndReason))
const whole = /* @__PURE__ */ Schema.Int.check(/* @__PURE__ */ Schema.isBetween({ minimum: 0, maximum: 100_000 }))

/**
 * The schema of {@link PostDemand}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const PostDemand: Schema.Codec<PostDemand> = /* @__PURE__ */ Schema.Union([
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ Schema.Literal("apart"), kind: text, others: someOthers }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ Schema.Literal("notCandidate"), kind: text, others: someOthers }),
  /* @__PURE__ */ Schema.Struct({
    is: /* @__PURE__ */ Schema.Literal("leastTerm"),
    kind: text,
    months: whole,
    except: someReasons,
  }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ Schema.Literal("onlyIn"), kind: text, bodies: texts }),
  /* @__PURE__ */ Schema.Struct({
    is: /* @__PURE__ */ Schema.Literal("perBody"),
    kind: text,
    bodies: texts,
    least: whole,
    most: /* @__PURE__ */ Schema.optionalKey(whole),
  }),
  /* @__PURE__ */ Schema.Struct({
    is: /* @__PURE__ */ Schema.Literal("stage"),
    kind: text,
    stage: /* @__PURE__ */ Schema.Literals(["probationary", "full"]),
  }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ Schema.Literal("load"), kind: text, most: whole }),
])

/**
 * The schema of {@link PostRule}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const PostRule: Schema.Codec<PostRule> = /* @__PURE__ */ Provision.Provision.mapFields((fields) => ({
  ...fields,
  says: PostDemand,
}))

// ---------------------------------------------------------------- getters

/**
 * Whom the rules in force on the day of the roll keep from standing for one of the offices, by person. `offices` are kinds
 * of posts.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { PostRoll, PostRule } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const on = CivilDate.parseUnsafe("2024-06-30")
 * const cite = { title: "示例规定", standing: "transcription" } as const // made up
 * const says = { is: "notCandidate", kind: "firstSecretary", others: ["secretary"] } as const
 * const rule: PostRule.PostRule = { id: "first", strength: "must", from: on, cite, says }
 * const roll = PostRoll.at(
 *   {
 *     kinds: [],
 *     posts: [{ id: "p1", kind: "firstSecretary", body: "b1" }],
 *     appointments: [{ id: "a1", post: "p1", person: "m1", from: on, manner: "dispatched" }],
 *   },
 *   on,
 * )
 * assert.deepEqual(PostRule.barred([rule], roll, ["secretary"]), [{ person: "m1", rule: "first" }])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const barred = (
  rules: ReadonlyArray<PostRule>,
  roll: PostRoll,
  offices: ReadonlyArray<string>,
): ReadonlyArray<Barred> => {
  const found = new Map<string, Barred>()
  for (const { id, says } of Provision.inForce(rules, roll.on)) {
    if (says.is !== "notCandidate" || !offices.some((office) => othersOf(says, roll.kinds).has(office))) continue
    for (const { post, person } of roll.holdings) {
      if (post.kind === says.kind && !found.has(person)) found.set(person, { person, rule: id })
    }
  }
  return [...found.values()].sort((a, b) => byText(a.person, b.person))
}

const othersOf = (
  { kind, others }: { readonly kind: string; readonly others?: ReadonlyArray<string> },
  kinds: ReadonlyArray<PostKind>,
): ReadonlySet<string> =>
  new Set(others ?? kinds.filter(({ id, committee }) => committee && id !== kind).map(({ id }) => id))

// ---------------------------------------------------------------- decisions

type Found = Omit<Finding.Deviation<PostRuleCode>, "cite">

/**
 * What the rules in force on the day of the roll find, open errors first. The subject is the person, or the body where a
 * number of holders is concerned.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { PostRoll, PostRule } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const from = CivilDate.parseUnsafe("2024-01-01")
 * const cite = { title: "示例规定", standing: "transcription" } as const // made up
 * const says = { is: "apart", kind: "firstSecretary", others: ["secretary"] } as const
 * const rule: PostRule.PostRule = { id: "first", strength: "must", from, cite, says }
 * const posts = ["firstSecretary", "secretary"].map((kind) => ({ id: kind, kind, body: "b1" }))
 * const appointments = posts.map(({ id }) => ({ id, post: id, person: "m1", from, manner: "dispatched" as const }))
 * const roll = PostRoll.at({ kinds: [], posts, appointments }, from)
 * const found = PostRule.findings([rule], { roll, appointments, bodies: [], members: [] })
 * assert.deepEqual(found.map(({ code, subject }) => [code, subject]), [["postRule.apart", "m1"]])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const findings = (
  rules: ReadonlyArray<PostRule>,
  view: PostView,
  approvals: Finding.Approvals = [],
): ReadonlyArray<Finding.Finding<PostRuleCode>> => {
  const cover = Finding.covering(approvals)
  return Finding.sort(
    Provision.inForce(rules, view.roll.on).flatMap((rule) =>
      deviations(rule.says, view).flatMap((found) => Provision.deviation(rule, found, cover) ?? []),
    ),
  )
}

const deviations = (says: PostDemand, view: PostView): ReadonlyArray<Found> => {
  const own = view.roll.holdings.filter(({ post }) => post.kind === says.kind)
  switch (says.is) {
    case "apart":
      return apart(own, othersOf(says, view.roll.kinds), view.roll)
    case "notCandidate":
      return []
    case "leastTerm":
      return shortTerms(says, view)
    case "onlyIn":
      return onlyIn(says, view)
    case "perBody":
      return perBody(says, own, view)
    case "stage":
      return ofStage(says, own, view)
    case "load":
      return overLoaded(says, own)
  }
}

const apart = (own: ReadonlyArray<Holding>, others: ReadonlySet<string>, roll: PostRoll): ReadonlyArray<Found> => {
  const excluded = new Map<string, Array<Holding>>()
  for (const other of roll.holdings) {
    if (!others.has(other.post.kind)) continue
    const all = excluded.get(other.person)
    if (all === undefined) excluded.set(other.person, [other])
    else all.push(other)
  }
  return own.flatMap(({ post, person }) =>
    (excluded.get(person) ?? []).map((other) => ({
      code: "postRule.apart",
      subject: person,
      params: { post: post.id, kind: post.kind, other: other.post.id, otherKind: other.post.kind },
    })),
  )
}

/** Only appointments that had begun: a plan of that time, or an end that has come and is not excepted. */
const shortTerms = (
  { kind, months, except = [] }: Extract<PostDemand, { is: "leastTerm" }>,
  { roll, appointments }: PostView,
): ReadonlyArray<Found> => {
  const posts = new Set(roll.posts.filter((post) => post.kind === kind).map(({ id }) => id))
  return appointments.flatMap((appointment): ReadonlyArray<Found> => {
    const { post, person, from, to, until, ended } = appointment
    const over = to !== undefined && to <= roll.on
    if (over && ended !== undefined && except.includes(ended)) return []
    const end = over ? to : until
    if (!posts.has(post) || from > roll.on || end === undefined) return []
    return CivilDate.addMonthsUnsafe(from, months) <= end
      ? []
      : [{ code: "postRule.shortTerm", subject: person, params: { post, from, to: end, months } }]
  })
}

const onlyIn = ({ kind, bodies }: Extract<PostDemand, { is: "onlyIn" }>, view: PostView): ReadonlyArray<Found> => {
  const kindOf = new Map(view.bodies.map((body) => [body.id, body.kind]))
  return view.roll.posts
    .filter((post) => post.kind === kind && !bodies.includes(kindOf.get(post.body) ?? ""))
    .map(({ id, body }) => ({
      code: "postRule.wrongBody",
      subject: body,
      params: { post: id, kind, bodyKind: kindOf.get(body) ?? "?" },
    }))
}

const perBody = (
  { kind, bodies, least, most }: Extract<PostDemand, { is: "perBody" }>,
  own: ReadonlyArray<Holding>,
  view: PostView,
): ReadonlyArray<Found> => {
  const holders = new Map<string, Set<string>>()
  for (const { post, person } of own) {
    const all = holders.get(post.body)
    if (all === undefined) holders.set(post.body, new Set([person]))
    else all.add(person)
  }
  return view.bodies
    .filter((body) => bodies.includes(body.kind))
    .flatMap(({ id }): ReadonlyArray<Found> => {
      const count = holders.get(id)?.size ?? 0
      if (count < least) return [{ code: "postRule.tooFew", subject: id, params: { kind, holders: count, least } }]
      return most !== undefined && count > most
        ? [{ code: "postRule.tooMany", subject: id, params: { kind, holders: count, most } }]
        : []
    })
}

const ofStage = (
  { stage }: Extract<PostDemand, { is: "stage" }>,
  own: ReadonlyArray<Holding>,
  { members }: PostView,
): ReadonlyArray<Found> => {
  const stages = new Map(members.map((member) => [member.person, member.stage]))
  return own
    .filter(({ person }) => stages.get(person) !== stage)
    .map(({ post, person }) => ({
      code: "postRule.stage",
      subject: person,
      params: { post: post.id, kind: post.kind, stage, actual: stages.get(person) ?? "-" },
    }))
}

const overLoaded = (
  { kind, most }: Extract<PostDemand, { is: "load" }>,
  own: ReadonlyArray<Holding>,
): ReadonlyArray<Found> => {
  const bodies = new Map<string, Set<string>>()
  for (const { post, person } of own) {
    const all = bodies.get(person)
    if (all === undefined) bodies.set(person, new Set([post.body]))
    else all.add(post.body)
  }
  return [...bodies].flatMap(([person, { size }]) =>
    size > most ? [{ code: "postRule.load" as const, subject: person, params: { kind, bodies: size, most } }] : [],
  )
}
