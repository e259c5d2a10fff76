/**
 * What is found of a node (节点求得的范围): its range, how it can be absent, what conflicts it can raise, what it rests on.
 *
 * @since 0.1.0
 */
import type { Absence } from "../foundation/Absence.js"
import { isApart, joined, merged, type Reads, type Rise } from "./Dependence.js"
import * as Range from "./Range.js"

// ---------------------------------------------------------------- models

/** What is found of a node in a window; `open`: it may be an interval. @internal */
export interface Found {
  readonly range: Range.Range | undefined
  readonly absences: ReadonlySet<Absence>
  readonly conflicts: ReadonlySet<string>
  readonly open: boolean
  readonly rises: Rise
  readonly reads: Reads
}

// ---------------------------------------------------------------- constructors

/** What gives no number. @internal */
export const nothing: Found = {
  range: undefined,
  absences: /* @__PURE__ */ new Set(),
  conflicts: /* @__PURE__ */ new Set(),
  open: false,
  rises: "never",
  reads: /* @__PURE__ */ new Map(),
}

// ---------------------------------------------------------------- operations

/** @internal */
export const moved = (found: Found, to: (range: Range.Range) => Range.Range): Found => ({
  ...found,
  range: found.range === undefined ? undefined : to(found.range),
})

/** Parts that are all needed: the whole is as absent and as contradictory as any of them. @internal */
export const several = (
  parts: ReadonlyArray<Found>,
  of: (ranges: ReadonlyArray<Range.Range>) => Range.Range,
  rises: Rise = joined(parts.map((part) => part.rises)),
): Found => {
  const ranges = parts.flatMap(({ range }) => (range === undefined ? [] : [range]))
  const reads = parts.map((part) => part.reads)
  const range = ranges.length < parts.length ? undefined : of(ranges)
  return {
    range: range === undefined || isApart(reads) ? range : Range.unsure(range),
    absences: new Set(parts.flatMap(({ absences }) => [...absences])),
    conflicts: new Set(parts.flatMap(({ conflicts }) => [...conflicts])),
    open: parts.some(({ open }) => open),
    rises,
    reads: merged(reads),
  }
}
