import { readFileSync } from "node:fs"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Period from "../../src/foundation/Period.js"
import { WendengVillage } from "../../src/presets/index.js"
import * as Builder from "../../src/rules/Builder.js"
import type { Act } from "../../src/rules/Expression.js"
import * as Interpreter from "../../src/rules/Interpreter.js"
import * as Rulebook from "../../src/rules/Rulebook.js"
import * as Scoring from "../../src/rules/Scoring.js"
import * as Span from "../../src/rules/Span.js"
import { director, district, fact, gift, granted, instant, member, rate, score, secretary, verdict } from "./village.js"

const { lines, rulebook } = WendengVillage
const times = (count: number, kind: string, month: string) =>
  Array.from({ length: count }, (_, index) => fact(kind, `2023-${month}-${String(index + 1).padStart(2, "0")}`))
const hours = (value: string) => fact("志愿服务", "2023-04-01", { values: { 时长: value } })

describe("told cases of the village rules", () => {
  const inDistrict = { book: district }

  it("1: a gift of 3000 yuan and one blood donation", () => {
    const facts = [gift("3000"), fact("P-058", "2023-06-01")]
    expect(verdict(rate(facts))).toEqual(["1025", "三星"])
    expect(score(rate(facts, inDistrict))).toBe("1025")
    const line = rate(facts).lines.find(({ act }) => act === "P-053…P-057")
    expect(line?.parts).toEqual([
      { id: "P-053", value: { is: "known", q: "10" } },
      { id: "P-054", value: { is: "known", q: "5" } },
      { id: "P-055", value: { is: "known", q: "0" } },
      { id: "P-056", value: { is: "known", q: "0" } },
      { id: "P-057", value: { is: "known", q: "0" } },
    ])
  })

  it("2: two blood donations, later a gift of 65 yuan", () => {
    const facts = [fact("P-058", "2023-02-01"), fact("P-058", "2023-08-01"), gift("65", "2023-09-01")]
    expect(verdict(rate(facts, { known: "2023-08-31" }))).toEqual(["1020", "二星"])
    expect(verdict(rate(facts))).toEqual(["1020.6", "三星"])
    expect(score(rate(facts, inDistrict))).toBe("1020")
  })

  it("3: 120 volunteer hours and five talks", () => {
    const facts = [hours("70"), hours("50"), ...times(5, "P-034", "03")]
    expect(verdict(rate(facts))).toEqual(["1004", "二星"])
    expect(score(rate(facts, inDistrict))).toBe("1020")
  })

  it("4: helping neighbours by hand and by tractor, and a poor stranger twice by tractor", () => {
    const facts = [...times(4, "P-045", "05"), ...times(3, "P-046", "05"), ...times(2, "P-041", "06")]
    expect(verdict(rate(facts))).toEqual(["1007", "二星"])
    expect(score(rate(facts, inDistrict))).toBe("1000")
  })

  it("7: one meeting missed without reason, another on leave and not made up", () => {
    const facts = [fact("P-128", "2023-03-10"), fact("请假未补课", "2023-04-10")]
    expect(verdict(rate(facts))).toEqual(["993", "二星"])
    expect(score(rate(facts, inDistrict))).toBe("990")
  })

  it("8: a secretary whose branch has five stars, a model village, one colleague in breach, satisfaction 84.9 %", () => {
    const facts = [
      fact("支部星级", "2023-12-20", { tags: { 星级: "五星" } }),
      fact("P-010", "2023-05-01"),
      fact("两委违纪", "2023-07-01", { values: { 人数: "1" } }),
      fact("述廉满意度", "2023-12-01", { values: { 满意度: "84.9" } }),
    ]
    const outcome = rate(facts, { subject: secretary })
    expect(verdict(outcome)).toEqual(["1015", "二星"])
    expect(granted(outcome)).toEqual([
      ["P-010", "20"],
      ["P-108", "-5"],
      ["P-120", "-5"],
      ["P-140", "0"],
      ["P-005", "5"],
    ])
    const enough = facts.map((one) => (one.kind === "述廉满意度" ? { ...one, values: { 满意度: "85" } } : one))
    expect(score(rate(enough, { subject: secretary }))).toBe("1020")
  })

  it("9: two colleagues in breach and dirt found on inspection, for the director and for the secretary", () => {
    const facts = [fact("两委违纪", "2023-07-01", { values: { 人数: "2" } }), fact("P-121", "2023-08-01")]
    expect(verdict(rate(facts, { subject: director }))).toEqual(["989", "一星"])
    expect(verdict(rate(facts, { subject: secretary }))).toEqual(["985", "一星"])
    const both = { id: "甲", labels: { 职务: ["村党组织书记", "村委会主任"] } }
    expect(verdict(rate(facts, { subject: both }))).toEqual(["985", "一星"])
  })

  it("11: direct judgement for refusing to correct, then corrected with a pledge", () => {
    const facts = [fact("P-058", "2023-02-01"), fact("直判三", "2023-06-01"), fact("改正承诺", "2023-09-10")]
    const before = rate(facts, { known: "2023-09-09" })
    expect(verdict(before)).toEqual(["0", "零星"])
    expect(before.scores?.total).toEqual({ is: "known", q: "1010" })
    expect(before.effects.map(({ effect, state }) => [effect, state])).toEqual([["直判三", "holds"]])
    const after = rate(facts)
    expect(verdict(after)).toEqual(["950", "一星"])
    expect(after.effects.map(({ effect, state }) => [effect, state])).toEqual([["直判三", "repaired"]])
  })

  it("11: the other four grounds are not repaired", () => {
    for (const ground of ["直判一", "直判二", "直判四", "直判五"]) {
      expect(verdict(rate([fact(ground, "2023-06-01"), fact("改正承诺", "2023-09-10")]))).toEqual(["0", "零星"])
    }
  })

  it("12: one rescue honoured by township and county, another act honoured by the village", () => {
    const rescue = [fact("P-091", "2023-07-01", { act: "抢险" }), fact("P-089", "2023-09-01", { act: "抢险" })]
    expect(verdict(rate(rescue))).toEqual(["1020", "二星"])
    const facts = [...rescue, fact("P-092", "2023-10-01", { act: "修路" })]
    expect(verdict(rate(facts))).toEqual(["1023", "三星"])
    expect(rate(rescue).lines.find(({ act }) => act === "P-091")?.cuts).toEqual([
      { by: "sameAct", id: "P-089", took: { is: "known", q: "5" } },
    ])
  })

  it("13: bone marrow, a charity, and 10 yuan more; the grade carried into January", () => {
    const facts = [fact("P-059", "2023-02-01"), fact("P-052", "2023-03-01")]
    expect(verdict(rate(facts))).toEqual(["1060", "四星"])
    const more = rate([...facts, gift("10", "2023-12-01")])
    expect(verdict(more)).toEqual(["1060.1", "五星"])
    expect(january("四星")).toBe("1010")
    expect(january("五星")).toBe("1015")
  })

  it("14: a five-star collector who joins clean-government culture six times", () => {
    const collector = fact("任信息采集员", "2023-01-10", { tags: { 星级: "五星" } })
    const outcome = rate([collector, ...times(6, "P-080", "04")])
    expect(verdict(outcome)).toEqual(["1040", "三星"])
    expect(granted(outcome).filter(([act]) => act >= "P-081")).toEqual([
      ["P-081", "0"],
      ["P-084", "30"],
    ])
    expect(january("三星")).toBe("1002")
    expect(january("二星")).toBe("1000")
    expect(score(rate([fact("任信息采集员", "2023-01-10")]))).toBe("1005")
  })
})

/** The district score of 2024 after a village year that closed at a level. */
const january = (level: string): string =>
  score(
    rate([], {
      book: district,
      year: 2024,
      results: [
        {
          book: rulebook.id,
          subject: "甲",
          period: Period.yearUnsafe(2023),
          values: {},
          level,
          recordedAt: instant("2024-01-01"),
        },
      ],
    }),
  )

describe("checkable cases of the scheme", () => {
  it("C1: the grades at their ends", () => {
    const values = Scoring.domain("分", "0", null, "0.1")
    const book = { ...rulebook, total: Scoring.parameter("分", values) }
    const told = [
      ["0", "零星"],
      ["800", "零星"],
      ["800.1", "一星"],
      ["990", "一星"],
      ["990.1", "二星"],
      ["1000", "二星"],
      ["1020", "二星"],
      ["1020.1", "三星"],
      ["1040", "三星"],
      ["1040.1", "四星"],
      ["1060", "四星"],
      ["1060.1", "五星"],
    ] as const
    for (const [points, level] of told) {
      expect(verdict(rate([], { book, subject: { ...member, parameters: { 分: points } } }))).toEqual([points, level])
    }
  })

  it("C2: a task, two blood donations, an absence; then ten yuan", () => {
    const facts = [...times(2, "P-058", "04"), fact("P-015", "2023-05-01"), fact("P-128", "2023-06-01")]
    expect(verdict(rate(facts))).toEqual(["1020", "二星"])
    expect(verdict(rate([...facts, gift("10")]))).toEqual(["1020.1", "三星"])
  })

  it("C3: training counts three times a year", () => {
    expect(score(rate(times(5, "P-034", "03")))).toBe("1003")
    const spread = ["2023-11-01", "2023-12-31", "2024-01-01", "2024-02-01"].map((on) => fact("P-034", on))
    expect(score(rate(spread))).toBe("1002")
    expect(score(rate(spread, { year: 2024 }))).toBe("1002")
  })

  it("C4: helping the poor counts once a month", () => {
    expect(score(rate(times(4, "P-044", "03")))).toBe("1001")
    expect(score(rate([...times(2, "P-044", "01"), ...times(3, "P-044", "02")]))).toBe("1002")
    expect(score(rate([...times(2, "P-044", "01"), ...times(3, "P-045", "01")]))).toBe("1001")
  })

  it("C5: of the hours reached only the highest mark counts", () => {
    expect(score(rate([hours("55")], { book: district }))).toBe("1010")
    expect(score(rate([hours("9.5")], { book: district }))).toBe("1000")
    expect(score(rate([hours("9.5")]))).toBe("1001")
    expect(score(rate([hours("3.5")]))).toBe("1000")
    expect(score(rate([hours("3.5"), hours("0.5")]))).toBe("1001")
  })

  it("C6: one act under two lines counts once, two acts both", () => {
    const told = (...acts: ReadonlyArray<readonly [kind: string, act: string]>) =>
      score(
        rate(
          acts.map(([kind, act]) => fact(kind, "2023-05-01", { act })),
          { subject: secretary },
        ),
      )
    expect(told(["P-102", "a"], ["P-104", "a"])).toBe("950")
    expect(told(["P-001", "a"], ["P-002", "a"])).toBe("1010")
    expect(told(["P-102", "a"], ["P-104", "b"])).toBe("930")
    expect(told(["P-002", "a"], ["P-104", "a"])).toBe("960")
  })

  it("C7: leave not made up, five in the district and two in the village, from one fact", () => {
    const facts = [fact("请假未补课", "2023-04-10")]
    expect(granted(rate(facts))).toEqual([["P-136", "-2"]])
    expect(granted(rate(facts, { book: district }))).toEqual([["P-130", "-5"]])
  })
})

describe("the reading of the lines", () => {
  it("fills the bands of gifts one after the other", () => {
    const told = [
      ["9", "1000"],
      ["10", "1000.1"],
      ["99", "1000.9"],
      ["100", "1001"],
      ["999", "1009"],
      ["1000", "1010"],
      ["1001", "1010"],
      ["1400", "1011"],
      ["5000", "1020"],
      ["5500", "1021"],
      ["10000", "1030"],
      ["10999", "1030"],
      ["11000", "1031"],
      ["20000", "1040"],
      ["1000000", "1040"],
    ] as const
    for (const [yuan, points] of told) expect([yuan, score(rate([gift(yuan)]))]).toEqual([yuan, points])
    expect(score(rate([gift("10.5")]))).toBe("rules.offLattice")
  })

  it("limits gifts to 40 a year in the district alone", () => {
    const facts = [gift("20000", "2023-01-01"), gift("1000", "2023-02-01")]
    expect(score(rate(facts))).toBe("1050")
    expect(score(rate(facts, { book: district }))).toBe("1040")
    expect(score(rate([gift("99")], { book: district }))).toBe("1000")
  })

  it("shows two lines where printed amounts overlap, and grants the larger", () => {
    const found = (yuan: string) => granted(rate([fact("拾金", "2023-03-01", { values: { 金额: yuan } })]))
    expect(found("99")).toEqual([["P-065", "1"]])
    expect(found("100")).toEqual([
      ["P-061", "2"],
      ["P-065", "0"],
    ])
    expect(found("1000")).toEqual([["P-061", "2"]])
    expect(found("1001")).toEqual([["P-062", "3"]])
    expect(found("10000")).toEqual([
      ["P-063", "0"],
      ["P-064", "10"],
    ])
    const income = (yuan: string) => granted(rate([fact("集体增收", "2023-03-01", { values: { 金额: yuan } })]))
    expect(income("5000")).toEqual([["P-077", "2"]])
    expect(income("5001")).toEqual([["P-078", "3"]])
    expect(income("10000")).toEqual([
      ["P-071", "5"],
      ["P-078", "0"],
    ])
  })

  it("grades a project by its investment where it is in farming", () => {
    const project = (amount: string, trade: string) =>
      score(rate([fact("引进项目", "2023-03-01", { values: { 投资额: amount }, tags: { 行业: trade } })]))
    expect(["99.9999", "100", "199.9999", "200", "499.99", "500"].map((amount) => project(amount, "农业"))).toEqual([
      "1005",
      "1010",
      "1010",
      "1020",
      "1020",
      "1050",
    ])
    expect(project("500", "其他")).toBe("1005")
    const farming = { values: { 投资额: "500" }, tags: { 行业: "农业" } }
    expect(granted(rate([fact("引进项目", "2023-03-01", farming)]))).toEqual([
      ["P-017", "0"],
      ["P-020", "50"],
    ])
    expect(score(rate([fact("引进项目", "2023-03-01", { tags: { 行业: "农业" } })]))).toBe("1005–1050")
  })

  it("settles what counts of one deed before caps, so that the larger line may give nothing", () => {
    const culture = times(5, "P-080", "03")
    const deed = [fact("任信息采集员", "2023-04-01", { act: "a" }), fact("P-037", "2023-04-01", { act: "a" })]
    expect(score(rate([...culture, ...deed.slice(1)]))).toBe("1013")
    expect(score(rate([...culture, ...deed]))).toBe("1010")
  })

  it("counts the members of a family each quarter", () => {
    expect(score(rate([fact("P-043", "2023-03-31", { values: { 人数: "4" } })]))).toBe("1004")
  })

  it("holds lines of a sheet to those it is for", () => {
    expect(score(rate([fact("P-128", "2023-03-01")], { subject: director }))).toBe("1000")
    expect(score(rate([fact("P-101", "2023-03-01")]))).toBe("1000")
    expect(rate([fact("P-101", "2023-03-01")]).unread).toHaveLength(1)
    const committee = { id: "甲", labels: { 身份: ["党员"], 职务: ["村两委成员"] } }
    const low = [fact("述廉满意度", "2023-12-01", { values: { 满意度: "80" } })]
    expect(granted(rate(low, { subject: committee }))).toEqual([["P-140", "-5"]])
    expect(granted(rate(low))).toEqual([])
    expect(granted(rate(low, { subject: director }))).toEqual([["P-120", "-5"]])
    const removed = [fact("P-153", "2023-03-01")]
    expect(granted(rate(removed, { subject: director, book: district }))).toEqual([["P-153", "-80"]])
    const neither = { id: "甲", labels: { 职务: ["村两委成员"] } }
    expect(granted(rate(removed, { subject: neither, book: district }))).toEqual([])
  })

  it("counts an act listed in both sheets once", () => {
    for (const [kind, points] of [
      ["缺席廉政教育", "996"],
      ["缺席议事会", "998"],
      ["缺席述廉评议", "998"],
    ] as const) {
      for (const subject of [secretary, director, member]) {
        expect(score(rate([fact(kind, "2023-03-01")], { subject }))).toBe(points)
      }
    }
  })

  it("takes 50, 80 and 100 points for gradings of the district (article 24)", () => {
    expect(score(rate([fact("P-129", "2023-03-01")]))).toBe("950")
    expect(score(rate([fact("P-107", "2023-03-01"), fact("P-123", "2023-04-01")], { subject: secretary }))).toBe("900")
    const graded = (is: string) => score(rate([fact("区级降级", "2023-03-01", { tags: { 级别: is } })]))
    expect(["B", "C", "D", "A"].map(graded)).toEqual(["950", "920", "900", "1000"])
    expect(granted(rate([fact("P-129", "2023-03-01")], { book: district }))).toEqual([])
  })

  it("shows where article 24 and article 29 collide: expulsion takes 80, and is a ground of direct judgement", () => {
    const outcome = rate([fact("P-149", "2023-03-01")])
    expect(outcome.scores?.total).toEqual({ is: "known", q: "920" })
    expect(verdict(outcome)).toEqual(["0", "零星"])
    expect(outcome.effects.map(({ effect }) => effect)).toEqual(["直判一"])
    expect(verdict(rate([fact("P-150", "2023-03-01")]))).toEqual(["0", "零星"])
    expect(verdict(rate([fact("P-150", "2023-03-01")], { subject: director }))).toEqual(["1000", "二星"])
  })

  it("takes any discipline of a member as a ground of direct judgement, and handling short of it as none", () => {
    for (const { id } of lines.filter((line) => line.ladder?.key.endsWith("-discipline") === true)) {
      expect([id, ...verdict(rate([fact(id, "2023-03-01")]))]).toEqual([id, "0", "零星"])
    }
    for (const { id } of lines.filter((line) => line.ladder?.key === "org-handling")) {
      expect([id, ...verdict(rate([fact(id, "2023-03-01")]))]).toEqual([id, "1000", "二星"])
    }
  })

  it("lets an uncorrected breach run on until the year it is put right (article 30)", () => {
    const ran = (until: string) => score(rate([fact("P-101", "2021-05-01", { until })], { subject: secretary }))
    expect(ran("open")).toBe("990")
    expect(ran("2023-01-02")).toBe("990")
    expect(ran("2023-01-01")).toBe("1000")
    expect(verdict(rate([fact("直判五", "2022-05-01", { until: "open" })]))).toEqual(["0", "零星"])
    const open = [fact("直判三", "2022-05-01", { until: "open" }), fact("改正承诺", "2022-09-01")]
    expect(verdict(rate(open))).toEqual(["0", "零星"])
    expect(verdict(rate(open, { year: 2022 }))).toEqual(["940", "一星"])
  })

  it("rates the year to date, and leaves open what the rest of the year may bring", () => {
    const facts = [fact("P-058", "2023-02-01"), fact("直判三", "2023-06-01"), fact("改正承诺", "2023-09-10")]
    const toDate = (to: string) =>
      verdict(
        rate(facts, {
          period: Period.ofUnsafe(CivilDate.parseUnsafe("2023-01-01"), CivilDate.parseUnsafe(to)),
        }),
      )
    expect(toDate("2023-06-01")).toEqual(["1010", "二星"])
    expect(toDate("2023-06-02")).toEqual(["0", "零星"])
    expect(toDate("2023-09-11")).toEqual(["950", "一星"])
    expect(score(rate(facts, { day: "2023-03-01" }))).toBe("0–1011")
    expect(score(rate(facts, { day: "2023-07-01" }))).toBe("0–951")
  })
})

describe("who is rated and placed", () => {
  it("leaves out those of article 28", () => {
    for (const state of ["在校就读", "迁出", "立案未结", "死亡", "其他不参评"]) {
      const outcome = rate([fact("P-058", "2023-03-01")], {
        subject: { id: "甲", labels: { 身份: ["党员"], 状态: [state] } },
      })
      expect([outcome.standing, outcome.level, outcome.scores]).toEqual(["exempt", { is: "none" }, undefined])
    }
  })

  it("grades nobody who is neither member nor cadre", () => {
    const outcome = rate([], { subject: { id: "甲", labels: {} } })
    expect([outcome.standing, outcome.level]).toEqual(["unclassed", { is: "none" }])
  })

  it("ranks cadres apart from members, and lets equals share the place", () => {
    const subjects = [
      { id: "甲", labels: { 身份: ["党员"], 类别: ["党员"] } },
      { id: "乙", labels: { 身份: ["党员"], 类别: ["党员"] } },
      { id: "丙", labels: { 身份: ["党员"], 类别: ["党员"] } },
      { id: "丁", labels: { 职务: ["村委会主任"], 类别: ["村干部"] } },
      { id: "戊", labels: { 身份: ["党员"], 类别: ["党员"], 状态: ["死亡"] } },
    ]
    const { outcomes } = Interpreter.evaluate({
      book: rulebook,
      period: Period.yearUnsafe(2023),
      at: { validAt: CivilDate.parseUnsafe("2023-12-31"), knownAt: instant("2024-01-31") },
      subjects,
      facts: [
        { ...fact("P-058", "2023-03-01"), subject: "甲" },
        { ...fact("P-058", "2023-03-01"), subject: "丙" },
      ],
    })
    const places = outcomes.map(({ subject, places: [place] }) => [
      subject,
      place?.group,
      place?.place,
      place?.of,
      place?.tied,
      place?.open,
    ])
    const at = (q: string) => ({ is: "known", q })
    expect(places).toEqual([
      ["丁", "村干部", at("1"), 1, 1, false],
      ["丙", "党员", at("1"), 3, 2, false],
      ["乙", "党员", at("3"), 3, 1, false],
      ["戊", undefined, undefined, undefined, undefined, undefined],
      ["甲", "党员", at("1"), 3, 2, false],
    ])
  })
})

describe("lines of the village's own", () => {
  const own = (id: string, value: string): Act =>
    Scoring.fixed({ id, kind: id, label: { zh: `自设${id}` }, value, cite: { doc: "办法", art: "第二十三条" } })
  const five = ["a", "b", "c", "d", "e"].map((id) => own(id, "2"))

  it("are at most five of each sign, of at most two points each", () => {
    const filled = Result.getOrThrow(Builder.fill(rulebook, "P-100", five))
    const both = Result.getOrThrow(Builder.fill(filled, "自设扣分", [own("f", "-2")]))
    expect(
      score(rate([fact("a", "2023-03-01"), fact("f", "2023-04-01"), fact("e", "2023-05-01")], { book: both })),
    ).toBe("1002")
    const refused = (slot: string, items: ReadonlyArray<Act>) => Result.isFailure(Builder.fill(rulebook, slot, items))
    expect(refused("P-100", [...five, own("f", "1")])).toBe(true)
    expect(refused("P-100", [own("f", "2.1")])).toBe(true)
    expect(refused("P-100", [own("f", "-1")])).toBe(true)
    expect(refused("自设扣分", [own("f", "1")])).toBe(true)
    expect(refused("自设扣分", [own("f", "-2.1")])).toBe(true)
    const six = ["a", "b", "c", "d", "e", "f"].map((id) => own(id, "-2"))
    expect([refused("自设扣分", six), refused("自设扣分", six.slice(1))]).toEqual([true, false])
    expect(refused("P-100", [own("P-058", "1")])).toBe(true)
  })
})

const LEDGERS = { both: "区村级", village: "村级", district: "区级" }

const signed = (text: string): string => (text.startsWith("-") ? text : `+${text}`)

const worth = (value: WendengVillage.Line["value"]): string => {
  if (typeof value === "string") return signed(value)
  if ("direct" in value) return `降${value.direct}`
  if ("local" in value) return `${value.local.items}条×${value.local.each}`
  const { perUnit, unit, size, range, cap, capPeriod } = value
  const within = range === undefined ? "" : `(${range.join("–")})`
  return `${signed(perUnit)}/${size ?? ""}${unit}${within}${cap === undefined ? "" : `≤${cap}/${capPeriod}`}`
}

/** A line as a row of the table that `printed.txt` holds. */
const row = ({ id, level, value, tier, milestone, ladder, cap, label }: WendengVillage.Line): string =>
  [
    id,
    LEDGERS[level],
    worth(value),
    ...(tier === undefined ? [] : [`${Span.text(tier.on)}${tier.unit}`]),
    ...(milestone === undefined ? [] : [`满${milestone.at}${milestone.unit}`]),
    ...(ladder === undefined ? [] : [`${ladder.key}:${ladder.step}`]),
    ...(cap === undefined
      ? []
      : [`${cap.over.join("、")}≤${cap.max}/${cap.period}${cap.scope === undefined ? "" : `(${cap.scope})`}`]),
    label.zh,
  ].join(" | ")

describe("the data", () => {
  const count = (sheet: string | null, polarity: string) => {
    const all = lines.filter((line) => (sheet === null || line.sheet === sheet) && line.polarity === polarity)
    return [
      all.length,
      ...["both", "village", "district"].map((level) => all.filter((one) => one.level === level).length),
    ]
  }

  it("has the lines of the counts table", () => {
    expect(lines).toHaveLength(149)
    expect(count("村书记村主任", "bonus")).toEqual([14, 12, 2, 0])
    expect(count("村书记村主任", "deduction")).toEqual([27, 25, 0, 2])
    expect(count("农村党员", "bonus")).toEqual([9, 9, 0, 0])
    expect(count("农村党员", "deduction")).toEqual([26, 10, 1, 15])
    expect(count("农村居民", "bonus")).toEqual([73, 36, 28, 9])
    expect(count("农村居民", "deduction")).toEqual([0, 0, 0, 0])
    expect(count(null, "bonus")).toEqual([96, 57, 30, 9])
    expect(count(null, "deduction")).toEqual([53, 35, 1, 17])
  })

  it("says line by line what the table of the transcription says", () => {
    const table = readFileSync(new URL("./printed.txt", import.meta.url), "utf8")
      .trimEnd()
      .split("\n")
    expect(lines.map(row)).toEqual(table)
  })

  it("stands in printed order, each id once", () => {
    const ids = lines.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)].sort())
    expect([ids[0], ids.at(-1)]).toEqual(["P-001", "P-153"])
    expect(ids.filter((id) => ["P-066", "P-067", "P-068", "P-069"].includes(id))).toEqual([])
  })

  it("is labelled in both languages, twins alike", () => {
    for (const { label, id } of lines) {
      expect([id, /\p{Script=Han}/u.test(label.zh), /^[\x20-\x7e“”]+$/.test(label.en ?? "")]).toEqual([id, true, true])
    }
    const byText = new Map<string, Set<string>>()
    for (const { label } of lines) byText.set(label.zh, (byText.get(label.zh) ?? new Set()).add(label.en ?? ""))
    expect([...byText.values()].filter((english) => english.size > 1)).toEqual([])
  })

  it("signs its numbers by polarity", () => {
    for (const { id, polarity, value } of lines) {
      const number = typeof value === "string" ? value : "perUnit" in value ? value.perUnit : undefined
      if (number !== undefined) expect([id, number.startsWith("-")]).toEqual([id, polarity === "deduction"])
    }
  })

  it("names a defect from both sides, and a pair and a shared cap too", () => {
    const byId = new Map(lines.map((line) => [line.id, line]))
    const defects = lines.filter(({ defect }) => defect !== undefined)
    expect(defects).toHaveLength(18)
    for (const { id, defect } of defects) {
      expect([id, byId.get(defect?.with ?? "")?.defect?.with]).toEqual([id, id])
    }
    expect(lines.flatMap(({ id, pair }) => (pair === undefined ? [] : [[id, byId.get(pair)?.pair]]))).toEqual([
      ["P-130", "P-130"],
      ["P-136", "P-136"],
    ])
    for (const { id, cap } of lines) {
      for (const other of cap?.over ?? []) expect([id, byId.get(other)?.cap]).toEqual([id, cap])
    }
  })
})

describe("the rulebook", () => {
  it("survives the way through its document", () => {
    const text = JSON.stringify(Result.getOrThrow(Rulebook.document.encode(rulebook)))
    expect(Result.getOrThrow(Rulebook.document.decode(JSON.parse(text)))).toEqual(rulebook)
    expect(Rulebook.check(rulebook)).toEqual([])
  })

  it("carries every defect, doubt and remark of the lines as a note", () => {
    const of = (kind: string) => rulebook.notes.filter((note) => note.kind === kind && note.on.startsWith("P-"))
    expect([of("defect").length, of("doubt").length, of("remark").length]).toEqual([18, 32, 33])
    expect(
      of("defect")
        .map(({ code }) => code)
        .sort(),
    ).toEqual([
      ...Array.from({ length: 4 }, () => "lint.lineContradiction"),
      ...Array.from({ length: 6 }, () => "lint.lineOverlap"),
      ...Array.from({ length: 8 }, () => "lint.lineTwice"),
    ])
    expect(rulebook.notes.filter(({ text }) => text.en === undefined)).toEqual([])
    expect(rulebook.notes.find(({ on, kind }) => on === "P-061" && kind === "defect")).toMatchObject({
      with: "P-065",
      code: "lint.lineOverlap",
    })
    expect(rulebook.notes.filter(({ on }) => on.startsWith("第")).map(({ on }) => on)).toEqual([
      "第十三条",
      "第二十一条",
      "第二十九条",
      "第三十条",
      "第三十三条",
    ])
  })

  it("holds every line of the village once, with its own label and clause", () => {
    const { acts } = WendengVillage.acts("village")
    const parts = ["P-053", "P-054", "P-055", "P-056", "P-057", "P-033"]
    const found = [...acts.map(({ id }) => id), ...parts, "P-100"].filter((id) => /^P-\d{3}$/.test(id))
    const due = lines.filter(
      ({ level, value }) => level !== "district" || (typeof value === "object" && "direct" in value),
    )
    expect(found.sort()).toEqual(due.map(({ id }) => id))
    for (const line of due.filter(({ id }) => id !== "P-100" && id !== "P-033")) {
      expect(Rulebook.labelOf(rulebook, line.id)).toEqual(line.label)
      expect(Rulebook.citeOf(rulebook, line.id)).toEqual({ doc: "办法", art: line.id })
    }
    expect(acts.filter(({ cite, label }) => cite.art === "" || label.en === undefined)).toEqual([])
  })

  it("holds every line of the district that is a matter of points", () => {
    const { acts, caps } = WendengVillage.acts("district")
    const parts = ["P-053", "P-054", "P-055", "P-056"]
    const found = [...acts.map(({ id }) => id), ...parts].filter((id) => /^P-\d{3}$/.test(id))
    const due = lines.filter(
      ({ level, value, milestone }) =>
        level !== "village" && milestone === undefined && !(typeof value === "object" && "direct" in value),
    )
    expect(found.sort()).toEqual(due.map(({ id }) => id))
    expect(caps.map(({ of, per, max }) => [of, per, max])).toEqual([
      [["P-053…P-056"], "year", "40"],
      [["P-080", "P-081"], "year", "10"],
    ])
  })

  it("has the printed caps of the village and no other", () => {
    expect(WendengVillage.acts("village").caps.map(({ of, per, max, on }) => [of, per, max, on])).toEqual([
      [["P-034"], "year", "3", "bonus"],
      [["P-035"], "year", "5", "bonus"],
      [["P-044", "P-045"], "month", "1", "bonus"],
      [["P-046"], "month", "2", "bonus"],
      [["P-080", "P-081"], "year", "10", "bonus"],
    ])
  })

  it("cites the transcription, without an issuer", () => {
    expect(rulebook.completeness).toBe("partial")
    for (const { citation } of rulebook.sources) {
      expect([citation.title, citation.standing, citation.issuer]).toEqual([
        "威海市文登区农村居民信用积分评价办法",
        "transcription",
        undefined,
      ])
    }
  })
})
