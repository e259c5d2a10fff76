/**
 * The population (参评总体): the stages of the verdict where others matter, quotas and rankings.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import * as Rounding from "../foundation/Rounding.js"
import type { Quota } from "./Clause.js"
import { decide, on } from "./Condition.js"
import { read } from "./Evaluation.js"
import type { When } from "./Expression.js"
import type * as Outcome from "./Outcome.js"
import * as Placing from "./Placing.js"
import type { Rulebook } from "./Rulebook.js"
import type * as Span from "./Span.js"
import * as Value from "./Value.js"
import { type Candidate, type Levels, stored } from "./Verdict.js"
import { grouped, groupOf, groupText, keyOf, type Path, peerScope, type Scope, type Verdict } from "./World.js"

// ---------------------------------------------------------------- getters

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

// ---------------------------------------------------------------- decisions

const groups = (
  candidates: ReadonlyArray<Candidate>,
  when: When | undefined,
  group: string | null,
  path: Path,
): ReadonlyArray<readonly [string, ReadonlyArray<Candidate>]> => {
  const members = candidates.filter((one) => isMember(one, when, path) !== "no")
  return [...grouped(members, ({ subject }) => groupOf(subject, group))]
    .sort(([a], [b]) => order(a, b))
    .map(([key, all]) => [groupText(key), all])
}

/** Whether a candidate is of those that a quota or ranking is about. @internal */
export const isMember = (one: Candidate, when: When | undefined, path: Path): Verdict => {
  if (when === undefined) return "yes"
  const scope = untraced(one.scope)
  const find = () => decide(when, scope, path, read)
  return scope.world.others === undefined
    ? find()
    : scope.world.others.verdict(one.subject.id, keyOf(path, scope), find)
}

/** Whether it is not yet known of a member of a group that it is one. */
const isOpen = (one: Candidate, when: When | undefined, path: Path): boolean => isMember(one, when, path) === "unknown"

const untraced = (scope: Scope): Scope => peerScope(scope, scope.subject)

const placesOf = ({ of }: Quota, size: number): Exact.Exact =>
  "seats" in of
    ? Exact.integerUnsafe(of.seats)
    : Rounding.whole(Exact.multiply(Exact.parseUnsafe(of.share), Exact.integerUnsafe(size)), of.round)

/** From the best level down: who stands behind the places of a level, or of several together, falls below them. @internal */
export const quotas = (book: Rulebook, rated: ReadonlyArray<Candidate>): ReadonlyArray<Candidate> => {
  let all = rated
  for (const index of book.levels.keys()) {
    for (const [at, quota] of book.quotas.entries()) {
      if (quota.sense !== "most" || Math.max(...limitedBy(book, quota)) !== index) continue
      const moved = groups(all, quota.among, quota.group, ["quotas", at, "among"]).flatMap(([, members]) => {
        const certain = members.filter((one) => !isOpen(one, quota.among, ["quotas", at, "among"])).length
        return cut(book, quota, index, members, certain).moved
      })
      const fallen = new Map(moved.map((one) => [one.subject.id, one]))
      all = all.map((one) => fallen.get(one.subject.id) ?? one)
    }
  }
  return all
}

/** Who falls, and who stands across the cut: equals of whom some would have had a place. */
interface Cut {
  readonly moved: ReadonlyArray<Candidate>
  readonly across: ReadonlyArray<string>
}

const limitedBy = (book: Rulebook, { levels }: Quota): ReadonlyArray<number> =>
  levels.map((level) => book.levels.findIndex(({ id }) => id === level))

const cut = (
  book: Rulebook,
  quota: Quota,
  /** The lowest of the levels that share the places. */
  index: number,
  members: ReadonlyArray<Candidate>,
  /** Of how many it is known that they are of the group. */
  certain: number,
): Cut => {
  const free = members.filter((one) => !isOver(one, index))
  const at = (one: Candidate) => (one.levels.is === "possible" ? one.levels.at : [])
  const limited = limitedBy(book, quota)
  const maybe = free.filter((one) => at(one).some((level) => limited.includes(level)))
  const places = placesOf(quota, members.length)
  if (Exact.compare(Exact.integerUnsafe(maybe.length), placesOf(quota, certain)) <= 0) return { moved: [], across: [] }
  const unsure =
    certain < members.length ||
    maybe.some((one) => at(one).length > 1 || one.maybeOverQuota || !Value.isNumeric(one.score))
  const ranked = unsure ? undefined : inOrder(book, limited, maybe)
  if (ranked === undefined) {
    return { moved: maybe.map((one) => fall(one, quota.id, [...at(one), index + 1])), across: [] }
  }
  let taken = 0
  const behind = new Map<string, ReadonlyArray<number>>()
  const across: Array<string> = []
  for (const { level, equals } of ranked) {
    const fits = Exact.compare(Exact.integerUnsafe(taken + equals.length), places) <= 0
    const partly = !fits && Exact.compare(Exact.integerUnsafe(taken), places) < 0
    for (const { id, scope } of equals) {
      if (!fits) behind.set(id, partly && Placing.leavesOpen(book.ties, scope) ? [level, index + 1] : [index + 1])
      if (partly) across.push(id)
    }
    taken += equals.length
  }
  const moved = maybe.flatMap((one) => {
    const to = behind.get(one.subject.id)
    return to === undefined ? [] : [fall(one, quota.id, to)]
  })
  return { moved, across }
}

/** Places go to the better level first, and within a level to the better score; nothing while a tie key is not known. */
const inOrder = (book: Rulebook, limited: ReadonlyArray<number>, holders: ReadonlyArray<Candidate>) => {
  const found = [...limited]
    .sort((a, b) => a - b)
    .map((level) => {
      const entrants = holders.flatMap(({ subject: { id }, levels, score, scope }) =>
        levels.is === "possible" && levels.at[0] === level && Value.isNumeric(score)
          ? [{ id, value: score, scope: untraced(scope) }]
          : [],
      )
      const classes = Placing.classes(entrants, "high", book.ties, [], read)
      return classes?.map((equals) => ({ level, equals }))
    })
  const known = found.flatMap((classes) => (classes === undefined ? [] : [classes]))
  return known.length < found.length ? undefined : known.flat()
}

/** Whether a direct award gives the level without a place of its quota. */
const isOver = ({ overQuota }: Candidate, index: number): boolean => overQuota !== undefined && overQuota <= index

const fall = (one: Candidate, by: string, at: ReadonlyArray<number>): Candidate => {
  const levels: Levels = { is: "possible", at: [...new Set(at)].sort((a, b) => a - b) }
  return { ...one, levels, stages: [...one.stages, { stage: "quota", by, to: levels }] }
}

/** How every quota stands in every group. @internal */
export const reports = (book: Rulebook, settled: ReadonlyArray<Candidate>): ReadonlyArray<Outcome.QuotaReport> =>
  book.quotas.flatMap((quota, index) => {
    const path: Path = ["quotas", index, "among"]
    const lowest = Math.max(...limitedBy(book, quota))
    const limits = limitsFrom(book, index)
    return groups(settled, quota.among, quota.group, path).map(([group, members]) => {
      const certain = members.filter((one) => !isOpen(one, quota.among, path))
      const sure = new Set(certain)
      const held = holders(book, quota, certain).certain
      const places = placesOf(quota, members.length)
      const most = holders(book, quota, members).possible
      const found = members.map((one) => before(one, limits))
      return {
        quota: quota.id,
        group,
        members: ids(members),
        unsure: ids(members.filter((one) => !sure.has(one))),
        size: members.length,
        places: Number(Exact.text(places)),
        reached: holders(book, quota, found).possible,
        held,
        possible: most,
        across: quota.sense === "most" ? [...cut(book, quota, lowest, found, certain.length).across].sort(order) : [],
        met: isMet(quota, [certain.length, members.length], [held, most]),
      }
    })
  })

const ids = (some: ReadonlyArray<Candidate>): ReadonlyArray<string> => some.map(({ subject }) => subject.id)

/** The limits that are applied no earlier than a quota, which itself is no limit if there are none. */
const limitsFrom = (book: Rulebook, at: number): ReadonlySet<string> => {
  const limits = book.quotas
    .map((quota, index) => ({ ...quota, index, lowest: Math.max(...limitedBy(book, quota)) }))
    .filter(({ sense }) => sense === "most")
    .sort((a, b) => a.lowest - b.lowest || a.index - b.index)
  const nth = limits.findIndex(({ index }) => index === at)
  return new Set(nth < 0 ? [] : limits.slice(nth).map(({ id }) => id))
}

/** Somebody with the levels that were possible before these limits. */
const before = (one: Candidate, limits: ReadonlySet<string>): Candidate => {
  const stages = one.stages.filter(({ stage, by }) => stage !== "quota" || by === undefined || !limits.has(by))
  return { ...one, levels: stages.at(-1)?.to ?? one.levels }
}

/** How many count to a quota, for certain and at most; of a ceiling, who is there by an award beside it does not. */
const holders = (book: Rulebook, quota: Quota, members: ReadonlyArray<Candidate>) => {
  const { sense } = quota
  const limited = limitedBy(book, quota)
  const isCeiling = sense === "most" || sense === "noMore"
  const counted = members.filter((one) => !isCeiling || !limited.some((at) => isOver(one, at)))
  const possible = counted.filter(
    (one) => one.levels.is === "possible" && one.levels.at.some((at) => limited.includes(at)),
  )
  const certain = possible.filter(
    ({ levels: held, maybeOverQuota }) =>
      held.is === "possible" && held.at.every((at) => limited.includes(at)) && !(isCeiling && maybeOverQuota),
  )
  return { certain: certain.length, possible: possible.length }
}

type Ends = readonly [least: number, most: number]

/** How far the holders are from the size of the quota, from the least to the most of both, and where they may be. */
const isMet = (quota: Quota, size: Ends, held: Ends): Verdict => {
  const [least, most] = size.map((members) =>
    quota.sense === "about" && "share" in quota.of
      ? Exact.multiply(Exact.parseUnsafe(quota.of.share), Exact.integerUnsafe(members))
      : placesOf(quota, members),
  ) as [Exact.Exact, Exact.Exact]
  const [fewest, all] = held.map(Exact.integerUnsafe) as [Exact.Exact, Exact.Exact]
  return on(Value.between(Exact.subtract(fewest, most), Exact.subtract(all, least), []), allowed(quota))
}

/** By how many the holders may differ from the size of a quota. */
const allowed = ({ sense, slack = "0" }: Quota): Span.Span => {
  switch (sense) {
    case "most":
    case "noMore":
      return { le: "0" }
    case "least":
      return { ge: "0" }
    case "about":
      return { ge: Exact.text(Exact.negate(Exact.parseUnsafe(slack))), le: slack }
  }
}

/** The places of the rated subjects in every ranking. @internal */
export const rankings = (
  book: Rulebook,
  rated: ReadonlyArray<Candidate>,
): ReadonlyMap<string, ReadonlyArray<Outcome.Place>> => {
  const found = new Map<string, Array<Outcome.Place>>()
  for (const [index, ranking] of book.rankings.entries()) {
    const path: Path = ["rankings", index]
    for (const [group, members] of groups(rated, ranking.among, ranking.group, [...path, "among"])) {
      const entrants = members.flatMap((one) =>
        Value.isNumeric(one.score) ? [{ id: one.subject.id, value: one.score, scope: untraced(one.scope) }] : [],
      )
      for (const { id, value, tied, open } of Placing.places(entrants, "high", ranking.ties, path, read)) {
        const place = { ranking: ranking.id, group, place: stored(value), of: entrants.length, tied, open }
        found.set(id, [...(found.get(id) ?? []), place])
      }
    }
  }
  return found
}
