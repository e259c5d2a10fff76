/**
 * Laws of certified accounts: law 3 of incentives §7. Nodes of acts and facts are those of `rulebookArbitrary`, made up.
 *
 * Of 600 accounts made to do harm 44 % are proven not to, 27 % refuted and 29 % undecided.
 */
import fc from "fast-check"
import { expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as Exact from "../../src/foundation/Exact.js"
import * as Period from "../../src/foundation/Period.js"
import type { Acts } from "../../src/rules/Expression.js"
import type { Fact } from "../../src/rules/Fact.js"
import * as Interpreter from "../../src/rules/Interpreter.js"
import { check } from "../../src/rules/RiseCheck.js"
import type { Rulebook } from "../../src/rules/Rulebook.js"
import * as Trial from "../../src/rules/Trial.js"
import { groundOf } from "./ground.js"
import { instant, simpleActs, simpleBook, simpleFacts } from "./rulebookArbitrary.js"

const total = (book: Rulebook, facts: ReadonlyArray<Fact>): Exact.Exact | undefined => {
  const day = CivilDate.parseUnsafe("2023-12-31")
  const { outcomes } = Interpreter.evaluate({
    book,
    period: Period.yearUnsafe(2023),
    at: Coordinate.of(day, instant(1)),
    subjects: [{ id: "s0", labels: {} }],
    facts,
  })
  const value = outcomes[0]?.scores?.total
  return value?.is === "known" ? Exact.parseUnsafe(value.q) : undefined
}

/** What all lines of a kind do: give (1), take (-1), or either (0). */
const signOf = ({ acts, suspensions }: Acts, kind: string): number => {
  const own = acts.filter((act) => act.kind === kind)
  if (suspensions.some(({ kinds }) => kinds.includes(kind))) return -1
  const signs = own.flatMap(({ worth, repeat }) => {
    const times = Exact.sign(Exact.parseUnsafe(repeat?.times ?? "1"))
    return worth.op === "const" ? [Exact.sign(Exact.parseUnsafe(worth.q)) * times] : [-1, 1]
  })
  return signs.includes(1) && signs.includes(-1) ? 0 : signs.includes(-1) ? -1 : 1
}

/** Half of the nodes without repetitions, which certify least. */
const nodes: fc.Arbitrary<Acts> = fc
  .tuple(simpleActs, fc.boolean())
  .map(([node, isPlain]) => (isPlain ? { ...node, acts: node.acts.map(({ repeat: _, ...act }) => act) } : node))

test("of a certified account one more good act never lowers the score, and one more bad act never raises it", () => {
  let certified = 0
  fc.assert(
    fc.property(nodes, simpleFacts.facts, simpleFacts.facts, (node, facts, others) => {
      const book = simpleBook(node)
      if (check(groundOf(book)).answers.some(({ answer }) => answer !== "proven")) return
      certified++
      const before = total(book, facts)
      for (const [index, other] of others.entries()) {
        const more = { ...other, id: `g${index}` }
        const sign = signOf(node, more.kind)
        const after = total(book, [...facts, more])
        if (sign === 0 || before === undefined || after === undefined) continue
        expect([0, sign]).toContain(Exact.compare(after, before))
      }
    }),
    { numRuns: Number(process.env.RUNS ?? 300) },
  )
  expect(certified).toBeGreaterThan(15)
})

/** Two or three lines of one sign, of which one may be capped, repeated or set against the others. */
const hazards: fc.Arbitrary<Acts> = fc
  .record({
    worths: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 3 }),
    sign: fc.constantFrom(1, -1),
    sameAct: fc.constantFrom("sum" as const, "largestRequested" as const),
    capped: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
    times: fc.constantFrom(undefined, undefined, "0.5", "2"),
  })
  .map(({ worths, sign, sameAct, capped, times }): Acts => {
    const bound = String((capped ?? 0) * sign)
    const side = sign > 0 ? { on: "bonus" as const, max: bound } : { on: "malus" as const, min: bound }
    return {
      op: "acts",
      acts: worths.map((worth, index) => ({
        id: `a${index}`,
        kind: `k${index}`,
        label: { zh: "虚构" },
        cite: CITE,
        worth: { op: "const", q: String(worth * sign) },
        ...(times === undefined ? {} : { repeat: { class: "r", times } }),
      })),
      caps: capped === undefined ? [] : [{ id: "顶", of: ["a0"], per: "period", cite: CITE, ...side }],
      sameAct,
      validity: [],
      suspensions: [],
    }
  })

const CITE = { doc: "text", art: "1" }

/** Whether some further fact after or before one other does harm, about the same deed or another. */
const isHarmed = (node: Acts): boolean => {
  const book = simpleBook(node)
  const kinds = node.acts.map(({ kind }) => kind)
  const at = (kind: string, id: string, on: string, act: string | undefined): Fact => ({
    ...simpleFacts.plain(id, kind),
    on: CivilDate.parseUnsafe(on),
    ...(act === undefined ? {} : { act }),
  })
  return kinds.some((first) =>
    kinds.some((second) =>
      ["2023-03-01", "2023-03-03"].some((on) =>
        [undefined, "deed"].some((act) => {
          const base = at(first, "f1", "2023-03-02", act)
          const [few, many] = [total(book, [base]), total(book, [base, at(second, "f2", on, act)])]
          return few !== undefined && many !== undefined && Exact.compare(many, few) * signOf(node, second) < 0
        }),
      ),
    ),
  )
}

test("where one fact beside another does harm the account is refuted, and the witness shows it", () => {
  const seen = { proven: 0, refuted: 0, undecided: 0 }
  fc.assert(
    fc.property(hazards, (node) => {
      const book = simpleBook(node)
      const { answers, defects } = check(groundOf(book))
      seen[answers[0]?.answer ?? "undecided"]++
      if (isHarmed(node)) expect(answers[0]?.answer).toBe("refuted")
      if (answers[0]?.answer === "refuted") expect(isHarmed(node)).toBe(true)
      for (const { evidence } of defects) expect(evidence.is === "witness" && Trial.shows(book, evidence)).toBe(true)
    }),
    { numRuns: Number(process.env.RUNS ?? 150) },
  )
  expect(Math.min(seen.proven, seen.refuted)).toBeGreaterThan(10)
})
