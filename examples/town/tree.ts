/** The township's organisations on the last day of the year: the tree, what the rules find, the rates, the yearly table. */
import { OrganisationBooks } from "dangjian/interop"
import { Forest, Member, type Organisation, PostRoll, Tenure } from "dangjian/organisation"
import { PostRules, PrimaryKinds, PrimaryTerms } from "dangjian/presets"
import * as Result from "effect/Result"
import { type Checked, faultsIn } from "./faults.js"
import { findingsOf, findingsPage, namesOf } from "./findings.js"
import { say } from "./flags.js"
import { type Column, table } from "./print.js"
import { ratesPage } from "./rates.js"
import { on, rollOf } from "./roll.js"
import { TOP, type Town, tenureOf, townOf, villagesOf } from "./scene.js"
import { yearlyPage } from "./yearly.js"

/** The township from its books, or everything wrong with them. */
export const readTown = (sources: ReadonlyArray<OrganisationBooks.Source>): Checked<Town> => {
  const books = OrganisationBooks.read(sources, { on, kinds: PrimaryKinds.kinds, postKinds: PostRules.kinds })
  if (Result.isFailure(books)) return Result.fail(books.failure)
  return Result.map(rollOf(books.success), (roll) => townOf(books.success, roll))
}

// ---------------------------------------------------------------- the tree

const stateOf: Readonly<Record<Tenure.Standing["state"], string>> = {
  running: "",
  due: say("将届满", "due"),
  extended: say("延期", "extended"),
  overdue: say("超期", "overdue"),
  followed: "",
}

const termText = (town: Town, organisation: Organisation.Organisation): string => {
  const tenure = tenureOf(town, organisation)
  const standing = tenure === undefined ? undefined : Tenure.standing(PrimaryTerms.rules, tenure, on)
  if (standing === undefined || Result.isFailure(standing)) return ""
  const { endsOn, extendedTo, state } = standing.success
  return `${extendedTo ?? endsOn} ${stateOf[state]}`.trimEnd()
}

const treeRows = (town: Town): ReadonlyArray<ReadonlyArray<string>> => {
  const names = namesOf(town)
  const { forest } = town.tree
  return Forest.children(forest, TOP).map((organisation) => {
    const { id, kind, name } = organisation
    const [secretary] = PostRoll.holdersOf(town.posts, id, "secretary")
    return [
      name,
      names.get(kind) ?? kind,
      String(Forest.descendants(forest, id).length || ""),
      String(town.heads.get(id)?.all ?? 0),
      String(town.heads.get(id)?.full ?? 0),
      secretary === undefined ? say("空缺", "vacant") : (names.get(secretary.person) ?? secretary.person),
      termText(town, organisation),
    ]
  })
}

const treeHead: ReadonlyArray<Column> = [
  [say("镇党委下属党组织", "Under the township committee")],
  [say("类型", "Kind")],
  [say("支部", "Branches"), "number"],
  [say("党员", "Members"), "number"],
  [say("正式", "Full"), "number"],
  [say("书记", "Secretary")],
  [say("任期届满", "Term ends")],
]

// ---------------------------------------------------------------- the page

const headline = (town: Town): ReadonlyArray<string> => {
  const { heads, members, organisations } = town
  const [all, full] = [heads.get(TOP)?.all ?? 0, heads.get(TOP)?.full ?? 0]
  const moving = members.filter(({ affiliation }) => affiliation.in === "transit").length
  const left = members.filter((member) => !Member.rights(member).counts).length
  const villages = villagesOf(town).length
  return [
    say("样例镇2023年度（全部虚构）", "Sample township, 2023 (everything made up)"),
    say(
      `党组织${organisations.length}个，村、社区${villages}个，截至${on}`,
      `${organisations.length} Party organisations, ${villages} villages and communities, on ${on}`,
    ),
    say(
      `党员${all}名，其中正式党员${full}名，接转途中${moving}名；停止党籍的${left}名不计入`,
      `${all} members, ${full} of them full, ${moving} in transit; ${left} whose membership is suspended not counted`,
    ),
  ]
}

/** Everything the township's organisations have to show, or everything wrong with them. */
export const townPage = (town: Town): Checked<string> => {
  const [findings, rates, yearly] = [findingsOf(town), ratesPage(town), yearlyPage(town)]
  if (Result.isFailure(findings) || Result.isFailure(rates) || Result.isFailure(yearly)) {
    return Result.fail(faultsIn(findings, rates, yearly))
  }
  const parts = [
    [...headline(town), "", table(treeHead, treeRows(town))],
    findingsPage(town, findings.success),
    [rates.success],
    [say("年报（年龄、学历的分档为示例）", "The yearly table (its bands are made up)"), "", yearly.success],
  ]
  return Result.succeed(parts.map((lines) => lines.join("\n")).join("\n\n"))
}
