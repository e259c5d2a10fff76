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
import { type Fault, make as fault } from "../foundation/Fault.js"
import * as PartialDate from "../foundation/PartialDate.js"
import * as Period from "../foundation/Period.js"
import type { AdministrativeUnit } from "../organisation/AdministrativeUnit.js"
import type * as Grid from "../organisation/Grid.js"
import type { HeadCount } from "../organisation/HeadCount.js"
import * as IdentityNumber from "../organisation/IdentityNumber.js"
import * as Member from "../organisation/Member.js"
import type { Organisation } from "../organisation/Organisation.js"
import * as OrganisationKind from "../organisation/OrganisationKind.js"
import * as PartyTree from "../organisation/PartyTree.js"
import * as Person from "../organisation/Person.js"
import type * as Post from "../organisation/Post.js"
import * as UnitTree from "../organisation/UnitTree.js"
import * as Rows from "./BookRows.js"
import * as GridBooks from "./GridBooks.js"
import * as Layouts from "./OrganisationSheets.js"
import * as PostBooks from "./PostBooks.js"
import { plainName, type Tell, teller } from "./RegisterCheck.js"
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
 * What can be wrong between the books: a file that is no book, a book that is missing, a row or an id of a row that another
 * file has; a label that the tables do not have, a date that cannot be read, an id that no list has; an appointment
 * without its day, its manner or its person; a transfer within one branch, answered before it was issued, with half an
 * answer, or with a member whom the list has elsewhere; an extension or a run of house numbers that is half told, or that
 * runs backwards. What is wrong inside a cell is told by the sheet, and what does not fit the tree, the roll or the posts
 * by those, at the cell.
 *
 * @category errors
 * @since 0.1.0
 */
export type OrganisationBooksFault = Fault<
  | Rows.RowFault["code"]
  | PostBooks.PostBooksFault["code"]
  | GridBooks.GridBooksFault["code"]
  | "organisationBooks.unknownFile"
  | "organisationBooks.noBook"
  | "organisationBooks.noLabel"
  | "organisationBooks.date"
  | "organisationBooks.noOrganisation"
  | "organisationBooks.noUnit"
  | "organisationBooks.noPerson"
  | "organisationBooks.noBody"
  | "organisationBooks.sameBranch"
  | "organisationBooks.answeredBefore"
  | "organisationBooks.halfAnswer"
  | "organisationBooks.otherBranch"
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

// ---------------------------------------------------------------- decisions

type Code = OrganisationBooksFault["code"]

const tellOf = ({ at: { opened, line } }: Rows.Row<unknown>): Tell<Code> => teller(opened, line)

interface Desk extends Options, Rows.Desk {}

/** A list as read, and the ids that it has or may have. */
interface Listed<A> {
  readonly list: ReadonlyArray<A>
  readonly known: Rows.Known
}

/** Faults of a tree but for parents that stand in the list and only could not be read. */
const ofTree = (found: ReadonlyArray<Fault>, known: Rows.Known): ReadonlyArray<Fault> =>
  found.filter(({ code, params }) => code !== "forest.noSuchParent" || !Rows.has(known, String(params.parent)))

const over = (column: string) => ({
  "forest.noSuchParent": column,
  "forest.ring": column,
  "forest.twoParents": column,
  units: "units",
})

const readUnits = (desk: Desk): Listed<AdministrativeUnit> => {
  const { rows, known } = Rows.rowsOf(desk, "单位台账", Layouts.units)
  const list = rows.map(({ values }): AdministrativeUnit => {
    const { operating, staff, households, ...rest } = values
    return {
      ...rest,
      operating: operating === "是",
      ...(staff === undefined ? {} : { staff: Number(staff) }),
      ...(households === undefined ? {} : { households: Number(households) }),
    }
  })
  desk.faults.push(...Rows.atCells(ofTree(UnitTree.of(list, desk.on).faults, known), rows, over("within")))
  return { list, known }
}

interface Labels {
  readonly kinds: ReadonlyMap<string, string>
  readonly capabilities: ReadonlyMap<string, OrganisationKind.Capability>
}

/** When an organisation was set up, where it is a day that can be on record. */
const establishedOn = (text: string, { days, faults }: Desk, tell: Tell<Code>): PartialDate.PartialDate | undefined => {
  const day = Rows.partialOf(text)
  if (day === undefined) {
    faults.push(tell("organisationBooks.date", "set", { text }))
    return undefined
  }
  if (PartialDate.latest(day) >= days.from && PartialDate.earliest(day) < days.to) return day
  const bounds = { date: text, from: days.from, through: Period.lastDay(days) }
  faults.push(fault("sheet.dateOutside", bounds, [], tell("organisationBooks.date", "set", {}).at))
  return undefined
}

const organisationOf = (
  row: Rows.Row<Sheet.Values<typeof Layouts.organisations.columns>>,
  { kinds, capabilities }: Labels,
  desk: Desk,
): Organisation | undefined => {
  const tell = tellOf(row)
  const { id, name, kind: label, above, units = [], set, may = [], code } = row.values
  const [kind, established] = [kinds.get(label), establishedOn(set, desk, tell)]
  if (kind === undefined) desk.faults.push(tell("organisationBooks.noLabel", "kind", { label }))
  const able = may.flatMap((word) => {
    const capability = capabilities.get(word)
    if (capability === undefined) desk.faults.push(tell("organisationBooks.noLabel", "may", { label: word }))
    return capability ?? []
  })
  if (kind === undefined || established === undefined) return undefined
  return {
    id,
    name,
    kind,
    units,
    capabilities: able,
    established,
    ...(above === undefined ? {} : { supervisedBy: above }),
    ...(code === undefined ? {} : { code }),
  }
}

const readOrganisations = (desk: Desk, units: Rows.Known): Listed<Organisation> => {
  const { rows, known } = Rows.rowsOf(desk, "党组织名册", Layouts.organisations)
  const labels = { kinds: Rows.byLabel(desk.kinds), capabilities: Rows.words(OrganisationKind.capabilityLabels) }
  const read = rows.flatMap((row) => {
    const organisation = organisationOf(row, labels, desk)
    return organisation === undefined ? [] : [{ row, organisation }]
  })
  const list = read.map(({ organisation }) => organisation)
  const rules = { kinds: desk.kinds, edges: [], ...(units === undefined ? {} : { units }) }
  const found = ofTree(PartyTree.of(list, desk.on, rules).faults, known)
  const at = read.map(({ row }) => row)
  desk.faults.push(...Rows.atCells(found, at, over("above")))
  return { list, known }
}

const RESTRICTIONS = {
  留党察看: "disciplinaryProbation",
  暂停权利: "suspendedByOrganisation",
  停止党籍: "membershipSuspended",
} as const

type MemberRow = Rows.Row<Sheet.Values<typeof Layouts.members.columns>>

const personOf = ({ values }: MemberRow, born: PartialDate.PartialDate | undefined): Person.Person => {
  const { id, name, sex, ethnicity, education } = values
  return {
    id,
    name: plainName(name),
    kinds: ["member"],
    ...(sex === undefined ? {} : { sex: sex === "男" ? "male" : "female" }),
    ...(born === undefined ? {} : { born }),
    ...(ethnicity === undefined ? {} : { ethnicity }),
    ...(education === undefined ? {} : { education }),
  }
}

const memberOf = ({ values }: MemberRow): Member.Member => {
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

/** When a member was born; and what the row names that no list has. */
const bornOf = (row: MemberRow, desk: Desk, bodies: Rows.Known, units: Rows.Known) => {
  const tell = tellOf(row)
  const { born: text, branch, group, workplace } = row.values
  const born = text === undefined ? undefined : Rows.partialOf(text)
  if (text !== undefined && born === undefined) desk.faults.push(tell("organisationBooks.date", "born", { text }))
  if (!Rows.has(bodies, branch)) desk.faults.push(tell("organisationBooks.noOrganisation", "branch", { id: branch }))
  if (group !== undefined && !Rows.has(bodies, group)) {
    desk.faults.push(tell("organisationBooks.noOrganisation", "group", { id: group }))
  }
  if (workplace !== undefined && !Rows.has(units, workplace)) {
    desk.faults.push(tell("organisationBooks.noUnit", "workplace", { id: workplace }))
  }
  return born
}

const readMembers = (desk: Desk, bodies: Rows.Known, units: Rows.Known) => {
  const { rows, known } = Rows.rowsOf(desk, "党员名册", Layouts.members)
  const persons = new Map<string, { readonly person: Person.Person; readonly row: MemberRow }>()
  for (const row of rows) {
    const born = bornOf(row, desk, bodies, units)
    if (!persons.has(row.values.id)) persons.set(row.values.id, { person: personOf(row, born), row })
  }
  const members = rows.map(memberOf)
  const workplaces = Object.fromEntries(
    rows.flatMap(({ values: { id, workplace } }) => (workplace === undefined ? [] : [[id, workplace]])),
  )
  const keys = { affiliation: "branch", fullFrom: "full", admittedOn: "admitted", person: "id" }
  desk.faults.push(...Rows.atCells(Member.check(members, desk.on), rows, keys))
  const people = [...persons.values()].map(({ person }) => person)
  const firsts = [...persons.values()].map(({ row }) => row)
  desk.faults.push(...Rows.atCells(Person.check(people, desk.on), firsts, { born: "born", name: "name" }))
  return { persons: people, members, workplaces, known }
}

const readTerms = (desk: Desk, bodies: Rows.Known): ReadonlyArray<Term> =>
  Rows.rowsOf(desk, "换届台账", Layouts.terms).rows.map((row): Term => {
    const tell = tellOf(row)
    const { body, elected, seats, reminded, until, approval, approved, by } = row.values
    if (!Rows.has(bodies, body)) desk.faults.push(tell("organisationBooks.noOrganisation", "body", { id: body }))
    const parts = Object.entries({ until, approval, approved, by })
    const [missing, ...others] = parts.flatMap(([key, value]) => (value === undefined ? [key] : []))
    if (missing !== undefined && others.length < parts.length - 1) {
      desk.faults.push(tell("organisationBooks.halfExtension", missing, {}))
    }
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

type LetterRow = Rows.Row<Sheet.Values<typeof Layouts.transfers.columns>>

const letterOf = (row: LetterRow, { faults }: Desk): Letter => {
  const tell = tellOf(row)
  const { id, person, from, to, issued, answered, result } = row.values
  if (from === to) faults.push(tell("organisationBooks.sameBranch", "to", { id: to }))
  if ((answered === undefined) !== (result === undefined)) {
    faults.push(tell("organisationBooks.halfAnswer", answered === undefined ? "answered" : "result", { id }))
  }
  if (answered !== undefined && answered < issued) {
    faults.push(tell("organisationBooks.answeredBefore", "answered", { on: answered, issued }))
  }
  if (answered === undefined || result === undefined) return { id, person, from, to, issuedOn: issued }
  const answer = { on: answered, result: result === "接收" ? "received" : "refused" } as const
  return { id, person, from, to, issuedOn: issued, answer }
}

/**
 * Where the last letter of each member leaves them, held against the list: with an open or refused letter, still there. A
 * branch that is no organisation is told as such, and no more.
 */
const elsewhere = (
  letters: ReadonlyArray<{ readonly row: LetterRow; readonly letter: Letter }>,
  members: ReadonlyArray<Member.Member>,
  bodies: Rows.Known,
): ReadonlyArray<Fault> => {
  const last = new Map<string, { readonly row: LetterRow; readonly letter: Letter }>()
  for (const one of letters) {
    const before = last.get(one.letter.person)?.letter
    if (before === undefined || keyOf(before) < keyOf(one.letter)) last.set(one.letter.person, one)
  }
  return members.flatMap(({ affiliation, person }) => {
    const found = last.get(person)
    if (found === undefined || affiliation.in !== "branch") return []
    const { row, letter } = found
    const [key, branch] = letter.answer?.result === "received" ? ["to", letter.to] : ["from", letter.from]
    if (branch === affiliation.branch) return []
    if (![branch, affiliation.branch].every((id) => Rows.has(bodies, id))) return []
    return [tellOf(row)("organisationBooks.otherBranch", key, { id: person, branch, listed: affiliation.branch })]
  })
}

const keyOf = ({ id, issuedOn }: Letter): string => `${issuedOn} ${id}`

const readLetters = (
  desk: Desk,
  bodies: Rows.Known,
  { known, members }: { readonly known: Rows.Known; readonly members: ReadonlyArray<Member.Member> },
): ReadonlyArray<Letter> => {
  const letters = Rows.rowsOf(desk, "接转台账", Layouts.transfers).rows.map((row) => {
    const tell = tellOf(row)
    const { person, from, to } = row.values
    if (!Rows.has(known, person)) desk.faults.push(tell("organisationBooks.noPerson", "person", { id: person }))
    if (!Rows.has(bodies, from)) desk.faults.push(tell("organisationBooks.noOrganisation", "from", { id: from }))
    if (!Rows.has(bodies, to)) desk.faults.push(tell("organisationBooks.noOrganisation", "to", { id: to }))
    return { row, letter: letterOf(row, desk) }
  })
  desk.faults.push(...elsewhere(letters, members, bodies))
  return letters.map(({ letter }) => letter)
}

const readApprovals = (desk: Desk, subjects: Rows.Known): ReadonlyArray<Approved> =>
  Rows.rowsOf(desk, "批准台账", Layouts.approvals).rows.map((row) => {
    const { subject } = row.values
    if (!Rows.has(subjects, subject)) {
      desk.faults.push(tellOf(row)("organisationBooks.noBody", "subject", { id: subject }))
    }
    return row.values
  })

/** Days that an office can have on record: from the founding of the Party to the end of the year after the books'. */
const plausible = (on: CivilDate.CivilDate): Period.Period =>
  Period.parseUnsafe(`1921-07-01/${CivilDate.year(on) + 1}-12-31`)

const fileFaults = (sources: ReadonlyArray<Source>): ReadonlyArray<Fault> => [
  ...sources.flatMap((source) => {
    if ("faults" in source) return source.faults
    const { file } = source
    return Rows.nameOf(file) !== undefined
      ? []
      : [fault("organisationBooks.unknownFile", { books: Rows.names.join("、") }, [], { file })]
  }),
  ...Rows.needed
    .filter((name) => !sources.some(({ file }) => Rows.nameOf(file) === name))
    .map((book) => fault("organisationBooks.noBook", { book })),
]

/** A fault without the identity numbers that a cell may hold: whoever reads it need not see them. */
const concealed = (one: Fault): Fault => ({
  ...one,
  params: Object.fromEntries(
    Object.entries(one.params).map(([key, value]) => [
      key,
      typeof value === "string" ? IdentityNumber.concealed(value) : value,
    ]),
  ),
})

/** Of two files that hold the same the one with the longer name is the copy. */
const byName = (a: Sheet.Table, b: Sheet.Table): number =>
  a.file.length - b.file.length || (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)

const deskOf = (sources: ReadonlyArray<Source>, options: Options): Desk => ({
  ...options,
  tables: sources.flatMap((source) => ("rows" in source ? [source] : [])).sort(byName),
  unopened: sources.flatMap((source) => ("rows" in source ? [] : [source.file])),
  days: plausible(options.on),
  faults: [...fileFaults(sources)],
  orders: new Map(),
})

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
  const desk = deskOf(sources, options)
  const units = readUnits(desk)
  const organisations = readOrganisations(desk, units.known)
  const bodies = organisations.known
  const places = Rows.either(bodies, units.known)
  const { known, ...roll } = readMembers(desk, bodies, units.known)
  const books: OrganisationBooks = {
    units: units.list,
    organisations: organisations.list,
    ...roll,
    ...PostBooks.read(desk, desk.postKinds, places, known),
    terms: readTerms(desk, bodies),
    letters: readLetters(desk, bodies, { known, members: roll.members }),
    approvals: readApprovals(desk, places),
    grid: GridBooks.read(desk, desk.on, { organisations: bodies, units: units.known, persons: known }),
  }
  const { faults, orders } = desk
  return faults.length === 0 ? Result.succeed(books) : Result.fail(Sheet.inOrder(faults.map(concealed), orders))
}
