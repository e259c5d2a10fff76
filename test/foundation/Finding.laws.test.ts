import * as Schema from "effect/Schema"
import fc from "fast-check"
import { expect, test } from "vitest"
import * as Finding from "../../src/foundation/Finding.js"

const cite = { title: "示例办法", standing: "report" } as const
const optional = <K extends string, A>(key: K, value: A | undefined): Partial<Record<K, A>> =>
  (value === undefined ? {} : { [key]: value }) as Partial<Record<K, A>>

const findings: fc.Arbitrary<Finding.Finding> = fc
  .record({
    strength: fc.constantFrom("must", "should"),
    code: fc.constantFrom("demo.a", "demo.b"),
    subject: fc.constantFrom(undefined, "x", "y"),
    params: fc.constantFrom({}, { a: 1, b: "2" }, { b: "2", a: 1 }, { a: 1 }),
    cite: fc.constantFrom(undefined, cite, { ...cite, article: 4 }),
    coveredBy: fc.constantFrom(undefined, "approval-1", "approval-2"),
  })
  .map(({ strength, code, subject, params, cite, coveredBy }) => ({
    ...Finding.of(strength as "must" | "should", {
      code,
      params: params as Finding.Finding["params"],
      ...optional("subject", subject),
      ...optional("cite", cite),
    })!,
    ...optional("coveredBy", coveredBy),
  }))

test("sorting does not depend on how the findings came, loses none, and every finding fits the schema", () =>
  fc.assert(
    fc.property(
      fc
        .array(findings, { maxLength: 8 })
        .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
      ([list, shuffled]) => {
        expect(shuffled).toHaveLength(list.length)
        expect(Finding.sort(shuffled)).toEqual(Finding.sort(list))
        expect(new Set(Finding.sort(list))).toEqual(new Set(list))
        expect(list.every(Schema.is(Finding.Finding))).toBe(true)
      },
    ),
    { numRuns: 500 },
  ))

test("a verdict is clear exactly when all is covered, and an error exactly when an open error is there", () =>
  fc.assert(
    fc.property(fc.array(findings, { maxLength: 5 }), (list) => {
      const open = list.filter((finding) => finding.coveredBy === undefined)
      expect(Finding.verdict(list) === "clear").toBe(open.length === 0)
      expect(Finding.verdict(list) === "error").toBe(open.some(({ strength }) => strength === "must"))
    }),
  ))

test("covering changes nothing but the cover, only where a record names code and subject, in any order of records", () =>
  fc.assert(
    fc.property(
      findings,
      fc.array(
        fc
          .tuple(
            fc.constantFrom("r1", "r2", "r3"),
            fc.constantFrom("demo.a", "demo.b"),
            fc.constantFrom(undefined, "x", "y"),
          )
          .map(([id, code, subject]): Finding.Approval => ({ id, code, ...optional("subject", subject) })),
        { maxLength: 6 },
      ),
      (finding, records) => {
        const { coveredBy, ...rest } = Finding.cover(finding, records)
        const { coveredBy: before, ...same } = finding
        const fitting = records.filter(({ code, subject }) => code === finding.code && subject === finding.subject)
        expect(rest).toEqual(same)
        expect(coveredBy).toBe(before ?? fitting.map(({ id }) => id).sort()[0])
        expect(Finding.cover(finding, [...records].reverse())).toEqual(Finding.cover(finding, records))
        expect(Finding.covering(records)(finding)).toEqual(Finding.cover(finding, records))
        expect(Finding.cover(finding, Finding.covering(records))).toEqual(Finding.cover(finding, records))
      },
    ),
  ))

test("findings told together tell each finding once, in the order of sorting, whatever the order they came in", () =>
  fc.assert(
    fc.property(fc.array(findings, { maxLength: 12 }), (list) => {
      const told = Finding.together(list)
      const apart = told.flatMap(({ finding, subjects }) =>
        subjects.length === 0 ? [finding] : subjects.map((subject) => ({ ...finding, subject })),
      )
      const plain = (one: Finding.Finding) =>
        JSON.stringify(Object.entries({ ...one, params: inOrder(one.params) }).sort())
      expect(apart.map(plain).sort()).toEqual([...new Set(list.map(plain))].sort())
      expect(Finding.sort(told.map(({ finding }) => finding))).toEqual(told.map(({ finding }) => finding))
      expect(Finding.together(list.toReversed())).toEqual(told)
      for (const { finding, subjects } of told) {
        expect(subjects).toEqual([...subjects].sort())
        expect(finding.subject).toBe(subjects[0])
      }
    }),
    { numRuns: 500 },
  ))

const inOrder = (params: Finding.Finding["params"]) => Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1))
