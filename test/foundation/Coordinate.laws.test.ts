import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"

interface Fact extends Coordinate.Recorded {
  readonly worth: number
}

const at = Coordinate.instantUnsafe
const days = fc.integer({ min: 0, max: 5 }).map((offset) => CivilDate.ofDayNumberUnsafe(19500 + offset))
const instants = fc.integer({ min: 0, max: 8 }).map(at)
const idsOf = (size: number) => fc.integer({ min: 0, max: size - 1 }).map((index) => `f${index}`)

const fact = (id: fc.Arbitrary<string>, supersedes: fc.Arbitrary<string>): fc.Arbitrary<Fact> =>
  fc.record(
    { id, on: days, recordedAt: instants, worth: fc.integer({ min: 0, max: 1 }), supersedes },
    { requiredKeys: ["id", "on", "recordedAt", "worth"] },
  )

// Six ids for up to twelve records: ids collide, rings close, and targets are missing.
const wild = fc.array(fact(idsOf(6), idsOf(7)), { maxLength: 12 })
const unique = fc.uniqueArray(fact(idsOf(9), idsOf(10)), { selector: ({ id }) => id, maxLength: 9 })
// Every record supersedes one before it in the list and is recorded no earlier than that.
const clean = fc
  .array(fc.record({ on: days, later: fc.integer({ min: 0, max: 3 }), target: fc.option(fc.nat(20), { freq: 2 }) }), {
    maxLength: 10,
  })
  .map((drafts) => {
    let clock = 0
    return drafts.map(({ on, later, target }, index): Fact => {
      clock += later
      const record = { id: `f${index}`, on, recordedAt: at(clock), worth: index }
      return target === null || index === 0 ? record : { ...record, supersedes: `f${target % index}` }
    })
  })
const coordinates = fc.record({ validAt: days, knownAt: instants })
const shuffled = <A>(lists: fc.Arbitrary<ReadonlyArray<A>>) =>
  lists.chain((list) =>
    fc.record({ list: fc.constant(list), other: fc.shuffledSubarray([...list], { minLength: list.length }) }),
  )

const contents = ({ id, on, recordedAt, worth, supersedes }: Fact): string =>
  JSON.stringify([on, recordedAt, id, supersedes ?? null, worth])

// The definition, read aloud: recorded by then, and none recorded by then supersedes it; each content once.
const slowAsOf = (facts: ReadonlyArray<Fact>, { validAt, knownAt }: Coordinate.Coordinate): ReadonlyArray<string> => {
  const standing = facts.filter(
    (fact) =>
      fact.recordedAt <= knownAt &&
      fact.on <= validAt &&
      !facts.some((other) => other.recordedAt <= knownAt && other.supersedes === fact.id),
  )
  return [...new Set(standing.map(contents))].sort()
}

describe("facts at a coordinate", () => {
  it("are those that the definition names, each once", () => {
    fc.assert(
      fc.property(wild, coordinates, (facts, coordinate) => {
        expect(Coordinate.asOf(facts, coordinate).map(contents).sort()).toEqual(slowAsOf(facts, coordinate))
      }),
      { numRuns: 1000 },
    )
  })

  it("recorded later never change an answer at an earlier instant", () => {
    let touched = 0
    fc.assert(
      fc.property(wild, wild, coordinates, (facts, more, coordinate) => {
        const later = more.map((fact) => ({ ...fact, recordedAt: at(fact.recordedAt + coordinate.knownAt + 1) }))
        const before = Coordinate.asOf(facts, coordinate)
        expect(Coordinate.asOf([...later, ...facts], coordinate)).toEqual(before)
        expect(Coordinate.known([...facts, ...later], coordinate.knownAt)).toEqual(
          Coordinate.known(facts, coordinate.knownAt),
        )
        if (before.some(({ id }) => later.some(({ supersedes }) => supersedes === id))) touched++
      }),
      { numRuns: 500 },
    )
    expect(touched).toBeGreaterThan(20)
  })

  it("do not depend on the order they come in", () => {
    fc.assert(
      fc.property(shuffled(wild), coordinates, ({ list, other }, coordinate) => {
        expect(Coordinate.asOf(other, coordinate)).toEqual(Coordinate.asOf(list, coordinate))
        expect(Coordinate.check(other)).toEqual(Coordinate.check(list))
      }),
      { numRuns: 1000 },
    )
  })

  it("are the same when two archives that share records are put together", () => {
    fc.assert(
      fc.property(wild, fc.nat(12), fc.nat(12), coordinates, (facts, a, b, coordinate) => {
        const [head, tail] = [facts.slice(0, Math.max(a, b)), facts.slice(Math.min(a, b))]
        const copies = [...tail, ...head].map((fact) => ({ ...fact }))
        expect(Coordinate.asOf(copies, coordinate)).toEqual(Coordinate.asOf(facts, coordinate))
        expect(Coordinate.check(copies)).toEqual(Coordinate.check(facts))
      }),
    )
  })

  it("only grow with the day that is asked for", () => {
    fc.assert(
      fc.property(wild, instants, days, days, (facts, knownAt, a, b) => {
        const [sooner, later] = [CivilDate.min(a, b), CivilDate.max(a, b)]
        const more = Coordinate.asOf(facts, { validAt: later, knownAt })
        expect(Coordinate.asOf(facts, { validAt: sooner, knownAt })).toEqual(more.filter(({ on }) => on <= sooner))
      }),
    )
  })

  it("come in one order, by day, instant and id", () => {
    fc.assert(
      fc.property(wild, instants, (facts, knownAt) => {
        const known = Coordinate.known(facts, knownAt)
        for (const [index, fact] of known.entries()) {
          const next = known[index + 1]
          if (next !== undefined) expect(Coordinate.order(fact, next)).not.toBe(1)
        }
      }),
    )
  })

  it("the order is total: turned about it turns its sign, and what ties has the same day, instant and id", () => {
    const one = fact(idsOf(3), idsOf(3))
    fc.assert(
      fc.property(one, one, one, (a, b, c) => {
        expect(Coordinate.order(a, b) + Coordinate.order(b, a)).toBe(0)
        if (Coordinate.order(a, b) <= 0 && Coordinate.order(b, c) <= 0) expect(Coordinate.order(a, c)).not.toBe(1)
        const same = a.on === b.on && a.recordedAt === b.recordedAt && a.id === b.id
        expect(Coordinate.order(a, b) === 0).toBe(same)
      }),
    )
  })
})

describe("the check of a set of records", () => {
  const codes = (facts: ReadonlyArray<Fact>, code: string) =>
    Coordinate.check(facts)
      .filter((found) => found.code === code)
      .map(({ params }) => params)

  it("finds nothing in a set where each record supersedes at most an earlier one", () => {
    fc.assert(
      fc.property(shuffled(clean), ({ other }) => {
        expect(Coordinate.check(other)).toEqual([])
      }),
    )
  })

  it("finds every id of two contents, every unknown target and every target recorded later, and no other", () => {
    let found = 0
    fc.assert(
      fc.property(wild, (facts) => {
        const ids = [...new Set(facts.map(({ id }) => id))].sort()
        const double = ids.filter((id) => new Set(facts.filter((fact) => fact.id === id).map(contents)).size > 1)
        expect(codes(facts, "coordinate.idTwice")).toEqual(double.map((id) => ({ id })))
        const pairs = (wrong: (fact: Fact) => boolean) =>
          [
            ...new Set(
              facts
                .filter((fact) => fact.supersedes !== undefined && wrong(fact))
                .map(({ id, supersedes }) => `${id} ${supersedes}`),
            ),
          ].sort()
        const told = (code: string) =>
          codes(facts, code)
            .map(({ id, supersedes }) => `${id} ${supersedes}`)
            .sort()
        const unknown = pairs(({ supersedes }) => !ids.includes(supersedes!))
        const later = pairs((fact) =>
          facts.some(({ id, recordedAt }) => id === fact.supersedes && recordedAt > fact.recordedAt),
        )
        expect(told("coordinate.supersedesUnknown")).toEqual(unknown)
        expect(told("coordinate.supersedesLater")).toEqual(later)
        found += double.length + unknown.length + later.length
      }),
      { numRuns: 500 },
    )
    expect(found).toBeGreaterThan(500)
  })

  it("names in rings exactly the ids from which the way leads back to them", () => {
    let rings = 0
    fc.assert(
      fc.property(unique, (facts) => {
        const target = new Map(facts.map(({ id, supersedes }) => [id, supersedes]))
        const leadsBack = (id: string) => {
          let next = target.get(id)
          for (let step = 0; step < facts.length && next !== undefined; step++, next = target.get(next)) {
            if (next === id) return true
          }
          return false
        }
        const told = codes(facts, "coordinate.supersedesRing").map(({ ids }) => String(ids).split(" → "))
        for (const ring of told) {
          expect(ring.at(-1)).toBe(ring[0])
          expect(ring[0]).toBe([...ring].sort()[0])
          expect(ring.slice(0, -1).map((id) => target.get(id))).toEqual(ring.slice(1))
        }
        const named = told.flatMap((ring) => ring.slice(1)).sort()
        expect(named).toEqual([...target.keys()].filter(leadsBack).sort())
        rings += told.length
      }),
      { numRuns: 1000 },
    )
    expect(rings).toBeGreaterThan(50)
  })

  it("of a clean set, exactly the records that nothing supersedes stand in the end", () => {
    fc.assert(
      fc.property(clean, (facts) => {
        const replaced = facts.map(({ supersedes }) => supersedes)
        const standing = Coordinate.known(facts, at(1000)).map(({ id }) => id)
        expect([...standing].sort()).toEqual(
          facts
            .map(({ id }) => id)
            .filter((id) => !replaced.includes(id))
            .sort(),
        )
      }),
    )
  })
})

describe("the day of an instant", () => {
  it("is the one that the platform's own clock shows at that offset", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.integer({ min: 0, max: 253402300799999 }),
          fc
            .record({ day: fc.nat(40000), off: fc.integer({ min: -2, max: 2 }) })
            .map(({ day, off }) => Math.max(0, day * 86_400_000 + off)),
        ),
        fc.oneof(fc.constantFrom(-1080, -60, 0, 330, 480, 1080), fc.integer({ min: -1080, max: 1080 })),
        (value, offset) => {
          fc.pre(value + offset * 60_000 <= 253402300799999)
          const shown = new Date(value + offset * 60_000).toISOString().slice(0, 10)
          expect(Coordinate.dayOfUnsafe(at(value), offset)).toBe(shown)
        },
      ),
      { numRuns: 500 },
    )
  })
})
