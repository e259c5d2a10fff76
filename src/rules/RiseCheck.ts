/**
 * The check of rising scores (多得不少分检查): that one more good act never lowers the score and one more bad act never
 * raises it, certified for each node of acts.
 *
 * A good line is one that gives, a bad one takes; where the score takes a node of acts off, it is the other way round. What
 * lines that both give and take do is not asked.
 *
 * @since 0.1.0
 */
import * as CivilDate from "../foundation/CivilDate.js"
import * as Exact from "../foundation/Exact.js"
import { pointer } from "../foundation/Fault.js"
import * as Bearing from "./Bearing.js"
import type * as Defect from "./Defect.js"
import type { Rise } from "./Dependence.js"
import type { Act, Acts, Cap } from "./Expression.js"
import type { Fact } from "./Fact.js"
import * as LineRange from "./LineRange.js"
import type { Outcome } from "./Outcome.js"
import * as Range from "./Range.js"
import type { Rulebook } from "./Rulebook.js"
import * as Staging from "./Staging.js"
import { SPANS } from "./Structure.js"
import * as Trial from "./Trial.js"
import type { Ground } from "./Unknowns.js"
import { seek } from "./WitnessSearch.js"
import { grouped, type Path } from "./World.js"

// ---------------------------------------------------------------- models

interface Node {
  readonly e: Acts
  readonly path: Path
  /** What a line of each act gives: always from nought up (1), always down (-1), or either way (0). */
  readonly signs: ReadonlyArray<-1 | 0 | 1>
}

/** A node with the way in which the score moves with it. */
interface Borne extends Node {
  readonly bearing: Rise
}

/** Two acts, the second of which may do harm by being there as well. */
type Pair = readonly [first: number, second: number]

// ---------------------------------------------------------------- decisions

/** @internal */
export const check = (from: Ground): Defect.Checked => {
  const bearings = Bearing.of(from)
  const nodes = from.context.nodes.flatMap(
    ({ e, path }): ReadonlyArray<Node> => (e.op === "acts" ? [{ e, path, signs: signsOf(from, e, path) }] : []),
  )
  const readers = readersOf(from, bearings)
  const all = nodes.map((node) => rising(from, node, bearings.get(pointer(node.path)) ?? "never", readers))
  return { answers: all.flatMap(({ answers }) => answers), defects: all.flatMap(({ defects }) => defects) }
}

const signsOf = (from: Ground, e: Acts, path: Path): Node["signs"] => {
  const worths = e.acts.map((_, index): Range.Range | undefined => {
    const extent = from.extents.get(pointer([...path, "acts", index, "worth"]))
    return extent?.numeric === true ? extent : undefined
  })
  return LineRange.requested(e, worths).map(({ min, max }) => {
    if (min !== null && Exact.sign(min) >= 0) return 1
    return max !== null && Exact.sign(max) <= 0 ? -1 : 0
  })
}

const rising = (
  from: Ground,
  node: Node,
  bearing: Rise,
  readers: ReadonlyMap<string, ReadonlySet<string>>,
): Defect.Checked => {
  const code = "lint.scoreFalls"
  const answer = (given: Defect.Answer["answer"]): Defect.Checked => ({
    answers: [Trial.answer(code, node.path, given)],
    defects: [],
  })
  if (bearing === "never") return answer("proven")
  const pairs = suspects(node)
  const name = pointer(node.path)
  const isShared = node.e.acts.some(({ kind }) => [...(readers.get(kind) ?? [])].some((reader) => reader !== name))
  const isApart = bearing !== "both" && !isShared
  if (isApart && pairs.length === 0) return answer("proven")
  for (const [first, second] of pairs.slice(0, MOST_PAIRS)) {
    const witness = harm(from, { ...node, bearing }, first, second)
    if (witness !== undefined)
      return {
        answers: [Trial.answer(code, node.path, "refuted")],
        defects: [fall(from, node, [first, second], witness)],
      }
  }
  return answer("undecided")
}

/** Which nodes that the score moves with read the facts of a kind. */
const readersOf = (from: Ground, bearings: ReadonlyMap<string, Rise>): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>()
  for (const { e, path } of from.context.nodes) {
    const name = pointer(path)
    if ((bearings.get(name) ?? "never") === "never") continue
    const held = e.op === "acts" ? e.suspensions.flatMap(({ kinds }) => kinds) : []
    const kinds = e.op === "acts" ? [...e.acts.map(({ kind }) => kind), ...held] : e.op === "fact" ? [e.kind] : []
    for (const kind of kinds) found.set(kind, (found.get(kind) ?? new Set<string>()).add(name))
  }
  return found
}

/** More pairs than this are not tried. */
const MOST_PAIRS = 150

/** Pairs of acts of which one may take from the other more than it gives. None: the node itself never falls. */
const suspects = (node: Node): ReadonlyArray<Pair> => [
  ...rivals(node),
  ...repeated(node),
  ...lifted(node),
  ...shifted(node),
  ...suspended(node),
]

/** The acts in an order that does not depend on how they are listed. */
const acts = ({ e }: Node): ReadonlyArray<number> => {
  const id = (index: number) => e.acts[index]?.id ?? ""
  return [...e.acts.keys()].sort((a, b) => (id(a) < id(b) ? -1 : 1))
}

/** Of the lines of one act only the largest counts, by what is asked for; a cap on it alone may leave less. */
const rivals = (node: Node): ReadonlyArray<Pair> => {
  const { e, signs } = node
  if (e.sameAct === "sum") return []
  const isUneven = e.suspensions.length > 0 || e.caps.some(({ per }) => per !== "line" && per !== "period")
  const holders = new Map<string, Array<number>>()
  for (const [at, cap] of e.caps.entries()) for (const id of cap.of) holders.set(id, [...(holders.get(id) ?? []), at])
  const kept = e.acts.map(({ id }, index) => JSON.stringify([signs[index], holders.get(id) ?? []]))
  const groups = [...grouped(acts(node), (index) => kept[index] ?? "").values()]
  const different = e.acts.length <= FEW ? acts(node) : groups.flatMap(ends(node)).slice(0, FEW)
  const pairs = different.flatMap((a) =>
    different.flatMap((b): ReadonlyArray<Pair> => (kept[a] !== kept[b] && signs[a] === signs[b] ? [[a, b]] : [])),
  )
  return isUneven && pairs.length === 0
    ? acts(node)
        .slice(0, 1)
        .map((index): Pair => [index, index])
    : pairs
}

/** Of no more acts than this each is held against each. */
const FEW = 12

/** Of acts that fare alike, one that gives least and one that gives most. */
const ends =
  ({ e }: Node) =>
  (all: ReadonlyArray<number>): ReadonlyArray<number> => {
    const size = (index: number) => {
      const worth = e.acts[index]?.worth
      return worth?.op === "const" ? Range.size(Exact.parseUnsafe(worth.q)) : Exact.zero
    }
    const sorted = [...all].sort((a, b) => Exact.compare(size(a), size(b)))
    return [...new Set([sorted[0], sorted.at(-1)])].flatMap((index) => index ?? [])
  }

/** A repetition that is worth less than the first time, or one of another sign in the same class. */
const repeated = (node: Node): ReadonlyArray<Pair> => {
  const { e, signs } = node
  return acts(node).flatMap((index): ReadonlyArray<Pair> => {
    const repeat = e.acts[index]?.repeat
    if (repeat === undefined) return []
    const times = Exact.parseUnsafe(repeat.times)
    const members = acts(node).filter((other) => e.acts[other]?.repeat?.class === repeat.class)
    const isLess = Exact.compare(times, Exact.one) < 0
    return members.filter((other) => isLess || signs[other] !== signs[index]).map((other): Pair => [index, other])
  })
}

/** A net bound beyond nought lifts a span as soon as it has a line, or holds it down. */
const lifted = (node: Node): ReadonlyArray<Pair> =>
  node.e.caps.flatMap(({ on, min, max, of }): ReadonlyArray<Pair> => {
    if (on !== "net") return []
    const isLifted =
      (min !== undefined && Exact.sign(Exact.parseUnsafe(min)) > 0) ||
      (max !== undefined && Exact.sign(Exact.parseUnsafe(max)) < 0)
    return isLifted
      ? acts(node).flatMap(
          (index): ReadonlyArray<Pair> => (of.includes(node.e.acts[index]?.id ?? "") ? [[index, index]] : []),
        )
      : []
  })

/** A gross cap over a span wider than that of a net cap around it: an early line takes room from a later span. */
const shifted = (node: Node): ReadonlyArray<Pair> => {
  const isWider = (a: Cap, b: Cap) => SPANS.indexOf(a.per) > SPANS.indexOf(b.per)
  const nets = node.e.caps.filter(({ on }) => on === "net")
  const isShifted = nets.some((net) =>
    node.e.caps.some((cap) => cap !== net && isWider(cap, net) && cap.of.some((id) => net.of.includes(id))),
  )
  return isShifted
    ? acts(node)
        .slice(0, 1)
        .map((index): Pair => [index, index])
    : []
}

/** A good act that suspends others is no good act. */
const suspended = (node: Node): ReadonlyArray<Pair> => {
  const kinds = new Set(node.e.suspensions.flatMap((one) => one.kinds))
  return acts(node).flatMap(
    (index): ReadonlyArray<Pair> =>
      kinds.has(node.e.acts[index]?.kind ?? "") && node.signs[index] !== -1 ? [[index, index]] : [],
  )
}

/** Facts on which a further fact of the second act does what it should not. */
const harm = (from: Ground, node: Borne, first: number, second: number): Defect.Witness | undefined => {
  const sign = node.signs[second]
  const [before, after] = [first, second].map((index) => factsOf(from, node.e.acts[index]))
  if (sign === undefined || sign === 0) return undefined
  for (const more of after ?? []) {
    for (const facts of [[{ ...more, id: MORE }], ...(before ?? []).flatMap((base) => meetings(base, more))]) {
      const witness = shown(from, node, [first, second], facts, sign)
      if (witness !== undefined) return witness
    }
  }
  return undefined
}

/** The further fact of a witness. */
const MORE = "f2"

/** Two facts one after the other, either way, about two deeds or one. */
const meetings = (base: Fact, more: Fact): ReadonlyArray<ReadonlyArray<Fact>> =>
  [-1, 1].flatMap((days) =>
    [{}, { act: "deed" }].map((deed) => [
      { ...base, ...deed, id: "f1" },
      { ...more, ...deed, id: MORE, on: CivilDate.addDaysUnsafe(more.on, days) },
    ]),
  )

/** Facts of an act at the least and the most that it is worth. */
const factsOf = (from: Ground, act: Act | undefined): ReadonlyArray<Fact> => {
  if (act === undefined) return []
  const { worth } = act
  if (worth.op !== "field") return [Staging.factOf(from, act, undefined, Exact.zero) ?? []].flat()
  const ends = [worth.domain.max, worth.domain.min].flatMap((q) => (q === null ? [] : [Exact.parseUnsafe(q)]))
  return (ends.length === 0 ? [Exact.one] : ends).flatMap((q) => Staging.factOf(from, act, worth, q) ?? [])
}

const shown = (
  from: Ground,
  node: Borne,
  which: Pair,
  facts: ReadonlyArray<Fact>,
  sign: -1 | 1,
): Defect.Witness | undefined => {
  const box = from.context.scored?.[0]
  const sample = box === undefined ? undefined : Trial.sampleOf(from.book, { ...box, numbers: new Map() }, from.context)
  if (sample === undefined) return undefined
  const small = part(from.book, node, which)
  const alone = onBook(from, small, Trial.inputOf(from.book, from.context, sample, facts), sign)
  const rest =
    alone === undefined
      ? undefined
      : seek(from, { wants: [{ of: "score", on: {} }], boxes: from.context.scored, shows: isScored })
  if (rest?.is !== "found") return alone
  const { input } = rest.witness
  const others = input.facts.map((fact) => ({ ...fact, id: `0 ${fact.id}` }))
  const turned = node.bearing === "down" ? (sign > 0 ? -1 : 1) : sign
  return onBook(from, undefined, { ...input, facts: [...others, ...facts] }, turned) ?? alone
}

const isScored = ({ scores }: Outcome): Defect.Shows | undefined =>
  scores?.total.is === "known" ? { value: scores.total.q, path: "total" } : undefined

/** The book with two acts of one node and nothing else. */
const part = (book: Rulebook, { e }: Node, pair: Pair): Rulebook => {
  const kept = e.acts.filter((_, index) => pair.includes(index))
  const ids = new Set(kept.map(({ id }) => id))
  const caps = e.caps.flatMap((cap) => {
    const of = cap.of.filter((id) => ids.has(id))
    return of.length === 0 ? [] : [{ ...cap, of }]
  })
  return Trial.bare(book, { ...e, acts: kept, caps })
}

/** Whether the score with a fact is on the wrong side of the score without it. */
const onBook = (
  from: Ground,
  on: Rulebook | undefined,
  input: Defect.Witness["input"],
  sign: -1 | 1,
): Defect.Witness | undefined => {
  const base = { is: "witness" as const, input, subject: Trial.SUBJECT, ...(on === undefined ? {} : { book: on }) }
  const less = {
    ...base,
    input: { ...input, facts: input.facts.filter(({ id }) => id !== MORE) },
    shows: { lines: [] },
  }
  const [many, few] = [{ ...base, shows: { lines: [] } }, less].map(
    (witness) => Trial.outcomeOf(from.book, witness).outcome?.scores?.effective,
  )
  if (many?.is !== "known" || few?.is !== "known") return undefined
  const order = Exact.compare(Exact.parseUnsafe(many.q), Exact.parseUnsafe(few.q))
  return order === 0 || order === sign
    ? undefined
    : { ...base, shows: { score: many.q, without: MORE, otherwise: few.q } }
}

const fall = (from: Ground, { e, path }: Node, pair: Pair, witness: Defect.Witness): Defect.Defect => {
  const names = [...new Set(pair)].flatMap((index) => e.acts[index]?.id ?? [])
  const { shows } = witness
  return Trial.defect(from.book, "must", {
    code: "lint.scoreFalls",
    at: path,
    params: {
      where: names.join("、"),
      witness: Trial.words(witness),
      ...("score" in shows ? { score: shows.score, otherwise: shows.otherwise } : {}),
    },
    cite: e.acts[pair[1]]?.cite ?? e.cite,
    evidence: witness,
    repair: {
      text: {
        zh: "核对封顶、重复计分与一事取大的写法，使多做一件好事不减分、多一件坏事不加分",
        en: "check caps, repetitions and the rule for one act, so that one more good act takes nothing and one more bad act gives nothing",
      },
    },
  })
}
