/**
 * The state × command matrix of each shipped scheme, against tables that are kept as data (`matrix/*.json`) and read by
 * people: of each move, what it comes to and in which stages. States are those of the told ways; every move is tried in
 * each for every role, dispatch and grade, with told facts as they may be: 140, 98, 101, 90 and 55 states, 3,693 cells
 * in all.
 */
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import type { OrderScheme } from "../../src/orders/OrderScheme.js"
import * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import { aloneIds, type Matrix, matrixOf, moveIds, stageIds, statesOf, type Table } from "./matrix.js"
import { SCHEMES } from "./scripts.js"

const kept = (name: string): Matrix =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`matrix/${name}.json`, import.meta.url)), "utf8"))

const TABLES = ["order", "dispatch", "resting"] as const

/** The moves and stages that each table has to tell of. */
const wanted = (scheme: OrderScheme) => ({
  order: { moves: moveIds(scheme.order), stages: stageIds(scheme.order) },
  dispatch: { moves: moveIds(scheme.dispatch), stages: stageIds(scheme.dispatch) },
  resting: { moves: aloneIds(scheme), stages: stageIds(scheme.order) },
})

/** What a table tells nothing of, tells twice, or tells of what is not there. */
const gaps = (
  table: Table,
  { moves, stages }: { readonly moves: ReadonlyArray<string>; readonly stages: ReadonlyArray<string> },
) => [
  ...Object.keys(table).filter((move) => !moves.includes(move)),
  ...moves.flatMap((move) => {
    const told = Object.values(table[move] ?? {}).flat()
    return [
      ...stages
        .filter((stage) => told.filter((each) => each === stage).length !== 1)
        .map((stage) => `${move} in ${stage}`),
      ...told.filter((stage) => !stages.includes(stage)).map((stage) => `${move} in ${stage}`),
    ]
  }),
]

describe.each(SCHEMES)("the matrix of $name", ({ name, scheme, scripts }) => {
  const matrix = kept(name)

  it("has every cell once and no other", () => {
    for (const table of TABLES) expect([table, gaps(matrix[table], wanted(scheme)[table])]).toEqual([table, []])
  })

  it("has no cell of which nothing is known", () => {
    for (const table of TABLES)
      for (const row of Object.values(matrix[table])) expect(Object.keys(row)).not.toContain("?")
  })

  it("is what the decider does", () => expect(matrixOf(scheme, scripts)).toEqual(matrix))

  it("is of states in every stage of the order and of its dispatches", () => {
    const states = statesOf(scheme, scripts)
    expect(new Set(states.map(({ course }) => course.stage ?? "none"))).toEqual(new Set(stageIds(scheme.order)))
    const met = states.flatMap((state) => ServiceOrder.dispatches(state).map(({ course }) => course.stage))
    expect(new Set(["none", ...met])).toEqual(new Set(stageIds(scheme.dispatch)))
  })

  it("says of no end that anything leads out of it, and of dispatches that they rest while the order is not in hand", () => {
    const ends = scheme.order.stages.filter(({ kind }) => kind === "end").map(({ id }) => id)
    for (const table of [matrix.order, matrix.resting])
      for (const row of Object.values(table))
        for (const [said, stages] of Object.entries(row))
          if (said.startsWith("→")) expect(stages.filter((stage) => ends.includes(stage))).toEqual([])
    for (const row of Object.values(matrix.resting))
      for (const [said, stages] of Object.entries(row)) {
        if (said.startsWith("→")) expect(stages).toEqual(scheme.inHand)
        else expect(said).toContain("serviceOrder.resting")
      }
  })

  it("fails for a new stage, a new move, and one that is gone", () => {
    const { moves, stages } = wanted(scheme).order
    expect(gaps(matrix.order, { moves, stages: [...stages, "archived"] })).toHaveLength(moves.length)
    expect(gaps(matrix.order, { moves: [...moves, "archive"], stages })).toHaveLength(stages.length)
    expect(gaps(matrix.order, { moves: moves.slice(1), stages })).toEqual([moves[0]])
    expect(gaps(matrix.order, { moves, stages: stages.slice(1) })).toHaveLength(moves.length)
  })
})

it("has so many cells in all", () => {
  const cells = SCHEMES.flatMap(({ scheme }) =>
    Object.values(wanted(scheme)).map(({ moves, stages }) => moves.length * stages.length),
  )
  expect(cells.reduce((sum, many) => sum + many, 0)).toBe(3693)
  expect(SCHEMES.map(({ scheme, scripts }) => statesOf(scheme, scripts).length)).toEqual([140, 98, 101, 90, 55])
})
