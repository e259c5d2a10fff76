/** The rates of the township, each with what it is a rate of. */
import { Label, Rate } from "dangjian/foundation"
import { DualRole, Grid, GridCoverage, PartyCoverage } from "dangjian/organisation"
import { CoverageRules } from "dangjian/presets"
import * as Result from "effect/Result"
import { type Checked, faultsIn } from "./faults.js"
import { language, say } from "./flags.js"
import { type Column, table } from "./print.js"
import { on } from "./roll.js"
import { bodyOfUnit, type Town, unitsOf, villagesOf } from "./scene.js"

/** The firms and social organisations, the organisations in them, and who is sent to work there. */
const sceneOf = (town: Town): PartyCoverage.Scene => {
  const firms = unitsOf(town).filter(({ sector }) => sector === "twoNew")
  const ids = new Set(firms.map(({ id }) => id))
  return {
    on,
    units: firms.map((firm) => ({ ...firm, counts: {} })),
    bodies: town.organisations
      .map(({ id, kind, units }) => ({ id, kind, units: units.filter((unit) => ids.has(unit)) }))
      .filter(({ units }) => units.length > 0),
    works: town.posts.holdings
      .filter(({ post }) => post.kind === "instructor" && ids.has(post.body))
      .map(({ post }) => ({ means: "instructor", unit: post.body })),
  }
}

const linkedOf = ({ view }: Town) =>
  GridCoverage.households(
    Grid.level(view, "组"),
    view.links.flatMap(({ at, person }) => ("household" in at ? [{ household: at.household, person }] : [])),
  )

const dualOf = (town: Town): Rate.Rate => {
  const pairs = villagesOf(town).map(({ id }) => ({ organisation: bodyOfUnit(town, id), unit: id }))
  const { dual } = DualRole.observe(town.posts, pairs, { secretary: "secretary", head: "villageDirector" })
  return { ...dual, of: { zh: "村、社区", en: "villages and communities" } }
}

const head: ReadonlyArray<Column> = [
  [say("指标", "Figure")],
  [say("数量", "Count"), "number"],
  [say("基数", "Base"), "number"],
  [say("比率", "Rate"), "number"],
  [say("以何为基数", "What the base is")],
]

const row = (name: string, rate: Rate.Rate): ReadonlyArray<string> => [
  name,
  String(rate.numerator.amount),
  String(rate.denominator.amount),
  Rate.percent(rate, 1, "halfUp") ?? say("无", "none"),
  Label.text(rate.of, language),
]

/** How the firms and social organisations are covered. */
export const coverageOf = (town: Town) => PartyCoverage.of(CoverageRules.tables, CoverageRules.operating, sceneOf(town))

/** The table of rates, or what keeps them from being found. */
export const ratesPage = (town: Town): Checked<string> => {
  const coverage = coverageOf(town)
  const linked = linkedOf(town)
  if (Result.isFailure(coverage) || Result.isFailure(linked)) return Result.fail(faultsIn(coverage, linked))
  const { built, organisation, own, work } = PartyCoverage.rates(coverage.success)
  const rows = [
    row(say("书记、主任一肩挑", "One person in both posts"), dualOf(town)),
    row(say("两新组织：组织覆盖", "Firms: covered by an organisation"), organisation),
    row(say("两新组织：单独组建", "Firms: with one of their own"), own),
    row(say("两新组织：工作覆盖", "Firms: covered by Party work"), work),
    row(say("两新组织：应建已建", "Firms: built where one must be"), built),
    row(say("联户到户", "Households linked to a member"), GridCoverage.rate(linked.success)),
  ]
  return Result.succeed(table(head, rows))
}
