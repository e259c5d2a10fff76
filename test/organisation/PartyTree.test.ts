import { describe, expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Forest from "../../src/organisation/Forest.js"
import type { Edge } from "../../src/organisation/OrganisationKind.js"
import * as PartyTree from "../../src/organisation/PartyTree.js"
import * as PrimaryKinds from "../../src/presets/PrimaryKinds.js"
import { day, edges, kinds, organisation } from "./treeArbitrary.js"

// Made-up bodies throughout.

describe("all at once", () => {
  test("orphans, rings, two parents, wrong kinds, dangling references, parents later in the file", () => {
    const rows = [
      organisation("b1", "branch", "town"),
      organisation("town", "townshipCommittee"),
      organisation("b1", "branch", "v1"),
      organisation("v1", "generalBranch", "v2"),
      organisation("v2", "generalBranch", "v1"),
      organisation("b2", "branch"),
      organisation("g1", "partyGroup", "town"),
      organisation("b3", "squad", "town"),
      organisation("b4", "branch", "nowhere"),
      { ...organisation("b5", "branch", "town"), units: ["u1", "u9", "u1"] },
      organisation("b6", "branch", "town"),
      organisation("b6", "branch", "town"),
    ]
    const { tree, faults, findings } = PartyTree.of(rows, day, { kinds, edges, units: new Set(["u1"]) })
    expect(faults.map(({ code, path }) => [code, ...path])).toEqual([
      ["forest.twoParents", 2],
      ["forest.ring", 3],
      ["partyTree.noSuchKind", 7, "kind"],
      ["forest.noSuchParent", 8],
      ["partyTree.noSuchUnit", 9, "units", 1],
      ["partyTree.unitTwice", 9, "units", 2],
      ["forest.twice", 11],
    ])
    expect(findings.map(({ code, subject }) => [code, subject])).toEqual([
      ["partyTree.orphan", "b2"],
      ["partyTree.unlawfulPlace", "g1"],
      ["partyTree.unlawfulPlace", "v2"],
    ])
    expect(tree.forest.nodes).toHaveLength(10)
  })

  test("a finding cites where the lawful places stand and names them", () => {
    const { findings } = PartyTree.of(
      [organisation("t", "townshipCommittee"), organisation("g", "partyGroup", "t")],
      day,
      {
        kinds,
        edges,
      },
    )
    expect(findings).toEqual([
      {
        code: "partyTree.unlawfulPlace",
        severity: "error",
        strength: "must",
        subject: "g",
        params: { kind: "partyGroup", parent: "townshipCommittee", lawful: "branch" },
        cite: { title: "示例条例", article: 2, standing: "transcription" },
      },
    ])
  })
})

test("a leading Party members group has no place in the tree, and a Party group stands under branches only", () => {
  const rows = [
    organisation("t", "townshipCommittee"),
    organisation("group", "leadingMembersGroup", "t"),
    organisation("g1", "partyGroup", "t"),
    organisation("b", "branch", "t"),
    organisation("g2", "partyGroup", "b"),
    organisation("b2", "branch", "g2"),
  ]
  const { faults, findings } = PartyTree.of(rows, day, PrimaryKinds)
  expect(faults).toEqual([])
  expect(findings.map(({ code, subject, severity }) => [code, subject, severity])).toEqual([
    ["partyTree.noPlace", "group", "error"],
    ["partyTree.unlawfulPlace", "b2", "error"],
    ["partyTree.unlawfulPlace", "g1", "error"],
  ])
})

describe("edges are data", () => {
  const town = organisation("t", "townshipCommittee")
  const committee = organisation("c", "primaryCommittee", "t")

  test("before they are in force nothing is lawful or unlawful", () => {
    const { findings } = PartyTree.of([organisation("b", "branch")], CivilDate.parseUnsafe("2018-10-27"), {
      kinds,
      edges,
    })
    expect(findings).toEqual([])
  })

  test("a place by approval is a finding until an approval names it", () => {
    const byCounty = edges.map(
      (edge): Edge =>
        edge.parent === "townshipCommittee" && edge.child === "primaryCommittee"
          ? { ...edge, approvedBy: "县委" }
          : edge,
    )
    const approvals = [{ id: "a1", code: "partyTree.unapprovedPlace", subject: "c" }]
    const of = (given: typeof approvals) =>
      PartyTree.of([town, committee], day, { kinds, edges: byCounty, approvals: given }).findings.map(
        ({ code, coveredBy }) => [code, coveredBy],
      )
    expect(of([])).toEqual([["partyTree.unapprovedPlace", undefined]])
    expect(of(approvals)).toEqual([["partyTree.unapprovedPlace", "a1"]])
  })
})

test("a county tree of the size and depth of a real one (1,273 bodies: 1, 64, 556, 596, 56) is built whole", () => {
  const sizes = [1, 64, 556, 596, 56]
  const levels = ["countyCommittee", "townshipCommittee", "primaryCommittee", "generalBranch", "branch"]
  const rows = sizes.flatMap((size, depth) =>
    Array.from({ length: size }, (_, index) =>
      organisation(
        `${depth}-${index}`,
        levels[depth] ?? "",
        depth === 0 ? undefined : `${depth - 1}-${index % (sizes[depth - 1] ?? 1)}`,
      ),
    ),
  )
  const { tree, faults, findings } = PartyTree.of(rows.reverse(), day, { kinds, edges })
  expect([faults, findings]).toEqual([[], []])
  expect(Forest.histogram(tree.forest)).toEqual(sizes)
  expect([...PartyTree.kinds(tree, "1-0")]).toEqual([
    ["branch", 1],
    ["generalBranch", 10],
    ["primaryCommittee", 9],
    ["townshipCommittee", 1],
  ])
})
