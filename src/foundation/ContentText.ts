/**
 * What a record says as one text (内容文本), so that two records can be compared.
 *
 * @since 0.1.0
 */
import { byText } from "./TextOrder.js"

// ---------------------------------------------------------------- getters

/**
 * Data as one text, keys in order and absent where `undefined`. Unlike the canonical form it refuses nothing: it only
 * tells contents apart.
 *
 * @internal
 */
export const contentText = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(contentText).join(",")}]`
  if (typeof value === "bigint") return `${value}n`
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null"
  const entries = Object.entries(value).filter(([, field]) => field !== undefined)
  return `{${entries
    .sort(([a], [b]) => byText(a, b))
    .map(([key, field]) => `${JSON.stringify(key)}:${contentText(field)}`)
    .join(",")}}`
}
