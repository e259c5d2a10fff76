/**
 * Logs of orders (工单流水): what was done with many orders, in one log, decided anew. Each order is decided by itself;
 * what is accepted, what is refused, and why, is told of every line.
 *
 * **Details**
 *
 * Villages write apart and their logs are merged later; lines arrive late, twice, in any order, and some are broken.
 * The answer depends on the set of lines alone. A line that is refused takes nothing with it but what cannot stand
 * without it, and that is told with reasons of its own.
 *
 * @since 0.1.0
 */
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { Limits } from "../foundation/Canonical.js"
import * as CivilDate from "../foundation/CivilDate.js"
import { contentText } from "../foundation/ContentText.js"
import type * as Coordinate from "../foundation/Coordinate.js"
import * as Document from "../foundation/Document.js"
import { type Fault, make as fault, under } from "../foundation/Fault.js"
import { byText } from "../foundation/TextOrder.js"
import * as Decider from "../process/Decider.js"
import * as Journal from "../process/Journal.js"
import * as ServiceOrder from "./ServiceOrder.js"

// ---------------------------------------------------------------- models

/**
 * What a log is decided by: a decider of orders, such as `ServiceOrder.decider` or `OrderRoles.decider` makes one.
 *
 * @category models
 * @since 0.1.0
 */
export type OrderDecider<R extends Fault = Fault> = Decider.Decider<
  ServiceOrder.State,
  ServiceOrder.Taken,
  ServiceOrder.Taken,
  R
>

/**
 * What an accepted step of an order left behind.
 *
 * @category models
 * @since 0.1.0
 */
export type Turn = Decider.Turn<ServiceOrder.Taken, ServiceOrder.Taken>

/**
 * One line of a log: something asked for, or an entry of a journal.
 *
 * @category models
 * @since 0.1.0
 */
export type Line = Decider.Command<ServiceOrder.Taken> | Journal.Entry<Turn>

/**
 * An order of a log as it stands, and the journal of its steps, in the order in which they were accepted.
 *
 * @category models
 * @since 0.1.0
 */
export interface Kept {
  readonly stream: Decider.Stream<ServiceOrder.State, ServiceOrder.Taken>
  readonly journal: Journal.Journal<Turn>
}

/**
 * A line that does not stand: its index in the log, counting from 0, what it says, and every reason.
 *
 * @category models
 * @since 0.1.0
 */
export interface Refused<R extends Fault = Fault> {
  readonly index: number
  readonly entry: Journal.Entry<Turn>
  readonly reasons: ReadonlyArray<R | OrderLogFault>
}

/**
 * A log decided: its orders by their ids, the journal of all that stands, and of every other line why it does not:
 * refused, `repeated` (another line says the same under the same id), or `superseded` by a correction. Of these the
 * indices are told. Every line is in exactly one of the four.
 *
 * @category models
 * @since 0.1.0
 */
export interface OrderLog<R extends Fault = Fault> {
  readonly orders: ReadonlyMap<string, Kept>
  readonly journal: Journal.Journal<Turn>
  readonly refused: ReadonlyArray<Refused<R>>
  readonly repeated: ReadonlyArray<number>
  readonly superseded: ReadonlyArray<number>
}

/**
 * A line that could not be read: its index in the log, and its order and day as far as these can be told.
 *
 * @category models
 * @since 0.1.0
 */
export interface Unread {
  readonly index: number
  readonly order?: string
  readonly on?: CivilDate.CivilDate
}

/**
 * The lines of a log that could be read, each at its index, every fault of the others, and which these are. The path of
 * a fault begins with the index of its line.
 *
 * @category models
 * @since 0.1.0
 */
export interface Decoded {
  readonly lines: ReadonlyArray<Journal.Entry<Turn> | undefined>
  readonly faults: ReadonlyArray<Fault>
  readonly unread: ReadonlyArray<Unread>
}

// ---------------------------------------------------------------- errors

/**
 * Why a line does not stand, besides what the order refuses it for: what every decider refuses, or an entry whose
 * events are not what its content comes to (`orderLog.events`), so that somebody changed one of them. Beside the other
 * reasons stands that a line of the order, from the same day or before, could not be read (`orderLog.afterUnread`): the
 * line may be refused for want of that one alone.
 *
 * @category errors
 * @since 0.1.0
 */
export type OrderLogFault = Decider.DeciderFault | Fault<"orderLog.events" | "orderLog.afterUnread">

// ---------------------------------------------------------------- schemas

/**
 * The schema of {@link Turn}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Turn: Schema.Codec<Turn> = /* @__PURE__ */ Schema.Struct({
  content: ServiceOrder.Taken,
  events: /* @__PURE__ */ Schema.Array(ServiceOrder.Taken),
  version: /* @__PURE__ */ Schema.optionalKey(Decider.Version),
})

/**
 * A log as one stored document. A long one is read line by line with {@link decode}, which keeps the good lines.
 *
 * @category schemas
 * @since 0.1.0
 */
export const document: Document.Document<Journal.Stored<Turn>> = /* @__PURE__ */ Journal.document("OrderLog", Turn)

// ---------------------------------------------------------------- constructors

/**
 * The journal of lines in any order. The version that a command expects is not kept: it speaks of the moment at which
 * the command is handled, and a log is decided anew.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { OrderLog } from "dangjian/orders"
 * import assert from "node:assert/strict"
 *
 * const journal = OrderLog.journal([
 *   {
 *     id: "c1",
 *     on: CivilDate.parseUnsafe("2023-03-01"),
 *     recordedAt: Coordinate.instantUnsafe(1677632400000),
 *     actor: { post: "resident", person: "p1" },
 *     content: { order: "o1", move: "request", fields: { what: "路灯不亮" } }, // 示例
 *   },
 * ])
 * assert.deepEqual(journal.map(({ id, payload }) => [id, payload.events.length]), [["c1", 1]])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const journal = (lines: Iterable<Line>): Journal.Journal<Turn> => Journal.of([...lines].map(entryOf))

const entryOf = (line: Line): Journal.Entry<Turn> => {
  if ("payload" in line) return { ...line }
  const { content, expects: _, ...envelope } = line
  return { ...envelope, payload: { content, events: [content] } }
}

/**
 * The lines of a log from unknown input, one by one, so that only the length of a line is limited. A broken line
 * leaves its place blank, and everything wrong with it is told, and of which order and day it is where it says so;
 * all others are kept.
 *
 * **Details** It takes lines that were parsed: whoever reads JSONL parses them, and passes on as its text a line that is no
 * JSON, so that it keeps its place. Lines are those of a journal, each with its events, and not commands.
 *
 * @example
 * ```ts
 * import { OrderLog } from "dangjian/orders"
 * import assert from "node:assert/strict"
 *
 * const content = { order: "o1", move: "request", fields: { what: "路灯不亮" } } // 示例
 * const line = {
 *   id: "e1",
 *   on: "2023-03-01",
 *   recordedAt: 1677632400000,
 *   actor: { post: "resident" },
 *   payload: { content, events: [content] },
 * }
 * const { faults, lines, unread } = OrderLog.decode([{ ...line, on: "2023-02-30" }, line])
 * assert.deepEqual(lines, [undefined, line])
 * assert.deepEqual(faults.map(({ code, path }) => [code, ...path]), [["civilDate.impossible", 0, "on"]])
 * assert.deepEqual(unread, [{ index: 0, order: "o1" }])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const decode = (lines: Iterable<unknown>, limits?: Partial<Limits>): Decoded => {
  const line = Document.make({ name: "OrderLogLine", schema: () => Journal.entry(Turn) })
  const good: Array<Journal.Entry<Turn> | undefined> = []
  const unread: Array<Unread> = []
  const faults: Array<Fault> = []
  for (const each of lines) {
    const decoded = line.decode(each, limits)
    const index = good.length
    if (Result.isFailure(decoded)) {
      faults.push(...decoded.failure.map((one) => under([index], one)))
      unread.push(unreadOf(index, each))
    }
    good.push(Result.isSuccess(decoded) ? decoded.success : undefined)
  }
  return { lines: good, faults, unread }
}

const unreadOf = (index: number, line: unknown): Unread => {
  const [order, on] = [within(line, "payload", "content", "order"), within(line, "on")]
  return {
    index,
    ...(typeof order === "string" && order !== "" ? { order } : {}),
    ...(CivilDate.is(on) ? { on } : {}),
  }
}

/** What stands at a path of unknown input, where it is plain data. */
const within = (value: unknown, ...path: ReadonlyArray<string>): unknown =>
  path.reduce<unknown>(
    (found, key) =>
      typeof found === "object" && found !== null ? Object.getOwnPropertyDescriptor(found, key)?.value : undefined,
    value,
  )

// ---------------------------------------------------------------- getters

/**
 * Every reason against every refused line, by the index of the line, with which the path of each begins.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { OrderLog, ServiceOrder } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const log = OrderLog.read(ServiceOrder.decider(FiveOrders.scheme, (role, { actor }) => actor.post === role), [
 *   {
 *     id: "c1",
 *     on: CivilDate.parseUnsafe("2023-03-01"),
 *     recordedAt: Coordinate.instantUnsafe(1677632400000),
 *     actor: { post: "grid" },
 *     content: { order: "o1", move: "claim", fields: {} }, // 示例：没有点单就领单
 *   },
 * ])
 * assert.deepEqual(OrderLog.faults(log).map(({ code, path }) => [code, ...path]), [["proceeding.notBegun", 0]])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const faults = ({ refused }: Pick<OrderLog, "refused">): ReadonlyArray<Fault> =>
  refused
    .toSorted((a, b) => a.index - b.index)
    .flatMap(({ index, reasons }) => reasons.map((reason) => under([index], reason)))

// ---------------------------------------------------------------- decisions

/**
 * A log decided anew, order by order, by day, instant, version and id, as `Decider.settle` does.
 *
 * **Details**
 *
 * `lines` may be blank where they could not be read, as {@link decode} gives them, so that indices stay those of the
 * log. An id counts once in the whole log. Where a correction replaces a line of another order, such as one that was
 * entered under the wrong number, the two orders are decided together. The refused stand in the order of a journal,
 * whatever the order of the lines. With the lines that could not be read, as {@link decode} gives them too, a refusal
 * that one of these may have caused says so; one whose order cannot be told may have caused any.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { OrderLog, ServiceOrder } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const line = (id: string, post: string, order: string, move: string, fields: Record<string, string>): OrderLog.Line => ({
 *   id,
 *   on: CivilDate.parseUnsafe("2023-03-01"),
 *   recordedAt: Coordinate.instantUnsafe(1677632400000),
 *   actor: { post },
 *   content: { order, move, fields },
 * })
 * const decider = ServiceOrder.decider(FiveOrders.scheme, (role, { actor }) => actor.post === role)
 * const log = OrderLog.read(decider, [
 *   line("c3", "grid", "o2", "claim", {}), // 示例
 *   line("c1", "unnamed", "o1", "requestUnnamed", { what: "路灯不亮" }),
 *   line("c2", "grid", "o1", "claim", {}),
 *   line("c2", "grid", "o1", "claim", {}),
 * ])
 * assert.deepEqual([...log.orders].map(([id, { stream }]) => [id, stream.state.course.stage]), [["o1", "claimed"]])
 * assert.deepEqual(log.refused.map(({ index, reasons }) => [index, reasons[0]?.code]), [[0, "proceeding.notBegun"]])
 * assert.deepEqual(log.repeated, [3])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const read = <R extends Fault>(
  decider: OrderDecider<R>,
  lines: Iterable<Line | undefined>,
  unread: ReadonlyArray<Unread> = [],
): OrderLog<R> => {
  const places = new Map<Journal.Entry<Turn>, number>()
  const refused: Array<Refused<R>> = []
  let index = 0
  for (const line of lines) {
    if (line !== undefined) {
      const entry = entryOf(line)
      if (isWhole(entry.payload)) places.set(entry, index)
      else refused.push({ index, entry, reasons: [fault("orderLog.events", { id: entry.id }, ["payload", "events"])] })
    }
    index++
  }
  const settled = settle(decider, [...places.keys()])
  for (const { entry, reasons } of settled.refused) refused.push({ index: places.get(entry)!, entry, reasons })
  const out = new Set(refused.map((one) => one.entry))
  const standing = new Set(Journal.standing(Journal.of([...places.keys()])))
  const repeated: Array<number> = []
  const superseded: Array<number> = []
  for (const [entry, place] of places) {
    if (out.has(entry)) continue
    if (!standing.has(entry)) repeated.push(place)
    else if (!settled.ids.has(entry.id)) superseded.push(place)
  }
  const lost = unread.toSorted((a, b) => a.index - b.index)
  const told = refused.map((one) => ({ ...one, reasons: [...one.reasons, ...causesOf(one.entry, lost)] }))
  return { ...settled.kept, refused: inOrder(told), repeated, superseded }
}

/** The first unreadable line that a refusal may come from. */
const causesOf = (
  { on, payload }: Journal.Entry<Turn>,
  unread: ReadonlyArray<Unread>,
): ReadonlyArray<Fault<"orderLog.afterUnread">> => {
  const { order } = payload.content
  const before = unread.find(
    (one) => (one.order === undefined || one.order === order) && (one.on === undefined || one.on <= on),
  )
  return before === undefined ? [] : [fault("orderLog.afterUnread", { order, line: before.index + 1 })]
}

const isWhole = ({ content, events }: Turn): boolean =>
  events.length === 1 && (events[0] === content || contentText(events[0]) === contentText(content))

/** In the order of a journal; of the same entry that stands several times, by index. */
const inOrder = <R extends Fault>(refused: ReadonlyArray<Refused<R>>): ReadonlyArray<Refused<R>> => {
  const order = new Map(
    Journal.of(refused.map(({ entry }) => entry)).map((entry, place) => [contentText(entry), place]),
  )
  const keyed = refused.map((one) => ({ one, place: order.get(contentText(one.entry)) ?? 0 }))
  return keyed.sort((a, b) => a.place - b.place || a.one.index - b.one.index).map(({ one }) => one)
}

interface Settled<R extends Fault> {
  readonly kept: Pick<OrderLog, "orders" | "journal">
  readonly refused: ReadonlyArray<Omit<Refused<R>, "index">>
  readonly ids: ReadonlySet<string>
}

const settle = <R extends Fault>(decider: OrderDecider<R>, entries: ReadonlyArray<Journal.Entry<Turn>>): Settled<R> => {
  const orders: Array<readonly [string, Kept]> = []
  const refused: Array<Omit<Refused<R>, "index">> = []
  for (const group of groupsOf(entries)) {
    const settled = Decider.settle(together(decider), Journal.of(group))
    refused.push(...settled.refused)
    for (const [order, own] of byOrder(settled.journal)) {
      const state = HashMap.getUnsafe(settled.stream.state, order)
      orders.push([order, keptOf(decider, own, state)])
    }
  }
  orders.sort(([a], [b]) => byText(a, b))
  const all = Journal.of(orders.flatMap(([, kept]) => kept.journal))
  return { kept: { orders: new Map(orders), journal: all }, refused, ids: new Set(all.map(({ id }) => id)) }
}

/** Several orders as one matter, each in a state of its own. */
const together = <R extends Fault>(
  one: OrderDecider<R>,
): Decider.Decider<HashMap.HashMap<string, ServiceOrder.State>, ServiceOrder.Taken, ServiceOrder.Taken, R> => {
  const stateOf = (states: HashMap.HashMap<string, ServiceOrder.State>, order: string): ServiceOrder.State =>
    HashMap.has(states, order) ? HashMap.getUnsafe(states, order) : one.initial
  return {
    initial: HashMap.empty(),
    decide: (states, command) => one.decide(stateOf(states, command.content.order), command),
    evolve: (states, entry) =>
      HashMap.set(states, entry.payload.order, one.evolve(stateOf(states, entry.payload.order), entry)),
  }
}

/** An order with its own versions. */
const keptOf = <R extends Fault>(
  decider: OrderDecider<R>,
  own: ReadonlyArray<Journal.Entry<Turn>>,
  state: ServiceOrder.State,
): Kept => {
  const numbered = own.map((entry, place) =>
    entry.payload.version === place + 1 ? entry : { ...entry, payload: { ...entry.payload, version: place + 1 } },
  )
  const asked = own.map(({ actor, id, on, payload }) => [id, { on, actor, content: payload.content }] as const)
  const stream = { ...Decider.start(decider), state, version: own.length, answered: HashMap.fromIterable(asked) }
  return { stream, journal: numbered }
}

const byOrder = (entries: Iterable<Journal.Entry<Turn>>): ReadonlyMap<string, ReadonlyArray<Journal.Entry<Turn>>> => {
  const found = new Map<string, Array<Journal.Entry<Turn>>>()
  for (const entry of entries) {
    const { order } = entry.payload.content
    const own = found.get(order)
    if (own === undefined) found.set(order, [entry])
    else own.push(entry)
  }
  return found
}

/** The entries of each order, and those of several together where an id or a correction ties them to one another. */
const groupsOf = (entries: ReadonlyArray<Journal.Entry<Turn>>): Iterable<ReadonlyArray<Journal.Entry<Turn>>> => {
  const leaders = new Map<string, string>()
  const leaderOf = (order: string): string => {
    let last = order
    for (let next = leaders.get(last); next !== undefined; next = leaders.get(last)) {
      leaders.set(last, leaders.get(next) ?? next)
      last = next
    }
    return last
  }
  const tie = (one: string, other: string): void => {
    const [first, second] = [leaderOf(one), leaderOf(other)]
    if (first !== second) leaders.set(first, second)
  }
  const homes = new Map<string, string>()
  for (const { id, payload } of entries) {
    const { order } = payload.content
    const home = homes.get(id)
    if (home === undefined) homes.set(id, order)
    else tie(order, home)
  }
  for (const { payload, supersedes } of entries) {
    const home = supersedes === undefined ? undefined : homes.get(supersedes)
    if (home !== undefined) tie(payload.content.order, home)
  }
  const groups = new Map<string, Array<Journal.Entry<Turn>>>()
  for (const entry of entries) {
    const leader = leaderOf(entry.payload.content.order)
    const own = groups.get(leader)
    if (own === undefined) groups.set(leader, [entry])
    else own.push(entry)
  }
  return groups.values()
}

/**
 * All orders as they stood at a coordinate: everything recorded by its instant decided in order, and of what stands
 * all that is in effect on its day. What is recorded later never changes the answer. An order of which nothing is in
 * effect is left out.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { OrderLog, ServiceOrder } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const decider = ServiceOrder.decider(FiveOrders.scheme, (role, { actor }) => actor.post === role)
 * const line = (id: string, post: string, on: string, at: number, move: string, what?: string): OrderLog.Line => ({
 *   id,
 *   on: CivilDate.parseUnsafe(on),
 *   recordedAt: Coordinate.instantUnsafe(at),
 *   actor: { post },
 *   content: { order: "o1", move, fields: what === undefined ? {} : { what } },
 * })
 * const lines = [ // 示例
 *   line("c1", "unnamed", "2023-03-01", 100, "requestUnnamed", "路灯不亮"),
 *   line("c2", "grid", "2023-03-02", 200, "claim"),
 * ]
 * const stage = (on: string, at: number) =>
 *   OrderLog.asOf(decider, lines, Coordinate.of(CivilDate.parseUnsafe(on), Coordinate.instantUnsafe(at))).get("o1")?.state
 *     .course.stage
 * assert.deepEqual([stage("2023-03-02", 200), stage("2023-03-02", 199), stage("2023-03-01", 200)], [
 *   "claimed",
 *   "requested",
 *   "requested",
 * ])
 * assert.equal(stage("2023-02-28", 200), undefined)
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const asOf = <R extends Fault>(
  decider: OrderDecider<R>,
  lines: Iterable<Line | undefined>,
  { knownAt, validAt }: Coordinate.Coordinate,
): ReadonlyMap<string, Kept["stream"]> => {
  const recorded = [...lines].filter((line) => line !== undefined && line.recordedAt <= knownAt)
  const found = new Map<string, Kept["stream"]>()
  for (const [order, kept] of read(decider, recorded).orders) {
    const own = kept.journal.filter(({ on }) => on <= validAt)
    if (own.length > 0) found.set(order, Decider.replay(decider, own))
  }
  return found
}
