import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Dated from "../../src/foundation/Dated.js"
import * as Exact from "../../src/foundation/Exact.js"

const day = CivilDate.parseUnsafe
const cite = { title: "示例办法", standing: "transcription" } as const
const entry = (from: string, to: string | undefined, value: string): Dated.Entry<string> =>
  to === undefined ? { from: day(from), value, cite } : { from: day(from), to: day(to), value, cite }

const first = entry("2020-01-01", "2021-01-01", "60")
const second = entry("2021-01-01", "2022-07-01", "65")
const third = entry("2023-01-01", undefined, "70")

describe("a bar that changed twice and lapsed once (data made up)", () => {
  const bars = Dated.makeUnsafe([third, first, second])
  test.each([
    ["2019-12-31", undefined],
    ["2020-01-01", "60"],
    ["2020-12-31", "60"],
    ["2021-01-01", "65"],
    ["2022-06-30", "65"],
    ["2022-07-01", undefined],
    ["2022-12-31", undefined],
    ["2023-01-01", "70"],
    ["9999-12-31", "70"],
  ])("on %s it is %s", (date, expected) => {
    expect(Dated.at(bars, day(date))?.value).toBe(expected)
  })
  test("entries stand in order, whatever order they came in", () => expect(bars).toEqual([first, second, third]))
  test("the lapse is the one gap", () => {
    const gap = { code: "dated.gap", path: [2], params: { from: "2022-07-01", to: "2023-01-01" } }
    expect(Dated.gaps(bars)).toEqual([gap])
    expect(Dated.check(bars)).toEqual([gap])
  })
  test("nothing dated has no value on any day", () => expect(Dated.at([], day("2020-01-01"))).toBe(undefined))
})

describe("what is wrong comes at once", () => {
  const wrong = [
    third,
    entry("2024-01-01", "2025-01-01", "75"),
    entry("2020-05-01", "2020-05-01", "61"),
    entry("2020-05-02", "2020-05-01", "62"),
    first,
    entry("2020-12-31", "2021-06-01", "63"),
  ]
  const expected = [
    ["dated.emptySpan", 2],
    ["dated.emptySpan", 3],
    ["dated.overlap", 5],
    ["dated.gap", 0],
    ["dated.overlap", 1],
  ]
  test("check names empty spans, overlaps and gaps by the index given", () => {
    expect(Dated.check(wrong).map(({ code, path }) => [code, ...path])).toEqual(expected)
  })
  test("an overlap says which value still stands", () => {
    expect(Dated.check(wrong)[4]?.params).toEqual({ from: "2024-01-01", standing: "2023-01-01" })
  })
  test("make refuses all but the gap", () => {
    const made = Dated.make(wrong)
    expect(Result.isFailure(made) && made.failure.map(({ code, path }) => [code, ...path])).toEqual(
      expected.filter(([code]) => code !== "dated.gap"),
    )
    expect(() => Dated.makeUnsafe(wrong)).toThrow(/dated\.overlap/)
  })
  test("two values from the same day overlap", () => {
    expect(Dated.check([first, first]).map(({ code }) => code)).toEqual(["dated.overlap"])
  })
  test("a short span inside a long one does not hide what overlaps the long one", () => {
    const inside = [
      entry("2020-01-01", undefined, "1"),
      entry("2020-02-01", "2020-03-01", "2"),
      entry("2021-01-01", "2021-02-01", "3"),
    ]
    expect(Dated.check(inside).map(({ code, path }) => [code, ...path])).toEqual([
      ["dated.overlap", 1],
      ["dated.overlap", 2],
    ])
  })
})

describe("the document form", () => {
  const Bars = Dated.schema(Exact.Text)
  const messageOf = (value: unknown): string => {
    const decoded = Schema.decodeUnknownResult(Bars)(value, { errors: "all" })
    return Result.isFailure(decoded) ? String(decoded.failure.message) : "accepted"
  }
  test("takes ordered entries that may leave gaps", () => {
    expect(messageOf([first, second, third])).toBe("accepted")
    expect(messageOf([])).toBe("accepted")
  })
  test("refuses order, overlap and empty spans at their entries", () => {
    const message = messageOf([third, first, entry("2020-05-01", "2020-05-01", "61")])
    expect(message).toContain("dated.unordered\n  at [1]")
    expect(message).toContain("dated.emptySpan\n  at [2]")
    expect(messageOf([first, entry("2020-12-31", undefined, "61")])).toContain("dated.overlap\n  at [1]")
  })
  test("refuses a bad value, a bad day and a missing citation", () => {
    expect(messageOf([{ ...first, value: "0.50" }])).toContain("exact.notCanonical")
    expect(messageOf([{ ...first, from: "2020-02-30" }])).toContain("civilDate")
    expect(messageOf([{ from: "2020-01-01", value: "1" }])).toContain("cite")
  })
})
