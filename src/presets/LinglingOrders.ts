/**
 * Five orders of another order (零陵"五单"): 群众点单、支部派单、党员接单、民主评单、公开晒单: what was done is rated before it is published.
 *
 * From a newspaper's report on the residential quarters of Lingling District (永州市零陵区): the branch of a quarter dispatches, a member takes on,
 * does it and puts pictures of it on the quarter's boards; the rating comes first, the publication last. Since that ends nothing, it is followed by an explicit closing (归档) by
 * the branch, or by the committee where the rating was bad after all attempts. Of everything else the report says nothing: limits, returns, attempts, and who takes part
 * in the rating.
 *
 * @since 0.1.0
 */
import type { Citation } from "../foundation/Citation.js"
import type { Label } from "../foundation/Label.js"
import type { OrderScheme } from "../orders/OrderScheme.js"
import type * as Workflow from "../process/Workflow.js"
import * as Parts from "./OrderParts.js"
import { label, move } from "./OrderParts.js"

// ---------------------------------------------------------------- instances

const cite: Citation = {
  title: "零陵：党员亮身份领任务服务小区群众",
  issuer: "红网",
  standing: "report",
  note: "1月9日报道，年份未载；所述办法为零陵区“五单五到户”，规定原文未见",
}

const NAME: Label = {
  zh: "群众点单、支部派单、党员接单、民主评单、公开晒单",
  en: "Five orders of Lingling, rated before publication",
}

const NOTE =
  "报道只列五个环节：民主评单由谁参加未详，这里由点单人评；晒单后由支部归档，退单次数、返工次数、逾期未评、提请党委裁定均未写，由使用单位按本地规定替换；未评的不晒，直接终结"

const RETURNS = 2
const ATTEMPTS = 1

/** A grade is of the attempt that was accepted last, or of the root that an order is merged into. */
const graded = /* @__PURE__ */ Parts.gradedSince("rework", "separate")

const moves = (): ReadonlyArray<Workflow.Move> => [
  ...Parts.waysIn("requested", "branch", ["branch", "member"], Parts.PLAIN_INTAKE),
  ...Parts.declining("branch", ["branch"], ["requested"]),
  ...Parts.merging("branch", ["requested"]),
  ...Parts.dispatching(["requested", "inHand"], "branch", "committee", RETURNS),
  ...Parts.counted("branch", ["member"], RETURNS),
  ...Parts.shelving("branch"),
  Parts.abandoning("committee", ["inHand"]),
  Parts.rate(["inHand"], "rated", { all: [{ told: "结果已验收" }, graded(...Parts.GRADES)] }),
  Parts.reworking("branch", "inHand", ATTEMPTS, graded),
  move("publish", label("晒单", "publication"), ["member", "branch"], "published", {
    from: ["rated"],
    only: ["report", "accept"],
    when: { any: [graded("satisfied", "basically"), { count: ["rework"], least: ATTEMPTS }] },
  }),
  ...Parts.closing("published", "branch", "committee", ATTEMPTS, graded),
  Parts.lapse("inHand", "branch"),
  Parts.rateJoined(graded),
  ...Parts.complaints(["inHand", "rated", "published"], "committee"),
  Parts.withdrawal(["requested", "inHand", "shelved", "joined"]),
  Parts.excluding(["requested", "inHand", "rated", "published"]),
]

const stages = (): ReadonlyArray<Workflow.Stage> => [
  Parts.open("requested", "已点单", "requested"),
  Parts.open("inHand", "办理中", "in hand"),
  Parts.held("shelved", "挂账", "shelved"),
  Parts.open("rated", "已评单", "rated"),
  Parts.open("published", "已晒单", "published"),
  Parts.open("joined", "并单待结", "merged, waiting for the root"),
  ...Parts.ends("satisfied", "unsatisfied", "unanswered", "notFeasible", "notOurs"),
  ...Parts.ends("refused", "withdrawn", "merged", "excluded"),
]

const linglingOrders = (): OrderScheme =>
  Parts.schemeOf(
    { label: NAME, cite, note: NOTE, kinds: [] },
    Parts.orderWorkflow("零陵五单", NAME, cite, stages(), moves()),
    Parts.dispatchWorkflow(
      "零陵五单",
      label("派单", "dispatch"),
      Parts.dispatchMoves("branch", "committee", ["member"], ["doer"], "doer"),
    ),
  )

/**
 * The scheme of Lingling: rated, then published, then closed.
 *
 * @category instances
 * @since 0.1.0
 */
export const scheme: OrderScheme = /* @__PURE__ */ linglingOrders()
