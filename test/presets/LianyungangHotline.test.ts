/** Told cases of A4: scores are those published, counts of orders that give their rates are made up unless said otherwise. */
import { describe, expect, test } from "vitest"
import { LianyungangHotline } from "../../src/presets/index.js"
import { node, one, score } from "../rules/rating.js"
import { given, soundBook } from "./books.js"

const { rulebook } = LianyungangHotline
const month = (closed: string, due: string, satisfied: string, answered: string) =>
  one(rulebook, {
    period: "2022-02",
    facts: Object.entries({ 按时办结: closed, 应办结: due, 满意: satisfied, 有效回访: answered }).map(([kind, value]) =>
      given(kind, value, "甲", "2022-02-20"),
    ),
  })

describe("the book", () => soundBook(rulebook))

test("C25: on time 80 % → 5 and 66.67 % → 0; satisfied 70.59 % → 12.8 and 66.67 % → 12.5", () => {
  const [first, second] = [month("4", "5", "12", "17"), month("2", "3", "2", "3")]
  expect([node(first, "按时办结率"), node(first, "按时办结分")]).toEqual(["80", "5"])
  expect([node(second, "按时办结率"), node(second, "按时办结分")]).toEqual(["66.67", "0"])
  expect([node(first, "满意率"), node(first, "满意率分"), score(first)]).toEqual(["70.59", "12.8", "17.8"])
  expect([node(second, "满意率"), node(second, "满意率分"), score(second)]).toEqual(["66.67", "12.5", "12.5"])
  expect(score(month("5", "5", "19", "20"))).toBe("50")
})

test("C26 [bulletin of June 2019]: 25783 and 24165 of 29186 are 88.34 % and 82.80 %", () => {
  expect(node(month("25783", "29186", "1", "1"), "按时办结率")).toBe("88.34")
  expect(node(month("24165", "29186", "1", "1"), "按时办结率")).toBe("82.8")
})

test("a body without orders is listed apart", () => {
  expect(score(month("0", "0", "0", "0"))).toBe("absent notApplicable")
})

test("what is not known of the text is not in the book", () => {
  expect(rulebook.notes.map(({ text }) => text.zh).join("\n")).toMatch(/及时签收、办理质量两项怎样计分未见/)
  expect(JSON.stringify(rulebook.total)).not.toMatch(/签收|质量/)
})
