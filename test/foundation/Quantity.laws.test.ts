import * as Result from "effect/Result"
import fc from "fast-check"
import { expect, test } from "vitest"
import * as Exact from "../../src/foundation/Exact.js"
import * as Quantity from "../../src/foundation/Quantity.js"
import * as Unit from "../../src/foundation/Unit.js"
import { exacts } from "./exactArbitrary.js"

const units: fc.Arbitrary<Unit.Unit> = fc.constantFrom(Unit.known.case, Unit.known.caseTime)
const amounts = fc.oneof(fc.integer({ min: -2, max: 2 }).map(Exact.integerUnsafe), exacts)
const quantities: fc.Arbitrary<Quantity.Quantity> = fc
  .tuple(amounts, units, fc.boolean())
  .map(([amount, unit, open]) => (open ? Quantity.atLeast(Quantity.of(amount, unit)) : Quantity.of(amount, unit)))

test("a sum exists exactly within one unit; it is commutative, exact, and open when a term is", () =>
  fc.assert(
    fc.property(quantities, quantities, (a, b) => {
      const sum = Quantity.add(a, b)
      expect(Result.isSuccess(sum)).toBe(a.unit === b.unit)
      if (Result.isFailure(sum)) return
      expect(Quantity.addUnsafe(b, a)).toEqual(sum.success)
      expect(Quantity.value(sum.success)).toEqual(Exact.add(Quantity.value(a), Quantity.value(b)))
      expect(sum.success.atLeast === true).toBe(a.atLeast === true || b.atLeast === true)
    }),
  ))

test("a sum of many is the fold of sums in any order, or names every stranger", () =>
  fc.assert(
    fc.property(fc.array(quantities, { maxLength: 5 }), units, (list, unit) => {
      const strangers = list.flatMap((quantity, index) => (quantity.unit === unit.id ? [] : [[index]]))
      const sum = Quantity.sum(list, unit)
      expect(Result.isFailure(sum) ? sum.failure.map(({ path }) => path) : []).toEqual(strangers)
      if (Result.isFailure(sum)) return
      const folded = list.reduceRight((total, next) => Quantity.addUnsafe(total, next), Quantity.of(Exact.zero, unit))
      expect(sum.success).toEqual(folded)
    }),
  ))

test("a comparison holds for every amount that the quantities may be, and is uncertain only where they differ", () =>
  fc.assert(
    fc.property(
      fc.tuple(fc.integer({ min: 0, max: 4 }), fc.boolean()),
      fc.tuple(fc.integer({ min: 0, max: 4 }), fc.boolean()),
      ([x, xOpen], [y, yOpen]) => {
        const of = (count: number, open: boolean) => {
          const quantity = Quantity.countUnsafe(count, Unit.known.item)
          return open ? Quantity.atLeast(quantity) : quantity
        }
        const possible = (count: number, open: boolean) =>
          open ? [0, 1, 2, 3, 4, 5].map((more) => count + more) : [count]
        const orders = new Set(
          possible(x, xOpen).flatMap((p) =>
            possible(y, yOpen).map((q) => (p < q ? "less" : p > q ? "greater" : "equal")),
          ),
        )
        const compared = Result.getOrThrow(Quantity.compare(of(x, xOpen), of(y, yOpen)))
        expect(compared).toBe(orders.size === 1 ? [...orders][0] : "uncertain")
      },
    ),
  ))
