import { expect, test } from "vitest"
import * as Fault from "../../src/foundation/Fault.js"
import * as InteropTexts from "../../src/interop/InteropTexts.js"

const parameters = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

test("every code is of this area and has a sentence in both languages with the same parameters", () => {
  const entries = Object.entries(InteropTexts.texts)
  expect(entries.length).toBeGreaterThan(30)
  for (const [code, { zh, en }] of entries) {
    expect(code).toMatch(/^(sheet|pointRegister|organisationBooks|orderBooks)\.[a-z][A-Za-z]+$/)
    expect(zh).toMatch(/\p{Script=Han}/u)
    expect(en).not.toMatch(/\p{Script=Han}{4}/u)
    expect(parameters(zh)).toEqual(parameters(en))
  }
})

test("a sentence is led by file, line and column", () => {
  const at = { file: "捐款登记.csv", line: 36, column: "金额" }
  const fault = Fault.make("sheet.total", { stated: "1", computed: "51355" }, [], at)
  expect(Fault.say(InteropTexts.texts, fault, "zh")).toBe(
    "捐款登记.csv 第36行“金额”列：合计写的是1，上面各行相加是51355",
  )
  expect(Fault.say(InteropTexts.texts, fault, "en")).toBe(
    '捐款登记.csv line 36 column "金额": the total says 1, the rows above come to 51355',
  )
})
