/**
 * National rules of membership (党员发展、教育管理与处置): admission, probation, transfer, lost contact, the ways out and the
 * disciplinary ladder.
 *
 * From the Party constitution, the rules on the admission of members (2014), the regulations on the education and
 * management of members (2019), the regulations on elections (2020), the measures on unqualified members (2024) and the
 * regulations on discipline, all read in copies made by others. Weak: where a copy gives the year alone, a rule is taken
 * to be in force from its first day; article numbers stand only where a copy showed them; each row whose text was seen in a
 * digest alone, or not at all, says so in its note. The term of a transfer letter is not settled by any text seen; how long
 * before its end it is told nothing says, so that the table has no such rule: a committee adds its own (`reminder`).
 *
 * @since 0.1.0
 */
import type { Citation } from "../foundation/Citation.js"
import * as CivilDate from "../foundation/CivilDate.js"
import type { Proofs, StepRule } from "../organisation/DevelopmentFile.js"
import type { MemberRule } from "../organisation/MemberRule.js"
import type { TransferRule } from "../organisation/Transfer.js"

// ---------------------------------------------------------------- instances

const admission: Citation = { issuer: "中共中央办公厅", title: "中国共产党发展党员工作细则", standing: "transcription" }
const admission13: Citation = {
  issuer: "中共中央办公厅",
  title: "中国共产党发展党员工作细则",
  article: 13,
  standing: "transcription",
}
const admission20: Citation = {
  issuer: "中共中央办公厅",
  title: "中国共产党发展党员工作细则",
  article: 20,
  standing: "transcription",
}
const admission32: Citation = {
  issuer: "中共中央办公厅",
  title: "中国共产党发展党员工作细则",
  article: 32,
  standing: "transcription",
}
const admission33: Citation = {
  issuer: "中共中央办公厅",
  title: "中国共产党发展党员工作细则",
  article: 33,
  standing: "transcription",
}
const constitution1: Citation = { title: "中国共产党章程", article: 1, standing: "transcription" }
const constitution5: Citation = { title: "中国共产党章程", article: 5, standing: "transcription" }
const constitution7: Citation = { title: "中国共产党章程", article: 7, standing: "transcription" }
const constitution9: Citation = { title: "中国共产党章程", article: 9, standing: "transcription" }
const letters: Citation = {
  title: "组织关系介绍信有效期的说明",
  standing: "report",
  note: "见于网上转载的公文材料，题名为本册所拟，发文机关与文号未见",
}
const education24: Citation = {
  issuer: "中共中央",
  title: "中国共产党党员教育管理工作条例",
  article: 24,
  standing: "transcription",
}
const education25: Citation = {
  issuer: "中共中央",
  title: "中国共产党党员教育管理工作条例",
  article: 25,
  standing: "transcription",
}
const unqualified3: Citation = { title: "中国共产党不合格党员组织处置办法", article: 3, standing: "transcription" }
const unqualified4: Citation = { title: "中国共产党不合格党员组织处置办法", article: 4, standing: "transcription" }
const branches: Citation = { issuer: "中共中央", title: "中国共产党支部工作条例（试行）", standing: "transcription" }
const discipline: Citation = { title: "中国共产党纪律处分条例", standing: "transcription" }

const from1982 = /* @__PURE__ */ CivilDate.parseUnsafe("1982-09-06")
const from2014 = /* @__PURE__ */ CivilDate.parseUnsafe("2014-01-01")
const from2016 = /* @__PURE__ */ CivilDate.parseUnsafe("2016-01-01")
const from2018 = /* @__PURE__ */ CivilDate.parseUnsafe("2018-10-28")
const from2019 = /* @__PURE__ */ CivilDate.parseUnsafe("2019-01-01")
const from2024 = /* @__PURE__ */ CivilDate.parseUnsafe("2024-06-16")

const SINCE_1982 = "施行日取1982年党章通过之日，未见原文核对"
const DIGEST = "条文见于转载的流程表，条号未见"
const PERIODS = "期限据2015年版的转载，现行版本未见原文，据记忆相同"

/**
 * The rules that decide the steps of a life.
 *
 * @category instances
 * @since 0.1.0
 */
export const rules: ReadonlyArray<MemberRule> = [
  {
    id: "age",
    strength: "must",
    breach: "refused",
    from: from1982,
    cite: constitution1,
    note: SINCE_1982,
    says: { is: "minimumAge", years: 18 },
  },
  {
    id: "mentors",
    strength: "must",
    breach: "refused",
    from: from2014,
    cite: admission,
    note: DIGEST,
    says: { is: "people", as: "mentors", least: 1, most: 2 },
  },
  {
    id: "mentors-full",
    strength: "must",
    breach: "refused",
    from: from2014,
    cite: admission,
    note: "条文见于转载的流程表，条号未见；权利受限制的党员不得作培养联系人，属推断",
    says: { is: "needs", need: "fullMentors" },
  },
  {
    id: "cultivation",
    strength: "must",
    breach: "refused",
    from: from2014,
    cite: admission13,
    note: "条号据记忆",
    says: { is: "atLeast", period: "cultivation", length: { amount: 1, unit: "year" } },
  },
  {
    id: "vetting",
    strength: "must",
    breach: "refused",
    from: from2014,
    cite: admission,
    note: DIGEST,
    says: { is: "needs", need: "vetting" },
  },
  {
    id: "training",
    strength: "must",
    breach: "refused",
    from: from2014,
    cite: admission,
    note: "条文见于转载的流程表，条号未见；三天或二十四学时，满足其一",
    says: { is: "training", days: 3, hours: 24 },
  },
  {
    id: "sponsors",
    strength: "must",
    breach: "refused",
    from: from1982,
    cite: constitution5,
    note: "施行日取1982年党章通过之日，未见原文核对；条号据记忆",
    says: { is: "people", as: "sponsors", least: 2, most: 2 },
  },
  {
    id: "sponsors-full",
    strength: "must",
    breach: "refused",
    from: from2014,
    cite: admission,
    note: "条文见于转载的流程表，条号未见；权利受限制的党员不得作介绍人，据记忆",
    says: { is: "needs", need: "fullSponsors" },
  },
  {
    id: "pre-review",
    strength: "must",
    breach: "refused",
    from: from2014,
    cite: admission,
    note: DIGEST,
    says: { is: "needs", need: "preReview" },
  },
  {
    id: "vote-after-pre-review",
    strength: "should",
    breach: "found",
    from: from2014,
    cite: admission,
    note: DIGEST,
    says: { is: "atMost", period: "vote", length: { amount: 1, unit: "month" } },
  },
  {
    id: "leaves-unit",
    strength: "should",
    breach: "found",
    from: from2014,
    cite: admission,
    note: "条文见于转载的流程表，条号未见；“一般不办理”据记忆",
    says: { is: "atLeast", period: "unit", length: { amount: 3, unit: "month" } },
  },
  {
    id: "carried",
    strength: "must",
    breach: "refused",
    from: from2014,
    cite: admission20,
    says: { is: "needs", need: "carried" },
  },
  {
    id: "admits",
    strength: "must",
    breach: "refused",
    from: from2014,
    cite: admission,
    note: "临时党支部不得接收预备党员；见于转载的问答",
    says: { is: "resolves", matters: ["admit", "confirm", "extend", "cancel"], capability: "admit" },
  },
  {
    id: "disposes",
    strength: "should",
    breach: "found",
    from: from2018,
    cite: branches,
    note: "临时党支部一般不处分、不处置党员",
    says: { is: "resolves", matters: ["penalty"], capability: "discipline" },
  },
  {
    id: "strikes-off",
    strength: "should",
    breach: "found",
    from: from2018,
    cite: branches,
    note: "临时党支部一般不处分、不处置党员",
    says: { is: "resolves", matters: ["strikeOff"], capability: "disposeOfMembers" },
  },
  {
    id: "approves",
    strength: "must",
    breach: "refused",
    from: from2014,
    cite: admission,
    note: "只有有审批权的党委可以批准，党总支、临时党组织和隶属乡镇党委的村（社区）党委只能审议；转正等沿用，属推断",
    says: { is: "approves", matters: ["admit", "confirm", "extend", "cancel"], capability: "approveProbationary" },
  },
  {
    id: "report",
    strength: "must",
    breach: "refused",
    from: from2014,
    cite: admission,
    note: "条文见于转载的流程表，条号未见；三个月未上报的重新讨论",
    says: { is: "atMost", period: "report", length: { amount: 3, unit: "month" } },
  },
  {
    id: "redo",
    strength: "must",
    breach: "refused",
    from: from2014,
    cite: admission,
    note: "条文见于转载的流程表，条号未见；超过六个月的重新履行手续",
    says: { is: "atMost", period: "redo", length: { amount: 6, unit: "month" } },
  },
  {
    id: "approval",
    strength: "should",
    breach: "refused",
    from: from2014,
    cite: admission,
    approvedBy: "审批机关（特殊情况）",
    note: "条文见于转载的流程表，条号未见；超过三个月只有特殊情况才可以，以记录在案为准",
    says: { is: "atMost", period: "approval", length: { amount: 3, unit: "month" } },
  },
  {
    id: "approval-at-most",
    strength: "must",
    breach: "refused",
    from: from2014,
    cite: admission,
    note: DIGEST,
    says: { is: "atMost", period: "approvalAtMost", length: { amount: 6, unit: "month" } },
  },
  {
    id: "probation",
    strength: "must",
    breach: "refused",
    from: from1982,
    cite: constitution7,
    note: SINCE_1982,
    says: { is: "probation", length: { amount: 1, unit: "year" } },
  },
  {
    id: "extension",
    strength: "must",
    breach: "refused",
    from: from2014,
    cite: admission32,
    says: {
      is: "extension",
      times: 1,
      least: { amount: 6, unit: "month" },
      most: { amount: 12, unit: "month" },
    },
  },
  {
    id: "standing",
    strength: "must",
    breach: "found",
    from: from1982,
    cite: constitution7,
    note: "“从预备期满转为正式党员之日算起”；大会晚于期满的，取预备期满之日，属推断",
    says: { is: "standing", from: "probationEnd" },
  },
  {
    id: "readmission",
    strength: "must",
    breach: "refused",
    from: from2016,
    cite: discipline,
    note: PERIODS,
    says: { is: "atLeast", period: "readmission", length: { amount: 5, unit: "year" } },
  },
  {
    id: "resignation-filed",
    strength: "must",
    breach: "found",
    from: from1982,
    cite: constitution9,
    note: SINCE_1982,
    says: { is: "needs", need: "filing" },
  },
  {
    id: "default",
    strength: "must",
    breach: "refused",
    from: from1982,
    cite: constitution9,
    note: SINCE_1982,
    says: { is: "atLeast", period: "default", length: { amount: 6, unit: "month" } },
  },
  {
    id: "lost",
    strength: "must",
    breach: "refused",
    from: from2019,
    cite: education24,
    says: { is: "atLeast", period: "lostContact", length: { amount: 6, unit: "month" } },
  },
  {
    id: "search",
    strength: "must",
    breach: "refused",
    from: from2019,
    cite: education24,
    says: { is: "needs", need: "search" },
  },
  {
    id: "abroad",
    strength: "should",
    breach: "refused",
    from: from2019,
    cite: education24,
    says: { is: "atLeast", period: "abroad", length: { amount: 5, unit: "year" }, over: true },
  },
  {
    id: "strike-off-lost",
    strength: "must",
    breach: "refused",
    from: from2019,
    cite: education24,
    says: { is: "atLeast", period: "strikeOff", length: { amount: 2, unit: "year" } },
  },
  {
    id: "mobile",
    strength: "should",
    breach: "found",
    from: from2019,
    cite: education25,
    note: "流动党员的定义见于转载的解答",
    says: { is: "atLeast", period: "mobile", length: { amount: 6, unit: "month" } },
  },
  {
    id: "away",
    strength: "must",
    breach: "found",
    from: from2019,
    cite: education25,
    says: { is: "atMost", period: "away", length: { amount: 6, unit: "month" }, over: true },
  },
  {
    id: "graduate",
    strength: "should",
    breach: "found",
    from: from2019,
    cite: education25,
    note: "条号据相邻条文",
    says: { is: "atMost", period: "graduate", length: { amount: 2, unit: "year" } },
  },
  {
    id: "contact",
    strength: "must",
    breach: "found",
    from: from2019,
    cite: education25,
    note: "条号据相邻条文",
    says: { is: "atMost", period: "contact", length: { amount: 6, unit: "month" } },
  },
  {
    id: "disposal-order",
    strength: "should",
    breach: "found",
    from: from2024,
    cite: unqualified3,
    note: "限期改正、劝其退党、除名三种；是否必须逐级未见明文",
    says: { is: "needs", need: "order" },
  },
  {
    id: "only-once",
    strength: "must",
    breach: "refused",
    from: from2024,
    cite: unqualified4,
    says: { is: "needs", need: "onlyOnce" },
  },
  {
    id: "correction",
    strength: "should",
    breach: "found",
    from: from2024,
    cite: unqualified3,
    note: "一年据早年手册，2024年办法的期限未见",
    says: { is: "atMost", period: "correction", length: { amount: 1, unit: "year" } },
  },
  {
    id: "advice-full",
    strength: "should",
    breach: "found",
    from: from2024,
    cite: unqualified3,
    note: "劝退适用于正式党员，预备党员用延长或取消；见于转载的问答",
    says: { is: "stages", step: "advice", stages: ["full"] },
  },
  {
    id: "penalty-full",
    strength: "must",
    breach: "refused",
    from: from2016,
    cite: discipline,
    note: "预备党员违纪用批评教育、延长或取消；据记忆",
    says: { is: "stages", step: "penalty", stages: ["full"] },
  },
  {
    id: "penalty-1",
    strength: "must",
    breach: "refused",
    from: from2016,
    cite: discipline,
    note: PERIODS,
    says: { is: "penalty", penalty: "warning", noPromotion: { amount: 12, unit: "month" } },
  },
  {
    id: "penalty-2",
    strength: "must",
    breach: "refused",
    from: from2016,
    cite: discipline,
    note: PERIODS,
    says: { is: "penalty", penalty: "seriousWarning", noPromotion: { amount: 18, unit: "month" } },
  },
  {
    id: "penalty-3",
    strength: "must",
    breach: "refused",
    from: from2016,
    cite: discipline,
    note: PERIODS,
    says: { is: "penalty", penalty: "removedFromPost", noPromotion: { amount: 2, unit: "year" } },
  },
  {
    id: "penalty-4",
    strength: "must",
    breach: "refused",
    from: from2016,
    cite: discipline,
    note: PERIODS,
    says: {
      is: "penalty",
      penalty: "disciplinaryProbation",
      years: [1, 2],
      yearsInAll: 2,
      afterwards: { amount: 2, unit: "year" },
    },
  },
  {
    id: "penalty-5",
    strength: "must",
    breach: "refused",
    from: from2016,
    cite: discipline,
    note: PERIODS,
    says: { is: "penalty", penalty: "expelled" },
  },
]

/**
 * The steps of a development file. Names of documents are those that offices use; which documents a step leaves is said
 * by the forms in use and by no text seen.
 *
 * @category instances
 * @since 0.1.0
 */
export const steps: ReadonlyArray<StepRule> = [
  {
    id: "file-01",
    step: "application",
    label: { zh: "递交入党申请书", en: "application" },
    stage: "applicant",
    after: [],
    documents: ["入党申请书"],
    strength: "must",
    from: from2014,
    cite: constitution1,
  },
  {
    id: "file-02",
    step: "interview",
    label: { zh: "派人谈话", en: "interview" },
    stage: "applicant",
    after: ["application"],
    within: { amount: 1, unit: "month" },
    documents: ["谈话记录"],
    strength: "must",
    from: from2014,
    cite: admission,
    note: DIGEST,
  },
  {
    id: "file-03",
    step: "recommendation",
    label: { zh: "推荐积极分子", en: "recommendation" },
    stage: "applicant",
    after: ["interview"],
    documents: ["推荐意见"],
    strength: "must",
    from: from2014,
    cite: admission,
    note: DIGEST,
  },
  {
    id: "file-04",
    step: "activist",
    label: { zh: "确定为入党积极分子并备案", en: "decision on the activist, filed" },
    stage: "activist",
    after: ["recommendation"],
    documents: ["支委会决议", "备案报告"],
    strength: "must",
    from: from2014,
    cite: admission,
    note: DIGEST,
  },
  {
    id: "file-05",
    step: "mentors",
    label: { zh: "指定培养联系人", en: "mentors" },
    stage: "activist",
    after: ["activist"],
    documents: ["培养联系人名单"],
    strength: "must",
    from: from2014,
    cite: admission,
    note: DIGEST,
  },
  {
    id: "file-06",
    step: "review",
    label: { zh: "每半年考察", en: "half-yearly review" },
    stage: "activist",
    after: ["activist"],
    each: { length: { amount: 6, unit: "month" }, until: "candidate" },
    documents: ["考察意见"],
    strength: "must",
    from: from2014,
    cite: admission,
    note: DIGEST,
  },
  {
    id: "file-07",
    step: "candidate",
    label: { zh: "确定为发展对象并备案", en: "decision on the candidate, filed" },
    stage: "candidate",
    after: ["activist"],
    notBefore: { amount: 1, unit: "year" },
    documents: ["支委会决议", "备案报告"],
    strength: "must",
    from: from2014,
    cite: admission13,
    note: "条号据记忆",
  },
  {
    id: "file-08",
    step: "sponsors",
    label: { zh: "确定入党介绍人", en: "sponsors" },
    stage: "candidate",
    after: ["candidate"],
    documents: ["入党介绍人名单"],
    strength: "must",
    from: from2014,
    cite: admission,
    note: DIGEST,
  },
  {
    id: "file-09",
    step: "vetting",
    label: { zh: "政治审查", en: "political vetting" },
    stage: "candidate",
    after: ["candidate"],
    documents: ["政审材料"],
    strength: "must",
    from: from2014,
    cite: admission,
    note: DIGEST,
  },
  {
    id: "file-10",
    step: "training",
    label: { zh: "集中培训", en: "training" },
    stage: "candidate",
    after: ["candidate"],
    documents: ["培训证明"],
    strength: "must",
    from: from2014,
    cite: admission,
    note: DIGEST,
  },
  {
    id: "file-11",
    step: "preReview",
    label: { zh: "审批机关预审", en: "pre-review by the approving committee" },
    stage: "candidate",
    after: ["sponsors", "vetting", "training"],
    documents: ["预审意见"],
    strength: "must",
    from: from2014,
    cite: admission,
    note: DIGEST,
  },
  {
    id: "file-12",
    step: "meeting",
    label: { zh: "支部大会讨论", en: "branch meeting" },
    stage: "candidate",
    after: ["preReview"],
    within: { amount: 1, unit: "month" },
    documents: ["入党志愿书", "支部大会决议"],
    strength: "should",
    from: from2014,
    cite: admission,
    note: DIGEST,
  },
  {
    id: "file-13",
    step: "approval",
    label: { zh: "审批", en: "approval" },
    stage: "probationary",
    after: ["meeting"],
    within: { amount: 3, unit: "month" },
    documents: ["审批意见"],
    strength: "should",
    from: from2014,
    cite: admission,
    note: DIGEST,
  },
  {
    id: "file-14",
    step: "confirmation",
    label: { zh: "讨论转正", en: "branch meeting on full membership" },
    stage: "probationary",
    after: ["meeting"],
    notBefore: { amount: 1, unit: "year" },
    documents: ["转正申请书", "支部大会决议"],
    strength: "must",
    from: from2014,
    cite: admission32,
  },
  {
    id: "file-15",
    step: "confirmationApproval",
    label: { zh: "审批转正", en: "approval of full membership" },
    stage: "full",
    after: ["confirmation"],
    documents: ["审批意见"],
    strength: "must",
    from: from2014,
    cite: admission33,
  },
]

/**
 * Which of {@link steps} proves which condition of admission.
 *
 * @category instances
 * @since 0.1.0
 */
export const proofs: Proofs = {
  mentors: "mentors",
  sponsors: "sponsors",
  vetting: "vetting",
  training: "training",
  preReview: "preReview",
}

/**
 * The rules of transfers.
 *
 * @category instances
 * @since 0.1.0
 */
export const transfers: ReadonlyArray<TransferRule> = [
  {
    id: "letter",
    strength: "should",
    breach: "found",
    from: from2019,
    cite: letters,
    note: "“一般不超过三个月”，取九十天；同类材料另有市内十天左右、市外三十天左右，跨省不超过六个月等说法，未有定论；施行日未见，取2019年",
    says: { is: "validity", length: { amount: 90, unit: "day" } },
  },
  {
    id: "beyond",
    strength: "must",
    breach: "refused",
    from: from2019,
    cite: education25,
    note: "原文只说有审批权的基层党委可以在全国范围直接转接；其余的不得直接转往县外，属推断",
    says: { is: "beyond", capability: "transferNationwide" },
  },
]
