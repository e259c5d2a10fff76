/**
 * Duplicates (并单): which orders are merged into which, what becomes of them when the root ends, and which others look alike.
 *
 * **Details**
 *
 * Seven people report one dark lamp: six of the orders are merged into the first, the root (主单), directly or through one
 * another. What is done is done once and under the root, so that its outcome is theirs too. How they take it is each
 * one's own: nobody's rating stands for another's, and the root's rating for none of those merged into it.
 *
 * An order ends with an answer to the matter (done, however it was rated; not feasible; not ours), or with one to whoever asked
 * (withdrawn, refused, excluded). The former goes for everybody who asked the same. The latter does not: who was merged into such a root is
 * separated again and goes on.
 *
 * @since 0.1.0
 */
import * as HashMap from "effect/HashMap"
import * as Schema from "effect/Schema"
import { Citation } from "../foundation/Citation.js"
import * as CivilDate from "../foundation/CivilDate.js"
import * as Document from "../foundation/Document.js"
import { type Fault, make as fault } from "../foundation/Fault.js"
import * as Finding from "../foundation/Finding.js"
import { Label } from "../foundation/Label.js"
import { byText } from "../foundation/TextOrder.js"
import type { Actor } from "../process/Actor.js"
import { Id } from "../process/Guard.js"
import type { Link, Mark } from "../process/Proceeding.js"
import type { Hands } from "../process/Separation.js"
import { stageOf } from "../process/Workflow.js"
import { handOf } from "./OrderPrinciple.js"
import { deedOf, type OrderScheme, ratingOf } from "./OrderScheme.js"
import type { Deed, OrderOutcome, Rating } from "./OrderTerm.js"
import type { State, Tells } from "./ServiceOrder.js"

// ---------------------------------------------------------------- models

/**
 * An order with the scheme that it runs by.
 *
 * @category models
 * @since 0.1.0
 */
export interface Order {
  readonly scheme: OrderScheme
  readonly state: State
}

/**
 * Orders with what is merged into what. `into` has every order that is merged, with the one it was merged into; `roots` every order that has
 * a root, with that root, an order that is not merged with itself. Those whose way up ends nowhere or in a ring have none.
 *
 * @category models
 * @since 0.1.0
 */
export interface Duplicates {
  readonly orders: ReadonlyMap<string, Order>
  readonly into: ReadonlyMap<string, string>
  readonly roots: ReadonlyMap<string, string>
  readonly faults: ReadonlyArray<DuplicatesFault>
}

/**
 * How an order was rated by those who asked for it (评价), in the attempt that stands: the choice of the locality, the level it stands
 * for, and what was said to whether the matter is settled.
 *
 * @category models
 * @since 0.1.0
 */
export interface OwnRating {
  readonly choice: string
  readonly rating: Rating
  readonly solved?: string
}

/**
 * What an order came to with its root: the root, how the root ended, if it has, and the order's own rating. Of an order
 * that is merged `done` stands for every way in which the root was rated.
 *
 * @category models
 * @since 0.1.0
 */
export interface Propagated {
  readonly root: string
  readonly outcome?: OrderOutcome
  readonly rating?: Rating
}

/**
 * A merged order that waits, its root, and how that ended.
 *
 * @category models
 * @since 0.1.0
 */
export interface Waiting {
  readonly order: string
  readonly root: string
  readonly outcome: OrderOutcome
}

/**
 * What can be done with merged orders now: those to be closed with their root, and those to be separated, since their root ended
 * in a way that is not theirs.
 *
 * @category models
 * @since 0.1.0
 */
export interface Settleable {
  readonly close: ReadonlyArray<Waiting>
  readonly separate: ReadonlyArray<Waiting>
}

/**
 * When two orders look alike (疑似重复), as a stored document: they hold the same in all of these fields, bear the same of all of these marks, and
 * were asked for within so many days. A mark is opaque and made by whoever asks, such as a digest of the place.
 *
 * @category models
 * @since 0.1.0
 */
export interface Likeness {
  readonly format: 1
  readonly id: string
  readonly label?: Label
  readonly fields: ReadonlyArray<string>
  readonly marks: ReadonlyArray<string>
  readonly days: number
  readonly cite?: Citation
  readonly note?: string
}

/**
 * A suggestion: an order, an earlier one that it looks like, and the days between them.
 *
 * @category models
 * @since 0.1.0
 */
export interface Suggestion {
  readonly order: string
  readonly like: string
  readonly days: number
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with a set of orders: an id of two states (then neither counts), an order that has not begun, one merged into
 * itself, into none of them, or round in a ring; and with a likeness: no key, a key twice.
 *
 * @category errors
 * @since 0.1.0
 */
export type DuplicatesFault = Fault<
  | "duplicates.idTwice"
  | "duplicates.notBegun"
  | "duplicates.itself"
  | "duplicates.noRoot"
  | "duplicates.ring"
  | "duplicates.noKey"
  | "duplicates.keyTwice"
>

/**
 * What is found in merged orders: rated or closed with the root before that had ended so (`early`), by somebody who did the
 * work under the root (`ownWork`), or by somebody of whom nobody can tell (`unnamed`).
 *
 * @category errors
 * @since 0.1.0
 */
export type DuplicatesCode = "duplicates.early" | "duplicates.ownWork" | "duplicates.unnamed"

// ---------------------------------------------------------------- schemas

const Ids = /* @__PURE__ */ Schema.Array(Id)

/**
 * The schema of {@link Likeness}; {@link document} checks it as a whole.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Likeness: Schema.Codec<Likeness> = /* @__PURE__ */ Schema.Struct({
  format: /* @__PURE__ */ Schema.Literal(1),
  id: Id,
  label: /* @__PURE__ */ Schema.optionalKey(Label),
  fields: Ids,
  marks: Ids,
  days: /* @__PURE__ */ Schema.Int.check(/* @__PURE__ */ Schema.isBetween({ minimum: 0, maximum: 1_000_000 })),
  cite: /* @__PURE__ */ Schema.optionalKey(Citation),
  note: /* @__PURE__ */ Schema.optionalKey(Schema.NonEmptyString),
})

/**
 * The likeness as a stored document: decode, encode, is, standard, jsonSchema.
 *
 * @category schemas
 * @since 0.1.0
 */
export const document: Document.Document<Likeness> = /* @__PURE__ */ Document.make<Likeness>({
  name: "Likeness",
  format: 1,
  schema: () => Likeness,
  check: (likeness) => checkLikeness(likeness),
})

// ---------------------------------------------------------------- constructors

/**
 * Orders with their merges, and all that is wrong with them, whatever the order in which they are given. An order is
 * merged while it waits for its root and when it was closed with it; one that ended otherwise is its own root.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Duplicates, ServiceOrder } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const { scheme } = FiveOrders
 * const { evolve, initial } = ServiceOrder.decider(scheme, () => true)
 * const at = { on: CivilDate.parseUnsafe("2023-03-01"), recordedAt: Coordinate.instantUnsafe(1677628800000) }
 * const actor = { post: "网格员", person: "p1" } // made up
 * const asked = (order: string) =>
 *   evolve(initial, { ...at, id: "e1", actor, payload: { order, move: "patrol", fields: { what: "路灯不亮" } } })
 * const merged = (order: string, root: string) =>
 *   evolve(asked(order), { ...at, id: "e2", actor, payload: { order, move: "merge", fields: { root } } })
 * const orders = [asked("a"), merged("b", "a"), merged("c", "b"), merged("d", "z")]
 * const duplicates = Duplicates.of(orders.map((state) => ({ scheme, state })))
 * assert.equal(duplicates.roots.get("c"), "a")
 * assert.deepEqual(duplicates.faults.map(({ code, params }) => [code, params.order, params.root]), [["duplicates.noRoot", "d", "z"]])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const of = (orders: Iterable<Order>): Duplicates => {
  const faults: Array<DuplicatesFault> = []
  const known = byId(orders, faults)
  const into = new Map<string, string>()
  for (const [id, order] of known) {
    const parent = standingOf(order).into
    if (parent === id) faults.push(fault("duplicates.itself", { order: id }, [id]))
    if (parent !== undefined) into.set(id, parent)
    if (parent !== undefined && !known.has(parent))
      faults.push(fault("duplicates.noRoot", { order: id, root: parent }, [id]))
  }
  const rings: Array<ReadonlyArray<string>> = []
  const tops = carried<string>(
    known.keys(),
    into,
    (id) => (known.has(id) ? id : undefined),
    (_, above) => above,
    (ring) => rings.push(ring),
  )
  for (const ring of rings) if (ring.length > 1) faults.push(fault("duplicates.ring", { ids: turned(ring) }))
  const roots = new Map([...known.keys()].flatMap((id) => entryOf(id, tops.get(id))))
  return { orders: known, into, roots, faults: faults.sort(byContent) }
}

const entryOf = (id: string, root: string | undefined): ReadonlyArray<readonly [string, string]> =>
  root === undefined ? [] : [[id, root]]

const byContent = (a: DuplicatesFault, b: DuplicatesFault): number =>
  byText(JSON.stringify([a.code, Object.values(a.params)]), JSON.stringify([b.code, Object.values(b.params)]))

/** The orders by their ids in the order of these; an id of two states tells nothing. */
const byId = (orders: Iterable<Order>, faults: Array<DuplicatesFault>): ReadonlyMap<string, Order> => {
  const states = new Map<string, Order>()
  const twice = new Set<string>()
  for (const order of orders) {
    const { id } = order.state
    const before = id === undefined ? undefined : states.get(id)
    if (id === undefined) faults.push(fault("duplicates.notBegun"))
    else if (before === undefined) states.set(id, order)
    else if (before.state !== order.state || before.scheme !== order.scheme) twice.add(id)
  }
  for (const id of twice) {
    states.delete(id)
    faults.push(fault("duplicates.idTwice", { order: id }, [id]))
  }
  return new Map([...states].sort(([a], [b]) => byText(a, b)))
}

/** A ring from its least id round to it again. */
const turned = (ring: ReadonlyArray<string>): string => {
  const least = ring.reduce((first, id, place) => (byText(id, ring[first]!) < 0 ? place : first), 0)
  return [...ring.slice(least), ...ring.slice(0, least + 1)].join(" → ")
}

/** What is carried from the roots down to every order, without recursion; nothing reaches those under a ring. */
const carried = <T>(
  ids: Iterable<string>,
  into: ReadonlyMap<string, string>,
  top: (id: string) => T | undefined,
  down: (id: string, above: T) => T,
  ringed: (ring: ReadonlyArray<string>) => void = () => undefined,
): ReadonlyMap<string, T | undefined> => {
  const found = new Map<string, T | undefined>()
  for (const start of ids) {
    const path = new Set<string>()
    let id = start
    for (let above = into.get(id); above !== undefined && !found.has(id) && !path.has(id); above = into.get(id)) {
      path.add(id)
      id = above
    }
    const way = [...path]
    if (path.has(id)) ringed(way.slice(way.indexOf(id)))
    else if (!found.has(id)) found.set(id, top(id))
    let value = found.get(id)
    for (const each of way.reverse()) {
      value = value === undefined ? undefined : down(each, value)
      found.set(each, value)
    }
  }
  return found
}

interface Standing {
  readonly into: string | undefined
  readonly outcome: OrderOutcome | undefined
}

/** How an order stood at a day with the knowledge of an instant, or stands now: merged into which, and ended how. */
const standingOf = ({ scheme, state }: Order, at?: Mark): Standing => {
  let link = state.course.last
  while (link !== undefined && !isBy(link.entry, at)) link = link.before
  const outcome = stageOf(scheme.order, link?.to ?? "")?.outcome as OrderOutcome | undefined
  const isOwn = outcome !== undefined && outcome !== "merged"
  return { into: isOwn ? undefined : mergedInto(scheme, link, at), outcome }
}

const isBy = (entry: Mark, at: Mark | undefined): boolean =>
  at === undefined || (entry.on <= at.on && entry.recordedAt <= at.recordedAt)

/** What the last merge up to a step names, unless the order was separated after it. */
const mergedInto = (scheme: OrderScheme, last: Link | undefined, at: Mark | undefined): string | undefined => {
  for (let link = last; link !== undefined; link = link.before) {
    const deed = isBy(link.entry, at) ? deedOf(scheme, link.entry.payload.move) : undefined
    if (deed === "separate") return undefined
    if (deed === "merge") return String(link.entry.payload.fields.root ?? "")
  }
  return undefined
}

// ---------------------------------------------------------------- getters

/**
 * All that is wrong with a likeness.
 *
 * @example
 * ```ts
 * import { Duplicates } from "dangjian/orders"
 * import assert from "node:assert/strict"
 *
 * const faults = Duplicates.checkLikeness({ format: 1, id: "同类同址", fields: [], marks: [], days: 7 }) // made up
 * assert.deepEqual(faults.map(({ code }) => code), ["duplicates.noKey"])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const checkLikeness = ({ fields, id, marks }: Likeness): ReadonlyArray<DuplicatesFault> => [
  ...(fields.length + marks.length === 0 ? [fault("duplicates.noKey", { likeness: id })] : []),
  ...([["fields", fields] as const, ["marks", marks] as const] as const).flatMap(([list, keys]) =>
    keys.flatMap((key, place) =>
      keys.indexOf(key) < place ? [fault("duplicates.keyTwice", { key }, [list, place])] : [],
    ),
  ),
]

/**
 * How an order was rated by its own requester, or by a body that asked them; nothing before that, and nothing of an attempt that was
 * opened anew since, or of before it was merged or separated. Of several ratings the last counts, and one without an answer only where there is none with.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Duplicates, ServiceOrder } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const { scheme } = FiveOrders
 * const { evolve, initial } = ServiceOrder.decider(scheme, () => true)
 * const at = { on: CivilDate.parseUnsafe("2023-03-01"), recordedAt: Coordinate.instantUnsafe(1677628800000) }
 * const actor = { post: "群众", person: "p1" } // made up
 * const take = (state: ServiceOrder.State, id: string, move: string, fields: ServiceOrder.Taken["fields"]) =>
 *   evolve(state, { ...at, id, actor, payload: { order: "b", move, fields } })
 * const asked = take(initial, "e1", "request", { what: "路灯不亮" })
 * const merged = take(asked, "e2", "merge", { root: "a" })
 * const rated = take(merged, "e3", "rateJoined", { rating: "unsatisfied" })
 * assert.equal(Duplicates.ownRating({ scheme, state: merged }), undefined)
 * assert.deepEqual(Duplicates.ownRating({ scheme, state: rated }), { choice: "unsatisfied", rating: "unsatisfied" })
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const ownRating = ({ scheme, state }: Order): OwnRating | undefined => {
  let [told, solved]: [Told | undefined, string | undefined] = [undefined, undefined]
  for (let link = state.course.last; link !== undefined; link = link.before) {
    const deed = deedOf(scheme, link.entry.payload.move)
    const given = deed === "rate" || deed === "revisit" ? toldBy(scheme, link) : undefined
    if (given !== undefined && isMore(told?.rating, given.rating)) told = { choice: given.choice, rating: given.rating }
    if (given?.solved !== undefined && isMore(solved, given.solved)) solved = given.solved
    if (link.renews || deed === "merge" || deed === "separate") break
  }
  return told === undefined ? undefined : { ...told, ...(solved === undefined ? {} : { solved }) }
}

type Told = Pick<OwnRating, "choice" | "rating">

/** Whether an earlier answer counts before a later one: only where the later one is none. */
const isMore = (later: string | undefined, earlier: string): boolean =>
  later === undefined || (later === "unanswered" && earlier !== "unanswered")

const toldBy = (scheme: OrderScheme, { entry }: Link): OwnRating | undefined => {
  const { rating: choice, solved } = entry.payload.fields
  const rating = typeof choice === "string" ? ratingOf(scheme, choice) : undefined
  if (typeof choice !== "string" || rating === undefined) return undefined
  return typeof solved === "string" && solved !== "" ? { choice, rating, solved } : { choice, rating }
}

/**
 * What an order came to with its root; nothing where it has none.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Duplicates, ServiceOrder } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const { scheme } = FiveOrders
 * const { evolve, initial } = ServiceOrder.decider(scheme, () => true)
 * const at = { on: CivilDate.parseUnsafe("2023-03-01"), recordedAt: Coordinate.instantUnsafe(1677628800000) }
 * const actor = { post: "网格员", person: "p1" } // made up
 * const asked = (order: string) =>
 *   evolve(initial, { ...at, id: "e1", actor, payload: { order, move: "patrol", fields: { what: "路灯不亮" } } })
 * const next = (state: ServiceOrder.State, order: string, move: string, fields: ServiceOrder.Taken["fields"]) =>
 *   evolve(state, { ...at, id: "e2", actor, payload: { order, move, fields } })
 * const root = next(asked("a"), "a", "refer", { reason: "非本级职责", belongsTo: "供电所" })
 * const orders = [root, next(asked("b"), "b", "merge", { root: "a" })]
 * const duplicates = Duplicates.of(orders.map((state) => ({ scheme, state })))
 * assert.deepEqual(Duplicates.outcomeOf(duplicates, "b"), { root: "a", outcome: "notOurs" })
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const outcomeOf = (self: Duplicates, order: string): Propagated | undefined => {
  const [own, root] = [self.orders.get(order), self.roots.get(order)]
  const top = root === undefined ? undefined : self.orders.get(root)
  if (own === undefined || root === undefined || top === undefined) return undefined
  const ended = standingOf(top).outcome
  const outcome = root !== order && ended !== undefined && DONE.includes(ended) ? "done" : ended
  const rating = ownRating(own)?.rating
  return { root, ...(outcome === undefined ? {} : { outcome }), ...(rating === undefined ? {} : { rating }) }
}

/** Done, however it was rated. */
const DONE: ReadonlyArray<OrderOutcome> = ["satisfied", "unsatisfied", "unanswered", "done"]

/** An answer to whoever asked, not to the matter. */
const OF_ONE: ReadonlyArray<OrderOutcome> = ["withdrawn", "refused", "excluded"]

/**
 * Which merged orders can be closed with their root now, and which are to be separated, in the order of their ids. Where orders are merged
 * through one another, only those next to the root are separated: the others follow them.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Duplicates, ServiceOrder } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const { scheme } = FiveOrders
 * const { evolve, initial } = ServiceOrder.decider(scheme, () => true)
 * const at = { on: CivilDate.parseUnsafe("2023-03-01"), recordedAt: Coordinate.instantUnsafe(1677628800000) }
 * const actor = { post: "网格员", person: "p1" } // made up
 * const asked = (order: string) =>
 *   evolve(initial, { ...at, id: "e1", actor, payload: { order, move: "patrol", fields: { what: "路灯不亮" } } })
 * const next = (state: ServiceOrder.State, order: string, move: string, fields: ServiceOrder.Taken["fields"]) =>
 *   evolve(state, { ...at, id: "e2", actor, payload: { order, move, fields } })
 * const root = next(asked("a"), "a", "refuse", { reason: "已进入诉讼程序" })
 * const orders = [root, next(asked("b"), "b", "merge", { root: "a" })]
 * const duplicates = Duplicates.of(orders.map((state) => ({ scheme, state })))
 * assert.deepEqual(Duplicates.settleable(duplicates), {
 *   close: [],
 *   separate: [{ order: "b", root: "a", outcome: "refused" }],
 * })
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const settleable = ({ into, orders, roots }: Duplicates): Settleable => {
  const [close, separate]: [Array<Waiting>, Array<Waiting>] = [[], []]
  const outcomes = new Map([...orders].map(([id, order]) => [id, standingOf(order).outcome]))
  const isNext = carried(
    orders.keys(),
    into,
    () => true,
    (id, above) => above && outcomes.get(id) !== undefined,
  )
  for (const [order, above] of into) {
    const root = roots.get(order)
    const outcome = root === undefined ? undefined : outcomes.get(root)
    if (root === undefined || outcome === undefined || outcomes.get(order) !== undefined) continue
    if (!OF_ONE.includes(outcome)) close.push({ order, root, outcome })
    else if (isNext.get(above) === true) separate.push({ order, root, outcome })
  }
  return { close, separate }
}

/**
 * Orders that look like an earlier one, in the order of their ids: suggestions for a person, who merges or does not. Each
 * goes on and is not merged; it is told with the earliest such order that was asked for within the days before it.
 *
 * **Gotchas** What is not filled, or not marked, is like nothing.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Duplicates, ServiceOrder } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const { scheme } = FiveOrders
 * const { evolve, initial } = ServiceOrder.decider(scheme, () => true)
 * const recordedAt = Coordinate.instantUnsafe(1677628800000)
 * const asked = (order: string, on: string) =>
 *   evolve(initial, {
 *     on: CivilDate.parseUnsafe(on), recordedAt, id: "e1", actor: { post: "群众", person: order }, // made up
 *     payload: { order, move: "request", fields: { what: "路灯不亮", category: "facilities" } },
 *   })
 * const orders = [asked("a", "2023-03-01"), asked("b", "2023-03-04"), asked("c", "2023-03-20")]
 * const duplicates = Duplicates.of(orders.map((state) => ({ scheme, state })))
 * const likeness: Duplicates.Likeness = { format: 1, id: "同类同址", fields: ["category"], marks: ["place"], days: 7 }
 * assert.deepEqual(Duplicates.alike(duplicates, likeness, () => ({ place: "灯杆12" })), [{ order: "b", like: "a", days: 3 }])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const alike = (
  { into, orders }: Duplicates,
  likeness: Likeness,
  marks: (order: string) => Readonly<Record<string, string>>,
): ReadonlyArray<Suggestion> => {
  const groups = new Map<string, Array<{ readonly id: string; readonly day: number }>>()
  for (const [id, order] of orders) {
    const { began } = order.state.course
    if (began === undefined || into.has(id) || standingOf(order).outcome !== undefined) continue
    const key = keyOf(likeness, order.state.fields, marks(id))
    if (key === undefined) continue
    const group = groups.get(key) ?? []
    groups.set(key, group)
    group.push({ id, day: CivilDate.dayNumber(began.on) })
  }
  const found: Array<Suggestion> = []
  for (const group of groups.values()) {
    group.sort((a, b) => a.day - b.day || byText(a.id, b.id))
    let first = 0
    for (const { day, id } of group) {
      while (group[first]!.day < day - likeness.days) first++
      const like = group[first]!
      if (like.id !== id) found.push({ order: id, like: like.id, days: day - like.day })
    }
  }
  return found.sort((a, b) => byText(a.order, b.order))
}

const keyOf = (
  { fields, marks }: Likeness,
  held: State["fields"],
  borne: Readonly<Record<string, string>>,
): string | undefined => {
  if (fields.length + marks.length === 0) return undefined
  const values = [...fields.map((id) => valueIn(held, id)), ...marks.map((id) => valueIn(borne, id))]
  return values.some((value) => value === undefined || value === "") ? undefined : JSON.stringify(values)
}

const valueIn = <V>(values: Readonly<Record<string, V>>, id: string): V | undefined =>
  Object.hasOwn(values, id) ? values[id] : undefined

// ---------------------------------------------------------------- decisions

/**
 * What guards of merged orders are told about their root (`Tells` of `ServiceOrder.decider`), for the scheme of the order
 * that asks; of every other fact it says nothing.
 *
 * **Details**
 *
 * 主单已办结 is so where the root had ended with an answer to the matter, as it was on the day and known at the instant of
 * the question. Publication is not enough: a result may still be sent back, and a rating of the first attempt would pass for one of the last.
 * To be rated, the root has to be done: where nothing was done there is nothing to rate, and the order is only closed with its root. It is
 * not so for whoever did the work under the root, or under an order between: that is own work, though it was done under
 * another number, and it is neither rated nor closed by the doer. Where nobody can tell whether it is they, or which the root is, it is not known.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Duplicates, ServiceOrder } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const { scheme } = FiveOrders
 * const { evolve, initial } = ServiceOrder.decider(scheme, () => true)
 * const at = { on: CivilDate.parseUnsafe("2023-03-01"), recordedAt: Coordinate.instantUnsafe(1677628800000) }
 * const actor = { post: "网格员", person: "p1" } // made up
 * const asked = (order: string) =>
 *   evolve(initial, { ...at, id: "e1", actor, payload: { order, move: "patrol", fields: { what: "路灯不亮" } } })
 * const next = (state: ServiceOrder.State, order: string, move: string, fields: ServiceOrder.Taken["fields"]) =>
 *   evolve(state, { ...at, id: "e2", actor, payload: { order, move, fields } })
 * const merged = next(asked("b"), "b", "merge", { root: "a" })
 * const settle = { ...at, id: "e3", actor, content: { order: "b", move: "settle", fields: {} } }
 * const isClosed = (root: ServiceOrder.State): boolean => {
 *   const duplicates = Duplicates.of([root, merged].map((state) => ({ scheme, state })))
 *   const decider = ServiceOrder.decider(scheme, () => true, Duplicates.tells(duplicates, scheme))
 *   return Result.isSuccess(decider.decide(merged, settle))
 * }
 * assert.equal(isClosed(asked("a")), false)
 * assert.equal(isClosed(next(asked("a"), "a", "refer", { reason: "非本级职责", belongsTo: "供电所" })), true)
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const tells =
  (self: Duplicates, scheme: OrderScheme): Tells =>
  (fact, { actor, move, on, recordedAt }, { order: state }) => {
    const into = fact === facts.rootEnded ? standingOf({ scheme, state }).into : undefined
    if (into === undefined) return undefined
    const answer = answerOf(self, { into, deed: deedOf(scheme, move), actor, at: { on, recordedAt } })
    return answer === "rootless" || answer === "unnamed" ? undefined : answer === "ended"
  }

interface Asked {
  readonly into: string
  readonly deed: Deed | undefined
  readonly actor: Actor
  readonly at: Mark
}

const answerOf = (
  { orders }: Duplicates,
  { actor, at, deed, into }: Asked,
): "ended" | "early" | "ownWork" | "unnamed" | "rootless" => {
  const above = new Set<string>()
  let isUntold = false
  for (let id = into; ; ) {
    const order = orders.get(id)
    if (order === undefined || above.has(id)) return "rootless"
    above.add(id)
    const hand = handIn(order.state, actor)
    if (hand === "one") return "ownWork"
    isUntold ||= hand === "untold"
    const { into: next, outcome } = standingOf(order, at)
    if (next === undefined) return isAnswered(outcome, deed) ? (isUntold ? "unnamed" : "ended") : "early"
    id = next
  }
}

const isAnswered = (outcome: OrderOutcome | undefined, deed: Deed | undefined): boolean => {
  if (outcome === undefined || OF_ONE.includes(outcome)) return false
  return DONE.includes(outcome) || !(deed === "rate" || deed === "revisit")
}

/** Whether an actor is one of those who did the work under an order. */
const handIn = ({ doers }: State, actor: Actor): Hands => {
  let found: Hands = "two"
  for (const doer of HashMap.values(doers)) {
    const hand = handOf(doer, actor)
    if (hand === "one") return hand
    if (hand === "untold") found = hand
  }
  return found
}

/**
 * What is found in merged orders as they were recorded, by whatever decider: each that was rated or closed with its root when
 * that could not be told, see {@link tells}.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Duplicates, ServiceOrder } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const { scheme } = FiveOrders
 * const { evolve, initial } = ServiceOrder.decider(scheme, () => true)
 * const at = { on: CivilDate.parseUnsafe("2023-03-01"), recordedAt: Coordinate.instantUnsafe(1677628800000) }
 * const actor = { post: "网格员", person: "p1" } // made up
 * const take = (state: ServiceOrder.State, id: string, order: string, move: string, fields: ServiceOrder.Taken["fields"]) =>
 *   evolve(state, { ...at, id, actor, payload: { order, move, fields } })
 * const asked = (order: string) => take(initial, "e1", order, "patrol", { what: "路灯不亮" })
 * const closed = take(take(asked("b"), "e2", "b", "merge", { root: "a" }), "e3", "b", "settle", {})
 * const duplicates = Duplicates.of([asked("a"), closed].map((state) => ({ scheme, state })))
 * const [finding] = Duplicates.findings(duplicates)
 * assert.deepEqual([finding?.code, finding?.subject], ["duplicates.early", "b"])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const findings = (self: Duplicates): ReadonlyArray<Finding.Finding<DuplicatesCode>> => {
  const found: Array<Finding.Finding<DuplicatesCode>> = []
  for (const [order, root] of self.into) {
    const { scheme, state } = self.orders.get(order)!
    for (let link = state.course.last; link !== undefined; link = link.before) {
      const { actor, id: entry, payload } = link.entry
      const deed = deedOf(scheme, payload.move)
      if (deed === "merge") break
      if (deed !== "rate" && deed !== "revisit" && deed !== "close") continue
      const answer = answerOf(self, { into: root, deed, actor, at: link.entry })
      if (answer === "ended" || answer === "rootless") continue
      const params = { order, root, deed, entry }
      found.push(Finding.of("must", { code: `duplicates.${answer}`, subject: order, params })!)
    }
  }
  return Finding.sort(found)
}

// ---------------------------------------------------------------- instances

/**
 * The facts that the merges answer where guards name them: that the root has ended with an answer to the matter.
 *
 * @category instances
 * @since 0.1.0
 */
export const facts = { rootEnded: "主单已办结" } as const
