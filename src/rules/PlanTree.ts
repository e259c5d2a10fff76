/**
 * The tree of a plan (编译树): a rulebook's expressions and conditions read once, their numbers parsed, each node with its
 * path and with what it depends on.
 *
 * @since 0.1.0
 */
import type { Absence } from "../foundation/Absence.js"
import * as Exact from "../foundation/Exact.js"
import type { Per } from "../foundation/Period.js"
import type { Mode } from "../foundation/Rounding.js"
import type * as Expression from "./Expression.js"
import { ABSENCES, common, denominator, scaled } from "./PlanColumn.js"
import type { Span } from "./Span.js"
import { SPANS } from "./Structure.js"
import type { Path } from "./World.js"

// ---------------------------------------------------------------- models

/** What a leaf can be, at a denominator that its bounds and its step have in common. @internal */
export interface Lattice {
  readonly d: number
  readonly min: number
  readonly max: number
  readonly step: number
  readonly exact: Expression.Domain
}

/** What stands in for an absence; nothing where the absence stays one. @internal */
export type Rule =
  | { readonly does: "reweight" }
  | { readonly does: "apart" }
  | { readonly does: "value"; readonly q: Exact.Exact }
  | { readonly does: "peers"; readonly group: string | null }
  | null

/** By the absences in the order of their tags. @internal */
export type Rules = ReadonlyArray<Rule>

/** @internal */
export interface Key {
  readonly e: Node
  readonly best: "high" | "low"
}

/** @internal */
export interface TieRule {
  readonly keys: ReadonlyArray<Key>
  readonly last: Expression.Ties["last"]
  readonly method: Expression.Ties["method"]
}

/** @internal */
export interface Part {
  readonly w: Exact.Exact
  readonly e: Node
}

/** @internal */
export interface Piece {
  readonly on: Span
  readonly at: Exact.Exact
  readonly slope: Exact.Exact
}

/** @internal */
export interface ActLine {
  readonly id: string
  readonly kind: string
  readonly when: Test | null
  readonly worth: Node
  readonly repeat: { readonly class: string; readonly times: Exact.Exact } | null
  /** The caps over the line, innermost first, by their place in the node's order. */
  readonly caps: ReadonlyArray<number>
}

/** @internal */
export interface CapRule {
  readonly per: Expression.Cap["per"]
  readonly on: Expression.Cap["on"]
  readonly min: Exact.Exact | null
  readonly max: Exact.Exact | null
  /** For a cap on the net: the caps on the net that lie inside it. */
  readonly inner: ReadonlyArray<number>
}

/** @internal */
export interface ActsNode {
  readonly op: "acts"
  readonly acts: ReadonlyArray<ActLine>
  readonly caps: ReadonlyArray<CapRule>
  readonly sameAct: boolean
  readonly validity: ReadonlyArray<{ readonly when: Test; readonly months: number }>
  readonly suspensions: ReadonlyArray<ReadonlyArray<string>>
}

type Shape =
  | { readonly op: "const"; readonly q: Exact.Exact }
  | {
      readonly op: "fact"
      readonly kind: string
      readonly take: Expression.FactLeaf["take"]
      readonly field: string
      readonly where: Test | null
      readonly lattice: Lattice
      readonly isDecided: boolean
      readonly closedBy: Expression.FactLeaf["closedBy"]
    }
  | { readonly op: "param"; readonly name: string; readonly lattice: Lattice }
  | {
      readonly op: "result"
      readonly book: string
      readonly node: string
      readonly at: "same" | "previous"
      readonly lattice: Lattice
    }
  | { readonly op: "field"; readonly field: string; readonly lattice: Lattice; readonly isDecided: boolean }
  | { readonly op: "requested" | "badges" }
  | { readonly op: "ref"; readonly to: string }
  | { readonly op: "sum"; readonly parts: ReadonlyArray<Part>; readonly rules: Rules }
  | { readonly op: "extreme"; readonly isMost: boolean; readonly of: ReadonlyArray<Node> }
  | { readonly op: "times"; readonly by: Node; readonly of: Node }
  | { readonly op: "ratio"; readonly num: Node; readonly den: Node; readonly empty: Absence | Exact.Exact }
  | { readonly op: "curve"; readonly of: Node; readonly pieces: ReadonlyArray<Piece> }
  | ActsNode
  | { readonly op: "over"; readonly each: Per; readonly of: Node; readonly isMean: boolean; readonly rules: Rules }
  | {
      readonly op: "peers"
      readonly of: Node
      readonly fold: Expression.Peers["fold"]
      readonly group: string | null
      readonly best: "high" | "low"
      readonly ties: TieRule
    }
  | { readonly op: "case"; readonly rows: ReadonlyArray<Row>; readonly otherwise: Node | null }
  | { readonly op: "round"; readonly of: Node; readonly mode: Mode; readonly step: Exact.Exact }

/** @internal */
export interface Row {
  readonly when: Test
  readonly gives: Node
}

/**
 * A node. `isFree`: it does not depend on the fact under consideration, so that it is read once for a subject. @internal
 */
export type Node = Shape & { readonly e: Expression.Expression; readonly path: Path; readonly isFree: boolean }

/** @internal */
export type Of<Op extends Node["op"]> = Extract<Node, { readonly op: Op }>

type Question =
  | { readonly test: "is"; readonly label: string; readonly in: ReadonlySet<string>; readonly key: string }
  | { readonly test: "tag"; readonly tag: string; readonly in: ReadonlySet<string> }
  | {
      readonly test: "level"
      readonly book: string
      readonly at: "same" | "previous"
      readonly in: ReadonlySet<string>
    }
  | { readonly test: "value"; readonly e: Node; readonly on: Span }
  | { readonly test: "atLeast"; readonly n: number; readonly of: ReadonlyArray<Test> }
  | { readonly test: "not"; readonly of: Test }

/** A condition. @internal */
export type Test = Question & { readonly when: Expression.When; readonly path: Path; readonly isFree: boolean }

// ---------------------------------------------------------------- constructors

const parsed = Exact.parseUnsafe
const nullable = (q: string | null | undefined): Exact.Exact | null => (q == null ? null : parsed(q))

/** @internal */
export const lattice = (domain: Expression.Domain): Lattice => {
  const [min, max, step] = [nullable(domain.min), nullable(domain.max), parsed(domain.step)]
  const d = [min, max, step].reduce((d, q) => (q === null ? d : common(d, denominator(q))), 1)
  return {
    d,
    min: min === null ? Number.NEGATIVE_INFINITY : scaled(min, d),
    max: max === null ? Number.POSITIVE_INFINITY : scaled(max, d),
    step: scaled(step, d),
    exact: domain,
  }
}

const rule = (of: Expression.AbsentRule | undefined): Rule => {
  if (of === undefined || of === "interval") return null
  if (of === "reweight") return { does: "reweight" }
  if (of === "apart") return { does: "apart" }
  return "value" in of ? { does: "value", q: parsed(of.value) } : { does: "peers", group: of.peersMean }
}

const rules = (policy: Expression.AbsentPolicy): Rules => ABSENCES.map((why) => rule(policy[why]))

/** @internal */
export const tieRule = ({ keys, last, method }: Expression.Ties, path: Path): TieRule => ({
  keys: keys.map(({ e, best }, index) => ({ e: node(e, [...path, "keys", index, "e"]), best })),
  last,
  method,
})

/** The tree of an expression that stands at a path. @internal */
export const node = (e: Expression.Expression, path: Path): Node => {
  const shape = shapeOf(e, path)
  return { ...shape, e, path, isFree: isFree(shape) }
}

const shapeOf = (e: Expression.Expression, path: Path): Shape => {
  const below = (part: Expression.Expression, ...keys: Path) => node(part, [...path, ...keys])
  switch (e.op) {
    case "const":
      return { op: "const", q: parsed(e.q) }
    case "fact":
    case "param":
    case "result":
    case "field":
      return leaf(e, path)
    case "requested":
    case "badges":
      return { op: e.op }
    case "ref":
      return { op: "ref", to: e.to }
    case "sum": {
      const parts = e.of.map((part, index) => ({ w: parsed(part.w), e: below(part.e, "of", index, "e") }))
      return { op: "sum", parts, rules: rules(e.absent ?? {}) }
    }
    case "min":
    case "max":
      return { op: "extreme", isMost: e.op === "max", of: e.of.map((part, index) => below(part, "of", index)) }
    case "times":
      return { op: "times", by: below(e.by, "by"), of: below(e.e, "e") }
    case "ratio": {
      const empty = typeof e.empty === "string" ? e.empty : parsed(e.empty.value)
      return { op: "ratio", num: below(e.num, "num"), den: below(e.den, "den"), empty }
    }
    case "curve":
      return { op: "curve", of: below(e.of, "of"), pieces: e.pieces.map(piece) }
    case "acts":
      return acts(e, path)
    case "over":
      return { op: "over", each: e.each, of: below(e.e, "e"), isMean: e.fold === "mean", rules: rules(e.absent) }
    case "peers": {
      const { fold, group, best } = e
      return { op: "peers", of: below(e.e, "e"), fold, group, best, ties: tieRule(e.ties, [...path, "ties"]) }
    }
    case "case": {
      const rows = e.rows.map(({ when, gives }, index) => ({
        when: test(when, [...path, "rows", index, "when"]),
        gives: below(gives, "rows", index, "gives"),
      }))
      return { op: "case", rows, otherwise: e.otherwise === null ? null : below(e.otherwise, "otherwise") }
    }
    case "round":
      return { op: "round", of: below(e.e, "e"), mode: e.mode, step: parsed(e.step) }
  }
}

const leaf = (
  e: Expression.FactLeaf | Expression.Parameter | Expression.ResultLeaf | Expression.FieldLeaf,
  path: Path,
): Shape => {
  const within = lattice(e.domain)
  switch (e.op) {
    case "fact": {
      const { kind, take, field = "value", closedBy } = e
      const where = e.where === undefined ? null : test(e.where, [...path, "where"])
      return { op: "fact", kind, take, field, where, lattice: within, isDecided: e.decidedBy !== undefined, closedBy }
    }
    case "param":
      return { op: "param", name: e.name, lattice: within }
    case "result":
      return { op: "result", book: e.book, node: e.node, at: e.at, lattice: within }
    case "field":
      return { op: "field", field: e.field, lattice: within, isDecided: e.decidedBy !== undefined }
  }
}

/** A piece as what it is at nought and how it rises. */
const piece = ({ on, at, slope, from }: Expression.Piece): Piece => {
  if (slope === undefined) return { on, at: parsed(at), slope: Exact.zero }
  const run = Exact.multiply(parsed(slope), parsed(from ?? "0"))
  return { on, at: Exact.subtract(parsed(at), run), slope: parsed(slope) }
}

/** Caps innermost first, as they are applied: fewer lines before more, gross before net, narrow spans before wide. */
const innerFirst = (caps: ReadonlyArray<Expression.Cap>): ReadonlyArray<Expression.Cap> => {
  const rank = ({ on, per }: Expression.Cap) => (on === "net" ? SPANS.length : 0) + SPANS.indexOf(per)
  return [...caps].sort((a, b) => a.of.length - b.of.length || rank(a) - rank(b))
}

const acts = (e: Expression.Acts, path: Path): ActsNode => {
  const caps = innerFirst(e.caps)
  const over = new Map<string, Array<number>>()
  for (const [index, cap] of caps.entries()) {
    for (const id of new Set(cap.of)) {
      const all = over.get(id)
      if (all === undefined) over.set(id, [index])
      else all.push(index)
    }
  }
  return {
    op: "acts",
    acts: e.acts.map(({ id, kind, when, worth, repeat }, index) => ({
      id,
      kind,
      when: when === undefined ? null : test(when, [...path, "acts", index, "when"]),
      worth: node(worth, [...path, "acts", index, "worth"]),
      repeat: repeat === undefined ? null : { class: repeat.class, times: parsed(repeat.times) },
      caps: over.get(id) ?? [],
    })),
    caps: caps.map((cap, index) => ({
      per: cap.per,
      on: cap.on,
      min: nullable(cap.min),
      max: nullable(cap.max),
      inner: cap.on === "net" ? innerOf(caps, index) : [],
    })),
    sameAct: e.sameAct === "largestRequested",
    validity: e.validity.map(({ when, months }, index) => ({
      when: test(when, [...path, "validity", index, "when"]),
      months,
    })),
    suspensions: e.suspensions.map(({ kinds }) => kinds),
  }
}

const innerOf = (caps: ReadonlyArray<Expression.Cap>, outer: number): ReadonlyArray<number> => {
  const of = new Set(caps[outer]?.of)
  return caps
    .slice(0, outer)
    .flatMap((cap, index) => (cap.on === "net" && cap.of.every((id) => of.has(id)) ? [index] : []))
}

/** The tree of a condition that stands at a path. @internal */
export const test = (when: Expression.When, path: Path): Test => {
  const asked = question(when, path)
  return { ...asked, when, path, isFree: isAskedFree(asked) }
}

const question = (when: Expression.When, path: Path): Question => {
  switch (when.test) {
    case "is":
      return { test: "is", label: when.label, in: new Set(when.in), key: JSON.stringify([when.label, ...when.in]) }
    case "tag":
      return { test: "tag", tag: when.tag, in: new Set(when.in) }
    case "level":
      return { test: "level", book: when.book, at: when.at, in: new Set(when.in) }
    case "value":
      return { test: "value", e: node(when.e, [...path, "e"]), on: when.on }
    case "not":
      return { test: "not", of: test(when.of, [...path, "of"]) }
    case "all":
    case "any":
    case "atLeast": {
      const of = when.of.map((part, index) => test(part, [...path, "of", index]))
      return { test: "atLeast", n: when.test === "all" ? of.length : when.test === "any" ? 1 : when.n, of }
    }
  }
}

// ---------------------------------------------------------------- guards

const isFree = (shape: Shape): boolean => {
  switch (shape.op) {
    case "field":
    case "requested":
      return false
    case "case":
      return shape.rows.every(({ when }) => when.isFree) && partsOf(shape).every((part) => part.isFree)
    default:
      return partsOf(shape).every((part) => part.isFree)
  }
}

const isAskedFree = (asked: Question): boolean => {
  switch (asked.test) {
    case "tag":
      return false
    case "value":
      return asked.e.isFree
    case "not":
      return asked.of.isFree
    case "atLeast":
      return asked.of.every((part) => part.isFree)
    default:
      return true
  }
}

// ---------------------------------------------------------------- getters

/** The nodes that a node reads in its own place: not those inside single facts, nor the keys of ties. @internal */
export const partsOf = (shape: Shape): ReadonlyArray<Node> => {
  switch (shape.op) {
    case "sum":
      return shape.parts.map(({ e }) => e)
    case "extreme":
      return shape.of
    case "times":
      return [shape.by, shape.of]
    case "ratio":
      return [shape.num, shape.den]
    case "curve":
    case "over":
    case "peers":
    case "round":
      return [shape.of]
    case "case":
      return [...shape.rows.map(({ gives }) => gives), ...(shape.otherwise === null ? [] : [shape.otherwise])]
    default:
      return []
  }
}
