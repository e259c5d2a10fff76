import * as Result from "effect/Result"
import * as fc from "fast-check"
import { expect, it } from "vitest"
import * as Exact from "../../src/foundation/Exact.js"
import * as Rate from "../../src/foundation/Rate.js"
import * as Unit from "../../src/foundation/Unit.js"
import * as OrderCounts from "../../src/orders/OrderCounts.js"

// 权重据媒体转述的北京早期做法（响应30、解决35、满意35），未见文件，只作示例；其余数字虚构。
const weights: OrderCounts.Weights = { response: "30", solving: "35", satisfaction: "35", absent: "apart" }
const counts: OrderCounts.Counts = {
  ...OrderCounts.none,
  received: 10,
  carriedOut: 10,
  toRespond: 10,
  responded: 10,
  respondedInTime: 9,
  solutions: { solved: 6, unsolved: 4, unanswered: 3 },
  ratings: { satisfied: 7, basically: 1, unsatisfied: 2, unanswered: 5 },
}
const rates = (each: OrderCounts.Counts) => OrderCounts.ratesUnsafe(each, OrderCounts.plain, Unit.known.case)
const text = ({ absent, value }: OrderCounts.Combined) => [value === undefined ? undefined : Exact.text(value), absent]

it("the three rates make one figure by exact weights, and an absent one stands apart or leaves its weight to the others", () => {
  expect(text(Result.getOrThrow(OrderCounts.combined(rates(counts), weights)))).toEqual(["0.725", []])
  const unrated = rates({ ...counts, ratings: OrderCounts.none.ratings })
  expect(text(Result.getOrThrow(OrderCounts.combined(unrated, weights)))).toEqual([undefined, ["satisfaction"]])
  const scaled = Result.getOrThrow(OrderCounts.combined(unrated, { ...weights, absent: "reweight" }))
  expect(text(scaled)).toEqual(["48/65", ["satisfaction"]])
  const nothing = Result.getOrThrow(OrderCounts.combined(rates(OrderCounts.none), { ...weights, absent: "reweight" }))
  expect(text(nothing)).toEqual([undefined, ["response", "solving", "satisfaction"]])
})

it("weights below nought, of no number, or of nothing are refused with their places", () => {
  const wrong = OrderCounts.combined(rates(counts), { ...weights, response: "-1", solving: "x" })
  expect(Result.isFailure(wrong) && wrong.failure.map(({ code, path }) => [code, path])).toEqual([
    ["orderCounts.weights", ["response"]],
    ["orderCounts.weights", ["solving"]],
  ])
  const none = OrderCounts.combined(rates(counts), { ...weights, response: "0", solving: "0", satisfaction: "0" })
  expect(Result.isFailure(none) && none.failure.map(({ code }) => code)).toEqual(["orderCounts.weights"])
})

it("counts of which a part exceeds its cohort give no rate, and a credit that is none neither", () => {
  const over = OrderCounts.rates({ ...OrderCounts.none, due: 3, closed: 4 }, OrderCounts.plain, Unit.known.case)
  expect(Result.isFailure(over) && over.failure.map(({ code, path }) => [code, path])).toEqual([
    ["rate.cohort", ["closing", "numerator"]],
  ])
  for (const credit of ["-0.1", "1.1", "half", ""]) {
    const result = OrderCounts.rates(counts, { ...OrderCounts.plain, credit }, Unit.known.case)
    expect(Result.isFailure(result) && result.failure.map(({ code }) => code)).toEqual(["orderCounts.credit"])
  }
})

it("figures of all and of what is left are two rates, which do not merge", () => {
  const kept = OrderCounts.ratesUnsafe(counts, OrderCounts.plain, Unit.known.case, "kept")
  const merged = Rate.merge(rates(counts).response, kept.response)
  expect(Result.isFailure(merged) && merged.failure.map(({ code }) => code)).toEqual(["rate.definitionMismatch"])
})

it("counts add up in any order, nothing changes nothing, and what they hold is checked", () => {
  const some = fc
    .nat(50)
    .map((count): OrderCounts.Counts => ({ ...counts, received: count, persons: count, due: count }))
  fc.assert(
    fc.property(some, some, some, (a, b, c) => {
      expect(OrderCounts.add(a, b)).toEqual(OrderCounts.add(b, a))
      expect(OrderCounts.add(OrderCounts.add(a, b), c)).toEqual(OrderCounts.add(a, OrderCounts.add(b, c)))
      expect(OrderCounts.add(a, OrderCounts.none)).toEqual(a)
    }),
  )
  expect(OrderCounts.checkCounts(counts)).toEqual([])
  const { dispatches } = OrderCounts.none
  const wrong = { ...counts, ended: 1, toRespond: 12, overdueOpen: 1, dispatches: { ...dispatches, made: 1 } }
  expect(OrderCounts.checkCounts(wrong).map(({ path }) => path[0])).toEqual([
    "overdueOpen",
    "toRespond",
    "carriedOut",
    "outcomes",
    "dispatches",
    "deeds",
  ])
  const places = (more: Partial<OrderCounts.Counts>) =>
    OrderCounts.checkCounts({ ...OrderCounts.none, received: 2, carriedOut: 2, ...more }).map(({ code, path }) =>
      [code, ...path].join(" "),
    )
  const { deeds } = OrderCounts.none
  expect(places({ persons: 3 })).toEqual(["orderCounts.unserved persons"])
  expect(places({ persons: 3, deeds: { ...deeds, serve: 1 } })).toEqual([])
  expect(places({ closings: 3 })).toEqual(["orderCounts.cohort closings"])
  expect(places({ undated: 3 })).toEqual(["orderCounts.cohort undated"])
  expect(places({ deeds: { ...deeds, request: 2, find: 1 } })).toEqual(["orderCounts.cohort deeds"])
  expect(places({ deeds: { ...deeds, dispatch: 1 } })).toEqual(["orderCounts.balance deeds"])
  expect(places({ due: 2, closed: 2, closedInTime: 1, disposed: 1, disposedInTime: 2 })).toEqual([
    "orderCounts.cohort disposedInTime",
  ])
})

it("what is disposed of is closed or not, as the definition says, and the two rates do not merge", () => {
  const closed = { ...OrderCounts.none, due: 10, closed: 8, closedInTime: 6, disposed: 3, disposedInTime: 2 }
  const { disposals } = OrderCounts.plain
  const of = (are: "closed" | "notClosed") =>
    OrderCounts.ratesUnsafe(closed, { ...OrderCounts.plain, disposals: { ...disposals, are } }, Unit.known.case)
  const share = ({ denominator, numerator }: Rate.Rate) => `${numerator.amount}/${denominator.amount}`
  expect([share(of("closed").closing), share(of("closed").onTime)]).toEqual(["8/10", "6/10"])
  expect([share(of("notClosed").closing), share(of("notClosed").onTime)]).toEqual(["5/10", "4/10"])
  expect(Result.isFailure(Rate.merge(of("closed").closing, of("notClosed").closing))).toBe(true)
})
