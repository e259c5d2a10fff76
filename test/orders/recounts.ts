/**
 * The counts of orders as somebody would make them who goes through the events of every order with a pencil, once for
 * each figure. Nothing is shared with the statistics but the events and the readings of the clocks.
 */
import * as Result from "effect/Result"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import type * as Period from "../../src/foundation/Period.js"
import * as OrderClock from "../../src/orders/OrderClock.js"
import type { Counts, Definition } from "../../src/orders/OrderCounts.js"
import { none } from "../../src/orders/OrderCounts.js"
import type { OrderScheme } from "../../src/orders/OrderScheme.js"
import { type Deed, deeds, outcomes, ratings, solutions } from "../../src/orders/OrderTerm.js"
import * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import type * as Limit from "../../src/process/Limit.js"
import * as Proceeding from "../../src/process/Proceeding.js"

export interface Sheet {
  readonly scheme: OrderScheme
  readonly basis: Limit.Basis
  readonly now: Proceeding.Mark
  readonly period: Period.Period
  readonly definition: Definition
}

type Day = CivilDate.CivilDate
type Named<K extends string> = Record<K, number>

/** What a pencil notes of one order. */
export interface Note {
  readonly requested: Day
  readonly ended: Day | undefined
  readonly outcome: string | undefined
  readonly joined: boolean
  readonly asksSolved: boolean
  readonly done: ReadonlyArray<{ readonly deed: Deed; readonly on: Day; readonly persons: number }>
  readonly clocks: ReadonlyArray<Clock>
  readonly answers: ReadonlyArray<Answer>
  readonly dispatches: ReadonlyArray<{ readonly made: Day; readonly ended: Day | undefined; readonly how: string }>
}
interface Clock {
  readonly limit: string
  readonly own: boolean
  readonly began: Day
  readonly stopped: Day | undefined
  readonly deadline: Day | undefined
  readonly inHours: boolean
  readonly late: boolean
}
interface Answer {
  readonly on: Day
  readonly attempt: number
  readonly by: "requester" | "revisit" | "lapse"
  readonly rating: string
  readonly solved: string | undefined
}

const dayOf = (moment: Limit.Moment | undefined, { offsetMinutes = 0 }: Limit.Basis): Day | undefined =>
  typeof moment === "number" ? Coordinate.dayOfUnsafe(moment, offsetMinutes) : moment

export const noteOf = (
  { basis, now, scheme }: Pick<Sheet, "basis" | "now" | "scheme">,
  state: ServiceOrder.State,
): Note => {
  const steps = ServiceOrder.steps(scheme, state)
  const own = steps.filter(({ dispatch }) => dispatch === undefined)
  const last = own.at(-1)!
  const outcome = scheme.order.stages.find(({ id, kind }) => kind === "end" && id === last.to)?.outcome
  const ended = outcome === undefined ? undefined : last.entry.on
  const entries = new Map(steps.map(({ deed, entry }) => [entry.id, { deed, entry }]))
  const readings = Result.getOrThrow(OrderClock.read(scheme, state, basis, now))
  return {
    requested: own[0]!.entry.on,
    ended,
    outcome,
    joined: state.joined,
    asksSolved: asks(scheme),
    done: [...entries.values()].flatMap(({ deed, entry }) =>
      deed === undefined
        ? []
        : [{ deed, on: entry.on, persons: deed === "serve" ? Number(entry.payload.fields.persons) : 0 }],
    ),
    clocks: readings.map(({ dispatch, limit, reading, run }) => ({
      limit,
      own: dispatch === undefined,
      began: run.started.on,
      stopped: run.ended?.on,
      deadline: dayOf(reading.deadline, basis),
      inHours: typeof reading.deadline === "number",
      late: reading.state === "late",
    })),
    answers: answersOf(scheme, state, outcome, ended),
    dispatches: ServiceOrder.dispatches(state).map(({ id }) => {
      const its = steps.filter(({ dispatch }) => dispatch === id)
      const end = its.at(-1)!
      const how = scheme.dispatch.stages.find((stage) => stage.kind === "end" && stage.id === end.to)?.outcome
      const made = its[0]!.entry.on
      if (how !== undefined) return { made, ended: end.entry.on, how }
      return { made, ended: ended === undefined ? undefined : CivilDate.max(ended, end.entry.on), how: "dropped" }
    }),
  }
}

const asks = ({ deeds: does, order: { moves } }: OrderScheme): boolean =>
  moves
    .filter(({ id }) => does[id] === "rate" || does[id] === "revisit")
    .some(({ needs, takes }) => needs.includes("solved") || takes?.includes("solved") === true)

const answersOf = (
  scheme: OrderScheme,
  { course }: ServiceOrder.State,
  outcome: string | undefined,
  ended: Day | undefined,
): ReadonlyArray<Answer> => {
  const answers: Array<Answer> = []
  for (const { attempt, entry } of Proceeding.history(course)) {
    const deed = scheme.deeds[entry.payload.move]
    if (deed !== "rate" && deed !== "revisit") continue
    const { rating, solved } = entry.payload.fields
    const level = scheme.ratings[String(rating)]!
    const by = deed === "rate" ? "requester" : "revisit"
    answers.push({
      on: entry.on,
      attempt,
      by,
      rating: level,
      solved: solved === undefined ? undefined : String(solved),
    })
  }
  const silent = answers.filter(({ attempt }) => attempt === course.attempt).length === 0
  if (outcome === "unanswered" && silent)
    answers.push({
      on: ended!,
      attempt: course.attempt,
      by: "lapse",
      rating: "unanswered",
      solved: asks(scheme) ? "unanswered" : undefined,
    })
  return answers
}

/** All counts of some orders, figure by figure. */
export const recount = (sheet: Sheet, notes: ReadonlyArray<Note>): Counts => {
  const { definition, period } = sheet
  const within = (day: Day | undefined): boolean => day !== undefined && day >= period.from && day < period.to
  const cut = cutOf(sheet)
  const by = (day: Day | undefined): boolean => day !== undefined && day <= cut
  const count = (holds: (note: Note) => boolean): number => notes.filter(holds).length
  const due = (note: Note) => dueClocks(sheet, note)
  const isClosed = (note: Note) => due(note).length > 0 && due(note).every(({ stopped }) => by(stopped))
  const toRespond = (note: Note) =>
    within(note.requested) && (definition.response.limit === undefined || answering(sheet, note) !== undefined)
  const responded = (note: Note) =>
    toRespond(note) && note.done.some(({ deed, on }) => definition.response.deeds.includes(deed) && by(on))
  const isDisposed = ({ ended, outcome }: Note) =>
    by(ended) && definition.disposals.outcomes.some((each) => each === outcome)
  const before = (note: Note) => note.requested < period.from
  const told = notes.flatMap((note) => answersIn(sheet, note, due(note).length > 0))
  return {
    ...none,
    received: count(({ requested }) => within(requested)),
    carriedIn: count((note) => before(note) && !(note.ended !== undefined && note.ended < period.from)),
    ended: count(({ ended }) => within(ended)),
    carriedOut: count(({ ended, requested }) => requested < period.to && !(ended !== undefined && ended < period.to)),
    undated: count((note) => {
      if (note.requested >= period.to || (note.ended !== undefined && note.ended < period.to)) return false
      const own = note.clocks.filter(({ began, limit, own }) => own && limit === sheet.scheme.due && began < period.to)
      const last = own[own.length - 1]
      if (last === undefined) return true
      const stands = last.stopped === undefined || last.stopped >= period.to
      return stands && last.deadline === undefined
    }),
    outcomes: per(outcomes, (key) => count(({ ended, outcome }) => within(ended) && outcome === key)),
    closings: count((note) => {
      const own = note.clocks.filter(({ limit, own }) => own && limit === sheet.scheme.due)
      return own.length === 0 ? within(note.ended) : own.some(({ stopped }) => within(stopped))
    }),
    due: count((note) => due(note).length > 0),
    closed: count(isClosed),
    closedInTime: count((note) => isClosed(note) && due(note).every(({ late }) => !late)),
    disposed: count((note) => isClosed(note) && isDisposed(note)),
    disposedInTime: count((note) => isClosed(note) && isDisposed(note) && due(note).every(({ late }) => !late)),
    overdueOpen: count((note) => due(note).some((clock) => !by(clock.stopped) && ranOut(clock, cut))),
    toRespond: count(toRespond),
    responded: count(responded),
    respondedInTime: count((note) => {
      const clock = answering(sheet, note)
      return responded(note) && (clock === undefined || (by(clock.stopped) && !clock.late))
    }),
    dispatches: per(none.dispatches, (key) => {
      const made = notes.flatMap(({ dispatches }) => dispatches).filter((each) => within(each.made))
      if (key === "made") return made.length
      return made.filter(({ ended, how }) => (key === "open" ? !by(ended) : by(ended) && how === key)).length
    }),
    ratings: per(ratings, (key) => told.filter(({ rating }) => rating === key).length),
    solutions: per(solutions, (key) => told.filter(({ solved }) => solved === key).length),
    deeds: per(
      deeds,
      (key) => notes.flatMap(({ done }) => done).filter(({ deed, on }) => deed === key && within(on)).length,
    ),
    persons: notes.flatMap(({ done }) => done).reduce((sum, { on, persons }) => sum + (within(on) ? persons : 0), 0),
  }
}

const per = <K extends string>(keys: Readonly<Record<K, unknown>>, count: (key: K) => number): Named<K> => {
  const sums: Partial<Named<K>> = {}
  for (const key in keys) sums[key] = count(key)
  return sums as Named<K>
}

const cutOf = ({ definition, now, period }: Sheet): Day =>
  definition.until === "moment" ? now.on : CivilDate.min(now.on, CivilDate.addDaysUnsafe(period.to, -1))

const answering = (sheet: Sheet, { clocks }: Note): Clock | undefined => {
  const { limit } = sheet.definition.response
  const its = clocks.filter((clock) => clock.limit === limit && clock.began <= cutOf(sheet))
  return its.find(({ own }) => own) ?? its[0]
}

/** By the end of a day a deadline in hours on it has run out, and one in days only the day after. */
export const ranOut = ({ deadline, inHours, late }: Clock, cut: Day): boolean =>
  late && deadline !== undefined && (inHours ? deadline <= cut : deadline < cut)

/** The clocks that make an order due; one that has none is a clock itself, which never runs out. */
const dueClocks = ({ definition, period, scheme }: Sheet, note: Note): ReadonlyArray<Clock> => {
  const started = note.clocks.filter(({ began, limit, own }) => own && limit === scheme.due && began < period.to)
  const itself: Clock = {
    limit: "",
    own: true,
    began: note.requested,
    stopped: note.ended,
    deadline: undefined,
    inHours: false,
    late: false,
  }
  if (note.requested >= period.to) return []
  const clocks = started.length > 0 ? started : [itself]
  const gone = ({ stopped }: Clock) => stopped !== undefined && stopped < period.from
  switch (definition.cohort) {
    case "deadline":
      return clocks.filter(({ deadline }) => deadline !== undefined && deadline >= period.from && deadline < period.to)
    case "deadlineOrOverdue":
      return clocks.filter(
        (clock) =>
          clock.deadline !== undefined && clock.deadline < period.to && !(clock.deadline < period.from && gone(clock)),
      )
    case "received":
      return note.requested >= period.from ? clocks : []
    case "load":
      return clocks.filter((clock) => !gone(clock))
  }
}

const answersIn = (
  sheet: Sheet,
  note: Note,
  isDue: boolean,
): ReadonlyArray<{ rating: string; solved: string | undefined }> => {
  const { definition, period } = sheet
  const silence = definition.answers.unanswered === "counted" && note.asksSolved ? "unanswered" : undefined
  const { from, of, take } = definition.answers
  const cut = cutOf(sheet)
  if (of === "due" && !isDue) return []
  const told = note.answers
    .filter(({ by }) => from.includes(by))
    .filter(({ on }) => (of === "due" ? on <= cut : on >= period.from && on < period.to))
  if (take === "every" || told.length === 0)
    return told.map(({ rating, solved }) => ({ rating, solved: solved ?? silence }))
  const attempt = Math.max(...told.map((answer) => answer.attempt))
  const final = told.filter((answer) => answer.attempt === attempt)
  const rated = final.filter(({ rating }) => rating !== "unanswered").at(-1)
  const solved = final.filter((answer) => answer.solved !== undefined && answer.solved !== "unanswered").at(-1)
  const asked = final.some((answer) => answer.solved === "unanswered")
  return [{ rating: rated?.rating ?? "unanswered", solved: solved?.solved ?? (asked ? "unanswered" : silence) }]
}

/** Whether an order is left after the exclusions, as it stood by the cut. */
export const isLeft = (sheet: Sheet, { done, ended, joined, outcome }: Note): boolean => {
  const { exclusions, until } = sheet.definition
  const cut = cutOf(sheet)
  if (ended !== undefined && ended <= cut) return !exclusions.some((excluded) => excluded === outcome)
  const merges = done.filter(({ deed, on }) => (deed === "merge" || deed === "separate") && on <= cut)
  const wasJoined = until === "moment" ? joined : merges[merges.length - 1]?.deed === "merge"
  return !(wasJoined && exclusions.includes("merged"))
}
