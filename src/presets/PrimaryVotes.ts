/**
 * Votes and elections of primary organisations (基层党组织表决和选举): quorums and majorities by act, candidates, who has a
 * vote, who may be left out of those due, by-elections and delegates' congresses.
 *
 * From the regulations on branches (trial) of 2018, the rules on admitting members of 2014, the regulations on elections
 * of 2020 with the interim regulations of 1990 before them, and the organic law of villagers' committees, all in copies
 * made by others. Weak: that elections count against those present, the quorum "not less than four fifths", the
 * surplus of a fifth and how it is rounded, the categories left out of those due, write-ins, revotes and seats left
 * empty are known from questions and answers, handbooks and exam banks; each row says so in its note. Where
 * the copies give the year alone a rule is taken to be in force from its first day.
 *
 * @since 0.1.0
 */
import type { Citation } from "../foundation/Citation.js"
import * as CivilDate from "../foundation/CivilDate.js"
import type { ByElectionRule, CongressRule, ElectionRule, Tables } from "../organisation/ElectionRule.js"
import type { ExclusionRule, FranchiseRule } from "../organisation/Franchise.js"
import type { VoteRule } from "../organisation/VoteRule.js"

// ---------------------------------------------------------------- instances

const BRANCHES: Citation = { title: "中国共产党支部工作条例（试行）", date: "2018", standing: "transcription" }
const ELECTIONS: Citation = {
  title: "中国共产党基层组织选举工作条例",
  date: "2020-07-13",
  standing: "transcription",
}
const INTERIM: Citation = { title: "中国共产党基层组织选举工作暂行条例", date: "1990", standing: "transcription" }
const VILLAGERS: Citation = { title: "中华人民共和国村民委员会组织法", article: 26, standing: "transcription" }
const HANDBOOK: Citation = { title: "基层党组织选举工作问答", standing: "report" }

const of2014 = /* @__PURE__ */ CivilDate.parseUnsafe("2014-01-01")
const of2018 = /* @__PURE__ */ CivilDate.parseUnsafe("2018-10-28")
const of2019 = /* @__PURE__ */ CivilDate.parseUnsafe("2019-01-01")
const of2020 = /* @__PURE__ */ CivilDate.parseUnsafe("2020-07-13")
const VILLAGE_MEETING: Citation = {
  title: "中华人民共和国村民委员会组织法",
  article: "第二十一、二十二条",
  standing: "transcription",
}
const RURAL: Citation = { title: "中国共产党农村基层组织工作条例", standing: "transcription" }

const of2010 = /* @__PURE__ */ CivilDate.parseUnsafe("2010-10-28")

const resolution: VoteRule = {
  id: "branchResolution",
  strength: "must",
  from: of2018,
  cite: { title: "中国共产党支部工作条例（试行）", date: "2018", article: 11, standing: "transcription" },
  label: { zh: "支部党员大会决议", en: "resolution of the members' meeting" },
  acts: ["resolution"],
  quorum: { share: "0.5", op: "ge" },
  majority: { of: "due", share: "0.5", op: "gt" },
  written: false,
  single: false,
}

/**
 * The rules of voting.
 *
 * @category instances
 * @since 0.1.0
 */
export const votes: ReadonlyArray<VoteRule> = [
  resolution,
  {
    id: "membershipDecision",
    strength: "must",
    from: of2014,
    cite: { title: "中国共产党发展党员工作细则", date: "2014", article: "第二十、三十三条", standing: "transcription" },
    note: "书面意见计入票数、赞成须超过应到会有表决权党员的半数，见于辅导材料",
    label: { zh: "接收、转正、延长或取消预备党员资格", en: "admitting, confirming, extending, cancelling" },
    acts: ["admit", "confirm", "extend", "cancel"],
    quorum: { share: "0.5", op: "gt" },
    majority: { of: "due", share: "0.5", op: "gt" },
    written: true,
    single: true,
  },
  {
    id: "committeeDecision",
    strength: "must",
    from: of2018,
    cite: { title: "中国共产党支部工作条例（试行）", date: "2018", article: 12, standing: "transcription" },
    note: "到会半数以上有依据；通过的比例未见，此处以超过到会委员的半数计",
    label: { zh: "支部委员会会议决定", en: "decision of the branch committee" },
    acts: ["committeeDecision"],
    quorum: { share: "0.5", op: "ge" },
    majority: { of: "present", share: "0.5", op: "gt" },
    written: false,
    single: false,
  },
  {
    id: "election",
    strength: "must",
    from: of2020,
    cite: ELECTIONS,
    note: "“不少于应到会五分之四”和以实到会为基数，见于问答和题库；有手册写作应到会",
    label: { zh: "选举", en: "election" },
    acts: ["election"],
    quorum: { share: "0.8", op: "ge" },
    majority: { of: "present", share: "0.5", op: "gt" },
    written: false,
    secret: true,
    single: false,
  },
  {
    id: "electionByDue",
    strength: "must",
    from: of2020,
    cite: HANDBOOK,
    note: "地方组织的算法：赞成票须超过应到会人数的半数；有手册称基层基本相同",
    label: { zh: "选举（以应到会为基数）", en: "election counted against those due" },
    acts: ["electionByDue"],
    quorum: { share: "0.8", op: "ge" },
    majority: { of: "due", share: "0.5", op: "gt" },
    written: false,
    secret: true,
    single: false,
  },
  {
    id: "leaveEmpty",
    strength: "must",
    from: of2020,
    cite: HANDBOOK,
    note: "接近应选名额时，经半数以上选举人同意可以不再选举；“接近”没有数字",
    label: { zh: "不再选举、空缺名额", en: "leaving seats empty" },
    acts: ["leaveEmpty"],
    quorum: { share: "0.8", op: "ge" },
    majority: { of: "present", share: "0.5", op: "gt" },
    written: false,
    single: false,
  },
  {
    id: "villagersMeeting",
    strength: "must",
    from: of2010,
    cite: VILLAGE_MEETING,
    note: "应到会为本村十八周岁以上的村民；该法正在修订",
    label: { zh: "村民会议（村民到会）", en: "villagers' meeting of adults" },
    acts: ["villagersMeeting"],
    quorum: { share: "0.5", op: "gt" },
    majority: { of: "present", share: "0.5", op: "gt" },
    written: false,
    single: false,
  },
  {
    id: "villagersMeetingByHouseholds",
    strength: "must",
    from: of2010,
    cite: VILLAGE_MEETING,
    note: "应到会为本村的户的代表，与村民到会两者满足其一即可；该法正在修订",
    label: { zh: "村民会议（户代表到会）", en: "villagers' meeting of representatives of households" },
    acts: ["villagersMeetingByHouseholds"],
    quorum: { share: "2/3", op: "ge" },
    majority: { of: "present", share: "0.5", op: "gt" },
    written: false,
    single: false,
  },
  {
    id: "representativesMeeting",
    strength: "must",
    from: of2010,
    cite: VILLAGERS,
    note: "该法正在修订",
    label: { zh: "村民代表会议", en: "meeting of villagers' representatives" },
    acts: ["representativesMeeting"],
    quorum: { share: "2/3", op: "ge" },
    majority: { of: "present", share: "0.5", op: "gt" },
    written: false,
    single: false,
  },
]

/**
 * How each office is elected.
 *
 * @category instances
 * @since 0.1.0
 */
export const elections: ReadonlyArray<ElectionRule> = [
  {
    id: "committee-by-members",
    strength: "must",
    from: of2020,
    cite: { title: "中国共产党基层组织选举工作条例", date: "2020-07-13", article: 13, standing: "transcription" },
    note: "差额比例见于文字有改动的抄本，余数进一见于词条；另选他人、再次投票、空缺名额见于题库和问答",
    office: "committeeMember",
    assembly: "membersMeeting",
    vote: "election",
    surplus: "0.2",
    confirmation: "file",
    revote: "mostVotes",
    empty: { vote: "leaveEmpty" },
    writeIns: true,
    designable: false,
  },
  {
    id: "committee-by-congress",
    strength: "must",
    from: of2020,
    cite: { title: "中国共产党基层组织选举工作条例", date: "2020-07-13", article: 13, standing: "transcription" },
    note: "差额比例见于文字有改动的抄本，余数进一见于词条；另选他人、再次投票、空缺名额见于题库和问答",
    office: "committeeMember",
    assembly: "congress",
    vote: "election",
    surplus: "0.2",
    confirmation: "file",
    revote: "mostVotes",
    empty: { vote: "leaveEmpty" },
    writeIns: true,
    designable: false,
  },
  {
    id: "delegate-by-members",
    strength: "must",
    from: of2020,
    cite: { title: "中国共产党基层组织选举工作条例", date: "2020-07-13", article: 9, standing: "transcription" },
    note: "差额比例见于文字有改动的抄本，余数进一见于词条；代表由上级审查，此处按备案计",
    office: "delegate",
    assembly: "membersMeeting",
    vote: "election",
    surplus: "0.2",
    confirmation: "file",
    revote: "mostVotes",
    empty: { vote: "leaveEmpty" },
    writeIns: true,
    designable: false,
  },
  {
    id: "secretary-by-committee",
    strength: "must",
    from: of2018,
    cite: BRANCHES,
    note: "等额选举见于题库",
    office: "secretary",
    assembly: "committeePlenary",
    vote: "election",
    confirmation: "approve",
    revote: "mostVotes",
    writeIns: true,
    designable: true,
  },
  {
    id: "deputy-by-committee",
    strength: "must",
    from: of2018,
    cite: BRANCHES,
    note: "等额选举见于题库",
    office: "deputySecretary",
    assembly: "committeePlenary",
    vote: "election",
    confirmation: "approve",
    revote: "mostVotes",
    writeIns: true,
    designable: true,
  },
  {
    id: "secretary-by-members",
    strength: "must",
    from: of2018,
    cite: BRANCHES,
    note: "不设委员会的支部；是否差额未见，此处等额",
    office: "secretary",
    assembly: "membersMeeting",
    vote: "election",
    confirmation: "approve",
    revote: "mostVotes",
    writeIns: true,
    designable: true,
  },
  {
    id: "deputy-by-members",
    strength: "must",
    from: of2018,
    cite: BRANCHES,
    note: "不设委员会的支部；是否差额未见，此处等额",
    office: "deputySecretary",
    assembly: "membersMeeting",
    vote: "election",
    confirmation: "approve",
    revote: "mostVotes",
    writeIns: true,
    designable: true,
  },
]

/**
 * Who has a vote and may be elected.
 *
 * @category instances
 * @since 0.1.0
 */
export const franchise: ReadonlyArray<FranchiseRule> = [
  {
    id: "franchise",
    strength: "must",
    from: of2020,
    cite: { title: "中国共产党基层组织选举工作条例", date: "2020-07-13", article: 5, standing: "transcription" },
    stages: ["full"],
    restrictions: ["none"],
  },
]

const WEAK = "见于问答；须上级党组织同意并经党员大会通过"

/**
 * Who may be left out of those due.
 *
 * @category instances
 * @since 0.1.0
 */
export const exclusions: ReadonlyArray<ExclusionRule> = [
  {
    id: "exclude-mentalIllness",
    strength: "must",
    from: of2020,
    cite: HANDBOOK,
    note: WEAK,
    category: "mentalIllness",
    label: { zh: "患有精神病或因其他疾病不能表达本人意志的", en: "cannot express their will" },
    superior: true,
    meeting: true,
  },
  {
    id: "exclude-abroad",
    strength: "must",
    from: of2020,
    cite: HANDBOOK,
    note: WEAK,
    category: "abroad",
    label: { zh: "自费出国半年以上的", en: "abroad at their own cost for half a year or more" },
    superior: true,
    meeting: true,
  },
  {
    id: "exclude-sentence",
    strength: "must",
    from: of2020,
    cite: HANDBOOK,
    note: WEAK,
    category: "sentence",
    label: { zh: "虽未受到留党察看以上党纪处分，但正在服刑的", en: "serving a sentence" },
    superior: true,
    meeting: true,
  },
  {
    id: "exclude-bedridden",
    strength: "must",
    from: of2020,
    cite: HANDBOOK,
    note: WEAK,
    category: "bedridden",
    label: { zh: "年老体弱卧床不起和长期生病生活不能自理的", en: "bedridden or ill for long" },
    superior: true,
    meeting: true,
  },
  {
    id: "exclude-away",
    strength: "must",
    from: of2020,
    cite: HANDBOOK,
    note: WEAK,
    category: "away",
    label: {
      zh: "工作调动、外出半年以上，按规定应转走组织关系而没有转走的",
      en: "away for half a year without the transfer that was due",
    },
    superior: true,
    meeting: true,
  },
  {
    id: "exclude-retiredHome",
    strength: "must",
    from: of2020,
    cite: HANDBOOK,
    note: "只见于部分清单；须上级党组织同意并经党员大会通过",
    category: "retiredHome",
    label: {
      zh: "已回原籍长期居住的离退休人员，组织关系未转走的",
      en: "retired to their native place without a transfer",
    },
    superior: true,
    meeting: true,
  },
]

/**
 * What a by-election takes.
 *
 * @category instances
 * @since 0.1.0
 */
export const byElections: ReadonlyArray<ByElectionRule> = [
  {
    id: "by-election",
    strength: "must",
    from: of2018,
    cite: BRANCHES,
    note: "补选的情形和事先请示见于文库，去世为此处所加；没有看到时限",
    causes: ["transferred", "resigned", "retired", "illness", "removed", "died"],
    consent: true,
  },
]

/**
 * What a delegates' congress takes.
 *
 * @category instances
 * @since 0.1.0
 */
export const congress: ReadonlyArray<CongressRule> = [
  {
    id: "congress-members",
    strength: "must",
    from: of2020,
    cite: { title: "中国共产党基层组织选举工作条例", date: "2020-07-13", article: 4, standing: "transcription" },
    says: { is: "members", least: 500 },
  },
  {
    id: "congress-village",
    strength: "must",
    from: of2019,
    cite: RURAL,
    approvedBy: "townshipCommittee",
    note: "村党的委员会党员五百名以上的，经乡镇党委批准可以召开代表大会；条次未见",
    sectors: ["village"],
    says: { is: "members", least: 500 },
  },
  {
    id: "congress-delegates",
    strength: "should",
    from: of2020,
    cite: INTERIM,
    note: "1990年暂行条例第七条的人数，2020年条例的相应条文未见",
    says: { is: "delegates", least: 100, most: 200 },
  },
  {
    id: "congress-delegates-most",
    strength: "must",
    from: of2020,
    cite: INTERIM,
    note: "1990年暂行条例第七条的人数，2020年条例的相应条文未见",
    says: { is: "delegates", most: 300 },
  },
]

/**
 * All tables that elections are held by.
 *
 * @category instances
 * @since 0.1.0
 */
export const tables: Tables = { votes, elections, franchise, exclusions, byElections }
