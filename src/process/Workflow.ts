/**
 * Workflows (流程): how a matter goes through its stages, who may take it on, and how it can end, as data.
 *
 * A locality differs from another in its workflow and in nothing else: names and order of the stages, who acts, what must
 * be given, what must have happened before, how many returns are borne, which limits run. The same decider serves all.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import { Sensitivity } from "../foundation/Audience.js"
import { Citation } from "../foundation/Citation.js"
import * as Document from "../foundation/Document.js"
import { type Fault, make as fault, under } from "../foundation/Fault.js"
import { Label } from "../foundation/Label.js"
import * as Guard from "./Guard.js"
import { Limit } from "./Limit.js"

// ---------------------------------------------------------------- models

/**
 * A part in the workflow (角色): who holds it on a day is known outside, by posts and places.
 *
 * @category models
 * @since 0.1.0
 */
export interface Role {
  readonly id: string
  readonly label: Label
}

/**
 * How a matter can end (办理结果), as a type and not as a text: done, not ours, withdrawn, merged into another.
 *
 * @category models
 * @since 0.1.0
 */
export interface Outcome {
  readonly id: string
  readonly label: Label
}

/**
 * A stage (环节). In an `open` one something is to be done; in a `held` one (挂起) the matter rests and knows the open stage
 * it came from; an `end` is final and has an outcome.
 *
 * @category models
 * @since 0.1.0
 */
export interface Stage {
  readonly id: string
  readonly label: Label
  readonly kind: "open" | "held" | "end"
  readonly outcome?: string
  readonly cite?: Citation
}

/**
 * A field that moves fill (填写项): text, a day, a whole number, one of the choices, an exact number as text, the id of
 * something outside, or the id of a person, post or body. The last three can also say who may act.
 *
 * @category models
 * @since 0.1.0
 */
export interface Field {
  readonly id: string
  readonly label: Label
  readonly of: "text" | "day" | "count" | "choice" | "exact" | "reference" | "person" | "post" | "body"
  readonly choices?: ReadonlyArray<{ readonly id: string; readonly label: Label }>
  readonly sensitivity: Sensitivity
}

/**
 * What a field holds: a whole number where it counts, else a text.
 *
 * @category models
 * @since 0.1.0
 */
export type Value = string | number

/**
 * Where a move leads when it is not to a stage of its own: it stays where it is (`stay`: 延期, 催办, 补充材料), or goes back to
 * the stage in which the matter was put on hold (`back`: 恢复办理).
 *
 * @category models
 * @since 0.1.0
 */
export interface Way {
  readonly way: "stay" | "back"
}

/**
 * A move (办理动作): from which stages to which, and under what conditions.
 *
 * **Details**
 *
 * A move without `from` opens a matter. `by` are the roles that may take it. `needs` are the fields to be filled with it,
 * `takes` those that may be. `when` is what must have happened before. `judges` names the moves whose work it judges
 * (评价, 验收, 核实). `extends` is the limit that the move extends (延期), and the counting field among its `needs` that says by how much.
 *
 * `apart` names moves whose takers, and fields of a person, post or body whom they name, may not take it; everybody counts
 * who ever took such a move, and who did and who may not have to be told apart: both are named, or neither is and the posts
 * are two. `only` names those of whom one must: whoever took such a move last, since a matter that was let
 * go and taken on anew is in the hands of the latter, or whom a field names. It has to be certain that it is they: the same
 * person; where that act named no person, the same post of the same body, both given, whoever acts in it. What somebody
 * did unnamed and for no body (匿名点单) nobody can be shown to have done.
 *
 * @category models
 * @since 0.1.0
 */
export interface Move {
  readonly id: string
  readonly label: Label
  readonly from?: ReadonlyArray<string>
  readonly to: string | Way
  readonly by: ReadonlyArray<string>
  readonly needs: ReadonlyArray<string>
  readonly takes?: ReadonlyArray<string>
  readonly when?: Guard.Guard
  readonly judges?: ReadonlyArray<string>
  readonly apart?: ReadonlyArray<string>
  readonly only?: ReadonlyArray<string>
  readonly extends?: { readonly limit: string; readonly by: string }
  readonly cite?: Citation
}

/**
 * A workflow (流程). Ids of stages, moves and fields are of one namespace, since limits and conditions name them together.
 * `attempts` names the moves that open a further attempt under the same matter (返工重办); what was counted before is kept.
 *
 * @category models
 * @since 0.1.0
 */
export interface Workflow {
  readonly format: 1
  readonly id: string
  readonly version: string
  readonly label: Label
  readonly cite?: Citation
  readonly roles: ReadonlyArray<Role>
  readonly outcomes: ReadonlyArray<Outcome>
  readonly fields: ReadonlyArray<Field>
  readonly stages: ReadonlyArray<Stage>
  readonly moves: ReadonlyArray<Move>
  readonly attempts: ReadonlyArray<string>
  readonly limits: ReadonlyArray<Limit>
}

/**
 * A way through the workflow: a move from a stage to a stage. An opening move comes from no stage; a move that goes back
 * makes one transition for every stage that it may go back to.
 *
 * @category models
 * @since 0.1.0
 */
export interface Transition {
  readonly move: string
  readonly from?: string
  readonly to: string
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with the document of a workflow: ids that stand twice or name nothing, no move that opens a matter,
 * one that opens it into a hold or nowhere, one that goes back from a stage that is no hold, an outcome on a stage that is
 * no end, choices where the field has none or none where it has some, a guard that asks a field for what it cannot hold,
 * a condition on who acts that names a field of nobody, an extension by a field that does not count, and what can be wrong
 * with a guard.
 *
 * @category errors
 * @since 0.1.0
 */
export type WorkflowFault =
  | Guard.GuardFault
  | Fault<
      | "workflow.twice"
      | "workflow.noSuchId"
      | "workflow.noOpening"
      | "workflow.opensHeld"
      | "workflow.opensNowhere"
      | "workflow.backFromOpen"
      | "workflow.outcomeBeforeEnd"
      | "workflow.choices"
      | "workflow.noSuchChoice"
      | "workflow.notWho"
      | "workflow.notCount"
    >

// ---------------------------------------------------------------- schemas

const Ids = /* @__PURE__ */ Schema.Array(Guard.Id)

/** An id with its name. */
const Named = /* @__PURE__ */ Schema.Struct({ id: Guard.Id, label: Label })

const Stage = /* @__PURE__ */ Schema.Struct({
  id: Guard.Id,
  label: Label,
  kind: /* @__PURE__ */ Schema.Literals(["open", "held", "end"]),
  outcome: /* @__PURE__ */ Schema.optionalKey(Guard.Id),
  cite: /* @__PURE__ */ Schema.optionalKey(Citation),
})

const Field = /* @__PURE__ */ Schema.Struct({
  id: Guard.Id,
  label: Label,
  of: /* @__PURE__ */ Schema.Literals([
    "text",
    "day",
    "count",
    "choice",
    "exact",
    "reference",
    "person",
    "post",
    "body",
  ]),
  choices: /* @__PURE__ */ Schema.optionalKey(/* @__PURE__ */ Schema.Array(Named)),
  sensitivity: Sensitivity,
})

const Move = /* @__PURE__ */ Schema.Struct({
  id: Guard.Id,
  label: Label,
  from: /* @__PURE__ */ Schema.optionalKey(Ids),
  to: /* @__PURE__ */ Schema.Union([
    Guard.Id,
    /* @__PURE__ */ Schema.Struct({ way: /* @__PURE__ */ Schema.Literals(["stay", "back"]) }),
  ]),
  by: Ids,
  needs: Ids,
  takes: /* @__PURE__ */ Schema.optionalKey(Ids),
  when: /* @__PURE__ */ Schema.optionalKey(Guard.Guard),
  judges: /* @__PURE__ */ Schema.optionalKey(Ids),
  apart: /* @__PURE__ */ Schema.optionalKey(Ids),
  only: /* @__PURE__ */ Schema.optionalKey(Ids),
  extends: /* @__PURE__ */ Schema.optionalKey(/* @__PURE__ */ Schema.Struct({ limit: Guard.Id, by: Guard.Id })),
  cite: /* @__PURE__ */ Schema.optionalKey(Citation),
})

/**
 * The schema of {@link Workflow}; {@link document} reads one from unknown input and checks it as a whole.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Workflow: Schema.Codec<Workflow> = /* @__PURE__ */ Schema.Struct({
  format: /* @__PURE__ */ Schema.Literal(1),
  id: Guard.Id,
  version: Guard.Id,
  label: Label,
  cite: /* @__PURE__ */ Schema.optionalKey(Citation),
  roles: /* @__PURE__ */ Schema.Array(Named),
  outcomes: /* @__PURE__ */ Schema.Array(Named),
  fields: /* @__PURE__ */ Schema.Array(Field),
  stages: /* @__PURE__ */ Schema.Array(Stage),
  moves: /* @__PURE__ */ Schema.Array(Move),
  attempts: Ids,
  limits: /* @__PURE__ */ Schema.Array(Limit),
})

/**
 * The workflow as a stored document: decode, encode, is, standard, jsonSchema.
 *
 * @category schemas
 * @since 0.1.0
 */
export const document: Document.Document<Workflow> = /* @__PURE__ */ Document.make<Workflow>({
  name: "Workflow",
  format: 1,
  schema: () => Workflow,
  check: (workflow) => check(workflow),
})

// ---------------------------------------------------------------- getters

/**
 * The stage of an id.
 *
 * @example
 * ```ts
 * import { Workflow } from "dangjian/process"
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
 * assert.equal(Workflow.stageOf(workflow, "closed")?.outcome, "done")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const stageOf = (self: Workflow, id: string): Stage | undefined => self.stages.find((stage) => stage.id === id)

/**
 * The move of an id.
 *
 * @example
 * ```ts
 * import { Workflow } from "dangjian/process"
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
 * assert.deepEqual(Workflow.moveOf(workflow, "do")?.by, ["member"])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const moveOf = (self: Workflow, id: string): Move | undefined => self.moves.find((move) => move.id === id)

/**
 * The outcomes in their order, each with the stages that give it.
 *
 * @example
 * ```ts
 * import { Workflow } from "dangjian/process"
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
 * assert.deepEqual(
 *   Workflow.outcomes(workflow).map(({ outcome, stages }) => [outcome.id, stages]),
 *   [["done", ["closed"]]],
 * )
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const outcomes = (
  self: Workflow,
): ReadonlyArray<{ readonly outcome: Outcome; readonly stages: ReadonlyArray<string> }> =>
  self.outcomes.map((outcome) => ({
    outcome,
    stages: self.stages.filter((stage) => stage.kind === "end" && stage.outcome === outcome.id).map(({ id }) => id),
  }))

/**
 * Every way through the workflow, in the order of its moves. Out of an end there is none, whatever the moves say.
 *
 * @example
 * ```ts
 * import { Workflow } from "dangjian/process"
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
 * assert.deepEqual(Workflow.transitions(workflow), [
 *   { move: "ask", to: "asked" },
 *   { move: "do", from: "asked", to: "closed" },
 * ])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const transitions = (self: Workflow): ReadonlyArray<Transition> => {
  const kinds = new Map(self.stages.map(({ id, kind }) => [id, kind]))
  const origins = originsOf(self, kinds)
  return self.moves.flatMap(({ id: move, from, to }): ReadonlyArray<Transition> => {
    if (from === undefined) return typeof to === "string" ? [{ move, to }] : []
    return from
      .filter((stage) => kinds.get(stage) !== "end")
      .flatMap((stage) => {
        if (typeof to === "string") return [{ move, from: stage, to }]
        if (to.way === "stay") return [{ move, from: stage, to: stage }]
        return [...(origins.get(stage) ?? [])].map((origin) => ({ move, from: stage, to: origin }))
      })
  })
}

/** For each hold the open stages that a matter in it may have come from, in the order of the stages. */
const originsOf = (
  { moves, stages }: Workflow,
  kinds: ReadonlyMap<string, Stage["kind"]>,
): ReadonlyMap<string, ReadonlyArray<string>> => {
  const found = new Map<string, Set<string>>()
  for (const { id, kind } of stages) if (kind === "held") found.set(id, new Set())
  for (let grown = true; grown; ) {
    grown = false
    for (const { from = [], to } of moves) {
      const into = typeof to === "string" ? found.get(to) : undefined
      if (into === undefined) continue
      const before = into.size
      for (const stage of from) {
        if (kinds.get(stage) === "open") into.add(stage)
        for (const origin of found.get(stage) ?? []) into.add(origin)
      }
      grown ||= into.size > before
    }
  }
  const order = stages.map(({ id }) => id)
  return new Map([...found].map(([id, origins]) => [id, order.filter((stage) => origins.has(stage))]))
}

// ---------------------------------------------------------------- decisions

/**
 * Everything that is wrong with the structure of a workflow, all at once, each with its place; none for a sound one.
 * What a sound workflow does that it should not is found by the lint.
 *
 * @example
 * ```ts
 * import { Workflow } from "dangjian/process"
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
 * const wrong = { ...workflow, attempts: ["redo"] }
 * assert.deepEqual(Workflow.check(wrong), [{ code: "workflow.noSuchId", path: ["attempts", 0], params: { id: "redo" } }])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const check = (self: Workflow): ReadonlyArray<WorkflowFault> => [
  ...idFaults(self),
  ...self.stages.flatMap((stage, index) => stageFaults(self, stage).map((found) => under(["stages", index], found))),
  ...self.fields.flatMap((field, index) => fieldFaults(field).map((found) => under(["fields", index], found))),
  ...moveFaults(self),
  ...strangers(self.attempts, idsOf(self.moves), ["attempts"]),
  ...twice(self.attempts, ["attempts"]),
  ...self.limits.flatMap((limit, index) => limitFaults(self, limit).map((found) => under(["limits", index], found))),
]

type Path = Fault["path"]

const idsOf = (all: ReadonlyArray<{ readonly id: string }>): ReadonlySet<string> => new Set(all.map(({ id }) => id))

const twice = (
  all: ReadonlyArray<string>,
  path: Path,
  key: ReadonlyArray<string> = [],
  seen: Set<string> = new Set(),
): ReadonlyArray<WorkflowFault> =>
  all.flatMap((id, index) => {
    const isTwice = seen.has(id)
    seen.add(id)
    return isTwice ? [fault("workflow.twice", { id }, [...path, index, ...key])] : []
  })

const strangers = (all: ReadonlyArray<string>, known: ReadonlySet<string>, path: Path): ReadonlyArray<WorkflowFault> =>
  all.flatMap((id, index) => (known.has(id) ? [] : [fault("workflow.noSuchId", { id }, [...path, index])]))

/** A list of ids, each known and each once. */
const listed = (
  all: ReadonlyArray<string> | undefined,
  known: ReadonlySet<string>,
  path: Path,
): ReadonlyArray<WorkflowFault> => (all === undefined ? [] : [...strangers(all, known, path), ...twice(all, path)])

const idFaults = (self: Workflow): ReadonlyArray<WorkflowFault> => {
  const shared = new Set<string>()
  const of = (all: ReadonlyArray<{ readonly id: string }>, key: string, seen?: Set<string>) =>
    twice(
      all.map(({ id }) => id),
      [key],
      ["id"],
      seen,
    )
  return [
    ...of(self.roles, "roles"),
    ...of(self.outcomes, "outcomes"),
    ...of(self.fields, "fields", shared),
    ...of(self.stages, "stages", shared),
    ...of(self.moves, "moves", shared),
    ...of(self.limits, "limits"),
  ]
}

const stageFaults = (self: Workflow, { kind, outcome }: Stage): ReadonlyArray<WorkflowFault> => {
  if (outcome === undefined) return []
  if (kind !== "end") return [fault("workflow.outcomeBeforeEnd", { outcome }, ["outcome"])]
  return idsOf(self.outcomes).has(outcome) ? [] : [fault("workflow.noSuchId", { id: outcome }, ["outcome"])]
}

const fieldFaults = ({ id, of, choices }: Field): ReadonlyArray<WorkflowFault> => {
  if ((of === "choice") !== (choices !== undefined && choices.length > 0))
    return [fault("workflow.choices", { field: id }, ["choices"])]
  return twice(
    (choices ?? []).map((choice) => choice.id),
    ["choices"],
    ["id"],
  )
}

const moveFaults = (self: Workflow): ReadonlyArray<WorkflowFault> => {
  const kinds = new Map(self.stages.map(({ id, kind }) => [id, kind]))
  const [stages, moves, roles, fields] = [idsOf(self.stages), idsOf(self.moves), idsOf(self.roles), idsOf(self.fields)]
  const opening = self.moves.some(({ from }) => from === undefined)
  const ofMove = (move: Move): ReadonlyArray<WorkflowFault> => [
    ...listed(move.from, stages, ["from"]),
    ...wayFaults(move, kinds),
    ...listed(move.by, roles, ["by"]),
    ...strangers(move.needs, fields, ["needs"]),
    ...strangers(move.takes ?? [], fields, ["takes"]),
    ...fieldsTwice(move),
    ...(move.when === undefined ? [] : guardFaults(self, move.when, moves).map((found) => under(["when"], found))),
    ...listed(move.judges, moves, ["judges"]),
    ...whoFaults(self, move.apart, moves, ["apart"]),
    ...whoFaults(self, move.only, moves, ["only"]),
    ...extensionFaults(self, move),
  ]
  return [
    ...(opening ? [] : [fault("workflow.noOpening", { workflow: self.id }, ["moves"])]),
    ...self.moves.flatMap((move, index) => ofMove(move).map((found) => under(["moves", index], found))),
  ]
}

const fieldsTwice = ({ needs, takes = [] }: Move): ReadonlyArray<WorkflowFault> => {
  const seen = new Set<string>()
  return [...twice(needs, ["needs"], [], seen), ...twice(takes, ["takes"], [], seen)]
}

const wayFaults = (
  { from, id: move, to }: Move,
  kinds: ReadonlyMap<string, Stage["kind"]>,
): ReadonlyArray<WorkflowFault> => {
  if (typeof to === "string") {
    if (!kinds.has(to)) return [fault("workflow.noSuchId", { id: to }, ["to"])]
    return from === undefined && kinds.get(to) === "held"
      ? [fault("workflow.opensHeld", { move, stage: to }, ["to"])]
      : []
  }
  if (from === undefined) return [fault("workflow.opensNowhere", { move }, ["to"])]
  if (to.way === "stay") return []
  return from.flatMap((stage, index) =>
    kinds.get(stage) === "open" ? [fault("workflow.backFromOpen", { move, stage }, ["from", index])] : [],
  )
}

const extensionFaults = (self: Workflow, { extends: extension, needs }: Move): ReadonlyArray<WorkflowFault> => {
  if (extension === undefined) return []
  const { by, limit } = extension
  const counts = needs.includes(by) && self.fields.some(({ id, of }) => id === by && of === "count")
  return [
    ...(idsOf(self.limits).has(limit) ? [] : [fault("workflow.noSuchId", { id: limit }, ["extends", "limit"])]),
    ...(counts ? [] : [fault("workflow.notCount", { field: by }, ["extends", "by"])]),
  ]
}

const WHO: ReadonlyArray<Field["of"]> = ["person", "post", "body"]

const whoFaults = (
  self: Workflow,
  names: ReadonlyArray<string> | undefined,
  moves: ReadonlySet<string>,
  path: Path,
): ReadonlyArray<WorkflowFault> => {
  if (names === undefined) return []
  const kinds = new Map(self.fields.map(({ id, of }) => [id, of]))
  return [
    ...twice(names, path),
    ...names.flatMap((id, index): ReadonlyArray<WorkflowFault> => {
      const of = kinds.get(id)
      if (of === undefined) return moves.has(id) ? [] : [fault("workflow.noSuchId", { id }, [...path, index])]
      return WHO.includes(of) ? [] : [fault("workflow.notWho", { field: id }, [...path, index])]
    }),
  ]
}

const guardFaults = (self: Workflow, guard: Guard.Guard, moves: ReadonlySet<string>): ReadonlyArray<WorkflowFault> => [
  ...Guard.check(guard),
  ...Guard.leaves(guard).flatMap(({ leaf, path }) => leafFaults(self, leaf, moves).map((found) => under(path, found))),
]

const leafFaults = (self: Workflow, leaf: Guard.Leaf, moves: ReadonlySet<string>): ReadonlyArray<WorkflowFault> => {
  if ("told" in leaf) return []
  const since = listed(leaf.since, moves, ["since"])
  if ("count" in leaf) return [...listed(leaf.count, moves, ["count"]), ...since]
  const key = "has" in leaf ? "has" : "field"
  const id = "has" in leaf ? leaf.has : leaf.field
  const field = self.fields.find((each) => each.id === id)
  if (field === undefined) return [fault("workflow.noSuchId", { id }, [key]), ...since]
  if ("has" in leaf) return since
  const known = idsOf(field.choices ?? [])
  return [
    ...leaf.in.flatMap((choice, index) =>
      known.has(choice) ? [] : [fault("workflow.noSuchChoice", { field: id, choice }, ["in", index])],
    ),
    ...twice(leaf.in, ["in"]),
    ...since,
  ]
}

const limitFaults = (self: Workflow, { starts, ends, holds }: Limit): ReadonlyArray<WorkflowFault> => {
  const known = new Set([...idsOf(self.stages), ...idsOf(self.moves)])
  return [
    ...(known.has(starts) ? [] : [fault("workflow.noSuchId", { id: starts }, ["starts"])]),
    ...strangers(ends, known, ["ends"]),
    ...strangers(holds, known, ["holds"]),
  ]
}

// ---------------------------------------------------------------- instances

/**
 * The names of the kinds of fields.
 *
 * @category instances
 * @since 0.1.0
 */
export const fieldKinds: Readonly<Record<Field["of"], Label>> = {
  text: { zh: "文字", en: "text" },
  day: { zh: "日期", en: "day" },
  count: { zh: "非负整数", en: "whole number from nought on" },
  choice: { zh: "选项", en: "choice" },
  exact: { zh: "精确数", en: "exact number" },
  reference: { zh: "关联编号", en: "id of something outside" },
  person: { zh: "人员编号", en: "id of a person" },
  post: { zh: "职务编号", en: "id of a post" },
  body: { zh: "单位编号", en: "id of a body" },
}
