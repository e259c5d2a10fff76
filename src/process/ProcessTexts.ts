/**
 * The sentences of every fault and finding that the process area raises, in Chinese and English.
 *
 * @since 0.1.0
 */
import type { Texts } from "../foundation/Fault.js"
import type { ChainFault } from "./Chain.js"
import type { DeciderCode, DeciderFault } from "./Decider.js"
import type { JournalCode } from "./Journal.js"

// ---------------------------------------------------------------- instances

type Code = JournalCode | ChainFault["code"] | DeciderFault["code"] | DeciderCode

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
}
