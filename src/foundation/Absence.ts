/**
 * Absence (缺值): why a figure is not there. One vocabulary everywhere, and never a number.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as Label from "./Label.js"

// ---------------------------------------------------------------- models

/**
 * Why a value is missing (缺值原因). `unknown` (未知): there is one and nobody has it yet. `notApplicable` (不适用): the
 * question does not arise, as a committee meeting where there is no committee. `exempt` (豁免): it arises and a rule or a
 * decision lifts it. `new` (新建): the subject has not existed long enough to be asked.
 *
 * @category models
 * @since 0.1.0
 */
export type Absence = "unknown" | "notApplicable" | "exempt" | "new"

// ---------------------------------------------------------------- schemas

/**
 * The schema of {@link Absence}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Absence: Schema.Codec<Absence> = /* @__PURE__ */ Schema.Literals([
  "unknown",
  "notApplicable",
  "exempt",
  "new",
])

// ---------------------------------------------------------------- guards

/**
 * Whether a value is an absence.
 *
 * @example
 * ```ts
 * import { Absence } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Absence.is("exempt"), true)
 * assert.equal(Absence.is(0), false)
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const is = (value: unknown): value is Absence => typeof value === "string" && Object.hasOwn(labels, value)

// ---------------------------------------------------------------- getters

/**
 * The name of an absence.
 *
 * @example
 * ```ts
 * import { Absence } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Absence.text("notApplicable", "zh"), "不适用")
 * assert.equal(Absence.text("new", "en"), "newly founded")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const text = (self: Absence, language: Label.Language): string => Label.text(labels[self], language)

// ---------------------------------------------------------------- instances

/**
 * The names of the absences.
 *
 * @category instances
 * @since 0.1.0
 */
export const labels: Readonly<Record<Absence, Label.Label>> = {
  unknown: { zh: "未知", en: "unknown" },
  notApplicable: { zh: "不适用", en: "not applicable" },
  exempt: { zh: "豁免", en: "exempt" },
  new: { zh: "新建", en: "newly founded" },
}
