/**
 * The world (评价现场) that a rulebook reads while it is evaluated: the facts as known at the coordinate, by subject and
 * kind, the frozen results, and the window of days under consideration.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as CivilDate from "../foundation/CivilDate.js"
import type * as Coordinate from "../foundation/Coordinate.js"
import type { Exact } from "../foundation/Exact.js"
import { pointer } from "../foundation/Fault.js"
import * as Period from "../foundation/Period.js"
import type { Badge } from "./Clause.js"
import type { Expression } from "./Expression.js"
import type { Closure, Fact, FrozenResult, Subject } from "./Fact.js"
import { type Between, ends, type Value } from "./Value.js"

// ---------------------------------------------------------------- models

/** @internal */
export interface World {
  readonly at: Coordinate.Coordinate
  readonly period: Period.Period
  readonly subjects: ReadonlyArray<Subject>
  readonly facts: ReadonlyMap<string, ReadonlyMap<string, ReadonlyArray<Fact>>>
  readonly closures: ReadonlyArray<Closure>
  readonly results: ReadonlyMap<string, ReadonlyArray<FrozenResult>>
  readonly seeds: Readonly<Record<string, string>>
  readonly nodes: ReadonlyMap<string, { readonly e: Expression; readonly path: Path }>
  readonly badges: ReadonlyArray<Badge>
  readonly memo: Map<string, Value>
  /** Who shares the values of a label, found once for each label. */
  readonly groups: Map<string | null, ReadonlyMap<string, ReadonlyArray<Subject>>>
  /** What peers have of a node in a window, found once for all of them. */
  readonly peers: Map<string, ReadonlyArray<Peer>>
  /** Their places by it, by subject. */
  readonly places: Map<string, ReadonlyMap<string, Value>>
  /** Where what is read of another subject comes from, where it is not found here. */
  readonly others?: Others
  /** Facts of which it is left open whether they happen, to see what may follow. */
  readonly maybe?: ReadonlySet<string>
  /** What is taken for known of one subject, to see what would follow. */
  readonly supposed?: Supposed
}

/** A value in the place of one that is not known; nothing where it is to stay so. @internal */
export interface Supposed {
  readonly subject: string
  readonly value: (e: Expression, scope: Scope, open: Between) => Exact | undefined
}

/**
 * What is read of a subject on behalf of another: a table of the group writes it down, or tells it without the facts it
 * rests on. `key` says what is read and in which place. @internal
 */
export interface Others {
  readonly value: (subject: string, key: string, find: () => Value) => Value
  readonly verdict: (subject: string, key: string, find: () => Verdict) => Verdict
  /** What a node has of the peers as a whole, told instead of being found among them. */
  readonly together: (subject: string, key: string) => Value | undefined
}

/** Whether a condition holds. @internal */
export type Verdict = "yes" | "no" | "unknown"

/** A peer and its value of a node. @internal */
export interface Peer {
  readonly subject: Subject
  readonly value: Value
}

/** @internal */
export type Path = ReadonlyArray<string | number>

/**
 * What one evaluation sees: a subject, a window of days, and inside `acts` a single fact. Inside an effect facts may be
 * looked at for so many months instead of in the window (`months`); inside its repair only those since a day. @internal
 */
export interface Scope {
  readonly world: World
  readonly subject: Subject
  readonly window: Period.Period
  readonly view?: { readonly months?: number; readonly since?: CivilDate.CivilDate }
  readonly fact?: Fact
  readonly requested?: Value
  readonly trace?: Trace
  /** What the subject takes from its peers is noted here; on behalf of another subject nothing is. */
  readonly rests?: Map<string, Value>
}

/** Where an evaluation leaves what it found; peers are evaluated without one. @internal */
export interface Trace {
  /** The facts that a leaf rests on; told before its value is. */
  readonly facts: (ids: ReadonlyArray<string>) => void
  readonly value: (path: Path, scope: Scope, e: Expression, value: Value) => void
  readonly lines: (path: Path, scope: Scope, found: Lines) => void
}

/** What a node of acts found, line by line. @internal */
export interface Lines {
  readonly lines: ReadonlyArray<Line>
  readonly adjustments: ReadonlyArray<{ readonly cap: string; readonly bucket: string; readonly by: Value }>
}

/** @internal */
export interface Line {
  readonly act: string
  readonly fact: string
  readonly on: CivilDate.CivilDate
  readonly parts: ReadonlyArray<{ readonly id: string; readonly value: Value }>
  readonly requested: Value
  readonly granted: Value
  readonly cuts: ReadonlyArray<Cut>
}

/** What took from a line: a cap, another line of the same act, or a suspension. @internal */
export interface Cut {
  readonly by: "cap" | "sameAct" | "suspension" | "repeat"
  readonly id: string
  readonly took: Value
}

// ---------------------------------------------------------------- getters

/** What a record holds under a name itself: `constructor` and its like are nobody's label or field. @internal */
export const own = <A>(record: Readonly<Record<string, A>> | undefined, name: string): A | undefined =>
  record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined

/** The last day of the window that has come at the coordinate. @internal */
export const today = ({ world, window }: Scope): CivilDate.CivilDate =>
  CivilDate.min(world.at.validAt, Period.lastDay(window))

/** All facts of a kind about the subject, in order. @internal */
export const factsOf = (scope: Scope, kind: string): ReadonlyArray<Fact> =>
  scope.world.facts.get(scope.subject.id)?.get(kind) ?? []

/** Whether a fact fits, as far as it is known that it happens at all. @internal */
export const ifAtAll = (fits: Verdict, fact: Fact, { world }: Scope): Verdict =>
  fits === "yes" && world.maybe?.has(fact.id) === true ? "unknown" : fits

/** Whether a continuing fact still runs on a day. @internal */
export const runsOn = (fact: Fact, day: CivilDate.CivilDate): boolean =>
  fact.until !== undefined && (fact.until === "open" || CivilDate.compare(fact.until, day) > 0)

/** Whether a fact still counts on a day: while it runs, and so many months from its day or its end. @internal */
export const livesOn = (fact: Fact, months: number, day: CivilDate.CivilDate): boolean => {
  if (runsOn(fact, day)) return true
  const from = fact.until === undefined || fact.until === "open" ? fact.on : fact.until
  const expiry = CivilDate.addMonths(from, months)
  return Result.isFailure(expiry) || CivilDate.compare(day, expiry.success) < 0
}

/** Whether the window is still to come at the coordinate. @internal */
export const isToCome = ({ world, window }: Scope): boolean => CivilDate.compare(world.at.validAt, window.from) < 0

/** Whether the fact touches the days of the window that have come, or what is looked at instead of them. @internal */
export const touches = (fact: Fact, scope: Scope): boolean => {
  const day = today(scope)
  if (CivilDate.compare(fact.on, day) > 0) return false
  if (scope.view?.since !== undefined && CivilDate.compare(fact.on, scope.view.since) < 0) return false
  if (scope.view?.months !== undefined) return livesOn(fact, scope.view.months, day)
  if (isToCome(scope)) return false
  if (CivilDate.compare(fact.on, scope.window.from) >= 0 || runsOn(fact, day)) return true
  return fact.until !== undefined && fact.until !== "open" && CivilDate.compare(fact.until, scope.window.from) > 0
}

/** Whether all facts of the kind in the window are declared to be recorded. @internal */
export const isClosed = (scope: Scope, kind: string, closedBy: "register" | "periodEnd"): boolean => {
  const last = Period.lastDay(scope.window)
  if (closedBy === "periodEnd") return CivilDate.compare(scope.world.at.validAt, last) >= 0
  return scope.world.closures.some(
    (closure) =>
      closure.kind === kind &&
      (closure.subject === undefined || closure.subject === scope.subject.id) &&
      CivilDate.compare(closure.through, last) >= 0,
  )
}

/**
 * The frozen result of a book for the subject: of the window's own period, or of the last before it that has the same
 * length in months; where there is none of that length, the last of the longest. @internal
 */
export const frozen = (scope: Scope, book: string, at: "same" | "previous"): FrozenResult | undefined => {
  const all = (scope.world.results.get(scope.subject.id) ?? []).filter((result) => result.book === book)
  if (at === "same") return all.find(({ period: { from, to } }) => from === scope.window.from && to === scope.window.to)
  const before = all.filter(({ period }) => CivilDate.compare(period.to, scope.window.from) <= 0)
  const alike = before.filter(({ period }) => monthsOf(period) === monthsOf(scope.window))
  return [...(alike.length > 0 ? alike : before)].sort(
    (a, b) => CivilDate.compare(b.period.to, a.period.to) || CivilDate.compare(a.period.from, b.period.from),
  )[0]
}

/** The length of a period in calendar months, with the days over. */
const monthsOf = ({ from, to }: Period.Period): string =>
  `${(CivilDate.year(to) - CivilDate.year(from)) * 12 + CivilDate.month(to) - CivilDate.month(from)} ${CivilDate.day(to) - CivilDate.day(from)}`

/** Who shares the subject's values of a label; `null`: everybody. @internal */
export const peersOf = ({ world, subject }: Scope, group: string | null): ReadonlyArray<Subject> => {
  let byGroup = world.groups.get(group)
  if (byGroup === undefined) {
    byGroup = grouped(world.subjects, (one) => groupOf(one, group))
    world.groups.set(group, byGroup)
  }
  return byGroup.get(groupOf(subject, group)) ?? []
}

/** Things in their order, by key. @internal */
export const grouped = <A>(all: Iterable<A>, key: (one: A) => string): ReadonlyMap<string, ReadonlyArray<A>> => {
  const groups = new Map<string, Array<A>>()
  for (const one of all) {
    const group = groups.get(key(one))
    if (group === undefined) groups.set(key(one), [one])
    else group.push(one)
  }
  return groups
}

/** The group of a subject by a label: its values, which are a set; those without the label are a group. @internal */
export const groupOf = (subject: Subject, group: string | null): string =>
  group === null ? "[]" : JSON.stringify([...new Set(own(subject.labels, group) ?? [])].sort())

/** A group in words. @internal */
export const groupText = (group: string): string => (JSON.parse(group) as ReadonlyArray<string>).join("、")

/** What an evaluation depends on besides the node: for keys of what is found once. @internal */
export const placeOf = ({ window, view }: Scope): ReadonlyArray<unknown> => [window.from, window.to, view ?? null]

/** A node and the place of its evaluation as a key. @internal */
export const keyOf = (path: Path, scope: Scope): string => JSON.stringify([pointer(path), ...placeOf(scope)])

/** The scope in which a subject is read on behalf of another. @internal */
export const peerScope = ({ trace: _, rests: __, ...bare }: Scope, subject: Subject): Scope => ({ ...bare, subject })

/** What is read of a subject on behalf of another, as a table of the group can tell it. @internal */
export const ofPeer = (path: Path, scope: Scope, find: () => Value): Value => {
  const told = () => asTold(find())
  return scope.world.others === undefined
    ? told()
    : scope.world.others.value(scope.subject.id, keyOf(path, scope), told)
}

/** A value as it is told of others: an interval by its ends, a conflict without the fact that is in it. @internal */
export const asTold = (value: Value): Value => {
  if (value.is === "between") return ends(value)
  if (value.is !== "conflict" || !Object.hasOwn(value.params, "fact")) return value
  return { ...value, params: { ...value.params, fact: "…" } }
}
