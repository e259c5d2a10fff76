import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { expect, test } from "vitest"
import * as Exact from "../../src/foundation/Exact.js"
import * as Span from "../../src/rules/Span.js"

const has = (span: Span.Span, text: string): boolean => Span.contains(span, Exact.parseUnsafe(text))
const textOf = (value: Exact.Exact | undefined): string | undefined =>
  value === undefined ? undefined : Exact.text(value)

test("the grades of the Wendeng village rules (article 26; case C1 of the domain notes)", () => {
  const grades: ReadonlyArray<readonly [string, Span.Span]> = [
    ["五星", { gt: "1060" }],
    ["四星", { gt: "1040", le: "1060" }],
    ["三星", { gt: "1020", le: "1040" }],
    ["二星", { gt: "990", le: "1020" }],
    ["一星", { gt: "800", le: "990" }],
    ["零星", { le: "800" }],
  ]
  const gradeOf = (text: string) => grades.filter(([, span]) => has(span, text)).map(([name]) => name)
  const scores = ["800", "800.1", "990", "990.1", "1000", "1020", "1020.1", "1040", "1060", "1060.1"]
  expect(scores.map(gradeOf)).toEqual(
    ["零星", "一星", "一星", "二星", "二星", "二星", "三星", "三星", "四星", "五星"].map((grade) => [grade]),
  )
})

test("each kind of end", () => {
  expect(["59.9", "60", "89.9", "90"].map((q) => has({ ge: "60", lt: "90" }, q))).toEqual([false, true, true, false])
  expect(["60", "60.1", "90", "90.1"].map((q) => has({ gt: "60", le: "90" }, q))).toEqual([false, true, true, false])
  expect(has({}, "-1/3")).toBe(true)
})

test("empty spans", () => {
  expect(Span.isEmpty({ gt: "80", lt: "80" })).toBe(true)
  expect(Span.isEmpty({ ge: "80", lt: "80" })).toBe(true)
  expect(Span.isEmpty({ ge: "80", le: "80" })).toBe(false)
  expect(Span.isEmpty({ ge: "81", le: "80" })).toBe(true)
  expect(Span.isEmpty({ gt: "1/3", lt: "0.34" })).toBe(false)
  expect(Span.isEmpty({ lt: "0" })).toBe(false)
})

test("the schema refuses two ends of one side, emptiness and numbers not in canonical form, each by its code", () => {
  const decode = Schema.decodeUnknownResult(Span.Span)
  const code = (input: unknown): string => {
    const decoded = decode(input)
    return Result.isSuccess(decoded) ? "ok" : String(decoded.failure)
  }
  expect(code({ ge: "60", lt: "90" })).toBe("ok")
  expect(code({})).toBe("ok")
  expect(code({ ge: "60", gt: "60" })).toContain("span.twoEnds")
  expect(code({ le: "60", lt: "61" })).toContain("span.twoEnds")
  expect(code({ ge: "60", lt: "60" })).toContain("span.empty")
  expect(code({ ge: "60.0" })).toContain("exact.notCanonical")
  expect(code({ ge: 60 })).not.toBe("ok")
})

test("ends and text", () => {
  expect(Span.lower({ gt: "0.1" })).toEqual({ at: Exact.parseUnsafe("0.1"), closed: false })
  expect(Span.upper({ le: "7" })).toEqual({ at: 7, closed: true })
  expect([Span.lower({ le: "7" }), Span.upper({ gt: "7" })]).toEqual([undefined, undefined])
  expect([Span.text({ ge: "60", lt: "70" }), Span.text({ le: "-1/3" }), Span.text({})]).toEqual([
    "[60, 70)",
    "(−∞, -1/3]",
    "(−∞, ∞)",
  ])
})

test("the least and greatest number of a lattice inside", () => {
  const tenth = Exact.parseUnsafe("0.1")
  expect(textOf(Span.least({ gt: "990" }, tenth))).toBe("990.1")
  expect(textOf(Span.least({ ge: "990.05" }, tenth))).toBe("990.1")
  expect(textOf(Span.greatest({ lt: "90" }, tenth))).toBe("89.9")
  expect(textOf(Span.greatest({ le: "89.99" }, tenth))).toBe("89.9")
  expect(textOf(Span.greatest({ lt: "-0.05" }, tenth))).toBe("-0.1")
  expect([Span.least({ le: "1" }, tenth), Span.greatest({ ge: "1" }, tenth)]).toEqual([undefined, undefined])
})
