/**
 * The builder (编制): a rulebook from what its text says, with everything it does not say left empty.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import type { CivilDate } from "../foundation/CivilDate.js"
import * as Exact from "../foundation/Exact.js"
import { make as fault, getOrThrow } from "../foundation/Fault.js"
import type { Label } from "../foundation/Label.js"
import type { Slot } from "./Clause.js"
import type { Act, Acts, Expression } from "./Expression.js"
import { check, document, type Rulebook, type RulebookFault } from "./Rulebook.js"

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
 * @category constructors
 * @since 0.1.0
 */
export const book = (draft: Draft): Result.Result<Rulebook, ReadonlyArray<RulebookFault>> => {
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
  const decoded = document.decode(made)
  return Result.isFailure(decoded)
    ? Result.fail(decoded.failure as ReadonlyArray<RulebookFault>)
    : Result.succeed(decoded.success)
}

/**
 * {@link book}, throwing a `FaultError`: for books written in code.
 *
 * @category constructors
 * @since 0.1.0
 */
export const bookUnsafe = (draft: Draft): Rulebook => getOrThrow(book(draft))

/**
 * Fills a slot with lines made locally (村自设奖扣分项). Refused at once, with every line that breaks the slot's limits:
 * too many lines, a value beyond the limit or of the other sign, an id that is taken.
 *
 * @category constructors
 * @since 0.1.0
 */
export const fill = (
  self: Rulebook,
  slotId: string,
  items: ReadonlyArray<Act>,
): Result.Result<Rulebook, ReadonlyArray<RulebookFault>> => {
  const slot = self.slots.find(({ id }) => id === slotId)
  if (slot === undefined) return Result.fail([fault("rulebook.noSuchId", { id: slotId }, ["slots"])])
  const faults: ReadonlyArray<RulebookFault> = [
    ...(items.length > slot.items
      ? [fault("rulebook.slotFull", { id: slotId, most: slot.items, count: items.length }, ["slots"])]
      : []),
    ...items.flatMap((item, index) =>
      isWithin(slot, item)
        ? []
        : [fault("rulebook.slotFull", { id: item.id, most: slot.each, count: index + 1 }, [index, "worth"])],
    ),
  ]
  if (faults.length > 0) return Result.fail(faults)
  const next: Rulebook = {
    ...self,
    slots: self.slots.filter(({ id }) => id !== slotId),
    total: into(self.total, slot.into, (acts) => ({ ...acts, acts: [...acts.acts, ...items] })),
  }
  const found = check(next)
  return found.length > 0 ? Result.fail(found) : Result.succeed(next)
}

const isWithin = ({ sign, each }: Slot, { worth }: Act): boolean => {
  if (worth.op !== "const") return false
  const value = Exact.parseUnsafe(worth.q)
  const size = sign === "bonus" ? value : Exact.negate(value)
  return Exact.sign(size) > 0 && Exact.compare(size, Exact.parseUnsafe(each)) <= 0
}

/** The tree with the named node of acts changed. */
const into = (e: Expression, id: string, change: (acts: Acts) => Acts): Expression => {
  const below = (part: Expression) => into(part, id, change)
  switch (e.op) {
    case "acts":
      return e.id === id ? change(e) : e
    case "sum":
      return { ...e, of: e.of.map((part) => ({ ...part, e: below(part.e) })) }
    case "min":
    case "max":
      return { ...e, of: e.of.map(below) }
    case "times":
    case "over":
    case "peers":
    case "round":
      return { ...e, e: below(e.e) }
    case "ratio":
      return { ...e, num: below(e.num), den: below(e.den) }
    case "curve":
      return { ...e, of: below(e.of) }
    case "case":
      return {
        ...e,
        rows: e.rows.map((row) => ({ ...row, gives: below(row.gives) })),
        otherwise: e.otherwise === null ? null : below(e.otherwise),
      }
    default:
      return e
  }
}
