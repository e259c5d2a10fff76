/**
 * How often the interesting region is reached, of 500 logs: with refused lines 394, with
 * repeated ones 98, with corrected ones 64, with a refused correction 124, with orders tied to one another 73, without any damage 90.
 */
import * as fc from "fast-check"
import { expect, it } from "vitest"
import { contentText } from "../../src/foundation/ContentText.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as OrderLog from "../../src/orders/OrderLog.js"
import * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import * as Decider from "../../src/process/Decider.js"
import * as Journal from "../../src/process/Journal.js"
import { decider, type Line, log } from "./orderLogs.js"

interface Told {
  readonly accepted: ReadonlyArray<string>
  readonly refused: ReadonlyArray<string>
  readonly orders: ReadonlyArray<unknown>
}

const saidOf = ({ id, on, recordedAt, payload }: Journal.Entry<OrderLog.Turn>): string =>
  `${id} ${on} ${recordedAt} ${contentText(payload.content)}`

const stateOf = (state: ServiceOrder.State) => [
  state.id,
  state.course.stage,
  state.course.attempt,
  state.fields,
  state.open,
  state.accepted,
  ServiceOrder.dispatches(state).map(({ course, fields, id, number }) => [id, number, course.stage, fields]),
]

/** What a log says, whatever the order of its lines. */
const told = ({ journal, orders, refused }: OrderLog.OrderLog): Told => ({
  accepted: journal.map(saidOf),
  refused: refused.map(({ entry, reasons }) => `${saidOf(entry)} ${contentText(reasons)}`),
  orders: [...orders].map(([id, { stream }]) => [id, stream.version, ...stateOf(stream.state)]),
})

/** All orders decided as one matter, whatever ties them together: slow where one of many corrections is refused. */
const slowly = (lines: ReadonlyArray<Line>): Told => {
  type States = ReadonlyMap<string, ServiceOrder.State>
  const initial: States = new Map()
  const all: Decider.Decider<States, ServiceOrder.Taken, ServiceOrder.Taken, ServiceOrder.ServiceOrderFault> = {
    initial,
    decide: (states, command) => decider.decide(states.get(command.content.order) ?? decider.initial, command),
    evolve: (states, entry) => {
      const { order } = entry.payload
      return new Map([...states, [order, decider.evolve(states.get(order) ?? decider.initial, entry)]])
    },
  }
  const settled = Decider.settle(all, OrderLog.journal(lines))
  const counts = new Map<string, number>()
  for (const { payload } of settled.journal)
    counts.set(payload.content.order, (counts.get(payload.content.order) ?? 0) + 1)
  return {
    accepted: settled.journal.map(saidOf),
    refused: settled.refused.map(({ entry, reasons }) => `${saidOf(entry)} ${contentText(reasons)}`),
    orders: [...settled.stream.state]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, state]) => [id, counts.get(id), ...stateOf(state)]),
  }
}

const isTied = (lines: ReadonlyArray<Line>): boolean => {
  const homes = new Map<string, string>()
  for (const { content, id } of lines) {
    if ((homes.get(id) ?? content.order) !== content.order) return true
    homes.set(id, content.order)
  }
  return OrderLog.journal(lines).some(
    ({ payload, supersedes }) =>
      supersedes !== undefined && homes.has(supersedes) && homes.get(supersedes) !== payload.content.order,
  )
}

it("the generator reaches what it is for", () => {
  const reached = { refused: 0, repeated: 0, superseded: 0, tied: 0, corrected: 0, clean: 0 }
  fc.assert(
    fc.property(log, (lines) => {
      const read = OrderLog.read(decider, lines)
      if (read.refused.length > 0) reached.refused++
      if (read.repeated.length > 0) reached.repeated++
      if (read.superseded.length > 0) reached.superseded++
      if (isTied(lines)) reached.tied++
      if (read.refused.some(({ entry }) => entry.supersedes !== undefined)) reached.corrected++
      if (read.journal.length === lines.length) reached.clean++
    }),
    { numRuns: 500, seed: 5 },
  )
  if (process.env.FIGURES !== undefined) console.log(JSON.stringify(reached))
  expect(Math.min(...Object.values(reached))).toBeGreaterThan(10)
})

it("every line has exactly one fate: it stands, is refused with reasons, repeats another, or was corrected", () => {
  fc.assert(
    fc.property(log, (lines) => {
      const { journal, refused, repeated, superseded } = OrderLog.read(decider, lines)
      const out = [...refused.map(({ index }) => index), ...repeated, ...superseded].sort((a, b) => a - b)
      expect(new Set(out).size).toBe(out.length)
      const standing = lines.flatMap(({ id }, index) => (out.includes(index) ? [] : [id]))
      expect(standing.sort()).toEqual(journal.map(({ id }) => id).sort())
      expect(refused.every(({ reasons }) => reasons.length > 0)).toBe(true)
      for (const { entry, index } of refused) expect(entry.id).toBe(lines[index]?.id)
    }),
  )
})

it("orders decided apart are the orders decided as one matter", () => {
  fc.assert(
    fc.property(log, (lines) => {
      expect(told(OrderLog.read(decider, lines))).toEqual(slowly(lines))
    }),
    { numRuns: 300 },
  )
})

it("where nothing ties orders together, each is what it is when it is decided alone", () => {
  fc.assert(
    fc.property(log, (lines) => {
      fc.pre(!isTied(lines))
      const { orders, refused } = OrderLog.read(decider, lines)
      for (const order of new Set(lines.map(({ content }) => content.order))) {
        const alone = Decider.settle(decider, OrderLog.journal(lines.filter(({ content }) => content.order === order)))
        expect(orders.get(order)?.journal ?? []).toEqual(alone.journal)
        expect(orders.get(order)?.stream ?? Decider.start(decider)).toEqual(alone.stream)
        const own = refused.filter(({ entry }) => entry.payload.content.order === order)
        expect(own.map(({ entry, reasons }) => ({ entry, reasons }))).toEqual(alone.refused)
      }
    }),
  )
})

it("the order of the lines changes nothing", () => {
  const shuffled = log.chain((lines) =>
    fc.tuple(fc.constant(lines), fc.shuffledSubarray([...lines], { minLength: lines.length })),
  )
  fc.assert(
    fc.property(shuffled, ([lines, others]) => {
      expect(told(OrderLog.read(decider, others))).toEqual(told(OrderLog.read(decider, lines)))
    }),
  )
})

it("logs written apart and merged say the same whichever is merged into which", () => {
  fc.assert(
    fc.property(log, fc.infiniteStream(fc.boolean()), (lines, coin) => {
      const own = lines.filter(() => coin.next().value === true)
      const [here, there] = [OrderLog.journal(own), OrderLog.journal(lines.filter((line) => !own.includes(line)))]
      const merged = told(OrderLog.read(decider, Journal.merge(here, there)))
      expect(merged).toEqual(told(OrderLog.read(decider, Journal.merge(there, here))))
      expect(merged).toEqual(told(OrderLog.read(decider, lines)))
    }),
  )
})

it("what stands stands when it is read again, and what comes twice changes nothing", () => {
  fc.assert(
    fc.property(log, (lines) => {
      const first = OrderLog.read(decider, lines)
      const again = OrderLog.read(decider, first.journal)
      expect(again.journal).toEqual(first.journal)
      expect([again.refused, again.repeated, again.superseded]).toEqual([[], [], []])
      const twice = OrderLog.read(decider, [...lines, ...lines])
      expect(told(twice)).toEqual(told(first))
    }),
  )
})

it("a broken line is refused alone, wherever it stands", () => {
  fc.assert(
    fc.property(log, fc.nat(), fc.constantFrom("noSuchMove", "rate"), (lines, place, move) => {
      fc.pre(lines.length > 0)
      const index = place % (lines.length + 1)
      const near = lines[Math.min(index, lines.length - 1)]!
      const broken: Line = { ...near, id: "broken", content: { order: near.content.order, move, fields: { odd: "1" } } }
      const before = OrderLog.read(decider, lines)
      const after = OrderLog.read(decider, lines.toSpliced(index, 0, broken))
      expect(after.journal).toEqual(before.journal)
      expect(after.refused.filter(({ entry }) => entry.id === "broken").map((one) => one.index)).toEqual([index])
      expect(told(after).refused.filter((text) => !text.startsWith("broken "))).toEqual(told(before).refused)
    }),
  )
})

it("what is recorded later never changes how the orders stood", () => {
  fc.assert(
    fc.property(log, fc.nat({ max: 6 }), fc.nat({ max: 400 }), (lines, day, minute) => {
      fc.pre(lines.length > 0)
      const first = lines[0]!
      const validAt = lines[day % lines.length]!.on
      const knownAt = Coordinate.instantUnsafe(first.recordedAt + minute * 1_000)
      const at = Coordinate.of(validAt, knownAt)
      const known = lines.filter(({ recordedAt }) => recordedAt <= knownAt)
      const seen = OrderLog.asOf(decider, lines, at)
      expect([...seen]).toEqual([...OrderLog.asOf(decider, known, at)])
      fc.pre(!isTied(lines))
      for (const [order, stream] of seen) {
        const own = OrderLog.journal(lines.filter(({ content }) => content.order === order))
        expect(stateOf(stream.state)).toEqual(stateOf(Decider.asOf(decider, own, at).state))
      }
      const last = Coordinate.of("9999-12-31" as typeof validAt, Coordinate.instantUnsafe(8_640_000_000_000_000))
      const whole = OrderLog.asOf(decider, lines, last)
      expect([...whole].map(([id, { state }]) => [id, stateOf(state)])).toEqual(
        [...OrderLog.read(decider, lines).orders].map(([id, { stream }]) => [id, stateOf(stream.state)]),
      )
    }),
  )
})
