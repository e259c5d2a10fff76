import { describe, expect, test } from "vitest"
import * as Fault from "../../src/foundation/Fault.js"
import * as FoundationTexts from "../../src/foundation/FoundationTexts.js"
import * as InteropTexts from "../../src/interop/InteropTexts.js"
import * as Sentence from "../../src/interop/Sentence.js"
import * as WendengVillage from "../../src/presets/WendengVillage.js"
import * as ProcessTexts from "../../src/process/ProcessTexts.js"
import * as CertificateTexts from "../../src/rules/CertificateTexts.js"
import * as ChangeTexts from "../../src/rules/ChangeTexts.js"
import * as Lint from "../../src/rules/Lint.js"
import * as LintTexts from "../../src/rules/LintTexts.js"
import * as PeersTexts from "../../src/rules/PeersTexts.js"
import * as RulesTexts from "../../src/rules/RulesTexts.js"

describe("the table of all sentences", () => {
  test("holds every code of every area, and no two areas share one", () => {
    const tables = [
      ...[FoundationTexts.texts, RulesTexts.texts, CertificateTexts.texts, LintTexts.texts, PeersTexts.texts],
      ...[ChangeTexts.texts, InteropTexts.texts, ProcessTexts.texts],
    ]
    const areas = tables.map((texts) => Object.keys(texts))
    expect(Object.keys(Sentence.texts).sort()).toEqual(areas.flat().sort())
  })

  test("every sentence says something of its own in both languages", () => {
    for (const [code, { zh, en }] of Object.entries(Sentence.texts)) {
      expect(zh, code).toMatch(/[\u4e00-\u9fff]/)
      expect(en, code).toMatch(/[a-z]{2}/)
      expect(en, code).not.toBe(zh)
    }
  })
})

describe("text and finding", () => {
  test("a fault is led by its place", () => {
    const fault = Fault.placed(
      { file: "名册.csv", line: 3, column: "编号" },
      Fault.make("fact.unknownSubject", { subject: "D99" }),
    )
    expect(Sentence.text(fault, "zh")).toBe("名册.csv 第3行“编号”列：没有编号为“D99”的对象")
    expect(Sentence.text(fault, "en")).toBe('名册.csv line 3 column "编号": nobody has the id "D99"')
  })

  test("a defect of a rule text is led by its place in the document", () => {
    const [twice] = Lint.lint(WendengVillage.rulebook).defects.filter(({ params }) => params.where === "P-118、P-138")
    if (twice === undefined) throw new Error("nothing found")
    expect(Sentence.text(twice, "zh")).toBe(
      "total.of[1].e.acts[98]：P-118、P-138两处列了同一件事（各-2分）：缺席议事会",
    )
    expect(Sentence.text(twice, "en")).toMatch(/^total\.of\[1\]\.e\.acts\[98\]: P-118、P-138 list the same thing twice/)
    expect(Sentence.brief(twice, "zh")).toMatch(/^提醒：P-118、P-138.*（P-118）$/)
  })

  test("a finding says how grave it is and under which provision", () => {
    const finding = {
      code: "lint.levelGap",
      severity: "error" as const,
      strength: "must" as const,
      params: { witness: "89.5", step: "0.5" },
      cite: { title: "评星办法", article: 4, standing: "transcription" as const }, // made up
    }
    expect(Sentence.finding(finding, "zh")).toMatch(/^不符合：得分89\.5.*《评星办法》第四条/)
    expect(Sentence.finding(finding, "en")).toMatch(/89\.5/)
    expect(Sentence.brief(finding, "zh")).toMatch(/^不符合：得分89\.5[^《]*（第四条）$/)
    expect(Sentence.brief(finding, "en")).toMatch(/^error: [^《]*\(article 4\)$/)
  })
})
