/** Laws of telling orders to foreign systems and back, on every told way through the five shipped schemes and on a made-up year of each. */
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as ForeignStates from "../../src/orders/ForeignStates.js"
import * as OrderStanding from "../../src/orders/OrderStanding.js"
import * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import * as DigitStates from "../../src/presets/DigitStates.js"
import * as FixMyStreetStates from "../../src/presets/FixMyStreetStates.js"
import * as Open311States from "../../src/presets/Open311States.js"
import { SCHEMES, walk } from "./scripts.js"
import { yearOfOrders } from "./year.js"

const extended = Result.getOrThrow(ForeignStates.inVariant(FixMyStreetStates.table, "extended statuses"))
const TABLES = [FixMyStreetStates.table, extended, Open311States.table, DigitStates.table]
const standings = Object.keys(OrderStanding.standings) as ReadonlyArray<OrderStanding.Standing>

describe("telling there and back", () => {
  test("what is exact comes back the same, from us and from outside", () => {
    let exact = 0
    for (const table of TABLES) {
      for (const standing of standings) {
        const { losses, state } = ForeignStates.fromOrder(table, standing)
        const read = Result.getOrThrow(ForeignStates.toOrder(table, state))
        if (losses.length > 0) continue
        expect(read.standing).toBe(standing)
        exact++
      }
      for (const { id, losses, stands } of table.states) {
        if (losses.length > 0 || stands === undefined || stands === "ended") continue
        expect(ForeignStates.fromOrder(table, stands).state).toBe(id)
        exact++
      }
    }
    expect(exact).toBeGreaterThan(20)
  })
  test("what comes back as another standing was told with a loss, on one side at least", () => {
    for (const table of TABLES)
      for (const standing of standings) {
        const told = ForeignStates.fromOrder(table, standing)
        const read = Result.getOrThrow(ForeignStates.toOrder(table, told.state))
        if (read.standing !== standing) expect(told.losses.length).toBeGreaterThan(0)
      }
  })
  test("nothing that is not accepted, or that whoever asked disputes, is told as fixed", () => {
    for (const table of TABLES)
      for (const standing of ["requested", "inHand", "reported", "disputed", "notFeasible", "notOurs"] as const) {
        const { state } = ForeignStates.fromOrder(table, standing)
        expect([standing, ForeignStates.stateOf(table, state)?.kind]).not.toEqual([standing, "fixed"])
      }
  })
  test.each(SCHEMES)("every reachable state of $name is told in every table, and nobody sees a hidden one", (each) => {
    const states = Object.values(each.scripts).flatMap((text) => walk(each.scheme, text).states.slice(1))
    for (const table of TABLES)
      for (const state of states) {
        const telling = ForeignStates.tell(table, each.scheme, state)!
        const kind = ForeignStates.stateOf(table, telling.state)?.kind
        expect(["open", "closed", "fixed"]).toContain(kind)
        if (ServiceOrder.outcome(each.scheme, state) === undefined) continue
        expect([telling.standing, kind]).not.toEqual([telling.standing, "open"])
      }
  })
  test.each(SCHEMES)("a year of orders under $name is told, and the typed reason brings it back", ({ scheme }) => {
    for (const state of yearOfOrders(7, { orders: 60, villages: 2, scheme }).states) {
      const telling = ForeignStates.tell(Open311States.table, scheme, state)!
      expect(ForeignStates.toOrder(Open311States.table, telling.state, telling.reason)).toEqual(
        Result.succeed({ standing: telling.standing, losses: [] }),
      )
    }
  })
})
