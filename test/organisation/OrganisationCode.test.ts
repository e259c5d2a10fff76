/** Codes over the schemes of the preset. All bodies, units and codes are made up. */
import { describe, expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Rate from "../../src/foundation/Rate.js"
import * as OrganisationCode from "../../src/organisation/OrganisationCode.js"
import * as PartyTree from "../../src/organisation/PartyTree.js"
import * as UnitTree from "../../src/organisation/UnitTree.js"
import * as PrimaryKinds from "../../src/presets/PrimaryKinds.js"
import { day, organisation } from "./treeArbitrary.js"

const [bodies] = PrimaryKinds.organisationCodes
const [places] = PrimaryKinds.unitCodes
if (bodies === undefined || places === undefined) throw new Error("the preset has no schemes")

describe("a code read by its scheme", () => {
  test.each([
    ["001", 1, "001", undefined],
    ["001004", 2, "001004", "001"],
    ["00100400A", 3, "00100400A", "001004"],
    ["001000", 2, "001000", "001"],
  ])("of organisations: %s", (code, level, stem, above) => {
    expect(OrganisationCode.read(bodies, code)).toEqual({ level, stem })
    expect(OrganisationCode.above(bodies, code)).toBe(above)
  })

  test.each([
    ["610000", 1, "61", undefined],
    ["610100", 2, "6101", "610000"],
    ["610102", 3, "610102", "610100"],
    ["610102001", 4, "610102001", "610102"],
    ["610102001200", 5, "610102001200", "610102001"],
    ["610102000", 4, "610102000", "610102"],
  ])("of units: %s", (code, level, stem, above) => {
    expect(OrganisationCode.read(places, code)).toEqual({ level, stem })
    expect(OrganisationCode.above(places, code)).toBe(above)
  })

  test.each(["", "01", "0010", "001 04", "00100a", "gov-17", "００１"])("no code of organisations: %j", (code) => {
    expect(OrganisationCode.read(bodies, code)).toBeUndefined()
    expect(OrganisationCode.above(bodies, code)).toBeUndefined()
    expect(OrganisationCode.ancestors(bodies, code)).toEqual([])
  })

  test.each(["", "61", "6101", "61010", "6101020", "6101020011", "61010200120012", "61010A", "000000"])(
    "no code of units: %j",
    (code) => {
      expect(OrganisationCode.read(places, code)).toBeUndefined()
    },
  )
})

const coded = (id: string, kind: string, supervisedBy: string | undefined, code?: string) => ({
  ...organisation(id, kind, supervisedBy),
  ...(code === undefined ? {} : { code }),
})

const found = (rows: ReadonlyArray<ReturnType<typeof coded>>, schemes = PrimaryKinds.organisationCodes, on = day) =>
  OrganisationCode.ofParties(schemes, PartyTree.of(rows, on, PrimaryKinds).tree).map(({ code, subject, severity }) => [
    code.slice("organisationCode.".length),
    subject,
    severity,
  ])

describe("the lint", () => {
  const town = coded("t", "townshipCommittee", undefined, "001")

  test("everything at once, as warnings", () => {
    const rows = [
      coded("b1", "branch", "t", "001001"),
      town,
      coded("b2", "branch", "t", "002001"),
      coded("b3", "branch", "t", "gov-17"),
      coded("b4", "branch", "t", "001002003"),
      coded("b5", "branch", "t", "001005"),
      coded("b6", "branch", "t", "001005"),
      coded("b7", "branch", "t"),
    ]
    expect(found(rows)).toEqual([
      ["notUnderParent", "b2", "warning"],
      ["shape", "b3", "warning"],
      ["skipsLevel", "b4", "warning"],
      ["twice", "b5", "warning"],
      ["twice", "b6", "warning"],
    ])
  })

  test("whoever stands under a body without a code is held against the nearest code above, levels between it allowed", () => {
    const village = coded("v", "primaryCommittee", "t")
    expect(found([town, village, coded("b", "branch", "v", "001002003")])).toEqual([])
    expect(found([town, village, coded("b", "branch", "v", "002002003")])).toEqual([["notUnderParent", "b", "warning"]])
  })

  test("under a code without shape nothing but the shape is judged", () => {
    const broken = coded("t", "townshipCommittee", undefined, "gov-1")
    expect(found([broken, coded("b", "branch", "t", "002001")])).toEqual([["shape", "t", "warning"]])
  })

  test("a scheme speaks from its first day on, for its kinds, as strongly as it says; without one nothing is judged", () => {
    const wrong = [town, coded("b", "branch", "t", "x")]
    expect(found(wrong, PrimaryKinds.organisationCodes, CivilDate.parseUnsafe("2018-10-27"))).toEqual([])
    expect(found(wrong, [])).toEqual([])
    expect(found(wrong, [{ ...bodies, kinds: ["generalBranch"] }])).toEqual([])
    expect(found(wrong, [{ ...bodies, strength: "must" }])).toEqual([["shape", "b", "error"]])
    expect(found(wrong, [{ ...bodies, strength: "may" }])).toEqual([])
  })

  test("of two schemes the one that names the kind is followed", () => {
    const four = { ...bodies, id: "code-four", kinds: ["branch"], levels: [3, 7] }
    const rows = [town, coded("b", "branch", "t", "0010001")]
    expect(found(rows, [bodies, four])).toEqual([])
    expect(found(rows, [bodies])).toEqual([["shape", "b", "warning"]])
  })

  test("a province stands over what begins with it, a village in its township", () => {
    const unit = (id: string, kind: string, code: string, within?: string) => ({
      ...{ id, kind, sector: "village", name: id, operating: true, code },
      ...(within === undefined ? {} : { within }),
    })
    const rows = [
      unit("s", "省", "990000"),
      unit("c", "县", "990101", "m"),
      unit("m", "市", "990100", "s"),
      unit("t", "乡镇", "990101001", "c"),
      unit("v1", "村", "990101001200", "t"),
      unit("v2", "村", "990101002200", "t"),
      unit("f", "非公有制企业", "whatever", "v1"),
    ]
    const warned = OrganisationCode.ofUnits(PrimaryKinds.unitCodes, UnitTree.of(rows, day).tree)
    expect(warned.map(({ code, subject, params }) => [code, subject, params])).toEqual([
      ["organisationCode.notUnderParent", "v2", { code: "990101002200", above: "990101001" }],
    ])
  })
})

test("in a county tree of 1,273 bodies 143 codes that are no structure are all found, and 88.8 % keep the scheme", () => {
  const sizes = [1, 64, 556, 596, 56]
  const levels = ["countyCommittee", "primaryCommittee", "primaryCommittee", "generalBranch", "branch"]
  const three = (number: number) => String(number).padStart(3, "0")
  const codes = new Map<string, string>()
  const rows = sizes.flatMap((size, depth) =>
    Array.from({ length: size }, (_, index) => {
      const over = depth === 0 ? undefined : `${depth - 1}-${index % (sizes[depth - 1] ?? 1)}`
      const code = `${codes.get(over ?? "") ?? ""}${three(1 + Math.floor(index / (sizes[depth - 1] ?? 1)))}`
      codes.set(`${depth}-${index}`, code)
      // All that breaks the scheme stands in the lowest two levels, whose bodies have no coded ones under them.
      const isBroken = depth === 4 || (depth === 3 && index >= 509)
      return coded(`${depth}-${index}`, levels[depth] ?? "", over, isBroken ? `gov-${depth}-${index}` : code)
    }),
  )
  const { tree, faults, findings } = PartyTree.of(rows, day, PrimaryKinds)
  expect([faults, findings]).toEqual([[], []])
  const warned = OrganisationCode.ofParties(PrimaryKinds.organisationCodes, tree)
  expect(warned).toHaveLength(143)
  const kept = OrganisationCode.kept(warned, tree.forest.nodes)
  expect([kept.numerator.amount, kept.denominator.amount]).toEqual(["1130", "1273"])
  expect(Rate.percent(kept, 1, "halfUp")).toBe("88.8%")
})
