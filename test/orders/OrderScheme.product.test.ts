/**
 * Order and dispatch together: from wherever an order can get to with one dispatch open at a time, an end can be
 * reached, whoever holds the posts by then. Searched through the real decider; what is told may be so or not.
 *
 * Every step is taken by somebody new, so that no post is held twice by one person: all that goes on by name are a
 * dispatch, which its doer does, and what residents do of their own order. What residents do leads to further states,
 * and to no end that is counted: nobody has to answer, rate or withdraw for an order to end. Nor is an exclusion
 * counted, which is for what nobody could reasonably ask for.
 *
 * States met: five orders 22,462, Lingling 1,668, Gaoping 1,656, Linyou 2,246, Ziyun 637.
 */
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import type { OrderScheme } from "../../src/orders/OrderScheme.js"
import * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import * as Proceeding from "../../src/process/Proceeding.js"
import { type Move, moveOf, type Workflow } from "../../src/process/Workflow.js"
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

/**
 * Who takes a step: of a dispatch the doer whom it names, of their own order the one who asked, of all else somebody
 * new.
 */
const takerOf = (
  { by, only }: Pick<Move, "by" | "only">,
  role: string,
  state: ServiceOrder.State,
  open: ServiceOrder.Dispatch | undefined,
  number: number,
): string => {
  const fresh = `${role}${number}`
  if (role === "resident") return state.fields.actedFor === undefined ? "resident" : String(state.fields.actedFor)
  if (only === undefined || !by.includes(role) || open === undefined) return fresh
  const [first] = Proceeding.history(open.course)
  const answered = first?.entry.payload.move === "answerCall" ? first.entry.actor.person : undefined
  return answered ?? (only.includes("unit") ? fresh : String(open.fields.doer ?? fresh))
}

/** Whether a move leads from a stage, or opens what is not there; what does not would be refused in any case. */
const leadsFrom = (move: Move | undefined, stage: string | undefined): boolean =>
  move === undefined ||
  (move.from === undefined ? stage === undefined : stage !== undefined && move.from.includes(stage))

/**
 * The steps that are tried in a state: each move for each role and grade, of the open dispatch or of a new one where
 * none is open.
 */
const stepsIn = (
  scheme: OrderScheme,
  state: ServiceOrder.State,
  open: ServiceOrder.Dispatch | undefined,
  number: number,
) => {
  const fresh = `d${ServiceOrder.dispatches(state).length + 1}`
  const grades = scheme.order.fields.find(({ id }) => id === "rating")?.choices ?? []
  return [...new Set([...moveIds(scheme.order), ...aloneIds(scheme)])].flatMap((move): ReadonlyArray<ScriptStep> => {
    const [own, part] = [moveOf(scheme.order, move), moveOf(scheme.dispatch, move)]
    const planned = own ?? part!
    if (!leadsFrom(own, state.course.stage) || !leadsFrom(part, open?.course.stage)) return []
    const dispatch = part === undefined ? {} : { dispatch: open?.id ?? fresh }
    const named = part?.needs.includes("doer") === true ? { fields: { doer: `doer${number}` } } : {}
    return planned.by.flatMap((role) => {
      const person = takerOf(part ?? planned, role, state, open, number)
      const step = { move, role, person, ...dispatch, ...named }
      return planned.needs.includes("rating") ? grades.map(({ id }) => ({ ...step, choice: id })) : [step]
    })
  })
}

/** Every state that can be reached, and of each those that lead to it by what no resident has to do. */
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
    if (known.size > 50_000) throw new Error("more states than are looked at")
    const open = openOf(scheme, state)
    const number = ServiceOrder.steps(scheme, state).length + 1
    for (const step of stepsIn(scheme, state, open, number))
      for (const { decide, evolve } of told.has(step.move) ? deciders : deciders.slice(0, 1)) {
        const command = commandOf(scheme, step, number)
        if (Result.isFailure(decide(state, command))) continue
        const next = evolve(state, entryOf(command))
        const to = keyOf(next, openOf(scheme, next))
        if (!known.has(to)) known.set(to, next)
        if (step.role !== "resident") into.set(to, (into.get(to) ?? new Set()).add(key))
      }
  }
  return { known, into }
}

/** A state by where the order stands and the moves that brought it there. */
const toldOf = (scheme: OrderScheme, state: ServiceOrder.State): string =>
  `${state.course.stage}: ${ServiceOrder.steps(scheme, state)
    .filter(({ dispatch }, index, all) => dispatch === undefined || all[index - 1]?.entry !== all[index]?.entry)
    .map(({ entry: { payload } }) =>
      [payload.move, payload.fields.rating].filter((each) => each !== undefined).join("="),
    )
    .join(" ")}`

const lost = (scheme: OrderScheme) => {
  const { into, known } = searched(scheme)
  const isOver = (state: ServiceOrder.State) => {
    const outcome = ServiceOrder.outcome(scheme, state)
    return outcome !== undefined && outcome !== "excluded" && outcome !== "withdrawn"
  }
  const saved = new Set([...known].filter(([, state]) => isOver(state)).map(([key]) => key))
  for (const key of saved) for (const before of into.get(key) ?? []) saved.add(before)
  const left = [...known].filter(([key, state]) => !saved.has(key) && ServiceOrder.outcome(scheme, state) === undefined)
  return { met: known.size, lost: left.map(([, state]) => toldOf(scheme, state)) }
}

const MET: Readonly<Record<string, number>> = {
  FiveOrders: 22462,
  LinglingOrders: 1668,
  GaopingOrders: 1656,
  LinyouOrders: 2246,
  ZiyunOrders: 637,
}

describe.each(SCHEMES)("order and dispatch of $name", ({ name, scheme }) => {
  it("come to an end from wherever they can get to, though every post changes hands before every step", () => {
    expect(lost(scheme)).toEqual({ met: MET[name], lost: [] })
  })
})

const changed = (scheme: OrderScheme, change: (move: Move) => Move): OrderScheme => ({
  ...scheme,
  order: { ...scheme.order, moves: scheme.order.moves.map(change) },
})

const schemeOf = (name: string): OrderScheme => SCHEMES.find((each) => each.name === name)!.scheme

const stagesOf = (told: ReadonlyArray<string>) => new Set(told.map((each) => each.split(":")[0]))

it("is seen where they do not: nobody publishes but who reported or accepted, who hold no post any more", () => {
  const bound = changed(schemeOf("GaopingOrders"), (move) =>
    move.id === "publish" ? { ...move, only: ["report", "accept"] } : move,
  )
  expect(stagesOf(lost(bound).lost)).toEqual(new Set(["supervised", "inHand", "shelved"]))
})

it("is seen where they do not: nobody rules on what was returned and is then to be done anew", () => {
  const stuck = changed(schemeOf("LinglingOrders"), (move) =>
    move.id === "rule" ? { ...move, from: ["inHand"] } : move,
  )
  expect(stagesOf(lost(stuck).lost)).toEqual(new Set(["rated", "requested"]))
})

it("is seen where they do not: what nobody can be asked about ends only by a rating", () => {
  const stuck = changed(schemeOf("LinglingOrders"), (move) => (move.id === "closeUnrated" ? { ...move, by: [] } : move))
  const told = lost(stuck).lost
  expect(told.length).toBeGreaterThan(0)
  expect(told.filter((each) => !/: (patrol|requestUnnamed) /.test(each))).toEqual([])
})

it("is seen where they do not: nobody accepts, withdraws, abandons or excludes", () => {
  const scheme = schemeOf("ZiyunOrders")
  const without = ["accept", "withdraw", "abandon", "exclude"]
  const less = (workflow: Workflow) => ({
    ...workflow,
    moves: workflow.moves.filter(({ id }) => !without.includes(id)),
  })
  const stuck = { ...scheme, order: less(scheme.order), dispatch: less(scheme.dispatch) }
  const stages = new Set(lost(stuck).lost.map((told) => told.split(":")[0]))
  expect(stages).toEqual(new Set(["inHand", "shelved"]))
})
