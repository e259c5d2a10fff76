/**
 * How primary organisations are set up and closed (党支部的设立、调整、撤销程序): who decides, by when, who elects, and where it is
 * filed.
 *
 * From the regulations on branches (trial) of 2018 and the regulations on rural primary organisations, in copies made by
 * others that show no article numbers for it. Weak: since when the rural regulations are in force, and that a street's
 * working committee decides as a township committee does; whoever is not in the modelled tree is taken to be entitled.
 *
 * @since 0.1.0
 */
import type { Citation } from "../foundation/Citation.js"
import * as CivilDate from "../foundation/CivilDate.js"
import type { ProcedureRule } from "../organisation/ChangeProcedure.js"

// ---------------------------------------------------------------- instances

const branches: Citation = { title: "中国共产党支部工作条例（试行）", date: "2018", standing: "transcription" }
const rural: Citation = { title: "中国共产党农村基层组织工作条例", standing: "transcription" }

const from = /* @__PURE__ */ CivilDate.parseUnsafe("2018-10-28")
const fromRural = /* @__PURE__ */ CivilDate.parseUnsafe("2018-12-28")

const BRANCHES = ["branch", "jointBranch", "mobileMemberBranch", "projectBranch", "temporaryBranch"]
const DECIDING = ["primaryCommittee", "townshipCommittee", "workingCommittee", "countyCommittee"]

/**
 * The rules of procedure.
 *
 * @category instances
 * @since 0.1.0
 */
export const rules: ReadonlyArray<ProcedureRule> = [
  {
    id: "change-approver",
    strength: "must",
    from,
    cite: branches,
    changes: ["establish", "merge", "split", "dissolve"],
    kinds: BRANCHES,
    says: { is: "approver", kinds: DECIDING },
  },
  {
    id: "change-approver-village",
    strength: "must",
    from: fromRural,
    cite: rural,
    note: "条例的施行日期据记忆；街道党工委比照乡镇党委；合并、分设也是撤销、成立，同样处理",
    changes: ["establish", "merge", "split", "dissolve"],
    sectors: ["village"],
    says: { is: "approver", kinds: ["townshipCommittee", "workingCommittee", "countyCommittee"] },
  },
  {
    id: "change-decision",
    strength: "should",
    from,
    cite: branches,
    changes: ["establish"],
    kinds: BRANCHES,
    says: { is: "decision", months: 1 },
  },
  {
    id: "change-election",
    strength: "must",
    from,
    cite: branches,
    note: "联合党支部书记也可由上级指定，临时党支部由批准单位指定，故不在内",
    changes: ["establish"],
    kinds: ["branch", "mobileMemberBranch", "projectBranch"],
    says: { is: "election" },
  },
  {
    id: "change-filing",
    strength: "must",
    from,
    cite: branches,
    changes: ["establish", "merge", "split", "dissolve"],
    kinds: BRANCHES,
    says: { is: "filing" },
  },
]
