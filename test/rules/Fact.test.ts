import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as Period from "../../src/foundation/Period.js"
import * as Fact from "../../src/rules/Fact.js"
import { places } from "./sample.js"

// All facts are made up.

const on = CivilDate.parseUnsafe("2023-03-05")
const recordedAt = Coordinate.instantUnsafe(1_678_000_000_000)
const bare: Fact.Fact = { id: "f1", subject: "甲", kind: "献血", on, recordedAt }
const people: ReadonlyArray<Fact.Subject> = [{ id: "甲", labels: { 身份: ["党员"] }, parameters: { 满分: "110" } }]

const reads = <A>(schema: Schema.Codec<A>, value: unknown): boolean =>
  Result.isSuccess(Schema.decodeUnknownResult(schema, { onExcessProperty: "error" })(value))

describe("the schema of a fact", () => {
  const full: Fact.Fact = {
    ...bare,
    until: "open",
    act: "d1",
    values: { 金额: "100", 时长: "1/3" },
    tags: { 星级: "五星" },
    decidedBy: "支委会",
    reason: "会议记录",
    absent: "exempt",
    supersedes: "f0",
    void: true,
    source: "加扣分登记 12",
  }
  test("a bare fact and one with everything", () => {
    expect(Result.getOrThrow(Schema.decodeUnknownResult(Fact.Fact)(JSON.parse(JSON.stringify(full))))).toEqual(full)
    expect(reads(Fact.Fact, bare)).toBe(true)
    expect(reads(Fact.Fact, { ...bare, until: "2023-04-01" })).toBe(true)
  })
  test.each<[string, object]>([
    ["a number that is no text", { values: { 金额: 100 } }],
    ["a number that is not canonical", { values: { 金额: "100.0" } }],
    ["a tag that is no text", { tags: { 星级: 5 } }],
    ["a day that no calendar has", { on: "2023-02-29" }],
    ["an end in words", { until: "running" }],
    ["an instant before time, and one that is no whole millisecond", { recordedAt: 0.5 }],
    ["void that says no", { void: false }],
    ["an absence that nobody knows", { absent: "lost" }],
    ["a blank id", { id: "" }],
    ["an unknown key", { score: "1" }],
  ])("%s is refused", (_, change) => expect(reads(Fact.Fact, { ...bare, ...change })).toBe(false))
})

test("closures, frozen results and subjects", () => {
  const closure: Fact.Closure = { kind: "献血", through: on, recordedAt }
  expect(
    [closure, { ...closure, subject: "甲" }, { ...closure, through: "2023" }].map((one) => reads(Fact.Closure, one)),
  ).toEqual([true, true, false])
  const result: Fact.FrozenResult = {
    book: "b",
    subject: "甲",
    period: Period.yearUnsafe(2022),
    values: { score: "80.5" },
    recordedAt,
  }
  expect(
    [result, { ...result, level: "优秀" }, { ...result, values: { score: 80 } }].map((one) =>
      reads(Fact.FrozenResult, one),
    ),
  ).toEqual([true, true, false])
  const [person] = people
  expect(
    [person, { id: "乙", labels: {} }, { id: "乙", labels: { 身份: "党员" } }].map((one) => reads(Fact.Subject, one)),
  ).toEqual([true, true, false])
})

describe("what a set of facts has wrong", () => {
  test("nothing, where every subject is known and every end follows its beginning", () => {
    const facts = [bare, { ...bare, id: "f2", until: on }, { ...bare, id: "f3", until: "open" as const }]
    expect(Fact.check(people, facts)).toEqual([])
  })
  test("all of it at once, each at its place", () => {
    const facts: ReadonlyArray<Fact.Fact> = [
      { ...bare, subject: "乙" },
      { ...bare, id: "f2", until: CivilDate.parseUnsafe("2023-03-04") },
      { ...bare, id: "f2", kind: "党课" },
      { ...bare, id: "f3", supersedes: "f9" },
    ]
    const faults = Fact.check(people, facts)
    expect(places(faults)).toEqual([
      ["coordinate.idTwice", expect.anything()],
      ["coordinate.supersedesUnknown", expect.anything()],
      ["fact.unknownSubject", [0, "subject"]],
      ["fact.endsBeforeStart", [1, "until"]],
    ])
    expect(faults.at(-1)?.params).toEqual({ on: "2023-03-05", until: "2023-03-04" })
  })
})
