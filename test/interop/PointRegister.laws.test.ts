import * as Result from "effect/Result"
import fc from "fast-check"
import { expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as PointRegister from "../../src/interop/PointRegister.js"
import type * as Sheet from "../../src/interop/Sheet.js"
import * as Fact from "../../src/rules/Fact.js"
import { options, roster } from "./registerBooks.js"

// All registers here are made up.

const HEAD = ["序号", "日期", "登记日期", "编号", "姓名", "条目", "数", "同一事", "止日", "说明"]
const NAMES = { G01: "甲一", D01: "乙二", D02: "丙三" } as const

const rowOf = fc
  .record({
    person: fc.constantFrom("G01", "D01", "D02"),
    day: fc.integer({ min: 0, max: 364 }),
    later: fc.integer({ min: 0, max: 40 }),
    item: fc.constantFrom("P-1", "P-2", "P-3", "P-5", "走访"),
    deed: fc.constantFrom("", "", "甲"),
    until: fc.constantFrom("", "", "未改"),
  })
  .map(({ person, day, later, item, deed, until }): ReadonlyArray<string> => {
    const on = CivilDate.addDaysUnsafe(options.period.from, day)
    const recorded = CivilDate.addDaysUnsafe(on, later)
    return [on, recorded, person, NAMES[person as keyof typeof NAMES], item, item === "P-3" ? "2" : "", deed, until]
  })

const bookOf = (file: string, rows: ReadonlyArray<ReadonlyArray<string>>): Sheet.Table => ({
  file,
  rows: [HEAD, ...rows].map((cells, index) => ({ line: index + 1, cells })),
})

// The reason tells deeds apart that are the same otherwise.
const serial = (rows: ReadonlyArray<ReadonlyArray<string>>, file = "") =>
  rows.map((row, index) => [String(index + 1), ...row, `${file}${index + 1}`])

const shuffled = <A>(list: ReadonlyArray<A>, keys: ReadonlyArray<number>): ReadonlyArray<A> =>
  list
    .map((one, index) => ({ one, key: keys[index] ?? 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ one }) => one)

const keys = fc.array(fc.nat(), { minLength: 20, maxLength: 20 })

test("rows in any order, and files in any order, give the same subjects, facts and closures", () =>
  fc.assert(
    fc.property(fc.array(rowOf, { maxLength: 12 }), fc.array(rowOf, { maxLength: 6 }), keys, (first, second, order) => {
      const [a, b] = [serial(first, "甲"), serial(second, "乙")]
      const files = [roster, bookOf("加扣分登记-1.csv", a), bookOf("加扣分登记-2.csv", b)]
      const mixed = [
        bookOf("加扣分登记-2.csv", shuffled(b, order)),
        bookOf("加扣分登记-1.csv", shuffled(a, order)),
        roster,
      ]
      const plain = PointRegister.read(files, options)
      expect(Result.isSuccess(plain)).toBe(true)
      // The lines they stand on are others.
      const told = Result.map(PointRegister.read(mixed, options), ({ places: _, ...rest }) => rest)
      expect(told).toEqual(Result.map(plain, ({ places: _, ...rest }) => rest))
    }),
  ))

test("every row gives one fact, and the facts fit one another", () =>
  fc.assert(
    fc.property(fc.array(rowOf, { maxLength: 12 }), (rows) => {
      const { subjects, facts } = Result.getOrThrow(
        PointRegister.read([roster, bookOf("加扣分登记.csv", serial(rows))], options),
      )
      expect(facts.map(({ id }) => id).sort()).toEqual(rows.map((_, index) => `加扣分登记#${index + 1}`).sort())
      expect(Fact.check(subjects, facts)).toEqual([])
      for (const fact of facts) {
        const row = rows[Number(fact.id.split("#")[1]) - 1]
        expect([fact.on, fact.subject, fact.act ?? "", fact.until === undefined ? "" : "未改"]).toEqual([
          row?.[0],
          row?.[2],
          row?.[6],
          row?.[7],
        ])
        expect(fact.recordedAt).toBe(Date.parse(`${row?.[1]}T00:00:00+08:00`))
      }
    }),
  ))

test("no name of a person is in what is handed to the rules", () =>
  fc.assert(
    fc.property(fc.array(rowOf, { minLength: 1, maxLength: 12 }), (rows) => {
      const { names, ...rest } = Result.getOrThrow(
        PointRegister.read([roster, bookOf("加扣分登记.csv", serial(rows))], options),
      )
      const told = JSON.stringify(rest)
      for (const name of Object.values(names)) expect(told).not.toContain(name)
    }),
  ))

const DAMAGES = [
  { at: 1, put: "2023-13-01", code: "sheet.impossibleDate" },
  { at: 3, put: "D99", code: "pointRegister.unknownPerson" },
  { at: 4, put: "旁人", code: "pointRegister.otherName" },
  { at: 5, put: "P-99", code: "pointRegister.unknownItem" },
  { at: 5, put: "P-8", code: "pointRegister.otherBook" },
  { at: 6, put: "x", code: "sheet.badNumber" },
  { at: 8, put: "不久", code: "sheet.badDate" },
] as const

test("one damage in each of several rows: each is reported at its file, line and column, and no other", () =>
  fc.assert(
    fc.property(
      fc.array(rowOf, { minLength: 1, maxLength: 8 }),
      fc.array(fc.tuple(fc.nat(), fc.constantFrom(...DAMAGES)), { minLength: 1, maxLength: 5 }),
      (rows, hits) => {
        const cells = serial(rows).map((row) => [...row])
        const expected = new Map<number, readonly [string, string]>()
        for (const [place, { at, put, code }] of hits) {
          const index = place % rows.length
          if (expected.has(index)) continue
          const row = cells[index]
          if (row !== undefined) row[at] = put
          expected.set(index, [code, HEAD[at] ?? ""])
        }
        const result = PointRegister.read([roster, bookOf("加扣分登记.csv", cells)], options)
        expect(Result.isFailure(result)).toBe(true)
        if (Result.isSuccess(result)) return
        expect(result.failure.map(({ code, at }) => [at?.file, at?.line, code, at?.column])).toEqual(
          [...expected]
            .sort(([a], [b]) => a - b)
            .map(([index, [code, column]]) => ["加扣分登记.csv", index + 2, code, column]),
        )
      },
    ),
  ))

test("any cells at all are read or refused, never thrown at", () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.array(
          fc.oneof(fc.string({ unit: "binary", maxLength: 5 }), fc.constantFrom("P-1", "D01", "45047", "未改", "1")),
          { maxLength: 10 },
        ),
        {
          maxLength: 6,
        },
      ),
      fc.constantFrom("加扣分登记.csv", "捐款登记.csv", "人员名册.csv", "登记截止.csv", "支部星级.csv", ""),
      (rows, file) => {
        const result = PointRegister.read([roster, bookOf(file, rows)], options)
        if (Result.isFailure(result)) expect(result.failure.length).toBeGreaterThan(0)
      },
    ),
  ))

test("whatever rows a file holds, a copy of it under a longer name is refused whole, and a repeated row is refused", () =>
  fc.assert(
    fc.property(fc.array(rowOf, { minLength: 1, maxLength: 8 }), keys, fc.nat(), (rows, order, place) => {
      const own = serial(rows)
      const copy = bookOf("加扣分登记 - 副本.csv", shuffled(own, order))
      const both = PointRegister.read([copy, roster, bookOf("加扣分登记.csv", own)], options)
      expect(Result.isFailure(both) && both.failure.map(({ code, at }) => [code, at?.file])).toEqual([
        ["pointRegister.sameFile", "加扣分登记 - 副本.csv"],
      ])
      const at = place % own.length
      const again = [...own, [String(own.length + 1), ...(own[at] ?? []).slice(1)]]
      const within = PointRegister.read([roster, bookOf("加扣分登记.csv", again)], options)
      expect(
        Result.isFailure(within) &&
          within.failure.map(({ code, at: where, params }) => [code, where?.line, params.line]),
      ).toEqual([["pointRegister.sameRow", own.length + 2, at + 2]])
    }),
  ))
