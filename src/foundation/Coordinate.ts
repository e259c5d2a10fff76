/**
 * The time coordinate (时间坐标): for which day a question is asked, and with the knowledge of which instant.
 *
 * A stored fact has two times: the day it takes effect (生效日) and the instant it was recorded (登记时刻). An answer names
 * both, so that it can be given again years later as it was given then: what is recorded afterwards, corrections
 * included, never changes an answer at an earlier instant.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as CivilDate from "./CivilDate.js"
import { contentText } from "./ContentText.js"
import { type Fault, make as fault, getOrThrow } from "./Fault.js"
import { byText } from "./TextOrder.js"

// ---------------------------------------------------------------- models

declare const brand: unique symbol

/**
 * A point in time: milliseconds since 1970-01-01T00:00Z, a whole number of at least 0. The offset of the place, as
 * +08:00, is no part of it.
 *
 * @category models
 * @since 0.1.0
 */
export type Instant = number & { readonly [brand]: "Instant" }

/**
 * The day that a question is asked for, and the instant whose knowledge answers it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Coordinate {
  readonly validAt: CivilDate.CivilDate
  readonly knownAt: Instant
}

/**
 * What every stored fact carries: its id, the day it takes effect, the instant it was recorded, and the id of the record
 * that it replaces.
 *
 * **When to use**
 *
 * A record supersedes another to correct it (更正): the other is then as if it had never been. To let something change
 * from a day on, record a further fact with that day and supersede nothing.
 *
 * @category models
 * @since 0.1.0
 */
export interface Recorded {
  readonly id: string
  readonly on: CivilDate.CivilDate
  readonly recordedAt: Instant
  readonly supersedes?: string
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with a time (no instant, no offset) or with a set of records: one id with two contents, a record that
 * supersedes an id nobody knows, a ring of records that supersede one another, a record that supersedes one recorded
 * later than itself.
 *
 * @category errors
 * @since 0.1.0
 */
export type CoordinateFault = Fault<
  | "coordinate.notInstant"
  | "coordinate.notOffset"
  | "coordinate.idTwice"
  | "coordinate.supersedesUnknown"
  | "coordinate.supersedesRing"
  | "coordinate.supersedesLater"
>

// ---------------------------------------------------------------- schemas

/**
 * An instant as it stands in a document. Anything else is refused with `coordinate.notInstant`.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Instant: Schema.Codec<Instant> = /* @__PURE__ */ Schema.Number.check(
  /* @__PURE__ */ Schema.makeFilter((value: number) => isInstant(value) || "coordinate.notInstant"),
) as Schema.Codec<Instant>

/**
 * The schema of {@link Coordinate}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Coordinate: Schema.Codec<Coordinate> = /* @__PURE__ */ Schema.Struct({
  validAt: CivilDate.CivilDate,
  knownAt: Instant,
})

/**
 * The schema of {@link Recorded}: what a document with further fields has in common with all others.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Recorded: Schema.Codec<Recorded> = /* @__PURE__ */ Schema.Struct({
  id: Schema.NonEmptyString,
  on: CivilDate.CivilDate,
  recordedAt: Instant,
  supersedes: /* @__PURE__ */ Schema.optionalKey(Schema.NonEmptyString),
})

// ---------------------------------------------------------------- constructors

/**
 * An instant from milliseconds since 1970-01-01T00:00Z. Fails with `coordinate.notInstant`.
 *
 * @example
 * ```ts
 * import { Coordinate } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Result.getOrThrow(Coordinate.instant(1688140800000)), 1688140800000)
 * assert.equal(Result.isFailure(Coordinate.instant(-1)), true)
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const instant = (milliseconds: number): Result.Result<Instant, CoordinateFault> =>
  isInstant(milliseconds)
    ? Result.succeed(milliseconds)
    : Result.fail(fault("coordinate.notInstant", { value: milliseconds }))

/**
 * {@link instant}, throwing a `FaultError`.
 *
 * @example
 * ```ts
 * import { Coordinate } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Coordinate.instantUnsafe(0), 0)
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const instantUnsafe = (milliseconds: number): Instant => getOrThrow(instant(milliseconds))

/**
 * The coordinate of a day and an instant.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const at = Coordinate.of(CivilDate.parseUnsafe("2023-06-30"), Coordinate.instantUnsafe(1688140800000))
 * assert.deepEqual(at, { validAt: "2023-06-30", knownAt: 1688140800000 })
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const of = (validAt: CivilDate.CivilDate, knownAt: Instant): Coordinate => ({ validAt, knownAt })

// ---------------------------------------------------------------- guards

/**
 * Whether a value is an instant.
 *
 * @example
 * ```ts
 * import { Coordinate } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Coordinate.isInstant(1688140800000), true)
 * assert.equal(Coordinate.isInstant(1688140800000.5), false)
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const isInstant = (value: unknown): value is Instant =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0 && !Object.is(value, -0)

// ---------------------------------------------------------------- getters

const MINUTE = 60_000
const DAY = 86_400_000
const MOST_MINUTES = 18 * 60

/**
 * The day that an instant falls on at a place whose clocks are so many minutes ahead of UTC (480 in China). Fails with
 * `coordinate.notOffset` past 18 hours either way, and with `civilDate.outOfRange` past the year 9999.
 *
 * @example
 * ```ts
 * import { Coordinate } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const midnightInChina = Coordinate.instantUnsafe(1688140800000)
 * assert.equal(Result.getOrThrow(Coordinate.dayOf(midnightInChina, 480)), "2023-07-01")
 * assert.equal(Result.getOrThrow(Coordinate.dayOf(midnightInChina, 0)), "2023-06-30")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const dayOf = (
  self: Instant,
  offsetMinutes: number,
): Result.Result<CivilDate.CivilDate, CoordinateFault | CivilDate.CivilDateFault> => {
  if (!Number.isSafeInteger(offsetMinutes) || offsetMinutes < -MOST_MINUTES || offsetMinutes > MOST_MINUTES) {
    return Result.fail(fault("coordinate.notOffset", { minutes: offsetMinutes }))
  }
  const days = Math.floor(self / DAY)
  return CivilDate.ofDayNumber(days + Math.floor((self - days * DAY + offsetMinutes * MINUTE) / DAY))
}

/**
 * {@link dayOf}, throwing a `FaultError`.
 *
 * @example
 * ```ts
 * import { Coordinate } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Coordinate.dayOfUnsafe(Coordinate.instantUnsafe(0), 480), "1970-01-01")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const dayOfUnsafe = (self: Instant, offsetMinutes: number): CivilDate.CivilDate =>
  getOrThrow(dayOf(self, offsetMinutes))

/**
 * All that is wrong with a set of records, ordered by code and id and the same for every order of the records.
 *
 * **Details**
 *
 * The same record twice is no fault: two archives that share a record can be put together. An id of two contents is
 * followed by that content which {@link order} puts first.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const on = CivilDate.parseUnsafe("2023-05-01")
 * const faults = Coordinate.check([
 *   { id: "a", on, recordedAt: Coordinate.instantUnsafe(1), supersedes: "b" },
 *   { id: "b", on, recordedAt: Coordinate.instantUnsafe(1), supersedes: "a" },
 *   { id: "c", on, recordedAt: Coordinate.instantUnsafe(2), supersedes: "z" },
 * ])
 * assert.deepEqual(
 *   faults.map(({ code, params }) => [code, params]),
 *   [
 *     ["coordinate.supersedesRing", { ids: "a → b → a" }],
 *     ["coordinate.supersedesUnknown", { id: "c", supersedes: "z" }],
 *   ],
 * )
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const check = (records: ReadonlyArray<Recorded>): ReadonlyArray<CoordinateFault> => {
  const byId = new Map<string, Array<Recorded>>()
  for (const record of sorted(records)) {
    const same = byId.get(record.id)
    if (same === undefined) byId.set(record.id, [record])
    else same.push(record)
  }
  return distinct([...twice(byId), ...later(byId), ...rings(byId), ...unknown(byId)])
}

const distinct = (faults: ReadonlyArray<CoordinateFault>): ReadonlyArray<CoordinateFault> => [
  ...new Map(faults.map((found) => [contentText([found.code, found.params]), found])).values(),
]

type ById = ReadonlyMap<string, ReadonlyArray<Recorded>>

const ids = (byId: ById): ReadonlyArray<string> => [...byId.keys()].sort(byText)

const twice = (byId: ById): ReadonlyArray<CoordinateFault> =>
  ids(byId)
    .filter((id) => byId.get(id)!.length > 1)
    .map((id) => fault("coordinate.idTwice", { id }))

const later = (byId: ById): ReadonlyArray<CoordinateFault> =>
  pairs(byId)
    .filter(({ record, replaced }) => replaced?.some(({ recordedAt }) => recordedAt > record.recordedAt) === true)
    .map(({ record, target }) => fault("coordinate.supersedesLater", { id: record.id, supersedes: target }))

const unknown = (byId: ById): ReadonlyArray<CoordinateFault> =>
  pairs(byId)
    .filter(({ replaced }) => replaced === undefined)
    .map(({ record, target }) => fault("coordinate.supersedesUnknown", { id: record.id, supersedes: target }))

const pairs = (byId: ById) =>
  ids(byId).flatMap((id) =>
    byId
      .get(id)!
      .flatMap((record) =>
        record.supersedes === undefined
          ? []
          : [{ record, target: record.supersedes, replaced: byId.get(record.supersedes) }],
      ),
  )

// Each record supersedes at most one other, so every walk is a line that ends, or runs into an earlier walk, or closes.
const rings = (byId: ById): ReadonlyArray<CoordinateFault> => {
  const walkOf = new Map<string, number>()
  const faults: Array<CoordinateFault> = []
  for (const [walk, start] of ids(byId).entries()) {
    const path: Array<string> = []
    let id: string | undefined = start
    for (; id !== undefined && byId.has(id) && !walkOf.has(id); id = byId.get(id)?.[0]?.supersedes) {
      walkOf.set(id, walk)
      path.push(id)
    }
    if (id === undefined || walkOf.get(id) !== walk) continue
    const ring = path.slice(path.indexOf(id))
    faults.push(fault("coordinate.supersedesRing", { ids: rotated(ring).join(" → ") }))
  }
  return faults.sort((a, b) => byText(String(a.params.ids), String(b.params.ids)))
}

const rotated = (ring: ReadonlyArray<string>): ReadonlyArray<string> => {
  const least = ring.indexOf([...ring].sort(byText)[0]!)
  return [...ring.slice(least), ...ring.slice(0, least + 1)]
}

// ---------------------------------------------------------------- operations

/**
 * −1, 0 or 1 as the first record stands before, with or after the second: by the day it takes effect, then by the instant
 * it was recorded, then by id. The one order in which records are read.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const record = (id: string, on: string, at: number): Coordinate.Recorded => ({
 *   id,
 *   on: CivilDate.parseUnsafe(on),
 *   recordedAt: Coordinate.instantUnsafe(at),
 * })
 * const records = [record("c", "2023-05-02", 1), record("b", "2023-05-01", 9), record("a", "2023-05-01", 9)]
 * assert.deepEqual(
 *   records.toSorted(Coordinate.order).map(({ id }) => id),
 *   ["a", "b", "c"],
 * )
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const order = (a: Recorded, b: Recorded): -1 | 0 | 1 =>
  CivilDate.compare(a.on, b.on) ||
  (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : byText(a.id, b.id))

/**
 * The records that count with the knowledge of an instant: recorded by then, and not superseded by a record recorded by
 * then. Each once, in the order of {@link order}, whatever the order of the input.
 *
 * **Gotchas**
 *
 * A superseded record stays superseded when the record that replaced it is itself superseded: the last correction says
 * all that stands. Of records that {@link check} finds fault with the answer is the same each time, but it is no answer
 * to rely on.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const on = CivilDate.parseUnsafe("2023-05-01")
 * const at = Coordinate.instantUnsafe
 * const records = [
 *   { id: "a", on, recordedAt: at(100), points: 3 },
 *   { id: "b", on, recordedAt: at(200), points: 2, supersedes: "a" },
 * ]
 * assert.deepEqual(
 *   Coordinate.known(records, at(199)).map(({ points }) => points),
 *   [3],
 * )
 * assert.deepEqual(
 *   Coordinate.known(records, at(200)).map(({ points }) => points),
 *   [2],
 * )
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const known = <R extends Recorded>(records: ReadonlyArray<R>, knownAt: Instant): ReadonlyArray<R> => {
  const recorded = records.filter(({ recordedAt }) => recordedAt <= knownAt)
  const superseded = new Set<string>()
  for (const { supersedes } of recorded) if (supersedes !== undefined) superseded.add(supersedes)
  return sorted(recorded.filter(({ id }) => !superseded.has(id)))
}

/**
 * The records that count at a coordinate: {@link known} at its instant and in effect on or before its day.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const [may, june] = [CivilDate.parseUnsafe("2023-05-01"), CivilDate.parseUnsafe("2023-06-01")]
 * const at = Coordinate.instantUnsafe
 * const records = [
 *   { id: "a", on: may, recordedAt: at(100) },
 *   { id: "b", on: june, recordedAt: at(100) },
 * ]
 * assert.deepEqual(
 *   Coordinate.asOf(records, Coordinate.of(may, at(100))).map(({ id }) => id),
 *   ["a"],
 * )
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const asOf = <R extends Recorded>(records: ReadonlyArray<R>, coordinate: Coordinate): ReadonlyArray<R> =>
  known(records, coordinate.knownAt).filter(({ on }) => on <= coordinate.validAt)

// In order and each content once. Only records that tie are compared by content, so that a clean set pays for no text.
const sorted = <R extends Recorded>(records: ReadonlyArray<R>): ReadonlyArray<R> => {
  const inOrder = records.toSorted((a, b) => order(a, b) || (a === b ? 0 : byText(contentText(a), contentText(b))))
  return inOrder.filter((record, place) => {
    const before = inOrder[place - 1]
    if (before === undefined || order(before, record) !== 0) return true
    return before !== record && contentText(before) !== contentText(record)
  })
}
