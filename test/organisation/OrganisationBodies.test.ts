import * as HashMap from "effect/HashMap"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as OrganisationBodies from "../../src/organisation/OrganisationBodies.js"
import type { Happening, Reason, Turn } from "../../src/organisation/OrganisationChange.js"
import type * as Journal from "../../src/process/Journal.js"
import { at, bodiesOf, day, establish, organisation } from "./smallTown.js"

const event = (payload: Happening, id = "e", on = "2024-01-01"): Journal.Entry<Happening> => ({
  id,
  on: day(on),
  recordedAt: at(0),
  actor: { post: "组织委员" },
  payload,
})
const turn = (events: ReadonlyArray<Happening>, id = "e"): Journal.Entry<Turn> => ({
  ...event(events[0]!, id),
  payload: { content: { change: "rename", id: "a", name: "甲" }, events },
})

const told = ({ bodies, below, passages, events }: OrganisationBodies.OrganisationBodies) => ({
  bodies: HashMap.toEntries(bodies).sort(([a], [b]) => (a < b ? -1 : 1)),
  below: HashMap.toEntries(below)
    .map(([id, children]) => [id, [...HashMap.keys(children)].sort()])
    .sort(),
  passages: HashMap.toEntries(passages).sort(([a], [b]) => (a < b ? -1 : 1)),
  events,
})

const town = bodiesOf([
  ["2020-01-01", establish("t", "township")],
  ["2020-01-02", establish("a", "branch", "t")],
  ["2020-01-03", establish("b", "branch", "t")],
])

describe("the bodies after an event", () => {
  it("know since when a body stands and which entry last touched it", () => {
    const renamed = OrganisationBodies.evolve(town, event({ happened: "renamed", id: "a", name: "新" }, "e9"))
    expect(OrganisationBodies.find(renamed, "a")).toMatchObject({ is: "standing", from: "2020-01-02", entry: "e9" })
    const over = OrganisationBodies.evolve(
      renamed,
      event({ happened: "ended", id: "a", reason: "merged", successors: ["b"] }, "e10"),
    )
    expect(OrganisationBodies.find(over, "a")).toEqual({
      is: "ended",
      organisation: organisation("a", "branch", "t", { name: "新" }),
      from: "2020-01-02",
      on: "2024-01-01",
      reason: "merged",
      successors: ["b"],
      entry: "e10",
    })
    expect(OrganisationBodies.children(over, "t")).toEqual(["b"])
  })

  it("take the passages of a duplicate over to the body that it is", () => {
    const split = OrganisationBodies.evolve(town, event({ happened: "divided", id: "a", into: ["c"] }))
    const known = OrganisationBodies.evolve(split, event({ happened: "aliased", id: "a", of: "b" }))
    expect(HashMap.toEntries(known.passages).map(([id, passages]) => [id, passages.map(({ to }) => to)])).toEqual([
      ["b", [["c"]]],
    ])
  })

  it.each<readonly [string, Happening]>([
    ["a body set up twice", { happened: "established", organisation: organisation("a", "committee") }],
    ["a name for nobody", { happened: "renamed", id: "z", name: "无" }],
    ["a place for nobody", { happened: "reparented", id: "z" }],
    ["the end of nobody", { happened: "ended", id: "z", reason: "unitGone", successors: ["a"] }],
    ["the division of nobody", { happened: "divided", id: "z", into: ["a"] }],
    ["an alias of itself", { happened: "aliased", id: "a", of: "a" }],
    ["members on their way", { happened: "placed", from: ["a"], members: { to: "b" } }],
  ])("are as they were after %s", (_, payload) => {
    const after = OrganisationBodies.evolve(town, event(payload))
    expect(told(after)).toEqual({ ...told(town), events: town.events + 1 })
  })

  it("close no ring of aliases", () => {
    const known = OrganisationBodies.evolve(town, event({ happened: "aliased", id: "a", of: "b" }))
    const again = OrganisationBodies.evolve(known, event({ happened: "aliased", id: "b", of: "a" }))
    expect([OrganisationBodies.resolve(again, "a"), OrganisationBodies.resolve(again, "b")]).toEqual(["b", "b"])
  })

  it("follow 100,000 aliases", () => {
    const events = Array.from(
      { length: 100_000 },
      (_, index): Happening => ({
        happened: "aliased",
        id: `n${index + 1}`,
        of: `n${index}`,
      }),
    )
    const known = OrganisationBodies.replay([turn(events)])
    expect(OrganisationBodies.resolve(known, "n100000")).toBe("n0")
  })
})

const ids = fc.constantFrom("a", "b", "c", "d", "e", "f")
const reasons = fc.constantFrom<Reason>("merged", "split", "unitGone")
const happenings: fc.Arbitrary<Happening> = fc.oneof(
  fc
    .record({ id: ids, under: fc.option(ids, { nil: undefined }) })
    .map(({ id, under }): Happening => ({ happened: "established", organisation: organisation(id, "branch", under) })),
  fc.record({ happened: fc.constant("renamed" as const), id: ids, name: fc.constant("新") }),
  fc.record(
    { happened: fc.constant("reparented" as const), id: ids, supervisedBy: ids },
    { requiredKeys: ["happened", "id"] },
  ),
  fc.record({ happened: fc.constant("divided" as const), id: ids, into: fc.array(ids, { maxLength: 2 }) }),
  fc.record({
    happened: fc.constant("ended" as const),
    id: ids,
    reason: reasons,
    successors: fc.array(ids, { maxLength: 2 }),
  }),
  fc.record({ happened: fc.constant("aliased" as const), id: ids, of: ids }),
)

describe("any events whatever, lawful or not", () => {
  it("come to the same all at once as one by one, and leave what was before untouched", () => {
    fc.assert(
      fc.property(fc.array(happenings, { maxLength: 20 }), fc.array(happenings, { maxLength: 20 }), (first, more) => {
        const before = first.reduce(
          (state, payload) => OrganisationBodies.evolve(state, event(payload)),
          OrganisationBodies.none(),
        )
        const kept = told(before)
        const single = more.reduce((state, payload) => OrganisationBodies.evolve(state, event(payload)), before)
        const bulk = OrganisationBodies.replay(more.length === 0 ? [] : [turn(more)], before)
        expect(told(bulk)).toEqual(told(single))
        expect(told(before)).toEqual(kept)
      }),
      { numRuns: 500 },
    )
  })

  it("keep every standing body below the superior that it names, and lead every id to one that is no alias", () => {
    let [aliases, standing] = [0, 0]
    fc.assert(
      fc.property(fc.array(happenings, { maxLength: 30 }), (events) => {
        const bodies = OrganisationBodies.replay(events.length === 0 ? [] : [turn(events)])
        const list = OrganisationBodies.standing(bodies)
        for (const { id, supervisedBy } of list) {
          if (supervisedBy !== undefined) expect(OrganisationBodies.children(bodies, supervisedBy)).toContain(id)
        }
        const below = HashMap.toEntries(bodies.below).flatMap(([, children]) => [...HashMap.keys(children)])
        expect(below.length).toBe(list.filter(({ supervisedBy }) => supervisedBy !== undefined).length)
        for (const [id, body] of HashMap.toEntries(bodies.bodies)) {
          const own = OrganisationBodies.resolve(bodies, id)
          expect(OrganisationBodies.resolve(bodies, own)).toBe(own)
          if (body.is === "alias") aliases++
        }
        standing += list.length
      }),
      { numRuns: 500 },
    )
    expect(Math.min(aliases, standing)).toBeGreaterThan(100)
  })
})
