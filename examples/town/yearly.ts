/** The yearly table: members, secretaries and committee members by sex, age and education. */
import { Label, Rate, Unit } from "dangjian/foundation"
import { Census, Member } from "dangjian/organisation"
import { PostRules } from "dangjian/presets"
import * as Result from "effect/Result"
import { language, say } from "./flags.js"
import { type Column, table } from "./print.js"
import { on } from "./roll.js"
import { TOP, type Town } from "./scene.js"

// The divisions of this example are made up: bands and classes differ from year to year.

const sex: Census.Division = {
  id: "sex",
  label: { zh: "性别", en: "sex" },
  field: "sex",
  classes: [
    { id: "women", label: { zh: "女", en: "women" }, of: ["female"] },
    { id: "men", label: { zh: "男", en: "men" }, of: ["male"] },
  ],
}

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

const divisions = [sex, age, education]
const layout: ReadonlyArray<Census.Section> = [
  { id: "members", label: { zh: "党员", en: "members" }, unit: "person", divisions },
  { id: "secretaries", label: { zh: "党组织书记", en: "secretaries" }, unit: "person", divisions },
  { id: "committees", label: { zh: "班子成员", en: "committee members" }, unit: "person", divisions },
]

/** Persons as the table counts them, each once. */
const counted = ({ persons }: Town, ids: Iterable<string>): ReadonlyArray<Census.Counted> => {
  const wanted = new Set(ids)
  return persons
    .filter(({ id }) => wanted.has(id))
    .map(({ born, education: school, id, sex: own }) => ({
      id,
      body: TOP,
      fields: { ...(own === undefined ? {} : { sex: own }), ...(school === undefined ? {} : { education: school }) },
      ...(born === undefined ? {} : { since: { born } }),
    }))
}

const SEATS = new Set(PostRules.kinds.filter(({ committee, of }) => committee && of === "party").map(({ id }) => id))

const filled = (town: Town): Census.Census => {
  const leading = (isOf: (kind: string) => boolean) =>
    town.posts.holdings.filter(({ post }) => isOf(post.kind)).map(({ person }) => person)
  const members = town.members.filter((member) => Member.rights(member).counts).map(({ person }) => person)
  const things = {
    members: counted(town, members),
    secretaries: counted(
      town,
      leading((kind) => kind === "secretary"),
    ),
    committees: counted(
      town,
      leading((kind) => SEATS.has(kind)),
    ),
  }
  return Result.getOrThrow(Census.fill(layout, { on, covers: [TOP], things }))
}

/** How many are in each class of a division, with the share of all. */
const cells = (partition: Census.Partition, { classes }: Census.Division): ReadonlyArray<string> => {
  const shares = Census.shares(partition, Unit.known.person, "all", { zh: "总数", en: "all" })
  return classes.map(({ label }, place) => {
    const rate = shares[place]?.rate
    const share = rate === undefined ? "" : ` (${Rate.percent(rate, 1, "halfUp") ?? ""})`
    return `${Label.text(label, language)} ${partition.lines[place]?.count ?? 0}${share}`
  })
}

const head: ReadonlyArray<Column> = [
  [say("人员", "Who")],
  [say("按", "By")],
  [say("分类", "Classes")],
  [""],
  [""],
  [say("不详", "Unknown"), "number"],
]

/** The yearly table; a line for each division, whose classes and those unknown add up to the number at the left. */
export const yearlyPage = (town: Town): string => {
  const { sections } = filled(town)
  const rows = layout.flatMap(({ divisions: own, label }, index) =>
    own.flatMap((division, place) => {
      const section = sections[index]
      const partition = section?.partitions[place]
      if (section === undefined || partition === undefined) return []
      const [one = "", two = "", three = ""] = cells(partition, division)
      const who = place === 0 ? `${Label.text(label, language)} ${section.total}` : ""
      return [[who, Label.text(division.label, language), one, two, three, String(partition.unknown || "")]]
    }),
  )
  return table(head, rows)
}
