/**
 * Layouts of the books of orders (五单台账样式): which columns the lists of requests, dispatches, services and further steps
 * have under a scheme.
 *
 * @since 0.1.0
 */
import type { Label } from "../foundation/Label.js"
import { deedOf, type OrderScheme } from "../orders/OrderScheme.js"
import { type Deed, openings } from "../orders/OrderTerm.js"
import type { Field, Move } from "../process/Workflow.js"
import type { Domain } from "../rules/Expression.js"
import type * as Sheet from "./Sheet.js"

// ---------------------------------------------------------------- models

/** A book: its name, the moves that its rows tell, and its layout. @internal */
export interface OrderSheet {
  readonly name: Name
  readonly moves: ReadonlyArray<SheetMove>
  readonly fields: ReadonlyArray<Field>
  readonly layout: Sheet.Layout
}

/** A move with what it needs and takes in the workflows that have it. @internal */
export interface SheetMove {
  readonly id: string
  readonly label: Label
  readonly ofOrder: boolean
  readonly ofDispatch: boolean
  readonly by: ReadonlySet<string>
  readonly needs: ReadonlySet<string>
  readonly takes: ReadonlySet<string>
}

/** The names of the books. @internal */
export type Name = (typeof names)[number]

// ---------------------------------------------------------------- constructors

/** The moves of a scheme by their ids, those of the order first. @internal */
export const movesIn = ({ dispatch, order }: OrderScheme): ReadonlyMap<string, SheetMove> => {
  const found = new Map<string, SheetMove>()
  const own = new Set(order.moves.map(({ id }) => id))
  const parts = new Set(dispatch.moves.map(({ id }) => id))
  for (const { by, id, label, needs, takes = [] } of [...order.moves, ...dispatch.moves]) {
    const before = found.get(id)
    found.set(id, {
      id,
      label: before?.label ?? label,
      ofOrder: own.has(id),
      ofDispatch: parts.has(id),
      by: new Set([...(before?.by ?? []), ...by]),
      needs: new Set([...(before?.needs ?? []), ...needs]),
      takes: new Set([...(before?.takes ?? []), ...takes]),
    })
  }
  return found
}

/** The books of a scheme, those without a move left out. @internal */
export const sheetsOf = (scheme: OrderScheme): ReadonlyArray<OrderSheet> => {
  const moves = movesIn(scheme)
  const doing = (deeds: ReadonlyArray<Deed | undefined>): ReadonlyArray<string> =>
    [...moves.keys()].filter((id) => deeds.includes(deedOf(scheme, id)))
  const [requests, dispatches, services] = [doing(openings), doing(["dispatch"]), doing(["serve"])]
  const apart = new Set([...requests, ...dispatches, ...services])
  const steps = [...moves.keys()].filter((id) => !apart.has(id))
  const ids: Readonly<Record<Name, ReadonlyArray<string> | undefined>> = {
    点单台账: requests,
    派单台账: dispatches,
    服务台账: services,
    流转台账: steps,
  }
  return names.flatMap((name) => {
    const own = (ids[name] ?? []).flatMap((id) => moves.get(id) ?? [])
    return own.length === 0 ? [] : [sheetOf(scheme, name, own)]
  })
}

const sheetOf = ({ dispatch, order }: OrderScheme, name: Name, moves: ReadonlyArray<SheetMove>): OrderSheet => {
  const all = new Map([...dispatch.fields, ...order.fields].map((field) => [field.id, field]))
  const fields = [...all.values()].filter(({ id }) => moves.some(({ needs, takes }) => needs.has(id) || takes.has(id)))
  const always = (id: string): boolean => moves.every(({ needs }) => needs.has(id))
  const { columns, ...keys } = envelopes[name]
  const move: Sheet.Column = {
    header: stepHeaders[name],
    presence: moves.length > 1 ? "required" : "optional",
    cell: { is: "choice", of: [...new Set(moves.map(({ label }) => label.zh))] },
  }
  const taken = new Set([...Object.values(columns), move].map(({ header }) => header))
  const filled = fields.map((field) => [keyOf(field.id), columnOf(field, always(field.id), taken)] as const)
  return {
    name,
    moves,
    fields,
    layout: { columns: { ...columns, move, ...Object.fromEntries(filled) }, ...keys, totals },
  }
}

const columnOf = ({ choices, id, label, of }: Field, always: boolean, taken: ReadonlySet<string>): Sheet.Column => ({
  header: taken.has(label.zh) ? `填写${label.zh}` : label.zh,
  also: [id, label.zh.replace(/（[^）]*）$/, "")],
  presence: always ? "required" : "optional",
  cell: of === "choice" ? { is: "choice", of: (choices ?? []).map((choice) => choice.label.zh) } : cells[of],
  ...(of === "count" ? { total: true } : {}),
})

// ---------------------------------------------------------------- getters

/** The key of the column of a field. @internal */
export const keyOf = (field: string): string => `field:${field}`

/** The names of moves in the words of the books. @internal */
export const labelsOf = (moves: Iterable<Pick<Move, "id" | "label">>): ReadonlyMap<string, string> =>
  new Map([...moves].map(({ id, label }) => [id, label.zh]))

// ---------------------------------------------------------------- instances

/** The books by the names that their files begin with. @internal */
export const names = ["点单台账", "派单台账", "服务台账", "流转台账"] as const

const stepHeaders: Readonly<Record<Name, string>> = {
  点单台账: "来源",
  派单台账: "方式",
  服务台账: "方式",
  流转台账: "步骤",
}

const totals = { whole: ["合计", "总计", "共计"], part: ["小计", "本页小计"] } as const

/** What rows of totals begin with. @internal */
export const totalWords: ReadonlyArray<string> = [...totals.whole, ...totals.part]

const many: Domain = { unit: "", min: "0", max: "100000000", step: "1" }

const cells: Readonly<Record<Exclude<Field["of"], "choice">, Sheet.Cell>> = {
  text: { is: "text" },
  exact: { is: "text" },
  day: { is: "date" },
  count: { is: "number", domain: many, written: ["人次", "次", "人", "天", "日", "个工作日"] },
  reference: { is: "id" },
  person: { is: "id" },
  post: { is: "text" },
  body: { is: "id" },
}

const id: Sheet.Column = { header: "编号", presence: "required", cell: { is: "id" } }

/** When it was done, and who did it by which post. */
const done: Sheet.Columns = {
  on: { header: "日期", presence: "required", cell: { is: "date" } },
  time: { header: "时间", presence: "optional", cell: { is: "text" } },
  post: { header: "职务", also: ["身份"], presence: "required", cell: { is: "text" } },
  body: { header: "单位", also: ["组织"], presence: "optional", cell: { is: "id" } },
  person: { header: "人员", also: ["人员编号"], presence: "blank", cell: { is: "id" } },
}

const envelopes: Readonly<Record<Name, { readonly columns: Sheet.Columns; readonly unique?: ReadonlyArray<string> }>> =
  {
    点单台账: { columns: { id, ...done }, unique: ["id"] },
    派单台账: {
      columns: { id, order: { header: "工单", presence: "required", cell: { is: "id" } }, ...done },
      unique: ["id"],
    },
    服务台账: {
      columns: { dispatch: { header: "派单", presence: "required", cell: { is: "id" } }, ...done },
    },
    流转台账: {
      columns: {
        order: { header: "工单", presence: "optional", cell: { is: "id" } },
        dispatch: { header: "派单", presence: "optional", cell: { is: "id" } },
        ...done,
      },
    },
  }
