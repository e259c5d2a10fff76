/**
 * Citations (出处): which text says so, and how far that text can be relied on.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as Label from "./Label.js"
import * as PartialDate from "./PartialDate.js"

// ---------------------------------------------------------------- models

/**
 * What the cited copy is worth: the issuer's own text (正式文本), a copy made by others (抄本), or a report about it (报道).
 *
 * @category models
 * @since 0.1.0
 */
export type Standing = "official" | "transcription" | "report"

/**
 * A reference to a text (出处). Only the title and the standing are always known. The title stands without 《》; `number`
 * is the number of the document (文号); `article` is the number of an article, or a text such as an item id that is shown
 * as it is; `date` is a partial date as text. No field holds a web address: addresses move, texts do not.
 *
 * @category models
 * @since 0.1.0
 */
export interface Citation {
  readonly title: string
  readonly issuer?: string
  readonly number?: string
  readonly article?: number | string
  readonly date?: string
  readonly standing: Standing
  readonly note?: string
}

// ---------------------------------------------------------------- errors

/**
 * The codes that the schema of citations refuses with: an empty text, a web address, a title in its own 《》, or an article
 * number that is no whole number from 1 to 9999.
 *
 * @category errors
 * @since 0.1.0
 */
export type CitationCode = "citation.blank" | "citation.webAddress" | "citation.bracketed" | "citation.article"

// ---------------------------------------------------------------- schemas

const Words: Schema.Codec<string> = /* @__PURE__ */ Schema.String.check(
  /* @__PURE__ */ Schema.makeFilter((text: string) => wordsCode(text) ?? true),
)

const Title: Schema.Codec<string> = /* @__PURE__ */ Words.check(
  /* @__PURE__ */ Schema.makeFilter((title: string) => !isBracketed(title) || "citation.bracketed"),
)

const Article: Schema.Codec<number | string> = /* @__PURE__ */ Schema.Union([
  /* @__PURE__ */ Schema.Number.check(
    /* @__PURE__ */ Schema.isInt({ message: "citation.article" }),
    /* @__PURE__ */ Schema.makeFilter((article: number) => (article >= 1 && article <= 9999) || "citation.article"),
  ),
  Words,
])

/**
 * The schema of {@link Standing}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Standing: Schema.Codec<Standing> = /* @__PURE__ */ Schema.Literals(["official", "transcription", "report"])

/**
 * The schema of {@link Citation}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Citation: Schema.Codec<Citation> = /* @__PURE__ */ Schema.Struct({
  title: Title,
  issuer: /* @__PURE__ */ Schema.optionalKey(Words),
  number: /* @__PURE__ */ Schema.optionalKey(Words),
  article: /* @__PURE__ */ Schema.optionalKey(Article),
  date: /* @__PURE__ */ Schema.optionalKey(PartialDate.PartialDate),
  standing: Standing,
  note: /* @__PURE__ */ Schema.optionalKey(Words),
})

const WEB_ADDRESS = /:\/\/|\bwww\./i

const wordsCode = (text: string): CitationCode | undefined =>
  text.trim() === "" ? "citation.blank" : WEB_ADDRESS.test(text) ? "citation.webAddress" : undefined

/** Whether one pair of 《》 holds the whole title, which 《甲》和《乙》 does not. */
const isBracketed = (title: string): boolean => {
  if (!title.startsWith("《")) return false
  let depth = 0
  for (let index = 0; index < title.length; index++) {
    if (title[index] === "《") depth++
    if (title[index] === "》") depth--
    if (depth === 0) return index === title.length - 1
  }
  return false
}

// ---------------------------------------------------------------- getters

/**
 * A citation as official documents write it: issuer, title in 《》, number and date in brackets, article. What is not known
 * is left out.
 *
 * **Details** 《》 inside the title become 〈〉. An article number is written in Chinese numerals, an article given as text
 * stands as it is. The note is not part of the text.
 *
 * @example
 * ```ts
 * import { Citation } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const rules = { title: "威海市文登区农村居民信用积分评价办法", standing: "transcription" } as const
 * assert.equal(Citation.text({ ...rules, article: 23 }, "zh"), "《威海市文登区农村居民信用积分评价办法》第二十三条")
 * assert.equal(Citation.text({ ...rules, article: "P-001" }, "zh"), "《威海市文登区农村居民信用积分评价办法》P-001")
 * assert.equal(Citation.text({ ...rules, article: 23 }, "en"), "《威海市文登区农村居民信用积分评价办法》, article 23")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const text = (self: Citation, language: Label.Language): string => {
  const title = `《${self.title.replaceAll("《", "〈").replaceAll("》", "〉")}》`
  if (language === "en") {
    const date = self.date === undefined ? [] : [self.date]
    const within = [...(self.number === undefined ? [] : [self.number]), ...date].join(", ")
    const article = typeof self.article === "number" ? `article ${self.article}` : self.article
    const head = [self.issuer, title].filter((part) => part !== undefined).join(", ")
    return `${head}${within === "" ? "" : ` (${within})`}${article === undefined ? "" : `, ${article}`}`
  }
  const date = self.date === undefined ? [] : [dateText(self.date)]
  const within = [...(self.number === undefined ? [] : [self.number]), ...date].join("，")
  const article = typeof self.article === "number" ? articleText(self.article) : (self.article ?? "")
  return `${self.issuer ?? ""}${title}${within === "" ? "" : `（${within}）`}${article}`
}

const dateText = (date: string): string => {
  const [year, month, day] = date.split("-")
  const parts = [`${Number(year)}年`, month === undefined ? "" : `${Number(month)}月`]
  return `${parts.join("")}${day === undefined ? "" : `${Number(day)}日`}`
}

/**
 * An article number as laws write it: 23 is 第二十三条, 110 第一百一十条. Outside 1 to 9999 the digits stay.
 *
 * @example
 * ```ts
 * import { Citation } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Citation.articleText(10), "第十条")
 * assert.equal(Citation.articleText(23), "第二十三条")
 * assert.equal(Citation.articleText(1007), "第一千零七条")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const articleText = (article: number): string => `第${numeral(article)}条`

const DIGITS = "零一二三四五六七八九"

const numeral = (value: number): string => {
  if (!Number.isSafeInteger(value) || value < 1 || value > 9999) return String(value)
  const spoken = [...String(value)]
    .map((digit, index, digits) => {
      const place = ["", "十", "百", "千"][digits.length - 1 - index]
      return digit === "0" ? "零" : `${DIGITS[Number(digit)]}${place}`
    })
    .join("")
    .replace(/零+/g, "零")
    .replace(/零$/, "")
  return value >= 10 && value < 20 ? spoken.slice(1) : spoken
}

/**
 * The name of a standing.
 *
 * @example
 * ```ts
 * import { Citation } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Citation.standingText("transcription", "zh"), "抄本")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const standingText = (standing: Standing, language: Label.Language): string =>
  Label.text(standings[standing], language)

// ---------------------------------------------------------------- instances

/**
 * The names of the standings.
 *
 * @category instances
 * @since 0.1.0
 */
export const standings: Readonly<Record<Standing, Label.Label>> = {
  official: { zh: "正式文本", en: "official text" },
  transcription: { zh: "抄本", en: "transcription" },
  report: { zh: "报道", en: "report" },
}
