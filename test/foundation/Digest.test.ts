import { createHash } from "node:crypto"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"
import * as Digest from "../../src/foundation/Digest.js"
import { FaultError } from "../../src/foundation/Fault.js"

const sha256 = (...parts: ReadonlyArray<string | Uint8Array>) => {
  const hash = createHash("sha256")
  for (const part of parts) hash.update(part)
  return `sha256:${hash.digest("hex")}`
}

const codes = (result: Result.Result<unknown, ReadonlyArray<{ code: string; path: unknown; params: unknown }>>) =>
  Result.isFailure(result) ? result.failure.map(({ code, params, path }) => [code, path, params]) : "accepted"

const SALT = "0123456789abcdef"

describe("the bytes that are digested (against node:crypto, over texts written out by hand)", () => {
  test("a document", () => {
    expect(Digest.ofUnsafe({ hours: 2, act: "值班𠮷" })).toBe(sha256('dangjian:document:1\n{"act":"值班𠮷","hours":2}'))
    expect(Digest.ofUnsafe([])).toBe("sha256:15aa7d5c4796eef6535ad8428e49e46524ae0a7a4dbf34839853eef508f8a672")
  })

  test("a salted document: the length of the salt in bytes, the salt, the text", () => {
    expect(Digest.saltedUnsafe(SALT, { name: "某甲" })).toBe(sha256(`dangjian:salted:1\n16\n${SALT}{"name":"某甲"}`))
    const bytes = Uint8Array.from({ length: 20 }, (_, index) => 255 - index)
    expect(Digest.saltedUnsafe(bytes, [1])).toBe(sha256("dangjian:salted:1\n20\n", bytes, "[1]"))
    expect(Digest.saltedUnsafe("盐盐盐盐盐盐", 1)).toBe(sha256("dangjian:salted:1\n18\n盐盐盐盐盐盐1"))
  })

  test("a set: the digests in order, a line each", () => {
    const [a, b] = [Digest.ofUnsafe("a"), Digest.ofUnsafe("b")].sort() as [Digest.Digest, Digest.Digest]
    expect(Digest.rootUnsafe([b, a])).toEqual({ count: 2, digest: sha256(`dangjian:root:1\n${a}\n${b}\n`) })
    expect(Digest.rootUnsafe([])).toEqual({ count: 0, digest: sha256("dangjian:root:1\n") })
  })
})

describe("refusals", () => {
  test("a document that is no data", () => {
    expect(codes(Digest.of({ score: 0.1, name: "\udc00" }))).toEqual([
      ["canonical.notSafeInteger", ["score"], { value: "0.1" }],
      ["canonical.loneSurrogate", ["name"], {}],
    ])
    expect(() => Digest.ofUnsafe(undefined)).toThrow(FaultError)
  })

  test("a document past the limits that are given", () => {
    expect(codes(Digest.of([[]], { depth: 1 }))).toEqual([["canonical.tooDeep", [0], { limit: 1 }]])
    expect(codes(Digest.salted(SALT, [[]], { depth: 1 }))).toEqual([["canonical.tooDeep", [0], { limit: 1 }]])
  })

  test("a salt of 15 bytes, in text and in bytes, whatever else is wrong besides", () => {
    const short = ["digest.saltTooShort", [], { bytes: 15, least: 16 }]
    expect(codes(Digest.salted(SALT.slice(1), 1))).toEqual([short])
    expect(codes(Digest.salted("盐盐盐盐盐", 1))).toEqual([short])
    expect(codes(Digest.salted(new Uint8Array(15), 0.5))).toEqual([
      short,
      ["canonical.notSafeInteger", [], { value: "0.5" }],
    ])
    expect(codes(Digest.salted(new Uint8Array(16), 1))).toBe("accepted")
  })

  test("a salt that has no UTF-8, or is neither text nor bytes", () => {
    for (const salt of [`${SALT}\ud800`, 1234567890123456, undefined]) {
      expect(codes(Digest.salted(salt as string, 1))).toEqual([["digest.saltMalformed", [], {}]])
    }
  })

  test("each place of a set that holds no digest", () => {
    const digest = Digest.ofUnsafe("a")
    const others = ["", digest.toUpperCase(), `${digest}\n`, `${digest}0`, digest.slice(7), 1] as Array<Digest.Digest>
    expect(codes(Digest.root([digest, ...others]))).toEqual(
      others.map((_, index) => ["digest.malformed", [index + 1], {}]),
    )
    expect(() => Digest.rootUnsafe(others)).toThrow(FaultError)
  })
})

test("a digest that comes twice counts twice", () => {
  const digest = Digest.ofUnsafe("a")
  expect(Digest.rootUnsafe([digest, digest]).count).toBe(2)
  expect(Digest.rootUnsafe([digest, digest]).digest).not.toBe(Digest.rootUnsafe([digest]).digest)
})

test("text and bytes of a salt are the same salt", () => {
  expect(Digest.saltedUnsafe(new TextEncoder().encode(SALT), 1)).toBe(Digest.saltedUnsafe(SALT, 1))
})

test("the schemas hold what the constructors make, refuse the rest, and say so in JSON Schema", () => {
  const root = Digest.rootUnsafe([Digest.ofUnsafe(1)])
  expect(Schema.is(Digest.Root)(root)).toBe(true)
  expect(Schema.is(Digest.Root)({ ...root, count: -1 })).toBe(false)
  expect(Schema.is(Digest.Root)({ ...root, digest: `${root.digest}0` })).toBe(false)
  expect(Schema.toJsonSchemaDocument(Digest.Digest).schema).toEqual({
    type: "string",
    pattern: "^sha256:[0-9a-f]{64}$",
  })
})
