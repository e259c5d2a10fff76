/** Quotas looked back on. Case numbers are those of the domain notes; ids and scores are made up. */
import { describe, expect, test } from "vitest"
import type { Quota } from "../../src/rules/Clause.js"
import type { Ties, When } from "../../src/rules/Expression.js"
import type { Rating } from "../../src/rules/Interpreter.js"
import * as Quotas from "../../src/rules/Quotas.js"
import type { Rulebook } from "../../src/rules/Rulebook.js"
import * as Scoring from "../../src/rules/Scoring.js"
import { fact, rate, stand, subject } from "./rating.js"
import { cite, level, partial, points } from "./schemes/drafting.js"

type Draft = Omit<Quota, "id" | "cite" | "group"> & Partial<Pick<Quota, "id" | "group">>

const quota = ({ id = "名额", group = null, ...rest }: Draft): Quota => ({ id, group, cite: cite("5"), ...rest })

const most = (share: string, levels: Quota["levels"] = ["五星"], more: Partial<Draft> = {}): Draft => ({
  levels,
  sense: "most",
  of: { share, round: "floor" },
  ...more,
})

/** 西青 [W24]: 95 five stars, 85–94 four, 75–84 three, 65–74 two, 60–64 one, below none. */
const stars = (quotas: ReadonlyArray<Draft>, ties: Partial<Ties> = {}): Rulebook =>
  partial({
    id: "试",
    title: "评星办法",
    since: "2016-01-01",
    citation: { standing: "report" },
    total: Scoring.only({ kind: "得分", domain: points("0", "100", "0.5") }),
    score: { quantum: "0.5", round: "exact" },
    levels: [
      level("五星", { ge: "95" }),
      level("四星", { ge: "85", lt: "95" }),
      level("三星", { ge: "75", lt: "85" }),
      level("二星", { ge: "65", lt: "75" }),
      level("一星", { ge: "60", lt: "65" }),
      level("后进", { lt: "60" }),
    ],
    ties: { keys: [], last: "share", method: "min", ...ties },
    quotas: quotas.map(quota),
  })

interface Given {
  readonly scores: ReadonlyArray<string | undefined>
  readonly labels?: (index: number) => Readonly<Record<string, ReadonlyArray<string>>>
}

const idOf = (index: number): string => `支部${String(index + 1).padStart(2, "0")}`

const rated = (book: Rulebook, { scores, labels }: Given): Rating =>
  rate(book, {
    subjects: scores.map((_, index) => subject(idOf(index), labels?.(index))),
    facts: scores.flatMap((value, index) =>
      value === undefined ? [] : [fact(idOf(index), "得分", "2023-12-01", { value })],
    ),
  })

const found = (book: Rulebook, given: Given) =>
  Quotas.findings(book, rated(book, given)).map(({ code, params, subject: group }) => ({
    code: code.slice("quotas.".length),
    ...params,
    ...(group === undefined ? {} : { group }),
  }))

const forty = (...top: ReadonlyArray<string>) => [...top, ...Array<string>(40 - top.length).fill("80")]

describe("C17 西青: forty branches, six at 95 or more, ten per cent", () => {
  const book = stars([most("0.1")])

  test("four places, two drop", () => {
    expect(found(book, { scores: forty("99", "98", "97", "96", "95.5", "95") })).toEqual([
      { code: "crowded", quota: "名额", levels: "五星", places: 4, reached: 6, fell: 2, who: "支部05、支部06" },
    ])
  })

  test("which two is the tie policy's answer: three equal across the cut drop together, and a place stays empty", () => {
    const given = { scores: forty("99", "98", "97", "95", "95", "95") }
    expect(found(book, given)).toEqual([
      { code: "crowded", quota: "名额", levels: "五星", places: 4, reached: 6, fell: 3, who: "支部04、支部05、支部06" },
      { code: "tieDropped", quota: "名额", levels: "五星", places: 4, who: "支部04、支部05、支部06", tied: 3, free: 1 },
    ])
    expect(rated(book, given).outcomes.filter((one) => stand(one) === "五星")).toHaveLength(3)
  })

  test("or wait for the meeting", () => {
    expect(
      found(stars([most("0.1")], { last: "meeting" }), { scores: forty("99", "98", "97", "95", "95", "95", "95") }),
    ).toEqual([
      {
        code: "tieOpen",
        quota: "名额",
        levels: "五星",
        places: 4,
        who: "支部04、支部05、支部06、支部07",
        tied: 4,
        free: 1,
      },
    ])
  })

  test("or are drawn from a published seed: then there is no tie", () => {
    const drawn = stars([most("0.1")], { last: { draw: "抽签" } })
    const scores = forty("99", "98", "97", "95", "95", "95")
    const rating = rate(drawn, {
      subjects: scores.map((_, index) => subject(idOf(index))),
      facts: scores.map((value, index) => fact(idOf(index), "得分", "2023-12-01", { value })),
      seeds: { 抽签: "种子" },
    })
    expect(Quotas.findings(drawn, rating).map(({ code, params }) => [code, params.fell])).toEqual([
      ["quotas.crowded", 2],
    ])
    expect(found(drawn, { scores })[0]).toMatchObject({ code: "tieOpen", tied: 3, free: 1 })
  })

  test("a key decides within equal scores: only those still equal stand across the cut", () => {
    const keys = [{ e: Scoring.parameter("次序", points("0", "9")), best: "high" as const }]
    const keyed = stars([most("0.5")], { keys })
    const scores = ["95", "95", "95", "95"]
    const rating = rate(keyed, {
      subjects: [3, 2, 2, 1].map((of, index) => subject(idOf(index), {}, { 次序: String(of) })),
      facts: scores.map((value, index) => fact(idOf(index), "得分", "2023-12-01", { value })),
    })
    expect(Quotas.findings(keyed, rating).map(({ code, params }) => [code, params.who])).toEqual([
      ["quotas.crowded", "支部02、支部03、支部04"],
      ["quotas.tieDropped", "支部02、支部03"],
    ])
  })

  test("enough places: nothing to say", () => {
    expect(found(book, { scores: forty("99", "98", "97", "96") })).toEqual([])
  })
})

describe("C22 西宋集: prizes of two, four and six seats, each with a floor", () => {
  const prizes = (): Rulebook => ({
    ...stars([]),
    levels: [
      level("一等奖", { ge: "90" }),
      level("二等奖", { ge: "80", lt: "90" }),
      level("三等奖", { ge: "70", lt: "80" }),
      level("其余", { lt: "70" }),
    ],
    quotas: [
      quota({ id: "一等奖席位", levels: ["一等奖"], sense: "most", of: { seats: 2 } }),
      quota({ id: "二等奖席位", levels: ["二等奖"], sense: "most", of: { seats: 4 } }),
      quota({ id: "三等奖席位", levels: ["三等奖"], sense: "most", of: { seats: 6 } }),
    ],
  })

  test("three at ninety or more: the third takes a second prize; of six third seats five stay empty", () => {
    const given = { scores: ["93.5", "91.5", "90.5", "87.5", "86", "72", "60"] }
    expect(rated(prizes(), given).outcomes.map(stand)).toEqual([
      "一等奖",
      "一等奖",
      "二等奖",
      "二等奖",
      "二等奖",
      "三等奖",
      "其余",
    ])
    expect(found(prizes(), given)).toEqual([
      { code: "crowded", quota: "一等奖席位", levels: "一等奖", places: 2, reached: 3, fell: 1, who: "支部03" },
      { code: "placesFree", quota: "三等奖席位", levels: "三等奖", places: 6, reached: 1, free: 5, floor: "[70, 80)" },
      { code: "placesFree", quota: "二等奖席位", levels: "二等奖", places: 4, reached: 3, free: 1, floor: "[80, 90)" },
    ])
  })
})

describe("what is asked for and not there", () => {
  test("nobody below sixty but five per cent are asked for: short, and nobody is moved to fill it", () => {
    const book = stars([{ id: "后进", levels: ["后进"], sense: "least", of: { share: "0.05", round: "ceiling" } }])
    const given = { scores: forty() }
    expect(found(book, given)).toEqual([
      { code: "short", quota: "后进", levels: "后进", places: 2, held: 0, possible: 0, missing: 2 },
    ])
    expect(new Set(rated(book, given).outcomes.map(stand))).toEqual(new Set(["三星"]))
    expect(Quotas.findings(book, rated(book, given))[0]).toMatchObject({ severity: "error", cite: { article: 5 } })
  })

  test("C11 洪洞: eleven of thirty excellent, two of three at the bottom: two violations", () => {
    const book = stars([
      { id: "优秀", levels: ["五星"], sense: "noMore", of: { share: "1/3", round: "floor" } },
      { id: "基本合格以下", levels: ["一星", "后进"], sense: "least", of: { share: "0.1", round: "ceiling" } },
    ])
    const review = (counts: ReadonlyArray<number>) => ({
      scores: counts.flatMap((count, index) => Array<string>(count).fill(["95", "80", "60", "50"][index] ?? "")),
    })
    expect(found(book, review([11, 17, 2, 0]))).toEqual([
      { code: "exceeded", quota: "优秀", levels: "五星", places: 10, held: 11, over: 1 },
      { code: "short", quota: "基本合格以下", levels: "一星、后进", places: 3, held: 2, possible: 2, missing: 1 },
    ])
    expect(found(book, review([10, 17, 3, 0]))).toEqual([])
  })

  test("T4 大路: about ten per cent, missed by how much beyond the slack, on either side", () => {
    const about = (slack: string) =>
      stars([{ levels: ["五星"], sense: "about", of: { share: "0.1", round: "halfUp" }, slack }])
    const at = (five: number, slack = "1") => found(about(slack), { scores: forty(...Array<string>(five).fill("96")) })
    expect(at(7)).toMatchObject([{ code: "aboutMissed", held: 7, due: "4", off: "3", slack: "1", beyond: "2" }])
    expect(at(1)).toMatchObject([{ code: "aboutMissed", held: 1, due: "4", off: "3", slack: "1", beyond: "2" }])
    expect([at(3), at(4), at(5)]).toEqual([[], [], []])
    const book = about("0.5")
    const three = { scores: ["96", "80", "80"] }
    expect(found(book, three)).toMatchObject([{ due: "0.3", off: "0.7", beyond: "0.2" }])
    expect(Quotas.findings(book, rated(book, three))[0]?.severity).toBe("warning")
  })
})

describe("quotas against thresholds, groups and one another", () => {
  test("a group too small for a single place, each group by itself", () => {
    const book = stars([most("0.1", ["五星"], { group: "类型" })])
    const given = {
      scores: ["96", "96", "80", ...Array<string>(10).fill("96")],
      labels: (index: number) => ({ 类型: [index < 3 ? "社区" : "村"] }),
    }
    expect(found(book, given)).toEqual([
      {
        code: "crowded",
        quota: "名额",
        levels: "五星",
        places: 1,
        reached: 10,
        fell: 10,
        who: Array.from({ length: 10 }, (_, index) => idOf(index + 3)).join("、"),
        group: "村",
      },
      {
        code: "crowded",
        quota: "名额",
        levels: "五星",
        places: 0,
        reached: 2,
        fell: 2,
        who: "支部01、支部02",
        group: "社区",
      },
      {
        code: "tieDropped",
        quota: "名额",
        levels: "五星",
        places: 1,
        who: Array.from({ length: 10 }, (_, index) => idOf(index + 3)).join("、"),
        tied: 10,
        free: 1,
        group: "村",
      },
      { code: "tooSmall", quota: "名额", levels: "五星", places: 0, size: 3, share: "0.1", group: "社区" },
    ])
  })

  test("per kind: a bottom share of ten per cent for communities and five for the others (西青)", () => {
    const bottom = (id: string, among: When, share: string): Draft & { readonly among: When } => ({
      id,
      levels: ["后进"],
      sense: "least",
      of: { share, round: "ceiling" },
      among,
    })
    const isCommunity = Scoring.is("类型", "社区")
    const book = stars([
      bottom("社区后进", isCommunity, "0.1"),
      bottom("其他后进", { test: "not", of: isCommunity }, "0.05"),
    ])
    const given = {
      scores: [...Array<string>(11).fill("80"), "50", ...Array<string>(28).fill("80")],
      labels: (index: number) => ({ 类型: [index < 12 ? "社区" : "机关"] }),
    }
    expect(found(book, given)).toEqual([
      { code: "short", quota: "其他后进", levels: "后进", places: 2, held: 0, possible: 0, missing: 2 },
      { code: "short", quota: "社区后进", levels: "后进", places: 2, held: 1, possible: 1, missing: 1 },
    ])
  })

  test("places for which nobody reaches the band", () => {
    expect(found(stars([most("0.1")]), { scores: forty() })).toEqual([
      { code: "placesFree", quota: "名额", levels: "五星", places: 4, reached: 0, free: 4, floor: "[95, ∞)" },
    ])
  })

  test("a share of nought is no small group", () => {
    expect(found(stars([most("0")]), { scores: ["80"] })).toEqual([])
  })

  test("more asked for than the group has, and than another quota lets through", () => {
    const bottom = (seats: number, id = "末位"): Draft => ({ id, levels: ["后进"], sense: "least", of: { seats } })
    expect(found(stars([bottom(5)]), { scores: ["50", "50", "50"] })).toMatchObject([
      { code: "beyondGroup", places: 5, size: 3 },
      { code: "short", missing: 2 },
    ])
    const both = stars([
      { id: "至少", levels: ["五星"], sense: "least", of: { share: "0.3", round: "ceiling" } },
      most("0.2", ["五星"], { id: "至多" }),
    ])
    expect(found(both, { scores: ["99", "98", "97", ...Array<string>(7).fill("80")] })).toMatchObject([
      { code: "againstQuota", quota: "至少", places: 3, limit: "至多", most: 2 },
      { code: "short", quota: "至少", held: 2, missing: 1 },
      { code: "crowded", quota: "至多", who: "支部03" },
    ])
  })

  test("limits on other groups or other levels are not against it", () => {
    const apart = stars([
      { id: "至少", levels: ["五星"], sense: "least", of: { seats: 3 } },
      most("0.1", ["五星"], { id: "分组", group: "类型" }),
      most("0.1", ["四星"], { id: "四星" }),
    ])
    const codes = found(apart, { scores: forty("99", "98"), labels: (index) => ({ 类型: [String(index % 2)] }) })
    expect(codes.filter(({ code }) => code === "againstQuota")).toEqual([])
  })
})

describe("two levels together (五星、四星合计不超过40%)", () => {
  const book = stars([most("0.2", ["五星"], { id: "五星名额" }), most("0.4", ["五星", "四星"], { id: "五星四星合计" })])

  test("the better level first, then the score; who is behind falls to three stars", () => {
    const given = { scores: ["99", "98", "97", "90", "89", "88", "80", "80", "80", "80"] }
    expect(rated(book, given).outcomes.map(stand)).toEqual([
      "五星",
      "五星",
      "四星",
      "四星",
      "三星",
      "三星",
      "三星",
      "三星",
      "三星",
      "三星",
    ])
    expect(found(book, given)).toEqual([
      { code: "crowded", quota: "五星名额", levels: "五星", places: 2, reached: 3, fell: 1, who: "支部03" },
      {
        code: "crowded",
        quota: "五星四星合计",
        levels: "五星、四星",
        places: 4,
        reached: 6,
        fell: 2,
        who: "支部05、支部06",
      },
    ])
  })

  test("five-star holders fall together with the others where they alone are too many", () => {
    const joint = stars([most("0.4", ["四星", "五星"])])
    expect(rated(joint, { scores: ["99", "98", "97", "90", "80"] }).outcomes.map(stand)).toEqual([
      "五星",
      "五星",
      "三星",
      "三星",
      "三星",
    ])
  })

  test("a ceiling on the level does not lift a high score past the better level", () => {
    const held: When = Scoring.is("限", "四星")
    const capped: Rulebook = {
      ...stars([most("0.5", ["五星", "四星"])]),
      effects: [
        {
          id: "限四星",
          label: { zh: "限四星" },
          when: held,
          does: { atMost: "四星" },
          lasts: "period",
          cite: cite("6"),
        },
      ],
    }
    const rating = rated(capped, { scores: ["99", "95"], labels: (index) => ({ 限: [index === 0 ? "四星" : "无"] }) })
    expect(rating.outcomes.map(stand)).toEqual(["三星", "五星"])
  })

  test("equals across the cut wait between their own level and the one below all", () => {
    const waiting = stars([most("0.4", ["五星", "四星"])], { last: "meeting" })
    const given = { scores: ["99", "90", "90", "80", "80"] }
    expect(rated(waiting, given).outcomes.map(stand)).toEqual(["五星", "四星|三星", "四星|三星", "三星", "三星"])
    expect(found(waiting, given)).toMatchObject([{ code: "tieOpen", who: "支部02、支部03", tied: 2, free: 1 }])
    const top = { scores: ["99", "99", "99", "90", "80"] }
    expect(rated(waiting, top).outcomes.map(stand)).toEqual([...Array<string>(3).fill("五星|三星"), "三星", "三星"])
  })
})

describe("what is still open", () => {
  test("by scores that are not yet known, and which facts they wait for", () => {
    const given = { scores: ["96", undefined, "80"] }
    expect(found(stars([most("0.4")]), given)).toEqual([
      { code: "open", quota: "名额", levels: "五星", places: 1, held: 0, possible: 2, waiting: 2 },
      { code: "openFacts", quota: "名额", levels: "五星", places: 1, why: "得分" },
    ])
    expect(found(stars([most("0.7")]), given)).toEqual([])
  })

  test("by who is of the group", () => {
    const among = Scoring.on(Scoring.only({ kind: "党龄", domain: points("0", "80") }), { ge: "1" })
    const book = stars([{ levels: ["五星"], sense: "least", of: { share: "0.5", round: "ceiling" }, among }])
    expect(found(book, { scores: ["96", "80"] })).toEqual([
      { code: "open", quota: "名额", levels: "五星", places: 1, held: 0, possible: 1, waiting: 0 },
      { code: "openGroup", quota: "名额", levels: "五星", places: 1, unsure: 2, who: "支部01、支部02" },
    ])
  })

  test("nobody rated, one, all tied", () => {
    expect(found(stars([most("0.1")]), { scores: [] })).toEqual([])
    expect(found(stars([most("1")]), { scores: ["96"] })).toEqual([])
    expect(found(stars([most("0.5")]), { scores: ["96", "96"] })).toMatchObject([
      { code: "crowded", fell: 2 },
      { code: "tieDropped", tied: 2, free: 1 },
    ])
  })
})
