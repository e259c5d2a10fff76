/** What is refused of a poll. All polls are made up. */
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as Poll from "../../src/rules/Poll.js"
import { grades, group, poll, scheme, slip } from "./polls.js"

const found = (more: Partial<Poll.Poll>) => Poll.check(poll(more)).map(({ code, path }) => [code, path.join(".")])

describe("document", () => {
  const full = poll({
    scheme: scheme({
      groups: [group("班子", "0.6"), group("群众", "0.4", ["甲"])],
      limits: [
        {
          id: "优",
          grades: ["好"],
          sense: "most",
          of: { share: "1/3", round: "floor", base: "asked" },
          consequence: "spoiled",
        },
        { id: "差", grades: ["差"], sense: "least", of: { count: 1 }, consequence: "reported" },
      ],
      received: { per: "poll", share: { ge: "2/3" } },
      valid: { per: "group", share: { gt: "0.5" }, least: 3 },
      bands: [{ id: "好", label: { zh: "好" }, needs: [{ grades: ["好"], on: { ge: "2/3" } }] }],
    }),
    subjects: ["甲", "乙"],
    slips: [
      slip("一号", { 甲: "好", 乙: [] }, { group: "班子", rater: "r1" }),
      slip("二号", { 甲: ["好", "差"] }, { group: "群众" }),
    ],
  })

  test("survives JSON", () => {
    const text = JSON.stringify(Result.getOrThrow(Poll.document.encode(full)))
    expect(Result.getOrThrow(Poll.document.decode(JSON.parse(text)))).toEqual(full)
    expect(Poll.document.is(full)).toBe(true)
    expect(Poll.check(full)).toEqual([])
  })

  test("has a JSON Schema and a Standard Schema", async () => {
    expect(Poll.document.jsonSchema()).toMatchObject({ type: "object" })
    expect(await Poll.document.standard["~standard"].validate(full)).toEqual({ value: full })
  })

  test("refuses numbers where exact text is due, and what the whole has wrong", () => {
    const bad = { ...full, scheme: { ...full.scheme, full: 100 } }
    expect(Result.isFailure(Poll.document.decode(bad)) && true).toBe(true)
    const twice = Poll.document.decode({ ...full, slips: [...full.slips, ...full.slips.slice(0, 1)] })
    const codes = Result.isFailure(twice) ? twice.failure.map(({ code }) => code) : []
    expect(codes).toEqual(["poll.moreThanDue", "poll.twice", "poll.raterTwice"])
  })
})

test("ids that stand twice", () => {
  const double = <A>(one: A): ReadonlyArray<A> => [one, one]
  const limit: Poll.Limit = { id: "限", grades: [], sense: "most", of: { count: 1 }, consequence: "reported" }
  expect(
    found({
      scheme: scheme({
        grades: [...grades({ 好: "1" }), ...grades({ 好: "1" })],
        groups: [group("党员", "0.5"), group("党员", "0.5")],
        limits: double(limit),
        bands: double({ id: "档", label: { zh: "档" }, needs: [] }),
      }),
      subjects: ["甲", "甲"],
      due: double({ group: "党员", slips: 2 }),
      slips: [slip("一号", {}), slip("一号", {})],
    }),
  ).toEqual([
    ["poll.twice", "scheme.grades.1.id"],
    ["poll.twice", "scheme.groups.1.id"],
    ["poll.twice", "scheme.limits.1.id"],
    ["poll.twice", "scheme.bands.1.id"],
    ["poll.twice", "subjects.1"],
    ["poll.twice", "due.1.group"],
    ["poll.twice", "slips.1.id"],
  ])
})

test("ids that name nothing", () => {
  expect(
    found({
      scheme: scheme({
        groups: [group("党员", "1", ["丙"])],
        limits: [{ id: "限", grades: ["优"], sense: "most", of: { count: 1 }, consequence: "reported" }],
        bands: [{ id: "档", label: { zh: "档" }, needs: [{ grades: ["好", "优"], on: { ge: "0.5" } }] }],
      }),
      due: [
        { group: "党员", slips: 5 },
        { group: "群众", slips: 5 },
      ],
      slips: [slip("一号", {}, { group: "群众" }), slip("二号", { 丁: "好" })],
    }),
  ).toEqual([
    ["poll.noSuchId", "scheme.groups.0.on.0"],
    ["poll.noSuchId", "scheme.limits.0.grades.0"],
    ["poll.noSuchId", "scheme.bands.0.needs.0.grades.1"],
    ["poll.noSuchId", "due.1.group"],
    ["poll.noSuchId", "slips.0.group"],
    ["poll.noSuchId", "slips.1.marks.0.subject"],
  ])
})

test("weights that do not come to one, and shares that are none (A11 prints 50 % and 10 %)", () => {
  expect(
    found({
      scheme: scheme({
        grades: grades({ 好: "1.1" }),
        groups: [group("测评", "0.5"), group("指标", "0.1"), group("扣", "-0.1")],
        limits: [
          {
            id: "限",
            grades: [],
            sense: "most",
            of: { share: "2", round: "floor", base: "asked" },
            consequence: "reported",
          },
        ],
        received: { per: "poll", share: { ge: "1.5" } },
        valid: { per: "poll", share: { gt: "-1" } },
      }),
    }),
  ).toEqual([
    ["poll.share", "scheme.grades.0.share"],
    ["poll.share", "scheme.groups.2.weight"],
    ["poll.weights", "scheme.groups"],
    ["poll.share", "scheme.limits.0.of.share"],
    ["poll.share", "scheme.received.share.ge"],
    ["poll.share", "scheme.valid.share.gt"],
  ])
})

test("a full mark that is none", () => {
  const at = (full: string) => found({ scheme: scheme({ full }) })
  expect(["-100", "0", "0.5"].map(at)).toEqual([[["poll.full", "scheme.full"]], [["poll.full", "scheme.full"]], []])
})

test("slips due that are missing, and more slips than due", () => {
  expect(found({ due: [] })).toEqual([["poll.noDue", "due"]])
  expect(found({ due: [{ group: "党员", slips: 1 }], slips: [slip("一号", {}), slip("二号", {})] })).toEqual([
    ["poll.moreThanDue", "due.0.slips"],
  ])
})

test("a rater counted twice, a subject marked twice, a vote on whom the group does not vote on", () => {
  const marks = { subject: "甲", grades: ["好"] }
  expect(
    found({
      scheme: scheme({ groups: [group("党员", "0.5"), group("群众", "0.5", ["乙"])] }),
      subjects: ["甲", "乙"],
      slips: [
        slip("一号", { 甲: "好" }, { rater: "r1" }),
        slip("二号", {}, { rater: "r1" }),
        { id: "三号", group: "党员", marks: [marks, marks] },
        slip("四号", { 甲: "好", 乙: "好" }, { group: "群众" }),
        slip("五号", { 甲: [] }, { group: "群众" }),
      ],
    }),
  ).toEqual([
    ["poll.raterTwice", "slips.1.rater"],
    ["poll.markedTwice", "slips.2.marks.1.subject"],
    ["poll.outside", "slips.3.marks.0.subject"],
  ])
})

test("a vote on oneself where the scheme refuses it; a blank is none", () => {
  const own = (marks: Record<string, string | ReadonlyArray<string>>) => [slip("一号", marks, { rater: "甲" })]
  const refusing = scheme({ self: "refused" })
  expect(found({ scheme: refusing, slips: own({ 甲: "好" }) })).toEqual([["poll.self", "slips.0.marks.0.subject"]])
  expect(found({ scheme: refusing, slips: own({ 甲: [] }) })).toEqual([])
  expect(found({ scheme: scheme({ self: "spoiled" }), slips: own({ 甲: "好" }) })).toEqual([])
})
