/**
 * What the order schemes of localities have in common (工单办法的公共部分): fields, ways in, ways out, and the way of a dispatch from the
 * dispatch to the acceptance of its result. Taking on, doing and accepting are there whether a locality names them or not.
 *
 * The localities' texts name stages and who rates. What they do not say, such as who may send what back and how often, is
 * set here as plainly as possible, and is data that a place replaces by its own.
 *
 * @internal
 */
import type { Citation } from "../foundation/Citation.js"
import type { Label } from "../foundation/Label.js"
import type { OrderScheme } from "../orders/OrderScheme.js"
import * as OrderTerm from "../orders/OrderTerm.js"
import type * as Workflow from "../process/Workflow.js"

// ---------------------------------------------------------------- constructors

export const label = (zh: string, en: string): Label => ({ zh, en })

export const open = (id: string, zh: string, en: string): Workflow.Stage => ({ id, label: label(zh, en), kind: "open" })

export const held = (id: string, zh: string, en: string): Workflow.Stage => ({ id, label: label(zh, en), kind: "held" })

/** The ends of an order, under the names of their outcomes. */
export const ends = (...outcomes: ReadonlyArray<OrderTerm.OrderOutcome>): ReadonlyArray<Workflow.Stage> =>
  outcomes.map((outcome) => ({ id: outcome, label: OrderTerm.outcomes[outcome], kind: "end", outcome }))

const dispatchEnd = (outcome: OrderTerm.DispatchOutcome): Workflow.Stage => ({
  id: outcome,
  label: OrderTerm.dispatchOutcomes[outcome],
  kind: "end",
  outcome,
})

type Rest = Omit<Workflow.Move, "id" | "label" | "by" | "to" | "needs"> & { readonly needs?: ReadonlyArray<string> }

export const move = (
  id: string,
  named: Label,
  by: ReadonlyArray<string>,
  to: Workflow.Move["to"],
  rest: Rest = {},
): Workflow.Move => ({ id, label: named, by, to, needs: [], ...rest })

/** Where a move leads that leaves the matter where it is. */
export const stay = { way: "stay" } as const

type StandardId = keyof typeof OrderTerm.fields

/** A standard field as it is, with its choices where it has some. */
export const field = (id: StandardId, choices?: Workflow.Field["choices"]): Workflow.Field => ({
  id,
  label: OrderTerm.fields[id].label,
  of: OrderTerm.fields[id].of,
  sensitivity: OrderTerm.fields[id].sensitivity,
  ...(choices === undefined ? {} : { choices }),
})

/** The roles that a scheme's moves name, under their names. */
const rolesOf = (...workflows: ReadonlyArray<ReadonlyArray<Workflow.Move>>): ReadonlyArray<Workflow.Role> =>
  [...new Set(workflows.flat().flatMap(({ by }) => by))].map((id) => ({ id, label: ROLES[id] ?? { zh: id } }))

const ROLES: Readonly<Record<string, Label>> = {
  resident: { zh: "群众", en: "resident" },
  unnamed: { zh: "匿名群众", en: "unnamed resident" },
  grid: { zh: "网格员", en: "grid worker" },
  branch: { zh: "党支部", en: "branch" },
  member: { zh: "党员", en: "member" },
  community: { zh: "社区党组织", en: "community Party organisation" },
  unit: { zh: "责任单位", en: "unit in charge" },
  responder: { zh: "报到力量（乡贤等）", en: "responder" },
  committee: { zh: "党委", en: "committee" },
  department: { zh: "组织部门", en: "organisation department" },
  reviewer: { zh: "复核人", en: "reviewer" },
  supervisor: { zh: "督办人", en: "supervisor" },
}

/** The outcomes that some stages give. */
const outcomesOf = (
  stages: ReadonlyArray<Workflow.Stage>,
  labels: Readonly<Record<string, Label>>,
): ReadonlyArray<Workflow.Outcome> => {
  const given = new Set(stages.flatMap(({ outcome }) => outcome ?? []))
  return Object.entries(labels).flatMap(([id, named]) => (given.has(id) ? [{ id, label: named }] : []))
}

/** The fields that some moves ask for, in the order of the list. */
const fieldsOf = (
  moves: ReadonlyArray<Workflow.Move>,
  all: ReadonlyArray<Workflow.Field>,
): ReadonlyArray<Workflow.Field> => {
  const named = new Set(moves.flatMap(({ needs, takes = [], only = [] }) => [...needs, ...takes, ...only]))
  return all.filter(({ id }) => named.has(id))
}

const choices = (labels: Readonly<Record<string, Label>>): Workflow.Field["choices"] =>
  Object.entries(labels).map(([id, named]) => ({ id, label: named }))

/** The grades where a locality's text names none of its own: the three with no answer beside them. */
export const rating = (): Workflow.Field => field("rating", choices(OrderTerm.ratings))

/** Whether the matter is settled. */
export const solved = (): Workflow.Field => field("solved", choices(OrderTerm.solutions))

/** The ways in: asked by a resident, on behalf of one, unnamed, or found on patrol. */
export const waysIn = (
  stage: string,
  by: string,
  finders: ReadonlyArray<string> = [by],
  takes: ReadonlyArray<string> = INTAKE,
): ReadonlyArray<Workflow.Move> => [
  move("request", label("点单", "request"), ["resident"], stage, { needs: ["what"], takes }),
  move("requestFor", label("代为点单", "request on behalf"), [by, "member"], stage, {
    needs: ["what", "actedFor"],
    takes,
  }),
  move("requestUnnamed", label("匿名点单", "unnamed request"), ["unnamed"], stage, { needs: ["what"], takes }),
  move("patrol", label("巡查发现", "found on patrol"), finders, stage, { needs: ["what"], takes }),
]

/** What is not taken on at all: refused on legal ground, or referred to the body it belongs to. */
export const declining = (
  by: string,
  refers: ReadonlyArray<string>,
  from: ReadonlyArray<string>,
): ReadonlyArray<Workflow.Move> => [
  move("refuse", label("不予受理", "refusal"), [by], "refused", { from: ["requested"], needs: ["reason"] }),
  move("refer", label("转办", "referral"), refers, "notOurs", { from, needs: ["reason", "belongsTo"] }),
]

/** An order that asks for the same as another goes with that one, its root, and can be taken out again. */
export const merging = (by: string, from: ReadonlyArray<string>): ReadonlyArray<Workflow.Move> => [
  move("merge", label("并单", "merging"), [by], "joined", { from, needs: ["root"] }),
  move("separate", label("拆单", "separation"), [by], "requested", { from: ["joined"], needs: ["reason"] }),
  move("settle", label("随主单办结", "closing with the root"), [by], "merged", {
    from: ["joined"],
    when: ROOT_DONE,
  }),
]

/** Put aside with a reason while it cannot be done, and gone on with. */
export const shelving = (by: string): ReadonlyArray<Workflow.Move> => [
  move("shelve", label("挂账", "shelving"), [by], "shelved", { from: ["inHand"], needs: ["reason"] }),
  move("unshelve", label("恢复办理", "resumption"), [by], { way: "back" }, { from: ["shelved"] }),
]

/** What cannot be done is closed as such by a body above whoever has it in hand, once no dispatch is open. */
export const abandoning = (decides: string, from: ReadonlyArray<string>): Workflow.Move =>
  move("abandon", label("暂不具备条件办结", "closing as not feasible"), [decides], "notFeasible", {
    from,
    needs: ["reason"],
    when: { told: "派单均已了结" },
  })

/** A reviewer excludes what nobody could reasonably ask for. */
export const excluding = (from: ReadonlyArray<string>): Workflow.Move =>
  move("exclude", label("剔除不合理诉求", "exclusion as unreasonable"), ["reviewer"], "excluded", {
    from,
    needs: ["reason"],
  })

/** Whoever asked takes it back. */
export const withdrawal = (from: ReadonlyArray<string>): Workflow.Move =>
  move("withdraw", label("撤单", "withdrawal"), ["resident"], "withdrawn", { from, only: WHO })

/** That one of some grades was given last. */
export type Graded = (...grades: ReadonlyArray<OrderTerm.Rating>) => NonNullable<Workflow.Move["when"]>

/** The grade that was given last, since the moves after which it is given anew. */
export const gradedSince =
  (...since: ReadonlyArray<string>): Graded =>
  (...grades) => ({ field: "rating", in: grades, since })

/** Whoever asked, or for whom it was asked, rates. */
export const rate = (
  from: ReadonlyArray<string>,
  to: Workflow.Move["to"],
  when: NonNullable<Workflow.Move["when"]>,
): Workflow.Move =>
  move("rate", label("评单", "rating"), ["resident"], to, {
    from,
    needs: ["rating"],
    takes: ["solved", "opinion"],
    only: WHO,
    when,
  })

/** Whoever asked for what was merged into another rates it too, once that one is done. */
export const rateJoined = (graded: Graded): Workflow.Move =>
  move("rateJoined", label("并单评单", "rating of a merged order"), ["resident"], stay, {
    from: ["joined"],
    needs: ["rating"],
    takes: ["solved", "opinion"],
    only: WHO,
    when: { all: [ROOT_DONE, graded(...GRADES)] },
  })

/** What is rated unsatisfied is done anew, so many times. */
export const reworking = (by: string, to: string, attempts: number, graded: Graded): Workflow.Move =>
  move("rework", label("返工重办", "rework"), [by], to, {
    from: ["rated"],
    when: { all: [graded("unsatisfied"), { count: ["rework"], most: attempts - 1 }] },
  })

/** What is rated is closed, once every complaint is answered: the good by one body, the bad after all attempts by another. */
export const closing = (
  from: string,
  by: string,
  decides: string,
  attempts: number,
  graded: Graded,
): ReadonlyArray<Workflow.Move> => [
  move("close", label("办结归档", "closing"), [by], "satisfied", {
    from: [from],
    when: { all: [graded("satisfied", "basically"), answered] },
  }),
  move("closeUnsatisfied", label("不满意终结", "closing unsatisfied"), [decides], "unsatisfied", {
    from: [from],
    when: { all: [graded("unsatisfied"), { count: ["rework"], least: attempts }, answered] },
  }),
]

/** What nobody rated in time is closed as not rated. */
export const lapse = (from: string, by: string): Workflow.Move =>
  move("lapse", label("逾期未评终结", "closing without a rating"), [by], "unanswered", {
    from: [from],
    when: { all: [{ told: "评价期满" }, answered] },
  })

/** Whoever asked complains while it goes on, and a body answers. */
export const complaints = (from: ReadonlyArray<string>, by: string): ReadonlyArray<Workflow.Move> => [
  move("complain", label("投诉", "complaint"), ["resident"], stay, { from, needs: ["complaint"], only: WHO }),
  move("answer", label("答复投诉", "answer to a complaint"), [by], stay, {
    from,
    needs: ["reason"],
    when: { count: ["complain"], since: ["answer"], least: 1 },
  }),
]

/**
 * The moves of a dispatch that the order counts or waits for, as the order sees them: it stays in hand meanwhile. After so many
 * returns nobody returns it any more, and a named body decides who does it.
 */
export const counted = (by: string, doers: ReadonlyArray<string>, returns: number): ReadonlyArray<Workflow.Move> => [
  move("giveBack", label("退单", "giving back"), doers, stay, {
    from: ["inHand"],
    when: { count: ["giveBack", "disown"], most: returns - 1 },
  }),
  move("disown", label("不属本单位退回", "disowning"), doers, stay, {
    from: ["inHand"],
    when: { count: ["giveBack", "disown"], most: returns - 1 },
  }),
  move("report", label("报告办结", "report of completion"), doers, stay, { from: ["inHand"] }),
  move("accept", label("验收", "acceptance"), [by], stay, { from: ["inHand"] }),
]

/**
 * The branch dispatches; once it was returned so often, or was lifted, the deciding body does. `rules` are the stages in which
 * that may come to pass.
 */
export const dispatching = (
  from: ReadonlyArray<string>,
  by: string,
  decides: string,
  returns: number,
  rules: ReadonlyArray<string> = ["inHand"],
): ReadonlyArray<Workflow.Move> => {
  const returned = { count: ["giveBack", "disown"], least: returns }
  const lifted = { count: ["lift"], least: 1 }
  return [
    move("dispatch", label("派单", "dispatch"), [by], "inHand", {
      from,
      when: { count: ["giveBack", "disown"], most: returns - 1 },
    }),
    move("rule", label("裁定承办", "ruling on who does it"), [decides], "inHand", {
      from: rules,
      when: rules.includes("lifted") ? { any: [returned, lifted] } : returned,
    }),
  ]
}

/** The way of a dispatch, done by members of a branch or by a unit. `named` is the field that says who is to do it. */
export const dispatchMoves = (
  by: string,
  decides: string,
  doers: ReadonlyArray<string>,
  only: ReadonlyArray<string>,
  named: "doer" | "unit",
): ReadonlyArray<Workflow.Move> => {
  const takes = named === "doer" ? ["unit"] : ["doer"]
  return [
    move("dispatch", label("派单", "dispatch"), [by], "dispatched", { needs: [named], takes }),
    move("rule", label("裁定承办", "ruling on who does it"), [decides], "ruled", { needs: [named], takes }),
    move("takeOn", label("接单", "taking on"), doers, "taken", { from: ["dispatched", "ruled"], only }),
    move("giveBack", label("退单", "giving back"), doers, "givenBack", {
      from: ["dispatched", "taken"],
      needs: ["reason"],
      only,
      when: { count: ["rule"], most: 0 },
    }),
    move("disown", label("不属本单位退回", "disowning"), doers, "disowned", {
      from: ["dispatched"],
      needs: ["reason", "belongsTo"],
      only,
    }),
    move("reassign", label("改派", "re-assignment"), [by], "reassigned", {
      from: ["dispatched", "ruled", "taken", "held"],
      needs: ["reason"],
    }),
    ...doing(by, doers, only),
  ]
}

/** Doing it: held and resumed, services rendered, reported, accepted or sent back. */
const doing = (by: string, doers: ReadonlyArray<string>, only: ReadonlyArray<string>): ReadonlyArray<Workflow.Move> => [
  move("hold", label("挂起", "hold"), doers, "held", { from: ["taken"], needs: ["reason"], only }),
  move("resume", label("恢复办理", "resumption"), doers, { way: "back" }, { from: ["held"], only }),
  move("serve", label("服务", "service"), doers, stay, {
    from: ["taken"],
    needs: ["persons"],
    takes: ["result"],
    only,
  }),
  move("report", label("报告办结", "report of completion"), doers, "reported", {
    from: ["taken"],
    needs: ["evidence"],
    takes: ["result"],
    only,
  }),
  move("accept", label("验收", "acceptance"), [by], "accepted", { from: ["reported"] }),
  move("sendBack", label("验收退回", "sending back on acceptance"), [by], "taken", {
    from: ["reported"],
    needs: ["reason"],
  }),
]

/** The workflow of an order that goes some way. */
export const orderWorkflow = (
  id: string,
  named: Label,
  cite: Citation,
  stages: ReadonlyArray<Workflow.Stage>,
  moves: ReadonlyArray<Workflow.Move>,
  fields: ReadonlyArray<Workflow.Field> = orderFields(),
): Workflow.Workflow => ({
  format: 1,
  id,
  version: "1",
  label: named,
  cite,
  roles: rolesOf(moves),
  outcomes: outcomesOf(stages, OrderTerm.outcomes),
  fields: fieldsOf(moves, fields),
  stages,
  moves,
  attempts: moves.some((each) => each.id === "rework") ? ["rework"] : [],
  limits: [],
})

const orderFields = (): ReadonlyArray<Workflow.Field> => [
  ...(["what", "place", "contact", "actedFor", "village", "branch"] as const).map((id) => field(id)),
  ...(["root", "reason", "belongsTo"] as const).map((id) => field(id)),
  rating(),
  solved(),
  field("opinion"),
  field("complaint"),
]

/** The workflow of a dispatch that goes this way. */
export const dispatchWorkflow = (id: string, named: Label, moves: ReadonlyArray<Workflow.Move>): Workflow.Workflow => {
  const stages = [
    open("dispatched", "已派待接", "dispatched"),
    open("ruled", "已裁定待接", "ruled"),
    open("taken", "办理中", "taken on"),
    held("held", "挂起", "on hold"),
    open("reported", "待验收", "reported"),
    dispatchEnd("accepted"),
    dispatchEnd("givenBack"),
    dispatchEnd("disowned"),
    dispatchEnd("reassigned"),
  ]
  return {
    format: 1,
    id: `${id}/派单`,
    version: "1",
    label: named,
    roles: rolesOf(moves),
    outcomes: outcomesOf(stages, OrderTerm.dispatchOutcomes),
    fields: fieldsOf(moves, dispatchFields()),
    stages,
    moves,
    attempts: ["sendBack"],
    limits: [],
  }
}

const dispatchFields = (): ReadonlyArray<Workflow.Field> =>
  (["doer", "unit", "reason", "belongsTo", "persons", "evidence", "result"] as const).map((id) => field(id))

/** A scheme of an order and its dispatches, whose dispatches go on while the order is in hand. */
export const schemeOf = (
  text: Pick<OrderScheme, "label" | "cite" | "note" | "kinds">,
  order: Workflow.Workflow,
  dispatch: Workflow.Workflow,
): OrderScheme => ({
  format: 1,
  id: order.id,
  version: order.version,
  ...text,
  order,
  dispatch,
  inHand: ["inHand"],
  deeds: deedsOf(order.moves, dispatch.moves),
  ratings: order.fields.some(({ id }) => id === "rating") ? ratings : {},
})

/** The deeds of some moves, for the scheme that has them. */
const deedsOf = (...moves: ReadonlyArray<ReadonlyArray<Workflow.Move>>): Readonly<Record<string, OrderTerm.Deed>> => {
  const ids = new Set(moves.flat().map(({ id }) => id))
  return Object.fromEntries(Object.entries(deeds).filter(([id]) => ids.has(id)))
}

// ---------------------------------------------------------------- instances

/** The requester and the person acted for. */
export const WHO: ReadonlyArray<string> = ["request", "actedFor"]

/** What may be said with a request where no kinds and categories are told apart. */
export const PLAIN_INTAKE: ReadonlyArray<string> = ["place", "contact", "village", "branch"]

/** What may be said with a request. */
const INTAKE: ReadonlyArray<string> = ["kind", "category", "place", "contact", "village", "grid", "branch"]

/** The grades that somebody gives, where a locality's text names none of its own. */
export const GRADES: ReadonlyArray<OrderTerm.Rating> = ["satisfied", "basically", "unsatisfied"]

/** Each of the grades stands for itself. */
const ratings: Readonly<Record<string, OrderTerm.Rating>> = {
  satisfied: "satisfied",
  basically: "basically",
  unsatisfied: "unsatisfied",
  unanswered: "unanswered",
}

/** What is true while no complaint waits for its answer. */
export const answered: NonNullable<Workflow.Move["when"]> = { count: ["complain"], since: ["answer"], most: 0 }

/** What is true once the order that others were merged into is done. */
const ROOT_DONE: NonNullable<Workflow.Move["when"]> = { told: "主单已办结" }

/** What each of these moves does; a locality names those it has. */
const deeds = {
  request: "request",
  requestFor: "request",
  requestUnnamed: "request",
  patrol: "request",
  verify: "verify",
  claim: "claim",
  direct: "direct",
  whistle: "whistle",
  dispatch: "dispatch",
  rule: "dispatch",
  answerCall: "dispatch",
  takeOn: "takeOn",
  giveBack: "giveBack",
  disown: "disown",
  reassign: "reassign",
  hold: "hold",
  resume: "resume",
  serve: "serve",
  report: "report",
  accept: "accept",
  sendBack: "sendBack",
  lift: "lift",
  handDown: "handDown",
  shelve: "shelve",
  unshelve: "unshelve",
  supervise: "supervise",
  publish: "publish",
  rate: "rate",
  rateJoined: "rate",
  revisit: "revisit",
  revisitUnanswered: "revisit",
  revisitJoined: "revisit",
  rework: "rework",
  complain: "complain",
  answer: "answer",
  merge: "merge",
  separate: "separate",
  settle: "close",
  withdraw: "withdraw",
  refuse: "refuse",
  refer: "refer",
  exclude: "exclude",
  abandon: "abandon",
  close: "close",
  closeUnsatisfied: "close",
  lapse: "close",
} as const satisfies Readonly<Record<string, OrderTerm.Deed>>
