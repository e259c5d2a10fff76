/**
 * Laws of quotas, against a count over everything that may turn out: those that are reported and move nobody, and the
 * limits, on one level and on several together. All members are made up.
 *
 * Of 2,000 groups for the limits: a limit on several levels in 76 %, somebody falls in 72 %, by such a limit in 59 %,
 * twice in 23 %; a meeting has to decide at the cut in 14 %; an award beside the quotas in 56 %. Where not all is known: a
 * score in 44 %, who is of the group in 40 %, an award in 39 %; a limit moves somebody or leaves somebody open in 78 %.
 */
import fc from "fast-check"
import { expect, test } from "vitest"
import type { Mode } from "../../src/foundation/Rounding.js"
import type { Award, Quota } from "../../src/rules/Clause.js"
import type { Ties } from "../../src/rules/Expression.js"
import * as Scoring from "../../src/rules/Scoring.js"
import { fact, rate, stand, subject } from "./rating.js"
import { cite, level, partial, points } from "./schemes/drafting.js"

/** A member: graded above or below, and of the group or not, where each is known. */
interface Member {
  readonly above: boolean | undefined
  readonly inside: boolean | undefined
}

type Reported = "noMore" | "least" | "about"
type Size = { readonly of: number; readonly round: Extract<Mode, "floor" | "ceiling" | "halfUp"> }

const leaf = (kind: string) => Scoring.only({ kind, domain: points("0", "10") })

const evaluated = (members: ReadonlyArray<Member>, quota: Pick<Quota, "sense" | "of" | "slack">) => {
  const book = partial({
    id: "试",
    title: "试用办法",
    since: "2020-01-01",
    citation: { standing: "report" },
    total: leaf("分"),
    levels: [level("上", { ge: "5" }), level("下", { lt: "5" })],
    quotas: [
      {
        ...quota,
        id: "名额",
        levels: ["上"],
        among: Scoring.on(leaf("党龄"), { ge: "5" }),
        group: null,
        cite: cite("名额"),
      },
    ],
  })
  const told = (kind: string, id: string, is: boolean | undefined) =>
    is === undefined ? [] : [fact(id, kind, "2023-06-01", { value: is ? "9" : "1" })]
  return rate(book, {
    subjects: members.map((_, index) => subject(`党员${index}`)),
    facts: members.flatMap(({ above, inside }, index) => [
      ...told("分", `党员${index}`, above),
      ...told("党龄", `党员${index}`, inside),
    ]),
  })
}

/** All that may turn out. */
const turns = (members: ReadonlyArray<Member>): ReadonlyArray<ReadonlyArray<Member>> =>
  members.reduce<ReadonlyArray<ReadonlyArray<Member>>>(
    (all, { above, inside }) =>
      all.flatMap((before) =>
        (above === undefined ? [true, false] : [above]).flatMap((high) =>
          (inside === undefined ? [true, false] : [inside]).map((within) => [
            ...before,
            { above: high, inside: within },
          ]),
        ),
      ),
    [[]],
  )

/** In tenths of a person, so that whole numbers are enough. */
const isMet = (members: ReadonlyArray<Member>, sense: Reported, { of, round }: Size, slack: number): boolean => {
  const group = members.filter(({ inside }) => inside)
  const held = group.filter(({ above }) => above).length
  const tenths = of * group.length
  if (sense === "about") return Math.abs(10 * held - tenths) <= slack
  const add = { floor: 0, halfUp: 5, ceiling: 9 }[round]
  const places = Math.floor((tenths + add) / 10)
  return sense === "noMore" ? held <= places : held >= places
}

const tenths = (count: number): string => String(count / 10)

const maybe = fc.constantFrom(true, false, undefined)
const certain = fc.constantFrom(true, false)
const size = fc.record({
  of: fc.integer({ min: 0, max: 10 }),
  round: fc.constantFrom("floor" as const, "ceiling" as const, "halfUp" as const),
})
const sense = fc.constantFrom<Reported>("noMore", "least", "about")
const slack = fc.integer({ min: 0, max: 20 })
const group = (one: fc.Arbitrary<boolean | undefined>) =>
  fc.array(fc.record({ above: one, inside: fc.oneof({ weight: 2, arbitrary: fc.constant(true) }, one) }), {
    minLength: 1,
    maxLength: 5,
  })

const reportOf = (members: ReadonlyArray<Member>, is: Reported, { of, round }: Size, by: number) =>
  evaluated(members, {
    sense: is,
    of: { share: tenths(of), round },
    ...(is === "about" ? { slack: tenths(by) } : {}),
  }).quotas[0]

test("where all is known a reported quota is met exactly when a plain count says so", () => {
  fc.assert(
    fc.property(group(certain), sense, size, slack, (members, is, share, by) => {
      const report = reportOf(members, is, share, by)
      const inside = members.filter((one) => one.inside)
      expect(report?.size ?? 0).toBe(inside.length)
      expect(report?.held ?? 0).toBe(inside.filter(({ above }) => above).length)
      if (report !== undefined) expect(report.met).toBe(isMet(members, is, share, by) ? "yes" : "no")
    }),
    { numRuns: 400 },
  )
})

test("what a quota reports for certain holds however the unknown turns out, and its holders are there at least", () => {
  fc.assert(
    fc.property(group(maybe), sense, size, slack, (members, is, share, by) => {
      const report = reportOf(members, is, share, by)
      if (report === undefined) return
      const all = turns(members)
      if (report.met !== "unknown") {
        expect(new Set(all.map((turn) => isMet(turn, is, share, by)))).toEqual(new Set([report.met === "yes"]))
      }
      const counts = all.map((turn) => turn.filter(({ above, inside }) => above && inside).length)
      expect(report.held).toBe(Math.min(...counts))
    }),
    { numRuns: 400 },
  )
})

test("where the group is known a ceiling or floor is unknown only if it may turn out both ways", () => {
  const known = fc.array(fc.record({ above: maybe, inside: fc.constant(true) }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(known, fc.constantFrom<Reported>("noMore", "least"), size, (members, is, share) => {
      const answers = new Set(turns(members).map((turn) => isMet(turn, is, share, 0)))
      expect(reportOf(members, is, share, 0)?.met).toBe(
        answers.size === 2 ? "unknown" : answers.has(true) ? "yes" : "no",
      )
    }),
    { numRuns: 400 },
  )
})

test("a quota that is only reported moves nobody", () => {
  fc.assert(
    fc.property(group(maybe), sense, size, (members, is, { of, round }) => {
      const { outcomes } = evaluated(members, { sense: is, of: { share: tenths(of), round } })
      expect(outcomes.map(stand)).toEqual(
        members.map(({ above }) => (above === undefined ? "上|下" : above ? "上" : "下")),
      )
    }),
    { numRuns: 200 },
  )
})

// ---------------------------------------------------------------- limits

const LEVELS = ["五星", "四星", "三星", "二星"]
const BANDS: ReadonlyArray<readonly [number, number]> = [
  [8, 10],
  [6, 7],
  [3, 5],
  [0, 2],
]

/** A member: the score, whether there is an award of four stars beside the quotas, and whether the quotas are on it. */
interface Rated {
  readonly score: number | undefined
  readonly awarded: boolean | undefined
  readonly inside: boolean | undefined
}

interface Limit {
  readonly levels: ReadonlyArray<number>
  readonly tenths: number
}

const limited = (members: ReadonlyArray<Rated>, limits: ReadonlyArray<Limit>, last: Ties["last"]) => {
  const award: Award = {
    id: "直接晋级",
    label: { zh: "直接晋级" },
    when: Scoring.on(leaf("获奖"), { ge: "5" }),
    atLeast: "四星",
    overQuota: true,
    cite: cite("晋级"),
  }
  const book = partial({
    id: "试",
    title: "试用办法",
    since: "2020-01-01",
    citation: { standing: "report" },
    total: leaf("分"),
    levels: LEVELS.map((id, index) => level(id, { ge: String(BANDS[index]?.[0]), le: String(BANDS[index]?.[1]) })),
    awards: [award],
    ties: { keys: [], last, method: "min" },
    quotas: limits.map(({ levels, tenths: of }, index) => ({
      id: `名额${index}`,
      levels: levels.map((at) => LEVELS[at] ?? "") as [string, ...Array<string>],
      sense: "most",
      of: { share: tenths(of), round: "floor" },
      among: Scoring.on(leaf("参评"), { ge: "5" }),
      group: null,
      cite: cite("名额"),
    })),
  })
  const told = (kind: string, index: number, value: number | undefined) =>
    value === undefined ? [] : [fact(`支部${index}`, kind, "2023-06-01", { value: String(value) })]
  const marked = (is: boolean | undefined) => (is === undefined ? undefined : is ? 9 : 1)
  return rate(book, {
    subjects: members.map((_, index) => subject(`支部${index}`)),
    facts: members.flatMap(({ score, awarded, inside }, index) => [
      ...told("分", index, score),
      ...told("获奖", index, marked(awarded)),
      ...told("参评", index, marked(inside)),
    ]),
  })
}

/** Where everybody ends, from the best level down, the limits of one lowest level as they stand: the definition, read aloud. */
const ends = (members: ReadonlyArray<Rated>, limits: ReadonlyArray<Limit>): ReadonlyArray<number> => {
  const at = members.map(({ score, awarded }) => {
    const own = BANDS.findIndex(([from, to]) => score !== undefined && score >= from && score <= to)
    return awarded ? Math.min(own, 1) : own
  })
  for (let lowest = 0; lowest < LEVELS.length; lowest++) {
    for (const { levels, tenths: of } of limits.filter((one) => Math.max(...one.levels) === lowest)) {
      const places = Math.floor((of * members.filter(({ inside }) => inside).length) / 10)
      const isBeside = (index: number) => members[index]?.awarded === true && lowest >= 1
      const holders = members.flatMap((_, index) =>
        members[index]?.inside === true && levels.includes(at[index] ?? -1) && !isBeside(index) ? [index] : [],
      )
      const key = (index: number) => (at[index] ?? 0) * 100 - (members[index]?.score ?? 0)
      // who is behind: those with whom, and all who are before or equal, there are more than places
      const behind = holders.filter((one) => holders.filter((other) => key(other) <= key(one)).length > places)
      for (const index of behind) at[index] = lowest + 1
    }
  }
  return at
}

const limits: fc.Arbitrary<ReadonlyArray<Limit>> = fc.array(
  fc.record({
    levels: fc.constantFrom([0], [1], [2], [0, 1], [1, 0], [1, 2], [0, 1, 2]),
    tenths: fc.integer({ min: 0, max: 6 }),
  }),
  { minLength: 1, maxLength: 3 },
)
const scores = fc.oneof(fc.integer({ min: 6, max: 10 }), fc.integer({ min: 0, max: 10 }))
/** The unlikely one time in six; where all may be unknown, either one time in nine not known. */
const either = (usual: boolean, isOpen: boolean): fc.Arbitrary<boolean | undefined> =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constant(!usual) },
    { weight: isOpen ? 1 : 0, arbitrary: fc.constant(undefined) },
  )
const rated = (isOpen: boolean, maxLength: number): fc.Arbitrary<ReadonlyArray<Rated>> =>
  fc.array(
    fc.record({
      score: isOpen
        ? fc.oneof({ weight: 5, arbitrary: scores }, { weight: 1, arbitrary: fc.constant(undefined) })
        : scores,
      awarded: either(false, isOpen),
      inside: either(true, isOpen),
    }),
    { minLength: 1, maxLength },
  )

test("limits on one level and on several together leave everybody where a plain reading does", () => {
  fc.assert(
    fc.property(rated(false, 10), limits, (members, all) => {
      const { outcomes } = limited(members, all, "share")
      expect(outcomes.map(stand)).toEqual(ends(members, all).map((at) => LEVELS[at]))
    }),
    { numRuns: 600 },
  )
})

test("a limit is never exceeded by who takes its places, and nobody rises by one", () => {
  fc.assert(
    fc.property(rated(false, 10), limits, (members, all) => {
      const rating = limited(members, all, "share")
      const before = limited(members, [], "share").outcomes.map((one) => LEVELS.indexOf(stand(one)))
      for (const [index, outcome] of rating.outcomes.entries()) {
        expect(LEVELS.indexOf(stand(outcome))).toBeGreaterThanOrEqual(before[index] ?? 0)
      }
      for (const { met, held, places } of rating.quotas) expect([met, held <= places]).toEqual(["yes", true])
    }),
    { numRuns: 400 },
  )
})

test("however unknown scores, awards and groups turn out, the level is among those said to be possible; with a meeting, both sides of the cut are", () => {
  const last = fc.constantFrom<Ties["last"]>("share", "meeting")
  fc.assert(
    fc.property(
      rated(true, 6),
      fc.array(fc.tuple(scores, fc.boolean(), fc.boolean()), { minLength: 6, maxLength: 6 }),
      limits,
      last,
      (members, fill, all, by) => {
        const open = limited(members, all, by).outcomes.map(({ level: of }) =>
          of.is === "level" ? [of.level] : of.is === "among" ? of.levels : [],
        )
        const settled = members.map(({ score, awarded, inside }, index) => {
          const [ofScore, ofAward, ofGroup] = fill[index] ?? []
          return { score: score ?? ofScore, awarded: awarded ?? ofAward, inside: inside ?? ofGroup }
        })
        for (const [index, outcome] of limited(settled, all, by).outcomes.entries()) {
          const turned = outcome.level.is === "among" ? outcome.level.levels : [stand(outcome)]
          for (const one of turned) expect(open[index]).toContain(one)
        }
        const shared = ends(settled, all).map((at) => LEVELS[at])
        if (by === "share") expect(limited(settled, all, by).outcomes.map(stand)).toEqual(shared)
      },
    ),
    { numRuns: 500 },
  )
})
