/**
 * Procedures of approval (审批流程): which bodies deliberate (审议), approve (批准) or file (备案), in which order, and within which
 * limits. The life of a request under one is `Approval`.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import { Citation } from "../foundation/Citation.js"
import * as Document from "../foundation/Document.js"
import { type Fault, make as fault } from "../foundation/Fault.js"
import { Label } from "../foundation/Label.js"
import * as Limit from "./Limit.js"

// ---------------------------------------------------------------- models

/**
 * What a step is: deliberation (审议), which agrees or does not; approval (批准); or filing for the record (备案), which only
 * takes note.
 *
 * @category models
 * @since 0.1.0
 */
export type StepKind = "deliberate" | "approve" | "file"

/**
 * A step: who takes it, by post, by body or by both, and which steps come before it. Steps that wait for nothing that is
 * still open may be taken in any order. With `lapses` the request lapses (逾期失效) where the step was not taken within its limit.
 *
 * @category models
 * @since 0.1.0
 */
export interface Step {
  readonly id: string
  readonly kind: StepKind
  readonly post?: string
  readonly body?: string
  readonly after: ReadonlyArray<string>
  readonly limit?: Limit.Limit
  readonly lapses?: boolean
  readonly label?: Label
  readonly cite?: Citation
}

/**
 * A procedure (审批流程) as a stored document: its steps, and how long a request that was sent back may take to come again before
 * it lapses, where the text says so.
 *
 * @category models
 * @since 0.1.0
 */
export interface ApprovalProcedure {
  readonly format: 1
  readonly id: string
  readonly title: Label
  readonly steps: ReadonlyArray<Step>
  readonly resubmission?: Limit.Limit
  readonly cite?: Citation
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with a procedure: no step, an id twice, a step after one that there is not, steps that wait for one
 * another in a ring, a step that nobody takes, one that lapses without a limit.
 *
 * @category errors
 * @since 0.1.0
 */
export type ApprovalProcedureFault = Fault<
  | "approvalProcedure.noStep"
  | "approvalProcedure.idTwice"
  | "approvalProcedure.afterUnknown"
  | "approvalProcedure.ring"
  | "approvalProcedure.nobody"
  | "approvalProcedure.lapsesWithoutLimit"
>

// ---------------------------------------------------------------- schemas

const Id = Schema.NonEmptyString
const text = /* @__PURE__ */ Schema.optionalKey(Id)
const cited = /* @__PURE__ */ Schema.optionalKey(Citation)
const limited = /* @__PURE__ */ Schema.optionalKey(Limit.Limit)

/**
 * The schema of {@link Step}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Step: Schema.Codec<Step> = /* @__PURE__ */ Schema.Struct({
  id: Id,
  kind: /* @__PURE__ */ Schema.Literals(["deliberate", "approve", "file"]),
  post: text,
  body: text,
  after: /* @__PURE__ */ Schema.Array(Id),
  limit: limited,
  lapses: /* @__PURE__ */ Schema.optionalKey(Schema.Boolean),
  label: /* @__PURE__ */ Schema.optionalKey(Label),
  cite: cited,
})

/**
 * The schema of {@link ApprovalProcedure}; {@link document} checks it as a whole.
 *
 * @category schemas
 * @since 0.1.0
 */
export const ApprovalProcedure: Schema.Codec<ApprovalProcedure> = /* @__PURE__ */ Schema.Struct({
  format: /* @__PURE__ */ Schema.Literal(1),
  id: Id,
  title: Label,
  steps: /* @__PURE__ */ Schema.Array(Step),
  resubmission: limited,
  cite: cited,
})

/**
 * The procedure as a stored document: decode, encode, is, standard, jsonSchema.
 *
 * @category schemas
 * @since 0.1.0
 */
export const document: Document.Document<ApprovalProcedure> = /* @__PURE__ */ Document.make<ApprovalProcedure>({
  name: "ApprovalProcedure",
  format: 1,
  schema: () => ApprovalProcedure,
  check: (procedure) => check(procedure),
})

// ---------------------------------------------------------------- getters

/**
 * All that is wrong with a procedure, each with its place; nothing where it can be used.
 *
 * @example
 * ```ts
 * import { ApprovalProcedure } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * const title = { zh: "示例" }
 * const steps: ReadonlyArray<ApprovalProcedure.Step> = [{ id: "批准", kind: "approve", after: ["审议"] }] // made up
 * const faults = ApprovalProcedure.check({ format: 1, id: "示例", title, steps })
 * assert.deepEqual(faults.map(({ code }) => code), ["approvalProcedure.nobody", "approvalProcedure.afterUnknown"])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const check = ({ steps }: ApprovalProcedure): ReadonlyArray<ApprovalProcedureFault> => {
  const ids = steps.map(({ id }) => id)
  const inRing = ring(steps)
  return [
    ...(steps.length === 0 ? [fault("approvalProcedure.noStep", {}, ["steps"])] : []),
    ...steps.flatMap(({ id, post, body, after, limit, lapses }, place) => [
      ...(ids.indexOf(id) < place ? [fault("approvalProcedure.idTwice", { id }, ["steps", place, "id"])] : []),
      ...(post === undefined && body === undefined
        ? [fault("approvalProcedure.nobody", { id }, ["steps", place])]
        : []),
      ...(lapses === true && limit === undefined
        ? [fault("approvalProcedure.lapsesWithoutLimit", { id }, ["steps", place, "lapses"])]
        : []),
      ...after.flatMap((step, index) =>
        ids.includes(step)
          ? []
          : [fault("approvalProcedure.afterUnknown", { id, step }, ["steps", place, "after", index])],
      ),
    ]),
    ...(inRing.length > 0 ? [fault("approvalProcedure.ring", { ids: inRing.join("、") }, ["steps"])] : []),
  ]
}

// The steps that wait for one another, or for such, after all that can be taken are gone.
const ring = (steps: ReadonlyArray<Step>): ReadonlyArray<string> => {
  let left = steps
  for (;;) {
    const ids = new Set(left.map(({ id }) => id))
    const further = left.filter(({ after }) => after.some((step) => ids.has(step)))
    if (further.length === left.length) return left.map(({ id }) => id).sort()
    left = further
  }
}

/**
 * The steps that an approval cannot do without: every step but the filings that no such step waits for; all of them
 * where all are filings.
 *
 * @example
 * ```ts
 * import { ApprovalProcedure } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * const procedure: ApprovalProcedure.ApprovalProcedure = { // made up
 *   format: 1,
 *   id: "示例",
 *   title: { zh: "示例" },
 *   steps: [
 *     { id: "批准", kind: "approve", body: "镇党委", after: [] },
 *     { id: "备案", kind: "file", body: "县委组织部", after: ["批准"] },
 *   ],
 * }
 * assert.deepEqual(ApprovalProcedure.needed(procedure), ["批准"])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const needed = ({ steps }: ApprovalProcedure): ReadonlyArray<string> => {
  const binding = steps.filter(({ kind }) => kind !== "file")
  const found = new Set<string>()
  const waiting = (binding.length === 0 ? steps : binding).map(({ id }) => id)
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue
    found.add(id)
    waiting.push(...(steps.find((step) => step.id === id)?.after ?? []))
  }
  return steps.map(({ id }) => id).filter((id) => found.has(id))
}

// ---------------------------------------------------------------- instances

/**
 * The names of the kinds of step.
 *
 * @category instances
 * @since 0.1.0
 */
export const stepKinds: Readonly<Record<StepKind, Label>> = {
  deliberate: { zh: "审议", en: "deliberation" },
  approve: { zh: "批准", en: "approval" },
  file: { zh: "备案", en: "filing" },
}
