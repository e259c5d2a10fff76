/**
 * The workflow lint (流程检查): what a workflow that is sound as a document does that no workflow should, each with the moves
 * that lead there where there are such.
 *
 * **Details**
 *
 * What can be reached is searched and not guessed: counts as far as guards ask for them, choices that guards tell apart,
 * holds with the stage they came from. A workflow without a finding of severity error has a way to an end from wherever a
 * matter can get to, as long as roles are held by enough people and told facts can come true.
 *
 * @since 0.1.0
 */
import * as Finding from "../foundation/Finding.js"
import * as Workflow from "./Workflow.js"
import { isThere, type Leap, leadingTo, type Search, type Situation, searchOf, wayTo } from "./WorkflowSearch.js"

// ---------------------------------------------------------------- models

/**
 * A finding with its place in the document; `witness` are the moves that bring a matter to the place, where that shows it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Flaw extends Finding.Finding<Code> {
  readonly at: ReadonlyArray<string | number>
  readonly witness?: ReadonlyArray<string>
}

// ---------------------------------------------------------------- errors

/**
 * What the lint finds. Of stages: not reached by any way, no move out, no way to an end (`deadEnd`), no way to an end once
 * certain things have happened (`trap`), a move out of an end, an end without outcome, one label for two. Of moves: no
 * role that may take it, no stage that it leads from, a guard that can never hold, nobody there who alone may take it, own work that could be judged,
 * one label for two from one stage. Of limits: a start that never comes, or only with the end of the matter, no event that can stop it, not even that end, a hold that is no
 * stage or never comes while the clock runs, an extension that the limit does not provide for. Of roles, outcomes and fields: that nothing uses them. Last, that there are
 * more situations than are searched, so that some of this is not known.
 *
 * @category errors
 * @since 0.1.0
 */
export type Code =
  | "workflowLint.unreachable"
  | "workflowLint.noWayOut"
  | "workflowLint.deadEnd"
  | "workflowLint.trap"
  | "workflowLint.endLeft"
  | "workflowLint.noOutcome"
  | "workflowLint.stagesAlike"
  | "workflowLint.nobody"
  | "workflowLint.fromNowhere"
  | "workflowLint.guardNever"
  | "workflowLint.onlyNever"
  | "workflowLint.ownWork"
  | "workflowLint.movesAlike"
  | "workflowLint.limitNoStart"
  | "workflowLint.limitNoEnd"
  | "workflowLint.holdNoStage"
  | "workflowLint.holdNever"
  | "workflowLint.notExtensible"
  | "workflowLint.idleRole"
  | "workflowLint.unusedOutcome"
  | "workflowLint.unusedField"
  | "workflowLint.undecided"

// ---------------------------------------------------------------- decisions

/**
 * Everything that the lint finds in a workflow, in the order of `Finding.sort`. Only of a workflow that `Workflow.check`
 * finds no fault with does it say all.
 *
 * @example
 * ```ts
 * import { type Workflow, WorkflowLint } from "dangjian/process"
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
 * assert.deepEqual(WorkflowLint.lint(workflow), [])
 *
 * const stuck = { ...workflow, moves: workflow.moves.slice(0, 1) }
 * assert.deepEqual(
 *   WorkflowLint.lint(stuck).map(({ code, subject, witness }) => [code, subject, witness]),
 *   [
 *     ["workflowLint.noWayOut", "asked", ["ask"]],
 *     ["workflowLint.unreachable", "closed", undefined],
 *     ["workflowLint.idleRole", "member", undefined],
 *   ],
 * )
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const lint = (workflow: Workflow.Workflow): ReadonlyArray<Flaw> => {
  const search = searchOf(workflow)
  return Finding.sort([
    ...ends(workflow),
    ...ownWork(workflow, search),
    ...alike(workflow),
    ...unused(workflow),
    ...workflow.limits.flatMap((limit, index) => holdsNoStage(workflow, limit, index)),
    ...notExtensible(workflow),
    ...(search.whole
      ? [
          ...unreached(workflow, search),
          ...neverTaken(workflow, search),
          ...stuck(workflow, search),
          ...workflow.limits.flatMap((limit, index) => clocks(search, limit, index)),
        ]
      : [flaw("should", "workflowLint.undecided", workflow.id, { situations: search.situations.length }, [])]),
  ])
}

const flaw = (
  strength: "must" | "should",
  code: Code,
  subject: string,
  params: Flaw["params"],
  at: Flaw["at"],
  witness?: ReadonlyArray<string>,
): Flaw => ({
  ...Finding.of(strength, { code, subject, params })!,
  at,
  ...(witness === undefined ? {} : { witness }),
})

const ends = ({ moves, stages }: Workflow.Workflow): ReadonlyArray<Flaw> => {
  const final = new Set(stages.filter(({ kind }) => kind === "end").map(({ id }) => id))
  return [
    ...stages.flatMap(({ id, kind, outcome }, index) =>
      kind === "end" && outcome === undefined
        ? [flaw("must", "workflowLint.noOutcome", id, {}, ["stages", index])]
        : [],
    ),
    ...moves.flatMap(({ from = [], id }, index) =>
      from.flatMap((stage, place) =>
        final.has(stage)
          ? [flaw("must", "workflowLint.endLeft", stage, { move: id }, ["moves", index, "from", place])]
          : [],
      ),
    ),
  ]
}

/**
 * Roles that both moves share, or one of each: one person may hold several roles unless something keeps them apart. Where
 * it is the judged move that keeps apart from the judging one (审批在先、支付在后), that is enough as long as it comes last.
 */
const ownWork = (workflow: Workflow.Workflow, search: Search): ReadonlyArray<Flaw> =>
  workflow.moves.flatMap(({ apart = [], by, id, judges = [] }, index) =>
    judges.flatMap((judged, place) => {
      const { apart: kept = [], by: doers = [] } = Workflow.moveOf(workflow, judged) ?? {}
      if (apart.includes(judged) || by.length === 0 || doers.length === 0) return []
      if (kept.includes(id) && search.whole && !canFollow(search, judged, id)) return []
      const shared = by.filter((role) => doers.includes(role))
      const roles = shared.length > 0 ? shared.join("、") : `${by[0]} + ${doers[0]}`
      return [flaw("must", "workflowLint.ownWork", id, { judged, roles }, ["moves", index, "judges", place])]
    }),
  )

const alike = ({ moves, stages }: Workflow.Workflow): ReadonlyArray<Flaw> => {
  const ofStages = stages.flatMap(({ id, label }, index) => {
    const twin = stages.slice(0, index).find((other) => other.label.zh === label.zh)
    return twin === undefined
      ? []
      : [flaw("should", "workflowLint.stagesAlike", id, { other: twin.id, label: label.zh }, ["stages", index])]
  })
  const ofMoves = moves.flatMap(({ from = [""], id, label }, index) => {
    const twin = moves
      .slice(0, index)
      .find((other) => other.label.zh === label.zh && (other.from ?? [""]).some((stage) => from.includes(stage)))
    return twin === undefined
      ? []
      : [flaw("should", "workflowLint.movesAlike", id, { other: twin.id, label: label.zh }, ["moves", index])]
  })
  return [...ofStages, ...ofMoves]
}

const unused = ({ fields, moves, outcomes, roles, stages }: Workflow.Workflow): ReadonlyArray<Flaw> => {
  const acting = new Set(moves.flatMap(({ by }) => by))
  const filled = new Set(moves.flatMap(({ needs, takes = [] }) => [...needs, ...takes]))
  const given = new Set(stages.map(({ outcome }) => outcome))
  const left = (
    all: ReadonlyArray<{ readonly id: string }>,
    used: ReadonlySet<string | undefined>,
    code: Code,
    key: string,
  ): ReadonlyArray<Flaw> =>
    all.flatMap(({ id }, index) => (used.has(id) ? [] : [flaw("should", code, id, {}, [key, index])]))
  return [
    ...moves.flatMap(({ by, id }, index) =>
      by.length === 0 ? [flaw("must", "workflowLint.nobody", id, {}, ["moves", index, "by"])] : [],
    ),
    ...moves.flatMap(({ from, id }, index) =>
      from?.length === 0 ? [flaw("must", "workflowLint.fromNowhere", id, {}, ["moves", index, "from"])] : [],
    ),
    ...left(roles, acting, "workflowLint.idleRole", "roles"),
    ...left(outcomes, given, "workflowLint.unusedOutcome", "outcomes"),
    ...left(fields, filled, "workflowLint.unusedField", "fields"),
  ]
}

const unreached = ({ stages }: Workflow.Workflow, { situations }: Search): ReadonlyArray<Flaw> => {
  const reached = new Set(situations.map(({ stage }) => stage))
  return stages.flatMap(({ id }, index) =>
    reached.has(id) ? [] : [flaw("must", "workflowLint.unreachable", id, {}, ["stages", index])],
  )
}

/** Moves that are never taken from a stage that matters do get to, although somebody has a role for it. */
const neverTaken = ({ moves }: Workflow.Workflow, search: Search): ReadonlyArray<Flaw> => {
  const taken = new Set(search.leaps.map(({ from, move }) => JSON.stringify([from.stage ?? null, move])))
  return moves.flatMap(({ by, from = [undefined], id }, index) =>
    from.flatMap((stage): ReadonlyArray<Flaw> => {
      const situations = search.situations.filter((situation) => situation.stage === stage)
      const planned = search.plan.edges.get(stage)?.get(id)?.planned
      const [first] = situations
      if (planned === undefined || first === undefined || by.length === 0) return []
      if (taken.has(JSON.stringify([stage ?? null, id]))) return []
      const there = situations.some((situation) => isThere(search.plan, situation, planned))
      const [code, key] = there
        ? (["workflowLint.guardNever", "when"] as const)
        : (["workflowLint.onlyNever", "only"] as const)
      return [flaw("must", code, id, { stage: stage ?? "" }, ["moves", index, key], wayTo(first))]
    }),
  )
}

const stuck = ({ moves, stages }: Workflow.Workflow, search: Search): ReadonlyArray<Flaw> => {
  const ended = search.situations.filter(({ stage }) => stage !== undefined && search.plan.ends.has(stage))
  const saved = leadingTo(search, ended)
  return stages.flatMap(({ id, kind }, index): ReadonlyArray<Flaw> => {
    if (kind === "end") return []
    const at = search.situations.filter(({ stage }) => stage === id)
    const lost = at.filter((situation) => !saved.has(situation))
    const [first] = lost
    if (!moves.some(({ from, to }) => from?.includes(id) && (typeof to === "string" || to.way === "back")))
      return [
        flaw(
          "must",
          "workflowLint.noWayOut",
          id,
          {},
          ["stages", index],
          first === undefined ? undefined : wayTo(first),
        ),
      ]
    if (first === undefined) return []
    const code = lost.length === at.length ? "workflowLint.deadEnd" : "workflowLint.trap"
    return [flaw("must", code, id, { way: wayTo(first).join(" → ") }, ["stages", index], wayTo(first))]
  })
}

type Limit = Workflow.Workflow["limits"][number]

const holdsNoStage = (workflow: Workflow.Workflow, { holds, id }: Limit, index: number): ReadonlyArray<Flaw> =>
  holds.flatMap((hold, place) => {
    const stage = Workflow.stageOf(workflow, hold)
    return stage === undefined || stage.kind === "end"
      ? [flaw("must", "workflowLint.holdNoStage", id, { hold }, ["limits", index, "holds", place])]
      : []
  })

const notExtensible = ({ limits, moves }: Workflow.Workflow): ReadonlyArray<Flaw> =>
  moves.flatMap(({ extends: extension, id }, index) => {
    const limit = limits.find((each) => each.id === extension?.limit)
    return limit === undefined || limit.extension !== undefined
      ? []
      : [flaw("must", "workflowLint.notExtensible", id, { limit: limit.id }, ["moves", index, "extends"])]
  })

/** Whether a move can be taken in a matter in which another one was taken before. */
const canFollow = ({ leaps }: Search, first: string, later: string): boolean => {
  const outOf = leapsBySituation(leaps)
  const after = new Set(leaps.filter(({ move }) => move === first).map(({ to }) => to))
  for (const situation of after) {
    for (const leap of outOf.get(situation) ?? []) {
      if (leap.move === later) return true
      after.add(leap.to)
    }
  }
  return false
}

const leapsBySituation = (leaps: ReadonlyArray<Leap>): ReadonlyMap<Situation, ReadonlyArray<Leap>> => {
  const outOf = new Map<Situation, Array<Leap>>()
  for (const leap of leaps) {
    const known = outOf.get(leap.from)
    if (known === undefined) outOf.set(leap.from, [leap])
    else known.push(leap)
  }
  return outOf
}

const clocks = (search: Search, limit: Limit, index: number): ReadonlyArray<Flaw> => {
  const { holds, id, starts } = limit
  const first = search.leaps.find((leap) => isCalled(leap, starts) && !isFinal(search, leap))
  if (first === undefined)
    return [flaw("must", "workflowLint.limitNoStart", id, { starts }, ["limits", index, "starts"])]
  const { ends: isEnded, running } = whileRunning(search, limit)
  const stages = new Set(running.map(({ stage }) => stage))
  const idle = holds.flatMap((hold, place) =>
    stages.has(hold) || !search.situations.some(({ stage }) => stage === hold) || search.plan.ends.has(hold)
      ? []
      : [flaw("should", "workflowLint.holdNever", id, { hold }, ["limits", index, "holds", place])],
  )
  if (isEnded) return idle
  return [...idle, flaw("must", "workflowLint.limitNoEnd", id, { starts }, ["limits", index, "ends"], wayTo(first.to))]
}

const isCalled = ({ enters, move, to }: Leap, name: string): boolean => move === name || (enters && to.stage === name)

const isFinal = ({ plan }: Search, { to }: Leap): boolean => to.stage !== undefined && plan.ends.has(to.stage)

/**
 * The situations in which the clock of a limit runs, and whether any event out of them stops it: one that the limit names,
 * or the end of the matter, which stops every clock.
 */
const whileRunning = (
  search: Search,
  { ends: stops, starts }: Limit,
): { readonly running: ReadonlyArray<Situation>; readonly ends: boolean } => {
  const { leaps } = search
  const running = new Set(leaps.filter((leap) => isCalled(leap, starts) && !isFinal(search, leap)).map(({ to }) => to))
  const outOf = leapsBySituation(leaps)
  let isEnded = false
  for (const situation of running) {
    for (const leap of outOf.get(situation) ?? []) {
      if (isFinal(search, leap) || stops.some((name) => isCalled(leap, name))) isEnded = true
      else running.add(leap.to)
    }
  }
  return { running: [...running], ends: isEnded }
}
