/** Lines that clash, on made-up texts after defects that printed ones have; the printed ones are at the end. */
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as WendengVillage from "../../src/presets/WendengVillage.js"
import type { Act, Expression } from "../../src/rules/Expression.js"
import * as Lint from "../../src/rules/Lint.js"
import type { Rulebook } from "../../src/rules/Rulebook.js"
import * as Scoring from "../../src/rules/Scoring.js"
import { fact, one, score as scored, subject } from "./rating.js"
import { book, cite, line } from "./sample.js"

const LINES = /^lint\.line(Twice|Contradiction|Posts|Overlap|Gap)$/

/** What is found of lines, by code, situation, lines and points; every witness has to show it. */
const found = (self: Rulebook) =>
  Lint.lint(self)
    .defects.filter(({ code }) => LINES.test(code))
    .map((defect) => {
      if (defect.evidence.is === "witness") expect(Lint.shows(self, defect)).toBe(true)
      const { code, params } = defect
      return [code, ...(["witness", "where", "results"] as const).flatMap((key) => params[key] ?? [])]
    })

const answerOf = (self: Rulebook, code: string) =>
  Lint.lint(self)
    .answers.filter((one) => one.code === code)
    .map(({ answer }) => answer)

const account = (...acts: ReadonlyArray<Act>) => book(Scoring.lines({ id: "记分", acts }))
const amount: Expression = { op: "field", field: "金额", domain: Scoring.domain("元", "0", null, "1") }
const band = (id: string, value: string, on: Parameters<typeof Scoring.on>[1], more: Partial<Act> = {}): Act =>
  line(id, value, { kind: "拾金", when: Scoring.on(amount, on), ...more })

describe("measured spans", () => {
  test("恰100元: two bands that share their bound", () => {
    const self = account(band("甲", "1", { gt: "0", le: "100" }), band("乙", "2", { ge: "100" }))
    expect(found(self)).toEqual([["lint.lineOverlap", "拾金 100元", "乙、甲", "2 / 1"]])
    expect(answerOf(self, "lint.lineOverlap")).toEqual(["refuted"])
  })
  test("spans that share a run, to its end or without one", () => {
    expect(found(account(band("甲", "1", { ge: "0", le: "120" }), band("乙", "2", { ge: "100" })))).toEqual([
      ["lint.lineOverlap", "拾金 100–120元", "乙、甲", "2 / 1"],
    ])
    expect(found(account(band("甲", "1", { ge: "0" }), band("乙", "2", { ge: "100" })))).toEqual([
      ["lint.lineOverlap", "拾金 100–∞元", "乙、甲", "2 / 1"],
    ])
  })
  test("on the lattice: (100.5, …) and […, 100.2] share nothing in whole yuan, and leave nothing out", () => {
    const self = account(band("甲", "1", { le: "100.5" }), band("乙", "2", { gt: "100.2" }))
    expect(found(self)).toEqual([])
    expect(answerOf(self, "lint.lineOverlap")).toEqual(["proven"])
    expect(answerOf(self, "lint.lineGap")).toEqual(["proven"])
  })
  test("a gap between two bands; below the first there is none", () => {
    expect(found(account(band("甲", "1", { ge: "10", lt: "100" }), band("乙", "2", { gt: "100" })))).toEqual([
      ["lint.lineGap", "拾金 100元", "拾金"],
    ])
    expect(found(account(band("甲", "1", { ge: "10", lt: "100" }), band("乙", "2", { gt: "105" })))).toEqual([
      ["lint.lineGap", "拾金 100–105元", "拾金"],
    ])
    expect(found(account(band("甲", "1", { ge: "10", lt: "100" }), band("乙", "2", { ge: "100" })))).toEqual([])
  })
  test("a gap is one for each tag by itself, and lines for everybody fill it", () => {
    const tagged = (id: string, on: Parameters<typeof Scoring.on>[1], tag: string): Act => ({
      ...band(id, "1", on),
      when: { test: "all", of: [Scoring.tagged("币种", tag), Scoring.on(amount, on)] },
    })
    const apart = [tagged("甲", { ge: "0", lt: "50" }, "纸币"), tagged("乙", { gt: "60" }, "纸币")]
    expect(found(account(...apart, tagged("丙", { ge: "0" }, "硬币")))).toEqual([
      ["lint.lineGap", "拾金 50–60元", "拾金"],
    ])
    expect(found(account(...apart, band("丁", "1", { ge: "50", le: "60" })))).toEqual([])
  })
  test("lines for different people fill each other's gaps", () => {
    const posts = (id: string, on: Parameters<typeof Scoring.on>[1], post: string): Act => ({
      ...band(id, "1", on),
      when: { test: "all", of: [Scoring.is("职务", post), Scoring.on(amount, on)] },
    })
    expect(
      found(account(posts("甲", { ge: "0", lt: "50" }, "书记"), posts("乙", { ge: "50" }, "主任"))).filter(
        ([code]) => code === "lint.lineGap",
      ),
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
    expect(found(account(ranged("甲", { ge: "0", lt: "100" }), ranged("乙", { ge: "100" })))).toEqual([])
    expect(found(account(ranged("甲", { ge: "0", le: "100" }), ranged("乙", { ge: "100" })))).toEqual([
      ["lint.lineOverlap", "拾金 100元", "乙、甲", "5 / 5"],
    ])
  })
})

describe("the same thing", () => {
  const listed = (value: string) => account(line("甲", "-2", { kind: "缺席" }), line("乙", value, { kind: "缺席" }))
  test("twice with one value, and with two", () => {
    expect(found(listed("-2"))).toEqual([["lint.lineTwice", "缺席", "乙、甲", "-2 / -2"]])
    expect(found(listed("-5"))).toEqual([["lint.lineContradiction", "缺席", "乙、甲", "-5 / -2"]])
    expect(Lint.lint(listed("-2")).defects[0]).toMatchObject({ severity: "warning", at: ["total", "acts", 1] })
    expect(Lint.lint(listed("-5")).defects[0]).toMatchObject({ severity: "error", cite: { title: "样例办法" } })
  })
  test("under one tag and one span alike", () => {
    const when = { test: "all" as const, of: [Scoring.tagged("级别", "县"), Scoring.on(amount, { ge: "5" })] }
    expect(found(account(line("甲", "2", { kind: "奖", when }), line("乙", "3", { kind: "奖", when })))).toEqual([
      ["lint.lineContradiction", "奖 5–∞元", "乙、甲", "3 / 2"],
    ])
  })
  test("for two posts that one person may hold, with one value or two", () => {
    const posts = (value: string) =>
      account(
        line("甲", "-2", { kind: "违纪", when: Scoring.is("职务", "书记") }),
        line("乙", value, { kind: "违纪", when: Scoring.is("职务", "主任") }),
      )
    expect(found(posts("-2"))).toEqual([["lint.lineTwice", "违纪", "乙、甲", "-2 / -2"]])
    expect(found(posts("-3"))).toEqual([["lint.linePosts", "违纪", "乙、甲", "-3 / -2"]])
  })
  test("not for posts that exclude each other", () => {
    const director = Scoring.is("职务", "主任")
    const other = { test: "all" as const, of: [Scoring.is("职务", "书记"), { test: "not" as const, of: director }] }
    const self = account(
      line("甲", "-2", { kind: "违纪", when: director }),
      line("乙", "-3", { kind: "违纪", when: other }),
    )
    expect(found(self)).toEqual([])
    expect(answerOf(self, "lint.linePosts")).toEqual(["proven"])
  })
  test("caps, the same act and suspensions do not hide it", () => {
    const self = book(
      Scoring.lines({
        id: "记分",
        acts: [line("甲", "2", { kind: "献血" }), line("乙", "3", { kind: "献血" })],
        caps: [Scoring.atMost("限", ["甲"], "year", "0", cite("9"))],
        sameAct: "largestRequested",
        suspensions: [{ id: "停", kinds: ["处分"], cite: cite("9") }],
      }),
    )
    expect(found(self)).toEqual([["lint.lineContradiction", "献血", "乙、甲", "3 / 2"]])
  })
})

describe("what is told apart on purpose is no defect", () => {
  const rungs = Scoring.severityLadder("违纪", "处分", [
    { id: "警告", label: { zh: "警告" }, is: "警告", value: "-5", cite: cite("12") },
    { id: "记过", label: { zh: "记过" }, is: "记过", value: "-10", cite: cite("12") },
  ])
  const open = line("丙", "1", {
    kind: "甲",
    when: Scoring.on(Scoring.parameter("级", Scoring.domain("级", "1", "9", "1")), { ge: "5" }),
  })
  test.each([
    ["rungs that a tag tells apart", account(...rungs)],
    ["a line for all beside the rungs", account(...rungs, line("丁", "-1", { kind: "违纪" }))],
    ["lines of different kinds", account(line("甲", "1"), line("乙", "2"))],
    ["a line under a parameter beside one for all", account(line("甲", "2"), open)],
  ])("%s", (_, self) => expect(found(self)).toEqual([]))
})

describe("classes of repetition", () => {
  const again = (times: string, ...more: ReadonlyArray<string>) =>
    account(
      ...[times, ...more].map((one, index) => line(`条${index}`, "-2", { repeat: { class: "失信", times: one } })),
    )
  test("that multiply alike are sound, others contradict each other", () => {
    expect(found(again("2", "2"))).toEqual([])
    expect(found(again("2", "3"))).toEqual([["lint.lineContradiction", "失信", "条0、条1", "×2 / ×3"]])
  })
  test("are mended to one factor", () => {
    const self = again("2", "3", "4")
    const [defect] = Lint.lint(self).defects.filter(({ code }) => LINES.test(code))
    if (defect === undefined) throw new Error("nothing found")
    expect(found(Result.getOrThrow(Lint.repair(self, defect)))).toEqual([])
  })
})

describe("repairs", () => {
  const mended = (self: Rulebook): Rulebook => {
    const [defect] = Lint.lint(self).defects.filter(({ code }) => LINES.test(code))
    if (defect === undefined) throw new Error("nothing found")
    return Result.getOrThrow(Lint.repair(self, defect))
  }
  test("a line listed twice is struck out, of its caps too", () => {
    const acts = [line("甲", "2", { kind: "献血" }), line("乙", "2", { kind: "献血" }), line("丙", "1")]
    const caps = [
      Scoring.atMost("单", ["甲"], "month", "2", cite("9")),
      Scoring.atMost("共", ["甲", "乙", "丙"], "year", "5", cite("9")),
    ]
    const after = mended(book(Scoring.lines({ id: "记分", acts, caps })))
    expect(after.total).toMatchObject({ acts: [{ id: "乙" }, { id: "丙" }], caps: [{ id: "共", of: ["乙", "丙"] }] })
    expect(found(after)).toEqual([])
  })
  test("two posts on one line keep both posts", () => {
    const after = mended(
      account(
        line("甲", "-2", { kind: "违纪", when: Scoring.is("职务", "书记") }),
        line("乙", "-2", { kind: "违纪", when: Scoring.is("职务", "主任") }),
      ),
    )
    const facts = [fact("甲", "违纪", "2023-05-01")]
    for (const post of ["书记", "主任"]) {
      expect(scored(one(after, { subjects: [subject("甲", { 职务: [post] })], facts }))).toBe("-2")
    }
    expect(found(after)).toEqual([])
  })
  test("who holds two posts is counted by the weightier line", () => {
    const after = mended(
      account(
        line("甲", "-2", { kind: "违纪", when: Scoring.is("职务", "书记") }),
        line("乙", "-3", { kind: "违纪", when: Scoring.is("职务", "主任") }),
      ),
    )
    const facts = [fact("甲", "违纪", "2023-05-01")]
    expect(scored(one(after, { subjects: [subject("甲", { 职务: ["书记", "主任"] })], facts }))).toBe("-3")
    expect(scored(one(after, { subjects: [subject("甲", { 职务: ["书记"] })], facts }))).toBe("-2")
  })
  test.each([
    ["overlap", { gt: "0", le: "120" }, { ge: "100" }, { gt: "0", lt: "100" }],
    ["overlap above an open end", { gt: "0", le: "120" }, { gt: "100" }, { gt: "0", le: "100" }],
    ["gap", { gt: "0", le: "80" }, { ge: "100" }, { gt: "0", lt: "100" }],
  ])("the lower span ends where the upper begins: %s", (_, low, high, expected) => {
    const after = mended(account(band("甲", "1", low), band("乙", "2", high)))
    expect(after.total).toMatchObject({ acts: [{ when: { on: expected } }, { when: { on: high } }] })
    expect(found(after)).toEqual([])
  })
  test("a span that is ruled out, or only one way to fit, is not trimmed: that would not part the lines", () => {
    const outside = (id: string) =>
      line(id, "1", { kind: "拾金", when: { test: "not", of: Scoring.on(amount, { ge: "50", le: "60" }) } })
    const either = (id: string) =>
      line(id, "1", {
        kind: "拾金",
        when: { test: "any", of: [Scoring.on(amount, { le: "60" }), Scoring.tagged("t", "a")] },
      })
    for (const odd of [outside("甲"), either("甲")]) {
      const self = account(odd, band("乙", "2", { ge: "60" }))
      const [defect] = Lint.lint(self).defects.filter(({ code }) => code === "lint.lineOverlap")
      expect(defect?.repair?.patch).toBeUndefined()
    }
  })
  test("who fits one line by the post or by an amount is held apart from the other line either way", () => {
    const either = { test: "any" as const, of: [Scoring.is("职务", "主任"), Scoring.on(amount, { ge: "50" })] }
    const after = mended(
      account(
        line("甲", "2", { kind: "拾金", when: either }),
        line("乙", "1", { kind: "拾金", when: Scoring.is("职务", "书记", "主任") }),
      ),
    )
    expect(found(after)).toEqual([])
  })
  test("which of two values stands no machine settles", () => {
    const self = account(line("甲", "2", { kind: "献血" }), line("乙", "3", { kind: "献血" }))
    const [defect] = Lint.lint(self).defects.filter(({ code }) => LINES.test(code))
    if (defect === undefined) throw new Error("nothing found")
    expect(Result.getOrElse(Lint.repair(self, defect), (faults) => faults)).toMatchObject([{ code: "lint.noPatch" }])
  })
})

describe("many lines", () => {
  test("of one thing, each with the next", () => {
    const many = account(...Array.from({ length: 40 }, (_, index) => line(`条${index}`, "1", { kind: "献血" })))
    expect(found(many)).toHaveLength(39)
  })
  test("of which too many overlap: what was not looked at is undecided", () => {
    const many = account(
      ...Array.from({ length: 400 }, (_, index) => band(`条${index}`, `${index}`, { ge: `${index}` })),
    )
    expect(new Set(answerOf(many, "lint.lineTwice"))).toEqual(new Set(["undecided"]))
    expect(answerOf(many, "lint.lineOverlap")).toEqual(["refuted"])
    expect(found(many).length).toBeLessThanOrEqual(1024)
  }, 20_000)
})

test("the order of the lines changes nothing that is found", () => {
  const acts = [
    ...["甲", "乙", "丙"].map((id) => line(id, "1", { kind: id === "丙" ? "献血" : "党课" })),
    line("丁", "2", { kind: "献血" }),
    band("戊", "1", { ge: "0", le: "100" }),
    band("己", "2", { ge: "100" }),
  ]
  const all = found(account(...acts))
  expect(all).toHaveLength(3)
  expect(found(account(...[...acts].reverse()))).toEqual(all)
})

test("the printed village rules: the pairs that its readers noted, and the bounds they share", () => {
  // wendeng-village.md, "Doubts": P-011/P-012 and P-013/P-014 same words, two values; 10,000 yuan in two bands
  expect(found(WendengVillage.rulebook)).toEqual([
    ["lint.lineContradiction", "建廉政文化街", "P-011、P-012", "10 / 5"],
    ["lint.lineContradiction", "开办信用超市", "P-013、P-014", "5 / 2"],
    ["lint.lineOverlap", "引进项目 100–199.9999万元", "P-017、P-018", "5 / 10"],
    ["lint.lineOverlap", "引进项目 200–499.9999万元", "P-017、P-019", "5 / 20"],
    ["lint.lineOverlap", "引进项目 500–∞万元", "P-017、P-020", "5 / 50"],
    ["lint.lineOverlap", "拾金 100元", "P-061、P-065", "2 / 1"],
    ["lint.lineOverlap", "拾金 10000元", "P-063、P-064", "5 / 10"],
    ["lint.lineOverlap", "集体增收 10000元", "P-071、P-078", "5 / 3"],
    ["lint.linePosts", "两委违纪", "P-108、P-109", "-5 / -3"],
    ["lint.lineTwice", "缺席廉政教育", "P-115、P-137", "-4 / -4"],
    ["lint.lineTwice", "缺席议事会", "P-118、P-138", "-2 / -2"],
    ["lint.lineTwice", "缺席述廉评议", "P-119、P-139", "-2 / -2"],
    ["lint.lineTwice", "述廉满意度 0–84.9%", "P-120、P-140", "-5 / -5"],
  ])
})
