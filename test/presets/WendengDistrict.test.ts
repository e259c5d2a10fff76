/** Told cases of the district ledger (P2): C-numbers are those of the domain notes, subjects and facts are made up. */
import { describe, expect, test } from "vitest"
import { WendengDistrict, WendengVillage } from "../../src/presets/index.js"
import type { Fact } from "../../src/rules/Fact.js"
import { type Case, fact, one, score, short, stand, subject } from "../rules/rating.js"
import { frozen, soundBook } from "./books.js"

const { rulebook } = WendengDistrict
const member = [subject("甲", { 身份: ["党员"] })]
const district = (facts: ReadonlyArray<Fact>, more: Case = {}) => one(rulebook, { subjects: member, facts, ...more })

/** Handling and discipline by their lines: P-141 批评教育 −3 … P-145 党内警告 −50. */
const disciplined = (line: string, on: string, more: Parameters<typeof fact>[3] = {}) => fact("甲", line, on, more)
const invested = (amount: string, on: string) =>
  fact("甲", "引进项目", on, { values: { 投资额: amount }, tags: { 行业: "农业" } })

describe("the book", () => soundBook(rulebook))

describe("P2 文登区级", () => {
  test("the base is an A; whole-number bands leave a half point in none", () => {
    expect([score(district([])), stand(district([]))]).toEqual(["1000", "A"])
    const bands = rulebook.levels.map(({ id, on }) => [id, on])
    expect(bands).toEqual([
      ["AAA", { ge: "1050" }],
      ["AA", { ge: "1030", le: "1049" }],
      ["A", { ge: "960", le: "1029" }],
      ["B", { ge: "850", le: "959" }],
      ["C", { ge: "600", le: "849" }],
      ["D", { le: "599" }],
    ])
    const at = (q: string) => stand(one({ ...rulebook, total: { op: "const", q } }, { subjects: member }))
    expect(["1050", "1049.5", "1029.5", "959.5", "849.5", "599.5", "599"].map(at)).toEqual([
      "AAA",
      ...Array<string>(5).fill("rules.levelGap"),
      "D",
    ])
  })

  test("holds the lines of the village sheets that enter it, and no direct grading among them", () => {
    const total = rulebook.total.op === "sum" ? rulebook.total.of.map(({ e }) => e) : []
    const acts = total.flatMap((e) => (e.op === "acts" ? e.acts : []))
    expect(acts.map(({ id }) => id)).toEqual([
      ...WendengVillage.acts("district").acts.map(({ id }) => id),
      "P-024…P-032",
    ])
    const graded = WendengVillage.lines.filter(({ value }) => typeof value === "object" && "direct" in value)
    expect(graded.map(({ id }) => id)).toEqual(["P-107", "P-123", "P-129", "P-149"])
    for (const { id, value } of graded) {
      const grade = typeof value === "object" && "direct" in value ? value.direct : ""
      expect([id, stand(district([fact("甲", id, "2023-04-01")]))]).toEqual([id, grade])
    }
  })

  test("an investment of five million yuan and handling by criticism are an AA", () => {
    const facts = [invested("500", "2023-02-01"), disciplined("P-141", "2023-03-01", { until: "2023-03-02" })]
    const secretary = [subject("甲", { 身份: ["党员"], 职务: ["村党组织书记"] })]
    const outcome = district(facts, { subjects: secretary })
    expect([score(outcome), stand(outcome)]).toEqual(["1047", "AA"])
  })

  test("C7: an excused absence without make-up takes five in the district ledger, two in the village's, from one fact", () => {
    const facts = [fact("甲", "请假未补课", "2023-03-01")]
    expect(score(district(facts))).toBe("995")
    expect(score(one(WendengVillage.rulebook, { subjects: member, facts }))).toBe("998")
  })

  test("C5: of cumulated hours only the highest milestone counts, and one register feeds both ledgers", () => {
    const at = (running: string, more: string, on: string) =>
      fact("甲", "志愿服务", on, { act: "2023年志愿服务", values: { 累计时长: running, 时长: more } })
    const all = [at("9.5", "9.5", "2023-02-01"), at("22", "12.5", "2023-05-01"), at("55", "33", "2023-11-01")]
    expect(score(district(all.slice(0, 1)))).toBe("1000")
    expect(score(district(all))).toBe("1010")
    expect(score(one(WendengVillage.rulebook, { subjects: member, facts: all.slice(0, 1) }))).toBe("1001")
  })

  test("the nine milestones give 2, 5, 10, 15, 20, 25, 30, 40 and 50", () => {
    const at = (running: string) =>
      score(district([fact("甲", "志愿服务", "2023-02-01", { values: { 累计时长: running, 时长: running } })]))
    expect(["10", "20", "50", "80", "100", "150", "200", "250", "300", "1000"].map(at)).toEqual(
      [2, 5, 10, 15, 20, 25, 30, 40, 50, 50].map((bonus) => String(1000 + bonus)),
    )
  })

  test("C6: one act under two lines counts at the largest, two acts both count", () => {
    const both = [
      fact("甲", "请假未补课", "2023-03-01", { act: "缺会" }),
      disciplined("P-145", "2023-03-01", { act: "缺会" }),
    ]
    expect(score(district(both))).toBe("950")
    expect(score(district(both.map((each) => ({ ...each, act: each.id }))))).toBe("945")
  })

  test("a deduction up to 40 counts for one year, a larger one for two", () => {
    const late = (on: string, line: string) =>
      score(district([disciplined(line, "2022-03-15")], { period: "2023", day: on }))
    expect(late("2023-03-14", "P-144")).toBe("970")
    expect(late("2023-03-15", "P-144")).toBe("1000")
    expect(late("2023-12-31", "P-145")).toBe("950")
    expect(score(district([disciplined("P-145", "2022-03-15")], { period: "2024", day: "2024-03-14" }))).toBe("950")
    expect(score(district([disciplined("P-145", "2022-03-15")], { period: "2024", day: "2024-03-15" }))).toBe("1000")
  })

  test("a continuing breach counts from the day it ends", () => {
    const breach = disciplined("P-144", "2021-01-10", { until: "2022-06-01" })
    expect(score(district([breach], { day: "2023-05-31" }))).toBe("970")
    expect(score(district([breach], { day: "2023-06-01" }))).toBe("1000")
  })

  test("a bonus counts as long as the rank of the awarding body says", () => {
    const bonus = (body: string) => fact("甲", "P-058", "2020-07-01", { tags: { 授予机关: body } })
    const on = (body: string, day: string) => score(district([bonus(body)], { period: day.slice(0, 4), day }))
    expect([on("县", "2021-06-30"), on("县", "2021-07-01")]).toEqual(["1010", "1000"])
    expect([on("市级部门", "2021-06-30"), on("市级部门", "2021-07-01")]).toEqual(["1010", "1000"])
    expect([on("市", "2022-06-30"), on("市", "2022-07-01")]).toEqual(["1010", "1000"])
    expect([on("省级部门", "2022-06-30"), on("省级部门", "2022-07-01")]).toEqual(["1010", "1000"])
    expect([on("省", "2023-06-30"), on("省", "2023-07-01")]).toEqual(["1010", "1000"])
    expect([on("国家", "2025-06-30"), on("国家", "2025-07-01")]).toEqual(["1010", "1000"])
  })

  test("the same class again while the earlier one counts is doubled, afterwards and for another class it is not", () => {
    const first = disciplined("P-143", "2022-03-01")
    const within = district([first, disciplined("P-142", "2023-02-28")], { day: "2023-02-28" })
    expect(score(within)).toBe("980")
    expect(within.lines.map(({ cuts }) => cuts.map(({ by }) => by))).toEqual([[], ["repeat"]])
    expect(score(district([first, disciplined("P-142", "2023-03-01")]))).toBe("995")
    expect(score(district([first, disciplined("P-128", "2023-02-28")], { day: "2023-02-28" }))).toBe("985")
  })

  test("bonuses dated since a running breach began give nothing and count again once it has ended", () => {
    const facts = (until: string) => [
      fact("甲", "P-058", "2023-01-05"),
      fact("甲", "区级降级", "2023-02-01", { tags: { 级别: "B" }, until }),
      fact("甲", "P-058", "2023-03-05", { act: "再献" }),
      fact("甲", "志愿服务", "2023-04-05", { values: { 累计时长: "50", 时长: "50" } }),
    ]
    const held = district(facts("open"))
    expect([score(held), stand(held)]).toEqual(["1010", "B"])
    expect(held.lines.map(({ granted, cuts }) => [short(granted), cuts.map(({ id }) => id)])).toEqual([
      ["10", []],
      ["0", ["失信未整改"]],
      ["0", ["失信未整改"]],
    ])
    expect(score(district(facts("2023-10-01")))).toBe("1030")
    const sameDay = [facts("open")[1]!, fact("甲", "P-058", "2023-02-01")]
    expect(score(district(sameDay))).toBe("1000")
  })

  test("direct grading passes the score by, lasts 24, 36 and 60 months, and remembers where it fell from", () => {
    const direct = (grade: string, day: string) =>
      district([fact("甲", "区级降级", "2020-05-01", { tags: { 级别: grade } })], {
        period: `${day.slice(0, 4)}-01-01/${day}`,
      })
    const fallen = direct("D", "2020-12-31")
    expect([score(fallen), stand(fallen)]).toEqual(["1000", "D"])
    expect(fallen.effects).toEqual([{ effect: "直接判D", state: "holds", from: ["A"] }])
    expect([stand(direct("B", "2022-04-30")), stand(direct("B", "2022-05-01"))]).toEqual(["B", "A"])
    expect([stand(direct("C", "2023-04-30")), stand(direct("C", "2023-05-01"))]).toEqual(["C", "A"])
    expect([stand(direct("D", "2025-04-30")), stand(direct("D", "2025-05-01"))]).toEqual(["D", "A"])
  })

  test("until the period has ended a direct grading may yet come", () => {
    expect(stand(district([], { day: "2023-06-30" }))).toBe("A|B|C|D")
  })

  test("the village grade of the year before gives 15, 10, 2 or nothing", () => {
    const after = (level: string) =>
      score(district([], { results: [frozen(WendengVillage.rulebook.id, "2022", { level })] }))
    expect(["五星", "四星", "三星", "二星"].map(after)).toEqual(["1015", "1010", "1002", "1000"])
    expect(score(district([], { results: [frozen(WendengVillage.rulebook.id, "2023", { level: "五星" })] }))).toBe(
      "1000",
    )
  })

  test("students are not evaluated", () => {
    const outcome = district([], { subjects: [subject("甲", { 身份: ["党员"], 状态: ["在校就读"] })] })
    expect([outcome.standing, outcome.scores]).toEqual(["exempt", undefined])
  })
})
