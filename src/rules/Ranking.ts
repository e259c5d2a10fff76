/**
 * Rankings (排名) of plain entries: places by each way of counting equals, with what the places are out of, who stands
 * apart and what is still open; points by place; and what peers have together.
 *
 * Values are compared exactly. Nothing depends on the order in which entries come. Whose value is absent has no place
 * unless the policy gives one, and never a number.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Absence from "../foundation/Absence.js"
import type { CanonicalFault } from "../foundation/Canonical.js"
import * as Exact from "../foundation/Exact.js"
import { type Fault, make as fault, getOrThrow } from "../foundation/Fault.js"
import type { Label } from "../foundation/Label.js"
import * as Quantity from "../foundation/Quantity.js"
import * as Rate from "../foundation/Rate.js"
import * as Rounding from "../foundation/Rounding.js"
import type { Unit } from "../foundation/Unit.js"
import * as Draw from "./Draw.js"
import type { Ties } from "./Expression.js"
import * as Precedence from "./Precedence.js"
import { grouped, own } from "./World.js"

// ---------------------------------------------------------------- models

/**
 * A number, or why there is none.
 *
 * @category models
 * @since 0.1.0
 */
export type Value = Exact.Exact | Absence.Absence

/**
 * One who is ranked: an opaque id, the value, the tie keys in the order of the policy, and the group within which places
 * count; those without a group are one.
 *
 * @category models
 * @since 0.1.0
 */
export interface Entry {
  readonly id: string
  readonly value: Value
  readonly keys?: ReadonlyArray<Value>
  readonly group?: string
}

/**
 * How places are given. `best` is the better end of the value, `keys` of each tie key; `last` is what settles those who
 * are still equal: they share, a meeting decides, or a draw from the named seed of `seeds` does. `method` says which
 * place equals take: the first of them, the last, the mean, the number of classes ahead and one, or by id one after
 * the other, with the order left open. `absent` places those without a value: they stand apart (`apart`, where nothing
 * is said), before all (`top`) or behind all (`bottom`), equal to one another.
 *
 * @category models
 * @since 0.1.0
 */
export interface Policy {
  readonly best: "high" | "low"
  readonly method: Ties["method"]
  readonly keys?: ReadonlyArray<"high" | "low">
  readonly last: Ties["last"]
  readonly seeds?: Readonly<Record<string, string>>
  readonly absent?: "apart" | "top" | "bottom"
}

/**
 * A place (名次). `from` and `to` are the first and last of the places that the equals take together, `rank` the number of
 * their class, `tied` how many they are. `open`: people have yet to settle the order among them, or a tie key is not yet
 * known of one of them, so that each may come to stand anywhere from `from` to `to`.
 *
 * @category models
 * @since 0.1.0
 */
export interface Place {
  readonly id: string
  readonly value: Value
  readonly place: Exact.Exact
  readonly from: number
  readonly to: number
  readonly rank: number
  readonly tied: number
  readonly open: boolean
}

/**
 * The ranking of one group: how many are placed, in how many classes of equals, the places from the best on, and who
 * stands apart and why. `open`: some order is still to be settled, or some value is not yet known, so that places may
 * still change.
 *
 * @category models
 * @since 0.1.0
 */
export interface Ranking {
  readonly group?: string
  readonly method: Ties["method"]
  readonly best: "high" | "low"
  readonly size: number
  readonly classes: number
  readonly places: ReadonlyArray<Place>
  readonly apart: ReadonlyArray<{ readonly id: string; readonly why: Absence.Absence }>
  readonly open: boolean
}

/**
 * How far the value is from the first and from the class directly ahead (分差), never below nought; the first have nobody
 * ahead.
 *
 * @category models
 * @since 0.1.0
 */
export interface Gap {
  readonly id: string
  readonly first: Exact.Exact
  readonly next?: Exact.Exact
}

/**
 * So much less for each place lower: an amount, or a share of the full mark, never under the floor.
 *
 * @category models
 * @since 0.1.0
 */
export interface Decrement {
  readonly full: Exact.Exact
  readonly loss: Exact.Exact | { readonly share: Exact.Exact }
  readonly floor: Exact.Exact
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with entries: an id that stands twice, another number of tie keys than the policy has, or in a draw
 * an id or a seed without a canonical form, which has no lot.
 *
 * @category errors
 * @since 0.1.0
 */
export type RankingFault = Fault<"ranking.twice" | "ranking.keys"> | CanonicalFault

// ---------------------------------------------------------------- constructors

/**
 * The rankings of all groups, in the order of their names. Fails with all of `ranking.twice` and `ranking.keys`, and
 * where lots are drawn with the faults of ids and seeds without a canonical form.
 *
 * @example
 * ```ts
 * import { Exact } from "dangjian/foundation"
 * import { Ranking } from "dangjian/rules"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const scored = (id: string, score: string) => ({ id, value: Exact.parseUnsafe(score) })
 * const entries = [scored("甲镇", "91.5"), scored("乙镇", "96.5"), scored("丙镇", "91.5"), { id: "丁镇", value: "new" as const }]
 * const [ranking] = Result.getOrThrow(Ranking.rank(entries, Ranking.competition))
 * assert.deepEqual(ranking?.places.map(({ id, place }) => [id, place]), [["乙镇", 1], ["丙镇", 2], ["甲镇", 2]])
 * assert.deepEqual(ranking?.apart, [{ id: "丁镇", why: "new" }])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const rank = (
  entries: ReadonlyArray<Entry>,
  policy: Policy,
): Result.Result<ReadonlyArray<Ranking>, ReadonlyArray<RankingFault>> => {
  const lots = lotsOf(entries, policy)
  const faults = [...check(entries, policy), ...lots.flatMap(({ faults }) => faults)]
  if (faults.length > 0) return Result.fail(faults)
  const drawn = new Map(lots.map(({ id, lot }) => [id, lot]))
  const groups = [...grouped(entries, ({ group }) => (group === undefined ? "" : `.${group}`))]
  return Result.succeed(
    groups.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, members]) => ranked(members, policy, drawn)),
  )
}

const check = (entries: ReadonlyArray<Entry>, { keys = [] }: Policy): ReadonlyArray<RankingFault> => {
  const seen = new Set<string>()
  return entries.flatMap(({ id, keys: own = [] }, index) => {
    const isTwice = seen.has(id)
    seen.add(id)
    return [
      ...(isTwice ? [fault("ranking.twice", { id }, [index, "id"])] : []),
      ...(own.length === keys.length
        ? []
        : [fault("ranking.keys", { id, due: keys.length, found: own.length }, [index, "keys"])]),
    ]
  })
}

interface Lot {
  readonly id: string
  readonly lot: string
  readonly faults: ReadonlyArray<RankingFault>
}

/** The lots where there is a seed to draw from; a seed without a canonical form is named once. */
const lotsOf = (entries: ReadonlyArray<Entry>, { last, seeds }: Policy): ReadonlyArray<Lot> => {
  const name = typeof last === "object" ? last.draw : ""
  const seed = typeof last === "object" ? own(seeds, name) : undefined
  if (seed === undefined) return []
  return entries.map(({ id }, index) => {
    const lot = Draw.lot(seed, id)
    if (Result.isSuccess(lot)) return { id, lot: lot.success, faults: [] }
    const faults = lot.failure.flatMap((one) => {
      const [first, ...rest] = one.path
      if (first !== "seed") return [{ ...one, path: [index, "id", ...rest] }]
      return index === 0 ? [{ ...one, path: ["seeds", name, ...rest] }] : []
    })
    return { id, lot: "", faults }
  })
}

/** Those whom value, keys and lots leave equal; `waits` where a key that would go on is not yet known of one of them. */
interface Equals {
  readonly members: ReadonlyArray<Entry>
  readonly waits: boolean
}

const ranked = (members: ReadonlyArray<Entry>, policy: Policy, lots: ReadonlyMap<string, string>): Ranking => {
  const { absent = "apart", best, method } = policy
  const placed = absent === "apart" ? members.filter(({ value }) => !Absence.is(value)) : members
  const classes = classesOf(placed, policy, lots)
  const places: Array<Place> = []
  for (const [index, { members: equals, waits }] of classes.entries()) {
    const before = places.length
    const size = equals.length
    const open = waits || (size > 1 && isUnsettled(equals, policy))
    for (const [at, { id, value }] of equals.entries()) {
      const place = Precedence.placeOf(method, { before, size, index, at })
      places.push({ id, value, place, from: before + 1, to: before + size, rank: index + 1, tied: size, open })
    }
  }
  const apart = members.flatMap(({ id, value }) =>
    absent === "apart" && Absence.is(value) ? [{ id, why: value }] : [],
  )
  const [first] = members
  return {
    ...(first?.group === undefined ? {} : { group: first.group }),
    method,
    best,
    size: places.length,
    classes: classes.length,
    places,
    apart: apart.sort((a, b) => (a.id < b.id ? -1 : 1)),
    open: places.some(({ open }) => open) || members.some(({ value }) => value === "unknown"),
  }
}

/** Whether people have yet to put equals in an order; a draw leaves none where its seed is there. */
const isUnsettled = ([first]: ReadonlyArray<Entry>, { method, last }: Policy): boolean =>
  method === "ordinal" || (last !== "share" && first !== undefined && !Absence.is(first.value))

/** By value, then key by key, then by lot. The absent are equal whatever keys and lots say of them. */
const classesOf = (
  placed: ReadonlyArray<Entry>,
  { absent, best, keys = [] }: Policy,
  lots: ReadonlyMap<string, string>,
): ReadonlyArray<Equals> => {
  const leads = (value: Value) => (Absence.is(value) && absent === "top" ? Exact.zero : Exact.one)
  const byValue = parted(placed, ({ value }) => [leads(value), keyOf(value)], ["low", best])
  const byKeys = keys.reduce<ReadonlyArray<Equals>>(
    (classes, end, at) => classes.flatMap((one) => partedBy(one, (entry) => entry.keys?.[at], end)),
    byValue.map((members) => ({ members, waits: false })),
  )
  return lots.size === 0 ? byKeys : byKeys.flatMap((one) => partedBy(one, ({ id }) => lots.get(id), "low"))
}

const partedBy = (equals: Equals, key: (entry: Entry) => Value | string | undefined, end: "high" | "low") => {
  const { members, waits } = equals
  const [first] = members
  if (waits || members.length < 2 || first === undefined || Absence.is(first.value)) return [equals]
  if (members.some((entry) => key(entry) === "unknown")) return [{ members, waits: true }]
  return parted(members, (entry) => [keyOf(key(entry) ?? "notApplicable")], [end]).map((of) => ({
    members: of,
    waits: false,
  }))
}

const parted = (
  members: ReadonlyArray<Entry>,
  keys: (entry: Entry) => ReadonlyArray<Precedence.Key>,
  ends: Precedence.Ends,
): ReadonlyArray<ReadonlyArray<Entry>> =>
  Precedence.classes(
    members.map((of) => ({ id: of.id, of, keys: keys(of) })),
    ends,
  ).map((equals) => equals.map(({ of }) => of))

const keyOf = (value: Value | string): Precedence.Key => (Absence.is(value) ? null : value)

/**
 * {@link rank}, throwing a `FaultError`.
 *
 * @example
 * ```ts
 * import { Ranking } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * assert.deepEqual(Ranking.rankUnsafe([], Ranking.competition), [])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const rankUnsafe = (entries: ReadonlyArray<Entry>, policy: Policy): ReadonlyArray<Ranking> =>
  getOrThrow(rank(entries, policy))

// ---------------------------------------------------------------- getters

/**
 * A place as a share of what it is out of (名次百分位): of the classes of equals where the method counts classes, else of
 * all who are placed. The base is part of it, so that fourth of five and third of three classes are told apart.
 *
 * @example
 * ```ts
 * import { Exact, Rate } from "dangjian/foundation"
 * import { Ranking } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const entries = [1, 1, 5, 5, 3].map((value, index) => ({ id: `m${index}`, value: Exact.integerUnsafe(value) }))
 * const percents = (method: "min" | "dense") =>
 *   Ranking.rankUnsafe(entries, { best: "low", method, last: "share" }).flatMap((ranking) =>
 *     ranking.places.map((place) => Ranking.percent(ranking, place)),
 *   )
 * const [min, dense] = [percents("min").at(-1)!, percents("dense").at(-1)!]
 * assert.deepEqual([Rate.percent(min, 0, "halfUp"), min.denominator.amount, min.of.zh], ["80%", "5", "参加排名"])
 * assert.deepEqual([Rate.percent(dense, 0, "halfUp"), dense.denominator.amount, dense.of.zh], ["100%", "3", "名次档"])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const percent = (self: Ranking, { place }: Place): Rate.Rate<"place", "place"> => {
  const [base, of] = self.method === "dense" ? [self.classes, CLASSES] : [self.size, RANKED]
  return Rate.shareUnsafe(Quantity.of(place, PLACE), Quantity.countUnsafe(base, PLACE), of)
}

const PLACE: Unit<"place"> = { id: "place", label: { zh: "位", en: "places" } }
const CLASSES: Label = { zh: "名次档", en: "classes of equals" }
const RANKED: Label = { zh: "参加排名", en: "ranked" }

/**
 * The place counted from the last (倒数名次), by the same method.
 *
 * @example
 * ```ts
 * import { Exact } from "dangjian/foundation"
 * import { Ranking } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const entries = [90, 80, 80, 70].map((value, index) => ({ id: `m${index}`, value: Exact.integerUnsafe(value) }))
 * const [ranking] = Ranking.rankUnsafe(entries, Ranking.competition)
 * assert.deepEqual(ranking!.places.map((place) => Ranking.fromLast(ranking!, place)), [4, 2, 2, 1])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const fromLast = (self: Ranking, { from, to, rank: index, tied, place }: Place): Exact.Exact => {
  const at = self.method === "ordinal" ? to - Number(Exact.numerator(place)) : to - from
  return Precedence.placeOf(self.method, { before: self.size - to, size: tied, index: self.classes - index, at })
}

/**
 * How far everybody with a value is behind the first, and behind the class directly ahead.
 *
 * @example
 * ```ts
 * import { Exact } from "dangjian/foundation"
 * import { Ranking } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * // second in the district, five points behind the first; the other figures are made up
 * const entries = ["95", "90", "89.5"].map((value, index) => ({ id: `镇${index + 1}`, value: Exact.parseUnsafe(value) }))
 * const [ranking] = Ranking.rankUnsafe(entries, Ranking.competition)
 * const gaps = Ranking.gaps(ranking!).map(({ first, next }) => [Exact.text(first), next && Exact.text(next)])
 * assert.deepEqual(gaps, [["0", undefined], ["5", "5"], ["5.5", "0.5"]])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const gaps = ({ places, best }: Ranking): ReadonlyArray<Gap> => {
  const valued = places.flatMap(({ id, value, rank: index }) => (Absence.is(value) ? [] : [{ id, value, index }]))
  const byClass = new Map(valued.map(({ index, value }) => [index, value]))
  const [leader] = valued
  const between = (value: Exact.Exact, ahead: Exact.Exact) =>
    best === "high" ? Exact.subtract(ahead, value) : Exact.subtract(value, ahead)
  return valued.map(({ id, value, index }) => {
    const ahead = byClass.get(index - 1)
    const next = ahead === undefined ? {} : { next: between(value, ahead) }
    return { id, first: between(value, leader?.value ?? value), ...next }
  })
}

/**
 * The factor by which statistics of ranks are corrected for ties: one less Σ(t³ − t) over the classes, out of n³ − n; one
 * where at most one is placed.
 *
 * @example
 * ```ts
 * import { Exact } from "dangjian/foundation"
 * import { Ranking } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const entries = [1, 2, 2].map((value, index) => ({ id: `m${index}`, value: Exact.integerUnsafe(value) }))
 * const [ranking] = Ranking.rankUnsafe(entries, Ranking.competition)
 * assert.equal(Exact.text(Ranking.tieCorrection(ranking!)), "0.75")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const tieCorrection = ({ size, places }: Ranking): Exact.Exact => {
  if (size < 2) return Exact.one
  const sizes = places.flatMap(({ from, tied }, index) => (from === index + 1 ? [tied] : []))
  return Exact.subtract(Exact.one, Exact.divideUnsafe(Exact.sum(sizes.map(cubed)), cubed(size)))
}

/** t³ − t. */
const cubed = (count: number): Exact.Exact => {
  const t = Exact.integerUnsafe(count)
  return Exact.subtract(Exact.multiply(t, Exact.multiply(t, t)), t)
}

// ---------------------------------------------------------------- operations

/**
 * Points by a list (按名次给分), as `Scoring.rankList` gives them in a rulebook: the first place gets the first, a place
 * between two gets that of the better; `rest` is what further places get. Nothing where the list ends and says no rest;
 * who has no place gets no points, for the same reason.
 *
 * @example
 * ```ts
 * import { Exact } from "dangjian/foundation"
 * import { Ranking } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const list = [60, 57, 54, 51, 48].map(Exact.integerUnsafe)
 * assert.equal(Ranking.points(Exact.integerUnsafe(2), list), 57)
 * assert.equal(Ranking.points(Exact.parseUnsafe("2.5"), list), 57)
 * assert.equal(Ranking.points(Exact.integerUnsafe(6), list), undefined)
 * assert.equal(Ranking.points("exempt", list), "exempt")
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const points = (place: Value, list: ReadonlyArray<Exact.Exact>, rest?: Exact.Exact): Value | undefined => {
  if (Absence.is(place)) return place
  const whole = Exact.numerator(Rounding.whole(place, "floor"))
  if (whole < 1n) return undefined
  return whole <= BigInt(list.length) ? list[Number(whole) - 1] : rest
}

/**
 * Points that fall from place to place (名次递减), as `Scoring.rankDecrement` gives them in a rulebook; `loss` may be a share
 * of the full mark. Nothing below the first place.
 *
 * @example
 * ```ts
 * import { Exact } from "dangjian/foundation"
 * import { Ranking } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * // base 30, each place lower loses 5 % of it (温州, 2013)
 * const terms = { full: Exact.integerUnsafe(30), loss: { share: Exact.parseUnsafe("0.05") }, floor: Exact.zero }
 * const at = (place: number) => Exact.text(Ranking.decrement(Exact.integerUnsafe(place), terms) as Exact.Exact)
 * assert.deepEqual([at(1), at(4), at(11), at(51)], ["30", "25.5", "15", "0"])
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const decrement = (place: Value, { full, loss, floor }: Decrement): Value | undefined => {
  if (Absence.is(place)) return place
  if (Exact.compare(place, Exact.one) < 0) return undefined
  const each = typeof loss === "object" && "share" in loss ? Exact.multiply(full, loss.share) : loss
  const lost = Exact.multiply(each, Exact.subtract(place, Exact.one))
  return Exact.max(Exact.subtract(full, lost), floor)
}

/**
 * The best of the peers' values (最优值). Whose value is absent does not count, but while one is unknown so is the best;
 * where there is none at all the question does not apply.
 *
 * @example
 * ```ts
 * import { Exact } from "dangjian/foundation"
 * import { Ranking } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const values = [Exact.integerUnsafe(6), "exempt", Exact.integerUnsafe(9)] as const
 * assert.equal(Ranking.best(values, "high"), 9)
 * assert.equal(Ranking.best(["new"], "high"), "notApplicable")
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const best = (values: ReadonlyArray<Value>, end: "high" | "low"): Value => {
  const [first, ...rest] = numbers(values)
  if (values.includes("unknown")) return "unknown"
  return first === undefined ? "notApplicable" : rest.reduce(end === "high" ? Exact.max : Exact.min, first)
}

const numbers = (values: ReadonlyArray<Value>): ReadonlyArray<Exact.Exact> =>
  values.filter((value): value is Exact.Exact => !Absence.is(value))

/**
 * The mean of the peers' values (平均值), on the same terms as {@link best}.
 *
 * @example
 * ```ts
 * import { Exact } from "dangjian/foundation"
 * import { Ranking } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const values = [Exact.integerUnsafe(1), "notApplicable", Exact.integerUnsafe(2)] as const
 * assert.deepEqual(Ranking.mean(values), Exact.parseUnsafe("1.5"))
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const mean = (values: ReadonlyArray<Value>): Value => {
  const all = numbers(values)
  if (values.includes("unknown")) return "unknown"
  if (all.length === 0) return "notApplicable"
  return Exact.divideUnsafe(Exact.sum(all), Exact.integerUnsafe(all.length))
}

/**
 * What stands in for a peer who has no value of its own: the mean of the others (缺项取其他单位平均值).
 *
 * @example
 * ```ts
 * import { Exact } from "dangjian/foundation"
 * import { Ranking } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const peers = [
 *   { id: "甲局", value: Exact.integerUnsafe(8) },
 *   { id: "乙局", value: "notApplicable" as const },
 *   { id: "丙局", value: Exact.integerUnsafe(9) },
 * ]
 * assert.deepEqual(Ranking.meanOfOthers(peers, "乙局"), Exact.parseUnsafe("8.5"))
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const meanOfOthers = (peers: ReadonlyArray<{ readonly id: string; readonly value: Value }>, id: string): Value =>
  mean(peers.flatMap((peer) => (peer.id === id ? [] : [peer.value])))

// ---------------------------------------------------------------- instances

/**
 * The usual way where a text says no more than that equals share: the higher the better, two seconds and then the
 * fourth, those without a value apart. It is a declaration to be made, not a rule that holds by itself: the published
 * texts known to us are silent on ties.
 *
 * @category instances
 * @since 0.1.0
 */
export const competition: Policy = { best: "high", method: "min", last: "share" }
