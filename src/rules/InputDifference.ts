/**
 * Differences of inputs (前后差异): what two evaluations are made from clause by clause and record by record that is not the
 * same, and every version between the two.
 *
 * @since 0.1.0
 */
import { pointer } from "../foundation/Fault.js"
import type { Does, Level } from "./Clause.js"
import { clauses, type Difference, isSame, type Mix, type Note, ordered, type Part } from "./Difference.js"
import type { Cite } from "./Expression.js"
import type { Input } from "./Interpreter.js"
import { records } from "./RecordDifference.js"
import type { Rulebook } from "./Rulebook.js"
import { tree } from "./TreeDifference.js"

// ---------------------------------------------------------------- models

/** What differs, and the versions between. @internal */
export interface Compared {
  readonly differences: ReadonlyArray<Difference>
  /** The version for everybody, or with the records about one subject alone. */
  readonly mix: (chosen: ReadonlySet<string>, subject?: string) => Input
  /** Levels that have another name and are otherwise the same, from the old name to the new one. */
  readonly renamed: ReadonlyMap<string, string>
}

// ---------------------------------------------------------------- operations

/** Levels that stand in the same place for the same scores under another name. */
const renamedIn = (a: ReadonlyArray<Level>, b: ReadonlyArray<Level>): ReadonlyMap<string, string> => {
  const known = (all: ReadonlyArray<Level>, id: string) => all.some((one) => one.id === id)
  const found = a.flatMap((old, index) => {
    const now = b[index]
    if (now === undefined || known(b, old.id) || known(a, now.id)) return []
    return isSame({ ...old, id: "" }, { ...now, id: "" }) ? [[old.id, now.id] as const] : []
  })
  return new Map(found)
}

/**
 * The book with levels under other names, wherever its clauses name them; conditions name the levels of frozen results,
 * which are called what they were called.
 */
const underNames = (book: Rulebook, names: ReadonlyMap<string, string>): Rulebook => {
  if (names.size === 0) return book
  const name = (id: string) => names.get(id) ?? id
  const does = <A extends Does | "nothing">(one: A): A =>
    typeof one === "object" && "atMost" in one ? { ...one, atMost: name(one.atMost) } : one
  return {
    ...book,
    levels: book.levels.map((one) => ({ ...one, id: name(one.id) })),
    quotas: book.quotas.map((one) => ({ ...one, levels: one.levels.map(name) })),
    awards: book.awards.map((one) => ({ ...one, atLeast: name(one.atLeast) })),
    effects: book.effects.map(({ repair, ...one }) => ({
      ...one,
      does: does(one.does),
      ...(repair === undefined ? {} : { repair: { ...repair, does: does(repair.does) } }),
    })),
  }
}

// ---------------------------------------------------------------- decisions

/** What two inputs have that is not the same. @internal */
export const compare = (before: Input, after: Input): Compared => {
  const found = new Map<string, Difference>()
  const note: Note = (difference, { a, b }) => {
    const is = a === undefined ? "added" : b === undefined ? "removed" : "changed"
    const place = difference.id ?? difference.path
    let key = `${difference.part} ${place}`
    while (found.has(key)) key += "'"
    found.set(key, { key, is, ...difference, ...citeOf(a, "before"), ...citeOf(b, "after") })
    return key
  }
  const renamed = renamedIn(before.book.levels, after.book.levels)
  const back = new Map([...renamed].map(([old, now]) => [now, old]))
  const names = [...renamed].map(([old, now]) => {
    const level = after.book.levels.find(({ id }) => id === now)
    const key = `level ${[old, now].sort().join(" ")}`
    const label = level?.label === undefined ? {} : { label: level.label }
    const cites = {
      ...citeOf(
        before.book.levels.find(({ id }) => id === old),
        "before",
      ),
      ...citeOf(level, "after"),
    }
    const path = pointer(["levels", after.book.levels.findIndex(({ id }) => id === now)])
    found.set(key, { key, part: "level", is: "renamed", id: now, path, ...label, ...cites })
    return { key, now }
  })
  const book = books(note, underNames(before.book, renamed), after.book)
  const ofBook = new Set(found.keys())
  const rest = records(note, before, after)
  const versions = new Map<string, Rulebook>()
  const version: Mix<Rulebook> = (chosen) => {
    const key = JSON.stringify([...chosen].filter((one) => ofBook.has(one)).sort())
    const kept = names.flatMap(({ key: name, now }) => (chosen.has(name) ? [] : [[now, back.get(now) ?? now] as const]))
    const made = versions.get(key) ?? underNames(book(chosen), new Map(kept))
    versions.set(key, made)
    return made
  }
  const mix = (chosen: ReadonlySet<string>, subject?: string): Input => ({
    ...rest(chosen, subject),
    book: version(chosen),
  })
  const differences = [...found.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
  return { differences, mix, renamed }
}

/** The parts of a book that are lists, or trees that hold lists. */
const LISTS = ["total", "classes", "effects", "levels", "badges", "awards", "quotas", "rankings"] as const

const ORDER: Difference = { key: "order", part: "order", is: "changed", id: "order", path: "" }

/**
 * The order of most lists says nothing, except which of several absences or conflicts is named, and what a policy about
 * absences makes of that. Where the old clauses in the order of the new text show another rating, the order differs. @internal
 */
export const withOrder = (before: Input, compared: Compared, shown: (input: Input) => string): Compared => {
  const turned = compared.mix(new Set())
  if (LISTS.every((part) => JSON.stringify(before.book[part]) === JSON.stringify(turned.book[part]))) return compared
  if (shown(before) === shown(turned)) return compared
  return {
    ...compared,
    differences: [...compared.differences, ORDER].sort((a, b) => (a.key < b.key ? -1 : 1)),
    mix: (chosen, subject) => (chosen.size === 0 ? before : compared.mix(chosen, subject)),
  }
}

const citeOf = (one: unknown, side: "before" | "after"): Partial<Record<"before" | "after", Cite>> => {
  const cite = typeof one === "object" && one !== null && "cite" in one ? (one.cite as Cite | undefined) : undefined
  return cite === undefined ? {} : { [side]: cite }
}

const books = (note: Note, a: Rulebook, b: Rulebook): Mix<Rulebook> => {
  const field = <K extends keyof Rulebook>(part: Part, ...names: ReadonlyArray<K>): Mix<Partial<Rulebook>> => {
    const of = (book: Rulebook) => Object.fromEntries(names.map((name) => [name, book[name]]))
    const [first] = names
    if (first === undefined || isSame(of(a), of(b))) return () => of(b)
    const cited = (book: Rulebook) => ({ ...of(book), cite: citeIn(book[first]) })
    const key = note({ part, path: pointer([first]) }, { a: cited(a), b: cited(b) })
    return (chosen) => of(chosen.has(key) ? b : a)
  }
  const total = tree(note, a.total, b.total, ["total"])
  const fields = [
    field("book", "id"),
    field("force", "inForce", "factsUnder"),
    field("rounding", "score"),
    field("climb", "climb"),
    field("ties", "ties"),
  ]
  const rivals = (book: Rulebook) => book.quotas.filter(({ sense }) => sense === "most").map(({ levels }) => levels[0])
  const isContested = [a, b].some((book) => new Set(rivals(book)).size < rivals(book).length)
  const lists: Record<string, Mix<unknown>> = {
    classes: clauses(note, "class", ["classes"], a.classes, b.classes),
    effects: clauses(note, "effect", ["effects"], a.effects, b.effects),
    levels: ordered(note, "level", ["levels"], a.levels, b.levels),
    badges: clauses(note, "badge", ["badges"], a.badges, b.badges),
    awards: clauses(note, "award", ["awards"], a.awards, b.awards),
    quotas: (isContested ? ordered : clauses)(note, "quota", ["quotas"], a.quotas, b.quotas),
    rankings: clauses(note, "ranking", ["rankings"], a.rankings, b.rankings),
    slots: clauses(note, "slot", ["slots"], a.slots, b.slots),
  }
  return (chosen) => ({
    ...b,
    total: total(chosen),
    ...Object.assign({}, ...fields.map((mix) => mix(chosen))),
    ...Object.fromEntries(Object.entries(lists).map(([name, mix]) => [name, mix(chosen)])),
  })
}

const citeIn = (part: unknown): Cite | undefined => {
  const { before } = citeOf(part, "before")
  return before
}
