/**
 * The sentences of everything that the rules raise, faults of a rulebook and conflicts of a result alike.
 *
 * @since 0.1.0
 */
import type { Texts } from "../foundation/Fault.js"
import type { Label } from "../foundation/Label.js"
import type { FactFault } from "./Fact.js"
import type { RulebookFault } from "./Rulebook.js"

// ---------------------------------------------------------------- models

/**
 * The conflicts that can stand in a result: clauses or facts that do not fit one another.
 *
 * @category models
 * @since 0.1.0
 */
export type ConflictCode =
  | "rules.gap"
  | "rules.overlap"
  | "rules.noRow"
  | "rules.severalRows"
  | "rules.levelGap"
  | "rules.levelOverlap"
  | "rules.unrounded"
  | "rules.offLattice"
  | "rules.outOfDomain"
  | "rules.severalFacts"
  | "rules.undecided"
  | "rules.tieOpen"
  | "rules.twoValidities"
  | "rules.outsideLines"
  | "rules.noSuchNode"
  | "rules.noSuchLevel"
  | "rules.tooLong"
  | "rules.notInTable"

/**
 * The codes that the schemas of spans and ids refuse with.
 *
 * @category models
 * @since 0.1.0
 */
export type SpanCode = "span.twoEnds" | "span.empty" | "rulebook.badId"

type OwnFactCode = Exclude<FactFault["code"], `coordinate.${string}`>

// ---------------------------------------------------------------- instances

/**
 * Code → sentence. `{name}` stands for a parameter.
 *
 * @category instances
 * @since 0.1.0
 */
export const texts: Texts<RulebookFault["code"] | OwnFactCode | ConflictCode | SpanCode> = {
  "span.twoEnds": { zh: "同一端写了两个界限", en: "one end has two bounds" },
  "span.empty": { zh: "区间内没有任何数", en: "no number is within the span" },
  "rulebook.duplicateId": { zh: "编号“{id}”重复", en: 'the id "{id}" stands twice' },
  "rulebook.noSuchId": { zh: "没有“{id}”", en: 'there is no "{id}"' },
  "rulebook.cycle": { zh: "“{id}”的引用绕回自身", en: 'the references of "{id}" come back to itself' },
  "rulebook.misplacedLeaf": { zh: "此处不能读取“{op}”", en: '"{op}" cannot be read here' },
  "rulebook.misplacedTag": { zh: "此处没有事实，不能看标记“{tag}”", en: 'no fact here to have a tag "{tag}"' },
  "rulebook.badStep": { zh: "{step}应大于零", en: "{step} is not above nought" },
  "rulebook.badDomain": { zh: "最小值{min}大于最大值{max}", en: "the least value {min} is above the greatest {max}" },
  "rulebook.crossingCaps": { zh: "封顶“{first}”与“{second}”交叉", en: 'the caps "{first}" and "{second}" cross' },
  "rulebook.emptyCap": { zh: "封顶“{id}”没有界限", en: 'the cap "{id}" has no bound' },
  "rulebook.badDeduct": { zh: "扣分{points}不应为负数", en: "the deduction {points} should not be below nought" },
  "rulebook.capBeyondSpan": {
    zh: "封顶“{id}”按{per}计，宽于所在的{each}",
    en: 'the cap "{id}" is per {per}, wider than the {each} it stands in',
  },
  "rulebook.openClass": {
    zh: "类别只能按身份标记或已定等次划分",
    en: "a class may ask for labels and frozen levels only",
  },
  "rulebook.longChain": {
    zh: "自“{id}”起的引用超过{most}层",
    en: 'the references from "{id}" go deeper than {most}',
  },
  "rulebook.badId": { zh: "编号里有控制字符", en: "the id holds control characters" },
  "rulebook.badCap": { zh: "封顶“{id}”的界限不成立", en: 'the bounds of the cap "{id}" cannot hold' },
  "rulebook.netInsideGross": {
    zh: "净额封顶“{inner}”不能套在单向封顶“{outer}”之内",
    en: 'the net cap "{inner}" cannot lie inside the gross cap "{outer}"',
  },
  "rulebook.missingField": { zh: "求和须指明字段", en: "a sum has to name its field" },
  "rulebook.quotaOnLastLevel": {
    zh: "末等“{level}”不能限名额：排在后面的无处可落",
    en: 'the last level "{level}" cannot be limited: those behind have nowhere to fall',
  },
  "rulebook.badQuota": {
    zh: "名额“{id}”的比例应在零至一之间，允许的出入不小于零",
    en: 'the share of the quota "{id}" is not within nought and one, or its slack is below nought',
  },
  "rulebook.quotaOnSeveral": {
    zh: "名额上限“{id}”合计限额的等次应当相连，且各列一次",
    en: 'the levels that the quota "{id}" limits together must follow one another, each once',
  },
  "rulebook.forceEnds": { zh: "施行止日{to}不晚于起日{from}", en: "in force to {to}, not after {from}" },
  "rulebook.slotFull": {
    zh: "自设栏“{id}”至多{most}条，现有{count}条",
    en: 'the slot "{id}" has room for {most} lines, not for {count}',
  },
  "rulebook.slotWorth": {
    zh: "“{id}”的分值（含重复计分）应是{span}内的定值",
    en: 'the worth of "{id}", repetitions included, is not a fixed number within {span}',
  },
  "fact.unknownSubject": { zh: "没有编号为“{subject}”的对象", en: 'nobody has the id "{subject}"' },
  "fact.endsBeforeStart": { zh: "止日{until}早于起日{on}", en: "ends on {until}, before it begins on {on}" },
  "rules.gap": { zh: "{value}不在任何一档", en: "{value} is on no row of the table" },
  "rules.overlap": { zh: "{value}同时落在几档（{results}）", en: "{value} is on several rows ({results})" },
  "rules.noRow": { zh: "没有一种情形成立", en: "no row of the table holds" },
  "rules.severalRows": { zh: "{count}种情形同时成立而结果不同", en: "{count} rows hold and differ" },
  "rules.levelGap": { zh: "得分{value}不属于任何等次", en: "the score {value} belongs to no level" },
  "rules.levelOverlap": { zh: "得分{value}同属{levels}", en: "the score {value} belongs to {levels} at once" },
  "rules.unrounded": {
    zh: "得分{value}不是{step}的整数倍，办法未规定如何取舍",
    en: "the score {value} is no multiple of {step}, and the text does not say how to round",
  },
  "rules.offLattice": {
    zh: "“{what}”的值{value}不是{step}的整数倍",
    en: 'the value {value} of "{what}" is no multiple of {step}',
  },
  "rules.outOfDomain": { zh: "“{what}”的值{value}超出范围", en: 'the value {value} of "{what}" is out of range' },
  "rules.severalFacts": {
    zh: "“{kind}”应只有一个值，现有{count}个且不同",
    en: '"{kind}" should have one value and has {count} that differ',
  },
  "rules.undecided": {
    zh: "事实{fact}须由{by}决定并说明理由",
    en: "the fact {fact} needs a decision by {by}, with its reason",
  },
  "rules.tieOpen": { zh: "{tied}个同分，名次待定", en: "{tied} are equal and the place is still open" },
  "rules.twoValidities": { zh: "条目{act}同时适用两种有效期", en: "the line {act} has two terms of validity" },
  "rules.outsideLines": { zh: "此处没有单项事实", en: "there is no single fact here" },
  "rules.noSuchLevel": {
    zh: "上期等次“{level}”不在本办法之内",
    en: 'the level "{level}" of the last result is none of this book',
  },
  "rules.noSuchNode": { zh: "没有节点“{id}”", en: 'there is no node "{id}"' },
  "rules.notInTable": {
    zh: "同组数据表里没有“{subject}”的这项数据",
    en: 'the table of the group does not hold this of "{subject}"',
  },
  "rules.tooLong": { zh: "数值的位数超出可记录的长度", en: "the number has more digits than can be written down" },
}

/**
 * The names of the kinds of scoring, and of the bare operators where a node was built as none of them.
 *
 * @category instances
 * @since 0.1.0
 */
export const forms: Readonly<Record<string, Label>> = {
  base: { zh: "基础分", en: "base" },
  fullMark: { zh: "满分", en: "full mark" },
  decided: { zh: "评定分", en: "decided points" },
  imported: { zh: "外部得分", en: "imported score" },
  fixed: { zh: "固定分", en: "fixed points" },
  perUnit: { zh: "按量计分", en: "points by amount" },
  inRange: { zh: "区间分", en: "points in a range" },
  deductFromFull: { zh: "满分起扣", en: "deductions from full marks" },
  earnFromZero: { zh: "从零起记", en: "earnings from nought" },
  lines: { zh: "加减分", en: "points given and taken" },
  stepTable: { zh: "分档计分", en: "points by step" },
  milestones: { zh: "累计里程碑", en: "milestones" },
  tier: { zh: "分段累进", en: "marginal band" },
  target: { zh: "达标计分", en: "points for a target" },
  allOrNothing: { zh: "达到即得分", en: "all or nothing" },
  shareOfBest: { zh: "以最高者为满分按比例", en: "share of the best" },
  rankList: { zh: "按名次给分", en: "points by place" },
  rankDecrement: { zh: "名次递减计分", en: "less by place" },
  ballots: { zh: "测评计分", en: "points by ballot" },
  parts: { zh: "各部分相加", en: "parts together" },
  weighted: { zh: "按权重合成", en: "weighted parts" },
  subPeriods: { zh: "分期合成", en: "score of the spans" },
  carriedOver: { zh: "上期结转", en: "carried over" },
  within: { zh: "封顶保底", en: "within limits" },
  const: { zh: "固定分", en: "fixed points" },
  fact: { zh: "登记值", en: "registered value" },
  param: { zh: "参数", en: "parameter" },
  result: { zh: "已定结果", en: "frozen result" },
  badges: { zh: "单项星数", en: "badges held" },
  field: { zh: "事实的值", en: "value of the fact" },
  requested: { zh: "应计分", en: "points asked for" },
  ref: { zh: "所指得分", en: "value referred to" },
  sum: { zh: "合计", en: "sum" },
  min: { zh: "取其低", en: "the lesser" },
  max: { zh: "取其高", en: "the greater" },
  times: { zh: "乘以参数", en: "times a parameter" },
  ratio: { zh: "比值", en: "quotient" },
  curve: { zh: "分段计分", en: "points by span" },
  acts: { zh: "加减分", en: "points given and taken" },
  over: { zh: "分期合成", en: "score of the spans" },
  peers: { zh: "同组比较", en: "among peers" },
  case: { zh: "按情形计分", en: "points by case" },
  round: { zh: "取舍后的得分", en: "rounded value" },
}
