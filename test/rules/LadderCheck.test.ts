/** Told cases of the check of ladders. All books are made up. */
import { expect, test } from "vitest"
import type { Expression } from "../../src/rules/Expression.js"
import { check } from "../../src/rules/LadderCheck.js"
import * as Scoring from "../../src/rules/Scoring.js"
import { answers, defects, repaired } from "./checking.js"
import { book } from "./sample.js"

const hours = Scoring.only({ kind: "时长", domain: Scoring.domain("小时", "0", null, "1") })
const row = (ge: string, gives: string, lt?: string) => ({ on: { ge, ...(lt === undefined ? {} : { lt }) }, gives })
const shared = { keys: [], last: "share" as const, method: "min" as const }

test("points that go up with the hours and then down again are a slip of the pen; where they turn is told", () => {
  const ladder = (third: string) =>
    book(Scoring.stepTable(hours, [row("0", "0", "10"), row("10", "5", "20"), row("20", third)], { id: "时长分" }))
  expect(answers(check, ladder("8"), "lint.ladderFalls")).toEqual(["total proven"])
  const [found] = defects(check, ladder("3"), "lint.ladderFalls")
  expect([found?.params.where, found?.params.witness]).toEqual(["时长分", "19 → 5、20 → 3"])
})

test("a scale of deductions may go down all the way", () => {
  const falling = Scoring.stepTable(hours, [row("0", "10", "10"), row("10", "5", "20"), row("20", "0")])
  expect(answers(check, book(falling), "lint.ladderFalls")).toEqual(["total proven"])
})

test("bands that each stop where the next begins are looked at together", () => {
  const small: Expression = {
    op: "curve",
    of: hours,
    pieces: [
      { on: { lt: "10" }, at: "0", slope: "0.1", from: "0" },
      { on: { ge: "10" }, at: "0" },
    ],
  }
  const large: Expression = {
    op: "curve",
    of: hours,
    pieces: [
      { on: { lt: "10" }, at: "0" },
      { on: { ge: "10" }, at: "1", slope: "0.1", from: "10" },
    ],
  }
  expect(answers(check, book(small), "lint.ladderFalls")).toEqual(["total refuted"])
  expect(answers(check, book(Scoring.parts([small, large])), "lint.ladderFalls")).toEqual(["total proven"])
})

test("places fall below nought in a group that is large enough: the fifty-first at minus two", () => {
  const place = Scoring.place(
    Scoring.only({ kind: "得分", domain: Scoring.domain("分", "0", "100", "0.1") }),
    null,
    "high",
    shared,
  )
  const open: Expression = {
    op: "curve",
    of: place,
    pieces: [{ on: { ge: "1" }, at: "98", slope: "-2", from: "1" }],
    id: "名次分",
  }
  const [found] = defects(check, book(open), "lint.rankBelowNought")
  expect([found?.params.where, found?.params.place, found?.params.found]).toEqual(["名次分", 51, "-2"])
  expect(found?.evidence.is === "witness" && found.evidence.input.subjects.length).toBe(51)
  expect(repaired(check, book(open), "lint.rankBelowNought")).toEqual([])
  const held = Scoring.rankDecrement(place, { full: "98", loss: "2", floor: "0" })
  expect(answers(check, book(held), "lint.rankBelowNought")).toEqual(["total proven"])
})

test("where no more people differ than a lattice has numbers, the bound stands alone", () => {
  const place = Scoring.place(
    Scoring.only({ kind: "得分", domain: Scoring.domain("分", "0", "5", "1") }),
    null,
    "high",
    shared,
  )
  const list: Expression = { op: "curve", of: place, pieces: [{ on: { ge: "1" }, at: "10", slope: "-1", from: "1" }] }
  const [found] = defects(check, book(list), "lint.rankBelowNought")
  expect(found?.evidence).toEqual({ is: "bound", found: "-1", asked: "0" })
})
