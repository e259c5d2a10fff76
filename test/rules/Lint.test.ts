/** The linter as a whole: levels and tables at their lattice, published texts, clean books, repairs, large books. */

import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Period from "../../src/foundation/Period.js"
import * as presets from "../../src/presets/index.js"
import * as Builder from "../../src/rules/Builder.js"
import type { Act, Expression } from "../../src/rules/Expression.js"
import * as Lint from "../../src/rules/Lint.js"
import * as Rulebook from "../../src/rules/Rulebook.js"
import * as Scoring from "../../src/rules/Scoring.js"
import { fact, one, short, stand } from "./rating.js"
import { book, cite, level, levels, line, points } from "./sample.js"
import * as members from "./schemes/memberPoints.js"
import * as printed from "./schemes/printed.js"

const KINDS = /Gap$|Overlap$/

/** Gaps and overlaps of levels and tables with their witness and the span it lies in; each is shown. */
const found = (self: Rulebook.Rulebook) =>
  Lint.lint(self)
    .defects.filter(({ code }) => KINDS.test(code))
    .map((defect) => {
      expect([defect.code, Lint.shows(self, defect)]).toEqual([defect.code, true])
      const { code, params } = defect
      return [code, params.span, ...(["where", "results"] as const).flatMap((key) => params[key] ?? [])]
    })

const bands = [level("五星", { ge: "90" }), level("四星", { ge: "80", le: "89" }), level("三星", { lt: "80" })]

const measured = (step: string, min = "0", max: string | null = "100"): Expression =>
  Scoring.only({ kind: "得分", domain: Scoring.domain("分", min, max, step) })

const byLevels = (step: string, given = bands, total = measured(step)) =>
  book(total, { levels: given, score: { quantum: step, round: "exact" } })

describe("levels at the declared lattice", () => {
  test.each([
    ["0.1", [["lint.levelGap", "(89, 90)"]]],
    ["0.5", [["lint.levelGap", "(89, 90)"]]],
    ["1", []],
  ])("80–89 and 90 in steps of %s", (step, expected) => expect(found(byLevels(step))).toEqual(expected))

  test("bounds that both belong", () => {
    const shared = [level("五星", { ge: "90" }), level("四星", { ge: "80", le: "90" }), level("三星", { lt: "80" })]
    expect(found(byLevels("1", shared))).toEqual([["lint.levelOverlap", "[90, 90]", "五星、四星"]])
    expect(Lint.lint(byLevels("1", shared)).defects[0]).toMatchObject({
      severity: "error",
      cite: { title: "样例办法" },
    })
  })
  test("beyond the outermost levels only what the total can reach", () => {
    const closed = [level("合格", { ge: "60", le: "100" }), level("不合格", { ge: "0", lt: "60" })]
    const net = (max?: string): Expression =>
      Scoring.lines({
        id: "记分",
        acts: [line("加", "10"), line("扣", "-1")],
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
    const spans = (total: Expression) => found(byLevels("1", closed, total)).map(([, span]) => span)
    expect(spans(measured("1"))).toEqual([])
    expect(spans(measured("1", "0", null))).toEqual(["(100, ∞)"])
    expect(spans(Scoring.parts([Scoring.base("10"), net("90")]))).toEqual([])
    expect(spans(net())).toEqual(["(100, ∞)"])
    expect(
      spans(Scoring.deductFromFull({ id: "满分", full: "100", acts: [line("扣", "-1")], cite: cite("3") })),
    ).toEqual([])
    expect(spans(Scoring.within(measured("1", "-50", null), "0", "100"))).toEqual([])
  })
  test("a level that no score reaches is neither a band nor a hole", () => {
    const awarded = { ...level("标兵", {}), on: null }
    expect(found(byLevels("1", [awarded, ...bands]))).toEqual([])
    expect(found(byLevels("0.5", [awarded, ...bands]))).toEqual([["lint.levelGap", "(89, 90)"]])
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
    expect(found(table(rows, "0.5"))).toEqual([["lint.curveGap", "(89, 90)", "满意"]])
    expect(found(table(rows))).toEqual([])
  })
  test("a shared bound with two values, and one with the same value", () => {
    const rows = (low: string) => [
      { on: { ge: "85" }, gives: "5", cite: cite("15") },
      { on: { le: "85" }, gives: low },
    ]
    expect(found(table(rows("0")))).toEqual([["lint.curveOverlap", "[85, 85]", "满意", "5 / 0"]])
    expect(found(table(rows("5")))).toEqual([])
  })
  test("values that the measure cannot have are not tried, its ends are", () => {
    const spans = (on: Parameters<typeof Scoring.on>[1]) => found(table([{ on, gives: "1" }])).map(([, span]) => span)
    expect(spans({ ge: "0", le: "100" })).toEqual([])
    expect(spans({ ge: "1" })).toEqual(["[0, 1)"])
    expect(spans({ lt: "100" })).toEqual(["[100, 100]"])
  })
})

describe("published texts", () => {
  test("C9 华宁: at half a point the printed bands leave out 69.5, 79.5, 89.5 and 95.5", () => {
    // 《华宁县党员积分制管理办法》 as the notes give it: C9
    expect(found(presets.HuaningStars.rulebook).map(([code, span]) => [code, span])).toEqual([
      ["lint.levelGap", "(69, 70)"],
      ["lint.levelGap", "(79, 80)"],
      ["lint.levelGap", "(89, 90)"],
      ["lint.levelGap", "(95, 96)"],
    ])
  })
  test("C13 永州: 84.5 lies between keeping and extending a probation", () => {
    expect(found(members.yongzhou)).toEqual([["lint.levelGap", "(84, 85)"]])
  })
  test("C8 东阳: once the rule file states the end at sixty, nothing is open", () => {
    expect(found(members.dongyangQuarter)).toEqual([])
    expect(found(members.dongyangYear)).toEqual([])
  })
  test("R1 to R4: what is printed there", () => {
    const codes = (self: Rulebook.Rulebook) => found(self).map(([code, span]) => `${code} ${span}`)
    expect(codes(printed.notice2023)).toEqual([
      "lint.levelGap (69, 70)",
      "lint.levelGap (79, 80)",
      "lint.levelGap (89, 90)",
    ])
    expect(codes(printed.appraisal).sort()).toEqual([
      "lint.levelGap [0, 60)",
      "lint.levelOverlap [65, 65]",
      "lint.levelOverlap [75, 75]",
      "lint.levelOverlap [85, 85]",
    ])
    expect(codes(printed.gridWorkers)).toEqual(["lint.curveGap (89, 90)", "lint.curveGap (94, 95)"])
  })
  test("every preset is read to the end, and what is found in it is shown", () => {
    const books = Object.values(presets).flatMap((preset) => ("rulebook" in preset ? [preset.rulebook] : []))
    expect(books.length).toBeGreaterThan(5)
    for (const self of books) {
      const { defects, faults } = Lint.lint(self)
      expect(faults).toEqual([])
      for (const defect of defects) {
        if (defect.evidence.is === "witness")
          expect([self.id, defect.code, Lint.shows(self, defect)]).toEqual([self.id, defect.code, true])
      }
    }
  }, 30_000)
})

describe("a report", () => {
  const sound = book(
    Scoring.parts([
      Scoring.base("60"),
      Scoring.stepTable(measured("0.5"), [
        { on: { ge: "85" }, gives: "10" },
        { on: { lt: "85" }, gives: "0" },
      ]),
      Scoring.lines({
        acts: [line("献血", "10"), line("缺席", "-3")],
        caps: [Scoring.atMost("封顶", ["献血"], "period", "30", cite("9"))],
      }),
    ]),
    { levels },
  )
  test("nothing is found in a sound book, and it is clean", () => {
    const report = Lint.lint(sound)
    expect(report.defects).toEqual([])
    expect(Lint.isClean(report)).toBe(true)
    expect(
      report.answers.filter(({ code }) => Lint.guarantees.includes(code)).map(({ answer }) => answer),
    ).not.toContain("refuted")
  })
  test("every curve, table and list of levels has its answers", () => {
    const answered = new Set(Lint.lint(sound).answers.map(({ code, at }) => `${code} ${at.join(".")}`))
    expect([...answered]).toEqual(
      expect.arrayContaining([
        "lint.levelGap levels",
        "lint.levelOverlap levels",
        "lint.curveGap total.of.1.e",
        "lint.curveOverlap total.of.1.e",
      ]),
    )
  })
  test("errors come before warnings, and each place is answered once", () => {
    const { defects, answers } = Lint.lint(presets.WendengVillage.rulebook)
    const severities = defects.map(({ severity }) => severity)
    expect([...severities].sort()).toEqual(severities)
    const keys = answers.map(({ code, at }) => JSON.stringify([code, at]))
    expect(new Set(keys).size).toBe(keys.length)
  })
  test("a gap is mended where it is, and the score in it gets its level", () => {
    const self = byLevels("0.5")
    const facts = [fact("甲", "得分", "2023-05-01", { value: "89.5" })]
    const [gap] = Lint.lint(self).defects.filter(({ code }) => code === "lint.levelGap")
    if (gap === undefined) throw new Error("nothing found")
    const mended = Result.getOrThrow(Lint.repair(self, gap))
    expect([stand(one(self, { facts })), stand(one(mended, { facts }))]).toEqual(["rules.levelGap", "四星"])
    expect(found(mended)).toEqual([])
  })
  test("a repair that does not hold together is refused with its faults", () => {
    const self = byLevels("1")
    const [place] = Lint.lint(byLevels("0.5")).defects
    if (place === undefined) throw new Error("nothing found")
    const broken = { ...place, repair: { text: { zh: "错" }, patch: [{ path: ["score", "quantum"], value: "0" }] } }
    expect(Result.getOrElse(Lint.repair(self, broken), (faults) => faults)).toMatchObject([
      { code: "rulebook.badStep" },
    ])
  })
  test("values are put, added and taken out at paths", () => {
    const self = book(Scoring.lines({ id: "记分", acts: [line("甲", "1"), line("乙", "2"), line("丙", "3")] }), {
      levels,
    })
    const [defect] = Lint.lint(byLevels("0.5")).defects
    if (defect === undefined) throw new Error("nothing found")
    const patch = [
      { path: ["total", "acts", 1] },
      { path: ["total", "acts", 1, "label"], value: { zh: "改" } },
      { path: ["total", "acts", 2], value: line("丁", "4") },
      { path: ["total", "full"], value: "9" },
    ]
    const after = Result.getOrThrow(Lint.repair(self, { ...defect, repair: { text: { zh: "改" }, patch } }))
    expect(after.total).toMatchObject({
      full: "9",
      acts: [{ id: "甲" }, { id: "丙", label: { zh: "改" } }, { id: "丁" }],
    })
    expect(Rulebook.check(after)).toEqual([])
  })
  test("evidence that is no witness is not shown", () => {
    const [idle] = Lint.lint(
      byLevels("1", bands, Scoring.lines({ acts: [line("条", "1", { when: Scoring.is("职务") })] })),
    ).defects.filter(({ code }) => code === "lint.lineUnmet")
    if (idle === undefined) throw new Error("nothing found")
    expect([idle.evidence.is, Lint.shows(byLevels("1"), idle)]).toEqual(["place", false])
  })
})

describe("each witness shows its defect when it is evaluated", () => {
  test.each(["0.1", "0.2", "0.5"])("levels in steps of %s", (step) => {
    for (const width of ["79.9", "80", "80.5", "82"]) {
      const given = [level("五星", { ge: "90" }), level("四星", { gt: width, lt: "89" }), level("三星", { le: "80" })]
      const self = byLevels(step, given)
      const defects = Lint.lint(self).defects.filter(({ code }) => KINDS.test(code))
      expect(defects.length).toBeGreaterThan(0)
      for (const { code, params } of defects) {
        const facts = [fact("甲", "得分", "2023-05-01", { value: String(params.witness) })]
        expect([code, stand(one(self, { facts }))]).toEqual([code, code.replace("lint.", "rules.")])
      }
    }
  })
  test("tables", () => {
    for (const low of ["84", "85", "86"]) {
      const rows = [
        { on: { gt: "85" }, gives: "5" },
        { on: { lt: low }, gives: "0" },
      ]
      const self = book(Scoring.stepTable(measured("0.5"), rows))
      const defects = Lint.lint(self).defects.filter(({ code }) => KINDS.test(code))
      expect(defects).toHaveLength(1)
      for (const { code, params } of defects) {
        const facts = [fact("甲", "得分", "2023-05-01", { value: String(params.witness).replace("分", "") })]
        const value = short(one(self, { facts }).scores?.total)
        expect([code, value]).toEqual([code, code === "lint.curveGap" ? "rules.gap" : "rules.overlap"])
      }
    }
  })
})

describe("large books", () => {
  const amount: Expression = { op: "field", field: "数量", domain: Scoring.domain("件", "0", null, "1") }
  /** Lines over few kinds, a third each told apart by a span, a tag and a post. */
  const large = (count: number) => {
    const acts = Array.from({ length: count }, (_, index): Act => {
      const on = { ge: `${index}`, lt: `${index + 10}` }
      const when = [
        Scoring.on(amount, on),
        Scoring.tagged("档", `${index}`),
        Scoring.is("职务", index % 2 === 0 ? "书记" : "主任"),
      ]
      return line(`条${index}`, `${(index % 7) - 3}`, {
        kind: `类${index % Math.ceil(count / 3)}`,
        ...(when[index % 3] && { when: when[index % 3] }),
      })
    })
    const caps = [
      Scoring.atMost(
        "全年",
        acts.map(({ id }) => id),
        "period",
        "50",
        cite("9"),
      ),
    ]
    return book(Scoring.parts([Scoring.base("50"), Scoring.lines({ id: "记分", acts, caps })]), {
      levels: [level("甲", { ge: "60" }), level("乙", { lt: "60" })],
    })
  }
  /** Processor time in milliseconds, which does not count what others do meanwhile. */
  const spent = (count: number): number => {
    const self = large(count)
    const before = process.cpuUsage()
    expect(Lint.lint(self).answers.length).toBeGreaterThan(count)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  }
  test("two hundred lines take less than a second, and five thousand no more than so many times as much", () => {
    spent(200)
    expect(spent(200)).toBeLessThan(1000)
    const [few, many] = [spent(1250), spent(5000)]
    expect(many).toBeLessThan(11 * Math.max(few, 100))
  }, 60_000)
  test("names that every object answers to are names like others", () => {
    const acts = ["constructor", "__proto__", "toString"].map((id) => line(id, "1", { when: Scoring.is(id, id) }))
    const self = book(Scoring.lines({ id: "hasOwnProperty", acts }), { levels: [level("constructor", {})] })
    const { defects } = Lint.lint(self, { kinds: ["constructor", "valueOf"], fields: { constructor: ["constructor"] } })
    expect(defects.filter(({ code }) => code === "lint.factUnread").map(({ params }) => params.what)).toEqual([
      "constructor.constructor",
      "valueOf",
    ])
  })
  test("numbers off every lattice are looked at on it", () => {
    const rows = [
      { on: { ge: "0.3" }, gives: "1" },
      { on: { lt: "0.3" }, gives: "0" },
    ]
    expect(found(book(Scoring.stepTable(Scoring.only({ kind: "得分", domain: points("1", "0.25") }), rows)))).toEqual(
      [],
    )
  })
})

test("a book is clean over the period it was looked at over: a sum of months comes to less in a quarter", () => {
  const cite = { doc: "text", art: "1" }
  const monthly = Builder.bookUnsafe({
    id: "monthly",
    version: "1",
    title: { zh: "月度办法" }, // made up
    inForce: { from: CivilDate.parseUnsafe("2023-01-01") },
    sources: [{ id: "text", citation: { title: "月度办法", standing: "transcription" } }],
    total: { op: "over", each: "month", e: { op: "const", q: "10" }, fold: "sum", absent: {} },
    levels: [{ id: "合格", label: { zh: "合格" }, on: { ge: "100" }, cite }],
  })
  const isCleanOver = (period: string) => Lint.isClean(Lint.lint(monthly, { period: Period.parseUnsafe(period) }))
  expect([
    Lint.isClean(Lint.lint(monthly)),
    isCleanOver("2023"),
    isCleanOver("2023-Q1"),
    isCleanOver("2023-05"),
  ]).toEqual([...[true, true, false, false]])
})
