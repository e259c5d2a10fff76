/** The order schemes of the five localities: sound, without a finding of the lint, and saying what their texts say. */
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import * as OrderScheme from "../../src/orders/OrderScheme.js"
import * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import * as FiveOrders from "../../src/presets/FiveOrders.js"
import * as StateDiagram from "../../src/process/StateDiagram.js"
import * as Workflow from "../../src/process/Workflow.js"
import * as WorkflowLint from "../../src/process/WorkflowLint.js"
import { SCHEMES, walk } from "../orders/scripts.js"

describe.each(SCHEMES)("the scheme $name", ({ scheme }) => {
  it("is sound, and a document that reads back the same", () => {
    expect(OrderScheme.check(scheme)).toEqual([])
    const stored = JSON.stringify(Result.getOrThrow(OrderScheme.document.encode(scheme)))
    expect(Result.getOrThrow(OrderScheme.document.decode(JSON.parse(stored)))).toEqual(scheme)
  })

  it("has two workflows in which the lint finds nothing, nothing left undecided", () => {
    expect(WorkflowLint.lint(scheme.order)).toEqual([])
    expect(WorkflowLint.lint(scheme.dispatch)).toEqual([])
  })

  it("cites its text and says what that does not say", () => {
    expect(scheme.cite?.title).toBeTruthy()
    expect(["transcription", "report"]).toContain(scheme.cite?.standing)
    expect(scheme.note).toContain("由使用单位按本地规定替换")
  })

  it("sets no limit of its own", () => {
    expect([scheme.due, scheme.order.limits, scheme.dispatch.limits]).toEqual([undefined, [], []])
  })

  it("has taking on, doing and accepting as states, named or not", () => {
    const of = (id: string) => Workflow.stageOf(scheme.dispatch, id)
    expect([of("dispatched")?.kind, of("taken")?.kind, of("reported")?.kind]).toEqual(["open", "open", "open"])
    expect(of("accepted")).toMatchObject({ kind: "end", outcome: "accepted" })
    const done = walk(
      scheme,
      scheme === FiveOrders.scheme ? "request claim dispatch@d1 takeOn@d1" : "request dispatch@d1 takeOn@d1",
    )
    const [dispatch] = ServiceOrder.dispatches(done.states[done.states.length - 1]!)
    expect(dispatch?.course.stage).toBe("taken")
  })

  it("is the business of a named body after two returns", () => {
    const begun = scheme === FiveOrders.scheme ? "request claim" : "request"
    const twice = `${begun} dispatch@d1 disown@d1 dispatch@d2 giveBack@d2`
    expect(walk(scheme, `${twice} dispatch@d3`).refused?.codes).toEqual(["proceeding.guard"])
    expect(walk(scheme, `${twice} rule@d3 giveBack@d3`).refused?.codes).toContain("proceeding.guard")
    expect(walk(scheme, `${twice} rule@d3 disown@d3`).refused?.codes).toContain("proceeding.notFrom")
    expect(walk(scheme, `${twice} rule@d3 takeOn@d3 report@d3 accept@d3`).refused).toBeUndefined()
  })

  it("draws two diagrams with Chinese labels, one line a stage and a way", () => {
    for (const workflow of [scheme.order, scheme.dispatch]) {
      const lines = StateDiagram.mermaid(workflow, "zh").trimEnd().split("\n")
      const ends = workflow.stages.filter(({ kind }) => kind === "end")
      expect(lines).toHaveLength(1 + workflow.stages.length + Workflow.transitions(workflow).length + ends.length)
      expect(lines.slice(1).filter((line) => !/\p{Script=Han}/u.test(line) && !line.endsWith("--> [*]"))).toEqual([])
    }
  })
})

describe("the five orders of the seed", () => {
  const ways = (id: string) =>
    Workflow.transitions(FiveOrders.scheme.order)
      .filter(({ move }) => move === id)
      .map(({ from, to }) => [from, to])

  it("go through the five stages in the order in which they are named", () => {
    expect(ways("request")).toEqual([[undefined, "requested"]])
    expect(ways("claim")).toEqual([["requested", "claimed"]])
    expect(ways("dispatch")).toEqual([
      ["claimed", "inHand"],
      ["inHand", "inHand"],
    ])
    expect(ways("publish")).toEqual([["inHand", "published"]])
    expect(ways("rate")).toEqual([["published", "rated"]])
  })

  it("are directed, whistled for and answered by responders, no member needed", () => {
    const whistled = "request claim direct whistle answerCall@d1"
    expect(walk(FiveOrders.scheme, whistled).refused).toBeUndefined()
    expect(walk(FiveOrders.scheme, "request claim answerCall@d1").refused?.codes).toEqual(["proceeding.guard"])
    expect(walk(FiveOrders.scheme, `${whistled} report@d1/member`).refused?.codes).toContain("proceeding.only")
  })

  it("are lifted only when no dispatch is open, and come down again or end there", () => {
    expect(walk(FiveOrders.scheme, "request claim dispatch@d1 lift").refused?.codes).toEqual(["proceeding.guard"])
    expect(ways("handDown")).toEqual([["lifted", "claimed"]])
    expect(ways("refer").map(([from]) => from)).toContain("lifted")
    expect(ways("abandon").map(([from]) => from)).toContain("lifted")
  })

  it("count requests, errands and service in cases, disputes in incidents, opinions in entries", () => {
    const units = Object.fromEntries(FiveOrders.kinds.map(({ id, unit }) => [id, unit]))
    expect(units).toEqual({
      request: "case",
      errand: "case",
      villageService: "case",
      townService: "case",
      countyService: "case",
      mediation: "incident",
      opinion: "entry",
    })
    expect(FiveOrders.kinds.flatMap(({ level }) => level ?? [])).toEqual(["village", "town", "county"])
    expect(FiveOrders.kinds.filter(({ cite, note }) => cite === undefined && note === undefined)).toEqual([])
  })

  it("are drawn like this", () => {
    const lines = StateDiagram.mermaid(FiveOrders.scheme.order, "zh").split("\n")
    expect(lines.slice(0, 4)).toEqual([
      "stateDiagram-v2",
      '  state "已点单" as s0',
      '  state "已领单" as s1',
      '  state "办理中" as s2',
    ])
    expect(lines).toContain("  s0 --> s1 : 领单")
    expect(lines).toContain("  s1 --> s2 : 派单")
    expect(lines).toContain("  s2 --> s5 : 晒单")
    expect(lines).toContain("  s5 --> s6 : 评单")
    expect(lines).toContain("  s7 --> s15 : 随主单办结")
  })
})
