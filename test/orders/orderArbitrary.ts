/** Scripts of what people try with service orders, made up step by step: under the five orders, and under any scheme. */
import * as Result from "effect/Result"
import * as fc from "fast-check"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as OrderScheme from "../../src/orders/OrderScheme.js"
import * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import * as FiveOrders from "../../src/presets/FiveOrders.js"
import * as GaopingOrders from "../../src/presets/GaopingOrders.js"
import * as LinglingOrders from "../../src/presets/LinglingOrders.js"
import * as LinyouOrders from "../../src/presets/LinyouOrders.js"
import * as OrderLimits from "../../src/presets/OrderLimits.js"
import * as ZiyunOrders from "../../src/presets/ZiyunOrders.js"
import type { Actor } from "../../src/process/Actor.js"
import type { Command } from "../../src/process/Decider.js"
import type { Entry } from "../../src/process/Journal.js"
import type { Value } from "../../src/process/Workflow.js"
import { type Asked, fits, isOfDispatch, MOVES, opensDispatch, type Sheet } from "./orderModel.js"

/** Whoever holds the post of the name holds the role. */
export const byPost: ServiceOrder.Holds = (role, { actor }) => actor.post === role

export const START = CivilDate.parseUnsafe("2024-03-01")
export const NOON = 1709265600000

/** The schemes that are shipped. */
export const schemes: ReadonlyArray<OrderScheme.OrderScheme> = [
  FiveOrders.scheme,
  OrderScheme.timed(FiveOrders.scheme, OrderLimits.fitted(FiveOrders.scheme, OrderLimits.shandong2020)),
  LinglingOrders.scheme,
  GaopingOrders.scheme,
  LinyouOrders.scheme,
  ZiyunOrders.scheme,
]

export interface Pick {
  readonly which: number
  readonly blind: boolean
  readonly person: string
  readonly body: string | undefined
  readonly rating: string
  readonly slip: number
  readonly days: number
  readonly junk: "none" | "omits" | "stray" | "badValue" | "badMove" | "otherOrder" | "wrongSlip" | "wrongPost"
  readonly told: boolean
  readonly named: boolean
}

const rarely = (one: number) => fc.nat(one).map((value) => value === 0)

/** `natural` is whoever usually holds the post that acts. */
const people = fc.oneof(
  { weight: 12, arbitrary: fc.constant("natural") },
  { weight: 2, arbitrary: fc.constantFrom("r1", "m1", "m2", "b1", "g1", "c1", "x1") },
  { weight: 1, arbitrary: fc.constant("nobody") },
)

/** `backs` is how often, beside twelve times, a clock is put back. */
export const picks = (most: number, least = 0, backs = 1): fc.Arbitrary<ReadonlyArray<Pick>> =>
  fc.array(
    fc.record({
      which: fc.nat(10_000),
      blind: rarely(5),
      person: people,
      body: fc.constantFrom(undefined, undefined, undefined, "u1", "u2"),
      rating: fc.constantFrom("satisfied", "basically", "unsatisfied", "unsatisfied", "unanswered"),
      slip: fc.nat(4),
      days: fc.oneof(
        { weight: 12, arbitrary: fc.integer({ min: 0, max: 2 }) },
        { weight: backs, arbitrary: fc.integer({ min: -4, max: -1 }) },
      ),
      junk: fc.oneof(
        { weight: 20, arbitrary: fc.constant("none" as const) },
        {
          weight: 1,
          arbitrary: fc.constantFrom<Pick["junk"]>(
            "omits",
            "stray",
            "badValue",
            "badMove",
            "otherOrder",
            "wrongSlip",
            "wrongPost",
          ),
        },
      ),
      told: fc.boolean(),
      named: rarely(2),
    }),
    { minLength: least, maxLength: most, size: "max" },
  )

/** The same without anybody who comes at the wrong time, with the wrong papers or in the place of another. */
export const calm = (list: ReadonlyArray<Pick>): ReadonlyArray<Pick> =>
  proper(list).map((pick) => ({ ...pick, days: Math.max(0, pick.days) }))

/** The same without anybody who comes with the wrong papers or in the place of another; clocks are put back still. */
export const proper = (list: ReadonlyArray<Pick>): ReadonlyArray<Pick> =>
  list.map((pick) => ({ ...pick, blind: false, junk: "none", person: "natural", body: undefined }))

const DOERS = ["member", "responder"]

const NATURAL: Readonly<Record<string, string>> = {
  resident: "r1",
  member: "m1",
  grid: "g1",
  branch: "b1",
  committee: "c1",
  responder: "x1",
  reviewer: "v1",
}

/** A value for a field, good where it is to be good. */
export const valueFor = (id: string, { named, rating, slip, which }: Pick): Value => {
  switch (id) {
    case "persons":
      return which % 5
    case "rating":
      return rating
    case "solved":
      return "solved"
    case "kind":
      return "errand"
    case "category":
      return "housing"
    case "doer":
      return named ? "m2" : "m1"
    case "actedFor":
      return "r1"
    case "unit":
      return "u1"
    default:
      return `${id}-${slip}`
  }
}

const LEADS = ["claim", "dispatch", "takeOn", "report", "accept", "publish", "rate", "revisit", "close", "lapse"]
const ALSO = [
  "closeUnrated",
  "rule",
  "closeUnsatisfied",
  "rework",
  "settle",
  "rateJoined",
  "handDown",
  "unshelve",
  "resume",
  "answer",
]
const ENDING = ["withdraw", "exclude", "refuse", "refer", "abandon"]
const OPEN = ["dispatched", "ruled", "taken", "held", "reported"]
const ASIDE = ["shelve", "lift", "direct", "whistle", "complain", "supervise"]
const OPENING = ["request", "request", "request", "requestFor", "requestUnnamed", "patrol"]

/** How often a move is drawn where it is possible: what leads on often, what ends an order before its time rarely. */
const weightOf = (deed: string, { slip }: Pick, isBusy: boolean): number => {
  if (["dispatch", "rule", "answerCall"].includes(deed)) return isBusy ? 1 : 8
  if (deed === "publish") return 20
  if (LEADS.includes(deed) || ALSO.includes(deed)) return 8
  if (ASIDE.includes(deed)) return slip > 1 ? 1 : 0
  if (ENDING.includes(deed)) return slip === 4 ? 1 : 0
  return deed === "giveBack" || deed === "disown" || deed === "serve" || deed === "sendBack" ? 3 : 1
}

/** The moves that the clerk would enter if the right person came with the right papers. */
const fitting = (sheet: Sheet, pick: Pick, number: number): ReadonlyArray<string> => {
  if (sheet.at === "") return OPENING
  const isBusy = sheet.accepted > 0 || [...sheet.slips.values()].some(({ at }) => OPEN.includes(at))
  return Object.keys(MOVES).flatMap((move) => {
    const weight = weightOf(move, pick, isBusy)
    const command = commandFor(sheet, { ...pick, junk: "none", person: "natural", body: undefined }, number, move)
    return weight > 0 && fits(sheet, command, true) ? Array.from({ length: weight }, () => move) : []
  })
}

const slipsFor = (sheet: Sheet, move: string, isBlind: boolean): ReadonlyArray<string> => {
  if (opensDispatch(move)) return [`d${sheet.slips.size + 1}`]
  const open = [...sheet.slips].flatMap(([id, { at }]) => (OPEN.includes(at) ? [id] : []))
  return isBlind || open.length === 0 ? [...sheet.slips.keys()] : open
}

/** Days are told from the latest day so far. */
const dayOf = (sheet: Sheet, days: number): CivilDate.CivilDate => {
  const last = sheet.lines.reduce((latest, { command: { on } }) => (on > latest ? on : latest), START)
  return CivilDate.addDaysUnsafe(last, days)
}

/** Who comes, and with what about which dispatch. */
const commandFor = (sheet: Sheet, pick: Pick, number: number, move: string): Command<Asked> => {
  const [posts, needs, takes] = MOVES[move]!
  const slips = isOfDispatch(move) ? slipsFor(sheet, move, pick.blind) : []
  const right = slips[pick.slip % Math.max(1, slips.length)] ?? (isOfDispatch(move) ? "d1" : undefined)
  const wrong = isOfDispatch(move) ? (pick.slip % 2 === 0 ? undefined : "toString") : "d1"
  const dispatch = pick.junk === "wrongSlip" ? wrong : right
  const post = pick.junk === "wrongPost" ? "路人" : posts[(pick.which >> 3) % posts.length]!
  const slip = sheet.slips.get(dispatch ?? "")
  const doer = slip?.doer ?? slip?.responder?.person
  const natural = (DOERS.includes(post) ? doer : undefined) ?? NATURAL[post]
  const person = pick.person === "natural" ? natural : pick.person === "nobody" ? undefined : pick.person
  const wanted = [...needs, ...(pick.which % 3 === 0 ? takes : [])]
  const fields: Record<string, Value> = Object.fromEntries(wanted.map((id) => [id, valueFor(id, pick)]))
  if (move === "revisitUnanswered" && pick.which % 4 > 0) fields.rating = "unanswered"
  if (pick.junk === "omits") for (const id of needs) delete fields[id]
  if (pick.junk === "stray") fields.stray = "一"
  if (pick.junk === "badValue") for (const id of wanted) fields[id] = id === "persons" ? "三" : 7
  return {
    id: `c${String(number).padStart(4, "0")}`,
    on: dayOf(sheet, pick.days),
    recordedAt: Coordinate.instantUnsafe(NOON + number * 1000),
    actor: {
      post,
      ...(person === undefined ? {} : { person }),
      ...(pick.body === undefined ? {} : { body: pick.body }),
    },
    content: {
      order: pick.junk === "otherOrder" ? "o2" : "o1",
      ...(dispatch === undefined ? {} : { dispatch }),
      move: pick.junk === "badMove" ? "toString" : move,
      fields,
    },
  }
}

/** What a pick comes to under the five orders, `number` counting all commands. */
export const commandOf = (sheet: Sheet, pick: Pick, number: number): Command<Asked> => {
  const lawful = pick.blind ? [] : fitting(sheet, pick, number)
  const from = lawful.length === 0 ? Object.keys(MOVES) : lawful
  return commandFor(sheet, pick, number, from[pick.which % from.length]!)
}

export const entryOf = ({ actor, content, id, on, recordedAt }: Command<Asked>): Entry<ServiceOrder.Taken> => ({
  id,
  on,
  recordedAt,
  actor,
  payload: content,
})

/** What a state shows, in the words of the clerk's sheet. */
export const shownOf = (state: ServiceOrder.State) => ({
  id: state.id,
  at: state.course.stage,
  attempt: state.course.attempt,
  open: state.open,
  accepted: state.accepted,
  joined: state.joined,
  slips: ServiceOrder.dispatches(state).map(({ attempt, course, id, number }) => ({
    id,
    number,
    at: course.stage,
    attempt,
  })),
})

const PEOPLE = ["r1", "m1", "b1", "g1"]

/** A walk under any scheme: whoever is drawn holds every role and does one of the things that are possible to them. */
export const walkOf = (
  scheme: OrderScheme.OrderScheme,
  list: ReadonlyArray<Pick>,
  visit: (at: {
    readonly state: ServiceOrder.State
    readonly command: Command<ServiceOrder.Taken>
    readonly isAccepted: boolean
  }) => void = () => undefined,
): { readonly state: ServiceOrder.State; readonly entries: ReadonlyArray<Entry<ServiceOrder.Taken>> } => {
  const everyone: ServiceOrder.Holds = () => true
  const tells: ServiceOrder.Tells = () => true
  const { decide, evolve, initial } = ServiceOrder.decider(scheme, everyone, tells)
  const possible = ServiceOrder.possible(scheme, everyone, tells)
  const entries: Array<Entry<ServiceOrder.Taken>> = []
  let state = initial
  for (const [number, pick] of list.entries()) {
    const last = state.latest?.on ?? START
    const people = PEOPLE.slice(pick.which % 4)
      .concat(PEOPLE)
      .slice(0, 2)
    const asked = {
      id: `c${String(number).padStart(4, "0")}`,
      on: CivilDate.addDaysUnsafe(last, pick.days),
      recordedAt: Coordinate.instantUnsafe(NOON + number * 1000),
    }
    const offered = people.flatMap((person) => {
      const actor = { post: "member", person }
      return possible(state, { ...asked, on: last, actor }).flatMap((each) => {
        const weight = weightOf(OrderScheme.deedOf(scheme, each.move) ?? "", pick, state.open + state.accepted > 0)
        return Array.from({ length: weight }, () => ({ ...each, actor }))
      })
    })
    const isBlind = pick.blind || offered.length === 0
    const all = [...scheme.order.moves, ...scheme.dispatch.moves]
    const {
      actor: natural,
      dispatch: known,
      move,
    } = isBlind
      ? { actor: { post: "member" }, dispatch: `d${pick.slip + 1}`, move: all[pick.which % all.length]!.id }
      : offered[pick.which % offered.length]!
    const actor: Actor = {
      ...(pick.person === "natural" ? natural : { post: "unit" }),
      ...(pick.person === "natural" || pick.person === "nobody" ? {} : { person: pick.person }),
      ...(pick.body === undefined ? {} : { body: pick.body }),
    }
    const ofDispatch = scheme.dispatch.moves.some(({ id }) => id === move)
    const opens = ofDispatch && scheme.dispatch.moves.some(({ from, id }) => id === move && from === undefined)
    const dispatch = opens ? `d${number + 10}` : known
    const content = {
      order: "o1",
      move,
      fields: fieldsFor(scheme, move, pick),
      ...(ofDispatch && dispatch !== undefined ? { dispatch } : {}),
    }
    const command = { ...asked, actor, content }
    const decided = decide(state, command)
    visit({ state, command, isAccepted: Result.isSuccess(decided) })
    if (Result.isFailure(decided)) continue
    entries.push(entryOf(command))
    state = evolve(state, entryOf(command))
  }
  return { state, entries }
}

/** Good values for all that a move needs and, now and then, takes. */
export const fieldsFor = (scheme: OrderScheme.OrderScheme, move: string, pick: Pick): Record<string, Value> => {
  const fields = new Map([...scheme.order.fields, ...scheme.dispatch.fields].map((field) => [field.id, field]))
  const moves = [...scheme.order.moves, ...scheme.dispatch.moves].filter(({ id }) => id === move)
  const wanted = moves.flatMap(({ needs, takes = [] }) => [...needs, ...(pick.which % 3 === 0 ? takes : [])])
  return Object.fromEntries(
    wanted.map((id) => {
      const choices = fields.get(id)?.choices ?? []
      const choice =
        choices.find((each) => each.id === pick.rating) ?? choices[pick.which % Math.max(1, choices.length)]
      if (fields.get(id)?.of === "count") return [id, pick.which % 5]
      return [id, choice === undefined ? valueFor(id, pick) : choice.id]
    }),
  )
}
