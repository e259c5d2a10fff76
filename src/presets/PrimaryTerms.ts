/**
 * Terms of office of primary organisations (基层党组织任期): five years for primary committees and in villages and
 * communities, three for general branches and branches, with the limits of early and late elections and the reminder.
 *
 * From the opinion on the terms of primary organisations and the regulations on branches (trial), both of 2018, in copies
 * made by others; that an early or late election needs the approval of the superior stands in article 3 of the
 * regulations on elections of 2020 as well. Weak: the opinion is taken to
 * be in force from the first day of its year, since the copies give the year alone; from when on an election counts as
 * early is not said anywhere and is set here.
 *
 * @since 0.1.0
 */
import type { Citation } from "../foundation/Citation.js"
import * as CivilDate from "../foundation/CivilDate.js"
import type { TenureRule } from "../organisation/Tenure.js"

// ---------------------------------------------------------------- instances

const opinion: Citation = { title: "关于党的基层组织任期的意见", date: "2018", standing: "transcription" }
const branches: Citation = { title: "中国共产党支部工作条例（试行）", date: "2018", standing: "transcription" }

const from2018 = /* @__PURE__ */ CivilDate.parseUnsafe("2018-01-01")
const fromBranches = /* @__PURE__ */ CivilDate.parseUnsafe("2018-10-28")

const COMMITTEES = ["primaryCommittee", "townshipCommittee"]
const BRANCHES = ["generalBranch", "branch", "jointBranch", "mobileMemberBranch", "projectBranch"]
const ELECTED = ["primaryCommittee", "townshipCommittee", ...BRANCHES]

/**
 * The rules of terms.
 *
 * @category instances
 * @since 0.1.0
 */
export const rules: ReadonlyArray<TenureRule> = [
  {
    id: "term-committee",
    strength: "must",
    from: from2018,
    cite: opinion,
    kinds: COMMITTEES,
    says: { is: "length", years: 5 },
  },
  {
    id: "term-branch",
    strength: "must",
    from: from2018,
    cite: opinion,
    note: "村和社区的流动党员党支部、项目党支部是三年还是五年，出处没有写明，此处按一般的三年",
    kinds: BRANCHES,
    says: { is: "length", years: 3 },
  },
  {
    id: "term-village",
    strength: "must",
    from: from2018,
    cite: opinion,
    kinds: ["primaryCommittee", "generalBranch", "branch", "jointBranch"],
    sectors: ["village", "community"],
    says: { is: "length", years: 5 },
  },
  {
    id: "term-appointed",
    strength: "may",
    from: from2018,
    cite: { title: "党工委、党组性质的说明", standing: "report" },
    note: "委派产生的机关和临时党支部不选举，没有届期；出处是解说文章",
    kinds: ["workingCommittee", "leadingMembersGroup", "temporaryBranch"],
    says: { is: "none" },
  },
  {
    id: "term-early",
    strength: "should",
    from: from2018,
    cite: opinion,
    approvedBy: "superior",
    note: "从何日起算提前，各文均未写明；此处以提醒换届之后的选举为按期",
    kinds: ELECTED,
    says: { is: "shift", sense: "early", months: 12, onTime: 6 },
  },
  {
    id: "term-late",
    strength: "should",
    from: from2018,
    cite: opinion,
    approvedBy: "superior",
    kinds: ELECTED,
    says: { is: "shift", sense: "late", months: 12 },
  },
  {
    id: "term-reminder",
    strength: "should",
    from: fromBranches,
    cite: branches,
    kinds: ELECTED,
    says: { is: "reminder", months: 6 },
  },
]
