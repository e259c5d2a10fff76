/**
 * Five orders (五单): 群众点单、网格领单、支部派单、党员晒单、群众评单, with errands on behalf (红色代办), the whistle
 * (党委定向、支部吹哨、乡贤报到), and kinds of orders beside the plain request.
 *
 * From a town's talk on its year 2023, in a copy: it names the five stages, errands, lists and the whistle, and counts
 * 6 suggestions 件, 15 dispatches 件次 and 178 services 人次. It says nothing of limits, returns and attempts, nor of what
 * becomes of an order that nobody rates: those stand here as data that a place replaces by its own.
 *
 * @since 0.1.0
 */
import type { Citation } from "../foundation/Citation.js"
import type { Label } from "../foundation/Label.js"
import type { OrderKind } from "../orders/OrderKind.js"
import type { OrderScheme } from "../orders/OrderScheme.js"
import type * as Workflow from "../process/Workflow.js"
import * as Parts from "./OrderParts.js"
import { label, move, stay } from "./OrderParts.js"

// ---------------------------------------------------------------- instances

const cite: Citation = { title: "镇党委书记抓基层党建经验发言（堡垒工程）", date: "2023", standing: "transcription" }

const NAME: Label = { zh: "群众点单、网格领单、支部派单、党员晒单、群众评单", en: "Five orders" }

const RETURNS = 2
const ATTEMPTS = 1

const NOTE = /* @__PURE__ */ Parts.noteOf(
  "原文载五个环节、红色代办和党委定向、支部吹哨、乡贤报到；核实、接单、提级和退回支部、党委回访均在此设定，晒单由党员、报到力量或支部办理，不限承办本人",
  RETURNS,
  ATTEMPTS,
)

/** Whoever closes what is in order; the bad and what is not feasible is closed above the branch. */
const CLOSERS = ["grid", "branch", "committee"]

/** A grade is of the attempt that was published, or of the root that an order is merged into. */
const graded = /* @__PURE__ */ Parts.gradedSince("publish", "rework", "separate")

const before = (): ReadonlyArray<Workflow.Move> => [
  ...Parts.waysIn("requested", "grid"),
  move("verify", ["grid"], stay, { from: ["requested"], takes: ["kind", "category", "branch"] }),
  move("claim", ["grid"], "claimed", { from: ["requested"], takes: ["branch"] }),
  move("direct", ["committee"], stay, {
    from: ["claimed", "inHand", "shelved", "lifted", "published", "rated"],
    needs: ["branch"],
  }),
  ...Parts.merging("grid", ["requested", "claimed"], CLOSERS),
  ...Parts.declining("grid", ["grid", "committee"], ["requested", "claimed", "lifted"]),
]

const inHand = (): ReadonlyArray<Workflow.Move> => [
  ...Parts.dispatching(["claimed", "inHand"], "branch", "committee", RETURNS, ["claimed", "inHand", "lifted"]),
  move("whistle", ["branch"], stay, {
    label: label("支部吹哨", "whistle"),
    from: ["claimed", "inHand"],
    needs: ["call"],
  }),
  move("answerCall", ["responder"], "inHand", {
    label: ANSWERING,
    from: ["claimed", "inHand"],
    when: { count: ["whistle"], least: 1 },
  }),
  ...Parts.counted("branch", ["member", "responder"], RETURNS),
  move("lift", ["branch"], "lifted", {
    from: ["claimed", "inHand"],
    needs: ["reason"],
    when: { told: "派单均已了结" },
  }),
  move("handDown", ["committee"], "claimed", {
    label: label("退回支部", "handing down to the branch"),
    from: ["lifted"],
    needs: ["reason"],
  }),
  ...Parts.shelving("branch"),
  Parts.abandoning("committee", ["inHand", "lifted"]),
]

const ANSWERING: Label = { zh: "乡贤报到", en: "answer to the whistle" }

const after = (): ReadonlyArray<Workflow.Move> => [
  move("publish", ["member", "responder", "branch"], "published", {
    from: ["inHand"],
    when: { told: "结果已验收" },
  }),
  Parts.rate(["published"], "rated", graded(...Parts.GRADES)),
  ...Parts.surveying("committee", "published", graded, {
    answered: label("回访", "re-visit"),
    unanswered: label("回访未接通", "re-visit without answer"),
  }),
  Parts.reworking("branch", "claimed", ATTEMPTS, graded),
  ...Parts.closing("rated", CLOSERS, ["committee", "reviewer"], ATTEMPTS, graded),
  ...Parts.closingUnrated("published", CLOSERS),
  Parts.rateJoined(graded),
  Parts.withdrawal(["requested", "claimed", "inHand", "lifted", "shelved", "joined"]),
  Parts.excluding(["requested", "claimed", "inHand", "published", "rated"]),
]

/** The levels of service are told by another place's talk; how a matter comes to one of them neither says. */
const LEVELS = "三级便民服务见于另一县的发言，本镇发言未载"

/**
 * The kinds of orders: what residents ask for (件); errands run on their behalf (红色代办, 件); convenience service at three
 * levels (三级便民服务, 件); disputes mediated (矛盾调解, 起); opinions collected (意见建议, 条).
 *
 * **Details** The talk counts requests and errands together as orders 件, and of its worthies more than 60 disputes and
 * small matters 起 and more than 90 opinions 条. The three levels are from the talk of a county secretary and carry a
 * note.
 *
 * @category instances
 * @since 0.1.0
 */
export const kinds: ReadonlyArray<OrderKind> = [
  { id: "request", label: { zh: "群众诉求", en: "request" }, unit: "case", cite },
  { id: "errand", label: { zh: "红色代办", en: "errand on behalf" }, unit: "case", cite },
  {
    id: "villageService",
    label: { zh: "村级便民服务", en: "village service" },
    unit: "case",
    level: "village",
    note: LEVELS,
  },
  { id: "townService", label: { zh: "镇级便民服务", en: "town service" }, unit: "case", level: "town", note: LEVELS },
  {
    id: "countyService",
    label: { zh: "县级便民服务", en: "county service" },
    unit: "case",
    level: "county",
    note: LEVELS,
  },
  { id: "mediation", label: { zh: "矛盾调解", en: "mediation" }, unit: "incident", cite },
  { id: "opinion", label: { zh: "意见建议", en: "opinion" }, unit: "entry", cite },
]

/**
 * What people ask for, in the examples of the talk: clothing for the poor, lighting, housing; and the rest. With the
 * place and the day a category can tell who is poor, so that it is protected.
 */
const categories: ReadonlyArray<{ readonly id: string; readonly label: Label }> = [
  { id: "livelihood", label: { zh: "困难帮扶", en: "help in need" } },
  { id: "facilities", label: { zh: "公共设施", en: "public facilities" } },
  { id: "housing", label: { zh: "住房修缮", en: "housing repair" } },
  { id: "other", label: { zh: "其他", en: "other" } },
]

const fields = (): ReadonlyArray<Workflow.Field> => [
  ...(["what", "place", "contact", "actedFor"] as const).map((id) => Parts.field(id)),
  Parts.field(
    "kind",
    kinds.map(({ id, label: named }) => ({ id, label: named })),
  ),
  { ...Parts.field("category", categories), sensitivity: "protected" },
  ...(["village", "grid", "branch", "call", "root", "reason", "belongsTo"] as const).map((id) => Parts.field(id)),
  Parts.rating(),
  Parts.solved(),
  Parts.field("opinion"),
  Parts.field("complaint"),
]

const stages = (): ReadonlyArray<Workflow.Stage> => [
  Parts.open("requested", "已点单", "requested"),
  Parts.open("claimed", "已领单", "claimed"),
  Parts.open("inHand", "办理中", "in hand"),
  Parts.held("shelved", "挂账", "shelved"),
  Parts.open("lifted", "已提级", "lifted"),
  Parts.open("published", "已晒单", "published"),
  Parts.open("rated", "已评单", "rated"),
  Parts.open("joined", "并单待结", "merged, waiting for the root"),
  ...Parts.ends("satisfied", "unsatisfied", "unanswered", "done", "notFeasible", "notOurs"),
  ...Parts.ends("refused", "withdrawn", "merged", "excluded"),
]

const fiveOrders = (): OrderScheme => {
  const own = stages()
  const moves = [...before(), ...inHand(), ...after(), ...Parts.complaints(Parts.goingOn(own), "committee")]
  const only = ["doer", "answerCall"]
  const parts = [
    ...Parts.dispatchMoves("branch", "committee", ["member", "responder"], only, "doer"),
    move("answerCall", ["responder"], "taken", { label: ANSWERING }),
  ]
  return Parts.schemeOf({ id: "五单", label: NAME, cite, note: NOTE, kinds }, own, moves, parts, fields())
}

/**
 * The scheme of the five orders.
 *
 * **Details** docs/orders.md lists its moves.
 *
 * @category instances
 * @since 0.1.0
 */
export const scheme: OrderScheme = /* @__PURE__ */ fiveOrders()
