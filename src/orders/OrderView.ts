/**
 * What may be shown of an order (工单公开视图): to everybody, to the people of the village, to those whose duty it is, and to
 * whoever asked.
 *
 * **Details**
 *
 * A view is a list of what is shown; everything else is not. Who asked, how they are reached, where they live, what was
 * written about the request, the result, an opinion, a complaint or a reason, the evidence, and the root's id stand in no view, whoever
 * looks: those whose duty it is read the order. The requester sees their own words. Of free text the others see what a person
 * released, as that person wrote it.
 *
 * Two orders that differ only in what is not open, and in who acted, have the same view for the public and for the village, letter by letter.
 * A field that the scheme declares more sensitive than it has to be is withheld accordingly: a personal or protected one shows
 * to the requester and to staff, an internal one to staff. The locality's own fields show to nobody, its own moves to staff.
 *
 * So a locality says by the `sensitivity` of a field what is withheld there. Where it offers a kind that tells about whoever asked, as an errand
 * on behalf (代办) tells of somebody who cannot go, it declares `kind` protected. The rating of a single order, and whether the matter is
 * solved, show to everybody where `rating` and `solved` are declared open, as they are unless a locality says otherwise;
 * declared personal they show to the requester and to staff. Where a limit is extended by a field that is withheld, all of how the order stands
 * with it is withheld too, since the deadline and the light tell by how much.
 *
 * Some things are decided here. A grid may be ten households, so that the public does not see it, and a body that is a grid
 * is not named to the public as the one that refused. Who did the work shows to staff and to the requester, at whose door they were. The village sees
 * the branch and the unit: a member publishes a deed (党员晒单) by the text that is released, and there the name stands if it is to. How
 * often somebody complained shows to staff and the requester, since it says of the requester what they said in confidence; when a household
 * was visited likewise, and the public sees the sum. How a request came in (on behalf, unnamed, on patrol) says something about whoever asked and shows as a request.
 * Who said that a matter is not theirs, and whose it is instead, is named to everybody: without that an answer reads as a brush-off.
 * Where whoever did it named no body, that is the unit of the dispatch, or else the branch of the order by then.
 *
 * With which order one is merged is internal, and how that one ended shows to staff and to the requester, whose matter it
 * is: an outcome that two rows share, on one day, tells which houses asked the same. A result, and the days on which one was reported
 * and published, are those of the present attempt; of earlier ones the timeline tells.
 *
 * **Gotchas**
 *
 * How an order ended tells how it was rated, so that protecting the field alone does not hide it. Single orders are shown, not counts of them: in a table of
 * categories by villages a cell of one or two can tell a household though no row does, and nothing here finds that. An order on
 * which only one household can have asked (the one house at the end of the road) is told by its category and day; whether it is
 * shown at all is for a person to say.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Audience from "../foundation/Audience.js"
import * as CivilDate from "../foundation/CivilDate.js"
import * as Coordinate from "../foundation/Coordinate.js"
import { type Fault, make as fault } from "../foundation/Fault.js"
import type { Label } from "../foundation/Label.js"
import { byText } from "../foundation/TextOrder.js"
import type { Light, LimitState, Reading } from "../process/Limit.js"
import { moveOf, stageOf, type Value } from "../process/Workflow.js"
import { type Order, type OwnRating, ownRating, type Propagated } from "./Duplicates.js"
import type { Released, Text } from "./OrderRelease.js"
import { isJoint, type OrderScheme, ratingOf } from "./OrderScheme.js"
import * as OrderTerm from "./OrderTerm.js"
import { dispatches, outcome as outcomeOf, type State, type Step, steps } from "./ServiceOrder.js"

// ---------------------------------------------------------------- models

/**
 * What a body is called, and whether it is a grid or as small as one.
 *
 * @category models
 * @since 0.1.0
 */
export interface Body {
  readonly label: Label
  readonly isGrid?: boolean
}

/**
 * What a view needs besides the order. `number` is what the order is called in public: a number from a register of its own, given to
 * orders as they are published, since an id may tell the day, the village or the clerk. `bodies` is the directory; a body that it does not
 * know is not named. `due` is how the order stands with the limit by which it is due (see `OrderClock.due`), and `offsetMinutes` the offset of
 * the place, by which an instant is of a day; `root` what it came to with the order it is merged into (see `Duplicates.outcomeOf`);
 * `released` what was released of its texts.
 *
 * @category models
 * @since 0.1.0
 */
export interface Shown {
  readonly number: string
  readonly bodies: (id: string) => Body | undefined
  readonly due?: Reading
  readonly offsetMinutes?: number
  readonly root?: Pick<Propagated, "outcome">
  readonly released?: Released
}

/**
 * An id with its name.
 *
 * @category models
 * @since 0.1.0
 */
export interface Named {
  readonly id: string
  readonly label: Label
}

/**
 * Something that happened: on which day (staff see the instant too), what it was and what the locality calls it, in which dispatch by its
 * number and in which attempt; the grade where it was a rating; of a return, a refusal or a referral who said so
 * and whose the matter is instead, a grid apart from other bodies. `way` is how a request came in.
 *
 * @category models
 * @since 0.1.0
 */
export interface Event {
  readonly on: CivilDate.CivilDate
  readonly deed?: OrderTerm.Deed
  readonly label: Label
  readonly dispatch?: number
  readonly attempt: number
  readonly rating?: Named
  readonly by?: Label
  readonly belongsTo?: Label
  readonly byGrid?: Label
  readonly belongsToGrid?: Label
  readonly way?: Label
  readonly at: Coordinate.Instant
}

/**
 * What is counted of an order: dispatches (件次), services, person-times (人次), returns (退单), attempts (办理次数).
 *
 * @category models
 * @since 0.1.0
 */
export interface Counts {
  readonly dispatches: number
  readonly services: number
  readonly persons?: number
  readonly returns: number
  readonly attempts: number
}

/**
 * Everything there is to show of an order, to whomever. `timeline` is what everybody may see happen, `further` what staff and
 * the requester may besides, `local` the moves of the locality that count as nothing. `rootOutcome` is how the order it is merged into ended.
 * `dispatchedOn` is the day of the first dispatch of all; `reportedOn` and `publishedOn` are of the present attempt.
 *
 * **Gotchas** The deadline is a day. Of a limit in hours it is the day of the instant, which shows to staff and to the
 * requester (`deadlineAt`), and there is none where the offset of the place is not given.
 *
 * @category models
 * @since 0.1.0
 */
export interface OrderView {
  readonly number: string
  readonly stage: { readonly id: string; readonly label: Label; readonly kind: "open" | "held" | "end" }
  readonly outcome?: Named
  readonly rootOutcome?: Named
  readonly kind?: Named
  readonly category?: Named
  readonly village?: Label
  readonly grid?: Label
  readonly branch?: Label
  readonly units: ReadonlyArray<Label>
  readonly requestedOn: CivilDate.CivilDate
  readonly dispatchedOn?: CivilDate.CivilDate
  readonly reportedOn?: CivilDate.CivilDate
  readonly publishedOn?: CivilDate.CivilDate
  readonly endedOn?: CivilDate.CivilDate
  readonly counts: Counts
  readonly rating?: Named
  readonly solved?: Named
  readonly due?: {
    readonly light: Light
    readonly state: LimitState
    readonly deadline?: CivilDate.CivilDate
    readonly deadlineAt?: Coordinate.Instant
  }
  readonly timeline: ReadonlyArray<Event>
  readonly released?: Text
  readonly releasedToVillagers?: Text
  readonly further: ReadonlyArray<Event>
  readonly complaints: number
  readonly doers: ReadonlyArray<string>
  readonly local: ReadonlyArray<Event>
  readonly own: { readonly what?: string; readonly opinion?: string }
}

/**
 * An order to be put on a list, with what its view needs.
 *
 * @category models
 * @since 0.1.0
 */
export interface Listed extends Order {
  readonly shown: Shown
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with a list: an order without a public number, and a number of two orders.
 *
 * @category errors
 * @since 0.1.0
 */
export type OrderViewFault = Fault<"orderView.noNumber" | "orderView.numberTwice">

// ---------------------------------------------------------------- schemas

const everybody = /* @__PURE__ */ Audience.visibleTo("public")
const village = /* @__PURE__ */ Audience.visibleTo("villagers", "requester")
const concerned = /* @__PURE__ */ Audience.visibleTo("staff", "requester")
const staff = /* @__PURE__ */ Audience.visibleTo("staff")
const requester = /* @__PURE__ */ Audience.visibleTo("requester")
const personal = /* @__PURE__ */ Audience.sensitive("personal")
const internal = /* @__PURE__ */ Audience.sensitive("internal")
const protect = /* @__PURE__ */ Audience.sensitive("protected")

const day = /* @__PURE__ */ everybody(CivilDate.CivilDate)
const perhapsDay = /* @__PURE__ */ everybody(/* @__PURE__ */ Schema.optionalKey(CivilDate.CivilDate))
const count = /* @__PURE__ */ everybody(Schema.Int)
const name = /* @__PURE__ */ Schema.Struct({
  zh: /* @__PURE__ */ everybody(Schema.NonEmptyString),
  en: /* @__PURE__ */ everybody(/* @__PURE__ */ Schema.optionalKey(Schema.NonEmptyString)),
})
const perhapsName = /* @__PURE__ */ Schema.optionalKey(name)
const Named = /* @__PURE__ */ Schema.Struct({
  id: /* @__PURE__ */ everybody(Schema.NonEmptyString),
  label: /* @__PURE__ */ everybody(name),
})
const perhapsNamed = /* @__PURE__ */ everybody(/* @__PURE__ */ Schema.optionalKey(Named))
const words = /* @__PURE__ */ Schema.optionalKey(Schema.NonEmptyString)

const Wording = /* @__PURE__ */ Schema.Struct({
  on: day,
  attempt: count,
  request: /* @__PURE__ */ everybody(words),
  result: /* @__PURE__ */ everybody(words),
  releaser: /* @__PURE__ */ staff(
    /* @__PURE__ */ personal(
      /* @__PURE__ */ Schema.Struct({
        post: /* @__PURE__ */ staff(Schema.NonEmptyString),
        body: /* @__PURE__ */ staff(words),
        person: /* @__PURE__ */ staff(words),
      }),
    ),
  ),
})
const perhapsText = /* @__PURE__ */ Schema.optionalKey(Wording)

/**
 * The schema of {@link Event}, with who may see each of its fields.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Event: Schema.Codec<Event> = /* @__PURE__ */ Schema.Struct({
  on: day,
  deed: /* @__PURE__ */ everybody(/* @__PURE__ */ Schema.optionalKey(OrderTerm.Deed)),
  label: /* @__PURE__ */ everybody(name),
  dispatch: /* @__PURE__ */ everybody(/* @__PURE__ */ Schema.optionalKey(Schema.Int)),
  attempt: count,
  rating: perhapsNamed,
  by: /* @__PURE__ */ everybody(perhapsName),
  belongsTo: /* @__PURE__ */ everybody(perhapsName),
  byGrid: /* @__PURE__ */ village(/* @__PURE__ */ personal(perhapsName)),
  belongsToGrid: /* @__PURE__ */ village(/* @__PURE__ */ personal(perhapsName)),
  way: /* @__PURE__ */ concerned(/* @__PURE__ */ internal(perhapsName)),
  at: /* @__PURE__ */ staff(Coordinate.Instant),
})

const events = /* @__PURE__ */ Schema.Array(Event)

/**
 * The schema of {@link OrderView}, with who may see each of its fields.
 *
 * @category schemas
 * @since 0.1.0
 */
export const OrderView: Schema.Codec<OrderView> = /* @__PURE__ */ Schema.Struct({
  number: /* @__PURE__ */ everybody(Schema.NonEmptyString),
  stage: /* @__PURE__ */ everybody(
    /* @__PURE__ */ Schema.Struct({
      id: /* @__PURE__ */ everybody(Schema.NonEmptyString),
      label: /* @__PURE__ */ everybody(name),
      kind: /* @__PURE__ */ everybody(/* @__PURE__ */ Schema.Literals(["open", "held", "end"])),
    }),
  ),
  outcome: perhapsNamed,
  rootOutcome: /* @__PURE__ */ concerned(/* @__PURE__ */ internal(/* @__PURE__ */ Schema.optionalKey(Named))),
  kind: perhapsNamed,
  category: perhapsNamed,
  village: /* @__PURE__ */ everybody(perhapsName),
  grid: /* @__PURE__ */ village(/* @__PURE__ */ personal(perhapsName)),
  branch: /* @__PURE__ */ everybody(perhapsName),
  units: /* @__PURE__ */ everybody(/* @__PURE__ */ Schema.Array(name)),
  requestedOn: day,
  dispatchedOn: perhapsDay,
  reportedOn: perhapsDay,
  publishedOn: perhapsDay,
  endedOn: perhapsDay,
  counts: /* @__PURE__ */ everybody(
    /* @__PURE__ */ Schema.Struct({
      dispatches: count,
      services: count,
      persons: /* @__PURE__ */ everybody(/* @__PURE__ */ Schema.optionalKey(Schema.Int)),
      returns: count,
      attempts: count,
    }),
  ),
  rating: perhapsNamed,
  solved: perhapsNamed,
  due: /* @__PURE__ */ everybody(
    /* @__PURE__ */ Schema.optionalKey(
      /* @__PURE__ */ Schema.Struct({
        light: /* @__PURE__ */ everybody(/* @__PURE__ */ Schema.Literals(["green", "amber", "red"])),
        state: /* @__PURE__ */ everybody(/* @__PURE__ */ Schema.Literals(["running", "held", "met", "late"])),
        deadline: perhapsDay,
        deadlineAt: /* @__PURE__ */ concerned(/* @__PURE__ */ Schema.optionalKey(Coordinate.Instant)),
      }),
    ),
  ),
  timeline: /* @__PURE__ */ everybody(events),
  released: /* @__PURE__ */ everybody(perhapsText),
  releasedToVillagers: /* @__PURE__ */ village(perhapsText),
  further: /* @__PURE__ */ concerned(/* @__PURE__ */ internal(events)),
  complaints: /* @__PURE__ */ concerned(/* @__PURE__ */ protect(Schema.Int)),
  doers: /* @__PURE__ */ concerned(/* @__PURE__ */ personal(/* @__PURE__ */ Schema.Array(Schema.NonEmptyString))),
  local: /* @__PURE__ */ staff(/* @__PURE__ */ internal(events)),
  own: /* @__PURE__ */ requester(
    /* @__PURE__ */ protect(
      /* @__PURE__ */ Schema.Struct({
        what: /* @__PURE__ */ requester(/* @__PURE__ */ protect(words)),
        opinion: /* @__PURE__ */ requester(/* @__PURE__ */ protect(words)),
      }),
    ),
  ),
})

// ---------------------------------------------------------------- getters

/**
 * What an audience sees of an order; nothing before it was asked for.
 *
 * **Gotchas** That somebody is the requester is for the caller to know; what was asked unnamed nobody can show to be theirs.
 * The words of a re-visit are those that the body noted.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { OrderView, ServiceOrder } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const { scheme } = FiveOrders
 * const { evolve, initial } = ServiceOrder.decider(scheme, () => true)
 * const at = { on: CivilDate.parseUnsafe("2023-03-01"), recordedAt: Coordinate.instantUnsafe(1677628800000) }
 * const shown: OrderView.Shown = { number: "2023-17", bodies: (id) => ({ label: { zh: id } }) } // made up
 * const view = (what: string, category: string) =>
 *   OrderView.view(
 *     {
 *       scheme,
 *       state: evolve(initial, {
 *         ...at, id: "e1", actor: { post: "群众", person: "p1" },
 *         payload: { order: "o1", move: "request", fields: { what, category, village: "甲村" } },
 *       }),
 *     },
 *     shown,
 *     "public",
 *   )
 * assert.deepEqual(view("低保户张某家屋顶漏雨", "housing"), view("路灯不亮", "facilities"))
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const view = (order: Order, shown: Shown, audience: Audience.Audience): unknown => {
  const whole = wholeOf(order, shown, audience)
  return whole === undefined ? undefined : Audience.project(OrderView, audience)(whole)
}

/**
 * What happened to an order and when, as far as an audience sees it, in order: every return, refusal, further attempt
 * and rating with its day.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { OrderView, ServiceOrder } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const { scheme } = FiveOrders
 * const { evolve, initial } = ServiceOrder.decider(scheme, () => true)
 * const at = { on: CivilDate.parseUnsafe("2023-03-01"), recordedAt: Coordinate.instantUnsafe(1677628800000) }
 * const asked = evolve(initial, {
 *   ...at, id: "e1", actor: { post: "群众", person: "p1" }, payload: { order: "o1", move: "request", fields: { what: "灯不亮" } },
 * })
 * const state = evolve(asked, {
 *   ...at, id: "e2", actor: { post: "副书记", body: "镇党委" },
 *   payload: { order: "o1", move: "refer", fields: { reason: "非本级职责", belongsTo: "供电所" } },
 * })
 * const shown: OrderView.Shown = { number: "2023-17", bodies: (id) => ({ label: { zh: id } }) } // made up
 * assert.deepEqual(OrderView.timeline({ scheme, state }, shown, "public"), [
 *   { on: "2023-03-01", deed: "request", label: { zh: "点单", en: "request" }, attempt: 1 },
 *   {
 *     on: "2023-03-01", deed: "refer", label: { zh: "转办", en: "referral to another body" }, attempt: 1,
 *     by: { zh: "镇党委" }, belongsTo: { zh: "供电所" },
 *   },
 * ])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const timeline = (order: Order, shown: Shown, audience: Audience.Audience): ReadonlyArray<unknown> => {
  const seen = Audience.project(Event, audience)
  return happenings(order, shown, letting(order.scheme, audience))
    .filter(({ deed }) => seersOf(deed).includes(audience))
    .map(seen)
}

/**
 * A list of orders for an audience (公示表), by their public numbers: the views without timelines and texts. Fails where an
 * order has no number, or two have one.
 *
 * **Gotchas** Count rows, and small numbers may tell a household; see the head of the module.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { OrderView, ServiceOrder } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const { scheme } = FiveOrders
 * const { evolve, initial } = ServiceOrder.decider(scheme, () => true)
 * const at = { on: CivilDate.parseUnsafe("2023-03-01"), recordedAt: Coordinate.instantUnsafe(1677628800000) }
 * const state = evolve(initial, {
 *   ...at, id: "e1", actor: { post: "群众", person: "p1" }, payload: { order: "o1", move: "request", fields: { what: "灯不亮" } },
 * })
 * const shown: OrderView.Shown = { number: "2023-17", bodies: () => undefined } // made up
 * const [row] = Result.getOrThrow(OrderView.sheet([{ scheme, state, shown }], "public"))
 * assert.deepEqual(Object.keys(row ?? {}), ["number", "stage", "units", "requestedOn", "counts"])
 * assert.equal(Result.isFailure(OrderView.sheet([{ scheme, state, shown }, { scheme, state, shown }], "public")), true)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const sheet = (
  orders: ReadonlyArray<Listed>,
  audience: Audience.Audience,
): Result.Result<ReadonlyArray<Readonly<Record<string, unknown>>>, ReadonlyArray<OrderViewFault>> => {
  const faults = numberFaults(orders)
  if (faults.length > 0) return Result.fail(faults)
  const seen = Audience.project(OrderView, audience)
  const rows = orders
    .toSorted((a, b) => byText(a.shown.number, b.shown.number))
    .flatMap(({ shown, ...order }) => wholeOf(order, shown, audience) ?? [])
    .map((whole) => Object.entries(seen(whole) ?? {}).filter(([key]) => !LONG.includes(key)))
  return Result.succeed(rows.map((row) => Object.fromEntries(row)))
}

/** What a list leaves out. */
const LONG: ReadonlyArray<string> = ["timeline", "further", "local", "released", "releasedToVillagers", "own", "doers"]

const numberFaults = (orders: ReadonlyArray<Listed>): ReadonlyArray<OrderViewFault> => {
  const times = new Map<string, number>()
  for (const { shown } of orders) times.set(shown.number, (times.get(shown.number) ?? 0) + 1)
  return [...times]
    .sort(([a], [b]) => byText(a, b))
    .flatMap(([number, count]) => [
      ...(number.trim() === "" ? [fault("orderView.noNumber", { count })] : []),
      ...(number.trim() !== "" && count > 1 ? [fault("orderView.numberTwice", { number, count })] : []),
    ])
}

// ---------------------------------------------------------------- operations

/** Whether an audience may see what a field holds, as sensitive as the scheme declares it. */
type Lets = (field: string) => boolean

const LETS: Readonly<Record<Audience.Sensitivity, ReadonlyArray<Audience.Audience>>> = {
  open: Audience.all,
  personal: ["staff", "requester"],
  internal: ["staff"],
  protected: ["staff", "requester"],
}

const letting = ({ dispatch, order }: OrderScheme, audience: Audience.Audience): Lets => {
  const barred = [...order.fields, ...dispatch.fields].filter(
    ({ sensitivity }) => !LETS[sensitivity].includes(audience),
  )
  const ids = new Set(barred.map(({ id }) => id))
  return (field) => !ids.has(field)
}

/** Who sees that something was done; of all else everybody. */
const SEERS: Readonly<Partial<Record<OrderTerm.Deed, ReadonlyArray<Audience.Audience>>>> = {
  verify: ["staff", "requester"],
  serve: ["staff", "requester"],
  complain: ["staff", "requester"],
  answer: ["staff", "requester"],
}

const seersOf = (deed: OrderTerm.Deed | undefined): ReadonlyArray<Audience.Audience> =>
  deed === undefined ? ["staff"] : (SEERS[deed] ?? Audience.all)

const wholeOf = (order: Order, shown: Shown, audience: Audience.Audience): OrderView | undefined => {
  const { scheme, state } = order
  const { began, stage: id } = state.course
  const stage = id === undefined ? undefined : stageOf(scheme.order, id)
  if (began === undefined || stage === undefined) return undefined
  const lets = letting(scheme, audience)
  const taken = steps(scheme, state)
  const happened = happenings(order, shown, lets)
  return {
    number: shown.number,
    stage: { id: stage.id, label: stage.label, kind: stage.kind },
    ...endsOf(order, shown),
    ...placesOf(order, shown, lets),
    units: lets("unit") ? unitsOf(order, shown) : [],
    requestedOn: began.on,
    ...daysOf(order, happened),
    counts: countsOf(order, taken, lets),
    ...gradesOf(scheme, ownRating(order), lets),
    ...dueOf(scheme, shown, lets),
    timeline: happened.filter(({ deed }) => seersOf(deed).includes("public")),
    ...releasedOf(state, shown),
    further: happened.filter(({ deed }) => deed !== undefined && !seersOf(deed).includes("public")),
    complaints: taken.filter(({ deed }) => deed === "complain").length,
    doers: doersOf(taken),
    local: happened.filter(({ deed }) => deed === undefined),
    own: { ...textIn("what", state.fields.what), ...textIn("opinion", state.fields.opinion) },
  }
}

const textIn = <K extends string>(key: K, value: Value | undefined): Partial<Record<K, string>> =>
  typeof value === "string" && value !== "" ? ({ [key]: value } as Partial<Record<K, string>>) : {}

const endsOf = ({ scheme, state }: Order, { root }: Shown): Pick<OrderView, "outcome" | "rootOutcome"> => {
  const outcome = outcomeOf(scheme, state)
  const isMerged = outcome === "merged" || (outcome === undefined && state.joined)
  const of = isMerged ? root?.outcome : undefined
  return {
    ...(outcome === undefined ? {} : { outcome: { id: outcome, label: OrderTerm.outcomes[outcome] } }),
    ...(of === undefined ? {} : { rootOutcome: { id: of, label: OrderTerm.outcomes[of] } }),
  }
}

type Places = Pick<OrderView, "kind" | "category" | "village" | "grid" | "branch">

const placesOf = ({ scheme, state: { fields } }: Order, { bodies }: Shown, lets: Lets): Places => {
  const bodyAt = (id: "village" | "grid" | "branch"): Body | undefined => bodyOf(fields[id], bodies)
  const [kind, category] = [choiceOf(scheme, "kind", fields.kind), choiceOf(scheme, "category", fields.category)]
  const [village, grid, branch] = [bodyAt("village"), bodyAt("grid"), bodyAt("branch")]
  return {
    ...(kind !== undefined && lets("kind") ? { kind } : {}),
    ...(category !== undefined && lets("category") ? { category } : {}),
    ...(village !== undefined && village.isGrid !== true && lets("village") ? { village: village.label } : {}),
    ...(grid !== undefined && lets("grid") ? { grid: grid.label } : {}),
    ...(branch !== undefined && branch.isGrid !== true && lets("branch") ? { branch: branch.label } : {}),
  }
}

const bodyOf = (value: Value | undefined, bodies: Shown["bodies"]): Body | undefined =>
  typeof value === "string" && value !== "" ? bodies(value) : undefined

const choiceOf = ({ order }: OrderScheme, field: string, value: Value | undefined): Named | undefined =>
  order.fields.find(({ id }) => id === field)?.choices?.find(({ id }) => id === value)

/** The units of the dispatches of the present attempt that go on or were accepted, each once. */
const unitsOf = ({ scheme, state }: Order, { bodies }: Shown): ReadonlyArray<Label> => {
  const inCharge = dispatches(state).filter(({ attempt, course }) => {
    const stage = stageOf(scheme.dispatch, course.stage ?? "")
    return attempt === state.course.attempt && (stage?.kind !== "end" || stage.outcome === "accepted")
  })
  const ids = new Set(inCharge.flatMap(({ fields: { unit } }) => unit ?? []))
  return [...ids].flatMap((id) => {
    const body = bodyOf(id, bodies)
    return body === undefined || body.isGrid === true ? [] : [body.label]
  })
}

type Days = Pick<OrderView, "dispatchedOn" | "reportedOn" | "publishedOn" | "endedOn">

const daysOf = ({ scheme, state }: Order, happened: ReadonlyArray<Event>): Days => {
  const present = happened.filter(({ attempt }) => attempt === state.course.attempt)
  const dispatched = happened.find(({ deed }) => deed === "dispatch")
  const reported = present.findLast(({ deed }) => deed === "report")
  const published = present.findLast(({ deed }) => deed === "publish")
  const ended = outcomeOf(scheme, state) === undefined ? undefined : state.course.entered
  return {
    ...(dispatched === undefined ? {} : { dispatchedOn: dispatched.on }),
    ...(reported === undefined ? {} : { reportedOn: reported.on }),
    ...(published === undefined ? {} : { publishedOn: published.on }),
    ...(ended === undefined ? {} : { endedOn: ended.on }),
  }
}

const countsOf = ({ state }: Order, taken: ReadonlyArray<Step>, lets: Lets): Counts => {
  const parts = taken.filter(({ dispatch }) => dispatch !== undefined)
  const services = parts.filter(({ deed }) => deed === "serve")
  const persons = services.map(({ entry }) => Number(entry.payload.fields.persons ?? 0)).filter(Number.isSafeInteger)
  return {
    dispatches: dispatches(state).length,
    services: services.length,
    ...(lets("persons") ? { persons: persons.reduce((sum, each) => sum + each, 0) } : {}),
    returns: parts.filter(({ deed }) => deed === "giveBack" || deed === "disown").length,
    attempts: state.course.attempt,
  }
}

const gradesOf = (
  scheme: OrderScheme,
  given: OwnRating | undefined,
  lets: Lets,
): Pick<OrderView, "rating" | "solved"> => {
  const rating = choiceOf(scheme, "rating", given?.choice)
  const solved = choiceOf(scheme, "solved", given?.solved)
  return {
    ...(rating !== undefined && lets("rating") ? { rating } : {}),
    ...(solved !== undefined && lets("solved") ? { solved } : {}),
  }
}

const dueOf = (
  { due: limit, order }: OrderScheme,
  { due, offsetMinutes }: Shown,
  lets: Lets,
): Pick<OrderView, "due"> => {
  const extending = order.moves.flatMap(({ extends: extension }) =>
    extension !== undefined && extension.limit === limit ? [extension.by] : [],
  )
  if (due === undefined || !["days", ...extending].every(lets)) return {}
  const { deadline: end, light, state } = due
  if (end === undefined) return { due: { light, state } }
  if (typeof end === "string") return { due: { light, state, deadline: end } }
  const on = offsetMinutes === undefined ? undefined : Result.getOrUndefined(Coordinate.dayOf(end, offsetMinutes))
  return { due: { light, state, ...(on === undefined ? {} : { deadline: on }), deadlineAt: end } }
}

const releasedOf = ({ course }: State, { released }: Shown): Pick<OrderView, "released" | "releasedToVillagers"> => {
  const [all, village] = [released?.public, released?.villagers].map((text) => presentOf(text, course.attempt))
  return {
    ...(all === undefined ? {} : { released: all }),
    ...(village === undefined ? {} : { releasedToVillagers: village }),
  }
}

/** A text without the result of an earlier attempt. */
const presentOf = (text: Text | undefined, attempt: number): Text | undefined => {
  if (text === undefined || text.attempt === attempt) return text
  const { result: _, ...rest } = text
  return rest.request === undefined ? undefined : rest
}

const doersOf = (taken: ReadonlyArray<Step>): ReadonlyArray<string> => {
  const done = taken.filter(({ deed }) => deed === "takeOn" || deed === "serve" || deed === "report")
  return [...new Set(done.flatMap(({ entry }) => entry.actor.person ?? []))].sort()
}

/** By these somebody says that they do not do it, or that it is not to be done. */
const REFUSALS: ReadonlyArray<OrderTerm.Deed | undefined> = [
  "disown",
  "giveBack",
  "refer",
  "refuse",
  "exclude",
  "abandon",
]

/** By these the body in charge says that it does not do it, whoever of it does. */
const OF_BODY: ReadonlyArray<OrderTerm.Deed | undefined> = ["disown", "giveBack", "refer", "refuse"]

/** What happened, each act once: of one that was taken in the order and in a dispatch the step of the dispatch. */
const happenings = (order: Order, shown: Shown, lets: Lets): ReadonlyArray<Event> => {
  const { scheme, state } = order
  const numbers = new Map(dispatches(state).map(({ id, number }) => [id, number]))
  const units = new Map(dispatches(state).map(({ fields: { unit }, id }) => [id, unit]))
  const [renewing, joint] = [new Set(scheme.order.attempts), jointMoves(scheme)]
  const found: Array<Event> = []
  let attempt = 1
  let branch: Value | undefined
  for (const step of steps(scheme, state)) {
    const { fields, move } = step.entry.payload
    if (step.dispatch === undefined && String(fields.branch ?? "").trim() !== "") branch = fields.branch
    if (step.dispatch === undefined && step.from !== undefined && renewing.has(move)) attempt++
    if (step.dispatch === undefined && joint.has(move)) continue
    const dispatch = numbers.get(step.dispatch ?? "")
    const unit = units.get(step.dispatch ?? "") ?? branch
    found.push({
      ...eventOf(scheme, step, shown, lets, unit),
      attempt,
      ...(dispatch === undefined ? {} : { dispatch }),
    })
  }
  return found
}

const jointMoves = (scheme: OrderScheme): ReadonlySet<string> =>
  new Set(scheme.order.moves.map(({ id }) => id).filter((id) => isJoint(scheme, id)))

const eventOf = (
  scheme: OrderScheme,
  { deed, dispatch, entry }: Step,
  { bodies }: Shown,
  lets: Lets,
  inCharge: Value | undefined,
): Omit<Event, "attempt"> => {
  const { actor, on, payload, recordedAt: at } = entry
  const label = moveOf(dispatch === undefined ? scheme.order : scheme.dispatch, payload.move)?.label ?? {
    zh: payload.move,
  }
  const event = { on, at, ...(deed === undefined ? {} : { deed }) }
  if (OrderTerm.openings.includes(deed))
    return { ...event, deed: "request", label: OrderTerm.deeds.request, way: label }
  if (deed === "rate" || deed === "revisit") {
    const choice = payload.fields.rating
    const rating = typeof choice === "string" && ratingOf(scheme, choice) !== undefined ? choice : undefined
    const named = lets("rating") ? choiceOf(scheme, "rating", rating) : undefined
    return { ...event, label, ...(named === undefined ? {} : { rating: named }) }
  }
  if (!REFUSALS.includes(deed)) return { ...event, label }
  const named = (body: Value | undefined, ...as: ReadonlyArray<string>): Body | undefined => {
    const found = as.every(lets) ? bodyOf(body, bodies) : undefined
    return found?.isGrid === true && !lets("grid") ? undefined : found
  }
  const by = named(actor.body ?? (OF_BODY.includes(deed) ? inCharge : undefined), "unit", "branch", "village")
  const to = named(payload.fields.belongsTo, "belongsTo")
  return {
    ...event,
    label,
    ...(by === undefined ? {} : by.isGrid === true ? { byGrid: by.label } : { by: by.label }),
    ...(to === undefined ? {} : to.isGrid === true ? { belongsToGrid: to.label } : { belongsTo: to.label }),
  }
}
