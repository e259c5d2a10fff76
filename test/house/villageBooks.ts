/** The people, the told events and the sheets of the made-up village; everything here is invented. */

/** A person of the list. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly member: boolean
  readonly posts: ReadonlyArray<string>
  readonly group: "村干部" | "党员"
  readonly state: string
}

/** A row of a book before it is written out. */
export interface Row {
  readonly on: string
  readonly recorded?: string
  readonly person: string
  readonly item?: string
  readonly number?: string
  readonly deed?: string
  readonly until?: string
  readonly replaces?: Row
  readonly reason?: string
  readonly value?: string
}

type Encoding = "utf8" | "bom" | "gb18030"

// The ten heavenly stems and a number: no family names.
const STEMS = "甲乙丙丁戊己庚辛壬癸"
const NUMBERS = "一二三四五六"

const POSTS: Readonly<Record<string, ReadonlyArray<string>>> = {
  G01: ["村党组织书记", "村两委成员"],
  G02: ["村委会主任", "村两委成员"],
  G03: ["村两委成员", "妇联主席"],
  G04: ["村两委成员"],
  G05: ["村两委成员"],
  G06: ["村两委成员"],
  G07: ["信息采集员"],
  G08: ["村民代表"],
  G09: ["村两委成员"],
  D05: ["村民代表"],
}

const STATES: Readonly<Record<string, string>> = { D48: "在校就读", D49: "迁出", D50: "立案未结", D51: "死亡" }

/** Nine cadres and fifty-one other Party members. */
export const people = (): ReadonlyArray<Person> =>
  Array.from({ length: 60 }, (_, index): Person => {
    const cadre = index < 9
    const id = cadre ? `G0${index + 1}` : `D${String(index - 8).padStart(2, "0")}`
    return {
      id,
      name: `${STEMS[index % 10]}${NUMBERS[Math.floor(index / 10)]}`,
      member: id !== "G09",
      posts: POSTS[id] ?? [],
      group: cadre ? "村干部" : "党员",
      state: STATES[id] ?? "",
    }
  })

const dues: Row = {
  on: "2023-01-31",
  recorded: "2023-02-02",
  person: "D07",
  item: "P-132",
  until: "未改",
  reason: "未足额交党费",
}

/** The events that the example is there to show. */
export const told: ReadonlyArray<Row> = [
  dues,
  { ...dues, recorded: "2023-06-21", until: "2023-06-20", reason: "已补交", replaces: dues },
  {
    on: "2023-03-15",
    recorded: "2023-03-16",
    person: "D08",
    item: "P-133",
    until: "未改",
    reason: "不配合支部安排，尚未改",
  },
  {
    on: "2022-11-05",
    recorded: "2023-01-04",
    person: "D09",
    item: "P-131",
    until: "2023-01-03",
    reason: "上年材料造假，跨年才改好",
  },
  { on: "2023-04-10", recorded: "2023-04-12", person: "D10", item: "直判三", reason: "拒不改正" },
  { on: "2023-09-08", recorded: "2023-09-08", person: "D10", item: "改正承诺", reason: "自行改正并作承诺" },
  { on: "2023-02-14", recorded: "2023-02-15", person: "D10", item: "P-058" },
  { on: "2023-07-19", recorded: "2023-07-20", person: "D11", item: "直判五", reason: "严重违反村规民约" },
  { on: "2023-05-22", recorded: "2023-05-23", person: "D11", item: "P-075" },
  { on: "2023-08-30", recorded: "2023-09-01", person: "D12", item: "P-145", reason: "党内警告" },
  { on: "2023-12-20", recorded: "2024-01-05", person: "D13", item: "P-058", reason: "年后补登" },
  { on: "2023-11-11", recorded: "2024-02-20", person: "D14", item: "P-059", reason: "二月才补登，一月十日尚不知" },
  ...["2023-05-03", "2023-05-09", "2023-05-16", "2023-05-27"].map(
    (on): Row => ({ on, recorded: on, person: "D16", item: "P-045", reason: "帮邻里修水电" }),
  ),
  ...["2023-05-06", "2023-05-13", "2023-05-20"].map(
    (on): Row => ({ on, recorded: on, person: "D16", item: "P-046", reason: "帮邻里，用拖拉机" }),
  ),
  ...["2023-06-04", "2023-06-18"].map((on): Row => ({ on, recorded: on, person: "D16", item: "P-041" })),
  ...["2023-02-18", "2023-04-15", "2023-06-10", "2023-09-16", "2023-11-18"].map(
    (on): Row => ({ on, recorded: on, person: "D17", item: "P-034" }),
  ),
  { on: "2023-03-11", recorded: "2023-03-12", person: "G03", item: "P-045", deed: "帮工0311" },
  {
    on: "2023-03-11",
    recorded: "2023-03-12",
    person: "G03",
    item: "P-046",
    deed: "帮工0311",
    reason: "同一次帮工，用了拖拉机",
  },
  { on: "2023-07-22", recorded: "2023-07-24", person: "D05", item: "P-048", deed: "抢险0722" },
  {
    on: "2023-07-22",
    recorded: "2023-07-24",
    person: "D05",
    item: "P-049",
    deed: "抢险0722",
    reason: "防汛，表现突出",
  },
  { on: "2023-09-25", recorded: "2023-09-28", person: "D06", item: "P-091", deed: "表彰0925" },
  {
    on: "2023-10-12",
    recorded: "2023-10-13",
    person: "D06",
    item: "P-089",
    deed: "表彰0925",
    reason: "同一件事，镇、县先后表彰",
  },
  { on: "2023-06-30", recorded: "2023-07-01", person: "G01", item: "P-108", number: "1", reason: "一名两委成员违纪" },
  {
    on: "2023-06-30",
    recorded: "2023-07-01",
    person: "G02",
    item: "P-109",
    number: "１人",
    reason: "一名两委成员违纪",
  },
  { on: "2023-10-20", recorded: "2023-10-20", person: "G01", item: "P-121", reason: "检查发现卫生问题" },
  { on: "2023-10-20", recorded: "2023-10-20", person: "G02", item: "P-121", reason: "检查发现卫生问题" },
  { on: "2023-08-08", recorded: "2023-08-09", person: "G01", item: "P-010", reason: "成为区级示范点" },
  { on: "2023-12-15", recorded: "2023-12-18", person: "G07", item: "P-084", reason: "镇街认定五星采集员" },
  ...["02-05", "03-08", "05-01", "06-22", "09-29", "10-23"].map(
    (day): Row => ({ on: `2023-${day}`, recorded: `2023-${day}`, person: "G07", item: "P-080" }),
  ),
  ...["03-28", "06-27", "09-26", "12-26"].map(
    (day): Row => ({ on: `2023-${day}`, recorded: `2023-${day}`, person: "D23", item: "P-043", number: "4" }),
  ),
  { on: "2023-04-18", recorded: "2023-04-18", person: "D22", item: "P-059" },
  { on: "2023-05-18", recorded: "2023-05-18", person: "D22", item: "P-052", reason: "组建互助会，\n年内办事十二件" },
  { on: "2023-05-20", recorded: "2023-05-22", person: "D24", item: "P-101", reason: "误记：此条只对书记、主任" },
  { on: "2023-05-08", recorded: "2023-05-08", person: "D25", item: "P-128" },
  { on: "2023-08-14", recorded: "2023-08-16", person: "D25", item: "P-136", reason: "请假有因，未补课" },
]

/** Measured events that the example is there to show. */
export const toldMeasures: { readonly gifts: ReadonlyArray<Row>; readonly hours: ReadonlyArray<Row> } = {
  gifts: [
    { on: "2023-02-03", person: "D01", value: "3000" },
    { on: "2023-06-12", person: "D02", value: "65" },
    { on: "2023-07-21", person: "D03", value: "12000" },
    { on: "2023-07-21", person: "G01", value: "1000" },
    { on: "2023-10-10", person: "D22", value: "10" },
    { on: "2023-11-02", person: "D26", value: "26000" },
  ],
  hours: [
    { on: "2023-03-05", person: "D14", value: "1.5" },
    { on: "2023-04-02", person: "D14", value: "2.5" },
    { on: "2023-05-04", person: "D15", value: "3.5" },
  ],
}

/** Whether a row stands in the book of a half-year; what began earlier stands in the first. */
export const inHalf = ({ on }: Row, half: 1 | 2): boolean => (half === 1 ? on < "2023-07-01" : on >= "2023-07-01")

/** The number of each row in its half-year's book, in the order of registering. */
export const serialOf = (rows: ReadonlyArray<Row>): ReadonlyMap<Row, number> => {
  const serials = new Map<Row, number>()
  for (const half of [1, 2] as const) {
    const own = rows.filter((row) => inHalf(row, half))
    const known = [...own].sort((a, b) =>
      (a.recorded ?? a.on) < (b.recorded ?? b.on) ? -1 : a.recorded === b.recorded ? 0 : 1,
    )
    for (const [index, row] of known.entries()) serials.set(row, index + 1)
  }
  return serials
}

// ---------------------------------------------------------------- writing

/** Day number of a spreadsheet: days since 1899-12-30. */
const serial = (day: string): string => String(Math.round((Date.parse(day) - Date.parse("1899-12-30")) / 86_400_000))

const wide = (text: string): string =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))

const mixed = (day: string, index: number): string => {
  const [year = "", month = "", date = ""] = day.split("-")
  const [m, d] = [Number(month), Number(date)]
  return (
    [day, `${year}/${m}/${d}`, `${year}年${m}月${d}日`, wide(day), `${year}${month}${date}`, `${year}/${m}/${d} 0:00`][
      index % 6
    ] ?? day
  )
}

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

type Grid = ReadonlyArray<ReadonlyArray<string>>

const csv = (rows: Grid, end: string): string => rows.map((row) => row.map(quoted).join(",") + end).join("")

let table: Map<string, readonly [number, number]> | undefined

/** The two-byte part of GB18030, turned round. */
const twoBytes = (): Map<string, readonly [number, number]> => {
  if (table !== undefined) return table
  table = new Map()
  const decoder = new TextDecoder("gb18030")
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      const sign = decoder.decode(Uint8Array.of(lead, trail))
      if (sign.length === 1 && sign !== "\uFFFD" && !table.has(sign)) table.set(sign, [lead, trail])
    }
  }
  return table
}

/** A text in GB18030, as far as one and two bytes reach. */
export const gb18030 = (text: string): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap((sign) => {
      const code = sign.charCodeAt(0)
      if (code < 0x80) return [code]
      const bytes = twoBytes().get(sign)
      if (bytes === undefined) throw new Error(`${sign} is not in the two-byte part`)
      return [...bytes]
    }),
  )

/** A text as the bytes of a file. */
export const encoded = (text: string, encoding: Encoding): Uint8Array =>
  encoding === "gb18030" ? gb18030(text) : new TextEncoder().encode(encoding === "bom" ? `\uFEFF${text}` : text)

const nameOf = (all: ReadonlyArray<Person>, id: string): string => all.find((one) => one.id === id)?.name ?? ""

const byDay = (rows: ReadonlyArray<Row>): ReadonlyArray<Row> =>
  [...rows].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))

const sum = (rows: ReadonlyArray<Row>): number => rows.reduce((total, { value }) => total + Number(value), 0)

const grouped = (amount: number): string => String(amount).replace(/\B(?=(\d{3})+$)/g, ",")

interface Hand {
  readonly date: "mixed" | "serial"
  readonly encoding: Encoding
  readonly end: string
}

/** The larger books. */
export const sheet = {
  people: (all: ReadonlyArray<Person>): Uint8Array => {
    const rows = all.map(({ id, name, member, posts, group, state }) => [
      id,
      name,
      member ? "党员" : "群众",
      posts.join("、"),
      group,
      state,
      "样例村",
    ])
    const head = ["编号", "姓名", "身份", "职务", "类别", "状态", "村"]
    return encoded(csv([["样例村人员名册（全部虚构）", "", "", "", "", "", ""], head, ...rows], "\r\n"), "bom")
  },
  lines: (
    rows: ReadonlyArray<Row>,
    all: ReadonlyArray<Person>,
    serials: ReadonlyMap<Row, number>,
    hand: Hand,
  ): Uint8Array => {
    const head = ["序号", "日期", "登记日期", "编号", "姓名", "条目", "数", "同一事", "止日", "更正", "经办", "说明"]
    const numbered = [...rows].sort((a, b) => (serials.get(a) ?? 0) - (serials.get(b) ?? 0))
    const cells = numbered.map((row, index) => {
      const { on, recorded = on, person, item = "", number = "", deed = "", until = "", replaces, reason = "" } = row
      const odd = index % 9 === 4
      return [
        String(serials.get(row)),
        hand.date === "serial" ? serial(on) : mixed(on, index),
        hand.date === "serial" ? recorded : mixed(recorded, index + 1),
        odd ? wide(person) : person,
        nameOf(all, person),
        odd && /^P/.test(item) ? wide(item) : item,
        number,
        deed,
        until,
        replaces === undefined ? "" : String(serials.get(replaces)),
        "G05",
        reason,
      ]
    })
    return encoded(csv([head, ...cells], hand.end), hand.encoding)
  },
  gifts: (rows: ReadonlyArray<Row>, all: ReadonlyArray<Person>): Uint8Array => {
    const cells = byDay(rows).map(({ on, person, value = "" }, index) => {
      const written = [grouped(Number(value)), wide(value), `${value}元`, value][index % 4] ?? value
      return [String(index + 1), serial(on), person, nameOf(all, person), written]
    })
    const total = ["合　计", "", "", "", `${grouped(sum(rows))}元`]
    return encoded(csv([["序号", "日期", "编号", "姓名", "金额"], ...cells, total], "\r\n"), "gb18030")
  },
  hours: (rows: ReadonlyArray<Row>, all: ReadonlyArray<Person>): Uint8Array => {
    const sorted = byDay(rows)
    const quarters = [1, 2, 3, 4].flatMap((quarter) => {
      const own = sorted.filter(({ on }) => Math.ceil(Number(on.slice(5, 7)) / 3) === quarter)
      const cells = own.map(({ on, person, value = "" }, index) => [
        mixed(on, index),
        person,
        nameOf(all, person),
        index % 5 === 2 ? `${wide(value)}小时` : value,
      ])
      return [...cells, ["小计", "", "", String(sum(own))], ["", "", "", ""]]
    })
    const total = ["合计", "", "", `${sum(rows)}小时`]
    return encoded(csv([["日期", "编号", "姓名", "时长"], ...quarters, total], "\n"), "bom")
  },
}

const small = (head: ReadonlyArray<string>, rows: Grid, encoding: Encoding = "utf8"): Uint8Array =>
  encoded(csv([head, ...rows], "\n"), encoding)

/** The small books, written out as they stand. */
export const grid = {
  found: (all: ReadonlyArray<Person>): Uint8Array =>
    small(
      ["序号", "日期", "编号", "姓名", "金额", "说明"],
      [
        ["1", "2023/4/3", "D18", nameOf(all, "D18"), "100", "正好100元：P-061与P-065都写到"],
        ["2", "2023/8/19", "D19", nameOf(all, "D19"), "２，５００", ""],
        ["3", "2023/9/2", "D20", nameOf(all, "D20"), "60元", ""],
        ["合计", "", "", "", "2,660", ""],
      ],
    ),
  income: (all: ReadonlyArray<Person>): Uint8Array =>
    small(
      ["序号", "日期", "编号", "姓名", "金额"],
      [
        ["1", "45107", "G04", nameOf(all, "G04"), "5000"],
        ["2", "45260", "G05", nameOf(all, "G05"), "10,000"],
        ["总计", "", "", "", "15000"],
      ],
      "gb18030",
    ),
  projects: (all: ReadonlyArray<Person>): Uint8Array =>
    small(
      ["序号", "日期", "编号", "姓名", "投资额", "行业"],
      [
        ["1", "2023年5月16日", "D20", nameOf(all, "D20"), "150万元", "农业"],
        ["2", "2023年10月9日", "D21", nameOf(all, "D21"), "80.5", "其他"],
      ],
    ),
  review: (all: ReadonlyArray<Person>): Uint8Array =>
    small(
      ["日期", "编号", "姓名", "满意度"],
      (
        [
          ["G01", "84.9%"],
          ["G02", "91.2%"],
          ["G03", "８８.０％"],
          ["G04", "85"],
          ["G05", "96.3"],
          ["G06", "79.5"],
        ] as const
      ).map(([id, rate]) => ["20231130", id, nameOf(all, id), rate]),
      "bom",
    ),
  branch: (all: ReadonlyArray<Person>): Uint8Array =>
    small(
      ["日期", "编号", "姓名", "星级"],
      ["G01", "G02"].map((id) => ["2023-12-28", id, nameOf(all, id), "五星"]),
    ),
  closed: (): Uint8Array =>
    small(
      ["登记簿", "截止日", "登记日期"],
      [
        "加扣分登记",
        "捐款登记",
        "拾金登记",
        "集体增收登记",
        "引进项目登记",
        "志愿服务登记",
        "述廉评议",
        "支部星级",
      ].map((book) => [book, "2023-12-31", "2024-01-08"]),
    ),
}
