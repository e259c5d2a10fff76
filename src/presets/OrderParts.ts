/**
 * What the order schemes of localities have in common (工单办法的公共部分): fields, ways in, ways out, and the way of a
 * dispatch from the dispatch to the acceptance of its result. Taking on, doing and accepting are there whether a
 * locality names them or not.
 *
 * Nothing here binds a step to the person who took the one before: posts change hands while an order goes on. Only a
 * dispatch is of whoever it names, and a rating, a complaint and a withdrawal of whoever asked or was acted for.
 *
 * The localities' texts name stages and who rates. What they do not say, such as who may send what back and how often,
 * is set here as plainly as possible, and is data that a place replaces by its own.
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

type Rest = Partial<Omit<Workflow.Move, "id" | "by" | "to">>

/** A move under the name of what it does, where it is given no other. */
export const move = (
  id: string,
  by: ReadonlyArray<string>,
  to: Workflow.Move["to"],
  rest: Rest = {},
): Workflow.Move => ({ id, label: namedAs(id), by, to, needs: [], ...rest })

const namedAs = (id: string): Label =>
  Object.hasOwn(deeds, id) ? OrderTerm.deeds[deeds[id as keyof typeof deeds]] : { zh: id }

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
  move("request", ["resident"], stage, { needs: ["what"], takes }),
  move("requestFor", [by, "member"], stage, { needs: ["what", "actedFor"], takes }),
  move("requestUnnamed", ["unnamed"], stage, { label: label("匿名点单", "unnamed request"), needs: ["what"], takes }),
  move("patrol", finders, stage, { needs: ["what"], takes }),
]

/** What is not taken on at all: refused on legal ground, or referred to the body it belongs to. */
export const declining = (
  by: string,
  refers: ReadonlyArray<string>,
  from: ReadonlyArray<string>,
): ReadonlyArray<Workflow.Move> => [
  move("refuse", [by], "refused", { from: ["requested"], needs: ["reason"], when: answered }),
  move("refer", refers, "notOurs", { from, needs: ["reason", "belongsTo"], when: answered }),
]

/** An order that asks for the same as another goes with that one, its root, and can be taken out again. */
export const merging = (
  by: string,
  from: ReadonlyArray<string>,
  closers: ReadonlyArray<string>,
): ReadonlyArray<Workflow.Move> => [
  move("merge", [by], "joined", { from, needs: ["root"] }),
  move("separate", [by], "requested", { from: ["joined"], needs: ["reason"] }),
  move("settle", closers, "merged", {
    label: label("随主单办结", "closing with the root"),
    from: ["joined"],
    when: { all: [ROOT_DONE, answered] },
  }),
]

/** Put aside with a reason while it cannot be done, and gone on with. */
export const shelving = (by: string): ReadonlyArray<Workflow.Move> => [
  move("shelve", [by], "shelved", { from: ["inHand"], needs: ["reason"] }),
  move("unshelve", [by], { way: "back" }, { from: ["shelved"] }),
]

/** What cannot be done is closed as such by a body above whoever has it in hand, once no dispatch is open. */
export const abandoning = (decides: string, from: ReadonlyArray<string>): Workflow.Move =>
  move("abandon", [decides], "notFeasible", {
    from,
    needs: ["reason"],
    when: { all: [{ told: "派单均已了结" }, answered] },
  })

/** A reviewer excludes what nobody could reasonably ask for. */
export const excluding = (from: ReadonlyArray<string>): Workflow.Move =>
  move("exclude", ["reviewer"], "excluded", { from, needs: ["reason"], when: answered })

/** Whoever asked takes it back. */
export const withdrawal = (from: ReadonlyArray<string>): Workflow.Move =>
  move("withdraw", ["resident"], "withdrawn", { from, only: WHO })

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
  move("rate", ["resident"], to, {
    from,
    needs: ["rating"],
    takes: ["solved", "opinion"],
    only: WHO,
    when,
  })

/** A body asks whoever asked, or for whom it was asked, where there is such a one; they answer, or nobody is in. */
export const surveying = (
  by: string,
  from: string,
  graded: Graded,
  named: { readonly answered: Label; readonly unanswered: Label },
  when: ReadonlyArray<NonNullable<Workflow.Move["when"]>> = [],
): ReadonlyArray<Workflow.Move> => [
  move("revisit", [by], "rated", {
    label: named.answered,
    from: [from],
    needs: ["rating"],
    takes: ["solved", "opinion"],
    when: { all: [...when, asked, graded(...GRADES)] },
  }),
  move("revisitUnanswered", [by], stay, {
    label: named.unanswered,
    from: [from],
    needs: ["rating"],
    when: { all: [...when, asked, graded("unanswered")] },
  }),
]

/** Whoever asked for what was merged into another rates it too, once that one is done. */
export const rateJoined = (graded: Graded): Workflow.Move =>
  move("rateJoined", ["resident"], stay, {
    label: label("并单评单", "rating of a merged order"),
    from: ["joined"],
    needs: ["rating"],
    takes: ["solved", "opinion"],
    only: WHO,
    when: { all: [ROOT_DONE, graded(...GRADES)] },
  })

/** What is rated unsatisfied is done anew, so many times, and dispatched by whoever dispatched it first. */
export const reworking = (by: string, to: string, attempts: number, graded: Graded): Workflow.Move =>
  move("rework", [by], to, {
    from: ["rated"],
    when: { all: [graded("unsatisfied"), { count: ["rework"], most: attempts - 1 }] },
  })

/**
 * What is rated is closed, once every complaint is answered: the good by any of some, the bad after all attempts by
 * others above them.
 */
export const closing = (
  from: string,
  closers: ReadonlyArray<string>,
  decide: ReadonlyArray<string>,
  attempts: number,
  graded: Graded,
): ReadonlyArray<Workflow.Move> => [
  move("close", closers, "satisfied", {
    from: [from],
    when: { all: [graded("satisfied", "basically"), answered] },
  }),
  move("closeUnsatisfied", decide, "unsatisfied", {
    label: label("不满意终结", "closing unsatisfied"),
    from: [from],
    when: { all: [graded("unsatisfied"), { count: ["rework"], least: attempts }, answered] },
  }),
]

/**
 * What is never rated is closed: as not rated where somebody could have and did not in time, as done where there is
 * nobody who could: it was found on patrol, or asked for by somebody unnamed.
 */
export const closingUnrated = (
  from: string,
  closers: ReadonlyArray<string>,
  when: ReadonlyArray<NonNullable<Workflow.Move["when"]>> = [],
): ReadonlyArray<Workflow.Move> => [
  move("lapse", closers, "unanswered", {
    label: label("逾期未评终结", "closing without a rating"),
    from: [from],
    when: { all: [...when, asked, { told: "评价期满" }, answered] },
  }),
  move("closeUnrated", closers, "done", {
    label: label("办结归档（无人可评）", "closing where nobody can rate"),
    from: [from],
    when: { all: [...when, { count: ASKING, most: 0 }, answered] },
  }),
]

/** Whoever asked complains while it goes on, and a body answers. */
export const complaints = (from: ReadonlyArray<string>, by: string): ReadonlyArray<Workflow.Move> => [
  move("complain", ["resident"], stay, { from, needs: ["complaint"], only: WHO }),
  move("answer", [by], stay, {
    from,
    needs: ["reason"],
    when: { count: ["complain"], since: ["answer"], least: 1 },
  }),
]

/**
 * The moves of a dispatch that the order counts or waits for, as the order sees them: it stays in hand meanwhile. After
 * so many returns nobody returns it any more, and a named body decides who does it. What is re-assigned is no return.
 */
export const counted = (by: string, doers: ReadonlyArray<string>, returns: number): ReadonlyArray<Workflow.Move> => {
  const fewer = { count: ["giveBack", "disown"], most: returns - 1 }
  return [
    move("giveBack", doers, stay, { from: ["inHand"], when: fewer }),
    move("disown", doers, stay, { from: ["inHand"], when: fewer }),
    move("report", doers, stay, { from: ["inHand"] }),
    move("accept", [by], stay, { from: ["inHand"] }),
  ]
}

/**
 * The branch dispatches; once it was returned so often, or was lifted, the deciding body does. `rules` are the stages
 * in which that may come to pass.
 */
export const dispatching = (
  from: ReadonlyArray<string>,
  by: string,
  decides: string,
  returns: number,
  rules: ReadonlyArray<string>,
): ReadonlyArray<Workflow.Move> => {
  const returned = { count: ["giveBack", "disown"], least: returns }
  const lifted = { count: ["lift"], least: 1 }
  return [
    move("dispatch", [by], "inHand", { from, when: { count: ["giveBack", "disown"], most: returns - 1 } }),
    move("rule", [decides], "inHand", {
      label: RULING,
      from: rules,
      when: rules.includes("lifted") ? { any: [returned, lifted] } : returned,
    }),
  ]
}

const RULING: Label = { zh: "裁定承办", en: "ruling on who does it" }

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
    move("dispatch", [by], "dispatched", { needs: [named], takes }),
    move("rule", [decides], "ruled", { label: RULING, needs: [named], takes }),
    move("takeOn", doers, "taken", { from: ["dispatched", "ruled"], only }),
    move("giveBack", doers, "givenBack", {
      from: ["dispatched", "taken"],
      needs: ["reason"],
      only,
      when: { count: ["rule"], most: 0 },
    }),
    move("disown", doers, "disowned", { from: ["dispatched"], needs: ["reason", "belongsTo"], only }),
    move("reassign", [by], "reassigned", { from: ["dispatched", "ruled", "taken", "held"], needs: ["reason"] }),
    ...doing(by, doers, only),
  ]
}

/** Doing it: held and resumed, services rendered, reported, accepted or sent back. */
const doing = (by: string, doers: ReadonlyArray<string>, only: ReadonlyArray<string>): ReadonlyArray<Workflow.Move> => [
  move("hold", doers, "held", { from: ["taken"], needs: ["reason"], only }),
  move("resume", doers, { way: "back" }, { from: ["held"], only }),
  move("serve", doers, stay, { from: ["taken"], needs: ["persons"], takes: ["result"], only }),
  move("report", doers, "reported", { from: ["taken"], needs: ["evidence"], takes: ["result"], only }),
  move("accept", [by], "accepted", { from: ["reported"] }),
  move("sendBack", [by], "taken", { from: ["reported"], needs: ["reason"] }),
]

/** What a locality's text says of its scheme as a whole. */
export type Text = Pick<OrderScheme, "id" | "label" | "note" | "kinds"> & { readonly cite: Citation }

const orderWorkflow = (
  { cite, id, label: named }: Text,
  stages: ReadonlyArray<Workflow.Stage>,
  moves: ReadonlyArray<Workflow.Move>,
  fields: ReadonlyArray<Workflow.Field>,
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

const dispatchWorkflow = (id: string, moves: ReadonlyArray<Workflow.Move>): Workflow.Workflow => {
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
    label: OrderTerm.deeds.dispatch,
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

/** The scheme of a text: an order that goes this way, with dispatches that go on while it is in hand. */
export const schemeOf = (
  text: Text,
  stages: ReadonlyArray<Workflow.Stage>,
  moves: ReadonlyArray<Workflow.Move>,
  parts: ReadonlyArray<Workflow.Move>,
  fields: ReadonlyArray<Workflow.Field> = orderFields(),
): OrderScheme => {
  const order = orderWorkflow(text, stages, moves, fields)
  return {
    format: 1,
    version: order.version,
    ...text,
    order,
    dispatch: dispatchWorkflow(text.id, parts),
    inHand: ["inHand"],
    deeds: deedsOf(moves, parts),
    ratings: order.fields.some(({ id }) => id === "rating") ? ratings : {},
  }
}

/**
 * What the schemes without a claim by the grid differ in: the body that dispatches, who besides it finds orders on
 * patrol, who closes (`closers`), who is dispatched to, the stages after the work, and the moves that judge and end it.
 */
export interface Plain {
  readonly by: string
  readonly finders?: ReadonlyArray<string>
  readonly closers: ReadonlyArray<string>
  readonly named: "doer" | "unit"
  readonly returns: number
  readonly after: ReadonlyArray<Workflow.Stage>
  readonly ends: ReadonlyArray<OrderTerm.OrderOutcome>
  readonly moves: ReadonlyArray<Workflow.Move>
  readonly parts?: (moves: ReadonlyArray<Workflow.Move>) => ReadonlyArray<Workflow.Move>
}

/**
 * A scheme without a claim by the grid: whoever gets the request dispatches it, and gets it again when it is to be done
 * anew. Nothing of it ends while a complaint waits, but by whoever complained.
 */
export const plainScheme = (
  text: Text,
  { after, by, closers, ends: outcomes, finders = [by], moves, named, parts = (own) => own, returns }: Plain,
): OrderScheme => {
  const doers = named === "doer" ? ["member"] : ["unit"]
  const isAgain = moves.some(({ id }) => id === "rework")
  const stages = [
    open("requested", "待派单", "waiting for the dispatch"),
    open("inHand", "办理中", "in hand"),
    held("shelved", "挂账", "shelved"),
    ...after,
    open("joined", "并单待结", "merged, waiting for the root"),
    ...ends(...outcomes, "notFeasible", "notOurs", "refused", "withdrawn", "merged", "excluded"),
  ]
  const own = [
    ...waysIn("requested", by, finders, PLAIN_INTAKE),
    ...declining(by, [by], ["requested"]),
    ...merging(by, ["requested"], closers),
    ...dispatching(["requested", "inHand"], by, "committee", returns, isAgain ? ["requested", "inHand"] : ["inHand"]),
    ...counted(by, doers, returns),
    ...shelving(by),
    abandoning("committee", ["inHand"]),
    ...moves,
    ...complaints(goingOn(stages), "committee"),
    withdrawal(["requested", "inHand", "shelved", "joined"]),
    excluding(["requested", "inHand", ...after.map(({ id }) => id)]),
  ]
  return schemeOf(text, stages, own, parts(dispatchMoves(by, "committee", doers, [named], named)))
}

/**
 * The note of a scheme: what is told of it, and what is set here that no source tells. With `attempts`, where somebody
 * rates.
 */
export const noteOf = (told: string, returns: number, attempts?: number): string =>
  [
    `${told}；以下各项来源均未载，系在此设定：代为点单（经办人、党员均可代）、匿名点单、巡查发现，不予受理，转办，并单和撤销并单`,
    "挂账，撤单，暂不具备条件办结，复核人剔除不合理诉求，投诉和答复（投诉未答复的，除撤单外不得办结）",
    `挂起、验收和验收退回，退单满${returns}次由党委裁定承办，改派不计入退单次数，由哪些岗位办结`,
    ...(attempts === undefined
      ? []
      : [
          `不满意的返工${attempts}次、仍不满意的作不满意终结，评价期满未评的按未评终结，匿名和巡查发现的无人可评、按办结归档`,
        ]),
    "时限未设；均由使用单位按本地规定替换",
  ].join("，")

/** The stages in which an order has not ended. */
export const goingOn = (stages: ReadonlyArray<Workflow.Stage>): ReadonlyArray<string> =>
  stages.filter(({ kind }) => kind !== "end").map(({ id }) => id)

/** The deeds of some moves, for the scheme that has them. */
const deedsOf = (...moves: ReadonlyArray<ReadonlyArray<Workflow.Move>>): Readonly<Record<string, OrderTerm.Deed>> => {
  const ids = new Set(moves.flat().map(({ id }) => id))
  return Object.fromEntries(Object.entries(deeds).filter(([id]) => ids.has(id)))
}

// ---------------------------------------------------------------- instances

/** The requester and the person acted for. */
export const WHO: ReadonlyArray<string> = ["request", "actedFor"]

/** What may be said with a request where no kinds and categories are told apart. */
const PLAIN_INTAKE: ReadonlyArray<string> = ["place", "contact", "village", "branch"]

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

/** The ways in by which there is somebody who can be asked. */
const ASKING: ReadonlyArray<string> = ["request", "requestFor"]

/** What is true where somebody asked or was acted for, who can be asked how it was done. */
export const asked: NonNullable<Workflow.Move["when"]> = { count: ASKING, least: 1 }

/** What is true while no complaint waits for its answer. */
export const answered: NonNullable<Workflow.Move["when"]> = { count: ["complain"], since: ["answer"], most: 0 }

/** What is true once the order that others were merged into is done. */
const ROOT_DONE: NonNullable<Workflow.Move["when"]> = { told: "主单已办结" }

/** What each of these moves does; a locality names those it has. */
const deeds = {
  request: "request",
  requestFor: "requestFor",
  requestUnnamed: "request",
  patrol: "find",
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
  closeUnrated: "close",
} as const satisfies Readonly<Record<string, OrderTerm.Deed>>
