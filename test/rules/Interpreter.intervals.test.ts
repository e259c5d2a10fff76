/** Intervals on their lattices: told cases, also where there are too many values to look at one by one. All made up. */
import { describe, expect, test } from "vitest"
import type { Expression } from "../../src/rules/Expression.js"
import * as Scoring from "../../src/rules/Scoring.js"
import * as Veto from "../../src/rules/Veto.js"
import { one, score, stand } from "./rating.js"
import { book, cite, level, points } from "./sample.js"

const leaf = (max: string | null, step = "1", kind = "量"): Expression =>
  Scoring.only({ kind, domain: points(max, step) })
const total = (e: Expression): string => score(one(book(e, { score: { quantum: "0.001", round: "exact" } }), {}))

describe("ends that are taken", () => {
  test("the open end of a span is its last number on the lattice, among few values and many", () => {
    const below = (of: Expression, at: string): Expression => ({
      op: "curve",
      of,
      pieces: [
        { on: { lt: at }, at: "0", slope: "1", from: "0" },
        { on: { ge: at }, at: "0" },
      ],
    })
    expect(total(below(leaf("100", "0.5"), "90"))).toBe("0–89.5")
    expect(total(below(leaf("5000"), "1500"))).toBe("0–1499")
  })

  test("the bounds of a domain are drawn in to its lattice", () => {
    const domain = { unit: "分", min: "0.3", max: "9.8", step: "1" }
    expect(total(Scoring.only({ kind: "量", domain }))).toBe("1–9")
  })

  test("a span between two neighbours of the lattice holds none of them", () => {
    const between: Expression = {
      op: "curve",
      of: leaf("5000"),
      pieces: [
        { on: { gt: "89", lt: "90" }, at: "1000" },
        { on: { le: "89" }, at: "1" },
        { on: { ge: "90" }, at: "2" },
      ],
    }
    expect(total(between)).toBe("1–2")
  })

  test("a quotient over a denominator that may be nought is bounded by its lattice, and by what nought gives", () => {
    const over = (max: string): Expression => ({
      op: "ratio",
      num: { op: "const", q: "6" },
      den: leaf(max),
      empty: { value: "-1" },
    })
    expect(total(over("3"))).toBe("-1–6")
    expect(total({ ...over("5000"), num: { op: "const", q: "0" } } as Expression)).toBe("-1–0")
  })
})

describe("levels that can be got", () => {
  const bands = [level("五星", { ge: "90" }), level("四星", { ge: "80", lt: "90" }), level("三星", { lt: "80" })]

  test("a table of steps gives its own values and nothing between them", () => {
    const steps = Scoring.stepTable(leaf("5000"), [
      { on: { ge: "3000" }, gives: "95" },
      { on: { lt: "3000" }, gives: "60" },
    ])
    expect(stand(one(book(steps, { levels: bands }), {}))).toBe("五星|三星")
  })

  test("a deduction that may come leaves the score with it and without it", () => {
    const effects = [
      Veto.deduct({ id: "扣", label: { zh: "扣分" }, when: Scoring.happened("违规"), cite: cite("9") }, "20"),
    ]
    expect(stand(one(book(Scoring.base("95"), { levels: bands, effects }), { open: ["违规"] }))).toBe("五星|三星")
  })

  test("a place above the climb limit comes with the award alone", () => {
    const awards = [
      {
        id: "直",
        label: { zh: "直接晋级" },
        when: Scoring.happened("表彰"),
        atLeast: "五星",
        overQuota: true,
        cite: cite("8"),
      },
    ]
    const four = [...bands, { ...level("二星", {}), on: null }]
    const rules = book(Scoring.base("70"), { levels: four, awards, climb: { steps: 1, cite: cite("7") } })
    expect(stand(one(rules, { open: ["表彰"] }))).toBe("五星|三星")
  })
})
