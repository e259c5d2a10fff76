/** Told cases of T4 as printed, and of the repaired reading that C18 names; branches and scores are made up. */
import { describe, expect, test } from "vitest"
import { DaluStars } from "../../src/presets/index.js"
import type { Fact } from "../../src/rules/Fact.js"
import * as Rulebook from "../../src/rules/Rulebook.js"
import { type Case, fact, rate, subject } from "../rules/rating.js"
import { repairedDalu } from "../rules/schemes/stars.js"
import { given, soundBook, standsAt } from "./books.js"

const { rulebook } = DaluStars
const project = fact("甲", "创新项目", "2023-05-01")
const at = (book: Rulebook.Rulebook, value: string, more: ReadonlyArray<Fact> = []) =>
  standsAt(book, "考评总分", value, more)

describe("the book", () => soundBook(rulebook))

test("C18 大路: 92 with a project is five stars, without one no printed row fits; the repaired text says four", () => {
  expect([at(rulebook, "92", [project]), at(rulebook, "92")]).toEqual(["五星", "rules.levelGap"])
  expect(Rulebook.check(repairedDalu)).toEqual([])
  expect([
    at(repairedDalu, "92", [project]),
    at(repairedDalu, "92"),
    at(repairedDalu, "85", [project]),
    at(repairedDalu, "110"),
    at(repairedDalu, "79"),
    at(repairedDalu, "59"),
  ]).toEqual(["五星", "四星", "四星", "四星", "三星", "一星"])
})

test("大路: printed ends belong to two rows", () => {
  expect(["80", "70"].map((value) => at(rulebook, value))).toEqual(Array(2).fill("rules.levelOverlap"))
  expect([at(rulebook, "90", [project]), at(rulebook, "90")]).toEqual(["rules.levelOverlap", "四星"])
  expect(["85", "75", "65", "60", "59"].map((value) => at(rulebook, value))).toEqual([
    "四星",
    "三星",
    "二星",
    "二星",
    "一星",
  ])
})

const branches = (scores: ReadonlyArray<string>, projects: ReadonlyArray<number>): Case => {
  const ids = scores.map((_, index) => `支部${String(index).padStart(2, "0")}`)
  return {
    subjects: ids.map((id) => subject(id)),
    facts: [
      ...scores.map((value, index) => given("考评总分", value, ids[index])),
      ...projects.map((index) => fact(ids[index] ?? "", "创新项目", "2023-05-01")),
    ],
  }
}

test("大路: guide shares are reported; what 'about' allows is not said, and nothing is allowed besides", () => {
  const scores = ["95", "95", "85", "85", "85", "75", "75", "75", "75", "65"]
  const met = ({ quotas }: ReturnType<typeof rate>) => quotas.map(({ held, places, met }) => [held, places, met])
  expect(met(rate(rulebook, branches(scores, [0, 1])))).toEqual([
    [2, 1, "no"],
    [3, 3, "yes"],
    [4, 4, "yes"],
    [1, 2, "no"],
  ])
  expect(met(rate(repairedDalu, branches(scores, [0, 1]))), "a reading that allows one branch").toEqual([
    [2, 1, "yes"],
    [3, 3, "yes"],
    [4, 4, "yes"],
    [1, 2, "yes"],
  ])
})
