// Statistics of 1,000 generated trees: 2 to 25 bodies, 41 % more than 15; each way of breaking an edge applies to 82 % of
// them or more, most to all.
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as HeadCount from "../../src/organisation/HeadCount.js"
import * as PartyTree from "../../src/organisation/PartyTree.js"
import { breakings, broken, day, edges, isLawful, kinds, organisation, tree } from "./treeArbitrary.js"

const rules = { kinds, edges }

const all = (rows: Parameters<typeof PartyTree.of>[0]) => {
  const { faults, findings } = PartyTree.of(rows, day, rules)
  return [...faults, ...findings]
}

test("a valid tree has neither faults nor findings", () => {
  fc.assert(
    fc.property(tree, (rows) => {
      expect(all(rows)).toEqual([])
    }),
  )
})

describe("every single-edge mutation of a valid tree is found", () => {
  test.each(breakings)("%s", (how) => {
    let reached = 0
    fc.assert(
      fc.property(tree, fc.nat(), (rows, pick) => {
        const made = broken(rows, how, pick)
        if (made === undefined) return
        reached++
        expect(all(made.rows).length).toBeGreaterThan(0)
      }),
      { numRuns: 300 },
    )
    expect(reached).toBeGreaterThan(100)
  })
})

test("a finding stands exactly where a slow look at each edge puts it", () => {
  const anywhere = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...kinds.map(({ id }) => id))), {
    minLength: 1,
    maxLength: 20,
  })
  fc.assert(
    fc.property(anywhere, (steps) => {
      const rows = steps.map(([at, kind], index) =>
        organisation(`o${index}`, kind, index === 0 || at % 7 === 0 ? undefined : `o${at % index}`),
      )
      const kindOf = new Map(rows.map(({ id, kind }) => [id, kind]))
      const wrong = rows
        .filter(
          ({ kind, supervisedBy }) =>
            !isLawful(kind, supervisedBy === undefined ? undefined : kindOf.get(supervisedBy)),
        )
        .map(({ id }) => id)
      const { findings } = PartyTree.of(rows, day, rules)
      expect(findings.map(({ subject }) => subject).sort()).toEqual(wrong.sort())
    }),
  )
})

test("head-counts roll up with both counts apart, and the root holds everybody", () => {
  fc.assert(
    fc.property(tree, fc.array(fc.tuple(fc.nat(60), fc.nat(5)), { minLength: 25, maxLength: 25 }), (rows, counts) => {
      const { tree: built } = PartyTree.of(rows, day, rules)
      const own = new Map(
        rows.map(({ id }, index) => {
          const [full = 0, probationary = 0] = counts[index] ?? []
          return [id, HeadCount.ofUnsafe({ full, probationary })] as const
        }),
      )
      expect(PartyTree.headCounts(built, own).get("o0")).toEqual(HeadCount.sum(own.values()))
    }),
  )
})

test("the order of rows changes no finding", () => {
  fc.assert(
    fc.property(tree, fc.nat(), fc.constantFrom(...breakings), (rows, pick, how) => {
      const made = broken(rows, how, pick)
      if (made === undefined) return
      const of = (list: typeof rows) => PartyTree.of(list, day, rules).findings
      expect(of([...made.rows].reverse())).toEqual(of(made.rows))
    }),
  )
})
