/** Told cases of workflow documents: what the check refuses, and what the ways through a workflow are. Made up. */
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Fault from "../../src/foundation/Fault.js"
import * as ProcessTexts from "../../src/process/ProcessTexts.js"
import * as Workflow from "../../src/process/Workflow.js"
import { workflows } from "./workflowArbitrary.js"
import { all, linyou, seed, ziyun } from "./workflows.js"

const label = { zh: "名" }

const found = (workflow: Workflow.Workflow) =>
  Workflow.check(workflow).map(({ code, path }) => `${code.replace("workflow.", "")} ${Fault.pointer(path)}`)

const altered = (id: string, parts: Partial<Workflow.Move>, workflow = ziyun): Workflow.Workflow => ({
  ...workflow,
  moves: workflow.moves.map((move) => (move.id === id ? { ...move, ...parts } : move)),
})

describe("a workflow document", () => {
  it("is read from what was written of it", () => {
    for (const workflow of all) {
      const read = Workflow.document.decode(JSON.parse(JSON.stringify(workflow)))
      expect(read).toEqual(Result.succeed(workflow))
    }
    fc.assert(
      fc.property(workflows, (workflow) => {
        expect(Workflow.document.decode(JSON.parse(JSON.stringify(workflow)))).toEqual(Result.succeed(workflow))
      }),
    )
  })

  it("is refused with every fault at once, each with its place", () => {
    const bad: Workflow.Workflow = {
      ...ziyun,
      roles: [...ziyun.roles, ziyun.roles[0]!],
      outcomes: [...ziyun.outcomes, ziyun.outcomes[0]!],
      stages: [
        ...ziyun.stages,
        { id: "what", label, kind: "open", outcome: "done" },
        { id: "held", label, kind: "held" },
        { id: "over", label, kind: "end", outcome: "好" },
      ],
      fields: [
        ...ziyun.fields,
        { id: "grade", label, of: "choice", sensitivity: "open" },
        { id: "order", label, of: "text", choices: [{ id: "a", label }], sensitivity: "open" },
      ],
      attempts: ["飞", "report", "report"],
      limits: [
        { id: "限", amount: 1, unit: "month", countsFirstDay: true, starts: "飞", ends: ["飞", "done"], holds: ["无"] },
        { id: "限", amount: 1, unit: "month", countsFirstDay: true, starts: "order", ends: [], holds: [] },
      ],
    }
    expect(found(bad)).toEqual([
      "twice roles[3].id",
      "twice outcomes[2].id",
      "twice stages[6].id",
      "twice moves[0].id",
      "twice limits[1].id",
      "outcomeBeforeEnd stages[6].outcome",
      "noSuchId stages[8].outcome",
      "choices fields[3].choices",
      "choices fields[4].choices",
      "notWho moves[1].only[0]",
      "noSuchId attempts[0]",
      "twice attempts[2]",
      "noSuchId limits[0].starts",
      "noSuchId limits[0].ends[0]",
      "noSuchId limits[0].holds[0]",
    ])
    expect(Workflow.document.is(bad)).toBe(false)
    const faults = Workflow.document.decode({
      ...ziyun,
      version: "",
      moves: [{ id: "a\u0001", label, to: 7, by: [], needs: [] }],
    })
    expect(Result.isFailure(faults) && faults.failure.map(({ code, path }) => [code, ...path])).toEqual([
      ["document.value", "version"],
      ["guard.badId", "moves", 0, "id"],
      ["document.noVariant", "moves", 0, "to"],
    ])
  })

  it("is refused for what is wrong with a move", () => {
    const move = (parts: Partial<Workflow.Move>) =>
      found(altered("dispatch", parts)).map((each) => each.replace("moves[2].", ""))
    expect(move({ from: ["requested", "无", "requested"] })).toEqual(["noSuchId from[1]", "twice from[2]"])
    expect(move({ to: "无" })).toEqual(["noSuchId to"])
    expect(move({ to: { way: "back" } })).toEqual(["backFromOpen from[0]"])
    expect(move({ by: ["无", "branch", "branch"] })).toEqual(["noSuchId by[0]", "twice by[2]"])
    expect(move({ needs: ["无"], takes: ["doer", "doer"] })).toEqual(["noSuchId needs[0]", "twice takes[1]"])
    expect(move({ needs: ["doer"], takes: ["doer"] })).toEqual(["twice takes[0]"])
    expect(move({ judges: ["requested"] })).toEqual(["noSuchId judges[0]"])
    expect(move({ apart: ["what", "无"], only: ["doer", "doer"] })).toEqual([
      "notWho apart[0]",
      "noSuchId apart[1]",
      "twice only[1]",
    ])
    expect(move({ extends: { limit: "无", by: "what" } })).toEqual(["noSuchId extends.limit", "notCount extends.by"])
    const held: Workflow.Workflow = { ...ziyun, stages: [...ziyun.stages, { id: "held", label, kind: "held" }] }
    expect(found(altered("order", { to: "held" }, held))).toEqual(["opensHeld moves[0].to"])
    expect(found(altered("order", { to: { way: "stay" } }))).toEqual(["opensNowhere moves[0].to"])
    expect(found(altered("order", { from: ["requested"] }))).toEqual(["noOpening moves"])
  })

  it("is refused for what is wrong with a guard", () => {
    const guard = (when: Workflow.Move["when"] & {}) =>
      found(altered("survey", { when }, linyou)).map((each) => each.replace("moves[6].when.", ""))
    expect(guard({ all: [{ count: ["无"], least: 1 }, { not: { count: ["order"] } }] })).toEqual([
      "guard.noBound moves[6].when.all[1].not".replace("moves[6].when.", ""),
      "noSuchId all[0].count[0]",
    ])
    expect(
      guard({
        any: [
          { field: "无", in: [] },
          { has: "无", since: ["无"] },
        ],
      }),
    ).toEqual(["noSuchId any[0].field", "noSuchId any[1].has", "noSuchId any[1].since[0]"])
    expect(guard({ field: "rating", in: ["good", "五星", "good"] })).toEqual(["noSuchChoice in[1]", "twice in[2]"])
    expect(guard({ field: "reason", in: ["x"] })).toEqual(["noSuchChoice in[0]"])
    expect(guard({ told: "随便" })).toEqual([])
  })

  it("has a sentence for every fault", () => {
    const faults = Workflow.check(altered("order", { from: ["requested"], by: ["无"] }))
    expect(faults.map((fault) => Fault.say(ProcessTexts.texts, fault, "zh"))).toEqual([
      "moves：流程“紫云三单”没有发起动作",
      "moves[0].by[0]：没有“无”",
    ])
  })
})

describe("the ways through a workflow", () => {
  it("are those of its moves; opening moves come from nowhere, and a release goes to wherever the hold came from", () => {
    expect(Workflow.transitions(ziyun)).toEqual([
      { move: "order", to: "requested" },
      { move: "withdraw", from: "requested", to: "withdrawn" },
      { move: "withdraw", from: "dispatched", to: "withdrawn" },
      { move: "dispatch", from: "requested", to: "dispatched" },
      { move: "takeOn", from: "dispatched", to: "taken" },
      { move: "report", from: "taken", to: "reported" },
      { move: "accept", from: "reported", to: "done" },
    ])
    const held: Workflow.Workflow = {
      ...seed,
      moves: seed.moves
        .map((move) => (move.id === "hold" ? { ...move, from: ["taken", "claimed", "deep"] } : move))
        .concat([
          { id: "deepen", label, from: ["held", "requested"], to: "deep", by: ["grid"], needs: [] },
          { id: "rise", label, from: ["deep"], to: { way: "back" }, by: ["grid"], needs: [] },
        ]),
      stages: [...seed.stages, { id: "deep", label, kind: "held" }],
    }
    const ways = (move: string) =>
      Workflow.transitions(held)
        .filter((way) => way.move === move)
        .map(({ to }) => to)
    expect(ways("resume")).toEqual(["requested", "claimed", "taken"])
    expect(ways("rise")).toEqual(["requested", "claimed", "taken"])
    expect(Workflow.transitions(seed).filter(({ move }) => move === "extend")).toEqual([
      { move: "extend", from: "taken", to: "taken" },
    ])
  })

  it("end in typed outcomes", () => {
    expect(Workflow.outcomes(ziyun).map(({ outcome, stages }) => [outcome.id, ...stages])).toEqual([
      ["done", "done"],
      ["withdrawn", "withdrawn"],
    ])
    expect(Workflow.stageOf(ziyun, "done")?.label.zh).toBe("办结")
    expect(Workflow.moveOf(ziyun, "飞")).toBe(undefined)
  })
})
