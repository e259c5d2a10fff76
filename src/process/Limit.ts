/**
 * Limits (时限): how long something may take, in which unit, from which event on, and what stops the clock. Deadline, time
 * left and light are computed whenever they are asked for, and never stored.
 *
 * **Details**
 *
 * A limit in days runs to the end of its last day. A day counts as it ends: where a hold (挂起、挂账) is on at the end of a
 * day, that day does not count; the day on which a hold ends does. So a hold from one day to another puts the last day
 * off by exactly the days between them, a hold that ends on the day it began puts off nothing, and a hold that begins on
 * the last day still saves the limit. Hours count to the millisecond.
 *
 * Source of the common rules of counting: 《中华人民共和国民法典》第二百条至第二百零四条. Every text may set others, so each of them
 * is a field.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { Citation } from "../foundation/Citation.js"
import * as CivilDate from "../foundation/CivilDate.js"
import * as Coordinate from "../foundation/Coordinate.js"
import * as Dated from "../foundation/Dated.js"
import * as Document from "../foundation/Document.js"
import * as Exact from "../foundation/Exact.js"
import { type Fault, make as fault, under } from "../foundation/Fault.js"
import { Label } from "../foundation/Label.js"
import * as WorkCalendar from "../foundation/WorkCalendar.js"
import * as Counting from "./Counting.js"
import type * as OfficeHours from "./OfficeHours.js"

// ---------------------------------------------------------------- models

/**
 * What a limit is counted in: minutes and hours of the clock (分钟、小时), hours in which the office is open (工作小时),
 * calendar days (日、自然日), working days (工作日), or months (月).
 *
 * @category models
 * @since 0.1.0
 */
export type LimitUnit = "clockMinute" | "clockHour" | "workingHour" | "calendarDay" | "workingDay" | "month"

/**
 * How far a limit may be extended before it runs out (延期): by how much in all, in its own unit, and how many times, where
 * the text says so.
 *
 * @category models
 * @since 0.1.0
 */
export interface Extension {
  readonly most: number
  readonly times?: number
  readonly cite?: Citation
}

/**
 * A limit as a text sets it. `starts`, `ends` and `holds` name events or stages and are opaque here: the event that
 * starts the clock, those that end it, and the stages in which it stands still.
 *
 * **Details**
 *
 * `countsFirstDay` tells whether the day of the start is the first of the days; of hours and minutes, which run from the
 * start itself, it says nothing. Months end on the day with the same number, or on the last of a shorter month; where
 * the first day counts, on the day before that, and where the month is too short for the number on its last day. `endsOnWorkingDay`:
 * where the last day is none, the next working day takes its place (顺延); without it nothing is put off.
 *
 * @category models
 * @since 0.1.0
 */
export interface Limit {
  readonly id: string
  readonly label?: Label
  readonly amount: number
  readonly unit: LimitUnit
  readonly countsFirstDay: boolean
  readonly endsOnWorkingDay?: boolean
  readonly starts: string
  readonly ends: ReadonlyArray<string>
  readonly holds: ReadonlyArray<string>
  readonly extension?: Extension
  readonly cite?: Citation
  readonly note?: string
}

/**
 * The limits of one text over time (时限表).
 *
 * @category models
 * @since 0.1.0
 */
export interface Table {
  readonly format: 1
  readonly id: string
  readonly label?: Label
  readonly versions: Dated.Dated<ReadonlyArray<Limit>>
}

/**
 * Up to which share of a limit the light is green, and up to which it is amber; beyond, and past the last day or
 * instant, it is red. Shares are exact texts, both ends included.
 *
 * @category models
 * @since 0.1.0
 */
export interface Lights {
  readonly green: string
  readonly amber: string
  readonly cite?: Citation
  readonly note?: string
}

/**
 * When something happened: on a day, or at an instant. A limit in days takes either, and has the day of an instant from
 * the offset of the place; a limit in hours or minutes takes instants only.
 *
 * @category models
 * @since 0.1.0
 */
export type Moment = CivilDate.CivilDate | Coordinate.Instant

/**
 * A time during which the clock stands still, from a moment on, and up to another where it has ended.
 *
 * @category models
 * @since 0.1.0
 */
export interface Hold {
  readonly from: Moment
  readonly to?: Moment
}

/**
 * What happened to a matter as far as a limit is concerned, and the moment at which it is asked how it stands. Holds may
 * overlap; an end after `now`, a hold that begins after it, and an extension after it are not yet known of.
 *
 * @category models
 * @since 0.1.0
 */
export interface Course {
  readonly started: Moment
  readonly ended?: Moment
  readonly holds: ReadonlyArray<Hold>
  readonly extensions?: ReadonlyArray<{ readonly at: Moment; readonly by: number }>
  readonly now: Moment
}

/**
 * What a limit is counted by: the calendar that knows the working days, the hours of the office, how many minutes its
 * clocks are ahead of UTC where the hours do not say so, and the lights where they are not {@link standardLights}. Only what
 * a limit needs has to be there.
 *
 * @category models
 * @since 0.1.0
 */
export interface Basis {
  readonly calendar?: WorkCalendar.WorkCalendar
  readonly hours?: OfficeHours.OfficeHours
  readonly offsetMinutes?: number
  readonly lights?: Lights
}

/**
 * How a limit stands: still `running`, `held`, `met` by an end in time, or `late`, whether it has ended or not.
 *
 * @category models
 * @since 0.1.0
 */
export type LimitState = "running" | "held" | "met" | "late"

/**
 * The colour of a limit (绿灯、黄灯、红灯).
 *
 * @category models
 * @since 0.1.0
 */
export type Light = "green" | "amber" | "red"

/**
 * How a limit stands at a moment.
 *
 * **Details**
 *
 * `total`, `elapsed`, `remaining` and `overdue` are whole numbers of `measure`: days that count, or milliseconds that count.
 * Of a limit in months, and of one put off to a working day, `total` is the number of days it comes to. A day counts as
 * elapsed once it has begun, so that on the last day everything has elapsed and the limit is not late. `deadline` is the
 * last day, which may be used to its end, or the last instant, moved by holds; there is none while a hold without an
 * end keeps it off. `share` is what has elapsed of the total, above one where it is overdue.
 *
 * An extension that the text does not allow, or that came after the limit had run out, changes nothing and is told in
 * `leftOut` with the reason: what somebody recorded wrongly does not stop the clock. Of a matter that has ended before the
 * calendar or the office hours do, the deadline may lie beyond them; then there is none, `deadlineUnknown` tells why, and
 * `total` is what is known of it.
 *
 * **Gotchas**
 *
 * A limit can be late and overdue by nothing: on the Saturday after a last working day, or in the evening after an
 * office closed for the last time, nothing more has been counted.
 *
 * @category models
 * @since 0.1.0
 */
export interface Reading {
  readonly state: LimitState
  readonly light: Light
  readonly isOver: boolean
  readonly measure: "day" | "millisecond"
  readonly total: number
  readonly elapsed: number
  readonly remaining: number
  readonly overdue: number
  readonly share: Exact.Exact
  readonly deadline?: Moment
  readonly deadlineUnknown?: ReadonlyArray<AskedFault>
  readonly leftOut?: ReadonlyArray<LimitFault>
}

/**
 * One thing that was counted: a day, or a stretch of time with its length.
 *
 * @category models
 * @since 0.1.0
 */
export type Counted =
  | { readonly kind: "day"; readonly on: CivilDate.CivilDate }
  | ({ readonly kind: "stretch" } & OfficeHours.OpenTime)

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with limits (an id twice, an amber share below the green one), with a question (no calendar, office
 * hours or offset where they are needed, a day where an instant is, an end before the start, a hold that ends before it
 * begins), or with an extension (of no whole amount, of a limit that allows none, by more or more often than allowed,
 * after the limit had run out, or after the moment that is asked about).
 *
 * @category errors
 * @since 0.1.0
 */
export type LimitFault = Fault<
  | "limit.idTwice"
  | "limit.lights"
  | "limit.noCalendar"
  | "limit.noHours"
  | "limit.noOffset"
  | "limit.needsInstant"
  | "limit.endedBefore"
  | "limit.holdBackwards"
  | "limit.notAmount"
  | "limit.notExtensible"
  | "limit.extendedTooFar"
  | "limit.extendedLate"
  | "limit.extendedLater"
>

/**
 * All that a question about a limit can fail with.
 *
 * @category errors
 * @since 0.1.0
 */
export type AskedFault = Fault<LimitFault["code"] | Counting.CountingFault["code"]>

// ---------------------------------------------------------------- schemas

const Id = Schema.NonEmptyString
const ids = /* @__PURE__ */ Schema.Array(Id)

/**
 * The schema of the amount of a limit: a whole number of at least one.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Amount: Schema.Codec<number> = /* @__PURE__ */ Schema.Int.check(
  /* @__PURE__ */ Schema.isBetween({ minimum: 1, maximum: 10_000_000 }),
)

/**
 * The schema of {@link LimitUnit}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const LimitUnit: Schema.Codec<LimitUnit> = /* @__PURE__ */ Schema.Literals([
  "clockMinute",
  "clockHour",
  "workingHour",
  "calendarDay",
  "workingDay",
  "month",
])

/**
 * The schema of {@link Extension}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Extension: Schema.Codec<Extension> = /* @__PURE__ */ Schema.Struct({
  most: Amount,
  times: /* @__PURE__ */ Schema.optionalKey(Amount),
  cite: /* @__PURE__ */ Schema.optionalKey(Citation),
})

/**
 * The schema of {@link Limit}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Limit: Schema.Codec<Limit> = /* @__PURE__ */ Schema.Struct({
  id: Id,
  label: /* @__PURE__ */ Schema.optionalKey(Label),
  amount: Amount,
  unit: LimitUnit,
  countsFirstDay: Schema.Boolean,
  endsOnWorkingDay: /* @__PURE__ */ Schema.optionalKey(Schema.Boolean),
  starts: Id,
  ends: ids,
  holds: ids,
  extension: /* @__PURE__ */ Schema.optionalKey(Extension),
  cite: /* @__PURE__ */ Schema.optionalKey(Citation),
  note: /* @__PURE__ */ Schema.optionalKey(Id),
})

/**
 * The schema of {@link Table}; {@link document} checks it as a whole.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Table: Schema.Codec<Table> = /* @__PURE__ */ Schema.Struct({
  format: /* @__PURE__ */ Schema.Literal(1),
  id: Id,
  label: /* @__PURE__ */ Schema.optionalKey(Label),
  versions: /* @__PURE__ */ Dated.schema(/* @__PURE__ */ Schema.Array(Limit)),
})

/**
 * The schema of {@link Lights}; an amber share below the green one is refused with `limit.lights`.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Lights: Schema.Codec<Lights> = /* @__PURE__ */ Schema.Struct({
  green: Exact.Text,
  amber: Exact.Text,
  cite: /* @__PURE__ */ Schema.optionalKey(Citation),
  note: /* @__PURE__ */ Schema.optionalKey(Id),
}).check(
  /* @__PURE__ */ Schema.makeFilter((lights: Lights) =>
    Exact.compare(Exact.parseUnsafe(lights.green), Exact.parseUnsafe(lights.amber)) <= 0
      ? true
      : { path: ["amber"], issue: "limit.lights" },
  ),
)

/**
 * The table of limits as a stored document: decode, encode, is, standard, jsonSchema.
 *
 * @category schemas
 * @since 0.1.0
 */
export const document: Document.Document<Table> = /* @__PURE__ */ Document.make<Table>({
  name: "LimitTable",
  format: 1,
  schema: () => Table,
  check: (table) => check(table),
})

// ---------------------------------------------------------------- getters

/**
 * All that is wrong with a table as a whole, each with its place: ids that stand twice in one version.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Limit } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * const cite = { title: "示例办法", standing: "transcription" } as const // made up
 * const limit = { id: "办结", amount: 5, unit: "workingDay", countsFirstDay: false, starts: "派单", ends: ["办结"], holds: [] } as const
 * const versions = [{ from: CivilDate.parseUnsafe("2020-01-01"), value: [limit, limit], cite }]
 * const faults = Limit.check({ format: 1, id: "示例", versions })
 * assert.deepEqual(faults.map(({ code, path }) => [code, path]), [["limit.idTwice", ["versions", 0, "value", 1, "id"]]])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const check = ({ versions }: Table): ReadonlyArray<LimitFault> =>
  versions.flatMap(({ value }, version) =>
    value.flatMap(({ id }, place) =>
      value.findIndex((one) => one.id === id) < place
        ? [fault("limit.idTwice", { id }, ["versions", version, "value", place, "id"])]
        : [],
    ),
  )

/**
 * The limit of an id that was in force on a day, with its citation where the text that set it is only named with the
 * version; `undefined` where there is none.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Limit } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * const day = CivilDate.parseUnsafe
 * const cite = { title: "示例办法", standing: "transcription" } as const // made up
 * const limit = { id: "办结", amount: 5, unit: "workingDay", countsFirstDay: false, starts: "派单", ends: ["办结"], holds: [] } as const
 * const table = { format: 1, id: "示例", versions: [{ from: day("2020-01-01"), value: [limit], cite }] } as const
 * assert.deepEqual(Limit.find(table, "办结", day("2020-03-02"))?.cite, cite)
 * assert.equal(Limit.find(table, "办结", day("2019-12-31")), undefined)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const find = ({ versions }: Table, id: string, on: CivilDate.CivilDate): Limit | undefined => {
  const version = Dated.at(versions, on)
  const limit = version?.value.find((one) => one.id === id)
  return version === undefined || limit === undefined ? undefined : { cite: version.cite, ...limit }
}

/**
 * How a limit stands at the moment of the course: state, light, deadline, what has elapsed, what remains. A finished
 * matter is read as it ended. Fails with everything that is wrong with the course, and where a day is needed that the
 * calendar or the office hours do not know.
 *
 * @example
 * ```ts
 * import { CivilDate, Exact } from "dangjian/foundation"
 * import { Limit } from "dangjian/process"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const day = CivilDate.parseUnsafe
 * const calendar = { from: day("2020-01-01"), to: day("2021-01-01"), weekend: [6, 7], days: [] } as const
 * const closing: Limit.Limit = { // 山东2020年的办结时限，派单当日不计
 *   id: "办结", amount: 5, unit: "workingDay", countsFirstDay: false, starts: "派单", ends: ["办结"], holds: ["挂起"],
 * }
 * const read = (now: string) =>
 *   Result.getOrThrow(Limit.read(closing, { started: day("2020-03-02"), holds: [], now: day(now) }, { calendar }))
 * const friday = read("2020-03-06")
 * assert.deepEqual([friday.deadline, friday.remaining, friday.light], ["2020-03-09", 1, "green"])
 * assert.equal(Exact.text(friday.share), "0.8")
 * assert.deepEqual([read("2020-03-09").state, read("2020-03-09").light], ["running", "amber"])
 * assert.deepEqual([read("2020-03-10").state, read("2020-03-10").light], ["late", "red"])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const read = (self: Limit, course: Course, basis: Basis): Asked<Reading> =>
  Result.flatMap(clockOf(self, course, basis), (clock) =>
    Result.mapBoth(Counting.counted(clock.scale, clock.holds, clock.first, clock.until), {
      onFailure: all,
      onSuccess: (elapsed) => readingOf(clock, elapsed, basis.lights ?? standardLights),
    }),
  )

type Asked<A> = Result.Result<A, ReadonlyArray<AskedFault>>

const readingOf = (clock: Clock, elapsed: number, lights: Lights): Reading => {
  const { deadline, measure, isOver, leftOut, unknown } = clock
  const total = unknown === undefined ? clock.total : Math.max(clock.total, elapsed)
  const isLate = deadline !== undefined && clock.until > deadline
  const isHeld = Counting.isHeld(clock.holds, clock.until - TICK[measure])
  const share = Exact.divideUnsafe(Exact.integerUnsafe(elapsed), Exact.integerUnsafe(total))
  const isWithin = (bound: string) => Exact.compare(share, Exact.parseUnsafe(bound)) <= 0
  return {
    state: isLate ? "late" : isOver ? "met" : isHeld ? "held" : "running",
    light: isLate ? "red" : isWithin(lights.green) ? "green" : isWithin(lights.amber) ? "amber" : "red",
    isOver,
    measure,
    total,
    elapsed,
    remaining: Math.max(0, total - elapsed),
    overdue: Math.max(0, elapsed - total),
    share,
    ...(deadline === undefined ? {} : { deadline: momentAt(measure, deadline) }),
    ...(unknown === undefined ? {} : { deadlineUnknown: unknown }),
    ...(leftOut.length === 0 ? {} : { leftOut }),
  }
}

/**
 * What was counted up to the moment of the course, so that anybody can count it again: the days that counted, or the
 * stretches of time between holds, and of working hours each stretch in which the office was open. Together they are
 * what {@link read} says has elapsed. As long as the time that has passed; asked for apart for that reason.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Limit } from "dangjian/process"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const day = CivilDate.parseUnsafe
 * const calendar = { from: day("2020-01-01"), to: day("2021-01-01"), weekend: [6, 7], days: [] } as const
 * const closing: Limit.Limit = { // made up
 *   id: "办结", amount: 5, unit: "workingDay", countsFirstDay: false, starts: "派单", ends: ["办结"], holds: ["挂起"],
 * }
 * const course = { started: day("2020-03-05"), holds: [{ from: day("2020-03-06"), to: day("2020-03-09") }], now: day("2020-03-10") }
 * const days = Result.getOrThrow(Limit.counted(closing, course, { calendar }))
 * assert.deepEqual(days.map((each) => each.kind === "day" && each.on), ["2020-03-09", "2020-03-10"])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const counted = (self: Limit, course: Course, basis: Basis): Asked<ReadonlyArray<Counted>> =>
  Result.flatMap(clockOf(self, course, basis), ({ first, holds, measure, scale, until }) =>
    Result.mapBoth(Counting.listed(scale, holds, first, until), {
      onFailure: all,
      onSuccess: (runs) => runs.map((run) => countedRun(measure, run)),
    }),
  )

const countedRun = (measure: Reading["measure"], { from, to }: Counting.Run): Counted =>
  measure === "day"
    ? { kind: "day", on: CivilDate.ofDayNumberUnsafe(from) }
    : {
        kind: "stretch",
        from: Coordinate.instantUnsafe(from),
        to: Coordinate.instantUnsafe(to),
        milliseconds: to - from,
      }

/**
 * When a share of a limit has elapsed: the day on which it has, or the instant; the start for a share of nothing;
 * `undefined` where a hold without an end comes before it. It does not matter how far the matter has come.
 *
 * @example
 * ```ts
 * import { CivilDate, Exact } from "dangjian/foundation"
 * import { Limit } from "dangjian/process"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const day = CivilDate.parseUnsafe
 * const posted: Limit.Limit = { // made up
 *   id: "公示", amount: 7, unit: "calendarDay", countsFirstDay: false, starts: "公示", ends: [], holds: [],
 * }
 * const course = { started: day("2020-03-02"), holds: [], now: day("2020-03-02") }
 * const half = Limit.reaches(posted, course, {}, Exact.parseUnsafe("1/2"))
 * assert.equal(Result.getOrThrow(half), "2020-03-06")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const reaches = (self: Limit, course: Course, basis: Basis, share: Exact.Exact): Asked<Moment | undefined> =>
  Result.flatMap(clockOf(self, course, basis), ({ scale, holds, first, start, total, measure }) => {
    const [top, bottom] = [Exact.numerator(share) * BigInt(total), Exact.denominator(share)]
    const count = Number((top + bottom - 1n) / bottom)
    if (top <= 0n) return Result.succeed(momentAt(measure, start + TICK[measure]))
    return Result.mapBoth(Counting.reached(scale, holds, first, count), {
      onFailure: all,
      onSuccess: (point) => (point === undefined ? undefined : momentAt(measure, point)),
    })
  })

// A limit at work: points are the numbers of days or milliseconds. The run of a day ends at the number of the next, so
// that everything up to and with a day lies before the point that follows it.
interface Clock {
  readonly measure: Reading["measure"]
  readonly scale: Counting.Scale
  readonly start: number
  readonly first: number
  readonly until: number
  readonly isOver: boolean
  readonly holds: ReadonlyArray<Counting.Interval>
  readonly total: number
  readonly deadline: number | undefined
  readonly unknown?: ReadonlyArray<AskedFault>
  readonly leftOut: ReadonlyArray<LimitFault>
}

const TICK = { day: 1, millisecond: 0 } as const
const MINUTE = 60_000
const HOUR = 3_600_000

/**
 * What a unit is counted in: milliseconds for minutes and hours, days for all others.
 *
 * @example
 * ```ts
 * import { Limit } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Limit.measureOf("workingHour"), "millisecond")
 * assert.equal(Limit.measureOf("month"), "day")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const measureOf = (unit: LimitUnit): Reading["measure"] =>
  unit === "clockMinute" || unit === "clockHour" || unit === "workingHour" ? "millisecond" : "day"

const momentAt = (measure: Reading["measure"], point: number): Moment =>
  measure === "day" ? CivilDate.ofDayNumberUnsafe(point - 1) : Coordinate.instantUnsafe(point)

const clockOf = (self: Limit, course: Course, basis: Basis): Asked<Clock> => {
  const points = pointsOf(self, course, basis)
  const scale = scaleOf(self, basis)
  const faults = [
    ...(Result.isFailure(points) ? points.failure : []),
    ...(Result.isFailure(scale) ? scale.failure : []),
  ]
  if (Result.isFailure(points) || Result.isFailure(scale)) return Result.fail(faults)
  const measure = measureOf(self.unit)
  const { started: start, ended, now, holds, extensions } = points.success
  const first = start + (measure === "day" && !self.countsFirstDay ? 1 : 0)
  const isOver = ended !== undefined && ended <= now
  const until = (isOver ? ended : now) + TICK[measure]
  const ground = { measure, scale: scale.success, start, first, until, isOver, holds }
  const { limit, leftOut } = longest(self, extensions, now, ground, basis)
  const end = endOf(limit, ground, basis)
  if (Result.isSuccess(end)) return Result.succeed({ ...ground, ...end.success, leftOut })
  // What ended where the calendar still reaches ended before a day that it does not reach.
  const total = totalOf(limit, ground)
  if (!isOver || Result.isFailure(total)) return Result.fail(end.failure)
  return Result.succeed({ ...ground, total: total.success, deadline: undefined, unknown: end.failure, leftOut })
}

interface Longest {
  readonly limit: Limit
  readonly leftOut: ReadonlyArray<LimitFault>
}

// A limit with the extensions that are allowed, one after another, and why the others are not.
const longest = (self: Limit, extensions: Points["extensions"], now: number, ground: Ground, basis: Basis): Longest => {
  const leftOut: Array<LimitFault> = []
  let limit = self
  for (const { at, by, place } of extensions) {
    const wrong = (code: LimitFault["code"]) => fault(code, { limit: self.id, by }, ["extensions", place, "at"])
    if (at > now) {
      leftOut.push(wrong("limit.extendedLater"))
      continue
    }
    const end = endOf(limit, ground, basis)
    const deadline = Result.isSuccess(end) ? end.success.deadline : undefined
    const longer = extended(limit, by)
    if (deadline !== undefined && at + TICK[ground.measure] > deadline) leftOut.push(wrong("limit.extendedLate"))
    else if (Result.isFailure(longer)) leftOut.push(under(["extensions", place, "by"], longer.failure))
    else limit = longer.success
  }
  return { limit, leftOut }
}

type Ground = Omit<Clock, "total" | "deadline" | "unknown" | "leftOut">

interface Points {
  readonly started: number
  readonly ended: number | undefined
  readonly now: number
  readonly holds: ReadonlyArray<Counting.Interval>
  readonly extensions: ReadonlyArray<{ readonly at: number; readonly by: number; readonly place: number }>
}

const pointsOf = (self: Limit, course: Course, basis: Basis): Asked<Points> => {
  const faults: Array<AskedFault> = []
  const point = (moment: Moment, path: Fault["path"]): number => {
    const found = pointOf(self, moment, basis)
    if (Result.isSuccess(found)) return found.success
    faults.push(under(path, found.failure))
    return Number.NaN
  }
  const started = point(course.started, ["started"])
  const ended = course.ended === undefined ? undefined : point(course.ended, ["ended"])
  const { now: asked } = course
  const now = point(asked, ["now"])
  if (ended !== undefined && ended < started) {
    faults.push(fault("limit.endedBefore", { started: course.started, ended: course.ended! }, ["ended"]))
  }
  const holds = course.holds.map((hold, place) => {
    const from = point(hold.from, ["holds", place, "from"])
    const to = hold.to === undefined ? undefined : point(hold.to, ["holds", place, "to"])
    if (to !== undefined && to < from) {
      faults.push(fault("limit.holdBackwards", { from: hold.from, to: hold.to! }, ["holds", place, "to"]))
    }
    return { from, to }
  })
  const extensions = (course.extensions ?? [])
    .map(({ at, by }, place) => ({ at: point(at, ["extensions", place, "at"]), by, place }))
    .sort((a, b) => a.at - b.at || a.by - b.by || a.place - b.place)
  if (faults.length > 0) return Result.fail(faults)
  const begun = Counting.merged(holds.filter(({ from }) => from <= now))
  return Result.succeed({ started, ended, now, holds: begun, extensions })
}

const pointOf = (
  { id, unit }: Limit,
  moment: Moment,
  { hours, offsetMinutes = hours?.offsetMinutes }: Basis,
): Result.Result<number, AskedFault> => {
  const isDay = measureOf(unit) === "day"
  if (typeof moment === "string") {
    return isDay
      ? Result.succeed(CivilDate.dayNumber(moment))
      : Result.fail(fault("limit.needsInstant", { limit: id, day: moment }))
  }
  if (!isDay) return Result.succeed(moment)
  if (offsetMinutes === undefined) return Result.fail(fault("limit.noOffset", { limit: id }))
  return Result.map(Coordinate.dayOf(moment, offsetMinutes), CivilDate.dayNumber)
}

const scaleOf = ({ id, unit, endsOnWorkingDay }: Limit, { calendar, hours }: Basis): Asked<Counting.Scale> => {
  const needsCalendar = unit === "workingDay" || unit === "workingHour"
  const isPutOff = endsOnWorkingDay === true && measureOf(unit) === "day"
  const faults = [
    ...((needsCalendar || isPutOff) && calendar === undefined ? [fault("limit.noCalendar", { limit: id })] : []),
    ...(unit === "workingHour" && hours === undefined ? [fault("limit.noHours", { limit: id })] : []),
  ]
  if (faults.length > 0) return Result.fail(faults)
  if (unit === "workingDay") return Result.succeed(Counting.workingDays(calendar!))
  if (unit === "workingHour") return Result.succeed(Counting.workingHours(hours!, calendar!))
  return Result.succeed(measureOf(unit) === "day" ? Counting.calendarDays : Counting.clockTime)
}

const all = (found: AskedFault): ReadonlyArray<AskedFault> => [found]

// The point at which a limit ends, and what it comes to in all.
const endOf = (limit: Limit, ground: Ground, { calendar }: Basis): Asked<Pick<Clock, "total" | "deadline">> =>
  Result.flatMap(totalOf(limit, ground), (total) =>
    Result.flatMap(
      Result.mapError(Counting.reached(ground.scale, ground.holds, ground.first, total), all),
      (deadline) =>
        deadline === undefined || limit.endsOnWorkingDay !== true || ground.measure !== "day"
          ? Result.succeed({ total, deadline })
          : putOff(calendar!, ground, total, deadline),
    ),
  )

const totalOf = ({ amount, unit, countsFirstDay }: Limit, { start, first }: Ground): Asked<number> => {
  switch (unit) {
    case "clockMinute":
      return Result.succeed(amount * MINUTE)
    case "clockHour":
    case "workingHour":
      return Result.succeed(amount * HOUR)
    case "calendarDay":
    case "workingDay":
      return Result.succeed(amount)
    case "month": {
      const day = CivilDate.ofDayNumberUnsafe(start)
      return Result.mapBoth(CivilDate.addMonths(day, amount), {
        onFailure: all,
        onSuccess: (same) => {
          const isShort = CivilDate.day(same) < CivilDate.day(day)
          return CivilDate.dayNumber(same) + (countsFirstDay && !isShort ? 0 : 1) - first
        },
      })
    }
  }
}

// The next day that is a working day and not on hold.
const putOff = (
  calendar: WorkCalendar.WorkCalendar,
  ground: Ground,
  total: number,
  deadline: number,
): Asked<Pick<Clock, "total" | "deadline">> => {
  let day = deadline - 1
  for (;;) {
    const next = WorkCalendar.sameOrNextWorkingDay(calendar, CivilDate.ofDayNumberUnsafe(day))
    if (Result.isFailure(next)) return Result.fail([next.failure])
    const last = CivilDate.dayNumber(next.success)
    const hold = Counting.holdAt(ground.holds, last)
    if (hold === undefined) {
      const sum = Counting.counted(ground.scale, ground.holds, ground.first, last + 1)
      return Result.mapBoth(sum, { onFailure: all, onSuccess: (comesTo) => ({ total: comesTo, deadline: last + 1 }) })
    }
    if (hold.to === undefined) return Result.succeed({ total, deadline: undefined })
    day = hold.to
  }
}

// ---------------------------------------------------------------- operations

/**
 * The limit extended by so much of its unit (延期), and what its text allows lessened by that. Fails with `limit.notAmount`,
 * with `limit.notExtensible` where the text allows none or it was allowed often enough, and with `limit.extendedTooFar`.
 *
 * **Gotchas** Whether it has not yet run out is asked by {@link read} and its like, of the extensions in a course.
 *
 * @example
 * ```ts
 * import { Limit } from "dangjian/process"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const closing: Limit.Limit = { // 山东2020年：疑难事项可延期，最多10个工作日
 *   id: "办结", amount: 5, unit: "workingDay", countsFirstDay: false, starts: "派单", ends: ["办结"], holds: [],
 *   extension: { most: 10 },
 * }
 * const longer = Result.getOrThrow(Limit.extended(closing, 4))
 * assert.deepEqual([longer.amount, longer.extension?.most], [9, 6])
 * assert.equal(Result.isFailure(Limit.extended(longer, 7)), true)
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const extended = (self: Limit, by: number): Result.Result<Limit, LimitFault> => {
  const { extension, ...rest } = self
  const { id: limit } = self
  if (!Number.isSafeInteger(by) || by < 1) return Result.fail(fault("limit.notAmount", { limit, by }))
  if (extension === undefined) return Result.fail(fault("limit.notExtensible", { limit }))
  const { most, times, ...source } = extension
  if (by > most) return Result.fail(fault("limit.extendedTooFar", { limit, by, most }))
  const left = times === undefined ? {} : { times: times - 1 }
  const isSpent = by === most || times === 1
  const further = isSpent ? {} : { extension: { ...source, most: most - by, ...left } }
  return Result.succeed({ ...rest, amount: self.amount + by, ...further })
}

// ---------------------------------------------------------------- instances

/**
 * The shares at which the lights change where a text does not set others: green up to four fifths of the limit, amber
 * up to the whole of it.
 *
 * @category instances
 * @since 0.1.0
 */
export const standardLights: Lights = {
  green: "0.8",
  amber: "1",
  note: "the practice of a published city management platform (数字城管), not a rule of law",
}

/**
 * The names of the units.
 *
 * @category instances
 * @since 0.1.0
 */
export const units: Readonly<Record<LimitUnit, Label>> = {
  clockMinute: { zh: "分钟", en: "minutes" },
  clockHour: { zh: "小时", en: "hours" },
  workingHour: { zh: "工作小时", en: "working hours" },
  calendarDay: { zh: "日", en: "days" },
  workingDay: { zh: "个工作日", en: "working days" },
  month: { zh: "个月", en: "months" },
}

/**
 * The names of the states.
 *
 * @category instances
 * @since 0.1.0
 */
export const states: Readonly<Record<LimitState, Label>> = {
  running: { zh: "计时中", en: "running" },
  held: { zh: "暂停计时", en: "on hold" },
  met: { zh: "按期", en: "in time" },
  late: { zh: "超期", en: "late" },
}

/**
 * The names of the lights.
 *
 * @category instances
 * @since 0.1.0
 */
export const lightNames: Readonly<Record<Light, Label>> = {
  green: { zh: "绿灯", en: "green" },
  amber: { zh: "黄灯", en: "amber" },
  red: { zh: "红灯", en: "red" },
}
