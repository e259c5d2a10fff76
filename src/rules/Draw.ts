/**
 * The draw (抽签) from a published seed: equals are put in an order that nobody chose and anyone can compute again.
 *
 * Before the draw only the digest of the seed is published (承诺); afterwards the seed itself (揭示). Whose digest of seed
 * and own id is least comes first, so the order depends on nothing else, and one more participant moves nobody else.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import type { CanonicalFault } from "../foundation/Canonical.js"
import * as Digest from "../foundation/Digest.js"
import { type Fault, make as fault, getOrThrow, under } from "../foundation/Fault.js"

// ---------------------------------------------------------------- models

/**
 * What is published of a draw: the digest of the seed, made known before; the seed, made known after; who takes part;
 * and the order that came of it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Published {
  readonly commitment: Digest.Digest
  readonly seed: string
  readonly subjects: ReadonlyArray<string>
  readonly order: ReadonlyArray<string>
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with a draw: a seed that could be guessed from its commitment, a seed that is not the one committed
 * to, a participant who stands twice, and in a published order one who is missing, one who takes no part, and the first
 * place that differs.
 *
 * @category errors
 * @since 0.1.0
 */
export type DrawFault =
  | Fault<
      "draw.seedTooShort" | "draw.seedMismatch" | "draw.twice" | "draw.missing" | "draw.stranger" | "draw.misplaced"
    >
  | CanonicalFault

// ---------------------------------------------------------------- constructors

/**
 * The commitment to a seed, published before the draw. Fails with `draw.seedTooShort` below sixteen characters, and with
 * the faults of a text that has no canonical form.
 *
 * **Gotchas** Whoever makes the seed can try many before committing to one, if the participants are already known. Commit
 * before they are, or let the seed hold something nobody controls, such as the number of a later public lottery.
 *
 * @example
 * ```ts
 * import { Draw } from "dangjian/rules"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const commitment = Result.getOrThrow(Draw.commit("二〇二三年度评星抽签第一号密封件")) // made up
 * assert.match(commitment, /^sha256:/)
 * const guessed = Draw.commit("2023")
 * assert.equal(Result.isFailure(guessed) && guessed.failure[0]?.code, "draw.seedTooShort")
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const commit = (seed: string): Result.Result<Digest.Digest, ReadonlyArray<DrawFault>> =>
  seed.length < LEAST
    ? Result.fail([fault("draw.seedTooShort", { characters: seed.length, least: LEAST }, ["seed"])])
    : Digest.of({ seed })

const LEAST = 16

/**
 * {@link commit}, throwing a `FaultError`.
 *
 * @example
 * ```ts
 * import { Draw } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const seed = "二〇二三年度评星抽签第一号密封件" // made up
 * assert.equal(Draw.keeps(Draw.commitUnsafe(seed), seed), true)
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const commitUnsafe = (seed: string): Digest.Digest => getOrThrow(commit(seed))

// ---------------------------------------------------------------- guards

/**
 * Whether a seed is the one that was committed to.
 *
 * @example
 * ```ts
 * import { Draw } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const commitment = Draw.commitUnsafe("二〇二三年度评星抽签第一号密封件") // made up
 * assert.equal(Draw.keeps(commitment, "二〇二三年度评星抽签第二号密封件"), false)
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const keeps = (commitment: Digest.Digest, seed: string): boolean =>
  Result.getOrUndefined(commit(seed)) === commitment

// ---------------------------------------------------------------- getters

/**
 * The lot (签) of one participant: the digest of the seed and the id. The least lot comes first. Fails with the faults of
 * texts that have no canonical form.
 *
 * @example
 * ```ts
 * import { Digest } from "dangjian/foundation"
 * import { Draw } from "dangjian/rules"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const lot = Result.getOrThrow(Draw.lot("种子", "甲村"))
 * assert.equal(lot, Digest.ofUnsafe({ seed: "种子", subject: "甲村" }))
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const lot = (seed: string, subject: string): Result.Result<Digest.Digest, ReadonlyArray<CanonicalFault>> =>
  Digest.of({ seed, subject })

// ---------------------------------------------------------------- operations

/**
 * The order that a seed gives the participants, whatever the order they come in. Fails with all of `draw.twice` for
 * each further time an id stands, and the faults of ids and seeds without a canonical form.
 *
 * @example
 * ```ts
 * import { Draw } from "dangjian/rules"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const drawn = Result.getOrThrow(Draw.order("种子", ["丙", "甲", "乙"]))
 * assert.deepEqual(Result.getOrThrow(Draw.order("种子", ["甲", "乙", "丙"])), drawn)
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const order = (
  seed: string,
  subjects: ReadonlyArray<string>,
): Result.Result<ReadonlyArray<string>, ReadonlyArray<DrawFault>> => {
  const lots = subjects.map((subject) => ({ subject, lot: lot(seed, subject) }))
  const faults = [
    ...twice(subjects, "subjects"),
    ...lots.flatMap(({ lot: made }, index) => (Result.isFailure(made) ? placedAt(made.failure, index) : [])),
  ]
  if (faults.length > 0) return Result.fail(faults)
  const keyed = lots.map(({ subject, lot: made }) => ({ subject, key: Result.getOrElse(made, () => "") }))
  return Result.succeed(
    keyed.sort((a, b) => compare(a.key, b.key) || compare(a.subject, b.subject)).map(({ subject }) => subject),
  )
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const twice = (ids: ReadonlyArray<string>, list: "subjects" | "order"): ReadonlyArray<DrawFault> => {
  const seen = new Set<string>()
  return ids.flatMap((id, index) => {
    if (seen.has(id)) return [fault("draw.twice", { id }, [list, index])]
    seen.add(id)
    return []
  })
}

/** A fault of the digested record, at the argument it comes from; the seed is named once. */
const placedAt = (faults: ReadonlyArray<CanonicalFault>, index: number): ReadonlyArray<DrawFault> =>
  faults.flatMap((one) => {
    const [first] = one.path
    if (first === "seed") return index === 0 ? [one] : []
    return [under(["subjects", index], { ...one, path: one.path.slice(1) })]
  })

/**
 * {@link order}, throwing a `FaultError`.
 *
 * @example
 * ```ts
 * import { Draw } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * assert.deepEqual(Draw.orderUnsafe("种子", ["甲"]), ["甲"])
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const orderUnsafe = (seed: string, subjects: ReadonlyArray<string>): ReadonlyArray<string> =>
  getOrThrow(order(seed, subjects))

/**
 * The order of a draw whose seed was committed to: {@link order}, which is refused with `draw.seedMismatch` unless the
 * seed is the one.
 *
 * @example
 * ```ts
 * import { Draw } from "dangjian/rules"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const seed = "二〇二三年度评星抽签第一号密封件" // made up
 * const commitment = Draw.commitUnsafe(seed)
 * assert.equal(Result.isSuccess(Draw.reveal(commitment, seed, ["甲", "乙"])), true)
 * const swapped = Draw.reveal(commitment, "二〇二三年度评星抽签第二号密封件", ["甲", "乙"])
 * assert.equal(Result.isFailure(swapped) && swapped.failure[0]?.code, "draw.seedMismatch")
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const reveal = (
  commitment: Digest.Digest,
  seed: string,
  subjects: ReadonlyArray<string>,
): Result.Result<ReadonlyArray<string>, ReadonlyArray<DrawFault>> => {
  const drawn = order(seed, subjects)
  if (keeps(commitment, seed)) return drawn
  return Result.fail([mismatch, ...(Result.isFailure(drawn) ? drawn.failure : [])])
}

const mismatch: DrawFault = /* @__PURE__ */ fault("draw.seedMismatch", {}, ["seed"])

// ---------------------------------------------------------------- decisions

/**
 * Everything that is wrong with a published draw, all at once; none for a right one. Of the places only the first that
 * differs from the drawn order is named (`draw.misplaced`), because those behind it may differ only because of it.
 *
 * @example
 * ```ts
 * import { Draw } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const seed = "二〇二三年度评星抽签第一号密封件" // made up
 * const subjects = ["甲", "乙", "丙"]
 * const order = Draw.orderUnsafe(seed, subjects)
 * const published = { commitment: Draw.commitUnsafe(seed), seed, subjects, order }
 * assert.deepEqual(Draw.verify(published), [])
 * const faults = Draw.verify({ ...published, order: [...order].reverse() })
 * assert.deepEqual(faults.map(({ code, path }) => [code, path]), [["draw.misplaced", ["order", 0]]])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const verify = ({ commitment, seed, subjects, order: told }: Published): ReadonlyArray<DrawFault> => {
  const due = new Set(subjects)
  const standing = new Set(told)
  const drawn = order(seed, subjects)
  const faults = [
    ...(keeps(commitment, seed) ? [] : [mismatch]),
    ...(Result.isFailure(drawn) ? drawn.failure : []),
    ...twice(told, "order"),
    ...told.flatMap((id, index) => (due.has(id) ? [] : [fault("draw.stranger", { id }, ["order", index])])),
    ...[...due]
      .filter((id) => !standing.has(id))
      .sort()
      .map((id) => fault("draw.missing", { id }, ["order"])),
  ]
  if (Result.isFailure(drawn)) return faults
  const at = told.findIndex((id, index) => drawn.success[index] !== id)
  const found = told[at]
  const wanted = drawn.success[at]
  return found === undefined || wanted === undefined
    ? faults
    : [...faults, fault("draw.misplaced", { place: at + 1, found, due: wanted }, ["order", at])]
}
