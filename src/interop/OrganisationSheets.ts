/**
 * Layouts of the books of organisation (组织台账样式): which columns the lists of units, organisations, members, posts, terms,
 * transfers, approvals, grids and household links have.
 *
 * @since 0.1.0
 */
import type { Domain } from "../rules/Expression.js"
import type * as Sheet from "./Sheet.js"

// ---------------------------------------------------------------- instances

const totals = { whole: ["合计", "总计", "共计"], part: ["小计", "本页小计"] } as const
const many: Domain = { unit: "", min: "0", max: "100000000", step: "1" }
const persons = { is: "number", domain: many, written: ["人"] } as const
const houses: Domain = { unit: "", min: "1", max: "99999", step: "1" }
const numbers = { is: "number", domain: houses, written: ["号"] } as const
const households = { is: "number", domain: many, written: ["户"] } as const

/** Units (单位台账). 领域 names the sector by which rules set their thresholds. @internal */
export const units = {
  columns: {
    id: { header: "编号", presence: "required", cell: { is: "id" } },
    name: { header: "名称", presence: "required", cell: { is: "text" } },
    kind: { header: "类别", presence: "required", cell: { is: "id" } },
    sector: { header: "领域", presence: "required", cell: { is: "id" } },
    within: { header: "上级单位", presence: "blank", cell: { is: "id" } },
    operating: { header: "实际运营", presence: "required", cell: { is: "choice", of: ["是", "否"] } },
    staff: { header: "从业人员", presence: "optional", cell: persons, total: true },
    households: { header: "户数", presence: "optional", cell: households, total: true },
    code: { header: "代码", presence: "optional", cell: { is: "id" } },
  },
  totals,
} as const satisfies Sheet.Layout

/** Party organisations (党组织名册). 类型 and 权限 are the labels of the tables of kinds and capabilities. @internal */
export const organisations = {
  columns: {
    id: { header: "编号", presence: "required", cell: { is: "id" } },
    name: { header: "名称", presence: "required", cell: { is: "text" } },
    kind: { header: "类型", presence: "required", cell: { is: "text" } },
    above: { header: "上级党组织", presence: "blank", cell: { is: "id" } },
    units: { header: "所在单位", presence: "blank", cell: { is: "list" } },
    set: { header: "成立时间", also: ["成立日期"], presence: "required", cell: { is: "text" } },
    may: { header: "权限", presence: "optional", cell: { is: "list" } },
    code: { header: "代码", presence: "optional", cell: { is: "id" } },
  },
  totals,
} as const satisfies Sheet.Layout

/** Members (党员名册): a row a member. @internal */
export const members = {
  columns: {
    id: { header: "编号", also: ["人员编号"], presence: "required", cell: { is: "id" } },
    name: { header: "姓名", presence: "required", cell: { is: "text" } },
    sex: { header: "性别", presence: "optional", cell: { is: "choice", of: ["男", "女"] } },
    born: { header: "出生年月", also: ["出生日期"], presence: "optional", cell: { is: "text" } },
    ethnicity: { header: "民族", presence: "optional", cell: { is: "text" } },
    education: { header: "学历", presence: "optional", cell: { is: "text" } },
    branch: { header: "所在支部", presence: "required", cell: { is: "id" } },
    group: { header: "党小组", presence: "optional", cell: { is: "id" } },
    admitted: { header: "入党日期", presence: "required", cell: { is: "date" } },
    full: { header: "转正日期", presence: "blank", cell: { is: "date" } },
    restriction: {
      header: "权利限制",
      presence: "optional",
      cell: { is: "choice", of: ["留党察看", "暂停权利", "停止党籍"] },
    },
    workplace: { header: "工作单位", presence: "optional", cell: { is: "id" } },
    mobile: { header: "流动", presence: "optional", cell: { is: "choice", of: ["是", "否"] } },
  },
  totals,
} as const satisfies Sheet.Layout

/** Posts and who holds them (任职台账). 职务 is the label of the table of posts; 人员 is blank where the post is vacant. @internal */
export const posts = {
  columns: {
    id: { header: "编号", presence: "required", cell: { is: "id" } },
    body: { header: "组织", also: ["单位"], presence: "required", cell: { is: "id" } },
    post: { header: "职务", presence: "required", cell: { is: "text" } },
    person: { header: "人员", also: ["人员编号"], presence: "blank", cell: { is: "id" } },
    from: { header: "任职日期", presence: "blank", cell: { is: "date" } },
    to: { header: "免职日期", presence: "optional", cell: { is: "date" } },
    manner: { header: "方式", presence: "blank", cell: { is: "text" } },
  },
  unique: ["id"],
  totals,
} as const satisfies Sheet.Layout

/** Elections and terms (换届台账). @internal */
export const terms = {
  columns: {
    body: { header: "组织", presence: "required", cell: { is: "id" } },
    elected: { header: "当选日期", presence: "required", cell: { is: "date" } },
    seats: { header: "委员数", presence: "optional", cell: persons },
    reminded: { header: "提醒日期", presence: "optional", cell: { is: "date" } },
    until: { header: "延期至", presence: "optional", cell: { is: "date" } },
    approval: { header: "批准文号", presence: "optional", cell: { is: "text" } },
    approved: { header: "批准日期", presence: "optional", cell: { is: "date" } },
    by: { header: "批准机关", presence: "optional", cell: { is: "text" } },
  },
  unique: ["body", "elected"],
  totals,
} as const satisfies Sheet.Layout

/** Transfers (接转台账). @internal */
export const transfers = {
  columns: {
    id: { header: "编号", presence: "required", cell: { is: "id" } },
    person: { header: "党员", presence: "required", cell: { is: "id" } },
    from: { header: "转出支部", presence: "required", cell: { is: "id" } },
    to: { header: "转入支部", presence: "required", cell: { is: "id" } },
    issued: { header: "开具日期", presence: "required", cell: { is: "date" } },
    answered: { header: "回执日期", presence: "blank", cell: { is: "date" } },
    result: { header: "结果", presence: "blank", cell: { is: "choice", of: ["接收", "退回"] } },
  },
  unique: ["id"],
  totals,
} as const satisfies Sheet.Layout

/** Approvals (批准台账). 事项 is the label of what is approved. @internal */
export const approvals = {
  columns: {
    id: { header: "编号", presence: "required", cell: { is: "id" } },
    matter: { header: "事项", presence: "required", cell: { is: "text" } },
    subject: { header: "对象", presence: "required", cell: { is: "id" } },
    by: { header: "批准机关", presence: "required", cell: { is: "text" } },
    on: { header: "批准日期", presence: "required", cell: { is: "date" } },
  },
  unique: ["id"],
  totals,
} as const satisfies Sheet.Layout

/** Grids (网格台账). The households of the lowest ones are runs of the house numbers (户号) of their unit. @internal */
export const cells = {
  columns: {
    id: { header: "编号", presence: "required", cell: { is: "id" } },
    name: { header: "名称", presence: "required", cell: { is: "text" } },
    level: { header: "层级", presence: "required", cell: { is: "text" } },
    within: { header: "上级网格", presence: "blank", cell: { is: "id" } },
    unit: { header: "单位", presence: "blank", cell: { is: "id" } },
    organisation: { header: "党组织", presence: "blank", cell: { is: "id" } },
    first: { header: "起户号", presence: "optional", cell: numbers },
    last: { header: "止户号", presence: "optional", cell: numbers },
    chief: { header: "网格长", presence: "optional", cell: { is: "id" } },
  },
  totals,
} as const satisfies Sheet.Layout

/** Household links (联户台账): a row a run of house numbers of a unit. @internal */
export const links = {
  columns: {
    person: { header: "党员", presence: "required", cell: { is: "id" } },
    unit: { header: "单位", presence: "required", cell: { is: "id" } },
    first: { header: "起户号", presence: "required", cell: numbers },
    last: { header: "止户号", presence: "required", cell: numbers },
  },
  unique: ["person", "unit", "first"],
  totals,
} as const satisfies Sheet.Layout
