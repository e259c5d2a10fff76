/**
 * The sentences of evidence, certificates and their verification (凭据、凭证与复核用语), in Chinese and English.
 *
 * @since 0.1.0
 */
import type { Texts } from "../foundation/Fault.js"

// ---------------------------------------------------------------- models

/**
 * The codes that evidence, certificates and their verification refuse with.
 *
 * @category models
 * @since 0.1.0
 */
export type CertificateCode =
  | "evidence.broken"
  | "evidence.twice"
  | "groupTable.twice"
  | "certificate.notSealed"
  | "certificate.noTable"
  | VerifierCode

/**
 * What a verifier finds wrong: a part that says something else than what is found again, another book, records that are
 * not those the certificate rests on, a table that is another or disagrees with the subject's own records, a fall by a
 * quota or a place that the rulebook rules out.
 *
 * @category models
 * @since 0.1.0
 */
export type VerifierCode =
  | "verifier.differs"
  | "verifier.otherBook"
  | "verifier.otherEvidence"
  | "verifier.otherTable"
  | "verifier.tableDiffers"
  | "verifier.badFall"
  | "verifier.badPlace"

// ---------------------------------------------------------------- instances

/**
 * Code → sentence. `{name}` stands for a parameter.
 *
 * @category instances
 * @since 0.1.0
 */
export const texts: Texts<CertificateCode> = {
  "evidence.twice": { zh: "编号“{id}”封存了两次", en: 'the id "{id}" is sealed twice' },
  "groupTable.twice": { zh: "“{id}”在同组数据表里有两行", en: 'the table of the group has two rows of "{id}"' },
  "certificate.noTable": {
    zh: "这本办法的结果与他人有关，须有同组数据表",
    en: "results under this rulebook depend on others: the table of the group is needed",
  },
  "evidence.broken": { zh: "封存摘要与记录不符", en: "the seal is not that of its record" },
  "certificate.notSealed": { zh: "“{id}”没有封存", en: 'there is no seal of "{id}"' },
  "verifier.differs": {
    zh: "凭证上是{stated}，复算为{found}",
    en: "the certificate says {stated}, found again it is {found}",
  },
  "verifier.otherBook": { zh: "凭证所依据的不是这本办法", en: "the certificate rests on another rulebook" },
  "verifier.otherEvidence": {
    zh: "凭证依据{stated}条记录，所给的是{found}条，或内容不同",
    en: "the certificate rests on {stated} records; {found} are given, or they are others",
  },
  "verifier.otherTable": {
    zh: "凭证所依据的不是这份同组数据表",
    en: "the certificate rests on another table of the group",
  },
  "verifier.badFall": {
    zh: "凭证上的名额去向“{by}”不成立：没有这项名额，或等次不会这样变",
    en: 'the fall by "{by}" cannot be: there is no such quota, or a level does not fall like this',
  },
  "verifier.badPlace": {
    zh: "凭证上的名次“{ranking}”不成立",
    en: 'the place in "{ranking}" cannot be',
  },
  "verifier.tableDiffers": {
    zh: "同组数据表里本人的一行与本人的记录不符（{what}）",
    en: "the subject's row of the table disagrees with the subject's own records ({what})",
  },
}
