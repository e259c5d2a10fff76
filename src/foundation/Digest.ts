/**
 * Digests (摘要): a short text that stands for a document, and one that stands for a set of documents.
 *
 * A digest is the SHA-256 of the canonical text behind a prefix that says what was digested, so that the digest of a
 * document, of a salted document and of a set never coincide.
 *
 * @since 0.1.0
 */
import { sha256 } from "@noble/hashes/sha2.js"
import { bytesToHex, concatBytes, isBytes, utf8ToBytes } from "@noble/hashes/utils.js"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { type CanonicalFault, isWellFormed, type Limits, text } from "./Canonical.js"
import { type Fault, make as fault, getOrThrow } from "./Fault.js"

// ---------------------------------------------------------------- models

declare const brand: unique symbol

/**
 * A digest: `sha256:` and 64 lower-case hexadecimal digits.
 *
 * @category models
 * @since 0.1.0
 */
export type Digest = string & { readonly [brand]: "Digest" }

/**
 * The digest of a set of documents, with how many there are.
 *
 * @category models
 * @since 0.1.0
 */
export interface Root {
  readonly count: number
  readonly digest: Digest
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with a digest: a text that is none, or a salt that is shorter than 16 bytes or no well-formed text.
 *
 * @category errors
 * @since 0.1.0
 */
export type DigestFault = Fault<"digest.malformed" | "digest.saltTooShort" | "digest.saltMalformed">

// ---------------------------------------------------------------- schemas

const FORM = /^sha256:[0-9a-f]{64}$/u

/**
 * The annotation that tells a digest from other texts: a view for the public withholds it, see `Audience`.
 *
 * @category schemas
 * @since 0.1.0
 */
export const annotation = "dangjian/digest"

/**
 * The schema of {@link Digest}; anything else is refused with `digest.malformed`.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Digest: Schema.Codec<Digest> = /* @__PURE__ */ Schema.String.check(
  /* @__PURE__ */ Schema.isPattern(FORM, { message: "digest.malformed", "dangjian/digest": true }),
) as Schema.Codec<Digest>

/**
 * The schema of {@link Root}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Root: Schema.Codec<Root> = /* @__PURE__ */ Schema.Struct({
  count: /* @__PURE__ */ Schema.Int.check(/* @__PURE__ */ Schema.isGreaterThanOrEqualTo(0)),
  digest: Digest,
})

// ---------------------------------------------------------------- constructors

const PREFIX = { document: "dangjian:document:1\n", salted: "dangjian:salted:1\n", root: "dangjian:root:1\n" }

const digested = (...parts: ReadonlyArray<Uint8Array>): Digest =>
  `sha256:${bytesToHex(sha256(concatBytes(...parts)))}` as Digest

/**
 * The digest of a document. Fails with the faults of its canonical form.
 *
 * **Gotchas**
 *
 * A digest hides nothing that can be guessed: a name, a telephone number or a day of birth is found by trying them all.
 * Over fields of persons use {@link salted}.
 *
 * @example
 * ```ts
 * import { Digest } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const digest = Digest.ofUnsafe({ act: "值班", hours: 2 })
 * assert.equal(digest, Digest.ofUnsafe({ hours: 2, act: "值班" }))
 * assert.notEqual(digest, Digest.ofUnsafe({ hours: "2", act: "值班" }))
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const of = (
  value: unknown,
  limits: Partial<Limits> = {},
): Result.Result<Digest, ReadonlyArray<CanonicalFault>> =>
  Result.map(text(value, limits), (canonical) => digested(utf8ToBytes(PREFIX.document + canonical)))

/**
 * {@link of}, throwing a `FaultError`.
 *
 * @example
 * ```ts
 * import { Digest } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.match(Digest.ofUnsafe([]), /^sha256:[0-9a-f]{64}$/)
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const ofUnsafe = (value: unknown, limits: Partial<Limits> = {}): Digest => getOrThrow(of(value, limits))

/**
 * The digest of a document with a salt (盐) that the caller keeps: whoever has document and salt can check it, whoever
 * has only the digest learns nothing, and once the salt is deleted neither does anyone. A salt in text counts as its
 * UTF-8 bytes; under 16 bytes fails with `digest.saltTooShort`. All faults of salt and document come at once.
 *
 * **Gotchas**
 *
 * The salt has to come from a source of randomness and be used for one document only: under one salt equal documents
 * have equal digests.
 *
 * @example
 * ```ts
 * import { Digest } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const one = Digest.salted("6f1c0b7e52a94d38", { name: "某甲" })
 * const other = Digest.salted("d07be43c98f1562a", { name: "某甲" })
 * assert.notEqual(Result.getOrThrow(one), Result.getOrThrow(other))
 * assert.equal(Result.isFailure(Digest.salted("short", { name: "某甲" })), true)
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const salted = (
  salt: string | Uint8Array,
  value: unknown,
  limits: Partial<Limits> = {},
): Result.Result<Digest, ReadonlyArray<DigestFault | CanonicalFault>> => {
  const bytes = saltBytes(salt)
  const canonical = text(value, limits)
  if (Result.isFailure(bytes)) {
    return Result.fail(Result.isFailure(canonical) ? [bytes.failure, ...canonical.failure] : [bytes.failure])
  }
  if (Result.isFailure(canonical)) return Result.fail(canonical.failure)
  const lead = utf8ToBytes(`${PREFIX.salted}${bytes.success.length}\n`)
  return Result.succeed(digested(lead, bytes.success, utf8ToBytes(canonical.success)))
}

/**
 * {@link salted}, throwing a `FaultError`.
 *
 * @example
 * ```ts
 * import { Digest } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const salt = new Uint8Array(16).fill(7)
 * assert.equal(Digest.saltedUnsafe(salt, { id: 1 }), Digest.saltedUnsafe(salt, { id: 1 }))
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const saltedUnsafe = (salt: string | Uint8Array, value: unknown, limits: Partial<Limits> = {}): Digest =>
  getOrThrow(salted(salt, value, limits))

const SALT_LEAST = 16

const saltBytes = (salt: unknown): Result.Result<Uint8Array, DigestFault> => {
  const usable = typeof salt === "string" ? isWellFormed(salt) : isBytes(salt)
  if (!usable) return Result.fail(fault("digest.saltMalformed"))
  const bytes = typeof salt === "string" ? utf8ToBytes(salt) : (salt as Uint8Array)
  return bytes.length < SALT_LEAST
    ? Result.fail(fault("digest.saltTooShort", { bytes: bytes.length, least: SALT_LEAST }))
    : Result.succeed(bytes)
}

/**
 * The one digest of a set of digests, whatever order they come in. A digest that comes twice counts twice. Fails with
 * `digest.malformed` at each place that holds no digest.
 *
 * @example
 * ```ts
 * import { Digest } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const [a, b] = [Digest.ofUnsafe("甲"), Digest.ofUnsafe("乙")]
 * assert.deepEqual(Digest.rootUnsafe([a, b]), Digest.rootUnsafe([b, a]))
 * assert.equal(Digest.rootUnsafe([a, b]).count, 2)
 * assert.notEqual(Digest.rootUnsafe([a]).digest, a)
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const root = (digests: Iterable<Digest>): Result.Result<Root, ReadonlyArray<DigestFault>> => {
  const all = [...digests]
  const faults = all.flatMap((digest, index) => (is(digest) ? [] : [fault("digest.malformed", {}, [index])]))
  if (faults.length > 0) return Result.fail(faults)
  const lines = all.sort().map((digest) => `${digest}\n`)
  return Result.succeed({ count: all.length, digest: digested(utf8ToBytes(PREFIX.root + lines.join(""))) })
}

/**
 * {@link root}, throwing a `FaultError`.
 *
 * @example
 * ```ts
 * import { Digest } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Digest.rootUnsafe([]).count, 0)
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const rootUnsafe = (digests: Iterable<Digest>): Root => getOrThrow(root(digests))

// ---------------------------------------------------------------- guards

/**
 * Whether a value is a digest.
 *
 * @example
 * ```ts
 * import { Digest } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Digest.is(Digest.ofUnsafe("甲")), true)
 * assert.equal(Digest.is("sha256:00"), false)
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const is = (value: unknown): value is Digest => typeof value === "string" && FORM.test(value)
