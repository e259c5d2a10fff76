import { createHash } from "node:crypto"
import { runInNewContext } from "node:vm"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as Canonical from "../../src/foundation/Canonical.js"
import { FaultError } from "../../src/foundation/Fault.js"

const refused = (value: unknown, limits: Partial<Canonical.Limits> = {}) => {
  const result = Canonical.text(value, limits)
  return Result.isFailure(result) ? result.failure.map(({ code, path, params }) => [code, path, params]) : "accepted"
}

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex")

describe("vectors: value, text, SHA-256 of its UTF-8 as `sha256sum` gives it", () => {
  test.each([
    [{}, "{}", "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"],
    [[], "[]", "4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945"],
    ["", '""', "12ae32cb1ec02d01eda3581b127c1fee3b0dc53572ed6baf239721a03d82e126"],
    [null, "null", "74234e98afe7498fb5daf1f36ac2d78acc339464f950703b8c019892f982b90b"],
    [
      { village: "某村", households: 219, open: true },
      '{"households":219,"open":true,"village":"某村"}',
      "9492099226df05f18e9b6c3773f6da3dd8e3d5468beefaaeadbcc1673859e464",
    ],
  ])("%j", (value, text, digest) => {
    expect(Canonical.textUnsafe(value)).toBe(text)
    expect(sha256(text)).toBe(digest)
  })
})

describe("key order and escapes (RFC 8785, sections 3.2.2.2 and 3.2.3)", () => {
  test("keys stand in the order of UTF-16 code units, not of code points", () => {
    const value = {
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face",
      "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis",
    }
    expect(Canonical.textUnsafe(value)).toBe(
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    )
  })

  test("only what JSON demands is escaped, in the shortest way", () => {
    expect(Canonical.textUnsafe('€$\u000f\u000aA\'B"\\\\"/\b\t\f\r\u007f\u2028')).toBe(
      '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/\\b\\t\\f\\r\u007f\u2028"',
    )
  })

  test("keys that look like numbers stand in the order of texts", () => {
    expect(Canonical.textUnsafe({ 10: 0, 9: 0, 1: 0 })).toBe('{"1":0,"10":0,"9":0}')
  })
})

describe("refusals, all at once, with their places", () => {
  test("what is no data", () => {
    const document = {
      ok: 1,
      a: undefined,
      b: () => 1,
      c: Symbol("s"),
      d: 1n,
      e: [new Date(0), new Map(), new (class Person {})(), Object.create({ inherited: 1 })],
    }
    expect(refused(document)).toEqual([
      ["canonical.notData", ["a"], { kind: "undefined" }],
      ["canonical.notData", ["b"], { kind: "function" }],
      ["canonical.notData", ["c"], { kind: "symbol" }],
      ["canonical.notData", ["d"], { kind: "bigint" }],
      ["canonical.notData", ["e", 0], { kind: "instance" }],
      ["canonical.notData", ["e", 1], { kind: "instance" }],
      ["canonical.notData", ["e", 2], { kind: "instance" }],
      ["canonical.notData", ["e", 3], { kind: "instance" }],
    ])
  })

  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0, 2 ** 53, -(2 ** 53)])(
    "the number %d",
    (value) => {
      expect(refused({ score: [value] })).toEqual([
        ["canonical.notSafeInteger", ["score", 0], { value: Object.is(value, -0) ? "-0" : String(value) }],
      ])
    },
  )

  test.each([2 ** 53 - 1, -(2 ** 53 - 1), 0])("but not %d", (value) => {
    expect(Canonical.textUnsafe(value)).toBe(String(value))
  })

  test("half a surrogate pair, in text and key, at either end and in the wrong order", () => {
    const [high, low] = ["\ud842", "\udfb7"]
    expect(refused([`${high}x`, `x${low}`, low + high, high])).toEqual(
      [0, 1, 2, 3].map((index) => ["canonical.loneSurrogate", [index], {}]),
    )
    expect(refused({ [high]: 1 })).toEqual([["canonical.loneSurrogate", [high], {}]])
    expect(Canonical.textUnsafe(high + low)).toBe('"𠮷"')
  })

  test("a getter is not run", () => {
    let ran = 0
    const document = {
      get secret() {
        ran++
        return 1
      },
    }
    Object.defineProperty(document, "written", { set: () => ran++, enumerable: true })
    expect(refused(document)).toEqual([
      ["canonical.accessor", ["secret"], {}],
      ["canonical.accessor", ["written"], {}],
    ])
    expect(ran).toBe(0)
  })

  test("neither a toJSON nor a toString is run", () => {
    const trap = () => {
      throw new Error("ran")
    }
    expect(refused({ toJSON: trap, toString: trap, valueOf: trap })).toEqual(
      ["toJSON", "toString", "valueOf"].map((key) => ["canonical.notData", [key], { kind: "function" }]),
    )
  })

  test("hidden properties, symbols, extra properties of arrays, and holes", () => {
    const hidden = Object.defineProperty({ [Symbol("mark")]: 1 }, "hidden", { value: 1, enumerable: false })
    expect(refused({ hidden })).toEqual([
      ["canonical.strayProperty", ["hidden"], { key: "Symbol(mark)" }],
      ["canonical.strayProperty", ["hidden"], { key: "hidden" }],
    ])
    const extra = Object.assign([1], { total: 1, [Symbol("mark")]: 1, "-1": 0, "01": 0, "4294967295": 0 })
    expect(refused([extra])).toEqual(
      ["total", "-1", "01", "4294967295", "Symbol(mark)"].map((key) => ["canonical.strayProperty", [0], { key }]),
    )
    // biome-ignore lint/suspicious/noSparseArray: the hole is the case
    expect(refused([1, , 3])).toEqual([["canonical.notData", [1], { kind: "hole" }]])
    const balanced = Object.assign(new Array(1), { extra: 1 })
    expect(refused(balanced)).not.toBe("accepted")
  })

  test("a key __proto__ of its own", () => {
    expect(refused(JSON.parse('{"a":{"__proto__":{"admin":true}}}'))).toEqual([
      ["canonical.protoKey", ["a", "__proto__"], {}],
    ])
    expect(({} as { admin?: boolean }).admin).toBeUndefined()
  })

  test("cycles, but not the same value in two places", () => {
    const loop: Record<string, unknown> = { name: "loop" }
    loop.self = [loop]
    expect(refused(loop)).toEqual([["canonical.cycle", ["self", 0], {}]])
    const shared = { n: 1 }
    expect(Canonical.textUnsafe([shared, shared])).toBe('[{"n":1},{"n":1}]')
  })

  test("subclasses of Array and boxed values", () => {
    class Members extends Array<number> {}
    expect(refused([Members.of(1), Object("x"), Object(1)])).toEqual(
      [0, 1, 2].map((index) => ["canonical.notData", [index], { kind: "instance" }]),
    )
  })

  test("records without a prototype and values of another realm are data", () => {
    expect(Canonical.textUnsafe(Object.assign(Object.create(null) as object, { a: 1 }))).toBe('{"a":1}')
    expect(Canonical.textUnsafe(runInNewContext('({ a: [1, { b: "c" }] })'))).toBe('{"a":[1,{"b":"c"}]}')
  })

  test("proxies whose traps throw, each trap of its own, and revoked ones", () => {
    const traps = ["getPrototypeOf", "ownKeys", "getOwnPropertyDescriptor"] as const
    for (const trap of traps) {
      const proxy = new Proxy({ a: 1 }, { [trap]: () => { throw new Error("trap") } }) // biome-ignore format: one line
      expect(refused({ proxy })).toEqual([
        ["canonical.unreadable", trap === "getOwnPropertyDescriptor" ? ["proxy", "a"] : ["proxy"], {}],
      ])
    }
    const { proxy, revoke } = Proxy.revocable([], {})
    revoke()
    expect(refused({ proxy })).toEqual([["canonical.unreadable", ["proxy"], {}]])
  })

  test("a proxy is looked at once a property, so it cannot change between two looks", () => {
    let looks = 0
    const proxy = new Proxy({ a: 1 }, {
      getOwnPropertyDescriptor: () => ({ value: ++looks, enumerable: true, configurable: true, writable: true }),
      get: () => { throw new Error("read") },
    }) // biome-ignore format: one line
    expect(Canonical.textUnsafe(proxy)).toBe('{"a":1}')
    expect(looks).toBe(1)
  })
})

const nested = (depth: number): unknown => {
  let value: unknown = []
  for (let level = 1; level < depth; level++) value = level % 2 === 0 ? [value] : { in: value }
  return value
}

describe("limits", () => {
  test("depth: 64 levels and not one more, and the place of the 65th", () => {
    expect(Result.isSuccess(Canonical.text(nested(64)))).toBe(true)
    const [first, ...others] = refused(nested(65)) as Array<[string, Array<unknown>, object]>
    expect([first?.[0], first?.[1].length, first?.[2], others]).toEqual(["canonical.tooDeep", 64, { limit: 64 }, []])
  })

  test("depth never passes 256, so that a million levels are refused without overflow", () => {
    expect(refused(nested(1_000_000), { depth: Number.POSITIVE_INFINITY })).toMatchObject([
      ["canonical.tooDeep", { length: 256 }, { limit: 256 }],
    ])
    expect(Result.isSuccess(Canonical.text(nested(256), { depth: 256 }))).toBe(true)
  })

  test("nodes: values count, containers included", () => {
    expect(refused([1, 2, [3]], { nodes: 5 })).toBe("accepted")
    expect(refused([1, 2, [3]], { nodes: 4 })).toEqual([["canonical.tooLarge", [], { limit: 4 }]])
    expect(refused(new Array(4_000_000_000))).toEqual([["canonical.tooLarge", [], { limit: 1_000_000 }]])
  })

  test("values in many places count each time (thirty doublings)", () => {
    let value: unknown = "x"
    for (let level = 0; level < 30; level++) value = [value, value]
    expect(refused(value)).toMatchObject([["canonical.tooLarge", {}, { limit: 1_000_000 }]])
  })

  test("one text, one key, and all text together", () => {
    expect(refused({ a: "xxxx", bbbb: 1, ccc: "x" }, { text: 3 })).toEqual([
      ["canonical.textTooLong", ["a"], { length: 4, limit: 3 }],
      ["canonical.textTooLong", ["bbbb"], { length: 4, limit: 3 }],
    ])
    expect(refused(["xxxx", "yyyy", "z"], { total: 8 })).toEqual([["canonical.tooMuchText", [], { limit: 8 }]])
    expect(refused(["xxxx", "yyyy"], { total: 8 })).toBe("accepted")
  })

  test("a limit that is no number falls back to the default", () => {
    expect(refused(nested(65), { depth: Number.NaN })).toMatchObject([["canonical.tooDeep", {}, { limit: 64 }]])
    expect(refused(nested(65), { depth: -1 })).toMatchObject([["canonical.tooDeep", {}, { limit: 64 }]])
    expect(refused([], { depth: 0 })).toEqual([["canonical.tooDeep", [], { limit: 0 }]])
  })
})

test("the copy of a reading has undefined or nothing at each faulty place, and no prototype", () => {
  const { cut, value } = Canonical.read({ good: [1], bad: Number.NaN })
  expect(cut).toBe(false)
  expect(Object.getPrototypeOf(value)).toBe(null)
  expect({ ...(value as object) }).toEqual({ good: [1], bad: undefined })
})

test("the unsafe twin throws the faults", () => {
  expect(() => Canonical.textUnsafe({ a: 0.5 })).toThrow(FaultError)
})
