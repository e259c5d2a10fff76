// Statistics of 400 generated coverings: in 29 % cells overlap, in 60 % a unit is left uncovered; of 400 counts 78 have hub
// households out of span, 67 linkers, 65 and 41 the households and members of a hub, 68 the households of a cell.
import fc from "fast-check"
import { expect, test } from "vitest"
import type { AdministrativeUnit } from "../../src/organisation/AdministrativeUnit.js"
import * as Grid from "../../src/organisation/Grid.js"
import * as GridRule from "../../src/organisation/GridRule.js"
import * as UnitTree from "../../src/organisation/UnitTree.js"
import type * as Span from "../../src/rules/Span.js"
import { from, grid, known, on } from "./gridArbitrary.js"

const head = { strength: "must", from, cite: { title: "示例办法", standing: "report" } } as const
const apart: GridRule.GridRule = { ...head, id: "apart", says: "apart" }
const covers: GridRule.GridRule = { ...head, id: "covers", says: "covers", kinds: ["村", "社区"] }

interface World {
  readonly units: ReadonlyArray<AdministrativeUnit>
  readonly cells: ReadonlyArray<Grid.Cell>
}

/** Units in a forest and cells of two levels that cover and touch any of them. Made up. */
const world: fc.Arbitrary<World> = fc
  .tuple(
    fc.array(fc.tuple(fc.nat(), fc.constantFrom("村", "社区", "乡镇")), { minLength: 2, maxLength: 10, size: "max" }),
    fc.array(fc.tuple(fc.array(fc.nat(11), { maxLength: 2 }), fc.option(fc.nat(9)), fc.boolean()), {
      minLength: 2,
      maxLength: 6,
      size: "max",
    }),
  )
  .map(([units, cells]) => ({
    units: units.map(([over, kind], index) => ({
      ...{ id: `u${index}`, kind, sector: "village", name: "示例", operating: true },
      ...(index === 0 || over % 4 === 0 ? {} : { within: `u${over % index}` }),
    })),
    cells: cells.map(([whole, lies, isPatch], index) => ({
      ...{ id: `c${index}`, kind: isPatch ? "片" : "网格", name: "示例", use: "comprehensive", from },
      ...{ organisations: [], covers: whole.map((unit) => `u${unit}`) },
      ...(lies === null ? {} : { unit: `u${lies}` }),
    })),
  }))

const found = (rules: ReadonlyArray<GridRule.GridRule>, { units, cells }: World) =>
  GridRule.findings(rules, Grid.of({ ...Grid.empty, cells }, on).view, { units: UnitTree.of(units, on).tree })

/** A unit and all around it, by looking for each in the list. */
const around = (units: ReadonlyArray<AdministrativeUnit>, id: string): ReadonlyArray<string> => {
  const over = units.find((unit) => unit.id === id)?.within
  return over === undefined ? [id] : [id, ...around(units, over)]
}

test("cells overlap where a slow look at every pair of cells says so, and nowhere else", () => {
  const seen = { some: 0, none: 0 }
  fc.assert(
    fc.property(world, (made) => {
      const { units, cells } = made
      const shared = (a: Grid.Cell, b: Grid.Cell) =>
        a.id !== b.id &&
        a.kind === b.kind &&
        a.covers.some((unit) => b.covers.some((other) => around(units, unit).includes(other)))
      const pairs = cells.flatMap((a) => cells.filter((b) => shared(a, b)).map((b) => `${a.id} ${b.id}`))
      const said = found([apart], made)
      seen[pairs.length > 0 ? "some" : "none"]++
      expect(said.length > 0).toBe(pairs.length > 0)
      for (const { subject, params } of said) expect(pairs).toContain(`${subject} ${params.other}`)
      const told = new Set(said.flatMap(({ subject, params }) => [String(subject), String(params.other)]))
      expect([...told].sort()).toEqual([...new Set(pairs.flatMap((pair) => pair.split(" ")))].sort())
      expect(found([apart], { units: [...units].reverse(), cells: [...cells].reverse() })).toEqual(said)
    }),
    { numRuns: 400 },
  )
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(60)
})

test("a unit is left uncovered where a slow look says so: no cell over it, in it, or in every unit of it", () => {
  const seen = { some: 0, none: 0 }
  fc.assert(
    fc.property(world, (made) => {
      const { units, cells } = made
      const isCovered = (id: string): boolean => {
        const inner = units.filter(({ within }) => within === id)
        return (
          around(units, id).some((one) => cells.some((cell) => cell.covers.includes(one))) ||
          cells.some(({ unit }) => unit === id) ||
          (inner.length > 0 && inner.every((unit) => isCovered(unit.id)))
        )
      }
      const open = units.filter(({ id, kind }) => kind !== "乡镇" && !isCovered(id)).map(({ id }) => id)
      seen[open.length > 0 ? "some" : "none"]++
      expect(found([covers], made).map(({ subject }) => subject)).toEqual(open.sort())
    }),
    { numRuns: 400 },
  )
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(40)
})

const span = fc.tuple(fc.nat(4), fc.nat(4)).map(
  ([low, more]): Span.Span => ({
    ge: String(low),
    le: String(low + more),
  }),
)

test("counts are found out of their span where counting by hand puts them", () => {
  const measure = fc.constantFrom<GridRule.Measure>(
    "linkersPerHousehold",
    "householdsPerHub",
    "membersPerHub",
    "householdsPerCell",
    "hubsPerCell",
  )
  const seen = new Map<string, number>()
  fc.assert(
    fc.property(grid, measure, span, (whole, of, within) => {
      const { view } = Grid.of(whole, on, known)
      const rule: GridRule.GridRule = { ...head, id: "r", says: "count", of, on: within, by: ["household"] }
      const isIn = (cell: string, top: string): boolean => {
        const own = whole.cells.find(({ id }) => id === cell)
        return cell === top || (own?.within !== undefined && isIn(own.within, top))
      }
      const cellOf = (id: string) => whole.households.find((home) => home.id === id)?.cell ?? ""
      const counts: ReadonlyArray<readonly [string, number]> = {
        linkersPerHousehold: () =>
          whole.households.map(({ id }) => {
            const own = whole.links.filter(({ at }) => "household" in at && at.household === id)
            return [id, new Set(own.map(({ person }) => person)).size] as const
          }),
        householdsPerHub: () => whole.hubs.map(({ id, households }) => [id, new Set(households).size] as const),
        membersPerHub: () => whole.hubs.map(({ id, members }) => [id, new Set(members).size] as const),
        householdsPerCell: () =>
          whole.cells.flatMap(({ id }) => {
            const own = whole.households.filter(({ cell }) => isIn(cell, id)).length
            return own === 0 ? [] : [[id, own] as const]
          }),
        hubsPerCell: () =>
          whole.cells.map(
            ({ id }) => [id, whole.hubs.filter((hub) => isIn(cellOf(hub.household), id)).length] as const,
          ),
        householdsPerMember: () => [],
        populationPerCell: () => [],
      }[of]()
      const [low, high] = [Number(within.ge), Number(within.le)]
      const out = counts.filter(([, count]) => count < low || count > high)
      if (out.length > 0) seen.set(of, (seen.get(of) ?? 0) + 1)
      const said = GridRule.findings([rule], view).map(({ subject, params }) => [subject, params.value])
      expect(said.sort()).toEqual(out.map(([id, count]) => [id, count]).sort())
    }),
    { numRuns: 400 },
  )
  expect(seen.size).toBe(5)
  expect(Math.min(...seen.values())).toBeGreaterThan(15)
})

test("who is exempt is never found too low, and whoever is found too high is found exempt or not", () => {
  const marked = fc.array(fc.constantFrom<ReadonlyArray<string>>([], ["infirm"], ["away"], ["other"]), {
    minLength: 60,
    maxLength: 60,
  })
  const rules: ReadonlyArray<GridRule.GridRule> = [
    { ...head, id: "load", says: "count", of: "householdsPerMember", on: { ge: "1", le: "1" }, by: ["household"] },
    { ...head, id: "infirm", strength: "may", says: "exempt", mark: "infirm" },
    { ...head, id: "away", strength: "may", says: "exempt", mark: "away" },
  ]
  const seen = { low: 0, high: 0, exempt: 0 }
  fc.assert(
    fc.property(grid, marked, (whole, marks) => {
      const { view } = Grid.of(whole, on, known)
      const members = marks.map((own, index) => ({ id: `p${index}`, marks: own }))
      const { byLinker } = Grid.linkage(view, ["household"])
      const expected = members.flatMap(({ id, marks: own }) => {
        const count = byLinker.get(id)?.size ?? 0
        if (count === 1) return []
        if (count > 1) return [`${id} over`]
        return own.includes("infirm") || own.includes("away") ? [] : [`${id} under`]
      })
      seen.low += expected.filter((one) => one.endsWith("under")).length
      seen.high += expected.filter((one) => one.endsWith("over")).length
      seen.exempt += members.length - expected.length
      const said = GridRule.findings(rules, view, { members }).map(({ subject, params }) => `${subject} ${params.side}`)
      expect([...said].sort()).toEqual(expected.sort())
    }),
  )
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(20)
})

test("a cell is without a chief where nobody holds the duty there, or only a vacant post", () => {
  const rule: GridRule.GridRule = { ...head, id: "chief", says: "duty", role: "chief" }
  fc.assert(
    fc.property(grid, fc.boolean(), (whole, isHeld) => {
      const { view } = Grid.of(whole, on, known)
      const holders = new Map([["post1", isHeld ? ["p7"] : []]])
      const done = (id: string) =>
        whole.duties.some(
          ({ role, by, at }) => role === "chief" && "cell" in at && at.cell === id && (isHeld || "person" in by),
        )
      const open = whole.cells.filter(({ id }) => !done(id)).map(({ id }) => id)
      expect(GridRule.findings([rule], view, { holders }).map(({ subject }) => subject)).toEqual(open.sort())
    }),
  )
})

test("40,000 cells that all cover one unit are told in about linear time", () => {
  const units: ReadonlyArray<AdministrativeUnit> = [
    { id: "u0", kind: "村", sector: "village", name: "示例", operating: true },
  ]
  const cells = Array.from(
    { length: 40_000 },
    (_, index): Grid.Cell => ({
      ...{ id: `c${index}`, kind: "网格", name: "示例", use: "comprehensive", organisations: [], covers: ["u0"], from },
    }),
  )
  expect(found([apart], { units, cells })).toHaveLength(39_999)
})
