/**
 * Lines in a plan (列中记分): what single facts give and take, added up in one pass over the facts of every subject. A
 * subject of whom anything about its lines is not certain is left to the interpreter.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import { extent } from "./Lines.js"
import { type Capping, capping, grant, type Row, settle } from "./PlanCaps.js"
import { ASK, NO, type Verdicts, YES } from "./PlanChoice.js"
import {
  BETWEEN,
  type Column,
  common,
  constant,
  type Draft,
  denominator,
  denominatorOfProduct,
  done,
  draft,
  KNOWN,
  LARGEST,
  LAZY,
  scaled,
  tagged,
} from "./PlanColumn.js"
import {
  counted,
  type Frame,
  factAt,
  factsOf,
  frame,
  type Ground,
  livesOn,
  OPEN,
  type Space,
  touches,
} from "./PlanGround.js"
import type { ActLine, ActsNode, Node, Of, Test } from "./PlanTree.js"

// ---------------------------------------------------------------- models

/** How the nodes and conditions of lines are read. @internal */
export interface Reading {
  readonly ground: Ground
  readonly read: (node: Node, space: Space) => Column
  readonly decide: (test: Test, space: Space) => Verdicts
}

/** The facts that one line is about, and what each asks for. */
interface Asked {
  readonly act: number
  readonly facts: Int32Array
  readonly fits: Verdicts | undefined
  readonly worth: Column | Exact.Exact
  /** The months of the validity row that each fits, nought for none. */
  readonly months: Int32Array | undefined
}

/** What all facts of a node ask for, in the order in which it is granted. */
interface Claims {
  readonly count: number
  readonly fact: Int32Array
  readonly act: Int32Array
  readonly months: Int32Array
  readonly amount: Float64Array
}

// ---------------------------------------------------------------- operations

/** The column of a node of acts. @internal */
export const lines = (node: Of<"acts">, { n, frame: own }: Space, reading: Reading): Column => {
  if (own.isToCome) return toCome(node, n)
  const { ground } = reading
  const isRepeated = node.acts.some(({ repeat }) => repeat !== null)
  const window = isRepeated ? frame(ground, ground.given.period, own.months) : own
  const asked = node.acts.flatMap((act, index) => asks(node, act, index, own, window, reading) ?? [])
  const d = scaleOf(node, asked)
  if (d > LARGEST) return tagged(n, LAZY)
  const made = draft(n, d)
  const claims = claimed(asked, made, ground)
  if (claims === undefined || !isBounded(node, claims, d)) return tagged(n, LAZY)
  if (isLoose(node)) alone(node, claims, made, own, ground)
  else if (!together(node, inOrder(claims, node, ground), made, own, ground)) return tagged(n, LAZY)
  for (let i = 0; i < n; i++) if (made.tag[i] !== KNOWN) made.x[i] = 0
  return done(made)
}

/** What may come to be of a span that has not begun. */
const toCome = ({ e }: Of<"acts">, n: number): Column => {
  if (e.op !== "acts") return tagged(n, LAZY)
  const all = extent(e)
  if (all.is === "known") return constant(n, all.q)
  const made = draft(n, 1, all)
  made.tag.fill(BETWEEN)
  return done(made)
}

/** Whether no line touches another. */
const isLoose = ({ sameAct, suspensions, acts, caps }: ActsNode): boolean =>
  !sameAct &&
  suspensions.length === 0 &&
  acts.every(({ repeat }) => repeat === null) &&
  caps.every(({ per, on }) => per === "line" && on !== "net")

/** The facts of a line's kind that it may count; without a table of validity those of the rated period. */
const asks = (
  node: ActsNode,
  act: ActLine,
  index: number,
  own: Frame,
  window: Frame,
  { ground, read, decide }: Reading,
): Asked | undefined => {
  const isDated = node.validity.length > 0
  const facts = counting(ground, act.kind, own, isDated ? undefined : window)
  if (facts.length === 0) return undefined
  if (act.when === null && act.worth.op === "const" && !isDated) {
    return { act: index, facts, fits: undefined, worth: act.worth.q, months: undefined }
  }
  const single = { kind: act.kind, fact: facts, row: facts.map((fact) => ground.row[fact]!) }
  const space: Space = { n: facts.length, frame: own, single }
  const fits = act.when === null ? undefined : decide(act.when, space)
  const worth = act.worth.op === "const" ? act.worth.q : read(act.worth, space)
  if (!isDated) return { act: index, facts, fits, worth, months: undefined }
  const requested = act.worth.op === "const" || !isColumn(worth) ? read(act.worth, space) : worth
  const rows = node.validity.map(({ when, months }) => ({
    months,
    fits: decide(when, { ...space, single: { ...single, requested } }),
  }))
  return { act: index, facts, fits, worth, months: monthsOf(facts.length, rows) }
}

/** The facts of a kind that have happened, and touch a window where one is given. */
const counting = (ground: Ground, kind: string, { day }: Frame, window: Frame | undefined): Int32Array => {
  const { absent, on } = ground
  const { start, end } = factsOf(ground, kind)
  const found = new Int32Array(end - start)
  let count = 0
  for (let fact = start; fact < end; fact++) {
    if (absent[fact] !== 0 || on[fact]! > day || (window !== undefined && !touches(ground, fact, window))) continue
    found[count++] = fact
  }
  return found.subarray(0, count)
}

const isColumn = (worth: Column | Exact.Exact): worth is Column => typeof worth === "object" && "tag" in worth

/** The months of the row that fits; less than nought where that is not certain or two do. */
const monthsOf = (n: number, rows: ReadonlyArray<{ readonly months: number; readonly fits: Verdicts }>): Int32Array => {
  const found = new Int32Array(n)
  for (let i = 0; i < n; i++) {
    for (const { months, fits } of rows) {
      if (fits[i] === ASK || (fits[i] === YES && found[i] !== 0)) found[i] = -1
      else if (fits[i] === YES) found[i] = months
    }
  }
  return found
}

/** The denominator that what lines ask for, their multiples and their caps have in common. */
const scaleOf = (node: ActsNode, asked: ReadonlyArray<Asked>): number => {
  let d = 1
  for (const { act, worth } of asked) {
    const own = isColumn(worth) ? worth.d : denominator(worth)
    const { repeat } = node.acts[act]!
    d = common(d, own)
    if (repeat !== null) d = common(d, denominatorOfProduct(repeat.times, own))
  }
  for (const { min, max } of node.caps) {
    if (min !== null) d = common(d, denominator(min))
    if (max !== null) d = common(d, denominator(max))
  }
  return d
}

/** Every claim; what is not certain marks the subject. */
const claimed = (asked: ReadonlyArray<Asked>, made: Draft, ground: Ground): Claims | undefined => {
  const size = asked.reduce((size, { facts }) => size + facts.length, 0)
  const [fact, act, months, amount] = [
    new Int32Array(size),
    new Int32Array(size),
    new Int32Array(size),
    new Float64Array(size),
  ]
  let count = 0
  for (const one of asked) {
    const { facts, fits, worth } = one
    const column = isColumn(worth) ? worth : undefined
    const same = isColumn(worth) ? 0 : scaled(worth, made.d)
    const by = column === undefined ? 0 : made.d / column.d
    if (Number.isNaN(same) || (column !== undefined && column.max * by > LARGEST)) return undefined
    for (let i = 0; i < facts.length; i++) {
      const fit = fits === undefined ? YES : fits[i]
      if (fit === NO) continue
      const of = facts[i]!
      const row = ground.row[of]!
      if (fit === ASK || (column !== undefined && column.tag[i] !== KNOWN) || (one.months?.[i] ?? 0) < 0) {
        made.tag[row] = LAZY
        continue
      }
      fact[count] = of
      act[count] = one.act
      months[count] = one.months?.[i] ?? 0
      amount[count++] = column === undefined ? same : column.x[i]! * by
    }
  }
  return { count, fact, act, months, amount }
}

/** The claims by subject; where it matters which comes first, by day, id of the fact and line. */
const inOrder = ({ count, fact, act, months, amount }: Claims, node: ActsNode, ground: Ground): Claims => {
  const row = new Int32Array(count)
  for (let at = 0; at < count; at++) row[at] = ground.row[fact[at]!]!
  const order = counted(row, ground.subjects.length)
  if (node.sameAct || node.acts.some(({ repeat }) => repeat !== null)) byDay(order, row, fact, act, ground)
  const made = { count, fact: new Int32Array(count), act: new Int32Array(count), months: new Int32Array(count) }
  const asked = new Float64Array(count)
  for (let at = 0; at < count; at++) {
    const from = order[at]!
    made.fact[at] = fact[from]!
    made.act[at] = act[from]!
    made.months[at] = months[from]!
    asked[at] = amount[from]!
  }
  return { ...made, amount: asked }
}

/** Of one subject the facts are granted by day, and of one day by id, whenever they were recorded. */
const byDay = (order: Int32Array, row: Int32Array, fact: Int32Array, act: Int32Array, ground: Ground): void => {
  const { on } = ground
  const idOf = (at: number) => factAt(ground, fact[at]!).id
  const before = (a: number, b: number): number => {
    if (fact[a] === fact[b]) return act[a]! - act[b]!
    return on[fact[a]!]! - on[fact[b]!]! || (idOf(a) < idOf(b) ? -1 : 1)
  }
  for (let start = 0; start < order.length; ) {
    let end = start + 1
    while (end < order.length && row[order[end]!] === row[order[start]!]) end++
    if (end - start > 1) order.subarray(start, end).sort(before)
    start = end
  }
}

/** Whether no sum of what is asked for and of what caps leave or add can grow too large. */
const isBounded = (node: ActsNode, { count, amount }: Claims, d: number): boolean => {
  let asked = 0
  for (let i = 0; i < count; i++) asked += Math.abs(amount[i]!)
  const times = node.acts.map(({ repeat }) => (repeat === null ? 1 : Math.abs(Number(Exact.numerator(repeat.times)))))
  const bounds = node.caps.flatMap(({ min, max }) => [min, max].flatMap((q) => (q === null ? [] : scaled(q, d))))
  const caps = bounds.reduce((sum, q) => sum + Math.abs(q), 0)
  return asked * Math.max(1, ...new Set(times)) + caps * (count + 1) <= LARGEST
}

/** Lines that have nothing to do with one another. */
const alone = (node: ActsNode, claims: Claims, made: Draft, own: Frame, ground: Ground): void => {
  const { count, fact, act, months, amount } = claims
  const bounds = node.caps.map(({ on, min, max }) => ({
    on,
    min: min === null ? Number.NEGATIVE_INFINITY : scaled(min, made.d),
    max: max === null ? Number.POSITIVE_INFINITY : scaled(max, made.d),
  }))
  for (let i = 0; i < count; i++) {
    const of = fact[i]!
    if (!isAlive(ground, of, months[i]!, own)) continue
    let granted = amount[i]!
    for (const cap of node.acts[act[i]!]!.caps) {
      const { on, min, max } = bounds[cap]!
      if (on === "bonus" ? granted > 0 : granted < 0) granted = Math.min(Math.max(granted, min), max)
    }
    made.x[ground.row[of]!]! += granted
  }
}

const isAlive = (ground: Ground, fact: number, months: number, own: Frame): boolean =>
  months === 0 ? touches(ground, fact, own) : livesOn(ground, fact, months, own.day)

/** Lines subject by subject: repetition, what counts today, one line of an act, suspension, caps. */
const together = (node: ActsNode, claims: Claims, made: Draft, own: Frame, ground: Ground): boolean => {
  const { count, fact } = claims
  const since = suspendedSince(node, own, ground)
  const caps = capping(node.caps, made.d, spanOf(claims, own, ground))
  if (caps === undefined) return false
  const pool: Array<Row> = []
  for (let start = 0; start < count; ) {
    const row = ground.row[fact[start]!]!
    let end = start + 1
    while (end < count && ground.row[fact[end]!] === row) end++
    if (made.tag[row] === KNOWN) {
      const list = rowsOf(node, claims, start, end, own, ground, pool)
      if (node.sameAct) largestOnly(list, ground)
      made.x[row] = grantedOf(node, list, since?.[row], caps, ground)
    }
    start = end
  }
  return true
}

/** The months that claims fall in, from the first to the last. */
const spanOf = ({ count, fact }: Claims, own: Frame, { on }: Ground): readonly [number, number] => {
  let [first, last] = [own.from, own.from]
  for (let i = 0; i < count; i++) {
    const day = on[fact[i]!]!
    if (day < first) first = day
    if (day > last) last = day
  }
  return [first, last]
}

/** The claims of one subject that count today, repeated ones multiplied; written over those of the one before. */
const rowsOf = (
  node: ActsNode,
  { fact, act, months, amount }: Claims,
  start: number,
  end: number,
  own: Frame,
  ground: Ground,
  pool: Array<Row>,
): ReadonlyArray<Row> => {
  let count = 0
  let wide: Frame | undefined
  let earlier: Map<string, Array<number>> | undefined
  for (let i = start; i < end; i++) {
    const of = fact[i]!
    const { repeat } = node.acts[act[i]!]!
    let asked = amount[i]!
    if (repeat !== null) {
      earlier ??= new Map()
      wide ??= frame(ground, ground.given.period, own.months)
      const period = wide
      const before = earlier.get(repeat.class) ?? []
      const counts = (j: number) => {
        const [other, for_] = [fact[j]!, months[j]!]
        if (isSameDeed(ground, other, of)) return false
        return for_ === 0 ? touches(ground, other, period) : livesOn(ground, other, for_, ground.on[of]!)
      }
      if (before.some(counts)) asked = timesOf(asked, repeat.times)
      before.push(i)
      earlier.set(repeat.class, before)
    }
    if (!isAlive(ground, of, months[i]!, own)) continue
    const day = months[i] === 0 ? Math.max(ground.on[of]!, own.from) : ground.on[of]!
    const one = pool[count] ?? { fact: 0, act: 0, asked: 0, granted: 0, day: 0 }
    pool[count++] = one
    one.fact = of
    one.act = act[i]!
    one.asked = one.granted = asked
    one.day = day
  }
  pool.length = count
  return pool
}

/** Whole again, because the denominator of the node has that of the multiple in it. */
const timesOf = (asked: number, times: Exact.Exact): number =>
  typeof times === "number" ? asked * times : (asked / denominator(times)) * Number(Exact.numerator(times))

const isSameDeed = (ground: Ground, a: number, b: number): boolean => {
  if (a === b) return true
  const { act } = factAt(ground, a)
  return act !== undefined && act === factAt(ground, b).act
}

/** Of the lines of one sign that fit one act only the one that asks for most, the first of several. */
const largestOnly = (list: ReadonlyArray<Row>, ground: Ground): void => {
  const best = new Map<string, Row>()
  const keyOf = ({ fact, asked }: Row): string => {
    const { act } = factAt(ground, fact)
    return `${Math.sign(asked) + 0} ${act === undefined ? `fact ${fact}` : `act ${act}`}`
  }
  for (const one of list) {
    const rival = best.get(keyOf(one))
    if (rival === undefined || Math.abs(one.asked) > Math.abs(rival.asked)) best.set(keyOf(one), one)
  }
  for (const one of list) if (best.get(keyOf(one)) !== one) one.granted = 0
}

/** The first day since which something suspends bonuses, by subject. */
const suspendedSince = (node: ActsNode, own: Frame, ground: Ground): Int32Array | undefined => {
  const { on, until, absent, row } = ground
  const { day } = frame(ground, ground.given.period, own.months)
  let since: Int32Array | undefined
  for (const kind of node.suspensions.flat()) {
    const { start, end } = factsOf(ground, kind)
    for (let fact = start; fact < end; fact++) {
      if (absent[fact] !== 0 || on[fact]! > day || until[fact]! <= day) continue
      since ??= new Int32Array(ground.subjects.length).fill(OPEN)
      since[row[fact]!] = Math.min(since[row[fact]!]!, on[fact]!)
    }
  }
  return since
}

/** What the lines of one subject come to. */
const grantedOf = (
  node: ActsNode,
  list: ReadonlyArray<Row>,
  since: number | undefined,
  caps: Capping,
  { on }: Ground,
): number => {
  let total = 0
  for (let index = 0; index < list.length; index++) {
    const one = list[index]!
    if (since !== undefined && one.granted > 0 && on[one.fact]! >= since) one.granted = 0
    const over = node.acts[one.act]!.caps
    for (let at = 0; at < over.length; at++) one.granted = grant(caps, over[at]!, one, index)
    total += one.granted
  }
  return total + settle(caps, list)
}
