/** The state × command matrix of a workflow, found by trying every move in every stage. */
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import type { Actor } from "../../src/process/Actor.js"
import type { Command } from "../../src/process/Decider.js"
import * as Proceeding from "../../src/process/Proceeding.js"
import type { Workflow } from "../../src/process/Workflow.js"
import { byPost, entryOf, goodFields } from "./walks.js"

const ON = CivilDate.parseUnsafe("2024-03-01")

export const commandFor = (
  workflow: Workflow,
  id: string,
  number: number,
  actor: Actor,
  choice: string,
): Command<Proceeding.Taken> => {
  const move = workflow.moves.find((each) => each.id === id)!
  return {
    id: `c${String(number).padStart(4, "0")}`,
    on: ON,
    recordedAt: Coordinate.instantUnsafe(1709251200000 + number * 1000),
    actor,
    content: { move: id, fields: goodFields(workflow, move, choice, "doer") },
  }
}

/** Every way somebody could take a move: each role, as one of some persons, with each choice. */
const asks = (workflow: Workflow, id: string, number: number) => {
  const { by } = workflow.moves.find((each) => each.id === id)!
  const choices = workflow.fields.flatMap((field) => (field.choices ?? []).map((choice) => choice.id))
  return by.flatMap((post) =>
    ["asker", "doer", "judge", "other"].flatMap((person) =>
      (choices.length === 0 ? [""] : choices).map((choice) =>
        commandFor(workflow, id, number, { post, person, body: person === "judge" ? "b2" : "b1" }, choice),
      ),
    ),
  )
}

/**
 * For each stage, each move: where it leads in some state of that stage, for somebody, with told facts as they may be; or the
 * refusals of the move for everybody in every state of the stage. Also the states that were met, for counting.
 */
export const matrix = (workflow: Workflow) => {
  const deciders = [true, false].map((told) => Proceeding.decider(workflow, byPost, () => told))
  const [{ initial }] = deciders as [(typeof deciders)[number], ...typeof deciders]
  const keyOf = ({ back, hands, latest, stage, takers, tally }: Proceeding.State) => {
    const moves = new Set([...HashMap.keys(takers), ...[...HashMap.values(hands)].map(({ move }) => move)])
    return JSON.stringify([stage, back, tally.map((times) => Math.min(times, 3)), latest, [...moves].sort()])
  }
  const known = new Map([[keyOf(initial), initial]])
  const cells = new Map<string, Map<string, Set<string>>>()
  const met: Array<Proceeding.State> = []
  for (const state of known.values()) {
    if (known.size > 2000) break
    const row = cells.get(state.stage ?? "") ?? new Map<string, Set<string>>()
    cells.set(state.stage ?? "", row)
    for (const { id } of workflow.moves) {
      const cell = row.get(id) ?? new Set<string>()
      row.set(id, cell)
      for (const { decide, evolve } of deciders)
        for (const command of asks(workflow, id, Proceeding.history(state).length + 1)) {
          const answer = decide(state, command)
          if (Result.isFailure(answer))
            for (const { code } of answer.failure) cell.add(code.replace("proceeding.", "!"))
          else {
            const next = evolve(state, entryOf(command))
            cell.add(next.stage!)
            met.push(next)
            if (!known.has(keyOf(next))) known.set(keyOf(next), next)
          }
        }
    }
  }
  return { cells, met }
}
