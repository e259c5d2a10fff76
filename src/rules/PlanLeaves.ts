/**
 * The leaves of a plan (叶列): what facts, parameters and frozen results say, read from text straight into whole numbers.
 * What does not fit its domain, is undecided or contradicts itself is left to the interpreter.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import type { Fact } from "./Fact.js"
import { ASK, NO, type Verdicts, YES } from "./PlanChoice.js"
import {
  ABSENCES,
  BETWEEN,
  type Column,
  type Draft,
  done,
  draft,
  KNOWN,
  LARGEST,
  LAZY,
  plain,
  put,
  putValue,
  quotient,
  tagged,
  tagOf,
} from "./PlanColumn.js"
import {
  closed,
  type Frame,
  factAt,
  factsOf,
  frozen,
  type Ground,
  MISSING,
  parsed,
  type Space,
  touches,
} from "./PlanGround.js"
import type { Lattice, Of } from "./PlanTree.js"
import * as Value from "./Value.js"

// ---------------------------------------------------------------- getters

/** What stands under a name in a record of texts; what every object has by itself is no text. */
const own = (record: Readonly<Record<string, string>> | undefined, name: string): string | undefined => {
  const text: unknown = record?.[name]
  return typeof text === "string" ? text : undefined
}

/** What a field of each fact of a kind says, and the leaf's lattice at its denominator. */
interface Told {
  readonly x: (fact: number) => number
  readonly lattice: Lattice
  /** What stands in for the field where a fact does not have it. */
  readonly missing: Value.Numeric
}

const toldBy = (ground: Ground, kind: string, name: string, lattice: Lattice): Told => {
  const all = ground.fields.get(kind) ?? []
  const slot = all.findIndex((one) => one.name === name)
  const values = ground.values[slot]
  const missing = unknownOf(lattice, `${kind}.${name}`)
  if (slot >= 0 && values !== undefined) {
    return { x: (fact) => values[fact]!, lattice: atScale(lattice, all[slot]!.d), missing }
  }
  return {
    x: (fact) => {
      const text = own(factAt(ground, fact).values, name)
      return text === undefined ? MISSING : parsed(text, scaleOf(lattice))
    },
    lattice,
    missing,
  }
}

/** A lattice at a multiple of its denominator. */
const atScale = ({ d, min, max, step, exact }: Lattice, to: number): Lattice => {
  const by = to / d
  return { d: to, min: min * by, max: max * by, step: step * by, exact }
}

const bound = (q: string | null): Exact.Exact | null => (q === null ? null : Exact.parseUnsafe(q))

/** What stands in for a number of a leaf that is not known. */
const unknownOf = ({ exact: { min, max, step } }: Lattice, what: string): Value.Numeric =>
  Value.between(bound(min), bound(max), [what], Exact.parseUnsafe(step))

/** Puts a number into a cell if it is one of the leaf's; where there is none, what stands in for it. */
const tell = (made: Draft, i: number, x: number, { min, max, step }: Lattice, unknown: Value.Numeric): void => {
  if (x === MISSING) putValue(made, i, unknown)
  else if (x >= min && x <= max && x % step === 0) {
    made.tag[i] = KNOWN
    made.x[i] = x
  } else made.tag[i] = LAZY
}

const textIn = (record: Readonly<Record<string, string>> | undefined, name: string, lattice: Lattice): number => {
  const text = own(record, name)
  return text === undefined ? MISSING : parsed(text, scaleOf(lattice))
}

const isUndecided = ({ decidedBy, reason }: Fact): boolean => decidedBy === undefined || reason === undefined

const scaleOf = ({ d }: Lattice): number => (d <= LARGEST ? d : 1)

// ---------------------------------------------------------------- operations

/** @internal */
export const parameter = ({ subjects }: Ground, { name, lattice }: Of<"param">): Column => {
  const made = draft(subjects.length, scaleOf(lattice))
  const unknown = unknownOf(lattice, name)
  for (let i = 0; i < subjects.length; i++) {
    tell(made, i, textIn(subjects[i]!.parameters, name, lattice), lattice, unknown)
  }
  return done(made)
}

/** @internal */
export const result = (ground: Ground, node: Of<"result">, { window }: Frame): Column => {
  const { subjects } = ground
  const made = draft(subjects.length, scaleOf(node.lattice))
  const unknown = unknownOf(node.lattice, `${node.book}.${node.node}`)
  for (const [i, found] of frozen(ground, subjects, node.book, node.at, window).entries()) {
    if (found === undefined) made.tag[i] = tagOf("new")
    else tell(made, i, textIn(found.values, node.node, node.lattice), node.lattice, unknown)
  }
  return done(made)
}

/** @internal */
export const field = (ground: Ground, node: Of<"field">, { n, single }: Space): Column => {
  if (single === undefined) return tagged(n, LAZY)
  const { x, lattice, missing } = toldBy(ground, single.kind, node.field, node.lattice)
  const made = draft(n, scaleOf(lattice))
  for (let i = 0; i < n; i++) {
    const fact = single.fact[i]!
    if (node.isDecided && isUndecided(factAt(ground, fact))) made.tag[i] = LAZY
    else tell(made, i, x(fact), lattice, missing)
  }
  return done(made)
}

/** A tag of the fact under consideration. @internal */
export const tagIn = (ground: Ground, tag: string, wanted: ReadonlySet<string>, { n, single }: Space): Verdicts => {
  const found = new Uint8Array(n)
  if (single === undefined) return found
  for (let i = 0; i < n; i++) {
    const text = own(factAt(ground, single.fact[i]!).tags, tag)
    if (text !== undefined && wanted.has(text)) found[i] = 1
  }
  return found
}

/** What the facts of a kind say; `fits` is whether each of them is meant. @internal */
export const fact = (ground: Ground, node: Of<"fact">, frame: Frame, fits: Verdicts | undefined): Column => {
  const told = toldBy(ground, node.kind, node.field, node.lattice)
  const at = { ...node, lattice: told.lattice }
  const isWhole = node.take === "count" || node.take === "sum"
  const unknown = unknownOf(node.lattice, node.kind)
  const made = isWhole ? untold(ground, at, frame) : untoldValue(ground.subjects.length, told.lattice, unknown)
  const { start, end } = factsOf(ground, node.kind)
  const { row } = ground
  const meant: Array<number> = []
  for (let one = start; one < end; ) {
    const subject = row[one]!
    let isOpen = false
    meant.length = 0
    for (; one < end && row[one] === subject; one++) {
      const verdict = fits === undefined ? YES : fits[one - start]
      if (verdict === NO || !touches(ground, one, frame)) continue
      if (verdict === ASK) isOpen = true
      meant.push(one)
    }
    if (meant.length === 0) continue
    made.x[subject] = 0
    if (isOpen) made.tag[subject] = LAZY
    else if (isWhole) total(ground, at, told, frame, made, subject, meant, unknown)
    else value(ground, at, told, made, subject, meant, unknown)
  }
  return done(made)
}

const untoldValue = (n: number, lattice: Lattice, unknown: Value.Numeric): Draft => {
  const made = draft(n, scaleOf(lattice), unknown)
  if (unknown.is === "between") made.tag.fill(BETWEEN)
  else for (let i = 0; i < n; i++) put(made, i, unknown.q)
  return made
}

/** Counts and sums before any fact is told: nought once all is recorded. */
const untold = (ground: Ground, node: Of<"fact">, frame: Frame): Draft => {
  const by = closed(ground, node.kind, node.closedBy, frame)
  const [none, open] = [settled(node, 0, true), settled(node, 0, false)]
  const made = draft(ground.subjects.length, scaleOf(node.lattice), open?.is === "between" ? open : undefined)
  for (let i = 0; i < ground.subjects.length; i++) {
    const value = (typeof by === "boolean" ? by : by.has(ground.subjects[i]!.id)) ? none : open
    if (value === made.unknown && value !== undefined) made.tag[i] = BETWEEN
    else putValue(made, i, value)
  }
  return made
}

/** What a count or sum that has come to `x` is, closed or open to above; nothing where it does not fit its bounds. */
const settled = ({ take, lattice, kind }: Of<"fact">, x: number, isClosed: boolean): Value.Numeric | undefined => {
  const { d, min, max, step, exact } = lattice
  if (d > LARGEST || Number.isNaN(min) || Number.isNaN(max)) return undefined
  if (isClosed) return x >= min && x <= max && x % step === 0 ? Value.known(quotient(x, d)) : undefined
  const least = min < 0 ? bound(exact.min) : quotient(x, d)
  if ((min < 0 ? min : x) > max) return undefined
  return Value.between(least, bound(exact.max), [kind], take === "count" ? Exact.one : Exact.parseUnsafe(exact.step))
}

const total = (
  ground: Ground,
  node: Of<"fact">,
  told: Told,
  frame: Frame,
  made: Draft,
  subject: number,
  meant: ReadonlyArray<number>,
  unknown: Value.Numeric,
): void => {
  const none = absence(ground, meant)
  const by = closed(ground, node.kind, node.closedBy, frame)
  if (none !== undefined) {
    if (none === tagOf("unknown")) putValue(made, subject, unknown)
    else made.tag[subject] = none
    return
  }
  const x = node.take === "count" ? meant.length * made.d : added(told, meant)
  const isClosed = typeof by === "boolean" ? by : by.has(ground.subjects[subject]!.id)
  const { min, max, step } = node.lattice
  if (isClosed && x >= min && x <= max && x % step === 0) {
    made.tag[subject] = KNOWN
    made.x[subject] = x
  } else putValue(made, subject, Math.abs(x) <= LARGEST ? settled(node, x, isClosed) : undefined)
}

const added = ({ x, lattice: { min, step } }: Told, meant: ReadonlyArray<number>): number => {
  let sum = 0
  for (let at = 0; at < meant.length; at++) {
    const own = x(meant[at]!)
    if (own === MISSING || own % step !== 0 || (own < 0 && min >= 0)) return Number.NaN
    sum += own
    if (Math.abs(sum) > LARGEST) return Number.NaN
  }
  return sum
}

/** The only or the latest value. */
const value = (
  ground: Ground,
  { take, field: name, isDecided }: Of<"fact">,
  { x, lattice, missing }: Told,
  made: Draft,
  subject: number,
  meant: ReadonlyArray<number>,
  unknown: Value.Numeric,
): void => {
  const none = absence(ground, meant)
  if (none !== undefined) {
    if (none === tagOf("unknown")) putValue(made, subject, unknown)
    else made.tag[subject] = none
    return
  }
  const last = meant.at(-1)!
  const isOne = take === "latest" || meant.length === 1
  if (isOne ? isDecided && isUndecided(factAt(ground, last)) : !agree(ground, name, isDecided, meant)) {
    made.tag[subject] = LAZY
  } else tell(made, subject, x(last), lattice, missing)
}

/** Whether several facts say the same. */
const agree = (ground: Ground, name: string, isDecided: boolean, meant: ReadonlyArray<number>): boolean => {
  const text = own(factAt(ground, meant[0]!).values, name)
  if (text === undefined) return false
  return meant.every((one) => {
    const fact = factAt(ground, one)
    return own(fact.values, name) === text && !(isDecided && isUndecided(fact))
  })
}

/** The absence that the facts of a kind say; that something is not known gives way to why it is not. */
const absence = ({ absent }: Ground, meant: ReadonlyArray<number>): number | undefined => {
  let found: number | undefined
  for (const one of meant) {
    const tag = absent[one]!
    if (tag === 0) continue
    if (found === undefined || found === tagOf("unknown") || (tag !== tagOf("unknown") && isFirst(tag, found)))
      found = tag
  }
  return found
}

/** Absences are named by their names in order. */
const isFirst = (tag: number, other: number): boolean =>
  (ABSENCES[tag - tagOf("unknown")] ?? "") < (ABSENCES[other - tagOf("unknown")] ?? "")

/** Whether a label of each subject is one of some. @internal */
export const labelled = (
  { subjects, memo }: Ground,
  label: string,
  wanted: ReadonlySet<string>,
  key: string,
): Verdicts => {
  const known = memo.get(key) as Verdicts | undefined
  if (known !== undefined) return known
  const found = new Uint8Array(subjects.length)
  for (let i = 0; i < subjects.length; i++) {
    const { labels } = subjects[i]!
    if (!Object.hasOwn(labels, label)) continue
    for (const one of labels[label] ?? []) if (wanted.has(one)) found[i] = 1
  }
  memo.set(key, found)
  return found
}

/** Whether the level of a frozen result is one of some. @internal */
export const graded = (
  ground: Ground,
  book: string,
  at: "same" | "previous",
  wanted: ReadonlySet<string>,
  { window }: Frame,
): Verdicts => {
  const { subjects } = ground
  const found = new Uint8Array(subjects.length)
  for (const [i, one] of frozen(ground, subjects, book, at, window).entries()) {
    if (one?.level !== undefined && wanted.has(one.level)) found[i] = 1
  }
  return found
}

/** The same verdicts for the facts under consideration. @internal */
export const spread = (verdicts: Verdicts, row: Int32Array): Verdicts => {
  const found = new Uint8Array(row.length)
  for (let i = 0; i < row.length; i++) found[i] = verdicts[row[i]!]!
  return found
}

/** How many of some badges are held, where all is known. @internal */
export const badgeCount = (n: number, held: ReadonlyArray<Verdicts>): Column => {
  const x = new Float64Array(n)
  for (const one of held) for (let i = 0; i < n; i++) if (one[i] === 1) x[i]! += 1
  if (held.every((one) => !one.includes(ASK))) return plain(x, 1)
  const made = draft(n, 1)
  for (let i = 0; i < n; i++) {
    if (held.some((one) => one[i] === ASK)) made.tag[i] = LAZY
    else made.x[i] = x[i]!
  }
  return done(made)
}
