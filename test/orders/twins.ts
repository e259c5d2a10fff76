/**
 * Random ways of orders through the real decider of any scheme, and twins of them: the same steps on the same days, with other persons and
 * other values in every field that the scheme does not declare open. All made up.
 */
import * as Result from "effect/Result"
import * as fc from "fast-check"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as OrderClock from "../../src/orders/OrderClock.js"
import { type OrderScheme, timed } from "../../src/orders/OrderScheme.js"
import * as OrderTerm from "../../src/orders/OrderTerm.js"
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
import type { Limit, LimitUnit, Reading } from "../../src/process/Limit.js"
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

/** A scheme in which some fields are as sensitive as can be. */
export const guarding = (scheme: OrderScheme, ids: ReadonlyArray<string>): OrderScheme => {
  const guarded = (workflow: Workflow): Workflow => ({
    ...workflow,
    fields: workflow.fields.map((field) =>
      ids.includes(field.id) ? { ...field, sensitivity: "protected" as const } : field,
    ),
  })
  return { ...scheme, order: guarded(scheme.order), dispatch: guarded(scheme.dispatch) }
}

/** The five orders under a limit that can be extended, made up. */
const clocked = (id: string, { amount, unit }: { readonly amount: number; readonly unit: LimitUnit }): OrderScheme => {
  const closing: Limit = {
    amount,
    unit,
    id: "办结",
    countsFirstDay: false,
    starts: "claim",
    ends: ["publish"],
    holds: [],
    extension: { most: 1000 },
  }
  const extend: Move = {
    id: "extend",
    label: { zh: "延期" },
    from: ["claimed", "inHand"],
    to: { way: "stay" },
    by: ["branch"],
    needs: ["days"],
    extends: { limit: "办结", by: "days" },
  }
  const extensions = { order: [extend], dispatch: [] }
  return { ...timed(FiveOrders.scheme, { order: [closing], dispatch: [], extensions, due: "办结" }), id }
}

export const inDays = clocked("限日五单", { amount: 12, unit: "calendarDay" })
export const inHours = clocked("限时五单", { amount: 300, unit: "clockHour" })

const STRICT = ["kind", "village", "grid", "branch", "unit", "belongsTo", "persons", "solved", "days"]

const guarded = guarding(inDays, STRICT)

/** The five orders of a place that protects nearly everything, with a field and a move of its own. */
export const strict: OrderScheme = {
  ...guarded,
  id: "严管五单", // made up
  order: {
    ...guarded.order,
    fields: [...guarded.order.fields, { id: "household", label: { zh: "户别" }, of: "text", sensitivity: "open" }],
    moves: [
      ...guarded.order.moves.map((move) =>
        move.id === "request" ? { ...move, takes: [...(move.takes ?? []), "household"] } : move,
      ),
      {
        id: "remark",
        label: { zh: "内部备注" },
        from: ["requested", "claimed", "inHand"],
        to: { way: "stay" },
        by: ["grid"],
        needs: [],
      },
    ],
  },
}

/** The five orders with each of the standard fields protected in turn, in days and in hours. */
export const inTurn: ReadonlyArray<readonly [string, OrderScheme]> = Object.keys(OrderTerm.fields).flatMap((id) =>
  [inDays, inHours].flatMap((scheme) =>
    [...scheme.order.fields, ...scheme.dispatch.fields].some((field) => field.id === id)
      ? [[id, guarding(scheme, [id])] as const]
      : [],
  ),
)

export const schemes: ReadonlyArray<OrderScheme> = [
  FiveOrders.scheme,
  GaopingOrders.scheme,
  LinglingOrders.scheme,
  LinyouOrders.scheme,
  ZiyunOrders.scheme,
  inDays,
  inHours,
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

const OFFSET = 480

/** How an order stands with its limit so many days after the last thing that happened. */
export const dueOf = (
  scheme: OrderScheme,
  state: ServiceOrder.State,
  { on, recordedAt }: Coordinate.Recorded,
  later: number,
): { readonly due?: Reading; readonly offsetMinutes: number } => {
  const now = {
    on: CivilDate.addDaysUnsafe(on, later),
    recordedAt: Coordinate.instantUnsafe(recordedAt + later * DAY),
  }
  const found = Result.getOrThrow(OrderClock.due(scheme, state, { offsetMinutes: OFFSET }, now))
  return { offsetMinutes: OFFSET, ...(found === undefined ? {} : { due: found.reading }) }
}

const DAY = 86_400_000
const PERSONS = 3
const bodyOf = (role: string): string => (role === "grid" ? "grid-7" : role === "unit" ? "unit-1" : `body-of-${role}`)

const holds: ServiceOrder.Holds = (role, { actor }) => actor.post === role

const sensitivityIn = ({ dispatch, order }: OrderScheme, id: string): string => {
  const declared = [...order.fields, ...dispatch.fields].filter((field) => field.id === id)
  return declared.find(({ sensitivity }) => sensitivity !== "open")?.sensitivity ?? "open"
}

/** What stands in the twin where something else stands in the order. */
export const swapped = (scheme: OrderScheme): ((id: string, field: Field | undefined, value: Value) => Value) => {
  return (id, field, value) => {
    if (field?.of === "person") return `another ${value}`
    const isOpen = field !== undefined && sensitivityIn(scheme, id) === "open" && id !== "household"
    if (isOpen) return value
    if (field?.of === "choice") {
      const place = field.choices?.findIndex((choice) => choice.id === value) ?? 0
      return field.choices?.[(place + 1) % field.choices.length]?.id ?? value
    }
    if (field?.of === "body") return `other ${value}`
    if (id === "days") return (Number(value) % 3) + 1
    return typeof value === "number" ? value + 5 : `¤${value}¤${id.length}`
  }
}

const actorIn = (scheme: OrderScheme, { body, person, post }: Actor): Actor => {
  const told = ["unit", "branch", "village", ...(body?.includes("grid") === true ? ["grid"] : [])]
  const isOpen = told.every((id) => sensitivityIn(scheme, id) === "open")
  return {
    post,
    ...(body === undefined ? {} : { body: isOpen ? body : `other ${body}` }),
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
    // Of another rating the same end may not be true: such a step neither takes.
    if (Result.isFailure(other) && sensitivityIn(scheme, "rating") !== "open") continue
    if (Result.isFailure(other)) throw new Error(`the twin is refused: ${JSON.stringify(other.failure)}`)
    own = handled.stream
    twin = other.success.stream
    entries.push(handled.entry!)
  }
  return { scheme, entries, state: own.state, twin: twin.state, secrets }
}

const sentAt = (day: number, number: number): Coordinate.Instant =>
  Coordinate.instantUnsafe(SENT + (day - CivilDate.dayNumber(START)) * DAY + number * 1000)

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
        const at = { on: CivilDate.ofDayNumberUnsafe(day), recordedAt: sentAt(day, number) }
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
          ...(how % 7 === 0 ? {} : { body: bodyOf(post) }),
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
