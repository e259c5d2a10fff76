/**
 * Posting (公示): what is decided is put up for so many days where everybody can read it and object, before it takes effect.
 *
 * It has passed when the last day is over, nothing that was objected is still open, and no objection was upheld. What was
 * changed after an objection is posted again, for the whole time. Whoever proposed it does not examine the objections; who
 * is named where the other is not has to be told from them, and cannot, so that it is refused until both are named.
 * An objector is protected: no view for the public or the village shows who objected, or in what words.
 *
 * @since 0.1.0
 */
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Audience from "../foundation/Audience.js"
import { Citation } from "../foundation/Citation.js"
import * as CivilDate from "../foundation/CivilDate.js"
import * as Document from "../foundation/Document.js"
import { type Fault, make as fault } from "../foundation/Fault.js"
import { Label } from "../foundation/Label.js"
import { Actor } from "./Actor.js"
import type { Command, Decider } from "./Decider.js"
import type * as Journal from "./Journal.js"
import * as Limit from "./Limit.js"
import { hands } from "./Separation.js"

// ---------------------------------------------------------------- models

/**
 * The terms of a posting (公示办法) as a stored document: how long, in days or months from the day of posting; at which places
 * it has to be put up; who examines objections, by post, body or both, where the text says so; who concludes that it has
 * passed or failed, which is the body that posted it (or the post, where that acted for no body) where the text says
 * nothing; and whether an objection that comes after the last day still keeps it from passing (`hearsLate`), or is only
 * recorded.
 *
 * @category models
 * @since 0.1.0
 */
export interface Terms {
  readonly format: 1
  readonly id: string
  readonly label?: Label
  readonly limit: Limit.Limit
  readonly places: ReadonlyArray<string>
  readonly examiner?: { readonly post?: string; readonly body?: string }
  readonly concluder?: { readonly post?: string; readonly body?: string }
  readonly hearsLate: boolean
  readonly cite?: Citation
  readonly note?: string
}

/**
 * What came of an objection once it was examined, in the round in which it was.
 *
 * @category models
 * @since 0.1.0
 */
export interface Examination {
  readonly outcome: "upheld" | "dismissed"
  readonly reason: string
  readonly round: number
  readonly on: CivilDate.CivilDate
  readonly examiner: Actor
}

/**
 * An objection (异议): to which round, received when and by whom, whether within the days of the posting, the opaque id of the
 * person where one gave a name, in what words, and what came of it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Objection {
  readonly id: string
  readonly round: number
  readonly on: CivilDate.CivilDate
  readonly isWithin: boolean
  readonly receiver: Actor
  readonly objector?: string
  readonly text?: string
  readonly examination?: Examination
}

/**
 * A round of a posting that is over, since it was posted again: its days.
 *
 * @category models
 * @since 0.1.0
 */
export interface Round {
  readonly round: number
  readonly from: CivilDate.CivilDate
  readonly lastDay: CivilDate.CivilDate
}

/**
 * A posting as far as it has come: what is posted, who proposed it, where, since when, until which day, in which round,
 * the rounds before that, and every objection of every round; and the place of each objection among them by its id, so
 * that one more costs little however many came before. Without it they are gone through.
 *
 * @category models
 * @since 0.1.0
 */
export interface Sheet {
  readonly matter: string
  readonly proposer: Actor
  readonly places: ReadonlyArray<string>
  readonly from: CivilDate.CivilDate
  readonly lastDay: CivilDate.CivilDate
  readonly round: number
  readonly earlier?: ReadonlyArray<Round>
  readonly change?: string
  readonly objections: ReadonlyArray<Objection>
  readonly placeOf?: HashMap.HashMap<string, number>
}

/**
 * How a posting stands: not yet there; posted, be it running or over and not concluded; passed; failed; withdrawn.
 *
 * @category models
 * @since 0.1.0
 */
export type State =
  | { readonly state: "none" }
  | { readonly state: "posted"; readonly sheet: Sheet }
  | { readonly state: "passed"; readonly sheet: Sheet; readonly on: CivilDate.CivilDate }
  | { readonly state: "failed"; readonly sheet: Sheet; readonly on: CivilDate.CivilDate; readonly reason: string }
  | { readonly state: "withdrawn"; readonly sheet: Sheet; readonly on: CivilDate.CivilDate; readonly reason: string }

/**
 * What can be asked: to post; to object; to examine an objection; to post again after a change; to conclude that it has
 * passed or failed; to withdraw it.
 *
 * @category models
 * @since 0.1.0
 */
export type Content =
  | { readonly kind: "post"; readonly matter: string; readonly places: ReadonlyArray<string> }
  | { readonly kind: "object"; readonly objection: string; readonly objector?: string; readonly text?: string }
  | {
      readonly kind: "examine"
      readonly objection: string
      readonly outcome: Examination["outcome"]
      readonly reason: string
    }
  | { readonly kind: "repost"; readonly change: string; readonly places: ReadonlyArray<string> }
  | { readonly kind: "pass" }
  | { readonly kind: "fail"; readonly reason: string }
  | { readonly kind: "withdraw"; readonly reason: string }

/**
 * What an accepted command came to: the command itself, of a posting with its last day, and of an objection with whether
 * it came within the days.
 *
 * @category models
 * @since 0.1.0
 */
export type Event =
  | (Extract<Content, { readonly kind: "post" | "repost" }> & { readonly lastDay: CivilDate.CivilDate })
  | (Extract<Content, { readonly kind: "object" }> & { readonly isWithin: boolean })
  | Extract<Content, { readonly kind: "examine" | "pass" | "fail" | "withdraw" }>

/**
 * How a posting stands on a day: until when it is posted, how many of its days have run and are left, which objections
 * are open and which were upheld, so that they keep it from passing, and whether it may pass.
 *
 * @category models
 * @since 0.1.0
 */
export interface Standing {
  readonly lastDay: CivilDate.CivilDate
  readonly isOver: boolean
  readonly elapsed: number
  readonly remaining: number
  readonly open: ReadonlyArray<string>
  readonly upheld: ReadonlyArray<string>
  readonly mayPass: boolean
}

/**
 * What there is to show of a posting: what, where, how long, and how it stands, and how many objections came and what
 * came of them. Of the single objection only staff see anything, and nobody sees from whom it came or in what words:
 * whoever examines it reads the file.
 *
 * @category models
 * @since 0.1.0
 */
export interface Notice {
  readonly state: State["state"]
  readonly matter: string
  readonly places: ReadonlyArray<string>
  readonly from: CivilDate.CivilDate
  readonly lastDay: CivilDate.CivilDate
  readonly round: number
  readonly change?: string
  readonly reason?: string
  readonly received: number
  readonly examined: number
  readonly upheld: number
  readonly objections: ReadonlyArray<Objection>
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with terms: a limit in hours or minutes, which no posting can have, and a place named twice.
 *
 * @category errors
 * @since 0.1.0
 */
export type TermsFault = Fault<"posting.unit" | "posting.placeTwice">

/**
 * Why a command is refused: not in this state; a place that the terms name and the posting does not; dated before the
 * posting or before the objection; an objection that there is not, that was received before, or was examined before;
 * examined by whoever proposed it, by the objector, or by the wrong post or body; concluded while days are left, an
 * objection is open or one was upheld; failed without one upheld; concluded by another than who may; taken back or posted
 * again by another than the proposer; or by somebody of whom nobody can tell whether it is they, since only one is named.
 *
 * @category errors
 * @since 0.1.0
 */
export type PostingFault = Fault<
  | "posting.notPossible"
  | "posting.placeMissing"
  | "posting.backdated"
  | "posting.noSuchObjection"
  | "posting.objectionTwice"
  | "posting.examinedBefore"
  | "posting.ownProposal"
  | "posting.ownObjection"
  | "posting.notExaminer"
  | "posting.daysLeft"
  | "posting.objectionOpen"
  | "posting.objectionUpheld"
  | "posting.noneUpheld"
  | "posting.notProposer"
  | "posting.notConcluder"
  | "posting.unnamed"
  | Limit.AskedFault["code"]
>

// ---------------------------------------------------------------- schemas

const Id = Schema.NonEmptyString
const ids = /* @__PURE__ */ Schema.Array(Id)
const text = /* @__PURE__ */ Schema.optionalKey(Id)

/**
 * The schema of {@link Terms}; {@link document} checks them as a whole.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Terms: Schema.Codec<Terms> = /* @__PURE__ */ Schema.Struct({
  format: /* @__PURE__ */ Schema.Literal(1),
  id: Id,
  label: /* @__PURE__ */ Schema.optionalKey(Label),
  limit: Limit.Limit,
  places: ids,
  examiner: /* @__PURE__ */ Schema.optionalKey(/* @__PURE__ */ Schema.Struct({ post: text, body: text })),
  concluder: /* @__PURE__ */ Schema.optionalKey(/* @__PURE__ */ Schema.Struct({ post: text, body: text })),
  hearsLate: Schema.Boolean,
  cite: /* @__PURE__ */ Schema.optionalKey(Citation),
  note: text,
})

const day = CivilDate.CivilDate
const kind = <K extends string>(name: K): Schema.Literal<K> => Schema.Literal(name)

const outcome: Schema.Codec<Examination["outcome"]> = /* @__PURE__ */ Schema.Literals(["upheld", "dismissed"])
const examining = /* @__PURE__ */ Schema.Struct({
  kind: /* @__PURE__ */ kind("examine"),
  objection: Id,
  outcome,
  reason: Id,
})
const passing = /* @__PURE__ */ Schema.Struct({ kind: /* @__PURE__ */ kind("pass") })
const failing = /* @__PURE__ */ Schema.Struct({ kind: /* @__PURE__ */ kind("fail"), reason: Id })
const withdrawing = /* @__PURE__ */ Schema.Struct({ kind: /* @__PURE__ */ kind("withdraw"), reason: Id })

/**
 * The schema of {@link Content}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Content: Schema.Codec<Content> = /* @__PURE__ */ Schema.Union([
  /* @__PURE__ */ Schema.Struct({ kind: /* @__PURE__ */ kind("post"), matter: Id, places: ids }),
  /* @__PURE__ */ Schema.Struct({ kind: /* @__PURE__ */ kind("object"), objection: Id, objector: text, text }),
  examining,
  /* @__PURE__ */ Schema.Struct({ kind: /* @__PURE__ */ kind("repost"), change: Id, places: ids }),
  passing,
  failing,
  withdrawing,
])

/**
 * The schema of {@link Event}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Event: Schema.Codec<Event> = /* @__PURE__ */ Schema.Union([
  /* @__PURE__ */ Schema.Struct({ kind: /* @__PURE__ */ kind("post"), matter: Id, places: ids, lastDay: day }),
  /* @__PURE__ */ Schema.Struct({
    kind: /* @__PURE__ */ kind("object"),
    objection: Id,
    objector: text,
    text,
    isWithin: Schema.Boolean,
  }),
  examining,
  /* @__PURE__ */ Schema.Struct({ kind: /* @__PURE__ */ kind("repost"), change: Id, places: ids, lastDay: day }),
  passing,
  failing,
  withdrawing,
])

const everybody = /* @__PURE__ */ Audience.visibleTo("public")
const staff = /* @__PURE__ */ Audience.visibleTo("staff")
const nobody = /* @__PURE__ */ Audience.sensitive("protected")
const round: Schema.Codec<number> = /* @__PURE__ */ Schema.Int.check(/* @__PURE__ */ Schema.isGreaterThanOrEqualTo(1))
const count: Schema.Codec<number> = /* @__PURE__ */ Schema.Int.check(/* @__PURE__ */ Schema.isGreaterThanOrEqualTo(0))

const Objection = /* @__PURE__ */ Schema.Struct({
  id: /* @__PURE__ */ staff(Id),
  round: /* @__PURE__ */ staff(round),
  on: /* @__PURE__ */ staff(day),
  isWithin: /* @__PURE__ */ staff(Schema.Boolean),
  receiver: /* @__PURE__ */ nobody(Actor),
  objector: /* @__PURE__ */ nobody(text),
  text: /* @__PURE__ */ nobody(text),
  examination: /* @__PURE__ */ staff(
    /* @__PURE__ */ Schema.optionalKey(
      /* @__PURE__ */ Schema.Struct({
        outcome: /* @__PURE__ */ staff(outcome),
        reason: /* @__PURE__ */ nobody(Id),
        round: /* @__PURE__ */ staff(round),
        on: /* @__PURE__ */ staff(day),
        examiner: /* @__PURE__ */ nobody(Actor),
      }),
    ),
  ),
})

/**
 * The schema of {@link Notice}, with who may see each of its fields.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Notice: Schema.Codec<Notice> = /* @__PURE__ */ Schema.Struct({
  state: /* @__PURE__ */ everybody(
    /* @__PURE__ */ Schema.Literals(["none", "posted", "passed", "failed", "withdrawn"]),
  ),
  matter: /* @__PURE__ */ everybody(Id),
  places: /* @__PURE__ */ everybody(ids),
  from: /* @__PURE__ */ everybody(day),
  lastDay: /* @__PURE__ */ everybody(day),
  round: /* @__PURE__ */ everybody(round),
  change: /* @__PURE__ */ everybody(text),
  reason: /* @__PURE__ */ nobody(text),
  received: /* @__PURE__ */ everybody(count),
  examined: /* @__PURE__ */ everybody(count),
  upheld: /* @__PURE__ */ everybody(count),
  objections: /* @__PURE__ */ staff(/* @__PURE__ */ Schema.Array(Objection)),
})

/**
 * The terms as a stored document: decode, encode, is, standard, jsonSchema.
 *
 * @category schemas
 * @since 0.1.0
 */
export const document: Document.Document<Terms> = /* @__PURE__ */ Document.make<Terms>({
  name: "PostingTerms",
  format: 1,
  schema: () => Terms,
  check: (terms) => check(terms),
})

// ---------------------------------------------------------------- constructors

/**
 * The life of a posting under its terms, whose days are counted by a basis. Give it terms that {@link check} finds nothing
 * wrong with.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Decider, Posting } from "dangjian/process"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const day = CivilDate.parseUnsafe
 * const terms: Posting.Terms = { // made up
 *   format: 1,
 *   id: "积分公示",
 *   limit: { id: "公示", amount: 5, unit: "calendarDay", countsFirstDay: false, starts: "公示", ends: [], holds: [] },
 *   places: ["村务公开栏"],
 *   hearsLate: true,
 * }
 * const decider = Posting.decider(terms, {})
 * const recordedAt = Coordinate.instantUnsafe(1709251200000)
 * const actor = { post: "村书记", body: "甲村" }
 * const posted = Decider.handle(decider, Decider.start(decider), {
 *   id: "c1", on: day("2024-03-01"), recordedAt, actor, content: { kind: "post", matter: "积分-2024-02", places: ["村务公开栏"] },
 * })
 * const { stream } = Result.getOrThrow(posted)
 * const pass = (on: string) =>
 *   Decider.handle(decider, stream, { id: "c2", on: day(on), recordedAt, actor, content: { kind: "pass" } })
 * assert.equal(Result.isFailure(pass("2024-03-06")), true)
 * assert.equal(Result.getOrThrow(pass("2024-03-07")).stream.state.state, "passed")
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const decider = (terms: Terms, basis: Limit.Basis): Decider<State, Content, Event, PostingFault> => ({
  initial: { state: "none" },
  decide: (state, command) => {
    const { content, on } = command
    if (!POSSIBLE[state.state].includes(content.kind)) {
      return Result.fail([fault("posting.notPossible", { state: state.state, kind: content.kind })])
    }
    const faults = refusals(terms, state, command)
    const event = eventOf(terms, basis, state, content, on)
    const unknown = Result.isFailure(event) ? event.failure : []
    if (faults.length > 0 || Result.isFailure(event)) return Result.fail([...faults, ...unknown])
    return Result.succeed([event.success])
  },
  evolve,
})

const eventOf = (
  { limit }: Terms,
  basis: Limit.Basis,
  state: State,
  content: Content,
  on: CivilDate.CivilDate,
): Result.Result<Event, ReadonlyArray<Limit.AskedFault>> => {
  switch (content.kind) {
    case "post":
      return Result.map(lastDayOf(limit, basis, on), (lastDay) => ({ ...content, lastDay }))
    case "repost":
      return Result.map(lastDayOf(limit, basis, on), (lastDay) => ({ ...content, lastDay }))
    case "object":
      return Result.succeed({ ...content, isWithin: state.state !== "none" && on <= roundOn(state.sheet, on).lastDay })
    default:
      return Result.succeed(content)
  }
}

// The round in whose days something was received, though it be recorded after the next was posted.
const roundOn = ({ earlier = [], from, lastDay, round }: Sheet, on: CivilDate.CivilDate): Round =>
  [...earlier, { round, from, lastDay }].findLast((one) => one.from <= on) ?? earlier[0] ?? { round, from, lastDay }

const lastDayOf = (
  limit: Limit.Limit,
  basis: Limit.Basis,
  from: CivilDate.CivilDate,
): Result.Result<CivilDate.CivilDate, ReadonlyArray<Limit.AskedFault>> =>
  Result.flatMap(Limit.read(limit, { started: from, holds: [], now: from }, basis), ({ deadline }) =>
    typeof deadline === "string"
      ? Result.succeed(deadline)
      : Result.fail([fault("limit.needsInstant", { limit: limit.id, day: from })]),
  )

const evolve = (state: State, { actor, on, payload }: Journal.Entry<Event>): State => {
  if (payload.kind === "post") {
    const { matter, places, lastDay } = payload
    const sheet: Sheet = { matter, proposer: actor, places, from: on, lastDay, round: 1, objections: [] }
    return state.state === "none" ? { state: "posted", sheet } : state
  }
  if (state.state !== "posted") return state
  const { sheet } = state
  switch (payload.kind) {
    case "object": {
      const { kind: _, objection: id, ...said } = payload
      const { round } = roundOn(sheet, on)
      const objection: Objection = { id, round, on, receiver: actor, ...said }
      const known = placesOf(sheet)
      const placeOf = HashMap.has(known, id) ? known : HashMap.set(known, id, sheet.objections.length)
      return { state: "posted", sheet: { ...sheet, objections: sheet.objections.concat(objection), placeOf } }
    }
    case "examine": {
      const { outcome, reason } = payload
      const examination: Examination = { outcome, reason, round: sheet.round, on, examiner: actor }
      const placeOf = placesOf(sheet)
      const place = HashMap.has(placeOf, payload.objection) ? HashMap.getUnsafe(placeOf, payload.objection) : undefined
      if (place === undefined) return state
      const objections = sheet.objections.with(place, { ...sheet.objections[place]!, examination })
      return { state: "posted", sheet: { ...sheet, objections, placeOf } }
    }
    case "repost": {
      const { change, places, lastDay } = payload
      const before: Round = { round: sheet.round, from: sheet.from, lastDay: sheet.lastDay }
      const again = { change, places, from: on, lastDay, round: sheet.round + 1 }
      return { state: "posted", sheet: { ...sheet, ...again, earlier: [...(sheet.earlier ?? []), before] } }
    }
    case "pass":
      return { state: "passed", sheet, on }
    case "fail":
      return { state: "failed", sheet, on, reason: payload.reason }
    case "withdraw":
      return { state: "withdrawn", sheet, on, reason: payload.reason }
  }
}

const placesOf = ({ objections, placeOf }: Sheet): HashMap.HashMap<string, number> =>
  placeOf ?? HashMap.fromIterable(objections.map(({ id }, place) => [id, place] as const).reverse())

const objectionOf = (sheet: Sheet, id: string): Objection | undefined => {
  const placeOf = placesOf(sheet)
  return HashMap.has(placeOf, id) ? sheet.objections[HashMap.getUnsafe(placeOf, id)] : undefined
}

// ---------------------------------------------------------------- getters

/**
 * All that is wrong with terms, each with its place; nothing where they can be used.
 *
 * @example
 * ```ts
 * import { Posting } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * const limit = { id: "公示", amount: 24, unit: "clockHour", countsFirstDay: false, starts: "公示", ends: [], holds: [] } as const
 * const faults = Posting.check({ format: 1, id: "示例", limit, places: ["公开栏", "公开栏"], hearsLate: true }) // made up
 * assert.deepEqual(faults.map(({ code }) => code), ["posting.unit", "posting.placeTwice"])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const check = ({ limit, places }: Terms): ReadonlyArray<TermsFault> => [
  ...(Limit.measureOf(limit.unit) === "day" ? [] : [fault("posting.unit", { unit: limit.unit }, ["limit", "unit"])]),
  ...places.flatMap((place, index) =>
    places.indexOf(place) < index ? [fault("posting.placeTwice", { place }, ["places", index])] : [],
  ),
]

/**
 * How a posting stands on a day; nothing before it was posted. Fails where a day is needed that the calendar does not
 * know.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Posting } from "dangjian/process"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const day = CivilDate.parseUnsafe
 * const terms: Posting.Terms = { // made up
 *   format: 1,
 *   id: "积分公示",
 *   limit: { id: "公示", amount: 5, unit: "calendarDay", countsFirstDay: false, starts: "公示", ends: [], holds: [] },
 *   places: [],
 *   hearsLate: true,
 * }
 * const sheet: Posting.Sheet = {
 *   matter: "积分-2024-02",
 *   proposer: { post: "村书记" },
 *   places: [],
 *   from: day("2024-03-01"),
 *   lastDay: day("2024-03-06"),
 *   round: 1,
 *   objections: [],
 * }
 * const standing = Result.getOrThrow(Posting.at(terms, { state: "posted", sheet }, {}, day("2024-03-04")))
 * assert.deepEqual([standing?.elapsed, standing?.remaining, standing?.mayPass], [3, 2, false])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const at = (
  terms: Terms,
  state: State,
  basis: Limit.Basis,
  on: CivilDate.CivilDate,
): Result.Result<Standing | undefined, ReadonlyArray<Limit.AskedFault>> => {
  if (state.state === "none") return Result.succeed(undefined)
  const { sheet } = state
  return Result.map(
    Limit.read(terms.limit, { started: sheet.from, ended: sheet.lastDay, holds: [], now: on }, basis),
    ({ elapsed, remaining }) => {
      const [open, upheld] = [openObjections(terms, sheet), upheldObjections(sheet)]
      const isOver = on > sheet.lastDay
      const mayPass = state.state === "posted" && isOver && open.length === 0 && upheld.length === 0
      return { lastDay: sheet.lastDay, isOver, elapsed, remaining, open, upheld, mayPass }
    },
  )
}

// Open, and heard: received within the days, or before the present round, or late where the terms hear what is late.
const openObjections = ({ hearsLate }: Terms, { objections, round }: Sheet): ReadonlyArray<string> =>
  objections
    .filter((one) => one.examination === undefined && (one.isWithin || hearsLate || one.round < round))
    .map(({ id }) => id)

// What was upheld in the present round; what was before is answered by the change.
const upheldObjections = ({ objections, round }: Sheet): ReadonlyArray<string> =>
  objections
    .filter(({ examination }) => examination?.outcome === "upheld" && examination.round === round)
    .map(({ id }) => id)

/**
 * What an audience sees of a posting; nothing before it was posted. Two postings that differ only in who objected, in
 * what words, and why that was upheld or dismissed have the same view for everybody.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Posting } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * const day = CivilDate.parseUnsafe
 * const objection = { id: "o1", round: 1, on: day("2024-03-04"), isWithin: true, receiver: { post: "纪检委员" } }
 * const sheet = (objector: string): Posting.Sheet => ({
 *   matter: "积分-2024-02", // made up
 *   proposer: { post: "村书记" },
 *   places: ["村务公开栏"],
 *   from: day("2024-03-01"),
 *   lastDay: day("2024-03-06"),
 *   round: 1,
 *   objections: [{ ...objection, objector }],
 * })
 * const view = (objector: string) => Posting.view({ state: "posted", sheet: sheet(objector) }, "staff")
 * assert.deepEqual(view("p1"), view("p2"))
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const view = (self: State, audience: Audience.Audience): unknown =>
  self.state === "none" ? undefined : Audience.project(Notice, audience)(noticeOf(self))

const noticeOf = (self: Exclude<State, { readonly state: "none" }>): Notice => {
  const { proposer: _, earlier: __, placeOf: ___, ...shown } = self.sheet
  const examined = shown.objections.flatMap(({ examination }) => examination ?? [])
  return {
    state: self.state,
    ...shown,
    ...(self.state === "failed" || self.state === "withdrawn" ? { reason: self.reason } : {}),
    received: shown.objections.length,
    examined: examined.length,
    upheld: examined.filter(({ outcome }) => outcome === "upheld").length,
  }
}

// ---------------------------------------------------------------- decisions

const POSSIBLE: Readonly<Record<State["state"], ReadonlyArray<Content["kind"]>>> = {
  none: ["post"],
  posted: ["object", "examine", "repost", "pass", "fail", "withdraw"],
  passed: [],
  failed: [],
  withdrawn: [],
}

const refusals = (
  terms: Terms,
  state: State,
  { actor, content, on }: Command<Content>,
): ReadonlyArray<PostingFault> => {
  if (content.kind === "post") return missing(terms, content.places)
  if (state.state === "none") return []
  const { sheet } = state
  const others = ofProposer(actor, sheet.proposer)
  switch (content.kind) {
    case "object": {
      const isTwice = objectionOf(sheet, content.objection) !== undefined
      return [
        ...(isTwice ? [fault("posting.objectionTwice", { id: content.objection }, ["content", "objection"])] : []),
        ...backdated(on, sheet.earlier?.[0]?.from ?? sheet.from),
      ]
    }
    case "examine":
      return ofExamination(terms, sheet, content.objection, actor, on)
    case "repost":
      return [...others, ...missing(terms, content.places), ...backdated(on, latest(sheet))]
    case "withdraw":
      return [...others, ...backdated(on, latest(sheet))]
    case "fail": {
      const none = upheldObjections(sheet).length === 0
      return [
        ...(none ? [fault("posting.noneUpheld")] : []),
        ...ofConcluder(terms, sheet, actor),
        ...backdated(on, latest(sheet)),
      ]
    }
    case "pass":
      return [...ofPassing(terms, sheet, on), ...ofConcluder(terms, sheet, actor), ...backdated(on, latest(sheet))]
  }
}

// What is for whoever proposed it: it has to be certain that it is they.
const ofProposer = (actor: Actor, proposer: Actor): ReadonlyArray<PostingFault> => {
  const hand = hands(actor, proposer)
  if (hand === "one" && (actor.person !== undefined || actor.body === proposer.body)) return []
  return [fault(hand === "untold" ? "posting.unnamed" : "posting.notProposer", { post: actor.post }, ["actor"])]
}

type Who = Terms["concluder"] & {}

const isFor = ({ post, body }: Who, actor: Actor): boolean =>
  (post === undefined || post === actor.post) && (body === undefined || body === actor.body)

const ofConcluder = (
  { concluder }: Terms,
  { proposer: { body, post } }: Sheet,
  actor: Actor,
): ReadonlyArray<PostingFault> => {
  const own: Who = body === undefined ? { post } : { body }
  return isFor(concluder ?? own, actor) ? [] : [fault("posting.notConcluder", { post: actor.post }, ["actor"])]
}

const missing = (terms: Terms, places: ReadonlyArray<string>): ReadonlyArray<PostingFault> =>
  terms.places
    .filter((place) => !places.includes(place))
    .map((place) => fault("posting.placeMissing", { place }, ["content", "places"]))

const backdated = (on: CivilDate.CivilDate, after: CivilDate.CivilDate): ReadonlyArray<PostingFault> =>
  on < after ? [fault("posting.backdated", { on, after }, ["on"])] : []

const latest = ({ from, objections }: Sheet): CivilDate.CivilDate =>
  objections.reduce((last, { on, examination }) => CivilDate.max(last, examination?.on ?? on), from)

const ofExamination = (
  { examiner }: Terms,
  sheet: Sheet,
  id: string,
  actor: Actor,
  on: CivilDate.CivilDate,
): ReadonlyArray<PostingFault> => {
  const objection = objectionOf(sheet, id)
  if (objection === undefined) return [fault("posting.noSuchObjection", { id }, ["content", "objection"])]
  const hand = hands(actor, sheet.proposer)
  const isUntold = hand === "untold" || (objection.objector !== undefined && actor.person === undefined)
  const isOwn = actor.person !== undefined && actor.person === objection.objector
  return [
    ...(objection.examination === undefined ? [] : [fault("posting.examinedBefore", { id }, ["content", "objection"])]),
    ...backdated(on, objection.on),
    ...(hand === "one" ? [fault("posting.ownProposal", { id }, ["actor"])] : []),
    ...(isOwn ? [fault("posting.ownObjection", { id }, ["actor"])] : []),
    ...(isUntold ? [fault("posting.unnamed", { post: actor.post }, ["actor"])] : []),
    ...(isFor(examiner ?? {}, actor) ? [] : [fault("posting.notExaminer", { id, post: actor.post }, ["actor"])]),
  ]
}

const ofPassing = (terms: Terms, sheet: Sheet, on: CivilDate.CivilDate): ReadonlyArray<PostingFault> => {
  const [open, upheld] = [openObjections(terms, sheet), upheldObjections(sheet)]
  return [
    ...(on <= sheet.lastDay ? [fault("posting.daysLeft", { on, lastDay: sheet.lastDay }, ["on"])] : []),
    ...(open.length > 0 ? [fault("posting.objectionOpen", { ids: open.join("、") })] : []),
    ...(upheld.length > 0 ? [fault("posting.objectionUpheld", { ids: upheld.join("、") })] : []),
  ]
}

// ---------------------------------------------------------------- instances

/**
 * The names of the states.
 *
 * @category instances
 * @since 0.1.0
 */
export const states: Readonly<Record<State["state"], Label>> = {
  none: { zh: "未公示", en: "not posted" },
  posted: { zh: "公示", en: "posted" },
  passed: { zh: "公示通过", en: "passed" },
  failed: { zh: "异议成立，不予通过", en: "failed" },
  withdrawn: { zh: "撤回公示", en: "withdrawn" },
}

/**
 * The names of the commands.
 *
 * @category instances
 * @since 0.1.0
 */
export const commands: Readonly<Record<Content["kind"], Label>> = {
  post: { zh: "公示", en: "post" },
  object: { zh: "提出异议", en: "object" },
  examine: { zh: "核查异议", en: "examine an objection" },
  repost: { zh: "重新公示", en: "post again" },
  pass: { zh: "通过公示", en: "conclude that it has passed" },
  fail: { zh: "不予通过", en: "conclude that it has failed" },
  withdraw: { zh: "撤回公示", en: "withdraw" },
}
