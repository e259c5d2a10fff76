import * as Schema from "effect/Schema"
import { expect, test } from "vitest"
import * as Absence from "../../src/foundation/Absence.js"
import * as Label from "../../src/foundation/Label.js"

const ALL = ["unknown", "notApplicable", "exempt", "new"] as const

test("four absences, each with its names, and none of them a number", () => {
  expect(ALL.map((absence) => Absence.text(absence, "zh"))).toEqual(["未知", "不适用", "豁免", "新建"])
  expect(Object.keys(Absence.labels)).toEqual([...ALL])
  expect(Object.values(Absence.labels).every(Schema.is(Label.Label))).toBe(true)
  expect(new Set(ALL.map((absence) => Absence.text(absence, "en"))).size).toBe(4)
})

test("the guard and the schema know the same values", () => {
  for (const value of [...ALL, 0, -1, null, undefined, "", "missing", "toString", "__proto__"]) {
    const known = ALL.some((absence) => absence === value)
    expect(Absence.is(value)).toBe(known)
    expect(Schema.is(Absence.Absence)(value)).toBe(known)
  }
})
