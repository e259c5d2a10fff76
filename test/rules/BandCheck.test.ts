/** Told cases of the check of bands; printed texts stand in `schemes/findings.test.ts`. All books are made up. */
import { describe, expect, test } from "vitest"
import { check } from "../../src/rules/BandCheck.js"
import * as Scoring from "../../src/rules/Scoring.js"
import * as Veto from "../../src/rules/Veto.js"
import { answers, banded, defects, repaired } from "./checking.js"
import { book, cite, points } from "./sample.js"

const entry = (step: string, max = "100") =>
  Scoring.only({ kind: "得分", domain: Scoring.domain("分", "0", max, step) })
const printed = [banded("五星", { ge: "90" }), banded("四星", { ge: "80", le: "89" }), banded("不定星", { lt: "80" })]

describe("gaps", () => {
  test("89.5 between 89 and 90 is one on a lattice of a tenth, at one there is none", () => {
    const at = (step: string) => book(entry(step), { levels: printed, score: { quantum: step, round: "exact" } })
    expect(defects(check, at("0.1"), "lint.levelGap").map(({ params }) => [params.witness, params.span])).toEqual([
      ["89.5", "(89, 90)"],
    ])
    expect(answers(check, at("1"), "lint.levelGap")).toEqual(["levels proven"])
  })

  test("a total that comes in whole numbers leaves none, however fine the quantum; one that is rounded neither", () => {
    expect(
      answers(check, book(entry("1"), { levels: printed, score: { quantum: "0.1", round: "exact" } }), "lint.levelGap"),
    ).toEqual(["levels proven"])
    expect(
      answers(
        check,
        book(entry("0.1"), { levels: printed, score: { quantum: "1", round: "halfUp" } }),
        "lint.levelGap",
      ),
    ).toEqual(["levels proven"])
  })

  test("a score off the quantum that no level holds shows that it has to be rounded first", () => {
    const [gap] = defects(
      check,
      book(entry("0.1"), { levels: printed, score: { quantum: "1", round: "exact" } }),
      "lint.levelGap",
    )
    expect(gap?.evidence.is === "witness" && gap.evidence.shows).toEqual({ conflict: "rules.unrounded" })
  })

  test("only scores that can be reached count: a deduction of a half may reach what entries do not", () => {
    const total = entry("1")
    const veto = Veto.deduct(
      { id: "违规", label: { zh: "违规" }, when: Scoring.happened("违规"), cite: cite("9") },
      "0.5",
    )
    const given = { levels: printed, score: { quantum: "0.5", round: "exact" as const } }
    expect(answers(check, book(total, given), "lint.levelGap")).toEqual(["levels proven"])
    const [gap] = defects(check, book(total, { ...given, effects: [veto] }), "lint.levelGap")
    expect(gap?.params.witness).toBe("89.5")
    expect(gap?.evidence.is === "witness" && gap.evidence.input.facts.map(({ kind }) => kind).sort()).toEqual([
      "得分",
      "违规",
    ])
  })

  test("no parity is overlooked: twice a whole number is never 85", () => {
    const twice = Scoring.weighted([{ w: "2", e: entry("1", "50") }])
    const levels = [banded("高", { gt: "85" }), banded("低", { lt: "85" })]
    expect(answers(check, book(twice, { levels }), "lint.levelGap")).toEqual(["levels proven"])
    const odd = Scoring.parts([twice, Scoring.only({ kind: "附加分", domain: points("1") })])
    expect(answers(check, book(odd, { levels }), "lint.levelGap")).toEqual(["levels[1] refuted"])
  })

  test("a band below all others opens downwards when it is mended, a band between two up to the next", () => {
    const low = book(entry("1"), { levels: [banded("优", { ge: "85" }), banded("良", { ge: "60", lt: "85" })] })
    expect(defects(check, low, "lint.levelGap")[0]?.repair?.patch).toEqual([
      { path: ["levels", 1, "on"], value: { lt: "85" } },
    ])
    expect(repaired(check, low, "lint.levelGap")).toEqual([])
    const between = book(entry("0.5"), { levels: printed, score: { quantum: "0.5", round: "exact" } })
    expect(defects(check, between, "lint.levelGap")[0]?.repair?.patch).toEqual([
      { path: ["levels", 1, "on"], value: { ge: "80", lt: "90" } },
    ])
    expect(repaired(check, between, "lint.levelGap")).toEqual([])
  })
})

test("a gap is found within the budget among a thousand entries as among two", () => {
  for (const count of [2, 1000]) {
    const parts = Array.from({ length: count }, (_, index) =>
      Scoring.only({ kind: `项${index}`, domain: Scoring.domain("分", "0", "10", "0.5") }),
    )
    const total = Scoring.parts(parts)
    const bands = [banded("甲", { ge: String(8 * count) }), banded("乙", { le: String(8 * count - 1) })]
    const [gap] = defects(
      check,
      book(total, { levels: bands, score: { quantum: "0.5", round: "exact" } }),
      "lint.levelGap",
    )
    expect(gap?.params.span).toBe(`(${8 * count - 1}, ${8 * count})`)
  }
})

describe("further conditions", () => {
  const project = Scoring.happened("创新项目")
  const named = Scoring.only({ kind: "得分", domain: points() }, { id: "总分" })
  const levels = [
    banded("五星", { ge: "90" }, project),
    banded("四星", { ge: "80", lt: "90" }),
    banded("三星", { lt: "80" }),
  ]

  test("who is in the band and does not meet the condition is nowhere; the repair sends them to the next level", () => {
    const given = book(named, { levels })
    const [gap] = defects(check, given, "lint.levelGap")
    expect([gap?.params.span, gap?.params.where, gap?.at]).toEqual(["[90, 100]", "五星", ["levels", 0]])
    expect(repaired(check, given, "lint.levelGap")).toEqual([])
  })

  test("two levels overlap only where both conditions can hold", () => {
    const other = { test: "not" as const, of: project }
    const apart = [
      banded("五星", { ge: "90" }, project),
      banded("四星", { ge: "80" }, other),
      banded("四星二", { ge: "80", lt: "90" }, project),
      banded("三星", { lt: "80" }),
    ]
    const given = book(named, { levels: apart })
    expect(answers(check, given, "lint.levelOverlap")).toEqual(["levels proven"])
    expect(answers(check, given, "lint.levelGap")).toEqual(["levels proven"])
    const both = book(named, {
      levels: [banded("五星", { ge: "90" }, project), banded("四星", { ge: "80" }), banded("三星", { lt: "80" })],
    })
    expect(defects(check, both, "lint.levelOverlap").map(({ params }) => [params.where, params.span])).toEqual([
      ["五星、四星", "[90, 100]"],
    ])
    expect(repaired(check, both, "lint.levelOverlap")).toEqual([])
  })
})

describe("levels that nothing leads to", () => {
  const high = Scoring.parts([Scoring.base("44"), entry("1", "50")])
  const levels = [banded("五星", { ge: "95" }), banded("四星", { ge: "80", lt: "95" }), banded("三星", { lt: "80" })]

  test("the most that can be had is 94: a level from 95 is out of reach, unless an award leads to it", () => {
    const [found] = defects(check, book(high, { levels }), "lint.levelUnreachable")
    expect([found?.params.where, found?.evidence]).toEqual(["五星", { is: "bound", found: "94", asked: "95" }])
    const award = {
      id: "荣誉",
      label: { zh: "荣誉" },
      when: Scoring.happened("荣誉"),
      atLeast: "五星",
      overQuota: true,
      cite: cite("8"),
    }
    expect(defects(check, book(high, { levels, awards: [award] }), "lint.levelUnreachable")).toEqual([])
  })

  test("a level without a band needs an effect, an award or a quota above it", () => {
    const given = [...levels.slice(1), banded("末位", null)]
    expect(
      defects(check, book(high, { levels: given }), "lint.levelUnreachable").map(({ params }) => params.where),
    ).toEqual(["末位"])
    const veto = Veto.holdAt(
      { id: "否决", label: { zh: "否决" }, when: Scoring.happened("否决"), cite: cite("9") },
      "末位",
    )
    expect(defects(check, book(high, { levels: given, effects: [veto] }), "lint.levelUnreachable")).toEqual([])
  })

  test("a level whose band lies within another is shadowed", () => {
    const given = [banded("甲", { ge: "60" }), banded("乙", { ge: "70", lt: "80" }), banded("丙", { lt: "60" })]
    const [found] = defects(check, book(entry("1"), { levels: given }), "lint.levelUnreachable")
    expect([found?.params.where, found?.evidence]).toEqual(["乙", { is: "place", at: ["levels[1]", "levels[0]"] }])
  })
})
