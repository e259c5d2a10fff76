/**
 * Forests (树状结构): things of which each stands under one other at most, laid out so that a whole subtree is one run of
 * places.
 *
 * Supervision, administrative units and service grids are three graphs with things of their own; what they share is the
 * shape, which is here. Nothing is recursive, so that a chain of a hundred thousand is no deeper than a list.
 *
 * @since 0.1.0
 */
import { type Fault, make as fault } from "../foundation/Fault.js"

// ---------------------------------------------------------------- models

/**
 * A forest: the things in the order of a walk that comes to each before what stands under it, siblings by id. `places` is
 * the place of each id; `above` the place of the one it stands under, or -1; `sizes` how many places its subtree takes,
 * itself included; `depths` how many stand above it. `cut` are those that name one they stand under and were cut from it, since
 * it is not there or stands under them.
 *
 * @category models
 * @since 0.1.0
 */
export interface Forest<N> {
  readonly nodes: ReadonlyArray<N>
  readonly ids: ReadonlyArray<string>
  readonly places: ReadonlyMap<string, number>
  readonly above: ReadonlyArray<number> | Int32Array
  readonly sizes: ReadonlyArray<number> | Int32Array
  readonly depths: ReadonlyArray<number> | Int32Array
  readonly cut: ReadonlySet<string>
}

/**
 * How a row says who it is and whom it stands under; and what it holds as text, by which one of two rows with one id and
 * one parent is chosen, whichever comes first.
 *
 * @category models
 * @since 0.1.0
 */
export interface Shape<N> {
  readonly id: (node: N) => string
  readonly parent: (node: N) => string | undefined
  readonly content?: (node: N) => string
}

/**
 * What rows come to: the forest of what is sound, and everything wrong with them.
 *
 * @category models
 * @since 0.1.0
 */
export interface Built<N> {
  readonly forest: Forest<N>
  readonly faults: ReadonlyArray<ForestFault>
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with rows: an id that stands twice, one that stands under two others, one that stands under what is
 * not there, and ids that stand under one another in a ring. The path of each is the index of its row.
 *
 * @category errors
 * @since 0.1.0
 */
export type ForestFault = Fault<"forest.twice" | "forest.twoParents" | "forest.noSuchParent" | "forest.ring">

// ---------------------------------------------------------------- constructors

/**
 * The forest of rows in any order, and all that is wrong with them at once.
 *
 * **Details**
 *
 * Nothing is lost: of rows with one id the one under the least parent stands, a row under what is not there becomes a
 * root, and a ring is cut above the least id in it. So the order of rows changes nothing but the places of faults. Linear
 * in the rows, but for sorting ids that do not come in order.
 *
 * @example
 * ```ts
 * import { Forest } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const rows = [ // made up; the parent stands later in the file
 *   { id: "branch-1", under: "town" },
 *   { id: "town", under: undefined },
 *   { id: "branch-2", under: "nowhere" },
 * ]
 * const { forest, faults } = Forest.build(rows, { id: ({ id }) => id, parent: ({ under }) => under })
 * assert.deepEqual(Forest.descendants(forest, "town").map(({ id }) => id), ["branch-1"])
 * assert.deepEqual(faults.map(({ code, path }) => [code, ...path]), [["forest.noSuchParent", 2]])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const build = <N>(rows: ReadonlyArray<N>, shape: Shape<N>): Built<N> => {
  const faults: Array<ForestFault> = []
  const kept = distinct(rows, shape, faults)
  const above = parents(rows, kept, shape, faults)
  cutRings(kept, above, faults)
  faults.sort((a, b) => Number(a.path[0]) - Number(b.path[0]))
  const loose = faults.filter(({ code }) => code === "forest.noSuchParent" || code === "forest.ring")
  const cut = new Set(loose.map(({ path }) => shape.id(rows[Number(path[0])] as N)))
  return { forest: { ...laidOut(rows, kept, above), cut }, faults }
}

/** The rows that stand, in the order of their ids, and the place of each id among them. */
interface Kept {
  readonly rows: ReadonlyArray<number>
  readonly ids: ReadonlyArray<string>
  readonly places: ReadonlyMap<string, number>
}

const distinct = <N>(rows: ReadonlyArray<N>, shape: Shape<N>, faults: Array<ForestFault>): Kept => {
  const { id } = shape
  const chosen = new Map<string, number>()
  const repeats: Array<number> = []
  for (let index = 0; index < rows.length; index++) {
    const own = id(rows[index] as N)
    const before = chosen.get(own)
    if (before === undefined) chosen.set(own, index)
    else if (precedes(rows[index] as N, rows[before] as N, shape)) {
      chosen.set(own, index)
      repeats.push(before)
    } else repeats.push(index)
  }
  for (const index of repeats) faults.push(repeated(rows, index, shape, chosen))
  const ids = [...chosen.keys()]
  if (!isSorted(ids)) ids.sort()
  const places = new Map<string, number>()
  const kept: Array<number> = []
  for (const own of ids) {
    places.set(own, kept.length)
    kept.push(chosen.get(own) as number)
  }
  return { rows: kept, ids, places }
}

/** Whether a row goes before another of its id: one under something before one under nothing, then by text. */
const precedes = <N>(row: N, other: N, { parent, content }: Shape<N>): boolean => {
  const [one, two] = [parent(row), parent(other)]
  if (one !== two) return one !== undefined && (two === undefined || one < two)
  return content !== undefined && content(row) < content(other)
}

const repeated = <N>(
  rows: ReadonlyArray<N>,
  index: number,
  { id, parent }: Shape<N>,
  chosen: ReadonlyMap<string, number>,
): ForestFault => {
  const own = id(rows[index] as N)
  const first = chosen.get(own) as number
  const [one, other] = [parent(rows[first] as N), parent(rows[index] as N)]
  return one === other
    ? fault("forest.twice", { id: own, first }, [index])
    : fault("forest.twoParents", { id: own, first, one: one ?? "", other: other ?? "" }, [index])
}

const isSorted = (ids: ReadonlyArray<string>): boolean => {
  for (let index = 1; index < ids.length; index++) if ((ids[index - 1] as string) > (ids[index] as string)) return false
  return true
}

const parents = <N>(
  rows: ReadonlyArray<N>,
  { rows: kept, ids, places }: Kept,
  { parent }: Shape<N>,
  faults: Array<ForestFault>,
): Int32Array => {
  const above = new Int32Array(kept.length).fill(-1)
  for (let place = 0; place < kept.length; place++) {
    const index = kept[place] as number
    const over = parent(rows[index] as N)
    if (over === undefined) continue
    const found = places.get(over)
    if (found === undefined) {
      faults.push(fault("forest.noSuchParent", { id: ids[place] as string, parent: over }, [index]))
    } else above[place] = found
  }
  return above
}

/** How many ids of a ring a fault names. */
const NAMED = 8

/** Finds each ring once, names it, and cuts it above its least id, which is the one with the least place. */
const cutRings = ({ rows, ids }: Kept, above: Int32Array, faults: Array<ForestFault>): void => {
  const seenIn = new Int32Array(above.length)
  for (let start = 0; start < above.length; start++) {
    let place = start
    while (place !== -1 && seenIn[place] === 0) {
      seenIn[place] = start + 1
      place = above[place] as number
    }
    if (place === -1 || seenIn[place] !== start + 1) continue
    const ring = [place]
    for (let next = above[place] as number; next !== place; next = above[next] as number) ring.push(next)
    const least = ring.reduce((a, b) => Math.min(a, b))
    const turned = [...ring.slice(ring.indexOf(least)), ...ring.slice(0, ring.indexOf(least))]
    const members = turned.slice(0, NAMED).map((one) => ids[one])
    const more = ring.length > NAMED ? "…" : ""
    faults.push(
      fault("forest.ring", { members: `${members.join("→")}${more}`, count: ring.length }, [rows[least] as number]),
    )
    above[least] = -1
  }
}

const laidOut = <N>(rows: ReadonlyArray<N>, { rows: kept, ids }: Kept, above: Int32Array): Omit<Forest<N>, "cut"> => {
  const count = kept.length
  const [firstBelow, nextBeside] = [new Int32Array(count).fill(-1), new Int32Array(count).fill(-1)]
  let firstRoot = -1
  for (let place = count - 1; place >= 0; place--) {
    const over = above[place] as number
    if (over === -1) {
      nextBeside[place] = firstRoot
      firstRoot = place
    } else {
      nextBeside[place] = firstBelow[over] as number
      firstBelow[over] = place
    }
  }
  const [order, moved, depths] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)]
  const [over, sizes] = [new Int32Array(count), new Int32Array(count).fill(1)]
  let [next, place] = [0, firstRoot]
  const stack: Array<number> = []
  while (place !== -1) {
    const parent = above[place] as number
    order[next] = place
    moved[place] = next
    over[next] = parent === -1 ? -1 : (moved[parent] as number)
    depths[next] = parent === -1 ? 0 : (depths[moved[parent] as number] as number) + 1
    next++
    const [below, beside] = [firstBelow[place] as number, nextBeside[place] as number]
    if (below !== -1) {
      if (beside !== -1) stack.push(beside)
      place = below
    } else place = beside !== -1 ? beside : (stack.pop() ?? -1)
  }
  for (let at = count - 1; at >= 0; at--) {
    const parent = over[at] as number
    if (parent !== -1) sizes[parent] = (sizes[parent] as number) + (sizes[at] as number)
  }
  const [nodes, walked, places] = [new Array<N>(count), new Array<string>(count), new Map<string, number>()]
  for (let at = 0; at < count; at++) {
    const from = order[at] as number
    nodes[at] = rows[kept[from] as number] as N
    walked[at] = ids[from] as string
    places.set(ids[from] as string, at)
  }
  return { nodes, ids: walked, places, above: over, sizes, depths }
}

// ---------------------------------------------------------------- guards

/**
 * Whether one stands anywhere under another, or is it.
 *
 * @example
 * ```ts
 * import { Forest } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const rows = [["town", undefined], ["village", "town"], ["branch", "village"]] as const // made up
 * const { forest } = Forest.build(rows, { id: ([id]) => id, parent: ([, over]) => over })
 * assert.equal(Forest.isWithin(forest, "branch", "town"), true)
 * assert.equal(Forest.isWithin(forest, "town", "branch"), false)
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const isWithin = <N>({ places, sizes }: Forest<N>, id: string, of: string): boolean => {
  const [place, top] = [places.get(id), places.get(of)]
  return place !== undefined && top !== undefined && top <= place && place < top + (sizes[top] as number)
}

// ---------------------------------------------------------------- getters

/**
 * The thing of an id.
 *
 * @example
 * ```ts
 * import { Forest } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const { forest } = Forest.build([{ id: "town" }], { id: ({ id }) => id, parent: () => undefined })
 * assert.deepEqual(Forest.get(forest, "town"), { id: "town" })
 * assert.equal(Forest.get(forest, "nowhere"), undefined)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const get = <N>({ nodes, places }: Forest<N>, id: string): N | undefined => {
  const place = places.get(id)
  return place === undefined ? undefined : nodes[place]
}

/**
 * Those that stand under nothing, by id.
 *
 * @example
 * ```ts
 * import { Forest } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const rows = [["b", undefined], ["a", undefined], ["c", "a"]] as const
 * const { forest } = Forest.build(rows, { id: ([id]) => id, parent: ([, over]) => over })
 * assert.deepEqual(Forest.roots(forest).map(([id]) => id), ["a", "b"])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const roots = <N>({ nodes, sizes }: Forest<N>): ReadonlyArray<N> => runs(nodes, sizes, 0, nodes.length)

/** The first of each run of places: the siblings between two places. */
const runs = <N>(nodes: ReadonlyArray<N>, sizes: Forest<N>["sizes"], from: number, to: number): ReadonlyArray<N> => {
  const found: Array<N> = []
  for (let place = from; place < to; place += sizes[place] as number) found.push(nodes[place] as N)
  return found
}

/**
 * Those directly under one, by id; none for an id that is not there.
 *
 * @example
 * ```ts
 * import { Forest } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const rows = [["town", undefined], ["v2", "town"], ["v1", "town"], ["b", "v1"]] as const // made up
 * const { forest } = Forest.build(rows, { id: ([id]) => id, parent: ([, over]) => over })
 * assert.deepEqual(Forest.children(forest, "town").map(([id]) => id), ["v1", "v2"])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const children = <N>({ nodes, places, sizes }: Forest<N>, id: string): ReadonlyArray<N> => {
  const place = places.get(id)
  return place === undefined ? [] : runs(nodes, sizes, place + 1, place + (sizes[place] as number))
}

/**
 * The one it stands directly under.
 *
 * @example
 * ```ts
 * import { Forest } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const rows = [["town", undefined], ["v1", "town"]] as const // made up
 * const { forest } = Forest.build(rows, { id: ([id]) => id, parent: ([, over]) => over })
 * assert.equal(Forest.parent(forest, "v1")?.[0], "town")
 * assert.equal(Forest.parent(forest, "town"), undefined)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const parent = <N>({ nodes, places, above }: Forest<N>, id: string): N | undefined => {
  const place = places.get(id)
  return place === undefined ? undefined : nodes[above[place] as number]
}

/**
 * Those above one, the nearest first.
 *
 * @example
 * ```ts
 * import { Forest } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const rows = [["county", undefined], ["town", "county"], ["branch", "town"]] as const // made up
 * const { forest } = Forest.build(rows, { id: ([id]) => id, parent: ([, over]) => over })
 * assert.deepEqual(Forest.ancestors(forest, "branch").map(([id]) => id), ["town", "county"])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const ancestors = <N>({ nodes, places, above }: Forest<N>, id: string): ReadonlyArray<N> => {
  const found: Array<N> = []
  for (let place = above[places.get(id) ?? -1] ?? -1; place !== -1; place = above[place] as number) {
    found.push(nodes[place] as N)
  }
  return found
}

/**
 * The way down to one (路径): from the root to itself; none for an id that is not there.
 *
 * @example
 * ```ts
 * import { Forest } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const rows = [["county", undefined], ["town", "county"], ["branch", "town"]] as const // made up
 * const { forest } = Forest.build(rows, { id: ([id]) => id, parent: ([, over]) => over })
 * assert.deepEqual(Forest.path(forest, "branch").map(([id]) => id), ["county", "town", "branch"])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const path = <N>(forest: Forest<N>, id: string): ReadonlyArray<N> => {
  const place = forest.places.get(id)
  return place === undefined ? [] : [...ancestors(forest, id).toReversed(), forest.nodes[place] as N]
}

/**
 * All under one, each before what stands under it; not the one itself.
 *
 * @example
 * ```ts
 * import { Forest } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const rows = [["town", undefined], ["v2", "town"], ["b1", "v1"], ["v1", "town"]] as const // made up
 * const { forest } = Forest.build(rows, { id: ([id]) => id, parent: ([, over]) => over })
 * assert.deepEqual(Forest.descendants(forest, "town").map(([id]) => id), ["v1", "b1", "v2"])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const descendants = <N>({ nodes, places, sizes }: Forest<N>, id: string): ReadonlyArray<N> => {
  const place = places.get(id)
  return place === undefined ? [] : nodes.slice(place + 1, place + (sizes[place] as number))
}

/**
 * How many stand above one; `undefined` for an id that is not there.
 *
 * @example
 * ```ts
 * import { Forest } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const rows = [["town", undefined], ["v1", "town"]] as const // made up
 * const { forest } = Forest.build(rows, { id: ([id]) => id, parent: ([, over]) => over })
 * assert.equal(Forest.depth(forest, "v1"), 1)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const depth = <N>({ places, depths }: Forest<N>, id: string): number | undefined => {
  const place = places.get(id)
  return place === undefined ? undefined : depths[place]
}

/**
 * How many stand at each depth, from the roots on.
 *
 * @example
 * ```ts
 * import { Forest } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const rows = [["town", undefined], ["v1", "town"], ["v2", "town"]] as const // made up
 * const { forest } = Forest.build(rows, { id: ([id]) => id, parent: ([, over]) => over })
 * assert.deepEqual(Forest.histogram(forest), [1, 2])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const histogram = <N>({ depths }: Forest<N>): ReadonlyArray<number> => {
  const counts: Array<number> = []
  for (const depth of depths) {
    while (counts.length <= depth) counts.push(0)
    counts[depth] = (counts[depth] as number) + 1
  }
  return counts
}

/**
 * The lowest that two both stand under, where one that is above the other counts as standing under itself; none where
 * they are of different trees.
 *
 * @example
 * ```ts
 * import { Forest } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const rows = [["town", undefined], ["v1", "town"], ["b1", "v1"], ["v2", "town"]] as const // made up
 * const { forest } = Forest.build(rows, { id: ([id]) => id, parent: ([, over]) => over })
 * assert.equal(Forest.lowestCommon(forest, "b1", "v2")?.[0], "town")
 * assert.equal(Forest.lowestCommon(forest, "b1", "v1")?.[0], "v1")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const lowestCommon = <N>({ nodes, places, above, sizes }: Forest<N>, a: string, b: string): N | undefined => {
  const [start, other] = [places.get(a), places.get(b)]
  if (start === undefined || other === undefined) return undefined
  for (let place = start; place !== -1; place = above[place] as number) {
    if (place <= other && other < place + (sizes[place] as number)) return nodes[place]
  }
  return undefined
}

// ---------------------------------------------------------------- operations

/**
 * The roll-up (汇总): what every subtree comes to, from what each thing comes to for itself, in one pass. `combine` must not
 * care about order or grouping, as sums and unions do not.
 *
 * @example
 * ```ts
 * import { Forest } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const rows = [["town", undefined, 0], ["v1", "town", 40], ["v2", "town", 21]] as const // made up
 * const { forest } = Forest.build(rows, { id: ([id]) => id, parent: ([, over]) => over })
 * const members = Forest.rollUp(forest, ([, , count]): number => count, (a, b) => a + b)
 * assert.equal(members.get("town"), 61)
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const rollUp = <N, A>(
  { nodes, ids, above }: Forest<N>,
  valueOf: (node: N, id: string) => A,
  combine: (a: A, b: A) => A,
): ReadonlyMap<string, A> => {
  const values = nodes.map((node, place) => valueOf(node, ids[place] as string))
  for (let place = nodes.length - 1; place >= 0; place--) {
    const over = above[place] as number
    if (over !== -1) values[over] = combine(values[over] as A, values[place] as A)
  }
  const totals = new Map<string, A>()
  for (let place = 0; place < ids.length; place++) totals.set(ids[place] as string, values[place] as A)
  return totals
}
