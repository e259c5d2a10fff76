/**
 * The structure (结构) of a rulebook beyond what its schema says: ids once, names that exist, leaves where they can be
 * read, references without cycles, caps that nest or stand apart.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import { type Fault, make as fault } from "../foundation/Fault.js"
import type { Label } from "../foundation/Label.js"
import type { Acts, Cap, Cite, Domain, Expression, Over, Ties, When } from "./Expression.js"
import type { Path } from "./World.js"

// ---------------------------------------------------------------- models

/** A node of a tree with its path and where it stands: inside single facts, or inside a validity row. @internal */
export interface Located {
  readonly e: Expression
  readonly path: Path
  readonly inside: "book" | "fact" | "validity"
}

/** The parts of a rulebook that hold trees. @internal */
export interface Trees {
  readonly total: Expression
  readonly classes: ReadonlyArray<{ readonly when: When }>
  readonly effects: ReadonlyArray<{ readonly when: When; readonly repair?: { readonly when: When } }>
  readonly levels: ReadonlyArray<{ readonly and?: When }>
  readonly badges: ReadonlyArray<{ readonly when: When }>
  readonly awards: ReadonlyArray<{ readonly when: When }>
  readonly quotas: ReadonlyArray<{ readonly among?: When }>
  readonly ties: Ties
  readonly rankings: ReadonlyArray<{ readonly among?: When; readonly ties: Ties }>
}

/** What a clause may say of itself. @internal */
export interface Clause {
  readonly id?: string
  readonly label?: Label
  readonly cite?: Cite
}

// ---------------------------------------------------------------- errors

/** @internal */
export type StructureFault = Fault<
  | "rulebook.duplicateId"
  | "rulebook.noSuchId"
  | "rulebook.cycle"
  | "rulebook.misplacedLeaf"
  | "rulebook.misplacedTag"
  | "rulebook.badStep"
  | "rulebook.badDomain"
  | "rulebook.crossingCaps"
  | "rulebook.emptyCap"
  | "rulebook.badCap"
  | "rulebook.netInsideGross"
  | "rulebook.missingField"
  | "rulebook.capBeyondSpan"
  | "rulebook.openClass"
  | "rulebook.longChain"
>

// ---------------------------------------------------------------- getters

/** Every node below an expression, itself first, in document order. @internal */
export const nodesOf = (e: Expression, path: Path, inside: Located["inside"] = "book"): ReadonlyArray<Located> => {
  const below = (part: Expression, ...keys: Path) => nodesOf(part, [...path, ...keys], inside)
  const own: Located = { e, path, inside }
  switch (e.op) {
    case "fact":
      return [own, ...(e.where === undefined ? [] : nodesOfWhen(e.where, [...path, "where"], "fact"))]
    case "sum":
      return [own, ...e.of.flatMap((part, index) => below(part.e, "of", index, "e"))]
    case "min":
    case "max":
      return [own, ...e.of.flatMap((part, index) => below(part, "of", index))]
    case "times":
      return [own, ...below(e.by, "by"), ...below(e.e, "e")]
    case "ratio":
      return [own, ...below(e.num, "num"), ...below(e.den, "den")]
    case "curve":
      return [own, ...below(e.of, "of")]
    case "over":
    case "round":
      return [own, ...below(e.e, "e")]
    case "peers":
      return [own, ...below(e.e, "e"), ...nodesOfTies(e.ties, [...path, "ties"])]
    case "case":
      return [
        own,
        ...e.rows.flatMap((row, index) => [
          ...nodesOfWhen(row.when, [...path, "rows", index, "when"], inside),
          ...below(row.gives, "rows", index, "gives"),
        ]),
        ...(e.otherwise === null ? [] : below(e.otherwise, "otherwise")),
      ]
    case "acts":
      return [own, ...nodesOfActs(e, path)]
    default:
      return [own]
  }
}

const nodesOfActs = (e: Acts, path: Path): ReadonlyArray<Located> => [
  ...e.acts.flatMap((act, index) => [
    ...(act.when === undefined ? [] : nodesOfWhen(act.when, [...path, "acts", index, "when"], "fact")),
    ...nodesOf(act.worth, [...path, "acts", index, "worth"], "fact"),
  ]),
  ...e.validity.flatMap((row, index) => nodesOfWhen(row.when, [...path, "validity", index, "when"], "validity")),
]

/** @internal */
export const nodesOfTies = (ties: Ties, path: Path): ReadonlyArray<Located> =>
  ties.keys.flatMap((key, index) => nodesOf(key.e, [...path, "keys", index, "e"]))

/** @internal */
export const nodesOfWhen = (when: When, path: Path, inside: Located["inside"] = "book"): ReadonlyArray<Located> => {
  switch (when.test) {
    case "value":
      return nodesOf(when.e, [...path, "e"], inside)
    case "not":
      return nodesOfWhen(when.of, [...path, "of"], inside)
    case "all":
    case "any":
    case "atLeast":
      return when.of.flatMap((part, index) => nodesOfWhen(part, [...path, "of", index], inside))
    default:
      return []
  }
}

/** Every node of a rulebook's trees, in document order. @internal */
export const nodesOfBook = (book: Trees): ReadonlyArray<Located> => [
  ...nodesOf(book.total, ["total"]),
  ...whensOf(book).flatMap(({ when, path }) => nodesOfWhen(when, path)),
  ...nodesOfTies(book.ties, ["ties"]),
  ...book.rankings.flatMap(({ ties }, index) => nodesOfTies(ties, ["rankings", index, "ties"])),
]

/** Nodes, lines, caps and suspensions: what the trees name, whatever the clauses of the verdict are called. @internal */
export const clausesOf = (book: Trees): ReadonlyArray<Clause> =>
  nodesOfBook(book).flatMap(
    ({ e }): ReadonlyArray<Clause> => (e.op === "acts" ? [e, ...e.acts, ...e.caps, ...e.suspensions] : [e]),
  )

/** Every condition of a rulebook outside its expressions, with its path. @internal */
export const whensOf = (book: Trees): ReadonlyArray<{ readonly when: When; readonly path: Path }> => {
  const list = (name: string, all: ReadonlyArray<When | undefined>, ...keys: Path) =>
    all.flatMap((when, index) => (when === undefined ? [] : [{ when, path: [name, index, ...keys] }]))
  return [
    ...list(
      "classes",
      book.classes.map(({ when }) => when),
      "when",
    ),
    ...list(
      "effects",
      book.effects.map(({ when }) => when),
      "when",
    ),
    ...list(
      "effects",
      book.effects.map(({ repair }) => repair?.when),
      "repair",
      "when",
    ),
    ...list(
      "levels",
      book.levels.map(({ and }) => and),
      "and",
    ),
    ...list(
      "badges",
      book.badges.map(({ when }) => when),
      "when",
    ),
    ...list(
      "awards",
      book.awards.map(({ when }) => when),
      "when",
    ),
    ...list(
      "quotas",
      book.quotas.map(({ among }) => among),
      "among",
    ),
    ...list(
      "rankings",
      book.rankings.map(({ among }) => among),
      "among",
    ),
  ]
}

// ---------------------------------------------------------------- decisions

/** Every fault of the nodes and the references between them. @internal */
export const check = (nodes: ReadonlyArray<Located>): ReadonlyArray<StructureFault> => {
  const named = nodes.filter((node) => node.e.id !== undefined)
  const ids = new Map(named.map((node) => [node.e.id, node]))
  return [...duplicates(nodes.flatMap(namesIn)), ...nodes.flatMap((node) => checkNode(node, ids)), ...cycles(nodes)]
}

/** Nodes, lines, caps and suspensions share one space of names, so that whatever a line or a cut names is one thing. */
const namesIn = ({ e, path }: Located): ReadonlyArray<{ readonly id: string; readonly path: Path }> => [
  ...(e.id === undefined ? [] : [{ id: e.id, path: [...path, "id"] }]),
  ...(e.op === "acts"
    ? (["acts", "caps", "suspensions"] as const).flatMap((list) =>
        e[list].map(({ id }, index) => ({ id, path: [...path, list, index, "id"] })),
      )
    : []),
]

/** @internal */
export const duplicates = (
  ids: ReadonlyArray<{ readonly id: string; readonly path: Path }>,
): ReadonlyArray<StructureFault> => {
  const seen = new Set<string>()
  return ids.flatMap(({ id, path }) => {
    if (seen.has(id)) return [fault("rulebook.duplicateId", { id }, path)]
    seen.add(id)
    return []
  })
}

const checkNode = (node: Located, ids: ReadonlyMap<string | undefined, Located>): ReadonlyArray<StructureFault> => {
  const { e, path, inside } = node
  switch (e.op) {
    case "field":
      return [...misplaced(inside === "book", e.op, path), ...domain(e.domain, [...path, "domain"])]
    case "requested":
      return misplaced(inside !== "validity", e.op, path)
    case "ref": {
      const to = ids.get(e.to)
      if (to === undefined) return [fault("rulebook.noSuchId", { id: e.to }, [...path, "to"])]
      return misplaced(inside !== "book" || to.inside !== "book", e.op, path)
    }
    case "acts":
      return [...misplaced(inside !== "book", e.op, path), ...checkActs(e, path)]
    case "over":
      return [...misplaced(inside !== "book", e.op, path), ...checkSpans(e, path)]
    case "peers":
    case "badges":
      return misplaced(inside !== "book", e.op, path)
    case "case":
      return inside === "book"
        ? e.rows.flatMap(({ when }, index) => checkTags(when, [...path, "rows", index, "when"]))
        : []
    case "fact":
      return [
        ...(e.take === "sum" && e.field === undefined ? [fault("rulebook.missingField", {}, path)] : []),
        ...domain(e.domain, [...path, "domain"]),
      ]
    case "param":
    case "result":
      return domain(e.domain, [...path, "domain"])
    case "round":
      return positive(e.step, [...path, "step"])
    default:
      return []
  }
}

/** A condition outside single facts that asks for a tag. @internal */
export const checkTags = (when: When, path: Path): ReadonlyArray<StructureFault> => {
  switch (when.test) {
    case "tag":
      return [fault("rulebook.misplacedTag", { tag: when.tag }, path)]
    case "not":
      return checkTags(when.of, [...path, "of"])
    case "all":
    case "any":
    case "atLeast":
      return when.of.flatMap((part, index) => checkTags(part, [...path, "of", index]))
    default:
      return []
  }
}

/** A cap wider than the span it stands in could never see more than that span. */
const checkSpans = ({ e, each }: Over, path: Path): ReadonlyArray<StructureFault> =>
  nodesOf(e, [...path, "e"]).flatMap(({ e: part, path: at }) =>
    part.op !== "acts"
      ? []
      : part.caps.flatMap(({ id, per }, index) =>
          per !== "period" && SPANS.indexOf(per) > SPANS.indexOf(each)
            ? [fault("rulebook.capBeyondSpan", { id, per, each }, [...at, "caps", index, "per"])]
            : [],
        ),
  )

/** Who is of a class decides who is a peer, so that it must be known: labels and frozen levels alone. @internal */
export const checkClass = (when: When, path: Path): ReadonlyArray<StructureFault> => {
  switch (when.test) {
    case "value":
      return [fault("rulebook.openClass", {}, path)]
    case "not":
      return checkClass(when.of, [...path, "of"])
    case "all":
    case "any":
    case "atLeast":
      return when.of.flatMap((part, index) => checkClass(part, [...path, "of", index]))
    default:
      return []
  }
}

const misplaced = (wrong: boolean, op: string, path: Path): ReadonlyArray<StructureFault> =>
  wrong ? [fault("rulebook.misplacedLeaf", { op }, path)] : []

/** @internal */
export const positive = (step: string, path: Path): ReadonlyArray<StructureFault> =>
  Exact.sign(Exact.parseUnsafe(step)) > 0 ? [] : [fault("rulebook.badStep", { step }, path)]

const domain = ({ min, max, step }: Domain, path: Path): ReadonlyArray<StructureFault> => [
  ...positive(step, [...path, "step"]),
  ...(min !== null && max !== null && Exact.compare(Exact.parseUnsafe(min), Exact.parseUnsafe(max)) > 0
    ? [fault("rulebook.badDomain", { min, max }, path)]
    : []),
]

const checkActs = (e: Acts, path: Path): ReadonlyArray<StructureFault> => {
  const acts = new Set(e.acts.map(({ id }) => id))
  return e.caps.flatMap((cap, index) => {
    const here = [...path, "caps", index]
    const of = cap.of.map((id, at) => ({ id, path: [...here, "of", at] }))
    return [
      ...of.filter(({ id }) => !acts.has(id)).map(({ id, path: at }) => fault("rulebook.noSuchId", { id }, at)),
      ...duplicates(of),
      ...bounds(cap, here),
      ...e.caps.slice(0, index).flatMap((other) => against(cap, other, here)),
    ]
  })
}

/** A cap has a bound; on what lines give it is a greatest from nought, on what they take a least up to nought. */
const bounds = ({ id, on, min, max }: Cap, path: Path): ReadonlyArray<StructureFault> => {
  if (min === undefined && max === undefined) return [fault("rulebook.emptyCap", { id }, path)]
  const [least, most] = [min, max].map((q) => (q === undefined ? undefined : Exact.parseUnsafe(q)))
  const isBad =
    on === "net"
      ? least !== undefined && most !== undefined && Exact.compare(least, most) > 0
      : on === "bonus"
        ? least !== undefined || (most !== undefined && Exact.sign(most) < 0)
        : most !== undefined || (least !== undefined && Exact.sign(least) > 0)
  return isBad ? [fault("rulebook.badCap", { id }, path)] : []
}

/**
 * Two caps nest, in their lines and in their spans, stand apart, or are about different signs; a net cap lies outside
 * the gross ones it meets. Over the same lines any two nest.
 */
const against = (cap: Cap, other: Cap, path: Path): ReadonlyArray<StructureFault> => {
  const shared = cap.of.filter((id) => other.of.includes(id)).length
  if (shared === 0 || (cap.on !== other.on && cap.on !== "net" && other.on !== "net")) return []
  const [inner, outer] = cap.of.length < other.of.length ? [cap, other] : [other, cap]
  if (shared < inner.of.length) return [fault("rulebook.crossingCaps", { first: other.id, second: cap.id }, path)]
  if (inner.of.length === outer.of.length && (inner.on === "net") === (outer.on === "net")) return []
  if (inner.of.length === outer.of.length && inner.on === "net") return against(other, cap, path)
  if (SPANS.indexOf(inner.per) > SPANS.indexOf(outer.per)) {
    return [fault("rulebook.crossingCaps", { first: other.id, second: cap.id }, path)]
  }
  return inner.on === "net" && outer.on !== "net"
    ? [fault("rulebook.netInsideGross", { inner: inner.id, outer: outer.id }, path)]
    : []
}

/** The spans of caps, narrowest first. @internal */
export const SPANS: ReadonlyArray<Cap["per"]> = ["line", "month", "quarter", "half", "year", "period"]

/** Stands for all badges together, which a node that counts them reads; no id of a document has this character. */
const BADGES = "\u0000badges"

/** Longer chains of references would exhaust the stack of an obvious interpreter. */
const LONGEST = 65

const refOf = (e: Expression): ReadonlyArray<string> => (e.op === "ref" ? [e.to] : e.op === "badges" ? [BADGES] : [])

/** References that come back to themselves, each cycle named once. */
const cycles = (nodes: ReadonlyArray<Located>): ReadonlyArray<StructureFault> => {
  const named = nodes.flatMap(({ e, path }) =>
    e.id === undefined ? [] : [{ id: e.id, path, reads: nodesOf(e, path) }],
  )
  const badges = { id: BADGES, path: ["badges"], reads: nodes.filter(({ path }) => path[0] === "badges") }
  const readers = [...named, badges]
  const refs = new Map(readers.map(({ id, reads }) => [id, reads.flatMap(({ e }) => refOf(e))]))
  const paths = new Map<string, Path>(readers.map(({ id, path }) => [id, path]))
  const done = new Map<string, number>()
  const found: Array<StructureFault> = []
  for (const { id } of readers) {
    const stack: Array<{ readonly id: string; next: number }> = [{ id, next: 0 }]
    const open = new Set([id])
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const to = done.has(top.id) ? undefined : refs.get(top.id)?.[top.next++]
      if (to === undefined) {
        const first = !done.has(top.id)
        const length = done.get(top.id) ?? 1 + Math.max(0, ...(refs.get(top.id) ?? []).map((id) => done.get(id) ?? 0))
        if (first && length === LONGEST)
          found.push(fault("rulebook.longChain", { id: top.id, most: LONGEST - 1 }, paths.get(top.id) ?? []))
        done.set(top.id, length)
        open.delete(top.id)
        stack.pop()
      } else if (open.has(to)) {
        found.push(fault("rulebook.cycle", { id: to === BADGES ? "badges" : to }, paths.get(to) ?? []))
        top.next = Number.MAX_SAFE_INTEGER
      } else {
        open.add(to)
        stack.push({ id: to, next: 0 })
      }
    }
  }
  return found
}
