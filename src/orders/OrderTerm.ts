/**
 * The words of service orders (工单用语): what can be done with one, how one and its dispatches can end, and the fields
 * that every locality fills alike. Stages and their names differ from place to place; these do not, so that what places
 * count can be compared and what is protected is protected everywhere.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import type { Sensitivity } from "../foundation/Audience.js"
import type { Label } from "../foundation/Label.js"
import type { Field } from "../process/Workflow.js"

// ---------------------------------------------------------------- models

/**
 * What a move of a locality's workflow does (办理动作的含义), whatever it is called there.
 *
 * **Details**
 *
 * An order is opened by whoever asks for themselves (`request` 点单), by somebody on behalf of another (`requestFor`
 * 代为点单) or by whoever found it on patrol (`find` 巡查发现); `dispatch` opens a dispatch under it (派单、裁定承办、报到接单). Of the
 * order: verified, claimed by the grid (领单), directed to a branch by the committee (党委定向), whistled for (吹哨), lifted to
 * the superior level (提级), handed down again, supervised (督单), published (晒单), rated by the one who asked (评单),
 * re-visited by a body that asks them (回访), sent back for a further attempt (返工), complained about and the complaint
 * answered, merged into another and taken out again (并单、撤销并单), shelved and resumed (挂账、恢复), withdrawn, refused,
 * referred elsewhere, excluded as unreasonable by a reviewer (剔除), given up as not feasible, closed. Of a dispatch:
 * taken on (接单), a service rendered under it (服务), reported done (办结), accepted (验收) or sent back for another attempt
 * by whoever accepts, given back with a reason (退单), disowned as the business of a named other body (不属本单位),
 * re-assigned (改派), held and resumed, extended (延期).
 *
 * @category models
 * @since 0.1.0
 */
export type Deed = OrderDeed | DispatchDeed

/**
 * What is done with an order as a whole.
 *
 * @category models
 * @since 0.1.0
 */
export type OrderDeed =
  | "request"
  | "requestFor"
  | "find"
  | "verify"
  | "claim"
  | "direct"
  | "whistle"
  | "lift"
  | "handDown"
  | "supervise"
  | "publish"
  | "rate"
  | "revisit"
  | "rework"
  | "complain"
  | "answer"
  | "merge"
  | "separate"
  | "shelve"
  | "unshelve"
  | "withdraw"
  | "refuse"
  | "refer"
  | "exclude"
  | "abandon"
  | "close"

/**
 * What is done with a dispatch of an order.
 *
 * @category models
 * @since 0.1.0
 */
export type DispatchDeed =
  | "dispatch"
  | "takeOn"
  | "serve"
  | "report"
  | "accept"
  | "sendBack"
  | "giveBack"
  | "disown"
  | "reassign"
  | "hold"
  | "resume"
  | "extend"

/**
 * How an order ends, in exactly one way (办理结果): done and rated satisfied (基本满意 included, the rating itself says which),
 * done and still unsatisfied after all attempts, done and not rated by anybody, done where nobody rates; not feasible
 * with reasons, not ours and whose, refused on legal ground, withdrawn, merged into another, excluded as unreasonable.
 * No answer is never taken for a good one.
 *
 * @category models
 * @since 0.1.0
 */
export type OrderOutcome =
  | "satisfied"
  | "unsatisfied"
  | "unanswered"
  | "done"
  | "notFeasible"
  | "notOurs"
  | "refused"
  | "withdrawn"
  | "merged"
  | "excluded"

/**
 * How a dispatch ends: its result accepted, given back, disowned in favour of another body, or re-assigned.
 *
 * @category models
 * @since 0.1.0
 */
export type DispatchOutcome = "accepted" | "givenBack" | "disowned" | "reassigned"

/**
 * A field with one meaning in all localities (统一填写项): what it holds, and the least sensitivity it may be declared with.
 *
 * @category models
 * @since 0.1.0
 */
export interface StandardField {
  readonly of: Field["of"]
  readonly sensitivity: Sensitivity
  readonly label: Label
}

/**
 * A level of satisfaction as counted everywhere: satisfied (满意), basically satisfied (基本满意), unsatisfied (不满意), or no
 * answer (未评价、未接通). A scale of more grades is mapped to these.
 *
 * @category models
 * @since 0.1.0
 */
export type Rating = "satisfied" | "basically" | "unsatisfied" | "unanswered"

// ---------------------------------------------------------------- schemas

/**
 * The schema of {@link Deed}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Deed: Schema.Codec<Deed> = /* @__PURE__ */ Schema.Literals([
  "request",
  "requestFor",
  "find",
  "verify",
  "claim",
  "direct",
  "whistle",
  "lift",
  "handDown",
  "supervise",
  "publish",
  "rate",
  "revisit",
  "rework",
  "complain",
  "answer",
  "merge",
  "separate",
  "shelve",
  "unshelve",
  "withdraw",
  "refuse",
  "refer",
  "exclude",
  "abandon",
  "close",
  "dispatch",
  "takeOn",
  "serve",
  "report",
  "accept",
  "sendBack",
  "giveBack",
  "disown",
  "reassign",
  "hold",
  "resume",
  "extend",
])

/**
 * The schema of {@link Rating}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Rating: Schema.Codec<Rating> = /* @__PURE__ */ Schema.Literals([
  "satisfied",
  "basically",
  "unsatisfied",
  "unanswered",
])

/**
 * The schema of {@link OrderOutcome}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const OrderOutcome: Schema.Codec<OrderOutcome> = /* @__PURE__ */ Schema.Literals([
  "satisfied",
  "unsatisfied",
  "unanswered",
  "done",
  "notFeasible",
  "notOurs",
  "refused",
  "withdrawn",
  "merged",
  "excluded",
])

/**
 * The schema of {@link DispatchOutcome}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const DispatchOutcome: Schema.Codec<DispatchOutcome> = /* @__PURE__ */ Schema.Literals([
  "accepted",
  "givenBack",
  "disowned",
  "reassigned",
])

// ---------------------------------------------------------------- instances

/**
 * What is done with a dispatch, and not with the order as a whole; a limit of either can be extended.
 *
 * @category instances
 * @since 0.1.0
 */
export const dispatchDeeds: ReadonlyArray<Deed | undefined> = [
  "dispatch",
  "takeOn",
  "serve",
  "report",
  "accept",
  "sendBack",
  "giveBack",
  "disown",
  "reassign",
  "hold",
  "resume",
]

/**
 * What opens an order: somebody asks for themselves, asks for another, or found it on patrol.
 *
 * @category instances
 * @since 0.1.0
 */
export const openings: ReadonlyArray<Deed | undefined> = ["request", "requestFor", "find"]

/**
 * The names of what can be done.
 *
 * @category instances
 * @since 0.1.0
 */
export const deeds: Readonly<Record<Deed, Label>> = {
  request: { zh: "点单", en: "request" },
  requestFor: { zh: "代为点单", en: "request on behalf" },
  find: { zh: "巡查发现", en: "found on patrol" },
  verify: { zh: "核实", en: "verification" },
  claim: { zh: "领单", en: "claim by the grid" },
  direct: { zh: "党委定向", en: "direction by the committee" },
  whistle: { zh: "吹哨", en: "whistle" },
  lift: { zh: "提级", en: "lifting to the superior level" },
  handDown: { zh: "退回下级", en: "handing down" },
  supervise: { zh: "督单", en: "supervision" },
  publish: { zh: "晒单", en: "publication" },
  rate: { zh: "评单", en: "rating" },
  revisit: { zh: "回访", en: "re-visit" },
  rework: { zh: "返工重办", en: "rework" },
  complain: { zh: "投诉", en: "complaint" },
  answer: { zh: "答复投诉", en: "answer to a complaint" },
  merge: { zh: "并单", en: "merging" },
  separate: { zh: "撤销并单", en: "separation" },
  shelve: { zh: "挂账", en: "shelving" },
  unshelve: { zh: "恢复办理", en: "resumption of the order" },
  withdraw: { zh: "撤单", en: "withdrawal" },
  refuse: { zh: "不予受理", en: "refusal" },
  refer: { zh: "转办", en: "referral to another body" },
  exclude: { zh: "剔除不合理诉求", en: "exclusion as unreasonable" },
  abandon: { zh: "暂不具备条件办结", en: "closing as not feasible" },
  close: { zh: "办结归档", en: "closing" },
  dispatch: { zh: "派单", en: "dispatch" },
  takeOn: { zh: "接单", en: "taking on" },
  serve: { zh: "服务", en: "service" },
  report: { zh: "报告办结", en: "report of completion" },
  accept: { zh: "验收", en: "acceptance" },
  sendBack: { zh: "验收退回", en: "sending back on acceptance" },
  giveBack: { zh: "退单", en: "giving back" },
  disown: { zh: "不属本单位退回", en: "disowning" },
  reassign: { zh: "改派", en: "re-assignment" },
  hold: { zh: "挂起", en: "hold" },
  resume: { zh: "恢复", en: "resumption" },
  extend: { zh: "延期", en: "extension" },
}

/**
 * The names of how orders end.
 *
 * @category instances
 * @since 0.1.0
 */
export const outcomes: Readonly<Record<OrderOutcome, Label>> = {
  satisfied: { zh: "办结满意", en: "done, satisfied" },
  unsatisfied: { zh: "办结不满意", en: "done, unsatisfied" },
  unanswered: { zh: "办结未评", en: "done, not rated" },
  done: { zh: "办结", en: "done" },
  notFeasible: { zh: "暂不具备办理条件", en: "not feasible" },
  notOurs: { zh: "不属本级职责", en: "not ours" },
  refused: { zh: "不予受理", en: "refused" },
  withdrawn: { zh: "已撤单", en: "withdrawn" },
  merged: { zh: "并入他单", en: "merged" },
  excluded: { zh: "不合理诉求剔除", en: "excluded as unreasonable" },
}

/**
 * The names of how dispatches end.
 *
 * @category instances
 * @since 0.1.0
 */
export const dispatchOutcomes: Readonly<Record<DispatchOutcome, Label>> = {
  accepted: { zh: "已验收", en: "accepted" },
  givenBack: { zh: "已退单", en: "given back" },
  disowned: { zh: "不属本单位", en: "disowned" },
  reassigned: { zh: "已改派", en: "re-assigned" },
}

/**
 * The names of the levels of satisfaction.
 *
 * @category instances
 * @since 0.1.0
 */
export const ratings: Readonly<Record<Rating, Label>> = {
  satisfied: { zh: "满意", en: "satisfied" },
  basically: { zh: "基本满意", en: "basically satisfied" },
  unsatisfied: { zh: "不满意", en: "unsatisfied" },
  unanswered: { zh: "未评价", en: "no answer" },
}

/**
 * The standard fields by their ids. A locality leaves out what it does not ask for and adds its own under other ids.
 *
 * **Details**
 *
 * `what` is the request in the words of whoever asked; `place` the exact address, `contact` an opaque mark of the means
 * of contact, both never public; `actedFor` the person for whom somebody else asks. `kind` and `category` classify the
 * order; `village`, `grid` and `branch` say where it belongs, `unit` and `doer` who is to do it. `persons` are the
 * person-times (人次) of one service. `solved` is whether the matter is settled in the eyes of whoever asked, which is
 * another question than whether they are satisfied.
 *
 * @category instances
 * @since 0.1.0
 */
export const fields = {
  what: { of: "text", sensitivity: "protected", label: { zh: "诉求", en: "request" } },
  place: { of: "text", sensitivity: "protected", label: { zh: "详细地址", en: "exact address" } },
  contact: { of: "reference", sensitivity: "protected", label: { zh: "联系方式标识", en: "mark of the contact" } },
  actedFor: { of: "person", sensitivity: "protected", label: { zh: "代办对象", en: "person acted for" } },
  kind: { of: "choice", sensitivity: "open", label: { zh: "单类", en: "kind of order" } },
  category: { of: "choice", sensitivity: "open", label: { zh: "事项类别", en: "category" } },
  village: { of: "body", sensitivity: "open", label: { zh: "村（社区）", en: "village or community" } },
  grid: { of: "body", sensitivity: "open", label: { zh: "网格", en: "grid" } },
  branch: { of: "body", sensitivity: "open", label: { zh: "党支部", en: "branch" } },
  unit: { of: "body", sensitivity: "open", label: { zh: "责任单位", en: "unit in charge" } },
  doer: { of: "person", sensitivity: "personal", label: { zh: "承办人", en: "person in charge" } },
  reason: { of: "text", sensitivity: "internal", label: { zh: "理由", en: "reason" } },
  belongsTo: { of: "body", sensitivity: "open", label: { zh: "应办单位", en: "body it belongs to" } },
  days: { of: "count", sensitivity: "open", label: { zh: "延期天数", en: "days of extension" } },
  persons: { of: "count", sensitivity: "open", label: { zh: "服务人次", en: "person-times served" } },
  evidence: { of: "reference", sensitivity: "internal", label: { zh: "办理佐证", en: "evidence" } },
  result: { of: "text", sensitivity: "protected", label: { zh: "办理情况", en: "what was done" } },
  rating: { of: "choice", sensitivity: "open", label: { zh: "评价", en: "rating" } },
  solved: { of: "choice", sensitivity: "open", label: { zh: "是否解决", en: "solved or not" } },
  opinion: { of: "text", sensitivity: "protected", label: { zh: "评价意见", en: "words of the rating" } },
  complaint: { of: "text", sensitivity: "protected", label: { zh: "投诉内容", en: "complaint" } },
  root: { of: "reference", sensitivity: "internal", label: { zh: "主单编号", en: "order merged into" } },
  call: { of: "text", sensitivity: "internal", label: { zh: "吹哨事由", en: "what the whistle calls for" } },
} as const satisfies Readonly<Record<string, StandardField>>

/**
 * The choices of the standard field `solved`.
 *
 * @category instances
 * @since 0.1.0
 */
export const solutions: Readonly<Record<"solved" | "unsolved" | "unanswered", Label>> = {
  solved: { zh: "已解决", en: "solved" },
  unsolved: { zh: "未解决", en: "not solved" },
  unanswered: { zh: "未答复", en: "no answer" },
}
