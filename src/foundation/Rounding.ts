/**
 * Rounding (取舍): named modes, applied only where a rule declares a stage and a quantum.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as Exact from "./Exact.js"
import type { Label } from "./Label.js"

// ---------------------------------------------------------------- models

/**
 * How a number that falls between two steps is settled: `halfUp` is half away from nought (四舍五入), `halfEven` half to
 * the even step, `up` away from nought, `down` towards it, `floor` and `ceiling` towards the lesser and the greater.
 *
 * @category models
 * @since 0.1.0
 */
export type Mode = "halfUp" | "halfEven" | "up" | "down" | "floor" | "ceiling"

// ---------------------------------------------------------------- schemas

/**
 * The schema of {@link Mode}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Mode: Schema.Codec<Mode> = /* @__PURE__ */ Schema.Literals([
  "halfUp",
  "halfEven",
  "up",
  "down",
  "floor",
  "ceiling",
])

// ---------------------------------------------------------------- guards

/**
 * Whether a number is a whole multiple of a positive quantum, that is, on the lattice.
 *
 * @example
 * ```ts
 * import { Exact, Rounding } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Rounding.isMultiple(Exact.parseUnsafe("89.5"), Exact.parseUnsafe("0.1")), true)
 * assert.equal(Rounding.isMultiple(Exact.parseUnsafe("89.5"), Exact.one), false)
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const isMultiple = (value: Exact.Exact, quantum: Exact.Exact): boolean =>
  Exact.sign(quantum) > 0 && Exact.isWhole(Exact.divideUnsafe(value, quantum))

// ---------------------------------------------------------------- getters

/**
 * A number rounded to a stated count of decimal places and written with exactly so many (保留小数): `82.80`, never `82.8`
 * where two places were asked for, and never `-0.00`.
 *
 * **Details** Places count from 0 to 400; anything else counts as 0.
 *
 * @example
 * ```ts
 * import { Exact, Rounding } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Rounding.fixed(Exact.parseUnsafe("82.7965"), "halfUp", 2), "82.80")
 * assert.equal(Rounding.fixed(Exact.parseUnsafe("-0.001"), "halfUp", 2), "0.00")
 * assert.equal(Rounding.fixed(Exact.parseUnsafe("7/2"), "halfUp", 0), "4")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const fixed = (value: Exact.Exact, mode: Mode, places: number): string => {
  const kept = Number.isSafeInteger(places) && places > 0 && places <= 400 ? places : 0
  const steps = Exact.numerator(whole(Exact.multiply(value, Exact.ofBigInt(10n ** BigInt(kept))), mode))
  const digits = String(steps < 0n ? -steps : steps).padStart(kept + 1, "0")
  const point = digits.length - kept
  return `${steps < 0n ? "-" : ""}${digits.slice(0, point)}${kept === 0 ? "" : `.${digits.slice(point)}`}`
}

// ---------------------------------------------------------------- operations

/**
 * The multiple of a positive quantum that the mode gives for a number. A quantum of nought or less leaves the number
 * as it is.
 *
 * @example
 * ```ts
 * import { Exact, Rounding } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const hundredth = Exact.parseUnsafe("0.01")
 * assert.equal(Exact.text(Rounding.round(Exact.parseUnsafe("-0.015"), "halfUp", hundredth)), "-0.02")
 * assert.equal(Exact.text(Rounding.round(Exact.parseUnsafe("-0.015"), "down", hundredth)), "-0.01")
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const round = (value: Exact.Exact, mode: Mode, quantum: Exact.Exact): Exact.Exact =>
  Exact.sign(quantum) <= 0 ? value : Exact.multiply(whole(Exact.divideUnsafe(value, quantum), mode), quantum)

/**
 * The integer that the mode gives for a number.
 *
 * @example
 * ```ts
 * import { Exact, Rounding } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Exact.text(Rounding.whole(Exact.parseUnsafe("2.5"), "halfEven")), "2")
 * assert.equal(Exact.text(Rounding.whole(Exact.parseUnsafe("2.5"), "halfUp")), "3")
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const whole = (value: Exact.Exact, mode: Mode): Exact.Exact => {
  if (Exact.isWhole(value)) return value
  const [n, d] = [Exact.numerator(value), Exact.denominator(value)]
  const below = n >= 0n ? n / d : (n - d + 1n) / d
  return Exact.ofBigInt(picksUpper(below, n, d, mode) ? below + 1n : below)
}

const picksUpper = (below: bigint, n: bigint, d: bigint, mode: Mode): boolean => {
  const twice = 2n * (n - below * d)
  switch (mode) {
    case "floor":
      return false
    case "ceiling":
      return true
    case "down":
      return n < 0n
    case "up":
      return n > 0n
    case "halfUp":
      return twice > d || (twice === d && n > 0n)
    case "halfEven":
      return twice > d || (twice === d && below % 2n !== 0n)
  }
}

// ---------------------------------------------------------------- instances

/**
 * The names of the modes.
 *
 * @category instances
 * @since 0.1.0
 */
export const labels: Readonly<Record<Mode, Label>> = {
  halfUp: { zh: "四舍五入", en: "rounded half up" },
  halfEven: { zh: "四舍六入五成双", en: "rounded half to even" },
  up: { zh: "只入不舍", en: "rounded away from nought" },
  down: { zh: "只舍不入", en: "rounded towards nought" },
  floor: { zh: "向下取整", en: "rounded down" },
  ceiling: { zh: "向上取整", en: "rounded up" },
}
