/**
 * How often the interesting region is reached. In one run of 300 random sets of up to 12 orders: 996 merged, 174 of them through others, 149 rings, 93 roots that are not there, 68 to be
 * closed, 152 to be separated.
 */
import * as fc from "fast-check"
import { expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as Duplicates from "../../src/orders/Duplicates.js"
import * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import * as FiveOrders from "../../src/presets/FiveOrders.js"

const { scheme } = FiveOrders
const { evolve, initial } = ServiceOrder.decider(scheme, () => true)
const FIRST = CivilDate.dayNumber(CivilDate.parseUnsafe("2023-03-01"))

type Ends = "goes on" | "refer" | "refuse" | "withdraw" | "exclude" | "settle" | "separate"
interface Drawn {
  readonly into: number | undefined
  readonly ends: Ends
  readonly rating: "satisfied" | "unsatisfied" | undefined
  readonly day: number
  readonly place: number
}

const idOf = (place: number): string => `o${String(place).padStart(5, "0")}`

const orderOf = (drawn: Drawn, place: number): Duplicates.Order => {
  const actor = { post: "resident", person: `p${place}` }
  const steps: Array<readonly [string, ServiceOrder.Taken["fields"]]> = [
    ["request", { what: "灯不亮", category: "facilities" }],
  ]
  if (drawn.into !== undefined) steps.push(["merge", { root: idOf(drawn.into) }])
  if (drawn.into !== undefined && drawn.rating !== undefined) steps.push(["rateJoined", { rating: drawn.rating }])
  if (drawn.into !== undefined && drawn.ends === "separate") steps.push(["separate", { reason: "x" }])
  if (drawn.into !== undefined && (drawn.ends === "settle" || drawn.ends === "withdraw")) steps.push([drawn.ends, {}])
  if (drawn.into === undefined && ["refer", "refuse", "withdraw", "exclude"].includes(drawn.ends))
    steps.push([drawn.ends, drawn.ends === "withdraw" ? {} : { reason: "x", belongsTo: "u" }])
  const state = steps.reduce<ServiceOrder.State>(
    (before, [move, fields], number) =>
      evolve(before, {
        id: `e${number}`,
        on: CivilDate.ofDayNumberUnsafe(FIRST + drawn.day),
        recordedAt: Coordinate.instantUnsafe(1000 + number),
        actor,
        payload: { order: idOf(place), move, fields },
      }),
    initial,
  )
  return { scheme, state }
}

const drawn = (most: number, intoAny: boolean): fc.Arbitrary<ReadonlyArray<Drawn>> =>
  fc
    .array(
      fc.record({
        into: fc.oneof({ weight: 3, arbitrary: fc.nat(most) }, { weight: 2, arbitrary: fc.constant(undefined) }),
        ends: fc.constantFrom<Ends>(
          "goes on",
          "goes on",
          "refer",
          "refer",
          "refuse",
          "withdraw",
          "exclude",
          "settle",
          "separate",
        ),
        rating: fc.constantFrom(undefined, "satisfied", "unsatisfied"),
        day: fc.nat(20),
        place: fc.nat(2),
      }),
      { maxLength: most, minLength: 2, size: "max" },
    )
    .map((all) =>
      all.map(({ into, ...rest }, place) => {
        if (into === undefined || (!intoAny && place === 0)) return { ...rest, into: undefined }
        return { ...rest, into: into % (intoAny ? all.length + 1 : place) }
      }),
    )

const OF_ONE = ["withdrawn", "refused", "excluded"]

/** By the finger on the paper: from slip to slip, giving up after as many as there are. */
const finger = (orders: ReadonlyArray<Drawn>) => {
  const isMerged = ({ ends, into }: Drawn): boolean => into !== undefined && ends !== "separate" && ends !== "withdraw"
  const outcome = ({ ends, into }: Drawn): string | undefined => {
    if (into !== undefined) return ends === "settle" ? "merged" : ends === "withdraw" ? "withdrawn" : undefined
    return { refer: "notOurs", refuse: "refused", withdraw: "withdrawn", exclude: "excluded" }[ends as string]
  }
  const rootOf = (place: number): number | undefined => {
    let at = place
    for (let turn = 0; turn <= orders.length; turn++) {
      const slip = orders[at]
      if (slip === undefined) return undefined
      if (!isMerged(slip)) return at
      at = slip.into!
    }
    return undefined
  }
  const isNext = (place: number): boolean => {
    let at = orders[place]!.into!
    while (isMerged(orders[at]!)) {
      if (outcome(orders[at]!) === undefined) return false
      at = orders[at]!.into!
    }
    return true
  }
  return { isMerged, outcome, rootOf, isNext }
}

test("roots, outcomes and what can be done are those that a finger on the paper finds; rings and lost roots never loop", () => {
  const counts = { merged: 0, rings: 0, lost: 0, close: 0, separate: 0, chains: 0 }
  fc.assert(
    fc.property(drawn(12, true), (slips) => {
      const found = Duplicates.of(slips.map(orderOf))
      const { isMerged, isNext, outcome, rootOf } = finger(slips)
      const expected = { close: [] as string[], separate: [] as string[] }
      for (const [place, slip] of slips.entries()) {
        const [id, root] = [idOf(place), rootOf(place)]
        expect(found.roots.get(id)).toBe(root === undefined ? undefined : idOf(root))
        const ended = root === undefined ? undefined : outcome(slips[root]!)
        expect(Duplicates.outcomeOf(found, id)?.outcome).toBe(ended)
        if (isMerged(slip)) counts.merged++
        if (isMerged(slip) && root !== undefined && root !== slip.into) counts.chains++
        if (!isMerged(slip) || outcome(slip) !== undefined || ended === undefined) continue
        if (!OF_ONE.includes(ended)) expected.close.push(id)
        else if (isNext(place)) expected.separate.push(id)
      }
      const { close, separate } = Duplicates.settleable(found)
      expect([close.map(({ order }) => order), separate.map(({ order }) => order)]).toEqual([
        expected.close,
        expected.separate,
      ])
      counts.close += close.length
      counts.separate += separate.length
      for (const { code } of found.faults) {
        if (code === "duplicates.ring" || code === "duplicates.itself") counts.rings++
        if (code === "duplicates.noRoot") counts.lost++
      }
      const isOdd = slips.some((slip, place) => isMerged(slip) && rootOf(place) === undefined)
      expect(found.faults.length > 0).toBe(isOdd)
      expect(Duplicates.of(slips.map(orderOf).toReversed()).roots).toEqual(found.roots)
    }),
    { numRuns: 300 },
  )
  for (const times of Object.values(counts)) expect(times).toBeGreaterThan(10)
})

test("the root's outcome goes to all that are merged into it, in any forest", () => {
  fc.assert(
    fc.property(drawn(12, false), (slips) => {
      const found = Duplicates.of(slips.map(orderOf))
      expect(found.faults).toEqual([])
      for (const [id, root] of found.roots)
        expect(Duplicates.outcomeOf(found, id)?.outcome).toBe(Duplicates.outcomeOf(found, root)?.outcome)
    }),
  )
})

test("one order's rating changes no other's rating or outcome", () => {
  fc.assert(
    fc.property(
      drawn(10, false),
      fc.nat(9),
      fc.constantFrom("satisfied" as const, "unsatisfied" as const),
      (slips, which, rating) => {
        const place = which % slips.length
        const changed = slips.map((slip, at) => (at === place ? { ...slip, rating } : slip))
        const [before, after] = [slips, changed].map((all) => Duplicates.of(all.map(orderOf)))
        for (const [at] of slips.entries())
          if (at !== place)
            expect(Duplicates.outcomeOf(after!, idOf(at))).toEqual(Duplicates.outcomeOf(before!, idOf(at)))
        expect(Duplicates.outcomeOf(after!, idOf(place))?.outcome).toBe(
          Duplicates.outcomeOf(before!, idOf(place))?.outcome,
        )
      },
    ),
  )
})

const slip: Drawn = { into: undefined, ends: "goes on", rating: undefined, day: 0, place: 0 }

test("a chain of 10,000 merges and a ring of as many are gone through without recursion", () => {
  const chain = Array.from({ length: 10_000 }, (_, place) => ({
    ...slip,
    ...(place === 0 ? { ends: "refer" as const } : { into: place - 1 }),
  }))
  const found = Duplicates.of(chain.map(orderOf))
  expect(found.roots.get(idOf(9_999))).toBe(idOf(0))
  expect(Duplicates.outcomeOf(found, idOf(9_999))).toEqual({ root: idOf(0), outcome: "notOurs" })
  expect(Duplicates.settleable(found).close).toHaveLength(9_999)
  const last = found.orders.get(idOf(9_999))!.state
  const at = { on: CivilDate.ofDayNumberUnsafe(FIRST + 1), recordedAt: Coordinate.instantUnsafe(9_999_999) }
  const question = { ...at, actor: { post: "grid", person: "p" }, move: "settle", fields: {} }
  expect(Duplicates.tells(found, scheme)("主单已办结", question, { order: last, fields: {} })).toBe(true)
  const ring = chain.map((each, place) => ({ ...each, ends: "goes on" as const, into: (place + 9_999) % 10_000 }))
  const round = Duplicates.of(ring.map(orderOf))
  expect([round.roots.size, round.faults.length]).toEqual([0, 1])
  expect(Duplicates.tells(round, scheme)("主单已办结", question, { order: last, fields: {} })).toBeUndefined()
})

test("suggestions are those that a comparison of every two orders finds", () => {
  let suggested = 0
  fc.assert(
    fc.property(drawn(12, false), fc.nat(8), (slips, days) => {
      const likeness: Duplicates.Likeness = { format: 1, id: "x", fields: ["category"], marks: ["place"], days }
      const open = slips.map((each) => ({ ...each, ends: "goes on" as const, into: undefined }))
      const marks = (id: string) => ({ place: String(open[Number(id.slice(1))]!.place) })
      const expected = open.flatMap((own, place) => {
        const like = open
          .map((other, at) => ({ ...other, at }))
          .filter(({ at, day, place: where }) => {
            const isBefore = day < own.day || (day === own.day && at < place)
            return isBefore && where === own.place && own.day - day <= days
          })
          .sort((a, b) => a.day - b.day || a.at - b.at)[0]
        return like === undefined ? [] : [{ order: idOf(place), like: idOf(like.at), days: own.day - like.day }]
      })
      suggested += expected.length
      expect(Duplicates.alike(Duplicates.of(open.map(orderOf)), likeness, marks)).toEqual(expected)
    }),
  )
  expect(suggested).toBeGreaterThan(100)
})
