/** Told cases of the check of quotas. All books are made up; printed texts stand in `schemes/findings.test.ts`. */
import { describe, expect, test } from "vitest"
import type * as Builder from "../../src/rules/Builder.js"
import type { Quota } from "../../src/rules/Clause.js"
import { check } from "../../src/rules/QuotaCheck.js"
import * as Scoring from "../../src/rules/Scoring.js"
import { answers, banded, defects, repaired } from "./checking.js"
import { book, cite, points, score } from "./sample.js"

const levels = [banded("优", { ge: "90" }), banded("良", { ge: "75", lt: "90" }), banded("差", { lt: "75" })]
const quota = (id: string, level: string, sense: Quota["sense"], share: string, more: Partial<Quota> = {}): Quota => ({
  id,
  levels: [level],
  sense,
  of: { share, round: "floor" },
  group: null,
  cite: cite("12"),
  ...more,
})
const rated = (quotas: ReadonlyArray<Quota>, more: Partial<Builder.Draft> = {}) =>
  book(score, { levels, quotas, ...more })

describe("thresholds", () => {
  test("nobody need be below the line: a population that is all excellent misses the share of the last", () => {
    const [found] = defects(check, rated([quota("末位", "差", "least", "0.1")]), "lint.quotaAgainstThreshold")
    expect([found?.params.where, found?.params.level]).toEqual(["末位", "优"])
    expect(found?.evidence.is === "witness" && found.evidence.shows).toEqual({ quota: "末位" })
  })

  test("all may be above it: a ceiling that moves nobody is passed by all", () => {
    expect(
      defects(check, rated([quota("优秀一般", "优", "noMore", "0.3")]), "lint.quotaAgainstThreshold").map(
        ({ params }) => params.level,
      ),
    ).toEqual(["优"])
  })

  test("a limit moves those behind, so that it is kept; where people decide the grade, they keep to the share", () => {
    expect(answers(check, rated([quota("名额", "优", "most", "0.3")]), "lint.quotaAgainstThreshold")).toEqual([
      "quotas[0] proven",
    ])
    const decided = book(Scoring.decided({ kind: "等次", domain: points() }, "党员大会"), {
      levels,
      quotas: [quota("末位", "差", "least", "0.1")],
    })
    expect(answers(check, decided, "lint.quotaAgainstThreshold")).toEqual(["quotas[0] proven"])
  })

  test("a quota for some is asked of such", () => {
    const among = Scoring.is("类型", "社区")
    const [found] = defects(
      check,
      rated([quota("社区末位", "差", "least", "0.1", { among })]),
      "lint.quotaAgainstThreshold",
    )
    expect(found?.evidence.is === "witness" && found.evidence.input.subjects[0]?.labels).toEqual({ 类型: ["社区"] })
  })
})

describe("quotas among themselves", () => {
  const clash = (...quotas: ReadonlyArray<Quota>) =>
    defects(check, rated(quotas), "lint.quotaAgainstQuota").map(({ params, evidence }) => [params.where, evidence])

  test("more is asked for than may be", () => {
    expect(clash(quota("少", "优", "least", "0.4"), quota("多", "优", "most", "0.3"))).toEqual([
      ["少、多", { is: "bound", found: "0.4", asked: "0.3" }],
    ])
    expect(clash(quota("少", "优", "least", "0.3"), quota("多", "优", "most", "0.3"))).toEqual([])
    expect(clash(quota("少", "优", "least", "0.4", { group: "片区" }), quota("多", "优", "most", "0.3"))).toEqual([])
  })

  test("shares that come to more than all, and ceilings that do not hold all", () => {
    expect(clash(quota("甲", "优", "least", "0.6"), quota("乙", "良", "about", "0.5"))).toEqual([
      ["甲、乙", { is: "bound", found: "1.1", asked: "1" }],
    ])
    expect(
      clash(quota("甲", "优", "noMore", "0.3"), quota("乙", "良", "noMore", "0.3"), quota("丙", "差", "noMore", "0.3")),
    ).toEqual([["甲、乙、丙", { is: "bound", found: "0.9", asked: "1" }]])
  })

  test("in a group of one a share without slack is out of reach: told, not blamed on the text", () => {
    const at = (slack?: string) =>
      answers(
        check,
        rated([quota("约", "优", "about", "0.3", slack === undefined ? {} : { slack })]),
        "lint.quotaAgainstQuota",
      )
    expect(at()).toEqual(["quotas[0].of undecided", "quotas proven"])
    expect(at("1")).toEqual(["quotas[0].of proven", "quotas proven"])
  })

  test("limits on all levels but the last leave the rest in the last", () => {
    const left = (second: string) =>
      defects(
        check,
        rated([quota("甲", "优", "most", "0.3"), quota("乙", "良", "most", second)]),
        "lint.quotaRemainder",
      ).map(({ params }) => [params.found, params.level])
    expect([left("0.5"), left("0.7")]).toEqual([[["0.2", "差"]], []])
    expect(defects(check, rated([quota("甲", "优", "most", "0.3")]), "lint.quotaRemainder")).toEqual([])
  })
})

describe("awards and ties", () => {
  const award = (overQuota?: boolean) => ({
    id: "荣誉",
    label: { zh: "荣誉" },
    when: Scoring.happened("荣誉"),
    atLeast: "优",
    cite: cite("8"),
    ...(overQuota === undefined ? {} : { overQuota }),
  })
  const meeting = { keys: [], last: "meeting" as const, method: "min" as const }

  test("an award that does not say whether it takes a place, above or on a level with a limit", () => {
    const given = rated([quota("名额", "良", "most", "0.3")], { awards: [award()], ties: meeting })
    expect(defects(check, given, "lint.awardAgainstQuota").map(({ params }) => params.where)).toEqual(["荣誉"])
    expect(repaired(check, given, "lint.awardAgainstQuota")).toEqual([])
    expect(
      answers(check, rated([quota("名额", "良", "most", "0.3")], { awards: [award(false)] }), "lint.awardAgainstQuota"),
    ).toEqual(["awards[0] proven"])
    expect(
      answers(check, rated([quota("末位", "差", "least", "0.1")], { awards: [award()] }), "lint.awardAgainstQuota"),
    ).toEqual(["awards[0] proven"])
  })

  test("equals at the cut all fall where nobody wrote what else", () => {
    const given = rated([quota("名额", "优", "most", "0.3")])
    const [found] = defects(check, given, "lint.tiesUnsaid")
    expect(found?.evidence.is === "witness" && [found.evidence.shows, found.evidence.input.subjects.length]).toEqual([
      { level: "良" },
      4,
    ])
    expect(repaired(check, given, "lint.tiesUnsaid")).toEqual([])
    const shared = { keys: [], last: "share" as const, method: "min" as const, cite: cite("13") }
    expect(answers(check, rated([quota("名额", "优", "most", "0.3")], { ties: shared }), "lint.tiesUnsaid")).toEqual([
      "ties proven",
    ])
    const keyed = { keys: [{ e: score, best: "high" as const }], last: "share" as const, method: "min" as const }
    expect(answers(check, rated([quota("名额", "优", "most", "0.3")], { ties: keyed }), "lint.tiesUnsaid")).toEqual([
      "ties proven",
    ])
  })

  test("a ranking that is only published may share its places; places that give points may not without a word", () => {
    const shared = { keys: [], last: "share" as const, method: "min" as const }
    const published = book(score, {
      rankings: [{ id: "名次", label: { zh: "名次" }, group: null, ties: shared, cite: cite("14") }],
    })
    expect(answers(check, published, "lint.tiesUnsaid")).toEqual([])
    const scored = (ties: typeof shared & { cite?: { doc: string; art: string } }) =>
      book(Scoring.rankList(Scoring.place(score, null, "high", ties), ["10"], "0"))
    expect(answers(check, scored(shared), "lint.tiesUnsaid")).toEqual(["total.of.ties refuted"])
    expect(answers(check, scored({ ...shared, cite: cite("15") }), "lint.tiesUnsaid")).toEqual(["total.of.ties proven"])
  })
})
