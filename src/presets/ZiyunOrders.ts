/**
 * Three orders (紫云、松山"三单"): 点单、派单、接单: nobody rates.
 *
 * From reports that name these three stages and end there. Doing it and accepting the result are there all the same; after that the branch closes, and the
 * order ends as done (办结): not as satisfied, for nobody was asked.
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
  title: "点单、派单、接单服务",
  issuer: "紫云（松山）",
  date: "2024-08-20",
  standing: "report",
  note: "据两则报道转述，其一见人民日报2024年8月20日第11版；规定原文未见，题名为概称",
}

const NAME: Label = { zh: "点单、派单、接单", en: "Three orders of Ziyun, rated by nobody" }

const NOTE =
  "报道只列三个环节，无评单、晒单：派单的设为支部、接单的设为党员，验收后由支部办结，结果记为办结而不记满意；时限和退单次数均未写，由使用单位按本地规定替换"

const RETURNS = 2

const moves = (): ReadonlyArray<Workflow.Move> => [
  ...Parts.waysIn("requested", "branch", ["branch"], Parts.PLAIN_INTAKE),
  ...Parts.declining("branch", ["branch"], ["requested"]),
  ...Parts.merging("branch", ["requested"]),
  ...Parts.dispatching(["requested", "inHand"], "branch", "committee", RETURNS),
  ...Parts.counted("branch", ["member"], RETURNS),
  ...Parts.shelving("branch"),
  Parts.abandoning("committee", ["inHand"]),
  move("close", label("办结归档", "closing"), ["branch"], "done", {
    from: ["inHand"],
    when: { all: [{ told: "结果已验收" }, Parts.answered] },
  }),
  ...Parts.complaints(["inHand"], "committee"),
  Parts.withdrawal(["requested", "inHand", "shelved", "joined"]),
  Parts.excluding(["requested", "inHand"]),
]

const stages = (): ReadonlyArray<Workflow.Stage> => [
  Parts.open("requested", "已点单", "requested"),
  Parts.open("inHand", "办理中", "in hand"),
  Parts.held("shelved", "挂账", "shelved"),
  Parts.open("joined", "并单待结", "merged, waiting for the root"),
  ...Parts.ends("done", "notFeasible", "notOurs", "refused", "withdrawn", "merged", "excluded"),
]

const ziyunOrders = (): OrderScheme =>
  Parts.schemeOf(
    { label: NAME, cite, note: NOTE, kinds: [] },
    Parts.orderWorkflow("紫云三单", NAME, cite, stages(), moves()),
    Parts.dispatchWorkflow(
      "紫云三单",
      label("派单", "dispatch"),
      Parts.dispatchMoves("branch", "committee", ["member"], ["doer"], "doer"),
    ),
  )

/**
 * The scheme of Ziyun: closed as done once its result was accepted.
 *
 * @category instances
 * @since 0.1.0
 */
export const scheme: OrderScheme = /* @__PURE__ */ ziyunOrders()
