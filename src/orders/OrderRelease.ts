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
 * Who may release is said by a role of the locality, which is held or not on the day and as far as was recorded at the instant, as with
 * every move of an order. Neither whoever did the work releases nor whoever asked: a text about one's own work, or about
 * one's own house, is read by a second person before everybody reads it. Whether who asked without a name is the releaser
 * nobody can tell, and an unnamed request would be shown by nobody if that were held against it. Taking back is open to all, the doer
 * included, since it harms nobody; but by name. What was taken back comes up again by a new release alone: a correction of a withdrawal takes back the same, and no later.
 *
 * A text is written for release. One that says word for word what a field holds that is not open is refused, however it is spaced and
 * pointed, and so is one with as many digits in a row as a telephone or identity number has, since no reader needs either. A
 * day is written in words then (3月1日), and numbers of several things not one after another.
 *
 * A result belongs to an attempt. It is released after one was accepted in that attempt, and once the order is opened anew it is
 * no answer any more; of an order that is merged the result is its root's.
 *
 * What is refused counts as nothing. A release that a refused one would have replaced stays replaced: it was found
 * wanting. A withdrawal that a refused one would have replaced still takes back.
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
import type { Field } from "../process/Workflow.js"
import type { Order } from "./Duplicates.js"
import { handOf } from "./OrderPrinciple.js"
import { type Deed, openings } from "./OrderTerm.js"
import { asides, type Dispatch, dispatches, type Holds, type Step, steps } from "./ServiceOrder.js"

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
 * A text that is released: of the request, of the result, since which day, in which attempt of the order, and who answers for it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Text {
  readonly request?: string
  readonly result?: string
  readonly on: CivilDate.CivilDate
  readonly attempt: number
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

/**
 * What releases are held against: the orders, and who may release. `role` is a role of the locality, such as that of a reviewer, and `holds`
 * tells who holds it, as for a decider of orders (see `OrderRoles.holds`), asked of the order with its fields.
 *
 * @category models
 * @since 0.1.0
 */
export interface Ground {
  readonly orders: Orders
  readonly holds: Holds
  readonly role: string
}

// ---------------------------------------------------------------- errors

/**
 * Why an entry is refused: there is no such order; it is dated before the order; it replaces an entry of another order, or a withdrawal by
 * what does not take back the same (`takenBack`); it releases no text; whoever records it is not named.
 *
 * Of a release besides: the releaser does not hold the role (`noRole`); asked for it, or it was asked for them
 * (`ownRequest`); did work under the order by then, is of the unit in charge or is the person in charge (`ownWork`); or cannot be told from
 * somebody who did and is not named; a result is released before one was accepted in the attempt; a text is the same as
 * what a field holds that is not open (`copied`), or has a number like that of a telephone or a person (`number`). Of a withdrawal: nothing is released that could be
 * taken back. The path begins with the id of the entry.
 *
 * @category errors
 * @since 0.1.0
 */
export type OrderReleaseFault = Fault<
  | "orderRelease.noSuchOrder"
  | "orderRelease.before"
  | "orderRelease.otherOrder"
  | "orderRelease.takenBack"
  | "orderRelease.empty"
  | "orderRelease.unnamed"
  | "orderRelease.noRole"
  | "orderRelease.ownRequest"
  | "orderRelease.ownWork"
  | "orderRelease.doerUnnamed"
  | "orderRelease.noResult"
  | "orderRelease.copied"
  | "orderRelease.number"
  | "orderRelease.nothing"
>

/**
 * What is found in a released text: among other words it repeats what a field holds that is not open.
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
 * const ground: OrderRelease.Ground = {
 *   orders: () => ({ scheme, state }),
 *   holds: (role, { actor }) => role === "reviewer" && actor.post === "村监委会主任",
 *   role: "reviewer",
 * }
 * const { faults, released } = OrderRelease.asOf(ground, [release], Coordinate.of(at.on, at.recordedAt))
 * assert.deepEqual([released.get("o1")?.public?.request, faults], ["一户屋顶漏雨", []])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const asOf = (ground: Ground, journal: Journal.Journal<Content>, coordinate: Coordinate.Coordinate): Reading => {
  const recorded = journal.filter(({ recordedAt }) => recordedAt <= coordinate.knownAt)
  return read(ground, recorded, Journal.asOf(recorded, coordinate))
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
 * const ground = { orders: () => undefined, holds: () => true, role: "reviewer" }
 * const faults = OrderRelease.check(ground, [
 *   { ...entry, payload: { kind: "release", order: "o1", to: "public", request: "路灯不亮" } },
 * ])
 * assert.deepEqual(faults.map(({ code }) => code), ["orderRelease.noSuchOrder", "orderRelease.unnamed"])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const check = (ground: Ground, journal: Journal.Journal<Content>): ReadonlyArray<OrderReleaseFault> =>
  read(ground, journal, Journal.known(journal, EVER)).faults

/** Of an order what a release has to be held against: what happened, by whom it was asked for, what is written in it. */
interface Case {
  readonly order: Order | undefined
  readonly taken: ReadonlyArray<Step>
  readonly under: ReadonlyMap<string, Dispatch>
  readonly askers: ReadonlySet<string>
  readonly written: ReadonlyArray<Written>
}

/** What is written in a field that is not open, and when. */
interface Written extends Coordinate.Recorded {
  readonly field: string
  readonly plain: string
}

type Entry = Journal.Entry<Content>
type Release = Extract<Content, { readonly kind: "release" }>

const read = (ground: Ground, journal: Journal.Journal<Content>, counting: Journal.Journal<Content>): Reading => {
  const released = new Map<string, Released>()
  const cases = new Map<string, Case>()
  const faults: Array<OrderReleaseFault> = []
  const standing = new Map(Journal.standing(journal).map((each) => [each.id, each]))
  for (const entry of counting) {
    const { order: id } = entry.payload
    const known = cases.get(id) ?? caseOf(ground.orders(id))
    cases.set(id, known)
    const before = released.get(id) ?? {}
    const earlier = replacedBy(entry, standing)
    const found = refusals(ground, known, before, earlier, entry)
    faults.push(...found)
    if (found.length === 0) released.set(id, following(before, known, entry))
    else for (const { payload } of earlier) if (payload.kind === "withdraw") takeBack(released, payload)
  }
  return { released, faults }
}

/** The entry that an entry replaces, the one that was replaced by that, and so on. */
const replacedBy = (entry: Entry, standing: ReadonlyMap<string, Entry>): ReadonlyArray<Entry> => {
  const found = new Set<Entry>()
  let earlier = standing.get(entry.supersedes ?? "")
  while (earlier !== undefined && earlier !== entry && !found.has(earlier)) {
    found.add(earlier)
    earlier = standing.get(earlier.supersedes ?? "")
  }
  return [...found]
}

const takeBack = (released: Map<string, Released>, { order, to }: Content): void => {
  const { [to]: _, ...rest } = released.get(order) ?? {}
  released.set(order, rest)
}

const caseOf = (order: Order | undefined): Case => {
  if (order === undefined) return { order, taken: [], under: new Map(), askers: new Set(), written: [] }
  const { scheme, state } = order
  const taken = steps(scheme, state)
  return {
    order,
    taken,
    under: new Map(dispatches(state).map((each) => [each.id, each])),
    askers: askersOf(taken),
    written: writtenIn(order, taken),
  }
}

/** Who asked, and for whom; of what was found on patrol nobody did. */
const askersOf = (taken: ReadonlyArray<Step>): ReadonlySet<string> =>
  new Set(
    taken.flatMap(({ deed, entry: { actor, payload } }) => {
      const { actedFor } = payload.fields
      const asks = openings.includes(deed) && deed !== "find"
      return [...(asks ? [actor.person ?? ""] : []), ...(actedFor === undefined ? [] : [String(actedFor)])]
    }),
  )

const TEXTUAL: ReadonlyArray<Field["of"]> = ["text", "reference", "person"]

const writtenIn = ({ scheme, state }: Order, taken: ReadonlyArray<Step>): ReadonlyArray<Written> => {
  const closed = [...scheme.order.fields, ...scheme.dispatch.fields].filter(
    ({ of, sensitivity }) => sensitivity !== "open" && TEXTUAL.includes(of),
  )
  const ids = new Set(closed.map(({ id }) => id))
  return [...taken, ...asides(state)].flatMap(({ entry: { id, on, payload, recordedAt } }) =>
    Object.entries(payload.fields).flatMap(([field, value]) => {
      const plain = ids.has(field) ? plainOf(String(value)) : ""
      return plain === "" ? [] : [{ id, on, recordedAt, field, plain }]
    }),
  )
}

/** A text without spaces, punctuation and signs, wide letters and digits as narrow ones, capitals as small ones. */
const plainOf = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}\p{C}\p{M}]/gu, "")

/** As many digits in a row as the shortest telephone number has, written in figures or in characters. */
const NUMBER = /[\p{Nd}〇零一二三四五六七八九]{7}/u

/** In which attempt an order was at an entry. */
const attemptAt = ({ order, taken }: Case, entry: Coordinate.Recorded): number =>
  1 +
  taken.filter(
    (step) =>
      step.dispatch === undefined &&
      step.from !== undefined &&
      order?.scheme.order.attempts.includes(step.entry.payload.move) === true &&
      isBy(step.entry, entry),
  ).length

const isBy = (step: Coordinate.Recorded, entry: Coordinate.Recorded): boolean => Coordinate.order(step, entry) <= 0

const following = (before: Released, known: Case, entry: Entry): Released => {
  const { actor: releaser, on, payload } = entry
  const { [payload.to]: _, ...rest } = before
  if (payload.kind === "withdraw") return rest
  const { kind: __, order: ___, to, ...texts } = payload
  return { ...rest, [to]: { ...texts, on, attempt: attemptAt(known, entry), releaser } }
}

const refusals = (
  ground: Ground,
  known: Case,
  before: Released,
  earlier: ReadonlyArray<Entry>,
  entry: Entry,
): ReadonlyArray<OrderReleaseFault> => {
  const { actor, id, on, payload } = entry
  const { order } = payload
  const began = known.order?.state.course.began
  const other = earlier.slice(0, 1).filter(({ payload: { order: expected } }) => expected !== order)
  const restores = earlier.some((each) => each.payload.kind === "withdraw" && !takesBack(entry, each))
  return [
    ...(began === undefined ? [fault("orderRelease.noSuchOrder", { order }, [id, "payload", "order"])] : []),
    ...(began !== undefined && on < began.on
      ? [fault("orderRelease.before", { order, on, began: began.on }, [id, "on"])]
      : []),
    ...other.map((each) =>
      fault("orderRelease.otherOrder", { order, expected: each.payload.order }, [id, "supersedes"]),
    ),
    ...(restores ? [fault("orderRelease.takenBack", { order }, [id, "supersedes"])] : []),
    ...(actor.person === undefined ? [fault("orderRelease.unnamed", { post: actor.post }, [id, "actor"])] : []),
    ...(payload.kind === "release"
      ? [...byWhom(ground, known, entry), ...ofTexts(known, entry, payload)]
      : before[payload.to] === undefined
        ? [fault("orderRelease.nothing", { order, to: payload.to }, [id, "payload", "to"])]
        : []),
  ]
}

/** Whether an entry takes back all that an earlier one does, and no later. */
const takesBack = ({ on, payload }: Entry, { on: since, payload: { order, to } }: Entry): boolean =>
  payload.kind === "withdraw" && payload.order === order && payload.to === to && on <= since

const WORK: ReadonlyArray<Deed | undefined> = ["takeOn", "serve", "report"]

const byWhom = (
  { holds, role }: Ground,
  { askers, order: known, taken, under }: Case,
  entry: Entry,
): ReadonlyArray<OrderReleaseFault> => {
  const { actor, id, on, payload, recordedAt } = entry
  const { order } = payload
  const done = taken.filter(({ deed, entry: step }) => WORK.includes(deed) && isBy(step, entry))
  const doing = done.map((step) => handIn(step, under, actor))
  const isOwn = doing.includes("one")
  const state = known?.state
  const mayNot = state !== undefined && !holds(role, { actor, on, recordedAt }, { order: state, fields: state.fields })
  return [
    ...(mayNot ? [fault("orderRelease.noRole", { role, post: actor.post }, [id, "actor"])] : []),
    ...(actor.person !== undefined && askers.has(actor.person)
      ? [fault("orderRelease.ownRequest", { order }, [id, "actor"])]
      : []),
    ...(isOwn ? [fault("orderRelease.ownWork", { order }, [id, "actor"])] : []),
    ...(!isOwn && actor.person !== undefined && doing.includes("untold")
      ? [fault("orderRelease.doerUnnamed", { order }, [id, "actor"])]
      : []),
  ]
}

const ofTexts = (known: Case, entry: Entry, { order, request, result }: Release): ReadonlyArray<OrderReleaseFault> => {
  const { id } = entry
  const isBlank = `${request ?? ""}${result ?? ""}`.trim() === ""
  const isEarly = result !== undefined && known.order?.state.joined !== true && !hasResult(known, entry)
  return [
    ...(isBlank ? [fault("orderRelease.empty", { order }, [id, "payload"])] : []),
    ...(isEarly ? [fault("orderRelease.noResult", { order }, [id, "payload", "result"])] : []),
    ...Object.entries({ request, result }).flatMap(([part, text = ""]) => {
      const said = plainOf(text)
      const same = known.written.filter((each) => each.plain === said && isBy(each, entry)).map(({ field }) => field)
      const copied = [...new Set(same)].sort()
      return [
        ...copied.map((field) => fault("orderRelease.copied", { order, field }, [id, "payload", part])),
        ...(NUMBER.test(said) ? [fault("orderRelease.number", { order }, [id, "payload", part])] : []),
      ]
    }),
  ]
}

/** Whether a result was accepted in the attempt in which the order was at an entry. */
const hasResult = (known: Case, entry: Entry): boolean => {
  const attempt = attemptAt(known, entry)
  return known.taken.some(
    ({ deed, dispatch, entry: step }) =>
      deed === "accept" && known.under.get(dispatch ?? "")?.attempt === attempt && isBy(step, entry),
  )
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
 * const ground = { orders: () => undefined, holds: () => true, role: "reviewer" }
 * const recorded = OrderRelease.record(ground, [], {
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
  ground: Ground,
  journal: Journal.Journal<Content>,
  entry: Journal.Entry<Content>,
): Result.Result<Journal.Journal<Content>, ReadonlyArray<OrderReleaseFault>> => {
  const next = Journal.add(journal, entry)
  const found = check(ground, next).filter(({ path }) => path[0] === entry.id)
  return found.length === 0 ? Result.succeed(next) : Result.fail(found)
}

/**
 * What a second look at released texts finds: each that among other words repeats the text, mark or name that a field of the order holds, where
 * that field is not open, however it is spaced and pointed. It does not find what is told in other words.
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
      return repeated(order, payload).map((field) => {
        const params = { order: payload.order, entry, field }
        return Finding.of("should", { code: "orderRelease.verbatim", subject: payload.order, params })!
      })
    }),
  )

/** The fields that are not open and any of whose values stands in a text. */
const repeated = (order: Order, { request = "", result = "" }: Release): ReadonlyArray<string> => {
  const said = [plainOf(request), plainOf(result)]
  const found = writtenIn(order, steps(order.scheme, order.state)).filter(({ plain }) =>
    said.some((text) => text.includes(plain)),
  )
  return [...new Set(found.map(({ field }) => field))].sort()
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
