/** Told cases of persons; all of them are made up, and so are their identity numbers (no region has the code 000000). */
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as PartialDate from "../../src/foundation/PartialDate.js"
import * as IdentityNumber from "../../src/organisation/IdentityNumber.js"
import * as Person from "../../src/organisation/Person.js"

const day = CivilDate.parseUnsafe
const date = PartialDate.parseUnsafe
const adult: Person.AgeRule = {
  id: "age",
  strength: "must",
  from: day("2017-10-24"),
  cite: { title: "中国共产党章程", article: 1, standing: "transcription" },
  years: 18,
}

describe("ages", () => {
  test.each([
    ["1958-07-01", "2024-06-30", { least: 65, most: 65 }],
    ["1958-07-01", "2024-07-01", { least: 66, most: 66 }],
    ["1958-07", "2024-07-01", { least: 65, most: 66 }],
    ["1958", "2024-12-31", { least: 66, most: 66 }],
    ["1958", "2024-12-30", { least: 65, most: 66 }],
    ["2004-02-29", "2022-02-28", { least: 18, most: 18 }],
    ["2004-02-29", "2022-02-27", { least: 17, most: 17 }],
    ["2024", "2024-06-30", undefined],
  ])("born %s, on %s", (born, on, wanted) => expect(Person.age(date(born), day(on))).toEqual(wanted))

  test("who is too young is an error, who may be a warning, who is not known too", () => {
    const persons = [
      { id: "p1", name: "甲", born: date("2006-07-01") },
      { id: "p2", name: "乙", born: date("2006") },
      { id: "p3", name: "丙", born: date("2006-06-30") },
      { id: "p4", name: "丁" },
      { id: "p5", name: "戊", born: date("2030") },
    ]
    const found = Person.underAge(adult, persons, day("2024-06-30"))
    expect(found.map(({ code, severity, subject }) => [code, severity, subject])).toEqual([
      ["person.underAge", "error", "p1"],
      ["person.underAge", "error", "p5"],
      ["person.ageUncertain", "warning", "p2"],
      ["person.birthUnknown", "warning", "p4"],
    ])
    const [, , , unknown] = found
    expect(unknown?.params).toEqual({ least: adult.years, on: "2024-06-30" })
    expect(Person.underAge({ ...adult, strength: "may" }, persons, day("2024-06-30"))).toEqual([])
    const dated = { ...adult, from: day("2024-01-01"), to: day("2024-06-30") }
    const on = (text: string) => Person.underAge(dated, persons, day(text)).length
    expect([on("2023-12-31"), on("2024-01-01"), on("2024-06-29"), on("2024-06-30")].map((size) => size > 0)).toEqual([
      false,
      true,
      true,
      false,
    ])
  })
})

describe("names", () => {
  test("those who share one are listed, spaces and dots aside", () => {
    const persons = [
      { id: "p4", name: "阿依古丽•买买提" },
      { id: "p3", name: "王　伟" },
      { id: "p1", name: "王伟" },
      { id: "p2", name: "阿依古丽·买买提" },
      { id: "p5", name: "王 伟" },
      { id: "p6", name: "王炜" },
      { id: "p1", name: "王伟" },
    ]
    expect(Person.sameNames(persons)).toEqual([
      { name: "王伟", ids: ["p1", "p3", "p5"] },
      { name: "阿依古丽·买买提", ids: ["p2", "p4"] },
    ])
  })
})

describe("a list of persons", () => {
  const number = IdentityNumber.parseUnsafe("00000019490307005X")
  const identity = Result.getOrThrow(IdentityNumber.sealed(number, "a salt of a made-up office"))

  test("everything wrong with it comes at once, each with its place", () => {
    const persons: ReadonlyArray<Person.Person> = [
      { id: "p1", name: "张三", identity },
      { id: "p1", name: "李四", born: date("2031-01") },
      { id: "p2", name: "王五00000019490307005X", identity },
      { id: "000000490307005", name: "赵六" },
    ]
    const faults = Person.check(persons, day("2024-06-30"))
    expect(faults.map(({ code, path }) => [code, path])).toEqual([
      ["person.twice", [1, "id"]],
      ["person.bornLater", [1, "born"]],
      ["person.identityTwice", [2, "identity"]],
      ["person.numberInText", [2, "name"]],
      ["person.numberInText", [3, "id"]],
    ])
    expect(JSON.stringify(faults)).not.toMatch(/490307/)
  })

  test.each([
    ["among the kinds", { kinds: ["member", "00000019490307005X"] }],
    ["as the date of birth", { born: "00000019490307005X" }],
    ["as the date of birth, with a wrong check digit", { born: "000000194903070050" }],
    ["as the sex", { sex: "000000 19490307 005X" }],
    ["as a key", { "00000019490307005X": 1 }],
  ])("a number that stands %s is refused and not repeated", (_, wrong) => {
    const refused = Person.document.decode({ format: 1, persons: [{ id: "p1", name: "张三", ...wrong }] })
    expect(Result.isFailure(refused)).toBe(true)
    expect(JSON.stringify(refused)).not.toMatch(/490307/)
    const standard = Person.document.standard["~standard"].validate({ format: 1, persons: [{ id: "p1", ...wrong }] })
    expect(JSON.stringify(standard)).not.toMatch(/490307/)
  })

  test("the document refuses a person that stands twice", () => {
    const refused = Person.document.decode({
      format: 1,
      persons: [
        { id: "p1", name: "张三" },
        { id: "p1", name: "张三" },
      ],
    })
    expect(Result.isFailure(refused) && refused.failure.map(({ code, path }) => [code, path])).toEqual([
      ["person.twice", ["persons", 1, "id"]],
    ])
  })

  test.each([
    [{ born: date("1949-03-07"), sex: "male" as const }, []],
    [{ born: date("1949-03") }, []],
    [{}, []],
    [{ born: date("1949-04"), sex: "female" as const }, ["person.otherBirth", "person.otherSex"]],
  ])("held against the number: %j", (person, wanted) =>
    expect(Person.disagreements(person, number).map(({ code }) => code)).toEqual(wanted),
  )

  test("a hundred thousand rows are checked", () => {
    const persons = Array.from({ length: 100_000 }, (_, index) => ({ id: `p${index % 99_999}`, name: `人${index}` }))
    expect(Person.check(persons)).toHaveLength(1)
    expect(Person.sameNames(persons)).toEqual([])
  })
})
