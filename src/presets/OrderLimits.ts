/**
 * Published time limits of service orders (工单时限), as data that is put into a scheme by `fitted`, then
 * `OrderScheme.timed`: Shandong 2020, Bengbu, Daishan 2011, Guangling 2025, and the draft rules of Beijing's hotline.
 *
 * **Details**
 *
 * Every limit says in its note where its clock starts. That of an order starts where it is received by whoever has to
 * dispatch it: with the claim by the grid (领单), and where nobody claims with the request (点单). So an order that nobody
 * dispatches becomes overdue like one that nobody does, and no return starts the clock again: the order keeps its age,
 * whoever has it. What is to be done anew is received anew, and begins a further run. That of a dispatch starts at the
 * dispatch (派单). None of these texts starts one at the sign-in (签收、接单), and none should: a clock that starts only
 * there lets a unit stall by not signing.
 *
 * The clock of an order ends when a result of it is accepted (验收) and no dispatch is open any more: what follows is the
 * time of whoever supervises, publishes and rates, and is not counted against those who work. It stands still while the
 * order is merged into another (并单待结), for its root is worked on then; in which cases else it stands still these texts
 * do not say, so that it never does. All this is put in by {@link fitted}: a text as it was published names no end of its
 * own, and `OrderScheme.timed` does not take it.
 *
 * The rules of Guangzhou 2018 are not here: what is known of them is how they count (日 is the working day, the first
 * day included: `unit: "workingDay"`, `countsFirstDay: true`), and not how many days they give for what. A limit
 * without an amount is none.
 *
 * **Gotchas** In the five orders (五单) the clock of an order starts with the claim (领单), so that an order that nobody
 * claims has no deadline and never becomes overdue. Look at `undated` of `OrderCounts`, where such orders are counted,
 * and at `OrderClock.age`, which runs from the request. To begin at the request instead, spread what {@link fitted}
 * gives with another `starts`:
 * `{ ...timing, order: timing.order.map((limit) => ({ ...limit, starts: "requested" })) }`. Rework (返工) then begins no
 * further run, for it goes back to the claim and not to the request.
 *
 * @since 0.1.0
 */
import type { Citation } from "../foundation/Citation.js"
import * as OrderScheme from "../orders/OrderScheme.js"
import * as OrderTerm from "../orders/OrderTerm.js"
import type { Limit, LimitUnit } from "../process/Limit.js"
import { type Move, stageOf } from "../process/Workflow.js"

// ---------------------------------------------------------------- models

/**
 * A text on time limits as it was published (原文), before it is put into a scheme: limits that leave their end to the
 * scheme name none. It goes through {@link fitted}, and a text of one's own can too.
 *
 * @category models
 * @since 0.1.0
 */
export interface Published {
  readonly text: OrderScheme.Timing
}

// ---------------------------------------------------------------- constructors

/**
 * A text on time limits as it stands in a scheme, for `OrderScheme.timed`. The limits of the order that name no end get that of the scheme
 * ({@link results}), and stand still while it is merged into another; those of them that start with the request start
 * where whoever has to dispatch it receives it ({@link received}). The one that is due, where it can be extended, gets
 * its move (`extend`, 延期): taken while the order is in hand and before the limit has run out, by whoever accepts the
 * results, and as often as the text allows.
 *
 * **Gotchas** Where there is a stage of claiming, as in the five orders, an order that nobody claims has no deadline: see
 * the head of this module for what to look at, and how to begin at the request.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, type WorkCalendar } from "dangjian/foundation"
 * import { OrderClock, OrderScheme, ServiceOrder } from "dangjian/orders"
 * import { FiveOrders, OrderLimits } from "dangjian/presets"
 * import { Decider } from "dangjian/process"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const timing = OrderLimits.fitted(FiveOrders.scheme, OrderLimits.shandong2020)
 * assert.deepEqual(
 *   timing.order.map(({ ends, holds, id, starts }) => [id, starts, ends, holds]),
 *   [["closing", "claimed", ["accept"], ["joined"]]],
 * )
 * const scheme = OrderScheme.timed(FiveOrders.scheme, timing)
 * assert.deepEqual(OrderScheme.check(scheme), [])
 *
 * // Made up: a calendar without holidays.
 * const day = CivilDate.parseUnsafe
 * const calendar: WorkCalendar.WorkCalendar = {
 *   from: day("2020-03-01"),
 *   to: day("2020-06-01"),
 *   weekend: [6, 7],
 *   days: [],
 * }
 * // Whether it is in time to extend (未超时限) is told by the clocks: without them `extend` is refused as untold.
 * const tells = OrderClock.tells(scheme, { calendar })
 * const orders = ServiceOrder.decider(scheme, (role, { actor }) => actor.post === role, tells)
 * const taken = (post: string, move: string, rest: Omit<ServiceOrder.Taken, "order" | "move">) => ({
 *   id: move,
 *   actor: { post, person: post },
 *   content: { order: "o1", move, ...rest },
 * })
 * const steps = [
 *   taken("resident", "request", { fields: { what: "路灯不亮" } }),
 *   taken("grid", "claim", { fields: {} }),
 *   taken("branch", "dispatch", { dispatch: "d1", fields: { doer: "p2" } }),
 *   taken("branch", "extend", { fields: { days: 10 } }),
 * ]
 * const deadlines: Array<string | number | undefined> = []
 * let stream = Decider.start(orders)
 * for (const [index, step] of steps.entries()) {
 *   const at = { on: day("2020-03-02"), recordedAt: Coordinate.instantUnsafe(1583107200000 + index) }
 *   stream = Result.getOrThrow(Decider.handle(orders, stream, { ...step, ...at })).stream
 *   const due = Result.getOrThrow(OrderClock.due(scheme, stream.state, { calendar }, at))
 *   deadlines.push(due?.reading.deadline)
 * }
 * // None before the claim; then five working days, and ten more.
 * assert.deepEqual(deadlines, [undefined, "2020-03-09", "2020-03-09", "2020-03-23"])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const fitted = (scheme: OrderScheme.OrderScheme, { text }: Published): OrderScheme.Timing => ({
  ...text,
  order: text.order.map((limit) => (limit.ends.length === 0 ? ending(scheme, limit) : limit)),
  extensions: {
    ...text.extensions,
    order: text.order
      .filter(({ extension, id }) => extension !== undefined && id === text.due)
      .map((limit) => extending(scheme, limit)),
  },
})

const ending = (scheme: OrderScheme.OrderScheme, limit: Limit): Limit => ({
  ...limit,
  starts: opened(scheme).includes(limit.starts) ? (received(scheme) ?? limit.starts) : limit.starts,
  ends: results(scheme),
  holds: [...new Set([...limit.holds, ...joined(scheme)])],
})

const opened = ({ order }: OrderScheme.OrderScheme): ReadonlyArray<string> =>
  order.moves.flatMap(({ from, to }) => (from === undefined && typeof to === "string" ? [to] : []))

const joined = (scheme: OrderScheme.OrderScheme): ReadonlyArray<string> =>
  scheme.order.moves.flatMap(({ id, to }) =>
    OrderScheme.deedOf(scheme, id) === "merge" && typeof to === "string" && stageOf(scheme.order, to)?.kind !== "end"
      ? [to]
      : [],
  )

const extending = ({ deeds, inHand, order }: OrderScheme.OrderScheme, { extension, id }: Limit): Move => {
  const accepting = order.moves.filter((move) => deeds[move.id] === "accept")
  const times = extension?.times
  const inTime = { told: "未超时限" }
  return {
    id: "extend",
    label: OrderTerm.deeds.extend,
    from: inHand,
    to: { way: "stay" },
    by: [...new Set(accepting.flatMap(({ by }) => by))],
    needs: ["days"],
    when: times === undefined ? inTime : { all: [inTime, { count: ["extend"], most: times - 1 }] },
    extends: { limit: id, by: "days" },
  }
}

const ground = (
  id: string,
  label: Limit["label"] & {},
  amount: number,
  unit: LimitUnit,
  rest: Pick<Limit, "starts"> & Partial<Limit>,
): Limit => ({ id, label, amount, unit, countsFirstDay: false, ends: [], holds: [], ...rest })

const CLOSING = { zh: "办结", en: "closing" }
const SIGNING = { zh: "签收", en: "sign-in" }
const DISPATCHING = { zh: "派单", en: "dispatch" }

const none = { order: [], dispatch: [] }

// ---------------------------------------------------------------- getters

/**
 * The stage in which an order is received by whoever has to dispatch it (接到事项): the first from which a dispatch leads
 * and that is not in hand yet, in the order of the scheme's moves; `undefined` where there is none.
 *
 * @example
 * ```ts
 * import { FiveOrders, OrderLimits, ZiyunOrders } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * assert.equal(OrderLimits.received(FiveOrders.scheme), "claimed")
 * assert.equal(OrderLimits.received(ZiyunOrders.scheme), "requested")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const received = (scheme: OrderScheme.OrderScheme): string | undefined =>
  scheme.order.moves
    .filter(({ id }) => OrderScheme.deedOf(scheme, id) === "dispatch")
    .flatMap(({ from = [] }) => from)
    .find((stage) => !scheme.inHand.includes(stage))

/**
 * The moves by which a result of an order is accepted (验收), as its limits end with them.
 *
 * @example
 * ```ts
 * import { LinyouOrders, OrderLimits } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * // Surveyed every quarter; what waits for the survey is done.
 * assert.deepEqual(OrderLimits.results(LinyouOrders.scheme), ["accept"])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const results = (scheme: OrderScheme.OrderScheme): ReadonlyArray<string> =>
  OrderScheme.movesOf(scheme, "accept").filter((move) => OrderScheme.isJoint(scheme, move))

// ---------------------------------------------------------------- instances

const RECEIPT =
  "自收到工单起算（设领单的自领单起，不设的自点单起），未派的同样计时，退单再派不重计，返工另计；挂账、挂起是否停表未载，按不停计；并单期间停表，验收且派单均已了结即止，系在此设定"

const ofShandong: Citation = {
  title: "山东省政务服务热线管理办法",
  issuer: "山东省",
  date: "2020",
  standing: "report",
  note: "据2020年1月7日的报道转述，原文未见，条款号未见",
}

/**
 * Shandong 2020: done and answered within five working days of the receipt (接到事项起); what is especially complex is
 * extended, by ten working days at most as a rule; what is not the unit's business is returned with the reason within
 * two working days. How the first day counts the report does not say: it is not counted here, as in the general law
 * (民法典第二百零一条).
 *
 * **Details** Order: `closing` from the receipt, extensible, due. Dispatch: `notOurs` from the dispatch. How many times
 * the first may be extended is not said.
 *
 * Put into a scheme by {@link fitted}.
 *
 * @category instances
 * @since 0.1.0
 */
export const shandong2020: Published = {
  text: {
    order: [
      /* @__PURE__ */ ground("closing", CLOSING, 5, "workingDay", {
        starts: "requested",
        extension: { most: 10, cite: ofShandong },
        cite: ofShandong,
        note: `原文为接到事项起5个工作日，特别复杂的延期“一般”不超过10个工作日；${RECEIPT}；收到当日不计`,
      }),
    ],
    dispatch: [
      /* @__PURE__ */ ground("notOurs", { zh: "非本单位职责退回", en: "return as not ours" }, 2, "workingDay", {
        starts: "dispatched",
        ends: ["takeOn", "disown"],
        cite: ofShandong,
        note: "自派单起算，派单当日不计；接单即不再以此为由退回；裁定承办的不得退回，不计",
      }),
    ],
    extensions: none,
    due: "closing",
  },
}

const ofBengbu: Citation = {
  title: "蚌埠市长热线工作制度",
  issuer: "蚌埠市",
  standing: "report",
  note: "据网站转载，题名为概称，年份未载，条款号未见",
}

const bengbu = (amount: number, channel: string): Published => ({
  text: {
    order: [
      ground("closing", CLOSING, amount, "workingDay", {
        starts: "requested",
        cite: ofBengbu,
        note: `${channel}；起算未载，${RECEIPT}；首日是否计入未载，按不计`,
      }),
    ],
    dispatch: [
      ground("signing", SIGNING, 1, "workingDay", {
        starts: "dispatched",
        ends: ["takeOn"],
        cite: ofBengbu,
        note: "自派单起算，以接单为签收；首日是否计入未载，按不计；裁定承办的另由裁定限期，此处不计",
      }),
    ],
    extensions: none,
    due: "closing",
  },
})

/**
 * Bengbu, orders that came by telephone: signed within one working day, done within five.
 *
 * **Details** Order: `closing` from the receipt, due. Dispatch: `signing` from the dispatch. The minutes within which a
 * call that is handed over is answered are left out.
 *
 * Put into a scheme by {@link fitted}.
 *
 * @category instances
 * @since 0.1.0
 */
export const bengbuPhone: Published = /* @__PURE__ */ bengbu(5, "电话渠道")

/**
 * Bengbu, orders from the province and from the network: signed within one working day, done within three.
 *
 * Put into a scheme by {@link fitted}.
 *
 * @category instances
 * @since 0.1.0
 */
export const bengbuOnline: Published = /* @__PURE__ */ bengbu(3, "省级转办和网络渠道")

const ofDaishan: Citation = {
  title: "渔农村党员干部服务办事“工单制”",
  issuer: "岱山县",
  date: "2011-06-02",
  standing: "report",
  note: "据报道转述，规定原文未见；日期为报道日期",
}

/**
 * Daishan 2011: what a cadre cannot decide alone is reported to the community or town, and a promise given within seven
 * days at the latest. By when it is then done is what the promise itself says, so that nothing is due by this text.
 *
 * **Details** Order: `promise` from the lifting.
 *
 * **Gotchas** Only for schemes in which an order can be lifted to the superior level and handed down again (提级、退回):
 * of those shipped the five orders alone. In the schemes of Lingling, Gaoping, Linyou and Ziyun there is no such stage,
 * and `OrderScheme.check` finds fault with them under this text.
 *
 * Put into a scheme by {@link fitted}.
 *
 * @category instances
 * @since 0.1.0
 */
export const daishan2011: Published = {
  text: {
    order: [
      /* @__PURE__ */ ground("promise", { zh: "承诺答复", en: "promise" }, 7, "calendarDay", {
        starts: "lifted",
        ends: ["handDown", "rule"],
        cite: ofDaishan,
        note: "自提级起算；七天自何时起、是否为工作日未载，按提级次日起的日历天计",
      }),
    ],
    dispatch: [],
    extensions: none,
  },
}

const ofGuangling: Citation = {
  title: "基层“吹哨” 部门“报到”",
  issuer: "扬州日报",
  date: "2025-12-03",
  standing: "report",
  note: "报道扬州市广陵区的做法，规定原文未见",
}

const guangling = (amount: number, unit: LimitUnit, countsFirstDay: boolean, note: string): Published => ({
  text: {
    order: [
      ground("closing", CLOSING, amount, unit, {
        starts: "requested",
        countsFirstDay,
        cite: ofGuangling,
        note: `${note}；起算未载，${RECEIPT}`,
      }),
    ],
    dispatch: [],
    extensions: none,
    due: "closing",
  },
})

/**
 * Guangling 2025, simple matters: done on the day itself.
 *
 * **Details** Order: `closing` from the receipt, due.
 *
 * Put into a scheme by {@link fitted}.
 *
 * @category instances
 * @since 0.1.0
 */
export const guanglingSimple: Published = /* @__PURE__ */ guangling(
  1,
  "calendarDay",
  true,
  "简单事项当日办结，收到当日即首日",
)

/**
 * Guangling 2025, complex matters: done within ten working days.
 *
 * **Details** Order: `closing` from the receipt, due.
 *
 * Put into a scheme by {@link fitted}.
 *
 * @category instances
 * @since 0.1.0
 */
export const guanglingComplex: Published = /* @__PURE__ */ guangling(
  10,
  "workingDay",
  false,
  "复杂事项10个工作日内；首日是否计入未载，按不计",
)

const ofBeijing: Citation = {
  title: "12345热线服务与管理规范（征求意见稿）",
  issuer: "北京市市场监督管理局",
  date: "2021-12",
  standing: "report",
  note: "据报道转述征求意见稿，定稿未核对，条款号未见",
}

const beijing = (
  name: string,
  answer: readonly [amount: number, unit: LimitUnit],
  dispatchedWithin?: number,
): Published => ({
  text: {
    order: [
      ...(dispatchedWithin === undefined
        ? []
        : [
            ground("dispatching", DISPATCHING, dispatchedWithin, "clockHour", {
              starts: "requested",
              ends: ["inHand", "joined"],
              cite: ofBeijing,
              note: `${name}；自受理（点单）起算，首次派单或并单即止`,
            }),
          ]),
      ground("closing", { zh: "反馈", en: "feedback" }, ...answer, {
        starts: "requested",
        cite: ofBeijing,
        note: `${name}；起算未载，${RECEIPT}；以日计的为日历天，首日是否计入未载，按不计`,
      }),
    ],
    dispatch: [],
    extensions: none,
    due: "closing",
  },
})

/**
 * Beijing, emergencies and what may cost lives or property: dispatched within one hour, answered within two.
 *
 * **Details** Order: `dispatching` from the request; `closing` from the receipt, so that a late dispatch gives no more
 * time, due.
 *
 * Put into a scheme by {@link fitted}.
 *
 * @category instances
 * @since 0.1.0
 */
export const beijingEmergency: Published = /* @__PURE__ */ beijing(
  "突发事件和可能造成生命财产损失的诉求",
  [2, "clockHour"],
  1,
)

/**
 * Beijing, water, power, gas and heating: dispatched within two hours, answered within 24.
 *
 * Put into a scheme by {@link fitted}.
 *
 * @category instances
 * @since 0.1.0
 */
export const beijingUtilities: Published = /* @__PURE__ */ beijing("水电气热等及时性诉求", [24, "clockHour"], 2)

/**
 * Beijing, the general run: dispatched within 24 hours, answered within seven days.
 *
 * Put into a scheme by {@link fitted}.
 *
 * @category instances
 * @since 0.1.0
 */
export const beijingGeneral: Published = /* @__PURE__ */ beijing("一般诉求", [7, "calendarDay"], 24)

/**
 * Beijing, complex and difficult matters: answered within 15 days. Within what time they are dispatched is not told.
 *
 * Put into a scheme by {@link fitted}.
 *
 * @category instances
 * @since 0.1.0
 */
export const beijingComplex: Published = /* @__PURE__ */ beijing("复杂疑难诉求", [15, "calendarDay"])
