/** Told cases of counting papers: case 18, and how each kind of spoiled paper counts. All votes are made up. */
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as Tally from "../../src/organisation/Tally.js"
import cases from "./cases/elections.json" with { type: "json" }

const ballot: Tally.Ballot = {
  candidates: ["a", "b", "c"],
  seats: 2,
  eligible: ["a", "b", "c", "d", "e"],
  writeIns: true,
}

const paper = (id: string, marks: string, ...writeIns: ReadonlyArray<readonly [string, string]>): Tally.Paper => ({
  id,
  marks: [...marks].flatMap((sign, index) =>
    sign === "-"
      ? []
      : [
          {
            person: ballot.candidates[index]!,
            mark: sign === "○" ? ("for" as const) : sign === "×" ? ("against" as const) : ("abstain" as const),
          },
        ],
  ),
  ...(writeIns.length === 0 ? {} : { writeIns: writeIns.map(([person, insteadOf]) => ({ person, insteadOf })) }),
})

const count = (...papers: ReadonlyArray<Tally.Paper>) => Result.getOrThrow(Tally.count(ballot, 9, papers))

describe(`case 18: ${cases.papers.says}`, () => {
  test.each(cases.papers.rows)("issued %i, returned %i", (issued, returned, isVoid) => {
    expect(Tally.isVoid({ issued: Number(issued), returned: Number(returned) })).toBe(isVoid)
    const tally = { issued: Number(issued), returned: Number(returned), valid: 0, votes: [] }
    const asked = {
      least: { of: "present", share: "0.5", op: "gt" },
      due: 20,
      present: 20,
      seats: 1,
      majority: true,
    } as const
    expect(Result.getOrThrow(Tally.outcome(tally, asked)).is).toBe(isVoid ? "void" : "counted")
  })
})

describe("papers", () => {
  test.each<[string, Tally.Paper, ReadonlyArray<Tally.Spoiled>, boolean]>([
    ["as many names as seats", paper("1", "○○×"), [], true],
    ["fewer", paper("1", "○--"), [], true],
    ["blank", paper("1", "---"), [], true],
    ["more", paper("1", "○○○"), ["tooManyNames"], false],
    ["more with one written in", paper("1", "○○×", ["d", "c"]), ["tooManyNames"], false],
    ["one written in instead of one opposed", paper("1", "○×-", ["d", "b"]), [], true],
    ["one written in by an abstainer", paper("1", "○--", ["d", "b"]), ["notOpposed"], true],
    ["one written in beside an aye", paper("1", "○--", ["d", "a"]), ["notOpposed"], true],
    ["one written in who may not be elected", paper("1", "○×-", ["x", "b"]), ["notEligible"], true],
    ["a candidate written in", paper("1", "○×-", ["c", "b"]), ["notEligible"], true],
    ["one written in twice", paper("1", "××-", ["d", "a"], ["d", "b"]), ["writtenInTwice"], false],
    ["two written in instead of one", paper("1", "×--", ["d", "a"], ["e", "a"]), ["writtenInTwice"], false],
    [
      "a candidate marked in two ways",
      {
        id: "1",
        marks: [
          { person: "a", mark: "for" },
          { person: "a", mark: "against" },
        ],
      },
      ["markedTwice"],
      false,
    ],
  ])("%s", (_, each, wanted, valid) => {
    const { tally, spoiled } = count(each)
    expect(spoiled.map(({ because }) => because)).toEqual(wanted)
    expect(spoiled.every(({ whole }) => whole === !valid)).toBe(true)
    expect([tally.returned, tally.valid]).toEqual([1, valid ? 1 : 0])
  })

  test("nobody is written in where that is not allowed", () => {
    const result = Tally.count({ ...ballot, writeIns: false }, 1, [paper("1", "×--", ["d", "a"])])
    expect(Result.getOrThrow(result).spoiled).toEqual([{ paper: "1", because: "noWriteIns", whole: false }])
  })

  test("the tally names candidates always and others when they got a vote", () =>
    expect(count(paper("1", "○×-", ["d", "b"]), paper("2", "○○-"), paper("3", "×-○")).tally).toEqual({
      issued: 9,
      returned: 3,
      valid: 3,
      votes: [
        { person: "a", ayes: 2, noes: 1, abstentions: 0, writtenIn: false },
        { person: "b", ayes: 1, noes: 1, abstentions: 1, writtenIn: false },
        { person: "c", ayes: 1, noes: 0, abstentions: 2, writtenIn: false },
        { person: "d", ayes: 1, noes: 0, abstentions: 0, writtenIn: true },
      ],
    }))

  test("what was entered wrongly is refused all at once", () => {
    const result = Tally.count(ballot, 9, [
      { id: "1", marks: [{ person: "x", mark: "for" }] },
      { id: "1", marks: [], writeIns: [{ person: "d", insteadOf: "y" }] },
    ])
    expect(Result.isFailure(result) && result.failure.map(({ code, path }) => [code, path])).toEqual([
      ["tally.noCandidate", [0, "marks", 0, "person"]],
      ["tally.paperTwice", [1, "id"]],
      ["tally.noCandidate", [1, "writeIns", 0, "insteadOf"]],
    ])
  })
})

const votes = (person: string, ayes: number, noes: number, abstentions = 0, writtenIn = false): Tally.Votes => ({
  person,
  ayes,
  noes,
  abstentions,
  writtenIn,
})

describe("who is elected", () => {
  const outcome = (seats: number, majority: boolean, ...ayes: ReadonlyArray<number>) =>
    Result.getOrThrow(
      Tally.outcome(
        {
          issued: 16,
          returned: 16,
          valid: 16,
          votes: ayes.map((each, index) => votes("abcdef"[index]!, each, 16 - each)),
        },
        { least: { of: "present", share: "0.5", op: "gt" }, due: 20, present: 16, seats, majority },
      ),
    )
  const result = (elected: string, tied: string, left: number) => ({
    is: "counted",
    elected: [...elected],
    tied: [...tied],
    left,
  })

  test.each<[string, ReturnType<typeof outcome>, ReturnType<typeof result>]>([
    ["exactly half does not elect", outcome(2, true, 8, 9), result("b", "", 1)],
    ["more winners than seats: the most votes", outcome(2, true, 10, 16, 12), result("bc", "", 0)],
    ["a tie at the cut elects neither", outcome(2, true, 16, 12, 12), result("a", "bc", 1)],
    ["a tie above the cut is none", outcome(2, true, 12, 12, 10), result("ab", "", 0)],
    ["all tie", outcome(2, true, 12, 12, 12), result("", "abc", 2)],
    ["too few have the majority", outcome(3, true, 16, 8, 7, 1), result("a", "", 2)],
    ["nobody has it", outcome(1, true, 8, 8), result("", "", 1)],
    ["the most votes alone, among those who tied", outcome(1, false, 7, 8), result("b", "", 0)],
    ["who tie again", outcome(1, false, 7, 7), result("", "ab", 1)],
  ])("%s", (_, found, wanted) => expect(found).toEqual(wanted))
})

describe("a tally", () => {
  const check = (tally: Partial<Tally.Tally>) =>
    Tally.check(ballot, {
      issued: 10,
      returned: 10,
      valid: 9,
      votes: [votes("a", 9, 0), votes("b", 5, 2, 2), votes("c", 0, 9)],
      ...tally,
    }).map(({ code, path }) => [code, path])

  test("is sound", () => expect(check({})).toEqual([]))
  test("with somebody written in", () =>
    expect(check({ votes: [votes("a", 9, 0), votes("b", 0, 9), votes("c", 0, 9), votes("d", 3, 0, 0, true)] })).toEqual(
      [],
    ))
  test("everything wrong comes at once", () => {
    const wrong = [
      votes("a", 9, 1),
      votes("a", 9, 0),
      votes("x", 0, 9),
      votes("y", 1, 0, 0, true),
      votes("b", 9, 0, 0, true),
      votes("d", 3, 1, 0, true),
    ]
    expect(check({ valid: 11, votes: wrong })).toEqual([
      ["tally.validOverReturned", ["valid"]],
      ["tally.votes", ["votes", 0]],
      ["tally.twice", ["votes", 1]],
      ["tally.votes", ["votes", 1]],
      ["tally.noCandidate", ["votes", 2]],
      ["tally.notEligible", ["votes", 3]],
      ["tally.writtenIn", ["votes", 4]],
      ["tally.votes", ["votes", 5]],
      ["tally.missing", ["votes"]],
      ["tally.writtenOverNoes", ["votes"]],
      ["tally.tooManyNames", ["votes"]],
    ])
  })
  test("more ayes than the papers have room for names", () =>
    expect(check({ votes: [votes("a", 9, 0), votes("b", 9, 0), votes("c", 1, 8)] })).toEqual([
      ["tally.tooManyNames", ["votes"]],
    ]))
  test("numbers that are none", () =>
    expect(check({ issued: -1, valid: 1.5 })).toEqual([
      ["tally.notCount", ["issued"]],
      ["tally.notCount", ["valid"]],
    ]))
  test("of a void ballot no votes are looked at", () =>
    expect(check({ returned: 11, valid: 0, votes: [] })).toEqual([]))
})

test("more names written in than candidates were opposed: somebody abstained and wrote one in", () => {
  const told = (noes: number) =>
    Tally.check(
      { ...ballot, seats: 3 },
      {
        issued: 9,
        returned: 9,
        valid: 9,
        votes: [votes("a", 9, 0), votes("b", 9, 0), votes("c", 0, noes, 9 - noes), votes("d", 5, 0, 0, true)],
      },
    ).map(({ code, params, path }) => [code, params, path])
  expect(told(5)).toEqual([])
  expect(told(4)).toEqual([["tally.writtenOverNoes", { written: 5, noes: 4 }, ["votes"]]])
})

test("a share that is none is told, not thrown", () => {
  const asked = {
    least: { of: "present", share: "half", op: "gt" },
    due: 20,
    present: 16,
    seats: 1,
    majority: true,
  } as const
  const tally = { issued: 16, returned: 16, valid: 16, votes: [votes("a", 9, 7)] }
  expect(Tally.outcome(tally, asked)).toMatchObject({ failure: { code: "voteRule.share", params: { text: "half" } } })
})
