/**
 * Laws of ages and names, against a count that looks at every day or every pair. All persons are made up.
 *
 * Of 600 persons 15 % have an age of two possible years.
 */
import fc from "fast-check"
import { expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as PartialDate from "../../src/foundation/PartialDate.js"
import * as Person from "../../src/organisation/Person.js"

const days = fc.integer({ min: 0, max: 2200 }).map((number) => CivilDate.ofDayNumberUnsafe(number))
const dates = fc
  .tuple(days, fc.constantFrom(4, 7, 10))
  .map(([day, size]) => PartialDate.parseUnsafe(day.slice(0, size)))

const daysOf = (date: PartialDate.PartialDate): ReadonlyArray<CivilDate.CivilDate> => {
  const [from, to] = [PartialDate.earliest(date), PartialDate.latest(date)].map(CivilDate.dayNumber)
  return Array.from({ length: to! - from! + 1 }, (_, index) => CivilDate.ofDayNumberUnsafe(from! + index))
}

const slowYears = (born: CivilDate.CivilDate, on: CivilDate.CivilDate): number => {
  let years = 0
  while (CivilDate.addYearsUnsafe(born, years + 1) <= on) years++
  return years
}

test("an age is the span of the ages of every day the date of birth may be", () => {
  let spans = 0
  fc.assert(
    fc.property(dates, days, (born, on) => {
      const age = Person.age(born, on)
      const ages = daysOf(born)
      if (ages.some((day) => day > on)) {
        expect(age).toBeUndefined()
        return
      }
      const all = ages.map((day) => slowYears(day, on))
      if (Math.min(...all) < Math.max(...all)) spans++
      expect(age).toEqual({ least: Math.min(...all), most: Math.max(...all) })
    }),
    { numRuns: 600 },
  )
  expect(spans).toBeGreaterThan(20)
})

test("whether somebody is of age holds for every day, for none, or is uncertain", () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(dates, fc.integer({ min: 0, max: 6 }), days, (born, least, on) => {
      const answers = daysOf(born).map((day) => day <= on && slowYears(day, on) >= least)
      const wanted = answers.every((yes) => yes) ? "yes" : answers.some((yes) => yes) ? "uncertain" : "no"
      seen.add(wanted)
      expect(Person.isOfAge({ born }, least, on)).toBe(wanted)
    }),
    { numRuns: 600 },
  )
  expect([...seen].sort()).toEqual(["no", "uncertain", "yes"])
})

const people = fc.array(
  fc.record({ id: fc.integer({ min: 0, max: 9 }).map((n) => `p${n}`), name: fc.constantFrom("王伟", "王 伟", "李四") }),
  { maxLength: 8 },
)

test("namesakes are the pairs of ids with one name, in whatever order the rows come", () => {
  fc.assert(
    fc.property(people, (rows) => {
      const plain = ({ name }: { readonly name: string }) => name.replaceAll(" ", "")
      const pairs = new Set(
        rows.flatMap((a) =>
          rows.filter((b) => plain(a) === plain(b) && a.id < b.id).map((b) => `${plain(a)} ${a.id} ${b.id}`),
        ),
      )
      const found = Person.sameNames(rows).flatMap(({ name, ids }) =>
        ids.flatMap((a, index) => ids.slice(index + 1).map((b) => `${name} ${a} ${b}`)),
      )
      expect(found.sort()).toEqual([...pairs].sort())
      expect(Person.sameNames(rows.toReversed())).toEqual(Person.sameNames(rows))
    }),
  )
})
