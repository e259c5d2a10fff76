import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as Builder from "../../src/rules/Builder.js"
import type { Effect } from "../../src/rules/Clause.js"
import * as Scoring from "../../src/rules/Scoring.js"
import * as Veto from "../../src/rules/Veto.js"
import { fact, one, score as scored, stand } from "./rating.js"
import { book, cite, draft, levels, places, score } from "./sample.js"

const grounds: Veto.Grounds = {
  id: "否决",
  label: { zh: "发生责任事故" },
  when: Scoring.happened("事故"),
  cite: cite("10"),
}

/** Score and level of 95 points with one accident, made up. */
const judged = (effect: Effect, on = "2023-06-01", points = "95") => {
  const outcome = one(book(score, { levels, effects: [effect] }), {
    facts: [fact("甲", "得分", "2023-12-01", { value: points }), fact("甲", "事故", on)],
  })
  return [scored(outcome), stand(outcome)]
}

describe("each veto by what it does", () => {
  test.each([
    ["zero: the score is nought, and so is the level", Veto.zero(grounds), ["0", "合格"]],
    ["deduct: points off instead of a lower grade", Veto.deduct(grounds, "10"), ["85", "良好"]],
    ["holdAt: at most a level", Veto.holdAt(grounds, "良好"), ["95", "良好"]],
    ["lowest: the last level of the book", Veto.lowest(grounds, levels), ["95", "合格"]],
    ["barTop: the best level is out of reach", Veto.barTop(grounds, levels), ["95", "良好"]],
  ])("%s", (_, effect, expected) => expect(judged(effect)).toEqual(expected))

  test("a ceiling lifts nobody who stands below it", () => {
    expect(judged(Veto.barTop(grounds, levels), "2023-06-01", "60")).toEqual(["60", "合格"])
  })
})

test("it lasts the rated period unless it says longer", () => {
  expect(Veto.zero(grounds).lasts).toBe("period")
  expect(judged(Veto.zero(grounds), "2022-03-01")).toEqual(["95", "优秀"])
  expect(judged(Veto.zero({ ...grounds, lasts: { months: 24 } }), "2022-03-01")).toEqual(["0", "合格"])
})

describe("a book without the levels a veto needs is refused", () => {
  const refused = (effect: Effect, given: typeof levels) => {
    const made = Builder.book(draft(score, { levels: given, effects: [effect] }))
    return Result.isFailure(made) ? places(made.failure) : "accepted"
  }
  test("the lowest of none, below the top of one", () => {
    const path = ["effects", 0, "does"]
    expect(refused(Veto.lowest(grounds, []), [])).toEqual([["document.noVariant", path]])
    expect(refused(Veto.barTop(grounds, levels.slice(0, 1)), levels.slice(0, 1))).toEqual([
      ["document.noVariant", path],
    ])
  })
  test("a level that the book does not have", () => {
    expect(refused(Veto.holdAt(grounds, "三星"), levels)).toEqual([["rulebook.noSuchId", ["effects", 0, "does"]]])
  })
})
