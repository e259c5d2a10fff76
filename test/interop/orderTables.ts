/** Books of made-up orders under the five orders, as tables; and orders written out as such. */
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import type { Fault } from "../../src/foundation/Fault.js"
import * as Period from "../../src/foundation/Period.js"
import * as OrderBooks from "../../src/interop/OrderBooks.js"
import type * as Sheet from "../../src/interop/Sheet.js"
import { deedOf } from "../../src/orders/OrderScheme.js"
import type * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import * as FiveOrders from "../../src/presets/FiveOrders.js"
import type * as Decider from "../../src/process/Decider.js"
import { decider } from "../orders/orderLogs.js"

const { scheme } = FiveOrders

const post = (id: string, zh: string) => ({ id, label: { zh } })

export const options: OrderBooks.Options = {
  scheme,
  decider,
  posts: [
    post("resident", "群众"),
    post("unnamed", "匿名群众"),
    post("grid", "网格员"),
    post("branch", "支部书记"),
    post("member", "党员"),
    post("responder", "乡贤"),
    post("committee", "党委委员"),
  ],
  days: Period.yearUnsafe(2023),
  offsetMinutes: 480,
}

export const table = (file: string, ...rows: ReadonlyArray<string>): Sheet.Table => ({
  file,
  rows: rows.map((row, index) => ({ line: index + 1, cells: row.split(",") })),
})

/** An order that is done and rated, in the four books. */
export const done: ReadonlyArray<Sheet.Table> = [
  table("点单台账.csv", "编号,日期,时间,职务,人员,来源,村,诉求", "D1,2023-03-01,9:05,群众,Q1,点单,U04,路灯不亮"),
  table("派单台账.csv", "编号,工单,日期,时间,职务,人员,方式,承办人", "D1-1,D1,2023-03-02,10:00,支部书记,B1,派单,M1"),
  table(
    "服务台账.csv",
    "派单,日期,时间,职务,人员,服务人次",
    "D1-1,2023-03-04,,党员,M1,3人次",
    "D1-1,2023-03-05,,党员,M1,2",
    "合计,,,,,5",
  ),
  table(
    "流转台账.csv",
    "工单,派单,步骤,日期,时间,职务,人员,办理佐证,评价,是否解决,理由",
    "D1,,领单,2023-03-01,14:30,网格员,W1,,,,",
    ",D1-1,接单,2023-03-02,16:00,党员,M1,,,,",
    "D1,D1-1,报告办结,2023-03-06,,党员,M1,照片1,,,",
    "D1,D1-1,验收,2023-03-07,,支部书记,B1,,,,",
    "D1,,晒单,2023-03-08,,支部书记,B1,,,,",
    "D1,,评单,2023-03-09,,群众,Q1,,满意,已解决,",
    "D1,,办结归档,2023-03-10,,网格员,W1,,,,",
  ),
]

/** The books with a cell of a line written anew. */
export const written = (file: string, line: number, header: string, text: string, from = done) =>
  from.map((each) => {
    if (each.file !== file) return each
    const column = each.rows[0]?.cells.indexOf(header) ?? -1
    if (column < 0) throw new Error(`${file}: no column ${header}`)
    return {
      file,
      rows: each.rows.map((row) => (row.line === line ? { line, cells: row.cells.with(column, text) } : row)),
    }
  })

/** The books with a further row at the end of one. */
export const further = (file: string, row: string, from = done) =>
  from.map((each) =>
    each.file === file ? { file, rows: [...each.rows, { line: each.rows.length + 1, cells: row.split(",") }] } : each,
  )

/** The place and the code of a fault. */
export const placeOf = ({ at, code }: Fault): string =>
  `${at?.file ?? ""} ${at?.line ?? ""} ${at?.column ?? ""} ${code}`

// ---------------------------------------------------------------- written out

type Line = Decider.Command<ServiceOrder.Taken>

const bookOf = ({ content }: Line): string => {
  const deed = deedOf(scheme, content.move)
  return deed === "request" ? "点单台账" : deed === "dispatch" ? "派单台账" : deed === "serve" ? "服务台账" : "流转台账"
}

const cellOf = (line: Line, key: string): string => {
  const { actor, content, on, recordedAt } = line
  const moves = [...scheme.order.moves, ...scheme.dispatch.moves]
  const fields = [...scheme.order.fields, ...scheme.dispatch.fields]
  const minutes = Math.floor(recordedAt / 60_000) + 480 - CivilDate.dayNumber(on) * 1440
  const local = (CivilDate.dayNumber(Coordinate.dayOfUnsafe(recordedAt, 480)) - CivilDate.dayNumber(on)) * 1440
  const time = minutes - local
  switch (key) {
    case "id":
      return bookOf(line) === "点单台账" ? content.order : (content.dispatch ?? "")
    case "order":
      return content.order
    case "dispatch":
      return content.dispatch ?? ""
    case "on":
      return on
    case "time":
      return `${Math.floor(time / 60)}:${String(time % 60).padStart(2, "0")}`
    case "post":
      return options.posts.find(({ id }) => id === actor.post)?.label.zh ?? actor.post
    case "body":
      return actor.body ?? ""
    case "person":
      return actor.person ?? ""
    case "move":
      return moves.find(({ id }) => id === content.move)?.label.zh ?? content.move
    default: {
      const id = key.slice("field:".length)
      const value = content.fields[id]
      const choice = fields.find((field) => field.id === id)?.choices?.find((one) => one.id === value)
      return value === undefined ? "" : (choice?.label.zh ?? String(value))
    }
  }
}

/** Lines as the rows of the four books, in the order of the lines. */
export const booksOf = (lines: ReadonlyArray<Line>): ReadonlyArray<Sheet.Table> =>
  OrderBooks.layouts(scheme).map(({ layout, name }) => {
    const keys = Object.keys(layout.columns)
    const head = keys.map((key) => layout.columns[key]?.header ?? "")
    const own = lines.filter((line) => bookOf(line) === name).map((line) => keys.map((key) => cellOf(line, key)))
    return { file: `${name}.csv`, rows: [head, ...own].map((cells, index) => ({ line: index + 1, cells })) }
  })
