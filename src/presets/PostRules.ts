/**
 * Posts in towns and villages (镇村两级职务): kinds of posts, what excludes what, and teams made of named roles.
 *
 * The names of the posts are the common ones. Weak is nearly everything said about them: first
 * secretaries by a provincial rule of 2015 and a report, instructors by the practice of single cities, dispatched
 * discipline secretaries, Party clerks and the groups of four from speeches of single towns, which bind nobody else.
 *
 * @since 0.1.0
 */
import type { Citation } from "../foundation/Citation.js"
import * as CivilDate from "../foundation/CivilDate.js"
import type { DualRoleRule, Indicator } from "../organisation/DualRole.js"
import type { PostKind } from "../organisation/Post.js"
import type { PostRule } from "../organisation/PostRule.js"
import type { Provision } from "../organisation/Provision.js"
import type { TeamPlan } from "../organisation/Team.js"

// ---------------------------------------------------------------- models

/**
 * A figure of one place about a kind of post, as a report gives it: what is counted, in which unit, per month or quarter
 * or for each holder. It binds nobody elsewhere, and no finding rests on it.
 *
 * @category models
 * @since 0.1.0
 */
export interface LocalFigure extends Provision {
  readonly kind: string
  readonly counted: "termMonths" | "units" | "days" | "visits"
  readonly count: number
  readonly per?: "month" | "quarter" | "holder"
}

// ---------------------------------------------------------------- instances

const DISPATCH: Citation = {
  title: "向村选派第一书记的规定",
  date: "2015",
  standing: "report",
  note: "省级规定",
}
const REPORT: Citation = { title: "向重点乡村选派驻村第一书记和工作队的报道", date: "2021", standing: "report" }
const INSTRUCTORS: Citation = { title: "非公企业和社会组织党建指导员选派办法", standing: "report", note: "市级做法" }
const GROUPS: Citation = { title: "党小组设置问答", standing: "report" }
const RURAL: Citation = { title: "中国共产党农村基层组织工作条例", standing: "transcription" }
const REVIVAL: Citation = { title: "村党组织书记“一肩挑”的全国指标的报道", standing: "report" }
const INSTRUCTED: Citation = { issuer: "工人日报", title: "党建指导员的报道", date: "2022-03-23", standing: "report" }
const SPEECH: Citation = { title: "乡镇基层党建工作经验材料", standing: "report" }

const of2015 = /* @__PURE__ */ CivilDate.parseUnsafe("2015-01-01")
const of2016 = /* @__PURE__ */ CivilDate.parseUnsafe("2016-01-01")
const of2018 = /* @__PURE__ */ CivilDate.parseUnsafe("2018-10-28")
const of2019 = /* @__PURE__ */ CivilDate.parseUnsafe("2019-01-01")
const of2021 = /* @__PURE__ */ CivilDate.parseUnsafe("2021-01-01")

/**
 * The kinds of posts. The set is open: a place adds its own.
 *
 * @category instances
 * @since 0.1.0
 */
export const kinds: ReadonlyArray<PostKind> = [
  { id: "secretary", label: { zh: "书记", en: "secretary" }, of: "party", seats: 1, leading: "first", committee: true },
  {
    id: "deputySecretary",
    label: { zh: "副书记", en: "deputy secretary" },
    of: "party",
    leading: "deputy",
    committee: true,
  },
  {
    id: "organisationMember",
    label: { zh: "组织委员", en: "organisation member" },
    of: "party",
    seats: 1,
    committee: true,
  },
  { id: "publicityMember", label: { zh: "宣传委员", en: "publicity member" }, of: "party", seats: 1, committee: true },
  {
    id: "disciplineMember",
    label: { zh: "纪检委员", en: "discipline member" },
    of: "party",
    seats: 1,
    committee: true,
  },
  { id: "committeeMember", label: { zh: "委员", en: "committee member" }, of: "party", committee: true },
  {
    id: "firstSecretary",
    label: { zh: "第一书记", en: "first Party secretary" },
    of: "party",
    seats: 1,
    committee: false,
  },
  {
    id: "dispatchedDisciplineSecretary",
    label: { zh: "选派的党委副书记兼纪委书记", en: "dispatched deputy secretary for discipline" },
    of: "party",
    seats: 1,
    committee: true,
  },
  {
    id: "groupLeader",
    label: { zh: "党小组组长", en: "leader of a Party group" },
    of: "party",
    seats: 1,
    committee: false,
  },
  {
    id: "setUpClerk",
    label: { zh: "组建干事", en: "clerk for setting up organisations" },
    of: "party",
    committee: false,
  },
  {
    id: "liaisonMember",
    label: { zh: "联村（包抓）党委委员", en: "committee member answering for a village" },
    of: "village",
    committee: false,
  },
  { id: "stationedCadre", label: { zh: "蹲点（挂钩）干部", en: "stationed cadre" }, of: "village", committee: false },
  { id: "partyClerk", label: { zh: "党务专员", en: "Party clerk" }, of: "village", committee: false },
  { id: "villageClerk", label: { zh: "村文书", en: "village clerk" }, of: "village", seats: 1, committee: false },
  {
    id: "villageDirector",
    label: { zh: "村（居）民委员会主任", en: "director of the villagers' committee" },
    of: "village",
    seats: 1,
    leading: "first",
    committee: true,
  },
  {
    id: "villageDeputyDirector",
    label: { zh: "村（居）民委员会副主任", en: "deputy director of the villagers' committee" },
    of: "village",
    leading: "deputy",
    committee: true,
  },
  {
    id: "villageCommitteeMember",
    label: { zh: "村（居）民委员会委员", en: "member of the villagers' committee" },
    of: "village",
    committee: true,
  },
  {
    id: "collectiveHead",
    label: { zh: "村级集体经济组织负责人", en: "head of the village collective" },
    of: "village",
    seats: 1,
    committee: false,
  },
  { id: "instructor", label: { zh: "党建指导员", en: "instructor" }, of: "unit", committee: false },
  {
    id: "gridChief",
    label: { zh: "网格长", en: "grid chief" },
    of: "grid",
    seats: 1,
    leading: "first",
    committee: false,
  },
  { id: "gridWorker", label: { zh: "网格员", en: "grid worker" }, of: "grid", committee: false },
]

const SEATS = [
  "secretary",
  "deputySecretary",
  "organisationMember",
  "publicityMember",
  "disciplineMember",
  "committeeMember",
  "villageDirector",
  "villageDeputyDirector",
  "villageCommitteeMember",
]

/**
 * The rules of posts.
 *
 * @category instances
 * @since 0.1.0
 */
export const rules: ReadonlyArray<PostRule> = [
  {
    id: "first-secretary-no-seat",
    strength: "must",
    from: of2015,
    cite: DISPATCH,
    note: "只见省级规定：第一书记不占村“两委”班子职数",
    says: { is: "apart", kind: "firstSecretary", others: SEATS },
  },
  {
    id: "first-secretary-no-election",
    strength: "must",
    from: of2015,
    cite: DISPATCH,
    note: "只见省级规定：第一书记不参加村级组织换届选举",
    says: { is: "notCandidate", kind: "firstSecretary", others: SEATS },
  },
  {
    id: "first-secretary-term",
    strength: "should",
    from: of2021,
    cite: REPORT,
    note: "报道：任期一般不少于两年；去世、免职的例外为此处所加",
    says: { is: "leastTerm", kind: "firstSecretary", months: 24, except: ["died", "removed"] },
  },
  {
    id: "discipline-secretary-place",
    strength: "must",
    from: of2021,
    cite: SPEECH,
    note: "一镇做法：向设党委的村选派",
    says: { is: "onlyIn", kind: "dispatchedDisciplineSecretary", bodies: ["primaryCommittee"] },
  },
  {
    id: "party-clerk",
    strength: "should",
    from: of2021,
    cite: SPEECH,
    note: "一镇做法，没有普遍规定：每村一名专职党务工作者",
    says: { is: "perBody", kind: "partyClerk", bodies: ["village", "community"], least: 1, most: 1 },
  },
  {
    id: "instructor-member",
    strength: "must",
    from: of2018,
    cite: INSTRUCTORS,
    note: "各地做法：由正式党员担任",
    says: { is: "stage", kind: "instructor", stage: "full" },
  },
  {
    id: "instructor-firms",
    strength: "should",
    from: of2018,
    cite: INSTRUCTORS,
    note: "一市做法：每人联系三家；另一市四百八十四人联系一千五百五十七家",
    says: { is: "load", kind: "instructor", most: 3 },
  },
  {
    id: "group-leader-full",
    strength: "must",
    from: of2018,
    cite: GROUPS,
    note: "见于问答：预备党员不能担任党小组组长",
    says: { is: "stage", kind: "groupLeader", stage: "full" },
  },
]

const figure = (id: string, note: string, what: Pick<LocalFigure, "counted" | "count" | "per">): LocalFigure => ({
  id,
  strength: "may",
  from: of2018,
  cite: INSTRUCTORS,
  note,
  kind: "instructor",
  ...what,
})

/**
 * What single cities report about instructors (党建指导员): the term, firms each, days a month, visits a quarter. The days
 * from which they hold are set here where the report has none.
 *
 * @category instances
 * @since 0.1.0
 */
export const instructorFigures: ReadonlyArray<LocalFigure> = [
  /* @__PURE__ */ figure("instructor-term-hefei", "合肥的做法：任期两年；起始日为此处所定", {
    counted: "termMonths",
    count: 24,
  }),
  /* @__PURE__ */ figure("instructor-firms-hefei", "合肥的做法：每人联系三家；起始日为此处所定", {
    counted: "units",
    count: 3,
    per: "holder",
  }),
  /* @__PURE__ */ figure("instructor-days-hefei", "合肥的做法：每月到企业不少于十天；起始日为此处所定", {
    counted: "days",
    count: 10,
    per: "month",
  }),
  {
    id: "instructor-visits-ningde",
    strength: "may",
    from: /* @__PURE__ */ CivilDate.parseUnsafe("2022-03-23"),
    cite: INSTRUCTED,
    note: "宁德的做法：每季度至少走访一次；起始日为报道之日",
    kind: "instructor",
    counted: "visits",
    count: 1,
    per: "quarter",
  },
]

/**
 * That the secretary of a village heads the villagers' committee and the village collective (一肩挑), each by its lawful
 * procedure.
 *
 * @category instances
 * @since 0.1.0
 */
export const dualRole: ReadonlyArray<DualRoleRule> = [
  {
    id: "dual-role-director",
    strength: "must",
    from: of2019,
    cite: RURAL,
    note: "转引的条文：应当通过法定程序担任；两项职务各自选举，所以只看结果；起始日为此处所定",
    pair: { secretary: "secretary", head: "villageDirector" },
  },
  {
    id: "dual-role-collective",
    strength: "must",
    from: of2019,
    cite: RURAL,
    note: "转引的条文：应当通过法定程序担任村级集体经济组织、合作经济组织负责人；起始日为此处所定",
    pair: { secretary: "secretary", head: "collectiveHead" },
  },
]

const indicator = (year: string, is: Indicator["is"], percent: number): Indicator => ({
  id: `dual-role-${year}`,
  strength: "may",
  from: of2016,
  cite: REVIVAL,
  note: "全国指标，见于报道；不约束单个村，年份以年末计",
  by: CivilDate.parseUnsafe(`${year}-12-31`),
  is,
  percent,
})

/**
 * The share of villages whose secretary is also the director, in the whole country: reached in 2016, aimed at for 2020 and
 * 2022.
 *
 * @category instances
 * @since 0.1.0
 */
export const dualRoleIndicators: ReadonlyArray<Indicator> = [
  /* @__PURE__ */ indicator("2016", "reached", 30),
  /* @__PURE__ */ indicator("2020", "target", 35),
  /* @__PURE__ */ indicator("2022", "target", 50),
]

/**
 * The teams: the groups of four of a town and of a village, the squad of one cadre, one member and several worthies, and
 * the working team of a first secretary.
 *
 * @category instances
 * @since 0.1.0
 */
export const teams: ReadonlyArray<TeamPlan> = [
  {
    id: "townFour",
    strength: "should",
    from: of2021,
    cite: SPEECH,
    note: "一镇做法",
    label: { zh: "镇级四人工作组", en: "group of four of a town" },
    roles: [
      { id: "secretary", label: { zh: "党委书记" }, count: { exactly: 1 }, posts: ["secretary"] },
      { id: "deputySecretary", label: { zh: "副书记" }, count: { exactly: 1 }, posts: ["deputySecretary"] },
      { id: "organisationMember", label: { zh: "组织委员" }, count: { exactly: 1 }, posts: ["organisationMember"] },
      { id: "setUpClerk", label: { zh: "组建干事" }, count: { exactly: 1 }, posts: ["setUpClerk"] },
    ],
  },
  {
    id: "villageFour",
    strength: "should",
    from: of2021,
    cite: SPEECH,
    note: "一镇做法",
    label: { zh: "村级四人工作组", en: "group of four of a village" },
    roles: [
      { id: "liaisonMember", label: { zh: "联村委员" }, count: { exactly: 1 }, posts: ["liaisonMember"] },
      { id: "secretary", label: { zh: "支部书记" }, count: { exactly: 1 }, posts: ["secretary"] },
      { id: "firstSecretary", label: { zh: "第一书记" }, count: { exactly: 1 }, posts: ["firstSecretary"] },
      { id: "villageClerk", label: { zh: "村文书" }, count: { exactly: 1 }, posts: ["villageClerk"] },
    ],
  },
  {
    id: "serviceSquad",
    strength: "should",
    from: of2021,
    cite: SPEECH,
    note: "一镇做法：一名两委干部、一名党员、若干乡贤；若干此处以一名以上计",
    label: { zh: "“1+1+N”服务队", en: "squad of one cadre, one member and several worthies" },
    roles: [
      { id: "cadre", label: { zh: "两委干部" }, count: { exactly: 1 }, posts: SEATS },
      { id: "member", label: { zh: "党员" }, count: { exactly: 1 }, persons: ["member"] },
      { id: "worthy", label: { zh: "乡贤" }, count: { atLeast: 1 }, persons: ["worthy"] },
    ],
  },
  {
    id: "workingTeam",
    strength: "should",
    from: of2021,
    cite: REPORT,
    note: "报道：工作队两人以上；第一书记是否计入两人，出处没有写明，此处计入",
    label: { zh: "驻村工作队", en: "working team in a village" },
    roles: [
      { id: "firstSecretary", label: { zh: "第一书记" }, count: { exactly: 1 }, posts: ["firstSecretary"] },
      { id: "member", label: { zh: "工作队员" }, count: { atLeast: 1 } },
    ],
  },
]
