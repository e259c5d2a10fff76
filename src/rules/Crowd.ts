/**
 * Crowds (成组举证): made-up people who differ in one value, so that places, quotas and ties come about.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import type * as Defect from "./Defect.js"
import type { Expression } from "./Expression.js"
import * as Range from "./Range.js"
import * as Trial from "./Trial.js"
import type { Ground } from "./Unknowns.js"
import { BUDGET, factsFor } from "./WitnessSearch.js"

// ---------------------------------------------------------------- models

/** More people than this are not made up. */
const MOST = 120

// ---------------------------------------------------------------- constructors

/** So many people with different values of an expression, in the order of these values; the first is the least. @internal */
export const ranked = (from: Ground, e: Expression, count: number): Defect.Witness["input"] | undefined => {
  const values = count > MOST ? [] : lattice(from, e, count)
  const box = from.context.scored?.[0]
  const sample = box === undefined ? undefined : Trial.sampleOf(from.book, box, from.context)
  if (values.length < count || sample === undefined) return undefined
  const people = values.map((q, index) => ({ id: nameOf(index), facts: factsFor(from, e, q, { ...BUDGET }) }))
  const input = Trial.inputOf(from.book, from.context, sample)
  const facts = people.flatMap(({ id, facts: own }) =>
    (own ?? []).map((fact) => ({ ...fact, id: `${id} ${fact.id}`, subject: id })),
  )
  if (people.some((one) => one.facts === undefined)) return undefined
  return {
    ...input,
    subjects: people.map(({ id }) => ({ id, labels: sample.labels, parameters: sample.parameters })),
    facts,
    ...(input.results === undefined
      ? {}
      : { results: people.flatMap(({ id }) => (input.results ?? []).map((one) => ({ ...one, subject: id }))) }),
  }
}

/** The same for so many people. @internal */
export const repeated = (input: Defect.Witness["input"], count: number): Defect.Witness["input"] => {
  const names = Array.from({ length: count }, (_, index) => nameOf(index))
  return {
    ...input,
    subjects: names.flatMap((id) => input.subjects.map((one) => ({ ...one, id }))),
    facts: names.flatMap((id) => input.facts.map((fact) => ({ ...fact, id: `${id} ${fact.id}`, subject: id }))),
    ...(input.results === undefined
      ? {}
      : { results: names.flatMap((id) => (input.results ?? []).map((one) => ({ ...one, subject: id }))) }),
  }
}

/** Several crowds as one, their people under names of their own. @internal */
export const together = (
  parts: ReadonlyArray<readonly [Defect.Witness["input"], number]>,
): Defect.Witness["input"] | undefined => {
  const all = parts.map(([input, count], index) => renamed(repeated(input, count), String(index + 1)))
  const [first] = all
  if (first === undefined) return undefined
  const results = all.flatMap((input) => input.results ?? [])
  return {
    ...first,
    subjects: all.flatMap(({ subjects }) => subjects),
    facts: all.flatMap(({ facts }) => facts),
    ...(results.length === 0 ? {} : { results }),
  }
}

const renamed = (input: Defect.Witness["input"], group: string): Defect.Witness["input"] => ({
  ...input,
  subjects: input.subjects.map((one) => ({ ...one, id: `${group} ${one.id}` })),
  facts: input.facts.map((fact) => ({ ...fact, id: `${group} ${fact.id}`, subject: `${group} ${fact.subject}` })),
  ...(input.results === undefined
    ? {}
    : { results: input.results.map((one) => ({ ...one, subject: `${group} ${one.subject}` })) }),
})

// ---------------------------------------------------------------- getters

/** @internal */
export const nameOf = (index: number): string => `${Trial.SUBJECT} ${String(index + 1).padStart(3, "0")}`

/** So many numbers that an expression can come to, from the least up. */
const lattice = ({ extents, pathOf }: Ground, e: Expression, count: number): ReadonlyArray<Exact.Exact> => {
  const extent = extents.get(pathOf(e))
  if (extent?.step == null) return []
  const { min, max, step } = extent
  const whole = Exact.multiply(step, Exact.integerUnsafe(count - 1))
  const low = min === null ? (max === null ? Exact.zero : Exact.subtract(max, whole)) : min
  const start = Range.floor(low, step)
  const from = Exact.compare(start, low) < 0 ? Exact.add(start, step) : start
  const values = Array.from({ length: count }, (_, index) =>
    Exact.add(from, Exact.multiply(step, Exact.integerUnsafe(index))),
  )
  return values.filter((q) => max === null || Exact.compare(q, max) <= 0)
}
