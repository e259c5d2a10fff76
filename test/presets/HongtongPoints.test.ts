/** Told cases of P6; members and facts are made up. */
import { describe, expect, test } from "vitest"
import { HongtongPoints } from "../../src/presets/index.js"
import { fact, one, rate, score, several, stand, subject } from "../rules/rating.js"
import { given, soundBook } from "./books.js"

describe("the year", () => soundBook(HongtongPoints.rulebook))
describe("the review", () => soundBook(HongtongPoints.review))

test("C10 洪洞: 100 − 10 − 3 + 4, and a vice offence sets it to nought", () => {
  const facts = [
    ...several(2, "甲", "缺席三会一课", "2024-02"),
    ...several(1, "甲", "缺席主题党日", "2024-03"),
    ...several(4, "甲", "志愿服务", "2024-04"),
  ]
  const at = (...more: ReadonlyArray<ReturnType<typeof fact>>) =>
    score(one(HongtongPoints.rulebook, { period: "2024", facts: [...facts, ...more] }))
  expect(at()).toBe("91")
  expect(at(fact("甲", "公益捐助", "2024-05-01"))).toBe("92")
  for (const ground of ["恶习", "失信", "违纪违法"]) expect(at(fact("甲", ground, "2024-05-01"))).toBe("0")
})

test("the base falls to nought and no further, and bonuses stand beside it", () => {
  const facts = [...several(25, "甲", "缺席三会一课", "2024-02"), ...several(2, "甲", "志愿服务", "2024-04")]
  expect(score(one(HongtongPoints.rulebook, { period: "2024", facts }))).toBe("2")
})

test("C11 洪洞: 11/17/2/0 among thirty breaks both shares, 10/17/3/0 neither, and nobody's grade is touched", () => {
  const review = (counts: ReadonlyArray<number>) => {
    const grades = counts.flatMap((count, index) => Array<string>(count).fill(String(4 - index)))
    const ids = grades.map((_, index) => `党员${index}`)
    return rate(HongtongPoints.review, {
      period: "2024-Q1",
      subjects: ids.map((id) => subject(id)),
      facts: ids.map((id, index) => given("互评等次", grades[index] ?? "", id, "2024-03-20")),
    })
  }
  const broken = review([11, 17, 2, 0])
  expect(broken.quotas.map(({ held, places, met }) => [held, places, met])).toEqual([
    [11, 10, "no"],
    [2, 3, "no"],
  ])
  expect(broken.outcomes.filter((outcome) => stand(outcome) === "优秀")).toHaveLength(11)
  expect(review([10, 17, 3, 0]).quotas.map(({ met }) => met)).toEqual(["yes", "yes"])
})
