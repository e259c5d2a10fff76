import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"
import * as Apportionment from "../../src/foundation/Apportionment.js"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Document from "../../src/foundation/Document.js"
import * as Exact from "../../src/foundation/Exact.js"
import * as Quantity from "../../src/foundation/Quantity.js"
import * as Rate from "../../src/foundation/Rate.js"
import * as Unit from "../../src/foundation/Unit.js"
import * as HeadCount from "../../src/organisation/HeadCount.js"
import * as PartyCoverage from "../../src/organisation/PartyCoverage.js"
import * as CoverageRules from "../../src/presets/CoverageRules.js"
import cases from "./cases/coverage.json" with { type: "json" }

const on = CivilDate.parseUnsafe("2024-06-30")
const firms = { id: "operating", label: { zh: "实际运营的单位" }, unit: "firm" }

const unit = (id: string, full: number, probationary = 0, marks = ["operating"]): PartyCoverage.CoverageUnit => ({
  ...{ id, sector: "twoNew", marks, counts: {} },
  head: HeadCount.ofUnsafe({ full, probationary }),
})
const body = (id: string, kind: string, ...units: ReadonlyArray<string>) => ({ id, kind, units })
const of = (scene: Partial<PartyCoverage.Scene>) =>
  PartyCoverage.of(CoverageRules.tables, CoverageRules.operating, {
    ...{ on, units: [], bodies: [], works: [] },
    ...scene,
  })
const classes = (scene: Partial<PartyCoverage.Scene>) =>
  Result.getOrThrow(of(scene)).rows.map((row) => `${row.unit} ${row.class}`)
const codes = (result: Result.Result<unknown, ReadonlyArray<{ readonly code: string; readonly path: unknown }>>) =>
  Result.isFailure(result) ? result.failure.map(({ code, path }) => [code, path]) : []

interface Told {
  readonly case: number
  readonly says: string
  readonly published: PartyCoverage.Published
  readonly figure?: string
  readonly percent: Readonly<Record<string, string>>
  readonly lacking: Readonly<Record<string, ReadonlyArray<string>>>
}

describe("told cases", () => {
  const told = cases.figures as unknown as ReadonlyArray<Told>
  test.each(told.map((each) => [`${each.case}: ${each.says}`, each] as const))("%s", (_, each) => {
    const derived = Object.entries(Result.getOrThrow(PartyCoverage.derive(each.published, firms)))
    const known = derived.flatMap(([name, is]) =>
      is.is === "known" && name !== "perOrganisation" ? [[name, is.rate] as const] : [],
    )
    expect(Object.fromEntries(known.map(([name, rate]) => [name, Rate.percent(rate, 0, "halfUp")]))).toEqual(
      each.percent,
    )
    const lacking = derived.flatMap(([name, is]) => (is.is === "lacking" ? [[name, is.lacks]] : []))
    expect(Object.fromEntries(lacking)).toEqual(each.lacking)
    const per = derived.find(([name]) => name === "perOrganisation")?.[1]
    if (each.figure !== undefined) expect(per?.is === "known" && Rate.figure(per.rate, 2, "halfUp")).toBe(each.figure)
  })

  test("37 from the units themselves: a joint branch counts once for each unit it covers (data made up)", () => {
    const units = Array.from({ length: 100 }, (_, index) => unit(`u${index}`, index < 40 ? 3 : index < 65 ? 1 : 0))
    const own = units.slice(0, 40).map(({ id }) => body(`b-${id}`, "branch", id))
    const joint = [0, 1, 2, 3, 4].map((part) =>
      body(`j${part}`, "jointBranch", ...units.slice(40 + 5 * part, 45 + 5 * part).map(({ id }) => id)),
    )
    const works = units.slice(60, 85).map(({ id }) => ({ means: "instructor", unit: id }))
    const coverage = Result.getOrThrow(of({ units, bodies: [...own, ...joint], works }))
    const rates = PartyCoverage.rates(coverage)
    const percents = [rates.organisation, rates.own, rates.work, rates.built].map((rate) =>
      Rate.percent(rate, 0, "halfUp"),
    )
    expect(percents).toEqual(["65%", "40%", "85%", "100%"])
    expect(rates.work.of.zh).toBe("实际运营的单位")
    expect(PartyCoverage.partition(coverage)).toMatchObject({
      ...{ total: 100, withMeans: { instructor: 25 } },
      classes: { branch: 40, joint: 25, noMembers: 35 },
    })
  })

  const wan = Unit.makeUnsafe("tenThousand", { zh: "万" })
  const amount = (text: string) => Quantity.of(Exact.parseUnsafe(text), wan)
  test.each(cases.bulletins.growth)("$case: $says", ({ before, after, percent }) => {
    expect(Rate.percentOf(Result.getOrThrow(Rate.growth(amount(before), amount(after))), 1, "halfUp")).toBe(percent)
  })
  test.each(cases.bulletins.share)("$case: $says", ({ part, whole, percent }) => {
    expect(Rate.percent(Rate.shareUnsafe(amount(part), amount(whole), { zh: "党员" }), 1, "halfUp")).toBe(percent)
  })
  test.each(cases.bulletins.bands)("$case: $says", ({ sum, total, within }) => {
    const check = Apportionment.reconcile([amount(sum)], amount(total), Exact.parseUnsafe("0.1"))
    expect(Result.getOrThrow(check).within).toBe(within)
  })
})

test("each unit falls in the class of its largest organisation, or in one of the three without", () => {
  const units = [
    unit("u1", 120),
    unit("u2", 60),
    unit("u3", 9),
    unit("u4", 2),
    unit("u5", 3),
    unit("u6", 2, 3),
    unit("u7", 0),
  ]
  const bodies = [
    body("b1", "primaryCommittee", "u1"),
    body("b2", "branch", "u1"),
    body("b3", "generalBranch", "u2"),
    body("b4", "branch", "u3"),
    body("b5", "jointBranch", "u4", "u3"),
    body("g1", "partyGroup", "u6"),
  ]
  expect(classes({ units, bodies })).toEqual([
    "u1 committee",
    "u2 generalBranch",
    "u3 branch",
    "u4 joint",
    "u5 shouldBuild",
    "u6 individuals",
    "u7 noMembers",
  ])
  expect(
    Result.getOrThrow(of({ units, bodies }))
      .rows.filter(({ group }) => group)
      .map((row) => row.unit),
  ).toEqual(["u6"])
})

test("should-built counts those that must have an organisation, joint ones among them", () => {
  const units = [unit("u1", 3), unit("u2", 3), unit("u3", 3), unit("u4", 1)]
  const bodies = [body("b1", "branch", "u1"), body("b2", "jointBranch", "u2", "u4")]
  const { built, organisation } = PartyCoverage.rates(Result.getOrThrow(of({ units, bodies })))
  expect([built.numerator.amount, built.denominator.amount]).toEqual(["2", "3"])
  expect([organisation.numerator.amount, organisation.denominator.amount]).toEqual(["3", "4"])
  expect(built.of.zh).toBe("实际运营的单位中应建党组织的")
})

test("units that do not operate are no part of any denominator, and are named", () => {
  const units = [unit("u1", 3), unit("u2", 3, 0, ["operating", "shell"]), unit("u3", 3, 0, [])]
  const coverage = Result.getOrThrow(of({ units, bodies: [body("b1", "branch", "u2")] }))
  expect(coverage.outside).toEqual(["u2", "u3"])
  expect(PartyCoverage.rates(coverage).organisation).toMatchObject({
    numerator: { amount: "0" },
    denominator: { amount: "1" },
  })
})

test("the three haves ask for premises, ten staff and operation", () => {
  const is = (marks: ReadonlyArray<string>, staff?: number) =>
    PartyCoverage.isOf(CoverageRules.threeHaves, { marks, counts: staff === undefined ? {} : { staff } })
  expect([
    is(["operating", "premises"], 10),
    is(["operating", "premises"], 9),
    is(["operating"], 10),
    is(["premises"], 10),
  ]).toEqual([true, false, false, false])
})

test("a means that no rule names covers nothing", () => {
  const scene = { units: [unit("u1", 0)], works: [{ means: "poster", unit: "u1" }] }
  expect(PartyCoverage.rates(Result.getOrThrow(of(scene))).work.numerator.amount).toBe("0")
})

test("all that is wrong is told at once, with places", () => {
  const scene = {
    units: [unit("u1", 3), unit("u1", 3), unit("u2", 3)],
    bodies: [body("b1", "branch", "u1", "u2"), body("b1", "club", "u9")],
    works: [{ means: "instructor", unit: "u8" }],
  }
  expect(codes(of(scene))).toEqual([
    ["partyCoverage.idTwice", ["units", 1]],
    ["partyCoverage.idTwice", ["bodies", 1]],
    ["partyCoverage.ownOfSeveral", ["bodies", 0, "units"]],
    ["partyCoverage.noClass", ["bodies", 1, "kind"]],
    ["partyCoverage.noSuchUnit", ["bodies", 1, "units", 0]],
    ["partyCoverage.noSuchUnit", ["works", 0, "unit"]],
  ])
})

test("a count that counts nothing is told with its place", () => {
  const units = [{ ...unit("u1", 3), counts: { staff: 9.5, rooms: 2 } }]
  expect(codes(of({ units }))).toEqual([["partyCoverage.count", ["units", 0, "counts", "staff"]]])
  expect(
    PartyCoverage.isOf(CoverageRules.threeHaves, { marks: ["operating", "premises"], counts: { staff: 12.5 } }),
  ).toBe(false)
})

test("figures that contradict one another are refused, and parts larger than their whole", () => {
  expect(codes(PartyCoverage.derive({ own: 40, joint: 25, covered: 60 }, firms))).toEqual([
    ["partyCoverage.figures", []],
  ])
  expect(codes(PartyCoverage.derive({ covered: 3, operating: 2 }, firms))).toEqual([["rate.cohort", ["numerator"]]])
  expect(codes(PartyCoverage.derive({ covered: -3, operating: 2 }, firms))).toEqual([["quantity.count", []]])
})

test("coverage of another day or base does not merge", () => {
  const a = Result.getOrThrow(of({ units: [unit("u1", 3)] }))
  const b = { ...a, on: CivilDate.parseUnsafe("2024-12-31"), base: { ...a.base, label: { zh: "三有单位" } } }
  expect(codes(PartyCoverage.merge(a, b)).map(([code]) => code)).toEqual([
    "partyCoverage.otherDay",
    "partyCoverage.otherBase",
    "partyCoverage.overlap",
  ])
})

test("a stored coverage is read back, and a unit that stands twice is refused", () => {
  const units = [unit("u1", 3), unit("u2", 3, 0, [])]
  const coverage = Result.getOrThrow(of({ units, bodies: [body("b1", "branch", "u1")] }))
  expect(Result.getOrThrow(PartyCoverage.document.decode(JSON.parse(JSON.stringify(coverage))))).toEqual(coverage)
  const twice = { ...coverage, rows: [...coverage.rows, ...coverage.rows], outside: ["u1", "u2"] }
  expect(codes(PartyCoverage.document.decode(twice))).toEqual([
    ["partyCoverage.idTwice", ["rows", 1]],
    ["partyCoverage.idTwice", ["outside", 0]],
  ])
})

test("the tables survive their schemas", () => {
  const { classes: kinds, means, operating, threeHaves } = CoverageRules
  const document = Document.make({
    name: "Tables",
    schema: () =>
      Schema.Struct({
        bases: Schema.Array(PartyCoverage.BaseRule),
        kinds: Schema.Array(PartyCoverage.ClassRule),
        means: Schema.Array(PartyCoverage.MeansRule),
      }),
  })
  const tables = { bases: [operating, threeHaves], kinds, means }
  expect(Result.getOrThrow(document.decode(JSON.parse(JSON.stringify(tables))))).toEqual(tables)
})
