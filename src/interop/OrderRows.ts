/**
 * Rows of the books of orders (五单台账的行): what a row says was done, by whom and when, as a command of its order.
 *
 * @since 0.1.0
 */
import * as CivilDate from "../foundation/CivilDate.js"
import * as Coordinate from "../foundation/Coordinate.js"
import type { Fault } from "../foundation/Fault.js"
import type { Label } from "../foundation/Label.js"
import type { Taken } from "../orders/ServiceOrder.js"
import type { Actor } from "../process/Actor.js"
import type { Command } from "../process/Decider.js"
import type { Field, Value } from "../process/Workflow.js"
import * as Rows from "./BookRows.js"
import { keyOf, type OrderSheet, type SheetMove, totalWords } from "./OrderSheets.js"
import { type Tell, teller } from "./RegisterCheck.js"
import * as Sheet from "./Sheet.js"

// ---------------------------------------------------------------- models

/** A row of a book. @internal */
export type Row = Rows.Row<Sheet.Values<Sheet.Columns>>

/** What the rows are read against. @internal */
export interface Desk extends Rows.Desk {
  readonly posts: ReadonlyArray<{ readonly id: string; readonly label: Label }>
  readonly offsetMinutes: number
}

/** The orders that are asked for, and of each dispatch its order. @internal */
export interface Homes {
  readonly orders: Rows.Known
  readonly dispatches: Rows.Known
  readonly orderOf: ReadonlyMap<string, string>
}

/**
 * A row with what it says; no command where it could not be understood, and then no id. `timed` tells whether it names
 * a time of the day. @internal
 */
export interface Read {
  readonly row: Row
  readonly sheet: OrderSheet
  readonly order: string | undefined
  readonly timed: boolean
  readonly move: SheetMove | undefined
  readonly command: Command<Taken> | undefined
}

// ---------------------------------------------------------------- errors

/** What can be wrong with a row that can be read. @internal */
export type OrderRowFault = Fault<
  | "orderBooks.noPost"
  | "orderBooks.manyMoves"
  | "orderBooks.noOrder"
  | "orderBooks.noDispatch"
  | "orderBooks.otherOrder"
  | "orderBooks.nothingNamed"
  | "orderBooks.badTime"
  | "orderBooks.badId"
>

// ---------------------------------------------------------------- getters

/** The text of a cell. @internal */
export const textIn = ({ values }: Row, key: string): string | undefined => {
  const value: unknown = Object.hasOwn(values, key) ? values[key] : undefined
  return typeof value === "string" ? value : undefined
}

/** What tells a fault at a cell of a row. @internal */
export const tellOf = <Code extends string>({ at: { opened, line } }: Row): Tell<Code> => teller(opened, line)

const part = (text: string): string => text.replaceAll("%", "%25").replaceAll("|", "%7C")

/**
 * What a row goes by: the number of its request or dispatch; else its order, dispatch, step, day and time. Where it
 * stands has no part in it, so that a row keeps its id when others are put in before it.
 */
const idOf = (row: Row, { name }: OrderSheet, order: string, move: string): string => {
  const own = textIn(row, "id")
  if (own !== undefined) return `${name}#${part(own)}`
  const seconds = secondsOf(textIn(row, "time") ?? "")
  const time = seconds === undefined ? "" : String(seconds)
  const parts = [order, textIn(row, "dispatch") ?? "", move, textIn(row, "on") ?? "", time]
  return `${name}#${parts.map(part).join("|")}`
}

const TIME = /^(上午|下午)?(\d{1,2})(?:[:时点](\d{1,2})(?:分|[:分](\d{1,2})秒?)?|[时点])$/
const HALF = 12

/** The seconds since midnight; `undefined` where the text is no time of a day. */
const secondsOf = (text: string): number | undefined => {
  const [, half, ...parts] = TIME.exec(Sheet.narrow(text).replaceAll(" ", "")) ?? []
  const [hours, minutes, seconds] = parts.map((one) => Number(one ?? "0"))
  if (hours === undefined || minutes === undefined || seconds === undefined) return undefined
  if (hours >= 2 * HALF || minutes >= 60 || seconds >= 60) return undefined
  if ((half === "上午" && hours >= HALF) || (half === "下午" && hours === 0)) return undefined
  const inDay = half === "下午" && hours < HALF ? hours + HALF : hours
  return (inDay * 60 + minutes) * 60 + seconds
}

/** How long a number may be. @internal */
export const longest = 64

/** Whether a number can be written into a table and read from it again, and be told from a row of totals. */
const isSafe = (id: string): boolean =>
  id.length <= longest && !/^[=+\-@]/.test(id) && !/\p{C}/u.test(id) && !totalWords.includes(id)

// ---------------------------------------------------------------- decisions

type Found = Array<Fault>

/** The order that a row is about, as far as that can be told. @internal */
export const orderIn = (row: Row, { name }: OrderSheet, { orderOf }: Homes): string | undefined => {
  if (name === "点单台账") return textIn(row, "id")
  const dispatch = textIn(row, name === "派单台账" ? "id" : "dispatch")
  return textIn(row, "order") ?? (dispatch === undefined ? undefined : orderOf.get(dispatch))
}

/** The move that a row names; of several under one name the one that fits what the row is about. */
const moveOf = (row: Row, { moves }: OrderSheet, ofDispatch: boolean, found: Found): SheetMove | undefined => {
  const label = textIn(row, "move")
  const named = label === undefined ? moves : moves.filter((move) => move.label.zh === label)
  const fitting = named.filter((move) => (ofDispatch ? move.ofDispatch : move.ofOrder))
  const [only, ...others] = fitting.length > 0 ? fitting : named
  if (others.length === 0) return only
  found.push(tellOf<OrderRowFault["code"]>(row)("orderBooks.manyMoves", "move", { move: label ?? "" }))
  return undefined
}

/** The dispatch that a row is about; and what is wrong with the order and the dispatch that it names. */
const dispatchOf = (row: Row, { name }: OrderSheet, { dispatches, orderOf, orders }: Homes, found: Found) => {
  if (name === "点单台账") return undefined
  const tell = tellOf<OrderRowFault["code"]>(row)
  const [order, dispatch] = [textIn(row, "order"), textIn(row, name === "派单台账" ? "id" : "dispatch")]
  if (order === undefined && dispatch === undefined) found.push(tell("orderBooks.nothingNamed", "order", {}))
  if (order !== undefined && !Rows.has(orders, order)) found.push(tell("orderBooks.noOrder", "order", { id: order }))
  if (name === "派单台账" || dispatch === undefined) return dispatch
  const listed = orderOf.get(dispatch)
  if (!Rows.has(dispatches, dispatch)) found.push(tell("orderBooks.noDispatch", "dispatch", { id: dispatch }))
  if (order !== undefined && listed !== undefined && order !== listed)
    found.push(tell("orderBooks.otherOrder", "dispatch", { id: dispatch, order: listed }))
  return dispatch
}

const actorOf = (row: Row, { posts }: Desk, found: Found): Actor | undefined => {
  const [label = "", body, person] = [textIn(row, "post"), textIn(row, "body"), textIn(row, "person")]
  const post = posts.find((one) => one.label.zh === label)?.id
  if (post === undefined) {
    found.push(tellOf<OrderRowFault["code"]>(row)("orderBooks.noPost", "post", { post: label }))
    return undefined
  }
  return { post, ...(body === undefined ? {} : { body }), ...(person === undefined ? {} : { person }) }
}

const valueOf = (field: Field, text: string, posts: Desk["posts"]): Value => {
  if (field.of === "count") return Number(text)
  if (field.of === "choice") return field.choices?.find(({ label }) => label.zh === text)?.id ?? text
  if (field.of === "post") return posts.find(({ label }) => label.zh === text)?.id ?? text
  return text
}

const fieldsOf = (row: Row, { fields }: OrderSheet, { posts }: Desk): Taken["fields"] =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const text = textIn(row, keyOf(field.id))
      return text === undefined ? [] : [[field.id, valueOf(field, text, posts)]]
    }),
  )

const DAY = 86_400_000
const SECOND = 1000
const IDS = ["id", "order", "dispatch", "body", "person"]

/** The numbers of a row that no table can hold. */
const refuseIds = (row: Row, found: Found): void => {
  for (const key of IDS) {
    const id = textIn(row, key)
    if (id === undefined || isSafe(id)) continue
    const text = id.length <= longest ? id : `${id.slice(0, longest)}…`
    found.push(tellOf<OrderRowFault["code"]>(row)("orderBooks.badId", key, { text, longest: longest }))
  }
}

/** What a row says was done; what is wrong with it goes to the faults of the desk. @internal */
export const read = (row: Row, sheet: OrderSheet, homes: Homes, desk: Desk): Read => {
  const found: Array<Fault> = []
  refuseIds(row, found)
  const [order, dispatch] = [orderIn(row, sheet, homes), dispatchOf(row, sheet, homes, found)]
  const move = moveOf(row, sheet, dispatch !== undefined, found)
  const [actor, on, time] = [actorOf(row, desk, found), textIn(row, "on"), textIn(row, "time")]
  const seconds = time === undefined ? undefined : secondsOf(time)
  if (time !== undefined && seconds === undefined)
    found.push(tellOf<OrderRowFault["code"]>(row)("orderBooks.badTime", "time", { text: time }))
  const day = CivilDate.is(on) ? on : undefined
  desk.faults.push(...found)
  const timed = seconds !== undefined
  if (found.length > 0 || order === undefined || move === undefined || actor === undefined || day === undefined)
    return { row, sheet, order, timed, move, command: undefined }
  const at = CivilDate.dayNumber(day) * DAY + (seconds ?? 0) * SECOND - desk.offsetMinutes * 60 * SECOND
  const content = { order, move: move.id, fields: fieldsOf(row, sheet, desk) }
  const command = {
    id: idOf(row, sheet, order, move.id),
    on: day,
    recordedAt: Coordinate.instantUnsafe(at),
    actor,
    content: dispatch === undefined ? content : { ...content, dispatch },
  }
  return { row, sheet, order, timed, move, command }
}
