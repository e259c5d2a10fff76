/** The five orders under made-up limits, and random ways through them with a clock that jumps. Everything is made up. */
import * as Result from "effect/Result"
import * as fc from "fast-check"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import type * as WorkCalendar from "../../src/foundation/WorkCalendar.js"
import * as OrderClock from "../../src/orders/OrderClock.js"
import * as OrderScheme from "../../src/orders/OrderScheme.js"
import * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import * as FiveOrders from "../../src/presets/FiveOrders.js"
import type { Actor } from "../../src/process/Actor.js"
import type { Command } from "../../src/process/Decider.js"
import type { Entry } from "../../src/process/Journal.js"
import type * as Limit from "../../src/process/Limit.js"
import { moveOf, type Value } from "../../src/process/Workflow.js"

export const day = CivilDate.parseUnsafe
export const START = CivilDate.dayNumber(day("2023-01-01"))

/** Weekends, one week off, and one Sunday worked. */
export const OFF: ReadonlyArray<string> = ["01-23", "01-24", "01-25", "01-26", "01-27"].map((text) => `2023-${text}`)
export const calendar: WorkCalendar.WorkCalendar = {
  from: day("2023-01-01"),
  to: day("2025-01-01"),
  weekend: [6, 7],
  days: [...OFF.map((on) => ({ on: day(on), working: false })), { on: day("2023-01-29"), working: true }],
}
export const basis: Limit.Basis = { calendar, offsetMinutes: 480 }

const limit = (
  id: string,
  amount: number,
  unit: Limit.LimitUnit,
  starts: string,
  ends: ReadonlyArray<string>,
  rest: Partial<Limit.Limit> = {},
): Limit.Limit => ({ id, amount, unit, countsFirstDay: false, starts, ends, holds: [], ...rest })

export const timing: OrderScheme.Timing = {
  order: [
    limit("办结", 5, "workingDay", "requested", ["publish"], {
      holds: ["shelved"],
      extension: { most: 10, times: 1 },
    }),
    limit("评价", 10, "calendarDay", "published", ["rated"]),
    limit("响应", 24, "clockHour", "requested", ["claim"]),
  ],
  dispatch: [
    limit("承办", 3, "workingDay", "dispatch", ["report"], { holds: ["held"], extension: { most: 5 } }),
    limit("退回", 2, "workingDay", "dispatch", ["takeOn"]),
    limit("到场", 4, "clockHour", "taken", ["serve", "report"], { holds: ["held"] }),
  ],
  extensions: {
    order: [
      {
        id: "extend",
        label: { zh: "延期" },
        from: ["claimed", "inHand"],
        to: { way: "stay" },
        by: ["branch"],
        needs: ["days"],
        when: { told: "未超时限" },
        extends: { limit: "办结", by: "days" },
      },
    ],
    dispatch: [
      {
        id: "extendWork",
        label: { zh: "承办延期" },
        from: ["taken"],
        to: { way: "stay" },
        by: ["branch"],
        needs: ["days"],
        when: { told: "未超时限" },
        extends: { limit: "承办", by: "days" },
      },
    ],
  },
  due: "办结",
}

export const scheme = OrderScheme.timed(FiveOrders.scheme, timing)

/** The same orders where the time for closing runs from the claim until all is accepted. */
export const accepting = OrderScheme.timed(FiveOrders.scheme, {
  ...timing,
  order: [
    limit("办结", 5, "workingDay", "claimed", ["accept"], { holds: ["shelved"], extension: { most: 10 } }),
    ...timing.order.slice(1),
  ],
})
export const byPost: ServiceOrder.Holds = (role, { actor }) => actor.post === role
export const tells = OrderClock.either(OrderClock.tells(scheme, basis, "评价"), (fact) =>
  fact === "主单已办结" ? true : undefined,
)
export const decider = ServiceOrder.decider(scheme, byPost, tells)

export type Told = Entry<ServiceOrder.Taken>

/** A moment: so many days after the first of the year and so many minutes after midnight in China. */
export const markAt = (days: number, minutes = 540) => ({
  on: CivilDate.ofDayNumberUnsafe(START + days),
  recordedAt: Coordinate.instantUnsafe((START + days) * 86_400_000 + (minutes - 480) * 60_000),
})

export const mark = (on: string, minutes = 540) => markAt(CivilDate.dayNumber(day(on)) - START, minutes)

const ACTORS: ReadonlyArray<Actor> = [
  { post: "resident", person: "p1" },
  { post: "unnamed" },
  { post: "grid", person: "p2" },
  { post: "branch", person: "p3" },
  { post: "member", person: "p4" },
  { post: "member", person: "p5" },
  { post: "responder", person: "p6" },
  { post: "committee", person: "p7" },
  { post: "reviewer", person: "p8" },
]

export interface Jump {
  readonly pick: number
  readonly fill: number
  readonly days: number
  readonly minutes: number
}

export const jumps: fc.Arbitrary<Jump> = fc.record({
  pick: fc.nat({ max: 999 }),
  fill: fc.nat({ max: 99 }),
  days: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 4, arbitrary: fc.integer({ min: 1, max: 4 }) }),
  minutes: fc.integer({ min: 1, max: 200 }),
})

export interface Step {
  readonly entry: Told
  readonly state: ServiceOrder.State
}

/** How much likelier than others a move is, so that work is taken on, held, done, published and done anew. */
const WEIGHTS: Readonly<Record<string, number>> = {
  request: 12,
  claim: 30,
  dispatch: 12,
  takeOn: 30,
  hold: 12,
  resume: 24,
  report: 16,
  accept: 24,
  sendBack: 4,
  giveBack: 8,
  shelve: 3,
  unshelve: 12,
  extend: 3,
  extendWork: 4,
  publish: 40,
  rate: 10,
  rework: 40,
  verify: 1,
  whistle: 1,
  direct: 1,
  merge: 1,
  lift: 1,
}

const ends = new Set(scheme.order.stages.filter(({ kind }) => kind === "end").map(({ id }) => id))

export interface Way {
  readonly move: string
  readonly dispatch?: string
}

/** What leads on from where the order and its dispatches stand, a move as often as it is likely. */
export const waysOn = (state: ServiceOrder.State, mayEnd: boolean, fresh: string): ReadonlyArray<Way> => {
  const leads = (from: ReadonlyArray<string> | undefined, stage: string | undefined) =>
    stage === undefined ? from === undefined : from?.includes(stage) === true
  const { stage } = state.course
  const parts = [
    ...ServiceOrder.dispatches(state).map(({ course, id }) => ({ id, at: course.stage })),
    { id: fresh, at: undefined },
  ]
  const within = parts.flatMap(({ at, id }) =>
    scheme.dispatch.moves.flatMap((move) => {
      const own = moveOf(scheme.order, move.id)
      const goes = own === undefined ? scheme.inHand.includes(stage ?? "") : leads(own.from, stage)
      return goes && leads(move.from, at) ? [{ move: move.id, dispatch: id }] : []
    }),
  )
  const own = scheme.order.moves
    .filter(({ from, id, to }) => {
      if (moveOf(scheme.dispatch, id) !== undefined || !leads(from, stage)) return false
      return mayEnd || typeof to !== "string" || !ends.has(to)
    })
    .map(({ id }) => ({ move: id }))
  return [...own, ...within].flatMap((way) => Array.from({ length: WEIGHTS[way.move] ?? 3 }, () => way))
}

/** Who takes a move: a holder of one of its roles, and of a dispatch the one to whom it went. */
const actorOf = ({ dispatch, move }: Way, state: ServiceOrder.State, fill: number): Actor => {
  const { by } = moveOf(scheme.order, move) ?? moveOf(scheme.dispatch, move)!
  const doer = ServiceOrder.dispatches(state).find(({ id }) => id === dispatch)?.fields.doer
  const holders = ACTORS.filter(({ post }) => by.includes(post))
  return holders.find(({ person }) => person === doer) ?? holders[fill % holders.length]!
}

/** A way through the order: at each jump something that leads on, an end seldom; what is refused is no step. */
export const walk = (choices: ReadonlyArray<Jump>): ReadonlyArray<Step> => {
  const steps: Array<Step> = []
  let state = decider.initial
  let [days, minutes] = [0, 480]
  for (const [index, { days: later, fill, minutes: more, pick }] of choices.entries()) {
    minutes = later > 0 ? 480 + more : minutes + more
    days += later + Math.floor(minutes / 1440)
    minutes %= 1440
    const ways = waysOn(state, pick % 11 === 0, `d${index}`)
    const way = ways[pick % Math.max(1, ways.length)]
    if (way === undefined) continue
    const needs = [scheme.order, scheme.dispatch].flatMap((workflow) => moveOf(workflow, way.move)?.needs ?? [])
    const fields = Object.fromEntries(needs.map((id) => [id, valueOf(id, way.move, fill)]))
    const envelope = { ...markAt(days, minutes), id: `e${1000 + index}`, actor: actorOf(way, state, fill) }
    const content: ServiceOrder.Taken = { order: "o1", ...way, fields }
    const command: Command<ServiceOrder.Taken> = { ...envelope, content }
    if (Result.isFailure(decider.decide(state, command))) continue
    const entry: Told = { ...envelope, payload: content }
    state = decider.evolve(state, entry)
    steps.push({ entry, state })
  }
  return steps
}

const valueOf = (id: string, move: string, fill: number): Value => {
  if (id === "rating") return move === "revisitUnanswered" ? "unanswered" : ["unsatisfied", "satisfied"][fill % 2]!
  if (id === "doer") return ["p4", "p5", "p6"][fill % 3]!
  if (id === "days") return 1 + (fill % 6)
  return id === "persons" ? 1 : "示例"
}

/** Told steps of one order: a day, a move, a dispatch where it is one of a dispatch, and fields. */
export type Line = readonly [on: string, move: string, fields?: ServiceOrder.Taken["fields"], dispatch?: string]

const ROLE: Readonly<Record<string, string>> = {
  request: "resident",
  claim: "grid",
  lapse: "grid",
  takeOn: "member",
  giveBack: "member",
  disown: "member",
  handDown: "committee",
  hold: "member",
  resume: "member",
  serve: "member",
  report: "member",
  publish: "member",
  withdraw: "resident",
  rate: "resident",
  rule: "committee",
  merge: "grid",
  separate: "grid",
}

export const commandOf = ([on, move, fields = {}, dispatch]: Line, index: number): Command<ServiceOrder.Taken> => {
  const post = ROLE[move] ?? "branch"
  const person = ACTORS.find((actor) => actor.post === post)!.person!
  const content = { order: "o1", ...(dispatch === undefined ? {} : { dispatch }), move, fields }
  return { ...mark(on, 540 + index), id: `e${100 + index}`, actor: { post, person }, content }
}

/** The order after steps that are all accepted. */
export const told = (...lines: ReadonlyArray<Line>): ServiceOrder.State =>
  lines.reduce((state, line, index) => {
    const { content, ...envelope } = commandOf(line, index)
    const decided = decider.decide(state, { content, ...envelope })
    if (Result.isFailure(decided)) throw new Error(`${line[1]}: ${JSON.stringify(decided.failure)}`)
    return decider.evolve(state, { ...envelope, payload: content })
  }, decider.initial)

/** Why the next step is refused. */
export const refused = (state: ServiceOrder.State, line: Line): ReadonlyArray<string> => {
  const decided = decider.decide(state, commandOf(line, 99))
  return Result.isFailure(decided) ? decided.failure.map(({ code }) => code) : []
}
