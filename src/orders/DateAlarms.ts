/**
 * Alarms of when events are said to have been (时间预警): days that cannot be, and time that runs backwards. They are looked up
 * before a replay, which puts such events aside.
 *
 * @internal
 */
import * as Result from "effect/Result"
import { type CivilDate, daysBetween } from "../foundation/CivilDate.js"
import * as Coordinate from "../foundation/Coordinate.js"
import { type Happened, idsOf, type Raised } from "./AlarmFacts.js"
import type { BackwardsRule, DateRule, Sequence } from "./AlarmRule.js"
import { type Deed, openings } from "./OrderTerm.js"

// ---------------------------------------------------------------- decisions

type Orders = ReadonlyArray<ReadonlyArray<Happened>>

/** Events on days that cannot be. */
export const impossible = (rule: DateRule, orders: Orders): ReadonlyArray<Raised> =>
  orders.flat().flatMap(({ entry, order }) => {
    const recorded = Coordinate.dayOf(entry.recordedAt, rule.offsetMinutes)
    const day = Result.isSuccess(recorded) ? recorded.success : undefined
    if (day !== undefined && isPossible(rule, entry.on, day)) return []
    return [{ subject: order, entries: [entry.id], params: { on: entry.on, recorded: day ?? entry.recordedAt } }]
  })

const isPossible = ({ ahead, earliest, latest }: DateRule, on: CivilDate, recorded: CivilDate): boolean => {
  if (earliest !== undefined && (on < earliest || recorded < earliest)) return false
  if (latest !== undefined && (on > latest || recorded > latest)) return false
  return ahead === undefined || on <= recorded || daysBetween(recorded, on) <= ahead
}

/** Events that lie before one that has to come first. */
export const turned = ({ sequences }: BackwardsRule, orders: Orders): ReadonlyArray<Raised> =>
  orders.flatMap((happened) => {
    const firsts = sequences.map((sequence) => ({ sequence, firstFor: firstOf(sequence, happened) }))
    return happened.flatMap((one, index) => {
      const early = firsts.flatMap(({ firstFor, sequence: { later } }) => {
        const first = one.deed !== undefined && later.includes(one.deed) ? firstFor(one, index) : undefined
        return first !== undefined && isBefore(one, first) ? [first] : []
      })
      const [first] = early
      if (first === undefined) return []
      const entries = idsOf([...early, one].map(({ entry }) => entry))
      return [{ subject: one.order, entries, params: { first: first.deed ?? "", later: one.deed ?? "" } }]
    })
  })

const isBefore = ({ entry: a }: Happened, { entry: b }: Happened): boolean =>
  a.on < b.on || (a.on === b.on && a.recordedAt < b.recordedAt)

type FirstFor = (one: Happened, index: number) => Happened | undefined

/** What has to come first for an event of an order: in its own dispatch, where it is done with one, else in the order. */
const firstOf = ({ first }: Sequence, happened: ReadonlyArray<Happened>): FirstFor => {
  const ofDispatch = new Map<string, Happened>()
  for (const one of happened)
    if (isOf(first, one) && one.dispatch !== undefined && !ofDispatch.has(one.dispatch))
      ofDispatch.set(one.dispatch, one)
  const opening = happened.find((one) => isOf(first, one) && isOf(openings, one))
  const next = nextOf(first, happened)
  return ({ dispatch }, index) => {
    if (dispatch !== undefined && ofDispatch.size > 0) return ofDispatch.get(dispatch)
    return opening ?? next[index]
  }
}

const isOf = (deeds: ReadonlyArray<Deed | undefined>, { deed }: Happened): boolean =>
  deed !== undefined && deeds.includes(deed)

/**
 * For each event of an order the next one of those that have to come first, where none came before it since the last rework;
 * what was done while the order was merged, and what came before or after that, is not held against each other.
 */
const nextOf = (first: ReadonlyArray<Deed>, happened: ReadonlyArray<Happened>): ReadonlyArray<Happened | undefined> => {
  const next: Array<Happened | undefined> = []
  let coming: Happened | undefined
  for (const one of happened.toReversed()) {
    if (isOf(PARTS, one)) coming = undefined
    if (isOf(first, one)) coming = one
    next.push(coming)
  }
  next.reverse()
  let isThere = false
  return happened.map((one, index) => {
    if (one.deed === "rework") isThere = false
    if (isOf(first, one)) isThere = true
    return isThere ? undefined : next[index]
  })
}

const PARTS: ReadonlyArray<Deed> = ["merge", "separate"]
