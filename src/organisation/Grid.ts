/**
 * Service grids (党建网格): cells of any number of levels (村→组→户→人), which point at the organisations that serve them and are
 * none themselves, and who looks after what in them: fields of responsibility (责任田), hub households (党员中心户), links to
 * households and buildings (联户、联楼栋), stationed and liaison cadres (蹲点、联村包抓、挂钩).
 *
 * It is the third of three graphs that are never one. Every row stands from one day on and up to, but without, another; a
 * view is of one day.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as CivilDate from "../foundation/CivilDate.js"
import * as Document from "../foundation/Document.js"
import { type Fault, make as fault, getOrThrow, under } from "../foundation/Fault.js"
import type * as Label from "../foundation/Label.js"
import * as Quantity from "../foundation/Quantity.js"
import * as Rate from "../foundation/Rate.js"
import * as Unit from "../foundation/Unit.js"
import * as Forest from "./Forest.js"
import * as Rows from "./GridRows.js"

// ---------------------------------------------------------------- models

/**
 * The days on which a row stands: from the first on, up to but without the other.
 *
 * @category models
 * @since 0.1.0
 */
export interface Lasting {
  readonly from: CivilDate.CivilDate
  readonly to?: CivilDate.CivilDate
}

/**
 * A cell (网格): which level it is of (`kind`: 村, 组, 片区, 角落, 微网格: an open set), the cell it lies within, whether it is a
 * comprehensive one (综合网格) or a dedicated one (专属网格: an organ, a park, a school), the organisations that serve it, the
 * unit that it lies in, the units that it covers whole, and what a text asks for: the area (城镇, 农村), how many
 * households and people it has, where nobody lists them.
 *
 * @category models
 * @since 0.1.0
 */
export interface Cell extends Lasting {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly within?: string
  readonly use: "comprehensive" | "dedicated"
  readonly organisations: ReadonlyArray<string>
  readonly unit?: string
  readonly covers: ReadonlyArray<string>
  readonly area?: string
  readonly households?: number
  readonly population?: number
}

/**
 * A household (户): the cell it belongs to, the building it lives in, and its people (人).
 *
 * @category models
 * @since 0.1.0
 */
export interface Household extends Lasting {
  readonly id: string
  readonly cell: string
  readonly building?: string
  readonly persons: ReadonlyArray<string>
}

/**
 * A hub household (党员中心户): the household whose home it is, the members it gathers, the households it looks after.
 *
 * @category models
 * @since 0.1.0
 */
export interface Hub extends Lasting {
  readonly id: string
  readonly household: string
  readonly members: ReadonlyArray<string>
  readonly households: ReadonlyArray<string>
}

/**
 * A link of a member to a household (党员联户) or to a whole building (联楼栋).
 *
 * @category models
 * @since 0.1.0
 */
export interface Link extends Lasting {
  readonly id: string
  readonly person: string
  readonly at: { readonly household: string } | { readonly building: string }
}

/**
 * A field of responsibility (责任田): what a member answers for in a cell.
 *
 * @category models
 * @since 0.1.0
 */
export interface Field extends Lasting {
  readonly id: string
  readonly person: string
  readonly cell: string
  readonly matter: string
}

/**
 * A duty in a cell or in a unit: `chief` (网格长) and `worker` (网格员) in cells, `stationed` (蹲点) and `liaison` (联村包抓, 挂钩)
 * in villages, an open set. A post or a person has it; one holder may have many, and a village many holders.
 *
 * @category models
 * @since 0.1.0
 */
export interface Duty extends Lasting {
  readonly id: string
  readonly role: string
  readonly by: Holder
  readonly at: { readonly cell: string } | { readonly unit: string }
}

/**
 * Who has a duty: a post, whoever holds it, or a person.
 *
 * @category models
 * @since 0.1.0
 */
export type Holder = { readonly post: string } | { readonly person: string }

/**
 * The grid as one stored document. Two rows of a list may have one id, where they stand one after the other.
 *
 * @category models
 * @since 0.1.0
 */
export interface Grid {
  readonly format: 1
  readonly cells: ReadonlyArray<Cell>
  readonly households: ReadonlyArray<Household>
  readonly hubs: ReadonlyArray<Hub>
  readonly links: ReadonlyArray<Link>
  readonly fields: ReadonlyArray<Field>
  readonly duties: ReadonlyArray<Duty>
}

/**
 * The grid of a day: the cells in their tree, the households by id and by cell, and the rows that stand.
 *
 * @category models
 * @since 0.1.0
 */
export interface GridView {
  readonly graph: "grid"
  readonly on: CivilDate.CivilDate
  readonly forest: Forest.Forest<Cell>
  readonly households: ReadonlyMap<string, Household>
  readonly inCell: ReadonlyMap<string, ReadonlyArray<Household>>
  readonly hubs: ReadonlyArray<Hub>
  readonly links: ReadonlyArray<Link>
  readonly fields: ReadonlyArray<Field>
  readonly duties: ReadonlyArray<Duty>
}

/**
 * What rows may point at outside the grid, where that is to be checked.
 *
 * @category models
 * @since 0.1.0
 */
export interface Known {
  readonly organisations?: ReadonlySet<string>
  readonly units?: ReadonlySet<string>
  readonly persons?: ReadonlySet<string>
  readonly posts?: ReadonlySet<string>
}

/**
 * By which rows a household counts as looked after: a link to it, a link to its building, a hub household.
 *
 * @category models
 * @since 0.1.0
 */
export type LinkKind = "household" | "building" | "hub"

/**
 * Who looks after which household, both ways. A hub stands by its own id among those who look after.
 *
 * @category models
 * @since 0.1.0
 */
export interface Linkage {
  readonly byLinker: ReadonlyMap<string, ReadonlySet<string>>
  readonly byHousehold: ReadonlyMap<string, ReadonlySet<string>>
}

/**
 * The chain of responsibility (责任链) of a household: the cells from its own upwards with the organisations that serve
 * them and who has which duty there, the members linked to it, and the hub households.
 *
 * @category models
 * @since 0.1.0
 */
export interface Chain {
  readonly cells: ReadonlyArray<{
    readonly cell: string
    readonly organisations: ReadonlyArray<string>
    readonly duties: ReadonlyArray<Duty>
  }>
  readonly members: ReadonlyArray<string>
  readonly hubs: ReadonlyArray<string>
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with the rows: what can be wrong with any forest, an id that stands twice at one time (in two places,
 * where the rows say so), a person in two households, days of which there are none, and what is not there on the day
 * though a row points at it.
 *
 * @category errors
 * @since 0.1.0
 */
export type GridFault =
  | Forest.ForestFault
  | Fault<
      | "grid.twice"
      | "grid.twoPlaces"
      | "grid.personTwice"
      | "grid.emptySpan"
      | "grid.count"
      | "grid.noSuchCell"
      | "grid.noSuchHousehold"
      | "grid.noSuchBuilding"
      | "grid.noSuchOrganisation"
      | "grid.noSuchUnit"
      | "grid.noSuchPerson"
      | "grid.noSuchPost"
    >

// ---------------------------------------------------------------- schemas

const text = Schema.NonEmptyString
const texts = /* @__PURE__ */ Schema.Array(text)
const someText = /* @__PURE__ */ Schema.optionalKey(text)
const someDay = /* @__PURE__ */ Schema.optionalKey(CivilDate.CivilDate)
const count = /* @__PURE__ */ Schema.optionalKey(
  /* @__PURE__ */ Schema.Int.check(/* @__PURE__ */ Schema.makeFilter((value: number) => value >= 0 || "grid.count")),
)

/**
 * The schema of {@link Cell}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Cell: Schema.Codec<Cell> = /* @__PURE__ */ Schema.Struct({
  id: text,
  kind: text,
  name: text,
  within: someText,
  use: /* @__PURE__ */ Schema.Literals(["comprehensive", "dedicated"]),
  organisations: texts,
  unit: someText,
  covers: texts,
  area: someText,
  households: count,
  population: count,
  from: CivilDate.CivilDate,
  to: someDay,
})

/**
 * The schema of {@link Household}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Household: Schema.Codec<Household> = /* @__PURE__ */ Schema.Struct({
  id: text,
  cell: text,
  building: someText,
  persons: texts,
  from: CivilDate.CivilDate,
  to: someDay,
})

/**
 * The schema of {@link Hub}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Hub: Schema.Codec<Hub> = /* @__PURE__ */ Schema.Struct({
  id: text,
  household: text,
  members: texts,
  households: texts,
  from: CivilDate.CivilDate,
  to: someDay,
})

/**
 * The schema of {@link Link}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Link: Schema.Codec<Link> = /* @__PURE__ */ Schema.Struct({
  id: text,
  person: text,
  at: /* @__PURE__ */ Schema.Union([
    /* @__PURE__ */ Schema.Struct({ household: text }),
    /* @__PURE__ */ Schema.Struct({ building: text }),
  ]),
  from: CivilDate.CivilDate,
  to: someDay,
})

/**
 * The schema of {@link Field}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Field: Schema.Codec<Field> = /* @__PURE__ */ Schema.Struct({
  id: text,
  person: text,
  cell: text,
  matter: text,
  from: CivilDate.CivilDate,
  to: someDay,
})

/**
 * The schema of {@link Duty}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Duty: Schema.Codec<Duty> = /* @__PURE__ */ Schema.Struct({
  id: text,
  role: text,
  by: /* @__PURE__ */ Schema.Union([
    /* @__PURE__ */ Schema.Struct({ post: text }),
    /* @__PURE__ */ Schema.Struct({ person: text }),
  ]),
  at: /* @__PURE__ */ Schema.Union([
    /* @__PURE__ */ Schema.Struct({ cell: text }),
    /* @__PURE__ */ Schema.Struct({ unit: text }),
  ]),
  from: CivilDate.CivilDate,
  to: someDay,
})

/**
 * The grid as a stored document: ids that stand twice at one time and rows that stand on no day are refused. What rows
 * point at is checked day by day, by {@link of}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const document: Document.Document<Grid> = /* @__PURE__ */ Document.make<Grid>({
  name: "Grid",
  format: 1,
  schema: () =>
    Schema.Struct({
      format: Schema.Literal(1),
      cells: Schema.Array(Cell),
      households: Schema.Array(Household),
      hubs: Schema.Array(Hub),
      links: Schema.Array(Link),
      fields: Schema.Array(Field),
      duties: Schema.Array(Duty),
    }),
  check: (grid) => check(grid),
})

// ---------------------------------------------------------------- constructors

/**
 * What rows come to on a day: the view, and every fault at once, each at its row.
 *
 * **Details**
 *
 * A row that points at what is not there on the day stays out of the view; a cell or a household stays in, without its
 * place. Of two rows that contradict each other the same one stands in whatever order they come.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Forest, Grid } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const from = CivilDate.parseUnsafe("2023-01-01")
 * const cell = { use: "comprehensive", organisations: [], covers: [], from } as const // made up
 * const grid = {
 *   format: 1,
 *   cells: [
 *     { ...cell, id: "g1", kind: "组", name: "一组", within: "v" },
 *     { ...cell, id: "v", kind: "村", name: "示例村" },
 *   ],
 *   households: [{ id: "h1", cell: "g1", persons: [], from }, { id: "h2", cell: "g9", persons: [], from }],
 *   hubs: [],
 *   links: [{ id: "l1", person: "m1", at: { household: "h1" }, from }],
 *   fields: [],
 *   duties: [],
 * } as const
 * const { view, faults } = Grid.of(grid, CivilDate.parseUnsafe("2023-12-31"))
 * assert.deepEqual(faults.map(({ code, path }) => [code, ...path]), [["grid.noSuchCell", "households", 1, "cell"]])
 * assert.deepEqual(Forest.ancestors(view.forest, "g1").map(({ id }) => id), ["v"])
 * assert.deepEqual(Grid.householdsUnder(view, "v"), ["h1"])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const of = (
  grid: Grid,
  on: CivilDate.CivilDate,
  known: Known = {},
): { readonly view: GridView; readonly faults: ReadonlyArray<GridFault> } => {
  const [cells, households] = [Rows.standing(grid.cells, on), Rows.standing(grid.households, on)]
  const { forest, faults } = Forest.build(cells.rows, { id: ({ id }) => id, parent: ({ within }) => within })
  const byId = new Map(households.rows.map((household) => [household.id, household]))
  const buildings = new Set(households.rows.flatMap(({ building }) => building ?? []))
  const ground: Ground = { cells: forest.places, households: byId, buildings, known }
  const hubs = sound("hubs", Rows.standing(grid.hubs, on), (row) => hubPointers(row, ground))
  const links = sound("links", Rows.standing(grid.links, on), (row) => linkPointers(row, ground))
  const fields = sound("fields", Rows.standing(grid.fields, on), (row) => fieldPointers(row, ground))
  const duties = sound("duties", Rows.standing(grid.duties, on), (row) => dutyPointers(row, ground))
  const all: ReadonlyArray<GridFault> = [
    ...faults.map((found) => ({ ...found, path: ["cells", cells.at[Number(found.path[0])] ?? 0] })),
    ...check(grid),
    ...sound("cells", cells, (row) => cellPointers(row, ground)).faults,
    ...sound("households", households, (row) => householdPointers(row, ground)).faults,
    ...inTwoHouseholds(households),
    ...[hubs, links, fields, duties].flatMap((list) => list.faults),
  ]
  const view: GridView = {
    graph: "grid",
    on,
    forest,
    households: byId,
    inCell: byCell(households.rows),
    hubs: hubs.rows,
    links: links.rows,
    fields: fields.rows,
    duties: duties.rows,
  }
  return { view, faults: inPlace(all) }
}

const LISTS = ["cells", "households", "hubs", "links", "fields", "duties"] as const
const ORDER: ReadonlyArray<string | number | undefined> = LISTS

const inPlace = (faults: ReadonlyArray<GridFault>): ReadonlyArray<GridFault> => {
  const list = ({ path }: GridFault): number => ORDER.indexOf(path[0])
  return [...faults].sort((a, b) => list(a) - list(b) || Number(a.path[1]) - Number(b.path[1]))
}

const byCell = (households: ReadonlyArray<Household>): ReadonlyMap<string, ReadonlyArray<Household>> => {
  const cells = new Map<string, Array<Household>>()
  for (const household of households) {
    const list = cells.get(household.cell)
    if (list === undefined) cells.set(household.cell, [household])
    else list.push(household)
  }
  return cells
}

/** What rows may point at on the day. */
interface Ground {
  readonly cells: ReadonlyMap<string, unknown>
  readonly households: ReadonlyMap<string, unknown>
  readonly buildings: ReadonlySet<string>
  readonly known: Known
}

/** The rows without a fault, and the faults of the others, each at its row. */
const sound = <R extends Rows.Row>(
  list: (typeof LISTS)[number],
  { rows, at }: Rows.Standing<R>,
  pointers: (row: R) => ReadonlyArray<GridFault>,
): { readonly rows: ReadonlyArray<R>; readonly faults: ReadonlyArray<GridFault> } => {
  const faults: Array<GridFault> = []
  const kept = rows.filter((row, index) => {
    const found = pointers(row)
    for (const one of found) faults.push(under([list, at[index] ?? 0], one))
    return found.length === 0
  })
  return { rows: kept, faults }
}

type Faults = ReadonlyArray<GridFault>

const NONE: Faults = []

/** A fault where something is not there; nothing where nobody said what there is. */
const pointer = (
  code: GridFault["code"],
  there: { readonly has: (id: string) => boolean } | undefined,
  id: string | undefined,
  path: Fault["path"],
): Faults => (id === undefined || there === undefined || there.has(id) ? NONE : [fault(code, { id }, path)])

const pointers = (
  code: GridFault["code"],
  there: { readonly has: (id: string) => boolean } | undefined,
  ids: ReadonlyArray<string>,
  key: string,
): Faults => (there === undefined ? NONE : ids.flatMap((id, place) => pointer(code, there, id, [key, place])))

const cellPointers = ({ organisations, unit, covers }: Cell, { known }: Ground): Faults => [
  ...pointers("grid.noSuchOrganisation", known.organisations, organisations, "organisations"),
  ...pointer("grid.noSuchUnit", known.units, unit, ["unit"]),
  ...pointers("grid.noSuchUnit", known.units, covers, "covers"),
]

const householdPointers = ({ cell, persons }: Household, { cells, known }: Ground): Faults => [
  ...pointer("grid.noSuchCell", cells, cell, ["cell"]),
  ...pointers("grid.noSuchPerson", known.persons, persons, "persons"),
]

/** A person is of one household: each further place is told, in the order of the ids of the households. */
const inTwoHouseholds = ({ rows, at }: Rows.Standing<Household>): Faults => {
  const first = new Map<string, string>()
  const faults: Array<GridFault> = []
  for (const [index, { id, persons }] of rows.entries()) {
    for (const [place, person] of persons.entries()) {
      const before = first.get(person)
      const path = ["households", at[index] ?? 0, "persons", place]
      if (before === undefined) first.set(person, id)
      else faults.push(fault("grid.personTwice", { id: person, one: before, other: id }, path))
    }
  }
  return faults
}

const hubPointers = ({ household, members, households }: Hub, ground: Ground): Faults => [
  ...pointer("grid.noSuchHousehold", ground.households, household, ["household"]),
  ...pointers("grid.noSuchPerson", ground.known.persons, members, "members"),
  ...pointers("grid.noSuchHousehold", ground.households, households, "households"),
]

const linkPointers = ({ person, at }: Link, ground: Ground): Faults => [
  ...pointer("grid.noSuchPerson", ground.known.persons, person, ["person"]),
  ...("household" in at
    ? pointer("grid.noSuchHousehold", ground.households, at.household, ["at", "household"])
    : pointer("grid.noSuchBuilding", ground.buildings, at.building, ["at", "building"])),
]

const fieldPointers = ({ person, cell }: Field, ground: Ground): Faults => [
  ...pointer("grid.noSuchPerson", ground.known.persons, person, ["person"]),
  ...pointer("grid.noSuchCell", ground.cells, cell, ["cell"]),
]

const dutyPointers = ({ by, at }: Duty, { cells, known }: Ground): Faults => [
  ...("post" in by
    ? pointer("grid.noSuchPost", known.posts, by.post, ["by", "post"])
    : pointer("grid.noSuchPerson", known.persons, by.person, ["by", "person"])),
  ...("cell" in at
    ? pointer("grid.noSuchCell", cells, at.cell, ["at", "cell"])
    : pointer("grid.noSuchUnit", known.units, at.unit, ["at", "unit"])),
]

// ---------------------------------------------------------------- getters

/**
 * The ids of the households in a cell and in all cells within it, in the order of the cells.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Grid } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const from = CivilDate.parseUnsafe("2023-01-01")
 * const cell = { use: "comprehensive", organisations: [], covers: [], from } as const // made up
 * const cells = [
 *   { ...cell, id: "v", kind: "村", name: "示例村" },
 *   { ...cell, id: "g1", kind: "组", name: "一组", within: "v" },
 * ]
 * const households = [{ id: "h1", cell: "g1", persons: [], from }]
 * const { view } = Grid.of({ ...Grid.empty, cells, households }, CivilDate.parseUnsafe("2023-12-31"))
 * assert.deepEqual(Grid.householdsUnder(view, "v"), ["h1"])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const householdsUnder = ({ forest, inCell }: GridView, cell: string): ReadonlyArray<string> => {
  const top = Forest.get(forest, cell)
  if (top === undefined) return []
  const cells = [top, ...Forest.descendants(forest, cell)]
  return cells.flatMap(({ id }) => (inCell.get(id) ?? []).map((household) => household.id))
}

/**
 * The cells of one level with the organisations on them and the households under them, as coverage asks for them.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Grid } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const from = CivilDate.parseUnsafe("2023-01-01")
 * const cell = { use: "comprehensive", covers: [], from } as const // made up
 * const cells = [{ ...cell, id: "v", kind: "村", name: "示例村", organisations: ["b1"] }]
 * const { view } = Grid.of({ ...Grid.empty, cells }, CivilDate.parseUnsafe("2023-12-31"))
 * assert.deepEqual(Grid.level(view, "村"), [{ id: "v", organisations: ["b1"], households: [] }])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const level = (
  view: GridView,
  kind: string,
): ReadonlyArray<{
  readonly id: string
  readonly organisations: ReadonlyArray<string>
  readonly households: ReadonlyArray<string>
}> =>
  view.forest.nodes
    .filter((cell) => cell.kind === kind)
    .map(({ id, organisations }) => ({ id, organisations, households: householdsUnder(view, id) }))

/**
 * The cells that an organisation serves, in the order of the tree.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Grid } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const from = CivilDate.parseUnsafe("2023-01-01")
 * const cell = { kind: "村", use: "comprehensive", covers: [], from } as const // made up
 * const cells = [{ ...cell, id: "v1", name: "甲村", organisations: ["b1"] }, { ...cell, id: "v2", name: "乙村", organisations: [] }]
 * const { view } = Grid.of({ ...Grid.empty, cells }, CivilDate.parseUnsafe("2023-12-31"))
 * assert.deepEqual(Grid.servedBy(view, "b1").map(({ id }) => id), ["v1"])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const servedBy = ({ forest }: GridView, organisation: string): ReadonlyArray<Cell> =>
  forest.nodes.filter(({ organisations }) => organisations.includes(organisation))

/**
 * The duties of one holder: the villages a cadre is stationed in or liaises with, the cells a chief has.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Grid } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const from = CivilDate.parseUnsafe("2023-01-01")
 * const duty = (id: string, unit: string) => ({ id, role: "liaison", by: { post: "p1" }, at: { unit }, from }) // made up
 * const { view } = Grid.of({ ...Grid.empty, duties: [duty("d1", "v1"), duty("d2", "v2")] }, from)
 * assert.deepEqual(Grid.dutiesOf(view, { post: "p1" }).map(({ at }) => at), [{ unit: "v1" }, { unit: "v2" }])
 * assert.deepEqual(Grid.dutiesOf(view, { person: "p1" }), [])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const dutiesOf = ({ duties }: GridView, holder: Holder): ReadonlyArray<Duty> =>
  duties.filter(({ by }) =>
    "post" in holder ? "post" in by && by.post === holder.post : "person" in by && by.person === holder.person,
  )

/**
 * The duties in one cell or one unit: who is stationed in a village, who is the chief of a cell.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Grid } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const from = CivilDate.parseUnsafe("2023-01-01")
 * const duties = [{ id: "d1", role: "stationed", by: { person: "c1" }, at: { unit: "v1" }, from }] // made up
 * const { view } = Grid.of({ ...Grid.empty, duties }, from)
 * assert.deepEqual(Grid.dutiesAt(view, { unit: "v1" }).map(({ role }) => role), ["stationed"])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const dutiesAt = ({ duties }: GridView, place: Duty["at"]): ReadonlyArray<Duty> =>
  duties.filter(({ at }) =>
    "cell" in place ? "cell" in at && at.cell === place.cell : "unit" in at && at.unit === place.unit,
  )

/**
 * The fields of responsibility (责任田) of a member.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Grid } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const from = CivilDate.parseUnsafe("2023-01-01")
 * const cells = [
 *   { id: "v", kind: "村", name: "示例村", use: "comprehensive", organisations: [], covers: [], from } as const, // made up
 * ]
 * const fields = [{ id: "f1", person: "m1", cell: "v", matter: "环境卫生", from }]
 * const { view } = Grid.of({ ...Grid.empty, cells, fields }, from)
 * assert.deepEqual(Grid.fieldsOf(view, "m1").map(({ matter }) => matter), ["环境卫生"])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const fieldsOf = ({ fields }: GridView, person: string): ReadonlyArray<Field> =>
  fields.filter((field) => field.person === person)

/**
 * Who looks after which household, by the links that count. A household that one member looks after in two ways counts
 * once.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Grid } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const from = CivilDate.parseUnsafe("2023-01-01")
 * const cells = [
 *   { id: "v", kind: "村", name: "示例村", use: "comprehensive", organisations: [], covers: [], from } as const, // made up
 * ]
 * const households = [
 *   { id: "h1", cell: "v", building: "1幢", persons: [], from },
 *   { id: "h2", cell: "v", building: "1幢", persons: [], from },
 * ]
 * const links = [{ id: "l1", person: "m1", at: { building: "1幢" }, from }]
 * const { view } = Grid.of({ ...Grid.empty, cells, households, links }, from)
 * assert.deepEqual([...(Grid.linkage(view, ["building"]).byLinker.get("m1") ?? [])], ["h1", "h2"])
 * assert.equal(Grid.linkage(view, ["household"]).byLinker.size, 0)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const linkage = ({ links, hubs, households }: GridView, by: ReadonlyArray<LinkKind>): Linkage => {
  const [byLinker, byHousehold] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()]
  const put = (linker: string, household: string) => {
    add(byLinker, linker, household)
    add(byHousehold, household, linker)
  }
  const inBuilding = new Map<string, Set<string>>()
  if (by.includes("building")) {
    for (const { id, building } of households.values()) if (building !== undefined) add(inBuilding, building, id)
  }
  for (const { person, at } of links) {
    if ("household" in at) {
      if (by.includes("household")) put(person, at.household)
    } else for (const household of inBuilding.get(at.building) ?? []) put(person, household)
  }
  if (by.includes("hub")) {
    for (const hub of hubs) for (const household of hub.households) put(hub.id, household)
  }
  return { byLinker, byHousehold }
}

const add = (map: Map<string, Set<string>>, key: string, value: string): void => {
  const set = map.get(key)
  if (set === undefined) map.set(key, new Set([value]))
  else set.add(value)
}

/**
 * The chain of responsibility of a household; none for a household that is not there.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Grid } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const from = CivilDate.parseUnsafe("2023-01-01")
 * const cell = { use: "comprehensive", covers: [], from } as const // made up
 * const cells = [
 *   { ...cell, id: "v", kind: "村", name: "示例村", organisations: ["b1"] },
 *   { ...cell, id: "g1", kind: "组", name: "一组", organisations: [], within: "v" },
 * ]
 * const households = [{ id: "h1", cell: "g1", persons: [], from }]
 * const links = [{ id: "l1", person: "m1", at: { household: "h1" }, from }]
 * const { view } = Grid.of({ ...Grid.empty, cells, households, links }, from)
 * const chain = Grid.chain(view, "h1")
 * assert.deepEqual(chain?.cells.map(({ cell: id, organisations }) => [id, ...organisations]), [["g1"], ["v", "b1"]])
 * assert.deepEqual(chain?.members, ["m1"])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const chain = (view: GridView, household: string): Chain | undefined => {
  const own = view.households.get(household)
  if (own === undefined) return undefined
  const cell = Forest.get(view.forest, own.cell)
  const cells = cell === undefined ? [] : [cell, ...Forest.ancestors(view.forest, cell.id)]
  const members = view.links.flatMap(({ person, at }) =>
    ("household" in at ? at.household === household : at.building === own.building) ? [person] : [],
  )
  return {
    cells: cells.map(({ id, organisations }) => ({
      cell: id,
      organisations,
      duties: dutiesAt(view, { cell: id }),
    })),
    members: [...new Set(members)].sort(),
    hubs: view.hubs.filter((hub) => hub.households.includes(household)).map(({ id }) => id),
  }
}

/**
 * How many of a cohort look after a household (参与率), out of the whole cohort. Whoever is not of the cohort does not count.
 *
 * @example
 * ```ts
 * import { CivilDate, Rate } from "dangjian/foundation"
 * import { Grid } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const from = CivilDate.parseUnsafe("2023-01-01")
 * const { view } = Grid.of(Grid.empty, from)
 * const rate = Grid.participation(Grid.linkage(view, ["household"]), ["m1", "m2"], { zh: "村内党员" }) // made up
 * assert.equal(Rate.percent(rate, 0, "halfUp"), "0%")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const participation = (
  { byLinker }: Linkage,
  cohort: Iterable<string>,
  of: Label.Label,
): Rate.Rate<"person", "person"> => {
  const all = new Set(cohort)
  const part = [...all].filter((id) => byLinker.has(id))
  return getOrThrow(Rate.shareOfIds(part, all, Unit.known.person, of))
}

/**
 * How many households are looked after by one who looks after any (户均联系, 每名党员联系户数): households, each once, to those
 * who look after them.
 *
 * @example
 * ```ts
 * import { CivilDate, Rate } from "dangjian/foundation"
 * import { Grid } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const { view } = Grid.of(Grid.empty, CivilDate.parseUnsafe("2023-01-01"))
 * const rate = Grid.load(Grid.linkage(view, ["household"]), { zh: "联户党员" }) // made up
 * assert.equal(Rate.figure(rate, 1, "halfUp"), undefined) // nobody looks after anybody
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const load = ({ byLinker, byHousehold }: Linkage, of: Label.Label): Rate.Rate<"household", "person"> =>
  Rate.ratioUnsafe(
    Quantity.countUnsafe(byHousehold.size, Unit.known.household),
    Quantity.countUnsafe(byLinker.size, Unit.known.person),
    of,
  )

// ---------------------------------------------------------------- decisions

/**
 * All that is wrong with the rows whatever the day: an id that two rows have at one time, and rows that stand on no day.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Grid } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const [from, to] = [CivilDate.parseUnsafe("2023-01-01"), CivilDate.parseUnsafe("2024-01-01")]
 * const field = { id: "f1", person: "m1", cell: "v", matter: "环境卫生", from } // made up
 * assert.deepEqual(Grid.check({ ...Grid.empty, fields: [{ ...field, to }, { ...field, from: to }] }), [])
 * assert.deepEqual(Grid.check({ ...Grid.empty, fields: [field, { ...field, from: to }] }).map(({ code, path }) => [code, ...path]), [
 *   ["grid.twice", "fields", 1],
 * ])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const check = (grid: Grid): ReadonlyArray<GridFault> =>
  LISTS.flatMap((list) => Rows.faults(grid[list]).map((found) => under([list], found)))

// ---------------------------------------------------------------- instances

/**
 * A grid without a row.
 *
 * @category instances
 * @since 0.1.0
 */
export const empty: Grid = { format: 1, cells: [], households: [], hubs: [], links: [], fields: [], duties: [] }

/**
 * The names of the duties that the texts know; others may be used beside them.
 *
 * @category instances
 * @since 0.1.0
 */
export const roles: Readonly<Record<"chief" | "worker" | "stationed" | "liaison", Label.Label>> = {
  chief: { zh: "网格长", en: "grid chief" },
  worker: { zh: "网格员", en: "grid worker" },
  stationed: { zh: "蹲点干部", en: "stationed cadre" },
  liaison: { zh: "联村（包抓）干部", en: "liaison cadre" },
}

/**
 * The names of what a cell is for.
 *
 * @category instances
 * @since 0.1.0
 */
export const uses: Readonly<Record<Cell["use"], Label.Label>> = {
  comprehensive: { zh: "综合网格", en: "comprehensive grid" },
  dedicated: { zh: "专属网格", en: "dedicated grid" },
}
