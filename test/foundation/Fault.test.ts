import * as Result from "effect/Result"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Fault from "../../src/foundation/Fault.js"

// Told cases; the codes and texts are made up.

const texts = {
  "demo.late": { zh: "{day}已过期{days}天", en: "{day} is {days} days past" },
  "demo.plain": { zh: "不行", en: "no" },
}
const late = Fault.make("demo.late", { day: "2023-05-01", days: 3 }, ["facts", 2, "on"])

describe("pointer", () => {
  test.each([
    [[], "."],
    [["levels"], "levels"],
    [["levels", 0, "on", "ge"], "levels[0].on.ge"],
    [[0, "on"], "[0].on"],
  ])("%j is %s", (path, text) => expect(Fault.pointer(path)).toBe(text))
})

describe("say", () => {
  test("leads with the path where no place is known", () => {
    expect(Fault.say(texts, late, "zh")).toBe("facts[2].on：2023-05-01已过期3天")
    expect(Fault.say(texts, late, "en")).toBe("facts[2].on: 2023-05-01 is 3 days past")
  })

  test("leads with nothing where neither path nor place is known", () =>
    expect(Fault.say(texts, Fault.make("demo.plain"), "en")).toBe("no"))

  test.each([
    [{ file: "捐款.csv" }, "捐款.csv：不行", "捐款.csv: no"],
    [{ file: "捐款.csv", line: 4 }, "捐款.csv 第4行：不行", "捐款.csv line 4: no"],
    [{ file: "捐款.csv", line: 4, column: 2 }, "捐款.csv 第4行第2列：不行", "捐款.csv line 4 column 2: no"],
    [
      { file: "捐款.csv", line: 4, column: "金额" },
      "捐款.csv 第4行“金额”列：不行",
      '捐款.csv line 4 column "金额": no',
    ],
  ])("leads with the place %j", (at, zh, en) => {
    const fault = Fault.placed(at, Fault.make("demo.plain", {}, ["rows", 3]))
    expect(Fault.say(texts, fault, "zh")).toBe(zh)
    expect(Fault.say(texts, fault, "en")).toBe(en)
  })

  test("shows an unknown code with its parameters, and a parameter that is missing by its name", () => {
    expect(Fault.sentence(texts, Fault.make("demo.other", { a: 1 }), "en")).toBe('demo.other {"a":1}')
    expect(Fault.sentence(texts, Fault.make("demo.late", { day: "x" }), "en")).toBe("x is {days} days past")
  })

  test("looks no code or parameter up on a prototype", () => {
    expect(Fault.sentence(texts, Fault.make("toString"), "en")).toBe("toString {}")
    const own = { "demo.odd": { zh: "{constructor}", en: "{constructor}" } }
    expect(Fault.sentence(own, Fault.make("demo.odd"), "en")).toBe("{constructor}")
  })
})

test("a member of a closed set is shown by its label, and what the labels do not know as it is", () => {
  const kinds = { late: { zh: "迟到", en: "late" }, odd: { zh: "异常" } }
  const told: Fault.Texts = {
    "demo.kind": { zh: "属于{kind}：{note}", en: "is {kind}: {note}", words: { kind: kinds } },
  }
  const say = (kind: string, language: "zh" | "en") =>
    Fault.sentence(told, Fault.make("demo.kind", { kind, note: "late" }), language)
  expect([say("late", "zh"), say("late", "en")]).toEqual(["属于迟到：late", "is late: late"])
  expect([say("odd", "en"), say("else", "zh")]).toEqual(["is 异常: late", "属于else：late"])
  expect(say("toString", "zh")).toBe("属于toString：late")
})

describe("shown", () => {
  test("what a file holds cannot steer the screen, nor begin a line of its own", () => {
    const fault = Fault.make("demo.late", { day: "甲\u001b[2J\r\n\u0085乙\u202e\u2066\u2028", days: 3 })
    expect(Fault.sentence(texts, fault, "en")).toBe(
      "甲\\u001b[2J\\u000d\\u000a\\u0085乙\\u202e\\u2066\\u2028 is 3 days past",
    )
    expect(Fault.say(texts, Fault.placed({ file: "a\u001b.csv", line: 1, column: "b\u0007" }, fault), "zh")).toMatch(
      /^a\\u001b\.csv 第1行“b\\u0007”列：/,
    )
    expect(Fault.sentence(texts, Fault.make("demo.\u009b", { a: "\u009b" }), "en")).not.toMatch(/\u009b/)
    expect(new Fault.FaultError([fault]).message).not.toMatch(/[\u202e\u2066\u2028]/)
  })

  test("a very long text is cut, and never through a sign", () => {
    expect(Fault.shown("甲".repeat(200))).toBe("甲".repeat(200))
    expect(Fault.shown("甲".repeat(201))).toBe(`${"甲".repeat(200)}…`)
    expect(Fault.shown("𠮷".repeat(500))).toBe(`${"𠮷".repeat(200)}…`)
  })

  test("nothing that is shown holds a sign that steers, and what holds none and is short is shown as it is", () => {
    const steers = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u
    const sign = fc.oneof(
      fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
      fc.constantFrom(
        "\u0000",
        "\u001b",
        "\u007f",
        "\u009b",
        "\u061c",
        "\u200f",
        "\u202e",
        "\u2069",
        "\u2029",
        "\n",
        "村",
      ),
    )
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 300 }), (signs) => {
        const text = signs.join("")
        const shown = Fault.shown(text)
        expect(shown).not.toMatch(steers)
        expect([...shown].length).toBeLessThanOrEqual(6 * 200 + 1)
        if (!steers.test(text) && [...text].length <= 200) expect(shown).toBe(text)
        expect(Fault.sentence(texts, Fault.make("demo.late", { day: text, days: 1 }), "zh")).toBe(`${shown}已过期1天`)
      }),
    )
  })
})

describe("under and placed", () => {
  test("a fault goes one level deeper and keeps everything else", () =>
    expect(Fault.under(["books", 1], late)).toEqual({ ...late, path: ["books", 1, "facts", 2, "on"] }))

  test("going deeper twice is going deeper once by both", () =>
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.nat()), (a, b) => {
        expect(Fault.under(a, Fault.under(b, late))).toEqual(Fault.under([...a, ...b], late))
      }),
    ))

  test("a fault without a place has no such key", () =>
    expect(Object.keys(Fault.make("demo.plain"))).not.toContain("at"))
})

describe("getOrThrow", () => {
  test("gives what succeeded", () => expect(Fault.getOrThrow(Result.succeed(7))).toBe(7))

  test("throws one fault or all of them, with their places in the message", () => {
    const thrown = (run: () => unknown): unknown => {
      try {
        return run()
      } catch (error) {
        return error
      }
    }
    const one = thrown(() => Fault.getOrThrow(Result.fail(late)))
    expect(one).toBeInstanceOf(Fault.FaultError)
    expect(one).toMatchObject({ faults: [late], message: expect.stringContaining("facts[2].on") })
    const whole = Fault.make("demo.plain", { id: "甲" })
    expect(thrown(() => Fault.getOrThrow(Result.fail(whole)))).toMatchObject({ message: 'demo.plain {"id":"甲"}' })
    const both = thrown(() => Fault.getOrThrow(Result.fail([late, Fault.make("demo.plain")])))
    expect(both).toMatchObject({ faults: [{ code: "demo.late" }, { code: "demo.plain" }] })
  })
})
