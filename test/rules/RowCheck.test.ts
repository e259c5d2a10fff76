/** Tables of cases and of terms whose rows hold together or leave something out; made-up texts. */
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import type { Case, Expression, Validity, When } from "../../src/rules/Expression.js"
import * as Lint from "../../src/rules/Lint.js"
import type { Rulebook } from "../../src/rules/Rulebook.js"
import * as Scoring from "../../src/rules/Scoring.js"
import { book, cite, line } from "./sample.js"

const ROWS = /^lint\.(caseGap|caseOverlap|validityOverlap)$/

const defectsOf = (self: Rulebook) => Lint.lint(self).defects.filter(({ code }) => ROWS.test(code))

const found = (self: Rulebook) =>
  defectsOf(self).map((defect) => {
    expect(Lint.shows(self, defect)).toBe(true)
    return [defect.code, ...(["witness", "where", "results"] as const).flatMap((key) => defect.params[key] ?? [])]
  })

const answers = (self: Rulebook) =>
  Object.fromEntries(
    Lint.lint(self)
      .answers.filter(({ code }) => ROWS.test(code))
      .map(({ code, answer }) => [code, answer]),
  )

const row = (when: When, q: string) => ({ when, gives: { op: "const", q } as const, cite: cite("5") })
const table = (rows: Case["rows"], otherwise: Expression | null = null): Expression => ({
  op: "case",
  id: "标准分",
  rows,
  otherwise,
})
const measure = Scoring.only({ kind: "满意度", domain: Scoring.domain("%", "0", "100", "1") })
const headcount = Scoring.parameter("人数", Scoring.domain("人", "0", null, "1"))
const rows = (...spans: ReadonlyArray<readonly [Parameters<typeof Scoring.on>[1], string]>) =>
  book(table(spans.map(([on, q]) => row(Scoring.on(headcount, on), q))))

describe("rows over a number", () => {
  test("that leave a lattice point out, and the same text where the lattice jumps over it", () => {
    expect(found(rows([{ ge: "50" }, "5"], [{ lt: "49" }, "3"]))).toEqual([["lint.caseGap", "人数=49", "标准分"]])
    expect(found(rows([{ ge: "50" }, "5"], [{ le: "49.5" }, "3"]))).toEqual([])
    expect(answers(rows([{ ge: "50" }, "5"], [{ le: "49" }, "3"]))).toEqual({
      "lint.caseGap": "proven",
      "lint.caseOverlap": "proven",
    })
  })
  test("that hold together with two results; with one it is no defect", () => {
    expect(found(rows([{ ge: "50" }, "5"], [{ le: "50" }, "3"]))).toEqual([
      ["lint.caseOverlap", "人数=50", "标准分", "5 / 3"],
    ])
    expect(found(rows([{ ge: "50" }, "5"], [{ le: "50" }, "5"]))).toEqual([])
  })
  test("that a register may say nothing of: an absence meets no row", () => {
    const given = table([row(Scoring.on(measure, { ge: "85" }), "5"), row(Scoring.on(measure, { lt: "85" }), "0")])
    expect(found(book(given))).toEqual([["lint.caseGap", "满意度=notApplicable", "标准分"]])
    expect(found(book({ ...given, otherwise: { op: "const", q: "0" } } as Expression))).toEqual([])
  })
})

describe("rows over labels", () => {
  const by = (...all: ReadonlyArray<readonly [ReadonlyArray<string>, string]>) =>
    all.map(([values, q]) => row(Scoring.is("身份", ...values), q))
  test("somebody without any is in no row, somebody with two may be in two", () => {
    const self = book(table(by([["党员"], "100"], [["预备党员"], "80"])))
    expect(found(self)).toEqual([
      ["lint.caseGap", "–", "标准分"],
      ["lint.caseOverlap", "身份=党员+预备党员", "标准分", "100 / 80"],
    ])
  })
  test("classes say whom a table has to provide for", () => {
    const rated = { id: "党员", label: { zh: "党员" }, standing: "rated" as const, cite: cite("2") }
    const only: When = {
      test: "all",
      of: [Scoring.is("身份", "党员"), { test: "not", of: Scoring.is("身份", "预备党员") }],
    }
    const self = book(table([row(Scoring.is("身份", "党员"), "100")]), { classes: [{ ...rated, when: only }] })
    expect(answers(self)).toEqual({ "lint.caseGap": "proven", "lint.caseOverlap": "proven" })
  })
})

test("a table inside a row of another is asked under the conditions of both", () => {
  const inner = table([row(Scoring.on(headcount, { ge: "50" }), "5")])
  const outer = (on: Parameters<typeof Scoring.on>[1]): Expression => ({
    op: "case",
    rows: [{ when: Scoring.on(headcount, on), gives: inner }],
    otherwise: { op: "const", q: "0" },
  })
  expect(found(book(outer({ ge: "60" })))).toEqual([])
  expect(found(book(outer({ ge: "40" })))).toEqual([["lint.caseGap", "人数=40", "标准分"]])
})

test("a table in the worth of a line is asked for the facts of the line", () => {
  const worth = table([row(Scoring.tagged("级别", "县"), "5"), row(Scoring.tagged("级别", "市"), "10")])
  const open = book(Scoring.lines({ acts: [{ ...line("荣誉", "0"), worth }] }))
  expect(found(open)).toEqual([["lint.caseGap", "荣誉", "标准分"]])
  const asked = book(
    Scoring.lines({ acts: [{ ...line("荣誉", "0"), worth, when: Scoring.tagged("级别", "县", "市") }] }),
  )
  expect(found(asked)).toEqual([])
})

test("results that are not printed numbers are tried out", () => {
  const decided = Scoring.only({ kind: "评定", domain: Scoring.domain("分", "3", "9", "1") })
  const given = (gives: Expression) =>
    book(
      table([row(Scoring.on(headcount, { ge: "5" }), "3"), { when: Scoring.on(headcount, { ge: "9" }), gives }], {
        op: "const",
        q: "0",
      }),
    )
  expect(found(given(decided))).toEqual([["lint.caseOverlap", "人数=10、评定=9", "标准分", "3 / fact"]])
})

describe("numbers that are put together of several", () => {
  const sum = Scoring.parts([measure, Scoring.only({ kind: "测评", domain: Scoring.domain("分", "0", "9", "1") })])
  const overSum = (...spans: ReadonlyArray<readonly [Parameters<typeof Scoring.on>[1], string]>) =>
    book(
      table(
        spans.map(([on, q]) => row(Scoring.on(sum, on), q)),
        { op: "const", q: "0" },
      ),
    )
  test("are searched for", () => {
    expect(found(overSum([{ ge: "50" }, "5"], [{ ge: "105" }, "3"])).map(([code, , where]) => [code, where])).toEqual([
      ["lint.caseOverlap", "标准分"],
    ])
    expect(answers(overSum([{ ge: "50" }, "5"], [{ lt: "50" }, "3"]))).toMatchObject({ "lint.caseOverlap": "proven" })
    expect(answers(overSum([{ ge: "50" }, "5"], [{ gt: "109" }, "3"]))).toMatchObject({ "lint.caseOverlap": "proven" })
  })
  test("what a search does not settle is undecided, and said: the best of others", () => {
    const best: Expression = {
      op: "peers",
      e: measure,
      fold: "sum",
      group: null,
      best: "high",
      ties: { keys: [], last: "share", method: "min" },
    }
    const self = book(
      table([row(Scoring.on(best, { ge: "150" }), "5"), row(Scoring.on(best, { ge: "140" }), "3")], {
        op: "const",
        q: "0",
      }),
    )
    expect(answers(self)).toMatchObject({ "lint.caseOverlap": "undecided" })
    expect(Lint.isClean(Lint.lint(self))).toBe(false)
  })
})

describe("terms of validity", () => {
  const term = (when: When, months: number): Validity => ({ when, months, cite: cite("8") })
  const requested = (on: Parameters<typeof Scoring.on>[1]) => Scoring.on({ op: "requested" }, on)
  const account = (values: ReadonlyArray<string>, ...validity: ReadonlyArray<Validity>) =>
    book(Scoring.lines({ id: "记分", acts: values.map((value, index) => line(`条${index}`, value)), validity }))
  test("by size: both hold for a line of the size they share, and for none where no line has it", () => {
    const rows = [term(requested({ ge: "-40", lt: "0" }), 12), term(requested({ le: "-40" }), 24)]
    expect(found(account(["-40", "5"], ...rows))).toEqual([["lint.validityOverlap", "条0", "条0", "24 / 12"]])
    expect(found(account(["-41", "-39", "5"], ...rows))).toEqual([])
    expect(answers(account(["-41", "-39", "5"], ...rows))).toEqual({ "lint.validityOverlap": "proven" })
  })
  test("by size where people decide it", () => {
    const act = Scoring.inRange({
      ...line("诫勉", "0"),
      field: "分值",
      values: Scoring.domain("分", "-50", "-10", "5"),
      by: "党委",
    })
    const rows = [term(requested({ ge: "-40" }), 12), term(requested({ le: "-40" }), 24)]
    expect(found(book(Scoring.lines({ id: "记分", acts: [act], validity: rows })))).toEqual([
      ["lint.validityOverlap", "诫勉=-40", "诫勉", "24 / 12"],
    ])
    const apart = [term(requested({ ge: "-39" }), 12), term(requested({ le: "-41" }), 24)]
    expect(answers(book(Scoring.lines({ id: "记分", acts: [act], validity: apart })))).toEqual({
      "lint.validityOverlap": "proven",
    })
  })
  test("by a tag beside one by size", () => {
    const rows = [term(Scoring.tagged("授予", "国家"), 60), term(requested({ ge: "10" }), 24)]
    const self = account(["10", "3"], ...rows)
    expect(found(self)).toEqual([["lint.validityOverlap", "条0=国家", "条0", "60 / 24"]])
    const [defect] = defectsOf(self)
    if (defect === undefined) throw new Error("nothing found")
    expect(found(Result.getOrThrow(Lint.repair(self, defect)))).toEqual([])
  })
})

test("a table that overlaps is mended so that the first row goes first", () => {
  const self = rows([{ ge: "50" }, "5"], [{ le: "50" }, "3"], [{ gt: "90" }, "8"])
  let mended = self
  for (let round = 0; round < 5; round++) {
    const [defect] = defectsOf(mended)
    if (defect === undefined) break
    mended = Result.getOrThrow(Lint.repair(mended, defect))
  }
  expect(answers(mended)).toEqual({ "lint.caseGap": "proven", "lint.caseOverlap": "proven" })
})

test("the order of the rows changes nothing that is found", () => {
  const all = [
    row(Scoring.is("身份", "党员"), "100"),
    row(Scoring.is("身份", "预备党员"), "80"),
    row(Scoring.on(headcount, { ge: "5" }), "10"),
  ]
  const before = found(book(table(all)))
  expect(before.map(([code]) => code)).toEqual([
    "lint.caseGap",
    "lint.caseOverlap",
    "lint.caseOverlap",
    "lint.caseOverlap",
  ])
  expect(found(book(table([...all].reverse())))).toEqual(before)
})
