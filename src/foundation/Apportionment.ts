/**
 * Apportionment (分摊): dividing a total by weights into amounts of a declared quantum, by a named method and with a stated
 * leftover; and checking that published parts add up to their published total.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Exact from "./Exact.js"
import { type Fault, make as fault, getOrThrow } from "./Fault.js"
import * as Quantity from "./Quantity.js"
import * as Rounding from "./Rounding.js"

// ---------------------------------------------------------------- models

/**
 * How a total is divided. `largestRemainder` (最大余数法) gives each key its quota rounded down and one further step to the
 * largest remainders until the total is used up; `eachRounded` (各自四舍五入) rounds every quota half up, `eachDown` (各自舍去)
 * rounds every quota down, and both state what is left.
 *
 * @category models
 * @since 0.1.0
 */
export type Method = "largestRemainder" | "eachRounded" | "eachDown"

/**
 * A claim on a total: a key and its weight, an exact number of nought or more.
 *
 * @category models
 * @since 0.1.0
 */
export interface Claim {
  readonly key: string
  readonly weight: Exact.Exact
}

/**
 * What a key receives; the amount is canonical text.
 *
 * @category models
 * @since 0.1.0
 */
export interface Part {
  readonly key: string
  readonly amount: string
}

/**
 * A divided total (分摊结果): the parts in the order of their keys, and the leftover. Parts and leftover sum to the total
 * exactly; after `eachRounded` the leftover may be below nought. `tied` names the keys with equal remainders of which the
 * order of keys alone decided who got the last steps.
 *
 * @category models
 * @since 0.1.0
 */
export interface Apportionment {
  readonly method: Method
  readonly quantum: string
  readonly total: string
  readonly parts: ReadonlyArray<Part>
  readonly leftover: string
  readonly tied?: ReadonlyArray<string>
}

/**
 * Parts held against a stated total (勾稽核对): their sum, the sum less the total, whether they agree exactly and whether
 * within the declared tolerance.
 *
 * @category models
 * @since 0.1.0
 */
export interface Reconciliation<U extends string = string> {
  readonly sum: Quantity.Quantity<U>
  readonly difference: Quantity.Quantity<U>
  readonly exact: boolean
  readonly within: boolean
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with an apportionment or a reconciliation: a quantum that is not positive, a total, weight or
 * tolerance below nought, a key given twice, no weight at all, parts that do not sum to the total, two units, or an
 * amount only known as "at least".
 *
 * @category errors
 * @since 0.1.0
 */
export type ApportionmentFault = Fault<
  | "apportionment.quantum"
  | "apportionment.negative"
  | "apportionment.duplicateKey"
  | "apportionment.noWeight"
  | "apportionment.sum"
  | "apportionment.unitMismatch"
  | "apportionment.atLeast"
>

// ---------------------------------------------------------------- schemas

/**
 * The schema of {@link Method}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Method: Schema.Codec<Method> = /* @__PURE__ */ Schema.Literals([
  "largestRemainder",
  "eachRounded",
  "eachDown",
])

/**
 * The schema of {@link Apportionment}; parts and leftover that do not sum to the total are refused with
 * `apportionment.sum`, a key that stands twice with `apportionment.duplicateKey`.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Apportionment: Schema.Codec<Apportionment> = /* @__PURE__ */ Schema.Struct({
  method: Method,
  quantum: Exact.Text,
  total: Exact.Text,
  parts: /* @__PURE__ */ Schema.Array(
    /* @__PURE__ */ Schema.Struct({ key: Schema.NonEmptyString, amount: Exact.Text }),
  ),
  leftover: Exact.Text,
  tied: /* @__PURE__ */ Schema.optionalKey(/* @__PURE__ */ Schema.Array(Schema.NonEmptyString)),
}).check(
  /* @__PURE__ */ Schema.makeFilter(({ parts, leftover, total }: Apportionment) => {
    const firsts = new Map([...parts.entries()].reverse().map(([index, { key }]) => [key, index]))
    const sum = Exact.sum([...parts.map(({ amount }) => amount), leftover].map(Exact.parseUnsafe))
    return [
      ...(Exact.text(sum) === total ? [] : [{ path: ["leftover"], issue: "apportionment.sum" }]),
      ...parts.flatMap(({ key }, index) =>
        firsts.get(key) === index ? [] : [{ path: ["parts", index, "key"], issue: "apportionment.duplicateKey" }],
      ),
    ]
  }),
)

// ---------------------------------------------------------------- constructors

/**
 * Divides a total among claims into whole multiples of a quantum. Where the total is no multiple of the quantum, what
 * cannot be given out is the leftover. Fails with all of `apportionment.quantum`, `apportionment.negative`,
 * `apportionment.duplicateKey` and, where no weight is above nought, `apportionment.noWeight`.
 *
 * **Details** The order of the claims plays no part. Keys are ordered as `tieOrder` lists them, the others after those by
 * code unit; equal remainders are served in that order.
 *
 * @example
 * ```ts
 * import { Apportionment, Exact } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const claims = ["A", "B", "C"].map((key) => ({ key, weight: Exact.one }))
 * const hundred = Exact.integerUnsafe(100)
 * const whole = Apportionment.apportion(hundred, claims, Exact.one, "largestRemainder", ["C"])
 * assert.deepEqual(Result.getOrThrow(whole), {
 *   method: "largestRemainder",
 *   quantum: "1",
 *   total: "100",
 *   parts: [{ key: "C", amount: "34" }, { key: "A", amount: "33" }, { key: "B", amount: "33" }],
 *   leftover: "0",
 *   tied: ["C", "A", "B"],
 * })
 * assert.equal(Result.getOrThrow(Apportionment.apportion(hundred, claims, Exact.one, "eachRounded")).leftover, "1")
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const apportion = (
  total: Exact.Exact,
  claims: ReadonlyArray<Claim>,
  quantum: Exact.Exact,
  method: Method,
  tieOrder: ReadonlyArray<string> = [],
): Result.Result<Apportionment, ReadonlyArray<ApportionmentFault>> => {
  const faults = check(total, claims, quantum)
  if (faults.length > 0) return Result.fail(faults)
  const ordered = inOrder(claims, tieOrder)
  const weights = Exact.sum(claims.map(({ weight }) => weight))
  const steps = Exact.divideUnsafe(total, quantum)
  const quotas = ordered.map(({ key, weight }) => ({
    key,
    quota: Exact.divideUnsafe(Exact.multiply(steps, weight), weights),
  }))
  const { given, tied } =
    method === "largestRemainder"
      ? byLargestRemainder(quotas, Rounding.whole(steps, "floor"))
      : {
          given: quotas.map(({ quota }) => Rounding.whole(quota, method === "eachDown" ? "floor" : "halfUp")),
          tied: [],
        }
  return Result.succeed({
    method,
    quantum: Exact.text(quantum),
    total: Exact.text(total),
    parts: quotas.map(({ key }, index) => ({ key, amount: Exact.text(Exact.multiply(given[index]!, quantum)) })),
    leftover: Exact.text(Exact.multiply(Exact.subtract(steps, Exact.sum(given)), quantum)),
    ...(tied.length === 0 ? {} : { tied }),
  })
}

/**
 * {@link apportion}, throwing a `FaultError`.
 *
 * @example
 * ```ts
 * import { Apportionment, Exact } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const claims = [{ key: "A", weight: Exact.integerUnsafe(2) }, { key: "B", weight: Exact.one }]
 * const fund = Apportionment.apportionUnsafe(Exact.integerUnsafe(100), claims, Exact.parseUnsafe("0.01"), "eachDown")
 * assert.deepEqual(fund.parts, [{ key: "A", amount: "66.66" }, { key: "B", amount: "33.33" }])
 * assert.equal(fund.leftover, "0.01")
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const apportionUnsafe = (
  total: Exact.Exact,
  claims: ReadonlyArray<Claim>,
  quantum: Exact.Exact,
  method: Method,
  tieOrder: ReadonlyArray<string> = [],
): Apportionment => getOrThrow(apportion(total, claims, quantum, method, tieOrder))

const check = (
  total: Exact.Exact,
  claims: ReadonlyArray<Claim>,
  quantum: Exact.Exact,
): ReadonlyArray<ApportionmentFault> => {
  const faults: Array<ApportionmentFault> = []
  if (Exact.sign(quantum) <= 0) faults.push(fault("apportionment.quantum", { quantum: Exact.text(quantum) }))
  if (Exact.sign(total) < 0) faults.push(fault("apportionment.negative", { amount: Exact.text(total) }, ["total"]))
  const seen = new Set<string>()
  claims.forEach(({ key, weight }, index) => {
    if (Exact.sign(weight) < 0) {
      faults.push(fault("apportionment.negative", { amount: Exact.text(weight) }, ["claims", index, "weight"]))
    }
    if (seen.has(key)) faults.push(fault("apportionment.duplicateKey", { value: key }, ["claims", index, "key"]))
    seen.add(key)
  })
  if (claims.every(({ weight }) => Exact.sign(weight) <= 0)) {
    faults.push(fault("apportionment.noWeight", {}, ["claims"]))
  }
  return faults
}

const inOrder = (claims: ReadonlyArray<Claim>, tieOrder: ReadonlyArray<string>): ReadonlyArray<Claim> => {
  const places = new Map([...tieOrder].reverse().map((key, index) => [key, tieOrder.length - 1 - index]))
  const place = (key: string): number => places.get(key) ?? tieOrder.length
  return [...claims].sort((a, b) => place(a.key) - place(b.key) || (a.key < b.key ? -1 : 1))
}

interface Quota {
  readonly key: string
  readonly quota: Exact.Exact
}

const byLargestRemainder = (
  quotas: ReadonlyArray<Quota>,
  steps: Exact.Exact,
): { readonly given: ReadonlyArray<Exact.Exact>; readonly tied: ReadonlyArray<string> } => {
  const floors = quotas.map(({ quota }) => Rounding.whole(quota, "floor"))
  const remainders = quotas.map(({ quota }, index) => Exact.subtract(quota, floors[index]!))
  const left = Number(Exact.numerator(Exact.subtract(steps, Exact.sum(floors))))
  const ranked = quotas.map((_, index) => index).sort((a, b) => Exact.compare(remainders[b]!, remainders[a]!) || a - b)
  const served = new Set(ranked.slice(0, left))
  const [last, next] = [ranked[left - 1], ranked[left]]
  const contested =
    last !== undefined && next !== undefined && Exact.equals(remainders[last]!, remainders[next]!)
      ? remainders[last]
      : undefined
  return {
    given: floors.map((floor, index) => (served.has(index) ? Exact.add(floor, Exact.one) : floor)),
    tied:
      contested === undefined
        ? []
        : quotas.filter((_, index) => Exact.equals(remainders[index]!, contested)).map(({ key }) => key),
  }
}

// ---------------------------------------------------------------- decisions

/**
 * Holds published parts against their published total: exact agreement and agreement within a declared tolerance are
 * told apart, since rounded figures need not add up. Fails with all of `apportionment.unitMismatch`,
 * `apportionment.atLeast` and, for the tolerance, `apportionment.negative`.
 *
 * @example
 * ```ts
 * import { Apportionment, Exact, Quantity, Unit } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const tenThousand = Unit.makeUnsafe("tenThousandOrganisations", { zh: "万个" })
 * const of = (text: string) => Quantity.of(Exact.parseUnsafe(text), tenThousand)
 * const tolerance = Exact.parseUnsafe("0.1")
 * const bulletin = Apportionment.reconcile([of("29.8"), of("32.5"), of("455.4")], of("517.6"), tolerance)
 * const { sum, exact, within } = Result.getOrThrow(bulletin)
 * assert.deepEqual([sum.amount, exact, within], ["517.7", false, true])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const reconcile = <U extends string>(
  parts: ReadonlyArray<Quantity.Quantity<NoInfer<U>>>,
  total: Quantity.Quantity<U>,
  tolerance: Exact.Exact,
): Result.Result<Reconciliation<U>, ReadonlyArray<ApportionmentFault>> => {
  const faults = [...parts, total].flatMap(({ unit, amount, atLeast }, index): ReadonlyArray<ApportionmentFault> => {
    const path = index < parts.length ? ["parts", index] : ["total"]
    return [
      ...(unit === total.unit ? [] : [fault("apportionment.unitMismatch", { first: total.unit, second: unit }, path)]),
      ...(atLeast ? [fault("apportionment.atLeast", { amount }, path)] : []),
    ]
  })
  if (Exact.sign(tolerance) < 0) {
    faults.push(fault("apportionment.negative", { amount: Exact.text(tolerance) }, ["tolerance"]))
  }
  if (faults.length > 0) return Result.fail(faults)
  const sum = Exact.sum(parts.map(Quantity.value))
  const difference = Exact.subtract(sum, Quantity.value(total))
  const size = Exact.sign(difference) < 0 ? Exact.negate(difference) : difference
  return Result.succeed({
    sum: { amount: Exact.text(sum), unit: total.unit },
    difference: { amount: Exact.text(difference), unit: total.unit },
    exact: Exact.sign(difference) === 0,
    within: Exact.compare(size, tolerance) <= 0,
  })
}
