/**
 * The ground (数据底册) of a rating: subjects and kinds numbered once, and the facts known at the coordinate laid out by
 * subject and by kind, with their days as whole numbers.
 *
 * @since 0.1.0
 */
import type { CivilDate } from "../foundation/CivilDate.js"
import * as CivilDates from "../foundation/CivilDate.js"
import * as Period from "../foundation/Period.js"
import type { Fact, FrozenResult, Subject } from "./Fact.js"
import { type Given, oneText } from "./Judging.js"
import { type Column, LARGEST, tagOf } from "./PlanColumn.js"
import { grouped, groupOf } from "./World.js"

// ---------------------------------------------------------------- models

/**
 * The facts that count, by kind, then by subject, and of one subject by day, instant of recording and id. A day is
 * `yyyymmdd` as a number; `until` is nought for what does not continue and {@link OPEN} for what still runs. @internal
 */
export interface Ground {
  readonly given: Given
  /** Who is rated, by id; those of `given` who are exempt are not among them. */
  readonly subjects: ReadonlyArray<Subject>
  /** Where each fact stands in the input. */
  readonly source: Int32Array
  readonly row: Int32Array
  readonly on: Int32Array
  readonly until: Int32Array
  /** The tag of an absence, else nought. */
  readonly absent: Uint8Array
  /** What the fields of a kind say. */
  readonly values: ReadonlyArray<Float64Array>
  readonly fields: Fields
  readonly kinds: ReadonlyMap<string, Range>
  readonly results: ReadonlyMap<string, ReadonlyArray<FrozenResult>>
  readonly today: number
  /** What is found once and asked again. */
  readonly memo: Map<string, unknown>
}

/** The facts of a kind: from a place up to another. @internal */
export interface Range {
  readonly start: number
  readonly end: number
}

/** A field of facts of a kind, read once as a whole number at a denominator. @internal */
export interface Field {
  readonly name: string
  readonly d: number
}

/** @internal */
export type Fields = ReadonlyMap<string, ReadonlyArray<Field>>

/** What is known of all facts of the input, whoever they are about. @internal */
export interface Standing {
  readonly facts: ReadonlyArray<Fact>
  /** One for each fact of the input that is superseded or stands twice; nothing where there is none such. */
  readonly gone: Uint8Array | undefined
  /** Whether the facts stand in the order of their recording, and of their ids. */
  readonly isInOrder: boolean
}

/** A window of days, or what is looked at instead of it. @internal */
export interface Frame {
  readonly window: Period.Period
  readonly months: number | undefined
  readonly from: number
  readonly to: number
  /** The last day of the window that has come. */
  readonly day: number
  readonly isToCome: boolean
  readonly isOver: boolean
  readonly columns: Map<string, Column>
}

/** Where a node is read: for every subject, or for some facts. @internal */
export interface Space {
  readonly n: number
  readonly frame: Frame
  /** The facts under consideration and whose they are, cell by cell. */
  readonly single?: Single
}

/** @internal */
export interface Single {
  readonly kind: string
  readonly fact: Int32Array
  readonly row: Int32Array
  readonly requested?: Column
}

// ---------------------------------------------------------------- constructors

/** A day after all others: of what still runs. @internal */
export const OPEN = 99_999_999

/** Which facts known at the coordinate do not count: those superseded, and all but one of an id. @internal */
export const standing = ({ at, facts }: Given): Standing => {
  let [last, latest] = ["", Number.NEGATIVE_INFINITY]
  let [isPlain, isInOrder] = [true, true]
  for (let index = 0; index < facts.length && (isPlain || isInOrder); index++) {
    const { recordedAt, id, supersedes } = facts[index]!
    if (recordedAt > at.knownAt) continue
    if (id <= last) isPlain = isInOrder = false
    if (recordedAt < latest) isInOrder = false
    if (supersedes !== undefined) isPlain = false
    last = id
    latest = recordedAt
  }
  return { facts, gone: isPlain ? undefined : gone(facts, at.knownAt), isInOrder }
}

const gone = (facts: ReadonlyArray<Fact>, knownAt: number): Uint8Array => {
  const found = new Uint8Array(facts.length)
  const byId = new Map<string, number>()
  for (let index = 0; index < facts.length; index++) {
    const fact = facts[index]!
    if (fact.recordedAt > knownAt) continue
    const rival = byId.get(fact.id)
    const isFirst = rival === undefined || isEarlier(fact, facts[rival]!)
    if (isFirst) byId.set(fact.id, index)
    const left = isFirst ? rival : index
    if (left !== undefined) found[left] = 1
  }
  for (const index of byId.values()) {
    const { supersedes } = facts[index]!
    const taken = supersedes === undefined ? undefined : byId.get(supersedes)
    if (taken !== undefined) found[taken] = 1
  }
  return found
}

const isEarlier = (a: Fact, b: Fact): boolean =>
  a.recordedAt < b.recordedAt || (a.recordedAt === b.recordedAt && oneText(a) < oneText(b))

/** One subject of each id, by id. @internal */
export const subjectsOf = (all: ReadonlyArray<Subject>): ReadonlyArray<Subject> => {
  const byId = new Map<string, Subject>()
  for (const one of all) {
    const rival = byId.get(one.id)
    if (rival === undefined || oneText(one) < oneText(rival)) byId.set(one.id, one)
  }
  const sorted = [...byId.values()]
  return sorted.sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** The frozen results known at the coordinate, by subject, the last recorded first. @internal */
export const resultsOf = ({ results = [], at }: Given): ReadonlyMap<string, ReadonlyArray<FrozenResult>> => {
  const known = results.filter(({ recordedAt }) => recordedAt <= at.knownAt)
  known.sort((a, b) => b.recordedAt - a.recordedAt || order(oneText(b), oneText(a)))
  return grouped(known, ({ subject }) => subject)
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** What a plan reads of facts: their kinds, numbered, and their fields. @internal */
export interface Reads {
  readonly kinds: ReadonlyMap<string, number>
  readonly fields: Fields
}

/** Facts as they come: of whom, of which kind, and what they say. */
interface Noted {
  readonly count: number
  readonly source: Int32Array
  readonly row: Int32Array
  readonly kind: Int32Array
  readonly on: Int32Array
  readonly until: Int32Array | undefined
  readonly absent: Uint8Array | undefined
  readonly values: ReadonlyArray<Float64Array>
  readonly strangers: ReadonlyArray<string>
}

/**
 * The ground of some subjects, and the facts about nobody. `rows` says where each subject stands, less than nought for one
 * who is not rated. @internal
 */
export const ground = (
  given: Given,
  subjects: ReadonlyArray<Subject>,
  rows: ReadonlyMap<string, number>,
  told: Standing,
  reads: Reads,
  results: Ground["results"],
): { readonly ground: Ground; readonly strangers: ReadonlyArray<string> } => {
  const noted = note(given, rows, told, reads)
  const { count, row, kind, on, until, absent, source, values } = noted
  const bySubject = inOrder(counted(row.subarray(0, count), subjects.length), noted, told)
  const names = [...reads.kinds.keys()]
  const starts = startsOf(kind.subarray(0, count), names.length)
  const order = recounted(bySubject, kind, starts.slice())
  // Each list moves into the place of the one before, so that few are held at once.
  let spare = bySubject
  const moved = (of: Int32Array): Int32Array => {
    const into = taken(of, order, spare)
    spare = of.subarray(0, count)
    return into
  }
  const made: Ground = {
    given,
    subjects,
    source: moved(source),
    row: moved(row),
    on: moved(on),
    until: until === undefined ? new Int32Array(count) : moved(until),
    absent: absent === undefined ? new Uint8Array(count) : taken(absent, order, new Uint8Array(count)),
    values: values.map((one) => taken(one, order, new Float64Array(count))),
    fields: reads.fields,
    kinds: new Map(names.map((name, at) => [name, { start: starts[at]!, end: starts[at + 1]! }])),
    results,
    today: dayNumber(given.at.validAt),
    memo: new Map(),
  }
  return { ground: made, strangers: [...noted.strangers].sort() }
}

const taken = <A extends Int32Array | Uint8Array | Float64Array>(of: A, order: Int32Array, into: A): A => {
  for (let at = 0; at < order.length; at++) into[at] = of[order[at]!]!
  return into
}

const note = (
  { at, book }: Given,
  rows: ReadonlyMap<string, number>,
  { facts, gone: none }: Standing,
  { kinds, fields }: Reads,
): Noted => {
  const size = facts.length
  const width = Math.max(0, ...[...fields.values()].map((all) => all.length))
  const byKind = [...kinds.keys()].map((kind) => fields.get(kind) ?? [])
  const [source, row, kind, on] = [
    new Int32Array(size),
    new Int32Array(size),
    new Int32Array(size),
    new Int32Array(size),
  ]
  let until: Int32Array | undefined
  let absent: Uint8Array | undefined
  const values = Array.from({ length: width }, () => new Float64Array(size))
  const strangers: Array<string> = []
  const { from, to } = book.inForce
  const isByDay = book.factsUnder === "factDate"
  let count = 0
  for (let index = 0; index < size; index++) {
    const fact = facts[index]!
    if (fact.recordedAt > at.knownAt || fact.on > at.validAt || fact.void === true) continue
    if (isByDay && (fact.on < from || (to !== undefined && fact.on >= to))) continue
    if (none !== undefined && none[index] === 1) continue
    const of = rows.get(fact.subject)
    if (of === undefined) strangers.push(fact.id)
    const which = kinds.get(fact.kind)
    if (of === undefined || of < 0 || which === undefined) continue
    source[count] = index
    row[count] = of
    kind[count] = which
    on[count] = dayNumber(fact.on)
    if (fact.until !== undefined) {
      until ??= new Int32Array(size)
      until[count] = fact.until === "open" ? OPEN : dayNumber(fact.until)
    }
    if (fact.absent !== undefined) {
      absent ??= new Uint8Array(size)
      absent[count] = tagOf(fact.absent)
    }
    const own = byKind[which]!
    for (let slot = 0; slot < own.length; slot++) values[slot]![count] = valueOf(fact.values, own[slot]!)
    count++
  }
  return { count, source, row, kind, on, until, absent, values, strangers }
}

/** A field that says nothing. @internal */
export const MISSING = Number.POSITIVE_INFINITY

const valueOf = (values: Fact["values"], { name, d }: Field): number => {
  const text: unknown = values?.[name]
  return typeof text === "string" ? parsed(text, d) : MISSING
}

/** Places sorted by a small number, stable. @internal */
export const counted = (keys: Int32Array, count: number): Int32Array => {
  const next = startsOf(keys, count)
  const sorted = new Int32Array(keys.length)
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!
    sorted[next[key]!] = i
    next[key]! += 1
  }
  return sorted
}

/** The same for places that are in some order already, which stays within each number. */
const recounted = (order: Int32Array, keys: Int32Array, next: Int32Array): Int32Array => {
  const sorted = new Int32Array(order.length)
  for (let i = 0; i < order.length; i++) {
    const key = keys[order[i]!]!
    sorted[next[key]!] = order[i]!
    next[key]! += 1
  }
  return sorted
}

/** Where each number begins once they are sorted, and where the last ends. */
const startsOf = (keys: Int32Array, count: number): Int32Array => {
  const starts = new Int32Array(count + 1)
  for (let i = 0; i < keys.length; i++) starts[keys[i]! + 1]! += 1
  for (let key = 0; key < count; key++) starts[key + 1]! += starts[key]!
  return starts
}

/** Within a subject by day, instant and id; most registers are nearly in that order already. */
const inOrder = (sorted: Int32Array, { row, on, source }: Noted, { facts, isInOrder }: Standing): Int32Array => {
  const before = (a: number, b: number): number => {
    if (on[a] !== on[b] || isInOrder) return on[a]! - on[b]! || a - b
    const [left, right] = [facts[source[a]!]!, facts[source[b]!]!]
    return left.recordedAt - right.recordedAt || (left.id < right.id ? -1 : 1)
  }
  const n = sorted.length
  for (let start = 0; start < n; ) {
    const own = row[sorted[start]!]
    let end = start + 1
    let isSorted = true
    for (; end < n && row[sorted[end]!] === own; end++) {
      const [a, b] = [on[sorted[end - 1]!]!, on[sorted[end]!]!]
      if (a > b || (a === b && !isInOrder)) isSorted = false
    }
    if (!isSorted) sorted.subarray(start, end).sort(before)
    start = end
  }
  return sorted
}

/** @internal */
export const frame = (ground: Ground, window: Period.Period, months?: number): Frame => {
  const key = `frame ${window.from} ${window.to} ${months ?? ""}`
  const found = ground.memo.get(key) as Frame | undefined
  if (found !== undefined) return found
  const [from, last] = [dayNumber(window.from), dayNumber(Period.lastDay(window))]
  const made: Frame = {
    window,
    months,
    from,
    to: dayNumber(window.to),
    day: Math.min(ground.today, last),
    isToCome: ground.today < from,
    isOver: ground.today >= last,
    columns: new Map(),
  }
  ground.memo.set(key, made)
  return made
}

// ---------------------------------------------------------------- getters

/** A day as a whole number that orders as the days do. @internal */
export const dayNumber = (date: CivilDate): number => {
  let day = 0
  for (let at = 0; at < 10; at++) if (at !== 4 && at !== 7) day = day * 10 + date.charCodeAt(at) - 48
  return day
}

/** So many months later, or after all days where the calendar ends before. @internal */
export const monthsLater = (day: number, months: number): number => {
  const ofMonth = day % 100
  const index = Math.floor(day / 10_000) * 12 + (Math.floor(day / 100) % 100) - 1 + months
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1]
  if (year > 9999) return OPEN
  return year * 10_000 + month * 100 + Math.min(ofMonth, CivilDates.daysInMonth(year, month))
}

const EMPTY: Range = { start: 0, end: 0 }

/** @internal */
export const factsOf = (ground: Ground, kind: string): Range => ground.kinds.get(kind) ?? EMPTY

/** @internal */
export const factAt = ({ given, source }: Ground, at: number): Fact => given.facts[source[at]!]!

/**
 * A decimal at a denominator: not a number where it is a fraction, is long, or is not whole there. Texts of a document
 * are in canonical form. @internal
 */
export const parsed = (text: string, d: number): number => {
  const { length } = text
  if (length > 15) return Number.NaN
  const isLess = text.charCodeAt(0) === 45
  let whole = 0
  let scale = 0
  for (let at = isLess ? 1 : 0; at < length; at++) {
    const digit = text.charCodeAt(at) - 48
    if (digit >= 0 && digit <= 9) {
      whole = whole * 10 + digit
      scale *= 10
    } else if (digit === -2) scale = 1
    else return Number.NaN
  }
  const x = whole * d
  if (x > LARGEST || (scale > 1 && x % scale !== 0)) return Number.NaN
  const found = scale > 1 ? x / scale : x
  return isLess ? -found : found
}

/** Whether a fact still counts on a day: while it runs, and so many months from its day or its end. @internal */
export const livesOn = ({ on, until }: Ground, fact: number, months: number, day: number): boolean => {
  const end = until[fact]!
  if (end > day) return true
  return day < monthsLater(end === 0 || end === OPEN ? on[fact]! : end, months)
}

/** Whether a fact touches the days that are looked at. @internal */
export const touches = (ground: Ground, fact: number, { day, months, isToCome, from }: Frame): boolean => {
  const on = ground.on[fact]!
  if (on > day) return false
  if (months !== undefined) return livesOn(ground, fact, months, day)
  if (isToCome) return false
  if (on >= from) return true
  const until = ground.until[fact]!
  return until > day || (until !== OPEN && until > from)
}

/** For whom all facts of a kind in the window are declared to be recorded; all or none as one answer. @internal */
export const closed = (
  ground: Ground,
  kind: string,
  closedBy: "register" | "periodEnd",
  { isOver, window }: Frame,
): boolean | ReadonlySet<string> => {
  if (closedBy === "periodEnd") return isOver
  const { closures = [], at } = ground.given
  const last = Period.lastDay(window)
  const made = closures.filter((one) => one.kind === kind && one.recordedAt <= at.knownAt && one.through >= last)
  if (made.some(({ subject }) => subject === undefined)) return true
  return made.length === 0 ? false : new Set(made.flatMap(({ subject }) => subject ?? []))
}

/** The frozen result that each subject has of a book, of the window or of the last before it of its length. @internal */
export const frozen = (
  { results, memo }: Pick<Ground, "results" | "memo">,
  subjects: ReadonlyArray<Subject>,
  book: string,
  at: "same" | "previous",
  window: Period.Period,
): ReadonlyArray<FrozenResult | undefined> => {
  const key = JSON.stringify(["frozen", subjects.length, book, at, window.from, window.to])
  const known = memo.get(key) as ReadonlyArray<FrozenResult | undefined> | undefined
  if (known !== undefined) return known
  const found = subjects.map(({ id }) => {
    const all = results.get(id)?.filter((result) => result.book === book)
    return all === undefined || all.length === 0 ? undefined : at === "same" ? same(all, window) : previous(all, window)
  })
  memo.set(key, found)
  return found
}

const same = (all: ReadonlyArray<FrozenResult>, { from, to }: Period.Period): FrozenResult | undefined =>
  all.find(({ period }) => period.from === from && period.to === to)

const previous = (all: ReadonlyArray<FrozenResult>, window: Period.Period): FrozenResult | undefined => {
  const length = lengthOf(window)
  let best: FrozenResult | undefined
  for (const one of all) {
    if (one.period.to > window.from) continue
    if (best === undefined || isNearer(one, best, length)) best = one
  }
  return best
}

/** Of the window's length before others, then the last, then the longest; of equals the first stays. */
const isNearer = ({ period: a }: FrozenResult, { period: b }: FrozenResult, length: number): boolean => {
  const [one, other] = [lengthOf(a) === length, lengthOf(b) === length]
  if (one !== other) return one
  return a.to === b.to ? a.from < b.from : a.to > b.to
}

/** Whole months and days over, as one number. */
const lengthOf = ({ from, to }: Period.Period): number => {
  const [first, end] = [dayNumber(from), dayNumber(to)]
  const months = (day: number) => Math.floor(day / 10_000) * 12 + (Math.floor(day / 100) % 100)
  return (months(end) - months(first)) * 1000 + (end % 100) - (first % 100)
}

/** The group of each subject by a label, numbered, with the names of the groups. @internal */
export const groupsOf = (
  { subjects, memo }: Ground,
  group: string | null,
): { readonly of: Int32Array; readonly names: ReadonlyArray<string> } => {
  const key = JSON.stringify(["groups", group])
  const known = memo.get(key) as { readonly of: Int32Array; readonly names: ReadonlyArray<string> } | undefined
  if (known !== undefined) return known
  const numbers = new Map<string, number>()
  const of = Int32Array.from(subjects, (subject) => {
    const name = groupOf(subject, group)
    const number = numbers.get(name) ?? numbers.size
    numbers.set(name, number)
    return number
  })
  const found = { of, names: [...numbers.keys()] }
  memo.set(key, found)
  return found
}
