/**
 * From every state that an order under the five orders can reach there is a way to an end, and to exactly one: an exhaustive
 * search through the real decider. Every role is held by another person; told facts come true or do not, and every way in,
 * every grade and up to two dispatches at a time are tried. Two states are taken for one where the stages, what the guards
 * count and note (counts as far as guards ask), who acted last in a move that recalls it, and the stages of the open
 * dispatches are the same.
 *
 * Counted with everything tried (`FULL=1`, four minutes): 80,873 states, each end one of them, and 1,012,492 commands. In
 * every run: one dispatch at a time, asked or found on patrol, 8,159 states and 86,015 commands; two, without what goes on
 * beside them, 2,587 states and 23,620 commands. Each time there is a way to an end from all of them, and there is still
 * one where no told fact ever comes true and nobody withdraws, excludes, refuses, refers or gives up.
 */
import * as Result from "effect/Result"
import { expect, it } from "vitest"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import type * as OrderScheme from "../../src/orders/OrderScheme.js"
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

/** How much is tried: the ways in, the grades, how many dispatches at a time, and what is left out. */
interface Reach {
  readonly ways: ReadonlyArray<string>
  readonly grades: ReadonlyArray<string>
  readonly most: number
  readonly without: ReadonlyArray<string>
}

/** What a proceeding can still come to rests on this alone. */
const courseKey = ({ back, latest, stage, takers, tally }: Proceeding.State): string =>
  JSON.stringify([
    stage,
    back,
    tally.map((count) => Math.min(count, 2)),
    latest,
    [...takers].map(([move, { person }]) => `${move} ${person}`).sort(),
  ])

const keyOf = (scheme: OrderScheme.OrderScheme, state: ServiceOrder.State): string =>
  ServiceOrder.outcome(scheme, state) ??
  JSON.stringify([
    courseKey(state.course),
    Math.min(state.accepted, 1),
    state.hadResult,
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
  readonly alone: Set<string>
}

const ownFrom = (scheme: OrderScheme.OrderScheme, move: string, stage: string | undefined): boolean => {
  const own = scheme.order.moves.find(({ id }) => id === move)
  if (own === undefined) return stage !== undefined && scheme.inHand.includes(stage)
  return stage === undefined ? own.from === undefined : own.from?.includes(stage) === true
}

/** Everything that somebody in their proper role could try in a state. */
const trials = (
  scheme: OrderScheme.OrderScheme,
  state: ServiceOrder.State,
  { grades: all, most, ways, without }: Reach,
) => {
  const open = ServiceOrder.dispatches(state).filter((each) => ServiceOrder.dispatchOutcome(scheme, each) === undefined)
  const moves = new Map([...scheme.dispatch.moves, ...scheme.order.moves].map((move) => [move.id, move]))
  return [...moves.keys()]
    .filter((move) => ownFrom(scheme, move, state.course.stage) && !without.includes(move))
    .filter((move) => state.id !== undefined || ways.includes(move))
    .flatMap((move) => {
      const sides = [scheme.order, scheme.dispatch].map(({ moves: each }) => each.find(({ id }) => id === move))
      const needs = [...new Set(sides.flatMap((side) => side?.needs ?? []))]
      const by = sides.find((side) => side !== undefined)!.by
      const part = sides[1]
      const places =
        part === undefined
          ? [undefined]
          : part.from === undefined
            ? open.length < most
              ? [`d${ServiceOrder.dispatches(state).length + 1}`]
              : []
            : open.filter(({ course }) => part.from?.includes(course.stage ?? "")).map(({ id }) => id)
      const grades = needs.includes("rating") ? all : ["-"]
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

const search = (scheme: OrderScheme.OrderScheme, reach: Reach) => {
  const untold = ServiceOrder.decider(scheme, byPost, () => false)
  const told = ServiceOrder.decider(scheme, byPost, () => true)
  const nodes = new Map<string, Node>()
  const queue: Array<Node> = []
  const nodeOf = (state: ServiceOrder.State): string => {
    const key = keyOf(scheme, state)
    if (!nodes.has(key)) {
      const node = { state, to: new Set<string>(), alone: new Set<string>() }
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
      for (const { content, actor } of trials(
        scheme,
        { ...state, course: { ...state.course, stage: "inHand" } },
        reach,
      )) {
        const command = { id: "z", on: START, recordedAt: Coordinate.instantUnsafe(NOON + 1e9), actor, content }
        expect(Result.isFailure(told.decide(state, command))).toBe(true)
      }
      continue
    }
    for (const { actor, content } of trials(scheme, state, reach)) {
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
      if (isFree && !OUT.includes(content.move)) node.alone.add(key)
    }
  }
  return { nodes, tried }
}

/** Ways out by which whoever asked or a body cuts an order short. */
const OUT = ["withdraw", "exclude", "refuse", "refer", "abandon"]

const SOME = ["satisfied", "unsatisfied", "unanswered"]
/** What happens beside the dispatches and does not touch them. */
const BESIDE = ["whistle", "answerCall", "complain", "answer", "direct", "verify", "hold", "resume"]

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

const { scheme } = FiveOrders
const ALL: Reach = {
  ways: scheme.order.moves.filter(({ from }) => from === undefined).map(({ id }) => id),
  grades: Object.keys(scheme.ratings),
  most: 2,
  without: [],
}

const reaches: ReadonlyArray<readonly [string, Reach, number]> =
  process.env.FULL === undefined
    ? [
        ["one dispatch at a time", { ...ALL, ways: ["request", "patrol"], grades: SOME, most: 1 }, 5_000],
        [
          "two, without what goes on beside",
          { ...ALL, ways: ["request", "patrol"], grades: SOME, without: BESIDE },
          1_000,
        ],
      ]
    : [["everything", ALL, 50_000]]

it.each(reaches)(
  "has a way to an end from every state it can reach, also where no told fact comes true and nobody cuts it short: %s",
  (_, reach, least) => {
    const { nodes, tried } = search(scheme, reach)
    const goals = new Set(scheme.order.outcomes.map(({ id }) => id))
    if (process.env.STATISTICS !== undefined) console.log(nodes.size, tried)
    expect(nodes.size).toBeGreaterThan(least)
    // Every end is reached, and each is one node whatever was before.
    expect([...goals].filter((goal) => !nodes.has(goal))).toEqual([])
    expect(stuck(nodes, goals, ({ to }) => to)).toEqual([])
    expect(stuck(nodes, goals, ({ alone }) => alone)).toEqual([])
  },
  600_000,
)
