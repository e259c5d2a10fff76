/**
 * Kinds of Party organisation (党组织类型), which kind stands under which (隶属), and what bodies of a kind may do (权限).
 *
 * From the regulations on branches (trial) of 2018, on rural primary organisations of 2018, on the education and
 * administration of members of 2019 and the rules on developing members of 2014, in copies made by others. Weak, and said
 * so in notes: what stands under a county committee and under a working committee is from memory; that a general branch
 * stands between committee and branches is from a survey that is no text of law.
 *
 * **Gotchas** A leading Party members group (党组) has no place in this tree, and no edge gives it one. A Party group (党小组) is
 * no level: it stands under branches only, and nothing stands under it. The texts seen say which bodies may approve
 * probationary members (a committee that was given it) and which may only deliberate (审议); to whom a superior has given
 * it is a fact of each organisation.
 *
 * @since 0.1.0
 */
import type { Citation } from "../foundation/Citation.js"
import * as CivilDate from "../foundation/CivilDate.js"
import type { CodeScheme } from "../organisation/OrganisationCode.js"
import type { Capability, CapabilityRule, Edge, OrganisationKind } from "../organisation/OrganisationKind.js"

// ---------------------------------------------------------------- instances

const branches = (article?: number): Citation => ({
  title: "中国共产党支部工作条例（试行）",
  date: "2018",
  ...(article === undefined ? {} : { article }),
  standing: "transcription",
})
const rural: Citation = { title: "中国共产党农村基层组织工作条例", date: "2018", standing: "transcription" }
const development: Citation = { title: "中国共产党发展党员工作细则", date: "2014", standing: "transcription" }
const forms: Citation = { title: "党的基层组织设置形式", standing: "report" }
const appointed: Citation = { title: "党工委和党组的设置", standing: "report" }
const education: Citation = {
  title: "中国共产党党员教育管理工作条例",
  date: "2019",
  article: 25,
  standing: "transcription",
}
const approving: Citation = { title: "哪些党组织有权审批预备党员", standing: "transcription" }

const from = /* @__PURE__ */ CivilDate.parseUnsafe("2018-10-28")
const fromRural = /* @__PURE__ */ CivilDate.parseUnsafe("2018-12-28")
const fromDevelopment = /* @__PURE__ */ CivilDate.parseUnsafe("2014-05-28")

const fromEducation = /* @__PURE__ */ CivilDate.parseUnsafe("2019-01-01")

const MEMORY = "凭记忆，未核对原文"

/**
 * The kinds. A temporary branch holds no members, since their affiliation (组织关系) stays where it is; the leaders of a joint
 * branch may also be designated by the superior.
 *
 * @category instances
 * @since 0.1.0
 */
export const kinds: ReadonlyArray<OrganisationKind> = [
  {
    id: "countyCommittee",
    label: { zh: "县委", en: "county Party committee" },
    nature: "local",
    leaders: "elected",
    holdsMembers: false,
  },
  {
    id: "workingCommittee",
    label: { zh: "党工委", en: "Party working committee" },
    nature: "appointed",
    leaders: "appointed",
    holdsMembers: false,
  },
  {
    id: "leadingMembersGroup",
    label: { zh: "党组", en: "leading Party members group" },
    nature: "appointed",
    leaders: "appointed",
    holdsMembers: false,
  },
  {
    id: "townshipCommittee",
    label: { zh: "乡镇党委", en: "township Party committee" },
    nature: "primary",
    leaders: "elected",
    holdsMembers: false,
  },
  {
    id: "primaryCommittee",
    label: { zh: "基层党委", en: "primary Party committee" },
    nature: "primary",
    leaders: "elected",
    holdsMembers: false,
  },
  {
    id: "generalBranch",
    label: { zh: "党总支", en: "general Party branch" },
    nature: "primary",
    leaders: "elected",
    holdsMembers: false,
  },
  {
    id: "branch",
    label: { zh: "党支部", en: "Party branch" },
    nature: "primary",
    leaders: "elected",
    holdsMembers: true,
  },
  {
    id: "jointBranch",
    label: { zh: "联合党支部", en: "joint Party branch" },
    nature: "primary",
    leaders: "elected",
    holdsMembers: true,
  },
  {
    id: "temporaryBranch",
    label: { zh: "临时党支部", en: "temporary Party branch" },
    nature: "primary",
    leaders: "designated",
    holdsMembers: false,
  },
  {
    id: "mobileMemberBranch",
    label: { zh: "流动党员党支部", en: "Party branch of mobile members" },
    nature: "primary",
    leaders: "elected",
    holdsMembers: true,
  },
  {
    id: "projectBranch",
    label: { zh: "项目党支部", en: "project Party branch" },
    nature: "primary",
    leaders: "elected",
    holdsMembers: true,
  },
  {
    id: "partyGroup",
    label: { zh: "党小组", en: "Party group" },
    nature: "subdivision",
    leaders: "designated",
    holdsMembers: false,
  },
]

const ALL_BRANCHES = ["branch", "jointBranch", "temporaryBranch", "mobileMemberBranch", "projectBranch"]

type Ground = Omit<Edge, "id" | "parent" | "child" | "strength">

const under = (ground: Ground, parent: string | undefined, children: ReadonlyArray<string>): ReadonlyArray<Edge> =>
  children.map((child) => ({
    id: `place-${child}-${parent === undefined ? "top" : `under-${parent}`}`,
    strength: "may",
    ...ground,
    ...(parent === undefined ? {} : { parent }),
    child,
  }))

const ofBranches: Ground = { from, cite: /* @__PURE__ */ branches() }
const ofRural: Ground = { from: fromRural, cite: rural }
const ofMemory: Ground = { from, cite: forms, note: MEMORY }
const ofForms: Ground = { from, cite: forms, note: "出处为一般说明，起始日为本册所定" }
const ofPractice: Ground = { from, cite: forms, note: "见于某县的隶属树，未见条文；起始日为本册所定" }
const ofModel: Ground = { from, cite: forms, note: "所录隶属树可以从这一级起，是本册的约定" }

/**
 * The lawful places.
 *
 * **Details**
 *
 * The modelled tree may begin with a county, working or township committee. A committee under a township committee is that
 * of a village, community, enterprise or organ. That a primary committee may stand under another is not in a text seen;
 * a county tree counted has such, and the place is kept with its note.
 *
 * @category instances
 * @since 0.1.0
 */
export const edges: ReadonlyArray<Edge> = [
  .../* @__PURE__ */ under(ofModel, undefined, ["countyCommittee", "workingCommittee", "townshipCommittee"]),
  .../* @__PURE__ */ under(ofMemory, "countyCommittee", ["townshipCommittee", "workingCommittee", "primaryCommittee"]),
  .../* @__PURE__ */ under(ofMemory, "workingCommittee", ["primaryCommittee", "generalBranch", ...ALL_BRANCHES]),
  .../* @__PURE__ */ under(ofRural, "townshipCommittee", ["primaryCommittee", "generalBranch", ...ALL_BRANCHES]),
  .../* @__PURE__ */ under(ofRural, "primaryCommittee", ["generalBranch", ...ALL_BRANCHES]),
  .../* @__PURE__ */ under(ofPractice, "primaryCommittee", ["primaryCommittee"]),
  .../* @__PURE__ */ under(ofForms, "generalBranch", ALL_BRANCHES),
  .../* @__PURE__ */ ALL_BRANCHES.flatMap((parent) => under(ofBranches, parent, ["partyGroup"])),
]

type Rule = Omit<CapabilityRule, "id" | "kinds">

const of = (kinds: ReadonlyArray<string>, name: string, rule: Rule): CapabilityRule => ({
  id: `capability-${name}-${rule.capability}`,
  kinds,
  ...rule,
})

const never = (capability: Capability): Rule => ({
  strength: "must",
  from: fromDevelopment,
  cite: development,
  capability,
  says: "hasNot",
})
const generallyNot = (capability: Capability): Rule => ({
  strength: "should",
  from,
  cite: branches(8),
  note: "条号凭记忆",
  capability,
  says: "hasNot",
})
const onlyDeliberates: Rule = {
  strength: "must",
  from: fromDevelopment,
  cite: approving,
  note: "可以审议，不得审批；起始日比照细则",
  capability: "approveProbationary",
  says: "hasNot",
}

/**
 * What bodies of a kind may and may not do: the table of who approves probationary members, and what temporary branches
 * must not and generally do not do. Whatever no rule denies may be given.
 *
 * @category instances
 * @since 0.1.0
 */
export const capabilities: ReadonlyArray<CapabilityRule> = [
  /* @__PURE__ */ of(["temporaryBranch"], "temporary", /* @__PURE__ */ never("admit")),
  /* @__PURE__ */ of(["temporaryBranch"], "temporary", /* @__PURE__ */ never("approveProbationary")),
  /* @__PURE__ */ of(["temporaryBranch"], "temporary", /* @__PURE__ */ generallyNot("discipline")),
  /* @__PURE__ */ of(["temporaryBranch"], "temporary", /* @__PURE__ */ generallyNot("disposeOfMembers")),
  /* @__PURE__ */ of(["temporaryBranch"], "temporary", /* @__PURE__ */ generallyNot("collectDues")),
  /* @__PURE__ */ of(["temporaryBranch"], "temporary", /* @__PURE__ */ generallyNot("electDelegates")),
  /* @__PURE__ */ of(["temporaryBranch"], "temporary", /* @__PURE__ */ generallyNot("holdTermElections")),
  /* @__PURE__ */ of(["temporaryBranch"], "temporary", {
    strength: "must",
    from,
    cite: /* @__PURE__ */ branches(8),
    note: "党员组织关系不转入；条号凭记忆",
    capability: "holdFiles",
    says: "hasNot",
  }),
  /* @__PURE__ */ of(["generalBranch"], "general-branch", onlyDeliberates),
  /* @__PURE__ */ of(["branch", "jointBranch", "mobileMemberBranch", "projectBranch", "partyGroup"], "branches", {
    ...onlyDeliberates,
    note: "只有党委才有审批权限；起始日比照细则",
  }),
  /* @__PURE__ */ of(["primaryCommittee"], "village", { ...onlyDeliberates, sectors: ["village", "community"] }),
  /* @__PURE__ */ of(["countyCommittee", "workingCommittee", "townshipCommittee", "primaryCommittee"], "committees", {
    ...onlyDeliberates,
    strength: "may",
    note: "须经授予审批权限；起始日比照细则",
    says: "has",
  }),
  /* @__PURE__ */ of(["workingCommittee", "leadingMembersGroup"], "appointed", {
    strength: "must",
    from,
    cite: appointed,
    note: "派出机关和党组由上级任命，没有届期；出处为一般说明，起始日为本册所定",
    capability: "holdTermElections",
    says: "hasNot",
  }),
  /* @__PURE__ */ of(["townshipCommittee", "primaryCommittee"], "committees", {
    strength: "may",
    from: fromEducation,
    cite: education,
    note: "限有审批预备党员权限的基层党委；起始日只据年份",
    capability: "transferNationwide",
    says: "has",
  }),
]

/**
 * The scheme by which some places code their organisations: three signs a level. It is known from the layout of a record
 * only, and in a county tree counted one in nine did not keep it.
 *
 * @category instances
 * @since 0.1.0
 */
export const organisationCodes: ReadonlyArray<CodeScheme> = [
  {
    id: "code-three-a-level",
    strength: "should",
    from,
    cite: { title: "党组织信息登记项目", standing: "report" },
    note: "一种记录格式，每级3位，逐级截位得上级编码；起始日为本册所定",
    signs: "digitsAndCapitals",
    levels: [3],
    further: 3,
  },
]

/**
 * The codes of administrative divisions: six digits down to the county (GB/T 2260), nine for townships (GB/T 10114), twelve
 * for villages and communities.
 *
 * @category instances
 * @since 0.1.0
 */
export const unitCodes: ReadonlyArray<CodeScheme> = [
  {
    id: "code-divisions",
    strength: "should",
    from,
    cite: { title: "县级以下行政区划代码编制规则", number: "GB/T 10114", standing: "transcription" },
    note: "前6位依GB/T 2260；村、社区的12位依统计用区划代码，凭记忆；起始日为本册所定",
    signs: "digits",
    levels: [2, 4, 6, 9, 12],
    padTo: 6,
    kinds: ["省", "市", "县", "区", "乡镇", "街道", "村", "社区"],
  },
]
