import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { expect, test } from "vitest"
import * as Label from "../../src/foundation/Label.js"
import * as Unit from "../../src/foundation/Unit.js"

test("each well-known unit stands under its own id, with a Chinese and an English label", () => {
  for (const [key, unit] of Object.entries(Unit.known)) {
    expect(unit.id).toBe(key)
    expect(Schema.is(Unit.Unit)(unit)).toBe(true)
    expect(Label.text(unit.label, "en")).not.toBe(unit.label.zh)
  }
})

test("the units that the field counts in are there", () => {
  const labels = Object.values(Unit.known).map(({ label }) => label.zh)
  for (const zh of "件 件次 人次 户次 人 户 条 起 项 个 次 票 学时 元 分".split(" ")) expect(labels).toContain(zh)
})

test("分 the point and 分 the coin are two units of one label", () => {
  expect(Unit.text("point", "zh")).toBe(Unit.text("fen", "zh"))
  expect(Unit.known.point.id).not.toBe(Unit.known.fen.id)
})

test("an id is 1 to 40 characters without white space", () => {
  for (const id of ["亩", "mu", "a".repeat(40), "元/人"])
    expect(Result.isSuccess(Unit.make(id, { zh: "亩" }))).toBe(true)
  for (const id of ["", " ", "a b", "a\n", "a".repeat(41)]) {
    const made = Unit.make(id, { zh: "亩" })
    expect(Result.isFailure(made) && made.failure.code).toBe("unit.malformed")
    expect(Schema.is(Unit.Id)(id)).toBe(false)
    expect(() => Unit.makeUnsafe(id, { zh: "亩" })).toThrow(/unit\.malformed/)
  }
})

test("one's own units come before the well-known ones, and an unknown id is shown as it is", () => {
  const own = [Unit.makeUnsafe("mu", { zh: "亩" }), Unit.makeUnsafe("case", { zh: "案件" })]
  expect(Unit.text("mu", "en", own)).toBe("亩")
  expect(Unit.text("case", "zh", own)).toBe("案件")
  expect(Unit.text("case", "zh")).toBe("件")
  expect(Unit.text("constructor", "zh")).toBe("constructor")
})
