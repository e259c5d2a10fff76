/**
 * Judging (评判): an evaluation step by step, so that whoever needs one subject alone, or everything the group was told,
 * takes the same steps as the interpreter.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Canonical from "../foundation/Canonical.js"
import * as CivilDate from "../foundation/CivilDate.js"
import type { Coordinate } from "../foundation/Coordinate.js"
import * as Exact from "../foundation/Exact.js"
import { pointer } from "../foundation/Fault.js"
import * as Period from "../foundation/Period.js"
import { mayHold } from "./Condition.js"
import type { Act } from "./Expression.js"
import type { Closure, Fact, FrozenResult, Subject } from "./Fact.js"
import type * as Outcome from "./Outcome.js"
import { quotas, rankings } from "./Population.js"
import type { Rulebook } from "./Rulebook.js"
import { nodesOfBook } from "./Structure.js"
import * as Value from "./Value.js"
import { among, type Candidate, type Classed, classify, judge, type Levels, stored } from "./Verdict.js"
import { grouped, type Others, type Scope, type Trace, type World } from "./World.js"

// ---------------------------------------------------------------- models

/** What an evaluation is made from: the interpreter's input. @internal */
export interface Given {
  readonly book: Rulebook
  readonly period: Period.Period
  readonly at: Coordinate
  readonly subjects: ReadonlyArray<Subject>
  readonly facts: ReadonlyArray<Fact>
  readonly closures?: ReadonlyArray<Closure>
  readonly results?: ReadonlyArray<FrozenResult>
  readonly seeds?: Readonly<Record<string, string>>
}

/** A subject with its class, and what is written down while it is judged. @internal */
export interface Called {
  readonly subject: Subject
  readonly found: Classed
  readonly notes: Notebook
}

/** An evaluation of which is known who is rated. @internal */
export interface Judging {
  readonly given: Given
  /** With everybody in view, as for classes. */
  readonly everybody: World
  /** With those whose results are results, who are the peers. */
  readonly world: World
  readonly called: ReadonlyArray<Called>
  readonly reads: Reads
}

/** A subject that was judged; who is exempt is no candidate. @internal */
export interface Judged extends Called {
  readonly candidate?: Candidate
}

/** Where others matter no more: every candidate after quotas, and the places by subject. @internal */
export interface Settled {
  readonly candidates: ReadonlyMap<string, Candidate>
  readonly places: ReadonlyMap<string, ReadonlyArray<Outcome.Place>>
}

// ---------------------------------------------------------------- constructors

/** Whose results are results: only they are peers. */
const SCORED: ReadonlySet<Outcome.Outcome["standing"]> = /* @__PURE__ */ new Set(["rated", "unrated"])

/** What a table of the group tells: what is read of others, and whether they are rated. @internal */
export interface Told {
  readonly others: Others
  readonly standings?: ReadonlyMap<string, Outcome.Outcome["standing"]>
}

/** Who is rated, found with everybody in view. @internal */
export const open = (given: Given, told?: Told): Judging => {
  const subjects = sole(given.subjects).sort((a, b) => order(a.id, b.id))
  const everybody = worldOf(given, subjects)
  const called = subjects.map((subject) => {
    const standing = told?.standings?.get(subject.id)
    return standing === undefined
      ? call(given, everybody, subject)
      : { subject, notes: notebook(given.period), found: { classes: [], standing } }
  })
  const peers = called.flatMap(({ subject, found }) => (SCORED.has(found.standing) ? [subject] : []))
  const world = among(everybody, peers)
  const others = told === undefined ? {} : { others: told.others }
  return { given, everybody, world: { ...world, ...others }, called, reads: readsOf(given.book) }
}

/** A subject with its class, nothing of it written down yet. @internal */
export const call = ({ book, period }: Given, everybody: World, subject: Subject): Called => {
  const notes = notebook(period)
  return { subject, notes, found: classify(book, { world: everybody, subject, window: period, trace: notes }) }
}

// ---------------------------------------------------------------- operations

/** One subject by itself, up to where others matter. @internal */
export const judged = ({ given: { book, period }, world }: Judging, called: Called): Judged => {
  const { subject, found, notes } = called
  if (found.standing === "exempt") return called
  const scope: Scope = { world, subject, window: period, trace: notes, rests: notes.rests }
  return { ...called, candidate: judge(book, scope, found) }
}

/** What the quotas leave of the levels, and the places. @internal */
export const settle = (book: Rulebook, candidates: ReadonlyArray<Candidate>): Settled => {
  const rated = candidates.filter(({ standing }) => standing === "rated")
  const settled = quotas(book, rated)
  return { candidates: new Map(settled.map((one) => [one.subject.id, one])), places: rankings(book, settled) }
}

/** The outcome of one subject. @internal */
export const outcomeOf = (
  { given, reads }: Judging,
  { subject, found, notes, candidate }: Judged,
  { candidates, places }: Settled,
): Outcome.Outcome => {
  if (candidate === undefined) return exempt(given, subject, found)
  const final = candidates.get(subject.id) ?? candidate
  return outcome(given, final, notes, places.get(subject.id) ?? [], reads)
}

/** The facts known at the coordinate that are about nobody among the subjects. @internal */
export const strangers = ({ everybody: { facts, subjects } }: Judging): ReadonlyArray<string> => {
  const known = new Set(subjects.map(({ id }) => id))
  return [...facts]
    .flatMap(([subject, kinds]) => (known.has(subject) ? [] : [...kinds.values()].flat()))
    .map(({ id }) => id)
    .sort()
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** One of each id, the earliest recorded; which of several does not depend on the order they came in. @internal */
export const sole = <A extends { readonly id: string; readonly recordedAt?: number }>(
  all: ReadonlyArray<A>,
): Array<A> => {
  const byId = new Map<string, A>()
  for (const one of all) {
    const rival = byId.get(one.id)
    if (rival === undefined || byRecord(one, rival) < 0) byId.set(one.id, one)
  }
  return [...byId.values()]
}

const byRecord = (a: { readonly recordedAt?: number }, b: { readonly recordedAt?: number }): number =>
  (a.recordedAt ?? 0) - (b.recordedAt ?? 0) || order(oneText(a), oneText(b))

/** A record as text, whatever order its keys are in. @internal */
export const oneText = (record: object): string =>
  Result.getOrElse(Canonical.text(record), () => JSON.stringify(record))

const worldOf = (input: Given, subjects: ReadonlyArray<Subject>): World => {
  const { at, book } = input
  const known = sole(input.facts.filter(({ recordedAt }) => recordedAt <= at.knownAt))
  const superseded = new Set(known.flatMap((fact) => (fact.supersedes === undefined ? [] : [fact.supersedes])))
  const standing = known.filter(
    (fact) => !superseded.has(fact.id) && fact.void !== true && fact.on <= at.validAt && isUnder(book, fact),
  )
  const bySubject = grouped(standing.sort(byDay), ({ subject }) => subject)
  const facts = new Map([...bySubject].map(([subject, all]) => [subject, grouped(all, ({ kind }) => kind)]))
  const frozen = (input.results ?? []).filter(({ recordedAt }) => recordedAt <= at.knownAt)
  const results = grouped(
    frozen.sort((a, b) => byRecord(b, a)),
    ({ subject }) => subject,
  )
  return {
    at,
    period: input.period,
    subjects,
    facts,
    closures: (input.closures ?? []).filter(({ recordedAt }) => recordedAt <= at.knownAt),
    results,
    seeds: input.seeds ?? {},
    nodes: new Map(nodesOfBook(book).flatMap(({ e, path }) => (e.id === undefined ? [] : [[e.id, { e, path }]]))),
    badges: book.badges,
    memo: new Map(),
    groups: new Map(),
    peers: new Map(),
    places: new Map(),
  }
}

const byDay = (a: Fact, b: Fact): number =>
  CivilDate.compare(a.on, b.on) || a.recordedAt - b.recordedAt || order(a.id, b.id)

/** Under `factDate` a fact is read only by the version in force on its day. */
const isUnder = ({ factsUnder, inForce }: Rulebook, { on }: Fact): boolean =>
  factsUnder === "periodEnd" || (on >= inForce.from && (inForce.to === undefined || on < inForce.to))

/** @internal */
export interface Notebook extends Trace {
  readonly rests: Map<string, Value.Value>
  readonly nodes: Array<Outcome.NodeValue>
  readonly found: Array<Outcome.Line>
  readonly adjustments: Array<Outcome.Adjustment>
}

/** What the interpreter writes down while it reads one subject. */
const notebook = (period: Period.Period): Notebook => {
  const where = ({ window }: Scope) =>
    window.from === period.from && window.to === period.to ? {} : { window: Period.text(window) }
  let read: ReadonlyArray<string> = []
  const notes: Notebook = {
    rests: new Map(),
    nodes: [],
    found: [],
    adjustments: [],
    facts: (ids) => {
      read = ids
    },
    value: (path, scope, e, value) => {
      const facts = e.op === "fact" ? { facts: read } : {}
      if (scope.fact !== undefined) return
      notes.nodes.push({
        path: pointer(path),
        ...(e.id === undefined ? {} : { id: e.id }),
        ...where(scope),
        ...facts,
        value: stored(value),
      })
    },
    lines: (path, scope, { lines, adjustments }) => {
      const here = { node: pointer(path), ...where(scope) }
      for (const { act, fact, on, parts, requested, granted, cuts } of lines) {
        notes.found.push({
          ...here,
          act,
          fact,
          on,
          parts: parts.map(({ id, value }) => ({ id, value: stored(value) })),
          requested: stored(requested),
          granted: stored(granted),
          cuts: cuts.map(({ by, id, took }) => ({ by, id, took: stored(took) })),
        })
      }
      for (const { cap, bucket, by } of adjustments) notes.adjustments.push({ ...here, cap, bucket, by: stored(by) })
    },
  }
  return notes
}

/** A stored value as it is reckoned with. @internal */
export const valueOf = (value: Outcome.Value): Value.Value => {
  switch (value.is) {
    case "known":
      return Value.known(Exact.parseUnsafe(value.q))
    case "between": {
      const end = (q: string | undefined) => (q === undefined ? null : Exact.parseUnsafe(q))
      return Value.between(end(value.from), end(value.to), value.because)
    }
    default:
      return value
  }
}

/** Stored levels as they are reckoned with. @internal */
export const levelsOf = (book: Rulebook, stands: Outcome.Standing): Levels => {
  if (stands.is === "none" || stands.is === "conflict") return stands
  const ids = stands.is === "level" ? [stands.level] : stands.levels
  return { is: "possible", at: ids.map((level) => book.levels.findIndex(({ id }) => id === level)) }
}

/** Levels in their stored form. @internal */
export const standing = (book: Rulebook, levels: Levels): Outcome.Standing => {
  if (levels.is !== "possible") return levels
  const ids = levels.at.flatMap((index) => book.levels[index]?.id ?? [])
  const [only] = ids
  return ids.length === 1 && only !== undefined ? { is: "level", level: only } : { is: "among", levels: ids }
}

const head = ({ book, period, at }: Given, subject: Subject) => ({
  format: 1 as const,
  semantics: 1 as const,
  book: book.id,
  version: book.version,
  subject: subject.id,
  period,
  at,
})

const exempt = (input: Given, subject: Subject, found: Classed): Outcome.Outcome => ({
  ...head(input, subject),
  ...found,
  nodes: [],
  lines: [],
  adjustments: [],
  unread: [],
  effects: [],
  stages: [],
  level: { is: "none" },
  badges: [],
  places: [],
})

const outcome = (
  input: Given,
  one: Candidate,
  notes: Notebook,
  places: ReadonlyArray<Outcome.Place>,
  reads: Reads,
): Outcome.Outcome => ({
  ...head(input, one.subject),
  classes: one.classes,
  standing: one.standing,
  nodes: notes.nodes,
  lines: notes.found,
  adjustments: notes.adjustments,
  ...restsOf(notes, input.period),
  unread: unread(reads, one),
  effects: one.effects,
  scores: { total: stored(one.total), effective: stored(one.effective), rounded: stored(one.score) },
  stages: one.stages.map((stage) => ({ ...stage, to: standing(input.book, stage.to) })),
  level: standing(input.book, one.levels),
  badges: one.badges,
  places,
})

const restsOf = ({ rests }: Notebook, period: Period.Period): Pick<Outcome.Outcome, "peers"> => {
  if (rests.size === 0) return {}
  const peers = [...rests.entries()].sort(([a], [b]) => order(a, b))
  return { peers: peers.map(([key, value]) => ({ ...readingOf(key, period), value: stored(value) })) }
}

/** Where something is read, taken apart; the period itself is no calendar span that needs saying. @internal */
export const readingOf = (key: string, period: Period.Period): Outcome.Reading => {
  const [path, from, to, view] = JSON.parse(key) as readonly [string, CivilDate.CivilDate, CivilDate.CivilDate, object?]
  const window = from === period.from && to === period.to ? {} : { window: Period.text({ from, to }) }
  return { path, ...window, ...view }
}

/** The days that are looked at where something is read. @internal */
export const sightOf = (
  { window, months, since }: Outcome.Reading,
  period: Period.Period,
): Pick<Scope, "window" | "view"> => {
  const view = { ...(months === undefined ? {} : { months }), ...(since === undefined ? {} : { since }) }
  return {
    window: window === undefined ? period : Result.getOrElse(Period.parse(window), () => period),
    ...(Object.keys(view).length === 0 ? {} : { view }),
  }
}

/** Where something is read, as one key. @internal */
export const keyOf = (reading: Outcome.Reading, period: Period.Period): string => {
  const { window, view } = sightOf(reading, period)
  return JSON.stringify([reading.path, window.from, window.to, view ?? null])
}

/** What a book reads: the kinds of fact that leaves and suspensions name, and the lines by kind. @internal */
export interface Reads {
  readonly kinds: ReadonlySet<string>
  readonly acts: ReadonlyMap<string, ReadonlyArray<Act>>
}

const readsOf = (book: Rulebook): Reads => {
  const kinds = new Set<string>()
  const acts = new Map<string, Array<Act>>()
  for (const { e } of nodesOfBook(book)) {
    if (e.op === "fact") kinds.add(e.kind)
    if (e.op !== "acts") continue
    for (const suspension of e.suspensions) for (const kind of suspension.kinds) kinds.add(kind)
    for (const act of e.acts) acts.set(act.kind, [...(acts.get(act.kind) ?? []), act])
  }
  return { kinds, acts }
}

/** Facts of the period that the book does not ask this subject for: no leaf names them, and no line at any value. */
const unread = ({ kinds, acts }: Reads, one: Candidate): ReadonlyArray<string> => {
  const { trace: _, ...scope } = one.scope
  const isAsked = (fact: Fact): boolean =>
    kinds.has(fact.kind) ||
    (acts.get(fact.kind) ?? []).some(({ when }) => when === undefined || mayHold(when, { ...scope, fact }))
  return [...(scope.world.facts.get(one.subject.id)?.values() ?? [])]
    .flat()
    .filter((fact) => Period.contains(scope.window, fact.on) && !isAsked(fact))
    .map(({ id }) => id)
    .sort()
}
