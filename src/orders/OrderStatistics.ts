/**
 * Statistics of orders (工单统计): the counts of a period at a moment, cell by cell of a grouping, from rows and so from
 * events; and the figures of parts of a place, which add up to those of the whole without anybody handing over a single
 * order.
 *
 * **Details**
 *
 * A cell has one unit of counting: 件, 起 and 条 never add up, and a grouping over orders of several kinds has a cell for
 * each unit. Every cell holds both figures, of all orders and of those left after the exclusions. What a cell without
 * orders due comes to is not 0 % and not 100 %: it is listed apart.
 *
 * Figures up to the end of a period can be read at any later moment, for what ended, was merged or answered since does not
 * count; but a deadline that was extended or held off since, and work that was opened again, stand as they are known at
 * the moment. To have a month as it was known at its end, read the rows then (`Decider.asOf`).
 *
 * Orders are put into a cell by themselves, dispatches and what was done in them by theirs: by person and by unit in
 * charge an order goes with its last dispatch. So the cells of every grouping add up to the whole.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { CivilDate } from "../foundation/CivilDate.js"
import { contentText } from "../foundation/ContentText.js"
import * as Coordinate from "../foundation/Coordinate.js"
import * as Document from "../foundation/Document.js"
import { type Fault, make as fault, under } from "../foundation/Fault.js"
import type { Label } from "../foundation/Label.js"
import * as Period from "../foundation/Period.js"
import { byText } from "../foundation/TextOrder.js"
import { Id } from "../process/Guard.js"
import type { Mark } from "../process/Proceeding.js"
import * as OrderCounts from "./OrderCounts.js"
import type { DispatchRow, OrderRow } from "./OrderRow.js"
import type { OrderScheme } from "./OrderScheme.js"
import {
  blank,
  type Frame,
  frameOf,
  isIn,
  isKept,
  isOver,
  sayingOf,
  type Tally,
  tallyDispatch,
  tallyOrder,
} from "./OrderTally.js"

// ---------------------------------------------------------------- models

/**
 * By what orders are put into cells: not at all (`whole`); the bodies they belong to; the unit (责任单位) or the person
 * (承办人) in charge; category, kind, or the way they came in (`way`, the move of the request).
 *
 * @category models
 * @since 0.1.0
 */
export type Grouping = OpenGrouping | "doer"

/**
 * A grouping by which no cell stands for a person.
 *
 * @category models
 * @since 0.1.0
 */
export type OpenGrouping = "whole" | Level | "unit" | "category" | "kind" | "way"

/**
 * The bodies by which a place is covered: villages, grids or branches.
 *
 * @category models
 * @since 0.1.0
 */
export type Level = "village" | "grid" | "branch"

/**
 * What is asked: over which period, at which moment, by what, under which definition.
 *
 * @category models
 * @since 0.1.0
 */
export interface Asked<By extends Grouping = Grouping> {
  readonly period: Period.Period
  readonly now: Mark
  readonly by: By
  readonly definition: OrderCounts.Definition
}

/**
 * The figures of one cell (单元): of all orders, and of those left after the exclusions. `id` is absent where an order
 * does not say where it belongs, and of the whole.
 *
 * @category models
 * @since 0.1.0
 */
export interface Cell {
  readonly id?: string
  readonly unit: string
  readonly all: OrderCounts.Counts
  readonly kept: OrderCounts.Counts
}

/**
 * The statistics of a scheme: what was asked, and the cells in the order of their ids and units.
 *
 * @category models
 * @since 0.1.0
 */
export interface Statistics extends Asked {
  readonly scheme: string
  readonly version: string
  readonly cells: ReadonlyArray<Cell>
}

/**
 * The figures of some bodies as a stored document (分村统计), to be added up by their superior: which bodies they cover,
 * what was asked, and counts. There is no order, no person and no word in it.
 *
 * **Gotchas** Counts of few orders can still tell of whom they are: a category in a small village. What is made public
 * is another matter.
 *
 * @category models
 * @since 0.1.0
 */
export interface Partial extends Asked<OpenGrouping> {
  readonly format: 1
  readonly scheme: string
  readonly version: string
  readonly level: Level
  readonly bodies: ReadonlyArray<string>
  readonly cells: ReadonlyArray<Cell>
}

/**
 * How a limit was kept in a cell: of its clocks with their deadline in the period (`due`, in times) those that were
 * stopped (`done`), and in time; and those still running past their deadline.
 *
 * @category models
 * @since 0.1.0
 */
export interface Stage {
  readonly id?: string
  readonly limit: string
  readonly of: "order" | "dispatch"
  readonly due: number
  readonly done: number
  readonly inTime: number
  readonly overdueOpen: number
}

/**
 * The cells of some statistics: those with orders due, and apart those without (无应办结工单).
 *
 * @category models
 * @since 0.1.0
 */
export interface Listed {
  readonly due: ReadonlyArray<Cell>
  readonly noneDue: ReadonlyArray<{ readonly id?: string; readonly unit?: string }>
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong. With rows: one order twice; of another scheme or version, or read at another moment than is asked
 * about; a response limit that the scheme does not have, or that could not be read; orders due by a deadline where the
 * scheme has no limit by which they are due (`noDue`); an order outside the bodies covered. With the figures of
 * parts: a body that two of them cover; another period, moment, grouping, level, definition, scheme or version. With a
 * document: a body or a cell twice, a cell of a body that is not covered, more orders left after the exclusions than
 * there were.
 *
 * @category errors
 * @since 0.1.0
 */
export type OrderStatisticsFault =
  | OrderCounts.OrderCountsFault
  | Fault<
      | "orderStatistics.orderTwice"
      | "orderStatistics.otherScheme"
      | "orderStatistics.otherMoment"
      | "orderStatistics.noSuchLimit"
      | "orderStatistics.noDue"
      | "orderStatistics.unread"
      | "orderStatistics.uncovered"
      | "orderStatistics.overlap"
      | "orderStatistics.unlike"
      | "orderStatistics.bodyTwice"
      | "orderStatistics.cellTwice"
      | "orderStatistics.otherBody"
      | "orderStatistics.kept"
    >

// ---------------------------------------------------------------- schemas

/**
 * The schema of {@link Cell}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Cell: Schema.Codec<Cell> = /* @__PURE__ */ Schema.Struct({
  id: /* @__PURE__ */ Schema.optionalKey(Id),
  unit: Id,
  all: OrderCounts.Counts,
  kept: OrderCounts.Counts,
})

const Moment: Schema.Codec<Mark> = /* @__PURE__ */ Schema.Struct({ on: CivilDate, recordedAt: Coordinate.Instant })

/**
 * The schema of {@link Partial}; {@link document} reads one from unknown input and checks it as a whole.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Partial: Schema.Codec<Partial> = /* @__PURE__ */ Schema.Struct({
  format: /* @__PURE__ */ Schema.Literal(1),
  scheme: Id,
  version: Id,
  period: Period.Period,
  now: Moment,
  by: /* @__PURE__ */ Schema.Literals(["whole", "village", "grid", "branch", "unit", "category", "kind", "way"]),
  definition: OrderCounts.Definition,
  level: /* @__PURE__ */ Schema.Literals(["village", "grid", "branch"]),
  bodies: /* @__PURE__ */ Schema.Array(Id),
  cells: /* @__PURE__ */ Schema.Array(Cell),
})

/**
 * The figures of a part as a stored document: decode, encode, is, standard, jsonSchema.
 *
 * @category schemas
 * @since 0.1.0
 */
export const document: Document.Document<Partial> = /* @__PURE__ */ Document.make<Partial>({
  name: "OrderStatistics",
  format: 1,
  schema: () => Partial,
  check: (part) => check(part),
})

// ---------------------------------------------------------------- constructors

type Counted<A> = Result.Result<A, ReadonlyArray<OrderStatisticsFault>>

/**
 * The statistics of rows. All rows are of the scheme and were read at the moment; in whatever order they stand. Fails
 * with everything that is wrong with the rows and the definition.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, Period } from "dangjian/foundation"
 * import { OrderCounts, OrderRow, OrderStatistics, ServiceOrder } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const { evolve, initial } = ServiceOrder.decider(FiveOrders.scheme, () => true)
 * const now = { on: CivilDate.parseUnsafe("2024-03-31"), recordedAt: Coordinate.instantUnsafe(1711843200000) }
 * const row = (order: string, on: string, grid: string) => { // 虚构
 *   const payload = { order, move: "request", fields: { what: "修路灯", village: "甲村", grid } }
 *   const entry = { id: order, on: CivilDate.parseUnsafe(on), recordedAt: now.recordedAt, actor: { post: "群众" }, payload }
 *   return Result.getOrThrow(OrderRow.of(FiveOrders.scheme, evolve(initial, entry), {}, now))!
 * }
 * const rows = [row("o1", "2024-02-20", "g1"), row("o2", "2024-03-05", "g1"), row("o3", "2024-03-09", "g2")]
 * const definition = { ...OrderCounts.plain, cohort: "received" } as const // the scheme has no limits
 * const asked = { period: Period.parseUnsafe("2024-03"), now, by: "grid", definition } as const
 * const { cells } = Result.getOrThrow(OrderStatistics.of(FiveOrders.scheme, rows, asked))
 * assert.deepEqual(
 *   cells.map(({ id, all }) => [id, all.received, all.carriedIn, all.carriedOut]),
 *   [["g1", 1, 1, 2], ["g2", 1, 0, 1]],
 * )
 * const twice = OrderStatistics.of(FiveOrders.scheme, [...rows, rows[0]!], asked)
 * assert.equal(Result.isFailure(twice) && twice.failure[0]?.code, "orderStatistics.orderTwice")
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const of = (scheme: OrderScheme, rows: ReadonlyArray<OrderRow>, asked: Asked): Counted<Statistics> => {
  const faults = faultsOf(scheme, rows, asked, "orders")
  return faults.length === 0 ? Result.succeed(statisticsOf(scheme, rows, asked)) : Result.fail(faults)
}

/**
 * The statistics of every month, quarter, half or year of the period (分期统计), which is clipped as `Period.split` does.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, Period } from "dangjian/foundation"
 * import { OrderCounts, OrderRow, OrderStatistics, ServiceOrder } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const { evolve, initial } = ServiceOrder.decider(FiveOrders.scheme, () => true)
 * const now = { on: CivilDate.parseUnsafe("2024-03-31"), recordedAt: Coordinate.instantUnsafe(1711843200000) }
 * const row = (order: string, on: string, grid: string) => { // 虚构
 *   const payload = { order, move: "request", fields: { what: "修路灯", village: "甲村", grid } }
 *   const entry = { id: order, on: CivilDate.parseUnsafe(on), recordedAt: now.recordedAt, actor: { post: "群众" }, payload }
 *   return Result.getOrThrow(OrderRow.of(FiveOrders.scheme, evolve(initial, entry), {}, now))!
 * }
 * const rows = [row("o1", "2024-02-20", "g1"), row("o2", "2024-03-05", "g1"), row("o3", "2024-03-09", "g2")]
 * const period = Period.parseUnsafe("2024-02-01/2024-03-31")
 * const definition = { ...OrderCounts.plain, cohort: "received" } as const // the scheme has no limits
 * const asked = { period, now, by: "whole", definition } as const
 * const months = Result.getOrThrow(OrderStatistics.series(FiveOrders.scheme, rows, asked, "month"))
 * assert.deepEqual(
 *   months.map(({ period, cells }) => [Period.text(period), cells[0]?.all.received]),
 *   [["2024-02", 1], ["2024-03", 2]],
 * )
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const series = (
  scheme: OrderScheme,
  rows: ReadonlyArray<OrderRow>,
  asked: Asked,
  per: Period.Per,
): Counted<ReadonlyArray<Statistics>> => {
  const faults = faultsOf(scheme, rows, asked, "orders")
  if (faults.length > 0) return Result.fail(faults)
  return Result.succeed(
    Period.split(asked.period, per).map((period) => statisticsOf(scheme, rows, { ...asked, period })),
  )
}

/**
 * The figures of the bodies of a level, as a document for their superior. Fails as {@link of} does, and with
 * `orderStatistics.uncovered` for each order of another body or of none.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, Period } from "dangjian/foundation"
 * import { OrderCounts, OrderRow, OrderStatistics, ServiceOrder } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const { evolve, initial } = ServiceOrder.decider(FiveOrders.scheme, () => true)
 * const now = { on: CivilDate.parseUnsafe("2024-03-31"), recordedAt: Coordinate.instantUnsafe(1711843200000) }
 * const row = (order: string, on: string, grid: string) => { // 虚构
 *   const payload = { order, move: "request", fields: { what: "修路灯", village: "甲村", grid } }
 *   const entry = { id: order, on: CivilDate.parseUnsafe(on), recordedAt: now.recordedAt, actor: { post: "群众" }, payload }
 *   return Result.getOrThrow(OrderRow.of(FiveOrders.scheme, evolve(initial, entry), {}, now))!
 * }
 * const rows = [row("o1", "2024-02-20", "g1"), row("o2", "2024-03-05", "g1"), row("o3", "2024-03-09", "g2")]
 * const definition = { ...OrderCounts.plain, cohort: "received" } as const // the scheme has no limits
 * const asked = { period: Period.parseUnsafe("2024-03"), now, by: "whole", definition } as const
 * const part = Result.getOrThrow(OrderStatistics.partial(FiveOrders.scheme, rows, asked, "village", ["甲村", "乙村"]))
 * assert.deepEqual([part.bodies.length, part.cells[0]?.all.received], [2, 2])
 * assert.equal(OrderStatistics.document.is(part), true)
 * const other = OrderStatistics.partial(FiveOrders.scheme, rows, asked, "village", ["乙村"])
 * assert.equal(Result.isFailure(other) && other.failure.length, 3)
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const partial = (
  scheme: OrderScheme,
  rows: ReadonlyArray<OrderRow>,
  asked: Asked<OpenGrouping>,
  level: Level,
  bodies: Iterable<string>,
): Counted<Partial> => {
  const covered = new Set(bodies)
  const faults = [
    ...faultsOf(scheme, rows, asked, "orders"),
    ...rows.flatMap((row) => {
      const body = row[level]
      if (body !== undefined && covered.has(body)) return []
      return [fault("orderStatistics.uncovered", { order: row.order, level, body: body ?? "" })]
    }),
  ]
  if (faults.length > 0) return Result.fail(faults)
  const { by, definition, now, period } = asked
  const { cells } = statisticsOf(scheme, rows, asked)
  const { id, version } = scheme
  const sorted = [...covered].sort(byText)
  return Result.succeed({
    format: 1,
    scheme: id,
    version,
    period,
    now: markOf(now),
    by,
    definition,
    level,
    bodies: sorted,
    cells,
  })
}

const markOf = ({ on, recordedAt }: Mark): Mark => ({ on, recordedAt })

const faultsOf = (
  scheme: OrderScheme,
  rows: ReadonlyArray<OrderRow>,
  { definition, now }: Asked,
  of: "orders" | "limits",
): ReadonlyArray<OrderStatisticsFault> => {
  const found: Array<OrderStatisticsFault> = OrderCounts.check(definition).map((each) => under(["definition"], each))
  const { limit } = definition.response
  const isByDeadline = definition.cohort === "deadline" || definition.cohort === "deadlineOrOverdue"
  if (of === "orders" && isByDeadline && scheme.due === undefined)
    found.push(fault("orderStatistics.noDue", { scheme: scheme.id }, ["definition", "cohort"]))
  if (limit !== undefined && ![...scheme.order.limits, ...scheme.dispatch.limits].some(({ id }) => id === limit))
    found.push(fault("orderStatistics.noSuchLimit", { limit }, ["definition", "response", "limit"]))
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const { order, readAt, scheme: id, unread, version } of rows) {
    if (seen.has(order)) twice.add(order)
    seen.add(order)
    if (id !== scheme.id || version !== scheme.version)
      found.push(fault("orderStatistics.otherScheme", { order, scheme: id, version }))
    if (readAt.on !== now.on || readAt.recordedAt !== now.recordedAt)
      found.push(fault("orderStatistics.otherMoment", { order, on: readAt.on }))
    for (const each of unread)
      if (of === "limits" || each.limit === limit)
        found.push(fault("orderStatistics.unread", { order, limit: each.limit, fault: each.code }))
  }
  for (const order of [...twice].sort(byText)) found.push(fault("orderStatistics.orderTwice", { order }))
  return found
}

interface Slot {
  readonly kept: Tally
  readonly left: Tally
}

const statisticsOf = (scheme: OrderScheme, rows: ReadonlyArray<OrderRow>, asked: Asked): Statistics => {
  const { by, definition, now, period } = asked
  const frame = frameOf(scheme, period, now, definition)
  const slots = new Map<string, Map<string | undefined, Slot>>()
  const tallyIn = (row: OrderRow, id: string | undefined): Tally =>
    slotIn(slots, row.unit, id)[isKept(row, frame) ? "kept" : "left"]
  for (const row of rows) {
    tallyOrder(tallyIn(row, cellOf(row, by)), row, frame)
    for (const dispatch of row.dispatches)
      tallyDispatch(tallyIn(row, cellOfDispatch(row, dispatch, by)), dispatch, frame)
  }
  const cells = [...slots].flatMap(([unit, ids]) => [...ids].map(([id, slot]) => cellFrom(id, unit, slot)))
  return {
    scheme: scheme.id,
    version: scheme.version,
    period,
    now: markOf(now),
    by,
    definition,
    cells: cells.sort(byCell),
  }
}

const slotIn = (slots: Map<string, Map<string | undefined, Slot>>, unit: string, id: string | undefined): Slot => {
  let ids = slots.get(unit)
  if (ids === undefined) {
    ids = new Map()
    slots.set(unit, ids)
  }
  let slot = ids.get(id)
  if (slot === undefined) {
    slot = { kept: blank(), left: blank() }
    ids.set(id, slot)
  }
  return slot
}

const cellFrom = (id: string | undefined, unit: string, { kept, left }: Slot): Cell => ({
  ...(id === undefined ? {} : { id }),
  unit,
  all: OrderCounts.add(kept, left),
  kept,
})

const byCell = (a: Cell, b: Cell): -1 | 0 | 1 => {
  if ((a.id === undefined) !== (b.id === undefined)) return a.id === undefined ? -1 : 1
  return byText(a.id ?? "", b.id ?? "") || byText(a.unit, b.unit)
}

// ---------------------------------------------------------------- getters

/**
 * In which cell an order is counted; `undefined` where it does not say where it belongs, and of the whole.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { OrderRow, OrderStatistics, ServiceOrder } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const { evolve, initial } = ServiceOrder.decider(FiveOrders.scheme, () => true)
 * const now = { on: CivilDate.parseUnsafe("2024-03-31"), recordedAt: Coordinate.instantUnsafe(1711843200000) }
 * const row = (order: string, on: string, grid: string) => { // 虚构
 *   const payload = { order, move: "request", fields: { what: "修路灯", village: "甲村", grid } }
 *   const entry = { id: order, on: CivilDate.parseUnsafe(on), recordedAt: now.recordedAt, actor: { post: "群众" }, payload }
 *   return Result.getOrThrow(OrderRow.of(FiveOrders.scheme, evolve(initial, entry), {}, now))!
 * }
 * const rows = [row("o1", "2024-02-20", "g1"), row("o2", "2024-03-05", "g1"), row("o3", "2024-03-09", "g2")]
 * assert.deepEqual(rows.map((each) => OrderStatistics.cellOf(each, "grid")), ["g1", "g1", "g2"])
 * assert.equal(OrderStatistics.cellOf(rows[0]!, "way"), "request")
 * assert.equal(OrderStatistics.cellOf(rows[0]!, "doer"), undefined)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const cellOf = (row: OrderRow, by: Grouping): string | undefined => {
  switch (by) {
    case "whole":
      return undefined
    case "way":
      return row.requestedBy
    case "unit":
    case "doer":
      return row.dispatches.at(-1)?.[by]
    default:
      return row[by]
  }
}

/** In which cell a dispatch is counted. */
const cellOfDispatch = (row: OrderRow, dispatch: DispatchRow, by: Grouping): string | undefined =>
  by === "unit" || by === "doer" || by === "branch" ? dispatch[by] : cellOf(row, by)

/**
 * The cells with orders due under one of the two figures, of all orders unless it says otherwise, and apart those without. `roster` names the bodies that are
 * expected: those of which there is no cell are listed apart too.
 *
 * @example
 * ```ts
 * import { OrderCounts, OrderStatistics } from "dangjian/orders"
 * import assert from "node:assert/strict"
 *
 * const { none } = OrderCounts
 * const some = { ...none, due: 3, closed: 2 } // made up
 * const cells = [{ id: "g1", unit: "case", all: some, kept: some }, { id: "g2", unit: "case", all: some, kept: none }]
 * const { due, noneDue } = OrderStatistics.listed({ cells }, "kept", ["g1", "g2", "g3"])
 * assert.deepEqual(due.map(({ id }) => id), ["g1"])
 * assert.deepEqual(noneDue, [{ id: "g2", unit: "case" }, { id: "g3" }])
 * assert.deepEqual(OrderStatistics.listed({ cells }).due.map(({ id }) => id), ["g1", "g2"])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const listed = (
  { cells }: Pick<Statistics, "cells">,
  figure: OrderCounts.Figure = "all",
  roster: ReadonlyArray<string> = [],
): Listed => {
  const known = new Set(cells.map(({ id }) => id))
  const missing = [...new Set(roster)].filter((id) => !known.has(id)).map((id) => ({ id }))
  const without = cells.filter((cell) => cell[figure].due === 0)
  const noneDue = [...without.map(({ all: _, kept: __, ...named }) => named), ...missing]
  return {
    due: cells.filter((cell) => cell[figure].due > 0),
    noneDue: noneDue.sort((a, b) => byText(a.id ?? "", b.id ?? "")),
  }
}

/**
 * How every limit of the scheme was kept, cell by cell (各环节应办、已办、按时): its clocks with their deadline in the period.
 * Fails as {@link of} does, but for the orders due, and with `orderStatistics.unread` for every clock that could not be
 * read.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, Period } from "dangjian/foundation"
 * import { OrderCounts, OrderRow, OrderScheme, OrderStatistics, ServiceOrder } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import type { Limit } from "dangjian/process"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const claiming: Limit.Limit = { // 虚构
 *   id: "领单", amount: 2, unit: "calendarDay", countsFirstDay: false, starts: "request", ends: ["claim"], holds: [],
 * }
 * const timing = { order: [claiming], dispatch: [], extensions: { order: [], dispatch: [] } }
 * const scheme = OrderScheme.timed(FiveOrders.scheme, timing)
 * const { evolve, initial } = ServiceOrder.decider(scheme, () => true)
 * const now = { on: CivilDate.parseUnsafe("2024-03-31"), recordedAt: Coordinate.instantUnsafe(1711843200000) }
 * const payload = { order: "o1", move: "request", fields: { what: "修路灯" } }
 * const entry = { id: "e1", on: CivilDate.parseUnsafe("2024-03-05"), recordedAt: now.recordedAt, actor: { post: "群众" }, payload }
 * const row = Result.getOrThrow(OrderRow.of(scheme, evolve(initial, entry), {}, now))!
 * const asked = { period: Period.parseUnsafe("2024-03"), now, by: "whole", definition: OrderCounts.plain } as const
 * assert.deepEqual(Result.getOrThrow(OrderStatistics.stages(scheme, [row], asked)), [
 *   { limit: "领单", of: "order", due: 1, done: 0, inTime: 0, overdueOpen: 1 },
 * ])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const stages = (
  scheme: OrderScheme,
  rows: ReadonlyArray<OrderRow>,
  asked: Asked,
): Counted<ReadonlyArray<Stage>> => {
  const faults = faultsOf(scheme, rows, asked, "limits")
  if (faults.length > 0) return Result.fail(faults)
  const { by, definition, now, period } = asked
  const frame = frameOf(scheme, period, now, definition)
  const cells = new Map<string | undefined, Map<string, Kept>>()
  const keptIn = (id: string | undefined): Map<string, Kept> => {
    const known = cells.get(id) ?? stagesOf(scheme)
    cells.set(id, known)
    return known
  }
  for (const row of rows) {
    const dispatches = new Map(row.dispatches.map((each) => [each.dispatch, each]))
    keptIn(cellOf(row, by))
    for (const clock of row.clocks) {
      const dispatch = clock.dispatch === undefined ? undefined : dispatches.get(clock.dispatch)
      const id = dispatch === undefined ? cellOf(row, by) : cellOfDispatch(row, dispatch, by)
      const kept = keptIn(id).get(stageKey(clock.dispatch === undefined ? "order" : "dispatch", clock.limit))
      if (kept !== undefined) keep(kept, clock, frame)
    }
  }
  const ids = [...cells.keys()].sort((a, b) => (a === undefined ? -1 : b === undefined ? 1 : byText(a, b)))
  return Result.succeed(
    ids.flatMap((id) => [...cells.get(id)!.values()].map((kept) => (id === undefined ? kept : { id, ...kept }))),
  )
}

type Kept = { -readonly [K in keyof Omit<Stage, "id">]: Stage[K] }

const stageKey = (of: Stage["of"], limit: string): string => `${of} ${limit}`

const stagesOf = ({ dispatch, order }: OrderScheme): Map<string, Kept> => {
  const sides = [
    ["order", order.limits],
    ["dispatch", dispatch.limits],
  ] as const
  return new Map(
    sides.flatMap(([of, limits]) =>
      limits.map(
        ({ id: limit }) => [stageKey(of, limit), { limit, of, due: 0, done: 0, inTime: 0, overdueOpen: 0 }] as const,
      ),
    ),
  )
}

const keep = (kept: Kept, clock: OrderRow["clocks"][number], frame: Frame): void => {
  const { deadlineOn, endedOn, isLate } = clock
  if (!isIn(frame, deadlineOn)) return
  kept.due++
  if (endedOn !== undefined && endedOn <= frame.last) {
    kept.done++
    if (!isLate) kept.inTime++
  } else if (isOver(clock, frame.last)) kept.overdueOpen++
}

// ---------------------------------------------------------------- operations

/**
 * The figures of several parts taken together: those of all the bodies that they cover. In whatever order and by
 * whatever steps they are merged, it is the same as if the whole had been counted at once. Fails with everything by
 * which they cannot be: what {@link check} finds in a part, under its place; `orderStatistics.overlap` for each body
 * that several cover; `orderStatistics.unlike` for each that was asked otherwise than the first. Definitions are alike
 * that say the same, whatever they are called, in whatever order, and whatever they cite.
 *
 * **Details** The total of the township needs parts that were asked `by: "whole"`: those by village come to a cell for each
 * village and to none of the whole.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, Period } from "dangjian/foundation"
 * import { OrderCounts, OrderRow, OrderStatistics, ServiceOrder } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const { evolve, initial } = ServiceOrder.decider(FiveOrders.scheme, () => true)
 * const now = { on: CivilDate.parseUnsafe("2024-03-31"), recordedAt: Coordinate.instantUnsafe(1711843200000) }
 * const row = (order: string, on: string, grid: string) => { // 虚构
 *   const payload = { order, move: "request", fields: { what: "修路灯", village: "甲村", grid } }
 *   const entry = { id: order, on: CivilDate.parseUnsafe(on), recordedAt: now.recordedAt, actor: { post: "群众" }, payload }
 *   return Result.getOrThrow(OrderRow.of(FiveOrders.scheme, evolve(initial, entry), {}, now))!
 * }
 * const rows = [row("o1", "2024-02-20", "g1"), row("o2", "2024-03-05", "g1"), row("o3", "2024-03-09", "g2")]
 * const definition = { ...OrderCounts.plain, cohort: "received" } as const // the scheme has no limits
 * const asked = { period: Period.parseUnsafe("2024-03"), now, by: "whole", definition } as const
 * const part = (village: string, of: typeof rows) =>
 *   Result.getOrThrow(OrderStatistics.partial(FiveOrders.scheme, of, asked, "village", [village]))
 * const sent = (village: string, of: typeof rows) => // what a village sends, as JSON text
 *   JSON.stringify(Result.getOrThrow(OrderStatistics.document.encode(part(village, of))))
 * const read = (json: string) => Result.getOrThrow(OrderStatistics.document.decode(JSON.parse(json)))
 * const [one, other] = [read(sent("甲村", rows)), read(sent("乙村", []))]
 * const both = Result.getOrThrow(OrderStatistics.merge(one, other))
 * assert.deepEqual([both.bodies.length, both.cells[0]?.all.received], [2, 2])
 * const again = OrderStatistics.merge(both, one)
 * assert.deepEqual(Result.isFailure(again) && again.failure.map(({ params }) => params.body), ["甲村"])
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const merge = (first: Partial, ...others: ReadonlyArray<Partial>): Counted<Partial> => {
  const covered = new Set<string>()
  const overlap = new Set<string>()
  for (const { bodies } of [first, ...others])
    for (const body of new Set(bodies)) {
      if (covered.has(body)) overlap.add(body)
      covered.add(body)
    }
  const parts = [first, ...others]
  const faults = [
    ...parts.flatMap((part, place) => check(part).map((each) => under([place], each))),
    ...others.flatMap((other) => unlike(first, other)),
    ...[...overlap].sort(byText).map((body) => fault("orderStatistics.overlap", { level: first.level, body })),
  ]
  if (faults.length > 0) return Result.fail(faults)
  const sums = new Map<string, Cell>()
  for (const cell of [first, ...others].flatMap(({ cells }) => cells)) {
    const key = cellKey(cell)
    const sum = sums.get(key)
    const both = sum === undefined ? cell : { ...sum, ...addedTo(sum, cell) }
    sums.set(key, both)
  }
  const definition = parts.map((part) => part.definition).sort((a, b) => byText(contentText(a), contentText(b)))[0]!
  const bodies = [...covered].sort(byText)
  return Result.succeed({ ...first, definition, bodies, cells: [...sums.values()].sort(byCell) })
}

const cellKey = ({ id, unit }: Cell): string => JSON.stringify([id ?? null, unit])

const addedTo = (a: Cell, b: Cell): Pick<Cell, "all" | "kept"> => ({
  all: OrderCounts.add(a.all, b.all),
  kept: OrderCounts.add(a.kept, b.kept),
})

type Likeness = "scheme" | "period" | "moment" | "grouping" | "level" | "definition"

const LIKENESS: Readonly<Record<Likeness, (part: Partial) => string>> = {
  scheme: ({ scheme, version }) => JSON.stringify([scheme, version]),
  period: ({ period }) => Period.text(period),
  moment: ({ now }) => JSON.stringify([now.on, now.recordedAt]),
  grouping: ({ by }) => by,
  level: ({ level }) => level,
  definition: ({ definition }) => sayingOf(definition),
}

const unlike = (first: Partial, other: Partial): ReadonlyArray<OrderStatisticsFault> =>
  Object.entries(LIKENESS).flatMap(([what, told]) =>
    told(first) === told(other)
      ? []
      : [fault("orderStatistics.unlike", { what, bodies: first.bodies.join("、"), others: other.bodies.join("、") })],
  )

// ---------------------------------------------------------------- decisions

/**
 * Everything that is wrong with the figures of a part as a whole. Where orders are put into cells by the branch and the
 * part is of branches, a dispatch to another branch has its cell there, without any order.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, Period } from "dangjian/foundation"
 * import { OrderCounts, OrderStatistics } from "dangjian/orders"
 * import assert from "node:assert/strict"
 *
 * const part: OrderStatistics.Partial = { // made up
 *   format: 1,
 *   scheme: "五单",
 *   version: "1",
 *   period: Period.parseUnsafe("2024-03"),
 *   now: { on: CivilDate.parseUnsafe("2024-03-31"), recordedAt: Coordinate.instantUnsafe(1711843200000) },
 *   by: "village",
 *   definition: OrderCounts.plain,
 *   level: "village",
 *   bodies: ["v1"],
 *   cells: [{ id: "v2", unit: "case", all: OrderCounts.none, kept: OrderCounts.none }],
 * }
 * assert.deepEqual(OrderStatistics.check(part).map(({ code }) => code), ["orderStatistics.otherBody"])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const check = ({ bodies, by, cells, definition, level }: Partial): ReadonlyArray<OrderStatisticsFault> => {
  const covered = new Set(bodies)
  const bodyTwice = placesTwice(bodies)
  const cellTwice = placesTwice(cells.map(cellKey))
  return [
    ...OrderCounts.check(definition).map((each) => under(["definition"], each)),
    ...bodyTwice.map((place) => fault("orderStatistics.bodyTwice", { body: bodies[place]! }, ["bodies", place])),
    ...cellTwice.map((place) =>
      fault("orderStatistics.cellTwice", { cell: cells[place]!.id ?? "", unit: cells[place]!.unit }, ["cells", place]),
    ),
    ...cells.flatMap(({ all, id, kept }, place) => [
      ...(["all", "kept"] as const).flatMap((figure) =>
        OrderCounts.checkCounts({ all, kept }[figure]).map((each) => under(["cells", place, figure], each)),
      ),
      ...(by === level && !(id !== undefined && (covered.has(id) || (level === "branch" && isOfDispatches(all))))
        ? [fault("orderStatistics.otherBody", { cell: id ?? "" }, ["cells", place, "id"])]
        : []),
      ...exceeding(kept, all).map((keys) => fault("orderStatistics.kept", {}, ["cells", place, "kept", ...keys])),
    ]),
  ]
}

/** Whether nothing is counted but dispatches and what was done in them. */
const isOfDispatches = (counts: OrderCounts.Counts): boolean => {
  const { deeds, dispatches } = OrderCounts.none
  return exceeding({ ...counts, deeds, dispatches, persons: 0 }, OrderCounts.none).length === 0
}

const placesTwice = (keys: ReadonlyArray<string>): ReadonlyArray<number> => {
  const seen = new Set<string>()
  return keys.flatMap((key, place) => {
    const isKnown = seen.has(key)
    seen.add(key)
    return isKnown ? [place] : []
  })
}

/** Where a count is greater than another. */
const exceeding = (part: OrderCounts.Counts, whole: OrderCounts.Counts): ReadonlyArray<ReadonlyArray<string>> =>
  Object.entries(part).flatMap(([key, count]) => {
    const other = whole[key as keyof OrderCounts.Counts]
    if (typeof count === "number") return typeof other === "number" && count > other ? [[key]] : []
    return Object.keys(count).flatMap((inner) =>
      typeof other !== "number" && Object.entries(other).some(([name, most]) => name === inner && count[inner] > most)
        ? [[key, inner]]
        : [],
    )
  })

// ---------------------------------------------------------------- instances

/**
 * In what the figures of parts must be alike.
 *
 * @category instances
 * @since 0.1.0
 */
export const alike: Readonly<Record<Likeness, Label>> = {
  scheme: { zh: "工单办法或版本", en: "scheme or version" },
  period: { zh: "期间", en: "period" },
  moment: { zh: "时点", en: "moment" },
  grouping: { zh: "分组", en: "grouping" },
  level: { zh: "范围层级", en: "level of bodies" },
  definition: { zh: "统计口径", en: "definition" },
}
