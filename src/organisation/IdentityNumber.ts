/**
 * Identity numbers (公民身份号码): checked by their own check digit, read for sex and day of birth, and never shown. What is
 * kept of one is a mask and a salted digest.
 *
 * A number that was read lives in memory alone: printed, put into a text or into JSON it is its mask. The mask keeps the
 * first three digits and the last: the last four, as many offices print them, would give the whole number to anybody
 * who knows village, birthday and sex.
 *
 * Source: GB 11643-1999 《公民身份号码》.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Audience from "../foundation/Audience.js"
import * as CivilDate from "../foundation/CivilDate.js"
import * as Digest from "../foundation/Digest.js"
import { type Fault, make as fault, getOrThrow } from "../foundation/Fault.js"

// ---------------------------------------------------------------- models

const held: unique symbol = /* @__PURE__ */ Symbol("held")

/**
 * A number of eighteen signs whose check digit is right and whose day of birth exists. No field of it shows its digits,
 * and as text and as JSON it is its mask, so that it does not slip into a log or a document; whoever sets out to get at
 * them in the same program can.
 *
 * @category models
 * @since 0.1.0
 */
export interface IdentityNumber {
  readonly [held]: () => string
  readonly toString: () => string
  readonly toJSON: () => string
}

/**
 * What a document keeps of a number: the mask (`000**************X`) and the digest of the number under a salt that the
 * office keeps elsewhere.
 *
 * @category models
 * @since 0.1.0
 */
export interface Sealed {
  readonly mask: string
  readonly digest: Digest.Digest
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with a number: neither fifteen digits nor seventeen with a check digit, a day of birth that no
 * calendar has, a wrong check digit; and a text in the place of a sealed number that is none. No fault repeats what was
 * written.
 *
 * @category errors
 * @since 0.1.0
 */
export type IdentityNumberFault = Fault<
  "identityNumber.malformed" | "identityNumber.birthDate" | "identityNumber.checkDigit" | "identityNumber.notSealed"
>

// ---------------------------------------------------------------- schemas

const MASK = /^\d{3}\*{14}[\dX]$/

const digestText = /* @__PURE__ */ Audience.visibleTo()(
  /* @__PURE__ */ Audience.sensitive("protected")(Schema.String),
) as Schema.Codec<Digest.Digest>
const maskText = /* @__PURE__ */ Audience.visibleTo(
  "staff",
  "requester",
)(/* @__PURE__ */ Audience.sensitive("protected")(Schema.String))

/**
 * The schema of {@link Sealed}. The mask shows to staff and to the person concerned, the digest to nobody. Anything else
 * is refused with `identityNumber.notSealed` as a whole, so that a number which stands where its mask should is not
 * repeated in the fault.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Sealed: Schema.Codec<Sealed> = /* @__PURE__ */ Schema.Struct({
  mask: maskText,
  digest: digestText,
}).check(
  /* @__PURE__ */ Schema.makeFilter(
    ({ mask, digest }: Sealed) => (MASK.test(mask) && Digest.is(digest)) || "identityNumber.notSealed",
  ),
)

// ---------------------------------------------------------------- constructors

const FORM = /^(?:\d{17}[\dXx]|\d{15})$/
const WEIGHTS: ReadonlyArray<number> = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_DIGITS = "10X98765432"

/**
 * Reads a number as it was written: eighteen signs, or the fifteen digits of the old form (the year without its century),
 * which are brought to eighteen. Spaces around it do not count. Fails with all that is wrong; no fault holds a digit of
 * the number.
 *
 * **Gotchas**
 *
 * Whether the region exists and whether the day of birth has come is not asked here: the one is a table that changes,
 * the other needs a day.
 *
 * @example
 * ```ts
 * import { IdentityNumber } from "dangjian/organisation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * // made up: no region has the code 000000
 * const number = Result.getOrThrow(IdentityNumber.parse("00000019490307005X"))
 * assert.equal(`${number}`, "000**************X")
 * assert.equal(JSON.stringify({ number }), '{"number":"000**************X"}')
 * assert.equal(Result.isFailure(IdentityNumber.parse("000000194903070051")), true)
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const parse = (text: string): Result.Result<IdentityNumber, ReadonlyArray<IdentityNumberFault>> => {
  const written = text.trim()
  if (!FORM.test(written)) return Result.fail([fault("identityNumber.malformed", { length: [...written].length })])
  const digits = written.length === 15 ? upgraded(written) : written.toUpperCase()
  const faults: Array<IdentityNumberFault> = []
  if (!CivilDate.is(bornText(digits))) faults.push(fault("identityNumber.birthDate"))
  if (checkDigit(digits) !== digits[17]) faults.push(fault("identityNumber.checkDigit"))
  return faults.length > 0 ? Result.fail(faults) : Result.succeed(holding(digits))
}

const upgraded = (old: string): string => {
  const seventeen = `${old.slice(0, 6)}19${old.slice(6)}`
  return seventeen + checkDigit(seventeen)
}

const checkDigit = (digits: string): string =>
  CHECK_DIGITS[WEIGHTS.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11]!

const bornText = (digits: string): string => `${digits.slice(6, 10)}-${digits.slice(10, 12)}-${digits.slice(12, 14)}`

const holding = (digits: string): IdentityNumber => {
  const shown = `${digits.slice(0, 3)}${"*".repeat(14)}${digits.slice(17)}`
  return Object.freeze({ [held]: () => digits, toString: () => shown, toJSON: () => shown })
}

/**
 * {@link parse}, throwing a `FaultError`: for made-up numbers in code.
 *
 * @example
 * ```ts
 * import { IdentityNumber } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * // made up: no region has the code 000000
 * assert.equal(IdentityNumber.sex(IdentityNumber.parseUnsafe("00000019490307005X")), "male")
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const parseUnsafe = (text: string): IdentityNumber => getOrThrow(parse(text))

// ---------------------------------------------------------------- guards

/**
 * Whether two numbers are the same.
 *
 * @example
 * ```ts
 * import { IdentityNumber } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * // made up: no region has the code 000000
 * const [a, b] = ["000000490307005", "00000019490307005x"].map(IdentityNumber.parseUnsafe)
 * assert.equal(IdentityNumber.equals(a!, b!), true)
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const equals = (a: IdentityNumber, b: IdentityNumber): boolean => a[held]() === b[held]()

/**
 * Whether a text holds a number anywhere: a remark or a name that has to be cleaned before it is stored. One written in
 * full-width digits, or in groups of digits with spaces or hyphens between them, is found as well.
 *
 * @example
 * ```ts
 * import { IdentityNumber } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * // made up: no region has the code 000000
 * assert.equal(IdentityNumber.isIn("甲（00000019490307005X）"), true)
 * assert.equal(IdentityNumber.isIn("甲（000**************X）"), false)
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const isIn = (text: string): boolean => {
  const plain = text.normalize("NFKC")
  const spaced = plain.replace(/(?<=\d)[\s-]+(?=[\dXx])/gu, "")
  const parts = [
    ...(plain.match(/(?<!\d)(?:\d{17}[\dXx]|\d{15})(?![\dXx])/g) ?? []),
    ...(spaced.match(/(?<!\d)\d{17}[\dXx](?![\dXx])/g) ?? []),
  ]
  return parts.some((part) => Result.isSuccess(parse(part)))
}

// ---------------------------------------------------------------- getters

/**
 * The number as it may be shown: the first three digits, fourteen stars, the last.
 *
 * @example
 * ```ts
 * import { IdentityNumber } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * // made up: no region has the code 000000
 * assert.equal(IdentityNumber.mask(IdentityNumber.parseUnsafe("00000019490307005X")), "000**************X")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const mask = (self: IdentityNumber): string => self.toString()

/**
 * The day of birth that the number states.
 *
 * @example
 * ```ts
 * import { IdentityNumber } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * // made up: no region has the code 000000
 * assert.equal(IdentityNumber.birthDate(IdentityNumber.parseUnsafe("00000019490307005X")), "1949-03-07")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const birthDate = (self: IdentityNumber): CivilDate.CivilDate => CivilDate.parseUnsafe(bornText(self[held]()))

/**
 * The sex that the number states: the seventeenth digit is odd for men.
 *
 * @example
 * ```ts
 * import { IdentityNumber } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * // made up: no region has the code 000000
 * assert.equal(IdentityNumber.sex(IdentityNumber.parseUnsafe("00000019490307005X")), "male")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const sex = (self: IdentityNumber): "male" | "female" => (Number(self[held]()[16]) % 2 === 1 ? "male" : "female")

// ---------------------------------------------------------------- operations

/**
 * A text with a star for every row of digits that is long enough to be a number, be its check digit right or wrong: for
 * whatever is told about an input, since a number also turns up where a date or a name should stand.
 *
 * @example
 * ```ts
 * import { IdentityNumber } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * // made up: no region has the code 000000
 * assert.equal(IdentityNumber.concealed("1949-03 00000019490307005X"), "1949-03 *")
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const concealed = (text: string): string => {
  const plain = text.normalize("NFKC")
  const hidden = plain.replace(/\d{15,}[Xx]?|\d{6}[\s-]+\d{8}[\s-]+\d{3}[\dXx]/gu, "*")
  return hidden === plain ? text : hidden
}

/**
 * What a document may keep of a number. Fails with the faults of the salt.
 *
 * **Gotchas**
 *
 * A number has few unknown digits once region and birthday are known, so whoever has the salt can try them all: keep the
 * salt apart from the documents. Under one salt equal numbers have equal digests, which is how one office finds that two
 * rows are one person; another office needs another salt.
 *
 * @example
 * ```ts
 * import { IdentityNumber } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 * import * as Result from "effect/Result"
 *
 * // made up: no region has the code 000000
 * const number = IdentityNumber.parseUnsafe("00000019490307005X")
 * const sealed = Result.getOrThrow(IdentityNumber.sealed(number, "a salt of the county office"))
 * assert.equal(sealed.mask, "000**************X")
 * assert.equal(Result.isFailure(IdentityNumber.sealed(number, "short")), true)
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const sealed = (
  self: IdentityNumber,
  salt: string | Uint8Array,
): Result.Result<Sealed, ReadonlyArray<Digest.DigestFault>> =>
  Result.mapError(
    Result.map(Digest.salted(salt, self[held]()), (digest) => ({ mask: mask(self), digest })),
    (faults) => faults.filter(isDigestFault),
  )

const isDigestFault = (found: Fault): found is Digest.DigestFault => found.code.startsWith("digest.")

/**
 * Whether a sealed number is the given one. Fails with the faults of the salt.
 *
 * @example
 * ```ts
 * import { IdentityNumber } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 * import * as Result from "effect/Result"
 *
 * // made up: no region has the code 000000
 * const number = IdentityNumber.parseUnsafe("00000019490307005X")
 * const salt = "a salt of the county office"
 * const sealed = Result.getOrThrow(IdentityNumber.sealed(number, salt))
 * assert.equal(Result.getOrThrow(IdentityNumber.isSealed(sealed, number, salt)), true)
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const isSealed = (
  self: Sealed,
  number: IdentityNumber,
  salt: string | Uint8Array,
): Result.Result<boolean, ReadonlyArray<Digest.DigestFault>> =>
  Result.map(sealed(number, salt), ({ digest }) => digest === self.digest)
