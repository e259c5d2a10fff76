/**
 * Published time limits of service orders (工单时限), as data that is put into any scheme by `OrderScheme.timed`: Shandong 2020, Bengbu,
 * Daishan 2011, Guangling 2025, and the draft rules of Beijing's hotline.
 *
 * **Details**
 *
 * Every limit says in its note where its clock starts: at the dispatch (派单起算), or at the request. None of these texts starts one at the sign-in (签收、接单), and
 * none should: a clock that starts only there lets a unit stall by not signing. At the level of the order a clock starts with the first dispatch and is not
 * started again by a return: the order keeps its age, whoever has it.
 *
 * A limit of an order that names no end runs to the end of the order. Where its result leaves the hands that did it earlier (published,
 * supervised, rated, surveyed), {@link fitted} lets it end there, for what follows is the time of whoever rates.
 *
 * @since 0.1.0
 */
import type { Citation } from "../foundation/Citation.js"
import * as OrderScheme from "../orders/OrderScheme.js"
import * as OrderTerm from "../orders/OrderTerm.js"
import type { Limit, LimitUnit } from "../process/Limit.js"
import type { Move } from "../process/Workflow.js"

// ---------------------------------------------------------------- constructors

/**
 * A text on time limits as it stands in a scheme: the limits of the order that name no end get the scheme's own
 * ({@link results}), and the one that is due, where it can be extended, gets its move (`extend`, 延期): taken while the order is in hand and before the limit has run
 * out, by whoever accepts the results, and as often as the text allows.
 *
 * @example
 * ```ts
 * import { OrderScheme } from "dangjian/orders"
 * import { FiveOrders, OrderLimits } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const timing = OrderLimits.fitted(FiveOrders.scheme, OrderLimits.shandong2020)
 * assert.deepEqual(timing.order.map(({ ends, id }) => [id, ends]), [["closing", ["publish"]]])
 * assert.deepEqual(timing.extensions.order.map(({ by, extends: extension }) => [by, extension]), [
 *   [["branch"], { limit: "closing", by: "days" }],
 * ])
 * const timed = OrderScheme.timed(FiveOrders.scheme, timing)
 * assert.deepEqual(OrderScheme.check(timed), [])
 * assert.equal(timed.due, "closing")
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const fitted = (scheme: OrderScheme.OrderScheme, timing: OrderScheme.Timing): OrderScheme.Timing => {
  const ends = results(scheme)
  return {
    ...timing,
    order: timing.order.map((limit) => (limit.ends.length === 0 ? { ...limit, ends } : limit)),
    extensions: {
      ...timing.extensions,
      order: timing.order
        .filter(({ extension, id }) => extension !== undefined && id === timing.due)
        .map((limit) => extending(scheme, limit)),
    },
  }
}

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
 * The moves by which an order leaves its hands with an accepted result: what publishes, supervises, rates, surveys or closes it
 * first. In the order of the scheme's moves.
 *
 * @example
 * ```ts
 * import { FiveOrders, OrderLimits, ZiyunOrders } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * assert.deepEqual(OrderLimits.results(FiveOrders.scheme), ["publish"])
 * assert.deepEqual(OrderLimits.results(ZiyunOrders.scheme), ["close"])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const results = (scheme: OrderScheme.OrderScheme): ReadonlyArray<string> =>
  scheme.order.moves
    .filter(
      ({ from = [], id, to }) =>
        RESULTING.includes(OrderScheme.deedOf(scheme, id)) &&
        from.some((stage) => scheme.inHand.includes(stage)) &&
        typeof to === "string" &&
        !scheme.inHand.includes(to),
    )
    .map(({ id }) => id)

/** What speaks of a result that was accepted. */
const RESULTING: ReadonlyArray<OrderTerm.Deed | undefined> = ["supervise", "publish", "rate", "revisit", "close"]

// ---------------------------------------------------------------- instances

const FIRST_DISPATCH = "自首次派单起算，退单再派不重计；挂账、挂起是否停表未载，按不停计"

const ofShandong: Citation = {
  title: "山东省政务服务热线管理办法",
  issuer: "山东省",
  date: "2020",
  standing: "report",
  note: "据2020年1月7日的报道转述，原文未见，条款号未见",
}

/**
 * Shandong 2020: done and answered within five working days of the dispatch; what is especially complex is extended, by ten working days at most as a rule;
 * what is not the unit's business is returned with the reason within two working days. How the first day counts the report does not say: it is not counted
 * here, as in the general law (民法典第二百零一条).
 *
 * **Details** Order: `closing`, extensible, due. Dispatch: `notOurs`. How many times the first may be extended is not said.
 *
 * @category instances
 * @since 0.1.0
 */
export const shandong2020: OrderScheme.Timing = {
  order: [
    /* @__PURE__ */ ground("closing", CLOSING, 5, "workingDay", {
      starts: "inHand",
      extension: { most: 10, cite: ofShandong },
      cite: ofShandong,
      note: `${FIRST_DISPATCH}；派单当日不计；原文为接到事项起5个工作日，特别复杂的延期“一般”不超过10个工作日`,
    }),
  ],
  dispatch: [
    /* @__PURE__ */ ground("notOurs", { zh: "非本单位职责退回", en: "return as not ours" }, 2, "workingDay", {
      starts: "dispatched",
      ends: ["takeOn", "disown"],
      cite: ofShandong,
      note: "自派单起算，派单当日不计；接单即不再以此为由退回",
    }),
  ],
  extensions: none,
  due: "closing",
}

const ofBengbu: Citation = {
  title: "蚌埠市长热线工作制度",
  issuer: "蚌埠市",
  standing: "report",
  note: "据网站转载，题名为概称，年份未载，条款号未见",
}

const bengbu = (amount: number, channel: string): OrderScheme.Timing => ({
  order: [
    ground("closing", CLOSING, amount, "workingDay", {
      starts: "inHand",
      cite: ofBengbu,
      note: `${channel}；起算未载，${FIRST_DISPATCH}；首日是否计入未载，按不计`,
    }),
  ],
  dispatch: [
    ground("signing", SIGNING, 1, "workingDay", {
      starts: "dispatched",
      ends: ["takeOn"],
      cite: ofBengbu,
      note: "自派单起算，以接单为签收；首日是否计入未载，按不计",
    }),
  ],
  extensions: none,
  due: "closing",
})

/**
 * Bengbu, orders that came by telephone: signed within one working day, done within five.
 *
 * **Details** Order: `closing`, due. Dispatch: `signing`. The minutes within which a call that is handed over is answered are left out.
 *
 * @category instances
 * @since 0.1.0
 */
export const bengbuPhone: OrderScheme.Timing = /* @__PURE__ */ bengbu(5, "电话渠道")

/**
 * Bengbu, orders from the province and from the network: signed within one working day, done within three.
 *
 * @category instances
 * @since 0.1.0
 */
export const bengbuOnline: OrderScheme.Timing = /* @__PURE__ */ bengbu(3, "省级转办和网络渠道")

const ofDaishan: Citation = {
  title: "渔农村党员干部服务办事“工单制”",
  issuer: "岱山县",
  date: "2011-06-02",
  standing: "report",
  note: "据报道转述，规定原文未见；日期为报道日期",
}

/**
 * Daishan 2011: what a cadre cannot decide alone is reported to the community or town, and a promise given within seven days at the latest. Only
 * for schemes in which an order can be lifted to the superior level. By when it is then done is what the promise itself says,
 * so that nothing is due by this text.
 *
 * **Details** Order: `promise`.
 *
 * @category instances
 * @since 0.1.0
 */
export const daishan2011: OrderScheme.Timing = {
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
}

const ofGuangling: Citation = {
  title: "基层“吹哨” 部门“报到”",
  issuer: "扬州日报",
  date: "2025-12-03",
  standing: "report",
  note: "报道扬州市广陵区的做法，规定原文未见",
}

const guangling = (amount: number, unit: LimitUnit, countsFirstDay: boolean, note: string): OrderScheme.Timing => ({
  order: [
    ground("closing", CLOSING, amount, unit, {
      starts: "inHand",
      countsFirstDay,
      cite: ofGuangling,
      note: `${note}；起算未载，${FIRST_DISPATCH}`,
    }),
  ],
  dispatch: [],
  extensions: none,
  due: "closing",
})

/**
 * Guangling 2025, simple matters: done on the day itself.
 *
 * **Details** Order: `closing`, due.
 *
 * @category instances
 * @since 0.1.0
 */
export const guanglingSimple: OrderScheme.Timing = /* @__PURE__ */ guangling(
  1,
  "calendarDay",
  true,
  "简单事项当日办结，派单当日即首日",
)

/**
 * Guangling 2025, complex matters: done within ten working days.
 *
 * **Details** Order: `closing`, due.
 *
 * @category instances
 * @since 0.1.0
 */
export const guanglingComplex: OrderScheme.Timing = /* @__PURE__ */ guangling(
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
): OrderScheme.Timing => ({
  order: [
    ...(dispatchedWithin === undefined
      ? []
      : [
          ground("dispatching", DISPATCHING, dispatchedWithin, "clockHour", {
            starts: "requested",
            ends: ["inHand", "joined"],
            cite: ofBeijing,
            note: `${name}；自受理（点单）起算`,
          }),
        ]),
    ground("closing", { zh: "反馈", en: "feedback" }, ...answer, {
      starts: "inHand",
      cite: ofBeijing,
      note: `${name}；起算未载，${FIRST_DISPATCH}；以日计的为日历天，首日是否计入未载，按不计`,
    }),
  ],
  dispatch: [],
  extensions: none,
  due: "closing",
})

/**
 * Beijing, emergencies and what may cost lives or property: dispatched within one hour, answered within two.
 *
 * **Details** Order: `dispatching` from the request, `closing` from the dispatch, due.
 *
 * @category instances
 * @since 0.1.0
 */
export const beijingEmergency: OrderScheme.Timing = /* @__PURE__ */ beijing(
  "突发事件和可能造成生命财产损失的诉求",
  [2, "clockHour"],
  1,
)

/**
 * Beijing, water, power, gas and heating: dispatched within two hours, answered within 24.
 *
 * @category instances
 * @since 0.1.0
 */
export const beijingUtilities: OrderScheme.Timing = /* @__PURE__ */ beijing(
  "水电气热等及时性诉求",
  [24, "clockHour"],
  2,
)

/**
 * Beijing, the general run: dispatched within 24 hours, answered within seven days.
 *
 * @category instances
 * @since 0.1.0
 */
export const beijingGeneral: OrderScheme.Timing = /* @__PURE__ */ beijing("一般诉求", [7, "calendarDay"], 24)

/**
 * Beijing, complex and difficult matters: answered within 15 days. Within what time they are dispatched is not told.
 *
 * @category instances
 * @since 0.1.0
 */
export const beijingComplex: OrderScheme.Timing = /* @__PURE__ */ beijing("复杂疑难诉求", [15, "calendarDay"])
