// Statistics of 1,000 generated sets of things: about one in three has an unknown age class, one in four a value that the
// layout has no class for, and one in ten is empty.
import * as Result from "effect/Result"
import fc from "fast-check"
import { expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as PartialDate from "../../src/foundation/PartialDate.js"
import * as Census from "../../src/organisation/Census.js"

const days = fc.integer({ min: -20_000, max: 19_000 }).map(CivilDate.ofDayNumberUnsafe)

const partial = fc
  .tuple(days, fc.constantFrom(4, 7, 10))
  .map(([day, length]) => PartialDate.parseUnsafe(day.slice(0, length)))

const things = fc
  .array(
    fc.record({
      sex: fc.constantFrom("female", "male", "unsaid", undefined),
      born: fc.option(partial, { nil: undefined }),
    }),
    { maxLength: 30 },
  )
  .map((list) =>
    list.map(
      ({ sex, born }, index): Census.Counted => ({
        id: `m${index}`,
        body: `b${index % 3}`,
        fields: sex === undefined ? {} : { sex },
        ...(born === undefined ? {} : { since: { born } }),
      }),
    ),
  )

/** Bands that begin at sorted years: the first has no lower end, the last no upper. */
const bands = fc
  .uniqueArray(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 6 })
  .map((cuts): Census.Division => {
    const sorted = [...cuts].sort((a, b) => a - b)
    const classes = [...sorted, undefined].map((cut, index): Census.Class => {
      const from = sorted[index - 1]
      const years = { ...(from === undefined ? {} : { ge: `${from}` }), ...(cut === undefined ? {} : { lt: `${cut}` }) }
      return { id: `c${index}`, label: { zh: `第${index}档` }, years }
    })
    return { id: "age", label: { zh: "年龄" }, field: "born", classes }
  })

const sex: Census.Division = {
  id: "sex",
  label: { zh: "性别" },
  field: "sex",
  classes: [
    { id: "women", label: { zh: "女" }, of: ["female"] },
    { id: "men", label: { zh: "男" }, of: ["male"] },
  ],
}

const layoutOf = (division: Census.Division): ReadonlyArray<Census.Section> => [
  { id: "members", label: { zh: "党员" }, unit: "person", divisions: [sex, division] },
]

const COVERS = ["b0", "b1", "b2"]

/** Age by walking birthday after birthday. */
const ageBySteps = (born: string, on: string): number => {
  let age = 0
  for (let year = Number(born.slice(0, 4)) + 1; year <= Number(on.slice(0, 4)); year++) {
    const birthday = `${year}${born.slice(4)}`
    const leap = birthday.endsWith("02-29") && !CivilDate.isLeapYear(year) ? `${year}-02-28` : birthday
    if (leap <= on) age++
  }
  return age
}

test("every division adds up to what was counted", () => {
  fc.assert(
    fc.property(things, bands, days, (list, division, on) => {
      const census = Result.getOrThrow(
        Census.fill(layoutOf(division), { on, covers: COVERS, things: { members: list } }),
      )
      expect(Census.check(census)).toEqual([])
      expect(census.sections[0]?.total).toBe(list.length)
    }),
  )
})

test("a class holds exactly those whose every possible age is in it", () => {
  fc.assert(
    fc.property(things, bands, days, (list, division, on) => {
      const { lines, unknown } = Census.divide(division, list, on)
      const inClass = (age: number) =>
        division.classes.findIndex((one) => {
          if (!("years" in one)) return false
          const { ge = "0", lt = "1000" } = one.years
          return Number(ge) <= age && age < Number(lt)
        })
      const counts = division.classes.map(() => 0)
      let open = 0
      for (const { since } of list) {
        const born = since?.born
        if (born === undefined) open++
        else {
          const possible = [PartialDate.earliest(born), PartialDate.latest(born)].map((day) =>
            inClass(ageBySteps(day, on)),
          )
          if (possible[0] === possible[1]) counts[possible[0] as number] = (counts[possible[0] as number] ?? 0) + 1
          else open++
        }
      }
      expect([...lines.map(({ count }) => count), unknown]).toEqual([...counts, open])
    }),
  )
})

test("the table of the whole is the merge of the tables of its parts, in whatever order", () => {
  fc.assert(
    fc.property(
      things,
      bands,
      days,
      fc.shuffledSubarray(COVERS, { minLength: 3, maxLength: 3 }),
      (list, division, on, order) => {
        const layout = layoutOf(division)
        const of = (covers: ReadonlyArray<string>) =>
          Result.getOrThrow(
            Census.fill(layout, { on, covers, things: { members: list.filter(({ body }) => covers.includes(body)) } }),
          )
        const [a, b, c] = order.map((body) => of([body])) as [Census.Census, Census.Census, Census.Census]
        const left = Result.getOrThrow(Census.merge(Result.getOrThrow(Census.merge(a, b)), c))
        const right = Result.getOrThrow(Census.merge(a, Result.getOrThrow(Census.merge(b, c))))
        expect(left).toEqual(of(COVERS))
        expect(right).toEqual(of(COVERS))
      },
    ),
  )
})

test("the order of things changes nothing", () => {
  fc.assert(
    fc.property(things, bands, days, (list, division, on) => {
      expect(Census.divide(division, [...list].reverse(), on)).toEqual(Census.divide(division, list, on))
    }),
  )
})

test("one count changed anywhere is found", () => {
  fc.assert(
    fc.property(things, bands, days, fc.nat(), fc.constantFrom(-1, 1), (list, division, on, place, by) => {
      const census = Result.getOrThrow(
        Census.fill(layoutOf(division), { on, covers: COVERS, things: { members: list } }),
      )
      const text = JSON.stringify(census.sections)
      const counts = [...text.matchAll(/"(?:count|unknown|other|total)":(\d+)/g)]
      const match = counts[place % counts.length] as RegExpMatchArray
      const start = (match.index ?? 0) + match[0].length - (match[1] as string).length
      const changed = `${text.slice(0, start)}${Number(match[1]) + by}${text.slice(start + (match[1] as string).length)}`
      expect(Census.check({ ...census, sections: JSON.parse(changed) }).length).toBeGreaterThan(0)
    }),
  )
})
