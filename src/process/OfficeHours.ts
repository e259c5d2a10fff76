/**
 * Office hours (作息时间): when an office is open on a working day, given as data, so that hours of work can be counted
 * (工作小时). Which days are working days is for the work calendar to say.
 *
 * A make-up working day (调休上班) has the hours of its own weekday where the timetable sets any, and the daily ones
 * otherwise. A timetable holds from a day on, since many offices close later in summer (夏令时间作息). Asked about a day that the
 * calendar or the timetables do not know, the module refuses.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as CivilDate from "../foundation/CivilDate.js"
import * as Coordinate from "../foundation/Coordinate.js"
import * as Dated from "../foundation/Dated.js"
import * as Document from "../foundation/Document.js"
import { type Fault, make as fault } from "../foundation/Fault.js"
import * as WorkCalendar from "../foundation/WorkCalendar.js"

// ---------------------------------------------------------------- models

/**
 * A stretch of a day in which the office is open, in minutes since midnight: from 540 up to, but without, 720 is
 * 09:00–12:00.
 *
 * @category models
 * @since 0.1.0
 */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/**
 * The hours of every working day, and the weekdays that have others. Stretches are in order and do not touch.
 *
 * @category models
 * @since 0.1.0
 */
export interface Timetable {
  readonly daily: ReadonlyArray<Stretch>
  readonly weekdays: ReadonlyArray<{ readonly weekday: CivilDate.Weekday; readonly stretches: ReadonlyArray<Stretch> }>
}

/**
 * The hours of an office: how many minutes its clocks are ahead of UTC (480 in China), and its timetables over time.
 *
 * **Gotchas**
 *
 * They are a value: they are indexed when they are first asked, so they must not be changed in place afterwards.
 *
 * @category models
 * @since 0.1.0
 */
export interface OfficeHours {
  readonly format: 1
  readonly offsetMinutes: number
  readonly timetables: Dated.Dated<Timetable>
}

/**
 * A stretch of time in which the office was open, from an instant up to another, and how long it is.
 *
 * @category models
 * @since 0.1.0
 */
export interface OpenTime {
  readonly from: Coordinate.Instant
  readonly to: Coordinate.Instant
  readonly milliseconds: number
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with office hours (an offset past 18 hours, a stretch that ends before it begins, stretches that are
 * out of order or touch, a weekday listed twice), or with a question: a day for which no timetable holds, a length of time
 * that is no whole number of at least one millisecond, and an end before the beginning.
 *
 * @category errors
 * @since 0.1.0
 */
export type OfficeHoursFault = Fault<
  | "officeHours.offset"
  | "officeHours.emptyStretch"
  | "officeHours.unordered"
  | "officeHours.weekdayTwice"
  | "officeHours.unknownDay"
  | "officeHours.notLength"
  | "officeHours.backwards"
>

type Asked<A> = Result.Result<
  A,
  OfficeHoursFault | WorkCalendar.WorkCalendarFault | CivilDate.CivilDateFault | Coordinate.CoordinateFault
>

// ---------------------------------------------------------------- schemas

const Minute: Schema.Codec<number> = /* @__PURE__ */ Schema.Int.check(
  /* @__PURE__ */ Schema.isBetween({ minimum: 0, maximum: 1440 }),
)

const stretches: Schema.Codec<ReadonlyArray<Stretch>> = /* @__PURE__ */ Schema.Array(
  /* @__PURE__ */ Schema.Struct({ from: Minute, to: Minute }),
)

/**
 * The schema of {@link Timetable}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Timetable: Schema.Codec<Timetable> = /* @__PURE__ */ Schema.Struct({
  daily: stretches,
  weekdays: /* @__PURE__ */ Schema.Array(/* @__PURE__ */ Schema.Struct({ weekday: CivilDate.Weekday, stretches })),
})

/**
 * The schema of {@link OfficeHours}; {@link document} checks them as a whole.
 *
 * @category schemas
 * @since 0.1.0
 */
export const OfficeHours: Schema.Codec<OfficeHours> = /* @__PURE__ */ Schema.Struct({
  format: /* @__PURE__ */ Schema.Literal(1),
  offsetMinutes: Schema.Int,
  timetables: /* @__PURE__ */ Dated.schema(Timetable),
})

/**
 * Office hours as a stored document: decode, encode, is, standard, jsonSchema.
 *
 * @category schemas
 * @since 0.1.0
 */
export const document: Document.Document<OfficeHours> = /* @__PURE__ */ Document.make<OfficeHours>({
  name: "OfficeHours",
  format: 1,
  schema: () => OfficeHours,
  check: (hours) => check(hours),
})

// ---------------------------------------------------------------- guards

/**
 * Whether the office is open at an instant. Fails where the day is unknown.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { OfficeHours } from "dangjian/process"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const day = CivilDate.parseUnsafe
 * const calendar = { from: day("2020-01-01"), to: day("2021-01-01"), weekend: [6, 7], days: [] } as const
 * const cite = { title: "示例作息时间", standing: "transcription" } as const // made up
 * const value = { daily: [{ from: 540, to: 720 }, { from: 810, to: 1050 }], weekdays: [] }
 * const hours = { format: 1, offsetMinutes: 480, timetables: [{ from: day("2020-01-01"), value, cite }] } as const
 * const at = (text: string) => Coordinate.instantUnsafe(Date.parse(text))
 * assert.equal(Result.getOrThrow(OfficeHours.isOpen(hours, calendar, at("2020-03-02T09:00+08:00"))), true)
 * assert.equal(Result.getOrThrow(OfficeHours.isOpen(hours, calendar, at("2020-03-02T12:00+08:00"))), false)
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const isOpen = (
  self: OfficeHours,
  calendar: WorkCalendar.WorkCalendar,
  at: Coordinate.Instant,
): Asked<boolean> => {
  const next = Coordinate.instant(at + 1)
  if (Result.isFailure(next)) return Result.fail(next.failure)
  return Result.map(between(self, calendar, at, next.success), (open) => open > 0)
}

// ---------------------------------------------------------------- getters

/**
 * How long the office is open from an instant up to another, in milliseconds. Fails with `officeHours.backwards` where the
 * second is the earlier, and where a day between them is unknown.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { OfficeHours } from "dangjian/process"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const day = CivilDate.parseUnsafe
 * const calendar = { from: day("2020-01-01"), to: day("2021-01-01"), weekend: [6, 7], days: [] } as const
 * const cite = { title: "示例作息时间", standing: "transcription" } as const // made up
 * const value = { daily: [{ from: 540, to: 720 }, { from: 810, to: 1050 }], weekdays: [] }
 * const hours = { format: 1, offsetMinutes: 480, timetables: [{ from: day("2020-01-01"), value, cite }] } as const
 * const at = (text: string) => Coordinate.instantUnsafe(Date.parse(text))
 * // From Friday at half past eleven to Monday at half past nine: half an hour, four hours, half an hour.
 * const open = OfficeHours.between(hours, calendar, at("2020-03-06T11:30+08:00"), at("2020-03-09T09:30+08:00"))
 * assert.equal(Result.getOrThrow(open), 5 * 3_600_000)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const between = (
  self: OfficeHours,
  calendar: WorkCalendar.WorkCalendar,
  from: Coordinate.Instant,
  to: Coordinate.Instant,
): Asked<number> => {
  if (to < from) return Result.fail(fault("officeHours.backwards", { from, to }))
  if (to === from) return Result.succeed(0)
  const asked = index(self, calendar)
  if (Result.isFailure(asked)) return Result.fail(asked.failure)
  const indexed = asked.success
  const unknown = unknownDay(indexed, placeOf(self, from).day, lastDayOf(placeOf(self, to)))
  if (unknown !== undefined) return Result.fail(unknown)
  return Result.succeed(openBefore(indexed, placeOf(self, to)) - openBefore(indexed, placeOf(self, from)))
}

/**
 * The stretches in which the office is open from an instant up to another, in order. As long as there are days between
 * them; {@link between} only adds them up.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { OfficeHours } from "dangjian/process"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const day = CivilDate.parseUnsafe
 * const calendar = { from: day("2020-01-01"), to: day("2021-01-01"), weekend: [6, 7], days: [] } as const
 * const cite = { title: "示例作息时间", standing: "transcription" } as const // made up
 * const value = { daily: [{ from: 540, to: 720 }, { from: 810, to: 1050 }], weekdays: [] }
 * const hours = { format: 1, offsetMinutes: 480, timetables: [{ from: day("2020-01-01"), value, cite }] } as const
 * const at = (text: string) => Coordinate.instantUnsafe(Date.parse(text))
 * const open = OfficeHours.openTimes(hours, calendar, at("2020-03-06T11:30+08:00"), at("2020-03-09T09:30+08:00"))
 * assert.deepEqual(Result.getOrThrow(open).map(({ milliseconds }) => milliseconds / 60_000), [30, 240, 30])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const openTimes = (
  self: OfficeHours,
  calendar: WorkCalendar.WorkCalendar,
  from: Coordinate.Instant,
  to: Coordinate.Instant,
): Asked<ReadonlyArray<OpenTime>> =>
  Result.flatMap(between(self, calendar, from, to), () =>
    Result.map(index(self, calendar), (indexed) => {
      const first = placeOf(self, from).day
      const last = from === to ? first - 1 : lastDayOf(placeOf(self, to))
      const found: Array<OpenTime> = []
      for (let day = first; day <= last; day++) {
        for (const stretch of indexed.stretchesOf(day)) {
          const opens = Math.max(from, instantOf(self, day, stretch.from))
          const closes = Math.min(to, instantOf(self, day, stretch.to))
          if (closes <= opens) continue
          const [start, end] = [Coordinate.instantUnsafe(opens), Coordinate.instantUnsafe(closes)]
          found.push({ from: start, to: end, milliseconds: closes - opens })
        }
      }
      return found
    }),
  )

/**
 * All that is wrong with office hours, each with its place; nothing where they can be used. What is wrong with the
 * spans of the timetables is for `Dated` to say.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { OfficeHours } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * const cite = { title: "示例作息时间", standing: "transcription" } as const // made up
 * const value = { daily: [{ from: 720, to: 540 }], weekdays: [] }
 * const timetables = [{ from: CivilDate.parseUnsafe("2020-01-01"), value, cite }]
 * const faults = OfficeHours.check({ format: 1, offsetMinutes: 480, timetables })
 * assert.deepEqual(faults.map(({ code }) => code), ["officeHours.emptyStretch"])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const check = (self: OfficeHours): ReadonlyArray<OfficeHoursFault> => [
  ...(isOffset(self.offsetMinutes)
    ? []
    : [fault("officeHours.offset", { minutes: self.offsetMinutes }, ["offsetMinutes"])]),
  ...self.timetables.flatMap(({ value: { daily, weekdays } }, place) => [
    ...ofStretches(daily, ["timetables", place, "value", "daily"]),
    ...weekdays.flatMap(({ weekday, stretches: of }, index) => {
      const path = ["timetables", place, "value", "weekdays", index]
      const isTwice = weekdays.findIndex((one) => one.weekday === weekday) < index
      return [
        ...(isTwice ? [fault("officeHours.weekdayTwice", { weekday }, [...path, "weekday"])] : []),
        ...ofStretches(of, [...path, "stretches"]),
      ]
    }),
  ]),
]

const isOffset = (minutes: number): boolean => Result.isSuccess(Coordinate.dayOf(NOON, minutes))

const ofStretches = (of: ReadonlyArray<Stretch>, path: Fault["path"]): ReadonlyArray<OfficeHoursFault> =>
  of.flatMap(({ from, to }, place) => {
    const before = of[place - 1]
    return [
      ...(to <= from ? [fault("officeHours.emptyStretch", { from, to }, [...path, place])] : []),
      ...(before !== undefined && from <= before.to
        ? [fault("officeHours.unordered", { from, before: before.to }, [...path, place])]
        : []),
    ]
  })

// ---------------------------------------------------------------- operations

/**
 * The instant at which the office has been open for so many milliseconds since another: the close of business, not the
 * next opening, where they end with the day. Fails with `officeHours.notLength`, and where a day is asked that is unknown.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { OfficeHours } from "dangjian/process"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const day = CivilDate.parseUnsafe
 * const calendar = { from: day("2020-01-01"), to: day("2021-01-01"), weekend: [6, 7], days: [] } as const
 * const cite = { title: "示例作息时间", standing: "transcription" } as const // made up
 * const value = { daily: [{ from: 540, to: 720 }, { from: 810, to: 1050 }], weekdays: [] }
 * const hours = { format: 1, offsetMinutes: 480, timetables: [{ from: day("2020-01-01"), value, cite }] } as const
 * const at = (text: string) => Coordinate.instantUnsafe(Date.parse(text))
 * const later = OfficeHours.after(hours, calendar, at("2020-03-06T10:00+08:00"), 6 * 3_600_000)
 * assert.equal(Result.getOrThrow(later), at("2020-03-06T17:30+08:00"))
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const after = (
  self: OfficeHours,
  calendar: WorkCalendar.WorkCalendar,
  from: Coordinate.Instant,
  milliseconds: number,
): Asked<Coordinate.Instant> => {
  if (!Number.isSafeInteger(milliseconds) || milliseconds < 1) {
    return Result.fail(fault("officeHours.notLength", { milliseconds }))
  }
  const asked = index(self, calendar)
  if (Result.isFailure(asked)) return Result.fail(asked.failure)
  const indexed = asked.success
  const start = placeOf(self, from)
  const before = unknownDay(indexed, start.day, start.day)
  if (before !== undefined) return Result.fail(before)
  const wanted = openBefore(indexed, start) + milliseconds
  const day = dayReaching(indexed, wanted)
  const unknown = unknownDay(indexed, start.day, day ?? indexed.first + indexed.open.length - 1)
  if (unknown !== undefined) return Result.fail(unknown)
  return Coordinate.instant(within(self, indexed, day!, wanted))
}

const MINUTE = 60_000
const DAY = 86_400_000
const NOON = /* @__PURE__ */ Coordinate.instantUnsafe(DAY / 2)

// Minutes open, and days without a timetable, before each day of the calendar and before its end.
interface Index {
  readonly calendar: WorkCalendar.WorkCalendar
  readonly first: number
  readonly open: ReadonlyArray<number>
  readonly unknown: ReadonlyArray<number>
  readonly stretchesOf: (day: number) => ReadonlyArray<Stretch>
}

type Indexed = Asked<Index>

const memory = /* @__PURE__ */ new WeakMap<OfficeHours, WeakMap<WorkCalendar.WorkCalendar, Indexed>>()

const index = (self: OfficeHours, calendar: WorkCalendar.WorkCalendar): Indexed => {
  const ofHours = memory.get(self) ?? new WeakMap<WorkCalendar.WorkCalendar, Indexed>()
  const indexed = ofHours.get(calendar) ?? built(self, calendar)
  ofHours.set(calendar, indexed)
  memory.set(self, ofHours)
  return indexed
}

const built = (self: OfficeHours, calendar: WorkCalendar.WorkCalendar): Indexed => {
  const wrong = [...check(self), ...WorkCalendar.check(calendar)][0]
  if (wrong !== undefined) return Result.fail(wrong)
  const [first, end] = [CivilDate.dayNumber(calendar.from), CivilDate.dayNumber(calendar.to)]
  const stretchesOf = (day: number) => stretchesOn(self, calendar, CivilDate.ofDayNumberUnsafe(day))
  const [open, unknown] = [[0], [0]]
  for (let day = first; day < end; day++) {
    const known = Dated.at(self.timetables, CivilDate.ofDayNumberUnsafe(day)) !== undefined
    const minutes = stretchesOf(day).reduce((sum, { from, to }) => sum + to - from, 0)
    open.push(open[day - first]! + minutes)
    unknown.push(unknown[day - first]! + (known ? 0 : 1))
  }
  return Result.succeed({ calendar, first, open, unknown, stretchesOf })
}

const stretchesOn = (
  { timetables }: OfficeHours,
  calendar: WorkCalendar.WorkCalendar,
  on: CivilDate.CivilDate,
): ReadonlyArray<Stretch> => {
  const timetable = Dated.at(timetables, on)?.value
  if (timetable === undefined || !WorkCalendar.isWorkingDayUnsafe(calendar, on)) return []
  const weekday = CivilDate.weekday(on)
  return timetable.weekdays.find((one) => one.weekday === weekday)?.stretches ?? timetable.daily
}

// A local time of day, as the number of its day and the milliseconds since midnight.
interface LocalTime {
  readonly day: number
  readonly passed: number
}

const placeOf = ({ offsetMinutes }: OfficeHours, at: Coordinate.Instant): LocalTime => {
  const local = at + offsetMinutes * MINUTE
  const day = Math.floor(local / DAY)
  return { day, passed: local - day * DAY }
}

const instantOf = ({ offsetMinutes }: OfficeHours, day: number, minutes: number): number =>
  day * DAY + (minutes - offsetMinutes) * MINUTE

// The last day that a run up to, but without, a time touches.
const lastDayOf = ({ day, passed }: LocalTime): number => (passed === 0 ? day - 1 : day)

const unknownDay = (
  { calendar, first, unknown }: Index,
  from: number,
  to: number,
): OfficeHoursFault | WorkCalendar.WorkCalendarFault | CivilDate.CivilDateFault | undefined => {
  if (to < from) return undefined
  const end = first + unknown.length - 1
  if (from < first || to >= end) {
    const asked = CivilDate.ofDayNumber(from < first ? from : Math.max(from, end))
    const known = Result.flatMap(asked, (on) => WorkCalendar.isWorkingDay(calendar, on))
    return Result.isFailure(known) ? known.failure : undefined
  }
  const before = unknown[from - first]!
  if (unknown[to + 1 - first] === before) return undefined
  const day = first + unknown.findIndex((count, place) => place > from - first && count > before) - 1
  return fault("officeHours.unknownDay", { date: CivilDate.ofDayNumberUnsafe(day) })
}

// How long the office has been open between the first day of the calendar and a time.
const openBefore = ({ first, open, stretchesOf }: Index, { day, passed }: LocalTime): number => {
  const today = passed === 0 ? [] : stretchesOf(day)
  return today.reduce(
    (sum, { from, to }) => sum + Math.max(0, Math.min(passed, to * MINUTE) - from * MINUTE),
    open[day - first]! * MINUTE,
  )
}

const dayReaching = ({ first, open }: Index, wanted: number): number | undefined => {
  let [low, high] = [1, open.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (open[middle]! * MINUTE >= wanted) high = middle
    else low = middle + 1
  }
  return low === open.length ? undefined : first + low - 1
}

const within = (self: OfficeHours, { first, open, stretchesOf }: Index, day: number, wanted: number): number => {
  let left = wanted - open[day - first]! * MINUTE
  for (const { from, to } of stretchesOf(day)) {
    const length = (to - from) * MINUTE
    if (left <= length) return instantOf(self, day, from) + left
    left -= length
  }
  return instantOf(self, day + 1, 0)
}
