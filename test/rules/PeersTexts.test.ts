/** Every fault and finding about peers, as it is raised, in both languages. All input is made up. */
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Exact from "../../src/foundation/Exact.js"
import * as Fault from "../../src/foundation/Fault.js"
import { texts as all } from "../../src/interop/Sentence.js"
import * as Ballot from "../../src/rules/Ballot.js"
import * as Draw from "../../src/rules/Draw.js"
import { texts } from "../../src/rules/PeersTexts.js"
import * as Poll from "../../src/rules/Poll.js"
import * as Quotas from "../../src/rules/Quotas.js"
import * as Ranking from "../../src/rules/Ranking.js"
import * as Scoring from "../../src/rules/Scoring.js"
import { grades, group, poll, scheme, slip, slips } from "./polls.js"
import { fact, instant, rate, subject } from "./rating.js"
import { cite, level, partial, points } from "./schemes/drafting.js"

interface Raised {
  readonly code: string
  readonly params: Fault.Fault["params"]
}

const failures = <A>(result: Result.Result<A, ReadonlyArray<Raised>>): ReadonlyArray<Raised> =>
  Result.isFailure(result) ? result.failure : []

const seed = "二〇二三年度评星抽签密封件第一号"
const entry = { id: "甲", value: Exact.one }

const limit = (id: string, sense: Poll.Limit["sense"], count: number): Poll.Limit => ({
  id,
  grades: ["好"],
  sense,
  of: { count },
  consequence: "reported",
})

const badPoll = poll({
  scheme: scheme({
    grades: grades({ 好: "2", 差: "0" }),
    groups: [group("党员", "0.5"), group("群众", "0.4", ["乙", "丙"])],
    full: "-1",
    self: "refused",
  }),
  subjects: ["甲", "乙", "乙"],
  due: [{ group: "党员", slips: 1 }],
  slips: [
    slip("一号", { 甲: "好" }, { rater: "甲" }),
    {
      ...slip("二号", {}),
      rater: "甲",
      marks: [
        { subject: "乙", grades: [] },
        { subject: "乙", grades: [] },
      ],
    },
    slip("三号", { 甲: "好" }, { group: "群众" }),
  ],
})

const short = Ballot.countUnsafe(
  poll({
    scheme: scheme({
      received: { per: "poll", least: 3 },
      valid: { per: "poll", least: 3 },
      limits: [limit("多", "most", 0), limit("少", "least", 3)],
    }),
    slips: slips(2, "票", { 甲: "好" }),
  }),
)

const book = (quotas: Parameters<typeof partial>[0]["quotas"], last: "share" | "meeting" = "share") =>
  partial({
    id: "试",
    title: "试用办法",
    since: "2020-01-01",
    citation: { standing: "report" },
    total: Scoring.only({ kind: "分", domain: points("0", "10") }),
    levels: [level("上", { ge: "7" }), level("下", { lt: "7" })],
    ties: { keys: [], last, method: "min" },
    ...(quotas === undefined ? {} : { quotas }),
  })

type Size = NonNullable<Parameters<typeof book>[0]>[number]

const quota = (id: string, sense: Size["sense"], of: Size["of"], more: Partial<Size> = {}): Size => ({
  id,
  levels: ["上"],
  sense,
  of,
  group: null,
  cite: cite("5"),
  ...more,
})

const share = (of: string) => ({ share: of, round: "floor" as const })

const quotasOf = (
  scores: ReadonlyArray<number | undefined>,
  last: "share" | "meeting",
  ...quotas: ReadonlyArray<Size>
) => {
  const made = book(quotas, last)
  const rating = rate(made, {
    subjects: scores.map((_, index) => subject(`支部${index}`)),
    facts: scores.flatMap((of, index) =>
      of === undefined ? [] : [fact(`支部${index}`, "分", "2023-06-01", { value: String(of) })],
    ),
  })
  return Quotas.findings(made, rating)
}

const among = Scoring.on(Scoring.only({ kind: "党龄", domain: points("0", "80") }), { ge: "1" })

const raised: ReadonlyArray<Raised> = [
  ...failures(Ranking.rank([entry, { ...entry, keys: [Exact.one] }], Ranking.competition)),
  ...failures(Draw.commit("短")),
  ...Draw.verify({
    commitment: Draw.commitUnsafe(`${seed}二`),
    seed,
    subjects: ["甲", "乙", "丙"],
    order: [...Draw.orderUnsafe(seed, ["甲", "乙", "丁"]).slice(0, 2), "丁", "丁"],
  }),
  ...Poll.check(badPoll),
  ...failures(
    Ballot.facts(short, {
      kind: {},
      on: CivilDate.parseUnsafe("2023-12-20"),
      recordedAt: instant(0),
      fields: { spoiled: "好" },
    }),
  ),
  ...Ballot.findings(short),
  ...quotasOf([9, 9, 8, 1], "share", quota("限", "most", share("0.25")), quota("至少", "least", share("0.5"))),
  ...quotasOf([9, 9, 1], "meeting", quota("限", "most", share("0.4"))),
  ...quotasOf([9, 9, 1], "share", quota("止", "noMore", share("0.4")), quota("左右", "about", share("0.1"))),
  ...quotasOf([1, 1], "share", quota("限", "most", { seats: 1 }), quota("少", "most", share("0.1"))),
  ...quotasOf([1], "share", quota("至少", "least", { seats: 2 })),
  ...quotasOf([9, undefined], "share", quota("至少", "least", share("1"), { among })),
]

const CODES = Object.keys(texts)

describe("what is raised about peers", () => {
  test("every code is raised", () => {
    const found = new Set(raised.map(({ code }) => code))
    expect(CODES.filter((code) => !found.has(code))).toEqual([])
  })

  test.each(raised.map((one) => [one.code, one] as const))("%s fills its sentence in both languages", (code, one) => {
    const [zh, en] = (["zh", "en"] as const).map((language) =>
      Fault.sentence(texts, Fault.make(code, one.params), language),
    )
    expect(zh).toMatch(/\p{Script=Han}/u)
    expect(zh).not.toMatch(/\{\w+\}|undefined/)
    expect(en).not.toMatch(/\{\w+\}|undefined/)
    expect(en).not.toBe(zh)
    expect(all[code]).toEqual(texts[code as keyof typeof texts])
  })
})

test("as a civil servant reads them", () => {
  const [first] = quotasOf([9, 9, 8, 1], "share", quota("五星名额", "most", share("0.5")))
  expect(first === undefined ? "" : Fault.sentence(texts, Fault.make(first.code, first.params), "zh")).toBe(
    "“五星名额”：达到上的有3个，名额2个，1个落到以下等次：支部2",
  )
})
