/**
 * Placing (排名): who stands before whom among peers, by value, tie keys and what comes last.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Exact from "../foundation/Exact.js"
import type { Read } from "./Condition.js"
import * as Draw from "./Draw.js"
import type { Ties } from "./Expression.js"
import * as Precedence from "./Precedence.js"
import * as Value from "./Value.js"
import { ofPeer, own, type Path, type Scope } from "./World.js"

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

/** The classes of equals, best first; nothing where a value or tie key is not yet known. @internal */
export const classes = (
  entrants: ReadonlyArray<Entrant>,
  best: "high" | "low",
  ties: Ties,
  path: Path,
  read: Read,
): ReadonlyArray<ReadonlyArray<Entrant>> | undefined =>
  classesBy(entrants.map((entrant) => ({ entrant, keys: keysOf(entrant, best, ties, path, read) })))

interface Keyed {
  readonly entrant: Entrant
  readonly keys: ReadonlyArray<Part>
}

const classesBy = (all: ReadonlyArray<Keyed>): ReadonlyArray<ReadonlyArray<Entrant>> | undefined => {
  if (all.some(({ keys }) => keys.some(isOpen))) return undefined
  const known = all.map(({ entrant, keys }) => ({ id: entrant.id, of: entrant, keys: keys.map(settled) }))
  return Precedence.classes(known, []).map((group) => group.map(({ of }) => of))
}

/** One key of an entrant, turned so that less is better; an absence or conflict has none and counts behind numbers. */
type Part = Value.Numeric | string | null

const isOpen = (part: Part | undefined): part is Value.Between =>
  typeof part === "object" && part !== null && part.is === "between"

const settled = (part: Part): Precedence.Key => (part === null || typeof part === "string" ? part : Value.low(part))

const comparePart = (a: Part, b: Part | undefined): number => Precedence.compareKeys(settled(a), settled(b ?? null), 1)

const keysOf = (one: Entrant, best: "high" | "low", ties: Ties, path: Path, read: Read): ReadonlyArray<Part> => [
  oriented(one.value, best),
  ...ties.keys.map(({ e, best: better }, index) => {
    const at = [...path, "ties", "keys", index, "e"]
    return oriented(
      ofPeer(at, one.scope, () => read(e, one.scope, at)),
      better,
    )
  }),
  drawn(ties, one.scope),
]

const oriented = (value: Value.Value, best: "high" | "low"): Part =>
  !Value.isNumeric(value) ? null : best === "high" ? Value.scale(minusOne, value) : value

const minusOne = /* @__PURE__ */ Exact.negate(Exact.one)

/** The draw: whose digest of the published seed and own id is least comes first; anyone can recompute it. */
const drawn = (ties: Ties, { world, subject }: Scope): string => {
  const seed = typeof ties.last === "object" ? own(world.seeds, ties.last.draw) : undefined
  return seed === undefined ? "" : Result.getOrElse(Draw.lot(seed, subject.id), () => "")
}

/** Whether equals that are left have yet to be settled by people. @internal */
export const leavesOpen = (ties: Ties, scope: Scope): boolean =>
  ties.last === "meeting" || (typeof ties.last === "object" && drawn(ties, scope) === "")

/** The place of every entrant. @internal */
export const places = (
  entrants: ReadonlyArray<Entrant>,
  best: "high" | "low",
  ties: Ties,
  path: Path,
  read: Read,
): ReadonlyArray<Place> => {
  const all = entrants.map((entrant) => ({ entrant, keys: keysOf(entrant, best, ties, path, read) }))
  const groups = classesBy(all)
  if (groups === undefined) {
    const why = [...new Set(all.flatMap(({ keys }) => keys.flatMap((key) => (isOpen(key) ? key.because : []))))]
    return all.map((one) => possible(one, all, ties.method, why))
  }
  let before = 0
  return groups.flatMap((group, index) => {
    const size = group.length
    const ahead = before
    before += size
    return group.map((one, at) => ({
      id: one.id,
      value: Value.known(Precedence.placeOf(ties.method, { before: ahead, size, index, at })),
      tied: size,
      open: size > 1 && (ties.method === "ordinal" || leavesOpen(ties, one.scope)),
    }))
  })
}

/** While values are unknown: behind all who are certainly better, at worst behind all who may be as good. */
const possible = (one: Keyed, all: ReadonlyArray<Keyed>, method: Ties["method"], why: ReadonlyArray<string>): Place => {
  const ahead = all.filter((other) => isCertainlyBefore(other.keys, one.keys)).length
  const behind = all.filter((other) => isCertainlyBefore(one.keys, other.keys)).length
  const first = method === "dense" ? Math.min(ahead, 1) : ahead
  const value = Value.between(Exact.integerUnsafe(first + 1), Exact.integerUnsafe(all.length - behind), why)
  return { id: one.entrant.id, value, tied: 1, open: false }
}

/** Key by key; the first that is not certainly equal decides, if it is certain. */
const isCertainlyBefore = (a: ReadonlyArray<Part>, b: ReadonlyArray<Part>): boolean => {
  for (const [index, part] of a.entries()) {
    const other = b[index]
    if (!isOpen(part) && !isOpen(other)) {
      const order = comparePart(part, other)
      if (order !== 0) return order < 0
    } else if (part === null || typeof other !== "object" || other === null) return part !== null
    else if (typeof part === "object") {
      const [worst, best] = [Value.high(part), Value.low(other)]
      return worst !== null && best !== null && Exact.compare(worst, best) < 0
    }
  }
  return false
}
