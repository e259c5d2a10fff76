import * as Result from "effect/Result"
import { expect, test } from "vitest"
import * as Exact from "../../src/foundation/Exact.js"
import * as Dues from "../../src/organisation/Dues.js"
import * as DuesRules from "../../src/presets/DuesRules.js"
import * as Span from "../../src/rules/Span.js"

const march = Result.getOrThrow(Dues.month("2024-03"))

test("the brackets meet without gap or overlap, and rates rise", () => {
  for (const category of ["wage", "annualSalary", "irregular", "retired"]) {
    const rows = Dues.saying(DuesRules.rules, "rate", march, category)
    for (const [index, { says }] of rows.entries()) {
      const [before] = rows.slice(index - 1, index)
      const [low, high] = [Span.lower(says.on), before === undefined ? undefined : Span.upper(before.says.on)]
      if (before === undefined) {
        expect(low).toEqual({ at: 0, closed: true })
        continue
      }
      expect([low?.at, low?.closed]).toEqual([high?.at, !high?.closed])
      expect(Exact.compare(Exact.parseUnsafe(before.says.rate), Exact.parseUnsafe(says.rate))).toBe(-1)
    }
    expect(Span.upper(rows.at(-1)?.says.on ?? {})).toBeUndefined()
  }
})

test("farmers have a range and no amount, and nothing is said of shares that go up", () => {
  expect(Dues.saying(DuesRules.rules, "range", march, "farmer").map(({ says }) => [says.least, says.most])).toEqual([
    [20, 100],
  ])
  expect(Dues.saying(DuesRules.rules, "fixed", march, "farmer")).toEqual([])
  expect(DuesRules.rules.some(({ says }) => says.is === "remit")).toBe(false)
})
