/**
 * The proof (证明) that a book needs machine numbers alone: from the declared domains, the constants and the weights, a
 * denominator and a bound for every node, so that every number of it is a safe integer there, whatever the facts say.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import type { CompiledBook } from "./PlanBook.js"
import { common, denominator, denominatorOfProduct, LARGEST, scaled } from "./PlanColumn.js"
import type { Field } from "./PlanGround.js"
import {
  type ActsNode,
  type Lattice,
  type Node,
  type Of,
  partsOf,
  type Rules,
  type Test,
  type TieRule,
} from "./PlanTree.js"

// ---------------------------------------------------------------- models

/** The denominator of a node's numbers, and how large they are there at most. */
interface Size {
  readonly d: number
  readonly max: number
}

/** What sizes depend on: the book, the kind of the facts under consideration, and what a line asks for. */
interface Place {
  readonly compiled: CompiledBook
  readonly known: Map<string, Size | undefined>
  readonly kind?: string
  readonly requested?: Size | undefined
}

// ---------------------------------------------------------------- constructors

/** No list has more members, so no more facts or subjects are counted. */
const MANY = 2 ** 32

/** No period has more months. */
const MONTHS = 120_000

const size = (d: number, max: number): Size | undefined => (d <= LARGEST && max <= LARGEST ? { d, max } : undefined)

const ofConstant = (q: Exact.Exact): Size | undefined => size(denominator(q), Math.abs(scaled(q, denominator(q))))

// ---------------------------------------------------------------- decisions

/** Whether every node, condition and key of a book is proven to need machine numbers alone. @internal */
export const proven = (compiled: CompiledBook): boolean => {
  const place: Place = { compiled, known: new Map() }
  const { total, effects, classes, levels, badges, awards, quotas, rankings, ties, quantum, book } = compiled
  const whole = sizeOf(total, place)
  if (whole === undefined) return false
  const points = effects.flatMap(({ does }) => (does === "zero" || "atMost" in does ? [] : [does.deduct]))
  const left = summed([{ w: Exact.one, of: whole }, ...points.map((w) => ({ w, of: { d: 1, max: 1 } }))])
  const isWritten = left !== undefined && (book.score.round === "exact" || rounded(left, quantum) !== undefined)
  const tests = [
    ...classes,
    ...effects.map(({ when }) => when),
    ...levels.map(({ and }) => and),
    ...badges.map(({ when }) => when),
    ...awards.map(({ when }) => when),
    ...quotas.map(({ among }) => among),
    ...rankings.map(({ among }) => among),
  ]
  return (
    isWritten &&
    tests.every((test) => test === null || isHeld(test, place)) &&
    [ties, ...rankings.map((ranking) => ranking.ties)].every((one) => areHeld(one, place))
  )
}

const isHeld = (test: Test, place: Place): boolean => {
  switch (test.test) {
    case "value":
      return sizeOf(test.e, place) !== undefined
    case "not":
      return isHeld(test.of, place)
    case "atLeast":
      return test.of.every((part) => isHeld(part, place))
    default:
      return true
  }
}

const areHeld = ({ keys }: TieRule, place: Place): boolean => keys.every(({ e }) => sizeOf(e, place) !== undefined)

const sizeOf = (node: Node, place: Place): Size | undefined => {
  const parts = partsOf(node).map((part) => sizeOf(part, place))
  const all = parts.flatMap((part) => part ?? [])
  const [first, second] = all
  if (all.length < parts.length) return undefined
  switch (node.op) {
    case "const":
      return ofConstant(node.q)
    case "fact":
      return ofFacts(node, place)
    case "param":
    case "result":
      return ofLattice(node.lattice, node.lattice.d)
    case "field":
      return ofField(place, place.kind ?? "", node.field, node.lattice)
    case "requested":
      return place.requested
    case "badges":
      return size(1, place.compiled.badges.length)
    case "ref":
      return ofNamed(node.to, place)
    case "sum":
      return all.every((part) => stands(node.rules, part))
        ? summed(node.parts.map(({ w }, index) => ({ w, of: filledIn(node.rules, all[index]!) })))
        : undefined
    case "extreme":
      return aligned(all)
    case "times":
      return first === undefined || second === undefined ? undefined : size(first.d * second.d, first.max * second.max)
    case "ratio":
      return undefined
    case "curve":
      return first === undefined ? undefined : ofCurve(node, first)
    case "acts":
      return ofActs(node, place)
    case "over":
      return first === undefined || node.isMean || !stands(node.rules, first)
        ? undefined
        : size(first.d, filledIn(node.rules, first).max * MONTHS)
    case "peers":
      return first === undefined || !areHeld(node.ties, place) ? undefined : ofPeers(node, first)
    case "case":
      return node.rows.every(({ when }) => isHeld(when, place)) ? aligned(all) : undefined
    case "round":
      return first === undefined ? undefined : rounded(first, node.step)
  }
}

const ofLattice = ({ d, min, max }: Lattice, to: number): Size | undefined =>
  size(to, Math.max(Math.abs(min), Math.abs(max)) * (to / d))

/** A field is read at the denominator of all leaves that read it. */
const ofField = ({ compiled }: Place, kind: string, name: string, lattice: Lattice): Size | undefined => {
  const field: Field | undefined = compiled.reads.fields.get(kind)?.find((one) => one.name === name)
  return field === undefined ? undefined : ofLattice(lattice, field.d)
}

const ofFacts = (node: Of<"fact">, place: Place): Size | undefined => {
  const { kind, lattice, where, take } = node
  if (where !== null && !isHeld(where, { ...place, kind })) return undefined
  if (take !== "count") return ofField(place, kind, node.field, lattice)
  const field = place.compiled.reads.fields.get(kind)?.find(({ name }) => name === node.field)
  const d = field?.d ?? lattice.d
  return size(d, Math.min(lattice.max * (d / lattice.d), MANY * d))
}

const ofNamed = (id: string, place: Place): Size | undefined => {
  if (place.known.has(id)) return place.known.get(id)
  place.known.set(id, undefined)
  const to = place.compiled.named.get(id)
  const found = to === undefined ? undefined : sizeOf(to, place)
  place.known.set(id, found)
  return found
}

/** Whether what stands in for an absent part is a number on the part's scale. */
const stands = (rules: Rules, { d }: Size): boolean =>
  rules.every((rule) => {
    if (rule === null || rule.does === "apart") return true
    return rule.does === "value" && !Number.isNaN(scaled(rule.q, d))
  })

const filledIn = (rules: Rules, { d, max }: Size): Size => ({
  d,
  max: Math.max(max, ...rules.map((rule) => (rule?.does === "value" ? Math.abs(scaled(rule.q, d)) : 0))),
})

const summed = (parts: ReadonlyArray<{ readonly w: Exact.Exact; readonly of: Size }>): Size | undefined => {
  const d = parts.reduce((d, { w, of }) => common(d, denominatorOfProduct(w, of.d)), 1)
  if (d > LARGEST) return undefined
  const factor = (w: Exact.Exact, own: number) => scaled(Exact.divideUnsafe(w, Exact.integerUnsafe(own)), d)
  return size(
    d,
    parts.reduce((max, { w, of }) => max + Math.abs(factor(w, of.d)) * of.max, 0),
  )
}

const aligned = (parts: ReadonlyArray<Size>): Size | undefined => {
  const d = parts.reduce((d, part) => common(d, part.d), 1)
  return size(
    d,
    parts.reduce((max, part) => Math.max(max, part.max * (d / part.d)), 0),
  )
}

const ofCurve = ({ pieces }: Of<"curve">, of: Size): Size | undefined => {
  const d = pieces.reduce(
    (d, { at, slope }) => common(common(d, denominator(at)), denominatorOfProduct(slope, of.d)),
    1,
  )
  if (d > LARGEST) return undefined
  const rise = (slope: Exact.Exact) => scaled(Exact.divideUnsafe(slope, Exact.integerUnsafe(of.d)), d)
  const ends = pieces.map(({ at, slope }) => Math.abs(scaled(at, d)) + Math.abs(rise(slope)) * of.max)
  return ends.some(Number.isNaN) ? undefined : size(d, Math.max(...ends))
}

const rounded = ({ d, max }: Size, step: Exact.Exact): Size | undefined => {
  const [above, below] = [denominator(step), Number(Exact.numerator(step)) * d]
  const fits = below <= LARGEST / 2 && max * above <= LARGEST && max / d + below <= LARGEST / above
  return fits ? size(above, (max / d + below) * above) : undefined
}

/** Every fact there could be asks for the most, under every line of its kind, and every cap takes or gives all it may. */
const ofActs = (node: ActsNode, place: Place): Size | undefined => {
  const worths = node.acts.map(({ kind, worth }) => sizeOf(worth, { ...place, kind }))
  const all = worths.flatMap((worth) => worth ?? [])
  const requested = aligned(all)
  if (all.length < worths.length || requested === undefined) return undefined
  const isRead = node.acts.every(
    ({ kind, when }) =>
      (when === null || isHeld(when, { ...place, kind })) &&
      node.validity.every((row) => isHeld(row.when, { ...place, kind, requested })),
  )
  if (!isRead) return undefined
  const times = node.acts.flatMap(({ repeat }) => (repeat === null ? [] : [repeat.times]))
  const bounds = node.caps.flatMap(({ min, max }) => [min ?? [], max ?? []].flat())
  const multiples = times.map((q) => denominatorOfProduct(q, requested.d))
  const d = [...multiples, ...bounds.map(denominator)].reduce(common, requested.d)
  if (d > LARGEST) return undefined
  const most = Math.max(1, ...times.map((q) => Math.abs(Number(Exact.numerator(q)))))
  const lines = MANY * Math.max(1, ...linesByKind(node))
  const caps = bounds.reduce((sum, q) => sum + Math.abs(scaled(q, d)), 0)
  return size(d, lines * requested.max * (d / requested.d) * most + caps * (lines + 1))
}

const linesByKind = (node: ActsNode): ReadonlyArray<number> => {
  const counts = new Map<string, number>()
  for (const { kind } of node.acts) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts.values()]
}

const ofPeers = ({ fold }: Of<"peers">, { d, max }: Size): Size | undefined => {
  switch (fold) {
    case "mean":
      return undefined
    case "best":
      return size(d, max)
    case "count":
      return size(d, MANY * d)
    case "sum":
      return size(d, max * MANY)
    case "rank":
      return size(2, MANY * 2)
  }
}
