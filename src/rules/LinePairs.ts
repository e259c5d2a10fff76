/**
 * Pairs of lines (条目成对): which lines of one kind can fit one fact, found without comparing each with each, and what
 * their conditions ask.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import { type Box, type Boxes, meet } from "./Box.js"
import type { Act, When } from "./Expression.js"
import type * as Span from "./Span.js"
import { grouped, type Path } from "./World.js"

// ---------------------------------------------------------------- models

/** A line by its id, the alternatives of its condition, and a text that is the same for equal conditions. @internal */
export interface Entry {
  readonly id: string
  readonly boxes: Boxes
  readonly same: string
}

/** Two lines, in the order of their ids, and the alternatives in which both fit. @internal */
export interface Meeting {
  readonly first: string
  readonly second: string
  readonly boxes: ReadonlyArray<Box>
}

type Test = When["test"]

// ---------------------------------------------------------------- getters

/** Every condition of a sort inside a condition, with its path. */
const located = <T extends Test>(
  when: When,
  test: T,
  path: Path,
): ReadonlyArray<{ readonly when: Extract<When, { test: T }>; readonly path: Path }> => {
  if (when.test === test) return [{ when: when as Extract<When, { test: T }>, path }]
  switch (when.test) {
    case "not":
      return located(when.of, test, [...path, "of"])
    case "all":
    case "any":
    case "atLeast":
      return when.of.flatMap((part, index) => located(part, test, [...path, "of", index]))
    default:
      return []
  }
}

/** @internal */
export const leavesOf = <T extends Test>(when: When, test: T): ReadonlyArray<Extract<When, { test: T }>> =>
  located(when, test, []).map((one) => one.when)

/** All that a line asks of one sort, as one text. @internal */
export const testsOf = ({ when }: Act, test: Test): string =>
  when === undefined
    ? "[]"
    : JSON.stringify(
        leavesOf(when, test)
          .map((one) => JSON.stringify(one))
          .sort(),
      )

/** The fields of the fact that a line asks a span of, with their units. @internal */
export const fieldsOf = ({ when }: Act): ReadonlyArray<{ readonly field: string; readonly unit: string }> =>
  when === undefined
    ? []
    : leavesOf(when, "value").flatMap(({ e }) => (e.op === "field" ? [{ field: e.field, unit: e.domain.unit }] : []))

/** @internal */
export const isMeasured = (act: Act): boolean => fieldsOf(act).length > 0

/** What a line asks of numbers that no single fact says, as one text. @internal */
export const otherValues = ({ when }: Act): string => {
  if (when === undefined) return "[]"
  const others = leavesOf(when, "value").filter(({ e }) => e.op !== "field")
  return JSON.stringify(others.map((one) => JSON.stringify(one)).sort())
}

/**
 * The one span that a line asks of a field, with its place in the condition; nothing where it asks for several, or where
 * the span is one of several ways to fit. @internal
 */
export const spanOf = ({ when }: Act, field: string): { readonly on: Span.Span; readonly path: Path } | undefined => {
  const isOf = (one: When) => one.test === "value" && one.e.op === "field" && one.e.field === field
  const all = when === undefined ? [] : located(when, "value", []).filter((one) => isOf(one.when))
  const [only] = all
  if (when === undefined || only === undefined || all.length > 1) return undefined
  const isPlain = isConjunct(when, only.path)
  return isPlain ? { on: only.when.on, path: only.path } : undefined
}

/** Whether a place in a condition has to hold for the whole to hold. */
const isConjunct = (when: When, path: Path): boolean => {
  if (path.length === 0) return true
  const next = when.test === "all" ? when.of[Number(path[1])] : undefined
  return next !== undefined && isConjunct(next, path.slice(2))
}

// ---------------------------------------------------------------- operations

/** Lines of equal condition up to this many are compared each with each, more of them each with the next. */
const MOST_EQUAL = 16

/** A line is compared with so many others of its neighbourhood, and so many pairs of one kind are told. */
const [MOST_NEAR, MOST_PAIRS] = [128, 1024]

/**
 * All pairs that can meet. Lines of equal condition are one group; groups are sorted along the number and the tag that
 * most of them ask for, and only neighbours are compared. `isWhole` is false where there are too many to be told. @internal
 */
export const meetings = (
  entries: ReadonlyArray<Entry>,
): { readonly pairs: ReadonlyArray<Meeting>; readonly isWhole: boolean } => {
  const sorted = [...entries].sort(byId)
  const groups = [...grouped(sorted, ({ same }) => same).values()]
  const found = new Map<string, { first: string; second: string; boxes: Array<Box> }>()
  let isWhole = entries.every(({ boxes }) => boxes !== undefined)
  const add = (a: Entry, b: Entry, boxes: ReadonlyArray<Box>) => {
    if (found.size >= MOST_PAIRS) isWhole = false
    else {
      const [first, second] = byId(a, b) < 0 ? [a.id, b.id] : [b.id, a.id]
      const key = JSON.stringify([first, second])
      const pair = found.get(key) ?? { first, second, boxes: [] }
      pair.boxes.push(...boxes)
      found.set(key, pair)
    }
  }
  for (const group of groups) {
    for (const [index, one] of group.entries()) {
      const others = group.slice(index + 1, group.length > MOST_EQUAL ? index + 2 : undefined)
      if (one.boxes !== undefined && one.boxes.length > 0) for (const other of others) add(one, other, one.boxes)
    }
  }
  const { near, isAll } = neighbours(groups)
  for (const [left, right] of near) {
    const boxes = meet([left.box], [right.box]) ?? []
    if (boxes.length > 0) for (const a of few(left.group)) for (const b of few(right.group)) add(a, b, boxes)
  }
  return { pairs: [...found.values()].sort(byFirst), isWhole: isWhole && isAll }
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0

const byFirst = (a: Meeting, b: Meeting): number => {
  const [left, right] = [JSON.stringify([a.first, a.second]), JSON.stringify([b.first, b.second])]
  return left < right ? -1 : left > right ? 1 : 0
}

const few = (group: ReadonlyArray<Entry>): ReadonlyArray<Entry> =>
  group.length > MOST_EQUAL ? group.slice(0, 1) : group

interface Spot {
  readonly group: ReadonlyArray<Entry>
  readonly number: number
  readonly box: Box
}

/** Boxes of different groups that share a value of the commonest tag and lie over each other on the commonest number. */
const neighbours = (groups: ReadonlyArray<ReadonlyArray<Entry>>) => {
  const spots = groups.flatMap((group, number) => (group[0]?.boxes ?? []).map((box): Spot => ({ group, number, box })))
  const tag = commonest(
    spots.flatMap(({ box }) => [...box.tags].flatMap(([name, one]) => ("among" in one ? [name] : []))),
  )
  const axis = commonest(spots.flatMap(({ box }) => [...box.numbers.keys()]))
  const anywhere = spots.filter((spot) => valuesOf(spot, tag) === undefined)
  const byValue = new Map<string, Array<Spot>>()
  for (const spot of spots) {
    for (const value of valuesOf(spot, tag) ?? []) {
      const all = byValue.get(value)
      if (all === undefined) byValue.set(value, [spot])
      else all.push(spot)
    }
  }
  const near = new Map<string, readonly [Spot, Spot]>()
  const order = new Map(spots.map((spot, index) => [spot, index]))
  const add = (a: Spot, b: Spot) => near.set(`${order.get(a)} ${order.get(b)}`, [a, b])
  let isAll = sweep(anywhere, axis, add)
  if (byValue.size > 1 && anywhere.length > MOST_NEAR) isAll = false
  for (const own of byValue.values()) {
    const others = byValue.size > 1 ? anywhere.slice(0, MOST_NEAR) : anywhere
    isAll = sweep([...own, ...others], axis, add) && isAll
  }
  return { near: near.values(), isAll }
}

const commonest = (names: ReadonlyArray<string>): string | undefined =>
  [...grouped(names, (name) => name)].sort(
    ([a, left], [b, right]) => right.length - left.length || (a < b ? -1 : 1),
  )[0]?.[0]

const valuesOf = ({ box }: Spot, tag: string | undefined): ReadonlyArray<string> | undefined => {
  const texts = tag === undefined ? undefined : box.tags.get(tag)
  return texts !== undefined && "among" in texts ? texts.among : undefined
}

/** Each spot with those after it that begin before it ends; false where there were too many to look at all. */
const sweep = (bucket: ReadonlyArray<Spot>, axis: string | undefined, add: (a: Spot, b: Spot) => void): boolean => {
  const sorted = [...bucket].sort((a, b) => compareLow(lowOf(a, axis), lowOf(b, axis)) || a.number - b.number)
  let isAll = true
  for (const [index, one] of sorted.entries()) {
    const high = highOf(one, axis)
    for (let at = index + 1; at < sorted.length; at++) {
      const other = sorted[at]
      const low = other === undefined ? null : lowOf(other, axis)
      if (other === undefined || (high !== null && low !== null && Exact.compare(low, high) > 0)) break
      if (at > index + MOST_NEAR) {
        isAll = false
        break
      }
      if (other.number !== one.number) add(one, other)
    }
  }
  return isAll
}

const compareLow = (a: Exact.Exact | null, b: Exact.Exact | null): number =>
  a === null || b === null ? (a === b ? 0 : a === null ? -1 : 1) : Exact.compare(a, b)

const lowOf = ({ box }: Spot, axis: string | undefined): Exact.Exact | null => {
  const numbers = axis === undefined ? undefined : box.numbers.get(axis)
  return numbers?.is === "between" ? (numbers.low?.at ?? null) : null
}

const highOf = ({ box }: Spot, axis: string | undefined): Exact.Exact | null => {
  const numbers = axis === undefined ? undefined : box.numbers.get(axis)
  return numbers?.is === "between" ? (numbers.high?.at ?? null) : null
}
