import { describe, expect, test } from "vitest"
import * as Explanation from "../../src/rules/Explanation.js"
import * as Numerals from "../../src/rules/Numerals.js"
import { fact, one } from "./rating.js"
import { simpleBook } from "./rulebookArbitrary.js"

const read = (text: string) => Numerals.read(text).map(({ q, about }) => (about ? `~${q}` : q))

describe("numbers of a text", () => {
  test.each([
    ["计+10分", ["10"]],
    ["应计−0.50分", ["-0.5"]],
    ["约9.03，1/3，-7/12", ["~9.03", "1/3", "-7/12"]],
    ["第二十三条、第一百一十条、第十条、第一千零七条、第二条", ["23", "110", "10", "1007", "2"]],
    ["2023年3月5日", ["2023", "3", "5"]],
    ["on 2023-03-05: about +2.50", ["2023", "3", "5", "~2.5"]],
    ["P-058、T1、f12 and v2.1", []],
    ["3至5，第1名，共3名", ["3", "5", "1", "3"]],
    ["100–200万元", ["100", "200"]],
    ["无数字", []],
  ])("%s", (text, numbers) => {
    expect(read(text)).toEqual(numbers)
  })
})

const book = {
  ...simpleBook({
    op: "fact",
    kind: "得分",
    take: "only",
    domain: { unit: "分", min: "0", max: "100", step: "0.01" },
    closedBy: "register",
  }),
  score: { quantum: "0.1", round: "halfUp" as const },
}

test("a stage of rounding is told with its unit, and what it rounded", () => {
  const outcome = one(book, { facts: [fact("甲", "得分", "2023-05-01", { value: "88.25" })] })
  expect(Explanation.sentences(book, outcome, "zh")).toContain("取舍前88.25分，按0.1分为单位四舍五入。")
  expect(Explanation.sentences(book, outcome, "en")).toContain(
    "88.25 before rounding, rounded half up to steps of 0.1.",
  )
})

test("a text that says another number is found out, one that says the same is not", () => {
  const outcome = one(book, { facts: [fact("甲", "得分", "2023-05-01", { value: "88.25" })] })
  const text = Explanation.sentences(book, outcome, "zh").join("")
  expect(Numerals.unsupported(book, outcome, text)).toEqual([])
  expect(Numerals.unsupported(book, outcome, text.replace("88.25", "88.52")).map(({ q }) => q)).toEqual(["88.52"])
  expect(Numerals.unsupported(book, outcome, "约88.3分")).toEqual([])
  expect(Numerals.unsupported(book, outcome, "约88.2分").map(({ text: shown }) => shown)).toEqual(["约88.2"])
})
