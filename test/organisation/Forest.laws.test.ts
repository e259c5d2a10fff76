// Statistics of 1,000 generated sets of rows: 90 % have a fault, 23 % a ring, 49 % an id twice, and 10 % none.
import fc from "fast-check"
import { expect, test } from "vitest"
import * as Forest from "../../src/organisation/Forest.js"

interface Row {
  readonly id: string
  readonly over: string | undefined
}

const shape: Forest.Shape<Row> = { id: ({ id }) => id, parent: ({ over }) => over }

const ids = fc.integer({ min: 0, max: 14 }).map((number) => `n${number}`)

/** Rows in which anything may be wrong. */
const rows: fc.Arbitrary<ReadonlyArray<Row>> = fc.array(
  fc.record({
    id: ids,
    over: fc.option(fc.oneof({ weight: 9, arbitrary: ids }, fc.constant("nowhere")), { nil: undefined }),
  }),
  { maxLength: 16 },
)

/** Rows of a sound forest: each under an earlier one, or under nothing; then shuffled. */
const sound: fc.Arbitrary<ReadonlyArray<Row>> = fc
  .array(fc.option(fc.nat(), { nil: undefined }), { minLength: 1, maxLength: 40 })
  .map((overs) =>
    overs.map(
      (over, index): Row => ({
        id: `n${index}`,
        over: over === undefined || index === 0 ? undefined : `n${over % index}`,
      }),
    ),
  )
  .chain((list) => fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }))

/** The obvious walk: everything under an id, by looking for children again and again. */
const naiveUnder = (list: ReadonlyArray<Row>, id: string): ReadonlyArray<string> =>
  list
    .filter(({ over }) => over === id)
    .map((row) => row.id)
    .sort()
    .flatMap((child) => [child, ...naiveUnder(list, child)])

test("a sound forest has no faults, and every question has the answer of the obvious walk", () => {
  fc.assert(
    fc.property(sound, (list) => {
      const { forest, faults } = Forest.build(list, shape)
      expect(faults).toEqual([])
      const over = new Map(list.map((row) => [row.id, row.over]))
      const chain = (id: string): ReadonlyArray<string> => {
        const above = over.get(id)
        return above === undefined ? [] : [above, ...chain(above)]
      }
      for (const { id } of list) {
        const under = naiveUnder(list, id)
        expect(Forest.descendants(forest, id).map((row) => row.id)).toEqual(under)
        expect(Forest.children(forest, id).map((row) => row.id)).toEqual(
          list
            .filter((row) => row.over === id)
            .map((row) => row.id)
            .sort(),
        )
        expect(Forest.ancestors(forest, id).map((row) => row.id)).toEqual(chain(id))
        expect(Forest.parent(forest, id)?.id).toBe(over.get(id))
        expect(Forest.path(forest, id).map((row) => row.id)).toEqual([...chain(id)].reverse().concat(id))
        expect(Forest.depth(forest, id)).toBe(chain(id).length)
        for (const { id: other } of list) {
          expect(Forest.isWithin(forest, other, id)).toBe(other === id || under.includes(other))
          const common = [id, ...chain(id)].find((one) => [other, ...chain(other)].includes(one))
          expect(Forest.lowestCommon(forest, id, other)?.id).toBe(common)
        }
      }
      expect(Forest.roots(forest).map(({ id }) => id)).toEqual(
        list
          .filter((row) => row.over === undefined)
          .map(({ id }) => id)
          .sort(),
      )
      expect(Forest.histogram(forest).reduce((a, b) => a + b, 0)).toBe(list.length)
    }),
    { numRuns: 60 },
  )
})

test("the roll-up equals a naive walk", () => {
  fc.assert(
    fc.property(sound, fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 40, maxLength: 40 }), (list, values) => {
      const own = (id: string): number => values[Number(id.slice(1))] ?? 0
      const { forest } = Forest.build(list, shape)
      const totals = Forest.rollUp(
        forest,
        ({ id }) => own(id),
        (a, b) => a + b,
      )
      for (const { id } of list) {
        const naive = naiveUnder(list, id).reduce((sum, one) => sum + own(one), own(id))
        expect(totals.get(id)).toBe(naive)
      }
    }),
  )
})

test("whatever is wrong, every id stands in the forest once, nothing stands under itself, and faults say what is wrong", () => {
  fc.assert(
    fc.property(rows, (list) => {
      const { forest, faults } = Forest.build(list, shape)
      const distinct = [...new Set(list.map(({ id }) => id))].sort()
      expect([...forest.ids].sort()).toEqual(distinct)
      for (const id of distinct) expect(Forest.ancestors(forest, id).map((row) => row.id)).not.toContain(id)
      const kept = distinct.map((id) => chosen(list.filter((row) => row.id === id)))
      const cut = kept.filter(({ id, over }) => over !== undefined && Forest.parent(forest, id)?.id !== over)
      const told = faults.filter(({ code }) => code === "forest.ring" || code === "forest.noSuchParent")
      expect(told.map(({ path }) => list[Number(path[0])]?.id).sort()).toEqual(cut.map(({ id }) => id).sort())
      const repeats = faults.filter(({ code }) => code === "forest.twice" || code === "forest.twoParents")
      expect(repeats).toHaveLength(list.length - distinct.length)
      expect(faults.map(({ path }) => path[0])).toEqual(
        [...faults.map(({ path }) => path[0])].sort((a, b) => Number(a) - Number(b)),
      )
    }),
    { numRuns: 400 },
  )
})

/** Of rows with one id the one under the least parent; one under nothing only where there is no other. */
const chosen = (same: ReadonlyArray<Row>): Row =>
  [...same].sort((a, b) => (a.over === undefined ? 1 : b.over === undefined ? -1 : a.over < b.over ? -1 : 1))[0] as Row

test("each ring is told once, with how many stand in it", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 5 }), (sizes) => {
      const list = sizes.flatMap((size, ring) =>
        Array.from(
          { length: size },
          (_, place): Row => ({ id: `r${ring}-${place}`, over: `r${ring}-${(place + 1) % size}` }),
        ),
      )
      const rings = Forest.build(list, shape).faults
      expect(rings.map(({ code, params }) => [code, params.count])).toEqual(sizes.map((size) => ["forest.ring", size]))
    }),
  )
})

test("the order of rows changes nothing but the places of faults", () => {
  const named = (list: ReadonlyArray<Row>) => {
    const { forest, faults } = Forest.build(list, shape)
    const said = faults.map(({ code, path }) => `${code} ${list[Number(path[0])]?.id}`)
    return { ids: forest.ids, above: [...forest.above], said: said.sort() }
  }
  fc.assert(
    fc.property(rows, (list) => {
      expect(named([...list].reverse())).toEqual(named(list))
    }),
    { numRuns: 400 },
  )
})

test("of two rows with one id and one parent the same one stands in whatever order they come", () => {
  const [one, other] = [
    { id: "b1", over: "t", name: "甲支部" },
    { id: "b1", over: "t", name: "乙支部" },
  ]
  const built = (list: ReadonlyArray<typeof one>) =>
    Forest.build(list, { id: ({ id }) => id, parent: ({ over }) => over, content: (row) => JSON.stringify(row) })
  expect(Forest.get(built([one, other]).forest, "b1")).toEqual(Forest.get(built([other, one]).forest, "b1"))
  expect(built([one, other]).faults.map(({ code }) => code)).toEqual(["forest.twice", "forest.noSuchParent"])
})

test("a chain of 100,000 is no deeper than a list", () => {
  const count = 100_000
  const list = Array.from(
    { length: count },
    (_, index): Row => ({ id: `n${index}`, over: index === 0 ? undefined : `n${index - 1}` }),
  )
  const { forest, faults } = Forest.build(list, shape)
  expect(faults).toEqual([])
  const last = `n${count - 1}`
  expect(Forest.depth(forest, last)).toBe(count - 1)
  expect(Forest.ancestors(forest, last)).toHaveLength(count - 1)
  expect(Forest.descendants(forest, "n0")).toHaveLength(count - 1)
  expect(
    Forest.rollUp(
      forest,
      () => 1,
      (a, b) => a + b,
    ).get("n0"),
  ).toBe(count)
  const ring = Forest.build(list.with(0, { id: "n0", over: last }), shape)
  expect(ring.faults.map(({ code, params }) => [code, params.count])).toEqual([["forest.ring", count]])
})

test("100,000 rows with a fault in each tenth are all told", () => {
  const list = Array.from({ length: 100_000 }, (_, index): Row => {
    if (index % 10 === 3) return { id: `n${index}`, over: "nowhere" }
    if (index % 10 === 7) return { id: `n${index - 1}`, over: `n${Math.floor(index / 20)}` }
    return { id: `n${index}`, over: index === 0 ? undefined : `n${Math.floor(index / 2)}` }
  })
  const { faults } = Forest.build(list, shape)
  const counts = new Map<string, number>()
  for (const { code } of faults) counts.set(code, (counts.get(code) ?? 0) + 1)
  expect((counts.get("forest.twice") ?? 0) + (counts.get("forest.twoParents") ?? 0)).toBe(10_000)
  expect(counts.get("forest.noSuchParent")).toBeGreaterThan(10_000 - 1)
})
