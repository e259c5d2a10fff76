/** Open311 GeoReport v2 has two states; the typed reason beside them brings everything back. */
import * as Result from "effect/Result"
import { expect, test } from "vitest"
import * as ForeignStates from "../../src/orders/ForeignStates.js"
import * as OrderStanding from "../../src/orders/OrderStanding.js"
import { table } from "../../src/presets/Open311States.js"

const standings = Object.keys(OrderStanding.standings) as ReadonlyArray<OrderStanding.Standing>

test("the table is sound and is the same when it is read back", () => {
  expect(ForeignStates.check(table)).toEqual([])
  expect(ForeignStates.document.decode(JSON.parse(JSON.stringify(table)))).toEqual(Result.succeed(table))
})

test("what has ended is closed and what has not is open", () => {
  for (const standing of standings)
    expect([standing, ForeignStates.fromOrder(table, standing).state]).toEqual([
      standing,
      OrderStanding.isEnd(standing) ? "closed" : "open",
    ])
})

test("closed does not say how, and open not how far", () => {
  expect(Result.getOrThrow(ForeignStates.toOrder(table, "closed"))).toEqual({ standing: "ended", losses: ["how"] })
  expect(Result.getOrThrow(ForeignStates.toOrder(table, "open"))).toEqual({ standing: "requested", losses: ["stage"] })
  for (const standing of standings) expect(ForeignStates.fromOrder(table, standing).losses).not.toEqual([])
})

test("with its reason every standing comes back without loss", () => {
  for (const standing of standings) {
    const { state } = ForeignStates.fromOrder(table, standing)
    expect(ForeignStates.toOrder(table, state, standing)).toEqual(Result.succeed({ standing, losses: [] }))
  }
})

test.each(["merged", "nonsense", "", "toString", "__proto__", "constructor", "ended", "hasOwnProperty"])(
  "a reason that does not belong to the state is refused by name: %s",
  (reason) => {
    for (const state of reason === "merged" ? ["open"] : ["open", "closed"]) {
      const read = ForeignStates.toOrder(table, state, reason)
      expect(Result.isFailure(read) && read.failure).toMatchObject({
        code: "foreignStates.reason",
        path: ["reason"],
        params: { reason, state },
      })
    }
  },
)

test("only the body says so; closed and then open is reopened", () => {
  const apply = (state: string, status: string, by: ForeignStates.Sender) =>
    Result.getOrThrow(ForeignStates.apply(table, state, { status }, by))
  expect(apply("open", "closed", "body").state).toBe("closed")
  expect(apply("open", "closed", "reporter").why).toBe("notBy")
  expect(apply("closed", "OPEN", "body")).toEqual({ state: "open", isChanged: true, isReopened: true })
  expect(apply("closed", "archived", "body").why).toBe("unknown")
})
