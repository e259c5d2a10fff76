import { describe, expect, test } from "vitest"
import type { Finding } from "../../src/foundation/Finding.js"
import type { Act, Expression } from "../../src/rules/Expression.js"
import * as Probe from "../../src/rules/Probe.js"
import * as Scoring from "../../src/rules/Scoring.js"
import { fact, one, score as scored, short, stand, subject } from "./rating.js"
import { book, cite, level, levels, line } from "./sample.js"

// All texts are made up, after defects that printed ones have.

const found = (findings: ReadonlyArray<Finding>) =>
  findings.map(({ code, params }) => [
    code,
    ...(["witness", "where", "results"] as const).flatMap((key) => params[key] ?? []),
  ])

const bands = [level("五星", { ge: "90" }), level("四星", { ge: "80", le: "89" }), level("三星", { lt: "80" })]

const measured = (step: string, min = "0", max: string | null = "100"): Expression =>
  Scoring.only({ kind: "得分", domain: Scoring.domain("分", min, max, step) })

const byLevels = (step: string, given = bands, total = measured(step)) =>
  book(total, { levels: given, score: { quantum: step, round: "exact" } })

describe("levels at the declared lattice", () => {
  test.each([
    ["0.1", [["probe.levelGap", "89.1"]]],
    ["0.5", [["probe.levelGap", "89.5"]]],
    ["1", []],
  ])("80–89 and 90 in steps of %s", (step, expected) => expect(found(Probe.probe(byLevels(step)))).toEqual(expected))

  test("bounds that both belong", () => {
    const self = byLevels("1", [
      level("五星", { ge: "90" }),
      level("四星", { ge: "80", le: "90" }),
      level("三星", { lt: "80" }),
    ])
    expect(found(Probe.probe(self))).toEqual([["probe.levelOverlap", "90", "五星、四星"]])
    expect(Probe.probe(self)[0]).toMatchObject({ severity: "error", cite: { title: "样例办法" } })
  })
  test("beyond the outermost levels only what the total can reach", () => {
    const closed = [level("合格", { ge: "60", le: "100" }), level("不合格", { ge: "0", lt: "60" })]
    const account = (max?: string): Expression =>
      Scoring.lines({
        id: "记分",
        acts: [line("加", "1"), line("扣", "-1")],
        caps: [
          {
            id: "低",
            of: ["加", "扣"],
            per: "period",
            on: "net",
            min: "0",
            cite: cite("9"),
            ...(max === undefined ? {} : { max }),
          },
        ],
      })
    expect(found(Probe.probe(byLevels("1", closed, measured("1"))))).toEqual([])
    expect(found(Probe.probe(byLevels("1", closed, measured("1", "0", null))))).toEqual([["probe.levelGap", "101"]])
    expect(found(Probe.probe(byLevels("1", closed, Scoring.parts([Scoring.base("10"), account("90")]))))).toEqual([])
    expect(found(Probe.probe(byLevels("1", closed, account())))).toEqual([["probe.levelGap", "101"]])
    const deducted = Scoring.deductFromFull({ id: "满分", full: "100", acts: [line("扣", "-1")], cite: cite("3") })
    expect(found(Probe.probe(byLevels("1", closed, deducted)))).toEqual([])
    expect(found(Probe.probe(byLevels("1", closed, Scoring.within(measured("1", "-50", null), "0", "100"))))).toEqual(
      [],
    )
  })
  test("a level that no score reaches is neither a band nor a hole", () => {
    const awarded = { ...level("标兵", {}), on: null }
    expect(found(Probe.probe(byLevels("1", [awarded, ...bands])))).toEqual([])
    expect(found(Probe.probe(byLevels("0.5", [awarded, ...bands])))).toEqual([["probe.levelGap", "89.5"]])
  })
  test("further conditions of levels: what they may tell apart is no overlap, and no excuse for a gap", () => {
    const and = Scoring.is("示范", "是")
    const told = [level("五星", { ge: "90" }), level("四星", { ge: "80" }), level("三星", { lt: "80" })]
    const [five, ...rest] = told
    if (five === undefined) throw new Error("no level")
    expect(found(Probe.probe(byLevels("1", told)))).toEqual([["probe.levelOverlap", "90", "五星、四星"]])
    expect(found(Probe.probe(byLevels("1", [{ ...five, and }, ...rest])))).toEqual([])
    expect(
      found(
        Probe.probe(
          byLevels(
            "0.5",
            bands.map((one) => ({ ...one, and })),
          ),
        ),
      ),
    ).toEqual([["probe.levelGap", "89.5"]])
  })
})

describe("tables over a measure", () => {
  const table = (rows: Parameters<typeof Scoring.stepTable>[1], step = "1") =>
    book(
      Scoring.stepTable(Scoring.only({ kind: "满意度", domain: Scoring.domain("%", "0", "100", step) }), rows, {
        id: "满意",
      }),
    )
  test("a gap, and the same text where the lattice jumps over it", () => {
    const rows = [
      { on: { ge: "90" }, gives: "5" },
      { on: { le: "89" }, gives: "0" },
    ]
    expect(found(Probe.probe(table(rows, "0.5")))).toEqual([["probe.curveGap", "89.5%", "满意"]])
    expect(found(Probe.probe(table(rows)))).toEqual([])
  })
  test("a shared bound with two values, and one with the same value", () => {
    const rows = (low: string) => [
      { on: { ge: "85" }, gives: "5", cite: cite("15") },
      { on: { le: "85" }, gives: low },
    ]
    const [overlap] = Probe.probe(table(rows("0")))
    expect(overlap).toMatchObject({
      code: "probe.curveOverlap",
      params: { witness: "85%", where: "满意", results: "5 / 0" },
      cite: { article: 15 },
    })
    expect(Probe.probe(table(rows("5")))).toEqual([])
  })
  test("values that the measure cannot have are not tried, its ends are", () => {
    expect(found(Probe.probe(table([{ on: { ge: "0", le: "100" }, gives: "1" }])))).toEqual([])
    expect(found(Probe.probe(table([{ on: { ge: "1" }, gives: "1" }])))).toEqual([["probe.curveGap", "0%", "满意"]])
    expect(found(Probe.probe(table([{ on: { lt: "100" }, gives: "1" }])))).toEqual([["probe.curveGap", "100%", "满意"]])
  })
})

describe("lines over facts of one kind", () => {
  const amount: Expression = { op: "field", field: "金额", domain: Scoring.domain("元", "0", null, "1") }
  const band = (id: string, value: string, on: Parameters<typeof Scoring.on>[1], more: Partial<Act> = {}): Act =>
    line(id, value, { kind: "拾金", when: Scoring.on(amount, on), ...more })
  const account = (...acts: ReadonlyArray<Act>) => book(Scoring.lines({ id: "记分", acts }))

  test("恰100元: two bands that share their bound", () => {
    expect(
      found(Probe.probe(account(band("甲", "1", { gt: "0", le: "100" }), band("乙", "2", { ge: "100" })))),
    ).toEqual([["probe.lineOverlap", "拾金 100元", "甲、乙", "1 / 2"]])
  })
  test("a gap between two bands; below the first there is none", () => {
    expect(
      found(Probe.probe(account(band("甲", "1", { ge: "10", lt: "100" }), band("乙", "2", { gt: "100" })))),
    ).toEqual([["probe.lineGap", "拾金 100元", "拾金"]])
    expect(
      found(Probe.probe(account(band("甲", "1", { ge: "10", lt: "100" }), band("乙", "2", { ge: "100" })))),
    ).toEqual([])
  })
  test("bands whose worth people decide are tried with a decision", () => {
    const ranged = (id: string, on: Parameters<typeof Scoring.on>[1]) => {
      const { worth } = Scoring.inRange({
        ...line(id, "0"),
        field: "分值",
        values: Scoring.domain("分", "5", "10", "1"),
        by: "支委会",
      })
      return { ...band(id, "0", on), worth }
    }
    expect(found(Probe.probe(account(ranged("甲", { ge: "0", lt: "100" }), ranged("乙", { ge: "100" }))))).toEqual([])
    expect(found(Probe.probe(account(ranged("甲", { ge: "0", le: "100" }), ranged("乙", { ge: "100" }))))).toEqual([
      ["probe.lineOverlap", "拾金 100元", "甲、乙", "5 / 5"],
    ])
  })
  test("the same thing twice with one value, and with two", () => {
    const listed = (value: string) => account(line("甲", "-2", { kind: "缺席" }), line("乙", value, { kind: "缺席" }))
    expect(Probe.probe(listed("-2"))).toMatchObject([
      {
        code: "probe.lineTwice",
        severity: "warning",
        params: { witness: "缺席", where: "甲、乙", results: "-2 / -2" },
      },
    ])
    expect(Probe.probe(listed("-5"))).toMatchObject([
      { code: "probe.lineContradiction", severity: "error", params: { where: "甲、乙", results: "-2 / -5" } },
    ])
  })
  test("rungs that a tag tells apart, lines of different kinds, and lines under a condition not known are no defect", () => {
    const rungs = Scoring.severityLadder("违纪", "处分", [
      { id: "警告", label: { zh: "警告" }, is: "警告", value: "-5", cite: cite("12") },
      { id: "记过", label: { zh: "记过" }, is: "记过", value: "-10", cite: cite("12") },
    ])
    expect(Probe.probe(account(...rungs, line("甲", "1"), line("乙", "2")))).toEqual([])
    const open = line("丙", "1", {
      kind: "甲",
      when: Scoring.on(Scoring.parameter("级", Scoring.domain("级", "1", "9", "1")), { ge: "5" }),
    })
    expect(Probe.probe(account(line("甲", "2"), open))).toEqual([])
  })
  test("caps, the same act and suspensions do not hide a defect", () => {
    const self = book(
      Scoring.lines({
        id: "记分",
        acts: [line("甲", "2", { kind: "献血" }), line("乙", "3", { kind: "献血" })],
        caps: [Scoring.atMost("限", ["甲"], "year", "0", cite("9"))],
        sameAct: "largestRequested",
        suspensions: [{ id: "停", kinds: ["处分"], cite: cite("9") }],
      }),
    )
    expect(found(Probe.probe(self))).toEqual([["probe.lineContradiction", "献血", "甲、乙", "2 / 3"]])
  })
})

test("nothing is found on a sound book", () => {
  const total = Scoring.parts([
    Scoring.base("60"),
    Scoring.stepTable(measured("0.5"), [
      { on: { ge: "85" }, gives: "10" },
      { on: { lt: "85" }, gives: "0" },
    ]),
    Scoring.lines({ acts: [line("献血", "10"), line("缺席", "-3")] }),
  ])
  expect(Probe.probe(book(total, { levels }))).toEqual([])
})

test("findings come in one order, whatever the order of the lines", () => {
  const acts = ["甲", "乙", "丙"].map((id) => line(id, "1", { kind: id === "丙" ? "献血" : "党课" }))
  const self = (given: ReadonlyArray<Act>) =>
    book(Scoring.lines({ acts: [...given, line("丁", "2", { kind: "献血" })] }), {
      levels: bands,
      score: { quantum: "0.5", round: "exact" },
    })
  const codes = (given: ReadonlyArray<Act>) => Probe.probe(self(given)).map(({ code }) => code)
  expect(codes(acts)).toEqual(["probe.levelGap", "probe.lineContradiction", "probe.lineTwice"])
  expect(codes([...acts].reverse())).toEqual(codes(acts))
})

describe("each witness shows its defect when it is evaluated", () => {
  const facts = (value: string) => [fact("甲", "得分", "2023-05-01", { value })]
  test.each(["0.1", "0.2", "0.5"])("levels in steps of %s", (step) => {
    for (const width of ["79.9", "80", "80.5", "82"]) {
      const given = [level("五星", { ge: "90" }), level("四星", { gt: width, lt: "89" }), level("三星", { le: "80" })]
      const self = byLevels(step, given)
      const findings = Probe.probe(self)
      expect(findings.length).toBeGreaterThan(0)
      for (const { code, params } of findings) {
        const level = stand(one(self, { facts: facts(String(params.witness)) }))
        expect([code, level]).toEqual([code, code.replace("probe.", "rules.")])
      }
    }
  })
  test("tables", () => {
    for (const low of ["84", "85", "86"]) {
      const self = book(
        Scoring.stepTable(measured("0.5"), [
          { on: { gt: "85" }, gives: "5" },
          { on: { lt: low }, gives: "0" },
        ]),
      )
      const findings = Probe.probe(self)
      expect(findings).toHaveLength(1)
      for (const { code, params } of findings) {
        const value = short(one(self, { facts: facts(String(params.witness).replace("分", "")) }).scores?.total)
        expect([code, value]).toEqual([code, code === "probe.curveGap" ? "rules.gap" : "rules.overlap"])
      }
    }
  })
  test("lines", () => {
    const amount: Expression = { op: "field", field: "value", domain: Scoring.domain("元", "0", null, "1") }
    for (const high of ["99", "100", "101"]) {
      const acts = [
        line("甲", "1", { kind: "拾金", when: Scoring.on(amount, { ge: "0", lt: "100" }) }),
        line("乙", "2", { kind: "拾金", when: Scoring.on(amount, { ge: high }) }),
      ]
      const self = book(Scoring.lines({ acts }))
      for (const { code, params } of Probe.probe(self)) {
        const value = String(params.witness).replace(/\D/g, "")
        const outcome = one(self, { subjects: [subject("甲")], facts: [fact("甲", "拾金", "2023-05-01", { value })] })
        expect([code, outcome.lines.length, scored(outcome)]).toEqual(
          code === "probe.lineGap" ? [code, 0, "0"] : [code, 2, "3"],
        )
      }
      expect(Probe.probe(self).map(({ code }) => code)).toEqual(
        high === "99" ? ["probe.lineOverlap"] : high === "101" ? ["probe.lineGap"] : [],
      )
    }
  })
})
