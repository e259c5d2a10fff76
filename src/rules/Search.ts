/**
 * Search (求解): the least sets of things, each to be had so many times, that reach an end, by cost, then size, then name.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"

// ---------------------------------------------------------------- models

/**
 * A thing, how many of it there are, and what one costs; costs are not below nought. Items of one id are one thing on
 * several days: there are so many of them together. @internal
 */
export interface Item {
  readonly id: string
  readonly times: number
  readonly cost: Exact.Exact
}

/** How many of each item, in the order of the items. @internal */
export type Counts = ReadonlyArray<number>

/** @internal */
export interface Goal {
  /** Whether a set reaches the end. */
  readonly reaches: (counts: Counts) => boolean
  /** Whether some set may that has these and any of the others; true where it is not known. */
  readonly mayReach: (counts: Counts, others: Counts) => boolean
  /** Whether another trial is allowed. */
  readonly goesOn: () => boolean
}

/** The least sets found, in order, and whether there are no others: before the last of them, and at all. @internal */
export interface Least {
  readonly sets: ReadonlyArray<Counts>
  readonly isAll: boolean
  readonly isOut: boolean
}

interface Node {
  readonly counts: Counts
  /** Items before this one are not added to any more, so that each set comes up once. */
  readonly from: number
  readonly cost: Exact.Exact
  readonly size: number
  readonly name: string
}

// ---------------------------------------------------------------- getters

/** What a set costs. @internal */
export const costOf = (items: ReadonlyArray<Item>, counts: Counts): Exact.Exact =>
  Exact.sum(items.map(({ cost }, index) => Exact.multiply(cost, Exact.integerUnsafe(counts[index] ?? 0))))

/** @internal */
export const sizeOf = (counts: Counts): number => counts.reduce((sum, count) => sum + count, 0)

const nameOf = (items: ReadonlyArray<Item>, counts: Counts): string =>
  JSON.stringify(items.flatMap(({ id }, index) => Array.from({ length: counts[index] ?? 0 }, () => id)).sort())

const order = (a: Node, b: Node): number =>
  Exact.compare(a.cost, b.cost) || a.size - b.size || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)

/** How many of one thing, on whatever days. */
const totalOf = (items: ReadonlyArray<Item>, counts: Counts, id: string): number =>
  items.reduce((sum, item, index) => (item.id === id ? sum + (counts[index] ?? 0) : sum), 0)

const includes = (items: ReadonlyArray<Item>, counts: Counts, part: Counts): boolean =>
  items.every(({ id }) => totalOf(items, counts, id) >= totalOf(items, part, id))

/** All there is of everything, evenly over the days. @internal */
export const fullOf = (items: ReadonlyArray<Item>): Counts =>
  items.map(({ id, times }, index) => {
    const days = items.filter((item) => item.id === id).length
    const before = items.slice(0, index).filter((item) => item.id === id).length
    return Math.floor((times + days - 1 - before) / days)
  })

// ---------------------------------------------------------------- operations

/** A heap: the least node is taken first. */
const push = (heap: Array<Node>, node: Node): void => {
  heap.push(node)
  for (let at = heap.length - 1; at > 0; ) {
    const above = (at - 1) >> 1
    if (!swapped(heap, above, at)) return
    at = above
  }
}

const take = (heap: Array<Node>): Node | undefined => {
  const [first] = heap
  const last = heap.pop()
  if (last === undefined || heap.length === 0) return first
  heap[0] = last
  for (let at = 0; ; ) {
    const [left, right] = [2 * at + 1, 2 * at + 2]
    const [a, b] = [heap[left], heap[right]]
    if (a === undefined) return first
    const below = b !== undefined && order(b, a) < 0 ? right : left
    if (!swapped(heap, at, below)) return first
    at = below
  }
}

/** Puts the lesser of two nodes above the other. */
const swapped = (heap: Array<Node>, above: number, below: number): boolean => {
  const [a, b] = [heap[above], heap[below]]
  if (a === undefined || b === undefined || order(a, b) <= 0) return false
  heap[above] = b
  heap[below] = a
  return true
}

/** The sets with one more of an item, of those not passed by. */
const grown = (items: ReadonlyArray<Item>, { counts, from, cost, size }: Node): ReadonlyArray<Node> =>
  items.flatMap((item, index) => {
    if (index < from || totalOf(items, counts, item.id) >= item.times) return []
    const next = counts.map((other, at) => (at === index ? other + 1 : other))
    return [{ counts: next, from: index, cost: Exact.add(cost, item.cost), size: size + 1, name: nameOf(items, next) }]
  })

const rest = (items: ReadonlyArray<Item>, { counts, from }: Node): Counts =>
  items.map(({ id, times }, index) => (index < from ? 0 : times - totalOf(items, counts, id)))

// ---------------------------------------------------------------- decisions

/**
 * Up to so many least sets, in order. A set comes up after all of its parts, so that one that reaches the end and holds
 * none that does is least. @internal
 */
export const least = (items: ReadonlyArray<Item>, goal: Goal, most: number): Least => {
  const none = items.map(() => 0)
  const heap: Array<Node> = []
  push(heap, { counts: none, from: 0, cost: Exact.zero, size: 0, name: "[]" })
  const sets: Array<Counts> = []
  for (let node = take(heap); node !== undefined; node = take(heap)) {
    const { counts } = node
    if (sets.some((part) => includes(items, counts, part))) continue
    if (sets.length >= most) return { sets, isAll: false, isOut: false }
    if (!goal.goesOn()) return { sets, isAll: false, isOut: true }
    if (goal.reaches(counts)) sets.push(counts)
    else if (goal.mayReach(counts, rest(items, node))) for (const next of grown(items, node)) push(heap, next)
  }
  return { sets, isAll: true, isOut: false }
}

/** A set from which nothing can be left out, made from one that reaches the end: the dearest goes first. @internal */
export const lessened = (items: ReadonlyArray<Item>, full: Counts, goal: Goal): Counts | undefined => {
  const dearest = items
    .map((_, index) => index)
    .sort((a, b) => {
      const [left, right] = [items[a], items[b]]
      if (left === undefined || right === undefined) return 0
      return Exact.compare(right.cost, left.cost) || (left.id < right.id ? 1 : -1)
    })
  let counts = full
  for (let isLess = true; isLess; ) {
    isLess = false
    for (const index of dearest) {
      while ((counts[index] ?? 0) > 0) {
        if (!goal.goesOn()) return undefined
        const fewer = counts.map((count, at) => (at === index ? count - 1 : count))
        if (!goal.reaches(fewer)) break
        counts = fewer
        isLess = true
      }
    }
  }
  return counts
}
