import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { parse } from "csv-parse/sync"
import * as Result from "effect/Result"
import { expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as Period from "../../src/foundation/Period.js"
import * as PointRegister from "../../src/interop/PointRegister.js"
import * as Sheet from "../../src/interop/Sheet.js"
import * as WendengVillage from "../../src/presets/WendengVillage.js"
import * as Interpreter from "../../src/rules/Interpreter.js"
import { village } from "../house/make-village.js"
import { ROOT } from "../house/tree.js"
import { gb18030 } from "../house/villageBooks.js"

const folder = join(ROOT, "examples/town-2023/样例村")
const period = Period.yearUnsafe(2023)
const book = WendengVillage.rulebook

const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(join(folder, file)))

const sources = readdirSync(folder)
  .filter((file) => file.endsWith(".csv"))
  .map((file): Sheet.Table => {
    const records: ReadonlyArray<ReadonlyArray<string>> = parse(Result.getOrThrow(Sheet.text(bytesOf(file))), {
      relax_column_count: true,
      record_delimiter: "\n",
    })
    return { file, rows: records.map((cells, index) => ({ line: index + 1, cells })) }
  })

const register = () => Result.getOrThrow(PointRegister.read(sources, { book, period, offsetMinutes: 480 }))

const rate = (day: string) => {
  const { subjects, facts, closures } = register()
  const at = Coordinate.of(Period.lastDay(period), Coordinate.instantUnsafe(Date.parse(`${day}T00:00:00+08:00`)))
  const { outcomes } = Interpreter.evaluate({ book, period, at, subjects, facts, closures })
  return new Map(outcomes.map((outcome) => [outcome.subject, outcome]))
}

test("the folder is what the script writes, byte for byte, and nothing else", () => {
  const made = village()
  expect(
    readdirSync(folder)
      .filter((file) => !file.startsWith("."))
      .sort(),
  ).toEqual([...made.keys()].sort())
  for (const [file, bytes] of made) expect(Buffer.compare(bytes, bytesOf(file)), file).toBe(0)
})

test("the files come as a village office has them: three encodings, wide digits, day numbers, totals, a title", () => {
  const text = (file: string) => Result.getOrThrow(Sheet.text(bytesOf(file)))
  const isUtf8 = (file: string) => {
    const bytes = bytesOf(file)
    return Buffer.from(new TextDecoder().decode(bytes)).equals(Buffer.from(bytes)) && bytes[0] !== 0xef
  }
  expect([...bytesOf("人员名册.csv").slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(isUtf8("加扣分登记-上半年.csv")).toBe(true)
  expect(isUtf8("加扣分登记-下半年.csv")).toBe(false)
  expect(text("加扣分登记-下半年.csv")).toMatch(/^\d+,45\d{3},2023-/m)
  expect(text("加扣分登记-上半年.csv")).toMatch(/[０-９]{4}－[０-９]{2}/)
  expect(text("加扣分登记-上半年.csv")).toMatch(/"[^"\n]+\n[^"]+"/)
  expect(text("捐款登记.csv")).toMatch(/\n合　计,.*"\d+,\d{3}元"\n$/)
  expect(text("志愿服务登记.csv").match(/小计/g)).toHaveLength(4)
  expect(Buffer.from(gb18030("样例村，１")).toString("hex")).toBe("d1f9c0fdb4e5a3aca3b1")
})

test("the folder is read without a fault: sixty people, some hundreds of facts of every book", () => {
  const { subjects, facts, names } = register()
  expect(subjects).toHaveLength(60)
  expect(Object.keys(names)).toHaveLength(60)
  expect(facts.length).toBeGreaterThan(400)
  const books = new Set(facts.map(({ source }) => source))
  expect(
    sources
      .map(({ file }) => file)
      .filter((file) => !books.has(file))
      .sort(),
  ).toEqual(["人员名册.csv", "登记截止.csv"])
  expect(facts.filter(({ on }) => !Period.contains(period, on)).map(({ subject }) => subject)).toEqual(["D09"])
  expect(facts.every(({ on, recordedAt }) => CivilDate.compare(on, Coordinate.dayOfUnsafe(recordedAt, 480)) <= 0)).toBe(
    true,
  )
})

test("what the village is there to show comes out: caps, one deed twice, direct judgement, repair, late entries", () => {
  const outcomes = rate("2024-01-10")
  const of = (id: string) => outcomes.get(id)!
  const cuts = (id: string) =>
    of(id).lines.flatMap(({ act, cuts: own }) => own.map(({ by, id: by2 }) => `${act} ${by} ${by2}`))
  expect(cuts("D16")).toEqual([
    "P-045 cap P-044、P-045/封顶",
    "P-045 cap P-044、P-045/封顶",
    "P-046 cap P-046/封顶",
    "P-045 cap P-044、P-045/封顶",
  ])
  const trained = of("D17").lines.filter(({ act }) => act === "P-034")
  expect(trained.length).toBeGreaterThan(4)
  expect(trained.filter(({ granted }) => granted.is === "known" && granted.q === "1")).toHaveLength(3)
  expect(cuts("G03")).toContain("P-046 sameAct P-045")
  expect(cuts("D06")).toContain("P-091 sameAct P-089")
  expect(cuts("D18")).toContain("P-065 sameAct P-061")
  expect(of("D10").effects).toEqual([expect.objectContaining({ effect: "直判三", state: "repaired" })])
  expect([of("D11"), of("D12")].map(({ scores, level }) => [scores?.rounded, level])).toEqual([
    [
      { is: "known", q: "0" },
      { is: "level", level: "零星" },
    ],
    [
      { is: "known", q: "0" },
      { is: "level", level: "零星" },
    ],
  ])
  expect(of("D07").lines.filter(({ act }) => act === "P-132")).toHaveLength(1)
  expect(of("D09").lines.filter(({ act }) => act === "P-131")).toHaveLength(1)
  expect(of("D14").nodes.find(({ id }) => id === "P-033")?.value).toEqual({ is: "known", q: "1" })
  expect([...outcomes.values()].filter(({ standing }) => standing === "exempt")).toHaveLength(4)
  expect(of("D24").unread).toHaveLength(1)
})

test("what was registered later changes only later answers", () => {
  const lines = (day: string, id: string) =>
    rate(day)
      .get(id)
      ?.lines.map(({ act }) => act) ?? []
  expect(lines("2024-01-04", "D13")).not.toContain("P-058")
  expect(lines("2024-01-05", "D13")).toContain("P-058")
  expect(lines("2024-01-10", "D14")).not.toContain("P-059")
  expect(lines("2024-02-20", "D14")).toContain("P-059")
})

test("the rules close with the year: without 登记截止 the outcomes are the same", () => {
  const { subjects, facts, closures } = register()
  const at = Coordinate.of(Period.lastDay(period), Coordinate.instantUnsafe(Date.parse("2024-01-10T00:00:00+08:00")))
  expect(closures.length).toBeGreaterThan(100)
  expect(Interpreter.evaluate({ book, period, at, subjects, facts, closures: [] })).toEqual(
    Interpreter.evaluate({ book, period, at, subjects, facts, closures }),
  )
})
