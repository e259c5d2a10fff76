/**
 * The sentences of every fault and finding that the organisation side raises, in Chinese and English.
 *
 * @since 0.1.0
 */
import type { CivilDateFault } from "../foundation/CivilDate.js"
import type { CoordinateFault } from "../foundation/Coordinate.js"
import type { Texts } from "../foundation/Fault.js"
import type { Label } from "../foundation/Label.js"
import type { AdministrativeUnitFault } from "./AdministrativeUnit.js"
import type { CensusFault } from "./Census.js"
import type { ChangeProcedureCode } from "./ChangeProcedure.js"
import type { DevelopmentFileCode, DevelopmentFileFault } from "./DevelopmentFile.js"
import type { DevelopmentPlanFault } from "./DevelopmentPlan.js"
import type { DualRoleCode } from "./DualRole.js"
import type { DuesFault } from "./Dues.js"
import type { DuesLedgerCode, DuesLedgerFault } from "./DuesLedger.js"
import type { DuesStatementFault } from "./DuesStatement.js"
import type { ElectionFault } from "./Election.js"
import type { ElectionRuleCode, ElectionRuleFault } from "./ElectionRule.js"
import type { EstablishmentCode, EstablishmentFault } from "./Establishment.js"
import type { ForestFault } from "./Forest.js"
import type { FranchiseFault } from "./Franchise.js"
import type { GridFault } from "./Grid.js"
import type { GridCoverageFault } from "./GridCoverage.js"
import type { GridRuleCode } from "./GridRule.js"
import type { HeadCountFault } from "./HeadCount.js"
import type { IdentityNumberFault } from "./IdentityNumber.js"
import { type MemberFault, restrictions, stages } from "./Member.js"
import { type DayCode, happenings, type LifeFault, steps } from "./MemberRecord.js"
import { type MemberRuleFault, matterNames } from "./MemberRule.js"
import type { OrganisationFault } from "./Organisation.js"
import { type OrganisationChangeFault, reasons } from "./OrganisationChange.js"
import type { OrganisationCodeCode } from "./OrganisationCode.js"
import { capabilityLabels, type OrganisationKind, type OrganisationKindCode } from "./OrganisationKind.js"
import type { PartyCoverageFault } from "./PartyCoverage.js"
import type { PartyTreeCode, PartyTreeFault } from "./PartyTree.js"
import type { PersonCode, PersonFault } from "./Person.js"
import type { PostFault } from "./Post.js"
import type { PostRollFault } from "./PostRoll.js"
import type { PostRuleCode } from "./PostRule.js"
import type { RollCode, RollFault } from "./Roll.js"
import type { TallyFault } from "./Tally.js"
import type { TeamCode, TeamFault } from "./Team.js"
import type { TenureCode, TenureFault } from "./Tenure.js"
import { type TransferCode, type TransferFault, happenings as transferHappenings } from "./Transfer.js"
import type { UnitTreeCode } from "./UnitTree.js"
import type { VoteRuleCode, VoteRuleFault } from "./VoteRule.js"

// ---------------------------------------------------------------- constructors

type Code =
  | OrganisationKindCode
  | OrganisationCodeCode
  | OrganisationFault["code"]
  | AdministrativeUnitFault["code"]
  | HeadCountFault["code"]
  | EstablishmentFault["code"]
  | EstablishmentCode
  | DuesFault["code"]
  | DuesLedgerFault["code"]
  | DuesStatementFault["code"]
  | DuesLedgerCode
  | PartyCoverageFault["code"]
  | GridCoverageFault["code"]
  | GridFault["code"]
  | GridRuleCode
  | MemberFault["code"]
  | MemberRuleFault["code"]
  | LifeFault["code"]
  | DayCode
  | Exclude<DevelopmentFileFault["code"], CoordinateFault["code"]>
  | DevelopmentFileCode
  | DevelopmentPlanFault["code"]
  | TransferFault["code"]
  | TransferCode
  | RollFault["code"]
  | RollCode
  | ForestFault["code"]
  | PartyTreeFault["code"]
  | PartyTreeCode
  | UnitTreeCode
  | CensusFault["code"]
  | OrganisationChangeFault["code"]
  | ChangeProcedureCode
  | IdentityNumberFault["code"]
  | PersonFault["code"]
  | PersonCode
  | PostFault["code"]
  | PostRollFault["code"]
  | PostRuleCode
  | TeamFault["code"]
  | TeamCode
  | Exclude<TenureFault["code"], CivilDateFault["code"]>
  | TenureCode
  | VoteRuleFault["code"]
  | VoteRuleCode
  | FranchiseFault["code"]
  | ElectionRuleFault["code"]
  | ElectionRuleCode
  | DualRoleCode
  | TallyFault["code"]
  | ElectionFault["code"]

type Words = Readonly<Record<string, Label>>

const stageWords: Words = { none: { zh: "尚未申请入党", en: "not an applicant" }, ...stages }
const stepWords: Words = { ...steps, ...matterNames }
const eventWords: Words = {
  ...happenings,
  ...transferHappenings,
  full: happenings.confirmed,
  restriction: { zh: "党员权利变动", en: "change of rights" },
  mobile: { zh: "流动党员登记变动", en: "change of being mobile" },
}
const fieldWords: Words = {
  admittedOn: { zh: "入党日期", en: "day of admission" },
  fullFrom: { zh: "转正日期", en: "day of full membership" },
  reportedOn: { zh: "上报日期", en: "day of the report" },
  filedOn: { zh: "备案日期", en: "day of filing" },
  lastContact: { zh: "最后联系日期", en: "day of the last contact" },
  since: { zh: "起始日期", en: "first day" },
  until: { zh: "截止日期", en: "last day" },
}
const duesWords: Words = {
  rate: { zh: "交纳比例", en: "rate" },
  fixed: { zh: "定额", en: "tariff" },
  base: { zh: "计算基数", en: "base" },
  round: { zh: "取舍办法", en: "rounding" },
  start: { zh: "起交月份", en: "first month" },
}

/**
 * The texts with the names of kinds (党组织类型) in place of their ids: kinds are data of each place, so that the texts alone
 * do not know them.
 *
 * @example
 * ```ts
 * import { Fault } from "dangjian/foundation"
 * import { OrganisationTexts } from "dangjian/organisation"
 * import { PrimaryKinds } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const fault = Fault.make("organisationChange.place", { id: "g1", kind: "partyGroup", parent: "townshipCommittee" }) // made up
 * const texts = OrganisationTexts.withKinds(PrimaryKinds.kinds)
 * assert.equal(Fault.sentence(texts, fault, "zh"), "“g1”（党小组）不得设在“乡镇党委”类党组织之下")
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const withKinds = (kinds: ReadonlyArray<Pick<OrganisationKind, "id" | "label">>): Texts => {
  const labels = Object.fromEntries(kinds.map(({ id, label }) => [id, label]))
  const named: Record<string, Texts[string]> = {}
  for (const [code, text] of Object.entries<Texts[string]>(texts)) {
    // Beside a kind, what stands above it is a kind too; else it is an id.
    const words = { kind: labels, ...(text.zh.includes("{kind}") ? { parent: labels } : {}), ...text.words }
    named[code] = { ...text, words }
  }
  return named
}

// ---------------------------------------------------------------- instances

/**
 * Code → sentence. `{name}` stands for a parameter of the fault.
 *
 * @category instances
 * @since 0.1.0
 */
export const texts: Texts<Code> = {
  // OrganisationKind, Organisation, AdministrativeUnit
  "organisationKind.notOfKind": {
    zh: "“{kind}”类党组织不具有权限“{capability}”",
    en: 'organisations of kind {kind} do not have the capability "{capability}"',
  },
  "organisationKind.notGiven": {
    zh: "“{kind}”类党组织应有权限“{capability}”，而未赋予",
    en: 'organisations of kind {kind} have the capability "{capability}", which this one was not given',
  },
  "organisationKind.exercisedWithout": {
    zh: "没有赋予权限“{capability}”（{kind}）",
    en: 'the capability "{capability}" was never given to this organisation of kind {kind}',
  },
  "organisation.idTwice": { zh: "党组织编号“{id}”重复", en: 'the organisation "{id}" stands twice' },
  "organisation.unitTwice": { zh: "“{id}”的单位“{value}”重复", en: '"{id}" lists the unit "{value}" twice' },
  "organisation.capabilityTwice": {
    zh: "“{id}”的权限“{value}”重复",
    en: '"{id}" lists the capability "{value}" twice',
  },
  "administrativeUnit.idTwice": { zh: "单位编号“{id}”重复", en: 'the unit "{id}" stands twice' },
  "administrativeUnit.count": { zh: "个数{value}小于零", en: "the count {value} is below nought" },
  // Forest
  "forest.twice": { zh: "编号“{id}”重复", en: 'the id "{id}" stands twice' },
  "forest.twoParents": {
    zh: "“{id}”有两个上级：“{one}”和“{other}”",
    en: '"{id}" stands under two: "{one}" and "{other}"',
  },
  "forest.noSuchParent": {
    zh: "“{id}”的上级“{parent}”不存在",
    en: '"{id}" stands under "{parent}", which is not there',
  },
  "forest.ring": { zh: "{count}个互为上下级：{members}", en: "{count} stand under one another in a ring: {members}" },
  // PartyTree, UnitTree
  "partyTree.noPlace": {
    zh: "“{kind}”不在党组织隶属树之内",
    en: 'a body of kind "{kind}" has no place in the tree of Party supervision',
  },
  "partyTree.noSuchKind": { zh: "没有“{kind}”这一组织类型", en: 'there is no kind of organisation "{kind}"' },
  "partyTree.noSuchUnit": { zh: "没有单位“{unit}”", en: 'there is no unit "{unit}"' },
  "partyTree.unitTwice": { zh: "单位“{unit}”重复", en: 'the unit "{unit}" stands twice' },
  "partyTree.unlawfulPlace": {
    zh: "{kind}不得隶属于{parent}，可以隶属于：{lawful}",
    en: "{kind} may not stand under {parent}, but under: {lawful}",
  },
  "partyTree.orphan": {
    zh: "{kind}没有上级党组织，应隶属于：{lawful}",
    en: "{kind} stands under nothing; it may under: {lawful}",
  },
  "partyTree.unapprovedPlace": {
    zh: "{kind}隶属于{parent}，须经{by}批准",
    en: "{kind} stands under {parent}, which {by} is to approve",
  },
  "unitTree.unlawfulPlace": {
    zh: "{kind}不得隶属于{parent}，可以隶属于：{lawful}",
    en: "{kind} may not lie in {parent}, but in: {lawful}",
  },
  "unitTree.orphan": {
    zh: "{kind}没有上级单位，应隶属于：{lawful}",
    en: "{kind} lies in nothing; it may in: {lawful}",
  },
  "unitTree.unapprovedPlace": {
    zh: "{kind}隶属于{parent}，须经{by}批准",
    en: "{kind} lies in {parent}, which {by} is to approve",
  },
  // OrganisationCode
  "organisationCode.shape": {
    zh: "编码“{code}”不合编码规则",
    en: 'the code "{code}" does not have the shape of the scheme',
  },
  "organisationCode.twice": { zh: "编码“{code}”有{count}个", en: '{count} have the code "{code}"' },
  "organisationCode.notUnderParent": {
    zh: "编码“{code}”不在上级编码“{above}”之下",
    en: 'the code "{code}" is not under "{above}", the code above it',
  },
  "organisationCode.skipsLevel": {
    zh: "编码“{code}”在上级编码“{above}”之下跳级",
    en: 'the code "{code}" skips levels under "{above}", the code above it',
  },
  // OrganisationChange
  "organisationChange.unknown": { zh: "没有党组织“{id}”", en: 'there is no organisation "{id}"' },
  "organisationChange.ended": { zh: "党组织“{id}”已于{on}撤销", en: 'the organisation "{id}" ended on {on}' },
  "organisationChange.idTaken": {
    zh: "编号“{id}”已用于另一党组织，不得再用",
    en: 'the id "{id}" has been given to an organisation before',
  },
  "organisationChange.idTwice": { zh: "“{id}”重复出现", en: '"{id}" comes twice' },
  "organisationChange.kind": {
    zh: "党组织“{id}”的类型“{kind}”没有规定",
    en: 'the kind "{kind}" of the organisation "{id}" is not laid down',
  },
  "organisationChange.place": {
    zh: "“{id}”（{kind}）不得设在“{parent}”类党组织之下",
    en: '"{id}" of kind {kind} may not stand under an organisation of kind {parent}',
  },
  "organisationChange.root": {
    zh: "“{id}”（{kind}）须有上级党组织",
    en: '"{id}" of kind {kind} needs an organisation above it',
  },
  "organisationChange.cycle": {
    zh: "“{id}”不得隶属于自己或自己的下级“{supervisedBy}”",
    en: '"{id}" cannot stand under "{supervisedBy}", which is itself or below it',
  },
  "organisationChange.orphan": {
    zh: "“{id}”撤销后，其下级“{child}”没有去向",
    en: '"{child}" below "{id}" is left without a superior when that ends',
  },
  "organisationChange.notBelow": {
    zh: "“{id}”不是有关党组织的下级",
    en: '"{id}" is not below the organisations concerned',
  },
  "organisationChange.members": {
    zh: "没有写明“{id}”的党员去向",
    en: 'nothing says where the members of "{id}" go',
  },
  "organisationChange.membersLeft": {
    zh: "有{members}名党员没有去向",
    en: "{members} members are left without a branch",
  },
  "organisationChange.holdsNone": {
    zh: "“{id}”（{kind}）不直接管理党员",
    en: 'no member belongs to "{id}" of kind {kind} directly',
  },
  "organisationChange.noneToPlace": {
    zh: "本次变更没有要安排去向的党员",
    en: "the change leaves no members to be placed",
  },
  "organisationChange.notThere": {
    zh: "党员“{id}”不在有关党组织",
    en: 'the member "{id}" does not belong to the organisations concerned',
  },
  "organisationChange.alone": {
    zh: "合并须有两个以上党组织，现有{bodies}个",
    en: "a merger takes two organisations or more, here {bodies}",
  },
  "organisationChange.reason": {
    zh: "没有规定以“{reason}”为由的撤销",
    en: 'no ending for the reason "{reason}" is laid down',
    words: { reason: reasons },
  },
  "organisationChange.successors": {
    zh: "以“{reason}”为由撤销，承继的党组织数应为{on}，现有{given}个",
    en: 'an ending for the reason "{reason}" asks for {on} as the number of successors, here {given}',
    words: { reason: reasons },
  },
  "organisationChange.successorKind": {
    zh: "以“{reason}”为由撤销，“{id}”（{kind}）不能承继",
    en: '"{id}" of kind {kind} cannot come after an ending for the reason "{reason}"',
    words: { reason: reasons },
  },
  "organisationChange.unitTwice": { zh: "单位“{unit}”重复出现", en: 'the unit "{unit}" comes twice' },
  "organisationChange.capabilityTwice": {
    zh: "权限“{capability}”重复出现",
    en: 'the capability "{capability}" comes twice',
  },
  "organisationChange.notYet": {
    zh: "“{id}”的成立日期{established}在{on}之后",
    en: '"{id}" was established in {established}, after {on}',
  },
  "organisationChange.aliasTwice": {
    zh: "“{id}”早已归并到“{of}”",
    en: '"{id}" leads to "{of}" already',
  },
  "organisationChange.aliasRing": {
    zh: "“{id}”与“{of}”已是同一党组织，不得互相归并",
    en: '"{of}" leads to "{id}" already',
  },
  // ChangeProcedure
  "changeProcedure.noApprover": {
    zh: "“{entry}”没有写明批准单位",
    en: 'nothing says who decided "{entry}"',
  },
  "changeProcedure.approver": {
    zh: "“{entry}”由“{by}”（{kind}）批准，该级党组织无权批准",
    en: '"{entry}" was decided by "{by}" of kind {kind}, which may not decide it',
  },
  "changeProcedure.late": {
    zh: "“{entry}”于{applied}申请，应在{due}前批复，实为{decided}",
    en: '"{entry}" was applied for on {applied}, due by {due}, and decided on {decided}',
  },
  "changeProcedure.notElected": {
    zh: "“{entry}”没有党员大会选举的记录",
    en: 'no election by the members is recorded for "{entry}"',
  },
  "changeProcedure.electedBefore": {
    zh: "“{entry}”于{decided}批准，而{elected}已经选举",
    en: '"{entry}" was decided on {decided}, and the election held on {elected} before it',
  },
  "changeProcedure.notFiled": { zh: "“{entry}”没有备案记录", en: '"{entry}" is not recorded as filed' },
  "changeProcedure.filedElsewhere": {
    zh: "“{entry}”应报“{due}”备案，实报“{with}”",
    en: '"{entry}" should be filed with "{due}", and was with "{with}"',
  },
  "changeProcedure.about": {
    zh: "所记“{entry}”不在有效的变更之列",
    en: 'the change "{entry}" that it is about does not stand',
  },
  // IdentityNumber
  "identityNumber.malformed": {
    zh: "不是身份号码的写法（{length}位）",
    en: "is not written as an identity number ({length} signs)",
  },
  "identityNumber.birthDate": {
    zh: "身份号码中的出生日期不存在",
    en: "the day of birth in the identity number does not exist",
  },
  "identityNumber.checkDigit": { zh: "身份号码的校验码不符", en: "the check digit of the identity number is wrong" },
  "identityNumber.notSealed": { zh: "此处只能保存掩码和摘要", en: "only a mask and a digest may stand here" },
  // Person
  "person.twice": { zh: "人员编号“{id}”重复", en: 'the person id "{id}" stands twice' },
  "person.identityTwice": {
    zh: "“{id}”与“{other}”的身份号码相同",
    en: '"{id}" and "{other}" have the same identity number',
  },
  "person.bornLater": { zh: "出生日期{born}晚于{on}", en: "born on {born}, after {on}" },
  "person.numberInText": { zh: "“{field}”中写有身份号码", en: 'an identity number is written in "{field}"' },
  "person.otherBirth": {
    zh: "出生日期{born}与身份号码不符",
    en: "born on {born}, which is not what the identity number says",
  },
  "person.otherSex": { zh: "性别与身份号码不符", en: "the sex is not what the identity number says" },
  "person.underAge": { zh: "出生于{born}，至{on}未满{least}周岁", en: "born on {born}, not yet {least} on {on}" },
  "person.ageUncertain": {
    zh: "出生日期只知为{born}，至{on}是否年满{least}周岁无法判定",
    en: "of the date of birth only {born} is known: whether {least} years are completed on {on} cannot be told",
  },
  "person.birthUnknown": {
    zh: "出生日期未登记，至{on}是否年满{least}周岁无法判定",
    en: "the date of birth is not known: whether {least} years are completed on {on} cannot be told",
  },
  // Member
  "member.twice": { zh: "“{person}”在名册中出现两次", en: '"{person}" stands twice in the roll' },
  "member.twoBranches": {
    zh: "“{person}”同时在“{one}”和“{other}”两个支部",
    en: '"{person}" is in two branches, "{one}" and "{other}"',
  },
  "member.noFullDay": {
    zh: "正式党员“{person}”缺转正日期",
    en: 'the full member "{person}" has no day of full membership',
  },
  "member.fullDayTooSoon": {
    zh: "预备党员“{person}”却有转正日期{on}",
    en: 'the probationary member "{person}" has a day of full membership, {on}',
  },
  "member.fullBeforeAdmission": {
    zh: "“{person}”的转正日期{fullFrom}早于入党日期{admittedOn}",
    en: '"{person}" is a full member from {fullFrom}, before the admission on {admittedOn}',
  },
  "member.later": {
    zh: "“{person}”的日期{day}晚于名册日期{on}",
    en: 'the day {day} of "{person}" is after that of the roll, {on}',
  },
  // MemberRule
  "memberRule.twice": { zh: "规定编号“{id}”重复", en: 'the id "{id}" of a rule stands twice' },
  "memberRule.twoOfOne": {
    zh: "“{id}”与“{other}”同时对同一事项作出规定",
    en: '"{id}" and "{other}" rule on one matter at the same time',
  },
  // MemberLife
  "memberLife.stage": {
    zh: "当前阶段“{stage}”不能办理“{step}”",
    en: 'the step "{step}" has no place at the stage "{stage}"',
    words: { stage: stageWords, step: stepWords },
  },
  "memberLife.outOfOrder": { zh: "日期{on}早于已登记的{last}", en: "{on} is before what is on record already, {last}" },
  "memberLife.date": {
    zh: "日期“{field}”缺失或不合理：{day}",
    en: 'the date "{field}" is missing or cannot be: {day}',
    words: { field: fieldWords },
  },
  "memberLife.pending": {
    zh: "{on}通过的“{matter}”还待审批",
    en: 'the resolution "{matter}" of {on} still waits for approval',
    words: { matter: matterNames },
  },
  "memberLife.nothingPending": { zh: "没有待审批的决议", en: "no resolution waits for approval" },
  "memberLife.ownApproval": { zh: "“{body}”不能审批自己的决议", en: '"{body}" cannot approve its own resolution' },
  "memberLife.noRule": {
    zh: "缺少关于“{says}”的规定",
    en: 'no rule says anything of "{says}"',
    words: { says: { probation: { zh: "预备期", en: "the length of probation" } } },
  },
  "memberLife.lostAlready": { zh: "已登记为失去联系", en: "contact is on record as lost already" },
  "memberLife.notLost": { zh: "没有失去联系的登记", en: "contact is not on record as lost" },
  "memberLife.suspendedAlready": { zh: "党籍已经停止", en: "membership is suspended" },
  "memberLife.notSuspended": { zh: "党籍没有因此停止", en: "membership is not suspended for this" },
  "memberLife.rightsRestAlready": { zh: "党员权利已经中止", en: "the rights rest already" },
  "memberLife.rightsDoNotRest": { zh: "党员权利并未因此中止", en: "the rights do not rest for this" },
  "memberLife.correctionRuns": { zh: "限期改正尚未结束，期限至{until}", en: "another correction runs, until {until}" },
  "memberLife.noCorrection": { zh: "没有进行中的限期改正", en: "no correction runs" },
  "memberLife.advisedAlready": { zh: "已经劝其退党", en: "the member has been advised to withdraw already" },
  "memberLife.awayAlready": { zh: "已登记为流动党员", en: "the member is registered as mobile already" },
  "memberLife.notAway": { zh: "没有流动党员登记", en: "the member is not registered as mobile" },
  "memberLife.probationRuns": {
    zh: "留党察看期限至{until}，尚未届满",
    en: "probation within the Party runs until {until}",
  },
  "memberLife.notMonth": { zh: "“{value}”不是月份（YYYY-MM）", en: '"{value}" is no month (YYYY-MM)' },
  "memberLife.underAge": { zh: "{on}不满{years}周岁", en: "has not completed {years} years on {on}" },
  "memberLife.ageUncertain": {
    zh: "出生日期不明，{on}是否年满{years}周岁无法确定",
    en: "the date of birth leaves open whether {years} years are completed on {on}",
  },
  "memberLife.mentors": {
    zh: "培养联系人{count}名，应为{least}至{most}名",
    en: "{count} mentors, and there have to be {least} to {most}",
  },
  "memberLife.sponsors": {
    zh: "入党介绍人{count}名，应为{least}至{most}名",
    en: "{count} sponsors, and there have to be {least} to {most}",
  },
  "memberLife.patronNotFull": {
    zh: "“{person}”不是权利完整的正式党员",
    en: '"{person}" is no full member with all rights',
  },
  "memberLife.cultivation": {
    zh: "自{from}培养考察至{on}，应不早于{bound}",
    en: "cultivated from {from} to {on}, and it can be {bound} at the earliest",
  },
  "memberLife.training": {
    zh: "培训{days}天、{hours}学时，不够",
    en: "{days} days and {hours} class-hours of training do not suffice",
  },
  "memberLife.notVetted": { zh: "未经政治审查", en: "not vetted" },
  "memberLife.notPreReviewed": { zh: "未经审批机关预审", en: "not reviewed beforehand by the approving committee" },
  "memberLife.lateVote": {
    zh: "{from}预审，{on}才讨论，一般应不迟于{bound}",
    en: "voted on {on}, after the pre-review of {from}, generally by {bound}",
  },
  "memberLife.leavesUnit": {
    zh: "{on}将离开单位，距{from}的讨论太近，应不早于{bound}",
    en: "leaves the unit on {on}, too soon after the vote of {from}: not before {bound}",
  },
  "memberLife.readmission": {
    zh: "{from}被开除党籍，{bound}起才可以重新入党",
    en: "expelled on {from}, not to be admitted again before {bound}",
  },
  "memberLife.notCarried": { zh: "支部大会未通过", en: "the branch meeting did not carry it" },
  "memberLife.mayNotResolve": {
    zh: "“{body}”不得讨论决定“{matter}”（缺“{capability}”）",
    en: '"{body}" may not resolve on "{matter}" (it lacks "{capability}")',
    words: { matter: matterNames, capability: capabilityLabels },
  },
  "memberLife.mayNotApprove": {
    zh: "“{body}”无权审批“{matter}”（缺“{capability}”）",
    en: '"{body}" may not approve "{matter}" (it lacks "{capability}")',
    words: { matter: matterNames, capability: capabilityLabels },
  },
  "memberLife.lateReport": {
    zh: "{from}通过，{on}才上报，超过{bound}，应当重新讨论",
    en: "carried on {from} and reported on {on}, after {bound}: to be discussed again",
  },
  "memberLife.redo": {
    zh: "{from}通过，{on}才上报，超过{bound}，应当重新履行手续",
    en: "carried on {from} and reported on {on}, after {bound}: to be gone through anew",
  },
  "memberLife.lateApproval": {
    zh: "{from}通过，{on}才审批，超过{bound}，须有特殊情况",
    en: "carried on {from} and approved on {on}, after {bound}: for special reasons only",
  },
  "memberLife.lapsed": {
    zh: "{from}通过的决议至{on}已过最长审批期限{bound}",
    en: "carried on {from}, and on {on} past the longest time for approval, {bound}",
  },
  "memberLife.probation": { zh: "预备期至{until}，尚未届满", en: "probation runs until {until}" },
  "memberLife.extensionLength": {
    zh: "延长{months}个月，不在允许的范围内",
    en: "an extension by {months} months is out of bounds",
  },
  "memberLife.extendedAlready": { zh: "预备期只能延长{times}次", en: "probation can be extended {times} times only" },
  "memberLife.notFiled": { zh: "退党除名没有报上级备案", en: "the resignation was not filed with the superior" },
  "memberLife.noDefault": {
    zh: "同一事由最多连续{months}个月，不构成自行脱党",
    en: "{months} consecutive months of one default do not come to giving up membership",
  },
  "memberLife.lostTooShort": {
    zh: "{from}失去联系，{bound}起才可以停止党籍",
    en: "contact lost on {from}: membership cannot be suspended before {bound}",
  },
  "memberLife.notSearched": { zh: "没有查找的记录", en: "no search is on record" },
  "memberLife.abroadTooShort": {
    zh: "{from}出国（境），至{on}未超过规定年限（{bound}）",
    en: "abroad from {from}, which on {on} is not longer than the rule says ({bound})",
  },
  "memberLife.strikeOffTooSoon": {
    zh: "{from}停止党籍，{bound}起才可以除名",
    en: "membership suspended on {from}: not to be struck off before {bound}",
  },
  "memberLife.outOfTurn": {
    zh: "“{affair}”未依次经过前一步处置",
    en: 'the disposal before this was left out for "{affair}"',
  },
  "memberLife.metAlready": {
    zh: "“{affair}”已经作过处理（{met}），不得重复",
    en: '"{affair}" has been met already ({met}) and is not met twice',
    words: { met: { penalty: { zh: "党纪处分", en: "a penalty" }, disposal: { zh: "组织处置", en: "a disposal" } } },
  },
  "memberLife.adviceStage": {
    zh: "劝退不适用于“{stage}”",
    en: 'advice to withdraw is not for the stage "{stage}"',
    words: { stage: stageWords },
  },
  "memberLife.penaltyStage": {
    zh: "党纪处分不适用于“{stage}”",
    en: 'penalties are not for the stage "{stage}"',
    words: { stage: stageWords },
  },
  "memberLife.penaltyYears": {
    zh: "处分期限{years}年不合规定",
    en: "a term of {years} years is not one the rule knows",
  },
  "memberLife.correctionTooLong": {
    zh: "限期改正自{from}至{on}，一般不超过{bound}",
    en: "a correction from {from} to {on} is generally not to run past {bound}",
  },
  "memberLife.mobileTooShort": {
    zh: "外出自{from}至{on}，未满流动党员的期限（{bound}）",
    en: "away from {from} to {on}, too short for a mobile member ({bound})",
  },
  "memberLife.approvalOverdue": {
    zh: "{from}通过的决议应不迟于{bound}审批",
    en: "carried on {from}, approval was due by {bound}",
  },
  "memberLife.probationOver": {
    zh: "预备期已于{until}届满，尚未讨论",
    en: "probation ended on {until} and nothing was decided",
  },
  "memberLife.disciplineOver": {
    zh: "留党察看已于{until}期满，尚未恢复党员权利",
    en: "probation within the Party ended on {until} and the rights were not restored",
  },
  "memberLife.correctionOver": {
    zh: "限期改正已于{until}到期，尚无结论",
    en: "the correction ran out on {until} and nothing was decided",
  },
  "memberLife.shouldTransfer": {
    zh: "自{from}在固定地点外出，应当转移组织关系（{bound}起）",
    en: "at a fixed place away since {from}: to be transferred from {bound} on",
  },
  "memberLife.filesTooLong": {
    zh: "毕业后组织关系自{from}留在学校，一般不超过{bound}",
    en: "files left at the university since {from}, generally not past {bound}",
  },
  "memberLife.contactDue": {
    zh: "上次联系是{from}，应不迟于{bound}再联系",
    en: "last contact on {from}, the next was due by {bound}",
  },
  "memberLife.abroadTooLong": {
    zh: "{from}出国（境）学习研究，{bound}以后仍未返回，一般停止党籍",
    en: "abroad for study since {from} and not back after {bound}: membership is generally suspended",
  },
  // DevelopmentFile
  "developmentFile.unknownStep": { zh: "没有“{step}”这一步", en: 'there is no step "{step}"' },
  "developmentFile.stepTwice": { zh: "“{step}”出现两次", en: 'the step "{step}" stands twice' },
  "developmentFile.late": {
    zh: "“{step}”{on}才完成，应不迟于{by}",
    en: '"{step}" was done on {on}, and was due by {by}',
  },
  "developmentFile.overdue": { zh: "“{step}”应不迟于{by}完成", en: '"{step}" was due by {by}' },
  "developmentFile.tooSoon": {
    zh: "“{step}”{on}完成，应不早于{notBefore}",
    en: '"{step}" was done on {on}, before {notBefore}',
  },
  "developmentFile.outOfOrder": {
    zh: "“{step}”{on}完成，前一步还没有",
    en: '"{step}" was done on {on}, before what has to precede it',
  },
  "developmentFile.leftOut": { zh: "{from}至{to}没有“{step}”", en: 'no "{step}" from {from} to {to}' },
  "developmentFile.noDocument": {
    zh: "{on}的“{step}”缺“{document}”",
    en: 'the "{step}" of {on} lacks the document "{document}"',
  },
  // DevelopmentPlan
  "developmentPlan.twice": { zh: "“{id}”重复出现", en: '"{id}" stands twice' },
  "developmentPlan.year": { zh: "“{year}”不是年份", en: "{year} is no year" },
  // Transfer
  "transfer.open": { zh: "组织关系转接“{transfer}”还没有办结", en: 'the transfer "{transfer}" is still open' },
  "transfer.notOpen": { zh: "没有办理中的组织关系转接", en: "no transfer is open" },
  "transfer.notIssued": { zh: "介绍信尚未开出", en: "the letter has not been issued" },
  "transfer.idUsed": { zh: "编号“{transfer}”已经用过", en: 'the id "{transfer}" was used before' },
  "transfer.otherProposal": {
    zh: "办理中的是“{transfer}”，转往“{to}”",
    en: 'the open proposal is "{transfer}", to "{to}"',
  },
  "transfer.inTransit": { zh: "“{person}”正在转接途中（“{transfer}”）", en: '"{person}" is in transit ("{transfer}")' },
  "transfer.sameBranch": { zh: "转出和转入是同一支部“{branch}”", en: 'from "{branch}" to itself' },
  "transfer.otherBranch": {
    zh: "“{branch}”不是介绍信写明的“{to}”",
    en: '"{branch}" is not the branch of the letter, "{to}"',
  },
  "transfer.dissolved": { zh: "支部“{branch}”已于{on}撤销", en: 'the branch "{branch}" was dissolved on {on}' },
  "transfer.holdsNoMembers": { zh: "“{branch}”不能接收组织关系", en: '"{branch}" holds no members' },
  "transfer.stillGood": { zh: "介绍信有效期至{until}，尚未过期", en: "the letter is good until {until}" },
  "transfer.outOfOrder": { zh: "日期{on}早于已登记的{last}", en: "{on} is before what is on record already, {last}" },
  "transfer.letterPast": { zh: "介绍信已于{until}过期", en: "the letter ran out on {until}" },
  "transfer.termTooLong": {
    zh: "介绍信有效期至{until}，一般不超过{bound}",
    en: "a letter good until {until} is generally not to run past {bound}",
  },
  "transfer.mayNotSend": {
    zh: "“{body}”无权直接转往县外（缺“{capability}”）",
    en: '"{body}" may not send beyond the county by itself (it lacks "{capability}")',
    words: { capability: capabilityLabels },
  },
  "transfer.letterEnds": { zh: "介绍信“{transfer}”将于{until}过期", en: 'the letter "{transfer}" runs out on {until}' },
  // Roll
  "roll.twice": { zh: "“{person}”有两份党员档案", en: '"{person}" has two books' },
  "roll.twoBranches": {
    zh: "“{person}”已在“{one}”，又登记在“{other}”",
    en: '"{person}" is in "{one}" and is entered in "{other}" too',
  },
  "roll.admittedTwice": {
    zh: "“{person}”已是“{branch}”的党员，又登记一次",
    en: '"{person}" is a member of "{branch}" already',
  },
  "roll.noMembership": {
    zh: "“{person}”不是党员，却有“{event}”的记录",
    en: '"{person}" is no member, and yet has the event "{event}"',
    words: { event: eventWords },
  },
  "roll.notThere": {
    zh: "“{person}”不在“{branch}”（在“{in}”），不能从那里转出",
    en: '"{person}" is not in "{branch}" but in "{in}", and cannot be sent from there',
  },
  "roll.noTransfer": {
    zh: "“{person}”没有转接“{transfer}”，却有“{event}”的记录",
    en: '"{person}" has no open transfer "{transfer}" for the event "{event}"',
    words: { event: eventWords },
  },
  "roll.goneBranch": {
    zh: "“{person}”进入的支部“{branch}”已于{on}撤销",
    en: '"{person}" comes into "{branch}", which ended on {on}',
  },
  "roll.destinationGone": {
    zh: "“{person}”的介绍信“{transfer}”转往“{branch}”，该支部已于{on}撤销，须改转或者撤回",
    en: 'the letter "{transfer}" of "{person}" is to "{branch}", which ended on {on}: to be redirected or withdrawn',
  },
  "roll.leftBehind": {
    zh: "支部“{branch}”撤销时没有写明“{person}”去哪里",
    en: 'where "{person}" goes is not said when "{branch}" ends',
  },
  "roll.notInBranch": { zh: "“{person}”当时不在“{branch}”", en: '"{person}" was not in "{branch}" then' },
  "roll.leftInTransit": {
    zh: "“{person}”已出党，转接“{transfer}”还没有办结",
    en: '"{person}" left with the transfer "{transfer}" open',
  },
  "roll.namedTwice": {
    zh: "撤并调整的名单中“{person}”出现两次",
    en: '"{person}" is named twice where a branch is changed',
  },
  "roll.successionTwice": { zh: "撤并调整“{id}”重复", en: 'the change of a branch "{id}" stands twice' },
  "roll.endedAlready": {
    zh: "支部“{branch}”已于{on}撤销，又有调整",
    en: 'the branch "{branch}" had ended on {on} already',
  },
  "roll.unknownBranch": { zh: "组织树中没有“{branch}”", en: 'the tree has no "{branch}"' },
  "roll.underAge": { zh: "入党时（{on}）不满{years}周岁", en: "had not completed {years} years when admitted on {on}" },
  "roll.ageUncertain": {
    zh: "入党时（{on}）是否年满{years}周岁无法确定",
    en: "whether {years} years were completed on {on}, the day of admission, is not certain",
  },
  // Post
  "post.appointedTwice": {
    zh: "任职“{appointment}”登记了两次",
    en: 'the appointment "{appointment}" was recorded twice',
  },
  "post.endsUnknown": {
    zh: "免去的任职“{appointment}”没有登记",
    en: 'ends the appointment "{appointment}", which is not recorded',
  },
  "post.withdrawsNothing": { zh: "撤回没有指明记录", en: "the withdrawal names no record" },
  "post.endedTwice": { zh: "任职“{appointment}”结束了两次", en: 'the appointment "{appointment}" was ended twice' },
  // PostRoll
  "postRoll.twice": { zh: "编号“{id}”重复", en: 'the id "{id}" stands twice' },
  "postRoll.unknownKind": { zh: "没有“{kind}”这类职务", en: 'there is no kind of post "{kind}"' },
  "postRoll.unknownPost": { zh: "没有职务“{post}”", en: 'there is no post "{post}"' },
  "postRoll.unknownPerson": { zh: "没有人员“{person}”", en: 'there is no person "{person}"' },
  "postRoll.endsBefore": { zh: "{to}结束，不晚于{from}开始", en: "ends on {to}, not after it begins on {from}" },
  "postRoll.outsidePost": {
    zh: "{day}不在职务“{post}”存续期间",
    en: 'reaches past the life of the post "{post}" ({day})',
  },
  "postRoll.overlap": {
    zh: "“{person}”任“{post}”的时间与“{other}”重叠",
    en: '"{person}" holds "{post}" at the same time by "{other}"',
  },
  "postRoll.overSeats": {
    zh: "“{post}”设{seats}职，自{on}起有{holders}人任职",
    en: '"{post}" has {seats} seats and {holders} holders from {on} on',
  },
  // PostRule
  "postRule.apart": {
    zh: "任“{kind}”者不得同时任“{otherKind}”",
    en: 'whoever holds "{kind}" may not hold "{otherKind}" as well',
  },
  "postRule.shortTerm": {
    zh: "自{from}至{to}，不足{months}个月",
    en: "from {from} to {to}, fewer than {months} months",
  },
  "postRule.wrongBody": {
    zh: "“{kind}”不设在这类组织（{bodyKind}）",
    en: 'there is no "{kind}" in a body of this kind ({bodyKind})',
  },
  "postRule.tooFew": {
    zh: "“{kind}”{holders}人，少于{least}人",
    en: '{holders} holders of "{kind}", fewer than {least}',
  },
  "postRule.tooMany": {
    zh: "“{kind}”{holders}人，多于{most}人",
    en: '{holders} holders of "{kind}", more than {most}',
  },
  "postRule.stage": {
    zh: "任“{kind}”者应为“{stage}”，现为“{actual}”",
    en: 'whoever holds "{kind}" must be "{stage}" and is "{actual}"',
  },
  "postRule.load": {
    zh: "一人在{bodies}处任“{kind}”，多于{most}处",
    en: 'one person holds "{kind}" in {bodies} bodies, more than {most}',
  },
  // Team
  "team.twice": { zh: "工作组编号“{id}”重复", en: 'the team id "{id}" stands twice' },
  "team.endsBefore": { zh: "{to}不晚于{from}", en: "{to} is not after {from}" },
  "team.memberTwice": { zh: "“{person}”同时两次担任“{role}”", en: '"{person}" has the role "{role}" twice at a time' },
  "team.unknownPlan": { zh: "没有“{plan}”这类工作组", en: 'there is no plan "{plan}" of a team' },
  "team.unknownRole": { zh: "“{plan}”没有“{role}”这一角色", en: '"{plan}" has no role "{role}"' },
  "team.unknownPerson": { zh: "没有人员“{person}”", en: 'there is no person "{person}"' },
  "team.tooFew": { zh: "“{role}”{found}人，应有{least}人", en: '{found} in the role "{role}" instead of {least}' },
  "team.tooMany": { zh: "“{role}”{found}人，应为{most}人", en: '{found} in the role "{role}" instead of {most}' },
  "team.twoRoles": { zh: "“{person}”一人担任{roles}", en: '"{person}" has several roles: {roles}' },
  "team.notOfRole": {
    zh: "“{person}”不属于可任“{role}”的人",
    en: '"{person}" is not one of those the role "{role}" is for',
  },
  // Tenure
  "tenure.noRule": {
    zh: "没有“{sector}”领域“{kind}”的任期规定",
    en: 'no rule gives a term to "{kind}" in the sector "{sector}"',
  },
  "tenure.severalRules": {
    zh: "“{sector}”领域“{kind}”的任期规定不一：{rules}",
    en: 'several rules give "{kind}" in the sector "{sector}" different terms: {rules}',
  },
  "tenure.none": { zh: "“{kind}”由上级委派，没有届期", en: '"{kind}" is appointed and has no term' },
  "tenure.outsideTerm": {
    zh: "{on}不在任期内（至{endsOn}）",
    en: "{on} lies outside the term, which ends on {endsOn}",
  },
  "tenure.nextBefore": {
    zh: "下届选举{nextElectedOn}不晚于本届{electedOn}",
    en: "the next election on {nextElectedOn} is not after this one on {electedOn}",
  },
  "tenure.remindedBefore": {
    zh: "提醒日{remindedOn}早于选举日{electedOn}",
    en: "the reminder of {remindedOn} comes before the election of {electedOn}",
  },
  "tenure.shiftNone": {
    zh: "批准“{id}”至{until}，任期至{endsOn}，没有延期或提前",
    en: 'the approval "{id}" to {until} changes nothing about a term that ends on {endsOn}',
  },
  "tenure.shiftTwice": { zh: "批准“{id}”重复", en: 'the approval "{id}" stands twice' },
  "tenure.due": { zh: "任期至{endsOn}，应换届", en: "the term ends on {endsOn}; an election is due" },
  "tenure.overdue": {
    zh: "任期于{endsOn}届满，至{on}未换届",
    en: "the term ended on {endsOn} and no election was held by {on}",
  },
  "tenure.early": {
    zh: "任期至{endsOn}，{on}提前换届",
    en: "the term ends on {endsOn} and the election was early, on {on}",
  },
  "tenure.late": {
    zh: "任期于{endsOn}届满，{on}延期换届",
    en: "the term ended on {endsOn} and the election was late, on {on}",
  },
  "tenure.shiftTooLong": {
    zh: "“{shift}”批准至{until}，超过{limit}",
    en: '"{shift}" allows it until {until}, past {limit}',
  },
  "tenure.notReminded": {
    zh: "应于{due}提醒换届，尚未提醒",
    en: "the reminder was due on {due} and has not been given",
  },
  "tenure.remindedLate": {
    zh: "应于{due}提醒换届，{remindedOn}才提醒",
    en: "the reminder was due on {due} and was given on {remindedOn}",
  },
  // VoteRule
  "voteRule.share": { zh: "比例{text}不在零与一之间", en: "the share {text} does not lie between nought and one" },
  "voteRule.notCount": { zh: "“{value}”不是人数、票数", en: '"{value}" is not a count' },
  "voteRule.nobodyDue": { zh: "应到会人数为零", en: "nobody is due" },
  "voteRule.presentOverDue": {
    zh: "实到{present}人，多于应到{due}人",
    en: "{present} present, more than the {due} who are due",
  },
  "voteRule.votesOverPresent": {
    zh: "共{votes}票，多于实到{present}人",
    en: "{votes} votes, more than the {present} who are present",
  },
  "voteRule.writtenOverAbsent": {
    zh: "书面意见{opinions}份，多于缺席{absent}人",
    en: "{opinions} written opinions, more than the {absent} who are absent",
  },
  "voteRule.writtenNotCounted": {
    zh: "书面意见{opinions}份，此项表决不计书面意见",
    en: "{opinions} written opinions where none count",
  },
  "voteRule.several": {
    zh: "一次表决{candidates}人，应逐个表决",
    en: "{candidates} candidates in one vote; each is voted on alone",
  },
  "voteRule.notSecret": { zh: "应当无记名投票", en: "the ballot must be secret" },
  // Franchise
  "franchise.twice": { zh: "名册中“{person}”重复", en: '"{person}" stands twice on the roll' },
  "franchise.unknownPerson": { zh: "“{person}”不在名册", en: '"{person}" is not on the roll' },
  "franchise.excludedTwice": { zh: "“{person}”两次列为不计入应到会", en: '"{person}" is left out twice' },
  "franchise.unknownCategory": { zh: "没有“{category}”这类不计入应到会的情形", en: 'no rule leaves out "{category}"' },
  // ElectionRule
  "electionRule.none": { zh: "没有可用的规定：{what}", en: "there is no rule for {what}" },
  "electionRule.several": { zh: "规定不止一条：{what}：{rules}", en: "there are several rules for {what}: {rules}" },
  "electionRule.unknownVote": { zh: "没有表决规则“{vote}”", en: 'there is no rule of voting "{vote}"' },
  "electionRule.congressMembers": {
    zh: "党员{members}名，不足{least}名，不召开代表大会",
    en: "{members} members, fewer than the {least} for a congress",
  },
  "electionRule.congressUnapproved": {
    zh: "党员{members}名，召开代表大会未经上级批准",
    en: "a congress for {members} members without the approval of the superior",
  },
  "electionRule.delegatesFew": {
    zh: "代表{delegates}名，少于{least}名",
    en: "{delegates} delegates, fewer than {least}",
  },
  "electionRule.delegatesMany": {
    zh: "代表{delegates}名，多于{most}名",
    en: "{delegates} delegates, more than {most}",
  },
  // Tally
  "tally.paperTwice": { zh: "选票“{id}”重复", en: 'the paper "{id}" stands twice' },
  "tally.noCandidate": { zh: "“{person}”不是候选人", en: '"{person}" is no candidate' },
  "tally.notCount": { zh: "“{value}”不是票数", en: '"{value}" is not a count' },
  "tally.validOverReturned": {
    zh: "有效票{valid}张，多于收回{returned}张",
    en: "{valid} valid papers, more than the {returned} returned",
  },
  "tally.votes": {
    zh: "“{person}”共{sum}票，有效票{valid}张",
    en: 'the votes on "{person}" come to {sum}, valid papers to {valid}',
  },
  "tally.missing": { zh: "没有候选人“{person}”的票数", en: 'the votes on the candidate "{person}" are missing' },
  "tally.twice": { zh: "“{person}”的票数重复", en: 'the votes on "{person}" stand twice' },
  "tally.writtenIn": { zh: "不能另选“{person}”", en: '"{person}" cannot be written in' },
  "tally.notEligible": { zh: "“{person}”没有被选举权", en: '"{person}" may not be elected' },
  "tally.writtenOverNoes": {
    zh: "另选他人{written}票，多于反对候选人的{noes}票",
    en: "{written} votes for names written in, more than the {noes} against candidates",
  },
  "tally.tooManyNames": {
    zh: "赞成票{ayes}张，多于{valid}张有效票、{seats}个名额可有的",
    en: "{ayes} ayes, more than {valid} papers for {seats} seats can hold",
  },
  // Election
  "election.notNow": {
    zh: "选举处于“{state}”，不能“{command}”",
    en: '"{command}" is not possible while the election is "{state}"',
  },
  "election.notBody": { zh: "应由“{body}”进行，不是“{actor}”", en: 'it is for "{body}" to do, not for "{actor}"' },
  "election.notSuperior": {
    zh: "应由上级“{superior}”进行，不是“{actor}”",
    en: 'it is for the superior "{superior}" to do, not for "{actor}"',
  },
  "election.ownSuperior": { zh: "“{body}”不能以自己为上级", en: '"{body}" is not its own superior' },
  "election.superiorUnknown": {
    zh: "选举没有提出，“{body}”的上级未知",
    en: 'no election was called, and the superior of "{body}" is not known',
  },
  "election.seats": { zh: "名额“{seats}”不符", en: '"{seats}" is not the number of seats' },
  "election.noCommittee": { zh: "没有列出委员会委员", en: "the members of the committee are not named" },
  "election.cause": { zh: "“{cause}”不是补选的情形", en: '"{cause}" is no cause of a by-election' },
  "election.consent": { zh: "补选未经上级事先同意", en: "the superior has not agreed to the by-election beforehand" },
  "election.candidateTwice": { zh: "候选人“{person}”重复", en: 'the candidate "{person}" stands twice' },
  "election.notEligible": { zh: "“{person}”没有被选举权或不在可选之列", en: '"{person}" may not be elected' },
  "election.barred": { zh: "“{person}”按规定不参加选举", en: 'a rule keeps "{person}" from standing' },
  "election.electedBefore": { zh: "“{person}”已当选", en: '"{person}" has been elected already' },
  "election.notApproved": {
    zh: "候选人“{person}”未经上级批准",
    en: 'the superior has not approved the candidate "{person}"',
  },
  "election.notCandidate": { zh: "“{person}”不是候选人", en: '"{person}" is not a candidate' },
  "election.tooFewCandidates": {
    zh: "名额{seats}，候选人应至少{needed}名，现{found}名",
    en: "{found} candidates for {seats} seats, fewer than {needed}",
  },
  "election.notEqualNumber": {
    zh: "等额选举，名额{seats}，候选人{found}名",
    en: "{found} candidates for {seats} seats, which should be as many",
  },
  "election.candidatesGiven": { zh: "候选人已定，不能另列", en: "the candidates stand already" },
  "election.noCandidates": { zh: "没有人选", en: "nobody is named" },
  "election.presentTwice": { zh: "到会人员“{person}”重复", en: '"{person}" is present twice' },
  "election.presentUnknown": { zh: "到会人员“{person}”不在名册", en: '"{person}" is present and not on the roll' },
  "election.presentExcluded": {
    zh: "“{person}”不计入应到会，却已到会",
    en: '"{person}" is left out of those due and is present',
  },
  "election.notQuorate": {
    zh: "应到{due}人，实到{present}人，至少应到{needed}人（{left}与{right}相比）",
    en: "{present} present of {due} due, fewer than {needed} ({left} against {right})",
  },
  "election.issuedOverPresent": {
    zh: "发出选票{issued}张，多于实到{present}人",
    en: "{issued} papers issued, more than the {present} present",
  },
  "election.mayNotLeaveEmpty": {
    zh: "名额{seats}，当选{elected}人，不得空缺",
    en: "{elected} elected for {seats} seats: the rest may not be left empty",
  },
  "election.otherMeeting": {
    zh: "表决应到{due}人、实到{present}人，投票选举的会议应到{meetingDue}人、实到{meetingPresent}人",
    en: "{present} present of {due} due in the vote, {meetingPresent} of {meetingDue} in the meeting that elected",
  },
  "election.notCarried": {
    zh: "空缺{left}个名额未获通过：赞成{ayes}票，须{needed}票；应到{due}人，实到{present}人",
    en: "leaving {left} seats empty did not carry: {ayes} ayes, {needed} needed; {present} present of {due} due",
  },
  "election.wrongConfirmation": {
    zh: "应“{needed}”，不是“{as}”",
    en: 'the result is to be confirmed by "{needed}", not "{as}"',
  },
  "election.notDesignable": { zh: "“{office}”不得指定", en: 'nobody is designated to "{office}"' },
  "election.overSeats": { zh: "名额{seats}，指定{found}人", en: "{found} designated for {seats} seats" },
  // DualRole
  "dualRole.apart": {
    zh: "“{organisation}”的书记与“{unit}”的负责人不是一人",
    en: 'the secretary of "{organisation}" and the head of "{unit}" are two persons',
  },
  // Census
  "census.idTwice": { zh: "编号“{id}”重复", en: 'the id "{id}" stands twice' },
  "census.classesOverlap": {
    zh: "“{first}”与“{second}”有重叠：{shared}",
    en: '"{first}" and "{second}" share {shared}',
  },
  "census.countedTwice": { zh: "“{id}”统计了两次", en: '"{id}" is counted twice' },
  "census.bodyOutside": {
    zh: "“{id}”属于“{body}”，不在统计范围",
    en: '"{id}" is of "{body}", which the census does not cover',
  },
  "census.noSection": { zh: "报表没有“{section}”这一项", en: 'the layout has no section "{section}"' },
  "census.partsNotTotal": {
    zh: "各项相加是{sum}，合计是{total}",
    en: "the parts come to {sum} and the total is {total}",
  },
  "census.notLayout": { zh: "与报表样式不一致（{where}）", en: "not as the layout has it ({where})" },
  "census.negative": { zh: "{count}小于零", en: "{count} is below nought" },
  "census.otherLayout": { zh: "两张表的样式不同", en: "the two tables have different layouts" },
  "census.otherDay": {
    zh: "两张表的日期不同：{first}、{second}",
    en: "the two tables are of different days: {first}, {second}",
  },
  "census.coveredTwice": { zh: "“{id}”在两张表里都有", en: '"{id}" is covered twice' },
  // HeadCount
  "headCount.count": { zh: "“{value}”不是人数", en: "{value} counts nobody" },
  "headCount.fullExceedsAll": { zh: "正式党员多于党员总数", en: "there are more full members than members" },
  // Threshold
  "threshold.full": {
    zh: "正式党员{value}名，“{kind}”应为{on}",
    en: "{value} full members, where {kind} has {on}",
  },
  "threshold.all": { zh: "党员{value}名，“{kind}”应为{on}", en: "{value} members, where {kind} has {on}" },
  "threshold.units": {
    zh: "覆盖单位{value}个，“{kind}”应为{on}",
    en: "{value} units covered, where {kind} has {on}",
  },
  "threshold.months": { zh: "为期{value}个月，“{kind}”应为{on}", en: "{value} months, where {kind} has {on}" },
  // Leadership
  "leadership.committeeMissing": {
    zh: "正式党员{full}名，应当设立支部委员会而未设",
    en: "{full} full members and no committee, where one shall be",
  },
  "leadership.committeeNotDue": {
    zh: "正式党员{full}名，不设支部委员会，现有委员{members}名",
    en: "{full} full members, where no committee is due, and a committee of {members}",
  },
  "leadership.size": { zh: "委员{members}名，应为{on}", en: "a committee of {members}, where the text has {on}" },
  "leadership.tooFewHolders": {
    zh: "“{post}”{holders}名，应为{on}：缺配",
    en: "{holders} hold the post {post}, where the text has {on}: too few",
  },
  "leadership.tooManyHolders": {
    zh: "“{post}”{holders}名，应为{on}：超配",
    en: "{holders} hold the post {post}, where the text has {on}: too many",
  },
  "leadership.stage": {
    zh: "任“{post}”的“{person}”不是正式党员",
    en: '"{person}", who holds the post {post}, is no full member',
  },
  "leadership.standing": {
    zh: "任“{post}”的“{person}”自{fullFrom}为正式党员，党龄不满{years}年",
    en: '"{person}", who holds the post {post}, has been a full member since {fullFrom}, less than {years} years',
  },
  // Establishment
  "establishment.idTwice": { zh: "“{id}”重复出现", en: '"{id}" comes twice' },
  "establishment.noSuchUnit": {
    zh: "党组织“{id}”所在单位“{unit}”不存在",
    en: 'the unit "{unit}" of "{id}" is not there',
  },
  "establishment.count": {
    zh: "党组织“{id}”的“{of}”为{value}，不是个数",
    en: 'the {of} of "{id}" is {value}, which is no count',
  },
  "establishment.noUnit": { zh: "党组织“{id}”没有所在单位", en: '"{id}" is in no unit' },
  "establishment.notBuilt": {
    zh: "正式党员{full}名、党员{all}名，应建“{kind}”而未建",
    en: "{full} full members, {all} members, and no organisation, where {kind} is to be set up",
  },
  "establishment.notOwn": {
    zh: "正式党员{full}名、党员{all}名，应单独建立“{kind}”，现在联合党组织中",
    en: "{full} full members, {all} members, only in a joint organisation, where {kind} of its own is to be set up",
  },
  "establishment.notQualified": {
    zh: "“{kind}”有正式党员{full}名、党员{all}名，已不符合设置条件，应调整或撤销",
    en: "{kind} of {full} full members, {all} members, no longer qualifies: to be adjusted or dissolved",
  },
  "establishment.notApproved": {
    zh: "“{kind}”有党员{all}名，须经“{by}”批准方可设置，没有批准记录",
    en: "{kind} of {all} members needs the approval of {by}, and there is none on record",
  },
  // Dues
  "dues.month": { zh: "“{text}”不是年月", en: '"{text}" is no month' },
  "dues.noBase": { zh: "“{category}”类党员没有党费计算基数", en: "there is no base for the category {category}" },
  "dues.base": { zh: "“{base}”不是党费计算基数", en: '"{base}" is no base for dues' },
  "dues.noRule": {
    zh: "“{category}”类党员没有“{is}”的规定",
    en: 'no rule says "{is}" for the category {category}',
    words: { is: duesWords },
  },
  "dues.severalRules": {
    zh: "“{category}”类党员有几条“{is}”的规定：{rules}",
    en: 'several rules say "{is}" for the category {category}: {rules}',
    words: { is: duesWords },
  },
  "dues.notSet": {
    zh: "“{category}”类党员的标准在{least}至{most}分之间，尚未规定具体数额",
    en: "the amount for the category {category}, from {least} to {most} fen, has not been set",
  },
  "dues.outOfRange": {
    zh: "“{category}”类党员的标准{fen}分不在{least}至{most}分之间",
    en: "the amount of {fen} fen for the category {category} is not from {least} to {most} fen",
  },
  "dues.incomeMissing": { zh: "没有{month}的收入", en: "the income of {month} is not known" },
  "dues.incomeTwice": { zh: "{month}有两个工资数", en: "two wages begin in {month}" },
  "dues.tooLarge": { zh: "基数{base}分过大", en: "a base of {base} fen is too large" },
  // DuesLedger
  "duesLedger.idTwice": { zh: "编号“{id}”重复出现", en: 'the id "{id}" comes twice' },
  "duesLedger.assessedTwice": { zh: "“{id}”核定了两次", en: '"{id}" is assessed twice' },
  "duesLedger.noSuchMember": { zh: "台账中没有党员“{id}”", en: 'there is no member "{id}" in the ledger' },
  "duesLedger.notAssessed": {
    zh: "交费“{id}”所交的{month}没有核定",
    en: 'the payment "{id}" is for {month}, which is not assessed',
  },
  "duesLedger.emptySpan": {
    zh: "减免“{id}”自{from}起，却到{to}为止",
    en: 'the reduction "{id}" begins in {from} and ends before that, in {to}',
  },
  "duesLedger.reducedTwice": {
    zh: "减免“{id}”与“{other}”有相同月份",
    en: 'the reductions "{id}" and "{other}" share a month',
  },
  "duesLedger.beforeStart": {
    zh: "{admittedOn}入党，{month}不应交党费",
    en: "admitted on {admittedOn}, and assessed for {month}, when no dues were owed yet",
  },
  "duesLedger.notSaid": {
    zh: "{month}正值“{restriction}”，是否交纳党费未见规定，不予核定",
    en: 'whether dues are owed for {month}, under "{restriction}", is not said: nothing is assessed',
    words: { restriction: restrictions },
  },
  "duesLedger.reductionNotApproved": {
    zh: "自{from}起的减免“{reduction}”未经有权的党组织批准",
    en: 'no body with the power has approved the reduction "{reduction}" from {from} on',
  },
  "duesLedger.reductionNotProposed": {
    zh: "自{from}起的减免“{reduction}”不是党支部提出的",
    en: 'no branch proposed the reduction "{reduction}" from {from} on',
  },
  // DuesStatement
  "duesStatement.shares": {
    zh: "上缴比例合计{total}，超过全部",
    en: "the shares remitted come to {total}, more than all",
  },
  "duesStatement.tooLarge": { zh: "合计过大", en: "the sums are too large" },
  // PartyCoverage
  "partyCoverage.idTwice": { zh: "“{id}”重复出现", en: '"{id}" comes twice' },
  "partyCoverage.noSuchUnit": { zh: "单位“{unit}”不存在", en: 'there is no unit "{unit}"' },
  "partyCoverage.count": {
    zh: "单位“{id}”的“{of}”为{value}，不是个数",
    en: 'the {of} of "{id}" is {value}, which is no count',
  },
  "partyCoverage.noClass": { zh: "“{id}”的类型“{kind}”没有归类", en: 'the kind {kind} of "{id}" has no class' },
  "partyCoverage.ownOfSeveral": {
    zh: "“{id}”（{kind}）不是联合党组织，却有几个所在单位",
    en: '"{id}" of kind {kind} is no joint organisation and stands in several units',
  },
  "partyCoverage.figures": {
    zh: "单独建立{own}个、联合建立{joint}个，合计不是{covered}个",
    en: "{own} with their own and {joint} in joint ones do not make {covered}",
  },
  "partyCoverage.otherDay": { zh: "日期不同：{first}与{second}", en: "different days: {first} and {second}" },
  "partyCoverage.otherBase": { zh: "分母口径不同：{first}与{second}", en: "different bases: {first} and {second}" },
  "partyCoverage.overlap": { zh: "单位“{id}”在两处都有", en: 'the unit "{id}" stands in both' },
  // Grid
  "grid.twoPlaces": {
    zh: "“{id}”同时在两处：“{one}”和“{other}”",
    en: '"{id}" is in two places at one time: "{one}" and "{other}"',
  },
  "grid.personTwice": {
    zh: "“{id}”在两户：“{one}”和“{other}”",
    en: '"{id}" is of two households: "{one}" and "{other}"',
  },
  "grid.twice": { zh: "编号“{id}”同时有两行", en: '"{id}" stands twice at one time' },
  "grid.emptySpan": {
    zh: "“{id}”的止日{to}不晚于起日{from}",
    en: 'the end {to} of "{id}" is not after its beginning {from}',
  },
  "grid.count": { zh: "个数{value}小于零", en: "the count {value} is below nought" },
  "grid.noSuchCell": { zh: "当日没有网格“{id}”", en: 'there is no cell "{id}" on the day' },
  "grid.noSuchHousehold": { zh: "当日没有户“{id}”", en: 'there is no household "{id}" on the day' },
  "grid.noSuchBuilding": { zh: "当日没有住户在楼栋“{id}”", en: 'no household lives in the building "{id}" on the day' },
  "grid.noSuchOrganisation": { zh: "没有党组织“{id}”", en: 'there is no organisation "{id}"' },
  "grid.noSuchUnit": { zh: "没有单位“{id}”", en: 'there is no unit "{id}"' },
  "grid.noSuchPerson": { zh: "没有人员“{id}”", en: 'there is no person "{id}"' },
  "grid.noSuchPost": { zh: "没有职务“{id}”", en: 'there is no post "{id}"' },
  // GridRule
  "gridRule.householdsPerMember": {
    zh: "联系{value}户，应为{on}",
    en: "looks after {value} households, where {on} is due",
  },
  "gridRule.linkersPerHousehold": {
    zh: "联系该户的有{value}人，应为{on}",
    en: "{value} look after the household, where {on} is due",
  },
  "gridRule.householdsPerHub": {
    zh: "中心户联系{value}户，应为{on}",
    en: "the hub household has {value} households, where {on} is due",
  },
  "gridRule.membersPerHub": {
    zh: "中心户联系党员{value}名，应为{on}",
    en: "the hub household has {value} members, where {on} is due",
  },
  "gridRule.hubsPerCell": {
    zh: "网格内有{value}个中心户，应为{on}",
    en: "the cell has {value} hub households, where {on} is due",
  },
  "gridRule.householdsPerCell": {
    zh: "网格有{value}户，应为{on}",
    en: "the cell has {value} households, where {on} is due",
  },
  "gridRule.populationPerCell": {
    zh: "网格有{value}人，应为{on}",
    en: "the cell has {value} people, where {on} is due",
  },
  "gridRule.noDuty": { zh: "网格（{kind}）没有“{role}”", en: 'no "{role}" in the cell ({kind})' },
  "gridRule.level": {
    zh: "“{kind}”级网格不得设在“{parent}”级之下（可设在：{lawful}）",
    en: 'a cell of level "{kind}" may not lie within one of level "{parent}" (but in: {lawful})',
  },
  "gridRule.noCellAbove": {
    zh: "“{kind}”级网格没有上级网格（可设在：{lawful}）",
    en: 'the cell of level "{kind}" lies within none (it may in: {lawful})',
  },
  "gridRule.unapprovedLevel": {
    zh: "“{kind}”级网格设在“{parent}”级之下须经{by}批准",
    en: 'a cell of level "{kind}" within one of level "{parent}" needs the approval of {by}',
  },
  "gridRule.overlap": {
    zh: "与网格“{other}”交叉：都覆盖单位“{unit}”",
    en: 'overlaps with the cell "{other}": both cover the unit "{unit}"',
  },
  "gridRule.uncovered": { zh: "单位（{kind}）没有网格覆盖", en: "no cell covers the unit ({kind})" },
  // GridCoverage
  "gridCoverage.cellTwice": { zh: "网格“{id}”重复出现", en: 'the cell "{id}" comes twice' },
  "gridCoverage.householdTwice": {
    zh: "户“{id}”在网格中出现两次",
    en: 'the household "{id}" stands twice in the cells',
  },
  "gridCoverage.noSuchHousehold": { zh: "所联的户“{id}”不在网格中", en: 'the linked household "{id}" is in no cell' },
  "gridCoverage.otherDefinition": {
    zh: "口径不同：{first}与{second}",
    en: "different definitions: {first} and {second}",
  },
  "gridCoverage.overlap": { zh: "“{id}”在两处都有", en: '"{id}" stands in both' },
}
