/**
 * Six orders (高平"六单"): 点单、派单、接单、督单、晒单、评单: somebody supervises before a result is published.
 *
 * From a newspaper's report on Gaoping (晋城市高平市), which names the six stages in this order and no more. Supervision stands between the work and its
 * publication here: it is passed once a result was accepted, and nothing is published without it; whoever did the work never supervises it. A supervisor who is not
 * content leaves the order in hand, where the branch can dispatch anew.
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
  title: "高平市“六单”服务",
  issuer: "高平市",
  date: "2024-08-03",
  standing: "report",
  note: "据报道转述，规定原文未见；题名为概称，日期为报道日期",
}

const NAME: Label = { zh: "点单、派单、接单、督单、晒单、评单", en: "Six orders of Gaoping, with supervision" }

const NOTE =
  "报道只列六个环节：派单的设为支部、接单的设为党员、督单的设为督办人，督单设在验收之后、晒单之前；时限、退单次数、返工次数和逾期未评均未写，由使用单位按本地规定替换"

const RETURNS = 2
const ATTEMPTS = 1

/** A grade is of the attempt that was published, or of the root that an order is merged into. */
const graded = /* @__PURE__ */ Parts.gradedSince("publish", "rework", "separate")

const moves = (): ReadonlyArray<Workflow.Move> => [
  ...Parts.waysIn("requested", "branch", ["branch"], Parts.PLAIN_INTAKE),
  ...Parts.declining("branch", ["branch"], ["requested"]),
  ...Parts.merging("branch", ["requested"]),
  ...Parts.dispatching(["requested", "inHand"], "branch", "committee", RETURNS),
  ...Parts.counted("branch", ["member"], RETURNS),
  ...Parts.shelving("branch"),
  Parts.abandoning("committee", ["inHand"]),
  move("supervise", label("督单", "supervision"), ["supervisor"], "supervised", {
    from: ["inHand"],
    when: { told: "结果已验收" },
    judges: ["report"],
    apart: ["report"],
  }),
  move("publish", label("晒单", "publication"), ["member", "branch"], "published", {
    from: ["supervised"],
    only: ["report", "accept"],
  }),
  Parts.rate(["published"], "rated", graded(...Parts.GRADES)),
  Parts.reworking("branch", "inHand", ATTEMPTS, graded),
  ...Parts.closing("rated", "branch", "committee", ATTEMPTS, graded),
  Parts.lapse("published", "branch"),
  Parts.rateJoined(graded),
  ...Parts.complaints(["inHand", "supervised", "published", "rated"], "committee"),
  Parts.withdrawal(["requested", "inHand", "shelved", "joined"]),
  Parts.excluding(["requested", "inHand", "supervised", "published", "rated"]),
]

const stages = (): ReadonlyArray<Workflow.Stage> => [
  Parts.open("requested", "已点单", "requested"),
  Parts.open("inHand", "办理中", "in hand"),
  Parts.held("shelved", "挂账", "shelved"),
  Parts.open("supervised", "已督单", "supervised"),
  Parts.open("published", "已晒单", "published"),
  Parts.open("rated", "已评单", "rated"),
  Parts.open("joined", "并单待结", "merged, waiting for the root"),
  ...Parts.ends("satisfied", "unsatisfied", "unanswered", "notFeasible", "notOurs"),
  ...Parts.ends("refused", "withdrawn", "merged", "excluded"),
]

const gaopingOrders = (): OrderScheme =>
  Parts.schemeOf(
    { label: NAME, cite, note: NOTE, kinds: [] },
    Parts.orderWorkflow("高平六单", NAME, cite, stages(), moves()),
    Parts.dispatchWorkflow(
      "高平六单",
      label("派单", "dispatch"),
      Parts.dispatchMoves("branch", "committee", ["member"], ["doer"], "doer"),
    ),
  )

/**
 * The scheme of Gaoping: supervised, then published, then rated.
 *
 * @category instances
 * @since 0.1.0
 */
export const scheme: OrderScheme = /* @__PURE__ */ gaopingOrders()
