/**
 * Numerals (文中数字): the numbers that a text in words says, read back, and those that a result does not bear out.
 *
 * Every number of an explanation is one of the outcome, of the rulebook, or a day. A text that was edited by hand, or that
 * another system wrote, is checked against the certificate in the same way before it is posted.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Exact from "../foundation/Exact.js"
import * as Rounding from "../foundation/Rounding.js"
import type { Expression } from "./Expression.js"
import type { Outcome } from "./Outcome.js"
import type { Rulebook } from "./Rulebook.js"

// ---------------------------------------------------------------- models

/**
 * A number as it stands in a text: its words, the exact number they say, whether they say that it is about so much (约),
 * and the index in the text at which they begin.
 *
 * @category models
 * @since 0.1.0
 */
export interface Numeral {
  readonly text: string
  readonly q: string
  readonly about: boolean
  readonly at: number
}

// ---------------------------------------------------------------- getters

/**
 * The numbers of a text in their order: digits with sign, decimal places or a fraction, days, and articles in Chinese
 * numerals. Digits inside a name that has letters (`P-058`) are no number.
 *
 * @example
 * ```ts
 * import { Numerals } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const text = "2023年3月5日，献血，应计+10分，少计1/3分（第二十三条、P-058），实计约9.67分。"
 * assert.deepEqual(Numerals.read(text).map(({ q }) => q), ["2023", "3", "5", "10", "1/3", "23", "9.67"])
 * assert.equal(Numerals.read("on 2023-03-05 about −1.5")[3]?.about, true)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const read = (text: string): ReadonlyArray<Numeral> =>
  [...text.matchAll(NUMERAL)].flatMap((found): ReadonlyArray<Numeral> => {
    const [words, about, day, digits, spoken] = found
    const at = found.index
    if (day !== undefined) {
      return day.split("-").map((part) => ({ text: part, q: String(Number(part)), about: false, at }))
    }
    const q = spoken === undefined ? canonical(digits ?? "") : String(numberOf(spoken))
    return q === undefined ? [] : [{ text: words, q, about: about !== undefined, at }]
  })

const NUMERAL =
  /(?<![A-Za-z][-–—]?|[\d.])(?:(约|[Aa]bout )?(?:(\d{4}-\d{2}(?:-\d{2})?)|([+−-]?\d+(?:\.\d+)?(?:\/\d+)?)(?![\d.]*[A-Za-z]))|第([零一二三四五六七八九十百千]+)条)/g

const canonical = (digits: string): string | undefined => {
  const plain = digits.replace(/^\+/, "").replace("−", "-")
  const [whole = "", denominator] = plain.split("/")
  const parsed = Exact.parse(trimmed(whole))
  if (Result.isFailure(parsed)) return undefined
  if (denominator === undefined) return Exact.text(parsed.success)
  const by = Exact.parse(denominator)
  const quotient = Result.isSuccess(by) ? Exact.divide(parsed.success, by.success) : undefined
  return quotient !== undefined && Result.isSuccess(quotient) ? Exact.text(quotient.success) : undefined
}

/** Decimal digits in the form in which exact numbers are read: no noughts in front, none behind the point. */
const trimmed = (digits: string): string => {
  const [, sign = "", whole = "0", places = ""] = /^(-?)0*(\d+)(?:\.(\d*?)0*)?$/.exec(digits) ?? []
  return `${whole === "0" && places === "" ? "" : sign}${whole}${places === "" ? "" : `.${places}`}`
}

const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** A Chinese numeral below ten thousand. */
const numberOf = (spoken: string): number => {
  let [sum, digit] = [0, 0]
  for (const character of spoken) {
    const place = PLACES[character]
    if (place === undefined) digit = "零一二三四五六七八九".indexOf(character)
    else {
      sum += (digit === 0 ? 1 : digit) * place
      digit = 0
    }
  }
  return sum + digit
}

// ---------------------------------------------------------------- decisions

/**
 * The numbers of a text that neither the outcome, nor the rulebook, nor a day of either bears out. What is said to be
 * about so much is borne out by a number that rounds to it, half up at its decimal places.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, Period } from "dangjian/foundation"
 * import { Explanation, Interpreter, Numerals } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const book = WendengVillage.rulebook
 * const { outcomes: [outcome] } = Interpreter.evaluate({
 *   book,
 *   period: Period.yearUnsafe(2023),
 *   at: Coordinate.of(CivilDate.parseUnsafe("2023-12-31"), Coordinate.instantUnsafe(0)),
 *   subjects: [{ id: "m1", labels: { 身份: ["党员"], 类别: ["党员"] } }], // made up
 *   facts: [],
 * })
 * const text = Explanation.sentences(book, outcome!, "zh").join("")
 * assert.deepEqual(Numerals.unsupported(book, outcome!, text), [])
 * const edited = text.replace("得分1000", "得分1007")
 * assert.deepEqual(Numerals.unsupported(book, outcome!, edited).map(({ q }) => q), ["1007"])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const unsupported = (book: Rulebook, outcome: Outcome, text: string): ReadonlyArray<Numeral> => {
  const known = supports(book, outcome)
  const exact = new Set(known.map(Exact.text))
  const isAbout = (shown: Numeral) => {
    const quantum = Exact.parseUnsafe(`1/${10 ** (shown.text.split(".")[1] ?? "").replace(/\D/g, "").length}`)
    return known.some((q) => Exact.text(Rounding.round(q, "halfUp", quantum)) === shown.q)
  }
  return read(text).filter((one) => !exact.has(one.q) && !(one.about && isAbout(one)))
}

/** Every number that a result may name: with both signs, since what is taken is told by its size. */
const supports = (book: Rulebook, outcome: Outcome): ReadonlyArray<Exact.Exact> => {
  const texts = [...textsIn(outcome), ...textsIn(book)]
  const numbers = [
    ...new Set(texts.flatMap((text) => [...(NUMBER.test(text) ? [text] : []), ...read(text).map(({ q }) => q)])),
  ].flatMap((text) => {
    const parsed = Exact.parse(text)
    return Result.isSuccess(parsed) ? [parsed.success] : []
  })
  return [...numbers, ...weighed(book.total, "total", Exact.one, outcome)].flatMap((q) => [q, Exact.negate(q)])
}

const NUMBER = /^-?\d+(?:\.\d+|\/\d+)?$/

const textsIn = (part: unknown): ReadonlyArray<string> => {
  if (typeof part === "string") return [part]
  if (typeof part === "number") return Number.isSafeInteger(part) ? [String(part)] : []
  return typeof part === "object" && part !== null ? Object.values(part).flatMap(textsIn) : []
}

/** What the parts of sums come to with their weights: a statement has a row for each. */
const weighed = (e: Expression, path: string, weight: Exact.Exact, outcome: Outcome): ReadonlyArray<Exact.Exact> => {
  const own = outcome.nodes
    .filter((node) => node.path === path && node.window === undefined)
    .flatMap(({ value }) =>
      value.is === "known" ? [value.q] : value.is === "between" ? [value.from ?? "0", value.to ?? "0"] : [],
    )
    .map((q) => Exact.multiply(weight, Exact.parseUnsafe(q)))
  if (e.op !== "sum") return [weight, ...own]
  const parts = e.of.flatMap((part, index) =>
    weighed(part.e, `${path}.of[${index}].e`, Exact.multiply(weight, Exact.parseUnsafe(part.w)), outcome),
  )
  return [...own, ...parts]
}
