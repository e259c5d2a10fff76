/** Units in their own tree. All units are made up. */
import { describe, expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import type { AdministrativeUnit } from "../../src/organisation/AdministrativeUnit.js"
import * as Forest from "../../src/organisation/Forest.js"
import type { Edge } from "../../src/organisation/OrganisationKind.js"
import * as UnitTree from "../../src/organisation/UnitTree.js"
import { day } from "./treeArbitrary.js"

const unit = (id: string, kind: string, within?: string): AdministrativeUnit => ({
  ...{ id, kind, sector: "village", name: id, operating: true },
  ...(within === undefined ? {} : { within }),
})
const law = (child: string, parent?: string, approvedBy?: string): Edge => ({
  id: `${parent ?? ""}/${child}`,
  strength: "must",
  from: CivilDate.parseUnsafe("2010-10-28"),
  cite: { title: "示例法", standing: "transcription" },
  child,
  ...(parent === undefined ? {} : { parent }),
  ...(approvedBy === undefined ? {} : { approvedBy }),
})
const rows = [unit("v1", "村", "town"), unit("town", "乡镇"), unit("f1", "非公有制企业", "v1"), unit("v2", "村", "f1")]
const found = (...args: Parameters<typeof UnitTree.of>) =>
  UnitTree.of(...args).findings.map(({ code, subject, coveredBy }) => [code, subject, coveredBy])

test("units have a tree of their own, whatever order they come in", () => {
  const { tree, faults } = UnitTree.of(rows, day)
  expect(faults).toEqual([])
  expect(Forest.path(tree.forest, "v2").map(({ id }) => id)).toEqual(["town", "v1", "f1", "v2"])
  expect(UnitTree.of([...rows].reverse(), day)).toEqual(UnitTree.of(rows, day))
})

test("everything wrong with the rows is told at once, each at its row", () => {
  const wrong = [
    ...rows,
    unit("v2", "村", "town"),
    unit("v3", "村", "nowhere"),
    unit("a", "村", "b"),
    unit("b", "村", "a"),
  ]
  expect(UnitTree.of(wrong, day).faults.map(({ code, path }) => [code, ...path])).toEqual([
    ["forest.twoParents", 4],
    ["forest.noSuchParent", 5],
    ["forest.ring", 6],
  ])
})

describe("lawful places are data", () => {
  test("without them a unit may lie anywhere; with them a named kind may not", () => {
    expect(found([...rows, unit("v3", "村")], day)).toEqual([])
    expect(found([...rows, unit("v3", "村")], day, [law("村", "乡镇")])).toEqual([
      ["unitTree.unlawfulPlace", "v2", undefined],
      ["unitTree.orphan", "v3", undefined],
    ])
  })

  test("before they are in force nothing is found", () => {
    expect(found([unit("v3", "村")], CivilDate.parseUnsafe("2010-10-27"), [law("村", "乡镇")])).toEqual([])
  })

  test("a place by approval is found until an approval names it", () => {
    const edges = [law("村", "乡镇", "县级人民政府")]
    const two = rows.slice(0, 2)
    const approvals = [{ id: "a1", code: "unitTree.unapprovedPlace", subject: "v1" }]
    expect(found(two, day, edges)).toEqual([["unitTree.unapprovedPlace", "v1", undefined]])
    expect(found(two, day, edges, approvals)).toEqual([["unitTree.unapprovedPlace", "v1", "a1"]])
  })
})
