/** Books of made-up orders; the totals in three units are those of source S2 (6 件, 15 件次, 178 人次) in small. */
import * as Result from "effect/Result"
import { expect, test } from "vitest"
import * as OrderBooks from "../../src/interop/OrderBooks.js"
import * as Sentence from "../../src/interop/Sentence.js"
import type * as Sheet from "../../src/interop/Sheet.js"
import * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import * as FiveOrders from "../../src/presets/FiveOrders.js"
import { done, further, options, placeOf, table, written } from "./orderTables.js"

const read = (sources: ReadonlyArray<OrderBooks.Source>) => OrderBooks.read(sources, options)
const faults = (sources: ReadonlyArray<OrderBooks.Source>) => {
  const books = read(sources)
  return Result.isFailure(books) ? books.failure : []
}
const places = (sources: ReadonlyArray<OrderBooks.Source>) => faults(sources).map(placeOf)
const said = (sources: ReadonlyArray<OrderBooks.Source>, language: "zh" | "en" = "zh") =>
  faults(sources).map((one) => Sentence.text(one, language))

test("the four books are one order, done and rated: every row is a step, at its place", () => {
  const { lines, log, places: stand } = Result.getOrThrow(read(done))
  const state = log.orders.get("D1")?.stream.state
  expect([state?.course.stage, log.journal.length, lines.length]).toEqual(["satisfied", 11, 11])
  expect(state?.fields.village).toBe("U04")
  expect(stand["流转台账:000003"]).toEqual({ file: "流转台账.csv", line: 3 })
  expect(stand["点单台账#D1"]).toEqual({ file: "点单台账.csv", line: 2 })
  const request = lines.find(({ id }) => id === "点单台账#D1")
  expect([request?.on, request?.recordedAt]).toEqual(["2023-03-01", Date.UTC(2023, 2, 1, 1, 5)])
  expect(request?.actor).toEqual({ post: "resident", person: "Q1" })
  const steps = ServiceOrder.steps(FiveOrders.scheme, state!)
  expect(steps.flatMap(({ deed, entry }) => (deed === "serve" ? [entry.payload.fields.persons] : []))).toEqual([3, 2])
})

test("a total of person-times that is not their sum is told at its row", () => {
  expect(places(written("服务台账.csv", 4, "服务人次", "6"))).toEqual(["服务台账.csv 4 服务人次 sheet.total"])
})

test("a grade off the scale, an unknown step, post and time, a number that is none: told at the cell, all at once", () => {
  const broken = [
    ["流转台账.csv", 7, "评价", "非常好"],
    ["流转台账.csv", 2, "步骤", "认领"],
    ["点单台账.csv", 2, "时间", "25:00"],
    ["派单台账.csv", 2, "职务", "镇长"],
    ["服务台账.csv", 2, "服务人次", "若干"],
    ["流转台账.csv", 5, "日期", "2023-02-30"],
  ] as const
  const books = broken.reduce<ReadonlyArray<Sheet.Table>>(
    (from, [file, line, header, text]) => written(file, line, header, text, from),
    done,
  )
  expect(places(books)).toEqual([
    "服务台账.csv 2 服务人次 sheet.badNumber",
    "派单台账.csv 2 职务 orderBooks.noPost",
    "流转台账.csv 2 步骤 sheet.notInList",
    "流转台账.csv 5 日期 sheet.impossibleDate",
    "流转台账.csv 7 评价 sheet.notInList",
    "点单台账.csv 2 时间 orderBooks.badTime",
  ])
})

test("an order, a dispatch or neither that the lists do not have, and a dispatch of another order", () => {
  expect(places(written("流转台账.csv", 2, "工单", "D9"))).toContain("流转台账.csv 2 工单 orderBooks.noOrder")
  expect(places(written("服务台账.csv", 2, "派单", "D9-1"))).toContain("服务台账.csv 2 派单 orderBooks.noDispatch")
  expect(places(written("流转台账.csv", 3, "派单", ""))).toContain("流转台账.csv 3 工单 orderBooks.nothingNamed")
  const two = further("点单台账.csv", "D2,2023-03-01,9:05,群众,Q2,点单,U04,井盖破了")
  expect(places(written("流转台账.csv", 4, "工单", "D2", two))).toContain("流转台账.csv 4 派单 orderBooks.otherOrder")
})

test("what the scheme refuses is told at the row that says it, in the words of the books", () => {
  expect(said(further("流转台账.csv", "D1,,评单,2023-03-11,,党员,M1,,满意,,"))).toEqual([
    "流转台账.csv 第9行“步骤”列：事项已终结于“办结满意”，不能“评单”",
    "流转台账.csv 第9行“职务”列：“党员”无权“评单”，须由群众办理",
    "流转台账.csv 第9行“人员”列：“评单”只能由“点单、代办对象”所指之人办理",
    "流转台账.csv 第9行“人员”列：承办人不得对自己办理的派单“D1-1”作“评单”",
  ])
  expect(said(further("流转台账.csv", "D1,,评单,2023-03-11,,党员,M1,,满意,,"), "en")[1]).toBe(
    '流转台账.csv line 9 column "职务": "党员" may not take "评单", which is for: 群众',
  )
  expect(places(written("流转台账.csv", 5, "人员", "M1", written("流转台账.csv", 5, "职务", "党员")))).toEqual([
    "流转台账.csv 5 职务 proceeding.role",
    "流转台账.csv 5 人员 serviceOrder.ownWork",
  ])
  expect(places(written("流转台账.csv", 4, "办理佐证", ""))).toEqual(["流转台账.csv 4 办理佐证 proceeding.needs"])
  expect(places(written("流转台账.csv", 6, "理由", "不填"))).toEqual(["流转台账.csv 6 理由 proceeding.notAsked"])
})

test("a row that is refused is told once: what could not stand without it shows when it is mended", () => {
  const late = written("流转台账.csv", 2, "日期", "2023-03-03")
  expect(places(late)).toEqual(["派单台账.csv 2 方式 proceeding.notFrom"])
  const unread = written("点单台账.csv", 2, "日期", "2023-02-30")
  expect(places(unread)).toEqual(["点单台账.csv 2 日期 sheet.impossibleDate"])
  const both = written("流转台账.csv", 7, "评价", "", late)
  expect(places(both)).toEqual(["派单台账.csv 2 方式 proceeding.notFrom", "流转台账.csv 7 评价 proceeding.needs"])
  const role = written("流转台账.csv", 8, "职务", "党员", late)
  expect(places(role)).toEqual(["派单台账.csv 2 方式 proceeding.notFrom"])
})

test("a row that could not be read hides nothing of other orders, and a wrong total nothing at all", () => {
  const two = further("点单台账.csv", "D2,2023-02-30,9:05,群众,Q2,点单,U04,井盖破了")
  const rating = written("流转台账.csv", 7, "人员", "Q2", two)
  expect(places(rating)).toEqual(["流转台账.csv 7 人员 proceeding.only", "点单台账.csv 3 日期 sheet.impossibleDate"])
  const total = written("服务台账.csv", 4, "服务人次", "6", written("流转台账.csv", 7, "人员", "Q2"))
  expect(places(total)).toEqual(["服务台账.csv 4 服务人次 sheet.total", "流转台账.csv 7 人员 proceeding.only"])
})

test("rows of one order on one day need their time where it cannot be told which came first", () => {
  expect(places(written("点单台账.csv", 2, "时间", ""))).toEqual(["点单台账.csv 2 时间 orderBooks.noTime"])
  expect(places(written("派单台账.csv", 2, "时间", "16:00"))).toEqual(["流转台账.csv 3 时间 orderBooks.noTime"])
  const sameDay = ["报告办结", "验收", "晒单", "评单", "办结归档"].reduce<ReadonlyArray<Sheet.Table>>(
    (from, _, index) => written("流转台账.csv", 4 + index, "日期", "2023-03-06", from),
    done,
  )
  expect(places(sameDay)).toEqual([])
  expect(places(written("流转台账.csv", 5, "时间", "9:30", sameDay)).length).toBe(4)
  expect(places(written("服务台账.csv", 2, "日期", "2023-03-02"))).toEqual(["服务台账.csv 2 时间 orderBooks.noTime"])
})

test("times as offices write them", () => {
  for (const text of ["９：０５", "9时05分", "09:05:30", "9:5"]) {
    const { lines } = Result.getOrThrow(read(written("点单台账.csv", 2, "时间", text)))
    expect(lines.find(({ id }) => id === "点单台账#D1")?.recordedAt, text).toBe(Date.UTC(2023, 2, 1, 1, 5))
  }
})

test("of two steps of one name the one that fits what the row is about", () => {
  const steps = done.filter(({ file }) => file !== "流转台账.csv")
  const flow = table(
    "流转台账.csv",
    "工单,派单,步骤,日期,职务,人员,理由",
    "D1,,领单,2023-03-01,网格员,W1,",
    ",D1-1,接单,2023-03-03,党员,M1,",
    ",D1-1,挂起,2023-03-06,党员,M1,等材料",
    ",D1-1,恢复办理,2023-03-07,党员,M1,",
    "D1,,挂账,2023-03-08,支部书记,B1,等资金",
    "D1,,恢复办理,2023-03-09,支部书记,B1,",
  )
  const { log } = Result.getOrThrow(read([...written("点单台账.csv", 2, "日期", "2023-02-28", steps), flow]))
  const moves = log.journal.map(({ payload }) => payload.content.move)
  expect(moves.slice(-4)).toEqual(["hold", "resume", "shelve", "unshelve"])
})

test("files that are no book, that could not be opened or only repeat another, and the list of requests missing", () => {
  expect(places([...done, table("工资表.csv", "编号,金额")])).toEqual(["工资表.csv   orderBooks.unknownFile"])
  expect(places(done.slice(1))).toContain("   orderBooks.noBook")
  const copy = { ...done[1]!, file: "派单台账 - 副本.csv" }
  expect(places([...done, copy])).toEqual(["派单台账 - 副本.csv   pointRegister.sameFile"])
  const syntax = { code: "sheet.syntax", path: [], params: {}, at: { file: "派单台账.csv", line: 2 } }
  const unopened = done.map((one) => (one.file === "派单台账.csv" ? { file: one.file, faults: [syntax] } : one))
  expect(places(unopened)).toEqual(["派单台账.csv 2  sheet.syntax"])
})

test("a number that two requests bear is told, within a file and across files", () => {
  const row = "D1,2023-04-01,9:05,群众,Q7,点单,U04,井盖破了"
  expect(places(further("点单台账.csv", row))).toEqual(["点单台账.csv 3 编号 sheet.duplicateKey"])
  const head = "编号,日期,时间,职务,人员,来源,村,诉求"
  expect(places([...done, table("点单台账-四月.csv", head, row)])).toEqual([
    "点单台账-四月.csv 2 编号 organisationBooks.keyTwice",
  ])
})

test("every refusal of the books has its sentence in both languages", () => {
  const books = [
    ...written("流转台账.csv", 2, "工单", "D9", written("流转台账.csv", 3, "派单", "")),
    table("工资表.csv", "编号,金额"),
  ]
  for (const language of ["zh", "en"] as const)
    for (const sentence of said(books, language)) expect(sentence).not.toMatch(/orderBooks\.|\{/)
  expect(said(books)).toContain("流转台账.csv 第2行“工单”列：点单台账里没有“D9”")
})

test("the layouts: three lists whose rows are counted, and one for every other step", () => {
  const layouts = OrderBooks.layouts(FiveOrders.scheme)
  expect(layouts.map(({ name }) => name)).toEqual(["点单台账", "派单台账", "服务台账", "流转台账"])
  const steps = layouts[3]?.layout.columns.move?.cell
  const listed = steps?.is === "choice" ? steps.of : []
  const all = [...FiveOrders.scheme.order.moves, ...FiveOrders.scheme.dispatch.moves]
  const others = layouts.slice(0, 3).flatMap(({ layout }) => {
    const cell = layout.columns.move?.cell
    return cell?.is === "choice" ? cell.of : []
  })
  expect(new Set([...listed, ...others])).toEqual(new Set(all.map(({ label }) => label.zh)))
  expect(listed.filter((label) => others.includes(label))).toEqual([])
})
