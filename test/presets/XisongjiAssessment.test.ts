/** Told cases of A1; villages and marks are made up where the domain notes do not give them. */
import { describe, expect, test } from "vitest"
import { XisongjiAssessment } from "../../src/presets/index.js"
import { fact, node, one, rate, score, stand, subject } from "../rules/rating.js"
import { frozen, given, soundBook } from "./books.js"

const { year, month, pay } = XisongjiAssessment

describe("the year", () => soundBook(year))
describe("the month", () => soundBook(month))
describe("the pay", () => soundBook(pay))

const months = Array.from({ length: 12 }, (_, index) => `2023-${String(index + 1).padStart(2, "0")}`)

/** Each entry of daily work is what one item loses in the month. */
const monthly = (id: string, daily: ReadonlyArray<string>) =>
  months.flatMap((each) => [
    given("重点工作", "38", id, `${each}-28`),
    ...daily.map((value, index) => fact(id, "日常扣分", `${each}-1${index}`, { value })),
    given("阶段加分", "12", id, `${each}-11`),
    given("交办加分", "6", id, `${each}-12`),
  ])

test("C23: a month of 38, 33, 10 and 6 is 87", () => {
  const facts = monthly("甲", ["-25", "-7"]).filter(({ on }) => on.startsWith("2023-03"))
  const outcome = one(month, { period: "2023-03", facts })
  expect(["重点工作", "日常工作", "阶段性工作", "交办工作"].map((id) => node(outcome, id))).toEqual([
    ...["38", "33", "10", "6"],
  ])
  expect(score(outcome)).toBe("87")
  expect(outcome.lines.filter(({ act }) => act === "日常扣分").map(({ cuts }) => cuts)).toEqual([
    [{ by: "cap", id: "日常每项扣分", took: { is: "known", q: "-5" } }],
    [],
  ])
})

test("daily work loses at most its sixty", () => {
  const facts = ["-20", "-25", "-19", "-20"].map((value, index) =>
    fact("甲", "日常扣分", `2023-03-1${index}`, { value }),
  )
  expect(node(one(month, { period: "2023-03", facts }), "日常工作")).toBe("0")
})

test("C22: 88 at the year's end, 1068 over twelve months and two more are 90.6", () => {
  const facts = [given("年终考核", "88"), ...monthly("甲", ["-25", "-5"]), given("加减分", "2")]
  const outcome = one(year, { facts })
  expect([node(outcome, "月均分"), score(outcome), stand(outcome)]).toEqual(["89", "90.6", "一等奖"])
})

test("C22: of three villages at ninety or more the third takes a second prize", () => {
  const village = (id: string, yearly: string) => [
    given("年终考核", yearly, id),
    ...monthly(id, ["-25", "-5"]),
    given("加减分", "2", id),
  ]
  const { outcomes } = rate(year, {
    subjects: ["甲", "乙", "丙", "丁"].map((id) => subject(id)),
    facts: [...village("甲", "88"), ...village("乙", "95"), ...village("丙", "90"), ...village("丁", "80")],
  })
  expect(Object.fromEntries(outcomes.map((outcome) => [outcome.subject, [score(outcome), stand(outcome)]]))).toEqual({
    甲: ["90.6", "二等奖"],
    乙: ["93.4", "一等奖"],
    丙: ["91.4", "一等奖"],
    丁: ["87.4", "二等奖"],
  })
})

test("seats are two, four and six; who has none falls, to a pass at last", () => {
  const ids = Array.from({ length: 14 }, (_, index) => `村${String(index).padStart(2, "0")}`)
  const { outcomes } = rate(year, {
    subjects: ids.map((id) => subject(id)),
    facts: ids.flatMap((id, index) => [given("年终考核", String(100 - index), id), ...monthly(id, ["-4"])]),
  })
  expect(outcomes.map(stand)).toEqual([
    ...Array<string>(2).fill("一等奖"),
    ...Array<string>(4).fill("二等奖"),
    ...Array<string>(6).fill("三等奖"),
    ...Array<string>(2).fill("合格"),
  ])
})

test("C22: a score rate of 0.89 on a base of 800 yuan is 712; 600 and 400 are bases too, 500 is none", () => {
  const paid = (base: string) =>
    score(
      one(pay, {
        period: "2023-03",
        subjects: [subject("甲", {}, { 基数: base })],
        results: [frozen(month.id, "2023-03", { values: { score: "89" } })],
      }),
    )
  expect(["800", "600", "400", "500"].map(paid)).toEqual(["712", "534", "356", "rules.offLattice"])
})
