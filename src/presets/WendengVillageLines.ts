/**
 * The printed lines (条目) of the Wendeng village rules for Party members and village cadres, as they stand in the
 * transcription, slips included.
 *
 * @since 0.1.0
 */
import type { Label } from "../foundation/Label.js"
import type { Per } from "../foundation/Period.js"
import type { Span } from "../rules/Span.js"

// ---------------------------------------------------------------- models

/**
 * What a line gives or takes, as exact text: a number each time; so much for each unit or each full `size` of units, in
 * a range or with a limit of its own; a direct grading; or room for lines of the village's own.
 *
 * @category models
 * @since 0.1.0
 */
export type Worth =
  | string
  | {
      readonly range?: readonly [least: string, most: string]
      readonly perUnit: string
      readonly unit: string
      readonly size?: string
      readonly cap?: string
      readonly capPeriod?: Per
    }
  | { readonly direct: "B" | "C" | "D" }
  | { readonly local: { readonly items: number; readonly each: string } }

/**
 * One printed line (条目). `level` says which ledger it enters. `ladder` names lines that grade the same fact, `tier` the
 * amounts it is printed for, `milestone` the total it is reached at, `cap` a limit printed over several lines. `per`,
 * `role` and `creditTo` are the words of the table on who is meant; `pair` is the line of the same words for the other
 * ledger.
 *
 * @category models
 * @since 0.1.0
 */
export interface Row {
  readonly id: string
  readonly sheet: "村书记村主任" | "农村党员" | "农村居民"
  readonly polarity: "bonus" | "deduction"
  readonly domain: string
  readonly level: "both" | "village" | "district"
  readonly label: Label
  readonly value: Worth
  readonly ladder?: { readonly key: string; readonly step: number }
  readonly tier?: { readonly measure: string; readonly unit: string; readonly on: Span; readonly marginal?: true }
  readonly milestone?: { readonly measure: string; readonly unit: string; readonly at: string }
  readonly cap?: {
    readonly max: string
    readonly period: Per
    readonly over: ReadonlyArray<string>
    readonly scope?: "district"
  }
  readonly per?: string
  readonly role?: string
  readonly creditTo?: string
  readonly pair?: string
}

/**
 * What a reader noted on a line: a defect of the printed text and the line it is a defect with, a doubt that the text does
 * not settle, a remark. Nothing was corrected.
 *
 * @category models
 * @since 0.1.0
 */
export interface Reading {
  readonly defect?: { readonly with: string; readonly kind: string; readonly note: Label }
  readonly doubt?: Label
  readonly remark?: Label
}

/**
 * A printed line together with what a reader noted on it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Line extends Row, Reading {}

// ---------------------------------------------------------------- instances

/**
 * The 149 lines, in printed order; ids keep the gaps of what is left out.
 *
 * @category instances
 * @since 0.1.0
 */
export const rows: ReadonlyArray<Row> = [
  {
    id: "P-001",
    sheet: "村书记村主任",
    polarity: "bonus",
    domain: "党建",
    level: "both",
    label: { zh: "急难险重任务落实有突出成效", en: "urgent or hard task carried out with outstanding effect" },
    value: "5",
    ladder: { key: "cadre-task", step: 1 },
  },
  {
    id: "P-002",
    sheet: "村书记村主任",
    polarity: "bonus",
    domain: "党建",
    level: "both",
    label: { zh: "急难险重任务落实有特别突出成效", en: "urgent or hard task carried out with exceptional effect" },
    value: "10",
    ladder: { key: "cadre-task", step: 2 },
  },
  {
    id: "P-003",
    sheet: "村书记村主任",
    polarity: "bonus",
    domain: "党建",
    level: "both",
    label: {
      zh: "获评党建示范点且书记本人贡献大",
      en: "Party-building model site, the secretary contributing greatly",
    },
    value: "5",
    ladder: { key: "party-model", step: 1 },
  },
  {
    id: "P-004",
    sheet: "村书记村主任",
    polarity: "bonus",
    domain: "党建",
    level: "both",
    label: {
      zh: "获评威海级或更高党建示范点，书记贡献大",
      en: "Party-building model site at Weihai level or above, the secretary contributing greatly",
    },
    value: "10",
    ladder: { key: "party-model", step: 2 },
  },
  {
    id: "P-005",
    sheet: "村书记村主任",
    polarity: "bonus",
    domain: "党建",
    level: "both",
    label: { zh: "所在支部评为五星级（书记、主任）", en: "own branch rated five stars (secretary, director)" },
    value: "5",
  },
  {
    id: "P-006",
    sheet: "村书记村主任",
    polarity: "bonus",
    domain: "党建",
    level: "both",
    label: {
      zh: "壮大集体经济主动有为、见效突出",
      en: "active in growing the collective economy, with outstanding results",
    },
    value: "5",
    ladder: { key: "cadre-economy", step: 1 },
  },
  {
    id: "P-007",
    sheet: "村书记村主任",
    polarity: "bonus",
    domain: "党建",
    level: "both",
    label: {
      zh: "壮大集体经济见效突出且贡献重要",
      en: "outstanding results and a major contribution in growing the collective economy",
    },
    value: "10",
    ladder: { key: "cadre-economy", step: 2 },
  },
  {
    id: "P-008",
    sheet: "村书记村主任",
    polarity: "bonus",
    domain: "党建",
    level: "both",
    label: { zh: "村居成为区级部门示范（观摩）点", en: "village made a model site of a district department" },
    value: "5",
    ladder: { key: "village-model", step: 1 },
  },
  {
    id: "P-009",
    sheet: "村书记村主任",
    polarity: "bonus",
    domain: "党建",
    level: "both",
    label: {
      zh: "村居成为威海市级部门示范（观摩）点",
      en: "village made a model site of a Weihai municipal department",
    },
    value: "10",
    ladder: { key: "village-model", step: 2 },
  },
  {
    id: "P-010",
    sheet: "村书记村主任",
    polarity: "bonus",
    domain: "党建",
    level: "both",
    label: { zh: "村居成为文登区级示范（观摩）点", en: "village made a model site of Wendeng district" },
    value: "20",
    ladder: { key: "village-model", step: 3 },
  },
  {
    id: "P-011",
    sheet: "村书记村主任",
    polarity: "bonus",
    domain: "党建",
    level: "both",
    label: {
      zh: "“三堂课”中建廉政文化街且验收通过",
      en: "clean-government street built under the “three classes” and accepted",
    },
    value: "10",
  },
  {
    id: "P-012",
    sheet: "村书记村主任",
    polarity: "bonus",
    domain: "党建",
    level: "both",
    label: {
      zh: "“三堂课”中建廉政文化街且验收通过",
      en: "clean-government street built under the “three classes” and accepted",
    },
    value: "5",
  },
  {
    id: "P-013",
    sheet: "村书记村主任",
    polarity: "bonus",
    domain: "党建",
    level: "village",
    label: {
      zh: "村里开办信用超市（或银行）、暖心食堂",
      en: "credit shop (or bank) or warm-heart canteen opened in the village",
    },
    value: "5",
  },
  {
    id: "P-014",
    sheet: "村书记村主任",
    polarity: "bonus",
    domain: "党建",
    level: "village",
    label: {
      zh: "村里开办信用超市（或银行）、暖心食堂",
      en: "credit shop (or bank) or warm-heart canteen opened in the village",
    },
    value: "2",
  },
  {
    id: "P-015",
    sheet: "农村党员",
    polarity: "bonus",
    domain: "党建",
    level: "both",
    label: { zh: "急难险重任务中表现突出（党员）", en: "outstanding in an urgent or hard task (member)" },
    value: "5",
    ladder: { key: "member-task", step: 1 },
  },
  {
    id: "P-016",
    sheet: "农村党员",
    polarity: "bonus",
    domain: "党建",
    level: "both",
    label: { zh: "急难险重任务中表现特别突出（党员）", en: "exceptional in an urgent or hard task (member)" },
    value: "10",
    ladder: { key: "member-task", step: 2 },
  },
  {
    id: "P-017",
    sheet: "农村党员",
    polarity: "bonus",
    domain: "党建",
    level: "both",
    label: {
      zh: "为村集体引来产业项目且效益良好",
      en: "industrial project brought to the village collective, with good returns",
    },
    value: "5",
    ladder: { key: "project", step: 1 },
  },
  {
    id: "P-018",
    sheet: "农村党员",
    polarity: "bonus",
    domain: "党建",
    level: "both",
    label: {
      zh: "引来农业项目效益好，投资100至不足200万元",
      en: "farming project brought in with good returns, 1 million to under 2 million yuan invested",
    },
    value: "10",
    ladder: { key: "project", step: 2 },
    tier: { measure: "农业项目投资", unit: "万元", on: { ge: "100", lt: "200" } },
  },
  {
    id: "P-019",
    sheet: "农村党员",
    polarity: "bonus",
    domain: "党建",
    level: "both",
    label: {
      zh: "引来农业项目效益好，投资200至不足500万元",
      en: "farming project brought in with good returns, 2 million to under 5 million yuan invested",
    },
    value: "20",
    ladder: { key: "project", step: 3 },
    tier: { measure: "农业项目投资", unit: "万元", on: { ge: "200", lt: "500" } },
  },
  {
    id: "P-020",
    sheet: "农村党员",
    polarity: "bonus",
    domain: "党建",
    level: "both",
    label: {
      zh: "引来农业项目效益好，投资500万元及以上",
      en: "farming project brought in with good returns, 5 million yuan or more invested",
    },
    value: "50",
    ladder: { key: "project", step: 4 },
    tier: { measure: "农业项目投资", unit: "万元", on: { ge: "500" } },
  },
  {
    id: "P-021",
    sheet: "农村党员",
    polarity: "bonus",
    domain: "党建",
    level: "both",
    label: {
      zh: "自愿参加村里的廉政教育活动",
      en: "took part in the village's clean-government education of own accord",
    },
    value: "2",
  },
  {
    id: "P-022",
    sheet: "农村党员",
    polarity: "bonus",
    domain: "党建",
    level: "both",
    label: { zh: "联四邻、设岗、传帮带表现特别突出", en: "exceptional in linking neighbours, duty posts or mentoring" },
    value: "5",
    ladder: { key: "member-post", step: 1 },
  },
  {
    id: "P-023",
    sheet: "农村党员",
    polarity: "bonus",
    domain: "党建",
    level: "both",
    label: {
      zh: "联四邻、设岗、传帮带特别突出且贡献重要",
      en: "exceptional, with a major contribution, in linking neighbours, duty posts or mentoring",
    },
    value: "10",
    ladder: { key: "member-post", step: 2 },
  },
  {
    id: "P-024",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "新时代文明实践",
    level: "district",
    label: { zh: "文明实践志愿服务累计满10小时", en: "civilisation-practice volunteering reaches 10 hours in all" },
    value: "2",
    ladder: { key: "volunteer-hours", step: 1 },
    milestone: { measure: "文明实践志愿服务累计", unit: "小时", at: "10" },
  },
  {
    id: "P-025",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "新时代文明实践",
    level: "district",
    label: { zh: "文明实践志愿服务累计满20小时", en: "civilisation-practice volunteering reaches 20 hours in all" },
    value: "5",
    ladder: { key: "volunteer-hours", step: 2 },
    milestone: { measure: "文明实践志愿服务累计", unit: "小时", at: "20" },
  },
  {
    id: "P-026",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "新时代文明实践",
    level: "district",
    label: { zh: "文明实践志愿服务累计满50小时", en: "civilisation-practice volunteering reaches 50 hours in all" },
    value: "10",
    ladder: { key: "volunteer-hours", step: 3 },
    milestone: { measure: "文明实践志愿服务累计", unit: "小时", at: "50" },
  },
  {
    id: "P-027",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "新时代文明实践",
    level: "district",
    label: { zh: "文明实践志愿服务累计满80小时", en: "civilisation-practice volunteering reaches 80 hours in all" },
    value: "15",
    ladder: { key: "volunteer-hours", step: 4 },
    milestone: { measure: "文明实践志愿服务累计", unit: "小时", at: "80" },
  },
  {
    id: "P-028",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "新时代文明实践",
    level: "district",
    label: { zh: "文明实践志愿服务累计满100小时", en: "civilisation-practice volunteering reaches 100 hours in all" },
    value: "20",
    ladder: { key: "volunteer-hours", step: 5 },
    milestone: { measure: "文明实践志愿服务累计", unit: "小时", at: "100" },
  },
  {
    id: "P-029",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "新时代文明实践",
    level: "district",
    label: { zh: "文明实践志愿服务累计满150小时", en: "civilisation-practice volunteering reaches 150 hours in all" },
    value: "25",
    ladder: { key: "volunteer-hours", step: 6 },
    milestone: { measure: "文明实践志愿服务累计", unit: "小时", at: "150" },
  },
  {
    id: "P-030",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "新时代文明实践",
    level: "district",
    label: { zh: "文明实践志愿服务累计满200小时", en: "civilisation-practice volunteering reaches 200 hours in all" },
    value: "30",
    ladder: { key: "volunteer-hours", step: 7 },
    milestone: { measure: "文明实践志愿服务累计", unit: "小时", at: "200" },
  },
  {
    id: "P-031",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "新时代文明实践",
    level: "district",
    label: { zh: "文明实践志愿服务累计满250小时", en: "civilisation-practice volunteering reaches 250 hours in all" },
    value: "40",
    ladder: { key: "volunteer-hours", step: 8 },
    milestone: { measure: "文明实践志愿服务累计", unit: "小时", at: "250" },
  },
  {
    id: "P-032",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "新时代文明实践",
    level: "district",
    label: { zh: "文明实践志愿服务累计满300小时", en: "civilisation-practice volunteering reaches 300 hours in all" },
    value: "50",
    ladder: { key: "volunteer-hours", step: 9 },
    milestone: { measure: "文明实践志愿服务累计", unit: "小时", at: "300" },
  },
  {
    id: "P-033",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "新时代文明实践",
    level: "village",
    label: { zh: "文明实践志愿服务累计满4小时", en: "civilisation-practice volunteering reaches 4 hours in all" },
    value: "1",
    milestone: { measure: "文明实践志愿服务累计", unit: "小时", at: "4" },
  },
  {
    id: "P-034",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "新时代文明实践",
    level: "village",
    label: { zh: "参加村文明实践所各类培训", en: "training at the village civilisation-practice station" },
    value: { perUnit: "1", unit: "次", cap: "3", capPeriod: "year" },
  },
  {
    id: "P-035",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "新时代文明实践",
    level: "village",
    label: {
      zh: "参加村文明实践所的拥军优属活动",
      en: "support for soldiers and their families at the village civilisation-practice station",
    },
    value: { perUnit: "1", unit: "次", cap: "5", capPeriod: "year" },
  },
  {
    id: "P-036",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "新时代文明实践",
    level: "village",
    label: {
      zh: "参加镇街分中心的节庆、丰收节、农运会演赛",
      en: "performed or competed at the township's festivals, harvest festival or farmers' games",
    },
    value: "2",
  },
  {
    id: "P-037",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "新时代文明实践",
    level: "village",
    label: {
      zh: "代表镇街参加区级以上文化或体育演赛",
      en: "represented the township in culture or sport at district level or above",
    },
    value: "3",
  },
  {
    id: "P-038",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "新时代文明实践",
    level: "both",
    label: {
      zh: "坚持帮扶非亲老幼病弱等困难者6个月以上",
      en: "helped people in hardship outside the family for six months or more",
    },
    value: "5",
  },
  {
    id: "P-039",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "新时代文明实践",
    level: "both",
    label: {
      zh: "年内做好事、救死扶伤、助人有突出表现",
      en: "outstanding good deeds, rescue or help to others in the year",
    },
    value: "5",
  },
  {
    id: "P-040",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "新时代文明实践",
    level: "village",
    label: {
      zh: "申请生态安葬：不留骨灰、海葬、树葬等",
      en: "ecological burial applied for: no ashes kept, sea burial, tree burial",
    },
    value: "10",
    creditTo: "配偶或子女",
  },
  {
    id: "P-041",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "新时代文明实践",
    level: "village",
    label: {
      zh: "动用机械车辆志愿帮助非亲贫弱者",
      en: "helped the poor or weak outside the family with machinery or vehicle",
    },
    value: { perUnit: "2", unit: "次" },
  },
  {
    id: "P-042",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "新时代文明实践",
    level: "village",
    label: {
      zh: "贫困户（建档立卡）家居够清洁户标准",
      en: "registered poor household's home meets the clean-home standard",
    },
    value: { perUnit: "1", unit: "家庭成员·季度" },
    per: "家庭成员每季度",
  },
  {
    id: "P-043",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "新时代文明实践",
    level: "village",
    label: { zh: "“美在我家”评为示范户", en: "home rated a model household of “Beauty at Home”" },
    value: { perUnit: "1", unit: "家庭成员·季度" },
    per: "家庭成员每季度",
  },
  {
    id: "P-044",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "新时代文明实践",
    level: "village",
    label: { zh: "志愿帮扶非亲属的贫困弱势者", en: "voluntary help to the poor or weak outside the family" },
    value: "1",
    cap: { max: "1", period: "month", over: ["P-044", "P-045"] },
  },
  {
    id: "P-045",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "新时代文明实践",
    level: "village",
    label: {
      zh: "义务帮邻里做环境、农活、水电维修等杂事",
      en: "unpaid help to neighbours with tidying, farm work, plumbing or wiring",
    },
    value: "1",
    ladder: { key: "neighbour-help", step: 1 },
    cap: { max: "1", period: "month", over: ["P-044", "P-045"] },
  },
  {
    id: "P-046",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "新时代文明实践",
    level: "village",
    label: { zh: "帮邻里时用到车辆机械或较高技术", en: "vehicle, machinery or higher skill used to help neighbours" },
    value: { perUnit: "1", unit: "次", cap: "2", capPeriod: "month" },
    ladder: { key: "neighbour-help", step: 2 },
  },
  {
    id: "P-047",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "新时代文明实践",
    level: "village",
    label: {
      zh: "自带机械车辆参加集体义务劳动或服务",
      en: "own machinery or vehicle brought to collective voluntary work",
    },
    value: "2",
  },
  {
    id: "P-048",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "新时代文明实践",
    level: "village",
    label: { zh: "义务参加救火、防汛、排涝等抢险救灾", en: "unpaid part in fire-fighting, flood control or drainage" },
    value: "1",
    ladder: { key: "rescue", step: 1 },
  },
  {
    id: "P-049",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "新时代文明实践",
    level: "village",
    label: { zh: "义务抢险救灾且表现突出", en: "unpaid part in disaster relief, outstanding" },
    value: "2",
    ladder: { key: "rescue", step: 2 },
  },
  {
    id: "P-050",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "新时代文明实践",
    level: "village",
    label: { zh: "自带机械车辆义务抢险救灾", en: "unpaid disaster relief with own machinery or vehicle" },
    value: "2",
    ladder: { key: "rescue-machine", step: 1 },
  },
  {
    id: "P-051",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "新时代文明实践",
    level: "village",
    label: {
      zh: "自带机械车辆义务抢险救灾且表现突出",
      en: "unpaid disaster relief with own machinery or vehicle, outstanding",
    },
    value: "3",
    ladder: { key: "rescue-machine", step: 2 },
  },
  {
    id: "P-052",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "社会公益",
    level: "both",
    label: { zh: "组建农村公益组织并起到作用", en: "founded a rural charity that does its work" },
    value: "10",
  },
  {
    id: "P-053",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "社会公益",
    level: "both",
    label: { zh: "捐款100至1000元，满100元计1分", en: "gift of 100 to 1,000 yuan, 1 point for each full 100 yuan" },
    value: { range: ["1", "10"], perUnit: "1", unit: "元", size: "100" },
    ladder: { key: "donation", step: 1 },
    tier: { measure: "捐款额", unit: "元", on: { ge: "100", le: "1000" }, marginal: true },
    cap: { max: "40", period: "year", over: ["P-053", "P-054", "P-055", "P-056"], scope: "district" },
  },
  {
    id: "P-054",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "社会公益",
    level: "both",
    label: { zh: "捐款1001至5000元，满400元计1分", en: "gift of 1,001 to 5,000 yuan, 1 point for each full 400 yuan" },
    value: { range: ["1", "10"], perUnit: "1", unit: "元", size: "400" },
    ladder: { key: "donation", step: 2 },
    tier: { measure: "捐款额", unit: "元", on: { ge: "1001", le: "5000" }, marginal: true },
    cap: { max: "40", period: "year", over: ["P-053", "P-054", "P-055", "P-056"], scope: "district" },
  },
  {
    id: "P-055",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "社会公益",
    level: "both",
    label: {
      zh: "捐款5001元至1万元，满500元计1分",
      en: "gift of 5,001 to 10,000 yuan, 1 point for each full 500 yuan",
    },
    value: { range: ["1", "10"], perUnit: "1", unit: "元", size: "500" },
    ladder: { key: "donation", step: 3 },
    tier: { measure: "捐款额", unit: "元", on: { ge: "5001", le: "10000" }, marginal: true },
    cap: { max: "40", period: "year", over: ["P-053", "P-054", "P-055", "P-056"], scope: "district" },
  },
  {
    id: "P-056",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "社会公益",
    level: "both",
    label: { zh: "捐款1万元以上，满1000元计1分", en: "gift of 10,000 yuan and more, 1 point for each full 1,000 yuan" },
    value: { range: ["1", "10"], perUnit: "1", unit: "元", size: "1000" },
    ladder: { key: "donation", step: 4 },
    tier: { measure: "捐款额", unit: "元", on: { ge: "10000" }, marginal: true },
    cap: { max: "40", period: "year", over: ["P-053", "P-054", "P-055", "P-056"], scope: "district" },
  },
  {
    id: "P-057",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "社会公益",
    level: "village",
    label: { zh: "捐款不超过99元，满10元计0.1分", en: "gift of up to 99 yuan, 0.1 point for each full 10 yuan" },
    value: { range: ["0.1", "0.9"], perUnit: "0.1", unit: "元", size: "10" },
    ladder: { key: "donation", step: 0 },
    tier: { measure: "捐款额", unit: "元", on: { gt: "0", le: "99" }, marginal: true },
  },
  {
    id: "P-058",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "社会公益",
    level: "both",
    label: { zh: "无偿献血，按次", en: "voluntary blood donation, each time" },
    value: { perUnit: "10", unit: "次" },
  },
  {
    id: "P-059",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "社会公益",
    level: "both",
    label: { zh: "捐献骨髓等", en: "donation of bone marrow and the like" },
    value: "50",
  },
  {
    id: "P-060",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "社会公益",
    level: "both",
    label: { zh: "无偿捐献遗体或器官", en: "donation of body or organs" },
    value: "100",
    creditTo: "父母或配偶",
  },
  {
    id: "P-061",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "公民道德",
    level: "both",
    label: { zh: "拾金归还，金额100至1000元", en: "found money returned, 100 to 1,000 yuan" },
    value: "2",
    ladder: { key: "found-money", step: 2 },
    tier: { measure: "拾金金额", unit: "元", on: { ge: "100", le: "1000" } },
  },
  {
    id: "P-062",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "公民道德",
    level: "both",
    label: { zh: "拾金归还，金额1001至5000元", en: "found money returned, 1,001 to 5,000 yuan" },
    value: "3",
    ladder: { key: "found-money", step: 3 },
    tier: { measure: "拾金金额", unit: "元", on: { ge: "1001", le: "5000" } },
  },
  {
    id: "P-063",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "公民道德",
    level: "both",
    label: { zh: "拾金归还，金额5001元至1万元", en: "found money returned, 5,001 to 10,000 yuan" },
    value: "5",
    ladder: { key: "found-money", step: 4 },
    tier: { measure: "拾金金额", unit: "元", on: { ge: "5001", le: "10000" } },
  },
  {
    id: "P-064",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "公民道德",
    level: "both",
    label: { zh: "拾金归还，金额1万元以上", en: "found money returned, 10,000 yuan and more" },
    value: "10",
    ladder: { key: "found-money", step: 5 },
    tier: { measure: "拾金金额", unit: "元", on: { ge: "10000" } },
  },
  {
    id: "P-065",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "公民道德",
    level: "village",
    label: { zh: "拾金归还，金额100元以下", en: "found money returned, up to 100 yuan" },
    value: "1",
    ladder: { key: "found-money", step: 1 },
    tier: { measure: "拾金金额", unit: "元", on: { gt: "0", le: "100" } },
  },
  {
    id: "P-070",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "村居管理",
    level: "both",
    label: {
      zh: "主动配合支持村居、镇街集中整治",
      en: "active support for a clean-up campaign of village or township",
    },
    value: "5",
  },
  {
    id: "P-071",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "村居管理",
    level: "both",
    label: {
      zh: "助集体增收1万元以上、助村民脱贫成效突出",
      en: "collective income raised by 10,000 yuan or more, or outstanding help out of poverty",
    },
    value: "5",
    ladder: { key: "collective-income", step: 3 },
    tier: { measure: "集体增收", unit: "元", on: { ge: "10000" } },
  },
  {
    id: "P-072",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "村居管理",
    level: "both",
    label: {
      zh: "牵头协商村内公共问题或办文明睦邻活动",
      en: "led talks on a common problem of the village, or a good-neighbour event",
    },
    value: "5",
  },
  {
    id: "P-073",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "村居管理",
    level: "village",
    label: { zh: "给村里提合理建议且获采纳", en: "sensible suggestion to the village, taken up" },
    value: "2",
  },
  {
    id: "P-074",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "村居管理",
    level: "village",
    label: {
      zh: "带头拆乱搭乱建，面积达一定范围",
      en: "first to pull down unauthorised sheds and extensions, of a certain area",
    },
    value: "5",
  },
  {
    id: "P-075",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "村居管理",
    level: "village",
    label: { zh: "无偿让地，支持水利、路网、管线建设", en: "land given free for water, roads or pipelines" },
    value: "10",
  },
  {
    id: "P-076",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "村居管理",
    level: "village",
    label: { zh: "爱护村级设施并义务修好破损处", en: "care for village facilities, damage repaired without pay" },
    value: "2",
  },
  {
    id: "P-077",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "村居管理",
    level: "village",
    label: { zh: "为集体增收5000元", en: "collective income raised by 5,000 yuan" },
    value: "2",
    ladder: { key: "collective-income", step: 1 },
    tier: { measure: "集体增收", unit: "元", on: { le: "5000" } },
  },
  {
    id: "P-078",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "村居管理",
    level: "village",
    label: { zh: "为集体增收5001元至1万元", en: "collective income raised by 5,001 to 10,000 yuan" },
    value: "3",
    ladder: { key: "collective-income", step: 2 },
    tier: { measure: "集体增收", unit: "元", on: { ge: "5001", le: "10000" } },
  },
  {
    id: "P-079",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "村居管理",
    level: "both",
    label: { zh: "自办廉政文化宣传的组织者", en: "organiser of a clean-government culture event of one's own" },
    value: "5",
    ladder: { key: "clean-culture", step: 2 },
  },
  {
    id: "P-080",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "村居管理",
    level: "both",
    label: { zh: "自办廉政文化宣传的参与者", en: "participant in a clean-government culture event of one's own" },
    value: "2",
    ladder: { key: "clean-culture", step: 1 },
    cap: { max: "10", period: "year", over: ["P-080", "P-081"] },
  },
  {
    id: "P-081",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "村居管理",
    level: "both",
    label: { zh: "任信息采集员，经镇街认定合格", en: "information collector, found qualified by the township" },
    value: "5",
    ladder: { key: "collector", step: 1 },
    cap: { max: "10", period: "year", over: ["P-080", "P-081"] },
  },
  {
    id: "P-082",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "村居管理",
    level: "both",
    label: { zh: "镇街认定的三星采集员", en: "three-star collector, rated by the township" },
    value: "10",
    ladder: { key: "collector", step: 2 },
  },
  {
    id: "P-083",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "村居管理",
    level: "both",
    label: { zh: "镇街认定的四星采集员", en: "four-star collector, rated by the township" },
    value: "20",
    ladder: { key: "collector", step: 3 },
  },
  {
    id: "P-084",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "村居管理",
    level: "both",
    label: { zh: "镇街认定的五星采集员", en: "five-star collector, rated by the township" },
    value: "30",
    ladder: { key: "collector", step: 4 },
  },
  {
    id: "P-085",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "表彰奖励",
    level: "both",
    label: { zh: "获国家级表彰奖励", en: "honour at national level" },
    value: "100",
    ladder: { key: "honour", step: 8 },
  },
  {
    id: "P-086",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "表彰奖励",
    level: "both",
    label: { zh: "获省部级表彰奖励", en: "honour at provincial or ministerial level" },
    value: "60",
    ladder: { key: "honour", step: 7 },
  },
  {
    id: "P-087",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "表彰奖励",
    level: "both",
    label: { zh: "获地市级表彰奖励", en: "honour at prefecture level" },
    value: "30",
    ladder: { key: "honour", step: 6 },
  },
  {
    id: "P-088",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "表彰奖励",
    level: "both",
    label: { zh: "获省部级部门表彰奖励", en: "honour of a provincial or ministerial department" },
    value: "25",
    ladder: { key: "honour", step: 5 },
  },
  {
    id: "P-089",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "表彰奖励",
    level: "both",
    label: { zh: "获区县级表彰奖励", en: "honour at county level" },
    value: "20",
    ladder: { key: "honour", step: 4 },
  },
  {
    id: "P-090",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "表彰奖励",
    level: "both",
    label: { zh: "获地市级部门表彰奖励", en: "honour of a prefecture department" },
    value: "10",
    ladder: { key: "honour", step: 3 },
  },
  {
    id: "P-091",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "表彰奖励",
    level: "both",
    label: { zh: "获文登区级部门或镇街表彰奖励", en: "honour of a Wendeng district department or township" },
    value: "5",
    ladder: { key: "honour", step: 2 },
  },
  {
    id: "P-092",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "表彰奖励",
    level: "village",
    label: { zh: "获村居表彰奖励", en: "honour of the village" },
    value: "3",
    ladder: { key: "honour", step: 1 },
  },
  {
    id: "P-093",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "国防建设",
    level: "both",
    label: { zh: "适龄青年主动入伍", en: "young person of age joins the army of own accord" },
    value: "5",
  },
  {
    id: "P-094",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "国防建设",
    level: "both",
    label: { zh: "服役中获评优秀士兵或相当奖励", en: "outstanding soldier or equal honour while serving" },
    value: "10",
    ladder: { key: "merit", step: 1 },
  },
  {
    id: "P-095",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "国防建设",
    level: "both",
    label: { zh: "服役中立三等功", en: "third-class merit while serving" },
    value: "20",
    ladder: { key: "merit", step: 2 },
  },
  {
    id: "P-096",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "国防建设",
    level: "both",
    label: { zh: "服役中立二等功", en: "second-class merit while serving" },
    value: "40",
    ladder: { key: "merit", step: 3 },
  },
  {
    id: "P-097",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "国防建设",
    level: "both",
    label: { zh: "服役中立一等功", en: "first-class merit while serving" },
    value: "60",
    ladder: { key: "merit", step: 4 },
  },
  {
    id: "P-098",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "国防建设",
    level: "village",
    label: { zh: "服役中参加维和并圆满完成", en: "peacekeeping completed while serving" },
    value: "20",
  },
  {
    id: "P-099",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "国防建设",
    level: "both",
    label: { zh: "编入基干民兵分队且训练合格", en: "member of a core militia unit, training passed" },
    value: "2",
  },
  {
    id: "P-100",
    sheet: "农村居民",
    polarity: "bonus",
    domain: "其他",
    level: "village",
    label: {
      zh: "村自设奖分项，至多5条、每条不超2分",
      en: "bonus lines of the village's own: at most 5, of at most 2 points each",
    },
    value: { local: { items: 5, each: "2" } },
  },
  {
    id: "P-101",
    sheet: "村书记村主任",
    polarity: "deduction",
    domain: "党建",
    level: "both",
    label: { zh: "未达年度承诺目标或触碰负面清单", en: "yearly pledge missed or negative list touched" },
    value: "-10",
    ladder: { key: "target", step: 1 },
  },
  {
    id: "P-102",
    sheet: "村书记村主任",
    polarity: "deduction",
    domain: "党建",
    level: "both",
    label: {
      zh: "未达年度承诺目标或触碰负面清单，情节较重",
      en: "yearly pledge missed or negative list touched, rather grave",
    },
    value: "-20",
    ladder: { key: "target", step: 2 },
  },
  {
    id: "P-103",
    sheet: "村书记村主任",
    polarity: "deduction",
    domain: "党建",
    level: "both",
    label: {
      zh: "未达年度承诺目标或触碰负面清单，情节严重",
      en: "yearly pledge missed or negative list touched, grave",
    },
    value: "-40",
    ladder: { key: "target", step: 3 },
  },
  {
    id: "P-104",
    sheet: "村书记村主任",
    polarity: "deduction",
    domain: "党建",
    level: "both",
    label: {
      zh: "未达年度承诺目标或触碰负面清单，情节特别严重",
      en: "yearly pledge missed or negative list touched, especially grave",
    },
    value: "-50",
    ladder: { key: "target", step: 4 },
  },
  {
    id: "P-105",
    sheet: "村书记村主任",
    polarity: "deduction",
    domain: "党建",
    level: "both",
    label: {
      zh: "党内生活、党费不合规或标准化两次不达标",
      en: "Party life or dues out of order, or standardisation failed twice",
    },
    value: "-10",
  },
  {
    id: "P-106",
    sheet: "村书记村主任",
    polarity: "deduction",
    domain: "党建",
    level: "both",
    label: {
      zh: "两委干部不团结、互拆台或上访",
      en: "committee cadres at odds, undermining one another or petitioning",
    },
    value: "-20",
    ladder: { key: "disunity", step: 1 },
    per: "责任双方各扣",
  },
  {
    id: "P-107",
    sheet: "村书记村主任",
    polarity: "deduction",
    domain: "党建",
    level: "district",
    label: {
      zh: "两委干部不团结、互拆台、上访，影响恶劣",
      en: "committee cadres at odds, undermining one another or petitioning, with a very bad effect",
    },
    value: { direct: "B" },
    ladder: { key: "disunity", step: 2 },
    per: "责任双方各降",
  },
  {
    id: "P-108",
    sheet: "村书记村主任",
    polarity: "deduction",
    domain: "党建",
    level: "both",
    label: {
      zh: "两委干部违纪违法，书记按人数扣",
      en: "committee members in breach of discipline or law, by head, the secretary",
    },
    value: { perUnit: "-5", unit: "人" },
    role: "村党组织书记",
  },
  {
    id: "P-109",
    sheet: "村书记村主任",
    polarity: "deduction",
    domain: "党建",
    level: "both",
    label: {
      zh: "两委干部违纪违法，主任按人数扣",
      en: "committee members in breach of discipline or law, by head, the director",
    },
    value: { perUnit: "-3", unit: "人" },
    role: "村委会主任",
  },
  {
    id: "P-110",
    sheet: "村书记村主任",
    polarity: "deduction",
    domain: "党建",
    level: "both",
    label: {
      zh: "上级党组织交办不照办或说三道四",
      en: "assignment of the Party organisation above not done, or disparaged",
    },
    value: "-5",
    ladder: { key: "assignment", step: 1 },
  },
  {
    id: "P-111",
    sheet: "村书记村主任",
    polarity: "deduction",
    domain: "党建",
    level: "both",
    label: {
      zh: "上级党组织交办不照办或说三道四，情节较重",
      en: "assignment of the Party organisation above not done, or disparaged, rather grave",
    },
    value: "-10",
    ladder: { key: "assignment", step: 2 },
  },
  {
    id: "P-112",
    sheet: "村书记村主任",
    polarity: "deduction",
    domain: "党建",
    level: "both",
    label: {
      zh: "上级党组织交办不照办或说三道四，情节严重",
      en: "assignment of the Party organisation above not done, or disparaged, grave",
    },
    value: "-15",
    ladder: { key: "assignment", step: 3 },
  },
  {
    id: "P-113",
    sheet: "村书记村主任",
    polarity: "deduction",
    domain: "党建",
    level: "both",
    label: {
      zh: "上级党组织交办不照办或说三道四，情节特别严重",
      en: "assignment of the Party organisation above not done, or disparaged, especially grave",
    },
    value: "-20",
    ladder: { key: "assignment", step: 4 },
  },
  {
    id: "P-114",
    sheet: "村书记村主任",
    polarity: "deduction",
    domain: "党建",
    level: "both",
    label: {
      zh: "所在党组织评为一星级（书记、主任）",
      en: "own Party organisation rated one star (secretary, director)",
    },
    value: "-5",
  },
  {
    id: "P-115",
    sheet: "村书记村主任",
    polarity: "deduction",
    domain: "党建",
    level: "both",
    label: {
      zh: "无故缺席镇街廉政教育，或廉政专栏更新迟",
      en: "absent from township clean-government education without reason, or the notice column late",
    },
    value: "-4",
  },
  {
    id: "P-116",
    sheet: "村书记村主任",
    polarity: "deduction",
    domain: "党建",
    level: "both",
    label: { zh: "未按要求签廉政承诺书", en: "clean-government pledge not signed as required" },
    value: "-2",
  },
  {
    id: "P-117",
    sheet: "村书记村主任",
    polarity: "deduction",
    domain: "党建",
    level: "both",
    label: {
      zh: "无故不按时参加有廉政教育内容的片务会",
      en: "late for or absent from the area meeting with clean-government teaching, without reason",
    },
    value: "-2",
  },
  {
    id: "P-118",
    sheet: "村书记村主任",
    polarity: "deduction",
    domain: "党建",
    level: "both",
    label: {
      zh: "无故不按时参加“四议两公开”议事会",
      en: "late for or absent from a “four discussions, two disclosures” meeting, without reason",
    },
    value: "-2",
  },
  {
    id: "P-119",
    sheet: "村书记村主任",
    polarity: "deduction",
    domain: "党建",
    level: "both",
    label: {
      zh: "述廉评议无故不按时到会",
      en: "late for or absent from the clean-conduct report and review, without reason",
    },
    value: "-2",
  },
  {
    id: "P-120",
    sheet: "村书记村主任",
    polarity: "deduction",
    domain: "党建",
    level: "both",
    label: { zh: "述廉评议群众满意度不足85%", en: "satisfaction at the clean-conduct review under 85 %" },
    value: "-5",
    tier: { measure: "群众满意度", unit: "%", on: { lt: "85" } },
  },
  {
    id: "P-121",
    sheet: "村书记村主任",
    polarity: "deduction",
    domain: "党建",
    level: "both",
    label: { zh: "环境卫生管护不力，被查出问题", en: "poor upkeep of the environment, problems found on inspection" },
    value: "-5",
    per: "书记、主任各扣",
  },
  {
    id: "P-122",
    sheet: "村书记村主任",
    polarity: "deduction",
    domain: "党建",
    level: "both",
    label: {
      zh: "议事决策、处置资产等未走民主程序",
      en: "decision or disposal of assets without democratic procedure",
    },
    value: "-10",
    ladder: { key: "procedure", step: 1 },
  },
  {
    id: "P-123",
    sheet: "村书记村主任",
    polarity: "deduction",
    domain: "党建",
    level: "district",
    label: {
      zh: "议事、处置资产未走民主程序，情节严重",
      en: "decision or disposal of assets without democratic procedure, grave",
    },
    value: { direct: "B" },
    ladder: { key: "procedure", step: 2 },
  },
  {
    id: "P-124",
    sheet: "村书记村主任",
    polarity: "deduction",
    domain: "党建",
    level: "both",
    label: {
      zh: "不作为乱作为，问题久拖或引发上访",
      en: "inaction or misconduct, problem dragged out or petitions caused",
    },
    value: "-5",
    ladder: { key: "inaction", step: 1 },
  },
  {
    id: "P-125",
    sheet: "村书记村主任",
    polarity: "deduction",
    domain: "党建",
    level: "both",
    label: {
      zh: "不作为乱作为，问题久拖或引发上访，情节较重",
      en: "inaction or misconduct, problem dragged out or petitions caused, rather grave",
    },
    value: "-10",
    ladder: { key: "inaction", step: 2 },
  },
  {
    id: "P-126",
    sheet: "村书记村主任",
    polarity: "deduction",
    domain: "党建",
    level: "both",
    label: {
      zh: "不作为乱作为，问题久拖或引发上访，情节严重",
      en: "inaction or misconduct, problem dragged out or petitions caused, grave",
    },
    value: "-15",
    ladder: { key: "inaction", step: 3 },
  },
  {
    id: "P-127",
    sheet: "村书记村主任",
    polarity: "deduction",
    domain: "党建",
    level: "both",
    label: {
      zh: "不作为乱作为，问题久拖或引发上访，情节特别严重",
      en: "inaction or misconduct, problem dragged out or petitions caused, especially grave",
    },
    value: "-20",
    ladder: { key: "inaction", step: 4 },
  },
  {
    id: "P-128",
    sheet: "农村党员",
    polarity: "deduction",
    domain: "党建",
    level: "both",
    label: {
      zh: "无故不按时参加三会一课、主题党日等",
      en: "late for or absent from branch meetings or the theme day, without reason",
    },
    value: "-5",
  },
  {
    id: "P-129",
    sheet: "农村党员",
    polarity: "deduction",
    domain: "党建",
    level: "district",
    label: { zh: "民主评议定为不合格党员", en: "found unqualified in the democratic review of members" },
    value: { direct: "B" },
  },
  {
    id: "P-130",
    sheet: "农村党员",
    polarity: "deduction",
    domain: "党建",
    level: "district",
    label: {
      zh: "缺席政治生活，虽请假有因但事后未补课",
      en: "absent from political life with leave, not made up afterwards",
    },
    value: "-5",
    pair: "P-136",
  },
  {
    id: "P-131",
    sheet: "农村党员",
    polarity: "deduction",
    domain: "党建",
    level: "both",
    label: { zh: "党建材料弄虚作假", en: "Party-building papers falsified" },
    value: "-5",
  },
  {
    id: "P-132",
    sheet: "农村党员",
    polarity: "deduction",
    domain: "党建",
    level: "both",
    label: {
      zh: "收入申报不实，未主动按月足额交党费",
      en: "income declared untruly, dues not paid monthly and in full",
    },
    value: "-5",
  },
  {
    id: "P-133",
    sheet: "农村党员",
    polarity: "deduction",
    domain: "党建",
    level: "both",
    label: { zh: "不尽党员义务，或不配合支部安排", en: "member's duties not done, or the branch not supported" },
    value: "-5",
  },
  {
    id: "P-134",
    sheet: "农村党员",
    polarity: "deduction",
    domain: "党建",
    level: "both",
    label: { zh: "拉帮结派、派性对立，妨碍工作", en: "faction or clan opposition that hinders the work" },
    value: "-5",
  },
  {
    id: "P-135",
    sheet: "农村党员",
    polarity: "deduction",
    domain: "党建",
    level: "both",
    label: { zh: "开会时喧哗起哄或扯无关话题", en: "uproar at a meeting, or talk off the subject" },
    value: "-10",
  },
  {
    id: "P-136",
    sheet: "农村党员",
    polarity: "deduction",
    domain: "党建",
    level: "village",
    label: {
      zh: "缺席政治生活，虽请假有因但事后未补课",
      en: "absent from political life with leave, not made up afterwards",
    },
    value: "-2",
    pair: "P-130",
  },
  {
    id: "P-137",
    sheet: "农村党员",
    polarity: "deduction",
    domain: "党建",
    level: "both",
    label: {
      zh: "无故不按时参加廉政党课或镇街廉政教育",
      en: "late for or absent from the clean-government class or township education, without reason",
    },
    value: "-4",
  },
  {
    id: "P-138",
    sheet: "农村党员",
    polarity: "deduction",
    domain: "党建",
    level: "both",
    label: {
      zh: "无故不按时参加“四议两公开”议事会",
      en: "late for or absent from a “four discussions, two disclosures” meeting, without reason",
    },
    value: "-2",
  },
  {
    id: "P-139",
    sheet: "农村党员",
    polarity: "deduction",
    domain: "党建",
    level: "both",
    label: {
      zh: "述廉评议无故不按时到会",
      en: "late for or absent from the clean-conduct report and review, without reason",
    },
    value: "-2",
  },
  {
    id: "P-140",
    sheet: "农村党员",
    polarity: "deduction",
    domain: "党建",
    level: "both",
    label: {
      zh: "两委成员述廉满意度不足85%",
      en: "committee member's satisfaction at the clean-conduct review under 85 %",
    },
    value: "-5",
    tier: { measure: "群众满意度", unit: "%", on: { lt: "85" } },
    role: "村两委成员",
  },
  {
    id: "P-141",
    sheet: "农村党员",
    polarity: "deduction",
    domain: "党建",
    level: "district",
    label: { zh: "组织处理：批评教育", en: "organisational handling: criticism and education" },
    value: "-3",
    ladder: { key: "org-handling", step: 1 },
  },
  {
    id: "P-142",
    sheet: "农村党员",
    polarity: "deduction",
    domain: "党建",
    level: "district",
    label: { zh: "组织处理：书面检查", en: "organisational handling: written self-examination" },
    value: "-5",
    ladder: { key: "org-handling", step: 2 },
  },
  {
    id: "P-143",
    sheet: "农村党员",
    polarity: "deduction",
    domain: "党建",
    level: "district",
    label: { zh: "组织处理：通报批评", en: "organisational handling: circulated criticism" },
    value: "-10",
    ladder: { key: "org-handling", step: 3 },
  },
  {
    id: "P-144",
    sheet: "农村党员",
    polarity: "deduction",
    domain: "党建",
    level: "district",
    label: { zh: "组织处理：诫勉谈话", en: "organisational handling: admonition talk" },
    value: "-30",
    ladder: { key: "org-handling", step: 4 },
  },
  {
    id: "P-145",
    sheet: "农村党员",
    polarity: "deduction",
    domain: "党建",
    level: "district",
    label: { zh: "党纪处分：党内警告", en: "Party discipline: warning" },
    value: "-50",
    ladder: { key: "party-discipline", step: 1 },
  },
  {
    id: "P-146",
    sheet: "农村党员",
    polarity: "deduction",
    domain: "党建",
    level: "district",
    label: { zh: "党纪处分：党内严重警告", en: "Party discipline: serious warning" },
    value: "-70",
    ladder: { key: "party-discipline", step: 2 },
  },
  {
    id: "P-147",
    sheet: "农村党员",
    polarity: "deduction",
    domain: "党建",
    level: "district",
    label: { zh: "党纪处分：撤销党内职务", en: "Party discipline: removal from Party posts" },
    value: "-100",
    ladder: { key: "party-discipline", step: 3 },
  },
  {
    id: "P-148",
    sheet: "农村党员",
    polarity: "deduction",
    domain: "党建",
    level: "district",
    label: { zh: "党纪处分：留党察看", en: "Party discipline: probation within the Party" },
    value: "-150",
    ladder: { key: "party-discipline", step: 4 },
  },
  {
    id: "P-149",
    sheet: "农村党员",
    polarity: "deduction",
    domain: "党建",
    level: "district",
    label: { zh: "党纪处分：开除党籍", en: "Party discipline: expulsion from the Party" },
    value: { direct: "C" },
    ladder: { key: "party-discipline", step: 5 },
  },
  {
    id: "P-150",
    sheet: "农村党员",
    polarity: "deduction",
    domain: "党建",
    level: "district",
    label: { zh: "政务处分：警告", en: "administrative discipline: warning" },
    value: "-50",
    ladder: { key: "admin-discipline", step: 1 },
  },
  {
    id: "P-151",
    sheet: "农村党员",
    polarity: "deduction",
    domain: "党建",
    level: "district",
    label: { zh: "政务处分：记过", en: "administrative discipline: demerit" },
    value: "-60",
    ladder: { key: "admin-discipline", step: 2 },
  },
  {
    id: "P-152",
    sheet: "农村党员",
    polarity: "deduction",
    domain: "党建",
    level: "district",
    label: { zh: "政务处分：记大过", en: "administrative discipline: serious demerit" },
    value: "-70",
    ladder: { key: "admin-discipline", step: 3 },
  },
  {
    id: "P-153",
    sheet: "农村党员",
    polarity: "deduction",
    domain: "党建",
    level: "district",
    label: {
      zh: "政务处分：责令辞职、取消当选或依法罢免",
      en: "administrative discipline: ordered to resign, election annulled, or recalled by law",
    },
    value: "-80",
    ladder: { key: "admin-discipline", step: 4 },
  },
]

/**
 * What a reader noted, by line.
 *
 * @category instances
 * @since 0.1.0
 */
export const readings: Readonly<Record<string, Reading>> = {
  "P-003": {
    doubt: {
      zh: "示范点由哪一级评定未写，推为威海级以下",
      en: "which level rates the model site is not said; read as below Weihai level",
    },
  },
  "P-005": {
    doubt: {
      zh: "括号里的主任是同样加分，还是仅指兼任，未写明",
      en: "whether the director in brackets earns the same, or only one who holds both posts, is not said",
    },
    remark: {
      zh: "由支部星级带到个人；与 P-114 相对",
      en: "the branch's stars carried to the person; the counterpart of P-114",
    },
  },
  "P-008": {
    remark: {
      zh: "限文明实践、信用建设、改厕、美在我家等工作",
      en: "only for civilisation practice, credit building, toilet renewal, Beauty at Home and the like",
    },
  },
  "P-009": {
    remark: {
      zh: "限文明实践、信用建设、改厕、美在我家等工作",
      en: "only for civilisation practice, credit building, toilet renewal, Beauty at Home and the like",
    },
  },
  "P-010": {
    remark: {
      zh: "限文明实践、信用建设、改厕、美在我家等工作",
      en: "only for civilisation practice, credit building, toilet renewal, Beauty at Home and the like",
    },
  },
  "P-011": {
    defect: {
      with: "P-012",
      kind: "contradiction",
      note: { zh: "同文两行，分值 10 与 5", en: "the same words on two lines, worth 10 and 5" },
    },
    doubt: {
      zh: "疑原表按验收层级或对象分行，区别漏抄",
      en: "the original probably told the lines apart by level of acceptance or by person, and the difference was not copied",
    },
  },
  "P-012": {
    defect: {
      with: "P-011",
      kind: "contradiction",
      note: { zh: "同文两行，分值 5 与 10", en: "the same words on two lines, worth 5 and 10" },
    },
    doubt: {
      zh: "疑原表按验收层级或对象分行，区别漏抄",
      en: "the original probably told the lines apart by level of acceptance or by person, and the difference was not copied",
    },
  },
  "P-013": {
    defect: {
      with: "P-014",
      kind: "contradiction",
      note: { zh: "同文两行，分值 5 与 2", en: "the same words on two lines, worth 5 and 2" },
    },
    doubt: {
      zh: "疑原表按对象或程度分行，区别漏抄；三者是任一即可还是要并有暖心食堂亦不明",
      en: "the original probably told the lines apart by person or degree, and the difference was not copied; whether any one of the three is enough, or the canteen is needed as well, is not clear either",
    },
  },
  "P-014": {
    defect: {
      with: "P-013",
      kind: "contradiction",
      note: { zh: "同文两行，分值 2 与 5", en: "the same words on two lines, worth 2 and 5" },
    },
    doubt: {
      zh: "疑原表按对象或程度分行，区别漏抄；三者是任一即可还是要并有暖心食堂亦不明",
      en: "the original probably told the lines apart by person or degree, and the difference was not copied; whether any one of the three is enough, or the canteen is needed as well, is not clear either",
    },
  },
  "P-017": {
    doubt: {
      zh: "未写投资额，推为不足100万元或非农业项目的底档",
      en: "no investment is given; read as the lowest step, for less than 1 million yuan or projects outside farming",
    },
  },
  "P-022": {
    doubt: {
      zh: "低档即写特别突出，别处低档只写突出，疑多抄特别二字",
      en: "the lower step already says exceptional where other ladders say outstanding; probably a word too many",
    },
  },
  "P-024": {
    remark: { zh: "累计里程碑，取已达的最高一档", en: "cumulative milestones; the highest one reached counts" },
  },
  "P-025": {
    remark: { zh: "累计里程碑，取已达的最高一档", en: "cumulative milestones; the highest one reached counts" },
  },
  "P-026": {
    remark: { zh: "累计里程碑，取已达的最高一档", en: "cumulative milestones; the highest one reached counts" },
  },
  "P-027": {
    remark: { zh: "累计里程碑，取已达的最高一档", en: "cumulative milestones; the highest one reached counts" },
  },
  "P-028": {
    remark: { zh: "累计里程碑，取已达的最高一档", en: "cumulative milestones; the highest one reached counts" },
  },
  "P-029": {
    remark: { zh: "累计里程碑，取已达的最高一档", en: "cumulative milestones; the highest one reached counts" },
  },
  "P-030": {
    remark: { zh: "累计里程碑，取已达的最高一档", en: "cumulative milestones; the highest one reached counts" },
  },
  "P-031": {
    remark: { zh: "累计里程碑，取已达的最高一档", en: "cumulative milestones; the highest one reached counts" },
  },
  "P-032": {
    remark: { zh: "累计里程碑，取已达的最高一档", en: "cumulative milestones; the highest one reached counts" },
  },
  "P-033": {
    doubt: {
      zh: "是一年只记一次，还是每累计4小时记一次，未写",
      en: "whether once a year or once for every 4 hours is not said",
    },
    remark: {
      zh: "村级仅此一档，与 P-024 至 P-032 的区级各档并行",
      en: "the only step of the village, beside those of the district in P-024 to P-032",
    },
  },
  "P-034": { remark: { zh: "标准栏里又重复印了分值", en: "the points are printed again in the column of standards" } },
  "P-040": {
    doubt: {
      zh: "多名子女是各加还是只加一人，未写",
      en: "whether each of several children earns it or only one is not said",
    },
  },
  "P-042": {
    doubt: {
      zh: "是每名成员各记一次，还是全户合记，未写",
      en: "whether each member earns it or the household together is not said",
    },
    remark: { zh: "“美在我家”创建", en: "part of “Beauty at Home”" },
  },
  "P-043": {
    doubt: {
      zh: "是每名成员各记一次，还是全户合记，未写",
      en: "whether each member earns it or the household together is not said",
    },
  },
  "P-044": {
    doubt: {
      zh: "备注格跨两行：每月1分是两行合计还是各自封顶，未写",
      en: "the remark spans two lines: whether the 1 point a month limits both together or each is not said",
    },
  },
  "P-045": {
    doubt: {
      zh: "备注格跨两行：每月1分是两行合计还是各自封顶，未写",
      en: "the remark spans two lines: whether the 1 point a month limits both together or each is not said",
    },
  },
  "P-046": {
    remark: {
      zh: "单位“次”取自一般规则，本行未印；与 P-045 单次同分，只是月上限更高",
      en: "“each time” is taken from the general rules and not printed here; worth the same each time as P-045, only the monthly limit is higher",
    },
  },
  "P-053": {
    doubt: {
      zh: "分段累加为推断：各段满额恰为10分，四段合40分正与年上限相合；若不累加则1001元反少于1000元；按次还是全年合计亦未写",
      en: "that the bands add up is inferred: each fills at 10, and the four make the yearly limit of 40; otherwise 1,001 yuan would earn less than 1,000; whether per gift or per year is not said either",
    },
  },
  "P-054": {
    doubt: {
      zh: "分段累加为推断：各段满额恰为10分，四段合40分正与年上限相合；若不累加则1001元反少于1000元；按次还是全年合计亦未写",
      en: "that the bands add up is inferred: each fills at 10, and the four make the yearly limit of 40; otherwise 1,001 yuan would earn less than 1,000; whether per gift or per year is not said either",
    },
  },
  "P-055": {
    doubt: {
      zh: "分段累加为推断：各段满额恰为10分，四段合40分正与年上限相合；若不累加则1001元反少于1000元；按次还是全年合计亦未写",
      en: "that the bands add up is inferred: each fills at 10, and the four make the yearly limit of 40; otherwise 1,001 yuan would earn less than 1,000; whether per gift or per year is not said either",
    },
  },
  "P-056": {
    doubt: {
      zh: "分段累加为推断：各段满额恰为10分，四段合40分正与年上限相合；若不累加则1001元反少于1000元；按次还是全年合计亦未写；村级无年上限，本段区间只印到10分，2万元以上是否再加未写",
      en: "that the bands add up is inferred: each fills at 10, and the four make the yearly limit of 40; otherwise 1,001 yuan would earn less than 1,000; whether per gift or per year is not said either; the village has no yearly limit, the range of this band is printed to 10 points only, and whether more than 20,000 yuan earns more is not said",
    },
  },
  "P-057": { remark: { zh: "最小分值单位由此得出", en: "the least step of points follows from this line" } },
  "P-060": {
    doubt: { zh: "父母二人是各加还是只加一人，未写", en: "whether both parents earn it or only one is not said" },
  },
  "P-061": {
    defect: {
      with: "P-065",
      kind: "overlap",
      note: {
        zh: "恰100元两行都中（以下含本数），取高",
        en: "exactly 100 yuan fits both lines (the bound is inclusive); the higher counts",
      },
    },
  },
  "P-063": {
    defect: {
      with: "P-064",
      kind: "overlap",
      note: {
        zh: "恰1万元两行都中（以上含本数），取高",
        en: "exactly 10,000 yuan fits both lines (the bound is inclusive); the higher counts",
      },
    },
  },
  "P-064": {
    defect: {
      with: "P-063",
      kind: "overlap",
      note: {
        zh: "恰1万元两行都中（以上含本数），取高",
        en: "exactly 10,000 yuan fits both lines (the bound is inclusive); the higher counts",
      },
    },
  },
  "P-065": {
    defect: {
      with: "P-061",
      kind: "overlap",
      note: {
        zh: "恰100元两行都中（以下含本数），取高",
        en: "exactly 100 yuan fits both lines (the bound is inclusive); the higher counts",
      },
    },
  },
  "P-071": {
    defect: {
      with: "P-078",
      kind: "overlap",
      note: { zh: "恰1万元两行都中，取高", en: "exactly 10,000 yuan fits both lines; the higher counts" },
    },
    doubt: {
      zh: "增收与脱贫两事须兼有还是任一，未写",
      en: "whether both the income and the help out of poverty are needed is not said",
    },
  },
  "P-074": { doubt: { zh: "面积界限未给出", en: "the area is not given" } },
  "P-077": {
    doubt: {
      zh: "只印5000元，未写以下或以上；按下一行起于5001推为不超过5000元，下限缺",
      en: "only 5,000 yuan is printed, neither up to nor from; read as up to 5,000 since the next line begins at 5,001; the lower bound is missing",
    },
  },
  "P-078": {
    defect: {
      with: "P-071",
      kind: "overlap",
      note: { zh: "恰1万元两行都中，取高", en: "exactly 10,000 yuan fits both lines; the higher counts" },
    },
  },
  "P-080": {
    doubt: {
      zh: "备注格印在参与者与合格采集员两行；疑应跨组织者与参与者两行（P-079、P-080）",
      en: "the remark is printed on participants and qualified collectors; it was probably meant for organisers and participants (P-079, P-080)",
    },
  },
  "P-081": {
    doubt: {
      zh: "备注格印在参与者与合格采集员两行；疑应跨组织者与参与者两行（P-079、P-080）",
      en: "the remark is printed on participants and qualified collectors; it was probably meant for organisers and participants (P-079, P-080)",
    },
  },
  "P-098": {
    doubt: {
      zh: "本段只此行印作村级，前后均为区村级，层级存疑",
      en: "the only line of this part printed for the village alone; the lines around it are for both",
    },
  },
  "P-100": {
    remark: {
      zh: "分值栏空白，由村自填；见第二十三条",
      en: "the points are left blank for the village to fill in; see article 23",
    },
  },
  "P-105": {
    doubt: { zh: "四事以逗号相连，推为任一即扣", en: "four matters joined by commas; read as any one of them" },
    remark: {
      zh: "含三会一课和组织生活会未按要求开、党费核算不准、党费管用违规、标准化建设连续2次不达标",
      en: "meetings of the branch or organisational life not held as required, dues miscalculated or misused, standardisation failed twice running",
    },
  },
  "P-108": {
    doubt: {
      zh: "书记兼主任者是否两行都扣，未写；依一事取最大者只扣此行",
      en: "whether one who is both secretary and director loses on both lines is not said; as one deed counts once, only this line is taken",
    },
  },
  "P-109": {
    doubt: {
      zh: "书记兼主任者是否两行都扣，未写",
      en: "whether one who is both secretary and director loses on both lines is not said",
    },
  },
  "P-114": {
    doubt: {
      zh: "括号里的主任是同样扣分，还是仅指兼任，未写明",
      en: "whether the director in brackets loses the same, or only one who holds both posts, is not said",
    },
    remark: {
      zh: "由支部星级带到个人；与 P-005 相对",
      en: "the branch's stars carried to the person; the counterpart of P-005",
    },
  },
  "P-115": {
    defect: {
      with: "P-137",
      kind: "cross-sheet",
      note: { zh: "党员组有同事同分的一行", en: "the sheet of members lists the same act at the same points" },
    },
    remark: { zh: "缺席含不按时到", en: "being late counts as being absent" },
  },
  "P-117": {
    doubt: {
      zh: "片务会议是片区会议，还是村务之误，不能定",
      en: "whether the meeting is one of the area, or a slip for village affairs, cannot be told",
    },
  },
  "P-118": {
    defect: {
      with: "P-138",
      kind: "cross-sheet",
      note: { zh: "党员组有同文同分的一行", en: "the sheet of members has a line of the same words and points" },
    },
  },
  "P-119": {
    defect: {
      with: "P-139",
      kind: "cross-sheet",
      note: { zh: "党员组有同文同分的一行", en: "the sheet of members has a line of the same words and points" },
    },
  },
  "P-120": {
    defect: {
      with: "P-140",
      kind: "cross-sheet",
      note: {
        zh: "党员组（两委成员）有同事同分的一行",
        en: "the sheet of members (the two committees) lists the same act at the same points",
      },
    },
  },
  "P-123": { doubt: { zh: "原行首多印一个引号", en: "a quotation mark too many at the head of the line" } },
  "P-130": {
    remark: {
      zh: "与 P-136 同文：区级此行，村级彼行",
      en: "the same words as P-136: this line for the district, that for the village",
    },
  },
  "P-136": {
    remark: {
      zh: "与 P-130 同文：村级此行，区级彼行",
      en: "the same words as P-130: this line for the village, that for the district",
    },
  },
  "P-137": {
    defect: {
      with: "P-115",
      kind: "cross-sheet",
      note: {
        zh: "书记主任组有同事同分的一行",
        en: "the sheet of secretaries and directors lists the same act at the same points",
      },
    },
  },
  "P-138": {
    defect: {
      with: "P-118",
      kind: "cross-sheet",
      note: {
        zh: "书记主任组有同文同分的一行",
        en: "the sheet of secretaries and directors has a line of the same words and points",
      },
    },
  },
  "P-139": {
    defect: {
      with: "P-119",
      kind: "cross-sheet",
      note: {
        zh: "书记主任组有同文同分的一行",
        en: "the sheet of secretaries and directors has a line of the same words and points",
      },
    },
  },
  "P-140": {
    defect: {
      with: "P-120",
      kind: "cross-sheet",
      note: {
        zh: "书记主任组有同事同分的一行",
        en: "the sheet of secretaries and directors lists the same act at the same points",
      },
    },
  },
  "P-145": {
    remark: {
      zh: "村级另依第二十九条（一）直接判零星",
      en: "in the village article 29 (1) judges no star directly besides",
    },
  },
  "P-146": {
    remark: {
      zh: "村级另依第二十九条（一）直接判零星",
      en: "in the village article 29 (1) judges no star directly besides",
    },
  },
  "P-147": {
    remark: {
      zh: "村级另依第二十九条（一）直接判零星",
      en: "in the village article 29 (1) judges no star directly besides",
    },
  },
  "P-148": {
    remark: {
      zh: "村级另依第二十九条（一）直接判零星",
      en: "in the village article 29 (1) judges no star directly besides",
    },
  },
  "P-149": {
    doubt: {
      zh: "村级照第二十四条折扣80，与第二十九条（一）得零分相撞",
      en: "the 80 points that article 24 takes in the village collide with the nought of article 29 (1)",
    },
    remark: {
      zh: "村级另依第二十九条（一）直接判零星",
      en: "in the village article 29 (1) judges no star directly besides",
    },
  },
  "P-150": {
    remark: {
      zh: "含非党员的村委会主任；党员者村级另依第二十九条（一）直接判零星",
      en: "also for a director who is no Party member; for members article 29 (1) judges no star directly besides in the village",
    },
  },
  "P-151": {
    remark: {
      zh: "含非党员的村委会主任；党员者村级另依第二十九条（一）直接判零星",
      en: "also for a director who is no Party member; for members article 29 (1) judges no star directly besides in the village",
    },
  },
  "P-152": {
    remark: {
      zh: "含非党员的村委会主任；党员者村级另依第二十九条（一）直接判零星",
      en: "also for a director who is no Party member; for members article 29 (1) judges no star directly besides in the village",
    },
  },
  "P-153": {
    remark: {
      zh: "含非党员的村委会主任；党员者村级另依第二十九条（一）直接判零星",
      en: "also for a director who is no Party member; for members article 29 (1) judges no star directly besides in the village",
    },
  },
}
