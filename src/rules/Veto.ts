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
 * @category constructors
 * @since 0.1.0
 */
export const zero = (grounds: Grounds): Effect => effect(grounds, "zero")

/**
 * A fixed deduction in place of a grade (以扣分代降级).
 *
 * @category constructors
 * @since 0.1.0
 */
export const deduct = (grounds: Grounds, points: string): Effect => effect(grounds, { deduct: points })

/**
 * At most a level (最高只能评为).
 *
 * @category constructors
 * @since 0.1.0
 */
export const holdAt = (grounds: Grounds, level: string): Effect => effect(grounds, { atMost: level })

/**
 * Directly the lowest level (直接定为末等).
 *
 * @category constructors
 * @since 0.1.0
 */
export const lowest = (grounds: Grounds, levels: ReadonlyArray<Level>): Effect =>
  effect(grounds, { atMost: levels.at(-1)?.id ?? "" })

/**
 * Barred from the top level (一票否优).
 *
 * @category constructors
 * @since 0.1.0
 */
export const barTop = (grounds: Grounds, levels: ReadonlyArray<Level>): Effect =>
  effect(grounds, { atMost: levels[1]?.id ?? levels[0]?.id ?? "" })
