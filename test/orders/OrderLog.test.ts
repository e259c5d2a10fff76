/** Logs of made-up orders. What must never be lost of them: issue of the orders, "Bad input"; incentives §5.5 of the domain notes. */
import { expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as OrderLog from "../../src/orders/OrderLog.js"
import type * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import * as Journal from "../../src/process/Journal.js"
import { decider, type Line, life, linesOf } from "./orderLogs.js"

const day = CivilDate.parseUnsafe
const whole = linesOf("o1", life("o1", 2))

const stages = ({ orders }: OrderLog.OrderLog) => [...orders].map(([id, { stream }]) => [id, stream.state.course.stage])
const told = (log: OrderLog.OrderLog) => OrderLog.faults(log).map(({ code, path }) => [code, ...path])
const indexOf = (move: string, lines: ReadonlyArray<Line> = whole): number =>
  lines.findIndex(({ content }) => content.move === move)
const changed = (move: string, change: (line: Line) => Line, lines = whole): ReadonlyArray<Line> =>
  lines.map((line) => (line.content.move === move ? change(line) : line))

test("a whole log: every line stands, each order at its end", () => {
  const log = OrderLog.read(decider, [...whole, ...linesOf("o2", life("o2", 0).slice(0, 3))])
  expect(stages(log)).toEqual([
    ["o1", "satisfied"],
    ["o2", "inHand"],
  ])
  expect([log.journal.length, log.refused, log.repeated, log.superseded]).toEqual([14, [], [], []])
  expect(log.orders.get("o2")?.journal.map(({ payload }) => payload.version)).toEqual([1, 2, 3])
})

test("unknown moves, actors, grades and dispatches, and events before the request: refused at their place, and all else kept", () => {
  const other = linesOf("o2", life("o2", 1))
  const with_ = (broken: Line) => OrderLog.read(decider, [...other.slice(0, 4), broken, ...other.slice(4), ...whole])
  const line = (change: Partial<Line>, content: Partial<ServiceOrder.Taken> | { dispatch: undefined }): Line => {
    const serve = other[4]!
    const { dispatch, ...rest } = { ...serve.content, ...content }
    return { ...serve, id: "broken", ...change, content: dispatch === undefined ? rest : { ...rest, dispatch } }
  }
  const cases: ReadonlyArray<readonly [Line, ...ReadonlyArray<ReadonlyArray<string | number>>]> = [
    [line({}, { move: "vanish" }), ["proceeding.noSuchMove", 4, "move"]],
    [line({ actor: { post: "stranger" } }, {}), ["proceeding.role", 4], ["proceeding.only", 4]],
    [line({}, { dispatch: "o2-9" }), ["serviceOrder.noDispatch", 4, "dispatch"]],
    [line({}, { fields: { persons: "many" } }), ["proceeding.value", 4, "fields", "persons"]],
    [line({ on: day("2022-12-31") }, { move: "claim", dispatch: undefined, fields: {} }), ["proceeding.notBegun", 4]],
    [line({}, { order: "o3" }), ["serviceOrder.resting", 4], ["serviceOrder.noDispatch", 4, "dispatch"]],
  ]
  for (const [broken, ...reasons] of cases) {
    const log = with_(broken)
    expect(told(log).slice(0, reasons.length), JSON.stringify(broken)).toEqual(reasons)
    expect(new Set(log.refused.map(({ index }) => index))).toEqual(new Set([4]))
    expect(stages(log)).toEqual([
      ["o1", "satisfied"],
      ["o2", "satisfied"],
    ])
  }
})

test("a rating off the scale is refused, and the closing that hangs on it for a reason of its own", () => {
  const log = OrderLog.read(
    decider,
    changed("rate", (line) => ({ ...line, content: { ...line.content, fields: { rating: "splendid" } } })),
  )
  const [rate, close] = [indexOf("rate"), indexOf("close")]
  expect(told(log)).toEqual([
    ["proceeding.value", rate, "fields", "rating"],
    ["proceeding.guard", rate],
    ["proceeding.notFrom", close],
    ["serviceOrder.rating", close],
  ])
  expect(stages(log)).toEqual([["o1", "published"]])
})

test("without its request nothing of an order stands, and each line is told", () => {
  const log = OrderLog.read(decider, whole.slice(1))
  expect(log.orders.size).toBe(0)
  expect(log.refused.map(({ index }) => index)).toEqual(whole.slice(1).map((_, index) => index))
})

test("lines that arrive twice, later again, and in reverse, change nothing", () => {
  const resent = whole.map((line) => ({ ...line, recordedAt: Coordinate.instantUnsafe(line.recordedAt + 86_400_000) }))
  const log = OrderLog.read(decider, [...resent, ...whole].reverse())
  expect(stages(log)).toEqual([["o1", "satisfied"]])
  expect(log.journal.map(({ id }) => id)).toEqual(whole.map(({ id }) => id))
  expect([log.repeated.length, log.refused]).toEqual([whole.length, []])
})

test("villages write apart: the merged log is decided as one, and what two did to one order stands once", () => {
  const early = whole.slice(0, 3)
  const [here, there] = [OrderLog.journal(whole), OrderLog.journal([...early, ...linesOf("o5", life("o5", 0))])]
  const log = OrderLog.read(decider, Journal.merge(here, there))
  expect(stages(log)).toEqual([
    ["o1", "satisfied"],
    ["o5", "satisfied"],
  ])
  expect([log.refused, log.repeated]).toEqual([[], []])
})

test("a line entered under the wrong order is put right by a correction, and both orders are what they should be", () => {
  const two = linesOf("o2", life("o2", 0).slice(0, 1))
  const claim = whole[1]!
  const wrong: Line = { ...claim, content: { ...claim.content, order: "o2" } }
  const [entry] = OrderLog.journal([claim])
  const corrected = { ...entry!, id: "k1", supersedes: wrong.id }
  const lines: ReadonlyArray<OrderLog.Line> = [whole[0]!, wrong, ...two, ...whole.slice(2), corrected]
  const log = OrderLog.read(decider, lines)
  expect(stages(log)).toEqual([
    ["o1", "satisfied"],
    ["o2", "requested"],
  ])
  expect([log.superseded, log.refused]).toEqual([[1], []])
  expect(stages(OrderLog.read(decider, lines.slice(0, -1)))).toEqual([
    ["o1", "requested"],
    ["o2", "claimed"],
  ])
})

test("an id that two orders use is of the one recorded first; the other line is told", () => {
  const two = linesOf("o2", life("o2", 0), 1).map((line, place) => (place === 1 ? { ...line, id: whole[1]!.id } : line))
  const log = OrderLog.read(decider, [...two, ...whole])
  expect(stages(log)[0]).toEqual(["o1", "satisfied"])
  expect(told(log)[0]).toEqual(["decider.idTwice", 1, "id"])
})

test("an entry whose events are not what was asked was tampered with: told, and all else kept", () => {
  const lines = OrderLog.journal(whole).map((entry) =>
    entry.payload.content.move === "serve"
      ? { ...entry, payload: { ...entry.payload, events: [{ ...entry.payload.content, fields: { persons: 99 } }] } }
      : entry,
  )
  const log = OrderLog.read(decider, lines)
  expect(told(log)).toEqual([
    ["orderLog.events", 4, "payload", "events"],
    ["orderLog.events", 5, "payload", "events"],
  ])
  expect(stages(log)).toEqual([["o1", "satisfied"]])
})

test("all orders as they stood on a day, as it was known at an instant", () => {
  const lines = [...whole, ...linesOf("o2", life("o2", 0), 40)]
  const at = (on: string, known: number) =>
    [...OrderLog.asOf(decider, lines, Coordinate.of(day(on), Coordinate.instantUnsafe(known)))].map(
      ([id, { state }]) => [id, state.course.stage],
    )
  const start = whole[0]!.recordedAt
  expect(at("2023-01-01", start + 120_000)).toEqual([["o1", "inHand"]])
  expect(at("2023-01-31", start + 9e9)).toEqual([["o1", "satisfied"]])
  expect(at("2023-12-31", start + 9e9)).toEqual([
    ["o1", "satisfied"],
    ["o2", "satisfied"],
  ])
  expect(at("2022-12-31", start + 9e9)).toEqual([])
})

test("a stored log is read line by line: a broken one is told with its place, and the others are kept at theirs", () => {
  const stored: Array<unknown> = JSON.parse(JSON.stringify(OrderLog.journal(whole)))
  const { faults, lines } = OrderLog.decode([
    ...stored.slice(0, 2),
    { id: "" },
    "garbage",
    ...stored.slice(2),
    { ...Object(stored[0]), on: "2023-02-30" },
  ])
  expect([...new Set(faults.map(({ path }) => path[0]))]).toEqual([2, 3, lines.length - 1])
  expect(faults.at(-1)?.code).toBe("civilDate.impossible")
  const log = OrderLog.read(decider, lines)
  expect(stages(log)).toEqual([["o1", "satisfied"]])
  const broken = OrderLog.read(decider, [
    ...lines.slice(0, 4),
    { ...whole[5]!, id: "x", content: { ...whole[5]!.content, move: "vanish" } },
  ])
  expect(told(broken)).toEqual([["proceeding.noSuchMove", 4, "move"]])
})

test("what is refused after a line that could not be read says so, in the same order and from its day on", () => {
  const stored: Array<unknown> = JSON.parse(
    JSON.stringify([...OrderLog.journal(whole), ...OrderLog.journal(linesOf("o2", life("o2", 0).slice(1, 3)))]),
  )
  const claim = indexOf("claim")
  const broken = stored.with(claim, { ...Object(stored[claim]), recordedAt: "morning" })
  const { lines, unread } = OrderLog.decode(broken)
  expect(unread).toEqual([{ index: claim, order: "o1", on: whole[claim]!.on }])
  const log = OrderLog.read(decider, lines, unread)
  const marked = log.refused.filter(({ reasons }) => reasons.at(-1)?.code === "orderLog.afterUnread")
  expect(marked.map(({ entry }) => entry.payload.content.order)).toEqual(whole.slice(claim + 1).map(() => "o1"))
  expect(log.refused.filter((one) => !marked.includes(one)).map(({ entry }) => entry.payload.content.order)).toEqual([
    "o2",
    "o2",
  ])
  expect(marked[0]?.reasons.map(({ code }) => code)).toEqual(["proceeding.notFrom", "orderLog.afterUnread"])
  expect(marked[0]?.reasons.at(-1)?.params).toEqual({ order: "o1", line: claim + 1 })
  const early = linesOf("o1", life("o1", 0).slice(1, 2))
  const later = [{ index: 7, order: "o1", on: day("2023-06-01") }]
  expect(OrderLog.read(decider, early, later).refused[0]?.reasons.map(({ code }) => code)).toEqual([
    "proceeding.notBegun",
  ])
  const anybody = OrderLog.read(decider, early, [{ index: 7 }])
  expect(anybody.refused[0]?.reasons.at(-1)?.code).toBe("orderLog.afterUnread")
})

test("a log is one document of format 1", () => {
  const log = { format: 1 as const, entries: OrderLog.journal(whole) }
  expect(OrderLog.document.is(log)).toBe(true)
  expect(OrderLog.document.is({ ...log, format: 2 })).toBe(false)
  const encoded = JSON.parse(JSON.stringify(log))
  expect(OrderLog.document.decode(encoded)).toEqual(expect.objectContaining({ success: log }))
})

test("ten thousand events on one order", () => {
  const lines = linesOf("o1", life("o1", 10_000))
  const log = OrderLog.read(decider, lines.toReversed())
  expect([log.journal.length, log.refused, stages(log)]).toEqual([10_009, [], [["o1", "satisfied"]]])
})
