import { it } from "vitest"
import { yearOfOrders } from "./year.js"
import * as OrderAlarm from "../../src/orders/OrderAlarm.js"
import { factsOf, happenedOf } from "../../src/orders/AlarmFacts.js"
import { rules } from "../../src/presets/OrderAlarms.js"
it("prints", () => {
  for (const seed of [1,2]) {
  const year = yearOfOrders(seed, { orders: 4000, villages: 1+seed })
  const ev = { scheme: year.scheme, states: year.states, contacts: year.contacts }
  let t = performance.now()
  const facts = factsOf(ev)
  console.log("facts", performance.now() - t); t = performance.now()
  happenedOf(ev, facts.cases)
  console.log("happened", performance.now() - t); t = performance.now()
  const found = OrderAlarm.alarms(rules, ev)
  console.log(performance.now() - t, year.entries.length, found.length, JSON.stringify(found.slice(0, 3)))
  }
})
