import { createHash } from "node:crypto"
import fc from "fast-check"
import { expect, test } from "vitest"
import * as Canonical from "../../src/foundation/Canonical.js"
import * as Digest from "../../src/foundation/Digest.js"

const texts = fc.string({ unit: "grapheme", maxLength: 80 })
const documents = fc.oneof(
  texts,
  fc.maxSafeInteger(),
  fc.dictionary(fc.stringMatching(/^[a-z]{0,3}$/), texts),
  fc.array(texts),
)
const sets = fc.array(
  fc.nat(9).map((value) => Digest.ofUnsafe(value)),
  { maxLength: 8 },
)

test("a digest is what node:crypto gives for the canonical text behind its prefix, at every length", () => {
  fc.assert(
    fc.property(documents, (document) => {
      const expected = createHash("sha256")
        .update(`dangjian:document:1\n${Canonical.textUnsafe(document)}`)
        .digest("hex")
      expect(Digest.ofUnsafe(document)).toBe(`sha256:${expected}`)
      expect(Digest.is(Digest.ofUnsafe(document))).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test("documents have the same digest exactly when they have the same canonical text", () => {
  const few = fc.oneof(fc.constantFrom<unknown>("1", 1, [1], ["1"], { a: 1 }, {}, [], ""), documents)
  fc.assert(
    fc.property(few, few, (a, b) => {
      expect(Digest.ofUnsafe(a) === Digest.ofUnsafe(b)).toBe(Canonical.textUnsafe(a) === Canonical.textUnsafe(b))
    }),
  )
})

test("another salt gives another digest, and so does a boundary moved between salt and document", () => {
  const salts = fc.stringMatching(/^[0-9]{16,20}$/)
  fc.assert(
    fc.property(salts, salts, fc.nat(999), fc.nat(999), (salt, other, document, next) => {
      const same = salt === other && document === next
      expect(Digest.saltedUnsafe(salt, document) === Digest.saltedUnsafe(other, next)).toBe(same)
      const moved = Digest.saltedUnsafe(salt + String(document)[0]!, document)
      expect(moved).not.toBe(Digest.saltedUnsafe(salt, Number(String(document) + String(document)[0]!)))
      expect(Digest.saltedUnsafe(salt, Number(`1${document}`))).not.toBe(Digest.saltedUnsafe(`${salt}1`, document))
    }),
  )
})

test("the root of a set does not depend on its order", () => {
  fc.assert(
    fc.property(
      sets.chain((set) => fc.tuple(fc.constant(set), fc.shuffledSubarray(set, { minLength: set.length }))),
      ([set, shuffled]) => {
        expect(Digest.rootUnsafe(shuffled)).toEqual(Digest.rootUnsafe(set))
      },
    ),
  )
})

test("two sets have the same root exactly when they hold the same digests as often", () => {
  fc.assert(
    fc.property(sets, sets, (a, b) => {
      const same = JSON.stringify([...a].sort()) === JSON.stringify([...b].sort())
      expect(Digest.rootUnsafe(a).digest === Digest.rootUnsafe(b).digest).toBe(same)
    }),
    { numRuns: 500 },
  )
})

test("a root leaves its input as it was", () => {
  fc.assert(
    fc.property(sets, (set) => {
      const before = [...set]
      Digest.rootUnsafe(set)
      expect(set).toEqual(before)
    }),
  )
})

test("no digest of a document, a salted document and a set coincide", () => {
  fc.assert(
    fc.property(documents, (document) => {
      const plain = Digest.ofUnsafe(document)
      const salted = Digest.saltedUnsafe("0123456789abcdef", document)
      const root = Digest.rootUnsafe([plain]).digest
      expect(new Set([plain, salted, root]).size).toBe(3)
    }),
  )
})
