/**
 * The sentences of every fault that the foundation raises, in Chinese and English.
 *
 * @since 0.1.0
 */
import type { ExactFault } from "./Exact.js"
import type { Texts } from "./Fault.js"

// ---------------------------------------------------------------- instances

type Code = ExactFault["code"]

/**
 * Code → sentence. `{name}` stands for a parameter of the fault.
 *
 * @category instances
 * @since 0.1.0
 */
export const texts: Texts<Code> = {
  "exact.malformed": { zh: "“{text}”不是数", en: '"{text}" is not a number' },
  "exact.notCanonical": { zh: "“{text}”不是规范写法", en: '"{text}" is not in canonical form' },
  "exact.notSafeInteger": { zh: "{value}不是可用的整数", en: "{value} is not a usable whole number" },
  "exact.divisionByZero": { zh: "除数为零", en: "division by zero" },
}
