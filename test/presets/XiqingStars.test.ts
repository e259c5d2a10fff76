/** Told cases of T1; branches and scores are made up. */
import { describe, expect, test } from "vitest"
import { XiqingStars } from "../../src/presets/index.js"
import type { Rulebook } from "../../src/rules/Rulebook.js"
import { type Case, rate, stand, subject } from "../rules/rating.js"
import { given, soundBook, standsAt } from "./books.js"

const { rulebook } = XiqingStars

/** The book with a rule on ties, which the text leaves to whoever applies it. */
const tied = (last: "share" | "meeting"): Rulebook => ({ ...rulebook, ties: { keys: [], last, method: "min" } })

const scored = (scores: ReadonlyArray<string>, kind = "机关"): Case => ({
  subjects: scores.map((_, index) => subject(`支部${String(index).padStart(2, "0")}`, { 类型: [kind] })),
  facts: scores.map((value, index) => given("考评总分", value, `支部${String(index).padStart(2, "0")}`)),
})

describe("the book", () => soundBook(rulebook))

test("the text has no rule on ties, and the book cites none", () => {
  expect(rulebook.ties).toEqual({ keys: [], last: "share", method: "min" })
})

test("C17 西青: bands at their ends, and the gap at 94.5", () => {
  const at = (value: string) => standsAt(rulebook, "考评总分", value)
  expect(["94", "85", "84", "75", "74", "65", "64", "60", "59"].map(at)).toEqual([
    ...["四星", "四星", "三星", "三星", "二星", "二星", "一星", "一星", "后进"],
  ])
  expect([94.5, 84.1, 74.9, 64.5].map((value) => at(String(value)))).toEqual(Array(4).fill("rules.levelGap"))
  expect(at("59.9")).toBe("后进")
  expect(at("95"), "a tenth of a single branch is no place").toBe("四星")
})

test("C17 西青: of forty with six at 95 or more four keep five stars", () => {
  const scores = ["99", "98", "97", "96", "95.5", "95", ...Array<string>(34).fill("80")]
  const { outcomes, quotas } = rate(rulebook, scored(scores))
  expect(outcomes.slice(0, 6).map(stand)).toEqual(["五星", "五星", "五星", "五星", "四星", "四星"])
  expect(quotas[0]).toMatchObject({ quota: "五星名额", size: 40, places: 4, held: 4, met: "yes" })
  expect(outcomes[5]?.stages.at(-1)).toEqual({ stage: "quota", by: "五星名额", to: { is: "level", level: "四星" } })
})

test("C17 西青: a tie across the cut drops whole when shared, and waits for the meeting when one decides", () => {
  const scores = ["99", "98", "97", "95", "95", "95", ...Array<string>(34).fill("80")]
  const dropped = rate(tied("share"), scored(scores)).outcomes.slice(0, 6)
  expect(dropped.map(stand)).toEqual(["五星", "五星", "五星", "四星", "四星", "四星"])
  const waiting = rate(tied("meeting"), scored(scores))
  expect(waiting.outcomes.slice(2, 6).map(stand)).toEqual(["五星", "五星|四星", "五星|四星", "五星|四星"])
  expect(waiting.quotas[0]).toMatchObject({ held: 3, met: "unknown" })
})

test("西青: the share at the bottom is reported when missed, and nobody is put there to fill it", () => {
  const bottom = (kind: string, quota: string) => {
    const { outcomes, quotas } = rate(rulebook, scored(Array<string>(40).fill("80"), kind))
    expect(outcomes.map(stand)).toEqual(Array(40).fill("三星"))
    const found = quotas.find((one) => one.quota === quota)
    return [found?.size, found?.places, found?.held, found?.met]
  }
  expect(bottom("机关", "后进其他")).toEqual([40, 2, 0, "no"])
  expect(bottom("社区", "后进社区")).toEqual([40, 4, 0, "no"])
  const villages = rate(rulebook, scored(Array<string>(40).fill("80"), "村")).quotas
  expect(villages.filter(({ quota }) => quota.startsWith("后进")).map(({ met }) => met)).not.toContain("no")
})
