/** Laws of group tables. All books, subjects and facts are made up. */
import * as Result from "effect/Result"
import fc from "fast-check"
import { expect, test } from "vitest"
import * as GroupTable from "../../src/rules/GroupTable.js"
import * as Interpreter from "../../src/rules/Interpreter.js"
import { inputs } from "./rulebookArbitrary.js"

type Input = Required<Interpreter.Input>

/** What one subject holds of an input: its own record, facts and results, and which facts of others take the place of its own. */
const ownOf = (input: Input, subject: string): Input => {
  const mine = new Set(input.facts.filter((fact) => fact.subject === subject).map(({ id }) => id))
  return {
    ...input,
    subjects: input.subjects.filter(({ id }) => id === subject),
    facts: input.facts.filter(
      (fact) => mine.has(fact.id) || (fact.supersedes !== undefined && mine.has(fact.supersedes)),
    ),
    results: input.results.filter((result) => result.subject === subject),
  }
}

test("with the table of its group, the own facts of a subject give the outcome that everybody's facts give", () => {
  fc.assert(
    fc.property(fc.oneof(inputs(), inputs({ settled: true })), (input) => {
      const table = Result.getOrThrow(GroupTable.document.decode(JSON.parse(JSON.stringify(GroupTable.of(input)))))
      for (const outcome of Interpreter.evaluate(input).outcomes) {
        const { subject } = outcome
        expect(GroupTable.outcome(table, ownOf(input, subject), subject)).toEqual({ outcome, differs: [] })
      }
    }),
    { numRuns: 150 },
  )
})

test("the order of subjects and facts changes no table", () => {
  const shuffled = inputs().chain((input) =>
    fc
      .record({
        subjects: fc.shuffledSubarray([...input.subjects], { minLength: input.subjects.length }),
        facts: fc.shuffledSubarray([...input.facts], { minLength: input.facts.length }),
      })
      .map((other) => ({ input, other: { ...input, ...other } })),
  )
  fc.assert(
    fc.property(shuffled, ({ input, other }) => {
      expect(GroupTable.of(other)).toEqual(GroupTable.of(input))
    }),
    { numRuns: 60 },
  )
})

test("a table holds no fact: its labels are those that make groups", () => {
  fc.assert(
    fc.property(inputs(), (input) => {
      for (const { labels } of GroupTable.of(input).rows) expect(Object.keys(labels)).not.toContain("类")
    }),
    { numRuns: 40 },
  )
})
