/**
 * Four orders (麟游"四单"): 居民点单、社区派单、单位接单、居民评单: units take on, and another body asks the residents by
 * telephone.
 *
 * From a newspaper's report on Linyou County (宝鸡市麟游县): the Party organisation of a community makes orders of what
 * residents need and dispatches them to the units that are linked to it; the unit takes on and gives the work to its
 * members by what they are good at; every quarter the county's organisation department surveys satisfaction by
 * telephone, and orders are struck off one by one (销号). So the rating is a re-visit by the department, never by whoever
 * asked of their own accord, and the department that asks may close too.
 *
 * @since 0.1.0
 */
import type { Citation } from "../foundation/Citation.js"
import type { Label } from "../foundation/Label.js"
import type { OrderScheme } from "../orders/OrderScheme.js"
import type * as Workflow from "../process/Workflow.js"
import * as Parts from "./OrderParts.js"
import { label, move, stay } from "./OrderParts.js"

// ---------------------------------------------------------------- instances

const cite: Citation = {
  title: "关于强化党建引领构建四级联动包抓社区网格化管理模式的通知",
  issuer: "麟游县",
  date: "2020",
  standing: "report",
  note: "据报道转述，通知原文未见；年份系推定，报道未载",
}

const NAME: Label = { zh: "居民点单、社区派单、单位接单、居民评单", en: "Four orders of Linyou, rated by a survey" }

const RETURNS = 2
const ATTEMPTS = 1

const NOTE = /* @__PURE__ */ Parts.noteOf(
  "报道载组织部门每季度电话测评、逐项销号：测评是否逐单询问未详，这里按逐单回访记，测评人可以销号，党委亦可；未接通的下季度再问；不晒单",
  RETURNS,
  ATTEMPTS,
)

const CLOSERS = ["department", "committee"]

const ACCEPTED = { told: "结果已验收" } as const

/** A grade is of the attempt that was accepted last, or of the root that an order is merged into. */
const graded = /* @__PURE__ */ Parts.gradedSince("rework", "separate")

const moves = (): ReadonlyArray<Workflow.Move> => [
  ...Parts.surveying(
    "department",
    "inHand",
    graded,
    {
      answered: label("电话测评", "telephone survey"),
      unanswered: label("测评未接通", "survey without answer"),
    },
    [ACCEPTED],
  ),
  move("revisitJoined", ["department"], stay, {
    label: label("并单测评", "survey of a merged order"),
    from: ["joined"],
    needs: ["rating"],
    takes: ["solved", "opinion"],
    when: { all: [{ told: "主单已办结" }, Parts.asked] },
  }),
  Parts.reworking("community", "requested", ATTEMPTS, graded),
  ...Parts.closing("rated", CLOSERS, ["department", "committee", "reviewer"], ATTEMPTS, graded),
  ...Parts.closingUnrated("inHand", CLOSERS, [ACCEPTED]),
]

/** The unit gives the work to members of its own, who serve beside it. */
const parts = (own: ReadonlyArray<Workflow.Move>): ReadonlyArray<Workflow.Move> => [
  ...own.map((each) => (each.id === "serve" ? { ...each, by: ["unit", "member"], only: ["unit", "doer"] } : each)),
  move("assign", ["unit"], stay, {
    label: label("分配任务", "assignment to members"),
    from: ["taken"],
    needs: ["doer"],
    only: ["unit"],
  }),
]

const linyouOrders = (): OrderScheme =>
  Parts.plainScheme(
    { id: "麟游四单", label: NAME, cite, note: NOTE, kinds: [] },
    {
      by: "community",
      finders: ["community", "member"],
      closers: CLOSERS,
      named: "unit",
      returns: RETURNS,
      after: [Parts.open("rated", "已评单", "rated")],
      ends: ["satisfied", "unsatisfied", "unanswered", "done"],
      moves: moves(),
      parts,
    },
  )

/**
 * The scheme of Linyou: units take on, the organisation department surveys and strikes off.
 *
 * **Details** docs/orders.md lists its moves.
 *
 * @category instances
 * @since 0.1.0
 */
export const scheme: OrderScheme = /* @__PURE__ */ linyouOrders()
