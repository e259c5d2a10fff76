import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"
import * as Exact from "../../src/foundation/Exact.js"
import type { Fault } from "../../src/foundation/Fault.js"
import * as Quantity from "../../src/foundation/Quantity.js"
import * as Rate from "../../src/foundation/Rate.js"
import * as Unit from "../../src/foundation/Unit.js"

const { case: matter, village, person, household, firm, organisation } = Unit.known
const tenThousand = Unit.makeUnsafe("tenThousand", { zh: "万个" })
const due = { zh: "应办结件", en: "cases due" }
const wan = (amount: string) => Quantity.of(Exact.parseUnsafe(amount), tenThousand)
const codesOf = (result: Result.Result<unknown, ReadonlyArray<Fault>>): ReadonlyArray<string> =>
  Result.isFailure(result) ? result.failure.map(({ code, path }) => `${code} ${path.join(".")}`.trim()) : []

describe("published shares", () => {
  const share = <U extends string>(part: number, all: number, unit: Unit.Unit<U>) =>
    Rate.shareUnsafe(Quantity.countUnsafe(part, unit), Quantity.countUnsafe(all, unit), due)
  test.each([
    ["连云港 2019-06, answered (C26)", 25783, 29186, matter, 2, "88.34%"],
    ["连云港 2019-06, solved (C26)", 24165, 29186, matter, 2, "82.80%"],
    ["two-star villages and above (C21)", 21, 23, village, 1, "91.3%"],
    ["three-star villages and above (C21)", 12, 23, village, 1, "52.2%"],
    ["members who link households, 巩义西头 (organisation 40)", 41, 50, person, 0, "82%"],
  ] as const)("%s: %i of %i", (_name, part, all, unit, places, expected) => {
    expect(Rate.percent(share<string>(part, all, unit), places, "halfUp")).toBe(expected)
  })

  test.each([
    ["三会一课 2023 (organisation 33)", "454.9", "455.4", "99.9%"],
    ["组织生活会 2023 (organisation 33)", "444.3", "455.4", "97.6%"],
    ["women among members 2024 (organisation 35)", "3099.5", "10027.1", "30.9%"],
  ])("figures in 万 with one decimal: %s", (_name, part, all, expected) => {
    expect(Rate.percent(Rate.shareUnsafe(wan(part), wan(all), { zh: "全部" }), 1, "halfUp")).toBe(expected)
  })
})

describe("ratios are not shares", () => {
  const ratio = (part: number, of: Unit.Unit, each: number, by: Unit.Unit) =>
    Rate.ratioUnsafe(Quantity.countUnsafe(part, of), Quantity.countUnsafe(each, by), { zh: by.label.zh })
  test.each([
    ["firms an organisation, Hefei (organisation 38)", 25625, firm, 5140, organisation, 2, "4.99"],
    ["households a member (organisation 39)", 18095, household, 1704, person, 1, "10.6"],
    ["households a hub household (organisation 39)", 7101, household, 1106, household, 1, "6.4"],
    ["households a linking member (organisation 40)", 252, household, 41, person, 2, "6.15"],
  ] as const)("%s", (_name, part, of, each, by, places, expected) => {
    expect(Rate.figure(ratio(part, of, each, by), places, "halfUp")).toBe(expected)
  })
  test("the own-organisation rate of 9.8% does not follow from 5140 organisations over 25625 firms (organisation 38)", () => {
    expect(Rate.percent(ratio(5140, organisation, 25625, firm), 1, "halfUp")).toBe("20.1%")
    const share = Rate.share<string>(Quantity.countUnsafe(5140, organisation), Quantity.countUnsafe(25625, firm), {
      zh: "非公企业",
    })
    expect(codesOf(share)).toEqual(["rate.unitMismatch denominator.unit"])
  })
})

describe("what is no rate", () => {
  const of = (amount: string) => Quantity.of(Exact.parseUnsafe(amount), matter)
  test("an empty denominator has no value, and is neither 0% nor 100%", () => {
    const empty = Rate.shareUnsafe(of("0"), of("0"), due)
    expect([Rate.value(empty), Rate.percent(empty, 1, "halfUp"), Rate.figure(empty, 1, "halfUp")]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(Rate.value(Rate.ratioUnsafe(of("5"), of("0"), due))).toBe(undefined)
  })
  test("a share of more than its cohort is a cohort error, on an empty cohort too", () => {
    expect(codesOf(Rate.share(of("24"), of("23"), due))).toEqual(["rate.cohort numerator"])
    expect(codesOf(Rate.share(of("1"), of("0"), due))).toEqual(["rate.cohort numerator"])
    expect(Result.isSuccess(Rate.share(of("23"), of("23"), due))).toBe(true)
    expect(() => Rate.shareUnsafe(of("24"), of("23"), due)).toThrow(/rate\.cohort/)
  })
  test("all faults come at once", () => {
    expect(codesOf(Rate.share<string>(Quantity.atLeast(of("-1")), wan("-2"), due))).toEqual([
      "rate.negative numerator.amount",
      "rate.atLeast numerator.atLeast",
      "rate.negative denominator.amount",
      "rate.unitMismatch denominator.unit",
    ])
    expect(codesOf(Rate.ratio(of("-1"), Quantity.atLeast(wan("2")), due))).toEqual([
      "rate.negative numerator.amount",
      "rate.atLeast denominator.atLeast",
    ])
    expect(() => Rate.ratioUnsafe(of("-1"), of("1"), due)).toThrow(/rate\.negative/)
  })
  test("ids outside the cohort are named, each once, in order", () => {
    const outside = Rate.shareOfIds(["c", "m1", "b", "c"], ["m1", "m1", "m2"], person, due)
    expect(Result.isFailure(outside) && outside.failure.map(({ params }) => params)).toEqual([{ id: "b" }, { id: "c" }])
    expect(Rate.percent(Result.getOrThrow(Rate.shareOfIds(["m1"], ["m1", "m1", "m2"], person, due)), 0, "halfUp")).toBe(
      "50%",
    )
  })
  test("the schema refuses what the constructors refuse", () => {
    const accepts = Schema.is(Rate.Rate)
    const share = Rate.shareUnsafe(of("21"), of("23"), due)
    expect(accepts(share)).toBe(true)
    expect(accepts({ ...share, numerator: of("24") })).toBe(false)
    expect(accepts({ ...share, kind: "ratio", numerator: of("24") })).toBe(true)
    expect(accepts({ ...share, denominator: wan("23") })).toBe(false)
    expect(accepts({ ...share, denominator: Quantity.atLeast(of("23")) })).toBe(false)
    expect(accepts({ ...share, of: { zh: "" } })).toBe(false)
    const decoded = Schema.decodeUnknownResult(Rate.Rate)({ ...share, numerator: of("24") })
    expect(Result.isFailure(decoded) && String(decoded.failure.message)).toContain("rate.cohort")
  })
})

describe("merging", () => {
  const of = (part: number, all: number, definition = due) =>
    Rate.shareUnsafe(Quantity.countUnsafe(part, matter), Quantity.countUnsafe(all, matter), definition)
  test("1 of 1 and 1 of 3 are 2 of 4, not the mean of 100% and 33.3% (data made up)", () => {
    expect(Rate.percent(Result.getOrThrow(Rate.merge(of(1, 1), of(1, 3))), 1, "halfUp")).toBe("50.0%")
  })
  test("an empty rate changes nothing", () => {
    expect(Result.getOrThrow(Rate.merge(of(1, 3), of(0, 0)))).toEqual(of(1, 3))
  })
  test("another definition, kind or unit is refused, all at once", () => {
    const received = { zh: "受理件", en: "cases received" }
    expect(codesOf(Rate.merge(of(1, 3), of(1, 3, received)))).toEqual(["rate.definitionMismatch of"])
    expect(codesOf(Rate.merge(of(1, 3), of(1, 3, { zh: "应办结件", en: "all cases" })))).toEqual([
      "rate.definitionMismatch of",
    ])
    expect(codesOf(Rate.merge(of(1, 3), { ...of(1, 3), kind: "ratio" }))).toEqual(["rate.definitionMismatch of"])
    const other: Rate.Rate = Rate.shareUnsafe(wan("1"), wan("2"), received)
    expect(codesOf(Rate.merge<string, string>(of(1, 3), other))).toEqual([
      "rate.definitionMismatch of",
      "rate.unitMismatch numerator.unit",
      "rate.unitMismatch denominator.unit",
    ])
  })
})

describe("growth", () => {
  test.each([
    ["members 2023 to 2024 (organisation 35)", "9918.5", "10027.1", "1.1%"],
    ["organisations 2023 to 2024 (organisation 35)", "517.6", "525.0", "1.4%"],
    ["a fall (data made up)", "10", "9", "-10.0%"],
  ])("%s", (_name, before, after, expected) => {
    expect(Rate.percentOf(Result.getOrThrow(Rate.growth(wan(before), wan(after))), 1, "halfUp")).toBe(expected)
  })
  test("from nothing there is no growth; all faults come at once", () => {
    expect(codesOf(Rate.growth(wan("0"), wan("5")))).toEqual(["rate.noBase before"])
    const before: Quantity.Quantity = Quantity.atLeast(wan("-1"))
    expect(codesOf(Rate.growth(before, Quantity.atLeast(Quantity.countUnsafe(1, matter))))).toEqual([
      "rate.unitMismatch",
      "rate.atLeast before",
      "rate.atLeast after",
      "rate.noBase before",
    ])
  })
})

describe("bases consistent with published percentages", () => {
  const bases = (limit: number, ...published: ReadonlyArray<Rate.PublishedShare>) =>
    Rate.basesConsistentWith(published, limit, "halfUp")
  test("21 at 91.3% and 12 at 52.2% leave 23 alone (C21, organisation 42)", () => {
    const published = [
      { count: 21, percent: "91.3%" },
      { count: 12, percent: "52.2%" },
    ]
    expect(Result.getOrThrow(bases(100, ...published))).toEqual([23])
    expect(Result.getOrThrow(bases(22, ...published))).toEqual([])
  })
  test("the 25 villages that the text names, or the 17 rated, do not carry these percentages (organisation 42)", () => {
    expect(Result.getOrThrow(bases(100, { count: 21, percent: "84.0%" }, { count: 12, percent: "52.2%" }))).toEqual([])
    expect(Result.getOrThrow(bases(100, { count: 14, percent: "56%" }))).toEqual([25])
  })
  test("coarse percentages leave several, nothing published leaves all", () => {
    expect(Result.getOrThrow(bases(100, { count: 1, percent: "1%" }))).toEqual(
      Array.from({ length: 34 }, (_, index) => 67 + index),
    )
    expect(Result.getOrThrow(bases(3))).toEqual([1, 2, 3])
    expect(Result.getOrThrow(bases(3, { count: 0, percent: "0.0%" }))).toEqual([1, 2, 3])
    expect(Result.getOrThrow(bases(3, { count: 3, percent: "100%" }))).toEqual([3])
  })
  test("a far limit costs nothing where a share bounds the base", () => {
    expect(Result.getOrThrow(bases(Number.MAX_SAFE_INTEGER, { count: 25783, percent: "88.34%" }))).toEqual([
      29185, 29186, 29187,
    ])
  })
  test("no base is smaller than its count, though 1000 of 999 would round to 100% too (data made up)", () => {
    const found = Result.getOrThrow(bases(2000, { count: 1000, percent: "100%" }))
    expect([found[0], found.at(-1)]).toEqual([1000, 1005])
    expect(Result.getOrThrow(bases(200, { count: 101, percent: "101%" }))).toEqual([])
  })
  test("a limit that is no number finds nothing", () => {
    expect(Result.getOrThrow(bases(Number.NaN))).toEqual([])
    expect(Result.getOrThrow(bases(0))).toEqual([])
  })
  test("what is no published share is named", () => {
    const result = bases(
      100,
      { count: 21, percent: "91.3" },
      { count: 12, percent: "52.2%" },
      { count: -1, percent: "1%" },
      { count: 0.5, percent: "1%" },
      { count: 1, percent: "01%" },
    )
    expect(codesOf(result)).toEqual(["rate.percent 0", "rate.percent 2", "rate.percent 3", "rate.percent 4"])
  })
})
