/** Laws of the verdict: effects, climb limit, quotas, rankings, and what one more good or bad act does. All data are made up. */
import fc from "fast-check"
import { expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Exact from "../../src/foundation/Exact.js"
import type { Does, Effect } from "../../src/rules/Clause.js"
import type { Expression, Piece } from "../../src/rules/Expression.js"
import * as Interpreter from "../../src/rules/Interpreter.js"
import type { Outcome, Standing, Value } from "../../src/rules/Outcome.js"
import type { Rulebook } from "../../src/rules/Rulebook.js"
import { rate, subject } from "./rating.js"
import { inputs, simpleActs, simpleBook, simpleFacts, UNITS } from "./rulebookArbitrary.js"

type Input = Required<Interpreter.Input>

const cite = { doc: "text", art: "1" }
const label = { zh: "虚构" }
const ALWAYS = { test: "all", of: [] } as const

const withBook = (input: Input, more: Partial<Rulebook>): ReadonlyArray<Outcome> =>
  Interpreter.evaluate({ ...input, book: { ...input.book, ...more } }).outcomes

const at = (book: Rulebook, standing: Standing | undefined): number | undefined =>
  standing?.is === "level" ? book.levels.findIndex(({ id }) => id === standing.level) : undefined

const q = (value: Value | undefined): Exact.Exact | undefined =>
  value?.is === "known" ? Exact.parseUnsafe(value.q) : undefined

const doings: fc.Arbitrary<Does> = fc.oneof(
  fc.constant<Does>("zero"),
  fc.integer({ min: 0, max: 9 }).map((deduct): Does => ({ deduct: String(deduct) })),
  fc.constantFrom("L0", "L1").map((atMost): Does => ({ atMost })),
)

const effect = (does: Does, repair?: Effect["repair"]): Effect => {
  const base = { id: "又", label, when: ALWAYS, does, lasts: "period", cite } as const
  return repair === undefined ? base : { ...base, repair }
}

// ---------------------------------------------------------------- effects

/** Neither lower levels by place nor scores below nought, which setting them to nought would raise. */
const alone = { quotas: [] } satisfies Partial<Rulebook>

test("a further effect never raises a score that is not below nought, nor a level", () => {
  fc.assert(
    fc.property(inputs({ settled: true }), doings, (input, does) => {
      const before = withBook(input, alone)
      const after = withBook(input, { ...alone, effects: [...input.book.effects, effect(does)] })
      for (const [index, one] of before.entries()) {
        const [was, is] = [q(one.scores?.effective), q(after[index]?.scores?.effective)]
        if (was === undefined || is === undefined || Exact.sign(was) < 0) continue
        expect(Exact.compare(is, was)).toBeLessThanOrEqual(0)
        const [high, low] = [at(input.book, one.level), at(input.book, after[index]?.level)]
        if (high !== undefined && low !== undefined) expect(low).toBeGreaterThanOrEqual(high)
      }
    }),
    { numRuns: 120 },
  )
})

/** A ground and something lighter: nothing at all, fewer points, a higher level. */
const lighter = doings.chain((does) =>
  fc.tuple(
    fc.constant(does),
    fc.oneof(
      fc.constant<Does | "nothing">("nothing"),
      fc.constant<Does | "nothing">(
        does === "zero"
          ? { deduct: "0" }
          : "deduct" in does
            ? { deduct: does.deduct === "0" ? "0" : "1" }
            : { atMost: "L0" },
      ),
    ),
  ),
)

test("a repaired effect that does something lighter is never worse than the same effect unrepaired", () => {
  fc.assert(
    fc.property(inputs({ settled: true }), lighter, (input, [does, instead]) => {
      const mended = effect(does, { when: ALWAYS, does: instead, cite })
      const bare = withBook(input, { ...alone, effects: [...input.book.effects, effect(does)] })
      const repaired = withBook(input, { ...alone, effects: [...input.book.effects, mended] })
      for (const [index, one] of repaired.entries()) {
        const [worse, better] = [q(bare[index]?.scores?.effective), q(one.scores?.effective)]
        if (worse === undefined || better === undefined || Exact.sign(better) < 0) continue
        expect(Exact.compare(better, worse)).toBeGreaterThanOrEqual(0)
        const [low, high] = [at(input.book, bare[index]?.level), at(input.book, one.level)]
        if (high !== undefined && low !== undefined) expect(high).toBeLessThanOrEqual(low)
      }
    }),
    { numRuns: 120 },
  )
})

test("the climb limit never raises, and never lowers below the last level", () => {
  fc.assert(
    fc.property(inputs({ settled: true }), (input) => {
      const free = withBook(input, { ...alone, climb: null })
      const bound = withBook(input, { ...alone, climb: { steps: 1, cite } })
      for (const [index, one] of bound.entries()) {
        const [own, held] = [at(input.book, free[index]?.level), at(input.book, one.level)]
        if (own === undefined || held === undefined) continue
        expect(held).toBeGreaterThanOrEqual(own)
        const earlier = input.results.filter(
          (result) => result.book === "self" && result.subject === one.subject && result.recordedAt <= input.at.knownAt,
        )
        const last = earlier
          .filter(({ period }) => period.to <= input.period.from)
          .sort((a, b) => (a.period.to < b.period.to ? 1 : -1))[0]?.level
        const floor = input.book.levels.findIndex(({ id }) => id === last)
        if (floor < 0) expect(held).toBe(own)
        else expect(held).toBeLessThanOrEqual(Math.max(own, floor))
      }
    }),
    { numRuns: 120 },
  )
})

// ---------------------------------------------------------------- quotas

/** Thirty subjects at most with known scores, many of them equal, in two groups. */
const crowds = fc.record({
  people: fc.array(
    fc.record({
      p0: fc.integer({ min: 0, max: 6 }),
      p1: fc.integer({ min: 0, max: 2 }),
      group: fc.constantFrom("x", "y"),
    }),
    { minLength: 1, maxLength: 30, size: "max" },
  ),
  share: fc.constantFrom("0", "0.1", "1/3", "0.5", "1"),
  round: fc.constantFrom("floor" as const, "ceiling" as const, "halfUp" as const),
  group: fc.constantFrom("组", null),
  last: fc.constantFrom("share" as const, "meeting" as const, { draw: "摇号" }),
  method: fc.constantFrom("min" as const, "max" as const, "average" as const, "dense" as const),
  keyed: fc.boolean(),
})

type Crowd = typeof crowds extends fc.Arbitrary<infer A> ? A : never

const param = (name: string): Expression => ({ op: "param", name, domain: UNITS })

const crowdBook = ({ share, round, group, last, method, keyed }: Omit<Crowd, "people">): Rulebook => {
  const ties = { keys: keyed ? [{ e: param("p1"), best: "high" as const }] : [], last, method }
  const level = (id: string, on: { readonly ge?: string; readonly lt?: string }) => ({ id, label, on, cite })
  const quota = (id: string, name: string) => ({
    id,
    levels: [name] as [string],
    sense: "most" as const,
    of: { share, round },
    group,
    cite,
  })
  return {
    ...simpleBook(param("p0")),
    levels: [level("L0", { ge: "5" }), level("L1", { ge: "3", lt: "5" }), level("L2", { lt: "3" })],
    quotas: [quota("Q0", "L0"), quota("Q1", "L1")],
    ties,
    rankings: [{ id: "R0", label, group, ties, cite }],
  }
}

const crowd = (people: ReadonlyArray<{ readonly p0: number; readonly p1: number; readonly group: string }>) =>
  people.map(({ p0, p1, group }, index) =>
    subject(`s${String(index).padStart(2, "0")}`, { 组: [group] }, { p0: String(p0), p1: String(p1) }),
  )

test("no limited level has more holders than places, nobody is raised, and who stays stands before who falls", () => {
  fc.assert(
    fc.property(crowds, ({ people, ...rest }) => {
      const book = crowdBook(rest)
      const given = { subjects: crowd(people), seeds: { 摇号: "公布的种子" } }
      const [free, bound] = [rate({ ...book, quotas: [] }, given), rate(book, given)]
      for (const report of bound.quotas) expect(report.held).toBeLessThanOrEqual(report.places)
      for (const [index, one] of bound.outcomes.entries()) {
        const [own, held] = [free.outcomes[index]?.level, one.level].map((standing) => at(book, standing))
        if (own !== undefined && held !== undefined) expect(held).toBeGreaterThanOrEqual(own)
      }
      for (const [a, left] of bound.outcomes.entries()) {
        for (const [b, right] of bound.outcomes.entries()) {
          if (rest.group !== null && people[a]?.group !== people[b]?.group) continue
          const [first, second] = [at(book, left.level), at(book, right.level)]
          if (first === undefined || second === undefined) continue
          if ((people[a]?.p0 ?? 0) > (people[b]?.p0 ?? 0)) expect(first).toBeLessThanOrEqual(second)
        }
      }
    }),
    { numRuns: 120 },
  )
})

// ---------------------------------------------------------------- rankings

test("places depend on scores and tie keys within the group alone, and equal a count of who stands before", () => {
  fc.assert(
    fc.property(crowds, ({ people, ...rest }) => {
      const book = crowdBook({ ...rest, last: "share" })
      const { outcomes } = rate({ ...book, quotas: [] }, { subjects: crowd(people) })
      const key = ({ p0, p1 }: (typeof people)[number]) => (rest.keyed ? p0 * 10 + p1 : p0)
      for (const [index, one] of outcomes.entries()) {
        const self = people[index]
        if (self === undefined) continue
        const group = people.filter((other) => rest.group === null || other.group === self.group)
        const before = group.filter((other) => key(other) > key(self))
        const equal = group.filter((other) => key(other) === key(self)).length
        const places = {
          min: before.length + 1,
          max: before.length + equal,
          average: before.length + (equal + 1) / 2,
          dense: new Set(before.map(key)).size + 1,
        }
        expect(one.places).toEqual([
          {
            ranking: "R0",
            group: rest.group === null ? "" : self.group,
            place: { is: "known", q: String(places[rest.method]) },
            of: group.length,
            tied: equal,
            open: false,
          },
        ])
      }
    }),
    { numRuns: 120 },
  )
})

test("a peers node gives the same places as a ranking over the same value", () => {
  fc.assert(
    fc.property(crowds, ({ people, ...rest }) => {
      const book = crowdBook({ ...rest, last: "share" })
      const ranking = book.rankings[0]
      const given = { subjects: crowd(people) }
      const total: Expression = {
        op: "peers",
        e: param("p0"),
        fold: "rank",
        group: rest.group,
        best: "high",
        ties: book.ties,
      }
      const ranked = rate({ ...book, quotas: [], score: { quantum: "0.5", round: "exact" } }, given)
      const read = rate({ ...book, quotas: [], rankings: [], total, score: { quantum: "0.5", round: "exact" } }, given)
      expect(ranking).toBeDefined()
      expect(read.outcomes.map(({ scores }) => scores?.total)).toEqual(
        ranked.outcomes.map(({ places }) => places[0]?.place),
      )
    }),
    { numRuns: 80 },
  )
})

// ---------------------------------------------------------------- one more act

const rising: fc.Arbitrary<readonly [Piece, ...Array<Piece>]> = fc
  .tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: 0, max: 4 }), fc.constantFrom("0", "1", "0.5"))
  .map(([low, jump, slope]) => [
    { on: { lt: "0" }, at: String(low) },
    { on: { ge: "0" }, at: String(low + jump), slope, from: "0" },
  ])

/** Sums with weights from nought up, floors and ceilings, rising curves and rounding over lines that add up. */
const monotone = (depth: number): fc.Arbitrary<Expression> => {
  const lines = simpleActs.map(
    (node): Expression => ({
      ...node,
      sameAct: "sum",
      validity: [],
      suspensions: [],
      acts: node.acts.map(({ repeat: _, ...act }) => ({
        ...act,
        worth: { op: "field", field: "value", domain: { ...UNITS, min: "-10" } },
      })),
    }),
  )
  if (depth === 0) return lines
  const e = monotone(depth - 1)
  const list = fc.array(e, { minLength: 1, maxLength: 3 })
  return fc.oneof(
    lines,
    fc
      .array(fc.record({ w: fc.constantFrom("0", "1", "0.5", "2"), e }), { maxLength: 3 })
      .map((parts): Expression => ({ op: "sum", of: parts, weights: "free" })),
    fc
      .tuple(fc.constantFrom("min" as const, "max" as const), list, fc.integer({ min: -4, max: 8 }))
      .map(([op, parts, bound]): Expression => ({ op, of: [{ op: "const", q: String(bound) }, ...parts] })),
    fc.tuple(e, rising).map(([of, pieces]): Expression => ({ op: "curve", of, pieces })),
    fc
      .tuple(e, fc.constantFrom("halfUp" as const, "halfEven" as const, "up" as const, "floor" as const))
      .map(([part, mode]): Expression => ({ op: "round", e: part, mode, step: "1" })),
  )
}

test("on rising trees one more good act never lowers the score and one more bad act never raises it", () => {
  const given = fc.record({
    total: monotone(2),
    facts: simpleFacts.facts,
    worth: fc.integer({ min: -8, max: 8 }),
    kind: fc.constantFrom("k0", "k1"),
    day: fc.integer({ min: 1, max: 28 }),
  })
  fc.assert(
    fc.property(given, ({ total, facts, worth, kind, day }) => {
      const extra = {
        ...simpleFacts.plain("又", kind),
        on: CivilDate.ofUnsafe(2023, 3, day),
        values: { value: String(worth) },
        tags: { t: "a" },
      }
      const score = (more: typeof facts) => {
        const [one] = rate(simpleBook(total), { subjects: [subject("s0")], facts: more }).outcomes
        const value = q(one?.scores?.effective)
        if (value === undefined) throw new Error(JSON.stringify(one?.scores))
        return value
      }
      const order = Exact.compare(score([...facts, extra]), score(facts))
      if (worth >= 0) expect(order).toBeGreaterThanOrEqual(0)
      if (worth <= 0) expect(order).toBeLessThanOrEqual(0)
    }),
    { numRuns: 250 },
  )
})
