/** The counters of hotlines and digital city management: each is equal to one of ours, near to one, or has none, and says so. */
import * as Result from "effect/Result"
import { expect, test } from "vitest"
import * as ForeignCounters from "../../src/orders/ForeignCounters.js"
import { counters } from "../../src/presets/HotlineCounters.js"

test("the counters are sound and are the same when they are read back", () => {
  expect(ForeignCounters.check(counters)).toEqual([])
  expect(ForeignCounters.document.decode(JSON.parse(JSON.stringify(counters)))).toEqual(Result.succeed(counters))
})

test("every name that officials use is there, with its key and how far it is the same", () => {
  const found = (name: string) => {
    const counter = Result.getOrThrow(ForeignCounters.counterOf(counters, name))
    return `${name} ${ForeignCounters.relationOf(counter)} ${counter.ours ?? "-"}`
  }
  const names = [
    "公众举报",
    "受理",
    "立案",
    "派遣",
    "应处置",
    "处置",
    "按时处置",
    "应结案",
    "结案",
    "按期结案",
    "返工",
    "推诿",
  ]
  expect([...names, "挂账", "延期", "作废", "上期结转", "错误派遣", "回退", "按时办结"].map(found)).toEqual([
    "公众举报 near deeds.request",
    "受理 near received",
    "立案 none -",
    "派遣 near dispatches.made",
    "应处置 none -",
    "处置 near deeds.report",
    "按时处置 none -",
    "应结案 equal due",
    "结案 near closed",
    "按期结案 equal closedInTime",
    "返工 near deeds.rework",
    "推诿 none -",
    "挂账 near deeds.shelve",
    "延期 near deeds.extend",
    "作废 near outcomes.excluded",
    "上期结转 equal carriedIn",
    "错误派遣 near dispatches.disowned",
    "回退 near dispatches.givenBack",
    "按时办结 equal closedInTime",
  ])
})

test("every one tells its source and is named in both languages", () => {
  for (const { cite, counts, differs, label } of counters.counters) {
    expect(cite?.standing).toBe("transcription")
    for (const text of [label, counts, ...(differs === undefined ? [] : [differs])]) expect(text.en).toBeTruthy()
  }
})
