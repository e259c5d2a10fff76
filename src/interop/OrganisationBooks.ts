/**
 * Books of organisation (组织台账): the lists that a township office keeps of its units, organisations, members, posts, terms,
 * transfers, approvals, grids and household links, read from its files into what the organisation side reckons with.
 *
 * The lists name one another, so they are read together: what one list names and another does not have is said at the
 * cell, with everything else that is wrong, at once.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as CivilDate from "../foundation/CivilDate.js"
import { type Fault, make as fault, type Place } from "../foundation/Fault.js"
import type * as Label from "../foundation/Label.js"
import * as PartialDate from "../foundation/PartialDate.js"
import * as Period from "../foundation/Period.js"
import type { AdministrativeUnit } from "../organisation/AdministrativeUnit.js"
import * as Grid from "../organisation/Grid.js"
import type { HeadCount } from "../organisation/HeadCount.js"
import * as Member from "../organisation/Member.js"
import type { Organisation } from "../organisation/Organisation.js"
import * as OrganisationKind from "../organisation/OrganisationKind.js"
import * as PartyTree from "../organisation/PartyTree.js"
import * as Person from "../organisation/Person.js"
import * as Post from "../organisation/Post.js"
import * as PostRoll from "../organisation/PostRoll.js"
import * as UnitTree from "../organisation/UnitTree.js"
import * as Layouts from "./OrganisationSheets.js"
import { type Opened, plainName, type Tell, teller as tellerOf } from "./RegisterCheck.js"
import { apart } from "./RegisterRepeat.js"
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
 * What the books are read against: the day they are of, and the kinds of organisations and posts, by whose labels the
 * lists name them.
 *
 * @category models
 * @since 0.1.0
 */
export interface Options {
  readonly on: CivilDate.CivilDate
  readonly kinds: ReadonlyArray<OrganisationKind.OrganisationKind>
  readonly postKinds: ReadonlyArray<Post.PostKind>
}

/**
 * An election of one body (换届): the size of its committee where it has one, and the extension of its term where there is
 * one.
 *
 * @category models
 * @since 0.1.0
 */
export interface Term {
  readonly body: string
  readonly electedOn: CivilDate.CivilDate
  readonly committee?: number
  readonly remindedOn?: CivilDate.CivilDate
  readonly extension?: {
    readonly until: CivilDate.CivilDate
    readonly approval: string
    readonly on: CivilDate.CivilDate
    readonly by: string
  }
}

/**
 * A transfer (接转): the letter of the sending branch, and the answer of the receiving one.
 *
 * @category models
 * @since 0.1.0
 */
export interface Letter {
  readonly id: string
  readonly person: string
  readonly from: string
  readonly to: string
  readonly issuedOn: CivilDate.CivilDate
  readonly answer?: { readonly on: CivilDate.CivilDate; readonly result: "received" | "refused" }
}

/**
 * An approval record (批准): of what, for whom, by whom and when, in the words of the list.
 *
 * @category models
 * @since 0.1.0
 */
export interface Approved {
  readonly id: string
  readonly matter: string
  readonly subject: string
  readonly by: string
  readonly on: CivilDate.CivilDate
}

/**
 * What the books hold, each list in the order of its rows. `workplaces` tells where members work (工作单位) whose branch is
 * that of several units or of another.
 *
 * @category models
 * @since 0.1.0
 */
export interface OrganisationBooks {
  readonly units: ReadonlyArray<AdministrativeUnit>
  readonly organisations: ReadonlyArray<Organisation>
  readonly persons: ReadonlyArray<Person.Person>
  readonly members: ReadonlyArray<Member.Member>
  readonly workplaces: Readonly<Record<string, string>>
  readonly posts: ReadonlyArray<Post.Post>
  readonly appointments: ReadonlyArray<Post.Appointment>
  readonly terms: ReadonlyArray<Term>
  readonly letters: ReadonlyArray<Letter>
  readonly approvals: ReadonlyArray<Approved>
  readonly grid: Grid.Grid
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong between the books: a file that is no book, a book that is missing, a label that the tables do not
 * have, a date that cannot be read, an id that no list has, an answer without its day or its result, an extension that is
 * half told. What is wrong inside a cell is told by the sheet, and what does not fit the tree, the roll or the posts by
 * those, at the cell.
 *
 * @category errors
 * @since 0.1.0
 */
export type OrganisationBooksFault = Fault<
  | "organisationBooks.unknownFile"
  | "organisationBooks.noBook"
  | "organisationBooks.noLabel"
  | "organisationBooks.date"
  | "organisationBooks.noOrganisation"
  | "organisationBooks.noUnit"
  | "organisationBooks.noPerson"
  | "organisationBooks.noBody"
  | "organisationBooks.noAppointment"
  | "organisationBooks.halfAnswer"
  | "organisationBooks.halfExtension"
>

// ---------------------------------------------------------------- getters

/**
 * The head-counts of units: of each the members who work there, and those of a branch in it alone whose workplace is not
 * told. A unit without members is not listed.
 *
 * @example
 * ```ts
 * import { OrganisationBooks } from "dangjian/interop"
 * import { CivilDate, PartialDate } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const day = CivilDate.parseUnsafe("2001-07-01")
 * const established = PartialDate.parseUnsafe("1998")
 * const branch = { id: "D1", kind: "branch", name: "样例村党支部", units: ["U1"], capabilities: [], established } // made up
 * const member = (person: string) =>
 *   ({
 *     person,
 *     stage: "full",
 *     affiliation: { in: "branch", branch: "D1" },
 *     restriction: "none",
 *     mobile: false,
 *     admittedOn: day,
 *     fullFrom: day,
 *   }) as const
 * const books = { organisations: [branch], members: [member("M1"), member("M2")], workplaces: { M2: "U2" } }
 * assert.deepEqual([...OrganisationBooks.headCounts(books)], [["U1", { full: 1, all: 1 }], ["U2", { full: 1, all: 1 }]])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const headCounts = ({
  organisations,
  members,
  workplaces,
}: Pick<OrganisationBooks, "organisations" | "members" | "workplaces">): ReadonlyMap<string, HeadCount> => {
  const own = new Map(organisations.map(({ id, units }) => [id, units.length === 1 ? units[0] : undefined]))
  const at = new Map<string, Array<Member.Member>>()
  for (const member of members) {
    const { affiliation, person } = member
    const told = Object.hasOwn(workplaces, person) ? workplaces[person] : undefined
    const unit = told ?? (affiliation.in === "branch" ? own.get(affiliation.branch) : undefined)
    if (unit === undefined) continue
    const others = at.get(unit)
    if (others === undefined) at.set(unit, [member])
    else others.push(member)
  }
  return new Map([...at].map(([unit, list]) => [unit, Member.headCount(list)]))
}

const NEEDED = ["单位台账", "党组织名册", "党员名册"] as const
const NAMES = [...NEEDED, "任职台账", "换届台账", "接转台账", "批准台账", "网格台账", "联户台账"] as const

type Name = (typeof NAMES)[number]

const nameOf = (file: string): Name | undefined => {
  const stem = (file.split(/[/\\]/).at(-1) ?? file).replace(/\.[A-Za-z0-9]+$/, "")
  return NAMES.find((name) => stem.startsWith(name) && /^(?:$|[^\p{L}])/u.test(stem.slice(name.length)))
}

const PARTIAL = /^(\d{4})(?:[-年./](\d{1,2})(?:[-月./](\d{1,2})日?|月)?|年)?$/

/** A date of which only the year, or the year and month, may be known, in the ways that offices write it. */
const partialOf = (text: string): PartialDate.PartialDate | undefined => {
  const parts = PARTIAL.exec(Sheet.narrow(text).replaceAll(" ", ""))
  if (parts === null) return undefined
  const written = parts
    .slice(1)
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, "0"))
    .join("-")
  return Result.getOrUndefined(PartialDate.parse(written))
}

// ---------------------------------------------------------------- decisions

type Code = OrganisationBooksFault["code"]
const teller = tellerOf<Code>

/** A row that could be read, where it stands, and what tells its faults. */
interface Row<V> {
  readonly values: V
  readonly at: { readonly opened: Opened; readonly line: number }
  readonly tell: Tell<Code>
}

interface Desk extends Options {
  readonly tables: ReadonlyArray<Sheet.Table>
  readonly days: Period.Period
  readonly faults: Array<Fault>
  readonly orders: Map<string, ReadonlyArray<string>>
  /** Organisations that stand in their list and could not be read: naming them elsewhere is no fault. */
  readonly unread: Set<string>
}

/** The rows of a book that could be read, without files that only repeat another. */
const rowsOf = <const C extends Sheet.Columns>(
  { tables, days, faults, orders }: Desk,
  name: Name,
  layout: Sheet.Layout<C>,
): ReadonlyArray<Row<Sheet.Values<C>>> => {
  const all = tables
    .filter(({ file }) => nameOf(file) === name)
    .map((table) => ({ table, scan: Sheet.scan(table, layout, days) }))
  for (const { table, scan } of all) orders.set(table.file, scan.order)
  const { kept, faults: repeats } = apart(all)
  faults.push(...repeats, ...kept.flatMap(({ scan }) => scan.faults))
  return kept.flatMap(({ table: { file }, scan: { entries, headers } }) => {
    const opened: Opened = { file, headers }
    return entries.flatMap(
      (entry): ReadonlyArray<Row<Sheet.Values<C>>> =>
        entry.sound
          ? [{ values: entry.values, at: { opened, line: entry.line }, tell: teller(opened, entry.line) }]
          : [],
    )
  })
}

/** Faults of a module, whose paths hold the index of a row, at the cells of those rows. */
const atCells = (
  found: ReadonlyArray<Fault>,
  rows: ReadonlyArray<Row<unknown>>,
  keys: Readonly<Record<string, string>>,
): ReadonlyArray<Fault> =>
  found.map((one) => {
    const row = rows[Number(one.path.find((key) => typeof key === "number"))]
    if (row === undefined) return one
    const { file, headers } = row.at.opened
    const named = one.path.find((key) => typeof key === "string" && Object.hasOwn(keys, key))
    const column = headers[keys[String(named)] ?? "id"]
    const at: Place = { file, line: row.at.line, ...(column === undefined ? {} : { column }) }
    return { ...one, path: [], at }
  })

const byLabel = (list: ReadonlyArray<{ readonly id: string; readonly label: Label.Label }>) =>
  new Map(list.map(({ id, label }) => [label.zh, id]))

/** The ids of a table of labels, by their words. */
const words = <Id extends string>(labels: Readonly<Record<Id, Label.Label>>): ReadonlyMap<string, Id> => {
  const found = new Map<string, Id>()
  for (const id in labels) found.set(labels[id].zh, id)
  return found
}

const readUnits = (desk: Desk): ReadonlyArray<AdministrativeUnit> => {
  const rows = rowsOf(desk, "单位台账", Layouts.units)
  const units = rows.map(({ values }): AdministrativeUnit => {
    const { operating, staff, households, ...rest } = values
    return {
      ...rest,
      operating: operating === "是",
      ...(staff === undefined ? {} : { staff: Number(staff) }),
      ...(households === undefined ? {} : { households: Number(households) }),
    }
  })
  desk.faults.push(...atCells(UnitTree.of(units, desk.on).faults, rows, {}))
  return units
}

const readOrganisations = (desk: Desk, units: ReadonlySet<string>): ReadonlyArray<Organisation> => {
  const rows = rowsOf(desk, "党组织名册", Layouts.organisations)
  const kinds = byLabel(desk.kinds)
  const capabilities = words(OrganisationKind.capabilityLabels)
  const read = rows.flatMap(
    (row): ReadonlyArray<{ readonly row: Row<unknown>; readonly organisation: Organisation }> => {
      const { tell, values } = row
      const { id, name, kind: label, above, units: at = [], set, may = [], code } = values
      const [kind, established] = [kinds.get(label), partialOf(set)]
      if (kind === undefined) desk.faults.push(tell("organisationBooks.noLabel", "kind", { label }))
      if (established === undefined) desk.faults.push(tell("organisationBooks.date", "set", { text: set }))
      const able = may.flatMap((word) => {
        const capability = capabilities.get(word)
        if (capability === undefined) desk.faults.push(tell("organisationBooks.noLabel", "may", { label: word }))
        return capability ?? []
      })
      if (kind === undefined || established === undefined) {
        desk.unread.add(id)
        return []
      }
      const organisation: Organisation = {
        id,
        name,
        kind,
        units: at,
        capabilities: able,
        established,
        ...(above === undefined ? {} : { supervisedBy: above }),
        ...(code === undefined ? {} : { code }),
      }
      return [{ row, organisation }]
    },
  )
  const organisations = read.map(({ organisation }) => organisation)
  const { faults } = PartyTree.of(organisations, desk.on, { kinds: desk.kinds, edges: [], units })
  const told = faults.filter(
    ({ code, params }) => code !== "forest.noSuchParent" || !desk.unread.has(String(params.parent)),
  )
  desk.faults.push(
    ...atCells(
      told,
      read.map(({ row }) => row),
      { units: "units" },
    ),
  )
  return organisations
}

const RESTRICTIONS = {
  留党察看: "disciplinaryProbation",
  暂停权利: "suspendedByOrganisation",
  停止党籍: "membershipSuspended",
} as const

const personOf = (
  { id, name, sex, ethnicity, education }: Sheet.Values<typeof Layouts.members.columns>,
  born: PartialDate.PartialDate | undefined,
): Person.Person => ({
  id,
  name: plainName(name),
  kinds: ["member"],
  ...(sex === undefined ? {} : { sex: sex === "男" ? "male" : "female" }),
  ...(born === undefined ? {} : { born }),
  ...(ethnicity === undefined ? {} : { ethnicity }),
  ...(education === undefined ? {} : { education }),
})

const memberOf = (values: Sheet.Values<typeof Layouts.members.columns>): Member.Member => {
  const { id, branch, group, admitted, full, restriction, mobile } = values
  return {
    person: id,
    stage: full === undefined ? "probationary" : "full",
    affiliation: { in: "branch", branch, ...(group === undefined ? {} : { group }) },
    restriction: restriction === undefined ? "none" : RESTRICTIONS[restriction],
    mobile: mobile === "是",
    admittedOn: admitted,
    ...(full === undefined ? {} : { fullFrom: full }),
  }
}

const readMembers = (desk: Desk, bodies: ReadonlySet<string>, units: ReadonlySet<string>) => {
  const rows = rowsOf(desk, "党员名册", Layouts.members)
  const persons = new Map<string, { readonly person: Person.Person; readonly row: Row<unknown> }>()
  for (const row of rows) {
    const { tell, values } = row
    const { id, born: text, branch, group, workplace } = values
    const born = text === undefined ? undefined : partialOf(text)
    if (text !== undefined && born === undefined) desk.faults.push(tell("organisationBooks.date", "born", { text }))
    if (!bodies.has(branch)) desk.faults.push(tell("organisationBooks.noOrganisation", "branch", { id: branch }))
    if (group !== undefined && !bodies.has(group)) {
      desk.faults.push(tell("organisationBooks.noOrganisation", "group", { id: group }))
    }
    if (workplace !== undefined && !units.has(workplace)) {
      desk.faults.push(tell("organisationBooks.noUnit", "workplace", { id: workplace }))
    }
    if (!persons.has(id)) persons.set(id, { person: personOf(values, born), row })
  }
  const members = rows.map(({ values }) => memberOf(values))
  const workplaces = Object.fromEntries(
    rows.flatMap(({ values: { id, workplace } }) => (workplace === undefined ? [] : [[id, workplace]])),
  )
  const keys = { affiliation: "branch", fullFrom: "full", admittedOn: "admitted", person: "id" }
  desk.faults.push(...atCells(Member.check(members, desk.on), rows, keys))
  const people = [...persons.values()].map(({ person }) => person)
  const firsts = [...persons.values()].map(({ row }) => row)
  desk.faults.push(...atCells(Person.check(people, desk.on), firsts, { born: "born", name: "name" }))
  return { persons: people, members, workplaces }
}

const readPosts = (desk: Desk, bodies: ReadonlySet<string>, persons: ReadonlySet<string>) => {
  const kinds = byLabel(desk.postKinds)
  const manners = words(Post.manners)
  const posts = new Map<string, Post.Post>()
  const held: Array<Row<unknown>> = []
  const appointments: Array<Post.Appointment> = []
  for (const row of rowsOf(desk, "任职台账", Layouts.posts)) {
    const { tell, values } = row
    const { id, body, post: label, person, from, to, manner: word } = values
    const kind = kinds.get(label)
    if (kind === undefined) desk.faults.push(tell("organisationBooks.noLabel", "post", { label }))
    if (!bodies.has(body)) desk.faults.push(tell("organisationBooks.noBody", "body", { id: body }))
    if (kind === undefined) continue
    const post = `${body}/${kind}`
    if (!posts.has(post)) posts.set(post, { id: post, kind, body })
    if (person === undefined) continue
    const manner = word === undefined ? undefined : manners.get(word)
    if (from === undefined || word === undefined) {
      desk.faults.push(tell("organisationBooks.noAppointment", "from", { id }))
    } else if (manner === undefined) desk.faults.push(tell("organisationBooks.noLabel", "manner", { label: word }))
    else {
      held.push(row)
      appointments.push({ id, post, person, from, manner, ...(to === undefined ? {} : { to }) })
    }
  }
  const register = { kinds: desk.postKinds, posts: [...posts.values()], appointments }
  const keys = { post: "post", person: "person", to: "to", from: "from" }
  desk.faults.push(...atCells(PostRoll.check(register, persons), held, keys))
  return { posts: register.posts, appointments }
}

const readTerms = (desk: Desk, bodies: ReadonlySet<string>): ReadonlyArray<Term> =>
  rowsOf(desk, "换届台账", Layouts.terms).map(({ tell, values }): Term => {
    const { body, elected, seats, reminded, until, approval, approved, by } = values
    if (!bodies.has(body)) desk.faults.push(tell("organisationBooks.noOrganisation", "body", { id: body }))
    const told = [until, approval, approved, by].filter((value) => value !== undefined)
    if (told.length % 4 !== 0) desk.faults.push(tell("organisationBooks.halfExtension", "until", {}))
    return {
      body,
      electedOn: elected,
      ...(seats === undefined ? {} : { committee: Number(seats) }),
      ...(reminded === undefined ? {} : { remindedOn: reminded }),
      ...(until === undefined || approval === undefined || approved === undefined || by === undefined
        ? {}
        : { extension: { until, approval, on: approved, by } }),
    }
  })

const readLetters = (desk: Desk, bodies: ReadonlySet<string>, persons: ReadonlySet<string>): ReadonlyArray<Letter> =>
  rowsOf(desk, "接转台账", Layouts.transfers).map(({ tell, values }): Letter => {
    const { id, person, from, to, issued, answered, result } = values
    if (!persons.has(person)) desk.faults.push(tell("organisationBooks.noPerson", "person", { id: person }))
    if (!bodies.has(from)) desk.faults.push(tell("organisationBooks.noOrganisation", "from", { id: from }))
    if (!bodies.has(to)) desk.faults.push(tell("organisationBooks.noOrganisation", "to", { id: to }))
    if ((answered === undefined) !== (result === undefined)) {
      desk.faults.push(tell("organisationBooks.halfAnswer", "answered", { id }))
    }
    if (answered === undefined || result === undefined) return { id, person, from, to, issuedOn: issued }
    const answer = { on: answered, result: result === "接收" ? "received" : "refused" } as const
    return { id, person, from, to, issuedOn: issued, answer }
  })

/** The households of a run of house numbers of a unit. */
const run = (unit: string | undefined, first: string | undefined, last: string | undefined): ReadonlyArray<string> => {
  if (unit === undefined || first === undefined || last === undefined) return []
  const from = Number(first)
  return Array.from({ length: Math.max(0, Number(last) - from + 1) }, (_, index) => `${unit}-${from + index}`)
}

const readCells = ({ from }: Period.Period, rows: ReadonlyArray<Row<Sheet.Values<typeof Layouts.cells.columns>>>) => {
  const households: Array<Grid.Household> = []
  const at: Array<Row<unknown>> = []
  const cells = rows.map((row): Grid.Cell => {
    const { id, name, level, within, unit, organisation, first, last } = row.values
    for (const household of run(unit, first, last)) {
      households.push({ id: household, cell: id, persons: [], from })
      at.push(row)
    }
    return {
      id,
      name,
      kind: level,
      use: "comprehensive",
      organisations: organisation === undefined ? [] : [organisation],
      covers: [],
      from,
      ...(within === undefined ? {} : { within }),
      ...(unit === undefined ? {} : { unit }),
    }
  })
  return { cells, households, at }
}

const readGrid = (desk: Desk, known: Grid.Known): Grid.Grid => {
  const { from } = desk.days
  const rows = rowsOf(desk, "网格台账", Layouts.cells)
  const { cells, households, at } = readCells(desk.days, rows)
  const linked = rowsOf(desk, "联户台账", Layouts.links).flatMap((row) => {
    const { person, unit, first, last } = row.values
    return run(unit, first, last).map((household): { readonly link: Grid.Link; readonly row: Row<unknown> } => ({
      link: { id: `${person}/${household}`, person, at: { household }, from },
      row,
    }))
  })
  const chiefs = rows.filter(({ values }) => values.chief !== undefined)
  const duties = chiefs.map(({ values: { id, chief = "" } }): Grid.Duty => {
    return { id: `${id}/chief`, role: "chief", by: { person: chief }, at: { cell: id }, from }
  })
  const links = linked.map(({ link }) => link)
  const grid: Grid.Grid = { format: 1, cells, households, hubs: [], links, fields: [], duties }
  const places: Readonly<Record<string, ReadonlyArray<Row<unknown>>>> = {
    cells: rows,
    households: at,
    links: linked.map(({ row }) => row),
    duties: chiefs,
  }
  const keys = { unit: "unit", organisations: "organisation", by: "chief", person: "person", at: "first" }
  for (const one of Grid.of(grid, desk.on, known).faults) {
    desk.faults.push(...atCells([one], places[String(one.path[0])] ?? [], keys))
  }
  return grid
}

const readApprovals = (desk: Desk, subjects: ReadonlySet<string>): ReadonlyArray<Approved> =>
  rowsOf(desk, "批准台账", Layouts.approvals).map(({ tell, values }) => {
    if (!subjects.has(values.subject)) {
      desk.faults.push(tell("organisationBooks.noBody", "subject", { id: values.subject }))
    }
    return values
  })

/** Days that an office can have on record: from the founding of the Party to the end of the year after the books'. */
const plausible = (on: CivilDate.CivilDate): Period.Period =>
  Period.parseUnsafe(`1921-07-01/${CivilDate.year(on) + 1}-12-31`)

const fileFaults = (sources: ReadonlyArray<Source>): ReadonlyArray<Fault> => [
  ...sources.flatMap((source) => {
    if ("faults" in source) return source.faults
    const { file } = source
    return nameOf(file) !== undefined
      ? []
      : [fault("organisationBooks.unknownFile", { books: NAMES.join("、") }, [], { file })]
  }),
  ...NEEDED.filter((name) => !sources.some(({ file }) => nameOf(file) === name)).map((book) =>
    fault("organisationBooks.noBook", { book }),
  ),
]

/**
 * Reads the books of a township, or gives everything wrong with them, in the order a reader mends it: by file, line and
 * column.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { OrganisationBooks } from "dangjian/interop"
 * import { PostRules, PrimaryKinds } from "dangjian/presets"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const table = (file: string, ...rows: ReadonlyArray<string>) => ({ // made up
 *   file,
 *   rows: rows.map((row, index) => ({ line: index + 1, cells: row.split(",") })),
 * })
 * const read = OrganisationBooks.read(
 *   [
 *     table("单位台账.csv", "编号,名称,类别,领域,上级单位,实际运营", "U1,样例村,村,village,,是"),
 *     table("党组织名册.csv", "编号,名称,类型,上级党组织,所在单位,成立时间", "D1,样例村党支部,党支部,D0,U1,1998"),
 *     table("党员名册.csv", "编号,姓名,所在支部,入党日期,转正日期", "M1,甲子一,D9,2001-07-01,2002-07-01"),
 *   ],
 *   { on: CivilDate.parseUnsafe("2023-12-31"), kinds: PrimaryKinds.kinds, postKinds: PostRules.kinds },
 * )
 * assert.deepEqual(Result.isFailure(read) && read.failure.map(({ code, at }) => [code, at?.file, at?.line]), [
 *   ["organisationBooks.noOrganisation", "党员名册.csv", 2],
 *   ["forest.noSuchParent", "党组织名册.csv", 2],
 * ])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const read = (
  sources: ReadonlyArray<Source>,
  options: Options,
): Result.Result<OrganisationBooks, ReadonlyArray<Fault>> => {
  const tables = sources.flatMap((source) => ("rows" in source ? [source] : []))
  const faults = [...fileFaults(sources)]
  const desk: Desk = { ...options, tables, days: plausible(options.on), faults, orders: new Map(), unread: new Set() }
  const units = readUnits(desk)
  const inUnits = new Set(units.map(({ id }) => id))
  const organisations = readOrganisations(desk, inUnits)
  const bodies = new Set([...organisations.map(({ id }) => id), ...desk.unread])
  const places = new Set([...bodies, ...inUnits])
  const { persons, members, workplaces } = readMembers(desk, bodies, inUnits)
  const people = new Set(persons.map(({ id }) => id))
  const books: OrganisationBooks = {
    units,
    organisations,
    persons,
    members,
    workplaces,
    ...readPosts(desk, places, people),
    terms: readTerms(desk, bodies),
    letters: readLetters(desk, bodies, people),
    approvals: readApprovals(desk, places),
    grid: readGrid(desk, { organisations: bodies, units: inUnits, persons: people }),
  }
  return faults.length === 0 ? Result.succeed(books) : Result.fail(Sheet.inOrder(faults, desk.orders))
}
