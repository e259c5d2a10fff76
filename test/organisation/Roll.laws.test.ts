/**
 * The roll over small worlds of four members and five branches, against the ledger that is read out day by day. 150
 * worlds of 20 to 60 acts have about 200 mergers, splits, partings and dissolutions and 3,500 rows of members in transit.
 * Of 100 worlds there are 6,000 rows of full members, 2,000 of members in transit and 1,300 of suspended ones. With up to
 * six corrections in a world the roll as known at an earlier instant is another than that of today in 90 of 150, and in 80
 * another than without the corrections known by then.
 */
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as PartialDate from "../../src/foundation/PartialDate.js"
import * as Member from "../../src/organisation/Member.js"
import type { Organisation } from "../../src/organisation/Organisation.js"
import * as PartyTree from "../../src/organisation/PartyTree.js"
import * as Roll from "../../src/organisation/Roll.js"
import * as World from "./rollWorld.js"

const at = Coordinate.instantUnsafe
const ever = at(Number.MAX_SAFE_INTEGER)
const lists = fc.array(World.acts, { minLength: 20, maxLength: 60, size: "max" })
const counts = (roll: Roll.Roll) => Roll.counts(roll.members)

describe("the roll of every day", () => {
  it("has spans that follow one another without overlap, and every member in exactly one branch or in transit", () => {
    let transits = 0
    let successions = 0
    fc.assert(
      fc.property(lists, (list) => {
        const world = World.play(list)
        const { persons, faults } = Roll.spans(World.sourcesOf(world), ever)
        expect(World.said(faults)).toEqual(World.misfits(world))
        for (const { spans } of persons) {
          for (const [index, { from, to }] of spans.entries()) {
            const next = spans[index + 1]
            if (to !== undefined) expect(from < to).toBe(true)
            if (next !== undefined) expect(to !== undefined && to <= next.from).toBe(true)
            if (next !== undefined && to === next.from) {
              const { from: _, to: __, ...row } = next
              const { from: ___, to: ____, ...before } = spans[index]!
              expect(row).not.toEqual(before)
            }
          }
        }
        for (const day of World.days(world)) {
          const { members } = Roll.onDay({ persons, faults }, day)
          expect(Member.check(members, day)).toEqual([])
          expect(new Set(members.map(({ person }) => person)).size).toBe(members.length)
          transits += members.filter(({ affiliation }) => affiliation.in === "transit").length
        }
        successions += world.successions.length
      }),
      { numRuns: 150 },
    )
    expect(transits).toBeGreaterThan(200)
    expect(successions).toBeGreaterThan(50)
  })

  it("counts every member once, full and all: nobody is lost or doubled by a transfer, a merger or a split", () => {
    const seen = { suspended: 0, full: 0, away: 0 }
    fc.assert(
      fc.property(lists, (list) => {
        const world = World.play(list)
        const spans = Roll.spans(World.sourcesOf(world), ever)
        for (const day of World.days(world)) {
          const expected = new Map<string, Array<number>>()
          for (const person of World.PERSONS) {
            const { here, to, full, suspended } = World.read(world.lines, person, day)
            if (here === "") continue
            const sums = expected.get(here) ?? [0, 0, 0, 0, 0, 0]
            const away = to !== ""
            const counted = [full && !away, !away, full && away, away].map((each) => each && !suspended)
            for (const [place, each] of [...counted, suspended, true].entries()) if (each) sums[place]!++
            expected.set(here, sums)
          }
          const told = counts(Roll.onDay(spans, day)).map(({ branch, here, inTransit, suspended, rows }) => {
            seen.suspended += suspended
            seen.full += here.full + inTransit.full
            seen.away += inTransit.all
            return [branch, [here.full, here.all, inTransit.full, inTransit.all, suspended, rows]] as const
          })
          expect(told).toEqual([...expected].sort(([a], [b]) => (a < b ? -1 : 1)))
        }
      }),
      { numRuns: 100 },
    )
    expect(Math.min(seen.suspended, seen.full, seen.away)).toBeGreaterThan(300)
  })

  it("has the same head-counts, full and all, before and after every merger and split", () => {
    let moved = 0
    fc.assert(
      fc.property(lists, (list) => {
        const world = World.play(list)
        const sources = World.sourcesOf(world)
        const sums = (spans: Roll.Spans, day: CivilDate.CivilDate) => {
          const all = { full: 0, all: 0, suspended: 0 }
          for (const { here, inTransit, suspended } of counts(Roll.onDay(spans, day))) {
            all.full += here.full + inTransit.full
            all.all += here.all + inTransit.all
            all.suspended += suspended
          }
          return all
        }
        const [whole, still] = [Roll.spans(sources, ever), Roll.spans({ ...sources, successions: [] }, ever)]
        for (const day of World.days(world)) expect(sums(whole, day)).toEqual(sums(still, day))
        if (JSON.stringify(whole.persons) !== JSON.stringify(still.persons)) moved++
      }),
      { numRuns: 100 },
    )
    expect(moved).toBeGreaterThan(20)
  })

  it("as known at an instant is not changed by what is recorded later, corrections among it", () => {
    const seen = { later: 0, corrected: 0 }
    const corrections = fc.array(World.corrections, { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(lists, corrections, fc.integer({ min: 4, max: 80 }), (list, wrong, number) => {
        const bare = World.sourcesOf(World.play(list))
        const sources = World.corrected(bare, wrong)
        const cut = {
          books: sources.books.map(({ person, life, transfers }) => ({
            person,
            life: life.filter(({ recordedAt }) => recordedAt <= number),
            transfers: transfers.filter(({ recordedAt }) => recordedAt <= number),
          })),
          successions: sources.successions.filter(({ recordedAt }) => recordedAt <= number),
        }
        const then = Roll.spans(sources, at(number))
        const alone = Roll.spans(cut, ever)
        expect(then.persons).toEqual(alone.persons)
        expect(World.said(then.faults)).toEqual(World.said(alone.faults)) // places are those of the input
        if (JSON.stringify(then) !== JSON.stringify(Roll.spans(sources, ever))) seen.later++
        if (JSON.stringify(then.persons) !== JSON.stringify(Roll.spans(bare, at(number)).persons)) seen.corrected++
      }),
      { numRuns: 150 },
    )
    expect(Math.min(seen.later, seen.corrected)).toBeGreaterThan(30)
  })

  it("with corrections is the roll of books in which the wrong entries never stood", () => {
    let changed = 0
    fc.assert(
      fc.property(lists, fc.array(World.corrections, { minLength: 1, maxLength: 6 }), (list, wrong) => {
        const bare = World.sourcesOf(World.play(list))
        const sources = World.corrected(bare, wrong)
        const clean = {
          ...sources,
          books: sources.books.map(({ person, life, transfers }) => ({
            person,
            life: World.struck(life),
            transfers: World.struck(transfers),
          })),
        }
        const [whole, right] = [Roll.spans(sources, ever), Roll.spans(clean, ever)]
        expect(whole.persons).toEqual(right.persons)
        expect(World.said(whole.faults)).toEqual(World.said(right.faults))
        if (JSON.stringify(whole.persons) !== JSON.stringify(Roll.spans(bare, ever).persons)) changed++
      }),
      { numRuns: 100 },
    )
    expect(changed).toBeGreaterThan(50)
  })

  it("does not depend on the order of books, entries and successions, nor on entries that come twice", () => {
    fc.assert(
      fc.property(lists, fc.integer(), (list, seed) => {
        const world = World.play(list)
        const sources = World.sourcesOf(world)
        const turned = <A>(list: ReadonlyArray<A>): ReadonlyArray<A> =>
          list
            .map((one, index) => [(index * 7919 + seed) % 101, one] as const)
            .sort(([a], [b]) => a - b)
            .map(([, one]) => one)
        const other = {
          books: turned(sources.books).map(({ person, life, transfers }) => ({
            person,
            life: [...turned(life), ...life.slice(0, 1)],
            transfers: [...turned(transfers), ...transfers.slice(0, 1)],
          })),
          successions: turned(sources.successions),
        }
        const [one, turnedOne] = [Roll.spans(sources, ever), Roll.spans(other, ever)]
        expect(turnedOne.persons).toEqual(one.persons)
        expect(World.said(turnedOne.faults)).toEqual(World.said(one.faults)) // places are those of the input
      }),
      { numRuns: 100 },
    )
  })

  it("of a book that was cut in two is that of the whole, and the second half is named", () => {
    fc.assert(
      fc.property(lists, (list) => {
        const world = World.play(list)
        const sources = World.sourcesOf(world)
        const [first, ...rest] = sources.books
        const half = Math.floor(first!.transfers.length / 2)
        const books = [
          { ...first!, transfers: first!.transfers.slice(half) },
          ...rest,
          { ...first!, life: [], transfers: first!.transfers.slice(0, half) },
        ]
        const spans = Roll.spans({ ...sources, books }, ever)
        expect(spans.persons).toEqual(Roll.spans(sources, ever).persons)
        const [twice, ...others] = spans.faults
        expect([twice?.code, ...(twice?.path ?? [])]).toEqual(["roll.twice", "books", 4, "person"])
        expect(World.said(others)).toEqual(World.misfits(world))
      }),
      { numRuns: 50 },
    )
  })

  it("on the day of a coordinate is the one that the ledger has", () => {
    fc.assert(
      fc.property(lists, (list) => {
        const world = World.play(list)
        const sources = World.sourcesOf(world)
        for (const day of World.days(world).slice(0, 5)) {
          const roll = Roll.of(sources, Coordinate.of(day, ever))
          expect(roll.members.map(({ person }) => person)).toEqual(
            World.PERSONS.filter((person) => World.where(world.lines, person, day) !== ""),
          )
        }
      }),
      { numRuns: 50 },
    )
  })
})

describe("the roll-up over a tree", () => {
  const stages = fc.constantFrom("probationary", "full")
  const rows = fc.array(
    fc
      .record({
        stage: stages,
        restriction: fc.constantFrom(
          "none",
          "none",
          "disciplinaryProbation",
          "suspendedByOrganisation",
          "membershipSuspended",
        ),
        branch: fc.nat(30),
        to: fc.option(fc.nat(30), { nil: undefined, freq: 1 }),
        mobile: fc.boolean(),
      })
      .map(
        ({ branch, to, ...given }): Omit<Member.Member, "person"> => ({
          ...given,
          admittedOn: CivilDate.parseUnsafe("2019-07-01"),
          affiliation:
            to === undefined
              ? { in: "branch", branch: `o${branch}` }
              : { in: "transit", from: `o${branch}`, to: `o${to}`, transfer: "t" },
        }),
      ),
    { maxLength: 60 },
  )
  const parents = fc.array(fc.nat(1000), { minLength: 31, maxLength: 31 })
  const on = CivilDate.parseUnsafe("2024-06-30")
  const tree = (list: ReadonlyArray<number>) =>
    list.map(
      (parent, index): Organisation => ({
        id: `o${index}`,
        kind: "k",
        name: "n",
        units: [],
        capabilities: [],
        established: PartialDate.parseUnsafe("2019"),
        ...(index === 0 ? {} : { supervisedBy: `o${parent % index}` }),
      }),
    )

  it("is what a walk from every member up to the root counts", () => {
    fc.assert(
      fc.property(rows, parents, (list, above) => {
        const organisations = tree(above)
        const members = list.map((row, index) => ({ person: `p${index}`, ...row }))
        const { totals, faults } = Roll.rollUp(
          Roll.counts(members),
          PartyTree.of(organisations, on, { kinds: [], edges: [] }).tree,
        )
        expect(faults).toEqual([])
        const slow = new Map(organisations.map(({ id }) => [id, [0, 0, 0, 0, 0, 0, 0]]))
        for (const member of members) {
          const away = member.affiliation.in === "transit"
          const rests = member.restriction === "membershipSuspended"
          const full = member.stage === "full" && !rests
          let id: string | undefined = Member.responsible(member)
          while (id !== undefined) {
            const sums: Array<number> = slow.get(id)!
            const places = [full && !away, !rests && !away, full && away, !rests && away, rests, member.mobile, true]
            for (const [index, counted] of places.entries()) if (counted) sums[index]!++
            id = organisations.find((one) => one.id === id)?.supervisedBy
          }
        }
        const told = [...totals].map(([id, { here, inTransit, suspended, mobile, rows: all }]) => [
          id,
          [here.full, here.all, inTransit.full, inTransit.all, suspended, mobile, all],
        ])
        expect(Object.fromEntries(told)).toEqual(Object.fromEntries(slow))
      }),
      { numRuns: 200 },
    )
  })

  it("names branches that the tree does not know", () => {
    const { tree: known } = PartyTree.of(tree([0]), on, { kinds: [], edges: [] })
    const member: Member.Member = {
      person: "p1",
      stage: "full",
      affiliation: { in: "branch", branch: "elsewhere" },
      restriction: "none",
      mobile: false,
      admittedOn: CivilDate.parseUnsafe("2019-07-01"),
    }
    expect(Roll.rollUp(Roll.counts([member]), known).faults).toEqual([
      { code: "roll.unknownBranch", path: ["branches", 0], params: { branch: "elsewhere" } },
    ])
  })
})
