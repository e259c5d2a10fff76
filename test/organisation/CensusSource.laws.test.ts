/**
 * Yearly tables derived from generated towns, against plain counts over what the town was made from. All are made up.
 *
 * Of 300 towns: a secretary who acts in 48 %, somebody with posts in two bodies in 48 %, a person without a date of birth in
 * 69 %, a unit in each class of the layout in 41 %.
 */
import * as Result from "effect/Result"
import fc from "fast-check"
import { expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as PartialDate from "../../src/foundation/PartialDate.js"
import * as Rate from "../../src/foundation/Rate.js"
import * as Unit from "../../src/foundation/Unit.js"
import * as Census from "../../src/organisation/Census.js"
import * as CensusSource from "../../src/organisation/CensusSource.js"
import type { Organisation } from "../../src/organisation/Organisation.js"
import * as PartyCoverage from "../../src/organisation/PartyCoverage.js"
import * as PostRoll from "../../src/organisation/PostRoll.js"
import { layout, offices } from "../../src/presets/CensusLayout.js"
import { kinds } from "../../src/presets/PostRules.js"

const ON = CivilDate.parseUnsafe("2023-12-31")
const FROM = CivilDate.parseUnsafe("2021-03-01")
const CLASSES: ReadonlyArray<PartyCoverage.Class> = [
  "committee",
  "generalBranch",
  "branch",
  "joint",
  "shouldBuild",
  "individuals",
  "noMembers",
]

// Bands of age and classes of education are made up: no source gives them.
const age: Census.Division = {
  id: "age",
  label: { zh: "年龄" },
  field: "born",
  classes: [
    { id: "to35", label: { zh: "35岁及以下" }, years: { le: "35" } },
    { id: "from36", label: { zh: "36岁及以上" }, years: { ge: "36" } },
  ],
}
const education: Census.Division = {
  id: "education",
  label: { zh: "学历" },
  field: "education",
  classes: [{ id: "college", label: { zh: "大专及以上" }, of: ["college"] }],
}
const PERSONAL = ["members", "committeeMembers", "secretaries", "actingSecretaries"]
const asked = CensusSource.divided(layout, PERSONAL, [age, education])

const BODIES = ["b1", "b2", "b3"]
const PEOPLE = ["m1", "m2", "m3", "m4", "m5", "m6"]

const person = fc.record(
  {
    sex: fc.constantFrom("male" as const, "female" as const),
    born: fc.constantFrom("1958", "1988-01-01", "1987-12-31", "1988", "2001-05").map(PartialDate.parseUnsafe),
    education: fc.constantFrom("college", "middle", "unheard of"),
  },
  { requiredKeys: [] },
)
const member = fc.record({
  stage: fc.constantFrom("full" as const, "full" as const, "probationary" as const),
  restriction: fc.constantFrom(
    "none" as const,
    "none" as const,
    "disciplinaryProbation" as const,
    "membershipSuspended" as const,
  ),
  mobile: fc.boolean(),
  branch: fc.constantFrom(...BODIES),
  moving: fc.boolean(),
})
const holding = fc.record({
  kind: fc.constantFrom("secretary", "secretary", "committeeMember", "organisationMember", "firstSecretary"),
  body: fc.constantFrom(...BODIES),
  person: fc.constantFrom(...PEOPLE),
  acting: fc.boolean(),
})
const row = fc.record({
  class: fc.constantFrom(...CLASSES),
  group: fc.boolean(),
  means: fc.subarray(["instructor", "union"]),
})

const towns = fc
  .record({
    persons: fc.array(person, { minLength: PEOPLE.length, maxLength: PEOPLE.length }),
    members: fc.array(member, { maxLength: PEOPLE.length }),
    holdings: fc.array(holding, { maxLength: 8 }),
    rows: fc.array(row, { maxLength: 30, size: "max" }),
    kinds: fc.array(fc.constantFrom("branch", "generalBranch", "primaryCommittee", "partyGroup"), {
      minLength: 3,
      maxLength: 3,
    }),
  })
  .map((made) => {
    const posts = made.holdings.map(({ kind, body }, index) => ({ id: `p${index}`, kind, body }))
    const source: CensusSource.Source = {
      persons: made.persons.map((each, index) => ({ ...each, id: PEOPLE[index]!, name: `某${index}` })),
      roll: {
        format: 1,
        on: ON,
        members: made.members.map(({ branch, moving, ...rest }, index) => ({
          ...rest,
          person: PEOPLE[index]!,
          affiliation: moving ? { in: "transit", from: branch, to: "b9", transfer: "t1" } : { in: "branch", branch },
          admittedOn: FROM,
          ...(rest.stage === "full" ? { fullFrom: CivilDate.parseUnsafe("2022-03-01") } : {}),
        })),
      },
      posts: PostRoll.at(
        {
          kinds,
          posts,
          appointments: made.holdings.map(({ person: who, acting }, index) => ({
            id: `a${index}`,
            post: `p${index}`,
            person: who,
            from: FROM,
            manner: acting ? "acting" : "elected",
          })),
        },
        ON,
      ),
      organisations: made.kinds.map(
        (kind, index): Organisation => ({
          id: BODIES[index]!,
          kind,
          name: `某党组织${index}`,
          units: [],
          capabilities: [],
          established: PartialDate.parseUnsafe("2001"),
        }),
      ),
      coverage: {
        format: 1,
        on: ON,
        base: { id: "all", label: { zh: "全部单位" }, unit: "firm" },
        rows: made.rows.map((each, index) => ({ ...each, unit: `u${index}`, must: each.class === "shouldBuild" })),
        outside: [],
      },
    }
    return { made, source }
  })

const sectionOf = (census: Census.Census, id: string): Census.Filled => {
  const found = census.sections.find(({ section }) => section === id)
  if (found === undefined) throw new Error(`no section ${id}`)
  return found
}
const linesOf = (section: Census.Filled, division: string): Readonly<Record<string, number>> => {
  const found = section.partitions.find((each) => each.division === division)
  if (found === undefined) throw new Error(`no division ${division}`)
  const { lines, unknown, other } = found
  return { ...Object.fromEntries(lines.map((line) => [line.class, line.count])), unknown, other }
}
const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((a, b) => a + b, 0)

test("every partition of every section adds up to its total, and the table is one that can be stored", () => {
  fc.assert(
    fc.property(towns, ({ source }) => {
      const census = Result.getOrThrow(CensusSource.fill(asked, source, offices))
      expect(Census.check(census)).toEqual([])
      expect(Result.getOrThrow(Census.document.decode(JSON.parse(JSON.stringify(census))))).toEqual(census)
      for (const section of census.sections) {
        for (const { division } of section.partitions) expect(sum(linesOf(section, division))).toBe(section.total)
      }
    }),
    { numRuns: 300 },
  )
})

test("units are those of the coverage: own ones, joint ones and none, each as its parts", () => {
  fc.assert(
    fc.property(towns, ({ source, made }) => {
      const units = sectionOf(Result.getOrThrow(CensusSource.fill(asked, source, offices)), "units")
      const { total, classes, withGroup, withMeans } = PartyCoverage.partition(source.coverage)
      expect(units.total).toBe(total)
      expect(linesOf(units, "class")).toEqual({ ...classes, unknown: 0, other: 0 })
      expect(linesOf(units, "organised")).toEqual({
        own: classes.committee + classes.generalBranch + classes.branch,
        joint: classes.joint,
        none: classes.shouldBuild + classes.individuals + classes.noMembers,
        unknown: 0,
        other: 0,
      })
      expect(linesOf(units, "group")).toMatchObject({ yes: withGroup, no: total - withGroup })
      const instructed = withMeans.instructor ?? 0
      expect(linesOf(units, "instructor")).toEqual({
        yes: instructed,
        no: made.rows.length - instructed,
        unknown: 0,
        other: 0,
      })
    }),
    { numRuns: 300 },
  )
})

test("members, committee members and secretaries are who a plain count finds, each with its own denominators", () => {
  const seats = new Set(offices.committee)
  fc.assert(
    fc.property(towns, ({ source, made }) => {
      const census = Result.getOrThrow(CensusSource.fill(asked, source, offices))
      const counted = made.members.filter(({ restriction }) => restriction !== "membershipSuspended")
      expect(sectionOf(census, "members").total).toBe(counted.length)
      const of = (is: (each: (typeof made.holdings)[number]) => boolean) =>
        new Set(made.holdings.filter(is).map(({ body, person: who }) => `${body} ${who}`))
      const secretaries = of(({ kind, acting }) => kind === "secretary" && !acting)
      const actors = [...of(({ kind, acting }) => kind === "secretary" && acting)].filter(
        (each) => !secretaries.has(each),
      )
      const committee = of(({ kind, acting }) => seats.has(kind) && !acting)
      for (const [id, group] of [
        ["secretaries", [...secretaries]],
        ["actingSecretaries", actors],
        ["committeeMembers", [...committee]],
      ] as const) {
        const section = sectionOf(census, id)
        const people = group.map((each) => made.persons[PEOPLE.indexOf(each.split(" ")[1]!)]!)
        expect(section.total).toBe(people.length)
        expect(linesOf(section, "education")).toEqual({
          college: people.filter((each) => each.education === "college").length,
          unknown: people.filter((each) => each.education === undefined).length,
          other: people.filter((each) => each.education !== undefined && each.education !== "college").length,
        })
        const young = people.filter(({ born }) => born === "1988-01-01" || born === "1988" || born === "2001-05").length
        const old = people.filter(({ born }) => born === "1958" || born === "1987-12-31").length
        expect(linesOf(section, "age")).toMatchObject({ to35: young, from36: old, other: 0 })
        const ages = section.partitions.find(({ division }) => division === "age")!
        const [share] = Census.shares(ages, Unit.known.person, "known", { zh: "出生日期已登记的" })
        expect(Rate.percent(share!.rate, 0, "halfUp")).toBe(
          young + old === 0 ? undefined : `${Math.round((young * 100) / (young + old))}%`,
        )
      }
    }),
    { numRuns: 300 },
  )
})

test("who acts is counted among the secretaries where that is declared, and nobody is lost either way", () => {
  fc.assert(
    fc.property(towns, ({ source }) => {
      const totals = (acting: "apart" | "counted") => {
        const census = Result.getOrThrow(CensusSource.fill(asked, source, { ...offices, acting }))
        return ["secretaries", "actingSecretaries"].map((id) => sectionOf(census, id).total)
      }
      const [apart, counted] = [totals("apart"), totals("counted")]
      expect(counted).toEqual([apart[0]! + apart[1]!, 0])
    }),
    { numRuns: 100 },
  )
})

test("the order of what is given changes nothing", () => {
  fc.assert(
    fc.property(towns, ({ source }) => {
      const turned: CensusSource.Source = {
        persons: source.persons.toReversed(),
        roll: { ...source.roll, members: source.roll.members.toReversed() },
        posts: { ...source.posts, holdings: source.posts.holdings.toReversed() },
        organisations: source.organisations.toReversed(),
        coverage: { ...source.coverage, rows: source.coverage.rows.toReversed() },
      }
      expect(CensusSource.fill(asked, turned, offices)).toEqual(CensusSource.fill(asked, source, offices))
    }),
    { numRuns: 100 },
  )
})

test("generated towns reach what the laws speak of", () => {
  const reached = { acting: 0, two: 0, unborn: 0, classes: 0 }
  fc.assert(
    fc.property(towns, ({ made }) => {
      const bodies = new Map<string, Set<string>>()
      for (const { body, person: who } of made.holdings) bodies.set(who, (bodies.get(who) ?? new Set()).add(body))
      if (made.holdings.some(({ kind, acting }) => acting && kind === "secretary")) reached.acting++
      if ([...bodies.values()].some(({ size }) => size > 1)) reached.two++
      if (made.persons.some(({ born }) => born === undefined)) reached.unborn++
      if (new Set(made.rows.map((each) => each.class)).size === CLASSES.length) reached.classes++
    }),
    { numRuns: 300 },
  )
  expect(Object.entries(reached).filter(([, count]) => count < 30)).toEqual([])
})
