/** The workflow of DIGIT public grievance redressal: every action in every state. */
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as ForeignStates from "../../src/orders/ForeignStates.js"
import { table } from "../../src/presets/DigitStates.js"

test("the table is sound and is the same when it is read back", () => {
  expect(ForeignStates.check(table)).toEqual([])
  expect(ForeignStates.document.decode(JSON.parse(JSON.stringify(table)))).toEqual(Result.succeed(table))
})

/** Where each action leads, in the order of the states; a dash where the workflow does not have it. */
const MATRIX: Readonly<Record<string, ReadonlyArray<string>>> = {
  ASSIGN: ["PENDINGATLME", "-", "-", "-", "-", "-", "-"],
  REASSIGN: ["-", "PENDINGATLME", "PENDINGFORREASSIGNMENT", "-", "-", "-", "-"],
  REJECT: ["REJECTED", "REJECTED", "-", "-", "-", "-", "-"],
  RESOLVE: ["-", "-", "RESOLVED", "-", "-", "-", "-"],
  REOPEN: ["-", "-", "-", "PENDINGFORASSIGNMENT", "PENDINGFORASSIGNMENT", "-", "-"],
  RATE: ["-", "-", "-", "CLOSEDAFTERRESOLUTION", "CLOSEDAFTERREJECTION", "-", "-"],
  COMMENT: ["-", "-", "-", "-", "-", "-", "-"],
}

describe("the full table", () => {
  test("is the workflow", () => {
    const told = table.statuses.map(({ id, in: cells }) => [
      id,
      table.states.map((state) => (cells[state.id] === state.id ? "-" : cells[state.id])),
    ])
    expect(Object.fromEntries(told)).toEqual(MATRIX)
  })
  test("whoever complained reopens and rates, the body does not", () => {
    const apply = (status: string, by: ForeignStates.Sender) =>
      Result.getOrThrow(ForeignStates.apply(table, "RESOLVED", { status }, by))
    expect(apply("REOPEN", "reporter")).toEqual({
      state: "PENDINGFORASSIGNMENT",
      isChanged: true,
      isReopened: true,
    })
    expect([apply("RATE", "reporter").state, apply("RATE", "body").why, apply("rate", "reporter").why]).toEqual([
      "CLOSEDAFTERRESOLUTION",
      "notBy",
      "unknown",
    ])
  })
  test("what is closed after a rating stays closed", () => {
    for (const { id } of table.statuses)
      for (const by of ["body", "reporter", "others"] as const) {
        const { state } = Result.getOrThrow(ForeignStates.apply(table, "CLOSEDAFTERRESOLUTION", { status: id }, by))
        expect([id, state]).toEqual([id, "CLOSEDAFTERRESOLUTION"])
      }
  })
})
