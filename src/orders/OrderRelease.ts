/**
 * Releases (公开审核): what of the free text of an order a person has released for publication, and to whom.
 *
 * **Details**
 *
 * What people write into an order tells who is poor, ill or alone, and no program can tell. So no text of an order is ever
 * shown by itself: what is shown is what somebody wrote for it, who has read the order and answers for it by name.
 * It may be released at any time, after the end of the order too. The last release to an audience replaces the one before it from its
 * day on; a withdrawal takes back what was released to that audience, and no earlier text comes up again.
 *
 * Whoever did the work does not release: a text that was written about one's own work, of a household that one has grown used
 * to, is read by a second person before everybody reads it. Taking back is open to all, the doer included, since it harms nobody.
 *
 * What is refused counts as nothing. A release that a refused one would have replaced stays replaced: it was found wanting.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { Audience } from "../foundation/Audience.js"
import type * as CivilDate from "../foundation/CivilDate.js"
import * as Coordinate from "../foundation/Coordinate.js"
import type * as Document from "../foundation/Document.js"
import { type Fault, make as fault } from "../foundation/Fault.js"
import * as Finding from "../foundation/Finding.js"
import type { Label } from "../foundation/Label.js"
import type { Actor } from "../process/Actor.js"
import { Id } from "../process/Guard.js"
import * as Journal from "../process/Journal.js"
import type { Hands } from "../process/Separation.js"
import type { Field, Value } from "../process/Workflow.js"
import type { Order } from "./Duplicates.js"
import { handOf } from "./OrderPrinciple.js"
import type { Deed } from "./OrderTerm.js"
import { type Dispatch, dispatches, type Step, steps } from "./ServiceOrder.js"

// ---------------------------------------------------------------- models

/**
 * To whom something can be released: everybody, or the people of the village.
 *
 * @category models
 * @since 0.1.0
 */
export type Reach = Extract<Audience, "public" | "villagers">

/**
 * What is recorded: that a text of the request, of the result or of both is released to an audience, as it stands here; or that
 * what was released to one is taken back, and why.
 *
 * @category models
 * @since 0.1.0
 */
export type Content =
  | {
      readonly kind: "release"
      readonly order: string
      readonly to: Reach
      readonly request?: string
      readonly result?: string
    }
  | { readonly kind: "withdraw"; readonly order: string; readonly to: Reach; readonly reason: string }

/**
 * A text that is released: of the request, of the result, since which day, and who answers for it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Text {
  readonly request?: string
  readonly result?: string
  readonly on: CivilDate.CivilDate
  readonly releaser: Actor
}

/**
 * What is released of an order, to each audience.
 *
 * @category models
 * @since 0.1.0
 */
export type Released = Readonly<Partial<Record<Reach, Text>>>

/**
 * What a journal of releases comes to: what is released of the orders, by their ids, and every fault of what was refused.
 *
 * @category models
 * @since 0.1.0
 */
export interface Reading {
  readonly released: ReadonlyMap<string, Released>
  readonly faults: ReadonlyArray<OrderReleaseFault>
}

/**
 * Looks up an order by its id.
 *
 * @category models
 * @since 0.1.0
 */
export type Orders = (order: string) => Order | undefined

// ---------------------------------------------------------------- errors

/**
 * Why an entry is refused: there is no such order; it is dated before the order; it replaces an entry of another order; it releases no
 * text; the releaser is not named; did work under the order by then, is of the unit in charge or is the person in charge; or cannot be told from somebody who did and is not
 * named; a result is released before one was accepted; nothing is released that could be taken back. The path begins with the id of the entry.
 *
 * @category errors
 * @since 0.1.0
 */
export type OrderReleaseFault = Fault<
  | "orderRelease.noSuchOrder"
  | "orderRelease.before"
  | "orderRelease.otherOrder"
  | "orderRelease.empty"
  | "orderRelease.unnamed"
  | "orderRelease.ownWork"
  | "orderRelease.doerUnnamed"
  | "orderRelease.noResult"
  | "orderRelease.nothing"
>

/**
 * What is found in a released text: it repeats word for word what a field holds that is not open.
 *
 * @category errors
 * @since 0.1.0
 */
export type OrderReleaseCode = "orderRelease.verbatim"

// ---------------------------------------------------------------- schemas

const Reach: Schema.Codec<Reach> = /* @__PURE__ */ Schema.Literals(["public", "villagers"])
const text = /* @__PURE__ */ Schema.optionalKey(Schema.NonEmptyString)

/**
 * The schema of {@link Content}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Content: Schema.Codec<Content> = /* @__PURE__ */ Schema.Union([
  /* @__PURE__ */ Schema.Struct({
    kind: /* @__PURE__ */ Schema.Literal("release"),
    order: Id,
    to: Reach,
    request: text,
    result: text,
  }),
  /* @__PURE__ */ Schema.Struct({
    kind: /* @__PURE__ */ Schema.Literal("withdraw"),
    order: Id,
    to: Reach,
    reason: Schema.NonEmptyString,
  }),
])

/**
 * The journal of releases as a stored document: decode, encode, is, standard, jsonSchema.
 *
 * @category schemas
 * @since 0.1.0
 */
export const document: Document.Document<Journal.Stored<Content>> = /* @__PURE__ */ Journal.document(
  "OrderReleases",
  Content,
)

// ---------------------------------------------------------------- getters

/**
 * What is released at a coordinate, of orders as they stand at it, whatever the order of the entries; with every fault of what
 * is refused.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { OrderRelease, ServiceOrder } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import type { Journal } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * const { scheme } = FiveOrders
 * const { evolve, initial } = ServiceOrder.decider(scheme, () => true)
 * const at = { on: CivilDate.parseUnsafe("2023-03-01"), recordedAt: Coordinate.instantUnsafe(1677628800000) }
 * const fields = { what: "独居老人张某家屋顶漏雨" } // made up
 * const state = evolve(initial, {
 *   ...at, id: "e1", actor: { post: "群众", person: "p1" }, payload: { order: "o1", move: "request", fields },
 * })
 * const release: Journal.Entry<OrderRelease.Content> = {
 *   ...at, id: "r1", actor: { post: "村监委会主任", person: "p2" },
 *   payload: { kind: "release", order: "o1", to: "public", request: "一户屋顶漏雨" },
 * }
 * const { faults, released } = OrderRelease.asOf(() => ({ scheme, state }), [release], Coordinate.of(at.on, at.recordedAt))
 * assert.deepEqual([released.get("o1")?.public?.request, faults], ["一户屋顶漏雨", []])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const asOf = (orders: Orders, journal: Journal.Journal<Content>, coordinate: Coordinate.Coordinate): Reading => {
  const recorded = journal.filter(({ recordedAt }) => recordedAt <= coordinate.knownAt)
  return read(orders, recorded, Journal.asOf(recorded, coordinate))
}

/** The last instant there is: everything recorded is known. */
const EVER = Number.MAX_SAFE_INTEGER as Coordinate.Instant

/**
 * All that is wrong with a journal of releases.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { OrderRelease } from "dangjian/orders"
 * import assert from "node:assert/strict"
 *
 * const at = { on: CivilDate.parseUnsafe("2023-03-01"), recordedAt: Coordinate.instantUnsafe(1677628800000) }
 * const entry = { ...at, id: "r1", actor: { post: "村监委会主任" } } // made up
 * const faults = OrderRelease.check(() => undefined, [
 *   { ...entry, payload: { kind: "release", order: "o1", to: "public", request: "路灯不亮" } },
 * ])
 * assert.deepEqual(faults.map(({ code }) => code), ["orderRelease.noSuchOrder", "orderRelease.unnamed"])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const check = (orders: Orders, journal: Journal.Journal<Content>): ReadonlyArray<OrderReleaseFault> =>
  read(orders, journal, Journal.known(journal, EVER)).faults

interface Case {
  readonly order: Order | undefined
  readonly done: ReadonlyArray<Step>
  readonly under: ReadonlyMap<string, Dispatch>
}

type Entry = Journal.Entry<Content>

const read = (orders: Orders, journal: Journal.Journal<Content>, counting: Journal.Journal<Content>): Reading => {
  const released = new Map<string, Released>()
  const cases = new Map<string, Case>()
  const faults: Array<OrderReleaseFault> = []
  const standing = Journal.standing(journal)
  const orderOf = new Map(standing.map(({ id, payload }) => [id, payload.order]))
  for (const entry of counting) {
    const { order: id } = entry.payload
    const known = cases.get(id) ?? caseOf(orders(id))
    cases.set(id, known)
    const before = released.get(id) ?? {}
    const replaced = entry.supersedes === undefined ? undefined : orderOf.get(entry.supersedes)
    const found = refusals(known, before, replaced, entry)
    faults.push(...found)
    if (found.length === 0) released.set(id, following(before, entry))
  }
  return { released, faults }
}

const WORK: ReadonlyArray<Deed | undefined> = ["takeOn", "serve", "report", "accept"]

/** Of an order what a release has to be held against: who did work and what was accepted, and when. */
const caseOf = (order: Order | undefined): Case => {
  if (order === undefined) return { order, done: [], under: new Map() }
  const { scheme, state } = order
  const done = steps(scheme, state).filter(({ deed }) => WORK.includes(deed))
  return { order, done, under: new Map(dispatches(state).map((each) => [each.id, each])) }
}

const following = (before: Released, { actor: releaser, on, payload }: Entry): Released => {
  const { [payload.to]: _, ...rest } = before
  if (payload.kind === "withdraw") return rest
  const { kind: __, order: ___, to, ...texts } = payload
  return { ...rest, [to]: { ...texts, on, releaser } }
}

const refusals = (
  known: Case,
  before: Released,
  replaced: string | undefined,
  entry: Entry,
): ReadonlyArray<OrderReleaseFault> => {
  const { id, on, payload } = entry
  const { order } = payload
  const began = known.order?.state.course.began
  return [
    ...(began === undefined ? [fault("orderRelease.noSuchOrder", { order }, [id, "payload", "order"])] : []),
    ...(began !== undefined && on < began.on
      ? [fault("orderRelease.before", { order, on, began: began.on }, [id, "on"])]
      : []),
    ...(replaced !== undefined && replaced !== order
      ? [fault("orderRelease.otherOrder", { order, expected: replaced }, [id, "supersedes"])]
      : []),
    ...(payload.kind === "release" ? ofRelease(known, entry, payload) : []),
    ...(payload.kind === "withdraw" && before[payload.to] === undefined
      ? [fault("orderRelease.nothing", { order, to: payload.to }, [id, "payload", "to"])]
      : []),
  ]
}

const ofRelease = (
  { done, order: known, under }: Case,
  entry: Entry,
  { order, request, result }: Extract<Content, { readonly kind: "release" }>,
): ReadonlyArray<OrderReleaseFault> => {
  const { actor, id } = entry
  const by = done.filter(({ entry: step }) => Coordinate.order(step, entry) <= 0)
  const doing = by.filter(({ deed }) => deed !== "accept").map((step) => handIn(step, under, actor))
  const isAccepted = known?.state.joined === true || by.some(({ deed }) => deed === "accept")
  const isBlank = `${request ?? ""}${result ?? ""}`.trim() === ""
  const isOwn = doing.includes("one")
  return [
    ...(isBlank ? [fault("orderRelease.empty", { order }, [id, "payload"])] : []),
    ...(actor.person === undefined ? [fault("orderRelease.unnamed", { post: actor.post }, [id, "actor"])] : []),
    ...(isOwn ? [fault("orderRelease.ownWork", { order }, [id, "actor"])] : []),
    ...(!isOwn && actor.person !== undefined && doing.includes("untold")
      ? [fault("orderRelease.doerUnnamed", { order }, [id, "actor"])]
      : []),
    ...(result !== undefined && !isAccepted
      ? [fault("orderRelease.noResult", { order }, [id, "payload", "result"])]
      : []),
  ]
}

const handIn = ({ dispatch = "", entry }: Step, under: Case["under"], actor: Actor): Hands => {
  const { doer, unit } = under.get(dispatch)?.fields ?? {}
  const doing = { dispatch, actor: entry.actor }
  return handOf(
    {
      ...doing,
      ...(unit === undefined ? {} : { unit: String(unit) }),
      ...(doer === undefined ? {} : { named: String(doer) }),
    },
    actor,
  )
}

// ---------------------------------------------------------------- decisions

/**
 * A journal with one more entry, where nothing is wrong with it; otherwise all that is.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { OrderRelease } from "dangjian/orders"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const recorded = OrderRelease.record(() => undefined, [], {
 *   id: "r1",
 *   on: CivilDate.parseUnsafe("2023-03-01"),
 *   recordedAt: Coordinate.instantUnsafe(1677628800000),
 *   actor: { post: "村监委会主任", person: "p2" }, // made up
 *   payload: { kind: "withdraw", order: "o1", to: "public", reason: "可识别到户" },
 * })
 * assert.equal(Result.isFailure(recorded), true)
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const record = (
  orders: Orders,
  journal: Journal.Journal<Content>,
  entry: Journal.Entry<Content>,
): Result.Result<Journal.Journal<Content>, ReadonlyArray<OrderReleaseFault>> => {
  const next = Journal.add(journal, entry)
  const found = check(orders, next).filter(({ path }) => path[0] === entry.id)
  return found.length === 0 ? Result.succeed(next) : Result.fail(found)
}

/**
 * What a second look at released texts finds: each that repeats word for word the text, mark or name that a field of the order holds, where
 * that field is not open. It does not find what is told in other words.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { OrderRelease, ServiceOrder } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const { scheme } = FiveOrders
 * const { evolve, initial } = ServiceOrder.decider(scheme, () => true)
 * const at = { on: CivilDate.parseUnsafe("2023-03-01"), recordedAt: Coordinate.instantUnsafe(1677628800000) }
 * const fields = { what: "屋顶漏雨", place: "西街7号" } // made up
 * const state = evolve(initial, {
 *   ...at, id: "e1", actor: { post: "群众", person: "p1" }, payload: { order: "o1", move: "request", fields },
 * })
 * const found = OrderRelease.findings(() => ({ scheme, state }), [
 *   { ...at, id: "r1", actor: { post: "村监委会主任", person: "p2" },
 *     payload: { kind: "release", order: "o1", to: "public", request: "西街7号一户漏雨" } },
 * ])
 * assert.deepEqual(found.map(({ params }) => params.field), ["place"])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const findings = (
  orders: Orders,
  journal: Journal.Journal<Content>,
): ReadonlyArray<Finding.Finding<OrderReleaseCode>> =>
  Finding.sort(
    Journal.known(journal, EVER).flatMap(({ id: entry, payload }) => {
      const order = payload.kind === "release" ? orders(payload.order) : undefined
      if (order === undefined || payload.kind !== "release") return []
      const said = `${payload.request ?? ""}\n${payload.result ?? ""}`
      return verbatim(order, said).map((field) => {
        const params = { order: payload.order, entry, field }
        return Finding.of("should", { code: "orderRelease.verbatim", subject: payload.order, params })!
      })
    }),
  )

const TEXTUAL: ReadonlyArray<Field["of"]> = ["text", "reference", "person"]

/** The fields that are not open and any of whose values stands in a text. */
const verbatim = ({ scheme, state }: Order, said: string): ReadonlyArray<string> => {
  const closed = [...scheme.order.fields, ...scheme.dispatch.fields].filter(
    ({ of, sensitivity }) => sensitivity !== "open" && TEXTUAL.includes(of),
  )
  const filled = steps(scheme, state).map(({ entry }) => entry.payload.fields)
  const isSaid = (value: Value | undefined): boolean => {
    const held = typeof value === "string" ? value.trim() : ""
    return held !== "" && said.includes(held)
  }
  return [...new Set(closed.map(({ id }) => id))].filter((id) => filled.some((fields) => isSaid(fields[id]))).sort()
}

// ---------------------------------------------------------------- instances

/**
 * The names of what is recorded.
 *
 * @category instances
 * @since 0.1.0
 */
export const contents: Readonly<Record<Content["kind"], Label>> = {
  release: { zh: "公开审核通过", en: "release" },
  withdraw: { zh: "撤回公开", en: "withdrawal" },
}
