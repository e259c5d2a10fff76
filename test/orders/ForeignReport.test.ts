/** Told cases of a report in a foreign system; made up. Those of FixMyStreet stand beside its table. */
import * as Result from "effect/Result"
import { expect, test } from "vitest"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as Fault from "../../src/foundation/Fault.js"
import * as ForeignReport from "../../src/orders/ForeignReport.js"
import { texts } from "../../src/orders/OrdersTexts.js"
import { table } from "../../src/presets/Open311States.js"

const at = Coordinate.instantUnsafe
const update = (id: string, time: number, status: string, receivedAt = time): ForeignReport.Update => ({
  id,
  by: "body",
  said: { status },
  at: at(time),
  receivedAt: at(receivedAt),
})
const report = { at: at(100), state: "open" }

test("a report in a state nobody knows is refused by name", () => {
  const followed = ForeignReport.follow(table, { ...report, state: "lost" }, [])
  expect(Result.isFailure(followed) && [followed.failure.code, followed.failure.path]).toEqual([
    "foreignStates.noSuchState",
    ["report", "state"],
  ])
})

test("of two updates of one time the id decides, however they are given", () => {
  const [first, second] = [update("a", 200, "closed"), update("b", 200, "open")]
  for (const all of [
    [first, second],
    [second, first],
  ]) {
    const { state, turns } = Result.getOrThrow(ForeignReport.follow(table, report, all))
    expect([state, turns.map((turn) => turn.state)]).toEqual(["open", ["closed", "open"]])
  }
})

test("what was received together is taken by its own time, what comes later and is older is only recorded", () => {
  const together = [update("a", 300, "closed", 900), update("b", 200, "open", 900)]
  const late = update("c", 250, "open", 901)
  const { state, turns } = Result.getOrThrow(ForeignReport.follow(table, report, [late, ...together]))
  expect([state, turns.map(({ update: { id }, why }) => [id, why])]).toEqual([
    "closed",
    [
      ["b", "stays"],
      ["a", undefined],
      ["c", "older"],
    ],
  ])
})

test("each refusal has its sentences", () => {
  const all = [update("a", 50, "closed"), update("b", 200, "closed"), update("b", 300, "open")]
  const { refused } = Result.getOrThrow(ForeignReport.follow(table, report, all))
  expect(refused.map(({ fault }) => Fault.sentence(texts, fault, "en"))).toEqual([
    'the update "a" is dated 50, before its report at 100',
    'the id "b" is that of another update',
  ])
  expect(refused.map(({ fault }) => Fault.sentence(texts, fault, "zh"))).toEqual([
    "更新“a”的时间（50）早于报告（100）",
    "更新编号“b”已用于另一条更新",
  ])
})

test("an update from a sender nobody knows, or at no time, does not decode", () => {
  const good = { id: "a", by: "reporter", said: { answer: "no", isExplained: true }, at: 200 }
  expect(Result.isSuccess(ForeignReport.document.decode(good))).toBe(true)
  const decoded = ForeignReport.document.decode({ ...good, by: "neighbour", at: -1, said: { answer: "perhaps" } })
  const paths = Result.isFailure(decoded) ? decoded.failure.map(({ path }) => Fault.pointer(path)) : []
  expect(paths).toEqual(expect.arrayContaining(["by", "at"]))
  expect(paths.length).toBeGreaterThan(2)
})
