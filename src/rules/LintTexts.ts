/**
 * The sentences of everything that the linter finds (条文检查用语), in Chinese and English.
 *
 * @since 0.1.0
 */
import type { Texts } from "../foundation/Fault.js"
import type { Code } from "./Defect.js"

// ---------------------------------------------------------------- instances

/**
 * Code → sentence. `{name}` stands for a parameter of the defect.
 *
 * @category instances
 * @since 0.1.0
 */
export const texts: Texts<Code | "lint.noPatch"> = {
  "lint.levelGap": {
    zh: "得分{witness}不属于任何等次（分值单位{step}）",
    en: "the score {witness} belongs to no level (in steps of {step})",
  },
  "lint.curveGap": { zh: "{where}：{witness}不在任何一档", en: "{where}: {witness} is on no row" },
  "lint.caseGap": { zh: "{where}：{witness}时没有一种情形成立", en: "{where}: no row holds for {witness}" },
  "lint.lineGap": { zh: "{witness}：{where}没有一条适用", en: "{witness}: no line of {where} fits" },
  "lint.levelOverlap": { zh: "得分{witness}同属{where}", en: "the score {witness} belongs to {where} at once" },
  "lint.curveOverlap": {
    zh: "{where}：{witness}同时落在几档（{results}）",
    en: "{where}: {witness} is on several rows ({results})",
  },
  "lint.caseOverlap": {
    zh: "{where}：{witness}时几种情形同时成立而结果不同（{results}）",
    en: "{where}: several rows hold for {witness} and differ ({results})",
  },
  "lint.lineOverlap": {
    zh: "{witness}：{where}同时适用（{results}分）",
    en: "{witness}: {where} both fit ({results} points)",
  },
  "lint.validityOverlap": {
    zh: "{where}同时适用几种有效期（{results}个月）：{witness}",
    en: "{where} has several terms of validity ({results} months): {witness}",
  },
  "lint.beyondFull": {
    zh: "{where}最高可得{found}，超过满分{full}",
    en: "{where} can come to {found}, beyond its full mark of {full}",
  },
  "lint.belowFull": {
    zh: "{where}最高只能得{found}，达不到满分{full}",
    en: "{where} comes to {found} at most, short of its full mark of {full}",
  },
  "lint.weightsNotOne": {
    zh: "{where}的权重相加是{found}，不是1",
    en: "the weights of {where} come to {found}, not to 1",
  },
  "lint.partsNotFull": {
    zh: "{where}各部分满分相加是{found}，不是{full}",
    en: "the full marks of the parts of {where} come to {found}, not to {full}",
  },
  "lint.capsCross": {
    zh: "封顶“{first}”与“{second}”交叉，多得一项反而可能少分",
    en: 'the caps "{first}" and "{second}" cross, so that one more good act may cost points',
  },
  "lint.capNeverBinds": { zh: "封顶“{where}”从不起作用", en: 'the cap "{where}" never binds' },
  "lint.capAlwaysBinds": { zh: "封顶“{where}”总在起作用", en: 'the cap "{where}" always binds' },
  "lint.unbounded": { zh: "{where}加分没有上限", en: "{where} can give points without a limit" },
  "lint.ladderFalls": { zh: "{where}：情形更重而分值更轻", en: "{where}: the graver case costs less" },
  "lint.scoreFalls": {
    zh: "{where}：{witness}时得分{score}，少做一件反而是{otherwise}",
    en: "{where}: the score is {score} with {witness}, and {otherwise} with one of them less",
  },
  "lint.rankBelowNought": {
    zh: "{where}：第{place}名按此计{found}分，低于零分",
    en: "{where}: place {place} comes to {found}, below nought",
  },
  "lint.ratioUnrounded": { zh: "{where}的比值没有写怎样取舍", en: "the quotient {where} is nowhere rounded" },
  "lint.roundingUnsaid": {
    zh: "得分{witness}怎样取舍没有写明",
    en: "the text does not settle how the score {witness} is rounded",
  },
  "lint.levelUnreachable": { zh: "等次“{where}”达不到", en: 'the level "{where}" cannot be reached' },
  "lint.quotaAgainstThreshold": {
    zh: "名额“{where}”与分数线可能不一致：{size}个中应有{places}个，而够分数线的可多可少",
    en: 'the quota "{where}" may disagree with the thresholds: of {size} it asks for {places}, while the scores may give more or fewer',
  },
  "lint.quotaAgainstQuota": { zh: "名额“{where}”相互冲突", en: 'the quotas "{where}" conflict' },
  "lint.quotaRemainder": {
    zh: "名额“{where}”之外还有{found}，没有写明定为哪一等次",
    en: 'the quotas "{where}" leave {found} over, and the text does not say at which level',
  },
  "lint.awardAgainstQuota": {
    zh: "没有写直接晋级“{where}”是否占名额",
    en: 'the text does not say whether the award "{where}" takes a place of the quota',
  },
  "lint.tiesUnsaid": { zh: "{where}：没有写同分怎样处理", en: "{where}: the text does not say how equals are settled" },
  "lint.lineTwice": {
    zh: "{where}两处列了同一件事（各{each}分）：{witness}",
    en: "{where} list the same thing twice ({each} points each): {witness}",
  },
  "lint.lineContradiction": {
    zh: "{where}说的是同一件事（{witness}），分值却是{results}",
    en: "{where} are about the same thing ({witness}) and give {results}",
  },
  "lint.linePosts": {
    zh: "{witness}：兼有两种身份的人{where}都适用（{results}分）",
    en: "{witness}: {where} both fit somebody who holds both posts ({results} points)",
  },
  "lint.lineUnmet": {
    zh: "“{where}”没有任何事实能够适用：{why}",
    en: 'no fact can ever meet "{where}": {why}',
  },
  "lint.factUnread": {
    zh: "登记的“{what}”没有任何条款读取",
    en: 'no clause reads "{what}", which is registered',
  },
  "lint.vetoShadowed": {
    zh: "“{where}”成立与否结果都一样，按“{by}”已是如此",
    en: '"{where}" changes nothing: by "{by}" it is so already',
  },
  "lint.classUndefined": {
    zh: "不属于任何参评类别：{where}",
    en: "of no class of the text: {where}",
  },
  "lint.classOverlap": {
    zh: "兼属处理不同的{classes}：{where}",
    en: "of classes that are treated differently, {classes}: {where}",
  },
  "lint.absenceUnsaid": {
    zh: "“{where}”缺项时（新建、不适用等）没有写怎样计分，总分随之空缺",
    en: 'the text does not say how whoever lacks "{where}" is scored, and the total is absent with it',
  },
  "lint.importCycle": {
    zh: "{books}互相等待对方的同期结果",
    en: "{books} wait for one another's result of the same period",
  },
  "lint.importMissing": {
    zh: "引用的“{book}”没有给出所需的内容：{what}",
    en: 'what is read of "{book}" is not there: {what}',
  },
  "lint.noPatch": {
    zh: "“{code}”须由制定机关决定怎样修改，不能自动改写",
    en: '"{code}" has to be settled by whoever issues the text; no repair can be made for it',
  },
}
