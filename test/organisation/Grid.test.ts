/** A made-up village and a made-up community with their grids. */
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Forest from "../../src/organisation/Forest.js"
import * as Grid from "../../src/organisation/Grid.js"
import { from, known, on } from "./gridArbitrary.js"

const day = CivilDate.parseUnsafe

const cell = (id: string, kind: string, within?: string, more: Partial<Grid.Cell> = {}): Grid.Cell => ({
  ...{ id, kind, name: `示例${id}`, use: "comprehensive", organisations: [], covers: [], from },
  ...(within === undefined ? {} : { within }),
  ...more,
})
const home = (id: string, of: string, more: Partial<Grid.Household> = {}): Grid.Household => ({
  ...{ id, cell: of, persons: [], from },
  ...more,
})

const village: Grid.Grid = {
  format: 1,
  cells: [
    cell("g1", "组", "v", { organisations: ["b1"] }),
    cell("v", "村", undefined, { organisations: ["b0"], unit: "u0", covers: ["u0"] }),
    cell("school", "专属网格", undefined, { use: "dedicated", unit: "u1" }),
  ],
  households: [home("h1", "g1", { building: "1幢", persons: ["p1", "p2"] }), home("h2", "g1", { building: "1幢" })],
  hubs: [{ id: "hub", household: "h1", members: ["p3", "p4"], households: ["h2"], from }],
  links: [
    { id: "l1", person: "p3", at: { household: "h1" }, from },
    { id: "l2", person: "p4", at: { building: "1幢" }, from },
  ],
  fields: [{ id: "f1", person: "p3", cell: "g1", matter: "环境卫生", from }],
  duties: [
    { id: "d1", role: "chief", by: { person: "p3" }, at: { cell: "g1" }, from },
    { id: "d2", role: "liaison", by: { post: "post0" }, at: { unit: "u0" }, from },
    { id: "d3", role: "liaison", by: { post: "post0" }, at: { unit: "u1" }, from },
    { id: "d4", role: "stationed", by: { person: "p9" }, at: { unit: "u0" }, from, to: day("2023-07-01") },
  ],
}

describe("the chain of responsibility: village, group, household, person", () => {
  const { view, faults } = Grid.of(village, on, known)

  test("leads from a household through its cells to the organisations, members and hub households", () => {
    expect(faults).toEqual([])
    const chain = Grid.chain(view, "h1")
    expect(chain?.cells.map(({ cell: id, organisations, duties }) => [id, organisations, duties.length])).toEqual([
      ["g1", ["b1"], 1],
      ["v", ["b0"], 0],
    ])
    expect([chain?.members, chain?.hubs]).toEqual([["p3", "p4"], []])
    expect(Grid.chain(view, "h2")).toMatchObject({ members: ["p4"], hubs: ["hub"] })
    expect(Grid.chain(view, "h9")).toBeUndefined()
  })

  test("a cadre may liaise with several villages, and a village may have several cadres", () => {
    expect(Grid.dutiesOf(view, { post: "post0" }).map(({ at }) => at)).toEqual([{ unit: "u0" }, { unit: "u1" }])
    const summer = Grid.of(village, day("2023-06-30"), known).view
    expect(Grid.dutiesAt(summer, { unit: "u0" }).map(({ role }) => role)).toEqual(["liaison", "stationed"])
    expect(Grid.dutiesAt(view, { unit: "u0" }).map(({ role }) => role)).toEqual(["liaison"])
  })

  test("a cell points at the organisation that serves it, and is none", () => {
    expect(Grid.servedBy(view, "b1").map(({ id }) => id)).toEqual(["g1"])
    expect(Grid.servedBy(view, "g1")).toEqual([])
  })
})

test("any number of levels: a hundred under one another", () => {
  const cells = Array.from({ length: 100 }, (_, depth) =>
    cell(`c${depth}`, `第${depth}层`, depth === 0 ? undefined : `c${depth - 1}`),
  )
  const { view, faults } = Grid.of({ ...Grid.empty, cells, households: [home("h", "c99")] }, on)
  expect(faults).toEqual([])
  expect(Forest.depth(view.forest, "c99")).toBe(99)
  expect(Grid.householdsUnder(view, "c0")).toEqual(["h"])
})

test("all that is wrong is told at once, each at its row", () => {
  const wrong: Grid.Grid = {
    ...village,
    cells: [
      ...village.cells,
      cell("r1", "组", "r2", { organisations: ["b9"] }),
      cell("r2", "组", "r1"),
      cell("g1", "组", "r1"),
      cell("o", "组", "nowhere"),
    ],
    households: [...village.households, home("h3", "g9", { persons: ["p1"] }), home("h2", "g1")],
    hubs: [{ id: "hub", household: "h9", members: ["nobody"], households: [], from, to: from }],
    links: [{ id: "l3", person: "p1", at: { building: "9幢" }, from }],
  }
  expect(Grid.of(wrong, on, known).faults.map(({ code, path }) => [code, ...path])).toEqual([
    ["forest.ring", "cells", 3],
    ["grid.noSuchOrganisation", "cells", 3, "organisations", 0],
    ["grid.twoPlaces", "cells", 5],
    ["forest.noSuchParent", "cells", 6],
    ["grid.noSuchCell", "households", 2, "cell"],
    ["grid.personTwice", "households", 2, "persons", 0],
    ["grid.twice", "households", 3],
    ["grid.emptySpan", "hubs", 0],
    ["grid.noSuchBuilding", "links", 0, "at", "building"],
  ])
})

test("what is not said to be known is not checked", () => {
  expect(Grid.of(village, on).faults).toEqual([])
})

describe("days", () => {
  const moved: Grid.Grid = {
    ...Grid.empty,
    cells: [cell("v", "村"), cell("a", "组", "v"), cell("b", "组", "v")],
    households: [home("h", "a", { to: day("2023-07-01") }), home("h", "b", { from: day("2023-07-01") })],
    links: [{ id: "l", person: "p1", at: { household: "h" }, from, to: day("2023-10-01") }],
  }
  const at = (text: string) => {
    const { view, faults } = Grid.of(moved, day(text))
    return [view.households.get("h")?.cell, view.links.length, faults.length]
  }

  test("a household that moves is in the one cell up to the day and in the other from it on", () => {
    expect(at("2022-12-31")).toEqual([undefined, 0, 0])
    expect(at("2023-06-30")).toEqual(["a", 1, 0])
    expect(at("2023-07-01")).toEqual(["b", 1, 0])
    expect(at("2023-10-01")).toEqual(["b", 0, 0])
  })

  test("a link that stands on after its household is gone points at what is not there, on those days", () => {
    const gone = { ...moved, households: [home("h", "a", { to: day("2023-07-01") })] }
    const codes = (text: string) => Grid.of(gone, day(text)).faults.map(({ code, path }) => [code, ...path])
    expect(codes("2023-06-30")).toEqual([])
    expect(codes("2023-07-01")).toEqual([["grid.noSuchHousehold", "links", 0, "at", "household"]])
  })
})

describe("as a document", () => {
  test("it comes back as it was", () => {
    const read = Result.getOrThrow(Grid.document.decode(village))
    expect(read).toEqual(village)
    expect(Result.getOrThrow(Grid.document.encode(read))).toEqual(village)
  })

  test("counts below nought, ids that stand twice at one time and a link at nothing are refused", () => {
    const said = (input: unknown) => {
      const result = Grid.document.decode(input)
      return Result.isSuccess(result) ? [] : result.failure.map(({ code, path }) => [code, ...path])
    }
    expect(said({ ...Grid.empty, cells: [cell("v", "村", undefined, { households: -1 })] })).toEqual([
      ["grid.count", "cells", 0, "households"],
    ])
    expect(said({ ...village, fields: [...village.fields, ...village.fields] })).toEqual([["grid.twice", "fields", 1]])
    expect(said({ ...village, links: [{ id: "l", person: "p", at: {}, from }] })[0]?.slice(1, 4)).toEqual([
      "links",
      0,
      "at",
    ])
  })
})
