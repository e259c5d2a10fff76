import { cpSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import stringWidth from "string-width"
import { expect, test } from "vitest"
import { copied, page, rows, run } from "./demo.js"

test("the pilot village, in Chinese: cadres apart from other members, those not rated apart, one statement with what caps took", () => {
  const stdout = page("zh")
  const cadres = rows(stdout, "\n村干部\n", "\n其他党员\n")
  const others = rows(stdout, "\n其他党员\n", "\n不参评")
  expect([cadres.length, others.length]).toEqual([1 + 9, 1 + 47])
  expect(cadres.slice(1).every(([, id]) => id?.startsWith("G"))).toBe(true)
  expect(others.slice(1).every(([, id]) => id?.startsWith("D"))).toBe(true)
  expect(others.find(([, id]) => id === "D10")?.slice(4)).toEqual(["一星", "拒不改正违法违规（已修复）"])
  expect(others.find(([, id]) => id === "D11")?.slice(3)).toEqual(["0", "零星", "其他严重违反村规民约"])
  expect(stdout).toContain("不参评：D48 庚六、D49 辛六、D50 壬六、D51 癸六")
  const statement = rows(stdout, "个人积分明细：D16", "条文问题")
  const helped = statement.filter((row) => row.includes("P-045"))
  expect(helped.map((row) => row.slice(3, 5))).toEqual([
    ["+1", "+1"],
    ["+1", "0"],
    ["+1", "0"],
    ["+1", "0"],
  ])
  expect(helped.slice(1).every((row) => /1分（P-044、P-045）/.test(row[5] ?? ""))).toBe(true)
  expect(stdout).toContain("提醒：拾金 100元：P-061、P-065同时适用（2 / 1分）（P-061）\n")
  expect(stdout.match(/《威海市文登区农村居民信用积分评价办法》/g)).toHaveLength(1)
  expect(stdout).toContain("登记441条，其中到2024年1月10日已登记440条")
  expect(stdout).toMatch(
    /没有落到条文上的登记：1\n {2}加扣分登记-上半年\.csv 第\d+行：丙四（D24），2023-05-20，P-101，此条不适用于本人\n\n/,
  )
  expect(stdout).toContain("原文问题（照录）：18行，9处")
  expect(stdout).toMatch(/差距清单：D16到2023-09-30，以三星为目标\n\n {2}方案1：无偿献血，按次1次/)
  expect(stdout).toContain("评定凭证：60份，逐份由登记记录复算：60份相符")
  expect(stdout).toContain("本人凭自己的记录和同组数据表复核：相符")
  expect(stdout).toContain("lines[0].granted.q：凭证上是9，复算为2")
  expect(stdout).toContain("（全部虚构）")
})

test("columns stand straight where a Chinese character takes two places", () => {
  const stdout = page("zh")
  const lines = stdout.slice(stdout.indexOf("\n村干部\n"), stdout.indexOf("\n其他党员\n")).split("\n")
  const grades = lines.flatMap((line) => {
    const at = line.search(/(等次|[五四三二一零]星)/)
    return at === -1 ? [] : [stringWidth(line.slice(0, at))]
  })
  expect(grades).toHaveLength(10)
  expect(new Set(grades).size).toBe(1)
})

test("the pilot village in English: the same numbers in other words, and another person's statement on request", () => {
  const [zh, en] = [run("--person", "G01"), run("--person", "G01", "--en")]
  expect([en.status, en.stderr]).toEqual([0, ""])
  const numbers = (list: ReadonlyArray<ReadonlyArray<string>>) => list.slice(1).map((row) => row.slice(0, 4))
  expect(numbers(rows(en.stdout, "\nVillage cadres\n", "\nOther Party"))).toEqual(
    numbers(rows(zh.stdout, "\n村干部\n", "\n其他党员\n")),
  )
  expect(numbers(rows(en.stdout, "\nOther Party", "\nNot rated"))).toEqual(
    numbers(rows(zh.stdout, "\n其他党员\n", "\n不参评")).map(([place = "", ...rest]) => [
      place.replace("并列", "="),
      ...rest,
    ]),
  )
  expect(en.stdout).toContain("D24), 2023-05-20, P-101: the line is not for this person\n")
  expect(en.stdout).toContain("Sample village, 2023 (everything made up)")
  expect(en.stdout).toContain("Points of G01")
  expect(en.stdout).toContain("four stars")
  expect(zh.stdout).toContain("个人积分明细：G01")
})

test("a damaged village: every fault of every file by file, line and column, exit code 1, nothing on the page", () => {
  const { folder, village, edit } = copied()
  edit("人员名册.csv", "bom", (text) => text.replace("D03,乙二,党员", "D03,乙二,团员"))
  edit("加扣分登记-上半年.csv", "utf8", (text) =>
    text.replace(/^4,[^,]+,/m, "4,2023-02-30,").replace(/^7,(.*),P-\d{3},/m, "7,$1,P-999,"),
  )
  edit("捐款登记.csv", "gb18030", (text) => text.replace(/^合　计,,,,.*$/m, "合　计,,,,1元"))
  edit("志愿服务登记.csv", "bom", (text) => text.replace("时长", "小时数"))
  edit("拾金登记.csv", "utf8", (text) => text.replace("D19,", "D99,"))
  edit("述廉评议.csv", "bom", (text) => text.replace("84.9%", "104.9%"))
  edit("支部星级.csv", "utf8", (text) => text.replace("五星", '"五星'))
  writeFileSync(join(village, "登记截止.csv"), Uint8Array.of(0xff, 0xfe, 0x7b, 0x76))
  writeFileSync(join(village, "工资表.csv"), "编号,金额\n")
  const { status, stdout, stderr } = run("--folder", folder)
  expect([status, stdout]).toEqual([1, ""])
  const places = stderr
    .trim()
    .split("\n")
    .map((line) => line.split("：")[0])
  expect(places).toEqual([
    "人员名册.csv 第14行“身份”列",
    "加扣分登记-上半年.csv 第5行“日期”列",
    "加扣分登记-上半年.csv 第8行“条目”列",
    "工资表.csv",
    "志愿服务登记.csv 第1行“小时数”列",
    "志愿服务登记.csv 第1行“时长”列",
    "拾金登记.csv 第3行“编号”列",
    "捐款登记.csv 第36行“金额”列",
    "支部星级.csv 第2行",
    "登记截止.csv",
    "述廉评议.csv 第2行“满意度”列",
  ])
  const english = run("--folder", folder, "--en")
  expect([english.status, english.stdout]).toEqual([1, ""])
  expect(english.stderr).toContain('拾金登记.csv line 3 column "编号": the list of people has no "D99"')
})

test("lines are counted through cells of several lines", () => {
  const { folder, edit } = copied()
  const file = "加扣分登记-上半年.csv"
  let broken = 0
  edit(file, "utf8", (text) => {
    const lines = text.split("\n")
    broken = lines.length - 1
    return [...lines.slice(0, broken - 1), lines[broken - 1]?.replace(/,G05,/, ",G55,"), ""].join("\n")
  })
  const { stderr } = run("--folder", folder)
  expect(stderr).toBe(`${file} 第${broken}行“经办”列：经办人编号“G55”不在名册里\n`)
})

test("a person who is not in the list is said so, with exit code 1", () => {
  expect(run("--person", "D99")).toEqual({ status: 1, stdout: "", stderr: "名册里没有编号“D99”\n" })
})

test("a folder that is not there, and a workbook among the tables, are said so", () => {
  expect(run("--folder", "no/such/folder")).toEqual({ status: 1, stdout: "", stderr: "没有文件夹“no/such/folder”\n" })
  const { folder, village } = copied()
  writeFileSync(join(village, "捐款登记-补.xlsx"), Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x14, 0x00))
  expect(run("--folder", folder)).toEqual({
    status: 1,
    stdout: "",
    stderr: "捐款登记-补.xlsx：是电子表格文件，不是CSV；请在表格软件里另存为CSV\n",
  })
})

test("numbers stand to the right, and a shared place is called so", () => {
  const stdout = page("zh")
  const lines = stdout.slice(stdout.indexOf("\n其他党员\n"), stdout.indexOf("\n不参评")).split("\n").slice(2)
  const ends = (pattern: RegExp) =>
    new Set(lines.flatMap((line) => pattern.exec(line)?.[0] ?? []).map((start) => stringWidth(start)))
  expect(ends(/^ *(名次|(并列)?\d+)(?= {2}[^-])/)).toEqual(new Set([8]))
  expect(ends(/^.*?(得分|[\d.]+)(?= {2}(等次|[五四三二一零]星))/).size).toBe(1)
  expect(lines.filter((line) => /^ +并列7 /.test(line))).toHaveLength(2)
})

test("a person who is not rated: the verdict alone, no empty table and no score", () => {
  const { status, stdout } = run("--person", "D48")
  expect(status).toBe(0)
  const own = stdout.slice(stdout.indexOf("个人积分明细"), stdout.indexOf("评定凭证"))
  expect(own).toMatch(/^个人积分明细：D48 庚六\n\n {2}本期不参评[^\n]+。\n\n$/)
})

test.each([["--bogus"], ["stray"], ["--person"]])("%s is answered with the usage, exit code 1, no trace", (flag) => {
  const { status, stdout, stderr } = run(flag)
  expect([status, stdout]).toEqual([1, ""])
  expect(stderr).toMatch(/^用法 Usage: /)
  expect(stderr.trim().split("\n")).toHaveLength(4)
})

test("a copied file is one fault, and what a flag or a file holds cannot steer the screen", () => {
  const { folder, village, edit } = copied()
  cpSync(join(village, "捐款登记.csv"), join(village, "捐款登记 - 副本.csv"))
  cpSync(join(village, "人员名册.csv"), join(village, "人员名册 - 副本.csv"))
  edit("拾金登记.csv", "utf8", (text) => text.replace("D19,", "D19\u001b[2J\u202e,"))
  const { status, stdout, stderr } = run("--folder", folder)
  expect([status, stdout]).toEqual([1, ""])
  expect(stderr.trim().split("\n")).toEqual([
    "人员名册 - 副本.csv：全部60行在“人员名册.csv”里都已登记，是重复的文件",
    "拾金登记.csv 第3行“编号”列：名册里没有编号“D19\\u001b[2J\\u202e”",
    "捐款登记 - 副本.csv：全部34行在“捐款登记.csv”里都已登记，是重复的文件",
  ])
  expect(run("--person", "\u001b[31m").stderr).toBe("名册里没有编号“\\u001b[31m”\n")
})
