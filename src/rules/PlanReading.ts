/**
 * Reading (列求值) of a plan's tree: every node as a column over all subjects, or over the facts under consideration.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import * as Period from "../foundation/Period.js"
import * as Choice from "./PlanChoice.js"
import {
  ABSENT,
  BETWEEN,
  type Column,
  constant,
  type Draft,
  done,
  gathered,
  isAbsent,
  KNOWN,
  LAZY,
  put,
  REWEIGHT,
  SIDE,
  tagged,
  tagOf,
} from "./PlanColumn.js"
import { type Frame, factsOf, frame, type Ground, groupsOf, type Space } from "./PlanGround.js"
import * as Leaves from "./PlanLeaves.js"
import { lines } from "./PlanLines.js"
import * as Operators from "./PlanOperators.js"
import * as Peers from "./PlanPeers.js"
import * as Places from "./PlanPlaces.js"
import type { Node, Of, Rules, Test, TieRule } from "./PlanTree.js"
import type * as Value from "./Value.js"

// ---------------------------------------------------------------- models

/** A badge with those it needs, by their places. @internal */
export interface BadgeRule {
  readonly when: Test
  readonly needs: ReadonlyArray<number>
}

/** All that reading needs besides a node. @internal */
export interface Reader {
  readonly ground: Ground
  readonly named: ReadonlyMap<string, Node>
  readonly badges: ReadonlyArray<BadgeRule>
  readonly isPeer: Uint8Array
  /** The interpreter's value of a node for one subject. */
  readonly ask: (node: Node, row: number, frame: Frame) => Value.Value
}

// ---------------------------------------------------------------- constructors

/** Where all subjects are read. @internal */
export const everywhere = ({ ground }: Reader, own: Frame): Space => ({ n: ground.subjects.length, frame: own })

// ---------------------------------------------------------------- operations

/** The column of a node. What does not depend on the fact under consideration is read once for a subject. @internal */
export const read = (node: Node, space: Space, reader: Reader): Column => {
  const { single } = space
  if (single === undefined || !node.isFree) return columnOf(node, space, reader)
  if (node.op === "const") return constant(space.n, node.q)
  return gathered(columnOf(node, everywhere(reader, space.frame), reader), single.row)
}

const columnOf = (node: Node, space: Space, reader: Reader): Column => {
  const { n, frame: own } = space
  const { ground } = reader
  const below = (part: Node): Column => read(part, space, reader)
  switch (node.op) {
    case "const":
      return constant(n, node.q)
    case "fact":
      return factColumn(node, own, reader)
    case "param":
      return Leaves.parameter(ground, node)
    case "result":
      return Leaves.result(ground, node, own)
    case "field":
      return Leaves.field(ground, node, space)
    case "requested":
      return space.single?.requested ?? tagged(n, LAZY)
    case "ref":
      return reference(node, own, reader)
    case "badges":
      return Leaves.badgeCount(n, badges(own, reader))
    case "sum":
      return Operators.sum(
        n,
        node.parts.map(({ w, e }) => ({ w, column: resolved(below(e), node.rules, space, reader) })),
        Operators.weighted,
      )
    case "extreme":
      return Operators.extreme(n, node.of.map(below), node.isMost)
    case "times":
      return Operators.times(n, below(node.by), below(node.of))
    case "ratio": {
      const { empty } = node
      const none = typeof empty === "string" ? { tag: tagOf(empty), q: Exact.zero } : { tag: KNOWN, q: empty }
      return Operators.ratio(n, below(node.num), below(node.den), none)
    }
    case "curve":
      return Operators.curve(n, below(node.of), node)
    case "acts":
      return space.single === undefined ? lines(node, space, readingOf(reader)) : tagged(n, LAZY)
    case "over":
      return space.single === undefined ? over(node, space, reader) : tagged(n, LAZY)
    case "peers":
      return space.single === undefined ? amongPeers(node, space, reader) : tagged(n, LAZY)
    case "case": {
      const rows = node.rows.map(({ when, gives }) => ({ fits: decide(when, space, reader), gives: below(gives) }))
      return Choice.table(n, rows, node.otherwise === null ? null : below(node.otherwise))
    }
    case "round":
      return Operators.round(n, below(node.of), node.mode, node.step)
  }
}

const readingOf = (reader: Reader) => ({
  ground: reader.ground,
  read: (node: Node, space: Space) => read(node, space, reader),
  decide: (test: Test, space: Space) => decide(test, space, reader),
})

const factColumn = (node: Of<"fact">, own: Frame, reader: Reader): Column => {
  const { ground } = reader
  if (node.where === null) return Leaves.fact(ground, node, own, undefined)
  const { start, end } = factsOf(ground, node.kind)
  const fact = Int32Array.from({ length: end - start }, (_, at) => start + at)
  const single = { kind: node.kind, fact, row: ground.row.subarray(start, end) }
  return Leaves.fact(ground, node, own, decide(node.where, { n: fact.length, frame: own, single }, reader))
}

const reference = (node: Of<"ref">, own: Frame, reader: Reader): Column => {
  const found = own.columns.get(node.to)
  if (found !== undefined) return found
  const to = reader.named.get(node.to)
  const space = everywhere(reader, own)
  const made = to === undefined ? tagged(space.n, LAZY) : columnOf(to, space, reader)
  own.columns.set(node.to, made)
  return made
}

/** Absent parts with what stands in for them. */
const resolved = (column: Column, rules: Rules, space: Space, reader: Reader): Column => {
  if (column.isPlain || rules.every((rule) => rule === null)) return column
  const made: Draft = {
    d: column.d,
    tag: column.tag.slice(),
    x: column.x.slice(),
    side: new Map(column.side),
    unknown: column.unknown,
  }
  const means = new Map<string | null, ReturnType<typeof Peers.othersMean>>()
  for (let i = 0; i < made.tag.length; i++) {
    const tag = column.tag[i]!
    const rule = isAbsent(tag) ? rules[tag - ABSENT] : tag === BETWEEN ? rules[0] : null
    if (rule === null || rule === undefined) continue
    if (rule.does === "reweight") made.tag[i] = REWEIGHT
    else if (rule.does === "apart") made.tag[i] = tag === BETWEEN ? ABSENT : tag
    else if (rule.does === "value") put(made, i, rule.q)
    else if (space.single !== undefined) made.tag[i] = LAZY
    else {
      const mean = means.get(rule.group) ?? Peers.othersMean(column, groups(rule.group, reader))
      means.set(rule.group, mean)
      mean(made, i)
    }
  }
  return done(made)
}

const groups = (group: string | null, { ground, isPeer }: Reader): Peers.Groups => {
  const { of, names } = groupsOf(ground, group)
  return { of, count: names.length, isPeer }
}

/** Once per calendar span: a sum of equal weights. */
const over = (node: Of<"over">, { n, frame: own }: Space, reader: Reader): Column => {
  const windows = Period.split(own.window, node.each)
  const w = node.isMean ? Exact.divideUnsafe(Exact.one, Exact.integerUnsafe(windows.length)) : Exact.one
  return Operators.sum(
    n,
    windows.map((window) => {
      const space = everywhere(reader, frame(reader.ground, window, own.months))
      return { w, column: resolved(read(node.of, space, reader), node.rules, space, reader) }
    }),
    Operators.spans(node.isMean),
  )
}

const amongPeers = (node: Of<"peers">, space: Space, reader: Reader): Column => {
  const own = read(node.of, space, reader)
  const among = groups(node.group, reader)
  return node.fold === "rank" ? ranks(node, own, space, among, reader) : Peers.folded(own, among, node)
}

/** Places among peers; a group of which anything is open is left to the interpreter. */
const ranks = (node: Of<"peers">, own: Column, space: Space, among: Peers.Groups, reader: Reader): Column => {
  const made: Draft = { d: 2, tag: new Uint8Array(space.n), x: new Float64Array(space.n), side: new Map() }
  const keys = node.ties.keys.map(({ e, best }) => ({ column: read(e, space, reader), best }))
  for (let i = 0; i < space.n; i++) {
    const tag = own.tag[i]!
    made.tag[i] = tag > SIDE ? (isAbsent(tag) ? tag : LAZY) : ABSENT + 1
  }
  for (const rows of Peers.members(among)) {
    const placed = rows.filter((row) => own.tag[row]! <= SIDE)
    const isOdd =
      rows.some((row) => own.tag[row]! >= BETWEEN) ||
      keys.some(({ column }) => placed.some((row) => column.tag[row]! >= BETWEEN))
    const all = isOdd
      ? undefined
      : Places.places(
          placed.length,
          keysOf(node, own, keys, placed, reader, space.frame),
          settling(node.ties, placed, reader),
        )
    for (const [index, row] of placed.entries()) {
      const place = all?.[index]
      if (place === undefined || place.open || place.value.is !== "known") made.tag[row] = LAZY
      else put(made, row, place.value.q)
    }
    if (isOdd) for (const row of rows) if (!isAbsent(own.tag[row]!)) made.tag[row] = LAZY
  }
  return done(made)
}

const keysOf = (
  node: Of<"peers">,
  own: Column,
  keys: ReadonlyArray<{ readonly column: Column; readonly best: "high" | "low" }>,
  rows: Int32Array,
  reader: Reader,
  at: Frame,
): ReadonlyArray<Places.Key> => [
  Places.keyOf(own, rows, node.best, (row) => reader.ask(node.of, row, at)),
  ...keys.map(({ column, best }, index) =>
    Places.keyOf(column, rows, best, (row) => reader.ask(node.ties.keys[index]!.e, row, at)),
  ),
]

/** How equals among some subjects are settled. @internal */
export const settling = (ties: TieRule, rows: Int32Array, { ground }: Reader): Places.Settling => ({
  ids: Array.from(rows, (row) => ground.subjects[row]!.id),
  seed: Places.seedOf(ties, ground.given.seeds ?? {}),
  ties,
})

/** Which badges are held, each once those it needs are. @internal */
export const badges = (own: Frame, reader: Reader): ReadonlyArray<Choice.Verdicts> => {
  const { memo } = reader.ground
  const key = `badges ${own.window.from} ${own.window.to} ${own.months ?? ""}`
  const known = memo.get(key) as ReadonlyArray<Choice.Verdicts> | undefined
  if (known !== undefined) return known
  const space = everywhere(reader, own)
  const held: Array<Choice.Verdicts> = []
  for (const { when, needs } of reader.badges) {
    const earned = decide(when, space, reader)
    const all = [earned, ...needs.map((at) => held[at]!)]
    held.push(needs.length === 0 ? earned : Choice.atLeast(space.n, all.length, all))
  }
  memo.set(key, held)
  return held
}

// ---------------------------------------------------------------- decisions

/** Whether a condition holds, cell by cell. @internal */
export const decide = (test: Test, space: Space, reader: Reader): Choice.Verdicts => {
  const { single } = space
  if (single === undefined || !test.isFree) return verdicts(test, space, reader)
  return Leaves.spread(verdicts(test, everywhere(reader, space.frame), reader), single.row)
}

const verdicts = (test: Test, space: Space, reader: Reader): Choice.Verdicts => {
  const { ground } = reader
  switch (test.test) {
    case "is":
      return Leaves.labelled(ground, test.label, test.in, `is ${test.key}`)
    case "tag":
      return Leaves.tagIn(ground, test.tag, test.in, space)
    case "level":
      return Leaves.graded(ground, test.book, test.at, test.in, space.frame)
    case "value":
      return Choice.onSpan(space.n, read(test.e, space, reader), test.on)
    case "not":
      return decide(test.of, space, reader).map((verdict) => (verdict === Choice.ASK ? verdict : 1 - verdict))
    case "atLeast":
      return Choice.atLeast(
        space.n,
        test.n,
        test.of.map((part) => decide(part, space, reader)),
      )
  }
}
