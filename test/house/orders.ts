/**
 * Writes `docs/orders.md`, the page of the shipped order schemes with their stages, roles, moves and fields and of the
 * rules of alarms, from the library's own data: `npm run order-pages`.
 */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import * as Citation from "../../src/foundation/Citation.js"
import * as Label from "../../src/foundation/Label.js"
import type { AlarmRule, AlarmRules, Sequence } from "../../src/orders/AlarmRule.js"
import { deedOf, isJoint, type OrderScheme } from "../../src/orders/OrderScheme.js"
import * as OrderTerm from "../../src/orders/OrderTerm.js"
import * as FiveOrders from "../../src/presets/FiveOrders.js"
import * as GaopingOrders from "../../src/presets/GaopingOrders.js"
import * as LinglingOrders from "../../src/presets/LinglingOrders.js"
import * as LinyouOrders from "../../src/presets/LinyouOrders.js"
import * as OrderAlarms from "../../src/presets/OrderAlarms.js"
import * as ZiyunOrders from "../../src/presets/ZiyunOrders.js"
import type { Count, Guard } from "../../src/process/Guard.js"
import { mermaid } from "../../src/process/StateDiagram.js"
import type { Move, Workflow } from "../../src/process/Workflow.js"
import { isMain, ROOT } from "./tree.js"

export const PAGE = "docs/orders.md"

/** The shipped schemes by the names of their modules. */
export const schemes: Readonly<Record<string, OrderScheme>> = {
  FiveOrders: FiveOrders.scheme,
  LinglingOrders: LinglingOrders.scheme,
  GaopingOrders: GaopingOrders.scheme,
  LinyouOrders: LinyouOrders.scheme,
  ZiyunOrders: ZiyunOrders.scheme,
}

const cell = (text: string): string => text.replaceAll("|", "\\|")

const code = (id: string): string => `\`${id}\``

const table = (head: ReadonlyArray<string>, rows: ReadonlyArray<ReadonlyArray<string>>): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.map(cell).join(" | ")} |`).join("\n")

const english = ({ en }: Label.Label): string => en ?? ""

type Named = { readonly id: string; readonly label: Label.Label }

/** The label of a stage, role, move, field or choice; its id where the scheme has none of it. */
const named = (all: ReadonlyArray<Named>, id: string, language: Label.Language): string => {
  const found = all.find((one) => one.id === id)
  return found === undefined ? id : Label.text(found.label, language)
}

const listed = (all: ReadonlyArray<Named>, ids: ReadonlyArray<string>, language: Label.Language): string =>
  ids.map((id) => named(all, id, language)).join(language === "zh" ? "、" : ", ")

const anyOf = (all: ReadonlyArray<Named>, ids: ReadonlyArray<string>, language: Label.Language): string =>
  ids.map((id) => named(all, id, language)).join(language === "zh" ? "或" : " or ")

const often = (times: number): string => (times === 1 ? "once" : `${times} times`)

const counted = (moves: string, { least, most }: Count, language: Label.Language): string => {
  const isChinese = language === "zh"
  if (most === 0) return isChinese ? `没有${moves}` : `${moves}: not taken`
  if (least === 1 && most === undefined) return isChinese ? `有过${moves}` : `${moves}: taken`
  const from = least === undefined ? [] : [isChinese ? `满${least}次` : `at least ${often(least)}`]
  const to = most === undefined ? [] : [isChinese ? `至多${most}次` : `at most ${often(most)}`]
  return isChinese ? `${moves}${[...from, ...to].join("、")}` : `${moves}: ${[...from, ...to].join(", ")}`
}

const since = (workflow: Workflow, ids: ReadonlyArray<string> | undefined, language: Label.Language): string => {
  const known = (ids ?? []).filter((id) => workflow.moves.some((move) => move.id === id))
  if (known.length === 0) return ""
  const moves = anyOf(workflow.moves, known, language)
  return language === "zh" ? `（自最近一次${moves}起）` : ` (since the last ${moves})`
}

/** A condition in short words, with moves, fields and choices by their labels. */
export const condition = (workflow: Workflow, guard: Guard, language: Label.Language): string => {
  const isChinese = language === "zh"
  const inner = (part: Guard): string => condition(workflow, part, language)
  const grouped = (part: Guard): string => ("all" in part || "any" in part ? `(${inner(part)})` : inner(part))
  if ("all" in guard) return guard.all.map(grouped).join(isChinese ? "；且" : "; and ")
  if ("any" in guard) return guard.any.map(grouped).join(isChinese ? "；或" : "; or ")
  if ("not" in guard) return isChinese ? `非(${inner(guard.not)})` : `not (${inner(guard.not)})`
  if ("told" in guard) return isChinese ? `告知“${guard.told}”` : `told "${guard.told}"`
  const after = since(workflow, guard.since, language)
  if ("count" in guard) {
    return `${counted(listed(workflow.moves, guard.count, language), guard, language)}${after}`
  }
  if ("has" in guard) {
    const field = named(workflow.fields, guard.has, language)
    return isChinese ? `已填${field}${after}` : `${field} is given${after}`
  }
  const choices = workflow.fields.find(({ id }) => id === guard.field)?.choices ?? []
  const field = named(workflow.fields, guard.field, language)
  return `${field}${isChinese ? "为" : " is "}${anyOf(choices, guard.in, language)}${after}`
}

const WAYS = { stay: "（不变 stays）", back: "（原环节 back）" } as const

const wayOf = ({ stages }: Workflow, { from, to }: Move): string => {
  const start = from === undefined ? "（新立 opens）" : listed(stages, from, "zh")
  return `${start} → ${typeof to === "string" ? named(stages, to, "zh") : WAYS[to.way]}`
}

const takers = ({ fields, moves, roles }: Workflow, { by, only }: Move): string => {
  const all = listed(roles, by, "zh")
  return only === undefined ? all : `${all}（限 only：${listed([...moves, ...fields], only, "zh")}）`
}

const filled = ({ fields }: Workflow, ids: ReadonlyArray<string> = []): string =>
  ids.map((id) => `${named(fields, id, "zh")} ${code(id)}`).join("、")

const deedText = (scheme: OrderScheme, move: string): string => {
  const deed = deedOf(scheme, move)
  return deed === undefined ? "" : `${OrderTerm.deeds[deed].zh} ${code(deed)}`
}

const moveRow = (scheme: OrderScheme, workflow: Workflow, move: Move): ReadonlyArray<string> => {
  const marks = [isJoint(scheme, move.id) ? " ⇄" : "", workflow.attempts.includes(move.id) ? " ↻" : ""].join("")
  const { when } = move
  return [
    `${code(move.id)}${marks}`,
    move.label.zh,
    english(move.label),
    deedText(scheme, move.id),
    wayOf(workflow, move),
    takers(workflow, move),
    filled(workflow, move.needs),
    filled(workflow, move.takes),
    when === undefined ? "" : `${condition(workflow, when, "zh")}<br>${condition(workflow, when, "en")}`,
  ]
}

const STAGES = ["id", "环节", "stage", "状态 kind", "结果 outcome"]
const MOVES = ["id", "名称", "move", "作用 deed", "从 → 到 from → to"]
const MOVE_TERMS = ["谁办 by", "必填 needs", "可填 takes", "条件 condition"]

const KINDS = { open: "办理 open", held: "挂起 held", end: "终结 end" } as const

const workflowPart = (scheme: OrderScheme, workflow: Workflow, title: string): ReadonlyArray<string> => [
  `### ${title}`,
  ["```mermaid", mermaid(workflow, "zh").trimEnd(), "```"].join("\n"),
  table(
    STAGES,
    workflow.stages.map(({ id, kind, label, outcome }) => [
      code(id),
      label.zh,
      english(label),
      KINDS[kind],
      outcome === undefined ? "" : code(outcome),
    ]),
  ),
  table(
    [...MOVES, ...MOVE_TERMS],
    workflow.moves.map((move) => moveRow(scheme, workflow, move)),
  ),
]

const distinct = <A extends Named>(all: ReadonlyArray<A>): ReadonlyArray<A> =>
  all.filter(({ id }, index) => all.findIndex((one) => one.id === id) === index)

const ownPart = ({ dispatch, kinds, order }: OrderScheme): ReadonlyArray<string> => {
  const choosing = distinct([...order.fields, ...dispatch.fields]).flatMap(({ choices, id, label }) =>
    choices === undefined ? [] : [[code(id), label.zh, english(label), filledChoices(choices)]],
  )
  return [
    "### 角色 Roles",
    table(
      ["id", "角色", "role"],
      distinct([...order.roles, ...dispatch.roles]).map(({ id, label }) => [code(id), label.zh, english(label)]),
    ),
    ...(choosing.length === 0
      ? []
      : ["### 选项 Fields with choices", table(["id", "填写项", "field", "选项 choices"], choosing)]),
    ...(kinds.length === 0
      ? []
      : [
          "### 单类 Kinds of orders",
          table(
            ["id", "单类", "kind", "单位 unit", "说明 note"],
            kinds.map(({ id, label, note, unit }) => [code(id), label.zh, english(label), code(unit), note ?? ""]),
          ),
        ]),
  ]
}

const filledChoices = (choices: ReadonlyArray<Named>): string =>
  choices.map(({ id, label }) => `${label.zh} ${code(id)}`).join("、")

const sourceOf = (cite: Citation.Citation): string =>
  `${Citation.text(cite, "zh")}（${Citation.standingText(cite.standing, "zh")}）${cite.note === undefined ? "" : `：${cite.note}`}`

const schemePart = (module: string, scheme: OrderScheme): ReadonlyArray<string> => [
  `## ${scheme.id} ${module}`,
  [
    `- 名称 name: ${scheme.label.zh} · ${english(scheme.label)}`,
    ...(scheme.cite === undefined ? [] : [`- 来源 source: ${sourceOf(scheme.cite)}`]),
    ...(scheme.note === undefined ? [] : [`- 说明 note: ${scheme.note}`]),
    `- 派单办理的环节 stages in which dispatches go on: ${listed(scheme.order.stages, scheme.inHand, "zh")}`,
  ].join("\n"),
  ...workflowPart(scheme, scheme.order, "工单 The order"),
  ...workflowPart(scheme, scheme.dispatch, "派单 Each dispatch"),
  ...ownPart(scheme),
]

const fieldsPart = (): ReadonlyArray<string> => [
  "## 标准填写项 Standard fields",
  "A scheme may make a field more sensitive than it stands here, never less.",
  table(
    ["id", "名称", "field", "类型 holds", "敏感程度 sensitivity"],
    Object.entries(OrderTerm.fields).map(([id, { label, of, sensitivity }]) => [
      code(id),
      label.zh,
      label.en,
      of,
      sensitivity,
    ]),
  ),
]

/** What every rule tells; the rest are its thresholds. */
const STATED: ReadonlyArray<string> = ["kind", "id", "label", "strength", "cite", "note"]

const deedNames = (deeds: Sequence["first"]): string => deeds.map((deed) => OrderTerm.deeds[deed].zh).join("、")

const thresholds = (rule: AlarmRule): string => {
  if (rule.kind === "backwards")
    return rule.sequences.map(({ first, later }) => `${deedNames(first)} → ${deedNames(later)}`).join("<br>")
  return Object.entries(rule)
    .filter(([name]) => !STATED.includes(name))
    .map(([name, value]) => `${code(name)} ${Array.isArray(value) ? value.join("、") : value}`)
    .join("<br>")
}

const alarmsPart = ({ label, note, rules }: AlarmRules): ReadonlyArray<string> => [
  "## 异常预警起始规则 Alarm rules to begin with",
  `${label.zh} · ${english(label)}${note === undefined ? "" : `：${note}`}`,
  table(
    ["id", "名称", "rule", "类型 kind", "强度 strength", "界限 thresholds", "说明 note"],
    rules.map((rule) => [
      code(rule.id),
      rule.label.zh,
      english(rule.label),
      code(rule.kind),
      rule.strength,
      thresholds(rule),
      [rule.note ?? "", rule.cite === undefined ? "" : sourceOf(rule.cite)].filter((text) => text !== "").join("<br>"),
    ]),
  ),
]

/** The page of some schemes and rules. */
export const ordersPage = (all: Readonly<Record<string, OrderScheme>>, rules: AlarmRules): string => {
  const head = [
    "# Order schemes",
    [
      "The shipped schemes of service orders, each with its source, stages, moves, roles and choices; then the standard fields",
      "and the rules of alarms. Written by `npm run order-pages` from the data of the library.",
    ].join("\n"),
    [
      "A move marked ⇄ is joint: it is taken in the order and in the dispatch at once, or in neither. One marked ↻ opens a",
      "further attempt (返工). “限 only” names the moves, or the fields, of whose people one must take it. A fact that is told",
      "(告知) is known outside the workflow. No scheme has limits of its own: `OrderScheme.timed` puts those of a text into it.",
    ].join("\n"),
  ]
  const parts = Object.entries(all).flatMap(([module, scheme]) => schemePart(module, scheme))
  return `${[...head, ...parts, ...fieldsPart(), ...alarmsPart(rules)].join("\n\n")}\n`
}

if (isMain(import.meta.url)) writeFileSync(join(ROOT, PAGE), ordersPage(schemes, OrderAlarms.rules))
