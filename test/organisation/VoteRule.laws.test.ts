/**
 * Laws of voting, against a count by fractions of whole people.
 *
 * Of 2,000 votes: no quorum in 55 %, lost 30 %, carried 16 %.
 */
import * as Result from "effect/Result"
import fc from "fast-check"
import { expect, test } from "vitest"
import * as VoteRule from "../../src/organisation/VoteRule.js"
import { votes } from "../../src/presets/PrimaryVotes.js"

const SHARES = [
  ["0.5", 1, 2],
  ["0.8", 4, 5],
  ["2/3", 2, 3],
  ["0", 0, 1],
  ["1", 1, 1],
] as const
const marks = fc.record({ share: fc.constantFrom(...SHARES), op: fc.constantFrom("ge" as const, "gt" as const) })

const rules = fc
  .record({
    quorum: marks,
    majority: marks,
    of: fc.constantFrom<VoteRule.Base>("due", "present", "valid"),
    written: fc.boolean(),
  })
  .map(({ quorum, majority, of, written }) => ({
    quorum,
    majority,
    rule: {
      ...votes[0]!,
      quorum: { share: quorum.share[0], op: quorum.op },
      majority: { share: majority.share[0], op: majority.op, of },
      written,
    } satisfies VoteRule.VoteRule,
  }))

const split = (total: number, cuts: ReadonlyArray<number>): VoteRule.Voices => {
  const ayes = cuts[0]! % (total + 1)
  const noes = cuts[1]! % (total - ayes + 1)
  return { ayes, noes, abstentions: cuts[2]! % (total - ayes - noes + 1) }
}
const cuts = fc.tuple(fc.nat(40), fc.nat(40), fc.nat(40))
const counts: fc.Arbitrary<VoteRule.VoteCount> = fc
  .record({ due: fc.integer({ min: 1, max: 30 }), gone: fc.nat(12), own: cuts, writing: cuts, writes: fc.boolean() })
  .map(({ due, gone, own, writing, writes }) => {
    const present = Math.max(0, due - gone)
    const written = writes ? { written: split(due - present, writing) } : {}
    return { due, present, ...split(present, own), ...written }
  })

const legal = (rule: VoteRule.VoteRule, count: VoteRule.VoteCount): VoteRule.VoteCount => {
  const { written: _, ...plain } = count
  return rule.written ? count : plain
}

const holds = ([, top, bottom]: (typeof SHARES)[number], op: "ge" | "gt", count: number, base: number): boolean =>
  base > 0 && (op === "ge" ? count * bottom >= base * top : count * bottom > base * top)

test("a vote carries just if the quorum and the majority do, counted by hand", () => {
  const seen = { carried: 0, lost: 0, noQuorum: 0 }
  fc.assert(
    fc.property(rules, counts, ({ rule, quorum, majority }, some) => {
      const count = legal(rule, some)
      const { written = { ayes: 0, noes: 0, abstentions: 0 } } = count
      const sum = ({ ayes, noes, abstentions }: VoteRule.Voices) => ayes + noes + abstentions
      const base = { due: count.due, present: count.present + sum(written), valid: sum(count) + sum(written) }
      const quorate = holds(quorum.share, quorum.op, count.present, count.due)
      const wins = holds(majority.share, majority.op, count.ayes + written.ayes, base[rule.majority.of])
      const decision = Result.getOrThrow(VoteRule.decide(rule, count))
      expect(decision).toMatchObject({ quorate, carried: quorate && wins })
      seen[!quorate ? "noQuorum" : wins ? "carried" : "lost"]++
    }),
    { numRuns: 2000 },
  )
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(200)
})

test("one more aye never undoes what carried", () => {
  let moved = 0
  fc.assert(
    fc.property(rules, counts, ({ rule }, some) => {
      const count = legal(rule, some)
      const voted = count.ayes + count.noes + count.abstentions
      const more =
        count.noes > 0
          ? { ...count, ayes: count.ayes + 1, noes: count.noes - 1 }
          : voted < count.present
            ? { ...count, ayes: count.ayes + 1 }
            : undefined
      if (more === undefined) return
      moved++
      if (Result.getOrThrow(VoteRule.decide(rule, count)).carried) {
        expect(Result.getOrThrow(VoteRule.decide(rule, more)).carried).toBe(true)
      }
    }),
    { numRuns: 1000 },
  )
  expect(moved).toBeGreaterThan(400)
})

test("one more who is due and stays away never makes a quorum, and one more who comes never undoes one", () => {
  fc.assert(
    fc.property(rules, counts, ({ rule }, some) => {
      const count = legal(rule, some)
      const { quorate } = Result.getOrThrow(VoteRule.decide(rule, count))
      const away = Result.getOrThrow(VoteRule.decide(rule, { ...count, due: count.due + 1 }))
      if (!quorate) expect(away.quorate).toBe(false)
      const come = { ...legal({ ...rule, written: false }, count), due: count.due + 1, present: count.present + 1 }
      if (quorate) expect(Result.getOrThrow(VoteRule.decide(rule, come)).quorate).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test("the least that would do does, and one less does not", () => {
  fc.assert(
    fc.property(marks, fc.integer({ min: 1, max: 500 }), ({ share, op }, base) => {
      const least = { of: "due", share: share[0], op } as const
      const { needed } = Result.getOrThrow(VoteRule.compare(least, 0, base))
      expect(Result.getOrThrow(VoteRule.compare(least, needed, base)).holds).toBe(true)
      if (needed > 0) expect(Result.getOrThrow(VoteRule.compare(least, needed - 1, base)).holds).toBe(false)
    }),
  )
})
