import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import fc from "fast-check"
import { expect, test } from "vitest"
import * as Exact from "../../src/foundation/Exact.js"
import { exacts, integers, type Pair, pairs } from "./exactArbitrary.js"

/** The slow reference: fractions that are never reduced, equal when cross products are. */
const same = (exact: Exact.Exact, n: bigint, d: bigint): boolean =>
  Exact.numerator(exact) * d === n * Exact.denominator(exact)

const law = (name: string, ...property: Parameters<typeof fc.assert>): void => test(name, () => fc.assert(...property))

law(
  "sum, difference and product agree with unreduced fractions",
  fc.property(pairs, pairs, (a: Pair, b: Pair) => {
    expect(same(Exact.add(a.exact, b.exact), a.n * b.d + b.n * a.d, a.d * b.d)).toBe(true)
    expect(same(Exact.subtract(a.exact, b.exact), a.n * b.d - b.n * a.d, a.d * b.d)).toBe(true)
    expect(same(Exact.multiply(a.exact, b.exact), a.n * b.n, a.d * b.d)).toBe(true)
    expect(same(Exact.negate(a.exact), -a.n, a.d)).toBe(true)
  }),
  { numRuns: 1000 },
)

law(
  "order agrees with cross products",
  fc.property(pairs, pairs, (a: Pair, b: Pair) => {
    const [left, right] = [a.n * b.d, b.n * a.d]
    const expected = left < right ? -1 : left > right ? 1 : 0
    expect(Exact.compare(a.exact, b.exact)).toBe(expected)
    expect(Exact.equals(a.exact, b.exact)).toBe(expected === 0)
    expect(Exact.sign(Exact.subtract(a.exact, b.exact))).toBe(expected)
    expect(Exact.min(a.exact, b.exact)).toEqual(expected <= 0 ? a.exact : b.exact)
    expect(Exact.max(a.exact, b.exact)).toEqual(expected >= 0 ? a.exact : b.exact)
  }),
  { numRuns: 1000 },
)

law(
  "every result of an operation is in the one form",
  fc.property(exacts, exacts, (a, b) => {
    const results = [Exact.add(a, b), Exact.subtract(a, b), Exact.multiply(a, b), Exact.negate(a)]
    if (Exact.sign(b) !== 0) results.push(Exact.divideUnsafe(a, b))
    for (const result of results) expect(Exact.is(result)).toBe(true)
  }),
  { numRuns: 1000 },
)

law(
  "one number has one form: equal numbers are deeply equal, whatever fraction they came from",
  fc.property(pairs, fc.bigInt({ min: -1000n, max: 1000n }), ({ exact, n, d }, factor) => {
    fc.pre(factor !== 0n)
    expect(Result.getOrThrow(Exact.fraction(n * factor, d * factor))).toEqual(exact)
  }),
)

law(
  "the number path and the big path agree around ±2^53",
  fc.property(integers, integers, (a, b) => {
    const [x, y] = [Exact.ofBigInt(a), Exact.ofBigInt(b)]
    expect(Exact.numerator(Exact.add(x, y))).toBe(a + b)
    expect(Exact.numerator(Exact.multiply(x, y))).toBe(a * b)
    expect(typeof Exact.add(x, y) === "number").toBe(a + b < 2n ** 53n && a + b > -(2n ** 53n))
    expect(typeof Exact.multiply(x, y) === "number").toBe(a * b < 2n ** 53n && a * b > -(2n ** 53n))
  }),
  { numRuns: 2000 },
)

law(
  "addition and multiplication are a commutative ring",
  fc.property(exacts, exacts, exacts, (a, b, c) => {
    expect(Exact.add(a, b)).toEqual(Exact.add(b, a))
    expect(Exact.multiply(a, b)).toEqual(Exact.multiply(b, a))
    expect(Exact.add(Exact.add(a, b), c)).toEqual(Exact.add(a, Exact.add(b, c)))
    expect(Exact.multiply(Exact.multiply(a, b), c)).toEqual(Exact.multiply(a, Exact.multiply(b, c)))
    expect(Exact.multiply(a, Exact.add(b, c))).toEqual(Exact.add(Exact.multiply(a, b), Exact.multiply(a, c)))
    expect(Exact.add(a, Exact.zero)).toEqual(a)
    expect(Exact.multiply(a, Exact.one)).toEqual(a)
    expect(Exact.add(a, Exact.negate(a))).toBe(0)
  }),
)

law(
  "division undoes multiplication",
  fc.property(exacts, exacts, (a, b) => {
    fc.pre(Exact.sign(b) !== 0)
    expect(Exact.multiply(Exact.divideUnsafe(a, b), b)).toEqual(a)
  }),
)

law(
  "text is read back as the same number, and is what documents hold",
  fc.property(exacts, (a) => {
    expect(Exact.parseUnsafe(Exact.text(a))).toEqual(a)
    expect(Schema.is(Exact.Text)(Exact.text(a))).toBe(true)
  }),
  { numRuns: 1000 },
)

law(
  "two spellings of a number are never both canonical",
  fc.property(exacts, fc.constantFrom("0", "00", "/1", ".0"), (a, tail) => {
    const spelling = Exact.text(a) + tail
    const parsed = Exact.parse(spelling)
    fc.pre(Result.isSuccess(parsed) && Exact.equals(parsed.success, a))
    expect(Schema.is(Exact.Text)(spelling)).toBe(false)
  }),
)

law(
  "a sum does not depend on the order of its terms",
  fc.property(fc.array(exacts, { maxLength: 8 }), (values) => {
    expect(Exact.sum([...values].reverse())).toEqual(Exact.sum(values))
  }),
)
