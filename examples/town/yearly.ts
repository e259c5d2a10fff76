/** The yearly table: members, organisations, units, committee members and secretaries, divided as the layout asks. */
import { Label, Rate, Unit } from "dangjian/foundation"
import { Census, CensusSource } from "dangjian/organisation"
import { CensusLayout } from "dangjian/presets"
import * as Result from "effect/Result"
import { type Checked, faultsIn } from "./faults.js"
import { language, say } from "./flags.js"
import { type Column, table } from "./print.js"
import { coverageOf } from "./rates.js"
import { on } from "./roll.js"
import type { Town } from "./scene.js"

// The bands of this example are made up: they differ from year to year, and the known layout has none.

const age: Census.Division = {
  id: "age",
  label: { zh: "年龄", en: "age" },
  field: "born",
  classes: [
    { id: "to35", label: { zh: "35岁及以下", en: "35 and younger" }, years: { le: "35" } },
    { id: "to60", label: { zh: "36至60岁", en: "36 to 60" }, years: { ge: "36", le: "60" } },
    { id: "from61", label: { zh: "61岁及以上", en: "61 and older" }, years: { ge: "61" } },
  ],
}

const education: Census.Division = {
  id: "education",
  label: { zh: "学历", en: "education" },
  field: "education",
  classes: [
    { id: "college", label: { zh: "大专及以上", en: "college and above" }, of: ["大专", "本科", "研究生"] },
    { id: "middle", label: { zh: "高中", en: "upper middle school" }, of: ["高中", "中专"] },
    { id: "below", label: { zh: "初中及以下", en: "lower middle school and below" }, of: ["初中", "小学"] },
  ],
}

const PEOPLE = ["members", "committeeMembers", "secretaries"]
const layout = CensusSource.divided(CensusLayout.layout, PEOPLE, [age, education])

/** How many are in each class with the share of all, and how many are in none or unknown where there are such. */
const classesOf = (partition: Census.Partition, { classes }: Census.Division): ReadonlyArray<string> => {
  const shares = Census.shares(partition, Unit.known.piece, "all", { zh: "总数", en: "all" })
  const counted = classes.map(({ label }, place) => {
    const rate = shares[place]?.rate
    const share = rate === undefined ? "" : (Rate.percent(rate, 1, "halfUp") ?? "")
    return `${Label.text(label, language)} ${partition.lines[place]?.count ?? 0} (${share})`
  })
  const rest = [
    ...(partition.other === 0 ? [] : [`${say("其他", "other")} ${partition.other}`]),
    ...(partition.unknown === 0 ? [] : [`${say("不详", "unknown")} ${partition.unknown}`]),
  ]
  return [...counted, ...rest]
}

const head: ReadonlyArray<Column> = [[say("对象", "What")], [say("栏目", "By")], [say("分类", "Classes")], [""], [""]]
const ABREAST = 3

/** Lines for each division, with some classes abreast; classes, others and unknown add up to the number at the left. */
const linesOf = ({ divisions, label }: Census.Section, { partitions, total }: Census.Filled) => {
  if (total === 0) return []
  return divisions.flatMap((division, place) => {
    const classes = classesOf(partitions[place] as Census.Partition, division)
    const lines = Math.ceil(classes.length / ABREAST)
    return Array.from({ length: lines }, (_, line) => {
      const abreast = Array.from({ length: ABREAST }, (_, column) => classes[line * ABREAST + column] ?? "")
      const who = place + line === 0 ? `${Label.text(label, language)} ${total}` : ""
      return [who, line === 0 ? Label.text(division.label, language) : "", ...abreast]
    })
  })
}

/** The yearly table, or what keeps it from being filled in. Sections in which nothing is counted are left out. */
export const yearlyPage = (town: Town): Checked<string> => {
  const coverage = coverageOf(town)
  if (Result.isFailure(coverage)) return Result.fail(faultsIn(coverage))
  const { members, organisations, persons, posts } = town
  const source = {
    persons,
    roll: { format: 1, on, members } as const,
    posts,
    organisations,
    coverage: coverage.success,
  }
  const census = CensusSource.fill(layout, source, CensusLayout.offices)
  if (Result.isFailure(census)) return Result.fail(faultsIn(census))
  const { sections } = census.success
  return Result.succeed(
    table(
      head,
      layout.flatMap((section, place) => linesOf(section, sections[place] as Census.Filled)),
    ),
  )
}
