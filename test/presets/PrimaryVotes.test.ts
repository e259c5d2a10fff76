/** The national rules of votes and elections as data: each row can be stored, cites a text, and says what is weak. */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { expect, test } from "vitest"
import * as ElectionRule from "../../src/organisation/ElectionRule.js"
import * as Franchise from "../../src/organisation/Franchise.js"
import * as VoteRule from "../../src/organisation/VoteRule.js"
import {
  byElections,
  congress,
  elections,
  exclusions,
  franchise,
  tables,
  votes,
} from "../../src/presets/PrimaryVotes.js"

const TABLES = [
  ["votes", votes, VoteRule.VoteRule],
  ["elections", elections, ElectionRule.ElectionRule],
  ["franchise", franchise, Franchise.FranchiseRule],
  ["exclusions", exclusions, Franchise.ExclusionRule],
  ["by-elections", byElections, ElectionRule.ByElectionRule],
  ["congress", congress, ElectionRule.CongressRule],
] as const

test.each(TABLES)("%s can be stored and read back", (_, rows, schema) => {
  for (const row of rows) {
    expect(Result.getOrThrow(Schema.decodeUnknownResult(schema as Schema.Codec<unknown>)(row))).toEqual(row)
  }
})

test("ids are distinct", () => {
  const ids = TABLES.flatMap(([, rows]) => rows.map(({ id }) => id))
  expect(new Set(ids).size).toBe(ids.length)
})

test("what is known from reports alone says so", () => {
  const weak = TABLES.flatMap(([, rows]) => [...rows]).filter(({ cite }) => cite.standing === "report")
  expect(weak.length).toBeGreaterThan(0)
  for (const { id, note } of weak) expect([id, note]).not.toEqual([id, undefined])
})

test("every election names a rule of voting that there is", () => {
  const ids = tables.votes.map(({ id }) => id)
  for (const { vote, empty } of tables.elections) {
    expect(ids).toContain(vote)
    if (empty !== undefined) expect(ids).toContain(empty.vote)
  }
})
