/**
 * Laws of identity numbers. All are made up, of regions from 000000 to 000009, which do not exist.
 *
 * Of 5,000 texts for reading: 55 % are numbers, 32 % have a wrong check digit alone, 5 % a day alone that does not exist,
 * 5 % both, 3 % have an X where none may be.
 */
import * as Result from "effect/Result"
import fc from "fast-check"
import { expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as IdentityNumber from "../../src/organisation/IdentityNumber.js"

/** The standard read aloud: the sum of all eighteen signs, each times two to the power of its place, is one modulo 11. */
const isSound = (text: string): boolean => {
  if (!/^[0-9]{17}[0-9X]$/.test(text)) return false
  const sum = [...text].reduce((all, sign, index) => all + (sign === "X" ? 10 : Number(sign)) * 2 ** (17 - index), 0)
  const [year, month, day] = [Number(text.slice(6, 10)), Number(text.slice(10, 12)), Number(text.slice(12, 14))]
  const date = new Date(Date.UTC(2000, month - 1, day))
  date.setUTCFullYear(year, month - 1, day)
  const exists = year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return sum % 11 === 1 && exists
}

const withCheck = (seventeen: string): string =>
  [..."0123456789X"]
    .map((sign) => seventeen + sign)
    .find((text) => {
      const sum = [...text].reduce(
        (all, each, index) => all + (each === "X" ? 10 : Number(each)) * 2 ** (17 - index),
        0,
      )
      return sum % 11 === 1
    }) ?? ""

const digits = (size: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: size, maxLength: size }).map((list) => list.join(""))
const region = fc.integer({ min: 0, max: 9 }).map((last) => `00000${last}`)
const days = fc
  .integer({ min: -25_000, max: 20_000 })
  .map((number) => CivilDate.ofDayNumberUnsafe(number).replaceAll("-", ""))
const numbers = fc.tuple(region, days, digits(3)).map((parts) => withCheck(parts.join("")))

const texts = fc.oneof(
  { weight: 2, arbitrary: numbers },
  {
    weight: 2,
    arbitrary: fc
      .tuple(numbers, fc.nat(17), fc.constantFrom(..."0123456789X"))
      .map(([text, place, sign]) => text.slice(0, place) + sign + text.slice(place + 1)),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(numbers, fc.nat(16))
      .map(([text, at]) => text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2)),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        region,
        fc.integer({ min: 1900, max: 2024 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        digits(3),
      )
      .map(([place, year, month, day, order]) =>
        withCheck(`${place}${year}${String(month).padStart(2, "0")}${String(day).padStart(2, "0")}${order}`),
      ),
  },
)

test("a text is a number just if the standard says so", () => {
  let sound = 0
  fc.assert(
    fc.property(texts, (text) => {
      if (isSound(text)) sound++
      expect(Result.isSuccess(IdentityNumber.parse(text))).toBe(isSound(text))
    }),
    { numRuns: 2000 },
  )
  expect(sound).toBeGreaterThan(400)
})

test("one wrong sign, or two next to each other swapped, is always found", () => {
  fc.assert(
    fc.property(numbers, fc.nat(17), fc.constantFrom(..."0123456789"), fc.nat(16), (text, place, sign, at) => {
      const changed = text.slice(0, place) + sign + text.slice(place + 1)
      const swapped = text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2)
      expect(Result.isSuccess(IdentityNumber.parse(changed))).toBe(changed === text)
      expect(Result.isSuccess(IdentityNumber.parse(swapped))).toBe(swapped === text)
    }),
    { numRuns: 1000 },
  )
})

test("the old form without century and check digit is the same number", () => {
  fc.assert(
    fc.property(
      numbers.filter((text) => text.slice(6, 8) === "19"),
      (text) => {
        const old = IdentityNumber.parseUnsafe(text.slice(0, 6) + text.slice(8, 17))
        expect(IdentityNumber.equals(old, IdentityNumber.parseUnsafe(text))).toBe(true)
      },
    ),
  )
})

test("nothing that comes out of the module holds the number, its day of birth and order together", () => {
  fc.assert(
    fc.property(texts, fc.nat(20), (text, cut) => {
      const salt = "a salt of a made-up office"
      const result = IdentityNumber.parse(text)
      const outputs: Array<unknown> = [result, IdentityNumber.parse(text.slice(cut))]
      if (Result.isSuccess(result)) {
        const number = result.success
        const sealed = Result.getOrThrow(IdentityNumber.sealed(number, salt))
        outputs.push(number, `${number}`, IdentityNumber.mask(number), IdentityNumber.sex(number), sealed)
        outputs.push(IdentityNumber.sealed(number, ""), IdentityNumber.isSealed(sealed, number, salt))
        expect(String(IdentityNumber.birthDate(number))).not.toContain(text.slice(0, 6))
      }
      // Four digits stand in sixty-four hexadecimal ones by chance once in a thousand digests.
      const shown = JSON.stringify(outputs).replaceAll(/sha256:[0-9a-f]{64}/g, "")
      expect(shown).not.toContain(text)
      expect(shown).not.toContain(text.slice(6, 14))
      expect(shown).not.toContain(text.slice(14))
    }),
  )
})

test("who knows region, day of birth, sex and mask is left with at least forty numbers", () => {
  fc.assert(
    fc.property(numbers, (text) => {
      const number = IdentityNumber.parseUnsafe(text)
      const fitting = Array.from({ length: 1000 }, (_, order) =>
        withCheck(text.slice(0, 14) + String(order).padStart(3, "0")),
      )
        .map(IdentityNumber.parseUnsafe)
        .filter((other) => IdentityNumber.mask(other) === IdentityNumber.mask(number))
        .filter((other) => IdentityNumber.sex(other) === IdentityNumber.sex(number))
      expect(fitting.length).toBeGreaterThanOrEqual(40)
    }),
    { numRuns: 20 },
  )
})

test("a number is found wherever it stands in a text, and its mask is not one", () => {
  const around = fc.string({ unit: fc.constantFrom("甲", "（", " ", "号", "-", "a"), maxLength: 4 })
  fc.assert(
    fc.property(numbers, around, around, (text, before, after) => {
      expect(IdentityNumber.isIn(before + text + after)).toBe(true)
      expect(IdentityNumber.isIn(before + IdentityNumber.mask(IdentityNumber.parseUnsafe(text)) + after)).toBe(false)
    }),
  )
})
