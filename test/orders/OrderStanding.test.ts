/**
 * Where orders of all five shipped schemes stand, on told ways that take every transition of each. The ways are made up; the
 * model beside reads the names of stages, where the code reads what was done.
 */
import { describe, expect, test } from "vitest"
import * as OrderStanding from "../../src/orders/OrderStanding.js"
import * as OrderTerm from "../../src/orders/OrderTerm.js"
import * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import * as FiveOrders from "../../src/presets/FiveOrders.js"
import { SCHEMES, walk } from "./scripts.js"

const { scheme } = FiveOrders
const standings = (text: string): ReadonlyArray<string | undefined> => {
  const { refused, states } = walk(scheme, text)
  expect(refused).toBeUndefined()
  return states.map((state) => OrderStanding.of(scheme, state))
}

describe("the five orders", () => {
  test("from the request to the end", () => {
    expect(
      standings("request claim dispatch@d1 takeOn@d1 serve@d1 report@d1 accept@d1 publish rate=satisfied close"),
    ).toEqual([
      undefined,
      "requested",
      "claimed",
      "dispatched",
      "inHand",
      "inHand",
      "reported",
      "accepted",
      "published",
      "rated",
      "satisfied",
    ])
  })
  test("returned, dispatched anew, held, sent back", () => {
    expect(
      standings(
        "request claim dispatch@d1 giveBack@d1 dispatch@d2 takeOn@d2 hold@d2 resume@d2 report@d2 sendBack@d2",
      ).slice(4),
    ).toEqual(["returned", "dispatched", "inHand", "held", "inHand", "reported", "inHand"])
  })
  test("several dispatches are in hand while they differ, and only as far as they all are", () => {
    expect(
      standings(
        "request claim dispatch@d1 dispatch@d2 takeOn@d1 takeOn@d2 report@d2 report@d1 accept@d1 accept@d2",
      ).slice(3),
    ).toEqual(["dispatched", "dispatched", "inHand", "inHand", "inHand", "reported", "reported", "accepted"])
    expect(standings("request claim dispatch@d1 takeOn@d1 report@d1 accept@d1 dispatch@d2").at(-1)).toBe("inHand")
  })
  test("unsatisfied is disputed, and after the rework waits to be dispatched anew", () => {
    const published = "request claim dispatch@d1 takeOn@d1 report@d1 accept@d1 publish"
    expect(standings(`${published} rate=unsatisfied rework dispatch@d2`).slice(-3)).toEqual([
      "disputed",
      "returned",
      "dispatched",
    ])
    expect(standings(`${published} revisitUnanswered=unanswered`).at(-1)).toBe("published")
    expect(standings(`${published} revisitUnanswered=unanswered lapse`).at(-1)).toBe("unanswered")
  })
  test("content with the work, but not solved, is disputed", () => {
    const steps = [
      ..."request claim dispatch@d1 takeOn@d1 report@d1 accept@d1 publish"
        .split(" ")
        .map((step) => ({ move: step.split("@")[0]!, ...(step.includes("@") ? { dispatch: "d1" } : {}) })),
      { move: "rate", choice: "satisfied", fields: { solved: "unsolved" } },
    ]
    const { refused, states } = walk(scheme, steps)
    expect([refused, OrderStanding.of(scheme, states.at(-1)!)]).toEqual([undefined, "disputed"])
  })
  test("whoever answers a whistle has it in hand at once", () => {
    expect(standings("request claim whistle answerCall@d1").slice(2)).toEqual(["claimed", "claimed", "inHand"])
  })
  test("shelved, lifted, joined", () => {
    expect(standings("request claim dispatch@d1 shelve unshelve").slice(3)).toEqual([
      "dispatched",
      "held",
      "dispatched",
    ])
    expect(standings("request claim lift handDown").slice(2)).toEqual(["claimed", "lifted", "claimed"])
    expect(standings("request merge separate merge settle").slice(1)).toEqual([
      "requested",
      "joined",
      "requested",
      "joined",
      "merged",
    ])
  })
})

test("in Lingling, where it is rated before it is published, it stays rated", () => {
  const { scheme: lingling } = SCHEMES.find(({ name }) => name === "LinglingOrders")!
  const { refused, states } = walk(lingling, "request dispatch@d1 takeOn@d1 report@d1 accept@d1 rate=satisfied publish")
  expect(refused).toBeUndefined()
  expect(states.slice(-3).map((state) => OrderStanding.of(lingling, state))).toEqual(["accepted", "rated", "rated"])
})

/** What the names of stages leave possible; `taken` and the like are the stages of dispatches in every scheme. */
const POSSIBLE: Readonly<Record<string, ReadonlyArray<string>>> = {
  requested: ["requested", "returned"],
  claimed: ["claimed", "returned"],
  inHand: ["dispatched", "inHand", "held", "reported", "accepted", "returned"],
  shelved: ["held"],
  lifted: ["lifted"],
  supervised: ["accepted"],
  published: ["published", "rated", "disputed"],
  rated: ["rated", "disputed"],
  joined: ["joined"],
}
const OF_DISPATCH: Readonly<Record<string, string>> = {
  dispatched: "dispatched",
  ruled: "dispatched",
  taken: "inHand",
  held: "held",
  reported: "reported",
}

describe.each(SCHEMES)("on every told way of $name", ({ scripts, scheme: each }) => {
  const states = Object.values(scripts).flatMap((text) => walk(each, text).states.slice(1))

  test("an order stands where its stage leaves possible, and at the end in its outcome", () => {
    for (const state of states) {
      const standing = OrderStanding.of(each, state)!
      const ended = ServiceOrder.outcome(each, state)
      if (ended !== undefined) expect(standing).toBe(ended)
      else
        expect([state.course.stage, POSSIBLE[state.course.stage!]]).toContainEqual(expect.arrayContaining([standing]))
      expect(OrderStanding.isEnd(standing)).toBe(ended !== undefined)
    }
  })
  test("in hand it stands where its dispatches are", () => {
    let seen = 0
    for (const state of states) {
      if (state.course.stage !== "inHand") continue
      const open = ServiceOrder.dispatches(state).flatMap(({ course }) => OF_DISPATCH[course.stage!] ?? [])
      const same = open.every((stage) => stage === open[0]) && !(state.accepted > 0 && open[0] === "dispatched")
      const expected = open.length === 0 ? (state.accepted > 0 ? "accepted" : "returned") : same ? open[0] : "inHand"
      expect(OrderStanding.of(each, state)).toBe(expected)
      seen++
    }
    expect(seen).toBeGreaterThan(20)
  })
})

test("all five together reach every standing, done where nobody rates", () => {
  const reached = new Set(
    SCHEMES.flatMap(({ scheme: each, scripts }) =>
      Object.values(scripts).flatMap((text) => walk(each, text).states.map((state) => OrderStanding.of(each, state))),
    ),
  )
  reached.delete(undefined)
  expect([...reached].sort()).toEqual(Object.keys(OrderStanding.standings).sort())
  for (const outcome of Object.keys(OrderTerm.outcomes)) expect(reached).toContain(outcome)
})
