/** Told cases of P4; facts are made up. */
import { describe, expect, test } from "vitest"
import { HuaningStars } from "../../src/presets/index.js"
import { soundBook, standsAt } from "./books.js"

const { rulebook } = HuaningStars

describe("the book", () => soundBook(rulebook))

test("C9 华宁: the printed bands at the resolution of half a point", () => {
  const at = (points: number) => standsAt(rulebook, "支部自定项目", String(points - 60))
  expect([59, 60, 69, 70, 90, 95, 96].map(at)).toEqual(["不合格", "一星", "一星", "二星", "四星", "四星", "五星"])
  expect([69.5, 79.5, 89.5, 95.5].map(at)).toEqual(Array(4).fill("rules.levelGap"))
})

test("each gap stands in a note of the star below it", () => {
  const noted = rulebook.notes.filter(({ kind }) => kind === "defect")
  expect(noted.map(({ on, code }) => [on, code])).toEqual(
    ["四星", "三星", "二星", "一星"].map((star) => [star, "lint.levelGap"]),
  )
})
