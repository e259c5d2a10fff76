import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"
import * as Expression from "../../src/rules/Expression.js"
import * as Scoring from "../../src/rules/Scoring.js"
import { cite, line, points, score } from "./sample.js"

const reads = (schema: Schema.Codec<unknown>, value: unknown): boolean =>
  Result.isSuccess(Schema.decodeUnknownResult(schema, { onExcessProperty: "error" })(value))

const when: Expression.When = { test: "is", label: "身份", in: ["党员"] }
const ties: Expression.Ties = { keys: [{ e: score, best: "high" }], last: { draw: "种子" }, method: "dense" }
const by = Scoring.parameter("满分", points())

/** One node of each operator, made up. */
const nodes: Readonly<Record<Expression.Expression["op"], Expression.Expression>> = {
  const: { op: "const", q: "1/3" },
  fact: { op: "fact", kind: "党课", take: "count", where: when, domain: points(null), closedBy: "periodEnd" },
  param: by,
  result: { op: "result", book: "支部", node: "score", at: "previous", domain: points() },
  badges: { op: "badges" },
  field: { op: "field", field: "金额", domain: points(), decidedBy: "支委会" },
  requested: { op: "requested" },
  ref: { op: "ref", to: "总分" },
  sum: {
    op: "sum",
    of: [{ w: "0.5", e: score }],
    weights: "one",
    absent: { unknown: "interval", new: { value: "1" }, exempt: { peersMean: "镇" } },
  },
  min: { op: "min", of: [score] },
  max: { op: "max", of: [score, score] },
  times: { op: "times", by, e: score },
  ratio: { op: "ratio", num: score, den: score, empty: { value: "0" } },
  curve: {
    op: "curve",
    of: score,
    pieces: [{ on: { ge: "1" }, at: "2", slope: "0.5", from: "1", label: { zh: "段" }, cite: cite("1") }],
  },
  acts: Scoring.lines({
    acts: [line("甲", "1", { when, repeat: { class: "甲", times: "2" } })],
    caps: [{ id: "限", of: ["甲"], per: "month", on: "net", min: "-1", max: "1", cite: cite("2") }],
    validity: [{ when, months: 12, cite: cite("3") }],
    suspensions: [{ id: "停", kinds: ["处分"], cite: cite("4") }],
  }),
  over: { op: "over", each: "quarter", e: score, fold: "mean", absent: { notApplicable: "reweight" } },
  peers: { op: "peers", e: score, fold: "rank", group: null, best: "low", ties },
  case: { op: "case", rows: [{ when, gives: score, cite: cite("5") }], otherwise: null },
  round: { op: "round", e: score, mode: "halfEven", step: "0.1" },
}

const whens: ReadonlyArray<Expression.When> = [
  when,
  { test: "tag", tag: "星级", in: [] },
  { test: "level", book: "支部", at: "previous", in: ["五星"] },
  { test: "value", e: score, on: { gt: "1" } },
  { test: "atLeast", n: 2, of: [when, when] },
  { test: "all", of: [] },
  { test: "any", of: [when] },
  { test: "not", of: when },
]

describe("every operator and every condition", () => {
  test.each(Object.entries(nodes))("%s is read, with everything a node may be printed with", (_, node) => {
    const printed = { ...node, id: "节点", label: { zh: "名称" }, cite: cite("1"), full: "100", form: "自拟" }
    expect(
      Result.getOrThrow(Schema.decodeUnknownResult(Expression.Expression)(JSON.parse(JSON.stringify(node)))),
    ).toEqual(node)
    expect(reads(Expression.Expression, printed)).toBe(true)
  })
  test.each(Object.entries(nodes))(
    "%s is refused with another key, another operator, or a part missing",
    (op, node) => {
      expect(reads(Expression.Expression, { ...node, eval: "1" })).toBe(false)
      expect(reads(Expression.Expression, { ...node, op: "eval" })).toBe(false)
      for (const key of Object.keys(node).filter(
        (key) => !["op", "form", "where", "decidedBy", "absent"].includes(key) || (key === "absent" && op === "over"),
      )) {
        const { [key as keyof typeof node]: _, ...rest } = node
        expect([key, reads(Expression.Expression, rest)]).toEqual([key, false])
      }
    },
  )
  test.each(whens.map((one) => [one.test, one] as const))("the test %s", (_, one) => {
    expect(reads(Expression.When, JSON.parse(JSON.stringify(one)))).toBe(true)
    expect(reads(Expression.When, { ...one, test: "否" })).toBe(false)
    for (const key of Object.keys(one)) {
      const { [key as keyof typeof one]: _, ...rest } = one
      expect([key, reads(Expression.When, rest)]).toEqual([key, false])
    }
  })
})

describe("bounds", () => {
  test.each<[string, unknown]>([
    ["the least of nothing", { op: "min", of: [] }],
    ["a curve without a piece", { op: "curve", of: score, pieces: [] }],
    ["months of validity below one", { ...nodes.acts, validity: [{ when, months: 0, cite: cite("3") }] }],
    ["months that are no whole number", { ...nodes.acts, validity: [{ when, months: 1.5, cite: cite("3") }] }],
    ["a blank id", { ...nodes.const, id: "" }],
    ["a multiple of something other than a parameter", { op: "times", by: score, e: score }],
    ["an absence that nobody knows", { ...nodes.sum, absent: { lost: "interval" } }],
    [
      "at least none",
      { op: "case", rows: [{ when: { test: "atLeast", n: 0, of: [] }, gives: score }], otherwise: null },
    ],
  ])("%s is refused", (_, node) => expect(reads(Expression.Expression, node)).toBe(false))

  test("a domain without an upper bound, and one without a lower", () => {
    expect(reads(Expression.Domain, points(null))).toBe(true)
    expect(reads(Expression.Domain, { ...points(), min: null })).toBe(true)
    expect(reads(Expression.Domain, { ...points(), step: null })).toBe(false)
    expect(reads(Expression.Domain, { ...points(), unit: "" })).toBe(false)
  })
  test("ties and clauses", () => {
    expect(reads(Expression.Ties, ties)).toBe(true)
    expect(reads(Expression.Ties, { ...ties, last: { draw: "" } })).toBe(false)
    expect(reads(Expression.Cite, { doc: "办法", art: "" })).toBe(false)
  })
})
