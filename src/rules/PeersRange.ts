/**
 * The range over peers (同组对象的取值范围): means, sums, counts, the best, and places.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import { after, EVERYTHING, joined, merged } from "./Dependence.js"
import type { Peers } from "./Expression.js"
import { type Found, moved } from "./Found.js"
import * as Range from "./Range.js"
import { isSmall, leastCommon, shared } from "./SumRange.js"

// ---------------------------------------------------------------- operations

/** What peers have of a node together, or the place among them; of at most so many (`null`: any number). @internal */
export const of = (e: Peers, found: Found, keys: ReadonlyArray<Found>, population: number | null): Found => {
  const reads = merged([EVERYTHING, found.reads])
  const most = population === null ? null : Exact.integerUnsafe(population)
  const isOpen = e.ties.last === "meeting" || typeof e.ties.last === "object" || e.ties.method === "ordinal"
  const absences = new Set([...found.absences, "notApplicable" as const])
  const base = { ...found, reads, absences, open: true }
  switch (e.fold) {
    case "rank": {
      const step = e.ties.method === "average" ? Exact.divideUnsafe(Exact.one, Exact.integerUnsafe(2)) : Exact.one
      const range = { ...Range.lattice(Exact.one, most, step), fills: false }
      const reached = { min: true, max: most !== null && isWide(found.range) }
      const rises = after(e.best === "high" ? "down" : "up", found.rises)
      return {
        ...base,
        range: found.range === undefined ? undefined : { ...range, reached },
        conflicts: new Set([...found.conflicts, ...(isOpen ? ["rules.tieOpen"] : [])]),
        rises: keys.length > 0 ? joined(["both", rises]) : rises,
      }
    }
    case "count":
      return {
        ...base,
        absences: new Set(),
        range: Range.unsure(Range.lattice(Exact.zero, most, Exact.one)),
        rises: "never",
      }
    case "sum":
      return { ...base, absences: new Set(), range: gathered(found.range, population) }
    case "best":
      return moved(base, (range) => ({ ...range, fills: false }))
    case "mean":
      return moved(base, (range) => ({ ...Range.unsure(range), step: meanStep(range.step, population) }))
  }
}

const isWide = (range: Range.Range | undefined): boolean => range?.fills === true && !Range.isPoint(range)

const meanStep = (step: Exact.Exact | null, population: number | null): Exact.Exact | null =>
  population === null || !isSmall(population) ? null : shared(step, leastCommon(population))

/** The sum of none up to all. */
const gathered = (range: Range.Range | undefined, population: number | null): Range.Range => {
  if (range === undefined) return Range.zero
  const end = (q: Exact.Exact | null, sign: 1 | -1): Exact.Exact | null => {
    if (q !== null && Exact.sign(q) * sign <= 0) return Exact.zero
    return q === null || population === null ? null : Exact.multiply(q, Exact.integerUnsafe(population))
  }
  return Range.unsure({ ...range, min: end(range.min, -1), max: end(range.max, 1) })
}
