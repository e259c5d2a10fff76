import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as PartialDate from "../../src/foundation/PartialDate.js"
import * as Lineage from "../../src/organisation/Lineage.js"
import * as OrganisationBodies from "../../src/organisation/OrganisationBodies.js"
import type { Change, Turn } from "../../src/organisation/OrganisationChange.js"
import * as OrganisationRegister from "../../src/organisation/OrganisationRegister.js"
import type * as Journal from "../../src/process/Journal.js"
import { at, day, establish, journalOf, law, organisation } from "./smallTown.js"

const EVER = at(10_000)
const names = (journal: Journal.Journal<Turn>, on: string, knownAt = EVER) =>
  OrganisationBodies.standing(OrganisationRegister.asOf(law, journal, Coordinate.of(day(on), knownAt))).map(
    ({ name }) => name,
  )

// Made up, in the shape of the revisions of GB/T 2260: a place is renamed, one is raised, one is abolished and its places
// go to two others, one is cut in two; codes change with it, ids do not.
const revisions = journalOf([
  ["2015-01-01", establish("t", "township", undefined, { name: "某镇党委", code: "001" })],
  ["2015-01-01", establish("v1", "branch", "t", { name: "河东村党支部", code: "001001" })],
  ["2015-01-01", establish("v2", "branch", "t", { name: "河西村党支部", code: "001002" })],
  ["2015-01-01", establish("v3", "branch", "t", { name: "山前村党支部", code: "001003" })],
  ["2015-01-01", establish("v4", "branch", "t", { name: "山后村党支部", code: "001004" })],
  ["2017-03-01", { change: "rename", id: "v1", name: "东社区党支部" }],
  [
    "2018-05-01",
    {
      change: "rekind",
      id: "v2",
      kind: "generalBranch",
      name: "河西村党总支",
      below: [
        organisation("v2a", "branch", "v2", { name: "河西第一党支部" }),
        organisation("v2b", "branch", "v2", { name: "河西第二党支部" }),
      ],
      members: { to: "v2a" },
    },
  ],
  ["2018-05-01", { change: "recode", id: "v2", code: "001102" }],
  [
    "2019-07-01",
    {
      change: "dissolve",
      id: "v3",
      reason: "split",
      successors: ["v1", "v4"],
      members: { to: "v1", except: [{ id: "p3", to: "v4" }] },
    },
  ],
  [
    "2021-01-01",
    {
      change: "split",
      id: "v4",
      keeps: true,
      into: [organisation("v5", "branch", "t", { name: "林场党支部" })],
      members: { to: "v4", except: [{ id: "p9", to: "v5" }] },
    },
  ],
  ["2022-01-01", { change: "merge", ids: ["v5"], into: "v1", members: { to: "v1" } }],
  ["2023-01-01", { change: "dissolve", id: "v4", reason: "unitGone", successors: [], members: { to: "v1" } }],
])

describe("revisions of a township's list", () => {
  it("stand on each day as that day had them", () => {
    expect(names(revisions, "2016-12-31")).toEqual([
      "某镇党委",
      "河东村党支部",
      "河西村党支部",
      "山前村党支部",
      "山后村党支部",
    ])
    expect(names(revisions, "2017-03-01")[1]).toBe("东社区党支部")
    expect(names(revisions, "2019-06-30")).toContain("山前村党支部")
    expect(names(revisions, "2019-07-01")).not.toContain("山前村党支部")
    expect(names(revisions, "2023-01-01")).toEqual([
      "某镇党委",
      "东社区党支部",
      "河西村党总支",
      "河西第一党支部",
      "河西第二党支部",
    ])
    expect(names(revisions, "2014-12-31")).toEqual([])
  })

  it("count by kind", () => {
    const counts = (on: string) =>
      OrganisationBodies.counts(OrganisationRegister.asOf(law, revisions, Coordinate.of(day(on), EVER)))
    expect(counts("2018-04-30")).toEqual([
      { kind: "branch", bodies: 4 },
      { kind: "township", bodies: 1 },
    ])
    expect(counts("2018-05-01")).toEqual([
      { kind: "branch", bodies: 5 },
      { kind: "generalBranch", bodies: 1 },
      { kind: "township", bodies: 1 },
    ])
  })

  it("tell the history of one body with the entries that made it", () => {
    const register = OrganisationRegister.of(law, revisions, EVER)
    const history = OrganisationRegister.history(register, "v2")
    expect(
      history.map(({ from, to, organisation: body, entries }) => [from, to, body?.kind, body?.code, entries]),
    ).toEqual([
      ["2015-01-01", "2018-05-01", "branch", "001002", ["e002"]],
      ["2018-05-01", undefined, "generalBranch", "001102", ["e006", "e007"]],
    ])
    const gone = OrganisationRegister.history(register, "v3")
    expect(gone.map(({ from, to, organisation: body }) => [from, to, body?.name])).toEqual([
      ["2015-01-01", "2019-07-01", "山前村党支部"],
      ["2019-07-01", undefined, undefined],
    ])
  })

  it("lead both ways: who has what a body had, and whose it was", () => {
    const lineage = Lineage.of(
      OrganisationRegister.on(OrganisationRegister.of(law, revisions, EVER), day("2024-01-01")),
    )
    const on = (text: string) => ({ on: day(text) })
    expect(Lineage.heirs(lineage, "v3", on("2019-06-30"))).toEqual(["v3"])
    expect(Lineage.heirs(lineage, "v3", on("2019-07-01"))).toEqual(["v1", "v4"])
    expect(Lineage.heirs(lineage, "v3", on("2021-01-01"))).toEqual(["v1", "v4", "v5"])
    expect(Lineage.heirs(lineage, "v3", on("2023-01-01"))).toEqual(["v1"])
    expect(Lineage.heirs(lineage, "v4", on("2023-01-01"))).toEqual(["v1"])
    expect(Lineage.heirs(lineage, "v4", { since: day("2021-01-01"), on: day("2023-01-01") })).toEqual([])
    expect(Lineage.origins(lineage, "v1", on("2023-01-01"))).toEqual(["v1", "v3", "v4", "v5"])
    expect(Lineage.successors(lineage, "v3").map(({ to, entry, reason, stays }) => [to, entry, reason, stays])).toEqual(
      [[["v1", "v4"], "e008", "split", false]],
    )
    expect(Lineage.ancestors(lineage, "v5").map(({ from, stays }) => [from, stays])).toEqual([["v4", true]])
    expect(Lineage.heirs(lineage, "nobody", on("2024-01-01"))).toEqual([])
  })

  it("leave what nobody took over in sight", () => {
    const lineage = Lineage.of(
      OrganisationRegister.on(OrganisationRegister.of(law, revisions, EVER), day("2024-01-01")),
    )
    const points = Lineage.carry(
      lineage,
      new Map([
        ["v4", 10],
        ["v3", 4],
      ]),
      { since: day("2019-06-30"), on: day("2024-01-01") },
      {
        join: (one, other) => one + other,
        divide: (holding, heirs) => heirs.map((to) => ({ to, part: holding / 2 })),
      },
    )
    expect([...points]).toEqual([
      ["v1", 8],
      ["v4", 6],
    ])
  })
})

// Found by the law of stages: the duplicate was set up, and took something over, before the body that it turned out to be.
it("a body stood as long as it did under any of its ids", () => {
  const journal = journalOf([
    ["2020-01-01", establish("t", "township")],
    ["2020-01-01", establish("x", "branch", "t")],
    ["2020-01-01", establish("old", "branch", "t")],
    ["2020-02-01", { change: "merge", ids: ["x"], into: "old", members: { to: "old" } }],
    ["2020-03-01", establish("new", "branch", "t")],
    ["2020-04-01", { change: "alias", id: "old", of: "new" }],
  ])
  const bodies = OrganisationRegister.on(OrganisationRegister.of(law, journal, EVER), day("2024-01-01"))
  expect(OrganisationBodies.find(bodies, "new")).toMatchObject({ is: "standing", from: "2020-01-01" })
  expect(Lineage.heirs(Lineage.of(bodies), "x", { on: day("2020-02-15") })).toEqual(["new"])
})

describe("what is known when", () => {
  const entry = (
    id: string,
    on: string,
    recordedAt: number,
    content: Change,
    supersedes?: string,
  ): Journal.Entry<Turn> => ({
    id,
    on: day(on),
    recordedAt: at(recordedAt),
    actor: { post: "组织委员" },
    payload: { content, events: [] },
    ...(supersedes === undefined ? {} : { supersedes }),
  })
  const journal = [
    entry("a", "2020-01-01", 1, establish("t", "township")),
    entry("b", "2020-01-01", 2, establish("x", "branch", "t", { name: "甲村党支部" })),
    entry("c", "2021-01-01", 3, { change: "rename", id: "x", name: "乙村党支部" }),
    // The name was written down wrongly in 2021; corrected in 2023.
    entry("d", "2021-01-01", 9, { change: "rename", id: "x", name: "丙村党支部" }, "c"),
    entry("e", "2022-01-01", 5, establish("y", "branch", "t", { name: "丁村党支部" })),
  ]
  const coordinate = (on: string, knownAt: number) => Coordinate.of(day(on), at(knownAt))

  it("a correction changes what is answered from then on, and nothing that was answered before", () => {
    expect(names(journal, "2021-06-01", at(8))).toContain("乙村党支部")
    expect(names(journal, "2021-06-01", at(9))).toContain("丙村党支部")
    expect(names(journal, "2020-06-01", at(9))).toContain("甲村党支部")
  })

  it("corrections and changes between two views are told apart", () => {
    const { corrected, changed } = OrganisationRegister.between(
      law,
      journal,
      coordinate("2021-06-01", 3),
      coordinate("2022-06-01", 9),
    )
    expect(corrected.map(({ id, before, after }) => [id, before?.name, after?.name])).toEqual([
      ["x", "乙村党支部", "丙村党支部"],
    ])
    expect(changed.map(({ id, before, after }) => [id, before?.name, after?.name])).toEqual([
      ["y", undefined, "丁村党支部"],
    ])
  })

  it("two ids of one body are one from the day that is said, and later entries under the old id are about the body", () => {
    const doubled = [
      ...journal,
      entry("f", "2020-01-01", 10, establish("z", "branch", "t", { name: "甲村支部" })),
      entry("g", "2020-01-01", 11, { change: "alias", id: "z", of: "x" }),
      entry("h", "2023-01-01", 10, { change: "rename", id: "z", name: "戊村党支部" }),
    ]
    expect(names(doubled, "2020-01-01", at(10))).toEqual(["示例t", "甲村党支部", "甲村支部"])
    expect(names(doubled, "2020-01-01", at(11))).toEqual(["示例t", "甲村党支部"])
    expect(names(doubled, "2023-01-01", at(11))).toEqual(["示例t", "戊村党支部", "丁村党支部"])
    const register = OrganisationRegister.of(law, doubled, at(11))
    expect(OrganisationRegister.history(register, "z")).toEqual(OrganisationRegister.history(register, "x"))
  })

  it("what two offices did to one body stands in its order, and what no longer can be is told", () => {
    const hall = entry("hall", "2022-03-01", 6, {
      change: "dissolve",
      id: "x",
      reason: "unitGone",
      successors: [],
      members: {},
    })
    const station = entry("station", "2022-03-02", 5, { change: "rename", id: "x", name: "己村党支部" })
    const register = OrganisationRegister.of(law, [station, ...journal, hall], EVER)
    expect(register.refused.map(({ entry: { id }, reasons }) => [id, reasons.map(({ code }) => code)])).toEqual([
      ["station", ["organisationChange.ended"]],
    ])
  })
})

describe("an opening list", () => {
  const opening = { id: "list", on: day("2023-01-01"), recordedAt: at(1), actor: { post: "组织委员" } }

  it("keeps the year where only the year is known", () => {
    const list = [organisation("t", "township", undefined, { established: PartialDate.parseUnsafe("1958") })]
    const journal = Result.getOrThrow(OrganisationRegister.opening(law, list, opening))
    expect(journal.map(({ id, on }) => [id, on])).toEqual([["list/0000000/t", "2023-01-01"]])
    const bodies = OrganisationRegister.asOf(law, journal, Coordinate.of(day("2023-01-01"), EVER))
    expect(OrganisationBodies.standing(bodies)).toEqual(list)
  })

  it("tells all that is wrong with its row, and nothing of rows that are only below a bad one", () => {
    const list = [
      organisation("b", "branch", "g"),
      organisation("t", "township"),
      organisation("g", "generalBranch", "nowhere"),
      organisation("t", "township"),
      organisation("r1", "generalBranch", "r2"),
      organisation("r2", "branch", "r1"),
      organisation("s", "sect", "t", { units: ["u", "u"], established: day("2024-01-01") }),
    ]
    const faults = OrganisationRegister.opening(law, list, opening)
    expect(Result.isFailure(faults) && faults.failure.map(({ code, path }) => [code, ...path])).toEqual([
      ["organisationChange.unknown", 2, "supervisedBy"],
      ["organisationChange.idTwice", 3, "id"],
      ["organisationChange.cycle", 4, "supervisedBy"],
      ["organisationChange.cycle", 5, "supervisedBy"],
      ["organisationChange.unitTwice", 6, "units", 1],
      ["organisationChange.notYet", 6, "established"],
      ["organisationChange.kind", 6, "kind"],
    ])
  })

  it("calls a ring what is in it, and not what stands below it", () => {
    const list = [
      organisation("below", "branch", "above"),
      organisation("above", "generalBranch", "r1"),
      organisation("r1", "generalBranch", "r2"),
      organisation("r2", "generalBranch", "r1"),
      organisation("self", "generalBranch", "self"),
    ]
    const faults = OrganisationRegister.opening(law, list, opening)
    expect(Result.isFailure(faults) && faults.failure.map(({ code, path }) => [code, path[0]])).toEqual([
      ["organisationChange.cycle", 2],
      ["organisationChange.cycle", 3],
      ["organisationChange.cycle", 4],
    ])
  })

  it("tells all that is wrong with rows in a ring, below one, and under an id that stood before", () => {
    const list = [
      organisation("r1", "sect", "r2", { units: ["u", "u"] }),
      organisation("r2", "generalBranch", "r1", { capabilities: ["admit", "admit"] }),
      organisation("below", "sect", "r1"),
      organisation("t", "township", undefined, { capabilities: ["admit", "discipline", "admit"] }),
      organisation("t", "sect", undefined, { units: ["v", "w", "v"] }),
    ]
    const faults = OrganisationRegister.opening(law, list, opening)
    const told = Result.isFailure(faults) ? faults.failure.map(({ code, path }) => [code.slice(19), ...path]) : []
    expect(told.sort()).toEqual(
      [
        ["cycle", 0, "supervisedBy"],
        ["kind", 0, "kind"],
        ["unitTwice", 0, "units", 1],
        ["cycle", 1, "supervisedBy"],
        ["capabilityTwice", 1, "capabilities", 1],
        ["kind", 2, "kind"],
        ["capabilityTwice", 3, "capabilities", 2],
        ["idTwice", 4, "id"],
        ["kind", 4, "kind"],
        ["unitTwice", 4, "units", 2],
      ].sort(),
    )
  })

  it("of a hundred thousand organisations becomes a register and a tree", () => {
    const list = Array.from({ length: 100_000 }, (_, index) => {
      if (index === 0) return organisation("t", "township")
      const id = `o${index}`
      if (index <= 100) return organisation(id, "committee", "t")
      if (index <= 10_000) return organisation(id, "generalBranch", `o${1 + (index % 100)}`)
      return organisation(id, "branch", `o${101 + (index % 9_900)}`, { units: [`u${index}`], capabilities: ["admit"] })
    }).reverse()
    const journal = Result.getOrThrow(OrganisationRegister.opening(law, list, opening))
    const register = OrganisationRegister.of(law, journal, EVER)
    const { faults, findings, tree } = OrganisationRegister.tree(register, day("2023-06-30"), law)
    expect([register.refused, faults, findings]).toEqual([[], [], []])
    expect(tree.forest.nodes).toHaveLength(100_000)
  })

  // A chain of general branches, lawful here for once, and 20,000 branches in one place.
  it("takes long chains and wide places", () => {
    const deep = {
      ...law,
      edges: [...law.edges, { ...law.edges[0]!, id: "deep", parent: "generalBranch", child: "generalBranch" }],
    }
    const list = [
      organisation("t", "township"),
      ...Array.from({ length: 20_000 }, (_, index) => organisation(`b${index}`, "branch", "t")),
      ...Array.from({ length: 20_000 }, (_, index) =>
        organisation(`g${index}`, "generalBranch", index === 0 ? "t" : `g${index - 1}`),
      ),
    ]
    const journal = Result.getOrThrow(OrganisationRegister.opening(deep, list, opening))
    const register = OrganisationRegister.of(deep, journal, EVER)
    expect(register.refused).toEqual([])
    const counts = OrganisationBodies.counts(OrganisationRegister.on(register, day("2023-01-01")))
    expect(counts.map(({ bodies }) => bodies)).toEqual([20_000, 20_000, 1])
  })
})
