/** The layout of the yearly table, as far as it is known: it is well formed, names no band that no source gives, and asks of units what the copy asks. */
import * as Schema from "effect/Schema"
import { expect, test } from "vitest"
import * as Citation from "../../src/foundation/Citation.js"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Census from "../../src/organisation/Census.js"
import { cites, layout, offices, units } from "../../src/presets/CensusLayout.js"
import { kinds } from "../../src/presets/PostRules.js"

test("every section is stored as it is, and an empty table of it is sound", () => {
  const decode = Schema.decodeUnknownSync(Census.Section)
  for (const section of layout) expect(decode(section)).toEqual(section)
  expect(Census.fill(layout, { on: CivilDate.parseUnsafe("2024-12-31"), covers: [], things: {} })).toMatchObject({
    _tag: "Success",
  })
  for (const cite of Object.values(cites)) expect(Schema.is(Citation.Citation)(cite)).toBe(true)
})

test("units fall in the classes of the copy: three of their own, one joint, three of none", () => {
  const classes = Object.fromEntries(units.divisions.map(({ id, classes: own }) => [id, own.map((one) => one.id)]))
  expect(classes).toEqual({
    organised: ["own", "joint", "none"],
    class: ["committee", "generalBranch", "branch", "joint", "shouldBuild", "individuals", "noMembers"],
    group: ["yes", "no"],
    instructor: ["yes", "no"],
  })
})

test("no bands of age and no classes of education are here, since no source gives them", () =>
  expect(
    layout.flatMap(({ divisions }) => divisions.filter(({ classes }) => classes.some((one) => "years" in one))),
  ).toEqual([]))

test("committee members are by kinds of posts that there are", () => {
  const known = new Set(kinds.map(({ id }) => id))
  expect([...offices.secretaries, ...offices.committee].filter((id) => !known.has(id))).toEqual([])
  expect(offices.committee).not.toContain("firstSecretary")
})
