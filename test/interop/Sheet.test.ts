import * as Result from "effect/Result"
import { expect, test } from "vitest"
import * as Fault from "../../src/foundation/Fault.js"
import * as Period from "../../src/foundation/Period.js"
import * as InteropTexts from "../../src/interop/InteropTexts.js"
import * as Sheet from "../../src/interop/Sheet.js"

// All sheets here are made up.

const days = Period.yearUnsafe(2023)
const yuan = { unit: "元", min: "0", max: "100000", step: "0.5" }

const layout = {
  columns: {
    id: { header: "编号", also: ["人员编号"], presence: "required", cell: { is: "id" } },
    name: { header: "姓名", presence: "required", cell: { is: "text" } },
    state: { header: "状态", presence: "blank", cell: { is: "choice", of: ["在册", "迁出"] } },
    on: { header: "日期", presence: "required", cell: { is: "date" } },
    until: { header: "止日", presence: "optional", cell: { is: "date", or: ["未改"] } },
    given: {
      header: "金额",
      presence: "required",
      cell: { is: "number", domain: yuan, written: ["元", "万元"] },
      total: true,
    },
    posts: { header: "职务", presence: "optional", cell: { is: "list", of: ["书记", "主任", "委员"] } },
  },
  unique: ["id"],
  totals: { whole: ["合计", "总计"], part: ["小计"] },
} as const

const HEAD = ["编号", "姓名", "状态", "日期", "金额"]

const table = (...rows: ReadonlyArray<ReadonlyArray<string>>): Sheet.Table => ({
  file: "登记.csv",
  rows: rows.map((cells, index) => ({ line: index + 1, cells })),
})

const faultsOf = (sheet: Sheet.Table) =>
  Sheet.scan(sheet, layout, days).faults.map(({ code, at }) => [code, at?.line, at?.column])

const cell = (header: string, written: string) => {
  const row = { 编号: "D01", 姓名: "甲一", 状态: "", 日期: "2023-05-01", 金额: "1", [header]: written }
  return Sheet.scan(table(Object.keys(row), Object.values(row)), layout, days)
}

const valueAt = (header: string, key: string, written: string): unknown => {
  const { entries, faults } = cell(header, written)
  const values = entries[0]?.values as Record<string, unknown>
  return faults[0]?.code ?? values[key]
}

test("a sheet of every kind of cell gives typed rows; a title, blank rows and totals are no rows", () => {
  const read = Sheet.read(
    table(
      ["样例村捐款登记", "", "", "", "", "", ""],
      ["人员编号", "姓名", "状态", "日期", "止 日", "金额", "职务"],
      ["Ｄ０１", " 甲一　", "", "４５０４７", "未改", "１，０００元", "书记、主任"],
      ["", "", "　", "", "", "", ""],
      ["D02", "乙二", "迁 出", "2023年12月31日", "2023/12/31", "+0.50", ""],
      ["合　计", "", "", "", "", "1,000.5", ""],
    ),
    layout,
    days,
  )
  expect(Result.getOrThrow(read)).toEqual([
    {
      line: 3,
      values: { id: "D01", name: "甲一", on: "2023-05-01", until: "未改", given: "1000", posts: ["书记", "主任"] },
    },
    {
      line: 5,
      values: { id: "D02", name: "乙二", state: "迁出", on: "2023-12-31", until: "2023-12-31", given: "0.5" },
    },
  ])
})

test.each([
  ["2023-05-01", "2023-05-01"],
  ["2023/5/1", "2023-05-01"],
  ["2023.5.1", "2023-05-01"],
  ["２０２３年５月１号", "2023-05-01"],
  ["20230501", "2023-05-01"],
  ["45047", "2023-05-01"],
  ["45047.0", "2023-05-01"],
  ["2023/5/1 0:00", "2023-05-01"],
  ["2023-05-01 00:00:00", "2023-05-01"],
  ["2023-05-01 08:30", "sheet.badDate"],
  ["45047.5", "sheet.badDate"],
  ["2023-5/1", "sheet.badDate"],
  ["5月1日", "sheet.badDate"],
  ["二〇二三年五月一日", "sheet.badDate"],
  ["2023-02-29", "sheet.impossibleDate"],
  ["20231301", "sheet.impossibleDate"],
  ["60", "sheet.impossibleDate"],
  ["2022-12-31", "sheet.dateOutside"],
  ["2024-01-01", "sheet.dateOutside"],
  ["2023", "sheet.dateOutside"],
])("the date %s reads as %s", (written, expected) => {
  expect(valueAt("日期", "on", written)).toBe(expected)
})

test.each([
  ["1", "1"],
  ["００１．５０", "1.5"],
  ["1,000", "1000"],
  ["１２，３４５．５", "12345.5"],
  ["5 元", "5"],
  ["5万元", "5"],
  ["100000", "100000"],
  ["100000.5", "sheet.outOfBounds"],
  ["-1", "sheet.outOfBounds"],
  ["\u22121", "sheet.outOfBounds"],
  ["0.3", "sheet.offLattice"],
  ["0.30000000000000000001", "sheet.offLattice"],
  ["5次", "sheet.wrongUnit"],
  ["1,00", "sheet.badNumber"],
  ["1,0000", "sheet.badNumber"],
  ["1e3", "sheet.badNumber"],
  ["1/2", "sheet.badNumber"],
  ["0x10", "sheet.badNumber"],
  ["元", "sheet.badNumber"],
  ["-", "sheet.badNumber"],
  ["一百", "sheet.badNumber"],
  ["9".repeat(500), "sheet.badNumber"],
])("the number %s reads as %s", (written, expected) => {
  expect(valueAt("金额", "given", written)).toBe(expected)
})

test.each([
  ["状态", "state", "在　册", "在册"],
  ["状态", "state", "死亡", "sheet.notInList"],
  ["编号", "id", "Ｄ－０１ ", "D-01"],
  ["姓名", "name", "　甲 一\n", "甲 一"],
  ["姓名", "name", " ", "sheet.blank"],
  ["职务", "posts", "书记，委员；主任", ["书记", "委员", "主任"]],
  ["职务", "posts", "书记、书记", "sheet.twiceInList"],
  ["职务", "posts", "书记、会计", "sheet.notInList"],
  ["职务", "posts", "、", "sheet.blank"],
  ["止日", "until", "未　改", "未改"],
  ["止日", "until", "未定", "sheet.badDate"],
])("under %s the key %s of %j is %j", (header, key, written, expected) => {
  expect(valueAt(header, key, written)).toEqual(expected)
})

test("faults of headers stand at the header row, and each is said once", () => {
  const sheet = table(
    ["编号", "姓名", "编号", "金额", "地址", "", "日期1"],
    ["D01", "甲一", "D01", "5", "", "", ""],
    ["D02", "乙二", "D02", "5", "", "", ""],
  )
  expect(faultsOf(sheet)).toEqual([
    ["sheet.duplicateHeader", 1, "编号"],
    ["sheet.unknownHeader", 1, "地址"],
    ["sheet.blankHeader", 1, 6],
    ["sheet.unknownHeader", 1, "日期1"],
    ["sheet.missingHeader", 1, "日期"],
    ["sheet.missingHeader", 1, "状态"],
  ])
  expect(Sheet.scan(sheet, layout, days).entries.map(({ sound }) => sound)).toEqual([false, false])
})

test("a file without a header row is said to be without one", () => {
  expect(faultsOf(table())).toEqual([["sheet.empty", undefined, undefined]])
  expect(faultsOf(table(["", ""], ["样例村"]))).toEqual([["sheet.empty", undefined, undefined]])
})

test("short and long rows are faults, blank cells beyond the header row are none", () => {
  const good = ["D01", "甲一", "", "2023-05-01", "5"]
  expect(faultsOf(table(HEAD, [...good, "", "　"]))).toEqual([])
  expect(faultsOf(table(HEAD, [...good, "6"]))).toEqual([["sheet.longRow", 2, undefined]])
  expect(faultsOf(table(HEAD, good.slice(0, 3)))).toEqual([["sheet.shortRow", 2, undefined]])
})

test("one key twice is a fault at the second row that names the first", () => {
  const sheet = table(HEAD, ["D01", "甲一", "", "2023-05-01", "5"], ["Ｄ０１", "乙二", "", "2023-05-02", "6"])
  expect(Sheet.scan(sheet, layout, days).faults).toEqual([
    {
      code: "sheet.duplicateKey",
      path: [],
      params: { key: "D01", first: 2 },
      at: { file: "登记.csv", line: 3, column: "编号" },
    },
  ])
})

test("小计 adds up since the last 小计, 合计 everything above; a wrong total gives both numbers", () => {
  const row = (id: string, given: string) => [id, "甲一", "", "2023-05-01", given]
  const right = table(
    HEAD,
    row("D01", "5"),
    row("D02", "6"),
    ["小计", "", "", "", "11"],
    row("D03", "7"),
    ["小计", "", "", "", "7元"],
    ["总计", "", "", "", "18"],
  )
  expect(faultsOf(right)).toEqual([])
  const wrong = table(
    HEAD,
    row("D01", "5"),
    ["小计", "", "", "", "6"],
    row("D02", "7"),
    ["", "合计", "", "", "11.5"],
    ["总计", "", "", "", ""],
  )
  expect(Sheet.scan(wrong, layout, days).faults.map(({ code, params, at }) => [code, params, at?.line])).toEqual([
    ["sheet.total", { stated: "6", computed: "5" }, 3],
    ["sheet.total", { stated: "11.5", computed: "12" }, 5],
  ])
  expect(faultsOf(table(HEAD, row("D01", "五"), ["合计", "", "", "", "5"]))).toEqual([["sheet.badNumber", 2, "金额"]])
  expect(faultsOf(table(HEAD, row("D01", "5"), ["合计", "", "", "", "约5"]))).toEqual([["sheet.badNumber", 3, "金额"]])
})

test("text is UTF-8 with or without its mark, else GB18030; lines end in a line feed", () => {
  const utf8 = new TextEncoder().encode("编号\r\n村\r")
  expect(Sheet.text(utf8)).toEqual(Result.succeed("编号\n村\n"))
  expect(Sheet.text(Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8))).toEqual(Result.succeed("编号\n村\n"))
  expect(Sheet.text(Uint8Array.of(0xb1, 0xe0, 0xba, 0xc5))).toEqual(Result.succeed("编号"))
  // Four bytes, beyond GBK: U+3400.
  expect(Sheet.text(Uint8Array.of(0x81, 0x39, 0xee, 0x39))).toEqual(Result.succeed("㐀"))
  expect(Sheet.text(new Uint8Array())).toEqual(Result.succeed(""))
})

test.each([
  [Uint8Array.of(0xff, 0xfe, 0x51, 0x67), "sheet.wideEncoding", {}],
  [Uint8Array.of(0xfe, 0xff, 0x67, 0x51), "sheet.wideEncoding", {}],
  [Uint8Array.of(0x61, 0x00, 0x62), "sheet.nul", { byte: 2 }],
  [Uint8Array.of(0xb4, 0xe5, 0xff), "sheet.encoding", {}],
  [Uint8Array.of(0xb4), "sheet.encoding", {}],
  [new TextEncoder().encode("编号\r\n\uFFFD"), "sheet.lostCharacters", { line: 2 }],
])("the bytes %j are refused with %s", (bytes, code, params) => {
  expect(Sheet.text(bytes)).toEqual(Result.fail(Fault.make(code as never, params)))
})

test.each([
  [Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x14, 0x00), "sheet.workbook", {}],
  [Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0x00), "sheet.workbook", {}],
  [Uint8Array.of(0xef, 0xbb, 0xbf, 0x61, 0x0a, 0x80), "sheet.badByte", { line: 2 }],
  // Here the whole also happens to be GB18030, which would turn every character into another.
  [
    Uint8Array.of(
      ...new TextEncoder().encode("编号,姓名,金额\n甲一甲一甲"),
      0xe4,
      0xb8,
      ...new TextEncoder().encode("\n乙二\n"),
    ),
    "sheet.badByte",
    { line: 2 },
  ],
  [Uint8Array.of(...new TextEncoder().encode("编号\r\n姓名\r\n"), 0xff), "sheet.badByte", { line: 3 }],
])("the bytes %j are refused with %s, which says more", (bytes, code, params) => {
  expect(Sheet.text(bytes)).toEqual(Result.fail(Fault.make(code as never, params)))
})

test("a file separated by semicolons or tabs is said to be so, and nothing else of it", () => {
  expect(faultsOf(table([HEAD.join(";")], ["D01;甲一;;2023-05-01;5"]))).toEqual([["sheet.semicolons", 1, undefined]])
  expect(faultsOf(table([HEAD.join("；")], ["D01；甲一；；2023-05-01；1", "5"]))).toEqual([
    ["sheet.semicolons", 1, undefined],
  ])
  expect(faultsOf(table(["样例村"], [HEAD.join("\t")], ["D01\t甲一\t\t2023-05-01\t5"]))).toEqual([
    ["sheet.tabs", 2, undefined],
  ])
  expect(faultsOf(table(["a;b"], ["c;d"]))).toEqual([["sheet.empty", undefined, undefined]])
})

test("a total may carry a colon; a row with a single cell is no entry, and is said to be none once", () => {
  const row = ["D01", "甲一", "", "2023-05-01", "5"]
  expect(faultsOf(table(HEAD, row, ["合计：", "", "", "", "5"]))).toEqual([])
  expect(faultsOf(table(HEAD, row, ["合 计:", "", "", "", "6"]))).toEqual([["sheet.total", 3, "金额"]])
  const under = table(HEAD, row, ["制表人：甲一"], ["", "", "", "2023-12-31", ""])
  expect(faultsOf(under)).toEqual([
    ["sheet.notEntry", 3, undefined],
    ["sheet.notEntry", 4, undefined],
  ])
  expect(Sheet.scan(under, layout, days).entries.map(({ line }) => line)).toEqual([2])
})

test("numbers that do not fit say what would: a bound that there is, and whole numbers by that name", () => {
  const said = (domain: { readonly min: string | null; readonly max: string | null }, text: string) => {
    const column = {
      header: "数",
      presence: "required",
      cell: { is: "number", domain: { unit: "", step: "1", ...domain } },
    } as const
    const { faults } = Sheet.scan(table(["数"], [text]), { columns: { number: column } }, days)
    return faults.map((one) => Fault.sentence(InteropTexts.texts, one, "zh"))
  }
  expect(said({ min: "0", max: null }, "-5")).toEqual(["-5：不能小于0"])
  expect(said({ min: null, max: "9" }, "10")).toEqual(["10：不能大于9"])
  expect(said({ min: "1", max: "9" }, "10")).toEqual(["10不在1至9之间"])
  expect(said({ min: "1", max: "9" }, "1.5")).toEqual(["1.5不是整数"])
})

test("faults of one row come in the order of its columns in the file, those of the whole row first", () => {
  const turned = ["金额", "日期", "姓名", "编号", "状态"]
  expect(faultsOf(table(turned, ["x", "y", "", "", "z", "w"]))).toEqual([
    ["sheet.longRow", 2, undefined],
    ["sheet.badNumber", 2, "金额"],
    ["sheet.badDate", 2, "日期"],
    ["sheet.blank", 2, "姓名"],
    ["sheet.blank", 2, "编号"],
    ["sheet.notInList", 2, "状态"],
  ])
})

test("every code has its sentences, and they use only the parameters that the faults carry", () => {
  for (const { zh, en } of Object.values(InteropTexts.texts)) {
    const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
    expect(names(zh)).toEqual(names(en))
  }
  const fault = cell("金额", "5次").faults[0]
  expect(fault && Fault.say(InteropTexts.texts, fault, "zh")).toBe("登记.csv 第2行“金额”列：“5次”带了不收的单位“次”")
})
