/**
 * The sentences of every fault and finding that service orders raise, in Chinese and English.
 *
 * @since 0.1.0
 */
import type { Texts } from "../foundation/Fault.js"
import { type AlarmRuleFault, markNames } from "./AlarmRule.js"
import type { DuplicatesCode, DuplicatesFault } from "./Duplicates.js"
import type { ForeignCountersFault } from "./ForeignCounters.js"
import type { ForeignReportFault } from "./ForeignReport.js"
import type { ForeignStatesFault } from "./ForeignStates.js"
import type { AlarmCode } from "./OrderAlarm.js"
import type { OrderCountsFault } from "./OrderCounts.js"
import type { OrderLogFault } from "./OrderLog.js"
import type { OrderReleaseCode, OrderReleaseFault } from "./OrderRelease.js"
import type { OrderRolesFault } from "./OrderRoles.js"
import type { OrderRowFault } from "./OrderRow.js"
import type { OrderSchemeFault } from "./OrderScheme.js"
import { alike, type OrderStatisticsFault } from "./OrderStatistics.js"
import { deeds, outcomes, ratings } from "./OrderTerm.js"
import type { OrderViewFault } from "./OrderView.js"
import type { ServiceOrderFault } from "./ServiceOrder.js"

// ---------------------------------------------------------------- constructors

type Code =
  | AlarmCode
  | AlarmRuleFault["code"]
  | ForeignCountersFault["code"]
  | ForeignStatesFault["code"]
  | ForeignReportFault["code"]
  | Extract<OrderSchemeFault["code"], `orderScheme.${string}`>
  | Extract<ServiceOrderFault["code"], `serviceOrder.${string}`>
  | DuplicatesFault["code"]
  | DuplicatesCode
  | OrderReleaseFault["code"]
  | OrderReleaseCode
  | OrderViewFault["code"]
  | OrderRolesFault["code"]
  | Extract<OrderRowFault["code"], `orderRow.${string}`>
  | OrderCountsFault["code"]
  | OrderStatisticsFault["code"]
  | Extract<OrderLogFault["code"], `orderLog.${string}`>

// ---------------------------------------------------------------- instances

/**
 * The sentences by code.
 *
 * @category instances
 * @since 0.1.0
 */
export const texts: Texts<Code> = {
  // OrderScheme
  "orderScheme.inHand": {
    zh: "“{stage}”不是工单流程中待办的环节，不能作为派单进行的环节",
    en: '"{stage}" is no open stage of the order, and no dispatch goes on in it',
  },
  "orderScheme.noSuchMove": { zh: "没有“{move}”这一步", en: 'there is no move "{move}"' },
  "orderScheme.wrongWorkflow": {
    zh: "“{move}”的含义（{deed}）属于另一个流程",
    en: 'what "{move}" does ({deed}) belongs to the other workflow',
    words: { deed: deeds },
  },
  "orderScheme.noDeed": { zh: "没有“{deed}”这一步", en: "no move does this: {deed}", words: { deed: deeds } },
  "orderScheme.opening": {
    zh: "“{move}”是否开单与其含义不符：开单的只能是点单和派单",
    en: '"{move}" opens a matter and is no request or dispatch, or the other way round',
  },
  "orderScheme.opensAlone": {
    zh: "派单“{move}”在工单流程中没有对应的一步",
    en: 'the workflow of the order has no move "{move}" to go with the dispatch',
  },
  "orderScheme.endsBy": {
    zh: "“{move}”不能使工单或派单以“{outcome}”终结",
    en: '"{move}" cannot end an order or a dispatch as "{outcome}"',
  },
  "orderScheme.attempt": {
    zh: "返工“{move}”没有列为重新办理，不能开始新的一次办理",
    en: 'the rework "{move}" is not among the moves that open a further attempt',
  },
  "orderScheme.fills": {
    zh: "“{move}”不得填写“{field}”",
    en: '"{move}" cannot fill the field "{field}"',
  },
  "orderScheme.skips": {
    zh: "派单可以不经“{deed}”就通过验收",
    en: "a dispatch can be accepted without this: {deed}",
    words: { deed: deeds },
  },
  "orderScheme.outcome": {
    zh: "终结环节“{stage}”没有规定的办理结果（{outcome}）",
    en: 'the end "{stage}" has no typed outcome ({outcome})',
  },
  "orderScheme.field": {
    zh: "统一填写项“{field}”应为{should}，不是{of}",
    en: 'the standard field "{field}" holds {should}, not {of}',
  },
  "orderScheme.sensitivity": {
    zh: "统一填写项“{field}”的敏感程度不得低于{should}（现为{sensitivity}）",
    en: 'the standard field "{field}" is at least {should}, not {sensitivity}',
  },
  "orderScheme.needs": { zh: "“{move}”必须填写“{field}”", en: '"{move}" must ask for "{field}"' },
  "orderScheme.rater": {
    zh: "“{move}”是评单，只能由点单人或被代办人作出",
    en: '"{move}" rates, which only whoever asked or is acted for does',
  },
  "orderScheme.grade": {
    zh: "评价等次“{choice}”没有对应的统一等次，或不是选项",
    en: 'the grade "{choice}" stands for no level, or is no choice',
  },
  "orderScheme.kind": {
    zh: "单类“{kind}”与填写项的选项不一致",
    en: 'the kind "{kind}" and the choices of the field do not agree',
  },
  "orderScheme.kindTwice": { zh: "单类“{kind}”重复出现", en: 'the kind "{kind}" stands twice' },
  "orderScheme.due": { zh: "工单流程中没有时限“{limit}”", en: 'the order has no limit "{limit}"' },
  // ServiceOrder
  "serviceOrder.otherOrder": {
    zh: "这一步属于工单“{order}”，不是“{expected}”",
    en: 'this is of the order "{order}", not of "{expected}"',
  },
  "serviceOrder.badId": { zh: "“{id}”不能作为编号", en: '"{id}" cannot be an id' },
  "serviceOrder.rating": {
    zh: "评价是“{rating}”，不能以“{outcome}”终结",
    en: "rated as {rating}, it cannot end like this: {outcome}",
    words: { rating: ratings, outcome: outcomes },
  },
  "serviceOrder.joined": {
    zh: "并入他单的工单随主单办结，未并入的不能，故不能以“{outcome}”终结",
    en: "an order that was merged ends with its root, and no other order does: not like this, {outcome}",
    words: { outcome: outcomes },
  },
  "serviceOrder.ownRoot": { zh: "工单“{order}”不能并入自身", en: 'the order "{order}" cannot be merged into itself' },
  "serviceOrder.overExtended": {
    zh: "时限“{limit}”已延{before}，再延{by}，超出共可延的{most}或次数",
    en: 'the limit "{limit}" was extended by {before}, and {by} more is beyond the {most} allowed in all, or one time too many',
  },
  "serviceOrder.resultStands": {
    zh: "已有验收的结果，不能再“{deed}”",
    en: "a result has been accepted, so this is not possible: {deed}",
    words: { deed: deeds },
  },
  "serviceOrder.needsDispatch": { zh: "“{move}”应写明是哪一次派单", en: '"{move}" must say of which dispatch it is' },
  "serviceOrder.noDispatch": { zh: "没有派单“{dispatch}”", en: 'there is no dispatch "{dispatch}"' },
  "serviceOrder.dispatchTwice": { zh: "派单编号“{dispatch}”已用过", en: 'the dispatch "{dispatch}" is there already' },
  "serviceOrder.ofOrder": {
    zh: "“{move}”是整张工单的一步，不属于派单“{dispatch}”",
    en: '"{move}" is of the order as a whole, not of the dispatch "{dispatch}"',
  },
  "serviceOrder.resting": {
    zh: "工单在“{stage}”环节，派单不能进行“{move}”",
    en: 'the order is at "{stage}", where its dispatches rest: no "{move}"',
  },
  "serviceOrder.ownWork": {
    zh: "承办人不得对自己办理的派单“{dispatch}”作“{deed}”",
    en: 'whoever did the work of the dispatch "{dispatch}" cannot do this: {deed}',
    words: { deed: deeds },
  },
  "serviceOrder.unnamed": {
    zh: "一方记名一方未记名，无法确认不是承办人本人作“{deed}”",
    en: "one is named and the other is not, so that nobody can tell whether the doer does this: {deed}",
    words: { deed: deeds },
  },
  "serviceOrder.noResult": {
    zh: "本次办理还没有验收的结果，不能“{deed}”",
    en: "no result of this attempt has been accepted, so this is not possible: {deed}",
    words: { deed: deeds },
  },
  "serviceOrder.dispatchOpen": {
    zh: "还有{open}次派单没有了结",
    en: "dispatches that have not ended: {open}",
  },
  // OrderRoles
  "orderRoles.roleTwice": { zh: "角色“{role}”重复出现", en: 'the role "{role}" stands twice' },
  "orderRoles.emptySpan": {
    zh: "名单中“{person}”的截止日不晚于起始日",
    en: '"{person}" stands on the list for no day',
  },
  "orderRoles.noSuchRole": { zh: "工单办法中没有角色“{role}”", en: 'the scheme has no role "{role}"' },
  "orderRoles.noHolder": { zh: "没有规定角色“{role}”由谁担任", en: 'nothing says who holds the role "{role}"' },
  "orderRoles.notBody": { zh: "填写项“{field}”不是单位", en: 'the field "{field}" names no body' },
  "orderRoles.future": {
    zh: "日期{on}晚于登记之日{recorded}",
    en: "the day {on} is after {recorded}, the day of its recording",
  },
  "orderRoles.backdated": {
    zh: "日期{on}距登记之日{recorded}已超过{days}天",
    en: "the day {on} is more than {days} days before {recorded}, the day of its recording",
  },
  "orderRoles.noSuchPerson": { zh: "没有人员“{person}”", en: 'nobody knows a person "{person}"' },
  "orderRoles.noSuchBody": { zh: "没有单位“{body}”", en: 'nobody knows a body "{body}"' },
  "orderRoles.dissolved": { zh: "单位“{body}”在当日已不存续", en: 'the body "{body}" does not stand on the day' },
  "orderRoles.notMember": {
    zh: "“{person}”在当日不是支部党员，也不能以其他身份承办",
    en: '"{person}" is no member of a branch on the day and may not take it on in another way',
  },
  // OrderLog
  "orderLog.afterUnread": {
    zh: "第{line}条读不出，可能是工单“{order}”在此之前的步骤；先更正那一条，这一条也许就成立",
    en: 'line {line} cannot be read and may be an earlier step of the order "{order}"; with that one mended this one may stand',
  },
  "orderLog.events": {
    zh: "记录“{id}”写明的结果与所办的内容不符",
    en: 'what the entry "{id}" says came of it is not what was asked in it',
  },
  // Duplicates
  "duplicates.idTwice": {
    zh: "工单“{order}”有两个不同的状态，都不采用",
    en: 'the order "{order}" is given in two states, of which neither counts',
  },
  "duplicates.notBegun": { zh: "有一张工单尚未点单", en: "one of the orders has not been asked for yet" },
  "duplicates.itself": { zh: "工单“{order}”并入了自身", en: 'the order "{order}" is merged into itself' },
  "duplicates.noRoot": {
    zh: "工单“{order}”并入的“{root}”不在其中",
    en: 'the order "{order}" is merged into "{root}", which is none of these',
  },
  "duplicates.ring": { zh: "工单循环并入：{ids}", en: "orders are merged round in a ring: {ids}" },
  "duplicates.noKey": {
    zh: "疑似重复规则“{likeness}”没有写明比对项",
    en: 'the likeness "{likeness}" compares nothing',
  },
  "duplicates.keyTwice": { zh: "比对项“{key}”重复出现", en: 'the key "{key}" stands twice' },
  "duplicates.early": {
    zh: "工单“{order}”在主单“{root}”办结前即作“{deed}”",
    en: 'the order "{order}" was dealt with before its root "{root}" was done: {deed}',
    words: { deed: deeds },
  },
  "duplicates.ownWork": {
    zh: "工单“{order}”并入“{root}”，由该单承办人作“{deed}”",
    en: 'whoever did the work of the root "{root}" did this with the merged order "{order}": {deed}',
    words: { deed: deeds },
  },
  "duplicates.unnamed": {
    zh: "工单“{order}”并入“{root}”，一方记名一方未记名，无法确认不是承办人本人作“{deed}”",
    en: 'nobody can tell whether whoever did the work of the root "{root}" did this with the merged order "{order}": {deed}',
    words: { deed: deeds },
  },
  // OrderRow
  "orderRow.later": {
    zh: "工单“{order}”的状态含有所问时点之后的事项（{on}）",
    en: 'the state of the order "{order}" knows of something later than the moment ({on})',
  },
  // OrderCounts
  "orderCounts.credit": {
    zh: "基本满意的折算系数应为0至1的精确数，不是“{value}”",
    en: 'the credit for basically satisfied is an exact number from 0 to 1, not "{value}"',
  },
  "orderCounts.weights": {
    zh: "权重应为不小于0的精确数，且不全为0（{value}）",
    en: "weights are exact numbers of nought or more and not all nought ({value})",
  },
  "orderCounts.cohort": {
    zh: "部分数大于其所属的总数",
    en: "a part is greater than the cohort it is of",
  },
  "orderCounts.unserved": { zh: "有服务人次而无服务次数", en: "persons were served without a service" },
  "orderCounts.balance": { zh: "前后两数不平", en: "the sums do not balance" },
  // OrderStatistics
  "orderStatistics.orderTwice": { zh: "工单“{order}”重复出现", en: 'the order "{order}" stands twice' },
  "orderStatistics.otherScheme": {
    zh: "工单“{order}”属于另一办法或版本（{scheme}，{version}）",
    en: 'the order "{order}" is of another scheme or version ({scheme}, {version})',
  },
  "orderStatistics.otherMoment": {
    zh: "工单“{order}”的台账行是另一时点（{on}）的",
    en: 'the row of the order "{order}" was read at another moment ({on})',
  },
  "orderStatistics.noSuchLimit": { zh: "工单办法中没有时限“{limit}”", en: 'the scheme has no limit "{limit}"' },
  "orderStatistics.noDue": {
    zh: "工单办法“{scheme}”未设办结时限，不能按到期日统计",
    en: 'the scheme "{scheme}" has no limit by which orders are due, so that none is due by a deadline',
  },
  "orderStatistics.unread": {
    zh: "工单“{order}”的时限“{limit}”无法计算（{fault}）",
    en: 'the limit "{limit}" of the order "{order}" cannot be read ({fault})',
  },
  "orderStatistics.uncovered": {
    zh: "工单“{order}”属于“{body}”，不在所统计的范围内",
    en: 'the order "{order}" is of "{body}", which is not covered',
  },
  "orderStatistics.overlap": { zh: "“{body}”被重复统计", en: '"{body}" is covered more than once' },
  "orderStatistics.unlike": {
    zh: "两份统计的{what}不同，不能相加：{bodies}；{others}",
    en: "figures of another {what} do not add up: {bodies}; {others}",
    words: { what: alike },
  },
  "orderStatistics.bodyTwice": { zh: "范围中“{body}”重复出现", en: 'the body "{body}" stands twice' },
  "orderStatistics.cellTwice": {
    zh: "单元“{cell}”（{unit}）重复出现",
    en: 'the cell "{cell}" ({unit}) stands twice',
  },
  "orderStatistics.otherBody": {
    zh: "单元“{cell}”不是所统计范围内的单位",
    en: 'the cell "{cell}" is of no body that is covered',
  },
  "orderStatistics.kept": {
    zh: "剔除后的数大于剔除前的数",
    en: "more is left after the exclusions than there was before",
  },
  // OrderRelease
  "orderRelease.noSuchOrder": { zh: "没有工单“{order}”", en: 'there is no order "{order}"' },
  "orderRelease.before": {
    zh: "公开日期{on}早于点单日期{began}",
    en: "it is dated {on}, before the order was asked for on {began}",
  },
  "orderRelease.otherOrder": {
    zh: "更正的是另一张工单“{expected}”的记录，不是“{order}”的",
    en: 'it replaces an entry of the order "{expected}", not of "{order}"',
  },
  "orderRelease.takenBack": {
    zh: "工单“{order}”的撤回只能更正为对同一范围的撤回，重新公开须另作审核",
    en: 'of the order "{order}" a withdrawal is corrected by one from the same audience alone; to release is another entry',
  },
  "orderRelease.empty": { zh: "没有写明公开的文字", en: "it releases no text" },
  "orderRelease.unnamed": {
    zh: "公开审核或撤回的人（{post}）没有记名",
    en: "whoever releases or takes back ({post}) is not named",
  },
  "orderRelease.noRole": {
    zh: "“{post}”当日没有公开审核的职责（{role}）",
    en: '"{post}" does not have the role to release ({role}) on the day',
  },
  "orderRelease.ownRequest": {
    zh: "点单人、代为点单人和被代办人不得审核工单“{order}”的公开文字",
    en: 'whoever asked for the order "{order}", or was asked for, does not release its texts',
  },
  "orderRelease.ownWork": {
    zh: "承办人不得审核自己承办的工单“{order}”的公开文字",
    en: 'whoever did work under the order "{order}" does not release its texts',
  },
  "orderRelease.doerUnnamed": {
    zh: "工单“{order}”的承办人没有记名，无法确认不是审核人本人",
    en: 'a doer of the order "{order}" is not named, so that nobody can tell whether it is the releaser',
  },
  "orderRelease.noResult": {
    zh: "工单“{order}”本次办理还没有验收的结果，不能公开办理情况",
    en: 'no result of this attempt of the order "{order}" was accepted yet that could be released',
  },
  "orderRelease.copied": {
    zh: "公开文字与不公开的填写项“{field}”相同，应另行撰写",
    en: 'the text is the same as the field "{field}", which is not open: it is to be written anew',
  },
  "orderRelease.number": {
    zh: "公开文字中有形似电话或证件号码的连续数字",
    en: "the text has a number like that of a telephone or an identity card",
  },
  "orderRelease.nothing": {
    zh: "工单“{order}”没有可撤回的公开文字",
    en: 'nothing of the order "{order}" is released that could be taken back',
  },
  "orderRelease.verbatim": {
    zh: "公开文字照录了不公开的填写项“{field}”",
    en: 'the released text repeats the field "{field}", which is not open',
  },
  // OrderView
  "orderView.noNumber": { zh: "{count}张工单没有公开编号", en: "orders without a public number: {count}" },
  "orderView.numberTwice": {
    zh: "公开编号“{number}”用于{count}张工单",
    en: 'the public number "{number}" stands for several orders: {count}',
  },
  // ForeignStates
  "foreignStates.twice": {
    zh: "外部状态对照中“{id}”重复出现",
    en: '"{id}" stands twice in the table of foreign states',
  },
  "foreignStates.noSuchState": { zh: "没有外部状态“{state}”", en: 'there is no foreign state "{state}"' },
  "foreignStates.hole": {
    zh: "“{row}”一行没有写明在状态“{state}”下怎样",
    en: 'the row "{row}" does not say what it does in the state "{state}"',
  },
  "foreignStates.hidden": {
    zh: "“{row}”不得从“{state}”变为“{to}”：更新既不公开不公开的报告，也不隐藏报告",
    en: '"{row}" cannot lead from "{state}" to "{to}": no update hides a report or shows a hidden one',
  },
  "foreignStates.stands": {
    zh: "状态“{state}”应写明相当于什么，不公开的状态则不相当于任何位置",
    en: 'the state "{state}" must stand for something if it is public, and for nothing if it is hidden',
  },
  "foreignStates.toldHidden": {
    zh: "“{standing}”不得表述为不公开的状态“{state}”",
    en: '"{standing}" cannot be told as the hidden state "{state}"',
  },
  "foreignStates.nobody": { zh: "“{status}”没有写明由谁提出", en: 'the status "{status}" is taken from nobody' },
  "foreignStates.inexact": {
    zh: "“{standing}”与状态“{state}”称无损失，但读回不是原样",
    en: '"{standing}" and the state "{state}" are said to be the same and do not come back so',
  },
  "foreignStates.noSuchVariant": { zh: "没有变体“{id}”", en: 'there is no variant "{id}"' },
  "foreignStates.reason": {
    zh: "备注“{reason}”与状态“{state}”不符，或该系统没有备注",
    en: 'the reason "{reason}" does not belong to the state "{state}", or there is no place for reasons',
  },
  // ForeignReport
  "foreignReport.beforeReport": {
    zh: "更新“{id}”的时间（{at}）早于报告（{report}）",
    en: 'the update "{id}" is dated {at}, before its report at {report}',
  },
  "foreignReport.idTwice": { zh: "更新编号“{id}”已用于另一条更新", en: 'the id "{id}" is that of another update' },
  // ForeignCounters
  "foreignCounters.twice": { zh: "外部统计口径“{name}”重复出现", en: 'the counter "{name}" stands twice' },
  "foreignCounters.noSuchKey": {
    zh: "“{id}”所对应的“{key}”不是本库的统计项",
    en: '"{key}", given as equal to "{id}", is no count of ours',
  },
  "foreignCounters.silent": {
    zh: "“{id}”没有对应的统计项，也没有说明为何没有",
    en: '"{id}" has no equal, and nothing says why',
  },
  "foreignCounters.noSuchCounter": { zh: "没有统计口径“{name}”", en: 'there is no counter "{name}"' },
  // AlarmRule
  "alarmRule.idTwice": { zh: "预警规则编号“{id}”重复出现", en: 'the rule of alarms "{id}" stands twice' },
  "alarmRule.noBound": {
    zh: "预警规则“{id}”没有写明界限，或永不可能成立（分钟数，或时限及其占比；标识；亲属关系；先后且两端不重叠；日期）",
    en: 'the rule "{id}" bounds nothing or can never hold: minutes, or a limit with a share of it; marks; relations; sequences that do not overlap; days',
  },
  "alarmRule.span": {
    zh: "预警规则“{id}”：办结归档只能从点单起算",
    en: 'the rule "{id}" must count the closing from the request',
  },
  "alarmRule.share": {
    zh: "预警规则“{id}”的占比{share}使一切或没有一件成为预警",
    en: 'the share {share} of the rule "{id}" makes everything an alarm, or nothing',
  },
  "alarmRule.lastDays": {
    zh: "预警规则“{id}”的期末{days}天不短于整个期间",
    en: 'the last {days} days of the rule "{id}" are the whole period',
  },
  "alarmRule.days": {
    zh: "预警规则“{id}”的最早日期{earliest}晚于最晚日期{latest}",
    en: 'the days of the rule "{id}" are the wrong way round: {earliest}, {latest}',
  },
  "alarmRule.noLimit": {
    zh: "预警规则“{id}”所用的时限“{limit}”不在工单办法中",
    en: 'the rule "{id}" measures by the limit "{limit}", which the scheme has not',
  },
  // OrderAlarm
  "orderAlarm.instant": {
    zh: "从{from}到{to}只用了{seconds}秒",
    en: "from {from} to {to} it took {seconds} seconds",
    words: { from: deeds, to: deeds },
  },
  "orderAlarm.ownRating": {
    zh: "评单与承办人为同一{mark}",
    en: "rated with the {mark} of somebody who did the work",
    words: { mark: markNames },
  },
  "orderAlarm.relativeRating": {
    zh: "评单人与承办人有亲属关系（{relation}）",
    en: "rated by a relative of somebody who did the work ({relation})",
  },
  "orderAlarm.template": {
    zh: "办理情况文字雷同，涉及{count}{counts}",
    en: "results in the same words: {count} {counts}",
    words: { counts: { order: { zh: "张工单", en: "orders" }, dispatch: { zh: "次派单", en: "dispatches" } } },
  },
  "orderAlarm.burst": {
    zh: "{period}最后{days}天集中{deed}{late}件，全期共{all}件",
    en: "in the last {days} days of {period}: {deed} of {late} out of {all}",
    words: { deed: deeds },
  },
  "orderAlarm.defaultRating": {
    zh: "{all}次评单中有{count}次在公布后{minutes}分钟内评为“{rating}”",
    en: 'of {all} ratings {count} are "{rating}" and were given within {minutes} minutes of publication',
    words: { rating: ratings },
  },
  "orderAlarm.bulkRating": {
    zh: "{count}张工单的评单登记时间相隔不超过{seconds}秒",
    en: "{count} orders were rated within {seconds} seconds of each other",
  },
  "orderAlarm.oneAccount": {
    zh: "同一{mark}为{count}名群众评单",
    en: "one {mark} rated for {count} who asked",
    words: { mark: markNames },
  },
  "orderAlarm.dates": {
    zh: "日期不可信：{on}（登记于{recorded}）",
    en: "a day that cannot be: {on} (recorded at {recorded})",
  },
  "orderAlarm.backwards": {
    zh: "{later}早于{first}",
    en: "{later} before {first}",
    words: { first: deeds, later: deeds },
  },
  "orderAlarm.passing": {
    zh: "在“{from}”与“{to}”之间退回、改派{count}次",
    en: 'passed {count} times between "{from}" and "{to}"',
  },
  "orderAlarm.comesBack": {
    zh: "工单“{earlier}”办结{days}天后同一群众就同一事项再次点单",
    en: 'the same was asked again {days} days after "{earlier}" was closed',
  },
}
