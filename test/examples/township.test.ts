import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { parse } from "csv-parse/sync"
import stringWidth from "string-width"
import { expect, test } from "vitest"
import { ROOT } from "../house/tree.js"
import { copied, page, rows, run } from "./demo.js"

/** The township's part of the page, up to its orders. */
const township = (language: "zh" | "en"): string =>
  page(language).split(/\n(?=样例镇2023年度五单|Five orders of)/)[0] ?? ""

type Cells = Readonly<Record<string, string>>

/** A book of the township as it stands in the folder, read without the library. */
const book = (name: string): ReadonlyArray<Cells> => {
  const bytes = readFileSync(join(ROOT, `examples/town-2023/${name}.csv`))
  const isUtf8 = Buffer.from(bytes.toString("utf8")).equals(bytes)
  const text = new TextDecoder(isUtf8 ? "utf-8" : "gb18030").decode(bytes)
  return parse(text, { columns: true, from_line: 2, bom: true, relax_column_count: true })
}

const members = book("党员名册")
const bodies = book("党组织名册")
const posts = book("任职台账")
const units = book("单位台账")
const counting = members.filter(({ 权利限制: restriction }) => restriction !== "停止党籍")

const below = (id: string): ReadonlyArray<string> => [
  id,
  ...bodies.filter((body) => body.上级党组织 === id).flatMap((body) => below(body.编号 ?? "")),
]
const under = (id: string) => counting.filter((member) => below(id).includes(member.所在支部 ?? ""))
const isFull = (member: Cells) => member.转正日期 !== ""
const holders = (body: string, post: string) =>
  posts.filter((row) => row.组织 === body && row.职务 === post && row.免职日期 === "").map((row) => row.人员 ?? "")
const nameOf = (person: string) => `${members.find((row) => row.编号 === person)?.姓名}（${person}）`

test("the headline counts what the books hold, and of the suspended says how many are left out", () => {
  const lines = township("zh").split("\n")
  const letters = book("接转台账").filter((row) => row.回执日期 === "")
  expect(lines.slice(0, 4)).toEqual([
    "样例镇2023年度（全部虚构）",
    "党组织53个，村、社区25个，截至2023-12-31",
    "党员1221名，其中正式党员1207名，接转途中2名；停止党籍的1名不计入",
    "",
  ])
  expect([bodies.length, members.length, counting.length, counting.filter(isFull).length, letters.length]).toEqual([
    53, 1222, 1221, 1207, 2,
  ])
  expect(township("en")).toContain("\n1221 members, 1207 of them full, 2 in transit; 1 whose membership is suspended")
})

/** The day on which a term ends: five years in villages and communities, three elsewhere, or the day it was extended to. */
const termEnd = (body: string): string => {
  const row = book("换届台账").find((term) => term.组织 === body)
  if (row === undefined) return ""
  if (row.延期至 !== "") return `${row.延期至} 延期`
  const isVillage = Number(body.slice(1)) <= 25
  const [year = "", rest = ""] = [row.当选日期?.slice(0, 4), row.当选日期?.slice(4)]
  const end = `${Number(year) + (isVillage ? 5 : 3)}${rest}`
  return `${end}${end <= "2023-12-31" ? " 超期" : end <= "2024-06-30" ? " 将届满" : ""}`
}

test("a row for each body under the township committee, with its numbers as the lists give them", () => {
  const printed = rows(township("zh"), "  镇党委下属党组织", "\n检查发现").slice(1)
  const expected = bodies
    .filter((body) => body.上级党组织 === "B00")
    .map(({ 编号: id = "", 名称: name = "", 类型: kind = "" }) => {
      const [secretary] = holders(id, "书记")
      return [
        ...[name, kind, below(id).length > 1 ? String(below(id).length - 1) : ""],
        ...[String(under(id).length), String(under(id).filter(isFull).length)],
        ...[secretary === undefined ? "空缺" : nameOf(secretary), termEnd(id)],
      ].filter((cell) => cell !== "")
    })
  expect(printed).toHaveLength(35)
  expect(printed).toEqual(expected)
})

test("what the rules find, each with the numbers it is about and its provision", () => {
  const found = township("zh").split("\n检查发现")[1]?.split("\n\n")
  expect(found?.[0]).toBe("31条：不符合19条，提醒11条，经批准1条（只有对象不同的合为一行）")
  const lines = found?.[1]?.split("\n") ?? []
  const told = [
    /^不符合：样例机械厂：正式党员4名、党员4名，应建“党支部”而未建（《中国共产党支部工作条例（试行）》/,
    /^不符合：样例服装厂党支部：.*正式党员2名、党员3名.*应调整或撤销/,
    /^不符合：样例镇防汛临时党支部：.*党员0名.*没有批准记录/,
    /^提醒：样例镇企业联合党支部：覆盖单位6个，“联合党支部”应为5及以下/,
    /^提醒：样例镇七村党支部：党员52名，“党支部”应为50及以下/,
    /^不符合：样例镇十村党支部：“纪检委员”0名/,
    /^不符合：样例镇二十村党支部：“书记”0名/,
    /^提醒：样例镇十四村党支部：委员8名，应为7及以下/,
    /^提醒：样例镇党委：“副书记”1名，应为2至3/,
    /^不符合：样例镇十二村党支部：任期于2023-01-16届满，至2023-12-31未换届/,
    /^不符合：样例镇中心学校党支部：任期于2023-03-12届满，至2023-12-31未换届/,
    /^提醒：样例镇十二村党支部：应于2022-07-16提醒换届，尚未提醒/,
    /^提醒：样例镇中心学校党支部：应于2022-09-12提醒换届，尚未提醒/,
    /^提醒：样例镇机关党支部：应于2023-12-25提醒换届，尚未提醒/,
    /^提醒：样例镇机关党支部：任期至2024-06-25，应换届/,
    /^不符合：样例镇十八村党支部：任期于2023-09-20届满.*（经批准：样例县组〔2023〕7号（虚构）\)?）$/,
    /^提醒：样例镇防汛临时党支部：“临时党支部”类党组织不具有权限“收缴党费”/,
    /^提醒：丁未四（M0763）：介绍信已于2023-10-30过期/,
    /^提醒：癸丑一（M0589）：联系34户，应为5至20/,
    /^不符合：样例镇五村475号等12户：联系该户的有0人，应为1及以上/,
  ]
  expect(lines).toHaveLength(told.length)
  for (const pattern of told) {
    expect(
      lines.filter((line) => pattern.test(line.trim())),
      String(pattern),
    ).toHaveLength(1)
  }
  const kinds = lines.map((line) => (line.includes("（经批准：") ? 2 : line.startsWith("  不符合") ? 0 : 1))
  expect(kinds).toEqual([...kinds].sort())
  expect(lines.every((line) => line.includes("《"))).toBe(true)
})

test("what a body is told for is in the books: sizes, posts, households of nobody and of one", () => {
  expect([under("B07").length, bodies.find(({ 编号: id }) => id === "B44")?.所在单位?.split("、").length]).toEqual([
    52, 6,
  ])
  expect([holders("B10", "纪检委员"), holders("B20", "书记"), holders("B00", "副书记").length]).toEqual([[], [], 1])
  const runs = book("联户台账")
  const many = runs.filter(({ 党员: person }) => person === "M0589")
  expect(many.map((run) => Number(run.止户号) - Number(run.起户号) + 1)).toEqual([34])
  const linked = Math.max(...runs.filter((run) => run.单位 === "U05").map((run) => Number(run.止户号)))
  const all = Number(units.find(({ 编号: id }) => id === "U05")?.户数)
  expect([linked, all]).toEqual([474, 486])
})

test("every rate with its base, as counted from the lists", () => {
  const villages = units.filter(({ 类别: kind }) => kind === "村" || kind === "社区").map(({ 编号: id = "" }) => id)
  const dual = villages.filter((unit) => {
    const [head] = holders(unit, "村（居）民委员会主任")
    return head !== undefined && holders(`B${unit.slice(1)}`, "书记").includes(head)
  })
  const firms = units.filter((unit) => unit.领域 === "twoNew" && unit.实际运营 === "是").map(({ 编号: id = "" }) => id)
  const inBodies = new Map(bodies.map((body) => [body.编号 ?? "", body.所在单位?.split("、") ?? []]))
  const covered = firms.filter((firm) => [...inBodies.values()].some((list) => list.includes(firm)))
  const own = firms.filter((firm) => [...inBodies.values()].some((list) => list.length === 1 && list[0] === firm))
  const worked = firms.filter((firm) => covered.includes(firm) || holders(firm, "党建指导员").length > 0)
  const workplace = (member: Cells): string => {
    const list = inBodies.get(member.所在支部 ?? "") ?? []
    return member.工作单位 || (list.length === 1 ? (list[0] ?? "") : "")
  }
  const large = firms.filter((firm) => counting.filter((row) => isFull(row) && workplace(row) === firm).length >= 3)
  const houses = (name: string) =>
    new Set(
      book(name)
        .filter((run) => run.起户号 !== "")
        .flatMap((run) => {
          const from = Number(run.起户号)
          return Array.from({ length: Number(run.止户号) - from + 1 }, (_, index) => `${run.单位}-${from + index}`)
        }),
    )
  const [all, linked] = [houses("网格台账"), houses("联户台账")]
  const share = (some: number, of: number) => [String(some), String(of), `${((100 * some) / of).toFixed(1)}%`]
  expect(rows(township("zh"), "\n  指标", "\n年报").slice(1)).toEqual([
    ["书记、主任一肩挑", ...share(dual.length, villages.length), "村、社区"],
    ["两新组织：组织覆盖", ...share(covered.length, firms.length), "实际运营的单位"],
    ["两新组织：单独组建", ...share(own.length, firms.length), "实际运营的单位"],
    ["两新组织：工作覆盖", ...share(worked.length, firms.length), "实际运营的单位"],
    [
      "两新组织：应建已建",
      ...share(large.filter((firm) => own.includes(firm)).length, large.length),
      "实际运营的单位中应建党组织的",
    ],
    ["联户到户", ...share([...all].filter((house) => linked.has(house)).length, all.size), "网格内的户"],
  ])
})

const SEATS = ["书记", "副书记", "组织委员", "宣传委员", "纪检委员", "委员"]

/** A person's class under each division, from the list of members. */
const classOf: Readonly<Record<string, (member: Cells) => string>> = {
  性别: (member) => member.性别 ?? "",
  年龄: (member) => {
    const age = 2023 - Number(member.出生年月?.slice(0, 4))
    return age <= 35 ? "35岁及以下" : age <= 60 ? "36至60岁" : "61岁及以上"
  },
  学历: ({ 学历: school = "" }) =>
    ["大专", "本科"].includes(school) ? "大专及以上" : school === "高中" ? "高中" : "初中及以下",
}

interface Line {
  readonly who: string
  readonly total: number
  readonly by: string
  readonly counts: Array<{ readonly label: string; readonly count: number; readonly share: number | undefined }>
}

const CLASS = /^(.+) (\d+)(?: \((.+)%\))?$/

/** The divisions of the yearly table: what is counted, how many, by what, and the count and share of each class. */
const yearly = (): ReadonlyArray<Line> => {
  const found: Array<Line> = []
  for (const cells of rows(township("zh"), "\n年报", "\n样例村2023").slice(1)) {
    const [before] = found.slice(-1)
    const [, who = before?.who ?? "", total] = /^(\S+) (\d+)$/.exec(cells[0] ?? "") ?? []
    const rest = total === undefined ? cells : cells.slice(1)
    const [by] = CLASS.test(rest[0] ?? "") ? [] : rest
    if (by !== undefined) found.push({ who, total: Number(total ?? before?.total), by, counts: [] })
    for (const cell of by === undefined ? rest : rest.slice(1)) {
      const [, label = "", count, share] = CLASS.exec(cell) ?? []
      found.at(-1)?.counts.push({ label, count: Number(count), share: share === undefined ? undefined : Number(share) })
    }
  }
  return found
}

test("the yearly table: every line adds up to what is counted, with the share of each class", () => {
  const lines = yearly()
  expect(lines).toHaveLength(14)
  for (const { who, total, by, counts } of lines) {
    expect(
      counts.reduce((sum, { count }) => sum + count, 0),
      `${who} ${by}`,
    ).toBe(total)
    for (const { label, count, share } of counts) {
      if (share !== undefined) expect(share, `${who} ${label}`).toBe(Number(((100 * count) / total).toFixed(1)))
    }
  }
})

test("the yearly table counts people as the lists do, one who sits on two committees in each", () => {
  const held = (wanted: ReadonlyArray<string>) => {
    const seats = posts.filter((row) => wanted.includes(row.职务 ?? "") && row.免职日期 === "")
    const distinct = new Map(seats.map((row) => [`${row.组织} ${row.人员}`, row.人员]))
    return [...distinct.values()].flatMap((id) => members.filter((member) => member.编号 === id))
  }
  const groups = new Map<string, ReadonlyArray<Cells>>([
    ["党员", counting],
    ["党组织书记", held(["书记"])],
    ["班子成员", held(SEATS)],
  ])
  const lines = yearly().filter(({ who }) => groups.has(who))
  expect(lines).toHaveLength(9)
  for (const { who, total, by, counts } of lines) {
    const group = groups.get(who) ?? []
    expect(total, who).toBe(group.length)
    for (const { label, count } of counts) {
      expect(count, `${who} ${label}`).toBe(group.filter((member) => classOf[by]?.(member) === label).length)
    }
  }
})

test("the yearly table counts organisations by kind, and firms as the rates do", () => {
  const [kinds, organised, classes] = yearly().filter(({ who }) => who === "基层党组织" || who.startsWith("单位"))
  const ofKind = (...wanted: ReadonlyArray<string>) => bodies.filter((body) => wanted.includes(body.类型 ?? "")).length
  const counted = (line = kinds) => line?.counts.map(({ label, count }) => [label, count])
  expect(counted()).toEqual([
    ["基层党委", ofKind("基层党委", "乡镇党委")],
    ["总支部", ofKind("党总支")],
    ["支部", ofKind("党支部", "联合党支部", "项目党支部", "流动党员党支部", "临时党支部")],
  ])
  const figures = rows(township("zh"), "\n  指标", "\n年报").slice(1)
  const figure = (name: string) => figures.find(([first]) => first?.endsWith(name)) ?? []
  const [covered, own, base] = [figure("组织覆盖")[1], figure("单独组建")[1], figure("组织覆盖")[2]].map(Number)
  expect(counted(organised)).toEqual([
    ["单独建立", own],
    ["联合建立", (covered ?? 0) - (own ?? 0)],
    ["未建立", (base ?? 0) - (covered ?? 0)],
  ])
  const [should = 0, built] = [figure("应建已建")[2], figure("应建已建")[1]].map(Number)
  expect(counted(classes)).toContainEqual(["应建未建", should - (built ?? 0)])
})

test("both languages say the same numbers in as many lines", () => {
  const numbers = (text: string) =>
    text.split("\n").map((line) => {
      const [said = ""] = line.split(/ ?[（(][^（(《]*《/)
      return [...said.matchAll(/\d+(?:[.,-]\d+)*%?/g)].map(([number]) => number).sort()
    })
  expect(numbers(township("en"))).toEqual(numbers(township("zh")))
  expect(numbers(township("zh")).flat().length).toBeGreaterThan(250)
  expect(page("en").split("\n")).toHaveLength(page("zh").split("\n").length)
})

test("the English page holds no Chinese but names, titles of texts and what the lists say in Chinese", () => {
  const said = township("en")
    .split("\n")
    .map((line) => line.replace(/《[^《》]*》/g, ""))
    .join("\n")
  const known = [...bodies, ...units, ...members].flatMap(({ 名称: name, 姓名: person }) => name ?? person ?? [])
  const rest = known.toSorted((a, b) => b.length - a.length).reduce((text, name) => text.replaceAll(name, ""), said)
  expect([...new Set(rest.match(/[\p{Script=Han}（）〔〕、：]+/gu) ?? [])].sort()).toEqual(
    ["临时党支部", "宁海县", "样例县组〔", "〕", "号（虚构）", "第六章"].sort(),
  )
})

/** The blocks of lines that a line of dashes heads, with the places between the columns. */
const tablesOf = (text: string) => {
  const lines = text.split("\n")
  return lines.flatMap((dashes, index) => {
    if (!/^ {2}-+(?: {2}-+)+$/.test(dashes)) return []
    const end = lines.findIndex((line, place) => place > index && !line.startsWith("  "))
    const gaps = [...dashes.matchAll(/(?<=-) {2}(?=-)/g)].map(({ index: at }) => at)
    return [{ gaps, lines: [lines[index - 1] ?? "", ...lines.slice(index + 1, end === -1 ? undefined : end)] }]
  })
}

/** What stands on a screen at a place and the next, where a Chinese character takes two. */
const between = (line: string, at: number): string => {
  let width = 0
  let found = ""
  for (const sign of line) {
    if (width >= at && width < at + 2) found += sign
    width += stringWidth(sign)
    if (width > at && width - stringWidth(sign) < at) found += "split"
  }
  return found.padEnd(2)
}

test.each(["zh", "en"] as const)("columns of every table stand straight, %s", (language) => {
  const tables = tablesOf(township(language))
  expect(tables.map(({ lines }) => lines.length)).toEqual([36, 7, 17])
  for (const { gaps, lines } of tables) {
    for (const line of lines)
      expect(
        gaps.map((at) => between(line, at)),
        line,
      ).toEqual(gaps.map(() => "  "))
  }
})

test("lines of the township's part end in no blank, and its tables fit a screen of 120 places in Chinese", () => {
  for (const language of ["zh", "en"] as const) expect(township(language)).not.toMatch(/[ \t]\n/)
  const widths = tablesOf(township("zh")).flatMap(({ lines }) => lines.map((line) => stringWidth(line)))
  expect(Math.max(...widths)).toBeLessThanOrEqual(120)
})

test("a damaged township: every fault of every file, the village's after it, exit code 1, nothing on the page", () => {
  const { folder, edit } = copied()
  edit("党组织名册.csv", "gb18030", (text) =>
    text.replace(/^B011,(.*),B01,/m, "B011,$1,B99,").replace(",联合党支部,", ",联合支部,"),
  )
  edit("党员名册.csv", "gb18030", (text) =>
    text.replace(/^(M0005,.*,B011,,)[\d-]+,/m, "$12021-02-29,").replace(/^(M0010,.*),B011,/m, "$1,B77,"),
  )
  edit("任职台账.csv", "bom", (text) => text.replace(/^(R0001,.*),[MG]\d+,/m, "$1,M9999,"))
  edit("换届台账.csv", "utf8", (text) => text.replace(",2024-03-20,样例县组〔2023〕7号（虚构）,", ",2024-03-20,,"))
  edit("接转台账.csv", "bom", (text) => text.replace("2023-03-01,接收", "2023-02-01,接收"))
  edit("网格台账.csv", "utf8", (text) => text.replace(/^(G105-1,.*,)1,/m, "$1999,"))
  edit("捐款登记.csv", "gb18030", (text) => text.replace(/^合　计,,,,.*$/m, "合　计,,,,1元"))
  writeFileSync(join(folder, "工资表.csv"), "编号,金额\n")
  const { status, stdout, stderr } = run("--folder", folder)
  expect([status, stdout]).toEqual([1, ""])
  const places = stderr
    .trim()
    .split("\n")
    .map((line) => line.split("：")[0])
  expect(places).toEqual([
    "任职台账.csv 第3行“人员”列",
    "党员名册.csv 第7行“入党日期”列",
    "党员名册.csv 第12行“所在支部”列",
    "党组织名册.csv 第5行“上级党组织”列",
    "党组织名册.csv 第52行“类型”列",
    "工资表.csv",
    "换届台账.csv 第36行“批准文号”列",
    "接转台账.csv 第3行“回执日期”列",
    "网格台账.csv 第36行“止户号”列",
    "捐款登记.csv 第36行“金额”列",
  ])
  const english = run("--folder", folder, "--en")
  expect([english.status, english.stdout]).toEqual([1, ""])
  expect(english.stderr).toContain('任职台账.csv line 3 column "人员": there is no person "M9999"')
})

test("a copied book of the township is one fault, and files of the spreadsheet program at work are passed over", () => {
  const { folder } = copied()
  cpSync(join(folder, "党员名册.csv"), join(folder, "党员名册 - 副本.csv"))
  writeFileSync(join(folder, "~$党员名册.xlsx"), Uint8Array.of(0x50, 0x4b, 0x03, 0x04))
  expect(run("--folder", folder)).toEqual({
    status: 1,
    stdout: "",
    stderr: "党员名册 - 副本.csv：全部1222行在“党员名册.csv”里都已登记，是重复的文件\n",
  })
})

test("what the rules refuse of letters is said with the letter, without a trace of the program", () => {
  const { folder, edit } = copied()
  edit("接转台账.csv", "bom", (text) => `${text}J06,M0763,B13,B09,2023-12-01,,\r\n`)
  expect(run("--folder", folder)).toEqual({
    status: 1,
    stdout: "",
    stderr: "接转台账.J06：组织关系转接“J03”还没有办结\n",
  })
})

test("a letter answered after it ran out is accepted, and told with its member", () => {
  const { folder, edit } = copied()
  edit("接转台账.csv", "bom", (text) => text.replace("2023-03-01,接收", "2023-09-01,接收"))
  const { status, stdout } = run("--folder", folder)
  expect(status).toBe(0)
  expect(stdout).toMatch(/\n {2}提醒：戊午一（M0594）：介绍信已于2023-05-15过期（/)
})

test("a branch in a firm that has closed is no obstacle, and nothing has to be built there", () => {
  const { folder, edit } = copied()
  edit("单位台账.csv", "bom", (text) => text.replace(/^(U4[12],.*),是,/gm, "$1,否,"))
  const { status, stdout, stderr } = run("--folder", folder)
  expect([status, stderr]).toEqual([0, ""])
  expect(stdout).not.toContain("应建“")
  expect(rows(stdout, "\n  指标", "\n年报")[2]).toEqual(["两新组织：组织覆盖", "7", "9", "77.8%", "实际运营的单位"])
})

test("the order of the rows in the books changes nothing on the page but the order of the table", () => {
  const { folder, edit } = copied()
  const turned = (text: string) => {
    const [title = "", head = "", ...lines] = text.trimEnd().split("\n")
    return `${[title, head, ...lines.toReversed()].join("\n")}\n`
  }
  for (const name of ["任职台账", "接转台账", "批准台账", "单位台账"]) edit(`${name}.csv`, "bom", turned)
  for (const name of ["党组织名册", "党员名册"]) edit(`${name}.csv`, "gb18030", turned)
  for (const name of ["换届台账", "网格台账", "联户台账"]) edit(`${name}.csv`, "utf8", turned)
  const { stdout } = run("--folder", folder)
  expect(stdout.split("\n").toSorted()).toEqual(page("zh").split("\n").toSorted())
})

test("a folder without the pilot village is said so in words, in both languages", () => {
  const { folder, village } = copied()
  rmSync(village, { recursive: true })
  expect(run("--folder", folder)).toEqual({
    status: 1,
    stdout: "",
    stderr: `文件夹“${folder}”里没有“样例村”：试点村的积分台账应放在这个文件夹里\n`,
  })
  const { status, stdout, stderr } = run("--folder", folder, "--en")
  expect([status, stdout]).toEqual([1, ""])
  expect(stderr).toMatch(/^the folder "[^"]+" has no "样例村": the point books of the pilot village belong in/)
})
