/** Told cases of T3; facts are made up. */
import { describe, expect, test } from "vitest"
import { ZouchengStars } from "../../src/presets/index.js"
import { one, stand } from "../rules/rating.js"
import { given, soundBook, standsAt } from "./books.js"

const { rulebook } = ZouchengStars

describe("the book", () => soundBook(rulebook))

test("C29 邹城: below sixty per cent satisfied holds at two stars", () => {
  const at = (satisfied: string) => standsAt(rulebook, "综合得分", "86", [given("群众满意率", satisfied)])
  expect([at("58"), at("59"), at("60"), at("61")]).toEqual(["二星", "二星", "四星", "四星"])
  expect([at("59.8"), at("59.99"), at("60.01")]).toEqual(["二星", "二星", "四星"])
  expect(stand(one(rulebook, { facts: [given("综合得分", "86")] }))).toBe("四星|二星")
})

test("邹城: the ceiling lifts nobody, and whole numbers leave no gap", () => {
  expect(standsAt(rulebook, "综合得分", "55", [given("群众满意率", "58")])).toBe("一星")
  const at = (value: string) => standsAt(rulebook, "综合得分", value, [given("群众满意率", "90")])
  expect(["100", "90", "89", "80", "79", "70", "69", "60", "59", "0"].map(at)).toEqual([
    "五星",
    "五星",
    "四星",
    "四星",
    "三星",
    "三星",
    "二星",
    "二星",
    "一星",
    "一星",
  ])
})
