/**
 * Spans in words (区间的文字): what a sentence says in place of the notation of intervals.
 *
 * @since 0.1.0
 */
import type { Fault } from "../foundation/Fault.js"
import type { Language } from "../foundation/Label.js"

// ---------------------------------------------------------------- getters

const NOTATION = /^([[(])(−∞|[^,\s]+), (∞|[^,\s]+)([\])])$/u

const words = (text: string, language: Language): string => {
  const parts = NOTATION.exec(text)
  if (parts === null) return text
  const [, open, low = "", high = "", close] = parts
  const zh = language === "zh"
  const [above, below] = [open === "(", close === ")"]
  if (low === "−∞" && high === "∞") return zh ? "任何数" : "any number"
  const least = above ? (zh ? `超过${low}` : `more than ${low}`) : zh ? `${low}及以上` : `at least ${low}`
  const most = below ? (zh ? `不足${high}` : `less than ${high}`) : zh ? `${high}及以下` : `at most ${high}`
  if (high === "∞") return least
  if (low === "−∞") return most
  if (above || below)
    return zh ? `${above ? "超过" : "不少于"}${low}、${below ? "不足" : "不超过"}${high}` : `${least} and ${most}`
  return low === high ? low : zh ? `${low}至${high}` : `${low} to ${high}`
}

/** Parameters of a sentence, every span in them in words. @internal */
export const worded = (params: Fault["params"], language: Language): Fault["params"] =>
  Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key, typeof value === "string" ? words(value, language) : value]),
  )
