import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Fault, sentence } from "../../src/foundation/Fault.js"
import * as Sentence from "../../src/interop/Sentence.js"
import { Change, destination, endings, Turn } from "../../src/organisation/OrganisationChange.js"
import * as OrganisationLife from "../../src/organisation/OrganisationLife.js"
import * as OrganisationRegister from "../../src/organisation/OrganisationRegister.js"
import { texts } from "../../src/organisation/OrganisationTexts.js"
import * as Journal from "../../src/process/Journal.js"
import { journals } from "./changeArbitrary.js"
import { at, bodiesOf, command, day, edges, establish, law, organisation } from "./smallTown.js"

describe("changes", () => {
  it("are stored as they are, with what they came to", () => {
    const Stored = Journal.document("OrganisationChanges", Turn)
    const seen = new Set<string>()
    fc.assert(
      fc.property(journals, (journal) => {
        const { turns } = OrganisationRegister.of(law, journal, at(1000))
        for (const { payload } of turns) for (const { happened } of payload.events) seen.add(happened)
        const stored = { format: 1, entries: turns } as const
        expect(Result.getOrThrow(Stored.decode(JSON.parse(JSON.stringify(stored))))).toEqual(stored)
      }),
      { numRuns: 60 },
    )
    const rest = ["served", "empowered", "recoded"]
    expect([...seen, ...rest].sort()).toEqual(
      [
        "aliased",
        "divided",
        "empowered",
        "ended",
        "established",
        "placed",
        "rekinded",
        "renamed",
        "reparented",
        "recoded",
        "served",
      ].sort(),
    )
  })

  it("of every sort have their schema, and nothing else passes", () => {
    const isChange = Schema.is(Change)
    const body = organisation("a", "branch", "t")
    const each: ReadonlyArray<Change> = [
      { change: "establish", organisation: body, approvedBy: "t" },
      { change: "rename", id: "a", name: "新" },
      { change: "reparent", id: "a" },
      { change: "rekind", id: "a", kind: "generalBranch", below: [body], members: { to: "b" }, children: {} },
      { change: "serve", id: "a", units: ["u"] },
      { change: "grant", id: "a", capabilities: ["admit"] },
      { change: "withdraw", id: "a", capabilities: ["transferNationwide"] },
      { change: "recode", id: "a", code: "001" },
      { change: "merge", ids: ["a"], into: "b" },
      { change: "merge", ids: ["a"], into: body },
      { change: "split", id: "a", keeps: true, into: [body] },
      {
        change: "dissolve",
        id: "a",
        reason: "devolved",
        successors: ["b"],
        members: { except: [{ id: "p", to: "b" }] },
      },
      { change: "alias", id: "a", of: "b" },
    ]
    for (const change of each) expect(isChange(change), change.change).toBe(true)
    expect(isChange({ change: "abolish", id: "a" })).toBe(false)
    expect(isChange({ change: "dissolve", id: "a", reason: "tired", successors: [] })).toBe(false)
    expect(isChange({ change: "grant", id: "a", capabilities: ["fly"] })).toBe(false)
    expect(isChange({ change: "rename", id: "a", name: "" })).toBe(false)
  })

  it("send everybody where the placement says, and nobody elsewhere", () => {
    const placement = { to: "b", except: [{ id: "p", to: "c" }] }
    expect(["p", "q"].map((id) => destination(placement, id))).toEqual(["c", "b"])
    expect(destination({ except: placement.except }, "q")).toBeUndefined()
  })

  it("end for each reason once in the table, with a name in both languages", () => {
    const reasons = endings.map(({ reason }) => reason)
    expect(new Set(reasons).size).toBe(7)
    for (const { label, least, most } of endings) {
      expect(label.en).toBeDefined()
      expect(most === undefined || most >= least).toBe(true)
    }
  })
})

/** Every way in which a change is refused, with made-up input. */
const town = bodiesOf([
  ["2019-01-01", establish("t", "township")],
  ["2019-01-01", establish("g", "generalBranch", "t")],
  ["2019-01-01", establish("a", "branch", "t")],
  ["2019-01-01", establish("b", "branch", "g")],
  ["2019-01-01", establish("x", "branch", "t")],
  ["2019-01-01", { change: "alias", id: "old", of: "a" }],
  ["2020-01-01", { change: "dissolve", id: "x", reason: "unitGone", successors: [], members: {} }],
])
const strict = OrganisationLife.decider({
  ...law,
  edges,
  endings: [
    { reason: "merged", label: { zh: "合并" }, least: 1, most: 1, kinds: ["committee"] },
    { reason: "split", label: { zh: "分设" }, least: 2 },
  ],
  personsIn: (body) => (body === "a" ? ["p1", "p2"] : []),
})
const asked: ReadonlyArray<Change> = [
  establish("a", "sect", "nowhere", { units: ["u", "u"], established: day("2030-01-01") }),
  establish("n", "committee", "g"),
  establish("n", "branch"),
  establish("n", "branch", "x"),
  establish("n", "branch", "t", { capabilities: ["admit", "admit"] }),
  { change: "reparent", id: "g", supervisedBy: "b" },
  { change: "dissolve", id: "g", reason: "replaced", successors: [] },
  { change: "rekind", id: "a", kind: "jointBranch", members: {} },
  { change: "merge", ids: ["a", "a"], into: "b", members: {}, children: { except: [{ id: "b", to: "t" }] } },
  { change: "merge", ids: ["a"], into: "b", members: { to: "g", except: [{ id: "p9", to: "b" }] } },
  { change: "merge", ids: ["a"], into: "b" },
  { change: "merge", ids: [], into: "b" },
  { change: "split", id: "b", keeps: true, into: [] },
  { change: "alias", id: "old", of: "b" },
  { change: "alias", id: "a", of: "old" },
]
const raised = asked.flatMap((content): ReadonlyArray<Fault> => {
  const decided = strict.decide(town, command("c", "2024-01-01", content))
  return Result.isFailure(decided) ? decided.failure : []
})

describe("refusals", () => {
  it("supply what their sentences need", () => {
    for (const fault of raised) {
      for (const language of ["zh", "en"] as const) {
        const said = sentence(texts, fault, language)
        expect(said).not.toMatch(/\{\w+\}/)
        expect(said.startsWith(fault.code)).toBe(false)
      }
    }
  })

  it("say the number of successors as people say it", () => {
    const said = raised
      .filter(({ code }) => code === "organisationChange.successors")
      .map((fault) => Sentence.text(fault, "zh"))
    expect(said).toEqual(["into：以“分设”为由撤销，承继的党组织数应为2及以上，现有1个"])
  })

  it("of every code come about", () => {
    const codes = Object.keys(texts).filter((code) => code.startsWith("organisationChange."))
    expect([...new Set(raised.map(({ code }) => code))].sort()).toEqual(codes.sort())
  })
})
