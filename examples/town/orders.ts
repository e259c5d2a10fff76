/** What the year's orders have to show: what villagers may see of them, totals, rates, limits, one order step by step. */
import { CivilDate, type Fault, Label, Period, Quantity, Rate, Unit } from "dangjian/foundation"
import { type OrderBooks, Sentence } from "dangjian/interop"
import {
  OrderAlarm,
  OrderClock,
  OrderCounts,
  OrderLog,
  type OrderRelease,
  OrderScheme,
  OrderStatistics,
  type OrderTerm,
  OrderView,
  type ServiceOrder,
} from "dangjian/orders"
import { OrderAlarms } from "dangjian/presets"
import { Decider, Limit } from "dangjian/process"
import * as Result from "effect/Result"
import { type Checked, faultsIn } from "./faults.js"
import { language, say } from "./flags.js"
import {
  basis,
  deciderOf,
  dissolved,
  eveningOf,
  now,
  numbers,
  readOrders,
  releasedOf,
  rowsOf,
  scheme,
  working,
} from "./orderScene.js"
import { type Column, table } from "./print.js"
import { type Town, villagesOf } from "./scene.js"

type Books = OrderBooks.OrderBooks

const word = (label: Label.Label): string => Label.text(label, language)

// ---------------------------------------------------------------- words

/** In plain words, where those of a scheme are words of the trade. */
const plain: Readonly<Record<string, string>> = {
  giveBack: say("退单", "returned"),
  disown: say("不属本单位退回", "not our responsibility"),
}

const ends: Readonly<Record<OrderTerm.OrderOutcome, string>> = {
  satisfied: say("办结满意", "done, rated satisfied"),
  unsatisfied: say("办结不满意", "done, rated unsatisfied"),
  unanswered: say("办结未评", "done, not rated"),
  done: say("办结（无人可评）", "done, nobody to rate"),
  notFeasible: say("暂不具备办理条件", "not feasible"),
  notOurs: say("不属本级职责", "not our responsibility"),
  refused: say("不予受理", "refused"),
  withdrawn: say("已撤单", "withdrawn"),
  merged: say("并入他单", "merged"),
  excluded: say("不合理诉求剔除", "excluded as unreasonable"),
}

const rateNames: Readonly<Record<OrderCounts.RateName, string>> = {
  response: say("响应率", "answered"),
  closing: say("办结率", "closed"),
  onTime: say("按期办结率", "closed in time"),
  solving: say("解决率", "solved"),
  satisfaction: say("满意率", "rated satisfied"),
  returned: say("退单率", "returned"),
  misdispatched: say("错派率（不属本单位）", "not our responsibility"),
}

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

const numberIn = (view: unknown, ...keys: ReadonlyArray<string>): number => Number(inView(view, ...keys) ?? 0)

type Listed = OrderView.Listed & { readonly id: string }

/** The orders that have a public number, in the order of the register. */
const listedOf = ({ log }: Books, town: Town, released: OrderRelease.Reading["released"]): ReadonlyArray<Listed> => {
  const names = new Map([...town.units, ...town.organisations].map(({ id, name }) => [id, { zh: name }]))
  const cells = new Map(town.grid.cells.map(({ id, name }) => [id, { zh: name }]))
  const bodies = (id: string): OrderView.Body | undefined => {
    const [label, grid] = [names.get(id), cells.get(id)]
    return label === undefined ? grid && { label: grid, isGrid: true } : { label }
  }
  return [...numbers].flatMap(([id, number]): ReadonlyArray<Listed> => {
    const state = log.orders.get(id)?.stream.state
    if (state === undefined) return []
    const text = released.get(id)
    return [{ id, scheme, state, shown: { number, bodies, ...(text === undefined ? {} : { released: text }) } }]
  })
}

/** The grade that somebody gave, in a word. */
const gradeOf = (view: unknown): string => {
  const grade = wordIn(view, "rating", "label")
  return plainIn(view, "rating", "id") === "basically" ? say(grade, "basically") : grade
}

const endOf = (view: unknown): string => {
  const id = plainIn(view, "outcome", "id")
  const found = Object.entries(ends).find(([outcome]) => outcome === id)
  return found === undefined ? wordIn(view, "stage", "label") : found[1]
}

const sheetHead: ReadonlyArray<Column> = [
  [say("编号", "No.")],
  [say("单类", "Kind")],
  [say("村、社区", "Village")],
  [say("点单", "Asked")],
  [say("晒单", "Published")],
  [say("结果", "Outcome")],
  [say("评价", "Rating")],
  [say("解决", "Solved")],
]

const workHead: ReadonlyArray<Column> = [
  [say("编号", "No.")],
  [say("派单件次", "Dispatches"), "number"],
  [say("退单", "Returned"), "number"],
  [say("不属本单位退回", "Not our responsibility"), "number"],
  [say("服务次数", "Services"), "number"],
  [say("服务人次", "Person-times"), "number"],
]

/** What was done under an order, counted from what villagers may see of it. */
const workOf = ({ shown, ...order }: OrderView.Listed): ReadonlyArray<number> => {
  const view = OrderView.view(order, shown, "villagers")
  const happened = OrderView.timeline(order, shown, "villagers").map((event) => plainIn(event, "deed"))
  const of = (deed: string): number => happened.filter((one) => one === deed).length
  const [dispatches, services, persons] = ["dispatches", "services", "persons"].map((key) =>
    numberIn(view, "counts", key),
  )
  return [dispatches ?? 0, of("giveBack"), of("disown"), services ?? 0, persons ?? 0]
}

/** The tables as they may hang in the village: the orders, and the work done under each with its sums. */
const sheetOf = (listed: ReadonlyArray<Listed>): Checked<string> =>
  Result.map(OrderView.sheet(listed, "villagers"), (views) => {
    const work = listed.map((one) => [one.shown.number, workOf(one)] as const)
    const sums = work.reduce<ReadonlyArray<number>>(
      (before, [, counts]) => counts.map((count, place) => count + (before[place] ?? 0)),
      [],
    )
    const orders = table(
      sheetHead,
      views.map((view) => [
        plainIn(view, "number"),
        wordIn(view, "kind", "label"),
        wordIn(view, "village"),
        plainIn(view, "requestedOn"),
        plainIn(view, "publishedOn"),
        endOf(view),
        gradeOf(view),
        wordIn(view, "solved", "label"),
      ]),
    )
    const rows = [...work, [say("合计", "Total"), sums] as const]
    return `${orders}\n\n${table(
      workHead,
      rows.map(([number, counts]) => [number, ...counts.map(String)]),
    )}`
  })

const asideOf = (...parts: ReadonlyArray<string>): string => {
  const told = parts.filter((text) => text !== "")
  return told.length === 0 ? "" : `${say("：", ": ")}${told.join(say("，", ", "))}`
}

/** One order step by step, in the words of the scheme. */
const timelineOf = ({ shown, ...order }: OrderView.Listed): ReadonlyArray<string> =>
  OrderView.timeline(order, shown, "villagers").map((event) => {
    const [by, whose, deed] = [wordIn(event, "by"), wordIn(event, "belongsTo"), plainIn(event, "deed")]
    const number = plainIn(event, "dispatch")
    const which =
      number === ""
        ? ""
        : deed === "dispatch"
          ? say(`（第${number}次）`, ` (no. ${number})`)
          : say(`（第${number}次派单）`, ` (dispatch ${number})`)
    const more = asideOf(
      wordIn(event, "rating", "label"),
      by === "" ? "" : say(`由${by}`, `by ${by}`),
      whose === "" ? "" : say(`应由${whose}办理`, `belongs to ${whose}`),
    )
    return `  ${plainIn(event, "on")}  ${plain[deed] ?? wordIn(event, "label")}${which}${more}`
  })

const audienceHead: ReadonlyArray<Column> = [
  [say("项目", "Item")],
  [say("公众看到", "The public sees")],
  [say("村民看到", "Villagers see")],
]

const hidden = say("不公开", "not public")

/** What the public and what villagers see of one order, side by side. */
const audiencesOf = ({ shown, ...order }: OrderView.Listed): string => {
  const views = (["public", "villagers"] as const).map((audience) => OrderView.view(order, shown, audience))
  const row = (name: string, read: (view: unknown) => string) => [name, ...views.map((view) => read(view) || hidden)]
  return table(audienceHead, [
    row(say("村、社区", "Village"), (view) => wordIn(view, "village")),
    row(say("党支部", "Branch"), (view) => wordIn(view, "branch")),
    row(say("网格", "Grid"), (view) => wordIn(view, "grid")),
    row(say("结果", "Outcome"), endOf),
    row(say("公开内容·诉求", "Released: request"), (view) => plainIn(view, "released", "request")),
    row(say("公开内容·结果", "Released: result"), (view) => plainIn(view, "released", "result")),
    row(say("村内公开·结果", "Released to villagers: result"), (view) =>
      plainIn(view, "releasedToVillagers", "result"),
    ),
    row(say("诉求原文", "Request as written"), (view) => plainIn(view, "own", "what")),
  ])
}

// ---------------------------------------------------------------- figures

const year = Period.yearUnsafe(2023)

const rateHead: ReadonlyArray<Column> = [
  [say("指标", "Figure")],
  [say("数量", "Count"), "number"],
  [say("基数", "Base"), "number"],
  [say("比率", "Rate"), "number"],
  [say("计算基数", "Base counted")],
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
  readonly credit: string
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
  const { dispatches, persons, received, services } = OrderCounts.totals(counts, Unit.known.case)
  const [asking, sending, times, serving] = [received, dispatches, services, persons].map((total) =>
    language === "zh" ? Quantity.text(total, language) : total.amount,
  )
  const roster = villagesOf(town).map(({ id }) => id)
  const { due, noneDue } = OrderStatistics.listed(villages.success, "all", roster)
  const names = Object.keys(rates.success) as ReadonlyArray<OrderCounts.RateName>
  return Result.succeed({
    totals: say(
      `点单${asking}，派单${sending}，服务${times}、${serving}（单位不同，不能相加）`,
      `Requests: ${asking}; dispatches: ${sending}; services: ${times}, to ${serving} person-times (never added up)`,
    ),
    rates: table(
      rateHead,
      names.map((name) => rateRow(rateNames[name], rates.success[name])),
    ),
    credit: say(
      `满意率只数评“满意”的；评“基本满意”的在基数内，每件按${OrderCounts.plain.credit}件计入；未评价的不在基数内`,
      `Rated satisfied counts "satisfied" alone: "basically" counts as ${OrderCounts.plain.credit} of the base, no answer is outside it`,
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
  [say("时限", "Limit")],
  [say("起算", "Starts")],
  [say("到期", "Due")],
  [say("验收", "Accepted")],
  [say("状态", "State")],
  [say("超期天数", "Days late"), "number"],
  [say("总历时（天）", "Age in days"), "number"],
]

/** Every run of the limits by which work is to be done, and beside the first the whole age of the order. */
const limitsOf = (listed: ReadonlyArray<Listed>): Checked<string> => {
  const found = listed.map(({ shown, state }) => ({ shown, state, all: OrderClock.read(scheme, state, basis, now) }))
  const faults = faultsIn(...found.map(({ all }) => all))
  if (faults.length > 0) return Result.fail(faults)
  const rows = found.flatMap(({ all, shown, state }) => {
    const read = Result.isSuccess(all) ? all.success : []
    const age = String(OrderClock.age(scheme, state, now) ?? "")
    return working
      .flatMap((limit) => read.flatMap((one) => (one.limit === limit.id ? [{ ...one, label: limit.label }] : [])))
      .map(({ label, reading, run }, place) => [
        place === 0 ? shown.number : "",
        label === undefined ? "" : word(label),
        run.started.on,
        String(reading.deadline ?? ""),
        run.ended?.on ?? "",
        word(Limit.states[reading.state]),
        reading.overdue === 0 ? "" : String(reading.overdue),
        place === 0 ? age : "",
      ])
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

type Tried = Pick<Decider.Command<ServiceOrder.Taken>, "actor" | "content">

/** Why an act is refused, on a day on which it was tried. */
const refusalsOf = ({ lines }: Books, town: Town, day: string, tried: Tried): ReadonlyArray<string> => {
  const [decider, at] = [deciderOf(town), eveningOf(CivilDate.parseUnsafe(day))]
  const stream = OrderLog.asOf(decider, lines, at).get(tried.content.order)
  if (stream === undefined) return []
  const handled = Decider.handle(decider, stream, { id: "样例", on: at.validAt, recordedAt: at.knownAt, ...tried })
  return Result.isFailure(handled) ? handled.failure.map((one) => `  ${sentenceOf(one)}`) : []
}

const sentenceOf = (refusal: Fault.Fault): string => {
  const { code } = refusal
  if (code === "proceeding.only")
    return say("只能由点单人或被代办人评单", "only whoever asked, or for whom it was asked, may rate it")
  if (code === "orderRoles.dissolved")
    return say(
      `${dissolved.label.zh}在${dissolved.to}已撤销，不能派单`,
      `the ${dissolved.label.en} was dissolved on ${dissolved.to}: no dispatches to it`,
    )
  return Sentence.named(refusal, OrderScheme.names(scheme, language), language)
}

/** What the one who did the work is told on trying to rate it, on the day on which it was published. */
const ratingRefused = (books: Books, town: Town): ReadonlyArray<string> =>
  refusalsOf(books, town, "2023-03-20", {
    actor: { post: "resident", person: "D14" },
    content: { order: "单01", move: "rate", fields: { rating: "satisfied" } },
  })

/** What the secretary is told on dispatching to a branch that is no more. */
const dispatchRefused = (books: Books, town: Town): ReadonlyArray<string> =>
  refusalsOf(books, town, "2023-10-18", {
    actor: { post: "secretary", body: "B15", person: "M0833" },
    content: { order: "单05", dispatch: "单05-9", move: "dispatch", fields: { doer: "M0840", unit: dissolved.id } },
  })

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

const tallied = (names: ReadonlyArray<string>): string =>
  [...new Set(names)]
    .map((name) => `${name}${say("", " ")}${names.filter((other) => other === name).length}`)
    .join(say("、", "; "))

/** How the orders ended, each in its one way; and by which rating those that ended well, so that the rates can be checked. */
const endsOf = (listed: ReadonlyArray<Listed>, { log }: Books): ReadonlyArray<string> => {
  const views = listed.map(({ shown, ...order }) => OrderView.view(order, shown, "villagers"))
  const without = log.orders.size - listed.length
  const more = without === 0 ? "" : say(`；尚未编号${without}件`, `; without a public number ${without}`)
  const good = views.filter((view) => plainIn(view, "outcome", "id") === "satisfied").map(gradeOf)
  return [
    `${say("办理结果：", "Outcomes: ")}${tallied(views.map(endOf))}${more}`,
    `${say("其中办结满意的，评价为：", "Of those rated satisfied, the ratings: ")}${tallied(good)}`,
  ]
}

const SHOWN = "单02"
const RETURNED = "单03"

/** What is public of the words of one order, and of another that nobody has released anything of. */
const wordsPage = (shown: Listed | undefined, other: Listed | undefined): ReadonlyArray<string> => [
  `${shown?.shown.number ?? ""} ${say("公开内容（镇党委委员审核后公开）", "in public words (released by a member of the committee)")}`,
  "",
  ...(shown === undefined ? [] : [audiencesOf(shown)]),
  "",
  `${other?.shown.number ?? ""} ${say("诉求未公开：无人审核公开，任何文字都不显示", "the request is not public: nobody has released any words of it")}`,
]

interface Parts extends Figures {
  readonly sheet: string
  readonly limits: string
}

const pageOf = (books: Books, town: Town, listed: ReadonlyArray<Listed>, parts: Parts): string => {
  const of = (order: string) => listed.find(({ id }) => id === order)
  const [returned, number] = [of(RETURNED), of(RETURNED)?.shown.number ?? ""]
  const lights = lightsOf(books, town, RETURNED, ["2023-05-20", "2023-05-28", "2023-06-05"])
  const blocks = [
    [
      say("样例镇2023年度五单（全部虚构）", "Five orders of the sample township, 2023 (everything made up)"),
      parts.totals,
      ...endsOf(listed, books),
      "",
      parts.sheet,
    ],
    [parts.rates, "", parts.credit, parts.noneDue],
    [
      say(
        "时限（虚构）：点单起20日内办完验收，返工起15日内；总历时自点单到终结",
        "Limits that are made up: done and accepted within 20 days of the request, 15 of the rework; age from request to end",
      ),
      "",
      parts.limits,
      "",
      `${number} ${say("当日亮灯：", "light on the day: ")}${lights.join(say("，", "; "))}`,
    ],
    [
      `${number} ${say("办理经过（村民可见）", "step by step, as villagers may see it")}`,
      "",
      ...(returned === undefined ? [] : timelineOf(returned)),
    ],
    wordsPage(of(SHOWN), returned),
    [
      say(
        "承办人D14代群众评价本人承办工单，系统不予办理：",
        "D14 tries to rate their own work as a resident, and is refused:",
      ),
      ...ratingRefused(books, town),
    ],
    [
      say(
        "支部书记把单派给已撤销的支部，系统不予办理：",
        "A secretary dispatches to a dissolved branch, and is refused:",
      ),
      ...dispatchRefused(books, town),
    ],
    alarmsOf(books),
  ]
  return blocks.map((lines) => lines.join("\n")).join("\n\n")
}

/** Everything that the year's orders have to show, or everything wrong with their books. */
export const ordersPage = (sources: ReadonlyArray<OrderBooks.Source>, town: Town | undefined): Checked<string> => {
  const read = readOrders(sources, town)
  if (Result.isFailure(read) || town === undefined) return Result.fail(faultsIn(read))
  const books = read.success
  const released = releasedOf(books, town)
  if (Result.isFailure(released)) return Result.fail(released.failure)
  const listed = listedOf(books, town, released.success)
  const [sheet, figures, limits] = [sheetOf(listed), figuresOf(books, town), limitsOf(listed)]
  if (Result.isFailure(sheet) || Result.isFailure(figures) || Result.isFailure(limits)) {
    return Result.fail(faultsIn(sheet, figures, limits))
  }
  const parts = { ...figures.success, sheet: sheet.success, limits: limits.success }
  return Result.succeed(pageOf(books, town, listed, parts))
}
