/** Laws of nodes of acts, against a model that goes over the lines again for every cap. All data are made up. */
import * as Result from "effect/Result"
import fc from "fast-check"
import { expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Exact from "../../src/foundation/Exact.js"
import * as Period from "../../src/foundation/Period.js"
import type { Act, Acts, Cap, Expression } from "../../src/rules/Expression.js"
import type { Fact } from "../../src/rules/Fact.js"
import * as Interpreter from "../../src/rules/Interpreter.js"
import type { Outcome, Value } from "../../src/rules/Outcome.js"
import type { Rulebook } from "../../src/rules/Rulebook.js"
import { simpleActs, simpleBook, simpleFacts } from "./rulebookArbitrary.js"

const YEAR = Period.yearUnsafe(2023)
const LAST = Period.lastDay(YEAR)

const rate = (total: Expression, facts: ReadonlyArray<Fact>, validAt = LAST, more: Partial<Rulebook> = {}): Outcome => {
  const book = { ...simpleBook(total), ...more }
  const at = { validAt, knownAt: facts[0]?.recordedAt ?? simpleFacts.instant }
  const { outcomes } = Interpreter.evaluate({ book, period: YEAR, at, subjects: [{ id: "s0", labels: {} }], facts })
  const [outcome] = outcomes
  if (outcome === undefined) throw new Error("no outcome")
  return outcome
}

const q = (value: Value | undefined): number => {
  if (value?.is !== "known") throw new Error(JSON.stringify(value))
  return Number(value.q)
}

const sum = (all: ReadonlyArray<number>): number => all.reduce((a, b) => a + b, 0)

// ---------------------------------------------------------------- the model

interface Entry {
  readonly act: Act
  readonly fact: Fact
  readonly asked: number
}

/** Known facts that are not in the way of one another: worth is a whole number or the field `value`. */
const asks = ({ worth }: Act, fact: Fact): number =>
  worth.op === "const" ? Number(worth.q) : Number(fact.values?.value ?? "0")

const fits = (act: Act, fact: Fact): boolean => {
  if (act.kind !== fact.kind) return false
  return act.when?.test !== "tag" || act.when.in.includes(fact.tags?.t ?? "")
}

const runs = (fact: Fact, day: string): boolean =>
  fact.until === "open" || (fact.until !== undefined && fact.until > day)

const monthsOf = (node: Acts, asked: number): number | undefined =>
  node.validity.find(({ when }) => when.test === "value" && Math.abs(asked) > 0 && within(when.on, asked))?.months

const within = (on: { readonly ge?: string; readonly lt?: string }, value: number): boolean =>
  (on.ge === undefined || value >= Number(on.ge)) && (on.lt === undefined || value < Number(on.lt))

const touches = (fact: Fact, day: string): boolean =>
  fact.on <= day && day >= YEAR.from && (fact.on >= YEAR.from || runs(fact, YEAR.from))

const lives = (node: Acts, fact: Fact, asked: number, day: string): boolean => {
  const months = monthsOf(node, asked)
  if (months === undefined) return touches(fact, LAST < day ? LAST : day)
  if (runs(fact, day)) return true
  const from = fact.until === undefined || fact.until === "open" ? fact.on : fact.until
  return day < Result.getOrElse(CivilDate.addMonths(from, months), () => CivilDate.ofUnsafe(9999, 12, 31))
}

const deed = (fact: Fact): string => fact.act ?? `only ${fact.id}`

const entriesOf = (node: Acts, facts: ReadonlyArray<Fact>, day: string): ReadonlyArray<Entry> => {
  const come = facts.filter((fact) => fact.on <= day && (node.validity.length > 0 || touches(fact, day)))
  const raw = come
    .flatMap((fact) => node.acts.filter((act) => fits(act, fact)).map((act) => ({ act, fact, asked: asks(act, fact) })))
    .sort((a, b) =>
      a.fact.on < b.fact.on
        ? -1
        : a.fact.on > b.fact.on
          ? 1
          : a.fact.id < b.fact.id
            ? -1
            : a.fact.id > b.fact.id
              ? 1
              : 0,
    )
  return raw
    .map((one, index) => {
      const again = raw.some(
        (other, at) =>
          at < index &&
          one.act.repeat !== undefined &&
          other.act.repeat?.class === one.act.repeat.class &&
          deed(other.fact) !== deed(one.fact) &&
          (monthsOf(node, other.asked) === undefined
            ? touches(other.fact, day)
            : lives(node, other.fact, other.asked, one.fact.on)),
      )
      return {
        ...one,
        alive: lives(node, one.fact, one.asked, day),
        asked: one.asked * (again ? Number(one.act.repeat?.times) : 1),
      }
    })
    .filter(({ alive }) => alive)
}

/** Every bucket of a cap as the set of its lines, then the caps from the smallest bucket to the largest. */
const modelOf = (node: Acts, facts: ReadonlyArray<Fact>, day: string): number => {
  const entries = entriesOf(node, facts, day)
  const held = facts.filter(
    (fact) => node.suspensions[0]?.kinds.includes(fact.kind) && fact.on <= day && runs(fact, day),
  )
  const since = held.map(({ on }) => on).sort()[0]
  const granted = entries.map((one, index) => {
    const rivals = entries.filter(
      (other) => deed(other.fact) === deed(one.fact) && Math.sign(other.asked) === Math.sign(one.asked),
    )
    const largest = Math.max(...rivals.map(({ asked }) => Math.abs(asked)))
    const first = entries.findIndex((other) => rivals.includes(other) && Math.abs(other.asked) === largest)
    if (node.sameAct === "largestRequested" && index !== first) return 0
    return since !== undefined && one.fact.on >= since && one.asked > 0 ? 0 : one.asked
  })
  return treeSum(node, entries, granted)
}

const bucket = (node: Acts, { per }: Cap, one: Entry, index: number): string => {
  const from =
    monthsOf(node, asks(one.act, one.fact)) === undefined && one.fact.on < YEAR.from ? YEAR.from : one.fact.on
  const [year, month] = [from.slice(0, 4), Number(from.slice(5, 7))]
  switch (per) {
    case "line":
      return `line ${index}`
    case "month":
      return from.slice(0, 7)
    case "quarter":
      return `${year} ${Math.ceil(month / 3)}`
    case "half":
      return `${year} ${Math.ceil(month / 6)}`
    case "year":
      return year
    case "period":
      return ""
  }
}

/**
 * The sum of signed parts, cap by cap, without saying which line loses: what each side of a bucket comes to is the
 * clamped sum of what is inside it, and what is inside it is buckets of narrower caps and lines in none.
 */
const treeSum = (node: Acts, entries: ReadonlyArray<Entry>, granted: ReadonlyArray<number>): number => {
  const rank = ({ per }: Cap) => ["line", "month", "quarter", "half", "year", "period"].indexOf(per)
  const order = [...node.caps].sort(
    (a, b) => Number(a.on === "net") - Number(b.on === "net") || a.of.length - b.of.length || rank(a) - rank(b),
  )
  let parts = granted.flatMap((value, index) =>
    value === 0 ? [] : [{ lines: [index], value, sign: Math.sign(value) }],
  )
  for (const cap of order) {
    const inside = (part: (typeof parts)[number]) =>
      (cap.on === "net" || part.sign === (cap.on === "bonus" ? 1 : -1)) &&
      part.lines.every((line) => cap.of.includes(entries[line]?.act.id ?? ""))
    const keyOf = (part: (typeof parts)[number]) =>
      bucket(node, cap, entries[part.lines[0] ?? 0] as Entry, part.lines[0] ?? 0)
    const keys = [...new Set(parts.filter(inside).map(keyOf))]
    const merged = keys.map((key) => {
      const mine = parts.filter((part) => inside(part) && keyOf(part) === key)
      const value = Math.min(
        Math.max(sum(mine.map((part) => part.value)), Number(cap.min ?? -1e9)),
        Number(cap.max ?? 1e9),
      )
      return { lines: mine.flatMap(({ lines }) => lines), value, sign: mine[0]?.sign ?? 0 }
    })
    parts = [...parts.filter((part) => !inside(part)), ...merged]
  }
  return sum(parts.map(({ value }) => value))
}

// ---------------------------------------------------------------- laws

const cases = fc.record({
  node: simpleActs,
  facts: simpleFacts.facts,
  day: fc.constantFrom("2023-12-31", "2023-12-31", "2023-07-31", "2023-03-02").map(CivilDate.parseUnsafe),
})

test("lines, same acts, repetition, validity, suspensions and nested caps come to what the model says", () => {
  fc.assert(
    fc.property(cases, ({ node, facts, day }) => {
      expect(q(rate(node, facts, day).scores?.total)).toBe(modelOf(node, facts, day))
    }),
    { numRuns: 400 },
  )
})

test("what lines are granted and what caps on the net give or take add up to the value of the node", () => {
  fc.assert(
    fc.property(cases, ({ node, facts, day }) => {
      const { lines, adjustments, scores } = rate(node, facts, day)
      const parts = [...lines.map(({ granted }) => q(granted)), ...adjustments.map(({ by }) => q(by))]
      expect(sum(parts)).toBe(q(scores?.total))
    }),
    { numRuns: 200 },
  )
})

test("a line is granted at most what it asks for, on its own side, and its cuts say where the rest went", () => {
  fc.assert(
    fc.property(cases, ({ node, facts, day }) => {
      for (const { requested, granted, cuts } of rate(node, facts, day).lines) {
        expect(Math.abs(q(granted))).toBeLessThanOrEqual(Math.abs(q(requested)))
        expect(q(granted) * q(requested)).toBeGreaterThanOrEqual(0)
        expect(q(granted) + sum(cuts.map(({ took }) => q(took)))).toBe(q(requested))
      }
    }),
    { numRuns: 200 },
  )
})

test("lines of one sign under one cap come to the lesser of cap and sum, whatever their order", () => {
  const one = fc.record({
    worths: fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 6 }),
    most: fc.integer({ min: 0, max: 12 }),
    sign: fc.constantFrom(1, -1),
    per: fc.constantFrom("period" as const, "year" as const, "quarter" as const),
  })
  fc.assert(
    fc.property(one, fc.infiniteStream(fc.integer({ min: 1, max: 28 })), ({ worths, most, sign, per }, days) => {
      const acts = worths.map(
        (worth, index): Act => ({
          id: `a${index}`,
          kind: `k${index}`,
          label: { zh: "虚构" },
          worth: { op: "const", q: String(sign * worth) },
          cite: { doc: "text", art: "1" },
        }),
      )
      const base = { id: "限", of: acts.map(({ id }) => id), per, cite: { doc: "text", art: "1" } }
      const cap: Cap =
        sign > 0 ? { ...base, on: "bonus", max: String(most) } : { ...base, on: "malus", min: String(0 - most) }
      const facts = worths.map((_, index) => ({
        ...simpleFacts.plain(`f${index}`, `k${index}`),
        on: CivilDate.ofUnsafe(2023, 3, days.next().value),
      }))
      const node: Acts = { op: "acts", acts, caps: [cap], sameAct: "sum", validity: [], suspensions: [] }
      expect(q(rate(node, facts).scores?.total)).toBe(sign * Math.min(most, sum(worths)) + 0)
    }),
    { numRuns: 200 },
  )
})

test("one more bonus never lowers the sum and one more malus never raises it, whatever the caps", () => {
  const added = fc.record({
    node: simpleActs.map(
      (node): Acts => ({
        ...node,
        sameAct: "sum",
        suspensions: [],
        validity: [],
        acts: node.acts.map(({ repeat: _, ...act }) => act),
      }),
    ),
    facts: simpleFacts.facts,
    extra: simpleFacts.facts,
  })
  fc.assert(
    fc.property(added, ({ node, facts, extra }) => {
      const [more] = extra
      fc.pre(more !== undefined)
      const fact = { ...(more as Fact), id: "又", on: CivilDate.ofUnsafe(2023, 6, 15) }
      const worths = node.acts.filter((act) => fits(act, fact)).map((act) => asks(act, fact))
      const [before, after] = [rate(node, facts), rate(node, [...facts, fact])].map(({ scores }) => q(scores?.total))
      if (worths.every((worth) => worth >= 0)) expect(after).toBeGreaterThanOrEqual(before ?? 0)
      if (worths.every((worth) => worth <= 0)) expect(after).toBeLessThanOrEqual(before ?? 0)
    }),
    { numRuns: 400 },
  )
})

test("the order of the caps in the document does not matter", () => {
  fc.assert(
    fc.property(cases, ({ node, facts, day }) => {
      const turned: Acts = { ...node, caps: [...node.caps].reverse() }
      expect(Exact.text(Exact.parseUnsafe(String(q(rate(turned, facts, day).scores?.total))))).toBe(
        String(q(rate(node, facts, day).scores?.total)),
      )
    }),
    { numRuns: 150 },
  )
})
