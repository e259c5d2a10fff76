import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"
import * as Citation from "../../src/foundation/Citation.js"

const rules: Citation.Citation = { title: "威海市文登区农村居民信用积分评价办法", standing: "transcription" }

describe("as official documents write it", () => {
  test.each<[string, Citation.Citation, string, string]>([
    ["the title alone", rules, "《威海市文登区农村居民信用积分评价办法》", "《威海市文登区农村居民信用积分评价办法》"],
    [
      "an article by number",
      { ...rules, article: 23 },
      "《威海市文登区农村居民信用积分评价办法》第二十三条",
      "《威海市文登区农村居民信用积分评价办法》, article 23",
    ],
    [
      "an item by its id",
      { ...rules, article: "P-001" },
      "《威海市文登区农村居民信用积分评价办法》P-001",
      "《威海市文登区农村居民信用积分评价办法》, P-001",
    ],
    [
      "a clause in words",
      { title: "中国共产党章程", article: "第九条第三款", standing: "official" },
      "《中国共产党章程》第九条第三款",
      "《中国共产党章程》, 第九条第三款",
    ],
    [
      "issuer, number and date (data made up)",
      { title: "示例办法", issuer: "示例县委", number: "示发〔2019〕7号", date: "2019-12-01", standing: "official" },
      "示例县委《示例办法》（示发〔2019〕7号，2019年12月1日）",
      "示例县委, 《示例办法》 (示发〔2019〕7号, 2019-12-01)",
    ],
    [
      "a month",
      { title: "示例办法", date: "2019-12", standing: "report" },
      "《示例办法》（2019年12月）",
      "《示例办法》 (2019-12)",
    ],
    [
      "a year",
      { title: "示例办法", date: "2019", standing: "report" },
      "《示例办法》（2019年）",
      "《示例办法》 (2019)",
    ],
    [
      "a title that names another",
      { title: "关于印发《示例办法》的通知", standing: "official", note: "第二稿" },
      "《关于印发〈示例办法〉的通知》",
      "《关于印发〈示例办法〉的通知》",
    ],
  ])("%s", (_name, citation, zh, en) => {
    expect(Schema.is(Citation.Citation)(citation)).toBe(true)
    expect(Citation.text(citation, "zh")).toBe(zh)
    expect(Citation.text(citation, "en")).toBe(en)
  })
})

test.each([
  [1, "第一条"],
  [9, "第九条"],
  [10, "第十条"],
  [11, "第十一条"],
  [19, "第十九条"],
  [20, "第二十条"],
  [23, "第二十三条"],
  [99, "第九十九条"],
  [100, "第一百条"],
  [101, "第一百零一条"],
  [110, "第一百一十条"],
  [115, "第一百一十五条"],
  [200, "第二百条"],
  [1000, "第一千条"],
  [1007, "第一千零七条"],
  [1010, "第一千零一十条"],
  [1260, "第一千二百六十条"],
  [9999, "第九千九百九十九条"],
  [10000, "第10000条"],
  [0, "第0条"],
])("article %i is %s", (article, expected) => {
  expect(Citation.articleText(article)).toBe(expected)
})

describe("what is no citation", () => {
  const messageOf = (value: unknown): string => {
    const decoded = Schema.decodeUnknownResult(Citation.Citation)(value, { errors: "all" })
    return Result.isFailure(decoded) ? String(decoded.failure.message) : "accepted"
  }
  test.each([
    [{ title: "" }, "citation.blank"],
    [{ title: "　" }, "citation.blank"],
    [{ title: "《示例办法》" }, "citation.bracketed"],
    [{ title: "见 https://example.org/a" }, "citation.webAddress"],
    [{ issuer: "WWW.example.org" }, "citation.webAddress"],
    [{ note: "ftp://example.org" }, "citation.webAddress"],
    [{ article: 0 }, "citation.article"],
    [{ article: 1.5 }, "citation.article"],
    [{ article: 10000 }, "citation.article"],
    [{ article: "" }, "citation.blank"],
    [{ date: "2019-13" }, "partialDate.impossible"],
    [{ date: "2019年" }, "partialDate.malformed"],
    [{ title: "《甲》和《乙》" }, "accepted"],
    [{ title: "《甲》实施办法" }, "accepted"],
    [{ article: 9999 }, "accepted"],
  ])("%j: %s", (fields, expected) => {
    expect(messageOf({ ...rules, ...fields })).toContain(expected)
  })
  test("title and standing are always due, and the standings are three", () => {
    expect(messageOf({ title: "示例办法" })).not.toBe("accepted")
    expect(messageOf({ standing: "official" })).not.toBe("accepted")
    expect(messageOf({ ...rules, standing: "rumour" })).not.toBe("accepted")
    for (const standing of Object.keys(Citation.standings)) expect(messageOf({ ...rules, standing })).toBe("accepted")
    expect(Citation.standingText("report", "zh")).toBe("报道")
    expect(Citation.standingText("official", "en")).toBe("official text")
  })
})
