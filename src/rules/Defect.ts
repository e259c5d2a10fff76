/**
 * Defects (条文缺陷) of a rule text: what is wrong with a rulebook, where, the evidence that shows it, and how it could be
 * mended.
 *
 * Every check answers of one place whether what it asks for is proven, refuted or undecided. A refuted check is a defect
 * and carries its evidence: a witness on which the interpreter shows it, a bound, or the place itself.
 *
 * @since 0.1.0
 */
import type * as Finding from "../foundation/Finding.js"
import type { Label } from "../foundation/Label.js"
import type { Input } from "./Interpreter.js"

// ---------------------------------------------------------------- models

/**
 * The stable codes of the linter, by what they are about.
 *
 * @category models
 * @since 0.1.0
 */
export type Code =
  // what no row holds
  | "lint.levelGap"
  | "lint.curveGap"
  | "lint.caseGap"
  | "lint.lineGap"
  // what several rows hold
  | "lint.levelOverlap"
  | "lint.curveOverlap"
  | "lint.caseOverlap"
  | "lint.lineOverlap"
  | "lint.validityOverlap"
  // amounts
  | "lint.beyondFull"
  | "lint.belowFull"
  | "lint.weightsNotOne"
  | "lint.partsNotFull"
  | "lint.capsCross"
  | "lint.capNeverBinds"
  | "lint.capAlwaysBinds"
  | "lint.unbounded"
  | "lint.ladderFalls"
  | "lint.scoreFalls"
  | "lint.rankBelowNought"
  | "lint.ratioUnrounded"
  | "lint.roundingUnsaid"
  // levels, quotas, ties
  | "lint.levelUnreachable"
  | "lint.quotaAgainstThreshold"
  | "lint.quotaAgainstQuota"
  | "lint.quotaRemainder"
  | "lint.awardAgainstQuota"
  | "lint.tiesUnsaid"
  // lines and facts
  | "lint.lineTwice"
  | "lint.lineContradiction"
  | "lint.linePosts"
  | "lint.lineUnmet"
  | "lint.factUnread"
  // clauses
  | "lint.vetoShadowed"
  | "lint.classUndefined"
  | "lint.classOverlap"
  | "lint.absenceUnsaid"
  | "lint.importCycle"
  | "lint.importMissing"

/**
 * What the interpreter makes of a witness. `conflict`: the outcome holds a conflict of the code, at the node of the path
 * or, without a path, anywhere. `value`: the node has the value. `level`: the level is this one. `quota`: the quota is not
 * met. `lines`: these lines of the book ask for points for one fact, and where the list is empty none does for any.
 * `score`: the score before rounding is this one, and another (`otherwise`) without the fact of this id (`without`). `absent`:
 * the node is absent in that way. `unread`: the book does not ask for the fact of this id. The path `score` is
 * the rounded score.
 *
 * @category models
 * @since 0.1.0
 */
export type Shows =
  | { readonly conflict: string; readonly path?: string }
  | { readonly value: string; readonly path: string }
  | { readonly level: string }
  | { readonly standing: string }
  | { readonly quota: string }
  | { readonly lines: ReadonlyArray<string> }
  | { readonly score: string; readonly without: string; readonly otherwise: string }
  | { readonly absent: string; readonly path: string }
  | { readonly unread: string }

/**
 * All that an evaluation is made from but the book, whose result it is, and what it shows. `book` stands where the
 * evidence is that a part of the book alone shows it: the same book with other clauses taken away.
 *
 * @category models
 * @since 0.1.0
 */
export interface Witness {
  readonly is: "witness"
  readonly input: Omit<Input, "book">
  readonly subject: string
  readonly book?: Input["book"]
  readonly shows: Shows
}

/**
 * A supremum or infimum that stands on the wrong side of what the text asks for: `found` is what can be reached, `asked`
 * what is asked for; an end without bound is absent.
 *
 * @category models
 * @since 0.1.0
 */
export interface Bound {
  readonly is: "bound"
  readonly found?: string
  readonly asked: string
}

/**
 * What shows a defect: a witness, a bound, or the places themselves, as pointers into the document.
 *
 * @category models
 * @since 0.1.0
 */
export type Evidence = Witness | Bound | { readonly is: "place"; readonly at: ReadonlyArray<string> }

/**
 * A change of the document that mends a defect, in words, and where a machine can say it, as values to be put at paths
 * (a key or index that is not there is added; `undefined` removes).
 *
 * @category models
 * @since 0.1.0
 */
export interface Repair {
  readonly text: Label
  readonly patch?: ReadonlyArray<{ readonly path: ReadonlyArray<string | number>; readonly value?: unknown }>
}

/**
 * A defect: a finding with the place in the document, the evidence and a proposed repair where there is one. `at` is the
 * path of the node, clause or row.
 *
 * @category models
 * @since 0.1.0
 */
export interface Defect extends Finding.Finding<Code> {
  readonly at: ReadonlyArray<string | number>
  readonly evidence: Evidence
  readonly repair?: Repair
}

/**
 * What a check says of one place: `proven` that the book is sound there, `refuted` by a defect, or `undecided`, with the
 * reason in the code's own terms.
 *
 * @category models
 * @since 0.1.0
 */
export interface Answer {
  readonly code: Code
  readonly at: ReadonlyArray<string | number>
  readonly answer: "proven" | "refuted" | "undecided"
}

/**
 * What a check found: its answers, and a defect for each that is refuted.
 *
 * @category models
 * @since 0.1.0
 */
export interface Checked {
  readonly answers: ReadonlyArray<Answer>
  readonly defects: ReadonlyArray<Defect>
}
