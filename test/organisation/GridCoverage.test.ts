import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it, test } from "vitest"
import * as Rate from "../../src/foundation/Rate.js"
import * as GridCoverage from "../../src/organisation/GridCoverage.js"

const cell = (id: string, households: ReadonlyArray<string>, ...organisations: ReadonlyArray<string>) => ({
  ...{ id, households, organisations },
})
const codes = (result: Result.Result<unknown, ReadonlyArray<{ readonly code: string; readonly params: unknown }>>) =>
  Result.isFailure(result) ? result.failure.map(({ code, params }) => [code, params]) : []

describe("a grid (data made up)", () => {
  const grid = [cell("g2", ["h3"]), cell("g1", ["h1", "h2"], "b1", "b2")]
  const links = [
    { household: "h3", person: "m1" },
    { household: "h3", person: "m2" },
  ]

  test("a cell with two organisations is one cell, a household with two links is one household", () => {
    const cells = Result.getOrThrow(GridCoverage.cells(grid))
    expect([cells.cohort, cells.reached, cells.of.zh]).toEqual([["g1", "g2"], ["g1"], "网格"])
    const linked = Result.getOrThrow(GridCoverage.households(grid, links))
    expect(Rate.percent(GridCoverage.rate(linked), 1, "halfUp")).toBe("33.3%")
    expect(GridCoverage.gaps(linked)).toEqual(["h1", "h2"])
  })

  test("all that is wrong is told at once", () => {
    const wrong = [...grid, cell("g1", ["h3"])]
    expect(codes(GridCoverage.households(wrong, [{ household: "h9", person: "m1" }]))).toEqual([
      ["gridCoverage.cellTwice", { id: "g1" }],
      ["gridCoverage.householdTwice", { id: "h3" }],
      ["gridCoverage.noSuchHousehold", { id: "h9" }],
    ])
    expect(codes(GridCoverage.cells(wrong))).toEqual([["gridCoverage.cellTwice", { id: "g1" }]])
  })

  test("an empty grid has no rate, and two definitions do not merge", () => {
    const none = Result.getOrThrow(GridCoverage.cells([]))
    expect(Rate.percent(GridCoverage.rate(none), 0, "halfUp")).toBeUndefined()
    const cells = Result.getOrThrow(GridCoverage.cells(grid))
    const linked = Result.getOrThrow(GridCoverage.households(grid, links))
    expect(codes(GridCoverage.merge(cells, linked))).toEqual([
      ["gridCoverage.otherDefinition", { first: "网格", second: "网格内的户" }],
    ])
  })
})

it("the reach of merged villages is the reach of their cells together; what stands in both is refused", () => {
  const cells = fc.uniqueArray(fc.record({ id: fc.nat(9).map((at) => `g${at}`), organised: fc.boolean() }), {
    selector: ({ id }) => id,
    maxLength: 8,
  })
  let [merged, refused] = [0, 0]
  fc.assert(
    fc.property(cells, cells, (first, second) => {
      const grid = (list: typeof first) => list.map(({ id, organised }) => cell(id, [], ...(organised ? ["b1"] : [])))
      const [a, b] = [grid(first), grid(second)].map((each) => Result.getOrThrow(GridCoverage.cells(each)))
      if (a === undefined || b === undefined) throw new Error("two reaches")
      const both = first.map(({ id }) => id).filter((id) => second.some((each) => each.id === id))
      const result = GridCoverage.merge(a, b)
      if (both.length > 0) {
        refused++
        expect(codes(result)).toEqual(both.sort().map((id) => ["gridCoverage.overlap", { id }]))
        return
      }
      merged++
      const whole = Result.getOrThrow(GridCoverage.cells([...grid(first), ...grid(second)]))
      expect(Result.getOrThrow(result)).toEqual(whole)
      expect(Result.getOrThrow(Rate.merge(GridCoverage.rate(a), GridCoverage.rate(b)))).toEqual(
        GridCoverage.rate(whole),
      )
    }),
    { numRuns: 500 },
  )
  expect(Math.min(merged, refused)).toBeGreaterThan(50)
})
