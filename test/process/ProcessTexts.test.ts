import { expect, test } from "vitest"
import * as Fault from "../../src/foundation/Fault.js"
import * as Finding from "../../src/foundation/Finding.js"
import * as Decider from "../../src/process/Decider.js"
import * as Journal from "../../src/process/Journal.js"
import * as ProcessTexts from "../../src/process/ProcessTexts.js"
import * as Workflow from "../../src/process/Workflow.js"
import { at, day, lamp, turn } from "./lamp.js"

const parameters = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort()

test("every code has a sentence in both languages with the same parameters", () => {
  const entries = Object.entries(ProcessTexts.texts)
  expect(entries.length).toBeGreaterThan(15)
  for (const [code, { zh, en }] of entries) {
    expect(code).toMatch(/^[a-z][A-Za-z]+\.[a-z][A-Za-z]+$/)
    expect(zh, code).toMatch(/\p{Script=Han}/u)
    expect(en, code).not.toMatch(/\p{Script=Han}{4}/u)
    expect(parameters(zh), code).toEqual(parameters(en))
  }
})

test("a command that no longer stands is told in words", () => {
  const ask = (id: string, recordedAt: number) =>
    turn({
      id,
      on: day(0),
      recordedAt: at(recordedAt),
      actor: { post: "网格员" },
      content: { does: "report", lamps: 1 },
    })
  const settled = Decider.settle(lamp, Journal.of([ask("hall-1", 2), ask("station-1", 1)]))
  const said = Decider.findings(settled).map((each) => Finding.say(ProcessTexts.texts, each, "zh"))
  expect(said).toEqual(["不符合：hall-1：“hall-1”依先后次序重新审核，不再成立：lamp.notLit"])
})

test("a refused move is told in words that fit every kind of field and every two days", () => {
  const value = Fault.make("proceeding.value", { field: "points", of: "exact", value: "2.50" })
  expect(Fault.say(ProcessTexts.texts, value, "zh")).toBe("“points”填的“2.50”与其类型（精确数）不符")
  expect(Fault.say(ProcessTexts.texts, value, "en")).toBe('"2.50" in "points" is not of its kind (exact number)')
  for (const of of Object.keys(Workflow.fieldKinds)) {
    const said = Fault.say(ProcessTexts.texts, Fault.make("proceeding.value", { field: "项", of, value: "值" }), "zh")
    expect(said).not.toContain(of)
  }
  const older = Fault.make("proceeding.older", { on: "2024-03-01", last: "2024-03-01", step: "e9" })
  expect(Fault.say(ProcessTexts.texts, older, "zh")).toBe(
    "2024-03-01的更新排在已登记的最后一步“e9”（2024-03-01）之前：先看日期，同日看登记时刻，再同看编号的字序",
  )
})

test("a bad line is told with its place", () => {
  const bad = Fault.make("chain.digest", { origin: "station-3", number: 2 }, ["lines", 1])
  expect(Fault.say(ProcessTexts.texts, bad, "zh")).toBe("lines[1]：“station-3”第2行的摘要与内容不符")
  expect(Fault.say(ProcessTexts.texts, bad, "en")).toBe(
    'lines[1]: line 2 of "station-3" does not have the digest it says',
  )
})
