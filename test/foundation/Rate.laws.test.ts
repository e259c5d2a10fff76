import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import fc from "fast-check"
import { expect, test } from "vitest"
import * as Exact from "../../src/foundation/Exact.js"
import * as Quantity from "../../src/foundation/Quantity.js"
import * as Rate from "../../src/foundation/Rate.js"
import * as Unit from "../../src/foundation/Unit.js"
import { exacts } from "./exactArbitrary.js"

const due = { zh: "应办结件" }
const { case: matter } = Unit.known
const ids = fc.constantFrom(..."abcdefgh")
const modes = fc.constantFrom("halfUp", "halfEven", "up", "down", "floor", "ceiling")

const shareOf = (part: ReadonlyArray<string>, all: ReadonlyArray<string>) => Rate.shareOfIds(part, all, matter, due)

test("merging the rates of sets that share no one is the rate of the merged sets", () =>
  fc.assert(
    fc.property(
      fc.uniqueArray(ids),
      fc.infiniteStream(fc.boolean()),
      fc.infiniteStream(fc.boolean()),
      (all, sides, met) => {
        const people = all.map((id) => ({ id, left: sides.next().value as boolean, met: met.next().value as boolean }))
        const rateOf = (group: typeof people) =>
          Result.getOrThrow(
            shareOf(
              group.filter((one) => one.met).map(({ id }) => id),
              group.map(({ id }) => id),
            ),
          )
        const [left, right] = [people.filter((one) => one.left), people.filter((one) => !one.left)]
        expect(Result.getOrThrow(Rate.merge(rateOf(left), rateOf(right)))).toEqual(rateOf(people))
        expect(Rate.merge(rateOf(left), rateOf(right))).toEqual(Rate.merge(rateOf(right), rateOf(left)))
      },
    ),
  ))

test("a share of ids exists exactly when its ids are of the cohort, counts none twice, and lies between 0 and 1", () =>
  fc.assert(
    fc.property(fc.array(ids, { maxLength: 4 }), fc.array(ids, { maxLength: 20 }), (part, all) => {
      const rate = shareOf(part, all)
      const outside = [...new Set(part.filter((id) => !all.includes(id)))].sort()
      expect(Result.isFailure(rate) ? rate.failure.map(({ params }) => params.id) : []).toEqual(outside)
      if (Result.isFailure(rate)) return
      const value = Rate.value(rate.success)
      expect(value === undefined).toBe(all.length === 0)
      if (value === undefined) return
      expect(
        Exact.equals(
          value,
          Exact.divideUnsafe(Exact.integerUnsafe(new Set(part).size), Exact.integerUnsafe(new Set(all).size)),
        ),
      ).toBe(true)
      expect(Exact.compare(value, Exact.zero) >= 0 && Exact.compare(value, Exact.one) <= 0).toBe(true)
    }),
  ))

test("a share exists exactly when 0 ≤ numerator ≤ denominator; the schema agrees with the constructors", () =>
  fc.assert(
    fc.property(exacts, exacts, fc.boolean(), (n, d, near) => {
      const [numerator, denominator] = [Quantity.of(near ? Exact.add(d, Exact.one) : n, matter), Quantity.of(d, matter)]
      const [top, bottom] = [Quantity.value(numerator), Quantity.value(denominator)]
      const fits = Exact.sign(top) >= 0 && Exact.sign(bottom) >= 0
      const share = Rate.share(numerator, denominator, due)
      expect(Result.isSuccess(share)).toBe(fits && Exact.compare(top, bottom) <= 0)
      expect(Schema.is(Rate.Rate)({ kind: "share", numerator, denominator, of: due })).toBe(Result.isSuccess(share))
      expect(Result.isSuccess(Rate.ratio(numerator, denominator, due))).toBe(fits)
    }),
  ))

test("growth takes the earlier figure to the later one", () =>
  fc.assert(
    fc.property(exacts, exacts, (before, after) => {
      const growth = Rate.growth(Quantity.of(before, matter), Quantity.of(after, matter))
      expect(Result.isSuccess(growth)).toBe(Exact.sign(before) > 0)
      if (Result.isFailure(growth)) return
      expect(Exact.multiply(before, Exact.add(Exact.one, growth.success))).toEqual(after)
    }),
  ))

/** The slow reference: every base in turn. */
const everyBase = (
  published: ReadonlyArray<Rate.PublishedShare>,
  limit: number,
  mode: Parameters<typeof Rate.percentOf>[2],
): ReadonlyArray<number> =>
  Array.from({ length: limit }, (_, index) => index + 1).filter((base) =>
    published.every(({ count, percent }) => {
      const places = percent.includes(".") ? percent.length - percent.indexOf(".") - 2 : 0
      const value = Exact.divideUnsafe(Exact.integerUnsafe(count), Exact.integerUnsafe(base))
      return count <= base && Rate.percentOf(value, places, mode) === percent
    }),
  )

test("the consistent bases are those that trying every base finds, the true base among them", () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 0, max: 2 })), { maxLength: 2 }),
      modes,
      (base, shares, mode) => {
        const published = shares.map(([part, places]) => {
          const count = part % (base + 1)
          const value = Exact.divideUnsafe(Exact.integerUnsafe(count), Exact.integerUnsafe(base))
          return { count, percent: Rate.percentOf(value, places, mode) }
        })
        const found = Result.getOrThrow(Rate.basesConsistentWith(published, 80, mode))
        expect(found).toEqual(everyBase(published, 80, mode))
        expect(found).toContain(base)
      },
    ),
    { numRuns: 300 },
  ))

test("percentages that were never published together are refuted as trying every base does", () =>
  fc.assert(
    fc.property(
      fc.array(fc.record({ count: fc.nat(30), percent: fc.nat(100).map((percent) => `${percent}%`) }), {
        minLength: 1,
        maxLength: 2,
      }),
      modes,
      (published, mode) => {
        const found = Result.getOrThrow(Rate.basesConsistentWith(published, 70, mode))
        expect(found).toEqual(everyBase(published, 70, mode))
      },
    ),
    { numRuns: 300 },
  ))
