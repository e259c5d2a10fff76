/**
 * Coverage of grids (网格覆盖): how many cells have a Party organisation on them (支部建在网格上), and how many households a member
 * is linked to (党员联户，应联尽联), each as a set and out of a stated set.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { type Fault, make as fault } from "../foundation/Fault.js"
import * as Label from "../foundation/Label.js"
import * as Rate from "../foundation/Rate.js"
import * as Unit from "../foundation/Unit.js"

// ---------------------------------------------------------------- models

/**
 * A cell (网格) of one level of a grid: the organisations on it, several or none, and the households in it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Cell {
  readonly id: string
  readonly organisations: ReadonlyArray<string>
  readonly households: ReadonlyArray<string>
}

/**
 * A household link (联户): a member and a household; a household may have several.
 *
 * @category models
 * @since 0.1.0
 */
export interface Link {
  readonly household: string
  readonly person: string
}

/**
 * What is reached of what, both as ids in their order: the cohort, its definition in words, and the unit it counts in.
 *
 * @category models
 * @since 0.1.0
 */
export interface Reach {
  readonly of: Label.Label
  readonly unit: string
  readonly cohort: ReadonlyArray<string>
  readonly reached: ReadonlyArray<string>
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong: a cell that stands twice, a household in two cells, a link to a household of no cell, and, in merging,
 * another definition, or something in both parts.
 *
 * @category errors
 * @since 0.1.0
 */
export type GridCoverageFault = Fault<
  | "gridCoverage.cellTwice"
  | "gridCoverage.householdTwice"
  | "gridCoverage.noSuchHousehold"
  | "gridCoverage.otherDefinition"
  | "gridCoverage.overlap"
>

// ---------------------------------------------------------------- schemas

/**
 * The schema of {@link Reach}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Reach: Schema.Codec<Reach> = /* @__PURE__ */ Schema.Struct({
  of: Label.Label,
  unit: Unit.Id,
  cohort: /* @__PURE__ */ Schema.Array(Schema.NonEmptyString),
  reached: /* @__PURE__ */ Schema.Array(Schema.NonEmptyString),
})

// ---------------------------------------------------------------- constructors

type Reached = Result.Result<Reach, ReadonlyArray<GridCoverageFault>>

/**
 * Which cells have at least one organisation on them. Fails with `gridCoverage.cellTwice`.
 *
 * @example
 * ```ts
 * import { GridCoverage } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 * import * as Result from "effect/Result"
 *
 * const grid = [
 *   { id: "g1", organisations: ["b1"], households: [] }, // made up
 *   { id: "g2", organisations: [], households: [] },
 * ]
 * assert.deepEqual(Result.getOrThrow(GridCoverage.cells(grid)).reached, ["g1"])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const cells = (grid: ReadonlyArray<Cell>): Reached => {
  const faults = repeated(grid, (cell) => [cell.id], "gridCoverage.cellTwice")
  return faults.length > 0
    ? Result.fail(faults)
    : Result.succeed({
        of: CELLS,
        unit: "piece",
        cohort: grid.map(({ id }) => id).sort(),
        reached: grid
          .filter(({ organisations }) => organisations.length > 0)
          .map(({ id }) => id)
          .sort(),
      })
}

const CELLS: Label.Label = { zh: "网格", en: "cells of the grid" }
const HOUSEHOLDS: Label.Label = { zh: "网格内的户", en: "households of the grid" }

/**
 * Which households of the cells have at least one linked member. Fails with all of `gridCoverage.cellTwice`,
 * `gridCoverage.householdTwice` and `gridCoverage.noSuchHousehold`.
 *
 * @example
 * ```ts
 * import { GridCoverage } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 * import * as Result from "effect/Result"
 *
 * const grid = [{ id: "g1", organisations: [], households: ["h1", "h2"] }] // made up
 * const linked = Result.getOrThrow(GridCoverage.households(grid, [{ household: "h2", person: "m1" }]))
 * assert.deepEqual(GridCoverage.gaps(linked), ["h1"])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const households = (grid: ReadonlyArray<Cell>, links: ReadonlyArray<Link>): Reached => {
  const cohort = new Set(grid.flatMap((cell) => cell.households))
  const faults = [
    ...repeated(grid, (cell) => [cell.id], "gridCoverage.cellTwice"),
    ...repeated(grid, (cell) => cell.households, "gridCoverage.householdTwice"),
    ...links.flatMap(({ household }, index) =>
      cohort.has(household) ? [] : [fault("gridCoverage.noSuchHousehold", { id: household }, ["links", index])],
    ),
  ]
  if (faults.length > 0) return Result.fail(faults)
  const linked = new Set(links.map(({ household }) => household))
  return Result.succeed({ of: HOUSEHOLDS, unit: "household", cohort: [...cohort].sort(), reached: [...linked].sort() })
}

const repeated = (
  grid: ReadonlyArray<Cell>,
  ids: (cell: Cell) => ReadonlyArray<string>,
  code: GridCoverageFault["code"],
): ReadonlyArray<GridCoverageFault> => {
  const seen = new Set<string>()
  return grid.flatMap((cell, index) =>
    ids(cell).flatMap((id) => {
      const again = seen.has(id)
      seen.add(id)
      return again ? [fault(code, { id }, ["cells", index])] : []
    }),
  )
}

// ---------------------------------------------------------------- getters

/**
 * What is reached as a share, with the words that define its denominator.
 *
 * @example
 * ```ts
 * import { Rate } from "dangjian/foundation"
 * import { GridCoverage } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const reach = { of: { zh: "网格内的户" }, unit: "household", cohort: ["h1", "h2"], reached: ["h2"] } // made up
 * assert.equal(Rate.percent(GridCoverage.rate(reach), 0, "halfUp"), "50%")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const rate = ({ of, unit, cohort, reached }: Reach): Rate.Rate => {
  const inside = new Set(cohort)
  const met = reached.filter((id) => inside.has(id))
  return Result.getOrThrow(Rate.shareOfIds(met, inside, { id: unit, label: of }, of))
}

/**
 * What is not reached, in the order of the ids.
 *
 * @example
 * ```ts
 * import { GridCoverage } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const reach = { of: { zh: "网格" }, unit: "piece", cohort: ["g1", "g2"], reached: ["g1"] } // made up
 * assert.deepEqual(GridCoverage.gaps(reach), ["g2"])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const gaps = ({ cohort, reached }: Reach): ReadonlyArray<string> => {
  const met = new Set(reached)
  return cohort.filter((id) => !met.has(id)).sort()
}

// ---------------------------------------------------------------- operations

/**
 * Two parts of one reach together, such as two villages. Fails with all of `gridCoverage.otherDefinition`, and one
 * `gridCoverage.overlap` for each id that stands in both cohorts.
 *
 * @example
 * ```ts
 * import { GridCoverage } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 * import * as Result from "effect/Result"
 *
 * const of = (id: string) => ({ of: { zh: "网格" }, unit: "piece", cohort: [id], reached: [id] }) // made up
 * assert.deepEqual(Result.getOrThrow(GridCoverage.merge(of("g2"), of("g1"))).cohort, ["g1", "g2"])
 * assert.equal(Result.isFailure(GridCoverage.merge(of("g1"), of("g1"))), true)
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const merge = (a: Reach, b: Reach): Reached => {
  const first = new Set(a.cohort)
  const same = a.unit === b.unit && a.of.zh === b.of.zh && a.of.en === b.of.en
  const faults: ReadonlyArray<GridCoverageFault> = [
    ...(same ? [] : [fault("gridCoverage.otherDefinition", { first: a.of.zh, second: b.of.zh })]),
    ...b.cohort
      .filter((id) => first.has(id))
      .sort()
      .map((id) => fault("gridCoverage.overlap", { id })),
  ]
  return faults.length > 0
    ? Result.fail(faults)
    : Result.succeed({
        ...a,
        cohort: [...a.cohort, ...b.cohort].sort(),
        reached: [...a.reached, ...b.reached].sort(),
      })
}
