/**
 * What the yearly table of the Party (党内统计年报) is filled in from: persons, the roll of the day, who holds which post,
 * organisations and the coverage of units, turned into the things that a census counts.
 *
 * Bands of age and classes of education are the caller's; here stand the fields that they divide. What no record tells
 * stays absent, so that the census counts it as unknown.
 *
 * @since 0.1.0
 */
import type * as Result from "effect/Result"
import * as Census from "./Census.js"
import * as Member from "./Member.js"
import type { Organisation } from "./Organisation.js"
import type * as PartyCoverage from "./PartyCoverage.js"
import type { Person } from "./Person.js"
import type { PostRoll } from "./PostRoll.js"
import type { Roll } from "./Roll.js"

// ---------------------------------------------------------------- models

/**
 * What there is on the day: all of it as of one day, which is that of the roll.
 *
 * @category models
 * @since 0.1.0
 */
export interface Source {
  readonly persons: ReadonlyArray<Person>
  readonly roll: Roll
  readonly posts: PostRoll
  readonly organisations: ReadonlyArray<Organisation>
  readonly coverage: PartyCoverage.Coverage
}

/**
 * Which kinds of posts make a secretary (书记) and which a committee member (班子成员), and whether those who merely act as
 * secretaries (代理、主持工作) are counted among them or apart in a section of their own; and which means of work coverage are
 * asked of units. One who acts takes no seat and is no committee member by that.
 *
 * @category models
 * @since 0.1.0
 */
export interface Offices {
  readonly secretaries: ReadonlyArray<string>
  readonly committee: ReadonlyArray<string>
  readonly acting: "counted" | "apart"
  readonly means: ReadonlyArray<string>
}

/**
 * The sections that are derived: members, organisations, units, committee members, secretaries, and those who act as
 * secretaries where they are counted apart.
 *
 * @category models
 * @since 0.1.0
 */
export type SectionId = "members" | "organisations" | "units" | "committeeMembers" | "secretaries" | "actingSecretaries"

/**
 * What is counted, by section, and the bodies that it is counted under: the organisations, and the units of the coverage,
 * of which one without an organisation is counted under itself like the others.
 *
 * @category models
 * @since 0.1.0
 */
export interface Derived {
  readonly covers: ReadonlyArray<string>
  readonly things: Readonly<Record<SectionId, ReadonlyArray<Census.Counted>>>
}

// ---------------------------------------------------------------- constructors

/**
 * The things of every section.
 *
 * **Details**
 *
 * Fields of persons are `sex`, `ethnicity`, `education` and `occupation`, and years count from `born`; members have `stage`,
 * `restriction` and `mobile` besides, and years from `admitted` and from `standing` (党龄, from full membership).
 * A member on the way to another branch is counted where the branch is responsible; whose membership is suspended (停止党籍)
 * is not counted. Who holds a post is counted once in each body, under it: a secretary who sits on the committee of the
 * township too is a member of two committees. Organisations have their `kind`, and years from `established`. Units have
 * their `class`, `organised` (`own`, `joint`, `none`), `group`, and `means.` with the id of each means of work that is asked for, `yes` or `no`.
 *
 * @example
 * ```ts
 * import { CivilDate, PartialDate } from "dangjian/foundation"
 * import { CensusSource, PostRoll } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const on = CivilDate.parseUnsafe("2023-12-31")
 * const from = CivilDate.parseUnsafe("2021-03-01")
 * const posts = PostRoll.at(
 *   {
 *     kinds: [],
 *     posts: [{ id: "p1", kind: "secretary", body: "b1" }],
 *     appointments: [{ id: "a1", post: "p1", person: "m1", from, manner: "acting" }],
 *   },
 *   on,
 * )
 * const { things } = CensusSource.derive( // made up
 *   {
 *     persons: [{ id: "m1", name: "张三", sex: "female", born: PartialDate.parseUnsafe("1990") }],
 *     roll: { format: 1, on, members: [] },
 *     posts,
 *     organisations: [],
 *     coverage: { format: 1, on, base: { id: "all", label: { zh: "全部单位" }, unit: "firm" }, rows: [], outside: [] },
 *   },
 *   { secretaries: ["secretary"], committee: ["secretary"], acting: "apart", means: [] },
 * )
 * assert.deepEqual(things.secretaries, [])
 * assert.deepEqual(things.actingSecretaries.map(({ body, fields }) => [body, fields.sex]), [["b1", "female"]])
 * assert.deepEqual(things.committeeMembers, [])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const derive = (source: Source, offices: Offices): Derived => {
  const { organisations, coverage, roll, posts } = source
  const known = new Map(source.persons.map((person) => [person.id, person]))
  const regular = posts.holdings.filter(({ manner }) => manner !== "acting")
  const acting = posts.holdings.filter(({ manner }) => manner === "acting")
  const secretaries = holders(offices.acting === "counted" ? posts.holdings : regular, offices.secretaries, known)
  const held = new Set(secretaries.map(({ id }) => id))
  return {
    covers: [...new Set([...organisations.map(({ id }) => id), ...coverage.rows.map(({ unit }) => unit)])].sort(),
    things: {
      members: roll.members.filter((member) => Member.rights(member).counts).map((member) => ofMember(member, known)),
      organisations: organisations.map(ofOrganisation),
      units: ofUnits(coverage.rows, offices.means),
      committeeMembers: holders(regular, offices.committee, known),
      secretaries,
      actingSecretaries: holders(acting, offices.secretaries, known).filter(({ id }) => !held.has(id)),
    },
  }
}

type Known = ReadonlyMap<string, Person>

const fieldsOf = (person: Person | undefined): Readonly<Record<string, string>> => {
  const { sex, ethnicity, education, occupation } = person ?? {}
  return {
    ...(sex === undefined ? {} : { sex }),
    ...(ethnicity === undefined ? {} : { ethnicity }),
    ...(education === undefined ? {} : { education }),
    ...(occupation === undefined ? {} : { occupation }),
  }
}

const bornOf = (person: Person | undefined): NonNullable<Census.Counted["since"]> =>
  person?.born === undefined ? {} : { born: person.born }

const ofMember = (member: Member.Member, known: Known): Census.Counted => {
  const { person, stage, restriction, mobile, admittedOn, fullFrom } = member
  const found = known.get(person)
  return {
    id: person,
    body: Member.responsible(member),
    fields: { ...fieldsOf(found), stage, restriction, mobile: yesNo(mobile) },
    since: { ...bornOf(found), admitted: admittedOn, ...(fullFrom === undefined ? {} : { standing: fullFrom }) },
  }
}

const yesNo = (is: boolean): "yes" | "no" => (is ? "yes" : "no")

const ofOrganisation = ({ id, kind, established }: Organisation): Census.Counted => ({
  id,
  body: id,
  fields: { kind },
  since: { established },
})

const ORGANISED: Readonly<Record<PartyCoverage.Class, "own" | "joint" | "none">> = {
  committee: "own",
  generalBranch: "own",
  branch: "own",
  joint: "joint",
  shouldBuild: "none",
  individuals: "none",
  noMembers: "none",
}

const ofUnits = (rows: ReadonlyArray<PartyCoverage.Row>, asked: ReadonlyArray<string>): ReadonlyArray<Census.Counted> =>
  rows.map(({ unit, class: own, group, means }) => ({
    id: unit,
    body: unit,
    fields: {
      ...Object.fromEntries(asked.map((each) => [`means.${each}`, yesNo(means.includes(each))])),
      class: own,
      organised: ORGANISED[own],
      group: yesNo(group),
    },
  }))

const holders = (
  holdings: PostRoll["holdings"],
  kinds: ReadonlyArray<string>,
  known: Known,
): ReadonlyArray<Census.Counted> => {
  const asked = new Set(kinds)
  const found = new Map<string, Census.Counted>()
  for (const { post, person } of holdings) {
    if (!asked.has(post.kind)) continue
    const id = JSON.stringify([post.body, person])
    const own = known.get(person)
    found.set(id, { id, body: post.body, fields: fieldsOf(own), since: bornOf(own) })
  }
  return [...found.values()]
}

// ---------------------------------------------------------------- operations

/**
 * A layout in which the sections of these ids are divided in these ways besides their own.
 *
 * @example
 * ```ts
 * import { CensusSource } from "dangjian/organisation"
 * import { CensusLayout } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const education = { id: "education", label: { zh: "学历" }, field: "education", classes: [] } // made up
 * const layout = CensusSource.divided(CensusLayout.layout, ["members", "secretaries"], [education])
 * const asked = layout.filter(({ divisions }) => divisions.some(({ id }) => id === "education"))
 * assert.deepEqual(asked.map(({ id }) => id), ["members", "secretaries"])
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const divided = (
  layout: ReadonlyArray<Census.Section>,
  sections: ReadonlyArray<string>,
  divisions: ReadonlyArray<Census.Division>,
): ReadonlyArray<Census.Section> =>
  layout.map((section) =>
    sections.includes(section.id) ? { ...section, divisions: [...section.divisions, ...divisions] } : section,
  )

/**
 * Fills a layout in from what there is. Sections that the layout does not ask for are left out, but nobody who acts as
 * secretary is lost: where such are counted apart the layout must have their section. Fails as `Census.fill` does; of a
 * member or a holder under an organisation that is not given with `census.bodyOutside`.
 *
 * @example
 * ```ts
 * import { CivilDate, PartialDate } from "dangjian/foundation"
 * import { CensusSource, PostRoll } from "dangjian/organisation"
 * import { CensusLayout } from "dangjian/presets"
 * import assert from "node:assert/strict"
 * import * as Result from "effect/Result"
 *
 * const on = CivilDate.parseUnsafe("2023-12-31")
 * const established = PartialDate.parseUnsafe("2001")
 * const branch = { id: "b1", kind: "branch", name: "第一支部", units: [], capabilities: [], established } // made up
 * const source: CensusSource.Source = {
 *   persons: [],
 *   roll: { format: 1, on, members: [] },
 *   posts: PostRoll.at({ kinds: [], posts: [], appointments: [] }, on),
 *   organisations: [branch],
 *   coverage: { format: 1, on, base: { id: "all", label: { zh: "全部单位" }, unit: "firm" }, rows: [], outside: [] },
 * }
 * const census = Result.getOrThrow(CensusSource.fill(CensusLayout.layout, source, CensusLayout.offices))
 * const organisations = census.sections.find(({ section }) => section === "organisations")
 * assert.equal(organisations?.total, 1)
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const fill = (
  layout: ReadonlyArray<Census.Section>,
  source: Source,
  offices: Offices,
): Result.Result<Census.Census, ReadonlyArray<Census.CensusFault>> => {
  const { covers, things } = derive(source, offices)
  const asked = new Set(layout.map(({ id }) => id))
  const mustStand = offices.acting === "apart" && things.actingSecretaries.length > 0
  return Census.fill(layout, {
    on: source.roll.on,
    covers,
    things: Object.fromEntries(
      Object.entries(things).filter(
        ([section]) => asked.has(section) || (section === "actingSecretaries" && mustStand),
      ),
    ),
  })
}
