/** Told cases of the check of tables. All books are made up; R4 stands in `schemes/findings.test.ts`. */
import { expect, test } from "vitest"
import { check } from "../../src/rules/CurveCheck.js"
import * as Scoring from "../../src/rules/Scoring.js"
import { answers, defects, repaired } from "./checking.js"
import { book, cite } from "./sample.js"

const rate = (step: string, min = "0") =>
  Scoring.only({ kind: "覆盖率", domain: Scoring.domain("%", min, "100", step) })
const rows = [
  { on: { ge: "95" }, gives: "10" },
  { on: { ge: "90", le: "94" }, gives: "8" },
  { on: { lt: "90" }, gives: "0" },
]

test("a gap is one on the lattice of the argument and within what it can come to", () => {
  const gaps = (of: ReturnType<typeof rate>) =>
    defects(check, book(Scoring.stepTable(of, rows)), "lint.curveGap").map(({ params }) => [
      params.witness,
      params.span,
    ])
  expect(gaps(rate("0.5"))).toEqual([["94.5%", "(94, 95)"]])
  expect(gaps(rate("1"))).toEqual([])
  expect(gaps(rate("0.5", "96"))).toEqual([])
})

test("the argument may be anything that facts bring about: here a sum at a weight", () => {
  const half = Scoring.weighted([
    { w: "0.5", e: rate("1") },
    { w: "0.5", e: Scoring.only({ kind: "合格率", domain: Scoring.domain("%", "0", "100", "1") }) },
  ])
  const [gap] = defects(check, book(Scoring.stepTable(half, rows)), "lint.curveGap")
  expect([gap?.params.witness, gap?.evidence.is]).toEqual(["94.5", "witness"])
})

test("rows that meet with one result do not clash; with two they do, and one end is opened as a choice", () => {
  const meeting = (lower: string) =>
    book(
      Scoring.stepTable(rate("1"), [
        { on: { ge: "90" }, gives: "10" },
        { on: { le: "90" }, gives: lower },
      ]),
    )
  expect(answers(check, meeting("10"), "lint.curveOverlap")).toEqual(["total proven"])
  const [overlap] = defects(check, meeting("8"), "lint.curveOverlap")
  expect([overlap?.params.witness, overlap?.params.results]).toEqual(["90%", "10 / 8"])
  expect(repaired(check, meeting("8"), "lint.curveOverlap")).toEqual([])
})

test("the repair of a gap lets the lower row go up to the next", () => {
  const given = book(Scoring.stepTable(rate("0.5"), rows))
  expect(defects(check, given, "lint.curveGap")[0]?.repair?.patch).toEqual([
    { path: ["total", "pieces", 1, "on"], value: { ge: "90", lt: "95" } },
  ])
  expect(repaired(check, given, "lint.curveGap")).toEqual([])
})

test("a list of five places leaves the sixth without points: six people show it", () => {
  const place = Scoring.place(rate("1"), null, "high", { keys: [], last: "share", method: "min" })
  const [gap] = defects(check, book(Scoring.rankList(place, ["10", "8", "6", "4", "2"], undefined)), "lint.curveGap")
  expect([gap?.params.witness, gap?.params.span]).toEqual(["6", "[6, ∞)"])
  expect(gap?.evidence.is === "witness" && gap.evidence.input.subjects.length).toBe(6)
  expect(answers(check, book(Scoring.rankList(place, ["10", "8"], "0")), "lint.curveGap")).toEqual(["total proven"])
})

test("a table inside a line is shown by a fact of the line", () => {
  const amount = { op: "field" as const, field: "万元", domain: Scoring.domain("万元", "0", null, "1") }
  const act = {
    id: "投资",
    kind: "投资",
    label: { zh: "投资" },
    cite: cite("3"),
    worth: Scoring.stepTable(amount, [
      { on: { ge: "500" }, gives: "50" },
      { on: { ge: "100", lt: "499" }, gives: "10" },
      { on: { lt: "100" }, gives: "0" },
    ]),
  }
  const [gap] = defects(check, book(Scoring.lines({ acts: [act] })), "lint.curveGap")
  expect(gap?.params.span).toBe("[499, 500)")
  expect(gap?.evidence.is === "witness" && gap.evidence.input.facts.map(({ values }) => values)).toEqual([
    { 万元: "499" },
  ])
})
