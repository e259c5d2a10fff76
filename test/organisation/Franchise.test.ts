/** Who has a vote and is due, over the national tables: cases 19 and 24. All members are made up. */
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as Franchise from "../../src/organisation/Franchise.js"
import * as VoteRule from "../../src/organisation/VoteRule.js"
import { exclusions, franchise, votes } from "../../src/presets/PrimaryVotes.js"
import cases from "./cases/elections.json" with { type: "json" }

const [rule] = franchise
const voters = (count: number, letter = "m", stage = "full", restriction = "none") =>
  Array.from({ length: count }, (_, index) => ({ person: `${letter}${index}`, stage, restriction }))
const electorate = (roll: ReadonlyArray<Franchise.Voter>, out: ReadonlyArray<Franchise.Exclusion> = []) =>
  Franchise.electorate(rule!, exclusions, roll, out)

describe(`case 19: ${cases.bedridden.says}`, () => {
  test.each(cases.bedridden.rows)("%j", ({ agreed, adopted, due, quorum }) => {
    const out = voters(cases.bedridden.bedridden).map(({ person }) => ({
      person,
      category: "bedridden",
      ...(agreed ? { agreed: "批复7号" } : {}),
      ...(adopted ? { adopted: "党员大会决议" } : {}),
    }))
    const found = Result.getOrThrow(electorate(voters(cases.bedridden.due), out))
    expect(found.due).toHaveLength(due)
    expect(found.kept).toHaveLength(agreed && adopted ? 0 : cases.bedridden.bedridden)
    const election = votes.find(({ id }) => id === "election")!
    expect(Result.getOrThrow(VoteRule.compare({ ...election.quorum, of: "due" }, 0, found.due.length)).needed).toBe(
      quorum,
    )
  })
})

test(`case 24: ${cases.disciplinaryProbation.says}`, () => {
  const roll = voters(1, "m", "full", cases.disciplinaryProbation.restriction)
  const found = Result.getOrThrow(electorate(roll))
  expect(found.due).toHaveLength(cases.disciplinaryProbation.due)
  expect(found.withoutVote).toEqual([{ person: "m0", because: "restriction" }])
})

test("who has a vote, and why others have none", () => {
  const roll = [
    ...voters(2),
    ...voters(1, "p", "probationary"),
    ...voters(1, "q", "probationary", "suspendedByOrganisation"),
    ...voters(1, "s", "full", "suspendedByOrganisation"),
    ...voters(1, "t", "full", "membershipSuspended"),
  ]
  expect(Result.getOrThrow(electorate(roll))).toMatchObject({
    due: ["m0", "m1"],
    withoutVote: [
      { person: "p0", because: "stage" },
      { person: "q0", because: "stage" },
      { person: "s0", because: "restriction" },
      { person: "t0", because: "restriction" },
    ],
  })
})

test("all six categories are known, and what is missing is told", () => {
  const categories = exclusions.map(({ category }) => category)
  expect(categories).toHaveLength(6)
  const roll = voters(6)
  const out = categories.map((category, index) => ({ person: `m${index}`, category }))
  expect(Result.getOrThrow(electorate(roll, out)).kept.map(({ lacks }) => lacks)).toEqual(
    Array.from({ length: 6 }, () => ["superior", "meeting"]),
  )
  const agreed = out.map((each) => ({ ...each, agreed: "批复", adopted: "决议" }))
  expect(Result.getOrThrow(electorate(roll, agreed)).due).toEqual([])
})

test("to leave out somebody without a vote changes nothing", () => {
  const roll = [...voters(1), ...voters(1, "p", "probationary")]
  const out = [{ person: "p0", category: "abroad", agreed: "批复", adopted: "决议" }]
  expect(Result.getOrThrow(electorate(roll, out))).toMatchObject({ due: ["m0"], excluded: [], kept: [] })
})

test("what was entered wrongly is told all at once", () => {
  const out = [
    { person: "m0", category: "abroad" },
    { person: "m0", category: "tired" },
    { person: "x", category: "abroad" },
  ]
  const result = electorate([...voters(2), ...voters(1)], out)
  expect(Result.isFailure(result) && result.failure.map(({ code, path }) => [code, path])).toEqual([
    ["franchise.twice", ["roll", 2]],
    ["franchise.excludedTwice", ["exclusions", 1, "person"]],
    ["franchise.unknownCategory", ["exclusions", 1, "category"]],
    ["franchise.unknownPerson", ["exclusions", 2, "person"]],
  ])
})
