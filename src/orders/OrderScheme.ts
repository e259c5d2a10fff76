/**
 * Schemes of service orders (工单办法): how a locality runs its orders, as data. Two workflows make a scheme: the way of
 * the order from the request to the rating, and the way of each dispatch under it, from the dispatch to the acceptance
 * of its result.
 *
 * **Details**
 *
 * One request may be dispatched several times, and each dispatch goes its own way; so they are matters of their own (件
 * and 件次). They meet in the moves that stand in both workflows: such a move is taken in both at once or in neither. A
 * dispatch is opened by one, and what the order counts or waits for, such as returns, is one too.
 *
 * Names and order of stages, who acts, limits, numbers of returns and attempts are the locality's. What no locality can
 * set aside is held by {@link check} here, and while an order runs by `ServiceOrder`.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import type { Sensitivity } from "../foundation/Audience.js"
import { Citation } from "../foundation/Citation.js"
import * as Document from "../foundation/Document.js"
import { type Fault, make as fault, under } from "../foundation/Fault.js"
import { Label, type Language, text } from "../foundation/Label.js"
import { Id } from "../process/Guard.js"
import type { Limit } from "../process/Limit.js"
import * as Workflow from "../process/Workflow.js"
import * as OrderKind from "./OrderKind.js"
import * as OrderTerm from "./OrderTerm.js"

// ---------------------------------------------------------------- models

/**
 * A scheme as a stored document.
 *
 * **Details**
 *
 * `inHand` are the stages of the order in which its dispatches go their way; in any other they rest. `deeds` says what
 * the moves do, by their ids; a move that it does not name is the locality's own and counts as nothing. `ratings` maps
 * the grades of the locality to the levels that are counted everywhere. `due` names the limit of the order by which it
 * is due to be closed (应办结).
 *
 * @category models
 * @since 0.1.0
 */
export interface OrderScheme {
  readonly format: 1
  readonly id: string
  readonly version: string
  readonly label: Label
  readonly cite?: Citation
  readonly note?: string
  readonly kinds: ReadonlyArray<OrderKind.OrderKind>
  readonly order: Workflow.Workflow
  readonly dispatch: Workflow.Workflow
  readonly inHand: ReadonlyArray<string>
  readonly deeds: Readonly<Record<string, OrderTerm.Deed>>
  readonly ratings: Readonly<Record<string, OrderTerm.Rating>>
  readonly due?: string
}

/**
 * What a text on time limits adds to a scheme (时限规定): limits of the order and of its dispatches, the moves by which
 * they are extended (延期), and the limit by which an order is due.
 *
 * @category models
 * @since 0.1.0
 */
export interface Timing {
  readonly order: ReadonlyArray<Limit>
  readonly dispatch: ReadonlyArray<Limit>
  readonly extensions: {
    readonly order: ReadonlyArray<Workflow.Move>
    readonly dispatch: ReadonlyArray<Workflow.Move>
  }
  readonly due?: string
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with a scheme, beyond what can be wrong with its workflows.
 *
 * **Details**
 *
 * A stage in hand that is none or not open; a deed of a move that is none, or of a move of the wrong workflow; a deed
 * that no locality does without, missing (`noDeed`); opening moves that are not exactly the requests and the
 * dispatches; a dispatch opened by the dispatch alone (`opensAlone`); an end without an outcome, or with one of no
 * known type; a move into an end that is not the deed by which an order or a dispatch ends so (`endsBy`): done means
 * that it was closed or rated, and what was reported done is accepted by an acceptance; a way to an acceptance that
 * skips the taking on or the report (`skips`); a rework that opens no further
 * attempt (`attempt`).
 *
 * A standard field of another kind, or less sensitive than it is; a move that must give a field and does not need it (a
 * return its reason, a refusal as not ours the body it belongs to, a rating its grade); a field that only certain deeds
 * fill, filled with another (`fills`): the grade comes with a rating, and who it was asked for is not changed later. A
 * rating that is open to others than who asked or for whom it was asked; a grade that is not told or stands for none; a
 * kind that is no choice, or a choice that is no kind; a kind twice; a limit that is due and is none of the order.
 *
 * @category errors
 * @since 0.1.0
 */
export type OrderSchemeFault =
  | Workflow.WorkflowFault
  | Fault<
      | "orderScheme.inHand"
      | "orderScheme.noSuchMove"
      | "orderScheme.wrongWorkflow"
      | "orderScheme.noDeed"
      | "orderScheme.opening"
      | "orderScheme.opensAlone"
      | "orderScheme.outcome"
      | "orderScheme.endsBy"
      | "orderScheme.skips"
      | "orderScheme.attempt"
      | "orderScheme.field"
      | "orderScheme.sensitivity"
      | "orderScheme.needs"
      | "orderScheme.fills"
      | "orderScheme.rater"
      | "orderScheme.grade"
      | "orderScheme.kind"
      | "orderScheme.kindTwice"
      | "orderScheme.due"
    >

// ---------------------------------------------------------------- schemas

/**
 * The schema of {@link OrderScheme}; {@link document} reads one from unknown input and checks it as a whole.
 *
 * @category schemas
 * @since 0.1.0
 */
export const OrderScheme: Schema.Codec<OrderScheme> = /* @__PURE__ */ Schema.Struct({
  format: /* @__PURE__ */ Schema.Literal(1),
  id: Id,
  version: Id,
  label: Label,
  cite: /* @__PURE__ */ Schema.optionalKey(Citation),
  note: /* @__PURE__ */ Schema.optionalKey(Schema.NonEmptyString),
  kinds: /* @__PURE__ */ Schema.Array(OrderKind.OrderKind),
  order: Workflow.Workflow,
  dispatch: Workflow.Workflow,
  inHand: /* @__PURE__ */ Schema.Array(Id),
  deeds: /* @__PURE__ */ Schema.Record(Schema.String, OrderTerm.Deed),
  ratings: /* @__PURE__ */ Schema.Record(Schema.String, OrderTerm.Rating),
  due: /* @__PURE__ */ Schema.optionalKey(Id),
})

/**
 * The scheme as a stored document: decode, encode, is, standard, jsonSchema.
 *
 * @category schemas
 * @since 0.1.0
 */
export const document: Document.Document<OrderScheme> = /* @__PURE__ */ Document.make<OrderScheme>({
  name: "OrderScheme",
  format: 1,
  schema: () => OrderScheme,
  check: (scheme) => check(scheme),
})

// ---------------------------------------------------------------- guards

/**
 * Whether a move is taken in both workflows at once.
 *
 * @example
 * ```ts
 * import { OrderScheme } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * // A dispatch is of the order and of the dispatch that it opens; taking it on is no matter of the order.
 * assert.equal(OrderScheme.isJoint(FiveOrders.scheme, "dispatch"), true)
 * assert.equal(OrderScheme.isJoint(FiveOrders.scheme, "takeOn"), false)
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const isJoint = ({ dispatch, order }: OrderScheme, move: string): boolean =>
  order.moves.some(({ id }) => id === move) && dispatch.moves.some(({ id }) => id === move)

// ---------------------------------------------------------------- getters

/**
 * What a move does, as the scheme tells; `undefined` of the locality's own moves.
 *
 * @example
 * ```ts
 * import { OrderScheme } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * // The committee's ruling on who does it is a dispatch like that of a branch.
 * assert.equal(OrderScheme.deedOf(FiveOrders.scheme, "rule"), "dispatch")
 * assert.equal(OrderScheme.deedOf(FiveOrders.scheme, "toString"), undefined)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const deedOf = (self: OrderScheme, move: string): OrderTerm.Deed | undefined => deedIn(self, move)

const deedIn = ({ deeds }: Pick<OrderScheme, "deeds">, move: string): OrderTerm.Deed | undefined =>
  Object.hasOwn(deeds, move) ? deeds[move] : undefined

/**
 * The moves that do a deed, in the order of their ids.
 *
 * @example
 * ```ts
 * import { OrderScheme } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * // The branch dispatches, the committee rules, and a worthy answers the whistle: each is a dispatch.
 * assert.deepEqual(OrderScheme.movesOf(FiveOrders.scheme, "dispatch"), ["answerCall", "dispatch", "rule"])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const movesOf = ({ deeds }: OrderScheme, deed: OrderTerm.Deed): ReadonlyArray<string> =>
  Object.keys(deeds)
    .filter((move) => deeds[move] === deed)
    .sort()

/**
 * The level that a grade of the locality stands for; `undefined` where it is none of its grades.
 *
 * @example
 * ```ts
 * import { OrderScheme } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const scheme = { ...FiveOrders.scheme, ratings: { 非常满意: "satisfied", 一般: "basically" } } as const // made up
 * assert.equal(OrderScheme.ratingOf(scheme, "非常满意"), "satisfied")
 * assert.equal(OrderScheme.ratingOf(scheme, "好"), undefined)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const ratingOf = ({ ratings }: OrderScheme, choice: string): OrderTerm.Rating | undefined =>
  Object.hasOwn(ratings, choice) ? ratings[choice] : undefined

/**
 * What the ids of a scheme are called, so that its refusals can be told in words: moves, stages, fields, outcomes, kinds
 * and roles of the order, and those of its dispatches that the order does not have.
 *
 * **Details** An id can be that of a role or kind and of something else, such as `grid`: where a parameter names a role or
 * a kind, it has a name of its own there, as `roles.grid`.
 *
 * @example
 * ```ts
 * import { Fault } from "dangjian/foundation"
 * import { Sentence } from "dangjian/interop"
 * import { OrderScheme } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const names = OrderScheme.names(FiveOrders.scheme, "zh")
 * const refusal = Fault.make("proceeding.role", { move: "claim", post: "member", roles: "grid" })
 * assert.equal(Sentence.text(refusal, "zh"), "“member”无权“claim”，须由grid办理")
 * assert.equal(Sentence.named(refusal, names, "zh"), "“党员”无权“领单”，须由网格员办理")
 * assert.equal(Sentence.named(Fault.make("proceeding.needs", { field: "grid" }), names, "zh"), "未填写“网格”")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const names = ({ dispatch, kinds, order }: OrderScheme, language: Language): ReadonlyMap<string, string> => {
  const known = new Map<string, string>()
  const tell = (
    all: ReadonlyArray<{ readonly id: string; readonly label: Label }>,
    ...under: ReadonlyArray<string>
  ) => {
    for (const { id, label } of all) for (const lead of ["", ...under]) known.set(lead + id, text(label, language))
  }
  tell(kinds, "kind.")
  for (const { roles } of [dispatch, order]) tell(roles, "role.", "roles.", "post.")
  for (const { fields, moves, outcomes, stages } of [dispatch, order])
    for (const all of [outcomes, stages, fields, moves]) tell(all)
  return known
}

// ---------------------------------------------------------------- operations

/**
 * A scheme under a text on time limits, in the place of the limits and extensions it had. Moves by which they are
 * extended take `days`. A text as it was published is first fitted to the scheme, by `OrderLimits.fitted`.
 *
 * @example
 * ```ts
 * import { OrderScheme } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const timing: OrderScheme.Timing = {
 *   order: [
 *     {
 *       id: "办结", // made up
 *       amount: 10,
 *       unit: "workingDay",
 *       countsFirstDay: false,
 *       starts: "requested",
 *       ends: ["publish"],
 *       holds: ["shelved"],
 *     },
 *   ],
 *   dispatch: [],
 *   extensions: { order: [], dispatch: [] },
 *   due: "办结",
 * }
 * const scheme = OrderScheme.timed(FiveOrders.scheme, timing)
 * assert.deepEqual(OrderScheme.check(scheme), [])
 * assert.deepEqual([scheme.due, scheme.order.limits.length], ["办结", 1])
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const timed = (
  { due: _, ...scheme }: OrderScheme,
  { dispatch, due, extensions, order }: Timing,
): OrderScheme => {
  const extending = [...extensions.order, ...extensions.dispatch].map(({ id }) => [id, "extend"] as const)
  const kept = Object.entries(scheme.deeds).filter(([, deed]) => deed !== "extend")
  return {
    ...scheme,
    order: limited(scheme, scheme.order, order, extensions.order),
    dispatch: limited(scheme, scheme.dispatch, dispatch, extensions.dispatch),
    deeds: Object.fromEntries([...kept, ...extending]),
    ...(due === undefined ? {} : { due }),
  }
}

const limited = (
  scheme: Pick<OrderScheme, "deeds">,
  workflow: Workflow.Workflow,
  limits: ReadonlyArray<Limit>,
  extensions: ReadonlyArray<Workflow.Move>,
): Workflow.Workflow => {
  const { of, label, sensitivity } = OrderTerm.fields.days
  const knows = extensions.length === 0 || workflow.fields.some(({ id }) => id === "days")
  const kept = workflow.moves.filter(
    ({ id, extends: extension }) =>
      extension === undefined && deedIn(scheme, id) !== "extend" && !extensions.some((move) => move.id === id),
  )
  return {
    ...workflow,
    fields: knows ? workflow.fields : [...workflow.fields, { id: "days", label, of, sensitivity }],
    moves: [...kept, ...extensions],
    limits,
  }
}

// ---------------------------------------------------------------- decisions

/**
 * Everything that is wrong with a scheme, all at once, each with its place; none for a sound one. What sound workflows
 * do that they should not is found by the lint of workflows.
 *
 * @example
 * ```ts
 * import { OrderScheme } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const { accept: _, ...deeds } = FiveOrders.scheme.deeds
 * assert.deepEqual(
 *   OrderScheme.check({ ...FiveOrders.scheme, deeds, due: "办结" }).map(({ code }) => code),
 *   ["orderScheme.noDeed", "orderScheme.endsBy", "orderScheme.due"],
 * )
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const check = (self: OrderScheme): ReadonlyArray<OrderSchemeFault> => [
  ...Workflow.check(self.order).map((found) => under(["order"], found)),
  ...Workflow.check(self.dispatch).map((found) => under(["dispatch"], found)),
  ...self.inHand.flatMap((id, index) =>
    Workflow.stageOf(self.order, id)?.kind === "open"
      ? []
      : [fault("orderScheme.inHand", { stage: id }, ["inHand", index])],
  ),
  ...deedFaults(self),
  ...openingFaults(self),
  ...endFaults(self),
  ...sides(self).flatMap(([side, workflow]) => endDeedFaults(self, side, workflow)),
  ...attemptFaults(self),
  ...skipFaults(self),
  ...sides(self).flatMap(([side, workflow]) => fieldFaults(side, workflow)),
  ...needFaults(self),
  ...fillFaults(self),
  ...raterFaults(self),
  ...gradeFaults(self),
  ...kindFaults(self),
  ...(self.due === undefined || self.order.limits.some(({ id }) => id === self.due)
    ? []
    : [fault("orderScheme.due", { limit: self.due }, ["due"])]),
]

type Side = "order" | "dispatch"

const sides = ({ dispatch, order }: OrderScheme): ReadonlyArray<readonly [Side, Workflow.Workflow]> => [
  ["order", order],
  ["dispatch", dispatch],
]

/** Whether a deed is done with the order or with a dispatch; a limit of either can be extended. */
const isDoneIn = (deed: OrderTerm.Deed, side: Side): boolean =>
  deed === "extend" || OrderTerm.dispatchDeeds.includes(deed) === (side === "dispatch")

/** Taking on, doing and accepting are there in every locality, named or not. */
const ALWAYS: ReadonlyArray<OrderTerm.Deed> = ["request", "dispatch", "takeOn", "report", "accept"]

const deedFaults = (self: OrderScheme): ReadonlyArray<OrderSchemeFault> => [
  ...Object.keys(self.deeds)
    .sort()
    .flatMap((move) => {
      const deed = self.deeds[move]!
      const homes = sides(self).filter(([, workflow]) => Workflow.moveOf(workflow, move) !== undefined)
      if (homes.some(([side]) => isDoneIn(deed, side))) return []
      const code = homes.length > 0 ? "orderScheme.wrongWorkflow" : "orderScheme.noSuchMove"
      return [fault(code, { move, deed }, ["deeds", move])]
    }),
  ...ALWAYS.filter((deed) => movesOf(self, deed).length === 0).map((deed) =>
    fault("orderScheme.noDeed", { deed }, ["deeds"]),
  ),
]

const openingFaults = (self: OrderScheme): ReadonlyArray<OrderSchemeFault> =>
  sides(self).flatMap(([side, workflow]) => {
    const opening = (move: string): boolean =>
      side === "order" ? OrderTerm.openings.includes(deedOf(self, move)) : deedOf(self, move) === "dispatch"
    return workflow.moves.flatMap(({ from, id: move }, index) => {
      const path = [side, "moves", index]
      const opens = from === undefined
      return [
        ...(opens === opening(move) ? [] : [fault("orderScheme.opening", { move }, path)]),
        ...(opens && side === "dispatch" && Workflow.moveOf(self.order, move) === undefined
          ? [fault("orderScheme.opensAlone", { move }, path)]
          : []),
      ]
    })
  })

const endFaults = (self: OrderScheme): ReadonlyArray<OrderSchemeFault> =>
  sides(self).flatMap(([side, workflow]) => {
    const known: Readonly<Record<string, Label>> = side === "order" ? OrderTerm.outcomes : OrderTerm.dispatchOutcomes
    return workflow.stages.flatMap(({ kind, id: stage, outcome }, index) =>
      kind !== "end" || (outcome !== undefined && Object.hasOwn(known, outcome))
        ? []
        : [fault("orderScheme.outcome", { stage, outcome: outcome ?? "" }, [side, "stages", index])],
    )
  })

/** By what deeds an order comes to each of its ends. */
const ENDS_BY: Readonly<Record<OrderTerm.OrderOutcome, ReadonlyArray<OrderTerm.Deed>>> = {
  satisfied: ["rate", "revisit", "close"],
  unsatisfied: ["rate", "revisit", "close"],
  unanswered: ["revisit", "close"],
  done: ["close"],
  notFeasible: ["abandon"],
  notOurs: ["refer"],
  refused: ["refuse"],
  withdrawn: ["withdraw"],
  merged: ["merge", "close"],
  excluded: ["exclude"],
}

/** By what deeds a dispatch does: a doer who reports the work done has not accepted it. */
const DISPATCH_ENDS_BY: Readonly<Record<OrderTerm.DispatchOutcome, ReadonlyArray<OrderTerm.Deed>>> = {
  accepted: ["accept"],
  givenBack: ["giveBack"],
  disowned: ["disown"],
  reassigned: ["reassign"],
}

const endDeedFaults = (self: OrderScheme, side: Side, workflow: Workflow.Workflow): ReadonlyArray<OrderSchemeFault> => {
  const endsBy: Readonly<Record<string, ReadonlyArray<OrderTerm.Deed>>> = side === "order" ? ENDS_BY : DISPATCH_ENDS_BY
  return workflow.moves.flatMap(({ id: move, to }, index) => {
    const outcome = typeof to === "string" ? Workflow.stageOf(workflow, to)?.outcome : undefined
    if (outcome === undefined || !Object.hasOwn(endsBy, outcome)) return []
    const deed = deedOf(self, move)
    if (deed !== undefined && endsBy[outcome]?.includes(deed)) return []
    return [fault("orderScheme.endsBy", { move, outcome, deed: deed ?? "" }, [side, "moves", index, "to"])]
  })
}

/** Nothing is accepted that nobody took on and reported, nor what was sent back and not reported anew. */
const skipFaults = (self: OrderScheme): ReadonlyArray<OrderSchemeFault> => {
  const ways = Workflow.transitions(self.dispatch)
  const into = (deed: OrderTerm.Deed): ReadonlyArray<string> =>
    ways.filter(({ move }) => deedOf(self, move) === deed).map(({ to }) => to)
  const skips = (deed: OrderTerm.Deed, starts: ReadonlyArray<string>): boolean => {
    const seen = new Set(starts)
    for (const at of seen)
      for (const { from, move, to } of ways) if (from === at && deedOf(self, move) !== deed) seen.add(to)
    return [...seen].some((id) => Workflow.stageOf(self.dispatch, id)?.outcome === "accepted")
  }
  const taken = new Set(into("takeOn"))
  const starts = {
    takeOn: into("dispatch").filter((stage) => !taken.has(stage)),
    report: [...into("dispatch"), ...into("sendBack")],
  }
  return (["takeOn", "report"] as const)
    .filter((deed) => skips(deed, starts[deed]))
    .map((deed) => fault("orderScheme.skips", { deed }, ["dispatch", "moves"]))
}

/**
 * What was accepted before a rework speaks of the attempt before: it has to be told apart from the one that follows.
 */
const attemptFaults = ({ deeds, order: { attempts, moves } }: OrderScheme): ReadonlyArray<OrderSchemeFault> =>
  moves.flatMap(({ id: move }, index) =>
    deedIn({ deeds }, move) !== "rework" || attempts.includes(move)
      ? []
      : [fault("orderScheme.attempt", { move }, ["order", "moves", index])],
  )

const SENSITIVITIES: ReadonlyArray<Sensitivity> = ["open", "personal", "internal", "protected"]

const standard = (id: string): OrderTerm.StandardField | undefined =>
  Object.hasOwn(OrderTerm.fields, id) ? OrderTerm.fields[id as keyof typeof OrderTerm.fields] : undefined

const fieldFaults = (side: Side, { fields }: Workflow.Workflow): ReadonlyArray<OrderSchemeFault> =>
  fields.flatMap(({ id: field, of, sensitivity }, index) => {
    const should = standard(field)
    if (should === undefined) return []
    const path = [side, "fields", index]
    return [
      ...(of === should.of ? [] : [fault("orderScheme.field", { field, of, should: should.of }, [...path, "of"])]),
      ...(SENSITIVITIES.indexOf(sensitivity) >= SENSITIVITIES.indexOf(should.sensitivity)
        ? []
        : [
            fault("orderScheme.sensitivity", { field, sensitivity, should: should.sensitivity }, [
              ...path,
              "sensitivity",
            ]),
          ]),
    ]
  })

type FieldId = keyof typeof OrderTerm.fields

/** What must be said with a deed: why something is not done, whose it is, how it was rated, what it is merged into. */
const NEEDS: Readonly<Partial<Record<OrderTerm.Deed, ReadonlyArray<FieldId>>>> = {
  request: ["what"],
  giveBack: ["reason"],
  disown: ["reason", "belongsTo"],
  reassign: ["reason"],
  sendBack: ["reason"],
  hold: ["reason"],
  shelve: ["reason"],
  lift: ["reason"],
  handDown: ["reason"],
  refuse: ["reason"],
  refer: ["reason", "belongsTo"],
  exclude: ["reason"],
  abandon: ["reason"],
  separate: ["reason"],
  complain: ["complaint"],
  merge: ["root"],
  rate: ["rating"],
  revisit: ["rating"],
  extend: ["days"],
  whistle: ["call"],
  serve: ["persons"],
  report: ["evidence"],
}

const needFaults = (self: OrderScheme): ReadonlyArray<OrderSchemeFault> =>
  sides(self).flatMap(([side, workflow]) =>
    workflow.moves.flatMap(({ id: move, needs }, index) => {
      const deed = deedOf(self, move)
      if (deed === undefined || !isDoneIn(deed, side)) return []
      return (NEEDS[deed] ?? [])
        .filter((field) => !needs.includes(field))
        .map((field) => fault("orderScheme.needs", { move, field }, [side, "moves", index, "needs"]))
    }),
  )

/** What is filled with certain deeds and no others: who it was asked for, how it was rated, whether it is solved. */
const FILLED_BY: Readonly<Partial<Record<FieldId, ReadonlyArray<OrderTerm.Deed>>>> = {
  actedFor: ["requestFor"],
  rating: ["rate", "revisit"],
  solved: ["rate", "revisit"],
}

const fillFaults = (self: OrderScheme): ReadonlyArray<OrderSchemeFault> =>
  self.order.moves.flatMap(({ id: move, needs, takes = [] }, index) =>
    (["needs", "takes"] as const).flatMap((key) =>
      (key === "needs" ? needs : takes).flatMap((field, place) => {
        const by = Object.hasOwn(FILLED_BY, field) ? FILLED_BY[field as FieldId] : undefined
        const deed = deedOf(self, move)
        if (by === undefined || (deed !== undefined && by.includes(deed))) return []
        return [fault("orderScheme.fills", { move, field }, ["order", "moves", index, key, place])]
      }),
    ),
  )

/** A rating is of whoever asked or for whom it was asked; a body that asks them makes a re-visit of it. */
const raterFaults = (self: OrderScheme): ReadonlyArray<OrderSchemeFault> => {
  const isField = self.order.fields.some(({ id }) => id === "actedFor")
  const asked = new Set([...movesOf(self, "request"), ...(isField ? ["actedFor"] : [])])
  return movesOf(self, "rate").flatMap((move) => {
    const index = self.order.moves.findIndex(({ id }) => id === move)
    const only = self.order.moves[index]?.only
    return index < 0 || (only !== undefined && only.length > 0 && only.every((name) => asked.has(name)))
      ? []
      : [fault("orderScheme.rater", { move }, ["order", "moves", index, "only"])]
  })
}

const gradeFaults = (self: OrderScheme): ReadonlyArray<OrderSchemeFault> => {
  const index = self.order.fields.findIndex(({ id }) => id === "rating")
  const choices = self.order.fields[index]?.choices ?? []
  return [
    ...choices.flatMap(({ id: choice }, place) =>
      ratingOf(self, choice) === undefined
        ? [fault("orderScheme.grade", { choice }, ["order", "fields", index, "choices", place])]
        : [],
    ),
    ...Object.keys(self.ratings)
      .filter((choice) => !choices.some(({ id }) => id === choice))
      .sort()
      .map((choice) => fault("orderScheme.grade", { choice }, ["ratings", choice])),
  ]
}

const kindFaults = (self: OrderScheme): ReadonlyArray<OrderSchemeFault> => {
  const index = self.order.fields.findIndex(({ id }) => id === "kind")
  const choices = (self.order.fields[index]?.choices ?? []).map(({ id }) => id)
  const kinds = self.kinds.map(({ id }) => id)
  return [
    ...choices.flatMap((kind, place) =>
      kinds.includes(kind) ? [] : [fault("orderScheme.kind", { kind }, ["order", "fields", index, "choices", place])],
    ),
    ...kinds.flatMap((kind, place) => [
      ...(choices.includes(kind) ? [] : [fault("orderScheme.kind", { kind }, ["kinds", place])]),
      ...(kinds.indexOf(kind) < place ? [fault("orderScheme.kindTwice", { kind }, ["kinds", place, "id"])] : []),
    ]),
  ]
}
