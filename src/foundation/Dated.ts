/**
 * Dated values (分时段的值): a rule changes on a day, and what was in force before stays answerable, each value with the text
 * that set it.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Citation from "./Citation.js"
import * as CivilDate from "./CivilDate.js"
import { type Fault, make as fault, getOrThrow } from "./Fault.js"

// ---------------------------------------------------------------- models

/**
 * A value in force (在有效期内的值) from a day on and, where it was replaced or repealed, up to but not on another day.
 *
 * @category models
 * @since 0.1.0
 */
export interface Entry<A> {
  readonly from: CivilDate.CivilDate
  readonly to?: CivilDate.CivilDate
  readonly value: A
  readonly cite: Citation.Citation
}

/**
 * The values of one thing over time: entries in ascending order that do not overlap. Days that no entry covers are
 * allowed, since a rule may be repealed and come back; {@link gaps} finds them.
 *
 * @category models
 * @since 0.1.0
 */
export type Dated<A> = ReadonlyArray<Entry<A>>

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with dated values: a span that ends before it begins or on the same day, a span that begins while
 * another is in force, entries out of order, or days that nothing covers.
 *
 * @category errors
 * @since 0.1.0
 */
export type DatedFault = Fault<"dated.emptySpan" | "dated.overlap" | "dated.unordered" | "dated.gap">

// ---------------------------------------------------------------- schemas

/**
 * The schema of dated values of a kind. Refuses all of `dated.emptySpan`, `dated.overlap` and `dated.unordered`, each at
 * its entry.
 *
 * **Gotchas** Make it once, at module level: a schema made on every call is slow.
 *
 * @example
 * ```ts
 * import { Dated, Exact } from "dangjian/foundation"
 * import * as Schema from "effect/Schema"
 * import assert from "node:assert/strict"
 *
 * const Bars = Dated.schema(Exact.Text)
 * const cite = { title: "示例办法", standing: "transcription" }
 * const year = { from: "2020-01-01", to: "2021-01-01", value: "60", cite }
 * assert.equal(Schema.is(Bars)([year, { from: "2021-01-01", value: "65", cite }]), true)
 * assert.equal(Schema.is(Bars)([year, { from: "2020-12-31", value: "65", cite }]), false)
 * ```
 *
 * @category schemas
 * @since 0.1.0
 */
export const schema = <A>(value: Schema.Codec<A>): Schema.Codec<Dated<A>> =>
  Schema.Array(
    Schema.Struct({
      from: CivilDate.CivilDate,
      to: Schema.optionalKey(CivilDate.CivilDate),
      value,
      cite: Citation.Citation,
    }),
  ).check(
    Schema.makeFilter((entries: Dated<A>) =>
      [...disorder(entries), ...conflicts(entries)].map(({ code, path }) => ({ path: [...path], issue: code })),
    ),
  )

// ---------------------------------------------------------------- constructors

/**
 * Dated values from entries in any order. Fails with all of `dated.emptySpan` and `dated.overlap`; the paths are indices
 * of the entries as given.
 *
 * @example
 * ```ts
 * import { CivilDate, Dated } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const day = CivilDate.parseUnsafe
 * const cite = { title: "示例办法", standing: "transcription" } as const
 * const later = { from: day("2021-01-01"), value: 65, cite }
 * const first = { from: day("2020-01-01"), to: day("2021-01-01"), value: 60, cite }
 * assert.deepEqual(Result.getOrThrow(Dated.make([later, first])), [first, later])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const make = <A>(entries: ReadonlyArray<Entry<A>>): Result.Result<Dated<A>, ReadonlyArray<DatedFault>> => {
  const faults = conflicts(entries)
  return faults.length > 0
    ? Result.fail(faults)
    : Result.succeed([...entries].sort((a, b) => CivilDate.compare(a.from, b.from)))
}

/**
 * {@link make}, throwing a `FaultError`.
 *
 * @example
 * ```ts
 * import { CivilDate, Dated } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const cite = { title: "示例办法", standing: "transcription" } as const
 * const bars = Dated.makeUnsafe([{ from: CivilDate.parseUnsafe("2020-01-01"), value: 60, cite }])
 * assert.equal(Dated.at(bars, CivilDate.parseUnsafe("2023-05-01"))?.value, 60)
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const makeUnsafe = <A>(entries: ReadonlyArray<Entry<A>>): Dated<A> => getOrThrow(make(entries))

// ---------------------------------------------------------------- getters

/**
 * The entry in force on a day, with its citation; `undefined` where none is.
 *
 * @example
 * ```ts
 * import { CivilDate, Dated } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const day = CivilDate.parseUnsafe
 * const cite = { title: "示例办法", standing: "transcription" } as const
 * const bars = Dated.makeUnsafe([{ from: day("2020-01-01"), to: day("2021-01-01"), value: 60, cite }])
 * assert.equal(Dated.at(bars, day("2020-12-31"))?.value, 60)
 * assert.equal(Dated.at(bars, day("2021-01-01")), undefined)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const at = <A>(self: Dated<A>, date: CivilDate.CivilDate): Entry<A> | undefined => {
  let [low, high] = [0, self.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (self[middle]!.from <= date) low = middle + 1
    else high = middle
  }
  const entry = self[low - 1]
  return entry !== undefined && (entry.to === undefined || date < entry.to) ? entry : undefined
}

/**
 * The days between the first entry and the last that no entry covers: one `dated.gap` for each stretch, its path the
 * index of the entry that ends it.
 *
 * @example
 * ```ts
 * import { CivilDate, Dated } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const day = CivilDate.parseUnsafe
 * const cite = { title: "示例办法", standing: "transcription" } as const
 * const bars = Dated.makeUnsafe([
 *   { from: day("2020-01-01"), to: day("2021-01-01"), value: 60, cite },
 *   { from: day("2021-03-01"), value: 65, cite },
 * ])
 * const [gap] = Dated.gaps(bars)
 * assert.deepEqual(gap?.params, { from: "2021-01-01", to: "2021-03-01" })
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const gaps = <A>(self: Dated<A>): ReadonlyArray<DatedFault> =>
  self.flatMap(({ from }, index) => {
    const end = self[index - 1]?.to
    return end !== undefined && end < from ? [fault("dated.gap", { from: end, to: from }, [index])] : []
  })

// ---------------------------------------------------------------- decisions

/**
 * Everything wrong with entries in any order, gaps included: all of `dated.emptySpan`, `dated.overlap` and `dated.gap`.
 * The paths are indices of the entries as given. None means that every day from the first entry on has one value at most,
 * and every day up to the last entry has one.
 *
 * @example
 * ```ts
 * import { CivilDate, Dated } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const day = CivilDate.parseUnsafe
 * const cite = { title: "示例办法", standing: "transcription" } as const
 * const faults = Dated.check([
 *   { from: day("2020-01-01"), to: day("2021-01-01"), value: 60, cite },
 *   { from: day("2020-07-01"), to: day("2020-07-01"), value: 65, cite },
 *   { from: day("2021-03-01"), value: 70, cite },
 * ])
 * assert.deepEqual(faults.map(({ code, path }) => [code, ...path]), [["dated.emptySpan", 1], ["dated.gap", 2]])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const check = <A>(entries: ReadonlyArray<Entry<A>>): ReadonlyArray<DatedFault> => sweep(entries)

const conflicts = <A>(entries: ReadonlyArray<Entry<A>>): ReadonlyArray<DatedFault> =>
  sweep(entries).filter(({ code }) => code !== "dated.gap")

const disorder = <A>(entries: ReadonlyArray<Entry<A>>): ReadonlyArray<DatedFault> =>
  entries.flatMap(({ from }, index) => {
    const before = entries[index - 1]?.from
    return before !== undefined && before > from ? [fault("dated.unordered", { from, before }, [index])] : []
  })

const sweep = <A>(entries: ReadonlyArray<Entry<A>>): ReadonlyArray<DatedFault> => {
  const spans = entries.map(({ from, to }, index) => ({ from, to: to ?? OPEN, index }))
  const faults: Array<DatedFault> = spans.flatMap(({ from, to, index }) =>
    to <= from ? [fault("dated.emptySpan", { from, to }, [index])] : [],
  )
  const standing = spans
    .filter(({ from, to }) => from < to)
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.index - b.index))
  let latest: { readonly from: string; readonly to: string } | undefined
  for (const span of standing) {
    const { from, to, index } = span
    if (latest !== undefined && from < latest.to) {
      faults.push(fault("dated.overlap", { from, standing: latest.from }, [index]))
    }
    if (latest !== undefined && from > latest.to)
      faults.push(fault("dated.gap", { from: latest.to, to: from }, [index]))
    if (latest === undefined || to > latest.to) latest = span
  }
  return faults
}

/** Later than every civil date, as texts compare. */
const OPEN = "~"
