/** Grids over the tables of single places, by cases 39 to 41. All cells, households and persons are made up. */
import { describe, expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as PartialDate from "../../src/foundation/PartialDate.js"
import * as Rate from "../../src/foundation/Rate.js"
import * as Grid from "../../src/organisation/Grid.js"
import * as GridRule from "../../src/organisation/GridRule.js"
import * as UnitTree from "../../src/organisation/UnitTree.js"
import * as GridRules from "../../src/presets/GridRules.js"
import cases from "./cases/grids.json" with { type: "json" }

const from = CivilDate.parseUnsafe("2020-01-01")
const on = CivilDate.parseUnsafe("2023-12-31")
const list = <A>(count: number, of: (index: number) => A): ReadonlyArray<A> =>
  Array.from({ length: count }, (_, index) => of(index))

const cell = (id: string, kind: string, more: Partial<Grid.Cell> = {}): Grid.Cell => ({
  ...{ id, kind, name: id, use: "comprehensive", organisations: [], covers: [], from },
  ...more,
})
const home = (id: string, of = "v"): Grid.Household => ({ id, cell: of, persons: [], from })
const link = (id: string, person: string, household: string): Grid.Link => ({ id, person, at: { household }, from })

const view = (part: Partial<Grid.Grid>, day = on): Grid.GridView => {
  const { view: made, faults } = Grid.of({ ...Grid.empty, ...part }, day)
  expect(faults).toEqual([])
  return made
}

/** Households dealt out to members one after another. */
const dealt = (members: number, households: number): Grid.GridView =>
  view({
    cells: [cell("v", "村")],
    households: list(households, (index) => home(`h${index}`)),
    links: list(households, (index) => link(`l${index}`, `m${index % members}`, `h${index}`)),
  })

const found = (rules: ReadonlyArray<GridRule.GridRule>, of: Grid.GridView, ground: GridRule.Ground = {}) =>
  GridRule.findings(rules, of, ground).map(({ code, subject, severity, params }) => [
    code.slice("gridRule.".length),
    subject,
    severity,
    ...(params.value === undefined ? [] : [params.value]),
  ])

describe("rates with their denominators", () => {
  test(`case 39: ${cases.county.says}`, () => {
    const { members, households, hubs, hubHouseholds } = cases.county
    const rate = Grid.load(Grid.linkage(dealt(members, households), ["household"]), { zh: "联户党员" })
    expect([rate.numerator.amount, rate.denominator.amount]).toEqual(["18095", "1704"])
    expect(Rate.figure(rate, 1, "halfUp")).toBe(cases.county.perMember)
    const ofHubs = view({
      cells: [cell("v", "村")],
      households: list(hubHouseholds, (index) => home(`h${index}`)),
      hubs: list(hubs, (hub) => ({
        ...{ id: `hub${hub}`, household: `h${hub}`, members: [], from },
        households: list(Math.ceil((hubHouseholds - hub) / hubs), (turn) => `h${hub + turn * hubs}`),
      })),
    })
    const perHub = Grid.load(Grid.linkage(ofHubs, ["hub"]), { zh: "中心户" })
    expect([perHub.numerator.amount, perHub.denominator.amount]).toEqual(["7101", "1106"])
    expect(Rate.figure(perHub, 1, "halfUp")).toBe(cases.county.perHub)
  })

  test(`case 40: ${cases.village.says}`, () => {
    const { members, linking, households } = cases.village
    const linkage = Grid.linkage(dealt(linking, households), ["household"])
    const cohort = list(members, (index) => `m${index}`)
    const participation = Grid.participation(linkage, cohort, { zh: "村内党员" })
    expect(Rate.percent(participation, 0, "halfUp")).toBe(cases.village.participation)
    expect(Rate.figure(Grid.load(linkage, { zh: "联户党员" }), 2, "halfUp")).toBe(cases.village.perMember)
  })

  test("whoever is not of the cohort does not count, and a cohort of nobody has no rate", () => {
    const linkage = Grid.linkage(dealt(3, 9), ["household"])
    const rate = (cohort: ReadonlyArray<string>) =>
      Rate.percent(Grid.participation(linkage, cohort, { zh: "村内党员" }), 0, "halfUp")
    expect([rate(["m0", "m9"]), rate([])]).toEqual(["50%", undefined])
  })
})

describe(`case 41: ${cases.ninghai.says}`, () => {
  const { most, tooMany, least } = cases.ninghai
  const loaded = (households: number) => dealt(1, households)
  const member = { id: "m0", marks: [] }

  test("a member of 70 years is exempt, the day before not", () => {
    const day = CivilDate.parseUnsafe(cases.ninghai.on)
    const exempt = cases.ninghai.bornOn.map((born) =>
      GridRule.isExempt(GridRules.ninghai, { id: "m0", born: PartialDate.parseUnsafe(born), marks: [] }, day),
    )
    expect(exempt).toEqual(cases.ninghai.exempt)
  })

  test("an age that is known to the year exempts only where every day of it does, an unknown one nobody", () => {
    const day = CivilDate.parseUnsafe("2023-07-01")
    const exempt = (text?: string) =>
      GridRule.isExempt(
        GridRules.ninghai,
        { id: "m0", marks: [], ...(text === undefined ? {} : { born: PartialDate.parseUnsafe(text) }) },
        day,
      )
    expect([exempt("1952"), exempt("1953"), exempt("1953-06"), exempt("1953-07"), exempt()]).toEqual([
      true,
      false,
      true,
      false,
      false,
    ])
  })

  test("21 households on one member is a warning, 20 is none; 4 is one, 5 is none", () => {
    expect(found(GridRules.ninghai, loaded(most), { members: [member] })).toEqual([])
    expect(found(GridRules.ninghai, loaded(tooMany), { members: [member] })).toEqual([
      ["householdsPerMember", "m0", "warning", 21],
    ])
    expect(found(GridRules.ninghai, loaded(least), { members: [member] })).toEqual([])
    expect(found(GridRules.ninghai, loaded(least - 1), { members: [member] })).toEqual([
      ["householdsPerMember", "m0", "warning", 4],
    ])
  })

  test("who is exempt, or no member asked, is never too low, but may be too high", () => {
    const infirm = [{ id: "m0", marks: ["infirm"] }]
    expect(found(GridRules.ninghai, loaded(1), { members: infirm })).toEqual([])
    expect(found(GridRules.ninghai, loaded(1))).toEqual([])
    expect(found(GridRules.ninghai, loaded(tooMany), { members: infirm })).toHaveLength(1)
    expect(found(GridRules.ninghai, loaded(tooMany))).toHaveLength(1)
  })

  test("a household without anybody is a gap", () => {
    const one = view({ cells: [cell("v", "村")], households: [home("h1"), home("h2")], links: [link("l", "m0", "h2")] })
    expect(found(GridRules.ninghai, one)).toEqual([["linkersPerHousehold", "h1", "error", 0]])
  })

  test("hub households: 2 to 5 a grid, each with 5 to 15 members", () => {
    const hub = (id: string, members: number): Grid.Hub => ({
      ...{ id, household: "h1", households: [], from },
      members: list(members, (index) => `m${index}`),
    })
    const grid = (...hubs: ReadonlyArray<Grid.Hub>) =>
      view({
        cells: [cell("g", "网格"), cell("c", "微网格", { within: "g" })],
        households: [home("h1", "c")],
        links: [link("l", "m0", "h1")],
        hubs,
      })
    expect(found(GridRules.ninghai, grid(hub("a", 5), hub("b", 15)))).toEqual([])
    expect(found(GridRules.ninghai, grid(hub("a", 4)))).toEqual([
      ["hubsPerCell", "g", "warning", 1],
      ["membersPerHub", "a", "warning", 4],
    ])
    expect(found(GridRules.ninghai, grid(...list(6, (index) => hub(`a${index}`, 5))))).toEqual([
      ["hubsPerCell", "g", "warning", 6],
    ])
  })
})

test("other places, other ranges", () => {
  const of = (rules: ReadonlyArray<GridRule.GridRule>, households: number) =>
    found(rules, dealt(1, households), { members: [{ id: "m0", marks: [] }] }).length
  const open = (rules: ReadonlyArray<GridRule.GridRule>) =>
    [4, 5, 7, 8, 9, 10, 11].filter((households) => of(rules, households) === 0)
  expect(open(GridRules.ningyuan)).toEqual([5, 7, 8, 9, 10])
  expect(open(GridRules.xinmi)).toEqual([8, 9, 10])
  expect(open(GridRules.gaozhou)).toEqual([10])
})

describe("setting up grids", () => {
  const units = UnitTree.of(
    [
      { id: "t", kind: "乡镇", sector: "township", name: "示例镇", operating: true },
      { id: "v1", kind: "村", sector: "village", name: "甲村", operating: true, within: "t" },
      { id: "v2", kind: "村", sector: "village", name: "乙村", operating: true, within: "t" },
      { id: "p1", kind: "村民小组", sector: "village", name: "一组", operating: true, within: "v1" },
      { id: "p2", kind: "村民小组", sector: "village", name: "二组", operating: true, within: "v1" },
    ],
    on,
  ).tree
  const chief = (at: string, by: Grid.Holder): Grid.Duty => ({
    id: `d-${at}`,
    role: "chief",
    by,
    at: { cell: at },
    from,
  })

  test("a unit is covered by a cell in it, on it or around it, or by cells on all that is in it", () => {
    const uncovered = (...cells: ReadonlyArray<Grid.Cell>) =>
      found(GridRules.setting, view({ cells }), { units }).flatMap(([code, subject]) =>
        code === "uncovered" ? [subject] : [],
      )
    expect(uncovered()).toEqual(["v1", "v2"])
    expect(uncovered(cell("g", "片", { unit: "v1" }))).toEqual(["v2"])
    expect(uncovered(cell("g", "片", { covers: ["t"] }))).toEqual([])
    expect(uncovered(cell("g", "片", { covers: ["p1"] }))).toEqual(["v1", "v2"])
    expect(uncovered(cell("g", "片", { covers: ["p1", "p2", "v2"] }))).toEqual([])
  })

  test("two cells of one level do not cover one unit, nor what lies in it; cells of two levels may", () => {
    const overlapping = (...cells: ReadonlyArray<Grid.Cell>) =>
      GridRule.findings(GridRules.setting, view({ cells }), { units }).flatMap(({ code, subject, params }) =>
        code === "gridRule.overlap" ? [[subject, params.other, params.unit]] : [],
      )
    const one = cell("g1", "片", { covers: ["v1"] })
    expect(overlapping(one, cell("g2", "片", { covers: ["v2"] }))).toEqual([])
    expect(overlapping(cell("g2", "片", { covers: ["v1"] }), one)).toEqual([["g2", "g1", "v1"]])
    expect(overlapping(one, cell("g2", "片", { covers: ["p1"] }))).toEqual([["g2", "g1", "p1"]])
    expect(overlapping(one, cell("g2", "组", { covers: ["v1"] }))).toEqual([])
  })

  test("a grid has a chief; a post that nobody holds is none", () => {
    const cells = [cell("g1", "网格"), cell("g2", "网格"), cell("g3", "网格"), cell("g4", "组")]
    const duties = [chief("g1", { person: "m1" }), chief("g2", { post: "p1" })]
    const without = (holders?: ReadonlyMap<string, ReadonlyArray<string>>) =>
      found(GridRules.setting, view({ cells, duties }), holders === undefined ? {} : { holders }).map(
        ([, subject]) => subject,
      )
    expect(without()).toEqual(["g3"])
    expect(without(new Map([["p1", ["m2"]]]))).toEqual(["g3"])
    expect(without(new Map([["p1", []]]))).toEqual(["g2", "g3"])
    const worker: Grid.Duty = { ...chief("g3", { person: "m3" }), id: "w", role: "worker" }
    expect(found(GridRules.setting, view({ cells, duties: [...duties, worker] }))).toHaveLength(1)
  })

  test("the size of an urban grid is that of what is listed, else what it states, else nobody judges it", () => {
    const size = (households: number, stated?: number) =>
      found(
        GridRules.setting,
        view({
          cells: [cell("g", "网格", { area: "urban", ...(stated === undefined ? {} : { households: stated }) })],
          households: list(households, (index) => home(`h${index}`, "g")),
          duties: [chief("g", { person: "m1" })],
        }),
      ).flatMap(([, , severity, value]) => [severity, value])
    expect([size(0), size(0, 300), size(500), size(500, 9)]).toEqual([[], [], [], []])
    expect([size(0, 299), size(501)]).toEqual([
      ["warning", 299],
      ["warning", 501],
    ])
    const rural = [cell("g", "网格", { area: "rural", households: 30, population: 2501 })]
    expect(found(GridRules.setting, view({ cells: rural, duties: [chief("g", { person: "m1" })] }))).toEqual([
      ["populationPerCell", "g", "warning", 2501],
    ])
  })
})

describe("levels are data", () => {
  test.each([
    ["threeSteps", ["村", "组"]],
    ["chengxiang", ["社区", "片区", "角落"]],
    ["taiyuan", ["社区", "网格", "小组网格", "微网格"]],
    ["zhucheng", ["市", "镇街", "社区", "网格", "街巷"]],
  ] as const)("%s: each level within the one before it", (place, kinds) => {
    const chain = (order: ReadonlyArray<string>) =>
      view({
        cells: order.map((kind, depth) => cell(`c${depth}`, kind, depth === 0 ? {} : { within: `c${depth - 1}` })),
      })
    expect(found(GridRules[place], chain(kinds))).toEqual([])
    expect(found(GridRules[place], chain(kinds.slice(1)))).toEqual([["noCellAbove", "c0", "error"]])
    expect(found(GridRules[place], chain([...kinds].reverse())).length).toBe(kinds.length)
  })
})

describe("as of a day", () => {
  const to = CivilDate.parseUnsafe("2023-07-01")
  const grid: Partial<Grid.Grid> = {
    cells: [cell("v", "村")],
    households: [home("h1")],
    links: [
      { ...link("l1", "m1", "h1"), to },
      { ...link("l1", "m2", "h1"), from: to },
    ],
    duties: [
      { id: "d1", role: "stationed", by: { person: "c1" }, at: { unit: "u1" }, from, to },
      { id: "d2", role: "liaison", by: { post: "p1" }, at: { unit: "u1" }, from },
      { id: "d3", role: "liaison", by: { post: "p1" }, at: { unit: "u2" }, from },
    ],
  }

  test.each([
    ["2023-06-30", "m1", ["stationed", "liaison"]],
    ["2023-07-01", "m2", ["liaison"]],
  ])("on %s the household is linked to %s", (day, member, roles) => {
    const made = view(grid, CivilDate.parseUnsafe(day))
    expect(Grid.chain(made, "h1")?.members).toEqual([member])
    expect(Grid.dutiesAt(made, { unit: "u1" }).map(({ role }) => role)).toEqual(roles)
    expect(Grid.dutiesOf(made, { post: "p1" }).map(({ at }) => at)).toEqual([{ unit: "u1" }, { unit: "u2" }])
  })

  test("the chain of responsibility goes from the household up to the village, and to whoever serves there", () => {
    const made = view({
      cells: [
        cell("v", "村", { organisations: ["village-branch"] }),
        cell("g1", "组", { within: "v", organisations: ["group-1"] }),
      ],
      households: [{ ...home("h1", "g1"), building: "1幢" }, home("h2", "g1")],
      links: [
        link("l1", "m2", "h1"),
        { id: "l2", person: "m1", at: { building: "1幢" }, from },
        link("l3", "m3", "h2"),
      ],
      hubs: [{ id: "hub", household: "h2", members: ["m1"], households: ["h1"], from }],
      duties: [{ id: "d1", role: "chief", by: { person: "m9" }, at: { cell: "v" }, from }],
    })
    const chain = Grid.chain(made, "h1")
    expect(chain?.cells.map((one) => [one.cell, one.organisations, one.duties.map(({ role }) => role)])).toEqual([
      ["g1", ["group-1"], []],
      ["v", ["village-branch"], ["chief"]],
    ])
    expect([chain?.members, chain?.hubs]).toEqual([["m1", "m2"], ["hub"]])
    expect(Grid.chain(made, "h9")).toBeUndefined()
    expect(Grid.servedBy(made, "group-1").map(({ id }) => id)).toEqual(["g1"])
  })
})

test("an approval that a rule provides for covers what it finds", () => {
  const [rule] = GridRules.xinmi
  if (rule === undefined) throw new Error("the preset has no rule")
  const approvals = [{ id: "a1", code: "gridRule.householdsPerMember", subject: "m0" }]
  const covered = GridRule.findings([{ ...rule, approvedBy: "乡镇党委" }], dealt(1, 21), { approvals })
  expect(covered.map(({ coveredBy }) => coveredBy)).toEqual(["a1"])
  expect(GridRule.findings([rule], dealt(1, 21), { approvals }).map(({ coveredBy }) => coveredBy)).toEqual([undefined])
})
