/** Writes the made-up books of `examples/town-2023/样例村`, the same bytes each time: `npx tsx test/house/make-village.ts`. */
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { isMain, ROOT } from "./tree.js"
import { grid, inHalf, type Person, people, type Row, serialOf, sheet, told, toldMeasures } from "./villageBooks.js"

/** The same numbers each time, from whole numbers alone. */
const dice = (seed: number): ((sides: number) => number) => {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return (state >>> 8) % sides
  }
}

const EVERYDAY = ["P-034", "P-035", "P-036", "P-044", "P-045", "P-045", "P-046", "P-047", "P-048", "P-070"]
const MORE = ["P-021", "P-041", "P-058", "P-072", "P-073", "P-076", "P-080"]
const MISSED = ["P-128", "P-136", "P-137", "P-138"]

const dayOf = (month: number, day: number): string =>
  `2023-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`

/** Ordinary rows of a year: mostly bonuses, now and then a meeting missed. */
const everyday = (all: ReadonlyArray<Person>): ReadonlyArray<Row> => {
  const roll = dice(20230101)
  const rated = all.filter(({ state }) => state === "")
  const rows: Array<Row> = []
  for (let month = 1; month <= 12; month++) {
    for (let count = 0; count < 22; count++) {
      const person = rated[roll(rated.length)]
      const kind = roll(12)
      const list = kind === 0 ? MISSED : kind < 4 ? MORE : EVERYDAY
      const item = list[roll(list.length)]
      const [day, later] = [1 + roll(24), roll(4)]
      if (person === undefined || item === undefined || (!person.member && (kind === 0 || item === "P-021"))) continue
      rows.push({ on: dayOf(month, day), recorded: dayOf(month, day + later), person: person.id, item })
    }
  }
  return rows
}

const hours = (all: ReadonlyArray<Person>): ReadonlyArray<Row> => {
  const roll = dice(20230305)
  const rated = all.filter(({ state }) => state === "")
  return Array.from({ length: 72 }, (_, index): Row => {
    const on = dayOf(1 + Math.floor(index / 6), 1 + roll(27))
    return { on, person: rated[roll(rated.length)]?.id ?? "", value: String((2 + roll(7)) / 2) }
  })
}

const gifts = (all: ReadonlyArray<Person>): ReadonlyArray<Row> => {
  const roll = dice(20230915)
  const rated = all.filter(({ state }) => state === "")
  const sizes = [10, 50, 88, 99, 100, 150, 200, 365, 500, 1000, 1001, 1200]
  return Array.from({ length: 28 }, (): Row => {
    const on = dayOf(1 + roll(12), 1 + roll(27))
    return { on, person: rated[roll(rated.length)]?.id ?? "", value: String(sizes[roll(sizes.length)]) }
  })
}

const README = [
  "样例村的登记簿（2023年度）",
  "",
  "全部是虚构的：村、六十个人、每一件事、每一个数。姓名用天干加数字编成，不指任何人。",
  "由 test/house/make-village.ts 生成，每次逐字节相同；各表故意用不同的编码、日期写法和合计行，与村里实际收到的表一样杂。",
  "",
  "登记截止.csv 由经办人声明各登记簿记到哪一天为止已经齐全。文登区的办法到年底截止，过了期末未登记的就按没有算，所以有没有",
  "这份声明，2023年度的结果都一样；办法要求等登记齐全才下结论的，没有声明就会显示“待定”。",
  "",
  "Everything here is made up: the village, its sixty people, every event and every number.",
  "Written by test/house/make-village.ts, byte for byte the same each time. The files differ in encoding, ways of writing",
  "dates and rows of totals on purpose, as the files of a village office do.",
  "",
  "登记截止.csv declares up to which day each book is complete. The rules of Wendeng close with the year, so that the result",
  "of 2023 is the same without it; under rules that wait for complete books, a result stays open until they are declared.",
  "",
].join("\n")

/** Every file of the folder, by name. */
export const village = (): ReadonlyMap<string, Uint8Array> => {
  const all = people()
  const entries = [...told, ...everyday(all)]
  const serials = serialOf(entries)
  const half = (number: 1 | 2) => entries.filter((row) => inHalf(row, number))
  const books: ReadonlyArray<readonly [string, Uint8Array]> = [
    ["说明.txt", new TextEncoder().encode(README)],
    ["人员名册.csv", sheet.people(all)],
    ["加扣分登记-上半年.csv", sheet.lines(half(1), all, serials, { date: "mixed", encoding: "utf8", end: "\n" })],
    ["加扣分登记-下半年.csv", sheet.lines(half(2), all, serials, { date: "serial", encoding: "gb18030", end: "\r\n" })],
    ["捐款登记.csv", sheet.gifts([...toldMeasures.gifts, ...gifts(all)], all)],
    ["志愿服务登记.csv", sheet.hours([...toldMeasures.hours, ...hours(all)], all)],
    ["拾金登记.csv", grid.found(all)],
    ["集体增收登记.csv", grid.income(all)],
    ["引进项目登记.csv", grid.projects(all)],
    ["述廉评议.csv", grid.review(all)],
    ["支部星级.csv", grid.branch(all)],
    ["登记截止.csv", grid.closed()],
  ]
  return new Map(books)
}

if (isMain(import.meta.url)) {
  const folder = join(ROOT, "examples/town-2023/样例村")
  mkdirSync(folder, { recursive: true })
  for (const [name, bytes] of village()) writeFileSync(join(folder, name), bytes)
}
