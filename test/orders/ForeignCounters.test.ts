/** Foreign counters as data: what can be wrong with a list, and what our counts are told as. All made up. */
import * as Result from "effect/Result"
import { expect, test } from "vitest"
import * as ForeignCounters from "../../src/orders/ForeignCounters.js"
import * as OrderCounts from "../../src/orders/OrderCounts.js"

const label = { zh: "甲" }
const list = (...counters: ReadonlyArray<ForeignCounters.ForeignCounter>): ForeignCounters.ForeignCounters => ({
  format: 1,
  id: "示例平台",
  version: "1",
  label,
  counters,
})
const closed = { id: "结案", also: ["办结"], label, counts: label, ours: "closed" }
const disowned = { id: "错派", label, counts: label, ours: "dispatches.disowned", differs: label }
const filed = { id: "立案", label, counts: label, differs: { zh: "没有立案环节" } }

test("all that is wrong comes at once, with its place", () => {
  const bad = list(
    closed,
    { id: "办结", label, counts: label, ours: "closed" },
    { id: "乙", label, counts: label },
    { id: "丙", label, counts: label, ours: "dispatches" },
    { id: "丁", label, counts: label, ours: "closed.all" },
    { id: "戊", label, counts: label, ours: "constructor.name" },
    { id: "己", label, counts: label, ours: "dispatches.made.all" },
  )
  expect(ForeignCounters.check(bad).map(({ code, params, path }) => [code, params, path])).toEqual([
    ["foreignCounters.twice", { name: "办结" }, ["counters", 1]],
    ["foreignCounters.silent", { id: "乙" }, ["counters", 2, "differs"]],
    ["foreignCounters.noSuchKey", { id: "丙", key: "dispatches" }, ["counters", 3, "ours"]],
    ["foreignCounters.noSuchKey", { id: "丁", key: "closed.all" }, ["counters", 4, "ours"]],
    ["foreignCounters.noSuchKey", { id: "戊", key: "constructor.name" }, ["counters", 5, "ours"]],
    ["foreignCounters.noSuchKey", { id: "己", key: "dispatches.made.all" }, ["counters", 6, "ours"]],
  ])
  expect(ForeignCounters.document.is(bad)).toBe(false)
  expect(ForeignCounters.document.is(list(closed, disowned, filed))).toBe(true)
})

test("a number goes with what differs, and stands nowhere without an equal", () => {
  const dispatches = { ...OrderCounts.none.dispatches, disowned: 3 }
  expect(ForeignCounters.tell(list(closed, disowned, filed), { ...OrderCounts.none, closed: 7, dispatches })).toEqual([
    { id: "结案", relation: "equal", count: 7 },
    { id: "错派", relation: "near", count: 3, differs: label },
    { id: "立案", relation: "none", differs: { zh: "没有立案环节" } },
  ])
})

test("a counter is found by any of its names", () => {
  expect(ForeignCounters.counterOf(list(closed), "办结")).toEqual(Result.succeed(closed))
  const unknown = ForeignCounters.counterOf(list(closed), "热度")
  expect(Result.isFailure(unknown) && unknown.failure).toEqual({
    code: "foreignCounters.noSuchCounter",
    path: [],
    params: { name: "热度" },
  })
})
