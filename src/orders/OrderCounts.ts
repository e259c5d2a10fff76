/**
 * Counts of orders (工单计数) and the rates made of them (响应率、办结率、解决率、满意率), under a definition (统计口径) that is data.
 *
 * **Details**
 *
 * Three kinds of figures stand side by side and are never mixed. *Flow* counts orders by the day they came and the day
 * they ended: received and carried in are ended and carried out. *Cohorts* are sets of orders or dispatches of which a
 * part meets something: every rate is a share of its cohort, and never above one. *Events* count how often something
 * was done in the period, whichever order it was done with.
 *
 * On an empty cohort there is no rate, never 0 % and never 100 %. Whether somebody is satisfied and whether the matter
 * is solved are two questions; no answer is never a good one.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { Citation } from "../foundation/Citation.js"
import * as Exact from "../foundation/Exact.js"
import { type Fault, make as fault, getOrThrow, under } from "../foundation/Fault.js"
import { Label } from "../foundation/Label.js"
import type { Quantity } from "../foundation/Quantity.js"
import * as Rate from "../foundation/Rate.js"
import { Id } from "../process/Guard.js"
import { responses } from "./OrderRow.js"
import * as OrderTerm from "./OrderTerm.js"

// ---------------------------------------------------------------- models

/**
 * Which orders are due in a period (应办结口径).
 *
 * **Details**
 *
 * `deadline`: a clock of the limit by which orders are due has its deadline in the period. `deadlineOrOverdue`: or it
 * had it before the period and had not been stopped by then. `received`: the order was received in the period. `load`:
 * it was received in the period, or earlier and not closed before (受理加结转).
 *
 * Of these only `deadline` puts a clock into exactly one period, so that only its figures of months add up to those of
 * the year.
 *
 * @category models
 * @since 0.1.0
 */
export type Cohort = "deadline" | "deadlineOrOverdue" | "received" | "load"

/**
 * A definition of the figures (统计口径).
 *
 * **Details**
 *
 * `until` tells whether what came after the period still counts for its cohorts: only up to the end of the period, or
 * up to the moment at which is counted. `exclusions` are the outcomes whose orders are left out of the second of the
 * two figures; with `merged` also those that still wait for the order they are merged into. Only what ended or was
 * merged by the end of `until` is left out.
 *
 * `disposals`: the outcomes by which an order is disposed of without anything done (撤回、不予受理、并单之类), and whether it is
 * thereby `closed` or, though it stays due, `notClosed` in the rates of closing. The counts tell both.
 *
 * `response`: the deeds that answer a request for the first time and, where there is one, the limit within which it is
 * done.
 *
 * `answers`: those given in the period, or those given about the orders due in it; the last of each order or every one
 * (`take`); told by whom (`from`); and whether no answer stands apart or is counted in the denominator, never as a good
 * one. Where it is counted and the scheme asks whether the matter is solved, whoever rated and did not tell counts as
 * silent there, so that both questions were put to the same.
 *
 * `credit` is the share of a satisfied answer at which a basically satisfied one counts, an exact number from 0 to 1.
 *
 * @category models
 * @since 0.1.0
 */
export interface Definition {
  readonly id: string
  readonly version: string
  readonly label: Label
  readonly cite?: Citation
  readonly note?: string
  readonly cohort: Cohort
  readonly until: "periodEnd" | "moment"
  readonly exclusions: ReadonlyArray<OrderTerm.OrderOutcome>
  readonly disposals: {
    readonly outcomes: ReadonlyArray<OrderTerm.OrderOutcome>
    readonly are: "closed" | "notClosed"
  }
  readonly response: { readonly deeds: ReadonlyArray<OrderTerm.Deed>; readonly limit?: string }
  readonly answers: {
    readonly of: "period" | "due"
    readonly take: "last" | "every"
    readonly from: ReadonlyArray<"requester" | "revisit" | "lapse">
    readonly unanswered: "apart" | "counted"
  }
  readonly credit: string
}

/**
 * The counts of some orders over a period.
 *
 * **Details**
 *
 * Flow, in orders. `received` (受理): requested in the period. `carriedIn` (上期结转): requested before it and not ended
 * before it. `ended`: ended in it, `outcomes` by how. `carriedOut` (结转下期): requested before its end and not ended by
 * then, `undated` those of them for which no deadline is in force: the clock by which they are due has not started, or
 * is held off. `closings` (本期办结): in the period a clock by which the order is due was stopped or, where none ever started, the
 * order ended, whenever it came in.
 *
 * The cohort of orders due, in orders. `due` (应办结): see {@link Cohort}. `closed` (办结): of those, every clock that makes
 * the order due was stopped by the end of `until`. `closedInTime` (按期办结): of those closed, none of the clocks had run
 * out. `overdueOpen`: of those not closed, a clock that was not stopped had run out. An order due whose limit has no
 * clock yet is closed when it ends. `disposed`: of those closed, ended by one of the disposals of the definition;
 * `disposedInTime`: of those closed in time.
 *
 * The cohort of responses, in orders. `toRespond`: received in the period and, where the definition names a limit, with
 * a clock of it. `responded` (响应): of those, answered by one of the deeds. `respondedInTime`: of those responded, the
 * first clock of the limit was stopped in time; without a limit, all of them.
 *
 * The cohort of dispatches, in 件次. `dispatches`: made in the period, and what became of each: `open`, ended as typed,
 * or `dropped` where the order ended over it. Given back is 退单, disowned is 错派.
 *
 * Answers, in orders where the definition takes the last, else in times: `ratings` by level, `solutions` to the other
 * question.
 *
 * Events. `deeds`: how often each was done in the period: 退单 `giveBack`, 改派 `reassign`, 返工 `rework`, 验收退回 `sendBack`,
 * 挂起 `hold`, 延期 `extend`, 并单 `merge`, 撤单 `withdraw`, 剔除 `exclude`, 回访 `revisit`, 投诉 `complain`, 服务 `serve` and the
 * rest. `persons` (人次): persons served in the period, each as often as served.
 *
 * @category models
 * @since 0.1.0
 */
export interface Counts {
  readonly received: number
  readonly carriedIn: number
  readonly ended: number
  readonly carriedOut: number
  readonly undated: number
  readonly outcomes: Readonly<Record<OrderTerm.OrderOutcome, number>>
  readonly closings: number
  readonly due: number
  readonly closed: number
  readonly closedInTime: number
  readonly disposed: number
  readonly disposedInTime: number
  readonly overdueOpen: number
  readonly toRespond: number
  readonly responded: number
  readonly respondedInTime: number
  readonly dispatches: Readonly<Record<"made" | "open" | "dropped" | OrderTerm.DispatchOutcome, number>>
  readonly ratings: Readonly<Record<OrderTerm.Rating, number>>
  readonly solutions: Readonly<Record<keyof typeof OrderTerm.solutions, number>>
  readonly deeds: Readonly<Record<OrderTerm.Deed, number>>
  readonly persons: number
}

/**
 * Counts of orders as quantities, each in its own unit, so that they do not add up: requests in the unit of their kind,
 * dispatches 件次, services 次, persons served 人次.
 *
 * @category models
 * @since 0.1.0
 */
export interface Totals<U extends string = string> {
  readonly received: Quantity<U>
  readonly due: Quantity<U>
  readonly closed: Quantity<U>
  readonly dispatches: Quantity<"caseTime">
  readonly services: Quantity<"time">
  readonly persons: Quantity<"personTime">
}

/**
 * The rates (率): 响应率、办结率、按期办结率、解决率、满意率、退单率、错派率.
 *
 * @category models
 * @since 0.1.0
 */
export type RateName = "response" | "closing" | "onTime" | "solving" | "satisfaction" | "returned" | "misdispatched"

/**
 * Which of two figures: of all orders, or of those that are left after the exclusions (剔除后).
 *
 * @category models
 * @since 0.1.0
 */
export type Figure = "all" | "kept"

/**
 * How the three rates (三率) make one figure: a weight to each, exact, in any sum above nought. Where one of them is
 * absent the whole is `apart`, or the weights of the others are scaled up (`reweight`).
 *
 * @category models
 * @since 0.1.0
 */
export interface Weights {
  readonly response: string
  readonly solving: string
  readonly satisfaction: string
  readonly absent: "apart" | "reweight"
  readonly cite?: Citation
  readonly note?: string
}

/**
 * The three rates in one figure, from 0 to 1; which of them were absent.
 *
 * @category models
 * @since 0.1.0
 */
export interface Combined {
  readonly value?: Exact.Exact
  readonly absent: ReadonlyArray<"response" | "solving" | "satisfaction">
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong: a credit outside 0 to 1; a weight below nought or weights that come to nothing; counts of which a
 * part exceeds its cohort, or that do not balance, or of persons served without a service.
 *
 * @category errors
 * @since 0.1.0
 */
export type OrderCountsFault = Fault<
  "orderCounts.credit" | "orderCounts.weights" | "orderCounts.cohort" | "orderCounts.balance" | "orderCounts.unserved"
>

// ---------------------------------------------------------------- schemas

/**
 * The schema of {@link Cohort}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Cohort: Schema.Codec<Cohort> = /* @__PURE__ */ Schema.Literals([
  "deadline",
  "deadlineOrOverdue",
  "received",
  "load",
])

const Outcomes = /* @__PURE__ */ Schema.Array(OrderTerm.OrderOutcome)

const Deeds = /* @__PURE__ */ Schema.Array(OrderTerm.Deed)

/**
 * The schema of {@link Definition}; a credit outside 0 to 1 is refused with `orderCounts.credit`.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Definition: Schema.Codec<Definition> = /* @__PURE__ */ Schema.Struct({
  id: Id,
  version: Id,
  label: Label,
  cite: /* @__PURE__ */ Schema.optionalKey(Citation),
  note: /* @__PURE__ */ Schema.optionalKey(Schema.NonEmptyString),
  cohort: Cohort,
  until: /* @__PURE__ */ Schema.Literals(["periodEnd", "moment"]),
  exclusions: Outcomes,
  disposals: /* @__PURE__ */ Schema.Struct({
    outcomes: Outcomes,
    are: /* @__PURE__ */ Schema.Literals(["closed", "notClosed"]),
  }),
  response: /* @__PURE__ */ Schema.Struct({ deeds: Deeds, limit: /* @__PURE__ */ Schema.optionalKey(Id) }),
  answers: /* @__PURE__ */ Schema.Struct({
    of: /* @__PURE__ */ Schema.Literals(["period", "due"]),
    take: /* @__PURE__ */ Schema.Literals(["last", "every"]),
    from: /* @__PURE__ */ Schema.Array(/* @__PURE__ */ Schema.Literals(["requester", "revisit", "lapse"])),
    unanswered: /* @__PURE__ */ Schema.Literals(["apart", "counted"]),
  }),
  credit: Exact.Text,
}).check(
  /* @__PURE__ */ Schema.makeFilter((definition: Definition) =>
    check(definition).map(({ code, path }) => ({ path: [...path], issue: code })),
  ),
)

const Count = /* @__PURE__ */ Schema.Int.check(/* @__PURE__ */ Schema.isGreaterThanOrEqualTo(0))

const keysOf = <K extends string>(labels: Readonly<Record<K, Label>>): ReadonlyArray<K> =>
  Object.keys(labels).filter((key): key is K => Object.hasOwn(labels, key))

/** A count for each of some keys, and for nothing else. */
const per = <K extends string>(keys: ReadonlyArray<K>): Schema.Codec<Readonly<Record<K, number>>> =>
  Schema.Record(Schema.Literals(keys), Count)

const FATES = ["made", "open", "dropped", "accepted", "givenBack", "disowned", "reassigned"] as const

/**
 * The schema of {@link Counts}. Counts of which a part exceeds its cohort are refused with `orderCounts.cohort`, those
 * that do not balance with `orderCounts.balance`.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Counts: Schema.Codec<Counts> = /* @__PURE__ */ Schema.Struct({
  received: Count,
  carriedIn: Count,
  ended: Count,
  carriedOut: Count,
  undated: Count,
  outcomes: /* @__PURE__ */ per(/* @__PURE__ */ keysOf(OrderTerm.outcomes)),
  closings: Count,
  due: Count,
  closed: Count,
  closedInTime: Count,
  disposed: Count,
  disposedInTime: Count,
  overdueOpen: Count,
  toRespond: Count,
  responded: Count,
  respondedInTime: Count,
  dispatches: /* @__PURE__ */ per(FATES),
  ratings: /* @__PURE__ */ per(/* @__PURE__ */ keysOf(OrderTerm.ratings)),
  solutions: /* @__PURE__ */ per(/* @__PURE__ */ keysOf(OrderTerm.solutions)),
  deeds: /* @__PURE__ */ per(/* @__PURE__ */ keysOf(OrderTerm.deeds)),
  persons: Count,
}).check(
  /* @__PURE__ */ Schema.makeFilter((counts: Counts) =>
    checkCounts(counts).map(({ code, path }) => ({ path: [...path], issue: code })),
  ),
)

// ---------------------------------------------------------------- getters

/**
 * The counts as quantities in their own units.
 *
 * @example
 * ```ts
 * import { Quantity, Unit } from "dangjian/foundation"
 * import { OrderCounts } from "dangjian/orders"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * // 某镇2023年：6件、15件次、178人次，三个数各计各的
 * const { dispatches } = OrderCounts.none
 * const counts = { ...OrderCounts.none, received: 6, dispatches: { ...dispatches, made: 15 }, persons: 178 }
 * const totals = OrderCounts.totals(counts, Unit.known.case)
 * assert.deepEqual(
 *   [totals.received, totals.dispatches, totals.persons].map((each) => Quantity.text(each, "zh")),
 *   ["6件", "15件次", "178人次"],
 * )
 * assert.equal(Result.isFailure(Quantity.add<string>(totals.received, totals.dispatches)), true)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const totals = <U extends string>(self: Counts, unit: { readonly id: U }): Totals<U> => ({
  received: quantity(self.received, unit.id),
  due: quantity(self.due, unit.id),
  closed: quantity(self.closed, unit.id),
  dispatches: quantity(self.dispatches.made, "caseTime"),
  services: quantity(self.deeds.serve, "time"),
  persons: quantity(self.persons, "personTime"),
})

const quantity = <U extends string>(count: number, unit: U): Quantity<U> => ({ amount: String(count), unit })

/**
 * The rates of some counts, each a share of its cohort with the words that define it. Fails where the counts are none,
 * as where more are closed than due, and with `orderCounts.credit`.
 *
 * **Details** Closed means that the clock of the due limit stopped, which need not be the day on which an order ended. Under
 * {@link plain} 基本满意 has no credit: it is in the cohort of the satisfaction and not in its share.
 *
 * @example
 * ```ts
 * import { Rate, Unit } from "dangjian/foundation"
 * import { OrderCounts } from "dangjian/orders"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * // 连云港市12345热线2019年6月通报：应办结29186件，办结25783件，按时24165件
 * const counts = { ...OrderCounts.none, due: 29186, closed: 25783, closedInTime: 24165 }
 * const { closing, onTime, satisfaction } = Result.getOrThrow(OrderCounts.rates(counts, OrderCounts.plain, Unit.known.case))
 * assert.deepEqual([Rate.percent(closing, 2, "halfUp"), Rate.percent(onTime, 2, "halfUp")], ["88.34%", "82.80%"])
 * assert.equal(Rate.percent(satisfaction, 2, "halfUp"), undefined)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const rates = (
  self: Counts,
  definition: Definition,
  unit: { readonly id: string },
  figure: Figure = "all",
): Result.Result<Readonly<Record<RateName, Rate.Rate>>, ReadonlyArray<OrderCountsFault | Rate.RateFault>> => {
  const wrong = check(definition)
  if (wrong.length > 0) return Result.fail(wrong)
  const shares = RATE_NAMES.map((name) => [name, shareOf(name, self, definition, unit.id, figure)] as const)
  const faults = shares.flatMap(([name, made]) =>
    Result.isFailure(made) ? made.failure.map((each) => under([name], each)) : [],
  )
  if (faults.length > 0) return Result.fail(faults)
  const made = shares.map(([name, share]) => [name, Result.getOrThrow(share)] as const)
  return Result.succeed(Object.fromEntries(made) as Record<RateName, Rate.Rate>)
}

const RATE_NAMES: ReadonlyArray<RateName> = [
  "response",
  "closing",
  "onTime",
  "solving",
  "satisfaction",
  "returned",
  "misdispatched",
]

const shareOf = (name: RateName, counts: Counts, definition: Definition, unit: string, figure: Figure) => {
  const { denominator, numerator } = partOf(name, counts, definition)
  const [of, kept] = [denominatorOf(name, definition), figure === "kept"]
  const label = kept ? { zh: `${of.zh}（剔除后）`, en: `${of.en}, after exclusions` } : of
  const id = unitOf(name, definition, unit)
  return Rate.share({ amount: Exact.text(numerator), unit: id }, { amount: Exact.text(denominator), unit: id }, label)
}

const unitOf = (name: RateName, { answers }: Definition, unit: string): string => {
  if (name === "returned" || name === "misdispatched") return "caseTime"
  return (name === "solving" || name === "satisfaction") && answers.take === "every" ? "time" : unit
}

interface Share {
  readonly numerator: Exact.Exact
  readonly denominator: Exact.Exact
}

const partOf = (name: RateName, counts: Counts, { answers, credit, disposals }: Definition): Share => {
  const of = (numerator: number, denominator: number): Share => ({
    numerator: Exact.integerUnsafe(numerator),
    denominator: Exact.integerUnsafe(denominator),
  })
  const { dispatches, ratings, solutions } = counts
  const done = (closed: number, disposed: number): number => (disposals.are === "closed" ? closed : closed - disposed)
  const silent = (count: number): number => (answers.unanswered === "counted" ? count : 0)
  switch (name) {
    case "response":
      return of(counts.respondedInTime, counts.toRespond)
    case "closing":
      return of(done(counts.closed, counts.disposed), counts.due)
    case "onTime":
      return of(done(counts.closedInTime, counts.disposedInTime), counts.due)
    case "solving":
      return of(solutions.solved, solutions.solved + solutions.unsolved + silent(solutions.unanswered))
    case "satisfaction": {
      const { basically, satisfied, unsatisfied } = ratings
      const { denominator } = of(0, satisfied + basically + unsatisfied + silent(ratings.unanswered))
      const credited = Exact.multiply(Exact.parseUnsafe(credit), Exact.integerUnsafe(basically))
      return { numerator: Exact.add(Exact.integerUnsafe(satisfied), credited), denominator }
    }
    case "returned":
      return of(dispatches.givenBack, dispatches.made)
    case "misdispatched":
      return of(dispatches.disowned, dispatches.made)
  }
}

const denominatorOf = (name: RateName, { answers, cohort, disposals, response }: Definition): Label => {
  switch (name) {
    case "response":
      return response.limit === undefined
        ? cohorts.received
        : { zh: `本期受理并计时限“${response.limit}”`, en: `received in the period, with the limit ${response.limit}` }
    case "closing":
    case "onTime":
      return disposals.are === "closed" ? cohorts[cohort] : worked(cohorts[cohort])
    case "solving":
      return ANSWERED.solving[answers.unanswered]
    case "satisfaction":
      return ANSWERED.satisfaction[answers.unanswered]
    case "returned":
    case "misdispatched":
      return { zh: "本期派单", en: "dispatches made in the period" }
  }
}

const worked = ({ en, zh }: { readonly zh: string; readonly en: string }): Label => ({
  zh: `${zh}（处置的不计办结）`,
  en: `${en}, the disposed of not closed`,
})

const ANSWERED = {
  solving: {
    apart: { zh: "已答复是否解决", en: "answered whether solved" },
    counted: { zh: "询问是否解决（含未答复）", en: "asked whether solved, answered or not" },
  },
  satisfaction: {
    apart: { zh: "已评价", en: "rated" },
    counted: { zh: "评价和回访（含未评价）", en: "rated or asked, answered or not" },
  },
} as const

/**
 * {@link rates}, throwing a `FaultError`.
 *
 * @example
 * ```ts
 * import { Rate, Unit } from "dangjian/foundation"
 * import { OrderCounts } from "dangjian/orders"
 * import assert from "node:assert/strict"
 *
 * // 虚构：满意8、基本满意4、不满意2、未答复6，基本满意折半
 * const ratings = { satisfied: 8, basically: 4, unsatisfied: 2, unanswered: 6 }
 * const half = { ...OrderCounts.plain, credit: "0.5" }
 * const { satisfaction } = OrderCounts.ratesUnsafe({ ...OrderCounts.none, ratings }, half, Unit.known.case)
 * assert.equal(Rate.percent(satisfaction, 1, "halfUp"), "71.4%")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const ratesUnsafe = (
  self: Counts,
  definition: Definition,
  unit: { readonly id: string },
  figure: Figure = "all",
): Readonly<Record<RateName, Rate.Rate>> => getOrThrow(rates(self, definition, unit, figure))

/**
 * The three rates in one figure by weights. Fails with `orderCounts.weights`.
 *
 * @example
 * ```ts
 * import { Exact, Unit } from "dangjian/foundation"
 * import { OrderCounts } from "dangjian/orders"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * // 权重据媒体转述的北京早期做法，未见文件；数字虚构
 * const weights = { response: "30", solving: "35", satisfaction: "35", absent: "apart", note: "未见文件，只作示例" } as const
 * const solutions = { solved: 6, unsolved: 4, unanswered: 0 }
 * const ratings = { satisfied: 8, basically: 0, unsatisfied: 2, unanswered: 0 }
 * const counts = { ...OrderCounts.none, toRespond: 10, responded: 10, respondedInTime: 10, solutions, ratings }
 * const of = (each: OrderCounts.Counts) => OrderCounts.ratesUnsafe(each, OrderCounts.plain, Unit.known.case)
 * const { value } = Result.getOrThrow(OrderCounts.combined(of(counts), weights))
 * assert.equal(value !== undefined && Exact.text(value), "0.79")
 *
 * const unrated = Result.getOrThrow(OrderCounts.combined(of({ ...counts, ratings: OrderCounts.none.ratings }), weights))
 * assert.deepEqual(unrated, { absent: ["satisfaction"] })
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const combined = (
  self: Readonly<Record<"response" | "solving" | "satisfaction", Rate.Rate>>,
  weights: Weights,
): Result.Result<Combined, ReadonlyArray<OrderCountsFault>> => {
  const given = THREE.map((name) => [name, Exact.parse(weights[name])] as const)
  const faults = given.flatMap(([name, weight]) =>
    Result.isFailure(weight) || Exact.sign(weight.success) < 0
      ? [fault("orderCounts.weights", { value: weights[name] }, [name])]
      : [],
  )
  if (faults.length > 0) return Result.fail(faults)
  const parts = given.map(([name, weight]) => ({
    name,
    weight: Result.getOrThrow(weight),
    rate: Rate.value(self[name]),
  }))
  const whole = Exact.sum(parts.map(({ weight }) => weight))
  if (Exact.sign(whole) === 0) return Result.fail([fault("orderCounts.weights", { value: Exact.text(whole) })])
  const absent = parts.flatMap(({ name, rate }) => (rate === undefined ? [name] : []))
  const present = Exact.sum(parts.map(({ rate, weight }) => (rate === undefined ? Exact.zero : weight)))
  const sum = Exact.sum(
    parts.map(({ rate, weight }) => (rate === undefined ? Exact.zero : Exact.multiply(weight, rate))),
  )
  const isApart = absent.length > 0 && weights.absent === "apart"
  if (isApart || Exact.sign(present) === 0) return Result.succeed({ absent })
  return Result.succeed({ value: Exact.divideUnsafe(sum, present), absent })
}

const THREE = ["response", "solving", "satisfaction"] as const

// ---------------------------------------------------------------- operations

/**
 * The counts of two sets of orders taken together. They must share no order.
 *
 * @example
 * ```ts
 * import { OrderCounts } from "dangjian/orders"
 * import assert from "node:assert/strict"
 *
 * const one = { ...OrderCounts.none, received: 2, ended: 1, carriedOut: 1 } // made up
 * assert.equal(OrderCounts.add(one, one).received, 4)
 * assert.deepEqual(OrderCounts.add(one, OrderCounts.none), one)
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const add = (a: Counts, b: Counts): Counts => ({
  received: a.received + b.received,
  carriedIn: a.carriedIn + b.carriedIn,
  ended: a.ended + b.ended,
  carriedOut: a.carriedOut + b.carriedOut,
  undated: a.undated + b.undated,
  outcomes: added(a.outcomes, b.outcomes),
  closings: a.closings + b.closings,
  due: a.due + b.due,
  closed: a.closed + b.closed,
  closedInTime: a.closedInTime + b.closedInTime,
  disposed: a.disposed + b.disposed,
  disposedInTime: a.disposedInTime + b.disposedInTime,
  overdueOpen: a.overdueOpen + b.overdueOpen,
  toRespond: a.toRespond + b.toRespond,
  responded: a.responded + b.responded,
  respondedInTime: a.respondedInTime + b.respondedInTime,
  dispatches: added(a.dispatches, b.dispatches),
  ratings: added(a.ratings, b.ratings),
  solutions: added(a.solutions, b.solutions),
  deeds: added(a.deeds, b.deeds),
  persons: a.persons + b.persons,
})

const added = <K extends string>(a: Readonly<Record<K, number>>, b: Readonly<Record<K, number>>): Record<K, number> => {
  const sum: Record<K, number> = { ...a }
  for (const key in sum) sum[key] = a[key] + b[key]
  return sum
}

// ---------------------------------------------------------------- decisions

/**
 * Everything that is wrong with a definition: a credit that is no exact number from 0 to 1.
 *
 * @example
 * ```ts
 * import { OrderCounts } from "dangjian/orders"
 * import assert from "node:assert/strict"
 *
 * assert.deepEqual(OrderCounts.check(OrderCounts.plain), [])
 * assert.equal(OrderCounts.check({ ...OrderCounts.plain, credit: "1.5" })[0]?.code, "orderCounts.credit")
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const check = ({ credit }: Definition): ReadonlyArray<OrderCountsFault> => {
  const exact = Exact.parse(credit)
  const isShare =
    Result.isSuccess(exact) && Exact.sign(exact.success) >= 0 && Exact.compare(exact.success, Exact.one) <= 0
  return isShare ? [] : [fault("orderCounts.credit", { value: credit.slice(0, 80) }, ["credit"])]
}

/**
 * Everything that counts of one and the same orders cannot be: a part above its cohort, sums that do not balance, or
 * persons served without a service.
 *
 * @example
 * ```ts
 * import { OrderCounts } from "dangjian/orders"
 * import assert from "node:assert/strict"
 *
 * const counts = { ...OrderCounts.none, due: 3, closed: 4 } // made up
 * assert.deepEqual(OrderCounts.checkCounts(counts).map(({ code, path }) => [code, path]), [["orderCounts.cohort", ["closed"]]])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const checkCounts = (self: Counts): ReadonlyArray<OrderCountsFault> => {
  const { deeds, dispatches, outcomes } = self
  const { made, ...ends } = dispatches
  const parts = [
    ["closed", self.closed, self.due],
    ["closedInTime", self.closedInTime, self.closed],
    ["disposed", self.disposed, self.closed],
    ["disposedInTime", self.disposedInTime, Math.min(self.disposed, self.closedInTime)],
    ["overdueOpen", self.overdueOpen, Math.max(0, self.due - self.closed)],
    ["responded", self.responded, self.toRespond],
    ["respondedInTime", self.respondedInTime, self.responded],
    ["toRespond", self.toRespond, self.received],
    ["undated", self.undated, self.carriedOut],
    ["closings", self.closings, self.received + self.carriedIn],
    ["deeds", deeds.request + deeds.requestFor + deeds.find, self.received],
  ] as const
  const balances = [
    ["carriedOut", self.ended + self.carriedOut, self.received + self.carriedIn],
    ["outcomes", sumOf(outcomes), self.ended],
    ["dispatches", sumOf(ends), made],
    ["deeds", deeds.dispatch, made],
  ] as const
  return [
    ...parts.flatMap(([name, part, whole]) =>
      part > whole ? [fault("orderCounts.cohort", { name, part, whole }, [name])] : [],
    ),
    ...balances.flatMap(([name, one, other]) =>
      one === other ? [] : [fault("orderCounts.balance", { name, one, other }, [name])],
    ),
    ...(self.persons > 0 && deeds.serve === 0 ? [fault("orderCounts.unserved", {}, ["persons"])] : []),
  ]
}

const sumOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0)

// ---------------------------------------------------------------- instances

/**
 * What the orders due are called under each cohort.
 *
 * @category instances
 * @since 0.1.0
 */
export const cohorts: Readonly<Record<Cohort, Label & { readonly en: string }>> = {
  deadline: { zh: "本期到期应办结", en: "due in the period" },
  deadlineOrOverdue: { zh: "本期到期和此前逾期未结", en: "due in the period, or overdue and open at its start" },
  received: { zh: "本期受理", en: "received in the period" },
  load: { zh: "本期受理和上期结转", en: "received in the period, or carried into it" },
}

/**
 * What the rates are called.
 *
 * @category instances
 * @since 0.1.0
 */
export const rateLabels: Readonly<Record<RateName, Label>> = {
  response: { zh: "响应率", en: "rate of response" },
  closing: { zh: "办结率", en: "rate closed" },
  onTime: { zh: "按期办结率", en: "rate closed in time" },
  solving: { zh: "解决率", en: "rate solved" },
  satisfaction: { zh: "满意率", en: "rate satisfied" },
  returned: { zh: "退单率", en: "rate given back" },
  misdispatched: { zh: "错派率", en: "rate wrongly dispatched" },
}

const zeros = <K extends string>(keys: ReadonlyArray<K>): Readonly<Record<K, number>> =>
  Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>

const nothing = (): Counts => ({
  received: 0,
  carriedIn: 0,
  ended: 0,
  carriedOut: 0,
  undated: 0,
  outcomes: zeros(keysOf(OrderTerm.outcomes)),
  closings: 0,
  due: 0,
  closed: 0,
  closedInTime: 0,
  disposed: 0,
  disposedInTime: 0,
  overdueOpen: 0,
  toRespond: 0,
  responded: 0,
  respondedInTime: 0,
  dispatches: zeros(FATES),
  ratings: zeros(keysOf(OrderTerm.ratings)),
  solutions: zeros(keysOf(OrderTerm.solutions)),
  deeds: zeros(keysOf(OrderTerm.deeds)),
  persons: 0,
})

/**
 * The counts of no orders.
 *
 * @category instances
 * @since 0.1.0
 */
export const none: Counts = /* @__PURE__ */ nothing()

/**
 * A definition without any local rule: due by the deadline, counted up to the moment, nothing left out, the last answer
 * of each order in the period whoever told it, no answer apart, what is disposed of closed, and no credit for basically
 * satisfied. A place replaces it by its own.
 *
 * **Gotchas** Where the clock starts with the claim (领单), as in the five orders, an order that nobody claims has no
 * deadline and is never among those due: look at `undated` and at `OrderClock.age`.
 *
 * @category instances
 * @since 0.1.0
 */
export const plain: Definition = {
  id: "plain",
  version: "1",
  label: { zh: "按到期日统计", en: "by the deadline" },
  cohort: "deadline",
  until: "moment",
  exclusions: [],
  disposals: { outcomes: ["notFeasible", "notOurs", "refused", "withdrawn", "merged", "excluded"], are: "closed" },
  response: { deeds: responses },
  answers: { of: "period", take: "last", from: ["requester", "revisit", "lapse"], unanswered: "apart" },
  credit: "0",
}
