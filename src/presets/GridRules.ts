/**
 * Rules about service grids (党建网格、党员联户、中心户) as single places have them: there is no national one, and the ranges differ.
 *
 * From reports and one place's published notes, in copies. Weak throughout, and therefore data that a place replaces by its
 * own: since when a rule is in force no source says, so every table begins with the year of its source. What reports only
 * give as a usual figure (rural grids of some 300 households, 500 households or 800 people in one city) is left out.
 *
 * @since 0.1.0
 */
import type { Citation } from "../foundation/Citation.js"
import * as CivilDate from "../foundation/CivilDate.js"
import type { GridRule } from "../organisation/GridRule.js"
import type { Provision } from "../organisation/Provision.js"

// ---------------------------------------------------------------- instances

type Ground = Omit<Provision, "id">

const UNDATED = "出处未写明起始日，此处取其年份"

const ground = (title: string, year: string, issuer?: string): Ground => ({
  strength: "should",
  from: CivilDate.parseUnsafe(`${year}-01-01`),
  cite: { title, ...(issuer === undefined ? {} : { issuer }), date: year, standing: "report" },
  note: UNDATED,
})

/** The levels of a place from the top, each within the one before it. */
const levels = (place: string, of: Ground, kinds: ReadonlyArray<string>): ReadonlyArray<GridRule> =>
  kinds.map((kind, depth) => {
    const over = kinds[depth - 1]
    return {
      id: `${place}-level-${depth + 1}`,
      ...of,
      says: "level",
      kind,
      ...(over === undefined ? {} : { within: over }),
    }
  })

/** How many households each member looks after, in a place that says nothing else. */
const perMember = (place: string, of: Ground, least: string, most: string): ReadonlyArray<GridRule> => [
  {
    id: `${place}-households-per-member`,
    ...of,
    says: "count",
    of: "householdsPerMember",
    by: ["household"],
    on: { ge: least, le: most },
  },
]

const ofNinghai = /* @__PURE__ */ ground("党员联户工作的通知", "2020", "宁海县")
const published: Citation = { title: "党员联户工作的通知", issuer: "宁海县", date: "2020", standing: "transcription" }

/**
 * Ninghai: 2 to 5 hub households a grid, each with 5 to 15 members; 5 to 20 households a member, none left without;
 * exempt are members of 70 years and more, the infirm and those away for long.
 *
 * @category instances
 * @since 0.1.0
 */
export const ninghai: ReadonlyArray<GridRule> = [
  {
    id: "ninghai-hubs-per-grid",
    ...ofNinghai,
    cite: published,
    says: "count",
    of: "hubsPerCell",
    kinds: ["网格"],
    on: { ge: "2", le: "5" },
  },
  {
    id: "ninghai-members-per-hub",
    ...ofNinghai,
    cite: published,
    says: "count",
    of: "membersPerHub",
    on: { ge: "5", le: "15" },
  },
  {
    id: "ninghai-households-per-member",
    ...ofNinghai,
    cite: published,
    says: "count",
    of: "householdsPerMember",
    by: ["household"],
    on: { ge: "5", le: "20" },
  },
  {
    id: "ninghai-every-household",
    ...ofNinghai,
    strength: "must",
    cite: published,
    note: "应联尽联，空缺由村干部补上",
    says: "count",
    of: "linkersPerHousehold",
    by: ["household"],
    on: { ge: "1" },
  },
  { id: "ninghai-exempt-age", ...ofNinghai, cite: published, strength: "may", says: "exempt", years: { ge: "70" } },
  { id: "ninghai-exempt-infirm", ...ofNinghai, cite: published, strength: "may", says: "exempt", mark: "infirm" },
  { id: "ninghai-exempt-away", ...ofNinghai, cite: published, strength: "may", says: "exempt", mark: "away" },
]

/**
 * Ningyuan: 5 to 10 households a member.
 *
 * @category instances
 * @since 0.1.0
 */
export const ningyuan: ReadonlyArray<GridRule> = /* @__PURE__ */ perMember(
  "ningyuan",
  /* @__PURE__ */ ground("宁远县党建网格的报道", "2021"),
  "5",
  "10",
)

/**
 * Xinmi: 8 to 10 households a member.
 *
 * @category instances
 * @since 0.1.0
 */
export const xinmi: ReadonlyArray<GridRule> = /* @__PURE__ */ perMember(
  "xinmi",
  /* @__PURE__ */ ground("新密市党员联户的报道", "2021"),
  "8",
  "10",
)

/**
 * Gaozhou: one member and ten households (1+10).
 *
 * @category instances
 * @since 0.1.0
 */
export const gaozhou: ReadonlyArray<GridRule> = /* @__PURE__ */ perMember(
  "gaozhou",
  /* @__PURE__ */ ground("高州市东岸镇党员联户的报道", "2017"),
  "10",
  "10",
)

/**
 * Three steps (三级党建网格): village to group, group to household, household to person. Households and persons are rows of
 * their own, so the cells have two levels.
 *
 * @category instances
 * @since 0.1.0
 */
export const threeSteps: ReadonlyArray<GridRule> = /* @__PURE__ */ levels(
  "three-steps",
  /* @__PURE__ */ ground("某镇党建工作汇报", "2023"),
  ["村", "组"],
)

/**
 * Chengxiang: community, patch, corner (社区→片区→角落).
 *
 * @category instances
 * @since 0.1.0
 */
export const chengxiang: ReadonlyArray<GridRule> = /* @__PURE__ */ levels(
  "chengxiang",
  /* @__PURE__ */ ground("莆田市城厢区党建网格的报道", "2021"),
  ["社区", "片区", "角落"],
)

/**
 * Taiyuan: four levels, of community, branch, group and micro-grid (社区→网格→小组网格→微网格).
 *
 * @category instances
 * @since 0.1.0
 */
export const taiyuan: ReadonlyArray<GridRule> = /* @__PURE__ */ levels(
  "taiyuan",
  /* @__PURE__ */ ground("太原市四级网格的报道", "2022"),
  ["社区", "网格", "小组网格", "微网格"],
)

/**
 * Zhucheng: from the city down to the lane, and then the hub households (市→镇街→社区→网格→街巷→中心户).
 *
 * @category instances
 * @since 0.1.0
 */
export const zhucheng: ReadonlyArray<GridRule> = /* @__PURE__ */ levels(
  "zhucheng",
  /* @__PURE__ */ ground("诸城市党建网格的报道", "2021"),
  ["市", "镇街", "社区", "网格", "街巷"],
)

const ofSize = /* @__PURE__ */ ground("网格设置规模的报道", "2021")

/**
 * What reports on setting up grids have in common: an urban grid has 300 to 500 households, a grid at most 2,500 people
 * (reports say 2,000 to 2,500), every village and community is covered, grids do not cross, and each has a chief.
 *
 * @category instances
 * @since 0.1.0
 */
export const setting: ReadonlyArray<GridRule> = [
  {
    id: "setting-urban-households",
    ...ofSize,
    says: "count",
    of: "householdsPerCell",
    kinds: ["网格"],
    areas: ["urban"],
    on: { ge: "300", le: "500" },
  },
  {
    id: "setting-population",
    ...ofSize,
    note: "2000至2500人，取宽的一端；起始日取年份",
    says: "count",
    of: "populationPerCell",
    kinds: ["网格"],
    on: { le: "2500" },
  },
  { id: "setting-covers", ...ofSize, strength: "must", says: "covers", kinds: ["村", "社区"] },
  { id: "setting-apart", ...ofSize, strength: "must", says: "apart" },
  {
    id: "setting-chief",
    ...ofSize,
    note: "各地网格均设网格长，未见明文；起始日取年份",
    says: "duty",
    role: "chief",
    kinds: ["网格"],
  },
]
