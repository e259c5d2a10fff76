/**
 * Books of orders (五单台账): the lists that a township office keeps of its requests, dispatches, services and of every
 * other step, read from its files into a log of orders, and decided.
 *
 * **Details**
 *
 * A row of 点单台账 is a request (件), a row of 派单台账 a dispatch (件次), a row of 服务台账 a service with its person-times (人次),
 * so that each total is the length or the sum of one list and none is mixed with another. Everything else that is done
 * (领单、接单、退单、 办结、验收、晒单、评单、回访、返工…) is a row of 流转台账, in the words of the scheme. One wide row an order with a column for
 * each day would be shorter, and could not tell a second return, a second attempt or a further rating.
 *
 * What the scheme refuses is told at the row that says it, with everything else that is wrong, at once.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Coordinate from "../foundation/Coordinate.js"
import { type Fault, make as fault, type Place } from "../foundation/Fault.js"
import type { Label } from "../foundation/Label.js"
import type * as Period from "../foundation/Period.js"
import { byText } from "../foundation/TextOrder.js"
import * as OrderLog from "../orders/OrderLog.js"
import type { OrderRoles } from "../orders/OrderRoles.js"
import type { OrderScheme } from "../orders/OrderScheme.js"
import type { Taken } from "../orders/ServiceOrder.js"
import type { Command } from "../process/Decider.js"
import * as Rows from "./BookRows.js"
import * as OrderRows from "./OrderRows.js"
import * as OrderSheets from "./OrderSheets.js"
import * as Sheet from "./Sheet.js"

// ---------------------------------------------------------------- models

/**
 * A file as handed over: its rows, or why it could not be opened.
 *
 * @category models
 * @since 0.1.0
 */
export type Source = Sheet.Table | { readonly file: string; readonly faults: ReadonlyArray<Fault> }

/**
 * What the books are read against: the scheme in whose words they are kept and the decider of its orders, with who
 * holds which role; the posts by the words of the books; the days that rows can be of; and the offset of the local
 * time. With `roles` a post that no rule admits to a step is told whatever came before it; the posts are then named by
 * their kinds, as the rules name them.
 *
 * @category models
 * @since 0.1.0
 */
export interface Options {
  readonly scheme: OrderScheme
  readonly decider: OrderLog.OrderDecider
  readonly posts: ReadonlyArray<{ readonly id: string; readonly label: Label }>
  readonly roles?: OrderRoles
  readonly days: Period.Period
  readonly offsetMinutes: number
}

/**
 * What the books hold: every row as what was asked for, by its id; the orders as they came to stand; and where each
 * row stands.
 *
 * **Details** The id of a row is the name of its book with the number of the request or dispatch; of a service or step
 * with its order, dispatch, step, day and time, and a number where several rows say the same of these. Neither the
 * file nor the line has a part in it: a row keeps its id when others are put in before it or the book is parted.
 *
 * @category models
 * @since 0.1.0
 */
export interface OrderBooks {
  readonly lines: ReadonlyArray<Command<Taken>>
  readonly log: OrderLog.OrderLog
  readonly places: Readonly<Record<string, Place>>
}

/**
 * The layout of a book under a scheme: by which name its files begin, and its columns.
 *
 * @category models
 * @since 0.1.0
 */
export interface BookLayout {
  readonly name: string
  readonly layout: Sheet.Layout
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong between the books: a file that is no book, the list of requests missing; a post that the table
 * does not have, a name that several moves of the scheme bear; an order or a dispatch that no list has, a dispatch of
 * another order, a row that names neither; a number that no table holds safely, or that stands for a row of totals
 * (`badId`); a time that is none, one that is needed to tell what came first (`noTime`), or one that a row of another
 * file has too (`sameTime`). What is wrong inside a cell is told by the sheet, and what the scheme refuses under the code of the
 * refusal, at the cell or the row.
 *
 * @category errors
 * @since 0.1.0
 */
export type OrderBooksFault =
  | OrderRows.OrderRowFault
  | Fault<"orderBooks.unknownFile" | "orderBooks.noBook" | "orderBooks.noTime" | "orderBooks.sameTime">

// ---------------------------------------------------------------- guards

/**
 * Whether a file is a book of orders, by its name: 点单台账.csv, 流转台账-三月.csv, 服务台账（一村）.csv.
 *
 * @example
 * ```ts
 * import { OrderBooks } from "dangjian/interop"
 * import assert from "node:assert/strict"
 *
 * assert.deepEqual(["派单台账-三月.csv", "党员名册.csv"].map(OrderBooks.isBook), [true, false])
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const isBook = (file: string): boolean => OrderSheets.names.some((name) => Rows.isOf(file, name))

// ---------------------------------------------------------------- getters

/**
 * The layouts of the books under a scheme. The fields of its moves are columns under their names; those that every row
 * of a book needs have to be filled in, all others may be missing.
 *
 * @example
 * ```ts
 * import { OrderBooks } from "dangjian/interop"
 * import { FiveOrders } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const services = OrderBooks.layouts(FiveOrders.scheme).find(({ name }) => name === "服务台账")
 * const headers = Object.values(services?.layout.columns ?? {}).map(({ header }) => header)
 * assert.deepEqual(headers, ["派单", "日期", "时间", "职务", "单位", "人员", "方式", "服务人次", "办理情况"])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const layouts = (scheme: OrderScheme): ReadonlyArray<BookLayout> =>
  OrderSheets.sheetsOf(scheme).map(({ layout, name }) => ({ name, layout }))

// ---------------------------------------------------------------- decisions

const fileFaults = (sources: ReadonlyArray<Source>): ReadonlyArray<Fault> => [
  ...sources.flatMap((source) => {
    if ("faults" in source) return source.faults
    const { file } = source
    return isBook(file) ? [] : [fault("orderBooks.unknownFile", { books: OrderSheets.names.join("、") }, [], { file })]
  }),
  ...(sources.some(({ file }) => Rows.isOf(file, REQUESTS)) ? [] : [fault("orderBooks.noBook", { book: REQUESTS })]),
]

/** Of two files that hold the same the one with the longer name is the copy. */
const byName = (a: Sheet.Table, b: Sheet.Table): number => a.file.length - b.file.length || byText(a.file, b.file)

const deskOf = (sources: ReadonlyArray<Source>, { days, offsetMinutes, posts }: Options): OrderRows.Desk => ({
  posts,
  days,
  offsetMinutes,
  tables: sources.flatMap((source) => ("rows" in source ? [source] : [])).sort(byName),
  unopened: sources.flatMap((source) => ("rows" in source ? [] : [source.file])),
  faults: [...fileFaults(sources)],
  orders: new Map(),
})

interface Opened {
  readonly sheet: OrderSheets.OrderSheet
  readonly book: Rows.Book<Sheet.Values<Sheet.Columns>>
}

const homesOf = (opened: ReadonlyArray<Opened>): OrderRows.Homes => {
  const of = (name: OrderSheets.Name) => opened.find(({ sheet }) => sheet.name === name)?.book
  const [requests, dispatches] = [of("点单台账"), of("派单台账")]
  const orderOf = new Map<string, string>()
  for (const row of dispatches?.rows ?? []) {
    const [id, order] = [OrderRows.textIn(row, "id"), OrderRows.textIn(row, "order")]
    if (id !== undefined && order !== undefined) orderOf.set(id, order)
  }
  return { orders: requests?.known, dispatches: dispatches?.known, orderOf }
}

const grouped = (read: ReadonlyArray<OrderRows.Read>, keyOf: (one: OrderRows.Read) => string | undefined) => {
  const groups = new Map<string, Array<OrderRows.Read>>()
  for (const one of read) {
    const key = keyOf(one)
    if (key === undefined) continue
    const own = groups.get(key)
    if (own === undefined) groups.set(key, [one])
    else own.push(one)
  }
  return groups
}

const REQUESTS = "点单台账"
const SERVICES = "服务台账"

const fileOf = ({ row }: OrderRows.Read): string => row.at.opened.file

/** Whether it makes no difference which of two rows of one time in two files comes first. */
const isEither = (one: OrderRows.Read, other: OrderRows.Read): boolean =>
  one.sheet.name === REQUESTS ||
  other.sheet.name === REQUESTS ||
  (one.sheet.name === SERVICES && other.sheet.name === SERVICES)

/**
 * Rows of one order and day of which nobody can tell which came first: without a time among rows of other files or
 * with one, or of the same time as a row of another file. A request comes before all else, and services are alike.
 * Gives the orders of such rows.
 */
const refuseUntimed = (
  read: ReadonlyArray<OrderRows.Read>,
  faults: Array<Fault>,
): ReadonlyArray<string | undefined> => {
  const orders: Array<string | undefined> = []
  const dayOf = ({ command }: OrderRows.Read) => command && JSON.stringify([command.content.order, command.on])
  for (const rows of grouped(read, dayOf).values()) {
    if (rows.every((one) => !one.timed && fileOf(one) === fileOf(rows[0]!))) continue
    const times = new Map<number, Array<OrderRows.Read>>()
    for (const one of rows) {
      const { command, row, timed } = one
      const [at = 0, tell] = [command?.recordedAt, OrderRows.tellOf<OrderBooksFault["code"]>(row)]
      const params = { order: one.order ?? "", on: command?.on ?? "" }
      const before = times.get(at) ?? []
      const other = before.find((each) => fileOf(each) !== fileOf(one) && !isEither(each, one))
      if (timed) times.set(at, [...before, one])
      if (timed && other === undefined) continue
      const { at: there } = (other ?? one).row
      faults.push(
        timed
          ? tell("orderBooks.sameTime", "time", { ...params, file: there.opened.file, line: there.line })
          : tell("orderBooks.noTime", "time", params),
      )
      orders.push(one.order)
    }
  }
  return orders
}

/**
 * The rows in the order in which they count where nothing else tells, and their commands so: of one order and time a
 * request first, then by file and line, a thousandth of a second apart. Of rows under one id all but the first bear a
 * number.
 */
const inTurn = (read: ReadonlyArray<OrderRows.Read>): ReadonlyArray<OrderRows.Read> => {
  const times = new Map<string, number>()
  const next = (key: string): number => {
    const turn = times.get(key) ?? 0
    times.set(key, turn + 1)
    return turn
  }
  return sorted(read).map((one) => {
    const { command } = one
    if (command === undefined) return one
    const turn = next(JSON.stringify([command.content.order, command.recordedAt]))
    const equals = next(`id ${command.id}`)
    const recordedAt = Coordinate.instantUnsafe(command.recordedAt + turn)
    const id = equals === 0 ? command.id : `${command.id}|${equals + 1}`
    return { ...one, command: { ...command, id, recordedAt } }
  })
}

const sorted = (read: ReadonlyArray<OrderRows.Read>): ReadonlyArray<OrderRows.Read> =>
  read.toSorted(
    (a, b) =>
      OrderSheets.names.indexOf(a.sheet.name) - OrderSheets.names.indexOf(b.sheet.name) ||
      byText(fileOf(a), fileOf(b)) ||
      a.row.at.line - b.row.at.line,
  )

/** The rows that begin like one of totals though somebody acts in them: no book takes them for an entry. */
const lostRows = ({ tables }: OrderRows.Desk, { layout, name }: OrderSheets.OrderSheet): ReadonlyArray<Fault> =>
  tables
    .filter(({ file }) => Rows.isOf(file, name))
    .flatMap(({ file, rows }) => {
      const words = rows.map(({ cells, line }) => ({ line, words: cells.map(solid) }))
      const head = words.find((row) => row.words.filter((word) => word !== "").length > 1)
      const columns = ["on", "post"].map((key) => {
        const { header = "", also = [] } = layout.columns[key] ?? {}
        return head?.words.findIndex((word) => [header, ...also].includes(word)) ?? -1
      })
      return words.flatMap(({ line, words: cells }) => {
        const index = cells.findIndex((word) => word !== "")
        const text = (cells[index] ?? "").replace(/:$/, "")
        const acts = columns.every((column) => (cells[column] ?? "") !== "")
        if (!acts || !OrderSheets.totalWords.includes(text)) return []
        const at = { file, line, column: head?.words[index] ?? "" }
        return [fault("orderBooks.badId", { text, longest: OrderRows.longest }, [], at)]
      })
    })

const solid = (text: string): string => Sheet.narrow(text).replaceAll(" ", "")

/** What is refused whatever else was done with the order. */
const ALWAYS: ReadonlyArray<string> = [
  "proceeding.noSuchMove",
  "proceeding.needs",
  "proceeding.notAsked",
  "proceeding.value",
  "serviceOrder.needsDispatch",
  "serviceOrder.ofOrder",
  "orderRoles.noSuchPerson",
  "orderRoles.noSuchBody",
  "decider.idTwice",
]

/** What is said of a whole file and takes no row from the books. */
const HARMLESS: ReadonlyArray<string> = ["orderBooks.unknownFile", "pointRegister.sameFile"]

/**
 * The refusals that no other fault may have caused: of an order all of its first refused row, and of the later ones,
 * or where one of its rows could not be read, those that do not depend on what was done before.
 */
const causes = (
  refused: ReadonlyArray<OrderLog.Refused>,
  broken: ReadonlySet<string | undefined>,
): ReadonlyArray<OrderLog.Refused> => {
  const seen = new Set(broken)
  return refused.flatMap((one) => {
    const { order } = one.entry.payload.content
    const isFirst = !seen.has(order) && !seen.has(undefined)
    seen.add(order)
    const reasons = isFirst ? one.reasons : one.reasons.filter(({ code }) => ALWAYS.includes(code))
    return reasons.length === 0 ? [] : [{ ...one, reasons }]
  })
}

/** The column of a refusal. */
const columnOf = ({ code, path: [first, second] }: Fault): string => {
  if (first === "fields" && second !== undefined) return OrderSheets.keyOf(String(second))
  if (first === "actor" && second !== undefined) return String(second)
  if (first === "dispatch" || first === "order" || first === "move") return first
  if (code === "proceeding.role") return "post"
  if (code === "proceeding.before" || code === "proceeding.older") return "on"
  return ["proceeding.only", "proceeding.apart", "serviceOrder.ownWork"].includes(code) ? "person" : "move"
}

type Words = ReadonlyMap<string, string>

/**
 * The names of what a scheme and a table of posts have, in the words of the books, by the parameters that hold their
 * ids.
 */
const wordsOf = ({ posts, scheme: { dispatch, order } }: Options): Readonly<Record<string, Words>> => {
  const [fields, moves] = [
    [...dispatch.fields, ...order.fields],
    [...dispatch.moves, ...order.moves],
  ]
  return {
    move: OrderSheets.labelsOf(moves),
    stage: OrderSheets.labelsOf([...dispatch.stages, ...order.stages]),
    roles: OrderSheets.labelsOf([...dispatch.roles, ...order.roles]),
    field: OrderSheets.labelsOf(fields),
    of: OrderSheets.labelsOf([...moves, ...fields]),
    post: OrderSheets.labelsOf(posts),
  }
}

const inWords = ({ code, params }: Fault, words: Readonly<Record<string, Words>>): Fault["params"] => {
  const word = (key: string, value: string | number): string | number => {
    const names = Object.hasOwn(words, key) ? words[key] : undefined
    if (names === undefined || (key === "of" && code === "proceeding.value")) return value
    const ids = String(value).split("、")
    return ids.map((id) => names.get(id) ?? id).join("、")
  }
  return Object.fromEntries(Object.entries(params).map(([key, value]) => [key, word(key, value)]))
}

/**
 * Whether a post is admitted to a step by some rule of its roles, whoever holds it and whatever came before. Without
 * rules every post may be.
 */
const admits = ({ roles }: Options, { command, move }: OrderRows.Read): boolean =>
  roles === undefined ||
  roles.roles.some(
    ({ by, role }) => move?.by.has(role) && by.some(({ posts }) => posts.includes(command?.actor.post ?? "")),
  )

/** The rows in whose post nobody may take the step. */
const misplaced = (read: ReadonlyArray<OrderRows.Read>, options: Options): ReadonlyArray<OrderLog.Refused> =>
  read.flatMap((one) => {
    const { command, move } = one
    if (command === undefined || move === undefined || admits(options, one)) return []
    const params = { move: move.id, post: command.actor.post, roles: [...move.by].join("、") }
    const [entry] = OrderLog.journal([command])
    return [{ index: 0, entry: entry!, reasons: [{ code: "proceeding.role", path: [], params }] }]
  })

const refusals = (
  { refused }: OrderLog.OrderLog,
  read: ReadonlyArray<OrderRows.Read>,
  broken: ReadonlySet<string | undefined>,
  options: Options,
): ReadonlyArray<Fault> => {
  const [byId, words] = [new Map(read.map((one) => [one.command?.id, one.row])), wordsOf(options)]
  const out = misplaced(read, options)
  const told = new Set(out.map(({ entry }) => entry.id))
  const others = causes(refused, broken).map(({ entry, reasons, ...rest }) => ({
    ...rest,
    entry,
    reasons: told.has(entry.id) ? reasons.filter(({ code }) => code !== "proceeding.role") : reasons,
  }))
  return [...out, ...others].flatMap(({ entry, reasons }): ReadonlyArray<Fault> => {
    const row = byId.get(entry.id)
    if (row === undefined) return reasons
    return reasons.map((reason) => {
      const place = OrderRows.tellOf<string>(row)(reason.code, columnOf(reason), {})
      return { ...place, params: inWords(reason, words) }
    })
  })
}

/**
 * Reads the books of orders and decides them, or gives everything wrong with them, in the order a reader mends it: by
 * file, line and column.
 *
 * **Details**
 *
 * A step is known from the time at which it was done. Rows of one order on one day need their time where they stand
 * in several lists or some have one, and another than a row of another list; rows of one list without a time, or of one
 * time, follow one another line by line. Of an order the first row
 * that the scheme refuses is told with every reason; of the rows after it, and of an order with a row that could not
 * be read, what does not depend on earlier rows. The rest shows when those are mended.
 *
 * @example
 * ```ts
 * import { Period } from "dangjian/foundation"
 * import { OrderBooks } from "dangjian/interop"
 * import { ServiceOrder } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const table = (file: string, ...rows: ReadonlyArray<string>) => ({ // 示例
 *   file,
 *   rows: rows.map((row, index) => ({ line: index + 1, cells: row.split(",") })),
 * })
 * const read = OrderBooks.read(
 *   [
 *     table("点单台账.csv", "编号,日期,职务,人员,来源,诉求", "D1,2023-03-01,群众,Q1,点单,路灯不亮"),
 *     table("流转台账.csv", "工单,步骤,日期,职务,人员", "D1,领单,2023-03-02,群众,Q1"),
 *   ],
 *   {
 *     scheme: FiveOrders.scheme,
 *     decider: ServiceOrder.decider(FiveOrders.scheme, (role, { actor }) => actor.post === role),
 *     posts: [
 *       { id: "resident", label: { zh: "群众" } },
 *       { id: "grid", label: { zh: "网格员" } },
 *     ],
 *     days: Period.yearUnsafe(2023),
 *     offsetMinutes: 480,
 *   },
 * )
 * assert.deepEqual(Result.isFailure(read) && read.failure.map(({ code, at }) => [code, at?.file, at?.line, at?.column]), [
 *   ["proceeding.role", "流转台账.csv", 2, "职务"],
 * ])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const read = (
  sources: ReadonlyArray<Source>,
  options: Options,
): Result.Result<OrderBooks, ReadonlyArray<Fault>> => {
  const offset = Coordinate.dayOf(Coordinate.instantUnsafe(0), options.offsetMinutes)
  if (Result.isFailure(offset)) return Result.fail([offset.failure])
  const desk = deskOf(sources, options)
  const opened = OrderSheets.sheetsOf(options.scheme).map(
    (sheet): Opened => ({ sheet, book: Rows.rowsOf(desk, sheet.name, sheet.layout) }),
  )
  const isWhole =
    desk.unopened.length === 0 && desk.faults.every(({ at, code }) => at?.line !== undefined || HARMLESS.includes(code))
  const homes = homesOf(opened)
  desk.faults.push(...opened.flatMap(({ sheet }) => lostRows(desk, sheet)))
  const rows = opened.flatMap(({ book, sheet }) => book.rows.map((row) => OrderRows.read(row, sheet, homes, desk)))
  const untimed = refuseUntimed(rows, desk.faults)
  const all = inTurn(rows)
  const lines = all.flatMap(({ command }) => command ?? []).sort((a, b) => byText(a.id, b.id))
  const log = OrderLog.read(options.decider, lines)
  const broken = new Set([
    ...untimed,
    ...all.flatMap(({ command, order }) => (command === undefined ? [order] : [])),
    ...opened.flatMap(({ book, sheet }) => book.left.map((row) => OrderRows.orderIn(row, sheet, homes))),
    ...(isWhole ? [] : [undefined]),
  ])
  desk.faults.push(...refusals(log, all, broken, options))
  if (desk.faults.length > 0) return Result.fail(Sheet.inOrder(desk.faults, desk.orders))
  const places = all.flatMap(({ command, row: { at } }) =>
    command === undefined ? [] : [[command.id, { file: at.opened.file, line: at.line }] as const],
  )
  return Result.succeed({ lines, log, places: Object.fromEntries(places.sort(([a], [b]) => byText(a, b))) })
}
