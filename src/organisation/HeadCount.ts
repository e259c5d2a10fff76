/**
 * Head-counts (人数): full members and all members are two counts that rules never mix, so they are two types.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { type Fault, make as fault, getOrThrow } from "../foundation/Fault.js"

// ---------------------------------------------------------------- models

declare const fullBrand: unique symbol
declare const allBrand: unique symbol

/**
 * A count of full members (正式党员): what the minimum of a branch, the joint branch and the branch committee go by.
 *
 * @category models
 * @since 0.1.0
 */
export type FullMembers = number & { readonly [fullBrand]: "full" }

/**
 * A count of all members, probationary ones included (党员): what upper sizes, general branches and committees go by.
 *
 * @category models
 * @since 0.1.0
 */
export type AllMembers = number & { readonly [allBrand]: "all" }

/**
 * Both counts of one organisation or unit.
 *
 * @category models
 * @since 0.1.0
 */
export interface HeadCount {
  readonly full: FullMembers
  readonly all: AllMembers
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with head-counts: a number that counts nothing (below nought, a fraction), or more full members than
 * members.
 *
 * @category errors
 * @since 0.1.0
 */
export type HeadCountFault = Fault<"headCount.count" | "headCount.fullExceedsAll">

// ---------------------------------------------------------------- schemas

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0

const Count = /* @__PURE__ */ Schema.Number.check(
  /* @__PURE__ */ Schema.makeFilter((value: number) => isCount(value) || "headCount.count"),
)

/**
 * The schema of {@link FullMembers}; refuses with `headCount.count`.
 *
 * @category schemas
 * @since 0.1.0
 */
export const FullMembers = Count as Schema.Codec<FullMembers>

/**
 * The schema of {@link AllMembers}; refuses with `headCount.count`.
 *
 * @category schemas
 * @since 0.1.0
 */
export const AllMembers = Count as Schema.Codec<AllMembers>

/**
 * The schema of {@link HeadCount}; more full members than members are refused with `headCount.fullExceedsAll`.
 *
 * @category schemas
 * @since 0.1.0
 */
export const HeadCount: Schema.Codec<HeadCount> = /* @__PURE__ */ Schema.Struct({
  full: FullMembers,
  all: AllMembers,
}).check(/* @__PURE__ */ Schema.makeFilter((head: HeadCount) => head.full <= head.all || "headCount.fullExceedsAll"))

// ---------------------------------------------------------------- constructors

/**
 * A count of full members. Fails with `headCount.count`.
 *
 * @example
 * ```ts
 * import { HeadCount } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 * import * as Result from "effect/Result"
 *
 * assert.equal(Result.getOrThrow(HeadCount.full(3)), 3)
 * assert.equal(Result.isFailure(HeadCount.full(2.5)), true)
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const full = (count: number): Result.Result<FullMembers, HeadCountFault> =>
  isCount(count)
    ? Result.succeed(count as FullMembers)
    : Result.fail(fault("headCount.count", { value: String(count) }))

/**
 * A count of all members. Fails with `headCount.count`.
 *
 * @example
 * ```ts
 * import { HeadCount } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 * import * as Result from "effect/Result"
 *
 * assert.equal(Result.getOrThrow(HeadCount.all(51)), 51)
 * assert.equal(Result.isFailure(HeadCount.all(-1)), true)
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const all = (count: number): Result.Result<AllMembers, HeadCountFault> =>
  isCount(count) ? Result.succeed(count as AllMembers) : Result.fail(fault("headCount.count", { value: String(count) }))

/**
 * Both counts of one body, from the full members and the probationary members (预备党员) apart. Fails with
 * `headCount.count`, one for each number that counts nothing.
 *
 * @example
 * ```ts
 * import { HeadCount } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 * import * as Result from "effect/Result"
 *
 * assert.deepEqual(Result.getOrThrow(HeadCount.of({ full: 2, probationary: 4 })), { full: 2, all: 6 })
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const of = (count: {
  readonly full: number
  readonly probationary: number
}): Result.Result<HeadCount, ReadonlyArray<HeadCountFault>> => {
  const faults = (["full", "probationary"] as const)
    .filter((key) => !isCount(count[key]))
    .map((key) => fault("headCount.count", { value: String(count[key]) }, [key]))
  const total = count.full + count.probationary
  if (faults.length === 0 && !isCount(total)) faults.push(fault("headCount.count", { value: String(total) }))
  return faults.length > 0
    ? Result.fail(faults)
    : Result.succeed({ full: count.full as FullMembers, all: total as AllMembers })
}

/**
 * {@link of}, throwing a `FaultError`: for counts written in code.
 *
 * @example
 * ```ts
 * import { HeadCount } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * assert.deepEqual(HeadCount.ofUnsafe({ full: 51, probationary: 0 }), { full: 51, all: 51 })
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const ofUnsafe = (count: { readonly full: number; readonly probationary: number }): HeadCount =>
  getOrThrow(of(count))

// ---------------------------------------------------------------- getters

/**
 * How many members are probationary (预备党员): all members but the full ones.
 *
 * @example
 * ```ts
 * import { HeadCount } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(HeadCount.probationary(HeadCount.ofUnsafe({ full: 2, probationary: 4 })), 4)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const probationary = (self: HeadCount): number => self.all - self.full

// ---------------------------------------------------------------- operations

/**
 * The counts of several bodies taken together; of none both are nought. Nobody may be a member of two of them.
 *
 * @example
 * ```ts
 * import { HeadCount } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const units = [{ full: 2, probationary: 1 }, { full: 1, probationary: 0 }].map(HeadCount.ofUnsafe)
 * assert.deepEqual(HeadCount.sum(units), { full: 3, all: 4 })
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const sum = (heads: Iterable<HeadCount>): HeadCount => {
  let [full, all] = [0, 0]
  for (const head of heads) {
    full += head.full
    all += head.all
  }
  return { full: full as FullMembers, all: all as AllMembers }
}
