/**
 * How often the interesting region is reached. In 200 random orders of all schemes: 72 going on, 47 excluded, 29 done, 24 withdrawn, 8 satisfied, 6 merged, 5 not ours, 4 refused, 3 unsatisfied, 2 not rated; on the
 * way 165 dispatched, 141 reported, 127 accepted, 61 published, 45 rated or re-visited, 15 reworks, 15 given back, 6 disowned, 57 complaints, 29 sent back; 27 extended,
 * with real clocks 42 late, 28 met, 6 running; 174 twins differ for staff. In turn, of 250 orders with one field protected 229 twins differ for staff.
 */
import * as fc from "fast-check"
import { expect, test } from "vitest"
import * as Audience from "../../src/foundation/Audience.js"
import * as Canonical from "../../src/foundation/Canonical.js"
import * as Duplicates from "../../src/orders/Duplicates.js"
import * as OrderScheme from "../../src/orders/OrderScheme.js"
import * as OrderTerm from "../../src/orders/OrderTerm.js"
import * as OrderView from "../../src/orders/OrderView.js"
import * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import { dueOf, inTurn, picks, schemes, shown, strict, type Walked, walk } from "./twins.js"

const walks = fc.tuple(fc.constantFrom(...schemes), picks(6, 40)).map(([scheme, chosen]) => walk(scheme, chosen))

const released: OrderView.Shown["released"] = {
  public: {
    request: "一处路灯不亮",
    on: "2023-03-02" as never,
    attempt: 1,
    releaser: { post: "监委会", person: "密审" },
  },
  villagers: {
    result: "已换灯泡",
    on: "2023-03-03" as never,
    attempt: 2,
    releaser: { post: "监委会", person: "密审" },
  },
}
const SHOWN: OrderView.Shown = { ...shown, root: { outcome: "done" }, released }

const all = (order: Duplicates.Order, audience: Audience.Audience, of = SHOWN): string => {
  const rows = OrderView.sheet([{ ...order, shown: of }], audience)
  return Canonical.textUnsafe([
    OrderView.view(order, of, audience) ?? null,
    OrderView.timeline(order, of, audience),
    "success" in rows ? rows.success : null,
  ])
}

const deedsOf = ({ entries, scheme }: Walked): ReadonlyArray<OrderTerm.Deed | undefined> =>
  entries.map(({ payload }) => OrderScheme.deedOf(scheme, payload.content.move))

test("schemes of the laws are sound", () => {
  for (const scheme of schemes) expect(OrderScheme.check(scheme)).toEqual([])
})

/** An order and its twin, each with its own clock and a root that ended in its own way. */
const both = ({ entries, scheme, state, twin }: Walked, later: number) => {
  const last = entries.at(-1)
  const at = (self: ServiceOrder.State, root: "done" | "notOurs"): OrderView.Shown => ({
    ...SHOWN,
    root: { outcome: root },
    ...(last === undefined ? {} : dueOf(scheme, self, last, later)),
  })
  const [own, other] = [at(state, "done"), at(twin, "notOurs")]
  return {
    due: own.due,
    isOtherDue: own.due?.deadline !== other.due?.deadline,
    own: (audience: Audience.Audience) => all({ scheme, state }, audience, own),
    other: (audience: Audience.Audience) => all({ scheme, state: twin }, audience, other),
  }
}

/** An instant, in a text in which days are written as days. */
const INSTANT = /\d{12}/

test("non-interference: orders that differ in persons and in what is not open have the same bytes for the public and the village", () => {
  const counts: Record<string, number> = {}
  const count = (name: string) => {
    counts[name] = (counts[name] ?? 0) + 1
  }
  fc.assert(
    fc.property(walks, fc.nat(9), (walked, later) => {
      const { scheme, secrets, state } = walked
      const { due, other, own } = both(walked, later)
      for (const deed of new Set(deedsOf(walked))) count(`with ${deed ?? "a move of its own"}`)
      count(ServiceOrder.outcome(scheme, state) ?? "goes on")
      if (own("staff") !== other("staff")) count("differs for staff")
      if (due !== undefined) count(`due, ${due.state}`)
      for (const audience of ["public", "villagers"] as const) {
        const text = own(audience)
        expect(other(audience)).toBe(text)
        expect(text).not.toMatch(INSTANT)
        for (const secret of [...secrets, "密单", "密派", "密审"]) expect(text).not.toContain(secret)
      }
    }),
    { numRuns: 300 },
  )
  for (const deed of ["rework", "disown", "giveBack", "refer", "complain", "merge", "rate", "sendBack", "publish"])
    expect(counts[`with ${deed}`]).toBeGreaterThan(2)
  for (const name of ["due, running", "due, late"]) expect(counts[name]).toBeGreaterThan(2)
  expect(counts["differs for staff"]).toBeGreaterThan(100)
})

test("non-interference holds with each standard field protected in turn, and real clocks", () => {
  const told = new Set(inTurn.map(([id]) => id))
  expect(Object.keys(OrderTerm.fields).filter((id) => !told.has(id))).toEqual([])
  const ofDays = inTurn.filter(([id]) => id === "days")
  const extended = Array.from({ length: 8 }, () => ofDays).flat()
  let [differ, dueDiffers] = [0, 0]
  const property = fc.property(
    fc.constantFrom(...inTurn, ...extended),
    picks(8, 30),
    fc.nat(9),
    ([id, scheme], chosen, later) => {
      const walked = walk(scheme, chosen)
      const { isOtherDue, other, own } = both(walked, later)
      for (const audience of ["public", "villagers"] as const) expect(other(audience)).toBe(own(audience))
      if (own("staff") !== other("staff")) differ++
      if (id === "days" && isOtherDue) dueDiffers++
    },
  )
  fc.assert(property, { numRuns: 250 })
  expect(differ).toBeGreaterThan(120)
  expect(dueDiffers).toBeGreaterThan(0)
})

test("what stands in no view for anybody stands in none, and the requester's own words show to the requester alone", () => {
  const never = ["place", "contact", "actedFor", "result", "complaint", "reason", "call", "evidence", "root"]
  fc.assert(
    fc.property(walks, ({ entries, scheme, state }) => {
      const given = (ids: ReadonlyArray<string>) =>
        entries.flatMap(({ payload }) => ids.flatMap((id) => payload.content.fields[id] ?? [])).map(String)
      for (const audience of Audience.all) {
        const text = all({ scheme, state }, audience)
        for (const value of given(never)) if (value !== "§resident-1§") expect(text).not.toContain(value)
        if (audience !== "requester") for (const value of given(["what", "opinion"])) expect(text).not.toContain(value)
      }
      if (entries.length > 0) expect(all({ scheme, state }, "requester")).toContain(String(state.fields.what))
    }),
    { numRuns: 80 },
  )
})

test("no requester's person stands in any view, unless they did work", () => {
  fc.assert(
    fc.property(walks, ({ entries, scheme, state }) => {
      const person = entries[0]?.actor.person
      const worked = entries.some(
        ({ actor, payload }) =>
          actor.person === person &&
          ["takeOn", "serve", "report"].includes(OrderScheme.deedOf(scheme, payload.content.move) ?? ""),
      )
      if (person === undefined || worked) return
      for (const audience of Audience.all) expect(all({ scheme, state }, audience)).not.toContain(person)
    }),
    { numRuns: 80 },
  )
})

test("that somebody complained, and was answered, changes no view of the public or of the village", () => {
  let with_ = 0
  const hidden = ["complain", "answer", "verify"]
  fc.assert(
    fc.property(walks, (walked) => {
      const { entries, scheme, state } = walked
      const { evolve, initial } = ServiceOrder.decider(scheme, () => true)
      const kept = entries.filter(({ payload }) => {
        const deed = OrderScheme.deedOf(scheme, payload.content.move)
        return (
          !(deed !== undefined && hidden.includes(deed)) || Object.keys(payload.content.fields).includes("category")
        )
      })
      if (kept.length < entries.length) with_++
      const without = kept.reduce(
        (before, entry) => evolve(before, { ...entry, payload: entry.payload.content }),
        initial,
      )
      const branch = { ...without, fields: state.fields }
      for (const audience of ["public", "villagers"] as const)
        expect(all({ scheme, state: branch }, audience)).toBe(all({ scheme, state }, audience))
    }),
    { numRuns: 100 },
  )
  expect(with_).toBeGreaterThan(10)
})

const within = (part: unknown, whole: unknown): boolean => {
  if (typeof part !== "object" || part === null) return part === whole
  if (typeof whole !== "object" || whole === null) return false
  return Object.entries(part).every(
    ([key, inner]) => Object.hasOwn(whole, key) && within(inner, (whole as Record<string, unknown>)[key]),
  )
}

test("what the public sees everybody sees, and what the village sees staff see; so do timelines", () => {
  fc.assert(
    fc.property(walks, ({ scheme, state }) => {
      const view = (audience: Audience.Audience) => OrderView.view({ scheme, state }, SHOWN, audience) ?? {}
      for (const audience of Audience.all) expect(within(view("public"), view(audience))).toBe(true)
      expect(within(view("villagers"), view("staff"))).toBe(true)
      const line = (audience: Audience.Audience) => [...OrderView.timeline({ scheme, state }, SHOWN, audience)]
      for (const [less, more] of [
        ["public", "villagers"],
        ["villagers", "staff"],
        ["public", "requester"],
      ] as const) {
        const rest = line(more)
        for (const event of line(less)) {
          while (rest.length > 0 && !within(event, rest[0])) rest.shift()
          expect(rest.shift()).toBeDefined()
        }
      }
    }),
    { numRuns: 80 },
  )
})

test("counts and days are those that a clerk counts in the journal", () => {
  fc.assert(
    fc.property(walks, (walked) => {
      const { entries, scheme, state } = walked
      const deeds = deedsOf(walked)
      const times = (...which: ReadonlyArray<OrderTerm.Deed>) =>
        deeds.filter((deed) => deed !== undefined && which.includes(deed)).length
      const day = (deed: OrderTerm.Deed) => {
        const anew = deeds.lastIndexOf("rework")
        return entries.filter((_, place) => deeds[place] === deed && place > anew).at(-1)?.on
      }
      if (entries.length === 0) return expect(OrderView.view({ scheme, state }, SHOWN, "staff")).toBeUndefined()
      const view = OrderView.view({ scheme, state }, SHOWN, "staff") as OrderView.OrderView
      expect(view.counts).toEqual({
        dispatches: times("dispatch"),
        services: times("serve"),
        persons: entries.reduce((sum, { payload }) => sum + Number(payload.content.fields.persons ?? 0), 0),
        returns: times("giveBack", "disown"),
        attempts: 1 + times("rework"),
      })
      expect(view.complaints).toBe(times("complain"))
      expect([view.requestedOn, view.dispatchedOn, view.reportedOn, view.publishedOn]).toEqual([
        entries[0]?.on,
        entries[deeds.indexOf("dispatch")]?.on,
        day("report"),
        day("publish"),
      ])
      expect(view.endedOn).toBe(view.outcome === undefined ? undefined : entries.at(-1)!.on)
      expect(OrderView.timeline({ scheme, state }, SHOWN, "staff").length).toBe(entries.length)
      expect(Duplicates.ownRating({ scheme, state })?.rating).toBe(state.rated)
    }),
    { numRuns: 80 },
  )
})

test("a field that the scheme protects shows neither to the public nor to the village, and to staff", () => {
  const keys = ["kind", "category", "village", "grid", "branch", "solved"]
  let seen = 0
  fc.assert(
    fc.property(picks(1, 40), (chosen) => {
      const { state } = walk(strict, chosen)
      for (const audience of ["public", "villagers"] as const) {
        const view = OrderView.view({ scheme: strict, state }, SHOWN, audience) as Record<string, unknown> | undefined
        for (const key of keys) expect(view ?? {}).not.toHaveProperty(key)
        expect(view?.units ?? []).toEqual([])
        expect(view ?? {}).not.toHaveProperty("rootOutcome")
        expect(view?.counts ?? {}).not.toHaveProperty("persons")
      }
      const staff = OrderView.view({ scheme: strict, state }, SHOWN, "staff") as Record<string, unknown> | undefined
      if (keys.some((key) => staff?.[key] !== undefined)) seen++
    }),
    { numRuns: 60 },
  )
  expect(seen).toBeGreaterThan(20)
})
