/**
 * Rows of the books of organisation (台账的行): what could be read of each book, which ids it has, and where a fault of a row
 * stands.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import { type Fault, make as fault, type Place } from "../foundation/Fault.js"
import type * as Label from "../foundation/Label.js"
import * as PartialDate from "../foundation/PartialDate.js"
import type * as Period from "../foundation/Period.js"
import type { Opened } from "./RegisterCheck.js"
import { apart } from "./RegisterRepeat.js"
import * as Sheet from "./Sheet.js"

// ---------------------------------------------------------------- models

/** The names of the books. @internal */
export type Name = (typeof names)[number]

/** A row that could be read, and where it stands. @internal */
export interface Row<V> {
  readonly values: V
  readonly at: { readonly opened: Opened; readonly line: number }
}

/**
 * The ids that a book has, of sound rows and others; `undefined` where the book could not be read whole, so that it may
 * have any id. @internal
 */
export type Known = ReadonlySet<string> | undefined

/** What could be read of a book; `left` are the rows that were left out, with what could be read of them. @internal */
export interface Book<V> {
  readonly rows: ReadonlyArray<Row<V>>
  readonly left: ReadonlyArray<Row<Partial<V>>>
  readonly known: Known
}

/** The files that could be opened, the names of those that could not, and the faults found so far. @internal */
export interface Desk {
  readonly tables: ReadonlyArray<Sheet.Table>
  readonly unopened: ReadonlyArray<string>
  readonly days: Period.Period
  readonly faults: Array<Fault>
  readonly orders: Map<string, ReadonlyArray<string>>
}

// ---------------------------------------------------------------- errors

/** What can be wrong between the rows of one book. @internal */
export type RowFault = Fault<"organisationBooks.sameRow" | "organisationBooks.keyTwice">

// ---------------------------------------------------------------- guards

/** Whether a book has an id, or may have it. @internal */
export const has = (known: Known, id: string): boolean => known === undefined || known.has(id)

// ---------------------------------------------------------------- getters

/** Whether a file is of a book, by its name: 党员名册.csv, 党员名册-第二批.csv, 党员名册（一村）.csv. @internal */
export const isOf = (file: string, name: string): boolean => {
  const stem = (file.split(/[/\\]/).at(-1) ?? file).replace(/\.[A-Za-z0-9]+$/, "")
  return stem.startsWith(name) && /^(?:$|[^\p{L}])/u.test(stem.slice(name.length))
}

/** The book of organisation that a file holds. @internal */
export const nameOf = (file: string): Name | undefined => names.find((name) => isOf(file, name))

/** Labels by their words. @internal */
export const byLabel = <Id extends string>(
  list: ReadonlyArray<{ readonly id: Id; readonly label: Label.Label }>,
): ReadonlyMap<string, Id> => new Map(list.map(({ id, label }) => [label.zh, id]))

/** The ids of a table of labels, by their words. @internal */
export const words = <Id extends string>(labels: Readonly<Record<Id, Label.Label>>): ReadonlyMap<string, Id> => {
  const found = new Map<string, Id>()
  for (const id in labels) found.set(labels[id].zh, id)
  return found
}

/** The ids of two books together. @internal */
export const either = (one: Known, other: Known): Known =>
  one === undefined || other === undefined ? undefined : new Set([...one, ...other])

const PARTIAL = [
  /^(\d{4})(?:[-年./](\d{1,2})(?:[-月./](\d{1,2})[日号]?|月)?|年)?$/,
  /^((?:19|20)\d{2})(\d{2})(\d{2})?$/,
]

/** A date of which only the year, or the year and month, may be known, in the ways that offices write it. @internal */
export const partialOf = (text: string): PartialDate.PartialDate | undefined => {
  const plain = Sheet.narrow(text).replaceAll(" ", "")
  const parts = PARTIAL.map((form) => form.exec(plain)).find((found) => found !== null)
  if (parts === undefined || parts === null) return undefined
  const written = parts
    .slice(1)
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, "0"))
    .join("-")
  return Result.getOrUndefined(PartialDate.parse(written))
}

/**
 * Faults of a module, whose paths hold the index of a row, at the cells of those rows: `keys` name the column of a fault,
 * by its code or by a key of its path. @internal
 */
export const atCells = (
  found: ReadonlyArray<Fault>,
  rows: ReadonlyArray<Row<unknown>>,
  keys: Readonly<Record<string, string>>,
): ReadonlyArray<Fault> =>
  found.map((one) => {
    const row = rows[Number(one.path.find((key) => typeof key === "number"))]
    if (row === undefined) return one
    const { file, headers } = row.at.opened
    const named = [one.code, ...one.path].find((key) => typeof key === "string" && Object.hasOwn(keys, key))
    const column = headers[keys[String(named)] ?? "id"]
    const at: Place = { file, line: row.at.line, ...(column === undefined ? {} : { column }) }
    return { ...one, path: [], at }
  })

// ---------------------------------------------------------------- decisions

interface Seen {
  readonly line: number
  readonly sound: boolean
  readonly values: object
}

const idOf = ({ values }: Seen): string | undefined =>
  "id" in values && typeof values.id === "string" ? values.id : undefined

/** The rows without those that stand elsewhere in the same book, and a fault for each that was left out. */
const distinct = <V extends object>(
  rows: ReadonlyArray<Row<V>>,
  unique: ReadonlyArray<string>,
): { readonly rows: ReadonlyArray<Row<V>>; readonly faults: ReadonlyArray<RowFault> } => {
  const first = new Map<string, Row<V>>()
  const faults: Array<RowFault> = []
  const kept = rows.filter((row) => {
    const cells = new Map<string, unknown>(Object.entries(row.values))
    const all = `all ${JSON.stringify([...cells].sort(([a], [b]) => (a < b ? -1 : 1)))}`
    const parts = unique.map((key) => String(cells.get(key)))
    const key = `key ${JSON.stringify(parts)}`
    const { file, headers } = row.at.opened
    const place = { file, line: row.at.line }
    const [same, other] = [first.get(all), unique.length === 0 ? undefined : first.get(key)]
    first.set(all, same ?? row).set(key, other ?? row)
    const before = same ?? other
    if (before === undefined) return true
    const stands = { file: before.at.opened.file, line: before.at.line }
    const column = headers[unique[0] ?? ""]
    faults.push(
      same !== undefined
        ? fault("organisationBooks.sameRow", stands, [], place)
        : fault("organisationBooks.keyTwice", { key: parts.join(" "), ...stands }, [], {
            ...place,
            ...(column === undefined ? {} : { column }),
          }),
    )
    return false
  })
  return { rows: kept, faults }
}

/** The rows of a book that could be read, without files and rows that only repeat another. @internal */
export const rowsOf = <const C extends Sheet.Columns>(
  { tables, unopened, days, faults, orders }: Desk,
  name: string,
  layout: Sheet.Layout<C>,
): Book<Sheet.Values<C>> => {
  const all = tables
    .filter(({ file }) => isOf(file, name))
    .map((table) => ({ table, scan: Sheet.scan(table, layout, days) }))
  for (const { table, scan } of all) orders.set(table.file, scan.order)
  const { kept, faults: repeats } = apart(all)
  const files = repeats.filter(({ code }) => code === "pointRegister.sameFile")
  const rows: Array<Row<Sheet.Values<C>>> = []
  const left: Array<Row<Partial<Sheet.Values<C>>>> = []
  for (const {
    table: { file },
    scan: { entries, headers },
  } of kept) {
    const opened: Opened = { file, headers }
    for (const { line, sound, values } of entries) {
      if (sound) rows.push({ values, at: { opened, line } })
      else left.push({ values, at: { opened, line } })
    }
  }
  const once = distinct(rows, layout.unique ?? [])
  faults.push(...files, ...kept.flatMap(({ scan }) => scan.faults), ...once.faults)
  const seen = kept.flatMap(({ scan }) => scan.entries)
  const ids = seen.flatMap((entry) => idOf(entry) ?? [])
  const opened = kept.length > 0 && !unopened.some((file) => isOf(file, name))
  const isWhole =
    opened &&
    ids.length === seen.length &&
    kept.every(({ scan }) => scan.entries.length > 0 || scan.faults.length === 0)
  const standing = new Set(once.rows)
  return {
    rows: once.rows,
    left: [...left, ...rows.filter((row) => !standing.has(row))],
    known: isWhole ? new Set(ids) : undefined,
  }
}

// ---------------------------------------------------------------- instances

/** The books that have to be there. @internal */
export const needed = ["单位台账", "党组织名册", "党员名册"] as const

/** Every book, by the name that its files begin with. @internal */
export const names = [...needed, "任职台账", "换届台账", "接转台账", "批准台账", "网格台账", "联户台账"] as const
