/**
 * Laws of the compiled plan: it is the interpreter, faster. All books, subjects and facts are made up; published schemes
 * are rated on made-up facts of the kinds that they read.
 *
 * Of 300 inputs each (any / settled / nearly all known / schemes): machine numbers are proven to suffice for 2 / 5 / 1 / 67 %
 * of the books. Of the cells of nodes 51 / 50 / 77 / 70 % are numbers on the scale, 0.4 / 0.2 / 1.4 / 1.1 % beside it,
 * 26 / 31 / 7 / 7 % intervals that the plan found itself, 13 / 12 / 4 / 17 % left to the interpreter, the rest absences. Of the
 * subjects 74 / 81 / 50 / 39 % are judged by the interpreter, 47 / 40 / 15 / 24 % with their total.
 */
import { isDeepStrictEqual } from "node:util"
import fc from "fast-check"
import { expect, test } from "vitest"
import * as Exact from "../../src/foundation/Exact.js"
import * as presets from "../../src/presets/index.js"
import * as Evaluation from "../../src/rules/Evaluation.js"
import * as Interpreter from "../../src/rules/Interpreter.js"
import * as Plan from "../../src/rules/Plan.js"
import { ABSENT, BETWEEN, type Column, exactAt, LAZY, SIDE, valueAt, whyOf } from "../../src/rules/PlanColumn.js"
import { frame } from "../../src/rules/PlanGround.js"
import { prepared } from "../../src/rules/PlanRating.js"
import { everywhere, read } from "../../src/rules/PlanReading.js"
import type { Rulebook } from "../../src/rules/Rulebook.js"
import { nodesOfBook } from "../../src/rules/Structure.js"
import { inputsFor, told } from "./planArbitrary.js"
import { hostile, inputs } from "./rulebookArbitrary.js"
import * as assessments from "./schemes/assessments.js"
import * as members from "./schemes/memberPoints.js"
import * as printed from "./schemes/printed.js"
import * as stars from "./schemes/stars.js"

type Input = Required<Interpreter.Input>

/** Every scheme and preset that is a whole book. */
const BOOKS: ReadonlyArray<Rulebook> = [
  ...[assessments, members, printed, stars].flatMap((scheme) => Object.values(scheme) as ReadonlyArray<unknown>),
  ...Object.values(presets).flatMap((preset) => Object.values(preset) as ReadonlyArray<unknown>),
  printed.starManagement(true),
  printed.starManagement(false),
].filter((one): one is Rulebook => typeof one === "object" && one !== null && "semantics" in one)

const schemes = fc.constantFrom(...BOOKS).chain(inputsFor)
const dense = fc.oneof(inputs().chain(told), inputs({ settled: true }).chain(told))

// ---------------------------------------------------------------- the whole

const rate = ({ book, ...input }: Input): Plan.Ratings => Plan.rate(Plan.compile(book), input)

/** What a rating says without an outcome being made. */
const compact = (ratings: Plan.Ratings) =>
  Plan.ids(ratings).map((id) => ({
    subject: id,
    ...Plan.standing(ratings, id),
    scores: Plan.score(ratings, id),
    level: Plan.level(ratings, id),
    effects: Plan.effects(ratings, id),
    badges: Plan.badges(ratings, id),
    places: Plan.places(ratings, id),
  }))

const equals = (input: Input): void => {
  const ratings = rate(input)
  const { outcomes, quotas, unread } = Interpreter.evaluate(input)
  expect(compact(ratings)).toEqual(
    outcomes.map(({ subject, classes, standing, scores, level, effects, badges, places }) => ({
      subject,
      classes,
      standing,
      scores,
      level,
      effects,
      badges,
      places,
    })),
  )
  expect([ratings.quotas, ratings.unread]).toEqual([quotas, unread])
  expect(Plan.outcomes(ratings)).toEqual(outcomes)
}

test("a plan equals the interpreter, field by field and with every outcome expanded", () => {
  fc.assert(fc.property(fc.oneof(inputs(), inputs({ settled: true })), equals), { numRuns: 120 })
})

test("so it does where nearly all is known", () => {
  fc.assert(fc.property(dense, equals), { numRuns: 220 })
})

test("and on the published schemes", () => {
  expect(BOOKS.length).toBeGreaterThan(25)
  fc.assert(fc.property(schemes, equals), { numRuns: 150 })
})

test("and with names that objects have of themselves, days at both ends of the calendar, and huge numbers", () => {
  fc.assert(fc.property(hostile, equals), { numRuns: 80 })
})

test("the order of subjects, facts, closures and results changes nothing", () => {
  const shuffled = fc.oneof(dense, schemes).chain((input) =>
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
      const [one, two] = [rate(input), rate(other)]
      expect(compact(two)).toEqual(compact(one))
      expect([two.quotas, two.unread]).toEqual([one.quotas, one.unread])
      expect(Plan.outcomes(two)).toEqual(Plan.outcomes(one))
    }),
    { numRuns: 60 },
  )
})

// ---------------------------------------------------------------- node by node

/** Every node of the book's own place, read for everybody; and what the interpreter says of the same. */
const nodes = (input: Input) => {
  const { compiled } = Plan.compile(input.book)
  const { reader, judging } = prepared(compiled, input)
  const own = frame(reader.ground, input.period)
  const space = everywhere(reader, own)
  const inBook = new Set(
    nodesOfBook(input.book).flatMap(({ path, inside }) => (inside === "book" ? [path.join("/")] : [])),
  )
  const { world } = judging()
  return compiled.nodes.flatMap((node) => {
    if (!inBook.has(node.path.join("/"))) return []
    const column = read(node, space, reader)
    const values = reader.ground.subjects.map((subject) =>
      Evaluation.read(node.e, { world, subject, window: input.period }, node.path),
    )
    return [{ node, column, values }]
  })
}

const holds = (column: Column, row: number, value: ReturnType<typeof Evaluation.read>): boolean => {
  const tag = column.tag[row] ?? LAZY
  if (tag === LAZY) return true
  if (tag === BETWEEN) return value.is === "between" && isDeepStrictEqual(value, valueAt(column, row) ?? value)
  if (tag >= ABSENT) return value.is === "absent" && value.why === whyOf(tag)
  return value.is === "known" && Exact.equals(value.q, exactAt(column, row))
}

test("every node of every subject that a plan works out itself has the interpreter's value", () => {
  fc.assert(
    fc.property(fc.oneof(dense, schemes), (input) => {
      for (const { node, column, values } of nodes(input)) {
        const wrong = values.flatMap((value, row) =>
          holds(column, row, value) ? [] : [{ path: node.path, row, value }],
        )
        expect(wrong).toEqual([])
        const off = column.x.filter((x) => !Number.isSafeInteger(x) || Math.abs(x) > column.max)
        expect([...off]).toEqual([])
      }
    }),
    { numRuns: 150 },
  )
})

test("where machine numbers are proven to suffice, no number is off its scale", () => {
  const isProven = (book: Rulebook) => Plan.isNumberOnly(Plan.compile(book))
  fc.assert(
    fc.property(fc.oneof(dense, schemes), (input) => {
      fc.pre(isProven(input.book))
      for (const { column } of nodes(input)) expect(column.tag.includes(SIDE)).toBe(false)
    }),
    { numRuns: 25, maxSkipsPerRun: 100 },
  )
})
