/**
 * The states of foreign systems (外部状态对照) as a table: what each stands for with us, what each of our standings is told as
 * there, and what every status that comes in does in every state.
 *
 * **Details**
 *
 * Nothing is guessed: a status nobody knows leaves the state as it is and is recorded all the same. What a state does not say
 * is named as a loss. A matter that was closed or fixed and is open again was reopened, and every history shows it. A hidden
 * state is for nobody to see, and no update leads into one or out of one.
 *
 * What comes in from outside never moves an order of ours: it is told which deed it proposes, and whoever may do it decides.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { Citation } from "../foundation/Citation.js"
import * as Document from "../foundation/Document.js"
import { type Fault, make as fault } from "../foundation/Fault.js"
import { Label } from "../foundation/Label.js"
import { byText } from "../foundation/TextOrder.js"
import { Id } from "../process/Guard.js"
import { openMoves } from "./OpenMoves.js"
import { movesOf, type OrderScheme } from "./OrderScheme.js"
import * as OrderStanding from "./OrderStanding.js"
import { Standing } from "./OrderStanding.js"
import { Deed, Rating } from "./OrderTerm.js"
import * as ServiceOrder from "./ServiceOrder.js"

// ---------------------------------------------------------------- models

/**
 * Who says something about a report: the body in charge (承办单位), whoever reported it (报告人), or anybody else (其他人).
 *
 * @category models
 * @since 0.1.0
 */
export type Sender = "body" | "reporter" | "others"

/**
 * What is not told, or is told as something that it is not: how it ended; how far it has come; who says so; whether whoever asked is content;
 * whether it is solved; whose it is; why; whether the result was accepted; whether it is final; that it is kept from view.
 *
 * @category models
 * @since 0.1.0
 */
export type Loss =
  | "how"
  | "stage"
  | "who"
  | "satisfaction"
  | "solved"
  | "whose"
  | "why"
  | "accepted"
  | "final"
  | "withheld"

/**
 * A foreign state: whether it is open, closed, fixed (closed because the matter is settled) or hidden, and what it stands for with
 * us, with what is lost in saying so: a standing, or `ended` where it only says that it has ended. A hidden one stands for nothing.
 *
 * @category models
 * @since 0.1.0
 */
export interface ForeignState {
  readonly id: string
  readonly label: Label
  readonly kind: "open" | "closed" | "fixed" | "hidden"
  readonly stands?: Standing | "ended"
  readonly losses: ReadonlyArray<Loss>
  readonly cite?: Citation
  readonly note?: string
}

/**
 * The foreign state that a standing of ours is told as, and what it does not tell of it. Without losses it is exact: read
 * back it is the same standing.
 *
 * @category models
 * @since 0.1.0
 */
export interface Wording {
  readonly state: string
  readonly losses: ReadonlyArray<Loss>
}

/**
 * A row of the table: what a status that comes in does in every state (`in`: from each state the state it leads to, and to
 * itself where it changes nothing), from whom it is taken, under which other names it is known, and which deeds of ours it
 * proposes, the first that leads on before the others.
 *
 * @category models
 * @since 0.1.0
 */
export interface Status {
  readonly id: string
  readonly label: Label
  readonly also?: ReadonlyArray<string>
  readonly by: ReadonlyArray<Sender>
  readonly in: Readonly<Record<string, string>>
  readonly proposes?: ReadonlyArray<Suggestion>
  readonly cite?: Citation
  readonly note?: string
}

/**
 * A deed of ours that a row proposes (建议办理): in which states of the row and from which of its senders, in all and from all
 * where that is not said; and of a deed that rates the level it speaks for.
 *
 * @category models
 * @since 0.1.0
 */
export interface Suggestion {
  readonly deed: Deed
  readonly in?: ReadonlyArray<string>
  readonly by?: ReadonlyArray<Sender>
  readonly rating?: Rating
}

/**
 * What whoever reported answers when asked whether it is fixed (办结询问).
 *
 * @category models
 * @since 0.1.0
 */
export type Answer = "yes" | "no" | "unknown"

/**
 * The questionnaire: what each answer does in every state. `explains` tells whether an answer that reopens needs words.
 *
 * @category models
 * @since 0.1.0
 */
export interface Questionnaire {
  readonly in: Readonly<Record<Answer, Readonly<Record<string, string>>>>
  readonly proposes: Readonly<Partial<Record<Answer, ReadonlyArray<Suggestion>>>>
  readonly explains: boolean
  readonly cite?: Citation
}

/**
 * A variant of the table (变体): rows that stand in place of those of the same id.
 *
 * @category models
 * @since 0.1.0
 */
export interface Variant {
  readonly id: string
  readonly label: Label
  readonly statuses: ReadonlyArray<Status>
}

/**
 * A foreign system as a stored document. `told` says how each of our standings is told there. `isFolded` tells that
 * capitals and underscores make no difference in the names of statuses; `hasNotes` that a typed reason can be sent
 * beside the state, from which it is read back without loss; `reopening` is what a reopening proposes, whatever row it is by.
 *
 * @category models
 * @since 0.1.0
 */
export interface ForeignStates {
  readonly format: 1
  readonly id: string
  readonly version: string
  readonly label: Label
  readonly cite?: Citation
  readonly note?: string
  readonly isFolded: boolean
  readonly hasNotes: boolean
  readonly states: ReadonlyArray<ForeignState>
  readonly told: Readonly<Record<Standing, Wording>>
  readonly statuses: ReadonlyArray<Status>
  readonly reopening?: ReadonlyArray<Suggestion>
  readonly questionnaire?: Questionnaire
  readonly variants: ReadonlyArray<Variant>
}

/**
 * What is said about a report: a status, or an answer to the questionnaire with whether it was explained.
 *
 * @category models
 * @since 0.1.0
 */
export type Said = { readonly status: string } | { readonly answer: Answer; readonly isExplained: boolean }

/**
 * Why an update changes nothing: nobody knows the status (`unknown`); it is not taken from this sender; the state is hidden;
 * the table leaves the state as it is; it is older than one that was taken before; it would reopen the report and does not
 * say why; nobody is asked there.
 *
 * @category models
 * @since 0.1.0
 */
export type Unmoved = "unknown" | "notBy" | "hidden" | "stays" | "older" | "unexplained" | "notAsked"

/**
 * What an update does: the state it leads to, whether that is another one, whether it reopened the report, and why nothing
 * changed where nothing did.
 *
 * @category models
 * @since 0.1.0
 */
export interface Applied {
  readonly state: string
  readonly isChanged: boolean
  readonly isReopened: boolean
  readonly why?: Unmoved
}

/**
 * What a foreign state is with us, and what is lost in saying so.
 *
 * @category models
 * @since 0.1.0
 */
export interface Reading {
  readonly standing?: Standing | "ended"
  readonly losses: ReadonlyArray<Loss>
}

/**
 * An order of ours told to a foreign system: the state, and where there is a place for it the typed reason; the body whose it
 * is, where the scheme lets everybody see that field; and what neither of them tells.
 *
 * @category models
 * @since 0.1.0
 */
export interface Telling extends Wording {
  readonly standing: Standing
  readonly reason?: Standing
  readonly agency?: string
}

/**
 * Why an update that changes the state proposes nothing: the order has ended, so that it can only be asked for anew; the table
 * has no deed for it; no deed that it has leads on from where the order stands.
 *
 * @category models
 * @since 0.1.0
 */
export type Unproposed = "ended" | "noDeed" | "noMove"

/**
 * What an update from outside proposes to do with an order of ours: the deed, the level of a rating that it speaks for, and the
 * moves of the scheme that would do it from where the order stands, at least one. Without a deed it proposes nothing, and where it
 * changes the state it tells why.
 *
 * @category models
 * @since 0.1.0
 */
export interface Proposal extends Applied {
  readonly from: string
  readonly deed?: Deed
  readonly rating?: Rating
  readonly moves: ReadonlyArray<{ readonly move: string; readonly dispatch?: string }>
  readonly unproposed?: Unproposed
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with a table, and with what it is asked. Of the table: an id or a name of a status twice, a state that
 * is none, a cell that is not filled (`hole`), a row that leads into a hidden state or out of one, a public state that stands for
 * nothing or a hidden one that stands for something (`stands`), an order told as hidden, a row or a proposal from nobody, and what is said to be exact
 * and does not come back the same (`inexact`). Of a question: no such state or variant; a reason that does not belong to the
 * state.
 *
 * @category errors
 * @since 0.1.0
 */
export type ForeignStatesFault = Fault<
  | "foreignStates.twice"
  | "foreignStates.noSuchState"
  | "foreignStates.hole"
  | "foreignStates.hidden"
  | "foreignStates.stands"
  | "foreignStates.toldHidden"
  | "foreignStates.nobody"
  | "foreignStates.inexact"
  | "foreignStates.noSuchVariant"
  | "foreignStates.reason"
>

// ---------------------------------------------------------------- schemas

/**
 * The schema of {@link Loss}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Loss: Schema.Codec<Loss> = /* @__PURE__ */ Schema.Literals([
  "how",
  "stage",
  "who",
  "satisfaction",
  "solved",
  "whose",
  "why",
  "accepted",
  "final",
  "withheld",
])

/**
 * The schema of {@link Sender}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Sender: Schema.Codec<Sender> = /* @__PURE__ */ Schema.Literals(["body", "reporter", "others"])

const Answer: Schema.Codec<Answer> = /* @__PURE__ */ Schema.Literals(["yes", "no", "unknown"])

/**
 * The schema of {@link Said}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Said: Schema.Codec<Said> = /* @__PURE__ */ Schema.Union([
  /* @__PURE__ */ Schema.Struct({ status: Schema.String }),
  /* @__PURE__ */ Schema.Struct({ answer: Answer, isExplained: Schema.Boolean }),
])

const Losses = /* @__PURE__ */ Schema.Array(Loss)
const Cells = /* @__PURE__ */ Schema.Record(Schema.String, Id)
const cite = /* @__PURE__ */ Schema.optionalKey(Citation)
const note = /* @__PURE__ */ Schema.optionalKey(Schema.NonEmptyString)
const Suggestions = /* @__PURE__ */ Schema.Array(
  /* @__PURE__ */ Schema.Struct({
    deed: Deed,
    in: /* @__PURE__ */ Schema.optionalKey(/* @__PURE__ */ Schema.Array(Id)),
    by: /* @__PURE__ */ Schema.optionalKey(/* @__PURE__ */ Schema.Array(Sender)),
    rating: /* @__PURE__ */ Schema.optionalKey(Rating),
  }),
)
const proposes = /* @__PURE__ */ Schema.optionalKey(Suggestions)

const State = /* @__PURE__ */ Schema.Struct({
  id: Id,
  label: Label,
  kind: /* @__PURE__ */ Schema.Literals(["open", "closed", "fixed", "hidden"]),
  stands: /* @__PURE__ */ Schema.optionalKey(
    /* @__PURE__ */ Schema.Union([Standing, /* @__PURE__ */ Schema.Literal("ended")]),
  ),
  losses: Losses,
  cite,
  note,
})

const Wording = /* @__PURE__ */ Schema.Struct({ state: Id, losses: Losses })

const Told: Schema.Codec<ForeignStates["told"]> = /* @__PURE__ */ Schema.Record(Standing, Wording)

const Status = /* @__PURE__ */ Schema.Struct({
  id: Id,
  label: Label,
  also: /* @__PURE__ */ Schema.optionalKey(/* @__PURE__ */ Schema.Array(Id)),
  by: /* @__PURE__ */ Schema.Array(Sender),
  in: Cells,
  proposes,
  cite,
  note,
})

const Statuses = /* @__PURE__ */ Schema.Array(Status)

const Questionnaire = /* @__PURE__ */ Schema.Struct({
  in: /* @__PURE__ */ Schema.Struct({ yes: Cells, no: Cells, unknown: Cells }),
  proposes: /* @__PURE__ */ Schema.Struct({ yes: proposes, no: proposes, unknown: proposes }),
  explains: Schema.Boolean,
  cite,
})

/**
 * The schema of {@link ForeignStates}; {@link document} reads one from unknown input and checks it as a whole.
 *
 * @category schemas
 * @since 0.1.0
 */
export const ForeignStates: Schema.Codec<ForeignStates> = /* @__PURE__ */ Schema.Struct({
  format: /* @__PURE__ */ Schema.Literal(1),
  id: Id,
  version: Id,
  label: Label,
  cite,
  note,
  isFolded: Schema.Boolean,
  hasNotes: Schema.Boolean,
  states: /* @__PURE__ */ Schema.Array(State),
  told: Told,
  statuses: Statuses,
  reopening: proposes,
  questionnaire: /* @__PURE__ */ Schema.optionalKey(Questionnaire),
  variants: /* @__PURE__ */ Schema.Array(/* @__PURE__ */ Schema.Struct({ id: Id, label: Label, statuses: Statuses })),
})

/**
 * The table as a stored document: decode, encode, is, standard, jsonSchema.
 *
 * @category schemas
 * @since 0.1.0
 */
export const document: Document.Document<ForeignStates> = /* @__PURE__ */ Document.make<ForeignStates>({
  name: "ForeignStates",
  format: 1,
  schema: () => ForeignStates,
  check: (table) => check(table),
})

// ---------------------------------------------------------------- getters

/**
 * The state of an id.
 *
 * @example
 * ```ts
 * import { ForeignStates } from "dangjian/orders"
 * import { FixMyStreetStates } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * assert.equal(ForeignStates.stateOf(FixMyStreetStates.table, "duplicate")?.kind, "closed")
 * assert.equal(ForeignStates.stateOf(FixMyStreetStates.table, "hidden")?.kind, "hidden")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const stateOf = ({ states }: ForeignStates, id: string): ForeignState | undefined =>
  states.find((state) => state.id === id)

/**
 * The row of a status, by its id or another of its names.
 *
 * @example
 * ```ts
 * import { ForeignStates } from "dangjian/orders"
 * import { FixMyStreetStates } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * assert.equal(ForeignStates.statusOf(FixMyStreetStates.table, "in_progress")?.id, "IN_PROGRESS")
 * assert.equal(ForeignStates.statusOf(FixMyStreetStates.table, "SOMETHING_ELSE"), undefined)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const statusOf = (self: ForeignStates, name: string): Status | undefined => {
  const wanted = folded(self, name)
  return self.statuses.find((status) => namesOf(status).some((known) => folded(self, known) === wanted))
}

const namesOf = ({ also = [], id }: Status): ReadonlyArray<string> => [id, ...also]

const folded = ({ isFolded }: ForeignStates, name: string): string =>
  isFolded ? name.toLowerCase().replaceAll("_", " ") : name

/**
 * What a state is with us. Where a typed reason came with it, that is what it is, as far as it belongs to that state
 * (`foreignStates.reason`). Fails with `foreignStates.noSuchState`.
 *
 * @example
 * ```ts
 * import { ForeignStates } from "dangjian/orders"
 * import { FixMyStreetStates, Open311States } from "dangjian/presets"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const read = (state: string) => Result.getOrThrow(ForeignStates.toOrder(FixMyStreetStates.table, state))
 * assert.deepEqual(read("unable to fix"), { standing: "notFeasible", losses: [] })
 * assert.deepEqual(read("hidden"), { losses: ["withheld"] })
 *
 * const closed = ForeignStates.toOrder(Open311States.table, "closed")
 * assert.deepEqual(Result.getOrThrow(closed), { standing: "ended", losses: ["how"] })
 * const merged = ForeignStates.toOrder(Open311States.table, "closed", "merged")
 * assert.deepEqual(Result.getOrThrow(merged), { standing: "merged", losses: [] })
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const toOrder = (
  self: ForeignStates,
  state: string,
  reason?: string,
): Result.Result<Reading, ForeignStatesFault> => {
  const known = stateOf(self, state)
  if (known === undefined) return Result.fail(fault("foreignStates.noSuchState", { state }, ["state"]))
  const { losses, stands } = known
  if (reason === undefined) return Result.succeed(stands === undefined ? { losses } : { standing: stands, losses })
  return self.hasNotes && isTold(self, reason) && self.told[reason].state === state
    ? Result.succeed({ standing: reason, losses: [] })
    : Result.fail(fault("foreignStates.reason", { reason, state }, ["reason"]))
}

const isTold = ({ told }: ForeignStates, reason: string): reason is Standing => Object.hasOwn(told, reason)

/**
 * How a standing of ours is told.
 *
 * @example
 * ```ts
 * import { ForeignStates } from "dangjian/orders"
 * import { FixMyStreetStates } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const told = (standing: "notFeasible" | "notOurs") => ForeignStates.fromOrder(FixMyStreetStates.table, standing)
 * assert.deepEqual(told("notFeasible"), { state: "unable to fix", losses: [] })
 * assert.deepEqual(told("notOurs"), { state: "not responsible", losses: ["whose"] })
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const fromOrder = ({ told }: ForeignStates, standing: Standing): Wording => told[standing]

/**
 * An order of any scheme as a foreign system sees it; nothing before it was requested. No words of the order go out: only
 * the state, the typed reason, and the body whose it is (`agency`) where the scheme declares that field open. What these tell
 * beside the state is no loss: a typed reason is the whole standing.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { ForeignStates, ServiceOrder } from "dangjian/orders"
 * import { FiveOrders, Open311States } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const { evolve, initial } = ServiceOrder.decider(FiveOrders.scheme, () => true)
 * const entry = (id: string, move: string, fields: Readonly<Record<string, string>>) => ({
 *   id,
 *   on: CivilDate.parseUnsafe("2024-03-01"), // made up
 *   recordedAt: Coordinate.instantUnsafe(1709251200000),
 *   actor: { post: "resident", person: "p1" },
 *   payload: { order: "o1", move, fields },
 * })
 * const requested = evolve(initial, entry("e1", "request", { what: "高压线垂落" }))
 * const referred = evolve(requested, entry("e2", "refer", { reason: "属供电部门", belongsTo: "供电所" }))
 * assert.deepEqual(ForeignStates.tell(Open311States.table, FiveOrders.scheme, referred), {
 *   standing: "notOurs",
 *   state: "closed",
 *   losses: [],
 *   reason: "notOurs",
 *   agency: "供电所",
 * })
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const tell = (self: ForeignStates, scheme: OrderScheme, order: ServiceOrder.State): Telling | undefined => {
  const standing = OrderStanding.of(scheme, order)
  if (standing === undefined) return undefined
  const agency = agencyOf(scheme, order, standing)
  const { losses: untold, state } = fromOrder(self, standing)
  return {
    standing,
    state,
    losses: self.hasNotes ? [] : untold.filter((loss) => loss !== "whose" || agency === undefined),
    ...(self.hasNotes ? { reason: standing } : {}),
    ...(agency === undefined ? {} : { agency }),
  }
}

/** Whose it is: of what is not ours the body it belongs to, else the unit of the last dispatch, else the branch. */
const agencyOf = (
  { dispatch, order }: OrderScheme,
  state: ServiceOrder.State,
  standing: Standing,
): string | undefined => {
  const shown = (from: OrderScheme["order"], held: ServiceOrder.State["fields"], id: string): string | undefined =>
    from.fields.some((field) => field.id === id && field.sensitivity === "open") && held[id] !== undefined
      ? String(held[id])
      : undefined
  if (standing === "notOurs") return shown(order, state.fields, "belongsTo")
  const last = ServiceOrder.dispatches(state).at(-1)
  return shown(dispatch, last?.fields ?? {}, "unit") ?? shown(order, state.fields, "branch")
}

// ---------------------------------------------------------------- operations

/**
 * The table with the rows of a variant in place of its own. Fails with `foreignStates.noSuchVariant`.
 *
 * @example
 * ```ts
 * import { ForeignStates } from "dangjian/orders"
 * import { FixMyStreetStates } from "dangjian/presets"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const plain = FixMyStreetStates.table
 * const extended = Result.getOrThrow(ForeignStates.inVariant(plain, "extended statuses"))
 * const closed = (table: ForeignStates.ForeignStates) =>
 *   Result.getOrThrow(ForeignStates.apply(table, "confirmed", { status: "CLOSED" }, "body")).state
 * assert.deepEqual([closed(plain), closed(extended)], ["fixed - council", "closed"])
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const inVariant = (self: ForeignStates, id: string): Result.Result<ForeignStates, ForeignStatesFault> => {
  const variant = self.variants.find((each) => each.id === id)
  if (variant === undefined) return Result.fail(fault("foreignStates.noSuchVariant", { id }, ["variant"]))
  return Result.succeed(varied(self, variant))
}

const varied = (self: ForeignStates, { statuses }: Variant): ForeignStates => {
  const replaced = self.statuses.map((status) => statuses.find(({ id }) => id === status.id) ?? status)
  const added = statuses.filter(({ id }) => !self.statuses.some((status) => status.id === id))
  return { ...self, statuses: [...replaced, ...added] }
}

/**
 * What a status or an answer does in a state. Fails with `foreignStates.noSuchState` of a state that the table does not
 * know; everything else leaves the state as it is and says why.
 *
 * @example
 * ```ts
 * import { ForeignStates } from "dangjian/orders"
 * import { FixMyStreetStates } from "dangjian/presets"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const after = (state: string, said: ForeignStates.Said, by: ForeignStates.Sender) =>
 *   Result.getOrThrow(ForeignStates.apply(FixMyStreetStates.table, state, said, by))
 * assert.deepEqual(after("fixed - user", { status: "OPEN" }, "body"), {
 *   state: "confirmed",
 *   isChanged: true,
 *   isReopened: true,
 * })
 * assert.equal(after("confirmed", { status: "FIXED" }, "reporter").why, "notBy")
 * assert.equal(after("hidden", { status: "OPEN" }, "body").why, "hidden")
 * assert.equal(after("closed", { answer: "no", isExplained: true }, "reporter").why, "stays")
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const apply = (
  self: ForeignStates,
  state: string,
  said: Said,
  by: Sender,
): Result.Result<Applied, ForeignStatesFault> => {
  const known = stateOf(self, state)
  return known === undefined
    ? Result.fail(fault("foreignStates.noSuchState", { state }, ["state"]))
    : Result.succeed(applied(self, known, said, by))
}

const still = (state: string, why: Unmoved): Applied => ({ state, isChanged: false, isReopened: false, why })

const applied = (self: ForeignStates, { id: state, kind }: ForeignState, said: Said, by: Sender): Applied => {
  if (kind === "hidden") return still(state, "hidden")
  const row = rowOf(self, said)
  if (row === undefined) return still(state, "status" in said ? "unknown" : "notAsked")
  if (!row.by.includes(by)) return still(state, "notBy")
  const to = cellOf(row.in, state)
  if (to === undefined || to === state) return still(state, "stays")
  const isReopened = kind !== "open" && stateOf(self, to)?.kind === "open"
  if (isReopened && row.needsWords) return still(state, "unexplained")
  return { state: to, isChanged: true, isReopened }
}

const cellOf = (cells: Status["in"], state: string): string | undefined =>
  Object.hasOwn(cells, state) ? cells[state] : undefined

interface Row extends Pick<Status, "by" | "in" | "proposes"> {
  readonly needsWords: boolean
}

const REPORTER: ReadonlyArray<Sender> = ["reporter"]
const SENDERS: ReadonlyArray<Sender> = ["body", "reporter", "others"]

const rowOf = (self: ForeignStates, said: Said): Row | undefined => {
  if ("status" in said) {
    const status = statusOf(self, said.status)
    return status === undefined ? undefined : { ...status, needsWords: false }
  }
  const asked = self.questionnaire
  if (asked === undefined || !Object.hasOwn(asked.in, said.answer)) return undefined
  const proposes = asked.proposes[said.answer]
  const needsWords = asked.explains && !said.isExplained
  return { by: REPORTER, in: asked.in[said.answer], needsWords, ...(proposes === undefined ? {} : { proposes }) }
}

// ---------------------------------------------------------------- decisions

/**
 * Everything that is wrong with a table, all at once, each with its place; none for a sound one. Every row of it and of its variants
 * has a cell for every state, and what is said to be exact comes back the same.
 *
 * @example
 * ```ts
 * import { ForeignStates } from "dangjian/orders"
 * import { Open311States } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const { table } = Open311States
 * assert.deepEqual(ForeignStates.check(table), [])
 * const [open] = table.statuses
 * const torn = { ...table, statuses: [{ ...open!, in: { open: "open" } }] }
 * assert.deepEqual(ForeignStates.check(torn).map(({ code, params }) => [code, params]), [
 *   ["foreignStates.hole", { row: "open", state: "closed" }],
 * ])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const check = (self: ForeignStates): ReadonlyArray<ForeignStatesFault> => {
  const { questionnaire, statuses, variants } = self
  return [
    ...stateFaults(self),
    ...toldFaults(self),
    ...nameFaults(self, statuses, ["statuses"]),
    ...statuses.flatMap((status, place) => statusFaults(self, status, ["statuses", place])),
    ...suggestionFaults(self, "reopening", self.reopening, SENDERS, ["reopening"]),
    ...(["yes", "no", "unknown"] as const).flatMap((answer) =>
      questionnaire === undefined
        ? []
        : [
            ...cellFaults(self, answer, questionnaire.in[answer], ["questionnaire", "in", answer]),
            ...suggestionFaults(self, answer, questionnaire.proposes[answer], REPORTER, [
              "questionnaire",
              "proposes",
              answer,
            ]),
          ],
    ),
    ...twice(variants, ["variants"]),
    ...variants.flatMap((variant, index) => {
      const path = ["variants", index, "statuses"]
      return [
        ...nameFaults(self, varied(self, variant).statuses, path),
        ...variant.statuses.flatMap((status, place) => statusFaults(self, status, [...path, place])),
      ]
    }),
  ]
}

type Path = ReadonlyArray<string | number>

const twice = (all: ReadonlyArray<{ readonly id: string }>, path: Path): ReadonlyArray<ForeignStatesFault> =>
  all.flatMap(({ id }, place) =>
    all.findIndex((each) => each.id === id) < place ? [fault("foreignStates.twice", { id }, [...path, place])] : [],
  )

const stateFaults = (self: ForeignStates): ReadonlyArray<ForeignStatesFault> => [
  ...twice(self.states, ["states"]),
  ...self.states.flatMap(({ id: state, kind, losses, stands }, place): ReadonlyArray<ForeignStatesFault> => {
    const path = ["states", place, "stands"]
    if ((kind === "hidden") !== (stands === undefined)) return [fault("foreignStates.stands", { state }, path)]
    const isBack = stands === undefined || stands === "ended" || self.told[stands].state === state
    return losses.length === 0 && !isBack ? [fault("foreignStates.inexact", { state, standing: stands }, path)] : []
  }),
]

const toldFaults = (self: ForeignStates): ReadonlyArray<ForeignStatesFault> =>
  Object.entries(self.told).flatMap(([standing, { losses, state }]): ReadonlyArray<ForeignStatesFault> => {
    const path = ["told", standing, "state"]
    const known = stateOf(self, state)
    if (known === undefined) return [fault("foreignStates.noSuchState", { state }, path)]
    if (known.kind === "hidden") return [fault("foreignStates.toldHidden", { standing, state }, path)]
    return losses.length === 0 && known.stands !== standing
      ? [fault("foreignStates.inexact", { state, standing }, path)]
      : []
  })

/** Names of statuses that fall together. */
const nameFaults = (
  self: ForeignStates,
  statuses: ReadonlyArray<Status>,
  path: Path,
): ReadonlyArray<ForeignStatesFault> => {
  const names = statuses.flatMap(namesOf)
  const known = names.map((name) => folded(self, name))
  return names.flatMap((id, index) =>
    known.indexOf(known[index]!) < index ? [fault("foreignStates.twice", { id }, path)] : [],
  )
}

const statusFaults = (
  self: ForeignStates,
  { by, id, in: cells, proposes: suggested }: Status,
  path: Path,
): ReadonlyArray<ForeignStatesFault> => [
  ...(by.length === 0 ? [fault("foreignStates.nobody", { status: id }, [...path, "by"])] : []),
  ...cellFaults(self, id, cells, [...path, "in"]),
  ...suggestionFaults(self, id, suggested, by, [...path, "proposes"]),
]

/** What is proposed in states that are none, or from nobody of whom the row is taken. */
const suggestionFaults = (
  self: ForeignStates,
  row: string,
  suggested: ReadonlyArray<Suggestion> = [],
  senders: ReadonlyArray<Sender>,
  path: Path,
): ReadonlyArray<ForeignStatesFault> =>
  suggested.flatMap(({ by, in: states = [] }, place) => [
    ...states.flatMap((state, index) =>
      stateOf(self, state) === undefined
        ? [fault("foreignStates.noSuchState", { state }, [...path, place, "in", index])]
        : [],
    ),
    ...(by?.some((sender) => senders.includes(sender)) === false
      ? [fault("foreignStates.nobody", { status: row }, [...path, place, "by"])]
      : []),
  ])

const cellFaults = (
  self: ForeignStates,
  row: string,
  cells: Readonly<Record<string, string>>,
  path: Path,
): ReadonlyArray<ForeignStatesFault> => [
  ...self.states.flatMap(({ id: state, kind }): ReadonlyArray<ForeignStatesFault> => {
    const to = cellOf(cells, state)
    if (to === undefined) return [fault("foreignStates.hole", { row, state }, path)]
    const known = stateOf(self, to)
    if (known === undefined) return [fault("foreignStates.noSuchState", { state: to }, [...path, state])]
    const isKept = to === state || (kind !== "hidden" && known.kind !== "hidden")
    return isKept ? [] : [fault("foreignStates.hidden", { row, state, to }, [...path, state])]
  }),
  ...Object.keys(cells)
    .filter((state) => stateOf(self, state) === undefined)
    .sort(byText)
    .map((state) => fault("foreignStates.noSuchState", { state }, [...path, state])),
]

/**
 * What something said outside proposes to do with an order of ours, told from where the order stands; nothing before it was
 * requested. Of what the table proposes it is the first that leads on: of which there are moves that are open from where order and dispatches
 * are, and of which no guard is known to be against it. It moves nothing: whoever may take one of them still has to.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { ForeignStates, ServiceOrder } from "dangjian/orders"
 * import { FiveOrders, FixMyStreetStates } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const { evolve, initial } = ServiceOrder.decider(FiveOrders.scheme, () => true)
 * const requested = evolve(initial, {
 *   id: "e1",
 *   on: CivilDate.parseUnsafe("2024-03-01"), // made up
 *   recordedAt: Coordinate.instantUnsafe(1709251200000),
 *   actor: { post: "resident", person: "p1" },
 *   payload: { order: "o1", move: "request", fields: { what: "路灯不亮" } },
 * })
 * const said = { status: "NOT_COUNCILS_RESPONSIBILITY" }
 * const proposal = ForeignStates.propose(FixMyStreetStates.table, FiveOrders.scheme, requested, said, "body")
 * assert.deepEqual([proposal?.from, proposal?.state, proposal?.deed], ["confirmed", "not responsible", "refer"])
 * assert.deepEqual(proposal?.moves, [{ move: "refer" }])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const propose = (
  self: ForeignStates,
  scheme: OrderScheme,
  order: ServiceOrder.State,
  said: Said,
  by: Sender,
): Proposal | undefined => {
  const standing = OrderStanding.of(scheme, order)
  if (standing === undefined) return undefined
  const from = fromOrder(self, standing).state
  const known = stateOf(self, from)
  const done = known === undefined ? still(from, "stays") : applied(self, known, said, by)
  if (!done.isChanged) return { ...done, from, moves: [] }
  if (OrderStanding.isEnd(standing)) return { ...done, from, moves: [], unproposed: "ended" }
  const suggested = done.isReopened ? self.reopening : rowOf(self, said)?.proposes
  const fitting = (suggested ?? []).filter(
    (each) => each.in?.includes(from) !== false && each.by?.includes(by) !== false,
  )
  if (fitting.length === 0) return { ...done, from, moves: [], unproposed: "noDeed" }
  const possible = openMoves(scheme, order)
  for (const { deed, rating } of fitting) {
    const moves = movesOf(scheme, deed).flatMap((id) => possible.filter(({ move }) => move === id))
    if (moves.length > 0) return { ...done, from, deed, ...(rating === undefined ? {} : { rating }), moves }
  }
  return { ...done, from, moves: [], unproposed: "noMove" }
}

// ---------------------------------------------------------------- instances

/**
 * The names of what is lost.
 *
 * @category instances
 * @since 0.1.0
 */
export const losses: Readonly<Record<Loss, Label>> = {
  how: { zh: "如何办结", en: "how it ended" },
  stage: { zh: "办到哪一步", en: "how far it has come" },
  who: { zh: "由谁认定", en: "who says so" },
  satisfaction: { zh: "是否满意", en: "whether whoever asked is content" },
  solved: { zh: "是否解决", en: "whether it is solved" },
  whose: { zh: "应由谁办理", en: "whose it is" },
  why: { zh: "原因", en: "why" },
  accepted: { zh: "是否验收", en: "whether the result was accepted" },
  final: { zh: "是否终结", en: "whether it is final" },
  withheld: { zh: "不予公开", en: "that it is kept from view" },
}

/**
 * The names of why an update changes nothing.
 *
 * @category instances
 * @since 0.1.0
 */
export const unmoved: Readonly<Record<Unmoved, Label>> = {
  unknown: { zh: "状态不明，只作记录", en: "unknown status, recorded only" },
  notBy: { zh: "无权改变状态", en: "not for this sender" },
  hidden: { zh: "不公开的报告不变", en: "the report is hidden" },
  stays: { zh: "状态不变", en: "no change of state" },
  older: { zh: "早于已收到的更新", en: "older than an update before it" },
  unexplained: { zh: "重开未说明理由", en: "reopened without a reason" },
  notAsked: { zh: "没有办结询问", en: "nobody is asked there" },
}

/**
 * The names of why an update that changes the state proposes nothing.
 *
 * @category instances
 * @since 0.1.0
 */
export const unproposed: Readonly<Record<Unproposed, Label>> = {
  ended: { zh: "工单已办结，须重新点单", en: "the order has ended and has to be asked for anew" },
  noDeed: { zh: "对照表未设建议", en: "the table proposes nothing for it" },
  noMove: { zh: "工单所在位置没有可行的办理", en: "nothing that it proposes leads on from where the order stands" },
}
