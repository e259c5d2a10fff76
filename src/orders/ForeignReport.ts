/**
 * A report in a foreign system (外部报告) followed by its updates: they come late, twice and in any order, and what becomes of the report is
 * the same.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { contentText } from "../foundation/ContentText.js"
import { Instant } from "../foundation/Coordinate.js"
import * as Document from "../foundation/Document.js"
import { type Fault, make as fault } from "../foundation/Fault.js"
import { byText } from "../foundation/TextOrder.js"
import { Id } from "../process/Guard.js"
import * as ForeignStates from "./ForeignStates.js"
import { Said, Sender } from "./ForeignStates.js"

// ---------------------------------------------------------------- models

/**
 * An update (外部更新): its id, from whom, what it says, when it was made, and when it was received where that was later.
 *
 * @category models
 * @since 0.1.0
 */
export interface Update {
  readonly id: string
  readonly by: ForeignStates.Sender
  readonly said: ForeignStates.Said
  readonly at: Instant
  readonly receivedAt?: Instant
}

/**
 * A report as it stands in the foreign system: when it was made, its state, and the instant of the last update that is in
 * that state already.
 *
 * @category models
 * @since 0.1.0
 */
export interface ForeignReport {
  readonly at: Instant
  readonly state: string
  readonly updatedAt?: Instant
}

/**
 * One line of a history: an update, the state it found, and what it did.
 *
 * @category models
 * @since 0.1.0
 */
export interface Turn extends ForeignStates.Applied {
  readonly update: Update
  readonly from: string
}

/**
 * An update that cannot be taken, and why.
 *
 * @category models
 * @since 0.1.0
 */
export interface Refused {
  readonly update: Update
  readonly fault: ForeignReportFault
}

/**
 * What became of a report: its state, every update in the order they were taken, and those that were refused.
 *
 * @category models
 * @since 0.1.0
 */
export interface Following {
  readonly state: string
  readonly turns: ReadonlyArray<Turn>
  readonly refused: ReadonlyArray<Refused>
}

// ---------------------------------------------------------------- errors

/**
 * Why an update is refused: it is dated before its report, or its id is that of another one.
 *
 * @category errors
 * @since 0.1.0
 */
export type ForeignReportFault = Fault<"foreignReport.beforeReport" | "foreignReport.idTwice">

// ---------------------------------------------------------------- schemas

/**
 * The schema of {@link Update}; {@link document} reads one from unknown input.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Update: Schema.Codec<Update> = /* @__PURE__ */ Schema.Struct({
  id: Id,
  by: Sender,
  said: Said,
  at: Instant,
  receivedAt: /* @__PURE__ */ Schema.optionalKey(Instant),
})

/**
 * An update as it comes in: decode, encode, is, standard, jsonSchema.
 *
 * @category schemas
 * @since 0.1.0
 */
export const document: Document.Document<Update> = /* @__PURE__ */ Document.make<Update>({
  name: "ForeignUpdate",
  schema: () => Update,
})

// ---------------------------------------------------------------- operations

/**
 * What becomes of a report by its updates, in whatever order they are given and however often.
 *
 * **Details**
 *
 * They are taken as they were received, and of those received together the older ones first. One that is older than one
 * taken before, or than the state of the report, is recorded and changes nothing. One that is dated before the report
 * (`foreignReport.beforeReport`), and one of whose id there is an earlier one that says something else (`foreignReport.idTwice`), are
 * refused and kept beside the history. One that is delivered again says nothing else by being received later: it stands there once,
 * as it was received first. Fails with `foreignStates.noSuchState` of a report whose state the table does not know.
 *
 * @example
 * ```ts
 * import { Coordinate } from "dangjian/foundation"
 * import { ForeignReport } from "dangjian/orders"
 * import { FixMyStreetStates } from "dangjian/presets"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const at = Coordinate.instantUnsafe
 * const report = { at: at(1000), state: "confirmed" } // made up
 * const update = (id: string, time: number, status: string): ForeignReport.Update =>
 *   ({ id, by: "body", said: { status }, at: at(time) })
 * const updates = [update("u2", 3000, "open"), update("u1", 2000, "closed"), update("u0", 900, "closed")]
 * const { refused, state, turns } = Result.getOrThrow(ForeignReport.follow(FixMyStreetStates.table, report, updates))
 * assert.deepEqual(turns.map((turn) => [turn.from, turn.state, turn.isReopened]), [
 *   ["confirmed", "fixed - council", false],
 *   ["fixed - council", "confirmed", true],
 * ])
 * assert.deepEqual([state, refused.map(({ fault }) => fault.code)], ["confirmed", ["foreignReport.beforeReport"]])
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const follow = (
  table: ForeignStates.ForeignStates,
  report: ForeignReport,
  updates: ReadonlyArray<Update>,
): Result.Result<Following, ForeignStates.ForeignStatesFault> => {
  const { refused, taken } = sifted(report, updates)
  if (ForeignStates.stateOf(table, report.state) === undefined)
    return Result.fail(fault("foreignStates.noSuchState", { state: report.state }, ["report", "state"]))
  const turns: Array<Turn> = []
  let from = report.state
  let last = report.updatedAt ?? report.at
  for (const update of taken) {
    const done = update.at < last ? older(from) : ForeignStates.apply(table, from, update.said, update.by)
    if (Result.isFailure(done)) return Result.fail(done.failure)
    turns.push({ update, from, ...done.success })
    from = done.success.state
    if (update.at > last) last = update.at
  }
  return Result.succeed({ state: from, turns, refused })
}

const older = (state: string): Result.Result<ForeignStates.Applied, ForeignStates.ForeignStatesFault> =>
  Result.succeed({ state, isChanged: false, isReopened: false, why: "older" })

const receivedAt = (update: Update): Instant => update.receivedAt ?? update.at

const byReceipt = (a: Update, b: Update): number =>
  receivedAt(a) - receivedAt(b) || a.at - b.at || byText(a.id, b.id) || byText(contentText(a), contentText(b))

/** The updates in the order they are taken, each once however often it was received, and those that cannot be. */
const sifted = (
  { at: since }: ForeignReport,
  updates: ReadonlyArray<Update>,
): { readonly taken: ReadonlyArray<Update>; readonly refused: ReadonlyArray<Refused> } => {
  const first = new Map<string, string>()
  const seen = new Set<string>()
  const taken: Array<Update> = []
  const refused: Array<Refused> = []
  for (const update of updates.toSorted(byReceipt)) {
    const { at, id } = update
    const content = contentText({ ...update, receivedAt: undefined })
    if (seen.has(content)) continue
    seen.add(content)
    const path = ["updates", id]
    if (at < since)
      refused.push({ update, fault: fault("foreignReport.beforeReport", { id, at, report: since }, [...path, "at"]) })
    else if (first.has(id)) refused.push({ update, fault: fault("foreignReport.idTwice", { id }, path) })
    else {
      first.set(id, content)
      taken.push(update)
    }
  }
  return { taken, refused }
}
