/** The books of orders of the made-up township: six requests, fifteen dispatches, 178 person-times; everything is invented. */
import type { Book } from "./townBooks.js"

type Cells = ReadonlyArray<string>

/** The same numbers each time, from whole numbers alone. */
const dice = (seed: number): ((sides: number) => number) => {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return (state >>> 8) % sides
  }
}

/** A day of 2023 so many days after the first of January. */
const dayOf = (place: number): string => new Date(Date.UTC(2023, 0, 1 + place)).toISOString().slice(0, 10)

/** Who acts: the post, the body for which it is held, and the person. */
type Who = readonly [post: string, body: string, person: string]

const member = (person: string): Who => ["党员", "", person]
const resident = (person: string): Who => ["群众", "", person]
const ORGANISER: Who = ["组织委员", "B00", "M1121"]

/** Where an order belongs, and who acts there for the grid and the branch. */
interface Home {
  readonly village: string
  readonly grid: readonly [cell: string, chief: string]
  readonly branch: readonly [body: string, secretary: string]
}

/** A dispatch: who gives it out, to whom, on which day of the order, and when it is done; or how it comes back instead. */
interface Dispatch {
  readonly by: "派单" | "裁定承办" | "乡贤报到"
  readonly doer: Who
  readonly unit?: string
  readonly from: number
  readonly through: number
  readonly back?: Readonly<Record<string, string>> & { readonly 步骤: string }
}

interface Order extends Home {
  readonly begins: number
  readonly source: readonly [way: string, who: Who, actedFor?: string]
  readonly kind: string
  readonly category: string
  readonly what: string
  readonly dispatches: ReadonlyArray<Dispatch>
  /** Everything else: how many days after the request, by whom, and what is filled in. */
  readonly further: ReadonlyArray<readonly [day: number, who: Who, fields: Readonly<Record<string, string>>]>
}

const at = (village: string, cell: string, chief: string, branch: string, secretary: string): Home => ({
  village,
  grid: [cell, chief],
  branch: [branch, secretary],
})

const given = (doer: string, from: number, through: number, more: Partial<Dispatch> = {}): Dispatch => ({
  by: "派单",
  doer: member(doer),
  from,
  through,
  ...more,
})

const rated = (评价: string, 是否解决: string) => ({ 步骤: "评单", 评价, 是否解决 })

/** The six requests and what became of each. */
const told: ReadonlyArray<Order> = [
  {
    // On behalf of an old resident, done and rated by the one it was for.
    ...at("U04", "G404-2", "G02", "B041", "G04"),
    begins: 65,
    source: ["代为点单", member("D05"), "Q01"],
    kind: "红色代办",
    category: "住房修缮",
    what: "老人独居屋顶漏雨请帮助检修",
    dispatches: [given("D13", 2, 9), given("D14", 3, 11)],
    further: [
      [13, member("D14"), { 步骤: "晒单" }],
      [15, resident("Q01"), rated("满意", "已解决")],
      [16, ["网格长", "G404-2", "G02"], { 步骤: "办结归档" }],
    ],
  },
  {
    // Found on patrol: nobody asked, so nobody can rate it.
    ...at("U08", "G408-1", "M0539", "B08", "M0542"),
    begins: 99,
    source: ["巡查发现", ["网格长", "G408-1", "M0539"]],
    kind: "村级便民服务",
    category: "公共设施",
    what: "村道三处路灯不亮",
    dispatches: [given("M0549", 2, 8), given("M0550", 2, 9), given("M0551", 3, 12)],
    further: [
      [14, member("M0551"), { 步骤: "晒单" }],
      [21, ["网格长", "G408-1", "M0539"], { 步骤: "办结归档（无人可评）" }],
    ],
  },
  {
    // Given back once and disowned once; then the committee decides who does it.
    ...at("U09", "G109-3", "M0591", "B09", "M0592"),
    begins: 128,
    source: ["点单", resident("Q03")],
    kind: "群众诉求",
    category: "公共设施",
    what: "河边护坡塌了一段",
    dispatches: [
      given("M0600", 2, 4, { back: { 步骤: "退单", 理由: "没有施工机械" } }),
      given("M0601", 5, 7, { back: { 步骤: "不属本单位退回", 理由: "护坡归自然资源所管", 应办单位: "U34" } }),
      given("M1183", 10, 30, { by: "裁定承办", unit: "B34" }),
    ],
    further: [
      [32, ["书记", "B09", "M0592"], { 步骤: "晒单" }],
      [35, resident("Q03"), rated("满意", "已解决")],
      [36, ["网格长", "G109-3", "M0591"], { 步骤: "办结归档" }],
    ],
  },
  {
    // Rated unsatisfied, done anew, and closed as unsatisfied after the second time.
    ...at("U12", "G412-1", "M0722", "B12", "M0725"),
    begins: 170,
    source: ["点单", resident("Q04")],
    kind: "群众诉求",
    category: "公共设施",
    what: "巷口排水沟雨后积水",
    dispatches: [given("M0732", 2, 10), given("M0733", 3, 11), given("M0734", 20, 31)],
    further: [
      [12, member("M0733"), { 步骤: "晒单" }],
      [15, resident("Q04"), rated("不满意", "未解决")],
      [17, ["书记", "B12", "M0725"], { 步骤: "返工重办" }],
      [33, member("M0734"), { 步骤: "晒单" }],
      [36, resident("Q04"), rated("不满意", "未解决")],
      [38, ORGANISER, { 步骤: "不满意终结" }],
    ],
  },
  {
    // The branch whistles, and a worthy answers beside two members; rated basically satisfied.
    ...at("U15", "G315-2", "M0831", "B15", "M0833"),
    begins: 288,
    source: ["点单", resident("Q05")],
    kind: "群众诉求",
    category: "困难帮扶",
    what: "入冬了村里几户缺棉衣",
    dispatches: [
      given("M0840", 2, 10),
      given("M0841", 3, 12),
      given("X01", 5, 14, { by: "乡贤报到", doer: ["乡贤", "", "X01"] }),
    ],
    further: [
      [4, ["书记", "B15", "M0833"], { 步骤: "支部吹哨", 吹哨事由: "请乡贤帮助筹集棉衣" }],
      [16, ["书记", "B15", "M0833"], { 步骤: "晒单" }],
      [18, resident("Q05"), rated("基本满意", "已解决")],
      [19, ["网格长", "G315-2", "M0831"], { 步骤: "办结归档" }],
    ],
  },
  {
    // Done and published, and nobody answers: closed as not rated once the time for it is over.
    ...at("U24", "G424-3", "M1014", "B241", "M1015"),
    begins: 305,
    source: ["点单", resident("Q06")],
    kind: "镇级便民服务",
    category: "其他",
    what: "请帮助办理老年证",
    dispatches: [given("M1024", 2, 6)],
    further: [
      [8, member("M1024"), { 步骤: "晒单" }],
      [20, ORGANISER, { 步骤: "回访未接通", 评价: "未评价" }],
      [26, ["网格长", "G424-3", "M1014"], { 步骤: "逾期未评终结" }],
    ],
  },
]

const PERSON_TIMES = 178

const idOf = (place: number): string => `单${String(place + 1).padStart(2, "0")}`

const clock = (roll: (sides: number) => number, from: number): string =>
  `${from + roll(2)}:${String(roll(60)).padStart(2, "0")}`

const book = (head: string, rows: ReadonlyArray<Readonly<Record<string, string>>>): Book => {
  const columns = head.split(",")
  return { head: columns, rows: rows.map((row): Cells => columns.map((name) => row[name] ?? "")) }
}

const whoOf = ([职务, 单位, 人员]: Who) => ({ 职务, 单位, 人员 })

type Row = Readonly<Record<string, string>>
interface Rows {
  readonly requests: Array<Row>
  readonly dispatches: Array<Row>
  readonly services: Array<Row & { 服务人次: string }>
  readonly steps: Array<Row>
}

const writeDispatch = (roll: (sides: number) => number, rows: Rows, order: Order, id: string, number: number): void => {
  const { back, by, doer, from, through, unit = "" } = order.dispatches[number]!
  const [工单, 派单] = [id, `${id}-${number + 1}`]
  const [secretary, on] = [["书记", ...order.branch] as const, (day: number) => dayOf(order.begins + day)]
  const giver = by === "派单" ? secretary : by === "裁定承办" ? ORGANISER : doer
  const 承办人 = by === "乡贤报到" ? "" : doer[2]
  rows.dispatches.push({
    编号: 派单,
    工单,
    日期: on(from),
    时间: clock(roll, 8),
    ...whoOf(giver),
    方式: by,
    承办人,
    责任单位: unit,
  })
  const step = (day: number, from: number, who: Who, fields: Row): void => {
    rows.steps.push({ 工单, 派单, 日期: on(day), 时间: clock(roll, from), ...whoOf(who), ...fields })
  }
  if (back !== undefined) {
    step(through, 15, doer, back)
    return
  }
  if (by !== "乡贤报到") step(from, 11, doer, { 步骤: "接单" })
  const visits = 2 + roll(3)
  for (let visit = 0; visit < visits; visit++) {
    const day = from + 1 + Math.floor(((through - from - 1) * visit) / visits)
    rows.services.push({ 派单, 日期: on(day), 时间: clock(roll, 13), ...whoOf(doer), 服务人次: String(1 + roll(5)) })
  }
  step(through, 9, doer, { 步骤: "报告办结", 办理佐证: `照片${派单}` })
  step(through, 16, secretary, { 步骤: "验收" })
}

const writeOrder = (roll: (sides: number) => number, rows: Rows, order: Order, id: string): void => {
  const { begins, branch, category, further, grid, kind, source, village, what } = order
  const [来源, who, actedFor = ""] = source
  const where = { 村: village, 网格: grid[0], 党支部: branch[0] }
  rows.requests.push({
    ...{ 编号: id, 日期: dayOf(begins), 时间: clock(roll, 8), ...whoOf(who), 来源, 代办对象: actedFor },
    ...{ 单类: kind, 事项类别: category, ...where, 诉求: what, 联系方式标识: `虚构${id}` },
  })
  const claimed = { 工单: id, 步骤: "领单", 日期: dayOf(begins + 1), 时间: clock(roll, 8) }
  rows.steps.push({ ...claimed, ...whoOf(["网格长", ...grid]) })
  for (const number of order.dispatches.keys()) writeDispatch(roll, rows, order, id, number)
  for (const [day, actor, fields] of further)
    rows.steps.push({ 工单: id, 日期: dayOf(begins + day), 时间: clock(roll, 17), ...whoOf(actor), ...fields })
}

/** Adds to or takes from the services in turn until they are as many as the year had. */
const evened = (services: Rows["services"]): void => {
  const sum = () => services.reduce((total, row) => total + Number(row.服务人次), 0)
  for (let place = 0; sum() !== PERSON_TIMES; place = (place + 1) % services.length) {
    const row = services[place]!
    const next = Number(row.服务人次) + (sum() < PERSON_TIMES ? 1 : -1)
    if (next > 0) row.服务人次 = String(next)
  }
}

const inOrder = (rows: ReadonlyArray<Row>): ReadonlyArray<Row> =>
  rows.toSorted((a, b) => keyOf(a).localeCompare(keyOf(b), "en"))

const keyOf = ({ 日期 = "", 时间 = "" }: Row): string => `${日期} ${时间.padStart(5, "0")}`

/** The four books of orders, by their names. */
export const orderBooks = (): Readonly<Record<"点单台账" | "派单台账" | "服务台账" | "流转台账", Book>> => {
  const roll = dice(20230615)
  const rows: Rows = { requests: [], dispatches: [], services: [], steps: [] }
  for (const [place, order] of told.entries()) writeOrder(roll, rows, order, idOf(place))
  evened(rows.services)
  const total = { 派单: "合计", 服务人次: `${PERSON_TIMES}人次` }
  return {
    点单台账: book(
      "编号,日期,时间,职务,单位,人员,来源,代办对象,单类,事项类别,村,网格,党支部,诉求,联系方式标识",
      rows.requests,
    ),
    派单台账: book("编号,工单,日期,时间,职务,单位,人员,方式,承办人,责任单位", rows.dispatches),
    服务台账: book("派单,日期,时间,职务,单位,人员,服务人次", [...inOrder(rows.services), total]),
    流转台账: book(
      "工单,派单,步骤,日期,时间,职务,单位,人员,理由,应办单位,吹哨事由,办理佐证,评价,是否解决",
      inOrder(rows.steps),
    ),
  }
}
