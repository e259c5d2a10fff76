/**
 * Attempts (试评): one subject's result found again with further facts, some of which happen for certain and some of which
 * may, while everybody else's facts stay as they are.
 *
 * @since 0.1.0
 */
import * as Period from "../foundation/Period.js"
import type { Fact } from "./Fact.js"
import * as GroupTable from "./GroupTable.js"
import type { Input } from "./Interpreter.js"
import * as Judging from "./Judging.js"
import { quotas } from "./Population.js"
import type { Rulebook } from "./Rulebook.js"
import { type Located, nodesOf, nodesOfBook, nodesOfWhen } from "./Structure.js"
import { type Candidate, judge, among as peersIn } from "./Verdict.js"
import type { Scope, World } from "./World.js"

// ---------------------------------------------------------------- models

/** What a result is with some facts: before quotas and after them. @internal */
export interface Attempted {
  readonly alone: Candidate
  readonly settled: Candidate
}

/** @internal */
export interface Attempt {
  /** Nothing where the subject is not there or is exempt. */
  readonly of: (certain: ReadonlySet<string>, maybe: ReadonlySet<string>) => Attempted | undefined
  /** What quotas leave of a result beside those of all others. */
  readonly settled: (alone: Candidate) => Candidate
  /** Whether what may happen is bounded by evaluating it as not known; else only trying tells. */
  readonly isBounded: boolean
  /** Whether the book reads facts of a kind of this subject at all. */
  readonly reads: (kind: string) => boolean
}

// ---------------------------------------------------------------- constructors

/** Attempts with these facts, all of them about the subject, besides what is recorded, one fact of each id. @internal */
export const make = (input: Input, subject: string, further: ReadonlyArray<Fact>): Attempt => {
  const { book } = input
  const isLinked = GroupTable.isNeeded({ ...book, rankings: [], quotas: [] })
  const competes = book.quotas.some(({ sense }) => sense === "most")
  const everybody = isLinked || competes
  const judging = Judging.open({
    ...input,
    subjects: everybody ? input.subjects : input.subjects.filter(({ id }) => id === subject),
    facts: [
      ...(everybody
        ? input.facts
        : input.facts.filter((fact) => fact.subject === subject || fact.supersedes !== undefined)),
      ...further,
    ],
  })
  const called = judging.called.find((one) => one.subject.id === subject)
  const optional = new Set(further.map(({ id }) => id))
  const rivals = judging.called.filter((one) => one.subject.id !== subject && one.found.standing === "rated")
  const candidateOf = (world: World, one: Judging.Called): Candidate => {
    const scope: Scope = { world, subject: one.subject, window: input.period }
    return judge(book, scope, one.found)
  }
  const fixed = competes && !isLinked ? rivals.map((one) => candidateOf(judging.world, one)) : []
  const among = (alone: Candidate, world: World): Candidate => {
    if (!competes || alone.standing !== "rated") return alone
    const others = isLinked ? rivals.map((one) => candidateOf(world, one)) : fixed
    const all = quotas(
      book,
      [...others, alone].sort((a, b) => (a.subject.id < b.subject.id ? -1 : 1)),
    )
    return all.find((one) => one.subject.id === subject) ?? alone
  }
  return {
    of: (certain, maybe) => {
      if (called === undefined || called.found.standing === "exempt") return undefined
      const world = worldWith(judging.world, subject, optional, certain, maybe)
      const alone = candidateOf(world, called)
      return { alone, settled: among(alone, world) }
    },
    settled: (alone) => among(alone, alone.scope.world),
    isBounded: !isLinked && isTame(book) && further.every((fact) => isPlain(book, fact)),
    reads: (kind) => judging.reads.kinds.has(kind) || judging.reads.acts.has(kind),
  }
}

/** The world in which of the further facts only these are, and of some it is left open whether they happen. */
const worldWith = (
  world: World,
  subject: string,
  optional: ReadonlySet<string>,
  certain: ReadonlySet<string>,
  maybe: ReadonlySet<string>,
): World => {
  const kinds = [...(world.facts.get(subject) ?? [])].map(
    ([kind, facts]) => [kind, facts.filter(({ id }) => !optional.has(id) || certain.has(id) || maybe.has(id))] as const,
  )
  const facts = new Map(world.facts).set(subject, new Map(kinds))
  return { ...peersIn(world, world.subjects), facts, maybe }
}

// ---------------------------------------------------------------- guards

/** Whether a book never puts a number in the place of what is not known, and no cap moves what is not there. */
const isTame = (book: Rulebook): boolean =>
  nodesOfBook(book).every(({ e }) => {
    if (e.op === "sum" || e.op === "over") return (e.absent?.unknown ?? "interval") === "interval"
    return e.op !== "acts" || e.caps.every(({ on, min = "0", max = "0" }) => on !== "net" || isAboutNought(min, max))
  })

const isAboutNought = (min: string, max: string): boolean => !/^0*[1-9]|^0\.0*[1-9]/.test(min) && !max.startsWith("-")

/** Whether it is all the same to what rests on other facts, besides its own worth, if a fact happens or not. */
const isPlain = (book: Rulebook, fact: Fact): boolean => {
  const nodes = nodesOfBook(book).map(({ e }) => e)
  const suspends = nodes.some((e) => e.op === "acts" && e.suspensions.some(({ kinds }) => kinds.includes(fact.kind)))
  const grounds = book.effects.some(
    ({ when, repair }) => repair !== undefined && restsOn(book, nodesOfWhen(when, []), fact.kind),
  )
  return fact.absent === undefined && !suspends && !grounds
}

/** Whether any of these parts reads facts of a kind, behind references too. @internal */
export const restsOn = (book: Rulebook, parts: ReadonlyArray<Located>, kind: string): boolean => {
  const named = new Map(nodesOfBook(book).flatMap(({ e }) => (e.id === undefined ? [] : [[e.id, e] as const])))
  const seen = new Set<string>()
  const rests = ({ e }: Located): boolean => {
    if (e.op === "fact") return e.kind === kind
    if (e.op === "acts") return e.acts.some((act) => act.kind === kind)
    if (e.op !== "ref" || seen.has(e.to)) return e.op === "badges"
    seen.add(e.to)
    const to = named.get(e.to)
    return to !== undefined && nodesOf(to, []).some(rests)
  }
  return parts.some(rests)
}

// ---------------------------------------------------------------- getters

/** The day on which a period is assessed: its last, or a later one that is asked for. @internal */
export const assessed = ({ at, period }: Input): Input["at"] => {
  const last = Period.lastDay(period)
  return at.validAt < last ? { ...at, validAt: last } : at
}
