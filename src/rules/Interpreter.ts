/**
 * The interpreter (评价): a rulebook applied to facts, slow and obvious. Every faster way has to equal it.
 *
 * @since 0.1.0
 */
import * as CivilDate from "../foundation/CivilDate.js"
import type { Coordinate } from "../foundation/Coordinate.js"
import { pointer } from "../foundation/Fault.js"
import * as Period from "../foundation/Period.js"
import { mayHold } from "./Condition.js"
import type { Act } from "./Expression.js"
import type { Closure, Fact, FrozenResult, Subject } from "./Fact.js"
import type * as Outcome from "./Outcome.js"
import { quotas, rankings, reports } from "./Population.js"
import type { Rulebook } from "./Rulebook.js"
import { nodesOfBook } from "./Structure.js"
import { among, type Candidate, type Classed, classify, judge, type Levels, stored } from "./Verdict.js"
import { grouped, type Scope, type Trace, type World } from "./World.js"

// ---------------------------------------------------------------- models

/**
 * All that an evaluation is made from. `period` is the rated period (half-open), `at` the coordinate: facts that take
 * effect after its day or were recorded after its instant do not exist yet. `seeds` are published seeds of draws.
 *
 * @category models
 * @since 0.1.0
 */
export interface Input {
  readonly book: Rulebook
  readonly period: Period.Period
  readonly at: Coordinate
  readonly subjects: ReadonlyArray<Subject>
  readonly facts: ReadonlyArray<Fact>
  readonly closures?: ReadonlyArray<Closure>
  readonly results?: ReadonlyArray<FrozenResult>
  readonly seeds?: Readonly<Record<string, string>>
}

/**
 * The outcomes of all subjects, by id, how the quotas stand, and the facts known at the coordinate that are about nobody
 * among the subjects (`unread`), so that nothing that was handed in disappears without a word.
 *
 * @category models
 * @since 0.1.0
 */
export interface Rating {
  readonly outcomes: ReadonlyArray<Outcome.Outcome>
  readonly quotas: ReadonlyArray<Outcome.QuotaReport>
  readonly unread: ReadonlyArray<string>
}

// ---------------------------------------------------------------- decisions

/** Whose results are results: only they are peers. */
const SCORED: ReadonlySet<Outcome.Outcome["standing"]> = /* @__PURE__ */ new Set(["rated", "unrated"])

/**
 * Rates every subject by a rulebook that {@link Rulebook.check} finds nothing wrong with.
 *
 * **Details**
 *
 * `Fact.check` finds what is wrong with the facts themselves, and is meant to be asked first. The order of subjects and
 * facts does not matter. Nothing is thrown on any decodable input: what does not fit is a
 * conflict in the outcome, what is not known an interval. Of records with one id the earliest recorded counts.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, Period } from "dangjian/foundation"
 * import { Interpreter } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const day = CivilDate.parseUnsafe("2023-12-31")
 * const recordedAt = Coordinate.instantUnsafe(1_704_000_000_000)
 * const { outcomes } = Interpreter.evaluate({
 *   book: WendengVillage.rulebook,
 *   period: Period.yearUnsafe(2023),
 *   at: Coordinate.of(day, recordedAt),
 *   subjects: [{ id: "m1", labels: { 身份: ["党员"] } }], // made up
 *   facts: [{ id: "f1", subject: "m1", kind: "P-058", on: CivilDate.parseUnsafe("2023-03-05"), recordedAt }],
 * })
 * assert.deepEqual(outcomes[0]?.scores?.rounded, { is: "known", q: "1010" })
 * assert.deepEqual(outcomes[0]?.level, { is: "level", level: "二星" })
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const evaluate = (input: Input): Rating => {
  const { book } = input
  const subjects = sole(input.subjects).sort((a, b) => order(a.id, b.id))
  const everybody = worldOf(input, subjects)
  const classed = subjects.map((subject) => {
    const notes = notebook(input.period)
    const scope = { world: everybody, subject, window: input.period, trace: notes }
    return { subject, notes, found: classify(book, scope) }
  })
  const world = among(
    everybody,
    classed.flatMap(({ subject, found }) => (SCORED.has(found.standing) ? [subject] : [])),
  )
  const judged = classed.map(({ subject, notes, found }) => {
    if (found.standing === "exempt") return { subject, found }
    const scope: Scope = { world, subject, window: input.period, trace: notes }
    return { subject, found, notes, candidate: judge(book, scope, found) }
  })
  const rated = judged.flatMap(({ candidate }) => (candidate?.standing === "rated" ? [candidate] : []))
  const settled = quotas(book, rated)
  const places = rankings(book, settled)
  const reads = readsOf(book)
  const final = new Map(settled.map((one) => [one.subject.id, one]))
  return {
    outcomes: judged.map(({ subject, found, notes, candidate }) =>
      candidate === undefined || notes === undefined
        ? exempt(input, subject, found)
        : outcome(input, final.get(subject.id) ?? candidate, notes, places.get(subject.id) ?? [], reads),
    ),
    quotas: reports(book, settled),
    unread: strangers(everybody),
  }
}

const strangers = ({ facts, subjects }: World): ReadonlyArray<string> => {
  const known = new Set(subjects.map(({ id }) => id))
  return [...facts]
    .flatMap(([subject, kinds]) => (known.has(subject) ? [] : [...kinds.values()].flat()))
    .map(({ id }) => id)
    .sort()
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** One of each id, the earliest recorded; which of several does not depend on the order they came in. */
const sole = <A extends { readonly id: string; readonly recordedAt?: number }>(all: ReadonlyArray<A>): Array<A> => {
  const byId = new Map<string, A>()
  for (const one of all) {
    const rival = byId.get(one.id)
    if (rival === undefined || byRecord(one, rival) < 0) byId.set(one.id, one)
  }
  return [...byId.values()]
}

const byRecord = (a: { readonly recordedAt?: number }, b: { readonly recordedAt?: number }): number =>
  (a.recordedAt ?? 0) - (b.recordedAt ?? 0) || order(JSON.stringify(a), JSON.stringify(b))

const worldOf = (input: Input, subjects: ReadonlyArray<Subject>): World => {
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

interface Notebook extends Trace {
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

const standing = (book: Rulebook, levels: Levels): Outcome.Standing => {
  if (levels.is !== "possible") return levels
  const ids = levels.at.flatMap((index) => book.levels[index]?.id ?? [])
  const [only] = ids
  return ids.length === 1 && only !== undefined ? { is: "level", level: only } : { is: "among", levels: ids }
}

const head = ({ book, period, at }: Input, subject: Subject) => ({
  format: 1 as const,
  semantics: 1 as const,
  book: book.id,
  version: book.version,
  subject: subject.id,
  period,
  at,
})

const exempt = (input: Input, subject: Subject, found: Classed): Outcome.Outcome => ({
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
  input: Input,
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
  unread: unread(reads, one),
  effects: one.effects,
  scores: { total: stored(one.total), effective: stored(one.effective), rounded: stored(one.score) },
  stages: one.stages.map((stage) => ({ ...stage, to: standing(input.book, stage.to) })),
  level: standing(input.book, one.levels),
  badges: one.badges,
  places,
})

/** What a book reads: the kinds of fact that leaves and suspensions name, and the lines by kind. */
interface Reads {
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
