/**
 * Random ways of orders through the real decider of any scheme, and twins of them: the same steps on the same days, with other persons and
 * other values in every field that the scheme does not declare open. All made up.
 */
import * as Result from "effect/Result"
import * as fc from "fast-check"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import type { OrderScheme } from "../../src/orders/OrderScheme.js"
import type { Shown } from "../../src/orders/OrderView.js"
import * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import * as FiveOrders from "../../src/presets/FiveOrders.js"
import * as GaopingOrders from "../../src/presets/GaopingOrders.js"
import * as LinglingOrders from "../../src/presets/LinglingOrders.js"
import * as LinyouOrders from "../../src/presets/LinyouOrders.js"
import * as ZiyunOrders from "../../src/presets/ZiyunOrders.js"
import type { Actor } from "../../src/process/Actor.js"
import * as Decider from "../../src/process/Decider.js"
import type { Entry } from "../../src/process/Journal.js"
import { type Field, type Move, moveOf, type Value, type Workflow } from "../../src/process/Workflow.js"

export type Turned = Entry<Decider.Turn<ServiceOrder.Taken, ServiceOrder.Taken>>

export interface Walked {
  readonly scheme: OrderScheme
  readonly entries: ReadonlyArray<Turned>
  readonly state: ServiceOrder.State
  readonly twin: ServiceOrder.State
  /** The texts, marks and persons that stand in no view for the public or the village, of the order and of its twin. */
  readonly secrets: ReadonlySet<string>
}

export interface Pick {
  readonly which: number
  readonly how: number
  readonly takes: boolean
  readonly days: number
}

const more = (
  workflow: Workflow,
  fields: ReadonlyArray<Field>,
  moves: ReadonlyArray<Move>,
  ids: string[],
): Workflow => ({
  ...workflow,
  fields: [
    ...workflow.fields.map((field) =>
      ids.includes(field.id) ? { ...field, sensitivity: "protected" as const } : field,
    ),
    ...fields,
  ],
  moves: [
    ...workflow.moves.map((move) =>
      move.id === "request" ? { ...move, takes: [...(move.takes ?? []), ...fields.map(({ id }) => id)] } : move,
    ),
    ...moves,
  ],
})

const STRICT = ["kind", "village", "grid", "branch", "unit", "belongsTo", "persons", "solved"]

/** The five orders of a place that protects nearly everything, with a field and a move of its own. */
export const strict: OrderScheme = {
  ...FiveOrders.scheme,
  id: "严管五单", // made up
  order: more(
    FiveOrders.scheme.order,
    [{ id: "household", label: { zh: "户别" }, of: "text", sensitivity: "open" }],
    [
      {
        id: "remark",
        label: { zh: "内部备注" },
        from: ["requested", "claimed", "inHand"],
        to: { way: "stay" },
        by: ["grid"],
        needs: [],
      },
    ],
    STRICT,
  ),
  dispatch: more(FiveOrders.scheme.dispatch, [], [], STRICT),
}

export const schemes: ReadonlyArray<OrderScheme> = [
  FiveOrders.scheme,
  GaopingOrders.scheme,
  LinglingOrders.scheme,
  LinyouOrders.scheme,
  ZiyunOrders.scheme,
  strict,
]

export const picks = (least: number, most: number): fc.Arbitrary<ReadonlyArray<Pick>> =>
  fc.array(
    fc.record({
      which: fc.nat(9999),
      how: fc.nat(9999),
      takes: fc.boolean(),
      days: fc.constantFrom(0, 0, 0, 1, 1, 2, 9),
    }),
    { minLength: least, maxLength: most, size: "max" },
  )

export const START = CivilDate.parseUnsafe("2023-03-01")
const SENT = 1_677_628_800_000

export const shown: Shown = {
  number: "公2023-17",
  bodies: (id) => ({ label: { zh: `〔${id}〕` }, ...(id.includes("grid") ? { isGrid: true } : {}) }),
}

const PERSONS = 3
const bodyOf = (role: string): string => (role === "grid" ? "grid-7" : role === "unit" ? "unit-1" : `body-of-${role}`)

const holds: ServiceOrder.Holds = (role, { actor }) => actor.post === role

const sensitivityIn = ({ dispatch, order }: OrderScheme, id: string): string => {
  const declared = [...order.fields, ...dispatch.fields].filter((field) => field.id === id)
  return declared.find(({ sensitivity }) => sensitivity !== "open")?.sensitivity ?? "open"
}

/** What stands in the twin where something else stands in the order. */
export const swapped = (scheme: OrderScheme): ((id: string, field: Field | undefined, value: Value) => Value) => {
  const areBodiesOpen = ["unit", "branch", "village", "belongsTo"].every((id) => sensitivityIn(scheme, id) === "open")
  return (id, field, value) => {
    if (field?.of === "person") return `another ${value}`
    if (field?.of === "body") return areBodiesOpen ? value : `other ${value}`
    const isOpen = field !== undefined && sensitivityIn(scheme, id) === "open" && id !== "household"
    if (isOpen) return value
    if (field?.of === "choice") {
      const place = field.choices?.findIndex((choice) => choice.id === value) ?? 0
      return field.choices?.[(place + 1) % field.choices.length]?.id ?? value
    }
    return typeof value === "number" ? value + 5 : `¤${value}¤${id.length}`
  }
}

const actorIn = (scheme: OrderScheme, { body, person, post }: Actor): Actor => {
  const change = swapped(scheme)
  return {
    post,
    ...(body === undefined ? {} : { body: String(change("", { of: "body" } as Field, body)) }),
    ...(person === undefined ? {} : { person: `another ${person}` }),
  }
}

/** Most of what can be done is tried in turn until something is accepted. */
export const walk = (scheme: OrderScheme, chosen: ReadonlyArray<Pick>): Walked => {
  const told: { answers: boolean } = { answers: true }
  const decider = ServiceOrder.decider(scheme, holds, () => told.answers)
  const [entries, secrets] = [[] as Turned[], new Set<string>()]
  let [own, twin] = [Decider.start(decider), Decider.start(decider)]
  let day = CivilDate.dayNumber(START)
  for (const pick of chosen) {
    day += pick.days
    told.answers = pick.how % 4 > 0
    const found = commandFor(scheme, own.state, pick, entries.length, day, (command) =>
      Decider.handle(decider, own, command),
    )
    if (found === undefined) continue
    const [command, handled] = found
    const other = Decider.handle(decider, twin, twinOf(scheme, command, secrets))
    if (Result.isFailure(other)) throw new Error(`the twin is refused: ${JSON.stringify(other.failure)}`)
    own = handled.stream
    twin = other.success.stream
    entries.push(handled.entry!)
  }
  return { scheme, entries, state: own.state, twin: twin.state, secrets }
}

type Asked = Decider.Command<ServiceOrder.Taken>
type Handled = Decider.Handled<ServiceOrder.State, ServiceOrder.Taken, ServiceOrder.Taken>

const commandFor = (
  scheme: OrderScheme,
  state: ServiceOrder.State,
  pick: Pick,
  number: number,
  day: number,
  handle: (command: Asked) => Result.Result<Handled, unknown>,
): readonly [Asked, Handled] | undefined => {
  const stage = state.course.stage
  const leads = ({ from }: Move): boolean => (stage === undefined ? from === undefined : from?.includes(stage) === true)
  const inDispatch = scheme.inHand.includes(stage ?? "")
    ? scheme.dispatch.moves.filter(({ from }) => from !== undefined)
    : []
  const able = [...new Set([...scheme.order.moves.filter(leads), ...inDispatch, ...inDispatch].map(({ id }) => id))]
  const known = ServiceOrder.dispatches(state).map(({ id }) => id)
  const turned = able.map((_, turn) => able[(pick.which + turn) % able.length]!)
  const forward = FORWARD.flatMap((deed) => turned.filter((move) => scheme.deeds[move] === deed))
  const inTurn = pick.which % 5 > 1 ? [...forward, ...turned] : turned
  for (const move of inTurn) {
    if (ENDING.includes(scheme.deeds[move] ?? "") && pick.how % 3 > 0) continue
    const [ours, theirs] = [moveOf(scheme.order, move), moveOf(scheme.dispatch, move)]
    const opens = theirs !== undefined && theirs.from === undefined
    const places = theirs === undefined ? [undefined] : opens ? [`密派${known.length}`] : known.toReversed()
    for (const dispatch of places)
      for (const actor of actorsFor(ours, theirs, pick)) {
        const fields = fieldsFor(scheme, ours, theirs, pick, number)
        const at = { on: CivilDate.ofDayNumberUnsafe(day), recordedAt: Coordinate.instantUnsafe(SENT + number) }
        const content = { order: "密单1", ...(dispatch === undefined ? {} : { dispatch }), move, fields }
        const command = { ...at, id: `e${String(number).padStart(4, "0")}`, actor, content }
        const handled = handle(command)
        if (Result.isSuccess(handled)) return [command, handled.success]
      }
  }
  return undefined
}

/** What leads on, the last first. */
const FORWARD = ["rework", "rate", "revisit", "publish", "accept", "report", "takeOn", "dispatch", "claim"]

/** What ends an order early is tried now and then only. */
const ENDING = ["withdraw", "refuse", "refer", "exclude", "abandon"]

const actorsFor = (ours: Move | undefined, theirs: Move | undefined, { how }: Pick): ReadonlyArray<Actor> => {
  const roles = [...new Set([...(ours?.by ?? []), ...(theirs?.by ?? [])])]
  return roles.flatMap((post) =>
    post === "unnamed"
      ? [{ post }]
      : Array.from({ length: PERSONS }, (_, place) => ({
          post,
          body: bodyOf(post),
          person: `§${post}-${((how + place) % PERSONS) + 1}§`,
        })),
  )
}

const fieldsFor = (
  scheme: OrderScheme,
  ours: Move | undefined,
  theirs: Move | undefined,
  { how, takes }: Pick,
  number: number,
): Readonly<Record<string, Value>> => {
  const asked = [ours, theirs].flatMap((move) => [...(move?.needs ?? []), ...(takes ? (move?.takes ?? []) : [])])
  const fields = new Map([...scheme.order.fields, ...scheme.dispatch.fields].map((field) => [field.id, field]))
  const valueOf = (id: string): Value => {
    const field = fields.get(id)
    switch (field?.of) {
      case "choice":
        return field.choices![how % field.choices!.length]!.id
      case "count":
        return (how % 3) + 1
      case "body":
        return id === "unit" ? "unit-1" : id === "grid" ? "grid-7" : `${id}-${(how % 3) + 1}`
      case "person":
        return id === "doer" ? `§member-${(how % PERSONS) + 1}§` : "§resident-1§"
      case "exact":
        return "1"
      case "day":
        return "2023-03-01"
      default:
        return `§${id}-${number}§`
    }
  }
  return Object.fromEntries([...new Set(asked)].map((id) => [id, valueOf(id)]))
}

const twinOf = (scheme: OrderScheme, command: Asked, secrets: Set<string>): Asked => {
  const change = swapped(scheme)
  const all = new Map([...scheme.order.fields, ...scheme.dispatch.fields].map((field) => [field.id, field]))
  const fields = Object.entries(command.content.fields).map(([id, value]) => {
    const other = change(id, all.get(id), value)
    const isText = typeof value === "string" && all.get(id)?.of !== "choice"
    if (isText && other !== value) for (const each of [value, String(other)]) secrets.add(each)
    return [id, other] as const
  })
  const actor = actorIn(scheme, command.actor)
  for (const { person } of [command.actor, actor]) if (person !== undefined) secrets.add(person)
  return { ...command, actor, content: { ...command.content, fields: Object.fromEntries(fields) } }
}
