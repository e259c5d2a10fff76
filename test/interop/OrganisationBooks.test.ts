import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as Fault from "../../src/foundation/Fault.js"
import * as OrganisationBooks from "../../src/interop/OrganisationBooks.js"
import * as Sentence from "../../src/interop/Sentence.js"
import type * as Sheet from "../../src/interop/Sheet.js"
import { books, changed, names, options, sources, table } from "./organisationTables.js"

type Told = readonly [
  code: string,
  file?: string | undefined,
  line?: number | undefined,
  column?: string | number | undefined,
]

const faultsOf = (given: ReadonlyArray<OrganisationBooks.Source>): ReadonlyArray<Fault.Fault> => {
  const read = OrganisationBooks.read(given, options)
  return Result.isFailure(read) ? read.failure : []
}

const told = (given: ReadonlyArray<OrganisationBooks.Source>): ReadonlyArray<Told> =>
  faultsOf(given).map(({ code, at }): Told => [code, at?.file, at?.line, at?.column])

const sound = (given: ReadonlyArray<OrganisationBooks.Source>) =>
  Result.getOrThrow(OrganisationBooks.read(given, options))

const without = (...missing: ReadonlyArray<string>) =>
  sources().filter(({ file }) => !missing.some((name) => file.startsWith(name)))

describe("sound books (made up)", () => {
  test("each list comes in the order of its rows, parents later in the file or not", () => {
    const read = sound(sources())
    expect(read.organisations.map(({ id, supervisedBy }) => [id, supervisedBy])).toEqual([
      ["B11", "B1"],
      ["B12", "B1"],
      ["B1", "B0"],
      ["B2", "B0"],
      ["B0", undefined],
    ])
    expect(read.organisations[4]?.capabilities).toEqual(["collectDues", "holdTermElections"])
    expect(read.units.map(({ id, operating, staff, households }) => [id, operating, staff, households])).toEqual([
      ["U0", true, undefined, undefined],
      ["U1", true, undefined, 60],
      ["U2", true, undefined, 40],
      ["U3", true, 30, undefined],
    ])
    expect(read.members.map(({ person, stage, restriction }) => [person, stage, restriction])).toEqual([
      ["M1", "full", "none"],
      ["M2", "full", "none"],
      ["M3", "full", "none"],
      ["M4", "full", "none"],
      ["M5", "probationary", "none"],
      ["M6", "full", "membershipSuspended"],
    ])
    expect(read.workplaces).toEqual({ M2: "U3" })
  })

  test("posts, terms, letters, approvals and the grid", () => {
    const { posts, appointments, terms, letters, approvals, grid } = sound(sources())
    expect(posts.map(({ body, kind }) => [body, kind])).toEqual([
      ["B11", "secretary"],
      ["B12", "secretary"],
      ["B2", "secretary"],
      ["U2", "villageDirector"],
    ])
    expect(appointments.map(({ id, person, manner }) => [id, person, manner])).toEqual([
      ["R1", "M1", "elected"],
      ["R3", "M4", "elected"],
      ["R4", "M4", "elected"],
    ])
    expect(terms).toEqual([
      { body: "B1", electedOn: "2021-01-05", committee: 3 },
      {
        body: "B2",
        electedOn: "2020-01-06",
        remindedOn: "2022-07-01",
        extension: { until: "2023-12-31", approval: "样例〔2022〕1号", on: "2022-12-20", by: "样例县委组织部" },
      },
    ])
    expect(letters).toEqual([
      {
        id: "J1",
        person: "M4",
        from: "B11",
        to: "B2",
        issuedOn: "2023-02-14",
        answer: { on: "2023-03-01", result: "received" },
      },
      { id: "J2", person: "M3", from: "B12", to: "B2", issuedOn: "2023-11-20" },
    ])
    expect(approvals).toEqual([{ id: "P1", matter: "设立党总支", subject: "B1", by: "样例镇党委", on: "2008-04-28" }])
    expect([grid.cells.length, grid.households.length, grid.links.length, grid.duties.length]).toEqual([4, 100, 100, 3])
    expect(grid.households[29]).toEqual({ id: "U1-30", cell: "G11", persons: [], from: "1921-07-01" })
  })

  test("only three books have to be there", () => {
    const read = sound(without(...names.slice(3)))
    expect([read.posts, read.terms, read.letters, read.approvals, read.grid.cells]).toEqual([[], [], [], [], []])
  })

  test("a book may come in several files, whose names begin with its name", () => {
    const [head, ...rows] = books.党员名册
    const parts = [
      table("党员名册-第一批.csv", head, ...rows.slice(0, 2)),
      table("党员名册（二）.csv", head, ...rows.slice(2)),
    ]
    const read = sound([...without("党员名册"), ...parts])
    expect(read.members.map(({ person }) => person).sort()).toEqual(["M1", "M2", "M3", "M4", "M5", "M6"])
  })

  test("head-counts of units: where members work, else the unit of their branch, else nowhere; the suspended not", () => {
    const counts = OrganisationBooks.headCounts(sound(sources()))
    expect([...counts].sort()).toEqual([
      ["U1", { full: 1, all: 1 }],
      ["U2", { full: 1, all: 2 }],
      ["U3", { full: 1, all: 1 }],
    ])
  })
})

describe("dates of which only a part may be known", () => {
  test.each([
    ["1998", "1998"],
    ["1998年", "1998"],
    ["2019.5", "2019-05"],
    ["2019年5月", "2019-05"],
    ["2019-05", "2019-05"],
    ["2019/5/6", "2019-05-06"],
    ["2019-05-06", "2019-05-06"],
    ["2019年5月6日", "2019-05-06"],
    ["201905", "2019-05"],
    ["20190506", "2019-05-06"],
    ["２０１９年５月", "2019-05"],
    ["２０１９．０５．０６", "2019-05-06"],
    ["2019 年 5 月", "2019-05"],
  ])("%s is %s", (written, date) => {
    const read = sound(
      sources({
        ...changed("党组织名册", { 5: `B2|二村党支部|党支部|B0|U2|${written}|` }),
        ...changed("党员名册", { 2: `M1|甲一|男|1970.5|B11|1995-07-01|1996-07-01||` }),
      }),
    )
    expect(read.organisations[3]?.established).toBe(date)
  })

  test.each(["二〇一九年", "2019-13", "2019年2月30日", "19年", "2019-", "2019.5.", "201913", "五月"])(
    "%s is none",
    (written) => {
      const given = sources({
        ...changed("党组织名册", { 5: `B2|二村党支部|党支部|B0|U2|${written}|` }),
        ...changed("党员名册", { 3: `M2|乙一|女|${written}|B11|2005-07-01|2006-07-01||U3` }),
      })
      expect(told(given)).toEqual([
        ["organisationBooks.date", "党员名册.csv", 3, "出生年月"],
        ["organisationBooks.date", "党组织名册.csv", 5, "成立时间"],
      ])
    },
  )

  test("an organisation is set up between the founding of the Party and the end of the year after the books", () => {
    const set = (date: string) => told(sources(changed("党组织名册", { 5: `B2|二村党支部|党支部|B0|U2|${date}|` })))
    const outside = [["sheet.dateOutside", "党组织名册.csv", 5, "成立时间"]]
    expect([set("1921-06-30"), set("1920"), set("2025"), set("2999年")]).toEqual(Array(4).fill(outside))
    expect([set("1921"), set("1921-07-01"), set("2024-12-31")]).toEqual([[], [], []])
  })

  test("wide digits and blanks are read in ids, days and numbers", () => {
    const read = sound(
      sources({
        ...changed("党员名册", { 2: "Ｍ１|甲 一|男|1970.5|Ｂ１１|１９９５年７月１日|1996/7/1||" }),
        ...changed("联户台账", { 2: "Ｍ１|Ｕ１|１号|２０号" }),
      }),
    )
    expect(read.members[0]).toMatchObject({
      person: "M1",
      affiliation: { branch: "B11" },
      admittedOn: "1995-07-01",
      fullFrom: "1996-07-01",
    })
    expect(read.persons[0]?.name).toBe("甲一")
    expect(read.grid.links).toHaveLength(100)
  })
})

describe("files", () => {
  test("a file that is no book, and a book that is missing", () => {
    expect(told([...without("党员名册", "联户台账"), table("工资表.csv", "编号|金额")])).toEqual([
      ["organisationBooks.noBook", undefined, undefined, undefined],
      ["organisationBooks.unknownFile", "工资表.csv", undefined, undefined],
    ])
    expect(faultsOf(without("单位台账"))[0]?.params).toEqual({ book: "单位台账" })
  })

  test("a name that only begins like a book is none", () => {
    expect(told([...sources(), table("党员名册附件.csv", "编号|金额")])).toEqual([
      ["organisationBooks.unknownFile", "党员名册附件.csv", undefined, undefined],
    ])
  })

  test("a file that could not be opened is told once, and nobody in it is missed elsewhere", () => {
    for (const name of names.slice(0, 3)) {
      const file = `${name}.csv`
      const unopened = { file, faults: [Fault.make("sheet.encoding", {}, [], { file })] }
      expect(told([...without(name), unopened]), name).toEqual([["sheet.encoding", file, undefined, undefined]])
    }
  })

  test("a header that is missing is told once, and nothing that hangs on it", () => {
    const headless = books.党员名册.map((row) => row.split("|").slice(1).join("|"))
    expect(told(sources({ 党员名册: headless }))).toEqual([["sheet.missingHeader", "党员名册.csv", 1, "编号"]])
    const unset = books.党组织名册.map((row) => row.split("|").toSpliced(5, 1).join("|"))
    expect(told(sources({ 党组织名册: unset }))).toEqual([["sheet.missingHeader", "党组织名册.csv", 1, "成立时间"]])
  })

  test("an empty file has no header", () => {
    expect(told(sources({ 党组织名册: [] }))).toEqual([["sheet.empty", "党组织名册.csv", undefined, undefined]])
  })

  test("a copied file is one fault, the file with the longer name the copy", () => {
    const copies = names.map((name) => table(`${name} - 副本.csv`, ...books[name]))
    const expected = copies.map(({ file }) => ["pointRegister.sameFile", file, undefined, undefined])
    expect(told([...copies, ...sources()]).toSorted()).toEqual(expected.toSorted())
    expect(faultsOf([copies[0] as Sheet.Table, ...sources()])[0]?.params).toEqual({ other: "单位台账.csv", rows: 4 })
  })

  test("a row that stands twice is one fault that says where else, in one file or in two", () => {
    const again = [books.党员名册[0], books.党员名册[2], "M7|庚一|男|1990|B2|2015-07-01|2016-07-01||"]
    const given = [...sources(changed("党员名册", {}, books.党员名册[1])), table("党员名册-补.csv", ...again)]
    expect(told(given)).toEqual([
      ["organisationBooks.sameRow", "党员名册-补.csv", 2, undefined],
      ["organisationBooks.sameRow", "党员名册.csv", 8, undefined],
    ])
    expect(faultsOf(given).map(({ params }) => params)).toEqual([
      { file: "党员名册.csv", line: 3 },
      { file: "党员名册.csv", line: 2 },
    ])
  })

  test("an id that another file of the book has is told where it stands; in one file by its line", () => {
    const given = [
      ...sources(changed("批准台账", {}, "P1|设立党总支|B2|样例镇党委|2008-04-28")),
      table("任职台账-补.csv", books.任职台账[0], "R1|B2|宣传委员|M5|2023-07-02||选举"),
      table("换届台账-补.csv", books.换届台账[0], "B1|2021-01-05|5|||||"),
    ]
    expect(told(given)).toEqual([
      ["organisationBooks.keyTwice", "任职台账-补.csv", 2, "编号"],
      ["sheet.duplicateKey", "批准台账.csv", 3, "编号"],
      ["organisationBooks.keyTwice", "换届台账-补.csv", 2, "组织"],
    ])
    expect(faultsOf(given)[0]?.params).toEqual({ key: "R1", file: "任职台账.csv", line: 2 })
  })
})

/** A change of the books, and all faults that it makes. */
interface Case {
  readonly what: string
  readonly change: ReturnType<typeof changed>
  readonly faults: ReadonlyArray<Told>
}

const rows: ReadonlyArray<readonly [what: string, change: Case["change"], ...faults: ReadonlyArray<Told>]> = [
  [
    "a cell that the sheet does not take: and the unit is not missed elsewhere",
    changed("单位台账", { 3: "U1|一村|村|village|U0|在|三|60" }),
    ["sheet.notInList", "单位台账.csv", 3, "实际运营"],
    ["sheet.badNumber", "单位台账.csv", 3, "从业人员"],
  ],
  [
    "a unit in a unit that is not there, and one in two",
    changed("单位台账", { 3: "U1|一村|村|village|U7|是||60" }, "U2|二村|村|village|U3|是||40"),
    ["forest.noSuchParent", "单位台账.csv", 3, "上级单位"],
    ["forest.twoParents", "单位台账.csv", 6, "上级单位"],
  ],
  [
    "a unit told twice with other words, under the same unit",
    changed("单位台账", {}, "U2|二村|村|village|U0|是||41"),
    ["forest.twice", "单位台账.csv", 6, "编号"],
  ],
  [
    "units in a ring, told once",
    changed("单位台账", { 2: "U0|样例镇|乡镇|township|U3|是||" }),
    ["forest.ring", "单位台账.csv", 2, "上级单位"],
  ],
  [
    "a kind that the tables do not have: its branches do not dangle, nor its members, posts or letters",
    changed("党组织名册", { 4: "B1|一村党总支|党总枝|B0|U1|2008-05-06|", 5: "B2|二村党支部|党支布|B0|U2|1998|" }),
    ["organisationBooks.noLabel", "党组织名册.csv", 4, "类型"],
    ["organisationBooks.noLabel", "党组织名册.csv", 5, "类型"],
  ],
  [
    "a capability that there is not, beside one that there is",
    changed("党组织名册", { 6: "B0|样例镇党委|乡镇党委||U0|1984|收缴党费、收税、罚款" }),
    ["organisationBooks.noLabel", "党组织名册.csv", 6, "权限"],
    ["organisationBooks.noLabel", "党组织名册.csv", 6, "权限"],
  ],
  [
    "an organisation under none, in no unit, in one unit twice, under two, and in a ring",
    changed(
      "党组织名册",
      {
        2: "B11|一村第一党支部|党支部|B9|U1|2008年|",
        3: "B12|一村第二党支部|党支部|B1|U1、U8、U9|2008年5月|",
        5: "B2|二村党支部|党支部|B2|U2、U2|1998|",
      },
      "B1|一村党总支|党总支|B2|U1|2008-05-06|",
    ),
    ["forest.noSuchParent", "党组织名册.csv", 2, "上级党组织"],
    ["partyTree.noSuchUnit", "党组织名册.csv", 3, "所在单位"],
    ["partyTree.noSuchUnit", "党组织名册.csv", 3, "所在单位"],
    ["sheet.twiceInList", "党组织名册.csv", 5, "所在单位"],
    ["forest.twoParents", "党组织名册.csv", 7, "上级党组织"],
  ],
  [
    "organisations in a ring",
    changed("党组织名册", { 4: "B1|一村党总支|党总支|B11|U1|2008-05-06|" }),
    ["forest.ring", "党组织名册.csv", 4, "上级党组织"],
  ],
  [
    "an organisation told twice",
    changed("党组织名册", {}, "B2|二村党支部|联合党支部|B0|U2|1998|"),
    ["forest.twice", "党组织名册.csv", 7, "编号"],
  ],
  [
    "a branch, a group and a workplace that no list has",
    {
      党员名册: [
        "编号|姓名|所在支部|党小组|入党日期|转正日期|工作单位",
        ...["M1|甲一|B9|B98|1995-07-01|1996-07-01|U9", "M2|乙一|B11||2005-07-01|2006-07-01|U3"],
        ...["M3|丙一|B12||2015-07-01|2016-07-01|", "M4|丁一|B2||1985-07-01|1986-07-01|"],
        "M5|戊一|B2||2023-07-01||",
      ],
    },
    ["organisationBooks.noOrganisation", "党员名册.csv", 2, "所在支部"],
    ["organisationBooks.noOrganisation", "党员名册.csv", 2, "党小组"],
    ["organisationBooks.noUnit", "党员名册.csv", 2, "工作单位"],
  ],
  [
    "a member in two branches, one told twice with another day",
    changed("党员名册", {}, "M5|戊一|女|1999-12-01|B12|2023-07-01|||", "M1|甲一|男|1970.5|B11|1995-07-02|1996-07-01||"),
    ["member.twoBranches", "党员名册.csv", 8, "所在支部"],
    ["member.twice", "党员名册.csv", 9, "编号"],
  ],
  [
    "days that do not exist, that no office has on record, or that are no days; the member is not missed elsewhere",
    changed("党员名册", {
      2: "M1|甲一|男|1970.5|B11|1995-02-30|1996-07-01||",
      3: "M2|乙一|女|1980|B11|1905-07-01|2030-07-01||U3",
      5: "M4|丁一|男|1960年|B2|七月|1986-07-01||",
    }),
    ["sheet.impossibleDate", "党员名册.csv", 2, "入党日期"],
    ["sheet.dateOutside", "党员名册.csv", 3, "入党日期"],
    ["sheet.dateOutside", "党员名册.csv", 3, "转正日期"],
    ["sheet.badDate", "党员名册.csv", 5, "入党日期"],
  ],
  [
    "a member who was full before admission, one admitted and one full after the day, one born after it",
    changed("党员名册", {
      2: "M1|甲一|男|1970.5|B11|1995-07-01|1994-07-01||",
      3: "M2|乙一|女|2024.1|B11|2005-07-01|2024-07-01||U3",
      6: "M5|戊一|女|1999-12-01|B2|2024-07-01|||",
    }),
    ["member.fullBeforeAdmission", "党员名册.csv", 2, "转正日期"],
    ["person.bornLater", "党员名册.csv", 3, "出生年月"],
    ["member.later", "党员名册.csv", 3, "转正日期"],
    ["member.later", "党员名册.csv", 6, "入党日期"],
  ],
  [
    "an identity number where a name belongs",
    changed("党员名册", { 2: "M1|甲一00000019490307005X|男|1970.5|B11|1995-07-01|1996-07-01||" }),
    ["person.numberInText", "党员名册.csv", 2, "姓名"],
  ],
  [
    "choices outside their lists",
    changed("党员名册", { 2: "M1|甲一|南|1970.5|B11|1995-07-01|1996-07-01|开除|" }),
    ["sheet.notInList", "党员名册.csv", 2, "性别"],
    ["sheet.notInList", "党员名册.csv", 2, "权利限制"],
  ],
  [
    "posts: of no body, of no kind, in no manner, of nobody on any list",
    changed("任职台账", {
      2: "R1|B11|书记|M9|2021-01-05||选举",
      4: "R3|B9|书记|M4|2021-01-06||选取",
      5: "R4|U2|村长|M4|2021-03-10||选举",
    }),
    ["postRoll.unknownPerson", "任职台账.csv", 2, "人员"],
    ["organisationBooks.noBody", "任职台账.csv", 4, "组织"],
    ["organisationBooks.noLabel", "任职台账.csv", 4, "方式"],
    ["organisationBooks.noLabel", "任职台账.csv", 5, "职务"],
  ],
  [
    "appointments without a day, without a manner, without a person, and ending before they begin",
    changed("任职台账", {
      2: "R1|B11|书记|M1|||选举",
      3: "R2|B12|书记||2021-01-01||",
      4: "R3|B2|书记|M4|2021-01-06||",
      5: "R4|U2|村（居）民委员会主任|M4|2021-03-10|2021-03-09|选举",
    }),
    ["organisationBooks.noAppointment", "任职台账.csv", 2, "任职日期"],
    ["organisationBooks.noHolder", "任职台账.csv", 3, "人员"],
    ["organisationBooks.noAppointment", "任职台账.csv", 4, "方式"],
    ["postRoll.endsBefore", "任职台账.csv", 5, "免职日期"],
  ],
  [
    "two secretaries at once, and one person twice in one post",
    changed("任职台账", {}, "R5|B2|书记|M5|2022-01-06||选举", "R6|B11|书记|M1|2022-01-06||选派"),
    ["postRoll.overSeats", "任职台账.csv", 6, "职务"],
    ["postRoll.overSeats", "任职台账.csv", 7, "职务"],
    ["postRoll.overlap", "任职台账.csv", 7, "人员"],
  ],
  [
    "terms of no organisation, and an extension that is half told",
    changed("换届台账", {
      2: "B9|2021-01-05|3|||||",
      3: "B2|2020-01-06|||2023-12-31||2022-12-20|样例县委组织部",
    }),
    ["organisationBooks.noOrganisation", "换届台账.csv", 2, "组织"],
    ["organisationBooks.halfExtension", "换届台账.csv", 3, "批准文号"],
  ],
  [
    "an election told twice",
    changed("换届台账", {}, "B1|2021-01-05|5|||||"),
    ["sheet.duplicateKey", "换届台账.csv", 4, "组织"],
  ],
  [
    "letters of nobody, from and to no organisation",
    changed("接转台账", {}, "J3|M9|B9|B8|2023-02-14||"),
    ["organisationBooks.noPerson", "接转台账.csv", 4, "党员"],
    ["organisationBooks.noOrganisation", "接转台账.csv", 4, "转出支部"],
    ["organisationBooks.noOrganisation", "接转台账.csv", 4, "转入支部"],
  ],
  [
    "letters to the sending branch, answered before they were issued, and with half an answer",
    changed(
      "接转台账",
      {
        2: "J1|M4|B11|B2|2023-02-14|2023-02-13|接收",
        3: "J2|M3|B12|B12|2023-11-20|2023-11-21|",
      },
      "J3|M5|B2|B12|2023-11-20||退回",
    ),
    ["organisationBooks.answeredBefore", "接转台账.csv", 2, "回执日期"],
    ["organisationBooks.sameBranch", "接转台账.csv", 3, "转入支部"],
    ["organisationBooks.halfAnswer", "接转台账.csv", 3, "结果"],
    ["organisationBooks.halfAnswer", "接转台账.csv", 4, "回执日期"],
  ],
  [
    "a letter that leaves a member elsewhere than the list",
    changed("接转台账", {
      2: "J1|M4|B11|B12|2023-02-14|2023-03-01|接收",
      3: "J2|M3|B11|B2|2023-11-20||",
    }),
    ["organisationBooks.otherBranch", "接转台账.csv", 2, "转入支部"],
    ["organisationBooks.otherBranch", "接转台账.csv", 3, "转出支部"],
  ],
  [
    "an approval for nobody on any list",
    changed("批准台账", { 2: "P1|设立党总支|B9|样例镇党委|2008-04-28" }),
    ["organisationBooks.noBody", "批准台账.csv", 2, "对象"],
  ],
  [
    "grids under none, of no unit, of no organisation, with nobody as chief",
    changed("网格台账", { 2: "G11|一村一组|组|G9|U9|B9|1|30|M9" }),
    ["forest.noSuchParent", "网格台账.csv", 2, "上级网格"],
    ["organisationBooks.noUnit", "网格台账.csv", 2, "单位"],
    ["grid.noSuchOrganisation", "网格台账.csv", 2, "党组织"],
    ["grid.noSuchPerson", "网格台账.csv", 2, "网格长"],
  ],
  [
    "grids in a ring, told twice, and told in two places",
    changed(
      "网格台账",
      { 4: "G1|一村网格|村|G11|U1|B1|||" },
      "G2|二村网格|村|G1|U2|B2|||",
      "G12|一村二组|组|G1|U1||||",
    ),
    ["forest.ring", "网格台账.csv", 4, "上级网格"],
    ["grid.twoPlaces", "网格台账.csv", 6, "上级网格"],
    ["grid.twice", "网格台账.csv", 7, "编号"],
  ],
  [
    "house numbers in two grids, told once for a run",
    changed("网格台账", { 3: "G12|一村二组|组|G1|U1||21|60|M2" }),
    ["grid.twoPlaces", "网格台账.csv", 3, "起户号"],
  ],
  [
    "runs of house numbers that are half told, backwards or endless: and their households are not missed elsewhere",
    changed(
      "网格台账",
      {
        2: "G11|一村一组|组|G1|U1|||30|M1",
        3: "G12|一村二组|组|G1|||31|60|M2",
        5: "G2|二村网格|村||U2|B2|40|1|M4",
      },
      "G3|三|村||U2||300000|500000000|",
    ),
    ["organisationBooks.halfRun", "网格台账.csv", 2, "起户号"],
    ["organisationBooks.halfRun", "网格台账.csv", 3, "单位"],
    ["organisationBooks.backwardRun", "网格台账.csv", 5, "止户号"],
    ["sheet.outOfBounds", "网格台账.csv", 6, "起户号"],
    ["sheet.outOfBounds", "网格台账.csv", 6, "止户号"],
  ],
  [
    "links of nobody, to no household (once for a run), twice to one, and backwards",
    changed("联户台账", { 2: "M9|U1|1|20", 4: "M4|U2|1|70" }, "M4|U2|10|12", "M2|U1|60|9"),
    ["grid.noSuchPerson", "联户台账.csv", 2, "党员"],
    ["grid.noSuchHousehold", "联户台账.csv", 4, "起户号"],
    ["grid.twice", "联户台账.csv", 5, "起户号"],
    ["organisationBooks.backwardRun", "联户台账.csv", 6, "止户号"],
  ],
  [
    "links to households of a unit that no list has",
    changed("联户台账", { 2: "M1|U9|1|20" }),
    ["organisationBooks.noUnit", "联户台账.csv", 2, "单位"],
  ],
  [
    "totals that do not add up",
    changed("单位台账", {}, "合计||||||31|100"),
    ["sheet.total", "单位台账.csv", 6, "从业人员"],
  ],
]

const cases = rows.map(([what, change, ...faults]): Case => ({ what, change, faults }))

describe("what is wrong is told at its cell, and nothing else", () => {
  test.each(cases)("$what", ({ change, faults }) => {
    expect(told(sources(change))).toEqual(faults)
  })

  test("identity numbers in cells are told and never shown", () => {
    const number = "00000019490307005X"
    const given = sources({
      ...changed("党员名册", { 2: `${number}|甲一|男|1970.5|B11|1995-07-01|1996-07-01||` }),
      ...changed("联户台账", { 3: `${number}9|U1|21|60` }),
      ...changed(
        "接转台账",
        {},
        `J3|${number.replace("X", "1")}|B11|B2|2023-02-14||`,
        `J4|${number}|B12|B2|2023-02-14||`,
      ),
    })
    const all = faultsOf(given)
    expect(all.map(({ code }) => code)).toContain("person.numberInText")
    expect(all.map(({ code }) => code)).toContain("organisationBooks.otherBranch")
    for (const language of ["zh", "en"] as const) {
      const text = all.map((fault) => Sentence.text(fault, language)).join("\n")
      expect(text).not.toMatch(/\d{15}/)
    }
  })

  test("every code of the module is told above or among the files", () => {
    const own = Object.keys(Sentence.texts).filter((code) => code.startsWith("organisationBooks."))
    const codes = new Set(cases.flatMap(({ faults }) => faults.map(([code]) => code)))
    const ofFiles = ["date", "keyTwice", "noBook", "sameRow", "unknownFile"].map((name) => `organisationBooks.${name}`)
    expect(own.filter((code) => !codes.has(code)).sort()).toEqual(ofFiles)
  })

  test("everything at once, by file, line and column: one case of each book together", () => {
    const several = [
      "a unit told twice with other words, under the same unit",
      "a capability that there is not, beside one that there is",
      "choices outside their lists",
      "posts: of no body, of no kind, in no manner, of nobody on any list",
      "an election told twice",
      "letters of nobody, from and to no organisation",
      "an approval for nobody on any list",
      "house numbers in two grids, told once for a run",
      "links of nobody, to no household (once for a run), twice to one, and backwards",
    ].map((wanted) => cases.find(({ what }) => what === wanted))
    const changes = several.map((one) => one?.change ?? {})
    const faults = several.flatMap((one) => one?.faults ?? [])
    expect(new Set(changes.flatMap(Object.keys)).size).toBe(names.length)
    const byFile = faults.toSorted(([, a = ""], [, b = ""]) => (a < b ? -1 : a > b ? 1 : 0))
    expect(told(sources(Object.assign({}, ...changes)).toReversed())).toEqual(byFile)
  })

  test("the places stay the same with a title above, blank rows between and columns in another order", () => {
    const [head, ...rows] = books.党员名册.map((row) => row.split("|").toReversed().join("|"))
    const broken = rows.map((row) => row.replace("B12", "B99"))
    const given = sources({ 党员名册: ["样例镇党员名册||||||||", "", head ?? "", "", ...broken] })
    expect(told(given)).toEqual([["organisationBooks.noOrganisation", "党员名册.csv", 7, "所在支部"]])
  })
})

describe("letters against the list", () => {
  const letters = (...rows: ReadonlyArray<string>) => told(sources({ 接转台账: [books.接转台账[0], ...rows] }))

  test("only the last letter by its day counts, however the rows stand", () => {
    const [first, second] = ["J1|M4|B2|B11|2023-02-14|2023-02-20|接收", "J2|M4|B11|B2|2023-05-14|2023-05-20|接收"]
    expect(letters(first, second)).toEqual([])
    expect(letters(second, first)).toEqual([])
    expect(letters(first)).toEqual([["organisationBooks.otherBranch", "接转台账.csv", 2, "转入支部"]])
  })

  test("a letter that was sent back or is open leaves the member where they were", () => {
    expect(letters("J1|M4|B2|B11|2023-02-14|2023-02-20|退回")).toEqual([])
    expect(letters("J1|M4|B2|B11|2023-02-14||")).toEqual([])
    expect(letters("J1|M4|B11|B2|2023-02-14|2023-02-20|退回")).toEqual([
      ["organisationBooks.otherBranch", "接转台账.csv", 2, "转出支部"],
    ])
  })
})

describe("sentences", () => {
  test("say what a clerk has to mend, in words and not in ids of the code", () => {
    const sentences = (change: ReturnType<typeof changed>, language: "zh" | "en" = "zh") =>
      faultsOf(sources(change)).map((fault) => Sentence.text(fault, language))
    expect(sentences(changed("任职台账", {}, "R5|B2|书记|M5|2022-01-06||选举"))).toEqual([
      "任职台账.csv 第6行“职务”列：“B2书记”设1职，自2022-01-06起有2人任职",
    ])
    expect(sentences(changed("党员名册", {}, books.党员名册[1]))).toEqual([
      "党员名册.csv 第8行：与党员名册.csv第2行完全相同，请删去一行",
    ])
    expect(sentences(changed("网格台账", { 5: "G2|二村网格|村||U2|B2|40|1|M4" }), "en")).toEqual([
      '网格台账.csv line 5 column "止户号": the last house number 1 is less than the first, 40',
    ])
  })
})
