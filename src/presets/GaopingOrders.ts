/**
 * Six orders (高平"六单"): 点单、派单、接单、督单、晒单、评单: somebody supervises before a result is published.
 *
 * From a newspaper's report on Gaoping (晋城市高平市), which names the six stages in this order and no more. Supervision
 * stands between the work and its publication here: it is passed once a result was accepted, and nothing is published
 * without it; whoever did the work never supervises it. A supervisor who is not content leaves the order in hand, where
 * the branch can dispatch anew.
 *
 * @since 0.1.0
 */
import type { Citation } from "../foundation/Citation.js"
import type { Label } from "../foundation/Label.js"
import type { OrderScheme } from "../orders/OrderScheme.js"
import * as Parts from "./OrderParts.js"
import { move } from "./OrderParts.js"

// ---------------------------------------------------------------- instances

const cite: Citation = {
  title: "高平市“六单”服务",
  issuer: "高平市",
  date: "2024-08-03",
  standing: "report",
  note: "据报道转述，规定原文未见；题名为概称，日期为报道日期",
}

const NAME: Label = { zh: "点单、派单、接单、督单、晒单、评单", en: "Six orders of Gaoping, with supervision" }

const RETURNS = 2
const ATTEMPTS = 1

const NOTE = /* @__PURE__ */ Parts.noteOf(
  "报道只列六个环节：派单的设为支部、接单的设为党员、督单的设为督办人，督单设在验收之后、晒单之前；晒单由党员或支部办理，不限承办本人",
  RETURNS,
  ATTEMPTS,
)

const CLOSERS = ["branch", "committee"]

/** A grade is of the attempt that was published, or of the root that an order is merged into. */
const graded = /* @__PURE__ */ Parts.gradedSince("publish", "rework", "separate")

const gaopingOrders = (): OrderScheme =>
  Parts.plainScheme(
    { id: "高平六单", label: NAME, cite, note: NOTE, kinds: [] },
    {
      by: "branch",
      closers: CLOSERS,
      named: "doer",
      returns: RETURNS,
      after: [
        Parts.open("supervised", "已督单", "supervised"),
        Parts.open("published", "已晒单", "published"),
        Parts.open("rated", "已评单", "rated"),
      ],
      ends: ["satisfied", "unsatisfied", "unanswered", "done"],
      moves: [
        move("supervise", ["supervisor"], "supervised", {
          from: ["inHand"],
          when: { told: "结果已验收" },
          judges: ["report"],
          apart: ["report"],
        }),
        move("publish", ["member", "branch"], "published", { from: ["supervised"] }),
        Parts.rate(["published"], "rated", graded(...Parts.GRADES)),
        Parts.reworking("branch", "requested", ATTEMPTS, graded),
        ...Parts.closing("rated", CLOSERS, ["committee", "reviewer"], ATTEMPTS, graded),
        ...Parts.closingUnrated("published", CLOSERS),
        Parts.rateJoined(graded),
      ],
    },
  )

/**
 * The scheme of Gaoping: supervised, then published, then rated.
 *
 * **Details** docs/orders.md lists its moves.
 *
 * @category instances
 * @since 0.1.0
 */
export const scheme: OrderScheme = /* @__PURE__ */ gaopingOrders()
