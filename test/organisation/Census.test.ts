import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as PartialDate from "../../src/foundation/PartialDate.js"
import * as Rate from "../../src/foundation/Rate.js"
import * as Unit from "../../src/foundation/Unit.js"
import * as Census from "../../src/organisation/Census.js"

// Everything here is made up, the layout included.
const day = CivilDate.parseUnsafe("2023-12-31")

const sex: Census.Division = {
  id: "sex",
  label: { zh: "性别" },
  field: "sex",
  classes: [
    { id: "women", label: { zh: "女" }, of: ["female"] },
    { id: "men", label: { zh: "男" }, of: ["male"] },
  ],
}

const age: Census.Division = {
  id: "age",
  label: { zh: "年龄" },
  field: "born",
  classes: [
    { id: "to35", label: { zh: "35岁及以下" }, years: { le: "35" } },
    { id: "to60", label: { zh: "36至60岁" }, years: { ge: "36", le: "60" } },
    { id: "from61", label: { zh: "61岁及以上" }, years: { ge: "61" } },
  ],
}

const layout: ReadonlyArray<Census.Section> = [
  { id: "members", label: { zh: "党员" }, unit: "person", divisions: [sex, age] },
  { id: "secretaries", label: { zh: "党组织书记" }, unit: "person", divisions: [sex] },
]

const member = (id: string, body: string, is: string | undefined, born: string): Census.Counted => ({
  id,
  body,
  fields: is === undefined ? {} : { sex: is },
  since: { born: PartialDate.parseUnsafe(born) },
})

const members = [
  member("m1", "b1", "female", "1988-01-01"),
  member("m2", "b1", "male", "1987-12-31"),
  member("m3", "b1", undefined, "1962"),
  member("m4", "b1", "male", "1963"),
  member("m5", "b1", "unsaid", "2000"),
]

const filled = () => Result.getOrThrow(Census.fill(layout, { on: day, covers: ["b1"], things: { members } }))

const codesOf = (result: Result.Result<unknown, ReadonlyArray<Census.CensusFault>>) =>
  Result.isFailure(result) ? result.failure.map(({ code, path }) => [code, ...path]) : []

describe("a layout is filled in", () => {
  test("classes, those nobody knows and those the layout has no class for add up to the total", () => {
    const [section, secretaries] = filled().sections
    expect(section).toEqual({
      section: "members",
      total: 5,
      partitions: [
        {
          division: "sex",
          lines: [
            { class: "women", count: 1 },
            { class: "men", count: 2 },
          ],
          unknown: 1,
          other: 1,
        },
        {
          division: "age",
          lines: [
            { class: "to35", count: 2 },
            { class: "to60", count: 2 },
            { class: "from61", count: 1 },
          ],
          unknown: 0,
          other: 0,
        },
      ],
    })
    expect(secretaries?.total).toBe(0)
  })

  test("years are those completed: a birthday counts on its day, and a leap day comes early in other years", () => {
    const at = (born: string, on: string) =>
      Census.divide(age, [member("m", "b", "male", born)], CivilDate.parseUnsafe(on)).lines.map(({ count }) => count)
    expect(at("1987-12-30", "2023-12-29")).toEqual([1, 0, 0])
    expect(at("1987-12-30", "2023-12-30")).toEqual([0, 1, 0])
    expect(at("1988-02-29", "2024-02-28")).toEqual([1, 0, 0])
    expect(at("1988-02-29", "2024-02-29")).toEqual([0, 1, 0])
    expect(at("1964-02-29", "2025-02-28")).toEqual([0, 0, 1])
  })

  test("a date known to the year is unknown only where two classes are possible", () => {
    const at = (on: string) => {
      const { lines, unknown } = Census.divide(age, [member("m", "b", "male", "1962")], CivilDate.parseUnsafe(on))
      return [...lines.map(({ count }) => count), unknown]
    }
    expect(at("2022-12-31")).toEqual([0, 1, 0, 0])
    expect(at("2023-06-30")).toEqual([0, 0, 0, 1])
    expect(at("2023-12-31")).toEqual([0, 0, 1, 0])
  })

  test("shares carry the words of their denominator", () => {
    const [partition] = filled().sections[0]?.partitions ?? []
    if (partition === undefined) throw new Error("nothing was filled in")
    const percent = (base: "known" | "all") =>
      Census.shares(partition, Unit.known.person, base, { zh: "示例" }).map(({ rate }) =>
        Rate.percent(rate, 1, "halfUp"),
      )
    expect(percent("known")).toEqual(["25.0%", "50.0%"])
    expect(percent("all")).toEqual(["20.0%", "40.0%"])
  })
})

describe("bad input is told all at once", () => {
  test("things counted twice, bodies outside, sections unknown", () => {
    const things = {
      members: [...members, members[0] as Census.Counted, member("m9", "b2", "male", "1990")],
      guests: [],
    }
    expect(codesOf(Census.fill(layout, { on: day, covers: ["b1"], things }))).toEqual([
      ["census.countedTwice", "things", "members", 5],
      ["census.bodyOutside", "things", "members", 6],
      ["census.noSection", "things", "guests"],
    ])
  })

  test("classes that one answer belongs to, ids twice", () => {
    const bad: Census.Division = {
      ...age,
      classes: [
        ...age.classes,
        { id: "to35", label: { zh: "35岁" }, years: { ge: "35", lt: "36" } },
        { id: "women", label: { zh: "女" }, of: ["female"] },
        { id: "all", label: { zh: "都" }, of: ["male", "female"] },
      ],
    }
    const twice = [{ id: "members", label: { zh: "党员" }, unit: "person", divisions: [bad] }, ...layout]
    expect(codesOf(Census.fill(twice, { on: day, covers: [], things: {} }))).toEqual([
      ["census.idTwice", "layout", 1],
      ["census.idTwice", "layout", 0, "divisions", 0, "classes", 3],
      ["census.classesOverlap", "layout", 0, "divisions", 0, "classes", 3],
      ["census.classesOverlap", "layout", 0, "divisions", 0, "classes", 5],
    ])
  })

  test("a typed table whose parts do not make the total is refused where it stands", () => {
    const census = filled()
    const [section, ...others] = census.sections
    if (section === undefined) throw new Error("nothing was filled in")
    const wrong = { ...census, sections: [{ ...section, total: 6 }, ...others] }
    expect(codesOf(Census.document.decode(wrong) as Result.Result<unknown, ReadonlyArray<Census.CensusFault>>)).toEqual(
      [
        ["census.partsNotTotal", "sections", 0, "partitions", 0],
        ["census.partsNotTotal", "sections", 0, "partitions", 1],
      ],
    )
    expect(Census.check({ ...census, sections: others }).map(({ code }) => code)).toEqual(["census.notLayout"])
    expect(Result.isSuccess(Census.document.decode(JSON.parse(JSON.stringify(census))))).toBe(true)
  })

  test("tables of another day, another layout or the same body do not merge", () => {
    const census = filled()
    const other = { ...census, on: CivilDate.parseUnsafe("2022-12-31"), layout: layout.slice(0, 1) }
    expect(codesOf(Census.merge(census, other))).toEqual([
      ["census.otherDay", "on"],
      ["census.otherLayout", "layout"],
      ["census.coveredTwice", "covers", 0],
    ])
  })
})

test("a section or a field with the name of something every record inherits is empty, not that thing", () => {
  for (const name of ["constructor", "toString", "__proto__"]) {
    const section = { id: name, label: { zh: "示例" }, unit: "person", divisions: [{ ...sex, field: name }] }
    const things = { members: [{ id: "m1", body: "b1", fields: {}, since: {} }] }
    const census = Census.fill([section, { ...section, id: "members" }], { on: day, covers: ["b1"], things })
    expect(
      Result.getOrThrow(census).sections.map(({ total, partitions }) => [
        total,
        partitions[0]?.unknown,
        partitions[0]?.other,
      ]),
    ).toEqual([
      [0, 0, 0],
      [1, 1, 0],
    ])
  }
})

test("layouts that differ in words or in the order of keys merge to one table, whichever comes first", () => {
  const of = (body: string, zh: string, years: { readonly ge?: string; readonly le?: string }) => {
    const classes = [{ id: "some", label: { zh }, years }]
    const [section] = [{ id: "members", label: { zh }, unit: "person", divisions: [{ ...age, classes }] }]
    return Result.getOrThrow(Census.fill([section!], { on: day, covers: [body], things: {} }))
  }
  const [a, b] = [of("b1", "甲", { ge: "1", le: "2" }), of("b2", "乙", { le: "2", ge: "1" })]
  expect(Result.getOrThrow(Census.merge(a, b))).toEqual(Result.getOrThrow(Census.merge(b, a)))
})
