/**
 * Proceedings (办理过程): a matter on its way through a workflow, as a decider over the workflow's data.
 *
 * **Details**
 *
 * A state holds its steps, the newest first, as a chain that grows by one link an event: nothing is copied, and an older
 * state stays what it was. What guards count and note is kept beside it, so that no decision searches the past.
 *
 * Events are harmless in any order. One that lies before the last step (by effective day, then instant, then id), that
 * comes twice, or that does not lead from the stage the matter is in, is put aside: it is kept and changes nothing else. A
 * command that lies before the last step is refused, so that a journal says the same in its own order.
 *
 * @since 0.1.0
 */
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type * as Coordinate from "../foundation/Coordinate.js"
import { type Fault, make as fault } from "../foundation/Fault.js"
import type { Actor } from "./Actor.js"
import type { Command, Decider } from "./Decider.js"
import * as Guard from "./Guard.js"
import type { Entry } from "./Journal.js"
import type { Course, Limit, Moment } from "./Limit.js"
import type { Hands } from "./Separation.js"
import { moveOf, type Transition, transitions, type Value, type Workflow } from "./Workflow.js"
import {
  counted,
  fitting,
  inOrder,
  isBefore,
  isFilled,
  isNotAfter,
  isOf,
  isSurely,
  marksLike,
  marksOf,
  markUntold,
  noted,
  type Plan,
  type PlannedMove,
  planOf,
  reading,
  untold,
  valueIn,
} from "./WorkflowPlan.js"

// ---------------------------------------------------------------- models

/**
 * What is asked for and what then happened: a move, and the fields filled with it. Exact numbers and days are texts.
 *
 * @category models
 * @since 0.1.0
 */
export interface Taken {
  readonly move: string
  readonly fields: Readonly<Record<string, Value>>
}

/**
 * One step of a matter (一步): the entry that says so, the stages it led from and to, its number from 1, and the attempt it
 * belongs to. The first step comes from no stage.
 *
 * @category models
 * @since 0.1.0
 */
export interface Step {
  readonly entry: Entry<Taken>
  readonly from: string | undefined
  readonly to: string
  readonly number: number
  readonly attempt: number
}

/**
 * A step as a state keeps it: the entry, the stage it led to, whether it opened an attempt, and the step before it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Link {
  readonly entry: Entry<Taken>
  readonly to: string
  readonly renews: boolean
  readonly before: Link | undefined
}

/**
 * An event that changed nothing: it lay before the last step, or did not lead from the stage.
 *
 * @category models
 * @since 0.1.0
 */
export interface Aside {
  readonly entry: Entry<Taken>
  readonly why: "older" | "notFrom"
  readonly before: Aside | undefined
}

/**
 * Somebody who took a move that a separation speaks of.
 *
 * @category models
 * @since 0.1.0
 */
export interface Hand {
  readonly move: string
  readonly actor: Actor
}

/**
 * A matter as it stands (办理状态). `stage` is `undefined` until it has begun; `back` is the stage that a matter on hold came
 * from; `attempt` counts from 1; `began` is the entry that opened the matter, `entered` the one that led into the stage.
 * {@link history} tells the steps of `last`. `hands` are all who took a move that others are kept apart from, each once by
 * the marks by which hands are told apart; `takers` is who took last a move whose taker must act again. `tally` and `latest`
 * are what the guards count and note, in places of their own.
 *
 * **Gotchas** A state is no document: what is stored are the events, and a state is made of them anew. It belongs to the
 * version of the workflow that made it. A matter of some thousand steps is too deep a chain for `structuredClone` and JSON.
 *
 * @category models
 * @since 0.1.0
 */
export interface State {
  readonly stage: string | undefined
  readonly back: string | undefined
  readonly attempt: number
  readonly began: Entry<Taken> | undefined
  readonly entered: Entry<Taken> | undefined
  readonly last: Link | undefined
  readonly aside: Aside | undefined
  readonly hands: HashMap.HashMap<string, Hand>
  readonly takers: HashMap.HashMap<string, Actor>
  readonly tally: ReadonlyArray<number>
  readonly latest: ReadonlyArray<Value | undefined>
}

/**
 * Who asks, for which day and when: what is known before it is known what is asked.
 *
 * @category models
 * @since 0.1.0
 */
export type Asked = Pick<Command<Taken>, "on" | "recordedAt" | "actor">

/**
 * All that is asked: besides who, for which day and when, the move and the fields filled in with it, as far as they are
 * asked for and of their kind. The fields are `undefined` while nobody knows yet what will be filled in.
 *
 * @category models
 * @since 0.1.0
 */
export interface Question extends Asked {
  readonly move: string
  readonly fields: Taken["fields"] | undefined
}

/**
 * What the workflow leaves to whoever runs it: whether an actor holds a role for this matter, as posts and places say on
 * the day and as far as they were recorded, and whether a fact is so that guards name; `undefined` is not known.
 *
 * **Gotchas** Answer for the day and instant that are asked about, and not for now: a journal that is settled anew asks
 * again about every command in it.
 *
 * @category models
 * @since 0.1.0
 */
export type Holds = (role: string, asked: Asked, state: State) => boolean

/**
 * See {@link Holds}. A fact may be about what is being filled in (整改期限早于发现之日, 派往已撤销的支部): it is not known while the
 * fields are not.
 *
 * @category models
 * @since 0.1.0
 */
export type Tells = (fact: string, question: Question, state: State) => boolean | undefined

/**
 * A move that an actor may take next: where it leads, the roles that let them, the fields to fill and those that may be.
 * `certain` where nothing but the kind of the values can still stand against it; else its guard depends on what is filled
 * in, or on the facts in `awaits` that are not known.
 *
 * @category models
 * @since 0.1.0
 */
export interface Possible {
  readonly move: string
  readonly to: string
  readonly by: ReadonlyArray<string>
  readonly needs: ReadonlyArray<string>
  readonly takes: ReadonlyArray<string>
  readonly certain: boolean
  readonly awaits: ReadonlyArray<string>
}

/**
 * A day and an instant.
 *
 * @category models
 * @since 0.1.0
 */
export type Mark = Pick<Coordinate.Recorded, "on" | "recordedAt">

/**
 * One run of a limit's clock: when it started, when and by what (a name in the limit's `ends`, or the end of the matter)
 * it stopped, the times it stood still, and by how much it was extended.
 *
 * @category models
 * @since 0.1.0
 */
export interface Run {
  readonly started: Mark
  readonly ended?: Mark
  readonly by?: string
  readonly holds: ReadonlyArray<{ readonly from: Mark; readonly to?: Mark }>
  readonly extensions: ReadonlyArray<{ readonly at: Mark; readonly by: number }>
}

// ---------------------------------------------------------------- errors

/**
 * Why a move is refused: there is no such move; the matter has not begun, has ended, or the move does not lead from its
 * stage; the command is dated before the matter began or lies before its last step; the actor holds none of the roles,
 * may not judge own work (`apart`), or is named where who did it was not, or the other way round, so that nobody can tell
 * (`unnamed`), or is not the one who must act (`only`); a field is missing, not asked for, or no
 * value of its kind; the guard does not hold, or rests on facts that nobody told.
 *
 * @category errors
 * @since 0.1.0
 */
export type ProceedingFault = Fault<
  | "proceeding.noSuchMove"
  | "proceeding.notBegun"
  | "proceeding.ended"
  | "proceeding.notFrom"
  | "proceeding.before"
  | "proceeding.older"
  | "proceeding.role"
  | "proceeding.apart"
  | "proceeding.unnamed"
  | "proceeding.only"
  | "proceeding.needs"
  | "proceeding.notAsked"
  | "proceeding.value"
  | "proceeding.guard"
  | "proceeding.untold"
>

// ---------------------------------------------------------------- schemas

/**
 * The schema of {@link Taken}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Taken: Schema.Codec<Taken> = /* @__PURE__ */ Schema.Struct({
  move: Guard.Id,
  fields: /* @__PURE__ */ Schema.Record(Schema.String, /* @__PURE__ */ Schema.Union([Schema.String, Schema.Int])),
})

// ---------------------------------------------------------------- constructors

/**
 * The decider of a workflow. Of a document that its check finds fault with, moves that lead nowhere are not taken.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Proceeding, type Workflow } from "dangjian/process"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const workflow: Workflow.Workflow = {
 *   format: 1,
 *   id: "代办", // made up
 *   version: "1",
 *   label: { zh: "代办" },
 *   roles: [
 *     { id: "resident", label: { zh: "群众" } },
 *     { id: "member", label: { zh: "党员" } },
 *   ],
 *   outcomes: [{ id: "done", label: { zh: "办结" } }],
 *   fields: [{ id: "what", label: { zh: "事项" }, of: "text", sensitivity: "internal" }],
 *   stages: [
 *     { id: "asked", label: { zh: "已申请" }, kind: "open" },
 *     { id: "closed", label: { zh: "已办结" }, kind: "end", outcome: "done" },
 *   ],
 *   moves: [
 *     { id: "ask", label: { zh: "申请" }, to: "asked", by: ["resident"], needs: ["what"] },
 *     { id: "do", label: { zh: "办理" }, from: ["asked"], to: "closed", by: ["member"], needs: [], apart: ["ask"] },
 *   ],
 *   attempts: [],
 *   limits: [],
 * }
 * const { decide, evolve, initial } = Proceeding.decider(workflow, (role, { actor }) => actor.post === role)
 * const at = { on: CivilDate.parseUnsafe("2024-03-01"), recordedAt: Coordinate.instantUnsafe(1709251200000) }
 * const asker = { post: "resident", person: "p1" }
 * const asked = evolve(initial, { ...at, id: "e1", actor: asker, payload: { move: "ask", fields: { what: "办证" } } })
 *
 * const own = { ...at, id: "e2", actor: { post: "member", person: "p1" }, content: { move: "do", fields: {} } }
 * const refused = decide(asked, own)
 * assert.deepEqual(Result.isFailure(refused) && refused.failure.map(({ code }) => code), ["proceeding.apart"])
 * assert.equal(Result.isSuccess(decide(asked, { ...own, actor: { post: "member", person: "p2" } })), true)
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const decider = (
  workflow: Workflow,
  holds: Holds,
  tells: Tells = () => undefined,
): Decider<State, Taken, Taken, ProceedingFault> => {
  const plan = planOf(workflow)
  return {
    initial: initialOf(plan),
    decide: (state, command) => {
      const found = refusals(plan, holds, tells, state, command)
      return found.length === 0 ? Result.succeed([command.content]) : Result.fail(found)
    },
    evolve: (state, entry) => evolve(plan, state, entry),
  }
}

const initialOf = ({ start }: Plan): State => ({
  stage: undefined,
  back: undefined,
  attempt: 0,
  began: undefined,
  entered: undefined,
  last: undefined,
  aside: undefined,
  hands: HashMap.empty(),
  takers: HashMap.empty(),
  tally: start.tally,
  latest: start.latest,
})

// ---------------------------------------------------------------- getters

/**
 * The steps of a matter, the first one first.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Proceeding, type Workflow } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * const workflow: Workflow.Workflow = {
 *   format: 1,
 *   id: "代办", // made up
 *   version: "1",
 *   label: { zh: "代办" },
 *   roles: [
 *     { id: "resident", label: { zh: "群众" } },
 *     { id: "member", label: { zh: "党员" } },
 *   ],
 *   outcomes: [{ id: "done", label: { zh: "办结" } }],
 *   fields: [{ id: "what", label: { zh: "事项" }, of: "text", sensitivity: "internal" }],
 *   stages: [
 *     { id: "asked", label: { zh: "已申请" }, kind: "open" },
 *     { id: "closed", label: { zh: "已办结" }, kind: "end", outcome: "done" },
 *   ],
 *   moves: [
 *     { id: "ask", label: { zh: "申请" }, to: "asked", by: ["resident"], needs: ["what"] },
 *     { id: "do", label: { zh: "办理" }, from: ["asked"], to: "closed", by: ["member"], needs: [], apart: ["ask"] },
 *   ],
 *   attempts: [],
 *   limits: [],
 * }
 * const { evolve, initial } = Proceeding.decider(workflow, (role, { actor }) => actor.post === role)
 * const at = { on: CivilDate.parseUnsafe("2024-03-01"), recordedAt: Coordinate.instantUnsafe(1709251200000) }
 * const asker = { post: "resident", person: "p1" }
 * const asked = evolve(initial, { ...at, id: "e1", actor: asker, payload: { move: "ask", fields: { what: "办证" } } })
 * assert.deepEqual(
 *   Proceeding.history(asked).map(({ entry, from, to }) => [entry.id, from, to]),
 *   [["e1", undefined, "asked"]],
 * )
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const history = (self: Pick<State, "last">): ReadonlyArray<Step> => {
  let attempt = 0
  let from: string | undefined
  return inOrder(self.last).map(({ entry, renews, to }, index) => {
    if (renews) attempt++
    const step = { entry, from, to, number: index + 1, attempt }
    from = to
    return step
  })
}

/**
 * The events that changed nothing, in the order they came.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Proceeding, type Workflow } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * const workflow: Workflow.Workflow = {
 *   format: 1,
 *   id: "代办", // made up
 *   version: "1",
 *   label: { zh: "代办" },
 *   roles: [
 *     { id: "resident", label: { zh: "群众" } },
 *     { id: "member", label: { zh: "党员" } },
 *   ],
 *   outcomes: [{ id: "done", label: { zh: "办结" } }],
 *   fields: [{ id: "what", label: { zh: "事项" }, of: "text", sensitivity: "internal" }],
 *   stages: [
 *     { id: "asked", label: { zh: "已申请" }, kind: "open" },
 *     { id: "closed", label: { zh: "已办结" }, kind: "end", outcome: "done" },
 *   ],
 *   moves: [
 *     { id: "ask", label: { zh: "申请" }, to: "asked", by: ["resident"], needs: ["what"] },
 *     { id: "do", label: { zh: "办理" }, from: ["asked"], to: "closed", by: ["member"], needs: [], apart: ["ask"] },
 *   ],
 *   attempts: [],
 *   limits: [],
 * }
 * const { evolve, initial } = Proceeding.decider(workflow, (role, { actor }) => actor.post === role)
 * const at = { on: CivilDate.parseUnsafe("2024-03-01"), recordedAt: Coordinate.instantUnsafe(1709251200000) }
 * const asker = { post: "resident", person: "p1" }
 * const asked = evolve(initial, { ...at, id: "e1", actor: asker, payload: { move: "ask", fields: { what: "办证" } } })
 * const twice = evolve(asked, asked.last!.entry)
 * assert.equal(twice.stage, "asked")
 * assert.deepEqual(
 *   Proceeding.asides(twice).map(({ entry, why }) => [entry.id, why]),
 *   [["e1", "older"]],
 * )
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const asides = (self: State): ReadonlyArray<Aside> => inOrder(self.aside)

/**
 * What the fields of a matter hold: of each the value given last. A blank text takes nothing back.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Proceeding, type Workflow } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * const workflow: Workflow.Workflow = {
 *   format: 1,
 *   id: "代办", // made up
 *   version: "1",
 *   label: { zh: "代办" },
 *   roles: [
 *     { id: "resident", label: { zh: "群众" } },
 *     { id: "member", label: { zh: "党员" } },
 *   ],
 *   outcomes: [{ id: "done", label: { zh: "办结" } }],
 *   fields: [{ id: "what", label: { zh: "事项" }, of: "text", sensitivity: "internal" }],
 *   stages: [
 *     { id: "asked", label: { zh: "已申请" }, kind: "open" },
 *     { id: "closed", label: { zh: "已办结" }, kind: "end", outcome: "done" },
 *   ],
 *   moves: [
 *     { id: "ask", label: { zh: "申请" }, to: "asked", by: ["resident"], needs: ["what"] },
 *     { id: "do", label: { zh: "办理" }, from: ["asked"], to: "closed", by: ["member"], needs: [], apart: ["ask"] },
 *   ],
 *   attempts: [],
 *   limits: [],
 * }
 * const { evolve, initial } = Proceeding.decider(workflow, (role, { actor }) => actor.post === role)
 * const at = { on: CivilDate.parseUnsafe("2024-03-01"), recordedAt: Coordinate.instantUnsafe(1709251200000) }
 * const asker = { post: "resident", person: "p1" }
 * const asked = evolve(initial, { ...at, id: "e1", actor: asker, payload: { move: "ask", fields: { what: "办证" } } })
 * assert.deepEqual(Proceeding.fields(asked), { what: "办证" })
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const fields = (self: State): Readonly<Record<string, Value>> =>
  Object.fromEntries(
    history(self).flatMap(({ entry }) => Object.entries(entry.payload.fields).filter(([, value]) => isFilled(value))),
  )

/**
 * How often each move of a workflow was taken in a matter, or in one attempt of it.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Proceeding, type Workflow } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * const workflow: Workflow.Workflow = {
 *   format: 1,
 *   id: "代办", // made up
 *   version: "1",
 *   label: { zh: "代办" },
 *   roles: [
 *     { id: "resident", label: { zh: "群众" } },
 *     { id: "member", label: { zh: "党员" } },
 *   ],
 *   outcomes: [{ id: "done", label: { zh: "办结" } }],
 *   fields: [{ id: "what", label: { zh: "事项" }, of: "text", sensitivity: "internal" }],
 *   stages: [
 *     { id: "asked", label: { zh: "已申请" }, kind: "open" },
 *     { id: "closed", label: { zh: "已办结" }, kind: "end", outcome: "done" },
 *   ],
 *   moves: [
 *     { id: "ask", label: { zh: "申请" }, to: "asked", by: ["resident"], needs: ["what"] },
 *     { id: "do", label: { zh: "办理" }, from: ["asked"], to: "closed", by: ["member"], needs: [], apart: ["ask"] },
 *   ],
 *   attempts: [],
 *   limits: [],
 * }
 * const { evolve, initial } = Proceeding.decider(workflow, (role, { actor }) => actor.post === role)
 * const at = { on: CivilDate.parseUnsafe("2024-03-01"), recordedAt: Coordinate.instantUnsafe(1709251200000) }
 * const asker = { post: "resident", person: "p1" }
 * const asked = evolve(initial, { ...at, id: "e1", actor: asker, payload: { move: "ask", fields: { what: "办证" } } })
 * assert.deepEqual([...Proceeding.counts(workflow, asked)], [["ask", 1], ["do", 0]])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const counts = (workflow: Workflow, self: State, attempt?: number): ReadonlyMap<string, number> => {
  const times = new Map(workflow.moves.map(({ id }) => [id, 0]))
  for (const { attempt: of, entry } of history(self)) {
    if (attempt !== undefined && of !== attempt) continue
    times.set(entry.payload.move, (times.get(entry.payload.move) ?? 0) + 1)
  }
  return times
}

/**
 * The typed outcome of a matter that has ended.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Proceeding, type Workflow } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * const workflow: Workflow.Workflow = {
 *   format: 1,
 *   id: "代办", // made up
 *   version: "1",
 *   label: { zh: "代办" },
 *   roles: [
 *     { id: "resident", label: { zh: "群众" } },
 *     { id: "member", label: { zh: "党员" } },
 *   ],
 *   outcomes: [{ id: "done", label: { zh: "办结" } }],
 *   fields: [{ id: "what", label: { zh: "事项" }, of: "text", sensitivity: "internal" }],
 *   stages: [
 *     { id: "asked", label: { zh: "已申请" }, kind: "open" },
 *     { id: "closed", label: { zh: "已办结" }, kind: "end", outcome: "done" },
 *   ],
 *   moves: [
 *     { id: "ask", label: { zh: "申请" }, to: "asked", by: ["resident"], needs: ["what"] },
 *     { id: "do", label: { zh: "办理" }, from: ["asked"], to: "closed", by: ["member"], needs: [], apart: ["ask"] },
 *   ],
 *   attempts: [],
 *   limits: [],
 * }
 * const { evolve, initial } = Proceeding.decider(workflow, (role, { actor }) => actor.post === role)
 * const at = { on: CivilDate.parseUnsafe("2024-03-01"), recordedAt: Coordinate.instantUnsafe(1709251200000) }
 * const asker = { post: "resident", person: "p1" }
 * const asked = evolve(initial, { ...at, id: "e1", actor: asker, payload: { move: "ask", fields: { what: "办证" } } })
 * const closed = evolve(asked, { ...at, id: "e2", actor: { post: "member" }, payload: { move: "do", fields: {} } })
 * assert.equal(Proceeding.outcome(workflow, closed), "done")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const outcome = (workflow: Workflow, self: State): string | undefined =>
  workflow.stages.find(({ id, kind }) => kind === "end" && id === self.stage)?.outcome

/**
 * How often each transition of a workflow was taken in some matters, in the order of the transitions; those never taken
 * stand there with nought.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Proceeding, Workflow } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * const workflow: Workflow.Workflow = {
 *   format: 1,
 *   id: "代办", // made up
 *   version: "1",
 *   label: { zh: "代办" },
 *   roles: [
 *     { id: "resident", label: { zh: "群众" } },
 *     { id: "member", label: { zh: "党员" } },
 *   ],
 *   outcomes: [{ id: "done", label: { zh: "办结" } }],
 *   fields: [{ id: "what", label: { zh: "事项" }, of: "text", sensitivity: "internal" }],
 *   stages: [
 *     { id: "asked", label: { zh: "已申请" }, kind: "open" },
 *     { id: "closed", label: { zh: "已办结" }, kind: "end", outcome: "done" },
 *   ],
 *   moves: [
 *     { id: "ask", label: { zh: "申请" }, to: "asked", by: ["resident"], needs: ["what"] },
 *     { id: "do", label: { zh: "办理" }, from: ["asked"], to: "closed", by: ["member"], needs: [], apart: ["ask"] },
 *   ],
 *   attempts: [],
 *   limits: [],
 * }
 * const { evolve, initial } = Proceeding.decider(workflow, (role, { actor }) => actor.post === role)
 * const at = { on: CivilDate.parseUnsafe("2024-03-01"), recordedAt: Coordinate.instantUnsafe(1709251200000) }
 * const asker = { post: "resident", person: "p1" }
 * const asked = evolve(initial, { ...at, id: "e1", actor: asker, payload: { move: "ask", fields: { what: "办证" } } })
 * assert.deepEqual(
 *   Proceeding.exercised(Workflow.transitions(workflow), [asked]).map(({ move, times }) => [move, times]),
 *   [["ask", 1], ["do", 0]],
 * )
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const exercised = (
  transitions: ReadonlyArray<Transition>,
  states: Iterable<State>,
): ReadonlyArray<Transition & { readonly times: number }> => {
  const times = new Map<string, number>()
  for (const state of states) {
    for (let step = state.last; step !== undefined; step = step.before) {
      const key = keyOf(step.before?.to, step.entry.payload.move, step.to)
      times.set(key, (times.get(key) ?? 0) + 1)
    }
  }
  return transitions.map((way) => ({ ...way, times: times.get(keyOf(way.from, way.move, way.to)) ?? 0 }))
}

const keyOf = (from: string | undefined, move: string, to: string): string => JSON.stringify([from ?? null, move, to])

/**
 * The runs of a limit's clock in a matter, in order. A clock that runs is not started again; one that an end stops can be.
 * The end of the matter stops every clock.
 *
 * **Details**
 *
 * A name in the limit stands for a move that is taken or for a stage that is entered. A move that stays enters nothing, nor
 * does one that comes back from a hold: the matter has been in the stage before. So a clock that was stopped is not started
 * again by `resume`, unless the limit names that move.
 * Where one event stops a clock and starts it, it is stopped first. A hold lasts while the matter is in the stage named.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { type Limit, Proceeding, type Workflow } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * const limit: Limit.Limit = {
 *   id: "办理",
 *   amount: 5,
 *   unit: "workingDay",
 *   countsFirstDay: false,
 *   starts: "asked",
 *   ends: ["do"],
 *   holds: [],
 * }
 * const workflow: Workflow.Workflow = {
 *   format: 1,
 *   id: "代办", // made up
 *   version: "1",
 *   label: { zh: "代办" },
 *   roles: [
 *     { id: "resident", label: { zh: "群众" } },
 *     { id: "member", label: { zh: "党员" } },
 *   ],
 *   outcomes: [{ id: "done", label: { zh: "办结" } }],
 *   fields: [{ id: "what", label: { zh: "事项" }, of: "text", sensitivity: "internal" }],
 *   stages: [
 *     { id: "asked", label: { zh: "已申请" }, kind: "open" },
 *     { id: "closed", label: { zh: "已办结" }, kind: "end", outcome: "done" },
 *   ],
 *   moves: [
 *     { id: "ask", label: { zh: "申请" }, to: "asked", by: ["resident"], needs: ["what"] },
 *     { id: "do", label: { zh: "办理" }, from: ["asked"], to: "closed", by: ["member"], needs: [], apart: ["ask"] },
 *   ],
 *   attempts: [],
 *   limits: [limit],
 * }
 * const { evolve, initial } = Proceeding.decider(workflow, (role, { actor }) => actor.post === role)
 * const at = { on: CivilDate.parseUnsafe("2024-03-01"), recordedAt: Coordinate.instantUnsafe(1709251200000) }
 * const asker = { post: "resident", person: "p1" }
 * const asked = evolve(initial, { ...at, id: "e1", actor: asker, payload: { move: "ask", fields: { what: "办证" } } })
 * const closed = evolve(asked, { ...at, id: "e2", actor: { post: "member" }, payload: { move: "do", fields: {} } })
 * assert.deepEqual(Proceeding.clock(workflow, limit, closed), [
 *   { started: at, ended: at, by: "do", holds: [], extensions: [] },
 * ])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const clock = (workflow: Workflow, limit: Limit, self: Pick<State, "last">): ReadonlyArray<Run> => {
  const final = new Set(workflow.stages.filter(({ kind }) => kind === "end").map(({ id }) => id))
  const moves = new Map(workflow.moves.map((move) => [move.id, move]))
  const runs: Array<Run> = []
  let run: Run | undefined
  for (const { entry, to } of history(self)) {
    const mark: Mark = { on: entry.on, recordedAt: entry.recordedAt }
    const move = moves.get(entry.payload.move)
    const enters = move === undefined || typeof move.to === "string"
    const names = enters ? [entry.payload.move, to] : [entry.payload.move]
    const by = names.find((name) => limit.ends.includes(name)) ?? (final.has(to) ? to : undefined)
    if (run !== undefined && by !== undefined) {
      runs.push({ ...resumed(run, mark), ended: mark, by })
      run = undefined
    }
    if (run === undefined && names.includes(limit.starts) && !final.has(to))
      run = { started: mark, holds: [], extensions: [] }
    if (run !== undefined && move?.extends?.limit === limit.id)
      run = { ...run, extensions: [...run.extensions, { at: mark, by: Number(entry.payload.fields[move.extends.by]) }] }
    if (run !== undefined) run = limit.holds.includes(to) ? stopped(run, mark) : resumed(run, mark)
  }
  return run === undefined ? runs : [...runs, run]
}

/**
 * A run of a limit's clock as `Limit.read` takes it, at a moment: by the days on which things took effect where the limit
 * is in days or months, by the instants at which they were recorded where it is in hours or minutes.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { type Limit, Proceeding } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * const limit: Limit.Limit = {
 *   id: "办理", // made up
 *   amount: 5,
 *   unit: "workingDay",
 *   countsFirstDay: false,
 *   starts: "asked",
 *   ends: ["do"],
 *   holds: [],
 * }
 * const at = { on: CivilDate.parseUnsafe("2024-03-01"), recordedAt: Coordinate.instantUnsafe(1709251200000) }
 * const run = { started: at, holds: [], extensions: [] }
 * assert.equal(Proceeding.course(limit, run, at).started, "2024-03-01")
 * assert.equal(Proceeding.course({ ...limit, unit: "clockHour" }, run, at).started, 1709251200000)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const course = ({ unit }: Limit, run: Run, now: Mark): Course => {
  const moment = ({ on, recordedAt }: Mark): Moment =>
    unit === "calendarDay" || unit === "workingDay" || unit === "month" ? on : recordedAt
  return {
    started: moment(run.started),
    ...(run.ended === undefined ? {} : { ended: moment(run.ended) }),
    holds: run.holds.map(({ from, to }) =>
      to === undefined ? { from: moment(from) } : { from: moment(from), to: moment(to) },
    ),
    extensions: run.extensions.map(({ at, by }) => ({ at: moment(at), by })),
    now: moment(now),
  }
}

const stopped = (run: Run, from: Mark): Run => (isStanding(run) ? run : { ...run, holds: [...run.holds, { from }] })

const resumed = (run: Run, to: Mark): Run =>
  isStanding(run)
    ? { ...run, holds: run.holds.map((hold) => (hold.to === undefined ? { from: hold.from, to } : hold)) }
    : run

const isStanding = ({ holds }: Run): boolean => holds.length > 0 && holds[holds.length - 1]?.to === undefined

// ---------------------------------------------------------------- operations

const evolve = (plan: Plan, state: State, entry: Entry<Taken>): State => {
  const { last, stage } = state
  if (last !== undefined && isNotAfter(entry, last.entry)) return putAside(state, entry, "older")
  const edge = plan.edges.get(stage)?.get(entry.payload.move)
  if (edge === undefined) return putAside(state, entry, "notFrom")
  const to = edge.to ?? state.back
  if (to === undefined) return putAside(state, entry, "notFrom")
  const { planned } = edge
  const renews = planned.renews || last === undefined
  return {
    stage: to,
    back: edge.hold === "ends" ? undefined : edge.hold === "begins" ? stage : state.back,
    attempt: renews ? state.attempt + 1 : state.attempt,
    began: state.began ?? entry,
    entered: edge.leads ? entry : state.entered,
    last: { entry, to, renews, before: last },
    aside: state.aside,
    hands: planned.barring ? remembered(state.hands, entry) : state.hands,
    takers: planned.recalled ? HashMap.set(state.takers, planned.move.id, entry.actor) : state.takers,
    tally: planned.counts === undefined ? state.tally : counted(state.tally, planned.counts),
    latest: planned.notes === undefined ? state.latest : noted(state.latest, planned.notes, entry.payload.fields),
  }
}

const putAside = (state: State, entry: Entry<Taken>, why: Aside["why"]): State => ({
  ...state,
  aside: { entry, why, before: state.aside },
})

const remembered = (hands: State["hands"], { actor, payload: { move } }: Entry<Taken>): State["hands"] => {
  let known = hands
  for (const mark of marksOf(move, actor))
    if (!HashMap.has(known, mark)) known = HashMap.set(known, mark, { move, actor })
  return known
}

// ---------------------------------------------------------------- decisions

const refusals = (
  plan: Plan,
  holds: Holds,
  tells: Tells,
  state: State,
  command: Command<Taken>,
): ReadonlyArray<ProceedingFault> => {
  const found: Array<ProceedingFault> = []
  const { actor, content } = command
  const planned = plan.moves.get(content.move)
  refuseTime(state, command, found)
  if (planned === undefined) {
    found.push(fault("proceeding.noSuchMove", { move: content.move }, ["move"]))
    return found
  }
  const leads = plan.edges.get(state.stage)?.has(content.move) === true
  if (!leads) found.push(misplaced(plan, state, content.move))
  if (!planned.move.by.some((role) => holds(role, command, state))) {
    const roles = planned.move.by.join("、")
    found.push(fault("proceeding.role", { move: content.move, post: actor.post, roles }))
  }
  if (planned.bars) refuseWho(plan, planned, state, actor, found)
  refuseFields(planned, content.fields, found)
  if (leads && planned.move.when !== undefined)
    refuseGuard(plan, planned, planned.move.when, state, command, tells, found)
  return found
}

const refuseTime = ({ began, last }: State, command: Command<Taken>, found: Array<ProceedingFault>): void => {
  if (began === undefined || last === undefined || !isNotAfter(command, last.entry)) return
  if (command.on < began.on) found.push(fault("proceeding.before", { on: command.on, began: began.on }))
  else found.push(fault("proceeding.older", { on: command.on, last: last.entry.on, step: last.entry.id }))
}

const misplaced = (plan: Plan, { stage }: State, move: string): ProceedingFault => {
  if (stage === undefined) return fault("proceeding.notBegun", { move })
  return plan.ends.has(stage)
    ? fault("proceeding.ended", { move, stage })
    : fault("proceeding.notFrom", { move, stage })
}

const refuseWho = (
  plan: Plan,
  { move: { apart, id, only } }: PlannedMove,
  state: State,
  actor: Actor,
  found: Array<ProceedingFault>,
): void => {
  const barred = (apart ?? []).map((of) => ({ of, by: handOf(plan, state, of, actor) }))
  const own = barred.find(({ by }) => by === "one") ?? barred.find(({ by }) => by === "untold")
  if (own !== undefined)
    found.push(fault(own.by === "one" ? "proceeding.apart" : "proceeding.unnamed", { move: id, of: own.of }))
  if (only !== undefined && !only.some((name) => isMeant(plan, state, name, actor)))
    found.push(fault("proceeding.only", { move: id, of: only.join("、") }))
}

/** Whether an actor is one who ever took a move, or who is named by a field, as far as that can be told. */
const handOf = ({ whoPlace }: Plan, { hands, latest }: State, name: string, actor: Actor): Hands => {
  const field = whoPlace.get(name)
  if (field === undefined) {
    if (marksLike(name, actor).some((mark) => HashMap.has(hands, mark))) return "one"
    return HashMap.has(hands, markUntold(name, actor)) ? "untold" : "two"
  }
  const [value, own] = [latest[field.place], actor[field.of]]
  if (value === undefined) return "two"
  if (own === undefined) return field.of === "person" ? "untold" : "one"
  return own === value ? "one" : "two"
}

/** Whether an actor is for certain the one who took a move last, or who is named by a field. */
const isMeant = ({ whoPlace }: Plan, { latest, takers }: State, name: string, actor: Actor): boolean => {
  const field = whoPlace.get(name)
  if (field === undefined) return HashMap.has(takers, name) && isSurely(HashMap.getUnsafe(takers, name), actor)
  const [value, own] = [latest[field.place], actor[field.of]]
  return value !== undefined && own === value
}

const refuseFields = (
  { fields: asked, move }: PlannedMove,
  given: Taken["fields"],
  found: Array<ProceedingFault>,
): void => {
  for (const id of move.needs) {
    if (!isFilled(valueIn(given, id))) found.push(fault("proceeding.needs", { field: id }, ["fields", id]))
  }
  for (const id of Object.keys(given)) {
    const [field, value] = [asked.get(id), given[id]]
    if (field === undefined) found.push(fault("proceeding.notAsked", { move: move.id, field: id }, ["fields", id]))
    else if (value !== undefined && isFilled(value) && !isOf(field, value))
      found.push(
        fault("proceeding.value", { field: id, of: field.of, value: String(value).slice(0, 80) }, ["fields", id]),
      )
  }
}

const refuseGuard = (
  plan: Plan,
  planned: PlannedMove,
  when: Guard.Guard,
  state: State,
  command: Command<Taken>,
  tells: Tells,
  found: Array<ProceedingFault>,
): void => {
  const { actor, on, recordedAt } = command
  const move = planned.move.id
  let question: Question | undefined
  const tell = (fact: string): boolean | undefined => {
    question ??= { actor, on, recordedAt, move, fields: fitting(planned, command.content.fields) }
    return tells(fact, question, state)
  }
  const holds = Guard.holds(when, reading(plan, planned, state, command.content.fields, tell))
  if (holds === false) found.push(fault("proceeding.guard", { move }))
  if (holds === undefined) found.push(fault("proceeding.untold", { move, facts: untold(when, tell).join("、") }))
}

/**
 * What an actor may do next in a matter, for a screen: the moves that would not be refused for their stage, time or
 * actor, and whose guard can still hold. Prepared once for a workflow, then asked of any number of matters.
 *
 * **Gotchas** Of two acts of one day and instant the one with the lesser id comes first, here as in a journal; that one
 * it would be refused after the other is not foreseen.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Proceeding, type Workflow } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * const workflow: Workflow.Workflow = {
 *   format: 1,
 *   id: "代办", // made up
 *   version: "1",
 *   label: { zh: "代办" },
 *   roles: [
 *     { id: "resident", label: { zh: "群众" } },
 *     { id: "member", label: { zh: "党员" } },
 *   ],
 *   outcomes: [{ id: "done", label: { zh: "办结" } }],
 *   fields: [{ id: "what", label: { zh: "事项" }, of: "text", sensitivity: "internal" }],
 *   stages: [
 *     { id: "asked", label: { zh: "已申请" }, kind: "open" },
 *     { id: "closed", label: { zh: "已办结" }, kind: "end", outcome: "done" },
 *   ],
 *   moves: [
 *     { id: "ask", label: { zh: "申请" }, to: "asked", by: ["resident"], needs: ["what"] },
 *     { id: "do", label: { zh: "办理" }, from: ["asked"], to: "closed", by: ["member"], needs: [], apart: ["ask"] },
 *   ],
 *   attempts: [],
 *   limits: [],
 * }
 * const holds: Proceeding.Holds = (role, { actor }) => actor.post === role
 * const { initial } = Proceeding.decider(workflow, holds)
 * const at = { on: CivilDate.parseUnsafe("2024-03-01"), recordedAt: Coordinate.instantUnsafe(1709251200000) }
 * const possible = Proceeding.possible(workflow, holds)
 * assert.deepEqual(
 *   possible(initial, { ...at, actor: { post: "resident" } }).map(({ move, needs }) => [move, needs]),
 *   [["ask", ["what"]]],
 * )
 * assert.deepEqual(possible(initial, { ...at, actor: { post: "member" } }), [])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const possible = (
  workflow: Workflow,
  holds: Holds,
  tells: Tells = () => undefined,
): ((state: State, asked: Asked) => ReadonlyArray<Possible>) => {
  const plan = planOf(workflow)
  return (state, asked) => {
    const { last, stage } = state
    if (last !== undefined && isBefore(asked, last.entry)) return []
    const { actor, on, recordedAt } = asked
    return [...(plan.edges.get(stage) ?? [])].flatMap(([, { planned, to }]): ReadonlyArray<Possible> => {
      const { by, id, needs, takes = [], when } = planned.move
      const roles = by.filter((role) => holds(role, asked, state))
      const target = to ?? state.back
      const barred: Array<ProceedingFault> = []
      if (planned.bars) refuseWho(plan, planned, state, actor, barred)
      const question: Question = { actor, on, recordedAt, move: id, fields: undefined }
      const tell = (fact: string): boolean | undefined => tells(fact, question, state)
      const guard = when === undefined ? true : Guard.holds(when, reading(plan, planned, state, undefined, tell))
      if (roles.length === 0 || barred.length > 0 || guard === false || target === undefined) return []
      const awaits = when === undefined || guard === true ? [] : untold(when, tell)
      return [{ move: id, to: target, by: roles, needs, takes, certain: guard === true, awaits }]
    })
  }
}

/**
 * What may be done next in a matter and by which roles, whoever asks: the transitions out of its stage, without regard to
 * guards and to who acted before.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Proceeding, type Workflow } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * const workflow: Workflow.Workflow = {
 *   format: 1,
 *   id: "代办", // made up
 *   version: "1",
 *   label: { zh: "代办" },
 *   roles: [
 *     { id: "resident", label: { zh: "群众" } },
 *     { id: "member", label: { zh: "党员" } },
 *   ],
 *   outcomes: [{ id: "done", label: { zh: "办结" } }],
 *   fields: [{ id: "what", label: { zh: "事项" }, of: "text", sensitivity: "internal" }],
 *   stages: [
 *     { id: "asked", label: { zh: "已申请" }, kind: "open" },
 *     { id: "closed", label: { zh: "已办结" }, kind: "end", outcome: "done" },
 *   ],
 *   moves: [
 *     { id: "ask", label: { zh: "申请" }, to: "asked", by: ["resident"], needs: ["what"] },
 *     { id: "do", label: { zh: "办理" }, from: ["asked"], to: "closed", by: ["member"], needs: [], apart: ["ask"] },
 *   ],
 *   attempts: [],
 *   limits: [],
 * }
 * const { evolve, initial } = Proceeding.decider(workflow, (role, { actor }) => actor.post === role)
 * const at = { on: CivilDate.parseUnsafe("2024-03-01"), recordedAt: Coordinate.instantUnsafe(1709251200000) }
 * const asker = { post: "resident", person: "p1" }
 * const asked = evolve(initial, { ...at, id: "e1", actor: asker, payload: { move: "ask", fields: { what: "办证" } } })
 * assert.deepEqual(Proceeding.next(workflow, asked), [{ move: "do", to: "closed", by: ["member"] }])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const next = (
  workflow: Workflow,
  { back, stage }: State,
): ReadonlyArray<{ readonly move: string; readonly to: string; readonly by: ReadonlyArray<string> }> =>
  transitions(workflow)
    .filter(({ from }) => from === stage)
    .flatMap(({ move, to }) => {
      const of = moveOf(workflow, move)
      if (of === undefined || (typeof of.to !== "string" && of.to.way === "back" && to !== back)) return []
      return [{ move, to, by: of.by }]
    })
