/**
 * From every state that an order under the five orders can reach there is a way to an end, and to exactly one: an exhaustive
 * search through the real decider. Every role is held by another person; told facts come true or do not, and every way in,
 * every grade and up to two dispatches at a time are tried. Two states are taken for one where the stages, what the guards
 * count and note (counts as far as guards ask), who acted last in a move that recalls it, and the stages of the open
 * dispatches are the same.
 *
 * COUNTS
 */
import * as Result from "effect/Result"
import { expect, it } from "vitest"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import type { OrderScheme } from "../../src/orders/OrderScheme.js"
import * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import * as FiveOrders from "../../src/presets/FiveOrders.js"
import type { Actor } from "../../src/process/Actor.js"
import type * as Proceeding from "../../src/process/Proceeding.js"
import { byPost, NOON, START } from "./orderArbitrary.js"

const PERSON: Readonly<Record<string, string>> = {
  resident: "r1",
  grid: "g1",
  branch: "b1",
  member: "m1",
  committee: "c1",
  responder: "x1",
  reviewer: "v1",
}
const MOST = 2

/** What a proceeding can still come to rests on this alone. */
const courseKey = ({ back, latest, stage, takers, tally }: Proceeding.State): string =>
  JSON.stringify([
    stage,
    back,
    tally.map((count) => Math.min(count, 2)),
    latest,
    [...takers].map(([move, { person }]) => `${move} ${person}`).sort(),
  ])

const keyOf = (scheme: OrderScheme, state: ServiceOrder.State): string =>
  JSON.stringify([
    courseKey(state.course),
    Math.min(state.accepted, 1),
    state.joined,
    state.rated,
    ServiceOrder.dispatches(state)
      .filter((dispatch) => ServiceOrder.dispatchOutcome(scheme, dispatch) === undefined)
      .map(({ attempt, course }) => [courseKey(course), attempt === state.course.attempt])
      .sort(),
  ])

interface Node {
  readonly state: ServiceOrder.State
  readonly to: Set<string>
  readonly via: Map<string, string>
}

const ownFrom = (scheme: OrderScheme, move: string, stage: string | undefined): boolean => {
  const own = scheme.order.moves.find(({ id }) => id === move)
  if (own === undefined) return stage !== undefined && scheme.inHand.includes(stage)
  return stage === undefined ? own.from === undefined : own.from?.includes(stage) === true
}

/** Everything that somebody in their proper role could try in a state. */
const trials = (scheme: OrderScheme, state: ServiceOrder.State) => {
  const open = ServiceOrder.dispatches(state).filter((each) => ServiceOrder.dispatchOutcome(scheme, each) === undefined)
  const moves = new Map([...scheme.dispatch.moves, ...scheme.order.moves].map((move) => [move.id, move]))
  return [...moves.keys()]
    .filter((move) => ownFrom(scheme, move, state.course.stage))
    .flatMap((move) => {
      const sides = [scheme.order, scheme.dispatch].map(({ moves: all }) => all.find(({ id }) => id === move))
      const needs = [...new Set(sides.flatMap((side) => side?.needs ?? []))]
      const by = sides.find((side) => side !== undefined)!.by
      const part = sides[1]
      const places =
        part === undefined
          ? [undefined]
          : part.from === undefined
            ? open.length < MOST
              ? [`d${ServiceOrder.dispatches(state).length + 1}`]
              : []
            : open.filter(({ course }) => part.from?.includes(course.stage ?? "")).map(({ id }) => id)
      const grades = needs.includes("rating") ? Object.keys(scheme.ratings) : ["-"]
      return places.flatMap((dispatch) =>
        by.flatMap((post) =>
          grades.map((rating) => ({
            actor: { post, ...(PERSON[post] === undefined ? {} : { person: PERSON[post] }) } as Actor,
            content: {
              order: "o1",
              move,
              ...(dispatch === undefined ? {} : { dispatch }),
              fields: Object.fromEntries(
                needs.map((id) => [
                  id,
                  id === "rating"
                    ? rating
                    : id === "persons"
                      ? 1
                      : id === "doer"
                        ? "m1"
                        : id === "actedFor"
                          ? "r1"
                          : id,
                ]),
              ),
            },
          })),
        ),
      )
    })
}

const search = (scheme: OrderScheme) => {
  const untold = ServiceOrder.decider(scheme, byPost, () => false)
  const told = ServiceOrder.decider(scheme, byPost, () => true)
  const nodes = new Map<string, Node>()
  const queue: Array<Node> = []
  const nodeOf = (state: ServiceOrder.State): string => {
    const key = keyOf(scheme, state)
    if (!nodes.has(key)) {
      const node = { state, to: new Set<string>(), via: new Map<string, string>() }
      nodes.set(key, node)
      queue.push(node)
    }
    return key
  }
  nodeOf(told.initial)
  let number = 0
  let tried = 0
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    const { state } = node
    if (ServiceOrder.outcome(scheme, state) !== undefined) {
      // An end is final: nothing is accepted in it whatever is told.
      for (const { content, actor } of trials(scheme, { ...state, course: { ...state.course, stage: "inHand" } })) {
        const command = { id: "z", on: START, recordedAt: Coordinate.instantUnsafe(NOON + 1e9), actor, content }
        expect(Result.isFailure(told.decide(state, command))).toBe(true)
      }
      continue
    }
    for (const { actor, content } of trials(scheme, state)) {
      number++
      const at = {
        id: `e${String(number).padStart(9, "0")}`,
        on: START,
        recordedAt: Coordinate.instantUnsafe(NOON + number),
      }
      const command = { ...at, actor, content }
      tried++
      const isFree = Result.isSuccess(untold.decide(state, command))
      if (!isFree && Result.isFailure(told.decide(state, command))) continue
      const key = nodeOf(told.evolve(state, { ...at, actor, payload: content }))
      node.to.add(key)
      if (isFree && !OUT.includes(content.move)) node.via.set(content.move, key)
    }
  }
  return { nodes, tried }
}

/** Ways out by which whoever asked or a body cuts an order short. */
const OUT = ["withdraw", "exclude", "refuse", "refer", "abandon"]

/** The states from which none of some is reached. */
const stuck = (
  nodes: ReadonlyMap<string, Node>,
  goals: ReadonlySet<string>,
  next: (node: Node) => Iterable<string>,
) => {
  const back = new Map<string, Array<string>>()
  for (const [key, node] of nodes) for (const to of next(node)) back.set(to, [...(back.get(to) ?? []), key])
  const reached = new Set(goals)
  const queue = [...goals]
  for (let key = queue.pop(); key !== undefined; key = queue.pop())
    for (const from of back.get(key) ?? [])
      if (!reached.has(from)) {
        reached.add(from)
        queue.push(from)
      }
  return [...nodes.keys()].filter((key) => !reached.has(key))
}

it("has a way to an end from every state it can reach, also where no told fact comes true and nobody cuts it short", () => {
  const { scheme } = FiveOrders
  const { nodes, tried } = search(scheme)
  const ends = new Map<string, number>()
  const goals = new Set<string>()
  for (const [key, { state }] of nodes) {
    const outcome = ServiceOrder.outcome(scheme, state)
    if (outcome === undefined) continue
    goals.add(key)
    ends.set(outcome, (ends.get(outcome) ?? 0) + 1)
  }
  if (process.env.STATISTICS !== undefined) console.log(nodes.size, tried, ends)
  expect(stuck(nodes, goals, ({ to }) => to)).toEqual([])
  const alone = stuck(nodes, goals, ({ via }) => via.values())
  if (process.env.STATISTICS !== undefined) console.log("alone", alone.length, alone[0])
  expect([...ends.keys()].sort()).toEqual(scheme.order.outcomes.map(({ id }) => id).sort())
  expect(alone).toEqual([])
})
