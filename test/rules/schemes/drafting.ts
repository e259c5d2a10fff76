/** What all drafts of published schemes share: their source, clause references, and the fields of a register. */

import type { Citation } from "../../../src/foundation/Citation.js"
import * as CivilDate from "../../../src/foundation/CivilDate.js"
import * as Builder from "../../../src/rules/Builder.js"
import type { Level } from "../../../src/rules/Clause.js"
import type { Act, Cite, Domain, Expression, When } from "../../../src/rules/Expression.js"
import type { Rulebook } from "../../../src/rules/Rulebook.js"
import * as Scoring from "../../../src/rules/Scoring.js"
import type { Span } from "../../../src/rules/Span.js"

export const cite = (art: string): Cite => ({ doc: "text", art })

/** A partial book of one source. */
export const partial = (
  draft: Omit<Builder.Draft, "version" | "title" | "inForce" | "sources" | "completeness"> & {
    readonly title: string
    readonly since: string
    readonly citation: Omit<Citation, "title">
  },
): Rulebook => {
  const { title, since, citation, ...rest } = draft
  return Builder.bookUnsafe({
    ...rest,
    version: "1",
    title: { zh: title },
    inForce: { from: CivilDate.parseUnsafe(since) },
    sources: [{ id: "text", citation: { title, ...citation } }],
    completeness: "partial",
  })
}

export const points = (min: string | null, max: string | null, step = "1"): Domain =>
  Scoring.domain("分", min, max, step)
export const percent = (step = "0.01"): Domain => Scoring.domain("%", "0", "100", step)
export const times: Domain = Scoring.domain("次", "0", null, "1")

/** A decided value that the text bounds on neither side. */
export const unstated = points(null, null, "0.5")

/** A value that a register holds once. */
export const entry = (kind: string, domain: Domain): Expression =>
  Scoring.only({ kind, domain }, { id: kind, label: { zh: kind }, cite: cite(kind) })

/** A line of a fixed value, its kind named like the line. */
export const line = (id: string, value: string, more: Partial<Act> = {}): Act =>
  Scoring.fixed({ id, kind: id, label: { zh: id }, value, cite: cite(id), ...more })

/** A line whose value somebody decides. */
export const ranged = (id: string, domain: Domain, by: string, more: Partial<Act> = {}): Act =>
  Scoring.inRange({ id, kind: id, label: { zh: id }, field: "value", values: domain, by, cite: cite(id), ...more })

/** A level by its span; `null` where the text gives it by an effect or an award alone. */
export const level = (id: string, on: Span | null, and?: When): Level => ({
  id,
  label: { zh: id },
  on,
  cite: cite(id),
  ...(and === undefined ? {} : { and }),
})

export const grounds = (id: string, when: When) => ({ id, label: { zh: id }, when, cite: cite(id) })

export const doubt = (on: string, zh: string) => ({ on, kind: "doubt" as const, text: { zh } })
export const defect = (on: string, zh: string) => ({ on, kind: "defect" as const, text: { zh } })
