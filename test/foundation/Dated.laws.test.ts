import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import fc from "fast-check"
import { expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Dated from "../../src/foundation/Dated.js"

const START = CivilDate.parseUnsafe("2024-02-25")
const LENGTH = 12
const dayAt = (offset: number): CivilDate.CivilDate => CivilDate.addDaysUnsafe(START, offset)
const calendar = Array.from({ length: LENGTH + 2 }, (_, offset) => dayAt(offset))
const cite = { title: "示例办法", standing: "report" } as const

const loose: fc.Arbitrary<Dated.Entry<number>> = fc
  .record({ from: fc.nat(LENGTH), length: fc.integer({ min: -1, max: 4 }), open: fc.nat(9), value: fc.nat(99) })
  .map(({ from, length, open, value }) =>
    open === 0 ? { from: dayAt(from), value, cite } : { from: dayAt(from), to: dayAt(from + length), value, cite },
  )

/** Entries cut from one line of days, so that they never overlap; some pieces are dropped and leave gaps. */
const sound: fc.Arbitrary<ReadonlyArray<Dated.Entry<number>>> = fc
  .tuple(fc.uniqueArray(fc.nat(LENGTH), { minLength: 2, maxLength: 6 }), fc.nat(63), fc.boolean())
  .map(([cuts, dropped, open]) => {
    const days = [...cuts].sort((a, b) => a - b)
    return days.flatMap((from, index): ReadonlyArray<Dated.Entry<number>> => {
      const to = days[index + 1]
      if ((dropped >> index) & 1) return []
      if (to !== undefined) return [{ from: dayAt(from), to: dayAt(to), value: from, cite }]
      return open ? [{ from: dayAt(from), value: from, cite }] : []
    })
  })

const covers = (entry: Dated.Entry<number>, date: CivilDate.CivilDate): boolean =>
  entry.from <= date && (entry.to === undefined || date < entry.to)

test("on every day at finds the one entry that covers it, or none", () =>
  fc.assert(
    fc.property(sound, (entries) => {
      const dated = Dated.makeUnsafe(entries)
      for (const date of calendar) {
        expect(Dated.at(dated, date)).toEqual(entries.find((entry) => covers(entry, date)))
      }
    }),
  ))

test("entries are accepted exactly when every span holds a day and no day has two values; the schema agrees", () =>
  fc.assert(
    fc.property(fc.oneof(sound, fc.array(loose, { maxLength: 4 })), (entries) => {
      const filled = entries.every((entry) => entry.to === undefined || entry.from < entry.to)
      const alone = calendar.every((date) => entries.filter((entry) => covers(entry, date)).length <= 1)
      const made = Dated.make(entries)
      expect(Result.isSuccess(made)).toBe(filled && alone)
      if (Result.isSuccess(made)) expect(Schema.is(Dated.schema(Schema.Number))(made.success)).toBe(true)
      const codes = new Set(Result.isFailure(made) ? made.failure.map(({ code }) => code) : [])
      expect(codes.has("dated.emptySpan")).toBe(!filled)
      expect(codes.has("dated.overlap")).toBe(!alone)
    }),
    { numRuns: 500 },
  ))

test("the order of the entries plays no part", () =>
  fc.assert(
    fc.property(sound, (entries) => {
      expect(Dated.makeUnsafe([...entries].reverse())).toEqual(Dated.makeUnsafe(entries))
    }),
  ))

test("gaps are exactly the uncovered days between the first entry and the last", () =>
  fc.assert(
    fc.property(sound, (entries) => {
      const dated = Dated.makeUnsafe(entries)
      const gaps = Dated.gaps(dated)
      const [opening, closing] = [dated[0]?.from, dated.at(-1)?.from]
      for (const date of calendar) {
        const between = opening !== undefined && closing !== undefined && opening <= date && date < closing
        const inGap = gaps.some(({ params }) => String(params.from) <= date && date < String(params.to))
        expect(inGap).toBe(between && !entries.some((entry) => covers(entry, date)))
      }
      expect(Dated.check(entries).map(({ params }) => params)).toEqual(gaps.map(({ params }) => params))
    }),
  ))
