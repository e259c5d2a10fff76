/**
 * Counts of democratic appraisals, and the books that score them. Case numbers are those of the domain notes; slips are
 * made up wherever a case gives only its sums.
 */
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Exact from "../../src/foundation/Exact.js"
import * as Rate from "../../src/foundation/Rate.js"
import * as Ballot from "../../src/rules/Ballot.js"
import type { Fact } from "../../src/rules/Fact.js"
import type * as Poll from "../../src/rules/Poll.js"
import type { Rulebook } from "../../src/rules/Rulebook.js"
import * as Scoring from "../../src/rules/Scoring.js"
import { grades, group, poll, scheme, slip, slips } from "./polls.js"
import { fact, instant, node, one, score, stand, subject } from "./rating.js"
import { level, partial, points } from "./schemes/drafting.js"
import * as members from "./schemes/memberPoints.js"

const on = CivilDate.parseUnsafe("2023-12-20")

const counted = (more: Partial<Poll.Poll>) => Ballot.countUnsafe(poll(more))

const factsOf = (count: Ballot.Count, entry: Omit<Ballot.Entry, "on" | "recordedAt">): ReadonlyArray<Fact> =>
  Result.getOrThrow(Ballot.facts(count, { on, recordedAt: instant(0), ...entry }))

const only = (count: Ballot.Count): Ballot.SubjectCount => {
  const [first] = count.subjects
  if (first === undefined) throw new Error("nobody is voted on")
  return first
}

const text = (value: Exact.Exact | string): string => (typeof value === "string" ? value : Exact.text(value))

const votes = ({ all }: Ballot.SubjectCount) => all.grades.map((of) => of.votes)

describe("C14 [W10]: 好 14, 一般 5, 差 1", () => {
  const slipsOf = (subjectId: string) => [
    ...slips(14, "好", { [subjectId]: "好" }),
    ...slips(5, "一般", { [subjectId]: "一般" }),
    ...slips(1, "差", { [subjectId]: "差" }),
  ]
  const count = counted({ slips: slipsOf("甲") })

  test("comes to 93", () => {
    expect(only(count)).toMatchObject({ subject: "甲", score: 93, stands: true })
    expect(votes(only(count))).toEqual([14, 5, 1])
  })

  test("as a fact it is 18.6 of 20 in the book, and 92.6 with a daily 74; the book decides, not the ballot", () => {
    const facts = factsOf(count, { kind: "民主评议" })
    expect(facts).toEqual([
      {
        id: "2023年度/民主评议/甲",
        subject: "甲",
        kind: "民主评议",
        on,
        recordedAt: 0,
        source: "2023年度",
        values: { 好: "14", 一般: "5", 差: "1" },
      },
    ])
    const outcome = one(members.districtBureau, {
      facts: [fact("甲", "日常分", "2023-06-01", { value: "74" }), ...facts],
    })
    expect([node(outcome, "评议分"), score(outcome)]).toEqual(["18.6", "92.6"])
  })

  test("no valid vote is no score, in the count and in the book", () => {
    const blank = counted({ slips: slips(20, "白", { 甲: [] }) })
    expect(only(blank).score).toBe("notApplicable")
    const facts = [fact("甲", "日常分", "2023-06-01", { value: "74" }), ...factsOf(blank, { kind: "民主评议" })]
    expect(score(one(members.districtBureau, { facts }))).toBe("absent notApplicable")
  })
})

describe("validity", () => {
  test("several grades, a mark that is no grade, and a blank are told apart; the same grade twice is one", () => {
    const { all } = only(
      counted({
        slips: [
          slip("一号", { 甲: ["好", "差"] }),
          slip("二号", { 甲: "优" }),
          slip("三号", { 甲: [] }),
          slip("四号", {}),
          slip("五号", { 甲: ["好", "好"] }),
          slip("六号", { 甲: ["优", "好"] }),
        ],
        due: [{ group: "党员", slips: 10 }],
      }),
    )
    expect(all).toEqual({
      due: 10,
      handedIn: 6,
      valid: 1,
      abstained: 2,
      spoiled: { several: 2, unknownGrade: 1, self: 0, limit: 0, slip: 0 },
      grades: [
        { grade: "好", votes: 1 },
        { grade: "一般", votes: 0 },
        { grade: "差", votes: 0 },
      ],
    })
  })

  test("a spoiled vote takes the slip with it where the scheme says so, blanks too", () => {
    const count = counted({
      scheme: scheme({ spoils: "slip" }),
      subjects: ["甲", "乙", "丙"],
      slips: [slip("一号", { 甲: ["好", "差"], 乙: "好", 丙: [] }), slip("二号", { 甲: "好", 乙: "差" })],
    })
    expect(
      count.subjects.map(({ subject: id, all }) => [
        id,
        all.valid,
        all.abstained,
        all.spoiled.several,
        all.spoiled.slip,
      ]),
    ).toEqual([
      ["丙", 0, 1, 0, 1],
      ["乙", 1, 0, 0, 1],
      ["甲", 1, 0, 1, 0],
    ])
  })

  test("names that objects have of themselves are grades and subjects like others", () => {
    const count = counted({
      scheme: scheme({ grades: grades({ constructor: "1", toString: "0.5" }) }),
      subjects: ["hasOwnProperty"],
      slips: [slip("一号", { hasOwnProperty: "constructor" }), slip("二号", { hasOwnProperty: "valueOf" })],
    })
    expect(only(count).all).toMatchObject({ valid: 1, spoiled: { unknownGrade: 1 } })
  })

  test("on oneself: allowed, or spoiled; a blank on oneself is then no vote, neither due nor handed in", () => {
    const given = {
      subjects: ["甲", "乙"],
      slips: [slip("一号", { 甲: "好", 乙: "好" }, { rater: "甲" }), slip("二号", { 甲: "差" }, { rater: "乙" })],
      due: [{ group: "党员", slips: 3 }],
    }
    const at = (self: Poll.Scheme["self"]) =>
      counted({ ...given, scheme: scheme({ self }) }).subjects.map(({ subject: id, all }) => [
        id,
        all.due,
        all.handedIn,
        all.valid,
        all.abstained,
        all.spoiled.self,
      ])
    expect(at("allowed")).toEqual([
      ["乙", 3, 2, 1, 1, 0],
      ["甲", 3, 2, 2, 0, 0],
    ])
    expect(at("spoiled")).toEqual([
      ["乙", 2, 1, 1, 0, 0],
      ["甲", 3, 2, 1, 0, 1],
    ])
    const refused = Ballot.count(poll({ ...given, scheme: scheme({ self: "refused" }) }))
    expect(Result.isFailure(refused) && refused.failure.map(({ code, path }) => [code, path])).toEqual([
      ["poll.self", ["slips", 0, "marks", 0, "subject"]],
    ])
  })

  test("what the base is changes score and shares, and the rate says so", () => {
    const given = {
      slips: [...slips(6, "好", { 甲: "好" }), ...slips(2, "白", { 甲: [] }), ...slips(2, "废", { 甲: ["好", "差"] })],
      due: [{ group: "党员", slips: 12 }],
    }
    const at = (base: Poll.Scheme["base"]) => {
      const { score: of, all } = only(counted({ ...given, scheme: scheme({ base }) }))
      const rate = Ballot.share(all, base, ["好"])
      return [
        text(of),
        `${rate.numerator.amount}/${rate.denominator.amount}`,
        rate.of.zh,
        Rate.percent(rate, 1, "halfUp"),
      ]
    }
    expect((["valid", "validAndAbstained", "handedIn", "due"] as const).map(at)).toEqual([
      ["100", "6/6", "有效票", "100.0%"],
      ["75", "6/8", "有效票和弃权票", "75.0%"],
      ["60", "6/10", "收回票", "60.0%"],
      ["50", "6/12", "应收票", "50.0%"],
    ])
  })
})

describe("limits on one slip", () => {
  const ids = Array.from({ length: 30 }, (_, index) => `党员${String(index + 1).padStart(2, "0")}`)
  const GRADES = ["优秀", "合格", "基本合格", "不合格"]
  const marks = (counts: ReadonlyArray<number>) => {
    const all = counts.flatMap((count, index) => Array<string>(count).fill(GRADES[index] ?? ""))
    return Object.fromEntries(ids.map((id, index) => [id, all[index] ?? []]))
  }
  const limits = (consequence: Poll.Limit["consequence"]): Scheme["limits"] => [
    {
      id: "优秀不超过三分之一",
      grades: ["优秀"],
      sense: "most",
      of: { share: "1/3", round: "floor", base: "asked" },
      consequence,
    },
    {
      id: "基本合格以下不少于十分之一",
      grades: ["基本合格", "不合格"],
      sense: "least",
      of: { share: "0.1", round: "ceiling", base: "asked" },
      consequence,
    },
  ]
  type Scheme = Poll.Scheme
  const hongtong = (consequence: Poll.Limit["consequence"]) =>
    scheme({ grades: grades({ 优秀: "1", 合格: "0.8", 基本合格: "0.6", 不合格: "0" }), limits: limits(consequence) })

  test("C11 洪洞: thirty members, 11/17/2/0 on one slip breaks both shares, 10/17/3/0 neither; the excess is reported", () => {
    const count = counted({
      scheme: hongtong("reported"),
      subjects: ids,
      slips: [slip("一号", marks([11, 17, 2, 0])), slip("二号", marks([10, 17, 3, 0]))],
    })
    expect(count.breaches).toEqual([
      { slip: "一号", limit: "优秀不超过三分之一", sense: "most", found: 11, allowed: 10, consequence: "reported" },
      {
        slip: "一号",
        limit: "基本合格以下不少于十分之一",
        sense: "least",
        found: 2,
        allowed: 3,
        consequence: "reported",
      },
    ])
    expect(count.subjects.every(({ all }) => all.valid === 2)).toBe(true)
    expect(Ballot.findings(count).map(({ code, params }) => [code, params.slip])).toEqual([
      ["ballot.limitLeast", "一号"],
      ["ballot.limitMost", "一号"],
    ])
  })

  test("or the slip is spoiled as a whole", () => {
    const count = counted({
      scheme: hongtong("spoiled"),
      subjects: ids,
      slips: [slip("一号", marks([11, 17, 2, 0])), slip("二号", marks([10, 17, 3, 0]))],
    })
    expect(count.subjects.map(({ all }) => [all.valid, all.spoiled.limit])).toEqual(Array(30).fill([1, 1]))
  })

  test("民主评议: at most a third 优秀 on a slip; probationary members vote and are not graded", () => {
    const graded = ids.slice(0, 21)
    const given = (excellent: number) =>
      Object.fromEntries(graded.map((id, index) => [id, index < excellent ? "优秀" : "合格"]))
    const count = counted({
      scheme: scheme({ grades: hongtong("spoiled").grades, limits: limits("spoiled").slice(0, 1), self: "spoiled" }),
      subjects: graded,
      slips: [
        slip("一号", given(7), { rater: "预备党员甲" }),
        slip("二号", given(8), { rater: "预备党员乙" }),
        slip("三号", { ...given(7), 党员01: [] }, { rater: "党员01" }), // 6 of the twenty others
        slip("四号", { ...given(8), 党员01: [] }, { rater: "党员01之二" }),
      ],
      due: [{ group: "党员", slips: 23 }],
    })
    expect(count.breaches.map(({ slip: id, found, allowed }) => [id, found, allowed])).toEqual([["二号", 8, 7]])
    const first = count.subjects.find(({ subject: id }) => id === "党员01")
    expect(first?.all).toMatchObject({ due: 22, handedIn: 3, valid: 1, abstained: 1, spoiled: { limit: 1 } })
  })

  test("out of those graded: a blank slip breaks no share", () => {
    const half: Poll.Limit = {
      id: "好不过半",
      grades: ["好"],
      sense: "most",
      of: { share: "0.5", round: "floor", base: "graded" },
      consequence: "reported",
    }
    const found = (given: Record<string, string | ReadonlyArray<string>>) =>
      counted({
        scheme: scheme({ limits: [half] }),
        subjects: ["甲", "乙", "丙", "丁"],
        slips: [slip("一号", given)],
      }).breaches.map(({ found: of, allowed }) => [of, allowed])
    expect(found({})).toEqual([])
    expect(found({ 甲: "好", 乙: "差" })).toEqual([])
    expect(found({ 甲: "好", 乙: "差", 丙: "好" })).toEqual([[2, 1]])
  })
})

describe("quorums", () => {
  const at = (handed: number, due: number, received: Poll.Quorum) =>
    counted({
      scheme: scheme({ received }),
      slips: slips(handed, "票", { 甲: "好" }),
      due: [{ group: "党员", slips: due }],
    })

  test("T7: two thirds of those due; below that nothing is known yet, and so says the fact", () => {
    const received: Poll.Quorum = { per: "poll", share: { ge: "2/3" } }
    expect(at(20, 30, received)).toMatchObject({ stands: true, quorums: [{ found: 20, needed: 20, met: true }] })
    const short = at(19, 30, received)
    expect(only(short)).toMatchObject({ stands: false, score: "unknown" })
    expect(short.quorums).toEqual([{ quorum: "received", found: 19, needed: 20, met: false }])
    expect(factsOf(short, { kind: "民主评议" })).toMatchObject([{ subject: "甲", absent: "unknown" }])
    expect(Ballot.findings(short).map(({ code }) => code)).toEqual(["ballot.received"])
  })

  test("more than half is not half", () => {
    const received: Poll.Quorum = { per: "poll", share: { gt: "0.5" } }
    expect(
      [at(15, 30, received), at(16, 30, received), at(16, 31, received)].map(({ quorums: [first] }) => first),
    ).toMatchObject([
      { needed: 16, met: false },
      { needed: 16, met: true },
      { needed: 16, met: true },
    ])
  })

  test("A11 [W52]: a vote needs thirty delegates, whatever the share", () => {
    const received: Poll.Quorum = { per: "poll", share: { ge: "0.5" }, least: 30 }
    expect([29, 30].map((handed) => at(handed, 40, received).stands)).toEqual([false, true])
  })

  test("of each group, and of valid votes on each subject", () => {
    const count = counted({
      scheme: scheme({
        groups: [group("班子", "0.5"), group("群众", "0.5")],
        received: { per: "group", share: { ge: "0.5" } },
        valid: { per: "group", least: 2 },
      }),
      subjects: ["甲", "乙"],
      slips: [
        ...slips(2, "班", { 甲: "好", 乙: "好" }, { group: "班子" }),
        ...slips(2, "群", { 甲: "好", 乙: ["好", "差"] }, { group: "群众" }),
      ],
      due: [
        { group: "班子", slips: 3 },
        { group: "群众", slips: 4 },
      ],
    })
    expect(count.stands).toBe(true)
    expect(count.subjects.map(({ subject: id, stands, score: of }) => [id, stands, of])).toEqual([
      ["乙", false, "unknown"],
      ["甲", true, 100],
    ])
    expect(count.quorums.filter(({ met }) => !met)).toEqual([
      { quorum: "valid", group: "群众", subject: "乙", found: 0, needed: 2, met: false },
    ])
    expect(Ballot.findings(count)).toMatchObject([{ code: "ballot.valid", subject: "乙", params: { group: "群众" } }])
  })
})

describe("rater groups", () => {
  const groups = [group("班子", "0.5"), group("党员", "0.3"), group("群众", "0.2", ["甲"])]
  const given = {
    subjects: ["甲", "乙"],
    slips: [
      ...slips(4, "班", { 甲: "好", 乙: "一般" }, { group: "班子" }),
      ...slips(5, "党", { 甲: "一般", 乙: "差" }),
      ...slips(10, "群", { 甲: "差" }, { group: "群众" }),
    ],
  }

  test("weights: 0.5 × 100 + 0.3 × 80 + 0.2 × 60; where only some vote, their weights are taken in proportion", () => {
    const { subjects } = counted({ ...given, scheme: scheme({ groups }) })
    expect(subjects.map(({ subject: id, score: of }) => [id, of])).toEqual([
      ["乙", Exact.parseUnsafe("72.5")], // (0.5 × 80 + 0.3 × 60) / 0.8
      ["甲", 86],
    ])
    expect(subjects[0]?.groups.map(({ group: id }) => id)).toEqual(["党员", "班子"])
  })

  test("a group without a valid vote leaves the score absent, unless weights are declared to be scaled up", () => {
    const silent = { ...given, slips: given.slips.map((one) => (one.group === "群众" ? { ...one, marks: [] } : one)) }
    const at = (emptyGroup: Poll.Scheme["emptyGroup"]) =>
      counted({ ...silent, scheme: scheme({ groups, emptyGroup }) }).subjects.find(({ subject: id }) => id === "甲")
    expect(at("apart")?.score).toBe("notApplicable")
    expect(at("apart")?.groups.map(({ score: of }) => of)).toEqual([80, 100, "notApplicable"])
    expect(at("reweight")?.score).toEqual(Exact.parseUnsafe("92.5")) // (0.5 × 100 + 0.3 × 80) / 0.8
  })

  test("each group as a kind of its own, weighted by the book", () => {
    const count = counted({ ...given, scheme: scheme({ groups }) })
    const part = (kind: string, w: string) => ({
      w,
      e: Scoring.ballots(
        kind,
        [
          { field: "好", share: "1" },
          { field: "一般", share: "0.8" },
          { field: "差", share: "0.6" },
        ],
        "100",
      ),
    })
    const book = partial({
      id: "试",
      title: "试用办法",
      since: "2020-01-01",
      citation: { standing: "report" },
      total: Scoring.weighted([part("班子票", "0.5"), part("党员票", "0.3"), part("群众票", "0.2")]),
      score: { quantum: "0.1", round: "halfUp" },
    })
    const facts = factsOf(count, { kind: { 班子: "班子票", 党员: "党员票", 群众: "群众票" } })
    expect(facts.map(({ subject: id, kind }) => `${id} ${kind}`)).toEqual([
      "乙 党员票",
      "乙 班子票",
      "甲 党员票",
      "甲 班子票",
      "甲 群众票",
    ])
    expect(score(one(book, { subjects: [subject("甲")], facts }))).toBe("86")
  })

  test("two groups under one kind are two facts, which a node that reads one value refuses to choose between", () => {
    const two = [group("班子", "0.5"), group("党员", "0.5")]
    const count = counted({ ...given, slips: given.slips.slice(0, 9), scheme: scheme({ groups: two }) })
    const facts = factsOf(count, { kind: { 班子: "民主测评", 党员: "民主测评" } })
    expect(facts.map(({ id }) => id)).toEqual([
      "2023年度/民主测评/党员/乙",
      "2023年度/民主测评/班子/乙",
      "2023年度/民主测评/党员/甲",
      "2023年度/民主测评/班子/甲",
    ])
    const vote = Scoring.ballots("民主测评", [{ field: "好", share: "1" }], "100")
    const book = partial({
      id: "试",
      title: "试用办法",
      since: "2020-01-01",
      citation: { standing: "report" },
      total: vote,
    })
    expect(score(one(book, { subjects: [subject("甲")], facts }))).toBe("rules.severalFacts")
  })

  test("names with a stroke make no two facts of one id", () => {
    const ids = (id: string, kind: string, ...rest: ReadonlyArray<string>) => {
      const [first = "甲"] = rest
      return factsOf(counted({ id, subjects: [first], slips: [slip("一号", { [first]: "好" })] }), { kind }).map(
        ({ id: of, source }) => `${of} ${source}`,
      )
    }
    expect(ids("p", "a/b")).toEqual(["p/a~1b/甲 p"])
    expect(ids("p/a", "b")).toEqual(["p~1a/b/甲 p/a"])
    expect(ids("p", "a", "b/甲")).toEqual(["p/a/b~1甲 p"])
    expect(ids("p~1a", "b")).toEqual(["p~01a/b/甲 p~1a"])
  })

  test("a group without a kind, and fields that stand for two things", () => {
    const count = counted({ ...given, scheme: scheme({ groups }) })
    const found = Ballot.facts(count, {
      kind: { 班子: "班子票" },
      on,
      recordedAt: instant(0),
      fields: { abstained: "差", spoiled: "废", notHandedIn: "废" },
    })
    expect(Result.isFailure(found) && found.failure.map(({ code, path }) => [code, path.join(".")])).toEqual([
      ["ballot.noKind", "kind.党员"],
      ["ballot.noKind", "kind.群众"],
      ["ballot.field", "fields.abstained"],
      ["ballot.field", "fields.notHandedIn"],
    ])
  })
})

describe("bands by share", () => {
  const bands: Poll.Scheme["bands"] = [
    { id: "好", label: { zh: "好" }, needs: [{ grades: ["好"], on: { ge: "2/3" } }] },
    {
      id: "较好",
      label: { zh: "较好" },
      needs: [
        { grades: ["好", "一般"], on: { ge: "2/3" } },
        { grades: ["差"], on: { lt: "0.2" } },
      ],
    },
  ]
  const at = (good: number, fair: number, poor: number) =>
    only(
      counted({
        scheme: scheme({ bands }),
        slips: [
          ...slips(good, "好", { 甲: "好" }),
          ...slips(fair, "中", { 甲: "一般" }),
          ...slips(poor, "差", { 甲: "差" }),
        ],
      }),
    ).band

  test("the first band whose shares all fit; exactly two thirds is two thirds; else none", () => {
    expect([at(20, 9, 1), at(19, 10, 1), at(2, 0, 1), at(1, 1, 1), at(1, 7, 2), at(0, 0, 0)]).toEqual([
      "好",
      "较好",
      "好",
      undefined,
      undefined,
      undefined,
    ])
  })
})

test("a band that needs nothing takes what is left, and nobody without a vote", () => {
  const rules = scheme({ bands: [{ id: "其他", label: { zh: "其他" }, needs: [] }] })
  const at = (...slipsOf: ReadonlyArray<Poll.Slip>) =>
    only(counted({ scheme: rules, slips: slipsOf, due: [{ group: "党员", slips: 3 }] })).band
  expect([at(), at(slip("一号", {})), at(slip("一号", { 甲: "差" }))]).toEqual([undefined, undefined, "其他"])
})

test("a blank slip abstains under a limit of sense least too; one that is marked and falls short is spoiled", () => {
  const least: Poll.Limit = {
    id: "差不少于一",
    grades: ["差"],
    sense: "least",
    of: { count: 1 },
    consequence: "spoiled",
  }
  const count = counted({
    scheme: scheme({ limits: [least] }),
    subjects: ["甲", "乙"],
    slips: [slip("一号", {}), slip("二号", { 甲: [], 乙: [] }), slip("三号", { 甲: "好" })],
  })
  expect(count.breaches.map((one) => one.slip)).toEqual(["三号"])
  expect(count.subjects.map(({ all }) => [all.abstained, all.spoiled.limit])).toEqual([
    [2, 1],
    [2, 1],
  ])
})

describe("ballots in the books that use them", () => {
  const four = [
    { field: "好", share: "1" },
    { field: "一般", share: "0.8" },
    { field: "差", share: "0.6" },
  ]
  const vote = Scoring.ballots("民主测评", four, "100", { id: "测评" })
  const leaf = (kind: string) => Scoring.only({ kind, domain: points("0", "100") })
  const book = (id: string, total: Rulebook["total"], more: Partial<Rulebook> = {}) =>
    partial({
      id,
      title: `${id}（只取权重）`,
      since: "2016-01-01",
      citation: { standing: "report" },
      total,
      score: { quantum: "0.01", round: "halfUp" },
      ...(more.levels === undefined ? {} : { levels: more.levels }),
    })
  const facts = [
    ...factsOf(counted({ slips: [...slips(24, "好", { 甲: "好" }), ...slips(6, "一般", { 甲: "一般" })] }), {
      kind: "民主测评",
    }), // 96
    fact("甲", "实绩", "2023-12-01", { value: "90" }),
    fact("甲", "日常", "2023-12-01", { value: "80" }),
  ]

  test("A9 凌河 [W50]: the appraisal enters the leaders' yearly assessment at ten per cent", () => {
    const total = Scoring.weighted([
      { w: "0.1", e: vote },
      { w: "0.9", e: leaf("实绩") },
    ])
    expect(score(one(book("A9", total), { facts }))).toBe("90.6")
  })

  test("A10 [W51]: work seventy and vote thirty per cent", () => {
    const total = Scoring.weighted([
      { w: "0.7", e: leaf("实绩") },
      { w: "0.3", e: vote },
    ])
    expect(score(one(book("A10", total), { facts }))).toBe("91.8")
  })

  test("A11 [W52]: a cadre's targets 50, vote 40, daily 10; an organisation's printed weights come to sixty of a hundred", () => {
    const cadre = Scoring.weighted([
      { w: "0.5", e: leaf("实绩") },
      { w: "0.4", e: vote },
      { w: "0.1", e: leaf("日常") },
    ])
    expect(score(one(book("A11", cadre), { facts }))).toBe("91.4")
    const organisation = Scoring.weighted([
      { w: "0.5", e: vote },
      { w: "0.1", e: leaf("实绩") },
    ])
    expect(score(one(book("A11", organisation), { facts }))).toBe("57")
  })

  test("the committee decides beside the vote [W57]: the level is the decided grade, the vote a node of the outcome", () => {
    const decided = Scoring.decided({ kind: "综合等次", domain: Scoring.domain("等", "1", "2", "1") }, "党委会")
    const total = Scoring.parts([decided, { op: "sum", of: [{ w: "0", e: vote }], weights: "free" }])
    const levels = [level("好", { ge: "2" }), level("较好", { lt: "2" })]
    const outcome = one(book("述职", total, { levels }), {
      facts: [...facts, fact("甲", "综合等次", "2023-12-28", { value: "1" })],
    })
    expect([node(outcome, "测评"), stand(outcome)]).toEqual(["96", "较好"])
  })
})
