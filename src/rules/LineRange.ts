/**
 * The range of lines (记分条目的取值范围): what a node of acts can come to under its caps.
 *
 * What lines give and what they take are looked at apart, each as a distance from nought: caps on the one say nothing of
 * the other, and a cap on the net bounds both.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import type { Acts, Cap } from "./Expression.js"
import * as Range from "./Range.js"
import { SPANS } from "./Structure.js"
import type { Spans } from "./Windows.js"

// ---------------------------------------------------------------- models

/** What a range of lines is found from: `facts`: at most so many of a kind (`null`: any number). @internal */
export interface Given {
  readonly node: Acts
  /** What one line of each act can ask for, a repetition included. */
  readonly lines: ReadonlyArray<Range.Range>
  readonly spans: Spans
  readonly facts: number | null
  /** Of which acts a line can be had with any worth of its range, whatever other lines there are. */
  readonly isFree: (index: number) => boolean
}

/** The most that lines come to; `null`: without bound. @internal */
export interface Most {
  readonly most: Exact.Exact | null
  readonly reached: boolean
}

type Bound = Exact.Exact | null
type Side = "gives" | "takes"

/** A cap as it stands on one side: no more than `most` in each span, and `lift` at least once there is a line. */
interface Hold {
  readonly cap: Cap
  readonly most: Bound
  readonly lift: Bound
}

interface Group {
  readonly of: ReadonlySet<string>
  /** The most in one span of a kind. */
  readonly most: (per: Cap["per"]) => Bound
  readonly reached: boolean
}

// ---------------------------------------------------------------- getters

/** What one line of each act can ask for, from what one can be worth. @internal */
export const requested = (node: Acts, worths: ReadonlyArray<Range.Range | undefined>): ReadonlyArray<Range.Range> =>
  node.acts.map(({ repeat }, index) => {
    const worth = worths[index] ?? Range.zero
    const again = repeat === undefined ? [] : [Range.scale(Exact.parseUnsafe(repeat.times), worth)]
    return Range.hull([worth, ...again]) ?? worth
  })

// ---------------------------------------------------------------- operations

/** The range of a node of acts in a window. @internal */
export const of = (given: Given): Range.Range => {
  const { node, lines } = given
  const [gives, takes] = [mostOf(given, "gives", node.caps), mostOf(given, "takes", node.caps)]
  return {
    min: takes.most === null ? null : Exact.negate(takes.most),
    max: gives.most,
    step: Range.common([...lines.map(({ step }) => step), ...node.caps.flatMap(boundsOf).map(Range.size)]),
    reached: { min: takes.most !== null && takes.reached, max: gives.most !== null && gives.reached },
    fills: false,
  }
}

/** What lies in one span of a cap before the cap holds it, on one side. @internal */
export const inside = (given: Given, cap: Cap, side: Side): Most => {
  const order = innerFirst(given.node.caps)
  const before = order.slice(0, order.indexOf(cap))
  const ids = new Set(cap.of)
  const groups = grouped(given, side, before).filter(({ of: own }) => [...own].some((id) => ids.has(id)))
  const ends = groups.map((one) => one.most(cap.per))
  const most = cap.per === "line" ? widest(ends) : total(ends)
  return { most, reached: groups.every(({ reached }) => reached) }
}

const widest = (ends: ReadonlyArray<Bound>): Bound =>
  ends.includes(null) ? null : ends.reduce<Exact.Exact>((a, b) => Exact.max(a, b ?? a), Exact.zero)

/** Caps nest or stand apart; those over fewer lines, gross before net and narrower before wider, come first. @internal */
export const innerFirst = (caps: ReadonlyArray<Cap>): ReadonlyArray<Cap> => {
  const rank = ({ on, per }: Cap) => (on === "net" ? SPANS.length : 0) + SPANS.indexOf(per)
  return [...caps].sort((a, b) => a.of.length - b.of.length || rank(a) - rank(b))
}

const boundsOf = ({ min, max }: Cap): ReadonlyArray<Exact.Exact> =>
  [min, max].flatMap((q) => (q === undefined ? [] : [Exact.parseUnsafe(q)]))

const mostOf = (given: Given, side: Side, caps: ReadonlyArray<Cap>): Most => {
  const groups = grouped(given, side, caps)
  return { most: total(groups.map(({ most }) => most("period"))), reached: groups.every(({ reached }) => reached) }
}

const grouped = (given: Given, side: Side, caps: ReadonlyArray<Cap>): ReadonlyArray<Group> => {
  const { node } = given
  const spans: Spans = node.validity.length === 0 ? given.spans : { count: endless, isWhole: (per) => per === "period" }
  const holds = innerFirst(caps).flatMap((cap) => holdOf(cap, side))
  const lined = heldLines(given, side, holds)
  const home = new Map<string, Group>()
  for (const [index, { id }] of node.acts.entries()) {
    const line = lined[index]
    if (line !== undefined) home.set(id, single(id, line, given))
  }
  for (const hold of holds.filter(({ cap }) => cap.per !== "line")) {
    const held = capped(hold, [...new Set(hold.cap.of.flatMap((id) => home.get(id) ?? []))], spans)
    for (const id of held.of) home.set(id, held)
  }
  return [...new Set(home.values())]
}

/** With a table of validity, lines of any number of earlier spans may still count. */
const endless = (per: Cap["per"]): number => (per === "period" ? 1 : Number.POSITIVE_INFINITY)

const holdOf = (cap: Cap, side: Side): ReadonlyArray<Hold> => {
  const [floor, roof] = [cap.min, cap.max].map((q) => (q === undefined ? null : Exact.parseUnsafe(q)))
  const less = (q: Bound | undefined): Bound => (q === undefined || q === null ? null : Exact.negate(q))
  if (cap.on === (side === "gives" ? "malus" : "bonus")) return []
  if (side === "gives") return [{ cap, most: roof ?? null, lift: cap.on === "net" ? (floor ?? null) : null }]
  return [{ cap, most: less(floor), lift: cap.on === "net" ? less(roof) : null }]
}

interface Line {
  readonly end: Bound
  readonly reached: boolean
}

/** What a line of each act comes to on one side, behind the caps on single lines. */
const heldLines = ({ lines, isFree, node }: Given, side: Side, holds: ReadonlyArray<Hold>): ReadonlyArray<Line> => {
  const isAlone = node.suspensions.length === 0 && node.validity.length === 0
  const ends = lines.map((range, index): Line => {
    const turned = side === "gives" ? range : Range.scale(minusOne, range)
    return { end: turned.max, reached: turned.reached.max && isFree(index) && isAlone }
  })
  const held = new Map(node.acts.map(({ id }, index) => [id, ends[index] ?? { end: null, reached: false }]))
  for (const { cap, most, lift } of holds.filter((hold) => hold.cap.per === "line")) {
    for (const id of cap.of) {
      const line = held.get(id)
      if (line === undefined) continue
      const lifted = lift === null || line.end === null ? line.end : Exact.max(line.end, lift)
      const end = lesser(lifted, most)
      held.set(id, { end, reached: line.reached || (line.end === null && end !== null && isAlone) })
    }
  }
  return node.acts.map(({ id }) => held.get(id) ?? { end: null, reached: false })
}

const minusOne = /* @__PURE__ */ Exact.negate(Exact.one)

const single = (id: string, { end, reached }: Line, { facts }: Given): Group => {
  const isNothing = end !== null && Exact.sign(end) <= 0
  return {
    of: new Set([id]),
    most: (per) => {
      if (isNothing) return Exact.zero
      if (end === null || per === "line") return end
      return facts === null ? null : Exact.multiply(Exact.integerUnsafe(facts), end)
    },
    reached: isNothing || (facts === null && reached),
  }
}

const total = (all: ReadonlyArray<Bound>): Bound => (all.includes(null) ? null : Exact.sum(all.flatMap((q) => q ?? [])))

const lesser = (a: Bound, b: Bound): Bound => (a === null ? b : b === null ? a : Exact.min(a, b))

/** A group of lines behind a cap: in each of its spans no more than its bound, and no more than what lies in it. */
const capped = ({ cap, most, lift }: Hold, parts: ReadonlyArray<Group>, spans: Spans): Group => {
  const of = new Set(parts.flatMap(({ of: own }) => [...own]))
  const content = (per: Cap["per"]): Bound => total(parts.map((part) => part.most(per)))
  if (of.size > cap.of.length) return { of, most: content, reached: false }
  const isLifted = lift !== null && Exact.sign(lift) > 0
  const inOne = lesser(most, content(cap.per))
  const one = inOne === null ? null : Exact.max(Exact.zero, isLifted ? Exact.max(inOne, lift) : inOne)
  return {
    of,
    most: (per) => {
      if (SPANS.indexOf(per) < SPANS.indexOf(cap.per)) return isLifted ? null : content(per)
      const spread = times(one, per === cap.per ? 1 : Math.min(spans.count(cap.per), spansIn(cap.per, per)))
      return isLifted ? spread : lesser(spread, content(per))
    },
    reached: parts.every(({ reached }) => reached) && spans.isWhole(cap.per) && !isLifted,
  }
}

const times = (q: Bound, count: number): Bound => {
  if (q !== null && Exact.sign(q) === 0) return q
  return q === null || !Number.isFinite(count) ? null : Exact.multiply(q, Exact.integerUnsafe(count))
}

const MONTHS = { month: 1, quarter: 3, half: 6, year: 12 } as const

/** How many spans of one kind lie in one of a wider kind. */
const spansIn = (narrow: Cap["per"], wide: Cap["per"]): number =>
  narrow === "line" || narrow === "period" || wide === "line" || wide === "period"
    ? Number.POSITIVE_INFINITY
    : Math.max(1, MONTHS[wide] / MONTHS[narrow])
