/**
 * Four orders (麟游"四单"): 居民点单、社区派单、单位接单、居民评单: units take on, and another body asks the residents by telephone.
 *
 * From a newspaper's report on Linyou County (宝鸡市麟游县): the Party organisation of a community makes orders of what residents need and
 * dispatches them to the units that are linked to it; the unit takes on and gives the work to its members by what they are good at; every quarter the
 * county's organisation department surveys satisfaction by telephone, and orders are struck off one by one (销号). So the rating is a re-visit by
 * the department, never by whoever asked of their own accord, and the department closes.
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

const NOTE =
  "每季度一次的电话测评是否逐单询问未详，这里按逐单回访记；未接通的下季度再问，评价期满仍未答复的按未评终结；不晒单；时限、退单次数、返工次数均未写，由使用单位按本地规定替换"

const RETURNS = 2
const ATTEMPTS = 1

/** A grade is of the attempt that was accepted last, or of the root that an order is merged into. */
const graded = /* @__PURE__ */ Parts.gradedSince("rework", "separate")

const survey = (): ReadonlyArray<Workflow.Move> => [
  move("revisit", label("电话测评", "telephone survey"), ["department"], "rated", {
    from: ["inHand"],
    needs: ["rating"],
    takes: ["solved", "opinion"],
    when: { all: [{ told: "结果已验收" }, graded(...Parts.GRADES)] },
  }),
  move("revisitUnanswered", label("测评未接通", "survey without answer"), ["department"], stay, {
    from: ["inHand"],
    needs: ["rating"],
    when: { all: [{ told: "结果已验收" }, graded("unanswered")] },
  }),
  move("revisitJoined", label("并单测评", "survey of a merged order"), ["department"], stay, {
    from: ["joined"],
    needs: ["rating"],
    takes: ["solved", "opinion"],
    when: { told: "主单已办结" },
  }),
]

const moves = (): ReadonlyArray<Workflow.Move> => [
  ...Parts.waysIn("requested", "community", ["community", "member"], Parts.PLAIN_INTAKE),
  ...Parts.declining("community", ["community"], ["requested"]),
  ...Parts.merging("community", ["requested"]),
  ...Parts.dispatching(["requested", "inHand"], "community", "committee", RETURNS),
  ...Parts.counted("community", ["unit"], RETURNS),
  ...Parts.shelving("community"),
  Parts.abandoning("committee", ["inHand"]),
  ...survey(),
  Parts.reworking("community", "inHand", ATTEMPTS, graded),
  ...Parts.closing("rated", "department", "department", ATTEMPTS, graded),
  Parts.lapse("inHand", "department"),
  ...Parts.complaints(["inHand", "rated"], "committee"),
  Parts.withdrawal(["requested", "inHand", "shelved", "joined"]),
  Parts.excluding(["requested", "inHand", "rated"]),
]

const stages = (): ReadonlyArray<Workflow.Stage> => [
  Parts.open("requested", "已点单", "requested"),
  Parts.open("inHand", "办理中", "in hand"),
  Parts.held("shelved", "挂账", "shelved"),
  Parts.open("rated", "已评单", "rated"),
  Parts.open("joined", "并单待结", "merged, waiting for the root"),
  ...Parts.ends("satisfied", "unsatisfied", "unanswered", "notFeasible", "notOurs"),
  ...Parts.ends("refused", "withdrawn", "merged", "excluded"),
]

/** The unit gives the work to members of its own, who serve beside it. */
const dispatchMoves = (): ReadonlyArray<Workflow.Move> => [
  ...Parts.dispatchMoves("community", "committee", ["unit"], ["unit"], "unit").map((each) =>
    each.id === "serve" ? { ...each, by: ["unit", "member"], only: ["unit", "doer"] } : each,
  ),
  move("assign", label("分配任务", "assignment to members"), ["unit"], stay, {
    from: ["taken"],
    needs: ["doer"],
    only: ["unit"],
  }),
]

const linyouOrders = (): OrderScheme =>
  Parts.schemeOf(
    { label: NAME, cite, note: NOTE, kinds: [] },
    Parts.orderWorkflow("麟游四单", NAME, cite, stages(), moves()),
    Parts.dispatchWorkflow("麟游四单", label("派单", "dispatch"), dispatchMoves()),
  )

/**
 * The scheme of Linyou: units take on, the organisation department surveys and strikes off.
 *
 * @category instances
 * @since 0.1.0
 */
export const scheme: OrderScheme = /* @__PURE__ */ linyouOrders()
