/**
 * Extents (取值范围): what each node of a rulebook can come to, whatever the facts: its least and greatest number, the
 * lattice it lies on, how it can be absent and what conflicts it can raise.
 *
 * An extent is sound: no evaluation of somebody who is scored gives a known number outside it. It is exact where
 * `reached` says so. It is found from the declared domains alone, node by node, so that parts that read the same fact
 * are taken as if they did not.
 *
 * @since 0.1.0
 */
import type { Absence } from "../foundation/Absence.js"
import * as Exact from "../foundation/Exact.js"
import { pointer } from "../foundation/Fault.js"
import type { Period } from "../foundation/Period.js"
import type { Found } from "./Found.js"
import { everything } from "./NodeRange.js"
import type { Rulebook } from "./Rulebook.js"

// ---------------------------------------------------------------- models

/**
 * What is taken for given: the rated period, how many subjects there are at most and how many facts of one kind about one
 * subject (`null`: any number).
 *
 * @category models
 * @since 0.1.0
 */
export interface Given {
  readonly period: Period
  readonly population: number | null
  readonly facts: number | null
}

/**
 * How a value moves when the numbers that it reads rise, the others kept: not at all, never down, never up, or either way.
 *
 * @category models
 * @since 0.1.0
 */
export type Rise = "never" | "up" | "down" | "both"

/**
 * The extent of a node: the ends are `null` where there is none, `reached` says whether an end is a number that some
 * facts give. Every number of the node is a whole multiple of `step` (`null`: no such step is known). `numeric` is false
 * where it gives no number at all. `conflicts` are the codes of the conflicts that it can raise or pass on.
 *
 * @category models
 * @since 0.1.0
 */
export interface Extent {
  readonly numeric: boolean
  readonly min: Exact.Exact | null
  readonly max: Exact.Exact | null
  readonly step: Exact.Exact | null
  readonly reached: { readonly min: boolean; readonly max: boolean }
  /** Whether every multiple of the step from end to end is known to be attained. */
  readonly fills: boolean
  readonly absences: ReadonlyArray<Absence>
  readonly conflicts: ReadonlyArray<string>
  readonly mayConflict: boolean
  readonly rises: Rise
}

// ---------------------------------------------------------------- decisions

/**
 * The extent of every node of a rulebook's trees, by the pointer of its path.
 *
 * @example
 * ```ts
 * import { Exact, Period } from "dangjian/foundation"
 * import { Extent } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const given = { period: Period.yearUnsafe(2023), population: null, facts: null }
 * const total = Extent.of(WendengVillage.rulebook, given).get("total")
 * // the village rules bound neither bonuses nor deductions as a whole; small gifts give a tenth of a point
 * assert.deepEqual([total?.min, total?.max, total?.step && Exact.text(total.step)], [null, null, "0.1"])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const of = (book: Rulebook, given: Given): ReadonlyMap<string, Extent> => {
  const notes = new Map<string, Extent>()
  everything(book, given, (path, found) => {
    notes.set(pointer(path), published(found))
  })
  return notes
}

const published = ({ range, absences, conflicts, rises }: Found): Extent => ({
  numeric: range !== undefined,
  min: range?.min ?? null,
  max: range?.max ?? null,
  step: range?.step == null || Exact.sign(range.step) > 0 ? (range?.step ?? null) : Exact.one,
  reached: range?.reached ?? { min: false, max: false },
  fills: range?.fills ?? false,
  absences: [...absences].sort(),
  conflicts: [...conflicts].sort(),
  mayConflict: conflicts.size > 0,
  rises,
})
