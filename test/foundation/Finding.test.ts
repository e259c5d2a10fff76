import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"
import * as Finding from "../../src/foundation/Finding.js"

const cite = { title: "中国共产党支部工作条例（试行）", article: 4, standing: "transcription" } as const
const texts = {
  "demo.branchSize": { zh: "党员{members}名，一般不超过{most}名", en: "{members} members, generally at most {most}" },
}
const size: Finding.Deviation<"demo.branchSize"> = {
  code: "demo.branchSize",
  subject: "branch-1",
  params: { members: 51, most: 50 },
  cite,
}

describe("a branch of 51 members (organisation 5)", () => {
  test("一般 makes a warning, not an error; 应当 would make an error, 可以 nothing", () => {
    expect(Finding.of("should", size)).toEqual({ ...size, strength: "should", severity: "warning" })
    expect(Finding.of("must", size)?.severity).toBe("error")
    expect(Finding.of("may", size)).toBe(undefined)
  })
  test("it reads with its subject and its provision", () => {
    const warning = Finding.of("should", size)!
    expect(Finding.say(texts, warning, "zh")).toBe(
      "提醒：branch-1：党员51名，一般不超过50名（《中国共产党支部工作条例（试行）》第四条）",
    )
    expect(Finding.say(texts, { ...warning, coveredBy: "approval-7" }, "en")).toBe(
      "warning: branch-1: 51 members, generally at most 50 (《中国共产党支部工作条例（试行）》, article 4) (approved: approval-7)",
    )
    expect(Finding.sentence(texts, Finding.of("must", { code: "demo.other", params: { n: 1 } })!, "zh")).toBe(
      'demo.other {"n":1}',
    )
  })
  test("a finding without subject and citation holds no such keys", () => {
    expect(Object.keys(Finding.of("must", { code: "demo.other", params: {} })!)).toEqual([
      "code",
      "severity",
      "strength",
      "params",
    ])
  })
})

describe("approval records (a village of 100 members may set up a committee with county approval; organisation 6)", () => {
  const error = Finding.of("must", { code: "demo.committee", subject: "village-1", params: {} })!
  const approval = { id: "approval-7", code: "demo.committee", subject: "village-1" }
  test("the record for code and subject covers; the finding stays on record with its severity", () => {
    const covered = Finding.cover(error, [approval])
    expect(covered).toEqual({ ...error, coveredBy: "approval-7" })
    expect([Finding.isOpen(error), Finding.isOpen(covered)]).toEqual([true, false])
    expect([Finding.verdict([error]), Finding.verdict([covered])]).toEqual(["error", "clear"])
  })
  test.each([
    ["another subject", { ...approval, subject: "village-2" }],
    ["no subject", { id: "approval-7", code: "demo.committee" }],
    ["another code", { ...approval, code: "demo.other" }],
  ])("a record of %s does not cover", (_name, other) => {
    expect(Finding.cover(error, [other])).toEqual(error)
  })
  test("of several records the least id is named, in any order, and a cover is never replaced", () => {
    const records = ["approval-9", "approval-10", "approval-7"].map((id) => ({ ...approval, id }))
    expect(Finding.cover(error, records).coveredBy).toBe("approval-10")
    expect(Finding.cover(error, [...records].reverse()).coveredBy).toBe("approval-10")
    expect(Finding.cover({ ...error, coveredBy: "approval-8" }, records).coveredBy).toBe("approval-8")
  })
})

test("a verdict is the worst that is open", () => {
  const error = Finding.of("must", { code: "demo.a", params: {} })!
  const warning = Finding.of("should", { code: "demo.b", params: {} })!
  expect(Finding.verdict([])).toBe("clear")
  expect(Finding.verdict([warning])).toBe("warning")
  expect(Finding.verdict([warning, error])).toBe("error")
  expect(Finding.verdict([warning, { ...error, coveredBy: "approval-1" }])).toBe("warning")
})

test("open before covered, errors before warnings, then code and subject", () => {
  const of = (strength: "must" | "should", code: string, subject?: string): Finding.Finding =>
    Finding.of(strength, subject === undefined ? { code, params: {} } : { code, subject, params: {} })!
  const sorted = [
    of("must", "demo.b"),
    of("must", "demo.b", "x"),
    of("must", "demo.b", "y"),
    of("should", "demo.a"),
    { ...of("must", "demo.a"), coveredBy: "approval-1" },
    { ...of("should", "demo.a"), coveredBy: "approval-1" },
  ]
  expect(Finding.sort([...sorted].reverse())).toEqual(sorted)
})

describe("together", () => {
  const of = (subject: string | undefined, params: Finding.Finding["params"] = { least: 1 }) =>
    Finding.of("must", { code: "demo.alone", ...(subject === undefined ? {} : { subject }), params })!

  test("findings that differ only in whom they concern are one, with all whom they concern in order", () => {
    const told = Finding.together([of("house-3"), of("house-1"), of("house-2", { least: 2 }), of("house-2")])
    expect(told.map(({ finding, subjects }) => [finding.subject, finding.params, subjects])).toEqual([
      ["house-1", { least: 1 }, ["house-1", "house-2", "house-3"]],
      ["house-2", { least: 2 }, ["house-2"]],
    ])
  })

  test("an approval, a provision or a strength of its own keeps a finding apart", () => {
    const cited = { ...of("house-2"), cite }
    const covered = { ...of("house-3"), coveredBy: "approval-1" }
    const weaker = Finding.of("should", { code: "demo.alone", subject: "house-4", params: { least: 1 } })!
    const told = Finding.together([covered, weaker, cited, of("house-1")])
    expect(told.map(({ subjects }) => subjects)).toEqual([["house-1"], ["house-2"], ["house-4"], ["house-3"]])
  })

  test("a finding that concerns nobody is not lost among those that concern somebody", () => {
    const told = Finding.together([of("house-1"), of(undefined), of("house-2"), of(undefined)])
    expect(told.map(({ finding, subjects }) => [finding.subject, subjects])).toEqual([
      [undefined, []],
      ["house-1", ["house-1", "house-2"]],
    ])
  })

  test("what was found twice of one subject counts once", () => {
    expect(Finding.together([of("house-1"), of("house-2"), of("house-1")])[0]?.subjects).toEqual(["house-1", "house-2"])
  })
})

test("the schema takes what the constructor makes and refuses a severity against its strength", () => {
  const accepts = Schema.is(Finding.Finding)
  const warning = Finding.of("should", size)!
  expect(accepts(warning)).toBe(true)
  expect(accepts({ ...warning, coveredBy: "approval-7" })).toBe(true)
  expect(accepts({ ...warning, severity: "error" })).toBe(false)
  expect(accepts({ ...warning, strength: "may" })).toBe(false)
  expect(accepts({ ...warning, params: { members: 0.5 } })).toBe(false)
  expect(accepts({ ...warning, coveredBy: "" })).toBe(false)
  expect(accepts({ ...warning, cite: { ...cite, article: 0 } })).toBe(false)
})

test("severities and strengths have their names", () => {
  expect(Object.values(Finding.severities).map(({ zh }) => zh)).toEqual(["不符合", "提醒"])
  expect(Object.values(Finding.strengths).map(({ zh }) => zh)).toEqual(["应当", "一般", "可以"])
})
