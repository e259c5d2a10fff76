/**
 * Laws of evaluation. All books, subjects and facts are made up.
 *
 * Of 800 books as `rulebookArbitrary` makes them (any / settled): every operator stands in 10 % or more of the books
 * (the worth asked for, inside validity rows, in 1 %), every test of a condition in 40 %, every sign and span of a cap in
 * 10 %. Of the evaluations 52 / 35 % have a known total, 14 / 69 % an interval, 32 / 19 % an absence, 13 / 1 % a
 * conflict; 45 / 55 % have lines, 13 / 15 % a cut by a cap, 25 / 33 % an adjustment, 7 / 9 % a repetition, 4 / 7 % a line
 * beside a larger one of its act, 0.5 % one held back; effects hold in 21 %, are open in 13 %, repaired in 9 %; awards
 * move 11 / 18 %, effects 2 / 5 %, the climb limit 3 / 6 %, quotas 1 / 3 %; every conflict that a sound book can raise
 * comes up, the rarest (a score off its quantum) in 0.1 %, most in 0.5 to 4 %.
 */
import * as Result from "effect/Result"
import fc from "fast-check"
import { expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Exact from "../../src/foundation/Exact.js"
import * as Period from "../../src/foundation/Period.js"
import type { Fact } from "../../src/rules/Fact.js"
import * as Interpreter from "../../src/rules/Interpreter.js"
import * as Outcome from "../../src/rules/Outcome.js"
import * as Rulebook from "../../src/rules/Rulebook.js"
import { AGREED, hostile, inputs, instant } from "./rulebookArbitrary.js"

type Input = Required<Interpreter.Input>

const run = (input: Interpreter.Input) => Interpreter.evaluate(input)

// ---------------------------------------------------------------- form

const isOutcome = (outcome: Outcome.Outcome): void => {
  const text = JSON.stringify(outcome)
  expect(Result.getOrThrow(Outcome.document.decode(JSON.parse(text)))).toEqual(outcome)
  for (const { value } of outcome.nodes) isOrdered(value)
  for (const { requested, granted } of outcome.lines) for (const value of [requested, granted]) isOrdered(value)
  for (const { by } of outcome.adjustments) isOrdered(by)
  for (const { place } of outcome.places) isOrdered(place)
}

const isOrdered = (value: Outcome.Value): void => {
  if (value.is !== "between" || value.from === undefined || value.to === undefined) return
  expect(Exact.compare(Exact.parseUnsafe(value.from), Exact.parseUnsafe(value.to))).toBe(-1)
}

test("an evaluation never throws; each outcome is a document, survives JSON, and no interval stands on its head", () => {
  fc.assert(
    fc.property(inputs(), (input) => {
      const { outcomes } = run(input)
      expect(outcomes.map(({ subject }) => subject)).toEqual(input.subjects.map(({ id }) => id))
      outcomes.forEach(isOutcome)
    }),
    { numRuns: 90 },
  )
})

test("nor with names that objects have of themselves, days at both ends of the calendar, and huge numbers", () => {
  fc.assert(
    fc.property(hostile, (input) => {
      run(input).outcomes.forEach(isOutcome)
    }),
    { numRuns: 90 },
  )
})

test("every book of the generator is sound, survives JSON and evaluates as before", () => {
  fc.assert(
    fc.property(inputs(), (input) => {
      expect(Rulebook.check(input.book)).toEqual([])
      const text = JSON.stringify(Result.getOrThrow(Rulebook.document.encode(input.book)))
      const book = Result.getOrThrow(Rulebook.document.decode(JSON.parse(text)))
      expect(book).toEqual(input.book)
      expect(run({ ...input, book })).toEqual(run(input))
    }),
    { numRuns: 40 },
  )
})

// ---------------------------------------------------------------- order and time

test("the order of subjects, facts, closures and results changes nothing", () => {
  const shuffled = inputs().chain((input) =>
    fc
      .record({
        subjects: fc.shuffledSubarray([...input.subjects], { minLength: input.subjects.length }),
        facts: fc.shuffledSubarray([...input.facts], { minLength: input.facts.length }),
        closures: fc.shuffledSubarray([...input.closures], { minLength: input.closures.length }),
        results: fc.shuffledSubarray([...input.results], { minLength: input.results.length }),
      })
      .map((other) => ({ input, other: { ...input, ...other } })),
  )
  fc.assert(
    fc.property(shuffled, ({ input, other }) => {
      expect(run(other)).toEqual(run(input))
    }),
    { numRuns: 90 },
  )
})

test("what is recorded after the instant, or takes effect after the day and corrects nothing, changes nothing", () => {
  fc.assert(
    fc.property(inputs(), inputs(), (input, other) => {
      const strangers = other.facts.map((fact) => ({ ...fact, id: `后-${fact.id}` }))
      const late = strangers.map((fact) => ({ ...fact, recordedAt: instant(6) }))
      const ahead = Result.getOrUndefined(CivilDate.addDays(input.at.validAt, 1)) ?? input.at.validAt
      const toCome = strangers.map(({ supersedes: _, ...fact }) => ({ ...fact, id: `将-${fact.id}`, on: ahead }))
      const facts = [...late, ...input.facts, ...toCome]
      const closures = [...input.closures, ...other.closures.map((one) => ({ ...one, recordedAt: instant(6) }))]
      const results = [...other.results.map((one) => ({ ...one, recordedAt: instant(6) })), ...input.results]
      expect(run({ ...input, facts, closures, results })).toEqual(run(input))
    }),
    { numRuns: 60 },
  )
})

test("what is said of one who is not rated changes nothing", () => {
  fc.assert(
    fc.property(inputs(), (input) => {
      const facts = input.facts.filter(({ subject }) => subject !== "无此人")
      const kept = new Set(facts.flatMap(({ supersedes }) => (supersedes === undefined ? [] : [supersedes])))
      fc.pre(input.facts.every(({ supersedes, subject }) => subject !== "无此人" || supersedes === undefined))
      fc.pre(input.facts.every(({ id, subject }) => subject !== "无此人" || !kept.has(id)))
      const { unread, ...rest } = run(input)
      const without = run({ ...input, facts })
      expect(without).toEqual({ ...rest, unread: [] })
      const named = new Set(input.facts.filter(({ subject }) => subject === "无此人").map(({ id }) => id))
      expect(unread.every((id) => named.has(id))).toBe(true)
    }),
    { numRuns: 60 },
  )
})

// ---------------------------------------------------------------- the unknown

const inside = (after: Outcome.Value, before: Outcome.Value): boolean => {
  if (before.is === "absent" || before.is === "conflict") return true
  if (after.is === "absent" || after.is === "conflict") return false
  const [from, to] = ends(before)
  const [low, high] = ends(after)
  const below = from === undefined || (low !== undefined && Exact.compare(from, low) <= 0)
  return below && (to === undefined || (high !== undefined && Exact.compare(high, to) <= 0))
}

const ends = (value: Outcome.Value): ReadonlyArray<Exact.Exact | undefined> => {
  if (value.is === "known") return [Exact.parseUnsafe(value.q), Exact.parseUnsafe(value.q)]
  if (value.is !== "between") return [undefined, undefined]
  return [value.from, value.to].map((end) => (end === undefined ? undefined : Exact.parseUnsafe(end)))
}

const levels = (standing: Outcome.Standing): ReadonlyArray<string> | undefined =>
  standing.is === "level" ? [standing.level] : standing.is === "among" ? standing.levels : undefined

/** The same with some of what is missing told: fields, parameters, frozen values, and facts where there were none. */
const told = (input: Input): fc.Arbitrary<Input> => {
  const whole = (value: number) => String(value % 11)
  const signed = (value: number) => String((value % 11) - 5)
  const today = CivilDate.min(input.at.validAt, Period.lastDay(input.period))
  const pick = fc.array(fc.nat(99), { minLength: 200, maxLength: 200 })
  return pick.map((numbers) => {
    let at = 0
    const next = () => numbers[at++ % numbers.length] ?? 0
    const fill = (
      record: Readonly<Record<string, string>> | undefined,
      names: Record<string, (n: number) => string>,
    ) => {
      const made = Object.entries(names).flatMap(([name, of]) =>
        record?.[name] !== undefined || next() % 4 === 0 ? [] : [[name, of(next())] as const],
      )
      return { ...record, ...Object.fromEntries(made) }
    }
    const facts = input.facts.map((fact) => {
      const values = fill(fact.values, { value: whole, f: signed, hours: whole })
      const same = AGREED[fact.kind]
      return { ...fact, values: same === undefined ? values : { ...values, value: same } }
    })
    const add = (kind: string, on: CivilDate.CivilDate): ReadonlyArray<Fact> =>
      input.subjects.flatMap(({ id }): ReadonlyArray<Fact> => {
        const known = input.facts.some((fact) => fact.subject === id && fact.kind === kind)
        if (next() % 3 === 0 || (known && kind.startsWith("u"))) return []
        const base = { id: `补-${kind}-${id}`, subject: id, kind, on, recordedAt: instant(0) }
        return [{ ...base, values: { value: whole(next()) }, decidedBy: "支部委员会", reason: "会议记录" }]
      })
    const days = Math.max(0, CivilDate.daysBetween(input.period.from, today))
    const some = CivilDate.addDaysUnsafe(input.period.from, days === 0 ? 0 : next() % (days + 1))
    const monthEnd = Period.lastDay(Period.containingUnsafe(today, "month"))
    const isOpen =
      input.at.validAt >= input.period.from &&
      input.at.validAt < Period.lastDay(input.period) &&
      input.at.validAt < monthEnd &&
      input.book.effects.every(({ lasts }) => lasts === "period")
    const open = isOpen ? ["c0", "c1"].filter((kind) => input.closures.every((closure) => closure.kind !== kind)) : []
    return {
      ...input,
      facts: [
        ...facts,
        ...["u0", "u1"].flatMap((kind) => add(kind, some)),
        ...open.flatMap((kind) => add(kind, today)),
      ],
      subjects: input.subjects.map((one) => ({ ...one, parameters: fill(one.parameters, { p0: whole, p1: whole }) })),
      results: input.results.map((one) => ({ ...one, values: fill(one.values, { n0: whole, score: whole }) })),
    }
  })
}

/** Where the later outcome says what the earlier one had ruled out. */
const outside = (after: Outcome.Outcome, before: Outcome.Outcome): ReadonlyArray<string> => {
  const nodes = new Map(after.nodes.map((node) => [`${node.path} ${node.window}`, node.value]))
  const lines = new Map(
    after.lines.map((line) => [`${line.node} ${line.window} ${line.act} ${line.fact}`, line.granted]),
  )
  const kept = levels(after.level)
  const possible = levels(before.level)
  const held = new Map(after.badges.map((badge) => [badge.badge, badge.held]))
  return [
    ...before.nodes.flatMap(({ path, window, value }) => {
      const later = nodes.get(`${path} ${window}`)
      return later === undefined || inside(later, value) ? [] : [path]
    }),
    ...before.lines.flatMap((line) => {
      if (!nodes.has(`${line.node} ${line.window}`)) return []
      const later = lines.get(`${line.node} ${line.window} ${line.act} ${line.fact}`)
      return inside(later ?? { is: "known", q: "0" }, line.granted) ? [] : [`${line.node} ${line.act} ${line.fact}`]
    }),
    ...(["total", "effective", "rounded"] as const).filter(
      (stage) =>
        before.scores !== undefined && after.scores !== undefined && !inside(after.scores[stage], before.scores[stage]),
    ),
    ...(kept !== undefined && possible !== undefined && !kept.every((level) => possible.includes(level))
      ? ["level"]
      : []),
    ...before.badges
      .filter(({ badge, held: was }) => was !== "unknown" && held.get(badge) !== was)
      .map(({ badge }) => badge),
    ...before.places.flatMap((place) => {
      const later = after.places.find(({ ranking }) => ranking === place.ranking)
      return later === undefined || place.open || inside(later.place, place.place) ? [] : [place.ranking]
    }),
  ]
}

/**
 * Who has a score, and which nodes are absent: the law holds for a fixed population. A row not yet known to hold may give
 * an absence, or an effect set what is absent to nought; then one more comes to stand among the peers.
 */
const population = (outcomes: ReadonlyArray<Outcome.Outcome>): ReadonlyArray<string> =>
  outcomes.flatMap(({ subject, scores, nodes }) => [
    ...(scores?.rounded.is === "known" || scores?.rounded.is === "between" ? [`${subject} is scored`] : []),
    ...nodes.flatMap(({ path, window, value }) => (value.is === "absent" ? [`${subject} ${path} ${window}`] : [])),
  ])

test("what comes to be known lies within what was possible, for scores, levels, badges, places, nodes and lines", () => {
  const pairs = inputs({ settled: true }).chain((input) => told(input).map((more) => ({ input, more })))
  fc.assert(
    fc.property(pairs, ({ input, more }) => {
      const [before, after] = [run(input).outcomes, run(more).outcomes]
      const now = new Set(population(after))
      const evaluated = new Set(
        after.flatMap(({ subject, nodes }) => nodes.map(({ path, window }) => `${subject} ${path} ${window}`)),
      )
      fc.pre(population(before).every((one) => now.has(one) || !(evaluated.has(one) || one.endsWith("is scored"))))
      fc.pre(
        population(after)
          .filter((one) => one.endsWith("is scored"))
          .every((one) => population(before).includes(one)),
      )
      const wrong = before.flatMap((one, index) => {
        const later = after[index]
        return later === undefined ? [] : outside(later, one).map((what) => `${one.subject}: ${what}`)
      })
      expect(wrong).toEqual([])
    }),
    { numRuns: 300 },
  )
})
