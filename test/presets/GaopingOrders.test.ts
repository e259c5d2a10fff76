/** 高平六单：报道载“点单、派单、接单、督单、晒单、评单”，督在晒前。 */
import { describe, expect, it } from "vitest"
import * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import { scheme } from "../../src/presets/GaopingOrders.js"
import * as StateDiagram from "../../src/process/StateDiagram.js"
import { stepsOf, walk } from "../orders/scripts.js"

const done = "request dispatch@d1 takeOn@d1 report@d1 accept@d1"

const outcome = (text: string) => {
  const { refused, states } = walk(scheme, text)
  return refused ?? ServiceOrder.outcome(scheme, states[states.length - 1]!)
}

describe("the orders of Gaoping", () => {
  it("are supervised, then published, then rated", () => {
    expect(outcome(`${done} supervise publish rate=basically close`)).toBe("satisfied")
    expect(outcome(`${done} publish`)).toMatchObject({ move: "publish", codes: ["proceeding.notFrom"] })
    expect(outcome(`${done} supervise rate=satisfied`)).toMatchObject({ move: "rate", codes: ["proceeding.notFrom"] })
  })

  it("are not supervised before a result was accepted", () => {
    const early = outcome("request dispatch@d1 takeOn@d1 report@d1 supervise")
    expect(early).toMatchObject({ move: "supervise", codes: ["proceeding.guard"] })
  })

  it("are supervised anew when they were done anew", () => {
    const bad = `${done} supervise publish rate=unsatisfied rework dispatch@d2 takeOn@d2 report@d2 accept@d2`
    expect(outcome(`${bad} publish`)).toMatchObject({ move: "publish", codes: ["proceeding.notFrom"] })
    expect(outcome(`${bad} supervise publish rate=unsatisfied closeUnsatisfied`)).toBe("unsatisfied")
  })

  it("are never supervised by whoever reported the work", () => {
    expect(outcome(`${done} supervise~member`)).toMatchObject({
      move: "supervise",
      codes: ["proceeding.apart", "serviceOrder.ownWork"],
    })
  })

  it("are never supervised by whoever took a part of it on, though another reported it", () => {
    const steps = [
      ...stepsOf("request dispatch@d1 takeOn@d1 serve@d1 reassign@d1"),
      { move: "dispatch", dispatch: "d2", fields: { doer: "other" } },
      { move: "takeOn", dispatch: "d2", person: "other" },
      { move: "report", dispatch: "d2", person: "other" },
      ...stepsOf("accept@d2"),
    ]
    const supervised = (person: string) => walk(scheme, [...steps, { move: "supervise", person }]).refused
    expect(supervised("member")).toMatchObject({ move: "supervise", codes: ["serviceOrder.ownWork"] })
    expect(supervised("other")?.codes).toContain("serviceOrder.ownWork")
    expect(supervised("supervisor")).toBeUndefined()
  })

  it("are drawn like this", () => {
    const lines = StateDiagram.mermaid(scheme.order, "zh").split("\n")
    expect(lines.filter((line) => /: (督单|晒单|评单|办结归档)$/.test(line))).toEqual([
      "  s1 --> s3 : 督单",
      "  s3 --> s4 : 晒单",
      "  s4 --> s5 : 评单",
      "  s5 --> s7 : 办结归档",
    ])
    expect(StateDiagram.mermaid(scheme.dispatch, "zh")).toContain(" : 接单\n")
  })
})
