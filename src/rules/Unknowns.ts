import * as Exact from "../foundation/Exact.js"
import { pointer } from "../foundation/Fault.js"
import { axisOf, type Boxes, boxesAgainst, boxesOf, meet } from "./Box.js"
import type { BadgeCount, Case, Expression, Peers, Sum } from "./Expression.js"
import type { Extent } from "./Extent.js"
import * as Range from "./Range.js"
import type { Rulebook } from "./Rulebook.js"
import { type Located, nodesOf } from "./Structure.js"
import type { Slot, Term } from "./Term.js"
import type * as Trial from "./Trial.js"

// ---------------------------------------------------------------- models

/** A book with what is known of it. @internal */
export interface Ground {
  readonly book: Rulebook
  readonly context: Trial.Context
  readonly extents: ReadonlyMap<string, Extent>
  readonly pathOf: (e: Expression) => string
  readonly nodeAt: (pointer: string) => Located | undefined
}

/** A number that a search may choose; `rests`: it is nought unless it has to be more. @internal */
export interface Unknown {
  readonly key: string
  readonly e: Expression
  readonly slot: Slot
  readonly rests: boolean
}

/**
 * Unknowns by their axis, while terms are made. `isPartial`: there is more in the world than the terms say (others,
 * absences), so that nothing is impossible because they do not give it. @internal
 */
export interface Sheet {
  readonly unknowns: Array<Unknown>
  readonly index: Map<string, number>
  isPartial: boolean
  /** A node that is taken as an unknown itself. */
  readonly whole?: Expression
}

/** Which row of a table is taken (the number of rows: none of them), and how many badges are held. @internal */
export type Picks = ReadonlyMap<Expression, number>

// ---------------------------------------------------------------- constructors

/** @internal */
export const ground = (book: Rulebook, context: Trial.Context, extents: ReadonlyMap<string, Extent>): Ground => {
  const paths = new Map(context.nodes.map(({ e, path }) => [e, path]))
  const places = new Map(context.nodes.map((node) => [pointer(node.path), node]))
  return { book, context, extents, pathOf: (e) => pointer(paths.get(e) ?? []), nodeAt: (at) => places.get(at) }
}

/** @internal */
export const sheet = (whole?: Expression): Sheet => ({
  unknowns: [],
  index: new Map(),
  isPartial: false,
  ...(whole === undefined ? {} : { whole }),
})

const number = (q: Exact.Exact): Term => ({ is: "number", q })

/** An expression as a term; nothing where it is not made of numbers that facts about one person give. @internal */
export const term = (e: Expression, from: Ground, picks: Picks, into: Sheet): Term | undefined => {
  const next = (part: Expression) => term(part, from, picks, into)
  if (e === into.whole) return unknown(e, from, into)
  switch (e.op) {
    case "const":
      return number(Exact.parseUnsafe(e.q))
    case "ref": {
      const node = from.context.reading.node(e.to)
      return node === undefined ? undefined : next(node)
    }
    case "fact":
    case "param":
    case "result":
    case "acts":
    case "over":
    case "field":
      return unknown(e, from, into)
    case "sum":
      return sum(e, next, into)
    case "min":
    case "max": {
      const of = e.of.flatMap((part) => next(part) ?? [])
      return of.length < e.of.length ? undefined : { is: e.op, of }
    }
    case "times": {
      const [a, b] = [next(e.by), next(e.e)]
      return a === undefined || b === undefined ? undefined : { is: "times", a, b }
    }
    case "ratio": {
      const [num, den] = [next(e.num), next(e.den)]
      const empty = typeof e.empty === "string" ? undefined : Exact.parseUnsafe(e.empty.value)
      return num === undefined || den === undefined ? undefined : { is: "ratio", num, den, empty }
    }
    case "curve": {
      const of = next(e.of)
      return of === undefined ? undefined : { is: "curve", of, pieces: e.pieces }
    }
    case "round": {
      const inner = next(e.e)
      return inner === undefined ? undefined : { is: "round", e: inner, mode: e.mode, step: Exact.parseUnsafe(e.step) }
    }
    case "peers":
      into.isPartial = true
      return e.fold === "rank" || e.fold === "count" ? number(Exact.one) : next(e.e)
    case "case": {
      const row = e.rows[picks.get(e) ?? e.rows.length]
      return row === undefined ? (e.otherwise === null ? undefined : next(e.otherwise)) : next(row.gives)
    }
    case "badges": {
      const count = picks.get(e)
      into.isPartial = true
      return count === undefined ? undefined : number(Exact.integerUnsafe(count))
    }
    default:
      return undefined
  }
}

const sum = (e: Sum, next: (part: Expression) => Term | undefined, into: Sheet): Term | undefined => {
  if (e.absent !== undefined && Object.keys(e.absent).length > 0) into.isPartial = true
  const parts = e.of.map((part) => next(part.e))
  const of = parts.flatMap((part, index) =>
    part === undefined ? [] : [{ w: Exact.parseUnsafe(e.of[index]?.w ?? "1"), e: part }],
  )
  return of.length < parts.length ? undefined : { is: "sum", of }
}

const unknown = (e: Expression, from: Ground, into: Sheet): Term | undefined => {
  const key = axisOf(e)
  const known = into.index.get(key)
  if (known !== undefined) return { is: "unknown", at: known }
  const slot = slotOf(e, from)
  if (slot === undefined) return undefined
  const at = into.unknowns.length
  const rests = e.op === "acts" || (e.op === "fact" && (e.take === "count" || e.take === "sum"))
  into.unknowns.push({ key, e, slot, rests })
  into.index.set(key, at)
  return { is: "unknown", at }
}

const slotOf = (e: Expression, { extents, pathOf }: Ground): Slot | undefined => {
  const extent = extents.get(pathOf(e))
  if (extent?.numeric === true && extent.step !== null) return { min: extent.min, max: extent.max, step: extent.step }
  if (!("domain" in e)) return undefined
  const [min, max] = [e.domain.min, e.domain.max].map((q) => (q === null ? null : Exact.parseUnsafe(q)))
  return { min: min ?? null, max: max ?? null, step: Exact.parseUnsafe(e.domain.step) }
}

// ---------------------------------------------------------------- getters

/** More ways through tables than this are not tried. */
const MOST_PICKS = 32

/**
 * The ways through the tables that an expression reads, each with the conditions under which it is taken; `isWhole`: there
 * are no others. Of badges only the first so many are tried. @internal
 */
export const ways = (
  all: ReadonlyArray<Expression>,
  { book: { badges }, context: { reading } }: Ground,
): { readonly all: ReadonlyArray<{ readonly picks: Picks; readonly boxes: Boxes }>; readonly isWhole: boolean } => {
  let found: ReadonlyArray<{ readonly picks: Picks; readonly boxes: Boxes }> = [
    { picks: new Map(), boxes: boxesOf(undefined, reading) },
  ]
  let isWhole = true
  for (const e of tablesIn(all, reading.node)) {
    const grown = found.flatMap(({ picks, boxes }) =>
      options(e).map((row) => ({ picks: new Map([...picks, [e, row]]), boxes: meet(boxes, boxesOfPick(e, row)) })),
    )
    isWhole = isWhole && grown.length <= MOST_PICKS && e.op !== "badges" && areApart(e)
    found = grown.slice(0, MOST_PICKS)
  }
  return { all: found.filter(({ boxes }) => boxes?.length !== 0), isWhole }

  function boxesOfPick(e: Case | BadgeCount, pick: number): Boxes {
    if (e.op === "badges") {
      return badges
        .map(({ when }, index) => (index < pick ? boxesOf(when, reading) : boxesAgainst(when, reading)))
        .reduce(meet, boxesOf(undefined, reading))
    }
    const others = e.rows.filter(({ gives }, index) => index !== pick && !isSame(gives, e.rows[pick]?.gives))
    const own = e.rows[pick] === undefined ? boxesOf(undefined, reading) : boxesOf(e.rows[pick].when, reading)
    return others.map(({ when }) => boxesAgainst(when, reading)).reduce(meet, own)
  }

  /** Whether no two rows that differ can hold together, so that one row at a time is all there is. */
  function areApart({ rows }: Case): boolean {
    if (rows.length > MOST_PICKS) return false
    const boxes = rows.map(({ when }) => boxesOf(when, reading))
    return rows.every(({ gives }, index) =>
      rows.slice(0, index).every((row, at) => isSame(row.gives, gives) || meet(boxes[at], boxes[index])?.length === 0),
    )
  }

  function options(e: Case | BadgeCount): ReadonlyArray<number> {
    if (e.op === "badges") return [...badges.keys(), badges.length]
    return [...(e.otherwise === null ? [] : [e.rows.length]), ...e.rows.keys()].slice(0, MOST_PICKS + 1)
  }
}

const isSame = (a: Expression, b: Expression | undefined): boolean => b !== undefined && axisOf(a) === axisOf(b)

/** The tables that are read with the book's own facts, behind references too. */
const tablesIn = (
  all: ReadonlyArray<Expression>,
  node: (id: string) => Expression | undefined,
): ReadonlySet<Case | BadgeCount> => {
  const found = new Set<Case | BadgeCount>()
  const seen = new Set<string>()
  const look = (e: Expression): void => {
    for (const { e: part, inside } of nodesOf(e, [])) {
      if ((part.op === "case" || part.op === "badges") && inside === "book") found.add(part)
      if (part.op !== "ref" || seen.has(part.to)) continue
      seen.add(part.to)
      const to = node(part.to)
      if (to !== undefined) look(to)
    }
  }
  for (const e of all) look(e)
  return found
}

/** The place among peers that an expression is, behind references and rounding. @internal */
export const placeIn = (e: Expression, from: Ground): Peers | undefined => {
  if (e.op === "peers") return e.fold === "rank" ? e : undefined
  if (e.op === "round") return placeIn(e.e, from)
  const node = e.op === "ref" ? from.context.reading.node(e.to) : undefined
  return node === undefined ? undefined : placeIn(node, from)
}

// ---------------------------------------------------------------- operations

/** What the score can come to behind its effects and its rounding; nothing where it is no number. @internal */
export const scoreRange = (from: Ground): Range.Range | undefined => {
  const { book, extents } = from
  const total = extents.get("total")
  if (total?.numeric !== true) return undefined
  const does = book.effects.flatMap(({ does: own, repair }) => [own, ...(repair === undefined ? [] : [repair.does])])
  const taken = does.flatMap((one) =>
    typeof one === "object" && "deduct" in one ? [Exact.parseUnsafe(one.deduct)] : [],
  )
  const all = Exact.sum(taken)
  const less = total.min === null ? null : Exact.subtract(total.min, all)
  const isZeroed = does.includes("zero")
  const range: Range.Range = {
    min: less !== null && isZeroed ? Exact.min(less, Exact.zero) : less,
    max: total.max,
    step: Range.common([total.step, ...taken]),
    reached: { min: total.reached.min && does.length === 0, max: total.reached.max },
    fills: total.fills && does.length === 0,
  }
  const { round, quantum } = book.score
  return round === "exact" ? range : Range.round(range, round, Exact.parseUnsafe(quantum))
}
