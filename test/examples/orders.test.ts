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
  expect(orders("zh")).toContain("\n点单6件，派单15件次，服务178人次（三个数各计各的，不能相加）\n")
  expect(orders("en")).toContain("\nRequests: 6 cases; dispatches: 15 case-times; services: 178 person-times (")
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
  expect(orders("zh")).toContain("\n办理结果：办结满意4、办结不满意1、办结未评1\n")
})

test("the table as villagers may see it: counted from the books, without who asked and what they asked for", () => {
  const bodies = new Map(book("单位台账").map(({ 编号: id, 名称: name }) => [id, name]))
  const printed = rows(orders("zh"), "\n  编号", "\n  指标").slice(1)
  expect(printed).toHaveLength(6)
  const ids = printed.map((cells) => requests.find((row) => row.日期 === cells[3])?.编号 ?? "")
  for (const [place, cells] of printed.entries()) {
    const id = ids[place]
    const own = requests.find((row) => row.编号 === id)
    const mine = dispatches.filter((row) => row.工单 === id)
    const served = services.filter(({ 派单: dispatch = "" }) => dispatch.startsWith(`${id}-`))
    const returned = steps.filter((row) => row.工单 === id && (row.步骤 === "退单" || row.步骤 === "不属本单位退回"))
    const published = steps.filter((row) => row.工单 === id && row.步骤 === "晒单").at(-1)
    expect(cells.slice(0, 8)).toEqual([
      ...[`2023-${place + 1}`, own?.单类, bodies.get(own?.村 ?? ""), own?.日期, published?.日期],
      ...[mine, served, returned].map((list) => String(list.length)),
    ])
  }
  expect(printed.map((cells) => cells[8])).toEqual([
    ...["办结满意", "办结满意", "办结满意", "办结不满意", "办结满意", "办结未评"],
  ])
  expect(printed.at(-1)?.[9]).toBe("未评价")
  const secret = requests.flatMap((row) => [row.诉求, row.事项类别, row.联系方式标识, row.代办对象])
  for (const text of secret) if (text !== "" && text !== "其他") expect(orders("zh")).not.toContain(text)
  for (const { 人员: person = "" } of requests) expect(orders("zh")).not.toContain(person === "D05" ? "D05" : person)
})

test("every rate with its base, the one who did not answer in none of the good ones; nothing due listed apart", () => {
  const share = (some: number, of: number) => [String(some), String(of), `${((100 * some) / of).toFixed(1)}%`]
  expect(rows(orders("zh"), "\n  指标", "\n本年有应办结").slice(1)).toEqual([
    ["响应率", ...share(6, 6), "本期受理"],
    ["办结率", ...share(6, 6), "本期到期应办结"],
    ["按期办结率", ...share(5, 6), "本期到期应办结"],
    ["解决率", ...share(4, 5), "已答复是否解决"],
    ["满意率", ...share(3, 5), "已评价"],
    ["退单率", ...share(1, 15), "本期派单"],
    ["错派率", ...share(1, 15), "本期派单"],
  ])
  expect(orders("zh")).toContain("\n本年有应办结工单的村、社区6个；没有的19个另列，不计比率\n")
})

test("limits are said to be made up: due twenty days after work began, and the light of one order as it stood then", () => {
  const printed = rows(orders("zh"), "\n  编号    起算", "\n2023-3 当时的灯").slice(1)
  for (const [, from = "", due, published = "", state, late] of printed) {
    const days = (Date.parse(published) - Date.parse(from)) / 86_400_000
    expect(due).toBe(new Date(Date.parse(from) + 20 * 86_400_000).toISOString().slice(0, 10))
    expect([state, late]).toEqual(days <= 20 ? ["按期", undefined] : ["超期", String(days - 20)])
  }
  expect(printed.filter((cells) => cells[4] === "超期").map(([number]) => number)).toEqual(["2023-3"])
  expect(orders("zh")).toMatch(/时限（虚构）/)
  expect(orders("zh")).toContain("2023-3 当时的灯：2023-05-20 绿灯，2023-05-29 黄灯，2023-06-05 红灯\n")
})

test("one order step by step as the flow book has it, the body it belongs to named", () => {
  const printed = rows(orders("zh"), "\n2023-3 办理经过", "\n承办人D14").map(([on, what]) => [on, what?.split("：")[0]])
  const told = [
    ...requests.filter((row) => row.编号 === "单03").map((row) => [row.日期, row.时间, "点单"]),
    ...dispatches.filter((row) => row.工单 === "单03").map((row) => [row.日期, row.时间, row.方式]),
    ...steps.filter((row) => row.工单 === "单03").map((row) => [row.日期, row.时间, row.步骤]),
  ]
  const key = ([on = "", time = ""]: ReadonlyArray<string | undefined>) => `${on} ${time.padStart(5, "0")}`
  expect(printed).toEqual(told.sort((a, b) => (key(a) < key(b) ? -1 : 1)).map(([on, , what]) => [on, what]))
  expect(orders("zh")).toContain("不属本单位退回：第2次派单，应由县自然资源局驻样例镇所办理\n")
})

test("the one who did the work cannot rate it, and no rule of alarm finds anything", () => {
  expect(orders("zh")).toMatch(/系统不予办理：\n(?: {2}.+\n)* {2}承办人不得对自己办理的派单“单01-2”作“评单”\n/)
  expect(orders("en")).toContain('whoever did the work of the dispatch "单01-2" cannot do this: rating\n')
  expect(orders("zh")).toMatch(/\n异常预警：按\d+条起始规则查到0条\n/)
})

test("both languages say the same numbers in as many lines, and tables fit a screen of 120 places in Chinese", () => {
  const numbers = (text: string) =>
    text.split("\n").map((line) => [...line.matchAll(/\d+(?:[.,-]\d+)*%?/g)].map(([number]) => number).sort())
  const counted = (text: string) => numbers(text.replace(/三个数|three totals in three units/g, ""))
  expect(counted(orders("en"))).toEqual(counted(orders("zh")))
  const lines = orders("zh").split("\n")
  expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(120)
  for (const language of ["zh", "en"] as const) expect(orders(language)).not.toMatch(/[ \t]\n/)
})

test("the English page holds no Chinese but the names of villages and units and the numbers of dispatches", () => {
  const names = book("单位台账").map(({ 名称: name = "" }) => name)
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
    "服务台账.csv 第47行“服务人次”列",
    "派单台账.csv 第8行“承办人”列",
    "流转台账.csv 第50行“步骤”列",
    "流转台账.csv 第56行“职务”列",
    "流转台账.csv 第56行“人员”列",
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
