import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { expect, test } from "vitest"
import * as Document from "../../src/foundation/Document.js"
import * as HeadCount from "../../src/organisation/HeadCount.js"

const codes = (result: Result.Result<unknown, ReadonlyArray<{ readonly code: string; readonly path: unknown }>>) =>
  Result.isFailure(result) ? result.failure.map(({ code, path }) => [code, path]) : []

test("a number below nought or a fraction counts nobody", () => {
  for (const count of [-1, 2.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
    expect(Result.isFailure(HeadCount.full(count)), String(count)).toBe(true)
    expect(Result.isFailure(HeadCount.all(count)), String(count)).toBe(true)
  }
  expect(Result.getOrThrow(HeadCount.full(0))).toBe(0)
})

test("all that is wrong with two counts is told at once", () => {
  expect(codes(HeadCount.of({ full: -1, probationary: 0.5 }))).toEqual([
    ["headCount.count", ["full"]],
    ["headCount.count", ["probationary"]],
  ])
  expect(codes(HeadCount.of({ full: Number.MAX_SAFE_INTEGER, probationary: 1 }))).toEqual([["headCount.count", []]])
  expect(() => HeadCount.ofUnsafe({ full: -1, probationary: 0 })).toThrow("headCount.count")
})

test("a document with more full members than members is refused", () => {
  const document = Document.make({ name: "Head", schema: () => Schema.Struct({ head: HeadCount.HeadCount }) })
  expect(Result.isSuccess(document.decode({ head: { full: 3, all: 3 } }))).toBe(true)
  expect(codes(document.decode({ head: { full: 4, all: 3 } }))).toEqual([["headCount.fullExceedsAll", ["head"]]])
  expect(codes(document.decode({ head: { full: -1, all: -2 } }))).toEqual([
    ["headCount.count", ["head", "full"]],
    ["headCount.count", ["head", "all"]],
  ])
})

test("counts of bodies without a common member add up, each on its own", () => {
  const count = fc.record({ full: fc.nat(200), probationary: fc.nat(50) })
  fc.assert(
    fc.property(fc.array(count, { maxLength: 6 }), (counts) => {
      const sum = HeadCount.sum(counts.map(HeadCount.ofUnsafe))
      expect(sum.full).toBe(counts.reduce((total, { full }) => total + full, 0))
      expect(HeadCount.probationary(sum)).toBe(counts.reduce((total, { probationary }) => total + probationary, 0))
    }),
  )
})
