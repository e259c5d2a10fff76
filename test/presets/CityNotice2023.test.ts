/** Told cases of T2; marks are made up. */
import { describe, expect, test } from "vitest"
import { CityNotice2023 } from "../../src/presets/index.js"
import { node, one, rate, score, stand, subject } from "../rules/rating.js"
import { given, soundBook } from "./books.js"

const { rulebook } = CityNotice2023
const marked = (basic: string, off: string, review: string, id = "甲") => [
  given("基础分", basic, id),
  given("扣分", off, id),
  given("评议分", review, id),
]

describe("the book", () => soundBook(rulebook))

test("T2: basic marks less deductions at seven tenths, appraisal at three", () => {
  const outcome = one(rulebook, { facts: marked("95", "5", "80") })
  expect([node(outcome, "扣后基础分"), score(outcome), stand(outcome)]).toEqual(["90", "87", "四星"])
})

test("T2: 88 and 92 make 89.2, which no band holds, and so do the gaps below", () => {
  const at = (basic: string, review: string) => {
    const outcome = one(rulebook, { facts: marked(basic, "0", review) })
    return [score(outcome), stand(outcome)]
  }
  expect(at("88", "92")).toEqual(["89.2", "rules.levelGap"])
  expect(at("79", "80")).toEqual(["79.3", "rules.levelGap"])
  expect(at("69", "71")).toEqual(["69.6", "rules.levelGap"])
  expect([at("89", "89"), at("80", "80"), at("70", "70"), at("60", "60"), at("59", "60")]).toEqual([
    ["89", "四星"],
    ["80", "四星"],
    ["70", "三星"],
    ["60", "二星"],
    ["59.3", "一星"],
  ])
})

test("T2: three tenths of ten branches keep five stars", () => {
  const ids = Array.from({ length: 10 }, (_, index) => `支部${index}`)
  const { outcomes, quotas } = rate(rulebook, {
    subjects: ids.map((id) => subject(id)),
    facts: ids.flatMap((id, index) => marked(String(100 - index), "0", "100", id)),
  })
  expect(outcomes.map(stand)).toEqual([...Array<string>(3).fill("五星"), ...Array<string>(7).fill("四星")])
  expect(quotas[0]).toMatchObject({ size: 10, places: 3, held: 3, met: "yes" })
})
