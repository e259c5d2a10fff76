/**
 * Places by every method, missing values, percent ranks and tie correction. The vectors are those of scipy's
 * `test_rank.py` and pandas' `test_rank.py` (both BSD-3), as facts; whatever else has a name is made up.
 */
import { performance } from "node:perf_hooks"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as Exact from "../../src/foundation/Exact.js"
import * as Rate from "../../src/foundation/Rate.js"
import * as Ranking from "../../src/rules/Ranking.js"
import * as Scoring from "../../src/rules/Scoring.js"
import { fact, rate, short, subject } from "./rating.js"
import { partial, points } from "./schemes/drafting.js"

const METHODS = ["average", "min", "max", "dense", "ordinal"] as const
type Method = (typeof METHODS)[number]

const q = (value: number | string): Exact.Exact => Exact.parseUnsafe(String(value))

/** Ids in the order of the positions, so that equals are numbered by position as in the vectors. */
const idOf = (index: number): string => String(index).padStart(8, "0")

const entriesOf = (values: ReadonlyArray<number | string | null>): ReadonlyArray<Ranking.Entry> =>
  values.map((value, index) => ({ id: idOf(index), value: value === null ? "notApplicable" : q(value) }))

const only = (rankings: ReadonlyArray<Ranking.Ranking>): Ranking.Ranking => {
  const [first, second] = rankings
  if (first === undefined || second !== undefined) throw new Error("not one group")
  return first
}

/** Places in the order of the positions, as texts; `–` where there is none. Upwards, as the vectors are. */
const placesOf = (
  values: ReadonlyArray<number | string | null>,
  method: Method,
  more: Partial<Ranking.Policy> = {},
): ReadonlyArray<string> => {
  const [ranking] = Ranking.rankUnsafe(entriesOf(values), { best: "low", method, last: "share", ...more })
  const found = new Map(ranking?.places.map(({ id, place }) => [id, Exact.text(place)]))
  return values.map((_, index) => found.get(idOf(index)) ?? "–")
}

const texts = (all: ReadonlyArray<number | string>): ReadonlyArray<string> => all.map(String)

describe("scipy: average, min, max, dense, ordinal", () => {
  test.each([
    [[100], [[1], [1], [1], [1], [1]]],
    [[], [[], [], [], [], []]],
    [
      [100, 100, 100],
      [
        [2, 2, 2],
        [1, 1, 1],
        [3, 3, 3],
        [1, 1, 1],
        [1, 2, 3],
      ],
    ],
    [
      [100, 300, 200],
      [
        [1, 3, 2],
        [1, 3, 2],
        [1, 3, 2],
        [1, 3, 2],
        [1, 3, 2],
      ],
    ],
    [
      [100, 200, 300, 200],
      [
        [1, 2.5, 4, 2.5],
        [1, 2, 4, 2],
        [1, 3, 4, 3],
        [1, 2, 3, 2],
        [1, 2, 4, 3],
      ],
    ],
    [
      [100, 200, 300, 200, 100],
      [
        [1.5, 3.5, 5, 3.5, 1.5],
        [1, 3, 5, 3, 1],
        [2, 4, 5, 4, 2],
        [1, 2, 3, 2, 1],
        [1, 3, 5, 4, 2],
      ],
    ],
  ])("%j", (values, expected) => {
    expect(METHODS.map((method) => placesOf(values, method))).toEqual(expected.map(texts))
  })

  test("the mean of shared places", () => {
    expect(placesOf([40, 10, 30, 10, 50], "average")).toEqual(texts([4, 1.5, 3, 1.5, 5]))
    expect(placesOf([20, 20, 20, 10, 10, 10], "average")).toEqual(texts([5, 5, 5, 2, 2, 2]))
  })

  test("thirty equals one after the other", () => {
    const thirty = Array.from({ length: 30 }, (_, index) => String(index + 1))
    expect(placesOf(Array<number>(30).fill(7), "ordinal")).toEqual(thirty)
  })

  test("two to the sixtieth and one more do not tie", () => {
    const [large, larger] = [String(2n ** 60n), String(2n ** 60n + 1n)]
    for (const method of METHODS) expect(placesOf([larger, large], method)).toEqual(["2", "1"])
    for (const method of METHODS) expect(placesOf([large, larger, "1/3"], method)).toEqual(["2", "3", "1"])
  })

  test.each([1, 2, 10, 1_000, 1_000_000])("%i equals stand at the mean place (n + 1) / 2", (count) => {
    const entries = Array.from({ length: count }, (_, index) => ({ id: idOf(index), value: Exact.one }))
    const { places } = only(Ranking.rankUnsafe(entries, { best: "low", method: "average", last: "share" }))
    const mean = Exact.divideUnsafe(Exact.integerUnsafe(count + 1), Exact.integerUnsafe(2))
    expect(places).toHaveLength(count)
    expect(places.every(({ place }) => Exact.equals(place, mean))).toBe(true)
  })

  test.each([
    [[1, 2, 2], "3/4"],
    [[1, 1, 2, 2, 2], "3/4"],
    [[1, 2, 3], "1"],
    [[5], "1"],
    [[3, 3], "0"],
  ])("the tie correction of %j is %s", (values, factor) => {
    const ranking = only(Ranking.rankUnsafe(entriesOf(values), Ranking.competition))
    expect(Ranking.tieCorrection(ranking)).toEqual(
      Exact.divideUnsafe(q(factor.split("/")[0]!), q(factor.split("/")[1] ?? "1")),
    )
  })

  test("the tie correction of ranks (1, 2.5, 2.5) and (1.5, 1.5, 4, 4, 4) by its formula", () => {
    const factor = (values: ReadonlyArray<number>) =>
      Exact.text(Ranking.tieCorrection(only(Ranking.rankUnsafe(entriesOf(values), Ranking.competition))))
    expect(factor([1, 2, 2])).toBe(Exact.text(q("0.75"))) // 1 − (2³ − 2) / (3³ − 3)
    expect(factor([1, 1, 4, 4, 4])).toBe("0.75") // 1 − ((2³ − 2) + (3³ − 3)) / (5³ − 5)
  })
})

describe("pandas", () => {
  const series = [1, 3, 4, 2, null, 2, 1, 5, null, 3]

  test.each([
    ["average", [1.5, 5.5, 7, 3.5, "–", 3.5, 1.5, 8, "–", 5.5]],
    ["min", [1, 5, 7, 3, "–", 3, 1, 8, "–", 5]],
    ["max", [2, 6, 7, 4, "–", 4, 2, 8, "–", 6]],
    ["ordinal", [1, 5, 7, 3, "–", 4, 2, 8, "–", 6]],
    ["dense", [1, 3, 4, 2, "–", 2, 1, 5, "–", 3]],
  ] as const)("%s, missing kept", (method, expected) => {
    expect(placesOf(series, method)).toEqual(texts(expected))
  })

  test("six ordered labels and a missing one: top, bottom, kept, and mirrored downwards", () => {
    const labels = [1, 2, 3, 4, 5, 6, null]
    const at = (best: "low" | "high", absent: "top" | "bottom" | "apart") =>
      placesOf(labels, "average", { best, absent })
    expect(at("low", "top")).toEqual(texts([2, 3, 4, 5, 6, 7, 1]))
    expect(at("low", "bottom")).toEqual(texts([1, 2, 3, 4, 5, 6, 7]))
    expect(at("low", "apart")).toEqual(texts([1, 2, 3, 4, 5, 6, "–"]))
    expect(at("high", "top")).toEqual(texts([7, 6, 5, 4, 3, 2, 1]))
    expect(at("high", "bottom")).toEqual(texts([6, 5, 4, 3, 2, 1, 7]))
    expect(at("high", "apart")).toEqual(texts([6, 5, 4, 3, 2, 1, "–"]))
  })

  test("several missing are equal to one another where they are placed", () => {
    expect(placesOf([5, null, null], "average", { absent: "bottom" })).toEqual(texts([1, 2.5, 2.5]))
    expect(placesOf([5, null, null], "min", { absent: "top" })).toEqual(texts([3, 1, 1]))
  })

  test.each([
    ["dense", [1, 1, 5, 5, 3], ["1/3", "1/3", "1", "1", "2/3"], "3", "名次档"],
    ["min", [1, 1, 5, 5, 3], ["0.2", "0.2", "0.8", "0.8", "0.6"], "5", "参加排名"],
    ["max", [1, 1, 5, 5, 3], ["0.4", "0.4", "1", "1", "0.6"], "5", "参加排名"],
  ] as const)("percent ranks by %s", (method, values, expected, base, words) => {
    const ranking = only(Ranking.rankUnsafe(entriesOf(values), { best: "low", method, last: "share" }))
    const rates = new Map(ranking.places.map((place) => [place.id, Ranking.percent(ranking, place)]))
    expect(values.map((_, index) => Exact.text(Rate.value(rates.get(idOf(index))!)!))).toEqual(expected)
    for (const rate of rates.values()) expect([rate.denominator.amount, rate.of.zh]).toEqual([base, words])
  })

  test("a hundred equals stand at 0.505", () => {
    const ranking = only(
      Ranking.rankUnsafe(entriesOf(Array<number>(100).fill(1)), { best: "low", method: "average", last: "share" }),
    )
    const shares = ranking.places.map((place) => Exact.text(Rate.value(Ranking.percent(ranking, place))!))
    expect(new Set(shares)).toEqual(new Set(["0.505"]))
  })

  test("who is kept apart is no part of the base", () => {
    const ranking = only(Ranking.rankUnsafe(entriesOf([3, null, 4]), { best: "low", method: "min", last: "share" }))
    expect(ranking.places.map((place) => Ranking.percent(ranking, place).denominator.amount)).toEqual(["2", "2"])
  })

  test("issue 8365: 1001, 1001.0001 and 1001.0002 are three places", () => {
    for (const method of METHODS) expect(placesOf(["1001", "1001.0001", "1001.0002"], method)).toEqual(["1", "2", "3"])
  })
})

describe("policies", () => {
  const village = (id: string, value: number, ...keys: ReadonlyArray<Ranking.Value>): Ranking.Entry => ({
    id,
    value: q(value),
    keys,
  })
  const order = ({ places }: Ranking.Ranking) => places.map(({ id, place, tied, open }) => [id, place, tied, open])

  test("keys one after the other, each with its better end; an absent key counts behind every number", () => {
    const entries = [
      village("甲", 90, q(3), q(1)),
      village("乙", 90, q(3), q(0)),
      village("丙", 90, "exempt", q(0)),
      village("丁", 95, q(0), q(9)),
    ]
    const ranking = only(
      Ranking.rankUnsafe(entries, { best: "high", keys: ["high", "low"], method: "min", last: "share" }),
    )
    expect(ranking.places.map(({ id }) => id)).toEqual(["丁", "乙", "甲", "丙"])
  })

  test("equals share, wait for a meeting, wait for a seed, or are drawn", () => {
    const entries = [village("甲", 90), village("乙", 90), village("丙", 80)]
    const by = (more: Partial<Ranking.Policy>) => only(Ranking.rankUnsafe(entries, { ...Ranking.competition, ...more }))
    expect(order(by({}))).toEqual([
      ["乙", 1, 2, false],
      ["甲", 1, 2, false],
      ["丙", 3, 1, false],
    ])
    expect(order(by({ last: "meeting" })).map(([, , , open]) => open)).toEqual([true, true, false])
    expect(order(by({ last: { draw: "抽签" } })).map(([, , , open]) => open)).toEqual([true, true, false])
    const drawn = by({ last: { draw: "抽签" }, seeds: { 抽签: "种子" } })
    expect([drawn.open, drawn.places.map(({ place }) => place)]).toEqual([false, [1, 2, 3]])
    expect(by({ method: "ordinal" }).open).toBe(true)
    expect(by({ last: "meeting", seeds: {} }).open).toBe(true)
  })

  test("a seed named like what objects have of themselves is no seed", () => {
    const entries = [village("甲", 90), village("乙", 90)]
    const ranking = only(
      Ranking.rankUnsafe(entries, { ...Ranking.competition, last: { draw: "constructor" }, seeds: {} }),
    )
    expect(ranking.open).toBe(true)
  })

  test("an id without a canonical form draws no lot, and wins no draw: it is a fault, as in Draw.order", () => {
    const entries = [village("甲", 90), village("\ud800", 90), village("\udc00", 80)]
    const draw = { ...Ranking.competition, last: { draw: "抽签" } }
    const at = (seed: string) => {
      const found = Ranking.rank(entries, { ...draw, seeds: { 抽签: seed } })
      return Result.isFailure(found) && found.failure.map(({ code, path }) => [code, ...path])
    }
    const ids = [1, 2].map((index) => ["canonical.loneSurrogate", index, "id"])
    expect(at("种子")).toEqual(ids)
    expect(at("\ud800")).toEqual([["canonical.loneSurrogate", "seeds", "抽签"], ...ids])
    expect(only(Ranking.rankUnsafe(entries, draw)).open).toBe(true)
  })

  test("an unknown tie key decides nothing, and leaves the order open as a rulebook's ranking does", () => {
    const by = { ...Ranking.competition, keys: ["high", "high"] as const }
    const entries = [
      village("甲", 5, "unknown", q(1)),
      village("乙", 5, q(3), q(9)),
      village("丙", 5, q(2), q(9)),
      village("丁", 4, "unknown", q(1)),
    ]
    const seeds = { 抽签: "种子" }
    for (const policy of [by, { ...by, last: "meeting" as const }, { ...by, last: { draw: "抽签" }, seeds }]) {
      const ranking = only(Ranking.rankUnsafe(entries, policy))
      expect(ranking.places.map(({ id, from, to, open }) => [id, from, to, open])).toEqual([
        ["丙", 1, 3, true],
        ["乙", 1, 3, true],
        ["甲", 1, 3, true],
        ["丁", 4, 4, false],
      ])
      expect(ranking.open).toBe(true)
    }
    const leaf = (kind: string) => Scoring.only({ kind, domain: points("0", "10") })
    const book = partial({
      id: "试",
      title: "试用办法",
      since: "2020-01-01",
      citation: { standing: "report" },
      total: leaf("分"),
      rankings: [
        {
          id: "排名",
          label: { zh: "排名" },
          group: null,
          ties: { keys: [{ e: leaf("键"), best: "high" }], last: "share", method: "min" },
          cite: { doc: "text", art: "1" },
        },
      ],
    })
    const told = rate(book, {
      subjects: ["甲", "乙"].map((id) => subject(id)),
      open: ["键"],
      facts: [
        ...["甲", "乙"].map((id) => fact(id, "分", "2023-06-01", { value: "5" })),
        fact("乙", "键", "2023-06-01", { value: "3" }),
      ],
    })
    expect(told.outcomes.map(({ places }) => places.map(({ place }) => short(place)))).toEqual([["1–2"], ["1–2"]])
    // where an earlier key has told them apart a later one is not asked
    const apart = only(Ranking.rankUnsafe([village("甲", 5, q(1), "unknown"), village("乙", 5, q(2), q(0))], by))
    expect([apart.open, apart.places.map(({ id }) => id)]).toEqual([false, ["乙", "甲"]])
  })

  test("the absent are equal to one another: no key, no meeting and no draw tells them apart", () => {
    const entries: ReadonlyArray<Ranking.Entry> = [
      village("甲", 5, q(1)),
      { id: "乙", value: "exempt", keys: [q(3)] },
      { id: "丙", value: "new", keys: [q(7)] },
      { id: "丁", value: "new", keys: ["unknown"] },
    ]
    const by = { ...Ranking.competition, keys: ["high"] as const }
    for (const last of ["share", "meeting", { draw: "抽签" }] as const) {
      for (const [absent, from] of [
        ["top", 1],
        ["bottom", 2],
      ] as const) {
        const ranking = only(Ranking.rankUnsafe(entries, { ...by, last, absent, seeds: { 抽签: "种子" } }))
        const found = ranking.places.filter(({ id }) => id !== "甲").map((one) => [one.id, one.from, one.to, one.open])
        expect(found).toEqual(["丁", "丙", "乙"].map((id) => [id, from, from + 2, false]))
      }
    }
  })

  test("groups are ranked apart, in the order of their names; those without one are one", () => {
    const entries = [
      { id: "a", value: q(1), group: "部门" },
      { id: "b", value: q(2), group: "乡镇" },
      { id: "c", value: q(3) },
      { id: "d", value: q(4), group: "部门" },
      { id: "e", value: q(4), group: "" },
    ]
    const rankings = Ranking.rankUnsafe(entries, Ranking.competition)
    expect(rankings.map(({ group, places }) => [group, ...places.map(({ id }) => id)])).toEqual([
      [undefined, "c"],
      ["", "e"],
      ["乡镇", "b"],
      ["部门", "d", "a"],
    ])
  })

  test("a group of one, all tied, all absent, nobody", () => {
    const at = (...entries: ReadonlyArray<Ranking.Entry>) => Ranking.rankUnsafe(entries, Ranking.competition)
    expect(at()).toEqual([])
    expect(only(at(village("甲", 1))).places.map(({ place, tied }) => [place, tied])).toEqual([[1, 1]])
    expect(only(at(village("甲", 1), village("乙", 1))).classes).toBe(1)
    const absent = only(at({ id: "乙", value: "new" }, { id: "甲", value: "exempt" }))
    expect(absent).toMatchObject({ size: 0, classes: 0, places: [], open: false })
    expect(absent.apart).toEqual([
      { id: "乙", why: "new" },
      { id: "甲", why: "exempt" },
    ])
    expect(Ranking.gaps(absent)).toEqual([])
    expect(Ranking.tieCorrection(absent)).toBe(1)
  })

  test("while a value is unknown the order is open, wherever it is put", () => {
    const entries: ReadonlyArray<Ranking.Entry> = [village("甲", 1), { id: "乙", value: "unknown" }]
    for (const absent of ["apart", "top", "bottom"] as const) {
      expect(only(Ranking.rankUnsafe(entries, { ...Ranking.competition, absent })).open).toBe(true)
    }
  })

  test("gaps: second and five points behind the first (S1); a tie broken by a key leaves no gap in points", () => {
    const ranking = only(
      Ranking.rankUnsafe([village("甲", 95, q(1)), village("乙", 90, q(2)), village("丙", 90, q(1))], {
        ...Ranking.competition,
        keys: ["high"],
      }),
    )
    expect(Ranking.gaps(ranking)).toEqual([
      { id: "甲", first: 0 },
      { id: "乙", first: 5, next: 5 },
      { id: "丙", first: 5, next: 0 },
    ])
  })

  test("all faults at once, each at its place", () => {
    const found = Ranking.rank([village("甲", 1), village("甲", 2, q(1)), village("乙", 1, q(1))], Ranking.competition)
    expect(Result.isFailure(found) && found.failure).toEqual([
      { code: "ranking.twice", params: { id: "甲" }, path: [1, "id"] },
      { code: "ranking.keys", params: { id: "甲", due: 0, found: 1 }, path: [1, "keys"] },
      { code: "ranking.keys", params: { id: "乙", due: 0, found: 1 }, path: [2, "keys"] },
    ])
    expect(() => Ranking.rankUnsafe([village("甲", 1), village("甲", 2)], Ranking.competition)).toThrow("ranking.twice")
  })
})

test("C24 温州: base 30, the first 30, the fourth 25.5, the eleventh 15; a flat half point instead", () => {
  const share = { full: q(30), loss: { share: q("0.05") }, floor: q(0) }
  const flat = { full: q(30), loss: q("0.5"), floor: q(20) }
  const at = (place: number | string, terms: Ranking.Decrement) => Ranking.decrement(q(place), terms)
  expect([1, 4, 11, 60].map((place) => at(place, share))).toEqual([q(30), q("25.5"), q(15), q(0)])
  expect([1, 2, 30].map((place) => at(place, flat))).toEqual([q(30), q("29.5"), q(20)])
  expect(at("0.5", flat)).toBeUndefined()
})

test("A3: places one to five are worth 60, 57, 54, 51, 48; nobody said what the sixth gets", () => {
  const list = [60, 57, 54, 51, 48].map((value) => q(value))
  expect(["0.5", "1", "1.5", "5", "6"].map((place) => Ranking.points(q(place), list))).toEqual([
    undefined,
    60,
    60,
    48,
    undefined,
  ])
  expect(Ranking.points(q(6), list, q(45))).toBe(45)
})

test("growth: ten times as many, in about ten times the time (shown, not held to)", () => {
  const timed = (count: number): string => {
    const entries = Array.from({ length: count }, (_, index) => ({
      id: idOf(index),
      value: q(((index * 7919) % 10_007) / 10),
    }))
    const start = performance.now()
    const { size } = only(Ranking.rankUnsafe(entries, Ranking.competition))
    expect(size).toBe(count)
    return `${count}: ${Math.round(performance.now() - start)} ms`
  }
  timed(1_000)
  process.stdout.write(`ranking ${[1_000, 10_000, 100_000].map(timed).join(", ")}\n`)
})
