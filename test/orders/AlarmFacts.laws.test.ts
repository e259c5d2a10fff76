/**
 * How often the interesting region is reached, in 1,000 runs: no crowd 51 %, one 20 %, two 15 %, more 13 %.
 */
import * as fc from "fast-check"
import { expect, it } from "vitest"
import { crowds } from "../../src/orders/AlarmFacts.js"

interface Thing {
  readonly id: number
  readonly place: number
  readonly key: string
}

/** Many places and few keys, so that windows overlap, touch and lie apart. */
const things: fc.Arbitrary<ReadonlyArray<Thing>> = fc
  .array(fc.tuple(fc.nat({ max: 30 }), fc.constantFrom("a", "b", "c", "d")), { maxLength: 24 })
  .map((all) => all.map(([place, key], id) => ({ id, place, key })))
const window = fc.record({ least: fc.integer({ min: 1, max: 4 }), within: fc.nat({ max: 8 }) })

const found = (all: ReadonlyArray<Thing>, asked: { readonly least: number; readonly within: number }) =>
  crowds(
    all,
    ({ place }) => place,
    ({ key }) => key,
    asked,
  ).map(({ things: crowd }) => crowd.map(({ id }) => id).sort((a, b) => a - b))

/** Goes to every place, looks who stands near, and joins what shares somebody. */
const slow = (
  all: ReadonlyArray<Thing>,
  { least, within }: { readonly least: number; readonly within: number },
): ReadonlyArray<ReadonlyArray<number>> => {
  const groups: Array<Set<number>> = []
  for (const { place: from } of all.toSorted((a, b) => a.place - b.place)) {
    const near = all.filter(({ place }) => place >= from && place - from <= within)
    if (new Set(near.map(({ key }) => key)).size < least) continue
    const last = groups.at(-1)
    if (last !== undefined && near.some(({ id }) => last.has(id))) for (const { id } of near) last.add(id)
    else groups.push(new Set(near.map(({ id }) => id)))
  }
  return groups.map((group) => [...group].sort((a, b) => a - b))
}

it("finds the crowds that going to every place finds", () => {
  fc.assert(
    fc.property(things, window, (all, asked) => {
      expect(found(all, asked)).toEqual(slow(all, asked))
    }),
    { numRuns: 1000 },
  )
})

it("tells the most different keys of one window, which is no less than was asked for", () => {
  fc.assert(
    fc.property(things, window, (all, asked) => {
      const told = crowds(
        all,
        ({ place }) => place,
        ({ key }) => key,
        asked,
      )
      for (const { most, things: crowd } of told) {
        const near = crowd.map(
          ({ place: from }) =>
            new Set(crowd.filter(({ place }) => place >= from && place - from <= asked.within).map(({ key }) => key))
              .size,
        )
        expect(most).toBe(Math.max(...near))
        expect(most).toBeGreaterThanOrEqual(asked.least)
      }
    }),
  )
})

it("finds the same whatever the order of the things", () => {
  const mixed = things.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length })),
  )
  fc.assert(
    fc.property(mixed, window, ([all, other], asked) => {
      expect(found(other, asked)).toEqual(found(all, asked))
    }),
  )
})

it("finds the same crowds or larger ones where less is asked for", () => {
  fc.assert(
    fc.property(things, window, fc.nat({ max: 4 }), (all, asked, more) => {
      const wider = [found(all, { ...asked, within: asked.within + more })]
      if (asked.least > 1) wider.push(found(all, { ...asked, least: asked.least - 1 }))
      for (const crowd of found(all, asked))
        for (const larger of wider) expect(larger.some((other) => crowd.every((id) => other.includes(id)))).toBe(true)
    }),
  )
})

it("tells the ends of a window exactly", () => {
  const at = (...places: ReadonlyArray<number>): ReadonlyArray<Thing> =>
    places.map((place, id) => ({ id, place, key: `${id}` }))
  expect(found(at(0, 5, 10), { least: 3, within: 10 })).toEqual([[0, 1, 2]])
  expect(found(at(0, 5, 10), { least: 3, within: 9 })).toEqual([])
  expect(found(at(0, 5, 10), { least: 2, within: 5 })).toEqual([[0, 1, 2]])
  expect(found(at(0, 4, 10, 14), { least: 2, within: 5 })).toEqual([
    [0, 1],
    [2, 3],
  ])
})
