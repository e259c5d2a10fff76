/** Laws of terms, against a walk over every day. All bodies are made up. */
import * as Result from "effect/Result"
import fc from "fast-check"
import { expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Tenure from "../../src/organisation/Tenure.js"
import { rules } from "../../src/presets/PrimaryTerms.js"

const days = fc.integer({ min: 17_600, max: 21_000 }).map((number) => CivilDate.ofDayNumberUnsafe(number))
const bodies = fc.record({
  id: fc.constant("b1"),
  kind: fc.constantFrom("branch", "generalBranch", "primaryCommittee"),
  sector: fc.constantFrom("village", "organ"),
})
const shifts = fc.array(
  fc.record({
    id: fc.constantFrom("s1", "s2", "s3"),
    sense: fc.constantFrom("early" as const, "late" as const),
    until: days,
    approvedOn: days,
    by: fc.constant("t1"),
  }),
  { maxLength: 3 },
)
const tenures: fc.Arbitrary<Tenure.Tenure> = fc.record(
  { body: bodies, electedOn: days.filter((day) => day >= "2018-11-01"), remindedOn: days, shifts, nextElectedOn: days },
  { requiredKeys: ["body", "electedOn"] },
)

test("a term has just one state a day, and each follows from days compared one by one", () => {
  const seen = new Map<string, number>()
  fc.assert(
    fc.property(tenures, days, (tenure, on) => {
      const { endsOn, reminderOn, state } = Result.getOrThrow(Tenure.standing(rules, tenure, on))
      const years = tenure.body.sector === "village" || tenure.body.kind === "primaryCommittee" ? 5 : 3
      expect(endsOn).toBe(CivilDate.addYearsUnsafe(tenure.electedOn, years))
      expect(reminderOn).toBe(on >= "2018-10-28" ? CivilDate.addMonthsUnsafe(endsOn, -6) : undefined)
      const extends_ = (tenure.shifts ?? []).filter(
        ({ sense, until, approvedOn }) => sense === "late" && until > endsOn && approvedOn <= on && until >= on,
      )
      const wanted =
        tenure.nextElectedOn !== undefined && tenure.nextElectedOn <= on
          ? "followed"
          : on <= endsOn
            ? reminderOn !== undefined && on >= reminderOn
              ? "due"
              : "running"
            : extends_.length > 0
              ? "extended"
              : "overdue"
      seen.set(wanted, (seen.get(wanted) ?? 0) + 1)
      expect(state).toBe(wanted)
    }),
    { numRuns: 1500 },
  )
  expect([...seen.keys()].sort()).toEqual(["due", "extended", "followed", "overdue", "running"])
})

test("an approval never makes a finding worse, but for reaching too far itself", () => {
  fc.assert(
    fc.property(tenures, days, (tenure, on) => {
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
    fc.property(tenures, days, (tenure, on) => {
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
    fc.property(tenures, days, (tenure, on) => {
      const until = Tenure.servesUntil(rules, tenure, on)
      if (Result.isSuccess(until)) expect(until.success >= on).toBe(true)
    }),
  )
})
