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

const isMember = (one: Candidate, when: When | undefined, path: Path): Verdict => {
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

/** From the best level down: who stands behind the places of a level falls to the next. @internal */
export const quotas = (book: Rulebook, rated: ReadonlyArray<Candidate>): ReadonlyArray<Candidate> => {
  let all = rated
  for (const [index, { id: level }] of book.levels.entries()) {
    for (const [at, quota] of book.quotas.entries()) {
      if (quota.sense !== "most" || quota.levels[0] !== level) continue
      for (const [, members] of groups(all, quota.among, quota.group, ["quotas", at, "among"])) {
        const certain = members.filter((one) => !isOpen(one, quota.among, ["quotas", at, "among"])).length
        const moved = new Map(cut(book, quota, index, members, certain).map((one) => [one.subject.id, one]))
        all = all.map((one) => moved.get(one.subject.id) ?? one)
      }
    }
  }
  return all
}

const cut = (
  book: Rulebook,
  quota: Quota,
  index: number,
  members: ReadonlyArray<Candidate>,
  /** Of how many it is known that they are of the group. */
  certain: number,
): ReadonlyArray<Candidate> => {
  const free = members.filter((one) => !isOver(one, index))
  const at = (one: Candidate) => (one.levels.is === "possible" ? one.levels.at : [])
  const maybe = free.filter((one) => at(one).includes(index))
  const places = placesOf(quota, members.length)
  if (Exact.compare(Exact.integerUnsafe(maybe.length), placesOf(quota, certain)) <= 0) return []
  const entrants = maybe.flatMap((one) =>
    Value.isNumeric(one.score) ? [{ id: one.subject.id, value: one.score, scope: untraced(one.scope) }] : [],
  )
  const unsure =
    certain < members.length ||
    entrants.length < maybe.length ||
    maybe.some((one) => at(one).length > 1 || one.maybeOverQuota)
  const ranked = unsure ? undefined : Placing.classes(entrants, "high", book.ties, [], read)
  if (ranked === undefined) return maybe.map((one) => fall(one, quota.id, [...at(one), index + 1]))
  let taken = 0
  const behind = new Map<string, ReadonlyArray<number>>()
  for (const equals of ranked) {
    const fits = Exact.compare(Exact.integerUnsafe(taken + equals.length), places) <= 0
    const partly = !fits && Exact.compare(Exact.integerUnsafe(taken), places) < 0
    for (const { id, scope } of equals) {
      if (!fits) behind.set(id, partly && Placing.leavesOpen(book.ties, scope) ? [index, index + 1] : [index + 1])
    }
    taken += equals.length
  }
  return maybe.flatMap((one) => {
    const to = behind.get(one.subject.id)
    return to === undefined ? [] : [fall(one, quota.id, to)]
  })
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
    return groups(settled, quota.among, quota.group, path).map(([group, members]) => {
      const certain = members.filter((one) => !isOpen(one, quota.among, path))
      const held = holders(book, quota, certain).certain
      const places = placesOf(quota, members.length)
      const most = holders(book, quota, members).possible
      return {
        quota: quota.id,
        group,
        size: members.length,
        places: Number(Exact.text(places)),
        held,
        met: isMet(quota, [certain.length, members.length], [held, most]),
      }
    })
  })

/** How many count to a quota, for certain and at most; of a ceiling, who is there by an award beside it does not. */
const holders = (book: Rulebook, { sense, levels }: Quota, members: ReadonlyArray<Candidate>) => {
  const limited = levels.map((level) => book.levels.findIndex(({ id }) => id === level))
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
