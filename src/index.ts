/**
 * The order of the house: one line a module, earliest first, under the banners of its areas. A module imports only from
 * lines above its own.
 *
 * @since 0.1.0
 */

// ---------------------------------------------------------------- foundation
export * as Label from "./foundation/Label.js"
export * as Fault from "./foundation/Fault.js"
export * as Exact from "./foundation/Exact.js"
export * as Rounding from "./foundation/Rounding.js"
export * as Score from "./foundation/Score.js"
export * as Unit from "./foundation/Unit.js"
export * as Quantity from "./foundation/Quantity.js"
export * as Rate from "./foundation/Rate.js"
export * as Apportionment from "./foundation/Apportionment.js"
export * as CivilDate from "./foundation/CivilDate.js"
export * as PartialDate from "./foundation/PartialDate.js"
export * as Period from "./foundation/Period.js"
export * as WorkCalendar from "./foundation/WorkCalendar.js"
export * as Coordinate from "./foundation/Coordinate.js"
export * as Absence from "./foundation/Absence.js"
export * as Citation from "./foundation/Citation.js"
export * as Dated from "./foundation/Dated.js"
export * as Finding from "./foundation/Finding.js"
export * as Canonical from "./foundation/Canonical.js"
export * as Digest from "./foundation/Digest.js"
export * as Audience from "./foundation/Audience.js"
export * as Document from "./foundation/Document.js"
export * as FoundationTexts from "./foundation/FoundationTexts.js"

// ---------------------------------------------------------------- rules
export * as Span from "./rules/Span.js"
export * as Expression from "./rules/Expression.js"
export * as Clause from "./rules/Clause.js"
export * as Fact from "./rules/Fact.js"
// inside ./rules/Value.js
// inside ./rules/World.js
// inside ./rules/Precedence.js
export * as Draw from "./rules/Draw.js"
// inside ./rules/Structure.js
export * as Rulebook from "./rules/Rulebook.js"
export * as Scoring from "./rules/Scoring.js"
export * as Veto from "./rules/Veto.js"
export * as Builder from "./rules/Builder.js"
export * as Outcome from "./rules/Outcome.js"
// inside ./rules/Condition.js
// inside ./rules/Lines.js
// inside ./rules/Placing.js
// inside ./rules/Evaluation.js
// inside ./rules/Verdict.js
// inside ./rules/Population.js
// inside ./rules/Judging.js
export * as Interpreter from "./rules/Interpreter.js"
export * as Defect from "./rules/Defect.js"
export * as RulesTexts from "./rules/RulesTexts.js"
// inside ./rules/Wording.js
// inside ./rules/Ruling.js
export * as Explanation from "./rules/Explanation.js"
export * as Probe from "./rules/Probe.js"

// ---------------------------------------------------------------- presets
// inside ./presets/WendengVillageLines.js
export * as WendengVillage from "./presets/WendengVillage.js"

// ---------------------------------------------------------------- interop
// inside ./interop/SheetBytes.js
// inside ./interop/SheetOrder.js
export * as Sheet from "./interop/Sheet.js"
// inside ./interop/RegisterItem.js
// inside ./interop/RegisterCheck.js
// inside ./interop/RegisterRepeat.js
export * as PointRegister from "./interop/PointRegister.js"
export * as InteropTexts from "./interop/InteropTexts.js"
export * as Sentence from "./interop/Sentence.js"
