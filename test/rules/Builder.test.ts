import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { FaultError } from "../../src/foundation/Fault.js"
import * as Builder from "../../src/rules/Builder.js"
import type { Slot } from "../../src/rules/Clause.js"
import type { Act, Expression } from "../../src/rules/Expression.js"
import type { Rulebook } from "../../src/rules/Rulebook.js"
import * as Scoring from "../../src/rules/Scoring.js"
import { fact, one, score as scored, several } from "./rating.js"
import { book, cite, draft, line, places, score } from "./sample.js"

describe("a draft that says only what a text must say", () => {
  test("everything else is empty, and nothing is rounded", () => {
    expect(Builder.bookUnsafe(draft(score))).toStrictEqual({
      ...draft(score),
      format: 1,
      semantics: 1,
      completeness: "complete",
      factsUnder: "periodEnd",
      classes: [],
      score: { quantum: "1", round: "exact" },
      effects: [],
      levels: [],
      badges: [],
      awards: [],
      climb: null,
      quotas: [],
      ties: { keys: [], last: "share", method: "min" },
      rankings: [],
      slots: [],
      notes: [],
    })
  })
  test("every fault comes at once, those of the schema before those of the structure", () => {
    const schema = Builder.book({ ...draft(score), id: "", version: "" })
    expect(Result.isFailure(schema) && places(schema.failure)).toEqual([
      ["document.value", ["id"]],
      ["document.value", ["version"]],
    ])
    const structure = Builder.book(draft(Scoring.reference("甲"), { score: { quantum: "-1", round: "exact" } }))
    expect(Result.isFailure(structure) && places(structure.failure)).toEqual([
      ["rulebook.noSuchId", ["total", "to"]],
      ["rulebook.badStep", ["score", "quantum"]],
    ])
  })
  test("the unsafe twin throws them", () => {
    expect(() => Builder.bookUnsafe(draft(Scoring.reference("甲")))).toThrow(FaultError)
  })
})

const slot = (more: Partial<Slot> = {}): Slot => ({
  id: "P-100",
  into: "记分",
  sign: "bonus",
  items: 5,
  each: "2",
  cite: cite("P-100"),
  ...more,
})

const account = (acts: ReadonlyArray<Act> = []): Expression => Scoring.lines({ id: "记分", acts })

const village = (more: Partial<Slot> = {}, total = account()): Rulebook => book(total, { slots: [slot(more)] })

const filled = (self: Rulebook, items: ReadonlyArray<Act>, id = "P-100"): Rulebook =>
  Result.getOrThrow(Builder.fill(self, id, items))

const refused = (self: Rulebook, items: ReadonlyArray<Act>, id = "P-100") => {
  const result = Builder.fill(self, id, items)
  return Result.isFailure(result) ? result.failure.map(({ code, path, params }) => [code, path, params]) : "accepted"
}

describe("lines of the village's own: at most five of at most two points (Wendeng P-100)", () => {
  const five = ["2", "1", "0.5", "2", "1"].map((value, index) => line(`自设${index + 1}`, value))

  test("five lines fill it, and count", () => {
    const made = filled(village(), five)
    expect(made.slots).toEqual([])
    const facts = [fact("甲", "自设1", "2023-03-01"), ...several(3, "甲", "自设2", "2023-04")]
    expect(scored(one(made, { facts }))).toBe("5")
  })
  test("none is enough, and a slot is filled once", () => {
    const made = filled(village(), [])
    expect(made.slots).toEqual([])
    expect(refused(made, [])).toEqual([["rulebook.noSuchId", ["slots"], { id: "P-100" }]])
  })
  test("a sixth line, with every worth beyond the limits", () => {
    const span = "(0, 2]"
    expect(refused(village(), [...five.slice(0, 3), line("大", "2.1"), line("负", "-1"), line("零", "0")])).toEqual([
      ["rulebook.slotFull", [], { id: "P-100", most: 5, count: 6 }],
      ["rulebook.slotWorth", [3, "worth"], { id: "大", span }],
      ["rulebook.slotWorth", [4, "worth"], { id: "负", span }],
      ["rulebook.slotWorth", [5, "worth"], { id: "零", span }],
    ])
  })
  test("a slot for deductions takes deductions of its size", () => {
    expect(refused(village({ sign: "malus" }), [line("扣一", "-2"), line("扣二", "-0.1")])).toBe("accepted")
    expect(refused(village({ sign: "malus" }), [line("扣", "-3"), line("加", "1")])).toEqual([
      ["rulebook.slotWorth", [0, "worth"], { id: "扣", span: "[-2, 0)" }],
      ["rulebook.slotWorth", [1, "worth"], { id: "加", span: "[-2, 0)" }],
    ])
  })
  test("a worth that is no fixed number, or that repetitions carry past the limit", () => {
    const open = { ...line("量", "1"), worth: score }
    const twice = line("再犯", "2", { repeat: { class: "再犯", times: "2" } })
    expect(refused(village(), [open, twice])).toEqual([
      ["rulebook.slotWorth", [0, "worth"], { id: "量", span: "(0, 2]" }],
      ["rulebook.slotWorth", [1, "worth"], { id: "再犯", span: "(0, 2]" }],
    ])
    expect(refused(village(), [line("再次", "1", { repeat: { class: "再次", times: "2" } })])).toBe("accepted")
  })
  test("an id that is taken by a line, by a node or by another new line; a source that nobody knows", () => {
    const total = Scoring.parts([Scoring.base("10", { id: "底" }), account([line("旧", "1")])])
    expect(refused(village({}, total), [line("旧", "1"), line("底", "1"), line("新", "1"), line("新", "2")])).toEqual([
      ["rulebook.duplicateId", ["total", "of", 1, "e", "acts", 1, "id"], { id: "旧" }],
      ["rulebook.duplicateId", ["total", "of", 1, "e", "acts", 2, "id"], { id: "底" }],
      ["rulebook.duplicateId", ["total", "of", 1, "e", "acts", 4, "id"], { id: "新" }],
    ])
    expect(refused(village(), [line("新", "1", { cite: { doc: "村规民约", art: "3" } })])).toEqual([
      ["rulebook.noSuchId", ["total", "acts", 0, "cite", "doc"], { id: "村规民约" }],
    ])
  })
  test("a line that is no line", () => {
    const bad = { ...line("新", "1"), kind: "" }
    expect(refused(village(), [bad])).toMatchObject([["document.value", ["total", "acts", 0, "kind"], {}]])
  })
  test("a slot that the book does not have", () => {
    expect(refused(village(), five, "P-101")).toEqual([["rulebook.noSuchId", ["slots"], { id: "P-101" }]])
  })
})

describe("where the lines go", () => {
  test.each<[string, (acts: Expression) => Expression]>([
    ["a sum", (e) => Scoring.parts([Scoring.base("0"), e])],
    ["a limit", (e) => Scoring.within(e, "0", "100")],
    ["a rounding stage", (e) => Scoring.rounded(e, "down", "1")],
    ["every quarter", (e) => Scoring.subPeriods("quarter", e, "sum")],
    [
      "a table",
      (e) =>
        Scoring.stepTable(e, [
          { on: { ge: "2" }, gives: "2" },
          { on: { lt: "2" }, gives: "0" },
        ]),
    ],
    ["a quotient", (e) => ({ op: "ratio", num: e, den: Scoring.base("1"), empty: "unknown" })],
    ["a denominator", (e) => ({ op: "ratio", num: Scoring.base("4"), den: e, empty: { value: "0" } })],
    ["a multiple", (e) => ({ op: "times", by: Scoring.parameter("倍", Scoring.domain("倍", "1", "1", "1")), e })],
    [
      "a mean of peers",
      (e) => ({
        op: "peers",
        e,
        fold: "mean",
        group: null,
        best: "high",
        ties: { keys: [], last: "share", method: "min" },
      }),
    ],
    [
      "a row",
      (e) => ({ op: "case", rows: [{ when: Scoring.on(Scoring.base("1"), { ge: "1" }), gives: e }], otherwise: null }),
    ],
    ["what is left of the rows", (e) => ({ op: "case", rows: [], otherwise: e })],
    [
      "a condition of a row",
      (e) => ({
        op: "case",
        rows: [{ when: Scoring.on(e, { ge: "2" }), gives: Scoring.base("2") }],
        otherwise: Scoring.base("0"),
      }),
    ],
  ])("inside %s", (_, around) => {
    const made = filled(village({}, around(account())), [line("自设", "2")])
    const facts = [fact("甲", "自设", "2023-03-01")]
    const subjects = [{ id: "甲", labels: {}, parameters: { 倍: "1" } }]
    expect([scored(one(made, { subjects })), scored(one(made, { subjects, facts }))]).toEqual(["0", "2"])
  })
  test("into an account that only a badge reads", () => {
    const badge = {
      id: "文明",
      label: { zh: "文明" },
      when: Scoring.on(account(), { ge: "2" }),
      needs: [],
      cite: cite("5"),
    }
    const made = filled(book(score, { badges: [badge], slots: [slot()] }), [line("自设", "2")])
    const facts = [fact("甲", "自设", "2023-03-01")]
    expect(one(made, { facts }).badges).toEqual([{ badge: "文明", held: "yes" }])
  })
  test("a cap over every line of the account holds for the local ones, a cap over some does not", () => {
    const total = Scoring.deductFromFull({
      id: "满分",
      full: "10",
      each: "6",
      acts: [line("缺席", "-3"), line("迟到", "-1")],
      cite: cite("3"),
    })
    const acts = total.op === "sum" ? total.of[1]?.e : undefined
    if (acts?.op !== "acts") throw new Error("no node of acts")
    const named: Expression = {
      op: "sum",
      of: [
        { w: "1", e: Scoring.base("10") },
        { w: "1", e: { ...acts, id: "记分" } },
      ],
      weights: "free",
    }
    const made = filled(village({ sign: "malus" }, named), [line("自设", "-2")])
    expect(scored(one(made, { facts: several(4, "甲", "自设", "2023-03") }))).toBe("2")
    expect(scored(one(made, { facts: several(9, "甲", "自设", "2023-03") }))).toBe("0")
    expect(scored(one(made, { facts: several(9, "甲", "缺席", "2023-03") }))).toBe("4")
  })
  test("the book it came from stays as it was", () => {
    const before = village()
    const text = JSON.stringify(before)
    filled(before, [line("自设", "2")])
    expect(JSON.stringify(before)).toBe(text)
  })
})
