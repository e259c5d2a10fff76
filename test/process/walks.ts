/** Walks through workflows: commands made up step by step, most of them such as could be accepted. */
import * as fc from "fast-check"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import type { Actor } from "../../src/process/Actor.js"
import type { Command } from "../../src/process/Decider.js"
import type { Entry } from "../../src/process/Journal.js"
import type { Holds, Taken } from "../../src/process/Proceeding.js"
import type { Move, Value, Workflow } from "../../src/process/Workflow.js"
import { begin, type Model, target } from "./proceedingModel.js"
import { TOLD } from "./workflowArbitrary.js"

/** Whoever holds the post of the name holds the role. */
export const byPost: Holds = (role, { actor }) => actor.post === role

export interface Pick {
  readonly which: number
  readonly blind: boolean
  readonly person: string | undefined
  readonly body: string | undefined
  readonly stranger: boolean
  readonly choice: string
  readonly omits: boolean
  readonly junk: "none" | "extra" | "badValue" | "badMove"
  readonly days: number
  readonly told: ReadonlyArray<string>
}

const rarely = (one: number) => fc.nat(one).map((value) => value === 0)

export const picks = (most: number, least = 0): fc.Arbitrary<ReadonlyArray<Pick>> =>
  fc.array(
    fc.record({
      which: fc.nat(1000),
      blind: rarely(3),
      person: fc.constantFrom(undefined, "p1", "p2", "p3", "p4"),
      body: fc.constantFrom(undefined, "b1", "b1"),
      stranger: rarely(12),
      choice: fc.constantFrom("x", "y", "z"),
      omits: rarely(10),
      junk: fc.oneof(
        { weight: 12, arbitrary: fc.constant("none" as const) },
        { weight: 1, arbitrary: fc.constantFrom("extra" as const, "badValue" as const, "badMove" as const) },
      ),
      days: fc.oneof(
        { weight: 8, arbitrary: fc.integer({ min: 0, max: 3 }) },
        { weight: 1, arbitrary: fc.integer({ min: -20, max: -1 }) },
      ),
      told: fc.subarray(TOLD),
    }),
    { minLength: least, maxLength: most, size: "max" },
  )

export const goodFields = (workflow: Workflow, move: Move, choice: string, person: string): Record<string, Value> => {
  const valueFor = (id: string): Value => {
    const field = workflow.fields.find((each) => each.id === id)
    switch (field?.of) {
      case "count":
        return 3
      case "choice":
        return field.choices?.some((each) => each.id === choice) ? choice : field.choices![0]!.id
      case "day":
        return "2024-05-01"
      case "exact":
        return "2.5"
      case "person":
        return person
      case "body":
        return "b1"
      case "post":
        return "owner"
      default:
        return "一"
    }
  }
  return Object.fromEntries([...move.needs, ...(move.takes ?? [])].map((id) => [id, valueFor(id)]))
}

const START = CivilDate.parseUnsafe("2024-03-01")

/** The command that a pick makes of a matter, `number` counting all commands. */
export const commandOf = (workflow: Workflow, model: Model, pick: Pick, number: number): Command<Taken> => {
  const fitting = workflow.moves.filter((move) => target(workflow, model, move) !== undefined)
  const from = pick.blind || fitting.length === 0 ? workflow.moves : fitting
  const move = from[pick.which % from.length]!
  const fields = goodFields(workflow, move, pick.choice, pick.person ?? "p1")
  if (pick.omits) for (const id of Object.keys(fields)) delete fields[id]
  if (pick.junk === "extra") fields.stray = "一"
  if (pick.junk === "badValue") for (const id of Object.keys(fields)) fields[id] = id === "text" ? 7 : "无此选项"
  const actor: Actor = {
    post: pick.stranger ? "路人" : move.by[pick.which % move.by.length]!,
    ...(pick.body === undefined ? {} : { body: pick.body }),
    ...(pick.person === undefined ? {} : { person: pick.person }),
  }
  const last = model.past.at(-1)?.command.on ?? START
  return {
    id: `c${String(number).padStart(4, "0")}`,
    on: CivilDate.addDaysUnsafe(last, pick.days),
    recordedAt: Coordinate.instantUnsafe(1709251200000 + number * 1000),
    actor,
    content: { move: pick.junk === "badMove" ? "飞" : move.id, fields },
  }
}

export const entryOf = ({ actor, content, id, on, recordedAt }: Command<Taken>): Entry<Taken> => ({
  id,
  on,
  recordedAt,
  actor,
  payload: content,
})

export { begin }
