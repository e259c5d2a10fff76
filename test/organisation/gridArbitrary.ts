/** Valid grids of a made-up township, and every way of breaking one pointer of them. */
import fc from "fast-check"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import type * as Grid from "../../src/organisation/Grid.js"
import type { GridRule } from "../../src/organisation/GridRule.js"

export const from = CivilDate.parseUnsafe("2023-01-01")
export const on = CivilDate.parseUnsafe("2023-12-31")

export const known: Grid.Known = {
  organisations: new Set(["b0", "b1"]),
  units: new Set(["u0", "u1"]),
  persons: new Set(Array.from({ length: 60 }, (_, index) => `p${index}`)),
  posts: new Set(["post0", "post1"]),
}

const KINDS: ReadonlyArray<string> = ["村", "组", "片"]

/** Village, group, patch; each within the one before it. */
export const levels: ReadonlyArray<GridRule> = KINDS.map((kind, depth) => {
  const over = KINDS[depth - 1]
  return {
    ...{
      id: `level-${depth}`,
      strength: "must",
      from,
      cite: { title: "示例办法", standing: "report" },
      says: "level",
      kind,
    },
    ...(over === undefined ? {} : { within: over }),
  }
})

const nat = fc.nat()
const several = { minLength: 1, maxLength: 12, size: "max" } as const

interface Seed {
  readonly cells: ReadonlyArray<number>
  readonly households: ReadonlyArray<readonly [number, number]>
  readonly links: ReadonlyArray<readonly [number, number, boolean]>
  readonly hubs: ReadonlyArray<readonly [number, number]>
  readonly duties: ReadonlyArray<readonly [number, boolean]>
}

const at = <A>(list: ReadonlyArray<A>, pick: number): A => list[pick % list.length] as A

const cellsOf = (picks: ReadonlyArray<number>): ReadonlyArray<Grid.Cell> => {
  const cells: Array<Grid.Cell> = []
  for (const pick of [0, 0, ...picks]) {
    const able = cells.filter(({ kind }) => kind !== "片")
    const over = cells.length < 2 ? undefined : able[pick % able.length]
    const depth = over === undefined ? 0 : KINDS.indexOf(over.kind) + 1
    cells.push({
      ...{
        id: `c${cells.length}`,
        kind: KINDS[depth] ?? "片",
        name: `示例${cells.length}`,
        use: "comprehensive",
        from,
      },
      organisations: pick % 2 === 0 ? ["b0"] : ["b1"],
      unit: `u${pick % 2}`,
      covers: cells.length < 2 ? [`u${cells.length}`] : [],
      ...(over === undefined ? {} : { within: over.id }),
    })
  }
  return cells
}

const gridOf = ({ cells: picks, households: homes, links, hubs, duties }: Seed): Grid.Grid => {
  const cells = cellsOf(picks)
  const households = homes.map(([cell, building], index) => ({
    ...{ id: `h${index}`, cell: at(cells, cell).id, persons: [`p${2 * index}`, `p${2 * index + 1}`], from },
    building: `楼${building % 3}`,
  }))
  const home = (pick: number) => at(households, pick)
  return {
    format: 1,
    cells,
    households,
    hubs: hubs.map(([pick, others], index) => ({
      ...{ id: `hub${index}`, household: home(pick).id, from, members: [`p${others % 60}`] },
      households: [...new Set([home(pick).id, home(others).id])],
    })),
    links: links.map(([person, pick, isBuilding], index) => ({
      ...{ id: `l${index}`, person: `p${person % 5}`, from },
      at: isBuilding ? { building: home(pick).building } : { household: home(pick).id },
    })),
    fields: homes.map(([cell], index) => ({
      ...{ id: `f${index}`, person: `p${index}`, cell: at(cells, cell + index).id, matter: "环境卫生", from },
    })),
    duties: duties.map(([pick, isCell], index) => ({
      ...{ id: `d${index}`, role: isCell ? "chief" : "liaison", from },
      by: pick % 2 === 0 ? { person: "p1" } : { post: "post1" },
      at: isCell ? { cell: at(cells, pick).id } : { unit: `u${pick % 2}` },
    })),
  }
}

/** A valid grid: two villages at least, one household, one row of each list; the rows in any order. */
export const grid: fc.Arbitrary<Grid.Grid> = fc
  .record({
    cells: fc.array(nat, several),
    households: fc.array(fc.tuple(nat, nat), several),
    links: fc.array(fc.tuple(nat, nat, fc.boolean()), several),
    hubs: fc.array(fc.tuple(nat, nat), several),
    duties: fc.array(fc.tuple(nat, fc.boolean()), several),
  })
  .map(gridOf)
  .chain((made) =>
    fc.record({
      format: fc.constant(1 as const),
      cells: shuffled(made.cells),
      households: shuffled(made.households),
      hubs: shuffled(made.hubs),
      links: shuffled(made.links),
      fields: shuffled(made.fields),
      duties: shuffled(made.duties),
    }),
  )

const shuffled = <A>(list: ReadonlyArray<A>): fc.Arbitrary<ReadonlyArray<A>> =>
  fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length })

type List = Exclude<keyof Grid.Grid, "format">

/** A way of breaking one pointer: what becomes of the picked row, or rows that come beside it. */
interface Breaking {
  readonly name: string
  readonly list: List
  readonly of: (whole: Grid.Grid, pick: number) => Partial<Grid.Grid> | undefined
}

const change = <L extends List>(
  name: string,
  list: L,
  change: (row: Grid.Grid[L][number], whole: Grid.Grid) => Grid.Grid[L][number] | undefined,
): Breaking => ({
  name,
  list,
  of: (whole, pick) => {
    const rows: ReadonlyArray<Grid.Grid[L][number]> = whole[list]
    const turned = rows.map((_, index) => at(rows, index + (pick % rows.length)))
    for (const row of turned) {
      const other = change(row, whole)
      if (other !== undefined) return { [list]: rows.map((one) => (one === row ? other : one)) }
    }
    return undefined
  },
})

const beside = <L extends List>(
  name: string,
  list: L,
  second: (row: Grid.Grid[L][number], whole: Grid.Grid) => Grid.Grid[L][number] | undefined,
): Breaking => ({
  name,
  list,
  of: (whole, pick) => {
    const rows: ReadonlyArray<Grid.Grid[L][number]> = whole[list]
    const row = at(rows, pick)
    const other = second(row, whole)
    return other === undefined ? undefined : { [list]: [...rows, other] }
  },
})

const under = (cells: ReadonlyArray<Grid.Cell>, id: string): ReadonlyArray<Grid.Cell> =>
  cells.filter((cell) => cell.within === id).flatMap((cell) => [cell, ...under(cells, cell.id)])

const isLawful = (kind: string, over: string): boolean => KINDS.indexOf(kind) === KINDS.indexOf(over) + 1

/** Every way of breaking one pointer of a valid grid. */
export const breakings: ReadonlyArray<Breaking> = [
  change("a cell within what is not there", "cells", (cell) => ({ ...cell, within: "nowhere" })),
  change("a cell within itself", "cells", (cell) => ({ ...cell, within: cell.id })),
  change("a cell within one that lies in it", "cells", (cell, { cells }) => {
    const [below] = under(cells, cell.id)
    return below === undefined ? undefined : { ...cell, within: below.id }
  }),
  change("a cell within a level it may not lie in", "cells", (cell, { cells }) => {
    const inside = new Set([cell.id, ...under(cells, cell.id).map(({ id }) => id)])
    const over = cells.find(({ id, kind }) => !inside.has(id) && !isLawful(cell.kind, kind))
    return over === undefined ? undefined : { ...cell, within: over.id }
  }),
  change("a cell that lies in nothing and may not", "cells", ({ within, ...cell }) =>
    within === undefined ? undefined : cell,
  ),
  change("a cell served by what is not there", "cells", (cell) => ({ ...cell, organisations: ["nowhere"] })),
  change("a cell in a unit that is not there", "cells", (cell) => ({ ...cell, unit: "nowhere" })),
  change("a cell that covers what is not there", "cells", (cell) => ({ ...cell, covers: ["nowhere"] })),
  beside("a cell that stands twice", "cells", (cell) => cell),
  beside("a cell in two cells", "cells", (cell, { cells }) => {
    const other = cells.find(({ id }) => id !== cell.id && id !== cell.within)
    return other === undefined ? undefined : { ...cell, within: other.id }
  }),
  change("a household in a cell that is not there", "households", (home) => ({ ...home, cell: "nowhere" })),
  beside("a household in two cells", "households", (home, { cells }) => {
    const other = cells.find(({ id }) => id !== home.cell)
    return other === undefined ? undefined : { ...home, cell: other.id }
  }),
  beside("a person in two households", "households", (home) => ({ ...home, id: "another" })),
  change("a person who is not there, in a household", "households", (home) => ({ ...home, persons: ["nobody"] })),
  change("a hub at a household that is not there", "hubs", (hub) => ({ ...hub, household: "nowhere" })),
  change("a hub with a household that is not there", "hubs", (hub) => ({ ...hub, households: ["nowhere"] })),
  change("a hub with a member who is not there", "hubs", (hub) => ({ ...hub, members: ["nobody"] })),
  beside("a hub that stands twice", "hubs", (hub) => hub),
  change("a link to a household that is not there", "links", (link) => ({ ...link, at: { household: "nowhere" } })),
  change("a link to a building where nobody lives", "links", (link) => ({ ...link, at: { building: "nowhere" } })),
  change("a link of somebody who is not there", "links", (link) => ({ ...link, person: "nobody" })),
  beside("a link that stands twice", "links", (link) => link),
  change("a field in a cell that is not there", "fields", (field) => ({ ...field, cell: "nowhere" })),
  change("a field of somebody who is not there", "fields", (field) => ({ ...field, person: "nobody" })),
  change("a duty at a cell that is not there", "duties", (duty) => ({ ...duty, at: { cell: "nowhere" } })),
  change("a duty at a unit that is not there", "duties", (duty) => ({ ...duty, at: { unit: "nowhere" } })),
  change("a duty of a post that is not there", "duties", (duty) => ({ ...duty, by: { post: "nowhere" } })),
  change("a duty of somebody who is not there", "duties", (duty) => ({ ...duty, by: { person: "nobody" } })),
  change("a row that stands on no day", "duties", (duty) => ({ ...duty, to: duty.from })),
]
