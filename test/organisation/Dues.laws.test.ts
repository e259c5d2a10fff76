/** Every base within 1,000 fen of every edge is tried, so nothing here depends on luck but the spread of the last two laws. */
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Dues from "../../src/organisation/Dues.js"
import * as DuesRules from "../../src/presets/DuesRules.js"

const march = Result.getOrThrow(Dues.month("2024-03"))
const owed = (category: string, baseFen: number | bigint) =>
  Result.getOrThrow(Dues.owed(DuesRules.rules, { stage: "full", category, baseFen: String(baseFen) }, march))

// The text, read aloud in whole fen: per mille of the whole base, half a fen up.
const slowly = (category: string, baseFen: number): number => {
  const mille =
    category === "retired"
      ? baseFen <= 500_000
        ? 5
        : 10
      : baseFen <= 300_000
        ? 5
        : baseFen <= 500_000
          ? 10
          : baseFen <= 1_000_000
            ? 15
            : 20
  const parts = BigInt(baseFen) * BigInt(mille)
  return Number((parts + 500n) / 1000n)
}

describe("dues by bracket", () => {
  it("are those of the text to the fen around every edge", () => {
    for (const [category, edges] of [
      ["wage", [0, 300_000, 500_000, 1_000_000]],
      ["retired", [0, 300_000, 500_000, 1_000_000]],
    ] as const) {
      for (const edge of edges) {
        for (let base = Math.max(0, edge - 1_000); base <= edge + 1_000; base++) {
          if (owed(category, base).fen !== slowly(category, base)) {
            expect([category, base, owed(category, base).fen]).toEqual([category, base, slowly(category, base)])
          }
        }
      }
    }
  })

  it("are those of the text for any wage", () => {
    fc.assert(
      fc.property(fc.constantFrom("wage", "retired", "annualSalary"), fc.nat(50_000_000), (category, base) => {
        expect(owed(category, base).fen).toBe(slowly(category, base))
      }),
      { numRuns: 2000 },
    )
  })

  it("never fall as the base grows, and leap at an edge by more than the base grew", () => {
    fc.assert(
      fc.property(fc.nat(2_000_000), fc.nat(2_000_000), (base, more) => {
        expect(owed("wage", base + more).fen).toBeGreaterThanOrEqual(owed("wage", base).fen)
      }),
      { numRuns: 1000 },
    )
    for (const edge of [300_000, 500_000, 1_000_000]) {
      expect(owed("wage", edge + 1).fen - owed("wage", edge).fen).toBeGreaterThan(1_000)
    }
  })

  it("stay within half a fen of the exact amount", () => {
    fc.assert(
      fc.property(fc.nat(2_000_000), (base) => {
        const { fen, exactFen } = owed("wage", base)
        expect(Math.abs(fen - Number(exactFen))).toBeLessThanOrEqual(0.5)
      }),
    )
  })

  it("do not depend on the order of the table", () => {
    const turned = [...DuesRules.rules].reverse()
    fc.assert(
      fc.property(fc.constantFrom("wage", "retired", "student"), fc.nat(2_000_000), (category, base) => {
        const payer = { stage: "full", category, baseFen: String(base) } as const
        expect(Dues.owed(turned, payer, march)).toEqual(Dues.owed(DuesRules.rules, payer, march))
      }),
    )
  })
})
