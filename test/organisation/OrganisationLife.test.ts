import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import * as OrganisationBodies from "../../src/organisation/OrganisationBodies.js"
import { type Change, endings, type Law } from "../../src/organisation/OrganisationChange.js"
import * as OrganisationLife from "../../src/organisation/OrganisationLife.js"
import * as PrimaryKinds from "../../src/presets/PrimaryKinds.js"
import { bodiesOf, command, day, done, edges, establish, law, life, organisation, refusal } from "./smallTown.js"

const { find, standing } = OrganisationBodies

// A made-up township: a village with a general branch over two branches, one of which has a group, and a village branch.
const town = bodiesOf([
  ["2019-01-01", establish("town", "township")],
  ["2019-01-01", establish("village", "generalBranch", "town")],
  ["2019-01-01", establish("one", "branch", "village")],
  ["2019-01-01", establish("two", "branch", "village")],
  ["2019-01-01", establish("group", "group", "one")],
  ["2019-01-01", establish("hamlet", "branch", "town")],
  ["2020-01-01", establish("gone", "branch", "town")],
  ["2020-06-01", { change: "dissolve", id: "gone", reason: "unitGone", successors: [], members: {} }],
])

const one = (state: OrganisationBodies.OrganisationBodies, id: string) => {
  const body = find(state, id)
  return body?.is === "standing" ? body.organisation : undefined
}

describe("setting up", () => {
  it("puts a body where the places in force on the day let it stand", () => {
    expect(refusal(town, establish("new", "branch", "town"))).toEqual([])
    expect(refusal(town, establish("new", "committee", "village"))).toEqual(["place organisation.supervisedBy"])
    expect(refusal(town, establish("new", "branch"))).toEqual(["root organisation.supervisedBy"])
    expect(refusal(town, establish("new", "branch", "town"), "2011-12-31")).toContain("place organisation.supervisedBy")
    const until = OrganisationLife.decider({ ...law, edges: edges.map((edge) => ({ ...edge, to: day("2024-01-01") })) })
    expect(refusal(town, establish("new", "branch", "town"), "2023-12-31", until)).toEqual([])
    expect(refusal(town, establish("new", "branch", "town"), "2024-01-01", until)).toEqual([
      "place organisation.supervisedBy",
    ])
  })

  it("tells everything that is wrong at once", () => {
    const wrong = organisation("one", "sect", "gone", { units: ["u1", "u2", "u1"], established: day("2025-01-01") })
    expect(refusal(town, { change: "establish", organisation: wrong })).toEqual([
      "idTaken organisation.id",
      "unitTwice organisation.units.2",
      "notYet organisation.established",
      "kind organisation.kind",
      "ended organisation.supervisedBy",
    ])
  })

  it("takes a year for a day that may have been", () => {
    const known = establish("new", "branch", "town", { established: "2024" as never })
    expect(refusal(town, known, "2024-01-01")).toEqual([])
    expect(refusal(town, known, "2023-12-31")).toEqual(["notYet organisation.established"])
  })

  it("never gives an id a second time, not even that of a body that has ended", () => {
    expect(refusal(town, establish("gone", "branch", "town"))).toEqual(["idTaken organisation.id"])
  })
})

describe("changes that leave a body what it is", () => {
  it("keep its id and the rest of it", () => {
    const renamed = done(town, { change: "rename", id: "hamlet", name: "示例新村党支部" })
    expect(one(renamed, "hamlet")).toEqual({ ...one(town, "hamlet"), name: "示例新村党支部" })
    const moved = done(town, { change: "reparent", id: "hamlet", supervisedBy: "village" })
    expect(one(moved, "hamlet")?.supervisedBy).toBe("village")
    expect(OrganisationBodies.children(moved, "village")).toEqual(["hamlet", "one", "two"])
    const served = done(town, { change: "serve", id: "hamlet", units: ["u2", "u1"] })
    expect(one(served, "hamlet")?.units).toEqual(["u2", "u1"])
    const coded = done(town, { change: "recode", id: "hamlet", code: "001002" })
    expect(one(coded, "hamlet")?.code).toBe("001002")
    expect(one(done(coded, { change: "recode", id: "hamlet" }), "hamlet")).toEqual(one(town, "hamlet"))
  })

  it("grant and withdraw what a body may do, each power once", () => {
    const granted = done(town, { change: "grant", id: "hamlet", capabilities: ["collectDues", "admit", "admit"] })
    expect(one(granted, "hamlet")?.capabilities).toEqual(["admit", "collectDues"])
    const withdrawn = done(granted, { change: "withdraw", id: "hamlet", capabilities: ["admit", "discipline"] })
    expect(one(withdrawn, "hamlet")?.capabilities).toEqual(["collectDues"])
    const twice = establish("croft", "branch", "town", { capabilities: ["admit", "admit", "discipline"] })
    const refused = life.decide(town, command("c", "2024-01-01", twice))
    expect(Result.isFailure(refused) && refused.failure.map(({ code, path }) => [code, ...path])).toEqual([
      ["organisationChange.capabilityTwice", "organisation", "capabilities", 1],
    ])
  })

  it("come to nothing where nothing would be otherwise", () => {
    const silent: ReadonlyArray<Change> = [
      { change: "rename", id: "hamlet", name: "示例hamlet" },
      { change: "reparent", id: "hamlet", supervisedBy: "town" },
      { change: "rekind", id: "hamlet", kind: "branch" },
      { change: "serve", id: "hamlet", units: [] },
      { change: "recode", id: "hamlet" },
      { change: "grant", id: "hamlet", capabilities: [] },
      { change: "withdraw", id: "hamlet", capabilities: ["admit"] },
    ]
    for (const change of silent) {
      expect(life.decide(town, command("c", "2024-01-01", change)), change.change).toEqual(Result.succeed([]))
    }
  })

  it("never put a body under itself or under one of its own", () => {
    expect(refusal(town, { change: "reparent", id: "village", supervisedBy: "village" })).toEqual([
      "cycle supervisedBy",
    ])
    expect(refusal(town, { change: "reparent", id: "village", supervisedBy: "one" })).toEqual(["cycle supervisedBy"])
    expect(refusal(town, { change: "reparent", id: "town", supervisedBy: "group" })).toEqual(["cycle supervisedBy"])
    expect(refusal(town, { change: "reparent", id: "nobody", supervisedBy: "nowhere" })).toEqual([
      "unknown id",
      "unknown supervisedBy",
    ])
  })
})

describe("becoming another kind", () => {
  it("makes a branch a general branch together with the branches that its members go to", () => {
    const change: Change = {
      change: "rekind",
      id: "hamlet",
      kind: "generalBranch",
      name: "示例村党总支",
      below: [organisation("h1", "branch", "hamlet"), organisation("h2", "branch", "hamlet")],
      members: { to: "h1", except: [{ id: "p2", to: "h2" }] },
    }
    const raised = done(town, change)
    expect([one(raised, "hamlet")?.kind, one(raised, "hamlet")?.name]).toEqual(["generalBranch", "示例村党总支"])
    expect(OrganisationBodies.children(raised, "hamlet")).toEqual(["h1", "h2"])
    const events = Result.getOrThrow(life.decide(town, command("c", "2024-01-01", change)))
    expect(events).toContainEqual({
      happened: "placed",
      from: ["hamlet"],
      members: { to: "h1", except: [{ id: "p2", to: "h2" }] },
    })
  })

  it("is refused where members would be left behind, or bodies below stand unlawfully", () => {
    const rekind = { change: "rekind", id: "one", kind: "generalBranch" } as const
    expect(refusal(town, rekind)).toEqual(["place supervisedBy", "place kind", "members members"])
    expect(refusal(town, { ...rekind, id: "hamlet", members: { to: "hamlet" } })).toEqual(["holdsNone members.to"])
    expect(refusal(town, { change: "rekind", id: "hamlet", kind: "jointBranch", members: { to: "one" } })).toEqual([
      "noneToPlace members",
    ])
    expect(refusal(town, { change: "rekind", id: "village", kind: "sect" })).toEqual(["kind kind"])
  })

  it("takes a general branch up to a committee with all that is below it", () => {
    const raised = done(town, { change: "rekind", id: "village", kind: "committee" })
    expect([one(raised, "village")?.kind, OrganisationBodies.children(raised, "village")]).toEqual([
      "committee",
      ["one", "two"],
    ])
  })

  it("finds rings among bodies that come new", () => {
    const below = [organisation("a", "branch", "b"), organisation("b", "branch", "a")]
    const change: Change = { change: "rekind", id: "hamlet", kind: "generalBranch", below, members: {} }
    expect(refusal(town, change)).toEqual(["cycle below.0.supervisedBy", "cycle below.1.supervisedBy"])
  })
})

describe("under the national kinds and places", () => {
  const national = OrganisationLife.decider({ kinds: PrimaryKinds.kinds, edges: PrimaryKinds.edges, endings })

  it("a village branch becomes a general branch and then a committee, and a group never has anything below it", () => {
    const start = bodiesOf(
      [
        ["2019-01-01", establish("county", "countyCommittee")],
        ["2019-01-01", establish("town", "townshipCommittee", "county")],
        ["2019-01-01", establish("village", "branch", "town")],
        ["2019-01-01", establish("group", "partyGroup", "village")],
      ],
      national,
    )
    const below = [organisation("v1", "branch", "village"), organisation("v2", "branch", "village")]
    const raise: Change = { change: "rekind", id: "village", kind: "generalBranch", below, members: { to: "v1" } }
    expect(refusal(start, raise, "2024-01-01", national)).toEqual(["place kind"])
    const general = done(start, { ...raise, children: { to: "v1" } }, "2024-01-01", national)
    const committee = done(
      general,
      { change: "rekind", id: "village", kind: "primaryCommittee" },
      "2024-06-01",
      national,
    )
    expect(OrganisationBodies.counts(committee)).toEqual([
      { kind: "branch", bodies: 2 },
      { kind: "countyCommittee", bodies: 1 },
      { kind: "partyGroup", bodies: 1 },
      { kind: "primaryCommittee", bodies: 1 },
      { kind: "townshipCommittee", bodies: 1 },
    ])
    expect(refusal(start, establish("x", "branch", "group"), "2024-01-01", national)).toEqual([
      "place organisation.supervisedBy",
    ])
  })
})

describe("merging", () => {
  it("lets bodies go into one that lives on, with what is below them", () => {
    const merged = done(town, { change: "merge", ids: ["one"], into: "two", members: { to: "two" } })
    expect(find(merged, "one")).toMatchObject({ is: "ended", reason: "merged", successors: ["two"], on: "2024-01-01" })
    expect(one(merged, "group")?.supervisedBy).toBe("two")
  })

  it("lets bodies go into a new one", () => {
    const into = organisation("both", "branch", "village")
    const merged = done(town, { change: "merge", ids: ["one", "two"], into, members: { to: "both" } })
    expect(standing(merged).map(({ id }) => id)).toEqual(["both", "group", "hamlet", "town", "village"])
    expect(one(merged, "group")?.supervisedBy).toBe("both")
  })

  it("needs two bodies, each once, and none of them the one that lives on", () => {
    expect(refusal(town, { change: "merge", ids: [], into: "two", members: { to: "two" } })).toEqual(["alone ids"])
    const into = organisation("both", "branch", "village")
    expect(refusal(town, { change: "merge", ids: ["one"], into, members: { to: "both" } })).toEqual(["alone ids"])
    expect(refusal(town, { change: "merge", ids: ["one", "one", "two"], into: "two", members: { to: "two" } })).toEqual(
      ["idTwice ids.1", "idTwice ids.2"],
    )
  })

  it("says where the members go, and to bodies that hold members", () => {
    const merge = { change: "merge", ids: ["one"], into: "two" } as const
    expect(refusal(town, merge)).toEqual(["members members"])
    expect(refusal(town, { ...merge, members: { to: "village" } })).toEqual(["holdsNone members.to"])
    expect(refusal(town, { ...merge, members: { to: "one" } })).toEqual(["ended members.to"])
    const except = [
      { id: "p1", to: "nowhere" },
      { id: "p1", to: "hamlet" },
    ]
    expect(refusal(town, { ...merge, members: { to: "two", except } })).toEqual([
      "idTwice members.except.1.id",
      "unknown members.except.0.to",
    ])
  })

  it("can take in a superior when it is said where the survivor stands then", () => {
    const merge = { change: "merge", ids: ["village"], into: "one" } as const
    expect(refusal(town, merge)).toEqual(["cycle children", "place children"])
    const children = { to: "town" }
    expect(refusal(town, { ...merge, children })).toEqual([])
    expect(one(done(town, { ...merge, children }), "one")?.supervisedBy).toBe("town")
  })
})

describe("splitting", () => {
  const halves = [organisation("h1", "branch", "town"), organisation("h2", "branch", "town")]

  it("makes two bodies or more of one that ends", () => {
    const members = { to: "h1", except: [{ id: "p2", to: "h2" }] }
    const split = done(town, { change: "split", id: "hamlet", keeps: false, into: halves, members })
    expect(find(split, "hamlet")).toMatchObject({ is: "ended", reason: "split", successors: ["h1", "h2"] })
    expect(refusal(town, { change: "split", id: "hamlet", keeps: false, into: [halves[0]!], members })).toContain(
      "successors into",
    )
  })

  it("lets one part keep the id", () => {
    const split = done(town, {
      change: "split",
      id: "one",
      keeps: true,
      into: [organisation("h1", "branch", "village")],
    })
    expect(one(split, "one")).toEqual(one(town, "one"))
    expect(one(split, "group")?.supervisedBy).toBe("one")
    expect(refusal(town, { change: "split", id: "one", keeps: true, into: [] })).toEqual(["successors into"])
  })

  it("says what becomes of bodies below one that ends", () => {
    const into = [organisation("h1", "branch", "village"), organisation("h2", "branch", "village")]
    const split = { change: "split", id: "one", keeps: false, into, members: { to: "h1" } } as const
    expect(refusal(town, split)).toEqual(["orphan children"])
    const children = { except: [{ id: "group", to: "h2" }] }
    expect(one(done(town, { ...split, children }), "group")?.supervisedBy).toBe("h2")
    expect(refusal(town, { ...split, children: { to: "h2", except: [{ id: "hamlet", to: "h1" }] } })).toEqual([
      "notBelow children.except.0.id",
    ])
  })
})

describe("dissolving", () => {
  it("asks of each reason the successors that its word asks for", () => {
    const dissolve = (reason: (typeof endings)[number]["reason"], ...successors: ReadonlyArray<string>) =>
      refusal(town, { change: "dissolve", id: "hamlet", reason, successors, members: { to: "one" } })
    const counts = endings.map(({ reason }) => [
      reason,
      [[], ["one"], ["one", "two"], ["one", "two", "village"]].map((few) => dissolve(reason, ...few).length === 0),
    ])
    expect(Object.fromEntries(counts)).toEqual({
      purposeServed: [true, false, false, false],
      tooFewMembers: [true, false, false, false],
      unitGone: [true, false, false, false],
      merged: [false, true, false, false],
      replaced: [false, true, false, false],
      devolved: [false, true, false, false],
      split: [false, false, true, true],
    })
  })

  it("takes successors that stand, each once, and never the body itself", () => {
    const dissolve = { change: "dissolve", id: "hamlet", reason: "split", members: { to: "one" } } as const
    expect(refusal(town, { ...dissolve, successors: ["one", "one"] })).toEqual(["idTwice successors.1"])
    expect(refusal(town, { ...dissolve, successors: ["hamlet", "gone"] })).toEqual([
      "ended successors.0",
      "ended successors.1",
    ])
    expect(refusal(town, { ...dissolve, successors: ["one", "nobody"] })).toEqual(["unknown successors.1"])
  })

  it("hands over only to kinds that a law names, and for reasons that it knows", () => {
    const strict: Law = {
      ...law,
      endings: [{ reason: "devolved", label: { zh: "移交" }, least: 1, most: 1, kinds: ["committee"] }],
    }
    const decider = OrganisationLife.decider(strict)
    const dissolve = { change: "dissolve", id: "hamlet", successors: ["one"], members: { to: "one" } } as const
    expect(refusal(town, { ...dissolve, reason: "devolved" }, "2024-01-01", decider)).toEqual([
      "successorKind successors.0",
    ])
    expect(refusal(town, { ...dissolve, reason: "merged" }, "2024-01-01", decider)).toEqual(["reason successors"])
  })

  it("leaves no body and no member behind", () => {
    const change: Change = { change: "dissolve", id: "one", reason: "tooFewMembers", successors: [] }
    expect(refusal(town, change)).toEqual(["orphan children", "members members"])
    const well: Change = { ...change, members: { to: "two" }, children: { to: "two" } }
    expect(one(done(town, well), "group")?.supervisedBy).toBe("two")
    expect(
      refusal(town, { change: "dissolve", id: "village", reason: "unitGone", successors: [], members: {} }),
    ).toEqual(["orphan children", "orphan children", "noneToPlace members"])
  })
})

describe("with the roll at hand", () => {
  const roll: Readonly<Record<string, ReadonlyArray<string>>> = { one: ["p1", "p2"], hamlet: [] }
  const decider = OrganisationLife.decider({ ...law, personsIn: (body) => roll[body] ?? [] })
  const asked = (change: Change) => refusal(town, change, "2024-01-01", decider)

  it("nobody is forgotten and nobody is placed who is not there", () => {
    const merge = { change: "merge", ids: ["one"], into: "two" } as const
    expect(asked(merge)).toEqual(["members members"])
    expect(asked({ ...merge, members: {} })).toEqual(["membersLeft members"])
    expect(asked({ ...merge, members: { except: [{ id: "p1", to: "two" }] } })).toEqual(["membersLeft members"])
    const both = [
      { id: "p1", to: "two" },
      { id: "p2", to: "hamlet" },
    ]
    expect(asked({ ...merge, members: { except: both } })).toEqual([])
    expect(asked({ ...merge, members: { to: "two", except: [{ id: "p9", to: "hamlet" }] } })).toEqual([
      "notThere members.except.0.id",
    ])
  })

  it("an empty branch needs no word about members", () => {
    expect(asked({ change: "dissolve", id: "hamlet", reason: "unitGone", successors: [] })).toEqual([])
  })
})

describe("two ids of one body", () => {
  it("are one for ever: the old id leads to the body and may be used in its place", () => {
    const known = done(town, { change: "alias", id: "paper-7", of: "hamlet" })
    expect(one(known, "paper-7")).toEqual(one(town, "hamlet"))
    const renamed = done(known, { change: "rename", id: "paper-7", name: "示例新村" })
    expect(one(renamed, "hamlet")?.name).toBe("示例新村")
    const placed = done(known, establish("new", "group", "paper-7"))
    expect(OrganisationBodies.children(placed, "hamlet")).toEqual(["new"])
  })

  it("take along what stands below the body when it ends under the old id", () => {
    const known = done(town, { change: "alias", id: "paper-7", of: "one" })
    const merged = done(known, { change: "merge", ids: ["paper-7"], into: "two", members: { to: "two" } })
    expect(find(merged, "paper-7")).toMatchObject({ is: "ended", successors: ["two"] })
    expect(one(merged, "group")?.supervisedBy).toBe("two")
  })

  it("put what stands below the duplicate under the body", () => {
    const known = done(town, { change: "alias", id: "one", of: "two" })
    expect(standing(known).map(({ id }) => id)).toEqual(["group", "hamlet", "town", "two", "village"])
    expect(one(known, "group")?.supervisedBy).toBe("two")
    const chain = done(known, { change: "alias", id: "two", of: "hamlet" })
    expect(OrganisationBodies.resolve(chain, "one")).toBe("hamlet")
    expect(one(chain, "group")?.supervisedBy).toBe("hamlet")
  })

  it("form no ring, are said once, and say nothing new when said again", () => {
    const known = done(town, { change: "alias", id: "one", of: "two" })
    expect(refusal(known, { change: "alias", id: "two", of: "one" })).toEqual(["aliasRing of"])
    expect(refusal(known, { change: "alias", id: "two", of: "two" })).toEqual(["aliasRing of"])
    expect(refusal(known, { change: "alias", id: "one", of: "hamlet" })).toEqual(["aliasTwice id"])
    expect(life.decide(known, command("c", "2024-01-01", { change: "alias", id: "one", of: "two" }))).toEqual(
      Result.succeed([]),
    )
  })

  // Found by the model: the members of the one would have belonged to the other, which has none.
  it("are not of a branch and of a body that holds no members", () => {
    expect(refusal(town, { change: "alias", id: "hamlet", of: "village" })).toEqual(["holdsNone of"])
  })

  it("are not of a body and of one below it", () => {
    expect(refusal(town, { change: "alias", id: "village", of: "one" })).toContain("cycle of")
    expect(refusal(town, { change: "alias", id: "town", of: "one" })).toContain("cycle of")
    expect(refusal(town, { change: "alias", id: "two", of: "gone" })).toEqual(["ended of"])
    expect(refusal(town, { change: "alias", id: "gone", of: "nobody" })).toEqual(["ended id", "unknown of"])
    expect(refusal(town, { change: "alias", id: "paper-8", of: "gone" })).toEqual([])
  })
})

// What an id can stand for against everything that can be asked of it. A state or a change without its row or cell does
// not compile; "-" is a change that alters nothing.
type State = "unborn" | "standing" | "merged" | "split" | "dissolved" | "alias"
type Cell = State | "-" | ReadonlyArray<string>
type Asked =
  | Exclude<Change["change"], "merge" | "split" | "alias">
  | "mergeFrom"
  | "mergeInto"
  | "split"
  | "splitKeeps"
  | "aliasFrom"
  | "aliasOf"

const setUp: ReadonlyArray<readonly [string, Change]> = [
  ["2019-01-01", establish("town", "township")],
  ["2019-01-01", establish("other", "branch", "town")],
  ["2019-01-01", establish("seat", "generalBranch", "town")],
  ["2019-01-01", establish("third", "branch", "town")],
]
const born: readonly [string, Change] = ["2020-01-01", establish("x", "branch", "town")]
const states: Readonly<Record<State, ReadonlyArray<readonly [string, Change]>>> = {
  unborn: setUp,
  standing: [...setUp, born],
  merged: [...setUp, born, ["2021-01-01", { change: "merge", ids: ["x"], into: "other", members: { to: "other" } }]],
  split: [
    ...setUp,
    born,
    [
      "2021-01-01",
      {
        change: "split",
        id: "x",
        keeps: false,
        into: [organisation("y1", "branch", "town"), organisation("y2", "branch", "town")],
        members: { to: "y1" },
      },
    ],
  ],
  dissolved: [
    ...setUp,
    born,
    ["2021-01-01", { change: "dissolve", id: "x", reason: "unitGone", successors: [], members: { to: "other" } }],
  ],
  alias: [...setUp, born, ["2021-01-01", { change: "alias", id: "x", of: "other" }]],
}
const changes: Readonly<Record<Asked, Change>> = {
  establish: establish("x", "branch", "town"),
  rename: { change: "rename", id: "x", name: "示例新名" },
  reparent: { change: "reparent", id: "x", supervisedBy: "seat" },
  rekind: { change: "rekind", id: "x", kind: "jointBranch" },
  serve: { change: "serve", id: "x", units: ["u1"] },
  grant: { change: "grant", id: "x", capabilities: ["admit"] },
  withdraw: { change: "withdraw", id: "x", capabilities: ["admit"] },
  recode: { change: "recode", id: "x", code: "001" },
  mergeFrom: { change: "merge", ids: ["x"], into: "seat", members: { except: [] } },
  mergeInto: { change: "merge", ids: ["seat"], into: "x" },
  split: {
    change: "split",
    id: "x",
    keeps: false,
    into: [organisation("z1", "branch", "town"), organisation("z2", "branch", "town")],
    members: { to: "z1" },
  },
  splitKeeps: { change: "split", id: "x", keeps: true, into: [organisation("z1", "branch", "town")] },
  dissolve: { change: "dissolve", id: "x", reason: "purposeServed", successors: [], members: {} },
  aliasFrom: { change: "alias", id: "x", of: "third" },
  aliasOf: { change: "alias", id: "paper", of: "x" },
}
const unknown = ["unknown"]
const gone = ["ended"]
const matrix: Readonly<Record<State, Readonly<Record<Asked, Cell>>>> = {
  unborn: {
    establish: "standing",
    rename: unknown,
    reparent: unknown,
    rekind: unknown,
    serve: unknown,
    grant: unknown,
    withdraw: unknown,
    recode: unknown,
    mergeFrom: unknown,
    mergeInto: unknown,
    split: unknown,
    splitKeeps: unknown,
    dissolve: unknown,
    aliasFrom: "alias",
    aliasOf: unknown,
  },
  standing: {
    establish: ["idTaken"],
    rename: "standing",
    reparent: "standing",
    rekind: "standing",
    serve: "standing",
    grant: "standing",
    withdraw: "-",
    recode: "standing",
    mergeFrom: "merged",
    mergeInto: "standing",
    split: "split",
    splitKeeps: "standing",
    dissolve: "dissolved",
    aliasFrom: "alias",
    aliasOf: "standing",
  },
  merged: { ...ended(), aliasOf: "merged" },
  split: { ...ended(), aliasOf: "split" },
  dissolved: { ...ended(), aliasOf: "dissolved" },
  // What is asked of an alias is asked of the body it leads to; only another body cannot be set up or meant by it.
  alias: {
    establish: ["idTaken"],
    rename: "alias",
    reparent: "alias",
    rekind: "alias",
    serve: "alias",
    grant: "alias",
    withdraw: "-",
    recode: "alias",
    mergeFrom: "alias",
    mergeInto: "alias",
    split: "alias",
    splitKeeps: "alias",
    dissolve: "alias",
    aliasFrom: ["aliasTwice"],
    aliasOf: "alias",
  },
}

function ended(): Readonly<Record<Exclude<Asked, "aliasOf">, Cell>> {
  return {
    establish: ["idTaken"],
    rename: gone,
    reparent: gone,
    rekind: gone,
    serve: gone,
    grant: gone,
    withdraw: gone,
    recode: gone,
    mergeFrom: gone,
    mergeInto: gone,
    split: gone,
    splitKeeps: gone,
    dissolve: gone,
    aliasFrom: gone,
  }
}

const stateOf = (bodies: OrganisationBodies.OrganisationBodies, id: string): State => {
  const own = OrganisationBodies.resolve(bodies, id)
  const body = find(bodies, id)
  if (own !== id) return "alias"
  if (body === undefined) return "unborn"
  if (body.is === "standing") return "standing"
  return body.reason === "merged" || body.reason === "split" ? body.reason : "dissolved"
}

describe("every state of an organisation against every change", () => {
  const cells = Object.entries(matrix).flatMap(([state, row]) =>
    Object.entries(row).map(([asked, cell]) => ({ state: state as State, asked: asked as Asked, cell })),
  )

  it.each(cells)("$state, asked to $asked", ({ state, asked, cell }) => {
    const before = bodiesOf(states[state])
    expect(stateOf(before, "x")).toBe(state)
    const decided = life.decide(before, command("asked", "2024-01-01", changes[asked]))
    if (typeof cell !== "string") {
      const codes = Result.isFailure(decided) ? decided.failure.map(({ code }) => code) : "accepted"
      expect(codes).toEqual(cell.map((code) => `organisationChange.${code}`))
      return
    }
    if (Result.isFailure(decided)) throw new Error(JSON.stringify(decided.failure))
    if (cell === "-") expect(decided.success).toEqual([])
    else {
      expect(decided.success).not.toEqual([])
      expect(stateOf(done(before, changes[asked]), "x")).toBe(cell)
    }
  })
})
