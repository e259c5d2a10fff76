/** The year's orders of the made-up township, with the totals of source S2: 6 件, 15 件次, 178 人次. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { parse } from "csv-parse/sync"
import stringWidth from "string-width"
import { expect, test } from "vitest"
import { ROOT } from "../house/tree.js"
import { copied, page, rows, run } from "./demo.js"

type Cells = Readonly<Record<string, string>>

/** A book as it stands in the folder, read without the library. */
const book = (name: string): ReadonlyArray<Cells> => {
  const bytes = readFileSync(join(ROOT, `examples/town-2023/${name}.csv`))
  const isUtf8 = Buffer.from(bytes.toString("utf8")).equals(bytes)
  const text = new TextDecoder(isUtf8 ? "utf-8" : "gb18030").decode(bytes)
  return parse(text, { columns: true, from_line: 2, bom: true, relax_column_count: true })
}

const [requests, dispatches, steps] = [book("点单台账"), book("派单台账"), book("流转台账")]
const services = book("服务台账").filter(({ 派单: id }) => id !== "合计")

/** The part of the page that shows the orders. */
const orders = (language: "zh" | "en"): string => {
  const text = page(language)
  const [from, to] = language === "zh" ? ["样例镇2023年度五单", "\n样例村2023"] : ["Five orders of", "\nSample village"]
  return text.slice(text.indexOf(from), text.indexOf(to))
}

test("the three totals of the seed, each in its unit, as the books have them", () => {
  const persons = services.reduce((sum, { 服务人次: count }) => sum + Number(count), 0)
  expect([requests.length, dispatches.length, persons]).toEqual([6, 15, 178])
  const times = services.length
  expect(orders("zh")).toContain(`\n点单6件，派单15件次，服务${times}次、178人次（单位不同，不能相加）\n`)
  expect(orders("en")).toContain(`\nRequests: 6; dispatches: 15; services: ${times}, to 178 person-times (`)
})

test("six fates: on behalf, found on patrol, returned and disowned, done anew, with a worthy, not answered", () => {
  const of = (name: string) => steps.filter(({ 步骤: step }) => step === name).map(({ 工单: order }) => order)
  expect(requests.map(({ 来源: way }) => way)).toEqual(["代为点单", "巡查发现", "点单", "点单", "点单", "点单"])
  expect(of("退单")).toEqual(["单03"])
  expect(steps.find(({ 步骤: step }) => step === "不属本单位退回")).toMatchObject({
    工单: "单03",
    应办单位: "U34",
  })
  expect([of("返工重办"), of("支部吹哨"), of("逾期未评终结")]).toEqual([["单04"], ["单05"], ["单06"]])
  expect(dispatches.filter(({ 方式: way }) => way === "乡贤报到").map(({ 人员: person }) => person)).toEqual(["X01"])
  expect(orders("zh")).toContain(
    "\n办理结果：办结满意3、办结（无人可评）1、办结不满意1、办结未评1\n其中办结满意的，评价为：满意2、基本满意1\n",
  )
})

const NUMBERS = requests.map((_, place) => `2023-00${place + 1}`)

test("the tables as villagers may see them: counted from the books, without who asked and what they asked for", () => {
  const bodies = new Map(book("单位台账").map(({ 编号: id, 名称: name }) => [id, name]))
  const printed = rows(orders("zh"), "\n  编号      单类", "\n  编号      派单件次").slice(1)
  expect(printed.map(([number]) => number)).toEqual(NUMBERS)
  for (const [place, cells] of printed.entries()) {
    const own = requests[place]
    const published = steps.filter((row) => row.工单 === own?.编号 && row.步骤 === "晒单").at(-1)
    expect(cells.slice(1, 5)).toEqual([own?.单类, bodies.get(own?.村 ?? ""), own?.日期, published?.日期])
  }
  expect(printed.map((cells) => cells.slice(5))).toEqual([
    ["办结满意", "满意", "已解决"],
    ["办结（无人可评）"],
    ["办结满意", "满意", "已解决"],
    ["办结不满意", "不满意", "未解决"],
    ["办结满意", "基本满意", "已解决"],
    ["办结未评", "未评价"],
  ])
  const secret = requests.flatMap((row) => [row.诉求, row.事项类别, row.联系方式标识, row.代办对象])
  for (const text of secret) if (text !== "" && text !== "其他") expect(orders("zh")).not.toContain(text)
  for (const { 人员: person = "" } of requests) expect(orders("zh")).not.toContain(person)
})

test("the work under each order, dispatches, returns of both kinds, services and persons, with their sums", () => {
  const printed = rows(orders("zh"), "\n  编号      派单件次", "\n  指标").slice(1)
  const counted = requests.map(({ 编号: id = "" }, place) => {
    const [mine, own] = [dispatches.filter((row) => row.工单 === id), steps.filter((row) => row.工单 === id)]
    const served = services.filter(({ 派单: dispatch = "" }) => dispatch.startsWith(`${id}-`))
    const of = (step: string) => own.filter((row) => row.步骤 === step).length
    const persons = served.reduce((sum, { 服务人次: count }) => sum + Number(count), 0)
    return [NUMBERS[place], ...[mine.length, of("退单"), of("不属本单位退回"), served.length, persons].map(String)]
  })
  expect(printed).toEqual([...counted, ["合计", "15", "1", "1", String(services.length), "178"]])
})

test("every rate with its base, the one who did not answer in none of the good ones; nothing due listed apart", () => {
  const share = (some: number, of: number) => [String(some), String(of), `${((100 * some) / of).toFixed(1)}%`]
  expect(rows(orders("zh"), "\n  指标", "\n满意率只数").slice(1)).toEqual([
    ["响应率", ...share(6, 6), "本期受理"],
    ["办结率", ...share(6, 6), "本期到期应办结"],
    ["按期办结率", ...share(5, 6), "本期到期应办结"],
    ["解决率", ...share(3, 4), "已答复是否解决"],
    ["满意率", ...share(2, 4), "已评价"],
    ["退单率", ...share(1, 15), "本期派单"],
    ["错派率（不属本单位）", ...share(1, 15), "本期派单"],
  ])
  expect(orders("zh")).toContain("\n满意率只数评“满意”的；评“基本满意”的在基数内，每件按0件计入；")
  expect(orders("zh")).toContain("\n本年有应办结工单的村、社区6个；没有的19个另列，不计比率\n")
})

const dayOf = (text = ""): number => Date.parse(text) / 86_400_000

test("limits are said to be made up: twenty days from the request and fifteen of rework, every run, and the whole age", () => {
  const printed = rows(orders("zh"), "\n  编号      时限", "\n2023-003 当日亮灯").slice(1)
  const runs = printed.map((cells) => (cells[0] === "返工" ? ["", ...cells] : cells))
  expect(runs.map(([number]) => number).filter((number) => number !== "")).toEqual(NUMBERS)
  let order = ""
  for (const [number, limit, from, due = "", accepted, ...state] of runs) {
    order = number === "" ? order : `单0${number?.at(-1)}`
    const own = steps.filter((row) => row.工单 === order)
    const again = own.find((row) => row.步骤 === "返工重办")?.日期
    const request = requests.find((row) => row.编号 === order)?.日期
    const days = own.filter((row) => row.步骤 === "验收").map((row) => row.日期 ?? "")
    const within = days.filter((day) => (limit === "返工" ? day >= (again ?? "") : again === undefined || day < again))
    expect([from, dayOf(due) - dayOf(from)]).toEqual(limit === "返工" ? [again, 15] : [request, 20])
    expect(accepted).toBe(within.sort().at(-1))
    const late = dayOf(accepted) - dayOf(due)
    const age = String(dayOf(own.at(-1)?.日期) - dayOf(request))
    expect(state).toEqual([...(late > 0 ? ["超期", String(late)] : ["按期"]), ...(limit === "返工" ? [] : [age])])
  }
  expect(orders("zh")).toContain("\n时限（虚构）：点单起20日内办完验收，返工起15日内；总历时自点单到终结\n")
  expect(orders("zh")).toContain("2023-003 当日亮灯：2023-05-20 绿灯，2023-05-28 黄灯，2023-06-05 红灯\n")
})

test("one order step by step as the flow book has it, the body it belongs to named", () => {
  const printed = rows(orders("zh"), "\n2023-003 办理经过", "\n2023-002 公开内容").map(([on, what]) => [
    on,
    what?.split(/[：（]/)[0],
  ])
  const told = [
    ...requests.filter((row) => row.编号 === "单03").map((row) => [row.日期, row.时间, "点单"]),
    ...dispatches.filter((row) => row.工单 === "单03").map((row) => [row.日期, row.时间, row.方式]),
    ...steps.filter((row) => row.工单 === "单03").map((row) => [row.日期, row.时间, row.步骤]),
  ]
  const key = ([on = "", time = ""]: ReadonlyArray<string | undefined>) => `${on} ${time.padStart(5, "0")}`
  expect(printed).toEqual(told.sort((a, b) => (key(a) < key(b) ? -1 : 1)).map(([on, , what]) => [on, what]))
  expect(orders("zh")).toContain("应由县自然资源局驻样例镇所办理\n")
  expect(orders("zh")).toMatch(/派单（第1次）\n.*退单（第1次派单）/)
  expect(orders("zh")).not.toMatch(/派单.?第\d次派单/)
})

test("released words beside what villagers see, and of an order without a release that nothing is public", () => {
  const printed = rows(orders("zh"), "\n2023-002 公开内容", "\n2023-003 诉求未公开").slice(1)
  expect(printed.filter(([item]) => /网格|公开|诉求/.test(item ?? ""))).toEqual([
    ["网格", "不公开", "样例镇八村一组"],
    ["公开内容·诉求", "村道照明损坏", "村道照明损坏"],
    ["公开内容·结果", "照明已修复", "照明已修复"],
    ["村内公开·结果", "不公开", "照明已修复，由村党支部三名党员轮流巡看"],
    ["诉求原文", "不公开", "不公开"],
  ])
  expect(orders("zh")).toContain("\n2023-003 诉求未公开：")
})

test("the one who did the work cannot rate it, no dispatch goes to a dissolved branch, and no rule of alarm finds anything", () => {
  expect(orders("zh")).toContain(
    "\n承办人D14代群众评价本人承办工单，系统不予办理：\n  只能由点单人或被代办人评单\n  承办人不得对自己办理的派单“单01-2”作“评单”\n",
  )
  expect(orders("en")).toContain('whoever did the work of the dispatch "单01-2" cannot do this: rating\n')
  expect(orders("zh")).toContain(
    "\n支部书记把单派给已撤销的支部，系统不予办理：\n  样例镇抗旱临时党支部在2023-04-01已撤销，不能派单\n\n",
  )
  expect(orders("zh")).toMatch(/\n异常预警：按\d+条起始规则查到0条\n/)
})

test("both languages say the same numbers in as many lines, and fit a screen of 120 places", () => {
  const numbers = (text: string) =>
    text.split("\n").map((line) => [...line.matchAll(/\d+(?:[.,-]\d+)*%?/g)].map(([number]) => number).sort())
  expect(numbers(orders("en"))).toEqual(numbers(orders("zh")))
  for (const language of ["zh", "en"] as const) {
    const wide = orders(language)
      .split("\n")
      .filter((line) => stringWidth(line) > 120)
    expect(wide).toEqual([])
    expect(orders(language)).not.toMatch(/[ \t]\n/)
  }
})

test("the English page holds no Chinese but names, released words and the numbers of dispatches", () => {
  const released = ["村道照明损坏", "照明已修复，由村党支部三名党员轮流巡看", "照明已修复"]
  const names = [
    ...["单位台账", "党组织名册", "网格台账"].flatMap(book).map(({ 名称: name = "" }) => name),
    ...released,
  ]
  const rest = names
    .toSorted((a, b) => b.length - a.length)
    .reduce((text, name) => text.replaceAll(name, ""), orders("en"))
  expect([...new Set(rest.match(/[\p{Script=Han}（）、：]+/gu) ?? [])]).toEqual(["单"])
})

test("damaged books of orders: every fault at its cell, with those of the other books, exit code 1, nothing on the page", () => {
  const { folder, edit } = copied()
  edit("点单台账.csv", "bom", (text) => text.replace("单02,2023-04-10", "单02,2023-04-31"))
  edit("派单台账.csv", "bom", (text) => text.replace(/^(单03-1,.*),M0600,/m, "$1,M9999,"))
  edit("服务台账.csv", "utf8", (text) => text.replace("178人次", "187人次"))
  edit("流转台账.csv", "gb18030", (text) =>
    text.replace(",不满意终结,", ",不满意归档,").replace(/^(单05,单05-1,验收,.*),书记,B15,M0833/m, "$1,党员,,M0840"),
  )
  edit("捐款登记.csv", "gb18030", (text) => text.replace(/^合　计,,,,.*$/m, "合　计,,,,1元"))
  const { status, stdout, stderr } = run("--folder", folder)
  expect([status, stdout]).toEqual([1, ""])
  const places = stderr
    .trim()
    .split("\n")
    .map((line) => line.split("：")[0])
  expect(places).toEqual([
    "服务台账.csv 第45行“服务人次”列",
    "派单台账.csv 第8行“承办人”列",
    "流转台账.csv 第49行“步骤”列",
    "流转台账.csv 第55行“职务”列",
    "流转台账.csv 第55行“人员”列",
    "点单台账.csv 第4行“日期”列",
    "捐款登记.csv 第36行“金额”列",
  ])
  const english = run("--folder", folder, "--en")
  expect([english.status, english.stdout]).toEqual([1, ""])
  expect(english.stderr.trim().split("\n")).toHaveLength(places.length)
})

test("with a damaged township the books of orders are read all the same, as far as that does not ask who acts", () => {
  const { folder, edit } = copied()
  edit("党组织名册.csv", "gb18030", (text) => text.replace(",联合党支部,", ",联合支部,"))
  edit("流转台账.csv", "gb18030", (text) => text.replace(/^(单01,,评单,.*),满意,/m, "$1,,"))
  const { status, stderr } = run("--folder", folder)
  expect(status).toBe(1)
  expect(stderr.split("\n").map((line) => line.split("：")[0])).toEqual([
    "党组织名册.csv 第52行“类型”列",
    "流转台账.csv 第11行“步骤”列",
    "流转台账.csv 第11行“评价”列",
    "",
  ])
})

test("without the list of requests there are no orders, and that is said", () => {
  const { folder, edit } = copied()
  edit("点单台账.csv", "bom", () => "")
  expect(run("--folder", folder)).toEqual({ status: 1, stdout: "", stderr: "点单台账.csv：没有表头\n" })
})
