/** Told cases of A2; towns and their figures are made up. */
import { describe, expect, test } from "vitest"
import * as Period from "../../src/foundation/Period.js"
import { WenzhouMerit } from "../../src/presets/index.js"
import { rate, score, subject } from "../rules/rating.js"
import { given, soundBook } from "./books.js"

const { rulebook } = WenzhouMerit
const towns = (count: number) =>
  Array.from({ length: count }, (_, index) => subject(`街道${String(index + 1).padStart(2, "0")}`))
const inMonth = (month: string, count: number, order: (index: number) => number) =>
  towns(count).map(({ id }, index) => given("月度指标", String(100 - order(index)), id, `${month}-20`))

describe("the book", () => soundBook(rulebook))

test("C24: the first gets 30, the fourth 25.5, the eleventh 15", () => {
  const { outcomes } = rate(rulebook, {
    period: "2013-03",
    subjects: towns(12),
    facts: [
      ...inMonth("2013-03", 12, (index) => index),
      ...towns(12).map(({ id }) => given("完成率", "99", id, "2013-03-21")),
    ],
  })
  const marks = outcomes.map(score)
  expect([marks[0], marks[3], marks[10]]).toEqual(["30", "25.5", "15"])
})

test("a rate of completion has decimals: 99.95 per cent is no hundred", () => {
  const at = (share: string) =>
    rate(rulebook, {
      period: "2013-03",
      subjects: towns(1),
      facts: [...inMonth("2013-03", 1, () => 0), given("完成率", share, "街道01", "2013-03-21")],
    }).outcomes.map(score)
  expect([at("59.8"), at("99.95"), at("100")]).toEqual([["30"], ["30"], ["34"]])
})

test("the text has no floor: the twenty-first place gets nothing, the twenty-second loses", () => {
  const { outcomes } = rate(rulebook, {
    period: "2013-03",
    subjects: towns(22),
    facts: [
      ...inMonth("2013-03", 22, (index) => index),
      ...towns(22).map(({ id }) => given("完成率", "0", id, "2013-03-21")),
    ],
  })
  expect(outcomes.slice(19).map(score)).toEqual(["1.5", "0", "-1.5"])
})

test("monthly places are averaged over the year that ends in November, and only a hundred per cent gives four", () => {
  const period = "2012-12-01/2013-11-30"
  const months = Period.split(Period.parseUnsafe(period), "month").map(Period.text)
  const facts = [
    ...months.flatMap((month, at) => inMonth(month, 12, (index) => (at % 2 === 0 ? index : 11 - index))),
    ...towns(12).map(({ id }, index) => given("完成率", index === 0 ? "100" : "99", id, "2013-11-21")),
  ]
  const { outcomes } = rate(rulebook, { period, subjects: towns(12), facts })
  expect(outcomes.map(score)).toEqual(["25.75", ...Array<string>(11).fill("21.75")])
})
