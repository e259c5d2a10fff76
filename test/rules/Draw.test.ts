/** The verifiable draw. Seeds and participants are made up. */
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as Digest from "../../src/foundation/Digest.js"
import * as Draw from "../../src/rules/Draw.js"
import type { Expression } from "../../src/rules/Expression.js"
import * as Scoring from "../../src/rules/Scoring.js"
import { fact, one, subject } from "./rating.js"
import { partial, points } from "./schemes/drafting.js"

const seed = "二〇二三年度评星抽签密封件第一号"
const villages = ["甲村", "乙村", "丙村", "丁村"]
const commitment = Draw.commitUnsafe(seed)
const drawn = Draw.orderUnsafe(seed, villages)
const published: Draw.Published = { commitment, seed, subjects: villages, order: drawn }

const found = (more: Partial<Draw.Published>) =>
  Draw.verify({ ...published, ...more }).map(({ code, path }) => [code, path.join(".")])

const failure = <A>(result: Result.Result<A, ReadonlyArray<Draw.DrawFault>>) =>
  Result.isFailure(result) ? result.failure.map(({ code, path }) => [code, path.join(".")]) : []

describe("commitment", () => {
  test("is the digest of the seed, and tells one seed from another", () => {
    expect(commitment).toBe(Digest.ofUnsafe({ seed }))
    expect(Draw.keeps(commitment, seed)).toBe(true)
    expect(Draw.keeps(commitment, `${seed} `)).toBe(false)
  })

  test("a seed that could be guessed from it is refused", () => {
    expect(failure(Draw.commit("123456789012345"))).toEqual([["draw.seedTooShort", "seed"]])
    expect(Result.isSuccess(Draw.commit("1234567890123456"))).toBe(true)
    expect(Draw.keeps(Digest.ofUnsafe({ seed: "2023" }), "2023")).toBe(false)
  })

  test("a seed without a canonical form is refused at its place", () => {
    expect(failure(Draw.commit(`${"种".repeat(20)}\ud800`))).toEqual([["canonical.loneSurrogate", "seed"]])
  })
})

describe("order", () => {
  test("goes by the digest of seed and id", () => {
    const lot = (id: string): string => Digest.ofUnsafe({ seed, subject: id })
    const byLot = [...villages].sort((a, b) => (lot(a) < lot(b) ? -1 : 1))
    expect(drawn).toEqual(byLot)
  })

  test("nobody, one", () => {
    expect(Draw.orderUnsafe(seed, [])).toEqual([])
    expect(Draw.orderUnsafe(seed, ["甲村"])).toEqual(["甲村"])
  })

  test("all faults at once: whoever stands twice, ids and seeds that are no texts", () => {
    expect(failure(Draw.order("\ud800", ["甲村", "\udc00", "甲村"]))).toEqual([
      ["draw.twice", "subjects.2"],
      ["canonical.loneSurrogate", "seed"],
      ["canonical.loneSurrogate", "subjects.1"],
    ])
  })

  test("is the order that a rulebook's ranking gives equals", () => {
    const ties = { keys: [], last: { draw: "抽签" }, method: "min" } as const
    const total: Expression = Scoring.place(Scoring.only({ kind: "分", domain: points("0", "10") }), null, "high", ties)
    const book = partial({ id: "试", title: "试用办法", since: "2020-01-01", citation: { standing: "report" }, total })
    const at = (id: string) =>
      one(
        book,
        {
          subjects: villages.map((each) => subject(each)),
          facts: villages.map((each) => fact(each, "分", "2023-06-01", { value: "8" })),
          seeds: { 抽签: seed },
        },
        id,
      ).scores?.total
    expect(drawn.map(at)).toEqual(["1", "2", "3", "4"].map((q) => ({ is: "known", q })))
  })
})

describe("reveal", () => {
  test("the seed that was committed to gives the order", () => {
    expect(Result.getOrThrow(Draw.reveal(commitment, seed, villages))).toEqual(drawn)
  })

  test("another seed is refused, with whatever else is wrong", () => {
    expect(failure(Draw.reveal(commitment, "二〇二三年度评星抽签密封件第二号", villages))).toEqual([
      ["draw.seedMismatch", "seed"],
    ])
    expect(failure(Draw.reveal(commitment, "二〇二三年度评星抽签密封件第二号", ["甲村", "甲村"]))).toEqual([
      ["draw.seedMismatch", "seed"],
      ["draw.twice", "subjects.1"],
    ])
  })
})

describe("verify", () => {
  test("a right one has no fault", () => expect(found({})).toEqual([]))

  test("names the first place that differs", () => {
    const [a = "", b = "", c = "", d = ""] = drawn
    expect(Draw.verify({ ...published, order: [a, c, b, d] })).toEqual([
      { code: "draw.misplaced", path: ["order", 1], params: { place: 2, found: c, due: b } },
    ])
    expect(found({ order: [b, a, d, c] })).toEqual([["draw.misplaced", "order.0"]])
  })

  test("another seed than the one committed to", () => {
    const other = "二〇二三年度评星抽签密封件第二号"
    expect(found({ seed: other, order: Draw.orderUnsafe(other, villages) })).toEqual([["draw.seedMismatch", "seed"]])
  })

  test("one missing, one too many, one twice, and where the order first differs", () => {
    expect(found({ order: drawn.slice(0, 3) })).toEqual([["draw.missing", "order"]])
    expect(found({ order: [...drawn, "戊村"] })).toEqual([["draw.stranger", "order.4"]])
    expect(found({ order: [...drawn, drawn[0] ?? ""] })).toEqual([["draw.twice", "order.4"]])
    expect(found({ order: [drawn[0] ?? "", "戊村", ...drawn.slice(2)] })).toEqual([
      ["draw.stranger", "order.1"],
      ["draw.missing", "order"],
      ["draw.misplaced", "order.1"],
    ])
  })

  test("participants who stand twice make the draw itself wrong", () => {
    expect(found({ subjects: [...villages, "甲村"] })).toEqual([["draw.twice", "subjects.4"]])
  })
})
