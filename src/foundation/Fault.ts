/**
 * Faults (差错): what is wrong with an input, where, and what a person can read about it.
 *
 * A fault holds fields, never a sentence: the sentence is computed from the fields, in Chinese or English. Codes are
 * stable; a decoder reports all faults at once.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import type { Label, Language } from "./Label.js"

// ---------------------------------------------------------------- models

/**
 * Where in a file a fault sits. Lines and columns count from 1; a column of a table may be named by its header.
 *
 * @category models
 * @since 0.1.0
 */
export interface Place {
  readonly file: string
  readonly line?: number
  readonly column?: number | string
}

/**
 * One thing wrong with an input: a stable code, the path to the value inside the document, the place in the file it
 * came from, and the values that the sentence needs.
 *
 * @category models
 * @since 0.1.0
 */
export interface Fault<Code extends string = string> {
  readonly code: Code
  readonly path: ReadonlyArray<string | number>
  readonly at?: Place
  readonly params: Readonly<Record<string, string | number>>
}

/**
 * The sentences of a set of codes. `{name}` stands for a parameter of the fault; where `words` has a label for its value,
 * as for the members of a closed set, that is shown in its place.
 *
 * @category models
 * @since 0.1.0
 */
export type Texts<Code extends string = string> = Readonly<
  Record<
    Code,
    {
      readonly zh: string
      readonly en: string
      readonly words?: Readonly<Record<string, Readonly<Record<string, Label>>>>
    }
  >
>

// ---------------------------------------------------------------- errors

/**
 * What an `…Unsafe` function throws: the faults, for code that has no use for a `Result`.
 *
 * @category errors
 * @since 0.1.0
 */
export class FaultError extends Error {
  override readonly name = "FaultError"
  readonly faults: ReadonlyArray<Fault>
  constructor(faults: ReadonlyArray<Fault>) {
    super(faults.map(line).join("\n"))
    this.faults = faults
  }
}

const line = ({ code, params, path }: Fault): string =>
  `${code} ${visible(JSON.stringify(params))}${path.length === 0 ? "" : ` at ${visible(pointer(path))}`}`

// ---------------------------------------------------------------- constructors

/**
 * A fault from its code, its parameters and the path to the value.
 *
 * @example
 * ```ts
 * import { Fault } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const fault = Fault.make("exact.malformed", { text: "1,5" }, ["levels", 0])
 * assert.deepEqual(fault, { code: "exact.malformed", path: ["levels", 0], params: { text: "1,5" } })
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const make = <const Code extends string>(
  code: Code,
  params: Fault["params"] = {},
  path: Fault["path"] = [],
  at?: Place,
): Fault<Code> => (at === undefined ? { code, path, params } : { code, path, params, at })

// ---------------------------------------------------------------- getters

/**
 * A path as text: `levels[0].on`, or `.` for the document itself.
 *
 * @example
 * ```ts
 * import { Fault } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Fault.pointer(["levels", 0, "on"]), "levels[0].on")
 * assert.equal(Fault.pointer([]), ".")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const pointer = (path: Fault["path"]): string =>
  path.length === 0
    ? "."
    : path.map((key, index) => (typeof key === "number" ? `[${key}]` : index === 0 ? key : `.${key}`)).join("")

/**
 * The sentence of a fault, led by its place: file, line and column where known, else the path.
 *
 * @example
 * ```ts
 * import { Fault } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const texts = { "demo.late": { zh: "{day}已过期", en: "{day} is past" } }
 * const fault = Fault.make("demo.late", { day: "2023-05-01" }, [], { file: "名册.csv", line: 3, column: "日期" })
 * assert.equal(Fault.say(texts, fault, "zh"), "名册.csv 第3行“日期”列：2023-05-01已过期")
 * assert.equal(Fault.say(texts, fault, "en"), '名册.csv line 3 column "日期": 2023-05-01 is past')
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const say = (texts: Texts, fault: Fault, language: Language): string =>
  lead(fault, language) + sentence(texts, fault, language)

/**
 * The sentence of a fault without its place; an unknown code is shown as it is, with its parameters.
 *
 * **Details** A parameter that is text is shown as {@link shown} shows it: what a file holds cannot move the cursor, turn
 * the direction of reading or begin a line of its own.
 *
 * @example
 * ```ts
 * import { Fault } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const texts = { "demo.late": { zh: "{day}已过期", en: "{day} is past" } }
 * assert.equal(Fault.sentence(texts, Fault.make("demo.late", { day: "2023-05-01" }), "en"), "2023-05-01 is past")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const sentence = (texts: Texts, fault: Fault, language: Language): string => {
  const known = Object.hasOwn(texts, fault.code) ? texts[fault.code] : undefined
  if (known === undefined) return `${visible(fault.code)} ${visible(JSON.stringify(fault.params))}`
  return known[language].replace(/\{(\w+)\}/g, (whole, key: string) => {
    if (!Object.hasOwn(fault.params, key)) return whole
    const value = String(fault.params[key])
    return named(known.words, key, value, language) ?? shown(value)
  })
}

const named = (words: Texts[string]["words"], key: string, value: string, language: Language): string | undefined => {
  const labels = words !== undefined && Object.hasOwn(words, key) ? words[key] : undefined
  const label = labels !== undefined && Object.hasOwn(labels, value) ? labels[value] : undefined
  return language === "en" ? (label?.en ?? label?.zh) : label?.zh
}

const WIDEST = 200

/** C0, C1, the line and paragraph separators, and the signs that turn the direction of reading. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu

const visible = (text: string): string =>
  text.replace(UNSEEN, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`)

/**
 * A text of unknown origin as it can stand in a line of a report: signs that steer a screen are written out as
 * `\u001b`, and past two hundred characters an ellipsis stands for the rest, so that lists of ids and
 * books stay whole.
 *
 * @example
 * ```ts
 * import { Fault } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Fault.shown("甲\u001b[2J\n乙"), "甲\\u001b[2J\\u000a乙")
 * assert.equal(Fault.shown("甲".repeat(201)), `${"甲".repeat(200)}…`)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const shown = (text: string): string => {
  const signs = [...text.slice(0, 2 * WIDEST + 2)]
  return visible(signs.length > WIDEST ? `${signs.slice(0, WIDEST).join("")}…` : text)
}

const lead = ({ at, path }: Fault, language: Language): string => {
  if (at === undefined) return path.length === 0 ? "" : `${visible(pointer(path))}${language === "zh" ? "：" : ": "}`
  const file = visible(at.file)
  const column = at.column === undefined ? "" : typeof at.column === "number" ? `${at.column}` : shown(at.column)
  if (language === "zh") {
    const line = at.line === undefined ? "" : ` 第${at.line}行`
    const named = column === "" ? "" : typeof at.column === "number" ? `第${column}列` : `“${column}”列`
    return `${file}${line}${named}：`
  }
  const line = at.line === undefined ? "" : ` line ${at.line}`
  const named = column === "" ? "" : typeof at.column === "number" ? ` column ${column}` : ` column "${column}"`
  return `${file}${line}${named}: `
}

// ---------------------------------------------------------------- operations

/**
 * The same fault, one level deeper: the keys lead its path.
 *
 * @example
 * ```ts
 * import { Fault } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const fault = Fault.under(["levels", 2], Fault.make("exact.malformed", {}, ["on"]))
 * assert.deepEqual(fault.path, ["levels", 2, "on"])
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const under = <Code extends string>(keys: Fault["path"], fault: Fault<Code>): Fault<Code> => ({
  ...fault,
  path: [...keys, ...fault.path],
})

/**
 * The same fault with the place in the file it came from.
 *
 * @example
 * ```ts
 * import { Fault } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const fault = Fault.placed({ file: "名册.csv", line: 2 }, Fault.make("sheet.blank"))
 * assert.deepEqual(fault.at, { file: "名册.csv", line: 2 })
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const placed = <Code extends string>(at: Place, fault: Fault<Code>): Fault<Code> => ({ ...fault, at })

/**
 * The success of a result, or a `FaultError` with the one fault or all the faults of its failure: what every `…Unsafe`
 * function is made of.
 *
 * @example
 * ```ts
 * import { Exact, Fault } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Exact.text(Fault.getOrThrow(Exact.parse("0.5"))), "0.5")
 * assert.throws(() => Fault.getOrThrow(Exact.parse("1,5")), Fault.FaultError)
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const getOrThrow = <A>(result: Result.Result<A, Fault | ReadonlyArray<Fault>>): A => {
  if (Result.isSuccess(result)) return result.success
  const { failure } = result
  throw new FaultError("code" in failure ? [failure] : failure)
}
