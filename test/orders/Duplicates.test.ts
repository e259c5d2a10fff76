import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as Duplicates from "../../src/orders/Duplicates.js"
import * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import * as FiveOrders from "../../src/presets/FiveOrders.js"
import type { Actor } from "../../src/process/Actor.js"

const { scheme } = FiveOrders
const START = CivilDate.dayNumber(CivilDate.parseUnsafe("2023-03-01"))
const { evolve, initial } = ServiceOrder.decider(scheme, () => true)

type Said = readonly [
  day: number,
  move: string,
  fields?: ServiceOrder.Taken["fields"],
  by?: { readonly actor?: Actor; readonly dispatch?: string; readonly late?: number },
]
const clerk: Actor = { post: "grid", person: "p-grid" }

/** Steps on days from the first; all made up. */
const order = (id: string, ...steps: ReadonlyArray<Said>): Duplicates.Order => {
  const state = steps.reduce<ServiceOrder.State>((before, [day, move, fields = {}, by = {}], number) => {
    const { actor = clerk, dispatch, late = 0 } = by
    const payload = { order: id, move, fields, ...(dispatch === undefined ? {} : { dispatch }) }
    const recordedAt = Coordinate.instantUnsafe(1_000_000 + (day + late) * 1000 + number)
    return evolve(before, {
      id: `e${number}`,
      on: CivilDate.ofDayNumberUnsafe(START + day),
      recordedAt,
      actor,
      payload,
    })
  }, initial)
  expect(ServiceOrder.asides(state)).toEqual([])
  return { scheme, state }
}

const asked = (id: string, day = 0, category = "facilities") =>
  order(id, [day, "patrol", { what: "路灯不亮", category }])
const merged = (id: string, root: string, ...more: ReadonlyArray<Said>) =>
  order(id, [0, "request", { what: "灯不亮" }, { actor: resident(id) }], [1, "merge", { root }], ...more)
const resident = (id: string): Actor => ({ post: "resident", person: `p-${id}` })

const member: Actor = { post: "member", person: "p-member" }
const work: ReadonlyArray<Said> = [
  [0, "request", { what: "路灯不亮" }, { actor: resident("root") }],
  [1, "claim"],
  [2, "dispatch", { doer: "p-member" }, { dispatch: "d1" }],
  [3, "takeOn", {}, { actor: member, dispatch: "d1" }],
  [4, "report", { evidence: "photo" }, { actor: member, dispatch: "d1" }],
  [5, "accept", {}, { dispatch: "d1" }],
  [6, "publish"],
]
const rated = (rating: string): ReadonlyArray<Said> => [...work, [7, "rate", { rating }, { actor: resident("root") }]]
const satisfied = order("root", ...rated("satisfied"), [8, "close"])
const lapsed = order("root", ...work, [8, "lapse"])
const published = order("root", ...work)
const gone = (move: string, fields: ServiceOrder.Taken["fields"] = {}) =>
  order("root", [0, "request", { what: "x" }], [8, move, fields])
const WHY = { reason: "x" }
const referred = gone("refer", { ...WHY, belongsTo: "供电所" })

describe("what is wrong with the merges", () => {
  it("is told all at once, by ids, whatever the order of the orders", () => {
    const orders = [
      merged("a", "b"),
      merged("b", "c"),
      merged("c", "a"),
      merged("d", "d"),
      merged("e", "nowhere"),
      merged("f", "a"),
      asked("g"),
      asked("g", 3),
      { scheme, state: initial },
    ]
    const found = Duplicates.of(orders)
    expect(found.faults.map(({ code, params }) => [code, ...Object.values(params)])).toEqual([
      ["duplicates.idTwice", "g"],
      ["duplicates.itself", "d"],
      ["duplicates.noRoot", "e", "nowhere"],
      ["duplicates.notBegun"],
      ["duplicates.ring", "a → b → c → a"],
    ])
    expect(Duplicates.of(orders.toReversed())).toEqual(found)
    expect([...found.roots]).toEqual([])
    for (const id of ["a", "d", "e", "f", "g"]) expect(Duplicates.outcomeOf(found, id)).toBeUndefined()
  })

  it("is nothing where an order was separated, or withdrawn while it waited: it is its own root", () => {
    const apart = merged("a", "root", [2, "separate", WHY])
    const back = merged("b", "root", [2, "withdraw", {}, { actor: resident("b") }])
    const found = Duplicates.of([apart, back, satisfied])
    expect([found.faults, [...found.into]]).toEqual([[], []])
    expect(Duplicates.outcomeOf(found, "b")).toEqual({ root: "b", outcome: "withdrawn" })
  })
})

describe("the outcome of the root", () => {
  it.each([
    ["satisfied", satisfied, "done"],
    ["not rated", lapsed, "done"],
    ["not ours", referred, "notOurs"],
    ["refused", gone("refuse", WHY), "refused"],
    ["withdrawn", gone("withdraw"), "withdrawn"],
    ["going on", published, undefined],
  ] as const)("%s goes through a chain, and no rating with it", (_, root, outcome) => {
    const found = Duplicates.of([root, merged("a", "root"), merged("b", "a"), merged("c", "b")])
    for (const id of ["a", "b", "c"])
      expect(Duplicates.outcomeOf(found, id)).toEqual({ root: "root", ...(outcome === undefined ? {} : { outcome }) })
  })

  it("leaves each its own rating, and the root its own outcome", () => {
    const own = (id: string, rating: string) =>
      merged(id, "root", [9, "rateJoined", { rating }, { actor: resident(id) }])
    const found = Duplicates.of([satisfied, own("a", "unsatisfied"), own("b", "satisfied"), merged("c", "root")])
    expect(["root", "a", "b", "c"].map((id) => Duplicates.outcomeOf(found, id))).toEqual([
      { root: "root", outcome: "satisfied", rating: "satisfied" },
      { root: "root", outcome: "done", rating: "unsatisfied" },
      { root: "root", outcome: "done", rating: "satisfied" },
      { root: "root", outcome: "done" },
    ])
  })
})

describe("a rating", () => {
  it("without an answer takes none back, and one of an attempt before counts no more", () => {
    const silent = order("root", ...work, [7, "revisitUnanswered", { rating: "unanswered" }])
    expect(Duplicates.ownRating(silent)).toEqual({ choice: "unanswered", rating: "unanswered" })
    const anew = order("root", ...rated("unsatisfied"), [8, "rework"])
    expect(Duplicates.ownRating(order("root", ...rated("unsatisfied")))?.rating).toBe("unsatisfied")
    expect(Duplicates.ownRating(anew)).toBeUndefined()
    const told: Said = [3, "rateJoined", { rating: "satisfied" }, { actor: resident("a") }]
    expect(Duplicates.ownRating(merged("a", "root", told))?.rating).toBe("satisfied")
    expect(Duplicates.ownRating(merged("a", "root", told, [4, "separate", WHY]))).toBeUndefined()
  })
})

describe("what can be done with orders that wait", () => {
  const sorted = (root: Duplicates.Order, ...others: ReadonlyArray<Duplicates.Order>) => {
    const { close, separate } = Duplicates.settleable(Duplicates.of([root, ...others]))
    return [close.map((one) => one.order), separate.map((one) => one.order)]
  }

  it("they are closed with a root that was done, not feasible or not ours", () => {
    const abandoned = order("root", ...work.slice(0, 6), [8, "abandon", WHY])
    for (const root of [satisfied, lapsed, referred, abandoned])
      expect(sorted(root, merged("a", "root"), merged("b", "a"))).toEqual([["a", "b"], []])
  })

  it("they are separated from one that was withdrawn, refused or excluded, and what is merged into them stays with them", () => {
    for (const root of [gone("withdraw"), gone("refuse", WHY), gone("exclude", WHY)])
      expect(sorted(root, merged("a", "root"), merged("b", "a"))).toEqual([[], ["a"]])
    const closed = merged("a", "root", [9, "settle"])
    expect(sorted(gone("refuse", WHY), closed, merged("b", "a"), merged("c", "b"))).toEqual([[], ["b"]])
  })

  it("they wait while the root goes on", () => {
    expect(sorted(published, merged("a", "root"))).toEqual([[], []])
  })
})

describe("what guards are told", () => {
  const answer = (root: Duplicates.Order, move: string, actor: Actor, day: number, waiting = merged("a", "root")) => {
    const tells = Duplicates.tells(Duplicates.of([root, waiting]), scheme)
    const on = CivilDate.ofDayNumberUnsafe(START + day)
    const question = { actor, move, fields: {}, on, recordedAt: Coordinate.instantUnsafe(1_000_000 + day * 1000 + 999) }
    return tells("主单已办结", question, { order: waiting.state, fields: waiting.state.fields })
  }

  it("is that the root has ended, on the day that is asked about and not before", () => {
    expect([7, 8, 9].map((day) => answer(satisfied, "rateJoined", resident("a"), day))).toEqual([false, true, true])
    expect(answer(published, "rateJoined", resident("a"), 20)).toBe(false)
  })

  it("is what was known then: an end that is recorded later is not", () => {
    const late = order("root", ...work, [8, "lapse", {}, { late: 5 }])
    expect([9, 14].map((day) => answer(late, "settle", clerk, day))).toEqual([false, true])
  })

  it("lets an order be closed with a root in which nothing was done, and not rated", () => {
    expect([answer(referred, "settle", clerk, 9), answer(referred, "rateJoined", resident("a"), 9)]).toEqual([
      true,
      false,
    ])
    expect(answer(gone("refuse", WHY), "settle", clerk, 9)).toBe(false)
  })

  it("is not so for whoever did the work under the root, though they asked for the merged order", () => {
    const own = order("a", [0, "request", { what: "灯不亮" }, { actor: member }], [1, "merge", { root: "root" }])
    expect(answer(satisfied, "rateJoined", member, 9, own)).toBe(false)
    expect(answer(satisfied, "settle", { post: "grid", person: "p-member" }, 9)).toBe(false)
    expect(answer(satisfied, "settle", { post: "grid" }, 9)).toBeUndefined()
  })

  it("is not known where the root is not, and of other facts nothing", () => {
    expect(answer(asked("z"), "settle", clerk, 9)).toBeUndefined()
    const tells = Duplicates.tells(Duplicates.of([satisfied, merged("a", "root")]), scheme)
    const { state } = merged("a", "root")
    const question = {
      actor: clerk,
      move: "settle",
      fields: {},
      on: CivilDate.ofDayNumberUnsafe(START),
      recordedAt: Coordinate.instantUnsafe(1),
    }
    expect(tells("评价期满", question, { order: state, fields: {} })).toBeUndefined()
    expect(tells("主单已办结", question, { order: asked("q").state, fields: {} })).toBeUndefined()
  })

  it("holds in the decider: a doer's rating of a merged order is refused, another's is not", () => {
    const waiting = order("a", [0, "request", { what: "灯不亮" }, { actor: member }], [1, "merge", { root: "root" }])
    const decide = (who: Duplicates.Order, actor: Actor) => {
      const duplicates = Duplicates.of([satisfied, who])
      const decided = ServiceOrder.decider(scheme, () => true, Duplicates.tells(duplicates, scheme)).decide(who.state, {
        id: "c1",
        on: CivilDate.ofDayNumberUnsafe(START + 9),
        recordedAt: Coordinate.instantUnsafe(2_000_000),
        actor,
        content: { order: "a", move: "rateJoined", fields: { rating: "satisfied" } },
      })
      return Result.isFailure(decided) ? decided.failure.map(({ code }) => code) : []
    }
    expect(decide(waiting, member)).toEqual(["proceeding.guard"])
    expect(decide(merged("a", "root"), resident("a"))).toEqual([])
  })
})

it("orders that were rated or closed when they should not have been are found in what was recorded", () => {
  const own = order(
    "a",
    [0, "request", { what: "灯不亮" }, { actor: member }],
    [1, "merge", { root: "root" }],
    [9, "rateJoined", { rating: "satisfied" }, { actor: member }],
  )
  const early = merged("b", "root", [7, "rateJoined", { rating: "satisfied" }, { actor: resident("b") }], [9, "settle"])
  const untold = merged("c", "root", [9, "settle", {}, { actor: { post: "grid" } }])
  const good = merged("d", "root", [9, "rateJoined", { rating: "satisfied" }, { actor: resident("d") }], [9, "settle"])
  const found = Duplicates.findings(Duplicates.of([satisfied, own, early, untold, good]))
  expect(found.map(({ code, params, subject }) => [code, subject, params.deed, params.root])).toEqual([
    ["duplicates.early", "b", "rate", "root"],
    ["duplicates.ownWork", "a", "rate", "root"],
    ["duplicates.unnamed", "c", "close", "root"],
  ])
})

describe("orders that look alike", () => {
  const likeness: Duplicates.Likeness = { format: 1, id: "同类同址", fields: ["category"], marks: ["place"], days: 7 }
  const places: Readonly<Record<string, string>> = {
    a: "灯杆12",
    b: "灯杆12",
    c: "灯杆12",
    d: "灯杆12",
    e: "灯杆9",
    f: "",
  }
  const marks = (id: string): Readonly<Record<string, string>> =>
    places[id] === undefined ? {} : { place: places[id] }
  const alike = (orders: ReadonlyArray<Duplicates.Order>, of = likeness) =>
    Duplicates.alike(Duplicates.of(orders), of, marks)

  it("hold the same and bear the same marks within the days, both ends included", () => {
    const orders = [asked("a", 0), asked("b", 7), asked("c", 8), asked("d", 3, "housing"), asked("e", 1)]
    expect(alike(orders)).toEqual([
      { order: "b", like: "a", days: 7 },
      { order: "c", like: "b", days: 1 },
    ])
    expect(alike(orders.toReversed())).toEqual(alike(orders))
  })

  it("are no orders without a mark, merged or ended, and nothing without a key", () => {
    expect(alike([asked("f"), asked("x"), asked("y")])).toEqual([])
    const ended = order("b", [1, "patrol", { what: "x", category: "facilities" }], [2, "refuse", WHY])
    const joined = order("c", [1, "patrol", { what: "x", category: "facilities" }], [2, "merge", { root: "a" }])
    expect(alike([asked("a"), ended, joined])).toEqual([])
    expect(alike([asked("a"), asked("b")], { ...likeness, fields: [], marks: [] })).toEqual([])
  })

  it("a likeness is a document that is checked as a whole", () => {
    const decoded = Duplicates.document.decode({ ...likeness, fields: ["category", "category"] })
    expect(Result.isFailure(decoded) && decoded.failure.map(({ code, path }) => [code, ...path])).toEqual([
      ["duplicates.keyTwice", "fields", 1],
    ])
    expect(Duplicates.document.is(likeness)).toBe(true)
    expect(Duplicates.document.is({ ...likeness, days: -1 })).toBe(false)
  })
})
