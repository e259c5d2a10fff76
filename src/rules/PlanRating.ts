/**
 * A rating (列评价): subjects and facts laid out, classes, verdicts and population in turn, and the interpreter at hand for
 * whatever is unusual.
 *
 * @since 0.1.0
 */
import * as Condition from "./Condition.js"
import * as Evaluation from "./Evaluation.js"
import type { Subject } from "./Fact.js"
import * as Judging from "./Judging.js"
import type * as Outcome from "./Outcome.js"
import * as PlanBook from "./PlanBook.js"
import { YES } from "./PlanChoice.js"
import { type Frame, frame, ground, resultsOf, standing, subjectsOf } from "./PlanGround.js"
import * as PlanPopulation from "./PlanPopulation.js"
import { decide, everywhere, type Reader } from "./PlanReading.js"
import { type Verdict, verdict } from "./PlanVerdict.js"
import type { Rulebook } from "./Rulebook.js"
import * as Value from "./Value.js"
import { type Classed, judge } from "./Verdict.js"
import type { Scope } from "./World.js"

// ---------------------------------------------------------------- models

/** The classes that subjects are of, each set of them once. @internal */
export interface Classes {
  readonly of: Int32Array
  readonly found: ReadonlyArray<Classed>
}

/** All that is known before the first node is read. @internal */
export interface Prepared {
  readonly reader: Reader
  readonly subjects: ReadonlyArray<Subject>
  /** Where each subject stands in the columns, less than nought for who is exempt. */
  readonly rows: Int32Array
  readonly classes: Classes
  readonly isRated: Uint8Array
  readonly classed: (row: number) => Classed
  readonly asking: Asking
  readonly judging: () => Judging.Judging
  readonly strangers: ReadonlyArray<string>
}

/** What is kept of a rating. @internal */
export interface Rated {
  readonly columns: Pick<Prepared, "subjects" | "rows" | "classes" | "judging"> & { readonly verdict: Verdict }
  readonly limits: PlanPopulation.Limits
  readonly quotas: ReadonlyArray<Outcome.QuotaReport>
  readonly rankings: ReadonlyArray<PlanPopulation.Ranked>
  readonly strangers: ReadonlyArray<string>
}

// ---------------------------------------------------------------- constructors

/** Subjects and facts laid out, and who is of which class. @internal */
export const prepared = (compiled: PlanBook.CompiledBook, given: Judging.Given): Prepared => {
  const judging = later(given)
  const subjects = subjectsOf(given.subjects)
  const results = resultsOf(given)
  const classes = classesOf(compiled, given, subjects, results, judging)
  const classedAt = (index: number): Classed => classes.found[classes.of[index]!]!
  const called: Array<Subject> = []
  const places: Array<number> = []
  const rows = new Int32Array(subjects.length).fill(-1)
  const at = new Map<string, number>()
  for (const [index, subject] of subjects.entries()) {
    if (classedAt(index).standing !== "exempt") {
      rows[index] = called.length
      called.push(subject)
      places.push(index)
    }
    at.set(subject.id, rows[index]!)
  }
  const isAll = called.length === subjects.length
  const laid = ground(given, isAll ? subjects : called, at, standing(given), compiled.reads, results)
  const [isPeer, isRated] = [new Uint8Array(called.length), new Uint8Array(called.length)]
  for (const [row, index] of places.entries()) {
    const { standing: found } = classedAt(index)
    if (found === "rated" || found === "unrated") isPeer[row] = 1
    if (found === "rated") isRated[row] = 1
  }
  const asking = asked(judging, called)
  const reader = { ground: laid.ground, named: compiled.named, badges: compiled.badges, isPeer, ask: asking.value }
  const classed = (row: number): Classed => classedAt(places[row]!)
  return { reader, subjects, rows, classes, isRated, classed, asking, judging, strangers: laid.strangers }
}

/** The interpreter's world, when it is first asked. */
const later = (given: Judging.Given): (() => Judging.Judging) => {
  let made: Judging.Judging | undefined
  return () => {
    made ??= Judging.open(given)
    return made
  }
}

/** What the interpreter says of one subject. @internal */
export type Asking = ReturnType<typeof asked>

const asked = (judging: () => Judging.Judging, subjects: ReadonlyArray<Subject>) => {
  const scope = (row: number, at?: Frame): Scope => {
    const { world } = judging()
    const window = at?.window ?? world.period
    const view = at?.months === undefined ? {} : { view: { months: at.months } }
    return { world, subject: subjects[row]!, window, ...view }
  }
  return {
    scope,
    value: ((node, row, at) => Evaluation.read(node.e, scope(row, at), node.path)) satisfies Reader["ask"],
    verdict: ((test, row) =>
      Condition.decide(test.when, scope(row), test.path, Evaluation.read)) satisfies PlanPopulation.Population["asked"],
  }
}

/** Classes ask for labels and frozen levels; where a book asks for more, the interpreter says who is of which. */
const classesOf = (
  { book, classes, reads }: PlanBook.CompiledBook,
  given: Judging.Given,
  subjects: ReadonlyArray<Subject>,
  results: ReturnType<typeof resultsOf>,
  judging: () => Judging.Judging,
): Classes => {
  const of = new Int32Array(subjects.length)
  if (book.classes.length === 0) return { of, found: [{ classes: [], standing: "rated" }] }
  const sets = new Map<string | number, number>()
  const found: Array<Classed> = []
  const add = (index: number, one: () => Classed, key: string | number) => {
    const known = sets.get(key)
    of[index] = known ?? found.length
    if (known !== undefined) return
    sets.set(key, found.length)
    found.push(one())
  }
  if (classes.some(PlanBook.measures)) {
    for (const [index, one] of judging().called.entries()) add(index, () => one.found, JSON.stringify(one.found))
    return { of, found }
  }
  const { ground: laid } = ground(
    given,
    subjects,
    new Map(),
    { facts: [], gone: undefined, isInOrder: true },
    reads,
    results,
  )
  const reader = { ground: laid, named: new Map(), badges: [], isPeer: new Uint8Array(0), ask: () => Value.zero }
  const space = everywhere(reader, frame(laid, given.period))
  const fits = classes.map((test) => decide(test, space, reader))
  const heldBy = (index: number) => book.classes.filter((_, at) => fits[at]![index] === YES)
  for (let index = 0; index < subjects.length; index++) {
    add(
      index,
      () => classed(heldBy(index)),
      fits.length > MOST_BITS ? JSON.stringify(heldBy(index)) : bits(fits, index),
    )
  }
  return { of, found }
}

/** So many classes are told apart by the bits of one number. */
const MOST_BITS = 52

const bits = (fits: ReadonlyArray<Uint8Array>, index: number): number => {
  let found = 0
  for (let at = 0; at < fits.length; at++) if (fits[at]![index] === YES) found += 2 ** at
  return found
}

const classed = (held: Rulebook["classes"]): Classed => {
  const standings = new Set(held.map(({ standing }) => standing))
  const [only] = standings
  const one = standings.size === 1 ? only : undefined
  return { classes: held.map(({ id }) => id), standing: one ?? (standings.has("exempt") ? "exempt" : "unclassed") }
}

// ---------------------------------------------------------------- decisions

/** @internal */
export const rated = (compiled: PlanBook.CompiledBook, given: Judging.Given): Rated => {
  const { reader, subjects, rows, classes, isRated, classed, asking, judging, strangers } = prepared(compiled, given)
  const found = verdict(compiled, reader, isRated, (row, total) =>
    judge(given.book, asking.scope(row), classed(row), total),
  )
  const population = { compiled, reader, isRated, verdict: found, asked: asking.verdict }
  const limits = PlanPopulation.quotas(population)
  return {
    columns: { subjects, rows, classes, judging, verdict: found },
    limits,
    quotas: PlanPopulation.reports(population, limits),
    rankings: PlanPopulation.rankings(population),
    strangers,
  }
}
