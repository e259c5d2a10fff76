import * as CivilDate from "../../src/foundation/CivilDate.js"
import type * as OrganisationBooks from "../../src/interop/OrganisationBooks.js"
import type * as Sheet from "../../src/interop/Sheet.js"
import * as PostRules from "../../src/presets/PostRules.js"
import * as PrimaryKinds from "../../src/presets/PrimaryKinds.js"

// A made-up township of two villages and a firm.

export const options: OrganisationBooks.Options = {
  on: CivilDate.parseUnsafe("2023-12-31"),
  kinds: PrimaryKinds.kinds,
  postKinds: PostRules.kinds,
}

/** A table from rows written with | between the cells. */
export const table = (file: string, ...rows: ReadonlyArray<string>): Sheet.Table => ({
  file,
  rows: rows.map((row, index) => ({ line: index + 1, cells: row.split("|") })),
})

export type Name = keyof typeof books

/** Books without a fault, by name: the header and the rows. */
export const books = {
  单位台账: [
    "编号|名称|类别|领域|上级单位|实际运营|从业人员|户数",
    "U0|样例镇|乡镇|township||是||",
    "U1|一村|村|village|U0|是||60",
    "U2|二村|村|village|U0|是||40",
    "U3|样例厂|非公有制企业|twoNew|U1|是|30|",
  ],
  党组织名册: [
    "编号|名称|类型|上级党组织|所在单位|成立时间|权限",
    "B11|一村第一党支部|党支部|B1|U1|2008年|",
    "B12|一村第二党支部|党支部|B1|U1、U3|2008年5月|",
    "B1|一村党总支|党总支|B0|U1|2008-05-06|",
    "B2|二村党支部|党支部|B0|U2|1998|",
    "B0|样例镇党委|乡镇党委||U0|1984|收缴党费、换届选举",
  ],
  党员名册: [
    "编号|姓名|性别|出生年月|所在支部|入党日期|转正日期|权利限制|工作单位",
    "M1|甲一|男|1970.5|B11|1995-07-01|1996-07-01||",
    "M2|乙一|女|1980|B11|2005-07-01|2006-07-01||U3",
    "M3|丙一|男|1990-03|B12|2015-07-01|2016-07-01||",
    "M4|丁一|男|1960年|B2|1985-07-01|1986-07-01||",
    "M5|戊一|女|1999-12-01|B2|2023-07-01|||",
    "M6|己一|男|1955|B2|1985-07-01|1986-07-01|停止党籍|",
  ],
  任职台账: [
    "编号|组织|职务|人员|任职日期|免职日期|方式",
    "R1|B11|书记|M1|2021-01-05||选举",
    "R2|B12|书记|||||",
    "R3|B2|书记|M4|2021-01-06||选举",
    "R4|U2|村（居）民委员会主任|M4|2021-03-10||选举",
  ],
  换届台账: [
    "组织|当选日期|委员数|提醒日期|延期至|批准文号|批准日期|批准机关",
    "B1|2021-01-05|3||||| ",
    "B2|2020-01-06||2022-07-01|2023-12-31|样例〔2022〕1号|2022-12-20|样例县委组织部",
  ],
  接转台账: [
    "编号|党员|转出支部|转入支部|开具日期|回执日期|结果",
    "J1|M4|B11|B2|2023-02-14|2023-03-01|接收",
    "J2|M3|B12|B2|2023-11-20||",
  ],
  批准台账: ["编号|事项|对象|批准机关|批准日期", "P1|设立党总支|B1|样例镇党委|2008-04-28"],
  网格台账: [
    "编号|名称|层级|上级网格|单位|党组织|起户号|止户号|网格长",
    "G11|一村一组|组|G1|U1||1|30|M1",
    "G12|一村二组|组|G1|U1||31|60|M2",
    "G1|一村网格|村||U1|B1|||",
    "G2|二村网格|村||U2|B2|1|40|M4",
  ],
  联户台账: ["党员|单位|起户号|止户号", "M1|U1|1|20", "M2|U1|21|60", "M4|U2|1|40"],
} as const satisfies Readonly<Record<string, ReadonlyArray<string>>>

export const names = Object.keys(books) as ReadonlyArray<Name>

/** The sound books, some of them with other rows. */
export const sources = (
  changed: Partial<Readonly<Record<Name, ReadonlyArray<string>>>> = {},
): ReadonlyArray<Sheet.Table> => names.map((name) => table(`${name}.csv`, ...(changed[name] ?? books[name])))

/** The sound rows of a book with those of some lines written anew, and more rows behind. */
export const changed = (
  name: Name,
  lines: Readonly<Record<number, string>>,
  ...more: ReadonlyArray<string>
): Partial<Readonly<Record<Name, ReadonlyArray<string>>>> => ({
  [name]: [...books[name].map((row, index) => lines[index + 1] ?? row), ...more],
})
