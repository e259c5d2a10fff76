/**
 * The builder (编制): a rulebook from what its text says, with everything it does not say left empty.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import type { CivilDate } from "../foundation/CivilDate.js"
import * as Exact from "../foundation/Exact.js"
import { type Fault, make as fault, getOrThrow } from "../foundation/Fault.js"
import type { Label } from "../foundation/Label.js"
import type { Slot } from "./Clause.js"
import type { Act, Acts, Cap, Expression } from "./Expression.js"
import { document, type Rulebook } from "./Rulebook.js"
import * as Span from "./Span.js"

// ---------------------------------------------------------------- models

/**
 * What a text must say to be a rulebook, and what it may say. Ties are required of no text: where it is silent, equals
 * share the place and `min` is the place they share.
 *
 * @category models
 * @since 0.1.0
 */
export interface Draft
  extends Partial<
    Omit<Rulebook, "format" | "semantics" | "id" | "version" | "title" | "inForce" | "sources" | "total">
  > {
  readonly id: string
  readonly version: string
  readonly title: Label
  readonly inForce: { readonly from: CivilDate; readonly to?: CivilDate }
  readonly sources: Rulebook["sources"]
  readonly total: Expression
}

// ---------------------------------------------------------------- constructors

/**
 * A rulebook from a draft, or every fault of it at once.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Builder, Scoring } from "dangjian/rules"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const draft = {
 *   id: "demo",
 *   version: "1",
 *   title: { zh: "评星办法" }, // made up
 *   inForce: { from: CivilDate.parseUnsafe("2023-01-01") },
 *   sources: [],
 *   total: Scoring.base("100"),
 * }
 * const book = Result.getOrThrow(Builder.book(draft))
 * assert.deepEqual([book.completeness, book.score, book.levels], ["complete", { quantum: "1", round: "exact" }, []])
 *
 * const refused = Builder.book({ ...draft, total: Scoring.reference("得分"), score: { quantum: "0", round: "exact" } })
 * assert.deepEqual(Result.isFailure(refused) && refused.failure.map(({ code, path }) => [code, path]), [
 *   ["rulebook.noSuchId", ["total", "to"]],
 *   ["rulebook.badStep", ["score", "quantum"]],
 * ])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const book = (draft: Draft): Result.Result<Rulebook, ReadonlyArray<Fault>> => {
  const made: Rulebook = {
    completeness: "complete",
    factsUnder: "periodEnd",
    classes: [],
    score: { quantum: "1", round: "exact" },
    effects: [],
    levels: [],
    badges: [],
    awards: [],
    climb: null,
    quotas: [],
    ties: { keys: [], last: "share", method: "min" },
    rankings: [],
    slots: [],
    notes: [],
    ...draft,
    format: 1,
    semantics: 1,
  }
  return document.decode(made)
}

/**
 * {@link book}, throwing a `FaultError`: for books written in code.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Builder, Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const book = Builder.bookUnsafe({
 *   id: "demo",
 *   version: "1",
 *   title: { zh: "评星办法" }, // made up
 *   inForce: { from: CivilDate.parseUnsafe("2023-01-01") },
 *   sources: [],
 *   total: Scoring.base("100"),
 * })
 * assert.deepEqual(book.ties, { keys: [], last: "share", method: "min" })
 * assert.throws(() => Builder.bookUnsafe({ ...book, total: Scoring.reference("得分") }))
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const bookUnsafe = (draft: Draft): Rulebook => getOrThrow(book(draft))

// ---------------------------------------------------------------- operations

/**
 * Fills a slot with lines made locally (村自设奖扣分项). Refused at once, with every line that breaks the slot's limits: too
 * many lines, a worth that is no fixed number of the slot's sign and size (times its repetitions), an id that is taken.
 *
 * **Details**
 *
 * A cap over every line of the account is a cap of the account: it holds for the local lines as well. A slot is filled
 * once, and the book it is filled in has it no more.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Builder, Scoring } from "dangjian/rules"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const cite = { doc: "办法", art: "8" } // made up: two lines of a village's own, each worth at most 2 points
 * const book = Builder.bookUnsafe({
 *   id: "village",
 *   version: "1",
 *   title: { zh: "积分办法" },
 *   inForce: { from: CivilDate.parseUnsafe("2023-01-01") },
 *   sources: [{ id: "办法", citation: { title: "积分办法", standing: "transcription" } }],
 *   total: Scoring.lines({ id: "记分", acts: [] }),
 *   slots: [{ id: "自设", into: "记分", sign: "bonus", items: 2, each: "2", cite }],
 * })
 * const line = (id: string, value: string) => Scoring.fixed({ id, kind: id, label: { zh: id }, value, cite })
 * assert.equal(Result.isSuccess(Builder.fill(book, "自设", [line("护林", "2")])), true)
 * const refused = Builder.fill(book, "自设", [line("护林", "3")])
 * assert.deepEqual(Result.isFailure(refused) && refused.failure.map(({ code, params }) => [code, params]), [
 *   ["rulebook.slotWorth", { id: "护林", span: "(0, 2]" }],
 * ])
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const fill = (
  self: Rulebook,
  slotId: string,
  items: ReadonlyArray<Act>,
): Result.Result<Rulebook, ReadonlyArray<Fault>> => {
  const slot = self.slots.find(({ id }) => id === slotId)
  if (slot === undefined) return Result.fail([fault("rulebook.noSuchId", { id: slotId }, ["slots"])])
  const span = spanOf(slot)
  const faults: ReadonlyArray<Fault> = [
    ...(items.length > slot.items
      ? [fault("rulebook.slotFull", { id: slotId, most: slot.items, count: items.length }, [])]
      : []),
    ...items.flatMap((item, index) =>
      worthsOf(item).every((q) => q !== undefined && Span.contains(span, q))
        ? []
        : [fault("rulebook.slotWorth", { id: item.id, span: Span.text(span) }, [index, "worth"])],
    ),
  ]
  if (faults.length > 0) return Result.fail(faults)
  const slots = self.slots.filter(({ id }) => id !== slotId)
  return book(withLines({ ...self, slots }, slot.into, items))
}

/** What a local line may give or take. */
const spanOf = ({ sign, each }: Slot): Span.Span =>
  sign === "bonus" ? { gt: "0", le: each } : { ge: Exact.text(Exact.negate(Exact.parseUnsafe(each))), lt: "0" }

/** What a line gives or takes once, and again while an earlier one counts; nothing where that is no fixed number. */
const worthsOf = ({ worth, repeat }: Act): ReadonlyArray<Exact.Exact | undefined> => {
  const [once, times] = [worth.op === "const" ? worth.q : "", repeat?.times ?? "1"].map((text) =>
    Result.getOrElse(Exact.parse(text), () => undefined),
  )
  return once === undefined || times === undefined ? [undefined] : [once, Exact.multiply(once, times)]
}

/** The book with lines added to the node of acts of an id, wherever in its trees the node stands. */
const withLines = (self: Rulebook, id: string, items: ReadonlyArray<Act>): Rulebook => {
  const added = items.map((item) => item.id)
  const isWhole = ({ of }: Cap, acts: Acts) => acts.acts.every((act) => of.includes(act.id))
  const grown = (acts: Acts): Acts => ({
    ...acts,
    acts: [...acts.acts, ...items],
    caps: acts.caps.map((cap) => (isWhole(cap, acts) ? { ...cap, of: [...cap.of, ...added] } : cap)),
  })
  const copy = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(copy)
    if (typeof part !== "object" || part === null) return part
    if ("op" in part && part.op === "acts" && "id" in part && part.id === id) return grown(part as Acts)
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, copy(value)]))
  }
  return copy(self) as Rulebook
}
