/** Laws of quotas that are reported and move nobody, against a count over everything that may turn out. */
import fc from "fast-check"
import { expect, test } from "vitest"
import type { Mode } from "../../src/foundation/Rounding.js"
import type { Quota } from "../../src/rules/Clause.js"
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
