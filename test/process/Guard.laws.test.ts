/** Laws of guards: what is known is kept whatever else comes to be known. */
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Guard from "../../src/process/Guard.js"
import { guards } from "./workflowArbitrary.js"

const trees = guards(["m0", "m1"])
const keyOf = (leaf: Guard.Leaf) => JSON.stringify(leaf)

/** Two-valued and by the book: all, any, not. */
const plainly = (guard: Guard.Guard, facts: ReadonlyMap<string, boolean>): boolean => {
  if ("all" in guard) return guard.all.map((part) => plainly(part, facts)).every(Boolean)
  if ("any" in guard) return guard.any.map((part) => plainly(part, facts)).some(Boolean)
  return "not" in guard ? !plainly(guard.not, facts) : facts.get(keyOf(guard)) === true
}

describe("a guard", () => {
  it("of which everything is known holds as its words say", () => {
    fc.assert(
      fc.property(trees, fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }), (guard, bits) => {
        const facts = new Map(Guard.leaves(guard).map(({ leaf }, index) => [keyOf(leaf), bits[index % 20]!]))
        expect(Guard.holds(guard, (leaf) => facts.get(keyOf(leaf)))).toBe(plainly(guard, facts))
      }),
    )
  })

  it("that is decided stays so whatever the rest turns out to be", () => {
    let decided = 0
    let open = 0
    fc.assert(
      fc.property(
        trees,
        fc.array(fc.constantFrom(true, false, undefined), { minLength: 20, maxLength: 20 }),
        (guard, bits) => {
          const partly = new Map(Guard.leaves(guard).map(({ leaf }, index) => [keyOf(leaf), bits[index % 20]]))
          const now = Guard.holds(guard, (leaf) => partly.get(keyOf(leaf)))
          if (now === undefined) open++
          else decided++
          for (const rest of [true, false]) {
            const full = new Map([...partly].map(([key, value]) => [key, value ?? rest]))
            if (now !== undefined) expect(plainly(guard, full)).toBe(now)
          }
        },
      ),
      { numRuns: 500 },
    )
    expect(decided).toBeGreaterThan(100)
    expect(open).toBeGreaterThan(50)
  })

  it("gives each leaf with the path that leads to it", () => {
    fc.assert(
      fc.property(trees, (guard) => {
        for (const { leaf, path } of Guard.leaves(guard)) {
          const at = path.reduce<unknown>((part, key) => (part as Record<string | number, unknown>)[key], guard)
          expect(at).toEqual(leaf)
        }
      }),
    )
  })

  it("counts within its bounds, both ends included", () => {
    expect([0, 1, 2, 3, 4].filter((times) => Guard.counts({ count: ["m0"], least: 1, most: 3 }, times))).toEqual([
      1, 2, 3,
    ])
  })

  it("is checked for counts that bound nothing", () => {
    const guard: Guard.Guard = { any: [{ told: "期满" }, { all: [{ count: ["m0", "m1"] }] }] }
    expect(Guard.check(guard)).toEqual([
      { code: "guard.noBound", path: ["any", 1, "all", 0], params: { moves: "m0、m1" } },
    ])
  })
})
