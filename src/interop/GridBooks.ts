/**
 * Books of the grid (网格台账、联户台账): grids with the runs of house numbers (户号) in them, and who looks after which run.
 *
 * @since 0.1.0
 */
import type * as CivilDate from "../foundation/CivilDate.js"
import type { Fault } from "../foundation/Fault.js"
import * as Grid from "../organisation/Grid.js"
import * as Rows from "./BookRows.js"
import * as Layouts from "./OrganisationSheets.js"
import { teller } from "./RegisterCheck.js"
import type * as Sheet from "./Sheet.js"

// ---------------------------------------------------------------- models

/** The ids of the other books. @internal */
export interface Known {
  readonly organisations: Rows.Known
  readonly units: Rows.Known
  readonly persons: Rows.Known
}

// ---------------------------------------------------------------- errors

/** A unit that no list has; a run of house numbers without its unit, its first or its last, or one that runs backwards. @internal */
export type GridBooksFault = Fault<
  "organisationBooks.noUnit" | "organisationBooks.halfRun" | "organisationBooks.backwardRun"
>

// ---------------------------------------------------------------- decisions

interface Run {
  readonly unit?: string
  readonly first?: string
  readonly last?: string
}

/** The households of the run of house numbers that a row tells, if it tells one. */
const householdsOf = (row: Rows.Row<Run>, units: Rows.Known, faults: Array<Fault>): ReadonlyArray<string> => {
  const { unit, first, last } = row.values
  const tell = teller<GridBooksFault["code"]>(row.at.opened, row.at.line)
  if (unit !== undefined && !Rows.has(units, unit)) {
    faults.push(tell("organisationBooks.noUnit", "unit", { id: unit }))
    return []
  }
  if (first === undefined && last === undefined) return []
  if (unit === undefined || first === undefined || last === undefined) {
    const missing = unit === undefined ? "unit" : first === undefined ? "first" : "last"
    faults.push(tell("organisationBooks.halfRun", missing, {}))
    return []
  }
  const [from, to] = [Number(first), Number(last)]
  if (to < from) faults.push(tell("organisationBooks.backwardRun", "last", { first, last }))
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => `${unit}-${from + index}`)
}

const cellOf = (
  { id, name, level, within, unit, organisation }: Sheet.Values<typeof Layouts.cells.columns>,
  from: CivilDate.CivilDate,
): Grid.Cell => ({
  id,
  name,
  kind: level,
  use: "comprehensive",
  organisations: organisation === undefined ? [] : [organisation],
  covers: [],
  from,
  ...(within === undefined ? {} : { within }),
  ...(unit === undefined ? {} : { unit }),
})

/** One fault of a kind at a cell: a run of house numbers that does not fit is told once, and not for every household. */
const once = (found: ReadonlyArray<Fault>): ReadonlyArray<Fault> => {
  const told = new Set<string>()
  return found.filter(({ at, code }) => {
    const key = JSON.stringify([code, at?.file, at?.line, at?.column])
    if (told.has(key)) return false
    told.add(key)
    return true
  })
}

const NAMED = { organisations: "organisation", by: "chief", person: "person", at: "first" }
const OVER = { "forest.noSuchParent": "within", "forest.ring": "within", "grid.twoPlaces": "within" }
const RUNS = { "grid.twoPlaces": "first", "grid.twice": "first" }

/** The columns of the faults of a list of the grid. */
const keysOf = (list: unknown): Readonly<Record<string, string>> => ({ ...NAMED, ...(list === "cells" ? OVER : RUNS) })

/** The grid, from its first day of record on; what is wrong with it goes to the faults of the desk. @internal */
export const read = (desk: Rows.Desk, on: CivilDate.CivilDate, known: Known): Grid.Grid => {
  const { faults } = desk
  const { organisations, units, persons } = known
  const { from } = desk.days
  const before = faults.length
  const book = Rows.rowsOf(desk, "网格台账", Layouts.cells)
  const living = book.rows.flatMap((row) =>
    householdsOf(row, units, faults).map((id) => ({ row, household: { id, cell: row.values.id, persons: [], from } })),
  )
  const isWhole = faults.length === before
  const linkBook = Rows.rowsOf(desk, "联户台账", Layouts.links)
  const linked = linkBook.rows.flatMap((row) => {
    const { person } = row.values
    return householdsOf(row, units, faults).map((household) => ({
      row,
      link: { id: `${person}/${household}`, person, at: { household }, from },
    }))
  })
  const chiefs = book.rows.flatMap((row) => {
    const { id, chief } = row.values
    if (chief === undefined) return []
    return [{ row, duty: { id: `${id}/chief`, role: "chief", by: { person: chief }, at: { cell: id }, from } }]
  })
  const grid: Grid.Grid = {
    ...Grid.empty,
    cells: book.rows.map(({ values }) => cellOf(values, from)),
    households: living.map(({ household }) => household),
    links: linked.map(({ link }) => link),
    duties: chiefs.map(({ duty }) => duty),
  }
  const rows = new Map<unknown, ReadonlyArray<Rows.Row<unknown>>>([
    ["cells", book.rows],
    ["households", living.map(({ row }) => row)],
    ["links", linked.map(({ row }) => row)],
    ["duties", chiefs.map(({ row }) => row)],
  ])
  const told = Grid.of(grid, on, {
    ...(organisations === undefined ? {} : { organisations }),
    ...(persons === undefined ? {} : { persons }),
  }).faults.filter(({ code, params }) => {
    if (code === "forest.noSuchParent") return !Rows.has(book.known, String(params.parent))
    return isWhole || code !== "grid.noSuchHousehold"
  })
  faults.push(...once(told.flatMap((one) => Rows.atCells([one], rows.get(one.path[0]) ?? [], keysOf(one.path[0])))))
  return grid
}
