import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import type * as Fault from "../../src/foundation/Fault.js"
import * as OrganisationBooks from "../../src/interop/OrganisationBooks.js"
import * as Layouts from "../../src/interop/OrganisationSheets.js"
import type * as Sheet from "../../src/interop/Sheet.js"
import { type Name, options } from "./organisationTables.js"

// Made-up townships of one to five villages with 1 to 14 branches, none of the numbers of branches up to 10 below 6 % of
// 1000 runs. Cells are broken in 209 ways in 64 columns; of 1000 broken cells 7 to 14 % are in each of the nine books, a
// third are blank, a fifth name what no list has, a quarter are no day that an office can have on record. 2000 of them
// raised 20 codes, the rarest (partyTree.noSuchUnit) 17 times. 100,000 rows took 3.0 s, 20,000 rows 0.6 s.

// ---------------------------------------------------------------- sound townships

interface Village {
  /** Members of each branch; of several branches the village has a general branch above. */
  readonly branches: ReadonlyArray<number>
  readonly households: number
}

type Rows = ReadonlyArray<ReadonlyArray<string>>
type Books = Readonly<Record<Name, Rows>>

const HEADS: Readonly<Record<Name, string>> = {
  单位台账: "编号 名称 类别 领域 上级单位 实际运营 从业人员 户数 代码",
  党组织名册: "编号 名称 类型 上级党组织 所在单位 成立时间 权限 代码",
  党员名册: "编号 姓名 性别 出生年月 民族 学历 所在支部 党小组 入党日期 转正日期 权利限制 工作单位 流动",
  任职台账: "编号 组织 职务 人员 任职日期 免职日期 方式",
  换届台账: "组织 当选日期 委员数 提醒日期 延期至 批准文号 批准日期 批准机关",
  接转台账: "编号 党员 转出支部 转入支部 开具日期 回执日期 结果",
  批准台账: "编号 事项 对象 批准机关 批准日期",
  网格台账: "编号 名称 层级 上级网格 单位 党组织 起户号 止户号 网格长",
  联户台账: "党员 单位 起户号 止户号",
}

/** Books in which every cell that may be filled is filled somewhere, and which have no fault. */
const booksOf = (villages: ReadonlyArray<Village>): Books => {
  const indexed = villages.map((village, index) => ({ ...village, v: index + 1 }))
  const branches = indexed.flatMap(({ v, branches: sizes }) =>
    sizes.map((size, index) => ({ v, id: `B${v}-${index + 1}`, size })),
  )
  const members = branches.flatMap(({ v, id, size }) =>
    Array.from({ length: size }, (_, index) => ({ v, branch: id, id: `M${id.slice(1)}-${index + 1}`, index })),
  )
  const day = (index: number) => `20${String(10 + (index % 10))}-0${1 + (index % 9)}-1${index % 10}`
  const chief = (v: number) => `M${v}-1-1`
  return {
    单位台账: [
      ["U0", "镇", "乡镇", "township", "", "是", "", "", "C0"],
      ...indexed.map(({ v, households }) => [
        ...[`U${v}`, `${v}村`, "村", "village", "U0", "是", "", String(households), ""],
      ]),
      ["U9", "厂", "非公有制企业", "twoNew", "U1", "否", "12", "", ""],
    ],
    党组织名册: [
      ...branches.map(({ v, id }) => [id, `${id}支部`, "党支部", `B${v}`, `U${v}`, "2008年5月", "", ""]),
      ...indexed.map(({ v }) => [`B${v}`, `${v}村党总支`, "党总支", "B0", `U${v}、U9`, "1998", "", ""]),
      ["B0", "镇党委", "乡镇党委", "", "U0", "1984-05-06", "收缴党费、换届选举", "C1"],
      ...indexed.map(({ v }) => [`X${v}`, `${v}村小组`, "党小组", `B${v}-1`, `U${v}`, "2010", "", ""]),
    ],
    党员名册: members.map(({ v, branch, id, index }) => [
      ...[id, "甲子", index % 3 === 0 ? "女" : "男", "1970.5", "汉族", "初中", branch],
      ...[index === 0 ? `X${v}` : "", day(index), index === 4 ? "" : "2021-07-01"],
      ...[index === 5 ? "停止党籍" : "", index === 1 ? "U9" : "", index === 2 ? "是" : "否"],
    ]),
    任职台账: [
      ...branches.map(({ id }) => [`R${id}`, id, "书记", `M${id.slice(1)}-1`, "2021-01-05", "", "选举"]),
      ...indexed.map(({ v }) => [
        ...[`R${v}`, `U${v}`, "村（居）民委员会主任", chief(v), "2018-01-05", "2023-01-05", "选举"],
      ]),
    ],
    换届台账: branches.map(({ id }, index) => [
      ...[id, "2021-01-05", "3", "2023-07-05", ...(index > 0 ? ["", "", "", ""] : [])],
      ...(index > 0 ? [] : ["2024-03-01", "样例〔2023〕1号", "2023-12-01", "县委组织部"]),
    ]),
    接转台账: members
      .filter(({ index }) => index % 4 === 0)
      .map(({ id, branch, v }, index) =>
        index % 2 === 0
          ? [`J${id}`, id, `B${v}`, branch, "2023-02-14", "2023-03-01", "接收"]
          : [`J${id}`, id, branch, `B${v}`, "2023-02-14", "", ""],
      ),
    批准台账: indexed.map(({ v }) => [`P${v}`, "设立党总支", `B${v}`, "镇党委", "1998-04-28"]),
    网格台账: indexed.flatMap(({ v, households }) => [
      [`G${v}-1`, "一组", "组", `G${v}`, `U${v}`, "", "1", String(Math.floor(households / 2)), chief(v)],
      [`G${v}-2`, "二组", "组", `G${v}`, `U${v}`, "", String(Math.floor(households / 2) + 1), String(households), ""],
      [`G${v}`, "村", "村", "", `U${v}`, `B${v}`, "", "", chief(v)],
    ]),
    联户台账: indexed.map(({ v, households }) => [chief(v), `U${v}`, "1", String(households)]),
  }
}

const village: fc.Arbitrary<Village> = fc.record({
  branches: fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 3 }),
  households: fc.integer({ min: 2, max: 120 }),
})
const township = fc.array(village, { minLength: 1, maxLength: 5 }).map(booksOf)

const names = Object.keys(HEADS) as ReadonlyArray<Name>
const headOf = (name: Name): ReadonlyArray<string> => HEADS[name].split(" ")

const tables = (books: Books): ReadonlyArray<Sheet.Table> =>
  names.map((name) => ({
    file: `${name}.csv`,
    rows: [headOf(name), ...books[name]].map((cells, index) => ({ line: index + 1, cells })),
  }))

const faultsOf = (given: ReadonlyArray<Sheet.Table>): ReadonlyArray<Fault.Fault> => {
  const read = OrganisationBooks.read(given, options)
  return Result.isFailure(read) ? read.failure : []
}

// ---------------------------------------------------------------- broken cells

const LAYOUTS: Readonly<Record<Name, Sheet.Layout>> = {
  单位台账: Layouts.units,
  党组织名册: Layouts.organisations,
  党员名册: Layouts.members,
  任职台账: Layouts.posts,
  换届台账: Layouts.terms,
  接转台账: Layouts.transfers,
  批准台账: Layouts.approvals,
  网格台账: Layouts.cells,
  联户台账: Layouts.links,
}

/** Columns that may hold any text, so that only a blank is wrong, and only where something is required. */
const FREE = new Set("名称 类别 领域 代码 姓名 民族 学历 批准文号 批准机关 事项 层级 编号".split(" "))

/** Ways in which a cell of a column can be wrong. */
const waysOf = (name: Name, header: string): ReadonlyArray<string> => {
  const column = Object.values(LAYOUTS[name].columns).find((one) => one.header === header)
  if (column === undefined) throw new Error(`${name} has no ${header}`)
  const blank = column.presence === "required" ? ["", "　"] : []
  switch (column.cell.is) {
    case "date":
      return [...blank, "2023-02-30", "前年", "1900-01-01", "2023-1"]
    case "number":
      return [...blank, "若干", "-1", "1.5", "3吨", "900000000000"]
    case "choice":
      return [...blank, "也许", "是是"]
    case "list":
      return [...blank, "U404", "没有的"]
    default:
      return FREE.has(header) ? blank : [...blank, "没有的", "４０４"]
  }
}

interface Broken {
  readonly books: Books
  readonly name: Name
  readonly line: number
  readonly header: string
  readonly way: string
}

const cellsThatBreak = names.flatMap((name) =>
  headOf(name).flatMap((header, column) => waysOf(name, header).map((way) => ({ name, header, column, way }))),
)

/** Where the id of a row is blank, whoever names an id that no other row has may mean it. */
const cellsButIds = cellsThatBreak.filter(({ header }) => header !== "编号")

const broken = fc
  .record({ books: township, where: fc.constantFrom(...cellsThatBreak), row: fc.nat() })
  .filter(({ books, where: { name } }) => books[name].length > 0)
  .map(({ books, where: { name, header, column, way }, row }): Broken => {
    const place = row % books[name].length
    const rows = books[name].map((cells, index) => (index === place ? cells.with(column, way) : cells))
    return { books: { ...books, [name]: rows }, name, line: place + 2, header, way }
  })

/** The same things in an order that the numbers tell. */
const shuffle = <A>(list: ReadonlyArray<A>, seeds: ReadonlyArray<number>): ReadonlyArray<A> =>
  list
    .map((one, index) => ({ one, key: ((seeds[index % seeds.length] ?? 0) + index * 7919) % 1009, index }))
    .sort((a, b) => a.key - b.key || a.index - b.index)
    .map(({ one }) => one)

const read = (given: ReadonlyArray<Sheet.Table>) => Result.getOrThrow(OrganisationBooks.read(given, options))

/** Every list by the text of its items. */
const inOneOrder = ({ grid, workplaces, ...lists }: OrganisationBooks.OrganisationBooks) => {
  const sorted = (value: unknown): unknown =>
    Array.isArray(value) ? value.map((one) => JSON.stringify(byKeys(one))).sort() : value
  const all = Object.entries({ ...lists, ...grid }).map(([key, value]) => [key, sorted(value)])
  return [all, Object.entries(workplaces).sort()]
}

const byKeys = (value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, own]) => [key, byKeys(own)])
    : value

describe("books of organisation", () => {
  test("townships as generated are without a fault", () => {
    fc.assert(
      fc.property(township, (books) => {
        expect(faultsOf(tables(books))).toEqual([])
      }),
    )
  })

  test("one broken cell is told at that cell, and nothing is told at any other row", () => {
    fc.assert(
      fc.property(broken, ({ books, name, line, header }) => {
        const faults = faultsOf(tables(books))
        expect(faults.map(({ at }) => [at?.file, at?.line, at?.column])).toContainEqual([`${name}.csv`, line, header])
        expect(faults.filter(({ at }) => at?.file !== `${name}.csv` || at.line !== line)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  test("a row that is written again is one fault, at the second of the two", () => {
    const again = fc.record({ books: township, name: fc.constantFrom(...names), row: fc.nat(), wide: fc.boolean() })
    fc.assert(
      fc.property(again, ({ books, name, row, wide }) => {
        const own = books[name]
        const cells = own[row % own.length] ?? []
        const copy = wide ? cells.map((cell) => (/^[A-Z]/.test(cell) ? ` ${cell} ` : cell)) : cells
        const faults = faultsOf(tables({ ...books, [name]: [...own, copy] }))
        fc.pre(own.length > 0)
        expect(faults.map(({ at }) => [at?.file, at?.line])).toEqual([[`${name}.csv`, own.length + 2]])
      }),
    )
  })

  test("a copy of any file is one fault, whichever comes first", () => {
    const copied = fc.record({ books: township, name: fc.constantFrom(...names), isFirst: fc.boolean() })
    fc.assert(
      fc.property(copied, ({ books, name, isFirst }) => {
        const all = tables(books)
        const copy = { ...(all[names.indexOf(name)] as Sheet.Table), file: `${name}（副本）.csv` }
        fc.pre(books[name].length > 0)
        expect(faultsOf(isFirst ? [copy, ...all] : [...all, copy]).map(({ code, at }) => [code, at])).toEqual([
          ["pointRegister.sameFile", { file: copy.file }],
        ])
      }),
    )
  })

  test("the order of files, rows and columns changes nothing but the order", () => {
    const orders = fc.array(fc.nat(), { minLength: 8, maxLength: 8 })
    fc.assert(
      fc.property(township, orders, (books, seeds) => {
        const shuffled = shuffle(tables(books), seeds).map(({ file, rows: [head, ...rows] }) => {
          const columns = shuffle(head?.cells.map((_, index) => index) ?? [], seeds)
          const cells = [head, ...shuffle(rows, seeds)].map((row) => columns.map((index) => row?.cells[index] ?? ""))
          return { file, rows: cells.map((own, index) => ({ line: index + 1, cells: own })) }
        })
        expect(inOneOrder(read(shuffled))).toEqual(inOneOrder(read(tables(books))))
      }),
    )
  })

  test("several broken cells in any order of the rows are told at their rows", () => {
    const several = fc.record({
      books: township,
      breaks: fc.array(fc.record({ where: fc.constantFrom(...cellsButIds), row: fc.nat() }), { maxLength: 6 }),
      seeds: fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
    })
    fc.assert(
      fc.property(several, ({ books, breaks, seeds }) => {
        const marked = new Map<Name, Array<Array<string>>>(
          names.map((name) => [name, books[name].map((row) => [...row])]),
        )
        const hit = breaks.flatMap(({ where: { name, column, way }, row }) => {
          const cells = marked.get(name)?.[row % Math.max(1, books[name].length)]
          if (cells === undefined) return []
          cells[column] = way
          return [{ name, cells }]
        })
        const given = names.map((name) => ({ name, rows: shuffle(marked.get(name) ?? [], seeds) }))
        const faults = faultsOf(
          given.map(({ name, rows }) => ({
            file: `${name}.csv`,
            rows: [headOf(name), ...rows].map((cells, index) => ({ line: index + 1, cells })),
          })),
        )
        const lines = hit.map(
          ({ name, cells }) => `${name}.csv ${2 + (given.find((one) => one.name === name)?.rows.indexOf(cells) ?? 0)}`,
        )
        expect(new Set(faults.map(({ at }) => `${at?.file} ${at?.line}`))).toEqual(new Set(lines))
      }),
    )
  })
})

describe("a hundred thousand members", () => {
  /** As many members in a branch; every tenth is in a branch that there is not, was full too early, or stands twice. */
  const many = (count: number): ReadonlyArray<Sheet.Table> => {
    const small = booksOf([{ branches: [1], households: 2 }])
    const rows = Array.from({ length: count }, (_, index) => {
      const way = index % 10 === 9 ? Math.floor(index / 10) % 3 : -1
      const id = way === 2 ? `N${index - 1}` : `N${index}`
      const [branch, full] = [way === 0 ? "B404" : "B1-1", way === 1 ? "2019-07-01" : "2021-07-01"]
      return [id, "甲子", "男", "1970.5", "汉族", "初中", branch, "", "2020-07-01", full, "", "", "否"]
    })
    return tables({ ...small, 党员名册: [...small.党员名册, ...rows] })
  }

  test("all that is wrong is told, each at its row, of a hundred thousand rows", () => {
    const faults = faultsOf(many(100_000))
    expect(faults.map(({ at }) => at?.line)).toEqual(Array.from({ length: 10_000 }, (_, index) => 10 * index + 12))
    const codes = new Set(faults.map(({ code, at }) => `${code} ${at?.column ?? ""}`.trim()))
    expect(codes).toEqual(
      new Set([
        "organisationBooks.noOrganisation 所在支部",
        "member.fullBeforeAdmission 转正日期",
        "organisationBooks.sameRow",
      ]),
    )
  })
})
