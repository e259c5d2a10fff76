/**
 * What is certain of alarms over whole years (see `year.ts` for what they hold).
 *
 * How much is seen. Clean years, without one alarm: six of the five orders in one to six villages, and one of each of four other
 * localities, 300 orders each: 3,000 orders with 57,554 events, which make 79,508 steps. Every one of 16 seeded faults is put twice into a
 * year of 700 orders. Of 1,200 pairs of a rule and a stricter one, some 100 of each kind, the laxer rule raises something:
 * instant 91, ownRating 104, relativeRating 44, template 7, burst 11, defaultRating 11, bulkRating 7, oneAccount 34, dates 84,
 * backwards 81, passing 15, comesBack 49; and the stricter one more: instant 10, ownRating 11, relativeRating 26, template 16,
 * burst 12, defaultRating 18, bulkRating 22, oneAccount 48, dates 90, passing 102. The 15 rules of the
 * preset read 110,000 steps in 0.7 s.
 */
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import type { AlarmRule, AlarmRules, Evidence } from "../../src/orders/AlarmRule.js"
import * as OrderAlarm from "../../src/orders/OrderAlarm.js"
import { deedOf, type OrderScheme } from "../../src/orders/OrderScheme.js"
import * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import * as FiveOrders from "../../src/presets/FiveOrders.js"
import * as GaopingOrders from "../../src/presets/GaopingOrders.js"
import * as LinglingOrders from "../../src/presets/LinglingOrders.js"
import * as LinyouOrders from "../../src/presets/LinyouOrders.js"
import { rules } from "../../src/presets/OrderAlarms.js"
import * as ZiyunOrders from "../../src/presets/ZiyunOrders.js"
import * as Decider from "../../src/process/Decider.js"
import { folded, orderOf, type Plan, stated, tableOf } from "./alarmOrders.js"
import { type Pick, seeds, shuffled, stepsIn } from "./alarmSeeds.js"
import { walks } from "./walks.js"
import { counted, OFFSET_MINUTES, type Turned, typedLate, type Year, yearOfOrders } from "./year.js"

const all: ReadonlyArray<readonly [string, OrderScheme]> = [
  ["the five orders", FiveOrders.scheme],
  ["Lingling", LinglingOrders.scheme],
  ["Gaoping", GaopingOrders.scheme],
  ["Linyou", LinyouOrders.scheme],
  ["Ziyun", ZiyunOrders.scheme],
]

describe("a clean year", () => {
  const others = all.slice(1)

  it("raises no alarm: the five orders over many seeds", () => {
    for (const seed of [1, 2, 3, 5, 8, 13]) {
      const year = yearOfOrders(seed, { orders: 300, villages: 1 + (seed % 6) })
      expect(stepsIn(year)).toBeGreaterThan(5000)
      expect(OrderAlarm.alarms(rules, known(year))).toEqual([])
    }
  })

  it("is the same for the same seed, holds nothing put aside, and stands when it is decided anew", () => {
    const [year, again] = [0, 1].map(() => yearOfOrders(6, { orders: 60, villages: 2 }))
    expect(again?.journals).toEqual(year?.journals)
    const decider = ServiceOrder.decider(year!.scheme, year!.holds, year!.tells)
    for (const [index, journal] of year!.journals.entries()) {
      expect(ServiceOrder.asides(year!.states[index]!)).toEqual([])
      const { refused, stream } = Decider.settle(decider, journal)
      expect(refused).toEqual([])
      expect(stream.state.course.stage).toBe(year!.states[index]!.course.stage)
    }
  })

  it("does everything that can be done with an order of its place", () => {
    const done = counted(yearOfOrders(7, { orders: 600, villages: 2 }))
    const deeds = new Set(Object.values(FiveOrders.scheme.deeds))
    expect([...deeds].filter((deed) => deed !== "request" && done[deed] === undefined)).toEqual([])
  })

  it("raises no alarm where a village was typed from paper after the year, whether or not the clocks are known", () => {
    for (const seed of [4, 9]) {
      const year = typedLate(yearOfOrders(seed, { orders: 300, villages: 2 }), 1)
      expect(year.states.flatMap((state) => ServiceOrder.asides(state))).toEqual([])
      expect(OrderAlarm.alarms(rules, known(year))).toEqual([])
      expect(OrderAlarm.alarms(rules, { ...known(year), offsetMinutes: OFFSET_MINUTES })).toEqual([])
    }
  })

  it.each(others)("raises no alarm in %s", (_, scheme) => {
    const year = yearOfOrders(21, { orders: 300, villages: 2, scheme })
    expect(stepsIn(year)).toBeGreaterThan(4000)
    expect(OrderAlarm.alarms(rules, known(year))).toEqual([])
  })

  /** With a device for everybody, and relatives that somebody has and who never judge them. */
  const known = (year: Year): Evidence => ({
    scheme: year.scheme,
    states: year.states,
    contacts: year.contacts,
    devices: Object.fromEntries(year.entries.map(({ actor, id }) => [id, `device of ${actor.person ?? id}`])),
    relations: [{ one: "member-1-1-1", other: "member-1-1-2", relation: "sibling" }],
  })

  const peopleWho = ({ entries, scheme }: Year, ...deeds: ReadonlyArray<string>): ReadonlyArray<string> => [
    ...new Set(
      entries
        .filter(({ payload }) => deeds.includes(deedOf(scheme, payload.content.move) ?? ""))
        .flatMap(({ actor }) => actor.person ?? []),
    ),
  ]

  /** What cannot be seen: no clean year runs backwards, and only in the first does anything come back once all have one contact. */
  const blind: ReadonlyArray<readonly [string, OrderScheme, ReadonlyArray<string>]> = [
    ["the five orders", FiveOrders.scheme, []],
    ["Lingling", LinglingOrders.scheme, ["反复诉求"]],
    ["Gaoping", GaopingOrders.scheme, ["反复诉求"]],
    // Rated by telephone alone: nobody rates by an account.
    ["Linyou", LinyouOrders.scheme, ["一号多评", "反复诉求"]],
    // Nobody rates.
    ["Ziyun", ZiyunOrders.scheme, ["亲属评单", "代评", "批量评单", "一号多评", "默认好评", "反复诉求"]],
  ]

  it.each(blind)(
    "raises an alarm once thresholds are strict enough, so that silence is no blindness: %s",
    (_, scheme, unseen) => {
      const year = yearOfOrders(4, { orders: 300, villages: 1, scheme })
      const people = [...new Set(year.entries.flatMap(({ actor }) => actor.person ?? []))]
      const found = OrderAlarm.alarms(strictest, {
        ...known(year),
        contacts: Object.fromEntries(people.map((person) => [person, "one contact"])),
        devices: Object.fromEntries(year.entries.map(({ id }) => [id, "one device"])),
        relations: peopleWho(year, "takeOn", "report").flatMap((one) =>
          peopleWho(year, "rate", "revisit").map((other) => ({ one, other, relation: "cousin" })),
        ),
      })
      const raising = new Set(found.map(({ rule }) => rule))
      const silent = rules.rules.map(({ id }) => id).filter((id) => !raising.has(id))
      expect(new Set(silent)).toEqual(new Set(["时间倒置", ...unseen]))
    },
  )

  it("never runs backwards: no lawful walk with rising clocks does, whatever people try", () => {
    const [backwards] = rules.rules.filter(({ kind }) => kind === "backwards")
    const done = new Map<string, number>()
    let ratedFirst = 0
    for (const { scheme, seed } of [FiveOrders, LinglingOrders, GaopingOrders, LinyouOrders, ZiyunOrders].flatMap(
      ({ scheme }) => [1, 2, 3, 4].map((seed) => ({ scheme, seed })),
    )) {
      const states = walks(scheme, seed, { orders: 150, tries: 120 }).map(({ state }) => state)
      for (const state of states) {
        const deeds = ServiceOrder.steps(scheme, state).map(({ deed = "" }) => deed)
        for (const deed of deeds) done.set(deed, (done.get(deed) ?? 0) + 1)
        const [rate, report] = [deeds.indexOf("rate"), deeds.lastIndexOf("report")]
        if (rate >= 0 && rate < report && deeds.includes("separate")) ratedFirst++
      }
      expect(OrderAlarm.alarms(tableOf(backwards!), { scheme, states })).toEqual([])
    }
    for (const deed of ["merge", "separate", "rate", "report"]) expect(done.get(deed)).toBeGreaterThan(20)
    expect(ratedFirst).toBeGreaterThan(0)
  })
})

/** Every threshold of the preset at its strictest. */
const strictest: AlarmRules = {
  ...rules,
  rules: rules.rules.map((rule): AlarmRule => {
    switch (rule.kind) {
      case "instant":
        return { ...rule, minutes: 1_000_000 }
      case "template":
        return { ...rule, least: 2, letters: 1, days: 400 }
      case "burst":
        return { ...rule, least: 1, beyond: "0" }
      case "defaultRating":
        return { ...rule, least: 2, from: "0.01", minutes: 1_000_000 }
      case "bulkRating":
        return { ...rule, least: 2, seconds: 1_000_000 }
      case "oneAccount":
        return { ...rule, least: 2, days: 400 }
      case "dates":
        return { ...rule, earliest: rule.latest! }
      case "passing":
        return { ...rule, least: 1 }
      case "comesBack":
        return { ...rule, days: 400 }
      default:
        return rule
    }
  }),
}

describe("a clean year with one fault", () => {
  const year = yearOfOrders(11, { orders: 700, villages: 2 })
  const ids = new Set(year.entries.map(({ id }) => id))

  it.each(Object.entries(seeds))("raises exactly its alarm, on whom it concerns: %s", (_, seed) => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), (numbers) => {
        const { entries, evidence, rule, subject } = seed(year, pickOf(numbers))
        const found = OrderAlarm.alarms(rules, evidence)
        expect(found.map((alarm) => [alarm.rule, alarm.subject, alarm.entries])).toEqual([[rule, subject, entries]])
        expect(found.flatMap((alarm) => alarm.entries).filter((id) => !ids.has(id))).toEqual([])
      }),
      { numRuns: 2 },
    )
  })

  it("has a fault for every rule of the preset", () => {
    const found = new Set(Object.values(seeds).map((seed) => seed(year, pickOf([3])).rule))
    expect([...found].sort()).toEqual(rules.rules.map(({ id }) => id).sort())
  })
})

const pickOf = (numbers: ReadonlyArray<number>): Pick => {
  let next = 0
  return (below) => numbers[next++ % numbers.length]! % below
}

/** Few people, bodies, days, hours and words, so that everything happens that a rule looks at. */
const plans: fc.Arbitrary<ReadonlyArray<Plan>> = fc.array(
  fc.record({
    from: fc.constantFrom("2023-03-06", "2023-03-20", "2023-03-27"),
    asker: fc.constantFrom("p1", "p2", "p3"),
    doer: fc.constantFrom("p1", "d1", "d2"),
    branch: fc.constantFrom("branch-1", "branch-1", "branch-1", "branch-2"),
    contact: fc.constantFrom("contact-1", "contact-2"),
    category: fc.constantFrom("housing", "other"),
    place: fc.constantFrom("place-1", "place-2"),
    result: fc.constantFrom("secret words of a result", "换好了灯泡", "已办"),
    change: fc.record({
      report: fc.record({ day: fc.constantFrom(3, 4), time: fc.constantFrom("10:00:30", "10:05:00", "12:00:00") }),
      rate: fc.record({
        day: fc.constantFrom(-1, 6, 6, 6, 7),
        time: fc.constantFrom("10:00:00", "10:03:00", "10:03:00", "15:00:00"),
        fields: fc.record({
          rating: fc.constantFrom("satisfied", "satisfied", "basically"),
          opinion: fc.constant("secret opinion"),
        }),
      }),
    }),
    more: fc.constantFrom([], [
      { id: "back", day: 2, time: "11:00:00", move: "giveBack", fields: { reason: "secret reason" } },
    ] as const),
  }),
  { minLength: 3, maxLength: 16, size: "max" },
)

const evidenceOf = (all: ReadonlyArray<Plan>): Evidence => ({
  scheme: yearOfOrders(0, { orders: 0, villages: 1 }).scheme,
  states: all.map((plan, index) => {
    const id = `o${index}`
    const more = (plan.more ?? []).map((told) => ({ ...told, id: `${id}.${told.id}`, dispatch: `${id}/1` }))
    return orderOf(id, { ...plan, more })
  }),
  contacts: { d1: "contact-1", d2: "contact-9", p1: "contact-1" },
  devices: { "o0.rate": "device-1", "o0.report": "device-1", "o1.rate": "device-1", "o2.rate": "device-1" },
  relations: [
    { one: "p2", other: "d1", relation: "spouse" },
    { one: "p3", other: "d1", relation: "cousin" },
  ],
})

const [EARLIER, LATEST] = [CivilDate.parseUnsafe("2023-03-13"), CivilDate.parseUnsafe("2023-03-30")]

const share = (numerator: number): string => ["0", "0.25", "0.5", "0.75", "1"][numerator]!

/** A rule, and one that is as strict or stricter. */
const pairs: fc.Arbitrary<readonly [AlarmRule, AlarmRule]> = fc
  .record({
    less: fc.integer({ min: 2, max: 4 }),
    more: fc.constantFrom(0, 1, 1, 2, 3),
    minutes: fc.constantFrom(1, 3, 4, 6, 600, 1440, 7200),
    days: fc.constantFrom(1, 4, 5, 12, 30),
    letters: fc.integer({ min: 2, max: 5 }),
    quarter: fc.constantFrom(0, 0, 1, 2, 3),
    kind: fc.nat({ max: 11 }),
    body: fc.constantFrom("branch", "village"),
    per: fc.constantFrom("month", "quarter"),
    flag: fc.boolean(),
  })
  .map(({ body, days, flag, kind, less, letters, minutes, more, per, quarter }) => {
    const lax = less + more
    const all: ReadonlyArray<readonly [AlarmRule, AlarmRule]> = [
      both({ ...stated, kind: "instant", from: "takeOn", to: "report", minutes }, { minutes: minutes + more }),
      both({ ...stated, kind: "ownRating", marks: ["contact"] }, { marks: flag ? ["contact"] : ["device", "contact"] }),
      both(
        { ...stated, kind: "relativeRating", relations: ["cousin"] },
        { relations: flag ? ["cousin"] : ["cousin", "spouse"] },
      ),
      both(
        {
          ...stated,
          kind: "template",
          by: flag ? "doer" : "branch",
          counts: "order",
          least: lax,
          days,
          letters: letters + more,
        },
        { least: less, days: days + more, letters },
      ),
      both(
        {
          ...stated,
          kind: "burst",
          deed: flag ? "report" : "close",
          body,
          per,
          least: lax,
          lastDays: Math.min(20, days),
          beyond: share(quarter),
        },
        { least: less, lastDays: Math.min(20, days) + more, beyond: share(Math.max(0, quarter - more)) },
      ),
      both(
        { ...stated, kind: "defaultRating", body, least: lax, minutes, from: share(quarter + 1) },
        { least: less, minutes: minutes + more, from: share(Math.max(1, quarter + 1 - more)) },
      ),
      both(
        { ...stated, kind: "bulkRating", body, least: lax, seconds: days * 60 },
        { least: less, seconds: (days + more) * 60 },
      ),
      both(
        { ...stated, kind: "oneAccount", marks: ["contact", "device"], least: less, days },
        { least: 2, days: days + more },
      ),
      both({ ...stated, kind: "dates", offsetMinutes: 480, latest: LATEST }, { latest: EARLIER }),
      both(
        { ...stated, kind: "backwards", sequences: [{ first: ["report"], later: ["rate"] }] },
        {
          sequences: [
            { first: ["publish"], later: ["rate", "close"] },
            { first: ["report"], later: ["rate"] },
          ],
        },
      ),
      both({ ...stated, kind: "passing", least: 1 + more }, { least: 1 }),
      both({ ...stated, kind: "comesBack", days }, { days: days + more }),
    ]
    return all[kind]!
  })

const both = (lax: AlarmRule, strict: Partial<AlarmRule>): readonly [AlarmRule, AlarmRule] => [
  lax,
  { ...lax, ...strict } as AlarmRule,
]

const raise = (rule: AlarmRule, evidence: Evidence): ReadonlyArray<OrderAlarm.Alarm> =>
  OrderAlarm.alarms(tableOf(rule), evidence)

describe("alarms over any orders", () => {
  it("are the same whatever the order of states, rules and relations", () => {
    const mixed = plans.chain((all) => fc.tuple(fc.constant(all), fc.infiniteStream(fc.nat())))
    fc.assert(
      fc.property(mixed, ([all, numbers]) => {
        const pick: Pick = (below) => numbers.next().value % below
        const evidence = evidenceOf(all)
        const other = {
          ...evidence,
          states: shuffled(evidence.states, pick),
          relations: shuffled(evidence.relations ?? [], pick),
        }
        const mixedRules = { ...strictest, rules: shuffled(strictest.rules, pick) }
        expect(OrderAlarm.alarms(mixedRules, other)).toEqual(OrderAlarm.alarms(strictest, evidence))
      }),
    )
  })

  it("are the same whatever the order of an imported journal", () => {
    const year = yearOfOrders(3, { orders: 60, villages: 1 })
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
        const pick: Pick = (below) => numbers.next().value % below
        const { evidence } = seeds["a rating before the request"]!(year, pick)
        const journal = shuffled(evidence.journal ?? [], pick)
        expect(OrderAlarm.alarms(strictest, { ...evidence, journal })).toEqual(OrderAlarm.alarms(strictest, evidence))
      }),
      { numRuns: 10 },
    )
  })

  it("are all there still, each with its events, where a rule is stricter", () => {
    fc.assert(
      fc.property(plans, pairs, (all, [lax, strict]) => {
        const evidence = evidenceOf(all)
        const found = raise(strict, evidence)
        for (const { entries, subject } of raise(lax, evidence)) {
          const covers = found.some((other) => entries.every((id) => other.entries.includes(id)))
          expect(covers).toBe(true)
          // An account is named by the least of the people who rate by it, which more ratings can change.
          if (lax.kind !== "oneAccount") expect(found.some((other) => other.subject === subject)).toBe(true)
        }
      }),
      { numRuns: 1200 },
    )
  })

  it("cite events that are there, in their order and each once, and at least one", () => {
    fc.assert(
      fc.property(plans, (all) => {
        const evidence = evidenceOf(all)
        const ids = all.flatMap((_, index) =>
          ["request", "claim", "dispatch", "takeOn", "report", "accept", "publish", "rate", "close", "back"].map(
            (move) => `o${index}.${move}`,
          ),
        )
        for (const { entries } of OrderAlarm.alarms(strictest, evidence)) {
          expect(entries.length).toBeGreaterThan(0)
          expect(new Set(entries).size).toBe(entries.length)
          expect(entries.filter((id) => !ids.includes(id))).toEqual([])
        }
      }),
    )
  })

  it("hold no contact, device, address, category or words of anybody", () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(plans, (all) => {
        const found = OrderAlarm.alarms(strictest, evidenceOf(all))
        for (const { code } of found) seen.add(code)
        const told = JSON.stringify([found, OrderAlarm.findings(found)])
        for (const secret of ["contact-", "device-", "place-", "secret", "灯", "housing"])
          expect(told).not.toContain(secret)
      }),
    )
    expect(seen.size).toBe(12)
  })
})

describe("canaries", () => {
  /** A secret in every text, body and reference of a year, but the bodies that an order or dispatch is counted to. */
  const canaries = (year: Year, journal: ReadonlyArray<Turned>): ReadonlyArray<Turned> => {
    const fields = new Map(
      [...year.scheme.order.fields, ...year.scheme.dispatch.fields].map((field) => [field.id, field]),
    )
    const isSecret = (id: string): boolean =>
      ["text", "body", "reference"].includes(fields.get(id)?.of ?? "") &&
      !["village", "grid", "branch", "unit"].includes(id)
    return journal.map((entry) => {
      const { content } = entry.payload
      const told = Object.fromEntries(
        Object.entries(content.fields).map(([id, value]) => [id, isSecret(id) ? `canary of ${id}` : value]),
      )
      const changed = { ...content, fields: told }
      return { ...entry, payload: { ...entry.payload, content: changed, events: [changed] } }
    })
  }

  it.each(all)("sing in no alarm: %s", (_, scheme) => {
    const year = yearOfOrders(5, { orders: 200, villages: 1, scheme })
    const entries = canaries(year, year.entries)
    const states = year.journals.map((journal) => folded(canaries(year, journal), scheme))
    const sung = new Set(JSON.stringify(entries).match(/canary of \w+/g))
    for (const id of ["what", "reason", "evidence", "belongsTo", "root"]) expect(sung).toContain(`canary of ${id}`)
    const contacts = Object.fromEntries(Object.keys(year.contacts).map((person) => [person, "canary of a mark"]))
    const devices = Object.fromEntries(entries.map(({ id }) => [id, "canary of a device"]))
    for (const journal of [undefined, entries]) {
      const given = journal === undefined ? {} : { journal }
      const found = OrderAlarm.alarms(strictest, { scheme, states, contacts, devices, ...given })
      expect(found.length).toBeGreaterThan(20)
      expect(JSON.stringify([found, OrderAlarm.findings(found)])).not.toContain("canary")
    }
  })
})

describe("how long it takes", () => {
  const secondsOf = (work: () => void): number => {
    const before = process.cpuUsage()
    work()
    return process.cpuUsage(before).user / 1_000_000
  }

  it("reads 10,000 events on one order, and cites every one that it is about", () => {
    const passes = 3300
    const more = Array.from({ length: passes }, (_, index) => {
      const at = (second: number): string =>
        new Date(1_678_000_000_000 + (index * 3 + second) * 1000).toISOString().slice(11, 19)
      const told = { day: 2, dispatch: `o/${index + 2}` }
      return [
        { ...told, id: `d${index}`, time: at(0), move: "dispatch", fields: { doer: "x" } },
        { ...told, id: `t${index}`, time: at(1), move: "takeOn", actor: { post: "member", person: "x" } },
        { ...told, id: `b${index}`, time: at(2), move: "reassign", fields: { reason: "另派" } },
      ]
    }).flat()
    const state = orderOf("o", { change: { dispatch: { time: "00:00:00" } }, more })
    let found: ReadonlyArray<OrderAlarm.Alarm> = []
    const seconds = secondsOf(() => {
      found = OrderAlarm.alarms(rules, evidenceFor(state))
    })
    expect(found.map(({ rule }) => rule)).toEqual(["推诿"])
    expect(found[0]?.entries).toHaveLength(passes)
    expect(seconds).toBeLessThan(4)
  })

  const evidenceFor = (state: Evidence["states"][number]): Evidence => ({
    ...evidenceOf([]),
    states: [state],
    devices: {},
  })

  it("reads 100,000 steps under all rules in a moment", () => {
    const year = yearOfOrders(2, { orders: 500, villages: 2 })
    const renamed = Array.from({ length: 8 }, (_, copy) =>
      year.states.map((state) => ({ ...state, id: `${state.id}/${copy}` })),
    ).flat()
    const steps = stepsIn({ scheme: year.scheme, states: renamed })
    expect(steps).toBeGreaterThan(100_000)
    const seconds = secondsOf(() => {
      OrderAlarm.alarms(rules, { scheme: year.scheme, states: renamed })
    })
    expect(seconds).toBeLessThan(10)
  })
})
