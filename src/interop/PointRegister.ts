/**
 * Point registers (积分登记簿): the books that a village office keeps by hand, read as subjects, facts and closures that a
 * rulebook is evaluated on.
 *
 * There is one list of people (人员名册), one book of lines entered by their number in the rule text (加扣分登记), a book for
 * each thing that is measured (捐款, 拾金, 志愿服务 and so on), and the declaration of how far the books are complete
 * (登记截止). Which lines there are, what they measure and on what lattice is read from the rulebook. Names of people stay
 * outside: subjects and facts know ids, and a map for the page is handed over apart.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as CivilDate from "../foundation/CivilDate.js"
import * as Coordinate from "../foundation/Coordinate.js"
import * as Exact from "../foundation/Exact.js"
import { type Fault, make as fault, type Place, placed } from "../foundation/Fault.js"
import * as Period from "../foundation/Period.js"
import { byText } from "../foundation/TextOrder.js"
import type { Domain } from "../rules/Expression.js"
import { type Closure, check, type Fact, type Subject } from "../rules/Fact.js"
import type { Outcome } from "../rules/Outcome.js"
import type { Rulebook } from "../rules/Rulebook.js"
import {
  type CheckFault,
  dayFaults,
  type Opened,
  outside,
  type People,
  personFaults,
  plainName,
  type Tell,
  teller as tellerOf,
  type Written,
} from "./RegisterCheck.js"
import { type Item, isOn, itemsOf, whyUnread } from "./RegisterItem.js"
import { apart, type RepeatFault } from "./RegisterRepeat.js"
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
 * A book of one measured thing: the name its files begin with, the kind of its facts, and the field or tag that it
 * records beside the day and the person.
 *
 * @category models
 * @since 0.1.0
 */
export interface Measured {
  readonly id: string
  readonly kind: string
  readonly field?: {
    readonly name: string
    readonly domain: Domain
    readonly written: ReadonlyArray<string>
    readonly total: boolean
  }
  readonly tag?: { readonly name: string; readonly of: ReadonlyArray<string> }
}

/**
 * What the books are read against: the rulebook, the rated period, the offset from UTC in minutes that the office's days
 * begin at, and the measured books where they differ from {@link measured}.
 *
 * @category models
 * @since 0.1.0
 */
export interface Options {
  readonly book: Rulebook
  readonly period: Period.Period
  readonly offsetMinutes: number
  readonly measured?: ReadonlyArray<Measured>
}

/**
 * What the books hold, each list in the order of its ids. `names` tells who an id is, for the page alone; `places` where
 * each fact stands, by its id.
 *
 * @category models
 * @since 0.1.0
 */
export interface Register {
  readonly subjects: ReadonlyArray<Subject>
  readonly facts: ReadonlyArray<Fact>
  readonly closures: ReadonlyArray<Closure>
  readonly names: Readonly<Record<string, string>>
  readonly places: Readonly<Record<string, Place>>
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong between the books: a file that is no book of the office, people and lines that nobody knows, rows and
 * files that repeat others, days and numbers that do not fit the period or the rulebook. The `unread…` ones are no faults
 * of {@link read}: {@link unread} gives them.
 *
 * @category errors
 * @since 0.1.0
 */
export type PointRegisterFault = Fault<
  | CheckFault["code"]
  | RepeatFault["code"]
  | "pointRegister.noPeople"
  | "pointRegister.unknownFile"
  | "pointRegister.fileTwice"
  | "pointRegister.personTwice"
  | "pointRegister.peopleTwice"
  | "pointRegister.unknownItem"
  | "pointRegister.otherBook"
  | "pointRegister.numberMissing"
  | "pointRegister.numberUncalled"
  | "pointRegister.closedBefore"
  | "pointRegister.unknownBook"
  | "pointRegister.unreadKind"
  | "pointRegister.unreadTag"
  | "pointRegister.unreadPerson"
>

// ---------------------------------------------------------------- schemas

const totals = { whole: ["合计", "总计", "共计"], part: ["小计", "本页小计"] } as const

/**
 * The list of people (人员名册). 身份, 职务, 类别, 状态 and 村 become labels of the subject under these names.
 *
 * @category schemas
 * @since 0.1.0
 */
export const people = {
  columns: {
    id: { header: "编号", also: ["人员编号"], presence: "required", cell: { is: "id" } },
    name: { header: "姓名", presence: "required", cell: { is: "text" } },
    身份: { header: "身份", presence: "blank", cell: { is: "list", of: ["党员", "预备党员", "群众"] } },
    职务: {
      header: "职务",
      presence: "blank",
      cell: { is: "list", of: ["村党组织书记", "村委会主任", "村两委成员", "妇联主席", "村民代表", "信息采集员"] },
    },
    类别: { header: "类别", presence: "required", cell: { is: "choice", of: ["村干部", "党员"] } },
    状态: {
      header: "状态",
      presence: "blank",
      cell: { is: "choice", of: ["在册", "在校就读", "迁出", "立案未结", "死亡", "其他不参评"] },
    },
    村: { header: "村", also: ["所在村"], presence: "optional", cell: { is: "text" } },
  },
  unique: ["id"],
  totals,
} as const satisfies Sheet.Layout

const shared = {
  serial: { header: "序号", presence: "optional", cell: { is: "id" } },
  on: { header: "日期", also: ["发生日期"], presence: "required", cell: { is: "date" } },
  recorded: { header: "登记日期", presence: "optional", cell: { is: "date" } },
  person: { header: "编号", also: ["人员编号"], presence: "required", cell: { is: "id" } },
  name: { header: "姓名", presence: "required", cell: { is: "text" } },
  deed: { header: "同一事", presence: "optional", cell: { is: "id" } },
  replaces: { header: "更正", presence: "optional", cell: { is: "id" } },
  clerk: { header: "经办", presence: "optional", cell: { is: "id" } },
  reason: { header: "说明", also: ["备注"], presence: "optional", cell: { is: "text" } },
} as const satisfies Sheet.Columns

const freely: Domain = { unit: "", min: "-1000000000", max: "1000000000", step: "0.0001" }

/**
 * The book of lines (加扣分登记): one row a line of the rule text, entered by its number. 同一事 marks the rows of one deed,
 * 止日 the day a continuing one ended (that day no longer counts) or 未改 while it runs, 更正 the row of the same file that
 * this one takes the place of, 经办 the 编号 of whoever decided.
 *
 * @category schemas
 * @since 0.1.0
 */
export const lines = {
  columns: {
    ...shared,
    serial: { header: "序号", presence: "required", cell: { is: "id" } },
    item: { header: "条目", presence: "required", cell: { is: "id" } },
    number: {
      header: "数",
      also: ["件数", "人数", "数量"],
      presence: "optional",
      cell: { is: "number", domain: freely, written: ["件", "人", "次", "元", "万元", "小时", "%"] },
    },
    until: { header: "止日", presence: "optional", cell: { is: "date", or: ["未改"] } },
  },
  unique: ["serial"],
  totals,
} as const satisfies Sheet.Layout

/**
 * The declaration of how far the books are complete (登记截止): the book, the last day, the day of the declaration.
 *
 * @category schemas
 * @since 0.1.0
 */
export const closures = {
  columns: {
    book: { header: "登记簿", presence: "required", cell: { is: "id" } },
    through: { header: "截止日", presence: "required", cell: { is: "date" } },
    recorded: { header: "登记日期", presence: "optional", cell: { is: "date" } },
  },
  unique: ["book"],
} as const satisfies Sheet.Layout

const PEOPLE = "人员名册"
const LINES = "加扣分登记"
const CLOSURES = "登记截止"

// ---------------------------------------------------------------- getters

const DAY = 86_400_000
const MINUTE = 60_000

/** The layout of a measured book: the shared columns, and the one or two that it measures in. */
const layoutOf = ({ field, tag }: Measured): Sheet.Layout => {
  const columns: Record<string, Sheet.Column> = { ...shared }
  if (field !== undefined) {
    const { name: header, domain, written, total } = field
    columns.value = { header, presence: "required", cell: { is: "number", domain, written }, total }
  }
  if (tag !== undefined) {
    columns.tag = { header: tag.name, presence: "required", cell: { is: "choice", of: tag.of } }
  }
  return { columns, unique: ["serial"], totals }
}

/** The book that a file belongs to: the longest name that its own begins with, followed by nothing or by a sign. */
const bookOf = (file: string, ids: ReadonlyArray<string>): string | undefined =>
  ids
    .filter((id) => stemOf(file).startsWith(id) && /^(?:$|[^\p{L}])/u.test(stemOf(file).slice(id.length)))
    .sort((a, b) => b.length - a.length)[0]

const stemOf = (file: string): string => (file.split(/[/\\]/).at(-1) ?? file).replace(/\.[A-Za-z0-9]+$/, "")

// ---------------------------------------------------------------- operations

/** Ten years back, for what runs on from before, and one year on, for what is registered late. */
const plausible = (period: Period.Period): Period.Period => {
  const [from, to] = [CivilDate.addYears(period.from, -10), CivilDate.addYears(period.to, 1)]
  return Period.ofUnsafe(
    Result.isSuccess(from) ? from.success : period.from,
    Result.isSuccess(to) ? to.success : period.to,
  )
}

/** The instant a day begins at the office's offset. */
const startOf = (
  day: CivilDate.CivilDate,
  offsetMinutes: number,
): Result.Result<Coordinate.Instant, Coordinate.CoordinateFault> =>
  Coordinate.instant(CivilDate.dayNumber(day) * DAY - offsetMinutes * MINUTE)

// ---------------------------------------------------------------- decisions

/** What every file is read with. */
interface Desk extends Options {
  readonly items: ReadonlyMap<string, Item>
  readonly days: Period.Period
  readonly measured: ReadonlyArray<Measured>
  /** The header row of every file read, from left to right. */
  readonly orders: Map<string, ReadonlyArray<string>>
}

const teller = tellerOf<PointRegisterFault["code"]>

/** The files of a book as far as they can be read, without those that only repeat another. */
const openAll = <const C extends Sheet.Columns>(
  tables: ReadonlyArray<Sheet.Table>,
  layout: Sheet.Layout<C>,
  { days, orders }: Desk,
  faults: Array<Fault>,
) => {
  const all = tables.map((table) => ({ table, scan: Sheet.scan(table, layout, days) }))
  for (const { table, scan } of all) orders.set(table.file, scan.order)
  const { kept, faults: repeats } = apart(all)
  faults.push(...repeats, ...kept.flatMap(({ scan }) => scan.faults))
  return kept
}

const readPeople = (tables: ReadonlyArray<Sheet.Table>, desk: Desk, faults: Array<Fault>): People => {
  const found: People = { subjects: new Map(), names: new Map(), isWhole: true }
  const files = new Map<string, string>()
  for (const { table, scan } of openAll(tables, people, desk, faults)) {
    const { file } = table
    const again: Array<{ readonly id: string; readonly line: number; readonly other: string }> = []
    if (scan.headers.id === undefined) found.isWhole = false
    for (const { line, values } of scan.entries) {
      const { id, name, ...rest } = values
      if (id === undefined) {
        found.isWhole = false
        continue
      }
      const other = files.get(id)
      if (other !== undefined) {
        if (other !== file) again.push({ id, line, other })
        continue
      }
      files.set(id, file)
      const labels = Object.entries(rest).map(([label, value]) => [label, typeof value === "string" ? [value] : value])
      found.subjects.set(id, { id, labels: Object.fromEntries(labels) })
      if (name !== undefined) found.names.set(id, plainName(name))
    }
    const [only] = again
    if (only === undefined) continue
    faults.push(
      again.length > 1
        ? fault("pointRegister.peopleTwice", { other: only.other, count: again.length }, [], { file })
        : teller({ file, headers: scan.headers }, only.line)("pointRegister.personTwice", "id", { id: only.id }),
    )
  }
  return found
}

/** The kind, values and tags of a row of lines, or what is wrong with them; nothing where a fault of the sheet says it. */
const entered = (
  { item: id, number }: Written,
  { items, measured }: Desk,
  tell: Tell<PointRegisterFault["code"]>,
  isNumberBroken: boolean,
): Pick<Fact, "kind" | "values" | "tags"> | PointRegisterFault | undefined => {
  if (id === undefined) return undefined
  const item = items.get(id)
  if (item === undefined) return tell("pointRegister.unknownItem", "item", { item: id })
  const own = measured.find(({ kind }) => kind === item.kind)
  if (own !== undefined) return tell("pointRegister.otherBook", "item", { item: id, book: own.id })
  if (item.fields.size > 1 || item.open) return tell("pointRegister.otherBook", "item", { item: id, book: "" })
  const [field] = item.fields
  const tags = Object.keys(item.tags).length === 0 ? {} : { tags: item.tags }
  if (field === undefined) {
    return number === undefined
      ? { kind: item.kind, ...tags }
      : tell("pointRegister.numberUncalled", "number", { item: id, value: number })
  }
  const [name, domain] = field
  if (isNumberBroken) return undefined
  if (number === undefined) return tell("pointRegister.numberMissing", "number", { item: id, field: name })
  return isOn(domain, Exact.parseUnsafe(number))
    ? { kind: item.kind, values: { [name]: number }, ...tags }
    : outside(tell, "number", number, domain)
}

/** The same of a row of a measured book. */
const measuredIn = (
  { value, tag }: Written,
  { kind, field, tag: choice }: Measured,
  { items }: Desk,
  tell: Tell<PointRegisterFault["code"]>,
): Pick<Fact, "kind" | "values" | "tags"> | PointRegisterFault => {
  const domain = field === undefined ? undefined : items.get(kind)?.fields.get(field.name)
  if (value !== undefined && domain !== undefined && !isOn(domain, Exact.parseUnsafe(value))) {
    return outside(tell, "value", value, domain)
  }
  return {
    kind,
    ...(field === undefined || value === undefined ? {} : { values: { [field.name]: value } }),
    ...(choice === undefined || tag === undefined ? {} : { tags: { [choice.name]: tag } }),
  }
}

/** The facts found so far, where each stands, and every id that a row goes by, sound or not. */
interface Ledger {
  readonly facts: Array<Fact>
  readonly places: Map<string, { readonly opened: Opened; readonly line: number }>
  readonly ids: Set<string>
}

const readFacts = (
  { table, scan }: { readonly table: Sheet.Table; readonly scan: Sheet.Scan<Sheet.Columns> },
  measured: Measured | undefined,
  found: People,
  desk: Desk,
  ledger: Ledger,
  faults: Array<Fault>,
): void => {
  const opened: Opened = { file: table.file, headers: scan.headers }
  for (const { line, sound, values } of scan.entries) {
    const written = values as Written
    const tell = teller(opened, line)
    const isNumberBroken = scan.faults.some(({ at }) => at?.line === line && at.column === scan.headers.number)
    const what =
      measured === undefined ? entered(written, desk, tell, isNumberBroken) : measuredIn(written, measured, desk, tell)
    const own: ReadonlyArray<PointRegisterFault> = [
      ...personFaults(written, found, tell),
      ...dayFaults(written, desk.period, tell),
      ...(what !== undefined && "code" in what ? [what] : []),
    ]
    faults.push(...own)
    const id = idOf(table.file, written.serial, line)
    ledger.ids.add(id)
    if (!sound || own.length > 0 || what === undefined || "code" in what) continue
    const fact = factOf(id, table.file, written, what, desk.offsetMinutes)
    if (Result.isFailure(fact)) faults.push(placed({ file: table.file, line }, fact.failure))
    else {
      ledger.facts.push(fact.success)
      ledger.places.set(id, { opened, line })
    }
  }
}

const idOf = (file: string, serial: string | undefined, line: number): string =>
  serial === undefined ? `${stemOf(file)}:${line}` : `${stemOf(file)}#${serial}`

const factOf = (
  id: string,
  file: string,
  { on, recorded, person, until, deed, clerk, reason, replaces }: Written,
  what: Pick<Fact, "kind" | "values" | "tags">,
  offsetMinutes: number,
): Result.Result<Fact, Fault> => {
  const [subject = "", day = Period.yearUnsafe(1970).from] = [person, on]
  const recordedAt = startOf(recorded ?? day, offsetMinutes)
  if (Result.isFailure(recordedAt)) return Result.fail(recordedAt.failure)
  return Result.succeed({
    id,
    subject,
    on: day,
    recordedAt: recordedAt.success,
    source: file,
    ...what,
    ...(until === undefined ? {} : { until: until === "未改" ? ("open" as const) : until }),
    ...(deed === undefined ? {} : { act: deed }),
    ...(clerk === undefined ? {} : { decidedBy: clerk }),
    ...(reason === undefined ? {} : { reason }),
    ...(replaces === undefined ? {} : { supersedes: idOf(file, replaces, 0) }),
  })
}

/** The faults of the facts among themselves, each at the row it came from. */
const factFaults = (subjects: ReadonlyArray<Subject>, { facts, places, ids }: Ledger): ReadonlyArray<Fault> =>
  check(subjects, facts).flatMap((one) => {
    const index = one.path[0]
    const id =
      typeof index === "number" ? facts[index]?.id : String(one.params.id ?? one.params.ids ?? "").split(" → ")[0]
    if (one.code === "coordinate.supersedesUnknown" && ids.has(String(one.params.supersedes))) return []
    const place = id === undefined ? undefined : places.get(id)
    if (place === undefined) return [one]
    const { file, headers } = place.opened
    const column = one.code === "fact.endsBeforeStart" ? headers.until : headers.replaces
    return [placed({ file, line: place.line, ...(column === undefined ? {} : { column }) }, one)]
  })

const readClosures = (
  { table, scan }: { readonly table: Sheet.Table; readonly scan: Sheet.Scan<typeof closures.columns> },
  desk: Desk,
  faults: Array<Fault>,
): ReadonlyArray<Closure> => {
  const apart = new Set(desk.measured.map(({ kind }) => kind))
  const inLines = [...new Set([...desk.items.values()].map(({ kind }) => kind))]
    .filter((kind) => !apart.has(kind))
    .sort(byText)
  return scan.entries.flatMap(({ line, sound, values: { book, through, recorded } }): ReadonlyArray<Closure> => {
    const tell = teller({ file: table.file, headers: scan.headers }, line)
    const own = desk.measured.find(({ id }) => id === book)
    const late = through !== undefined && recorded !== undefined && recorded < through
    if (late) faults.push(tell("pointRegister.closedBefore", "recorded", { date: through, recorded }))
    if (book !== undefined && own === undefined && book !== LINES) {
      faults.push(tell("pointRegister.unknownBook", "book", { book }))
      return []
    }
    if (!sound || late || through === undefined) return []
    const recordedAt = startOf(recorded ?? through, desk.offsetMinutes)
    if (Result.isFailure(recordedAt)) {
      faults.push(placed({ file: table.file, line }, recordedAt.failure))
      return []
    }
    const kinds = own === undefined ? inLines : [own.kind]
    return kinds.map((kind) => ({ kind, through, recordedAt: recordedAt.success }))
  })
}

/** Every source by the book it belongs to, the shortest name first: a copy is named after its original. */
const sorted = (sources: ReadonlyArray<Source>, desk: Desk, faults: Array<Fault>) => {
  const ids = [PEOPLE, LINES, CLOSURES, ...desk.measured.map(({ id }) => id)]
  const tables = new Map<string, Array<Sheet.Table>>(ids.map((id) => [id, []]))
  const unopened = new Set<string>()
  const seen = new Set<string>()
  for (const source of [...sources].sort((a, b) => byText(a.file, b.file))) {
    const { file } = source
    const id = bookOf(file, ids)
    if (id === undefined) faults.push(fault("pointRegister.unknownFile", { file, books: ids.join("、") }, [], { file }))
    else if (seen.has(stemOf(file))) faults.push(fault("pointRegister.fileTwice", { name: stemOf(file) }, [], { file }))
    else if ("rows" in source) tables.get(id)?.push(source)
    else unopened.add(id)
    seen.add(stemOf(file))
    if (!("rows" in source)) faults.push(...source.faults)
  }
  for (const own of tables.values()) own.sort((a, b) => stemOf(a.file).length - stemOf(b.file).length)
  return { tables, unopened }
}

/**
 * The books of a village office as subjects, facts and closures, or everything that is wrong with them at once, in order of
 * file, line and column.
 *
 * **Details** A file belongs to the book its name begins with: `人员名册.csv`, `捐款登记-上半年.csv`. A fact is known from the
 * day of registering on, or from its own day where that column is left blank. Its id is the file's name and the 序号 of the
 * row, or the line where the book has no 序号. A line of the rule text is entered in 加扣分登记 unless it has a measured book of
 * its own; a tag that its number fixes (五星 of P-005) is set by the number.
 *
 * **Gotchas** 说明 goes into the facts as the reason and is shown on statements: other people's names do not belong there.
 *
 * @example
 * ```ts
 * import { Period } from "dangjian/foundation"
 * import { PointRegister } from "dangjian/interop"
 * import { Builder, Scoring } from "dangjian/rules"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const act = { id: "P-058", kind: "P-058", label: { zh: "无偿献血" }, value: "10", cite: { doc: "d", art: "P-058" } }
 * const book = Builder.bookUnsafe({
 *   id: "made-up",
 *   version: "1",
 *   title: { zh: "示例" },
 *   inForce: { from: Period.yearUnsafe(2023).from },
 *   sources: [{ id: "d", citation: { title: "示例", standing: "report" } }],
 *   total: Scoring.lines({ acts: [Scoring.fixed(act)] }),
 * })
 * const table = (file: string, ...rows: ReadonlyArray<string>) => ({
 *   file,
 *   rows: rows.map((row, index) => ({ line: index + 1, cells: row.split(" ") })),
 * })
 * const read = PointRegister.read(
 *   [
 *     table("人员名册.csv", "编号 姓名 身份 职务 类别 状态", "D01 甲一 党员  党员 "),
 *     table("加扣分登记.csv", "序号 日期 编号 姓名 条目", "1 2023-05-01 D01 甲一 P-058"),
 *   ],
 *   { book, period: Period.yearUnsafe(2023), offsetMinutes: 480 },
 * )
 * const { facts } = Result.getOrThrow(read)
 * assert.deepEqual(facts.map(({ id, subject, kind }) => [id, subject, kind]), [["加扣分登记#1", "D01", "P-058"]])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const read = (
  sources: ReadonlyArray<Source>,
  options: Options,
): Result.Result<Register, ReadonlyArray<Fault>> => {
  const offset = Coordinate.dayOf(Coordinate.instantUnsafe(0), options.offsetMinutes)
  if (Result.isFailure(offset)) return Result.fail([offset.failure])
  const desk: Desk = {
    ...options,
    measured: options.measured ?? measured,
    items: itemsOf(options.book),
    days: plausible(options.period),
    orders: new Map(),
  }
  const faults: Array<Fault> = []
  const { tables, unopened } = sorted(sources, desk, faults)
  const of = (id: string) => tables.get(id) ?? []
  const found = readPeople(of(PEOPLE), desk, faults)
  if (of(PEOPLE).length === 0 || unopened.has(PEOPLE)) found.isWhole = false
  if (of(PEOPLE).length === 0 && !unopened.has(PEOPLE)) faults.push(fault("pointRegister.noPeople", { book: PEOPLE }))
  const ledger: Ledger = { facts: [], places: new Map(), ids: new Set() }
  for (const one of [undefined, ...desk.measured]) {
    const layout = one === undefined ? (lines as Sheet.Layout) : layoutOf(one)
    for (const opened of openAll(of(one?.id ?? LINES), layout, desk, faults)) {
      readFacts(opened, one, found, desk, ledger, faults)
    }
  }
  const closed = openAll(of(CLOSURES), closures, desk, faults).flatMap((opened) => readClosures(opened, desk, faults))
  ledger.facts.sort((a, b) => byText(a.id, b.id))
  const subjects = [...found.subjects.values()].sort((a, b) => byText(a.id, b.id))
  if (found.isWhole) faults.push(...factFaults(subjects, ledger))
  return faults.length > 0
    ? Result.fail(Sheet.inOrder(faults, desk.orders))
    : Result.succeed({
        subjects,
        facts: ledger.facts,
        closures: closed.sort(
          (a, b) => byText(a.kind, b.kind) || byText(a.through, b.through) || a.recordedAt - b.recordedAt,
        ),
        names: Object.fromEntries([...found.names].sort(([a], [b]) => byText(a, b))),
        places: Object.fromEntries(ledger.facts.map(({ id }) => [id, placeIn(ledger, id)])),
      })
}

const placeIn = ({ places }: Ledger, id: string): Place => {
  const place = places.get(id)
  return place === undefined ? { file: "" } : { file: place.opened.file, line: place.line }
}

/**
 * The entries that no line of the rules takes (没有落到条文上的登记), each at its place with the reason: the rules know nothing
 * of the kind, have no line for what the entry is marked with, or their line is for other people. Read from `unread` of
 * the outcomes.
 *
 * **Gotchas** The sentences hold names of people.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, Period } from "dangjian/foundation"
 * import { PointRegister, Sentence } from "dangjian/interop"
 * import { WendengVillage } from "dangjian/presets"
 * import { Interpreter } from "dangjian/rules"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const [book, period] = [WendengVillage.rulebook, Period.yearUnsafe(2023)]
 * const table = (file: string, ...rows: ReadonlyArray<string>) => ({
 *   file,
 *   rows: rows.map((row, index) => ({ line: index + 1, cells: row.split(" ") })),
 * })
 * const files = [
 *   table("人员名册.csv", "编号 姓名 身份 职务 类别 状态", "D01 甲一 党员  党员 "),
 *   table("加扣分登记.csv", "序号 日期 编号 姓名 条目", "1 2023-05-20 D01 甲一 P-101"),
 * ]
 * const register = Result.getOrThrow(PointRegister.read(files, { book, period, offsetMinutes: 480 }))
 * const at = Coordinate.of(CivilDate.parseUnsafe("2023-12-31"), Coordinate.instantUnsafe(Date.UTC(2024, 0, 10)))
 * const { outcomes } = Interpreter.evaluate({ book, period, at, ...register })
 * assert.deepEqual(
 *   PointRegister.unread(register, book, outcomes).map((one) => Sentence.text(one, "zh")),
 *   ["加扣分登记.csv 第2行：甲一（D01），2023-05-20，P-101，此条不适用于本人"],
 * )
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const unread = (
  { facts, names, places }: Register,
  book: Rulebook,
  outcomes: ReadonlyArray<Outcome>,
): ReadonlyArray<PointRegisterFault> => {
  const ids = new Set(outcomes.flatMap((outcome) => outcome.unread))
  const found = facts.filter(({ id }) => ids.has(id))
  return Sheet.inOrder(
    found.map((fact) => {
      const { why, items } = whyUnread(book, fact)
      const code = ({ kind: "unreadKind", tag: "unreadTag", person: "unreadPerson" } as const)[why]
      const params = { person: fact.subject, name: names[fact.subject] ?? "", date: fact.on, items: items.join("、") }
      return fault(`pointRegister.${code}`, params, [], places[fact.id])
    }),
  )
}

// ---------------------------------------------------------------- instances

/**
 * The measured books of the village office: 捐款登记, 拾金登记, 集体增收登记, 引进项目登记, 志愿服务登记, 述廉评议, 支部星级.
 *
 * @category instances
 * @since 0.1.0
 */
export const measured: ReadonlyArray<Measured> = [
  {
    id: "捐款登记",
    kind: "捐款",
    field: { name: "金额", domain: { unit: "元", min: "0", max: null, step: "1" }, written: ["元"], total: true },
  },
  {
    id: "拾金登记",
    kind: "拾金",
    field: { name: "金额", domain: { unit: "元", min: "0", max: null, step: "1" }, written: ["元"], total: true },
  },
  {
    id: "集体增收登记",
    kind: "集体增收",
    field: { name: "金额", domain: { unit: "元", min: "0", max: null, step: "1" }, written: ["元"], total: true },
  },
  {
    id: "引进项目登记",
    kind: "引进项目",
    field: {
      name: "投资额",
      domain: { unit: "万元", min: "0", max: null, step: "0.0001" },
      written: ["万元"],
      total: true,
    },
    tag: { name: "行业", of: ["农业", "其他"] },
  },
  {
    id: "志愿服务登记",
    kind: "志愿服务",
    field: { name: "时长", domain: { unit: "小时", min: "0", max: null, step: "0.5" }, written: ["小时"], total: true },
  },
  {
    id: "述廉评议",
    kind: "述廉满意度",
    field: { name: "满意度", domain: { unit: "%", min: "0", max: "100", step: "0.1" }, written: ["%"], total: false },
  },
  { id: "支部星级", kind: "支部星级", tag: { name: "星级", of: ["五星", "四星", "三星", "二星", "一星"] } },
]
