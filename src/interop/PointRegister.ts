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
import * as Rounding from "../foundation/Rounding.js"
import type { Act, Domain, When } from "../rules/Expression.js"
import { type Closure, check, type Fact, type FactFault, type Subject } from "../rules/Fact.js"
import { nodes, type Rulebook } from "../rules/Rulebook.js"
import { nodesOf, nodesOfWhen } from "../rules/Structure.js"
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
 * What the books hold, each list in the order of its ids. `names` tells who an id is, for the page alone.
 *
 * @category models
 * @since 0.1.0
 */
export interface Register {
  readonly subjects: ReadonlyArray<Subject>
  readonly facts: ReadonlyArray<Fact>
  readonly closures: ReadonlyArray<Closure>
  readonly names: Readonly<Record<string, string>>
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong between the books: a file that is no book of the office, people and lines that nobody knows, days
 * and numbers that do not fit the period or the rulebook.
 *
 * @category errors
 * @since 0.1.0
 */
export type PointRegisterFault = Fault<
  | "pointRegister.noPeople"
  | "pointRegister.unknownFile"
  | "pointRegister.fileTwice"
  | "pointRegister.personTwice"
  | "pointRegister.unknownPerson"
  | "pointRegister.otherName"
  | "pointRegister.unknownClerk"
  | "pointRegister.unknownItem"
  | "pointRegister.otherBook"
  | "pointRegister.numberMissing"
  | "pointRegister.numberUncalled"
  | "pointRegister.outsideDomain"
  | "pointRegister.badEnd"
  | "pointRegister.outsidePeriod"
  | "pointRegister.registeredBefore"
  | "pointRegister.endsAfterRegistered"
  | "pointRegister.unknownBook"
>

type AnyFault = PointRegisterFault | Sheet.SheetFault | FactFault | Fault

// ---------------------------------------------------------------- getters

const DAY = 86_400_000
const MINUTE = 60_000

const totals = { whole: ["合计", "总计", "共计"], part: ["小计", "本页小计"] } as const

/**
 * The list of people (人员名册). 身份, 职务, 类别, 状态 and 村 become labels of the subject under these names.
 *
 * @category getters
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
 * @category getters
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
    until: { header: "止日", presence: "optional", cell: { is: "text" } },
  },
  unique: ["serial"],
  totals,
} as const satisfies Sheet.Layout

/**
 * The declaration of how far the books are complete (登记截止): the book, the last day, the day of the declaration.
 *
 * @category getters
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

interface MeasuredColumns extends Sheet.Columns {
  readonly value: { readonly header: string; readonly presence: "required" | "optional"; readonly cell: NumberCell }
  readonly tag: { readonly header: string; readonly presence: "required" | "optional"; readonly cell: ChoiceCell }
}
type NumberCell = Extract<Sheet.Cell, { readonly is: "number" }>
type ChoiceCell = Extract<Sheet.Cell, { readonly is: "choice" }>

/** The layout of a measured book: the shared columns, and the one or two that it measures in. */
const layoutOf = ({ field, tag }: Measured): Sheet.Layout<typeof shared & Pick<MeasuredColumns, "value" | "tag">> => {
  const value = field && {
    header: field.name,
    presence: "required" as const,
    cell: { is: "number" as const, domain: field.domain, written: field.written },
    total: field.total,
  }
  const choice = tag && { header: tag.name, presence: "required" as const, cell: { is: "choice" as const, of: tag.of } }
  const columns: Sheet.Columns = {
    ...shared,
    ...(value === undefined ? {} : { value }),
    ...(choice === undefined ? {} : { tag: choice }),
  }
  return { columns, unique: ["serial"], totals } as unknown as ReturnType<typeof layoutOf>
}

/** The book that a file belongs to: the longest name that its own begins with, followed by nothing or by a sign. */
const bookOf = (file: string, ids: ReadonlyArray<string>): string | undefined =>
  ids
    .filter((id) => stemOf(file).startsWith(id) && /^(?:$|[^\p{L}])/u.test(stemOf(file).slice(id.length)))
    .sort((a, b) => b.length - a.length)[0]

const stemOf = (file: string): string => (file.split(/[/\\]/).at(-1) ?? file).replace(/\.[A-Za-z0-9]+$/, "")

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const plainName = (name: string): string => Sheet.narrow(name).replaceAll(" ", "")

// ---------------------------------------------------------------- operations

/** What a line of the rule text asks of its register: the kind of its facts, the fields it measures, the tags it fixes. */
interface Item {
  readonly kind: string
  readonly fields: ReadonlyMap<string, Domain>
  readonly tags: Readonly<Record<string, string>>
  /** Whether the line tests a tag that its number alone does not fix. */
  readonly open: boolean
}

const fieldsOf = (found: ReturnType<typeof nodesOf>): ReadonlyArray<readonly [string, Domain]> =>
  found.flatMap(({ e }) => (e.op === "field" ? [[e.field, e.domain] as const] : []))

/** The tags that hold wherever the condition does, where one value alone fits; and whether another is tested. */
const tagsOf = (when: When | undefined): { readonly tags: Record<string, string>; readonly open: boolean } => {
  if (when === undefined) return { tags: {}, open: false }
  const [only] = when.test === "tag" ? when.in : []
  if (when.test === "tag") {
    return when.in.length === 1 && only !== undefined ? { tags: { [when.tag]: only }, open: false } : { tags: {}, open: true }
  }
  if (when.test === "all") {
    const parts = when.of.map(tagsOf)
    return { tags: Object.assign({}, ...parts.map(({ tags }) => tags)), open: parts.some(({ open }) => open) }
  }
  if (when.test === "not") return { tags: {}, open: hasTag(when.of) }
  return { tags: {}, open: hasTag(when) }
}

const hasTag = (when: When): boolean =>
  when.test === "tag" ||
  (when.test === "not" ? hasTag(when.of) : "of" in when && Array.isArray(when.of) && when.of.some(hasTag))

const itemOf = (act: Act): Item => {
  const found = [...nodesOf(act.worth, []), ...(act.when === undefined ? [] : nodesOfWhen(act.when, []))]
  return { kind: act.kind, fields: new Map(fieldsOf(found)), ...tagsOf(act.when) }
}

/** Every line of a rulebook by its id, and every kind of fact by its own name. */
const itemsOf = (book: Rulebook): ReadonlyMap<string, Item> => {
  const all = nodes(book).map(({ e }) => e)
  const acts = all.flatMap((e) => (e.op === "acts" ? e.acts : []))
  const kinds = new Map<string, Item>()
  const add = (kind: string, fields: ReadonlyArray<readonly [string, Domain]>) => {
    const known = kinds.get(kind)?.fields ?? new Map()
    kinds.set(kind, { kind, fields: new Map([...known, ...fields]), tags: {}, open: false })
  }
  for (const e of all) {
    if (e.op === "fact") add(e.kind, e.field === undefined ? [] : [[e.field, e.domain]])
    if (e.op === "acts") for (const kind of e.suspensions.flatMap((one) => one.kinds)) add(kind, [])
  }
  for (const act of acts) add(act.kind, [...itemOf(act).fields])
  return new Map([...kinds, ...acts.map((act): [string, Item] => [act.id, itemOf(act)])])
}

const isOn = (domain: Domain, value: Exact.Exact): boolean =>
  Exact.compare(value, Exact.parseUnsafe(domain.min)) >= 0 &&
  (domain.max === null || Exact.compare(value, Exact.parseUnsafe(domain.max)) <= 0) &&
  Rounding.isMultiple(value, Exact.parseUnsafe(domain.step))

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
