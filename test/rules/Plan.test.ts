/** Told cases of the compiled plan. All facts are made up; the village's are those of the demonstration. */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { parse } from "csv-parse/sync"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as Exact from "../../src/foundation/Exact.js"
import * as Period from "../../src/foundation/Period.js"
import * as PointRegister from "../../src/interop/PointRegister.js"
import * as Sheet from "../../src/interop/Sheet.js"
import { WendengVillage } from "../../src/presets/index.js"
import type { Expression } from "../../src/rules/Expression.js"
import type { Fact, Subject } from "../../src/rules/Fact.js"
import * as Interpreter from "../../src/rules/Interpreter.js"
import type { Outcome } from "../../src/rules/Outcome.js"
import * as Plan from "../../src/rules/Plan.js"
import type { Rulebook } from "../../src/rules/Rulebook.js"
import * as Scoring from "../../src/rules/Scoring.js"
import { byHand, book as forty, input as fortyInput } from "../bench/sheet.js"
import { ROOT } from "../house/tree.js"
import { fact, instant, short, stand, subject } from "./rating.js"
import { book, cite, level, levels, line, points } from "./sample.js"

const year = Period.yearUnsafe(2023)
const at = Coordinate.of(Period.lastDay(year), instant(1))

const input = (
  subjects: ReadonlyArray<Subject>,
  facts: ReadonlyArray<Fact>,
  more: Partial<Plan.Input> = {},
): Plan.Input => ({ period: year, at, subjects, facts, ...more })

/** The ratings by a book, which are those of the interpreter. */
const rate = (of: Rulebook, given: Plan.Input): Plan.Ratings => {
  const ratings = Plan.rate(Plan.compile(of), given)
  const { outcomes, quotas, unread } = Interpreter.evaluate({ book: of, ...given })
  expect(Plan.outcomes(ratings)).toEqual(outcomes)
  expect([ratings.quotas, ratings.unread]).toEqual([quotas, unread])
  for (const outcome of outcomes) {
    expect(Plan.score(ratings, outcome.subject)).toEqual(outcome.scores)
    expect(Plan.level(ratings, outcome.subject)).toEqual(outcome.level)
    expect(Plan.effects(ratings, outcome.subject)).toEqual(outcome.effects)
    expect(Plan.places(ratings, outcome.subject)).toEqual(outcome.places)
  }
  return ratings
}

const scoreOf = (ratings: Plan.Ratings, id: string): string => short(Plan.score(ratings, id)?.rounded)

const measured = (kind: string, max: string | null = "100", step = "1"): Expression =>
  Scoring.only({ kind, domain: points(max, step) })

const ids = (count: number): ReadonlyArray<Subject> =>
  Array.from({ length: count }, (_, index) => subject(`组${index}`))

const ranked = (last: "share" | "meeting"): Rulebook =>
  book(measured("得分"), {
    levels,
    rankings: [
      { id: "排名", label: { zh: "排名" }, group: null, ties: { keys: [], last, method: "min" }, cite: cite("30") },
    ],
  })

// ---------------------------------------------------------------- one plan, many inputs

test("one plan rates many inputs, of other periods, subjects and days, and keeps nothing of them", () => {
  const plan = Plan.compile(book(Scoring.parts([Scoring.base("10"), measured("得分")]), { levels }))
  const given = [
    input(ids(2), [
      fact("组0", "得分", "2023-03-01", { value: "80" }),
      fact("组1", "得分", "2023-03-01", { value: "3" }),
    ]),
    input([subject("乙")], [fact("乙", "得分", "2024-03-01", { value: "66" })], {
      period: Period.yearUnsafe(2024),
      at: Coordinate.of(CivilDate.parseUnsafe("2024-12-31"), instant(1)),
    }),
    input(ids(2), []),
  ]
  const told = () => given.map((one) => Plan.rate(plan, one)).map((one) => Plan.ids(one).map((id) => scoreOf(one, id)))
  expect(told()).toEqual([["90", "13"], ["76"], ["10–110", "10–110"]])
  expect(told()).toEqual(told())
})

test("who is not among the subjects has nothing", () => {
  const ratings = rate(ranked("share"), input(ids(1), [fact("无此人", "得分", "2023-03-01", { value: "80" })]))
  expect(ratings.unread).toEqual(["无此人/得分/2023-03-01//80/{}/"])
  expect(Plan.score(ratings, "无此人")).toBeUndefined()
  expect(Plan.level(ratings, "无此人")).toBeUndefined()
  expect(Plan.standing(ratings, "无此人")).toBeUndefined()
  expect(Plan.outcome(ratings, "无此人")).toBeUndefined()
  expect(Plan.places(ratings, "无此人")).toEqual([])
})

test("an outcome can be asked for again, and is the same", () => {
  const ratings = rate(ranked("share"), input(ids(2), [fact("组0", "得分", "2023-03-01", { value: "80" })]))
  expect(Plan.outcome(ratings, "组0")).toEqual(Plan.outcome(ratings, "组0"))
  expect(Plan.outcome(ratings, "组0")).toEqual(Plan.outcomes(ratings)[0])
})

// ---------------------------------------------------------------- books

describe("the village of the demonstration", () => {
  const folder = join(ROOT, "examples/town-2023/样例村")
  const sources = readdirSync(folder)
    .filter((file) => file.endsWith(".csv"))
    .map((file): Sheet.Table => {
      const text = Result.getOrThrow(Sheet.text(new Uint8Array(readFileSync(join(folder, file)))))
      const records: ReadonlyArray<ReadonlyArray<string>> = parse(text, {
        relax_column_count: true,
        record_delimiter: "\n",
      })
      return { file, rows: records.map((cells, index) => ({ line: index + 1, cells })) }
    })
  const village = WendengVillage.rulebook
  const register = Result.getOrThrow(PointRegister.read(sources, { book: village, period: year, offsetMinutes: 480 }))
  const { subjects, facts, closures } = register
  const on = (day: string) =>
    input(subjects, facts, {
      closures,
      at: Coordinate.of(CivilDate.parseUnsafe(day), Coordinate.instantUnsafe(1.8e12)),
    })

  test("is rated as by the interpreter at the end of the year, most of it by the plan itself", () => {
    const ratings = rate(village, on("2023-12-31"))
    expect(subjects.length).toBeGreaterThan(40)
    expect(Plan.unusual(ratings).length).toBeLessThan(subjects.length / 10)
  })

  test("and in the middle of it, when hours may still be added", () => {
    const ratings = rate(village, on("2023-06-30"))
    expect(Plan.unusual(ratings).length).toBeGreaterThan(subjects.length / 2)
  })
})

test("the book of the benchmark is rated as its program by hand", () => {
  const given = fortyInput(60)
  const ratings = rate(forty, given)
  const rated = Plan.ids(ratings).filter((id) => Plan.standing(ratings, id)?.standing === "rated")
  const hand = byHand(given)
  expect(rated.map((id) => scoreOf(ratings, id))).toEqual(
    [...hand.score].map((tenths) =>
      Exact.text(Exact.divideUnsafe(Exact.integerUnsafe(tenths), Exact.integerUnsafe(10))),
    ),
  )
  expect(rated.map((id) => stand(Plan.outcome(ratings, id) as Outcome))).toEqual(
    [...hand.level].map((index) => forty.levels[index]?.id),
  )
  expect(Plan.unusual(ratings)).toEqual([])
})

test("a book of 5,000 lines and 5,000 caps is compiled and rated", () => {
  const lines = Array.from({ length: 5000 }, (_, index) => line(`条${index}`, String(1 + (index % 7))))
  const caps = lines.map(({ id }, index) => Scoring.atMost(`顶${index}`, [id], "year", "10", cite("1")))
  const acts: Expression = { op: "acts", acts: lines, caps, sameAct: "largestRequested", validity: [], suspensions: [] }
  const long: Rulebook = { ...book(Scoring.base("0")), total: acts, levels: [level("满", { ge: "0" })] }
  const facts = Array.from({ length: 3000 }, (_, index) =>
    fact(`组${index % 3}`, `条${(index * 7) % 5000}`, "2023-03-01", { id: `f${index}` }),
  )
  const plan = Plan.compile(long)
  const ratings = Plan.rate(plan, input(ids(3), facts))
  const { outcomes } = Interpreter.evaluate({ book: long, ...input(ids(3), facts) })
  expect(outcomes.map(({ scores }) => scores)).toEqual(Plan.ids(ratings).map((id) => Plan.score(ratings, id)))
  expect(Plan.unusual(ratings)).toEqual([])
})

test("so is a book of 5,000 weighted parts", () => {
  const parts = Array.from({ length: 5000 }, (_, index) => measured(`项${index % 50}`))
  const long: Rulebook = { ...book(Scoring.base("0")), total: Scoring.parts(parts), levels: [level("满", { ge: "0" })] }
  const facts = ids(3).flatMap(({ id }) =>
    Array.from({ length: 50 }, (_, index) => fact(id, `项${index}`, "2023-03-01", { value: "2" })),
  )
  expect(scoreOf(rate(long, input(ids(3), facts)), "组1")).toBe("10000")
})

// ---------------------------------------------------------------- numbers

describe("machine numbers alone", () => {
  const proven = (total: Expression, more: Parameters<typeof book>[1] = {}): boolean =>
    Plan.isNumberOnly(Plan.compile(book(total, more)))

  test("are proven to suffice where every leaf has its bounds and every weight an end", () => {
    expect(proven(measured("得分"))).toBe(true)
    expect(
      proven(
        Scoring.weighted([
          { w: "0.3", e: measured("甲项") },
          { w: "0.7", e: measured("乙项", "50", "0.5") },
        ]),
      ),
    ).toBe(true)
    const acts: Expression = {
      ...Scoring.lines({ acts: [line("甲条", "3")], caps: [Scoring.atMost("顶", ["甲条"], "year", "10", cite("1"))] }),
      sameAct: "sum",
    }
    expect(proven(acts)).toBe(true)
  })

  test("are not where an amount has no bound", () => {
    expect(proven(measured("捐款", null))).toBe(false)
    expect(proven({ op: "min", of: [measured("捐款", null), { op: "const", q: "10" }] })).toBe(false)
    expect(Plan.isNumberOnly(Plan.compile(WendengVillage.rulebook))).toBe(false)
  })

  test("nor where a share is not rounded, a mean is taken of others, or a weight is handed to others", () => {
    const share: Expression = { op: "ratio", num: measured("甲项"), den: measured("乙项"), empty: "notApplicable" }
    expect(proven(share)).toBe(false)
    const ties = { keys: [], last: "share" as const, method: "min" as const }
    expect(proven({ op: "peers", e: measured("甲项"), fold: "mean", group: null, best: "high", ties })).toBe(false)
    expect(proven({ op: "peers", e: measured("甲项"), fold: "best", group: null, best: "high", ties })).toBe(true)
    const reweighted = {
      op: "sum",
      of: [{ w: "1", e: measured("甲项") }],
      weights: "free",
      absent: { exempt: "reweight" },
    } as const
    expect(proven(reweighted)).toBe(false)
    expect(Plan.isNumberOnly(Plan.compile(forty))).toBe(false)
  })

  test("nor for a condition or an effect that needs more", () => {
    const when = Scoring.on(measured("捐款", null), { ge: "1" })
    const effect = { id: "否", label: { zh: "否" }, when, does: "zero", lasts: "period", cite: cite("9") } as const
    expect(proven(measured("得分"), { effects: [effect] })).toBe(false)
  })
})

test("what is off the scale is exact: thirds, and numbers of hundreds of digits", () => {
  const huge = "9".repeat(300)
  const third: Expression = { op: "sum", weights: "free", of: [{ w: "1/3", e: measured("得分", null) }] }
  const of: Rulebook = { ...book(third), score: { quantum: "0.01", round: "halfUp" } }
  const facts = [fact("组0", "得分", "2023-03-01", { value: "10" }), fact("组1", "得分", "2023-03-01", { value: huge })]
  const ratings = rate(of, input(ids(2), facts))
  expect([scoreOf(ratings, "组0"), scoreOf(ratings, "组1")]).toEqual(["3.33", "3".repeat(300)])
  expect(short(Plan.score(ratings, "组0")?.total)).toBe("10/3")
})

test("a number off its lattice or out of its bounds is a conflict", () => {
  const facts = [
    fact("组0", "得分", "2023-03-01", { value: "10.5" }),
    fact("组1", "得分", "2023-03-01", { value: "101" }),
  ]
  const ratings = rate(ranked("share"), input(ids(2), facts))
  expect([scoreOf(ratings, "组0"), scoreOf(ratings, "组1")]).toEqual(["rules.offLattice", "rules.outOfDomain"])
})

// ---------------------------------------------------------------- populations

test("a group of one is first of one", () => {
  const ratings = rate(ranked("meeting"), input(ids(1), [fact("组0", "得分", "2023-03-01", { value: "80" })]))
  expect(Plan.places(ratings, "组0").map(({ place, of, open }) => [short(place), of, open])).toEqual([["1", 1, false]])
})

test("where all are tied, all share the first place, and a meeting settles nothing by itself", () => {
  const facts = ids(5).map(({ id }) => fact(id, "得分", "2023-03-01", { value: "80" }))
  for (const last of ["share", "meeting"] as const) {
    const places = Plan.places(rate(ranked(last), input(ids(5), facts)), "组3")
    expect(places.map(({ place, tied, open }) => [short(place), tied, open])).toEqual([["1", 5, last === "meeting"]])
  }
})

test("where all are absent, nobody has a score, a level or a place", () => {
  const facts = ids(4).map(({ id }) => fact(id, "得分", "2023-03-01", { absent: "notApplicable" }))
  const ratings = rate(ranked("share"), input(ids(4), facts))
  expect(ids(4).map(({ id }) => scoreOf(ratings, id))).toEqual(Array(4).fill("absent notApplicable"))
  expect(Plan.level(ratings, "组0")).toEqual({ is: "none" })
  expect(Plan.places(ratings, "组0")).toEqual([])
  expect(Plan.unusual(ratings)).toEqual([])
})

test("while one score is not known, every place is an interval as wide as that leaves it", () => {
  const facts = ids(3).map(({ id }, index) => fact(id, "得分", "2023-03-01", { value: String(10 * index) }))
  const ratings = rate(ranked("share"), input([...ids(3), subject("未知")], facts))
  expect(["组0", "组1", "组2", "未知"].map((id) => short(Plan.places(ratings, id)[0]?.place))).toEqual([
    "3–4",
    "2–3",
    "1–2",
    "1–4",
  ])
})

test("facts of kinds that the book does not know are named in the outcome, and change nothing", () => {
  const known = fact("组0", "得分", "2023-03-01", { value: "80" })
  const stranger = fact("组0", "未列", "2023-04-01", { value: "1" })
  const ratings = rate(ranked("share"), input(ids(1), [known, stranger]))
  expect(scoreOf(ratings, "组0")).toBe("80")
  expect(Plan.outcome(ratings, "组0")?.unread).toEqual([stranger.id])
})

test("the same record handed in twice is one, and one that takes another's place is the one that counts", () => {
  const first = fact("组0", "得分", "2023-03-01", { id: "甲记", value: "80" })
  const mended = fact("组0", "得分", "2023-03-02", { id: "乙记", value: "70", supersedes: "甲记" })
  expect(scoreOf(rate(ranked("share"), input(ids(1), [first, first])), "组0")).toBe("80")
  expect(scoreOf(rate(ranked("share"), input(ids(1), [mended, first])), "组0")).toBe("70")
})

test("of two records of one id the one recorded first counts, in whatever order they come", () => {
  const first = fact("组0", "得分", "2023-03-01", { id: "甲记", value: "80" })
  const later = { ...fact("组0", "得分", "2023-03-01", { id: "甲记", value: "70" }), recordedAt: instant(1) }
  for (const facts of [
    [first, later],
    [later, first],
  ]) {
    expect(scoreOf(rate(ranked("share"), input(ids(1), facts)), "组0")).toBe("80")
  }
})

test("what ended on the first day of the period is no fact of it; what ended on the second is", () => {
  const of = book(Scoring.count({ kind: "包户", domain: points(null), closedBy: "periodEnd" }), { levels })
  const ends = (until: string) => fact("组0", "包户", "2022-05-01", { until })
  const counted = (until: string) => scoreOf(rate(of, input(ids(1), [ends(until)])), "组0")
  expect([counted("2023-01-01"), counted("2023-01-02"), counted("open")]).toEqual(["0", "1", "1"])
})

test("a sum from nought up takes no part below nought", () => {
  const of = book(Scoring.total({ kind: "工时", field: "value", domain: points(null), closedBy: "periodEnd" }), {
    levels,
  })
  const facts = ["8", "-3"].map((value, index) => fact("组0", "工时", `2023-03-0${index + 1}`, { value }))
  expect(scoreOf(rate(of, input(ids(1), facts)), "组0")).toBe("rules.outOfDomain")
})

test("the mean of the others is in conflict with the only other, and is one where that has a number", () => {
  const total: Expression = {
    op: "sum",
    weights: "free",
    of: [{ w: "1", e: measured("得分") }],
    absent: { notApplicable: { peersMean: null } },
  }
  const absent = fact("组0", "得分", "2023-03-01", { absent: "notApplicable" })
  const scored = (value: string) =>
    scoreOf(rate(book(total, { levels }), input(ids(2), [absent, fact("组1", "得分", "2023-03-01", { value })])), "组0")
  expect([scored("60"), scored("60.5")]).toEqual(["60", "rules.offLattice"])
})

test("no subjects, and no facts, are no matter", () => {
  const none = rate(ranked("share"), input([], [fact("组0", "得分", "2023-03-01", { value: "80" })]))
  expect([Plan.ids(none), none.unread.length]).toEqual([[], 1])
})
