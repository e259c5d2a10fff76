/**
 * Rows of a grid in time: each stands from one day on and up to, but without, another, and two of one id may follow each
 * other.
 *
 * @since 0.1.0
 */
import * as CivilDate from "../foundation/CivilDate.js"
import { type Fault, make as fault } from "../foundation/Fault.js"

// ---------------------------------------------------------------- models

/** A row: its id, its days, and the cell in which it lies or to which it belongs. @internal */
export interface Row {
  readonly id: string
  readonly from: CivilDate.CivilDate
  readonly to?: CivilDate.CivilDate
  readonly within?: string
  readonly cell?: string
}

/** The rows of a day in the order of their ids, one of each, and where each stands in its list. @internal */
export interface Standing<R> {
  readonly rows: ReadonlyArray<R>
  readonly at: ReadonlyArray<number>
}

// ---------------------------------------------------------------- errors

/** What can be wrong with rows of one list. @internal */
export type RowFault = Fault<"grid.twice" | "grid.twoPlaces" | "grid.emptySpan">

// ---------------------------------------------------------------- getters

/** The rows that stand on a day; of two that contradict each other the same one in whatever order they come. @internal */
export const standing = <R extends Row>(list: ReadonlyArray<R>, on: CivilDate.CivilDate): Standing<R> => {
  const best = new Map<string, number>()
  for (const [index, row] of list.entries()) {
    if (row.from > on || (row.to !== undefined && row.to <= on)) continue
    const before = best.get(row.id)
    if (before === undefined || JSON.stringify(row) < JSON.stringify(list[before])) best.set(row.id, index)
  }
  const at = [...best].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, index]) => index)
  return { rows: at.map((index) => list[index] as R), at }
}

// ---------------------------------------------------------------- decisions

/** Ids that two rows have at one time, and rows that stand on no day, each at its index. @internal */
export const faults = (list: ReadonlyArray<Row>): ReadonlyArray<RowFault> => {
  const found: Array<RowFault> = []
  const byId = new Map<string, Array<number>>()
  for (const [index, { id, from, to }] of list.entries()) {
    if (to !== undefined && to <= from) found.push(fault("grid.emptySpan", { id, from, to }, [index]))
    const same = byId.get(id)
    if (same === undefined) byId.set(id, [index])
    else same.push(index)
  }
  for (const [id, places] of byId) {
    if (places.length < 2) continue
    const spans = places.map((index) => ({ index, own: placeOf(list[index]), ...(list[index] as Row) })).sort(byFrom)
    let [end, place, at] = ["", "", 0]
    for (const { index, own, from, to = OPEN } of spans) {
      if (to <= from) continue
      if (from < end) found.push(twice(id, place, own, Math.max(at, index)))
      if (to > end) [end, place, at] = [to, own, index]
    }
  }
  return found.sort((a, b) => Number(a.path[0]) - Number(b.path[0]))
}

/** Where a row says it belongs: the cell within which it lies or to which it belongs. */
const placeOf = (row: Row | undefined): string => row?.within ?? row?.cell ?? ""

const twice = (id: string, one: string, other: string, index: number): RowFault =>
  one === other ? fault("grid.twice", { id }, [index]) : fault("grid.twoPlaces", { id, one, other }, [index])

/** Later than every day, as texts compare. */
const OPEN = "~"

type Spanned = Row & { readonly index: number; readonly own: string }

const byFrom = (a: Spanned, b: Spanned): number =>
  CivilDate.compare(a.from, b.from) || (a.own < b.own ? -1 : a.own > b.own ? 1 : a.index - b.index)
