/**
 * Order and dispatch together: from wherever an order can get to with one dispatch open at a time, an end can be reached. Searched through the
 * real decider; what is told may be so or not, and whoever holds a role is one person, the doer another than who judges.
 *
 * States met: Lingling 1,050, Gaoping 1,047, Linyou 1,667, Ziyun 492.
 */
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import type { OrderScheme } from "../../src/orders/OrderScheme.js"
import * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import type { Workflow } from "../../src/process/Workflow.js"
import { aloneIds, moveIds } from "./matrix.js"
import { byPost, commandOf, entryOf, SCHEMES, type ScriptStep } from "./scripts.js"

const capped = (tally: ReadonlyArray<number>) => tally.map((times) => Math.min(times, 2))

const keyOf = (state: ServiceOrder.State, open: ServiceOrder.Dispatch | undefined): string => {
  const { back, latest, stage, tally } = state.course
  const { accepted, joined } = state
  return JSON.stringify([
    [stage, back, capped(tally), latest, Math.min(accepted, 1), joined, state.rated],
    open === undefined
      ? null
      : [open.course.stage, open.course.back, capped(open.course.tally), open.attempt === state.course.attempt],
  ])
}

const openOf = (scheme: OrderScheme, state: ServiceOrder.State) =>
  ServiceOrder.dispatches(state).find((each) => ServiceOrder.dispatchOutcome(scheme, each) === undefined)

/** The steps that are tried in a state: each move for each role and grade, of the open dispatch or of a new one where none is open. */
const stepsIn = (scheme: OrderScheme, state: ServiceOrder.State, open: ServiceOrder.Dispatch | undefined) => {
  const fresh = `d${ServiceOrder.dispatches(state).length + 1}`
  const ofDispatch = moveIds(scheme.dispatch)
  const grades = scheme.order.fields.find(({ id }) => id === "rating")?.choices ?? []
  return [...new Set([...moveIds(scheme.order), ...aloneIds(scheme)])].flatMap((move): ReadonlyArray<ScriptStep> => {
    const planned =
      scheme.order.moves.find(({ id }) => id === move) ?? scheme.dispatch.moves.find(({ id }) => id === move)!
    const dispatch = ofDispatch.includes(move) ? { dispatch: open?.id ?? fresh } : {}
    const rates = planned.needs.includes("rating")
    return planned.by.flatMap((role) =>
      rates ? grades.map(({ id }) => ({ move, role, choice: id, ...dispatch })) : [{ move, role, ...dispatch }],
    )
  })
}

/** Every state that can be reached, and of each those that lead to it. */
const searched = (scheme: OrderScheme) => {
  const deciders = [true, false].map((told) => ServiceOrder.decider(scheme, byPost, () => told))
  const { initial } = deciders[0]!
  const asking = [...scheme.order.moves, ...scheme.dispatch.moves].filter(({ when }) =>
    JSON.stringify(when)?.includes("told"),
  )
  const told = new Set(asking.map(({ id }) => id))
  const known = new Map([[keyOf(initial, undefined), initial]])
  const into = new Map<string, Set<string>>()
  for (const [key, state] of known) {
    if (known.size > 20_000) throw new Error("more states than are looked at")
    const open = openOf(scheme, state)
    const number = ServiceOrder.steps(scheme, state).length + 1
    for (const step of stepsIn(scheme, state, open))
      for (const { decide, evolve } of told.has(step.move) ? deciders : deciders.slice(0, 1)) {
        const command = commandOf(scheme, step, number)
        if (Result.isFailure(decide(state, command))) continue
        const next = evolve(state, entryOf(command))
        const to = keyOf(next, openOf(scheme, next))
        if (!known.has(to)) known.set(to, next)
        into.set(to, (into.get(to) ?? new Set()).add(key))
      }
  }
  return { known, into }
}

const lost = (scheme: OrderScheme) => {
  const { into, known } = searched(scheme)
  const isOver = (state: ServiceOrder.State) => ServiceOrder.outcome(scheme, state) !== undefined
  const saved = new Set([...known].filter(([, state]) => isOver(state)).map(([key]) => key))
  for (const key of saved) for (const before of into.get(key) ?? []) saved.add(before)
  return { met: known.size, lost: [...known].filter(([key]) => !saved.has(key)).map(([, state]) => state) }
}

const MET: Readonly<Record<string, number>> = {
  LinglingOrders: 1050,
  GaopingOrders: 1047,
  LinyouOrders: 1667,
  ZiyunOrders: 492,
}

const OTHERS = SCHEMES.filter(({ name }) => name !== "FiveOrders")

describe.each(OTHERS)("order and dispatch of $name", ({ name, scheme }) => {
  it("come to an end from wherever they can get to", () => {
    expect(lost(scheme)).toEqual({ met: MET[name], lost: [] })
  })
})

it("is seen where they do not: nobody accepts, withdraws, abandons or excludes", () => {
  const { scheme } = OTHERS.find(({ name }) => name === "ZiyunOrders")!
  const without = ["accept", "withdraw", "abandon", "exclude"]
  const less = (workflow: Workflow) => ({
    ...workflow,
    moves: workflow.moves.filter(({ id }) => !without.includes(id)),
  })
  const stuck = { ...scheme, order: less(scheme.order), dispatch: less(scheme.dispatch) }
  const stages = new Set(lost(stuck).lost.map(({ course }) => course.stage))
  expect(stages).toEqual(new Set(["inHand", "shelved"]))
})
