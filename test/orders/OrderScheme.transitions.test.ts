/** Every transition of each shipped scheme, taken by told ways through the real decider and counted. */
import { describe, expect, it } from "vitest"
import * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import * as Proceeding from "../../src/process/Proceeding.js"
import * as Workflow from "../../src/process/Workflow.js"
import { SCHEMES, walk } from "./scripts.js"

/** How many transitions the order and the dispatch of each scheme have. */
const MANY: Readonly<Record<string, readonly [order: number, dispatch: number]>> = {
  FiveOrders: [77, 18],
  LinglingOrders: [48, 17],
  GaopingOrders: [52, 17],
  LinyouOrders: [45, 18],
  ZiyunOrders: [34, 17],
}

describe.each(SCHEMES)("the told ways of $name", ({ name, scheme, scripts }) => {
  const walked = Object.entries(scripts).map(([told, text]) => ({ told, ...walk(scheme, text) }))
  const last = walked.map(({ states }) => states[states.length - 1]!)

  it.each(walked)("go through: $told", ({ refused, states }) => {
    expect(refused).toBeUndefined()
    expect(ServiceOrder.outcome(scheme, states[states.length - 1]!)).toBeDefined()
  })

  it("put nothing aside", () => expect(last.flatMap(ServiceOrder.asides)).toEqual([]))

  it("take every transition of the order and of its dispatches", () => {
    const ofOrder = Proceeding.exercised(
      Workflow.transitions(scheme.order),
      last.map(({ course }) => course),
    )
    const ofDispatch = Proceeding.exercised(
      Workflow.transitions(scheme.dispatch),
      last.flatMap((state) => ServiceOrder.dispatches(state).map(({ course }) => course)),
    )
    expect([...ofOrder, ...ofDispatch].filter(({ times }) => times === 0)).toEqual([])
    expect([ofOrder.length, ofDispatch.length]).toEqual(MANY[name])
  })

  it("come to every end, and an order that came to one takes no further move", () => {
    const ends = (workflow: Workflow.Workflow) =>
      workflow.stages.filter(({ kind }) => kind === "end").map(({ id }) => id)
    expect(new Set(last.map(({ course }) => course.stage))).toEqual(new Set(ends(scheme.order)))
    const possible = ServiceOrder.possible(
      scheme,
      () => true,
      () => true,
    )
    for (const state of last) {
      const { on, recordedAt } = state.course.last!.entry
      expect(
        possible(state, { on, recordedAt, actor: { post: "branch", person: "somebody", body: "elsewhere" } }),
      ).toEqual([])
    }
  })
})
