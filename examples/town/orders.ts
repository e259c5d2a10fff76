/** What the year's orders have to show: what villagers may see of them, totals, rates, limits, one order step by step. */
import { CivilDate, type Fault, Label, Period, Quantity, Rate, Unit } from "dangjian/foundation"
import { type OrderBooks, Sentence } from "dangjian/interop"
import {
  OrderAlarm,
  OrderClock,
  OrderCounts,
  OrderLog,
  OrderStatistics,
  OrderTerm,
  OrderView,
  ServiceOrder,
} from "dangjian/orders"
import { OrderAlarms } from "dangjian/presets"
import { Decider, Limit } from "dangjian/process"
import * as Result from "effect/Result"
import { type Checked, faultsIn } from "./faults.js"
import { language, say } from "./flags.js"
import { basis, deciderOf, eveningOf, now, readOrders, rowsOf, scheme } from "./orderScene.js"
import { type Column, table } from "./print.js"
import { type Town, villagesOf } from "./scene.js"

type Books = OrderBooks.OrderBooks

const word = (label: Label.Label): string => Label.text(label, language)

// ---------------------------------------------------------------- views

/** What stands in a view under some keys; a view shows what it shows, and no more. */
const inView = (view: unknown, ...keys: ReadonlyArray<string>): unknown =>
  keys.reduce<unknown>(
    (found, key) =>
      typeof found === "object" && found !== null ? Object.entries(found).find(([k]) => k === key)?.[1] : undefined,
    view,
  )

const wordIn = (view: unknown, ...keys: ReadonlyArray<string>): string => {
  const [zh, en] = [inView(view, ...keys, "zh"), inView(view, ...keys, "en")]
  return typeof zh !== "string" ? "" : word(typeof en === "string" ? { zh, en } : { zh })
}

const plainIn = (view: unknown, ...keys: ReadonlyArray<string>): string => String(inView(view, ...keys) ?? "")

/** The orders with their public numbers, which are given in the order of publication. */
const listedOf = ({ log }: Books, town: Town): ReadonlyArray<OrderView.Listed & { readonly id: string }> => {
  const names = new Map([...town.units, ...town.organisations].map(({ id, name }) => [id, { zh: name }]))
  const cells = new Map(town.grid.cells.map(({ id, name }) => [id, { zh: name }]))
  const bodies = (id: string): OrderView.Body | undefined => {
    const [label, grid] = [names.get(id), cells.get(id)]
    return label === undefined ? grid && { label: grid, isGrid: true } : { label }
  }
  const published = (state: ServiceOrder.State): string =>
    ServiceOrder.steps(scheme, state).find(({ deed }) => deed === "publish")?.entry.on ?? ""
  return [...log.orders]
    .map(([id, { stream }]) => ({ id, state: stream.state, on: published(stream.state) }))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .map(({ id, state }, place) => ({ id, scheme, state, shown: { number: `2023-${place + 1}`, bodies } }))
}

const sheetHead: ReadonlyArray<Column> = [
  [say("编号", "No.")],
  [say("单类", "Kind")],
  [say("村、社区", "Village")],
  [say("点单", "Asked")],
  [say("晒单", "Published")],
  [say("派单", "Dispatches"), "number"],
  [say("服务", "Services"), "number"],
  [say("退单", "Returns"), "number"],
  [say("结果", "Outcome")],
  [say("评价", "Rating")],
  [say("解决", "Solved")],
]

/** The table as it may hang in the village. */
const sheetOf = (listed: ReadonlyArray<OrderView.Listed>): Checked<string> =>
  Result.map(OrderView.sheet(listed, "villagers"), (views) =>
    table(
      sheetHead,
      views.map((view) => [
        plainIn(view, "number"),
        wordIn(view, "kind", "label"),
        wordIn(view, "village"),
        plainIn(view, "requestedOn"),
        plainIn(view, "publishedOn"),
        plainIn(view, "counts", "dispatches"),
        plainIn(view, "counts", "services"),
        plainIn(view, "counts", "returns"),
        wordIn(view, "outcome", "label") || wordIn(view, "stage", "label"),
        wordIn(view, "rating", "label"),
        wordIn(view, "solved", "label"),
      ]),
    ),
  )

/** One order step by step, in the words of the scheme. */
const timelineOf = ({ shown, ...order }: OrderView.Listed): ReadonlyArray<string> =>
  OrderView.timeline(order, shown, "villagers").map((event) => {
    const [rating, by, whose] = [wordIn(event, "rating", "label"), wordIn(event, "by"), wordIn(event, "belongsTo")]
    const number = plainIn(event, "dispatch")
    const more = [
      number === "" ? "" : say(`第${number}次派单`, `dispatch ${number}`),
      rating,
      by === "" ? "" : say(`由${by}`, `by ${by}`),
      whose === "" ? "" : say(`应由${whose}办理`, `belongs to ${whose}`),
    ].filter((text) => text !== "")
    const rest = more.length === 0 ? "" : `${say("：", ": ")}${more.join(say("，", ", "))}`
    return `  ${plainIn(event, "on")}  ${wordIn(event, "label")}${rest}`
  })

// ---------------------------------------------------------------- figures

const year = Period.yearUnsafe(2023)

const rateHead: ReadonlyArray<Column> = [
  [say("指标", "Figure")],
  [say("数量", "Count"), "number"],
  [say("基数", "Base"), "number"],
  [say("比率", "Rate"), "number"],
  [say("以何为基数", "What the base is")],
]

const rateRow = (name: string, { denominator, numerator, of, ...rest }: Rate.Rate): ReadonlyArray<string> => [
  name,
  numerator.amount,
  denominator.amount,
  Rate.percent({ denominator, numerator, of, ...rest }, 1, "halfUp") ?? say("无", "none"),
  word(of),
]

interface Figures {
  readonly totals: string
  readonly rates: string
  readonly noneDue: string
}

/** The three totals, each in its unit; the rates, each with its base; and the villages in which nothing was due. */
const figuresOf = (books: Books, town: Town): Checked<Figures> => {
  const rows = rowsOf(books)
  if (Result.isFailure(rows)) return Result.fail(rows.failure)
  const asked = { period: year, now, definition: OrderCounts.plain }
  const whole = OrderStatistics.of(scheme, rows.success, { ...asked, by: "whole" })
  const villages = OrderStatistics.of(scheme, rows.success, { ...asked, by: "village" })
  if (Result.isFailure(whole) || Result.isFailure(villages)) return Result.fail(faultsIn(whole, villages))
  const counts = whole.success.cells[0]?.all ?? OrderCounts.none
  const rates = OrderCounts.rates(counts, OrderCounts.plain, Unit.known.case)
  if (Result.isFailure(rates)) return Result.fail(rates.failure)
  const { dispatches, persons, received } = OrderCounts.totals(counts, Unit.known.case)
  const [asking, sending, serving] = [received, dispatches, persons].map((total) => Quantity.text(total, language))
  const roster = villagesOf(town).map(({ id }) => id)
  const { due, noneDue } = OrderStatistics.listed(villages.success, "all", roster)
  const names = Object.keys(rates.success) as ReadonlyArray<OrderCounts.RateName>
  return Result.succeed({
    totals: say(
      `点单${asking}，派单${sending}，服务${serving}（三个数各计各的，不能相加）`,
      `Requests: ${asking}; dispatches: ${sending}; services: ${serving} (three totals in three units)`,
    ),
    rates: table(
      rateHead,
      names.map((name) => rateRow(word(OrderCounts.rateLabels[name]), rates.success[name])),
    ),
    noneDue: say(
      `本年有应办结工单的村、社区${due.length}个；没有的${noneDue.length}个另列，不计比率`,
      `Villages with orders due in the year: ${due.length}; without, listed apart and given no rate: ${noneDue.length}`,
    ),
  })
}

// ---------------------------------------------------------------- limits

const limitHead: ReadonlyArray<Column> = [
  [say("编号", "No.")],
  [say("起算", "Starts")],
  [say("到期", "Due")],
  [say("晒单", "Published")],
  [say("状态", "State")],
  [say("超期天数", "Days late"), "number"],
]

const limitsOf = (listed: ReadonlyArray<OrderView.Listed>): Checked<string> => {
  const found = listed.map(({ shown, state }) => ({ shown, due: OrderClock.due(scheme, state, basis, now) }))
  const faults = faultsIn(...found.map(({ due }) => due))
  if (faults.length > 0) return Result.fail(faults)
  const rows = found.flatMap(({ due, shown }) => {
    const read = Result.isSuccess(due) ? due.success : undefined
    if (read === undefined) return []
    const { reading, run } = read
    return [
      [
        shown.number,
        run.started.on,
        String(reading.deadline ?? ""),
        run.ended?.on ?? "",
        word(Limit.states[reading.state]),
        reading.overdue === 0 ? "" : String(reading.overdue),
      ],
    ]
  })
  return Result.succeed(table(limitHead, rows))
}

/** The light of one order on some days, as it stood then. */
const lightsOf = ({ lines }: Books, town: Town, id: string, days: ReadonlyArray<string>): ReadonlyArray<string> =>
  days.flatMap((text) => {
    const day = CivilDate.parseUnsafe(text)
    const at = eveningOf(day)
    const state = OrderLog.asOf(deciderOf(town), lines, at).get(id)?.state
    const due = state && OrderClock.due(scheme, state, basis, { on: day, recordedAt: at.knownAt })
    const light = due !== undefined && Result.isSuccess(due) ? due.success?.reading.light : undefined
    return light === undefined ? [] : [`${day} ${word(Limit.lightNames[light])}`]
  })

// ---------------------------------------------------------------- what is refused, what is noticed

/** What the one who did the work is told on trying to rate it, on the day on which it was published. */
const refusedOf = ({ lines }: Books, town: Town, id: string): ReadonlyArray<string> => {
  const decider = deciderOf(town)
  const at = eveningOf(CivilDate.parseUnsafe("2023-03-20"))
  const stream = OrderLog.asOf(decider, lines, at).get(id)
  if (stream === undefined) return []
  const tried = Decider.handle(decider, stream, {
    id: "样例",
    on: at.validAt,
    recordedAt: at.knownAt,
    actor: { post: "resident", person: "D14" },
    content: { order: id, move: "rate", fields: { rating: "satisfied" } },
  })
  const { fields, moves } = scheme.order
  const names = new Map([...fields, ...moves].map(({ id: key, label }) => [key, word(label)]))
  const worded = (one: Fault.Fault): Fault.Fault => ({
    ...one,
    path: [],
    params: Object.fromEntries(
      Object.entries(one.params).map(([key, value]) => [
        key,
        key === "deed"
          ? value
          : String(value)
              .split("、")
              .map((part) => names.get(part) ?? part)
              .join(say("、", ", ")),
      ]),
    ),
  })
  return Result.isFailure(tried) ? tried.failure.map((one) => `  ${Sentence.text(worded(one), language)}`) : []
}

const alarmsOf = ({ log }: Books): ReadonlyArray<string> => {
  const states = [...log.orders.values()].map(({ stream }) => stream.state)
  const alarms = OrderAlarm.alarms(OrderAlarms.rules, { scheme, states, journal: log.journal })
  const head = say(
    `异常预警：按${OrderAlarms.rules.rules.length}条起始规则查到${alarms.length}条`,
    `Alarms: ${OrderAlarms.rules.rules.length} rules to begin with raise ${alarms.length}`,
  )
  return [head, ...OrderAlarm.findings(alarms).map((one) => `  ${Sentence.finding(one, language)}`)]
}

// ---------------------------------------------------------------- the page

/** How the orders ended, each in its one way. */
const endsOf = ({ log }: Books): string => {
  const ends = [...log.orders.values()].map(({ stream }) => ServiceOrder.outcome(scheme, stream.state))
  const told = [...new Set(ends)].map((end) => {
    const name = end === undefined ? say("在办", "open") : word(OrderTerm.outcomes[end])
    return `${name}${say("", " ")}${ends.filter((other) => other === end).length}`
  })
  return `${say("办理结果：", "Outcomes: ")}${told.join(say("、", "; "))}`
}

/** Everything that the year's orders have to show, or everything wrong with their books. */
export const ordersPage = (sources: ReadonlyArray<OrderBooks.Source>, town: Town | undefined): Checked<string> => {
  const read = readOrders(sources, town)
  if (Result.isFailure(read) || town === undefined) return Result.fail(faultsIn(read))
  const books = read.success
  const listed = listedOf(books, town)
  const [sheet, figures, limits] = [sheetOf(listed), figuresOf(books, town), limitsOf(listed)]
  if (Result.isFailure(sheet) || Result.isFailure(figures) || Result.isFailure(limits)) {
    return Result.fail(faultsIn(sheet, figures, limits))
  }
  const returned = listed.find(({ id }) => id === "单03")
  const lights = lightsOf(books, town, "单03", ["2023-05-20", "2023-05-29", "2023-06-05"])
  const parts = [
    [
      say("样例镇2023年度五单（全部虚构）", "Five orders of the sample township, 2023 (everything made up)"),
      figures.success.totals,
      endsOf(books),
      "",
      sheet.success,
    ],
    [figures.success.rates, "", figures.success.noneDue],
    [
      say(
        "时限（虚构）：首次派单起20日内晒单",
        "A limit that is made up: published within 20 days of the first dispatch",
      ),
      "",
      limits.success,
      "",
      `${returned?.shown.number ?? ""} ${say("当时的灯", "as it stood then")}${say("：", ": ")}${lights.join(say("，", "; "))}`,
    ],
    [
      `${returned?.shown.number ?? ""} ${say("办理经过（村民可见）", "step by step, as villagers may see it")}`,
      "",
      ...(returned === undefined ? [] : timelineOf(returned)),
    ],
    [
      say(
        "承办人D14想替群众评自己办的单，系统不予办理：",
        "D14, who did the work, tries to rate it as a resident, and is refused:",
      ),
      ...refusedOf(books, town, "单01"),
    ],
    alarmsOf(books),
  ]
  return Result.succeed(parts.map((lines) => lines.join("\n")).join("\n\n"))
}
