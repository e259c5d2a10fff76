/**
 * The sentences of every fault and finding that the process area raises, in Chinese and English.
 *
 * @since 0.1.0
 */
import type { Texts } from "../foundation/Fault.js"
import {
  type ApprovalFault,
  commands as approvalCommands,
  states as approvalStates,
  outcomes as stepOutcomes,
} from "./Approval.js"
import { type ApprovalProcedureFault, stepKinds } from "./ApprovalProcedure.js"
import type { ChainFault } from "./Chain.js"
import type { DeciderCode, DeciderFault } from "./Decider.js"
import type { EscalationFault } from "./Escalation.js"
import type { GuardFault } from "./Guard.js"
import type { JournalCode } from "./Journal.js"
import { type LimitFault, units as limitUnits } from "./Limit.js"
import type { OfficeHoursFault } from "./OfficeHours.js"
import { type PostingFault, commands as postingCommands, states as postingStates, type TermsFault } from "./Posting.js"
import type { ProceedingFault } from "./Proceeding.js"
import type { SeparationCode, SeparationFault } from "./Separation.js"
import { fieldKinds, type WorkflowFault } from "./Workflow.js"
import type { Code as WorkflowLintCode } from "./WorkflowLint.js"

// ---------------------------------------------------------------- instances

type Code =
  | JournalCode
  | ChainFault["code"]
  | DeciderFault["code"]
  | DeciderCode
  | GuardFault["code"]
  | WorkflowFault["code"]
  | WorkflowLintCode
  | ProceedingFault["code"]
  | OfficeHoursFault["code"]
  | LimitFault["code"]
  | EscalationFault["code"]
  | SeparationFault["code"]
  | SeparationCode
  | ApprovalProcedureFault["code"]
  | Extract<ApprovalFault["code"], `approval.${string}`>
  | TermsFault["code"]
  | Extract<PostingFault["code"], `posting.${string}`>

/**
 * Code → sentence. `{name}` stands for a parameter of the fault.
 *
 * @category instances
 * @since 0.1.0
 */
export const texts: Texts<Code> = {
  // Journal
  "journal.idTwice": {
    zh: "编号“{id}”有{contents}种内容，以最先登记的为准",
    en: 'the id "{id}" has {contents} contents; the one recorded first stands',
  },
  "journal.supersededTwice": {
    zh: "“{id}”被更正了{count}次，互不衔接：{by}",
    en: '"{id}" is superseded {count} times side by side: {by}',
  },
  // Chain
  "chain.notJson": { zh: "不是JSON文本", en: "is no JSON text" },
  "chain.notCanonical": { zh: "不是规范写法的文本", en: "is not in canonical form" },
  "chain.digest": {
    zh: "“{origin}”第{number}行的摘要与内容不符",
    en: 'line {number} of "{origin}" does not have the digest it says',
  },
  "chain.fork": {
    zh: "“{origin}”的第{number}行有两个",
    en: 'line {number} of "{origin}" stands twice with different contents',
  },
  "chain.gap": {
    zh: "“{origin}”第{number}行之前缺第{missing}行",
    en: 'line {missing} is missing before line {number} of "{origin}"',
  },
  "chain.previous": {
    zh: "“{origin}”第{number}行接不上前一行",
    en: 'line {number} of "{origin}" does not follow on the line before it',
  },
  "chain.clock": {
    zh: "“{origin}”第{number}行的登记时刻早于前一行",
    en: 'line {number} of "{origin}" says that it was recorded before the line before it',
  },
  "chain.secret": {
    zh: "“{origin}”第{number}行的正文与封存的摘要不符",
    en: 'the payload of line {number} of "{origin}" is not the one that was sealed',
  },
  "chain.missing": {
    zh: "“{origin}”第{number}行缺正文，也没有删除记录",
    en: 'line {number} of "{origin}" has no payload, and no deletion of it is recorded',
  },
  "chain.kept": {
    zh: "“{origin}”第{number}行的正文有删除记录，却仍然留存",
    en: 'the payload of line {number} of "{origin}" is recorded as deleted and is still there',
  },
  "chain.erases": {
    zh: "“{origin}”第{number}行删除的“{target}”第{place}行不是原来的那一行",
    en: 'line {number} of "{origin}" deletes line {place} of "{target}" under another digest',
  },
  "chain.head": {
    zh: "“{origin}”应有第{number}行，与交存的末行摘要不符或已缺失",
    en: 'line {number} of "{origin}" is missing or is not the head that was deposited',
  },
  "chain.noLine": { zh: "没有“{origin}”的第{number}行", en: 'there is no line {number} of "{origin}"' },
  "chain.erasedBefore": {
    zh: "“{origin}”第{number}行的正文早已删除",
    en: 'the payload of line {number} of "{origin}" has been deleted before',
  },
  // Decider
  "decider.idTwice": {
    zh: "编号“{id}”已用于另一内容的指令",
    en: 'the id "{id}" was used for a command with another content',
  },
  "decider.erased": {
    zh: "编号“{id}”的指令早已受理，内容已依规删除，不再受理",
    en: 'the command "{id}" was accepted before and its content deleted; it is not taken again',
  },
  "decider.version": {
    zh: "以第{expected}版为准提出，现已是第{actual}版",
    en: "made for version {expected}, and the matter is at version {actual}",
  },
  "decider.refused": {
    zh: "“{id}”依先后次序重新审核，不再成立：{codes}",
    en: '"{id}" no longer stands when everything is decided in order: {codes}',
  },
  // Guard
  "guard.badId": {
    zh: "“{text}”不能作编号：为空或含控制字符",
    en: '"{text}" is no id: it is empty or holds a control character',
  },
  "guard.noBound": { zh: "“{moves}”的次数没有上限也没有下限", en: 'the count of "{moves}" has no bound' },
  // Workflow
  "workflow.twice": { zh: "编号“{id}”重复", en: 'the id "{id}" stands twice' },
  "workflow.noSuchId": { zh: "没有“{id}”", en: 'there is no "{id}"' },
  "workflow.noOpening": {
    zh: "流程“{workflow}”没有发起动作",
    en: 'no move of the workflow "{workflow}" opens a matter',
  },
  "workflow.opensHeld": {
    zh: "“{move}”发起即挂起于“{stage}”，无处可恢复",
    en: '"{move}" opens a matter in the hold "{stage}", which it could not come back from',
  },
  "workflow.opensNowhere": { zh: "“{move}”发起事项却未指明环节", en: '"{move}" opens a matter in no stage' },
  "workflow.backFromOpen": {
    zh: "“{move}”要从“{stage}”恢复，而“{stage}”不是挂起环节",
    en: '"{move}" goes back from "{stage}", which is no hold',
  },
  "workflow.outcomeBeforeEnd": {
    zh: "不是终结环节，却有办理结果“{outcome}”",
    en: 'has the outcome "{outcome}" and is no end',
  },
  "workflow.choices": { zh: "“{field}”的选项与类型不符", en: 'the choices of "{field}" do not go with its kind' },
  "workflow.noSuchChoice": { zh: "“{field}”没有选项“{choice}”", en: '"{field}" has no choice "{choice}"' },
  "workflow.notWho": { zh: "“{field}”不是人员、职务或单位", en: '"{field}" is no person, post or body' },
  "workflow.notCount": {
    zh: "延期多少须由必填的计数项“{field}”写明",
    en: 'an extension needs the counting field "{field}" to be filled with it',
  },
  // WorkflowLint
  "workflowLint.unreachable": { zh: "到不了这个环节", en: "no matter ever gets to this stage" },
  "workflowLint.noWayOut": { zh: "没有离开这个环节的动作", en: "no move leads out of this stage" },
  "workflowLint.deadEnd": { zh: "由此不能终结（{way}）", en: "no end can be reached from here ({way})" },
  "workflowLint.trap": { zh: "有时由此不能终结（{way}）", en: "sometimes no end can be reached from here ({way})" },
  "workflowLint.endLeft": { zh: "终结之后还有动作“{move}”", en: 'the move "{move}" leads out of an end' },
  "workflowLint.noOutcome": { zh: "终结环节没有办理结果", en: "an end without an outcome" },
  "workflowLint.stagesAlike": { zh: "与“{other}”同名：{label}", en: 'has the label of "{other}": {label}' },
  "workflowLint.nobody": { zh: "没有角色可以办理", en: "no role may take it" },
  "workflowLint.fromNowhere": { zh: "没有写明在哪个环节办理", en: "leads from no stage" },
  "workflowLint.guardNever": { zh: "在“{stage}”前提永不成立", en: 'its guard can never hold in "{stage}"' },
  "workflowLint.onlyNever": {
    zh: "在“{stage}”总是没有可办之人",
    en: 'in "{stage}" there is never anybody who may take it',
  },
  "workflowLint.ownWork": {
    zh: "评判“{judged}”却未与其经办人分开（{roles}）",
    en: 'judges "{judged}" and is not kept apart from who did it ({roles})',
  },
  "workflowLint.movesAlike": {
    zh: "与同一环节的“{other}”同名：{label}",
    en: 'has the label of "{other}" from the same stage: {label}',
  },
  "workflowLint.limitNoStart": {
    zh: "事项终结以前，起算点“{starts}”永不出现",
    en: 'its start "{starts}" never comes before the end of the matter',
  },
  "workflowLint.limitNoEnd": {
    zh: "自“{starts}”起算后，所列止点永不出现，事项也永不终结",
    en: 'starts with "{starts}", and neither any of its ends nor that of the matter ever comes',
  },
  "workflowLint.holdNoStage": { zh: "“{hold}”不是可以停留的环节", en: '"{hold}" is no stage that a matter stays in' },
  "workflowLint.holdNever": { zh: "计时中不会到“{hold}”", en: '"{hold}" never comes while the clock runs' },
  "workflowLint.notExtensible": { zh: "“{limit}”不可延期", en: 'the limit "{limit}" provides for no extension' },
  "workflowLint.idleRole": { zh: "这个角色无事可办", en: "this role may do nothing" },
  "workflowLint.unusedOutcome": { zh: "没有环节以此终结", en: "no end gives this outcome" },
  "workflowLint.unusedField": { zh: "没有动作填写这一项", en: "no move fills this field" },
  "workflowLint.undecided": {
    zh: "情形过多，查到{situations}种为止，能否到达、能否终结未作判断",
    en: "too many situations: given up after {situations}, so what can be reached and ended is not decided",
  },
  // Proceeding
  "proceeding.noSuchMove": { zh: "没有“{move}”这个动作", en: 'there is no move "{move}"' },
  "proceeding.notBegun": { zh: "事项尚未发起，不能“{move}”", en: 'the matter has not begun: "{move}" cannot be taken' },
  "proceeding.ended": {
    zh: "事项已终结于“{stage}”，不能“{move}”",
    en: 'the matter has ended in "{stage}": "{move}" cannot be taken',
  },
  "proceeding.notFrom": { zh: "在“{stage}”不能“{move}”", en: '"{move}" cannot be taken in "{stage}"' },
  "proceeding.before": { zh: "{on}早于事项发起的{began}", en: "{on} lies before {began}, when the matter began" },
  "proceeding.older": {
    zh: "{on}的更新排在已登记的最后一步“{step}”（{last}）之前：先看日期，同日看登记时刻，再同看编号的字序",
    en: 'an update of {on} that comes before the last step recorded, "{step}" ({last}): by day, then instant, then id',
  },
  "proceeding.role": {
    zh: "“{post}”无权“{move}”，须由{roles}办理",
    en: '"{post}" may not take "{move}", which is for: {roles}',
  },
  "proceeding.apart": { zh: "“{move}”不得由“{of}”的经办人办理", en: '"{move}" may not be taken by who did "{of}"' },
  "proceeding.unnamed": {
    zh: "“{move}”须与“{of}”的经办人分开，两方都记名才能分清",
    en: '"{move}" is kept apart from who did "{of}", and that cannot be told unless both are named',
  },
  "proceeding.only": { zh: "“{move}”只能由“{of}”所指之人办理", en: '"{move}" may be taken only by those of "{of}"' },
  "proceeding.needs": { zh: "未填写“{field}”", en: '"{field}" is not filled in' },
  "proceeding.notAsked": { zh: "“{move}”不填“{field}”", en: '"{field}" is not asked for with "{move}"' },
  "proceeding.value": {
    zh: "“{field}”填的“{value}”与其类型（{of}）不符",
    en: '"{value}" in "{field}" is not of its kind ({of})',
    words: { of: fieldKinds },
  },
  "proceeding.guard": { zh: "“{move}”的前提条件不成立", en: 'the guard of "{move}" does not hold' },
  "proceeding.untold": {
    zh: "“{move}”的前提条件尚不明确：{facts}",
    en: 'whether the guard of "{move}" holds is not known: {facts}',
  },
  // OfficeHours
  "officeHours.offset": {
    zh: "时差{minutes}分钟不在18小时以内",
    en: "an offset of {minutes} minutes is more than 18 hours",
  },
  "officeHours.emptyStretch": {
    zh: "时段止于{to}，不晚于起始的{from}",
    en: "a stretch ends at {to}, not after {from}, where it begins",
  },
  "officeHours.unordered": {
    zh: "时段起于{from}，不晚于前一时段的终点{before}",
    en: "a stretch begins at {from}, not after {before}, where the one before it ends",
  },
  "officeHours.weekdayTwice": { zh: "星期{weekday}列了两次", en: "weekday {weekday} stands twice" },
  "officeHours.unknownDay": { zh: "没有{date}的作息时间", en: "no timetable holds on {date}" },
  "officeHours.notLength": {
    zh: "时长应为至少1毫秒的整数，不能是{milliseconds}",
    en: "a length of time is a whole number of at least one millisecond, not {milliseconds}",
  },
  "officeHours.backwards": { zh: "终点{to}早于起点{from}", en: "the end {to} lies before the beginning {from}" },
  // Limit
  "limit.idTwice": { zh: "时限“{id}”列了两次", en: 'the limit "{id}" stands twice' },
  "limit.lights": { zh: "黄灯界限低于绿灯界限", en: "the share for amber lies below that for green" },
  "limit.noCalendar": {
    zh: "计算时限“{limit}”需要工作日历",
    en: 'the limit "{limit}" cannot be counted without a calendar',
  },
  "limit.noHours": {
    zh: "计算时限“{limit}”需要作息时间",
    en: 'the limit "{limit}" cannot be counted without office hours',
  },
  "limit.noOffset": {
    zh: "计算时限“{limit}”需要当地时差",
    en: 'the limit "{limit}" cannot be counted without the offset of the place',
  },
  "limit.needsInstant": {
    zh: "时限“{limit}”按时刻计算，只有日期{day}不够",
    en: 'the limit "{limit}" is counted by instants; the day {day} is not enough',
  },
  "limit.endedBefore": { zh: "办结{ended}早于起始{started}", en: "ended {ended}, before it started {started}" },
  "limit.holdBackwards": { zh: "挂起止于{to}，早于起始的{from}", en: "a hold ends {to}, before it begins {from}" },
  "limit.notAmount": {
    zh: "时限“{limit}”的延期应为至少1的整数，不能是{by}",
    en: 'an extension of "{limit}" is a whole number of at least 1, not {by}',
  },
  "limit.notExtensible": { zh: "时限“{limit}”不得再延期", en: 'the limit "{limit}" may not be extended' },
  "limit.extendedTooFar": {
    zh: "时限“{limit}”延期{by}，超过还可延的{most}",
    en: 'the limit "{limit}" may be extended by {most} at most, not by {by}',
  },
  "limit.extendedLate": {
    zh: "时限“{limit}”已届满，不能再延期{by}",
    en: 'the limit "{limit}" had run out before it was extended by {by}',
  },
  "limit.extendedLater": {
    zh: "时限“{limit}”延期{by}是此后的事，尚不计算",
    en: 'the limit "{limit}" is extended by {by} only later, which does not count yet',
  },
  // Escalation
  "escalation.idTwice": { zh: "“{id}”级列了两次", en: 'the rung "{id}" stands twice' },
  "escalation.share": {
    zh: "“{id}”级的比例应大于0，不能是{share}",
    en: 'the share of the rung "{id}" is above nought, not {share}',
  },
  // Separation
  "separation.idTwice": { zh: "规则“{id}”列了两次", en: 'the rule "{id}" stands twice' },
  "separation.againstNothing": {
    zh: "规则“{id}”没有列出不相容的职责",
    en: 'the rule "{id}" names no duty that it stands against',
  },
  "separation.emptySpan": {
    zh: "规则“{id}”止于{to}，不晚于起始的{from}",
    en: 'the rule "{id}" ends on {to}, not after {from}, when it begins',
  },
  "separation.sameHand": {
    zh: "“{first}”（{duty}）和“{second}”（{other}）出自一人之手，规则“{rule}”不允许",
    en: '"{first}" ({duty}) and "{second}" ({other}) are of one hand, against the rule "{rule}"',
  },
  "separation.heldTogether": {
    zh: "“{first}”（{duty}）和“{second}”（{other}）由一人兼任，规则“{rule}”不允许",
    en: '"{first}" ({duty}) and "{second}" ({other}) are held by one hand, against the rule "{rule}"',
  },
  "separation.unnamed": {
    zh: "“{first}”（{duty}）和“{second}”（{other}）只有一方记名，规则“{rule}”要求两方都记名",
    en: 'of "{first}" ({duty}) and "{second}" ({other}) only one names the person, and the rule "{rule}" needs both',
  },
  // ApprovalProcedure
  "approvalProcedure.noStep": { zh: "没有审批步骤", en: "there is no step" },
  "approvalProcedure.idTwice": { zh: "步骤“{id}”列了两次", en: 'the step "{id}" stands twice' },
  "approvalProcedure.afterUnknown": {
    zh: "步骤“{id}”之前的“{step}”不存在",
    en: 'the step "{id}" comes after "{step}", which there is not',
  },
  "approvalProcedure.ring": { zh: "步骤互相等待：{ids}", en: "steps wait for one another: {ids}" },
  "approvalProcedure.nobody": { zh: "步骤“{id}”没有写明由谁办理", en: 'nobody takes the step "{id}"' },
  "approvalProcedure.lapsesWithoutLimit": {
    zh: "步骤“{id}”逾期失效，却没有时限",
    en: 'a request lapses at the step "{id}", which has no limit',
  },
  // Approval
  "approval.notPossible": {
    zh: "申请处于“{state}”状态，不能“{kind}”",
    en: 'a request in the state "{state}" does not allow to "{kind}"',
    words: { state: approvalStates, kind: approvalCommands },
  },
  "approval.emptySpan": {
    zh: "止于{to}，不晚于起始的{from}",
    en: "the end {to} does not lie after the beginning {from}",
  },
  "approval.beyondAsked": {
    zh: "批准的期间（自{from}起）超出了申请的期间",
    en: "the days granted, from {from} on, go beyond those asked for",
  },
  "approval.noSuchStep": {
    zh: "没有步骤“{step}”，不能以“{outcome}”作结",
    en: 'there is no step "{step}" to end in "{outcome}"',
    words: { outcome: stepOutcomes },
  },
  "approval.takenBefore": {
    zh: "步骤“{step}”已经办过，不能再以“{outcome}”作结",
    en: 'the step "{step}" was taken before and does not end in "{outcome}" again',
    words: { outcome: stepOutcomes },
  },
  "approval.tooEarly": {
    zh: "步骤“{step}”应在{after}之后，现在不能以“{outcome}”作结",
    en: 'the step "{step}" comes after {after}; "{outcome}" is too early',
    words: { outcome: stepOutcomes },
  },
  "approval.outcome": {
    zh: "步骤“{step}”是{kind}，此时不能以“{outcome}”作结",
    en: 'the step "{step}" ({kind}) does not end in "{outcome}" now',
    words: { kind: stepKinds, outcome: stepOutcomes },
  },
  "approval.notGranting": {
    zh: "步骤“{step}”的结论是“{outcome}”，不能附条件或期间",
    en: 'the step "{step}" ends in "{outcome}", which has no conditions or days',
    words: { outcome: stepOutcomes },
  },
  "approval.noReason": {
    zh: "步骤“{step}”的结论是“{outcome}”，应写明理由",
    en: 'the step "{step}" ends in "{outcome}" without a reason',
    words: { outcome: stepOutcomes },
  },
  "approval.notBy": {
    zh: "步骤“{step}”不由这一单位的“{post}”办理，不能以“{outcome}”作结",
    en: 'the step "{step}" is not for "{post}" of that body to end in "{outcome}"',
    words: { outcome: stepOutcomes },
  },
  "approval.ownRequest": {
    zh: "申请人不得办理自己申请的步骤“{step}”，不能以“{outcome}”作结",
    en: 'whoever asked does not take the step "{step}", nor end it in "{outcome}"',
    words: { outcome: stepOutcomes },
  },
  "approval.notRequester": { zh: "“{post}”不是申请人", en: '"{post}" is not who asked' },
  "approval.unnamed": {
    zh: "申请人和经办的“{post}”只有一方记名，两方都记名才能分清",
    en: 'of who asked and "{post}" only one is named, and both have to be to be told apart',
  },
  "approval.notForCondition": {
    zh: "条件“{id}”是否满足，不由“{post}”确认",
    en: 'it is not for "{post}" to say that the condition "{id}" was met',
  },
  "approval.ownCondition": {
    zh: "申请人不得自行确认条件“{id}”已满足",
    en: 'whoever asked does not say that the condition "{id}" was met',
  },
  "approval.otherRecord": { zh: "重新提出的应是原来的“{id}”", en: 'what is handed in again is "{id}"' },
  "approval.backdated": { zh: "{on}早于此前的一步", en: "{on} lies before a step that came before" },
  "approval.noSuchCondition": { zh: "没有条件“{id}”", en: 'there is no condition "{id}"' },
  "approval.conditionTwice": { zh: "条件“{id}”列了两次", en: 'the condition "{id}" stands twice' },
  "approval.metBefore": { zh: "条件“{id}”已于{on}满足", en: 'the condition "{id}" was met on {on}' },
  "approval.notExpired": { zh: "到{on}为止没有逾期", en: "nothing had run out by {on}" },
  // Posting
  "posting.unit": {
    zh: "公示期不能以“{unit}”为单位",
    en: "a posting is not counted in {unit}",
    words: { unit: limitUnits },
  },
  "posting.placeTwice": { zh: "公示地点“{place}”列了两次", en: 'the place "{place}" stands twice' },
  "posting.notPossible": {
    zh: "公示处于“{state}”状态，不能“{kind}”",
    en: 'a posting in the state "{state}" does not allow to "{kind}"',
    words: { state: postingStates, kind: postingCommands },
  },
  "posting.placeMissing": { zh: "没有在“{place}”公示", en: 'it is not posted at "{place}"' },
  "posting.backdated": { zh: "{on}早于此前的{after}", en: "{on} lies before {after}, on which it follows" },
  "posting.noSuchObjection": { zh: "没有异议“{id}”", en: 'there is no objection "{id}"' },
  "posting.objectionTwice": { zh: "异议“{id}”已经收到", en: 'the objection "{id}" was received before' },
  "posting.examinedBefore": { zh: "异议“{id}”已经核查", en: 'the objection "{id}" was examined before' },
  "posting.ownProposal": {
    zh: "提出公示事项的人不得核查异议“{id}”",
    en: 'whoever proposed it does not examine the objection "{id}"',
  },
  "posting.ownObjection": {
    zh: "异议人不得核查自己的异议“{id}”",
    en: 'whoever objected does not examine the objection "{id}"',
  },
  "posting.notExaminer": {
    zh: "异议“{id}”不由“{post}”核查",
    en: 'the objection "{id}" is not for "{post}" to examine',
  },
  "posting.daysLeft": {
    zh: "公示期到{lastDay}为止，{on}尚未届满",
    en: "it is posted to the end of {lastDay}; {on} is too early",
  },
  "posting.objectionOpen": { zh: "异议尚未核查：{ids}", en: "objections are still open: {ids}" },
  "posting.objectionUpheld": { zh: "异议成立：{ids}", en: "objections were upheld: {ids}" },
  "posting.noneUpheld": { zh: "没有成立的异议", en: "no objection was upheld" },
  "posting.notProposer": { zh: "“{post}”不是提出公示事项的人", en: '"{post}" is not who proposed it' },
  "posting.notConcluder": {
    zh: "公示是否通过，不由“{post}”作结",
    en: 'it is not for "{post}" to conclude the posting',
  },
  "posting.unnamed": {
    zh: "公示人或异议人和经办的“{post}”只有一方记名，两方都记名才能分清",
    en: 'of "{post}" and of who proposed or objected only one is named, and both have to be to be told apart',
  },
}
