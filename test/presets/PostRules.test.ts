/** Kinds of posts, rules and teams as data. */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { expect, test } from "vitest"
import * as Post from "../../src/organisation/Post.js"
import * as PostRule from "../../src/organisation/PostRule.js"
import * as Team from "../../src/organisation/Team.js"
import { kinds, rules, teams } from "../../src/presets/PostRules.js"

test.each([
  ["kinds", kinds, Post.PostKind],
  ["rules", rules, PostRule.PostRule],
  ["teams", teams, Team.TeamPlan],
] as const)("%s can be stored and read back, each under an id of its own", (_, rows, schema) => {
  for (const row of rows) {
    expect(Result.getOrThrow(Schema.decodeUnknownResult(schema as Schema.Codec<unknown>)(row))).toEqual(row)
  }
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
})

test("rules and teams name only kinds of posts that there are", () => {
  const known = kinds.map(({ id }) => id)
  const named = [
    ...rules.flatMap(({ says }) => [says.kind, ...("others" in says ? (says.others ?? []) : [])]),
    ...teams.flatMap(({ roles }) => roles.flatMap(({ posts = [] }) => posts)),
  ]
  for (const kind of named) expect(known).toContain(kind)
})

test("whatever is said of posts says what it rests on", () => {
  for (const { id, note } of [...rules, ...teams]) expect([id, note]).not.toEqual([id, undefined])
})

test("the seats that a first secretary does not take are those of the two committees", () => {
  const seats = kinds
    .filter(({ committee, id }) => committee && id !== "dispatchedDisciplineSecretary")
    .map(({ id }) => id)
  for (const { says } of rules) {
    if (says.kind === "firstSecretary" && "others" in says)
      expect([...(says.others ?? [])].sort()).toEqual(seats.sort())
  }
})

test("a group of four has four roles with one person each", () => {
  for (const { id, roles } of teams.filter(({ id: plan }) => plan.endsWith("Four"))) {
    expect([id, roles.map(({ count }) => count)]).toEqual([id, Array.from({ length: 4 }, () => ({ exactly: 1 }))])
  }
})
