import * as Result from "effect/Result"
import fc from "fast-check"
import { expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Period from "../../src/foundation/Period.js"
import * as Sheet from "../../src/interop/Sheet.js"
import { encoded } from "../house/villageBooks.js"

const days = Period.yearUnsafe(2023)

const layout = {
  columns: {
    id: { header: "编号", presence: "required", cell: { is: "id" } },
    on: { header: "日期", presence: "required", cell: { is: "date" } },
    given: {
      header: "金额",
      presence: "required",
      cell: { is: "number", domain: { unit: "元", min: "0", max: null, step: "0.01" }, written: ["元"] },
      total: true,
    },
    why: { header: "说明", presence: "blank", cell: { is: "choice", of: ["救灾", "助学"] } },
  },
  unique: ["id"],
  totals: { whole: ["合计"], part: ["小计"] },
} as const

const HEAD = ["编号", "日期", "金额", "说明"]

const wide = (text: string): string =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
const grouped = (digits: string): string => {
  const [whole = "", rest] = digits.split(".")
  return whole.replace(/\B(?=(\d{3})+$)/g, ",") + (rest === undefined ? "" : `.${rest}`)
}

/** A row with the value it means and one of the ways people write it. */
const written = fc
  .record({
    day: fc.integer({ min: 0, max: 364 }),
    cents: fc.oneof(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 99_000, max: 123_456_789 })),
    why: fc.constantFrom("", "救灾", "助学"),
    dates: fc.integer({ min: 0, max: 5 }),
    numbers: fc.integer({ min: 0, max: 3 }),
    wide: fc.boolean(),
  })
  .map((row) => {
    const on = CivilDate.addDaysUnsafe(days.from, row.day)
    const [year, month, day] = [CivilDate.year(on), CivilDate.month(on), CivilDate.day(on)]
    const date = [
      on,
      `${year}/${month}/${day}`,
      `${year}年${month}月${day}日`,
      on.replaceAll("-", ""),
      String(CivilDate.serialUnsafe(on)),
      `${year}.${month}.${day} 0:00`,
    ][row.dates]
    const plain = (row.cents / 100).toFixed(2)
    const number = [plain, grouped(plain), `${plain}元`, plain.replace(/\.?0+$/, "")][row.numbers]
    const given = String(row.cents / 100)
    const cells = [date ?? "", number ?? "", row.why].map((cell) => (row.wide ? wide(cell) : cell))
    return { cents: row.cents, cells, values: { on, given, ...(row.why === "" ? {} : { why: row.why }) } }
  })

const sheets = fc.array(written, { maxLength: 12 }).map((rows) => ({
  rows,
  table: {
    file: "登记.csv",
    rows: [HEAD, ...rows.map(({ cells }, index) => [`D${index}`, ...cells])].map((cells, index) => ({
      line: index + 1,
      cells,
    })),
  } satisfies Sheet.Table,
}))

test("whatever way a row is written, what is read is what it means", () =>
  fc.assert(
    fc.property(sheets, ({ rows, table }) => {
      expect(Result.getOrThrow(Sheet.read(table, layout, days))).toEqual(
        rows.map(({ values }, index) => ({ line: index + 2, values: { id: `D${index}`, ...values } })),
      )
    }),
  ))

test("the order that rows are handed over in changes nothing", () =>
  fc.assert(
    fc.property(sheets, fc.infiniteStream(fc.nat()), ({ table }, keys) => {
      const shuffled = table.rows
        .map((row) => ({ row, key: keys.next().value as number }))
        .sort((a, b) => a.key - b.key)
        .map(({ row }) => row)
      expect(Sheet.scan({ ...table, rows: shuffled }, layout, days)).toEqual(Sheet.scan(table, layout, days))
    }),
  ))

test("a right total is accepted wherever it stands, a wrong one by a cent is refused with the right one", () =>
  fc.assert(
    fc.property(sheets, fc.nat(), fc.integer({ min: -2, max: 2 }), ({ rows, table }, place, off) => {
      const at = 1 + (place % (rows.length + 1))
      const cents = rows.slice(0, at - 1).reduce((sum, row) => sum + row.cents, 0)
      const total = ["合计", "", String((cents + off) / 100), ""]
      const cells = table.rows.map((row) => row.cells)
      const lines = [...cells.slice(0, at), total, ...cells.slice(at)].map((row, index) => ({
        line: index + 1,
        cells: row,
      }))
      const { faults } = Sheet.scan({ ...table, rows: lines }, layout, days)
      expect(faults.map(({ code, params, at: where }) => [code, params.computed, where?.line])).toEqual(
        off === 0 ? [] : [["sheet.total", String(cents / 100), at + 1]],
      )
    }),
  ))

const damages = [
  { cell: 0, put: "", code: "sheet.blank" },
  { cell: 1, put: "2023-02-30", code: "sheet.impossibleDate" },
  { cell: 1, put: "改天", code: "sheet.badDate" },
  { cell: 1, put: "2024-01-01", code: "sheet.dateOutside" },
  { cell: 2, put: "1.234", code: "sheet.offLattice" },
  { cell: 2, put: "-0.01", code: "sheet.belowMinimum" },
  { cell: 2, put: "几元", code: "sheet.badNumber" },
  { cell: 2, put: "3人", code: "sheet.wrongUnit" },
  { cell: 3, put: "其他", code: "sheet.notInList" },
] as const

test("every set of damaged cells is reported in full, each at its line and column, and nothing else is", () =>
  fc.assert(
    fc.property(
      fc.array(written, { minLength: 1, maxLength: 8 }),
      fc.array(fc.tuple(fc.nat(), fc.constantFrom(...damages)), { maxLength: 6 }),
      (rows, hits) => {
        const cells = rows.map((row, index) => [`D${index}`, ...row.cells])
        const expected = new Map<string, string>()
        for (const [at, { cell, put, code }] of hits) {
          const line = at % rows.length
          ;(cells[line] as Array<string>)[cell] = put
          expected.set(`${line + 2} ${HEAD[cell]}`, code)
        }
        const table = {
          file: "登记.csv",
          rows: [HEAD, ...cells].map((row, index) => ({ line: index + 1, cells: row })),
        }
        const found = Sheet.scan(table, layout, days).faults.map(({ code, at }) => [`${at?.line} ${at?.column}`, code])
        expect(new Map(found as Array<[string, string]>)).toEqual(expected)
        expect(found.length).toBe(expected.size)
      },
    ),
  ))

const cells = fc.oneof(
  fc.string({ unit: "binary", maxLength: 6 }),
  fc.constantFrom("合计", "小计", "45047", "１", "，", "元", "\u200B", "__proto__", "D01", "救灾", ...HEAD),
)
const anyRows = fc.array(fc.array(cells, { maxLength: 6 }), { maxLength: 6 })
const tableOf = (rows: ReadonlyArray<ReadonlyArray<string>>): Sheet.Table => ({
  file: "登记.csv",
  rows: rows.map((row, index) => ({ line: index + 1, cells: row })),
})

test("reading any cells never throws; under good headers a row is sound exactly when no fault stands at its line", () =>
  fc.assert(
    fc.property(anyRows, (rows) => {
      Sheet.scan(tableOf(rows), layout, days)
      const scan = Sheet.scan(tableOf([HEAD, ...rows]), layout, days)
      for (const { line, sound } of scan.entries) {
        expect(sound).toBe(scan.faults.every(({ at }) => at?.line !== line))
      }
    }),
  ))

test("text in each encoding a village office writes comes back the same, and bytes never throw", () => {
  const signs = fc.constantFrom(..."样例村编号姓名金额元１２３，。、“”甲乙丙 abc,123\n")
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 40 }), fc.constantFrom("utf8", "bom"), (list, encoding) => {
      expect(Sheet.text(encoded(list.join(""), encoding as "utf8" | "bom"))).toEqual(Result.succeed(list.join("")))
    }),
  )
  // A few characters of GB18030 can happen to be UTF-8; a header row of the register is not.
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 40 }), (list) => {
      const text = `编号,姓名,金额\n${list.join("")}`
      expect(Sheet.text(encoded(text, "gb18030"))).toEqual(Result.succeed(text))
    }),
  )
  fc.assert(fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => void Sheet.text(bytes)))
})
