/** Told cases of the check of amounts. All books are made up; R8 stands in `schemes/findings.test.ts`. */
import { describe, expect, test } from "vitest"
import { check } from "../../src/rules/AmountCheck.js"
import type { Cap, Expression } from "../../src/rules/Expression.js"
import * as Scoring from "../../src/rules/Scoring.js"
import { answers, defects, repaired } from "./checking.js"
import { book, cite, line } from "./sample.js"

const entry = (kind: string, max: string, step = "1") =>
  Scoring.only({ kind, domain: Scoring.domain("分", "0", max, step) })
const marked = (e: Expression, full: string): Expression => ({ ...e, full })

describe("full marks", () => {
  test("a part that can pass its full mark is shown doing so, and held at it when it is mended", () => {
    const part = marked(Scoring.parts([entry("甲", "60"), entry("乙", "50")], { id: "合计" }), "100")
    const [found] = defects(check, book(part), "lint.beyondFull")
    expect([found?.params.where, found?.params.full, Number(found?.params.found) > 100]).toEqual(["合计", "100", true])
    expect(found?.evidence.is).toBe("witness")
    expect(repaired(check, book(part), "lint.beyondFull")).toEqual([])
    expect(
      answers(check, book(marked(Scoring.parts([entry("甲", "60"), entry("乙", "40")]), "100")), "lint.beyondFull"),
    ).toEqual(["total proven"])
  })

  test("one that cannot be reached is told with the most that can", () => {
    const part = marked(Scoring.parts([entry("甲", "60"), entry("乙", "30")]), "100")
    const [found] = defects(check, book(part), "lint.belowFull")
    expect(found?.evidence).toEqual({ is: "bound", found: "90", asked: "100" })
    expect(repaired(check, book(part), "lint.belowFull")).toEqual([])
  })

  test("an account that starts full and an account that is capped at its mark are sound", () => {
    const falling = Scoring.deductFromFull({ id: "日常", full: "60", acts: [line("缺席", "-5")], cite: cite("1") })
    const rising = Scoring.earnFromZero({ id: "加分", acts: [line("表彰", "5")], most: "10", cite: cite("2") })
    for (const code of ["lint.beyondFull", "lint.belowFull"] as const) {
      expect(
        answers(check, book(Scoring.parts([falling, rising])), code).filter((answer) => !answer.endsWith("proven")),
      ).toEqual([])
    }
  })

  test("the share of the best among peers is at most one, and so is the mean of ballots", () => {
    const share = Scoring.shareOfBest(
      Scoring.only({ kind: "件数", domain: Scoring.domain("件", "0", null, "1") }),
      "6",
      null,
    )
    const votes = Scoring.ballots(
      "评议",
      [
        { field: "好", share: "1" },
        { field: "差", share: "0.6" },
      ],
      "20",
    )
    for (const total of [share, votes]) expect(answers(check, book(total), "lint.beyondFull")).toEqual(["total proven"])
  })
})

describe("sums", () => {
  test("weights that are meant to come to one", () => {
    const weighted = (second: string) =>
      book(
        Scoring.weighted([
          { w: "0.7", e: entry("甲", "100") },
          { w: second, e: entry("乙", "100") },
        ]),
      )
    expect(defects(check, weighted("0.2"), "lint.weightsNotOne").map(({ params }) => params.found)).toEqual(["0.9"])
    expect(answers(check, weighted("0.3"), "lint.weightsNotOne")).toEqual(["total proven"])
  })

  test("full marks of the parts, at their weights, that come to another full mark than the whole's", () => {
    const whole = (full: string) =>
      book(
        marked(
          Scoring.weighted([
            { w: "0.5", e: marked(entry("甲", "100"), "100") },
            { w: "0.5", e: marked(entry("乙", "80"), "80") },
          ]),
          full,
        ),
      )
    expect(defects(check, whole("100"), "lint.partsNotFull").map(({ params }) => params.found)).toEqual(["90"])
    expect(answers(check, whole("90"), "lint.partsNotFull")).toEqual(["total proven"])
    expect(repaired(check, whole("100"), "lint.partsNotFull")).toEqual([])
  })
})

describe("caps", () => {
  const cap = (id: string, of: ReadonlyArray<string>, per: Cap["per"], max: string): Cap => ({
    id,
    of,
    per,
    on: "bonus",
    max,
    cite: cite("5"),
  })
  const lines = (...caps: ReadonlyArray<Cap>) =>
    book(Scoring.lines({ id: "记分", acts: [line("甲", "2"), line("乙", "3")], caps }))

  test("an outer cap above what the inner ones let through never binds, and goes without a loss", () => {
    const idle = lines(cap("月", ["甲", "乙"], "month", "1"), cap("年", ["甲", "乙"], "year", "12"))
    expect(defects(check, idle, "lint.capNeverBinds").map(({ params, evidence }) => [params.where, evidence])).toEqual([
      ["年", { is: "bound", found: "12", asked: "12" }],
    ])
    expect(repaired(check, idle, "lint.capNeverBinds")).toEqual([])
    const tight = lines(cap("月", ["甲", "乙"], "month", "1"), cap("年", ["甲", "乙"], "year", "11"))
    expect(defects(check, tight, "lint.capNeverBinds")).toEqual([])
  })

  test("a cap on each line above what any line asks for never binds", () => {
    expect(
      defects(check, lines(cap("条", ["甲", "乙"], "line", "3")), "lint.capNeverBinds").map(
        ({ params }) => params.where,
      ),
    ).toEqual(["条"])
    expect(defects(check, lines(cap("条", ["甲", "乙"], "line", "2")), "lint.capNeverBinds")).toEqual([])
  })

  test("a cap that a single line passes already makes its printed points a dead letter", () => {
    expect(
      defects(check, lines(cap("年", ["甲", "乙"], "year", "1")), "lint.capAlwaysBinds").map(
        ({ evidence }) => evidence,
      ),
    ).toEqual([{ is: "bound", found: "2", asked: "1" }])
    expect(defects(check, lines(cap("年", ["甲", "乙"], "year", "2")), "lint.capAlwaysBinds")).toEqual([])
  })
})

describe("add-ons without a bound", () => {
  const bonus = (more: Partial<Parameters<typeof Scoring.lines>[0]> = {}) =>
    Scoring.lines({ id: "加减分", acts: [line("表彰", "5"), line("违规", "-5")], ...more })

  test("a bonus line outside all caps, named; deductions need no bound", () => {
    expect(
      defects(check, book(Scoring.parts([Scoring.base("100"), bonus()])), "lint.unbounded").map(
        ({ params }) => params.where,
      ),
    ).toEqual(["表彰"])
    const capped = bonus({ caps: [Scoring.atMost("顶", ["表彰"], "period", "20", cite("6"))] })
    expect(answers(check, book(Scoring.parts([Scoring.base("100"), capped])), "lint.unbounded")).toEqual([
      "total.of[1].e proven",
    ])
  })

  test("a cap a month bounds the year, one on each line does not", () => {
    const per = (span: "month" | "line") =>
      book(bonus({ caps: [Scoring.atMost("顶", ["表彰"], span, "3", cite("6"))] }))
    expect([
      defects(check, per("month"), "lint.unbounded").length,
      defects(check, per("line"), "lint.unbounded").length,
    ]).toEqual([0, 1])
  })

  test("nothing is unbounded below a ceiling; where a full mark is printed, the repair caps at it", () => {
    expect(defects(check, book(Scoring.within(bonus(), "0", "100")), "lint.unbounded")).toEqual([])
    const marked100 = book({ ...bonus(), full: "100" })
    expect(defects(check, marked100, "lint.unbounded")[0]?.evidence).toEqual({ is: "bound", asked: "100" })
    expect(repaired(check, marked100, "lint.unbounded")).toEqual([])
  })
})
