/**
 * How often the interesting region is reached, in 510 orders of nine towns under five schemes: ended satisfied 194,
 * unsatisfied 3, unanswered 49, done 3, not feasible 9, not ours 18, refused 17, withdrawn 31, merged 17, excluded 39,
 * open 130; due clocks stopped in time 58, late 282, open and late 117, started again 32; dispatches accepted 857,
 * given back 76, disowned 34, re-assigned 75, open 306, dropped 109; extensions 101, sent back 159, complaints 35,
 * separations 4. The first test sees to it that each deed and each outcome stays among them.
 */
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { expect, it } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as Exact from "../../src/foundation/Exact.js"
import * as Period from "../../src/foundation/Period.js"
import * as Rate from "../../src/foundation/Rate.js"
import * as OrderCounts from "../../src/orders/OrderCounts.js"
import * as OrderRow from "../../src/orders/OrderRow.js"
import * as OrderScheme from "../../src/orders/OrderScheme.js"
import * as OrderStatistics from "../../src/orders/OrderStatistics.js"
import * as OrderTerm from "../../src/orders/OrderTerm.js"
import * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import * as FiveOrders from "../../src/presets/FiveOrders.js"
import * as GaopingOrders from "../../src/presets/GaopingOrders.js"
import * as LinglingOrders from "../../src/presets/LinglingOrders.js"
import * as LinyouOrders from "../../src/presets/LinyouOrders.js"
import * as OrderLimits from "../../src/presets/OrderLimits.js"
import * as ZiyunOrders from "../../src/presets/ZiyunOrders.js"
import type * as Limit from "../../src/process/Limit.js"
import type * as Proceeding from "../../src/process/Proceeding.js"
import { isLeft, type Note, noteOf, ranOut, recount, type Sheet } from "./recounts.js"
import { after, randomOf, timing, walks } from "./walks.js"
import { yearOfOrders } from "./year.js"

const calendar = {
  from: CivilDate.parseUnsafe("2024-01-01"),
  to: CivilDate.parseUnsafe("2027-01-01"),
  weekend: [6, 7],
  days: [],
} as const
const basis: Limit.Basis = { calendar, offsetMinutes: 480 }

interface Town {
  readonly scheme: OrderScheme.OrderScheme
  readonly now: Proceeding.Mark
  readonly states: ReadonlyArray<ServiceOrder.State>
  readonly notes: ReadonlyArray<Note>
  readonly rows: ReadonlyArray<OrderRow.OrderRow>
}

const shandong = (scheme: OrderScheme.OrderScheme): OrderScheme.OrderScheme =>
  OrderScheme.timed(scheme, OrderLimits.fitted(scheme, OrderLimits.shandong2020))

const known = (
  scheme: OrderScheme.OrderScheme,
  now: Proceeding.Mark,
  states: ReadonlyArray<ServiceOrder.State>,
): Town => ({
  scheme,
  now,
  states,
  notes: states.map((state) => noteOf({ basis, now, scheme }, state)),
  rows: states.map((state) => Result.getOrThrow(OrderRow.of(scheme, state, basis, now))!),
})

const townOf = (scheme: OrderScheme.OrderScheme, seed: number, orders: number): Town => {
  const walked = walks(scheme, seed, { orders, tries: 300 })
  const now = after(walked)
  const states = walked.map(({ state }) => state)
  return known(scheme, now, states)
}

const yearTown = (scheme: OrderScheme.OrderScheme, seed: number): Town => {
  const { states } = yearOfOrders(seed, { orders: 150, villages: 3, scheme, year: 2024 })
  const now = { on: CivilDate.parseUnsafe("2025-06-30"), recordedAt: Coordinate.instantUnsafe(1_751_241_600_000) }
  return known(scheme, now, states)
}

const towns: ReadonlyArray<Town> = [
  yearTown(OrderScheme.timed(FiveOrders.scheme, timing), 11),
  yearTown(shandong(GaopingOrders.scheme), 12),
  townOf(OrderScheme.timed(FiveOrders.scheme, timing), 1, 60),
  townOf(shandong(FiveOrders.scheme), 2, 30),
  townOf(FiveOrders.scheme, 3, 20),
  townOf(shandong(LinglingOrders.scheme), 4, 25),
  townOf(shandong(GaopingOrders.scheme), 5, 25),
  townOf(shandong(LinyouOrders.scheme), 6, 25),
  townOf(shandong(ZiyunOrders.scheme), 7, 25),
]

const outcomes = Object.keys(OrderTerm.outcomes) as ReadonlyArray<OrderTerm.OrderOutcome>

const definition = ({ scheme }: Town): fc.Arbitrary<OrderCounts.Definition> => {
  const limits = [...scheme.order.limits, ...scheme.dispatch.limits].map(({ id }) => id)
  const limit =
    limits.length === 0 ? fc.constant({}) : fc.oneof(fc.constant({}), fc.record({ limit: fc.constantFrom(...limits) }))
  return fc.record({
    id: fc.constant("d"),
    version: fc.constant("1"),
    label: fc.constant({ zh: "虚构" }),
    cohort: fc.constantFrom<OrderCounts.Cohort>(
      "received",
      "load",
      ...(scheme.due === undefined ? [] : (["deadline", "deadlineOrOverdue"] as const)),
    ),
    until: fc.constantFrom("periodEnd" as const, "moment" as const),
    exclusions: fc.subarray([...outcomes]),
    disposals: fc.record({
      outcomes: fc.subarray([...outcomes]),
      are: fc.constantFrom("closed" as const, "notClosed" as const),
    }),
    response: fc
      .tuple(fc.constantFrom(OrderRow.responses, ["claim", "refuse"] as const, ["takeOn"] as const), limit)
      .map(([deeds, more]) => ({ deeds, ...more })),
    answers: fc.record({
      of: fc.constantFrom("period" as const, "due" as const),
      take: fc.constantFrom("last" as const, "every" as const),
      from: fc.subarray(["requester" as const, "revisit" as const, "lapse" as const], { minLength: 1 }),
      unanswered: fc.constantFrom("apart" as const, "counted" as const),
    }),
    credit: fc.constantFrom("0", "0.5", "2/3", "1"),
  })
}

const period: fc.Arbitrary<Period.Period> = fc
  .tuple(fc.integer({ min: 0, max: 260 }), fc.integer({ min: 1, max: 200 }))
  .map(([from, days]) => {
    const first = CivilDate.addDaysUnsafe(CivilDate.parseUnsafe("2024-01-01"), from)
    return Period.ofUnsafe(first, CivilDate.addDaysUnsafe(first, days))
  })

/** A town by its place in the list, so that a counterexample stays short. */
const question = fc
  .nat(towns.length - 1)
  .chain((place) => fc.record({ place: fc.constant(place), period, definition: definition(towns[place]!) }))

const groupings: ReadonlyArray<OrderStatistics.Grouping> = [
  "whole",
  "village",
  "grid",
  "branch",
  "unit",
  "doer",
  "category",
  "kind",
  "way",
]

const unitOf = ({ scheme }: Town, state: ServiceOrder.State): string =>
  scheme.kinds.find(({ id }) => id === state.fields.kind)?.unit ?? "case"

it("the walks reach what is counted", () => {
  const sums: Record<string, number> = {}
  const note = (name: string): void => {
    sums[name] = (sums[name] ?? 0) + 1
  }
  for (const { rows } of towns)
    for (const row of rows) {
      note(`outcome ${row.outcome ?? "none"}`)
      if (row.isJoined) note("joined")
      for (const { deed } of [...row.events, ...row.dispatches.flatMap(({ events }) => events)]) note(deed)
      for (const { by, rating, solved } of row.answers) note(`${by} ${rating} ${solved ?? "-"}`)
      for (const run of row.due) note(`due ${run.endedOn === undefined ? "open" : "over"} ${run.isLate}`)
      for (const { endedOn, outcome } of row.dispatches) note(`dispatch ${outcome ?? (endedOn ? "dropped" : "open")}`)
      if (row.due.length > 1) note("due again")
    }
  for (const deed of Object.keys(OrderTerm.deeds)) expect([deed, sums[deed] ?? 0]).not.toEqual([deed, 0])
  for (const outcome of outcomes) expect([outcome, sums[`outcome ${outcome}`] ?? 0]).not.toEqual([outcome, 0])
})

it("every count is what a pencil counts from the events, with and without the exclusions, in every unit", () => {
  fc.assert(
    fc.property(question, ({ definition, period, place }) => {
      const town = towns[place]!
      const sheet: Sheet = { scheme: town.scheme, basis, now: town.now, period, definition }
      const asked = { period, now: town.now, by: "whole", definition } as const
      const { cells } = Result.getOrThrow(OrderStatistics.of(town.scheme, town.rows, asked))
      for (const { all, kept, unit } of cells) {
        const notes = town.notes.filter((_, index) => unitOf(town, town.states[index]!) === unit)
        expect(all).toEqual(recount(sheet, notes))
        expect(kept).toEqual(
          recount(
            sheet,
            notes.filter((note) => isLeft(sheet, note)),
          ),
        )
      }
      expect(cells.map(({ unit }) => unit)).toEqual(
        [...new Set(town.states.map((state) => unitOf(town, state)))].sort(),
      )
    }),
    { numRuns: 40 },
  )
})

it("a cell of bodies is what a pencil counts from their orders alone", () => {
  const way = fc.constantFrom(
    "village" as const,
    "grid" as const,
    "branch" as const,
    "category" as const,
    "kind" as const,
  )
  fc.assert(
    fc.property(question, way, fc.nat(), ({ definition, period, place }, by, pick) => {
      const town = towns[place]!
      const sheet: Sheet = { scheme: town.scheme, basis, now: town.now, period, definition }
      const { cells } = Result.getOrThrow(
        OrderStatistics.of(town.scheme, town.rows, { period, now: town.now, by, definition }),
      )
      const { all, id, unit } = cells[pick % cells.length]!
      const its = town.notes.filter((_, index) => {
        const state = town.states[index]!
        return unitOf(town, state) === unit && state.fields[by] === id
      })
      expect(all).toEqual(recount(sheet, its))
    }),
    { numRuns: 30 },
  )
})

it("received and carried in are ended and carried out, and no part exceeds its cohort, in every cell of every grouping", () => {
  fc.assert(
    fc.property(question, fc.constantFrom(...groupings), ({ definition, period, place }, by) => {
      const town = towns[place]!
      const { cells } = Result.getOrThrow(
        OrderStatistics.of(town.scheme, town.rows, { period, now: town.now, by, definition }),
      )
      for (const { all, kept } of cells) {
        expect(all.received + all.carriedIn).toBe(all.ended + all.carriedOut)
        expect([...OrderCounts.checkCounts(all), ...OrderCounts.checkCounts(kept)]).toEqual([])
      }
    }),
    { numRuns: 60 },
  )
})

const sum = (
  cells: ReadonlyArray<OrderStatistics.Cell>,
  figure: OrderCounts.Figure,
): Record<string, OrderCounts.Counts> => {
  const sums: Record<string, OrderCounts.Counts> = {}
  for (const cell of cells) sums[cell.unit] = OrderCounts.add(sums[cell.unit] ?? OrderCounts.none, cell[figure])
  return sums
}

it("the cells of every grouping add up to the whole", () => {
  fc.assert(
    fc.property(question, fc.constantFrom(...groupings), ({ definition, period, place }, by) => {
      const town = towns[place]!
      const of = (grouping: OrderStatistics.Grouping) =>
        Result.getOrThrow(
          OrderStatistics.of(town.scheme, town.rows, { period, now: town.now, by: grouping, definition }),
        ).cells
      expect(sum(of(by), "all")).toEqual(sum(of("whole"), "all"))
      expect(sum(of(by), "kept")).toEqual(sum(of("whole"), "kept"))
    }),
    { numRuns: 60 },
  )
})

it("the order of the rows does not matter", () => {
  fc.assert(
    fc.property(question, fc.constantFrom(...groupings), fc.nat(), ({ definition, period, place }, by, seed) => {
      const town = towns[place]!
      const random = randomOf(seed)
      const drawn = town.rows.map((row) => ({ row, lot: random(1_000_000) }))
      const rows = drawn.sort((a, b) => a.lot - b.lot).map(({ row }) => row)
      const asked = { period, now: town.now, by, definition }
      expect(OrderStatistics.of(town.scheme, rows, asked)).toEqual(OrderStatistics.of(town.scheme, town.rows, asked))
      expect(OrderStatistics.stages(town.scheme, rows, asked)).toEqual(
        OrderStatistics.stages(town.scheme, town.rows, asked),
      )
    }),
    { numRuns: 40 },
  )
})

it("no rate is above one, and there is none without a denominator", () => {
  fc.assert(
    fc.property(question, fc.constantFrom(...groupings), ({ definition, period, place }, by) => {
      const town = towns[place]!
      const { cells } = Result.getOrThrow(
        OrderStatistics.of(town.scheme, town.rows, { period, now: town.now, by, definition }),
      )
      for (const cell of cells)
        for (const figure of ["all", "kept"] as const) {
          const rates = OrderCounts.ratesUnsafe(cell[figure], definition, { id: cell.unit }, figure)
          for (const rate of Object.values(rates)) {
            const value = Rate.value(rate)
            expect(value === undefined).toBe(rate.denominator.amount === "0")
            if (value !== undefined) expect(Exact.compare(value, Exact.one)).toBeLessThanOrEqual(0)
          }
        }
    }),
    { numRuns: 40 },
  )
})

it("a silent answer never makes a rate better", () => {
  fc.assert(
    fc.property(
      fc.record({ satisfied: fc.nat(9), basically: fc.nat(9), unsatisfied: fc.nat(9), unanswered: fc.nat(9) }),
      fc.constantFrom("apart" as const, "counted" as const),
      fc.constantFrom("0", "0.5", "1"),
      (ratings, unanswered, credit) => {
        const definition = { ...OrderCounts.plain, credit, answers: { ...OrderCounts.plain.answers, unanswered } }
        const of = (more: number) => {
          const counts = { ...OrderCounts.none, ratings: { ...ratings, unanswered: ratings.unanswered + more } }
          return Rate.value(OrderCounts.ratesUnsafe(counts, definition, { id: "case" }).satisfaction)
        }
        const [before, then] = [of(0), of(1)]
        if (before !== undefined && then !== undefined) expect(Exact.compare(then, before)).toBeLessThanOrEqual(0)
        if (before === undefined && then !== undefined) expect(Exact.sign(then)).toBe(0)
      },
    ),
  )
})

it("where silence is counted both questions were put to the same, wherever both are asked", () => {
  fc.assert(
    fc.property(question, fc.constantFrom(...groupings), ({ definition, period, place }, by) => {
      const town = towns[place]!
      const counted = { ...definition, answers: { ...definition.answers, unanswered: "counted" as const } }
      const asked = { period, now: town.now, by, definition: counted }
      if (!OrderRow.asksSolved(town.scheme)) return
      for (const { all, kept, unit } of Result.getOrThrow(OrderStatistics.of(town.scheme, town.rows, asked)).cells)
        for (const counts of [all, kept]) {
          const { satisfaction, solving } = OrderCounts.ratesUnsafe(counts, counted, { id: unit })
          expect(solving.denominator).toEqual(satisfaction.denominator)
        }
    }),
    { numRuns: 40 },
  )
})

const DAY = 86_400_000
const walked = walks(towns[2]!.scheme, 31, { orders: 80, tries: 300 })
const later = after(walked)

/** The due clocks and the limits as they were known by a day. */
const clocksBy = ({ clocks, unit }: OrderRow.OrderRow, last: CivilDate.CivilDate): string =>
  JSON.stringify([
    unit,
    clocks
      .filter(({ startedOn }) => startedOn <= last)
      .map(({ deadlineOn, dispatch, endedOn, limit, startedOn }) => [
        limit,
        dispatch,
        startedOn,
        deadlineOn,
        endedOn === undefined || endedOn > last ? "" : endedOn,
      ]),
  ])

/** Measured in 40 runs: 2,803 orders that were known by the end of the period, of 2,770 no deadline or end was moved. */
it("figures up to the end of a period are the same later as they were then, where no deadline was moved since", () => {
  const { scheme } = towns[2]!
  const decider = ServiceOrder.decider(scheme, () => true)
  let [all, stood] = [0, 0]
  fc.assert(
    fc.property(period, definition(towns[2]!), (asked, some) => {
      const last = Period.lastDay(asked)
      const recordedAt = Coordinate.instantUnsafe((CivilDate.dayNumber(last) + 1) * DAY - 1)
      const now = { on: last, recordedAt }
      const pairs = walked.flatMap(({ entries, state }) => {
        const before = entries.filter(({ on }) => on <= last).reduce(decider.evolve, decider.initial)
        const early = Result.getOrThrow(OrderRow.of(scheme, before, basis, now))
        const late = Result.getOrThrow(OrderRow.of(scheme, state, basis, later))!
        return early === undefined ? [] : [{ early, late }]
      })
      const kept = pairs.filter(({ early, late }) => clocksBy(early, last) === clocksBy(late, last))
      all += pairs.length
      stood += kept.length
      const told = { period: asked, by: "whole", definition: { ...some, until: "periodEnd" } } as const
      const then = OrderStatistics.of(
        scheme,
        kept.map(({ early }) => early),
        { ...told, now },
      )
      const since = OrderStatistics.of(
        scheme,
        kept.map(({ late }) => late),
        { ...told, now: later },
      )
      expect(Result.getOrThrow(since).cells).toEqual(Result.getOrThrow(then).cells)
    }),
    { numRuns: 40 },
  )
  expect(stood * 2).toBeGreaterThan(all)
})

it("what a piece of the period carries out the next one carries in, and what was done in the pieces was done in the whole", () => {
  const per = fc.constantFrom<Period.Per>("month", "quarter", "half", "year")
  fc.assert(
    fc.property(question, per, ({ definition, period, place }, each) => {
      const town = towns[place]!
      const asked = { period, now: town.now, by: "whole", definition } as const
      const whole = Result.getOrThrow(OrderStatistics.of(town.scheme, town.rows, asked))
      const pieces = Result.getOrThrow(OrderStatistics.series(town.scheme, town.rows, asked, each))
      expect(pieces.map((piece) => piece.period)).toEqual(Period.split(period, each))
      for (const [place, cell] of whole.cells.entries()) {
        const own = pieces.map(({ cells }) => cells[place]!.all)
        const together = own.reduce(OrderCounts.add, OrderCounts.none)
        for (const key of ["received", "ended", "outcomes", "deeds", "persons"] as const)
          expect(together[key]).toEqual(cell.all[key])
        expect(together.dispatches.made).toBe(cell.all.dispatches.made)
        for (const [index, { carriedOut }] of own.slice(0, -1).entries())
          expect(own[index + 1]!.carriedIn).toBe(carriedOut)
        expect([own[0]!.carriedIn, own.at(-1)!.carriedOut]).toEqual([cell.all.carriedIn, cell.all.carriedOut])
      }
    }),
    { numRuns: 40 },
  )
})

const open: ReadonlyArray<OrderStatistics.OpenGrouping> = [
  "whole",
  "village",
  "grid",
  "branch",
  "unit",
  "category",
  "kind",
  "way",
]

it("the figures of parts merge into those of the whole, in any order and by any steps", () => {
  const split = question.chain((asked) =>
    fc.record({
      asked: fc.constant(asked),
      by: fc.constantFrom(...open),
      cut: fc.array(fc.nat(2), { minLength: 7, maxLength: 7 }),
    }),
  )
  fc.assert(
    fc.property(split, ({ asked: { definition, period, place }, by, cut }) => {
      const town = towns[place]!
      const asked = { period, now: town.now, by, definition }
      const rows = town.rows.filter(({ village }) => village !== undefined)
      const villages = ["v0", "v1", "v2", "village-1", "village-2", "village-3", "v9"]
      const part = (number: number): OrderStatistics.Partial => {
        const bodies = villages.filter((_, place) => cut[place] === number)
        const its = rows.filter(({ village }) => bodies.includes(village!))
        return Result.getOrThrow(OrderStatistics.partial(town.scheme, its, asked, "village", bodies))
      }
      const merge = (...[first, ...others]: ReadonlyArray<OrderStatistics.Partial>) =>
        Result.getOrThrow(OrderStatistics.merge(first!, ...others))
      const [a, b, c] = [part(0), part(1), part(2)]
      const whole = Result.getOrThrow(OrderStatistics.partial(town.scheme, rows, asked, "village", villages))
      expect(merge(a, b, c)).toEqual(whole)
      expect(merge(merge(a, b), c)).toEqual(whole)
      expect(merge(a, merge(b, c))).toEqual(whole)
      expect(merge(c, b, a)).toEqual(whole)
      const nobody = Result.getOrThrow(OrderStatistics.partial(town.scheme, [], asked, "village", []))
      expect(merge(whole, nobody)).toEqual(whole)
      expect(merge(nobody, whole)).toEqual(whole)
      const stored = Result.getOrThrow(OrderStatistics.document.encode(whole))
      expect(Result.getOrThrow(OrderStatistics.document.decode(JSON.parse(JSON.stringify(stored))))).toEqual(whole)
      const twice = OrderStatistics.merge(whole, a)
      if (a.bodies.length > 0)
        expect(Result.isFailure(twice) && twice.failure.map(({ params }) => params.body)).toEqual(a.bodies)
    }),
    { numRuns: 25 },
  )
})

it("nobody stands in the figures of a part: no order, no person, no word of an order", () => {
  fc.assert(
    fc.property(question, fc.constantFrom(...open), ({ definition, period, place }, by) => {
      const town = towns[place]!
      const rows = town.rows.filter(({ village }) => village !== undefined)
      const asked = { period, now: town.now, by, definition }
      const text = JSON.stringify(
        Result.getOrThrow(
          OrderStatistics.partial(town.scheme, rows, asked, "village", new Set(rows.map(({ village }) => village!))),
        ),
      )
      for (const { order } of rows) expect(text).not.toContain(`"${order}"`)
      for (const person of ["resident-", "member-", "responder-", "grid-worker", "what-", "contact-", "place-"])
        expect(text).not.toContain(person)
    }),
    { numRuns: 20 },
  )
})

it("the stages are what a pencil counts from the clocks", () => {
  fc.assert(
    fc.property(question, ({ definition, period, place }) => {
      const town = towns[place]!
      const clocks = town.notes.flatMap((note) => note.clocks)
      const cut = definition.until === "moment" ? town.now.on : CivilDate.min(town.now.on, Period.lastDay(period))
      const asked = { period, now: town.now, by: "whole", definition } as const
      for (const stage of Result.getOrThrow(OrderStatistics.stages(town.scheme, town.rows, asked))) {
        const due = clocks
          .filter(({ limit, own }) => limit === stage.limit && own === (stage.of === "order"))
          .filter(({ deadline }) => deadline !== undefined && Period.contains(period, deadline))
        const done = due.filter(({ stopped }) => stopped !== undefined && stopped <= cut)
        const inTime = done.filter(({ late }) => !late)
        const overdue = due.filter((clock) => !done.includes(clock) && ranOut(clock, cut))
        expect([stage.due, stage.done, stage.inTime, stage.overdueOpen]).toEqual(
          [due, done, inTime, overdue].map((each) => each.length),
        )
      }
    }),
    { numRuns: 30 },
  )
})
