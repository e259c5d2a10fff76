/**
 * Three orders (紫云、松山"三单"): 点单、派单、接单: nobody rates.
 *
 * From reports that name these three stages and end there. Doing it and accepting the result are there all the same;
 * after that the branch closes, or the committee, and the order ends as done (办结): not as satisfied, for nobody was
 * asked.
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
  title: "点单、派单、接单服务",
  issuer: "紫云（松山）",
  date: "2024-08-20",
  standing: "report",
  note: "据两则报道转述，其一见人民日报2024年8月20日第11版；规定原文未见，题名为概称",
}

const NAME: Label = { zh: "点单、派单、接单", en: "Three orders of Ziyun, rated by nobody" }

const RETURNS = 2

const NOTE = /* @__PURE__ */ Parts.noteOf(
  "报道只列三个环节，无评单、晒单：派单的设为支部、接单的设为党员，验收后由支部或党委办结，结果记为办结而不记满意",
  RETURNS,
)

const CLOSERS = ["branch", "committee"]

const ziyunOrders = (): OrderScheme =>
  Parts.plainScheme(
    { id: "紫云三单", label: NAME, cite, note: NOTE, kinds: [] },
    {
      by: "branch",
      closers: CLOSERS,
      named: "doer",
      returns: RETURNS,
      after: [],
      ends: ["done"],
      moves: [
        move("close", CLOSERS, "done", {
          from: ["inHand"],
          when: { all: [{ told: "结果已验收" }, Parts.answered] },
        }),
      ],
    },
  )

/**
 * The scheme of Ziyun: closed as done once its result was accepted.
 *
 * **Details** docs/orders.md lists its moves.
 *
 * @category instances
 * @since 0.1.0
 */
export const scheme: OrderScheme = /* @__PURE__ */ ziyunOrders()
