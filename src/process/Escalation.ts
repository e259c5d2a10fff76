/**
 * Escalation (逐级督办、升级上报): who hears of a matter, and when, as its limit runs down and out. A ladder is data: each rung
 * names the share of the limit, or the time after its end, at which it is reached, and the post or body that it goes to.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { Citation } from "../foundation/Citation.js"
import * as CivilDate from "../foundation/CivilDate.js"
import * as Coordinate from "../foundation/Coordinate.js"
import * as Document from "../foundation/Document.js"
import * as Exact from "../foundation/Exact.js"
import { type Fault, make as fault } from "../foundation/Fault.js"
import { Label } from "../foundation/Label.js"
import * as Limit from "./Limit.js"

// ---------------------------------------------------------------- models

/**
 * When a rung is reached: once a share of the limit has elapsed (`share`, an exact text); once the limit has run out
 * (`expiry`); or on the last day, or at the instant, of so much of a unit after it has run out (`after`).
 *
 * @category models
 * @since 0.1.0
 */
export type RungTime =
  | { readonly kind: "share"; readonly share: string }
  | { readonly kind: "expiry" }
  | { readonly kind: "after"; readonly amount: number; readonly unit: Limit.LimitUnit }

/**
 * Whom a rung goes to: a post (岗位), a body (单位), or a post of a body.
 *
 * @category models
 * @since 0.1.0
 */
export type Recipient = { readonly post: string; readonly body?: string } | { readonly body: string }

/**
 * One rung (一级): when it is reached, whom it goes to, and what is done, such as a reminder (提醒), a written notice (督办) or
 * the taking over of the matter (提级办理).
 *
 * @category models
 * @since 0.1.0
 */
export interface Rung {
  readonly id: string
  readonly at: RungTime
  readonly to: Recipient
  readonly does: Label
  readonly cite?: Citation
  readonly note?: string
}

/**
 * A ladder (督办阶梯) as a stored document, its rungs in any order.
 *
 * @category models
 * @since 0.1.0
 */
export interface Ladder {
  readonly format: 1
  readonly id: string
  readonly label?: Label
  readonly rungs: ReadonlyArray<Rung>
}

/**
 * A rung with the moment at which it was or will be reached if nothing else happens, and whether it has been. There is no
 * moment where a hold without an end comes before it, or where the matter ended first.
 *
 * @category models
 * @since 0.1.0
 */
export interface DueRung {
  readonly rung: Rung
  readonly isReached: boolean
  readonly at?: Limit.Moment
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with a ladder: two rungs of one id, or a share that is not above nought. What a question about its
 * limit fails with is for `Limit` to say.
 *
 * @category errors
 * @since 0.1.0
 */
export type EscalationFault = Fault<"escalation.idTwice" | "escalation.share">

// ---------------------------------------------------------------- schemas

const Id = Schema.NonEmptyString

const RungTime: Schema.Codec<RungTime> = /* @__PURE__ */ Schema.Union([
  /* @__PURE__ */ Schema.Struct({ kind: /* @__PURE__ */ Schema.Literal("share"), share: Exact.Text }),
  /* @__PURE__ */ Schema.Struct({ kind: /* @__PURE__ */ Schema.Literal("expiry") }),
  /* @__PURE__ */ Schema.Struct({
    kind: /* @__PURE__ */ Schema.Literal("after"),
    amount: Limit.Amount,
    unit: Limit.LimitUnit,
  }),
])

const Recipient: Schema.Codec<Recipient> = /* @__PURE__ */ Schema.Union([
  /* @__PURE__ */ Schema.Struct({ post: Id, body: /* @__PURE__ */ Schema.optionalKey(Id) }),
  /* @__PURE__ */ Schema.Struct({ body: Id }),
])

/**
 * The schema of {@link Rung}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Rung: Schema.Codec<Rung> = /* @__PURE__ */ Schema.Struct({
  id: Id,
  at: RungTime,
  to: Recipient,
  does: Label,
  cite: /* @__PURE__ */ Schema.optionalKey(Citation),
  note: /* @__PURE__ */ Schema.optionalKey(Id),
})

/**
 * The schema of {@link Ladder}; {@link document} checks it as a whole.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Ladder: Schema.Codec<Ladder> = /* @__PURE__ */ Schema.Struct({
  format: /* @__PURE__ */ Schema.Literal(1),
  id: Id,
  label: /* @__PURE__ */ Schema.optionalKey(Label),
  rungs: /* @__PURE__ */ Schema.Array(Rung),
})

/**
 * The ladder as a stored document: decode, encode, is, standard, jsonSchema.
 *
 * @category schemas
 * @since 0.1.0
 */
export const document: Document.Document<Ladder> = /* @__PURE__ */ Document.make<Ladder>({
  name: "Ladder",
  format: 1,
  schema: () => Ladder,
  check: (ladder) => check(ladder),
})

// ---------------------------------------------------------------- getters

/**
 * All that is wrong with a ladder, each with its place; nothing where it can be used.
 *
 * @example
 * ```ts
 * import { Escalation } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * const rung = { id: "提醒", at: { kind: "share", share: "0" }, to: { post: "网格长" }, does: { zh: "提醒" } } as const // made up
 * const faults = Escalation.check({ format: 1, id: "示例", rungs: [rung, rung] })
 * assert.deepEqual(faults.map(({ code }) => code), ["escalation.share", "escalation.idTwice", "escalation.share"])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const check = ({ rungs }: Ladder): ReadonlyArray<EscalationFault> =>
  rungs.flatMap(({ id, at }, place) => [
    ...(rungs.findIndex((one) => one.id === id) < place
      ? [fault("escalation.idTwice", { id }, ["rungs", place, "id"])]
      : []),
    ...(at.kind === "share" && Exact.sign(Exact.parseUnsafe(at.share)) <= 0
      ? [fault("escalation.share", { id, share: at.share }, ["rungs", place, "at", "share"])]
      : []),
  ])

/**
 * Every rung of a ladder, with the moment at which it was or will be reached and whether it has been, by the holds, the
 * extensions and the end of a matter. In the order of the moments, then of the ids; those that will not be reached come
 * last.
 *
 * **Details**
 *
 * Time after the end of a limit is counted as the limit itself is, without the holds: a matter that is put on hold when
 * it is late already goes up no further meanwhile. Days after the end begin with the day after the last day of the limit.
 * What has been reached once stays reached, as far as the holds were known before they began.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Escalation, type Limit } from "dangjian/process"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const day = CivilDate.parseUnsafe
 * const calendar = { from: day("2020-01-01"), to: day("2021-01-01"), weekend: [6, 7], days: [] } as const
 * const closing: Limit.Limit = { // made up
 *   id: "办结", amount: 5, unit: "workingDay", countsFirstDay: false, starts: "派单", ends: ["办结"], holds: [],
 * }
 * const ladder: Escalation.Ladder = { // made up
 *   format: 1,
 *   id: "督办",
 *   rungs: [
 *     { id: "提醒", at: { kind: "share", share: "0.8" }, to: { post: "网格长" }, does: { zh: "提醒" } },
 *     { id: "督办", at: { kind: "after", amount: 2, unit: "workingDay" }, to: { body: "镇党委" }, does: { zh: "督办" } },
 *   ],
 * }
 * const course = { started: day("2020-03-02"), holds: [], now: day("2020-03-10") }
 * const due = Result.getOrThrow(Escalation.due(ladder, closing, course, { calendar }))
 * assert.deepEqual(due.map(({ rung, at, isReached }) => [rung.id, at, isReached]), [
 *   ["提醒", "2020-03-06", true],
 *   ["督办", "2020-03-11", false],
 * ])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const due = (
  self: Ladder,
  limit: Limit.Limit,
  course: Limit.Course,
  basis: Limit.Basis,
): Result.Result<ReadonlyArray<DueRung>, ReadonlyArray<Limit.AskedFault>> => {
  const reading = Limit.read(limit, course, basis)
  if (Result.isFailure(reading)) return Result.fail(reading.failure)
  const asked: Asked = { limit, course, basis, reading: reading.success }
  const found: Array<DueRung> = []
  for (const rung of self.rungs) {
    const one = dueOf(rung, asked)
    if (Result.isFailure(one)) return Result.fail(one.failure)
    found.push(one.success)
  }
  const offset = offsetOf(basis) ?? 0
  return Result.succeed(
    found
      .map((each) => ({ each, place: each.at === undefined ? Number.POSITIVE_INFINITY : placeOf(each.at, offset) }))
      .sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : a.each.rung.id < b.each.rung.id ? -1 : 1))
      .map(({ each }) => each),
  )
}

interface Asked {
  readonly limit: Limit.Limit
  readonly course: Limit.Course
  readonly basis: Limit.Basis
  readonly reading: Limit.Reading
}

type Found = Result.Result<DueRung, ReadonlyArray<Limit.AskedFault>>

const dueOf = (rung: Rung, asked: Asked): Found => {
  const { limit, course, basis, reading } = asked
  switch (rung.at.kind) {
    case "share": {
      const share = Exact.parseUnsafe(rung.at.share)
      const isReached = Exact.compare(reading.share, share) >= 0
      if (!isReached && reading.isOver) return Result.succeed({ rung, isReached })
      return Result.map(Limit.reaches(limit, course, basis, share), (at) => dueAt(rung, isReached, at))
    }
    case "expiry": {
      const isReached = reading.state === "late"
      if (reading.deadline === undefined || (!isReached && reading.isOver)) return Result.succeed({ rung, isReached })
      return Result.map(firstAfter(reading.deadline), (at) => dueAt(rung, isReached, at))
    }
    case "after":
      return afterEnd(rung, rung.at, asked)
  }
}

const dueAt = (rung: Rung, isReached: boolean, at: Limit.Moment | undefined): DueRung =>
  at === undefined ? { rung, isReached } : { rung, isReached, at }

const firstAfter = (deadline: Limit.Moment): Result.Result<Limit.Moment, ReadonlyArray<Limit.AskedFault>> =>
  Result.mapError<Limit.Moment, Limit.AskedFault, ReadonlyArray<Limit.AskedFault>>(
    typeof deadline === "string" ? CivilDate.addDays(deadline, 1) : Coordinate.instant(deadline + 1),
    (found) => [found],
  )

// The time after the end of a limit is a limit of its own that starts where the first one ends.
const afterEnd = (rung: Rung, at: RungTime & { readonly kind: "after" }, asked: Asked): Found => {
  const { course, basis, reading } = asked
  const { deadline, isOver, state } = reading
  if (deadline === undefined || (isOver && state !== "late")) return Result.succeed({ rung, isReached: false })
  const further: Limit.Limit = {
    id: rung.id,
    amount: at.amount,
    unit: at.unit,
    countsFirstDay: false,
    starts: asked.limit.id,
    ends: [],
    holds: [],
  }
  return Result.flatMap(startAfter(deadline, at.unit, rung, basis), (started) => {
    const { ended, holds, now } = course
    // An end after the moment of asking is not yet known of.
    const end = isOver && ended !== undefined ? { ended } : {}
    return Result.map(Limit.read(further, { started, holds, now, ...end }, basis), (beyond): DueRung => {
      const isReached = beyond.remaining === 0
      return isOver && !isReached ? { rung, isReached } : dueAt(rung, isReached, beyond.deadline)
    })
  })
}

const startAfter = (
  deadline: Limit.Moment,
  unit: Limit.LimitUnit,
  rung: Rung,
  basis: Limit.Basis,
): Result.Result<Limit.Moment, ReadonlyArray<Limit.AskedFault>> => {
  if (typeof deadline !== "string" || Limit.measureOf(unit) === "day") return Result.succeed(deadline)
  const offset = offsetOf(basis)
  if (offset === undefined) return Result.fail([fault("limit.noOffset", { limit: rung.id })])
  return Result.mapError(Coordinate.instant(placeOf(deadline, offset) + DAY), (found) => [found])
}

const MINUTE = 60_000
const DAY = 86_400_000

const offsetOf = ({ hours, offsetMinutes = hours?.offsetMinutes }: Limit.Basis): number | undefined => offsetMinutes

// A moment among others: that of a day is its midnight.
const placeOf = (moment: Limit.Moment, offset: number): number =>
  typeof moment === "string" ? CivilDate.dayNumber(moment) * DAY - offset * MINUTE : moment
