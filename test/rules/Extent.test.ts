/** Told cases of extents. Texts are made up unless a source is named. */
import { describe, expect, test } from "vitest"
import * as Exact from "../../src/foundation/Exact.js"
import * as Period from "../../src/foundation/Period.js"
import * as CityNotice2023 from "../../src/presets/CityNotice2023.js"
import * as DaluStars from "../../src/presets/DaluStars.js"
import type { Cap, Expression } from "../../src/rules/Expression.js"
import * as Extent from "../../src/rules/Extent.js"
import type { Rulebook } from "../../src/rules/Rulebook.js"
import * as Scoring from "../../src/rules/Scoring.js"
import { book, cite, line } from "./sample.js"

const given = (more: Partial<Extent.Given> = {}): Extent.Given => ({
  period: Period.yearUnsafe(2023),
  population: null,
  facts: null,
  ...more,
})
const short = (extent: Extent.Extent | undefined) => {
  if (extent === undefined) return "none"
  const end = (q: Exact.Exact | null, reached: boolean) => (q === null ? "∞" : `${Exact.text(q)}${reached ? "" : "?"}`)
  return `${end(extent.min, extent.reached.min)} … ${end(extent.max, extent.reached.max)} by ${extent.step === null ? "–" : Exact.text(extent.step)}`
}
const of = (total: Expression | Rulebook, more: Partial<Extent.Given> = {}, path = "total") =>
  short(Extent.of("op" in total ? book(total) : total, given(more)).get(path))

const entry = (kind: string, max: string | null, step = "1") =>
  Scoring.only({ kind, domain: Scoring.domain("分", "0", max, step) })

describe("one number", () => {
  test("a leaf is its lattice; a bound off it is kept and not reached", () => {
    expect(of(entry("甲", "100", "0.5"))).toBe("0 … 100 by 0.5")
    expect(of(entry("甲", "10", "3"))).toBe("0 … 10? by 1")
  })

  test("a count is in whole numbers, and no more than there are facts", () => {
    const count = Scoring.count({ kind: "甲", domain: Scoring.domain("次", "0", null, "0.5") })
    expect([of(count), of(count, { facts: 7 })]).toEqual(["0 … ∞ by 1", "0 … 7 by 1"])
  })

  test("T4: the total of the bureau's plan", () => expect(of(DaluStars.rulebook)).toBe("0 … 110 by 1"))
})

describe("numbers together", () => {
  test("R1: seventy and thirty per cent of whole numbers come in tenths", () =>
    expect(of(CityNotice2023.rulebook)).toBe("-70 … 100 by 0.1"))

  test("the same fact twice: the ends are bounds that no world reaches", () => {
    const twice = Scoring.weighted([
      { w: "1", e: entry("甲", "10") },
      { w: "-1", e: entry("甲", "10") },
    ])
    expect(of(twice)).toBe("-10? … 10? by 1")
  })

  test("a table on the extent of its argument: rows beyond it do not count", () => {
    const table = (max: string) =>
      Scoring.stepTable(entry("甲", max), [
        { on: { lt: "5" }, gives: "0" },
        { on: { ge: "5" }, gives: "8" },
      ])
    expect([of(table("10")), of(table("4"))]).toEqual(["0 … 8 by 8", "0 … 0 by 1"])
    expect(Extent.of(book(table("10")), given()).get("total")?.rises).toBe("up")
  })

  test("a share of the best is at most one; votes at their shares lie between the shares", () => {
    expect(of(Scoring.shareOfBest(entry("甲", null), "6", null))).toBe("0? … 6 by –")
    expect(
      of(
        Scoring.ballots(
          "评",
          [
            { field: "好", share: "1" },
            { field: "差", share: "0.6" },
          ],
          "20",
        ),
      ),
    ).toBe("12 … 20 by –")
  })

  test("places go as far as there are people", () => {
    const place = Scoring.place(entry("甲", "10"), null, "high", { keys: [], last: "share", method: "average" })
    expect([of(place), of(place, { population: 8 })]).toEqual(["1 … ∞ by 0.5", "1 … 8 by 0.5"])
  })
})

describe("lines", () => {
  const cap = (id: string, ids: ReadonlyArray<string>, per: Cap["per"], max: string): Cap => ({
    id,
    of: ids,
    per,
    on: "bonus",
    max,
    cite: cite("5"),
  })
  const lines = (caps: ReadonlyArray<Cap>) =>
    Scoring.lines({ acts: [line("甲", "2"), line("乙", "3"), line("丙", "-1")], caps })

  test("without caps there is no end, with few facts there is", () => {
    expect([of(lines([])), of(lines([]), { facts: 3 })]).toEqual(["∞ … ∞ by 1", "-3? … 15? by 1"])
  })

  test("a cap a month holds twelve times a year, an outer one once; in half a year six times", () => {
    const monthly = cap("月", ["甲", "乙"], "month", "4")
    expect([of(lines([monthly])), of(lines([monthly, cap("年", ["甲", "乙"], "year", "40")]))]).toEqual([
      "∞ … 48 by 1",
      "∞ … 40 by 1",
    ])
    expect(of(lines([monthly]), { period: Period.halfUnsafe(2023, 1) })).toBe("∞ … 24 by 1")
  })

  test("an account of twelve months is twelve accounts", () => {
    const monthly = lines([cap("月", ["甲", "乙"], "period", "4")])
    expect([of(Scoring.subPeriods("month", monthly, "sum")), of(Scoring.subPeriods("month", monthly, "mean"))]).toEqual(
      ["∞ … 48 by 1", "∞ … 4 by 1/12"],
    )
  })

  test("a net floor above nought is what any line gives at least", () => {
    const floor: Cap = {
      id: "底",
      of: ["甲", "乙", "丙"],
      per: "period",
      on: "net",
      min: "2",
      max: "9",
      cite: cite("6"),
    }
    expect(of(lines([floor]))).toBe("0 … 9? by 1")
  })
})

test("every node of the book is there, with how it can be absent and what conflicts it raises", () => {
  const table = Scoring.stepTable(entry("甲", "10"), [
    { on: { lt: "5" }, gives: "0" },
    { on: { gt: "5" }, gives: "8" },
  ])
  const extents = Extent.of(book(table), given())
  expect([...extents.keys()].sort()).toEqual(["total", "total.of"])
  expect(extents.get("total")?.conflicts).toEqual([
    "rules.gap",
    "rules.offLattice",
    "rules.outOfDomain",
    "rules.severalFacts",
  ])
  expect(extents.get("total.of")?.absences).toEqual(["exempt", "new", "notApplicable"])
})
