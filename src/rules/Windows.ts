/**
 * Windows (考核时段): how many calendar spans lie in a period, and which of its parts differ in that.
 *
 * @since 0.1.0
 */
import * as CivilDate from "../foundation/CivilDate.js"
import * as Period from "../foundation/Period.js"
import type { Cap } from "./Expression.js"

// ---------------------------------------------------------------- models

/** How many spans of a kind lie in a window, and whether each of them lies in it whole. @internal */
export interface Spans {
  readonly count: (per: Cap["per"]) => number
  readonly isWhole: (per: Cap["per"]) => boolean
}

// ---------------------------------------------------------------- getters

const MONTHS: Readonly<Record<Period.Per, number>> = { month: 1, quarter: 3, half: 6, year: 12 }

/** How many calendar spans a period touches. @internal */
export const spansIn = ({ from, to }: Period.Period, per: Period.Per): number => {
  const ordinal = (day: CivilDate.CivilDate) =>
    Math.floor((CivilDate.year(day) * 12 + CivilDate.month(day) - 1) / MONTHS[per])
  return ordinal(CivilDate.addDaysUnsafe(to, -1)) - ordinal(from) + 1
}

const isWhole = (window: Period.Period, per: Period.Per): boolean =>
  CivilDate.day(window.from) === 1 &&
  CivilDate.day(window.to) === 1 &&
  spansIn(window, per) * MONTHS[per] === spansIn(window, "month")

const PERS: ReadonlyArray<Period.Per> = ["month", "quarter", "half", "year"]

/** The parts of periods, one of each shape: they differ in how many spans lie in them, and whether whole. @internal */
export const parts = (all: ReadonlyArray<Period.Period>, each: Period.Per): ReadonlyArray<Period.Period> => {
  const shapes = new Map<string, Period.Period>()
  for (const part of all.flatMap((one) => Period.split(one, each))) {
    const shape = JSON.stringify(PERS.map((per) => [spansIn(part, per), isWhole(part, per)]))
    if (!shapes.has(shape)) shapes.set(shape, part)
  }
  return [...shapes.values()]
}

/** What lines summed in a period see of its spans. @internal */
export const spansOf = (window: Period.Period): Spans => ({
  count: (per) => (per === "period" ? 1 : per === "line" ? Number.POSITIVE_INFINITY : spansIn(window, per)),
  isWhole: (per) => per === "period" || (per !== "line" && isWhole(window, per)),
})
