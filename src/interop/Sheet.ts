/**
 * Sheets (表格): a table as cells with their places goes in, typed rows come out, and everything wrong with it is said at
 * once, by file, line and column.
 *
 * A village office keeps its books in whatever its computer writes: GB18030 or UTF-8, full-width digits, day numbers of a
 * spreadsheet, thousands separators, a row of totals (合计) at the end. What is accepted is declared per column; what is
 * not declared is refused, never guessed. Numbers are exact from the first digit on.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as CivilDate from "../foundation/CivilDate.js"
import * as Exact from "../foundation/Exact.js"
import { type Fault, make as fault, type Place, placed } from "../foundation/Fault.js"
import * as Period from "../foundation/Period.js"
import * as Rounding from "../foundation/Rounding.js"
import type { Domain } from "../rules/Expression.js"
import { type BytesFault, textOf } from "./SheetBytes.js"
import { sorted } from "./SheetOrder.js"

// ---------------------------------------------------------------- models

/**
 * A row of a file: the line it starts on, counting from 1, and its cells.
 *
 * @category models
 * @since 0.1.0
 */
export interface Row {
  readonly line: number
  readonly cells: ReadonlyArray<string>
}

/**
 * A file as rows, whatever it was written in: the syntax of CSV is the business of a CSV parser.
 *
 * @category models
 * @since 0.1.0
 */
export interface Table {
  readonly file: string
  readonly rows: ReadonlyArray<Row>
}

/**
 * What the cells of a column hold:
 *
 * - `text`: kept as written, without the blanks around it;
 * - `id`: 编号; full-width letters and digits become half-width, blanks are dropped;
 * - `choice`: one of a closed list;
 * - `number`: an exact number of a domain; `written` lists the unit signs that may stand behind the digits (元, 次);
 * - `date`: a civil date, written 2023-05-01, 2023/5/1, 2023.5.1, 2023年5月1日, 20230501 or as the day number of a
 *   spreadsheet (45047), each also with a time of 0:00 behind it; `or` lists the words that may stand instead;
 * - `list`: several texts separated by 、 or commas or semicolons, each of a closed list where one is given.
 *
 * @category models
 * @since 0.1.0
 */
export type Cell =
  | { readonly is: "text" | "id" }
  | { readonly is: "date"; readonly or?: ReadonlyArray<string> }
  | { readonly is: "choice"; readonly of: ReadonlyArray<string> }
  | { readonly is: "number"; readonly domain: Domain; readonly written?: ReadonlyArray<string> }
  | { readonly is: "list"; readonly of?: ReadonlyArray<string> }

/**
 * A column: its header and the other headers it is known by, what its cells hold, and whether they must: `required`
 * columns have a header and no blank cell, `blank` ones have a header, `optional` ones may be missing altogether. With
 * `total` the rows of totals are checked against the cells above them.
 *
 * @category models
 * @since 0.1.0
 */
export interface Column {
  readonly header: string
  readonly also?: ReadonlyArray<string>
  readonly presence: "required" | "blank" | "optional"
  readonly cell: Cell
  readonly total?: boolean
}

/**
 * The columns of a layout, by the key that a row's values go under.
 *
 * @category models
 * @since 0.1.0
 */
export type Columns = Readonly<Record<string, Column>>

/**
 * What a kind of sheet looks like: its columns in any order, the keys of the columns that together name a row once, and
 * the texts that a row of totals begins with. `part` rows (小计) add up what stands since the last such row, `whole` rows
 * (合计, 总计) all that stands above.
 *
 * @category models
 * @since 0.1.0
 */
export interface Layout<C extends Columns = Columns> {
  readonly columns: C
  readonly unique?: ReadonlyArray<keyof C & string>
  readonly totals?: { readonly whole: ReadonlyArray<string>; readonly part: ReadonlyArray<string> }
}

/**
 * The value that a cell gives: exact numbers as canonical text, dates as civil dates.
 *
 * @category models
 * @since 0.1.0
 */
export type ValueOf<T extends Cell> = T extends { readonly is: "date" }
  ? CivilDate.CivilDate | (T extends { readonly or: ReadonlyArray<infer Word extends string> } ? Word : never)
  : T extends { readonly is: "list" }
    ? ReadonlyArray<string>
    : T extends { readonly is: "choice"; readonly of: ReadonlyArray<infer Word extends string> }
      ? Word
      : string

/**
 * The values of a row by the keys of its columns; the key of a blank cell is absent.
 *
 * @category models
 * @since 0.1.0
 */
export type Values<C extends Columns> = {
  readonly [K in keyof C as C[K]["presence"] extends "required" ? K : never]: ValueOf<C[K]["cell"]>
} & {
  readonly [K in keyof C as C[K]["presence"] extends "required" ? never : K]?: ValueOf<C[K]["cell"]>
}

/**
 * A row as read. An unsound one has at least one fault, and only what could be read of it.
 *
 * @category models
 * @since 0.1.0
 */
export type Entry<C extends Columns> =
  | { readonly line: number; readonly sound: true; readonly values: Values<C> }
  | { readonly line: number; readonly sound: false; readonly values: Partial<Values<C>> }

/**
 * All that could be read of a sheet, and all that is wrong with it. `headers` are the columns that were found, by key,
 * with the header they stand under in the file; `order` is the header row from left to right.
 *
 * @category models
 * @since 0.1.0
 */
export interface Scan<C extends Columns> {
  readonly headers: { readonly [K in keyof C]?: string }
  readonly order: ReadonlyArray<string>
  readonly entries: ReadonlyArray<Entry<C>>
  readonly faults: ReadonlyArray<SheetFault>
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with a sheet: its bytes, its syntax, its header row, the length of a row, a cell, or a total.
 * `sheet.syntax` is never raised here; it is for whoever turns text into rows.
 *
 * @category errors
 * @since 0.1.0
 */
export type SheetFault = Fault<
  | BytesFault["code"]
  | "sheet.syntax"
  | "sheet.empty"
  | "sheet.semicolons"
  | "sheet.tabs"
  | "sheet.missingHeader"
  | "sheet.blankHeader"
  | "sheet.unknownHeader"
  | "sheet.duplicateHeader"
  | "sheet.shortRow"
  | "sheet.longRow"
  | "sheet.notEntry"
  | "sheet.blank"
  | "sheet.notInList"
  | "sheet.twiceInList"
  | "sheet.badNumber"
  | "sheet.wrongUnit"
  | "sheet.offLattice"
  | "sheet.notWhole"
  | "sheet.outOfBounds"
  | "sheet.belowMinimum"
  | "sheet.aboveMaximum"
  | "sheet.badDate"
  | "sheet.impossibleDate"
  | "sheet.dateOutside"
  | "sheet.duplicateKey"
  | "sheet.total"
>

// ---------------------------------------------------------------- constructors

/**
 * The text of a file (文本解码): UTF-8 with or without a byte order mark, else GB18030, which holds GBK and GB2312. Both are
 * decoded strictly; every line end becomes a line feed. Fails with `sheet.workbook` on the file of a spreadsheet program,
 * `sheet.wideEncoding` on UTF-16, `sheet.nul` on a byte of nought, `sheet.lostCharacters` where an earlier conversion left
 * the sign of lost characters behind, `sheet.badByte` with the first line where a text that is UTF-8 elsewhere is not, and
 * `sheet.encoding` on anything else.
 *
 * **Gotchas** Bytes that are neither may still happen to be GB18030. Such text has the wrong characters throughout, so the
 * headers of {@link scan} do not match. Ten sound Chinese characters to each broken place are taken for UTF-8 that was
 * damaged.
 *
 * @example
 * ```ts
 * import { Sheet } from "dangjian/interop"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * assert.deepEqual(Sheet.text(Uint8Array.of(0xe6, 0x9d, 0x91)), Result.succeed("村"))
 * assert.deepEqual(Sheet.text(Uint8Array.of(0xb4, 0xe5)), Result.succeed("村"))
 * assert.equal(Result.isFailure(Sheet.text(Uint8Array.of(0xff, 0xfe, 0x51, 0x67))), true)
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const text = (bytes: Uint8Array): Result.Result<string, SheetFault> => textOf(bytes)

// ---------------------------------------------------------------- getters

/**
 * A text with full-width letters, digits and signs made half-width (全角转半角), each run of blanks, the ideographic one
 * included, made one, and none at the ends.
 *
 * @example
 * ```ts
 * import { Sheet } from "dangjian/interop"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Sheet.narrow("　Ｐ－０４５　"), "P-045")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const narrow = (self: string): string =>
  self
    .replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u200B]+/g, " ")
    .trim()

/** Without any blank: how headers, ids, listed words and names are compared. */
const solid = (self: string): string => narrow(self).replaceAll(" ", "")

/**
 * Faults in the order a reader mends them: by file, line, column and code. Columns come from left to right where the header
 * row of the file is given, as {@link scan} gives it, else as texts; what is said of the whole row comes first.
 *
 * @example
 * ```ts
 * import { Fault } from "dangjian/foundation"
 * import { Sheet } from "dangjian/interop"
 * import assert from "node:assert/strict"
 *
 * const at = (line: number) => Fault.make("sheet.blank", {}, [], { file: "名册.csv", line })
 * assert.deepEqual(Sheet.inOrder([at(12), at(3)]), [at(3), at(12)])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const inOrder = <F extends Fault>(
  faults: ReadonlyArray<F>,
  orders: ReadonlyMap<string, ReadonlyArray<string>> = new Map(),
): ReadonlyArray<F> => sorted(faults, orders)

// ---------------------------------------------------------------- operations

type Code = SheetFault["code"]

const refuse = (code: Code, params: Fault["params"] = {}): Result.Result<never, SheetFault> =>
  Result.fail(fault(code, params))

const shown = (self: string): string => (self.length > 60 ? `${self.slice(0, 60)}…` : self)

/** The value of a cell that is not blank. */
const valueOf = (
  cell: Cell,
  written: string,
  days: Period.Period,
): Result.Result<string | ReadonlyArray<string>, SheetFault> => {
  switch (cell.is) {
    case "text":
      return Result.succeed(written.replace(/^[\s\u200B]+|[\s\u200B]+$/g, ""))
    case "id":
      return Result.succeed(solid(written))
    case "choice":
      return listed(cell.of, written)
    case "number":
      return numberIn(cell, written)
    case "date":
      return cell.or?.find((word) => solid(word) === solid(written)) === undefined
        ? dateIn(written, days)
        : listed(cell.or, written)
    case "list":
      return wordsIn(cell.of, written)
  }
}

const listed = (of: ReadonlyArray<string>, written: string): Result.Result<string, SheetFault> => {
  const word = of.find((one) => solid(one) === solid(written))
  return word === undefined
    ? refuse("sheet.notInList", { text: shown(written), list: of.join("、") })
    : Result.succeed(word)
}

const wordsIn = (
  of: ReadonlyArray<string> | undefined,
  written: string,
): Result.Result<ReadonlyArray<string>, SheetFault> => {
  const words: Array<string> = []
  for (const part of narrow(written).split(/[、,;]/)) {
    const word = part.trim()
    if (word === "") continue
    const known = of === undefined ? Result.succeed(word) : listed(of, word)
    if (Result.isFailure(known)) return Result.fail(known.failure)
    if (words.includes(known.success)) return refuse("sheet.twiceInList", { text: shown(known.success) })
    words.push(known.success)
  }
  return words.length === 0 ? refuse("sheet.blank") : Result.succeed(words)
}

const NUMBER = /^([+-]?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)$/

const exactIn = (written: string, signs: ReadonlyArray<string>): Result.Result<Exact.Exact, SheetFault> => {
  const plain = solid(written).replace("\u2212", "-")
  const ending = signs
    .map(solid)
    .filter((sign) => plain.endsWith(sign))
    .reduce((longest, sign) => (sign.length > longest.length ? sign : longest), "")
  const bare = plain.slice(0, plain.length - ending.length)
  const parts = NUMBER.exec(bare)
  if (parts === null) {
    const unit = /^[+-]?[\d,.]+([^\d,.+-]+)$/.exec(bare)?.[1]
    return unit === undefined
      ? refuse("sheet.badNumber", { text: shown(written) })
      : refuse("sheet.wrongUnit", { text: shown(written), unit: shown(unit) })
  }
  const [, minus, digits = ""] = parts
  const value = Exact.parse(`${minus === "-" ? "-" : ""}${digits.replaceAll(",", "")}`)
  return Result.isFailure(value) ? refuse("sheet.badNumber", { text: shown(written) }) : Result.succeed(value.success)
}

const numberIn = (
  { domain, written: signs }: Extract<Cell, { is: "number" }>,
  written: string,
): Result.Result<string, SheetFault> => {
  const read = exactIn(written, signs ?? [])
  if (Result.isFailure(read)) return Result.fail(read.failure)
  const value = read.success
  const [min, max] = [domain.min, domain.max].map((q) => (q === null ? undefined : Exact.parseUnsafe(q)))
  if ((min !== undefined && Exact.compare(value, min) < 0) || (max !== undefined && Exact.compare(value, max) > 0)) {
    return outside(Exact.text(value), domain)
  }
  if (Rounding.isMultiple(value, Exact.parseUnsafe(domain.step))) return Result.succeed(Exact.text(value))
  return domain.step === "1"
    ? refuse("sheet.notWhole", { value: Exact.text(value) })
    : refuse("sheet.offLattice", { value: Exact.text(value), step: domain.step })
}

const outside = (value: string, { min, max }: Domain): Result.Result<never, SheetFault> => {
  if (min === null) return refuse("sheet.aboveMaximum", { value, max: max ?? "" })
  return max === null ? refuse("sheet.belowMinimum", { value, min }) : refuse("sheet.outOfBounds", { value, min, max })
}

const DATES = [
  /^(?<year>\d{4})(?<sign>[-/.])(?<month>\d{1,2})\k<sign>(?<day>\d{1,2})$/,
  /^(?<year>\d{4})年(?<month>\d{1,2})月(?<day>\d{1,2})[日号]$/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
]
const SERIAL = /^\d{1,5}(?:\.0+)?$/
const MIDNIGHT = / 0{1,2}:00(?::00)?$/

const dateIn = (written: string, days: Period.Period): Result.Result<CivilDate.CivilDate, SheetFault> => {
  const plain = narrow(written).replace(MIDNIGHT, "")
  const parts = DATES.map((form) => form.exec(plain)?.groups).find((found) => found !== undefined)
  if (parts === undefined && !SERIAL.test(plain)) return refuse("sheet.badDate", { text: shown(written) })
  const read =
    parts === undefined
      ? CivilDate.ofSerial(Number(plain))
      : CivilDate.of(Number(parts.year), Number(parts.month), Number(parts.day))
  if (Result.isFailure(read)) return refuse("sheet.impossibleDate", { text: shown(written) })
  return Period.contains(days, read.success)
    ? Result.succeed(read.success)
    : refuse("sheet.dateOutside", { date: read.success, from: days.from, through: Period.lastDay(days) })
}

// ---------------------------------------------------------------- decisions

interface Head {
  readonly line: number
  readonly width: number
  readonly names: ReadonlyArray<string>
  readonly found: ReadonlyArray<{ readonly key: string; readonly index: number; readonly header: string }>
  readonly faults: ReadonlyArray<SheetFault>
}

const isBlank = (cell: string): boolean => solid(cell) === ""

const widthOf = (cells: ReadonlyArray<string>): number => cells.findLastIndex((cell) => !isBlank(cell)) + 1

const keyOf = (name: string, columns: Columns): string | undefined =>
  Object.entries(columns).find(([, { header, also }]) =>
    [header, ...(also ?? [])].some((one) => solid(one) === solid(name)),
  )?.[0]

/** Rows whose cells hold, apart by another sign, headers of the layout: the sign that the file was written with. */
const otherwiseSeparated = (rows: ReadonlyArray<Row>, { columns }: Layout, file: string): ReadonlyArray<SheetFault> => {
  const isKnown = (name: string) => keyOf(name, columns) !== undefined
  if (rows.some(({ cells }) => cells.some(isKnown))) return []
  const signs = [
    [/[;；]/, "sheet.semicolons"],
    [/\t/, "sheet.tabs"],
  ] as const
  const found = rows.flatMap(({ line, cells }) =>
    signs
      .filter(([sign]) => cells.join(",").split(sign).filter(isKnown).length > 1)
      .map(([, code]) => fault(code, {}, [], { file, line })),
  )
  return found.slice(0, 1)
}

const headOf = ({ line, cells }: Row, { columns }: Layout, file: string): Head => {
  const width = widthOf(cells)
  const names = cells.slice(0, width).map(narrow)
  const keys = names.map((name) => keyOf(name, columns))
  const at = (column: string | number): Place => ({ file, line, column })
  const found = keys.flatMap((key, index) =>
    key === undefined || keys.indexOf(key) < index ? [] : [{ key, index, header: names[index] ?? "" }],
  )
  const faults = names.flatMap((name, index): ReadonlyArray<SheetFault> => {
    const [key, place] = [keys[index], at(name === "" ? index + 1 : name)]
    if (name === "") return [fault("sheet.blankHeader", {}, [], place)]
    if (key === undefined) return [fault("sheet.unknownHeader", { header: name }, [], place)]
    return keys.indexOf(key) < index ? [fault("sheet.duplicateHeader", { header: name }, [], place)] : []
  })
  const missing = Object.entries(columns).flatMap(
    ([key, { header, presence }]): ReadonlyArray<SheetFault> =>
      presence === "optional" || keys.includes(key) ? [] : [fault("sheet.missingHeader", { header }, [], at(header))],
  )
  return { line, width, names, found, faults: [...faults, ...missing] }
}

/** The sums of the columns that are totalled; `undefined` once a cell above could not be read. */
interface Running {
  whole: Exact.Exact | undefined
  part: Exact.Exact | undefined
}

const totalKind = (cells: ReadonlyArray<string>, { totals }: Layout): "whole" | "part" | undefined => {
  const first = solid(cells.find((cell) => !isBlank(cell)) ?? "").replace(/:$/, "")
  if (totals?.whole.some((word) => solid(word) === first)) return "whole"
  return totals?.part.some((word) => solid(word) === first) ? "part" : undefined
}

const checkTotals = (
  { line, cells }: Row,
  kind: "whole" | "part",
  head: Head,
  layout: Layout,
  file: string,
  sums: ReadonlyMap<string, Running>,
): ReadonlyArray<SheetFault> =>
  head.found.flatMap(({ key, index, header }): ReadonlyArray<SheetFault> => {
    const [sum, cell, written] = [sums.get(key), layout.columns[key]?.cell, cells[index] ?? ""]
    if (sum === undefined || cell?.is !== "number") return []
    const computed = sum[kind]
    if (kind === "part") sum.part = Exact.zero
    if (isBlank(written)) return []
    const at = { file, line, column: header }
    const stated = exactIn(written, cell.written ?? [])
    if (Result.isFailure(stated)) return [placed(at, stated.failure)]
    return computed === undefined || Exact.equals(stated.success, computed)
      ? []
      : [fault("sheet.total", { stated: Exact.text(stated.success), computed: Exact.text(computed) }, [], at)]
  })

const addUp = (
  sums: ReadonlyMap<string, Running>,
  values: Readonly<Record<string, unknown>>,
  blank: Set<string>,
): void => {
  for (const [key, sum] of sums) {
    const value = values[key]
    const read = typeof value === "string" ? Exact.parseUnsafe(value) : blank.has(key) ? Exact.zero : undefined
    sum.whole = read === undefined || sum.whole === undefined ? undefined : Exact.add(sum.whole, read)
    sum.part = read === undefined || sum.part === undefined ? undefined : Exact.add(sum.part, read)
  }
}

interface RowRead {
  readonly values: Record<string, string | ReadonlyArray<string>>
  readonly blank: Set<string>
  readonly faults: Array<SheetFault>
}

const rowOf = ({ line, cells }: Row, head: Head, layout: Layout, file: string, days: Period.Period): RowRead => {
  const read: RowRead = { values: {}, blank: new Set(), faults: [] }
  if (cells.length < head.width) {
    read.faults.push(fault("sheet.shortRow", { cells: cells.length, columns: head.width }, [], { file, line }))
  }
  if (widthOf(cells) > head.width) {
    read.faults.push(fault("sheet.longRow", { cells: widthOf(cells), columns: head.width }, [], { file, line }))
  }
  for (const { key, index, header } of head.found) {
    const [column, written] = [layout.columns[key], cells[index]]
    if (column === undefined || written === undefined) continue
    const at = { file, line, column: header }
    if (isBlank(written)) {
      if (column.presence === "required") read.faults.push(fault("sheet.blank", { header }, [], at))
      else read.blank.add(key)
      continue
    }
    const value = valueOf(column.cell, written, days)
    if (Result.isSuccess(value)) read.values[key] = value.success
    else read.faults.push(placed(at, value.failure))
  }
  return read
}

/**
 * Everything that can be read of a sheet, and all its faults at once in order of place. The header row is the first with
 * at least two cells filled, so that a title may stand above it; blank rows are passed over; `days` are the days that a
 * date can plausibly be, which also tells the day number of a spreadsheet from any other number.
 *
 * **Details** A header that is missing is said once and not again in each row. A total is checked only where every cell
 * above it could be read. Where a row needs several cells, one with a single cell (制表人：…) is said to be no entry, once. A
 * file that is separated by semicolons or tabs is said to be so, and nothing else of it.
 *
 * @example
 * ```ts
 * import { Period } from "dangjian/foundation"
 * import { Sheet } from "dangjian/interop"
 * import assert from "node:assert/strict"
 *
 * const layout = { columns: { on: { header: "日期", presence: "required", cell: { is: "date" } } } } as const
 * const rows = [["日期"], ["４５０４７"], ["2023-02-30"]].map((cells, index) => ({ line: index + 1, cells }))
 * const scan = Sheet.scan({ file: "登记.csv", rows }, layout, Period.yearUnsafe(2023))
 * assert.deepEqual(scan.entries[0], { line: 2, sound: true, values: { on: "2023-05-01" } })
 * assert.deepEqual(scan.faults[0]?.at, { file: "登记.csv", line: 3, column: "日期" })
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const scan = <const C extends Columns>(table: Table, layout: Layout<C>, days: Period.Period): Scan<C> => {
  const { file } = table
  const plain = layout as unknown as Layout
  const rows = table.rows.filter(({ cells }) => !cells.every(isBlank)).toSorted((a, b) => a.line - b.line)
  const needed = Math.min(2, Object.keys(layout.columns).length)
  const start = rows.findIndex(({ cells }) => cells.filter((cell) => !isBlank(cell)).length >= needed)
  const [top] = start === -1 ? [] : rows.slice(start)
  const separated = otherwiseSeparated(start === -1 ? rows : rows.slice(0, start + 1), plain, file)
  if (separated.length > 0) return { headers: {}, order: [], entries: [], faults: separated }
  if (top === undefined)
    return { headers: {}, order: [], entries: [], faults: [fault("sheet.empty", {}, [], { file })] }
  const head = headOf(top, plain, file)
  const sums = new Map(
    head.found
      .filter(({ key }) => plain.columns[key]?.total === true)
      .map(({ key }): [string, Running] => [key, { whole: Exact.zero, part: Exact.zero }]),
  )
  const faults: Array<SheetFault> = [...head.faults]
  const entries: Array<Entry<C>> = []
  const once = uniqueness(plain, head, file)
  for (const row of rows.slice(start + 1)) {
    const kind = totalKind(row.cells, plain)
    if (kind !== undefined) {
      faults.push(...checkTotals(row, kind, head, plain, file, sums))
      continue
    }
    const read = rowOf(row, head, plain, file, days)
    addUp(sums, read.values, read.blank)
    if (isLone(row.cells, head, plain)) {
      faults.push(fault("sheet.notEntry", {}, [], { file, line: row.line }))
      continue
    }
    read.faults.push(...once(row.line, read.values))
    const sound = read.faults.length === 0 && head.faults.length === 0
    faults.push(...read.faults)
    entries.push({ line: row.line, sound, values: read.values } as unknown as Entry<C>)
  }
  const headers = Object.fromEntries(head.found.map(({ key, header }) => [key, header]))
  return {
    headers: headers as Scan<C>["headers"],
    order: head.names,
    entries,
    faults: inOrder(faults, new Map([[file, head.names]])),
  }
}

/** Whether a row has a single cell filled where an entry has several. */
const isLone = (cells: ReadonlyArray<string>, { found }: Head, { columns }: Layout): boolean =>
  found.filter(({ key }) => columns[key]?.presence === "required").length > 1 &&
  cells.filter((cell) => !isBlank(cell)).length === 1

const uniqueness = ({ unique }: Layout, head: Head, file: string) => {
  const seen = new Map<string, number>()
  const column = head.found.find(({ key }) => key === unique?.[0])?.header
  return (line: number, values: RowRead["values"]): ReadonlyArray<SheetFault> => {
    if (unique === undefined || unique.some((key) => values[key] === undefined)) return []
    const key = unique.map((one) => String(values[one])).join(" ")
    const first = seen.get(key)
    if (first === undefined) {
      seen.set(key, line)
      return []
    }
    const at = column === undefined ? { file, line } : { file, line, column }
    return [fault("sheet.duplicateKey", { key, first }, [], at)]
  }
}

/**
 * The rows of a sheet, or all its faults at once: {@link scan} for whoever has no use for half a sheet.
 *
 * @example
 * ```ts
 * import { Period } from "dangjian/foundation"
 * import { Sheet } from "dangjian/interop"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const yuan = { unit: "元", min: "0", max: null, step: "1" }
 * const layout = {
 *   columns: {
 *     name: { header: "姓名", presence: "required", cell: { is: "text" } },
 *     given: { header: "金额", presence: "required", cell: { is: "number", domain: yuan, written: ["元"] }, total: true },
 *   },
 *   totals: { whole: ["合计"], part: ["小计"] },
 * } as const
 * const rows = [["姓名", "金额"], ["甲一", "１，０００元"], ["合　计", "1000"]]
 * const table = { file: "捐款.csv", rows: rows.map((cells, index) => ({ line: index + 1, cells })) }
 * const read = Result.getOrThrow(Sheet.read(table, layout, Period.yearUnsafe(2023)))
 * assert.deepEqual(read, [{ line: 2, values: { name: "甲一", given: "1000" } }])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const read = <const C extends Columns>(
  table: Table,
  layout: Layout<C>,
  days: Period.Period,
): Result.Result<ReadonlyArray<{ readonly line: number; readonly values: Values<C> }>, ReadonlyArray<SheetFault>> => {
  const { entries, faults } = scan(table, layout, days)
  return faults.length > 0
    ? Result.fail(faults)
    : Result.succeed(entries.flatMap((entry) => (entry.sound ? [{ line: entry.line, values: entry.values }] : [])))
}
