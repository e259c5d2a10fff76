/** Books that read one another's results; made-up. */
import { describe, expect, test } from "vitest"
import type { Expression, When } from "../../src/rules/Expression.js"
import * as Lint from "../../src/rules/Lint.js"
import type { Rulebook } from "../../src/rules/Rulebook.js"
import * as Scoring from "../../src/rules/Scoring.js"
import { book, level, points, score } from "./sample.js"

const named = (id: string, total: Expression, more: Parameters<typeof book>[1] = {}): Rulebook =>
  book(total, { id, ...more })
const reads = (id: string, node = "score", at: "same" | "previous" = "same") => Scoring.imported(id, node, at, points())
const found = (books: ReadonlyArray<Rulebook>) =>
  Lint.imports(books).defects.map(({ code, subject, params }) => [
    code,
    subject,
    ...["books", "book", "what"].flatMap((key) => params[key] ?? []),
  ])

describe("results of one period that wait for one another", () => {
  test("two books, and three, each circle once", () => {
    const pair = [named("甲", reads("乙")), named("乙", reads("甲"))]
    expect(found(pair)).toEqual([["lint.importCycle", "乙", "乙、甲"]])
    expect(found([...pair].reverse())).toEqual(found(pair))
    const ring = [named("a", reads("b")), named("b", reads("c")), named("c", reads("a")), named("d", reads("a"))]
    expect(found(ring)).toEqual([["lint.importCycle", "a", "a、b、c"]])
  })
  test("a level that a class asks for closes a circle as well", () => {
    const when: When = { test: "level", book: "乙", at: "same", in: ["优"] }
    const classes = [
      { id: "先进", label: { zh: "先进" }, when, standing: "rated" as const, cite: { doc: "办法", art: "2" } },
    ]
    const other = named("乙", reads("甲"), { levels: [level("优", {})] })
    expect(found([named("甲", score, { classes }), other])).toEqual([["lint.importCycle", "乙", "乙、甲"]])
  })
  test("history is no circle, nor is a chain", () => {
    expect(found([named("甲", reads("乙", "score", "previous")), named("乙", reads("甲"))])).toEqual([])
    expect(found([named("甲", reads("乙")), named("乙", reads("丙")), named("丙", score)])).toEqual([])
    const own = named("甲", Scoring.carriedOver("甲", "0.5", points(), "0"))
    expect(found([own])).toEqual([])
    expect(Lint.lint(own).answers).toContainEqual({ code: "lint.importCycle", at: [], answer: "proven" })
  })
  test("a book that waits for itself is found without any other", () => {
    const self = named("甲", reads("甲"))
    expect(Lint.lint(self).defects.map(({ code }) => code)).toContain("lint.importCycle")
    expect(found([self])).toEqual([["lint.importCycle", "甲", "甲"]])
  })
  test("names that every object answers to, and a thousand books in a row", () => {
    expect(found([named("constructor", reads("toString")), named("toString", reads("constructor"))])).toEqual([
      ["lint.importCycle", "constructor", "constructor、toString"],
    ])
    const row = Array.from({ length: 1000 }, (_, index) => named(`b${index}`, reads(`b${(index + 1) % 1000}`)))
    expect(found(row)).toHaveLength(1)
  })
})

describe("what is not there", () => {
  test("a book, a node, a level", () => {
    const level0: When = { test: "level", book: "乙", at: "previous", in: ["优", "良"] }
    const self = named(
      "甲",
      Scoring.parts([
        reads("无", "score"),
        reads("乙", "党建", "previous"),
        reads("乙", "发展"),
        { op: "case", rows: [{ when: level0, gives: score }], otherwise: score },
      ]),
    )
    const other = named("乙", { ...score, id: "党建" } as Expression, { levels: [level("优", {})] })
    expect(found([self, other])).toEqual([
      ["lint.importMissing", "甲", "乙", "发展"],
      ["lint.importMissing", "甲", "乙", "良"],
      ["lint.importMissing", "甲", "无", "–"],
    ])
  })
  test("any version of the other book may have it", () => {
    const versions = [named("乙", score), { ...named("乙", { ...score, id: "党建" } as Expression), version: "2" }]
    expect(found([named("甲", reads("乙", "党建")), ...versions])).toEqual([])
  })
})
