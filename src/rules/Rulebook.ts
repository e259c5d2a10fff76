/**
 * The rulebook (积分、评星、考核办法): a published rule text as dated, cited data.
 *
 * What a text says stands in fields, with the clause it says it in; what it does not say is not invented. The verdict is
 * a fixed pipeline over the clauses: classes → total → score effects → rounding → level → level effects → direct awards →
 * climb limit → quotas → rankings.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import { Citation } from "../foundation/Citation.js"
import { CivilDate } from "../foundation/CivilDate.js"
import * as Document from "../foundation/Document.js"
import * as Exact from "../foundation/Exact.js"
import { type Fault, make as fault } from "../foundation/Fault.js"
import { Label } from "../foundation/Label.js"
import { Mode } from "../foundation/Rounding.js"
import { Award, Badge, Class, Climb, type Does, Effect, Level, Note, Quota, Ranking, Slot } from "./Clause.js"
import { type Cite, Expression, Id, Ties } from "./Expression.js"
import * as Span from "./Span.js"
import * as Structure from "./Structure.js"
import type { Path } from "./World.js"

// ---------------------------------------------------------------- models

/**
 * A document that clauses are cited from.
 *
 * @category models
 * @since 0.1.0
 */
export interface Source {
  readonly id: string
  readonly citation: Citation
}

/**
 * A rulebook. `factsUnder` says which version a fact falls under when the text changes within a period: the one in force
 * on the day of the fact, or at the end of the period. A `partial` book holds exactly the clauses that are known.
 *
 * @category models
 * @since 0.1.0
 */
export interface Rulebook {
  readonly format: 1
  readonly semantics: 1
  readonly id: string
  readonly version: string
  readonly title: Label
  readonly completeness: "complete" | "partial"
  readonly sources: ReadonlyArray<Source>
  readonly inForce: { readonly from: CivilDate; readonly to?: CivilDate }
  readonly factsUnder: "factDate" | "periodEnd"
  readonly classes: ReadonlyArray<Class>
  readonly total: Expression
  readonly score: { readonly quantum: string; readonly round: Mode | "exact"; readonly cite?: Cite }
  readonly effects: ReadonlyArray<Effect>
  readonly levels: ReadonlyArray<Level>
  readonly badges: ReadonlyArray<Badge>
  readonly awards: ReadonlyArray<Award>
  readonly climb: Climb | null
  readonly quotas: ReadonlyArray<Quota>
  readonly ties: Ties
  readonly rankings: ReadonlyArray<Ranking>
  readonly slots: ReadonlyArray<Slot>
  readonly notes: ReadonlyArray<Note>
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with a rulebook that its schema cannot say: ids that stand twice or name nothing, cycles of
 * references, leaves and tags where they cannot be read, steps that are not positive, caps that cross or cannot bind,
 * quotas that cannot be applied, and lines that break the limits of a slot.
 *
 * @category errors
 * @since 0.1.0
 */
export type RulebookFault =
  | Structure.StructureFault
  | Fault<
      | "rulebook.quotaOnLastLevel"
      | "rulebook.quotaOnSeveral"
      | "rulebook.badQuota"
      | "rulebook.badDeduct"
      | "rulebook.forceEnds"
      | "rulebook.slotFull"
      | "rulebook.slotWorth"
    >

// ---------------------------------------------------------------- schemas

/**
 * The schema of {@link Rulebook}; {@link document} reads one from unknown input and checks its structure as well.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Rulebook: Schema.Codec<Rulebook> = /* @__PURE__ */ Schema.Struct({
  format: /* @__PURE__ */ Schema.Literal(1),
  semantics: /* @__PURE__ */ Schema.Literal(1),
  id: Id,
  version: Id,
  title: Label,
  completeness: /* @__PURE__ */ Schema.Literals(["complete", "partial"]),
  sources: /* @__PURE__ */ Schema.Array(/* @__PURE__ */ Schema.Struct({ id: Id, citation: Citation })),
  inForce: /* @__PURE__ */ Schema.Struct({
    from: CivilDate,
    to: /* @__PURE__ */ Schema.optionalKey(CivilDate),
  }),
  factsUnder: /* @__PURE__ */ Schema.Literals(["factDate", "periodEnd"]),
  classes: /* @__PURE__ */ Schema.Array(Class),
  total: Expression,
  score: /* @__PURE__ */ Schema.Struct({
    quantum: Exact.Text,
    round: /* @__PURE__ */ Schema.Union([/* @__PURE__ */ Schema.Literal("exact"), Mode]),
    cite: /* @__PURE__ */ Schema.optionalKey(/* @__PURE__ */ Schema.Struct({ doc: Id, art: Id })),
  }),
  effects: /* @__PURE__ */ Schema.Array(Effect),
  levels: /* @__PURE__ */ Schema.Array(Level),
  badges: /* @__PURE__ */ Schema.Array(Badge),
  awards: /* @__PURE__ */ Schema.Array(Award),
  climb: /* @__PURE__ */ Schema.NullOr(Climb),
  quotas: /* @__PURE__ */ Schema.Array(Quota),
  ties: Ties,
  rankings: /* @__PURE__ */ Schema.Array(Ranking),
  slots: /* @__PURE__ */ Schema.Array(Slot),
  notes: /* @__PURE__ */ Schema.Array(Note),
})

/**
 * The rulebook as a stored document: decode, encode, is, standard, jsonSchema.
 *
 * @category schemas
 * @since 0.1.0
 */
export const document: Document.Document<Rulebook> = /* @__PURE__ */ Document.make<Rulebook>({
  name: "Rulebook",
  format: 1,
  schema: () => Rulebook,
  check: (book) => check(book),
})

// ---------------------------------------------------------------- getters

/**
 * The label of a clause, act or node by its id, where it has one.
 *
 * @example
 * ```ts
 * import { Rulebook } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Rulebook.labelOf(WendengVillage.rulebook, "P-058")?.zh, "无偿献血，按次")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const labelOf = (self: Rulebook, id: string): Label | undefined => clauseOf(self, id)?.label

/**
 * Where a clause, act or node stands in the sources, by its id.
 *
 * @example
 * ```ts
 * import { Rulebook } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Rulebook.citeOf(WendengVillage.rulebook, "P-058")?.art, "P-058")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const citeOf = (self: Rulebook, id: string): Cite | undefined => clauseOf(self, id)?.cite

const clauseOf = (self: Rulebook, id: string): Structure.Clause | undefined =>
  clauses(self).find((clause) => clause.id === id)

const clauses = (self: Rulebook): ReadonlyArray<Structure.Clause> => [
  ...self.classes,
  ...self.effects,
  ...self.levels,
  ...self.badges,
  ...self.awards,
  ...self.quotas,
  ...self.rankings,
  ...self.slots,
  ...Structure.clausesOf(self),
]

// ---------------------------------------------------------------- decisions

/**
 * Everything that is wrong with the structure of a rulebook, all at once; none for a sound one. {@link document} runs it
 * on what it decodes; what is built in code is checked by `Builder.book`.
 *
 * @example
 * ```ts
 * import { Rulebook } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const book = { ...WendengVillage.rulebook, total: { op: "ref", to: "nowhere" } as const }
 * assert.deepEqual(Rulebook.check(book).map(({ code, path }) => [code, path]).slice(0, 1), [
 *   ["rulebook.noSuchId", ["total", "to"]],
 * ])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const check = (self: Rulebook): ReadonlyArray<RulebookFault> => {
  const lists = {
    classes: self.classes,
    effects: self.effects,
    levels: self.levels,
    badges: self.badges,
    awards: self.awards,
    quotas: self.quotas,
    rankings: self.rankings,
    slots: self.slots,
    sources: self.sources,
  }
  return [
    ...Object.entries(lists).flatMap(([name, list]) =>
      Structure.duplicates(list.map(({ id }, index) => ({ id, path: [name, index, "id"] }))),
    ),
    ...Structure.check(Structure.nodesOfBook(self)),
    ...Structure.whensOf(self).flatMap(({ when, path }) => Structure.checkTags(when, path)),
    ...self.classes.flatMap(({ when }, index) => Structure.checkClass(when, ["classes", index, "when"])),
    ...Structure.positive(self.score.quantum, ["score", "quantum"]),
    ...checkCites(self),
    ...checkLevels(self),
    ...checkSlots(self),
    ...(self.inForce.to !== undefined && self.inForce.to <= self.inForce.from
      ? [fault("rulebook.forceEnds", { from: self.inForce.from, to: self.inForce.to }, ["inForce", "to"])]
      : []),
  ]
}

const checkCites = (self: Rulebook): ReadonlyArray<RulebookFault> => {
  const known = new Set(self.sources.map(({ id }) => id))
  return citesIn(self, [])
    .filter(({ doc }) => !known.has(doc))
    .map(({ doc, path }) => fault("rulebook.noSuchId", { id: doc }, [...path, "doc"]))
}

/** Every `cite` of the document, wherever it stands: of clauses, nodes, rows, pieces, terms and repairs. */
const citesIn = (part: unknown, path: Path): ReadonlyArray<{ readonly doc: string; readonly path: Path }> => {
  if (Array.isArray(part)) return part.flatMap((item, index) => citesIn(item, [...path, index]))
  if (typeof part !== "object" || part === null) return []
  return Object.entries(part).flatMap(([key, value]) =>
    key === "cite" ? [{ doc: (value as Cite).doc, path: [...path, key] }] : citesIn(value, [...path, key]),
  )
}

const checkLevels = (self: Rulebook): ReadonlyArray<RulebookFault> => {
  const known = new Set(self.levels.map(({ id }) => id))
  const last = self.levels.at(-1)?.id
  const badges = self.badges.map(({ id }) => id)
  const missing = (id: string, path: Path) => (known.has(id) ? [] : [fault("rulebook.noSuchId", { id }, path)])
  const bounds = (does: Does | "nothing" | undefined, path: Path): ReadonlyArray<RulebookFault> => {
    if (typeof does !== "object") return []
    if ("atMost" in does) return missing(does.atMost, path)
    return Exact.sign(Exact.parseUnsafe(does.deduct)) >= 0
      ? []
      : [fault("rulebook.badDeduct", { points: does.deduct }, path)]
  }
  return [
    ...self.effects.flatMap(({ does, repair }, index) => [
      ...bounds(does, ["effects", index, "does"]),
      ...bounds(repair?.does, ["effects", index, "repair", "does"]),
    ]),
    ...self.awards.flatMap(({ atLeast }, index) => missing(atLeast, ["awards", index, "atLeast"])),
    ...self.badges.flatMap(({ needs }, index) =>
      needs.flatMap((id, at) =>
        badges.slice(0, index).includes(id) ? [] : [fault("rulebook.noSuchId", { id }, ["badges", index, "needs", at])],
      ),
    ),
    ...self.quotas.flatMap(({ id, levels, sense, of, slack }, index) => [
      ...levels.flatMap((level, at) => missing(level, ["quotas", index, "levels", at])),
      ...("share" in of && !Span.contains(WHOLE, Exact.parseUnsafe(of.share))
        ? [fault("rulebook.badQuota", { id }, ["quotas", index, "of", "share"])]
        : []),
      ...(slack !== undefined && Exact.sign(Exact.parseUnsafe(slack)) < 0
        ? [fault("rulebook.badQuota", { id }, ["quotas", index, "slack"])]
        : []),
      ...(sense === "most" && !isRun(self, levels)
        ? [fault("rulebook.quotaOnSeveral", { id }, ["quotas", index])]
        : []),
      ...(sense === "most" && last !== undefined && levels.includes(last)
        ? [fault("rulebook.quotaOnLastLevel", { id, level: last }, ["quotas", index])]
        : []),
    ]),
  ]
}

/** Whether levels follow one another in the book without a gap, each once; those that it does not have are no matter here. */
const isRun = ({ levels }: Rulebook, ids: ReadonlyArray<string>): boolean => {
  const at = ids.map((id) => levels.findIndex((level) => level.id === id)).sort((a, b) => a - b)
  return at.every((index, nth) => nth === 0 || index < 0 || at[nth - 1] === -1 || at[nth - 1] === index - 1)
}

/** A share of a group, nothing to all of it. */
const WHOLE: Span.Span = { ge: "0", le: "1" }

const checkSlots = (self: Rulebook): ReadonlyArray<RulebookFault> => {
  const acts = new Set(
    Structure.nodesOfBook(self).flatMap(({ e }) => (e.op === "acts" && e.id !== undefined ? [e.id] : [])),
  )
  return self.slots.flatMap(({ into, each }, index) => [
    ...(acts.has(into) ? [] : [fault("rulebook.noSuchId", { id: into }, ["slots", index, "into"])]),
    ...Structure.positive(each, ["slots", index, "each"]),
  ])
}
