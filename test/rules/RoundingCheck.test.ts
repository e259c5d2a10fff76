/** Told cases of the check of rounding. All books are made up; R1 stands in `schemes/findings.test.ts`. */
import { describe, expect, test } from "vitest"
import { check } from "../../src/rules/RoundingCheck.js"
import * as Scoring from "../../src/rules/Scoring.js"
import * as Veto from "../../src/rules/Veto.js"
import { answers, banded, defects, repaired } from "./checking.js"
import { book, cite } from "./sample.js"

const entry = (kind: string, step = "1") => Scoring.only({ kind, domain: Scoring.domain("分", "0", "100", step) })
const composite = Scoring.weighted([
  { w: "0.7", e: entry("实绩") },
  { w: "0.3", e: entry("测评") },
])
const bands = [banded("优", { ge: "90" }), banded("良", { ge: "80", lt: "90" }), banded("差", { lt: "80" })]
const tenth = { quantum: "0.1", round: "exact" as const }

describe("where one rounds", () => {
  test("parts rounded first may give another level than the total: found even where bands leave no gap", () => {
    const [found] = defects(check, book(composite, { levels: bands, score: tenth }), "lint.roundingUnsaid")
    expect(found?.params).toMatchObject({ total: "良", parts: "优" })
    expect(repaired(check, book(composite, { levels: bands, score: tenth }), "lint.roundingUnsaid")).toEqual([])
  })

  test("points that are only added up are not rounded by anybody, unless no level holds them", () => {
    const added = Scoring.parts([entry("甲", "0.5"), entry("乙", "0.5")])
    const half = { quantum: "0.5", round: "exact" as const }
    expect(answers(check, book(added, { levels: bands, score: half }), "lint.roundingUnsaid")).toEqual([
      "score.round proven",
    ])
    const printed = [banded("优", { ge: "90" }), banded("良", { le: "89" })]
    expect(
      defects(check, book(added, { levels: printed, score: half }), "lint.roundingUnsaid")[0]?.params,
    ).toMatchObject({ witness: "89.5", exact: "rules.levelGap", total: "优" })
  })

  test("a score off its quantum is a conflict before it is rounded", () => {
    const [found] = defects(check, book(composite), "lint.roundingUnsaid")
    expect(found?.evidence.is === "witness" && found.evidence.shows).toEqual({ conflict: "rules.unrounded" })
    expect(repaired(check, book(composite), "lint.roundingUnsaid")).toEqual([])
  })

  test("a stated stage is taken at its word where the text says so, and asked about where it does not", () => {
    const rounded = { quantum: "1", round: "halfUp" as const }
    expect(
      defects(check, book(composite, { levels: bands, score: rounded }), "lint.roundingUnsaid").map(
        ({ severity }) => severity,
      ),
    ).toEqual(["warning"])
    expect(
      answers(check, book(composite, { levels: bands, score: { ...rounded, cite: cite("7") } }), "lint.roundingUnsaid"),
    ).toEqual(["score.round proven"])
    expect(answers(check, book(entry("得分"), { levels: bands, score: rounded }), "lint.roundingUnsaid")).toEqual([
      "score.round proven",
    ])
  })
})

describe("quotients", () => {
  const rate = {
    op: "ratio" as const,
    num: Scoring.total({ kind: "办结", domain: Scoring.domain("件", "0", null, "1") }),
    den: Scoring.total({ kind: "应办", domain: Scoring.domain("件", "0", null, "1") }),
    empty: "notApplicable" as const,
    id: "办结率",
  }

  test("one that nothing rounds reaches an exact score; the repair rounds it where it stands", () => {
    const bare = book(Scoring.weighted([{ w: "1", e: rate }]), { score: { quantum: "0.01", round: "exact" } })
    expect(defects(check, bare, "lint.ratioUnrounded").map(({ params }) => params.where)).toEqual(["办结率"])
    expect(repaired(check, bare, "lint.ratioUnrounded")).toEqual([])
    expect(answers(check, book(Scoring.rounded(rate, "halfUp", "0.01")), "lint.ratioUnrounded")).toEqual([
      "total.e proven",
    ])
    expect(answers(check, book(rate, { score: { quantum: "0.01", round: "halfUp" } }), "lint.ratioUnrounded")).toEqual([
      "total proven",
    ])
  })

  test("a threshold reads it exactly, whatever becomes of the score", () => {
    const score = { quantum: "1", round: "halfUp" as const }
    const table = Scoring.stepTable(rate, [
      { on: { ge: "0.9" }, gives: "10" },
      { on: { lt: "0.9" }, gives: "0" },
    ])
    expect(answers(check, book(table, { score }), "lint.ratioUnrounded")).toEqual(["total.of refuted"])
    const veto = Veto.holdAt(
      { id: "否决", label: { zh: "否决" }, when: Scoring.on(rate, { lt: "0.5" }), cite: cite("9") },
      "差",
    )
    expect(answers(check, book(entry("得分"), { levels: bands, effects: [veto] }), "lint.ratioUnrounded")).toEqual([
      "effects[0].when.e refuted",
    ])
  })

  test("a mean of twelve months is a quotient too; of a whole number of tenths it is none", () => {
    const mean = (step: string) => Scoring.subPeriods("quarter", entry("季度分", step), "mean")
    expect(
      answers(check, book(mean("1"), { score: { quantum: "0.1", round: "exact" } }), "lint.ratioUnrounded"),
    ).toEqual(["total refuted"])
    expect(answers(check, book(mean("4"), { score: { quantum: "1", round: "exact" } }), "lint.ratioUnrounded")).toEqual(
      ["total proven"],
    )
  })
})
