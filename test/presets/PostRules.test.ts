/** Kinds of posts, rules and teams as data. */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { expect, test } from "vitest"
import * as DualRole from "../../src/organisation/DualRole.js"
import * as Post from "../../src/organisation/Post.js"
import * as PostRule from "../../src/organisation/PostRule.js"
import * as Team from "../../src/organisation/Team.js"
import { dualRole, dualRoleIndicators, instructorFigures, kinds, rules, teams } from "../../src/presets/PostRules.js"

test.each([
  ["kinds", kinds, Post.PostKind],
  ["rules", rules, PostRule.PostRule],
  ["teams", teams, Team.TeamPlan],
  ["rules of both posts in one hand", dualRole, DualRole.DualRoleRule],
  ["shares of both posts in one hand", dualRoleIndicators, DualRole.Indicator],
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
    ...instructorFigures.map(({ kind }) => kind),
    ...dualRole.flatMap(({ pair }) => [pair.secretary, pair.head]),
    ...teams.flatMap(({ roles }) => roles.flatMap(({ posts = [] }) => posts)),
  ]
  for (const kind of named) expect(known).toContain(kind)
})

test("whatever is said of posts says what it rests on", () => {
  for (const { id, note } of [...rules, ...teams, ...instructorFigures, ...dualRole, ...dualRoleIndicators])
    expect([id, note]).not.toEqual([id, undefined])
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

test("the shares of the country are those of the report: 30% in 2016, 35% aimed at for 2020, 50% for 2022", () =>
  expect(dualRoleIndicators.map(({ by, is, percent }) => [by, is, percent])).toEqual([
    ["2016-12-31", "reached", 30],
    ["2020-12-31", "target", 35],
    ["2022-12-31", "target", 50],
  ]))

test("figures of single cities about instructors are of reports and permit, so that nothing is found by them", () => {
  for (const { id, cite, strength } of instructorFigures)
    expect([id, cite.standing, strength]).toEqual([id, "report", "may"])
  expect(instructorFigures.map(({ counted, count, per }) => [counted, count, per])).toEqual([
    ["termMonths", 24, undefined],
    ["units", 3, "holder"],
    ["days", 10, "month"],
    ["visits", 1, "quarter"],
  ])
})
