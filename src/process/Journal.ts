/**
 * Journals (流水账): what was recorded about a matter, by whom, for which day and when; nothing is ever changed in one.
 *
 * A journal is a set of entries. Its order is that of their effective days, then of the instants of recording, then of
 * the ids, so that neither the order of writing nor that of merging matters.
 *
 * @since 0.1.0
 */

import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { Limits } from "../foundation/Canonical.js"
import * as CivilDate from "../foundation/CivilDate.js"
import { contentText } from "../foundation/ContentText.js"
import * as Coordinate from "../foundation/Coordinate.js"
import * as Document from "../foundation/Document.js"
import * as Fault from "../foundation/Fault.js"
import * as Finding from "../foundation/Finding.js"
import * as Actor from "./Actor.js"

// ---------------------------------------------------------------- models

/**
 * One entry (一笔记录): its id, the day it takes effect, the instant it was recorded, who did it by which post, and what it
 * says. One that supersedes another corrects it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Entry<P> extends Coordinate.Recorded {
  readonly actor: Actor.Actor
  readonly payload: P
}

/**
 * Entries in their order, each once.
 *
 * @category models
 * @since 0.1.0
 */
export type Journal<P> = ReadonlyArray<Entry<P>>

/**
 * A journal while it is written: parts of it, the first the longest and each at least twice as long as the next, so that
 * one more entry seldom moves many of those before it.
 *
 * @category models
 * @since 0.1.0
 */
export type Runs<P> = ReadonlyArray<Journal<P>>

/**
 * A journal as a stored document.
 *
 * @category models
 * @since 0.1.0
 */
export interface Stored<P> {
  readonly format: 1
  readonly entries: Journal<P>
}

/**
 * What a reading of many lines gave: the journal of the good ones, and every fault of the bad ones. The path of a fault
 * begins with the index of its line.
 *
 * @category models
 * @since 0.1.0
 */
export interface Reading<P> {
  readonly journal: Journal<P>
  readonly faults: ReadonlyArray<Fault.Fault>
}

// ---------------------------------------------------------------- errors

/**
 * What is found in a journal: an id with several contents, and an entry that several others supersede side by side.
 * What `Coordinate.check` finds among the entries that stand is found as well, under its own codes.
 *
 * @category errors
 * @since 0.1.0
 */
export type JournalCode = "journal.idTwice" | "journal.supersededTwice"

// ---------------------------------------------------------------- schemas

/**
 * The schema of {@link Entry} for the schema of a payload.
 *
 * @example
 * ```ts
 * import { Journal } from "dangjian/process"
 * import * as Schema from "effect/Schema"
 * import assert from "node:assert/strict"
 *
 * const isNote = Schema.is(Journal.entry(Schema.String))
 * const actor = { post: "站长" }
 * assert.equal(isNote({ id: "e1", on: "2024-03-01", recordedAt: 1709251200000, actor, payload: "灯坏了" }), true)
 * assert.equal(isNote({ id: "e1", on: "2024-02-30", recordedAt: 1709251200000, actor, payload: "灯坏了" }), false)
 * ```
 *
 * @category schemas
 * @since 0.1.0
 */
export const entry = <P>(payload: Schema.Codec<P>): Schema.Codec<Entry<P>> =>
  Schema.Struct({
    id: Schema.NonEmptyString,
    on: CivilDate.CivilDate,
    recordedAt: Coordinate.Instant,
    supersedes: Schema.optionalKey(Schema.NonEmptyString),
    actor: Actor.Actor,
    payload,
  })

// ---------------------------------------------------------------- constructors

/**
 * The journal of entries in any order: sorted, and the same entry only once.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Journal } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * const entry = (id: string, on: string): Journal.Entry<string> => ({
 *   id,
 *   on: CivilDate.parseUnsafe(on),
 *   recordedAt: Coordinate.instantUnsafe(1709251200000),
 *   actor: { post: "站长" },
 *   payload: "巡查",
 * })
 * const journal = Journal.of([entry("b", "2024-03-02"), entry("a", "2024-03-01"), entry("b", "2024-03-02")])
 * assert.deepEqual(journal.map(({ id }) => id), ["a", "b"])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const of = <P>(entries: Iterable<Entry<P>>): Journal<P> => {
  const given = Array.isArray(entries) ? (entries as ReadonlyArray<Entry<P>>) : [...entries]
  if (isInOrder(given)) return given
  const inOrder = given.toSorted(byOrder)
  return inOrder.filter((each, place) => place === 0 || byOrder(inOrder[place - 1]!, each) !== 0)
}

// Contents are written out only where day, instant and id are the same, so that a clean journal pays for no text.
const byOrder = <P>(a: Entry<P>, b: Entry<P>): -1 | 0 | 1 => {
  const order = Coordinate.order(a, b)
  if (order !== 0 || a === b) return order
  const [first, second] = [contentText(a), contentText(b)]
  return first < second ? -1 : first > second ? 1 : 0
}

const isInOrder = <P>(entries: ReadonlyArray<Entry<P>>): boolean => {
  for (let place = 1; place < entries.length; place++) {
    if (byOrder(entries[place - 1]!, entries[place]!) >= 0) return false
  }
  return true
}

/**
 * A journal opened for writing, see {@link write}.
 *
 * @example
 * ```ts
 * import { Journal } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * assert.deepEqual(Journal.whole(Journal.runs([])), [])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const runs = <P>(journal: Journal<P>): Runs<P> => (journal.length === 0 ? [] : [of(journal)])

/**
 * A stored journal, with the five operations of a document, from the name of the document and the schema of a payload.
 *
 * **When to use** For one document. A long log is read line by line with {@link reader}, which keeps the good lines.
 *
 * @example
 * ```ts
 * import { Journal } from "dangjian/process"
 * import * as Schema from "effect/Schema"
 * import assert from "node:assert/strict"
 *
 * const Notes = Journal.document("Notes", Schema.String)
 * assert.equal(Notes.is({ format: 1, entries: [] }), true)
 * assert.equal(Notes.is({ format: 2, entries: [] }), false)
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const document = <P>(name: string, payload: Schema.Codec<P>): Document.Document<Stored<P>> =>
  Document.make({
    name,
    format: 1,
    schema: () => Schema.Struct({ format: Schema.Literal(1), entries: Schema.Array(entry(payload)) }),
  })

/**
 * A reader of logs from the schema of a payload: it takes the decoded lines one by one, so that the length of a log is
 * not limited, only that of a line; good lines become the journal and every fault of every bad line is told.
 *
 * @example
 * ```ts
 * import { Journal } from "dangjian/process"
 * import * as Schema from "effect/Schema"
 * import assert from "node:assert/strict"
 *
 * const read = Journal.reader(Schema.String)
 * const good = { id: "e1", on: "2024-03-01", recordedAt: 1709251200000, actor: { post: "站长" }, payload: "灯坏了" }
 * const { journal, faults } = read([{ ...good, on: "2024-02-30", payload: 7 }, good])
 * assert.deepEqual(journal, [good])
 * assert.deepEqual(
 *   faults.map(({ code, path }) => [code, ...path]),
 *   [["civilDate.impossible", 0, "on"], ["document.type", 0, "payload"]],
 * )
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const reader = <P>(
  payload: Schema.Codec<P>,
): ((lines: Iterable<unknown>, limits?: Partial<Limits>) => Reading<P>) => {
  const line = Document.make({ name: "Entry", schema: () => entry(payload) })
  return (lines, limits) => {
    const good: Array<Entry<P>> = []
    const faults: Array<Fault.Fault> = []
    let index = 0
    for (const each of lines) {
      const decoded = line.decode(each, limits)
      if (Result.isSuccess(decoded)) good.push(decoded.success)
      else for (const fault of decoded.failure) faults.push(Fault.under([index], fault))
      index++
    }
    return { journal: of(good), faults }
  }
}

// ---------------------------------------------------------------- getters

/**
 * The entries that stand, one an id: of an id with several contents the one recorded first, and of those recorded in the
 * same instant the first in the order. An id once used is used up, so that whatever comes later under it changes nothing
 * that was answered before.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Journal } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * const entry = (on: string, at: number, payload: string): Journal.Entry<string> => ({
 *   id: "e1",
 *   on: CivilDate.parseUnsafe(on),
 *   recordedAt: Coordinate.instantUnsafe(at),
 *   actor: { post: "站长" },
 *   payload,
 * })
 * const journal = Journal.of([entry("2024-03-01", 2, "后登记"), entry("2024-03-02", 1, "先登记")])
 * assert.deepEqual(Journal.standing(journal).map(({ payload }) => payload), ["先登记"])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const standing = <P>(journal: Journal<P>): Journal<P> => {
  const inOrder = of(journal)
  const first = new Map<string, Entry<P>>()
  let contested = false
  for (const each of inOrder) {
    const before = first.get(each.id)
    if (before === undefined) first.set(each.id, each)
    else contested = true
    if (before !== undefined && each.recordedAt < before.recordedAt) first.set(each.id, each)
  }
  return contested ? inOrder.filter((each) => first.get(each.id) === each) : inOrder
}

/**
 * Everything that is contradictory in a journal, the same for every order of its entries: ids with several contents (the
 * one recorded first stands, see {@link standing}), entries superseded several times side by side, and, among those that
 * stand, entries that supersede one that is unknown or was recorded later, or one another in a ring. Each is an error.
 *
 * **Details**
 *
 * An entry that two offices recorded at two instants, the same in all else, is no contradiction: the earlier recording
 * stands.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Journal } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * const entry = (id: string, payload: string, supersedes?: string): Journal.Entry<string> => ({
 *   id,
 *   on: CivilDate.parseUnsafe("2024-03-01"),
 *   recordedAt: Coordinate.instantUnsafe(1709251200000),
 *   actor: { post: "站长" },
 *   payload,
 *   ...(supersedes === undefined ? {} : { supersedes }),
 * })
 * const atTheHall = Journal.of([entry("a", "三盏"), entry("b", "四盏", "a")])
 * const atTheStation = Journal.of([entry("a", "三盏"), entry("c", "五盏", "a")])
 * const [finding] = Journal.conflicts(Journal.merge(atTheHall, atTheStation))
 * assert.deepEqual([finding?.code, finding?.params], ["journal.supersededTwice", { id: "a", count: 2, by: "b、c" }])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const conflicts = <P>(
  journal: Journal<P>,
): ReadonlyArray<Finding.Finding<JournalCode | Coordinate.CoordinateFault["code"]>> => {
  const inOrder = of(journal)
  const first = standing(inOrder)
  const found = Coordinate.check(linked(first)).map(({ code, params }) =>
    finding(code, String(params.id ?? ""), params),
  )
  const twice = first.length === inOrder.length ? [] : idsTwice(inOrder)
  return Finding.sort([...twice, ...supersededTwice(first), ...found])
}

// Only entries that supersede or are superseded can contradict one another; in most journals these are few.
const linked = <P>(entries: Journal<P>): Journal<P> => {
  const targets = new Set<string>()
  for (const { supersedes } of entries) if (supersedes !== undefined) targets.add(supersedes)
  return entries.filter(({ id, supersedes }) => supersedes !== undefined || targets.has(id))
}

const finding = <Code extends string>(
  code: Code,
  subject: string,
  params: Finding.Deviation["params"],
): Finding.Finding<Code> => Finding.of("must", { code, ...(subject === "" ? {} : { subject }), params })!

const grouped = <P>(
  entries: Journal<P>,
  keyOf: (each: Entry<P>) => string | undefined,
): ReadonlyMap<string, Journal<P>> => {
  const groups = new Map<string, Array<Entry<P>>>()
  for (const each of entries) {
    const key = keyOf(each)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [each])
    else group.push(each)
  }
  return groups
}

const said = <P>({ recordedAt: _, payload, ...rest }: Entry<P>): string =>
  contentText({ ...rest, payload: unnumbered(payload) })

// The number of a turn tells its place among others and nothing of its content: it changes when a matter is settled anew.
const unnumbered = (payload: unknown): unknown => {
  if (typeof payload !== "object" || payload === null || !("content" in payload && "events" in payload)) return payload
  return { ...payload, version: undefined }
}

const idsTwice = <P>(journal: Journal<P>): ReadonlyArray<Finding.Finding<JournalCode>> =>
  [...grouped(journal, ({ id }) => id)].flatMap(([id, group]) => {
    const contents = group.length === 1 ? 1 : new Set(group.map(said)).size
    return contents === 1 ? [] : [finding("journal.idTwice", id, { id, contents })]
  })

const supersededTwice = <P>(journal: Journal<P>): ReadonlyArray<Finding.Finding<JournalCode>> =>
  [...grouped(journal, ({ supersedes }) => supersedes)].flatMap(([id, group]) => {
    const by = group.map((each) => each.id).sort()
    return by.length === 1 ? [] : [finding("journal.supersededTwice", id, { id, count: by.length, by: by.join("、") })]
  })

// ---------------------------------------------------------------- operations

/**
 * A journal with one more entry. The same entry again changes nothing.
 *
 * **Details** It copies the journal. Where entries come one by one in great numbers, write them into {@link runs}.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Journal } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * const entry: Journal.Entry<string> = {
 *   id: "e1",
 *   on: CivilDate.parseUnsafe("2024-03-01"),
 *   recordedAt: Coordinate.instantUnsafe(1709251200000),
 *   actor: { post: "站长" },
 *   payload: "巡查",
 * }
 * const journal = Journal.add([], entry)
 * assert.equal(Journal.add(journal, { ...entry }), journal)
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const add = <P>(journal: Journal<P>, entry: Entry<P>): Journal<P> => {
  const inOrder = of(journal)
  let [low, high] = [0, inOrder.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    const order = byOrder(inOrder[middle]!, entry)
    if (order === 0) return inOrder
    if (order < 0) low = middle + 1
    else high = middle
  }
  return inOrder.toSpliced(low, 0, entry)
}

/**
 * One more entry in a journal that is being written. A million entries written one after another cost about twenty
 * million moves and not a million times a million.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Journal } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * const entry = (id: string): Journal.Entry<string> => ({
 *   id,
 *   on: CivilDate.parseUnsafe("2024-03-01"),
 *   recordedAt: Coordinate.instantUnsafe(1709251200000),
 *   actor: { post: "站长" },
 *   payload: "巡查",
 * })
 * let runs: Journal.Runs<string> = Journal.runs([])
 * for (const id of ["b", "c", "a", "b"]) runs = Journal.write(runs, entry(id))
 * assert.deepEqual(Journal.whole(runs).map(({ id }) => id), ["a", "b", "c"])
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const write = <P>(runs: Runs<P>, entry: Entry<P>): Runs<P> => {
  let last: Journal<P> = [entry]
  let kept = runs.length
  while (kept > 0 && runs[kept - 1]!.length < 2 * last.length) last = woven(runs[--kept]!, last)
  return [...runs.slice(0, kept), last]
}

/**
 * The journal that was written into runs.
 *
 * @example
 * ```ts
 * import { Journal } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * const journal: Journal.Journal<string> = []
 * assert.deepEqual(Journal.whole(Journal.runs(journal)), journal)
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const whole = <P>(runs: Runs<P>): Journal<P> => runs.reduceRight<Journal<P>>((last, run) => woven(run, last), [])

/**
 * Two journals as one, such as those of two offices that wrote without a connection: every entry of either, each once.
 * It is the same in whichever order journals are merged and however often. Contradictions stay in the journal, for
 * {@link conflicts} to tell.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Journal } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * const entry = (id: string, on: string): Journal.Entry<string> => ({
 *   id,
 *   on: CivilDate.parseUnsafe(on),
 *   recordedAt: Coordinate.instantUnsafe(1709251200000),
 *   actor: { post: "站长" },
 *   payload: "巡查",
 * })
 * const [one, other] = [[entry("a", "2024-03-01"), entry("c", "2024-03-03")], [entry("b", "2024-03-02")]]
 * assert.deepEqual(Journal.merge(one, other).map(({ id }) => id), ["a", "b", "c"])
 * assert.deepEqual(Journal.merge(one, other), Journal.merge(other, one))
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const merge = <P>(one: Journal<P>, other: Journal<P>): Journal<P> => woven(of(one), of(other))

const woven = <P>(one: Journal<P>, other: Journal<P>): Journal<P> => {
  if (one.length === 0 || one === other) return other
  if (other.length === 0) return one
  if (byOrder(one.at(-1)!, other[0]!) < 0) return one.concat(other)
  if (byOrder(other.at(-1)!, one[0]!) < 0) return other.concat(one)
  const all: Array<Entry<P>> = []
  let [left, right] = [0, 0]
  while (left < one.length && right < other.length) {
    const order = byOrder(one[left]!, other[right]!)
    all.push(order <= 0 ? one[left]! : other[right]!)
    if (order <= 0) left++
    if (order >= 0) right++
  }
  for (; left < one.length; left++) all.push(one[left]!)
  for (; right < other.length; right++) all.push(other[right]!)
  return all
}

/**
 * The entries that count with the knowledge of an instant: recorded by then, standing under their id, and not superseded
 * by an entry that stood by then. What is recorded later never changes the answer, see `Coordinate.known`.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Journal } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * const at = Coordinate.instantUnsafe
 * const common = { on: CivilDate.parseUnsafe("2024-03-01"), actor: { post: "站长" } }
 * const journal: Journal.Journal<string> = [
 *   { ...common, id: "a", recordedAt: at(100), payload: "三盏" },
 *   { ...common, id: "b", recordedAt: at(200), payload: "四盏", supersedes: "a" },
 * ]
 * assert.deepEqual(Journal.known(journal, at(199)).map(({ payload }) => payload), ["三盏"])
 * assert.deepEqual(Journal.known(journal, at(200)).map(({ payload }) => payload), ["四盏"])
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const known = <P>(journal: Journal<P>, knownAt: Coordinate.Instant): Journal<P> =>
  Coordinate.known(standing(journal.filter(({ recordedAt }) => recordedAt <= knownAt)), knownAt)

/**
 * The entries that count at a coordinate: {@link known} at its instant, and in effect on or before its day.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Journal } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * const [may, june] = [CivilDate.parseUnsafe("2024-05-01"), CivilDate.parseUnsafe("2024-06-01")]
 * const recordedAt = Coordinate.instantUnsafe(100)
 * const actor = { post: "站长" }
 * const journal: Journal.Journal<string> = [
 *   { id: "a", on: may, recordedAt, actor, payload: "三盏" },
 *   { id: "b", on: june, recordedAt, actor, payload: "四盏" },
 * ]
 * assert.deepEqual(Journal.asOf(journal, Coordinate.of(may, recordedAt)).map(({ id }) => id), ["a"])
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const asOf = <P>(journal: Journal<P>, coordinate: Coordinate.Coordinate): Journal<P> =>
  known(journal, coordinate.knownAt).filter(({ on }) => on <= coordinate.validAt)
