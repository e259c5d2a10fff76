/**
 * What the rules of alarms look at (预警依据): orders read once into their events, works and ratings, so that each rule is a
 * pass over a list.
 *
 * @internal
 */
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import { type CivilDate, daysBetween } from "../foundation/CivilDate.js"
import * as Coordinate from "../foundation/Coordinate.js"
import { byText } from "../foundation/TextOrder.js"
import type { Entry } from "../process/Journal.js"
import * as Proceeding from "../process/Proceeding.js"
import type { BodyField, Evidence, Mark } from "./AlarmRule.js"
import { planOf } from "./OrderPlan.js"
import { deedOf, ratingOf } from "./OrderScheme.js"
import type { Deed, OrderOutcome, Rating } from "./OrderTerm.js"
import * as ServiceOrder from "./ServiceOrder.js"

// ---------------------------------------------------------------- models

export type Event = ServiceOrder.Step["entry"]

/** An order with its steps, the event that opened it, the one that closed it with something done, and who asked. */
export interface Case {
  readonly id: string
  readonly state: ServiceOrder.State
  readonly steps: ReadonlyArray<ServiceOrder.Step>
  readonly request: Event | undefined
  readonly closed: Event | undefined
  readonly requester: string | undefined
}

/** One step of a dispatch by which somebody works: taken on, served, reported. */
export interface Work {
  readonly of: Case
  readonly dispatch: string
  readonly entry: Event
}

/** Somebody who did the work, and the event that shows it: a step of theirs, or the dispatch that names them. */
export interface Did {
  readonly of: Case
  readonly entry: Event
  readonly person: string | undefined
  readonly isNamed: boolean
}

/**
 * A rating that was answered, who told it, the attempt that it is about, and the publication (or acceptance) that came
 * before it.
 */
export interface Rated {
  readonly of: Case
  readonly entry: Event
  readonly rating: Rating
  readonly by: "requester" | "revisit"
  readonly attempt: number
  readonly since: Event | undefined
}

/** An event as far as it is known before a replay: of which order and dispatch, and what it does. */
export interface Happened {
  readonly order: string
  readonly dispatch: string | undefined
  readonly deed: Deed | undefined
  readonly entry: Entry<unknown>
}

export interface Facts {
  readonly evidence: Evidence
  readonly cases: ReadonlyArray<Case>
  readonly works: ReadonlyArray<Work>
  readonly doers: ReadonlyArray<Did>
  readonly ratings: ReadonlyArray<Rated>
}

/** What a rule found, before it is an alarm under it. */
export interface Raised {
  readonly subject: string
  readonly entries: ReadonlyArray<string>
  readonly params: Readonly<Record<string, string | number>>
}

/** Things that lie close together, and the most different keys that one window holds. */
export interface Crowd<A> {
  readonly things: ReadonlyArray<A>
  readonly most: number
}

// ---------------------------------------------------------------- constructors

export const factsOf = (evidence: Evidence): Facts => {
  const known = new Map<string, Case>()
  for (const state of evidence.states) {
    const one = caseOf(evidence, state)
    if (one !== undefined && isFurther(one, known.get(one.id))) known.set(one.id, one)
  }
  const cases = [...known.values()].sort((a, b) => byText(a.id, b.id))
  return {
    evidence,
    cases,
    works: cases.flatMap(worksOf),
    doers: cases.flatMap((one) => doersOf(evidence, one)),
    ratings: cases.flatMap((one) => ratingsOf(evidence, one)),
  }
}

/** Of an order that is given twice the state that has come further counts. */
const isFurther = ({ steps }: Case, other: Case | undefined): boolean => {
  if (other === undefined || steps.length > other.steps.length) return true
  const [last, otherLast] = [steps.at(-1)?.entry, other.steps.at(-1)?.entry]
  if (steps.length < other.steps.length || last === undefined || otherLast === undefined) return false
  return Coordinate.order(last, otherLast) > 0
}

/** The ends at which something was done for whoever asked, or was said to be impossible. */
const CLOSED: ReadonlyArray<OrderOutcome | undefined> = [
  "satisfied",
  "unsatisfied",
  "unanswered",
  "done",
  "notFeasible",
]

const caseOf = ({ scheme }: Evidence, state: ServiceOrder.State): Case | undefined => {
  const { id } = state
  if (id === undefined) return undefined
  const steps = ServiceOrder.steps(scheme, state)
  const request = state.course.began
  const isClosed = CLOSED.includes(ServiceOrder.outcome(scheme, state))
  const actedFor = state.fields.actedFor === undefined ? undefined : String(state.fields.actedFor)
  const isFound = request !== undefined && deedOf(scheme, request.payload.move) === "find"
  const requester = actedFor ?? (isFound ? undefined : request?.actor.person)
  return { id, state, steps, request, closed: isClosed ? state.course.last?.entry : undefined, requester }
}

const WORKS: ReadonlyArray<Deed | undefined> = ["takeOn", "serve", "report"]

const worksOf = (of: Case): ReadonlyArray<Work> =>
  of.steps.flatMap(({ deed, dispatch, entry }) =>
    dispatch !== undefined && WORKS.includes(deed) ? [{ of, dispatch, entry }] : [],
  )

/** All who worked, whoever took a work on by answering a call, and whom the dispatch names of one that was worked on. */
const doersOf = ({ scheme }: Evidence, of: Case): ReadonlyArray<Did> => {
  const { taken } = planOf(scheme)
  const isWork = ({ deed, to }: ServiceOrder.Step): boolean =>
    WORKS.includes(deed) || (deed === "dispatch" && taken.has(to))
  const worked = new Set(
    of.steps.flatMap((step) => (step.dispatch !== undefined && isWork(step) ? [step.dispatch] : [])),
  )
  return of.steps.flatMap((step): ReadonlyArray<Did> => {
    const { deed, dispatch: id, entry } = step
    if (id === undefined || !worked.has(id)) return []
    const named = deed === "dispatch" ? textOf(dispatchOf(of.state, id)?.fields.doer) : undefined
    return [
      ...(named === undefined ? [] : [{ of, entry, person: named, isNamed: true }]),
      ...(isWork(step) ? [{ of, entry, person: entry.actor.person, isNamed: false }] : []),
    ]
  })
}

const ratingsOf = ({ scheme }: Evidence, of: Case): ReadonlyArray<Rated> => {
  const attempts = new Map(Proceeding.history(of.state.course).map(({ attempt, entry }) => [entry.id, attempt]))
  let since: Event | undefined
  const found: Array<Rated> = []
  for (const { deed, dispatch, entry } of of.steps) {
    if (deed === "publish" || deed === "accept") since = entry
    if ((deed !== "rate" && deed !== "revisit") || dispatch !== undefined) continue
    const rating = ratingOf(scheme, String(entry.payload.fields.rating))
    if (rating === undefined || rating === "unanswered") continue
    const by = deed === "rate" ? "requester" : "revisit"
    found.push({ of, entry, rating, by, attempt: attempts.get(entry.id) ?? 1, since })
  }
  return found
}

/** What is to be imported, or else what the states were made of: of each order its events in their order, each once. */
export const happenedOf = (
  { journal, scheme, states }: Evidence,
  cases: ReadonlyArray<Case>,
): ReadonlyArray<ReadonlyArray<Happened>> => {
  const byOrder = new Map<string, Map<string, Happened>>()
  const add = (one: Happened): void => {
    const known = byOrder.get(one.order) ?? new Map<string, Happened>()
    byOrder.set(one.order, known)
    const same = known.get(one.entry.id)
    if (same === undefined || (same.dispatch === undefined && one.dispatch !== undefined)) known.set(one.entry.id, one)
  }
  const taken = (entry: Entry<unknown>, { dispatch, move, order }: ServiceOrder.Taken): void =>
    add({ order, dispatch, deed: deedOf(scheme, move), entry })
  if (journal !== undefined) for (const entry of journal) taken(entry, entry.payload.content)
  else {
    for (const { id, steps } of cases)
      for (const { deed, dispatch, entry } of steps) add({ order: id, dispatch, deed, entry })
    for (const state of states) for (const { entry } of ServiceOrder.asides(state)) taken(entry, entry.payload)
  }
  return [...byOrder.values()].map((known) => [...known.values()].sort((a, b) => Coordinate.order(a.entry, b.entry)))
}

// ---------------------------------------------------------------- getters

export const dispatchOf = ({ dispatches }: ServiceOrder.State, id: string): ServiceOrder.Dispatch | undefined =>
  HashMap.has(dispatches, id) ? HashMap.getUnsafe(dispatches, id) : undefined

/** The body that a dispatch is counted to. */
export const bodyOf = ({ state }: Case, field: BodyField, dispatch: string): string | undefined =>
  textOf(dispatchOf(state, dispatch)?.fields[field]) ?? textOf(state.fields[field])

/** The bodies that an attempt of an order is counted to: those of its dispatches whose result was accepted, or the order's. */
export const bodiesOf = ({ scheme }: Evidence, of: Case, field: BodyField, attempt: number): ReadonlyArray<string> => {
  const own = textOf(of.state.fields[field])
  const accepted = ServiceOrder.dispatches(of.state)
    .filter((dispatch) => dispatch.attempt === attempt)
    .filter((dispatch) => ServiceOrder.dispatchOutcome(scheme, dispatch) === "accepted")
    .flatMap(({ fields }) => textOf(fields[field]) ?? [])
  if (accepted.length > 0) return [...new Set(accepted)].sort(byText)
  return own === undefined ? [] : [own]
}

const textOf = (value: string | number | undefined): string | undefined => {
  const text = value === undefined ? "" : String(value).trim()
  return text === "" ? undefined : text
}

const heldIn = (table: Readonly<Record<string, string>> | undefined, key: string | undefined): string | undefined =>
  table !== undefined && key !== undefined && Object.hasOwn(table, key) ? table[key] : undefined

/** Everything that is known of somebody, by the kind of mark. */
export type Marks = Readonly<Record<Mark, ReadonlyArray<string>>>

/**
 * By what whoever rated is known: contacts are that given with the rating, that of the person and that of the order. Of a
 * re-visit it is whoever asked them, whose contact has nothing to do with the order.
 */
export const raterMarks = ({ contacts, devices }: Evidence, { by, entry, of }: Rated): Marks => {
  const { person } = entry.actor
  const known = [textOf(entry.payload.fields.contact), heldIn(contacts, person), fieldOf(of, "contact")]
  return {
    person: distinct([person]),
    contact: by === "requester" ? distinct(known) : [],
    device: distinct([heldIn(devices, entry.id)]),
  }
}

/** By what whoever worked is known; whom a dispatch names did not use the device with which it was made. */
export const doerMarks = ({ contacts, devices }: Evidence, { entry, isNamed, person }: Did): Marks => ({
  person: distinct([person]),
  contact: distinct([heldIn(contacts, person)]),
  device: isNamed ? [] : distinct([heldIn(devices, entry.id)]),
})

const distinct = (values: ReadonlyArray<string | undefined>): ReadonlyArray<string> => [
  ...new Set(values.flatMap((value) => value ?? [])),
]

/** The contacts of whoever asked: the one given with the order, and that of the person. */
export const contactsOf = ({ contacts }: Evidence, of: Case): ReadonlyArray<string> =>
  distinct([fieldOf(of, "contact"), heldIn(contacts, of.requester)])

/** The bodies that the orders or those who acted name: all others are words that somebody wrote. */
export const bodiesKnown = ({ cases }: Facts): ReadonlySet<string> => {
  const known = new Set<string>()
  for (const { state, steps } of cases) {
    for (const fields of [state.fields, ...ServiceOrder.dispatches(state).map((dispatch) => dispatch.fields)])
      for (const field of BODIES) {
        const body = textOf(fields[field])
        if (body !== undefined) known.add(body)
      }
    for (const { entry } of steps) if (entry.actor.body !== undefined) known.add(entry.actor.body)
  }
  return known
}

const BODIES: ReadonlyArray<BodyField> = ["village", "grid", "branch", "unit"]

const DAY = 86_400_000

/** Whether an event was recorded on the day on which it took effect, or may have been, where the clocks are not known. */
export const isRecordedOnItsDay = ({ offsetMinutes }: Evidence, { on, recordedAt }: Coordinate.Recorded): boolean => {
  if (offsetMinutes !== undefined) return dayAt(recordedAt, offsetMinutes) === on
  const [first, last] = [dayAt(recordedAt, -FARTHEST), dayAt(recordedAt, FARTHEST)]
  return first !== undefined && last !== undefined && first <= on && on <= last
}

/** No clock is farther from UTC than so many minutes. */
const FARTHEST = 1080

const dayAt = (instant: Coordinate.Instant, offsetMinutes: number): CivilDate | undefined => {
  const day = Coordinate.dayOf(instant, offsetMinutes)
  return Result.isSuccess(day) ? day.success : undefined
}

/**
 * The milliseconds between two events; `undefined` where the instants do not tell: one was recorded on another day than its
 * own, they are the wrong way round, or their days lie farther apart than the instants.
 */
export const spanOf = (
  evidence: Evidence,
  first: Coordinate.Recorded,
  last: Coordinate.Recorded,
): number | undefined => {
  const span = last.recordedAt - first.recordedAt
  const days = daysBetween(first.on, last.on)
  if (span < 0 || !isRecordedOnItsDay(evidence, first) || !isRecordedOnItsDay(evidence, last)) return undefined
  if (days > Math.floor(span / DAY) + 1) return undefined
  return evidence.offsetMinutes === undefined && days > 0 && span < DAY ? undefined : span
}

/** The text of a field of an order, without what surrounds it. */
export const fieldOf = ({ state }: Case, field: string): string | undefined => textOf(state.fields[field])

/** The ids of events in the order of the events, each once. */
export const idsOf = (entries: ReadonlyArray<Coordinate.Recorded>): ReadonlyArray<string> => [
  ...new Set([...entries].sort(Coordinate.order).map(({ id }) => id)),
]

// ---------------------------------------------------------------- operations

/** Things by a key, those without one left out. */
export const grouped = <A>(
  things: Iterable<A>,
  keysOf: (thing: A) => ReadonlyArray<string>,
): ReadonlyMap<string, ReadonlyArray<A>> => {
  const groups = new Map<string, Array<A>>()
  for (const thing of things)
    for (const key of keysOf(thing)) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [thing])
      else group.push(thing)
    }
  return groups
}

/**
 * Crowds: of things in the order of their places those that lie in some window, from any thing on and `within` wide, that
 * holds at least so many different keys. Windows that overlap make one crowd.
 */
export const crowds = <A>(
  things: ReadonlyArray<A>,
  placeOf: (thing: A) => number,
  keyOf: (thing: A) => string,
  { least, within }: { readonly least: number; readonly within: number },
): ReadonlyArray<Crowd<A>> => {
  const sorted = things.map((thing) => ({ thing, place: placeOf(thing), key: keyOf(thing) }))
  sorted.sort((a, b) => a.place - b.place)
  const counts = new Map<string, number>()
  const spans: Array<{ from: number; to: number; most: number }> = []
  let from = 0
  for (const [to, { key, place }] of sorted.entries()) {
    counts.set(key, (counts.get(key) ?? 0) + 1)
    for (let first = sorted[from]; first !== undefined && place - first.place > within; first = sorted[++from])
      drop(counts, first.key)
    if (counts.size < least) continue
    const last = spans.at(-1)
    if (last !== undefined && from <= last.to) {
      last.to = to
      last.most = Math.max(last.most, counts.size)
    } else spans.push({ from, to, most: counts.size })
  }
  return spans.map(({ from: first, most, to }) => ({
    things: sorted.slice(first, to + 1).map(({ thing }) => thing),
    most,
  }))
}

const drop = (counts: Map<string, number>, key: string): void => {
  const left = (counts.get(key) ?? 0) - 1
  if (left > 0) counts.set(key, left)
  else counts.delete(key)
}
