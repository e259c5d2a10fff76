/** Vetoes without effect, classes that miss or share people, absences nobody provides for, crossing caps; made-up texts. */
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import type { Class, Effect } from "../../src/rules/Clause.js"
import type { Acts, Cap, Expression, When } from "../../src/rules/Expression.js"
import * as Lint from "../../src/rules/Lint.js"
import * as Rulebook from "../../src/rules/Rulebook.js"
import * as Scoring from "../../src/rules/Scoring.js"
import * as Veto from "../../src/rules/Veto.js"
import { fact, one, stand, subject } from "./rating.js"
import { book, cite, level, line, points, score } from "./sample.js"

const defectsOf = (self: Rulebook.Rulebook, code: string) =>
  Lint.lint(self).defects.filter((defect) => {
    if (defect.evidence.is === "witness") expect(Lint.shows(self, defect)).toBe(true)
    return defect.code === code
  })

const answers = (self: Rulebook.Rulebook, code: string) =>
  Lint.lint(self)
    .answers.filter((one) => one.code === code)
    .map(({ answer }) => answer)

const mended = (self: Rulebook.Rulebook, code: string): Rulebook.Rulebook => {
  const [defect] = defectsOf(self, code)
  if (defect === undefined) throw new Error("nothing found")
  return Result.getOrThrow(Lint.repair(self, defect))
}

const not = (of: When): When => ({ test: "not", of })
const levels = [level("优秀", { ge: "90" }), level("良好", { ge: "60", lt: "90" }), level("差", { lt: "60" })]
const grounds = (id: string, when: When, more: Partial<Effect> = {}) => ({
  id,
  label: { zh: id },
  when,
  cite: cite("10"),
  ...more,
})

describe("vetoes", () => {
  const once = Scoring.happened("违纪")
  const twice = Scoring.happened("违纪", 2)
  const shadowed = (effects: ReadonlyArray<Effect>, total: Expression = score) =>
    defectsOf(book(total, { levels, effects }), "lint.vetoShadowed").map(({ params }) => [params.where, params.by])

  test("a graver condition under a milder one that goes as far", () => {
    const effects = [Veto.holdAt(grounds("轻", once), "差"), Veto.holdAt(grounds("重", twice), "良好")]
    expect(shadowed(effects)).toEqual([["重", "轻"]])
    expect(shadowed([...effects].reverse())).toEqual([["重", "轻"]])
    expect(answers(book(score, { levels, effects }), "lint.vetoShadowed")).toEqual(["proven", "refuted"])
  })
  test("a graver consequence for a graver condition is no shadow", () => {
    const effects = [Veto.holdAt(grounds("轻", once), "良好"), Veto.holdAt(grounds("重", twice), "差")]
    expect(shadowed(effects)).toEqual([])
    expect(answers(book(score, { levels, effects }), "lint.vetoShadowed")).toEqual(["proven", "proven"])
  })
  test("two of one kind shadow each other; one of them is told", () => {
    expect(shadowed([Veto.zero(grounds("乙", once)), Veto.zero(grounds("甲", once))])).toEqual([["甲", "乙"]])
  })
  test("a ceiling at the best level, and a deduction of nothing", () => {
    expect(shadowed([Veto.holdAt(grounds("限", once), "优秀")])).toEqual([["限", "优秀"]])
    expect(shadowed([Veto.deduct(grounds("扣", once), "0")])).toEqual([["扣", "0"]])
    expect(shadowed([Veto.holdAt(grounds("限", once), "良好")])).toEqual([])
  })
  test("a deduction under a zeroing, while the score cannot fall below nought", () => {
    const effects = (off: string) => [Veto.zero(grounds("清零", once)), Veto.deduct(grounds("扣分", twice), off)]
    const from60: Expression = Scoring.parts([Scoring.base("60"), score])
    expect(shadowed(effects("60"), from60)).toEqual([["扣分", "清零"]])
    expect(shadowed(effects("61"), from60)).toEqual([])
  })
  test("a ceiling under a zeroing, where nought ranks no higher", () => {
    const effects = (to: string) => [Veto.zero(grounds("清零", once)), Veto.holdAt(grounds("限", twice), to)]
    expect(shadowed(effects("良好"))).toEqual([["限", "清零"]])
    const low = [level("优秀", { ge: "90" }), level("良好", { lt: "90" }), { ...level("差", {}), on: null }]
    expect(defectsOf(book(score, { levels: low, effects: effects("差") }), "lint.vetoShadowed")).toEqual([])
  })
  test("one that can be repaired, or lasts otherwise, shadows nothing", () => {
    const repair = { when: Scoring.happened("整改"), does: "nothing" as const, cite: cite("11") }
    const second = Veto.zero(grounds("重", twice))
    expect(shadowed([Veto.zero(grounds("轻", once, { repair })), second])).toEqual([])
    expect(shadowed([{ ...Veto.zero(grounds("轻", once)), lasts: { months: 12 } }, second])).toEqual([])
  })
  test("by labels: who is of both posts, and who is not", () => {
    const by = (...posts: ReadonlyArray<string>) => Scoring.is("职务", ...posts)
    expect(shadowed([Veto.zero(grounds("众", by("书记", "主任"))), Veto.zero(grounds("一", by("书记")))])).toEqual([
      ["一", "众"],
    ])
    expect(shadowed([Veto.zero(grounds("主任", by("主任"))), Veto.zero(grounds("书记", by("书记")))])).toEqual([])
  })
  test("conditions on what is put together are undecided", () => {
    const sum = Scoring.parts([score, { ...score, kind: "别" } as Expression])
    const effects = [Veto.zero(grounds("甲", Scoring.on(sum, { lt: "50" }))), Veto.zero(grounds("乙", once))]
    expect(answers(book(score, { levels, effects }), "lint.vetoShadowed")).toEqual(["undecided", "undecided"])
  })
  test("struck out, nothing is shadowed and every level stays as it was", () => {
    const self = book(score, {
      levels,
      effects: [Veto.holdAt(grounds("轻", once), "差"), Veto.holdAt(grounds("重", twice), "良好")],
    })
    const after = mended(self, "lint.vetoShadowed")
    expect(defectsOf(after, "lint.vetoShadowed")).toEqual([])
    for (const times of [0, 1, 2]) {
      const facts = [
        fact("甲", "得分", "2023-05-01", { value: "95" }),
        ...Array.from({ length: times }, (_, index) => fact("甲", "违纪", `2023-06-0${index + 1}`)),
      ]
      expect(stand(one(after, { facts }))).toBe(stand(one(self, { facts })))
    }
  })
})

describe("classes", () => {
  const of = (id: string, when: When, standing: Class["standing"]): Class => ({
    id,
    label: { zh: id },
    when,
    standing,
    cite: cite("2"),
  })
  const none = (classes: ReadonlyArray<Class>, total: Expression = score) =>
    defectsOf(book(total, { levels, classes }), "lint.classUndefined").map(({ params }) => params.where)

  test("a post that a line asks for and no class takes", () => {
    const acts = [line("调解", "1", { when: Scoring.is("职务", "书记", "调解员") })]
    const classes = [of("干部", Scoring.is("职务", "书记", "主任"), "rated")]
    expect(none(classes, Scoring.lines({ acts }))).toEqual(["职务=调解员"])
    expect(none([...classes, of("其他", Scoring.is("职务", "调解员"), "unrated")], Scoring.lines({ acts }))).toEqual([])
  })
  test("labels that the classes do not ask for leave nobody out, nor does a class for all others", () => {
    const acts = [line("志愿", "1", { when: Scoring.is("特长", "医护") })]
    expect(none([of("党员", Scoring.is("身份", "党员"), "rated")], Scoring.lines({ acts }))).toEqual([])
    const rest = [
      of("学生", Scoring.is("身份", "学生"), "exempt"),
      of("其余", not(Scoring.is("身份", "学生")), "rated"),
    ]
    expect(none(rest)).toEqual([])
  })
  test("somebody of a graded and of an ungraded class; where one is exempt, that one counts", () => {
    const both = (standing: Class["standing"]) =>
      book(score, {
        levels,
        classes: [of("村干部", Scoring.is("职务", "书记"), "rated"), of("新建", Scoring.is("建立", "新建"), standing)],
      })
    const found = defectsOf(both("unrated"), "lint.classOverlap")
    expect(found.map(({ params, severity }) => [params.where, params.classes, severity])).toEqual([
      ["建立=新建、职务=书记", "村干部、新建", "error"],
    ])
    expect(defectsOf(both("exempt"), "lint.classOverlap")).toEqual([])
    const after = mended(both("unrated"), "lint.classOverlap")
    expect(defectsOf(after, "lint.classOverlap")).toEqual([])
    const outcome = one(after, { subjects: [subject("甲", { 职务: ["书记"], 建立: ["新建"] })] })
    expect([outcome.standing, outcome.classes]).toEqual(["unrated", ["新建"]])
  })
})

describe("absences that the book itself brings about", () => {
  const last = Scoring.imported("上年", "score", "previous", points())
  const unsaid = (total: Expression) =>
    defectsOf(book(total, { levels }), "lint.absenceUnsaid").map(({ params }) => params.where)

  test("history of who is new, without and with a rule for it", () => {
    const parts = [
      { w: "0.7", e: score },
      { w: "0.3", e: last },
    ]
    expect(unsaid(Scoring.weighted(parts))).toEqual(["上年.score"])
    expect(unsaid(Scoring.weighted(parts, { absent: { new: "reweight" } }))).toEqual([])
    expect(unsaid(Scoring.weighted(parts, { absent: { new: "apart" } }))).toEqual([])
    expect(unsaid(Scoring.carriedOver("上年", "0.5", points(), "0"))).toEqual([])
  })
  test("is mended by scaling up the other parts", () => {
    const self = book(
      Scoring.weighted([
        { w: "0.7", e: score },
        { w: "0.3", e: last },
      ]),
      { levels, score: { quantum: "1", round: "halfUp" } },
    )
    const after = mended(self, "lint.absenceUnsaid")
    expect(defectsOf(after, "lint.absenceUnsaid")).toEqual([])
    const facts = [fact("甲", "得分", "2023-05-01", { value: "95" })]
    expect([stand(one(self, { facts })), stand(one(after, { facts }))]).toEqual(["none", "优秀"])
  })
  test("a quotient of nothing that is exempt, and one with a stated value", () => {
    const rate = (empty: Extract<Expression, { op: "ratio" }>["empty"]): Expression => ({
      op: "ratio",
      id: "到会率",
      num: Scoring.count({ kind: "到会", domain: Scoring.domain("次", "0", null, "1") }),
      den: Scoring.count({ kind: "应到", domain: Scoring.domain("次", "0", null, "1") }),
      empty,
    })
    expect(unsaid(rate("exempt"))).toEqual(["到会率"])
    expect(unsaid(rate({ value: "1" }))).toEqual([])
  })
  test("what only a condition asks for, or the best of peers, leaves nothing absent", () => {
    const asked: Expression = {
      op: "case",
      rows: [{ when: Scoring.on(last, { ge: "80" }), gives: { op: "const", q: "5" } }],
      otherwise: { op: "const", q: "0" },
    }
    expect(unsaid(asked)).toEqual([])
    const best: Expression = {
      op: "peers",
      e: last,
      fold: "best",
      group: null,
      best: "high",
      ties: { keys: [], last: "share", method: "min" },
    }
    expect(unsaid(Scoring.parts([score, best]))).toEqual([])
  })
})

describe("caps that cross", () => {
  const cap = (id: string, of: ReadonlyArray<string>, per: Cap["per"] = "year"): Cap =>
    Scoring.atMost(id, of, per, "5", cite("9"))
  const draft = (...caps: ReadonlyArray<Cap>): Rulebook.Rulebook => ({
    ...book(Scoring.lines({ id: "记分", acts: ["甲", "乙", "丙"].map((id) => line(id, "3")) })),
    total: { ...(Scoring.lines({ id: "记分", acts: ["甲", "乙", "丙"].map((id) => line(id, "3")) }) as Acts), caps },
  })
  test("in their lines: the larger takes in the smaller", () => {
    const self = draft(cap("一", ["甲", "乙"]), cap("二", ["乙", "丙"]))
    const [defect] = defectsOf(self, "lint.capsCross")
    expect(defect).toMatchObject({ severity: "error", params: { first: "一", second: "二" }, at: ["total", "caps", 1] })
    expect(defect?.evidence).toEqual({ is: "place", at: ["total.caps[0]", "total.caps[1]"] })
    expect(Lint.lint(self).faults.map(({ code }) => code)).toEqual(["rulebook.crossingCaps"])
    expect(Rulebook.check(mended(self, "lint.capsCross"))).toEqual([])
  })
  test("in their spans: the smaller is made as long", () => {
    const self = draft(cap("一", ["甲"], "year"), cap("二", ["甲", "乙"], "month"))
    expect(mended(self, "lint.capsCross").total).toMatchObject({ caps: [{ per: "month" }, { per: "month" }] })
  })
  test("nested caps are proven to be none", () => {
    const self = draft(cap("一", ["甲"], "month"), cap("二", ["甲", "乙"]))
    expect(answers(self, "lint.capsCross")).toEqual(["proven"])
  })
})

describe("drafts that the structure refuses", () => {
  const good = book(score, { levels })
  const bad: ReadonlyArray<readonly [string, Rulebook.Rulebook, string]> = [
    ["a reference to nothing", { ...good, total: Scoring.reference("无") }, "rulebook.noSuchId"],
    [
      "a circle",
      { ...good, total: { op: "round", id: "a", e: { op: "ref", to: "a" }, mode: "floor", step: "1" } },
      "rulebook.cycle",
    ],
    ["a step of nought", { ...good, total: Scoring.only({ kind: "a", domain: points("9", "0") }) }, "rulebook.badStep"],
    ["a level twice", { ...good, levels: [...levels, ...levels] }, "rulebook.duplicateId"],
    [
      "a quota on the last level",
      {
        ...good,
        quotas: [{ id: "额", levels: ["差"], sense: "most", of: { seats: 1 }, group: null, cite: cite("1") }],
      },
      "rulebook.quotaOnLastLevel",
    ],
  ]
  test.each(bad)("%s: its faults, and no throw", (_, self, code) => {
    const report = Lint.lint(self)
    expect(report.faults.map((one) => one.code)).toContain(code)
    expect(Lint.isClean(report)).toBe(false)
  })
})
