/** Told cases of identity numbers. All are made up: no region has the code 000000 or 999999. */
import { inspect } from "node:util"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as Audience from "../../src/foundation/Audience.js"
import * as Document from "../../src/foundation/Document.js"
import * as IdentityNumber from "../../src/organisation/IdentityNumber.js"
import * as Person from "../../src/organisation/Person.js"

const NUMBER = "00000019490307005X"
const SALT = "a salt of a made-up office"

const codes = (text: string): ReadonlyArray<string> => {
  const result = IdentityNumber.parse(text)
  return Result.isFailure(result) ? result.failure.map(({ code }) => code) : []
}

describe("reading a number", () => {
  test.each([
    [NUMBER, []],
    ["00000019490307005x", []],
    [` ${NUMBER}\n`, []],
    ["000000490307005", []],
    ["000000194903070050", ["identityNumber.checkDigit"]],
    ["000000190002290015", ["identityNumber.birthDate", "identityNumber.checkDigit"]],
    ["000000199002290015", ["identityNumber.birthDate"]],
    ["000000900229001", ["identityNumber.birthDate"]],
    ["0000001949030700", ["identityNumber.malformed"]],
    ["００００００19490307005X", ["identityNumber.malformed"]],
    ["X0000019490307005X", ["identityNumber.malformed"]],
    ["", ["identityNumber.malformed"]],
  ])("%j gives %j", (text, wanted) => expect(codes(text)).toEqual(wanted))

  test("the old form states the same as the new", () => {
    const [old, now] = [IdentityNumber.parseUnsafe("000000490307005"), IdentityNumber.parseUnsafe(NUMBER)]
    expect(IdentityNumber.equals(old, now)).toBe(true)
    expect(IdentityNumber.birthDate(old)).toBe("1949-03-07")
    expect(IdentityNumber.sex(old)).toBe("male")
    expect(IdentityNumber.sex(IdentityNumber.parseUnsafe("000000194903070084"))).toBe("female")
  })

  test("the throwing twin does not repeat the number either", () => {
    const thrown = (() => {
      try {
        IdentityNumber.parseUnsafe("000000194903070050")
      } catch (error) {
        return `${error} ${inspect(error, { depth: 9, showHidden: true })}`
      }
      return ""
    })()
    expect(thrown).toContain("identityNumber.checkDigit")
    expect(thrown).not.toContain("194903070050")
  })
})

describe("a number is never shown", () => {
  const number = IdentityNumber.parseUnsafe(NUMBER)
  const shown = [
    `${number}`,
    String(number),
    JSON.stringify({ number, list: [number] }),
    inspect(number, { depth: 9, showHidden: true }),
    inspect({ ...number }, { depth: 9, showHidden: true }),
    JSON.stringify(Object.entries(number)),
    Object.values(number).join(),
  ]
  test.each(shown)("%s", (text) => expect(text).not.toMatch(/49030700|19490307/))

  test("as a text it is its mask", () => expect(`${number}`).toBe("000**************X"))
})

describe("a sealed number", () => {
  const number = IdentityNumber.parseUnsafe(NUMBER)
  const sealed = Result.getOrThrow(IdentityNumber.sealed(number, SALT))
  const people = (identity: unknown) => ({ format: 1, persons: [{ id: "p1", name: "张三", identity }] })

  test("is known again under its salt and no other", () => {
    const other = IdentityNumber.parseUnsafe("000000194903070084")
    expect(Result.getOrThrow(IdentityNumber.isSealed(sealed, number, SALT))).toBe(true)
    expect(Result.getOrThrow(IdentityNumber.isSealed(sealed, other, SALT))).toBe(false)
    expect(Result.getOrThrow(IdentityNumber.isSealed(sealed, number, `${SALT}!`))).toBe(false)
    expect(Result.isFailure(IdentityNumber.sealed(number, "short"))).toBe(true)
  })

  test("stands in the document of persons", () => {
    expect(Result.isSuccess(Person.document.decode(people(sealed)))).toBe(true)
    expect(Document.decodeUnsafe(Person.document, people(sealed)).persons[0]?.identity).toEqual(sealed)
  })

  test.each([
    ["as the mask", { ...sealed, mask: NUMBER }],
    ["as the digest", { ...sealed, digest: NUMBER }],
    ["in place of both", NUMBER],
    ["as a number", 194903070050],
    ["under another key", { ...sealed, number: NUMBER }],
  ])("the number %s is refused and not repeated", (_, identity) => {
    const refused = Person.document.decode(people(identity))
    expect(Result.isFailure(refused)).toBe(true)
    expect(JSON.stringify(refused)).not.toContain("19490307")
  })

  test("shows its mask to staff and the person concerned, its digest to nobody, nothing to the public", () => {
    const person = { id: "p1", name: "张三", identity: sealed }
    expect(Audience.lint(Person.Person)).toEqual([])
    expect(Audience.project(Person.Person, "staff")(person)).toEqual({
      id: "p1",
      name: "张三",
      identity: { mask: sealed.mask },
    })
    expect(Audience.project(Person.Person, "requester")(person)).toHaveProperty("identity.mask", sealed.mask)
    expect(Audience.project(Person.Person, "public")(person)).toEqual({})
    expect(Audience.project(Person.Person, "villagers")(person)).toEqual({})
  })
})

describe("a number in a text", () => {
  test.each([
    ["甲０００００019490307005Ｘ", true, "甲*"],
    ["甲000000 19490307 005X", true, "甲*"],
    ["000000-19490307-005x", true, "*"],
    ["甲000000194903070050", false, "甲*"],
    ["电话13800000000、13900000000", false, "电话13800000000、13900000000"],
    ["２０２３年", false, "２０２３年"],
  ])("%s", (text, isIn, concealed) => {
    expect(IdentityNumber.isIn(text)).toBe(isIn)
    expect(IdentityNumber.concealed(text)).toBe(concealed)
  })
})
