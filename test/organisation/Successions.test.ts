import { describe, expect, it } from "vitest"
import type * as MemberRecord from "../../src/organisation/MemberRecord.js"
import type { Change } from "../../src/organisation/OrganisationChange.js"
import * as OrganisationLife from "../../src/organisation/OrganisationLife.js"
import * as Roll from "../../src/organisation/Roll.js"
import * as Successions from "../../src/organisation/Successions.js"
import { live, move, township } from "./memberBooks.js"
import { at, day, establish, journalOf, kinds, law, organisation } from "./smallTown.js"

const ever = at(Number.MAX_SAFE_INTEGER)
const opened: ReadonlyArray<readonly [string, Change]> = [
  ["2020-01-01", establish("town", "township")],
  ["2020-01-01", establish("a", "branch", "town")],
  ["2020-01-01", establish("b", "branch", "town")],
]
const of = (...steps: ReadonlyArray<readonly [string, Change]>) =>
  Successions.of(journalOf([...opened, ...steps]), kinds).map(({ recordedAt: _, ...rest }) => rest)

const register = (branch: string): MemberRecord.Step => ({
  ...{ is: "register", branch, admittedOn: day("2010-07-01"), fullFrom: day("2011-07-01") },
})
const book = (person: string, branch: string, on = "2021-01-01"): Roll.Book => ({
  person,
  life: live({ on, step: register(branch) }).entries,
  transfers: [],
})
const where = (steps: ReadonlyArray<readonly [string, Change]>, ...books: ReadonlyArray<Roll.Book>) => {
  const { persons, faults } = Roll.spans(
    { books, successions: Successions.of(journalOf([...opened, ...steps]), kinds) },
    ever,
  )
  const places = persons.map(({ spans }) =>
    spans.map(({ affiliation }) => Object.values(affiliation).slice(1).join(" → ")),
  )
  return { places, faults: faults.map(({ code }) => code) }
}

const merger: Change = {
  change: "merge",
  ids: ["a", "b"],
  into: organisation("c", "branch", "town"),
  members: {
    to: "c",
    except: [
      { id: "p1", to: "d" },
      { id: "p2", to: "d" },
    ],
  },
}
const d: Change = establish("d", "branch", "town")

describe("changes as successions", () => {
  it("a merger of two branches is one succession each, under one id, with the same names", () => {
    const members = [
      { person: "p1", to: "d" },
      { person: "p2", to: "d" },
    ]
    const both = { id: "e004", on: "2024-01-01", to: "c", members, ends: true }
    expect(of(["2023-01-01", d], ["2024-01-01", merger])).toEqual([
      { ...both, from: "a" },
      { ...both, from: "b" },
    ])
  })

  it("whoever is named in a merger need be in one of its branches only", () => {
    const steps = [
      ["2023-01-01", d],
      ["2024-01-01", merger],
    ] as const
    const books = [book("p1", "a"), book("p2", "b"), book("p3", "b")]
    expect(where(steps, ...books)).toEqual({
      places: [
        ["a", "d"],
        ["b", "d"],
        ["b", "c"],
      ],
      faults: [],
    })
    expect(where(steps, book("p1", "a"), book("p3", "b")).faults).toEqual(["roll.notInBranch"])
  })

  it("a branch that becomes a general branch ends as a branch, and reopens where it becomes one again", () => {
    const up: Change = {
      change: "rekind",
      id: "a",
      kind: "generalBranch",
      below: [organisation("a1", "branch", "a")],
      members: { to: "a1" },
    }
    const down: Change = { change: "rekind", id: "a", kind: "branch", children: { to: "town" } }
    const gone: Change = { change: "dissolve", id: "a", reason: "tooFewMembers", successors: [], members: { to: "b" } }
    const steps = [
      ["2022-01-01", up],
      ["2023-01-01", down],
      ["2024-01-01", gone],
    ] as const
    expect(of(...steps).map(({ ends, reopens, to }) => [ends, reopens, to])).toEqual([
      [true, undefined, "a1"],
      [false, true, undefined],
      [true, undefined, "b"],
    ])
    const late = book("p2", "a", "2023-06-01")
    expect(where(steps, book("p1", "a"), late)).toEqual({
      places: [
        ["a", "a1"],
        ["a", "b"],
      ],
      faults: [],
    })
    expect(where(steps, book("p1", "a", "2022-06-01")).faults).toEqual(["roll.goneBranch"])
    expect(where(steps, book("p1", "a", "2024-06-01")).faults).toEqual(["roll.goneBranch"])
  })

  it("a general branch that was a branch once does not end twice", () => {
    const up: Change = { change: "rekind", id: "a", kind: "generalBranch", members: { to: "b" } }
    const gone: Change = { change: "dissolve", id: "a", reason: "unitGone", successors: [] }
    expect(of(["2022-01-01", up], ["2023-01-01", gone]).map(({ on }) => on)).toEqual(["2022-01-01"])
  })

  it("a branch that is another under a second id hands its members over; of one that has ended it says nothing", () => {
    expect(of(["2023-01-01", { change: "alias", id: "b", of: "a" }])).toEqual([
      { id: "e003", on: "2023-01-01", from: "b", to: "a", ends: true },
    ])
    const gone: Change = { change: "dissolve", id: "b", reason: "tooFewMembers", successors: [], members: { to: "a" } }
    const [, late] = of(["2023-01-01", gone], ["2023-02-01", { change: "alias", id: "b9", of: "b" }])
    expect(late).toEqual({ id: "e004", on: "2023-02-01", from: "b9", ends: true })
  })

  it("a letter to a branch that was divided and lives on stays a letter to it, while its members go", () => {
    const parting: Change = {
      change: "split",
      id: "b",
      keeps: true,
      into: [organisation("b1", "branch", "town")],
      members: { to: "b1" },
    }
    const row = { person: "p1", affiliation: { in: "branch", branch: "a" } } as const
    const { entries } = move({
      on: "2023-12-01",
      step: { is: "issue", transfer: "t1", row, to: "b", by: township, beyond: false },
    })
    const books = [{ ...book("p1", "a"), transfers: entries }, book("p2", "b")]
    expect(where([["2024-01-01", parting]], ...books)).toEqual({
      places: [
        ["a", "a → b → t1"],
        ["b", "b1"],
      ],
      faults: [],
    })
  })
})

describe("who is in a body by the roll", () => {
  const spans = Roll.spans({ books: [book("p2", "a"), book("p1", "a"), book("p3", "b")], successions: [] }, ever)
  const personsIn = Successions.personsIn(spans)

  it("is what a change is held against", () => {
    expect(personsIn("a", day("2024-01-01"))).toEqual(["p1", "p2"])
    expect(personsIn("a", day("2020-12-31"))).toEqual([])
    const life = OrganisationLife.decider({ ...law, personsIn })
    const steps = [...opened, ["2023-01-01", d], ["2024-01-01", merger]] as const
    expect(journalOf(steps, life)).toHaveLength(5)
    const stranger: Change = { ...merger, members: { to: "c", except: [{ id: "p9", to: "d" }] } }
    const other = [...opened, ["2023-01-01", d], ["2024-01-01", stranger]] as const
    expect(() => journalOf(other, life)).toThrow("organisationChange.notThere")
  })

  it("of a hundred thousand members is asked body by body in linear time", () => {
    const row = { stage: "full", restriction: "none", mobile: false, admittedOn: day("2010-07-01") } as const
    const persons = Array.from({ length: 100_000 }, (_, index) => ({
      person: `p${String(index).padStart(6, "0")}`,
      spans: [{ ...row, from: day("2020-01-01"), affiliation: { in: "branch", branch: `b${index >> 1}` } as const }],
    }))
    const asked = Successions.personsIn({ persons, faults: [] })
    let sum = 0
    for (let index = 0; index < 50_000; index++) sum += asked(`b${index}`, day("2024-01-01")).length
    expect(sum).toBe(100_000)
  })
})
