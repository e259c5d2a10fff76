/** Told cases of the lint: one change to a sound workflow at a time, and what is found of it. */
import { describe, expect, it } from "vitest"
import * as Finding from "../../src/foundation/Finding.js"
import * as ProcessTexts from "../../src/process/ProcessTexts.js"
import * as Workflow from "../../src/process/Workflow.js"
import * as WorkflowLint from "../../src/process/WorkflowLint.js"
import { all, linyou, listItem, pointsEntry, seed, ziyun } from "./workflows.js"

const found = (workflow: Workflow.Workflow): ReadonlyArray<string> => {
  expect(Workflow.check(workflow)).toEqual([])
  return WorkflowLint.lint(workflow).map(({ code, subject }) => `${code.replace("workflowLint.", "")} ${subject}`)
}

/** The workflow with some keys of one of its moves set anew. */
const altered = (workflow: Workflow.Workflow, id: string, parts: Partial<Workflow.Move>): Workflow.Workflow => ({
  ...workflow,
  moves: workflow.moves.map((move) => (move.id === id ? { ...move, ...parts } : move)),
})

const without = (workflow: Workflow.Workflow, ...ids: ReadonlyArray<string>): Workflow.Workflow => ({
  ...workflow,
  moves: workflow.moves.filter(({ id }) => !ids.includes(id)),
  attempts: workflow.attempts.filter((id) => !ids.includes(id)),
})

const plus = (workflow: Workflow.Workflow, ...moves: ReadonlyArray<Workflow.Move>): Workflow.Workflow => ({
  ...workflow,
  moves: [...workflow.moves, ...moves],
})

const staged = (workflow: Workflow.Workflow, stage: Workflow.Stage): Workflow.Workflow => ({
  ...workflow,
  stages: [...workflow.stages, stage],
})

const limited = (
  workflow: Workflow.Workflow,
  parts: Partial<Workflow.Workflow["limits"][number]>,
): Workflow.Workflow => ({
  ...workflow,
  limits: workflow.limits.map((limit, index) =>
    index === workflow.limits.length - 1 ? { ...limit, ...parts } : limit,
  ),
})

const label = (zh: string) => ({ zh })

describe("the lint of workflows", () => {
  it("finds nothing in sound ones", () => {
    for (const workflow of all) expect([workflow.id, ...found(workflow)]).toEqual([workflow.id])
  })

  it("finds a stage that nobody gets to", () => {
    expect(found(staged(ziyun, { id: "lost", label: label("搁置"), kind: "open" }))).toEqual([
      "noWayOut lost",
      "unreachable lost",
    ])
    expect(found(altered(ziyun, "takeOn", { when: { has: "evidence" } }))).toEqual([
      "guardNever takeOn",
      "unreachable done",
      "unreachable reported",
      "unreachable taken",
    ])
  })

  it("finds dead ends, with the way there", () => {
    const stuck = without(ziyun, "accept")
    expect(found(stuck)).toEqual(["deadEnd taken", "noWayOut reported", "unreachable done"])
    expect(WorkflowLint.lint(stuck).map(({ witness }) => witness)).toEqual([
      ["order", "dispatch", "takeOn"],
      ["order", "dispatch", "takeOn", "report"],
      undefined,
    ])
    const ring = altered(ziyun, "accept", { to: "taken" })
    expect(found(ring)).toEqual(["deadEnd reported", "deadEnd taken", "unreachable done"])
  })

  it("finds a trap that only certain things lead into: a third bad rating for which nothing provides", () => {
    const trap = without(linyou, "giveUp")
    const [flaw] = WorkflowLint.lint(trap).filter(({ code }) => code === "workflowLint.trap")
    expect(flaw?.subject).toBe("surveyed")
    expect(flaw?.witness?.filter((move) => move === "redo")).toHaveLength(2)
    expect(found(trap)).toContain("unreachable unsatisfied")
  })

  it("finds that a matter is trapped where the one who must act may be barred", () => {
    expect(found(without(seed, "lapse"))).toEqual([
      "deadEnd accepted",
      "deadEnd published",
      ...["claimed", "dispatched", "held", "reported", "taken"].map((stage) => `trap ${stage}`),
      "unreachable unanswered",
    ])
    // What was found on patrol has no requester: nobody can withdraw it either.
    const [flaw] = WorkflowLint.lint(without(seed, "lapse")).filter(({ subject }) => subject === "claimed")
    expect(flaw?.witness?.[0]).toBe("patrol")
  })

  it("finds a move out of an end, and an end without an outcome", () => {
    expect(
      found(
        plus(ziyun, { id: "reopen", label: label("重启"), from: ["done"], to: "taken", by: ["branch"], needs: [] }),
      ),
    ).toEqual(["endLeft done"])
    const { outcome: _, ...bare } = ziyun.stages.find(({ id }) => id === "done")!
    expect(found({ ...ziyun, stages: ziyun.stages.map((stage) => (stage.id === "done" ? bare : stage)) })).toEqual([
      "noOutcome done",
      "unusedOutcome done",
    ])
  })

  it("finds whoever could judge own work, with the roles", () => {
    const { apart: _, ...open } = ziyun.moves.find(({ id }) => id === "accept")!
    const own = { ...ziyun, moves: ziyun.moves.map((move) => (move.id === "accept" ? open : move)) }
    expect(found(own)).toEqual(["ownWork accept"])
    expect(WorkflowLint.lint(own)[0]?.params).toEqual({ judged: "report", roles: "branch + member" })
    const shared = altered(own, "accept", { by: ["branch", "member"] })
    expect(WorkflowLint.lint(shared)[0]?.params).toEqual({ judged: "report", roles: "member" })
    expect(found(altered(pointsEntry, "verify", { apart: ["apply"] }))).toEqual(["ownWork verify"])
  })

  it("finds no own work where the judged move keeps apart from the judge and comes last (审批在先、支付在后)", () => {
    const step = (id: string, to: string, parts: Partial<Workflow.Move>): Workflow.Move => ({
      id,
      label: label(id),
      to,
      by: ["member"],
      needs: [],
      ...parts,
    })
    const paying = (parts: Partial<Workflow.Move>): Workflow.Workflow => ({
      ...ziyun,
      roles: [{ id: "member", label: label("党员") }],
      outcomes: [{ id: "done", label: label("办结") }],
      fields: [],
      stages: [
        { id: "asked", label: label("已申请"), kind: "open" },
        { id: "approved", label: label("已审批"), kind: "open" },
        { id: "paid", label: label("已支付"), kind: "open" },
        { id: "done", label: label("办结"), kind: "end", outcome: "done" },
      ],
      moves: [
        step("ask", "asked", {}),
        step("approve", "approved", { from: ["asked"], judges: ["pay"] }),
        step("pay", "paid", { from: ["approved"], ...parts }),
        step("close", "done", { from: ["paid"] }),
      ],
    })
    expect(found(paying({}))).toEqual(["ownWork approve"])
    expect(found(paying({ apart: ["approve"] }))).toEqual([])
    // Where the judge can come after, who paid first could still approve.
    const again = step("again", "asked", { from: ["paid"] })
    expect(found(plus(paying({ apart: ["approve"] }), again))).toEqual(["ownWork approve"])
  })

  it("finds moves that nobody may take, guards that never hold, and people who are never there", () => {
    expect(found(altered(seed, "publish", { by: [] }))).toContain("nobody publish")
    expect(found(altered(listItem, "urge", { when: { count: ["settle"], least: 1 } }))).toEqual([
      "guardNever criticise",
      "guardNever criticise",
      "guardNever urge",
      "guardNever urge",
    ])
    expect(found(altered(listItem, "urge", { when: { count: ["begin"], least: 2, most: 1 } }))).toContain(
      "guardNever urge",
    )
    expect(
      found(altered(listItem, "urge", { when: { all: [{ told: "已逾期" }, { not: { told: "已逾期" } }] } })),
    ).toContain("guardNever urge")
    expect(found(altered(listItem, "urge", { only: ["settle"] }))).toContain("onlyNever urge")
    expect(found(altered(listItem, "urge", { only: ["find"], apart: ["find"] }))).toContain("onlyNever urge")
  })

  it("finds limits that never start, never end, or stand in no stage", () => {
    expect(found(limited(pointsEntry, { starts: "effective" }))).toEqual(["limitNoStart 公示"])
    expect(found(limited(pointsEntry, { holds: ["object"] }))).toEqual(["holdNoStage 公示"])
    expect(found(limited(pointsEntry, { holds: ["effective"] }))).toEqual(["holdNoStage 公示"])
    expect(found(limited(pointsEntry, { holds: ["proposed"] }))).toEqual(["holdNever 公示"])
    const stay: Workflow.Move = {
      id: "note",
      label: label("记录"),
      from: ["taken"],
      to: { way: "stay" },
      by: ["member"],
      needs: [],
    }
    const [limit] = pointsEntry.limits
    const noted = { ...plus(ziyun, stay), limits: [{ ...limit!, starts: "note", ends: ["taken"], holds: [] }] }
    expect(found(noted)).toEqual([])
    const ring = altered(noted, "accept", { to: "reported" })
    expect(found(ring)).toEqual(["deadEnd reported", "deadEnd taken", "limitNoEnd 公示", "unreachable done"])
    const never = staged(pointsEntry, { id: "lost", label: label("搁置"), kind: "open" })
    expect(found(limited(never, { starts: "lost" }))).toContain("limitNoStart 公示")
    expect(found({ ...seed, limits: seed.limits.map(({ extension: _, ...limit }) => limit) })).toEqual([
      "notExtensible extend",
    ])
  })

  it("finds no limit without an end where the end of the matter stops the clock", () => {
    expect(found(limited(pointsEntry, { ends: ["apply"] }))).toEqual([])
    expect(found(limited(pointsEntry, { ends: [] }))).toEqual([])
  })

  it("does not take a clock to start again where a matter comes back from a hold", () => {
    const pause = { id: "pause", label: label("挂起"), from: ["taken"], to: "held", by: ["member"], needs: [] }
    const resume = { ...pause, id: "resume", label: label("恢复"), from: ["held"], to: { way: "back" as const } }
    const paused = staged(plus(altered(ziyun, "report", { when: { count: ["resume"], least: 1 } }), pause, resume), {
      id: "held",
      label: label("挂起"),
      kind: "held",
    })
    const limit = { ...pointsEntry.limits[0]!, starts: "taken", ends: ["pause"], holds: ["reported"] }
    expect(found({ ...paused, limits: [limit] })).toEqual(["holdNever 公示"])
    expect(found({ ...paused, limits: [{ ...limit, starts: "resume" }] })).toEqual([])
  })

  it("finds what nothing uses, and what a reader cannot tell apart", () => {
    expect(found({ ...ziyun, roles: [...ziyun.roles, { id: "idle", label: label("观察员") }] })).toEqual([
      "idleRole idle",
    ])
    expect(found({ ...ziyun, outcomes: [...ziyun.outcomes, { id: "merged", label: label("并单") }] })).toEqual([
      "unusedOutcome merged",
    ])
    expect(
      found({
        ...ziyun,
        fields: [...ziyun.fields, { id: "idle", label: label("备注"), of: "text", sensitivity: "open" }],
      }),
    ).toEqual(["unusedField idle"])
    expect(found(altered(seed, "rateBad", { label: label("评为满意") }))).toEqual(["movesAlike rateBad"])
    expect(
      found({
        ...ziyun,
        stages: ziyun.stages.map((stage) => ({
          ...stage,
          label: label(stage.id === "taken" ? "待验收" : stage.label.zh),
        })),
      }),
    ).toEqual(["stagesAlike reported"])
  })

  it("finds a move that leads from no stage", () => {
    const nowhere = { id: "stray", label: label("补办"), from: [], to: "taken", by: ["branch"], needs: [] }
    expect(found(plus(ziyun, nowhere))).toEqual(["fromNowhere stray"])
  })

  it("finds that a guard never holds however many facts it names", () => {
    const facts = Array.from({ length: 14 }, (_, index) => ({ told: `事实${index}` }))
    expect(found(altered(listItem, "urge", { when: { all: [...facts, { not: facts[0]! }] } }))).toContain(
      "guardNever urge",
    )
    expect(found(altered(listItem, "urge", { when: { all: facts } }))).toEqual([])
  })

  it("gives up in time where fields can be filled in too many ways", () => {
    const wide = (many: number): Workflow.Workflow => {
      const fields = Array.from({ length: many }, (_, index) => `备注${index}`)
      const when = { any: fields.map((has) => ({ has })) }
      return plus(
        {
          ...ziyun,
          fields: [
            ...ziyun.fields,
            ...fields.map((id) => ({ id, label: label(id), of: "text" as const, sensitivity: "open" as const })),
          ],
        },
        {
          id: "note",
          label: label("备注"),
          from: ["taken"],
          to: { way: "stay" },
          by: ["member"],
          needs: [],
          takes: fields,
          when,
        },
      )
    }
    expect(found(wide(4))).toEqual([])
    for (const many of [12, 30]) expect(found(wide(many))).toEqual(["undecided 紫云三单"])
  })

  it("says so where there are more situations than it searches, and still finds what needs no search", () => {
    const moves = Array.from({ length: 5 }, (_, index) => ({
      id: `c${index}`,
      label: label(`第${index}项`),
      from: ["taken"],
      to: { way: "stay" as const },
      by: ["member"],
      needs: [],
      when: { count: [`c${index}`], most: 9 },
    }))
    expect(
      found(plus({ ...ziyun, roles: [...ziyun.roles, { id: "idle", label: label("观察员") }] }, ...moves)),
    ).toEqual(["idleRole idle", "undecided 紫云三单"])
  })

  it("has a sentence for what it finds", () => {
    const flaws = WorkflowLint.lint(without(ziyun, "accept"))
    expect(flaws.map((flaw) => Finding.say(ProcessTexts.texts, flaw, "zh"))).toEqual([
      "不符合：taken：由此不能终结（order → dispatch → takeOn）",
      "不符合：reported：没有离开这个环节的动作",
      "不符合：done：到不了这个环节",
    ])
  })
})
