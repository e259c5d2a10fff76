/**
 * The interpreter (评价): a rulebook applied to facts, slow and obvious. Every faster way has to equal it.
 *
 * @since 0.1.0
 */
import type { Coordinate } from "../foundation/Coordinate.js"
import type { Period } from "../foundation/Period.js"
import type { Closure, Fact, FrozenResult, Subject } from "./Fact.js"
import * as Judging from "./Judging.js"
import type * as Outcome from "./Outcome.js"
import { reports } from "./Population.js"
import type { Rulebook } from "./Rulebook.js"

// ---------------------------------------------------------------- models

/**
 * All that an evaluation is made from. `period` is the rated period (half-open), `at` the coordinate: facts that take
 * effect after its day or were recorded after its instant do not exist yet. `seeds` are published seeds of draws.
 *
 * @category models
 * @since 0.1.0
 */
export interface Input {
  readonly book: Rulebook
  readonly period: Period
  readonly at: Coordinate
  readonly subjects: ReadonlyArray<Subject>
  readonly facts: ReadonlyArray<Fact>
  readonly closures?: ReadonlyArray<Closure>
  readonly results?: ReadonlyArray<FrozenResult>
  readonly seeds?: Readonly<Record<string, string>>
}

/**
 * The outcomes of all subjects, by id, how the quotas stand, and the facts known at the coordinate that are about nobody
 * among the subjects (`unread`), so that nothing that was handed in disappears without a word.
 *
 * @category models
 * @since 0.1.0
 */
export interface Rating {
  readonly outcomes: ReadonlyArray<Outcome.Outcome>
  readonly quotas: ReadonlyArray<Outcome.QuotaReport>
  readonly unread: ReadonlyArray<string>
}

// ---------------------------------------------------------------- decisions

/**
 * Rates every subject by a rulebook that {@link Rulebook.check} finds nothing wrong with.
 *
 * **Details**
 *
 * `Fact.check` finds what is wrong with the facts themselves, and is meant to be asked first. The order of subjects and
 * facts does not matter. Nothing is thrown on any decodable input: what does not fit is a
 * conflict in the outcome, what is not known an interval. Of records with one id the earliest recorded counts.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, Period } from "dangjian/foundation"
 * import { Interpreter } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const day = CivilDate.parseUnsafe("2023-12-31")
 * const recordedAt = Coordinate.instantUnsafe(1_704_000_000_000)
 * const { outcomes } = Interpreter.evaluate({
 *   book: WendengVillage.rulebook,
 *   period: Period.yearUnsafe(2023),
 *   at: Coordinate.of(day, recordedAt),
 *   subjects: [{ id: "m1", labels: { 身份: ["党员"] } }], // made up
 *   facts: [{ id: "f1", subject: "m1", kind: "P-058", on: CivilDate.parseUnsafe("2023-03-05"), recordedAt }],
 * })
 * assert.deepEqual(outcomes[0]?.scores?.rounded, { is: "known", q: "1010" })
 * assert.deepEqual(outcomes[0]?.level, { is: "level", level: "二星" })
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const evaluate = (input: Input): Rating => {
  const judging = Judging.open(input)
  const judged = judging.called.map((one) => Judging.judged(judging, one))
  const settled = Judging.settle(
    input.book,
    judged.flatMap(({ candidate }) => candidate ?? []),
  )
  return {
    outcomes: judged.map((one) => Judging.outcomeOf(judging, one, settled)),
    quotas: reports(input.book, [...settled.candidates.values()]),
    unread: Judging.strangers(judging),
  }
}
