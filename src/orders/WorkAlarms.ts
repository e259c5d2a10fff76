/**
 * Alarms of how work was done (办理预警): within minutes, in the same words, at the end of the period, passed on, for nothing.
 *
 * @internal
 */
import * as Result from "effect/Result"
import { addMonths, type CivilDate, dayNumber, daysBetween } from "../foundation/CivilDate.js"
import * as Coordinate from "../foundation/Coordinate.js"
import * as Exact from "../foundation/Exact.js"
import * as Period from "../foundation/Period.js"
import { byText } from "../foundation/TextOrder.js"
import type { Actor } from "../process/Actor.js"
import type { Limit } from "../process/Limit.js"
import {
  bodiesKnown,
  bodiesOf,
  bodyOf,
  type Case,
  contactsOf,
  crowds,
  dispatchOf,
  type Event,
  type Facts,
  fieldOf,
  grouped,
  idsOf,
  type Raised,
  spanOf,
  type Work,
} from "./AlarmFacts.js"
import type { BurstRule, ComesBackRule, InstantRule, PassingRule, TemplateRule } from "./AlarmRule.js"
import { deedOf } from "./OrderScheme.js"
import type { Deed } from "./OrderTerm.js"

// ---------------------------------------------------------------- getters

/**
 * A text as it is compared with others: without spaces, punctuation, signs and digits, wide letters as narrow ones and
 * capitals as small ones. Numbers written in characters stay.
 */
export const bare = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}\p{N}\p{C}]/gu, "")

// ---------------------------------------------------------------- decisions

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Two events with less between them than a rule lets. */
export const instants = (rule: InstantRule, facts: Facts): ReadonlyArray<Raised> =>
  facts.cases.flatMap((of) =>
    spansOf(rule, of).flatMap(([first, last]) => {
      const span = spanOf(facts.evidence, first, last)
      if (span === undefined || !isTooShort(rule, facts, first, span)) return []
      const params = { from: rule.from, to: rule.to, seconds: Math.floor(span / SECOND) }
      return [{ subject: of.id, entries: [first.id, last.id], params }]
    }),
  )

const spansOf = (
  { from, to }: InstantRule,
  { closed, request, steps }: Case,
): ReadonlyArray<readonly [Event, Event]> => {
  if (to === "close") return request === undefined || closed === undefined ? [] : [[request, closed]]
  const [firsts, spans] = [new Map<string, Event>(), new Map<string, readonly [Event, Event]>()]
  for (const { deed, dispatch, entry } of steps) {
    if (dispatch === undefined) continue
    if (deed === from) firsts.set(dispatch, entry)
    const first = from === "request" ? request : firsts.get(dispatch)
    if (deed === "report" && first !== undefined && !spans.has(dispatch)) spans.set(dispatch, [first, entry])
  }
  return [...spans.values()]
}

const isTooShort = (
  { limit: id, minutes, share }: InstantRule,
  { evidence: { scheme } }: Facts,
  { on }: Event,
  span: number,
): boolean => {
  if (minutes !== undefined && span < minutes * MINUTE) return true
  const limit = [...scheme.order.limits, ...scheme.dispatch.limits].find((one) => one.id === id)
  if (limit === undefined || share === undefined) return false
  const allowed = Exact.multiply(Exact.integerUnsafe(lengthOf(limit, on)), Exact.parseUnsafe(share))
  return Exact.compare(Exact.integerUnsafe(span), allowed) < 0
}

/** The plain length of a limit in milliseconds, whatever days are free. */
const lengthOf = ({ amount, unit }: Limit, from: CivilDate): number => {
  switch (unit) {
    case "clockMinute":
      return amount * MINUTE
    case "clockHour":
    case "workingHour":
      return amount * HOUR
    case "calendarDay":
    case "workingDay":
      return amount * DAY
    case "month": {
      const end = addMonths(from, amount)
      return Result.isSuccess(end) ? daysBetween(from, end.success) * DAY : 0
    }
  }
}

/** One text of a result in many orders. No alarm repeats it. */
export const templates = (rule: TemplateRule, facts: Facts): ReadonlyArray<Raised> => {
  const known = new Map<string, string>()
  const textOf = ({ entry: { payload } }: Work): string => {
    const text = String(payload.fields.result ?? "")
    const kept = known.get(text) ?? bare(text)
    known.set(text, kept)
    return kept
  }
  const writer = (work: Work): string | undefined =>
    rule.by === "branch" ? bodyOf(work.of, "branch", work.dispatch) : work.entry.actor.person
  const keysOf = (work: Work): ReadonlyArray<string> => {
    const [by, text] = [writer(work), textOf(work)]
    return by === undefined || Array.from(text).length < rule.letters ? [] : [JSON.stringify([by, text])]
  }
  return [...grouped(facts.works, keysOf).values()].flatMap((works) => {
    if (works.length < rule.least) return []
    const counted = ({ dispatch, of }: Work): string =>
      JSON.stringify(rule.counts === "order" ? [of.id] : [of.id, dispatch])
    const window = { least: rule.least, within: rule.days - 1 }
    return crowds(works, ({ entry: { on } }) => dayNumber(on), counted, window).map(({ things }) => ({
      subject: writer(things[0]!)!,
      entries: idsOf(things.map(({ entry }) => entry)),
      params: { count: new Set(things.map(counted)).size, counts: rule.counts },
    }))
  })
}

interface Done {
  readonly body: string
  readonly entry: Event
}

/** More at the end of a period than a rule lets. */
export const bursts = (rule: BurstRule, facts: Facts): ReadonlyArray<Raised> => {
  const beyond = Exact.parseUnsafe(rule.beyond)
  const byPeriod = grouped(doneOf(rule, facts), ({ body, entry }) => [
    JSON.stringify([body, Period.key(entry.on, rule.per)]),
  ])
  return [...byPeriod.values()].flatMap((done) => {
    const [one] = done
    const period = one === undefined ? undefined : Period.containing(one.entry.on, rule.per)
    if (one === undefined || period === undefined || Result.isFailure(period)) return []
    const lastDay = Period.lastDay(period.success)
    const late = done.filter(({ entry: { on } }) => daysBetween(on, lastDay) < rule.lastDays)
    if (late.length < rule.least || Exact.compare(shareOf(late.length, done.length), beyond) <= 0) return []
    const params = {
      period: Period.text(period.success),
      days: rule.lastDays,
      deed: rule.deed,
      late: late.length,
      all: done.length,
    }
    return [{ subject: one.body, entries: idsOf(late.map(({ entry }) => entry)), params }]
  })
}

export const shareOf = (part: number, whole: number): Exact.Exact =>
  Exact.divideUnsafe(Exact.integerUnsafe(part), Exact.integerUnsafe(whole))

/** Each dispatch once, by its last report, or each order once, by its closing. */
const doneOf = ({ body: field, deed }: BurstRule, { cases, evidence, works }: Facts): ReadonlyArray<Done> => {
  if (deed === "close")
    return cases.flatMap((of) =>
      of.closed === undefined
        ? []
        : bodiesOf(evidence, of, field, of.state.course.attempt).map((body) => ({ body, entry: of.closed! })),
    )
  const last = new Map<string, Work>()
  for (const work of works)
    if (deedOf(evidence.scheme, work.entry.payload.move) === "report")
      last.set(JSON.stringify([work.of.id, work.dispatch]), work)
  return [...last.values()].flatMap(({ dispatch, entry, of }) => {
    const body = bodyOf(of, field, dispatch)
    return body === undefined ? [] : [{ body, entry }]
  })
}

interface Pass {
  readonly between: readonly [string, string]
  readonly entry: Event
}

/** An order that goes to and fro. */
export const passings = ({ least }: PassingRule, facts: Facts): ReadonlyArray<Raised> => {
  const known = bodiesKnown(facts)
  return facts.cases.flatMap((of) =>
    [...grouped(passesOf(of, known), ({ between }) => [JSON.stringify(between)]).values()]
      .filter((passes) => passes.length >= least)
      .map((passes) => {
        const [from, to] = passes[0]!.between
        const params = { from, to, count: passes.length }
        return { subject: of.id, entries: idsOf(passes.map(({ entry }) => entry)), params }
      }),
  )
}

const passesOf = (of: Case, known: ReadonlySet<string>): ReadonlyArray<Pass> => {
  const doers = new Map<string, string | undefined>()
  return of.steps.flatMap(({ deed, dispatch: id, entry }) => {
    if (id === undefined) return []
    if (deed === "takeOn") doers.set(id, entry.actor.body)
    const other = otherBody(of, known, deed, id, entry)
    if (other === undefined) return []
    const unit = dispatchOf(of.state, id)?.fields.unit
    const had = unit === undefined ? (doers.get(id) ?? bodyOrPost(entry.actor)) : String(unit)
    return [{ between: had < other ? ([had, other] as const) : ([other, had] as const), entry }]
  })
}

const bodyOrPost = ({ body, post }: Actor): string => body ?? post

/**
 * To whom an order is passed, or who takes it away; `undefined` where it is not passed on, or to nobody who is known: to whom
 * something belongs is written freely.
 */
const otherBody = (
  { state }: Case,
  known: ReadonlySet<string>,
  deed: Deed | undefined,
  id: string,
  entry: Event,
): string | undefined => {
  switch (deed) {
    case "giveBack":
      return bodyOrPost(dispatchOf(state, id)?.course.began?.actor ?? entry.actor)
    case "disown": {
      const body = String(entry.payload.fields.belongsTo ?? "").trim()
      return known.has(body) ? body : undefined
    }
    case "reassign":
      return bodyOrPost(entry.actor)
    default:
      return undefined
  }
}

/** The same from the same requester, told by the person or a contact, soon after it was closed. */
export const comebacks = ({ days }: ComesBackRule, { cases, evidence }: Facts): ReadonlyArray<Raised> => {
  const keysOf = (of: Case): ReadonlyArray<string> => {
    const asked = [fieldOf(of, "category"), fieldOf(of, "place")]
    if (asked.includes(undefined)) return []
    const people = of.requester === undefined ? [] : [["person", of.requester]]
    const known = [...people, ...contactsOf(evidence, of).map((contact) => ["contact", contact])]
    return known.map((mark) => JSON.stringify([...mark, ...asked]))
  }
  const latest = new Map<string, Return>()
  for (const same of grouped(cases, keysOf).values())
    for (const one of same.length < 2 ? [] : returning(same, days)) {
      const known = latest.get(one.id)
      if (known === undefined || Coordinate.order(known.before.entry, one.before.entry) < 0) latest.set(one.id, one)
    }
  return [...latest.values()].map(({ before, entry, id }) => ({
    subject: id,
    entries: [before.entry.id, entry.id],
    params: { earlier: before.id, days: daysBetween(before.entry.on, entry.on) },
  }))
}

interface Placed {
  readonly id: string
  readonly entry: Event
}

/** A request, and what was closed last before it. */
interface Return extends Placed {
  readonly before: Placed
}

const returning = (same: ReadonlyArray<Case>, days: number): ReadonlyArray<Return> => {
  const closings = same
    .flatMap(({ closed, id }) => (closed === undefined ? [] : [{ id, entry: closed }]))
    .sort((a, b) => Coordinate.order(a.entry, b.entry))
  const requests = same
    .flatMap(({ id, request }) => (request === undefined ? [] : [{ id, entry: request }]))
    .sort((a, b) => Coordinate.order(a.entry, b.entry) || byText(a.id, b.id))
  let next = 0
  return requests.flatMap(({ entry, id }) => {
    while (next < closings.length && Coordinate.order(closings[next]!.entry, entry) < 0) next++
    const before = closings[next - 1]
    if (before === undefined || daysBetween(before.entry.on, entry.on) > days) return []
    return [{ id, entry, before }]
  })
}
