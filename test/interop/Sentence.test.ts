import { describe, expect, test } from "vitest"
import * as Fault from "../../src/foundation/Fault.js"
import * as FoundationTexts from "../../src/foundation/FoundationTexts.js"
import * as InteropTexts from "../../src/interop/InteropTexts.js"
import * as Sentence from "../../src/interop/Sentence.js"
import * as OrdersTexts from "../../src/orders/OrdersTexts.js"
import * as OrganisationTexts from "../../src/organisation/OrganisationTexts.js"
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
      ...[ChangeTexts.texts, InteropTexts.texts, ProcessTexts.texts, OrganisationTexts.texts, OrdersTexts.texts],
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

describe("findings in which ids stand by their names", () => {
  const found = {
    code: "partyTree.unlawfulPlace",
    severity: "error",
    strength: "must",
    subject: "g1",
    params: { kind: "partyGroup", parent: "townshipCommittee", lawful: "branch、jointBranch" },
  } as const // made up
  const zh = new Map([
    ["g1", "第一小组"],
    ["partyGroup", "党小组"],
    ["townshipCommittee", "乡镇党委"],
    ["branch", "党支部"],
    ["jointBranch", "联合党支部"],
  ])
  const en = new Map([
    ["g1", "group 1"],
    ["partyGroup", "Party group"],
    ["townshipCommittee", "township committee"],
    ["branch", "branch"],
    ["jointBranch", "joint branch"],
  ])

  test("the subject, ids and lists of ids, in the language that is asked for", () => {
    expect(Sentence.named(found, zh, "zh")).toBe(
      "不符合：第一小组：党小组不得隶属于乡镇党委，可以隶属于：党支部、联合党支部",
    )
    expect(Sentence.named(found, en, "en")).toMatch(
      /^error: group 1: .*Party group.*township committee.*branch, joint branch$/,
    )
  })

  test("an id without a name stands as it is, and so does a text that only looks like a list", () => {
    const fewer = new Map([...zh].filter(([id]) => id !== "jointBranch" && id !== "g1"))
    expect(Sentence.named(found, fewer, "zh")).toBe(
      "不符合：g1：党小组不得隶属于乡镇党委，可以隶属于：党支部、jointBranch",
    )
    const free = { ...found, params: { ...found.params, lawful: "甲、乙" } }
    expect(Sentence.named(free, en, "en")).toContain("甲、乙")
  })

  test("a name that itself holds the sign of a list is looked up whole, and numbers stay numbers", () => {
    const size = { ...found, code: "threshold.full", subject: "a、b", params: { id: "a、b", value: 2 } }
    expect(Sentence.named(size, new Map([["a、b", "甲乙"]]), "zh")).toMatch(/^不符合：甲乙：/)
  })

  test("a name that is called like an id of something else changes no text but whole ids", () => {
    const held = { ...found, params: { ...found.params, kind: "branch office" } }
    expect(Sentence.named(held, en, "en")).toContain("branch office")
  })
})

describe("faults in which ids stand by their names", () => {
  const names = new Map([
    ["claim", "领单"],
    ["member", "党员"],
    ["grid", "网格"],
    ["roles.grid", "网格员"],
    ["branch", "党支部"],
    ["published", "已晒单"],
    ["publish", "晾晒"],
  ])
  const role = Fault.make("proceeding.role", { move: "claim", post: "member", roles: "grid、branch" })

  test("ids and lists of ids; a name for one parameter goes before that of the id", () => {
    expect(Sentence.named(role, names, "zh")).toBe("“党员”无权“领单”，须由网格员、党支部办理")
    expect(Sentence.named(role, names, "en")).toMatch(/网格员, 党支部$/)
    expect(Sentence.named(Fault.make("proceeding.needs", { field: "grid" }), names, "zh")).toBe("未填写“网格”")
  })

  test("the path is left out, the place in a file is kept, and what has no name stands as it is", () => {
    const fault = Fault.make("proceeding.needs", { field: "doer" }, ["fields", "doer"])
    expect(Sentence.text(fault, "zh")).toBe("fields.doer：未填写“doer”")
    expect(Sentence.named(fault, names, "zh")).toBe("未填写“doer”")
    const placed = Fault.placed({ file: "工单.csv", line: 3 }, fault)
    expect(Sentence.named(placed, new Map([["doer", "承办人"]]), "zh")).toBe("工单.csv 第3行：未填写“承办人”")
  })

  test("what the sentence has a word for stands by it, numbers stay numbers, and an unknown code is shown", () => {
    const fault = Fault.make("serviceOrder.noResult", { deed: "publish" })
    expect(Sentence.named(fault, names, "zh")).toBe(Sentence.text(fault, "zh"))
    expect(Sentence.named(Fault.make("serviceOrder.dispatchOpen", { open: 2 }), new Map([["2", "二"]]), "zh")).toBe(
      "还有2次派单没有了结",
    )
    expect(Sentence.named(Fault.make("toString", { stage: "published" }), names, "zh")).toContain("已晒单")
  })
})

describe("spans in words", () => {
  const of = (allowed: string, language: "zh" | "en") =>
    Sentence.finding({ code: "demo.span", severity: "error", strength: "must", params: { allowed } }, language)

  test.each([
    ["[3, ∞)", "3及以上", "at least 3"],
    ["(3, ∞)", "超过3", "more than 3"],
    ["(−∞, 50]", "50及以下", "at most 50"],
    ["(−∞, 50)", "不足50", "less than 50"],
    ["[3, 5]", "3至5", "3 to 5"],
    ["[3, 3]", "3", "3"],
    ["(3, 5]", "超过3、不超过5", "more than 3 and at most 5"],
    ["[3, 5)", "不少于3、不足5", "at least 3 and less than 5"],
    ["(3, 5)", "超过3、不足5", "more than 3 and less than 5"],
    ["(−∞, ∞)", "任何数", "any number"],
    ["[2/3, 4/5]", "2/3至4/5", "2/3 to 4/5"],
    ["[-1.5, 0]", "-1.5至0", "-1.5 to 0"],
  ])("%s", (span, zh, en) => {
    expect(of(span, "zh")).toContain(`{"allowed":"${zh}"}`)
    expect(of(span, "en")).toContain(`{"allowed":"${en}"}`)
  })

  test.each(["[3, 5", "3, 5]", "[3，5]", "[a b, c]", "[3, 4, 5]", "见[3, 5]", ""])("%s is no span", (text) => {
    expect(of(text, "zh")).toContain(`{"allowed":"${text}"}`)
  })
})
