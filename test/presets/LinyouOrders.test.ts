/** 麟游四单：报道载“居民点单、社区派单、单位接单、居民评单”，县委组织部每季度电话测评，逐项销号。 */
import { describe, expect, it } from "vitest"
import * as OrderScheme from "../../src/orders/OrderScheme.js"
import * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import { scheme } from "../../src/presets/LinyouOrders.js"
import * as StateDiagram from "../../src/process/StateDiagram.js"
import * as Workflow from "../../src/process/Workflow.js"
import { walk } from "../orders/scripts.js"

const done = "request dispatch@d1 takeOn@d1 report@d1 accept@d1"

const outcome = (text: string) => {
  const { refused, states } = walk(scheme, text)
  return refused ?? ServiceOrder.outcome(scheme, states[states.length - 1]!)
}

describe("the orders of Linyou", () => {
  it("are dispatched to units, taken on by the unit named and no other", () => {
    expect(Workflow.moveOf(scheme.dispatch, "dispatch")).toMatchObject({ by: ["community"], needs: ["unit"] })
    const other = [
      { move: "request" },
      { move: "dispatch", dispatch: "d1", fields: { unit: "unit2" } },
      { move: "takeOn", dispatch: "d1" },
    ]
    expect(walk(scheme, other).refused).toMatchObject({ move: "takeOn", codes: ["proceeding.only"] })
    expect(walk(scheme, "request dispatch@d1 takeOn@d1").refused).toBeUndefined()
  })

  it("are given to members of the unit, who serve", () => {
    const assigned = "request dispatch@d1 takeOn@d1 assign@d1 serve@d1/member"
    expect(walk(scheme, assigned).refused).toBeUndefined()
    const unassigned = walk(scheme, "request dispatch@d1 takeOn@d1 serve@d1/member").refused
    expect(unassigned?.codes).toEqual(["proceeding.only"])
    expect(OrderScheme.deedOf(scheme, "assign")).toBeUndefined()
  })

  it("are rated by the survey of the department alone, and struck off by it", () => {
    expect(OrderScheme.movesOf(scheme, "rate")).toEqual([])
    expect(OrderScheme.movesOf(scheme, "publish")).toEqual([])
    expect(outcome(`${done} revisit=satisfied close`)).toBe("satisfied")
    expect(outcome(`${done} revisit/resident=satisfied`)).toMatchObject({ codes: ["proceeding.role"] })
    expect(outcome(`${done} revisit=unsatisfied close`)).toMatchObject({
      codes: ["proceeding.guard", "serviceOrder.rating"],
    })
  })

  it("are asked about again where nobody answered, and end as not rated when the time is up", () => {
    expect(outcome(`${done} revisitUnanswered=unanswered revisitUnanswered=unanswered revisit=basically close`)).toBe(
      "satisfied",
    )
    expect(outcome(`${done} revisitUnanswered=unanswered lapse`)).toBe("unanswered")
    expect(outcome(`${done} revisit=unanswered`)).toMatchObject({ codes: ["proceeding.guard"] })
    expect(outcome(`${done} revisitUnanswered=satisfied`)).toMatchObject({ codes: ["proceeding.guard"] })
  })

  it("are judged by nobody of the unit in charge", () => {
    const steps = [
      ...["request", "dispatch", "takeOn", "report"].map((move) =>
        move === "request" ? { move } : { move, dispatch: "d1" },
      ),
    ]
    const decided = walk(scheme, steps)
    expect(decided.refused).toBeUndefined()
    const own = walk(scheme, [...steps, { move: "accept", dispatch: "d1", role: "unit" }], () => true)
    expect(own.refused?.codes).toEqual(["serviceOrder.ownWork"])
  })

  it("are drawn like this", () => {
    const lines = StateDiagram.mermaid(scheme.order, "zh").split("\n")
    expect(lines.filter((line) => /测评|归档/.test(line))).toEqual([
      "  s1 --> s3 : 电话测评",
      "  s1 --> s1 : 测评未接通",
      "  s4 --> s4 : 并单测评",
      "  s3 --> s5 : 办结归档",
      "  s1 --> s8 : 办结归档（无人可评）",
    ])
    expect(StateDiagram.mermaid(scheme.dispatch, "zh")).toContain("  s2 --> s2 : 分配任务\n")
  })
})
