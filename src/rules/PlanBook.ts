/**
 * The compiled book (编译办法): every tree and condition of a rulebook read once, with the clauses of its verdict as places
 * in lists.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import type { Does } from "./Clause.js"
import { common, LARGEST } from "./PlanColumn.js"
import type { Field, Fields, Reads } from "./PlanGround.js"
import type { BadgeRule } from "./PlanReading.js"
import { type Lattice, type Node, node, partsOf, type Test, type TieRule, test, tieRule } from "./PlanTree.js"
import type { Rulebook } from "./Rulebook.js"
import type { Span } from "./Span.js"

// ---------------------------------------------------------------- models

/** An effect: what it does to the score or which level it holds down to, and the months it lasts. @internal */
export interface EffectRule {
  readonly when: Test
  readonly months: number | undefined
  readonly does: "zero" | { readonly deduct: Exact.Exact } | { readonly atMost: number }
  readonly hasRepair: boolean
}

/** @internal */
export interface LevelRule {
  readonly on: Span | null
  readonly and: Test | null
}

/** @internal */
export interface AwardRule {
  readonly when: Test
  readonly to: number
  readonly overQuota: boolean | undefined
}

/** Who is meant by a quota or a ranking. @internal */
export interface Among {
  readonly among: Test | null
  readonly group: string | null
}

/** @internal */
export interface CompiledBook {
  readonly book: Rulebook
  readonly total: Node
  readonly classes: ReadonlyArray<Test>
  readonly effects: ReadonlyArray<EffectRule>
  readonly levels: ReadonlyArray<LevelRule>
  readonly badges: ReadonlyArray<BadgeRule>
  readonly awards: ReadonlyArray<AwardRule>
  readonly quotas: ReadonlyArray<Among>
  readonly rankings: ReadonlyArray<Among & { readonly ties: TieRule }>
  readonly ties: TieRule
  readonly quantum: Exact.Exact
  readonly levelOf: ReadonlyMap<string, number>
  /** Every node in document order. */
  readonly nodes: ReadonlyArray<Node>
  readonly named: ReadonlyMap<string, Node>
  readonly reads: Reads
}

// ---------------------------------------------------------------- constructors

/** @internal */
export const compiled = (book: Rulebook): CompiledBook => {
  const levelOf = new Map(book.levels.map(({ id }, index) => [id, index] as const).reverse())
  const badgeOf = new Map(book.badges.map(({ id }, index) => [id, index]))
  const maybe = (when: Parameters<typeof test>[0] | undefined, ...path: ReadonlyArray<string | number>) =>
    when === undefined ? null : test(when, path)
  const trees = {
    total: node(book.total, ["total"]),
    classes: book.classes.map(({ when }, at) => test(when, ["classes", at, "when"])),
    effects: book.effects.map(({ when, does, lasts, repair }, at) => ({
      when: test(when, ["effects", at, "when"]),
      months: lasts === "period" ? undefined : lasts.months,
      does: doesOf(does, levelOf),
      hasRepair: repair !== undefined,
    })),
    levels: book.levels.map(({ on, and }, at) => ({ on, and: maybe(and, "levels", at, "and") })),
    badges: book.badges.map(({ when, needs }, at) => ({
      when: test(when, ["badges", at, "when"]),
      needs: needs.map((id) => badgeOf.get(id) ?? at),
    })),
    awards: book.awards.map(({ when, atLeast, overQuota }, at) => ({
      when: test(when, ["awards", at, "when"]),
      to: levelOf.get(atLeast) ?? -1,
      overQuota,
    })),
    quotas: book.quotas.map(({ among, group }, at) => ({ among: maybe(among, "quotas", at, "among"), group })),
    rankings: book.rankings.map(({ among, group, ties }, at) => ({
      among: maybe(among, "rankings", at, "among"),
      group,
      ties: tieRule(ties, ["rankings", at, "ties"]),
    })),
    ties: tieRule(book.ties, ["ties"]),
  }
  const nodes = nodesOf(trees)
  return {
    book,
    ...trees,
    quantum: Exact.parseUnsafe(book.score.quantum),
    levelOf,
    nodes,
    named: new Map(nodes.flatMap((one) => (one.e.id === undefined ? [] : [[one.e.id, one]]))),
    reads: { kinds: kindsOf(nodes), fields: fieldsOf(nodes) },
  }
}

const doesOf = (does: Does, levelOf: ReadonlyMap<string, number>): EffectRule["does"] => {
  if (does === "zero") return does
  return "deduct" in does ? { deduct: Exact.parseUnsafe(does.deduct) } : { atMost: levelOf.get(does.atMost) ?? -1 }
}

type Trees = Pick<
  CompiledBook,
  "total" | "classes" | "effects" | "levels" | "badges" | "awards" | "quotas" | "rankings" | "ties"
>

const nodesOf = (trees: Trees): ReadonlyArray<Node> => {
  const found: Array<Node> = []
  addNode(trees.total, found)
  for (const when of [
    ...trees.classes,
    ...trees.effects.map((one) => one.when),
    ...trees.levels.map(({ and }) => and),
    ...trees.badges.map((one) => one.when),
    ...trees.awards.map((one) => one.when),
    ...trees.quotas.map(({ among }) => among),
    ...trees.rankings.map(({ among }) => among),
  ]) {
    if (when !== null) addTest(when, found)
  }
  for (const ties of [trees.ties, ...trees.rankings.map((one) => one.ties)]) addTies(ties, found)
  return found
}

const addTies = ({ keys }: TieRule, found: Array<Node>): void => {
  for (const { e } of keys) addNode(e, found)
}

const addNode = (one: Node, found: Array<Node>): void => {
  found.push(one)
  if (one.op === "case") for (const { when } of one.rows) addTest(when, found)
  if (one.op === "fact" && one.where !== null) addTest(one.where, found)
  for (const part of partsOf(one)) addNode(part, found)
  if (one.op === "peers") addTies(one.ties, found)
  if (one.op !== "acts") return
  for (const { when, worth } of one.acts) {
    if (when !== null) addTest(when, found)
    addNode(worth, found)
  }
  for (const { when } of one.validity) addTest(when, found)
}

const addTest = (one: Test, found: Array<Node>): void => {
  if (one.test === "value") addNode(one.e, found)
  else if (one.test === "not") addTest(one.of, found)
  else if (one.test === "atLeast") for (const part of one.of) addTest(part, found)
}

const kindsOf = (nodes: ReadonlyArray<Node>): ReadonlyMap<string, number> => {
  const kinds = new Map<string, number>()
  const add = (kind: string) => {
    if (!kinds.has(kind)) kinds.set(kind, kinds.size)
  }
  for (const one of nodes) {
    if (one.op === "fact") add(one.kind)
    if (one.op !== "acts") continue
    for (const { kind } of one.acts) add(kind)
    for (const kind of one.suspensions.flat()) add(kind)
  }
  return kinds
}

/** The fields of facts, by kind, each at the denominator of all leaves that read it. */
const fieldsOf = (nodes: ReadonlyArray<Node>): Fields => {
  const found = new Map<string, Map<string, ReadonlyArray<Lattice>>>()
  const add = (kind: string, name: string, lattice: Lattice) => {
    const own = found.get(kind) ?? new Map<string, ReadonlyArray<Lattice>>()
    found.set(kind, own.set(name, [...(own.get(name) ?? []), lattice]))
  }
  const within = (kind: string, below: ReadonlyArray<Node>) => {
    for (const one of below) if (one.op === "field") add(kind, one.field, one.lattice)
  }
  for (const one of nodes) {
    if (one.op === "fact") {
      if (one.take !== "count") add(one.kind, one.field, one.lattice)
      if (one.where !== null) within(one.kind, belowTests([one.where]))
    }
    if (one.op !== "acts") continue
    const rows = belowTests(one.validity.map(({ when }) => when))
    for (const { kind, when, worth } of one.acts) {
      const below: Array<Node> = []
      addNode(worth, below)
      within(kind, [...below, ...rows, ...(when === null ? [] : belowTests([when]))])
    }
  }
  return new Map([...found].map(([kind, own]) => [kind, [...own].flatMap(([name, all]) => fieldOf(name, all))]))
}

const belowTests = (tests: ReadonlyArray<Test>): ReadonlyArray<Node> => {
  const found: Array<Node> = []
  for (const one of tests) addTest(one, found)
  return found
}

/** A field at a denominator; nothing where machine numbers do not hold every bound there, so that its text is kept. */
const fieldOf = (name: string, all: ReadonlyArray<Lattice>): ReadonlyArray<Field> => {
  const d = all.reduce((d, lattice) => common(d, lattice.d), 1)
  const isHeld = ({ d: own, min, max, step }: Lattice): boolean =>
    [min, max, step].every((x) => Math.abs(x * (d / own)) <= LARGEST || Math.abs(x) === Number.POSITIVE_INFINITY)
  return d <= LARGEST && all.every(isHeld) ? [{ name, d }] : []
}

// ---------------------------------------------------------------- guards

/** Whether a condition measures a value, not only labels and frozen levels. @internal */
export const measures = (one: Test): boolean =>
  one.test === "value" || (one.test === "not" && measures(one.of)) || (one.test === "atLeast" && one.of.some(measures))
