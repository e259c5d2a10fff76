/** Made-up drafts: one source, one day of force, and whatever a case adds. */
import * as CivilDate from "../../src/foundation/CivilDate.js"
import type { Fault } from "../../src/foundation/Fault.js"
import * as Builder from "../../src/rules/Builder.js"
import type { Level } from "../../src/rules/Clause.js"
import type { Act, Cite, Expression } from "../../src/rules/Expression.js"
import type { Rulebook } from "../../src/rules/Rulebook.js"
import * as Scoring from "../../src/rules/Scoring.js"
import type { Span } from "../../src/rules/Span.js"

export const cite = (art: string): Cite => ({ doc: "办法", art })

export const draft = (total: Expression, more: Partial<Builder.Draft> = {}): Builder.Draft => ({
  id: "样例",
  version: "1",
  title: { zh: "样例办法", en: "Sample rules" },
  inForce: { from: CivilDate.parseUnsafe("2020-01-01") },
  sources: [{ id: "办法", citation: { title: "样例办法", standing: "transcription" } }],
  total,
  ...more,
})

export const book = (total: Expression, more: Partial<Builder.Draft> = {}): Rulebook =>
  Builder.bookUnsafe(draft(total, more))

/** A line of a fixed value whose kind is its id. */
export const line = (id: string, value: string, more: Partial<Act> = {}): Act =>
  Scoring.fixed({ id, kind: id, label: { zh: `${id}事项`, en: `item ${id}` }, value, cite: cite(id), ...more })

export const level = (id: string, on: Span, en = id): Level => ({ id, label: { zh: id, en }, on, cite: cite("20") })

export const levels: ReadonlyArray<Level> = [
  level("优秀", { ge: "90" }, "excellent"),
  level("良好", { ge: "75", lt: "90" }, "good"),
  level("合格", { lt: "75" }, "pass"),
]

export const points = (max: string | null = "100", step = "1") => Scoring.domain("分", "0", max, step)

export const score: Expression = Scoring.only({ kind: "得分", domain: points() })

/** Code and path of faults, which name a defect and its place. */
export const places = (faults: ReadonlyArray<Fault>) => faults.map(({ code, path }) => [code, path])
