/**
 * The check of imports (引用检查) over a set of rulebooks: results of the same period that wait for one another, books that
 * are not there, and parts that the other book does not have.
 *
 * @since 0.1.0
 */
import type * as Defect from "./Defect.js"
import type { When } from "./Expression.js"
import type { Rulebook } from "./Rulebook.js"
import { type Located, nodesOfBook, whensOf } from "./Structure.js"
import * as Trial from "./Trial.js"
import { grouped, type Path } from "./World.js"

// ---------------------------------------------------------------- models

/** What one book reads of another's result: a node's value, or its level. */
interface Import {
  readonly from: string
  readonly at: "same" | "previous"
  readonly node?: string
  readonly levels?: ReadonlyArray<string>
  readonly path: Path
}

// ---------------------------------------------------------------- decisions

/** What a book reads of itself within one period. @internal */
export const checkOwn = (book: Rulebook, context: Trial.Context): Defect.Checked => {
  const own = importsOf(book, context.nodes).filter(({ from }) => from === book.id)
  const found = [
    ...own.filter(({ at }) => at === "same").map(({ path }) => cycleDefect(book, path, [book.id])),
    ...own.flatMap((one) => missing(book, one, [book])),
  ]
  return {
    answers: [answerOf(found, "lint.importCycle"), answerOf(found, "lint.importMissing")],
    defects: found,
  }
}

const answerOf = (found: ReadonlyArray<Defect.Defect>, code: Defect.Code): Defect.Answer =>
  Trial.answer(code, [], found.some((defect) => defect.code === code) ? "refuted" : "proven")

/** @internal */
export const check = (books: ReadonlyArray<Rulebook>): Defect.Checked => {
  const byId = grouped(books, ({ id }) => id)
  const read = books.map((book) => ({ book, imports: importsOf(book, nodesOfBook(book)) }))
  const edges = new Map<string, Set<string>>()
  for (const { book, imports } of read) {
    const to = edges.get(book.id) ?? new Set<string>()
    for (const { from, at } of imports) if (at === "same" && byId.has(from)) to.add(from)
    edges.set(book.id, to)
  }
  const rings = ringsOf(edges)
  const found = read.flatMap(({ book, imports }) => [
    ...imports.flatMap((one): ReadonlyArray<Defect.Defect> => {
      const others = byId.get(one.from)
      if (others === undefined) return [missingDefect(book, one.path, one.from, "–")]
      return missing(book, one, others)
    }),
    ...rings.flatMap((ring) => {
      const inside = imports.find(({ from, at }) => at === "same" && ring.includes(from))
      return ring[0] === book.id && inside !== undefined ? [cycleDefect(book, inside.path, ring)] : []
    }),
  ])
  return {
    answers: [answerOf(found, "lint.importCycle"), answerOf(found, "lint.importMissing")],
    defects: found,
  }
}

const importsOf = (book: Rulebook, nodes: ReadonlyArray<Located>): ReadonlyArray<Import> => [
  ...whensOf(book).flatMap(({ when, path }) => levelsIn(when, path)),
  ...nodes.flatMap(({ e, path }): ReadonlyArray<Import> => {
    if (e.op === "result") return [{ from: e.book, at: e.at, node: e.node, path }]
    if (e.op === "fact") return e.where === undefined ? [] : levelsIn(e.where, [...path, "where"])
    if (e.op === "case") return e.rows.flatMap(({ when }, index) => levelsIn(when, [...path, "rows", index, "when"]))
    if (e.op !== "acts") return []
    return [
      ...e.acts.flatMap(({ when }, index) =>
        when === undefined ? [] : levelsIn(when, [...path, "acts", index, "when"]),
      ),
      ...e.validity.flatMap(({ when }, index) => levelsIn(when, [...path, "validity", index, "when"])),
    ]
  }),
]

const levelsIn = (when: When, path: Path): ReadonlyArray<Import> => {
  switch (when.test) {
    case "level":
      return [{ from: when.book, at: when.at, levels: when.in, path }]
    case "not":
      return levelsIn(when.of, [...path, "of"])
    case "all":
    case "any":
    case "atLeast":
      return when.of.flatMap((part, index) => levelsIn(part, [...path, "of", index]))
    default:
      return []
  }
}

/** Nodes and levels that no version of the other book has. */
const missing = (
  book: Rulebook,
  { from, node, levels = [], path }: Import,
  others: ReadonlyArray<Rulebook>,
): ReadonlyArray<Defect.Defect> => {
  const known = new Set(others.flatMap(namesOf))
  const wanted = node === undefined || node === "score" ? [] : [`node ${node}`]
  return [...wanted, ...levels.map((level) => `level ${level}`)]
    .filter((name) => !known.has(name))
    .map((name) => missingDefect(book, path, from, name.slice(name.indexOf(" ") + 1)))
}

const namesOf = (book: Rulebook): ReadonlyArray<string> => [
  ...nodesOfBook(book).flatMap(({ e }) => (e.id === undefined ? [] : [`node ${e.id}`])),
  ...book.levels.map(({ id }) => `level ${id}`),
]

const citeOf = (book: Rulebook) => book.levels[0]?.cite ?? book.score.cite

const missingDefect = (book: Rulebook, path: Path, other: string, what: string): Defect.Defect => ({
  ...Trial.defect(book, "must", {
    code: "lint.importMissing",
    at: path,
    params: { book: other, what },
    cite: citeOf(book),
    evidence: Trial.places(path),
    repair: {
      text: {
        zh: `补上“${other}”的文本，或改写所引的名称`,
        en: `add the text of "${other}", or mend the name that is read`,
      },
    },
  }),
  subject: book.id,
})

const cycleDefect = (book: Rulebook, path: Path, ring: ReadonlyArray<string>): Defect.Defect => ({
  ...Trial.defect(book, "must", {
    code: "lint.importCycle",
    at: path,
    params: { books: ring.join("、") },
    cite: citeOf(book),
    evidence: Trial.places(path),
    repair: {
      text: {
        zh: "其中一个改读上期结果，或把共用的部分单列成一个办法",
        en: "let one of them read the last period's result, or put what they share into a book of its own",
      },
    },
  }),
  subject: book.id,
})

/** Books that wait for one another, each group once, in the order of their ids: strongly connected parts by two searches. */
const ringsOf = (edges: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyArray<ReadonlyArray<string>> => {
  const ids = [...edges.keys()].sort()
  const back = new Map<string, Array<string>>(ids.map((id) => [id, []]))
  for (const [from, all] of edges) for (const to of all) back.get(to)?.push(from)
  const finished: Array<string> = []
  const seen = new Set<string>()
  for (const id of ids)
    walk(
      id,
      (one) => [...(edges.get(one) ?? [])].sort(),
      seen,
      (one) => finished.push(one),
    )
  const taken = new Set<string>()
  const rings: Array<ReadonlyArray<string>> = []
  for (const id of finished.reverse()) {
    const ring: Array<string> = []
    walk(
      id,
      (one) => back.get(one) ?? [],
      taken,
      (one) => ring.push(one),
    )
    const isRing = ring.length > 1 || (ring.length === 1 && edges.get(id)?.has(id) === true)
    if (isRing) rings.push(ring.sort())
  }
  return rings.sort((a, b) => ((a[0] ?? "") < (b[0] ?? "") ? -1 : 1))
}

/** Every book reached from one, each once, told when all behind it are done. */
const walk = (
  from: string,
  next: (id: string) => ReadonlyArray<string>,
  seen: Set<string>,
  done: (id: string) => void,
): void => {
  if (seen.has(from)) return
  seen.add(from)
  const stack: Array<{ readonly id: string; readonly to: Array<string> }> = [{ id: from, to: [...next(from)] }]
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const to = top.to.shift()
    if (to === undefined) {
      done(top.id)
      stack.pop()
    } else if (!seen.has(to)) {
      seen.add(to)
      stack.push({ id: to, to: [...next(to)] })
    }
  }
}
