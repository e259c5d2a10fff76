/**
 * Conditions and scores in words (条件与计分的文字): what a rule text asks for and gives, with every number as it stands in
 * the document.
 *
 * @since 0.1.0
 */
import * as AbsenceOf from "../foundation/Absence.js"
import * as Exact from "../foundation/Exact.js"
import type { Language } from "../foundation/Label.js"
import type {
  Curve,
  Domain,
  Expression,
  Extreme,
  FactLeaf,
  FieldLeaf,
  Peers,
  Piece,
  Sum,
  Ties,
  When,
} from "./Expression.js"
import * as Span from "./Span.js"
import { absentText, domainText, groupText, methodText, modeText, perText, spanText } from "./SpanText.js"

// ---------------------------------------------------------------- models

/**
 * The language, and what names a node that is told of elsewhere; one that is named by nothing is told in full. `apart` says
 * that the values which the fields of single facts can have are told elsewhere. @internal
 */
export interface Words {
  readonly language: Language
  readonly told: (e: Expression) => string | undefined
  readonly apart?: true
}

// ---------------------------------------------------------------- getters

const say = ({ language }: Words, zh: string, en: string): string => (language === "zh" ? zh : en)

const quoted = (words: Words, text: string): string => say(words, `“${text}”`, `“${text}”`)

const grouped = (words: Words, text: string): string => say(words, `〔${text}〕`, `(${text})`)

const isPlainCount = ({ take, domain }: FactLeaf): boolean =>
  take === "count" && domain.min === "0" && domain.max === null && domain.step === "1"

const factText = (e: FactLeaf, words: Words): string => {
  const { kind, take, field, where, domain, decidedBy, closedBy } = e
  const what = quoted(words, kind)
  const value =
    field === undefined || field === "value"
      ? what
      : say(words, `${what}的${quoted(words, field)}`, `${quoted(words, field)} of ${what}`)
  const head = {
    only: value,
    latest: say(words, `最近一次${value}`, `the latest ${value}`),
    count: say(words, `${what}的${unitOf(domain)}数`, `the number of ${what}`),
    sum: say(words, `${value}合计`, `the sum of ${value}`),
  }[take]
  return (
    head +
    asides(words, [
      isPlainCount(e) ? "" : domainText(domain, words.language),
      where === undefined ? "" : whereText(where, words),
      decidedBy === undefined ? "" : byText(words, decidedBy),
      closedBy === "register" ? "" : say(words, "期满才定", "settled once the period has ended"),
    ])
  )
}

const whereText = (where: When, words: Words): string =>
  say(words, `限${conditionText(where, words)}`, `where ${conditionText(where, words)}`)

const unitOf = ({ unit }: Domain): string => (/^[件次人]$/.test(unit) ? unit : "件")

const byText = (words: Words, by: string): string => say(words, `由${by}定`, `decided by ${by}`)

/** What is said of a leaf in brackets behind it. */
const asides = (words: Words, all: ReadonlyArray<string>): string => {
  const said = all.filter((text) => text !== "")
  return said.length === 0 ? "" : say(words, `（${said.join("；")}）`, ` (${said.join("; ")})`)
}

/** A field by its name; the one that every entry has goes without. */
const fieldName = (words: Words, field: string): string =>
  field === "value" ? say(words, "所记数值", "the entered value") : quoted(words, field)

const fieldText = ({ field, domain, decidedBy }: FieldLeaf, words: Words): string =>
  fieldName(words, field) +
  asides(words, [
    words.apart === true ? domain.unit : domainText(domain, words.language),
    decidedBy === undefined ? "" : byText(words, decidedBy),
  ])

/** How equals are settled. @internal */
export const tiesText = ({ keys, last, method }: Ties, words: Words): string => {
  const said = keys.map(({ e, best }) => `${expressionText(e, words)}${bestText(best, words)}`)
  const end =
    last === "share"
      ? say(words, "并列", "equals share the place")
      : last === "meeting"
        ? say(words, "由会议决定", "a meeting decides")
        : say(
            words,
            `按公布的种子${quoted(words, last.draw)}抽签`,
            `a draw from the published seed ${quoted(words, last.draw)} decides`,
          )
  const first =
    said.length === 0
      ? ""
      : say(words, `同分先看${said.join("，再看")}；仍同`, `equals by ${said.join(", then ")}; then `)
  return `${first}${first === "" ? say(words, "同分", "") : ""}${end}${say(words, "，", ", ")}${methodText(method, words.language)}`
}

const bestText = (best: "high" | "low", words: Words): string =>
  best === "high" ? say(words, "（高者在前）", " (high first)") : say(words, "（低者在前）", " (low first)")

const peersText = (e: Peers, words: Words): string => {
  const [value, group] = [expressionText(e.e, words), groupText(e.group, words.language)]
  const ties = e.fold === "rank" || e.ties.keys.length > 0 ? asides(words, [tiesText(e.ties, words)]) : ""
  const best = bestText(e.best, words)
  switch (e.fold) {
    case "rank":
      return say(words, `${value}在${group}中的名次${best}${ties}`, `the place ${group} by ${value}${best}${ties}`)
    case "best":
      return say(words, `${group}中最好的${value}${best}${ties}`, `the best ${value} ${group}${best}${ties}`)
    case "mean":
      return say(words, `${group}的平均${value}${ties}`, `the mean ${value} ${group}${ties}`)
    case "sum":
      return say(words, `${group}的${value}合计${ties}`, `the sum of ${value} ${group}${ties}`)
    case "count":
      return say(words, `${group}中有${value}者的人数${ties}`, `how many ${group} have ${value}${ties}`)
  }
}

const sumText = (e: Sum, words: Words): string => {
  const each = unitsText(e, words)
  const terms = e.of.map(({ w, e: part }, index) => {
    const text = factor(part, words)
    const sign = w.startsWith("-") ? say(words, "－", "− ") : index === 0 ? "" : say(words, "＋", "+ ")
    const size = w.startsWith("-") ? w.slice(1) : w
    return `${sign}${size === "1" ? text : say(words, `${size}×${text}`, `${size} × ${text}`)}`
  })
  const formula = terms.length === 0 ? say(words, "无", "nothing") : terms.join(words.language === "zh" ? "" : " ")
  const head = each === undefined ? formula : each
  return (
    head +
    asides(words, [
      e.weights === "one" ? say(words, "权重应合计为一", "weights meant to come to one") : "",
      e.absent === undefined ? "" : absentText(e.absent, words.language),
    ])
  )
}

/**
 * So much for each full amount (每满若干计若干), where that is what a sum says: one part, rounded down to whole units of an
 * amount times a share. The share stands behind, as it does in the document.
 */
const unitsText = (e: Sum, words: Words): string | undefined => {
  const [only] = e.of
  if (e.of.length !== 1 || only?.e.op !== "round" || words.told(only.e) !== undefined) return undefined
  const { mode, step, e: inner } = only.e
  if (mode !== "floor" || step !== "1" || words.told(inner) !== undefined) return undefined
  if (inner.op === "sum") {
    const [share] = inner.of
    const size = inner.of.length === 1 && inner.absent === undefined ? sizeOf(share?.w) : undefined
    if (share === undefined || size === undefined || inner.weights !== "free") return undefined
    const [amount, unit] = [amountText(share.e, words), "domain" in share.e ? share.e.domain.unit : ""]
    if (size === "1") {
      return say(words, `${amount}每满1${unit}计${only.w}`, `${only.w} for each full 1 ${unit} of ${amount}`)
    }
    return say(
      words,
      `${amount}每满${size}${unit}计${only.w}（即×${share.w}，舍去小数）`,
      `${only.w} for each full ${size} ${unit} of ${amount} (that is × ${share.w}, rounded down)`,
    )
  }
  return inner.op === "curve" ? bandText(inner, only.w, words) : undefined
}

/** An amount whose unit is said beside it. */
const amountText = (e: Expression, words: Words): string =>
  e.op === "field" && words.apart === true && e.decidedBy === undefined && words.told(e) === undefined
    ? fieldName(words, e.field)
    : factor(e, words)

/** A marginal band (分段累进): nothing before it, a slope within it, and full or nothing beyond. */
const bandText = (e: Curve, value: string, words: Words): string | undefined => {
  const sloped = e.pieces.filter(({ slope }) => slope !== undefined)
  const [band] = sloped
  const size = sizeOf(band?.slope)
  if (sloped.length !== 1 || band === undefined || size === undefined) return undefined
  const span = Span.text({ ...band.on })
  return say(
    words,
    `${span}的部分，每满${size}计${value}（${curveText(e, words)}；舍去小数）`,
    `${value} for each full ${size} within ${span} (${curveText(e, words)}; rounded down)`,
  )
}

/** How many units make one, where a share of one is given. */
const sizeOf = (share: string | undefined): string | undefined => {
  if (share === undefined) return undefined
  const exact = Exact.parseUnsafe(share)
  return Exact.sign(exact) > 0 ? Exact.text(Exact.divideUnsafe(Exact.one, exact)) : undefined
}

/** What a piece of a curve gives. @internal */
export const pieceText = ({ at, slope, from }: Piece, of: string, words: Words): string => {
  if (slope === undefined && from === undefined) return at
  const argument = from === undefined || from === "0" ? of : say(words, `（${of}－${from}）`, `(${of} − ${from})`)
  const rise = say(words, `${slope ?? "0"}×${argument}`, `${slope ?? "0"} × ${argument}`)
  return at === "0" ? rise : say(words, `${at}＋${rise}`, `${at} + ${rise}`)
}

/** What the argument of a curve is called in its pieces. @internal */
export const argumentText = (e: Curve, words: Words): string => {
  const told = words.told(e.of)
  if (told !== undefined) return told
  switch (e.of.op) {
    case "field":
      return fieldName(words, e.of.field)
    case "fact":
      return e.of.field === undefined || e.of.field === "value" ? quoted(words, e.of.kind) : quoted(words, e.of.field)
    default:
      return say(words, "该值", "the value")
  }
}

const curveText = (e: Curve, words: Words): string => {
  const name = argumentText(e, words)
  const rows = e.pieces.map((piece) => {
    const gives = pieceText(piece, name, words)
    return say(words, `${Span.text(piece.on)}得${gives}`, `on ${Span.text(piece.on)} ${gives}`)
  })
  return say(
    words,
    `按${expressionText(e.of, words)}：${rows.join("，")}`,
    `by ${expressionText(e.of, words)}: ${rows.join(", ")}`,
  )
}

/** An expression in words, or the name of what tells of it elsewhere. @internal */
export const expressionText = (e: Expression, words: Words): string => words.told(e) ?? ownText(e, words)

/** An expression as part of a product or a sum. */
const factor = (e: Expression, words: Words): string => {
  const told = words.told(e)
  if (told !== undefined) return told
  const text = ownText(e, words)
  return COMPOUND.has(e.op) || (e.op === "const" && e.q.startsWith("-")) ? grouped(words, text) : text
}

const COMPOUND: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "sum",
  "times",
  "ratio",
  "curve",
  "case",
  "round",
  "over",
  "peers",
])

/** An expression in words, whatever it is called. @internal */
export const ownText = (e: Expression, words: Words): string => {
  switch (e.op) {
    case "const":
      return e.form === "fullMark" ? say(words, `满分${e.q}`, `full mark ${e.q}`) : e.q
    case "fact":
      return factText(e, words)
    case "field":
      return fieldText(e, words)
    case "param":
      return (
        say(words, `各自的${quoted(words, e.name)}`, `one's own ${quoted(words, e.name)}`) +
        asides(words, [domainText(e.domain, words.language)])
      )
    case "result": {
      const at = e.at === "same" ? say(words, "同期", "of the same period") : say(words, "上期", "of the period before")
      const node = e.node === "score" ? say(words, "得分", "score") : quoted(words, e.node)
      return (
        say(words, `${quoted(words, e.book)}${at}的${node}`, `the ${node} by ${quoted(words, e.book)} ${at}`) +
        asides(words, [domainText(e.domain, words.language)])
      )
    }
    case "requested":
      return say(words, "该条应计分", "what the line asks for")
    case "ref":
      return quoted(words, e.to)
    case "badges":
      return say(words, "已得单项星数", "the number of badges held")
    case "sum":
      return sumText(e, words)
    case "min":
    case "max":
      return extremeText(e, words)
    case "times":
      return say(
        words,
        `${factor(e.by, words)}×${factor(e.e, words)}`,
        `${factor(e.by, words)} × ${factor(e.e, words)}`,
      )
    case "peers":
      return peersText(e, words)
    case "curve":
      return curveText(e, words)
    default:
      return otherText(e, words)
  }
}

/** The lesser or the greater; of something and a number, a limit on it. */
const extremeText = ({ op, of }: Extreme, words: Words): string => {
  const isNumber = (e: Expression) => e.op === "const" && words.told(e) === undefined
  const [limits, rest] = [of.filter(isNumber), of.filter((e) => !isNumber(e))]
  const [limit, only] = [limits[0], rest[0]]
  if (limits.length === 1 && rest.length === 1 && limit?.op === "const" && only !== undefined) {
    const [zh, en] = op === "min" ? ["不超过", "at most"] : ["不低于", "at least"]
    return say(
      words,
      `${expressionText(only, words)}，${zh}${limit.q}`,
      `${expressionText(only, words)}, ${en} ${limit.q}`,
    )
  }
  const parts = of.map((part) => expressionText(part, words)).join(say(words, "、", ", "))
  const [zh, en] = op === "min" ? ["取低者", "the least of"] : ["取高者", "the greatest of"]
  return say(words, `${zh}：${parts}`, `${en} ${parts}`)
}

const otherText = (
  e: Extract<Expression, { op: "ratio" | "acts" | "over" | "case" | "round" }>,
  words: Words,
): string => {
  switch (e.op) {
    case "ratio": {
      const empty =
        typeof e.empty === "string"
          ? AbsenceOf.text(e.empty, words.language)
          : say(words, `计${e.empty.value}`, e.empty.value)
      return (
        say(
          words,
          `${factor(e.num, words)}÷${factor(e.den, words)}`,
          `${factor(e.num, words)} ÷ ${factor(e.den, words)}`,
        ) + asides(words, [say(words, `分母为零时${empty}`, `on an empty denominator: ${empty}`)])
      )
    }
    case "over": {
      const [per, part] = [perText(e.each, words.language), expressionText(e.e, words)]
      const absent = absentText(e.absent, words.language)
      return (
        (e.fold === "mean"
          ? say(words, `按${per}计${part}，取平均`, `the mean of ${part} by ${per}`)
          : say(words, `按${per}计${part}，相加`, `the sum of ${part} by ${per}`)) + asides(words, [absent])
      )
    }
    case "round":
      return say(
        words,
        `${factor(e.e, words)}${modeText(e.mode, "zh")}到${e.step}`,
        `${factor(e.e, words)} ${modeText(e.mode, "en")} to ${e.step}`,
      )
    case "case": {
      const rows = e.rows.map(({ when, gives }) => {
        const [asked, given] = [conditionText(when, words), expressionText(gives, words)]
        return say(words, `${asked}的，${given}`, `${given} if ${asked}`)
      })
      const rest =
        e.otherwise === null
          ? say(words, "其他未写", "else not said")
          : say(words, `其他，${expressionText(e.otherwise, words)}`, `else ${expressionText(e.otherwise, words)}`)
      return [...rows, rest].join(say(words, "；", "; "))
    }
    case "acts":
      return say(words, `${e.acts.length}条加减分`, `${e.acts.length} lines`)
  }
}

/** A condition in words. @internal */
export const conditionText = (when: When, words: Words): string => {
  const values = (all: ReadonlyArray<string>) =>
    all.length === 0 ? say(words, "（无）", "(none)") : all.join(say(words, "或", " or "))
  switch (when.test) {
    case "is":
      return say(words, `${when.label}为${values(when.in)}`, `${when.label} is ${values(when.in)}`)
    case "tag":
      return say(
        words,
        `标记${quoted(words, when.tag)}为${values(when.in)}`,
        `the tag ${quoted(words, when.tag)} is ${values(when.in)}`,
      )
    case "level": {
      const at =
        when.at === "same" ? say(words, "同期", "of the same period") : say(words, "上期", "of the period before")
      return say(
        words,
        `${quoted(words, when.book)}${at}评为${values(when.in)}`,
        `the level by ${quoted(words, when.book)} ${at} is ${values(when.in)}`,
      )
    }
    case "value":
      return valueText(when, words)
    case "not":
      return say(
        words,
        `非${grouped(words, conditionText(when.of, words))}`,
        `not ${grouped(words, conditionText(when.of, words))}`,
      )
    case "all":
      return listed(when.of, words, say(words, "，且", " and "), say(words, "一律成立", "always"))
    case "any":
      return listed(when.of, words, say(words, "，或", " or "), say(words, "一概不成立", "never"))
    case "atLeast": {
      const parts = listed(when.of, words, say(words, "；", "; "), say(words, "（无）", "(none)"))
      return say(
        words,
        `以下至少${when.n}项：${grouped(words, parts)}`,
        `at least ${when.n} of ${grouped(words, parts)}`,
      )
    }
  }
}

const listed = (parts: ReadonlyArray<When>, words: Words, joint: string, none: string): string => {
  if (parts.length === 0) return none
  if (parts.length === 1 && parts[0] !== undefined) return conditionText(parts[0], words)
  return parts
    .map((part) => {
      const text = conditionText(part, words)
      return part.test === "all" || part.test === "any" || part.test === "atLeast" ? grouped(words, text) : text
    })
    .join(joint)
}

/** That a value is on a span; that something happened, where a plain count is asked to be one or more. */
const valueText = ({ e, on }: Extract<When, { test: "value" }>, words: Words): string => {
  const text = spanText(on, words.language)
  const isPlain = e.op === "fact" && isPlainCount(e) && words.told(e) === undefined
  if (isPlain && on.ge !== undefined && on.le === undefined && on.lt === undefined) {
    const aside = e.where === undefined ? "" : asides(words, [whereText(e.where, words)])
    const what = quoted(words, e.kind)
    if (on.ge === "1") return say(words, `有${what}${aside}`, `there is ${what}${aside}`)
    return say(words, `${what}达到${on.ge}${unitOf(e.domain)}${aside}`, `${what} ${on.ge} times or more${aside}`)
  }
  const value = factor(e, words)
  const verb = /^(超过|不足|等于)/.test(text) ? "" : "为"
  return say(words, `${value}${verb}${text}`, `${value} is ${text}`)
}
