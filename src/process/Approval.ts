/**
 * Approval (审批): a request that is deliberated (审议), approved (批准) or put on file (备案) by the bodies that a text names, in
 * its order and within its limits. What has been approved covers the deviation it was asked for, from a day to a day.
 *
 * **Details**
 *
 * Whoever asked does not decide, nor say that a condition was met. Who is named where the other is not has to be told from
 * them, and cannot: that is refused under a code of its own, until both are named. A request that was sent back (退回) and is handed in again is decided anew from the first
 * step: no approval stands for a request that the approver has not seen. A filing that nothing waits for does not hold
 * up the approval; it may come after it.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as CivilDate from "../foundation/CivilDate.js"
import type * as Coordinate from "../foundation/Coordinate.js"
import { type Fault, make as fault } from "../foundation/Fault.js"
import type * as Finding from "../foundation/Finding.js"
import type { Label } from "../foundation/Label.js"
import type { Actor } from "./Actor.js"
import { type ApprovalProcedure, needed, type Step, type StepKind } from "./ApprovalProcedure.js"
import type { Command, Decider } from "./Decider.js"
import type * as Journal from "./Journal.js"
import * as Limit from "./Limit.js"
import { hands } from "./Separation.js"

// ---------------------------------------------------------------- models

/**
 * What is asked for: that deviations of a code be allowed, of one subject or of none, from a day on, and up to, but
 * without, another. The id is that of the approval record.
 *
 * @category models
 * @since 0.1.0
 */
export interface Petition {
  readonly id: string
  readonly code: string
  readonly subject?: string
  readonly from: CivilDate.CivilDate
  readonly to?: CivilDate.CivilDate
  readonly reason?: string
}

/**
 * Who may say that a condition was met, by post, by body or by both.
 *
 * @category models
 * @since 0.1.0
 */
export interface ConditionBy {
  readonly post?: string
  readonly body?: string
}

/**
 * A condition on which a request was approved (附条件): the approval covers nothing until it has been met. `by` is who may say
 * so; where the step does not tell, it is the body that set the condition, or the post where that acted for no body.
 *
 * @category models
 * @since 0.1.0
 */
export interface Condition {
  readonly id: string
  readonly text: string
  readonly by: ConditionBy
  readonly metOn?: CivilDate.CivilDate
}

/**
 * A condition as it is set with a step.
 *
 * @category models
 * @since 0.1.0
 */
export interface SetCondition {
  readonly id: string
  readonly text: string
  readonly by?: ConditionBy
}

/**
 * What came of a step: agreed or approved, refused, sent back, or filed.
 *
 * @category models
 * @since 0.1.0
 */
export type StepOutcome = "approved" | "refused" | "returned" | "filed"

/**
 * A step that was taken.
 *
 * @category models
 * @since 0.1.0
 */
export interface Taken {
  readonly step: string
  readonly outcome: StepOutcome
  readonly on: CivilDate.CivilDate
  readonly recordedAt: Coordinate.Instant
  readonly actor: Actor
  readonly reason?: string
}

/**
 * A request as far as it has come: what is asked, who asked, since when the present round runs, the steps taken in it,
 * how often it was sent back, the days that are left of those asked for, and the conditions.
 *
 * @category models
 * @since 0.1.0
 */
export interface Request {
  readonly petition: Petition
  readonly requester: Actor
  readonly on: CivilDate.CivilDate
  readonly recordedAt: Coordinate.Instant
  readonly taken: ReadonlyArray<Taken>
  readonly returns: number
  readonly from: CivilDate.CivilDate
  readonly to?: CivilDate.CivilDate
  readonly conditions: ReadonlyArray<Condition>
}

/**
 * How a request stands: not yet there; requested; sent back; approved; refused; withdrawn; lapsed.
 *
 * @category models
 * @since 0.1.0
 */
export type State =
  | { readonly state: "none" }
  | { readonly state: "requested"; readonly request: Request }
  | { readonly state: "returned"; readonly request: Request; readonly by: Taken }
  | { readonly state: "approved"; readonly request: Request; readonly on: CivilDate.CivilDate }
  | { readonly state: "refused"; readonly request: Request; readonly by: Taken }
  | { readonly state: "withdrawn"; readonly request: Request; readonly on: CivilDate.CivilDate }
  | { readonly state: "lapsed"; readonly request: Request; readonly on: CivilDate.CivilDate }

/**
 * What can be asked: to request; to take a step, with the reason where it refuses or sends back, the conditions and
 * narrower days where it approves; to note that a condition was met; to hand in again, with the request as it is now; to
 * withdraw; to let lapse.
 *
 * @category models
 * @since 0.1.0
 */
export type Content =
  | { readonly kind: "request"; readonly petition: Petition }
  | {
      readonly kind: "decide"
      readonly step: string
      readonly outcome: StepOutcome
      readonly reason?: string
      readonly conditions?: ReadonlyArray<SetCondition>
      readonly from?: CivilDate.CivilDate
      readonly to?: CivilDate.CivilDate
    }
  | { readonly kind: "meet"; readonly condition: string }
  | { readonly kind: "resubmit"; readonly petition: Petition }
  | { readonly kind: "withdraw"; readonly reason?: string }
  | { readonly kind: "lapse" }

/**
 * What an accepted command came to: the command itself, and after a step that decided the whole, that it was approved.
 *
 * @category models
 * @since 0.1.0
 */
export type Event = Content | { readonly kind: "approve" }

/**
 * A step that can be taken now, and how its limit stands, where it has one.
 *
 * @category models
 * @since 0.1.0
 */
export interface OpenStep {
  readonly step: Step
  readonly since: CivilDate.CivilDate
  readonly reading?: Limit.Reading
}

// ---------------------------------------------------------------- errors

/**
 * Why a command is refused: not in this state; days that are none, or more than was asked for; no such step or condition,
 * or one that was taken, has to wait, or was met; an outcome that the kind of step does not have; conditions or days with another outcome than an approval; a missing reason; the
 * wrong post or body; by whoever asked, or not by whoever asked, or by somebody of whom nobody can tell whether it is they,
 * since only one of the two is named; dated before what it follows on; nothing has run out.
 *
 * @category errors
 * @since 0.1.0
 */
export type ApprovalFault = Fault<
  | "approval.notPossible"
  | "approval.emptySpan"
  | "approval.beyondAsked"
  | "approval.noSuchStep"
  | "approval.takenBefore"
  | "approval.tooEarly"
  | "approval.outcome"
  | "approval.notGranting"
  | "approval.noReason"
  | "approval.notBy"
  | "approval.ownRequest"
  | "approval.notRequester"
  | "approval.unnamed"
  | "approval.notForCondition"
  | "approval.ownCondition"
  | "approval.otherRecord"
  | "approval.backdated"
  | "approval.noSuchCondition"
  | "approval.conditionTwice"
  | "approval.metBefore"
  | "approval.notExpired"
  | Limit.AskedFault["code"]
>

// ---------------------------------------------------------------- schemas

const Id = Schema.NonEmptyString
const text = /* @__PURE__ */ Schema.optionalKey(Id)
const day = /* @__PURE__ */ Schema.optionalKey(CivilDate.CivilDate)

/**
 * The schema of {@link Petition}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Petition: Schema.Codec<Petition> = /* @__PURE__ */ Schema.Struct({
  id: Id,
  code: Id,
  subject: text,
  from: CivilDate.CivilDate,
  to: day,
  reason: text,
})

/**
 * The schema of {@link Content}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Content: Schema.Codec<Content> = /* @__PURE__ */ Schema.Union([
  /* @__PURE__ */ Schema.Struct({ kind: /* @__PURE__ */ Schema.Literal("request"), petition: Petition }),
  /* @__PURE__ */ Schema.Struct({
    kind: /* @__PURE__ */ Schema.Literal("decide"),
    step: Id,
    outcome: /* @__PURE__ */ Schema.Literals(["approved", "refused", "returned", "filed"]),
    reason: text,
    conditions: /* @__PURE__ */ Schema.optionalKey(
      /* @__PURE__ */ Schema.Array(
        /* @__PURE__ */ Schema.Struct({
          id: Id,
          text: Id,
          by: /* @__PURE__ */ Schema.optionalKey(/* @__PURE__ */ Schema.Struct({ post: text, body: text })),
        }),
      ),
    ),
    from: day,
    to: day,
  }),
  /* @__PURE__ */ Schema.Struct({ kind: /* @__PURE__ */ Schema.Literal("meet"), condition: Id }),
  /* @__PURE__ */ Schema.Struct({ kind: /* @__PURE__ */ Schema.Literal("resubmit"), petition: Petition }),
  /* @__PURE__ */ Schema.Struct({ kind: /* @__PURE__ */ Schema.Literal("withdraw"), reason: text }),
  /* @__PURE__ */ Schema.Struct({ kind: /* @__PURE__ */ Schema.Literal("lapse") }),
])

/**
 * The schema of {@link Event}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Event: Schema.Codec<Event> = /* @__PURE__ */ Schema.Union([
  Content,
  /* @__PURE__ */ Schema.Struct({ kind: /* @__PURE__ */ Schema.Literal("approve") }),
])

// ---------------------------------------------------------------- constructors

/**
 * The life of a request under a procedure, whose limits are counted by a basis. Give it a procedure that
 * `ApprovalProcedure.check` finds nothing wrong with.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Approval, type ApprovalProcedure, Decider } from "dangjian/process"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const day = CivilDate.parseUnsafe
 * const procedure: ApprovalProcedure.ApprovalProcedure = { // made up
 *   format: 1,
 *   id: "超额设置",
 *   title: { zh: "超额设置审批" },
 *   steps: [{ id: "批准", kind: "approve", body: "县委组织部", after: [] }],
 * }
 * const decider = Approval.decider(procedure, {})
 * const petition = { id: "a1", code: "demo.size", subject: "branch-1", from: day("2024-03-01"), to: day("2025-03-01") }
 * const recordedAt = Coordinate.instantUnsafe(1709251200000)
 * const asked = Decider.handle(decider, Decider.start(decider), {
 *   id: "c1", on: day("2024-03-01"), recordedAt, actor: { post: "书记", body: "镇党委" }, content: { kind: "request", petition },
 * })
 * const decided = Decider.handle(decider, Result.getOrThrow(asked).stream, {
 *   id: "c2", on: day("2024-03-08"), recordedAt, actor: { post: "部长", body: "县委组织部" },
 *   content: { kind: "decide", step: "批准", outcome: "approved" },
 * })
 * const { state } = Result.getOrThrow(decided).stream
 * assert.equal(state.state, "approved")
 * assert.deepEqual(Approval.record(state, day("2024-06-01")), { id: "a1", code: "demo.size", subject: "branch-1" })
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const decider = (
  procedure: ApprovalProcedure,
  basis: Limit.Basis,
): Decider<State, Content, Event, ApprovalFault> => ({
  initial: { state: "none" },
  decide: (state, command) => {
    const faults = refusals(procedure, basis, state, command)
    if (faults.length > 0) return Result.fail(faults)
    return Result.succeed(
      isComplete(procedure, state, command.content) ? [command.content, { kind: "approve" }] : [command.content],
    )
  },
  evolve,
})

const isComplete = (procedure: ApprovalProcedure, state: State, content: Content): boolean => {
  if (state.state !== "requested" || content.kind !== "decide") return false
  if (content.outcome === "refused" || content.outcome === "returned") return false
  const taken = [...state.request.taken.map(({ step }) => step), content.step]
  return needed(procedure).every((step) => taken.includes(step))
}

const evolve = (state: State, { actor, on, payload, recordedAt }: Journal.Entry<Event>): State => {
  if (payload.kind === "request") {
    return state.state === "none"
      ? { state: "requested", request: asked(payload.petition, actor, on, recordedAt) }
      : state
  }
  if (state.state === "none") return state
  const { request } = state
  switch (payload.kind) {
    case "decide":
      return decided(state, payload, { on, recordedAt, actor })
    case "approve":
      return { state: "approved", request, on }
    case "meet": {
      const met = ({ metOn = on, ...condition }: Condition): Condition => ({ ...condition, metOn })
      const conditions = request.conditions.map((one) => (one.id === payload.condition ? met(one) : one))
      return { ...state, request: { ...request, conditions } }
    }
    case "resubmit": {
      const again = asked(payload.petition, request.requester, on, recordedAt)
      return { state: "requested", request: { ...again, returns: request.returns } }
    }
    case "withdraw":
      return { state: "withdrawn", request, on }
    case "lapse":
      return { state: "lapsed", request, on }
  }
}

const asked = (
  petition: Petition,
  requester: Actor,
  on: CivilDate.CivilDate,
  recordedAt: Coordinate.Instant,
): Request => {
  const { from, to } = petition
  const days = to === undefined ? { from } : { from, to }
  return { petition, requester, on, recordedAt, taken: [], returns: 0, ...days, conditions: [] }
}

type Decision = Extract<Content, { readonly kind: "decide" }>

const decided = (
  state: Exclude<State, { readonly state: "none" }>,
  { step, outcome, reason, conditions = [], from, to }: Decision,
  when: Pick<Taken, "on" | "recordedAt" | "actor">,
): State => {
  const by: Taken = { step, outcome, ...when, ...(reason === undefined ? {} : { reason }) }
  const { request } = state
  const taken = [...request.taken, by]
  if (outcome === "refused") return { state: "refused", request: { ...request, taken }, by }
  if (outcome === "returned") {
    return { state: "returned", request: { ...request, taken, returns: request.returns + 1 }, by }
  }
  const days = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
  const set = conditions.map(({ id, text, by }) => ({ id, text, by: by ?? bodyOf(when.actor) }))
  return { ...state, request: { ...request, taken, ...days, conditions: [...request.conditions, ...set] } }
}

const bodyOf = ({ body, post }: Actor): ConditionBy => (body === undefined ? { post } : { body })

// ---------------------------------------------------------------- getters

/**
 * The approval record as it covers findings on a day: that of an approved request, from the first day of those that were
 * granted, once every condition has been met; otherwise `undefined`.
 *
 * @example
 * ```ts
 * import { Approval } from "dangjian/process"
 * import { CivilDate } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Approval.record({ state: "none" }, CivilDate.parseUnsafe("2024-03-01")), undefined)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const record = (self: State, on: CivilDate.CivilDate): Finding.Approval | undefined => {
  if (self.state !== "approved" || on < self.on) return undefined
  const { petition, from, to, conditions } = self.request
  if (on < from || (to !== undefined && on >= to)) return undefined
  if (conditions.some(({ metOn }) => metOn === undefined || metOn > on)) return undefined
  const { id, code, subject } = petition
  return subject === undefined ? { id, code } : { id, code, subject }
}

/**
 * The steps that can be taken in a state, in the order of the procedure, with how the limits of those that have one stand
 * at a moment: of a request under way, and of an approved one the filings that are still to come.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Approval, type ApprovalProcedure } from "dangjian/process"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const on = CivilDate.parseUnsafe("2024-03-01")
 * const procedure: ApprovalProcedure.ApprovalProcedure = { // made up
 *   format: 1,
 *   id: "示例",
 *   title: { zh: "示例" },
 *   steps: [
 *     { id: "审议", kind: "deliberate", body: "镇党委", after: [] },
 *     { id: "批准", kind: "approve", body: "县委", after: ["审议"] },
 *   ],
 * }
 * const request: Approval.Request = {
 *   petition: { id: "a1", code: "demo.size", from: on },
 *   requester: { post: "书记" },
 *   on,
 *   recordedAt: Coordinate.instantUnsafe(1709251200000),
 *   taken: [],
 *   returns: 0,
 *   from: on,
 *   conditions: [],
 * }
 * const open = Result.getOrThrow(Approval.openSteps(procedure, { state: "requested", request }, {}, on))
 * assert.deepEqual(open.map(({ step }) => step.id), ["审议"])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const openSteps = (
  procedure: ApprovalProcedure,
  state: State,
  basis: Limit.Basis,
  now: Limit.Moment,
): Result.Result<ReadonlyArray<OpenStep>, ReadonlyArray<Limit.AskedFault>> => {
  if (state.state !== "requested" && state.state !== "approved") return Result.succeed([])
  const found: Array<OpenStep> = []
  for (const step of procedure.steps.filter((one) => isOpen(state.request, one))) {
    const since = readyAt(state.request, step)
    if (step.limit === undefined) {
      found.push({ step, since: since.on })
      continue
    }
    const reading = readSince(step.limit, since, basis, now)
    if (Result.isFailure(reading)) return Result.fail(reading.failure)
    found.push({ step, since: since.on, reading: reading.success })
  }
  return Result.succeed(found)
}

const isTaken = ({ taken }: Request, step: string): boolean => taken.some((one) => one.step === step)

const isOpen = (request: Request, { id, after }: Step): boolean =>
  !isTaken(request, id) && after.every((step) => isTaken(request, step))

type When = Pick<Taken, "on" | "recordedAt">

// Since when a step can be taken: since the last of those before it, or since the request.
const readyAt = (request: Request, { after }: Step): When =>
  request.taken
    .filter(({ step }) => after.includes(step))
    .reduce<When>(
      (last, { on, recordedAt }) => ({
        on: CivilDate.max(last.on, on),
        recordedAt: recordedAt > last.recordedAt ? recordedAt : last.recordedAt,
      }),
      request,
    )

const readSince = (limit: Limit.Limit, since: When, basis: Limit.Basis, now: Limit.Moment) => {
  const started = Limit.measureOf(limit.unit) === "day" ? since.on : since.recordedAt
  return Limit.read(limit, { started, holds: [], now }, basis)
}

// ---------------------------------------------------------------- decisions

const refusals = (
  procedure: ApprovalProcedure,
  basis: Limit.Basis,
  state: State,
  command: Command<Content>,
): ReadonlyArray<ApprovalFault> => {
  const { content } = command
  if (!POSSIBLE[state.state].includes(content.kind)) {
    return [fault("approval.notPossible", { state: state.state, kind: content.kind })]
  }
  if (state.state === "none") return content.kind === "request" ? ofSpan(content.petition) : []
  const early = command.on < latest(state.request) ? [fault("approval.backdated", { on: command.on }, ["on"])] : []
  return [...early, ...ofContent(procedure, basis, state, command)]
}

const POSSIBLE: Readonly<Record<State["state"], ReadonlyArray<Content["kind"]>>> = {
  none: ["request"],
  requested: ["decide", "withdraw", "lapse"],
  returned: ["resubmit", "withdraw", "lapse"],
  approved: ["decide", "meet"],
  refused: [],
  withdrawn: [],
  lapsed: [],
}

const latest = ({ on, taken }: Request): CivilDate.CivilDate =>
  taken.reduce((last, one) => CivilDate.max(last, one.on), on)

const ofSpan = ({ from, to }: Pick<Petition, "from" | "to">): ReadonlyArray<ApprovalFault> =>
  to !== undefined && to <= from ? [fault("approval.emptySpan", { from, to }, ["content", "petition", "to"])] : []

type Present = Exclude<State, { readonly state: "none" }>

const ofContent = (
  procedure: ApprovalProcedure,
  basis: Limit.Basis,
  state: Present,
  { actor, content, on, recordedAt }: Command<Content>,
): ReadonlyArray<ApprovalFault> => {
  const { request } = state
  const others = ofRequester(actor, request.requester)
  switch (content.kind) {
    case "decide":
      return ofDecision(procedure, state, content, actor)
    case "meet":
      return ofCondition(request, content.condition, actor)
    case "resubmit": {
      const isOther = content.petition.id !== request.petition.id
      return [
        ...others,
        ...(isOther ? [fault("approval.otherRecord", { id: request.petition.id }, ["content", "petition", "id"])] : []),
        ...ofSpan(content.petition),
      ]
    }
    case "withdraw":
      return others
    case "lapse":
      return ofLapse(procedure, basis, state, { on, recordedAt })
    case "request":
      return []
  }
}

// What is for whoever asked: it has to be certain that it is they.
const ofRequester = (actor: Actor, requester: Actor): ReadonlyArray<ApprovalFault> => {
  const hand = hands(actor, requester)
  if (hand === "one" && (actor.person !== undefined || actor.body === requester.body)) return []
  const { post } = actor
  return [fault(hand === "untold" ? "approval.unnamed" : "approval.notRequester", { post }, ["actor"])]
}

// What is not for whoever asked: it has to be certain that it is not they.
const ofOwn = (actor: Actor, requester: Actor, own: ApprovalFault): ReadonlyArray<ApprovalFault> => {
  const hand = hands(actor, requester)
  if (hand === "two") return []
  return [hand === "one" ? own : fault("approval.unnamed", { post: actor.post }, ["actor"])]
}

const isFor = ({ post, body }: ConditionBy, actor: Actor): boolean =>
  (post === undefined || post === actor.post) && (body === undefined || body === actor.body)

const ofCondition = ({ conditions, requester }: Request, id: string, actor: Actor): ReadonlyArray<ApprovalFault> => {
  const condition = conditions.find((one) => one.id === id)
  const path = ["content", "condition"]
  if (condition === undefined) return [fault("approval.noSuchCondition", { id }, path)]
  const { by, metOn } = condition
  return [
    ...(metOn === undefined ? [] : [fault("approval.metBefore", { id, on: metOn }, path)]),
    ...(isFor(by, actor) ? [] : [fault("approval.notForCondition", { id, post: actor.post }, ["actor"])]),
    ...ofOwn(actor, requester, fault("approval.ownCondition", { id }, ["actor"])),
  ]
}

const OUTCOMES: Readonly<Record<StepKind, ReadonlyArray<StepOutcome>>> = {
  deliberate: ["approved", "refused", "returned"],
  approve: ["approved", "refused", "returned"],
  file: ["filed", "returned"],
}

const ofDecision = (
  { steps }: ApprovalProcedure,
  { request, state }: Present,
  content: Decision,
  actor: Actor,
): ReadonlyArray<ApprovalFault> => {
  const step = steps.find(({ id }) => id === content.step)
  const params = { step: content.step, outcome: content.outcome }
  if (step === undefined) return [fault("approval.noSuchStep", params, ["content", "step"])]
  const { kind, after } = step
  const needsReason = content.outcome === "refused" || content.outcome === "returned"
  const isKnown = OUTCOMES[kind].includes(content.outcome) && !(state === "approved" && content.outcome !== "filed")
  const open = after.filter((one) => !isTaken(request, one))
  return [
    ...(isTaken(request, step.id) ? [fault("approval.takenBefore", params, ["content", "step"])] : []),
    ...(open.length > 0
      ? [fault("approval.tooEarly", { ...params, after: open.join("、") }, ["content", "step"])]
      : []),
    ...(isKnown ? [] : [fault("approval.outcome", { ...params, kind }, ["content", "outcome"])]),
    ...(needsReason && content.reason === undefined ? [fault("approval.noReason", params, ["content", "reason"])] : []),
    ...(isFor(step, actor) ? [] : [fault("approval.notBy", { ...params, post: actor.post }, ["actor"])]),
    ...ofOwn(actor, request.requester, fault("approval.ownRequest", params, ["actor"])),
    ...ofGrant(request, content),
  ]
}

// Conditions and narrower days belong to an approval only, and days lie within those that are left.
const ofGrant = (request: Request, content: Decision): ReadonlyArray<ApprovalFault> => {
  const { step, outcome, conditions = [] } = content
  const grants = conditions.length > 0 || content.from !== undefined || content.to !== undefined
  if (grants && outcome !== "approved") return [fault("approval.notGranting", { step, outcome }, ["content"])]
  const { from = request.from, to = request.to } = content
  const isBeyond = from < request.from || (request.to !== undefined && to !== undefined && to > request.to)
  const known = request.conditions.map(({ id }) => id)
  const ids = [...known, ...conditions.map(({ id }) => id)]
  const repeated = conditions.flatMap(({ id }, place) =>
    ids.indexOf(id) < known.length + place
      ? [fault("approval.conditionTwice", { id }, ["content", "conditions", place, "id"])]
      : [],
  )
  return [
    ...repeated,
    ...(isBeyond ? [fault("approval.beyondAsked", to === undefined ? { from } : { from, to }, ["content"])] : []),
    ...(to !== undefined && to <= from ? [fault("approval.emptySpan", { from, to }, ["content", "to"])] : []),
  ]
}

const ofLapse = (
  procedure: ApprovalProcedure,
  basis: Limit.Basis,
  state: Present,
  { on, recordedAt }: When,
): ReadonlyArray<ApprovalFault> => {
  const now = (limit: Limit.Limit): Limit.Moment => (Limit.measureOf(limit.unit) === "day" ? on : recordedAt)
  const running: ReadonlyArray<readonly [Limit.Limit, When]> =
    state.state === "returned"
      ? procedure.resubmission === undefined
        ? []
        : [[procedure.resubmission, state.by]]
      : procedure.steps.flatMap((step) =>
          step.lapses === true && step.limit !== undefined && isOpen(state.request, step)
            ? [[step.limit, readyAt(state.request, step)] as const]
            : [],
        )
  const readings = running.map(([limit, since]) => readSince(limit, since, basis, now(limit)))
  if (readings.some((one) => Result.isSuccess(one) && one.success.state === "late")) return []
  const faults = readings.flatMap((one) => (Result.isFailure(one) ? one.failure : []))
  return faults.length > 0 ? faults : [fault("approval.notExpired", { on }, ["on"])]
}

// ---------------------------------------------------------------- instances

/**
 * The names of the states.
 *
 * @category instances
 * @since 0.1.0
 */
export const states: Readonly<Record<State["state"], Label>> = {
  none: { zh: "未提出", en: "not requested" },
  requested: { zh: "审批中", en: "requested" },
  returned: { zh: "退回", en: "sent back" },
  approved: { zh: "批准", en: "approved" },
  refused: { zh: "不予批准", en: "refused" },
  withdrawn: { zh: "撤回", en: "withdrawn" },
  lapsed: { zh: "逾期失效", en: "lapsed" },
}

/**
 * The names of the commands.
 *
 * @category instances
 * @since 0.1.0
 */
export const commands: Readonly<Record<Content["kind"], Label>> = {
  request: { zh: "提出申请", en: "request" },
  decide: { zh: "办理步骤", en: "take a step" },
  meet: { zh: "确认条件已满足", en: "confirm that a condition was met" },
  resubmit: { zh: "重新提出", en: "hand in again" },
  withdraw: { zh: "撤回", en: "withdraw" },
  lapse: { zh: "按逾期失效处理", en: "let lapse" },
}

/**
 * The names of what can come of a step.
 *
 * @category instances
 * @since 0.1.0
 */
export const outcomes: Readonly<Record<StepOutcome, Label>> = {
  approved: { zh: "同意", en: "approved" },
  refused: { zh: "不同意", en: "refused" },
  returned: { zh: "退回", en: "sent back" },
  filed: { zh: "备案", en: "filed" },
}
