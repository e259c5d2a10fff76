/** Books of made-up orders; the totals in three units are those of source S2 (6 件, 15 件次, 178 人次) in small. */
import * as Result from "effect/Result"
import { expect, test } from "vitest"
import * as OrderBooks from "../../src/interop/OrderBooks.js"
import * as Sentence from "../../src/interop/Sentence.js"
import type * as Sheet from "../../src/interop/Sheet.js"
import * as OrderLog from "../../src/orders/OrderLog.js"
import type * as OrderRoles from "../../src/orders/OrderRoles.js"
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
  expect(stand["流转台账#D1|D1-1|takeOn|2023-03-02|57600"]).toEqual({ file: "流转台账.csv", line: 3 })
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
  expect(places(written("派单台账.csv", 2, "时间", "16:00"))).toEqual(["流转台账.csv 3 时间 orderBooks.sameTime"])
  expect(said(written("派单台账.csv", 2, "时间", "16:00"))).toEqual([
    "流转台账.csv 第3行“时间”列：工单“D1”在2023-03-02的这一时间，“派单台账.csv”第2行另有步骤，分不清先后；请按先后错开时间",
  ])
  const sameDay = ["报告办结", "验收", "晒单", "评单", "办结归档"].reduce<ReadonlyArray<Sheet.Table>>(
    (from, _, index) => written("流转台账.csv", 4 + index, "日期", "2023-03-06", from),
    done,
  )
  expect(places(sameDay)).toEqual([])
  expect(places(written("流转台账.csv", 5, "时间", "9:30", sameDay)).length).toBe(4)
  expect(places(written("服务台账.csv", 2, "日期", "2023-03-02"))).toEqual(["服务台账.csv 2 时间 orderBooks.noTime"])
})

test("times as offices write them", () => {
  const at = (text: string) => {
    const { lines } = Result.getOrThrow(read(written("点单台账.csv", 2, "时间", text)))
    return lines.find(({ id }) => id === "点单台账#D1")?.recordedAt
  }
  for (const text of ["９：０５", "9时05分", "09:05:00", "9:5", "9点05", "9点05分", "上午9:05", "上午 9点5分"])
    expect(at(text), text).toBe(Date.UTC(2023, 2, 1, 1, 5))
  expect(at("09:05:30")).toBe(Date.UTC(2023, 2, 1, 1, 5, 30))
  expect(at("下午2点")).toBe(Date.UTC(2023, 2, 1, 6))
  expect(at("下午12:10")).toBe(Date.UTC(2023, 2, 1, 4, 10))
  for (const text of ["9:05:60", "9:60", "24:00", "上午12:05", "下午0:10", "9", "0.395", "9:05:", "傍晚"])
    expect(places(written("点单台账.csv", 2, "时间", text)), text).toEqual(["点单台账.csv 2 时间 orderBooks.badTime"])
  expect(said(written("点单台账.csv", 2, "时间", "9:05:60"))).toEqual([
    "点单台账.csv 第2行“时间”列：“9:05:60”不是一天中的时间，应写成9:30、15:20、9点30分或下午3:20",
  ])
})

test("rows of one list without a time, or of one time, follow one another line by line, ten of them too", () => {
  const head = "编号,工单,日期,时间,职务,人员,方式,承办人"
  const rest = done.filter(({ file }) => file === "点单台账.csv")
  const claim = table("流转台账.csv", "工单,步骤,日期,职务,人员", "D1,领单,2023-03-02,网格员,W1")
  for (const time of ["", "10:00"]) {
    const rows = Array.from({ length: 12 }, (_, place) => `D1-${place + 1},D1,2023-03-03,${time},支部书记,B1,派单,M1`)
    const { log } = Result.getOrThrow(read([...rest, claim, table("派单台账.csv", head, ...rows)]))
    const state = log.orders.get("D1")?.stream.state
    const numbers = ServiceOrder.dispatches(state!).map(({ id, number }) => [id, number])
    expect(numbers).toEqual(rows.map((_, place) => [`D1-${place + 1}`, place + 1]))
  }
})

test("a request comes before all else of its minute, and services of one minute in two lists are alike", () => {
  const { log } = Result.getOrThrow(read(written("点单台账.csv", 2, "时间", "14:30")))
  expect(log.orders.get("D1")?.stream.state.course.stage).toBe("satisfied")
  const timed = written("服务台账.csv", 3, "时间", "9:00", written("服务台账.csv", 2, "时间", "9:00"))
  const services = timed.find(({ file }) => file === "服务台账.csv")!
  const [head, first, second] = services.rows
  const parted = [
    ...timed.filter(({ file }) => file !== "服务台账.csv"),
    { file: "服务台账-一.csv", rows: [head!, first!] },
    { file: "服务台账-二.csv", rows: [head!, { ...second!, cells: second!.cells.with(1, "2023-03-04") }] },
  ]
  expect(Result.getOrThrow(read(parted)).log.refused).toEqual([])
})

test("a row keeps its id when others are put in before it, when the book is parted or kept under another name", () => {
  const ids = (sources: ReadonlyArray<OrderBooks.Source>) =>
    new Set(Result.getOrThrow(read(sources)).lines.map(({ id }) => id))
  const before = ids(done)
  const more = done.map((each) =>
    each.file === "服务台账.csv"
      ? table(
          "服务台账-三月.csv",
          "派单,日期,时间,职务,人员,服务人次",
          "D1-1,2023-03-03,,党员,M1,1",
          ...texts(each).slice(1, -1),
        )
      : each,
  )
  const after = ids(more)
  expect([after.size, [...before].filter((id) => !after.has(id))]).toEqual([before.size + 1, []])
  const [kept, anew] = [done, more].map((sources) => Result.getOrThrow(read(sources)))
  const log = OrderLog.read(options.decider, [...kept!.log.journal, ...anew!.lines])
  expect([log.refused, log.journal.length, log.repeated.length]).toEqual([[], 12, 11])
  const twice = written("服务台账.csv", 3, "日期", "2023-03-04")
  expect([...ids(twice)].filter((id) => id.startsWith("服务台账#"))).toEqual([
    "服务台账#D1|D1-1|serve|2023-03-04|",
    "服务台账#D1|D1-1|serve|2023-03-04||2",
  ])
})

const texts = ({ rows }: Sheet.Table): ReadonlyArray<string> => rows.map(({ cells }) => cells.join(","))

test("numbers that no table holds safely are told, and one that reads like a total does not vanish", () => {
  const row = (id: string) => further("点单台账.csv", `${id},2023-04-01,9:05,群众,Q7,点单,U04,井盖破了`)
  for (const id of ["=1+1", "+7", "-7", "@A", "D".repeat(65), "D\u200d2", "合计", "合 计", "小计："])
    expect(places(row(id)), id).toEqual(["点单台账.csv 3 编号 orderBooks.badId"])
  expect(places(row("D".repeat(64)))).toEqual([])
  expect(places(written("流转台账.csv", 7, "人员", "=Q1"))).toEqual(["流转台账.csv 7 人员 orderBooks.badId"])
  expect(said(row("合计"))).toEqual([
    "点单台账.csv 第3行“编号”列：“合计”不能作编号：编号不超过64个字，不以=、+、-、@开头，不含看不见的字符，也不能是“合计”一类字样",
  ])
  expect(places(further("点单台账.csv", "合计,1件,,,,,,"))).toEqual([])
})

test("a post that no rule admits to a step is told in the first round, whatever comes before", () => {
  const rule = (role: string, ...posts: ReadonlyArray<string>) => ({ role, by: [{ is: "member", posts }] }) as const
  const roles: OrderRoles.OrderRoles = {
    format: 1,
    id: "示例",
    offsetMinutes: 480,
    roles: [rule("resident", "resident"), rule("grid", "grid"), rule("branch", "branch"), rule("member", "member")],
  }
  const found = (sources: ReadonlyArray<OrderBooks.Source>) => {
    const books = OrderBooks.read(sources, { ...options, roles })
    return Result.isFailure(books) ? books.failure.map(placeOf) : []
  }
  expect(found(done)).toEqual([])
  const late = written("流转台账.csv", 2, "日期", "2023-03-03")
  expect(found(written("流转台账.csv", 8, "职务", "党员", late))).toEqual([
    "派单台账.csv 2 方式 proceeding.notFrom",
    "流转台账.csv 8 职务 proceeding.role",
  ])
  expect(found(written("流转台账.csv", 8, "职务", "党员"))).toEqual(["流转台账.csv 8 职务 proceeding.role"])
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
  const { dispatch, ...rest } = FiveOrders.scheme
  const label = rest.order.moves.find(({ id }) => id === "unshelve")!.label
  const moves = dispatch.moves.map((move) => (move.id === "resume" ? { ...move, label } : move))
  const scheme = { ...rest, dispatch: { ...dispatch, moves } }
  const tables = [...written("点单台账.csv", 2, "日期", "2023-02-28", steps), flow]
  const alike = { ...options, scheme, decider: ServiceOrder.decider(scheme, (role, { actor }) => actor.post === role) }
  const { log } = Result.getOrThrow(OrderBooks.read(tables, alike))
  expect(log.journal.map(({ payload }) => payload.content.move).slice(-4)).toEqual([
    "hold",
    "resume",
    "shelve",
    "unshelve",
  ])
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
