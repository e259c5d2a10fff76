/**
 * Laws of least changes, against every set of what is possible. All books, subjects and facts are made up.
 *
 * Of 1,500 questions 40 % have plans (27 % more than one; of one element in 25 %, two in 13 %, three in 5 %, four to six in
 * 3 %), 34 % cannot be reached (too few points in 24 %, an effect in 5 %, nothing read in 4 %, no single reason in 3 %, not
 * graded in 3 %, facts not known and the climb limit in 2 % each, a further condition in 2 %, awards alone, lateness and
 * quotas in under 1 %), 26 % are already there. Quotas stand in 53 % of the books; in 29 % of the questions sets were ruled
 * out without a trial so that fewer trials were made than there are sets.
 */
import * as Result from "effect/Result"
import fc from "fast-check"
import { expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Exact from "../../src/foundation/Exact.js"
import * as Period from "../../src/foundation/Period.js"
import type { Expression, When } from "../../src/rules/Expression.js"
import type { Fact } from "../../src/rules/Fact.js"
import * as Interpreter from "../../src/rules/Interpreter.js"
import * as LeastChange from "../../src/rules/LeastChange.js"
import type { Outcome } from "../../src/rules/Outcome.js"
import type { Rulebook } from "../../src/rules/Rulebook.js"
import { instant } from "./rating.js"
import { inputs, simpleActs, simpleBook } from "./rulebookArbitrary.js"

interface Question {
  readonly input: Interpreter.Input
  readonly subject: string
  readonly target: LeastChange.Target
  readonly possible: ReadonlyArray<LeastChange.Possible>
}

// ---------------------------------------------------------------- questions

const of = <A>(...all: ReadonlyArray<A>): fc.Arbitrary<A> => fc.constantFrom(...all)

/** The day of the assessment, up to which things can happen. */
const endOf = ({ period, at }: Interpreter.Input): CivilDate.CivilDate =>
  CivilDate.max(at.validAt, Period.lastDay(period))

const possible = (input: Interpreter.Input): fc.Arbitrary<ReadonlyArray<LeastChange.Possible>> => {
  const length = Period.days(input.period)
  const one = fc.record({
    kind: of("k0", "k1", "k2", "k3", "u0", "c0", "k0", "k1", "k0", "k1"),
    day: fc.integer({ min: 0, max: length - 1 }),
    times: of(1, 2, 2),
    value: fc.integer({ min: -5, max: 8 }).map(String),
    t: of("a", "b", "c"),
    act: of(undefined, undefined, "事一"),
    cost: of(undefined, "1", "2", "0"),
  })
  return fc.array(one, { minLength: 2, maxLength: 4 }).map((all) =>
    all.map(({ kind, day, times, value, t, act, cost }, index) => ({
      fact: {
        id: `能${index}`,
        kind,
        on: CivilDate.addDaysUnsafe(input.period.from, day),
        values: { value, f: value, hours: value },
        tags: { t },
        decidedBy: "支部委员会",
        reason: "会议记录",
        ...(act === undefined ? {} : { act }),
      },
      times,
      ...(cost === undefined ? {} : { cost }),
    })),
  )
}

const target = (input: Interpreter.Input): fc.Arbitrary<LeastChange.Target> =>
  input.book.levels.length === 0
    ? fc.integer({ min: -6, max: 20 }).map((score) => ({ score: String(score) }))
    : fc.oneof(
        of(...input.book.levels.map(({ id }) => ({ level: id }))),
        fc.integer({ min: -6, max: 20 }).map((score) => ({ score: String(score) })),
      )

const cite = { doc: "text", art: "1" }

const asked = (input: Interpreter.Input): fc.Arbitrary<Question> =>
  fc.record({
    input: fc.constant(input),
    subject: of(...input.subjects.map(({ id }) => id)),
    target: target(input),
    possible: possible(input),
  })

/** A book that is a node of lines with levels, as most texts are. */
const lines: fc.Arbitrary<Interpreter.Input> = fc
  .record({
    node: simpleActs,
    input: inputs({ settled: true }),
    cuts: fc.uniqueArray(fc.integer({ min: -4, max: 9 }), { minLength: 2, maxLength: 2 }),
  })
  .map(({ node, input, cuts }) => {
    const [high = 0, low = 0] = cuts.sort((a, b) => b - a)
    const level = (id: string, on: object) => ({ id, label: { zh: id }, on, cite })
    const often = node.acts.map(({ when, ...act }, index) =>
      index % 3 === 0 && when !== undefined ? { ...act, when } : act,
    )
    const book = simpleBook({ ...node, acts: often })
    return {
      ...input,
      book: {
        ...book,
        levels: [
          level("L0", { ge: String(high) }),
          level("L1", { ge: String(low), lt: String(high) }),
          level("L2", { lt: String(low) }),
        ],
        quotas: input.book.quotas
          .filter(({ sense }) => sense === "most")
          .slice(0, 1)
          .map((one) => ({ ...one, levels: ["L0"], among: { test: "all" as const, of: [] } })),
        climb: input.book.climb,
      },
    }
  })

const find = ({ input, subject, target: to, possible: all }: Question, options: LeastChange.Options = {}) =>
  Result.getOrThrow(
    LeastChange.find(input, { book: input.book.id, subject, period: input.period, at: input.at }, to, all, {
      from: input.period.from,
      ...options,
    }),
  )

/**
 * A year in which points are earned line by line under caps, with an effect that may be repaired, a further condition of the
 * best level, a place or two there, a climb limit, and others who earned theirs.
 */
const earning: fc.Arbitrary<Interpreter.Input> = fc
  .record({
    worths: fc.tuple(of("1", "2", "3"), of("2", "4", "1"), of("1", "-1", "5")),
    caps: fc.subarray([
      { id: "单", of: ["a0"], per: "period" as const, on: "bonus" as const, max: "3", cite },
      { id: "月", of: ["a0", "a1"], per: "month" as const, on: "bonus" as const, max: "4", cite },
      { id: "总", of: ["a0", "a1", "a2"], per: "period" as const, on: "net" as const, min: "-2", max: "9", cite },
    ]),
    sameAct: of("sum" as const, "largestRequested" as const),
    effect: of<Rulebook["effects"][number]["does"] | undefined>(
      undefined,
      undefined,
      "zero",
      { deduct: "3" },
      { atMost: "L1" },
    ),
    isRepaired: fc.boolean(),
    further: fc.boolean(),
    seats: of(undefined, 1, 2),
    climb: of(null, null, { steps: 1, cite }),
    last: of("L1", "L2", "L0"),
    high: fc.integer({ min: 3, max: 9 }),
    facts: fc.array(
      fc.record({
        subject: of("s0", "s0", "s1", "s2"),
        kind: of("k0", "k1", "k2", "k3"),
        month: fc.integer({ min: 1, max: 6 }),
      }),
      { maxLength: 8 },
    ),
  })
  .map(({ worths, caps, sameAct, effect, isRepaired, further, seats, climb, last, high, facts }) => {
    const label = { zh: "虚构" }
    const happened = (kind: string): When => ({
      test: "value",
      e: {
        op: "fact",
        kind,
        take: "count",
        domain: { unit: "次", min: "0", max: null, step: "1" },
        closedBy: "periodEnd",
      },
      on: { ge: "1" },
    })
    const node: Expression = {
      op: "acts",
      acts: worths.map((q, index) => ({ id: `a${index}`, kind: `k${index}`, label, worth: { op: "const", q }, cite })),
      caps,
      sameAct,
      validity: [],
      suspensions: [],
    }
    const repair = isRepaired ? { repair: { when: happened("k2"), does: "nothing" as const, cite } } : {}
    const book: Rulebook = {
      ...simpleBook(node),
      effects:
        effect === undefined
          ? []
          : [{ id: "E", label, when: happened("k3"), does: effect, lasts: "period", cite, ...repair }],
      levels: [
        { id: "L0", label, on: { ge: String(high) }, cite, ...(further ? { and: happened("k1") } : {}) },
        {
          id: "L1",
          label,
          on: further ? { ge: "2" } : { ge: "2", lt: String(high) },
          cite,
          ...(further ? { and: notBoth(high, happened("k1")) } : {}),
        },
        { id: "L2", label, on: { lt: "2" }, cite },
      ],
      climb,
      quotas: seats === undefined ? [] : [{ id: "Q", levels: ["L0"], sense: "most", of: { seats }, group: null, cite }],
    }
    const period = Period.yearUnsafe(2023)
    return {
      book: { ...book, total: { op: "sum", of: [{ w: "1", e: { ...node, id: "记分" } }], weights: "free" } },
      period,
      at: { validAt: CivilDate.ofUnsafe(2023, 6, 30), knownAt: instant(5) },
      subjects: ["s0", "s1", "s2"].map((id) => ({ id, labels: {} })),
      facts: facts.map(({ subject, kind, month }, index) => ({
        id: `f${index}`,
        subject,
        kind,
        on: CivilDate.ofUnsafe(2023, month, 1 + index),
        recordedAt: instant(0),
      })),
      results:
        climb === null
          ? []
          : [
              {
                book: "self",
                subject: "s0",
                period: Period.yearUnsafe(2022),
                values: {},
                level: last,
                recordedAt: instant(0),
              },
            ],
    }
  })

/** Below the best level: too few points for it, or without what it asks for besides. */
const notBoth = (high: number, further: When): When => ({
  test: "any",
  of: [
    { test: "value", e: { op: "ref", to: "记分" }, on: { lt: String(high) } },
    { test: "not", of: further },
  ],
})

// ---------------------------------------------------------------- brute force

type Counts = ReadonlyArray<number>

const outcomeOf = ({ input, subject, possible: all }: Question, counts: Counts): Outcome | undefined => {
  const facts = all.flatMap(({ fact }, index) =>
    Array.from(
      { length: counts[index] ?? 0 },
      (_, at): Fact => ({
        ...fact,
        id: at === 0 ? fact.id : `${fact.id}#${at + 1}`,
        subject,
        recordedAt: input.at.knownAt,
      }),
    ),
  )
  const at = { ...input.at, validAt: endOf(input) }
  return Interpreter.evaluate({ ...input, at, facts: [...input.facts, ...facts] }).outcomes.find(
    (one) => one.subject === subject,
  )
}

const isAt = ({ input, target: to }: Question, outcome: Pick<Outcome, "level" | "scores"> | undefined): boolean => {
  if (outcome === undefined) return false
  if ("score" in to) {
    const rounded = outcome.scores?.rounded
    const low = rounded?.is === "known" ? rounded.q : rounded?.is === "between" ? rounded.from : undefined
    return low !== undefined && Exact.compare(Exact.parseUnsafe(low), Exact.parseUnsafe(to.score)) >= 0
  }
  const order = input.book.levels.map(({ id }) => id)
  const held =
    outcome.level.is === "level" ? [outcome.level.level] : outcome.level.is === "among" ? outcome.level.levels : []
  return held.length > 0 && held.every((id) => order.indexOf(id) <= order.indexOf(to.level))
}

const everyCounts = ({ possible: all }: Question): ReadonlyArray<Counts> =>
  all.reduce<ReadonlyArray<Counts>>(
    (sets, { times }) => sets.flatMap((set) => Array.from({ length: times + 1 }, (_, count) => [...set, count])),
    [[]],
  )

const isPart = (part: Counts, whole: Counts) => part.every((count, index) => count <= (whole[index] ?? 0))

/** All sets that reach the target and of which no other part does. */
const leastSets = (question: Question): ReadonlyArray<Counts> => {
  const reached = everyCounts(question).filter((counts) => isAt(question, outcomeOf(question, counts)))
  return reached.filter((set) => !reached.some((other) => other !== set && isPart(other, set)))
}

const countsOf = ({ possible: all }: Question, { steps }: LeastChange.Plan): Counts =>
  all.map(({ fact }) => steps.find((step) => step.fact === fact.id)?.times ?? 0)

/** The same with what some set brings as the target, where that is more than there is without it. */
const within = (question: fc.Arbitrary<Question>): fc.Arbitrary<Question> =>
  fc.tuple(question, fc.nat(80), fc.boolean()).map(([one, at, byLevel]) => {
    const sets = everyCounts(one)
    const [now, then] = [sets[0], sets[at % sets.length]].map((set) => outcomeOf(one, set ?? []))
    const [base, score] = [now, then].map((outcome) => {
      const rounded = outcome?.scores?.rounded
      return rounded?.is === "known" ? rounded.q : undefined
    })
    if (byLevel && then?.level.is === "level" && !isAt({ ...one, target: { level: then.level.level } }, now)) {
      return { ...one, target: { level: then.level.level } }
    }
    if (
      score === undefined ||
      (base !== undefined && Exact.compare(Exact.parseUnsafe(base), Exact.parseUnsafe(score)) >= 0)
    )
      return one
    return { ...one, target: { score } }
  })

const questions: fc.Arbitrary<Question> = fc.oneof(
  { weight: 8, arbitrary: within(earning.chain(asked)) },
  { weight: 3, arbitrary: earning.chain(asked) },
  { weight: 2, arbitrary: within(lines.chain(asked)) },
  { weight: 1, arbitrary: lines.chain(asked) },
  { weight: 2, arbitrary: within(inputs({ settled: true }).chain(asked)) },
  { weight: 2, arbitrary: within(inputs().chain(asked)) },
)

// ---------------------------------------------------------------- laws

test("the least sets found are all there are, by cost, size and name; what is said not to be reachable is not", () => {
  fc.assert(
    fc.property(questions, (question) => {
      const sets = leastSets(question)
      const found = find(question, { plans: 100, budget: 5000 })
      const empty = sets.some((set) => set.every((count) => count === 0))
      expect(found.is).toBe(empty ? "already" : sets.length === 0 ? "unreachable" : "plans")
      if (found.is === "unreachable") expect(found.reasons.length).toBeGreaterThan(0)
      if (found.is !== "plans") return
      expect([found.all, found.least]).toEqual([true, true])
      expect(new Set(found.plans.map((plan) => countsOf(question, plan).join()))).toEqual(
        new Set(sets.map((set) => set.join())),
      )
      const rank = found.plans.map(
        ({ cost, steps }) => [Exact.parseUnsafe(cost), steps.reduce((sum, { times }) => sum + times, 0)] as const,
      )
      for (const [index, [cost, size]] of rank.entries()) {
        const [before, sizeBefore] = rank[index - 1] ?? [cost, 0]
        expect(Exact.compare(before, cost) < 0 || (Exact.equals(before, cost) && sizeBefore <= size)).toBe(true)
      }
    }),
    { numRuns: 90 },
  )
})

test("every plan re-evaluates to what it says and to the target; with any element left out it does not", () => {
  fc.assert(
    fc.property(
      questions,
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 0, max: 60 }),
      (question, plans, budget) => {
        const found = find(question, { plans, budget })
        if (found.is !== "plans") return
        expect(found.plans.length).toBeLessThanOrEqual(plans)
        for (const plan of found.plans) {
          const counts = countsOf(question, plan)
          const outcome = outcomeOf(question, counts)
          expect([outcome?.scores?.rounded, outcome?.level]).toEqual([plan.score, plan.level])
          expect(isAt(question, outcome)).toBe(true)
          for (const [index, count] of counts.entries()) {
            if (count === 0) continue
            const fewer = counts.map((other, at) => (at === index ? other - 1 : other))
            expect(isAt(question, outcomeOf(question, fewer))).toBe(false)
          }
        }
      },
    ),
    { numRuns: 70 },
  )
})

test("however small the budget, what is said to be reached or not to be reachable is so", () => {
  fc.assert(
    fc.property(questions, fc.integer({ min: 0, max: 12 }), (question, budget) => {
      const found = find(question, { plans: 1, budget })
      const sets = leastSets(question)
      if (found.is === "unreachable") expect(sets).toEqual([])
      if (found.is === "already" || found.is === "plans") expect(sets.length).toBeGreaterThan(0)
      if (found.is === "plans" && found.least)
        expect(sets.map((set) => set.join())).toContain(countsOf(question, found.plans[0] as LeastChange.Plan).join())
    }),
    { numRuns: 70 },
  )
})

test("the order of subjects, facts and possible things changes nothing", () => {
  fc.assert(
    fc.property(questions, (question) => {
      const { input, possible: all } = question
      const turned = {
        ...question,
        possible: [...all].reverse(),
        input: { ...input, subjects: [...input.subjects].reverse(), facts: [...input.facts].reverse() },
      }
      expect(find(turned)).toEqual(find(question))
    }),
    { numRuns: 30 },
  )
})
