/**
 * Differences (差异): what two lists of clauses have that is not the same, and every list between the two, with some of the
 * clauses of one and the rest of the other.
 *
 * What changes no result is no difference: names, citations, notes, and the order of lists whose order says nothing.
 *
 * @since 0.1.0
 */
import { pointer } from "../foundation/Fault.js"
import type { Label } from "../foundation/Label.js"
import type { Cite } from "./Expression.js"
import type { Path } from "./World.js"

// ---------------------------------------------------------------- models

/** What kind of clause or record differs. @internal */
export type Part =
  | "book"
  | "force"
  | "class"
  | "node"
  | "weight"
  | "piece"
  | "row"
  | "act"
  | "cap"
  | "sameAct"
  | "validity"
  | "suspension"
  | "rounding"
  | "effect"
  | "level"
  | "badge"
  | "award"
  | "climb"
  | "quota"
  | "ties"
  | "ranking"
  | "slot"
  | "order"
  | "fact"
  | "subject"
  | "closure"
  | "result"
  | "seed"
  | "period"
  | "coordinate"

/**
 * One clause or record that differs: where it stands, and where the texts say so. `of` is the subject that a record is
 * about. @internal
 */
export interface Difference {
  readonly key: string
  readonly part: Part
  readonly is: "added" | "removed" | "changed" | "renamed"
  readonly id?: string
  readonly path: string
  readonly label?: Label
  readonly before?: Cite
  readonly after?: Cite
  readonly of?: string
}

/** The version that has these differences from the new one and all else from the old one. @internal */
export type Mix<A> = (chosen: ReadonlySet<string>) => A

/** What stands on either side. @internal */
export interface Pair<A> {
  readonly a?: A
  readonly b?: A
}

/** Writes a difference down and gives it its key. @internal */
export type Note = (difference: Omit<Difference, "key" | "is">, pair: Pair<unknown>) => string

// ---------------------------------------------------------------- getters

/** Lists whose order says nothing. */
const SETS: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "in",
  "of",
  "needs",
  "rows",
  "pieces",
  "acts",
  "caps",
  "validity",
  "suspensions",
  "kinds",
  "levels",
])

/** What is printed beside a clause and changes no result. */
const PRINTED: ReadonlySet<string> = /* @__PURE__ */ new Set(["cite", "full", "form", "source"])

/** A clause by what it means: without what is printed beside it, and with lists in one order where theirs says nothing. @internal */
export const meaning = (part: unknown, key = ""): string => {
  if (Array.isArray(part)) {
    const parts = part.map((one) => meaning(one))
    return `[${(SETS.has(key) ? parts.sort() : parts).join()}]`
  }
  if (typeof part !== "object" || part === null) return JSON.stringify(part) ?? "-"
  const fields = Object.entries(part).filter(
    ([name, value]) => value !== undefined && !PRINTED.has(name) && !(name === "label" && typeof value === "object"),
  )
  return `{${fields
    .map(([name, value]) => `${JSON.stringify(name)}:${meaning(value, name)}`)
    .sort()
    .join()}}`
}

/** @internal */
export const isSame = (a: unknown, b: unknown): boolean => meaning(a) === meaning(b)

/** @internal */
export const idOf = (one: unknown): string | undefined => {
  const id = typeof one === "object" && one !== null && "id" in one ? one.id : undefined
  return typeof id === "string" ? id : undefined
}

// ---------------------------------------------------------------- operations

/** Who stands beside whom: by id, then what means the same, then what is left one after the other. @internal */
export const pairs = <A>(
  olds: ReadonlyArray<A>,
  news: ReadonlyArray<A>,
  id: (one: A) => string | undefined = idOf,
): ReadonlyArray<Pair<A>> => {
  const partner = new Map<number, A>()
  const taken = new Set<A>()
  const match = (keyOf: (one: A) => string | undefined) => {
    const waiting = new Map<string, Array<A>>()
    for (const one of olds) {
      const key = taken.has(one) ? undefined : keyOf(one)
      const same = key === undefined ? undefined : waiting.get(key)
      if (same !== undefined) same.push(one)
      else if (key !== undefined) waiting.set(key, [one])
    }
    for (const [index, one] of news.entries()) {
      const key = partner.has(index) ? undefined : keyOf(one)
      const old = key === undefined ? undefined : waiting.get(key)?.shift()
      if (old === undefined) continue
      partner.set(index, old)
      taken.add(old)
    }
  }
  match(id)
  match((one) => (id(one) === undefined ? meaning(one) : undefined))
  match((one) => (id(one) === undefined ? "" : undefined))
  const found: Array<Pair<A>> = news.map((b, index) => {
    const a = partner.get(index)
    return a === undefined ? { b } : { a, b }
  })
  return olds.reduce((all, one, index) => (taken.has(one) ? all : insertedAfter(all, olds[index - 1], one)), found)
}

const insertedAfter = <A>(all: Array<Pair<A>>, before: A | undefined, a: A): Array<Pair<A>> => {
  const at = before === undefined ? -1 : all.findIndex((pair) => pair.a === before)
  return [...all.slice(0, at + 1), { a }, ...all.slice(at + 1)]
}

/** A value that is one or the other. @internal */
export const either =
  <A>(pair: Pair<A>, key: string): Mix<A | undefined> =>
  (chosen) =>
    chosen.has(key) ? pair.b : pair.a

/** A list of clauses each of which is one or the other, or is there or not. @internal */
export const listed = <A>(
  all: ReadonlyArray<Pair<A>>,
  differing: (pair: Pair<A>) => Mix<A | undefined>,
): Mix<ReadonlyArray<A>> => {
  const items = all.map((pair) =>
    pair.a !== undefined && pair.b !== undefined && isSame(pair.a, pair.b) ? () => pair.b : differing(pair),
  )
  return (chosen) => items.flatMap((item) => item(chosen) ?? [])
}

/** Clauses of one kind with ids. @internal */
export const clauses = <A extends { readonly id: string; readonly label?: Label; readonly cite?: Cite }>(
  note: Note,
  part: Part,
  path: Path,
  olds: ReadonlyArray<A>,
  news: ReadonlyArray<A>,
): Mix<ReadonlyArray<A>> =>
  listed(pairs(olds, news), (pair) => {
    const { id, label } = pair.b ?? pair.a ?? { id: "" }
    const at = pointer([...path, pair.b === undefined ? olds.indexOf(pair.a as A) : news.indexOf(pair.b)])
    return either(pair, note({ part, id, path: at, ...(label === undefined ? {} : { label }) }, pair))
  })

/** The same with an order that says something: it is a difference of its own. @internal */
export const ordered = <A extends { readonly id: string; readonly label?: Label; readonly cite?: Cite }>(
  note: Note,
  part: Part,
  path: Path,
  olds: ReadonlyArray<A>,
  news: ReadonlyArray<A>,
): Mix<ReadonlyArray<A>> => {
  const common = (all: ReadonlyArray<A>, others: ReadonlyArray<A>) =>
    all.map(({ id }) => id).filter((id) => others.some((other) => other.id === id))
  const [before, after] = [common(olds, news), common(news, olds)]
  const mix = clauses(note, part, path, olds, news)
  if (before.join("\u0000") === after.join("\u0000")) return mix
  const key = note({ part: "order", id: part, path: pointer(path) }, { a: before, b: after })
  const place = (order: ReadonlyArray<A>, one: A) => order.findIndex(({ id }) => id === one.id)
  return (chosen) => {
    const order = chosen.has(key) ? news : olds
    const list = [...mix(chosen)]
    const kept = list.filter((one) => place(order, one) >= 0).sort((a, b) => place(order, a) - place(order, b))
    return list.map((one) => (place(order, one) >= 0 ? (kept.shift() ?? one) : one))
  }
}
