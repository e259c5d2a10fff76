/**
 * Numerals (文中数字): the numbers that a text in words says, read back, and those that a result does not bear out.
 *
 * A text that was edited by hand, or that another system wrote, is checked against the certificate before it is posted.
 * What is checked is numbers, each by where it stands: the one behind 得分 or “Score” is the score, the one of 第…名 or
 * “place … of …” a place; any other is somewhere in the outcome, in the rulebook or among the days. Whether a number is
 * said of the right thing is not checked beyond that, nor are words: to know that a text says what the result says, tell
 * it from the result.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Exact from "../foundation/Exact.js"
import * as Rounding from "../foundation/Rounding.js"
import type { Cite, Expression } from "./Expression.js"
import type { Outcome, Value } from "./Outcome.js"
import type { Rulebook } from "./Rulebook.js"
import * as Wording from "./Wording.js"

// ---------------------------------------------------------------- models

/**
 * A number as it stands in a text: its words, the exact number they say, whether they say that it is about so much (约),
 * and the index in the text at which they begin. `q` is absent where the words are a number and cannot be read as one:
 * `1,00`, `1.2.3`, `①`, `一千二`, a division by nought, more than 400 digits.
 *
 * @category models
 * @since 0.1.0
 */
export interface Numeral {
  readonly text: string
  readonly q?: string
  readonly about: boolean
  readonly at: number
}

/** A numeral with what its place in the text makes it. */
interface Placed extends Numeral {
  readonly role: "score" | "place" | "size" | "any"
}

// ---------------------------------------------------------------- getters

/**
 * The numbers of a text in their order: digits of either width with sign, thousands separators, decimal places or a
 * fraction, the parts of days, and Chinese numerals behind 第 and 得分 or before 分, 名, 条, 次, 件 and 星.
 *
 * **Details** Digits behind letters (`P-058`, `v2.1`) are a name and no number, but for those right behind “Score” or
 * “place”. Letters behind digits are not read (`1007points` is 1007). Chinese numerals anywhere else are words (四舍五入).
 *
 * @example
 * ```ts
 * import { Numerals } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const text = "2023年3月5日，献血，应计+10分，少计1/3分（第二十三条、P-058），实计约9.67分。"
 * assert.deepEqual(Numerals.read(text).map(({ q }) => q), ["2023", "3", "5", "10", "1/3", "23", "9.67"])
 * assert.deepEqual(Numerals.read("得分１，得分1,000，得分九百").map(({ q }) => q), ["1", "1000", "900"])
 * assert.equal(Numerals.read("on 2023-03-05 about −1.5")[3]?.about, true)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const read = (text: string): ReadonlyArray<Numeral> => {
  const plain = narrowed(text)
  return [...plain.matchAll(NUMERAL)].flatMap(({ 0: words, index: at, groups = {} }): ReadonlyArray<Numeral> => {
    const { name, day, about, sign = "", digits, unit = "", of, spoken } = groups
    if (name !== undefined) return []
    if (day !== undefined) return partsOf(day, at)
    const q = digits !== undefined ? ofDigits(sign, digits, unit) : ofSpoken(sign, spoken, of)
    const shown = text.slice(at, at + words.length)
    return [{ text: shown, ...(q === undefined ? {} : { q }), about: about !== undefined, at }]
  })
}

/** Digits and signs of full width as those of half width, character by character. */
const narrowed = (text: string): string =>
  text.replace(/[０-９．／＋－]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))

const SPOKEN = "〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟"
const RUN = `(?<![${SPOKEN}])[${SPOKEN}]+(?:点[${SPOKEN}]+)?`

/** What makes a share of 分 and no points: 百分之、百分点、百分比. */
const PARTS = "之点比制数率号"

/** Names first, then days, digits that letters and digits follow, digits, Chinese numerals, and numbers of other scripts. */
const NUMERAL = /* @__PURE__ */ new RegExp(
  /* @__PURE__ */ [
    "(?<![A-Za-z\\d])(?!(?:[Ss]core|[Pp]lace|[Aa]bout)\\d)(?<name>[A-Za-z]+[-–—]?\\d+(?:[-–—.]?[A-Za-z\\d]+)*)",
    "(?<day>(?<!\\d)\\d{4}-\\d{2}(?:-\\d{2})?(?![\\d-]))",
    "(?<mixed>\\d+(?:[.,/]\\d+)*[A-Za-z]+\\d[A-Za-z\\d]*)",
    `(?<about>约|[Aa]bout )?(?:(?<sign>(?<!\\d)[+−负-])?(?:(?<digits>\\d+(?:[.,/]\\d+)*)(?<unit>[${SPOKEN}]+(?!分[${PARTS}]))?|(?:(?<of>${RUN})分之)?(?<spoken>(?<=第|得分[为是共计约负：:\\s“"*]{0,12}|分之)${RUN}|${RUN}(?=[分名条次件星])(?!分[${PARTS}]))))`,
    "(?<other>(?![\\d〇])\\p{N}+)",
  ].join("|"),
  "gu",
)

const partsOf = (day: string, at: number): ReadonlyArray<Numeral> => {
  const parts = day.split("-")
  return parts.map((part, index) => ({
    text: part,
    q: String(Number(part)),
    about: false,
    at: at + parts.slice(0, index).join("-").length + Math.min(index, 1),
  }))
}

const quotient = (sign: string, above: string | undefined, below: string | undefined): string | undefined => {
  const [over, under] = [above, below].map((one) => (one === undefined ? undefined : Exact.parse(trimmed(one))))
  if (over === undefined || under === undefined || Result.isFailure(over) || Result.isFailure(under)) return undefined
  const found = Exact.divide(over.success, under.success)
  if (Result.isFailure(found)) return undefined
  return Exact.text(sign === "" || sign === "+" ? found.success : Exact.negate(found.success))
}

/** Decimal digits in the form in which exact numbers are read: no noughts in front, none behind the point. */
const trimmed = (digits: string): string => {
  const [, whole = "0", places = ""] = /^0*(\d+)(?:\.(\d*?)0*)?$/.exec(digits) ?? []
  return `${whole}${places === "" ? "" : `.${places}`}`
}

const DIGITS = /^(\d+|\d{1,3}(?:,\d{3})+)(\.\d+)?(?:\/(\d+))?$/

const ofDigits = (sign: string, digits: string, unit: string): string | undefined => {
  const [, whole, places = "", below = "1"] = DIGITS.exec(digits) ?? []
  if (whole === undefined || !/^[十百千万亿]*$/.test(unit)) return undefined
  const found = quotient(sign, whole.replaceAll(",", "") + places, below)
  const noughts = Array.from(unit, (one) => UNITS[one] ?? 0).reduce((sum, count) => sum + count, 0)
  if (found === undefined || noughts === 0 || noughts > MOST_NOUGHTS) return noughts === 0 ? found : undefined
  return Exact.text(Exact.multiply(Exact.parseUnsafe(found), Exact.ofBigInt(10n ** BigInt(noughts))))
}

const UNITS: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 }
const MOST_NOUGHTS = 24

/** A Chinese numeral, or so many parts of a whole (三分之一); of a hundred it is told as per cents are, by its number. */
const ofSpoken = (sign: string, spoken = "", of?: string): string | undefined =>
  quotient(sign, spokenDigits(spoken), of === undefined || of === "百" ? "1" : spokenDigits(of))

const ORDINARY = "零一二三四五六七八九"
const FORMAL: Readonly<Record<string, string>> = {
  〇: "零",
  两: "二",
  壹: "一",
  贰: "二",
  叁: "三",
  肆: "四",
  伍: "五",
  陆: "六",
  柒: "七",
  捌: "八",
  玖: "九",
  拾: "十",
  佰: "百",
  仟: "千",
}

/** A Chinese numeral in digits; nothing where it is malformed, or leaves out the unit of its last digit (一千二). */
const spokenDigits = (spoken: string): string | undefined => {
  const [whole = "", places] = Array.from(spoken, (one) => FORMAL[one] ?? one)
    .join("")
    .split("点")
  const behind = places === undefined ? "" : positional(places)
  const found = whole.length > 1 || places !== undefined ? (positional(whole) ?? counted(whole)) : counted(whole)
  if (found === undefined || behind === undefined) return undefined
  return behind === "" ? found : `${found}.${behind}`
}

/** Digits named one after the other (二〇二三). */
const positional = (spoken: string): string | undefined => {
  const digits = Array.from(spoken, (one) => ORDINARY.indexOf(one))
  return digits.length === 0 || digits.includes(-1) ? undefined : digits.join("")
}

const counted = (spoken: string): string | undefined => {
  const found = /^(?:(.+)亿)?(?:(.+)万)?([^亿万]*)$/.exec(spoken)
  const [large, middle, small] = [found?.[1], found?.[2], found?.[3]].map((part = "") => below10000(part))
  if (found === null || spoken === "" || large === undefined || middle === undefined || small === undefined)
    return undefined
  if (found[3]?.length === 1 && found[3] !== spoken) return undefined
  return String(large * 100_000_000n + middle * 10_000n + small)
}

const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

const below10000 = (spoken: string): bigint | undefined => {
  let [sum, last, isGapped] = [0, 10_000, false]
  let digit: number | undefined
  for (const character of spoken) {
    const place = PLACES[character]
    if (place === undefined) {
      if (digit !== undefined || !ORDINARY.includes(character)) return undefined
      if (character === "零") isGapped = true
      else digit = ORDINARY.indexOf(character)
    } else {
      if (place >= last) return undefined
      sum += (digit ?? 1) * place
      last = place
      digit = undefined
      isGapped = false
    }
  }
  const isCut = digit !== undefined && !isGapped && last > 10 && last < 10_000
  return isCut ? undefined : BigInt(sum + (digit ?? 0))
}

const SCORE =
  /(?:得分[为是共计约：:\s“"*]*(?:至少|至多)?|(?<![A-Za-z])[Ss]core(?:\s+is|\s+of|:)?[\s“"*]*(?:at least |at most )?)$/
const PLACE_ZH = /第\s*(?:至少|至多)?$/
const PLACE_EN = /(?<![A-Za-z])[Pp]laces?\s*(?:at least |at most )?$/
const TO = /^\s*(?:至|到|to|[-–—~～])\s*$/
const OF = /^(?:\s*\(.*\))?\s*of\s*$/
const TOGETHER = /^[^。\n]*共\s*$/
const NAMED = /^\s*(?:(?:至|到|[-–—~～])\s*\S+?\s*)?名/

/** The numerals of a text with their roles: an end of an interval has that of the other. */
const placedIn = (text: string): ReadonlyArray<Placed> => {
  const found: Array<Placed> = []
  let place: number | undefined
  for (const one of read(text)) {
    const role = roleOf(text, one, found.at(-1), place)
    found.push({ ...one, role })
    if (role === "place") place = one.at + one.text.length
  }
  return found
}

const roleOf = (
  text: string,
  { text: words, at }: Numeral,
  last: Placed | undefined,
  place: number | undefined,
): Placed["role"] => {
  const before = text.slice(Math.max(0, at - NEAR), at)
  const after = text.slice(at + words.length, at + words.length + NEAR)
  if (SCORE.test(before)) return "score"
  if ((PLACE_ZH.test(before) && NAMED.test(after)) || PLACE_EN.test(before)) return "place"
  if (last !== undefined && last.role !== "any" && TO.test(text.slice(last.at + last.text.length, at))) return last.role
  if (place === undefined) return "any"
  const between = text.slice(place, Math.min(at, place + FAR))
  return OF.test(between) || (TOGETHER.test(between) && NAMED.test(after)) ? "size" : "any"
}

/** How far around a number its lead is looked for, and how far behind a place how many there are. */
const [NEAR, FAR] = [40, 400]

// ---------------------------------------------------------------- decisions

/**
 * The numbers of a text that nothing bears out, those that cannot be read among them. Behind 得分 or “Score” it takes the
 * score or an end of its interval, in 第…名 and “place … of …” a place of the outcome and how many there are; elsewhere any
 * number of the outcome or the rulebook, with its clauses, labels and days. What is said to be about so much is borne out by
 * a number that rounds to it, half up at its decimal places; and everything by a label, a name or a clause that stands in
 * the text as it is.
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
 * // from 1040 on it would be another level: the number is one of the book, and not the score
 * const raised = text.replace("得分1000", "得分1040")
 * assert.deepEqual(Numerals.unsupported(book, outcome!, raised).map(({ q }) => q), ["1040"])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const unsupported = (book: Rulebook, outcome: Outcome, text: string): ReadonlyArray<Numeral> => {
  const known = supports(book, outcome)
  const doubted = placedIn(text).filter((one) => !isBorneOut(one, known[one.role]))
  if (doubted.length === 0) return []
  const masks = masksOf(book, outcome, text)
  return doubted
    .filter((one) => {
      const start = leadOf(text, one)
      return !masks.some(({ from, to }) => from <= start && one.at + one.text.length <= to)
    })
    .map(({ role: _, ...one }) => one)
}

interface Known {
  readonly exact: ReadonlySet<string>
  readonly all: ReadonlyArray<Exact.Exact>
}

const knownOf = (all: ReadonlyArray<Exact.Exact>): Known => ({ exact: new Set(all.map(Exact.text)), all })

const isBorneOut = ({ q, about, text }: Placed, { exact, all }: Known): boolean => {
  if (q === undefined) return false
  if (exact.has(q)) return true
  if (!about || /[/／分]/.test(text)) return false
  const places = /[.．点](.*)$/.exec(text)?.[1]?.length ?? 0
  const quantum = Exact.divideUnsafe(Exact.one, Exact.ofBigInt(10n ** BigInt(places)))
  return all.some((one) => Exact.text(Rounding.round(one, "halfUp", quantum)) === q)
}

/** Every number that a result may name, by where: elsewhere with both signs, since what is taken is told by its size. */
const supports = (book: Rulebook, outcome: Outcome): Readonly<Record<Placed["role"], Known>> => {
  const anywhere = [
    ...numbersIn([outcome, book]),
    ...weighed(book.total, "total", Exact.one, outcome),
    ...numbersIn(textsOfCites(book)),
  ]
  const { scores, level, places } = outcome
  return {
    score: knownOf([
      ...(scores === undefined ? [] : endsOf(scores.rounded)),
      ...(level.is === "conflict" ? numbersIn(level.params) : []),
    ]),
    place: knownOf(places.flatMap(({ place }) => endsOf(place))),
    size: knownOf(places.map(({ of }) => Exact.integerUnsafe(of))),
    any: knownOf([...anywhere, Exact.zero].flatMap((q) => [q, Exact.negate(q)])),
  }
}

/** The numbers that a value is told by. */
const endsOf = (value: Value): ReadonlyArray<Exact.Exact> => {
  switch (value.is) {
    case "known":
      return [Exact.parseUnsafe(value.q)]
    case "between":
      return [value.from, value.to].flatMap((q) => (q === undefined ? [] : [Exact.parseUnsafe(q)]))
    case "absent":
      return []
    case "conflict":
      return numbersIn(value.params)
  }
}

const NUMBER = /^-?\d+(?:\.\d+|\/\d+)?$/

const numbersIn = (part: unknown): ReadonlyArray<Exact.Exact> =>
  [
    ...new Set(textsIn(part).flatMap((text) => (NUMBER.test(text) ? [text] : read(text).flatMap(({ q }) => q ?? [])))),
  ].flatMap((text) => {
    const parsed = Exact.parse(text)
    return Result.isSuccess(parsed) ? [parsed.success] : []
  })

const textsIn = (part: unknown): ReadonlyArray<string> => {
  if (typeof part === "string") return [part]
  if (typeof part === "number") return Number.isSafeInteger(part) ? [String(part)] : []
  return typeof part === "object" && part !== null ? Object.values(part).flatMap(textsIn) : []
}

/** The clauses as they are cited in words, in either language. */
const textsOfCites = (book: Rulebook): ReadonlyArray<string> => {
  const cites = citesIn(book)
  return (["zh", "en"] as const).flatMap((language) => Wording.clauseTexts(book, cites, language))
}

const citesIn = (part: unknown): ReadonlyArray<Cite> => {
  if (typeof part !== "object" || part === null) return []
  if (isCite(part)) return [part]
  return Object.values(part).flatMap(citesIn)
}

const isCite = (part: object): part is Cite =>
  "doc" in part && "art" in part && typeof part.doc === "string" && typeof part.art === "string"

/** That an effect of the result makes the score nought, which the score itself need not be: the effect may be possible. */
const zeroedTexts = (book: Rulebook, outcome: Outcome): ReadonlyArray<string> =>
  book.effects.some(({ id, does, repair }) => {
    const isTold = outcome.effects.some(({ effect }) => effect === id)
    return isTold && (does === "zero" || repair?.does === "zero")
  })
    ? (["zh", "en"] as const).map(Wording.zeroText)
    : []

interface Mask {
  readonly from: number
  readonly to: number
}

/** Where names, labels and clauses of the result or the rulebook stand in a text as they are; a bare number is none. */
const masksOf = (book: Rulebook, outcome: Outcome, text: string): ReadonlyArray<Mask> => {
  const names = [...textsIn(outcome), ...textsIn(book), ...textsOfCites(book), ...zeroedTexts(book, outcome)]
  const shown = new Set(names.flatMap((name) => [name, Wording.capitalised(name, "en")]))
  return [...shown].flatMap((name) => {
    if (name === "" || NUMBER.test(name) || !text.includes(name) || read(name).length === 0) return []
    const found: Array<Mask> = []
    for (let from = text.indexOf(name); from >= 0; from = text.indexOf(name, from + 1)) {
      found.push({ from, to: from + name.length })
    }
    return found
  })
}

/** Where the words begin that give a numeral its role: a name that holds the number alone does not take the role from it. */
const leadOf = (text: string, { role, at }: Placed): number => {
  if (role === "any") return at
  const before = text.slice(Math.max(0, at - NEAR), at)
  const lead = [SCORE, PLACE_ZH, PLACE_EN].flatMap((form) => form.exec(before)?.[0] ?? [])[0] ?? ""
  return /[：:]/.test(lead) ? at : at - lead.length
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
