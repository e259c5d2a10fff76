/**
 * Vetoes (一票否决), told apart by what they do: set the score to nought, take off points, give the lowest level, hold
 * below a level, bar from the top.
 *
 * @since 0.1.0
 */
import type { Effect, Level } from "./Clause.js"

// ---------------------------------------------------------------- models

/**
 * An effect without what it does.
 *
 * @category models
 * @since 0.1.0
 */
export type Grounds = Omit<Effect, "does" | "lasts"> & { readonly lasts?: Effect["lasts"] }

// ---------------------------------------------------------------- constructors

const effect = (grounds: Grounds, does: Effect["does"]): Effect => ({ lasts: "period", ...grounds, does })

/**
 * Zeroing (清零): the score is nought, whatever else was earned.
 *
 * @example
 * ```ts
 * import { Scoring, Veto } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const grounds = {
 *   id: "否决一",
 *   label: { zh: "发生重大责任事故" },
 *   when: Scoring.happened("重大责任事故"),
 *   cite: { doc: "办法", art: "10" },
 * }
 * const effect = Veto.zero(grounds)
 * assert.deepEqual([effect.does, effect.lasts], ["zero", "period"])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const zero = (grounds: Grounds): Effect => effect(grounds, "zero")

/**
 * A fixed deduction in place of a grade (以扣分代降级).
 *
 * @example
 * ```ts
 * import { Scoring, Veto } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const grounds = {
 *   id: "否决一",
 *   label: { zh: "发生重大责任事故" },
 *   when: Scoring.happened("重大责任事故"),
 *   cite: { doc: "办法", art: "10" },
 * }
 * assert.deepEqual(Veto.deduct({ ...grounds, lasts: { months: 12 } }, "20").does, { deduct: "20" })
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const deduct = (grounds: Grounds, points: string): Effect => effect(grounds, { deduct: points })

/**
 * At most a level (最高只能评为).
 *
 * @example
 * ```ts
 * import { Scoring, Veto } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const grounds = {
 *   id: "否决一",
 *   label: { zh: "发生重大责任事故" },
 *   when: Scoring.happened("重大责任事故"),
 *   cite: { doc: "办法", art: "10" },
 * }
 * assert.deepEqual(Veto.holdAt(grounds, "二星").does, { atMost: "二星" })
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const holdAt = (grounds: Grounds, level: string): Effect => effect(grounds, { atMost: level })

/**
 * Directly the lowest level (直接定为末等). A book without levels is refused.
 *
 * @example
 * ```ts
 * import { Scoring, Veto } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const grounds = {
 *   id: "否决一",
 *   label: { zh: "发生重大责任事故" },
 *   when: Scoring.happened("重大责任事故"),
 *   cite: { doc: "办法", art: "10" },
 * }
 * const level = (id: string) => ({ id, label: { zh: id }, on: {}, cite: grounds.cite })
 * const levels = ["优秀", "合格", "不合格"].map(level)
 * assert.deepEqual(Veto.lowest(grounds, levels).does, { atMost: "不合格" })
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const lowest = (grounds: Grounds, levels: ReadonlyArray<Level>): Effect =>
  effect(grounds, { atMost: levels.at(-1)?.id ?? "" })

/**
 * Barred from the top level (一票否优). A text with fewer than two levels has no level below the top, and its book is
 * refused.
 *
 * @example
 * ```ts
 * import { Scoring, Veto } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const grounds = {
 *   id: "否决一",
 *   label: { zh: "发生重大责任事故" },
 *   when: Scoring.happened("重大责任事故"),
 *   cite: { doc: "办法", art: "10" },
 * }
 * const level = (id: string) => ({ id, label: { zh: id }, on: {}, cite: grounds.cite })
 * const levels = ["优秀", "合格", "不合格"].map(level)
 * assert.deepEqual(Veto.barTop(grounds, levels).does, { atMost: "合格" })
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const barTop = (grounds: Grounds, levels: ReadonlyArray<Level>): Effect =>
  effect(grounds, { atMost: levels[1]?.id ?? "" })
