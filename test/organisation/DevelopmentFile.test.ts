import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as Audience from "../../src/foundation/Audience.js"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as DevelopmentFile from "../../src/organisation/DevelopmentFile.js"
import { proofs, steps as rules } from "../../src/presets/MemberRules.js"

// Everything here is made up.
const day = CivilDate.parseUnsafe
const papers = new Map(rules.map(({ step, documents }) => [step, documents]))
let number = 0
const step = (name: string, on: string, more: Partial<DevelopmentFile.FileStep> = {}): DevelopmentFile.FileStep => ({
  id: `s${++number}`,
  on: day(on),
  recordedAt: Coordinate.instantUnsafe(number),
  step: name,
  documents: papers.get(name) ?? [],
  ...more,
})

const way = [
  step("application", "2022-06-01"),
  step("interview", "2022-07-01"),
  step("recommendation", "2022-07-20"),
  step("activist", "2022-08-01"),
  step("mentors", "2022-08-01", { people: ["m1", "m2"] }),
  step("review", "2023-01-20"),
  step("review", "2023-07-30"),
  step("candidate", "2023-08-01"),
  step("sponsors", "2023-08-05", { people: ["m1", "m3"] }),
  step("vetting", "2023-09-01"),
  step("training", "2023-10-01", { days: 2, hours: 16 }),
  step("training", "2023-11-01", { days: 1, hours: 8 }),
  step("preReview", "2023-12-15"),
  step("meeting", "2024-01-10"),
  step("approval", "2024-03-01"),
]

const next = (count: number, on: string) =>
  DevelopmentFile.next(rules, way.slice(0, count), day(on)).map(({ step: name, by, notBefore, overdue }) => [
    name,
    by ?? notBefore ?? "",
    overdue,
  ])
const found = (steps: ReadonlyArray<DevelopmentFile.FileStep>, on: string) =>
  DevelopmentFile.findings(rules, "p1", steps, day(on)).map(({ code, params, severity }) => [
    code.slice(16),
    params.step,
    severity,
  ])

test("a step that was done goes by the rule of its day, one that is open by that of the day asked", () => {
  const changed = rules.flatMap((rule) =>
    rule.step === "interview"
      ? [
          { ...rule, to: day("2024-01-01") },
          { ...rule, id: "file-02b", from: day("2024-01-01"), within: { amount: 10, unit: "day" as const } },
        ]
      : [rule],
  )
  const codes = (steps: ReadonlyArray<DevelopmentFile.FileStep>, on: string) =>
    DevelopmentFile.findings(changed, "p1", steps, day(on)).map(({ code, params }) => [code.slice(16), params.by])
  expect([codes(way.slice(0, 2), "2023-12-31"), codes(way.slice(0, 2), "2026-01-01")]).toEqual([[], []])
  const open = [step("application", "2023-12-15")]
  expect([codes(open, "2023-12-31"), codes(open, "2024-01-01")]).toEqual([[], [["overdue", "2023-12-25"]]])
})

describe("what comes next", () => {
  test("an interview within a month of the application, then the recommendation", () => {
    expect(next(0, "2022-06-01")).toEqual([["application", "", false]])
    expect(next(1, "2022-07-01")).toEqual([["interview", "2022-07-01", false]])
    expect(next(1, "2022-07-02")).toEqual([["interview", "2022-07-01", true]])
    expect(next(2, "2022-07-02")).toEqual([["recommendation", "", false]])
  })

  test("for an activist a review in every half-year, and the candidate not before a year", () => {
    expect(next(5, "2022-08-02")).toEqual([
      ["review", "2023-02-01", false],
      ["candidate", "2023-08-01", false],
    ])
    expect(next(6, "2023-01-21")).toContainEqual(["review", "2023-08-01", false])
    expect(next(7, "2024-01-01")).toContainEqual(["review", "2024-02-01", false])
  })

  test("a year after the vote full membership; nothing is left once that is approved", () => {
    expect(next(15, "2024-03-02")).toEqual([["confirmation", "2025-01-10", false]])
    const done = [...way, step("confirmation", "2025-01-10"), step("confirmationApproval", "2025-02-01")]
    expect(DevelopmentFile.next(rules, done, day("2025-02-02"))).toEqual([])
    expect(found(done, "2025-02-02")).toEqual([])
  })
})

describe("what is found", () => {
  test("nothing in a file that was kept in time", () => expect(found(way, "2024-03-02")).toEqual([]))

  test("late, overdue, too soon, out of order", () => {
    const late = [way[0]!, step("interview", "2022-07-02")]
    expect(found(late, "2022-07-03")).toEqual([["late", "interview", "error"]])
    expect(found([way[0]!], "2022-07-02")).toEqual([["overdue", "interview", "error"]])
    const soon = [...way.slice(0, 7), step("candidate", "2023-07-31")]
    expect(found(soon, "2023-08-01")).toContainEqual(["tooSoon", "candidate", "error"])
    expect(found([way[0]!, way[2]!], "2022-07-21")).toContainEqual(["outOfOrder", "recommendation", "error"])
    expect(found([...way.slice(0, 13), step("meeting", "2024-01-16")], "2024-01-16")).toEqual([
      ["late", "meeting", "warning"],
    ])
  })

  test("every half-year without a review", () => {
    expect(
      found(
        way.filter(({ step: name }) => name !== "review"),
        "2024-03-02",
      ),
    ).toEqual([
      ["leftOut", "review", "error"],
      ["leftOut", "review", "error"],
    ])
    expect(found(way.slice(0, 5), "2023-02-01")).toEqual([])
    expect(found(way.slice(0, 5), "2023-02-02")).toEqual([["leftOut", "review", "error"]])
    expect(found(way.slice(0, 6), "2023-02-02")).toEqual([])
  })

  test("each document that is missing, and an approval that the rule provides for", () => {
    const bare = [{ ...way[0]!, documents: [] }, way[1]!]
    expect(found(bare, "2022-07-02")).toEqual([["noDocument", "application", "error"]])
    const lenient = rules.map((rule) => ({ ...rule, approvedBy: "县委组织部" }))
    const approvals = [{ id: "a", code: "developmentFile.noDocument", subject: "p1" }]
    expect(DevelopmentFile.findings(lenient, "p1", bare, day("2022-07-02"), approvals)[0]?.coveredBy).toBe("a")
  })
})

describe("a file", () => {
  const file = (steps: ReadonlyArray<DevelopmentFile.FileStep>): DevelopmentFile.DevelopmentFile => ({
    format: 1,
    person: "p1",
    steps,
  })

  test("proves mentors, sponsors, vetting, training in all and the pre-review", () => {
    expect(DevelopmentFile.evidence(proofs, way)).toEqual({
      mentors: ["m1", "m2"],
      sponsors: ["m1", "m3"],
      vetted: true,
      training: { days: 3, hours: 24 },
      preReviewedOn: "2023-12-15",
    })
    expect(DevelopmentFile.evidence(proofs, [])).toEqual({
      mentors: [],
      sponsors: [],
      vetted: false,
      training: { days: 0, hours: 0 },
    })
  })

  test("as known at an instant: a step that was corrected counts as it was known then", () => {
    const wrong = step("interview", "2022-08-15")
    const right = step("interview", "2022-06-15", { supersedes: wrong.id })
    const at = (knownAt: number) =>
      found(
        Coordinate.asOf([way[0]!, wrong, right], Coordinate.of(day("2022-09-01"), Coordinate.instantUnsafe(knownAt))),
        "2022-09-01",
      )
    expect([at(wrong.recordedAt), at(right.recordedAt)]).toEqual([[["late", "interview", "error"]], []])
  })

  test("names what no rule knows and what stands twice, and not what a correction replaced", () => {
    const twice = step("interview", "2022-07-01")
    const codes = (steps: ReadonlyArray<DevelopmentFile.FileStep>) =>
      DevelopmentFile.check(rules, file(steps)).map(({ code, path }) => [code, ...path])
    expect(codes(way)).toEqual([])
    expect(codes([way[0]!, way[1]!, twice, step("dance", "2022-07-01")])).toEqual([
      ["developmentFile.stepTwice", "steps", 2, "step"],
      ["developmentFile.unknownStep", "steps", 3, "step"],
    ])
    expect(codes([way[1]!, { ...twice, supersedes: way[1]!.id }])).toEqual([])
    expect(codes([{ ...way[0]!, supersedes: "nothing" }]).map(([code]) => code)).toEqual([
      "coordinate.supersedesUnknown",
    ])
  })

  test("goes through JSON and back, and is for staff and the person concerned", () => {
    const stored = file(way)
    expect(Result.getOrThrow(DevelopmentFile.document.decode(JSON.parse(JSON.stringify(stored))))).toEqual(stored)
    expect(Audience.lint(DevelopmentFile.FileStep)).toEqual([])
    expect(JSON.stringify(Audience.project(DevelopmentFile.FileStep, "public")(way[4]!) ?? {})).not.toMatch(/m1/)
  })
})
