import { deepStrictEqual } from "node:assert/strict"
import * as Result from "effect/Result"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Canonical from "../../src/foundation/Canonical.js"

const NEAR = [
  "a",
  "b",
  "1",
  "10",
  "2",
  "é",
  "e\u0301",
  "constructor",
  "toString",
  "length",
  "\u0000",
  '"',
  "\\",
  "\ufb33",
  "😀",
]

const words = fc.oneof(fc.constantFrom(...NEAR), fc.string({ unit: "grapheme", maxLength: 4 }))
const numbers = fc.oneof(
  fc.constantFrom(0, 1, -1, 10, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER),
  fc.maxSafeInteger(),
)

const { value: values } = fc.letrec<{ value: Canonical.Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    words,
    numbers,
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 4 }),
    fc
      .dictionary(
        words.filter((key) => key !== "__proto__"),
        tie("value"),
        { maxKeys: 5, noNullPrototype: true },
      )
      .map((record): Canonical.Value => record),
  ),
}))

const isRecord = (value: Canonical.Value): value is { readonly [key: string]: Canonical.Value } =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** The same value with the keys of every record put in in another order. */
const reordered = (value: Canonical.Value, turn: number): Canonical.Value => {
  if (Array.isArray(value)) return value.map((part: Canonical.Value) => reordered(part, turn + 1))
  if (!isRecord(value)) return value
  const keys = Object.keys(value)
  const cut = keys.length === 0 ? 0 : turn % keys.length
  const order = [...keys.slice(cut), ...keys.slice(0, cut)].reverse()
  return Object.fromEntries(order.map((key) => [key, reordered(value[key]!, turn + 1)]))
}

/** The slow, obvious canonical text: no copy, no limits. */
const obvious = (value: Canonical.Value): string => {
  if (Array.isArray(value)) return `[${value.map(obvious).join()}]`
  if (!isRecord(value)) return JSON.stringify(value)
  const before = (a: string, b: string): number => {
    const units = (text: string) => Array.from({ length: text.length }, (_, index) => text.charCodeAt(index))
    const [left, right] = [units(a), units(b)]
    const at = left.findIndex((unit, index) => unit !== right[index])
    return at < 0 ? left.length - right.length : (left[at] ?? -1) - (right[at] ?? -1)
  }
  const keys = Object.keys(value).sort(before)
  return `{${keys.map((key) => `${JSON.stringify(key)}:${obvious(value[key]!)}`).join()}}`
}

const equal = (a: unknown, b: unknown): boolean => {
  try {
    deepStrictEqual(a, b)
    return true
  } catch {
    return false
  }
}

describe("laws of the canonical text", () => {
  test("it is what the slow, obvious writer writes", () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(Canonical.textUnsafe(value)).toBe(obvious(value))
      }),
    )
  })

  test("the order in which keys were put in does not matter", () => {
    fc.assert(
      fc.property(values, fc.nat(7), (value, turn) => {
        expect(Canonical.textUnsafe(reordered(value, turn))).toBe(Canonical.textUnsafe(value))
      }),
    )
  })

  test("it reads back as an equal value, whose text is the same", () => {
    fc.assert(
      fc.property(values, (value) => {
        const back: unknown = JSON.parse(Canonical.textUnsafe(value))
        deepStrictEqual(back, value)
        expect(Canonical.textUnsafe(back)).toBe(Canonical.textUnsafe(value))
      }),
    )
  })

  test("two values have the same text exactly when they are equal", () => {
    const small = fc.oneof(
      fc.constantFrom<Canonical.Value>("1", 1, "true", true, "null", null, "", [], {}, [[]], { a: 1 }, { a: "1" }, [1]),
      values,
    )
    fc.assert(
      fc.property(small, small, (a, b) => {
        expect(Canonical.textUnsafe(a) === Canonical.textUnsafe(b)).toBe(equal(a, b))
      }),
      { numRuns: 500 },
    )
  })

  test("one change in one place changes the text", () => {
    fc.assert(
      fc.property(values, values, fc.nat(4), (value, put, index) => {
        const [before, after] = [
          [value, index],
          [put, index],
        ]
        expect(Canonical.textUnsafe(before) === Canonical.textUnsafe(after)).toBe(equal(value, put))
      }),
    )
  })

  test("the copy of a reading is equal to the value, without faults", () => {
    fc.assert(
      fc.property(values, (value) => {
        const { cut, faults, value: copy } = Canonical.read(value)
        expect([cut, faults]).toEqual([false, []])
        deepStrictEqual(JSON.parse(JSON.stringify(copy)), value)
      }),
    )
  })
})

describe("laws of the refusal", () => {
  const strange = fc.constantFrom<() => unknown>(
    () => undefined,
    () => 0.5,
    () => -0,
    () => Number.NaN,
    () => 1n,
    () => Symbol("s"),
    () => () => 0,
    () => new Date(0),
    () => new Set(),
    () => "\ud800",
    () => new Proxy({}, { ownKeys: () => { throw new Error("trap") } }), // biome-ignore format: one line
  )

  /** Every place in a value that a part can be put at. */
  const places = (value: Canonical.Value): ReadonlyArray<ReadonlyArray<string | number>> => {
    if (typeof value !== "object" || value === null) return [[]]
    const keys: ReadonlyArray<string | number> = Array.isArray(value)
      ? value.map((_, index) => index)
      : Object.keys(value)
    return [
      [],
      ...keys.flatMap((key) =>
        places((value as Record<string | number, Canonical.Value>)[key]!).map((path) => [key, ...path]),
      ),
    ]
  }

  const putAt = (value: unknown, path: ReadonlyArray<string | number>, part: unknown): unknown => {
    const [key, ...rest] = path
    if (key === undefined) return part
    const copy = Array.isArray(value) ? [...value] : { ...(value as object) }
    const parts = copy as Record<string | number, unknown>
    parts[key] = putAt(parts[key], rest, part)
    return copy
  }

  test("whatever is no data is refused, at its place and only there", () => {
    fc.assert(
      fc.property(values, strange, fc.nat(), (value, part, pick) => {
        const all = places(value)
        const path = all[pick % all.length]!
        const result = Canonical.text(putAt(value, path, part()))
        expect(Result.isFailure(result) && result.failure.map((fault) => fault.path)).toEqual([path])
      }),
    )
  })

  test("two faulty parts are both named", () => {
    fc.assert(
      fc.property(strange, values, strange, (first, between, second) => {
        const result = Canonical.text([first(), between, { x: second() }])
        expect(Result.isFailure(result) && result.failure.map((fault) => fault.path)).toEqual([[0], [2, "x"]])
      }),
    )
  })

  test("reading never throws, and accepts exactly what has a canonical text that reads back equal", () => {
    const anything = fc.anything({
      withBigInt: true,
      withBoxedValues: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withObjectString: true,
      withSet: true,
      withSparseArray: true,
      withTypedArray: true,
      withUnicodeString: true,
    })
    fc.assert(
      fc.property(anything, (value) => {
        const result = Canonical.text(value)
        if (Result.isSuccess(result)) expect(JSON.parse(result.success)).toEqual(value)
        else expect(result.failure.length).toBeGreaterThan(0)
      }),
      { numRuns: 1000 },
    )
  })

  test("a limit on values is kept to the value", () => {
    const count = (value: Canonical.Value): number =>
      typeof value === "object" && value !== null
        ? Object.values(value).reduce((sum: number, part: Canonical.Value) => sum + count(part), 1)
        : 1
    fc.assert(
      fc.property(values, (value) => {
        const nodes = count(value)
        expect(Result.isSuccess(Canonical.text(value, { nodes }))).toBe(true)
        expect(Result.isFailure(Canonical.text(value, { nodes: nodes - 1 }))).toBe(true)
      }),
    )
  })
})
