/**
 * Thresholds and leadership of primary organisations (基层党组织设置): which kinds a unit sets up by its head-counts, how large
 * they are, who sits on their committees, and which meetings follow.
 *
 * From the regulations on branches (trial) of 2018, on rural primary organisations of 2018 and on primary organisations in
 * organs of 2019, in copies made by others. Weak, and said so in notes: the sizes for enterprises (an examination
 * bank) and for new economic and social organisations (the rule of one city), all sizes of committees but that of
 * branches and townships, Party groups, the standing that secretaries need.
 *
 * **Gotchas** What the texts leave open stays open. No text seen gives communities, schools or hospitals a general branch or
 * a committee by numbers: above fifty members they have a branch with a warning. For villages with fewer than three full
 * members the rural regulations permit joining a neighbouring village where those on branches demand it of units at large;
 * the special text goes first here. Whether a joint branch needs three full members in all, and whether a unit without any
 * member falls under the joint branch, is not said; here the first is not asked and the second does not.
 *
 * @since 0.1.0
 */
import type { Citation } from "../foundation/Citation.js"
import * as CivilDate from "../foundation/CivilDate.js"
import type { OwnRule, Tables, UpkeepRule } from "../organisation/Establishment.js"
import type { LeadershipRule, MeetingRule } from "../organisation/Leadership.js"
import type { ThresholdRule } from "../organisation/Threshold.js"

// ---------------------------------------------------------------- instances

const branches = (article?: number | string): Citation => ({
  title: "中国共产党支部工作条例（试行）",
  date: "2018",
  ...(article === undefined ? {} : { article }),
  standing: "transcription",
})
const rural: Citation = { title: "中国共产党农村基层组织工作条例", date: "2018", standing: "transcription" }
const organs = (article: number): Citation => ({
  title: "中国共产党党和国家机关基层组织工作条例",
  date: "2019",
  article,
  standing: "transcription",
})
const bank: Citation = { title: "党务知识题库", standing: "report" }
const city: Citation = { title: "两新组织党组织设置办法", issuer: "某市", standing: "report" }
const sizes: Citation = { title: "基层党组织委员会设置说明", standing: "report" }
const groups: Citation = { title: "党小组设置问答", standing: "report" }

const from2018 = /* @__PURE__ */ CivilDate.parseUnsafe("2018-10-28")
const fromRural = /* @__PURE__ */ CivilDate.parseUnsafe("2018-12-28")
const fromOrgans = /* @__PURE__ */ CivilDate.parseUnsafe("2019-12-27")

const MAY_NOTE = "原文未见“必须”，按允许处理"
const UNCOUNTED = "题库或地方办法，抄本，未见正式文本"
const MEMORY = "凭记忆转述，未核对原文"

const BRANCHES = ["branch", "jointBranch", "mobileMemberBranch", "projectBranch"]

/**
 * The rules of thresholds.
 *
 * @category instances
 * @since 0.1.0
 */
export const rules: ReadonlyArray<ThresholdRule> = [
  {
    id: "branch-forms",
    strength: "must",
    from: from2018,
    cite: /* @__PURE__ */ branches(4),
    kind: "branch",
    says: "forms",
    setting: "unit",
    needs: [{ of: "full", on: { ge: "3" } }],
  },
  {
    id: "branch-size",
    strength: "should",
    from: from2018,
    cite: /* @__PURE__ */ branches(4),
    kind: "branch",
    says: "limits",
    setting: "unit",
    needs: [{ of: "all", on: { le: "50" } }],
  },
  {
    id: "joint-forms",
    strength: "must",
    from: from2018,
    cite: /* @__PURE__ */ branches(5),
    note: "按照地域相邻、行业相近、规模适当、便于管理的原则；没有党员的单位原文未写明，此处不算",
    kind: "jointBranch",
    says: "forms",
    setting: "unit",
    needs: [
      { of: "full", on: { lt: "3" } },
      { of: "all", on: { ge: "1" } },
    ],
  },
  {
    id: "joint-size",
    strength: "should",
    from: from2018,
    cite: /* @__PURE__ */ branches(4),
    note: "条例第四条说的是党支部，此处认为也包括联合党支部",
    kind: "jointBranch",
    says: "limits",
    setting: "unit",
    needs: [{ of: "all", on: { le: "50" } }],
  },
  {
    id: "joint-units",
    strength: "should",
    from: from2018,
    cite: /* @__PURE__ */ branches(5),
    kind: "jointBranch",
    says: "limits",
    setting: "unit",
    needs: [{ of: "units", on: { le: "5" } }],
  },
  {
    id: "project-forms",
    strength: "must",
    from: from2018,
    cite: /* @__PURE__ */ branches(5),
    kind: "projectBranch",
    says: "forms",
    setting: "project",
    needs: [
      { of: "months", on: { ge: "6" } },
      { of: "full", on: { ge: "3" } },
    ],
  },
  {
    id: "mobile-forms",
    strength: "must",
    from: from2018,
    cite: /* @__PURE__ */ branches(5),
    note: "由流出地党组织商流入地党组织成立；“较多”没有数字",
    kind: "mobileMemberBranch",
    says: "forms",
    setting: "mobile",
    ground: "mobileMembersGathered",
    needs: [],
  },
  {
    id: "temporary-forms",
    strength: "may",
    from: from2018,
    cite: /* @__PURE__ */ branches("临时党支部"),
    note: "条次未核对；抄本未给人数",
    approvedBy: "superior",
    kind: "temporaryBranch",
    says: "forms",
    setting: "task",
    ground: "affiliationStays",
    needs: [],
  },
  {
    id: "village-branch-forms",
    strength: "must",
    from: fromRural,
    cite: rural,
    kind: "branch",
    says: "forms",
    setting: "unit",
    sectors: ["village"],
    needs: [{ of: "full", on: { ge: "3" } }],
  },
  {
    id: "village-joint-forms",
    strength: "may",
    from: fromRural,
    cite: rural,
    note: "与邻近村联合",
    kind: "jointBranch",
    says: "forms",
    setting: "unit",
    sectors: ["village"],
    needs: [
      { of: "full", on: { lt: "3" } },
      { of: "all", on: { ge: "1" } },
    ],
  },
  {
    id: "village-general-forms",
    strength: "may",
    from: fromRural,
    cite: rural,
    kind: "generalBranch",
    says: "forms",
    setting: "unit",
    sectors: ["village"],
    needs: [{ of: "all", on: { gt: "50" } }],
  },
  {
    id: "village-general-fewer",
    strength: "may",
    from: fromRural,
    cite: rural,
    note: "人数不足、确因工作需要的村",
    kind: "generalBranch",
    says: "forms",
    setting: "unit",
    sectors: ["village"],
    ground: "workNeeds",
    needs: [{ of: "all", on: { ge: "1", le: "50" } }],
  },
  {
    id: "village-committee-forms",
    strength: "may",
    from: fromRural,
    cite: rural,
    approvedBy: "countyCommittee",
    kind: "primaryCommittee",
    says: "forms",
    setting: "unit",
    sectors: ["village"],
    ground: "workNeeds",
    needs: [{ of: "all", on: { ge: "100" } }],
  },
  {
    id: "organ-branch-forms",
    strength: "must",
    from: fromOrgans,
    cite: /* @__PURE__ */ organs(7),
    kind: "branch",
    says: "forms",
    setting: "unit",
    sectors: ["organ"],
    needs: [{ of: "full", on: { ge: "3" } }],
  },
  {
    id: "organ-general-forms",
    strength: "may",
    from: fromOrgans,
    cite: /* @__PURE__ */ organs(6),
    note: MAY_NOTE,
    kind: "generalBranch",
    says: "forms",
    setting: "unit",
    sectors: ["organ"],
    needs: [{ of: "all", on: { ge: "50", le: "100" } }],
  },
  {
    id: "organ-general-fewer",
    strength: "may",
    from: fromOrgans,
    cite: /* @__PURE__ */ organs(6),
    approvedBy: "superior",
    kind: "generalBranch",
    says: "forms",
    setting: "unit",
    sectors: ["organ"],
    needs: [{ of: "all", on: { ge: "1", lt: "50" } }],
  },
  {
    id: "organ-committee-forms",
    strength: "may",
    from: fromOrgans,
    cite: /* @__PURE__ */ organs(5),
    note: MAY_NOTE,
    kind: "primaryCommittee",
    says: "forms",
    setting: "unit",
    sectors: ["organ"],
    needs: [{ of: "all", on: { ge: "100" } }],
  },
  {
    id: "organ-committee-fewer",
    strength: "may",
    from: fromOrgans,
    cite: /* @__PURE__ */ organs(5),
    approvedBy: "superior",
    kind: "primaryCommittee",
    says: "forms",
    setting: "unit",
    sectors: ["organ"],
    needs: [{ of: "all", on: { ge: "1", lt: "100" } }],
  },
  {
    id: "enterprise-general-forms",
    strength: "may",
    from: from2018,
    cite: bank,
    note: UNCOUNTED,
    kind: "generalBranch",
    says: "forms",
    setting: "unit",
    sectors: ["stateEnterprise"],
    needs: [{ of: "all", on: { ge: "50", le: "100" } }],
  },
  {
    id: "enterprise-committee-forms",
    strength: "may",
    from: from2018,
    cite: bank,
    note: MEMORY,
    kind: "primaryCommittee",
    says: "forms",
    setting: "unit",
    sectors: ["stateEnterprise"],
    needs: [{ of: "all", on: { ge: "100" } }],
  },
  {
    id: "two-new-branch-size",
    strength: "should",
    from: from2018,
    cite: city,
    note: UNCOUNTED,
    kind: "branch",
    says: "limits",
    setting: "unit",
    sectors: ["twoNew"],
    needs: [{ of: "all", on: { ge: "3", le: "50" } }],
  },
  {
    id: "two-new-general-forms",
    strength: "may",
    from: from2018,
    cite: city,
    note: UNCOUNTED,
    kind: "generalBranch",
    says: "forms",
    setting: "unit",
    sectors: ["twoNew"],
    needs: [{ of: "all", on: { ge: "50", le: "100" } }],
  },
  {
    id: "two-new-general-fewer",
    strength: "may",
    from: from2018,
    cite: city,
    note: UNCOUNTED,
    approvedBy: "superior",
    kind: "generalBranch",
    says: "forms",
    setting: "unit",
    sectors: ["twoNew"],
    needs: [{ of: "all", on: { ge: "1", lt: "50" } }],
  },
  {
    id: "two-new-committee-forms",
    strength: "may",
    from: from2018,
    cite: city,
    note: UNCOUNTED,
    kind: "primaryCommittee",
    says: "forms",
    setting: "unit",
    sectors: ["twoNew"],
    needs: [{ of: "all", on: { ge: "100" } }],
  },
  {
    id: "two-new-committee-fewer",
    strength: "may",
    from: from2018,
    cite: city,
    note: UNCOUNTED,
    approvedBy: "superior",
    kind: "primaryCommittee",
    says: "forms",
    setting: "unit",
    sectors: ["twoNew"],
    needs: [{ of: "all", on: { ge: "1", lt: "100" } }],
  },
  {
    id: "group-forms",
    strength: "may",
    from: from2018,
    cite: groups,
    note: UNCOUNTED,
    kind: "partyGroup",
    says: "forms",
    setting: "branch",
    needs: [
      { of: "all", on: { ge: "3" } },
      { of: "full", on: { ge: "1" } },
    ],
  },
  {
    id: "group-divides",
    strength: "should",
    from: from2018,
    cite: groups,
    note: "中央和国家机关的做法，不是普遍规定",
    kind: "partyGroup",
    says: "forms",
    setting: "branch",
    needs: [
      { of: "all", on: { ge: "20" } },
      { of: "full", on: { ge: "1" } },
    ],
  },
]

/**
 * The rules of leadership: committees by the number of full members, sizes, posts, the standing of secretaries.
 *
 * @category instances
 * @since 0.1.0
 */
export const leadership: ReadonlyArray<LeadershipRule> = [
  {
    id: "committee-none",
    strength: "must",
    from: from2018,
    cite: /* @__PURE__ */ branches("第六章"),
    kinds: BRANCHES,
    needs: [{ of: "full", on: { lt: "7" } }],
    says: { is: "committee", has: false },
  },
  {
    id: "committee-has",
    strength: "must",
    from: from2018,
    cite: /* @__PURE__ */ branches("第六章"),
    kinds: BRANCHES,
    needs: [{ of: "full", on: { ge: "7" } }],
    says: { is: "committee", has: true },
  },
  {
    id: "size-branch-1",
    strength: "must",
    from: from2018,
    cite: /* @__PURE__ */ branches("第六章"),
    note: "由3至5人组成：下限按“应当”处理",
    kinds: BRANCHES,
    needs: [{ of: "full", on: { ge: "7" } }],
    says: { is: "size", on: { ge: "3" } },
  },
  {
    id: "size-branch-2",
    strength: "should",
    from: from2018,
    cite: /* @__PURE__ */ branches("第六章"),
    kinds: BRANCHES,
    needs: [{ of: "full", on: { ge: "7" } }],
    says: { is: "size", on: { le: "7" } },
  },
  {
    id: "size-branch-usual",
    strength: "may",
    from: from2018,
    cite: /* @__PURE__ */ branches("第六章"),
    note: "由3至5人组成，一般不超过7人：6至7人不作提醒",
    kinds: BRANCHES,
    needs: [{ of: "full", on: { ge: "7" } }],
    says: { is: "size", on: { ge: "3", le: "5" } },
  },
  {
    id: "size-general",
    strength: "should",
    from: from2018,
    cite: sizes,
    note: UNCOUNTED,
    kinds: ["generalBranch"],
    needs: [],
    says: { is: "size", on: { ge: "5", le: "9" } },
  },
  {
    id: "size-general-usual",
    strength: "may",
    from: from2018,
    cite: sizes,
    note: UNCOUNTED,
    kinds: ["generalBranch"],
    needs: [],
    says: { is: "size", on: { ge: "5", le: "7" } },
  },
  {
    id: "size-committee",
    strength: "should",
    from: from2018,
    cite: sizes,
    note: "设常务委员会的大单位另有规定（15至21人，经批准）",
    approvedBy: "superior",
    kinds: ["primaryCommittee"],
    needs: [],
    says: { is: "size", on: { ge: "5", le: "9" } },
  },
  {
    id: "size-committee-village",
    strength: "may",
    from: fromRural,
    cite: sizes,
    note: "村党委一般5至7人，凭记忆；各地有别，不作提醒",
    kinds: ["primaryCommittee"],
    sectors: ["village"],
    needs: [],
    says: { is: "size", on: { ge: "5", le: "7" } },
  },
  {
    id: "size-township",
    strength: "should",
    from: fromRural,
    cite: rural,
    kinds: ["townshipCommittee"],
    needs: [],
    says: { is: "size", on: { ge: "7", le: "9" } },
  },
  {
    id: "post-secretary",
    strength: "must",
    from: from2018,
    cite: /* @__PURE__ */ branches("第六章"),
    kinds: BRANCHES,
    needs: [],
    says: { is: "post", post: "secretary", on: { ge: "1", le: "1" } },
  },
  {
    id: "post-secretary-township",
    strength: "must",
    from: fromRural,
    cite: rural,
    kinds: ["townshipCommittee"],
    needs: [],
    says: { is: "post", post: "secretary", on: { ge: "1", le: "1" } },
  },
  {
    id: "post-deputy",
    strength: "must",
    from: from2018,
    cite: /* @__PURE__ */ branches("第六章"),
    note: "必要时可以设1名副书记",
    kinds: BRANCHES,
    needs: [],
    says: { is: "post", post: "deputySecretary", on: { le: "1" } },
  },
  {
    id: "post-deputy-committee",
    strength: "should",
    from: from2018,
    cite: sizes,
    note: UNCOUNTED,
    kinds: ["primaryCommittee"],
    needs: [],
    says: { is: "post", post: "deputySecretary", on: { ge: "1", le: "2" } },
  },
  {
    id: "post-deputy-township",
    strength: "should",
    from: fromRural,
    cite: rural,
    note: MEMORY,
    kinds: ["townshipCommittee"],
    needs: [],
    says: { is: "post", post: "deputySecretary", on: { ge: "2", le: "3" } },
  },
  {
    id: "post-organisation",
    strength: "must",
    from: from2018,
    cite: /* @__PURE__ */ branches("第六章"),
    kinds: BRANCHES,
    needs: [{ of: "full", on: { ge: "7" } }],
    says: { is: "post", post: "organisationMember", on: { ge: "1" } },
  },
  {
    id: "post-publicity",
    strength: "must",
    from: from2018,
    cite: /* @__PURE__ */ branches("第六章"),
    kinds: BRANCHES,
    needs: [{ of: "full", on: { ge: "7" } }],
    says: { is: "post", post: "publicityMember", on: { ge: "1" } },
  },
  {
    id: "post-discipline",
    strength: "must",
    from: from2018,
    cite: /* @__PURE__ */ branches("第六章"),
    kinds: BRANCHES,
    needs: [{ of: "full", on: { ge: "7" } }],
    says: { is: "post", post: "disciplineMember", on: { ge: "1" } },
  },
  {
    id: "post-organisation-township",
    strength: "should",
    from: fromRural,
    cite: rural,
    note: MEMORY,
    kinds: ["townshipCommittee"],
    needs: [],
    says: { is: "post", post: "organisationMember", on: { ge: "1" } },
  },
  {
    id: "post-publicity-township",
    strength: "should",
    from: fromRural,
    cite: rural,
    note: MEMORY,
    kinds: ["townshipCommittee"],
    needs: [],
    says: { is: "post", post: "publicityMember", on: { ge: "1" } },
  },
  {
    id: "standing-secretary",
    strength: "should",
    from: from2018,
    cite: bank,
    note: UNCOUNTED,
    kinds: BRANCHES,
    needs: [],
    says: { is: "standing", post: "secretary", years: 1 },
  },
  {
    id: "standing-secretary-enterprise",
    strength: "may",
    from: from2018,
    cite: bank,
    note: "同一题库又作5年，留作数据，不作提醒",
    kinds: BRANCHES,
    sectors: ["stateEnterprise"],
    needs: [],
    says: { is: "standing", post: "secretary", years: 5 },
  },
  {
    id: "group-leader-full",
    strength: "must",
    from: from2018,
    cite: groups,
    note: UNCOUNTED,
    kinds: ["partyGroup"],
    needs: [],
    says: { is: "stage", post: "groupLeader" },
  },
]

/**
 * What follows for bodies that no longer qualify.
 *
 * @category instances
 * @since 0.1.0
 */
export const upkeep: ReadonlyArray<UpkeepRule> = [
  {
    id: "adjust",
    strength: "must",
    from: from2018,
    cite: /* @__PURE__ */ branches("第二章"),
    note: "条例说的是党支部；党总支、党委、党小组比照，轻重按各自的设置条款",
  },
]

/**
 * The meetings that follow from the structure (三会一课 and the rest); how often they are held is no question of structure.
 *
 * @category instances
 * @since 0.1.0
 */
export const meetings: ReadonlyArray<MeetingRule> = [
  {
    id: "1-members",
    strength: "should",
    from: from2018,
    cite: /* @__PURE__ */ branches(11),
    meeting: "membersMeeting",
    label: { zh: "支部党员大会", en: "members' meeting" },
    takes: "always",
  },
  {
    id: "2-committee",
    strength: "should",
    from: from2018,
    cite: /* @__PURE__ */ branches(12),
    meeting: "committeeMeeting",
    label: { zh: "支部委员会会议", en: "committee meeting" },
    takes: "committee",
  },
  {
    id: "3-group",
    strength: "should",
    from: from2018,
    cite: /* @__PURE__ */ branches(13),
    note: "不划分党小组的支部，有的以支部代之（中央和国家机关的做法）",
    meeting: "groupMeeting",
    label: { zh: "党小组会", en: "group meeting" },
    takes: "groups",
  },
  {
    id: "4-lecture",
    strength: "should",
    from: from2018,
    cite: /* @__PURE__ */ branches("党课"),
    meeting: "partyLecture",
    label: { zh: "党课", en: "Party lecture" },
    takes: "always",
  },
  {
    id: "5-day",
    strength: "should",
    from: from2018,
    cite: /* @__PURE__ */ branches("主题党日"),
    meeting: "themedPartyDay",
    label: { zh: "主题党日", en: "Thematic Party Day" },
    takes: "always",
  },
  {
    id: "6-life",
    strength: "should",
    from: from2018,
    cite: /* @__PURE__ */ branches(17),
    meeting: "orgLifeMeeting",
    label: { zh: "组织生活会", en: "organisational life meeting" },
    takes: "always",
  },
  {
    id: "7-evaluation",
    strength: "should",
    from: from2018,
    cite: /* @__PURE__ */ branches("民主评议党员"),
    meeting: "memberEvaluation",
    label: { zh: "民主评议党员", en: "democratic evaluation of members" },
    takes: "always",
  },
  {
    id: "8-talk",
    strength: "should",
    from: from2018,
    cite: /* @__PURE__ */ branches("谈心谈话"),
    meeting: "heartTalk",
    label: { zh: "谈心谈话", en: "heart-to-heart talk" },
    takes: "always",
  },
]

/**
 * Which bodies are an organisation of the unit they are set up in. No text seen lists them; the kinds follow from what the
 * texts say of each.
 *
 * @category instances
 * @since 0.1.0
 */
export const own: ReadonlyArray<OwnRule> = [
  {
    id: "own",
    strength: "must",
    from: from2018,
    cite: /* @__PURE__ */ branches("第二章"),
    note:
      "原文没有列举。党组不在党支部的系统内；临时党支部不转组织关系；流动党员党支部设在园区、商会等处，党员属于流出地；党小组是支部的一部分：" +
      "这些都不算单位自己的组织。项目党支部原文未写明，此处算",
    kinds: ["branch", "jointBranch", "projectBranch", "generalBranch", "primaryCommittee", "townshipCommittee"],
  },
]

/**
 * The tables together, as an establishment is held against them.
 *
 * @category instances
 * @since 0.1.0
 */
export const tables: Tables = { thresholds: rules, leadership, upkeep, own }
