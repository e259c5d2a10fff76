/** Stars of organisations: T8 of incentives §3.2, T4 repaired, the badge stars [W31] and [W29], each as far as it is known. */
import { DaluStars } from "../../../src/presets/index.js"
import * as Builder from "../../../src/rules/Builder.js"
import type { Rulebook } from "../../../src/rules/Rulebook.js"
import * as Scoring from "../../../src/rules/Scoring.js"
import * as Veto from "../../../src/rules/Veto.js"
import { cite, entry, grounds, level, partial, percent, points } from "./drafting.js"

const innovation = Scoring.happened("创新项目", 1)
/**
 * T4 大路 with the two repairs that C18 names: ends said outright, and ninety without a project falls to the next level.
 * A second condition on a level cannot say “and otherwise the next one down”: it is said on the next level, twice. “About”
 * allows one branch.
 */
export const repairedDalu: Rulebook = Builder.bookUnsafe({
  ...DaluStars.rulebook,
  id: "dalu-stars-repaired",
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
  ].map((each) => ({ ...each, cite: { doc: "方案", art: "星级" } })),
  quotas: DaluStars.rulebook.quotas.map((quota) => ({ ...quota, slack: "1" })),
  notes: [],
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
