/** The sentences of least changes: every reason and every answer says something in both languages. All made up. */
import { describe, expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as ChangeTexts from "../../src/rules/ChangeTexts.js"
import type { LeastChange, Reason } from "../../src/rules/LeastChange.js"
import * as Scoring from "../../src/rules/Scoring.js"
import * as Veto from "../../src/rules/Veto.js"
import { book, cite, levels, score } from "./sample.js"

const grounds = { id: "违规", label: { zh: "违规", en: "breach" }, when: Scoring.happened("违规"), cite: cite("10") }
const rules = book(score, { levels, effects: [Veto.holdAt(grounds, "合格")], climb: { steps: 1, cite: cite("11") } })

const said = (found: object, language: "zh" | "en") => {
  const head = { subject: "甲", target: { level: "优秀" }, on: "2023-12-31", peers: "fixed", evaluations: 7 }
  const base = { score: { is: "known", q: "80" }, level: { is: "level", level: "良好" } }
  return ChangeTexts.sentences(rules, [], { ...head, base, ...found } as LeastChange, language)[0]
}

const REASONS: ReadonlyArray<readonly [reason: Reason, zh: string, en: string]> = [
  [{ is: "standing", standing: "unrated" }, "该对象不评定等次。", "it is not graded."],
  [
    { is: "effect", effect: "违规", does: { atMost: "合格" }, cite: cite("10") },
    "“违规”成立，等次最高为合格（第十条）。",
    '"breach" holds, the level is pass at most (article 10).',
  ],
  [
    { is: "effect", effect: "违规", does: { deduct: "5" }, cite: cite("10") },
    "“违规”成立，扣5分（第十条）。",
    '"breach" holds, 5 points are taken off (article 10).',
  ],
  [
    { is: "climb", last: "合格", steps: 1, cite: cite("11") },
    "上期等次为合格，一次最多晋升1级（第十一条）。",
    "the last level was pass, and at most 1 can be climbed at once (article 11).",
  ],
  [
    { is: "quota", quota: "名额", cite: cite("12") },
    "名额已由他人占满：名额（第十二条）。",
    "others hold the places of 名额 (article 12).",
  ],
  [
    { is: "short", asked: "90", most: "85.5", caps: [] },
    "得分至多85.5，须达到90。",
    "the score comes to 85.5 at most, and 90 is due.",
  ],
  [
    { is: "condition", level: "优秀", cite: cite("20") },
    "不具备优秀的附加条件（第二十条）。",
    "a further condition of excellent is missing (article 20).",
  ],
  [
    { is: "award", level: "优秀", cite: cite("20") },
    "优秀不凭得分评定（第二十条）。",
    "no score gives excellent (article 20).",
  ],
  [{ is: "unread", facts: ["无关"] }, "所列事项均不在办法计分之列。", "the rules read nothing of what is possible."],
  [
    {
      is: "late",
      fact: "得分",
      on: CivilDate.ofUnsafe(2024, 1, 1),
      why: "assessed",
      last: CivilDate.ofUnsafe(2023, 12, 31),
    },
    "“得分”来不及：在评定之后（2023年12月31日）。",
    '"得分" comes too late: after the day of the assessment (2023-12-31).',
  ],
  [{ is: "open", because: ["测评"] }, "尚有未知：测评。", "not known yet: 测评."],
  [{ is: "combination" }, "所列事项的任何组合都达不到。", "no combination of what is possible does."],
]

describe("reasons", () => {
  test.each(REASONS)("%o", (reason, zh, en) => {
    const found = { is: "unreachable", reasons: [reason] }
    expect([said(found, "zh"), said(found, "en")]).toEqual([`达不到：${zh}`, `Cannot be reached: ${en}`])
  })
})

test("already there, and undecided", () => {
  expect([said({ is: "already" }, "zh"), said({ is: "already" }, "en")]).toEqual([
    "已经达到目标：得分80，等次良好。",
    "Already there: score 80, level good.",
  ])
  expect([said({ is: "undecided" }, "zh"), said({ is: "undecided" }, "en")]).toEqual([
    "在7次试算内未得出结论，不能断定是否可以达到。",
    "Not decided within 7 evaluations: whether it can be reached is open.",
  ])
})

test("every code of a question has both sentences", () => {
  for (const [code, { zh, en }] of Object.entries(ChangeTexts.texts)) {
    expect(code.startsWith("leastChange.")).toBe(true)
    expect([zh.length > 0, en.length > 0]).toEqual([true, true])
  }
})
