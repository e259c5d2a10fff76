// Statistics of 1,000 generated grids: 4 to 16 cells, 80 % of three levels; half have a household that nobody looks after, and half
// none. Each way of breaking a pointer applies to every grid but for the few that find nothing to break.
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Forest from "../../src/organisation/Forest.js"
import * as Grid from "../../src/organisation/Grid.js"
import * as GridCoverage from "../../src/organisation/GridCoverage.js"
import * as GridRule from "../../src/organisation/GridRule.js"
import { breakings, from, grid, known, levels, on } from "./gridArbitrary.js"

const all = (whole: Grid.Grid) => {
  const { view, faults } = Grid.of(whole, on, known)
  return [...faults, ...GridRule.findings(levels, view)]
}

test("a valid grid has neither faults nor findings, and every row of it stands in the view", () => {
  fc.assert(
    fc.property(grid, (whole) => {
      expect(all(whole)).toEqual([])
      const { view } = Grid.of(whole, on, known)
      expect(view.forest.nodes).toHaveLength(whole.cells.length)
      expect(view.households.size).toBe(whole.households.length)
      for (const list of ["hubs", "links", "fields", "duties"] as const) {
        expect(view[list]).toHaveLength(whole[list].length)
      }
    }),
  )
})

describe("every single-edge mutation of a valid grid is found", () => {
  test.each(breakings.map((breaking) => [breaking.name, breaking] as const))("%s", (_, { of, list }) => {
    let reached = 0
    fc.assert(
      fc.property(grid, fc.nat(), (whole, pick) => {
        const part = of(whole, pick)
        if (part === undefined) return
        reached++
        const broken = { ...whole, ...part }
        const found = all(broken)
        expect(found.length).toBeGreaterThan(0)
        for (const one of found) if ("path" in one) expect(broken[list][Number(one.path[1])]).toBeDefined()
      }),
      { numRuns: 100 },
    )
    expect(reached).toBeGreaterThan(60)
  })
})

test("several mutations are told together: each that is told alone is told beside the others", () => {
  const pointers = breakings.filter(({ name }) => name.endsWith("not there"))
  fc.assert(
    fc.property(grid, fc.nat(), fc.subarray(pointers, { minLength: 2 }), (whole, pick, some) => {
      const codes = (one: Grid.Grid) => Grid.of(one, on, known).faults.map(({ code }) => code)
      const lists = new Map(some.map((each) => [each.list, each]))
      const parts = [...lists.values()].map(({ of }) => of(whole, pick))
      const together = new Set(codes(Object.assign({}, whole, ...parts)))
      for (const part of parts) for (const code of codes({ ...whole, ...part })) expect(together).toContain(code)
    }),
  )
})

test("the order of the rows changes nothing but the places", () => {
  const turned = (whole: Grid.Grid): Grid.Grid => ({
    format: 1,
    cells: [...whole.cells].reverse(),
    households: [...whole.households].reverse(),
    hubs: [...whole.hubs].reverse(),
    links: [...whole.links].reverse(),
    fields: [...whole.fields].reverse(),
    duties: [...whole.duties].reverse(),
  })
  const said = (whole: Grid.Grid) => {
    const { view, faults } = Grid.of(whole, on, known)
    return { view, faults: faults.map(({ code, params }) => JSON.stringify([code, params])).sort() }
  }
  fc.assert(
    fc.property(grid, fc.nat(), fc.nat(breakings.length), (whole, pick, which) => {
      const broken = { ...whole, ...breakings[which]?.of(whole, pick) }
      const [a, b] = [said(broken), said(turned(broken))]
      expect(b.view).toEqual(a.view)
      expect(b.faults).toEqual(a.faults)
    }),
    { numRuns: 200 },
  )
})

test("links conserve households: each is linked or a gap, and both ways of counting agree", () => {
  const by = fc.subarray(["household", "building", "hub"] as const, { minLength: 1 })
  const seen = { gaps: 0, linked: 0, repeated: 0 }
  fc.assert(
    fc.property(grid, by, (whole, counting) => {
      const { view } = Grid.of(whole, on, known)
      const { byLinker, byHousehold } = Grid.linkage(view, counting)
      const gaps = [...view.households.keys()].filter((id) => !byHousehold.has(id))
      seen.gaps += gaps.length
      seen.linked += byHousehold.size
      expect(byHousehold.size + gaps.length).toBe(whole.households.length)
      const pairs = (map: ReadonlyMap<string, ReadonlySet<string>>) =>
        [...map.values()].reduce((total, { size }) => total + size, 0)
      expect(pairs(byLinker)).toBe(pairs(byHousehold))
      if (pairs(byLinker) > byHousehold.size) seen.repeated++
      const slow = new Set<string>()
      for (const { at, person } of whole.links) {
        for (const { id, building } of whole.households) {
          const isLinked = "household" in at ? at.household === id : at.building === building
          if (isLinked && counting.includes("household" in at ? "household" : "building")) slow.add(`${person} ${id}`)
        }
      }
      if (counting.includes("hub"))
        for (const hub of whole.hubs) for (const id of hub.households) slow.add(`${hub.id} ${id}`)
      expect(pairs(byLinker)).toBe(slow.size)
    }),
  )
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(30)
})

test("a household handed from one member to another stays linked, and the number of linked households does not change", () => {
  fc.assert(
    fc.property(grid, fc.nat(), fc.nat(59), (whole, pick, to) => {
      const count = (one: Grid.Grid) =>
        Grid.linkage(Grid.of(one, on, known).view, ["household", "building"]).byHousehold
      const place = pick % whole.links.length
      const links = whole.links.map((link, index) => (index === place ? { ...link, person: `p${to}` } : link))
      expect([...count({ ...whole, links }).keys()].sort()).toEqual([...count(whole).keys()].sort())
    }),
  )
})

test("every household is under exactly one cell of the top, and the levels share them out", () => {
  fc.assert(
    fc.property(grid, (whole) => {
      const { view } = Grid.of(whole, on, known)
      const under = Forest.roots(view.forest).flatMap(({ id }) => Grid.householdsUnder(view, id))
      expect([...under].sort()).toEqual(whole.households.map(({ id }) => id).sort())
      const cells = Grid.level(view, "村")
      expect(cells.flatMap(({ households }) => households).sort()).toEqual([...under].sort())
      const links = [...Grid.linkage(view, ["household"]).byHousehold].flatMap(([household, persons]) =>
        [...persons].map((person) => ({ household, person })),
      )
      const reach = GridCoverage.households(cells, links)
      expect(reach._tag).toBe("Success")
    }),
  )
})

test("a view has exactly the rows whose days contain the day", () => {
  const day = fc.integer({ min: 0, max: 8 }).map((number) => CivilDate.addDaysUnsafe(from, number))
  fc.assert(
    fc.property(fc.array(fc.tuple(day, fc.option(day, { nil: undefined })), { maxLength: 9 }), day, (spans, when) => {
      const cells = spans.map(
        ([start, to], index): Grid.Cell => ({
          ...{
            id: `c${index}`,
            kind: "村",
            name: "示例",
            use: "comprehensive",
            organisations: [],
            covers: [],
            from: start,
          },
          ...(to === undefined ? {} : { to }),
        }),
      )
      const { view } = Grid.of({ ...Grid.empty, cells }, when)
      const standing = cells.filter((cell) => {
        for (let next = cell.from; next < (cell.to ?? "2023-02-01"); next = CivilDate.addDaysUnsafe(next, 1)) {
          if (next === when) return true
        }
        return false
      })
      expect([...view.forest.ids].sort()).toEqual(standing.map(({ id }) => id).sort())
    }),
  )
})

test("100,000 rows of which each tenth is wrong are all told, and twice the rows take about twice the time", () => {
  const rows = (count: number): Grid.Grid => ({
    ...Grid.empty,
    cells: Array.from({ length: count / 10 }, (_, index) => ({
      ...{ id: `c${index}`, kind: "村", name: "示例", use: "comprehensive", organisations: [], covers: [], from },
      ...(index === 0 ? {} : { within: index % 10 === 9 ? "nowhere" : `c${Math.floor(index / 2)}` }),
    })),
    households: Array.from({ length: (count * 4) / 10 }, (_, index) => ({
      ...{ id: index % 10 === 9 ? `h${index - 1}` : `h${index}`, cell: `c${index % (count / 10)}`, persons: [], from },
    })),
    links: Array.from({ length: count / 2 }, (_, index) => ({
      ...{ id: `l${index}`, person: "p1", from },
      at: { household: index % 10 === 9 ? "nowhere" : `h${(index - (index % 10)) % ((count * 4) / 10)}` },
    })),
  })
  const { faults } = Grid.of(rows(100_000), on)
  const counts = new Map<string, number>()
  for (const { code } of faults) counts.set(code, (counts.get(code) ?? 0) + 1)
  expect(Object.fromEntries(counts)).toEqual({
    "forest.noSuchParent": 1_000,
    "grid.twoPlaces": 4_000,
    "grid.noSuchHousehold": 5_000,
  })
})
