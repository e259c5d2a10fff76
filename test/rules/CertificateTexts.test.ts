import { expect, test } from "vitest"
import * as Fault from "../../src/foundation/Fault.js"
import { texts } from "../../src/rules/CertificateTexts.js"

test.each([
  ["evidence.broken", {}, "封存摘要与记录不符", "the seal is not that of its record"],
  ["evidence.twice", { id: "f1" }, "编号“f1”封存了两次", 'the id "f1" is sealed twice'],
  ["groupTable.twice", { id: "甲" }, "“甲”在同组数据表里有两行", 'the table of the group has two rows of "甲"'],
  [
    "certificate.noTable",
    {},
    "这本办法的结果与他人有关，须有同组数据表",
    "results under this rulebook depend on others: the table of the group is needed",
  ],
  [
    "verifier.badFall",
    { by: "五星名额" },
    "凭证上的名额去向“五星名额”不成立：没有这项名额，或等次不会这样变",
    'the fall by "五星名额" cannot be: there is no such quota, or a level does not fall like this',
  ],
  ["verifier.badPlace", { ranking: "总榜" }, "凭证上的名次“总榜”不成立", 'the place in "总榜" cannot be'],
  ["certificate.notSealed", { id: "f1" }, "“f1”没有封存", 'there is no seal of "f1"'],
  [
    "verifier.differs",
    { stated: "9", found: "2" },
    "凭证上是9，复算为2",
    "the certificate says 9, found again it is 2",
  ],
  ["verifier.otherBook", {}, "凭证所依据的不是这本办法", "the certificate rests on another rulebook"],
  [
    "verifier.otherEvidence",
    { stated: 3, found: 2 },
    "凭证依据3条记录，所给的是2条，或内容不同",
    "the certificate rests on 3 records; 2 are given, or they are others",
  ],
  ["verifier.otherTable", {}, "凭证所依据的不是这份同组数据表", "the certificate rests on another table of the group"],
  [
    "verifier.tableDiffers",
    { what: "entry" },
    "同组数据表里本人的一行与本人的记录不符（entry）",
    "the subject's row of the table disagrees with the subject's own records (entry)",
  ],
] as const)("%s", (code, params, zh, en) => {
  const fault = Fault.make(code, params)
  expect([Fault.sentence(texts, fault, "zh"), Fault.sentence(texts, fault, "en")]).toEqual([zh, en])
})

test("every sentence stands above", () => {
  expect(Object.keys(texts)).toHaveLength(12)
})
