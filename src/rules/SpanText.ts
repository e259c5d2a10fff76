/**
 * Spans, domains and policies in words (分数段、取值与缺项的文字): ends said outright, with every number as it stands in the
 * document.
 *
 * @since 0.1.0
 */
import * as AbsenceOf from "../foundation/Absence.js"
import type { Language } from "../foundation/Label.js"
import type { Per } from "../foundation/Period.js"
import type { Mode } from "../foundation/Rounding.js"
import type { AbsentPolicy, AbsentRule, Domain, Ties } from "./Expression.js"
import * as Span from "./Span.js"

// ---------------------------------------------------------------- getters

/** The name of a calendar span or of what a cap counts over. @internal */
export const perText = (per: "line" | "period" | Per, language: Language): string => PERS[per][language]

/** How a number is rounded. @internal */
export const modeText = (mode: Mode, language: Language): string => MODES[mode][language]

/** A span with its ends said outright, as the heading of a row: `80（含）至89（含）`. @internal */
export const spanText = (span: Span.Span, language: Language): string => {
  const zh = language === "zh"
  const { ge, gt, le, lt } = span
  const [low, high] = [ge ?? gt, le ?? lt]
  if (low === undefined && high === undefined) return zh ? "任何数" : "any number"
  if (high === undefined) {
    if (ge !== undefined) return zh ? `${ge}以上（含${ge}）` : `${ge} and above`
    return zh ? `超过${gt}` : `above ${gt}`
  }
  if (low === undefined) {
    if (le !== undefined) return zh ? `${le}以下（含${le}）` : `${le} and below`
    return zh ? `不足${lt}` : `below ${lt}`
  }
  if (ge !== undefined && ge === le) return zh ? `等于${ge}` : `exactly ${ge}`
  const [from, to] = [ge === undefined ? gt : `${ge}`, le === undefined ? lt : `${le}`]
  if (zh)
    return `${ge === undefined ? `超过${from}` : `${from}（含）`}至${to}${le === undefined ? "（不含）" : "（含）"}`
  return `${ge === undefined ? `above ${from}` : `from ${from}`} ${le === undefined ? `to below ${to}` : `to ${to} included`}`
}

/** A span in the notation of intervals and in words: `[80, 89] 80（含）至89（含）`. @internal */
export const spanBoth = (span: Span.Span, language: Language): string =>
  language === "zh"
    ? `${Span.text(span)}　${spanText(span, language)}`
    : `${Span.text(span)}, ${spanText(span, language)}`

/** The values that a leaf can have. @internal */
export const domainText = ({ unit, min, max, step }: Domain, language: Language): string => {
  const zh = language === "zh"
  const range =
    min !== null && max !== null
      ? zh
        ? `${min}至${max}${unit}`
        : `${min} to ${max} ${unit}`
      : min !== null
        ? zh
          ? `${min}${unit}以上`
          : `${min} ${unit} or more`
        : max !== null
          ? zh
            ? `${max}${unit}以下`
            : `${max} ${unit} or less`
          : zh
            ? `${unit}，上下不限`
            : `${unit}, without limit`
  return zh ? `${range}，以${step}为单位` : `${range}, in steps of ${step}`
}

const say = (language: Language, zh: string, en: string): string => (language === "zh" ? zh : en)

/** What stands in for an absent part. @internal */
export const absentText = (policy: AbsentPolicy, language: Language): string =>
  (["unknown", "notApplicable", "exempt", "new"] as const)
    .flatMap((kind) => {
      const rule = policy[kind]
      const name = AbsenceOf.text(kind, language)
      return rule === undefined
        ? []
        : [say(language, `${name}时${ruleText(rule, language)}`, `if ${name}, ${ruleText(rule, language)}`)]
    })
    .join(say(language, "，", ", "))

const ruleText = (rule: AbsentRule, language: Language): string => {
  switch (rule) {
    case "interval":
      return say(language, "按可能的区间计", "all that is possible")
    case "reweight":
      return say(language, "其余部分按比例放大", "the other parts are scaled up")
    case "apart":
      return say(language, "整体另列", "the whole is listed apart")
    default: {
      if ("value" in rule) return say(language, `计${rule.value}`, `count ${rule.value}`)
      const among = groupText(rule.peersMean, language)
      return say(language, `取${among}其他人的平均`, `the mean of the others ${among}`)
    }
  }
}

/** Those that somebody is compared with. @internal */
export const groupText = (group: string | null, language: Language): string =>
  group === null ? say(language, "全体", "of all") : say(language, `同一“${group}”`, `of the same “${group}”`)

/** Which place those who share one take. @internal */
export const methodText = (method: Ties["method"], language: Language): string => METHODS[method][language]

// ---------------------------------------------------------------- instances

type Named = Readonly<Record<Language, string>>

const PERS: Readonly<Record<"line" | "period" | Per, Named>> = {
  line: { zh: "次", en: "line" },
  month: { zh: "月", en: "month" },
  quarter: { zh: "季", en: "quarter" },
  half: { zh: "半年", en: "half-year" },
  year: { zh: "年", en: "year" },
  period: { zh: "期", en: "period" },
}

const MODES: Readonly<Record<Mode, Named>> = {
  halfUp: { zh: "四舍五入", en: "rounded half up" },
  halfEven: { zh: "四舍六入五成双", en: "rounded half to even" },
  up: { zh: "向远离零取整", en: "rounded away from nought" },
  down: { zh: "向零取整", en: "rounded towards nought" },
  floor: { zh: "舍去零头", en: "rounded down" },
  ceiling: { zh: "零头进一", en: "rounded up" },
}

const METHODS: Readonly<Record<Ties["method"], Named>> = {
  min: { zh: "取靠前名次", en: "the first of their places" },
  max: { zh: "取靠后名次", en: "the last of their places" },
  average: { zh: "取平均名次", en: "the mean of their places" },
  dense: { zh: "名次不跳号", en: "the next place without a gap" },
  ordinal: { zh: "逐个排号", en: "one after the other" },
}
