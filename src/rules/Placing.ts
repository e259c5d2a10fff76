/**
 * Placing (排名): who stands before whom among peers, by value, tie keys and what comes last.
 *
 * @since 0.1.0
 */
import * as Digest from "../foundation/Digest.js"
import * as Exact from "../foundation/Exact.js"
import type { Read } from "./Condition.js"
import type { Ties } from "./Expression.js"
import * as Value from "./Value.js"
import type { Path, Scope } from "./World.js"

// ---------------------------------------------------------------- models

/** One who is placed: what is compared, and the scope its tie keys are read in. @internal */
export interface Entrant {
  readonly id: string
  readonly value: Value.Numeric
  readonly scope: Scope
}

/** A place: exact, or from–to while values are unknown. `open`: a meeting or a missing seed has yet to settle it. @internal */
export interface Place {
  readonly id: string
  readonly value: Value.Numeric
  readonly tied: number
  readonly open: boolean
}

// ---------------------------------------------------------------- operations

/** The classes of equals, best first, for entrants whose values are all known. @internal */
export const classes = (
  entrants: ReadonlyArray<Entrant>,
  best: "high" | "low",
  ties: Ties,
  path: Path,
  read: Read,
): ReadonlyArray<ReadonlyArray<Entrant>> => {
  const keys = new Map(entrants.map((one) => [one.id, keysOf(one, best, ties, path, read)]))
  const compare = (a: Entrant, b: Entrant): number => {
    const [left = [], right = []] = [keys.get(a.id), keys.get(b.id)]
    for (const [index, key] of left.entries()) {
      const order = comparePart(key, right[index])
      if (order !== 0) return order
    }
    return 0
  }
  const sorted = [...entrants].sort((a, b) => compare(a, b) || (a.id < b.id ? -1 : 1))
  const groups: Array<Array<Entrant>> = []
  for (const one of sorted) {
    const last = groups.at(-1)
    if (last?.[0] !== undefined && compare(last[0], one) === 0) last.push(one)
    else groups.push([one])
  }
  return groups
}

type Part = Exact.Exact | string | null

/** What is not known counts behind what is. */
const comparePart = (a: Part, b: Part | undefined): number => {
  if (a === null || b === null || b === undefined) return a === b ? 0 : a === null ? 1 : -1
  if (typeof a === "string" || typeof b === "string") return a === b ? 0 : String(a) < String(b) ? -1 : 1
  return Exact.compare(a, b)
}

const keysOf = (one: Entrant, best: "high" | "low", ties: Ties, path: Path, read: Read): ReadonlyArray<Part> => [
  oriented(one.value, best),
  ...ties.keys.map((key, index) => oriented(read(key.e, one.scope, [...path, "ties", "keys", index, "e"]), key.best)),
  drawn(one, ties),
]

const oriented = (value: Value.Value, best: "high" | "low"): Part =>
  value.is !== "known" ? null : best === "high" ? Exact.negate(value.q) : value.q

/** The draw: whose digest of the published seed and own id is least comes first; anyone can recompute it. */
const drawn = (one: Entrant, ties: Ties): Part => {
  if (typeof ties.last !== "object") return ""
  const seed = one.scope.world.seeds[ties.last.draw]
  return seed === undefined ? "" : Digest.ofUnsafe({ seed, subject: one.id })
}

/** Whether equals that are left have yet to be settled by people. @internal */
export const leavesOpen = (ties: Ties, scope: Scope): boolean =>
  ties.last === "meeting" || (typeof ties.last === "object" && scope.world.seeds[ties.last.draw] === undefined)

/** The place of every entrant. @internal */
export const places = (
  entrants: ReadonlyArray<Entrant>,
  best: "high" | "low",
  ties: Ties,
  path: Path,
  read: Read,
): ReadonlyArray<Place> => {
  const unknown = entrants.some(({ value }) => value.is === "between")
  if (unknown) return entrants.map((one) => possible(one, entrants, best, ties.method))
  let before = 0
  return classes(entrants, best, ties, path, read).flatMap((group, index) => {
    const place = placeOf(ties.method, before, group.length, index)
    before += group.length
    return group.map((one) => ({
      id: one.id,
      value: Value.known(place),
      tied: group.length,
      open: group.length > 1 && leavesOpen(ties, one.scope),
    }))
  })
}

const placeOf = (method: Ties["method"], before: number, size: number, index: number): Exact.Exact => {
  switch (method) {
    case "min":
      return Exact.integerUnsafe(before + 1)
    case "max":
      return Exact.integerUnsafe(before + size)
    case "dense":
      return Exact.integerUnsafe(index + 1)
    case "average":
      return Exact.divideUnsafe(Exact.integerUnsafe(2 * before + size + 1), Exact.integerUnsafe(2))
  }
}

/** While values are unknown: behind all who are certainly better, at worst behind all who may be as good. */
const possible = (
  one: Entrant,
  entrants: ReadonlyArray<Entrant>,
  best: "high" | "low",
  method: Ties["method"],
): Place => {
  const others = entrants.filter(({ id }) => id !== one.id)
  const ahead = others.filter(({ value }) => certainlyBetter(value, one.value, best)).length
  const behind = others.filter(({ value }) => certainlyBetter(one.value, value, best)).length
  const first = method === "dense" ? Math.min(ahead, 1) : ahead
  const why = entrants.flatMap(({ value }) => Value.because(value))
  const value = Value.between(Exact.integerUnsafe(first + 1), Exact.integerUnsafe(entrants.length - behind), why)
  return { id: one.id, value, tied: 1, open: false }
}

const certainlyBetter = (a: Value.Numeric, b: Value.Numeric, best: "high" | "low"): boolean => {
  const [better, worse] = best === "high" ? [Value.low(a), Value.high(b)] : [Value.low(b), Value.high(a)]
  return (
    better !== null &&
    worse !== null &&
    (best === "high" ? Exact.compare(better, worse) > 0 : Exact.compare(worse, better) < 0)
  )
}
