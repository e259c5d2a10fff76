/**
 * The population of a plan (列中总体): quotas and rankings over the levels and scores of all who are rated.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import * as Rounding from "../foundation/Rounding.js"
import type { Quota } from "./Clause.js"
import type * as Outcome from "./Outcome.js"
import type { Among, CompiledBook } from "./PlanBook.js"
import { ASK, NO, type Verdicts, YES } from "./PlanChoice.js"
import { type Column, LAZY, SIDE } from "./PlanColumn.js"
import { frame, groupsOf } from "./PlanGround.js"
import * as Places from "./PlanPlaces.js"
import { decide, everywhere, type Reader, read, settling } from "./PlanReading.js"
import type { Test, TieRule } from "./PlanTree.js"
import { NONE, SEVERAL, settled, type Verdict } from "./PlanVerdict.js"
import * as Value from "./Value.js"
import { groupText } from "./World.js"

// ---------------------------------------------------------------- models

/** What the population needs besides the verdicts. @internal */
export interface Population {
  readonly compiled: CompiledBook
  readonly reader: Reader
  readonly isRated: Uint8Array
  readonly verdict: Verdict
  /** The interpreter's answer to a condition about one subject. */
  readonly asked: (test: Test, row: number) => "yes" | "no" | "unknown"
}

/** The population with its scores as one column, those that the interpreter found left to be asked for. */
interface Standing extends Population {
  readonly score: Column
  readonly keys: Map<TieRule, ReadonlyArray<Column>>
}

/** A quota that took a level from somebody, and what is left. @internal */
export interface Fall {
  readonly by: string
  readonly to: ReadonlyArray<number>
}

/** How a limit stood when its turn came: how many had reached it, and who stood across the cut. */
interface Turn {
  readonly reached: number
  readonly across: ReadonlyArray<number>
}

/** What all limits did, by subject and by quota and group. @internal */
export interface Limits {
  readonly falls: ReadonlyMap<number, ReadonlyArray<Fall>>
  readonly turns: ReadonlyMap<string, Turn>
}

/** A ranking as columns: no place where `of` is nought. @internal */
export interface Ranked {
  readonly groups: Int32Array
  readonly names: ReadonlyArray<string>
  /** Twice the place; where it is not certain it stands beside. */
  readonly twice: Int32Array
  readonly between: ReadonlyMap<number, Value.Numeric>
  readonly of: Int32Array
  readonly tied: Int32Array
  readonly open: Uint8Array
}

/** The members of a group, and of how many it is certain that they are. */
interface Group {
  readonly name: string
  readonly rows: Int32Array
  readonly certain: Int32Array
}

// ---------------------------------------------------------------- constructors

const standing = (population: Population): Standing => {
  const { score, odd } = population.verdict
  const tag = odd.size === 0 ? score.tag : score.tag.slice()
  for (const row of odd.keys()) tag[row] = LAZY
  return { ...population, score: { ...score, tag }, keys: new Map() }
}

// ---------------------------------------------------------------- getters

/** Who is meant by a clause, group by group in the order of their names. */
const groups = ({ among, group }: Among, population: Population): ReadonlyArray<Group> => {
  const { reader, isRated, asked } = population
  const { ground } = reader
  const { of, names } = groupsOf(ground, group)
  const fits =
    among === null ? undefined : decide(among, everywhere(reader, frame(ground, ground.given.period)), reader)
  const open = new Set<number>()
  const rows = names.map((): Array<number> => [])
  for (let row = 0; row < of.length; row++) {
    if (isRated[row] !== 1) continue
    const verdict = verdictOf(fits, row, among, asked)
    if (verdict === "no") continue
    if (verdict === "unknown") open.add(row)
    rows[of[row]!]!.push(row)
  }
  return names
    .map((name, index) => ({ name, all: rows[index]! }))
    .filter(({ all }) => all.length > 0)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, all }) => ({
      name: groupText(name),
      rows: Int32Array.from(all),
      certain: Int32Array.from(open.size === 0 ? all : all.filter((row) => !open.has(row))),
    }))
}

const verdictOf = (
  fits: Verdicts | undefined,
  row: number,
  among: Test | null,
  asked: Population["asked"],
): "yes" | "no" | "unknown" => {
  const fit = fits === undefined ? YES : fits[row]
  return fit === ASK && among !== null ? asked(among, row) : fit === NO ? "no" : "yes"
}

const levelsAt = ({ level, several }: Verdict, row: number): ReadonlyArray<number> =>
  level[row] === SEVERAL ? (several.get(row) ?? []) : level[row]! >= 0 ? [level[row]!] : []

const isNumber = ({ score, odd }: Verdict, row: number): boolean => {
  const one = odd.get(row)
  return one === undefined ? score.tag[row]! <= SIDE : Value.isNumeric(one.score)
}

/** The keys of some subjects: their score, and what settles equals. */
const keysOf = (
  ties: TieRule,
  rows: Int32Array,
  { reader, verdict, score, keys }: Standing,
): ReadonlyArray<Places.Key> => {
  const own = frame(reader.ground, reader.ground.given.period)
  const columns = keys.get(ties) ?? ties.keys.map(({ e }) => read(e, everywhere(reader, own), reader))
  keys.set(ties, columns)
  const resolve = (row: number): Value.Value => verdict.odd.get(row)?.score ?? Value.absent("unknown")
  return [
    Places.keyOf(score, rows, "high", resolve),
    ...ties.keys.map(({ e, best }, at) => Places.keyOf(columns[at]!, rows, best, (row) => reader.ask(e, row, own))),
  ]
}

const placesOf = ({ of }: Quota, size: number): Exact.Exact =>
  "seats" in of
    ? Exact.integerUnsafe(of.seats)
    : Rounding.whole(Exact.multiply(Exact.parseUnsafe(of.share), Exact.integerUnsafe(size)), of.round)

const isMore = (count: number, places: Exact.Exact): boolean => Exact.compare(Exact.integerUnsafe(count), places) > 0

// ---------------------------------------------------------------- decisions

/** From the best level down: who stands behind the places of a level falls to the next. @internal */
export const quotas = (population: Population): Limits => {
  const { book } = population.compiled
  const falls = new Map<number, Array<Fall>>()
  const turns = new Map<string, Turn>()
  const stands = standing(population)
  const { level, several } = population.verdict
  const fall = (by: string, row: number, at: ReadonlyArray<number>): void => {
    const to = [...new Set(at)].sort((a, b) => a - b)
    level[row] = settled(to, row, several)
    falls.set(row, [...(falls.get(row) ?? []), { by, to }])
  }
  const limited = book.quotas.map((quota) => limitedBy(population.compiled, quota))
  for (const index of book.levels.keys()) {
    for (const [at, quota] of book.quotas.entries()) {
      if (quota.sense !== "most" || limited[at]!.at(-1) !== index) continue
      for (const group of groups(population.compiled.quotas[at]!, population)) {
        const reached = holders(quota, new Set(limited[at]), population.verdict, group.rows).possible
        const { moved, across } = cut(stands, quota, limited[at]!, group)
        turns.set(turnOf(at, group.name), { reached, across })
        for (const [row, to] of moved) fall(quota.id, row, to)
      }
    }
  }
  return { falls, turns }
}

const turnOf = (quota: number, group: string): string => `${quota} ${group}`

/** The levels that a quota is on, best first. */
const limitedBy = ({ levelOf }: CompiledBook, { levels }: Quota): ReadonlyArray<number> =>
  levels.map((id) => levelOf.get(id) ?? -1).sort((a, b) => a - b)

type Moved = readonly [row: number, to: ReadonlyArray<number>]

interface Cut {
  readonly moved: ReadonlyArray<Moved>
  readonly across: ReadonlyArray<number>
}

/** Who falls behind the lowest of the levels that share the places, and who stands across the cut. */
const cut = (stands: Standing, quota: Quota, limited: ReadonlyArray<number>, { rows, certain }: Group): Cut => {
  const { verdict, reader, compiled } = stands
  const { level, overQuota, maybeOver } = verdict
  const lowest = limited.at(-1) ?? NONE
  const isOver = (row: number) => overQuota[row] !== NONE && overQuota[row]! <= lowest
  const maybe = rows.filter((row) => !isOver(row) && levelsAt(verdict, row).some((at) => limited.includes(at)))
  if (!isMore(maybe.length, placesOf(quota, certain.length))) return { moved: [], across: [] }
  const isUnsure =
    certain.length < rows.length ||
    maybe.some((row) => !isNumber(verdict, row) || level[row] === SEVERAL || maybeOver[row] === 1)
  const ranked = isUnsure ? undefined : inOrder(stands, limited, maybe)
  if (ranked === undefined) {
    return { moved: Array.from(maybe, (row): Moved => [row, [...levelsAt(verdict, row), lowest + 1]]), across: [] }
  }
  const places = placesOf(quota, rows.length)
  const moved: Array<Moved> = []
  const across: Array<number> = []
  let taken = 0
  for (const { at, equals } of ranked) {
    const fits = !isMore(taken + equals.length, places)
    const isPartly = !fits && Exact.compare(Exact.integerUnsafe(taken), places) < 0
    const settles = isPartly ? settling(compiled.ties, equals, reader) : undefined
    for (const [index, row] of fits ? [] : equals.entries()) {
      const isOpen = settles !== undefined && Places.leavesOpen(settles, index)
      if (isPartly) across.push(row)
      moved.push([row, isOpen ? [at, lowest + 1] : [lowest + 1]])
    }
    taken += equals.length
  }
  return { moved, across }
}

/** Places go to the better level first, within a level to the better score; nothing while a key is not known. */
const inOrder = (
  stands: Standing,
  limited: ReadonlyArray<number>,
  holders: Int32Array,
): ReadonlyArray<{ readonly at: number; readonly equals: Int32Array }> | undefined => {
  const { compiled, reader, verdict } = stands
  const found: Array<{ readonly at: number; readonly equals: Int32Array }> = []
  for (const at of limited) {
    const rows = holders.filter((row) => verdict.level[row] === at)
    const settles = settling(compiled.ties, rows, reader)
    const classes = Places.classes(rows.length, keysOf(compiled.ties, rows, stands), settles)
    if (classes === undefined) return undefined
    for (const equals of classes) found.push({ at, equals: equals.map((index) => rows[index]!) })
  }
  return found
}

/** How every quota stands in every group. @internal */
export const reports = (population: Population, { turns }: Limits): ReadonlyArray<Outcome.QuotaReport> => {
  const { compiled, verdict, reader } = population
  const idsOf = (rows: Iterable<number>) => Array.from(rows, (row) => reader.ground.subjects[row]!.id)
  return compiled.book.quotas.flatMap((quota, index) => {
    const limited = new Set(limitedBy(compiled, quota))
    return groups(compiled.quotas[index]!, population).map(({ name, rows, certain }) => {
      const held = holders(quota, limited, verdict, certain).certain
      const most = holders(quota, limited, verdict, rows).possible
      const turn = turns.get(turnOf(index, name))
      return {
        quota: quota.id,
        group: name,
        members: idsOf(rows),
        unsure: certain.length === rows.length ? [] : idsOf(without(rows, certain)),
        size: rows.length,
        places: Number(Exact.text(placesOf(quota, rows.length))),
        reached: turn?.reached ?? most,
        held,
        possible: most,
        across: idsOf([...(turn?.across ?? [])].sort((a, b) => a - b)),
        met: isMet(quota, [certain.length, rows.length], [held, most]),
      }
    })
  })
}

const without = (rows: Int32Array, some: Int32Array): Int32Array => {
  const left = new Set(some)
  return rows.filter((row) => !left.has(row))
}

/** How many count to a quota, for certain and at most; of a ceiling, who is there by an award beside it does not. */
const holders = (
  { sense }: Quota,
  limited: ReadonlySet<number>,
  verdict: Verdict,
  rows: Int32Array,
): { readonly certain: number; readonly possible: number } => {
  const isCeiling = sense === "most" || sense === "noMore"
  let [certain, possible] = [0, 0]
  for (const row of rows) {
    const over = verdict.overQuota[row]!
    if (isCeiling && over !== NONE && [...limited].some((at) => over <= at)) continue
    const at = levelsAt(verdict, row)
    if (!at.some((one) => limited.has(one))) continue
    possible++
    if (at.every((one) => limited.has(one)) && !(isCeiling && verdict.maybeOver[row] === 1)) certain++
  }
  return { certain, possible }
}

type Ends = readonly [least: number, most: number]

/** Whether the holders are as many as a quota allows, wherever their number and that of the group may lie. */
const isMet = (quota: Quota, size: Ends, held: Ends): Outcome.QuotaReport["met"] => {
  const due = (members: number): Exact.Exact =>
    quota.sense === "about" && "share" in quota.of
      ? Exact.multiply(Exact.parseUnsafe(quota.of.share), Exact.integerUnsafe(members))
      : placesOf(quota, members)
  const least = Exact.subtract(Exact.integerUnsafe(held[0]), due(size[1]))
  const most = Exact.subtract(Exact.integerUnsafe(held[1]), due(size[0]))
  const slack = quota.sense === "about" ? Exact.parseUnsafe(quota.slack ?? "0") : Exact.zero
  const floor = quota.sense === "least" || quota.sense === "about" ? Exact.negate(slack) : undefined
  const roof = quota.sense === "least" ? undefined : slack
  const isAllowed = (q: Exact.Exact): boolean =>
    (floor === undefined || Exact.compare(q, floor) >= 0) && (roof === undefined || Exact.compare(q, roof) <= 0)
  if (isAllowed(least) && isAllowed(most)) return "yes"
  const isBeyond =
    (floor !== undefined && Exact.compare(most, floor) < 0) || (roof !== undefined && Exact.compare(least, roof) > 0)
  return isBeyond ? "no" : "unknown"
}

/** The places of the rated subjects in every ranking. @internal */
export const rankings = (population: Population): ReadonlyArray<Ranked> => {
  const { compiled, reader, verdict } = population
  const stands = standing(population)
  const n = reader.ground.subjects.length
  return compiled.rankings.map((ranking) => {
    const { of: numbers, names } = groupsOf(reader.ground, ranking.group)
    const made = {
      groups: numbers,
      names: names.map(groupText),
      twice: new Int32Array(n),
      between: new Map<number, Value.Numeric>(),
      of: new Int32Array(n),
      tied: new Int32Array(n),
      open: new Uint8Array(n),
    }
    for (const group of groups(ranking, population)) {
      const rows = group.rows.filter((row) => isNumber(verdict, row))
      const keys = keysOf(ranking.ties, rows, stands)
      for (const [at, place] of Places.places(rows.length, keys, settling(ranking.ties, rows, reader)).entries()) {
        const row = rows[at]!
        if (place.value.is === "known") made.twice[row] = Number(Exact.numerator(Exact.multiply(place.value.q, TWO)))
        else made.between.set(row, place.value)
        made.of[row] = rows.length
        made.tied[row] = place.tied
        made.open[row] = place.open ? 1 : 0
      }
    }
    return made
  })
}

const TWO = /* @__PURE__ */ Exact.integerUnsafe(2)
