/**
 * The structure (结构) of a rulebook beyond what its schema says: ids once, names that exist, leaves where they can be
 * read, references without cycles, caps that nest or stand apart.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import { type Fault, make as fault } from "../foundation/Fault.js"
import type { Acts, Cap, Domain, Expression, Ties, When } from "./Expression.js"
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
  | "rulebook.netInsideGross"
  | "rulebook.missingField"
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
  return [
    ...duplicates(named.map(({ e, path }) => ({ id: e.id ?? "", path }))),
    ...nodes.flatMap((node) => checkNode(node, ids)),
    ...cycles(named),
  ]
}

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
    case "peers":
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

const misplaced = (wrong: boolean, op: string, path: Path): ReadonlyArray<StructureFault> =>
  wrong ? [fault("rulebook.misplacedLeaf", { op }, path)] : []

/** @internal */
export const positive = (step: string, path: Path): ReadonlyArray<StructureFault> =>
  Exact.sign(Exact.parseUnsafe(step)) > 0 ? [] : [fault("rulebook.badStep", { step }, path)]

const domain = ({ min, max, step }: Domain, path: Path): ReadonlyArray<StructureFault> => [
  ...positive(step, [...path, "step"]),
  ...(max !== null && Exact.compare(Exact.parseUnsafe(min), Exact.parseUnsafe(max)) > 0
    ? [fault("rulebook.badDomain", { min, max }, path)]
    : []),
]

const checkActs = (e: Acts, path: Path): ReadonlyArray<StructureFault> => {
  const acts = new Set(e.acts.map(({ id }) => id))
  return [
    ...duplicates(e.acts.map(({ id }, index) => ({ id, path: [...path, "acts", index, "id"] }))),
    ...duplicates(e.caps.map(({ id }, index) => ({ id, path: [...path, "caps", index, "id"] }))),
    ...e.caps.flatMap((cap, index) => [
      ...cap.of
        .filter((id) => !acts.has(id))
        .map((id) => fault("rulebook.noSuchId", { id }, [...path, "caps", index, "of"])),
      ...(cap.min === undefined && cap.max === undefined
        ? [fault("rulebook.emptyCap", { id: cap.id }, [...path, "caps", index])]
        : []),
      ...e.caps.slice(0, index).flatMap((other) => against(cap, other, [...path, "caps", index])),
    ]),
  ]
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
  if (inner.of.length === outer.of.length) return []
  if (SPANS.indexOf(inner.per) > SPANS.indexOf(outer.per)) {
    return [fault("rulebook.crossingCaps", { first: other.id, second: cap.id }, path)]
  }
  return inner.on === "net" && outer.on !== "net"
    ? [fault("rulebook.netInsideGross", { inner: inner.id, outer: outer.id }, path)]
    : []
}

/** The spans of caps, narrowest first. @internal */
export const SPANS: ReadonlyArray<Cap["per"]> = ["act", "month", "quarter", "half", "year", "period"]

/** References that come back to themselves, each cycle named once. */
const cycles = (named: ReadonlyArray<Located>): ReadonlyArray<StructureFault> => {
  const refs = new Map(
    named.map(({ e, path }) => [
      e.id ?? "",
      nodesOf(e, path).flatMap(({ e: part }) => (part.op === "ref" ? [part.to] : [])),
    ]),
  )
  const done = new Set<string>()
  const found: Array<StructureFault> = []
  for (const { e, path } of named) {
    const stack: Array<{ readonly id: string; next: number }> = [{ id: e.id ?? "", next: 0 }]
    const open = new Set([e.id ?? ""])
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const to = done.has(top.id) ? undefined : refs.get(top.id)?.[top.next++]
      if (to === undefined) {
        done.add(top.id)
        open.delete(top.id)
        stack.pop()
      } else if (open.has(to)) {
        found.push(fault("rulebook.cycle", { id: to }, path))
        top.next = Number.MAX_SAFE_INTEGER
      } else {
        open.add(to)
        stack.push({ id: to, next: 0 })
      }
    }
  }
  return found
}
