/**
 * Laws of the electorate. All members are made up.
 *
 * In 500 rolls of up to nine 291 are left out, and 126 are kept among those due for want of consent or of the meeting.
 */
import * as Result from "effect/Result"
import fc from "fast-check"
import { expect, test } from "vitest"
import * as Franchise from "../../src/organisation/Franchise.js"
import { exclusions, franchise } from "../../src/presets/PrimaryVotes.js"

const roll = fc
  .array(
    fc.tuple(
      fc.constantFrom("full", "full", "full", "probationary"),
      fc.constantFrom("none", "none", "none", "disciplinaryProbation", "suspendedByOrganisation"),
    ),
    { minLength: 1, maxLength: 9 },
  )
  .map((rows) => rows.map(([stage, restriction], index) => ({ person: `m${index}`, stage, restriction })))

const cases = roll.chain((rows) =>
  fc.record({
    rows: fc.constant(rows),
    out: fc.subarray(rows.map(({ person }) => person)).chain((persons) =>
      fc.tuple(
        ...persons.map((person) =>
          fc.record(
            {
              person: fc.constant(person),
              category: fc.constantFrom(...exclusions.map(({ category }) => category)),
              agreed: fc.constant("批复"),
              adopted: fc.constant("决议"),
            },
            { requiredKeys: ["person", "category"] },
          ),
        ),
      ),
    ),
  }),
)

test("everybody on the roll is just one of due, left out, or without a vote", () => {
  const seen = { out: 0, kept: 0 }
  fc.assert(
    fc.property(cases, ({ rows, out }) => {
      const { due, excluded, kept, withoutVote } = Result.getOrThrow(
        Franchise.electorate(franchise[0]!, exclusions, rows, out),
      )
      const all = [...due, ...excluded.map(({ person }) => person), ...withoutVote.map(({ person }) => person)]
      expect(all.sort()).toEqual(rows.map(({ person }) => person).sort())
      for (const { person } of kept) expect(due).toContain(person)
      for (const { person, stage, restriction } of rows) {
        const votes = stage === "full" && restriction === "none"
        const leaves = out.some(
          (each) => each.person === person && each.agreed !== undefined && each.adopted !== undefined,
        )
        expect(due.includes(person)).toBe(votes && !leaves)
      }
      seen.out += excluded.length
      seen.kept += kept.length
    }),
    { numRuns: 500 },
  )
  expect(Math.min(seen.out, seen.kept)).toBeGreaterThan(100)
})

test("the order of the roll and of those left out changes nothing", () => {
  fc.assert(
    fc.property(cases, ({ rows, out }) => {
      const [rule] = franchise
      expect(Franchise.electorate(rule!, exclusions.toReversed(), rows.toReversed(), out.toReversed())).toEqual(
        Franchise.electorate(rule!, exclusions, rows, out),
      )
    }),
  )
})
