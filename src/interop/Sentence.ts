/**
 * Sentences (语句): every fault, conflict and finding of the library in words, in Chinese and English.
 *
 * The tables of all areas are put together here, late in the house, so that a program that shows no sentences carries
 * none.
 *
 * @since 0.1.0
 */
import * as Citation from "../foundation/Citation.js"
import * as Fault from "../foundation/Fault.js"
import * as Finding from "../foundation/Finding.js"
import * as FoundationTexts from "../foundation/FoundationTexts.js"
import type { Label, Language } from "../foundation/Label.js"
import * as OrdersTexts from "../orders/OrdersTexts.js"
import * as OrganisationTexts from "../organisation/OrganisationTexts.js"
import * as ProcessTexts from "../process/ProcessTexts.js"
import * as CertificateTexts from "../rules/CertificateTexts.js"
import * as ChangeTexts from "../rules/ChangeTexts.js"
import type { Defect } from "../rules/Defect.js"
import * as LintTexts from "../rules/LintTexts.js"
import * as PeersTexts from "../rules/PeersTexts.js"
import * as RulesTexts from "../rules/RulesTexts.js"
import * as InteropTexts from "./InteropTexts.js"
import { worded } from "./SpanWords.js"

// ---------------------------------------------------------------- getters

/**
 * A fault in words, or a defect of a rule text, led by its place.
 *
 * @example
 * ```ts
 * import { Fault } from "dangjian/foundation"
 * import { Sentence } from "dangjian/interop"
 * import assert from "node:assert/strict"
 *
 * const fault = Fault.make("rulebook.noSuchId", { id: "六星" }, ["effects", 0, "does"])
 * assert.equal(Sentence.text(fault, "zh"), "effects[0].does：没有“六星”")
 * assert.equal(Sentence.text(fault, "en"), 'effects[0].does: there is no "六星"')
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const text = (fault: Fault.Fault | Defect, language: Language): string =>
  Fault.say(
    texts,
    "evidence" in fault
      ? Fault.make(fault.code, worded(fault.params, language), fault.at)
      : { ...fault, params: worded(fault.params, language) },
    language,
  )

/**
 * A finding in words, with its severity and provision.
 *
 * @example
 * ```ts
 * import { Sentence } from "dangjian/interop"
 * import { Lint } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const overlaps = Lint.lint(WendengVillage.rulebook).defects.filter(({ code }) => code === "lint.lineOverlap")
 * assert.match(overlaps.map((one) => Sentence.finding(one, "zh")).join("\n"), /拾金 100元/)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const finding = (self: Finding.Finding, language: Language): string =>
  Finding.say(texts, { ...self, params: worded(self.params, language) }, language)

/**
 * A finding or a fault in words in which ids stand by their names: the subject, and every parameter that is an id or a
 * list of ids. A name that is told for one parameter alone, as `roles.grid`, goes before that of the id.
 *
 * **Details** The path of a fault is left out, for it is made of ids of the document; its place in a file is kept. What
 * the sentence itself has a word for stands by that word.
 *
 * @example
 * ```ts
 * import { Fault } from "dangjian/foundation"
 * import { Sentence } from "dangjian/interop"
 * import assert from "node:assert/strict"
 *
 * const params = { kind: "partyGroup", parent: "townshipCommittee", lawful: "branch" }
 * const found = { code: "partyTree.unlawfulPlace", severity: "error", strength: "must", subject: "g1", params } as const
 * const names = new Map([["g1", "第一小组"], ["partyGroup", "党小组"], ["townshipCommittee", "乡镇党委"], ["branch", "党支部"]])
 * assert.equal(Sentence.named(found, names, "zh"), "不符合：第一小组：党小组不得隶属于乡镇党委，可以隶属于：党支部")
 *
 * const refusal = Fault.make("proceeding.needs", { field: "doer" }, ["fields", "doer"])
 * assert.equal(Sentence.named(refusal, new Map([["doer", "承办人"]]), "zh"), "未填写“承办人”")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const named = (
  self: Finding.Finding | Fault.Fault,
  names: ReadonlyMap<string, string>,
  language: Language,
): string => {
  if ("path" in self) {
    const isWord = (key: string, value: string): boolean => wordsOf(self.code, key)?.[value] !== undefined
    return text({ ...self, path: [], params: namedParams(self.params, names, language, isWord) }, language)
  }
  const subject = self.subject === undefined ? {} : { subject: names.get(self.subject) ?? self.subject }
  return finding({ ...self, ...subject, params: namedParams(self.params, names, language, () => false) }, language)
}

const wordsOf = (code: string, key: string): Readonly<Record<string, Label>> | undefined =>
  Object.hasOwn(texts, code) ? texts[code]?.words?.[key] : undefined

const namedParams = (
  params: Fault.Fault["params"],
  names: ReadonlyMap<string, string>,
  language: Language,
  isWord: (key: string, value: string) => boolean,
): Fault.Fault["params"] => {
  const nameOf = (key: string, id: string): string | undefined => names.get(`${key}.${id}`) ?? names.get(id)
  const inWords = (key: string, value: string): string => {
    if (isWord(key, value)) return value
    const ids = nameOf(key, value) === undefined ? value.split("、") : [value]
    if (!ids.some((id) => nameOf(key, id) !== undefined)) return value
    return ids.map((id) => nameOf(key, id) ?? id).join(language === "zh" ? "、" : ", ")
  }
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key, typeof value === "string" ? inWords(key, value) : value]),
  )
}

/**
 * A finding in words below a heading that names its source: the article alone, without the title of the source.
 *
 * @example
 * ```ts
 * import { Sentence } from "dangjian/interop"
 * import assert from "node:assert/strict"
 *
 * const cite = { title: "评星办法", article: 4, standing: "transcription" } as const // made up
 * const params = { witness: "89.5", step: "0.5" }
 * const gap = { code: "lint.levelGap", severity: "error", strength: "must", params, cite } as const
 * assert.match(Sentence.brief(gap, "zh"), /（第四条）$/)
 * assert.doesNotMatch(Sentence.brief(gap, "zh"), /评星办法/)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const brief = (self: Finding.Finding, language: Language): string => {
  const { cite, ...rest } = self
  const said = finding(rest, language)
  if (cite?.article === undefined) return said
  const { article } = cite
  if (language === "zh") return `${said}（${typeof article === "number" ? Citation.articleText(article) : article}）`
  return `${said} (${typeof article === "number" ? `article ${article}` : article})`
}

// ---------------------------------------------------------------- instances

/**
 * Every code of the library with its sentences.
 *
 * @category instances
 * @since 0.1.0
 */
export const texts: Fault.Texts = {
  ...FoundationTexts.texts,
  ...ProcessTexts.texts,
  ...OrganisationTexts.texts,
  ...OrdersTexts.texts,
  ...RulesTexts.texts,
  ...PeersTexts.texts,
  ...CertificateTexts.texts,
  ...ChangeTexts.texts,
  ...LintTexts.texts,
  ...InteropTexts.texts,
}
