/**
 * The rules to begin with: sound, of every kind, and no figure in them that claims a source it has not. The ten minutes are an
 * observation (peers.md §3e: hackforla/311-data issue 507, 145,157 of 321,423 graffiti cases closed within ten minutes).
 */
import { expect, it } from "vitest"
import * as Document from "../../src/foundation/Document.js"
import * as AlarmRule from "../../src/orders/AlarmRule.js"
import * as OrderAlarm from "../../src/orders/OrderAlarm.js"
import { texts } from "../../src/orders/OrdersTexts.js"
import * as FiveOrders from "../../src/presets/FiveOrders.js"
import { rules } from "../../src/presets/OrderAlarms.js"
import { orderOf, scheme } from "../orders/alarmOrders.js"

it("are a sound document that fits the five orders", () => {
  expect(AlarmRule.check(rules)).toEqual([])
  expect(AlarmRule.unfit(rules, FiveOrders.scheme)).toEqual([])
  expect(Document.decodeUnsafe(AlarmRule.document, JSON.parse(JSON.stringify(rules)))).toEqual(rules)
})

it("hold every kind of rule, and a sentence for each", () => {
  expect(new Set(rules.rules.map(({ kind }) => kind))).toEqual(new Set(Object.keys(AlarmRule.kinds)))
  for (const { kind } of rules.rules) expect(texts[`orderAlarm.${kind}`].zh).not.toBe("")
})

it("say of every threshold that it is made up, and cite one report and no text", () => {
  const thresholds = rules.rules.filter(({ kind }) => kind !== "backwards")
  for (const { note } of thresholds) expect(note).toContain("无文件依据")
  expect(
    rules.rules.filter(({ cite }) => cite !== undefined).map(({ cite, id }) => [id, cite?.number, cite?.standing]),
  ).toEqual([["派单后秒报", "issue 507", "report"]])
})

it("are certain of days and of time only; all else asks somebody to look", () => {
  expect(rules.rules.filter(({ strength }) => strength === "must").map(({ kind }) => kind)).toEqual([
    "dates",
    "backwards",
  ])
})

it("find a report nine minutes and fifty-nine seconds after the dispatch, and none after ten minutes", () => {
  const reported = (time: string) =>
    orderOf("o", { change: { takeOn: { day: 2, time: "10:00:00" }, report: { day: 2, time } } })
  const found = (time: string) => OrderAlarm.alarms(rules, { scheme, states: [reported(time)] }).map(({ rule }) => rule)
  expect(found("10:09:59")).toEqual(["派单后秒报"])
  expect(found("10:10:00")).toEqual([])
})
