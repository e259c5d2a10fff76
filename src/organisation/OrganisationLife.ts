/**
 * The life of Party organisations (党组织的设立、变更与撤销): which change is lawful, and what it comes to.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import type * as Decider from "../process/Decider.js"
import { check, type Edges } from "./ChangeCheck.js"
import type { Ground } from "./ChangeMoves.js"
import { plan } from "./ChangePlan.js"
import { evolve, none, type OrganisationBodies } from "./OrganisationBodies.js"
import type { Change, Happening, Law, OrganisationChangeFault } from "./OrganisationChange.js"
import type { Edge } from "./OrganisationKind.js"

// ---------------------------------------------------------------- models

/**
 * The decider over all bodies together.
 *
 * @category models
 * @since 0.1.0
 */
export type OrganisationLife = Decider.Decider<OrganisationBodies, Change, Happening, OrganisationChangeFault>

// ---------------------------------------------------------------- constructors

/**
 * The decider of changes under a law.
 *
 * **Details**
 *
 * Every id that a change names may be one that the body once had. A change that alters nothing is accepted and comes to no
 * events. What a change would leave behind is looked at as a whole: each body in a lawful place under one that stands, no
 * ring, nothing below a body that has ended, and no member without a branch. All reasons for a refusal come at once.
 *
 * The places are those in force on the day of the change. A body that stands where a later law would not let it stand
 * stays there until it is moved: that is a matter of findings.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, PartialDate } from "dangjian/foundation"
 * import { OrganisationBodies, OrganisationChange, OrganisationLife } from "dangjian/organisation"
 * import { Decider } from "dangjian/process"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * // 示例：一镇两村
 * const cite = { title: "示例办法", standing: "transcription" } as const
 * const from = CivilDate.parseUnsafe("2018-01-01")
 * const kind = { nature: "primary", leaders: "elected" } as const
 * const life = OrganisationLife.decider({
 *   kinds: [
 *     { ...kind, id: "committee", label: { zh: "党委" }, holdsMembers: false },
 *     { ...kind, id: "branch", label: { zh: "党支部" }, holdsMembers: true },
 *   ],
 *   edges: [
 *     { id: "e1", strength: "must", from, cite, child: "committee" },
 *     { id: "e2", strength: "must", from, cite, parent: "committee", child: "branch" },
 *   ],
 *   endings: OrganisationChange.endings,
 * })
 * const body = { units: [], capabilities: [], established: PartialDate.parseUnsafe("1958") }
 * const changes: ReadonlyArray<OrganisationChange.Change> = [
 *   { change: "establish", organisation: { ...body, id: "town", kind: "committee", name: "示例镇党委" } },
 *   { change: "establish", organisation: { ...body, id: "east", kind: "branch", name: "东村党支部", supervisedBy: "town" } },
 *   { change: "establish", organisation: { ...body, id: "west", kind: "branch", name: "西村党支部", supervisedBy: "town" } },
 *   { change: "merge", ids: ["west"], into: "east", members: { to: "east" } },
 * ]
 * let stream = Decider.start(life)
 * const ask = (content: OrganisationChange.Change, index: number) =>
 *   Decider.handle(life, stream, {
 *     id: `c${index}`,
 *     on: CivilDate.parseUnsafe("2024-01-01"),
 *     recordedAt: Coordinate.instantUnsafe(index),
 *     actor: { post: "组织委员" },
 *     content,
 *   })
 * for (const [index, change] of changes.entries()) stream = Result.getOrThrow(ask(change, index)).stream
 * assert.deepEqual(OrganisationBodies.standing(stream.state).map(({ id }) => id), ["east", "town"])
 *
 * const again = ask({ change: "dissolve", id: "town", reason: "unitGone", successors: [] }, 9)
 * assert.deepEqual(Result.isFailure(again) && again.failure.map(({ code, params }) => [code, params.child]), [
 *   ["organisationChange.orphan", "east"],
 * ])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const decider = (law: Law): OrganisationLife => {
  const kinds = new Map(law.kinds.map((kind) => [kind.id, kind]))
  const edges = edgesOf(law.edges)
  return {
    initial: none(),
    decide: (state, command) => {
      const ground: Ground = { law, kinds, state, on: command.on }
      const intended = plan(ground, command.content)
      const { content: _, expects: __, ...envelope } = command
      const after = intended.events.reduce((bodies, payload) => evolve(bodies, { ...envelope, payload }), state)
      const faults = [...intended.faults, ...check(ground, edges, intended, after)]
      return faults.length > 0 ? Result.fail(faults) : Result.succeed(intended.events)
    },
    evolve,
  }
}

const edgesOf = (edges: ReadonlyArray<Edge>): Edges => {
  const byChild = new Map<string, Array<Edge>>()
  for (const edge of edges) {
    const others = byChild.get(edge.child)
    if (others === undefined) byChild.set(edge.child, [edge])
    else others.push(edge)
  }
  return byChild
}
