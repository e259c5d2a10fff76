/**
 * Five orders of another order (零陵"五单"): 群众点单、支部派单、党员接单、民主评单、公开晒单: what was done is rated before it
 * is published.
 *
 * From a newspaper's report on the residential quarters of Lingling District (永州市零陵区): the branch of a quarter
 * dispatches, a member takes on, does it and puts pictures of it on the quarter's boards; the rating comes first, the
 * publication last. Since that ends nothing, it is followed by an explicit closing (归档) by the branch or the committee,
 * or by somebody above the branch where the rating was bad after all attempts. Of everything else the report says
 * nothing: limits, returns, attempts, and who takes part in the rating. What nobody rated is closed unpublished.
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
  title: "零陵：党员亮身份领任务服务小区群众",
  issuer: "红网",
  standing: "report",
  note: "1月9日报道，年份未载；所述办法为零陵区“五单五到户”，规定原文未见",
}

const NAME: Label = {
  zh: "群众点单、支部派单、党员接单、民主评单、公开晒单",
  en: "Five orders of Lingling, rated before publication",
}

const RETURNS = 2
const ATTEMPTS = 1

const NOTE = /* @__PURE__ */ Parts.noteOf(
  "报道只列五个环节：民主评单由谁参加未详，这里由点单人或代办对象评；晒单由党员或支部办理，不限承办本人，晒单后归档；未评的不晒，直接终结",
  RETURNS,
  ATTEMPTS,
)

const CLOSERS = ["branch", "committee"]

/** A grade is of the attempt that was accepted last, or of the root that an order is merged into. */
const graded = /* @__PURE__ */ Parts.gradedSince("rework", "separate")

const ACCEPTED = { told: "结果已验收" } as const

const linglingOrders = (): OrderScheme =>
  Parts.plainScheme(
    { id: "零陵五单", label: NAME, cite, note: NOTE, kinds: [] },
    {
      by: "branch",
      finders: ["branch", "member"],
      closers: CLOSERS,
      named: "doer",
      returns: RETURNS,
      after: [Parts.open("rated", "已评单", "rated"), Parts.open("published", "已晒单", "published")],
      ends: ["satisfied", "unsatisfied", "unanswered", "done"],
      moves: [
        Parts.rate(["inHand"], "rated", { all: [ACCEPTED, graded(...Parts.GRADES)] }),
        Parts.reworking("branch", "requested", ATTEMPTS, graded),
        move("publish", ["member", "branch"], "published", {
          from: ["rated"],
          when: { any: [graded("satisfied", "basically"), { count: ["rework"], least: ATTEMPTS }] },
        }),
        ...Parts.closing("published", CLOSERS, ["committee", "reviewer"], ATTEMPTS, graded),
        ...Parts.closingUnrated("inHand", CLOSERS, [ACCEPTED]),
        Parts.rateJoined(graded),
      ],
    },
  )

/**
 * The scheme of Lingling: rated, then published, then closed.
 *
 * **Details** docs/orders.md lists its moves.
 *
 * @category instances
 * @since 0.1.0
 */
export const scheme: OrderScheme = /* @__PURE__ */ linglingOrders()
