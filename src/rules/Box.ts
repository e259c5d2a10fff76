/**
 * Boxes (条件取值范围): a condition as a finite list of alternatives, each of which says on its own what every label, tag,
 * level and number may be.
 *
 * Two conditions can hold together where two of their boxes meet; a condition that has no box never holds. Labels hold
 * several values at once, tags and levels one or none, numbers lie on the lattice of their leaf.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import * as Rounding from "../foundation/Rounding.js"
import type { Expression, When } from "./Expression.js"
import * as Span from "./Span.js"

// ---------------------------------------------------------------- models

/** The values of a label: one of each of `meets`, none of `avoids`. @internal */
export interface Labels {
  readonly meets: ReadonlyArray<ReadonlyArray<string>>
  readonly avoids: ReadonlyArray<string>
}

/** The one value of a tag or level: one of `among`, or anything but `except`, where it may be missing as well. @internal */
export type Texts = { readonly among: ReadonlyArray<string> } | { readonly except: ReadonlyArray<string> }

/**
 * The numbers an expression may have, or that it is absent. Ends are on the lattice where there is one; `orAbsent`: it
 * may be absent as well. @internal
 */
export type Numbers =
  | { readonly is: "absent"; readonly e: Expression }
  | {
      readonly is: "between"
      readonly e: Expression
      readonly low: Span.End | undefined
      readonly high: Span.End | undefined
      readonly step: Exact.Exact | undefined
      readonly orAbsent: boolean
    }

type Between = Extract<Numbers, { is: "between" }>

/** One alternative of a condition. Whatever is not named is free. @internal */
export interface Box {
  readonly labels: ReadonlyMap<string, Labels>
  readonly tags: ReadonlyMap<string, Texts>
  readonly levels: ReadonlyMap<string, Texts>
  readonly numbers: ReadonlyMap<string, Numbers>
}

/** Alternatives; `undefined` where there are too many to be listed. @internal */
export type Boxes = ReadonlyArray<Box> | undefined

/** What a condition names by an id, and what is known of the range of an expression. @internal */
export interface Reading {
  readonly node: (id: string) => Expression | undefined
  readonly range?: (
    e: Expression,
  ) => { readonly low: Exact.Exact | null; readonly high: Exact.Exact | null } | undefined
}

const free: Box = {
  labels: /* @__PURE__ */ new Map(),
  tags: /* @__PURE__ */ new Map(),
  levels: /* @__PURE__ */ new Map(),
  numbers: /* @__PURE__ */ new Map(),
}

/** More alternatives than this are not listed. */
const MOST = 256

// ---------------------------------------------------------------- constructors

/** The alternatives under which a condition certainly holds; without one it always does. @internal */
export const boxesOf = (when: When | undefined, reading: Reading): Boxes =>
  when === undefined ? [free] : alternatives(when, true, reading)

/** The alternatives under which a condition certainly does not hold. @internal */
export const boxesAgainst = (when: When | undefined, reading: Reading): Boxes =>
  when === undefined ? [] : alternatives(when, false, reading)

const alternatives = (when: When, holds: boolean, reading: Reading): Boxes => {
  switch (when.test) {
    case "is":
      return listed({ ...free, labels: new Map([[when.label, labelled(when.in, holds)]]) })
    case "tag":
      return listed({ ...free, tags: new Map([[when.tag, texted(when.in, holds)]]) })
    case "level":
      return listed({ ...free, levels: new Map([[levelKey(when.book, when.at), texted(when.in, holds)]]) })
    case "value":
      return measured(named(when.e, reading), when.on, holds, reading)
    case "not":
      return alternatives(when.of, !holds, reading)
    case "all":
    case "any":
    case "atLeast": {
      const count = when.of.length
      const needed = when.test === "all" ? count : when.test === "any" ? 1 : when.n
      const parts = when.of.map((part) => alternatives(part, holds, reading))
      return someOf(holds ? needed : count - needed + 1, parts, 0)
    }
  }
}

const listed = (box: Box): ReadonlyArray<Box> => (isEmpty(box) ? [] : [box])

const labelled = (values: ReadonlyArray<string>, holds: boolean): Labels =>
  holds ? { meets: [values], avoids: [] } : { meets: [], avoids: values }

const texted = (values: ReadonlyArray<string>, holds: boolean): Texts =>
  holds ? { among: [...new Set(values)] } : { except: [...new Set(values)] }

const levelKey = (book: string, at: string): string => JSON.stringify([book, at])

/** At least so many of the parts from an index on. */
const someOf = (needed: number, parts: ReadonlyArray<Boxes>, from: number): Boxes => {
  if (needed <= 0) return [free]
  if (parts.length - from < needed) return []
  const first = parts[from]
  const without = parts.length - from > needed ? someOf(needed, parts, from + 1) : []
  const together = first?.length === 0 ? [] : meet(first, someOf(needed - 1, parts, from + 1))
  return together === undefined || without === undefined ? undefined : limited([...together, ...without])
}

const limited = (boxes: ReadonlyArray<Box>): Boxes => (boxes.length > MOST ? undefined : boxes)

/** The node behind references. */
const named = (e: Expression, { node }: Reading): Expression => {
  let found = e
  for (let depth = 0; depth < 64 && found.op === "ref"; depth++) found = node(found.to) ?? { op: "ref", to: "" }
  return found
}

const measured = (e: Expression, span: Span.Span, holds: boolean, reading: Reading): Boxes => {
  if (e.op === "const") return Span.contains(span, Exact.parseUnsafe(e.q)) === holds ? [free] : []
  const whole = wholeOf(e, reading)
  const key = axisOf(e)
  const [low, high] = [Span.lower(span), Span.upper(span)]
  const parts: ReadonlyArray<Numbers | undefined> = holds ? [within(whole, low, high)] : beside(whole, low, high)
  return parts.flatMap((part) => (part === undefined ? [] : [{ ...free, numbers: new Map([[key, part]]) }]))
}

/** What is on neither side of the ends, an absence with the first of them. */
const beside = (
  whole: Between,
  low: Span.End | undefined,
  high: Span.End | undefined,
): ReadonlyArray<Numbers | undefined> => {
  const below = low === undefined ? undefined : within(whole, undefined, { at: low.at, closed: !low.closed })
  const above = high === undefined ? undefined : within(whole, { at: high.at, closed: !high.closed }, undefined)
  if (!mayBeAbsent(whole.e)) return [below, above]
  if (below !== undefined) return [{ ...below, orAbsent: true }, above]
  return [above === undefined ? { is: "absent", e: whole.e } : { ...above, orAbsent: true }]
}

/** All that an expression can be, before a condition narrows it. */
const wholeOf = (e: Expression, { range }: Reading): Between => {
  const step = stepOf(e)
  const domain = "domain" in e ? e.domain : undefined
  const [min, max] =
    domain === undefined
      ? [range?.(e)?.low ?? null, range?.(e)?.high ?? null]
      : [domain.min, domain.max].map((q) => (q === null ? null : Exact.parseUnsafe(q)))
  const end = (q: Exact.Exact | null | undefined) =>
    q === null || q === undefined ? undefined : { at: q, closed: true }
  const isCount = e.op === "badges" || (e.op === "fact" && e.take === "count")
  const low = end(min) ?? (isCount ? { at: Exact.zero, closed: true } : undefined)
  return { is: "between", e, low, high: end(max), step, orAbsent: false }
}

const stepOf = (e: Expression): Exact.Exact | undefined => {
  if (e.op === "badges" || (e.op === "fact" && e.take === "count")) return Exact.one
  if ("domain" in e) return Exact.parseUnsafe(e.domain.step)
  return e.op === "round" ? Exact.parseUnsafe(e.step) : undefined
}

const PRINTED: ReadonlyArray<string> = ["id", "label", "cite", "form", "full"]

/** What an expression reads, without how it is printed; a field of the fact is one whatever a line says of its lattice. @internal */
export const axisOf = (e: Expression): string =>
  e.op === "field"
    ? JSON.stringify(["field", e.field])
    : JSON.stringify(e, (key, value) => (PRINTED.includes(key) ? undefined : value))

/** The axis of a field of the fact under consideration. @internal */
export const fieldKey = (field: string): string => JSON.stringify(["field", field])

/** The axis of what a line asks for. @internal */
export const requestedKey: string = /* @__PURE__ */ JSON.stringify({ op: "requested" })

const mayBeAbsent = (e: Expression): boolean => !["field", "param", "requested", "badges", "const"].includes(e.op)

/** A box that says of one axis alone that it is on a span. @internal */
export const onAxis = (key: string, e: Expression, span: Span.Span): Boxes => {
  const part = within(wholeOf(e, { node: () => undefined }), Span.lower(span), Span.upper(span))
  return part === undefined ? [] : [{ ...free, numbers: new Map([[key, part]]) }]
}

// ---------------------------------------------------------------- guards

const isEmpty = ({ labels, tags, levels }: Box): boolean =>
  [...labels.values()].some(({ meets, avoids }) => meets.some((some) => some.every((one) => avoids.includes(one)))) ||
  [...tags.values(), ...levels.values()].some((texts) => "among" in texts && texts.among.length === 0)

/**
 * Whether a box that says something can certainly be met: every number in it is a leaf that a fact, parameter or result
 * gives by itself, and no two of them read facts of one kind. @internal
 */
export const isAttainable = ({ numbers, levels }: Box): boolean => {
  const kinds: Array<string> = [...levels.keys()]
  for (const { e } of numbers.values()) {
    if (e.op === "fact" && e.where === undefined) kinds.push(`fact ${e.kind}`)
    else if (e.op === "result") kinds.push(levelKey(e.book, e.at))
    else if (e.op !== "field" && e.op !== "param") return false
  }
  return new Set(kinds).size === kinds.length
}

// ---------------------------------------------------------------- getters

/** A condition in signs, the same in every language. @internal */
export const text = (when: When | undefined): string => {
  if (when === undefined) return "–"
  switch (when.test) {
    case "is":
      return `${when.label}∈{${when.in.join("、")}}`
    case "tag":
      return `${when.tag}∈{${when.in.join("、")}}`
    case "level":
      return `${when.book}∈{${when.in.join("、")}}`
    case "value":
      return `${valueName(when.e)}∈${Span.text(when.on)}`
    case "not":
      return `¬(${text(when.of)})`
    case "all":
      return when.of.map(text).join(" ∧ ")
    case "any":
      return `(${when.of.map(text).join(" ∨ ")})`
    case "atLeast":
      return `≥${when.n}(${when.of.map(text).join("；")})`
  }
}

const valueName = (e: Expression): string => {
  switch (e.op) {
    case "field":
      return e.field
    case "param":
      return e.name
    case "fact":
      return e.kind
    case "ref":
      return e.to
    case "result":
      return `${e.book}.${e.node}`
    default:
      return e.label?.zh ?? e.id ?? e.op
  }
}

// facts that nothing reads

// ---------------------------------------------------------------- operations

/** Alternatives in an order that does not depend on how their conditions are listed. @internal */
export const ordered = (boxes: Boxes): ReadonlyArray<Box> =>
  (boxes ?? [])
    .map((box) => ({ box, key: keyOf(box) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ box }) => box)

const keyOf = ({ labels, tags, levels, numbers }: Box): string => {
  const said = <A>(all: ReadonlyMap<string, A>, one: (value: A) => unknown) =>
    [...all].map(([name, value]) => JSON.stringify([name, one(value)])).sort()
  const texts = (one: Texts) =>
    "among" in one ? ["among", ...[...one.among].sort()] : ["except", ...[...one.except].sort()]
  const end = (one: Span.End | undefined) => (one === undefined ? null : [Exact.text(one.at), one.closed])
  return JSON.stringify([
    said(labels, ({ meets, avoids }) => [
      meets.map((some) => JSON.stringify([...some].sort())).sort(),
      [...avoids].sort(),
    ]),
    said(tags, texts),
    said(levels, texts),
    said(numbers, (one) => (one.is === "absent" ? "absent" : [end(one.low), end(one.high), one.orAbsent])),
  ])
}

/** The alternatives under which both hold. @internal */
export const meet = (a: Boxes, b: Boxes): Boxes => {
  if (a === undefined || b === undefined) return a?.length === 0 || b?.length === 0 ? [] : undefined
  const found: Array<Box> = []
  for (const left of a) {
    for (const right of b) {
      const both = left === free ? right : right === free ? left : met(left, right)
      if (both !== undefined) found.push(both)
    }
    if (found.length > MOST) return undefined
  }
  return found
}

const met = (a: Box, b: Box): Box | undefined => {
  const numbers = joined(a.numbers, b.numbers, intersected)
  const tags = joined(a.tags, b.tags, common)
  const levels = joined(a.levels, b.levels, common)
  if (numbers === undefined || tags === undefined || levels === undefined) return undefined
  const labels = joined(a.labels, b.labels, (left, right) => ({
    meets: [...left.meets, ...right.meets],
    avoids: [...left.avoids, ...right.avoids],
  }))
  const box = { labels: labels ?? new Map(), tags, levels, numbers }
  return isEmpty(box) ? undefined : box
}

const joined = <A>(
  a: ReadonlyMap<string, A>,
  b: ReadonlyMap<string, A>,
  both: (left: A, right: A) => A | undefined,
): ReadonlyMap<string, A> | undefined => {
  if (a.size === 0) return b
  if (b.size === 0) return a
  const all = new Map(a)
  for (const [key, right] of b) {
    const left = all.get(key)
    const one = left === undefined ? right : both(left, right)
    if (one === undefined) return undefined
    all.set(key, one)
  }
  return all
}

const common = (a: Texts, b: Texts): Texts => {
  if ("among" in a && "among" in b) return { among: a.among.filter((one) => b.among.includes(one)) }
  if ("except" in a && "except" in b) return { except: [...new Set([...a.except, ...b.except])] }
  const [among, except] =
    "among" in a ? [a.among, "except" in b ? b.except : []] : ["among" in b ? b.among : [], a.except]
  return { among: among.filter((one) => !except.includes(one)) }
}

/** Two ranges of one axis; `undefined` where they have no number in common. @internal */
export const intersected = (a: Numbers, b: Numbers): Numbers | undefined => {
  if (a.is === "absent") return b.is === "absent" || b.orAbsent ? a : undefined
  if (b.is === "absent") return a.orAbsent ? b : undefined
  const step = a.step === undefined ? b.step : b.step === undefined ? a.step : commonStep(a.step, b.step)
  const orAbsent = a.orAbsent && b.orAbsent
  return within({ ...a, step, orAbsent }, b.low, b.high) ?? (orAbsent ? { is: "absent", e: a.e } : undefined)
}

const within = (whole: Between, low?: Span.End, high?: Span.End): Between | undefined => {
  const [from, to] = [higher(whole.low, low), lower(whole.high, high)]
  const { step } = whole
  const ends =
    step === undefined
      ? ([from, to] as const)
      : ([from && onLattice(from, step, "ceiling"), to && onLattice(to, step, "floor")] as const)
  const [least, most] = ends
  if (least !== undefined && most !== undefined) {
    const order = Exact.compare(least.at, most.at)
    if (order > 0 || (order === 0 && !(least.closed && most.closed))) return undefined
  }
  return { ...whole, low: least, high: most }
}

const higher = (a: Span.End | undefined, b: Span.End | undefined): Span.End | undefined => {
  if (a === undefined || b === undefined) return a ?? b
  const order = Exact.compare(a.at, b.at)
  return order > 0 || (order === 0 && !a.closed) ? a : b
}

const lower = (a: Span.End | undefined, b: Span.End | undefined): Span.End | undefined => {
  if (a === undefined || b === undefined) return a ?? b
  const order = Exact.compare(a.at, b.at)
  return order < 0 || (order === 0 && !a.closed) ? a : b
}

const onLattice = ({ at, closed }: Span.End, step: Exact.Exact, to: "ceiling" | "floor"): Span.End => {
  const near = Rounding.round(at, to, step)
  if (closed || !Exact.equals(near, at)) return { at: near, closed: true }
  return { at: to === "ceiling" ? Exact.add(near, step) : Exact.subtract(near, step), closed: true }
}

/** The least step that is a multiple of both. */
const commonStep = (a: Exact.Exact, b: Exact.Exact): Exact.Exact => {
  if (Exact.equals(a, b)) return a
  const below = Exact.denominator(a) * Exact.denominator(b)
  const [x, y] = [Exact.numerator(a) * Exact.denominator(b), Exact.numerator(b) * Exact.denominator(a)]
  return Exact.divideUnsafe(Exact.ofBigInt((x * y) / divisor(x, y)), Exact.ofBigInt(below))
}

const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : divisor(b, a % b))
