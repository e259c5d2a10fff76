/**
 * The sentences of every fault and finding that the organisation side raises, in Chinese and English.
 *
 * @since 0.1.0
 */
import type { CivilDateFault } from "../foundation/CivilDate.js"
import type { Texts } from "../foundation/Fault.js"
import type { CensusFault } from "./Census.js"
import type { ChangeProcedureCode } from "./ChangeProcedure.js"
import type { ElectionFault } from "./Election.js"
import type { ElectionRuleCode, ElectionRuleFault } from "./ElectionRule.js"
import type { ForestFault } from "./Forest.js"
import type { FranchiseFault } from "./Franchise.js"
import type { IdentityNumberFault } from "./IdentityNumber.js"
import type { OrganisationChangeFault } from "./OrganisationChange.js"
import type { PartyTreeCode, PartyTreeFault } from "./PartyTree.js"
import type { PersonCode, PersonFault } from "./Person.js"
import type { PostFault } from "./Post.js"
import type { PostRollFault } from "./PostRoll.js"
import type { PostRuleCode } from "./PostRule.js"
import type { TallyFault } from "./Tally.js"
import type { TeamCode, TeamFault } from "./Team.js"
import type { TenureCode, TenureFault } from "./Tenure.js"
import type { UnitTreeCode } from "./UnitTree.js"
import type { VoteRuleCode, VoteRuleFault } from "./VoteRule.js"

// ---------------------------------------------------------------- instances

type Code =
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
  | TallyFault["code"]
  | ElectionFault["code"]

/**
 * Code → sentence. `{name}` stands for a parameter of the fault.
 *
 * @category instances
 * @since 0.1.0
 */
export const texts: Texts<Code> = {
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
  },
  "organisationChange.successors": {
    zh: "以“{reason}”为由撤销，承继的党组织应有{least}至{most}个，现有{given}个",
    en: 'an ending for the reason "{reason}" asks for {least} to {most} successors, here {given}',
  },
  "organisationChange.successorKind": {
    zh: "以“{reason}”为由撤销，“{id}”（{kind}）不能承继",
    en: '"{id}" of kind {kind} cannot come after an ending for the reason "{reason}"',
  },
  "organisationChange.unitTwice": { zh: "单位“{unit}”重复出现", en: 'the unit "{unit}" comes twice' },
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
    zh: "出生日期（{born}）不详，至{on}是否年满{least}周岁无法判定",
    en: "born on {born}: whether {least} years are completed on {on} cannot be told",
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
  "election.seats": { zh: "名额“{seats}”不是正整数", en: '"{seats}" is no number of seats' },
  "election.cause": { zh: "“{cause}”不是补选的情形", en: '"{cause}" is no cause of a by-election' },
  "election.consent": { zh: "补选未经上级事先同意", en: "the superior has not agreed to the by-election beforehand" },
  "election.candidateTwice": { zh: "候选人“{person}”重复", en: 'the candidate "{person}" stands twice' },
  "election.notEligible": { zh: "“{person}”没有被选举权或不在可选之列", en: '"{person}" may not be elected' },
  "election.barred": { zh: "“{person}”按规定不参加选举", en: 'a rule keeps "{person}" from standing' },
  "election.electedBefore": { zh: "“{person}”已当选", en: '"{person}" has been elected already' },
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
  "election.notCarried": {
    zh: "空缺{left}个名额未获通过：赞成{ayes}票，须{needed}票；应到{due}人，实到{present}人",
    en: "leaving {left} seats empty did not carry: {ayes} ayes, {needed} needed; {present} present of {due} due",
  },
  "election.wrongConfirmation": {
    zh: "应“{needed}”，不是“{as}”",
    en: 'the result is to be confirmed by "{needed}", not "{as}"',
  },
  "election.notDesignable": { zh: "“{office}”不得指定", en: 'nobody is designated to "{office}"' },
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
}
