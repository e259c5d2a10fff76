/**
 * Laws of terms, against days compared one by one. All bodies are made up.
 *
 * Of 1,500 terms: due 30 %, followed by the next 25 %, overdue 23 %, running 16 %, extended 6 %.
 */
import * as Result from "effect/Result"
import fc from "fast-check"
import { expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Tenure from "../../src/organisation/Tenure.js"
import { rules } from "../../src/presets/PrimaryTerms.js"

const bodies = fc.record({
  id: fc.constant("b1"),
  kind: fc.constantFrom("branch", "generalBranch", "primaryCommittee"),
  sector: fc.constantFrom("village", "organ"),
})
const yearsOf = ({ kind, sector }: Tenure.Body): number => (sector === "village" || kind === "primaryCommittee" ? 5 : 3)

/** Everything happens around the end of the term: days are so many from it. */
const around = fc.oneof(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -700, max: 700 }))
const drafts = fc.record(
  {
    body: bodies,
    electedOn: fc.integer({ min: 17_900, max: 19_500 }).map((number) => CivilDate.ofDayNumberUnsafe(number)),
    reminded: fc.integer({ min: -250, max: 0 }),
    shifts: fc.array(
      fc.record({
        id: fc.constantFrom("s1", "s2", "s3"),
        sense: fc.constantFrom("early" as const, "late" as const, "late" as const),
        until: around,
        approved: fc.integer({ min: -400, max: 200 }),
      }),
      { maxLength: 3 },
    ),
    next: fc.oneof(around, fc.integer({ min: 100, max: 900 })),
  },
  { requiredKeys: ["body", "electedOn", "shifts"] },
)
const cases = fc.record({ draft: drafts, offset: around }).map(({ draft, offset }) => {
  const { body, electedOn, reminded, shifts, next } = draft
  const endsOn = CivilDate.addYearsUnsafe(electedOn, yearsOf(body))
  const at = (days: number) => CivilDate.addDaysUnsafe(endsOn, days)
  const tenure: Tenure.Tenure = {
    body,
    electedOn,
    shifts: shifts.map(({ id, sense, until, approved }) => ({
      id,
      sense,
      until: at(until),
      approvedOn: at(approved),
      by: "t1",
    })),
    ...(reminded === undefined ? {} : { remindedOn: at(reminded) }),
    ...(next === undefined ? {} : { nextElectedOn: at(next) }),
  }
  return { tenure, on: at(offset) }
})

test("a term has just one state a day, and each follows from days compared one by one", () => {
  const seen = new Map<string, number>()
  fc.assert(
    fc.property(cases, ({ tenure, on }) => {
      const { endsOn, reminderOn, state } = Result.getOrThrow(Tenure.standing(rules, tenure, on))
      expect(endsOn).toBe(CivilDate.addYearsUnsafe(tenure.electedOn, yearsOf(tenure.body)))
      expect(reminderOn).toBe(CivilDate.addMonthsUnsafe(endsOn, -6))
      const extending = (tenure.shifts ?? []).filter(
        ({ sense, until, approvedOn }) => sense === "late" && until > endsOn && approvedOn <= on && until >= on,
      )
      const wanted =
        tenure.nextElectedOn !== undefined && tenure.nextElectedOn <= on
          ? "followed"
          : on <= endsOn
            ? reminderOn !== undefined && on >= reminderOn
              ? "due"
              : "running"
            : extending.length > 0
              ? "extended"
              : "overdue"
      seen.set(wanted, (seen.get(wanted) ?? 0) + 1)
      expect(state).toBe(wanted)
    }),
    { numRuns: 1500 },
  )
  expect(Math.min(...seen.values())).toBeGreaterThan(40)
  expect(seen.size).toBe(5)
})

test("an approval never makes a finding worse, but for reaching too far itself", () => {
  fc.assert(
    fc.property(cases, ({ tenure, on }) => {
      const open = (each: Tenure.Tenure) =>
        Result.getOrThrow(Tenure.findings(rules, each, on)).filter(
          ({ code, coveredBy }) => coveredBy === undefined && code !== "tenure.shiftTooLong",
        ).length
      expect(open(tenure)).toBeLessThanOrEqual(open({ ...tenure, shifts: [] }))
    }),
    { numRuns: 500 },
  )
})

test("what is found does not depend on the order of rules and approvals", () => {
  fc.assert(
    fc.property(cases, ({ tenure, on }) => {
      const turned = { ...tenure, shifts: (tenure.shifts ?? []).toReversed() }
      expect(Tenure.findings(rules.toReversed(), turned, on)).toEqual(
        Tenure.findings(rules, { ...tenure, shifts: tenure.shifts ?? [] }, on),
      )
    }),
    { numRuns: 500 },
  )
})

test("whoever is by-elected serves to a day no earlier than the election", () => {
  fc.assert(
    fc.property(cases, ({ tenure, on }) => {
      const until = Tenure.servesUntil(rules, tenure, on)
      if (Result.isSuccess(until)) expect(until.success >= on).toBe(true)
    }),
  )
})
