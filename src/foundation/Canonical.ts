/**
 * Canonical form (规范形式): the one text of a document, so that equal documents have equal texts and equal digests.
 *
 * A document is data: texts, safe integers, booleans, null, arrays and plain records. Whatever else stands in it is
 * refused with its place, all at once; nothing is left out, rounded or repaired.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import { type Fault, make as fault, getOrThrow } from "./Fault.js"

// ---------------------------------------------------------------- models

/**
 * Data as a document holds it. A number is a safe integer; an exact number that is none stands as text.
 *
 * @category models
 * @since 0.1.0
 */
export type Value = string | number | boolean | null | ReadonlyArray<Value> | { readonly [key: string]: Value }

/**
 * How much is read before a document is refused: `depth` arrays and records inside one another, `nodes` values in all,
 * `text` UTF-16 code units in one text or key, `total` code units in all texts and keys.
 *
 * @category models
 * @since 0.1.0
 */
export interface Limits {
  readonly depth: number
  readonly nodes: number
  readonly text: number
  readonly total: number
}

/**
 * What a reading found: a copy that holds nothing but data, and the faults. Each place with a fault is `undefined` or
 * absent in the copy, and records of the copy have no prototype. The copy is whole where there are no faults, and
 * breaks off where `cut` is true.
 *
 * @category models
 * @since 0.1.0
 */
export interface Reading {
  readonly value: unknown
  readonly faults: ReadonlyArray<CanonicalFault>
  readonly cut: boolean
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with data: half of a surrogate pair in a text or key, a number that is no safe integer, something
 * that is no data (`kind`: undefined, function, symbol, bigint, hole, instance), a property that is hidden or of no use
 * in data, an accessor, a key `__proto__`, a cycle, an object that will not be read, or too much of it.
 *
 * @category errors
 * @since 0.1.0
 */
export type CanonicalFault = Fault<
  | "canonical.loneSurrogate"
  | "canonical.notSafeInteger"
  | "canonical.notData"
  | "canonical.strayProperty"
  | "canonical.accessor"
  | "canonical.protoKey"
  | "canonical.cycle"
  | "canonical.unreadable"
  | "canonical.tooDeep"
  | "canonical.tooLarge"
  | "canonical.tooMuchText"
  | "canonical.textTooLong"
>

// ---------------------------------------------------------------- constructors

/**
 * The limits that hold where none are given: 64 levels, a million values, 100,000 code units in a text and fifty
 * million in all.
 *
 * @category constructors
 * @since 0.1.0
 */
export const limits: Limits = { depth: 64, nodes: 1_000_000, text: 100_000, total: 50_000_000 }

const MOST: Limits = { depth: 256, nodes: 100_000_000, text: 64_000_000, total: 64_000_000 }

const bounds = (given: Partial<Limits>): Limits => {
  const bound = (key: keyof Limits): number => {
    const wanted = given[key]
    return typeof wanted === "number" && wanted >= 0 ? Math.min(Math.floor(wanted), MOST[key]) : limits[key]
  }
  return { depth: bound("depth"), nodes: bound("nodes"), text: bound("text"), total: bound("total") }
}

// ---------------------------------------------------------------- guards

const LONE_SURROGATE = /[\uD800-\uDFFF]/u

/**
 * Whether every surrogate of a text is half of a pair, that is, whether it has an encoding in UTF-8.
 *
 * @example
 * ```ts
 * import { Canonical } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Canonical.isWellFormed("𠮷"), true)
 * assert.equal(Canonical.isWellFormed("𠮷".slice(1)), false)
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const isWellFormed = (text: string): boolean => !LONE_SURROGATE.test(text)

const isPlain = (prototype: object | null): boolean =>
  prototype === null ||
  prototype === Object.prototype ||
  (Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, "isPrototypeOf"))

const isPlainArray = (prototype: object | null): boolean =>
  prototype === Array.prototype || (Array.isArray(prototype) && isPlain(Object.getPrototypeOf(prototype)))

// ---------------------------------------------------------------- operations

/**
 * A copy of an unknown value that is data through and through, with all faults of the original.
 *
 * **When to use**
 *
 * In front of anything that would look at input from outside: after it no property runs code, changes between two
 * looks, comes from a prototype or leads in a circle.
 *
 * **Details**
 *
 * Each property is looked at once and no getter is run. A value that occurs in two places is copied twice and counts
 * twice. Nesting never goes past 256 levels whatever the limits say, nor the text past 64 million code units.
 *
 * @example
 * ```ts
 * import { Canonical } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const { faults } = Canonical.read({ score: 89.5, day: new Date(0) })
 * assert.deepEqual(faults, [
 *   { code: "canonical.notSafeInteger", path: ["score"], params: { value: "89.5" } },
 *   { code: "canonical.notData", path: ["day"], params: { kind: "instance" } },
 * ])
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const read = (value: unknown, given: Partial<Limits> = {}): Reading => {
  const walk: Walk = { frames: [], open: new Set(), faults: [], limits: bounds(given), nodes: 0, total: 0, cut: false }
  const copy = enter(walk, value, [])
  while (!walk.cut && walk.frames.length > 0) step(walk, walk.frames.at(-1)!)
  return { value: copy, faults: walk.faults, cut: walk.cut }
}

interface Walk {
  readonly frames: Array<Frame>
  readonly open: Set<object>
  readonly faults: Array<CanonicalFault>
  readonly limits: Limits
  nodes: number
  total: number
  cut: boolean
}

interface Frame {
  readonly source: object
  readonly copy: Record<string | number, unknown>
  readonly keys: ReadonlyArray<string> | undefined
  readonly length: number
  readonly under: ReadonlyArray<string | number>
  next: number
}

const refuse = (
  walk: Walk,
  code: CanonicalFault["code"],
  key: ReadonlyArray<string | number>,
  params: Fault["params"] = {},
): undefined => {
  walk.faults.push(fault(code, params, [...walk.frames.flatMap(({ under }) => under), ...key]))
}

const stop = (walk: Walk, code: "canonical.tooLarge" | "canonical.tooMuchText", limit: number): undefined => {
  walk.cut = true
  walk.faults.push(fault(code, { limit }))
}

const enter = (walk: Walk, value: unknown, key: ReadonlyArray<string | number>): unknown => {
  if (++walk.nodes > walk.limits.nodes) return stop(walk, "canonical.tooLarge", walk.limits.nodes)
  switch (typeof value) {
    case "string":
      return admitText(walk, value, key) ? value : undefined
    case "number":
      if (Number.isSafeInteger(value) && !Object.is(value, -0)) return value
      return refuse(walk, "canonical.notSafeInteger", key, { value: Object.is(value, -0) ? "-0" : String(value) })
    case "boolean":
      return value
    case "object":
      return value === null ? null : open(walk, value, key)
    default:
      return refuse(walk, "canonical.notData", key, { kind: typeof value })
  }
}

const admitText = (walk: Walk, text: string, key: ReadonlyArray<string | number>): boolean => {
  walk.total += text.length
  if (text.length > walk.limits.text) {
    refuse(walk, "canonical.textTooLong", key, { length: text.length, limit: walk.limits.text })
  } else if (walk.total > walk.limits.total) {
    stop(walk, "canonical.tooMuchText", walk.limits.total)
  } else if (!isWellFormed(text)) {
    refuse(walk, "canonical.loneSurrogate", key)
  } else {
    return true
  }
  return false
}

const open = (walk: Walk, source: object, key: ReadonlyArray<string | number>): unknown => {
  if (walk.open.has(source)) return refuse(walk, "canonical.cycle", key)
  if (walk.frames.length >= walk.limits.depth) {
    return refuse(walk, "canonical.tooDeep", key, { limit: walk.limits.depth })
  }
  const shape = shapeOf(source)
  if (shape === undefined) return refuse(walk, "canonical.unreadable", key)
  if (shape.instance) return refuse(walk, "canonical.notData", key, { kind: "instance" })
  if (walk.nodes + shape.length > walk.limits.nodes) return stop(walk, "canonical.tooLarge", walk.limits.nodes)
  for (const stray of shape.stray) refuse(walk, "canonical.strayProperty", key, { key: shown(stray) })
  const copy = (shape.keys === undefined ? [] : Object.create(null)) as Frame["copy"]
  walk.frames.push({ source, copy, keys: shape.keys, length: shape.length, under: key, next: 0 })
  walk.open.add(source)
  return copy
}

interface Shape {
  readonly instance: boolean
  readonly keys: ReadonlyArray<string> | undefined
  readonly length: number
  readonly stray: ReadonlyArray<string | symbol>
}

const shapeOf = (source: object): Shape | undefined => {
  try {
    const prototype: object | null = Object.getPrototypeOf(source)
    const keys = Reflect.ownKeys(source)
    if (Array.isArray(source)) {
      const length = Number(Object.getOwnPropertyDescriptor(source, "length")?.value)
      const dense = keys.length === length + 1 && keys[length] === "length"
      const stray = dense ? [] : keys.filter((key) => key !== "length" && !isIndex(key, length))
      return { instance: !isPlainArray(prototype), keys: undefined, length, stray }
    }
    const named = keys.filter((key) => typeof key === "string")
    const stray = named.length === keys.length ? [] : keys.filter((key) => typeof key === "symbol")
    return { instance: !isPlain(prototype), keys: named, length: named.length, stray }
  } catch {
    return undefined
  }
}

const isIndex = (key: string | symbol, length: number): boolean =>
  typeof key === "string" && String(Number(key)) === key && Number(key) < length && Number(key) >= 0

const shown = (key: string | symbol): string => {
  const text = typeof key === "symbol" ? String(key) : key
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}

const step = (walk: Walk, frame: Frame): void => {
  if (frame.next >= frame.length) {
    walk.open.delete(frame.source)
    walk.frames.pop()
    return
  }
  const index = frame.next++
  const key = frame.keys === undefined ? index : frame.keys[index]!
  if (typeof key === "string" && !admitKey(walk, key)) return
  const property = propertyOf(frame.source, key)
  if (property === "unreadable") refuse(walk, "canonical.unreadable", [key])
  else if (property === undefined) refuse(walk, "canonical.notData", [key], { kind: "hole" })
  else if (!("value" in property)) refuse(walk, "canonical.accessor", [key])
  else if (!property.enumerable) refuse(walk, "canonical.strayProperty", [], { key: shown(String(key)) })
  else frame.copy[key] = enter(walk, property.value, [key])
}

const admitKey = (walk: Walk, key: string): boolean => {
  if (key === "__proto__") refuse(walk, "canonical.protoKey", [key])
  return key !== "__proto__" && admitText(walk, key, [shown(key)])
}

const propertyOf = (source: object, key: string | number): PropertyDescriptor | undefined | "unreadable" => {
  try {
    return Object.getOwnPropertyDescriptor(source, key)
  } catch {
    return "unreadable"
  }
}

/**
 * The canonical text of a document: JSON without white space, keys in the order of their UTF-16 code units, and no
 * escape that JSON does not demand. Two documents have the same text exactly when they are equal. Fails with all faults
 * of {@link read}.
 *
 * **Details**
 *
 * On what it accepts it is the form of RFC 8785 (JSON Canonicalization Scheme); fractions and exponents, which that
 * form also covers, are refused here.
 *
 * @example
 * ```ts
 * import { Canonical } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const text = Canonical.text({ to: "联户长", count: 11, "1": [true, null] })
 * assert.equal(Result.getOrThrow(text), '{"1":[true,null],"count":11,"to":"联户长"}')
 * assert.equal(Result.isFailure(Canonical.text({ count: 0.5 })), true)
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const text = (
  value: unknown,
  given: Partial<Limits> = {},
): Result.Result<string, ReadonlyArray<CanonicalFault>> => {
  const reading = read(value, given)
  return reading.faults.length > 0 ? Result.fail(reading.faults) : Result.succeed(write(reading.value as Value))
}

/**
 * {@link text}, throwing a `FaultError`.
 *
 * @example
 * ```ts
 * import { Canonical } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Canonical.textUnsafe({ b: 1, a: "1" }), '{"a":"1","b":1}')
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const textUnsafe = (value: unknown, given: Partial<Limits> = {}): string => getOrThrow(text(value, given))

const write = (value: Value): string => {
  if (typeof value !== "object" || value === null) return JSON.stringify(value)
  if (isArray(value)) return `[${value.map(write).join(",")}]`
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${write(value[key]!)}`)
  return `{${members.join(",")}}`
}

const isArray: (value: object) => value is ReadonlyArray<Value> = Array.isArray
