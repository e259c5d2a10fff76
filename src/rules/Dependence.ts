/**
 * Dependence (依赖关系): what a value rests on, and which way it moves with it.
 *
 * @since 0.1.0
 */

// ---------------------------------------------------------------- models

/** How a value moves when the numbers that it reads rise, the others kept. @internal */
export type Rise = "never" | "up" | "down" | "both"

/** What a value rests on: the details of each source; `null`: all of the source. `*` is whatever there is. @internal */
export type Reads = ReadonlyMap<string, ReadonlySet<string> | null>

// ---------------------------------------------------------------- operations

/** What rests on more than can be said. @internal */
export const EVERYTHING: Reads = /* @__PURE__ */ new Map([["*", null]])

/** @internal */
export const merged = (all: ReadonlyArray<Reads>): Reads => {
  const found = new Map<string, Set<string> | null>()
  for (const reads of all) {
    for (const [source, details] of reads) {
      const before = found.get(source)
      if (details === null || before === null) found.set(source, null)
      else if (before === undefined) found.set(source, new Set(details))
      else for (const detail of details) before.add(detail)
    }
  }
  return found
}

/** Whether no two read the same, so that each can be what it will whatever the others are. @internal */
export const isApart = (all: ReadonlyArray<Reads>): boolean => {
  const seen = new Map<string, Set<string> | null>()
  let isSome = false
  for (const reads of all) {
    if (isSome && reads.size > 0 && (reads.has("*") || seen.has("*"))) return false
    isSome = isSome || reads.size > 0
    for (const [source, details] of reads) {
      const before = seen.get(source)
      if (before !== undefined && (before === null || details === null)) return false
      if (details !== null && [...details].some((detail) => before?.has(detail))) return false
    }
    for (const [source, details] of reads) {
      const before = seen.get(source)
      if (details === null) seen.set(source, null)
      else seen.set(source, new Set([...(before ?? []), ...details]))
    }
  }
  return true
}

const FLIPPED: Readonly<Record<Rise, Rise>> = { never: "never", up: "down", down: "up", both: "both" }

/** How a value moves that moves in all of these ways at once. @internal */
export const joined = (all: ReadonlyArray<Rise>): Rise =>
  all.reduce<Rise>((a, b) => (a === "never" ? b : b === "never" || a === b ? a : "both"), "never")

/** How a value moves by way of another. @internal */
export const after = (outer: Rise, inner: Rise): Rise =>
  outer === "never" || inner === "never" ? "never" : outer === "both" ? "both" : outer === "up" ? inner : FLIPPED[inner]
