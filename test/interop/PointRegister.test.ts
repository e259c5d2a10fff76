import * as Result from "effect/Result"
import { expect, test } from "vitest"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as Fault from "../../src/foundation/Fault.js"
import * as Period from "../../src/foundation/Period.js"
import * as InteropTexts from "../../src/interop/InteropTexts.js"
import * as PointRegister from "../../src/interop/PointRegister.js"
import * as Interpreter from "../../src/rules/Interpreter.js"
import { options, roster, table } from "./registerBooks.js"

// All registers here are made up.

const HEAD = "序号|日期|登记日期|编号|姓名|条目|数|同一事|止日|更正|经办|说明"

const read = (...sources: ReadonlyArray<PointRegister.Source>) => PointRegister.read([roster, ...sources], options)

const register = (...sources: ReadonlyArray<PointRegister.Source>) => Result.getOrThrow(read(...sources))

const faultsOf = (...sources: ReadonlyArray<PointRegister.Source>) => {
  const result = read(...sources)
  return Result.isSuccess(result) ? [] : result.failure.map(({ code, at }) => [code, at?.file, at?.line, at?.column])
}

/** The book of lines; the cells left out at the end of a row are blank. */
const lines = (...rows: ReadonlyArray<string>) =>
  table("加扣分登记.csv", HEAD, ...rows.map((text) => text + "|".repeat(12 - text.split("|").length)))

/** The faults of one row of lines, without the place. */
const row = (text: string) => {
  const result = read(lines(text))
  return Result.isSuccess(result) ? [] : result.failure.map(({ code, at }) => `${code} ${at?.line} ${at?.column}`)
}

test("the list of people becomes subjects with labels; names stay apart", () => {
  const { subjects, names, facts, closures } = register()
  expect(subjects).toEqual([
    { id: "D01", labels: { 身份: ["党员"], 类别: ["党员"], 状态: ["在册"] } },
    { id: "D02", labels: { 身份: ["预备党员"], 职务: ["信息采集员"], 类别: ["党员"], 状态: ["在校就读"] } },
    { id: "G01", labels: { 身份: ["党员"], 职务: ["村党组织书记", "村两委成员"], 类别: ["村干部"] } },
  ])
  expect(names).toEqual({ D01: "乙二", D02: "丙三", G01: "甲一" })
  expect([facts, closures]).toEqual([[], []])
})

test("a row of lines becomes a fact: the kind and tags follow from the line, the instant from the day of registering", () => {
  const { facts } = register(
    lines(
      "1|2023-05-01|2023-05-03|Ｇ０１|甲　一|Ｐ－３|２人||||D01|两委违纪",
      "2|45047||D02|丙三|P-5||||||",
      "3|2023-05-02||D02|丙三|P-6|||||",
      "4|2023-05-02||D01|乙二|走访||走访1|||",
      "5|2023-06-01|2023-06-02|D01|乙二|P-2|||未改||",
      "6|2023-06-01|2023-07-02|D01|乙二|P-2|||2023-07-01|5|",
    ),
  )
  expect(facts).toEqual([
    {
      id: "加扣分登记#1",
      subject: "G01",
      kind: "P-3",
      on: "2023-05-01",
      recordedAt: Date.parse("2023-05-03T00:00:00+08:00"),
      source: "加扣分登记.csv",
      values: { 人数: "2" },
      decidedBy: "D01",
      reason: "两委违纪",
    },
    {
      id: "加扣分登记#2",
      subject: "D02",
      kind: "采集员",
      on: "2023-05-01",
      recordedAt: Date.parse("2023-05-01T00:00:00+08:00"),
      source: "加扣分登记.csv",
      tags: { 星级: "五星" },
    },
    expect.objectContaining({ id: "加扣分登记#3", kind: "采集员" }),
    expect.objectContaining({ id: "加扣分登记#4", kind: "走访", act: "走访1" }),
    expect.objectContaining({ id: "加扣分登记#5", until: "open" }),
    expect.objectContaining({ id: "加扣分登记#6", until: "2023-07-01", supersedes: "加扣分登记#5" }),
  ])
  expect(facts[2]).not.toHaveProperty("tags")
})

test("measured books give their field or tag; without 序号 the line names the fact", () => {
  const { facts } = register(
    table("捐款登记-上半年.csv", "序号|日期|编号|姓名|金额", "1|45047|D01|乙二|3,000元", "合计||||3000"),
    table(
      "志愿服务登记.csv",
      "日期|编号|姓名|时长",
      "2023/3/5|D01|乙二|１．５",
      "2023/3/6|G01|甲一|2小时",
      "小计|||3.5",
    ),
    table("支部星级.csv", "日期|编号|姓名|星级", "2023-12-28|G01|甲一|五星"),
    table("引进项目登记.csv", "日期|编号|姓名|投资额|行业", "2023-12-28|G01|甲一|150.5万元|农业"),
  )
  expect(facts.map(({ id, kind, values, tags }) => ({ id, kind, values, tags }))).toEqual([
    { id: "引进项目登记:2", kind: "引进项目", values: { 投资额: "150.5" }, tags: { 行业: "农业" } },
    { id: "志愿服务登记:2", kind: "志愿服务", values: { 时长: "1.5" } },
    { id: "志愿服务登记:3", kind: "志愿服务", values: { 时长: "2" } },
    { id: "捐款登记-上半年#1", kind: "捐款", values: { 金额: "3000" } },
    { id: "支部星级:2", kind: "支部星级", tags: { 星级: "五星" } },
  ])
})

test("a book declared complete closes its kind; the book of lines closes every kind without a book of its own", () => {
  const recordedAt = Date.parse("2024-01-08T00:00:00+08:00")
  const { closures } = register(
    table("登记截止.csv", "登记簿|截止日|登记日期", "志愿服务登记|2023-12-31|2024-01-08", "加扣分登记|2023-06-30|"),
  )
  expect(closures.filter(({ kind }) => kind === "志愿服务")).toEqual([
    { kind: "志愿服务", through: "2023-12-31", recordedAt },
  ])
  const others = closures.filter(({ through }) => through === "2023-06-30").map(({ kind }) => kind)
  expect(others).toEqual(["P-1", "P-2", "P-3", "拒不改正", "评级", "走访", "采集员"])
})

test.each([
  ["1|2023-05-01||D09|乙二|P-1|", "pointRegister.unknownPerson 2 编号"],
  ["1|2023-05-01||D01|乙三|P-1|", "pointRegister.otherName 2 姓名"],
  ["1|2023-05-01||D01|乙二|P-1|||||村里", "pointRegister.unknownClerk 2 经办"],
  ["1|2023-05-01||D01|乙二|P-9|", "pointRegister.unknownItem 2 条目"],
  ["1|2023-05-01||D01|乙二|P-8|100", "pointRegister.otherBook 2 条目"],
  ["1|2023-05-01||D01|乙二|P-4|", "pointRegister.otherBook 2 条目"],
  ["1|2023-05-01||D01|乙二|P-7|", "pointRegister.otherBook 2 条目"],
  ["1|2023-05-01||D01|乙二|P-1|2", "pointRegister.numberUncalled 2 数"],
  ["1|2023-05-01||D01|乙二|P-3|", "pointRegister.numberMissing 2 数"],
  ["1|2023-05-01||D01|乙二|P-3|0", "pointRegister.notWholeBetween 2 数"],
  ["1|2023-05-01||D01|乙二|P-3|1.5", "pointRegister.notWholeBetween 2 数"],
  ["1|2023-05-01||D01|乙二|P-3|21", "pointRegister.notWholeBetween 2 数"],
  ["1|2022-12-31||D01|乙二|P-2|", "pointRegister.outsidePeriod 2 日期"],
  ["1|2024-01-01||D01|乙二|P-2|", "pointRegister.outsidePeriod 2 日期"],
  ["1|2022-11-01|2023-01-02|D01|乙二|P-2|||2023-01-01", "pointRegister.outsidePeriod 2 日期"],
  ["1|2023-05-02|2023-05-01|D01|乙二|P-2|", "pointRegister.registeredBefore 2 登记日期"],
  ["1|2023-05-02|2023-05-03|D01|乙二|P-2|||2023-05-04", "pointRegister.endsAfterRegistered 2 止日"],
  ["1|2023-05-02|2023-05-03|D01|乙二|P-2|||2023-05-01", "fact.endsBeforeStart 2 止日"],
  ["1|2023-05-02||D01|乙二|P-2||||7", "coordinate.supersedesUnknown 2 更正"],
  ["1|2023-05-02||D01|乙二|P-2||||1", "coordinate.supersedesRing 2 更正"],
])("the row %s is refused with %s", (text, expected) => {
  expect(row(text)).toEqual([expected])
})

test.each([
  "1|2022-11-01|2023-01-03|D01|乙二|P-2|||2023-01-02|||",
  "1|2022-11-01|2022-11-03|D01|乙二|P-2|||未改|||",
  "1|2023-12-31|2024-12-31|D01|乙二|P-1||||||",
  "1|2023-01-01||D01|乙 二|拒不改正||||||",
])("the row %s is taken", (text) => {
  expect(row(text)).toEqual([])
})

test("one row can be wrong in several ways, and all are said", () => {
  expect(row("1|2023-02-30|2024-02-30|D09|乙二|P-9|x|||||")).toEqual([
    "sheet.impossibleDate 2 日期",
    "sheet.impossibleDate 2 登记日期",
    "pointRegister.unknownPerson 2 编号",
    "pointRegister.unknownItem 2 条目",
    "sheet.badNumber 2 数",
  ])
})

test("files are told by the name they begin with; strangers, doubles and a missing list of people are faults", () => {
  const gifts = "日期|编号|姓名|金额"
  expect(faultsOf(table("a/捐款登记（下）.csv", gifts), table("捐款登记2023.csv", gifts))).toEqual([])
  expect(
    faultsOf(
      table("捐款登记.csv", gifts),
      table("旧/捐款登记.csv", gifts),
      table("捐款登记簿.csv", gifts),
      table("工资.csv", gifts),
    ),
  ).toEqual([
    ["pointRegister.unknownFile", "工资.csv", undefined, undefined],
    ["pointRegister.unknownFile", "捐款登记簿.csv", undefined, undefined],
    ["pointRegister.fileTwice", "旧/捐款登记.csv", undefined, undefined],
  ])
  const none = PointRegister.read([table("捐款登记.csv", gifts, "2023-05-01|D01|乙二|5")], options)
  expect(Result.isFailure(none) && none.failure.map(({ code }) => code)).toEqual(["pointRegister.noPeople"])
})

test("a list of people that could not be read hides nobody: only its own fault is said, not one for every row", () => {
  const broken = { file: "人员名册.csv", faults: [Fault.make("sheet.encoding", {}, [], { file: "人员名册.csv" })] }
  const rows = lines("1|2023-05-01||D01|乙二|P-1||||||", "2|2023-05-01||D02|丙三|P-9||||||")
  const result = PointRegister.read([broken, rows], options)
  expect(Result.isFailure(result) && result.failure.map(({ code }) => code)).toEqual([
    "sheet.encoding",
    "pointRegister.unknownItem",
  ])
})

test("a person in two lists, a row whose corrected row is broken, a closure of no book: each one fault", () => {
  expect(faultsOf(table("人员名册-补.csv", "编号|姓名|身份|职务|类别|状态", "D01|乙二|党员||党员|"))).toEqual([
    ["pointRegister.personTwice", "人员名册-补.csv", 2, "编号"],
  ])
  expect(faultsOf(lines("1|2023-13-01||D01|乙二|P-2||||||", "2|2023-05-01||D01|乙二|P-2||||1||"))).toEqual([
    ["sheet.impossibleDate", "加扣分登记.csv", 2, "日期"],
  ])
  expect(
    faultsOf(table("登记截止.csv", "登记簿|截止日|登记日期", "工资簿|2023-12-31|", "捐款登记|2023-12-31|2023-12-30")),
  ).toEqual([
    ["pointRegister.unknownBook", "登记截止.csv", 2, "登记簿"],
    ["pointRegister.closedBefore", "登记截止.csv", 3, "登记日期"],
  ])
})

test("an offset that is none, and a day before instants begin, are faults", () => {
  const sheet = (day: string) => table("捐款登记.csv", "日期|编号|姓名|金额", `${day}|D01|乙二|5`)
  for (const offsetMinutes of [Number.NaN, Number.POSITIVE_INFINITY, 0.1, 2000]) {
    const result = PointRegister.read([roster, sheet("2023-05-01")], { ...options, offsetMinutes })
    expect(Result.isFailure(result) && result.failure.map(({ code }) => code)).toEqual(["coordinate.notOffset"])
  }
  const early = PointRegister.read([roster, sheet("1960-05-01")], { ...options, period: Period.yearUnsafe(1960) })
  expect(Result.isFailure(early) && early.failure.map(({ code, at }) => [code, at?.line])).toEqual([
    ["coordinate.notInstant", 2],
  ])
})

const said = (...sources: ReadonlyArray<PointRegister.Source>) => {
  const result = read(...sources)
  return Result.isSuccess(result) ? [] : result.failure.map((one) => Fault.say(InteropTexts.texts, one, "zh"))
}

const GIFTS = "序号|日期|编号|姓名|金额|说明"

test("a row that says the same again is a fault that names the first, across files and within one", () => {
  const first = table(
    "捐款登记.csv",
    GIFTS,
    "1|2023-05-01|D01|乙二|5|",
    "2|45047|Ｄ０１|乙 二|5元|",
    "3|2023-05-01|D01|乙二|6|",
  )
  const second = table("捐款登记-补.csv", GIFTS, "1|2023/5/1|D01|乙二|6|", "2|2023-05-02|D01|乙二|6|")
  expect(said(first, second)).toEqual([
    "捐款登记-补.csv 第2行：与捐款登记.csv第4行登记的完全相同；若确是两件事，请在“说明”里写明各是哪一件",
    "捐款登记.csv 第3行：与捐款登记.csv第2行登记的完全相同；若确是两件事，请在“说明”里写明各是哪一件",
  ])
})

test.each([
  ["1|2023-05-01||D01|乙二|P-1||||||上午", "2|2023-05-01||D01|乙二|P-1||||||下午"],
  ["1|2023-05-01||D01|乙二|P-1||甲|||", "2|2023-05-01||D01|乙二|P-1||乙|||"],
  ["1|2023-05-01||D01|乙二|P-3|1", "2|2023-05-01||D01|乙二|P-3|2"],
  ["1|2023-05-01|2023-05-01|D01|乙二|P-1|", "2|2023-05-01|2023-05-02|D01|乙二|P-1|"],
  ["1|2023-05-01||D01|乙二|P-1|", "2|2023-05-01||D01|乙二|P-1||||1"],
])("two rows that differ in more than 序号 are two deeds: %s and %s", (first, second) => {
  expect(said(lines(first, second))).toEqual([])
})

test("a file that only repeats another is one fault, whatever way it is written and whatever is wrong with it", () => {
  const whole = table("捐款登记.csv", GIFTS, "1|2023-05-01|D01|乙二|5|", "2|2023-05-02|D09|乙二|x|", "合计||||5|")
  const copy = table("捐款登记 - 副本.csv", GIFTS, "7|2023/5/1|D01|乙二|5元|", "8|2023-05-02|D09|乙二|x|")
  const faults = said(copy, whole)
  expect(faults.filter((text) => text.includes("副本"))).toEqual([
    "捐款登记 - 副本.csv：全部2行在“捐款登记.csv”里都已登记，是重复的文件",
  ])
  expect(faults).toHaveLength(3)
  const before = table("捐款登记.csv", GIFTS, "1|2023-05-01|D01|乙二|5|")
  const grown = table("捐款登记-新.csv", GIFTS, "1|2023-05-01|D01|乙二|5|", "2|2023-06-01|D01|乙二|5|")
  expect(said(before, grown)).toEqual(["捐款登记.csv：全部1行在“捐款登记-新.csv”里都已登记，是重复的文件"])
  expect(said(table("捐款登记.csv", GIFTS), table("捐款登记-补.csv", GIFTS))).toEqual([])
})

test("two lists of people are one fault for the file, copied or changed", () => {
  const copy = { ...roster, file: "人员名册 - 副本.csv" }
  expect(said(copy)).toEqual(["人员名册 - 副本.csv：全部3行在“人员名册.csv”里都已登记，是重复的文件"])
  const changed = table(
    "人员名册-旧.csv",
    "编号|姓名|身份|职务|类别|状态",
    "G01|甲一|党员||党员|",
    "D01|乙二|党员||党员|迁出",
    "D07|丁四|党员||党员|",
  )
  expect(said(changed)).toEqual(["人员名册-旧.csv：有2人在“人员名册.csv”里已有；名册只交一份"])
})

test("sentences say what to mend", () => {
  expect(said(lines("1|2023-01-02|2022-01-03|D01|乙二|P-1|", "2|2023-01-02||甲二|乙二|P-1|"))).toEqual([
    "加扣分登记.csv 第2行“登记日期”列：登记日期2022-01-03早于发生日期2023-01-02",
    "加扣分登记.csv 第3行“编号”列：名册里没有编号“甲二”",
  ])
  expect(said(table("捐款登记.csv", GIFTS, "1|2023-05-01|D01|乙二|0|", "2|2023-05-01|D01|乙二|-1|"))).toEqual([
    "捐款登记.csv 第2行“金额”列：0元不合评价办法：应为不小于1的整数",
    "捐款登记.csv 第3行“金额”列：-1：不能小于0",
  ])
})

test("what no line takes is told with its place and the reason: another person's line, no such tag, no such kind", () => {
  const held = register(
    lines("1|2023-05-01||D01|乙二|P-5|", "2|2023-05-01||D01|乙二|P-1|"),
    table("支部星级.csv", "日期|编号|姓名|星级", "2023-12-28|G01|甲一|四星"),
    table("拾金登记.csv", "日期|编号|姓名|金额", "2023-12-28|G01|甲一|100"),
  )
  const at = Coordinate.of(Period.lastDay(options.period), Coordinate.instantUnsafe(Date.UTC(2024, 0, 10)))
  const { book, period } = options
  const { outcomes } = Interpreter.evaluate({ book, period, at, ...held })
  const told = PointRegister.unread(held, book, outcomes)
  expect(told.map(({ code, at: place, params }) => [code, place?.file, place?.line, params.items])).toEqual([
    ["pointRegister.unreadKind", "拾金登记.csv", 2, "拾金"],
    ["pointRegister.unreadTag", "支部星级.csv", 2, "P-4"],
  ])
  expect(told.map((one) => Fault.say(InteropTexts.texts, one, "zh"))).toEqual([
    "拾金登记.csv 第2行：甲一（G01），2023-12-28，拾金，评价办法没有记这类事的条目",
    "支部星级.csv 第2行：甲一（G01），2023-12-28，P-4，各条都不对应所登记的类别",
  ])
  expect(PointRegister.unread(held, book, [])).toEqual([])
})
