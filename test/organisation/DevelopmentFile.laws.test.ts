/** Half-yearly reviews against a count over all months. Of 500 files about half leave out a half-year. */
import * as fc from "fast-check"
import { expect, it } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as DevelopmentFile from "../../src/organisation/DevelopmentFile.js"
import { steps as rules } from "../../src/presets/MemberRules.js"
import { later } from "./memberModel.js"

const START = "2022-01-15"
const day = (offset: number) => CivilDate.addDaysUnsafe(CivilDate.parseUnsafe(START), offset)
const step = (name: string, offset: number, index: number): DevelopmentFile.FileStep => ({
  id: `${name}${index}`,
  on: day(offset),
  recordedAt: Coordinate.instantUnsafe(index),
  step: name,
  documents: rules.find((rule) => rule.step === name)?.documents ?? [],
})

const files = fc.record({
  reviews: fc.array(fc.integer({ min: -30, max: 900 }), { maxLength: 6 }),
  candidate: fc.option(fc.integer({ min: 300, max: 800 }), { nil: undefined }),
  on: fc.integer({ min: 1, max: 1000 }),
})

it("a half-year is left out where no review lies in it, whatever the order of the steps", () => {
  let missed = 0
  fc.assert(
    fc.property(files, fc.boolean(), ({ reviews, candidate, on }, turned) => {
      const done = candidate !== undefined && candidate <= on
      const list = [
        step("activist", 0, 0),
        ...reviews.filter((offset) => offset <= on).map((offset, index) => step("review", offset, index + 1)),
        ...(done ? [step("candidate", candidate, 99)] : []),
      ]
      const steps = turned ? list.toReversed() : list
      const found = DevelopmentFile.findings(rules, "p1", steps, day(on))
        .filter(({ code }) => code === "developmentFile.leftOut")
        .map(({ params }) => params.to)
        .sort()
      const end = done ? day(candidate) : day(on)
      const slow: Array<string> = []
      for (let half = 1; half < 8; half++) {
        const [from, to] = [later(START, 6 * (half - 1)), later(START, 6 * half)]
        const over = done ? to <= end : to < end
        const held = steps.some((each) => each.step === "review" && from < each.on && each.on <= to)
        if (over && !held) slow.push(to)
      }
      expect(found).toEqual(slow)
      if (slow.length > 0) missed++
      const next = DevelopmentFile.next(rules, steps, day(on)).find((due) => due.step === "review")
      if (done) expect(next).toBeUndefined()
      else expect(next?.overdue).toBe(slow.at(-1) !== undefined && next!.by! < day(on))
    }),
    { numRuns: 500 },
  )
  expect(missed).toBeGreaterThan(100)
})
