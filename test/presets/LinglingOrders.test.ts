/** 零陵五单：报道载“群众点单、支部派单、党员接单、民主评单、公开晒单”，评在晒前。 */
import { describe, expect, it } from "vitest"
import * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import { scheme } from "../../src/presets/LinglingOrders.js"
import * as StateDiagram from "../../src/process/StateDiagram.js"
import { walk } from "../orders/scripts.js"

const done = "request dispatch@d1 takeOn@d1 report@d1 accept@d1"
const again = "rework dispatch@d2 takeOn@d2 report@d2 accept@d2"

const outcome = (text: string) => {
  const { refused, states } = walk(scheme, text)
  return refused ?? ServiceOrder.outcome(scheme, states[states.length - 1]!)
}

describe("the orders of Lingling", () => {
  it("are rated before they are published, and closed after that", () => {
    expect(outcome(`${done} rate=satisfied publish close`)).toBe("satisfied")
    expect(outcome(`${done} publish`)).toMatchObject({ move: "publish", codes: ["proceeding.notFrom"] })
    expect(outcome(`${done} rate=satisfied close`)).toMatchObject({ move: "close", codes: ["proceeding.notFrom"] })
    expect(outcome(`${done} rate=satisfied publish`)).toBeUndefined()
  })

  it("are not rated before there is a result", () => {
    expect(outcome("request rate=satisfied")).toMatchObject({ codes: ["proceeding.notFrom", "serviceOrder.noResult"] })
    expect(outcome("request dispatch@d1 rate=satisfied")).toMatchObject({
      codes: ["proceeding.guard", "serviceOrder.dispatchOpen"],
    })
  })

  it("are done anew when rated bad, and published and closed as bad when they are again", () => {
    const bad = `${done} rate=unsatisfied`
    expect(outcome(`${bad} publish`)).toMatchObject({ move: "publish", codes: ["proceeding.guard"] })
    expect(outcome(`${bad} ${again} rate=satisfied publish close`)).toBe("satisfied")
    expect(outcome(`${bad} ${again} rate=unsatisfied publish closeUnsatisfied`)).toBe("unsatisfied")
    const close = outcome(`${bad} ${again} rate=unsatisfied publish close`)
    expect(close).toMatchObject({ move: "close", codes: ["proceeding.guard", "serviceOrder.rating"] })
  })

  it("are never closed by whoever did the work", () => {
    const own = outcome(`${done} rate=satisfied publish close/branch~member`)
    expect(own).toMatchObject({ move: "close", codes: ["serviceOrder.ownWork"] })
  })

  it("end without an answer as not rated, unpublished", () => {
    expect(outcome(`${done} lapse`)).toBe("unanswered")
    expect(outcome(`${done} rate=satisfied publish lapse`)).toMatchObject({ move: "lapse" })
  })

  it("are drawn like this", () => {
    const lines = StateDiagram.mermaid(scheme.order, "zh").split("\n")
    expect(lines.filter((line) => /[评晒]单$|归档$/.test(line))).toEqual([
      "  s1 --> s3 : 评单",
      "  s3 --> s4 : 晒单",
      "  s4 --> s6 : 办结归档",
      "  s5 --> s5 : 并单评单",
    ])
    expect(StateDiagram.mermaid(scheme.dispatch, "zh").split("\n").slice(1, 5)).toEqual([
      '  state "已派待接" as s0',
      '  state "已裁定待接" as s1',
      '  state "办理中" as s2',
      '  state "挂起" as s3',
    ])
  })
})
