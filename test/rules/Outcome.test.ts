import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"
import * as Outcome from "../../src/rules/Outcome.js"
import * as Scoring from "../../src/rules/Scoring.js"
import * as Veto from "../../src/rules/Veto.js"
import { fact, one, several, subject } from "./rating.js"
import { book, cite, levels, line, places, score } from "./sample.js"

// One made-up outcome in which every list holds something.

const classes = [
  { id: "在职", label: { zh: "在职" }, when: Scoring.is("类", "一"), standing: "rated", cite: cite("2") },
] as const

const rules = book(
  Scoring.parts([
    score,
    Scoring.lines({
      id: "记分",
      acts: [line("献血", "4")],
      caps: [
        Scoring.atMost("年限", ["献血"], "year", "10", cite("8")),
        { id: "净限", of: ["献血"], per: "period", on: "net", max: "9", cite: cite("9") },
      ],
    }),
  ]),
  {
    levels,
    classes,
    effects: [
      Veto.barTop({ id: "否优", label: { zh: "事故" }, when: Scoring.happened("事故"), cite: cite("10") }, levels),
    ],
    badges: [{ id: "奉献星", label: { zh: "奉献星" }, when: Scoring.happened("献血"), needs: [], cite: cite("30") }],
    rankings: [
      {
        id: "排名",
        label: { zh: "排名" },
        group: "类",
        ties: { keys: [], last: "share", method: "min" },
        cite: cite("22"),
      },
    ],
  },
)

const full = one(rules, {
  subjects: [subject("甲", { 类: ["一"] })],
  facts: [
    fact("甲", "得分", "2023-05-01", { value: "85" }),
    ...several(3, "甲", "献血", "2023-03"),
    fact("甲", "事故", "2023-06-01"),
    fact("甲", "无人问", "2023-06-01"),
  ],
})

const plain = JSON.parse(JSON.stringify(full)) as Record<string, unknown>
const refused = (input: unknown) => {
  const result = Outcome.document.decode(input)
  return Result.isFailure(result) ? places(result.failure) : "accepted"
}

test("the sample holds something in every list", () => {
  const lists = ["classes", "nodes", "lines", "adjustments", "unread", "effects", "stages", "badges", "places"] as const
  expect(lists.filter((list) => full[list].length === 0)).toEqual([])
  expect(full.lines.flatMap(({ cuts }) => cuts)).toEqual([{ by: "cap", id: "年限", took: { is: "known", q: "2" } }])
  expect(full.adjustments).toMatchObject([{ cap: "净限", bucket: "period", by: { is: "known", q: "-1" } }])
  expect(full.stages).toEqual([
    { stage: "score", to: { is: "level", level: "优秀" } },
    { stage: "effect", by: "否优", to: { is: "level", level: "良好" } },
  ])
})

describe("as a stored document", () => {
  test("it goes through JSON and comes back equal, and shares nothing with what it came from", () => {
    const back = Result.getOrThrow(Outcome.document.decode(plain))
    expect(back).toStrictEqual(full)
    expect(back.lines).not.toBe(plain.lines)
    expect(Result.getOrThrow(Outcome.document.encode(full))).toStrictEqual(full)
    expect(Outcome.document.is(plain)).toBe(true)
  })
  test("every value of the outcome is a value by its schema", () => {
    const is = Schema.is(Outcome.Value)
    expect(full.nodes.every(({ value }) => is(value))).toBe(true)
    expect(full.lines.every(({ requested, granted }) => is(requested) && is(granted))).toBe(true)
  })
  test("an exempt subject has no scores, everybody else all three", () => {
    const { scores, ...rest } = plain as { readonly scores: Record<string, unknown> }
    expect(refused(rest)).toBe("accepted")
    const { rounded: _, ...two } = scores
    expect(refused({ ...rest, scores: two })).toEqual([["document.missing", ["scores", "rounded"]]])
  })
  test.each<[string, object, ReadonlyArray<unknown>]>([
    ["another format", { format: 2 }, [["document.format", ["format"]]]],
    [
      "a score as a number",
      { scores: { ...full.scores, total: { is: "known", q: 94 } } },
      [["document.type", ["scores", "total", "q"]]],
    ],
    [
      "a score that is not canonical",
      { scores: { ...full.scores, total: { is: "known", q: "94.0" } } },
      [["exact.notCanonical", ["scores", "total", "q"]]],
    ],
    [
      "a value of no kind",
      { scores: { ...full.scores, total: { is: "maybe" } } },
      [["document.noVariant", ["scores", "total", "is"]]],
    ],
    [
      "an absence that nobody knows",
      { scores: { ...full.scores, total: { is: "absent", why: "lost" } } },
      [["document.noVariant", ["scores", "total", "why"]]],
    ],
    ["a level without a name", { level: { is: "level", level: "" } }, [["document.value", ["level", "level"]]]],
    ["an unknown key", { note: "x" }, [["document.unexpected", ["note"]]]],
    [
      "a place among half a person",
      { places: [{ ...full.places[0], of: 0.5 }] },
      [["canonical.notSafeInteger", ["places", 0, "of"]]],
    ],
  ])("%s is refused at its place", (_, change, expected) => expect(refused({ ...plain, ...change })).toEqual(expected))
  test("the standard schema and the JSON Schema", () => {
    expect(Outcome.document.standard["~standard"].validate(plain)).toEqual({ value: full })
    expect(Outcome.document.jsonSchema()).toMatchObject({ title: "Outcome", type: "object" })
  })
})

test.each<[unknown, boolean]>([
  [{ is: "known", q: "1/3" }, true],
  [{ is: "between", because: [] }, true],
  [{ is: "between", from: "1", to: "2", because: ["党课"] }, true],
  [{ is: "between", from: 1, because: [] }, false],
  [{ is: "between", from: "1" }, false],
  [{ is: "absent", why: "new" }, true],
  [{ is: "absent", why: "" }, false],
  [{ is: "conflict", code: "rules.gap", params: { value: "1", count: 2 } }, true],
  [{ is: "conflict", code: "rules.gap", params: { value: 0.5 } }, false],
])("the value %j: %s", (value, expected) => expect(Schema.is(Outcome.Value)(value)).toBe(expected))
