import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import fc from "fast-check"
import { expect, test } from "vitest"
import * as Apportionment from "../../src/foundation/Apportionment.js"
import * as Exact from "../../src/foundation/Exact.js"
import * as Quantity from "../../src/foundation/Quantity.js"
import * as Rounding from "../../src/foundation/Rounding.js"
import * as Unit from "../../src/foundation/Unit.js"

const methods = fc.constantFrom<Apportionment.Method>("largestRemainder", "eachRounded", "eachDown")
const keys = ["a", "b", "c", "d", "e"]
/** Few distinct weights, so that ties are common; noughts among them. */
const weights = fc
  .array(fc.constantFrom("0", "1", "1", "2", "1.5", "1/3", "7"), { minLength: 1, maxLength: 5 })
  .map((list) => list.map((weight, index) => ({ key: keys[index]!, weight: Exact.parseUnsafe(weight) })))
  .filter((claims) => claims.some(({ weight }) => Exact.sign(weight) > 0))
const totals = fc.oneof(
  fc.nat(40).map(Exact.integerUnsafe),
  fc.nat(4000).map((hundredths) => Exact.divideUnsafe(Exact.integerUnsafe(hundredths), Exact.integerUnsafe(100))),
)
const quanta = fc.constantFrom("1", "0.1", "0.01", "0.5", "1/3").map(Exact.parseUnsafe)
const cases = fc.record({ total: totals, claims: weights, quantum: quanta, method: methods })
const orders = fc.shuffledSubarray(keys)

const run = (
  given: {
    readonly total: Exact.Exact
    readonly claims: ReadonlyArray<Apportionment.Claim>
    readonly quantum: Exact.Exact
    readonly method: Apportionment.Method
  },
  order: ReadonlyArray<string> = [],
) => Apportionment.apportionUnsafe(given.total, given.claims, given.quantum, given.method, order)

const amountOf = (divided: Apportionment.Apportionment, key: string): Exact.Exact =>
  Exact.parseUnsafe(divided.parts.find((part) => part.key === key)!.amount)

const quotaOf = (total: Exact.Exact, claims: ReadonlyArray<Apportionment.Claim>, key: string): Exact.Exact =>
  Exact.divideUnsafe(
    Exact.multiply(total, claims.find((claim) => claim.key === key)!.weight),
    Exact.sum(claims.map(({ weight }) => weight)),
  )

test("parts and leftover sum to the total; each part is on the lattice and less than a step from its quota", () =>
  fc.assert(
    fc.property(cases, orders, (given, order) => {
      const divided = run(given, order)
      const sum = Exact.sum(divided.parts.map(({ amount }) => Exact.parseUnsafe(amount)))
      expect(Exact.add(sum, Exact.parseUnsafe(divided.leftover))).toEqual(given.total)
      for (const { key } of given.claims) {
        const amount = amountOf(divided, key)
        // A total off the lattice lowers no quota: the quotas are those of the whole total.
        const distance = Exact.subtract(amount, quotaOf(given.total, given.claims, key))
        expect(Rounding.isMultiple(amount, given.quantum)).toBe(true)
        expect(Exact.compare(Exact.max(distance, Exact.negate(distance)), given.quantum)).toBe(-1)
      }
      expect(Schema.is(Apportionment.Apportionment)(divided)).toBe(true)
    }),
  ))

test("the order of the claims plays no part", () =>
  fc.assert(
    fc.property(cases, orders, fc.infiniteStream(fc.nat(1000)), (given, order, keysOfShuffle) => {
      const shuffled = given.claims
        .map((claim) => ({ claim, at: keysOfShuffle.next().value as number }))
        .sort((a, b) => a.at - b.at)
        .map(({ claim }) => claim)
      expect(run({ ...given, claims: shuffled }, order)).toEqual(run(given, order))
    }),
  ))

test("the largest remainder gives the total out but for what no step can hold, and nothing to no weight", () =>
  fc.assert(
    fc.property(cases, (given) => {
      const divided = run({ ...given, method: "largestRemainder" })
      expect(Exact.parseUnsafe(divided.leftover)).toEqual(
        Exact.subtract(given.total, Rounding.round(given.total, "floor", given.quantum)),
      )
      for (const { key, weight } of given.claims) {
        if (Exact.sign(weight) === 0) expect(amountOf(divided, key)).toBe(0)
      }
    }),
  ))

/** The slow reference: hand out step by step, each to the key that is furthest below its quota. */
const stepByStep = (
  total: Exact.Exact,
  claims: ReadonlyArray<Apportionment.Claim>,
  quantum: Exact.Exact,
  order: ReadonlyArray<string>,
): ReadonlyMap<string, Exact.Exact> => {
  const rank = (key: string): number => (order.includes(key) ? order.indexOf(key) : 100 + keys.indexOf(key))
  const sorted = [...claims].sort((a, b) => rank(a.key) - rank(b.key))
  const given = new Map(
    sorted.map(({ key }) => [key, Rounding.round(quotaOf(total, claims, key), "floor", quantum)] as const),
  )
  const served = new Set<string>()
  for (;;) {
    const rest = Exact.subtract(total, Exact.sum(given.values()))
    if (Exact.compare(rest, quantum) < 0) return given
    const short = (key: string) => Exact.subtract(quotaOf(total, claims, key), given.get(key)!)
    const next = sorted
      .filter(({ key }) => !served.has(key))
      .reduce((best, claim) => (Exact.compare(short(claim.key), short(best.key)) > 0 ? claim : best))
    given.set(next.key, Exact.add(given.get(next.key)!, quantum))
    served.add(next.key)
  }
}

test("the largest remainder gives what handing out step by step gives, and names the tied exactly when order matters", () =>
  fc.assert(
    fc.property(cases, orders, (given, order) => {
      const divided = run({ ...given, method: "largestRemainder" }, order)
      const slow = stepByStep(given.total, given.claims, given.quantum, order)
      for (const { key } of given.claims) expect(amountOf(divided, key)).toEqual(slow.get(key))
      const forwards = run({ ...given, method: "largestRemainder" }, keys)
      const backwards = run({ ...given, method: "largestRemainder" }, [...keys].reverse())
      const moved = keys.slice(0, given.claims.length).some((key) => {
        return !Exact.equals(amountOf(forwards, key), amountOf(backwards, key))
      })
      expect(divided.tied !== undefined).toBe(moved)
    }),
    { numRuns: 500 },
  ))

test("each rounded and each rounded down are the quotas rounded", () =>
  fc.assert(
    fc.property(cases, (given) => {
      for (const { key } of given.claims) {
        const quota = quotaOf(given.total, given.claims, key)
        expect(amountOf(run({ ...given, method: "eachRounded" }), key)).toEqual(
          Rounding.round(quota, "halfUp", given.quantum),
        )
        expect(amountOf(run({ ...given, method: "eachDown" }), key)).toEqual(
          Rounding.round(quota, "floor", given.quantum),
        )
      }
    }),
  ))

test("parts rounded from exact figures reconcile within half a step for each figure and one for the total", () =>
  fc.assert(
    fc.property(fc.array(fc.nat(100000), { maxLength: 6 }), (thousandths) => {
      const figures = thousandths.map((count) =>
        Exact.divideUnsafe(Exact.integerUnsafe(count), Exact.integerUnsafe(1000)),
      )
      const tenth = Exact.parseUnsafe("0.1")
      const published = (figure: Exact.Exact) => Quantity.of(Rounding.round(figure, "halfUp", tenth), Unit.known.person)
      const tolerance = Exact.multiply(Exact.parseUnsafe("0.05"), Exact.integerUnsafe(figures.length + 1))
      const result = Result.getOrThrow(
        Apportionment.reconcile(figures.map(published), published(Exact.sum(figures)), tolerance),
      )
      expect(result.within).toBe(true)
      expect(result.exact).toBe(result.difference.amount === "0")
      expect(Exact.subtract(Quantity.value(result.sum), Quantity.value(result.difference))).toEqual(
        Quantity.value(published(Exact.sum(figures))),
      )
    }),
  ))
