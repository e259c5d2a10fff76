/**
 * The words of single values (用语): numbers, amounts, levels and clauses as people read them in an explanation.
 *
 * @since 0.1.0
 */
import * as AbsenceOf from "../foundation/Absence.js"
import * as Citation from "../foundation/Citation.js"
import * as Exact from "../foundation/Exact.js"
import * as Fault from "../foundation/Fault.js"
import * as Label from "../foundation/Label.js"
import * as Rounding from "../foundation/Rounding.js"
import type { Cite } from "./Expression.js"
import type { Standing, Value } from "./Outcome.js"
import type { Rulebook } from "./Rulebook.js"
import { texts } from "./RulesTexts.js"
import type { Clause } from "./Structure.js"

// ---------------------------------------------------------------- models

type Language = Label.Language

type Conflict = Extract<Value, { is: "conflict" }>

// ---------------------------------------------------------------- guards

/** Whether nothing at all is known of a value yet. @internal */
export const isBoundless = (value: Value): boolean =>
  value.is === "between" && value.from === undefined && value.to === undefined

// ---------------------------------------------------------------- getters

/** A decimal of at most four places as it is; anything longer to two places, and said to be about so much. @internal */
export const numberText = (q: string, language: Language, sign: "plain" | "signed" = "plain"): string => {
  const number = Exact.parseUnsafe(q)
  const isShort = /^-?\d+(?:\.\d{1,4})?$/.test(q)
  const shown = isShort ? q : Rounding.fixed(number, "halfUp", 2)
  const plus = sign === "signed" && Exact.sign(Exact.parseUnsafe(shown)) > 0 ? "+" : ""
  const about = isShort ? "" : language === "zh" ? "约" : "about "
  return `${about}${plus}${shown}`
}

/** That a score counts as nought. @internal */
export const zeroText = (language: Language): string => (language === "zh" ? "得分计为零分" : "the score is 0")

/** Parts joined as a list is in the language. @internal */
export const listText = (parts: ReadonlyArray<string>, language: Language): string =>
  parts.join(language === "zh" ? "、" : ", ")

/** What is not known, or out of place: the value of a kind of fact goes by the name of the kind. @internal */
export const thingText = (name: string): string => name.replace(/\.value$/, "")

/** What a value still depends on, in brackets; nothing where nothing is open. @internal */
export const openText = (value: Value, language: Language): string => {
  if (value.is !== "between" || value.because.length === 0) return ""
  const why = listText(value.because.map(thingText), language)
  if (isBoundless(value)) return language === "zh" ? `（尚缺：${why}）` : ` (missing: ${why})`
  return language === "zh" ? `（待定：${why}）` : ` (open: ${why})`
}

/** A value without what it depends on. @internal */
export const headText = (value: Value, language: Language, sign: "plain" | "signed" = "plain"): string => {
  const zh = language === "zh"
  switch (value.is) {
    case "known":
      return numberText(value.q, language, sign)
    case "absent":
      return AbsenceOf.text(value.why, language)
    case "conflict":
      return conflictText(value, language)
    case "between": {
      const [from, to] = [value.from, value.to].map((q) => (q === undefined ? undefined : numberText(q, language)))
      if (from !== undefined && to !== undefined) return zh ? `${from}至${to}` : `${from} to ${to}`
      if (from !== undefined) return zh ? `至少${from}` : `at least ${from}`
      if (to !== undefined) return zh ? `至多${to}` : `at most ${to}`
      return zh ? "暂不能计分" : "not yet scored"
    }
  }
}

/** A value in words. @internal */
export const valueText = (value: Value, language: Language, sign: "plain" | "signed" = "plain"): string =>
  headText(value, language, sign) + openText(value, language)

/** The parameters of a conflict that hold numbers, one or several. */
const NUMBERS: ReadonlyArray<string> = ["value", "step", "results"]

const conflictText = (
  { code, params }: Conflict | Extract<Standing, { is: "conflict" }>,
  language: Language,
): string => {
  const shown = Object.entries(params).map(([key, given]): readonly [string, string | number] => {
    if (typeof given !== "string") return [key, given]
    if (key === "levels") return [key, listText(given.split("、"), language)]
    if (key === "what") return [key, thingText(given)]
    if (!NUMBERS.includes(key)) return [key, given]
    const words = given
      .split(/ \/ |、|, /)
      .map((part) => (/^-?\d+(?:[./]\d+)?$/.test(part) ? numberText(part, language) : part))
    return [key, listText(words, language)]
  })
  return Fault.sentence(texts, Fault.make(code, Object.fromEntries(shown)), language)
}

/** A level in words. @internal */
export const levelText = (book: Rulebook, level: Standing, language: Language): string => {
  const named = (id: string) => nameIn(book.levels, id, language)
  switch (level.is) {
    case "level":
      return named(level.level)
    case "among":
      return language === "zh"
        ? `${level.levels.map(named).join("或")}（待定）`
        : `${level.levels.map(named).join(" or ")} (open)`
    case "none":
      return language === "zh" ? "不评等次" : "not graded"
    case "conflict":
      return conflictText(level, language)
  }
}

/** The name of a clause among others of its kind; ids of one kind may stand for something else in another. @internal */
export const nameIn = (clauses: ReadonlyArray<Clause>, id: string, language: Language): string => {
  const label = clauses.find((clause) => clause.id === id)?.label
  return label === undefined ? id : Label.text(label, language)
}

/** A clause in words. @internal */
export const clauseText = (book: Rulebook, cite: Cite, language: Language): string => {
  const source = book.sources.find(({ id }) => id === cite.doc)
  const article = articleText(cite.art, language)
  return source === undefined || source === book.sources[0]
    ? article
    : Citation.text({ ...source.citation, article }, language)
}

/** An article by its number, with the paragraphs behind it; everything else, such as the id of a line, as it stands. */
const articleText = (art: string, language: Language): string => {
  const [, number, paragraphs = ""] = /^([1-9]\d{0,3})((?:（[^（）]+）)*)$/.exec(art) ?? []
  if (number === undefined) return language === "zh" ? art : art.replaceAll("、", ", ")
  if (language === "zh") return `${Citation.articleText(Number(number))}${paragraphs}`
  return `article ${number}${paragraphs.replaceAll("（", "(").replaceAll("）", ")")}`
}

/** Clauses in words, each once. @internal */
export const clauseTexts = (book: Rulebook, cites: ReadonlyArray<Cite>, language: Language): ReadonlyArray<string> => [
  ...new Set(cites.map((cite) => clauseText(book, cite, language))),
]

/** A sentence as it begins in the language. @internal */
export const capitalised = (sentence: string, language: Language): string =>
  language === "zh" ? sentence : sentence.slice(0, 1).toUpperCase() + sentence.slice(1)

/** Words in the brackets of the language; nothing of nothing. @internal */
export const bracketed = (text: string, language: Language): string =>
  text === "" ? "" : language === "zh" ? `（${text}）` : ` (${text})`

// ---------------------------------------------------------------- operations

/** A value that takes, as the size of what it takes. @internal */
export const sizeOf = (value: Value): Value => {
  const turned = (q: string) => Exact.text(Exact.negate(Exact.parseUnsafe(q)))
  if (!isTaking(value)) return value
  if (value.is === "known") return { is: "known", q: turned(value.q) }
  if (value.is !== "between") return value
  const { from, to, because } = value
  return {
    is: "between",
    ...(to === undefined ? {} : { from: turned(to) }),
    ...(from === undefined ? {} : { to: turned(from) }),
    because,
  }
}

/** Whether a value is below nought for certain, or at most nought and not known. @internal */
export const isTaking = (value: Value): boolean => {
  const signOf = (q: string) => Exact.sign(Exact.parseUnsafe(q))
  if (value.is === "known") return signOf(value.q) < 0
  if (value.is !== "between" || value.to === undefined) return false
  return signOf(value.to) < 0 || (signOf(value.to) === 0 && value.from !== "0")
}
