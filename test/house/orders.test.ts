import { readdirSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import type { OrderScheme } from "../../src/orders/OrderScheme.js"
import * as OrderTerm from "../../src/orders/OrderTerm.js"
import * as FiveOrders from "../../src/presets/FiveOrders.js"
import * as OrderAlarms from "../../src/presets/OrderAlarms.js"
import type { Guard } from "../../src/process/Guard.js"
import { condition, ordersPage, PAGE, schemes } from "./orders.js"
import { ROOT, readTree } from "./tree.js"

const page = ordersPage(schemes, OrderAlarms.rules)

/** What stands of a scheme on the page, up to the next. */
const partOf = (module: string): string => page.split(/^## /m).find((part) => part.includes(` ${module}\n`)) ?? ""

describe("the page of order schemes", () => {
  test("stands as the script writes it", () => expect(readTree().get(PAGE)).toBe(page))

  test("shows every preset that is a scheme", () => {
    const files = readdirSync(join(ROOT, "src/presets")).filter((name) => name.endsWith("Orders.ts"))
    expect(Object.keys(schemes).sort()).toEqual(files.map((name) => name.slice(0, -".ts".length)).sort())
  })

  test.each(Object.entries(schemes))(
    "%s: its stages and moves once each, with its source and note",
    (module, scheme) => {
      const part = partOf(module)
      for (const workflow of [scheme.order, scheme.dispatch]) {
        const rows = part.split("\n### ").find((text) => text.startsWith(workflow === scheme.order ? "工单" : "派单"))
        const ids = [...(rows ?? "").matchAll(/^\| `(\w+)`/gm)].map(([, id]) => id)
        expect(ids).toEqual([...workflow.stages, ...workflow.moves].map(({ id }) => id))
      }
      const joint = scheme.order.moves.filter(({ id }) => scheme.dispatch.moves.some((move) => move.id === id))
      for (const { id } of joint) expect(part.split(`\n| \`${id}\` ⇄ |`)).toHaveLength(3)
      expect(part.split("⇄")).toHaveLength(2 * joint.length + 1)
      for (const text of [scheme.label.zh, scheme.label.en, scheme.note, scheme.cite?.title])
        expect(part).toContain(text ?? "?")
      for (const { id, label } of scheme.order.roles) expect(part).toContain(`| \`${id}\` | ${label.zh} |`)
      expect(part.match(/^```mermaid\nstateDiagram-v2$/gm)).toHaveLength(2)
    },
  )

  test("shows every standard field and every rule of alarms, and nothing that is not told", () => {
    for (const id of Object.keys(OrderTerm.fields))
      expect(page).toContain(`\n| \`${id}\` | ${OrderTerm.fields[id as "what"].label.zh} |`)
    for (const { id, label } of OrderAlarms.rules.rules) expect(page).toContain(`\n| \`${id}\` | ${label.zh} |`)
    expect(page).not.toMatch(/undefined|\[object|NaN/)
  })

  test("all rows of a table have the columns of its head", () => {
    const tables = page
      .trimEnd()
      .split("\n\n")
      .filter((block) => block.startsWith("|"))
    expect(tables.length).toBeGreaterThan(20)
    for (const block of tables)
      expect(new Set(block.split("\n").map((row) => row.split(/(?<!\\)\|/).length)).size).toBe(1)
  })

  test("a changed move makes the committed page stale", () => {
    const { order } = FiveOrders.scheme
    const moves = order.moves.map((move) => (move.id === "claim" ? { ...move, by: ["branch"] } : move))
    const other: OrderScheme = { ...FiveOrders.scheme, order: { ...order, moves } }
    expect(ordersPage({ ...schemes, FiveOrders: other }, OrderAlarms.rules)).not.toBe(page)
  })
})

describe("a condition in short words", () => {
  test.each<[Guard, string, string]>([
    [{ told: "评价期满" }, "告知“评价期满”", 'told "评价期满"'],
    [{ count: ["whistle"], least: 1 }, "有过支部吹哨", "whistle: taken"],
    [{ count: ["rework"], most: 0 }, "没有返工重办", "rework: not taken"],
    [{ count: ["giveBack", "disown"], most: 1 }, "退单、不属本单位退回至多1次", "giving back, disowning: at most once"],
    [
      { count: ["giveBack"], least: 2, most: 3 },
      "退单满2次、至多3次",
      "giving back: at least 2 times, at most 3 times",
    ],
    [
      { count: ["complain"], since: ["answer"], most: 0 },
      "没有投诉（自最近一次答复投诉起）",
      "complaint: not taken (since the last answer to a complaint)",
    ],
    [
      { field: "rating", in: ["satisfied", "basically"], since: ["publish", "gone"] },
      "评价为满意或基本满意（自最近一次晒单起）",
      "rating is satisfied or basically satisfied (since the last publication)",
    ],
    [{ has: "branch" }, "已填党支部", "branch is given"],
    [{ not: { has: "branch" } }, "非(已填党支部)", "not (branch is given)"],
    [
      { all: [{ has: "branch" }, { any: [{ has: "grid" }, { has: "call" }] }] },
      "已填党支部；且(已填网格；或已填吹哨事由)",
      "branch is given; and (grid is given; or what the whistle calls for is given)",
    ],
  ])("%j", (guard, zh, en) => {
    expect(condition(FiveOrders.scheme.order, guard, "zh")).toBe(zh)
    expect(condition(FiveOrders.scheme.order, guard, "en")).toBe(en)
  })
})
