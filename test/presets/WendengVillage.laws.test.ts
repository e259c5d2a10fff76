import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Exact from "../../src/foundation/Exact.js"
import { WendengVillage } from "../../src/presets/index.js"
import type { Act } from "../../src/rules/Expression.js"
import type { Fact, Subject } from "../../src/rules/Fact.js"
import * as Span from "../../src/rules/Span.js"
import { district, fact, gift, instant, rate, score } from "./village.js"

const { rulebook } = WendengVillage

/** Days that crowd in a few months, so that monthly caps are reached. */
const crowdedDays = fc
  .record({ month: fc.constantFrom("01", "02", "12"), day: fc.integer({ min: 1, max: 28 }) })
  .map(({ month, day }) => CivilDate.parseUnsafe(`2023-${month}-${String(day).padStart(2, "0")}`))

const days = fc.oneof(
  crowdedDays,
  fc
    .integer({ min: 0, max: 364 })
    .map((offset) => CivilDate.addDaysUnsafe(CivilDate.parseUnsafe("2023-01-01"), offset)),
)

const subjects = fc.constantFrom<Subject>(
  { id: "甲", labels: { 身份: ["党员"] } },
  { id: "甲", labels: { 身份: ["党员"], 职务: ["村党组织书记"] } },
  { id: "甲", labels: { 职务: ["村委会主任"] } },
  { id: "甲", labels: { 身份: ["党员"], 职务: ["村党组织书记", "村委会主任"] } },
  { id: "甲", labels: { 身份: ["党员"], 职务: ["村两委成员"] } },
)

const around = (...ends: ReadonlyArray<number>) => fc.constantFrom(...ends.flatMap((end) => [end - 1, end, end + 1]))
const yuan = fc
  .oneof(around(2, 10, 99, 100, 1000, 1001, 5000, 5001, 10000, 20000), fc.integer({ min: 1, max: 25000 }))
  .map(String)
const values = fc.record({
  金额: yuan,
  投资额: around(100, 200, 500).map(String),
  满意度: fc.constantFrom("0", "84.9", "85", "85.1", "100"),
  人数: fc.integer({ min: 1, max: 5 }).map(String),
  时长: fc.constantFrom("0.5", "3.5", "4", "9.5", "10"),
})
const tags = fc.record({
  星级: fc.constantFrom("一星", "三星", "四星", "五星"),
  行业: fc.constantFrom("农业", "其他"),
  级别: fc.constantFrom("B", "C", "D"),
})

const kinds = [...new Set(WendengVillage.acts("village").acts.map(({ kind }) => kind))]
const GROUNDS = ["直判三", "改正承诺", "直判三", "改正承诺", "直判一", "P-145"]

const seldom = (...texts: ReadonlyArray<string>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constantFrom(...texts) })

const made = (kind: fc.Arbitrary<string>) =>
  fc
    .record({
      kind,
      on: days,
      values,
      tags,
      act: seldom("a", "b", "c"),
      until: seldom("open", "2023-02-01"),
      delay: fc.constantFrom(0, 1, 30, 400),
    })
    .map(({ kind, on, values, tags, act, until, delay }) =>
      fact(kind, on, {
        values,
        tags,
        recorded: CivilDate.addDaysUnsafe(on, delay),
        ...(act === undefined ? {} : { act }),
        ...(until === undefined || (until !== "open" && until < on) ? {} : { until }),
      }),
    )

const CAPPED = ["P-034", "P-035", "P-044", "P-045", "P-046", "P-080", "任信息采集员"]

const anyFact = made(
  fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...kinds, "志愿服务") },
    { weight: 12, arbitrary: fc.constantFrom(...CAPPED) },
    { weight: 1, arbitrary: fc.constantFrom(...GROUNDS) },
  ),
)
const years = fc.array(anyFact, { maxLength: 24, size: "max" })

describe("the village year", () => {
  it("does not depend on the order of the facts", () => {
    fc.assert(
      fc.property(
        subjects,
        years.chain((facts) =>
          fc.tuple(
            fc.constant(facts),
            fc.shuffledSubarray(facts, { minLength: facts.length, maxLength: facts.length }),
          ),
        ),
        (subject, [facts, shuffled]) => {
          expect(rate(shuffled, { subject })).toEqual(rate(facts, { subject }))
        },
      ),
      { numRuns: 60 },
    )
  })

  it("is not changed by what is recorded later", () => {
    fc.assert(
      fc.property(subjects, years, days, (subject, facts, known) => {
        const until = facts.filter(({ recordedAt }) => recordedAt <= instant(known))
        expect(rate(facts, { subject, known })).toEqual(rate(until, { subject, known }))
      }),
      { numRuns: 60 },
    )
  })

  it("gives every known year a score on the lattice and one level", () => {
    fc.assert(
      fc.property(subjects, years, (subject, facts) => {
        const outcome = rate(facts, { subject })
        expect(outcome.scores?.rounded.is).toBe("known")
        expect(outcome.level.is).toBe("level")
      }),
      { numRuns: 60 },
    )
  })

  it("has what it granted as its score before direct judgements", () => {
    fc.assert(
      fc.property(subjects, years, (subject, facts) => {
        const outcome = rate(facts, { subject })
        const sum = Exact.sum(
          outcome.lines.map(({ granted }) => Exact.parseUnsafe(granted.is === "known" ? granted.q : "0")),
        )
        const hours = facts
          .filter(({ kind }) => kind === "志愿服务")
          .reduce((total, { values }) => total + Number(values?.时长), 0)
        const milestone = hours >= 4 ? 1 : 0
        const total = Exact.add(Exact.integerUnsafe(1000 + milestone), sum)
        expect(outcome.scores?.total).toEqual({ is: "known", q: Exact.text(total) })
      }),
      { numRuns: 60 },
    )
  })
})

describe("one more deed", () => {
  const others = (facts: ReadonlyArray<Fact>): ReadonlyArray<Fact> =>
    facts.filter(({ kind }) => !GROUNDS.includes(kind))
  const sign = (ledgerActs: ReadonlyArray<Act>, kind: string): ReadonlyArray<number> =>
    ledgerActs
      .filter((act) => act.kind === kind)
      .map(({ worth }) => {
        if (worth.op === "const") return Exact.sign(Exact.parseUnsafe(worth.q))
        return worth.op === "sum" && worth.of.every(({ w }) => !w.startsWith("-")) ? 1 : -1
      })
  const { acts } = WendengVillage.acts("village")
  const bonusKinds = [...kinds.filter((kind) => sign(acts, kind).every((one) => one > 0)), "志愿服务"]
  const malusKinds = kinds.filter((kind) => sign(acts, kind).every((one) => one < 0))

  it("has a sign by its kind, but for the stars of the branch", () => {
    expect(kinds.filter((kind) => !bonusKinds.includes(kind) && !malusKinds.includes(kind))).toEqual(["支部星级"])
    expect(bonusKinds.length).toBeGreaterThan(60)
    expect(malusKinds.length).toBeGreaterThan(30)
  })

  const compared = (subject: Subject, facts: ReadonlyArray<Fact>, more: Fact): number => {
    const [before, after] = [rate(facts, { subject }), rate([...facts, more], { subject })].map((outcome) =>
      Exact.parseUnsafe(score(outcome)),
    )
    return Exact.compare(after ?? Exact.zero, before ?? Exact.zero)
  }
  const alone = ({ act: _, ...rest }: Fact): Fact => rest

  it("never lowers the score when it is good and of its own", () => {
    fc.assert(
      fc.property(subjects, years, made(fc.constantFrom(...bonusKinds)).map(alone), (subject, facts, more) => {
        expect(compared(subject, others(facts), more)).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 80 },
    )
  })

  it("never raises the score when it is bad, even as part of another deed", () => {
    fc.assert(
      fc.property(subjects, years, made(fc.constantFrom(...malusKinds)), (subject, facts, more) => {
        expect(compared(subject, others(facts), more)).toBeLessThanOrEqual(0)
      }),
      { numRuns: 80 },
    )
  })
})

describe("the grades", () => {
  const bands = rulebook.levels.flatMap(({ id, on }) => (on === null ? [] : [{ id, on }]))

  it("are disjoint and cover every multiple of 0.1", () => {
    for (let tenths = -2000; tenths <= 14_000; tenths++) {
      const points = Exact.parseUnsafe(`${tenths < 0 ? "-" : ""}${decimal(Math.abs(tenths))}`)
      const fits = bands.filter(({ on }) => Span.contains(on, points))
      if (fits.length !== 1)
        expect([Exact.text(points), fits.map(({ id }) => id)]).toEqual([Exact.text(points), ["one"]])
    }
  })

  const decimal = (tenths: number): string =>
    tenths % 10 === 0 ? String(tenths / 10) : `${Math.floor(tenths / 10)}.${tenths % 10}`

  it("never fall when the score rises", () => {
    const ends = bands.map(({ on }) => [Span.lower(on)?.at, Span.upper(on)?.at] as const)
    for (const [index, [low]] of ends.entries()) {
      const below = ends[index + 1]
      if (low === undefined || below?.[1] === undefined) expect([index, low, below]).toEqual([5, undefined, undefined])
      else expect(Exact.equals(low, below[1])).toBe(true)
    }
  })
})

describe("the caps", () => {
  const capped = fc.array(
    fc.record({
      kind: fc.constantFrom(...CAPPED, "P-041"),
      on: crowdedDays,
    }),
    { maxLength: 30, size: "max" },
  )

  /** Every bucket by itself, in whole points, as the table prints it. */
  const slow = (deeds: ReadonlyArray<{ readonly kind: string; readonly on: string }>): number => {
    const points = (names: ReadonlyArray<string>, month = "") =>
      deeds
        .filter(({ kind, on }) => names.includes(kind) && on.startsWith(`2023-${month}`))
        .reduce(
          (sum, { kind }) => sum + (kind === "任信息采集员" ? 5 : kind === "P-080" || kind === "P-041" ? 2 : 1),
          0,
        )
    const monthly = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, "0")).map(
      (month) => Math.min(1, points(["P-044", "P-045"], month)) + Math.min(2, points(["P-046"], month)),
    )
    return (
      1000 +
      Math.min(3, points(["P-034"])) +
      Math.min(5, points(["P-035"])) +
      Math.min(10, points(["P-080", "任信息采集员"])) +
      points(["P-041"]) +
      monthly.reduce((sum, each) => sum + each, 0)
    )
  }

  it("grant in each month and year the lesser of the cap and the sum", () => {
    fc.assert(
      fc.property(capped, (deeds) => {
        expect(score(rate(deeds.map(({ kind, on }) => fact(kind, on))))).toBe(String(slow(deeds)))
      }),
      { numRuns: 120 },
    )
  })

  it("take what the lines asked for and were not granted, no more and no less", () => {
    fc.assert(
      fc.property(capped, (deeds) => {
        for (const { requested, granted, cuts } of rate(deeds.map(({ kind, on }) => fact(kind, on))).lines) {
          const took = Exact.sum(cuts.map(({ took }) => known(took)))
          expect(Exact.text(Exact.add(known(granted), took))).toBe(Exact.text(known(requested)))
        }
      }),
      { numRuns: 60 },
    )
  })

  const known = (value: { readonly is: string; readonly q?: string }): Exact.Exact => Exact.parseUnsafe(value.q ?? "")
})

describe("gifts", () => {
  /** Yuan by yuan: each step of a band is worth its point once it is full. */
  const slow = (amount: number): number => {
    if (amount <= 99) return Math.floor(amount / 10)
    let tenths = 0
    for (let paid = 1; paid <= amount && paid <= 20_000; paid++) {
      const [from, size] =
        paid <= 1000 ? [0, 100] : paid <= 5000 ? [1000, 400] : paid <= 10_000 ? [5000, 500] : [10_000, 1000]
      if ((paid - from) % size === 0) tenths += 10
    }
    return tenths
  }

  it("earn by the full steps of each band", () => {
    fc.assert(
      fc.property(yuan, (amount) => {
        const earned = Exact.divideUnsafe(Exact.integerUnsafe(slow(Number(amount))), Exact.integerUnsafe(10))
        expect(score(rate([gift(amount)]))).toBe(Exact.text(Exact.add(Exact.integerUnsafe(1000), earned)))
      }),
    )
  })

  it("earn in the district the whole points of the same bands, at most 40 a year", () => {
    fc.assert(
      fc.property(fc.array(yuan, { maxLength: 6 }), (amounts) => {
        const whole = amounts.reduce((sum, amount) => sum + (Number(amount) <= 99 ? 0 : slow(Number(amount)) / 10), 0)
        const facts = amounts.map((amount) => gift(amount))
        expect(score(rate(facts, { book: district }))).toBe(String(1000 + Math.min(40, whole)))
      }),
    )
  })
})
