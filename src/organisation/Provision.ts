/**
 * Provisions (条款): one rule of a text as a dated, cited value, with the strength it speaks with and who may approve a
 * deviation. Every threshold, term and quorum of the organisation side is the value of one.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as Citation from "../foundation/Citation.js"
import * as CivilDate from "../foundation/CivilDate.js"
import * as Finding from "../foundation/Finding.js"
import type * as Label from "../foundation/Label.js"

// ---------------------------------------------------------------- models

/**
 * What every rule carries: an id, how strongly it speaks (应当, 一般, 可以), from which day on and up to, but without, which
 * it is in force, where it is written, and whose approval (批准) makes a deviation lawful, where the text names one. A
 * `note` says what is weak about it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Provision {
  readonly id: string
  readonly strength: Finding.Strength
  readonly from: CivilDate.CivilDate
  readonly to?: CivilDate.CivilDate
  readonly cite: Citation.Citation
  readonly approvedBy?: string
  readonly note?: string
}

// ---------------------------------------------------------------- schemas

/**
 * The schema of {@link Provision}: what the schemas of all rules have in common.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Provision = /* @__PURE__ */ Schema.Struct({
  id: Schema.NonEmptyString,
  strength: Finding.Strength,
  from: CivilDate.CivilDate,
  to: /* @__PURE__ */ Schema.optionalKey(CivilDate.CivilDate),
  cite: Citation.Citation,
  approvedBy: /* @__PURE__ */ Schema.optionalKey(Schema.NonEmptyString),
  note: /* @__PURE__ */ Schema.optionalKey(Schema.NonEmptyString),
})

// ---------------------------------------------------------------- getters

/**
 * The rules in force on a day, in the order of their ids.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Provision } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const day = CivilDate.parseUnsafe
 * const cite = { title: "示例条例", article: 4, standing: "transcription" } as const // made up
 * const size = { id: "size", strength: "should", from: day("2018-10-28"), to: day("2025-01-01"), cite } as const
 * assert.equal(Provision.inForce([size], day("2024-12-31")).length, 1)
 * assert.equal(Provision.inForce([size], day("2025-01-01")).length, 0)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const inForce = <P extends Provision>(rules: ReadonlyArray<P>, on: CivilDate.CivilDate): ReadonlyArray<P> =>
  rules
    .filter(({ from, to }) => from <= on && (to === undefined || on < to))
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))

// ---------------------------------------------------------------- decisions

/**
 * The finding that a deviation from a rule makes: none where the text only permits, covered where an approval record
 * names the code and the subject and the text provides for approval.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Provision } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const cite = { title: "示例条例", article: 4, standing: "transcription" } as const // made up
 * const size = { id: "size", strength: "should", from: CivilDate.parseUnsafe("2018-10-28"), cite } as const
 * const params = { members: 51, most: 50 }
 * const finding = Provision.deviation(size, { code: "demo.size", subject: "branch-1", params })
 * assert.equal(finding?.severity, "warning")
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const deviation = <Code extends string>(
  rule: Provision,
  found: Omit<Finding.Deviation<Code>, "cite">,
  approvals: Finding.Approvals = [],
): Finding.Finding<Code> | undefined => {
  const finding = Finding.of(rule.strength, { ...found, cite: rule.cite })
  if (finding === undefined || rule.approvedBy === undefined) return finding
  return Finding.cover(finding, approvals)
}

// ---------------------------------------------------------------- instances

/**
 * The names of those who approve deviations, where a rule names them by their place above the body and not by their kind.
 *
 * @category instances
 * @since 0.1.0
 */
export const approvers: Readonly<Record<"superior", Label.Label>> = {
  superior: { zh: "上级党组织", en: "the superior organisation" },
}
