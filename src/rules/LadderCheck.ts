/**
 * The check of ladders (阶梯检查): points that go up with an amount and then down again, and conversions of places that fall
 * below nought once a group is large enough.
 *
 * A table is looked at together with all that is added to it or taken from it for the same amount: gifts in bands may
 * each stop where the next begins.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import { pointer } from "../foundation/Fault.js"
import * as Crowd from "./Crowd.js"
import type * as Defect from "./Defect.js"
import type { Cite, Curve, Expression, Peers } from "./Expression.js"
import * as Ladder from "./Ladder.js"
import * as Range from "./Range.js"
import * as Span from "./Span.js"
import { type Located, nodesOf } from "./Structure.js"
import * as Term from "./Term.js"
import * as Trial from "./Trial.js"
import { type Ground, placeIn, sheet, term } from "./Unknowns.js"
import type { Path } from "./World.js"

// ---------------------------------------------------------------- models

type Table = Located & { readonly e: Curve }

/** All that a single number gives, from the tables that read it up to where something else comes in. */
interface Scale {
  readonly located: Located
  readonly term: Term.Term
  readonly slot: Term.Slot
}

// ---------------------------------------------------------------- decisions

/** @internal */
export const check = (from: Ground): Defect.Checked => {
  const tables = from.context.nodes.flatMap((node) => (node.e.op === "curve" ? [{ ...node, e: node.e }] : []))
  const seen = new Set<string>()
  const all = tables.map((table) => {
    const peers = placeIn(table.e.of, from)
    if (peers !== undefined) return belowNought(from, table, peers)
    const scale = scaleOf(from, table)
    const name = pointer(scale?.located.path ?? table.path)
    if (seen.has(name)) return { answers: [], defects: [] }
    seen.add(name)
    return falls(from, table, scale)
  })
  return { answers: all.flatMap(({ answers }) => answers), defects: all.flatMap(({ defects }) => defects) }
}

/** The widest part of the tree around a table that reads one number alone. */
const scaleOf = (from: Ground, table: Table, whole?: Expression): Scale | undefined => {
  let found: Scale | undefined
  for (let length = table.path.length; length > 0; length--) {
    const located = length === table.path.length ? table : from.nodeAt(pointer(table.path.slice(0, length)))
    if (located === undefined) continue
    const into = sheet(whole)
    const made = term(located.e, from, new Map(), into)
    const [unknown] = into.unknowns
    const isOne = made !== undefined && unknown !== undefined && into.unknowns.length === 1
    if (!isOne || hasTables(located.e)) break
    found = { located, term: made, slot: unknown.slot }
  }
  return found
}

/** Tables of cases give more than the number says; lines and spans of time are numbers of their own. */
const hasTables = (e: Expression): boolean =>
  nodesOf(e, []).some(({ e: part }) => part.op === "case" || part.op === "acts" || part.op === "over")

const nameOf = ({ e, path }: Located): string => e.label?.zh ?? e.id ?? pointer(path)

const citeOf = (table: Table, located: Located): Cite | undefined =>
  located.e.cite ?? table.e.cite ?? table.e.pieces.find(({ cite }) => cite !== undefined)?.cite

const falls = (from: Ground, table: Table, scale: Scale | undefined): Defect.Checked => {
  const code = "lint.ladderFalls"
  const located = scale?.located ?? table
  const answer = (given: Defect.Answer["answer"]) => [Trial.answer(code, located.path, given)]
  const extent = from.extents.get(pointer([...table.path, "of"]))
  if (extent?.numeric !== true) return { answers: answer("proven"), defects: [] }
  const turn = scale === undefined ? undefined : turnOf(scale)
  const isSplit = turn === undefined ? Ladder.trend(Ladder.treads(table.e.pieces, extent)) === "both" : turn.isSplit
  if (!isSplit) return { answers: answer("proven"), defects: [] }
  const defect = Trial.defect(from.book, "should", {
    code,
    at: located.path,
    params: { where: nameOf(located), ...(turn?.words === undefined ? {} : { witness: turn.words }) },
    cite: citeOf(table, located),
    evidence: Trial.places(...table.e.pieces.map((_, row) => [...table.path, "pieces", row])),
    repair: {
      text: {
        zh: "核对各档分值，使量越大分值只升或只降；确以适中为最好的，写明其由",
        en: "check the rows so that the points go one way with the amount; where the middle is meant to be best, say so",
      },
    },
  })
  return { answers: answer("refuted"), defects: [defect] }
}

/** More edges than this are not looked at. */
const MOST_EDGES = 400

/** Whether the values go both ways from edge to edge of the tables, and where they turn; nothing where edges are not known. */
const turnOf = ({ term: made, slot }: Scale): { readonly isSplit: boolean; readonly words?: string } | undefined => {
  const edges = edgesOf(made)
  if (edges === undefined || edges.length > MOST_EDGES) return undefined
  const values = pointsAt(edges, slot).flatMap((q) => {
    const value = Term.reach(made, [{ ...slot, min: q, max: q }])
    return value?.min == null || !Term.isPoint(value) ? [] : [{ q, value: value.min }]
  })
  let last = 0
  for (const [index, { q, value }] of values.entries()) {
    const before = values[index - 1]
    const sign = before === undefined ? 0 : Exact.compare(value, before.value)
    if (before !== undefined && sign !== 0 && last !== 0 && sign !== last) {
      const pair = [before, { q, value }].map((one) => `${Exact.text(one.q)} → ${Exact.text(one.value)}`)
      return { isSplit: true, words: pair.join("、") }
    }
    if (sign !== 0) last = sign
  }
  return { isSplit: false }
}

/** The ends of all rows that read the number itself; nothing where a table reads something made of it. */
const edgesOf = (made: Term.Term): ReadonlyArray<Exact.Exact> | undefined => {
  switch (made.is) {
    case "number":
    case "unknown":
      return []
    case "round":
      return edgesOf(made.e)
    case "curve":
      return made.of.is !== "unknown"
        ? undefined
        : made.pieces.flatMap(({ on }) => [Span.lower(on)?.at ?? [], Span.upper(on)?.at ?? []].flat())
    case "sum":
    case "min":
    case "max": {
      const parts = made.is === "sum" ? made.of.map(({ e }) => edgesOf(e)) : made.of.map(edgesOf)
      return parts.includes(undefined) ? undefined : parts.flatMap((part) => part ?? [])
    }
    default:
      return undefined
  }
}

const pointsAt = (edges: ReadonlyArray<Exact.Exact>, { min, max, step }: Term.Slot): ReadonlyArray<Exact.Exact> => {
  const near = edges.flatMap((edge) => {
    const low = Range.floor(edge, step)
    return [Exact.subtract(low, step), low, Exact.add(low, step)]
  })
  const ends = [min, max].flatMap((q) => (q === null ? [] : [q]))
  const far =
    near.length === 0 ? [] : [Exact.add(near.reduce(Exact.max), Exact.multiply(step, Exact.integerUnsafe(1000)))]
  const all = [...near, ...ends, ...far].filter(
    (q) => (min === null || Exact.compare(q, min) >= 0) && (max === null || Exact.compare(q, max) <= 0),
  )
  return all.sort(Exact.compare).filter((q, index) => index === 0 || !Exact.equals(q, all[index - 1] ?? q))
}

/** Groups larger than this are not thought of. */
const MOST_PLACES = 1000

const belowNought = (from: Ground, table: Table, peers: Peers): Defect.Checked => {
  const code = "lint.rankBelowNought"
  const scale = scaleOf(from, table, peers)
  const path = scale?.located.path ?? table.path
  const answer = (given: Defect.Answer["answer"]) => [Trial.answer(code, path, given)]
  if (scale === undefined) return { answers: answer("undecided"), defects: [] }
  const place = firstBelow(scale)
  if (place === undefined) return { answers: answer("proven"), defects: [] }
  const { value, at } = place
  const defect = Trial.defect(from.book, "should", {
    code,
    at: path,
    params: { where: nameOf(scale.located), place: at, found: Exact.text(value) },
    cite: citeOf(table, scale.located),
    evidence: witnessAt(from, peers, at, value, path) ?? { is: "bound", found: Exact.text(value), asked: "0" },
    repair: {
      text: { zh: "写明最低计至0分", en: "say that nought is the least" },
      patch: [{ path, value: floored(scale.located.e) }],
    },
  })
  return { answers: answer("refuted"), defects: [defect] }
}

/** The first place that gives less than nought. */
const firstBelow = ({ term: made, slot }: Scale): { readonly at: number; readonly value: Exact.Exact } | undefined => {
  for (let at = 1; at <= MOST_PLACES; at++) {
    const q = Exact.integerUnsafe(at)
    const value = Term.reach(made, [{ ...slot, min: q, max: q }])
    if (value?.min != null && Exact.sign(value.min) < 0) return { at, value: value.min }
  }
  return undefined
}

const witnessAt = (
  from: Ground,
  peers: Peers,
  count: number,
  value: Exact.Exact,
  path: Path,
): Defect.Witness | undefined => {
  const input = Crowd.ranked(from, peers.e, count)
  if (input === undefined) return undefined
  const subject = Crowd.nameOf(peers.best === "high" ? 0 : count - 1)
  const witness: Defect.Witness = {
    is: "witness",
    input,
    subject,
    shows: { value: Exact.text(value), path: pointer(path) },
  }
  return Trial.shows(from.book, witness) ? witness : undefined
}

/** The same, at nought at least; what it is called stays with the whole. */
const floored = (e: Expression): Expression => {
  const { id, label, cite, full, ...rest } = e
  const named = Object.fromEntries(Object.entries({ id, label, cite, full }).filter(([, value]) => value !== undefined))
  return { op: "max", of: [rest as Expression, { op: "const", q: "0" }], ...named }
}
