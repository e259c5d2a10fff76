/** 紫云（松山）三单：报道只载“点单、派单、接单”，无人评单。 */
import { describe, expect, it } from "vitest"
import * as OrderScheme from "../../src/orders/OrderScheme.js"
import * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import { scheme } from "../../src/presets/ZiyunOrders.js"
import * as StateDiagram from "../../src/process/StateDiagram.js"
import { walk } from "../orders/scripts.js"

const done = "request dispatch@d1 takeOn@d1 report@d1 accept@d1"

const outcome = (text: string) => {
  const { refused, states } = walk(scheme, text)
  return refused ?? ServiceOrder.outcome(scheme, states[states.length - 1]!)
}

describe("the orders of Ziyun", () => {
  it("are rated, surveyed and published by nobody", () => {
    for (const deed of ["rate", "revisit", "publish", "rework"] as const)
      expect(OrderScheme.movesOf(scheme, deed)).toEqual([])
    expect(scheme.ratings).toEqual({})
    expect(scheme.order.stages.flatMap((stage) => stage.outcome ?? [])).not.toContain("satisfied")
  })

  it("are closed as done once the result was accepted, not before", () => {
    expect(outcome(`${done} close`)).toBe("done")
    expect(outcome("request close")).toMatchObject({ codes: ["proceeding.notFrom", "serviceOrder.noResult"] })
    expect(outcome("request dispatch@d1 takeOn@d1 report@d1 close")).toMatchObject({
      codes: ["proceeding.guard", "serviceOrder.dispatchOpen"],
    })
  })

  it("are not closed by whoever did the work, nor while a complaint waits", () => {
    expect(outcome(`${done} close~member`)).toMatchObject({ codes: ["serviceOrder.ownWork"] })
    expect(outcome(`${done} complain close`)).toMatchObject({ codes: ["proceeding.guard"] })
    expect(outcome(`${done} complain answer close`)).toBe("done")
  })

  it("are drawn like this", () => {
    const lines = StateDiagram.mermaid(scheme.order, "zh").split("\n")
    expect(lines.slice(0, 6)).toEqual([
      "stateDiagram-v2",
      '  state "待派单" as s0',
      '  state "办理中" as s1',
      '  state "挂账" as s2',
      '  state "并单待结" as s3',
      '  state "办结" as s4',
    ])
    expect(lines).toContain("  s1 --> s4 : 办结归档")
    expect(StateDiagram.mermaid(scheme.dispatch, "zh")).toContain("  s4 --> s5 : 验收\n")
  })
})
