/** Writes the books of the made-up township, the same bytes each time: `npx tsx test/house/townBooks.ts`. */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { orderBooks } from "./townOrders.js"
import { isMain, ROOT } from "./tree.js"
import { encoded, people } from "./villageBooks.js"

type Cells = ReadonlyArray<string>

/** A table of the township's books. */
export interface Book {
  readonly head: Cells
  readonly rows: ReadonlyArray<Cells>
}

/** The same numbers each time, from whole numbers alone. */
const dice = (seed: number): ((sides: number) => number) => {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return (state >>> 8) % sides
  }
}

const two = (number: number): string => String(number).padStart(2, "0")
const four = (number: number): string => String(number).padStart(4, "0")

/** The ten stems, the twelve branches and a number: no family names. The first names come back, as names do. */
const nameOf = (number: number): string =>
  `${"甲乙丙丁戊己庚辛壬癸"[number % 10]}${"子丑寅卯辰巳午未申酉戌亥"[number % 12]}${"一二三四五六七八九"[Math.floor(number / 60) % 9]}`

// ---------------------------------------------------------------- the villages and communities

/** A village or community: how many members, what organisation, in how many branches, and when it was last elected. */
interface Village {
  readonly id: string
  readonly name: string
  readonly community: boolean
  readonly kind: "基层党委" | "党总支" | "党支部"
  /** Members of each branch. */
  readonly branches: ReadonlyArray<number>
  readonly elected: string
}

const ORDINALS = "一二三四五六七八九十"
const ordinal = (number: number): string =>
  number <= 10
    ? (ORDINALS[number - 1] ?? "")
    : `${number >= 20 ? "二" : ""}十${number % 10 === 0 ? "" : ORDINALS[(number % 10) - 1]}`

/** What each village has; the sizes reach both sides of every threshold. */
const SIZES: ReadonlyArray<ReadonlyArray<number>> = [
  [38, 37, 36],
  [34, 33, 34],
  [31, 30],
  [30, 29],
  [45, 32],
  [29, 28, 20],
  [52],
  [50],
  [48],
  [44],
  [41],
  [39],
  [36],
  [33],
  [30],
  [28],
  [26],
  [24],
  [22],
  [19],
  [15],
  [11],
  [7],
  [35, 30],
  [42],
]

/** The village whose points the folder within holds: its members are the people of its own books. */
const PILOT = 3

export const villages: ReadonlyArray<Village> = SIZES.map((branches, index): Village => {
  const community = index >= 23
  const number = community ? index - 22 : index + 1
  return {
    id: `U${two(index + 1)}`,
    name: index === PILOT ? "样例村" : `样例镇${community ? `第${ordinal(number)}社区` : `${ordinal(number)}村`}`,
    community,
    kind: branches.length === 3 && index < 2 ? "基层党委" : branches.length > 1 ? "党总支" : "党支部",
    branches,
    elected: index === 11 ? "2018-01-16" : index === 17 ? "2018-09-20" : `2021-01-${two(6 + index)}`,
  }
})

// ---------------------------------------------------------------- units

/** Firms and other units of the township besides its villages: id, name, kind, where, in operation, staff. */
const OTHERS: ReadonlyArray<readonly [string, string, string, string, boolean, number]> = [
  ["U31", "样例镇机关", "机关", "U00", true, 46],
  ["U32", "样例镇中心学校", "事业单位", "U00", true, 88],
  ["U33", "样例镇卫生院", "事业单位", "U00", true, 52],
  ["U34", "县自然资源局驻样例镇所", "机关", "U00", true, 9],
  ["U41", "样例食品厂", "非公有制企业", "U01", true, 160],
  ["U42", "样例机械厂", "非公有制企业", "U02", true, 95],
  ["U43", "样例服装厂", "非公有制企业", "U05", true, 70],
  ["U44", "样例水产公司", "非公有制企业", "U07", true, 22],
  ["U45", "样例果品公司", "非公有制企业", "U07", true, 18],
  ["U46", "样例运输公司", "非公有制企业", "U08", true, 25],
  ["U47", "样例农机合作社", "非公有制企业", "U09", true, 12],
  ["U48", "样例建材公司", "非公有制企业", "U10", true, 31],
  ["U49", "样例园艺公司", "非公有制企业", "U12", true, 14],
  ["U50", "样例电商公司", "非公有制企业", "U24", true, 26],
  ["U51", "样例旧纺织厂", "非公有制企业", "U25", false, 0],
  ["U52", "样例乡贤联谊会", "社会团体", "U00", true, 6],
]

const SECTORS: Readonly<Record<string, string>> = {
  村: "village",
  社区: "community",
  机关: "organ",
  事业单位: "institution",
  非公有制企业: "twoNew",
  社会团体: "twoNew",
  乡镇: "township",
}

const units = (): Book => ({
  head: ["编号", "名称", "类别", "领域", "上级单位", "实际运营", "从业人员", "户数", "代码"],
  rows: [
    ["U00", "样例镇", "乡镇", "township", "", "是", "", "", ""],
    ...villages.map(({ id, name, community }, index) => {
      const households = householdsOf(index)
      const kind = community ? "社区" : "村"
      return [id, name, kind, SECTORS[kind] ?? "", "U00", "是", "", String(households), ""]
    }),
    ...OTHERS.map(([id, name, kind, within, operating, staff]) => [
      id,
      name,
      kind,
      SECTORS[kind] ?? "",
      within,
      operating ? "是" : "否",
      String(staff),
      "",
      "",
    ]),
  ],
})

// ---------------------------------------------------------------- Party organisations

/** An organisation, and how many members belong to it directly: full and probationary. */
interface Body {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly above: string
  readonly units: ReadonlyArray<string>
  readonly set: string
  readonly may: ReadonlyArray<string>
  readonly members: readonly [full: number, probationary: number]
  readonly elected: string
}

const body = (
  id: string,
  name: string,
  kind: string,
  above: string,
  at: ReadonlyArray<string>,
  members: readonly [number, number],
  more: Partial<Pick<Body, "set" | "may" | "elected">> = {},
): Body => ({ id, name, kind, above, units: at, members, set: "1998", may: [], elected: "", ...more })

const villageBodies = ({ id, name, kind, branches, elected }: Village, index: number): ReadonlyArray<Body> => {
  const own = `B${id.slice(1)}`
  const split = (size: number): readonly [number, number] => (size % 5 === 0 ? [size - 1, 1] : [size, 0])
  if (kind === "党支部") {
    return [body(own, `${name}党支部`, kind, "B00", [id], split(branches[0] ?? 0), { elected })]
  }
  const title = kind === "基层党委" ? "党委" : "党总支"
  return [
    body(own, `${name}${title}`, kind, "B00", [id], [0, 0], { elected, set: index < 2 ? "2019-05" : "2008" }),
    ...branches.map((size, place) =>
      body(`${own}${place + 1}`, `${name}第${ORDINALS[place]}党支部`, "党支部", own, [id], split(size), {
        elected,
        set: "2008",
      }),
    ),
  ]
}

/** The bodies that the example is there to show beside the villages. */
const told: ReadonlyArray<Body> = [
  body("B31", "样例镇机关党支部", "党支部", "B00", ["U31"], [31, 1], { elected: "2021-06-25" }),
  body("B32", "样例镇中心学校党支部", "党支部", "B00", ["U32"], [24, 1], { elected: "2020-03-12" }),
  body("B33", "样例镇卫生院党支部", "党支部", "B00", ["U33"], [6, 0], { elected: "2022-04-20" }),
  body("B34", "县自然资源局驻样例镇所党支部", "党支部", "B00", ["U34"], [3, 0], { elected: "2022-08-30" }),
  body("B41", "样例食品厂党支部", "党支部", "B00", ["U41"], [9, 1], { elected: "2021-07-02", set: "2012" }),
  body("B43", "样例服装厂党支部", "党支部", "B00", ["U43"], [2, 1], { elected: "2021-07-09", set: "2015" }),
  body("B44", "样例镇企业联合党支部", "联合党支部", "B00", ["U44", "U45", "U46", "U47", "U48", "U49"], [8, 1], {
    elected: "2022-05-18",
    set: "2019-04",
  }),
  body("B53", "样例水库除险工程项目党支部", "项目党支部", "B00", ["U00"], [4, 0], {
    elected: "2023-03-06",
    set: "2023-03",
  }),
  body("B54", "样例镇驻外流动党员党支部", "流动党员党支部", "B00", ["U00"], [12, 0], {
    elected: "2022-02-10",
    set: "2019-02",
  }),
  body("B55", "样例镇防汛临时党支部", "临时党支部", "B00", ["U00"], [0, 0], { set: "2023-06-20", may: ["收缴党费"] }),
]

export const bodies = (): ReadonlyArray<Body> => [
  body("B00", "样例镇党委", "乡镇党委", "", ["U00"], [0, 0], {
    may: ["接收预备党员", "审批预备党员", "作出党纪处分", "收缴党费", "换届选举", "管理党员组织关系"],
    elected: "2021-06-30",
    set: "1984",
  }),
  ...villages.flatMap(villageBodies),
  ...told,
]

const organisations = (): Book => ({
  head: ["编号", "名称", "类型", "上级党组织", "所在单位", "成立时间", "权限", "代码"],
  rows: bodies().map(({ id, name, kind, above, units: at, set, may }) => [
    id,
    name,
    kind,
    above,
    at.join("、"),
    set,
    may.join("、"),
    "",
  ]),
})

// ---------------------------------------------------------------- members

const EDUCATION = ["小学", "初中", "初中", "高中", "高中", "大专", "本科"]

const memberRow = (
  [id, name]: readonly [id: string, name: string],
  roll: (sides: number) => number,
  branch: string,
  probationary: boolean,
): Cells => {
  const born = probationary ? 1985 + roll(18) : 1940 + roll(60)
  const admitted = probationary ? 2023 : Math.min(2021, born + 20 + roll(15))
  const month = two(1 + roll(12))
  const on = probationary
    ? `2022-${two(7 + roll(5))}-${two(1 + roll(28))}`
    : `${admitted}-${month}-${two(1 + roll(28))}`
  const full = probationary ? "" : `${admitted + 1}${on.slice(4)}`.replace("02-29", "02-28")
  return [
    id,
    name,
    roll(4) === 0 ? "女" : "男",
    born % 3 === 0 ? String(born) : `${born}-${two(1 + roll(12))}`,
    roll(40) === 0 ? "回族" : "汉族",
    EDUCATION[roll(born > 1985 ? 7 : 5)] ?? "",
    branch,
    "",
    on,
    full,
    "",
    roll(45) === 0 ? "是" : "",
  ]
}

export const members = (): Book => {
  const roll = dice(20230701)
  const pilot = people().filter(({ member }) => member)
  let [number, place] = [0, 0]
  const next = (branch: string): readonly [string, string] => {
    const own = branch.startsWith(`B${two(PILOT + 1)}`) ? pilot[place++] : undefined
    number++
    return own === undefined ? [`M${four(number)}`, nameOf(number)] : [own.id, own.name]
  }
  const rows = bodies().flatMap(({ id, members: [full, probationary] }) =>
    Array.from({ length: full + probationary }, (_, index) => memberRow(next(id), roll, id, index >= full)),
  )
  const joint = rows.filter(([, , , , , , branch]) => branch === "B44")
  const changed = rows.map((row, index): Cells => {
    const restriction = index === 100 ? "留党察看" : index === 333 ? "停止党籍" : ""
    const place = joint.indexOf(row)
    const workplace = place >= 0 ? `U${44 + (place % 6)}` : row[6] === "B021" && index % 9 === 0 ? "U42" : ""
    return [...row.with(10, restriction), workplace]
  })
  return {
    head: [
      "编号",
      "姓名",
      "性别",
      "出生年月",
      "民族",
      "学历",
      "所在支部",
      "党小组",
      "入党日期",
      "转正日期",
      "权利限制",
      "流动",
      "工作单位",
    ],
    rows: changed,
  }
}

// ---------------------------------------------------------------- posts

const COMMITTEE = ["书记", "副书记", "组织委员", "宣传委员", "纪检委员"]

/** Who leads each body: from its own members, or those of its branches, in the order of the list. */
const appointments = (): Book => {
  const all = members().rows
  const rows: Array<Cells> = []
  let serial = 0
  const appoint = (at: string, post: string, person: string, from: string, manner = "选举", to = ""): void => {
    rows.push([`R${four(++serial)}`, at, post, person, from, to, manner])
  }
  for (const {
    id,
    members: [full],
    elected,
    kind,
  } of bodies()) {
    const own = all.filter(([, , , , , , branch, , , joined]) => branch?.startsWith(id) && joined !== "")
    const many =
      id === "B00" ? [] : full === 0 ? COMMITTEE : full >= 7 ? COMMITTEE.filter((post) => post !== "副书记") : ["书记"]
    const held = id === "B10" ? many.filter((post) => post !== "纪检委员") : id === "B20" ? many.slice(1) : many
    const manner = kind === "临时党支部" ? "指定" : "选举"
    for (const [index, post] of held.entries()) {
      const person = own[index + 3]?.[0] ?? own[index]?.[0]
      if (person !== undefined && elected !== "") appoint(id, post, person, elected, manner)
    }
  }
  for (const [index, post] of ["书记", "副书记", "组织委员", "宣传委员", "纪检委员", "委员", "委员"].entries()) {
    const person = all.filter(([, , , , , , branch]) => branch === "B31")[index]?.[0]
    if (person !== undefined) appoint("B00", post, person, "2021-06-30")
  }
  return {
    head: ["编号", "组织", "职务", "人员", "任职日期", "免职日期", "方式"],
    rows: [...rows, ...villagePosts(rows, all)],
  }
}

/** The heads of villagers' committees: in two villages of three the secretary, and the dispatched first secretaries. */
const villagePosts = (rows: ReadonlyArray<Cells>, all: ReadonlyArray<Cells>): ReadonlyArray<Cells> => {
  const secretary = (id: string): string => rows.find(([, at, post]) => at === id && post === "书记")?.[3] ?? ""
  const heads = villages.map(({ id }, index): Cells => {
    const own = `B${id.slice(1)}`
    const other =
      all.filter(([, , , , , , branch, , , joined]) => branch?.startsWith(own) && joined !== "")[1]?.[0] ?? ""
    const person = index % 3 === 2 || secretary(own) === "" ? other : secretary(own)
    return [`H${two(index + 1)}`, id, "村（居）民委员会主任", person, "2021-03-10", "", "选举"]
  })
  const organ = all.filter(([, , , , , , branch]) => branch === "B31")
  const first = [1, 6, 12, 19].map((index, place): Cells => {
    const person = organ[10 + place]?.[0] ?? ""
    return [`F${two(place + 1)}`, `B${two(index + 1)}`, "第一书记", person, "2021-07-15", "", "选派"]
  })
  const liaison = villages.map(({ id }, index): Cells => {
    const person = organ[index % 7]?.[0] ?? ""
    return [`L${two(index + 1)}`, `B${id.slice(1)}`, "联村（包抓）党委委员", person, "2021-07-01", "", "委派"]
  })
  const instructors = ["U42", "U50"].map(
    (unit, place): Cells => [
      `I${two(place + 1)}`,
      unit,
      "党建指导员",
      organ[20 + place]?.[0] ?? "",
      "2022-01-10",
      "",
      "选派",
    ],
  )
  return [...heads, ...first, ...liaison, ...instructors]
}

// ---------------------------------------------------------------- terms, transfers, approvals

const terms = (): Book => ({
  head: ["组织", "当选日期", "委员数", "提醒日期", "延期至", "批准文号", "批准日期", "批准机关"],
  rows: bodies()
    .filter(({ elected }) => elected !== "")
    .map(({ id, elected, members: [full] }) => {
      const seats =
        id === "B00" ? "7" : full === 0 ? "5" : full >= 7 ? (id === "B14" ? "8" : full > 30 ? "5" : "3") : ""
      return id === "B18"
        ? [
            id,
            elected,
            seats,
            "2023-03-10",
            "2024-03-20",
            "样例县组〔2023〕7号（虚构）",
            "2023-08-15",
            "样例县委组织部",
          ]
        : [id, elected, seats, "", "", "", "", ""]
    }),
})

const transfers = (): Book => {
  const all = members().rows
  const of = (branch: string, place: number): string => all.filter((row) => row[6] === branch)[place]?.[0] ?? ""
  return {
    head: ["编号", "党员", "转出支部", "转入支部", "开具日期", "回执日期", "结果"],
    rows: [
      ["J01", of("B09", 5), "B41", "B09", "2023-02-14", "2023-03-01", "接收"],
      ["J02", of("B31", 20), "B32", "B31", "2023-05-08", "2023-05-19", "接收"],
      ["J03", of("B13", 2), "B13", "B31", "2023-08-01", "", ""],
      ["J04", of("B15", 4), "B15", "B54", "2023-11-20", "", ""],
      ["J05", of("B16", 1), "B16", "B43", "2023-04-03", "2023-04-20", "退回"],
    ],
  }
}

const approvals = (): Book => ({
  head: ["编号", "事项", "对象", "批准机关", "批准日期"],
  rows: [
    ["P01", "设立基层党委", "B01", "样例县委", "2019-04-28"],
    ["P02", "设立基层党委", "B02", "样例县委", "2019-04-28"],
    ["P03", "延期换届", "B18", "样例县委组织部", "2023-08-15"],
  ],
})

// ---------------------------------------------------------------- grids and households

const PATCHES = ["东片", "南片", "西片", "北片"]

/** How many households a village has. */
const householdsOf = (index: number): number =>
  (villages[index]?.branches ?? []).reduce((sum, size) => sum + size, 0) * 6 + 20 + index

const grids = (): Book => ({
  head: ["编号", "名称", "层级", "上级网格", "单位", "党组织", "起户号", "止户号", "网格长"],
  rows: [
    ["G", "样例镇网格", "镇", "", "U00", "B00", "", "", "M0969"],
    ...PATCHES.map((name, index): Cells => [`G${index + 1}`, name, "片", "G", "U00", "B00", "", "", ""]),
    ...villages.flatMap(({ id, name }, index): ReadonlyArray<Cells> => {
      const own = `G${1 + (index % 4)}${id.slice(1)}`
      const households = householdsOf(index)
      const groups = Math.max(1, Math.round(households / 90))
      const people = members().rows.filter((row) => row[6]?.startsWith(`B${id.slice(1)}`))
      return [
        [own, `${name}网格`, "村", `G${1 + (index % 4)}`, id, `B${id.slice(1)}`, "", "", people[3]?.[0] ?? ""],
        ...Array.from({ length: groups }, (_, group): Cells => {
          const [first, last] = [
            1 + Math.floor((households * group) / groups),
            Math.floor((households * (group + 1)) / groups),
          ]
          const chief = index === 14 && group === 0 ? "" : (people[group % people.length]?.[0] ?? "")
          const title = `${name}${ORDINALS[group] ?? group}组`
          return [`${own}-${group + 1}`, title, "组", own, id, "", String(first), String(last), chief]
        }),
      ]
    }),
  ],
})

/** Each member's run of house numbers: in one village one member has far too many, in another twelve have nobody. */
const links = (): Book => {
  const all = members().rows
  const rows = villages.flatMap(({ id }, index): ReadonlyArray<Cells> => {
    const own = all.filter((row) => row[6]?.startsWith(`B${id.slice(1)}`) && Number(row[3]?.slice(0, 4)) > 1953)
    const households = householdsOf(index) - (index === 4 ? 12 : 0)
    const taken = index === 8 ? 34 : 0
    const rest = taken === 0 ? own : own.slice(1)
    const first: ReadonlyArray<Cells> = taken === 0 ? [] : [[own[0]?.[0] ?? "", id, "1", String(taken)]]
    const runs = rest.map((row, place): Cells => {
      const from = taken + 1 + Math.floor(((households - taken) * place) / rest.length)
      const to = taken + Math.floor(((households - taken) * (place + 1)) / rest.length)
      return [row[0] ?? "", id, String(from), String(to)]
    })
    return [...first, ...runs]
  })
  return { head: ["党员", "单位", "起户号", "止户号"], rows }
}

// ---------------------------------------------------------------- the folder

const csv = ({ head, rows }: Book, title: string): string =>
  `${[[`样例镇${title}（全部虚构）`], head, ...rows].map((row) => row.join(",")).join("\r\n")}\r\n`

/** Every book of the township, by the name of its file. */
export const townBooks = (): ReadonlyMap<string, Uint8Array> => {
  const orders = orderBooks()
  const books: ReadonlyArray<readonly [string, Book, "utf8" | "bom" | "gb18030"]> = [
    ["单位台账", units(), "bom"],
    ["党组织名册", organisations(), "gb18030"],
    ["党员名册", members(), "gb18030"],
    ["任职台账", appointments(), "bom"],
    ["换届台账", terms(), "utf8"],
    ["接转台账", transfers(), "bom"],
    ["批准台账", approvals(), "bom"],
    ["网格台账", grids(), "utf8"],
    ["联户台账", links(), "utf8"],
    ["点单台账", orders.点单台账, "bom"],
    ["派单台账", orders.派单台账, "bom"],
    ["服务台账", orders.服务台账, "utf8"],
    ["流转台账", orders.流转台账, "gb18030"],
  ]
  return new Map(books.map(([name, book, encoding]) => [`${name}.csv`, encoded(csv(book, name), encoding)]))
}

if (isMain(import.meta.url)) {
  const folder = join(ROOT, "examples/town-2023")
  for (const [name, bytes] of townBooks()) writeFileSync(join(folder, name), bytes)
}
