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
    return happened.flatMap((one) => {
      const early = firsts.flatMap(({ firstFor, sequence: { later } }) => {
        const first = one.deed !== undefined && later.includes(one.deed) ? firstFor(one) : undefined
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

/** What has to come first for an event of an order: in its own dispatch, where it is done with one, else in the order. */
const firstOf = ({ first }: Sequence, happened: ReadonlyArray<Happened>): ((one: Happened) => Happened | undefined) => {
  let ofOrder: Happened | undefined
  const ofDispatch = new Map<string, Happened>()
  for (const one of happened) {
    if (one.deed === undefined || !first.includes(one.deed)) continue
    ofOrder ??= one
    if (one.dispatch !== undefined && !ofDispatch.has(one.dispatch)) ofDispatch.set(one.dispatch, one)
  }
  return ({ dispatch }) => (dispatch !== undefined && ofDispatch.size > 0 ? ofDispatch.get(dispatch) : ofOrder)
}
