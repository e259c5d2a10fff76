/**
 * Rates (比率): a numerator, a denominator, their units and the words that define the denominator.
 *
 * A *share* (占比) counts part of its cohort: 21 of 23 villages. A *ratio* (比值) sets two different things against each
 * other: 10.6 households a member. On an empty denominator there is no value at all, never 0 % and never 100 %.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Exact from "./Exact.js"
import { type Fault, make as fault, getOrThrow } from "./Fault.js"
import * as Label from "./Label.js"
import * as Quantity from "./Quantity.js"
import * as Rounding from "./Rounding.js"
import type * as Unit from "./Unit.js"

// ---------------------------------------------------------------- models

/**
 * A rate (比率). `of` defines the denominator (分母口径), e.g. 应办结件; amounts are exact, so figures published in 万 with one
 * decimal serve as they are.
 *
 * @category models
 * @since 0.1.0
 */
export interface Rate<N extends string = string, D extends string = string> {
  readonly kind: "share" | "ratio"
  readonly numerator: Quantity.Quantity<N>
  readonly denominator: Quantity.Quantity<D>
  readonly of: Label.Label
}

/**
 * A published share whose base is not stated: 21 villages, 91.3%. The percentage keeps the decimal places it was
 * published with.
 *
 * @category models
 * @since 0.1.0
 */
export interface PublishedShare {
  readonly count: number
  readonly percent: string
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with a rate: an amount below nought, a share that exceeds its cohort or counts something outside it,
 * two units where one is due, a part that is only known as "at least", rates that do not merge, growth from nothing, or a
 * published share that is none.
 *
 * @category errors
 * @since 0.1.0
 */
export type RateFault = Fault<
  | "rate.negative"
  | "rate.cohort"
  | "rate.outsideCohort"
  | "rate.unitMismatch"
  | "rate.atLeast"
  | "rate.definitionMismatch"
  | "rate.noBase"
  | "rate.percent"
>

// ---------------------------------------------------------------- schemas

/**
 * The schema of {@link Rate}; it holds what {@link share} and {@link ratio} hold.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Rate: Schema.Codec<Rate> = /* @__PURE__ */ Schema.Struct({
  kind: /* @__PURE__ */ Schema.Literals(["share", "ratio"]),
  numerator: Quantity.Quantity,
  denominator: Quantity.Quantity,
  of: Label.Label,
}).check(
  /* @__PURE__ */ Schema.makeFilter((rate: Rate) =>
    check(rate).map(({ code, path }) => ({ path: [...path], issue: code })),
  ),
)

const check = ({ kind, numerator, denominator }: Rate): ReadonlyArray<RateFault> => {
  const sides = [
    ["numerator", numerator],
    ["denominator", denominator],
  ] as const
  const faults: Array<RateFault> = sides.flatMap(([side, { amount, atLeast }]) => [
    ...(amount.startsWith("-") ? [fault("rate.negative", { value: amount }, [side, "amount"])] : []),
    ...(atLeast ? [fault("rate.atLeast", {}, [side, "atLeast"])] : []),
  ])
  if (kind === "ratio") return faults
  if (numerator.unit !== denominator.unit) {
    faults.push(
      fault("rate.unitMismatch", { first: numerator.unit, second: denominator.unit }, ["denominator", "unit"]),
    )
  } else if (Exact.compare(Quantity.value(numerator), Quantity.value(denominator)) > 0) {
    faults.push(fault("rate.cohort", { numerator: numerator.amount, denominator: denominator.amount }, ["numerator"]))
  }
  return faults
}

// ---------------------------------------------------------------- constructors

const made = <N extends string, D extends string>(
  rate: Rate<N, D>,
): Result.Result<Rate<N, D>, ReadonlyArray<RateFault>> => {
  const faults = check(rate)
  return faults.length === 0 ? Result.succeed(rate) : Result.fail(faults)
}

/**
 * A share (占比): so many of a cohort, both in one unit. Fails with all of `rate.negative`, `rate.atLeast`,
 * `rate.unitMismatch`, and `rate.cohort` where the numerator exceeds the denominator.
 *
 * @example
 * ```ts
 * import { Quantity, Rate, Unit } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const of = (count: number) => Quantity.countUnsafe(count, Unit.known.case)
 * const due = { zh: "应办结件", en: "cases due" }
 * const solved = Result.getOrThrow(Rate.share(of(24165), of(29186), due))
 * assert.equal(Rate.percent(solved, 2, "halfUp"), "82.80%")
 *
 * const impossible = Rate.share(of(24), of(23), due)
 * assert.equal(Result.isFailure(impossible) && impossible.failure[0]?.code, "rate.cohort")
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const share = <U extends string>(
  numerator: Quantity.Quantity<U>,
  denominator: Quantity.Quantity<NoInfer<U>>,
  of: Label.Label,
): Result.Result<Rate<U, U>, ReadonlyArray<RateFault>> => made({ kind: "share", numerator, denominator, of })

/**
 * {@link share}, throwing a `FaultError`.
 *
 * @example
 * ```ts
 * import { Quantity, Rate, Unit } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const of = (count: number) => Quantity.countUnsafe(count, Unit.known.village)
 * assert.equal(Rate.percent(Rate.shareUnsafe(of(21), of(23), { zh: "参评村" }), 1, "halfUp"), "91.3%")
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const shareUnsafe = <U extends string>(
  numerator: Quantity.Quantity<U>,
  denominator: Quantity.Quantity<NoInfer<U>>,
  of: Label.Label,
): Rate<U, U> => getOrThrow(share(numerator, denominator, of))

/**
 * A ratio (比值): so many of one thing for each of another; it may exceed one and its units may differ. Fails with all of
 * `rate.negative` and `rate.atLeast`.
 *
 * @example
 * ```ts
 * import { Quantity, Rate, Unit } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const households = Quantity.countUnsafe(18095, Unit.known.household)
 * const members = Quantity.countUnsafe(1704, Unit.known.person)
 * const linked = Result.getOrThrow(Rate.ratio(households, members, { zh: "联户党员", en: "linking members" }))
 * assert.equal(Rate.figure(linked, 1, "halfUp"), "10.6")
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const ratio = <N extends string, D extends string>(
  numerator: Quantity.Quantity<N>,
  denominator: Quantity.Quantity<D>,
  of: Label.Label,
): Result.Result<Rate<N, D>, ReadonlyArray<RateFault>> => made({ kind: "ratio", numerator, denominator, of })

/**
 * {@link ratio}, throwing a `FaultError`.
 *
 * @example
 * ```ts
 * import { Quantity, Rate, Unit } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const firms = Quantity.countUnsafe(25625, Unit.known.firm)
 * const organisations = Quantity.countUnsafe(5140, Unit.known.organisation)
 * assert.equal(Rate.figure(Rate.ratioUnsafe(firms, organisations, { zh: "党组织" }), 2, "halfUp"), "4.99")
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const ratioUnsafe = <N extends string, D extends string>(
  numerator: Quantity.Quantity<N>,
  denominator: Quantity.Quantity<D>,
  of: Label.Label,
): Rate<N, D> => getOrThrow(ratio(numerator, denominator, of))

/**
 * The share of a cohort that meets something, both given as ids; an id counts once, however often it stands. Fails with
 * one `rate.outsideCohort` for each id that is not of the cohort, in the order of the ids.
 *
 * @example
 * ```ts
 * import { Rate, Unit } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const due = { zh: "应到党员", en: "members due" }
 * const present = Rate.shareOfIds(["m1", "m3", "m1"], ["m1", "m2", "m3"], Unit.known.person, due)
 * assert.equal(Rate.percent(Result.getOrThrow(present), 1, "halfUp"), "66.7%")
 * const guest = Rate.shareOfIds(["m9"], ["m1"], Unit.known.person, due)
 * assert.equal(Result.isFailure(guest) && guest.failure[0]?.code, "rate.outsideCohort")
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const shareOfIds = <U extends string>(
  meeting: Iterable<string>,
  cohort: Iterable<string>,
  unit: Unit.Unit<U>,
  of: Label.Label,
): Result.Result<Rate<U, U>, ReadonlyArray<RateFault>> => {
  const [part, all] = [new Set(meeting), new Set(cohort)]
  const outside = [...part].filter((id) => !all.has(id)).sort()
  if (outside.length > 0) return Result.fail(outside.map((id) => fault("rate.outsideCohort", { id })))
  return share(Quantity.countUnsafe(part.size, unit), Quantity.countUnsafe(all.size, unit), of)
}

// ---------------------------------------------------------------- getters

/**
 * The exact value of a rate; `undefined` on an empty denominator.
 *
 * @example
 * ```ts
 * import { Exact, Quantity, Rate, Unit } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const of = (count: number) => Quantity.countUnsafe(count, Unit.known.case)
 * const rate = Rate.value(Rate.shareUnsafe(of(3), of(4), { zh: "应办结件" }))
 * assert.equal(rate !== undefined && Exact.text(rate), "0.75")
 * assert.equal(Rate.value(Rate.shareUnsafe(of(0), of(0), { zh: "应办结件" })), undefined)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const value = (self: Rate): Exact.Exact | undefined => {
  const denominator = Quantity.value(self.denominator)
  return Exact.sign(denominator) === 0 ? undefined : Exact.divideUnsafe(Quantity.value(self.numerator), denominator)
}

/**
 * A rate as a percentage with a stated count of decimal places; `undefined` on an empty denominator.
 *
 * @example
 * ```ts
 * import { Quantity, Rate, Unit } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const of = (count: number) => Quantity.countUnsafe(count, Unit.known.case)
 * const due = { zh: "应办结件" }
 * assert.equal(Rate.percent(Rate.shareUnsafe(of(25783), of(29186), due), 2, "halfUp"), "88.34%")
 * assert.equal(Rate.percent(Rate.shareUnsafe(of(0), of(0), due), 2, "halfUp"), undefined)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const percent = (self: Rate, places: number, mode: Rounding.Mode): string | undefined => {
  const exact = value(self)
  return exact === undefined ? undefined : percentOf(exact, places, mode)
}

/**
 * A rate as a plain decimal with a stated count of places, for ratios; `undefined` on an empty denominator.
 *
 * @example
 * ```ts
 * import { Quantity, Rate, Unit } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const households = Quantity.countUnsafe(7101, Unit.known.household)
 * const hubs = Quantity.countUnsafe(1106, Unit.known.household)
 * assert.equal(Rate.figure(Rate.ratioUnsafe(households, hubs, { zh: "中心户" }), 1, "halfUp"), "6.4")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const figure = (self: Rate, places: number, mode: Rounding.Mode): string | undefined => {
  const exact = value(self)
  return exact === undefined ? undefined : Rounding.fixed(exact, mode, places)
}

/**
 * An exact number as a percentage with a stated count of decimal places.
 *
 * @example
 * ```ts
 * import { Exact, Rate } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Rate.percentOf(Exact.parseUnsafe("21/23"), 1, "halfUp"), "91.3%")
 * assert.equal(Rate.percentOf(Exact.parseUnsafe("-0.011"), 1, "halfUp"), "-1.1%")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const percentOf = (exact: Exact.Exact, places: number, mode: Rounding.Mode): string =>
  `${Rounding.fixed(Exact.multiply(exact, HUNDRED), mode, places)}%`

const HUNDRED = 100 as Exact.Integer

// ---------------------------------------------------------------- operations

/**
 * The rate of two cohorts taken together: numerators add up and denominators add up. Fails with all of
 * `rate.definitionMismatch` where the kind or the definition of the denominator differs, and `rate.unitMismatch`.
 *
 * **Gotchas** The two cohorts must share no one; a person in both would count twice.
 *
 * @example
 * ```ts
 * import { Quantity, Rate, Unit } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const of = (met: number, all: number) =>
 *   Rate.shareUnsafe(
 *     Quantity.countUnsafe(met, Unit.known.case),
 *     Quantity.countUnsafe(all, Unit.known.case),
 *     { zh: "应办结件" },
 *   )
 * const both = Result.getOrThrow(Rate.merge(of(1, 1), of(1, 3)))
 * assert.equal(Rate.percent(both, 1, "halfUp"), "50.0%")
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const merge = <N extends string, D extends string>(
  a: Rate<N, D>,
  b: Rate<NoInfer<N>, NoInfer<D>>,
): Result.Result<Rate<N, D>, ReadonlyArray<RateFault>> => {
  const faults: Array<RateFault> = []
  if (a.kind !== b.kind || a.of.zh !== b.of.zh || a.of.en !== b.of.en) {
    faults.push(fault("rate.definitionMismatch", { first: a.of.zh, second: b.of.zh }, ["of"]))
  }
  const numerator = joined(a.numerator, b.numerator, "numerator")
  const denominator = joined(a.denominator, b.denominator, "denominator")
  if (Result.isFailure(numerator)) faults.push(numerator.failure)
  if (Result.isFailure(denominator)) faults.push(denominator.failure)
  return faults.length > 0 || Result.isFailure(numerator) || Result.isFailure(denominator)
    ? Result.fail(faults)
    : Result.succeed({ ...a, numerator: numerator.success, denominator: denominator.success })
}

const joined = <U extends string>(
  a: Quantity.Quantity<U>,
  b: Quantity.Quantity<NoInfer<U>>,
  side: string,
): Result.Result<Quantity.Quantity<U>, RateFault> =>
  Result.mapError(Quantity.add(a, b), ({ params }) => fault("rate.unitMismatch", params, [side, "unit"]))

/**
 * Growth from one figure to a later one (增长率): what was added, by what there was. Fails with all of
 * `rate.unitMismatch`, `rate.atLeast`, and `rate.noBase` where the earlier figure is nought or less.
 *
 * @example
 * ```ts
 * import { Exact, Quantity, Rate, Unit } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const members = (tenThousands: string) =>
 *   Quantity.of(Exact.multiply(Exact.parseUnsafe(tenThousands), Exact.integerUnsafe(10000)), Unit.known.person)
 * const growth = Result.getOrThrow(Rate.growth(members("9918.5"), members("10027.1")))
 * assert.equal(Rate.percentOf(growth, 1, "halfUp"), "1.1%")
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const growth = <U extends string>(
  before: Quantity.Quantity<U>,
  after: Quantity.Quantity<NoInfer<U>>,
): Result.Result<Exact.Exact, ReadonlyArray<RateFault>> => {
  const faults: Array<RateFault> = []
  if (before.unit !== after.unit) faults.push(fault("rate.unitMismatch", { first: before.unit, second: after.unit }))
  if (before.atLeast) faults.push(fault("rate.atLeast", {}, ["before"]))
  if (after.atLeast) faults.push(fault("rate.atLeast", {}, ["after"]))
  const base = Quantity.value(before)
  if (Exact.sign(base) <= 0) faults.push(fault("rate.noBase", { amount: before.amount }, ["before"]))
  if (faults.length > 0) return Result.fail(faults)
  return Result.succeed(Exact.divideUnsafe(Exact.subtract(Quantity.value(after), base), base))
}

/**
 * The whole bases, from 1 to a limit, on which every published count rounds to its published percentage. One base left
 * tells what a text kept to itself; none tells that its percentages do not share a base. Fails with one `rate.percent`
 * for each share that is no whole count of nought or more with a percentage such as `91.3%`.
 *
 * @example
 * ```ts
 * import { Rate } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const published = [{ count: 21, percent: "91.3%" }, { count: 12, percent: "52.2%" }]
 * assert.deepEqual(Result.getOrThrow(Rate.basesConsistentWith(published, 100, "halfUp")), [23])
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const basesConsistentWith = (
  published: ReadonlyArray<PublishedShare>,
  limit: number,
  mode: Rounding.Mode,
): Result.Result<ReadonlyArray<number>, ReadonlyArray<RateFault>> => {
  const faults = published.flatMap(({ count, percent }, index) =>
    Number.isSafeInteger(count) && count >= 0 && PERCENT.test(percent)
      ? []
      : [fault("rate.percent", { count: String(count), percent: percent.slice(0, 80) }, [index])],
  )
  if (faults.length > 0) return Result.fail(faults)
  const spans = published.map(span)
  const first = Math.max(1, ...spans.map(([from]) => from))
  const last = Math.min(Number.isFinite(limit) ? Math.floor(limit) : 0, ...spans.map(([, to]) => to))
  const bases: Array<number> = []
  for (let base = first; base <= last; base++) {
    if (published.every((share) => isOn(share, base, mode))) bases.push(base)
  }
  return Result.succeed(bases)
}

const PERCENT = /^(?:0|[1-9]\d{0,2})(?:\.(\d{1,40}))?%$/

const placesOf = (percent: string): number => PERCENT.exec(percent)?.[1]?.length ?? 0

const isOn = ({ count, percent }: PublishedShare, base: number, mode: Rounding.Mode): boolean =>
  percentOf(Exact.divideUnsafe(Exact.integerUnsafe(count), Exact.integerUnsafe(base)), placesOf(percent), mode) ===
  percent

/** A superset of the bases that fit: no mode moves a percentage by a whole step or more. */
const span = ({ count, percent }: PublishedShare): readonly [number, number] => {
  const step = Exact.divideUnsafe(Exact.one, Exact.ofBigInt(10n ** BigInt(placesOf(percent))))
  const stated = Exact.parseUnsafe(percent.slice(0, -1))
  const hundredfold = Exact.multiply(Exact.integerUnsafe(count), HUNDRED)
  const least = Rounding.whole(Exact.divideUnsafe(hundredfold, Exact.add(stated, step)), "floor")
  const below = Exact.subtract(stated, step)
  const most = Exact.sign(below) <= 0 ? undefined : Rounding.whole(Exact.divideUnsafe(hundredfold, below), "ceiling")
  return [
    Math.max(count, Number(Exact.numerator(least))),
    most === undefined ? Infinity : Number(Exact.numerator(most)),
  ]
}
