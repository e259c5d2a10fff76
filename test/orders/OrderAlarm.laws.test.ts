import { it, expect } from "vitest"
import * as OrderAlarm from "../../src/orders/OrderAlarm.js"
import { rules } from "../../src/presets/OrderAlarms.js"
import { seeds } from "./alarmSeeds.js"
import { yearOfOrders } from "./year.js"
const year = yearOfOrders(11, { orders: 600, villages: 2 })
it.each(Object.entries(seeds))("%s", (_, seed) => {
  for (const p of [0.1, 0.5, 0.9]) {
  const s = seed(year, (n) => Math.floor(p * n))
  expect(OrderAlarm.alarms(rules, s.evidence).map(a => [a.rule, a.subject, a.entries])).toEqual([[s.rule, s.subject, s.entries]])
  }
})
