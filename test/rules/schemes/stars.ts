/** Stars of organisations: T1–T4, T8 of incentives §3.2, the badge stars [W31] and [W29], each as far as it is known. */
import type { Expression } from "../../../src/rules/Expression.js"
import type { Rulebook } from "../../../src/rules/Rulebook.js"
import * as Scoring from "../../../src/rules/Scoring.js"
import * as Veto from "../../../src/rules/Veto.js"
import { cite, defect, doubt, entry, grounds, level, partial, percent, points } from "./drafting.js"

const village = Scoring.is("类型", "村")
const community = Scoring.is("类型", "社区")

/**
 * T1 西青 2016. Known: bands and shares; the 100 points by domain only as a total. Villages' share at the bottom is fixed
 * apart with the election and so is not here. Ties and rounding of shares are not said: see `ties` of the cases.
 */
export const xiqing = (last: "share" | "meeting"): Rulebook =>
  partial({
    id: "T1",
    title: "西青区党支部评星定级",
    since: "2016-01-01",
    citation: { issuer: "西青区", number: "津西党组发〔2016〕25号", standing: "transcription" },
    total: entry("考评总分", points("0", "100", "0.1")),
    score: { quantum: "0.1", round: "exact" },
    levels: [
      level("五星", { ge: "95" }),
      level("四星", { ge: "85", le: "94" }),
      level("三星", { ge: "75", le: "84" }),
      level("二星", { ge: "65", le: "74" }),
      level("一星", { ge: "60", le: "64" }),
      level("后进", { lt: "60" }),
    ],
    ties: { keys: [], last, method: "min" },
    quotas: [
      {
        id: "五星名额",
        levels: ["五星"],
        sense: "most",
        of: { share: "0.1", round: "floor" },
        group: null,
        cite: cite("名额"),
      },
      {
        id: "后进社区",
        levels: ["后进"],
        sense: "least",
        of: { share: "0.1", round: "ceiling" },
        among: community,
        group: null,
        cite: cite("名额"),
      },
      {
        id: "后进其他",
        levels: ["后进"],
        sense: "least",
        of: { share: "0.05", round: "ceiling" },
        among: { test: "not", of: { test: "any", of: [community, village] } },
        group: null,
        cite: cite("名额"),
      },
    ],
    notes: [defect("四星", "印成整数段，94.5不属任何星级。"), doubt("五星名额", "并列如何取舍，原文未说。")],
  })

/** The composite of T2 and R1: basic marks less deductions at 70 %, appraisal at 30 %. */
export const composite: Expression = Scoring.weighted([
  {
    w: "0.7",
    e: {
      op: "sum",
      of: [
        { w: "1", e: Scoring.only({ kind: "基础分", domain: points("0", "100") }, { label: { zh: "基础分" } }) },
        { w: "-1", e: Scoring.total({ kind: "扣分", domain: points("0", "100") }, { label: { zh: "扣分" } }) },
      ],
      weights: "free",
      id: "扣后基础分",
    },
  },
  { w: "0.3", e: Scoring.only({ kind: "评议分", domain: points("0", "100") }, { label: { zh: "评议分" } }) },
])

/** The bands that T2, T3 and R1 print. */
export const printedBands = [
  level("五星", { ge: "90" }),
  level("四星", { ge: "80", le: "89" }),
  level("三星", { ge: "70", le: "79" }),
  level("二星", { ge: "60", le: "69" }),
  level("一星", { lt: "60" }),
]

/** T2, a city's notice of 2023. Missing: the basic marks' lines. Ties and rounding are not said. */
export const cityNotice = partial({
  id: "T2",
  title: "某市基层党支部评星定级通知",
  since: "2023-01-01",
  citation: { date: "2023", standing: "transcription" },
  total: composite,
  score: { quantum: "0.1", round: "exact" },
  levels: printedBands,
  quotas: [
    {
      id: "五星名额",
      levels: ["五星"],
      sense: "most",
      of: { share: "0.3", round: "floor" },
      group: null,
      cite: cite("名额"),
    },
  ],
})

/** T3 邹城. The six dimensions are known by number only; the composite is one leaf. */
export const zoucheng = partial({
  id: "T3",
  title: "邹城市党支部评星定级",
  since: "2019-01-01",
  citation: { issuer: "邹城市", standing: "report" },
  total: entry("综合得分", points("0", "100")),
  effects: [Veto.holdAt(grounds("满意率不足60%", Scoring.on(entry("群众满意率", percent("1")), { lt: "60" })), "二星")],
  levels: printedBands,
})

const innovation = Scoring.happened("创新项目", 1)
const total110 = entry("考评总分", points("0", "110"))

/**
 * T4 大路 with the two repairs that C18 names: ends said outright, and ninety without a project falls to the next level.
 * A second condition on a level cannot say “and otherwise the next one down”: it is said on the next level, twice.
 */
export const dalu = partial({
  id: "T4",
  title: "大路分局“五星创评”方案（补正）",
  since: "2018-07-01",
  citation: { issuer: "某市", standing: "transcription", note: "按补正后的分段" },
  total: total110,
  levels: [
    level("五星", { ge: "90" }, innovation),
    level(
      "四星",
      { ge: "80" },
      {
        test: "any",
        of: [Scoring.on(Scoring.reference("考评总分"), { lt: "90" }), { test: "not", of: innovation }],
      },
    ),
    level("三星", { ge: "70", lt: "80" }),
    level("二星", { ge: "60", lt: "70" }),
    level("一星", { lt: "60" }),
  ],
  quotas: (
    [
      ["五星", "0.1"],
      ["四星", "0.3"],
      ["三星", "0.4"],
    ] as const
  ).map(([star, share]) => ({
    id: `${star}约占`,
    levels: [star],
    sense: "about" as const,
    of: { share, round: "halfUp" as const },
    slack: "1",
    group: null,
    cite: cite("比例"),
  })),
  notes: [doubt("五星约占", "“左右”容许多少，原文未说；这里容许一个。")],
})

/**
 * T8 青海 2018. Known: 60 and 40 points, and that six reverse situations are 后进 directly; the grades' bands are not, so
 * all scores are one level.
 */
export const qinghai = partial({
  id: "T8",
  title: "青海省基层党组织堡垒指数",
  since: "2018-06-22",
  citation: { issuer: "青海省", date: "2018-06-22", standing: "report" },
  total: Scoring.parts([entry("共性标准", points("0", "60")), entry("领域标准", points("0", "40"))]),
  effects: [Veto.holdAt(grounds("反向情形", Scoring.happened("反向情形")), "后进")],
  levels: [level("非后进", {}), level("后进", null)],
})

const badgeBook = (
  id: string,
  title: string,
  since: string,
  names: ReadonlyArray<string>,
  first: string | undefined,
): Rulebook =>
  partial({
    id,
    title,
    since,
    citation: { standing: "report" },
    total: Scoring.badgeCount(),
    levels: [5, 4, 3, 2]
      .map((stars) => level(`${stars}星`, { ge: String(stars), le: String(stars) }))
      .concat([level("不足2星", { le: "1" })]),
    badges: names.map((name) => ({
      id: `${name}星`,
      label: { zh: `${name}星` },
      when: Scoring.on(Scoring.only({ kind: name, domain: points("0", "100") }), { ge: "80" }),
      needs: first === undefined || name === first ? [] : [`${first}星`],
      cite: cite(name),
    })),
  })

/** The badge stars of a county's rule of 2014 [W31]: one of five names is known. As many stars as badges are held. */
export const countyBadges = badgeBook(
  "W31",
  "某县五星党支部创建办法",
  "2014-01-01",
  ["班子坚强", "抄本未列名之二", "抄本未列名之三", "抄本未列名之四", "抄本未列名之五"],
  undefined,
)

/** 河南 “五星”支部 [W29]; that 支部过硬 comes first is from memory, and thresholds are those of [W31]. */
export const henanBadges = badgeBook(
  "W29",
  "“五星”支部创建",
  "2022-01-01",
  ["支部过硬", "产业兴旺", "生态宜居", "平安法治", "文明幸福"],
  "支部过硬",
)

/** 淳化 [W42], acceptance of a rectified branch: the score, and more than half dissatisfied fails it. */
export const chunhua = partial({
  id: "W42",
  title: "淳化县软弱涣散基层党组织整顿验收",
  since: "2019-01-01",
  citation: { issuer: "淳化县", standing: "report" },
  total: entry("验收得分", points("0", "100")),
  effects: [Veto.holdAt(grounds("不满意过半", Scoring.on(entry("不满意率", percent("1")), { gt: "50" })), "不合格")],
  levels: [level("合格", { ge: "70" }), level("不合格", { lt: "70" })],
})
