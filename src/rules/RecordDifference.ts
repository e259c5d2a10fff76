/**
 * Differences of records (登记差异): whom two inputs are about and what was recorded of them that is not the same.
 *
 * @since 0.1.0
 */
import { either, idOf, isSame, type Mix, meaning, type Note, type Pair, type Part } from "./Difference.js"
import type { Input } from "./Interpreter.js"

// ---------------------------------------------------------------- operations

/** The records of a version; with a subject, those about it and about nobody in particular. @internal */
export type Records = (chosen: ReadonlySet<string>, subject?: string) => Omit<Input, "book">

/** Records by id; of those without one each stands for itself. @internal */
export const records = (note: Note, a: Input, b: Input): Records => {
  const subjects = keyed(note, "subject", a.subjects, b.subjects, idOf)
  const facts = keyed(note, "fact", a.facts, b.facts, ({ subject }) => subject)
  const closures = keyed(note, "closure", a.closures ?? [], b.closures ?? [], ({ subject }) => subject)
  const results = keyed(note, "result", a.results ?? [], b.results ?? [], ({ subject }) => subject)
  const seeds = keyed(note, "seed", seedsOf(a), seedsOf(b), () => undefined)
  const only = <A>(part: Part, x: A, y: A): Mix<A> => {
    if (isSame(x, y)) return () => y
    const key = note({ part, path: "" }, { a: x, b: y })
    return (chosen) => (chosen.has(key) ? y : x)
  }
  const [period, at] = [only("period", a.period, b.period), only("coordinate", a.at, b.at)]
  return (chosen, subject) => ({
    period: period(chosen),
    at: at(chosen),
    subjects: subjects(chosen, subject),
    facts: facts(chosen, subject),
    closures: closures(chosen, subject),
    results: results(chosen, subject),
    seeds: Object.fromEntries(seeds(chosen).map(({ id, seed }) => [id, seed])),
  })
}

const keyed = <A extends object>(
  note: Note,
  part: Part,
  olds: ReadonlyArray<A>,
  news: ReadonlyArray<A>,
  of: (one: A) => string | undefined,
): ((chosen: ReadonlySet<string>, subject?: string) => ReadonlyArray<A>) => {
  const [before, after] = [grouped(olds), grouped(news)]
  const bySubject = new Map<string | undefined, Array<Mix<ReadonlyArray<A> | undefined>>>()
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const [a, b] = [before.get(id), after.get(id)]
    const pair: Pair<ReadonlyArray<A>> = { ...(a === undefined ? {} : { a }), ...(b === undefined ? {} : { b }) }
    const about = new Set([...(a ?? []), ...(b ?? [])].map(of))
    const [first] = about
    const differs = a === undefined || b === undefined || sorted(a) !== sorted(b)
    const own = about.size === 1 && first !== undefined ? { of: first } : {}
    const item = differs ? either(pair, note({ part, id, path: "", ...own }, pair)) : () => b
    for (const one of about) {
      const items = bySubject.get(one)
      if (items === undefined) bySubject.set(one, [item])
      else items.push(item)
    }
  }
  const chosenOf = (items: ReadonlyArray<Mix<ReadonlyArray<A> | undefined>> | undefined, chosen: ReadonlySet<string>) =>
    (items ?? []).flatMap((item) => item(chosen) ?? [])
  const all = [...new Set([...bySubject.values()].flat())]
  return (chosen, subject) =>
    subject === undefined
      ? chosenOf(all, chosen)
      : [...chosenOf(bySubject.get(undefined), chosen), ...chosenOf(bySubject.get(subject), chosen)].filter(
          (one) => of(one) === undefined || of(one) === subject,
        )
}

const seedsOf = ({ seeds }: Input) => Object.entries(seeds ?? {}).map(([id, seed]) => ({ id, seed }))

const sorted = (all: ReadonlyArray<unknown>): string =>
  all
    .map((one) => meaning(one))
    .sort()
    .join()

/** Records that go by one id, which is what they say where they have none. */
const grouped = <A extends object>(all: ReadonlyArray<A>): ReadonlyMap<string, ReadonlyArray<A>> => {
  const found = new Map<string, Array<A>>()
  for (const one of all) {
    const id = idOf(one) ?? placeOf(one)
    const same = found.get(id)
    if (same === undefined) found.set(id, [one])
    else same.push(one)
  }
  return found
}

/** A frozen result by what it is the result of; a closure by all that it says. */
const placeOf = (one: object): string =>
  "book" in one && "period" in one && "subject" in one
    ? meaning({ book: one.book, period: one.period, subject: one.subject })
    : meaning(one)
