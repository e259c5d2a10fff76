/**
 * Scores (得分): an integer count of a declared quantum (计分单位), so that 89.5 points on a scale of tenths is 895 steps of
 * 0.1 and nothing else.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Exact from "./Exact.js"
import { type Fault, make as fault, getOrThrow } from "./Fault.js"
import * as Rounding from "./Rounding.js"

// ---------------------------------------------------------------- models

/**
 * A score (得分): so many steps of a quantum. The quantum is the canonical text of a positive exact number (points), the
 * count a safe integer; deductions and balances below nought count negative.
 *
 * @category models
 * @since 0.1.0
 */
export interface Score {
  readonly quantum: string
  readonly count: number
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with a score: a quantum that is not a positive number, a value between two steps, a count past
 * 2^53 − 1, or two scores on different quanta.
 *
 * @category errors
 * @since 0.1.0
 */
export type ScoreFault = Fault<"score.quantum" | "score.offLattice" | "score.count" | "score.quantumMismatch">

// ---------------------------------------------------------------- schemas

/**
 * The schema of a quantum: the canonical text of a positive exact number. Anything else is refused with
 * `score.quantum`, or with the code of {@link Exact.Text}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Quantum: Schema.Codec<string> = /* @__PURE__ */ Exact.Text.check(
  /* @__PURE__ */ Schema.makeFilter((text: string) => !isNotPositive(text) || "score.quantum"),
)

/**
 * The schema of {@link Score}; a count that is no safe integer is refused with `score.count`.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Score: Schema.Codec<Score> = /* @__PURE__ */ Schema.Struct({
  quantum: Quantum,
  count: /* @__PURE__ */ Schema.Number.check(
    /* @__PURE__ */ Schema.isInt({ message: "score.count" }),
    /* @__PURE__ */ Schema.makeFilter((count: number) => !Object.is(count, -0) || "score.count"),
  ),
})

const isNotPositive = (text: string): boolean => {
  const quantum = Exact.parse(text)
  return Result.isSuccess(quantum) && Exact.sign(quantum.success) <= 0
}

// ---------------------------------------------------------------- constructors

/**
 * The score that an exact value is on a quantum. Fails with `score.quantum` where the quantum is not positive,
 * `score.offLattice` where the value lies between two steps, `score.count` where the steps exceed 2^53 − 1.
 *
 * **Gotchas** It never rounds: where a rule declares a rounding, use {@link rounded}.
 *
 * @example
 * ```ts
 * import { Exact, Score } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const tenth = Exact.parseUnsafe("0.1")
 * assert.deepEqual(Result.getOrThrow(Score.of(Exact.parseUnsafe("89.5"), tenth)), { quantum: "0.1", count: 895 })
 * const between = Score.of(Exact.parseUnsafe("89.55"), tenth)
 * assert.equal(Result.isFailure(between) && between.failure.code, "score.offLattice")
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const of = (value: Exact.Exact, quantum: Exact.Exact): Result.Result<Score, ScoreFault> => {
  if (Exact.sign(quantum) <= 0) return Result.fail(fault("score.quantum", { value: Exact.text(quantum) }))
  const steps = Exact.divideUnsafe(value, quantum)
  if (!Exact.isWhole(steps)) {
    return Result.fail(fault("score.offLattice", { value: Exact.text(value), quantum: Exact.text(quantum) }))
  }
  return counted(Exact.text(quantum), steps)
}

const counted = (quantum: string, steps: Exact.Exact): Result.Result<Score, ScoreFault> =>
  typeof steps === "number"
    ? Result.succeed({ quantum, count: steps })
    : Result.fail(fault("score.count", { value: Exact.text(steps) }))

/**
 * {@link of}, throwing a `FaultError`.
 *
 * @example
 * ```ts
 * import { Exact, Score } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.deepEqual(Score.ofUnsafe(Exact.integerUnsafe(91), Exact.one), { quantum: "1", count: 91 })
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const ofUnsafe = (value: Exact.Exact, quantum: Exact.Exact): Score => getOrThrow(of(value, quantum))

/**
 * The score that an exact value becomes when it is rounded to the quantum by a named mode. Fails with `score.quantum` or
 * `score.count`.
 *
 * @example
 * ```ts
 * import { Exact, Score } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const share = Score.rounded(Exact.parseUnsafe("89.55"), "halfUp", Exact.parseUnsafe("0.1"))
 * assert.deepEqual(Result.getOrThrow(share), { quantum: "0.1", count: 896 })
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const rounded = (
  value: Exact.Exact,
  mode: Rounding.Mode,
  quantum: Exact.Exact,
): Result.Result<Score, ScoreFault> => of(Rounding.round(value, mode, quantum), quantum)

// ---------------------------------------------------------------- getters

/**
 * The exact value of a score, in points.
 *
 * @example
 * ```ts
 * import { Exact, Score } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Exact.text(Score.value({ quantum: "0.1", count: 895 })), "89.5")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const value = (self: Score): Exact.Exact =>
  Exact.multiply(Exact.integerUnsafe(self.count), Exact.parseUnsafe(self.quantum))

/**
 * The value of a score as canonical text, in points.
 *
 * @example
 * ```ts
 * import { Score } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Score.text({ quantum: "0.1", count: 10201 }), "1020.1")
 * assert.equal(Score.text({ quantum: "0.5", count: -3 }), "-1.5")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const text = (self: Score): string => Exact.text(value(self))

// ---------------------------------------------------------------- operations

/**
 * The sum of two scores on one quantum. Fails with `score.quantumMismatch` where the quanta differ, `score.count` where
 * the steps exceed 2^53 − 1.
 *
 * @example
 * ```ts
 * import { Score } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const base = { quantum: "0.1", count: 10000 }
 * assert.deepEqual(Result.getOrThrow(Score.add(base, { quantum: "0.1", count: -50 })), { quantum: "0.1", count: 9950 })
 * const mixed = Score.add(base, { quantum: "1", count: 5 })
 * assert.equal(Result.isFailure(mixed) && mixed.failure.code, "score.quantumMismatch")
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const add = (a: Score, b: Score): Result.Result<Score, ScoreFault> =>
  a.quantum === b.quantum
    ? counted(a.quantum, Exact.add(Exact.integerUnsafe(a.count), Exact.integerUnsafe(b.count)))
    : Result.fail(fault("score.quantumMismatch", { first: a.quantum, second: b.quantum }))

/**
 * {@link add}, throwing a `FaultError`.
 *
 * @example
 * ```ts
 * import { Score } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const month = { quantum: "1", count: 87 }
 * assert.deepEqual(Score.addUnsafe(month, { quantum: "1", count: 2 }), { quantum: "1", count: 89 })
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const addUnsafe = (a: Score, b: Score): Score => getOrThrow(add(a, b))

/**
 * −1, 0 or 1 as the first score is worth less than, as much as or more than the second: an ordering for `sort`. Values
 * are compared, so scores on different quanta compare too: 89.5 in tenths lies below 90 in whole points.
 *
 * @example
 * ```ts
 * import { Score } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Score.compare({ quantum: "0.1", count: 895 }, { quantum: "1", count: 90 }), -1)
 * assert.equal(Score.compare({ quantum: "0.1", count: 900 }, { quantum: "1", count: 90 }), 0)
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const compare = (a: Score, b: Score): -1 | 0 | 1 =>
  a.quantum === b.quantum
    ? Exact.compare(Exact.integerUnsafe(a.count), Exact.integerUnsafe(b.count))
    : Exact.compare(value(a), value(b))
