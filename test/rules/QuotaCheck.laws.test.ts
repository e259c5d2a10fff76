/** Laws of the check of quotas: law 6 of incentives §7. All books and people are made up. */
import fc from "fast-check"
import { expect, test } from "vitest"
import type { Quota } from "../../src/rules/Clause.js"
import { check } from "../../src/rules/QuotaCheck.js"
import * as Trial from "../../src/rules/Trial.js"
import { banded } from "./checking.js"
import { groundOf } from "./ground.js"
import { fact, rate, subject } from "./rating.js"
import { book, cite, score } from "./sample.js"

const levels = [banded("优", { ge: "90" }), banded("良", { ge: "75", lt: "90" }), banded("差", { lt: "75" })]

const quota: fc.Arbitrary<Quota> = fc
  .record({
    sense: fc.constantFrom("most" as const, "most" as const, "noMore" as const, "least" as const, "about" as const),
    level: fc.integer({ min: 0, max: 1 }),
    share: fc.constantFrom("0", "0.1", "1/3", "0.5", "1"),
    round: fc.constantFrom("floor" as const, "ceiling" as const, "halfUp" as const),
    seats: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined, freq: 4 }),
  })
  .map(({ sense, level, share, round, seats }) => ({
    id: "名额",
    levels: [levels[level]?.id ?? ""] as [string],
    sense,
    of: seats === undefined ? { share, round } : { seats },
    group: null,
    cite: cite("12"),
  }))

const people = fc.array(fc.constantFrom("60", "74", "75", "89", "90", "100"), { minLength: 1, maxLength: 12 })

test("a quota that is proven to go with the thresholds is missed by no population; one that is not is shown", () => {
  const seen = { proven: 0, refuted: 0, undecided: 0 }
  fc.assert(
    fc.property(quota, people, (one, values) => {
      const given = book(score, { levels, quotas: [one] })
      const { answers, defects } = check(groundOf(given))
      const answer = answers.find(({ code }) => code === "lint.quotaAgainstThreshold")?.answer ?? "undecided"
      seen[answer]++
      for (const { evidence } of defects) if (evidence.is === "witness") expect(Trial.shows(given, evidence)).toBe(true)
      if (answer !== "proven") return
      const subjects = values.map((_, index) => subject(`s${index}`))
      const facts = values.map((value, index) => fact(`s${index}`, "得分", "2020-03-01", { value }))
      for (const report of rate(given, { period: "2020", subjects, facts }).quotas) {
        expect(report.met).toBe("yes")
        expect(report.held).toBeLessThanOrEqual(report.places)
      }
    }),
    { numRuns: 200 },
  )
  expect(seen.proven).toBeGreaterThan(15)
  expect(seen.refuted).toBeGreaterThan(15)
})
