/** Laws of the check of amounts: law 8 of incentives §7 and what caps and full marks promise. All books are made up. */
import fc from "fast-check"
import { expect, test } from "vitest"
import * as Exact from "../../src/foundation/Exact.js"
import { pointer } from "../../src/foundation/Fault.js"
import { check } from "../../src/rules/AmountCheck.js"
import type { Expression } from "../../src/rules/Expression.js"
import * as Interpreter from "../../src/rules/Interpreter.js"
import * as Trial from "../../src/rules/Trial.js"
import { groundOf } from "./ground.js"
import { fact, one, short } from "./rating.js"
import { inputs, simpleBook } from "./rulebookArbitrary.js"

const RUNS = Number(process.env.RUNS ?? 100)

test("a cap that is said never to bind takes nothing, whatever the facts; every witness shows its finding", () => {
  let idle = 0
  fc.assert(
    fc.property(inputs(), (input) => {
      const { defects } = check(groundOf(input.book))
      for (const { evidence } of defects)
        if (evidence.is === "witness") expect(Trial.shows(input.book, evidence)).toBe(true)
      const never = new Set(
        defects.flatMap(({ code, params }) => (code === "lint.capNeverBinds" ? [params.where] : [])),
      )
      idle += never.size
      for (const { lines, adjustments, standing } of Interpreter.evaluate(input).outcomes) {
        if (standing !== "rated") continue
        expect(lines.flatMap(({ cuts }) => cuts.filter(({ by, id }) => by === "cap" && never.has(id)))).toEqual([])
        expect(adjustments.filter(({ cap }) => never.has(cap))).toEqual([])
      }
    }),
    { numRuns: RUNS },
  )
  expect(idle).toBeGreaterThan(20)
})

test("no evaluation passes a full mark that is proven to hold, or reaches one that is said to be out of reach", () => {
  fc.assert(
    fc.property(inputs(), fc.integer({ min: -4, max: 30 }), (input, mark) => {
      const book = { ...input.book, total: { ...input.book.total, full: String(mark) } }
      const { answers } = check(groundOf(book))
      const answerOf = (code: string) =>
        answers.find((answer) => answer.code === code && pointer(answer.at) === "total")?.answer
      const totals = Interpreter.evaluate({ ...input, book }).outcomes.flatMap(({ standing, scores }) =>
        standing === "rated" && scores?.total.is === "known" ? [Exact.parseUnsafe(scores.total.q)] : [],
      )
      const limit = Exact.integerUnsafe(mark)
      if (answerOf("lint.beyondFull") === "proven") for (const q of totals) expect(Exact.compare(q, limit)).not.toBe(1)
      if (answerOf("lint.belowFull") === "refuted") for (const q of totals) expect(Exact.compare(q, limit)).toBe(-1)
    }),
    { numRuns: RUNS },
  )
})

test("law 8: where weights come to one and the parts to the whole, everything at its full mark gives the full mark, and nothing passes it", () => {
  const part = fc.record({
    w: fc.integer({ min: 0, max: 10 }),
    full: fc.integer({ min: 1, max: 20 }),
    value: fc.integer({ min: 0, max: 20 }),
  })
  let certified = 0
  fc.assert(
    fc.property(
      fc.array(part, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: -1, max: 1 }),
      fc.integer({ min: -2, max: 2 }),
      (parts, off, slip) => {
        const tenths = parts.reduce((sum, { w }) => sum + w, 0) + off
        const weight = (w: number) =>
          Exact.divideUnsafe(Exact.integerUnsafe(w), Exact.integerUnsafe(Math.max(1, tenths)))
        const whole = Exact.add(
          Exact.sum(parts.map(({ w, full }) => Exact.multiply(weight(w), Exact.integerUnsafe(full)))),
          Exact.integerUnsafe(slip),
        )
        const e = (full: number, index: number): Expression => ({
          op: "fact",
          kind: `部${index}`,
          take: "only",
          domain: { unit: "分", min: "0", max: String(full), step: "1" },
          closedBy: "register",
          full: String(full),
        })
        const total: Expression = {
          op: "sum",
          of: parts.map(({ w, full }, index) => ({ w: Exact.text(weight(w)), e: e(full, index) })),
          weights: "one",
          full: Exact.text(whole),
        }
        const book = simpleBook(total)
        const { answers } = check(groundOf(book))
        const isProven = (code: string) =>
          answers
            .filter((answer) => answer.code === code && answer.at.length === 1)
            .every(({ answer }) => answer === "proven")
        expect(isProven("lint.weightsNotOne")).toBe(
          tenths > 0 ? off === 0 : parts.reduce((sum, { w }) => sum + w, 0) === 1,
        )
        expect(isProven("lint.partsNotFull")).toBe(slip === 0)
        if (slip !== 0) return
        certified++
        const at = (of: (one: (typeof parts)[number]) => number) =>
          short(
            one(book, {
              period: "2020",
              facts: parts.map((each, index) => fact("甲", `部${index}`, "2020-03-01", { value: String(of(each)) })),
            }).scores?.total,
          )
        expect(at(({ full }) => full)).toBe(Exact.text(whole))
        expect(Exact.compare(Exact.parseUnsafe(at(({ full, value }) => Math.min(full, value))), whole)).not.toBe(1)
      },
    ),
    { numRuns: RUNS },
  )
  expect(certified).toBeGreaterThan(2)
})
