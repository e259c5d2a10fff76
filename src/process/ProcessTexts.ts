/**
 * The sentences of every fault and finding that the process area raises, in Chinese and English.
 *
 * @since 0.1.0
 */
import type { Texts } from "../foundation/Fault.js"
import type { ChainFault } from "./Chain.js"
import type { DeciderCode, DeciderFault } from "./Decider.js"
import type { GuardFault } from "./Guard.js"
import type { JournalCode } from "./Journal.js"
import type { ProceedingFault } from "./Proceeding.js"
import type { WorkflowFault } from "./Workflow.js"
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
  "workflowLint.limitNoStart": { zh: "起算点“{starts}”永不出现", en: 'its start "{starts}" never comes' },
  "workflowLint.limitNoEnd": {
    zh: "自“{starts}”起算，却永不停止",
    en: 'starts with "{starts}" and nothing can end it',
  },
  "workflowLint.holdNoStage": { zh: "“{hold}”不是可以停留的环节", en: '"{hold}" is no stage that a matter stays in' },
  "workflowLint.holdNever": { zh: "计时中不会到“{hold}”", en: '"{hold}" never comes while the clock runs' },
  "workflowLint.idleRole": { zh: "这个角色无事可办", en: "this role may do nothing" },
  "workflowLint.unusedOutcome": { zh: "没有环节以此终结", en: "no end gives this outcome" },
  "workflowLint.unusedField": { zh: "没有动作填写这一项", en: "no move fills this field" },
  "workflowLint.undecided": {
    zh: "情形超过{situations}种，能否到达、能否终结未作判断",
    en: "more than {situations} situations: what can be reached and ended is not decided",
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
    zh: "{on}的更新早于已登记的最后一步（{last}）",
    en: "of {on}, before the last step recorded ({last})",
  },
  "proceeding.role": {
    zh: "“{post}”无权“{move}”，须由{roles}办理",
    en: '"{post}" may not take "{move}", which is for: {roles}',
  },
  "proceeding.apart": { zh: "“{move}”不得由“{of}”的经办人办理", en: '"{move}" may not be taken by who did "{of}"' },
  "proceeding.only": { zh: "“{move}”只能由“{of}”所指之人办理", en: '"{move}" may be taken only by those of "{of}"' },
  "proceeding.needs": { zh: "未填写“{field}”", en: '"{field}" is not filled in' },
  "proceeding.notAsked": { zh: "“{move}”不填“{field}”", en: '"{field}" is not asked for with "{move}"' },
  "proceeding.value": { zh: "“{field}”应为{of}，不能是“{value}”", en: '"{field}" should be a {of}, not "{value}"' },
  "proceeding.guard": { zh: "“{move}”的前提条件不成立", en: 'the guard of "{move}" does not hold' },
  "proceeding.untold": {
    zh: "“{move}”的前提条件尚不明确：{facts}",
    en: 'whether the guard of "{move}" holds is not known: {facts}',
  },
}
